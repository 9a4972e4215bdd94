"""What became of each promise: targets and measures followed from plan to plan."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.compare.changes import paths_of
from pipeline.compare.differing import compare, years_of
from pipeline.compare.quantities import pair_quantities
from pipeline.compare.returning import Knot, paths_in, returns
from pipeline.errors import NothingFound
from schemas.difference import Difference, MeasureThread, Side, TargetThread, Telling, Timeline
from schemas.plan import Measure, Plan, Quantity
from schemas.vocabulary import ChangeKind, Level


@dataclass
class _Thread:
    """A chain of knots, one a plan at most."""

    knots: dict[int, str] = field(default_factory=dict)


def follow(plans: Sequence[tuple[Plan, Side]], *, every_word: bool = False) -> Timeline:
    """Follow targets and measures through plans.

    Args:
        plans: Two or more, oldest first.
        every_word: Show every difference of words in the redlines.

    Raises:
        NothingFound: There are fewer than two plans.
    """
    if len(plans) < 2:
        raise NothingFound("there is only one plan; a comparison needs two or more")
    differences = [
        compare(old, new, old_side, new_side, every_word=every_word)
        for (old, old_side), (new, new_side) in pairwise(plans)
    ]
    told = [plan for plan, _ in plans]
    back = {level: dict(returns(told, differences, level)) for level in (Level.target, Level.measure)}
    return Timeline(
        plans=tuple(side for _, side in plans),
        threads=tuple(_threads(told, differences, back)),
        goals=tuple(_goals(told, differences)),
        differences=tuple(differences),
    )


def _goals(plans: Sequence[Plan], differences: Sequence[Difference]) -> Iterator[MeasureThread]:
    for thread in sorted(_chains(plans, differences, Level.goal, {}), key=lambda one: -max(one.knots)):
        tellings: list[Telling | None] = []
        for p, plan in enumerate(plans):
            path = thread.knots.get(p)
            goal = plan.minister_goals[paths_of(plan.minister_goals).index(path)] if path else None
            tellings.append(Telling(path=path, text=goal.title, at=goal.at) if path and goal else None)
        yield MeasureThread(tellings=tuple(tellings))


def _threads(
    plans: Sequence[Plan], differences: Sequence[Difference], back: Mapping[Level, Mapping[Knot, Knot]]
) -> Iterator[TargetThread]:
    targets = _chains(plans, differences, Level.target, back[Level.target])
    targets.sort(key=lambda thread: _order(thread, plans))
    of_knot = {knot: n for n, thread in enumerate(targets) for knot in thread.knots.items()}
    measures: defaultdict[int, list[_Thread]] = defaultdict(list)
    for thread in _chains(plans, differences, Level.measure, back[Level.measure]):
        last = max(thread.knots)
        measures[of_knot[last, thread.knots[last].split(".")[0]]].append(thread)
    splits, merges = _parts(differences, of_knot)
    for n, thread in enumerate(targets):
        own = sorted(measures[n], key=lambda one: _order(one, plans))
        yield TargetThread(
            tellings=tuple(_title(plans[p], thread.knots.get(p)) for p in range(len(plans))),
            split_from=splits.get(n),
            merged_into=merges.get(n),
            measures=tuple(MeasureThread(tellings=tuple(_measure(plans, one))) for one in own),
        )


def _chains(
    plans: Sequence[Plan], differences: Sequence[Difference], level: Level, back: Mapping[Knot, Knot]
) -> list[_Thread]:
    """Chains of what was taken for the same from each plan to the next, or came back later."""
    threads: list[_Thread] = []
    before: dict[str, _Thread] = {}
    of_knot: dict[Knot, _Thread] = {}
    for p, plan in enumerate(plans):
        partner = {
            pair.new[0]: pair.old[0]
            for pair in (differences[p - 1].pairs if p else ())
            if pair.level is level
        }
        now: dict[str, _Thread] = {}
        for path in paths_in(plan, level):
            thread = before.get(partner.get(path, "")) or of_knot.get(back.get((p, path), (-1, "")))
            if thread is None:
                thread = _Thread()
                threads.append(thread)
            thread.knots[p] = path
            now[path] = of_knot[p, path] = thread
        before = now
    return threads


def _order(thread: _Thread, plans: Sequence[Plan]) -> tuple[int, int, int]:
    """Threads of the last plan come first, in its order; then those that ended, the latest first."""
    last = max(thread.knots)
    path = thread.knots[last].split(".")
    place = paths_of(plans[last].targets).index(path[0])
    return -last, place, int(path[1]) if len(path) > 1 else 0


def _parts(
    differences: Sequence[Difference], of_knot: dict[Knot, int]
) -> tuple[dict[int, int], dict[int, int]]:
    """Which threads were split off which, and which were merged with which."""
    splits: dict[int, int] = {}
    merges: dict[int, int] = {}
    for p, difference in enumerate(differences):
        for change in (one for one in difference.changes if one.level is Level.target):
            if change.kind is ChangeKind.parted:
                source = of_knot[p, change.old[0]]
                splits |= {
                    of_knot[p + 1, path]: source for path in change.new if of_knot[p + 1, path] != source
                }
            elif change.kind is ChangeKind.merged:
                heir = of_knot[p + 1, change.new[0]]
                merges |= {of_knot[p, path]: heir for path in change.old if of_knot[p, path] != heir}
    return splits, merges


def _title(plan: Plan, path: str | None) -> Telling | None:
    if path is None:
        return None
    target = plan.targets[paths_of(plan.targets).index(path)]
    return Telling(path=path, text=target.title, at=target.at)


def _measure(plans: Sequence[Plan], thread: _Thread) -> Iterator[Telling | None]:
    """A measure in each plan, the same quantity in the same place."""
    places: list[tuple[int, int]] = []  # where each quantity stood last: plan and position in its measure
    found: dict[int, dict[int, Quantity]] = {}
    last: int | None = None
    for p, path in sorted(thread.knots.items()):
        quantities = _at(plans[p], path).quantities
        found[p] = {}
        old = _at(plans[last], thread.knots[last]).quantities if last is not None else ()
        years = years_of(plans[last], plans[p]) if last is not None else years_of(plans[p], plans[p])
        for a, b in pair_quantities(old, quantities, years):
            if b is None:
                continue
            where = next((n for n, place in enumerate(places) if a is not None and place == (last, a)), None)
            if where is None:  # a number that was gone for a while
                where = next((n for n, place in enumerate(places) if place[0] != last and n not in found[p]
                              and found[place[0]][n].unit == quantities[b].unit), None)  # fmt: skip
            if where is None:
                where = len(places)
                places.append((p, b))
            places[where] = (p, b)
            found[p][where] = quantities[b]
        last = p
    for p in range(len(plans)):
        if p not in thread.knots:
            yield None
            continue
        measure = _at(plans[p], thread.knots[p])
        row = tuple(found[p].get(n) for n in range(len(places)))
        yield Telling(path=thread.knots[p], text=measure.text, quantities=row, at=measure.at)


def _at(plan: Plan, path: str) -> Measure:
    target, number = path.split(".")
    return plan.targets[paths_of(plan.targets).index(target)].measures[int(number) - 1]
