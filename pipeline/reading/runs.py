"""The type of each run of text: its font, size, weight, and whether it runs across the page."""

import ctypes
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from pipeline.reading.hair import OUTLINE, is_hair_apart
from pipeline.reading.weight import ANONYMOUS, is_heavy
from schemas.place import Box

BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|,b\b|-b$|[-_]bd|\bbd\b", re.IGNORECASE)
ITALIC_NAME = re.compile(r"italic|oblique|kursiv|[-,]it\b|bi$", re.IGNORECASE)
FORCE_BOLD = 1 << 18
FILL_AND_STROKE = 2
SLANT = 0.18
"""Text that rises or falls by this share of its way (10 degrees) is a stamp or a note; scans are askew by 3 at most."""
UNSEEN = 3
"""The render mode of text that is not shown: OCR programs put their words behind the picture with it."""

OUTLINED = (1, FILL_AND_STROKE)
"""Render modes that draw the letters' outlines."""
CELL = 4.0
"""Points to a side of the cells by which runs near each other are found."""


class RunType(NamedTuple):
    """The type of one run of text."""

    font: str
    size: float
    bold: bool
    italic: bool
    unseen: bool = False
    slanted: bool = False
    across: int = 0
    """By how many degrees it must be turned clockwise to run as the page does: 0, 90, 180, 270."""


def direct(function: Any, *types: Any) -> Any:
    """A function of pdfium's that takes and gives plain addresses.

    The wrapper's own makes an object of each pointer, which costs more than what pdfium does; these are called for
    every word.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(*types)(address or 0)


TEXT_OBJECT = direct(raw.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
"""Text page, index: the address of the run of text that the character belongs to, or None."""

FONT_SIZE = direct(raw.FPDFText_GetFontSize, ctypes.c_double, ctypes.c_void_p, ctypes.c_int)
MATRIX = direct(raw.FPDFText_GetMatrix, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
FONT = direct(raw.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)
RENDER_MODE = direct(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)
BOUNDS = direct(raw.FPDFPageObj_GetBounds, ctypes.c_int, *[ctypes.c_void_p] * 5)
"""A thing, four addresses of floats to fill (left, bottom, right, top): whether it has bounds."""


class Types:
    """The type of each run of text, asked for once a text object."""

    def __init__(self, text_page: Any, turns: int, struck: frozenset[int]):
        self._turns = turns
        self._struck = struck
        self._address = ctypes.addressof(text_page.contents)
        self.known: dict[int | None, RunType] = {None: RunType("", 0.0, False, False)}
        """By the address of the text object."""
        self._fonts: dict[int | None, tuple[str, bool, bool]] = {None: ("", False, False)}
        self._matrix = (ctypes.c_float * 6)()
        self._into = ctypes.addressof(self._matrix)

    def of(self, index: int) -> RunType:
        """The type of one character."""
        run = TEXT_OBJECT(self._address, index)
        return self.known.get(run) or self.ask(index, run)

    def ask(self, index: int, run: int) -> RunType:
        """The type of the text object that holds the character at an index; known from then on."""
        size = FONT_SIZE(self._address, index)
        slanted, across = False, 0
        if MATRIX(self._address, index, self._into):
            a, b, c, d, _, _ = self._matrix
            size *= (c**2 + d**2) ** 0.5
            for _ in range(self._turns):
                a, b = b, -a
            slanted = abs(b) > SLANT * abs(a)
            if abs(a) < SLANT * abs(b):
                across = 90 if b > 0 else 270
            elif a < 0 and not slanted:
                slanted, across = True, 180
        font = FONT(run)
        known = self._fonts.get(font)
        if known is None:
            known = self._fonts[font] = _font(font)
        name, bold, italic = known
        mode = RENDER_MODE(run)
        bold = bold or mode == FILL_AND_STROKE or run in self._struck
        found = RunType(name, round(size, 2), bold, italic, mode == UNSEEN, slanted, across)
        self.known[run] = found
        return found


def _font(address: int) -> tuple[str, bool, bool]:
    """Name without its subset prefix, whether it is bold, and whether it is italic."""
    font = ctypes.cast(address, raw.FPDF_FONT)
    buffer = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("utf-8", errors="replace").split("+")[-1]
    flags = max(0, raw.FPDFFont_GetFlags(font))
    bold = bool(BOLD_NAME.search(name)) or bool(flags & FORCE_BOLD)
    if not bold and ANONYMOUS.fullmatch(name):
        bold = is_heavy(font)
    return name, bold, bool(ITALIC_NAME.search(name))


def struck_twice(runs: Sequence[int], read: Iterable[int]) -> frozenset[int]:
    """Runs of text drawn twice a hair apart, or once more as outlines, to look bold in a font that has no bold.

    pdfium leaves the second one out of a page's text where it follows soon.

    Args:
        runs: All that are drawn on a page.
        read: Those whose words are known.
    """
    known = set(read)
    cells: dict[tuple[int, int], list[tuple[int, Box]]] = {}
    for run in runs:
        if run not in known and (box := _bounds(run)):
            cells.setdefault((int(box[0] / CELL), int(box[1] / CELL)), []).append((run, box))
    if not cells:
        return frozenset()
    return frozenset(run for run in known if (box := _bounds(run)) and _is_struck_by(box, cells))


def _is_struck_by(box: Box, cells: Mapping[tuple[int, int], Sequence[tuple[int, Box]]]) -> bool:
    across, up = int(box[0] / CELL), int(box[1] / CELL)
    return any(
        is_hair_apart(box, other, 0.0, OUTLINE) if RENDER_MODE(run) in OUTLINED else is_hair_apart(box, other)
        for column in (across - 1, across, across + 1)
        for row in (up - 1, up, up + 1)
        for run, other in cells.get((column, row), ())
    )


def _bounds(run: int) -> Box | None:
    """Left, bottom, right and top of a run; None for one of spaces."""
    if not BOUNDS(run, _INTO, _INTO + 4, _INTO + 8, _INTO + 12):
        return None
    left, bottom, right, top = _EDGES
    return (left, bottom, right, top) if right > left and top > bottom else None


_EDGES = (ctypes.c_float * 4)()
_INTO = ctypes.addressof(_EDGES)
