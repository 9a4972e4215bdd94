"""What tables, columns and words are called in the browser, in Danish."""

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def labels() -> dict[str, dict[str, str]]:
    """All labels, by what they are for: tables, questions, columns, words, findings."""
    return tomllib.loads((Path(__file__).parent / "labels.toml").read_text(encoding="utf-8"))


def table_label(name: str) -> str:
    """A table's or a view's Danish name; one without a name keeps its own."""
    base = name.removesuffix("_now")
    label = labels()["tables"].get(base, base)
    return f"{label} (med rettelser)" if base != name else label


def column_label(name: str) -> str:
    """A column's Danish name."""
    return labels()["columns"].get(name, name.replace("_", " "))


def lookup_label(words: str) -> str:
    """How a filter compares, in Danish."""
    return labels()["lookups"].get(words, words)


def many(count: int) -> str:
    """A count with points between the thousands."""
    return f"{count:,}".replace(",", ".")


def when_empty(parameter: str) -> str:
    """What a question is about where a field of it is left empty; "" where that is not said."""
    return labels()["empty"].get(parameter, "")


def finding_about(code: str) -> str:
    """What a finding of a code means and what to look at; "" for any other word."""
    return labels()["findings"].get(code, "")


def word(value: Any) -> str:
    """A value as a person reads it: words of closed lists in Danish, lists parted by commas, numbers with a comma."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.12g}".replace(".", ",")
    text = str(value)
    if text.startswith("[") and text.endswith("]"):
        try:
            return ", ".join(map(str, json.loads(text)))
        except ValueError:
            return text
    return labels()["words"].get(text, text)
