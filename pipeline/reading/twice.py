"""A file read once, and once more with the other reader where the first one looks wrong."""

from pathlib import Path
from typing import NamedTuple

from pipeline.errors import LimitBroken, UnreadableFile, lacks_memory
from pipeline.reading.container import Fault, look, rebuilt
from pipeline.reading.scans import Told
from schemas.page import Page
from schemas.reading import Ocr

MORE = 1.05
"""So many times as many words must the second reader find to be believed: the two part words differently by less."""


class Read(NamedTuple):
    """A file's pages, and what can be said of the file itself."""

    pages: list[Page]
    """As `pipeline.reading.read` gives them."""

    engine: str
    """Which reader they come from."""

    faults: tuple[Fault, ...]
    """What is wrong with the file."""

    attached: tuple[str, ...] = ()
    """Names of PDFs that lie inside of it and are none of its pages: a portfolio's parts."""


def read_twice(path: Path, engine: str = "pdfium", *, ocr: Ocr = "auto", told: Told | None = None) -> Read:
    """Read a PDF, look at the file around its pages, and where that is damaged ask the second reader too.

    Args:
        path: The file.
        engine: The first reader.
        ocr: What OCR reads.
        told: Told before each page that OCR reads: how many are read, how many there are.

    Raises:
        UnreadableFile: There is no such file, or it is no PDF, empty, or damaged so that neither reader opens it.
        EncryptedPdf: It needs a password.
        LimitBroken: It has too many pages, or too much stands on one.
        NeedsOcr: All its pages are scans, and OCR may not read them, or is not there.
        ExtraMissing: OCR is to read every page, and is not there.
    """
    from pipeline.reading import is_pdf, read
    from pipeline.reading.pdfium import attached

    problem: UnreadableFile | None = None
    try:
        pages = read(path, engine, ocr=ocr, told=told)
    except UnreadableFile as error:
        if engine != "pdfium" or not is_pdf(path):
            raise
        problem, pages = error, []
    content = path.read_bytes()
    if problem:
        pages = next(
            filter(_words, (_tried(path, engine, mended, ocr, told) for mended in rebuilt(content))), []
        )
    faults = tuple(look(content, sum(bool(page.words) or not page.broken for page in pages)))
    if engine == "pdfium" and (problem or any(fault.loses_words for fault in faults)):
        other = _tried(path, "pdfplumber", None, ocr, told, spare=bool(_words(pages)))
        if other and _words(other) > MORE * _words(pages):
            lost = Fault("second", "the usual reader lost words of it, so it was read with the second one")
            return Read(other, "pdfplumber", (*faults, lost))
    if problem and not pages:
        raise problem
    return Read(pages, engine, faults, () if problem else attached(path))


def _tried(
    path: Path, engine: str, content: bytes | None, ocr: Ocr, told: Told | None, *, spare: bool = False
) -> list[Page]:
    """The pages that a reader finds in a damaged file; none where it stumbles, or breaks a limit and can be spared."""
    from pipeline.reading import read

    try:
        return read(path, engine, content, ocr=ocr, told=told)
    except Exception as error:  # what pdfminer stumbles over is told by no class of its own
        if not spare and (isinstance(error, LimitBroken) or lacks_memory(error)):
            raise
        return []


def _words(pages: list[Page]) -> int:
    return sum(len(page.words) for page in pages)
