"""Words as a search compares them: folded letters, then Snowball's Danish stem; how compounds are found by their last part.

Folding comes first, so that "æ" and a typed "ae" have the same stem by construction, while "far" and "får" ("faar") stay
two words.
"""

import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from pipeline.danish.wording import WORD, words_in

SHORTEST_COMPOUND = 6
"""A stem of fewer letters is not looked into for a last part: "byplan" is one, "altan" is none."""

SHORTEST_IRREGULAR = 4
"""Irregular words of so many letters or fewer ("børn", folded "boern", has five) are no last part of a compound."""

SHORTEST_PART = 3
"""A last part has so many letters at least: "vej" finds "landevej", "å" finds nothing else."""

_LETTERS = {
    "æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ð": "d", "þ": "th", "đ": "d", "ł": "l", "œ": "oe",
}  # fmt: skip


@dataclass(frozen=True)
class _Lexicon:
    irregular: dict[str, str]
    idle: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    path = Path(__file__).parent / "lexicon" / "stems.toml"
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    return _Lexicon(read["irregular"], frozenset(read["idle"]["words"]))


def words_of(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text in small letters, each with where it begins and ends in the text."""
    for match in WORD.finditer(text):
        yield match[0].lower(), match.start(), match.end()


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A word in the letters a to z where it can be: "Åbenrå" is "aabenraa", "idé" is "ide"."""
    letters = []
    for letter in unicodedata.normalize("NFC", word).lower():
        if letter in _LETTERS:
            letters.append(_LETTERS[letter])
        elif letter.isascii():
            letters.append(letter)
        else:
            plain = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
            letters.append(plain.lower())
    return "".join(c for c in "".join(letters) if c.isalnum())


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The folded stem of a word, the same for its inflected forms: "planerne" is "plan", "børnene" is "barn"."""
    folded = fold(word)
    irregular = _lexicon().irregular
    if folded in irregular:
        return irregular[folded]
    for size in _sizes():
        if size <= len(folded) - SHORTEST_PART and folded[-size:] in irregular:
            return folded[:-size] + irregular[folded[-size:]]
    return str(_stemmer().stemWord(folded)) if folded.isalpha() else folded


def is_idle(word: str) -> bool:
    """Whether a word tells nothing of what is looked for: "og", "til"."""
    return fold(word) in _lexicon().idle


def stems_of(text: str) -> str:
    """The stems of a text in its order, one space between them."""
    words = words_in(unicodedata.normalize("NFC", text))
    return " ".join(filter(None, map(stem, map(str.lower, words))))


def endings_of(stems: str) -> str:
    """The longer stems of a text, each once and written backwards.

    The last part of a compound thereby is the beginning of a word, which any full-text index can look up:
    "plan" is looked for as "nalp…" and finds "nalpsesleg…".
    """
    long = dict.fromkeys(one for one in stems.split() if len(one) >= SHORTEST_COMPOUND and one.isalpha())
    return " ".join(one[::-1] for one in long)


@cache
def _sizes() -> tuple[int, ...]:
    """How many letters the irregular words have that may be the last part of a compound, the longest first."""
    return tuple(
        sorted({len(word) for word in _lexicon().irregular if len(word) > SHORTEST_IRREGULAR}, reverse=True)
    )


@cache
def _stemmer():  # type: ignore[no-untyped-def]
    import Stemmer  # Snowball's own code: the same in Python takes 2 % of reading a file

    return Stemmer.Stemmer("danish")
