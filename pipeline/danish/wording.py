"""When two wordings are the same, and how alike two titles are."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

STEM = 6
"""So many letters decide whether two words are of one stem: "sygedagpengeforløb" and "sygedagpenge"."""

EMPTY = frozenset(
    [
        "og",
        "i",
        "på",
        "til",
        "for",
        "med",
        "om",
        "der",
        "som",
        "af",
        "skal",
        "være",
        "en",
        "et",
        "den",
        "det",
        "de",
        "har",
        "er",
        "at",
        "ved",
        "fra",
        "kan",
        "vil",
        "samt",
        "herunder",
        "kommune",
        "kommunes",
        "kommunen",
        "sag",
        "notat",
        "vedrørende",
        "vedr",
        "angående",
        "bilag",
        "udkast",
        "alle",
        "deres",
    ]
)
"""Words that tell nothing about what a title is about."""

WORD = re.compile(r"[^\W_]+")
"""A word or a number; all else parts words."""


def words_in(text: str) -> list[str]:
    """The runs of letters and figures of a text, in its order.

    What is nothing else between two spaces, as most words are, is one as it stands: found in half of the time.
    """
    words: list[str] = []
    for piece in text.split():
        if piece.isalnum():
            words.append(piece)
        else:
            words += WORD.findall(piece)
    return words


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """A wording without what is no difference: spaces, punctuation, capitals, "%" for "pct.", 13,0 for 13."""
    plain = re.sub(r"(?<=\d),0+(?!\d)", "", text.lower())
    plain = re.sub(r"(?<=\d)\.(?=\d{3}(?!\d))", "", plain)
    plain = re.sub(r"%|\bprocent\b", " pct ", plain)
    plain = re.sub(r"(?<=\d),(?=\d)", "komma", plain)
    return "".join(words_in(plain))


def same_wording(one: str, other: str) -> bool:
    """Whether two texts have the same words, punctuation and hyphenation apart."""
    return folded(one) == folded(other)


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The beginnings of a text's telling words."""
    return frozenset(
        word[:STEM]
        for word in words_in(text.lower())
        if len(word) > 2 and word not in EMPTY and not word.isdigit()
    )


def shared_stems(one: str, other: str) -> float:
    """How many of the shorter text's stems the other has too, 0 to 1."""
    first, second = stems(one), stems(other)
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second))


def likeness(one: str, other: str) -> float:
    """How alike two titles or measures are, 0 to 100; order and extra words count."""
    return float(fuzz.ratio(one.lower(), other.lower()))
