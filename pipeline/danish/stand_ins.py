"""Who stood in for an absent member: the forms in which clerks tell it."""

import re

from pipeline.danish.names import LETTER, NAME
from pipeline.danish.pattern import Pattern

TAG = rf"(?:\s*[(\[]+\s*(?:{LETTER}|[A-ZÆØÅ][\w .-]{{2,30}}?)\s*[)\]]+|,\s[A-ZÆØÅ]{{1,2}}(?=[\s,.)\]]|$))"
OFFICE = r"(?:(?i:(?:over|vice)?borgmester(?:en)?|formand(?:en)?|næstformand(?:en)?|rådmand|medlem|udvalgsformand(?:en)?)\s+)?"
PEOPLE = rf"{OFFICE}{NAME}{TAG}?(?:\s*(?:,|\sog|\ssamt|,\s+og)\s+{OFFICE}{NAME}{TAG}?)*"
"""One or more people with their party."""

SUBSTITUTE_LABEL = Pattern(
    "substitute-label",
    r"^(?:stedfortræder(?:e|en)?|suppleant(?:er|en)?|som\s+(?:stedfortræder|suppleant)\s+(?:deltog|mødte)|i\s+stedet\s+(?:deltog|mødte)|indkaldt\s+(?:stedfortræder|suppleant))\s*(?:(?:for\s+(?P<for>[^:]+?)\s*)?:|\s(?=(?-i:[A-ZÆØÅ])))\s*(?P<who>.*)$",
    matches=["Stedfortræder: Per Lund", "Suppleant for Ida Holm: Per Lund", "I stedet mødte Per Lund"],
    not_matches=["Stedfortrædere vælges", "Suppleanten deltog"],
)
"""A label for who stood in."""

STANDS_FIRST = Pattern(
    "substitute-behind-absent",
    rf"^(?i:(?:som\s+)?(?:stedfortræder|suppleant)\s+for|(?:i\s*stedet\s+)?for)\s+(?P<for>{NAME}){TAG}?\s+(?i:mødte|deltog|deltager|møder|(?:er|var|blev)\s+indkaldt|er|var|indkaldt|indtrådte|indtræder)\s+(?i:(?:i\s+stedet|stedfortræder(?:en)?|suppleant(?:en)?)\s+)?(?P<who>{PEOPLE})(?:\s+(?i:som\s+(?:stedfortrædere?|suppleant(?:er)?)))?\W*$",
    matches=[
        "For Ida Holm (A) mødte Per Lund (A).",
        "Som stedfortræder for Ida Holm deltog Per Lund.",
        "I stedet for Ida Holm deltog Per Lund",
        "Stedfortræder for Ida Holm er Per Lund.",
        "Som stedfortræder for Ida Holm mødte suppleant Per Lund",
    ],
    not_matches=["For Ida Holm stemte Per Lund", "For Venstre mødte Per Lund"],
    flags=re.NOFLAG,
)
"""A sentence that names the absent first, then who stood in."""

STAND_IN_CAME = Pattern(
    "substitute-came",
    rf"""^(?:(?i:(?:\d\.\s)?(?:stedfortræder(?:en)?|suppleant(?:en)?)),?\s+(?P<who>{NAME}{TAG}?),?\s+(?i:deltog|mødte|deltager|møder|(?:(?:er|var)\s+)?(?:indkaldt|mødt))(?:\s+(?i:i\s+stedet|i\s+mødet))?(?:\s+for\s+(?P<for>{NAME}){TAG}?)?
      |(?i:under|ved|i)\s+(?i:punkt|pkt|sag|behandling)[^:]{{1,60}}?\s(?i:deltog|mødte|deltager)\s+(?i:stedfortræder(?:en)?|suppleant(?:en)?)\s+(?P<who4>{NAME}{TAG}?)(?:,?\s+(?i:da|idet|fordi|for)\s+(?P<for4>{NAME}){TAG}?(?:\s+(?i:var|er|havde)\b[^.]{{1,40}})?)?
      |(?i:som\s+(?:\d\.\s)?(?:stedfortrædere?|suppleant(?:er)?)(?:\s+fra\s+[\w-]+)?|i\s+stedet|for\s+(?:hende|ham|denne|dem)|i\s+(?:hans|hendes|dennes)\s+sted)\s+(?i:deltog|mødte|deltager|møder|(?:er|var|blev)\s+(?:indkaldt|mødt)|indkaldt(?:es)?)\s+(?i:stedfortræder(?:en|ne)?\s+|suppleant(?:en|erne)?\s+)?(?P<who2>{PEOPLE})(?:\s+(?i:som\s+(?:stedfortrædere?|suppleant(?:er)?)))?
      |(?i:stedfortræder(?:en|e)?|suppleant(?:en|er)?)\s+(?i:er|var)\s+(?P<who3>{PEOPLE}))\W*$""",
    matches=[
        "Stedfortræder er Per Lund (D).",
        "Stedfortræder Per Lund deltog.",
        "Under punkterne 14 og 18 deltog stedfortræder Per Lund (V), da Ida Holm (V) var inhabil.",
        "Suppleanten, Per Lund, mødte i stedet",
        "Som stedfortræder mødte Per Lund.",
        "Som suppleanter er indkaldt Per Lund (A) og Bo Vang (V).",
        "1. suppleant Per Lund deltog i stedet for Ida Holm",
        "I stedet deltog Per Lund som stedfortræder.",
    ],
    not_matches=["Stedfortræderen deltog", "Stedfortræder Per Lund stemte imod"],
    flags=re.NOFLAG,
)
"""A sentence about a substitute who is named behind the word."""

