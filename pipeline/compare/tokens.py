"""A wording as words that can be compared: numbers by what they mean, units by one spelling."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.danish.amounts import FIRST_YEAR, LAST_YEAR
from pipeline.danish.numbers import FIGURES, multiple_of, number_words, parse_number
from pipeline.danish.pattern import Pattern

TOKEN = Pattern(
    "compared-word",
    rf"""(?P<short>(?<=\d\d\d\d[/–-])\d\d(?!\d))
      | (?P<number>(?:{FIGURES})(?!\d)(?:\s?½)?|½) (?:\s*(?P<multiple>mio(?!\w)\.?|million(?:er)?(?!\w)
      |mia(?!\w)\.?|milliard(?:er)?(?!\w)|tusinde?(?!\w)|t\.\s?(?=kr)|t(?=kr)))?
      | (?P<point>(?:%|pct\.?|procent)[\s-]*point(?!\w))
      | (?P<pct>%|pct(?!\w)\.?|procent(?!\w))
      | (?P<kr>kr(?!\w)\.?|kroner(?!\w))
      | (?P<word>(?:[^\W\d_][\u0300-\u036f\u00ad]*)+|&)""",
    matches=["0,5 mio.", "13,0", "pct. point", "%", "2016/17", "½", "virksomheder", "5.435", "&"],
    not_matches=["–", "”", "..."],
)
"""A word, a number with its multiple, or a unit; all else is punctuation."""


class Token(NamedTuple):
    """One word or number of a wording."""

    key: str
    """What is compared: small letters, "#500000" for a number, "pct" for any of its spellings."""

    value: float | None
    """Of a number."""

    year: int | None
    """Where the number can be a year."""

    start: int
    """Offset of its first character."""

    end: int
    """Offset behind its last."""


@lru_cache(maxsize=4096)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a wording, in order."""
    return tuple(_token(match) for match in TOKEN.finditer(text))


def _token(match: re.Match[str]) -> Token:
    start, end = match.span()
    if match["short"]:
        year = 2000 + int(match["short"])
        return Token(f"#{year}", float(year), year, start, end)
    if match["number"]:
        printed = match["number"]
        value = (parse_number(printed) or 0.0) * multiple_of(match["multiple"])
        is_year = len(printed) == 4 and printed.isdigit() and FIRST_YEAR <= value <= LAST_YEAR
        year_meant = int(value) if is_year and not match["multiple"] else None
        return Token(f"#{value:.10g}", value, year_meant, start, end)
    for name, key in (("point", "pctpoint"), ("pct", "pct"), ("kr", "kr")):
        if match[name]:
            return Token(key, None, None, start, end)
    word = _spelt(match["word"])
    number = number_words().get(word)
    if number is not None:
        return Token(f"#{number}", float(number), None, start, end)
    return Token(word, None, None, start, end)


SPELLINGS = (("\u00ad", ""), ("aa", "å"), ("ae", "æ"), ("oe", "ø"), ("&", "og"))
"""What is another print of the same letters, or word: "Aabro" is "Åbro", "Job & uddannelse" "Job og uddannelse"."""


def _spelt(word: str) -> str:
    """A word in one spelling, in small letters."""
    word = unicodedata.normalize("NFC", word).lower()
    for printed, meant in SPELLINGS:
        word = word.replace(printed, meant)
    return word


class Years(NamedTuple):
    """How far the plan's years moved from the old plan to the new one."""

    old: int | None
    """First year of the old plan."""

    new: int | None
    """First year of the new plan."""

    moves: frozenset[int]
    """By how many years a year may move with the plan."""

    def same(self, old: int | None, new: int | None) -> bool:
        """Whether two years are one, or one moved with the plan."""
        return old == new or (old is not None and new is not None and new - old in self.moves)

    def turned(self) -> "Years":
        """The other way round."""
        return Years(self.new, self.old, frozenset(-move for move in self.moves))


YEARS_AS_PRINTED = Years(None, None, frozenset())
"""No year counts as another one."""


def same_token(old: Token, new: Token, years: Years) -> bool:
    """Whether two words are one: the same, or a year that moved with the plan."""
    if old.key == new.key:
        return True
    return old.year is not None and new.year is not None and years.same(old.year, new.year)


class Hunk(NamedTuple):
    """A stretch of two wordings: the same words, or others in their place."""

    same: bool
    """Whether the words are the same."""

    old: tuple[int, int]
    """Which tokens of the old wording."""

    new: tuple[int, int]
    """Which tokens of the new wording."""


def hunks_of(old: Sequence[Token], new: Sequence[Token], years: Years) -> list[Hunk]:
    """Lay two wordings side by side, word by word: as many words as possible are the same.

    A word that is only hyphenated or parted otherwise ("virksomheds-rettet") is the same.
    """
    head = 0
    while head < min(len(old), len(new)) and same_token(old[head], new[head], years):
        head += 1
    tail = 0
    room = min(len(old), len(new)) - head
    while tail < room and same_token(old[-1 - tail], new[-1 - tail], years):
        tail += 1
    middle = _matches(old[head : len(old) - tail], new[head : len(new) - tail], years)
    pairs = [(n, n) for n in range(head)]
    pairs += [(a + head, b + head) for a, b in middle]
    pairs += [(len(old) - n, len(new) - n) for n in range(tail, 0, -1)]
    return _gathered(old, new, pairs)


def _matches(old: Sequence[Token], new: Sequence[Token], years: Years) -> list[tuple[int, int]]:
    """The longest common run of words, as pairs of positions."""
    rows, columns = len(old), len(new)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for a in range(rows - 1, -1, -1):
        for b in range(columns - 1, -1, -1):
            best[a][b] = (
                best[a + 1][b + 1] + 1
                if same_token(old[a], new[b], years)
                else max(best[a + 1][b], best[a][b + 1])
            )
    found: list[tuple[int, int]] = []
    a = b = 0
    while a < rows and b < columns:
        if same_token(old[a], new[b], years) and best[a][b] == best[a + 1][b + 1] + 1:
            found.append((a, b))
            a, b = a + 1, b + 1
        elif best[a + 1][b] >= best[a][b + 1]:
            a += 1
        else:
            b += 1
    return found


def _gathered(old: Sequence[Token], new: Sequence[Token], pairs: Sequence[tuple[int, int]]) -> list[Hunk]:
    found: list[Hunk] = []

    def add(same: bool, ends: tuple[int, int]) -> None:
        a, b = (found[-1].old[1], found[-1].new[1]) if found else (0, 0)
        if (a, b) == ends:
            return
        if not same:
            one = "".join(token.key for token in old[a : ends[0]])
            same = one == "".join(token.key for token in new[b : ends[1]])
        if found and found[-1].same == same:
            last = found.pop()
            found.append(Hunk(same, (last.old[0], ends[0]), (last.new[0], ends[1])))
        else:
            found.append(Hunk(same, (a, ends[0]), (b, ends[1])))

    for a, b in pairs:
        add(False, (a, b))
        add(True, (a + 1, b + 1))
    add(False, (len(old), len(new)))
    return found
