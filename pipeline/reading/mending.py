"""A text layer's faults that can be mended with certainty: wrong encodings, ligatures, letters set apart, ł for ø.

What is print's doing is undone too: words printed twice to look bold, capitals set smaller for small letters.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from pipeline.reading.hair import is_hair_apart
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

SOFT_HYPHEN = "\u00ad"
"""A place where a word may break; some programs write it for the hyphen where it did."""

NEAR = 4.0
"""Points to a side of the cells by which the same word is found where it already stands."""

LAYER = 0.9
"""Where so large a share of a page's words is printed twice, all of it is: none of it is meant to be bold."""

SMALLEST, LARGEST = 0.65, 0.87
"""Small capitals have such shares of the capitals' size: 0.7 in browsers, 0.8 in Word."""

MANY_FACES = 60
"""A page of more fonts and sizes is a drawing."""

SAME_BASE = 0.12
"""Sizes by which the lower edges of capitals and small capitals in one row differ."""

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
            mended = _decoded(text) if MOJIBAKE.search(text) else text
            if SOFT_HYPHEN in mended:
                mended = _without_soft_hyphens(mended, word, page.words[place + 1 : place + 2])
            if not LIGATURES.keys().isdisjoint(mended):
                mended = "".join(LIGATURES.get(mark, mark) for mark in mended)
            if mended != text:
                page.words[place] = word._replace(text=mended)
            danish = danish or "ø" in mended
            stray += mended.count("ł")
    if stray >= STRAY and not danish:
        for page in pages:
            page.words = [word._replace(text=word.text.replace("ł", "ø")) for word in page.words]
    for page in pages:
        if _is_there_twice(page.words):
            page.words = _printed_once(page.words)
        if _has_small_capitals({(word[5], word[6]) for word in page.words}):
            page.words = _of_one_size(page.words)
        if _has_run(page.words):
            page.words = list(_closed_up(page.words))


def _decoded(text: str) -> str:
    """A word whose UTF-8 was read as Windows-1252; the word itself where that does not come out."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _without_soft_hyphens(text: str, word: Word, after: Sequence[Word]) -> str:
    """A word without places where it might break; a hyphen stays where it did, at the end of its row."""
    breaks = text.endswith(SOFT_HYPHEN) and not (after and abs(after[0].top - word.top) <= SAME_ROW)
    return text.replace(SOFT_HYPHEN, "") + "-" * breaks or text


def _is_there_twice(words: Sequence[Word]) -> bool:
    """Whether a word stands where the page's first one of its letters stands; asked of every word, so by place."""
    first: dict[str, Word] = {}
    for word in words:
        other = first.setdefault(word[0], word)
        if other is not word and -NEAR < word[1] - other[1] < NEAR and -NEAR < word[2] - other[2] < NEAR:
            return True
    return False


def _printed_once(words: Sequence[Word]) -> list[Word]:
    """Words without those that stand on another's place once more, to make it bold or as a second layer."""
    kept: list[Word] = []
    at: dict[tuple[str, float, float], list[int]] = {}
    struck = 0
    for word in words:
        across, down = word.x0 // NEAR, word.top // NEAR
        near = [
            place
            for column in (across - 1, across, across + 1)
            for row in (down - 1, down, down + 1)
            for place in at.get((word.text, column, row), ())
        ]
        first = next((place for place in near if is_hair_apart(kept[place][1:5], word[1:5], 0.0)), None)
        if first is None:
            at.setdefault((word.text, across, down), []).append(len(kept))
            kept.append(word)
        elif not kept[first].bold and is_hair_apart(kept[first][1:5], word[1:5]):
            kept[first] = kept[first]._replace(bold=True)
            struck += 1
    if struck < LAYER * len(kept):
        return kept
    ours = {word[:5]: word.bold for word in words}
    return [word._replace(bold=ours[word[:5]]) for word in kept]


def _has_small_capitals(faces: set[tuple[str, float]]) -> bool:
    """Whether a font stands on a page in two sizes of which one may be the other's small capitals."""
    if not 1 < len(faces) <= MANY_FACES:
        return False
    sizes: dict[str, list[float]] = {}
    for font, size in faces:
        sizes.setdefault(font, []).append(size)
    return any(
        SMALLEST * high <= low <= LARGEST * high for own in sizes.values() for low in own for high in own
    )


def _of_one_size(words: Sequence[Word]) -> list[Word]:
    """Words of small capitals in the size of the capitals beside them, if no small letter is set in theirs."""
    small: dict[tuple[str, float, bool], float] = {}
    for one, other in pairwise(words):
        if one.size == other.size:
            continue
        low, high = (one, other) if one.size < other.size else (other, one)
        if (
            SMALLEST * high.size <= low.size <= LARGEST * high.size
            and low.text.isupper()
            and high.text.isupper()
            and low.font == high.font
            and low.bold == high.bold
            and abs(low.bottom - high.bottom) <= SAME_BASE * high.size
        ):
            small[low.font, low.size, low.bold] = high.size
    if small:
        for word in words:
            if not word.text.isupper() and any(map(str.islower, word.text)):
                small.pop((word.font, word.size, word.bold), None)
    if not small:
        return list(words)
    return [word._replace(size=small.get((word.font, word.size, word.bold), word.size)) for word in words]


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
