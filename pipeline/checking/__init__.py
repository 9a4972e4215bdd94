"""Facts that must agree; what does not becomes a finding. `check` is the way in."""

from collections.abc import Iterator, Sequence

from pipeline.checking.confidence import explain
from pipeline.checking.damage import check_attached, check_file
from pipeline.checking.minutes import check_minutes
from pipeline.checking.plans import check_plans
from pipeline.checking.privacy import check_privacy, hidden_pictures
from pipeline.checking.stated import Beside, check_stated, stated_beside
from pipeline.checking.text import check_text
from pipeline.checking.trace import Traced, trace
from pipeline.checking.unread import check_unread, coverage_of, unread_of
from pipeline.checking.unsure import check_sureness
from pipeline.danish.masking import without_passages
from pipeline.reading import Fault
from schemas.minutes import Minutes
from schemas.page import Page
from schemas.record import Finding, Record

__all__ = ["Beside", "Traced", "check", "hidden_pictures", "stated_beside", "trace"]


def check(
    record: Record, pages: Sequence[Page], faults: Sequence[Fault] = (), attached: Sequence[str] = ()
) -> Record:
    """The record with the findings of all checks, with how much of the text it explains, and how sure each field is.

    Args:
        record: As read.
        pages: What it was read from.
        faults: What is wrong with the file itself.
        attached: Names of PDFs that lie inside of it.
    """
    unread = unread_of(record, pages)
    private, passages = check_privacy(record, pages)
    told = (
        *check_file(faults, pages),
        *check_attached(attached),
        *record.findings,
        *_findings(record, pages),
        *check_unread(unread),
    )
    findings = tuple(dict.fromkeys((*without_passages(told, passages), *private)))
    coverage = coverage_of(record, pages, unread)
    checked = record.model_copy(update={"findings": findings, "coverage": coverage, "private": passages})
    explained = checked.model_copy(update={"evidence": explain(checked, pages)})
    return explained.model_copy(update={"findings": (*findings, *check_sureness(explained))})


def _findings(record: Record, pages: Sequence[Page]) -> Iterator[Finding]:
    for document in record.documents:
        if isinstance(document, Minutes):
            yield from check_minutes(document)
    yield from check_plans(record.documents, pages)
    yield from check_text(pages)
    yield from check_stated(record)
