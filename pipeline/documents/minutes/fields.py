"""The head of minutes as labels with their values: beside, behind, under, or in columns below them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise, zip_longest

from pipeline.danish.absences import read_absence
from pipeline.danish.labels import all_head_kinds, fold
from pipeline.danish.names import is_person_name
from pipeline.danish.pattern import Pattern
from pipeline.danish.people import is_office, split_people
from pipeline.documents.minutes.field_rows import COMMON_EDGE, as_printed, label_kind, uncentred, whole_labels
from pipeline.documents.minutes.member_rows import heads_members, is_list_row, ticks_members
from pipeline.documents.minutes.row import Row, follows_in_cell
from pipeline.reading import line_of, mend
from schemas.page import Line

LISTS = frozenset({"present", "absent", "substitutes", "officials"})
"""Kinds of labels whose value is a list of people, that may go on for many rows."""

LARGER = 0.6
"""Points by which a row is set larger than a list, and so is a heading below it."""

SAME_COLUMN = 12.0
"""Points by which a cell may begin left of its column's label."""


@dataclass(slots=True)
class Field:
    """A label of the head and its value; or, with kind None, rows that stand under no label."""

    kind: str | None
    """A kind of the lexicon's head labels, "office" for a label such as "Formand", "unknown" for one in a column of
    labels that the lexicon does not know."""

    label: str
    """Its words as printed."""

    row: Row | None
    """Where the label stands."""

    rows: list[list[Line]] = field(default_factory=list)
    """The value's lines, row by row, the label's own words apart."""

    @property
    def text(self) -> str:
        """The value's words."""
        return mend(line.text for row in self.rows for line in row)

    @property
    def lines(self) -> list[Line]:
        """The value's lines."""
        return [line for row in self.rows for line in row]


@cache
def _labels_with_colon() -> re.Pattern[str]:
    known = "|".join(
        re.escape(label).replace(r"\ ", r"\s+") for label in sorted(all_head_kinds(), key=len, reverse=True)
    )
    offices = (
        r"(?:(?:1\.\s|2\.\s)?(?:[Vv]ice|[Nn]æst)?(?:[Ff]ormand|[Bb]orgmester)(?:en)?|Mødeleder|Ordstyrer)"
    )
    return re.compile(rf"(?:^|(?<=[^\s,/])\s+(?=[A-ZÆØÅ]))(?P<label>(?i:{known})\.?|{offices})\s*:(?!\d)")


@cache
def _labels_by_word() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Every label folded, with its kind, by its first word, the longest first."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for label, kind in sorted(all_head_kinds().items(), key=lambda entry: -len(entry[0])):
        found[label.partition(" ")[0]].append((label, kind))
    return {word: tuple(labels) for word, labels in found.items()}


def _labels_in_front(folded: str) -> list[tuple[str, str]]:
    """The labels, with their kinds, that stand in front of more words of a folded text, the longest first."""
    labels = _labels_by_word().get(folded.partition(" ")[0], ())
    return [entry for entry in labels if folded.startswith(entry[0] + " ")]


def fields_of(rows: Sequence[Row]) -> list[Field]:
    """The head cut into labels with their values, in reading order.

    Args:
        rows: Before the first item, the list of contents apart.
    """
    rows = whole_labels(uncentred(as_printed(rows)))
    edges = _value_edges(rows)
    found = [Field(None, "", None)]
    columns: list[tuple[float, Field]] = []
    beside: list[tuple[float, Field]] = []
    for row, below in zip_longest(rows, rows[1:]):
        segments = _segments(row, edges)
        if ticks_members(row, below):
            columns = beside = []
            found.append(Field(None, "", None, [row.lines]))
            continue
        labelled = [segment for segment in segments if segment.kind is not None]
        if len(labelled) > 1 and all(not segment.lines for segment in segments):
            fields = [Field(segment.kind, segment.label, row) for segment in labelled]
            found.extend(fields)
            columns = [(segment.x0, one) for segment, one in zip(labelled, fields, strict=True)]
            continue
        if columns and heads_members(row):
            columns = []
            found.append(Field(None, "", None))
        if labelled:
            columns = beside = []
        elif len(beside) > 1 and _in_cells(beside, row):
            continue
        for segment in segments:
            if segment.kind is not None:
                found.append(Field(segment.kind, segment.label, row))
                if segment.lines:
                    found[-1].rows.append(segment.lines)
                    beside = [*beside, (segment.x0, found[-1])]
                continue
            if columns and _in_columns(columns, segment.lines):
                continue
            columns = []
            if not _goes_on(found[-1], row):
                found.append(Field(None, "", None))
            found[-1].rows.append(segment.lines)
    return [one for one in found if one.kind is not None or one.rows]


