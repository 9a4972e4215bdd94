"""Who is to decide next, and when a case comes back."""

import datetime as dt
import re
from collections.abc import Iterator

from pipeline.danish.dates import find_dates, find_days
from pipeline.danish.pattern import Pattern
from pipeline.danish.sentences import split_sentences
from pipeline.danish.speakers import others_act

COUNCIL = r"(?:byråd|kommunalbestyrelse|regionsråd|borgerrepræsentation|kommuneråd)"
NOUN = rf"(?:[\wæøå-]*(?:[Uu]dvalg|[Bb]yråd|{COUNCIL}|[Mm]agistrat|råd|[Bb]estyrelse|nævn|kommission)(?:et|ene|en|n|e)?s?)"
BODY = rf"""(?:(?:[Uu]dvalg(?:et)?)\s+for\s+(?:[a-zæøå]+e\s+)?[A-ZÆØÅa-zæøå][\wæøå]+-?(?:,\s+(?!at\b)[A-ZÆØÅa-zæøå][\wæøå]+-?(?=(?:,\s+[\wæøå]+)*\s+og\s))*(?:\s+og\s+(?!{NOUN}\b)[A-ZÆØÅa-zæøå][\wæøå]+)?
  |[Tt]eknisk\s+[Uu]dvalg|(?:[Ss]ocialt|[Kk]ulturelt)\s+[Uu]dvalg
  |(?:[A-ZÆØÅ][\wæøå]+-?,\s+|[A-ZÆØÅ][\wæøå]+-?\s+-?\s?og\s+|[A-ZÆØÅ][\wæøå]+-?\s+){{0,4}}?{NOUN})(?![\wæøå])"""
BODIES = rf"(?:{BODY}(?:\s*(?:,|/|\sog|\ssamt|,\s+og|\s-)\s+(?:(?:til|i|over\s?for)\s+)?{BODY})*)"

SENDS = r"(?:oversend|videresend|fremsend|tilbagesend|indsend|send|henvis|hjemvis|overgiv|overdrag|videregiv|forelæg|returner|overfør|overgå|overgik|går\s+videre|gik\s+videre)"
NEAR = r"(?:(?!,?\s+at\b)[^;\n]){0,160}?"
"""What may stand between the verb and the body: no clause of its own."""

TREATMENT = r"(?:(?:fornyet|videre|endelig|videre\s+politisk|politisk|2\.|anden)\s+)?(?:godkendelse|behandling|drøftelse|beslutning|afgørelse|vedtagelse|udtalelse|stillingtagen|realitetsbehandling|sagsbehandling|prioritering)"

