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


SAME_PITCH = 0.02
"""Share by which the mean widths of two words' letters differ at most in type of one width."""


def _pitch(word: Word) -> float:
    return (word.x1 - word.x0) / max(1, len(word.text))


def stands_out(one: Word, other: Word, row: Sequence[Word]) -> bool:
    """Whether the white between two neighbours is wider than most of their row's.

    Args:
        one: A word of the row.
        other: The word to the right of it.
        row: Words from left to right; of fewer than four, any white stands out that is no space in type of one width.
    """
    if len(row) < ENOUGH:
        pitch, other_pitch = _pitch(one), _pitch(other)
        one_width = abs(pitch - other_pitch) <= SAME_PITCH * pitch
        return not (one_width and other.x0 - one.x1 <= WIDER * pitch)
    usual = median(right.x0 - left.x1 for left, right in pairwise(row))
    return other.x0 - one.x1 > WIDER * usual
