"""Rows: what a minutes' reader works on.

A printed row is one row; a label's cell is one row, its value's lines follow.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from pipeline.danish.case_numbers import read_case_number_line
from pipeline.danish.labels import (
    DECISION_FIRST,
    all_head_kinds,
    fold,
    is_case_number_label,
    read_label,
)
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.numbers_apart import YEAR_LAST, numbers_before_titles
from pipeline.documents.minutes.row import NUMBER_ALONE, SAME_CELL, Row, is_number_with_word, same_row
from pipeline.reading import mend
from schemas.page import Line
from schemas.vocabulary import Role

UNDERSCORES = re.compile(r"^[\s_\-–—=.]*(?:[_—=]{5,}|\.{12,})[\s_\-–—=.]*$")
"""A ruled line typed with characters."""

NUMBERED = re.compile(r"^\(?\d{1,4}\.?\)?\s+[A-ZÆØÅ][^\W\d_]")
"""A short heading with its number, as narrow as a label: "2. Meddelelser", "6 Ny hal"."""

COMPLETE_DATE = re.compile(r"\d{1,2}[.\-/ ]\s?(?:\d{1,2}|[a-zæøå]+)[.\-/ ]\s?\d{4}", re.IGNORECASE)


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """Rows in reading order, the cells of label tables put together.

    Args:
        lines: Of one document, in reading order.

    Returns:
        Rows; a label's cell comes before its value's rows.
    """
    label_size = _label_size(lines)
    plain: list[Row] = []
    groups = list(_printed_rows(lines))
    for group, following in zip_longest(groups, groups[1:]):
        column = group[0].column
        beside = following is not None and same_row(group[0], following[0])
        if column == "label" and group[0].size > label_size + 0.6:
            column = ""
        elif column == "label" and beside and not following[0].column:
            column = ""  # a table's heads, none of which is a label
        elif column == "label" and not beside:
            # A heading that is as short as a label has no value beside it, and a number.
            text = mend(line.text for line in group)
            alone = NUMBER_ALONE.match(text) and not text.isdigit() and not YEAR_LAST.match(text)
            numbered = alone or NUMBERED.match(text)
            under_number = plain and plain[-1].column == "" and NUMBER_ALONE.match(plain[-1].text)
            if numbered or under_number:
                column = ""
        if all(UNDERSCORES.match(line.text) for line in group):
            continue
        if plain and column == "" and plain[-1].column == "" and same_row(plain[-1].lines[-1], group[0]):
            plain[-1] = Row(plain[-1].lines + group)
        else:
            plain.append(Row(group, column))
    return list(_cells(_broken_labels(list(_case_numbers_below(numbers_before_titles(plain))))))


def _case_numbers_below(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows, a case number at the right end of a heading's row put below the heading's last row."""
    heading: Row | None = None
    held: Row | None = None
    for row in rows:
        title, number = _case_number_apart(row)
        if heading is not None and not _goes_on(heading, title):
            heading = None
            if held is not None:
                yield held
            held = None
        if heading is None and (title.hanging or NUMBERED.match(title.text)) and title.column == "":
            heading = title
        if heading is None:
            yield row
            continue
        heading = title
        if number is None:
            yield row
        else:
            held = number
            yield title
    if held is not None:
        yield held


def _goes_on(heading: Row, row: Row) -> bool:
    """Whether a row is the next of a heading's, and no label under it."""
    same = row.style == heading.style and row.page == heading.page and not row.column
    label = read_label(row.text) if same else None
    if label is not None and label.known:
        return False
    return same and -OVERLAP <= (row.top - heading.bottom) / heading.size <= LABEL_WRAP


OVERLAP = 0.3
"""Sizes by which a row's box may reach into the next where rows stand close."""

SHORT_NUMBER = re.compile(r"^\d\d/\d{1,3}$")
"""A case number among the first of its year, apart from a heading: "15/2"."""


def _case_number_apart(row: Row) -> tuple[Row, Row | None]:
    """A row in bold or large type, and the case number at its right end; or the row itself."""
    *title, last = row.lines
    if row.column or not title or not all(line.bold or line.size > last.size + 0.6 for line in title):
        return row, None
    number = read_case_number_line(last.text)
    told = number is not None and number.value is not None and not number.rest
    return (Row(title), Row([last])) if told or SHORT_NUMBER.match(last.text) else (row, None)


LABEL_WRAP = 0.85
"""A label's second row outside a table follows within this share of its size."""


