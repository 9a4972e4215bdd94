"""What a page looks like, to be compared with the pages before it: the type of its text, its edge, its number."""

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from schemas.page import Page


class Look(NamedTuple):
    """What a page looks like."""

    family: str
    """Of most of its text; "" for a page without words."""
    size: float
    """In points, of most of its text."""
    lines: int
    """How many it has."""
    faces: dict[tuple[str, float], int]
    """Letters in each family and size, the size in half points."""
    left: float
    """Where its leftmost line begins, in points."""
    larger: bool
    """Whether a line near its top is set far larger than its text."""
    running: frozenset[tuple[str, int]]
    """Its running lines' words without their numbers, and sizes; a number alone is none."""
    number: int | None
    """The number that it prints among its running lines."""

    @property
    def type(self) -> tuple[str, float]:
        """Family and size of most of its text."""
        return self.family, self.size


SIZE_STEP = 0.5
TOP = 6
"""What is near a page's top stands among so many of its lines."""

FAR_LARGER = 1.3
"""A title is set so many times larger than the text, where nothing else tells that it is one."""


def look_of(page: Page) -> Look:
    """The look of one page, from the lines of its body."""
    votes: Counter[tuple[str, float]] = Counter()
    faces: Counter[tuple[str, float]] = Counter()
    for line in page.lines:
        family, letters = family_of(line.words[-1].font), len(line.text)
        votes[family, round(line.size, 1)] += letters if line.bold else 4 * letters
        faces[family, round(line.size / SIZE_STEP) * SIZE_STEP] += letters
    runs = {(FIGURES.sub("#", line.text.lower()), round(line.size)) for line in page.running}
    running = frozenset(form for form in runs if any(map(str.isalpha, form[0])))
    number = _printed_number(page)
    if not votes:
        return Look("", 0.0, 0, {}, 0.0, larger=False, running=running, number=number)
    (family, size), _ = votes.most_common(1)[0]
    larger = max(line.size for line in page.lines[:TOP]) >= FAR_LARGER * size
    left = min(line.x0 for line in page.lines)
    return Look(family, size, len(page.lines), faces, left, larger, running, number)


@lru_cache(maxsize=1024)
def family_of(font: str) -> str:
    """A font's family: its name without weight and slope."""
    return (
        re.sub(r"(?i)[-,]?(?:bold|italic|oblique|regular|medium|semi|mt|ps|roman|light|book)+", "", font)
        .strip("-, ")
        .lower()
    )


def _printed_number(page: Page) -> int | None:
    for line in page.running:
        match = PAGE_NUMBER.search(line.text)
        if match:
            return int(next(group for group in match.groups() if group))
    return None


PAGE_NUMBER = re.compile(
    r"(?:side|page|s\.)\s*(\d+)|^\s*-?\s*(\d{1,3})\s*-?\s*$|^(\d+)\s+(?:af|of)\s+\d+", re.IGNORECASE
)
"""Matches: "Side 3", "- 3 -", "3 af 12"."""

FIGURES = re.compile(r"\d+")
