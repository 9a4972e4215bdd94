"""How alike two wordings are: rare words count more than common ones, those of every promise hardly."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from rapidfuzz import fuzz

from pipeline.compare.tokens import tokens_of
from pipeline.danish.promised import frames
from pipeline.danish.wording import EMPTY, STEM

CHANCE = 0.45
"""Two unrelated Danish sentences share so much of their letters by chance (RapidFuzz's ratio).

Nine of ten pairs of measures of different targets in the samples have less than 0.41, half of them less than 0.36.
"""

EMPTY_WEIGHT = 0.1
"""What a word that tells nothing ("skal", "antallet", "udgangen") weighs beside a telling one."""

FEW = 4
"""So many of such words count; else long frames ("antallet af … skal ved udgangen af … være faldet med …") would."""

LETTERS = 0.25
"""What the likeness of letters counts beside that of words; with 0.35 "sygedagpengemodtagere" and "dagpengemodtagere"
would be one."""

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
        """The beginnings of the words that tell what is promised, with how often each stands there."""
        return Counter(token.key[:STEM] for token in self.words if not _is_light(token.key))

    @cached_property
    def light(self) -> Counter[str]:
        """Its other words."""
        return Counter(token.key for token in self.words if _is_light(token.key))

    @cached_property
    def telling(self) -> int:
        """How many of its words tell something, be it what is promised or how."""
        return sum(token.key not in EMPTY for token in self.words)

    @cached_property
    def letters(self) -> str:
        """Its words without numbers, in one string; those that tell something, where there are any."""
        telling = [token.key for token in self.words if not _is_light(token.key)]
        return " ".join(telling or [token.key for token in self.words])

    @cached_property
    def folded(self) -> str:
        """What is equal for two wordings of the same words."""
        return "".join(token.key for token in tokens_of(self.text) if token.year is None)


def _is_light(word: str) -> bool:
    """Whether a word tells nothing of what is promised."""
    return word in EMPTY or frames(word)


class Alike:
    """Likeness between the wordings of two plans."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.wordings = {text: Wording(text) for text in texts}
        seen = Counter(stem for wording in self.wordings.values() for stem in wording.stems)
        self.weights: Mapping[str, float] = {
            stem: math.log(1 + len(self.wordings) / count) for stem, count in seen.items()
        }
        self.totals = {
            text: sum(self.weights[stem] * count for stem, count in wording.stems.items())
            + _light_weight(wording.light.total())
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
        stems, light = first.stems & second.stems, (first.light & second.light).total()
        shared = sum([self.weights[stem] * count for stem, count in stems.items()]) + _light_weight(light)
        if not shared:
            return 0.0
        less, more = sorted((self.totals[one], self.totals[other]))
        letters = max(0.0, (fuzz.ratio(first.letters, second.letters) / 100 - CHANCE) / (1 - CHANCE))
        likeness = (1 - LETTERS) * 2 * shared / (less + more) + LETTERS * letters
        if min(first.telling, second.telling) >= ENOUGH:
            words = (stems.total() + light) / min(len(first.words), len(second.words))
            likeness = max(likeness, CONTAINED * shared / less * words)
        return min(likeness, 0.99)


def _light_weight(count: int) -> float:
    """What some words that tell nothing weigh together."""
    return EMPTY_WEIGHT * min(count, FEW)
