"""People whom running text names, and whether each is a private person or acts in an office or a role."""

import re
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from pipeline.danish.names import LETTER, NOT_NAMES, PARTICLE, WORD, party_lexicon
from pipeline.danish.pattern import Pattern
from pipeline.danish.people import employee_titles, given_names
from pipeline.danish.privacy_words import privacy_words

CAPITALS = Pattern(
    "person-capitals",
    rf"(?<![\w.@-]){WORD}(?:[ \n](?:{PARTICLE}\s){{0,2}}{WORD}){{1,5}}(?![\w@])",
    matches=["hos Ida Holm i maj", "Bo von Vang"],
    not_matches=["hos ida holm", "Ida"],
    flags=re.NOFLAG,
)
"""Two to six words that begin with capitals."""

PARTY_BEHIND = Pattern(
    "person-party-behind",
    rf"\s*[(,]\s*{LETTER}\s*\)",
    matches=[" (A)", "( V )"],
    not_matches=[" (formand)", "A"],
    flags=re.NOFLAG,
)
"""The letter of a party behind a name."""


class Named(NamedTuple):
    """A person whom a text names."""

    start: int
    """Offset of the name's first character, from 0."""
    end: int
    """Offset after its last; a genitive's s is not the name's."""
    private: bool
    """Whether the person holds no office and acts in no role."""


def find_people(text: str, public: Collection[str] = ()) -> list[Named]:
    """The people whom a text names with given name and family name, in reading order.

    Args:
        text: Running text, with a line break where the page has one.
        public: Names of people who are known to hold an office.
    """
    found = []
    for match in CAPITALS.finditer(text):
        named = _person(text, match, public)
        if named:
            found.append(named)
    return found


def _person(text: str, match: re.Match[str], public: Collection[str]) -> Named | None:
    start, end = match.span()
    words = [(one.group(), start + one.start()) for one in re.finditer(r"\S+", match.group())]
    while words and words[-1][0].lower() in _words("form_labels"):
        words.pop()
        end = words[-1][1] + len(words[-1][0]) if words else start
    words = _of_one_line(words, text)
    role = False
    while words and (sign := _sign(words[0][0])):
        role = role or sign == "role"
        words.pop(0)
    if len(words) < 2:
        return None
    plain = [word.lower().strip(".") for word, _ in words]
    if NOT_NAMES.intersection(word for word, _ in words) or any(_is_body(word) for word in plain):
        return None
    start = words[0][1]
    role = role or _role_before(text, start) or _role_behind(text, end)
    name = " ".join(word for word, _ in words)
    role = role or any(_same(name, other) for other in public)
    return Named(start, end, not role)


def _of_one_line(words: list[tuple[str, int]], text: str) -> list[tuple[str, int]]:
    """The words of the last line, and those of the line before where a name goes on over its end."""
    for place in range(len(words) - 1, 0, -1):
        if text[words[place][1] - 1] == "\n":
            before = words[:place]
            at = before[0][1]
            in_a_line = len(before) == 1 and text[max(0, at - 2) : at][:1] in _LOWER_OR_COMMA
            goes_on = len(words) - place == 1 and (in_a_line or any(word in _given() for word, _ in before))
            return _of_one_line(before, text) + words[place:] if goes_on else words[place:]
    return words


_LOWER_OR_COMMA = frozenset("abcdefghijklmnopqrstuvwxyzæøå,(")
"""What stands in front of a name within a sentence."""


def _sign(word: str) -> str | None:
    """What a first word that is no name is: a "role", or "other"; None for the name's own."""
    plain = word.lower().strip(".,:")
    if plain in _words("citizens") or plain in _words("starters"):
        return "other"
    return "role" if _role().fullmatch(plain) else None


def _is_body(word: str) -> bool:
    return word in _words("bodies") or word.endswith(privacy_words("body_endings"))


def _role_before(text: str, start: int) -> bool:
    return _role_in_front().search(text[max(0, start - 60) : start]) is not None


def _role_behind(text: str, end: int) -> bool:
    behind = text[end : end + 60]
    return PARTY_BEHIND.match(behind) is not None or _role_after().match(behind) is not None


def _same(name: str, other: str) -> bool:
    one, two = set(name.lower().split()), set(other.lower().split())
    return len(two) > 1 and (one <= two or two <= one or {word.removesuffix("s") for word in one} == two)


@cache
def _roles() -> str:
    words = {*employee_titles(), *party_lexicon()["offices"], *privacy_words("roles")} - _words("citizens")
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _role() -> re.Pattern[str]:
    return re.compile(rf"[\wæøå-]*(?:{_roles()})(?:en|e|er|s)?", re.IGNORECASE)


@cache
def _role_in_front() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w])(?:[\wæøå-]*(?:{_roles()})(?:en|e|er|s)?|\d\.\s?suppleant)[\s,:]+(?:\w+\s)?$|\bv[./]\s*$",
        re.IGNORECASE,
    )


@cache
def _role_after() -> re.Pattern[str]:
    return re.compile(
        rf"\s*[,(]\s*(?:[\wæøå-]+\s){{0,2}}?[\wæøå-]*(?:{_roles()})(?:en|e|er)?(?![\w])", re.IGNORECASE
    )


@cache
def _words(name: str) -> frozenset[str]:
    """One list of the lexicon, to be looked in."""
    return frozenset(privacy_words(name))


@cache
def _given() -> frozenset[str]:
    return frozenset((*given_names(), *privacy_words("given")))
