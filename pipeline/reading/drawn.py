"""What is drawn on a page beside its words: rules of tables, bullets, pictures; what stands in forms too."""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

import pypdfium2.raw as raw

from pipeline.reading.limits import has_on_page
from schemas.page import Rule, Word

BULLET_REACH = 2.5
"""A bullet stands within so many font sizes of its text: 0.8 in Chromium's print, up to 2 in Word's."""

MAX_PATHS = 20_000
"""Drawn objects looked at on a page; maps and drawings have more, and none of them is a table."""

_Box = tuple[float, float, float, float]


def drawn_bullets(words: Sequence[Word], dots: Sequence[Rule]) -> list[Word]:
    """Bullets that are drawn and not written, as words: a dot at the left of a row's first word, at half its height."""
    found = []
    for dot in dots:
        middle = (dot.top + dot.bottom) / 2
        row = [word for word in words if word.top < middle < word.bottom]
        right = [word for word in row if 0 < word.x0 - dot.x1 < BULLET_REACH * max(word.size, 8.0)]
        if not right or any(
            word.x0 < dot.x1 and dot.x0 - word.x1 < 2 * BULLET_REACH * word.size for word in row
        ):
            continue
        first = min(right, key=lambda word: word.x0)
        found.append(
            Word("•", dot.x0, dot.top, dot.x1, dot.bottom, first.font, first.size, first.bold, first.italic)
        )
    return found


def drawn(
    page: Any, to_shown: Callable[[float, float, float, float], _Box], number: int
) -> tuple[list[Rule], list[Rule], float]:
    """Drawn strokes and rectangles, dots that may be bullets, and the share of the page that pictures cover.

    Args:
        page: Open in pdfium.
        to_shown: From left, bottom, right, top in the page's own space to x0, top, x1, bottom as shown.
        number: The page, counted from 1.

    Raises:
        LimitBroken: Too much is drawn on it.
    """
    rules: list[Rule] = []
    dots: list[Rule] = []
    pictured = 0.0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for thing, kind, placed in islice(_things(page, number), MAX_PATHS):
        if not raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
            continue
        box = (left.value, bottom.value, right.value, top.value)
        if placed:
            box = _placed(box, placed)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            pictured += (box[2] - box[0]) * (box[3] - box[1])
        else:
            rule = Rule(*to_shown(*box))
            if is_dot(rule):
                dots.append(rule)
            elif (rule.x1 - rule.x0 > 5 or rule.bottom - rule.top > 5) and _is_box(thing, rule):
                rules.append(rule)
    return rules, dots, pictured / max(1.0, page.get_width() * page.get_height())


STRAIGHT, ROUNDED = 12, 120
"""A stroke or a box of straight sides has at most so many points; one with rounded corners 17, a browser's ring 101."""

LEAST_BOX = 60.0
"""Points: a box with rounded corners is at least so wide; what is narrower is a sign or a letter."""

CORNER = 16.0
"""Points from a box's corner within which it is rounded: 5 to 12 in designed plans."""


def _is_box(path: Any, around: Rule) -> bool:
    """Whether a path is a stroke or a box, whose corners may be rounded: all its points are near the corners."""
    count = raw.FPDFPath_CountSegments(path)
    if count <= STRAIGHT:
        return True
    wide, high = around.x1 - around.x0, around.bottom - around.top
    if count > ROUNDED or wide < LEAST_BOX or high < CORNER:
        return False
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for index in range(count):
        if not raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(path, index), x, y):
            return False
        points.append((x.value, y.value))
    edges = [(min(values), max(values)) for values in zip(*points, strict=True)]
    reaches = [
        min(CORNER / size, 0.3) * (end - start)
        for size, (start, end) in zip((wide, high), edges, strict=True)
    ]
    return all(
        min(value - start, end - value) <= reach
        for point in points
        for value, (start, end), reach in zip(point, edges, reaches, strict=True)
    )


_Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: a point (x, y) of a form stands at (ax + cy + e, bx + dy + f) of the page."""


def _things(page: Any, number: int) -> Iterator[tuple[Any, int, _Matrix | None]]:
    """The paths and pictures of a page, each with its kind and where its form stands; None outside of forms."""
    count = raw.FPDFPage_CountObjects(page.raw)
    has_on_page(number, objects=count)
    for index in range(count):
        thing = raw.FPDFPage_GetObject(page.raw, index)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            yield thing, kind, None
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            yield from _in_form(thing, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), FORMS_DEEP)


def _in_form(form: Any, placed: _Matrix, deep: int) -> Iterator[tuple[Any, int, _Matrix]]:
    """The paths and pictures of a form, and of the forms in it."""
    own = raw.FS_MATRIX()
    if not deep or not raw.FPDFPageObj_GetMatrix(form, own):
        return
    a, b, c, d, e, f = placed
    inner = (
        a * own.a + c * own.b,
        b * own.a + d * own.b,
        a * own.c + c * own.d,
        b * own.c + d * own.d,
        a * own.e + c * own.f + e,
        b * own.e + d * own.f + f,
    )
    for index in range(raw.FPDFFormObj_CountObjects(form)):
        thing = raw.FPDFFormObj_GetObject(form, index)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            yield thing, kind, inner
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            yield from _in_form(thing, inner, deep - 1)


FORMS_DEEP = 5
"""Forms within forms that are looked into: programs that stamp or bind pages put one or two around them."""


def _placed(box: _Box, where: _Matrix) -> _Box:
    """The upright box around a form's box as it stands on the page."""
    a, b, c, d, e, f = where
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    across = [a * x + c * y + e for x, y in corners]
    up = [b * x + d * y + f for x, y in corners]
    return (min(across), min(up), max(across), max(up))


def is_dot(rule: Rule) -> bool:
    """Whether a drawn thing is as small and as round as a bullet."""
    width, height = rule.x1 - rule.x0, rule.bottom - rule.top
    return 1.2 <= width <= 7.0 and 1.2 <= height <= 7.0 and 0.6 <= width / height <= 1.6
