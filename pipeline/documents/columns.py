"""Two columns of prose on a page, told apart and read one after the other."""

from collections.abc import Mapping, Sequence
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
    gutter = _gutter(page, wide)
    if gutter is None:
        return lines
    # Bold headings of a left column look like labels, but labels have no prose below them.
    if (
        any(line.column for line in lines)
        and sum(not line.column and line.x1 <= gutter and len(line.words) > COLUMN_WORDS for line in lines)
        < 2 * COLUMN_LINES
    ):
        return lines
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda line: (line.top, line.x0)):
        if wide[id(line)][0] < gutter < wide[id(line)][1]:
            ordered += [*_beside(left, right, frames), line]
            left, right = [], []
        else:
            (left if line.x1 <= gutter else right).append(line)
    return [*ordered, *_beside(left, right, frames)]


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


def _gutter(page: Page, wide: Mapping[int, tuple[float, float]]) -> float | None:
    """Where white space parts two columns of prose over the page, or None."""
    best: tuple[int, float] | None = None
    for step in range(30, 71, 2):
        x = page.width * step / 100
        left = [line for line in page.lines if wide[id(line)][1] <= x]
        right = [line for line in page.lines if wide[id(line)][0] >= x]
        crossing = len(page.lines) - len(left) - len(right)
        if len(left) < COLUMN_LINES or len(right) < COLUMN_LINES or crossing > CROSSING * len(page.lines):
            continue
        if min(median(len(line.words) for line in side) for side in (left, right)) < COLUMN_WORDS:
            continue
        if best is None or crossing < best[0]:
            best = (crossing, x)
    return best[1] if best is not None else None
