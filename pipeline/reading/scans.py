"""Pages whose words are no text of the PDF: pictures of pages, text layers of noise, somebody else's OCR.

A page with many readable words is text and costs nothing more. Any other is drawn small, and looked at for ink that its
words do not explain.
"""

import re
import tomllib
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

from pipeline.reading.isolation import only
from schemas.page import Page, Scan, Word
from schemas.vocabulary import PageText

FEW_WORDS = 30
"""A page of fewer words is drawn and looked at: it may be a picture with a running line over it."""

PICTURED = 0.6
"""So is a page of which pictures cover this share, …"""

MANY_WORDS = 150
"""… unless it has so many words."""

PROBE_DPI = 36
"""How finely such a page is drawn: a letter of 10 points is 5 pixels high, and a page takes some 10 ms."""

LONGEST = 1200
"""Most pixels to a side: a page may be a roll."""

CELL = 8
"""Pixels to a side of the squares in which ink is counted: 16 points."""

INK = 24
"""A pixel is ink where it is so much darker than the page's ground (of 255): scanned paper is grey, seldom even."""

INKED = 3
"""A square with so many pixels of ink has something in it."""

BARE_CELLS = 6
"""A page without words that has fewer such squares is blank: specks, a fold, a hole of the punch."""

UNEXPLAINED = 0.1
"""With words on it, a page is a suspect where this share of its squares shows ink that no word explains.

A scanned page of text has 0.3 to 0.6. Of the 19 pages with few words or large pictures in `corpus/` and the shared
files 18 have 0.0; one with a chart and the picture of a table has 0.23, but too many words for so small a picture.
"""

NOISE = 0.65
"""Below this share of Danish pairs of letters a text layer is noise.

391 pages of the shared and sample files have 0.86 and more, text whose codes are shifted, or whose letters are
exchanged, 0.15 to 0.48 (`scripts/scan_signs`).
"""

POOR = 0.8
"""The same for a text layer behind a picture: it is another program's OCR, and can be read again."""

ENOUGH_PAIRS = 15
"""Shares of fewer pairs tell nothing; of few ones a share must lie two standard deviations below the limit."""

BROKEN_SHARE = 0.3
"""Above this share of characters without a meaning (U+FFFD and the like) a text layer is noise."""

SIGNS_SHARE = 0.2
"""Above this share of signs that are neither letters, figures nor usual in print too: 0.008 at most on those pages."""

ENOUGH_CHARACTERS = 60
"""Shares of fewer characters tell nothing."""

USUAL_SIGNS = frozenset(".,:;-–_()/…•\"'%")
"""Punctuation, leaders, rules to sign on, bullets."""

Told = Callable[[int, int], None]
"""Told before each page that OCR reads: how many are read, how many there are."""

LETTERS = re.compile(r"[^\W\d_]+")


def notice(path: Path, pages: Sequence[Page], content: bytes | None = None) -> None:
    """Say of each page that is no text of the PDF what it is.

    Args:
        path: The file.
        pages: All its pages; `scan` of some is set: `unread` where there is something that no text layer tells,
            `hidden` where somebody's OCR stands behind a picture, `blank` where there is nothing. A layer of noise is
            taken out.
        content: Bytes that were read instead of the file's own.
    """
    suspects = []
    for page in pages:
        why = noise_of(page)
        if why:
            page.scan = Scan(PageText.unread, why=why)
            page.words = []
        elif len(page.words) < FEW_WORDS or (page.pictured > PICTURED and len(page.words) < MANY_WORDS):
            suspects.append(page)
        if page.scan is None and page.words and 2 * page.hidden > len(page.words):
            page.scan = Scan(PageText.hidden)
    if suspects:
        _look(path, suspects, content)


def noise_of(page: Page) -> str:
    """Why a page's text layer is noise: the end of a sentence; "" where it is none."""
    words = [word.text for word in page.words]
    characters = sum(map(len, words))
    if not characters:
        return ""
    if page.broken > BROKEN_SHARE * characters:
        return f"{page.broken} of its {characters} characters have no meaning"
    share, pairs = danish_share(words)
    at_most = share + 2 * (share * (1 - share) / max(1, pairs)) ** 0.5
    if pairs >= ENOUGH_PAIRS and at_most < (POOR if 2 * page.hidden > len(words) else NOISE):
        return f"{share:.0%} of its pairs of letters are Danish"
    signs = signs_in(words)
    if characters >= ENOUGH_CHARACTERS and signs > SIGNS_SHARE * characters:
        return f"{signs} of its {characters} characters are signs that print seldom has"
    return ""


