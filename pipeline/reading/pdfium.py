"""The fast reader: words with box and type, and drawn lines, through pdfium.

Text is asked for by the page and boxes by the word (first and last character), fonts by the text object: a call
for every character would cost several times as much. pdfium is not thread-safe, so this runs in one process at a
time; `pipeline.batch` reads files side by side in processes.
"""

import ctypes
import re
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.errors import EncryptedPdf, UnreadableFile
from pipeline.reading.drawn import drawn, drawn_bullets
from pipeline.reading.limits import allowed, has_on_page, has_pages
from pipeline.reading.sheet import sheet_around
from pipeline.reading.weight import ANONYMOUS, is_heavy
from schemas.page import Page, Word

PdfiumError = pdfium.PdfiumError
"""What pdfium says when it cannot."""

HYPHEN_AT_LINE_END = "￾"
"""What pdfium gives for a hyphen together with the line break after it."""

SOFT_HYPHEN_CODE = "\x02"
"""What pdfium gives for the same hyphen when asked for single characters."""

LINE_END_HYPHENS = (HYPHEN_AT_LINE_END, SOFT_HYPHEN_CODE)

BREAK = re.compile(
    rf"[^\s{HYPHEN_AT_LINE_END}{SOFT_HYPHEN_CODE}]+[{HYPHEN_AT_LINE_END}{SOFT_HYPHEN_CODE}]?|"
    rf"[{HYPHEN_AT_LINE_END}{SOFT_HYPHEN_CODE}]"
)
"""A word: a run without white space, which ends after a hyphen that ends a line."""

BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|,b\b|-b$|[-_]bd|\bbd\b", re.IGNORECASE)
ITALIC_NAME = re.compile(r"italic|oblique|kursiv|[-,]it\b|bi$", re.IGNORECASE)
FORCE_BOLD = 1 << 18
FILL_AND_STROKE = 2
SLANT = 0.18
"""Text that rises or falls by this share of its way (10 degrees) is a stamp or a note; scans are askew by 3 at most."""
UNSEEN = 3
"""The render mode of text that is not shown: OCR programs put their words behind the picture with it."""
BROKEN = re.compile("[�\ue000-\uefff\x00-\x08\x0e-\x1f]")
"""Characters that say nothing; the private area of bullets (U+F000-F0FF) is left out."""

HALVES = re.compile("[\ud800-\udfff]")
"""Halves of letters, that tables of meanings may name by themselves: no text can hold them."""


class _Type(NamedTuple):
    """The type of one run of text."""

    font: str
    size: float
    bold: bool
    italic: bool
    unseen: bool = False
    slanted: bool = False


def read_pages(path: Path, content: bytes | None = None, password: str | None = None) -> Iterator[Page]:
    """Read a PDF page by page.

    Args:
        path: The file.
        content: Bytes to read instead of the file's own.
        password: Of a protected file.

    Yields:
        The pages, counted from 1; coordinates in points from the top left corner of the page as shown.

    Raises:
        EncryptedPdf: The file needs a password, or is locked in another way.
        UnreadableFile: pdfium cannot open it.
        LimitBroken: It has too many pages, or too much stands on one.
    """
    document = open_document(path, password, content)
    try:
        has_pages(path.name, len(document))
        for index in range(len(document)):
            try:
                page = page_at(document, index + 1)
            except pdfium.PdfiumError:
                yield without_words(index + 1)
                continue
            try:
                yield page_of(page, index + 1)
            finally:
                page.close()
    finally:
        document.close()


def open_document(
    path: Path, password: str | None = None, content: bytes | None = None
) -> "pdfium.PdfDocument":
    """Open a PDF, or say why not."""
    try:
        document = pdfium.PdfDocument(path if content is None else content, password=password)
        pages = len(document)
    except FileNotFoundError as error:
        raise UnreadableFile(f"{path.name}: there is no such file; check the path") from error
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedPdf(
                f"{path.name}: needs a password; save an unlocked copy and ingest that"
            ) from error
        if "security" in str(error).lower():
            raise EncryptedPdf(
                f"{path.name}: is locked in a way that this program does not know (certificates, a house's own lock); "
                "save an unlocked copy and ingest that"
            ) from error
        raise UnreadableFile(
            f"{path.name}: is damaged or cut short, so that it cannot be opened; "
            "fetch it again from where it was published"
        ) from error
    if not pages:
        raise UnreadableFile(f"{path.name}: has no pages; fetch it again from where it was published")
    return document


