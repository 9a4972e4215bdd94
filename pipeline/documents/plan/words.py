"""What the labels, headings and lead-ins of a plan say, by the lexicon."""

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from pipeline.danish.amounts import MONTHS
from pipeline.danish.numbers import plan_lexicon
from pipeline.danish.pattern import Pattern
from pipeline.documents.block import Block
from pipeline.documents.plan.asked import asked_for

ALIKE = 90.0
"""A label so much like the lexicon's (RapidFuzz ratio, spaces apart) is one; a slip in eleven is 91."""

LONGEST_LABEL = 34
"""No label has more characters."""

INDSATS = re.compile(r"indsats(?!mål)[^\W\d_]*")
"""Matches: "indsatsspor", "indsatstemaer". Not: "indsatsmål"."""

LONGEST_TOLD = 3
"""A label that tells how things are has no more words: "Realiseret resultat 2008"."""

LONGEST_WHEN = 8
"""A heading that ends in "når" has no more words."""


class Zone(StrEnum):
    """What stands under a heading, or in a column."""

    targets = "targets"
    goals = "goals"
    measures = "measures"
    actions = "actions"
    status = "status"


class TargetLabel(NamedTuple):
    """A label with its number at the head of a block: "Resultatmål 3: …"."""

    zone: Zone
    """Whether it is a target's, a minister's goal's or a measure's."""

    word: str
    """The label as printed."""

    number: str
    """"3" or "3.1"."""

    title_start: int
    """Offset of the title in the text; its length where none follows."""

    sure: bool
    """Whether a colon, a dash or the end of the line follows the number."""


LABELLED = Pattern(
    "plan-label",
    r"""^(?P<word>[^\W\d_][^\W\d_.:-]*(?:[ -][^\W\d_]+){0,3}?)\s?(?:nr\.?\s?
      |nummer\s)?(?P<number>[A-H]?\d{1,2}(?:\.\d{1,2}|[a-h](?=[\s:.–-]))?|[IVX]{1,4}(?=[\s:.–-]|$))
      (?P<delimiter>\s*[:–—-]\s*|\.\s+|\s*$|\)\s+|\s+)""",
    matches=[
        "Resultatmål 1: Flere i job",
        "Resultat mål 1:  Flere",
        "Mål nr. 4 - Færre",
        "Delmål 1.1: Mindst",
        "Ministermål 2",
        "Mål 10. Hurtigere",
        "Delmål 1a: Mindst",
        "Mål B2: Højst",
    ],
    not_matches=["I 2017 skal", "1. Flere i job", "Målet er"],
    flags=re.NOFLAG,
)
"""A word, a number and what parts them from a title."""

ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}

HEADING_TAIL = Pattern(
    "plan-heading-tail",
    rf"^(?:for|i|til|og|over|under|vedrørende|vedr\.|20\d\d|\d{{4}}|\(|[-–:]|\d\.\s(?:halvår|kvartal)\b"
    rf"|(?:(?:pr\.|ultimo|primo|medio|{MONTHS}|[a-z]{{3,4}}\.)\s)+\d{{4}})",
    matches=[
        "for 2017",
        "dec. 2014",
        "2018-2020",
        "under voksenliv",
        "december 2017",
        "ultimo 2017",
        "1. halvår 2011",
    ],
    not_matches=["skal målrettes"],
)
"""What may follow a heading's telling words."""


YEAR_ALONE = re.compile(r"\s(?:(?:for|i|ultimo|primo|medio|pr\.)\s)?(?:20\d\d)(?:\s?[-–/]\s?20\d\d)?")
"""A year behind a zone's word, which says no more than the word: "Delmål 2018", "Status for 2017"."""


@cache
def _labels() -> dict[str, Zone]:
    lexicon = plan_lexicon()
    found = {_squeezed(label): Zone.targets for label in lexicon["target"]["labels"]}
    found |= {_squeezed(label): Zone.measures for label in lexicon["measure"]["labels"]}
    return found | {_squeezed(label): Zone.goals for label in lexicon["goal"]["labels"]}


@cache
def _zones() -> list[tuple[str, Zone]]:
    lexicon = plan_lexicon()
    named = (
        (Zone.goals, lexicon["goal"]["headings"]),
        (Zone.targets, lexicon["target"]["zones"]),
        (Zone.targets, [label for label in lexicon["target"]["labels"] if label.endswith("mål")]),
        (Zone.measures, lexicon["measure"]["zones"]),
        (Zone.actions, lexicon["action"]["zones"]),
        (Zone.status, lexicon["status"]["zones"]),
    )
    return sorted(((word, zone) for zone, words in named for word in words), key=lambda pair: -len(pair[0]))


def _squeezed(text: str) -> str:
    return re.sub(r"[\s-]+", "", text.lower())


ORDINAL = Pattern(
    "plan-label-ordinal",
    r"^(?P<ordinal>[^\W\d_]+)\s(?P<word>[^\W\d_]+mål|mål(?:sætning)?)\s*(?:[:–—-]\s*|$)",
    matches=["Første mål: Flere i job", "Andet resultatmål – Unge"],
    not_matches=["Første møde: Tirsdag", "1. mål"],
)
"""A label with an ordinal in front of it."""