@dataclass(slots=True)
class _Segment:
    kind: str | None
    label: str
    x0: float
    lines: list[Line]


def _segments(row: Row, edges: Sequence[float]) -> list[_Segment]:
    """A row cut at its labels: a label with what stands behind it, or lines with no label before them."""
    if row.column == "label":
        kind = label_kind(row.text) or ("office" if is_office(row.text) else "unknown")
        return [_Segment(kind, row.text, row.x0, [])]
    segments: list[_Segment] = []
    for line in row.lines:
        unlabelled = ":" not in line.text or not (
            line.text.rstrip().endswith(":") or _labels_with_colon().match(line.text)
        )
        if segments and segments[0].kind is None and unlabelled:
            segments[-1].lines.append(line)  # "Deltog" in a table's cell is no label
            continue
        for segment in _of_line(line, edges, first=line is row.lines[0]):
            if segment.kind is None and segments:
                segments[-1].lines.extend(segment.lines)
            else:
                segments.append(segment)
    return segments


def _of_line(line: Line, edges: Sequence[float], *, first: bool) -> Iterator[_Segment]:
    """A line's segments: "Dato: 3. maj 2016 Sted: Rådhuset" has two."""
    kind = label_kind(line.text)
    if kind is not None:
        yield _Segment(kind, line.text, line.x0, [])
        return
    matches = list(_labels_with_colon().finditer(line.text))
    if matches:
        starts = [match.start("label") for match in matches]
        if starts[0] > 0:
            yield _Segment(None, "", line.x0, [_part(line, 0, starts[0])])
        for match, end in zip(matches, [*starts[1:], len(line.text)], strict=True):
            value = _part(line, match.end(), end) if line.text[match.end() : end].strip() else None
            label = match["label"]
            x0 = _part(line, match.start("label"), match.end()).x0
            yield _Segment(label_kind(label) or "office", label, x0, [value] if value else [])
        return
    if first:
        split = _label_in_front(line, edges)
        if split is not None:
            yield split
            return
    yield _Segment(None, "", line.x0, [line])


def _part(line: Line, start: int, end: int) -> Line:
    """A line cut to the words that stand between two offsets of its text."""
    words, at = [], 0
    for word in line.words:
        begin = line.text.find(word.text, at)
        at = begin + len(word.text) if begin >= 0 else at
        if begin >= 0 and begin >= start - 0 and begin < end and at > start:
            words.append(word)
    return line_of(words, line.page, line.row) if words else line


def _label_in_front(line: Line, edges: Sequence[float]) -> _Segment | None:
    """A label without a colon: set bold before a plain value, at a common edge, or before nothing but names."""
    for label, kind in _labels_in_front(fold(line.text)):
        count = len(label.split())
        head, rest = line.words[:count], line.words[count:]
        if not rest or fold(" ".join(word.text for word in head)) != label:
            continue
        value = line_of(list(rest), line.page, line.row)
        bold = all(word.bold for word in head) and not any(word.bold for word in rest)
        aligned = any(abs(rest[0].x0 - edge) <= COMMON_EDGE for edge in edges)
        if line.text[0].islower() and kind in LISTS:
            return None  # "… Som stedfortræder" / "deltog Ida Holm": a sentence goes on
        if bold or aligned or (kind in LISTS and _only_people(value.text)):
            return _Segment(kind, line_of(list(head), line.page, line.row).text, line.x0, [value])
    return None


def _only_people(text: str) -> bool:
    people = split_people(re.sub(r"^fra\s+", "", text))
    return bool(people) and all(is_person_name(person.name) for person in people)


def _value_edges(rows: Sequence[Row]) -> list[float]:
    """Left edges at which the values of two labels without a colon begin, further off than a space is wide."""
    starts: list[float] = []
    for row in rows:
        line = row.first
        label = next((label for label, _ in _labels_in_front(fold(line.text))), None)
        if label is None or len(line.words) <= (count := len(label.split())):
            continue
        if line.words[count].x0 - line.words[count - 1].x1 > 0.45 * line.size:
            starts.append(line.words[count].x0)
    starts.sort()
    return [one for one, other in pairwise(starts) if other - one <= COMMON_EDGE]


