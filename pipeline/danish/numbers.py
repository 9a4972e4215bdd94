"""Danish numbers: figures with thousands dots and decimal commas, halves, number words, millions."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.danish.pattern import Pattern


@cache
def plan_lexicon() -> Mapping[str, Any]:
    """The vocabulary of plans and memos as the data file states it."""
    text = files("pipeline.danish").joinpath("lexicon/plans.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def number_words() -> Mapping[str, int]:
    """Number words from two on: one is an article too ("en", "et") and is none."""
    words: dict[str, int] = plan_lexicon()["numbers"]
    return words


FIGURES = r"(?:\d{1,3}(?:\.\d{3})+|\d{1,3}\.\d\d?(?=\s?(?:%|pct|procent))|\d+)(?:,\d+)?"
"""Figures as Danish prints them: "5.435", "12,5", "1.250.000,50"; of a share also "12.5", as spreadsheets have it."""

NUMBER = Pattern(
    "number-figures",
    rf"(?<![\w.,/§]) {FIGURES}(?:\s?½)? (?![\d/]|,\d|\.\d) | (?<!\w)½",
    matches=[
        "5.435 personer",
        "12,5 pct.",
        "½ mio.",
        "2½ pct.",
        "0,5 mio. kr.",
        "5.435personer",
        "45%",
        "12.5 pct.",
    ],
    not_matches=["13/4229", "§12", "fem", "A4"],
)
"""A number in figures; case numbers and names are none."""

MULTIPLES = {
    "mio": 1_000_000.0,
    "million": 1_000_000.0,
    "mia": 1_000_000_000.0,
    "milliard": 1_000_000_000.0,
    "tusind": 1000.0,
    "t": 1000.0,
}
"""What a word behind the number multiplies it by, by its first letters."""


def parse_number(text: str) -> float | None:
    """The number that some figures or a number word mean.

    Args:
        text: "5.435", "12,5", "2½", "½" or "tolv".

    Returns:
        The number, or None where the text is none.
    """
    words = text.strip().lower()
    if words in number_words():
        return float(number_words()[words])
    half = 0.5 if words.endswith("½") else 0.0
    figures = words.rstrip("½ ").replace(" ", "")
    if not figures:
        return half or None
    if re.fullmatch(r"\d+\.\d\d?", figures):
        return float(figures)
    try:
        return float(figures.replace(".", "").replace(",", ".")) + half
    except ValueError:
        return None


def multiple_of(word: str | None) -> float:
    """By how much "mio.", "mia.", "tusind" or "t.kr." multiplies; 1 for anything else."""
    if not word:
        return 1.0
    folded = word.lower().strip(". ")
    if folded.startswith("t.") or folded == "tkr":
        return 1000.0
    for start, factor in MULTIPLES.items():
        if folded == start or (len(start) > 2 and folded.startswith(start)):
            return factor
    return 1.0
