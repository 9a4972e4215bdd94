"""Minutes set as one table: a row for each item, and a head that says what stands in each column."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, pairwise
from typing import NamedTuple

from pipeline.danish.labels import fold, read_label
from schemas.page import Line, Page, Part
from schemas.vocabulary import Role

NUMBERS = frozenset(
    {
        "nr",
        "nr.",
        "punkt nr",
        "punkt nr.",
        "pkt",
        "pkt.",
        "pkt. nr",
        "pkt. nr.",
        "#",
        "sag nr",
        "sag nr.",
        "dagsordenspunkt nr",
    }
)
"""What stands over the numbers of items, folded."""

TITLES = frozenset(
    {
        "punkt",
        "pkt",
        "pkt.",
        "emne",
        "sag",
        "dagsorden",
        "dagsordenspunkt",
        "overskrift",
        "titel",
        "tema",
        "dagsordenspunkter",
        "punkter",
    }
)
"""What stands over their titles."""

SAME_COLUMN = 6.0
"""Points by which a cell's line begins left of its column's head at most."""

SAME_RULE = 3.0
"""Points within which the edges of two cells are one stroke."""

FRESH = 10_000
"""Rows of cells are numbered from here; no page has so many rows."""

SET_APART = 1.25
"""A title is told by its column; it is given this many times its size, as titles elsewhere are told by theirs."""


class _Head(NamedTuple):
    """A table's head."""

    page: int
    row: int
    bottom: float
    cells: tuple[Line, ...]
    """From left to right."""
    number: int | None
    """Which cell stands over the numbers."""
    title: int
    """Which cell stands over the titles."""


def lines_of(part: Part) -> list[Line]:
    """A document's lines in reading order; of a table of items each row is turned into a heading and its sections.

    Args:
        part: Minutes or an agenda.
    """
    head: _Head | None = None
    found: list[Line] = []
    fresh = count(FRESH)
    for page in part.pages:
        heads = {line.row: one for line in page.lines if (one := _head_of(page, line.row)) is not None}
        if head is None and not heads:
            found.extend(page.lines)
            continue
        first = min(heads, default=None)
        if head is None and first is not None:
            head = heads[first]
        if head is None or not _goes_on(page, head, new=first is None):
            head = None
            found.extend(page.lines)
            continue
        start = heads[first].bottom if first is not None else 0.0
        if first is not None:
            head = heads[first]
        end = _end(page, head, start)
        found.extend(line for line in page.lines if line.bottom <= start and line.row not in heads)
        for cells in _rows(page, head, start, end, set(heads)):
            found.extend(_unfolded(cells, head, fresh))
        found.extend(line for line in page.lines if line.top >= end)
        if any(line.top >= end for line in page.lines):
            head = None
    return found


def _head_of(page: Page, row: int) -> _Head | None:
    cells = tuple(sorted((line for line in page.lines if line.row == row), key=lambda line: line.x0))
    words = [fold(line.text) for line in cells]
    if len(cells) < 2:
        return None
    number = next((n for n, word in enumerate(words[:-1]) if word in NUMBERS and n == 0), None)
    title = next((n for n, word in enumerate(words) if word in TITLES and n != number), None)
    if title is None and number is not None and words[0] in TITLES:
        number, title = None, 0
    if title is None or title > 1:
        return None
    roles = {
        label.role for line in cells[title + 1 :] if (label := read_label(line.text)) and label.likeness >= 99
    }
    decides = Role.decision in roles or any(word == "referat" for word in words[title + 1 :])
    if not decides or (len(cells) == 2 + (number is not None) and not page.rules):
        return None
    return _Head(page.number, row, max(line.bottom for line in cells), cells, number, title)


def _strokes(page: Page, head: _Head) -> list[float]:
    """Heights of the strokes that run under the titles' column."""
    x = head.cells[head.title].x0 + 2
    heights = sorted(
        y
        for rule in page.rules
        if rule.x0 <= x <= rule.x1 and rule.x1 - rule.x0 > 10
        for y in {rule.top, rule.bottom}
    )
    found: list[float] = []
    for y in heights:
        if not found or y - found[-1] > SAME_RULE:
            found.append(y)
    return found


def _goes_on(page: Page, head: _Head, *, new: bool) -> bool:
    """Whether the table is ruled on a page, and on one after its first begins at its top."""
    strokes = _strokes(page, head)
    if not new:
        return len(strokes) > 2
    return len(strokes) > 1 and strokes[0] < 0.2 * page.height


def _end(page: Page, head: _Head, start: float) -> float:
    strokes = [y for y in _strokes(page, head) if y > start]
    return strokes[-1] if strokes else start


def _rows(page: Page, head: _Head, start: float, end: float, heads: set[int]) -> list[list[list[Line]]]:
    """The table's rows, each as the lines of its cells."""
    bounds = [y for y in _strokes(page, head) if start - 1 <= y <= end]
    if not bounds or bounds[0] > start + SAME_RULE:
        bounds = [start, *bounds]
    rows = []
    for top, bottom in pairwise(bounds):
        cells: list[list[Line]] = [[] for _ in head.cells]
        for line in page.lines:
            if top <= (line.top + line.bottom) / 2 < bottom and line.row not in heads:
                under = [n for n, cell in enumerate(head.cells) if line.x0 >= cell.x0 - SAME_COLUMN]
                cells[under[-1] if under else 0].append(line)
        if any(cells):
            rows.append(cells)
    return rows


def _unfolded(cells: Sequence[list[Line]], head: _Head, fresh: Iterator[int]) -> list[Line]:
    """A row as a heading and, under it, each further cell with its column's head for a label."""
    numbers = cells[head.number] if head.number is not None else []
    found: list[Line] = []
    title = [*numbers, *cells[head.title]]
    body = title[0].size if title else 10.0
    row = next(fresh)
    for place, line in enumerate(title):
        row = row if place <= len(numbers) else next(fresh)
        found.append(replace(line, row=row, column="", bold=True, size=SET_APART * body))
    for n, cell in enumerate(cells):
        if n in (head.number, head.title) or not cell:
            continue
        row = next(fresh)
        if title:
            found.append(replace(head.cells[n], row=row, column="label", bold=True))
        for line in sorted(cell, key=lambda line: (line.row, line.x0)):
            found.append(replace(line, row=row, column="value"))
            row = next(fresh)
    return found
