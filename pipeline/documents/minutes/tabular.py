"""Minutes that are one table: a column for the items and one for what was decided, with nothing but heads as labels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from pipeline.danish.labels import Label, fold, table_columns
from pipeline.documents.minutes.rows import Row
from pipeline.reading import line_of, mend
from schemas.page import Line, Word
from schemas.vocabulary import Role

SLACK = 3.0
"""Points by which a cell may begin left of its column's head."""

LEAST_ITEMS = 2
"""So many numbers, each the one after the last, make a table of items."""

SET_OFF = 1.5
"""Sizes of white space below a table's last row; the rows of its cells stand nearer."""

ITEM_NUMBER = re.compile(
    r"^(?:(?:punkt|pkt\.?|sag|nr\.?)\s*)?(?P<number>\d{1,4})\s*[.:)]?(?:\s+(?P<title>\S.*))?$", re.IGNORECASE
)
"""A cell's number, and the title behind it in the same cell. Matches: "3.", "Pkt. 3", "3. Ny hal"."""


@dataclass(slots=True)
class Column:
    """A column of a table of items."""

    head: Line
    """Its head."""

    kind: str
    """"number", "title", or the role of what stands below."""


@dataclass(slots=True)
class Entry:
    """An item of the table."""

    number: str
    cells: dict[int, list[Line]] = field(default_factory=dict)
    """The lines of each column, by the column's place counted from 0."""


def tabled_items(lines: Sequence[Line]) -> tuple[list[Line], list[Row], list[Line]] | None:
    """Minutes that are a table, as if each item had a heading and labels of its own.

    Args:
        lines: Of one document, in reading order.

    Returns:
        The lines before the table, its items' rows (heading, then a label and its values for each column that says
        something), and the lines behind it; None where there is no such table.
    """
    if not any(_first_word(line) in _first_words() for line in lines):
        return None
    ordered = sorted(lines, key=lambda line: (line.page, line.row, line.x0))
    rows = [list(group) for _, group in groupby(ordered, key=lambda line: (line.page, line.row))]
    for index, row in enumerate(rows):
        columns = _columns(row) if _first_word(row[0]) in _first_words() else []
        if not columns:
            continue
        entries, end = _entries(rows[index + 1 :], columns)
        numbers = [int(entry.number) for entry in entries]
        if len(entries) < LEAST_ITEMS or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
            continue
        before = [line for one in rows[:index] for line in one]
        behind = [line for one in rows[index + 1 + end :] for line in one]
        return before, [made for entry in entries for made in _rows_of(entry, columns)], behind
    return None


def _first_word(line: Line) -> str:
    return fold(line.words[0].text)


@cache
def _first_words() -> frozenset[str]:
    """With which words the head of a table of items may begin, folded: what is asked of every line."""
    columns = table_columns()
    return frozenset(fold(head.split()[0]) for kind in ("number", "title") for head in columns[kind])


def _columns(row: Sequence[Line]) -> list[Column]:
    """The columns that a table's head names; [] where it is no head of a table of items."""
    cells = list(row)
    if not all(_kinds(cell.text) for cell in cells):
        cells = [line_of([word], line.page, line.row) for line in row for word in line.words]
    if len(cells) < 2 or not all(_kinds(cell.text) for cell in cells):
        return []
    kinds = [_kinds(cell.text) for cell in cells]
    title = next((place for place, kind in enumerate(kinds) if kind == ["title"]), None)
    if title is None:
        title = next((place for place, kind in enumerate(kinds) if "title" in kind), None)
    if title is None or title > 1:
        return []
    columns = [
        Column(cell, "title" if place == title else next((one for one in kind if one != "title"), "other"))
        for place, (cell, kind) in enumerate(zip(cells, kinds, strict=True))
    ]
    told = {column.kind for column in columns[title + 1 :]}
    return (
        columns if "decision" in told and all(column.kind == "number" for column in columns[:title]) else []
    )


def _kinds(text: str) -> list[str]:
    return [kind for kind, heads in table_columns().items() if fold(text) in heads]


def _entries(rows: Sequence[list[Line]], columns: Sequence[Column]) -> tuple[list[Entry], int]:
    """The table's items, and how many rows it has."""
    heads = [column.head.text for column in columns]
    entries: list[Entry] = []
    above: Line | None = None
    for count, row in enumerate(rows):
        if [line.text for line in row] == heads:
            continue
        cells = _cells(row, columns)
        number = _number(cells, columns)
        if number is None and (_ends(row, cells, columns, above) or not entries):
            return entries, count
        if number is not None:
            entries.append(Entry(number))
        for place, cell in cells.items():
            entries[-1].cells.setdefault(place, []).append(cell)
        above = row[0]
    return entries, len(rows)


def _cells(row: Sequence[Line], columns: Sequence[Column]) -> dict[int, Line]:
    words: dict[int, list[Word]] = {}
    for line in row:
        for word in line.words:
            place = max(
                (n for n, column in enumerate(columns) if column.head.x0 - SLACK <= word.x0), default=0
            )
            words.setdefault(place, []).append(word)
    return {place: line_of(own, row[0].page, row[0].row) for place, own in sorted(words.items())}


def _number(cells: dict[int, Line], columns: Sequence[Column]) -> str | None:
    """The number with which an item begins in a row."""
    if 0 not in cells or not (match := ITEM_NUMBER.match(cells[0].text)):
        return None
    alone = columns[0].kind == "number"
    return match["number"] if alone or match["title"] else None


def _ends(row: Sequence[Line], cells: dict[int, Line], columns: Sequence[Column], above: Line | None) -> bool:
    """Whether a row stands below the table: it runs over a column's edge, or stands apart below its first column."""
    edges = [column.head.x0 - SLACK for column in columns[1:]]
    if any(
        line.x0 < edge and word.x0 < edge < word.x1 for line in row for word in line.words for edge in edges
    ):
        return True
    apart = above is not None and (
        above.page == row[0].page and row[0].top - above.bottom > SET_OFF * row[0].size
    )
    return apart and list(cells) == [0]


def _rows_of(entry: Entry, columns: Sequence[Column]) -> Iterator[Row]:
    title = next(place for place, column in enumerate(columns) if column.kind == "title")
    lines = entry.cells.get(title, [])
    text = mend(line.text for line in lines)
    match = ITEM_NUMBER.match(text) if title == 0 else None
    heading = Row(
        [*(entry.cells.get(0, []) if title else []), *lines] or entry.cells[0],
        "",
        f"{entry.number}. {(match and match['title']) or text}",
    )
    heading.bold = True
    yield heading
    for place, column in enumerate(columns):
        if column.kind in ("number", "title") or place not in entry.cells:
            continue
        label = Label(column.head.text.rstrip(": "), Role(column.kind), 100.0, True)
        yield Row([column.head], "label", column.head.text, label)
        yield from (Row([line], "value") for line in entry.cells[place])
