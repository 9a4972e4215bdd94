"""Which rows an item's heading takes: those that go on with its title, and a case number at its right."""

import re
from collections.abc import Sequence, Set

from pipeline.danish.case_numbers import read_case_number_line
from pipeline.danish.headings import read_heading
from pipeline.danish.labels import fold
from pipeline.documents.minutes.contents import NUMBERED
from pipeline.documents.minutes.heading_signs import Candidate, follows
from pipeline.documents.minutes.labelling import (
    BARE_NUMBER,
    SAME_SIZE,
    Typography,
    is_case_number_row,
    is_of_case,
    label_of,
)
from pipeline.documents.minutes.own_form import own_form
from pipeline.documents.minutes.row import NUMBER_ALONE, Row
from pipeline.documents.minutes.sections import broken_on_purpose
from pipeline.documents.minutes.unnumbered import OTHER_NUMBER, title_above
from pipeline.documents.minutes.web import is_file_row
from pipeline.reading import ALIGNED, mend

WRAP = 0.85
"""A heading's next line follows within this share of its size."""

CLOSE = 0.5
"""The same for a next line that begins with a number; two headings stand further apart."""


def read_candidate(rows: Sequence[Row], index: int, typography: Typography) -> Candidate | None:
    """The heading that begins in a row, with the rows that go on with it; None where the row can be none.

    Args:
        rows: The document's.
        index: Of the row, counted from 0.
        typography: How the document sets its labels.
    """
    row = rows[index]
    named = _title_cell(rows, index + 1) if NUMBER_ALONE.match(row.text) else 0
    if named:
        title = mend(cell.text for cell in rows[index + 2 : index + 1 + named])
        return Candidate(index, read_heading(f"{row.text} {title}", in_contents=False), 1 + named)
    alone = bool(NUMBER_ALONE.match(row.text)) or _number_and_case(row)
    last = index
    text, case_number = _without_case(row)
    while last + 1 < len(rows) and last - index < 5:
        following = rows[last + 1]
        number = read_heading(text, in_contents=False).number
        if not _wraps(rows[last], following, typography, number, alone and last == index):
            break
        more, case_beside = _without_case(following)
        text = f"{text} {more}" if not text.endswith("-") else mend([text, more])
        case_number = case_number or case_beside
        last += 1
    # A last number in the body is the title's and no page of the contents.
    text = OTHER_NUMBER.sub("", text)
    heading = own_form(text) or read_heading(text, in_contents=None if LEADERS.search(text) else False)
    if not heading.title and not (heading.open is False and heading.rule != "plain" and NUMBERED.match(text)):
        above = title_above(rows, index, typography) if heading.number is not None else 0
        if not above:
            return None
        title = mend(one.text for one in rows[index - above : index])
        number = OTHER_NUMBER.sub("", row.text)
        return Candidate(index - above, read_heading(f"{number} {title}", in_contents=False), above + 1)
    last += _printed_again(rows, last + 1, {fold(heading.title), fold(text)})
    if case_number is not None:
        heading = heading._replace(case_number=heading.case_number or case_number)
    return Candidate(index, heading, last - index + 1)


def _without_case(row: Row) -> tuple[str, str | None]:
    """A heading's row without a case number that stands in a cell of its own at its right; and the number."""
    if len(row.lines) < 2 or row.column:
        return row.text, None
    if row.lines[-1].text.isdigit() and BARE_NUMBER.match(row.lines[-1].text):
        return mend(line.text for line in row.lines[:-1]), row.lines[-1].text
    case = read_case_number_line(row.lines[-1].text)
    if case is None or not case.value or case.rest or read_heading(row.text, in_contents=False).case_number:
        return row.text, None
    return mend(line.text for line in row.lines[:-1]), case.value


TITLES = frozenset({"emne", "titel", "overskrift", "sagstitel", "dagsordenspunkt"})
"""What stands, folded, in the column of labels left of an item's title."""


def _title_cell(rows: Sequence[Row], start: int) -> int:
    """How many rows a label for the title and the title beside it take; 0 where there is none."""
    if start + 1 >= len(rows) or rows[start].column != "label" or fold(rows[start].text) not in TITLES:
        return 0
    end = start + 1
    while end < len(rows) and rows[end].column == "value":
        end += 1
    return end - start if end - start > 1 else 0


