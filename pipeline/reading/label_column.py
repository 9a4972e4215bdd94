"""A column of labels with values to the right of it: found by their weight, or by their edge."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.reading.bullets import is_bullet
from pipeline.reading.spaces import stands_out
from schemas.page import Word

GAP = 1.3
"""A gap of so many font sizes parts a row: a space is 0.25 to 0.35, in justified lines seldom above 1."""

ALIGNED = 3.0
"""Points by which the left edges of one column may differ."""

LABEL_SHARE = 0.42
"""A column of labels ends left of this share of the page's width."""

MIN_ROWS = 2
"""So many rows with a bold label and a value in one column make a column of labels."""


SURE_ROWS = 4
"""So many such rows at the edge that another page has are sure, whatever else stands on a page."""

CLOSE = 0.9
"""Rows of one paragraph stand nearer than this share of their size."""

PLAIN_ROWS = 6
"""So many rows of a file with a value at one edge may be a column of labels that no weight tells."""

PLAIN_GAP = 0.6
"""The white space before a value, in sizes: a long label leaves less than parts a row elsewhere."""

FULL_LINE = 0.75
"""Rows that run over the edge to this share of the width are text; headings and names are shorter."""

LABEL_WORDS = 4
"""Labels have so many words by the median, and no more."""


class Column(NamedTuple):
    """A page's column of values."""

    left: float
    """Its left edge in points."""

    margin: float = 0.0
    """Left edge of the labels; counts where they are plain."""

    plain: bool = False
    """Whether the labels are set as the values are."""

    bottom: float = float("inf")
    """In points: below it the page is set otherwise."""

    top: float = 0.0
    """In points: above it the page is set otherwise."""

    italic: bool = False
    """Whether the labels are in italics, and the values are not."""

    def parts(self, row: Sequence[Word], one: Word, other: Word) -> bool:
        """Whether a row is parted between two words because a value begins here."""
        if abs(other.x0 - self.left) > ALIGNED or one.x1 > self.left + 1:
            return False
        if not self.top <= one.top <= self.bottom:
            return False
        if self.italic:
            return one.italic and not other.italic
        if self.plain:
            # A bullet is no label: its text begins at an edge too.
            if is_bullet(row[0].text):
                return False
            return (
                abs(row[0].x0 - self.margin) <= ALIGNED
                and other.x0 - one.x1 > PLAIN_GAP * other.size
                and stands_out(one, other, row)
            )
        return one.bold and not other.bold


def value_columns(rows: Sequence[list[list[Word]]], widths: Sequence[float]) -> list[tuple[Column, ...]]:
    """The columns of values of each page, where it sets labels in a column of their own.

    There is one at most, but below a head whose labels are bold may stand labels in italics.

    A page with one row of a table that goes on from the page before has too few rows to tell its columns: it takes
    the column of the nearest page before it, or after it.

    Args:
        rows: Of each page, its words by row from top to bottom, each row from left to right.
        widths: Of each page, in points.
    """
    columns = _upright_columns(rows, widths)
    italic = _italic_column(rows, widths)
    if italic is None:
        return [(column,) if column else () for column in columns]
    told: list[tuple[Column, ...]] = []
    for page, width, column in zip(rows, widths, columns, strict=True):
        if not any(_valued(row, italic) for row in page):
            told.append((column,) if column else ())
        elif (head := _head_column(page, width)) is not None:
            told.append((head, italic._replace(top=head.bottom)))
        else:
            told.append((italic,))
    return told


def _upright_columns(rows: Sequence[list[list[Word]]], widths: Sequence[float]) -> list[Column | None]:
    """Of each page the column of values beside labels in bold type, or in the values' own."""
    found = [_bold_column(page, width) for page, width in zip(rows, widths, strict=True)]
    if not any(found):
        plain = _plain_column(rows, widths)
        if plain is None:
            return [_head_column(page, width) for page, width in zip(rows, widths, strict=True)]
        return [plain if any(_valued(row, plain) for row in page) else None for page in rows]
    columns: list[Column | None] = []
    for index, left in enumerate(found):
        near = (
            [left]
            if left is not None
            else [
                found[other]
                for other in (index - 1, index + 1)
                if 0 <= other < len(found) and _fits(rows[index], found[other])
            ]
        )
        columns.append(Column(near[0]) if near and near[0] is not None else None)
    return columns


