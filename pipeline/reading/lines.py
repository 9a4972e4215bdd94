"""Words to lines in the order in which a person reads them.

A page's words are gathered into rows (one baseline) and rows parted at gaps into segments. Then columns are looked
for: a column of bold labels with values to the right of it, or text beside text or a figure. What is neither is
read row by row.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress, pairwise
from operator import attrgetter, itemgetter
from statistics import median

from pipeline.reading.aside import aside
from pipeline.reading.bullets import is_bullet
from pipeline.reading.edges import parted_at_edges
from pipeline.reading.label_column import ALIGNED, CLOSE, GAP, MIN_ROWS, Column, value_columns
from schemas.page import Line, Page, Rule, Word

ROW_TOLERANCE = 0.4
"""Words whose middles lie nearer than this share of the lower word's height stand in one row."""


SAME_CELL = 0.65
"""A label's next line follows within this share of its size."""

DEEPEST_INDENT = 6.0
"""A line that begins so many sizes right of the values' edge, alone in its row, is centred or set right."""


def set_lines(pages: Sequence[Page]) -> None:
    """Give each page its lines in reading order.

    A page with one row of a table that goes on from the page before has too few rows to tell its columns: it takes
    the column of values of the nearest page before it, or after it.

    Args:
        pages: With words and rules; their `lines` are set. Lines of one printed row have the same `row`. Stamps and the
            numbers of lines are no lines: they become furniture.
    """
    beside = aside(pages)
    rows = [_rows(_text(page, words)) for page, words in zip(pages, beside, strict=True)]
    columns = value_columns(rows, [page.width for page in pages])
    for page, of_page, of_values in zip(pages, rows, columns, strict=True):
        page.lines = _lines(page, of_page, of_values)
    for page, words in zip(pages, beside, strict=True):
        page.furniture = [line_of([word], page.number, -1) for word in words]
        for line in page.furniture:
            line.column = "aside"


def _text(page: Page, beside: Sequence[Word]) -> Sequence[Word]:
    """A page's words without those that are none of its text."""
    if not beside:
        return page.words
    none = set(map(id, beside))
    return [word for word in page.words if id(word) not in none]


def _lines(page: Page, rows: list[list[Word]], columns: Sequence[Column]) -> list[Line]:
    uprights = sorted([rule for rule in page.rules if rule.vertical])
    lines: list[Line] = []
    parted = [_segments(row, uprights, columns) for row in rows]
    for number, parts in enumerate(parted_at_edges(parted)):
        lines.extend(line_of(part, page.number, number) for part in parts)
    for column in columns:
        _mark_columns(lines, column)
    return _ordered(lines)


def line_of(words: Sequence[Word], page: int, row: int = 0) -> Line:
    """A line made of some words, in their order; its box is in hundredths of a point, as places are told."""
    texts, lefts, tops, rights, bottoms, _, sizes, bolds, italics, _ = zip(*words, strict=True)
    lettered = [text[:1].isalnum() or LETTER_OR_FIGURE.search(text) is not None for text in texts]
    some = any(lettered)
    return Line(
        page,
        " ".join(texts),
        round(min(lefts), 2),
        round(min(tops), 2),
        round(max(rights), 2),
        round(max(bottoms), 2),
        _most(sizes, texts),
        some and all(compress(bolds, lettered)),
        some and all(compress(italics, lettered)),
        tuple(words),
        row,
    )


def _most(sizes: Sequence[float], texts: Sequence[str]) -> float:
    """The size of most characters; of equals the one that comes first."""
    if len(set(sizes)) == 1:
        return sizes[0]
    counted: dict[float, int] = {}
    for size, text in zip(sizes, texts, strict=True):
        counted[size] = counted.get(size, 0) + len(text)
    return max(counted, key=counted.__getitem__)


LETTER_OR_FIGURE = re.compile(r"[^\W_]")