def _in_columns(columns: Sequence[tuple[float, Field]], lines: Sequence[Line]) -> bool:
    """Enter each line into the column under whose label it stands; False where one stands under none."""
    placed: list[tuple[Field, Line]] = []
    for line in (part for whole in lines for part in _cut_at([x0 for x0, _ in columns], whole)):
        under = [one for x0, one in columns if line.x0 >= x0 - SAME_COLUMN]
        if not under:
            return False
        placed.append((under[-1], line))
    for one, line in placed:
        if one.kind in LISTS and (line.bold and line.size > 11.5):
            return False
    for one, line in placed:
        one.rows.append([line])
    return True


def _in_cells(beside: Sequence[tuple[float, Field]], row: Row) -> bool:
    """Enter a row's lines into the cells above them, each a label with its value: lists of people go on, and commas."""
    owners = [
        next((one for x0, one in beside if abs(line.x0 - x0) <= COMMON_EDGE), None) for line in row.lines
    ]
    last = max((line for _, one in beside for line in one.lines), key=lambda line: line.bottom)
    close = row.page == last.page and row.top - last.bottom < 0.6 * row.size
    going_on = [one for one in owners if one and (one.kind in LISTS or one.text.endswith(","))]
    if not close or len(going_on) < len(owners) or row.bold:
        return False
    for line, owner in zip(row.lines, going_on, strict=True):
        owner.rows.append([line])
    return True


AT_EDGE = 0.8
"""Points within which a word stands so well at a column's edge that a gap little wider than a space will do."""


def _cut_at(edges: Sequence[float], line: Line) -> Iterator[Line]:
    """A line's parts, where a word further off than a space begins at the edge of a column."""
    starts = [
        place
        for place, (before, word) in enumerate(pairwise(line.words), 1)
        if any(
            word.x0 - before.x1 > gap * line.size and abs(word.x0 - edge) <= apart
            for edge in edges
            for gap, apart in ((0.45, COMMON_EDGE), (0.33, AT_EDGE))
        )
    ]
    if not starts:
        yield line
        return
    for start, end in pairwise([0, *starts, len(line.words)]):
        yield line_of(list(line.words[start:end]), line.page, line.row)


CIRCUMSTANCES = frozenset({"date", "time", "end", "place", "committee"})
"""Kinds of labels whose value is one line."""


def _goes_on(last: Field, row: Row) -> bool:
    """Whether a row without a label belongs to the value before it."""
    if last.kind is None:
        return True
    if last.kind == "contents":
        return False
    if row.column == "value":
        return last.kind in LISTS or not last.rows or follows_in_cell(last.lines[-1], row)
    if last.kind in CIRCUMSTANCES and last.row is not None and _goes_on_under(last.row, last.rows, row):
        return True
    in_column = not last.rows or last.rows[0][0].column == "value"
    if (
        last.row is not None
        and last.row.column == "label"
        and (last.kind not in LISTS or (last.rows and in_column))
    ):
        return False
    if row.bold and (row.size > 11.5 or (last.rows and not last.rows[0][0].bold)):
        return False
    if last.rows and row.size > last.rows[0][0].size + LARGER:
        return False
    if last.kind != "absent" and ABSENCE_TOLD.match(row.text) and read_absence(row.text):
        return False
    if last.kind in LISTS or last.kind == "office":
        return is_list_row(row.lines) and not (last.kind == "office" and last.rows)
    if not last.rows:
        return not row.bold or bool(last.row and last.row.bold)
    return False


def _goes_on_under(label: Row, value: Sequence[Sequence[Line]], row: Row) -> bool:
    """Whether a plain row stands close below a bold label without a value, or goes on with a value beside its label."""
    if value:
        beside = value[-1][0]
        aligned = abs(row.x0 - beside.x0) <= COMMON_EDGE and beside.x0 > label.first.x0 + SAME_COLUMN
        return aligned and len(value) < 3 and follows_in_cell(beside, row)
    below = row.page == label.page and row.top - label.bottom < row.size
    return label.bold and not row.bold and below and abs(row.x0 - label.x0) <= COMMON_EDGE


ABSENCE_TOLD = Pattern(
    "head-absence-told",
    r"(?:der\s+(?:er|var)\s+)?(?:(?:modtaget|meldt)\s+)?(?:afbud|forfald|fraværende|ikke\s+til\s*stede)\b",
    matches=["Der var afbud fra Ida Holm", "Afbud fra Ida Holm til sag 3", "ikke til stede"],
    not_matches=["Tilstede", "Ida Holm"],
)
"""How a row begins that ends a list of those who came."""
