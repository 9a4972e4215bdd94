"""What the text layer itself tells: pages without words, unreadable glyphs, page counts."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checking.broken_text import broken_text
from schemas.page import Page
from schemas.place import Place
from schemas.record import Finding
from schemas.vocabulary import FindingCode, Severity

MOJIBAKE = re.compile(r"Ã[¦¸¥†˜…\x80-\xbf]|Â[\xa0-\xbf]|â€")
"""UTF-8 read as another encoding."""

BROKEN_SHARE = 0.005
"""Above this share of unreadable characters a page is reported; the shared files have none."""

SIDE_OF = re.compile(
    r"\b(?:side|page)?\s*(?P<number>\d{1,4})\s*(?:af|of|/)\s*(?P<total>\d{1,4})\b", re.IGNORECASE
)
"""Matches: "Side 3 af 41", "1 of 5"."""


def check_text(pages: Sequence[Page]) -> Iterator[Finding]:
    """Doubts about the text layer."""
    for page in pages:
        yield from _page(page)
    yield from broken_text(pages)
    yield from _page_numbers(pages)


def _page(page: Page) -> Iterator[Finding]:
    whole = Place(page=page.number, bbox=(0.0, 0.0, round(page.width, 2), round(page.height, 2)))
    if not page.words:
        yield Finding(
            code=FindingCode.no_text_layer,
            severity=Severity.warning if page.images else Severity.info,
            message=f"Page {page.number} has no text"
            + (": it shows a picture; read the file with OCR" if page.images else ""),
            at=(whole,),
        )
        return
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


def _page_numbers(pages: Sequence[Page]) -> Iterator[Finding]:
    """Printed "Side 3 af 41" against the pages that are there."""
    totals: dict[int, set[int]] = defaultdict(set)
    for page in pages:
        for line in page.furniture:
            match = SIDE_OF.search(line.text)
            if match and 0 < int(match["number"]) <= int(match["total"]):
                totals[int(match["total"])].add(int(match["number"]))
    for total, seen in totals.items():
        missing = sorted(set(range(1, total + 1)) - seen)
        if missing and len(seen) >= 2 and len(missing) < total / 2:
            yield Finding(
                code=FindingCode.pages_missing,
                severity=Severity.warning,
                message=f"The pages are printed as of {total}, but these are not there: "
                f"{', '.join(map(str, missing[:20]))}",
            )
