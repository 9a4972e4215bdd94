"""What a finding says, in Danish: the record holds an English sentence, the browser speaks Danish."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

_VALUE = re.compile(r"\{(\w+)\}")

_SENTENCE = "says"
"""The value that is a sentence itself; what cannot be put in Danish whole stays English."""


@cache
def messages() -> dict[str, dict[str, str]]:
    """The sentences with names in braces for their values, and the words that values are, each with its Danish."""
    return tomllib.loads((Path(__file__).parent / "messages.toml").read_text(encoding="utf-8"))


@cache
def _sentences() -> list[tuple[re.Pattern[str], str]]:
    """How each English sentence is told, and what it is in Danish; those with most words of their own first.

    Those that begin with a value come last, so that "Item 3: …" is parted before the sentence behind it.
    """
    found = []
    for english, danish in messages()["sentences"].items():
        pieces = _VALUE.split(english)
        read = "".join(f"(?P<{piece}>.+?)" if n % 2 else re.escape(piece) for n, piece in enumerate(pieces))
        rank = (not pieces[0], -sum(map(len, pieces[::2])))
        found.append((rank, re.compile(read, re.DOTALL), danish))
    return [(pattern, danish) for _, pattern, danish in sorted(found, key=lambda one: one[0])]


@lru_cache(maxsize=1 << 12)
def in_danish(message: str) -> str:
    """A finding's sentence in Danish, with its values; one that is not known (an older program's) stays as it is."""
    words = messages()["words"]
    for pattern, danish in _sentences():
        match = pattern.fullmatch(message)
        if match is None:
            continue
        values = {name: words.get(value) or in_danish(value) for name, value in match.groupdict().items()}
        if _SENTENCE in values and values[_SENTENCE] == match[_SENTENCE]:
            continue
        return _VALUE.sub(lambda one, values=values: values[one[1]], danish)  # type: ignore[misc]
    return message
