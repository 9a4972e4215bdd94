"""What speaks against the head of a meeting and its list of people."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from pipeline.checking.confidence.fields import Fields
from pipeline.checking.confidence.items import USUAL
from pipeline.checking.confidence.seen import Seen
from pipeline.danish.case_numbers import read_case_number_line
from pipeline.danish.labels import BODY_STEM, head_kind
from pipeline.danish.names import is_person_name
from schemas.minutes import Attendance, Minutes
from schemas.page import Line
from schemas.vocabulary import Presence

_SAYS = {
    "date": "date",
    "time": "start_time",
    "end": "end_time",
    "place": "place",
    "committee": "committee",
    "present": "attendance",
}
"""What a label in the head promises, by the field."""

_EXPECTED = ("municipality", "committee", "date", "start_time", "place", "attendance", "items")

ALIKE_NAMES = 82.0
"""Names this much alike (RapidFuzz ratio) may be one person: "Anne Fog" and "Anne Fogh" are 94, brothers 60 to 80."""


def doubt_head(minutes: Minutes, fields: Fields, seen: Seen) -> None:
    """Note what speaks against the head's fields and the list of people."""
    head = _head_lines(minutes, seen)
    for line in head:
        before = line.text.split(":")[0]
        kind = head_kind(line.text) or head_kind(before)
        name = _SAYS.get(kind or "")
        if name and not getattr(minutes, name):
            fields.doubt(f"/{name}", "label-there")
    for name in _EXPECTED:
        if not getattr(minutes, name):
            fields.doubt(f"/{name}", "always-there")
    _witnesses(minutes, fields, seen)
    place = minutes.place or ""
    if len(place) > 60 or place.count(",") > 2:
        fields.doubt("/place", "long")
    if minutes.committee and not BODY_STEM.search(minutes.committee):
        fields.doubt("/committee", "odd-name")
    for name in ("committee", "place", "municipality"):
        value = getattr(minutes, name)
        if value and (head_kind(value.split(" ")[0]) or ":" in value):
            fields.doubt(f"/{name}", "label-inside")
            if name == "committee":
                for position in range(len(minutes.items)):
                    fields.doubt(f"/items/{position}/decision/body", "label-inside")
    if not any(item.case_number for item in minutes.items) and any(
        read_case_number_line(line.text) for page in seen.pages for line in page.lines
    ):
        for position in range(len(minutes.items)):
            fields.doubt(f"/items/{position}/case_number", "label-there")
    dates = Counter(item.decision.date for item in minutes.items if item.decision and item.decision.date)
    if dates and minutes.date != dates.most_common(1)[0][0]:
        fields.doubt("/date", "other-date")
    bodies = Counter(item.decision.body for item in minutes.items if item.decision and item.decision.body)
    if bodies and minutes.committee != bodies.most_common(1)[0][0]:
        fields.doubt("/committee", "other-body")
    left = list(_unexplained(minutes, head))
    if len(left) > 2:
        for name in ("committee", "place", "title", "start_time", "attendance"):
            fields.doubt(f"/{name}", "head-left-over")
    _people(minutes, fields, left, seen)
    _named_below(minutes, fields)
    committee = fields.get("/committee")
    if committee is not None and committee.doubts:
        for position in range(len(minutes.items)):
            fields.doubt(f"/items/{position}/decision/body", *committee.doubts)
    if minutes.kind == "minutes" and not any(item.decision for item in minutes.items):
        for position in range(len(minutes.items)):
            fields.doubt(f"/items/{position}/decision", "none-has-it")


def _named_below(minutes: Minutes, fields: Fields) -> None:
    """Whoever was absent or voted under an item and stands in no list of people may be missing there."""
    listed = {row.name for row in minutes.attendance}
    votes = [item.decision.votes for item in minutes.items if item.decision and item.decision.votes]
    named = {name for item in minutes.items for name in item.absent}
    named |= {name for vote in votes for name in (*vote.for_, *vote.against, *vote.abstained) if " " in name}
    if listed and any(is_person_name(name) for name in named - listed):
        fields.doubt("/attendance", "not-in-list")


