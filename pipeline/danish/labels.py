"""Section labels: the lexicon, and what a line that may be a label says."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from rapidfuzz import fuzz, process

from pipeline.danish.local import Local, local
from pipeline.danish.pattern import Pattern
from pipeline.danish.proposal_labels import COUNT_BEHIND, OF_ITEM, PROPOSED_BY, PROPOSED_TO, PROPOSES_THAT
from schemas.vocabulary import Role

ALIKE = 88.0
"""A line so much like a label of the lexicon (RapidFuzz ratio, 0-100) is taken for it.

One slip in a label of ten letters gives 90, in one of eight 88; "Beslutningstema" against "Beslutning" gives 80.
"""

SHORTEST_FUZZY = 6
"""Shorter labels must agree to the letter: "Mål" and "Mad" are 67 alike, "Sted" and "Slut" 50, but "Dato" and "Data" 75."""

LONGEST = 60
"""No label has more characters, a decision's committee and date apart."""


class Label(NamedTuple):
    """What a label says."""

    label: str
    """As printed, without its colon; a decision's without committee and date."""

    role: Role
    """What the section under it is for."""

    likeness: float
    """0 to 100."""

    known: bool
    """Whether the lexicon knows it."""

    body: str | None = None
    """Of a decision: which committee decided, as printed."""

    tail: str | None = None
    """Of a decision: the words behind the body, where its date stands."""


