"""Meetings, laws and documents that a text refers to."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.danish.dates import find_dates
from pipeline.danish.pattern import Pattern
from pipeline.danish.reference_words import BODY, DECIDES, whole_mention
from schemas.vocabulary import ReferenceKind

DAY = r"(?:(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\s+)?(?:(?:den|d\.|af)\s*)?(?=\d)"
"""Before the date itself."""

MEETING = Pattern(
    "reference-meeting",
    rf"""\b(?P<text>(?:(?:på|ved|i|fra|til|af|sit|sine|et|samme)\s+)?(?:[\wæøåÆØÅ,-]+\s+(?:og\s+[\wæøåÆØÅ-]+\s+)?){{0,2}}?(?P<word>[\wæøå-]*møde(?:t|r|rne)?),?\s+
      (?:(?:i|med|for)\s+(?:[\wæøåÆØÅ,-]+\s+){{1,4}}?)?{DAY})""",
    matches=[
        "på mødet den 7. september 2016",
        "Ved udvalgsmødet den 2. december 2015",
        "udvalgets møde d. 4. maj 2015",
        "på mødet i Børne- og Ungeudvalget den 4. maj 2015",
        "drøftes på møde 8. november 2016",
        "temamødet torsdag den 8. november 2016",
    ],
    not_matches=["møde om vandværket", "mødet i Teknisk Udvalg"],
)
"""Words that announce the day of a meeting."""

BODY_MEETING = Pattern(
    "reference-body-decided",
    rf"""\b(?P<text>{BODY}s?\s+(?:[^\W\d][\wæøå-]*,?\s+){{0,3}}?(?:den|d\.|af)\s*(?=\d))
      |\b(?P<text2>(?:[\wæøå]+\s+){{0,3}}?{DECIDES}\s+(?:(?:af|i|på)\s+[\wæøåÆØÅ-]+\s+)?(?:den|d\.)\s*(?=\d))
      |\b(?P<text3>(?:den|d\.)\s*(?=\d[^,;]{{3,20}}\s{DECIDES}\s+(?:[\wæøå-]+\s){{0,3}}?{BODY}))
      |\b(?P<text4>{BODY},?\s+(?=\d{{1,2}}[.-]\d{{1,2}}[.-]\d{{4}}))""",
    matches=[
        "Byrådet godkendte den 3. maj 2015",
        "den 3. maj 2015 besluttede udvalget",
        "de kriterier, udvalget vedtog den 14. oktober 2015",
        "Byrådets beslutning af 3. maj 2015",
        "blev godkendt i Økonomiudvalget den 4. maj 2015",
        "Økonomiudvalget, 12-04-2012",
    ],
    not_matches=["Byrådet skal senest", "udvalget den anden"],
    needs=(
        *("udvalg", "rådet", "kommunalbestyrelsen", "borgerrepræsentationen", "magistraten"),
        *("beslutte", "godkendt", "vedt", "behandle", "drøfte", "tiltrådt", "anbefalede", "tog", "bevilgede"),
        *("udsatte", "forelagt"),
    ),
)
"""A body and the day on which it decided."""

NOT_A_MEETING = Pattern(
    "reference-no-meeting",
    r"borgermøde|vækstmøde|stormøde|informationsmøde|opstartsmøde|møderække|orienteringsmøde|\bmøder\b.*\sfra\s*$",
    matches=["borgermøde", "informationsmøde", "møder afholdt fra "],
    not_matches=["byrådsmøde", "mødet"],
)
"""Gatherings of others than the politicians, which have no minutes in an archive, and meetings from some day on."""

SECTION_OF_LAW = r"(?:§{1,2}\s*\d+\s?[a-zæøå]?(?![a-zæøå])(?:-\d+)?(?:,?\s*(?:stk|nr|litra)\.?\s*\d+)*(?:(?:,|\sog)\s*(?:§\s*)?\d+\s?[a-z]?(?![a-zæøå]))*)"
NAMED_LAW = r"(?:[Ll]ov\s+om\s+[a-zæøå]+(?:(?:\s+(?:og|for|i|af|på|til|en|et)\s+|,\s+|\s+)[a-zæøå]+){0,5}?|(?<![^\W\d_])[A-ZÆØÅa-zæøå]{3,}lov(?:en|ens)?|[Bb]ekendtgørelsen?|(?<![^\W\d_])[A-ZÆØÅa-zæøå]*vedtægten?s?|[Ff]orretningsordenen?s?)"

LAW = Pattern(
    "reference-law",
    rf"""(?P<text>(?:jf\.\s+)?{NAMED_LAW}\s*,?\s*{SECTION_OF_LAW})
      |(?P<behind>{SECTION_OF_LAW}\s+i\s+{NAMED_LAW}(?=\W|$))
      |(?P<plain>\b(?:[Ll]ovbekendtgørelse|[Bb]ekendtgørelse|LBK|BEK|[Ll]ov|[Cc]irkulære)\s+nr\.?\s*\d+\s+af\s+(?:den\s+|d\.\s*)?\d{{1,2}}[./-]\s?\w+[./-]?\s?\d{{4}})
      |(?P<named>\b[Ll]ov\s+om\s+[a-zæøå]{{4,}}(?:(?:\s+(?:og|for|i|af|på|til|en|et)\s+|\s+)[a-zæøå]+){{0,5}}(?=\s*(?:[,.;:(]|$)))
      |(?P<short>\b(?:[A-ZÆØÅa-zæøå]{{4,}}|[Bb]ygge|[Pp]lan)loven(?:s)?\b)""",
    matches=[
        "styrelseslovens § 8",
        "Planlovens § 19",
        "serviceloven § 85, stk. 2",
        "LBK nr. 287 af 16. april 2018",
        "§ 16 a i planloven",
        "Lov om aktiv socialpolitik.",
        "efter planloven",
    ],
    not_matches=["lokalplan 14.24, § 7.2", "§ 7.3", "loven siger"],
    flags=re.NOFLAG,
    needs=("§", "loven", "lov ", "lov\n", "bekendtgørelse", "lbk", "bek nr", "bek\n", "cirkulære"),
)
"""A law with its section, by its number, or by its name."""

DOCUMENT = Pattern(
    "reference-document",
    rf"""\b(?P<text>(?:[\wæøå]*(?:notat|brev|skrivelse|rapport|redegørelse|høringssvar|aftale|mail|henvendelse|ansøgning|materiale|kontrakt|udtalelse|klage|afgørelse|erklæring|tilbud
      |overenskomst|deklaration|skøde|forlig|bekendtgørelse|dom|anmodning|byggetilladelse|tilladelse|indsigelse|referat)(?:et|en|n|s)?)
      \s*,?\s+(?:(?:fra|med|om|til|mellem)\s+(?:[\wæøåÆØÅ./-]+\s+){{1,6}}?)?(?:(?:der|som)\s+(?:blev|er|var)\s+)?(?:af|dateret|fra|indgået|underskrevet|modtaget|sendt)\s+{DAY})""",
    matches=[
        "notat af 3. maj 2016",
        "brev dateret den 4. maj 2016",
        "ansøgning af 2. marts 2012",
        "aftale, der blev indgået den 4. december 2013",
        "brev fra Birkelund Boldklub af 5. juni 2012",
    ],
    not_matches=["notat om veje"],
)
"""A document named by its date."""


DATED = Pattern(
    "reference-dated",
    r"(?:af|dateret|fra|indgået|underskrevet|modtaget|sendt)\s+(?:\w+dag\s+)?(?:(?:den|d\.|af)\s*)?$",
    matches=["brev dateret den ", "notat af "],
    not_matches=["notat om mødet den "],
)
"""The end of every such mention: nothing else is worth a look."""


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
    """Every reference in a text, in reading order; of two over the same date the first kind counts."""
    dates = find_dates(text)
    found = [*_laws(text)]
    for pattern, kind in (
        (DOCUMENT, ReferenceKind.document),
        (MEETING, ReferenceKind.meeting),
        (BODY_MEETING, ReferenceKind.meeting),
    ):
        for mention in dates:
            before = max(0, mention.start - REACH)
            near = text[before : mention.end + REACH]  # some look ahead to what was done on that day
            if pattern is MEETING and "møde" not in near[: mention.start - before].lower():
                continue
            if pattern is DOCUMENT and not DATED.search(near, 0, mention.start - before):
                continue
            match = next((m for m in pattern.finditer(near) if before + m.end() == mention.start), None)
            if match is None or (kind is ReferenceKind.meeting and NOT_A_MEETING.search(match[0])):
                continue
            if any(other.end == mention.end for other in found):
                continue
            start = before + match.start()
            found.append(
                ReferenceMention(kind, text[start : mention.end].strip(), mention.date, start, mention.end)
            )
    return sorted((_whole(text, mention) for mention in found), key=lambda mention: mention.start)


def _whole(text: str, mention: ReferenceMention) -> ReferenceMention:
    if mention.kind is not ReferenceKind.meeting:
        return mention
    start, end = whole_mention(text, mention.start, mention.end)
    return mention._replace(text=text[start:end].strip(), start=start, end=end)


REACH = 160
"""Characters before a date in which the words that refer to it are looked for: the longest of them have 110."""


def _laws(text: str) -> Iterator[ReferenceMention]:
    for match in LAW.finditer(text):
        if re.match(r"(?:jf\.\s+)?lokalplan", match[0], re.IGNORECASE):
            continue
        dates = find_dates(match[0]) if match["plain"] else []
        yield ReferenceMention(
            ReferenceKind.law, match[0].strip(), dates[0].date if dates else None, match.start(), match.end()
        )
