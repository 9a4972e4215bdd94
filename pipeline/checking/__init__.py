"""Facts that must agree; what does not becomes a finding. `check` is the way in."""

from collections.abc import Iterator, Sequence

from pipeline.checking.minutes import check_minutes
from pipeline.checking.plans import check_plans
from pipeline.checking.text import check_text, coverage_of
from schemas.minutes import Minutes
from schemas.page import Page
from schemas.record import Finding, Record

__all__ = ["check"]


def check(record: Record, pages: Sequence[Page]) -> Record:
    """The record with the findings of all checks, and with how much of the text it explains.

    Args:
        record: As read.
        pages: What it was read from.
    """
    coverage = coverage_of(record, pages)
    findings = (*record.findings, *_findings(record, pages))
    return record.model_copy(update={"findings": tuple(dict.fromkeys(findings)), "coverage": coverage})


def _findings(record: Record, pages: Sequence[Page]) -> Iterator[Finding]:
    for document in record.documents:
        if isinstance(document, Minutes):
            yield from check_minutes(document)
    yield from check_plans(record.documents, pages)
    yield from check_text(record, pages)
