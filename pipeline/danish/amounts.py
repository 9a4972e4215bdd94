"""Amounts: a number with what it counts. Years, dates, ages, durations and references are none."""

import re
from functools import cache
from typing import NamedTuple

from pipeline.danish.numbers import FIGURES, multiple_of, number_words, parse_number, plan_lexicon
from pipeline.danish.pattern import Pattern

FIRST_YEAR, LAST_YEAR = 1900, 2070
"""A bare number of four figures between these is a year."""

MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"

POINT = r"(?:%|pct\.?|procent)\s?-?\s?point"

_WORDS = "|".join(sorted(number_words(), key=len, reverse=True))

AMOUNT = Pattern(
    "amount",
    rf"""(?<![\w§/.,]) (?<!\d[-–]) (?P<number> {FIGURES}(?:\s?½)? | ½ | (?:{_WORDS})(?!\w) ) (?![\d/]) (?!,\d)
      (?: \s?[-–]\s? (?P<upper>{FIGURES}) (?![\d/]) )?
      (?: \s* (?P<multiple> mio(?!\w)\.? | million(?:er)? | mia(?!\w)\.? | milliard(?:er)? | t\.\s?(?=kr)
      | tusinde?(?!\w) ) )?
      (?: \s* (?P<unit> {POINT} | % | pct(?!\w)\.? | procent(?!\w) | kr(?!\w)\.? | kroner(?!\w)
      | tkr(?!\w)\.? ) )?""",
    matches=[
        "12,5 pct.",
        "5.435personer",
        "0,5 mio. kr.",
        "33%",
        "2½ pct. point",
        "tolv jobmesser",
        "10-15 pladser",
        "-4 pct.",
    ],
    not_matches=["13/4229", "tilbud", "§12"],
)
"""A number, perhaps a range, with its multiple and its unit where it is no counted noun."""

REFERENCE = Pattern(
    "amount-reference",
    r"""(?:§|\b(?:stk\.?|nr\.?|(?:\w*mål)|målene|punkt|pkt\.?|kapitel|kap\.?|afsnit|side|s\.|bilag|fase
      |match(?:gruppe(?:rne|r)?|kategori(?:erne|er)?)?|kategori|\w*prøve
      |modul|gruppe|trin|spor|figur|fig\.|tabel|note|kl\.|version|lov|artikel|uge|klasse|målgruppe|årgang
      |DU|FVU|niveau|type|covid)|\bskala(?:en)?\s+fra(?:\s+\d+\s+til)?
      |\bmatch(?:gruppe(?:rne|r)?|kategori(?:erne|er)?)?\s+\d(?:,\s\d)*\s+(?:og|eller))\s*-?$""",
    matches=[
        "ministerens mål ",
        "danskprøve ",
        "jf. § ",
        "resultatmål ",
        "kl. ",
        "match ",
        "matchgruppe ",
        "match 2 og ",
    ],
    not_matches=["målet er ", "niveauet på ", "uger "],
)
"""Words before a number that is a name and no amount."""

ALL_OF = Pattern(
    "amount-all-of",
    r"\b(?:(?:af|blandt|ud\saf|for|hos|mellem)\s+(?:de|alle|disse|samtlige|vores|dem)|ud\saf|de|dem|disse"
    r"|begge|pr\.|per|hver|hvert|alle|samtlige|vores|kommunens|jobcentrets|landets|regionens)"
    r"(?:\s+i\s+alt)?\s+$",
    matches=["af de ", "8 ud af ", "blandt de "],
    not_matches=["etablering af ", "side "],
)
"""Words before a number that says of how many, not how many."""

_COUNTED_TIME = "|".join(sorted(map(re.escape, plan_lexicon()["units"]["durations"]), key=len, reverse=True))

TIME_AFTER = Pattern(
    "amount-age-or-duration",
    rf"""^\s*-?\s*(?:(?:hele|fulde|sammenhængende|første|seneste|lønnede|kalender|ugentlige
      |ordinære)\s+)?(?:{_COUNTED_TIME})(?![\w])
      | ^\s*(?:-|–|og|til|eller)\s*(?:\d+|\w+)\s*-?\s*(?:{_COUNTED_TIME})(?!\w)
      | ^\s*(?:ud\s+)?af\s+(?:de\s+)?(?:seneste|sidste|første)\b
      | ^\s*(?:\.|-)?\s*(?:{MONTHS}|jan|feb|apr|aug|sept|okt|nov|dec)\b | ^[./-]\d | ^:\d
      | ^\s*-?(?:tredje|fjerde|femte|sjette|ottende|tiende)-?del(?:e|ene)?\b""",
    matches=[
        " uger",
        "-årige",
        " år",
        " og 29 år",
        " mdr. herefter",
        ". januar",
        " første måneder",
        " årige",
        " tredjedele",
    ],
    not_matches=[" årsværk", " personer", " ugentligt", " jobmesser"],
)
"""What follows an age, a duration, a date, or the upper number of a fraction in words."""