def signs_in(words: Sequence[str]) -> int:
    """How many characters are neither letters, figures nor usual punctuation."""
    return sum([_signs(word) for word in words])


@lru_cache(maxsize=1 << 14)
def _signs(word: str) -> int:
    """A few thousand words are most of what municipalities write: what is counted in one is remembered."""
    if word.isalnum():
        return 0
    return sum(not letter.isalnum() and letter not in USUAL_SIGNS for letter in word)


def danish_share(words: Sequence[str]) -> tuple[float, int]:
    """The share of pairs of neighbouring letters that are usual in Danish, and how many pairs there are."""
    pairs = found = 0
    for word in words:
        in_word, usual = _pairs(word)
        pairs += in_word
        found += usual
    return (found / pairs if pairs else 1.0), pairs


@lru_cache(maxsize=1 << 14)
def _pairs(word: str) -> tuple[int, int]:
    """How many pairs of neighbouring letters a word has, and how many of them are usual."""
    usual = _usual_pairs()
    pairs = [one + other for run in LETTERS.findall(word.lower()) for one, other in pairwise(run)]
    return len(pairs), sum([pair in usual for pair in pairs])


@cache
def _usual_pairs() -> frozenset[str]:
    text = files("pipeline.reading").joinpath("letter_pairs.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["pairs"].split())


def _look(path: Path, suspects: Sequence[Page], content: bytes | None) -> None:
    """Draw pages small, and say of each whether it is blank, shows more than its words, or is text after all."""
    from PIL import Image, ImageDraw  # noqa: F401  # loaded before a file is parsed, when nothing may be

    from pipeline.reading.pdfium import open_document

    with only(path), closing(open_document(path, None, content)) as document:
        for page in suspects:
            share, cells = unexplained(document, page)
            if not page.words:
                page.scan = Scan(PageText.unread if cells >= BARE_CELLS else PageText.blank)
            elif share >= UNEXPLAINED and page.scan is None:
                page.scan = Scan(PageText.unread)


def unexplained(document: Any, page: Page) -> tuple[float, int]:
    """Share and number of the squares of a page that show ink which its words and drawn lines do not explain.

    Pillow counts, as numpy would take 80 MiB of the memory that a file may have, and most files have such a page.

    Args:
        document: Open in pdfium.
        page: One of its pages.
    """
    from PIL import ImageDraw

    from pipeline.reading.pdfium import PdfiumError, page_at

    try:
        open_page = page_at(document, page.number)
    except PdfiumError:  # then nothing is shown
        return 0.0, 0
    try:
        scale = min(PROBE_DPI / 72, LONGEST / max(1.0, *open_page.get_size()))
        grey = open_page.render(scale=scale, grayscale=True).to_pil().convert("L")
    finally:
        open_page.close()
    columns, rows = grey.width // CELL, grey.height // CELL
    if not rows or not columns:
        return 0.0, 0
    shades = grey.histogram()
    ground = shades.index(max(shades))
    ink = grey.point([255 * (abs(shade - ground) > INK) for shade in range(256)])
    pen = ImageDraw.Draw(ink)
    for box in (*page.words, *(rule for rule in page.rules if rule.horizontal or rule.vertical)):
        _wipe(pen, box, scale)
    squares = ink.crop((0, 0, columns * CELL, rows * CELL)).reduce(CELL)
    cells = sum(squares.histogram()[round(255 * INKED / CELL**2) :])
    return cells / (rows * columns), cells


def _wipe(pen: Any, box: "Word | Any", scale: float) -> None:
    margin = 2
    left, top = int(box.x0 * scale) - margin, int(box.top * scale) - margin
    right, bottom = int(box.x1 * scale) + margin - 1, int(box.bottom * scale) + margin - 1
    if left <= right and top <= bottom:
        pen.rectangle((left, top, right, bottom), fill=0)
