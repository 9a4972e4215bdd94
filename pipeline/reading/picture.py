"""A page as a picture, and the words on it: for a person who looks up what was read."""

import io
import math
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import UnreadableFile
from pipeline.reading.pdfium import _page, open_document
from schemas.page import Word

MOST_PIXELS = 12_000_000
"""A page is drawn smaller rather than with more pixels: A4 at 300 dots an inch has 8.7 million, A3 17 million."""

SCALE = 2.0
"""Pixels for a point: 144 dots an inch, sharp on a screen and some 150 kB for a page of text."""


@dataclass(frozen=True)
class Picture:
    """A page as drawn."""

    png: bytes
    """The picture."""
    width: float
    """Of the page, in PDF points."""
    height: float
    """Of the page, in PDF points."""


def draw(path: Path, number: int, scale: float = SCALE) -> Picture:
    """Draw one page; runs where reading runs, in a process with limits.

    Args:
        path: The PDF.
        number: The page, counted from 1.
        scale: Pixels for a point, less where the picture would be too large.

    Raises:
        UnreadableFile: There is no such file or page, or it is damaged.
        EncryptedPdf: It needs a password.
    """
    document = open_document(path)
    try:
        page = document[_index(path, number, len(document))]
        width, height = page.get_size()
        scale = min(scale, math.sqrt(MOST_PIXELS / max(1.0, width * height)))
        image = page.render(scale=scale).to_pil()
        out = io.BytesIO()
        image.convert("P", palette=1, colors=64).save(out, "PNG")
        return Picture(out.getvalue(), width, height)
    finally:
        document.close()


def words_on(path: Path, number: int) -> list[Word]:
    """The words of one page with their boxes, in PDF points from the page's top left corner.

    Raises:
        UnreadableFile: There is no such file or page, or it is damaged.
    """
    document = open_document(path)
    try:
        return list(_page(document[_index(path, number, len(document))], number).words)
    finally:
        document.close()


def _index(path: Path, number: int, pages: int) -> int:
    if not 1 <= number <= pages:
        raise UnreadableFile(f"{path.name}: has {pages} pages, and no page {number}")
    return number - 1
