"""Two columns of prose on a page, told apart and read one after the other."""

from statistics import median

from schemas.page import Line, Page

COLUMN_LINES = 6
"""A column of prose has at least so many lines …"""

COLUMN_WORDS = 3
"""… of at least so many words each, by the median."""

CROSSING = 0.2
"""At most this share of a page's lines may run across the gutter between two columns."""


def in_columns(page: Page) -> list[Line]:
    """A page's lines, two columns of prose read column by column between the lines that run across."""
    lines = page.lines
    if len(lines) < 2 * COLUMN_LINES:
        return lines
    gutter = _gutter(page)
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
        if line.x0 < gutter < line.x1:
            ordered += [*left, *right, line]
            left, right = [], []
        else:
            (left if line.x1 <= gutter else right).append(line)
    return [*ordered, *left, *right]


def _gutter(page: Page) -> float | None:
    """Where white space parts two columns of prose over the page, or None."""
    best: tuple[int, float] | None = None
    for step in range(30, 71, 2):
        x = page.width * step / 100
        left = [line for line in page.lines if line.x1 <= x]
        right = [line for line in page.lines if line.x0 >= x]
        crossing = len(page.lines) - len(left) - len(right)
        if len(left) < COLUMN_LINES or len(right) < COLUMN_LINES or crossing > CROSSING * len(page.lines):
            continue
        if min(median(len(line.words) for line in side) for side in (left, right)) < COLUMN_WORDS:
            continue
        if best is None or crossing < best[0]:
            best = (crossing, x)
    return best[1] if best is not None else None
