"""Straightening: how far a picture's lines slope, and from the straight page back to the page as it is shown."""

import math
from typing import Any

from schemas.page import Page
from schemas.place import Box

DPI = 75
"""How finely a picture is looked at: a line of 10 points is 10 pixels high."""

WIDEST = 10.0
"""Slopes of so many degrees to either side are looked for; a sheet in a feeder is seldom off by more than 3."""

COARSE, FINE = 0.5, 0.05
"""Steps in degrees, of the search and of its end."""

LEAST = 0.12
"""Less than so many degrees is left as it is: over a page's width it is 1 point."""

INK = 60
"""A pixel is ink where it is so much darker than the paper (of 255)."""

FEWEST = 300
"""So few pixels of ink have no slope."""

MOST = 60_000
"""So many pixels of ink are enough to find it."""


def skew_of(image: Any, dpi: int) -> float:
    """By how many degrees the lines of a picture rise to the right; 0 where they do not, or there are none.

    Every pixel of ink is let down on the left edge along a slope; along the right one the lines fall on each other, and
    the profile has the highest peaks.

    Args:
        image: A grey picture of Pillow's.
        dpi: Its resolution.
    """
    import numpy as np

    ys, xs = _ink(image, dpi)
    if len(ys) < FEWEST:
        return 0.0
    coarse = np.arange(-WIDEST, WIDEST + COARSE / 2, COARSE)
    best = max(coarse, key=lambda angle: _peaks(ys, xs, angle))
    fine = np.arange(best - COARSE, best + COARSE + FINE / 2, FINE)
    angle = float(max(fine, key=lambda angle: _peaks(ys, xs, angle)))
    if _peaks(ys, xs, angle) < CLEARLY * _peaks(ys, xs, 0.0):
        return 0.0
    return round(angle, 2) if abs(angle) >= LEAST else 0.0


CLEARLY = 1.02
"""The peaks must be so much higher than those of the page as it is."""


def is_sideways(image: Any, dpi: int) -> bool:
    """Whether a picture's lines run from top to bottom: then ink has its peaks across, and not down."""
    ys, xs = _ink(image, dpi)
    return len(ys) >= FEWEST and _peaks(xs, ys, 0.0) > SIDEWAYS * _peaks(ys, xs, 0.0)


SIDEWAYS = 1.5
"""On upright pages of text the peaks down are 2 to 8 times those across."""


def _ink(image: Any, dpi: int) -> tuple[Any, Any]:
    import numpy as np

    size = (max(1, image.width * DPI // dpi), max(1, image.height * DPI // dpi))
    grey = np.asarray(image.resize(size, reducing_gap=2.0)).astype(np.int16)
    ground = int(np.bincount(grey.ravel(), minlength=256).argmax())
    ys, xs = np.nonzero(ground - grey > INK)
    step = 1 + len(ys) // MOST
    return ys[::step].astype(np.float64), xs[::step].astype(np.float64)


def _peaks(along: Any, across: Any, angle: float) -> float:
    """How much the profile of ink goes up and down where it is let down along a slope."""
    import numpy as np

    down = along + across * math.tan(math.radians(angle))
    profile = np.bincount(np.round(down - down.min()).astype(np.int64))
    return float((np.diff(profile.astype(np.float64)) ** 2).sum())


def shown(page: Page, box: Box) -> Box:
    """Where a box of a page that was turned and straightened lies on the page as it is shown.

    Args:
        page: As read; its width and height are those of the turned page.
        box: In points from the top left corner of the page as read.

    Returns:
        The upright box around it, within the page.
    """
    scan = page.scan
    if scan is None or not (scan.turned or scan.skew):
        return box
    x0, top, x1, bottom = box
    corners = [_shown(page, x, y) for x in (x0, x1) for y in (top, bottom)]
    across, down = (page.height, page.width) if scan.turned in (90, 270) else (page.width, page.height)
    xs = [min(max(x, 0.0), across) for x, _ in corners]
    ys = [min(max(y, 0.0), down) for _, y in corners]
    return (round(min(xs), 2), round(min(ys), 2), round(max(xs), 2), round(max(ys), 2))


def _shown(page: Page, x: float, y: float) -> tuple[float, float]:
    assert page.scan is not None
    angle = math.radians(page.scan.skew)
    dx, dy = x - page.width / 2, y - page.height / 2
    x = page.width / 2 + dx * math.cos(angle) + dy * math.sin(angle)
    y = page.height / 2 - dx * math.sin(angle) + dy * math.cos(angle)
    if page.scan.turned == 90:
        return y, page.width - x
    if page.scan.turned == 180:
        return page.width - x, page.height - y
    if page.scan.turned == 270:
        return page.height - y, x
    return x, y
