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
    r"|^(?:derfor\s+vil\s+[^\W\d]+|(?:[^\W\d]+\s)?[^\W\d]+\s+(?:vil|skal)(?:\s+(?:derfor|i\s+\d{4}|blandt\s+andet|bl\.a\.))?)\s?:$"
    r"|\bfor\s+at\s+(?:nå|opnå|indfri|realisere)\s+(?:dette|målet|målene|målsætningen)\b.{0,60}\b(?:vil|skal)\b.{0,40}:$",
    matches=[
        "Jobcentret vil arbejde med:",
        "Vi vil i 2017 have fokus på:",
        "For at nå målet vil jobcentret:",
        "jobcentret vil:",
        "derfor vil jobcentret:",
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


GOAL_SAID = Pattern(
    "plan-goal-said",
    r"^(?:det\s+er\s+(?:\w+\s+){0,2}(?:målet|målsætningen|mål|målsætning)\b"
    r"|der\s+er\s+(?:fastlagt|fastsat|opstillet|sat|vedtaget|aftalt)\s+(?:et|som)\s+mål\b"
    r"|(?:derfor\s+har\s+[^\W\d]+|[^\W\d]+\s+har(?:\s+derfor)?)\s+(?:fastlagt|fastsat|opstillet|sat|vedtaget|defineret)"
    r"\s+(?:et|en|som|det)\s+(?:mål|målsætning)\b"
    r"|(?:målet|målsætningen|ambitionen|(?:vores|kommunens|jobcentrets|byrådets|udvalgets)\s+(?:\w+\s+)?mål(?:sætning)?)"
    r"\s+(?:(?:for|med)\s+(?:\w+\s+){1,4})?er\b"
    r"|(?:(?:[^\W\d]+\s+)?(?:kommune|kommunen|jobcentret|byrådet|kommunalbestyrelsen|udvalget)|vi)\s+"
    r"(?:sætter|fastsætter|opstiller|har(?:\s+(?:sat|fastsat|opstillet|valgt))?)\s+(?:\w+\s+){0,3}?(?:mål|målsætning|målet)\b)",
    matches=[
        "Kommunen sætter derfor som mål, at",
        "Vi har sat os det mål, at",
        "Jobcentret har som mål at",
        "Det er målet, at mindst",
        "Målet er, at",
        "Det er kommunens mål, at",
        "Målsætningen for 2018 er at",
        "Der er fastsat et mål om at",
        "Derfor har byrådet vedtaget en målsætning om at",
    ],
    not_matches=["Målene er", "Målet nås", "Det er vigtigt, at målet", "Der er fastsat mål for"],
)
"""How prose without labels says that a goal follows."""

RESTATES = Pattern(
    "plan-restates",
    r"^(?:det|dette|hvilket)\s+(?:svarer\s+til|er\s+(?:en|et)\s+(?:fald|stigning|reduktion|vækst|nedgang))\b",
    matches=["Det svarer til 125 borgere om måneden.", "Det er et fald på 3 pct."],
    not_matches=["Det er målet, at", "Det sker i 2018."],
)
"""A sentence that tells the promise before it again, in other numbers."""

SERVED = Pattern(
    "plan-goal-served",
    r"\b(?:ministermål|(?:beskæftigelses)?ministerens\s+mål|nationalt\s+mål|nationale\s+mål"
    r"|det\s+nationale\s+mål)\s*(?:(?:mål\s+)?(?:nr\.?\s*)?)(?P<number>\d)\b",
    matches=["Målet understøtter ministerens mål 2.", "Ministermål 3", "det nationale mål nr. 4"],
    not_matches=["Mål 3", "ministerens mål"],
    needs=("ministermål", "ministerens", "nationalt", "nationale"),
)
"""Which of the minister's goals a target serves."""
