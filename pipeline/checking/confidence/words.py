"""Words that raise a doubt, from the lexicon."""

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def _lexicon() -> dict[str, list[str]]:
    return tomllib.loads(files("pipeline.danish").joinpath("lexicon/doubts.toml").read_text(encoding="utf-8"))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    words = (re.escape(word).replace(r"\*", r"\w*") for word in _lexicon()[kind])
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


@cache
def _letters(kind: str) -> tuple[str, ...]:
    """What stands in a text that has one of the words: looked for in a tenth of the time."""
    return tuple(max(word.lower().split("*"), key=len) for word in _lexicon()[kind])


def says(kind: str, text: str) -> bool:
    """Whether a text has one of the words of a kind ("closed", "votes", …)."""
    low = text.lower()
    return any(word in low for word in _letters(kind)) and _pattern(kind).search(text) is not None


def unfinished(text: str) -> bool:
    """Whether a title's last word asks for another one."""
    last = text.rstrip().rsplit(" ", 1)[-1].lower()
    return last in _lexicon()["unfinished"] or text.rstrip().endswith((",", "-", "(", "/"))
