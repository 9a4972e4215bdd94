"""Where a meeting was held: a label's value, or what stands behind or below its time."""

import re
from collections.abc import Sequence

from pipeline.danish.dates import find_dates
from pipeline.danish.labels import head_kind
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.circumstances import END, FIRST_ROWS, LONGEST, times_in
from pipeline.documents.minutes.committee import is_body
from pipeline.documents.minutes.fields import LISTS, Field
from pipeline.documents.minutes.row import Row
from pipeline.documents.minutes.titles import MUNICIPALITY, TITLE

FULL_STOP = re.compile(r"(?:\.{2,}|(?<=[^\W\d]{4})\.)$")
"""Behind a place that ends a sentence. Matches: "Byrådssalen.", "Lokale 2..". Not: "1. sal, 2. th."."""

CLOCK = (
    r"(?:kl(?:\.|okken)?\s*\d{1,2}(?:[.:,]?\d\d)?"
    r"(?:\s*(?:[-–]|til)\s*(?:kl\.?\s*)?(?:ca\.\s*)?\d{1,2}(?:[.:,]\d\d)?)?"
    r"|(?<![\d.])\d{1,2}[.:]\d\d\s*[-–]\s*\d{1,2}[.:]\d\d(?!\d))"
)

ONLY_CLOCK = Pattern(
    "head-only-clock",
    rf"(?:tid\w*\s*:?\s*|fra\s+)?(?:{CLOCK}|\d{{1,2}}[.:]\d\d)\s*[.,]?",
    matches=["Kl. 16.30", "fra kl. 16.00 til kl. 18.30"],
    not_matches=["Byrådssalen"],
)
"""A row of nothing but when: it must be the whole row."""

ROOMS = r"(?:sal(?:en)?|lokale\w*|hus(?:et)?|værelse\w*|skole\w*|cent(?:er|ret)|teams|gård\w*|kantine\w*)\b"

PLACE_INLINE = Pattern(
    "place-behind-time",
    rf"{CLOCK}\s*,?\s*(?:(?:i|på|hos)\s+(?:det\s+)?(?P<place>\S.+)|[,–-]\s*(?P<place2>[A-ZÆØÅ]\S*.*)|(?<=\s)(?P<place3>(?-i:[A-ZÆØÅ])[\w\s,.-]*{ROOMS}[\w\s,.-]*))$",
    matches=[
        "kl. 16.30 i lokale 2",
        "kl. 16.30-18.00 på Rådhuset",
        "kl. 17, Byrådssalen",
        "kl. 14:00 Byrådssalen",
    ],
    not_matches=["kl. 16.30", "i lokale 2", "kl. 16.30 Fraværende"],
)
"""Where the meeting is held, behind its time."""

PLACE_BEHIND_DAY = Pattern(
    "place-behind-day",
    rf"\b(?:19|20)\d\d\s*,?\s+(?:i|på|hos)\s+(?P<place>(?:(?-i:[A-ZÆØÅ])[\w\s,.-]*?)?\b[\w-]*{ROOMS}(?:\s+[\w.-]{{1,5}})?)\s*$",
    matches=["den 18. september 2006 på Nørby Rådhus", "d. 3. maj 2016 i mødelokale 2"],
    not_matches=["den 3. maj 2016 på Lyngø", "3. maj 2016 i sag om Rådhuset"],
)
"""The same behind a day that no time follows, at the end of its row."""

PLACE_BEFORE = Pattern(
    "place-before-day",
    r"\b(?:i|på)\s+(?P<place>(?:[\wæøå]+,\s+)?[\wæøå-]*(?:salen|lokalet|huset|værelset|centret|gården|skolen|biblioteket|(?:[Mm]øde)?lokale\s+[\w.+]+)(?:,\s+[\wæøå]+(?:\s[\w.]+)?)?)(?=\s+(?:man|tirs|ons|tors|fre|lør|søn)dag|\s+den\s|\s+d\.|,?\s+kl)",
    matches=["i byrådssalen tirsdag den 3. maj", "på Rådhuset, kl. 16"],
    not_matches=["i byrådssalen", "om havnen den 3. maj"],
)
"""The same in front of its day."""


def place_of(
    rows: Sequence[Row], fields: Sequence[Field], row: Row | None, committee: Row | None
) -> str | None:
    """Where the meeting was held, as printed."""
    for one in fields:
        if one.kind == "place" and one.text:
            return FULL_STOP.sub("", one.text)
    for one in fields:
        if one.kind in ("time", "date") and (inline := _inline(one.text)):
            return inline
    if row is None:
        return None
    same = next((one.date for one in find_dates(row.text)), None)
    again = (
        one
        for one in rows[:FIRST_ROWS]
        if one is not row
        and len(one.text) < LONGEST
        and any(day.date == same for day in find_dates(one.text))
    )
    places = (_place_at(rows, fields, one, committee) for one in (row, *again))
    return next((place for place in places if place is not None), None)


