"""Pages read by OCR: drawn, straightened, read, and given type."""

from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from pipeline.reading.isolation import only
from pipeline.reading.ocr.straight import is_sideways, skew_of
from pipeline.reading.ocr.tesseract import Read, Row, recognise, turn_of
from pipeline.reading.ocr.type import Inked, bold_words, darkness, has_dot, inked, levelled, mark_of, settled
from pipeline.reading.scans import Told, danish_share
from schemas.page import Page, Scan, Word
from schemas.vocabulary import PageText

FINEST, COARSEST = 300, 200
"""A page is drawn for OCR as finely as its largest picture is, within these; at 200 dpi clean print reads as well."""

MOST_PIXELS = 40_000_000
"""A page larger than this (A2) is drawn more coarsely."""

FONT = "OCR"
"""The name of the font of words whose font nobody knows."""

POORLY = 0.7
"""Where OCR is less sure than this of a page it may lie on its side, or on its head."""

FEWEST_WORDS = 3
"""A page on which fewer words are found is a picture."""

ASCENT, DESCENT = 0.9, 0.21
"""Upper and lower edge of a word's box over and under its baseline, in sizes, as a font's own boxes have them."""


class _Seen(NamedTuple):
    """One page as OCR saw it."""

    rows: list[Row]
    image: Any
    dpi: int
    turned: int
    skew: float

    @property
    def letters(self) -> int:
        """How many letters and figures were read."""
        return sum(letter.isalnum() for row in self.rows for word in row.words for letter in word.text)

    @property
    def sure(self) -> float:
        """How sure OCR is, 0 to 1, letter by letter."""
        weights = [(word.sure, len(word.text)) for row in self.rows for word in row.words]
        letters = sum(length for _, length in weights)
        return sum(sure * length for sure, length in weights) / letters / 100 if letters else 0.0


def read_scans(
    path: Path,
    pages: Sequence[Page],
    told: Told | None = None,
    *,
    content: bytes | None = None,
    anew: bool = False,
) -> None:
    """Read pages by OCR.

    Args:
        path: The file.
        pages: Those of its pages that are to be read; their words and `scan` are set, and where a page was turned its
            width and height. Coordinates are those of the turned and straightened page (`shown` leads back).
        told: Told before each page.
        content: Bytes to read instead of the file's own.
        anew: Whether OCR's words take the place of a page's own in any case.
    """
    from PIL import Image  # noqa: F401  # loaded before a file is parsed, when nothing may be

    from pipeline.reading.pdfium import open_document

    document = open_document(path, None, content)
    seen: list[tuple[Page, _Seen, list[tuple[Row, list[Inked]]]]] = []
    try:
        for done, page in enumerate(pages):
            if told:
                told(done, len(pages))
            with only(path):
                picture = drawn(document, page)
            look = _see(*picture)
            if (anew and look.letters) or _says_more(look, page):
                dark = darkness(look.image)
                rows = [_marked(dark, settled(dark, row)) for row in map(_swept, look.rows) if row.words]
                measured = [(row, [inked(dark, row, word) for word in row.words]) for row in rows]
                seen.append((page, look._replace(image=None), measured))
            elif not page.words:
                why = page.scan.why if page.scan else ""
                page.scan = Scan(PageText.picture, turned=0, why=why)
            elif page.scan and page.scan.how is PageText.unread:
                page.scan = None
    finally:
        document.close()
    _set(seen)


def drawn(document: Any, page: Page) -> tuple[Any, int]:
    """A page as a grey picture, and its resolution."""
    from pipeline.reading.pdfium import page_at

    open_page = page_at(document, page.number)
    try:
        across, down = open_page.get_size()
        scale = min(resolution_of(open_page) / 72, (MOST_PIXELS / max(1.0, across * down)) ** 0.5)
        return open_page.render(scale=scale, grayscale=True).to_pil().convert("L"), max(1, round(scale * 72))
    finally:
        open_page.close()


def resolution_of(open_page: Any) -> int:
    """The resolution at which a page of pdfium's is drawn for OCR."""
    import pypdfium2.raw as raw

    finest = 0.0
    for thing in open_page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = thing.get_bounds()
        across, down = thing.get_px_size()
        if (right - left) * (top - bottom) > PAGE_SHARE * open_page.get_width() * open_page.get_height():
            finest = max(finest, min(across, down) / min(right - left, top - bottom) * 72)
    return round(min(max(finest, COARSEST), FINEST)) if finest else FINEST


PAGE_SHARE = 0.2
"""A picture of a smaller share of the page does not tell its resolution: a logo, a stamp."""


def _see(image: Any, dpi: int) -> _Seen:
    """Read a picture, turned where that reads better."""
    turned = turn_of(image, dpi) if is_sideways(image, dpi) else 0
    best = _straight(image, dpi, turned)
    if not turned and (best.sure < POORLY or not best.letters):
        turned = turn_of(image, dpi)
        if turned:
            other = _straight(image, dpi, turned)
            if other.sure * other.letters > best.sure * best.letters:
                best = other
    return best


