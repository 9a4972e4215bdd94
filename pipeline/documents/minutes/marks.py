"""What an item's own rows say of it beside its text: its case number, whether it is open, of what type it is."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from pipeline.danish.case_numbers import find_case_numbers, read_case_number_line
from pipeline.danish.labels import fold, is_case_number_label
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.labelling import BARE_NUMBER, OPEN_ROW, RECORD, is_type_row, says_open
from pipeline.documents.minutes.row import Row
from pipeline.documents.minutes.sections import Passage, is_nothing
from pipeline.reading import mend
from schemas.vocabulary import Role

CLASS_LABEL = Pattern(
    "case-number-class-label",
    r"(?:j\.?\s?nr|jnr|journal|kle)",
    matches=["J.nr.", "Journalnr.", "KLE-nr."],
    not_matches=["Sagsnr.", "Sagsid."],
)
"""How a label begins that names a journal or class: a number that a Sagsnr. label tells counts before it."""


def case_number_of(rows: Sequence[Row]) -> str | None:
    """The case number that rows under, or above, a heading state."""
    text = " ".join(row.text for row in rows)
    if not text:
        return None
    first = None
    for row in rows:
        line = read_case_number_line(row.text)
        if line is None and (opened := OPEN_ROW.match(row.text)) and opened["rest"]:
            line = read_case_number_line(opened["rest"])
        if line is not None and line.value and CLASS_LABEL.match(line.label):
            first = first or line.value  # "J.nr. 00.01.00-A00-1-15", and perhaps "Sagsid. 15/1234" below
            continue
        if line is not None and line.value:
            return line.value
        if BARE_NUMBER.match(row.text):
            return row.text
    if first is not None:
        return first
    line = read_case_number_line(text)
    if line is not None and line.value:
        return line.value
    found = find_case_numbers(text)
    return found[0].value if found else None


def case_number_behind(passages: Sequence[Passage]) -> tuple[str | None, list[Passage]]:
    """A case number that stands behind a section's text, in a row of its own or under its own label; and what is left.

    Only with its label: a number alone at the end of a text may be of any case.
    """
    for place, passage in enumerate(passages):
        if passage.label is not None and is_case_number_label(passage.label.label):
            line = read_case_number_line(f"{passage.label.label}: {passage.text}")
            if line is not None and line.value and not line.rest:
                return line.value, [*passages[:place], *passages[place + 1 :]]
        last = passage.rows[-1] if passage.rows and passage.role is not Role.history else None
        line = read_case_number_line(last.text) if last is not None and not last.column else None
        if line is not None and line.label and line.value and not line.rest:
            kept = replace(passage, rows=passage.rows[:-1])
            return line.value, [*passages[:place], kept, *passages[place + 1 :]]
    return None, list(passages)


def said_open(case_rows: Sequence[Row], passages: Sequence[Passage]) -> bool | None:
    """Whether an item is open, by a row under its heading or by a label's value: "Åbent/lukket: Lukket"."""
    for row in case_rows:
        state = says_open(row.text)
        if state is not None:
            return state
    for passage in passages:
        if passage.label is not None and "lukket" in fold(passage.label.label):
            return says_open(_value(passage))
    return None


def item_type_of(case_rows: Sequence[Row], passages: Sequence[Passage]) -> str | None:
    """Of what type an item is, by a label's value or a row under its heading: "Beslutningssag"."""
    for passage in passages:
        value = _value(passage) if passage.role is Role.type else ""
        if value and not is_nothing(value):
            return value.rstrip(".")
    return next((row.text.strip(" .()") for row in case_rows if is_type_row(row)), None)


def _value(passage: Passage) -> str:
    """What stands beside a passage's label: in a table of labels what has no column is another row's."""
    if passage.rest or not passage.rows or passage.rows[0].column != "value":
        return passage.rest or passage.text
    return mend(row.text for row in takewhile(lambda row: row.column == "value", passage.rows))


def is_record(row: Row) -> bool:
    """Whether a row is such a label, alone or in front of a text."""
    return fold(row.text.partition(":")[0]) in RECORD


def with_records(passages: Sequence[Passage]) -> list[Passage]:
    """Passages with those that tell the meeting's course as decisions."""
    return [
        replace(passage, label=passage.label._replace(role=Role.decision))
        if passage.label is not None and fold(passage.label.label) in RECORD
        else passage
        for passage in passages
    ]
