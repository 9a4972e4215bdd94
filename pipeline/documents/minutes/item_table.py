"""Minutes set as one table: a row for each item, and a head that says what stands in each column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby, pairwise

from pipeline.danish.labels import Label, fold, read_label, table_columns
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.row import Row
from pipeline.reading import line_of, mend
from schemas.page import Line, Page, Part, Word
from schemas.vocabulary import Role

SLACK = 6.0
"""Points by which a cell may begin left of its column's head."""

LEAST_ITEMS = 2
"""So many numbers, each the one after the last, make a table of items where no strokes part its rows."""

SET_OFF = 1.5
"""Sizes of white space below a table's last row; the rows of its cells stand nearer."""

SAME_STROKE = 3.0
"""Points within which the edges of two cells are one stroke."""

SET_APART = 1.25
"""A title is told by its column; it is given this many times its size, as titles elsewhere are told by theirs."""

ITEM_NUMBER = Pattern(
    "item-number-cell",
    r"^(?:(?:punkt|pkt\.?|sag|nr\.?)\s*)?(?P<number>\d{1,4})\s*[.:)]?(?:\s+(?P<title>\S.*))?$",
    matches=["3.", "Pkt. 3", "3. Ny hal"],
    not_matches=["Ny hal", "2016-17"],
)
"""A cell's number, and the title behind it in the same cell."""

PrintedRow = list[Line]


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

    number: str | None
    cells: dict[int, list[Line]] = field(default_factory=dict)
    """The lines of each column, by the column's place counted from 0."""

    def take(self, cells: dict[int, Line]) -> None:
        """Add a printed row's cells."""
        for place, line in cells.items():
            self.cells.setdefault(place, []).append(line)


@dataclass(slots=True)
class Table:
    """Minutes that are a table, and what stands around it."""

    before: list[Line] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    """As if each item had a heading, and a label and its values for each column that says something."""
    behind: list[Line] = field(default_factory=list)


def tabled_items(part: Part) -> Table | None:
    """The table whose rows are a document's items; None where there is none.

    Args:
        part: Minutes or an agenda.
    """
    if not any(_may_be_head(line) for page in part.pages for line in page.lines):
        return None
    table = Table()
    columns: list[Column] = []
    entries: list[Entry] = []
    open_ = ruled = False
    for page in part.pages:
        rows = _printed_rows(page)
        start = next((n for n, row in enumerate(rows) if _columns(row)), None)
        if start is not None and not (open_ and _goes_on(page, columns, rows)):
            columns, open_ = _columns(rows[start]), True
        elif not open_ or not _goes_on(page, columns, rows):
            open_ = False
            (table.behind if columns else table.before).extend(page.lines)
            continue
        first = 0 if start is None or (entries and start == 0) else start
        aside = [line for row in rows[:first] for line in row]
        (table.behind if entries else table.before).extend(aside)
        strokes = _strokes(page, columns)
        if len(strokes) > 2:
            ruled = True
            found, end = _by_strokes(rows[first:], columns, strokes)
        else:
            found, end = _by_numbers(rows[first:], columns, entries)
        entries.extend(found)
        if first + end < len(rows):
            open_ = False
            table.behind.extend(line for row in rows[first + end :] for line in row)
    numbers = [int(entry.number) if entry.number else None for entry in entries]
    counted = None not in numbers and all(b == a + 1 for a, b in pairwise(numbers) if a is not None)
    if not entries or not (ruled or (counted and len(entries) >= LEAST_ITEMS)):
        return None
    table.rows = [made for entry in entries for made in _rows_of(entry, columns)]
    return table


def heads_items(page: Page) -> bool:
    """Whether the head of a table of items, with a column for what was decided, stands on a page."""
    return any(map(_may_be_head, page.lines)) and any(_columns(row) for row in _printed_rows(page))


def _printed_rows(page: Page) -> list[PrintedRow]:
    ordered = sorted(page.lines, key=lambda line: (line.row, line.x0))
    return [list(group) for _, group in groupby(ordered, key=lambda line: line.row)]


@cache
def _first_words() -> frozenset[str]:
    """With which words the head of a table of items may begin, folded: what is asked of every row."""
    columns = table_columns()
    return frozenset(fold(head.split()[0]) for kind in ("number", "title") for head in columns[kind])


def _may_be_head(line: Line) -> bool:
    """Whether a line begins as the head of a table of items does."""
    return fold(line.words[0].text) in _first_words()