BASELINE = 0.3
"""Words whose lower edges differ by at most so many points stand on one baseline and are never parted."""


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words by row, from top to bottom, each row from left to right."""
    rows: list[list[Word]] = []
    centres: list[float] = []
    heights: list[float] = []
    spans: list[tuple[float, float]] = []
    for centre, height, held in sorted(_baselines(words), key=itemgetter(0)):
        x0, x1 = min([word.x0 for word in held]), max([word.x1 for word in held])
        # A superscript's middle lies higher than its row's: look at the last two rows.
        for back in (-1, -2):
            if len(rows) < -back or abs(centre - centres[back]) > ROW_TOLERANCE * min(height, heights[back]):
                continue
            left, right = spans[back]
            if x0 < right and x1 > left and any(_on_top(word, rows[back]) for word in held):
                continue
            rows[back].extend(held)
            spans[back] = (min(left, x0), max(right, x1))
            if height > heights[back]:
                centres[back], heights[back] = centre, height
            break
        else:
            rows.append(held)
            centres.append(centre)
            heights.append(height)
            spans.append((x0, x1))
    rows = _raised(rows)
    for row in rows:
        row.sort(key=BY_LEFT)
    rows.sort(key=lambda row: _middle([word.bottom for word in row]))
    return rows


BY_LEFT = attrgetter("x0")


def _middle(values: list[float]) -> float:
    """The median; `statistics` takes three times as long for the few words of a row."""
    values.sort()
    half, odd = divmod(len(values), 2)
    return values[half] if odd else (values[half - 1] + values[half]) / 2


def _baselines(words: Sequence[Word]) -> Iterator[tuple[float, float, list[Word]]]:
    """Words that stand on one baseline, with the middle and the height of most of them."""
    held: list[Word] = []
    for word in sorted(words, key=attrgetter("bottom")):
        if held and word.bottom - held[0].bottom > BASELINE:
            yield _level(held)
            held = []
        held.append(word)
    if held:
        yield _level(held)


def _level(held: list[Word]) -> tuple[float, float, list[Word]]:
    # The tallest letters of a line ("Å") are no measure of it.
    height = _middle([word.bottom - word.top for word in held])
    return held[0].bottom - height / 2, height, held


def _on_top(word: Word, row: list[Word]) -> bool:
    """Whether a word lies over a row's words, so that it must be of another row."""
    x0, x1 = word.x0, word.x1
    enough = 0.6 * (x1 - x0)
    return any(
        other.x0 < x1 and other.x1 > x0 and min(x1, other.x1) - max(x0, other.x0) > enough > 0
        for other in row
    )


def _raised(rows: list[list[Word]]) -> list[list[Word]]:
    """Rows of nothing but small raised figures (footnote marks) joined to the row that they stand in."""
    kept: list[list[Word]] = []
    for position, row in enumerate(rows):
        if all(len(word.text) <= 2 and word.text.isdigit() for word in row):
            for host in (rows[position + 1] if position + 1 < len(rows) else [], kept[-1] if kept else []):
                if host and _sits_in(row, host):
                    host.extend(row)
                    break
            else:
                kept.append(row)
        else:
            kept.append(row)
    return kept


def _sits_in(row: list[Word], host: list[Word]) -> bool:
    low, high = min(word.top for word in host), max(word.bottom for word in host)
    size = max(word.size for word in host)
    return all(
        word.size < 0.8 * size
        and low - 0.3 * (high - low) <= word.top
        and word.bottom <= high
        and any(abs(word.x0 - other.x1) < 0.25 * size for other in host)
        for word in row
    )


def _segments(row: list[Word], uprights: list[Rule], columns: Sequence[Column]) -> list[list[Word]]:
    """A row's words, parted at wide gaps, at upright strokes and before the column of values."""
    parts: list[list[Word]] = [[row[0]]]
    for one, other in pairwise(row):
        gap = other.x0 - one.x1
        wide = gap > GAP * 6.0 and gap > GAP * one.size and gap > GAP * other.size
        into_values = bool(columns) and any(column.parts(row, one, other) for column in columns)
        if wide or into_values or (uprights and _parted(one, other, uprights)):
            parts.append([other])
        else:
            parts[-1].append(other)
    return parts


def _parted(one: Word, other: Word, uprights: list[Rule]) -> bool:
    """Whether one of the upright strokes, which are in order, stands between two words."""
    middle = (other.top + other.bottom) / 2
    # A word too long for its cell runs over the stroke and into the next one's.
    begin = one.x1 - 1 if other.x0 >= one.x1 - 1 else one.x0 + 1
    for rule in uprights[bisect_left(uprights, (begin,)) :]:
        if rule.x0 > other.x0 + 1:
            return False
        if rule.top <= middle <= rule.bottom:
            return True
    return False


def _mark_columns(lines: list[Line], column: Column) -> None:
    """Say of each line whether it stands in the column of labels or of values."""
    at_edge = [line for line in lines if _begins_at(line, column.left)]
    size = median(line.size for line in at_edge) if at_edge else 0.0
    in_row = Counter(line.row for line in lines)
    # A heading on the page's axis may begin at the edge by chance.
    centred = {line.row for line in at_edge if line.size > size + LARGER and in_row[line.row] == 1}
    valued = {line.row for line in at_edge if not (column.plain and line.bold)} - centred
    above: Line | None = None
    for line in lines:
        if set(line.text) <= {"_", " "} or not column.top <= line.top <= column.bottom:
            continue
        overrun = len(line.words) == 1 and line.row in valued and line.x0 < column.left - ALIGNED
        beside = overrun or line.x1 <= column.left + ALIGNED
        if column.plain:
            # What is not bold is a label by the value beside it, or goes on with one.
            beside = (
                beside
                and abs(line.x0 - column.margin) <= ALIGNED
                and (
                    line.row in valued
                    or (above is not None and line.top - above.bottom < SAME_CELL * line.size)
                )
            )
            above = line if beside else above if line.x0 >= column.left - ALIGNED else None
        else:
            beside = beside and (line.italic if column.italic else line.bold)
        if beside:
            line.column = "label"
        elif (line.x0 >= column.left - ALIGNED or _begins_at(line, column.left)) and (
            line.row in valued
            or _is_value(line, column, size)
            or (line.row not in centred and _in_table(line, lines, valued))
        ):
            line.column = "value"


