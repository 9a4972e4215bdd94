"""Meetings, laws and documents that a text refers to."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.danish.dates import find_dates
from pipeline.danish.pattern import Pattern
from schemas.vocabulary import ReferenceKind

MEETING = Pattern(
    "reference-meeting",
    r"""\b(?P<text>(?:(?:på|ved|i|fra|til|af|sit|sine)\s+)?(?:[\wæøåÆØÅ,-]+\s+(?:og\s+[\wæøåÆØÅ-]+\s+)?){0,2}?(?P<word>[\wæøå-]*møde(?:t|r|rne)?)\s+
      (?:(?:i|med)\s+[\wæøåÆØÅ-]+\s+)?(?:(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\s+)?(?:den|d\.|af|de)\s*(?=\d))""",
    matches=[
        "på mødet den 7. september 2016",
        "Ved udvalgsmødet den 2. december 2015",
        "udvalgets møde d. 4. maj 2015",
    ],
    not_matches=["møde om vandværket", "mødet i Teknisk Udvalg"],
)
"""Words that announce the day of a meeting."""

BODY_MEETING = Pattern(
    "reference-body-decided",
    r"""\b(?:udvalget|byrådet|kommunalbestyrelsen|regionsrådet|[\wæøå]+udvalget)\s+(?:[\wæøå]+\s+){0,3}?(?:den|d\.)\s*(?=\d)
      |\b(?:den|d\.)\s*(?=\d[^,;]{3,20}\b(?:besluttede|godkendte|vedtog|behandlede|drøftede)\s+(?:[\wæøå-]+\s){0,3}?[\wæøå]*(?:udvalget|byrådet|kommunalbestyrelsen|regionsrådet))""",
    matches=["Byrådet godkendte den 3. maj 2015", "den 3. maj 2015 besluttede udvalget"],
    not_matches=["Byrådet skal senest"],
)
"""A body and the day on which it decided."""

NOT_A_MEETING = re.compile(
    r"borgermøde|vækstmøde|dialogmøde|stormøde|temamøde|informationsmøde|opstartsmøde|møderække|orienteringsmøde",
    re.IGNORECASE,
)
"""Gatherings, which have no minutes in an archive."""

LAW = Pattern(
    "reference-law",
    r"""(?P<text>(?:(?:jf\.\s+)?(?:[A-ZÆØÅa-zæøå]+lov(?:en|ens)?|[Ll]ov\s+om\s+[a-zæøå]+(?:\s+(?:og|for|i|af|på|til|en|et)\s+[a-zæøå]+|\s+[a-zæøå]+){0,5}?|bekendtgørelsen?|vedtægten|forretningsordenen?s?)\s*,?\s*)
        (?:§{1,2}\s*\d+\s?[a-zæøå]?(?:-\d+)?(?:,?\s*(?:stk|nr|litra)\.?\s*\d+)*(?:(?:,|\sog)\s*(?:§\s*)?\d+\s?[a-z]?)*))
      |(?P<plain>\b(?:[Ll]ovbekendtgørelse|[Bb]ekendtgørelse|LBK|BEK|[Ll]ov|[Cc]irkulære)\s+nr\.?\s*\d+\s+af\s+(?:den\s+|d\.\s*)?\d{1,2}[./-]\s?\w+[./-]?\s?\d{4})""",
    matches=[
        "styrelseslovens § 8",
        "Planlovens § 19",
        "serviceloven § 85, stk. 2",
        "LBK nr. 287 af 16. april 2018",
    ],
    not_matches=["lokalplan 14.24, § 7.2", "§ 7.3", "loven siger"],
    flags=re.NOFLAG,
)
"""A law with its section, or by its number."""

DOCUMENT = Pattern(
    "reference-document",
    r"\b(?P<text>(?:notat(?:et)?|brev(?:et)?|skrivelse|rapport(?:en)?|redegørelse|høringssvar|aftale(?:n)?|mail|henvendelse|ansøgning(?:en)?|udbudsmateriale|kontrakt)\s+(?:fra\s+[A-ZÆØÅ]\w+\s+)?(?:af|dateret|fra)\s+(?:den\s+|d\.\s*)?(?=\d))",
    matches=["notat af 3. maj 2016", "brev dateret den 4. maj 2016", "ansøgning af 2. marts 2012"],
    not_matches=["notat om veje"],
)
"""A document named by its date."""


class ReferenceMention(NamedTuple):
    """A reference in a text."""

    kind: ReferenceKind
    text: str
    """As printed."""
    date: dt.date | None
    start: int
    """Offset of its first character, from 0."""
    end: int
    """Offset after its last character."""


def find_references(text: str) -> list[ReferenceMention]:
    """Every reference in a text, in reading order."""
    dates = find_dates(text)
    found = [*_laws(text)]
    for pattern, kind in (
        (MEETING, ReferenceKind.meeting),
        (BODY_MEETING, ReferenceKind.meeting),
        (DOCUMENT, ReferenceKind.document),
    ):
        for mention in dates:
            before = max(0, mention.start - REACH)
            near = text[before : mention.end + REACH]  # some look ahead to what was done on that day
            match = next((m for m in pattern.finditer(near) if before + m.end() == mention.start), None)
            if match is None or (kind is ReferenceKind.meeting and NOT_A_MEETING.search(match[0])):
                continue
            if any(other.end == mention.end for other in found):
                continue
            start = before + match.start()
            found.append(
                ReferenceMention(kind, text[start : mention.end].strip(), mention.date, start, mention.end)
            )
    return sorted(found, key=lambda mention: mention.start)


REACH = 160
"""Characters before a date in which the words that refer to it are looked for: the longest of them have 110."""


def _laws(text: str) -> Iterator[ReferenceMention]:
    if "§" not in text and " nr" not in text:
        return
    for match in LAW.finditer(text):
        if re.match(r"(?:jf\.\s+)?lokalplan", match[0], re.IGNORECASE):
            continue
        dates = find_dates(match[0]) if match["plain"] else []
        yield ReferenceMention(
            ReferenceKind.law, match[0].strip(), dates[0].date if dates else None, match.start(), match.end()
        )