def _broken_labels(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows, a label over two put together: "Beslutning i Kulturudvalget den 6." and "september 2016"."""
    held: Row | None = None
    for row in rows:
        joined = None if held is None else _broken_label(held, row)
        if joined is not None:
            yield joined
            held = None
            continue
        if held is not None:
            yield held
        held = row
    if held is not None:
        yield held


def _broken_label(one: Row, other: Row) -> Row | None:
    if one.column or other.column or one.page != other.page or one.style != other.style:
        return None
    if not FIGURE.search(other.text) or not DECIDING.search(one.text):
        return None
    if other.top - one.bottom > LABEL_WRAP * max(one.size, 6.0):
        return None
    joined = Row([*one.lines, *other.lines])
    whole, first, second = (read_label(text) for text in (joined.text, one.text, other.text))
    if whole is None or whole.tail is None or (second and second.known):
        return None
    return joined if first is None or not first.tail or is_number_with_word(other.text) else None


FIGURE = re.compile(r"\d")
"""The year, or the day, of the meeting stands in such a label's second row."""

DECIDING = Pattern(
    "label-may-decide",
    r"beslutning|vedtagelse|afgørelse|udvalg|råd|bestyrelse",
    matches=["Beslutning i Kulturudvalget den 6.", "Byrådets afgørelse"],
    not_matches=["Sagsfremstilling", "Bilag"],
)
"""What the first row of a label that tells who decided holds."""


def _label_size(lines: Iterable[Line]) -> float:
    sizes = Counter(line.size for line in lines if line.column == "label")
    return sizes.most_common(1)[0][0] if sizes else 99.0


def _printed_rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and not (
            same_row(group[-1], line) and group[-1].column == line.column and line.x0 >= group[-1].x0
        ):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _cells(rows: Iterable[Row]) -> Iterator[Row]:
    """Each label's lines as one row, its values' rows after it."""
    label: list[Line] = []
    values: list[Row] = []

    def cell() -> Iterator[Row]:
        if label:
            text = mend(line.text for line in label)
            yield Row(list(label), "label", text, read_label(text))
        yield from values
        label.clear()
        values.clear()

    for row in rows:
        if row.column == "label":
            if not (label and _continues(label, row, values)):
                yield from cell()
            label.extend(row.lines)
        elif row.column == "value":
            if label or values:
                values.append(row)
            else:
                yield row
        else:
            yield from cell()
            yield row
    yield from cell()


def _continues(label: list[Line], row: Row, values: list[Row]) -> bool:
    """Whether a label's line goes on with the label before it."""
    last, line = label[-1], row.first
    so_far = mend(one.text for one in label)
    if so_far.endswith(":") or is_case_number_label(so_far) or is_case_number_label(row.text):
        return False
    joined = mend([so_far, row.text])
    known_alone, known_before = read_label(row.text), read_label(so_far)
    if _two_head_labels(so_far, row.text, joined):
        return False
    if last.page == line.page:
        gap = line.top - last.bottom
        if gap > SAME_CELL * max(last.size, 6.0):
            return False
        if DECISION_FIRST.match(so_far) and not COMPLETE_DATE.search(so_far):
            return known_alone is None or known_alone.role is Role.decision or known_alone.likeness != 100.0
        if known_alone is not None and known_alone.likeness == 100.0 and known_before is not None:
            found = read_label(joined)
            return found is not None and found.likeness == 100.0
        if known_before is not None and known_before.likeness >= 99.0 and row.text[:1].isupper():
            found = read_label(joined)
            return found is not None and found.likeness >= 99.0
        if known_alone is not None and known_alone.likeness == 100.0 and row.text[:1].isupper():
            found = read_label(joined)
            return found is not None and found.likeness >= 99.0
        return True
    # Over a page break the gap says nothing: the words must.
    found = read_label(joined)
    if found is not None and found.likeness >= 99.0 and known_before is None:
        return True
    if known_alone is not None and known_alone.likeness == 100.0:
        return False
    if values and values[-1].page != last.page:
        return False
    if DECISION_FIRST.match(so_far) and not COMPLETE_DATE.search(so_far) and COMPLETE_DATE.search(joined):
        return True
    return (found is not None and known_before is None) or row.text[:1].islower() or row.text[:1].isdigit()


def _two_head_labels(one: str, other: str, joined: str) -> bool:
    """Whether two lines of a column are labels of a meeting's head each, and none together: "Dato", "Tidspunkt"."""
    kinds = all_head_kinds()
    if fold(joined) in kinds or DECISION_FIRST.match(one):
        return False
    if fold(one) not in kinds:
        # A committee's name may stand above them in the same type: "Teknisk Udvalg", "Mødedato".
        return fold(other) in kinds and other[:1].isupper()
    return fold(other) in kinds or one.rstrip().endswith(":")