def _head_lines(minutes: Minutes, seen: Seen) -> list[Line]:
    """The lines above the first item."""
    first = next((item.at[0] for item in minutes.items if item.at), None)
    end = (first.page, first.bbox[1]) if first else (minutes.pages[0] + 1, 0.0)
    lines = [line for page in seen.pages for line in page.lines if (line.page, line.top) < end]
    return lines[:120]


def _unexplained(minutes: Minutes, head: Sequence[Line]) -> Iterator[Line]:
    """Lines of the head whose words stand in no field."""
    told = " ".join(
        str(value).lower()
        for value in (
            minutes.title,
            minutes.municipality,
            minutes.committee,
            minutes.place,
            *(row.name for row in minutes.attendance),
            *(item.title for item in minutes.items),
        )
        if value
    )
    for line in head:
        words = [word for word in line.text.lower().split() if word.isalpha() and len(word) > 3]
        if words and not any(word in told for word in words) and head_kind(line.text) is None:
            yield line


def _witnesses(minutes: Minutes, fields: Fields, seen: Seen) -> None:
    """What is printed in one place only has no second witness."""
    for name in ("committee", "municipality"):
        value = getattr(minutes, name)
        if value and seen.text.count(value.lower()) < 2:
            fields.doubt(f"/{name}", "one-witness")
    if minutes.title and minutes.title.lower() not in seen.text:
        fields.doubt("/title", "not-on-page")
    if minutes.end_time and minutes.start_time and minutes.end_time <= minutes.start_time:
        fields.doubt("/end_time", "out-of-sequence")


def _people(minutes: Minutes, fields: Fields, left: Sequence[Line], seen: Seen) -> None:
    rows = minutes.attendance
    share = {
        name: sum(bool(getattr(row, name)) for row in rows) / len(rows) if rows else 0.0
        for name in ("role", "party")
    }
    statuses = Counter(row.status for row in rows)
    told = " ".join(row.name for row in rows)
    if any(is_person_name(line.text.split("(")[0].strip()) and line.text not in told for line in left):
        fields.doubt("/attendance", "name-left-over")
    for number, row in enumerate(rows):
        path = f"/attendance/{number}"
        words = row.name.split()
        if not is_person_name(row.name) or len(words) > 4 or len(words) < 2:
            fields.doubt(f"{path}/name", "odd-name")
            fields.doubt("/attendance", "odd-name")
        if any(fuzz.ratio(row.name, other.name) > ALIKE_NAMES for other in rows if other is not row):
            fields.doubt(f"{path}/name", "alike")
            fields.doubt(f"{path}/status", "alike")
        if _beside(row, seen):
            for name in ("name", "role", "party", "status"):
                fields.doubt(f"{path}/{name}", "words-beside")
        for name, part in share.items():
            if not getattr(row, name) and part >= USUAL:
                fields.doubt(f"{path}/{name}", "siblings-have-it")
        if row.role and sum(row.role == other.role for other in rows) == 1 and share["role"] > USUAL:
            fields.doubt(f"{path}/role", "rare-here")
        if row.status is not Presence.present:
            fields.doubt(f"{path}/status", f"said-{row.status.value}")
        if statuses[row.status] == 1 and len(rows) > 3:
            fields.doubt(f"{path}/status", "rare-here")
            fields.doubt(f"{path}/name", "rare-here")
        absent = sum(row.name in item.absent for item in minutes.items)
        if (
            row.status in (Presence.absent, Presence.excused)
            and minutes.items
            and 0 < absent < len(minutes.items)
        ):
            fields.doubt(f"{path}/status", "some-items-only")


def _beside(row: Attendance, seen: Seen) -> bool:
    """Whether the printed row of a name holds words that no field of the person has."""
    if not row.at or not row.at[0]:
        return False
    place = row.at[0]
    middle = (place.bbox[1] + place.bbox[3]) / 2
    told = f"{row.name} {row.role or ''} {row.party or ''}".lower()
    for page in seen.pages:
        if page.number == place.page:
            for line in page.lines:
                if (
                    line.top <= middle <= line.bottom
                    and line.x0 >= place.bbox[0] - 1
                    and line.x0 < place.bbox[2] + 150
                ):
                    rest = [word.strip("(),.:;-") for word in line.text.lower().split()]
                    return any(word and word not in told for word in rest)
    return False
