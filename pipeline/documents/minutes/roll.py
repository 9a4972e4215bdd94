"""The lists of people in a head and under it: who belongs, who came, who did not, who signed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.danish.absences import Absence, read_absence
from pipeline.danish.labels import fold
from pipeline.danish.names import LETTER, is_person_name, party_names
from pipeline.danish.people import Person, cased, is_office, is_title, remarked, split_people
from pipeline.danish.sentences import split_sentences
from pipeline.documents.minutes.fields import SAME_COLUMN, Field, fields_of
from pipeline.documents.minutes.rows import Row
from pipeline.documents.minutes.signatures import name_lines, read_signatures
from pipeline.reading import line_of, mend
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


def read_roll(head: Sequence[Row], tail: Sequence[Row]) -> Roll:
    """Read the lists of people in the head and the signatures in the tail.

    Args:
        head: Rows before the first item.
        tail: Rows of the signatures, their label among them.
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
            _enter_absent(roll, one)
        elif one.kind is None:
            _enter_table(roll, one)
            _enter_sentences(roll, one)
    roll.listed = bool(roll.members) or any(one.kind == "present" for one in fields)
    roll.signed = read_signatures(tail)
    return roll


# Members


def _enter_members(roll: Roll, one: Field) -> None:
    if _enter_table(roll, one):
        return
    prefix = f"{one.label.strip(' :')} " if one.kind == "office" else ""
    for text, lines in _units(one.rows):
        for place, person in enumerate(split_people(text)):
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
        roll.absent.append((Absence(person.name, status, party=person.party), found))
        return
    told = read_absence(f"{person.name} {person.remark}") if person.remark else None
    roll.members.append((person, found))
    for absence in told or ():
        if not absence.is_substitute:
            roll.absent.append((absence._replace(party=person.party), found))


def _repeats(members: Field, absent: Field) -> bool:
    """Whether a list of members names somebody twice while none stands under the label of the absent."""
    if absent.rows or not members.rows:
        return False
    names = [fold(person.name) for text, _ in _units(members.rows) for person in split_people(text)]
    return len(set(names)) < len(names)


def _enter_flattened(roll: Roll, one: Field, label: str) -> None:
    """Two columns read as one list: members, then the absent among them once more."""
    seen: set[str] = set()
    for text, lines in _units(one.rows):
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


def _enter_absent(roll: Roll, one: Field) -> None:
    """The names under a label of the absent, or of substitutes; a sentence among them speaks for itself."""
    label = one.label.strip(" :")
    for text, lines in _units(one.rows):
        for start, end in split_sentences(text):
            said = text[start:end]
            told = read_absence(said)
            for absence in told if told is not None else read_absence(f"{label}: {said}") or ():
                roll.absent.append((absence, name_lines(absence.name, lines)))


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
            if found and not _covered(roll, found):
                roll.absent.extend((absence, name_lines(absence.name, lines)) for absence in found)
                break


def _covered(roll: Roll, found: Sequence[Absence]) -> bool:
    return all(any(one == absence for one, _ in roll.absent) for absence in found)


# Tables with a row of labels

COLUMN_WORDS = {
    "name": ("navn", "medlem", "medlemmer", "deltager", "deltagere", "mødedeltager", "navne"),
    "party": ("parti", "liste", "partibogstav", "gruppe", "partiliste", "listebogstav"),
    "role": ("hverv", "rolle", "funktion", "titel", "post", "stilling"),
    "status": ("status", "fremmøde", "deltagelse", "bemærkning", "bemærkninger", "deltog", "mødestatus"),
    "present": ("til stede", "tilstede", "mødt", "fremmødt"),
    "absent": ("fraværende", "fravær", "ikke til stede", "ej mødt"),
    "excused": ("afbud",),
}
"""What stands over the columns of a table of members; the last three are ticked."""

TICK = re.compile(r"^(?:x|ja|✓|✔|v|•|√|☒|☑|)$", re.IGNORECASE)


def _column_of(text: str) -> str | None:
    folded = fold(text)
    return next((kind for kind, words in COLUMN_WORDS.items() if folded in words), None)


def _enter_table(roll: Roll, one: Field) -> bool:
    """Read a table of members with a row of labels over it; False where there is none."""
    for place, row in enumerate(one.rows):
        kinds = [_column_of(line.text) for line in row]
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
    _enter_member(roll, person, name_lines)
    return True


# Rows of names put together

TAG = re.compile(rf"^[(\[]?\s*(?:{LETTER}|{party_names()})\s*[)\]]?$")