def _number_and_case(row: Row) -> bool:
    """Whether a row has a number, a case number (perhaps an empty one) and no title: "Punkt 5.  Sagsnr. 12/3100"."""
    heading = read_heading(row.text, in_contents=False)
    return heading.number is not None and "case-front" in heading.rule and not heading.title


def _printed_again(rows: Sequence[Row], start: int, wanted: Set[str]) -> int:
    """How many rows under a heading print its title once more, alone or with all that stands around it."""
    text = ""
    for count, row in enumerate(rows[start : start + 4], 1):
        if row.column == "value" or is_case_number_row(row):
            return 0
        text = mend([text, row.text])
        if fold(text) in wanted or fold(read_heading(text, in_contents=False).title) in wanted:
            return count
        if not any(whole.startswith(fold(text)) for whole in wanted):
            return 0
    return 0


LEADERS = re.compile(r"\.{3,}|…|(?:\s\.){3,}|\s{4,}\d+$")


SHOUTED_ON = re.compile(r"(?:\b(?:ENDELIG|FORELØBIG|OG|TIL|AF|FOR|MED|I)|[-–])$")
"""How a title's row in capitals ends that goes on: "LOKALPLAN 112 - ENDELIG" and "VEDTAGELSE"."""


def _number_goes_on(number: str | None, row: Row, following: Row, typography: Typography) -> bool:
    """Whether a row that begins with a number is a heading's next line and no heading of its own."""
    if following.text[:1].islower() or row.text.endswith(("-", ",")):
        return True
    own = read_heading(following.text, in_contents=False).number
    if own is None or (number is not None and follows(own, [number])):
        return own is None
    if _centred(row, following):
        return True
    return following.top - row.bottom <= CLOSE * row.size and not broken_on_purpose(
        row, following, max(typography.right, row.x1, following.x1)
    )


def _wraps(row: Row, following: Row, typography: Typography, number: str | None, number_alone: bool) -> bool:
    """Whether the following row goes on with a heading of a number."""
    if following.page != row.page or following.column == "value" or is_of_case(following):
        return False
    if number_alone:
        labelled = label_of(following, typography)
        # In the number's own type stands its title, also where this document sets its labels in that type.
        if labelled is not None and (labelled.label.known or following.style != row.style):
            return False
        if NUMBER_ALONE.match(following.text):
            return False
        # "2. behandling af budget" may be the title of a number alone, "Sag nr. 2 Budget" is a heading by itself; and a
        # sentence may end in "2013." above a bold heading.
        below = read_heading(following.text, in_contents=False)
        by_itself = below.number is not None and following.bold and not row.bold
        return "number-word" not in below.rule and not by_itself
    if row.hanging and _below_title(row, following):
        return True
    if following.style != row.style:
        return False
    if NUMBERED.match(following.text) and not _number_goes_on(number, row, following, typography):
        return False
    distinct = typography.is_large(row.size)
    # "…valg af linjeføring og" / "finansiering": labels begin with capitals.
    goes_on = distinct or (row.bold and following.text[:1].islower()) or _centred(row, following)
    goes_on = goes_on or (following.text.isupper() and SHOUTED_ON.search(row.text) is not None)
    labelled = None if goes_on else label_of(following, typography)
    if labelled is not None and (labelled.label.known or not row.bold):
        return False
    if following.top - row.bottom > WRAP * row.size:
        return False
    small = following.text[:2].isalpha() and following.text[:1].islower()
    unended = small and not row.text.endswith((".", ":")) and not is_file_row(following)
    return distinct or row.bold or unended or not broken_on_purpose(row, following, typography.right)


def _below_title(row: Row, following: Row) -> bool:
    """Whether a bold row goes on with the bold title beside a plain number, at the title's edge."""
    title = row.lines[1]
    return (
        len(following.lines) == 1
        and title.bold
        and not row.bold
        and following.first.bold
        and abs(following.first.size - title.size) <= SAME_SIZE
        and abs(following.x0 - title.x0) <= ALIGNED
        and following.top - row.bottom <= WRAP * row.size
    )


def _centred(row: Row, following: Row) -> bool:
    """Whether two rows stand on one axis and not on one edge."""
    axis = (row.x0 + row.x1) / 2 - (following.x0 + following.x1) / 2
    return abs(axis) <= 2.0 and abs(row.x0 - following.x0) > 2 * row.size
