"""Who took part: the head's lists, the items' absences and the signatures, one row a person."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from pipeline.danish.absences import Absence, read_absence
from pipeline.danish.labels import head_kind
from pipeline.danish.names import Person, split_people
from pipeline.documents.minutes.rows import Row
from pipeline.reading import lines_with, mend, places_of
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

    members: list[tuple[Person, list[Line]]] = field(default_factory=list)
    """Listed as members or as present."""
    absent: list[tuple[Absence, list[Line]]] = field(default_factory=list)
    """Listed as absent in the head."""
    signed: list[tuple[Person, str | None, list[Line]]] = field(default_factory=list)
    """Signatures with the role under the name."""
    listed: bool = False
    """Whether the head has a list of members at all."""


def read_roll(head: Sequence[Row], tail: Sequence[Row]) -> Roll:
    """Read the lists of people in the head and the signatures in the tail."""
    roll = Roll()
    kind: str | None = None
    gathered: list[Line] = []
    columns: list[tuple[float, str]] = []
    for row in head:
        side_by_side = _label_columns(row)
        if side_by_side:
            _add(roll, kind, gathered)
            kind, gathered, columns = None, [], side_by_side
            roll.listed = roll.listed or any(name == "present" for _, name in columns)
            continue
        label, lines = _label_and_value(row)
        if label is not None:
            _add(roll, kind, gathered)
            kind, gathered, columns = label, lines, []
            roll.listed = roll.listed or label == "present"
            continue
        if (kind in ("present", "absent") or columns) and _ends_list(row):
            _add(roll, kind, gathered)
            kind, gathered, columns = None, [], []
            continue
        if columns:
            for line in row.lines:
                _add(roll, min(columns, key=lambda column: abs(column[0] - line.x0))[1], [line])
        elif kind is not None:
            gathered.extend(row.lines)
    _add(roll, kind, gathered)
    _read_signatures(roll, tail)
    return roll


def _label_columns(row: Row) -> list[tuple[float, str]]:
    """Left edge and kind of each label, where a row is nothing but two labels side by side."""
    if len(row.lines) < 2:
        return []
    kinds = [_kind_of(line.text) for line in row.lines]
    if not all(kinds):
        return []
    return [(line.x0, kind) for line, kind in zip(row.lines, kinds, strict=True) if kind]


def _kind_of(text: str) -> str | None:
    return "absent" if ABSENT_LABEL.fullmatch(text.strip()) else head_kind(text)


ABSENT_LABEL = re.compile(
    r"^(?:afbud(?:\s*/\s*fraværende)?|fraværende(?:\s*/\s*afbud|\s+med\s+afbud|\s+uden\s+afbud|\s+medlemmer)?|ikke\s+til\s*stede|fravær|mødt\s+ikke)\s*(?::|$|fra\b)",
    re.IGNORECASE,
)


def _label_and_value(row: Row) -> tuple[str | None, list[Line]]:
    """The head label that a row is or begins with, and the lines of the value behind it."""
    text = row.text
    absent = ABSENT_LABEL.match(text)
    if absent:
        rest = text[absent.end() :].strip(" :")
        if not rest:
            return "absent", []
        return "absent", lines_with(row.lines, rest) if ":" in text or len(row.lines) > 1 else list(row.lines)
    whole = head_kind(text)
    if whole is not None:
        return whole, []
    if len(row.lines) > 1:
        kind = head_kind(row.lines[0].text)
        if kind is not None:
            return kind, row.lines[1:]
    label, colon, value = text.partition(":")
    if colon and value.strip():
        kind = head_kind(label)
        if kind is not None:
            return kind, lines_with(row.lines, value.strip())
    return None, []


def _ends_list(row: Row) -> bool:
    """Whether a row is no more of a list of names: a heading, a sentence, a date."""
    if row.bold and row.size > 11.5 and head_kind(row.text) is None:
        return True
    words = row.text.split()
    return len(words) > 30 or bool(re.search(r"\d{3,}", row.text))


def _add(roll: Roll, kind: str | None, lines: list[Line]) -> None:
    """Enter the names of a list; where it runs on with commas its lines are read as one."""
    if not lines or kind not in ("present", "absent"):
        return
    running = any("," in line.text for line in lines) and len(lines) > 1 and _runs_on(lines)
    groups = [lines] if running or kind == "absent" else [[line] for line in lines]
    for group in groups:
        text = mend(line.text for line in group)
        if kind == "present":
            for person in split_people(text):
                roll.members.append((person, _lines_of(person.name, group)))
        else:
            for absence in read_absence(text) or read_absence(f"Fraværende: {text}") or ():
                roll.absent.append((absence, _lines_of(absence.name, group)))


def _runs_on(lines: list[Line]) -> bool:
    """Whether a list goes on over its lines' ends: most lines but the last hold several names or end with a comma."""
    several = [line.text.count(",") >= 2 or line.text.rstrip().endswith((",", " og")) for line in lines[:-1]]
    return sum(several) >= len(several) / 2


def _lines_of(name: str, lines: list[Line]) -> list[Line]:
    """The lines that hold a name, cut to its words: a name in a narrow column goes on over a line's end."""
    return lines_with(lines, name) or lines[:1]


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
        roll.signed.append(
            (people[0], below.text if below else people[0].role, _lines_of(people[0].name, [line]))
        )


@dataclass(slots=True)
class ItemAbsence:
    """An absence printed under an item."""

    item: int
    """Position of the item, counted from 0."""
    absence: Absence
    lines: list[Line]
    """Where the name stands; empty where it was not found in one piece."""


@dataclass(slots=True)
class _Row:
    person: Person
    lines: list[Line]
    """Where the person is named first."""
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
    for person, lines in roll.members:
        _merge(rows, _Row(person, lines, Presence.present, person.role, head_present=True))
    for absence, lines in roll.absent:
        if absence.is_substitute:
            _merge(rows, _Row(_person(absence), lines, Presence.present, None, substitute=True))
            continue
        row = _merge(rows, _Row(_person(absence), lines, _whole(absence), None))
        row.status = _whole(absence)
        row.head_present = False
    for person, role, lines in roll.signed:
        row = _merge(rows, _Row(person, lines, Presence.signed, role))
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
            name=row.person.name,
            role=row.role,
            party=row.person.party,
            status=row.status,
            at=places_of(row.lines),
        )
        for row in rows
    )


def _merge_item(rows: list[_Row], under: ItemAbsence, listed: bool) -> None:
    absence = under.absence
    lines = under.lines
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
    row.lines = row.lines or new.lines
    row.role = row.role or new.role
    return row
