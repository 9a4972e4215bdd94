"""The second reader: pdfplumber, to check the first one's words and to read ruled tables."""

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from pipeline.errors import EncryptedPdf, PipelineError, UnreadableFile
from pipeline.reading.drawn import drawn_bullets, is_dot
from pipeline.reading.limits import allowed, has_on_page, has_pages
from pipeline.reading.pdfium import BROKEN, HALVES
from pipeline.reading.runs import BOLD_NAME, ITALIC_NAME, SLANT
from pipeline.reading.sheet import sheet_around
from schemas.page import Page, Rule, Word

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
"""What it says of a damaged file it says with pieces of that file; we say it in findings."""

X_TOLERANCE = 1.5
"""Points between two characters of one word: with pdfplumber's own 3 it reads "ReferatForUdvalget" in one of the
shared files; with 1.5 both readers give the same words there."""

UNUSED_CODE = re.compile(r"\(cid:(?:127|129|141|143|144|157)\)")
"""Codes that WinAnsiEncoding leaves unused mean a bullet (ISO 32000-1, Annex D.2, note 3); pdfminer gives them raw."""


def read_pages(path: Path, content: bytes | None = None) -> Iterator[Page]:
    """Read a PDF page by page with pdfplumber.

    Args:
        path: The file.
        content: Bytes to read instead of the file's own.

    Yields:
        Pages as the first reader gives them; each is released before the next is read.

    Raises:
        EncryptedPdf: The file needs a password.
        UnreadableFile: pdfplumber cannot open it.
        LimitBroken: It has too many pages, or too much stands on one.
    """
    try:
        with pdfplumber.open(path if content is None else BytesIO(content)) as document:
            has_pages(path.name, len(document.pages))
            for page in document.pages:
                yield _page(page)
                page.close()
    except (PdfminerException, PDFException, PDFPasswordIncorrect) as error:
        if "Password" in repr(error):
            raise EncryptedPdf(
                f"{path.name}: needs a password; save an unlocked copy and ingest that"
            ) from error
        raise UnreadableFile(
            f"{path.name}: is damaged or cut short, so that it cannot be opened; "
            "fetch it again from where it was published"
        ) from error
    except (PipelineError, MemoryError):
        raise
    except Exception as error:  # it has no words of its own for odd boxes and numbers
        raise UnreadableFile(
            f"{path.name}: pdfplumber cannot read it ({type(error).__name__}); read it with --engine pdfium"
        ) from error


def _page(page: Any) -> Page:
    has_on_page(page.page_number, characters=len(page.chars), objects=sum(map(len, page.objects.values())))
    text = page.filter(lambda thing: not _slanted(thing)) if any(map(_slanted, page.chars)) else page
    words = [_word(word) for word in _found(text)]
    if text is not page:
        words += [_word(word)._replace(slanted=True) for word in _found(page.filter(_slanted))]
    rules = [
        Rule(thing["x0"], thing["top"], thing["x1"], thing["bottom"]) for thing in (*page.lines, *page.rects)
    ]
    drawn = [
        Rule(thing["x0"], thing["top"], thing["x1"], thing["bottom"]) for thing in (*page.curves, *page.rects)
    ]
    words.extend(drawn_bullets(words, [rule for rule in drawn if is_dot(rule)]))
    read = Page(
        number=page.page_number,
        width=float(page.width),
        height=float(page.height),
        words=words,
        rules=[rule for rule in rules if rule.x1 - rule.x0 > 5 or rule.bottom - rule.top > 5],
        pictured=_covered(page),
        broken=sum(len(BROKEN.findall(word.text)) for word in words),
    )
    return read if max(read.width, read.height) <= allowed().page_size else sheet_around(read)


def _found(page: Any) -> list[dict[str, Any]]:
    return list(
        page.extract_words(x_tolerance=X_TOLERANCE, keep_blank_chars=False, extra_attrs=["fontname", "size"])
    )


def _slanted(thing: dict[str, Any]) -> bool:
    """Whether a letter of the page runs at a slant."""
    a, b, *_ = thing.get("matrix") or (1.0, 0.0)
    return bool(thing["object_type"] == "char" and abs(b) > SLANT * abs(a))


def _covered(page: Any) -> float:
    """The share of a page that its pictures cover."""
    area = sum((thing["x1"] - thing["x0"]) * (thing["bottom"] - thing["top"]) for thing in page.images)
    return float(area) / max(1.0, float(page.width) * float(page.height))


def _word(word: dict[str, Any]) -> Word:
    font = HALVES.sub("�", str(word["fontname"])).split("+")[-1]
    return Word(
        HALVES.sub("�", UNUSED_CODE.sub("•", word["text"])),
        float(word["x0"]),
        float(word["top"]),
        float(word["x1"]),
        float(word["bottom"]),
        font,
        round(float(word["size"]), 2),
        bool(BOLD_NAME.search(font)),
        bool(ITALIC_NAME.search(font)),
    )
