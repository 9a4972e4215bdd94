"""Words taken out of a PDF for good: pages that hold them are made anew, as pictures with their other words unseen.

What a page's content said, and whatever else the old file had (document information, bookmarks, attachments, earlier
revisions), is not copied: a new file is begun, and of the old one only pages without the words go into it as they are.
"""

import ctypes
import io
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.errors import UnreadableFile
from pipeline.reading.container import BIGGEST, rebuilt
from pipeline.reading.lines import set_lines
from pipeline.reading.ocr import shown
from pipeline.reading.pdfium import PdfiumError, open_document, page_at, page_of, without_words
from pipeline.reading.pictures import blacken
from schemas.page import Page, Word
from schemas.place import Box

DOTS = 200
"""Dots an inch of the pictures: print stays sharp, and a page takes some 300 kB."""

LONGEST = 4000
"""Most pixels of a picture's longer side."""

QUALITY = 80
"""Of the JPEG pictures."""


class Redacted(NamedTuple):
    """A PDF without some words."""

    content: bytes
    """The new file."""
    boxes: tuple[tuple[int, Box], ...]
    """Page and box of each word that was taken out."""


def redacted_pdf(path: Path, pattern: re.Pattern[str], *, said: bool = False) -> Redacted | None:
    """Take words out of a PDF.

    Args:
        path: The file; it is not changed.
        pattern: What is to go; white space between two words, and at a line's end, is one space in what it sees.
        said: Whether it is known to say them: where no text layer does, OCR reads its pictures again.

    Returns:
        The new file; None where no page holds such words.

    Raises:
        UnreadableFile: It cannot be opened, or the words would not be gone.
        EncryptedPdf: It needs a password.
    """
    document = _opened(path, pattern)
    if document is None:
        return None
    try:
        pages = [_page(document, number) for number in range(1, len(document) + 1)]
        found = words_of(pages, pattern)
        if said and not found:
            pages, found = _by_ocr(path, pages, pattern)
        if not found and not _elsewhere(path.read_bytes(), pattern):
            return None
        for anew in (set(found), {page.number for page in pages}):
            content = _made(document, pages, found, anew)
            if not holds(content, pattern):
                boxes = [
                    (page, (w.x0, w.top, w.x1, w.bottom)) for page, words in found.items() for w in words
                ]
                return Redacted(content, tuple(boxes))
    finally:
        document.close()
    raise UnreadableFile(
        f"{path.name}: the words cannot be taken out of it; delete the file and what was read from it"
    )


def _opened(path: Path, pattern: re.Pattern[str]) -> Any | None:
    """The file, or what is left of a damaged one; None where nothing opens it and it does not hold the words.

    Raises:
        UnreadableFile: Nothing opens it, and it holds them.
        EncryptedPdf: It needs a password.
    """
    try:
        return open_document(path)
    except UnreadableFile:
        content = path.read_bytes()
        for mended in rebuilt(content):
            with suppress(UnreadableFile):
                return open_document(path, None, mended)
        if _in_bytes(content, pattern):
            raise
        return None


def _by_ocr(
    path: Path, pages: list[Page], pattern: re.Pattern[str]
) -> tuple[list[Page], dict[int, list[Word]]]:
    """The pages with what OCR reads on those that are pictures, and the words that are to go; boxes as shown."""
    from pipeline.reading import read

    found: dict[int, list[Word]] = {}
    whole = {page.number: page for page in pages}
    for page in read(path):
        if page.number in whole and page.scan and page.words:
            words = {
                word: _at(word, shown(page, (word.x0, word.top, word.x1, word.bottom))) for word in page.words
            }
            whole[page.number] = replace(whole[page.number], words=list(words.values()))
            for number, gone in words_of([page], pattern).items():
                found[number] = [words.get(word, word) for word in gone]
    return list(whole.values()), found


def _at(word: Word, box: Box) -> Word:
    x0, top, x1, bottom = box
    return word._replace(x0=x0, top=top, x1=x1, bottom=bottom)


def words_of(pages: Iterable[Page], pattern: re.Pattern[str]) -> dict[int, list[Word]]:
    """The words, by page, that make up what a pattern finds: in reading order, or in the order of the text layer."""
    pages = list(pages)
    layer = [(page.number, word) for page in pages for word in page.words]
    read = [
        (page.number, word)
        for page in pages
        for lines in (page.lines, page.furniture)
        for line in lines
        for word in line.words
    ]
    found: defaultdict[int, list[Word]] = defaultdict(list)
    for words in (layer, read):
        for page, word in _matched(words, pattern):
            if word not in found[page]:
                found[page].append(word)
    return dict(found)


def holds(content: bytes, pattern: re.Pattern[str]) -> bool:
    """Whether a PDF holds words: in its pages' text, or anywhere else in its objects, unpacked."""
    document = pdfium.PdfDocument(content)
    try:
        pages = [_page(document, number) for number in range(1, len(document) + 1)]
    finally:
        document.close()
    return bool(words_of(pages, pattern)) or _elsewhere(content, pattern)


def _page(document: Any, number: int) -> Page:
    try:
        page = page_at(document, number)
    except PdfiumError:
        return without_words(number)
    try:
        read = page_of(page, number)
    finally:
        page.close()
    set_lines([read])
    return read


