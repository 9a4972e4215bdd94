"""What kind of paper it is, and which municipality's: the names that documents give themselves."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.row import Row

TITLE = Pattern(
    "minutes-title",
    r"^(?:(?:åbent?|åben(?:t)?\s*/\s*lukket|lukket|godkendt|ikke[\s-]godkendt|endeligt?|foreløbigt?|fortroligt?|offentligt?|ekstraordinært?|ordinært?|revideret|kort"
    r"|underskrevet|udkast\s+til|konklusions|mødereferat)[\s-]*(?:/\s*)?)*(?:/?\s*lukket\s+)?(?:tillægs?-?)?(?:beslutnings?-?|forhandlings|konklusions|møde|udvalgs|byråds)?"
    r"(?P<kind>referat|dagsorden|protokol|protokollat|mødereferat|udskrift|tillægsdagsorden|tillægsreferat|forhandlingsprotokol)(?:en|et)?\b",
    matches=[
        "Åbent referat",
        "Beslutningsprotokol",
        "Dagsorden med beslutninger",
        "Udkast til referat",
        "Tillægsdagsorden",
    ],
    not_matches=["Referent: Ida Holm", "Godkendelse af referat"],
    needs=("referat", "dagsorden", "protokol", "udskrift"),
)
"""A document's own name."""

WITH_DECISIONS = Pattern(
    "agenda-with-decisions",
    r"beslutning|vedtagelse|referat|konklusion|protokol",
    matches=["Dagsorden med beslutninger", "Dagsorden med vedtagelser"],
    not_matches=["Dagsorden"],
)
"""Words by which a dagsorden has decisions."""

LONGEST_TITLE = 120
"""So long is a title at most that names committee, date and place."""

WORD = r"[A-ZÆØÅ][\wæøåéöü]+(?:-[A-ZÆØÅ]?[\wæøå]+)*"
MUNICIPALITY = re.compile(
    rf"\b(?:(?P<before>{WORD})\s+)?(?P<name>{WORD})\s+(?P<form>(?:Region)?[Kk]ommune(?:s|r|rs)?|KOMMUNE|Regionskommune(?:s)?)\b"
)
REGION = Pattern(
    "region-name",
    r"\b(?:(?i:Region\s+(?:Hovedstaden|Sjælland|Syddanmark|Midtjylland|Nordjylland|Østdanmark))|Region\s+[A-ZÆØÅ][a-zæøå]{5,}|REGION\s+[A-ZÆØÅ]{6,})\b",
    matches=["Region Nordjylland", "REGION GRANHOLM", "Region Granholm"],
    not_matches=["Regionen", "Region i vækst"],
    flags=re.NOFLAG,
)
"""A region's name: the five, and others as theirs are written."""

IN_FRONT = frozenset(
    {"Høje", "Nørre", "Sønder", "Øster", "Vester", "Store", "Lille", "Ny", "Nykøbing", "Gamle", "Nye"}
)
"""First words of municipalities with a name of two."""

OPENING = frozenset(
    {
        *(
            "I",
            "Også",
            "For",
            "Ved",
            "Til",
            "Af",
            "Fra",
            "Som",
            "Hvis",
            "Når",
            "Der",
            "Den",
            "Det",
            "Denne",
            "Hele",
        ),
        *(
            "Med",
            "På",
            "Om",
            "At",
            "Alle",
            "En",
            "Øvrige",
            "Anden",
            "Fortrolig",
            "Ny",
            "Hver",
            "Enkelte",
            "Egen",
        ),
        *("Vores", "Deres", "Sin", "Mellem", "Hos", "Samlet", "Tidligere", "Nuværende"),
    }
)
"""Words that begin a sentence and are no part of a municipality's name."""


def apart(text: str) -> str:
    """A running header whose words were glued together: "ReferatForUdvalget for plan"."""
    return re.sub(
        r"\b(Referat|Dagsorden|Beslutningsprotokol|Protokol)(For|Fra|for|fra|Til)(?=[A-ZÆØÅ])",
        r"\1 \2 ",
        text,
    )


def kind_of(texts: Sequence[str]) -> str | None:
    """The first text that is a title tells "minutes" or "agenda"; None where none is."""
    for text in texts:
        match = TITLE.match(apart(text))
        if match:
            return (
                "agenda"
                if "dagsorden" in match["kind"].lower() and not WITH_DECISIONS.search(text)
                else "minutes"
            )
    return None


OFTEN = 3
"""So often text names the region whose minutes they are; a guest of one is named once."""


def municipality_of(rows: Sequence[Row], running: Sequence[str], all_rows: Sequence[Row]) -> str | None:
    """The municipality or region that the document names most: in its head, its running headers, its text.

    Args:
        rows: Before the first item.
        running: Running headers and footers.
        all_rows: Every row.
    """
    votes: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    alone: Counter[str] = Counter()
    mentioned: Counter[str] = Counter()
    for weight, texts in (
        (20, [line.text for row in rows[:30] if len(row.text) < 130 for line in row.lines]),
        (10, list(running)),
        (1, [row.text for row in all_rows]),
    ):
        for text in texts:
            lower = text.lower()
            if "kommune" not in lower and "region" not in lower:
                continue
            for match in MUNICIPALITY.finditer(text):
                name = _cased(match["name"])
                if name in OPENING:
                    continue
                region = "egionskommune" in match["form"] or match["form"].startswith("Region")
                form = "Regionskommune" if region else "Kommune"
                votes[f"{name} {form}"] += weight
                if match["before"] and _cased(match["before"]) in IN_FRONT:
                    pairs[(f"{name} {form}", _cased(match["before"]))] += weight
                else:
                    alone[f"{name} {form}"] += weight
            for match in REGION.finditer(text):
                if weight > 1:
                    votes[match.group().title()] += weight
                else:
                    mentioned[match.group().title()] += 1
    if not votes:
        return next((region for region, n in mentioned.most_common(1) if n >= OFTEN), None)
    best = votes.most_common(1)[0][0]
    before = max((pair for pair in pairs if pair[0] == best), key=lambda pair: pairs[pair], default=None)
    return f"{before[1]} {best}" if before is not None and pairs[before] >= alone[best] else best


def _cased(word: str) -> str:
    return word.title() if word.isupper() else word