def _italic_column(rows: Sequence[list[list[Word]]], widths: Sequence[float]) -> Column | None:
    """The column of values of a file beside labels in italics, where more rows keep to its edge than run across."""
    slanted = [row for page in rows for row in page if row[0].italic]
    edges: list[float] = []
    for row in slanted if len(slanted) >= SURE_ROWS else ():
        turn = next((number for number, word in enumerate(row) if not word.italic), 0)
        if turn and row[turn].x0 - row[turn - 1].x1 > 0.5 * row[turn].size:
            edges.append(row[turn].x0)
    if len(edges) < SURE_ROWS:
        return None
    left = _most_common(edges)
    if left > 0.55 * median(widths):
        return None
    column = Column(left, _most_common([row[0].x0 for row in slanted]), italic=True)
    labelled = sum(_valued(row, column) for row in slanted)
    across = sum(row[-1].x1 > left + ALIGNED and not _valued(row, column) for row in slanted)
    return column if labelled >= SURE_ROWS and labelled > across else None


HEAD_ROWS = 3
"""So many rows with a bold label and a value, one under the other, are a table, whatever the page has below."""


def _head_column(rows: list[list[Word]], width: float) -> Column | None:
    """The column of values of a head alone: its rows follow each other, and what runs across stands below the last."""
    left, bottom, count = None, 0.0, 0
    for row in rows:
        if left is None:
            left = _turn_of(row, width) if row[0].bold else None
        if left is None:
            continue
        if _turns_at(row, left):
            count, bottom = count + 1, row[0].bottom
        elif abs(row[0].x0 - left) <= ALIGNED:
            bottom = row[0].bottom
        elif not row[0].bold or row[-1].x1 > left:
            break
    if left is None or count < HEAD_ROWS or _rows_of_text(rows, left) > count:
        return None
    return Column(left, bottom=bottom)


def _turn_of(row: list[Word], width: float) -> float | None:
    """Where the value begins in a row of bold words, a gap and plain ones; a sign alone is none if words follow."""
    plain = [number for number, word in enumerate(row) if not word.bold]
    turn = next(
        (number for number in plain if any(map(str.isalnum, row[number].text))), plain[0] if plain else 0
    )
    if not turn or row[turn].x0 - row[turn - 1].x1 <= 0.5 * row[turn].size or row[turn].x0 >= 0.55 * width:
        return None
    return row[turn].x0


def _fits(rows: list[list[Word]], value_left: float | None) -> bool:
    """Whether a page has more rows with a bold label and a value at this edge than, below the first, rows across it.

    What stands above the first of them (a head, a list of contents) may run across, and between many of them what
    goes on with none of their values.
    """
    if value_left is None:
        return False
    first = next((number for number, row in enumerate(rows) if _turns_at(row, value_left)), len(rows))
    fitting = sum(_turns_at(row, value_left) for row in rows[first:])
    across = [
        number
        for number, row in enumerate(rows[first:], first)
        if any(not word.bold and word.x0 < value_left - 5 < word.x1 for word in row)
    ]
    if len(across) < fitting:
        return True
    return fitting >= SURE_ROWS and not any(_goes_on(rows, number, value_left) for number in across)


def _goes_on(rows: list[list[Word]], number: int, value_left: float) -> bool:
    """Whether a row stands close under one with a label and a value, or under what goes on with one."""
    while number:
        row, above = rows[number], rows[number - 1]
        if row[0].top - above[0].bottom > CLOSE * row[0].size:
            return False
        if _turns_at(above, value_left):
            return True
        if above[0].bold:
            return False
        number -= 1
    return False


def _turns_at(row: list[Word], value_left: float) -> bool:
    """Whether a row has a bold word and behind it, at the values' edge, a plain one."""
    return any(
        abs(other.x0 - value_left) <= ALIGNED and one.bold and not other.bold for one, other in pairwise(row)
    )


def _bold_column(rows: list[list[Word]], width: float) -> float | None:
    """Left edge of the values, where the page sets bold labels in a column of their own."""
    left = min((row[0].x0 for row in rows), default=0.0)
    edges: list[float] = []
    for row in rows:
        if not row[0].bold or row[0].x0 > left + 0.12 * width or row[0].x0 > 0.3 * width:
            continue
        edge = _turn_of(row, width)
        if edge is not None:
            edges.append(edge)
    if len(edges) < MIN_ROWS:
        return None
    best, count = max(
        ((edge, sum(abs(edge - other) <= ALIGNED for other in edges)) for edge in edges),
        key=lambda pair: pair[1],
    )
    if count < MIN_ROWS:
        return None
    if _rows_of_text(rows, best) > count:
        return None
    # Values alone in their row confirm the column: text that runs across it denies it.
    alone = sum(abs(row[0].x0 - best) <= ALIGNED and not row[0].bold for row in rows)
    crossing = sum(_crosses(row, best) for row in rows)
    return best if crossing <= count + alone else None


