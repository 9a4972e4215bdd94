"""Titles of attachments (bilag)."""

import re
from collections.abc import Iterator, Sequence

from pipeline.danish.labels import attachment_columns, fold
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.entries import entries_of, parting_gap
from pipeline.documents.minutes.row import Row
from pipeline.documents.minutes.sections import Paragraph, Passage, is_nothing
from pipeline.documents.minutes.web import files_of, is_file_row
from pipeline.reading import line_of, lines_with, mend, places_of
from schemas.page import Line
from schemas.place import Places
from schemas.vocabulary import Role

DOCUMENT_NUMBER = Pattern(
    "attachment-document-number",
    r"\s+(?:\d{4,7}/\d{2,4}|\d\d[-/]\d{4,}(?:-\d+)?|(?!(?:19|20)\d\d-(?:19|20)\d\d\s*$)\d{4}-\d{4,}|\(?(?:dok\.?\s*-?(?:nr\.?|id\.?)?\s*:?\s*)\d[\d/-]+(?:\s[-–]\s(?:EMN|\d)[\w/-]+)?\)?)\s*$",
    matches=[
        "Kort over havnen 12345/16",
        "Notat 2016-123456",
        "Budget (dok. nr. 4411-16)",
        "Kort (DokID: 5022814 - EMN-2017-00123)",
    ],
    not_matches=["Budget 2014-2017", "Referat af 3. maj"],
)
"""An attachment's number in its archive, behind its title."""
NUMBER_IN_FRONT = re.compile(
    r"^(?:\d{3}-\d{4}-\d{4,}|\d{4,7}[/-]\d{2}|\d{4}-\d{5,})(?:\s+(?=[^\W\d_])|(?=(?:Åben|Lukket)\b))"
)
"""A document's number before its title. Matches: "330-2016-78714 Kort", "4411/16Åben Kort". Not: "2012-2015 Budget"."""

FILE_SIZE = Pattern(
    "attachment-file-size",
    r"\s*[(\[](?:\w{2,6}\s?[,-]?\s*)?\d+(?:[.,]\d+)?\s?[kmg]?b(?:ytes?)?[)\]]\s*$",
    matches=["Kort.pdf (PDF, 1,2 MB)", "Notat (45 KB)", "Kort.pdf [1.2 MB]"],
    not_matches=["Budget (2,2 mio.)", "Notat (PDF)"],
    needs=("b)", "b]", "byte"),
)
"""How large an attachment's file is, behind its title on a page of the web."""

LIST_NUMBER = Pattern(
    "attachment-list-number",
    r"^\d{1,3}[.)]?\s+(?:(?:åben|lukket|åbent)\s+)?(?=\S)",
    matches=["1. Kort", "2) Åben Notat", "12 Budget"],
    not_matches=["Kort 1", "2016-17 Budget"],
)
"""An attachment's number in its list, and whether it is open, in front of its title."""
FIRST_OF_LIST = re.compile(r"^1[.)]\s+(?:[A-ZÆØÅ]|\d\d-\d\d-|\S{20})")
"""A list of one: "1. Kort over området", "1. oversigt-over-veje-2014". Not: "1. behandling af budget"."""

OPEN_MARK = Pattern(
    "attachment-open-mark",
    r"^(?:åben|lukket)(?:\s*[-–:])?\s+(?=[A-ZÆØÅ\d])|\s+\((?:åben|lukket)\)$",
    matches=["Åben Kort over havnen", "Åben - Kort over havnen", "Notat (Lukket)"],
    not_matches=["Åbent hus", "Kort over havnen"],
)
"""Whether an attachment is open."""


def attachments_of(passages: Sequence[Passage]) -> Iterator[tuple[str, Places]]:
    """Titles of attachments, without list numbers, Åben / Lukket and document numbers."""
    for passage in passages:
        if passage.label is None:
            yield from _linked(passage)
        if passage.role is not Role.attachments:
            continue
        entries = _tabled(passage.rows) or entries_of(passage)
        numbered = all(LIST_NUMBER.match(entry.text) for entry in entries) and (
            len(entries) > 1 or any(FIRST_OF_LIST.match(entry.text) for entry in entries)
        )
        tabled = any(
            re.match(r"^\d{1,3}\.?\s+(?:åben|lukket)\b", entry.text, re.IGNORECASE) for entry in entries
        )
        labelled = len(entries) > 1 and all(entry.text.startswith("Bilag:") for entry in entries)
        in_front = sum(NUMBER_IN_FRONT.match(OPEN_MARK.sub("", entry.text)) is not None for entry in entries)
        for entry in entries:
            title = re.sub(r"(?:^[-–•·]\s+|\s+[-–]\s*$)", "", entry.text).strip()
            title = title.removeprefix("Bilag:").strip() if labelled else title
            if numbered or tabled:
                title = LIST_NUMBER.sub("", title)
            title = OPEN_MARK.sub("", title)
            if 2 * in_front >= len(entries):  # what few of a list begin with is of their names
                title = OPEN_MARK.sub("", NUMBER_IN_FRONT.sub("", title))
            title = DOCUMENT_NUMBER.sub("", FILE_SIZE.sub("", title)).strip()
            if title and not is_nothing(title):
                yield title, places_of(lines_with(entry.lines, title) or entry.lines)


def _linked(passage: Passage) -> Iterator[tuple[str, Places]]:
    """The files that are linked to under an item's heading."""
    for row in passage.rows:
        if is_file_row(row):
            for name in files_of(row.text):
                yield name, places_of(lines_with(row.lines, name) or row.lines)


COLUMN_SLACK = 3.0
"""Points by which a cell may begin left of its column's head."""


def _tabled(rows: Sequence[Row]) -> list[Paragraph]:
    """The titles of a table of attachments that names its columns; [] where there is none."""
    head = _columns(rows[0]) if rows else []
    title = next((n for n, (name, _) in enumerate(head) if name in attachment_columns("title")), None)
    if title is None or len(head) < 2:
        return []
    left = head[title][1] - COLUMN_SLACK
    right = head[title + 1][1] - COLUMN_SLACK if title + 1 < len(head) else float("inf")
    titles: list[tuple[Line, bool]] = []
    centred = False  # whether the other cells stand at the middle of a title's lines
    for row in rows[1:]:
        if _columns(row):  # the head once more, on the next page
            continue
        words = [word for line in row.lines for word in line.words]
        own = [word for word in words if left <= word.x0 < right]
        centred = centred or not own
        if own:
            titles.append((line_of(own, row.page, row.first.row), len(own) < len(words)))
    parted = parting_gap([Row([line]) for line, _ in titles]) if centred else None
    found: list[list[Line]] = []
    for line, first in titles:
        above = found[-1][-1] if found else None
        if centred and above is not None and above.page == line.page:
            first = parted is None or line.top - above.bottom > parted
        if first or above is None:
            found.append([])
        found[-1].append(line)
    return [
        Paragraph([Row(list(lines))], mend(line.text for line in lines), list(lines))
        for lines in found
        if lines
    ]


def _columns(row: Row) -> list[tuple[str, float]]:
    """The columns that a row names, folded, each with its left edge in points; [] where a word names none."""
    known = attachment_columns("title") | attachment_columns("other")
    cells = [(fold(line.text), line.x0) for line in row.lines]
    if not all(name in known for name, _ in cells):
        cells = [(fold(word.text), word.x0) for line in row.lines for word in line.words]
    return cells if len(cells) > 1 and all(name in known for name, _ in cells) else []
