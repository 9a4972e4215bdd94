"""What the columns of a plan's tables hold, numbers alone among it: "Målepunkt | Niveau juni 2010 | Mål 2011"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pipeline.danish.numbers import plan_lexicon
from pipeline.danish.pattern import Pattern
from pipeline.documents.block import Block
from pipeline.documents.plan.words import Zone, read_label, zone_of

NUMBERED = Pattern(
    "plan-number-cell",
    r"^(?:(?:højst|højest|maks\.?|max\.?|mindst|min\.|minimum|under|over|ca\.|[<>≤≥+–-])\s*){0,2}\d[\d.,]*\s*"
    r"(?:[^\W\d]*\.?|%)?(?:[ -]?point|\s(?:pct\.|kr\.|[^\W\d]+))?\s*(?:\([^()]{1,14}\))?$",
    matches=["480", "66 pct.", "Højst 480 personer", "1,5 mio. kr.", "290 (-9 %)", "< 12,5 %", "5 pct.point"],
    not_matches=["Mindst 66 pct. af de unge", "2 gange om året i alt", "Faldende", "Antal 4"],
)
"""A cell that holds a number with its unit and nothing that says of what."""

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""Matches: "Mål 2011"."""


WHEN = re.compile(
    r"\b(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|sept|okt|nov|dec)(?:uar|ruar|ts|il|i|ust|tember|ember|ober|t)?\b"
    r"|\b(?:pr|ultimo|primo|medio|i|år)\b",
    re.IGNORECASE,
)
"""Words beside the year of a column that say no more than when: "Dec. 2014", "Ultimo 2015"."""


@dataclass(frozen=True, slots=True)
class Levels:
    """What stands beside a row's words in columns of numbers."""

    promised: tuple[tuple[Block, str], ...]
    """The cells of what is promised, each with the head of its column."""

    start: Block | None
    """The cell of the level from which it is counted."""

    start_year: int | None
    """The year in that column's head."""

    change: Block | None = None
    """The cell that says by how much it is to rise or fall."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a block in a table."""

    zone: Zone | None
    """What its column holds; None where the head does not say."""

    row: tuple[int, float] | None
    """Page and upper edge of its row; None where it belongs to the target that was stated last."""

    head: bool
    """Whether it belongs to the table's head."""

    with_measures: bool
    """Whether another column holds the measures."""

    with_targets: bool = True
    """Whether a column of its table holds targets; else all of it belongs to the target above."""

    levels: Levels | None = None
    """The numbers in columns of their own that belong to its words."""

    number: bool = False
    """Whether it is such a number."""

    goal: bool = False
    """Whether its column names the minister's goals."""


class Table(NamedTuple):
    """A table with a row of heads."""

    heads: Sequence[tuple[str, Zone | None]]
    """Each column's head and what it says that stands below it."""

    rows: Sequence[Sequence[Sequence[Block]]]
    """The blocks of each cell, row by row."""


class Columns(NamedTuple):
    """Which columns hold what, in a table with numbers alone."""

    label: int
    """Where it is said what the numbers count."""

    title: int | None
    """Where what is counted has a title of its own."""

    promised: tuple[int, ...]
    start: int | None
    change: int | None = None


def columns_of(table: Table, year: int | None) -> Columns | None:
    """The columns of a table with numbers of what is promised, or None where it has none.

    Args:
        table: It.
        year: The plan's: columns of earlier years tell where it starts.
    """
    numbers = [_holds_numbers(table, column) for column in range(len(table.heads))]
    promised: list[int] = []
    starts: list[int] = []
    changes: list[int] = []
    for column, (head, zone) in enumerate(table.heads):
        if not numbers[column]:
            continue
        printed = YEAR.findall(head)
        alone = bool(printed) and not re.sub(r"[\W\d_]+", "", WHEN.sub("", head))
        if zone is Zone.status and _folded(head).startswith("niveau") and printed and year is not None:
            # "Niveau dec. 2014" beside "Niveau dec. 2015": the plan's own year holds what is promised.
            zone, alone = None, True
        if _folded(head).startswith(tuple(plan_lexicon()["status"]["changes"])):
            changes.append(column)
        elif zone is Zone.status or (
            (alone or zone is None) and printed and year is not None and int(printed[-1]) < year
        ):
            starts.append(column)
        elif zone in (Zone.targets, Zone.measures) or (alone and year is not None):
            promised.append(column)
    if not promised and year is not None:
        # "Ambition 2015" beside "Niveau 2014": a word that no list knows, for the plan's own year.
        promised = [
            column
            for column, (head, zone) in enumerate(table.heads)
            if zone is None
            and numbers[column]
            and column not in (*changes, *starts)
            and any(int(printed) >= year for printed in YEAR.findall(head))
            and set(re.findall(r"[^\W\d_]+", head.lower())).isdisjoint(plan_lexicon()["status"]["foreseen"])
        ]
    if not promised or any(
        zone is None and numbers[c] and c < promised[0] and c not in (*changes, *starts)
        for c, (_, zone) in enumerate(table.heads)
    ):
        return None
    labels = [c for c in range(promised[0]) if not numbers[c] and table.heads[c][1] is not Zone.status]
    if not labels:
        return None
    label = labels[-1]
    named = (Zone.targets, Zone.goals)
    title = next(
        (
            c
            for c in labels[:-1]
            if table.heads[c][1] in named or _folded(table.heads[c][0]) in plan_lexicon()["target"]["topics"]
        ),
        None,
    )
    return Columns(
        label,
        title,
        tuple(promised),
        starts[-1] if starts else None,
        changes[0] if len(changes) == 1 else None,
    )