def _columns(row: PrintedRow) -> list[Column]:
    """The columns that a table's head names; [] where it is no head of a table of items."""
    if not _may_be_head(row[0]):
        return []
    cells = row
    if not all(_kinds(cell.text) for cell in cells):
        cells = [line_of([word], line.page, line.row) for line in row for word in line.words]
    kinds = [_kinds(cell.text) for cell in cells]
    if len(cells) < 2 or not all(kinds):
        return []
    title = next((n for n, kind in enumerate(kinds) if kind == ["title"]), None)
    if title is None:
        title = next((n for n, kind in enumerate(kinds) if "title" in kind), None)
    if title is None or title > 1 or (title == 1 and "number" not in kinds[0]):
        return []
    columns = [
        Column(cell, "number" if n < title else "title" if n == title else kind[0])
        for n, (cell, kind) in enumerate(zip(cells, kinds, strict=True))
    ]
    decided = [column for column in columns if column.kind == "decision"]
    named = [
        column
        for column in decided
        if (label := read_label(column.head.text)) and label.role is Role.decision
    ]
    for column in decided if named else ():
        if column not in named:
            column.kind = "other"  # "Referat" tells what was said where "Beslutning" stands beside it
    return columns if decided else []


def _kinds(text: str) -> list[str]:
    return [kind for kind, heads in table_columns().items() if fold(text) in heads]


def _strokes(page: Page, columns: Sequence[Column]) -> list[float]:
    """Heights of the strokes that run under the titles' column."""
    x = next(column.head.x0 for column in columns if column.kind == "title") + 2
    heights = sorted(
        y
        for rule in page.rules
        if rule.x0 <= x <= rule.x1 and rule.x1 - rule.x0 > 10
        for y in {rule.top, rule.bottom}
    )
    found: list[float] = []
    for y in heights:
        if not found or y - found[-1] > SAME_STROKE:
            found.append(y)
    return found


def _goes_on(page: Page, columns: Sequence[Column], rows: Sequence[PrintedRow]) -> bool:
    """Whether a table goes on at a page's top: its strokes begin there, or its first row keeps to the columns."""
    strokes = _strokes(page, columns)
    if page.rules and len(strokes) > 1:
        return strokes[0] < 0.2 * page.height
    return bool(rows) and not _crosses(rows[0], columns)


def _by_strokes(
    rows: Sequence[PrintedRow], columns: Sequence[Column], strokes: Sequence[float]
) -> tuple[list[Entry], int]:
    """The items between a page's strokes, and how many rows they take."""
    entries: list[Entry] = []
    band = None
    for count, row in enumerate(rows):
        if _columns(row):
            continue
        middle = (row[0].top + row[0].bottom) / 2
        if middle > strokes[-1]:
            return entries, count
        place = sum(stroke <= middle for stroke in strokes)
        cells = _cells(row, columns)
        if place != band:
            entries.append(Entry(_number(cells, columns)))
            band = place
        entries[-1].take(cells)
    return entries, len(rows)


def _by_numbers(
    rows: Sequence[PrintedRow], columns: Sequence[Column], before: Sequence[Entry]
) -> tuple[list[Entry], int]:
    """The items that a page's numbers begin, and how many rows they take; the last page's last may go on."""
    entries: list[Entry] = []
    above: Line | None = None
    for count, row in enumerate(rows):
        if _columns(row):
            continue
        cells = _cells(row, columns)
        number = _number(cells, columns)
        last = entries[-1] if entries else before[-1] if before else None
        if number is not None:
            last = Entry(number)
            entries.append(last)
        elif last is None or _crosses(row, columns) or _apart(row, cells, above):
            return entries, count
        last.take(cells)
        above = row[0]
    return entries, len(rows)


def _cells(row: PrintedRow, columns: Sequence[Column]) -> dict[int, Line]:
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
    return match["number"] if columns[0].kind == "number" or match["title"] else None


def _crosses(row: PrintedRow, columns: Sequence[Column]) -> bool:
    """Whether a row's words run over the edge of a column."""
    edges = [column.head.x0 - SLACK for column in columns[1:]]
    return any(word.x0 < edge < word.x1 for line in row for word in line.words for edge in edges)


def _apart(row: PrintedRow, cells: dict[int, Line], above: Line | None) -> bool:
    """Whether a row stands apart below a table, under its first column alone."""
    apart = above is not None and row[0].top - above.bottom > SET_OFF * row[0].size
    return apart and list(cells) == [0]


def _rows_of(entry: Entry, columns: Sequence[Column]) -> Iterator[Row]:
    title = next(place for place, column in enumerate(columns) if column.kind == "title")
    lines = entry.cells.get(title, [])
    text = mend(line.text for line in lines)
    if title == 0 and entry.number is not None and (match := ITEM_NUMBER.match(text)) and match["title"]:
        text = match["title"]
    printed = [*(entry.cells.get(0, []) if title else []), *lines]
    if printed:
        heading = Row(printed, "", f"{entry.number}. {text}" if entry.number else text)
        heading.bold, heading.size = True, SET_APART * heading.size
        yield heading
    for place, column in enumerate(columns):
        if place not in entry.cells or column.kind in ("number", "title"):
            continue
        if printed:
            label = Label(column.head.text.rstrip(": "), Role(column.kind), 100.0, True)
            yield Row([column.head], "label", column.head.text, label)
        yield from (Row([line], "value") for line in entry.cells[place])
