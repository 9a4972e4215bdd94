"""Which goals, targets and measures of two plans are the same ones: by meaning, not by number."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.compare.alike import Alike
from pipeline.compare.assign import assign
from pipeline.danish.wording import shared_stems, stems
from schemas.plan import MinisterGoal, Plan, Target

PAIRED_GOAL = 0.33
"""Goals less alike are not the same one. Of the samples' goals those that are the same have 0.69 and more, others 0.11
and less."""

PAIRED_TARGET = 0.3
"""Targets less alike are not the same one.

Of the samples' targets the same ones have 0.74 and more, others 0.17 and less. From 0.2 to 0.3 none of 3,135 changes
edited by lot (`scripts/edits`) is missed or invented, with 0.35 three are.
"""

ALIKE_MEASURE = 0.37
"""Measures of the same target that are less alike are not the same one: in the samples those that are the same have
0.84 and more, others 0.43 and less, nearly all below 0.3. From 0.3 to 0.4 none of the changes edited by lot is missed,
with 0.43 seven are."""

SAME_PROMISE = 0.15
"""What the same number of the same unit adds to the likeness of two measures of the same target. With 0.1 six of the
changes edited by lot are missed, with 0.15 or 0.2 none."""

MOVED_MEASURE = 0.55
"""A measure must be so like one of another target to be taken for it."""

ELSEWHERE = 0.15
"""How much less a likeness across targets counts, so that a measure stays at home where it can."""

NEARER = 0.001
"""What each place further away costs, so that of equal measures the nearer ones are paired."""

WEIGHTS = {"title": 0.45, "measures": 0.4, "actions": 0.15}
"""What speaks for two targets being one; what neither plan has does not count. Flat between 0.3 and 0.6 for titles."""

SAME_ACTION = 0.8
"""Actions so alike count for their targets being the same."""

NUMBER_COUNTS = 0.01
"""What the same number adds: it only decides between equals."""

AMBIGUOUS = 0.12
"""Another candidate within so much of the one that was taken makes a pair ambiguous."""

TAKEN_UP = 0.5
"""So much of a target's measures must stem from another for it to be a part of that."""


@dataclass(slots=True)
class Paired:
    """Two things that were taken for each other, by their positions."""

    old: int
    new: int
    score: float
    title: float = 0.0
    measures: tuple[int, int] | None = None
    actions: tuple[int, int] | None = None


@dataclass(slots=True)
class Kinship:
    """Which goals, or which targets, of two plans are the same ones; positions are counted from 0."""

    scores: list[list[float]] = field(default_factory=list)
    """How alike, for each old one each new one."""
    pairs: list[Paired] = field(default_factory=list)
    splits: dict[int, list[int]] = field(default_factory=dict)
    """Old one: the new ones that it became."""
    merges: dict[int, list[int]] = field(default_factory=dict)
    """New one: the old ones that it was."""

    def related(self) -> set[tuple[int, int]]:
        """Old and new ones that are the same, or parts of the same."""
        found = {(one.old, one.new) for one in self.pairs}
        found |= {(a, b) for a, news in self.splits.items() for b in news}
        return found | {(a, b) for b, olds in self.merges.items() for a in olds}


@dataclass(slots=True)
class Alignment:
    """What of two plans is the same; positions are counted from 0."""

    alike: Alike
    """How alike their wordings are."""
    goals: Kinship = field(default_factory=Kinship)
    targets: Kinship = field(default_factory=Kinship)
    measures: list[tuple[tuple[int, int], tuple[int, int], float]] = field(default_factory=list)
    """(target, measure) in the old plan, in the new one, how alike."""
    related: set[tuple[int, int]] = field(default_factory=set)
    """Old and new targets that are the same, or parts of the same."""