STOOD_IN = Pattern(
    "substitute-in-brackets",
    rf"""[(\[]\s*(?i:stedfortræder|suppleant|i\s+stedet\s+(?:mødte|deltog|møder|deltager)|afløst\s+af|erstattet\s+af)\s*
        (?i:er|var|for\s+denne)?\s*:?\s+(?P<who>{NAME}{TAG}?)\s*[)\]]
      |[(\[]\s*(?P<who3>{NAME}{TAG}?)\s+(?i:mødte|deltog|deltager|møder|er)\s+(?i:som\s+(?:stedfortræder|suppleant)|i\s+stedet(?:\s+for)?|stedfortræder|suppleant)\s*[)\]]
      |[(\[]\s*(?P<who6>{NAME}{TAG}?)\s+(?i:mødte|deltog|deltager|møder)\s*[)\]]
      |(?:\s[-–]|,)\s+(?P<who2>{NAME}{TAG}?),?\s+(?i:(?:mødte|deltog|deltager|møder)\s+(?:som\s+(?:stedfortræder|suppleant)|i\s+stedet)|(?:stedfortræder|suppleant)\b(?!\s+for))
      |(?:\s[-–]|,|(?<!\s(?:som|ved|Som|Ved)))\s+(?i:(?:\d\.\s)?(?:stedfortræder|suppleant))\s*:?\s+(?P<who5>{NAME}{TAG}?)(?:\s+(?i:deltog|mødte|deltager|møder))?
      |(?:^|,)\s*(?i:og|men|mens)\s+(?P<who9>{NAME}{TAG}?)\s+(?i:mødte|deltog|deltager|møder)\s+(?i:som\s+(?:stedfortræder|suppleant)|i\s+stedet)\b
      |\s*/\s*(?P<who10>{NAME}{TAG}?)\s*[(,]\s*(?i:stedfortræder|suppleant)\)?
      |\b(?i:erstattet|afløst)\s+af\s+(?P<who7>{NAME}{TAG}?)
      |,\s+for\s+(?i:hvem|hvilke)\s+(?:(?i:stedfortræder(?:ne|en)?|suppleant(?:erne|en)?)\s+)?(?P<who8>{PEOPLE})\s+(?i:(?:er|var|blev)\s+(?:indkaldt|mødt)|mødte|deltog)
      |,?\s+(?i:i\s+stedet|som\s+(?:stedfortræder|suppleant))\s+(?i:mødte|deltog|møder|deltager)\s*:?\s+(?P<who4>{NAME}{TAG}?)""",
    matches=[
        ", for hvem suppleanterne Per Lund og Bo Vang var indkaldt",
        "(stedfortræder: Per B. Lund)",
        " - Per Lund (V) mødte som stedfortræder",
        "Ida Holm, i stedet mødte Per Lund",
        "(Per Lund deltog som suppleant)",
        "(Per Lund deltog i stedet for)",
        "Ida Holm (V), suppleant Per Lund (V) deltog",
        "Ida Holm, C - Per Lund stedfortræder",
        "Ida Holm stedfortræder Per Lund",
        "Ida Holm / Per Lund (stedfortræder)",
        "havde meldt afbud, og Per Lund deltog i stedet",
    ],
    not_matches=["(A)", "(i stedet for Ida Holm)"],
    flags=re.NOFLAG,
)
"""Behind an absent person's name: who stood in, and so was there."""


NAMED_IN_BRACKETS = Pattern(
    "absence-replaced-by",
    rf"[(]\s*(?P<name>{NAME}{TAG}?)\s*[)]",
    matches=["Ida Holm (Per Lund)", "Ida Holm (Per Lund (A))"],
    not_matches=["Ida Holm (A)"],
    flags=re.NOFLAG,
)
"""Behind an absent person, under a label that says so: who came instead."""


