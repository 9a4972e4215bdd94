"""Rows: what a minutes' reader works on.

A printed row is one row; a label's cell is one row, its value's lines follow.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from pipeline.danish.case_numbers import read_case_number_line
from pipeline.danish.labels import (
    DECISION_FIRST,
    Label,
    all_head_kinds,
    fold,
    is_case_number_label,
    read_label,
)
from pipeline.reading import mend
from schemas.page import Line
from schemas.vocabulary import Role

SAME_CELL = 0.65
"""A label's next line follows within this share of its size; the next label of a table stands further below.

In-cell gaps are 0.3 to 0.45 of the size in the tables seen, gaps between rows 0.8 and more.
"""

UNDERSCORES = re.compile(r"^[\s_\-–—=.]*(?:[_—=]{5,}|\.{12,})[\s_\-–—=.]*$")
"""A ruled line typed with characters."""

NUMBER_ALONE = re.compile(
    r"^(?:(?:lukket|åbent?)\s+)?(?:(?:dagsordens)?punkt|pkt\.?|sag(?:\s*nr\.?)?|nr\.?)?\s*:?\s*\d{1,4}(?:\.\d{1,2})?\s*[.:]?(?:\s*\((?:åben|lukket)\))?$",
    re.IGNORECASE,
)
"""A heading whose title stands on the next row."""

NUMBERED = re.compile(r"^\(?\d{1,4}\.?\)?\s+[A-ZÆØÅ][^\W\d_]")
"""A short heading with its number, as narrow as a label: "2. Meddelelser", "6 Ny hal"."""

COMPLETE_DATE = re.compile(r"\d{1,2}[.\-/ ]\s?(?:\d{1,2}|[a-zæøå]+)[.\-/ ]\s?\d{4}", re.IGNORECASE)


@dataclass(slots=True)
class Row:
    """A printed row, or the lines of one label's cell."""

    lines: list[Line]
    """Left to right, or top to bottom in a cell."""

    column: str = ""
    """"label" or "value" in a table of labels, else ""."""

    text: str = ""
    """The words, line breaks mended."""

    found: Label | None = None
    """What the label says, where the row is one."""

    first: Line = field(init=False)
    """Its first line."""

    size: float = field(init=False)
    """Font size of its first line with letters, in points."""

    bold: bool = field(init=False)
    """Whether all its words are bold."""

    x0: float = field(init=False)
    """Left edge in points."""

    x1: float = field(init=False)
    """Right edge in points."""

    hanging: bool = field(init=False)
    """Whether it is a number and, behind a gap, a title."""

    def __post_init__(self) -> None:
        """Work out what is asked for often."""
        self.first = self.lines[0]
        if not self.text:
            self.text = mend(line.text for line in self.lines)
        lettered = [line for line in self.lines if any(map(str.isalnum, line.text))]
        self.bold = bool(lettered) and all(line.bold for line in lettered)
        self.size = lettered[0].size if lettered else self.first.size
        self.x0 = min(line.x0 for line in self.lines)
        self.x1 = max(line.x1 for line in self.lines)
        self.hanging = len(self.lines) > 1 and bool(NUMBER_ALONE.match(self.first.text)) and not self.column

    @property
    def page(self) -> int:
        """Page of its first line, counted from 1."""
        return self.first.page

    @property
    def top(self) -> float:
        """Upper edge of its first line."""
        return self.first.top

    @property
    def bottom(self) -> float:
        """Lower edge of its last line."""
        return self.lines[-1].bottom

    @property
    def style(self) -> tuple[float, bool]:
        """Size in half points, and weight."""
        return (round(self.size * 2) / 2, self.bold)


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
        beside = following is not None and _same_row(group[0], following[0])
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
        if plain and column == "" and plain[-1].column == "" and _same_row(plain[-1].lines[-1], group[0]):
            plain[-1] = Row(plain[-1].lines + group)
        else:
            plain.append(Row(group, column))
    return list(_cells(_broken_labels(list(_case_numbers_below(_numbers_before_titles(plain))))))


def _numbers_before_titles(rows: Sequence[Row]) -> Iterator[Row]:
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
                following is not None
                and following.column == "value"
                and _same_row(row.first, following.first)
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
    return bool(YEAR_LAST.match(row.text) or (ITEM_NUMBER.match(row.text) and YEAR_LAST.search(label.text)))


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
    return joined if first is None or not first.tail or ITEM_NUMBER.match(other.text) else None


ITEM_NUMBER = re.compile(r"^(?:punkt|pkt\.|sag)\s*(?:nr\.?\s*)?\d{1,4}$", re.IGNORECASE)
"""The item that was decided, under who decided and when. Matches: "Punkt 14". Not: "14", "Punkt 14. Budget"."""


FIGURE = re.compile(r"\d")
"""The year, or the day, of the meeting stands in such a label's second row."""

DECIDING = re.compile(r"beslutning|vedtagelse|afgørelse|udvalg|råd|bestyrelse", re.IGNORECASE)
"""What the first row of a label that tells who decided holds."""


def _label_size(lines: Iterable[Line]) -> float:
    sizes = Counter(line.size for line in lines if line.column == "label")
    return sizes.most_common(1)[0][0] if sizes else 99.0


def _same_row(one: Line, other: Line) -> bool:
    return one.page == other.page and one.row == other.row


def _printed_rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and not (
            _same_row(group[-1], line) and group[-1].column == line.column and line.x0 >= group[-1].x0
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
