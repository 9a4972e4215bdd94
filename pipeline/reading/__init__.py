"""PDF to pages of lines in reading order: the only room that opens a PDF.

`pdfium` (or `plumber`) gives words and what is `drawn`; `mending` puts their letters right, `scans` tells pages
that are pictures, for `ocr` to read; `lines` sets words in rows and columns (`label_column`, `edges`, `aside`);
`furniture` sets running lines aside. `container` looks at the file around the pages, `isolation` and `limits` keep
hostile files at bay.

`read_twice` is the way in, `read` asks one reader alone. `mend`, `text_of`, `places_of` and `boxes_by_page` make
running text and places out of lines.
"""

from importlib import import_module
from pathlib import Path

from pipeline.errors import ExtraMissing, NeedsOcr, UnreadableFile
from pipeline.reading.bullets import is_bullet
from pipeline.reading.container import Fault
from pipeline.reading.furniture import is_of_browser, set_aside
from pipeline.reading.glued import part_glued_numbers
from pipeline.reading.isolation import only
from pipeline.reading.label_column import ALIGNED
from pipeline.reading.lines import line_of, set_lines
from pipeline.reading.mending import MOJIBAKE, mend_words
from pipeline.reading.ocr import available as ocr_available
from pipeline.reading.ocr import shown
from pipeline.reading.pictures import Picture, page_count, pictures
from pipeline.reading.scans import Told, notice
from pipeline.reading.text import boxes_by_page, lines_with, mend, places_of, text_of
from pipeline.reading.twice import Read, read_twice
from pipeline.reading.upright import set_upright
from schemas.page import Page
from schemas.reading import Ocr
from schemas.vocabulary import PageText

__all__ = [
    "ALIGNED",
    "MOJIBAKE",
    "OCR_INSTALL",
    "Fault",
    "Picture",
    "Read",
    "Told",
    "boxes_by_page",
    "is_bullet",
    "is_of_browser",
    "is_pdf",
    "line_of",
    "lines_with",
    "mend",
    "ocr_available",
    "page_count",
    "pictures",
    "places_of",
    "read",
    "read_twice",
    "shown",
    "text_of",
]

HEAD = 1024
"""The mark "%PDF-" stands within the first so many bytes (ISO 32000-1, Annex H, note 13)."""


OCR_INSTALL = "`sudo apt-get update` and `sudo apt-get install tesseract-ocr tesseract-ocr-dan`"
"""The two commands that install OCR."""


def read(
    path: Path,
    engine: str = "pdfium",
    content: bytes | None = None,
    *,
    ocr: Ocr = "auto",
    told: Told | None = None,
) -> list[Page]:
    """Read a PDF into pages of lines, running headers and footers set aside.

    Args:
        path: The file.
        engine: "pdfium" (fast) or "pdfplumber".
        content: Bytes to read instead of the file's own.
        ocr: What OCR reads.
        told: Told before each page that OCR reads: how many are read, how many there are.

    Returns:
        All pages, counted from 1.

    Raises:
        UnreadableFile: There is no such file, or it is no PDF, empty or damaged.
        EncryptedPdf: It needs a password.
        LimitBroken: It has too many pages, or too much stands on one.
        NeedsOcr: All its pages are scans or have a text layer of noise, and OCR may not read them, or is not there.
        ExtraMissing: OCR is to read every page, and is not there.
    """
    _must_be_pdf(path)
    if ocr == "force" and not ocr_available():
        raise ExtraMissing(f"OCR is not installed; install it with {OCR_INSTALL}")
    reader = import_module(f"pipeline.reading.{'plumber' if engine == 'pdfplumber' else 'pdfium'}")
    with only(path):
        pages: list[Page] = list(reader.read_pages(path, content))
    mend_words(pages)
    notice(path, pages, content)
    layers = [page for page in pages if page.scan and page.scan.how is PageText.hidden and page.words]
    if layers and not any(word.bold for page in layers for word in page.words):
        from pipeline.reading.ocr.layer import give_type

        give_type(path, layers, content)
    _recognise(path, pages, content, ocr, told)
    set_upright(pages)
    set_lines(pages)
    set_aside(pages)
    part_glued_numbers(pages)
    return pages


def _recognise(path: Path, pages: list[Page], content: bytes | None, ocr: Ocr, told: Told | None) -> None:
    """Have OCR read what the text layer does not tell."""
    unread = [page for page in pages if page.scan and page.scan.how is PageText.unread]
    if ocr == "force":
        unread = [page for page in pages if not (page.scan and page.scan.how is PageText.blank)]
    if not unread:
        return
    if ocr != "off" and ocr_available():
        from pipeline.reading.ocr.pages import read_scans

        read_scans(path, unread, told, content=content, anew=ocr == "force")
    elif all(page.scan and page.scan.how in (PageText.unread, PageText.blank) for page in pages):
        these = "its only page is a scan" if len(pages) == 1 else f"all of its {len(pages)} pages are scans"
        then = (
            "read it without --ocr off"
            if ocr_available()
            else f"install OCR with {OCR_INSTALL}, then run the command again"
        )
        raise NeedsOcr(f"{path.name}: needs OCR: {these} without a text layer that can be read; {then}")


def is_pdf(path: Path) -> bool:
    """Whether a file can be opened and begins as a PDF does."""
    try:
        _must_be_pdf(path)
    except UnreadableFile:
        return False
    return True


def _must_be_pdf(path: Path) -> None:
    try:
        if path.exists() and not path.is_file() and not path.is_dir():  # a pipe would be waited for
            raise UnreadableFile(f"{path.name}: is no ordinary file; name a PDF")
        with path.open("rb") as file:
            head = file.read(HEAD)
    except FileNotFoundError as error:
        raise UnreadableFile(f"{path.name}: there is no such file; check the path") from error
    except IsADirectoryError as error:
        raise UnreadableFile(f"{path.name}: is a folder; name a file, or use ingest for a folder") from error
    except OSError as error:
        raise UnreadableFile(
            f"{path.name}: cannot be opened ({error.strerror}); check its permissions"
        ) from error
    if not head:
        raise UnreadableFile(f"{path.name}: is empty (0 bytes); fetch it again from where it was published")
    if b"%PDF-" not in head:
        raise UnreadableFile(
            f"{path.name}: is no PDF (it does not begin with %PDF-); save it as PDF and try again"
        )
