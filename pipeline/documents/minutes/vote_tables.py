"""Votes set as a table: the sides stand over columns of voters, of numbers or of ticks, or in front of rows."""

import re
from collections.abc import Sequence

from pipeline.danish.labels import fold, vote_sides
from pipeline.danish.voters import voter_list
from pipeline.documents.minutes.fields import SAME_COLUMN
from pipeline.documents.minutes.member_rows import TICK
from pipeline.documents.minutes.row import Row
from schemas.page import Line

IN_COLUMN = 1.5
"""Points within which a cell begins at its column's left edge; the text around a table begins further off."""


def votes_of_table(rows: Sequence[Row]) -> list[str]:
    """The votes of a table among a decision's rows as lists, "For: A, F, Ø"; [] where there is none."""
    known = vote_sides()
    beside = [
        f"{known[fold(row.first.text)]}: {row.lines[1].text}"
        for row in rows
        if len(row.lines) == 2 and fold(row.first.text) in known and _is_cell(row.lines[1].text.strip(" ,."))
    ]
    if len(beside) > 1:  # "For | Ida Holm, Bo Vang" over "Imod | Per Lund"
        return beside
    for place, row in enumerate(rows):
        sides = [(side, line.x0) for line in row.lines if (side := known.get(fold(line.text))) is not None]
        if len(sides) > 1 and len(row.lines) - len(sides) <= 1:
            told = _told(sides, rows[place + 1 :])
            return [f"{side}: {', '.join(told[side])}" for side, _ in sides if told[side]]
    return []


def _told(sides: Sequence[tuple[str, float]], rows: Sequence[Row]) -> dict[str, list[str]]:
    """Who, or how many, stand under each side."""
    told: dict[str, list[str]] = {side: [] for side, _ in sides}
    for row in rows:
        cells = [(_side(sides, line), line.text.strip(" ,.")) for line in row.lines]
        name = cells[0][1] if cells[0][0] is None else None
        if name is not None and row.first.x0 < sides[0][1] - SAME_COLUMN and len(cells) == 2:
            side = next((side for side, x0 in reversed(sides) if row.lines[1].x0 >= x0 - IN_COLUMN), None)
            if side is None or not TICK.match(cells[1][1]) or not _are_voters(name):
                break
            told[side].append(name)
        elif all(side is not None and _is_cell(text) for side, text in cells):
            for side, text in cells:
                told[side or ""].append(text)
        else:
            break
    return told


def _side(sides: Sequence[tuple[str, float]], line: Line) -> str | None:
    return next((side for side, x0 in sides if abs(line.x0 - x0) <= IN_COLUMN), None)


def _is_cell(text: str) -> bool:
    return re.fullmatch(r"\d{1,2}|[-–]", text) is not None or _are_voters(text)


def _are_voters(text: str) -> bool:
    return voter_list().fullmatch(text) is not None
