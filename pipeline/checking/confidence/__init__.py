"""How sure each field of a record is, and why. `explain` is the way in.

Every field has its rule, its doubts (what a second look at the page, at the meeting's other items and at the findings
says against it) and a confidence, calibrated on answers: `weights` turns doubts into a number, `fitting` learned it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from pydantic import TypeAdapter

from pipeline.checking.confidence.company import company, in_company_of
from pipeline.checking.confidence.fields import Field, Fields, fields_of
from pipeline.checking.confidence.items import doubt_items
from pipeline.checking.confidence.meeting import doubt_head
from pipeline.checking.confidence.plans import doubt_plan
from pipeline.checking.confidence.rules import name_rules
from pipeline.checking.confidence.seen import Seen
from pipeline.checking.confidence.weights import EMPTY, shipped_sure
from pipeline.danish.local import local
from schemas.minutes import Minutes
from schemas.page import Page
from schemas.place import Evidence
from schemas.plan import Plan
from schemas.record import Document, Finding, Record
from schemas.vocabulary import FindingCode, Severity

__all__ = ["explain"]

UNSURE_RULE = 0.9
"""A rule that is less sure of itself is a doubt."""


def explain(record: Record, pages: Sequence[Page]) -> tuple[Evidence, ...]:
    """How each field of a record was decided, and how sure it is.

    Args:
        record: With its findings, its coverage and what the readers said of their rules.
        pages: What it was read from.

    Returns:
        One entry for each field, in the record's order; empty fields too, since a value may have been missed.
    """
    said = {entry.path: entry for entry in record.evidence}
    found: list[Evidence] = []
    for number, document in enumerate(record.documents):
        own = [page for page in pages if record.holds(number, page.number)]
        fields = fields_of(document, f"/documents/{number}")
        seen = Seen(own)
        name_rules(document, fields, seen)
        for field in fields.values():
            _take(field, said)
        if isinstance(document, Minutes):
            doubt_head(document, fields, seen)
            doubt_items(document, fields, seen)
        elif isinstance(document, Plan):
            doubt_plan(document, fields, seen)
        _by_findings(document, fields, record.findings)
        found += _evidence(fields)
    return tuple(found)


def _take(field: Field, said: Mapping[str, Evidence]) -> None:
    """What the reader itself said of a field."""
    entry = said.get(field.path)
    if entry is None:
        return
    field.rule, field.quote, field.likeness = entry.rule, entry.quote, entry.likeness
    field.layout = local().name if entry.rule == "heading.layout" else entry.layout
    if entry.confidence < UNSURE_RULE:
        field.doubt("unsure-rule" if entry.confidence > 0.7 else "very-unsure-rule")


_OF_ITEM = {
    FindingCode.votes_differ: "votes",
    FindingCode.unclear_outcome: "outcome",
    FindingCode.date_differs: "date",
}


def _by_findings(document: Document, fields: Fields, findings: Sequence[Finding]) -> None:
    """What the findings on a document's pages speak of is in doubt."""
    first, last = document.pages
    own = [one for one in findings if not one.at or first <= one.at[0].page <= last]
    codes = Counter(one.code for one in own if one.severity is not Severity.info)
    for code in (
        FindingCode.number_gap,
        FindingCode.number_repeated,
        FindingCode.broken_text,
        FindingCode.unread_text,
        FindingCode.contents_differ,
        FindingCode.unsure_division,
        FindingCode.empty_result,
    ):
        if codes[code]:
            for field in fields.values():
                field.doubt(f"file-{code.value}")
    if codes[FindingCode.number_gap] or codes[FindingCode.contents_differ]:
        fields.doubt("/items", "items-missing")
    if isinstance(document, Minutes):
        for position, item in enumerate(document.items):
            for one in own:
                name = _OF_ITEM.get(one.code)
                if name and one.at and any(_touches(place, one) for place in item.at):
                    for field in fields.below(f"/items/{position}/decision/{name}"):
                        field.doubt("finding")


def _touches(place: object, finding: Finding) -> bool:
    page, box = place.page, place.bbox  # type: ignore[attr-defined]
    return any(
        other.page == page and box[1] - 1 <= (other.bbox[1] + other.bbox[3]) / 2 <= box[3] + 1
        for other in finding.at
    )


def _evidence(fields: Fields) -> list[Evidence]:
    """Each field's confidence: first by its own doubts, then by its company's too."""
    doubts = [doubts_of(field) for field in fields.values()]
    wrong = [
        (path, field.kind, 1 - shipped_sure(field.kind, own, together=False))
        for (path, field), own in zip(fields.items(), doubts, strict=True)
    ]
    return _EVIDENCE.validate_python(
        [
            {
                "path": field.path,
                "rule": field.rule,
                "quote": field.quote,
                "layout": field.layout,
                "likeness": field.likeness,
                "confidence": round(shipped_sure(field.kind, in_company_of(own, more), together=True), 4),
                "doubts": (*field.doubts, *more),
            }
            for field, own, more in zip(fields.values(), doubts, company(wrong), strict=True)
        ]
    )


_EVIDENCE = TypeAdapter(list[Evidence])
"""Thousands of entries are validated together in half the time that they take one by one."""


def doubts_of(field: Field) -> tuple[str, ...]:
    """A field's doubts, and that it is empty."""
    return (*field.doubts, EMPTY) if field.empty else tuple(field.doubts)
