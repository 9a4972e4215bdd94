"""Pictures of pages, for a person to see where a value was read."""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

SMALL = 760
"""Width of a page's picture in pixels: text of 8 points can be read on it, and a page takes about 40 kB."""

LONGEST = 4000
"""Most pixels from top to bottom: a page may be a roll."""

QUALITY = 35
"""Of the WebP picture; black text on white stays sharp at it."""


class Picture(NamedTuple):
    """A page as a picture."""

    content: bytes
    """WebP."""

    width: float
    """Of the page, in PDF points."""

    height: float
    """Of the page, in PDF points."""


def pictures(path: Path, pages: Iterable[int], width: int = SMALL) -> dict[int, Picture]:
    """Draw some pages of a PDF.

    Args:
        path: The file.
        pages: Which, counted from 1; those that the file does not have are left out.
        width: In pixels.

    Raises:
        EncryptedPdf: The file needs a password.
        UnreadableFile: It cannot be opened.
    """
    from pipeline.reading.pdfium import open_document

    document = open_document(path)
    found: dict[int, Picture] = {}
    try:
        for number in sorted(set(pages)):
            if not 1 <= number <= len(document):
                continue
            page = document[number - 1]
            try:
                across, down = page.get_size()
                scale = min(width / max(1.0, across), LONGEST / max(1.0, down))
                image = page.render(scale=scale, grayscale=True).to_pil()
                out = io.BytesIO()
                image.save(out, "WEBP", quality=QUALITY, method=4)
                found[number] = Picture(out.getvalue(), across, down)
            finally:
                page.close()
    finally:
        document.close()
    return found
