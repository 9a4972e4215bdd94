"""Items that no number in front of a title tells: by case numbers, first labels, or a title above its number."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.danish.headings import Heading, read_heading
from pipeline.danish.labels import fold
from pipeline.documents.minutes.heading_signs import Candidate
from pipeline.documents.minutes.labelling import Typography, is_case_number_row, label_of
from pipeline.documents.minutes.row import Row, is_number_with_word
from schemas.vocabulary import Role

LONGEST_TITLE = 3
"""So many rows a title takes at most."""

CLOSE = 0.85
"""White space in sizes between two rows of one title."""


class Start(NamedTuple):
    """Where an item without a number begins."""

    first: int
    """Of its title's first row, counted from 0; of its first label where it has no title."""
    heading: Heading
    rows: int
    """How many rows the title takes; 0 where it has none."""
    before: int
    """How many rows before the title are the item's: its case number."""


OTHER_NUMBER = re.compile(r"(?<=\d)\s+\([A-ZÆØÅ]{2,5}\s\d[\d/]*\)$")
"""Behind an item's number: the one it had at another body. Matches: "Sag nr. 19 (ØU 23/2010)"."""


def title_above(rows: Sequence[Row], index: int, typography: Typography) -> int:
    """How many rows straight above an item's number, alone in a row, are its title; 0 where none is.

    Args:
        rows: The document's.
        index: The number's.
        typography: How the document sets its labels.
    """
    if not is_number_with_word(OTHER_NUMBER.sub("", rows[index].text)):
        return 0
    return _title_rows(rows, index - 1, -1, typography)


FAR = 9
"""So many rows above a title its number may stand alone, with the case's number and who deals with it between."""


def _number_above(rows: Sequence[Row], index: int, typography: Typography) -> int:
    """How many rows above a title its number stands alone, nothing but short fields between; 0 where none does."""
    for count, row in enumerate(reversed(rows[max(0, index - FAR) : index]), 1):
        if is_number_row(row):
            return count if count > 1 else 0
        labelled = label_of(row, typography)
        told = labelled is not None and labelled.label.known and labelled.label.role is not Role.procedure
        if row.page != rows[index].page or told or (row.text.endswith(".") and ":" not in row.text):
            return 0
    return 0


def is_number_row(row: Row) -> bool:
    """Whether a row is an item's number with the word for it, and nothing else: "Punkt: 1"."""
    return not row.column and is_number_with_word(row.text)


def take_numbers_above(candidates: Sequence[Candidate], rows: Sequence[Row], typography: Typography) -> None:
    """Give each title without a number the one that stands alone above its case number: "Punkt: 1", "Sag 17/10"."""
    for candidate in candidates:
        if candidate.heading.number is None and typography.is_large(rows[candidate.index].size):
            candidate.before = _number_above(rows, candidate.index, typography)
            if candidate.before:
                number = read_heading(rows[candidate.index - candidate.before].text, in_contents=False).number
                candidate.heading = candidate.heading._replace(number=number)


def has_core(rows: Sequence[Row], typography: Typography) -> bool:
    """Whether rows hold a decision's label without a date, and another that only items have."""
    roles = [
        one.label.role
        for row in rows
        if (one := label_of(row, typography)) is not None and one.label.known and not one.label.tail
    ]
    return Role.decision in roles and bool({Role.summary, Role.case, Role.proposal}.intersection(roles))


def unnumbered_starts(
    rows: Sequence[Row], typography: Typography, known: int, *, by_labels: bool
) -> list[Start]:
    """Where the items begin of minutes that number none: at their case numbers, or at their first labels.

    Args:
        rows: The document's.
        typography: How the document sets its labels.
        known: How many items their headings told: [] where nothing else tells more.
        by_labels: Whether the first labels may tell them.
    """
    starts = list(_by_case_numbers(rows, typography))
    if not starts and by_labels:
        starts = list(_under_case_numbers(rows, typography)) or list(_by_labels(rows, typography))
    return starts if len(starts) > known else []


def _title_rows(rows: Sequence[Row], index: int, step: int, typography: Typography) -> int:
    """How many rows from one on, up or down, are a title: set off from the text, and no label."""
    count = 0
    while 0 <= index < len(rows) and count < LONGEST_TITLE:
        row = rows[index]
        distinct = row.bold or typography.is_large(row.size)
        labelled = label_of(row, typography)
        if (
            row.column
            or not distinct
            or is_case_number_row(row)
            or (labelled is not None and labelled.label.known)
        ):
            break
        if count and (row.style != rows[index - step].style or not _close(rows[index - step], row)):
            break
        count += 1
        index += step
    return count


def _close(one: Row, other: Row) -> bool:
    above, below = sorted((one, other), key=lambda row: (row.page, row.top))
    return above.page == below.page and below.top - above.bottom <= CLOSE * below.size


def _by_case_numbers(rows: Sequence[Row], typography: Typography) -> Iterator[Start]:
    """Items whose titles stand under their case numbers, or over them, as most of these do."""
    numbers = [
        index for index, row in enumerate(rows) if is_case_number_row(row) and any(map(str.isdigit, row.text))
    ]
    numbers = [index for place, index in enumerate(numbers) if not place or numbers[place - 1] != index - 1]
    for step in (1, -1):
        titles = {index: _title_rows(rows, index + step, step, typography) for index in numbers}
        told = [index for index in numbers if titles[index]]
        if 2 * len(told) <= len(numbers):
            continue
        for index in told:
            first = index + 1 if step == 1 else index - titles[index]
            title = " ".join(row.text for row in rows[first : first + titles[index]])
            yield Start(first, read_heading(title, in_contents=False), titles[index], step == 1)
        return


CORE = frozenset({Role.summary, Role.case, Role.proposal, Role.decision})
"""Labels of these roles stand once under an item."""


def _under_case_numbers(rows: Sequence[Row], typography: Typography) -> Iterator[Start]:
    """Items without a title: each begins with its case number, or whether it is open, above its first label."""
    numbers = []
    for index, row in enumerate(rows[:-1]):
        labelled = label_of(rows[index + 1], typography)
        if not row.column and is_case_number_row(row) and labelled is not None and labelled.label.known:
            numbers.append(index)
    for index in numbers if len(numbers) > 1 else ():
        yield Start(index + 1, UNTITLED, 0, 1)


UNTITLED = Heading(None, "", None, None, None, None, "label-first", 0.6)


def _by_labels(rows: Sequence[Row], typography: Typography) -> Iterator[Start]:
    """Items that have neither number nor title: one begins at a summary, and where a label comes again."""
    seen: set[str] = set()
    for index, row in enumerate(rows):
        labelled = label_of(row, typography)
        if (
            labelled is None
            or not labelled.label.known
            or labelled.label.role not in CORE
            or labelled.label.tail
        ):
            continue
        label = fold(labelled.label.label)
        if not seen or label in seen or labelled.label.role is Role.summary:
            yield Start(index, UNTITLED, 0, 0)
            seen.clear()
        seen.add(label)
