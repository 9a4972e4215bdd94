"""How alike two spellings of a name are, and whether nothing but the writing differs."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from pipeline.danish.stems import fold, stem

NameKind = Literal["person", "committee"]

OFFERED = 84.0
"""Two names of the same number of words that are this alike are offered: one letter in a short name, two in a long one.

At 84 all misspellings of the table in tests/test_people.py are offered and none of its strangers; flat from 80 to 88.
No pair is linked by likeness alone.
"""

_ELECTED = re.compile(r"\b(19|20)\d\d(\s*[-–]\s*(19|20)?\d\d)?\b|\([^)]*\)")
"""An election period, whole or cut at a line's end, or a short form behind a committee's name."""


@dataclass(frozen=True)
class Likeness:
    """Two spellings and how alike they are."""

    name_a: str
    name_b: str
    score: float
    """0 to 100."""
    why: str
    sure: bool
    """Whether nothing but the writing differs: capitals, spaces, hyphens, "aa" for "å", a title, a period."""


def people_alike(names: Sequence[str]) -> Iterator[Likeness]:
    """Pairs of names of one municipality that may be one person."""
    words = {name: _words(name) for name in names}
    for a, b in _near(names, words):
        if (likeness := _person(a, b, words[a], words[b])) is not None:
            yield likeness


def _person(a: str, b: str, one: tuple[str, ...], other: tuple[str, ...]) -> Likeness | None:
    if not one or not other or min(len(one), len(other)) < 2:
        return None
    if "".join(one) == "".join(other):
        return Likeness(a, b, 100.0, "written otherwise", sure=True)
    short, long = sorted((one, other), key=len)
    if len(short) < len(long):
        if short[0] == long[0] and _in_order(short, long):
            return Likeness(a, b, 95.0, "a part of the name left out", sure=False)
        if _initials(short, long):
            return Likeness(a, b, 88.0, "initials", sure=False)
    if len(short) == len(long) and _initials(short, long):
        return Likeness(a, b, 90.0, "initials", sure=False)
    score = float(fuzz.ratio(" ".join(one), " ".join(other)))
    if score < OFFERED:
        return None
    differ = [(x, y) for x, y in zip(short, long, strict=False) if x != y]
    if (
        len(short) == len(long)
        and len(differ) == 1
        and OSA.distance(*differ[0]) <= max(1, len(differ[0][0]) // 4)
    ):
        return Likeness(a, b, round(score, 1), "a letter or two differ", sure=False)
    if len(short) == len(long) and len(differ) > 1 and score >= LETTERS_IN_TWO_WORDS:
        return Likeness(a, b, round(score, 1), "letters differ in several words", sure=False)
    return None


LETTERS_IN_TWO_WORDS = 90.0
"""Where letters differ in several words the whole must be this alike."""


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether all words of a short name stand in a long one, in order."""
    rest = iter(long)
    return all(word in rest for word in short)


def _initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether words are cut to their first letter, and at least the last word is whole: "J. P. Holm"."""
    if short[-1] != long[-1] or not any(len(word) == 1 for word in (*short, *long)):
        return False
    rest = iter(long)
    return all(any(x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for y in rest) for x in short)


def _words(name: str) -> tuple[str, ...]:
    """The folded words of a name, hyphens and points apart."""
    return tuple(filter(None, (fold(word) for word in re.split(r"[\s.\-–,]+", name))))


def _near(names: Sequence[str], words: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Pairs that are worth a look: they share a word, or begin and end with the same letters."""
    shelves: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        for word in set(words[name]):
            if len(word) > 1:
                shelves[word].add(name)
                shelves[f"{word[:3]}…"].add(name)
        shelves["".join(words[name])].add(name)
    pairs = {(a, b) for shelf in shelves.values() for a in shelf for b in shelf if a < b}
    yield from sorted(pairs)


def committees_alike(names: Sequence[str]) -> Iterator[Likeness]:
    """Pairs of names of one municipality that may be one committee."""
    words = {name: _committee_words(name) for name in names}
    for n, a in enumerate(names):
        for b in names[n + 1 :]:
            one, other = words[a], words[b]
            if not one or not other:
                continue
            if one == other:
                yield Likeness(min(a, b), max(a, b), 100.0, "written otherwise", sure=True)
                continue
            score = float(fuzz.ratio(" ".join(one), " ".join(other)))
            if score >= ALIKE_COMMITTEES:
                yield Likeness(min(a, b), max(a, b), round(score, 1), "a few letters differ", sure=False)
            elif _tail(one, other):
                yield Likeness(min(a, b), max(a, b), 85.0, "a place in front or behind", sure=False)


ALIKE_COMMITTEES = 88.0
"""Committees' names that are this alike are offered: "Teknikudvalget" and "Tekniskudvalget" are 93."""


def _tail(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one is the other with a word in front or behind: "Granholm Byråd"."""
    short, long = sorted((one, other), key=len)
    return 0 < len(short) < len(long) <= len(short) + 2 and short in (long[-len(short) :], long[: len(short)])


def _committee_words(name: str) -> tuple[str, ...]:
    """The stems of a committee's name without its period: "Byrådet 2014-2017" and "Byråd" are one."""
    plain = _ELECTED.sub(" ", name)
    joined = [stem(word) for word in re.split(r"[\s\-–,&]+", plain) if word]
    return tuple(word for word in joined if word and word not in ("og", "for"))


def fullness(kind: NameKind, name: str) -> tuple[int, int]:
    """How well a spelling serves to name a person or a committee, before it counts how often it stands.

    Of a person's the one with most whole words, then with most words, those that a hyphen joins apart; a committee's is
    better without an election period or a short form in brackets.
    """
    if kind == "committee":
        return (0 if _ELECTED.search(name) else 1, 0)
    words = _words(name)
    return (sum(len(word) > 1 for word in words), len(words))
