"""Pictures of pages and the words on them, for a person to see where a value was read."""

import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.errors import UnreadableFile
from schemas.page import Word
from schemas.place import Box

SMALL = 760
"""Width of a page's picture in pixels: text of 8 points can be read on it, and a page takes about 40 kB."""

LONGEST = 4000
"""Most pixels from top to bottom: a page may be a roll."""

QUALITY = 35
"""Of the WebP picture; black text on white stays sharp at it."""

LARGE = 1300
"""Width in pixels of a page that fills a screen: small print is sharp, and a page takes about 120 kB."""

LARGE_QUALITY = 70
"""Of such a picture; photographs and maps in colour can be read."""


class Picture(NamedTuple):
    """A page as a picture."""

    content: bytes
    """WebP."""

    width: float
    """Of the page, in PDF points."""

    height: float
    """Of the page, in PDF points."""


def pictures(
    path: Path,
    pages: Iterable[int],
    width: int = SMALL,
    *,
    grey: bool = True,
    quality: int = QUALITY,
    hide: Mapping[int, Sequence[Box]] | None = None,
) -> dict[int, Picture]:
    """Draw some pages of a PDF.

    Args:
        path: The file.
        pages: Which, counted from 1; those that the file does not have, or that are damaged, are left out.
        width: In pixels.
        grey: Without colours.
        quality: Of WebP, 0 to 100.
        hide: What is painted black on a page, in PDF points from its top left corner.

    Raises:
        EncryptedPdf: The file needs a password.
        UnreadableFile: It cannot be opened.
    """
    from pipeline.reading.pdfium import PdfiumError, open_document, page_at

    document = open_document(path)
    found: dict[int, Picture] = {}
    try:
        for number in sorted(set(pages)):
            if not 1 <= number <= len(document):
                continue
            try:
                page = page_at(document, number)
            except PdfiumError:
                continue
            try:
                across, down = page.get_size()
                scale = min(width / max(1.0, across), LONGEST / max(1.0, down))
                image = page.render(scale=scale, grayscale=grey).to_pil()
                blacken(image, (hide or {}).get(number, ()), scale)
                out = io.BytesIO()
                image.save(out, "WEBP", quality=quality, method=4)
                found[number] = Picture(out.getvalue(), across, down)
            finally:
                page.close()
    finally:
        document.close()
    return found


def blacken(image: Any, boxes: Sequence[Box], scale: float) -> None:
    """Paint boxes black, a little larger than the words in them.

    Args:
        image: A page as drawn (Pillow).
        boxes: In PDF points from the page's top left corner.
        scale: Pixels a point.
    """
    from PIL import ImageDraw

    pen = ImageDraw.Draw(image)
    for x0, top, x1, bottom in boxes:
        around = (x0 - MARGIN, top - MARGIN, x1 + MARGIN, bottom + MARGIN)
        pen.rectangle([edge * scale for edge in around], fill=0)


MARGIN = 1.5
"""Points by which a black box is larger than its words: letters reach over their boxes by less."""


def draw(path: Path, number: int, hide: Sequence[Box] = ()) -> Picture:
    """Draw one page as large as a screen, with some boxes painted black.

    Raises:
        EncryptedPdf: The file needs a password.
        UnreadableFile: It cannot be opened, or has no such page.
    """
    drawn = pictures(path, [number], LARGE, grey=False, quality=LARGE_QUALITY, hide={number: hide})
    if number not in drawn:
        raise UnreadableFile(f"{path.name}: has no page {number} that can be drawn")
    return drawn[number]


def page_count(path: Path) -> int:
    """How many pages a PDF has.

    Raises:
        EncryptedPdf: The file needs a password.
        UnreadableFile: It cannot be opened.
    """
    from pipeline.reading.pdfium import open_document

    document = open_document(path)
    try:
        return len(document)
    finally:
        document.close()


def words_on(path: Path, number: int) -> list[Word]:
    """The words of one page with their boxes, in PDF points from the page's top left corner.

    Raises:
        EncryptedPdf: The file needs a password.
        UnreadableFile: It cannot be opened, or has no such page.
    """
    from pipeline.reading.pdfium import PdfiumError, open_document, page_at, page_of

    document = open_document(path)
    try:
        if not 1 <= number <= len(document):
            raise UnreadableFile(f"{path.name}: has no page {number}")
        return list(page_of(page_at(document, number), number).words)
    except PdfiumError as error:
        raise UnreadableFile(f"{path.name}: page {number} is damaged, so that it cannot be read") from error
    finally:
        document.close()