def _place_at(rows: Sequence[Row], fields: Sequence[Field], row: Row, committee: Row | None) -> str | None:
    """The place that stands in, or below, the row that tells the meeting's day."""
    position = next((number for number, one in enumerate(rows) if one is row), -1)
    below = rows[position + 1] if 0 <= position < len(rows) - 1 else None
    inline = _inline(f"{row.text} {below.text}" if below is not None and _goes_on(row, below) else row.text)
    if inline:
        return inline
    before = PLACE_BEFORE.search(row.text) or PLACE_BEHIND_DAY.search(row.text)
    if before is not None:
        return before["place"]
    labelled = {id(one.row) for one in fields if one.row is not None and one.kind in LISTS}
    passed = False
    for following in rows[position + 1 : position + 4]:
        if len(following.text) < LONGEST and (inline := _inline(following.text)):
            return inline
        if (times_in(following.text) and len(following.text) < 25) or ONLY_CLOCK.fullmatch(following.text):
            continue
        if MEETING_NUMBER.fullmatch(following.text):
            continue
        if following is committee:
            passed = True
            continue
        if (
            id(following) in labelled
            or (passed and not ROOM.search(following.text))
            or not _may_be_place(following, row)
        ):
            return None
        return TIME_BEHIND.sub("", WHERE.sub("", following.text))
    return None


ROOM = Pattern(
    "meeting-room",
    ROOMS,
    matches=["Byrådssalen", "Mødelokale 2", "Nørby Skole", "Teams"],
    not_matches=["Ida Holm", "Ordinært møde"],
)
"""What a place below the committee's name must be called: other rows there tell who was present."""

MEETING_NUMBER = Pattern(
    "meeting-number-row",
    r"(?:ordinært\s+|ekstraordinært\s+)?møde(?:\s*nr\.?)?\s*:?\s*\d{1,4}(?:[/-]\d{2,4})?\.?",
    matches=["Møde nr. 14", "Møde nr.: 18/2012", "Ordinært møde nr. 3"],
    not_matches=["Møde", "Mødelokale 2"],
)
"""A row of nothing but which meeting it was, between when and where."""

TIME_BEHIND = Pattern(
    "time-behind-place",
    r"[\s,]+(?:kl\.?|klokken)\s*\d{1,2}(?:[.:]\d\d)?\s*$",
    matches=["Mødelokale 2 kl. 16.30", "Byrådssalen, kl. 17"],
    not_matches=["Mødelokale 2", "kl. 16.30 i lokale 2"],
)
"""When, behind where."""


def _goes_on(row: Row, below: Row) -> bool:
    """Whether the sentence of a meeting's time and place goes on in the next row: to its full stop or after a comma."""
    if below.style != row.style or row.text.rstrip().endswith("."):
        return False
    close = below.page == row.page and below.top - row.bottom < 0.5 * row.size
    to_its_end = close and below.text.rstrip().endswith(".") and _may_be_place(below, row)
    return row.text.rstrip().endswith(",") or to_its_end


def _inline(text: str) -> str | None:
    match = PLACE_INLINE.search(text)
    if match is None:
        return None
    place = (match["place"] or match["place2"] or match["place3"]).strip(" .")
    return None if find_dates(place) or len(place) > 90 else place


WHERE = Pattern(
    "head-where",
    r"^(?:i|på|hos|ved)\s+(?=[^\W\d])",
    matches=["i Kulturhuset", "på Rådhuset"],
    not_matches=["Kulturhuset", "ifølge"],
    flags=re.NOFLAG,
)
"""In front of a place that stands in a row of its own under the time: "i Kulturhuset"."""


def _may_be_place(row: Row, above: Row) -> bool:
    """Whether a row under the meeting's time may say where it was."""
    text = row.text.strip()
    return not (
        (row.bold and not above.bold)
        or len(text) > 80
        or ":" in text
        or (head_kind(text) is not None and not text[:1].islower())
        or is_body(text)
        or TITLE.match(text)
        or MUNICIPALITY.fullmatch(text)
        or find_dates(text)
        or END.search(text)
        or re.match(
            r"(?:mødet\s+(?:begynd|start|slut|åbn)|møde\s+(?:nr|\d)|side\s+\d|fraværende|afbud|tilstede|til\s+stede|\d+\.?\s)",
            text,
            re.IGNORECASE,
        )
        or re.search(r"\b(?:var|er|blev|deltog)\b", text)
    )