STAYED_AWAY = Pattern(
    "substitute-stayed-away",
    rf"^(?:(?i:(?:\d\.\s)?(?:suppleant|stedfortræder)(?:en)?),?\s+)?(?P<who>{PEOPLE}),?\s+(?i:(?:(?:er|var|blev)\s+)?indkaldt[\w\s]{{0,30}},?\s+men\s+(?:mødte|deltog|kom)\s+(?:dog\s+)?ikke)\b",
    matches=["1. suppleant Per Lund var indkaldt, men mødte ikke frem."],
    not_matches=["Per Lund var indkaldt som stedfortræder for Ida Holm"],
    flags=re.NOFLAG,
)
"""A sentence about a substitute who was asked and did not come."""


CALLED = re.compile(r"(?:er |var |blev )?indkaldt(?: i stedet)?", re.IGNORECASE)
"""Behind a name in a list of the absent: who was called in for the one before. Matches: "indkaldt". Not: "ikke indkaldt"."""

STAND_IN_LETTERS = (
    "sted",
    "suppleant",
    "afløst",
    "erstattet",
    "mødt",
    "møder",
    "deltog",
    "deltager",
    "hvem",
    "hvilke",
)
"""What STOOD_IN always finds some of: a list of names without any of it needs no closer look."""


def tells_stand_in(text: str) -> bool:
    """Whether a text may tell who stood in for somebody."""
    low = text.lower()
    return any(letters in low for letters in STAND_IN_LETTERS)


TWO_CAME = Pattern(
    "substitutes-two-came",
    rf",\s+(?:og\s+)?(?=for\s+{NAME}(?:\s*[(][^()]*[)])?\s+(?:mødte|deltog)\s)|,?\s+og\s+(?={NAME}(?:\s*[(][^()]*[)])?\s+(?:mødte|deltog|deltager)\s+(?:i\s+stedet|som|for)\s)",
    matches=[" og Bo Vang deltog i stedet for Per Lund", ", for Bo Vang mødte Per Lund"],
    not_matches=[" og Bo Vang var fraværende"],
    flags=re.NOFLAG,
)
"""Between two clauses that each tell who came for whom."""


CAME_FOR = Pattern(
    "substitutes-each-for-one",
    rf"""^(?:(?i:i\s+stedet|som\s+(?:stedfortrædere?|suppleant(?:er)?))\s+(?i:deltog|mødte|deltager|møder|er\s+indkaldt|var\s+indkaldt)\s+)?(?i:stedfortræderne\s+|suppleanterne\s+|suppleant\s+)?
      (?P<who>{NAME}{TAG}?)\s+(?i:\(?(?:deltog\s+|mødte\s+)?i\s+stedet\s+for|\(?som\s+(?:stedfortræder|suppleant)\s+for|\((?:stedfortræder|suppleant)\s+for|\(?for)\s+(?P<for>{NAME}){TAG}?\)?(?:\s+(?i:deltog(?:\s+i\s+mødet)?))?\W*$""",
    matches=[
        "I stedet deltog stedfortræderne Per Lund i stedet for Ida Holm",
        "Per Lund for Ida Holm",
        "Per Lund (suppleant for Ida Holm) deltog i mødet.",
    ],
    not_matches=["I stedet deltog Per Lund", "Per Lund stemte for Ida Holm"],
    flags=re.NOFLAG,
)
"""One clause of a sentence that tells for each substitute whom he or she stood in for."""

NEXT_PAIR = Pattern(
    "substitute-next-pair",
    rf"(?:,\s+(?:og\s+)?|\s+og\s+|;\s+)(?={NAME}{TAG}?\s+\(?(?:i\s+stedet\s+|som\s+\w+\s+)?for\s)",
    matches=[", og Bo Vang for Per Lund", " og Bo Vang (A) i stedet for Per Lund"],
    not_matches=[" og Bo Vang deltog", ", for Per Lund"],
    flags=re.NOFLAG,
)
"""Between two such clauses."""


def each_for_one(sentence: str) -> list[tuple[str, str]]:
    """Each substitute of a sentence, and whom he or she stood in for; empty where it tells anything else."""
    pairs = [CAME_FOR.match(clause) for clause in NEXT_PAIR.split(sentence)]
    told = [(pair["who"], pair["for"]) for pair in pairs if pair is not None]
    return told if len(told) == len(pairs) else []


def came_instead(sentence: str) -> tuple[str, str] | None:
    """The substitutes of a sentence as printed, and whom they stood in for ("" where it is not said); None for any other."""
    low = sentence.lower()
    if not (low.startswith("for") or "sted" in low or "suppleant" in low):
        return None
    first = STANDS_FIRST.match(sentence)
    if first is not None:
        return first["who"], first["for"]
    came = STAND_IN_CAME.match(sentence)
    if came is None:
        return None
    who = came["who"] or came["who2"] or came["who3"] or came["who4"]
    return who, came["for"] or came["for4"] or ""
