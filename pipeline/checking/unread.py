"""Text that nothing in the record explains: what no section holds and no field of the head repeats."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.checking.confidence.words import says
from pipeline.danish.case_numbers import read_case_number_line
from pipeline.danish.dates import find_dates, find_times
from pipeline.danish.labels import head_kind, read_label
from pipeline.danish.names import is_person_name
from pipeline.danish.people import split_people
from pipeline.danish.wording import words_in
from pipeline.reading import places_of
from schemas.minutes import Minutes
from schemas.page import Line, Page
from schemas.place import Box, Place
from schemas.record import Coverage, Document, Finding, Record
from schemas.vocabulary import FindingCode, Severity

UNREAD_SHARE = 0.05
"""Above this share of unexplained words a document is reported.

Of 37 documents in the samples and the shared answers none has more than 1.4 %. The most in 216 prints of 27
styles is 3.6 % (a page of 84 words).
"""

FEWEST = 25
"""Fewer unexplained words are not reported, whatever their share: a short page has its oddities."""

SHORT = 8
"""Only lines of fewer words are explained by their form ("Åbent punkt", "Mødet blev holdt …")."""

MOST_PLACES = 60
"""A finding names no more lines than this: who looks at one page sees the rest."""


class Unread(NamedTuple):
    """What was left unexplained of one document."""

    document: int
    """Counted from 0 in the record."""

    lines: list[Line]
    """In reading order."""

    words: int
    """Words of the document, running headers and footers apart."""

    @property
    def left(self) -> int:
        """Words left unexplained."""
        return sum(len(line.words) for line in self.lines)

    @property
    def share(self) -> float:
        """Share of the document's words."""
        return self.left / self.words if self.words else 0.0


def unread_of(record: Record, pages: Sequence[Page]) -> list[Unread]:
    """What was left unexplained, document by document.

    Args:
        record: As read.
        pages: What it was read from.
    """
    found = []
    for number, document in enumerate(record.documents):
        own = [page for page in pages if record.holds(number, page.number)]
        lines = list(_unread(document, own))
        words = sum(len(line.words) for page in own for line in page.lines)
        found.append(Unread(number, lines, words))
    return found


def coverage_of(record: Record, pages: Sequence[Page], unread: Sequence[Unread]) -> Coverage:
    """How much of the text the record explains."""
    return Coverage(
        words=sum(len(page.words) for page in pages),
        furniture=sum(len(line.words) for page in pages for line in page.furniture),
        unread=sum(one.left for one in unread),
    )


def check_unread(unread: Sequence[Unread]) -> Iterator[Finding]:
    """A finding for each document of which too much is left unexplained."""
    for one in unread:
        if one.left >= FEWEST and one.share > UNREAD_SHARE:
            pages = sorted({line.page for line in one.lines})
            where = f"page {pages[0]}" if len(pages) == 1 else f"pages {pages[0]}-{pages[-1]}"
            yield Finding(
                code=FindingCode.unread_text,
                severity=Severity.warning,
                message=f"{one.left} of {one.words} words ({one.share:.0%}, on {where}) belong to no field and no "
                "section; see `udvalgsarkiv layouts check`",
                at=places_of(one.lines[:MOST_PLACES]),
            )


def _unread(document: Document, pages: Sequence[Page]) -> Iterator[Line]:
    claimed: defaultdict[int, list[Box]] = defaultdict(list)
    for place in _claims(document):
        claimed[place.page].append(place.bbox)
    told = frozenset(_told(document)) if isinstance(document, Minutes) else frozenset()
    for page in pages:
        boxes = claimed[page.number]
        whole = set(boxes)
        for line in page.lines:
            if line.box not in whole and not _inside(line, boxes) and not (told and _explained(line, told)):
                yield line


def _claims(document: Document) -> Iterator[Place]:
    if not isinstance(document, Minutes):
        for chapter in document.sections:
            yield from chapter.at
        return
    for item in document.items:
        yield from item.proposal_at
        if item.decision:
            yield from item.decision.at
        for section in item.sections:
            yield from section.at
        for entry in item.history:
            yield from entry.at
        for places in item.attachments_at:
            yield from places
    for row in document.attendance:
        yield from row.at


def _inside(line: Line, boxes: Sequence[Box]) -> bool:
    middle_x, middle_y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
    return any(
        x0 - 1 <= middle_x <= x1 + 1 and top - 1 <= middle_y <= bottom + 1 for x0, top, x1, bottom in boxes
    )


def _told(minutes: Minutes) -> Iterator[str]:
    """The words of the head's fields and of the items' headings, in small letters."""
    values: list[str | None] = [
        minutes.title,
        minutes.municipality,
        minutes.committee,
        minutes.term,
        minutes.place,
    ]
    for row in minutes.attendance:
        values += [row.name, row.role, row.party]
    for item in minutes.items:
        values += [item.number, item.title, item.case_number, item.item_type]
    for value in values:
        yield from words_in((value or "").lower())


def _explained(line: Line, told: frozenset[str]) -> bool:
    """Whether the head's fields and the headings say what a line says, or its form does."""
    text = line.text
    before = text.split(":")[0]
    if head_kind(text) or head_kind(before) or read_label(text) or read_case_number_line(text):
        return True
    words = words_in(text.lower())
    if _names_people(text) or (len(words) < SHORT and says("explained", text)):
        return True
    left = [word for word in words if word not in told and not word.isdigit()]
    if len(left) <= len(words) / 2:
        return True
    return bool(find_dates(text) or find_times(text)) and len(left) < 6


def _names_people(text: str) -> bool:
    """Whether a line is nothing but names: the members that an agenda calls in."""
    people = split_people(text)
    return bool(people) and sum(is_person_name(person.name) for person in people) > len(people) / 2
