"""A meeting's JSON into what the site states of it."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.batch.pull.kinds.fields import Part, given, many, moment, parts_of, truth, words
from pipeline.danish.absences import read_absence
from pipeline.danish.dates import find_dates
from schemas.stated import Stated, StatedItem, StatedPerson
from schemas.vocabulary import Presence, Role


def stated_of(
    agenda: object, address: str, municipality: str | None, committee: str | None, listed: Mapping[str, Any]
) -> Stated:
    """What a site states of a meeting.

    Args:
        agenda: Its answer for the meeting.
        address: Where it gave that.
        municipality: Whose site it is.
        committee: The committee's name in the list.
        listed: The meeting in the list.
    """
    meeting = given(agenda, "Moede", "Møde", "Meeting")
    day, clock = moment(given(meeting, "Dato", "MeetingBeginUtc") or given(listed, "Dato", "MeetingBeginUtc"))
    return Stated(
        address=address,
        municipality=municipality,
        title=words(given(meeting, "Navn")) or words(given(listed, "Navn")),
        committee=words(given(given(agenda, "Udvalg"), "Navn", "Name")) or committee,
        date=day,
        start_time=clock,
        place=words(given(meeting, "Sted", "Lokation")) or words(given(listed, "Sted")),
        people=tuple(_people(meeting)),
        items=tuple(_items(agenda, day)),
    )


def _items(agenda: object, day: dt.date | None) -> Iterator[StatedItem]:
    for item in many(given(agenda, "Dagsordenpunkter", "Punkter")):
        title = words(given(item, "Navn", "Caption", "Titel", "Overskrift"))
        if title is None:
            continue
        parts = list(_parts(item))
        closed = truth(given(item, "Lukket", "IsClosed"))
        opened = truth(given(item, "IsOpen", "Aaben", "Åben"))
        yield StatedItem(
            number=words(given(item, "Punktnummer", "Number", "Nummer")),
            title=title,
            case_number=words(given(item, "SagsNummer", "CaseNumber", "Sagsnr")),
            open=opened if opened is not None else None if closed is None else not closed,
            proposal=_text(parts, Role.proposal),
            decision=_text(_own(parts, day), Role.decision),
            absent=tuple(dict.fromkeys(name for part in parts for name in _absent(part))),
            attachments=tuple(
                name
                for one in many(given(item, "Bilag"))
                if (name := words(given(one, "Navn", "Name", "Titel")))
            ),
        )


def _parts(item: object) -> Iterator[Part]:
    """The labelled parts of an item: its fields, and those that stand in fields of their own."""
    for part in many(given(item, "Felter")):
        html = given(part, "Html", "Tekst", "Text")
        if isinstance(html, str):
            yield from parts_of(html, words(given(part, "Navn", "Name", "Overskrift", "Titel")))
    for label, names in _OWN_FIELDS.items():
        value = given(item, *names)
        html = given(value, "Html", "Tekst", "Text", "Beslutning") if isinstance(value, Mapping) else value
        if isinstance(html, str):
            yield from parts_of(html, label)


_OWN_FIELDS = {"Beslutning": ("Beslutning", "ItemDecision", "Decision"), "Indstilling": ("Indstilling",)}
"""Labels of the fields that an item may have outside its list of fields."""


def _text(parts: list[Part], role: Role) -> str | None:
    """The words of all parts of a role, each once."""
    return "\n".join(dict.fromkeys(part.text for part in parts if part.role is role)) or None


def _own(parts: list[Part], day: dt.date | None) -> list[Part]:
    """The decisions of this meeting, where an item also tells what other bodies and earlier meetings decided."""
    decisions = [part for part in parts if part.role is Role.decision]
    dated = [[mention.date for mention in find_dates(part.tail or "")] for part in decisions]
    today = [part for part, days in zip(decisions, dated, strict=True) if day in days]
    bare = [part for part in decisions if not part.body and not part.tail]
    undated = [part for part, days in zip(decisions, dated, strict=True) if not days]
    return today or bare or undated or decisions[-1:]


def _absent(part: Part) -> Iterator[str]:
    if part.role is Role.absent:
        for line in part.text.split("\n"):
            for one in read_absence(line) or read_absence(f"Fraværende: {line}") or ():
                if not one.is_substitute:
                    yield one.name


def _people(meeting: object) -> Iterator[StatedPerson]:
    """Whom the site names, from lists of people and from lists of those who were away."""
    named: dict[str, StatedPerson] = {}
    for names, status in _LISTS:
        for name in names:
            for one in _list(given(meeting, name)):
                person = _person(one, status)
                if person and (person.name not in named or person.status is not None):
                    named[person.name] = person
    yield from named.values()


_LISTS = (
    (("Moededeltagere", "Mødedeltagere", "Deltagere", "Medlemmer"), None),
    (("Tilstede", "Fremmoedte"), Presence.present),
    (("Fravaerende", "Fraværende", "Fravaer"), Presence.absent),
    (("Afbud",), Presence.excused),
)
"""Lists that a meeting may have, and what standing in one says."""


def _list(value: object) -> Iterator[Any]:
    """People one by one, also where they stand in one line of words."""
    if isinstance(value, str):
        yield from re.split(r"[,;\n]|<br\s*/?>|\bog\b", value)
    yield from many(value)


def _person(value: object, status: Presence | None) -> StatedPerson | None:
    name = words(value) or words(given(value, "Navn", "Name", "FuldeNavn", "DisplayName"))
    if name is None:
        return None
    role = words(given(value, "Rolle", "Role", "Titel", "Title", "Funktion"))
    return StatedPerson(name=name, role=role, status=status or _status(value))


def _status(value: object) -> Presence | None:
    """What a person's own fields say of presence."""
    for names, when in _FLAGS:
        for name in names:
            said = truth(given(value, name))
            if said is not None:
                return when[said]
    told = (
        words(given(value, "Status", "Fremmoede", "Fremmøde", "Deltagelse", "AttendanceStatus")) or ""
    ).lower()
    for pattern, status in _STATUS_WORDS:
        if pattern.search(told):
            return status
    return None


_FLAGS = (
    (
        ("Tilstede", "ErTilstede", "Fremmoedt", "Deltog", "IsPresent", "Present"),
        (Presence.absent, Presence.present),
    ),
    (("Afbud", "HarMeldtAfbud"), (None, Presence.excused)),
    (("Fravaerende", "Fraværende", "IsAbsent", "Absent"), (Presence.present, Presence.absent)),
)
"""Fields of yes or no, with what no and yes mean."""

_STATUS_WORDS = (
    (re.compile(r"afbud|excused"), Presence.excused),
    (re.compile(r"frav[æa]|ikke til ?stede|absent|udebl"), Presence.absent),
    (re.compile(r"til ?stede|mødt|moedt|deltog|present"), Presence.present),
)