def align(old: Plan, new: Plan) -> Alignment:
    """Find out what is the same in two plans."""
    alike = Alike(_texts(old) | _texts(new))
    found = Alignment(alike)
    goals, targets = found.goals, found.targets
    weighed = [[targets_alike(alike, a, b) for b in new.targets] for a in old.targets]
    targets.scores = [[one.score for one in row] for row in weighed]
    for a, b in assign(_by_number(targets.scores, old.targets, new.targets), PAIRED_TARGET):
        paired = weighed[a][b]
        paired.old, paired.new = a, b
        targets.pairs.append(paired)
    found.related = targets.related()
    measures = _Measures(alike, old, new)
    found.measures = measures.assigned(found.related)
    stem = Counter((a, b) for (a, _), (b, _), _ in found.measures)
    old_sizes, new_sizes = ([len(target.measures) for target in plan.targets] for plan in (old, new))
    _part_and_join(targets, stem, _Wholes(old.targets, old_sizes), _Wholes(new.targets, new_sizes))
    if targets.splits or targets.merges:
        found.related = targets.related()
        found.measures = measures.assigned(found.related)
    goals.scores = [[_goals_alike(alike, a, b) for b in new.minister_goals] for a in old.minister_goals]
    goals.pairs = [
        Paired(a, b, goals.scores[a][b], alike(old.minister_goals[a].title, new.minister_goals[b].title))
        for a, b in assign(_by_number(goals.scores, old.minister_goals, new.minister_goals), PAIRED_GOAL)
    ]
    _part_and_join(goals, Counter(), _Wholes(old.minister_goals), _Wholes(new.minister_goals))
    return found


def _texts(plan: Plan) -> set[str]:
    found = {text for goal in plan.minister_goals for text in (goal.title, goal.text)}
    for target in plan.targets:
        found.add(target.title)
        found.update(measure.text for measure in target.measures)
        found.update(action.text for action in target.actions)
    return found


def _by_number(
    scores: list[list[float]], old: Sequence[MinisterGoal | Target], new: Sequence[MinisterGoal | Target]
) -> list[list[float]]:
    """The same scores, where equals are told apart by their numbers."""
    return [
        [score + NUMBER_COUNTS * (a.number == b.number) for b, score in zip(new, row, strict=True)]
        for a, row in zip(old, scores, strict=True)
    ]


def _goals_alike(alike: Alike, old: MinisterGoal, new: MinisterGoal) -> float:
    title = alike(old.title, new.title)
    if not (old.text and new.text):
        return title
    return max(title, 0.6 * title + 0.4 * alike(old.text, new.text))


def targets_alike(alike: Alike, old: Target, new: Target) -> Paired:
    """How alike two targets are: by title, by measures and by actions."""
    parts = {"title": alike(old.title, new.title)}
    counted: dict[str, tuple[int, int]] = {}
    for name, olds, news, floor in (
        ("measures", [m.text for m in old.measures], [m.text for m in new.measures], ALIKE_MEASURE),
        ("actions", [a.text for a in old.actions], [a.text for a in new.actions], SAME_ACTION),
    ):
        if olds and news:
            likeness = [[alike(a, b) for b in news] for a in olds]
            pairs = assign(likeness, floor)
            less = min(len(olds), len(news))
            parts[name] = sum(likeness[a][b] for a, b in pairs) / ((less + (len(olds) + len(news)) / 2) / 2)
            counted[name] = (len(pairs), less)
    weight = sum(WEIGHTS[name] for name in parts)
    score = sum(WEIGHTS[name] * value for name, value in parts.items()) / weight
    return Paired(0, 0, min(1.0, score), parts["title"], counted.get("measures"), counted.get("actions"))


class _Measures:
    """The measures of two plans, each with its likeness to each."""

    def __init__(self, alike: Alike, old: Plan, new: Plan) -> None:
        self.olds = [(t, m) for t, target in enumerate(old.targets) for m in range(len(target.measures))]
        self.news = [(t, m) for t, target in enumerate(new.targets) for m in range(len(target.measures))]
        self.likeness = [
            [alike(old.targets[t].measures[m].text, new.targets[u].measures[n].text) for u, n in self.news]
            for t, m in self.olds
        ]
        self.old_promised, self.new_promised = (
            [{(q.value, q.unit) for q in plan.targets[t].measures[m].quantities} for t, m in places]
            for plan, places in ((old, self.olds), (new, self.news))
        )

    def assigned(self, related: set[tuple[int, int]]) -> list[tuple[tuple[int, int], tuple[int, int], float]]:
        """Pair measures, first at home, then across targets where they are very alike."""
        gains = [[self._gain(a, b, related) for b in range(len(self.news))] for a in range(len(self.olds))]
        return [(self.olds[a], self.news[b], self.likeness[a][b]) for a, b in assign(gains, 0.05)]

    def _gain(self, a: int, b: int, related: set[tuple[int, int]]) -> float:
        old, new, likeness = self.olds[a], self.news[b], self.likeness[a][b]
        if (old[0], new[0]) not in related:
            return likeness - ELSEWHERE if likeness >= MOVED_MEASURE else 0.0
        if self.old_promised[a] & self.new_promised[b]:
            likeness += SAME_PROMISE
        return likeness - NEARER * min(9, abs(old[1] - new[1])) if likeness >= ALIKE_MEASURE else 0.0