def _units(rows: Sequence[Sequence[Line]]) -> Iterator[tuple[str, list[Line]]]:
    """A list as texts that each hold whole names: columns apart, names that go over a line's end mended."""
    cells = [_merged(row) for row in _at_edges(rows)]
    if sum(len(row) > 1 for row in cells) >= 1 and not any(_runs_on_row(row) for row in cells):
        edges = sorted({round(cell[0].x0) for row in cells for cell in row})
        columns: list[float] = []
        for edge in edges:
            if not columns or edge - columns[-1] > SAME_COLUMN:
                columns.append(edge)
        for column in columns:
            yield from _stacked(
                [cell for row in cells for cell in row if -2 <= cell[0].x0 - column <= SAME_COLUMN]
            )
        return
    yield from _stacked([[line for cell in row for line in cell] for row in cells])


def _at_edges(rows: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Rows whose lines are cut where other rows begin a column: two names may stand too close to be told apart."""
    edges = {line.x0 for row in rows for line in row[1:]}
    if not edges:
        return [list(row) for row in rows]
    found = []
    for row in rows:
        cells: list[Line] = []
        for line in row:
            cut = next(
                (number for number in range(2, len(line.words)) if _begins_column(line, number, edges)), None
            )
            if cut is None:
                cells.append(line)
            else:
                cells += [
                    line_of(list(words), line.page, line.row)
                    for words in (line.words[:cut], line.words[cut:])
                ]
        found.append(cells)
    return found


AT_EDGE = 0.8
"""Points within which a word begins at a column's edge."""


def _begins_column(line: Line, number: int, edges: set[float]) -> bool:
    """Whether a line's word begins the next column: at an edge, behind a whole name."""
    return any(abs(line.words[number].x0 - edge) <= AT_EDGE for edge in edges) and all(
        is_person_name(cased(people[0].name)) if (people := split_people(text)) else False
        for text in (
            " ".join(word.text for word in words) for words in (line.words[:number], line.words[number:])
        )
    )


def _runs_on_row(row: Sequence[Sequence[Line]]) -> bool:
    """Whether a row is a running list, parted by wide spaces only where the setting stretched it."""
    return len(row) > 1 and any(cell[-1].text.rstrip().endswith((",", ";", " og")) for cell in row[:-1])


def _merged(row: Sequence[Line]) -> list[list[Line]]:
    """The cells of a row: a party or an office that stands alone belongs to the name before it."""
    cells: list[list[Line]] = []
    for line in row:
        alone = TAG.match(line.text) or is_office(line.text) or remarked(line.text) is not None
        before_is_office = bool(cells) and all(is_office(one.text) for one in cells[-1])
        if cells and (alone or before_is_office):
            cells[-1].append(line)
        else:
            cells.append([line])
    return cells


def _text_of(cell: Sequence[Line]) -> str:
    """A cell's words, a party or an office alone set off so that it is read as one."""
    text = ""
    for line in cell:
        words = " ".join(line.text.split())
        if not text:
            text = words
        elif re.fullmatch(LETTER, words) or re.fullmatch(party_names(), words):
            text = f"{text} ({words})"
        elif is_office(words) or remarked(words) is not None:
            text = f"{text}, {words}"
        else:
            text = f"{text} {words}"
    return text


def _stacked(cells: Sequence[Sequence[Line]]) -> Iterator[tuple[str, list[Line]]]:
    """Cells one under the other: each a person, or lines of a running list."""
    texts = [_text_of(cell) for cell in cells]
    running = len(texts) > 1 and _is_running(texts)
    text, lines = "", list[Line]()
    for one, cell in zip(texts, cells, strict=True):
        if text and not (running or _continues(text, one)):
            yield text, lines
            text, lines = "", []
        text = mend([text, one]) if text else one
        lines = [*lines, *cell]
    if text:
        yield text, lines


def _is_running(texts: Sequence[str]) -> bool:
    """Whether a list goes on over its lines' ends: most lines but the last hold several names or end with a comma."""
    several = [
        (re.search(r"[,;]|\bog\b", one) is not None and len(split_people(one)) >= 2)
        or one.rstrip().endswith((",", ";", " og", " samt"))
        for one in texts[:-1]
    ]
    return sum(several) >= len(several) / 2


def _continues(before: str, following: str) -> bool:
    """Whether a line goes on with the name on the line above."""
    if before.rstrip().endswith((",", " og", "-", "(", "/")) or before.count("(") > before.count(")"):
        return True
    if re.match(r"[(\[,]", following) or TAG.match(following):
        return True
    if is_office(following) or remarked(following) is not None:
        return False
    if re.search(r"[.:]$", before):
        return False
    single = re.match(r"[A-ZÆØÅ][\wæøåéöü.-]+(?=\s*(?:[(\[,]|$))", following) is not None
    last = re.search(r"(?:^|[,;]\s+)(?P<word>[A-ZÆØÅ][\wæøåéöü-]+)$", before)
    broken = last is not None and not (is_office(last["word"]) or TAG.match(last["word"]))
    return (single and "(" not in before.rsplit(",", 1)[-1]) or broken or following[:1].islower()
