"""A promised number, the level from which it starts, and the change that leads to it."""

import datetime as dt
from dataclasses import dataclass

from pipeline.danish.amounts import Amount
from pipeline.danish.bounds import BUT
from pipeline.danish.pattern import Pattern
from schemas.vocabulary import Bound

Level = tuple[Amount, int | None]
"""A level to start from, and its year."""

STEPS = (Bound.increase_by, Bound.decrease_by)


@dataclass(slots=True)
class Promise:
    """A number that is promised, and where it stands in the text."""

    start: int
    end: int
    value: float | None
    unit: str | None
    bound: Bound
    deadline: dt.date | None = None
    baseline_value: float | None = None
    baseline_year: int | None = None
    change: float | None = None
    change_unit: str | None = None
    of: str | None = None
    period: str | None = None
    second: tuple[int, int] | None = None
    """Where the change is told, where that is apart from the number."""


def told_again(promise: Promise, behind: str) -> bool:
    """Whether a number in brackets tells a step again in another unit: "med 24 personer (8 pct.)"."""
    return promise.bound in STEPS and behind.lstrip().startswith(")")


def set_level(level: Level | None, here: list[Promise], promises: list[Promise]) -> None:
    """The level from which a change is counted, to the promise that it belongs to."""
    if level is None:
        return
    amount, year = level
    wanted = [p for p in here or promises if p.unit == amount.unit or amount.unit is None or p.unit is None]
    if not wanted:
        return
    promise = min(wanted, key=lambda p: abs(p.start - amount.start)) if here else wanted[-1]
    promise.baseline_value = amount.value
    promise.baseline_year = promise.baseline_year or year


def join_steps(sentence: str, here: list[Promise]) -> list[Promise]:
    """A change and the level that it leads to are one promise: "øges med 5 pct. point fra 12 til 17"."""
    for step in [promise for promise in here if promise.bound in STEPS]:
        signed = (step.value or 0) * (1 if step.bound is Bound.increase_by else -1)
        for level in here:
            if (
                level.bound in STEPS
                or level.value is None
                or level.change is not None
                or level.start < step.start
            ):
                continue
            between = sentence[step.end : level.start]
            base = step.baseline_value if level.baseline_value is None else level.baseline_value
            leads = base is not None and abs(base + signed - level.value) < ROUNDED
            if leads or TO_LEVEL.fullmatch(between):
                level.baseline_value, level.unit = base, level.unit or step.unit
                level.baseline_year = level.baseline_year or step.baseline_year
                if level.bound is Bound.exactly:
                    level.bound = Bound.at_least if signed > 0 else Bound.at_most
                level.change, level.change_unit, level.second = signed, step.unit, (step.start, step.end)
                here = [promise for promise in here if promise is not step]
                break
    return here


ROUNDED = 0.06
"""Numbers with one decimal may miss each other by so much."""

TO_LEVEL = Pattern(
    "change-to-level",
    rf"\s*til\s+(?:(?:et\s+niveau\s+på|under)\s+)?{BUT}"
    rf"|,?\s*(?:så|således\s+at)\s+[^\W\d]+\s+(?:udgør|er|bliver|ligger\s+på|kommer\s+(?:op|ned)\s+på)\s+{BUT}",
    matches=[" til ", " til højst ", ", så den udgør "],
    not_matches=[" fra "],
)
"""What stands between a change and the level that it leads to."""