def page_at(document: Any, number: int) -> Any:
    """Open one page.

    Args:
        document: Open in pdfium.
        number: The page, counted from 1.

    Raises:
        PdfiumError: It cannot be loaded, or has no size.
    """
    page = document[number - 1]
    if max(page.get_size()) > (most := allowed().page_size):
        left, bottom, *_ = page.get_bbox()  # pdfium keeps a bit for each point of its sides
        page.set_mediabox(left, bottom, left + most + 1, bottom + most + 1)
        page.set_cropbox(left, bottom, left + most + 1, bottom + most + 1)
    elif not min(page.get_size()) > 0:
        page.set_cropbox(-FAR, -FAR, FAR, FAR)  # it is cut to what lies outside of it: it is shown whole
    else:
        return page
    page.close()
    page = document[number - 1]
    if min(page.get_size()) > 0:
        return page
    page.close()
    raise PdfiumError("The page has no size.")


FAR = 1e6
"""Points that no page reaches."""


def without_words(number: int) -> Page:
    """A page that cannot be loaded."""
    return Page(number=number, width=595.0, height=842.0, words=[], rules=[], broken=1)


def page_of(page: Any, number: int) -> Page:
    """Read one open page of pdfium's: its words, rules and images."""
    width, height = page.get_size()
    to_shown = _to_shown(page, width, height)
    words, broken, hidden = _words(page, to_shown, number)
    rules, dots, pictured = drawn(page, to_shown.box, number)
    if dots:
        words.extend(drawn_bullets(words, dots))
    read = Page(number, width, height, words, rules, pictured, broken, hidden=hidden)
    return read if max(width, height) <= allowed().page_size else sheet_around(read)


class _ToShown(NamedTuple):
    """From PDF user space to the page as shown, for pages that are turned or cropped."""

    left: float
    bottom: float
    width: float
    height: float
    turns: int

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom from the top left corner."""
        left0, bottom0, width, height, turns = self
        left, right = left - left0, right - left0
        bottom, top = bottom - bottom0, top - bottom0
        if turns == 0:
            return (left, height - top, right, height - bottom)
        if turns == 1:
            return (bottom, left, top, right)
        if turns == 2:
            return (width - right, bottom, width - left, top)
        return (width - top, height - right, width - bottom, height - left)


def _to_shown(page: Any, width: float, height: float) -> _ToShown:
    left, bottom, _, _ = page.get_bbox()  # what its two boxes share, whichever is the larger
    return _ToShown(left, bottom, width, height, (page.get_rotation() // 90) % 4)


def _text(text_page: Any, count: int) -> str:
    """The page's characters, one for each index."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", errors="surrogatepass")
    if len(text) == count:
        return HALVES.sub("�", text)
    # A text index is not a character index on this page (pypdfium2 #261): ask for each character.
    codes = (raw.FPDFText_GetUnicode(text_page, index) for index in range(count))
    return HALVES.sub("�", "".join(chr(code) if 0 < code < 0x110000 else "�" for code in codes))


def _words(page: Any, to_shown: _ToShown, number: int) -> tuple[list[Word], int, int]:
    """The words, how many characters are broken, and how many words are not shown."""
    text_page = raw.FPDFText_LoadPage(page.raw)
    if not text_page:
        return [], 1, 0
    try:
        count = raw.FPDFText_CountChars(text_page)
        if count <= 0:
            return [], 0, 0
        has_on_page(number, characters=count)
        text = _text(text_page, count)
        spans = [match.span() for match in BREAK.finditer(text)]
        words, hidden = _typed(text_page, text, spans, to_shown)
        broken = len(BROKEN.findall(text.replace(SOFT_HYPHEN_CODE, "").replace(HYPHEN_AT_LINE_END, "")))
        return words, broken, hidden
    finally:
        raw.FPDFText_ClosePage(text_page)


def _typed(
    text_page: Any, text: str, spans: Sequence[tuple[int, int]], to_shown: _ToShown
) -> tuple[list[Word], int]:
    """The words at some spans of a page's text with their boxes and type, and how many are not shown."""
    address = ctypes.addressof(text_page.contents)
    room = bytearray(TWO_BOXES.size * len(spans))  # pdfium writes into it, and all is unpacked at once
    into = ctypes.addressof(ctypes.c_char.from_buffer(room))
    types = _Types(text_page, to_shown.turns)
    at, known, shown, words, hidden = into, types.known, to_shown.box, [], 0
    boxed = []
    for start, end in spans:
        if LOOSE_BOX(address, start, at):
            if not LOOSE_BOX(address, end - 1, at + ONE_BOX):
                LOOSE_BOX(address, start, at + ONE_BOX)
            at += TWO_BOXES.size
            boxed.append((start, end))
    for (start, end), (left, top, right, bottom, left_2, top_2, right_2, bottom_2) in zip(
        boxed, TWO_BOXES.iter_unpack(room[: at - into]), strict=True
    ):
        token = text[start:end]
        if token[-1] in LINE_END_HYPHENS:
            token = token[:-1] + "-"
        x0, y0, x1, y1 = shown(
            left if left < left_2 else left_2,
            bottom if bottom < bottom_2 else bottom_2,
            right if right > right_2 else right_2,
            top if top > top_2 else top_2,
        )
        run = TEXT_OBJECT(address, start)
        font, size, bold, italic, unseen, slanted = known.get(run) or types.ask(start, run)
        hidden += unseen
        words.append(WORD(Word, (token, x0, y0, x1, y1, font, size, bold, italic, slanted)))
        if bold and end - start >= TWO_WORDS and TEXT_OBJECT(address, end - 1) != run:
            _part_at_weight(words, address, (start, end), types)
    return words, hidden


