"""Columns of prose on a page, told apart and read one after the other."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from pipeline.documents.frames import Frame
from schemas.page import Line, Page

COLUMN_LINES = 6
"""A column of prose has at least so many lines …"""

COLUMN_WORDS = 3
"""… of at least so many words each, by the median."""

CROSSING = 0.2
"""At most this share of a page's lines may run across the gutter between two columns."""


def in_columns(page: Page, frames: Mapping[int, Frame], rows: Mapping[Frame, Sequence[Frame]]) -> list[Line]:
    """A page's lines, two columns of prose read column by column between the lines and tables that run across.

    Args:
        page: With its lines in reading order.
        frames: The cell of each line that stands in one, by the line's identity.
        rows: The table's row of each cell that has others beside it.
    """
    lines = page.lines
    if len(lines) < 2 * COLUMN_LINES:
        return lines
    wide = {id(line): (line.x0, line.x1) for line in lines}
    for key, frame in frames.items():
        if frame in rows:
            wide[key] = rows[frame][0].left, rows[frame][-1].right
    gutter = _gutter(lines, wide, 0.0, page.width)
    bands = _bands(lines, wide, gutter) if gutter is not None else set()
    if gutter is None:
        # The reading took cells that stand beside each other for columns, although headings part them into rows.
        moved = [line.x0 for above, line in pairwise(lines) if line.row < above.row and line.x0 > above.x0]
        gutter = min(moved, default=0.0) - 1
        bands = _bands(lines, wide, gutter) if moved else set()
        if not bands:
            return lines
    # Bold headings of a left column look like labels, but labels have no prose below them.
    if (
        any(line.column for line in lines)
        and sum(not line.column and line.x1 <= gutter and len(line.words) > COLUMN_WORDS for line in lines)
        < 2 * COLUMN_LINES
    ):
        return lines
    gutters = _further(lines, wide, gutter)
    ordered: list[Line] = []
    columns: list[list[Line]] = [[] for _ in range(len(gutters) + 1)]
    for line in sorted(lines, key=lambda line: (line.top, line.x0)):
        if id(line) in bands or any(wide[id(line)][0] < x < wide[id(line)][1] for x in gutters):
            ordered += [*_in_turn(columns, frames), line]
            columns = [[] for _ in columns]
        else:
            columns[sum(line.x1 > x for x in gutters)].append(line)
    return [*ordered, *_in_turn(columns, frames)]


def _further(lines: Sequence[Line], wide: Mapping[int, tuple[float, float]], gutter: float) -> list[float]:
    """Where white space parts columns: at the first gutter, and at a second one on one side of it."""
    left = [line for line in lines if wide[id(line)][1] <= gutter]
    right = [line for line in lines if wide[id(line)][0] >= gutter]
    found = [gutter]
    for side in (left, right):
        if len(side) >= 2 * COLUMN_LINES:
            edges = min(line.x0 for line in side), max(line.x1 for line in side)
            further = _gutter(side, wide, *edges, words=NARROW_WORDS)
            found += [further] if further is not None else []
    return sorted(found) if len(found) < MOST_COLUMNS else [gutter]


NARROW_WORDS = 2
"""Lines of three columns have fewer words, labels and bullets among them."""

MOST_COLUMNS = 3
"""Prose stands in no more columns on a page."""


def _in_turn(columns: Sequence[list[Line]], frames: Mapping[int, Frame]) -> list[Line]:
    """Columns one after the other."""
    if len(columns) == 2:
        return _beside(columns[0], columns[1], frames)
    return [line for column in columns for line in column]


def _bands(lines: Sequence[Line], wide: Mapping[int, tuple[float, float]], gutter: float) -> set[int]:
    """The left column's headings for which the right one leaves room: each opens a row of its own across the page."""
    right = sorted((line for line in lines if wide[id(line)][0] >= gutter), key=lambda line: line.top)
    usual = median(line.size for line in lines)
    found: set[int] = set()
    last: set[int] = set()
    for line in lines:
        if wide[id(line)][1] > gutter or not (line.bold or line.size > LARGER * usual):
            continue
        above = max((other.bottom for other in right if other.top < line.top), default=None)
        below = min((other.top for other in right if other.bottom > line.bottom), default=None)
        if above is not None and below is None and above <= line.top:
            last.add(id(line))
        if (
            above is not None
            and below is not None
            and above <= line.top
            and line.bottom <= below
            and below - above >= ROOM * line.size
        ):
            found.add(id(line))
    return found | last if found else found


LARGER, ROOM = 1.15, 3.0
"""A heading that is not bold is so much larger than usual type; the blank beside it is so many of its sizes high."""


def _beside(left: list[Line], right: list[Line], frames: Mapping[int, Frame]) -> list[Line]:
    """Two columns, one after the other; boxes in the margin of prose each before what stands lower than its top."""
    boxed = [line for line in right if id(line) in frames]
    if not boxed or len(boxed) < len(right) or any(id(line) in frames for line in left):
        return [*left, *right]
    ordered: list[Line] = []
    rest = list(right)
    for line in left:
        while rest and frames[id(rest[0])].top <= line.top + MARGIN_BOX:
            ordered.append(rest.pop(0))
        ordered.append(line)
    return ordered + rest


MARGIN_BOX = 4.0
"""Points that a box's upper edge may lie below that of the line beside it."""


def _gutter(
    lines: Sequence[Line],
    wide: Mapping[int, tuple[float, float]],
    edge: float,
    end: float,
    *,
    words: float = COLUMN_WORDS,
) -> float | None:
    """Where white space parts two columns of prose over the height of some lines, or None.

    Args:
        lines: A page's, or one side's.
        wide: How far each runs, by its identity.
        edge: Where the page or the side begins.
        end: Where it ends.
        words: So many stand in a line of each column, by the median.
    """
    best: tuple[int, float] | None = None
    for step in range(30, 71, 2):
        x = edge + (end - edge) * step / 100
        left = [line for line in lines if wide[id(line)][1] <= x]
        right = [line for line in lines if wide[id(line)][0] >= x]
        crossing = len(lines) - len(left) - len(right)
        if len(left) < COLUMN_LINES or len(right) < COLUMN_LINES or crossing > CROSSING * len(lines):
            continue
        if min(median(len(line.words) for line in side) for side in (left, right)) < words:
            continue
        if best is None or crossing < best[0]:
            best = (crossing, x)
    return best[1] if best is not None else None


def label_rows(page: Page) -> set[int]:
    """The lines that stand beside a label with its colon ("Fra:"), by their identity: each begins a value."""
    labels = {
        line.row: line
        for line in page.lines
        if line.text.endswith(":") and len(line.words) <= LABEL_WORDS and line.text[0].isupper()
    }
    return {
        id(line) for line in page.lines if line.row in labels and line.x0 > labels[line.row].x1
    }  # fmt: skip


LABEL_WORDS = 2
"""A label in front of a value has no more words: "Dato:", "Jeres ref.:"."""
