"""A passage by its list entries: titles of attachments, names."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.row import Row
from pipeline.documents.minutes.sections import (
    Paragraph,
    Passage,
    broken_on_purpose,
    right_edge_of,
    without_bullet,
)
from pipeline.reading import is_bullet, lines_with, mend


def entries_of(passage: Passage) -> list[Paragraph]:
    """A passage by its list entries: each title of an attachment, each name."""
    entries: list[Paragraph] = []
    if passage.rest:
        own = Row(lines_with(passage.label_rows[-1].lines, passage.rest) or passage.label_rows[-1].lines)
        entries.append(Paragraph([own], passage.rest, own.lines))
    rows = passage.rows
    if not rows:
        return entries
    right = right_edge_of(passage)
    parted = parting_gap(rows)
    counted = _counted(rows)
    group: list[Row] = []
    for row in rows:
        same_page = bool(group) and group[-1].page == row.page
        if group and id(row) in counted:
            new = True
        elif same_page and parted is not None:
            new = row.top - group[-1].bottom > parted
        else:
            new = bool(group) and _new_entry(group[-1], row, right, group[0])
        if new:
            entries.append(_entry(group))
            group = []
        group.append(row)
    entries.append(_entry(group))
    return entries


COUNTED = Pattern(
    "entry-counted-by-word",
    r"^(?:[\d/-]{4,}\s+)?bilag\s*(?:nr\.?\s*)?(?P<number>\d{1,3})(?!\d|[.,/]\d)",
    matches=["Bilag 4 - Gebyrer", "bilag 12: Kort", "4411/16 Bilag 3 Kort", "Bilag nr. 2"],
    not_matches=["Bilag til punkt 3", "Kort, bilag 3", "Bilag 2.1"],
)
"""An entry that tells which of a list it is."""


def _counted(rows: Sequence[Row]) -> set[int]:
    """The rows, by identity, in which entries count themselves from 1 on; none where a number is left out."""
    found = [(row, int(match["number"])) for row in rows if (match := COUNTED.match(row.text))]
    if len(found) < 2 or [number for _, number in found] != list(range(1, len(found) + 1)):
        return set()
    return {id(row) for row, _ in found}


def parting_gap(rows: Sequence[Row]) -> float | None:
    """The white space in points above which rows begin an entry, where that within entries is clearly less.

    None where rows stand equally far apart, or where blank lines part groups of entries.
    """
    gaps = [
        below.top - above.bottom
        for above, below in pairwise(rows)
        if above.page == below.page and below.first.row != above.first.row
    ]
    if len(gaps) < 2:
        return None
    least, most, size = min(gaps), max(gaps), rows[0].size
    clear = 0.3 * size < most - least and most < 1.0 * size
    middle = (least + most) / 2
    torn = any(abs(gap - middle) < 0.1 * size for gap in gaps)
    return middle if clear and not torn else None


def _entry(group: list[Row]) -> Paragraph:
    return Paragraph(
        list(group),
        mend(without_bullet(row) for row in group),
        [line for row in group for line in row.lines],
    )


ROOM_LEFT = 4.0
"""An entry whose last line leaves so many sizes of room ended there, if the next line begins with a capital.

However long the next word: a title seldom breaks before a long name.
"""


def _new_entry(before: Row, row: Row, right: float, first: Row) -> bool:
    if before.page == row.page and row.first.row == before.first.row:
        return False
    mark, first_mark = row.text.split(" ", 1)[0], first.text.split(" ", 1)[0]
    # A dash in a list that marks none of its entries is the title's: "01-08-2023" and "- 31-07-2024".
    dash = mark in ("-", "–") and not is_bullet(first_mark)
    if (is_bullet(mark) and not dash) or re.match(
        r"^(?:\d{1,3}[.)]?\s+(?:åben|lukket)\b|\d{1,3}[.)]\s)", row.text, re.IGNORECASE
    ):
        return True
    marked = is_bullet(first_mark) or re.match(r"\d{1,3}[.)]\s", first.text)
    if marked and row.x0 > first.x0 + 4:
        return False  # set in under the entry's first word
    gap = row.top - before.bottom
    if before.page == row.page and gap > 1.0 * row.size:
        return True
    if marked:
        return False  # a list that marks its entries marks each
    if before.text.endswith("-") and row.text[:1].islower():
        return False
    if row.text[:1].isupper() and before.x1 < right - ROOM_LEFT * row.size:
        return True
    return broken_on_purpose(before, row, right)
