"""Sentences that lead up to targets or actions: "Jobcentret vil følge disse strategier for at nå målet:"."""

import re
from functools import cache

from pipeline.danish.numbers import plan_lexicon
from pipeline.danish.pattern import Pattern


@cache
def _introducing() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    action = plan_lexicon()["action"]
    return frozenset(action["introduced"]), frozenset(action["introducing"]), tuple(action["not_introduced"])


WORKS_WITH = Pattern(
    "plan-works-with",
    r"\b(?:vil|skal)\b.{0,40}\b(?:arbejde\s+(?:med|for|på)|fokusere\s+på|(?:have|sætte)\s+fokus\s+på|prioritere)"
    r"(?:\s+(?:at|blandt\s+andet|bl\.a\.))?\s?:$"
    r"|\bfor\s+at\s+(?:nå|opnå|indfri|realisere)\s+(?:dette|målet|målene|målsætningen)\b.{0,60}\b(?:vil|skal)\b.{0,40}:$",
    matches=[
        "Jobcentret vil arbejde med:",
        "Vi vil i 2017 have fokus på:",
        "For at nå målet vil jobcentret:",
    ],
    not_matches=["Jobcentret vil arbejde med unge.", "Følgende mål:"],
)
"""A sentence that leads up to actions without a word for them."""


def introduces_actions(text: str) -> bool:
    """Whether a sentence introduces the actions: "Jobcentret vil følge disse strategier for at nå målet:"."""
    if not text.rstrip().endswith(":"):
        return False
    last = re.split(r"(?<=[.!?])\s+", text.rstrip())[-1].lower()
    nouns, determiners, others = _introducing()
    if any(other in last for other in others):
        return False
    words = set(re.findall(r"[^\W\d_]+\.?", last))
    words |= {word.rstrip(".") for word in words}
    if WORKS_WITH.search(last):
        return True
    if not any(
        word in nouns or word.endswith(("strategier", "indsatser", "initiativer", "aktiviteter", "tiltag"))
        for word in words
    ):
        return False
    return bool(words & determiners) or bool(
        re.search(
            r"\b(?:vil|skal|(?:til|for) (?:opnåelse|indfrielse|realisering|opfyldelse) af"
            r"|for at (?:nå|opnå|indfri|understøtte|realisere))\b"
            r"|\b(?:omfatter|indeholder|er|bliver|består (?:af|i)|går ud på|bygger på)(?: bl\.a\.| blandt andet)?\s?:$",
            last,
        )
    )