def _matched(words: Sequence[tuple[int, Word]], pattern: re.Pattern[str]) -> Iterator[tuple[int, Word]]:
    starts, length = [], 0
    for _, word in words:
        starts.append(length)
        length += len(word.text) + 1
    text = " ".join(word.text for _, word in words)
    for match in pattern.finditer(text):
        for start, (page, word) in zip(starts, words, strict=True):
            if start < match.end() and match.start() < start + len(word.text):
                yield page, word


def _elsewhere(content: bytes, pattern: re.Pattern[str]) -> bool:
    """Whether a string or a stream of the file's objects holds the words; fonts and pictures say none."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser
    from pdfminer.pdftypes import PDFStream

    try:
        document = PDFDocument(PDFParser(io.BytesIO(content)))
    except Exception:  # what pdfminer stumbles over is told by no class of its own
        return _in_bytes(content, pattern)
    for number in {number for table in document.xrefs for number in table.get_objids()}:
        try:
            one = document.getobj(number)
            data = one.get_data() if isinstance(one, PDFStream) else b""
        except Exception:
            continue
        strings = [*_strings(one.attrs if isinstance(one, PDFStream) else one), data]
        if any(pattern.search(text) for string in strings for text in _texts(string)):
            return True
    return any(
        pattern.search(text) for info in document.info for string in _strings(info) for text in _texts(string)
    )


def _in_bytes(content: bytes, pattern: re.Pattern[str]) -> bool:
    """Whether the bytes of a damaged file, or what is packed in its streams, hold the words."""
    for piece in (content, *(match[1] for match in _PACKED.finditer(content))):
        with suppress(zlib.error):
            data = piece if piece is content else zlib.decompressobj().decompress(piece, BIGGEST)
            if any(pattern.search(text) for text in _texts(data)):
                return True
    return False


_PACKED = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def _strings(value: Any) -> Iterator[bytes]:
    if isinstance(value, bytes):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def _texts(string: bytes) -> Iterator[str]:
    yield string.decode("latin-1")
    yield string.decode("utf-8", "ignore")
    if b"\0" in string:
        yield string.decode("utf-16-be", "ignore")


def _made(document: Any, pages: Sequence[Page], found: dict[int, list[Word]], anew: set[int]) -> bytes:
    """A new file: some pages made anew without what was found, the others as they are."""
    made = pdfium.PdfDocument.new()
    try:
        for page in pages:
            if page.number in anew or (page.broken and not page.words):
                _draw(made, document, page, found.get(page.number, []))
            else:
                made.import_pages(document, pages=[page.number - 1])
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()
    finally:
        made.close()


def _draw(made: Any, document: Any, page: Page, gone: Sequence[Word]) -> None:
    """A page as a picture, black where words are gone, and its other words over it unseen."""
    try:
        old = page_at(document, page.number)
    except PdfiumError:
        made.new_page(page.width, page.height).close()
        return
    try:
        scale = min(DOTS / 72, LONGEST / max(page.width, page.height, 1.0))
        image = old.render(scale=scale).to_pil().convert("RGB")
    finally:
        old.close()
    blacken(image, [(word.x0, word.top, word.x1, word.bottom) for word in gone], scale)
    packed = io.BytesIO()
    image.save(packed, "JPEG", quality=QUALITY)
    packed.seek(0)
    new = made.new_page(page.width, page.height)
    try:
        picture = pdfium.PdfImage.new(made)
        picture.load_jpeg(packed, inline=True)
        picture.set_matrix(pdfium.PdfMatrix().scale(page.width, page.height))
        new.insert_obj(picture)
        for word in page.words:
            if word not in gone:
                _write(made, new, word, page.height)
        new.gen_content()
    finally:
        new.close()


def _write(made: Any, new: Any, word: Word, height: float) -> None:
    """A word where it stood, unseen, so that the page can be searched and read as before."""
    face = b"Helvetica-Bold" if word.bold else b"Helvetica-Oblique" if word.italic else b"Helvetica"
    text = raw.FPDFPageObj_NewTextObj(made, face, ctypes.c_float(word.size or 10.0))
    raw.FPDFText_SetText(text, _wide(word.text))
    raw.FPDFTextObj_SetTextRenderMode(text, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(text, left, bottom, right, top)
    wide = (word.x1 - word.x0) / (right.value - left.value) if right.value > left.value else 1.0
    base = height - word.bottom + DESCENT * (word.size or 10.0)
    raw.FPDFText_SetText(text, _wide(f"{word.text} "))  # with no space behind them words would be read as one
    raw.FPDFPageObj_Transform(text, wide, 0, 0, 1, word.x0 - left.value * wide, base)
    raw.FPDFPage_InsertObject(new, text)


def _wide(text: str) -> Any:
    """A text as pdfium takes it: UTF-16, ended by a zero."""
    letters = f"{text}\0".encode("utf-16-le", "replace")
    return (ctypes.c_ushort * (len(letters) // 2)).from_buffer_copy(letters)


DESCENT = 0.21
"""How far below the base line Helvetica's boxes end, in font sizes."""