@dataclass(slots=True)
class _Wholes:
    """Goals or targets of one plan, which may be parts of one of the other plan, or have parts there."""

    things: Sequence[MinisterGoal | Target]
    sizes: Sequence[int] = ()
    """How many measures each has; none of goals."""


def _part_and_join(kin: Kinship, stem: Counter[tuple[int, int]], old: _Wholes, new: _Wholes) -> None:
    """Find goals or targets that were split or merged: what has no partner is a part of what has one.

    Args:
        kin: Its pairs are known.
        stem: How many measures of an old one stand under a new one.
        old: Those of the old plan.
        new: Those of the new plan.
    """
    of_old = {one.old: one.new for one in kin.pairs}
    of_new = {one.new: one.old for one in kin.pairs}
    back = Counter({(b, a): many for (a, b), many in stem.items()})
    kin.splits = _parts(new, old, of_old, stem, barred=())
    kin.merges = _parts(old, new, of_new, back, barred=kin.splits)


def _parts(
    parts: _Wholes,
    wholes: _Wholes,
    partner_of: Mapping[int, int],
    stem: Mapping[tuple[int, int], int],
    barred: Collection[int],
) -> dict[int, list[int]]:
    """The wholes of which one plan has parts: by the position of each, its partner and its other parts."""
    found: dict[int, list[int]] = {}
    for n, part in enumerate(parts.things):
        if n in partner_of.values():
            continue
        known = {
            whole: Evidence(stem.get((whole, n), 0), wholes.things[whole].title, parts.things[partner].title)
            for whole, partner in partner_of.items()
            if partner not in barred
        }
        whole = _stems_from(part.title, parts.sizes[n] if parts.sizes else 0, known)
        if whole is not None:
            found.setdefault(whole, [partner_of[whole]]).append(n)
    _take_rest(found, parts, partner_of, stem, barred)
    return found


def _take_rest(
    found: dict[int, list[int]],
    parts: _Wholes,
    partner_of: Mapping[int, int],
    stem: Mapping[tuple[int, int], int],
    barred: Collection[int],
) -> None:
    """Where one has become several, all whose every measure comes from it are its parts, whatever they are called.

    One such is told by its title only (see `_stems_from`); two or more at once are several.
    """
    known = {*partner_of.values(), *(n for some in found.values() for n in some)}
    for whole, partner in partner_of.items():
        rest = [
            n for n, size in enumerate(parts.sizes) if n not in known and 0 < size == stem.get((whole, n))
        ]
        if partner not in barred and rest and (whole in found or len(rest) > 1):
            found.setdefault(whole, [partner]).extend(rest)


class Evidence(NamedTuple):
    """What speaks for a goal or target being a part of another one."""

    measures: int
    """How many of its measures stem from that one."""

    title: str
    """Of that one."""

    partner: str
    """The title of what that one was paired with."""


RELATED_TITLE = 0.34
"""A target of which only half the measures come from another is a part of that one where titles share so many of the
shorter's words."""


def _stems_from(title: str, size: int, wholes: Mapping[int, Evidence]) -> int | None:
    """Which of some targets one is a part of: by its measures and the titles.

    One measure under a title of another kind has only moved. A title that stands whole in the other's, and not in that
    of what the other was paired with, tells too ("X og Y" is X and Y).
    """
    best: tuple[int, float, int] = (0, 0.0, -1)
    for n, evidence in wholes.items():
        likeness, own = shared_stems(title, evidence.title), stems(title)
        named = len(own) > 1 and own <= stems(evidence.title) and not own <= stems(evidence.partner)
        part = evidence.measures >= TAKEN_UP * size and likeness >= RELATED_TITLE
        taken = evidence.measures > 1 and evidence.measures == size
        if named or taken or (part and evidence.measures):
            best = max(best, (evidence.measures, likeness, n))
    return best[2] if best[2] >= 0 else None


def rivals_of(scores: Sequence[Sequence[float]], taken: Paired, floor: float) -> list[tuple[int, int, float]]:
    """Other pairings of either side that are nearly as alike as the one that was taken."""
    row, column = scores[taken.old], [line[taken.new] for line in scores]
    near = max(floor, taken.score - AMBIGUOUS)
    found = [(taken.old, b, score) for b, score in enumerate(row) if b != taken.new and score >= near]
    found += [(a, taken.new, score) for a, score in enumerate(column) if a != taken.old and score >= near]
    return found
