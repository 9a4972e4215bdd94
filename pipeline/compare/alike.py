"""How alike two wordings are: rare words count more than common ones, those of every promise hardly."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from rapidfuzz import fuzz

from pipeline.compare.tokens import Token, tokens_of
from pipeline.danish.promised import frames
from pipeline.danish.wording import EMPTY, STEM

CHANCE = 0.45
"""Two unrelated Danish sentences share so much of their letters by chance (RapidFuzz's ratio).

Nine of ten pairs of measures of different targets in the samples have less than 0.41, half of them less than 0.36.
"""

EMPTY_WEIGHT = 0.1
"""What a word that tells nothing ("skal", "antallet", "udgangen") weighs beside a telling one."""

CONTAINED = 0.85
"""A wording that stands whole in the other, which says more, is so alike at most."""

BARE = 0.5
"""Two cells that hold nothing but a number are so alike: one for the other in the same target, moved to no other."""

ENOUGH = 3
"""Only a wording of so many telling words can be told to stand in another."""


class Wording:
    """A title or a measure, ready to be compared."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [token for token in tokens_of(text) if token.value is None]

    @cached_property
    def stems(self) -> Counter[str]:
        """The beginnings of its words, with how often each stands there."""
        return Counter(_stem(token) for token in self.words)

    @cached_property
    def telling(self) -> int:
        """How many of its words tell something, be it what is promised or how."""
        return sum(count for stem, count in self.stems.items() if stem not in EMPTY)

    @cached_property
    def letters(self) -> str:
        """Its words without numbers, in one string; those that tell something, where there are any."""
        telling = [token.key for token in self.words if not _is_light(token.key)]
        return " ".join(telling or [token.key for token in self.words])

    @cached_property
    def folded(self) -> str:
        """What is equal for two wordings of the same words."""
        return "".join(token.key for token in tokens_of(self.text) if token.year is None)


def _stem(token: Token) -> str:
    return token.key if _is_light(token.key) else token.key[:STEM]


def _is_light(word: str) -> bool:
    """Whether a word tells nothing of what is promised."""
    return word in EMPTY or frames(word)


class Alike:
    """Likeness between the wordings of two plans."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.wordings = {text: Wording(text) for text in texts}
        seen = Counter(stem for wording in self.wordings.values() for stem in wording.stems)
        self.weights: Mapping[str, float] = {
            stem: EMPTY_WEIGHT if _is_light(stem) else math.log(1 + len(self.wordings) / count)
            for stem, count in seen.items()
        }
        self.totals = {
            text: sum(self.weights[stem] * count for stem, count in wording.stems.items())
            for text, wording in self.wordings.items()
        }
        self.known: dict[tuple[str, str], float] = {}

    def __call__(self, one: str, other: str) -> float:
        """How alike two of the wordings are, 0 to 1."""
        likeness = self.known.get((one, other))
        if likeness is None:
            likeness = self.known[one, other] = self._likeness(one, other)
        return likeness

    def _likeness(self, one: str, other: str) -> float:
        first, second = self.wordings[one], self.wordings[other]
        if first.folded == second.folded:
            return 1.0
        if not (first.words or second.words):
            return BARE
        there, weights = second.stems, self.weights
        shared = sum(
            [weights[stem] * min(count, there[stem]) for stem, count in first.stems.items() if stem in there]
        )
        if not shared:
            return 0.0
        less, more = sorted((self.totals[one], self.totals[other]))
        letters = fuzz.ratio(first.letters, second.letters) / 100
        likeness = 0.65 * 2 * shared / (less + more) + 0.35 * max(0.0, (letters - CHANCE) / (1 - CHANCE))
        if min(first.telling, second.telling) >= ENOUGH:
            likeness = max(likeness, CONTAINED * (shared / less) ** 2)
        return min(likeness, 0.99)
