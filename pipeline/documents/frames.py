"""Boxes and cells that a page draws, and which of them a line stands in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from pipeline.documents.open_tables import SLACK, open_sides
from pipeline.reading import is_bullet, line_of
from schemas.page import Line, Page, Rule

WHOLE_PAGE = 0.7
"""A box of so large a share of the page is a border of the page."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A drawn box, or one cell of a table."""

    page: int
    left: float
    top: float
    right: float
    bottom: float

    def beside(self, other: "Frame") -> bool:
        """Whether two are cells of one row."""
        return (
            self.page == other.page
            and self != other
            and abs(self.top - other.top) <= SLACK
            and abs(self.bottom - other.bottom) <= SLACK
        )

    def over(self, other: "Frame") -> bool:
        """Whether some of the other's width lies below this one, be it on the next page."""
        return self.left < other.right and other.left < self.right


def reach_of(line: Line) -> float:
    """Where a line ends; a word alone may be too long for its cell and run into the next one, and counts by half."""
    return line.x1 if len(line.words) > 1 else (line.x0 + line.x1) / 2


def text_right(frame: Frame, line: Line) -> float:
    """Where a full line of a cell's text ends: as far from its right edge as this line begins from its left one."""
    return frame.right - min(line.x0 - frame.left, PADDING)


PADDING = 14.0
"""Points: a cell keeps its text so far from an edge at most."""


def frames_of(page: Page) -> dict[int, Frame]:
    """The frame of each line that stands in one, by the line's identity."""
    flat, upright = _strokes(page.rules, page.width * page.height)
    upright += open_sides(flat, upright, page.lines)
    if not flat or len(upright) < 2:
        return {}
    found: dict[int, Frame] = {}
    last: Frame | None = None
    for line in page.lines:
        if last is not None and _holds(last, line) and _between(last, line, flat):
            found[id(line)] = last
            continue
        last = _around(line, flat, upright)
        if last is not None:
            found[id(line)] = last
    return found


def cut_at_joints(page: Page) -> Page:
    """A page whose lines run across no two cells of a table with strokes between its rows alone.

    Where the strokes of one row's cells meet, and white space wider than between words stands in every line, its
    columns part.
    """
    flat, upright = _strokes(page.rules, page.width * page.height)
    if len(flat) < FEWEST_STROKES:
        return page
    pieces = {id(line): _pieces(line) for line in page.lines}
    sides = open_sides(flat, upright, [piece for line in page.lines for piece in pieces[id(line)]])
    if not sides:
        return page
    lines: list[Line] = []
    for line in page.lines:
        middle = (line.top + line.bottom) / 2
        joints = [side.x0 for side in sides if side.top < middle < side.bottom]
        run: list[Line] = []
        for piece in pieces[id(line)]:
            if run and any(run[-1].x1 <= joint + SLACK and joint - SLACK <= piece.x0 for joint in joints):
                lines.append(_whole(line, run))
                run = []
            run.append(piece)
        lines.append(_whole(line, run))
    return replace(page, lines=lines)


FEWEST_STROKES = 4
"""Two rows of two cells have so many level strokes."""

WORDS_APART = 0.5
"""White space of so many sizes may part two cells; words stand 0.28 apart, a cell keeps 3 to 6 points at each side."""


def _pieces(line: Line) -> list[Line]:
    """A line cut where its words stand far apart."""
    found = [[line.words[0]]]
    for one, other in pairwise(line.words):
        if other.x0 - one.x1 >= WORDS_APART * line.size:
            found.append([])
        found[-1].append(other)
    return [line] if len(found) == 1 else [line_of(words, line.page, line.row) for words in found]


def _whole(line: Line, run: Sequence[Line]) -> Line:
    """The pieces of a line that stand in one cell."""
    words = [word for piece in run for word in piece.words]
    return line if len(words) == len(line.words) else line_of(words, line.page, line.row)


def table_rows(frames: Mapping[int, Frame]) -> dict[Frame, tuple[Frame, ...]]:
    """The row of each cell that has others at its sides, from left to right; boxes that stand alone have none.

    Args:
        frames: The cell of each line, by the line's identity.
    """
    rows: list[list[Frame]] = []
    for frame in sorted(set(frames.values()), key=lambda frame: frame.left):
        for row in rows:
            if row[-1].beside(frame) and -SLACK <= frame.left - row[-1].right <= APART:
                row.append(frame)
                break
        else:
            rows.append([frame])
    return {frame: tuple(row) for row in rows if len(row) > 1 for frame in row}


def columns_in_boxes(
    frames: Mapping[int, Frame], rows: dict[Frame, tuple[Frame, ...]], lines: Sequence[Line]
) -> dict[int, int]:
    """Which column each line of a wide box stands in, where white space parts its text into several; by identity.

    Args:
        frames: The box or cell of each line, by the line's identity.
        rows: The table's row of each cell that has others beside it; such a box is entered as a row of its own.
        lines: The page's.
    """
    held: dict[Frame, list[Line]] = {}
    for line in lines:
        frame = frames.get(id(line))
        if frame is not None and frame not in rows and frame.right - frame.left > NARROW:
            held.setdefault(frame, []).append(line)
    found: dict[int, int] = {}
    for frame, inside in held.items():
        columns: list[list[Line]] = []
        edge = 0.0
        for line in sorted(inside, key=lambda line: line.x0):
            if not columns or line.x0 > edge + GUTTER:
                columns.append([])
            columns[-1].append(line)
            edge = max(edge, line.x1)
        if len(columns) > 1 and all(
            len({line.row for line in column}) > 1 and median(len(line.words) for line in column) > 1
            for column in columns
        ):
            found |= {id(line): number for number, column in enumerate(columns) for line in column}
            rows[frame] = (frame,)
    return found


