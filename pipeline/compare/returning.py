"""Targets and measures that were gone from a plan or more, and came back."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.compare.aligning import MOVED_MEASURE, targets_alike
from pipeline.compare.alike import Alike
from pipeline.compare.assign import assign
from pipeline.compare.changes import paths_of
from schemas.difference import Difference
from schemas.plan import Measure, Plan, Target
from schemas.vocabulary import Level

Knot = tuple[int, str]
"""A plan, counted from 0, and a path in it."""

RETURNED = 0.55
"""What came back is so like what was gone; more than what pairs a target of one plan with the next one's, because all
that ever went may be meant."""


def returns(
    plans: Sequence[Plan], differences: Sequence[Difference], level: Level
) -> Iterator[tuple[Knot, Knot]]:
    """Find what came back.

    Args:
        plans: Oldest first.
        differences: From each to the next.
        level: Targets, or measures.

    Yields:
        Where it stands again, and where it stood last.
    """
    gone: list[Knot] = []
    for p in range(1, len(plans)):
        new = [
            (p, path)
            for path in paths_in(plans[p], level)
            if path not in _known(differences[p - 1], level, "new")
        ]
        if gone and new:
            found = dict(_paired(plans, level, gone, new))
            yield from found.items()
            gone = [knot for knot in gone if knot not in found.values()]
        known = _known(differences[p - 1], level, "old")
        gone += [(p - 1, path) for path in paths_in(plans[p - 1], level) if path not in known]


def _paired(
    plans: Sequence[Plan], level: Level, gone: Sequence[Knot], new: Sequence[Knot]
) -> Iterator[tuple[Knot, Knot]]:
    things: Mapping[Knot, Target | Measure] = {knot: _at(plans[knot[0]], knot[1]) for knot in (*gone, *new)}
    alike = Alike({text for thing in things.values() for text in _texts(thing)})
    scores = [[_alike(alike, things[a], things[b]) for b in new] for a in gone]
    for a, b in assign(scores, RETURNED if level is Level.target else MOVED_MEASURE):
        yield new[b], gone[a]


def _alike(alike: Alike, old: Target | Measure, new: Target | Measure) -> float:
    if isinstance(old, Target) and isinstance(new, Target):
        return targets_alike(alike, old, new).score
    return alike(old.text, new.text) if isinstance(old, Measure) and isinstance(new, Measure) else 0.0


def _texts(thing: Target | Measure) -> list[str]:
    if isinstance(thing, Measure):
        return [thing.text]
    return [thing.title, *(one.text for one in thing.measures), *(one.text for one in thing.actions)]


def _at(plan: Plan, path: str) -> Target | Measure:
    target, _, number = path.partition(".")
    found = plan.targets[paths_of(plan.targets).index(target)]
    return found.measures[int(number) - 1] if number else found


def _known(difference: Difference, level: Level, side: str) -> set[str]:
    """Paths of what has a partner in the other plan, or is a part of something there."""
    parted = [change for change in difference.changes if len(change.old) + len(change.new) > 2]
    found = {path for pair in difference.pairs if pair.level is level for path in getattr(pair, side)}
    return found | {path for change in parted if change.level is level for path in getattr(change, side)}


def paths_in(plan: Plan, level: Level) -> list[str]:
    """Paths of a plan's goals, targets or measures, in printed order."""
    if level is Level.goal:
        return paths_of(plan.minister_goals)
    targets = paths_of(plan.targets)
    if level is Level.target:
        return targets
    return [
        f"{path}.{n}"
        for path, target in zip(targets, plan.targets, strict=True)
        for n in range(1, len(target.measures) + 1)
    ]
