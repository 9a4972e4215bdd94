"""Tables that draw no strokes between their columns: a grid is told by their heads and by white space.

Such a table is given the strokes that it lacks, so that its cells are read as those of a drawn one.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.documents.block import is_bullet
from pipeline.documents.frames import reach_of
from pipeline.documents.plan.column_heads import APART, heads_at, high_of, low_of, pieces_of
from pipeline.documents.plan.grid_rows import Grid, Strip, part_stacked, rows_of, strip_of
from pipeline.documents.plan.words import zone_of
from pipeline.reading import line_of
from schemas.page import Line, Page, Rule

LARGEST_GAP = 2.6
"""White space of more sizes than this ends a table."""

LARGER, LARGER_ROW = 1.08, 1.3
"""A line so many times larger than the heads and rows above ends a table; lines beside each other must be larger."""

CROSSED = 3.0
"""Points by which a line that runs across two columns passes a head's left edge."""


def with_grids(pages: Sequence[Page]) -> list[Page]:
    """Pages whose tables without strokes between their columns have them.

    Args:
        pages: A plan's.
    """
    found: list[Page] = []
    before: Grid | None = None
    for page in pages:
        grids = _grids_of(page, before)
        before = grids[-1] if grids and grids[-1].open else None
        found.append(_ruled(page, grids) if grids else page)
    return found


def _grids_of(page: Page, before: Grid | None) -> list[Grid]:
    """The tables of a page, from its top on; the first may go on with that of the page before."""
    pieces = sorted((piece for line in page.lines for piece in pieces_of(line)), key=lambda p: (p.top, p.x0))
    grids: list[Grid] = []
    position = 0
    if before is not None:
        grid, position = _body(before.heads, pieces, 0)
        if grid is not None and _parted(grid, page, before.edges):
            grids.append(grid)
        else:
            position = 0
    while position < len(pieces):
        heads, after = heads_at(pieces, position)
        if not heads or _drawn(page, heads):
            position += 1
            continue
        grid, end = _body(heads, pieces, after)
        if grid is None or not _parted(grid, page):
            position += 1
            continue
        grid.strips.insert(0, strip_of(pieces[position:after]))
        grid.first = 1
        grids.append(grid)
        position = end
    for grid in grids:
        part_stacked(grid)
        grid.drawn = _drawn_rows(grid, page)
    return grids


def _drawn(page: Page, heads: Sequence[Line]) -> bool:
    """Whether a stroke is drawn between two heads."""
    middle = (heads[0].top + heads[0].bottom) / 2
    return any(
        rule.x1 - rule.x0 < 5
        and rule.bottom - rule.top > 5
        and rule.top <= middle <= rule.bottom
        and one.x1 - 1 <= rule.x0 <= other.x0 + 1
        for rule in page.rules
        for one, other in pairwise(heads)
    )


# --- rows -------------------------------------------------------------------------------------------


def _body(heads: Sequence[Line], pieces: Sequence[Line], start: int) -> tuple[Grid | None, int]:
    """What stands below heads until the table ends, and the position behind it."""
    strips: list[Strip] = []
    bottom = max(head.bottom for head in heads) if start else None
    position = start
    while position < len(pieces):
        strip, after = _next_strip(pieces, position)
        size = heads[0].size
        if bottom is not None and strip.top - bottom > LARGEST_GAP * size:
            break
        largest = max(piece.size for piece in strip.pieces) / max(size, _usual(strips, size))
        if largest > (LARGER_ROW if _beside(strip) else LARGER):
            break
        if heads_at(pieces, position)[0]:
            break
        crossing = any(_crosses(piece, heads) for piece in strip.pieces)
        bold = all(piece.bold for piece in strip.pieces)
        alone = len(strip.pieces) == 1 and bold and not _bold_first(strips)
        if crossing or alone:
            told = zone_of(strip.pieces[0].text)
            follows = after < len(pieces) and bold and _row_follows(pieces, after, heads)
            if not follows or (told is not None and told[1]):
                break
            strip.band = True
        strips.append(strip)
        bottom, position = strip.bottom, after
    if not any(_beside(strip) and not strip.band for strip in strips):
        return None, start
    return Grid(list(heads), strips, open=position >= len(pieces)), position


