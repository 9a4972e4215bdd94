"""Who is to decide next, and when a case comes back."""

import datetime as dt
import re
from collections.abc import Iterator

from pipeline.danish.dates import find_dates, find_days
from pipeline.danish.pattern import Pattern
from pipeline.danish.sentences import split_sentences

NOUN = r"(?:[\wæøå-]*(?:[Uu]dvalg|byråd|regionsråd|kommunalbestyrelse|borgerrepræsentation|magistrat|råd|bestyrelse|nævn|kommission)(?:et|en|e)?)"
BODY = rf"""(?:(?:[Uu]dvalg(?:et)?)\s+for\s+[A-ZÆØÅ]\w+-?(?:(?:,\s+|\s+og\s+){NOUN.replace("[Uu]dvalg", "(?!)")}?[A-ZÆØÅ][\wæøå]+-?)*
  |(?:(?:det|den|de)\s+)?(?:[A-ZÆØÅ][\wæøå]+-?,?\s+(?:-?\s?og\s+)?){{0,4}}?{NOUN})(?![\wæøå])"""
BODIES = rf"(?:{BODY}(?:\s*(?:,|/|\sog|\ssamt|,\s+og)\s+(?:(?:til|i)\s+)?{BODY})*)"

FORWARDED = Pattern(
    "forwarded-to",
    rf"""(?:
      (?i:\b(?:anbefal|indstil|oversend|videresend|fremsend|send|tilbagesend|henvis|hjemvis|overgiv|videregiv|forelæg|returner)\w*\b)[^.;\n]{{0,220}}?
        (?i:\b(?:over\s?for|til\s+(?:(?:fornyet\s+)?(?:godkendelse|behandling|drøftelse|beslutning|udtalelse)\s+i|(?:(?:realitets|sags)behandling)\s+i)|til|for))\s+(?P<bodies>{BODIES})
    | (?i:\b(?:anbefal|indstil|send|henvis|oversend)\w*\b)[^.;\n]{{0,220}}?(?i:\b(?:godkend\w*|behandl\w*|vedtag\w*|tiltr\w*|tiltræd\w*|realitetsbehandling)\s+(?:i|af))\s+(?P<bodies2>{BODIES})
    )""",
    matches=[
        "Anbefales over for Økonomiudvalget og Byrådet",
        "at udvalget indstiller planen godkendt i Økonomiudvalg og byråd",
        "Fremsendes til Teknisk Udvalg til behandling",
        "sendes til behandling i Børne- og Ungeudvalget",
        "Oversendes Byrådet til godkendelse i Byrådet",
    ],
    not_matches=["Godkendt", "Anbefales", "Sendes i høring hos borgerne"],
    flags=re.NOFLAG,
)
"""A case on its way to another body."""

POSTPONED = Pattern(
    "postponed-to",
    r"\b(?:udsæt\w*|udsat\w*|udskyd\w*|udskudt|genoptag\w*|genbehandl\w*|tages?\s+op|behandles\s+(?:igen\s+)?på|overføres|flyttes|forelægges\s+igen|vender\s+tilbage)\b[^.;\n]{0,120}",
    matches=["Udsat til mødet den 3. maj 2016", "Sagen genoptages den 20. juni"],
    not_matches=["Godkendt"],
)
"""Words that put a case off, up to the end of the sentence."""


def forwarded_to(text: str) -> list[str]:
    """The bodies to which a text sends the case, as printed, in printed order, each once."""
    found: dict[str, None] = {}
    for start, end in split_sentences(text):
        sentence = text[start:end]
        for match in FORWARDED.finditer(sentence):
            if re.search(r"\bikke\b", sentence[: match.start()] + match[0][:40]):
                continue
            for body in bodies_of(match["bodies"] or match["bodies2"]):
                found.setdefault(body)
    return list(found)


_BODY = re.compile(BODY, re.VERBOSE)


def bodies_of(printed: str) -> Iterator[str]:
    """The single bodies of a printed list."""
    for match in _BODY.finditer(printed):
        yield " ".join(match[0].split())


def postponed_to(text: str, meeting: dt.date | None) -> dt.date | None:
    """The day to which a decision puts its case off, or None.

    Args:
        text: The decision.
        meeting: Its day; a day without a year is the next one after it.
    """
    for match in POSTPONED.finditer(text):
        days = [mention.date for mention in find_dates(match[0])]
        if not days and meeting is not None:
            days = [mention.date for mention in find_days(match[0], after=meeting)]
        later = [day for day in days if meeting is None or day > meeting]
        if later:
            return later[0]
    return None
