"""Items' numbers that stand in the column of labels, beside their titles."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pipeline.danish.labels import fold
from pipeline.documents.minutes.row import NUMBER_ALONE, SAME_CELL, Row, is_number_with_word, same_row


def numbers_before_titles(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows, an item's number in the column of labels put in front of its title in the column of values.

    What stands below the title in that column, up to the next label, is the item's text and no label's value.
    """
    under_number = False
    held: Row | None = None
    label: Row | None = None
    for row, following in zip_longest(rows, rows[1:]):
        if held is not None:
            yield _with_number(held, row)
            held = None
        elif row.column == "value":
            yield Row(row.lines, "", row.text) if under_number else row
        else:
            beside = (
                following is not None and following.column == "value" and same_row(row.first, following.first)
            )
            if beside and NUMBER_ALONE.match(row.text) and not _ends_label(label, row):
                under_number, held = True, row
                continue
            if beside and following.text.isdigit() and fold(row.text) in NUMBER_LABELS:
                held = Row(row.lines)  # "Punkt" | "4", and below "Emne" | "Ny hal"
                under_number = False
                continue
            under_number = under_number and not row.column
            label = row
            yield row


def _ends_label(label: Row | None, row: Row) -> bool:
    """Whether a number ends the label above it: "Byrådets beslutning den 3. maj" / "2016" / "Punkt 4"."""
    if label is None or label.column != "label" or label.page != row.page:
        return False
    if row.top - label.bottom > SAME_CELL * max(label.size, 6.0):
        return False
    return bool(YEAR_LAST.match(row.text) or (is_number_with_word(row.text) and YEAR_LAST.search(label.text)))


NUMBER_LABELS = frozenset(
    {"punkt", "punkt nr", "pkt", "pkt. nr", "dagsordenspunkt", "sag nr", "nr", "punktnr"}
)
"""What stands, folded, in the column of labels beside an item's number."""

YEAR_LAST = re.compile(r"\b(?:19|20)\d\d:?$")
"""The end of a label that says when was decided. Matches: "vedtagelse den 3. maj 2016"."""


def _with_number(number: Row, title: Row) -> Row:
    """A heading in the title's type."""
    row = Row([*number.lines, *title.lines])
    row.bold, row.size = title.bold, title.size
    return row
