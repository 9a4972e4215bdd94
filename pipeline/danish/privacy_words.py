"""The words of `lexicon/privacy.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def _lexicon() -> Mapping[str, list[str]]:
    text = files("pipeline.danish").joinpath("lexicon/privacy.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def privacy_words(name: str) -> tuple[str, ...]:
    """One list of the lexicon, as the file states it."""
    return tuple(_lexicon()[name])