def _straight(image: Any, dpi: int, turned: int) -> _Seen:
    if turned:
        image = image.rotate(-turned, expand=True)
    skew = skew_of(image, dpi)
    if skew:
        from PIL import Image

        image = image.rotate(-skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return _Seen(recognise(image, dpi), image, dpi, turned, skew)


def _says_more(look: _Seen, page: Page) -> bool:
    """Whether what OCR read is text, and more than the page's own words."""
    words = [word.text for row in look.rows for word in row.words]
    if not page.words:
        return sum(any(map(str.isalnum, word)) for word in words) >= FEWEST_WORDS and look.sure >= TEXT_SURE
    share, pairs = danish_share(words)
    return (
        look.sure >= POORLY
        and share >= TEXT_SHARE
        and pairs > MORE * danish_share([w.text for w in page.words])[1]
    )


TEXT_SURE = 0.3
"""Where OCR is less sure of a page's words it read figures into a picture."""

TEXT_SHARE = 0.75
"""Words that OCR read beside a page's own are text where so many of their pairs of letters are Danish, …"""

MORE = 1.5
"""… and they have so many times as many."""


def _swept(row: Row) -> Row:
    """A row without the specks of dirt that OCR read as letters of their own."""
    size = row.size / (ASCENT + DESCENT)
    least = SPECK * max(size, 1.0)
    return row._replace(
        words=tuple(word for word in row.words if len(word.text) > 1 or word.x1 - word.x0 > least)
        if len(row.words) > 1
        else tuple(word for word in row.words if len(word.text) > 1 or word.sure >= SPECK_SURE)
    )


SPECK = 0.09
"""A lone letter narrower than this, in sizes, is a speck: a bar or an "l" has 0.1 and more."""

SPECK_SURE = 60
"""A lone letter alone in its row is one where OCR is less sure of it, of 100."""


def _marked(dark: Any, row: Row) -> Row:
    """A row with its bullet, or the dot behind its number, as printed, where OCR read something else."""
    first, *rest = row.words
    size = row.size / (ASCENT + DESCENT)
    if first.text.isdigit() and len(first.text) <= LONGEST_NUMBER and has_dot(dark, row, size):
        return row._replace(words=(first._replace(text=f"{first.text}."), *rest))
    if not rest or not (len(first.text) == 1 or (len(first.text) <= 3 and set(first.text) <= MARKS)):
        return row
    if first.text.isdigit() and first.text != "0":
        return row
    mark = mark_of(dark, row, size)
    return row._replace(words=(first._replace(text=mark), *rest)) if mark else row


MARKS = frozenset("+»«*•·0oO°©¢.,:'\"”“-–—~=…")
"""What OCR makes of a bullet and of the dirt around it."""

LONGEST_NUMBER = 4
"""So many figures at most has the number of an item at the head of a row."""


def _set(seen: Sequence[tuple[Page, _Seen, list[tuple[Row, list[Inked]]]]]) -> None:
    """Give pages their words, with type that is the same for the same ink on all of them."""
    lines: list[tuple[float, int]] = []
    strokes: list[tuple[float, int]] = []
    for _, look, measured in seen:
        for row, marks in measured:
            points = 72 / look.dpi
            told = [
                mark.size for word, mark in zip(row.words, marks, strict=True) if mark.size for _ in word.text
            ]
            size = (median(told) if told else row.size / (ASCENT + DESCENT)) * points
            lines.append((size, sum(len(word.text) for word in row.words)))
            strokes += [
                (mark.stroke * points / size, len(word.text))
                for word, mark in zip(row.words, marks, strict=True)
                if mark.stroke
            ]
    sizes = iter(levelled(lines))
    usual = median(width for width, length in strokes for _ in range(length)) if strokes else 1.0
    for page, look, measured in seen:
        words = [word for row, marks in measured for word in _words(row, marks, next(sizes), usual, look.dpi)]
        if look.turned in (90, 270):
            page.width, page.height = page.height, page.width
        why = page.scan.why if page.scan else ""
        page.words, page.broken, page.hidden = words, 0, 0
        if look.turned or look.skew:
            page.rules = []
        page.scan = Scan(PageText.ocr, round(look.sure, 3), look.turned, look.skew, why)


def weights(row: Sequence[Word | Read], strokes: Sequence[float | None], size: float) -> list[bool]:
    """Which words of a row are bold.

    Args:
        row: From left to right.
        strokes: Of each word, the width of its strokes as a multiple of the file's usual one.
        size: Of the type, in the units of the words' boxes.
    """
    heavy: list[bool] = []
    start = 0
    for place in range(1, len(row) + 1):
        if place == len(row) or row[place].x0 - row[place - 1].x1 > WIDE * size:
            heavy += bold_words(
                [
                    (stroke, len(word.text))
                    for stroke, word in zip(strokes[start:place], row[start:place], strict=True)
                ]
            )
            start = place
    return heavy


WIDE = 1.0
"""A gap of so many sizes parts a row for its weight; a space has 0.25 to 0.35."""


def _words(row: Row, marks: Sequence[Inked], size: float, usual: float, dpi: int) -> list[Word]:
    points = 72 / dpi
    base = row.base_at((row.x0 + row.words[-1].x1) / 2) * points
    strokes = [mark.stroke and mark.stroke * points / size / usual for mark in marks]
    heavy = weights(row.words, strokes, size / points)
    return [
        Word(
            word.text,
            word.x0 * points,
            base - ASCENT * size,
            word.x1 * points,
            base + DESCENT * size,
            FONT,
            size,
            bold,
            False,
        )
        for word, bold in zip(row.words, heavy, strict=True)
    ]
