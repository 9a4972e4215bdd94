"""The lists of people in a head and under it: who belongs, who came, who did not, who signed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.danish.absences import Absence, read_absence, stood_in, without_absences
from pipeline.danish.everybody import ALL_LISTED_BUT
from pipeline.danish.labels import fold, head_kind
from pipeline.danish.names import is_person_name
from pipeline.danish.pattern import Pattern
from pipeline.danish.people import Person, cased, is_title, remarked, split_people
from pipeline.documents.minutes.fields import SAME_COLUMN, Field, fields_of
from pipeline.documents.minutes.member_rows import TICK, column_of
from pipeline.documents.minutes.namelists import (
    absences_under,
    is_sentence,
    party_in_front,
    units_of,
    without_group,
)
from pipeline.documents.minutes.row import Row
from pipeline.documents.minutes.signatures import name_lines, read_signatures
from pipeline.reading import mend
from schemas.page import Line
from schemas.vocabulary import Presence


@dataclass(slots=True)
class Roll:
    """What the head and the signatures say."""

    members: list[tuple[Person, list[Line]]] = field(default_factory=list)
    """Listed as members or as present."""
    absent: list[tuple[Absence, list[Line]]] = field(default_factory=list)
    """Listed as absent in the head, or as standing in."""
    signed: list[tuple[Person, str | None, list[Line]]] = field(default_factory=list)
    """Signatures with the role under the name."""
    listed: bool = False
    """Whether the head has a list of members at all."""
    lists: int = 0
    """How many it has."""


def read_roll(head: Sequence[Row], tail: Sequence[Row], numbers: Sequence[str] = ()) -> Roll:
    """Read the lists of people in the head and the signatures in the tail.

    Args:
        head: Rows before the first item.
        tail: Rows of the signatures, their label among them.
        numbers: Of the items in printed order.
    """
    roll = Roll()
    fields = fields_of(head)
    for place, one in enumerate(fields):
        after = fields[place + 1] if place + 1 < len(fields) else None
        before = fields[place - 1] if place else None
        if one.kind == "present" and after is not None and after.kind == "absent" and _repeats(one, after):
            _enter_flattened(roll, one, after.label)
        elif one.kind == "absent" and before is not None and before.kind == "present" and not before.rows:
            _enter_flattened(roll, one, one.label)
        elif one.kind in ("present", "office"):
            _enter_members(roll, one)
        elif one.kind in ("absent", "substitutes"):
            _enter_absent(roll, one, numbers)
        elif one.kind is None:
            if not _enter_table(roll, one):
                _enter_remarked(roll, one)
            _enter_sentences(roll, one)
        elif one.kind == "other":
            _enter_remarks(roll, one)
    roll.lists = sum(one.kind == "present" and bool(one.rows) for one in fields)
    roll.listed = bool(roll.members) or any(one.kind == "present" for one in fields)
    signed = next((n for n, row in enumerate(tail) if head_kind(row.text) == "signatures"), len(tail))
    for row in tail[:signed]:  # "Mødet hævet kl. 20.35", "Fraværende: Ida Holm"
        _enter_sentences(roll, Field(None, "", None, [row.lines]))
    roll.signed = read_signatures(tail)
    return roll


# Members


AWAY = Pattern(
    "names-tell-who-was-away",
    r"\bvar\s+(?:fraværende|forhindret)\b|\.\s+(?:I\s+stedet|Afbud|Fraværende)\b",
    matches=["Ida Holm var fraværende", "Per Lund. I stedet mødte"],
    not_matches=["Ida Holm", "var til stede"],
    flags=re.NOFLAG,
)
"""What a row of a list has where it is no name but sentences about who was away."""


PARTLY = Pattern(
    "names-there-for-a-part",
    r"^(?:(?:deltog|deltager|til\s*stede|mødte)\s+)?(?:kun\s+|først\s+)?(?:fra|til|indtil|under|i)(?:\s+og\s+med)?\s+(?:kl\.?|punkt\w*|pkt\.?|sag\w*)\s*\d",
    matches=["fra kl. 17.15", "deltog under punkt 1-2", "til kl. 18"],
    not_matches=["fra Venstre", "deltog"],
)
"""Behind a name: that somebody was there for a part."""


def _enter_members(roll: Roll, one: Field) -> None:
    if _enter_table(roll, one):
        return
    but = ALL_LISTED_BUT.match(one.text)
    for absence in read_absence(f"Fraværende: {but['who']}") or () if but else ():
        roll.absent.append((absence, name_lines(absence.name, one.lines)))
    if but:
        return
    prefix = f"{one.label.strip(' :')} " if one.kind == "office" else ""
    for text, lines in units_of(one.rows):
        if (AWAY.search(text) or is_sentence(text)) and not prefix:
            # "Ida Holm (A) var fraværende. I stedet deltog Per Lund (A)"
            text, told = without_absences(text)
            told = told or list(read_absence(text) or ())
            text = "" if told and read_absence(text) is not None else text
            roll.absent.extend((absence, name_lines(absence.name, lines)) for absence in told)
        party, text = party_in_front(text)
        for place, person in enumerate(split_people(without_group(text))):
            person = person._replace(party=person.party or party)
            if place == 0 and prefix and person.role is None:
                person = person._replace(role=prefix.strip())
            _enter_member(roll, person, lines)


def _enter_member(roll: Roll, person: Person, lines: list[Line]) -> None:
    """A member with what is remarked of him; an employee or guest, or what is no name, is left out."""
    if person.official is not None or not is_person_name(cased(person.name)):
        return
    found = name_lines(person.name, lines)
    status = remarked(person.remark) if person.remark else None
    if status in (Presence.absent, Presence.excused):
        roll.absent.append((Absence(person.name, status, party=person.party, role=person.role), found))
        return
    afbud, _, instead = person.remark.partition(", ")
    status = remarked(afbud) if instead else None
    if status in (Presence.absent, Presence.excused):  # "Ida Holm: Afbud (stedfortræder Bo Vang)"
        roll.absent.append((Absence(person.name, status, party=person.party, role=person.role), found))
        roll.absent.extend((one, name_lines(one.name, lines)) for one in stood_in(f"({instead})"))
        return
    told = read_absence(f"{person.name} {person.remark}") if person.remark else None
    roll.members.append((person, found))
    if not told and PARTLY.match(person.remark):
        told = (Absence(person.name, Presence.partial),)
    for absence in told or ():
        if not absence.is_substitute or absence.substitute_for is not None:
            roll.absent.append((absence._replace(party=person.party), found))


def _repeats(members: Field, absent: Field) -> bool:
    """Whether a list of members names somebody twice while none stands under the label of the absent."""
    if absent.rows or not members.rows:
        return False
    names = [fold(person.name) for text, _ in units_of(members.rows) for person in split_people(text)]
    return len(set(names)) < len(names)


def _enter_flattened(roll: Roll, one: Field, label: str) -> None:
    """Two columns read as one list: members, then the absent among them once more."""
    seen: set[str] = set()
    for text, lines in units_of(one.rows):
        for person in split_people(text):
            key = fold(person.name)
            if key in seen:
                absence = Absence(person.name, _status_of(label), party=person.party)
                roll.absent.append((absence, name_lines(person.name, lines)))
            else:
                _enter_member(roll, person, lines)
            seen.add(key)


# The absent


def _status_of(label: str) -> Presence:
    folded = fold(label)
    excused = folded.startswith(("afbud", "forfald", "meldt afbud")) or folded.endswith(
        ("med afbud", "/afbud")
    )
    return Presence.excused if excused and "uden" not in folded.split() else Presence.absent


def _enter_absent(roll: Roll, one: Field, numbers: Sequence[str]) -> None:
    """The names under a label of the absent, or of substitutes."""
    roll.absent.extend(absences_under(one.label, one.rows, numbers))


def _enter_sentences(roll: Roll, one: Field) -> None:
    """Sentences about absence that stand under no label: "Der var afbud fra Ida Holm."."""
    rows = [row for row in one.rows if row]
    for start in range(len(rows)):
        for end in range(min(start + 3, len(rows)), start, -1):
            lines = [line for row in rows[start:end] for line in row]
            text = mend(line.text for line in lines)
            if len(text) > 500 or not re.match(r"[^\W\d_]", text):
                continue
            found = read_absence(text)
            if not found and text.endswith((".", ")")):
                found = tuple(without_absences(text)[1])
            if found and not _covered(roll, found):
                roll.absent.extend((absence, name_lines(absence.name, lines)) for absence in found)
                break


def _enter_remarks(roll: Roll, one: Field) -> None:
    """Sentences about absence among others under one label: "Bemærkninger: Der er afbud fra Ida Holm."."""
    found = read_absence(one.text) or without_absences(one.text)[1]
    if found and not _covered(roll, found):
        roll.absent.extend((absence, name_lines(absence.name, one.lines)) for absence in found)


def _covered(roll: Roll, found: Sequence[Absence]) -> bool:
    return all(any(one == absence for one, _ in roll.absent) for absence in found)


FEWEST_REMARKED = 2
"""So many rows of a name with whether it was there make a list of people, whatever stands above it."""


def _enter_remarked(roll: Roll, one: Field) -> None:
    """Rows without a label that tell of each whether he or she was there: "Ida Holm | Egehuset | Afbud"."""
    told = [
        (people[0]._replace(remark=row[-1].text), list(row[:1]))
        for row in one.rows
        if len(row) > 1
        and (remarked(row[-1].text) is not None or PARTLY.match(row[-1].text))
        and len(people := split_people(row[0].text)) == 1
        and is_person_name(cased(people[0].name))
    ]
    for person, lines in told if len(told) >= FEWEST_REMARKED else ():
        _enter_member(roll, person, lines)


# Tables with a row of labels


def _enter_table(roll: Roll, one: Field) -> bool:
    """Read a table of members with a row of labels over it; False where there is none."""
    for place, row in enumerate(one.rows):
        kinds = [column_of(line.text) for line in row]
        if len(row) >= 2 and all(kinds) and ("name" in kinds or one.kind == "present"):
            columns = [(line.x0, kind or "") for line, kind in zip(row, kinds, strict=True)]
            for cells in one.rows[place + 1 :]:
                if not _enter_cells(roll, columns, cells):
                    break
            return True
    return False


def _enter_cells(roll: Roll, columns: Sequence[tuple[float, str]], cells: Sequence[Line]) -> bool:
    told: dict[str, str] = {}
    name_lines: list[Line] = []
    for line in cells:
        kind = ([kind for x0, kind in columns if line.x0 >= x0 - SAME_COLUMN] or [""])[-1]
        told[kind] = f"{told[kind]} {line.text}" if kind in told else line.text
        if kind == "name":
            name_lines.append(line)
    people = split_people(told.get("name", ""))
    if len(people) != 1 or not is_person_name(cased(people[0].name)):
        return False
    person = people[0]
    role = told.get("role")
    if role and is_title(role):
        person = person._replace(official=role)
    elif role:
        person = person._replace(role=role)
    person = person._replace(party=person.party or told.get("party"))
    ticked = [
        kind for kind in ("excused", "absent", "present") if kind in told and TICK.match(told[kind].strip())
    ]
    if len(ticked) == 1:
        person = person._replace(remark={"excused": "afbud", "absent": "fraværende"}.get(ticked[0], ""))
    elif "status" in told:
        person = person._replace(remark=told["status"])
    elif "present" in told:
        # "Fremmødt: Ja", "Mødt: Afbud", "Til stede: Nej"
        said = told["present"].strip(" .")
        person = person._replace(remark="fraværende" if said.lower() == "nej" else said)
    _enter_member(roll, person, name_lines)
    return True
