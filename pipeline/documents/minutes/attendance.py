"""Who took part: the head's lists, the items' absences and the signatures, one row a person."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache

from rapidfuzz import fuzz

from pipeline.danish.absences import ABSENCE_LABEL, Absence, read_absence
from pipeline.danish.labels import read_label
from pipeline.danish.pattern import Pattern
from pipeline.danish.people import Person
from pipeline.danish.subjects import STANDS_IN
from pipeline.documents.minutes.namelists import absences_under
from pipeline.documents.minutes.roll import Roll
from pipeline.documents.minutes.sections import PROSE, Passage, is_nothing, paragraphs_of
from pipeline.reading import lines_with, places_of
from schemas.minutes import Attendance
from schemas.page import Line
from schemas.vocabulary import Presence, Role

SAME_PERSON = 90.0
"""Two spellings so alike (RapidFuzz ratio) are one person at one meeting: "Nechitoi" and "Neuhitoi" are 88,
"Agnete Fog" and "Agnete Fogh" 95; "Per Jensen" and "Pia Jensen" 80."""


@dataclass(slots=True)
class ItemAbsence:
    """An absence printed under an item."""

    item: int
    """Position of the item, counted from 0."""
    absence: Absence
    lines: list[Line]
    """Where the name stands; empty where it was not found in one piece."""
    whole: bool = False
    """Whether it is told of the meeting and not of the item: under "Fremmøde", by an item called "Fraværende"."""


def absences_of(passage: Passage, position: int) -> Iterator[ItemAbsence]:
    """The people of an item's section that says who was away.

    Args:
        passage: The section.
        position: The item's, counted from 0.
    """
    if is_nothing(passage.text):
        return
    rest = (
        lines_with(passage.label_rows[-1].lines, passage.rest) if passage.rest and passage.label_rows else []
    )
    rows = [*([rest] if rest else []), *(row.lines for row in passage.rows)]
    label = passage.label.label if passage.label else "Fraværende"
    for absence, lines in absences_under(label, rows):
        yield ItemAbsence(position, absence, lines, whole="fremmøde" in label.lower())


def without_closing(
    passages: Sequence[Passage], position: int, members: Sequence[str]
) -> tuple[list[Passage], list[ItemAbsence]]:
    """An item's passages without what its last lines say of absent members, where the decision stands further up.

    Args:
        passages: The item's.
        position: The item's, counted from 0.
        members: Names of the body's members: nobody else is told so.
    """
    last = passages[-1] if passages else None
    decided = any(passage.role is Role.decision for passage in passages)
    if last is None or not decided or last.role not in (*PROSE, Role.proposal) or last.role is Role.history:
        return list(passages), []
    found: list[ItemAbsence] = []
    rows = len(last.rows)
    for paragraph in reversed(paragraphs_of(last)):
        absent = read_absence(paragraph.text, members) if rows else None
        if not absent or not all(any(same_person(one.name, m) for m in members) for one in absent):
            break
        rows -= len(paragraph.rows)
        found.extend(ItemAbsence(position, one, lines_with(paragraph.lines, one.name)) for one in absent)
    return [*passages[:-1], replace(last, rows=last.rows[:rows])] if found else list(passages), found


def absence_lines_of(passage: Passage, position: int) -> Iterator[ItemAbsence]:
    """Lines "Fraværende: Ida Holm" that stand behind a section of short values."""
    for row in passage.rows:
        if ABSENCE_LABEL.match(row.text) and ":" in row.text:
            for absence in read_absence(row.text) or ():
                yield ItemAbsence(position, absence, lines_with(row.lines, absence.name))


def is_about_absent(title: str) -> bool:
    """Whether an item is called "Fraværende" or "Afbud": what was decided are the names."""
    if ABOUT_ABSENT.match(title):
        return True
    label = read_label(title)
    return label is not None and label.role is Role.absent and label.likeness >= SAME_WORDS


ABOUT_ABSENT = Pattern(
    "item-about-absent",
    r"^(?:fraværende|afbud|fravær)(?:\s+og\b|\s*[,/])",
    matches=["Fraværende og bemærkninger til dagsordenen", "Afbud, meddelelser", "Fravær / afbud"],
    not_matches=["Fraværspolitik", "Fraværende: Ida Holm"],
)
"""The title of an item under which the absent are told."""

ABOUT_ATTENDANCE = Pattern(
    "item-about-attendance",
    r"^(?:(?:mødets|dagens)\s+)?(?:deltagere|fremmød(?:e|te)|mødedeltagelse|mødedeltagere|navneopråb|(?:konstatering|registrering|notering)\s+af\s+(?:fremmøde|fravær\w*|deltagere|mødedeltagere|afbud))(?:\s+(?:og|i\s+mødet|til\s+mødet)\b.*|\s*[/,].*)?\W*$",
    matches=["Mødets deltagere", "Registrering af fremmøde", "Fremmøde og afbud", "Mødedeltagere"],
    not_matches=["Deltagere i projektet", "Fremmøde ved valget"],
)
"""The title of an item that tells who came to the meeting."""

SAME_WORDS = 99.0
"""Likeness of a label that has the lexicon's very words."""


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
    there: bool = False
    """Came late or left: there for a part of the meeting."""
    substitute: bool = False
    """Stood in for a member; somebody who has an office or is called a member does not."""