TWO_WORDS = 8
"""A label with its value has so many letters at least, if no space parts them: "BilagIngen" has two words."""


def _part_at_weight(words: list[Word], address: int, span: tuple[int, int], types: "_Types") -> None:
    """Part the last word where its bold letters end and a plain word begins: a label and a value without a space."""
    word, (start, end) = words[-1], span
    turn = next(
        (
            place
            for place in range(start + 1, end)
            if not types.of(place).bold and word.text[place - start].isalnum()
        ),
        end,
    )
    front, back = word.text[: turn - start], word.text[turn - start :]
    if (
        len(front) < 3
        or len(back) < 3
        or not (back[0].isupper() or back[0].isdigit())
        or (front[-1].isupper() and not front.isupper())
    ):
        return
    box = (ctypes.c_float * 4)()
    if not LOOSE_BOX(address, turn, ctypes.addressof(box)):
        return
    left = word.x0 + (word.x1 - word.x0) * len(front) / len(word.text)
    if word.x0 < box[0] < word.x1:  # on a page that is not turned
        left = box[0]
    font, size, bold, italic, _, slanted = types.of(turn)
    words[-1] = word._replace(text=front, x1=left)
    words.append(Word(back, left, word.top, word.x1, word.bottom, font, size, bold, italic, slanted))


TWO_BOXES = struct.Struct("=8f")
"""Left, top, right and bottom of a word's first character, and the same of its last."""

ONE_BOX = TWO_BOXES.size // 2

WORD = tuple.__new__
"""Makes a named tuple without the checks of its own maker, which take as long as asking for its box."""


def _direct(function: Any, *types: Any) -> Any:
    """A function of pdfium's that takes and gives plain addresses.

    The wrapper's own makes an object of each pointer, which costs more than what pdfium does; these are called for
    every word.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(*types)(address or 0)


LOOSE_BOX = _direct(
    raw.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
)
"""Text page, index, four floats to fill (left, top, right, bottom, in the page's own space): whether it has a box."""

TEXT_OBJECT = _direct(raw.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
"""Text page, index: the address of the run of text that the character belongs to, or None."""


FONT_SIZE = _direct(raw.FPDFText_GetFontSize, ctypes.c_double, ctypes.c_void_p, ctypes.c_int)
MATRIX = _direct(raw.FPDFText_GetMatrix, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
FONT = _direct(raw.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)
RENDER_MODE = _direct(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)


class _Types:
    """The type of each run of text, asked for once a text object."""

    def __init__(self, text_page: Any, turns: int):
        self._turns = turns
        self._address = ctypes.addressof(text_page.contents)
        self.known: dict[int | None, _Type] = {None: _Type("", 0.0, False, False)}
        """By the address of the text object."""
        self._fonts: dict[int | None, tuple[str, bool, bool]] = {None: ("", False, False)}
        self._matrix = (ctypes.c_float * 6)()
        self._into = ctypes.addressof(self._matrix)

    def of(self, index: int) -> _Type:
        """The type of one character."""
        run = TEXT_OBJECT(self._address, index)
        return self.known.get(run) or self.ask(index, run)

    def ask(self, index: int, run: int) -> _Type:
        """The type of the text object that holds the character at an index; known from then on."""
        size = FONT_SIZE(self._address, index)
        slanted = False
        if MATRIX(self._address, index, self._into):
            a, b, c, d, _, _ = self._matrix
            size *= (c**2 + d**2) ** 0.5
            for _ in range(self._turns):
                a, b = b, -a
            slanted = abs(b) > SLANT * abs(a)
        font = FONT(run)
        known = self._fonts.get(font)
        if known is None:
            known = self._fonts[font] = _font(font)
        name, bold, italic = known
        mode = RENDER_MODE(run)
        found = _Type(name, round(size, 2), bold or mode == FILL_AND_STROKE, italic, mode == UNSEEN, slanted)
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