def _begins_at(line: Line, edge: float) -> bool:
    """Whether a line, or what stands behind its bullet, begins at an edge."""
    words = line.words[:2] if is_bullet(line.words[0].text) else line.words[:1]
    return any(abs(word.x0 - edge) <= ALIGNED for word in words)


def _in_table(line: Line, lines: list[Line], valued: set[int]) -> bool:
    """Whether a line begins at the edge of a further column, where others stand beside values."""
    same = sum(other.row in valued and abs(other.x0 - line.x0) <= ALIGNED for other in lines)
    return same >= MIN_ROWS


def _is_value(line: Line, column: Column, size: float) -> bool:
    """Whether a line alone in its row goes on with a value, and is no centred heading."""
    if line.x0 > column.left + DEEPEST_INDENT * line.size:
        return False
    return line.size <= size + LARGER and not (line.bold and column.plain)


LARGER = 0.6
"""Points by which a line is set larger than values are."""


def _ordered(lines: list[Line]) -> list[Line]:
    """Row by row, but text beside text column by column."""
    ordered: list[Line] = []
    rest = sorted(lines, key=lambda line: (line.row, line.x0))
    while rest:
        band = _side_by_side(rest)
        if band is None:
            ordered.extend(rest)
            break
        before, left, right, after = band
        ordered.extend(before)
        ordered.extend(left)
        ordered.extend(right)
        rest = after
    return ordered


def _side_by_side(lines: list[Line]) -> tuple[list[Line], list[Line], list[Line], list[Line]] | None:
    """The first stretch where lines stand beside lines of other rows: text beside a figure, or columns of prose."""
    for position, line in enumerate(lines):
        if line.column or line.x0 < 100:
            continue
        beside = [
            other
            for other in lines[max(0, position - 6) : position + 6]
            if other is not line
            and not other.column
            and other.x1 <= line.x0 - 4
            and min(other.bottom, line.bottom) - max(other.top, line.top) > 0.15 * (line.bottom - line.top)
        ]
        if not beside:
            continue
        free = max(other.x1 for other in beside)
        outer = (o.x0 for o in lines[position:] if line.x0 - HANGING <= o.x0 < line.x0 and o.x0 > free)
        gutter = min(outer, default=line.x0) - 2
        right = [other for other in lines[position:] if other.x0 >= gutter and not other.column]
        right = _run(right, lines, gutter)
        top, bottom = min(other.top for other in right), max(other.bottom for other in right)
        left = [
            other
            for other in lines
            if other.x1 <= gutter and other.bottom > top and other.top < bottom and not other.column
        ]
        if not _is_prose(left, right):
            continue
        chosen = {id(other) for other in (*left, *right)}
        before = [other for other in lines if id(other) not in chosen and other.top < top]
        after = [other for other in lines if id(other) not in chosen and other.top >= top]
        return before, left, right, after
    return None


HANGING = 24.0
"""Points by which a list at a column's top may be set in from the column's edge."""

SHORT_RUN = 3
"""Lines that follow each other in a narrow column of prose; numbers and labels stand alone, or in twos."""


def _are_labels(left: list[Line], right: list[Line]) -> bool:
    """Whether numbers or labels stand at the left, most of them in a row of the text that they belong to."""
    beside = {line.row for line in right}
    if 2 * sum(line.row in beside for line in left) < len(left):
        return False
    breaks = sum(other.top - one.bottom > CLOSE * one.size for one, other in pairwise(left))
    return len(left) < SHORT_RUN * (breaks + 1)


def _is_scattered(lines: list[Line]) -> bool:
    """Whether no line has another close below: a running header's right part, a case's number under its heading."""
    return all(other.top - one.bottom > CLOSE * one.size for one, other in pairwise(lines))


def _run(right: list[Line], lines: list[Line], gutter: float) -> list[Line]:
    """The right column's lines up to the first line that runs across the gutter."""
    across = [line.top for line in lines if line.x0 < gutter < line.x1 and line.top > right[0].top]
    end = min(across, default=float("inf"))
    return [line for line in right if line.top < end]


LEVEL = 0.75
"""Rows of a table stand level in its columns; of two columns of text with headings no such share of the lines does."""

MIN_TEXT = 4
"""So many lines of four words or more make a column of text."""


def _is_prose(left: list[Line], right: list[Line]) -> bool:
    """Whether both sides are text to be read one after the other, and no table or list of names."""
    if len(left) < 3 or _is_scattered(right):
        return False
    rows = {line.row for line in left}
    shared = sum(line.row in rows for line in right) / len(right)
    words_left = median(len(line.words) for line in left)
    if shared < 0.5:
        return words_left >= 2 and not (words_left < 4 and _are_labels(left, right))
    if shared < LEVEL:
        # Headings and labels of few words stand among the lines of both columns.
        return min(sum(len(line.words) >= 4 for line in side) for side in (left, right)) >= MIN_TEXT
    words_right = median(len(line.words) for line in right)
    return len(right) >= 4 and words_left >= 4 and words_right >= 4