def attendance_of(roll: Roll, absences: Iterable[ItemAbsence], decided: Set[int]) -> tuple[Attendance, ...]:
    """One row a person, from the lists and the items.

    Where the head says present and the items absent, the items win: the person is `partial`. Who is absent under every
    item that says anything, and is not listed present, is absent for the whole meeting.

    Args:
        roll: What the head and the signatures say.
        absences: What the items say.
        decided: Positions of the items under which anything is decided or anybody absent: the others tell nothing.
    """
    rows: list[_Row] = []
    for person, lines in roll.members:
        new = _Row(person, lines, Presence.present, person.role, head_present=True)
        if roll.lists == 1 and not any(_folded(row.person.name) == _folded(person.name) for row in rows):
            rows.append(new)  # one list names two people however alike their names are
        else:
            _merge(rows, new)
    for absence, lines in roll.absent:
        if absence.is_substitute:
            _merge(rows, _Row(_person(absence), lines, Presence.present, None, substitute=True))
            if absence.substitute_for is None:
                continue
            absence = _replaced(absence.substitute_for)
            if any(same_person(row.person.name, absence.name) and _away(row) for row in rows):
                continue
        row = _merge(rows, _Row(_person(absence), lines, _whole(absence), absence.role))
        row.status = _whole(absence)
        row.head_present = False
    for person, role, lines in roll.signed:
        row = _merge(rows, _Row(person, lines, Presence.signed, role))
        row.role = row.role or role
    for under in absences:
        _merge_item(rows, under, decided)
    for row in rows:
        if row.items and row.status is not Presence.absent and row.status is not Presence.excused:
            whole = not row.head_present and not row.there and decided <= row.items
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
            substitute=row.substitute or bool(row.role and STANDS_IN.search(row.role)),
            at=places_of(row.lines),
        )
        for row in rows
    )


def _replaced(name: str) -> Absence:
    """Somebody of whom only is said who came instead."""
    return Absence(name, Presence.absent)


def _away(row: _Row) -> bool:
    return row.status in (Presence.absent, Presence.excused) and not row.head_present


def _merge_item(rows: list[_Row], under: ItemAbsence, decided: Set[int]) -> None:
    absence = under.absence
    lines = under.lines
    if absence.is_substitute:
        _merge(rows, _Row(_person(absence), lines, Presence.present, None, substitute=True))
        if absence.substitute_for is None:
            return
        absence = _replaced(absence.substitute_for)
    if absence.status is Presence.present:
        _merge(rows, _Row(_person(absence), lines, Presence.present, absence.role, head_present=True))
        return
    row = _merge(rows, _Row(_person(absence), lines, Presence.partial, None))
    if not absence.under_item:
        row.there, row.status = True, Presence.partial
        return
    row.items.add(under.item)
    if under.whole and absence.status is not Presence.partial:
        row.items.update(decided)
        row.head_present = False
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


@lru_cache(maxsize=1024)
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
    row.substitute = row.substitute or (new.substitute and row.role is None)
    row.role = row.role or new.role
    return row