SIZE_OF_FIRM = Pattern(
    "amount-size-of-firm",
    r"\b\w*(?:virksomheder|arbejdspladser|firmaer|arbejdsgivere)\s+med\s+(?:mindst|højst|over|under|op\s+til|ned\s+til"
    r"|(?:mere|flere|færre|mindre)\s+end)?\s*$",
    matches=["alle virksomheder med mere end ", "private arbejdspladser med "],
    not_matches=["virksomheder med aftaler om ", "besøger mindst "],
)
"""Words before how many a firm employs, which says what firms are meant."""

ORDINAL_AFTER = Pattern(
    "amount-ordinal",
    r"^\.\s+[a-zæøå]",
    matches=[". kvartal", ". behandling"],
    not_matches=[". Der", ".", " pct. af"],
    flags=re.NOFLAG,
)
"""What follows an ordinal number."""

OUT_OF = Pattern(
    "amount-out-of",
    rf"^\s*(?:ud\s+)?af\s+(?:(?:de|disse|vores|i\s+alt)\s+)*(?:\d+|{_WORDS})(?=\s)",
    matches=[" ud af 10 virksomheder", " ud af ti unge", " af de i alt 110 borgere"],
    not_matches=[" ud af de unge"],
)
"""Behind a number: so many of so many."""

BETWEEN = Pattern(
    "amount-between",
    rf"\bmellem\s+(?P<low>{FIGURES})(?:\s+(?:pct\.?|procent|%))?\s+og\s+$",
    matches=["Mellem 40 og ", "mellem 4 pct. og "],
    not_matches=["mellem kommunen og "],
)
"""The lower end of a range, before its upper."""

COUNT_OF = Pattern(
    "amount-count-of",
    r"\b(?:antallet\s+af|antal(?:\s+af)?|mængden\s+af|(?:netto)?(?:til|af)gangen\s+af)\s+(?P<nouns>[^\W\d][\w-]*(?:\s+[^\W\d][\w-]*)?)",
    matches=["Antallet af langtidsledige skal", "antal virksomheder"],
    not_matches=["Andelen af unge", "Antallet øges"],
)
"""What is counted, where the number itself stands alone."""

NOUN_WORDS = re.compile(r"\s*((?:[^\W\d_][\w/’'&-]*)(?:\s+[^\W\d_][\w/’'&-]*){0,3})")
"""Up to four words behind a number, up to the first punctuation."""

ADJECTIVE = Pattern(
    "amount-adjective",
    r"(?:[a-zæøå]{2,}(?:e|ede|ende|ske|lige|t))$",
    matches=["ledige", "nye", "uddannelsessøgende", "ordinært"],
    not_matches=["job"],
    flags=re.NOFLAG,
)
"""How an adjective before a counted noun ends."""


class Amount(NamedTuple):
    """A number with what it counts."""

    start: int
    """Offset of its first character."""

    end: int
    """Offset after its unit or counted noun."""

    number_end: int
    """Offset after its figures."""

    value: float
    """The number; of a range the lower."""

    upper: float | None
    """The upper number of a range."""

    unit: str | None
    """"pct.", "pct. point", "kr." or the counted noun as printed, without adjectives."""

    compared: str | None
    """"flere" or "færre", where that stands between number and noun."""

    spelled: bool
    """Whether the number is a word."""


def find_amounts(text: str) -> list[Amount]:
    """Every number with what it counts; years, dates, ages, durations and references are none."""
    found: list[Amount] = []
    for match in AMOUNT.finditer(text):
        amount = _amount(text, match)
        if amount is None:
            continue
        if amount.upper is not None and found and found[-1].start == amount.start:
            found.pop()
        if not found or amount.start >= found[-1].number_end:
            found.append(amount)
    return found


