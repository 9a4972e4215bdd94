"""The rows of a table without strokes between its columns: what stands beside each other, and where the next begins."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.documents.block import is_bullet
from pipeline.documents.plan.column_heads import high_of, low_of
from pipeline.documents.plan.columns import NUMBER, NUMBERED
from pipeline.documents.plan.words import read_label
from schemas.page import Line

WIDE = 0.25
"""White space of so many sizes more than between a cell's lines parts two rows."""


@dataclass(slots=True)
class Strip:
    """Lines of a table that stand beside each other, however high."""

    top: float
    bottom: float
    pieces: list[Line]
    band: bool = False
    """Whether it runs across the columns and names what the rows below it are about."""


@dataclass(slots=True)
class Grid:
    """A table's columns, and what of it stands on one page."""

    heads: list[Line]
    """What stands in the head of each column, all its lines together, from left to right."""

    strips: list[Strip]
    edges: list[float] = field(default_factory=list)
    """Where its columns part, its outer sides included."""

    first: int = 0
    """The strip with which its body begins: 1 where the heads stand above it on this page."""

    open: bool = False
    """Whether it runs to the page's end."""

    drawn: dict[int, bool] = field(default_factory=dict)
    """The strips above which a stroke runs, and whether the first column's cell stands beside it."""


def strip_of(held: Sequence[Line]) -> Strip:
    """Lines that stand beside each other, together."""
    return Strip(min(piece.top for piece in held), max(piece.bottom for piece in held), list(held))


def column_of(grid: Grid, piece: Line) -> int:
    """The column that a line stands in, counted from 0."""
    return sum(edge <= piece.x0 + 1 for edge in grid.edges[1:-1])


def part_stacked(grid: Grid) -> None:
    """Part the lines of several rows that the first column's words, in the middle beside them, hold together.

    Several numbers below each other in one column belong to as many rows.
    """
    strips: list[Strip] = []
    for n, strip in enumerate(grid.strips):
        beside = sorted((p for p in strip.pieces if column_of(grid, p)), key=lambda piece: piece.top)
        numbers = [column_of(grid, piece) for piece in beside if NUMBERED.match(piece.text)]
        if n < grid.first or strip.band or len(numbers) == len(set(numbers)):
            strips.append(strip)
            continue
        held: list[list[Line]] = []
        for piece in beside:
            if held and high_of(piece) < max(map(low_of, held[-1])):
                held[-1].append(piece)
            else:
                held.append([piece])
        parts: list[Strip] = []
        for pieces in map(strip_of, held):
            if parts and not _numbered(grid, pieces):
                parts[-1] = strip_of([*parts[-1].pieces, *pieces.pieces])
            else:
                parts.append(pieces)
        parts[0].pieces += [piece for piece in strip.pieces if not column_of(grid, piece)]
        strips += parts
    grid.strips = strips


def rows_of(grid: Grid) -> dict[int, bool]:
    """The strips with which rows begin, and whether the first column's cell of the row before runs on beside them."""
    spaced = _spaced_rows(grid)
    drawn = {n: runs_on for n, runs_on in grid.drawn.items() if n > grid.first}
    missed = sum(not runs_on and n not in drawn for n, runs_on in spaced.items())
    # Strokes between all rows tell more than white space does; a box around some rows tells of those alone.
    if drawn and missed - 1 <= len(drawn) / 2:
        return {grid.first: False} | drawn
    return spaced | drawn


def _spaced_rows(grid: Grid) -> dict[int, bool]:
    """The same by white space and words alone."""
    strips = grid.strips
    gaps = [
        min(map(high_of, strip.pieces)) - max(map(low_of, above.pieces)) for above, strip in pairwise(strips)
    ]
    usual, leads = _usual_gap(grid), _leads(grid)
    found = {grid.first: False}
    label = next(
        (p for s in strips[grid.first :] for p in s.pieces if not s.band and not column_of(grid, p)), None
    )
    if label is not None and is_bullet(label.words[0].text):
        return found  # Lists side by side, and no rows.
    for n in range(grid.first + 1, len(strips)):
        strip, above = strips[n], strips[n - 1]
        size = strip.pieces[0].size
        if strip.band or above.band:
            found[n] = False
            continue
        if gaps[n - 1] >= usual + WIDE * size:
            segment = [n]
            while segment[-1] + 1 < len(strips) and gaps[segment[-1]] < usual + WIDE * size:
                segment.append(segment[-1] + 1)
            held = [piece for m in segment for piece in strips[m].pieces]
            columns = {column_of(grid, piece) for piece in held}
            if 0 in columns and len(columns) > 1:
                if leads is None or any(leads(piece) for piece in held if column_of(grid, piece) == 0):
                    found[n] = False
            elif len(columns) > 1 and _numbered(grid, strip):
                found[n] = True
        elif _begins_row(grid, strip, leads) and any(
            column_of(grid, piece) == 0
            for m in range(max(k for k, runs_on in found.items() if not runs_on), n)
            for piece in strips[m].pieces
        ):
            found[n] = not any(column_of(grid, p) == 0 and not p.text[:1].islower() for p in strip.pieces)
    return found


def _usual_gap(grid: Grid) -> float:
    """The white space between the lines of one cell: the least that stands between two lines of one column."""
    last: dict[int, Line] = {}
    gaps: list[float] = []
    for strip in grid.strips[grid.first :]:
        for piece in sorted(strip.pieces, key=lambda piece: piece.top):
            if is_bullet(piece.text):
                continue
            column = 0 if strip.band else column_of(grid, piece)
            above = last.get(column)
            if above is not None and piece.top > above.top + 0.5 * piece.size:
                gaps.append(high_of(piece) - low_of(above))
            last[column] = piece
    return min(gaps, default=0.0)


def _leads(grid: Grid) -> Callable[[Line], bool] | None:
    """How the first column's lines that begin rows are told from those that go on; None where all are alike."""
    first = [
        piece
        for strip in grid.strips[grid.first :]
        if not strip.band
        for piece in sorted(strip.pieces, key=lambda piece: piece.top)
        if column_of(grid, piece) == 0
    ]
    told: tuple[Callable[[Line], bool], ...] = (
        lambda piece: read_label(piece.text) is not None,
        lambda piece: NUMBER.fullmatch(piece.words[0].text) is not None,
        lambda piece: piece.bold,
    )
    for leads in told:
        if first and leads(first[0]) and 1 < sum(map(leads, first)) < len(first):
            return leads
    return None


def _begins_row(grid: Grid, strip: Strip, leads: Callable[[Line], bool] | None) -> bool:
    """Whether lines that stand close below others begin a row: in all columns, or beside a number."""
    first = sorted(strip.pieces, key=lambda piece: -piece.top)
    columns = {column_of(grid, piece): piece.text[:1].islower() for piece in first}
    if any(goes_on for column, goes_on in columns.items() if column):
        return False
    if columns.get(0) is False:
        if leads is not None and not any(
            leads(piece) for piece in strip.pieces if not column_of(grid, piece)
        ):
            return False
        return _numbered(grid, strip) or all(
            len({column_of(grid, piece) for piece in other.pieces}) == len(grid.heads)
            for other in grid.strips
            if not other.band
        )
    return len(columns.keys() - {0}) == len(grid.heads) - 1 > 1 and _numbered(grid, strip)


def _numbered(grid: Grid, strip: Strip) -> bool:
    """Whether a number alone stands in one of the further columns."""
    return any(column_of(grid, piece) and NUMBERED.match(piece.text) for piece in strip.pieces)
