"""A target stated twice in words that differ: one finding for each title or measure."""

from collections.abc import Iterator, Sequence

from pipeline.danish.wording import likeness, same_wording
from pipeline.documents.plan.build import measures_of
from pipeline.documents.plan.stated import Statement
from pipeline.reading import places_of
from schemas.place import Places
from schemas.plan import Measure
from schemas.record import Finding
from schemas.vocabulary import FindingCode, Severity

SAME_MEASURE = 60.0
"""Two measures so alike are one, stated in other words; the shared plan's most changed pair has 89."""


def restated_differently(group: Sequence[Statement], year: int | None) -> Iterator[Finding]:
    """Differences between the overview's statement of a target and each other one.

    Args:
        group: Statements of one target, the overview's first.
        year: The plan's year.
    """
    first = group[0]
    measures = measures_of(first, year)
    for other in group[1:]:
        if not same_wording(first.title, other.title):
            yield _finding(
                f"Target {_name(first)} is titled “{first.title}” and again “{other.title}”",
                places_of([*first.lines, *other.lines]),
            )
        if not (other.under or other.numbered):
            continue
        yield from _measures(first, measures, measures_of(other, year))


def _measures(first: Statement, measures: Sequence[Measure], again: Sequence[Measure]) -> Iterator[Finding]:
    rest = list(again)
    alone: list[Measure] = []
    for measure in measures:
        found = max(rest, key=lambda other: likeness(measure.text, other.text), default=None)
        if found is None or likeness(measure.text, found.text) < SAME_MEASURE:
            alone.append(measure)
            continue
        rest.remove(found)
        if not same_wording(measure.text, found.text):
            yield _finding(
                f"A measure of target {_name(first)} is stated in two ways: "
                f"“{measure.text}” and “{found.text}”",
                (*measure.at, *found.at),
            )
    for missing, where in (
        (alone, "not where the target is stated again"),
        (rest, "not where it is stated first"),
    ):
        for measure in missing:
            yield _finding(
                f"A measure of target {_name(first)} stands in one place and {where}: “{measure.text}”",
                measure.at,
            )


def _name(statement: Statement) -> str:
    return str(statement.number) if statement.number is not None else f"“{statement.title}”"


def _finding(message: str, at: Places) -> Finding:
    return Finding(code=FindingCode.restated_differently, severity=Severity.warning, message=message, at=at)
