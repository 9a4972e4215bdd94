"""Who took part: the head's lists, the items' absences and the signatures, one row a person."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from pipeline.danish.decisions import Absence, read_absence
from pipeline.danish.labels import head_kind
from pipeline.danish.names import Person, split_people
from pipeline.documents.minutes.rows import Row
from pipeline.reading import lines_with, places_of
from schemas.minutes import Attendance
from schemas.page import Line
from schemas.vocabulary import Presence

SAME_PERSON = 90.0
"""Two spellings so alike (RapidFuzz ratio) are one person at one meeting: "Nechitoi" and "Neuhitoi" are 88,
"Agnete Fog" and "Agnete Fogh" 95; "Per Jensen" and "Pia Jensen" 80."""

ROLE_WORDS = re.compile(
    r"^(?:1\.\s*|2\.\s*)?(?:formand|næstformand|viceformand|medlem|borgmester|viceborgmester|rådmand|udvalgsformand|suppleant|stedfortræder)\b(?:\s+for\b.*)?$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Roll:
    """What the head and the signatures say."""

    members: list[tuple[Person, Line]] = field(default_factory=list)
    """Listed as members or as present."""
    absent: list[tuple[Absence, Line]] = field(default_factory=list)
    """Listed as absent in the head."""
    signed: list[tuple[Person, str | None, Line]] = field(default_factory=list)
    """Signatures with the role under the name."""
    listed: bool = False
    """Whether the head has a list of members at all."""


def read_roll(head: Sequence[Row], tail: Sequence[Row]) -> Roll:
    """Read the lists of people in the head and the signatures in the tail."""
    roll = Roll()
    kind: str | None = None
    for row in head:
        label, value = _label_and_value(row)
        if label is not None:
            kind = label
            if label == "present":
                roll.listed = True
            if value:
                _add(roll, kind, value, row)
            continue
        if kind in ("present", "absent") and _ends_list(row):
            kind = None
            continue
        if kind is not None:
            for line in row.lines:
                _add(roll, kind, line.text, row, line)
    _read_signatures(roll, tail)
    return roll


ABSENT_LABEL = re.compile(
    r"^(?:afbud(?:\s*/\s*fraværende)?|fraværende(?:\s*/\s*afbud|\s+med\s+afbud|\s+uden\s+afbud|\s+medlemmer)?|ikke\s+til\s*stede|fravær|mødt\s+ikke)\s*(?::|$|fra\b)",
    re.IGNORECASE,
)


def _label_and_value(row: Row) -> tuple[str | None, str]:
    """The head label that a row is or begins with, and the value behind it."""
    text = row.text
    if ABSENT_LABEL.match(text):
        if row.column == "label":
            return "absent", ""
        value = re.sub(r"^[^:]*:\s*", "", text) if ":" in text else ABSENT_LABEL.sub("", text).strip()
        return ("absent", text if value else "")
    whole = head_kind(text)
    if whole is not None:
        return whole, ""
    label, colon, value = text.partition(":")
    if colon:
        kind = head_kind(label)
        if kind is not None:
            return kind, value.strip()
    first = row.lines[0].text
    if len(row.lines) > 1:
        kind = head_kind(first)
        if kind is not None:
            return kind, " ".join(line.text for line in row.lines[1:])
    return None, ""


def _ends_list(row: Row) -> bool:
    """Whether a row is no more of a list of names: a heading, a sentence, a date."""
    if row.bold and row.size > 11.5 and head_kind(row.text) is None:
        return True
    words = row.text.split()
    return len(words) > 30 or bool(re.search(r"\d{3,}", row.text))


def _add(roll: Roll, kind: str, text: str, row: Row, line: Line | None = None) -> None:
    if kind == "present":
        for person in split_people(text):
            roll.members.append((person, _line_of(person.name, line, row)))
    elif kind == "absent":
        found = read_absence(text) or read_absence(f"Fraværende: {text}") or ()
        for absence in found:
            roll.absent.append((absence, _line_of(absence.name, line, row)))


def _line_of(name: str, line: Line | None, row: Row) -> Line:
    found = lines_with([line] if line else row.lines, name)
    return found[0] if found else (line or row.first)


def _read_signatures(roll: Roll, tail: Sequence[Row]) -> None:
    """Names on a page of signatures, each with the role printed below it at the same left edge."""
    lines = [line for row in tail[1:] for line in row.lines]
    used: set[int] = set()
    for line in lines:
        if id(line) in used or ROLE_WORDS.match(line.text):
            continue
        people = split_people(line.text)
        if len(people) != 1:
            continue
        below = next(
            (
                other
                for other in lines
                if other.page == line.page
                and 0 < other.top - line.top < 2.2 * max(line.size, 8.0)
                and abs(other.x0 - line.x0) < 6
                and ROLE_WORDS.match(other.text)
            ),
            None,
        )
        if below is not None:
            used.add(id(below))
        roll.signed.append((people[0], below.text if below else people[0].role, _line_of(people[0].name, line, tail[0])))


@dataclass(slots=True)
class ItemAbsence:
    """An absence printed under an item."""

    item: int
    """Position of the item, counted from 0."""
    absence: Absence
    line: Line | None


@dataclass(slots=True)
class _Row:
    person: Person
    lines: list[Line]
    status: Presence
    role: str | None
    head_present: bool = False
    items: set[int] = field(default_factory=set)
    excused: bool = False
    substitute: bool = False


def attendance_of(roll: Roll, absences: Iterable[ItemAbsence], item_count: int) -> tuple[Attendance, ...]:
    """One row a person, from the lists and the items.

    Where the head says present and the items absent, the items win: the person is `partial`. Who is absent under every
    item that says anything, and is not listed present, is absent for the whole meeting.
    """
    rows: list[_Row] = []
    for person, line in roll.members:
        _merge(rows, _Row(person, [line], Presence.present, person.role, head_present=True))
    for absence, line in roll.absent:
        if absence.is_substitute:
            _merge(rows, _Row(_person(absence), [line], Presence.present, None, substitute=True))
            continue
        row = _merge(rows, _Row(_person(absence), [line], _whole(absence), None))
        row.status = _whole(absence)
        row.head_present = False
    for person, role, line in roll.signed:
        row = _merge(rows, _Row(person, [line], Presence.signed, role))
        row.role = row.role or role
    for under in absences:
        _merge_item(rows, under, bool(roll.listed))
    for row in rows:
        if row.items and row.status is not Presence.absent and row.status is not Presence.excused:
            whole = not row.head_present and len(row.items) >= max(1, item_count - 1)
            if row.head_present or not whole:
                row.status = Presence.partial
            else:
                row.status = Presence.excused if row.excused else Presence.absent
    return tuple(
        Attendance(
            name=row.person.name, role=row.role, party=row.person.party, status=row.status, at=places_of(row.lines[:1])
        )
        for row in rows
    )


def _merge_item(rows: list[_Row], under: ItemAbsence, listed: bool) -> None:
    absence = under.absence
    lines = [under.line] if under.line else []
    if absence.is_substitute:
        row = _merge(rows, _Row(_person(absence), lines, Presence.present, None, substitute=True))
        return
    row = _merge(rows, _Row(_person(absence), lines, Presence.partial, None))
    row.items.add(under.item)
    row.excused = row.excused or absence.status == "excused"


def _whole(absence: Absence) -> Presence:
    if absence.status == "partial":
        return Presence.partial
    return Presence.excused if absence.status == "excused" else Presence.absent


def _person(absence: Absence) -> Person:
    return Person(absence.name, absence.party, None)


def same_person(one: str, other: str) -> bool:
    """Whether two names at one meeting are one person's: alike, or one a part of the other."""
    a, b = _folded(one), _folded(other)
    if a == b or fuzz.ratio(a, b) >= SAME_PERSON:
        return True
    short, long = sorted((a.split(), b.split()), key=len)
    return len(short) >= 2 and short[0] == long[0] and short[-1] == long[-1]


def _folded(name: str) -> str:
    return re.sub(r"[\s.\-]+", " ", name).strip().lower()


def _merge(rows: list[_Row], new: _Row) -> _Row:
    """The row of the person, made where there is none; two candidates are no candidate."""
    exact = [row for row in rows if _folded(row.person.name) == _folded(new.person.name)]
    alike = exact or [row for row in rows if same_person(row.person.name, new.person.name)]
    if len(alike) != 1:
        rows.append(new)
        return new
    row = alike[0]
    if row.person.party is None and new.person.party is not None:
        row.person = row.person._replace(party=new.person.party)
    row.lines.extend(new.lines)
    row.role = row.role or new.role
    return row
