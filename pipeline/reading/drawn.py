"""What is drawn on a page beside its words: rules of tables, bullets, pictures; what stands in forms too."""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from pipeline.reading.limits import has_on_page
from pipeline.reading.runs import BOUNDS, direct
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


class Drawn(NamedTuple):
    """What is drawn on a page."""

    rules: list[Rule]
    """Strokes and rectangles."""
    dots: list[Rule]
    """They may be bullets."""
    pictured: float
    """Share of the page that pictures cover."""
    runs: list[int]
    """Addresses of all its runs of text, in the order in which they are drawn."""


def drawn(page: Any, to_shown: Callable[[float, float, float, float], _Box], number: int) -> Drawn:
    """What is drawn on a page beside its words.

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
    runs: list[int] = []
    edges = (ctypes.c_float * 4)()
    first = ctypes.addressof(edges)
    for thing, kind, placed in islice(_things(page, number, runs), MAX_PATHS):
        if not BOUNDS(thing, first, first + 4, first + 8, first + 12):
            continue
        left, bottom, right, top = edges
        box: _Box = (left, bottom, right, top)
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
    return Drawn(rules, dots, pictured / max(1.0, page.get_width() * page.get_height()), runs)


STRAIGHT, ROUNDED = 12, 120
"""A stroke or a box of straight sides has at most so many points; one with rounded corners 17, a browser's ring 101."""

LEAST_BOX = 60.0
"""Points: a box with rounded corners is at least so wide; what is narrower is a sign or a letter."""

CORNER = 16.0
"""Points from a box's corner within which it is rounded: 5 to 12 in designed plans."""


def _is_box(path: int, around: Rule) -> bool:
    """Whether a path is a stroke or a box, whose corners may be rounded: all its points are near the corners."""
    count = SEGMENTS(path)
    if count <= STRAIGHT:
        return True
    wide, high = around.x1 - around.x0, around.bottom - around.top
    if count > ROUNDED or wide < LEAST_BOX or high < CORNER:
        return False
    point = (ctypes.c_float * 2)()
    at = ctypes.addressof(point)
    points = []
    for index in range(count):
        if not POINT(SEGMENT(path, index), at, at + 4):
            return False
        points.append((point[0], point[1]))
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


def _things(page: Any, number: int, runs: list[int]) -> Iterator[tuple[int, int, _Matrix | None]]:
    """The paths and pictures of a page, each with its kind and where its form stands, None outside of forms.

    Runs of text are put on a list as they are passed.
    """
    address = ctypes.addressof(page.raw.contents)
    count = OBJECTS(address)
    has_on_page(number, objects=count)
    for index in range(count):
        thing = OBJECT(address, index)
        kind = KIND(thing)
        if kind == TEXT:
            runs.append(thing)
        elif kind in SEEN:
            yield thing, kind, None
        elif kind == FORM:
            yield from _in_form(thing, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), FORMS_DEEP, runs)


def _in_form(form: int, placed: _Matrix, deep: int, runs: list[int]) -> Iterator[tuple[int, int, _Matrix]]:
    """The paths and pictures of a form, and of the forms in it."""
    own = raw.FS_MATRIX()
    if not deep or not FORM_MATRIX(form, ctypes.addressof(own)):
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
    for index in range(FORM_OBJECTS(form)):
        thing = FORM_OBJECT(form, index)
        kind = KIND(thing)
        if kind == TEXT:
            runs.append(thing)
        elif kind in SEEN:
            yield thing, kind, inner
        elif kind == FORM:
            yield from _in_form(thing, inner, deep - 1, runs)


TEXT, FORM = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_FORM
SEEN = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE)

_ADDRESS, _INT = ctypes.c_void_p, ctypes.c_int
OBJECTS = direct(raw.FPDFPage_CountObjects, _INT, _ADDRESS)
OBJECT = direct(raw.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _INT)
KIND = direct(raw.FPDFPageObj_GetType, _INT, _ADDRESS)
FORM_MATRIX = direct(raw.FPDFPageObj_GetMatrix, _INT, _ADDRESS, _ADDRESS)
FORM_OBJECTS = direct(raw.FPDFFormObj_CountObjects, _INT, _ADDRESS)
FORM_OBJECT = direct(raw.FPDFFormObj_GetObject, _ADDRESS, _ADDRESS, _INT)
SEGMENTS = direct(raw.FPDFPath_CountSegments, _INT, _ADDRESS)
SEGMENT = direct(raw.FPDFPath_GetPathSegment, _ADDRESS, _ADDRESS, _INT)
POINT = direct(raw.FPDFPathSegment_GetPoint, _INT, _ADDRESS, _ADDRESS, _ADDRESS)

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
