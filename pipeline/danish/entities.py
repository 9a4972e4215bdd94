"""Everything that a text names: people, parties, committees, organisations, places, laws and case numbers.

Parties, committees, laws and case numbers are told by rules, the others by the model; rules go before it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from pipeline.danish.case_numbers import find_case_numbers
from pipeline.danish.names import LETTER, NOT_NAMES, party_names
from pipeline.danish.pattern import Pattern
from pipeline.danish.references import find_references
from schemas.vocabulary import ReferenceKind

if TYPE_CHECKING:
    from pipeline.danish.language import Language

Kind = Literal["person", "party", "committee", "organisation", "place", "law", "case_number"]

KINDS: tuple[Kind, ...] = get_args(Kind)

CAPITAL = r"(?![\wæøå]+(?:udvalg|råd|nævn)et\b)[A-ZÆØÅ][\wæøå]*-?"
"""A word of a committee's name that is no committee itself."""

COMMITTEE = Pattern(
    "entity-committee",
    rf"""(?<![\wæøå-])(?P<body>
        (?:[Uu]dvalget|[Uu]dvalg|[Rr]ådet)\s+for\s+{CAPITAL}(?:(?:,\s+|\s+(?:og|samt)\s+){CAPITAL})*
      | (?:{CAPITAL},?\s+)*{CAPITAL}\s+(?:og|samt)\s+[A-ZÆØÅ][\wæøå-]*(?:udvalg|råd|nævn)(?:et)?
      | (?!(?:Det|Den|Et|En|I|På|Som|Til|Fra|Når|Hvis)\s){CAPITAL}\s+(?:og\s+{CAPITAL}\s+)?(?:Udvalg|Råd|Nævn)
      | [A-ZÆØÅ][\wæøå-]+(?:udvalget?|nævnet?|bestyrelsen?|kommissionen?|rådet)
      | (?i:byrådet|byråd|kommunalbestyrelsen|regionsrådet|borgerrepræsentationen|magistraten)
      )(?=s?(?![\wæøå]))""",
    matches=[
        "Økonomiudvalget",
        "Teknisk Udvalg",
        "Social- og Sundhedsudvalgets",
        "Klima-, Teknik- og Miljøudvalget",
        "Udvalget for Børn og Unge",
        "byrådet",
        "Ældrerådet",
        "Magistraten",
        "Økonomiudvalget og Byrådet",
    ],
    not_matches=["udvalget", "Udvalget", "rådhuset", "udvalgte", "Byrådssalen", "Rådet", "Bestyrelsen"],
    flags=re.NOFLAG,
)
"""A committee, council or board by its own name; the bare "udvalget" is none."""

PARTY_LETTER = Pattern(
    "entity-party-letter",
    rf"(?<=\(){LETTER}(?=\)(?![\wæøå]))",
    matches=["Ida Holm (A) stemte", "(V), (C) og (UP-1)"],
    not_matches=["(B)illedet", "(se bilag)", "A stemte imod"],
    flags=re.NOFLAG,
)
"""A party's letter in brackets."""


class Named(NamedTuple):
    """What a text names."""

    start: int
    """Offset of the first character, from 0."""

    end: int
    """Offset after the last character."""

    kind: Kind

    text: str
    """As printed, its line breaks mended."""


@cache
def _party() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){party_names()}(?=s?(?!\w))")


def find_entities(text: str, language: "Language | None" = None) -> list[Named]:
    """Everything that a text names, in reading order; nothing overlaps.

    Args:
        text: Running text.
        language: A model; without one there are no people, organisations and places.
    """
    return find_entities_in([text], language)[0]


def find_entities_in(texts: Sequence[str], language: "Language | None" = None) -> list[list[Named]]:
    """Everything that each of several texts names, which is faster than one by one."""
    by_model = language.entities_of(texts) if language is not None else [[] for _ in texts]
    found = []
    for text, entities in zip(texts, by_model, strict=True):
        kept: list[Named] = []
        marked = [
            (one.start, one.end, one.label)
            for one in entities
            if one.label != "other" and len(one.text) > 2 and one.text not in NOT_NAMES
        ]
        for start, end, kind in (*_by_rule(text), *marked):
            if all(end <= other.start or start >= other.end for other in kept):
                kept.append(Named(start, end, kind, " ".join(text[start:end].split())))
        found.append(sorted(kept))
    return found


def _by_rule(text: str) -> Iterator[tuple[int, int, Kind]]:
    """Where parties, committees, laws and case numbers stand; those that go before others come first."""
    for number in find_case_numbers(text):
        yield number.start, number.end, "case_number"
    for reference in find_references(text):
        if reference.kind is ReferenceKind.law:
            yield reference.start, reference.end, "law"
    for match in COMMITTEE.finditer(text):
        yield *match.span("body"), "committee"
    for match in (*_party().finditer(text), *PARTY_LETTER.finditer(text)):
        yield *match.span(), "party"
