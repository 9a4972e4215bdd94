"""What stands beside or across a page's text and is none of it: stamps at a slant, and the numbers of its lines."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from schemas.page import Page, Word

ACROSS = 0.2
"""At most this share of a page's words are a stamp or a note; more are the page's text, however it is turned."""

SAME_EDGE = 2.0
"""Points by which the left or the right edges of line numbers differ."""

A_LINE = 0.9
"""Line numbers stand at least so many of their heights apart for each line that they count; a table's years closer."""

FIVES = 4
"""So many numbers that rise by five or ten down a page's margin count its lines: no agenda counts its items so."""

ONES = 20
"""So many numbers from 1 on, one beside each row of a page from its first, count the file's lines.

A list of contents that fills a page has its heading above its first number.
"""

EVERY_ROW = 0.85
"""Beside this share of the rows from the page's first to the last number stands a number, and beside the first."""

HEADER = 0.08
"""Above this share of a page's height stands no text."""


def aside(pages: Sequence[Page]) -> list[list[Word]]:
    """The words of each page that are none of its text.

    Args:
        pages: With words.
    """
    slanted = [_slanted(page) for page in pages]
    numbers_of = [[w for w in page.words if w.text.isdigit() and len(w.text) < 5] for page in pages]
    fives = [_counted(page, own, (5, 10), FIVES) for page, own in zip(pages, numbers_of, strict=True)]
    ones = [_counted(page, own, (1,), 3) for page, own in zip(pages, numbers_of, strict=True)]
    sure = [
        len(numbers) >= ONES and _beside_every_row(page, numbers)
        for page, numbers in zip(pages, ones, strict=True)
    ]
    by_ones = any(one and numbers[0].text == "1" for one, numbers in zip(sure, ones, strict=True))
    return [
        [*across, *(by_fives or (numbers if by_ones and _beside_every_row(page, numbers) else []))]
        for page, across, by_fives, numbers in zip(pages, slanted, fives, ones, strict=True)
    ]


def _slanted(page: Page) -> list[Word]:
    found = [word for word in page.words if word.slanted]
    return found if len(found) <= ACROSS * len(page.words) else []


def _counted(page: Page, numbers: Sequence[Word], steps: Sequence[int], fewest: int) -> list[Word]:
    """Numbers of a page one under the other, left or right of all other words, that rise by one of some steps."""
    if len(numbers) < fewest:
        return []
    best: list[Word] = []
    for one_edge in (_left, _right):
        edges = Counter(round(one_edge(word)) for word in numbers)
        for edge, _ in edges.most_common(2):
            column = sorted((w for w in numbers if abs(one_edge(w) - edge) <= SAME_EDGE), key=_middle)
            rises = Counter(int(other.text) - int(one.text) for one, other in pairwise(column))
            if not rises or (step := rises.most_common(1)[0][0]) not in steps:
                continue
            column = _longest(column, step)
            apart = all(
                other.top - one.top >= A_LINE * step * (one.bottom - one.top)
                for one, other in pairwise(column)
            )
            if len(column) >= fewest and apart and _outside(page, column):
                best = max(best, column, key=len)
    return best


def _middle(word: Word) -> float:
    return (word.top + word.bottom) / 2


def _left(word: Word) -> float:
    return word.x0


def _right(word: Word) -> float:
    return word.x1


def _longest(column: list[Word], step: int) -> list[Word]:
    """The longest run of numbers each of which is a step higher than the one above."""
    best: list[Word] = []
    run: list[Word] = []
    for word in column:
        if run and int(word.text) - int(run[-1].text) != step:
            run = []
        run.append(word)
        best = max(best, run, key=len)
    return best


def _outside(page: Page, column: Sequence[Word]) -> bool:
    """Whether all other words of the rows beside some numbers stand on one side of them."""
    own = set(map(id, column))
    left, right = min(word.x0 for word in column), max(word.x1 for word in column)
    top, bottom = column[0].top, column[-1].bottom
    others = [
        w for w in page.words if id(w) not in own and not w.slanted and w.bottom > top and w.top < bottom
    ]
    return all(word.x0 > right for word in others) or all(word.x1 < left for word in others)


def _beside_every_row(page: Page, column: Sequence[Word]) -> bool:
    if not column:
        return False
    own = set(map(id, column))
    bottom = column[-1].bottom
    rows = {
        round(_middle(word))
        for word in page.words
        if id(word) not in own and not word.slanted and HEADER * page.height < _middle(word) < bottom
    }
    numbered = {round(_middle(word)) for word in column}
    beside = {row for row in rows if any(row + by in numbered for by in range(-3, 4))}
    return min(rows, default=0) in beside and len(beside) >= EVERY_ROW * len(rows)
