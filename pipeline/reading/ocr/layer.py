"""The words that another program's OCR put behind a picture, given the type that the picture shows.

Such a layer has one font, and sizes that differ from word to word; what is bold stands in the ink alone.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from pipeline.reading.isolation import only
from pipeline.reading.ocr.pages import DESCENT, drawn, weights
from pipeline.reading.ocr.tesseract import Read, Row
from pipeline.reading.ocr.type import Inked, darkness, inked, levelled
from schemas.page import Page, Word


def give_type(path: Path, pages: Sequence[Page], content: bytes | None = None) -> None:
    """Find the size and the weight of the words of hidden text layers.

    Args:
        path: The file.
        pages: Those of its pages whose words stand behind a picture; the words are changed in place.
        content: Bytes to read instead of the file's own.
    """
    from PIL import Image  # noqa: F401  # loaded before a file is parsed, when nothing may be

    from pipeline.reading.pdfium import open_document

    document = open_document(path, None, content)
    rows: list[tuple[Page, list[Word], list[float | None]]] = []
    try:
        for page in pages:
            with only(path):
                image, dpi = drawn(document, page)
            dark = darkness(image)
            rows += [
                (page, row, [_stroke(inked(dark, *_in_pixels(word, dpi)), word, dpi) for word in row])
                for row in _rows(page.words)
            ]
    finally:
        document.close()
    known = [
        (stroke, len(word.text))
        for _, row, strokes in rows
        for word, stroke in zip(row, strokes, strict=True)
        if stroke
    ]
    usual = median(stroke for stroke, length in known for _ in range(length)) if known else 1.0
    sizes = levelled([(_size(row), sum(len(word.text) for word in row)) for _, row, _ in rows])
    for page in pages:
        page.words = []
    for (page, row, strokes), size in zip(rows, sizes, strict=True):
        heavy = weights(row, [stroke and stroke / usual for stroke in strokes], size)
        page.words += [word._replace(size=size, bold=bold) for word, bold in zip(row, heavy, strict=True)]


def _rows(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words that follow one another from left to right on one baseline."""
    row: list[Word] = []
    for word in words:
        if row and not (
            word.x0 >= row[-1].x0 and abs(word.bottom - row[-1].bottom) < SAME_ROW * row[-1].size
        ):
            yield row
            row = []
        row.append(word)
    if row:
        yield row


SAME_ROW = 0.4
"""Sizes by which the lower edges of neighbours in one row differ at most."""


def _size(row: Sequence[Word]) -> float:
    return median(word.size for word in row for _ in word.text)


def _in_pixels(word: Word, dpi: int) -> tuple[Row, Read]:
    scale = dpi / 72
    box = [round(edge * scale) for edge in (word.x0, word.top, word.x1, word.bottom)]
    read = Read(word.text, 100, *box)
    return Row((read,), box[0], (word.bottom - DESCENT * word.size) * scale, 0.0, word.size * scale), read


def _stroke(mark: Inked, word: Word, dpi: int) -> float | None:
    """The width of a word's strokes, in sizes."""
    return mark.stroke * 72 / dpi / word.size if mark.stroke and word.size else None