def _usual(strips: Sequence[Strip], size: float) -> float:
    """The largest type of some lines; the size of the heads where there are none."""
    return max((piece.size for strip in strips for piece in strip.pieces), default=size)


def _bold_first(strips: Sequence[Strip]) -> bool:
    """Whether the rows so far begin with bold type, or none is there yet."""
    rows = [strip for strip in strips if _beside(strip) and not strip.band]
    return any(min(strip.pieces, key=lambda piece: piece.x0).bold for strip in rows)


def _row_follows(pieces: Sequence[Line], position: int, heads: Sequence[Line]) -> bool:
    """Whether a row of cells begins with a line."""
    strip, _ = _next_strip(pieces, position)
    return _beside(strip) and not any(_crosses(piece, heads) for piece in strip.pieces)


def _beside(strip: Strip) -> bool:
    """Whether lines stand beside each other, and not only a bullet beside its words."""
    return sum(not is_bullet(piece.text) for piece in strip.pieces) > 1


def _next_strip(pieces: Sequence[Line], position: int) -> tuple[Strip, int]:
    """The lines beside each other that begin with a piece, and the position behind them."""
    held = [pieces[position]]
    after = position + 1
    while after < len(pieces):
        piece = pieces[after]
        low = max(low_of(other) for other in held)
        if high_of(piece) >= low:
            break
        held.append(piece)
        after += 1
    return strip_of(held), after


def _crosses(piece: Line, heads: Sequence[Line]) -> bool:
    """Whether a line begins below one head, or left of it, and runs on below the next."""
    return any(
        piece.x0 <= one.x1 and piece.x0 < other.x0 - CROSSED and reach_of(piece) > other.x0 + CROSSED
        for one, other in pairwise(heads)
    )


# --- columns ----------------------------------------------------------------------------------------


def _parted(grid: Grid, page: Page, edges: Sequence[float] = ()) -> bool:
    """Find where a table's columns part; False where its lines leave no white space for that.

    Args:
        grid: It.
        page: Boxes that it fills in some rows tell where they part.
        edges: Where they part on the page before.
    """
    held = [piece for strip in grid.strips if not strip.band for piece in strip.pieces]
    if edges:
        grid.edges = list(edges)
        return not any(
            piece.x0 < edge - 1 and reach_of(piece) > edge + 1 for piece in held for edge in edges[1:-1]
        )
    held += grid.heads
    covered: list[list[float]] = []
    for piece in sorted(held, key=lambda piece: piece.x0):
        if covered and piece.x0 < covered[-1][1] + APART * piece.size / 2:
            covered[-1][1] = max(covered[-1][1], reach_of(piece))
        else:
            covered.append([piece.x0, reach_of(piece)])
    named = [sum(x0 - 1 <= head.x0 <= x1 for head in grid.heads) for x0, x1 in covered]
    if max(named) > 1 or sum(named) < len(grid.heads):
        return False
    columns: list[list[float]] = []
    backwards = not named[0]
    order = list(zip(covered, named, strict=True))
    for span, head in reversed(order) if backwards else order:
        if head or not columns:
            columns.append(list(span))
        else:
            columns[-1] = [min(columns[-1][0], span[0]), max(columns[-1][1], span[1])]
    columns.sort()
    right = max(columns[-1][1], max(piece.x1 for strip in grid.strips for piece in strip.pieces))
    top, bottom = grid.heads[0].top, grid.strips[-1].bottom
    filled = [
        x
        for rule in page.rules
        if rule.bottom > top and rule.top < bottom and rule.bottom - rule.top > 5
        for x in (rule.x0, rule.x1)
    ]
    grid.edges = [
        _edge(columns[0][0] - OUTSIDE, columns[0][0], filled, columns[0][0] - 4),
        *(_edge(one[1], other[0], filled, (one[1] + other[0]) / 2) for one, other in pairwise(columns)),
        _edge(right, right + OUTSIDE, filled, right + 4),
    ]
    return True


