"""How heavy a font's letters are drawn: what tells bold type where its name says nothing.

Some programs print fonts as "F1", "TT2" or "CIDFont+F3". Twice the area of a letter's outline over its length
is about the thickness of its stroke, whatever the face; over the letter's height it can be compared between fonts.
"""

import ctypes
import re
from collections.abc import Iterator
from statistics import median
from typing import Any

import pypdfium2.raw as raw

ANONYMOUS = re.compile(r"(?:[a-z]{0,3}|(?:cid)?font|untitled|unknown)[-_ ]?\d*(?:_\d+)?", re.IGNORECASE)
"""Names that state no face: "F1", "TT0", "T3_1", "C0_2", "Font7", and none at all."""

HEAVY = (("aenosurvxzc", 0.16), ("DEGIKLNORSTABU", 0.13))
"""Letters of one height, and the stroke's thickness over that height from which on a font is bold; capitals count
for a font that has hardly any of the small ones. Measured on 32 fonts of nine families, narrow ones and antiquas among
them: small letters at most 0.146 in regular faces and at least 0.172 in bold ones, capitals 0.122 and 0.137."""

ENOUGH_LETTERS = 3

CURVE_STEPS = 4


def is_heavy(font: Any) -> bool:
    """Whether the letters of a pdfium font are drawn as boldly as a bold font's; a font without outlines is not."""
    for letters, heavy in HEAVY:
        measures = {
            _measure(font, letter) for letter in letters
        }  # letters that are not there all look the same
        strokes = [2 * area / length / height for area, length, height in measures if length and height]
        if len(strokes) >= ENOUGH_LETTERS:
            return median(strokes) >= heavy
    return False


def _measure(font: Any, letter: str) -> tuple[float, float, float]:
    """Area, length and height of a letter's outline, in shares of the font's size; all 0 where there is none."""
    path = raw.FPDFFont_GetGlyphPath(font, ord(letter), 1.0)
    if not path:
        return 0.0, 0.0, 0.0
    area = length = 0.0
    heights = [0.0]
    for contour in _contours(path):
        for (x, y), (next_x, next_y) in zip(contour, [*contour[1:], contour[0]], strict=True):
            area += (x * next_y - next_x * y) / 2
            length += ((next_x - x) ** 2 + (next_y - y) ** 2) ** 0.5
        heights += [y for _, y in contour]
    return abs(area), length, max(heights) - min(heights)


def _contours(path: Any) -> Iterator[list[tuple[float, float]]]:
    """The closed lines of an outline as points; curves as chords."""
    x, y = ctypes.c_float(), ctypes.c_float()
    contour: list[tuple[float, float]] = []
    curve: list[tuple[float, float]] = []
    for index in range(max(0, raw.FPDFGlyphPath_CountGlyphSegments(path))):
        segment = raw.FPDFGlyphPath_GetGlyphPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if contour:
                yield contour
            contour = [point]
        elif kind == raw.FPDF_SEGMENT_LINETO:
            contour.append(point)
        elif contour:
            curve.append(point)
            if len(curve) == 3:
                contour += _chords(contour[-1], *curve)
                curve = []
    if contour:
        yield contour


def _chords(
    start: tuple[float, float], one: tuple[float, float], two: tuple[float, float], end: tuple[float, float]
) -> Iterator[tuple[float, float]]:
    """Points along a cubic Bézier curve, without its first and with its last."""
    for step in range(1, CURVE_STEPS + 1):
        t = step / CURVE_STEPS
        a, b, c, d = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3
        yield (
            a * start[0] + b * one[0] + c * two[0] + d * end[0],
            a * start[1] + b * one[1] + c * two[1] + d * end[1],
        )
