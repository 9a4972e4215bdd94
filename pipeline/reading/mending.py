"""A text layer's faults that can be mended with certainty: wrong encodings, ligatures, letters set apart, ł for ø."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from schemas.page import Page, Word

MOJIBAKE = re.compile("Ã[\u0080-\u00bf\u2018-\u2122\u0152-\u0178\u0192\u02c6\u02dc]|Â[\u00a0-\u00bf]|â€")
"""UTF-8 read as Windows-1252. Matches: "rÃ¸d", "Â§ 4". Not: "Ã", "São"."""

LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
"""Characters that stand for two or three letters (Unicode, Alphabetic Presentation Forms)."""

SPACED = 6
"""So many single letters in a row are a word whose letters are set apart: "B y r å d e t".

No Danish sentence has more than two one-letter words in a row; a row of initials or party letters has dots, commas
or brackets.
"""

SAME_ROW = 2.0
"""Points by which the heights of such letters differ."""

WORD_GAP = 1.6
"""A gap so many times as wide as the usual between such letters parts two words."""

STRAY = 3
"""So many "ł" in a file without a single "ø" are its "ø"."""


def mend_words(pages: Sequence[Page]) -> None:
    """Mend the words of a file where there is only one reading.

    Args:
        pages: All pages of a file; their words are changed in place, their boxes put together where words are.
    """
    stray = 0
    danish = False
    for page in pages:
        for place, word in enumerate(page.words):
            text = word.text
            if text.isascii():
                continue
            mended = _decoded(text) if not text.isascii() and MOJIBAKE.search(text) else text
            if any(mark in mended for mark in LIGATURES):
                mended = "".join(LIGATURES.get(mark, mark) for mark in mended)
            if mended != text:
                page.words[place] = word._replace(text=mended)
            danish = danish or "ø" in mended
            stray += mended.count("ł")
    if stray >= STRAY and not danish:
        for page in pages:
            page.words = [word._replace(text=word.text.replace("ł", "ø")) for word in page.words]
    for page in pages:
        if _has_run(page.words):
            page.words = list(_closed_up(page.words))


def _decoded(text: str) -> str:
    """A word whose UTF-8 was read as Windows-1252; the word itself where that does not come out."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _has_run(words: Sequence[Word]) -> bool:
    run = 0
    for word in words:
        run = run + 1 if len(word.text) == 1 and word.text.isalpha() else 0
        if run >= SPACED:
            return True
    return False


def _closed_up(words: Sequence[Word]) -> Iterator[Word]:
    """Words with runs of single letters on one row put together."""
    run: list[Word] = []
    for word in words:
        single = len(word.text) == 1 and (word.text.isalpha() or (bool(run) and not word.text.isspace()))
        if single and (not run or (abs(word.top - run[-1].top) <= SAME_ROW and word.x0 >= run[-1].x1 - 1)):
            run.append(word)
            continue
        yield from _as_words(run)
        run = [word] if single else []
        if not single:
            yield word
    yield from _as_words(run)


def _as_words(run: Sequence[Word]) -> Iterator[Word]:
    if len(run) < SPACED:
        yield from run
        return
    gaps = [other.x0 - one.x1 for one, other in pairwise(run)]
    wide = WORD_GAP * max(median(gaps), 0.5)
    start = 0
    for place, gap in enumerate([*gaps, float("inf")], 1):
        if gap <= wide:
            continue
        part = run[start:place]
        start = place
        yield part[0]._replace(
            text="".join(word.text for word in part),
            top=min(word.top for word in part),
            x1=part[-1].x1,
            bottom=max(word.bottom for word in part),
        )
