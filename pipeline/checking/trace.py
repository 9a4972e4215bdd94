"""Line by line: which rule took it, as what, and what no rule took. For an archivist who writes a layout."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.checking.unread import unread_of
from pipeline.danish.labels import read_label
from schemas.minutes import Item, Minutes
from schemas.page import Line, Page
from schemas.place import Evidence, Places
from schemas.record import Document, Record

UNREAD = "unread"
"""Stands for a line that no field and no section holds."""


class Traced(NamedTuple):
    """One printed line and what was made of it."""

    page: int
    """Counted from 1."""

    line: int
    """Which line of the page in reading order, counted from 1; running lines come first."""

    text: str
    rule: str
    """What took it: "furniture", "heading.number-dot", "label.exact", "section", "head", or `UNREAD`."""

    role: str
    """What it was taken for: the section's role, "title", "decision"; "" where that does not apply."""

    layout: str
    """The layout that knew it; "" for the general reading."""

    item: str
    """The number of the item that it belongs to; "" outside items."""

    confidence: float | None
    """How sure the field is that it became."""


def trace(record: Record, pages: Sequence[Page]) -> list[Traced]:
    """Every line of a file in reading order, with what was made of it.

    Args:
        record: As read from these pages, with its evidence.
        pages: Running lines set aside.
    """
    evidence = {entry.path: entry for entry in record.evidence}
    unread = {id(line) for one in unread_of(record, pages) for line in one.lines}
    found: list[Traced] = []
    for page in pages:
        number = record.document_on(page.number)
        lines = [(line, "furniture") for line in page.furniture] + [(line, "") for line in page.lines]
        for place, (line, rule) in enumerate(lines, 1):
            if not rule:
                rule = UNREAD if id(line) in unread else ""
            told: Made = (rule, "", "", "", None)
            if not rule and number is not None:
                told = _made_of(line, record.documents[number], f"/documents/{number}", evidence)
            found.append(Traced(page.number, place, line.text, *told))
    return found


Made = tuple[str, str, str, str, float | None]


def _made_of(line: Line, document: Document, root: str, evidence: Mapping[str, Evidence]) -> Made:
    if not isinstance(document, Minutes):
        return "section", document.kind, "", "", None
    for number, item in enumerate(document.items):
        if _holds(item.at, line):
            return _of_item(line, item, f"{root}/items/{number}", evidence)
    if any(_holds(row.at, line) for row in document.attendance):
        return "attendance", "person", "", "", None
    return "head", "", "", "", None


def _of_item(line: Line, item: Item, path: str, evidence: Mapping[str, Evidence]) -> Made:
    number = item.number or ""
    for place, section in enumerate(item.sections):
        if _holds(section.at, line):
            own = f"{path}/sections/{place}"
            label = line.text.rstrip(": ").lower() in section.label.lower() or read_label(line.text)
            name = "label" if label and section.at and _holds(section.at[:3], line) else "text"
            entry = evidence.get(f"{own}/{name}")
            rule = entry.rule if entry else "section"
            layout = (entry.layout if entry else None) or ""
            return rule, section.role.value, layout, number, entry.confidence if entry else None
    if item.decision and _holds(item.decision.at, line):
        entry = evidence.get(f"{path}/decision/text")
        return "section.without-label", "decision", "", number, entry.confidence if entry else None
    entry = evidence.get(f"{path}/title")
    if any(_words(value) & _words(line.text) for value in (item.title, item.number, item.case_number)):
        rule, layout = (entry.rule, entry.layout or "") if entry else ("heading", "")
        return rule, "heading", layout, number, entry.confidence if entry else None
    return "form", "heading", "", number, None


def _words(text: str | None) -> set[str]:
    return set((text or "").lower().replace(".", " ").replace(":", " ").split())


def _holds(at: Places, line: Line) -> bool:
    middle_x, middle_y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
    return any(
        place.page == line.page
        and place.bbox[0] - 1 <= middle_x <= place.bbox[2] + 1
        and place.bbox[1] - 1 <= middle_y <= place.bbox[3] + 1
        for place in at
    )


def left_out(traced: Sequence[Traced]) -> Iterator[Traced]:
    """The lines that no rule took."""
    return (line for line in traced if line.rule == UNREAD)