LABEL_BEHIND = Pattern(
    "plan-label-behind",
    r"\s*[(\[](?P<word>[^\W\d_]+(?:\s[^\W\d_]+)?)\s(?:nr\.?\s)?(?P<number>\d{1,2})(?:\s?[,;][^()\[\]]{1,30})?[)\]]\s*$",
    matches=["Flere unge i uddannelse (mål 1)", "Brug for alle (mål 5, lokalt mål)"],
    not_matches=["Mål 1 (2015)", "Unge (se side 4) i job"],
)
"""A label and its number in brackets behind a title."""


def label_behind(title: str) -> tuple[int, int] | None:
    """The number of a target's label in brackets behind its title, and where the title ends; else None."""
    match = LABEL_BEHIND.search(title) if title[-1:] in ")]" else None
    if match is None or not match.start() or _label_zone(_squeezed(match["word"])) is not Zone.targets:
        return None
    return int(match["number"]), match.start()


def _read_ordinal(text: str) -> TargetLabel | None:
    match = ORDINAL.match(text[:80])
    number = plan_lexicon()["ordinals"].get(match["ordinal"].lower()) if match is not None else None
    zone = _label_zone(_squeezed(match["word"])) if match is not None and number else None
    if match is None or zone is None:
        return None
    return TargetLabel(zone, match["word"], str(number), match.end(), True)


@lru_cache(maxsize=2048)
def read_label(text: str) -> TargetLabel | None:
    """The target's, goal's or measure's label that a text begins with, or None.

    Args:
        text: A block's words.
    """
    if not text[:1].isalpha():
        return None
    match = LABELLED.match(text[:80])
    if match is None:
        return _read_ordinal(text)
    if len(match["word"]) > LONGEST_LABEL:
        return None
    zone = _label_zone(_squeezed(match["word"]))
    if zone is None:
        return None
    number = match["number"]
    number = str(ROMAN.get(number, number)) if number[0].isalpha() else number
    delimiter = match["delimiter"]
    if not number.isdigit() and zone is Zone.goals:
        return None
    if not number.isdigit() and zone is Zone.targets:
        zone = Zone.measures
    sure = bool(delimiter.strip()) or match.end() >= len(text)
    if not sure and not text[match.end() : match.end() + 1].isupper():
        return None
    return TargetLabel(zone, match["word"], number, match.end(), sure)


def counts_targets(text: str) -> bool:
    """Whether a text begins with a target's label and a number of two parts: "Mål 2.1 Unge i uddannelse"."""
    label = read_label(text)
    return label is not None and "." in label.number and _label_zone(_squeezed(label.word)) is Zone.targets


def number_alone(text: str) -> int | None:
    """The number of a heading that is a label and its number alone, whatever the label: 2 in "Indsatsområde 2"."""
    match = LABELLED.match(text)
    alone = match is not None and match["number"].isdigit() and match.end() >= len(text.rstrip())
    return int(match["number"]) if match is not None and alone else None


def is_bare_label(text: str) -> bool:
    """Whether a text is a target's label and number alone: "RESULTATMÅL 2", with the title below it."""
    label = read_label(text)
    return label is not None and label.zone is Zone.targets and label.title_start >= len(text.rstrip())


LETTERED = Pattern(
    "plan-label-letter",
    r"^(?P<word>[^\W\d_]+)\s(?:[A-HJ-U])\s*[:–.)-]\s+(?=\S)",
    matches=["Resultatmål A: Unge", "Mål B – Ledige"],
    not_matches=["Resultatmål 1: Unge", "Resultatmål for unge"],
    flags=re.NOFLAG,
)
"""A label with a letter for a number."""


def letter_of(text: str) -> int:
    """Where the title begins behind a target's label that has a letter for a number; 0 where none stands there."""
    match = LETTERED.match(text)
    return match.end() if match is not None and _label_zone(_squeezed(match["word"])) is Zone.targets else 0


ENUMERATED = Pattern(
    "plan-heading-enumerated",
    r"^(?:(?P<word>[^\W\d_][^\W\d_-]+)\s(?:nr\.?\s)?(?P<number>\d{1,2}|[IVX]{1,4})\s*(?:[:–.-]\s+|\s(?=[A-ZÆØÅ]))"
    r"|(?P<roman>[IVX]{1,4})[.)]\s+|[A-H][.)]\s+)(?=\S)",
    matches=[
        "B. Unge uden job",
        "Fokusområde 1: Unge",
        "Tema 2 – Ledige",
        "III. Langtidsledighed",
        "Kapitel 4 Sygemeldte",
    ],
    not_matches=["I 2012 skal", "Tema: Unge", "De 4 mål"],
    flags=re.NOFLAG,
)
"""A heading with a word that numbers it, or a Roman number."""


