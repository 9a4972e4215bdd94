"""Figures of a plan: numbers that are told and not promised."""

import re
from collections.abc import Sequence

from pipeline.danish.pattern import Pattern
from pipeline.danish.told import PERIOD_TOLD, Told, told_by_line, told_in_prose
from pipeline.documents.block import Block, places_in
from schemas.plan import Figure

LONGEST_LINE = 190
"""A bullet of statistics has no more characters."""

PROMISES = Pattern(
    "figure-promised",
    r"\b(?:skal|mindst|højst|højest|målet|målsætning\w*)\b",
    matches=["skal falde", "mindst 5", "målsætningen er"],
    not_matches=["er faldet"],
)
"""Words of promises: a bullet with one tells no statistics."""


def figures_of(blocks: Sequence[Block], taken: set[int]) -> tuple[Figure, ...]:
    """Read the figures from bullets of statistics and from prose about developments.

    Args:
        blocks: The plan's blocks.
        taken: Identities of blocks that are measures or actions.
    """
    figures: list[Figure] = []
    period: str | None = None
    for block in blocks:
        if id(block) in taken or block.contents or block.heading:
            continue
        if not any(map(str.isdigit, block.text)):
            continue
        if block.bullet:
            told = (
                told_by_line(block.text)
                if len(block.text) <= LONGEST_LINE and not PROMISES.search(block.text)
                else None
            )
            if told is not None:
                figures.append(_figure(block, told, period))
                continue
        else:
            said = list(PERIOD_TOLD.finditer(block.text))
            # The bullets below speak of the time that was said last.
            period = _bare(said[-1].group()) if said and block.text.rstrip().endswith((":", ".")) else None
        figures.extend(_figure(block, told, None) for told in told_in_prose(block.text))
    return tuple(figures)


def _bare(period: str) -> str:
    return re.sub(r"^(?:i\s+)?perioden\s+", "", period)


def _figure(block: Block, told: Told, period: str | None) -> Figure:
    label = told.label[:1].upper() + told.label[1:] if told.forecast else told.label
    return Figure(
        label=label,
        value=told.value,
        unit=told.unit,
        change=told.change,
        change_pct=told.change_pct,
        period=told.period or period,
        source=told.source,
        at=places_in(block.lines, told.start, told.end),
    )
