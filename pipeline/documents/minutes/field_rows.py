"""The rows of a head made ready to be cut into labels and values: cells side by side, labels whole."""

from collections.abc import Sequence

from pipeline.danish.labels import all_head_kinds, fold
from pipeline.danish.names import is_person_name
from pipeline.danish.people import is_office
from pipeline.documents.minutes.row import Row
from pipeline.reading import line_of
from schemas.page import Line

COMMON_EDGE = 2.5
"""Points within which values stand at one left edge."""


def label_kind(text: str) -> str | None:
    """Which kind of head label a text is, an office ("Formand:") among them; None where it is none."""
    ends = text[:1].islower() and text.rstrip().endswith(".")  # "… kl. 13 i kommunens" / "mødelokale."
    kind = all_head_kinds().get(fold(text)) if len(text) < 60 and not ends else None
    if kind is not None:
        return kind
    return "office" if text.strip().endswith(":") and is_office(text) else None


FAR_APART = 12
"""So many rows back the beginning of a printed row may stand, where its parts were read column by column."""

NAME_COLUMN = frozenset({"navn", "navne"})
"""Over the names of a table of members: no label, though it stands where labels do."""


def _single_offices(rows: Sequence[Row]) -> list[Row]:
    """Rows with offices apart that stand one below another, each beside its holder: "Formand" over "Næstformand"."""
    found: list[Row] = []
    waiting: list[Line] = []
    for row in rows:
        while waiting and (row.column != "value" or row.first.row >= waiting[0].row):
            found.append(Row([waiting.pop(0)], "label"))
        if row.column == "label" and len(row.lines) > 1 and all(is_office(line.text) for line in row.lines):
            waiting = list(row.lines[1:])
            row = Row([row.first], "label")
        found.append(row)
    return [*found, *(Row([line], "label") for line in waiting)]


def as_printed(rows: Sequence[Row]) -> list[Row]:
    """Rows with the cells of a table of people side by side: what stands left of its values is no label there."""
    found: list[Row] = []
    rows = _single_offices(rows)
    for number, row in enumerate(rows):
        if row.column == "label" and (
            fold(row.text) in NAME_COLUMN or is_person_name(row.text) or _heads_column(rows, number)
        ):
            row = Row(list(row.lines))
        place = next(
            (
                number
                for number in range(len(found) - 1, max(-1, len(found) - 1 - FAR_APART), -1)
                if found[number].column == ""
                and (found[number].page, found[number].first.row) == (row.page, row.first.row)
                and row.column != "label"
                and row.x0 > found[number].x1
            ),
            None,
        )
        if place is None:
            found.append(row)
        else:
            found[place] = Row([*found[place].lines, *row.lines])
    return found


def _heads_column(rows: Sequence[Row], place: int) -> bool:
    """Whether another label stands beside a label: both stand over columns."""
    row, beside = rows[place], rows[place + 1] if place + 1 < len(rows) else None
    return (
        beside is not None
        and (beside.page, beside.first.row) == (row.page, row.first.row)
        and label_kind(beside.text) is not None
        and label_kind(row.text) is not None
    )


def whole_labels(rows: Sequence[Row]) -> list[Row]:
    """Rows with the labels mended that a narrow column breaks: "Fraværende med" and below it "afbud"."""
    found: list[Row] = []
    left = list(rows)
    while left:
        row = left.pop(0)
        if len(row.lines) > 1 and left and _goes_on_label(row.first, row.lines[1], left[0]):
            rest = left.pop(0)
            row = Row([_joined(row.first, rest.first), *row.lines[1:]])
            left[:0] = [Row(list(rest.lines[1:]))] if len(rest.lines) > 1 else []
        elif _is_split(row, left):
            value, rest = left.pop(0), left.pop(0)
            row = Row([_joined(row.first, rest.first), *value.lines])
        found.append(row)
    return found


def _is_split(row: Row, below: Sequence[Row]) -> bool:
    """Whether a row and the second below are the lines of one label, its value at their middle."""
    return (
        len(row.lines) == 1
        and len(below) > 1
        and below[0].top < row.bottom
        and len(below[1].lines) == 1
        and _goes_on_label(row.first, below[0].first, below[1])
    )


def _joined(above: Line, below: Line) -> Line:
    return line_of([*above.words, *below.words], above.page, above.row)


def _goes_on_label(label: Line, value: Line, below: Row) -> bool:
    """Whether a row begins with the rest of the label that stands beside a value above."""
    return (
        below.page == label.page
        and abs(below.x0 - label.x0) <= COMMON_EDGE
        and max(label.x1, below.first.x1) < value.x0
        and below.top - label.bottom <= 0.65 * below.size
        and label_kind(f"{label.text} {below.first.text}") is not None
    )


SAME_PITCH = 1.0
"""Points by which the distances between the lines of one cell differ."""


def uncentred(rows: Sequence[Row]) -> list[Row]:
    """Rows with a label above its value's lines where a table sets it at their middle."""
    found: list[Row] = []
    for place, row in enumerate(rows):
        found.append(row)
        value = next(iter(row.lines[1:]), None) or (rows[place + 1].first if place + 1 < len(rows) else None)
        if row.column or value is None or label_kind(row.first.text) is None or value.x0 <= row.first.x1:
            continue
        below = _of_cell(value, rows[place + 1 + (len(row.lines) == 1) :])
        lines = [value, *(one.first for one in below)]
        if len(row.lines) == 1:
            below = [rows[place + 1], *below]
        above = _of_cell(value, rows[:place][::-1], lines[1].top - value.top if len(lines) > 1 else None)
        count = min(len(above), len(below))
        if count and _is_under_label(
            above[-1], rows[place - len(above) - 1] if place > len(above) else None, value
        ):
            continue
        if count == 0 or len(above) > len(below) or (len(row.lines) == 1 and above[0].bottom <= row.top):
            continue
        first = Row([row.first])
        own = [Row(list(row.lines[1:]))] if len(row.lines) > 1 else []
        found[-count - 1 :] = [first, *above[::-1], *own]
    return found


def _is_under_label(top: Row, before: Row | None, value: Line) -> bool:
    """Whether lines above a label's own go on from the label before: set as tightly under its value."""
    return (
        before is not None
        and len(before.lines) > 1
        and before.page == top.page
        and abs(before.lines[1].x0 - value.x0) <= COMMON_EDGE
        and top.top - before.bottom <= 0.5 * top.size
    )


def _of_cell(value: Line, rows: Sequence[Row], pitch: float | None = None) -> list[Row]:
    """The rows, up or down from a value's line, that stand at its edge and one pitch apart."""
    kept: list[Row] = []
    last = value.top
    for row in rows:
        step = abs(row.top - last)
        if row.column or len(row.lines) > 1 or row.page != value.page or abs(row.x0 - value.x0) > COMMON_EDGE:
            break
        if step > 2 * row.size or (pitch is not None and abs(step - pitch) > SAME_PITCH):
            break
        pitch, last = pitch or step, row.top
        kept.append(row)
    return kept