def _amount(text: str, match: re.Match[str]) -> Amount | None:
    start, printed = match.start(), match["number"]
    value = parse_number(printed)
    spelled = printed[0].isalpha()
    if value is None:
        return None
    unit = _unit(match["unit"])
    before, after = text[max(0, start - 40) : start], text[match.end() : match.end() + 90]
    compared, end = None, match.end()
    if unit is None and match["multiple"] is None:
        if not spelled and _is_year(printed, value):
            return None
        if (
            TIME_AFTER.search(after)
            or (not spelled and ORDINAL_AFTER.search(after))
            or REFERENCE.search(before)
            or (SIZE_OF_FIRM.search(before) and re.match(r"\s*(?:ansatte|medarbejdere)\b", after))
        ):
            return None
        share = OUT_OF.match(after)
        noun, length, compared = _counted(after[share.end() :] if share else after)
        if noun.lower() in _units()["parts"] if noun is not None else spelled:
            return None
        unit, end = noun, match.end() + length + (share.end() if share else 0)
    elif unit is None:
        noun, length, compared = _counted(after)
        unit, end = noun, match.end() + length
    if ALL_OF.search(before) and not before.rstrip().endswith(("mindst", "højst")):
        return None
    factor = multiple_of(match["multiple"]) * (
        1000.0 if match["unit"] and match["unit"].lower().startswith("tkr") else 1.0
    )
    upper = parse_number(match["upper"]) if match["upper"] else None
    between = BETWEEN.search(text[:start]) if upper is None else None
    if between is not None:
        start, value, upper = between.start("low"), parse_number(between["low"]) or 0.0, value
    return Amount(
        start,
        end,
        match.end(),
        value * factor,
        upper * factor if upper is not None else None,
        unit,
        compared,
        spelled,
    )


def _is_year(printed: str, value: float) -> bool:
    return len(printed) == 4 and printed.isdigit() and FIRST_YEAR <= value <= LAST_YEAR


def _unit(printed: str | None) -> str | None:
    if not printed:
        return None
    folded = re.sub(r"[\s.-]", "", printed.lower())
    if folded.endswith("point"):
        return "pct. point"
    return "kr." if folded in ("kr", "kroner", "tkr") else "pct."


@cache
def _units() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in plan_lexicon()["units"].items()}


@cache
def _noun_ends() -> tuple[str, ...]:
    return tuple(plan_lexicon()["units"]["noun_ends"])


def _counted(after: str) -> tuple[str | None, int, str | None]:
    """The counted noun behind a number, how far it reaches, and "flere" or "færre" before it."""
    match = NOUN_WORDS.match(after)
    if match is None:
        return None, 0, None
    lexicon = _units()
    compared: str | None = None
    words = list(re.finditer(r"\S+", match[1]))
    offset = match.start(1)
    if words and words[0].group().lower() in ("flere", "færre"):
        compared = words[0].group().lower()
        words = words[1:]
    chosen: re.Match[str] | None = None
    for position, word in enumerate(words):
        folded = word.group().lower()
        if folded in lexicon["stops"] or folded in lexicon["durations"]:
            break
        chosen = word
        following = words[position + 1].group() if position + 1 < len(words) else ""
        if not _is_adjective(folded, following, lexicon):
            break
    if chosen is None:
        return None, 0, compared
    return chosen.group().strip("’'"), offset + chosen.end(), compared


def _is_adjective(word: str, following: str, lexicon: dict[str, frozenset[str]]) -> bool:
    """Whether a word behind a number only describes the noun that follows it."""
    after = following.lower()
    if not after or after in lexicon["stops"] or after in lexicon["durations"] or word in lexicon["nouns"]:
        return False
    if word in lexicon["people"]:
        return after.endswith(_noun_ends()) or after in lexicon["people"]
    if word in lexicon["adjectives"]:
        return True
    if word.endswith(("inge", "ere", "job", "forløb")):
        return False
    if ADJECTIVE.search(word) is None:
        return False
    return word.endswith(
        (
            "ede",
            "ende",
            "ske",
            "lige",
            "ige",
            "ale",
            "elle",
            "ive",
            "nye",
            "ære",
            "øse",
            "rette",
            "tte",
            "dte",
            "bte",
            "gte",
            "ne",
        )
    ) or (after.endswith(_noun_ends()))


def subject_of(text: str) -> str | None:
    """The counted noun where the number stands alone: "Antallet af langtidsledige begrænses til 240"."""
    match = COUNT_OF.search(text)
    if match is None:
        return None
    noun, _, _ = _counted(" " + match["nouns"])
    return noun