OUTSIDE = 12.0
"""Points between a table's words and its outer sides."""


def _edge(left: float, right: float, drawn: Sequence[float], otherwise: float) -> float:
    """Where a side stands between two columns: where one is drawn in some rows, else in the middle."""
    return next((x for x in drawn if left <= x <= right), otherwise)


def _drawn_rows(grid: Grid, page: Page) -> dict[int, bool]:
    """The strips of a table's body above which a stroke or a box's edge is drawn."""
    edges = [
        (y, rule.x0, rule.x1)
        for rule in page.rules
        if rule.x1 - rule.x0 > 10
        for y in {rule.top, rule.bottom}
    ]
    left, right = grid.edges[0], grid.edges[-1]
    found: dict[int, bool] = {}
    for n, (above, strip) in enumerate(pairwise(grid.strips), start=1):
        top, bottom = max(map(low_of, above.pieces)), min(map(high_of, strip.pieces))
        drawn = [(max(x0, left), min(x1, right)) for y, x0, x1 in edges if top <= y <= bottom]
        if sum(x1 - x0 for x0, x1 in drawn if x1 > x0) >= LONG * (right - grid.edges[1]):
            found[n] = not any(x0 < grid.edges[1] - 6 for x0, _ in drawn)
    return found


LONG = 0.6
"""A stroke between rows is at least so long, as a share of the table's width behind its first column."""


# --- strokes ----------------------------------------------------------------------------------------


def _ruled(page: Page, grids: Sequence[Grid]) -> Page:
    """A page with the strokes that its tables lack, and its lines cut at them."""
    rules = list(page.rules)
    cut: dict[int, list[Line]] = {}
    for grid in grids:
        rules += _strokes_of(grid)
        top, bottom = grid.strips[0].top, grid.strips[-1].bottom
        bands = [(strip.top, strip.bottom) for strip in grid.strips if strip.band]
        for line in page.lines:
            middle = (line.top + line.bottom) / 2
            if top <= middle <= bottom and not any(above <= middle <= below for above, below in bands):
                cut[id(line)] = _cut(line, grid.edges)
    return replace(
        page, rules=rules, lines=[piece for line in page.lines for piece in cut.get(id(line), [line])]
    )


def _cut(line: Line, edges: Sequence[float]) -> list[Line]:
    columns: dict[int, list[int]] = {}
    for position, word in enumerate(line.words):
        columns.setdefault(sum(edge <= word.x0 + 1 for edge in edges[1:-1]), []).append(position)
    if len(columns) < 2:
        return [line]
    return [
        line_of([line.words[n] for n in positions], line.page, line.row)
        for _, positions in sorted(columns.items())
    ]


def _strokes_of(grid: Grid) -> list[Rule]:
    """The strokes around a table's cells."""
    left, right = grid.edges[0], grid.edges[-1]
    first = grid.strips[0].top - 1
    flat = [Rule(left - 2 * BEYOND, first, right + 2 * BEYOND, first)]
    upright: list[Rule] = []
    begun = first
    band = grid.strips[0].band
    starts = rows_of(grid)
    for n, (above, strip) in enumerate(pairwise(grid.strips), start=1):
        if n not in starts:
            continue
        middle = (above.bottom + strip.top) / 2
        flat.append(Rule(grid.edges[1] if starts[n] else left, middle, right, middle))
        if strip.band != band:
            upright += _sides(grid, begun, middle, band=band)
            begun, band = middle, strip.band
    last = grid.strips[-1].bottom + 1
    flat.append(Rule(left - BEYOND, last, right + BEYOND, last))
    return [*flat, *upright, *_sides(grid, begun, last, band=band)]


BEYOND = 4.0
"""Points by which a table's first and last stroke stand out, so that those of two tables make no table between them."""


def _sides(grid: Grid, top: float, bottom: float, *, band: bool) -> list[Rule]:
    edges = (grid.edges[0], grid.edges[-1]) if band else grid.edges
    return [Rule(x, top, x, bottom) for x in edges]