@cache
def lexicon() -> Mapping[str, Mapping[str, list[str]]]:
    """The lexicon of labels as the data file states it."""
    text = files("pipeline.danish").joinpath("lexicon/labels.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """A label in the form in which labels are compared: small letters, single spaces, no final colon."""
    return " ".join(text.replace("é", "e").replace("É", "E").split()).strip(":;. -–").lower()


SPACE_OR_DASH = re.compile(r"[\s\-–]+")


def _squeezed(text: str) -> str:
    return SPACE_OR_DASH.sub("", text)


@cache
def _sections() -> dict[str, Role]:
    return {
        fold(label): Role(role) for role in Role for label in lexicon().get(role.value, {}).get("labels", [])
    }


@cache
def _squeezed_sections() -> dict[str, Role]:
    return {_squeezed(label): role for label, role in _sections().items()}


@cache
def _fuzzy_sections() -> list[str]:
    return [label for label in _sections() if len(label) >= SHORTEST_FUZZY]


@cache
def _case_number_labels() -> frozenset[str]:
    return frozenset(fold(label) for label in lexicon()["case_number"]["labels"])


@cache
def entry_labels() -> frozenset[str]:
    """The folded labels of rows under an item's heading that hold a name and no text: "Sagsbehandler"."""
    return frozenset(fold(label) for label in lexicon()["item_entry"]["labels"])


def is_case_number_label(text: str) -> bool:
    """Whether the words before a colon name a case number."""
    return fold(text) in _case_number_labels()


def head_kind(text: str) -> str | None:
    """Which label of a meeting's head a text is, or None."""
    folded = fold(text)
    if not folded or len(folded) > LONGEST:
        return None
    return _head_kinds().get(folded)


@cache
def _head_kinds() -> dict[str, str]:
    return {fold(label): kind for kind, labels in lexicon()["head"].items() for label in labels}


@cache
def attachment_columns(kind: str) -> frozenset[str]:
    """The folded heads of a table of attachments: of its titles ("title"), or of the other columns ("other")."""
    return frozenset(fold(label) for label in lexicon()["attachment_table"][kind])


@cache
def vote_sides() -> Mapping[str, str]:
    """The folded heads of a table of votes, each with the side's first one, as it stands in front of a list: "For"."""
    return {fold(head): heads[0] for heads in lexicon()["vote_table"].values() for head in heads}


@cache
def attachment_cover(kind: str) -> str:
    """An expression for what a case system's page in front of an attachment calls it ("attachment") or its "item"."""
    words = sorted(lexicon()["attachment_cover"][kind], key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in words) + r")\b\.?"


@cache
def table_columns() -> Mapping[str, frozenset[str]]:
    """The folded heads of a table of items, by what stands below them: "number", "title", or a section's role."""
    return {kind: frozenset(map(fold, heads)) for kind, heads in lexicon()["item_table"].items()}


@cache
def link_words() -> frozenset[str]:
    """The folded words of links on web pages of minutes, which say nothing of the meeting."""
    return frozenset(fold(words) for words in lexicon()["web"]["links"])


@cache
def all_head_kinds() -> Mapping[str, str]:
    """Every label that may stand in a head, folded, with its kind; those that are read there only among them."""
    numbers = {fold(label): "other" for label in lexicon()["case_number"]["labels"]}
    only = {fold(label): kind for kind, labels in lexicon()["head_only"].items() for label in labels}
    return {**numbers, **only, **_head_kinds()}


DATE = r"(?:\d{1,2}[.\-/]\s?\d{1,2}[.\-/]\s?\d{2,4}|\d{1,2}\.?\s?-?\s?[a-zæøå]{3,9}\.?\s?-?\s?\d{4}|\d{4}-\d\d-\d\d)"
BODY_STEM = Pattern(
    "label-body-stem",
    r"(?:udvalg|råd|bestyrelse|kommission|magistrat|repræsentation|forsamling|direktion|nævn|komit[eé]|forum|styregruppe|ledelse)"
    r"(?:e?[nt]|met?)?s?(?:\W|\d|$)",
    matches=["Økonomiudvalget", "Byrådets", "Skolebestyrelse", "styregruppen"],
    not_matches=["Sagsfremstilling", "rådgivning"],
)
"""What the name of a body that can decide ends in; looked for with spaces taken out, as narrow cells break words."""

DECISION_WORD = r"(?:beslutning(?:er)?|vedtagelse(?:r)?|afgørelse|besluttet(?=\s+(?:på|i|af)\s.*\d{4}))"

DECISION_FIRST = re.compile(
    rf"^(?:tidligere\s+)?(?P<word>{DECISION_WORD})(?=[\s:,]|$)\s*:?\s*(?P<rest>.*)$", re.IGNORECASE
)
"""Matches: "Beslutning i Børneudvalget den 28-09-2016". Not: "Beslutningskompetence", "Beslutningssag"."""

DECISION_LAST = Pattern(
    "label-decision-last",
    rf"^(?P<body>[^.:]{{3,80}}?s)\s+(?P<word>{DECISION_WORD})\s*:?\s*(?P<rest>(?:(?:i|fra|på)\s+møde|den\s|d\.\s|\d).*)?$",
    matches=["Byrådets beslutning den 03.11.2015 Punkt 1", "FORRETNINGSUDVALGETS BESLUTNING"],
    not_matches=["Beslutning", "Byrådets beslutninger om havnen"],
)
"""Who decided, in front of the word."""

DATE_TAIL = Pattern(
    "label-date-tail",
    rf"(?:^|[\s,(])(?P<tail>(?:(?:[i|på|fra]+\s+)?møde(?:t)?\s*)?(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s*,?\s*)?(?:(?:den|d\.)\s*)?{DATE}.*)$",
    matches=["Beslutning i Byrådet den 3. maj 2016", "Byrådet, tirsdag den 3. maj 2016 kl. 16"],
    not_matches=["Beslutning i Byrådet"],
)
"""The date at a label's end, with what stands behind it ("Punkt 1", "kl. 16")."""

BEHIND_DATE = Pattern(
    "label-behind-date",
    rf"{DATE}\)?[\s,.:;–-]*(?:(?:kl\.?\s*[\d.:]+)?[\s,]*(?:(?:som\s+)?(?:pkt|punkt|sag)\.?\s*(?:nr\.?\s*)?\d+)?)?[\s.:;–-]*(?:{DECISION_WORD}\W*)?$",
    matches=[
        "den 3. maj 2016",
        "02-11-2011 som punkt 1",
        "03-05-2016, pkt. 4",
        "03-05-2016 kl. 16.30",
        "3. maj 2016 - Beslutning",
    ],
    not_matches=["den 3. maj 2016 blev det besluttet"],
)
"""Nothing but a time and an item number may stand behind a label's date; other words make it a sentence."""

TELLS = Pattern(
    "label-tells",
    r"\s(?:[a-zæøå]{2,}(?:ede|[dklmnprst]te)|tog|gav|blev|har|anbefaler|indstiller|ønsker|bemærker|beslutter)(?:\s|$)",
    matches=["Udvalget for Plan og Miljø godkendte indstillingen", "Byrådet tog orienteringen"],
    not_matches=["Udvalget for Børn, Unge og Kultur"],
    flags=re.NOFLAG,
)
"""A verb, so that what follows "Beslutning:" is the decision itself and no body's name."""

DONE_FIRST = Pattern(
    "label-done-first",
    r"^(?:\w*(?:sendt|sendes|vist|vises|sat|sættes|givet|taget|godkendt|godkendes|trådt|trædes|valgt|vælges|drøftet|udgår)"
    r"|anbefal\w+|indstill\w+)\s",
    matches=["Sendt til behandling i Magistraten", "Anbefales til Byrådet"],
    not_matches=["Rådet for Ældre"],
)
"""What was done comes first, so that the body behind it is the next and not the deciding one."""

LONGEST_BODY = 90

SHORT_BODY = re.compile(r"[A-ZÆØÅ]{2,5}")
"""A body by the letters that its municipality calls it by: "MTU", "ØU"."""


def read_label(text: str) -> Label | None:
    """What a line that may be a label says, or None where the lexicon and the forms of decision labels do not know it.

    Args:
        text: The line, its breaks mended.
    """
    return _read_label(text, local())


@lru_cache(maxsize=8192)
def _read_label(text: str, own: Local) -> Label | None:
    folded = COUNT_BEHIND.sub("", PROPOSES_THAT.sub("", OF_ITEM.sub("", fold(text))))
    if not folded or len(folded) > 3 * LONGEST:
        return None
    printed = " ".join(text.split()).rstrip(": ")
    role = own.labels.get(folded) or _sections().get(folded)
    if role is not None:
        return Label(printed, role, 100.0, True)
    if ABSENT_AT.match(printed):
        return Label(printed, Role.absent, 100.0, True)
    decision = _decision_label(printed)
    if decision is not None:
        return decision
    if len(folded) > LONGEST:
        return None
    role = _squeezed_sections().get(_squeezed(folded))
    if role is not None:
        return Label(printed, role, 99.0, True)
    to = PROPOSED_TO.match(printed)
    if PROPOSED_BY.match(printed) or (to is not None and (SHORT_BODY.fullmatch(to[1]) or _is_body(to[1]))):
        return Label(printed, Role.proposal, 99.0, True)
    if len(folded) < SHORTEST_FUZZY:
        return None
    found = process.extractOne(folded, _fuzzy_sections(), scorer=fuzz.ratio, score_cutoff=ALIKE)
    if found is None or abs(len(found[0]) - len(folded)) > 2 or found[0][0] != folded[0]:
        return None
    return Label(printed, _sections()[found[0]], found[1], True)


ABSENT_AT = Pattern(
    "label-absent-at",
    rf"^(?:fraværende|afbud|ikke\s+til\s*stede)\s+(?:i|på|ved)\s+[^.:]{{3,60}},?\s+(?:den\s+|d\.\s*)?{DATE}$",
    matches=["Fraværende i Kulturudvalget, 23. juni 2020"],
    not_matches=["Fraværende: Ida Holm", "Fraværende i Kulturudvalget"],
)
"""Who was absent, and at which meeting."""

MAY_DECIDE = Pattern(
    "label-may-be-of-decision",
    r"beslut|vedtagelse|afgørelse|\d{4}",
    matches=["Byrådets beslutning", "Byrådet, 3. maj 2016"],
    not_matches=["Sagsfremstilling"],
)
"""Every decision label has the word, or a date with its year."""


MEETING = re.compile(r"s\s+møde\b", re.IGNORECASE)
"""At whose meeting: "på Byrådets møde"."""


def _decision_label(printed: str) -> Label | None:
    if not MAY_DECIDE.search(printed):
        return None
    first = DECISION_FIRST.match(printed)
    if first is not None:
        rest, tail = _without_date(first["rest"])
        body = re.sub(
            r"^(?:(?:truffet\s+)?(?:i|fra|af|for|på)\s+)(?:møde(?:t)?\s+(?:i|for|af)\s+)?",
            "",
            rest,
            flags=re.IGNORECASE,
        ).strip(" ,:-–")
        if body[:1] == "(" or body.count("(") != body.count(")"):
            body = body.strip(" ,:-–()")
        body = re.sub(r"(?<=[et][tn])s(?:\s+møde)?$", "", body) if MEETING.search(first["rest"]) else body
        if not body and (tail or not rest):
            return _decision(first["word"], None, tail)
        introduced = body != rest.strip(" ,:-–")
        if tail is None and (TELLS.search(body) or DONE_FIRST.match(body)):
            return None
        # "Beslutning Teknik og Miljø den 3. maj 2011": whatever it is called, it decided.
        called = body[:1].isupper() and not DONE_FIRST.match(body) and _may_be_body(body)
        named = _is_body(body) or (tail is not None and (called or SHORT_BODY.fullmatch(body) is not None))
        if body and named and (tail or introduced or body[0].isupper()):
            return _decision(first["word"], body, tail)
        return None
    last = DECISION_LAST.match(printed)
    if last is not None and _is_body(last["body"]) and last["body"][0].isupper():
        _, tail = _without_date(last["rest"] or "")
        if (last["rest"] or "") and tail is None:
            return None
        return _decision(last["word"], last["body"][:-1], tail)
    rest, tail = _without_date(printed)
    body = re.sub(
        r"(?:s\s+behandling|(?:s|ets|ens)?\s*,?\s*møde(?:t)?)$", "", rest.strip(" ,:-–"), flags=re.IGNORECASE
    ).strip(" ,:-–")
    body = re.sub(r"(?<=[et][tn])s$", "", body) if re.search(r"\bmøde", tail or "") else body
    body = re.sub(
        r"^(?:behandl(?:ing|et)|forelagt|drøftet)\s+(?:i|af|for|på)\s+", "", body, flags=re.IGNORECASE
    )
    named = _is_body(body) or bool(ITEM_BEHIND.search(tail or "") and _may_be_body(body))
    sentence = re.search(r"[.:;]\s|\s(?:blev|har|er|var)\s", body) or DONE_FIRST.match(body)
    if tail and body and body[0].isupper() and named and not sentence:
        return _decision(printed, body, tail)
    return None


def _without_date(text: str) -> tuple[str, str | None]:
    """A text in front of its closing date, and the date with what stands behind it."""
    match = DATE_TAIL.search(text)
    if match is None or not BEHIND_DATE.search(match["tail"]):
        return text, None
    return text[: match.start()].strip(), match["tail"]


def _is_body(text: str) -> bool:
    """Whether words name a body: few of them, ending in such a noun, an election period or a short form apart."""
    if len(text) > LONGEST_BODY or re.search(r"[;:?!]", text):
        return False
    if fold(text) in local().bodies:
        return True
    bare = re.sub(r"\(.*?\)|(?:19|20)\d\d\s*[-–]\s*(?:19|20)?\d\d", "", text).strip(" ,")
    if BODY_STEM.search(_last_words(bare)):
        return True
    # "Udvalget for Plan og Miljø": the noun stands first.
    return bool(re.match(r"(?:udvalget|rådet|nævnet|bestyrelsen|komiteen)\s+for\s", bare, re.IGNORECASE))


ITEM_BEHIND = Pattern(
    "label-item-behind",
    r"\b(?:pkt|punkt|sag)\.?\s*(?:nr\.?\s*)?\d+\W*$",
    matches=["Byrådet, 3. maj 2016, pkt. 7", "sag nr. 12:"],
    not_matches=["Byrådet, 3. maj 2016"],
)
"""Which of its items decided, behind the date: so what stands before the date is a body, whatever it is called."""


def _may_be_body(text: str) -> bool:
    """Whether a few words name something: "Plan, Miljø og Teknik"."""
    return len(text.split()) <= 8 and not re.search(r"[;:?!\d]", text) and TELLS.search(f" {text} ") is None


def _last_words(text: str) -> str:
    """The last words without spaces: narrow cells break "Beskæftigelsesudva lget"."""
    return "".join(text.split()[-2:])[-40:]


def _decision(word: str, body: str | None, tail: str | None) -> Label:
    return Label(word[0].upper() + word[1:], Role.decision, 100.0, True, body, tail)
