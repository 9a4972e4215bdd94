"""The fast reader: words with box and type, and drawn lines, through pdfium.

Text is asked for by the page and boxes by the word (first and last character), fonts by the text object: a call
for every character would cost several times as much. pdfium is not thread-safe, so this runs in one process at a
time; `pipeline.batch` reads files side by side in processes.
"""

import ctypes
import re
import struct
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.errors import EncryptedPdf, UnreadableFile
from pipeline.reading.drawn import drawn, drawn_bullets
from pipeline.reading.isolation import only
from pipeline.reading.limits import allowed, has_on_page, has_pages
from pipeline.reading.notes import drawn_in
from pipeline.reading.runs import TEXT_OBJECT, Types, direct, struck_twice
from pipeline.reading.sheet import sheet_around
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

BROKEN = re.compile("[�\ue000-\uefff\x00-\x08\x0e-\x1f]")
"""Characters that say nothing; the private area of bullets (U+F000-F0FF) is left out."""

HALVES = re.compile("[\ud800-\udfff]")
"""Halves of letters, that tables of meanings may name by themselves: no text can hold them."""


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


def attached(path: Path) -> tuple[str, ...]:
    """The names of the PDFs that lie inside a file without being its pages; none of one that does not open."""
    with only(path):
        try:
            document = pdfium.PdfDocument(path)
        except pdfium.PdfiumError:
            return ()
        with closing(document):
            count = min(document.count_attachments(), MOST_ATTACHED)
            names = [document.get_attachment(index).get_name() for index in range(count)]
    return tuple(name for name in names if name.lower().endswith(".pdf"))


MOST_ATTACHED = 1000
"""Attachments that are looked at."""


def page_at(document: Any, number: int) -> Any:
    """Open one page, with what was typed into its fields and over it.

    Args:
        document: Open in pdfium.
        number: The page, counted from 1.

    Raises:
        PdfiumError: It cannot be loaded, or has no size.
    """
    page = document[number - 1]
    if drawn_in(page):
        page.close()
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
    rules, dots, pictured, runs = drawn(page, to_shown.box, number)
    words, broken, hidden, across = _words(page, to_shown, number, runs)
    if dots:
        words.extend(drawn_bullets(words, dots))
    read = Page(number, width, height, words, rules, pictured, broken, hidden=hidden, across=across)
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


def _words(
    page: Any, to_shown: _ToShown, number: int, runs: Sequence[int]
) -> tuple[list[Word], int, int, dict[int, int]]:
    """The words, how many characters are broken, how many words are not shown, and how many run across the page."""
    text_page = raw.FPDFText_LoadPage(page.raw)
    if not text_page:
        return [], 1, 0, {}
    try:
        count = raw.FPDFText_CountChars(text_page)
        if count <= 0:
            return [], 0, 0, {}
        has_on_page(number, characters=count)
        text = _text(text_page, count)
        spans = [match.span() for match in BREAK.finditer(text)]
        words, hidden, across = _typed(text_page, text, spans, to_shown, runs)
        broken = len(BROKEN.findall(text.replace(SOFT_HYPHEN_CODE, "").replace(HYPHEN_AT_LINE_END, "")))
        return words, broken, hidden, across
    finally:
        raw.FPDFText_ClosePage(text_page)


def _typed(
    text_page: Any, text: str, spans: Sequence[tuple[int, int]], to_shown: _ToShown, runs: Sequence[int]
) -> tuple[list[Word], int, dict[int, int]]:
    """The words at some spans of a page's text with their boxes and type, how many are not shown and run across it."""
    address = ctypes.addressof(text_page.contents)
    room = bytearray(TWO_BOXES.size * len(spans))  # pdfium writes into it, and all is unpacked at once
    into = ctypes.addressof(ctypes.c_char.from_buffer(room))
    at, shown, words, hidden = into, to_shown.box, [], 0
    across: dict[int, int] = {}
    boxed = []
    for start, end in spans:
        if LOOSE_BOX(address, start, at):
            if not LOOSE_BOX(address, end - 1, at + ONE_BOX):
                LOOSE_BOX(address, start, at + ONE_BOX)
            at += TWO_BOXES.size
            boxed.append((start, end, TEXT_OBJECT(address, start)))
    types = Types(text_page, to_shown.turns, struck_twice(runs, (run for _, _, run in boxed)))
    known = types.known
    for (start, end, run), (left, top, right, bottom, left_2, top_2, right_2, bottom_2) in zip(
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
        font, size, bold, italic, unseen, slanted, turn = known.get(run) or types.ask(start, run)
        hidden += unseen
        if turn:
            across[turn] = across.get(turn, 0) + 1
        words.append(WORD(Word, (token, x0, y0, x1, y1, font, size, bold, italic, slanted)))
        if bold and end - start >= TWO_WORDS and TEXT_OBJECT(address, end - 1) != run:
            _part_at_weight(words, address, (start, end), types)
    return words, hidden, across


TWO_WORDS = 8
"""A label with its value has so many letters at least, if no space parts them: "BilagIngen" has two words."""


def _part_at_weight(words: list[Word], address: int, span: tuple[int, int], types: Types) -> None:
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
    font, size, bold, italic, _, slanted, _ = types.of(turn)
    words[-1] = word._replace(text=front, x1=left)
    words.append(Word(back, left, word.top, word.x1, word.bottom, font, size, bold, italic, slanted))


TWO_BOXES = struct.Struct("=8f")
"""Left, top, right and bottom of a word's first character, and the same of its last."""

ONE_BOX = TWO_BOXES.size // 2

WORD = tuple.__new__
"""Makes a named tuple without the checks of its own maker, which take as long as asking for its box."""


LOOSE_BOX = direct(raw.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
"""Text page, index, four floats to fill (left, top, right, bottom, in the page's own space): whether it has a box."""