def _rows_of_text(rows: list[list[Word]], edge: float) -> int:
    """How many rows begin in plain type left of an edge and go on at it: more than labels where text is in columns."""
    return sum(not row[0].bold and row[0].x0 < edge - ALIGNED and _starts_at(row, edge) for row in rows)


def _starts_at(row: list[Word], edge: float) -> bool:
    """Whether a word stands at an edge, behind a gap that is no space."""
    return any(
        abs(other.x0 - edge) <= ALIGNED and other.x0 - one.x1 > 0.5 * other.size
        for one, other in pairwise(row)
    )


def _crosses(row: list[Word], edge: float) -> bool:
    """Whether a row's plain words run over an edge without a gap."""
    return any(
        not one.bold
        and edge - 60 < one.x1 < edge + 40
        and one.x0 < edge - 5
        and other.x0 - one.x1 < GAP * one.size
        and other.x0 <= edge + 60
        for one, other in pairwise(row)
    )


def _plain_column(rows: Sequence[list[list[Word]]], widths: Sequence[float]) -> Column | None:
    """The column of values of a file whose labels no weight tells: most of its rows keep to the edge."""
    everything = [row for page in rows for row in page]
    if len(everything) < 2 * PLAIN_ROWS:
        return None
    margin = _most_common([row[0].x0 for row in everything])
    # Where values are long, most lines begin at their edge, and the labels' margin is left of it.
    further = [row[0].x0 for row in everything if row[0].x0 < margin - ALIGNED]
    return _plain_column_from(margin, everything, median(widths)) or (
        _plain_column_from(_most_common(further), everything, median(widths)) if further else None
    )


def _plain_column_from(margin: float, everything: Sequence[list[Word]], width: float) -> Column | None:
    """The column of values beside labels that begin at a margin."""
    edges: list[float] = []
    for row in everything:
        if abs(row[0].x0 - margin) > ALIGNED or is_bullet(row[0].text):
            continue
        turn = next((i for i, (one, other) in enumerate(pairwise(row), 1) if _gap(one, other)), None)
        if turn is not None and margin + 0.1 * width < row[turn].x0 < margin + LABEL_SHARE * width:
            edges.append(row[turn].x0)
    if len(edges) < PLAIN_ROWS:
        return None
    column = Column(_most_common(edges), margin, plain=True)
    labelled = [row for row in everything if _valued(row, column)]
    alone = sum(abs(row[0].x0 - column.left) <= ALIGNED for row in everything)
    full = margin + FULL_LINE * (max(row[-1].x1 for row in everything) - margin)
    crossing = sum(
        row[0].x0 < column.left - ALIGNED and row[-1].x1 > full and not _valued(row, column)
        for row in everything
    )
    words = [sum(word.x1 <= column.left + 1 for word in row) for row in labelled]
    if len(labelled) < PLAIN_ROWS or median(words) > LABEL_WORDS:
        return None
    if not alone and 2 * len(labelled) < len(everything):
        return None  # where no value goes on in a second row, most rows must have one
    names = sum(_is_name(row, column) or _has_third_cell(row, column) for row in labelled)
    if 2 * names > len(labelled):
        return None
    return column if len(labelled) + alone > crossing else None


def _is_name(row: Sequence[Word], column: Column) -> bool:
    """Whether what stands before a value is written as names are: "Ida Holm (A)", and no "Sagens gang"."""
    words = [word.text for word in row if word.x1 <= column.left + 1]
    capitals = [word.lstrip("([")[:1].isupper() and not (word.isupper() and len(word) > 3) for word in words]
    return len(words) > 1 and all(capitals)


def _has_third_cell(row: Sequence[Word], column: Column) -> bool:
    """Whether a row is parted once more within its value."""
    return any(
        one.x0 >= column.left - ALIGNED and _gap(one, other) and stands_out(one, other, row)
        for one, other in pairwise(row)
    )


def _gap(one: Word, other: Word) -> bool:
    return other.x0 - one.x1 > PLAIN_GAP * max(one.size, other.size, 6.0)


def _valued(row: Sequence[Word], column: Column) -> bool:
    """Whether a row has a label at the margin and a value at the edge."""
    return any(column.parts(row, one, other) for one, other in pairwise(row))


def _most_common(edges: Sequence[float]) -> float:
    """The edge at which most stand."""
    counts = Counter(round(edge) for edge in edges)
    around = {edge: sum(counts[edge + step] for step in (-2, -1, 0, 1, 2)) for edge in counts}
    best = max(counts, key=lambda edge: (around[edge], counts[edge]))
    return median(edge for edge in edges if abs(edge - best) <= 2.5)
