"""What the text layer itself tells: pages without words, unreadable glyphs."""

from collections.abc import Iterator, Sequence

from pipeline.checking.broken_text import broken_text
from pipeline.checking.page_numbers import check_page_numbers
from pipeline.reading import MOJIBAKE
from schemas.page import Page
from schemas.place import Place
from schemas.record import Finding
from schemas.vocabulary import FindingCode, PageText, Severity

BROKEN_SHARE = 0.005
"""Above this share of unreadable characters a page is reported; the shared files have none."""


UNSURE_OCR = 0.8
"""Below this mean over its letters a page that OCR read is reported: 12 pages with noise and skew have 0.91 to 0.94,
a contents page with leaders of dots, of which OCR made letters, 0.53."""

NOT_READ = {
    PageText.unread: (Severity.warning, "was not read: it is most likely a scan; OCR can read it"),
    PageText.picture: (Severity.info, "shows a picture or a drawing without text"),
    PageText.blank: (Severity.info, "is blank"),
}
"""What is said of a page that nothing was read from."""


def check_text(pages: Sequence[Page]) -> Iterator[Finding]:
    """Doubts about the text layer."""
    for page in pages:
        yield from _page(page)
    yield from broken_text(pages)
    yield from check_page_numbers(pages)
    yield from _same_pages(pages)


def _page(page: Page) -> Iterator[Finding]:
    whole = _whole(page)
    if page.scan and page.scan.how in NOT_READ:
        severity, says = NOT_READ[page.scan.how]
        why = f" (its text layer is noise: {page.scan.why})" if page.scan.why else ""
        yield Finding(
            code=FindingCode.no_text_layer,
            severity=severity,
            message=f"Page {page.number} {says}{why}",
            at=(whole,),
        )
    if not page.words:
        return
    if page.scan and page.scan.confidence is not None and page.scan.confidence < UNSURE_OCR:
        yield Finding(
            code=FindingCode.unsure_ocr,
            severity=Severity.warning,
            message=f"Page {page.number} was read by OCR, which is {page.scan.confidence:.0%} sure of its letters; "
            "compare it with the picture",
            at=(whole,),
        )
    characters = sum(len(word.text) for word in page.words)
    text = " ".join(word.text for word in page.words)
    mojibake = len(MOJIBAKE.findall(text))
    if page.broken > max(3, BROKEN_SHARE * characters) or mojibake > 2:
        yield Finding(
            code=FindingCode.broken_text,
            severity=Severity.warning,
            message=f"Page {page.number}: "
            f"{page.broken + mojibake} of {characters} characters cannot be read as letters",
            at=(whole,),
        )


def _same_pages(pages: Sequence[Page]) -> Iterator[Finding]:
    """Pages that say the same, word by word: one of them may stand where another belongs."""
    first: dict[tuple[str, ...], Page] = {}
    for page in pages:
        if len(page.words) < SAME_WORDS:
            continue
        other = first.setdefault(tuple(word.text for word in page.words), page)
        if other is not page:
            yield Finding(
                code=FindingCode.pages_disordered,
                severity=Severity.warning,
                message=f"Page {page.number} says the same as page {other.number}, word by word",
                at=(_whole(page),),
            )


SAME_WORDS = 30
"""Pages of fewer words may well be alike: sheets for signatures, separators. No file of ours has two longer ones."""


def _whole(page: Page) -> Place:
    return Place(page=page.number, bbox=(0.0, 0.0, round(page.width, 2), round(page.height, 2)))