def enumerated(heading: str) -> tuple[int | None, int]:
    """The number of a heading whose word says what a plan is about, and where its title begins.

    "Fokusområde 1: Unge" is number 1 from 15 on, "Kapitel 1: Unge" no number from 11 on, "Unge" no number from 0 on.
    """
    match = ENUMERATED.match(heading)
    if match is None:
        return None, 0
    if match["word"] is None and match["roman"] is None:
        return None, match.end()
    if match["roman"]:
        return ROMAN.get(match["roman"]), match.end() if match["roman"] in ROMAN else 0
    word = match["word"].lower()
    printed = match["number"]
    number = int(printed) if printed.isdigit() else ROMAN.get(printed)
    lexicon = plan_lexicon()["target"]
    if word in lexicon["topics"]:
        return number, match.end()
    return None, match.end() if word in lexicon["chapters"] else 0


def unnumbered_label(heading: str) -> int:
    """Where the title begins behind a target's label without a number ("Lokalt mål: Sygedagpenge"); 0 where none is."""
    word, colon, title = heading.partition(":")
    title = title.strip()
    if not colon or len(word) > LONGEST_LABEL or len(title) < SHORTEST_TITLE or not title[:1].isupper():
        return 0
    return heading.index(title) if _label_zone(_squeezed(word)) is Zone.targets else 0


def heading_title(heading: str) -> tuple[int | None, int]:
    """The number that a heading's label gives the target that it names, and where the title begins."""
    number, start = enumerated(heading)
    return number, start or letter_of(heading) or unnumbered_label(heading)


SHORTEST_TITLE = 4
"""A title has more letters than "2012"."""


def title_behind(heading: str, number: str) -> int | None:
    """Where the title begins in a heading of any label with this number: 16 in "Indsatsområde 1: Unge"; else None."""
    match = LABELLED.match(heading)
    return match.end() if match is not None and match["number"] == number else None


def _label_zone(word: str) -> Zone | None:
    labels = _labels()
    if word in labels:
        return labels[word]
    if len(word) < 7:
        return None
    best = max(labels, key=lambda label: fuzz.ratio(label, word))
    return labels[best] if len(best) >= 7 and fuzz.ratio(best, word) >= ALIKE else None


@lru_cache(maxsize=2048)
def zone_of(text: str) -> tuple[Zone, bool] | None:
    """What a heading says that stands under it, and whether it says nothing else.

    Args:
        text: A heading's or a table head's words, without its number.
    """
    folded = re.sub(r"\s+", " ", text).strip(" .:?–-").lower()
    if not folded or len(folded) > 110:
        return None
    found = _zone_of(folded)
    if found is not None:
        return found
    if INDSATS.fullmatch(folded):
        return Zone.actions, True
    asked = asked_for(folded)
    if asked is not None:
        return Zone(asked), True
    if folded.endswith(" når") and len(folded.split()) <= LONGEST_WHEN:
        # "Vi er lykkedes, når", "Det kan ses på jobcentret, når": what follows tells when a goal is reached.
        return Zone.measures, True
    words = folded.split()
    if len(words) <= LONGEST_TOLD and words[0] in plan_lexicon()["status"]["leads"]:
        return Zone.status, True
    for lead in plan_lexicon()["target"]["leads"]:
        if folded.startswith(f"{lead} "):
            return zone_of(folded[len(lead) :])
    both = {_zone_of(part) for part in re.split(r"\s?/\s?|\s(?:og|samt|&)\s", folded)}
    return both.pop() if len(both) == 1 else None


def _zone_of(folded: str) -> tuple[Zone, bool] | None:
    for word, zone in _zones():
        if folded == word:
            return zone, True
        if (
            folded.startswith(word)
            and HEADING_TAIL.match(folded[len(word) :].strip())
            and not folded[len(word)].isalnum()
        ):
            return zone, bool(YEAR_ALONE.fullmatch(folded[len(word) :]))
    if len(folded) >= 6 and len(folded) <= LONGEST_LABEL:
        for word, zone in _zones():
            if len(word) >= 6 and fuzz.ratio(word, folded) >= ALIKE:
                return zone, True
    return None


def subheads(block: Block) -> bool:
    """Whether a line in no heading's type is one by its words: "Initiativer:", "Hvad gør vi?", "Status" alone."""
    alone = block.italic or (block.frame is None and len(block.lines) == 1 and block.text[-1:].isalnum())
    if block.mark is not None or not (alone or block.text.rstrip().endswith((":", "?"))):
        return False
    zone = zone_of(block.text)
    return zone is not None and zone[1] and zone[0] in (Zone.measures, Zone.actions, Zone.status)


LEAD_IN = Pattern(
    "plan-lead-in",
    r"^(?P<word>[^\W\d_][^.:;]{2,30}):\s+(?=\S)",
    matches=["Status: I 2015 var", "Indsatser: Flere samtaler"],
    not_matches=["Status", "Dette er en lang sætning som slet ikke er en mærkat: nej"],
)
"""A label that its text follows on the same line."""


def lead_in(text: str) -> tuple[Zone, int] | None:
    """The zone that a paragraph's first words name, and where its text begins."""
    match = LEAD_IN.match(text)
    if match is None:
        return None
    zone = zone_of(match["word"])
    return (zone[0], match.end()) if zone is not None and zone[1] else None
