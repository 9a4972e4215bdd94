"""Measures whose numbers stand in columns of their own."""

import re

from pipeline.danish.amounts import find_amounts, subject_of
from pipeline.danish.deadlines import find_deadlines
from pipeline.danish.promise import Promise
from pipeline.danish.quantities import find_promises
from pipeline.documents.block import lines_in
from pipeline.documents.plan.columns import YEAR, Levels
from pipeline.reading import places_of
from schemas.page import Line
from schemas.plan import Measure, Quantity
from schemas.vocabulary import Bound


def quantity_of(promise: Promise, lines: list[Line], shift: int) -> Quantity:
    """A quantity with its places.

    Args:
        promise: What was read.
        lines: The lines of the words in which it was.
        shift: What to add to its offsets to have those in the lines.
    """
    pieces = sorted(span for span in ((promise.start, promise.end), promise.second) if span is not None)
    at = tuple(
        place for start, end in pieces for place in places_of(lines_in(lines, start + shift, end + shift))
    )
    return Quantity(
        value=promise.value,
        unit=promise.unit,
        bound=promise.bound,
        deadline=promise.deadline,
        baseline_value=promise.baseline_value,
        baseline_year=promise.baseline_year,
        change=promise.change,
        change_unit=promise.change_unit,
        of=promise.of,
        period=promise.period,
        at=at,
    )


def with_levels(measure: Measure, levels: Levels, year: int | None) -> Measure:
    """A measure with what its row promises: "Antal unge på kontanthjælp" beside "318" and "290".

    Args:
        measure: As its words tell it.
        levels: The numbers beside them.
        year: The plan's.
    """
    row = f"{measure.text.rstrip(' .:')}: "
    found: list[Quantity] = []
    for block, head in levels.promised:
        promises = [promise for promise in find_promises(row + block.text, year) if promise.start >= len(row)]
        if not promises:
            promises = [
                Promise(
                    amount.start + len(row),
                    amount.end + len(row),
                    amount.value,
                    amount.unit or subject_of(row),
                    Bound.exactly,
                )
                for amount in find_amounts(block.text)
            ]
        for promise in promises[:1]:
            deadlines = find_deadlines(head, year)
            promise.deadline = promise.deadline or (deadlines[-1].date if deadlines else None)
            found.append(quantity_of(promise, block.lines, -len(row)))
    return with_start(measure.model_copy(update={"quantities": (*measure.quantities, *found)}), levels)


def with_start(measure: Measure, levels: Levels) -> Measure:
    """A measure whose quantities have the level of its row's other column to start from."""
    update: dict[str, object] = {}
    amounts = find_amounts(levels.start.text) if levels.start is not None else []
    if len(amounts) == 1 and levels.start is not None:
        printed = YEAR.search(levels.start.text)
        since = levels.start_year or (int(printed.group()) if printed is not None else None)
        update |= {"baseline_value": amounts[0].value, "baseline_year": since}
    signed = SIGNED.fullmatch(levels.change.text.strip()) if levels.change is not None else None
    steps = find_amounts(signed["amount"]) if signed is not None else []
    if signed is not None and len(steps) == 1:
        sign = -1.0 if signed["sign"] in "-–−" else 1.0
        update |= {"change": sign * steps[0].value, "change_unit": steps[0].unit}
    return measure.model_copy(
        update={
            "quantities": tuple(
                quantity.model_copy(
                    update={name: value for name, value in update.items() if getattr(quantity, name) is None}
                )
                for quantity in measure.quantities
            )
        }
    )


SIGNED = re.compile(r"(?P<sign>[+–−-])\s?(?P<amount>.+)")
"""A change with its sign. Matches: "-18,6 %", "+ 2,7 pct. point"."""