def levels_of(table: Table, columns: Columns, row: Sequence[Sequence[Block]]) -> Levels:
    """The numbers that stand in a row."""
    start = row[columns.start] if columns.start is not None else []
    printed = YEAR.findall(table.heads[columns.start][0]) if columns.start is not None else []
    change = row[columns.change] if columns.change is not None else []
    return Levels(
        tuple((block, table.heads[column][0]) for column in columns.promised for block in row[column]),
        start[0] if len(start) == 1 else None,
        int(printed[-1]) if printed else None,
        change[0] if len(change) == 1 else None,
    )


def _holds_numbers(table: Table, column: int) -> bool:
    cells = [row[column] for row in table.rows if column < len(row) and row[column]]
    return bool(cells) and all(NUMBERED.match(block.text) for cell in cells for block in cell)


def _folded(text: str) -> str:
    return text.lower().strip(" .:")


def set_numbers(cells: dict[int, Cell], table: Table, year: int | None) -> None:
    """Say of a table's cells which numbers belong to which words.

    Args:
        cells: What each block of the table is; changed in place.
        table: It.
        year: The plan's.
    """
    columns = columns_of(table, year)
    if columns is None:
        return
    own_title = columns.title is not None
    for row in table.rows:
        levels = levels_of(table, columns, row)
        for position, held in enumerate(row):
            for block in held:
                cell = cells[id(block)]
                if position == columns.label:
                    zone = Zone.measures if own_title else Zone.targets
                    cells[id(block)] = replace(cell, zone=zone, levels=levels, with_measures=True)
                elif position == columns.title:
                    goal = table.heads[position][1] is Zone.goals
                    cells[id(block)] = replace(cell, zone=Zone.targets, with_measures=True, goal=goal)
                elif position in columns.promised:
                    zone = Zone.status if own_title else Zone.measures
                    cells[id(block)] = replace(
                        cell, zone=zone, number=True, levels=replace(levels, promised=())
                    )
                elif position in (columns.start, columns.change):
                    cells[id(block)] = replace(cell, zone=Zone.status, number=True)


def with_topics(said: list[Zone | None], first: list[Block]) -> list[Zone | None]:
    """What the columns hold where the first names what the targets are about: "Fokusområde" beside "Mål for 2018"."""
    if said.count(Zone.targets) > 1 and Zone.measures not in said:
        named = said.index(Zone.targets)
        return [Zone.measures if zone is Zone.targets and i > named else zone for i, zone in enumerate(said)]
    named = len(first) == 1 and _folded(first[0].text) in plan_lexicon()["target"]["topics"]
    if not named or Zone.targets not in said[1:] or Zone.measures in said:
        return said
    return [Zone.targets, *(Zone.measures if zone is Zone.targets else zone for zone in said[1:])]


NUMBER = re.compile(r"\d{1,2}\s?\.?")
"""A target's number alone in its cell."""


def head_zone(blocks: list[Block], *, exact: bool = False, year: int | None = None) -> Zone | None:
    """What a cell says that stands below or beside it; exactly so, where it says nothing else.

    Targets of a year before the plan's are told, not promised.
    """
    if len(blocks) != 1 or len(blocks[0].text.split()) > 6 or read_label(blocks[0].text) is not None:
        return None
    zone = zone_of(blocks[0].text)
    if zone is None or zone[1] < exact:
        return None
    printed = YEAR.findall(blocks[0].text)
    past = bool(printed) and year is not None and all(int(one) < year for one in printed)
    return Zone.status if past else zone[0]


def zones_said(row: Sequence[list[Block]], year: int | None) -> list[Zone | None]:
    """What the heads of a table's columns say that stands below them.

    Args:
        row: The blocks of each head's cell.
        year: The plan's.
    """
    said = [head_zone(held, year=year) for held in row]
    if len(row) > 2 and said[0] is None and len(row[0]) == 1 and _folded(row[0][0].text) in NUMBER_HEADS:
        return [None, *with_topics(said[1:], row[1])]
    return with_topics(said, row[0] if row else [])


NUMBER_HEADS = frozenset(["nr", "nr.", "nummer", "#", "mål nr", "målnr", "id"])
"""Heads of a first column that only numbers the rows."""
