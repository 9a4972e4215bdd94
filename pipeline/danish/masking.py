"""Private passages put out of sight: a mark stands for each, and the passages themselves lie apart.

A mark says what it hides and which: "⟦cpr 1⟧" is the first passage of its file, a CPR number.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from schemas.base import Schema
from schemas.record import Finding, Passage, Record
from schemas.vocabulary import PrivacyKind

MARK = re.compile(r"⟦(?P<kind>[a-zæøå]+) (?P<number>\d+)⟧")
"""What stands for a passage; numbers count from 1."""

KINDS = {"cpr": "cpr", "health": "helbred", "address": "adresse", "contact": "kontakt"}
"""What is private about a passage, in the words of a mark."""

BETWEEN = r"[\s\-‐‑–—\u00ad]*"
"""White space and hyphens do not count: lines break anywhere."""


LEAST = 6
"""Passages of fewer letters and figures are left: the shortest private ones have this many, and shorter ones would be
found in words that are none of anybody's."""


class Masks:
    """Puts marks in the place of passages, and notes each further form in which one is printed."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = {folded(one.text): one for one in reversed(passages)}
        self._numbers = {one.text: number for number, one in reversed(list(enumerate(passages, start=1)))}
        self._pattern = pattern_of(self._passages)
        self.found: list[Passage] = list(passages)
        """By the marks' numbers: what was given, then its other forms."""

    def mask(self, text: str) -> str:
        """The text with marks in the place of passages."""
        return self._pattern.sub(self._mark, text) if self._pattern else text

    def _mark(self, match: re.Match[str]) -> str:
        one, printed = self._passages[folded(match.group())], match.group()
        if printed not in self._numbers:
            self.found.append(Passage(kind=one.kind, text=printed))
            self._numbers[printed] = len(self.found)
        number = self._numbers[printed]
        return mark_of(self.found[number - 1].kind, number)


def mark_of(kind: PrivacyKind, number: int) -> str:
    """What stands for a passage: its kind, and its number among its file's, counted from 1."""
    return f"⟦{KINDS[kind.value]} {number}⟧"


def squeezed(text: str) -> str:
    """Letters, figures and signs without white space and hyphens."""
    return re.sub(BETWEEN.removesuffix("*") + "+", "", text)


def folded(text: str) -> str:
    """The same in small letters: in what two texts are alike that say one passage."""
    return squeezed(text).lower()


def pattern_of(passages: Iterable[str]) -> re.Pattern[str] | None:
    """An expression that finds passages; None for no passages.

    White space, hyphens and broken lines do not count, nor capitals; only whole words are found.

    Passages that begin alike share their first letters in it, so that hundreds are looked for about as fast as one.
    """
    whole = sorted(
        {one for one in map(folded, passages) if len(one) >= LEAST}, key=lambda one: (-len(one), one)
    )
    return re.compile(rf"(?:{_branches(whole)})(?![^\W_])", re.IGNORECASE) if whole else None


def _branches(words: Sequence[str], shared: int = 0) -> str:
    """Words without their shared first letters, longest first; none of them ends among its first `LEAST` letters."""
    if len(words) == 1 or shared == LEAST - 1:
        return "|".join(_letters(one[shared:], first=not shared) for one in words)
    alike: dict[str, list[str]] = {}
    for one in words:
        alike.setdefault(one[shared], []).append(one)
    return "|".join(
        f"{_letters(letter, first=not shared)}{BETWEEN}(?:{_branches(some, shared + 1)})"
        for letter, some in alike.items()
    )


def _letters(text: str, *, first: bool) -> str:
    """Letters however they are broken; a word's first has no other before it.

    That is asked behind the letter and not before it: then all places where none of the first letters stands are passed
    over without being tried.
    """
    told = [re.escape(letter) for letter in text]
    if first:
        told[0] += rf"(?<![^\W_]{told[0]})"
    return BETWEEN.join(told)


def masked(record: Record) -> tuple[Record, tuple[Passage, ...]]:
    """The record with marks in the place of its private passages, and the passages by the marks' numbers."""
    masks = Masks(record.private)
    return (with_words(record, masks.mask) if record.private else record), tuple(masks.found)


def unmasked(record: Record, passages: Sequence[Passage]) -> Record:
    """A masked record as it was read."""
    return with_words(record, lambda text: unmask(text, passages)) if passages else record


def unmask(text: str, passages: Sequence[Passage]) -> str:
    """A text with the passages in the place of their marks."""

    def passage(mark: re.Match[str]) -> str:
        number = int(mark["number"]) - 1
        return passages[number].text if 0 <= number < len(passages) else mark.group()

    return MARK.sub(passage, text)


T = TypeVar("T")


def with_words(value: T, change: Callable[[str], str]) -> T:
    """A value each of whose texts was changed, however deep it lies; private passages and all else stay."""
    changed: Any = value
    if isinstance(value, str):
        changed = change(value) if type(value) is str else value
    elif isinstance(value, tuple):
        changed = tuple(with_words(one, change) for one in value)
    elif isinstance(value, Schema) and not isinstance(value, Passage):
        texts = {name: (old, with_words(old, change)) for name, old in value}
        updates = {name: new for name, (old, new) in texts.items() if new != old}
        changed = value.model_copy(update=updates) if updates else value
    result: T = changed
    return result


def without_passages(findings: Iterable[Finding], passages: Sequence[Passage]) -> tuple[Finding, ...]:
    """Findings whose messages hold no private passage: they are shown on screens and in lists."""
    pattern = pattern_of(one.text for one in passages)
    if pattern is None:
        return tuple(findings)
    return tuple(
        one.model_copy(update={"message": pattern.sub("⟦…⟧", one.message)})
        if pattern.search(one.message)
        else one
        for one in findings
    )
