"""White between the words of a row."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from schemas.page import Word

WIDER = 1.4
"""A gap that parts columns is so many times as wide as its row's spaces.

Sizes alone do not tell: a space is 0.25 to 0.35 sizes wide in most type, but 0.6 in type of one width.
"""

ENOUGH = 4
"""Rows of fewer words do not tell how wide their spaces are."""


def stands_out(one: Word, other: Word, row: Sequence[Word]) -> bool:
    """Whether the white between two neighbours is wider than most of their row's.

    Args:
        one: A word of the row.
        other: The word to the right of it.
        row: Words from left to right; of fewer than four, any white stands out.
    """
    if len(row) < ENOUGH:
        return True
    usual = median(right.x0 - left.x1 for left, right in pairwise(row))
    return other.x0 - one.x1 > WIDER * usual