FORWARDED = Pattern(
    "forwarded-to",
    rf"""(?:
      (?i:\b{SENDS}\w*\b){NEAR}(?i:\b(?:til|for|over\s?for|(?:til\s+)?{TREATMENT}\s+(?:i|af|hos|på)))\s+(?P<sent>{BODIES})
    | (?i:\b(?:anbefal|indstil)\w*\b){NEAR}(?i:\b(?:over\s?for|til|for|(?:til\s+)?{TREATMENT}\s+(?:i|af|hos)|(?:godkend\w*|vedtag\w*|tiltråd\w*|behandl\w*)\s+(?:i|af)))\s+(?!(?i:udvalget|rådet|bestyrelsen),?\s+at\b)(?P<told>{BODIES})
    | (?i:\b(?:anbefal|indstil)\w*(?:\s+(?:til|over\s?for)\s+(?:udvalget|rådet|bestyrelsen))?,?\s+at)\s+(?P<decides>{BODIES})\s+(?i:godkender|vedtager|tiltræder|beslutter|giver|meddeler|bevilger|frigiver|afsætter|imødekommer|optager|sender|fastsætter|udpeger|vælger|sælger|køber|ansøger|indgår|bemyndiger|igangsætter|stiller)
    | (?i:\bbegær\w*\s+(?:sagen|punktet)\s+(?:forelagt|indbragt)(?:\s+for)?)\s+(?P<brought>{BODIES})
    | (?i:\bover\s?for)\s+(?P<before>{BODIES})\s+(?i:at\s+)?(?i:anbefal|indstil)
    | (?i:\b(?:anbefales|indstilles|oversendes|forelægges|fremsendes|anbefale|indstille|tilbagesendes|henvises))\s+(?P<object>{BODIES})
    | (?i:(?:udvalget(?:\s+for\s+[^,.;\n]{{3,60}}?)?|bestyrelsen|magistraten|rådet|det|udvalg|flertal(?:let)?)\s+(?:[^\W\d][\w-]*\s+)?(?:anbefaler|indstiller|anbefalede|indstillede))\s+(?P<object2>{BODIES})(?=,?\s+(?:\d+[.)]\s+)?(?:at|til)\b)
    | (?i:^(?:[^.;\n]{{0,60}}\b)?(?:godkendt|tiltrådt|godkendes|tiltrædes)\s+til\s+{TREATMENT}\s+i)\s+(?P<onward>{BODIES})
    )""",
    matches=[
        "Anbefales over for Økonomiudvalget og Byrådet",
        "at udvalget indstiller planen godkendt i Økonomiudvalg og byråd",
        "Fremsendes til Teknisk Udvalg til behandling",
        "sendes til behandling i Børne- og Ungeudvalget",
        "Oversendes Byrådet til godkendelse i Byrådet",
        "Økonomiudvalget anbefaler Byrådet at godkende",
        "over for Kommunalbestyrelsen anbefaler",
        "indstiller til udvalget, at byrådet sender planen i høring",
    ],
    not_matches=[
        "Godkendt",
        "Anbefales",
        "Sendes i høring hos borgerne",
        "anbefaler, at der gives tilskud til Idrætsrådet",
    ],
    flags=re.NOFLAG,
)
"""A case on its way to another body."""

ONLY_TOLD = Pattern(
    "forwarded-only-told",
    r"^\W*(?:til\s+(?:orientering|efterretning|underretning|høring)|i\s+høring)\b",
    matches=[" til orientering", ", til efterretning"],
    not_matches=[" til godkendelse", ", idet"],
)
"""Behind the body: it is told, and decides nothing."""

UNNAMED = Pattern(
    "body-unnamed",
    r"(?:ud)?valg(?:et|ene)?s?|valgbestyrelsen?|(?:råd|bestyrelse|nævn|kommission|magistrat)\w{0,3}(?<!magistraten)|(?:arbejds|projekt)(?:gruppe|udvalg)\w*",
    matches=["udvalget", "valgbestyrelsen", "bestyrelsen", "arbejdsgruppen"],
    not_matches=["Økonomi", "Teknik og Miljø", "Arbejdsmarked"],
)
"""A body by its kind alone: "udvalget" is this one."""

ADDRESSED = Pattern(
    "forwarded-addressed",
    r"^(?!.{0,80}\bat\s+[\w-]*udvalget\b)[^.]{0,60}?\b(?:indstiller|foreslår)\s+(?:til|over\s?for)\b",
    matches=["Administrationen indstiller overfor Skoleudvalget, 1. at planen godkendes"],
    not_matches=[
        "Forvaltningen indstiller, at udvalget over for Byrådet anbefaler",
        "at udvalget indstiller til Byrådet",
    ],
)
"""A proposal that an officer addresses to a body."""

HIGHER = Pattern(
    "body-higher",
    rf"økonomi|forretnings|magistrat|{COUNCIL}",
    matches=["Økonomiudvalget", "Magistraten", "Byrådet", "Forretningsudvalget"],
    not_matches=["Teknisk Udvalg"],
)
"""Bodies above the committees."""

POSTPONED = Pattern(
    "postponed-to",
    r"""\b(?:udsæt\w*|udsat\w*|udskyd\w*|udskudt|udskød|genoptag\w*|genbehandl\w*|tages?\s+(?:\w+\s+){0,2}?op|behandle(?:s|t)\s+(?:igen\s+)?(?:på|den|d\.)|behandlet\s+igen|forelægges\s+(?:igen|på\s+ny)|vender\s+tilbage
      |på\s+dagsordenen\s+(?:igen|til\s+mødet)|sættes\s+på|(?:overføres|overført|flyttes|flyttet)\s+til\s+(?:\w*møde\w*|næste))\b""",
    matches=[
        "Udsat til mødet den 3. maj 2016",
        "Sagen genoptages den 20. juni",
        "tages sagen op igen",
        "overføres til mødet",
    ],
    not_matches=["Godkendt", "mødet flyttes til den 3. maj"],
)
"""Words that put a case off."""


