"""Tables that draw strokes only between their rows: where the strokes of one row's cells meet, the columns part."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from schemas.page import Line, Rule

SLACK = 3.0
"""Points by which strokes that meet may miss each other."""

TALLEST = 320.0
"""Points between the strokes above and below a row; what is taller is no row."""


class _Level(NamedTuple):
    """Strokes that touch each other at one height."""

    top: float
    left: float
    right: float
    joints: tuple[float, ...]
    """Where one stroke ends and the next begins."""


def open_sides(flat: Sequence[Rule], upright: Sequence[Rule], lines: Sequence[Line]) -> list[Rule]:
    """The sides that the cells of such tables would have.

    Args:
        flat: The page's level strokes, the edges of filled boxes among them.
        upright: Its upright ones.
        lines: Its text: a line across two cells shows that the row is no row of cells.
    """
    found: list[Rule] = []
    below_another: set[float] = set()
    for above, below in pairwise(_levels(flat)):
        if abs(above.left - below.left) > SLACK or abs(above.right - below.right) > SLACK:
            continue
        joints = below.joints or above.joints
        if not joints or not 5 < below.top - above.top < TALLEST:
            continue
        if (
            above.joints
            and below.joints
            and not any(abs(x - y) <= SLACK for x in above.joints for y in below.joints)
        ):
            continue  # Two tables: the columns of one part elsewhere than those of the other.
        middle = (above.top + below.top) / 2
        beside = [rule for rule in upright if rule.top <= middle <= rule.bottom]
        if any(below.left + SLACK < rule.x0 < below.right - SLACK for rule in beside):
            continue
        band = any(abs(rule.x0 - below.left) <= SLACK for rule in beside)
        crossed = any(
            above.top < (line.top + line.bottom) / 2 < below.top
            and line.x0 < joint - SLACK < joint + SLACK < line.x1
            for line in lines
            for joint in joints
        )
        if band or crossed or _between_tables(above, below, joints, upright, lines):
            continue
        top = above.top
        if top not in below_another and above.joints:
            top = _top_of_heads(above, lines)
        below_another.add(below.top)
        edges = (below.left, *joints, below.right)
        found += [Rule(x, above.top, x, below.top) for x in edges]
        if top < above.top:
            found += [Rule(x, top, x, above.top) for x in edges]
    return found


def _between_tables(
    above: _Level, below: _Level, joints: Sequence[float], upright: Sequence[Rule], lines: Sequence[Line]
) -> bool:
    """Whether one table ends at a stroke and another with its columns begins at the next, a heading between."""
    ends = any(
        abs(rule.bottom - above.top) <= SLACK and abs(rule.x0 - x) <= SLACK
        for rule in upright
        for x in joints
    )
    begins = any(
        abs(rule.top - below.top) <= SLACK and abs(rule.x0 - x) <= SLACK for rule in upright for x in joints
    )
    if not (ends and begins):
        return False
    return not any(
        above.top < (line.top + line.bottom) / 2 < below.top
        and line.x0 > joints[0] - SLACK
        and line.x1 < below.right + SLACK
        for line in lines
    )


def _top_of_heads(level: _Level, lines: Sequence[Line]) -> float:
    """The upper edge of a row of bold heads with a stroke below it alone; the stroke's own where none stands there."""
    held: list[Line] = []
    top = level.top
    for line in sorted(lines, key=lambda line: -line.bottom):
        if line.bottom > level.top + SLACK:
            continue
        if line.bottom < top - (HEAD_STEP if held else HEAD_GAP) * line.size:
            break
        inside = level.left - SLACK <= line.x0 and line.x1 <= level.right + SLACK
        if (
            not inside
            or not line.bold
            or any(line.x0 < x - SLACK < x + SLACK < line.x1 for x in level.joints)
        ):
            break
        held.append(line)
        top = min(top, line.top)
    columns = {sum(x <= line.x0 + SLACK for x in level.joints) for line in held}
    return top - 1.0 if len(columns) > len(level.joints) // 2 and len(columns) > 1 else level.top


HEAD_GAP, HEAD_STEP = 1.2, 0.5
"""So many sizes above its stroke a head ends, at most; so many above each other its lines."""


def _levels(flat: Sequence[Rule]) -> list[_Level]:
    """The strokes of each height that touch each other, from the top of the page on."""
    heights: list[list[Rule]] = []
    for rule in sorted(flat, key=lambda rule: (rule.top, rule.x0)):
        if heights and rule.top - heights[-1][0].top <= 1.0:
            heights[-1].append(rule)
        else:
            heights.append([rule])
    levels: list[_Level] = []
    for held in heights:
        run: list[Rule] = []
        strokes: list[Rule | None] = [*sorted(held, key=lambda rule: (rule.x0, -rule.x1)), None]
        for stroke in strokes:
            if stroke is not None and (not run or stroke.x0 <= max(r.x1 for r in run) + SLACK):
                run.append(stroke)
                continue
            left, right = run[0].x0, max(r.x1 for r in run)
            ends = sorted({round(r.x1, 1) for r in run if r.x1 < right - SLACK})
            starts = [r.x0 for r in run]
            joints = tuple(x for x in ends if any(abs(x - start) <= SLACK for start in starts))
            levels.append(_Level(held[0].top, left, right, joints))
            run = [stroke] if stroke is not None else []
    return levels
