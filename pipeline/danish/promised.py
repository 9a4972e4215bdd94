"""Which words of a measure belong to its number, and which way its verb wants the number to go."""

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any


@cache
def _lexicon() -> dict[str, Any]:
    text = files("pipeline.danish").joinpath("lexicon/comparing.toml").read_text(encoding="utf-8")
    lexicon = tomllib.loads(text)
    lexicon["direction"]["makes"] = frozenset(lexicon["direction"]["makes"])
    return lexicon


@cache
def own_words(field: str) -> frozenset[str]:
    """Words that belong to a field of a promised number: "mindst" to its bound, "udgangen" to its deadline."""
    return frozenset(_lexicon()["own"][field])


def direction_of(words: Iterable[str], *, counted: bool) -> int:
    """Which way a sentence wants its number to go.

    Args:
        words: The sentence's words, in small letters.
        counted: Whether the number counts things, so that verbs of making tell too.

    Returns:
        1 for up, -1 for down, 0 where no verb tells or two contradict each other.
    """
    found = list(words)
    directions = _lexicon()["direction"]
    rises = any(word.startswith(tuple(directions["rises"])) for word in found)
    falls = any(word.startswith(tuple(directions["falls"])) for word in found)
    if rises or falls:
        return 0 if rises and falls else 1 if rises else -1
    return int(counted and not directions["makes"].isdisjoint(found))


@lru_cache(maxsize=4096)
def frames(word: str) -> bool:
    """Whether a word belongs to the frame of a promise ("antallet", "udgangen", "faldet") and not to what is promised.

    Args:
        word: In small letters.
    """
    lexicon = _lexicon()
    directions = lexicon["direction"]
    return (
        any(word in words for words in lexicon["own"].values())
        or word in lexicon["frame"]["words"]
        or word in directions["makes"]
        or word.startswith((*directions["rises"], *directions["falls"]))
    )


def plan_words() -> str:
    """What a plan is called in items and attachments, in small letters."""
    return str(_lexicon()["adoption"]["plan"])


def is_council(body: str | None) -> bool:
    """Whether a body is the council, the highest of a municipality or region."""
    return bool(body) and str(body).lower().startswith(tuple(_lexicon()["adoption"]["councils"]))