GUTTER = 7.0
"""Points of white space between two columns of a box; a bullet stands at most so far from its words."""


APART = 40.0
"""Points of white space between two boxes of one row: cards stand apart, cells touch."""


def by_cell(
    lines: Sequence[Line],
    frames: Mapping[int, Frame],
    rows: Mapping[Frame, tuple[Frame, ...]],
    columns: Mapping[int, int],
) -> list[Line]:
    """Lines with those of a table's row put where its first one stands, cell by cell.

    Args:
        lines: In reading order, which may take a table's cells for columns of prose.
        frames: The cell of each, by its identity.
        rows: The table's row of each cell that has others beside it.
        columns: The column of each line in a box that has several.
    """
    held: dict[tuple[Frame, ...], list[Line]] = {}
    for line in lines:
        cell = frames.get(id(line))
        if cell is not None and cell in rows:
            held.setdefault(rows[cell], []).append(line)
    if not held:
        return list(lines)
    ordered: list[Line] = []
    for line in lines:
        cell = frames.get(id(line))
        if cell is None or cell not in rows:
            ordered.append(line)
        else:
            of_row = held.pop(rows[cell], [])
            ordered += sorted(
                of_row,
                key=lambda other: (
                    frames[id(other)].left, columns.get(id(other), 0), other.row, other.x0,
                ),
            )  # fmt: skip
    return ordered


def join_justified(lines: Sequence[Line], frames: dict[int, Frame]) -> list[Line]:
    """Lines whose words justified type sets far apart in a narrow cell, put together again.

    Args:
        lines: In reading order.
        frames: The cell of each, by its identity; lines that are put together are entered.
    """
    found: list[Line] = []
    for line in lines:
        cell = frames.get(id(line))
        last = found[-1] if found else None
        if (
            last is not None
            and cell is not None
            and cell == frames.get(id(last))
            and last.row == line.row
            and last.x1 < line.x0
            and (cell.right - cell.left < NARROW or len(line.words) <= FEW)
            and (last.bold, last.size) == (line.bold, line.size)
            and not (len(last.words) == 1 and (is_bullet(last.text) or last.text[-1] in ".)"))
        ):
            line = line_of((*last.words, *line.words), last.page, last.row)
            frames[id(line)] = cell
            found[-1] = line
        else:
            found.append(line)
    return found


NARROW, FEW = 300.0, 2
"""A cell of fewer points holds one column of text: half a page's width, as tables have it. Wide boxes may hold two, but
not of so few words a line."""


THICK = 5.0
"""A stroke is at most so many points thick: no line of text has room in it. Designed plans draw 0.3 to 4.3."""


def _strokes(rules: Sequence[Rule], area: float) -> tuple[list[Rule], list[Rule]]:
    flat: list[Rule] = []
    upright: list[Rule] = []
    for rule in rules:
        width, height = rule.x1 - rule.x0, rule.bottom - rule.top
        if height <= THICK and width > max(10.0, 2 * height):
            flat.append(rule)
        elif width <= THICK and height > max(5.0, 2 * width):
            upright.append(rule)
        elif width > 10 and height > 5 and width * height < WHOLE_PAGE * area:
            flat.append(Rule(rule.x0, rule.top, rule.x1, rule.top))
            flat.append(Rule(rule.x0, rule.bottom, rule.x1, rule.bottom))
            upright.append(Rule(rule.x0, rule.top, rule.x0, rule.bottom))
            upright.append(Rule(rule.x1, rule.top, rule.x1, rule.bottom))
    return flat, upright


def _holds(frame: Frame, line: Line) -> bool:
    middle = (line.top + line.bottom) / 2
    return (
        frame.left - SLACK <= line.x0
        and line.x1 <= frame.right + SLACK
        and frame.top <= middle <= frame.bottom
    )


def _between(frame: Frame, line: Line, flat: Sequence[Rule]) -> bool:
    """Whether no other stroke parts the frame at this line; boxes drawn over each other share an edge."""
    middle = (line.top + line.bottom) / 2
    return not any(
        frame.top + SLACK < rule.top < middle and rule.x0 - SLACK <= line.x0 and rule.x1 + SLACK >= line.x1
        for rule in flat
    )


def _around(line: Line, flat: Sequence[Rule], upright: Sequence[Rule]) -> Frame | None:
    middle_x, middle_y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
    sides = [r for r in upright if r.top - SLACK <= middle_y <= r.bottom + SLACK]
    left = max((r for r in sides if r.x0 <= line.x0 + SLACK), key=lambda r: r.x1, default=None)
    right = min((r for r in sides if r.x1 >= reach_of(line) - SLACK), key=lambda r: r.x0, default=None)
    if left is None or right is None or left.x1 >= right.x0:
        return None
    top = max(
        (r.bottom for r in flat if r.top <= middle_y and r.x0 - SLACK <= middle_x <= r.x1 + SLACK),
        default=None,
    )
    bottom = min(
        (r.top for r in flat if r.bottom >= middle_y and r.x0 - SLACK <= middle_x <= r.x1 + SLACK),
        default=None,
    )
    # A box that a page's end cuts may be drawn open there.
    if top is None and bottom is not None:
        top = max(left.top, right.top)
    elif bottom is None and top is not None:
        bottom = min(left.bottom, right.bottom)
    if top is None or bottom is None or top >= bottom:
        return None
    return Frame(line.page, round(left.x1, 1), round(top, 1), round(right.x0, 1), round(bottom, 1))
