"""Damage of the text layer that nothing can mend with certainty: lost spaces and letters, words cut into pieces."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from schemas.page import Page
from schemas.record import Finding
from schemas.vocabulary import FindingCode, Severity

ENOUGH_WORDS = 120
"""Shares of fewer words than these tell nothing."""

GLUED = re.compile(
    r"(?:^|[^\w/.@-])(?:[a-zæøå]{2,}[.,;:][A-Za-zæøå]{3,}|[A-ZÆØÅ]?[a-zæøå]{3,}[A-ZÆØÅ][a-zæøå]{3,}|\d[\d.]*[a-zæøå]{5,}|[^\W\d_]{36,})(?=[^\w/@]|$)"
)
"""Words that lost the space between them.

Matches: "ReferatForUdvalget", "5.435personer", "godkendt.Udvalget". Not: "2015-2016", "§63d".
"""

SHORTEST_GLUED = 5
"""A word of so many characters is never one of them: "ab.cde" has six."""

GLUED_SHARE = 0.006
"""Above this share of such words spaces are lost: 0.0017 at most in 35 undamaged files (shared and sample), 0.02 and
more where one space in ten is lost."""


@cache
def _short_words() -> frozenset[str]:
    text = files("pipeline.danish").joinpath("lexicon/short_words.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["words"])


PIECES_SHARE = 0.03
"""Above this share of other words of one or two letters words are cut up: 0.012 at most in the same files."""

ENOUGH_LETTERS = 1500
"""The same for letters."""

VOWELS_SHARE = 0.009
"""Below this share of æ, ø and å letters are lost: 0.0175 at least in the same files."""

ENOUGH_FOR_EACH = 2500
"""The same for one letter of the three."""

EACH_SHARE = 0.001
"""Below this share of æ, of ø or of å that letter is lost: 0.0054 at least in files of so many letters."""

DANISH_VOWELS = frozenset("æøåÆØÅ")


def broken_text(pages: Sequence[Page]) -> Iterator[Finding]:
    """What a file's text layer has lost, each with its measure."""
    words = [word.text for page in pages for word in page.words]
    glued = sum(
        1 for word in words if len(word) > SHORTEST_GLUED and not _is_plain(word) and GLUED.search(word)
    )
    if len(words) >= ENOUGH_WORDS and glued > GLUED_SHARE * len(words):
        yield _finding(f"{glued} of {len(words)} words are run together: the text layer has lost spaces")
    known = _short_words()
    small = [word.strip(".,;:()") for word in words]
    pieces = sum([len(word) <= 2 and word.islower() and word not in known for word in small])
    if len(words) >= ENOUGH_WORDS and pieces > PIECES_SHARE * len(words):
        yield _finding(
            f"{pieces} of {len(words)} words are pieces of one or two letters: the text layer cuts words"
        )
    counted = Counter("".join(words))
    letters = sum(count for letter, count in counted.items() if letter.isalpha())
    vowels = sum(counted[letter] for letter in DANISH_VOWELS)
    if letters >= ENOUGH_LETTERS and vowels < VOWELS_SHARE * letters:
        yield _finding(
            f"{vowels} of {letters} letters are æ, ø or å: "
            "the text layer has lost letters, or the text is not Danish"
        )
    elif letters >= ENOUGH_FOR_EACH:
        for letter in "æøå":
            seen = counted[letter] + counted[letter.upper()]
            if seen < EACH_SHARE * letters:
                yield _finding(
                    f"{seen} of {letters} letters are {letter}: the text layer has lost or changed it"
                )


def _is_plain(word: str) -> bool:
    """Whether a word is letters alone, all small behind the first, and of a length that words have: most are."""
    return word.isalpha() and len(word) < LONGEST_WORD and word[1:].islower()


LONGEST_WORD = 36
"""Letters that no word has."""


def _finding(message: str) -> Finding:
    return Finding(code=FindingCode.broken_text, severity=Severity.warning, message=message)