DEADLINE = Pattern(
    "forwarding-deadline",
    r"\b(?:inden|senest|før)\s+(?:den|d\.)?\s*$",
    matches=["inden den ", "senest ", "før d. "],
    not_matches=["den ", "på mødet den "],
)
"""Before a day by which something is to be done, on which the case does not come back."""


def is_council(body: str | None) -> bool:
    """Whether a body is the highest of its kind, from which nothing goes on to another by a proposal."""
    return (
        body is not None
        and re.search(rf"(?:{COUNCIL})(?:et|en|n)?$", body.strip(), re.IGNORECASE) is not None
    )


def recommended_on(proposal: str, decision: str) -> list[str]:
    """The bodies to which a proposal, once approved or recommended, goes on.

    Those whose own proposal the decision approves ("godkendte Økonomiudvalgets indstilling") decided before; of those
    that an officer only addresses, another committee is no next body, but the finance committee and the council are.
    """
    bodies = [
        body
        for body in forwarded_to(proposal)
        if not re.search(rf"{re.escape(body)}s\s+(?:indstil|forslag|anbefal|beslut)", decision, re.IGNORECASE)
    ]
    if ADDRESSED.match(proposal) and not re.search(r"\banbefal", proposal, re.IGNORECASE):
        return [body for body in bodies if HIGHER.search(body)]
    return bodies


def forwarded_to(text: str, *, only_sent: bool = False) -> list[str]:
    """The bodies to which a text sends the case, as printed (a genitive without its s), in printed order, each once.

    Args:
        text: A decision or a proposal.
        only_sent: Whether a recommendation to them does not count.
    """
    found: dict[str, None] = {}
    for start, end in split_sentences(text):
        sentence = text[start:end]
        if not _BODY_LETTERS.search(sentence):
            continue
        for match in FORWARDED.finditer(sentence):
            group = next(name for name, words in match.groupdict().items() if words)
            own_clause = re.split(r",|\bog\b|\bmen\b", sentence[: match.start()])[-1]
            denied = re.search(r"\bikke\b", own_clause + sentence[match.start() : match.start(group)])
            sent = re.match(SENDS, match[0], re.IGNORECASE) is not None
            if (only_sent and not sent) or denied or ONLY_TOLD.match(sentence[match.end(group) :]):
                continue
            for body in bodies_of(match[group]):
                found.setdefault(body)
    return list(found)


_BODY = re.compile(BODY, re.VERBOSE)
_BODY_LETTERS = Pattern(
    "body-letters",
    rf"[Uu]dvalg|[Bb]yråd|{COUNCIL}|[Mm]agistrat|råd|[Bb]estyrelse|nævn|kommission",
    matches=["udvalget", "Byrådet", "Skolebestyrelsen", "nævnet"],
    not_matches=["kommunen"],
    flags=re.NOFLAG,
)
"""What every name of a body holds: a sentence without any of it needs no closer look."""


def bodies_of(printed: str) -> Iterator[str]:
    """The single bodies of a printed list."""
    for match in _BODY.finditer(printed):
        body = re.sub(r"(?<=t|n|g|d)s$", "", " ".join(match[0].split()))
        if not UNNAMED.fullmatch(body):
            yield body


def postponed_to(text: str, meeting: dt.date | None) -> dt.date | None:
    """The day to which a decision puts its case off, or None.

    Args:
        text: The decision.
        meeting: Its day; a day without a year is the next one after it.
    """
    for start, end in split_sentences(text):
        sentence = text[start:end]
        put_off = POSTPONED.search(sentence)
        if put_off is None or others_act(sentence):
            continue
        behind = sentence[put_off.start() :]
        dates = find_dates(behind) or (find_days(behind, after=meeting) if meeting is not None else ())
        days = [mention.date for mention in dates if not DEADLINE.search(behind[: mention.start])]
        later = [day for day in days if meeting is None or day > meeting]
        if later:
            return later[0]
    return None
