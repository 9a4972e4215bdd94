"""The changes from one plan to the next, in the form that the project's record fixes."""

from collections.abc import Iterator, Sequence

from pipeline.compare.aligning import Alignment
from pipeline.compare.quantities import Owned, ambition_of, fields_changed, owned_by, pair_quantities
from pipeline.compare.redline import redline, reworded, same_words
from pipeline.compare.tokens import YEARS_AS_PRINTED, Years
from schemas.difference import Change
from schemas.place import Places
from schemas.plan import Measure, MinisterGoal, Plan, Quantity, Target
from schemas.vocabulary import ChangeKind, Level, QuantityField

Position = tuple[int, int]
"""Target and measure, counted from 0."""

Pairing = tuple[int | None, int | None]
"""Positions of a quantity in the old and in the new measure; None where a side has none."""

Changed = tuple[Quantity, Quantity, list[QuantityField]]
"""A quantity before and now, and the fields in which it changed."""

NOTHING_OWNED = (Owned(()), Owned(()))
"""No words of either wording belong to a quantity."""

Told = tuple[str, str, Places]
"""Path, words and places of a thing."""


def paths_of(things: Sequence[MinisterGoal | Target]) -> list[str]:
    """The paths of goals or targets: their printed numbers, or places where a number is missing or stands twice."""
    numbers = [thing.number for thing in things]
    if None in numbers or len(set(numbers)) < len(numbers):
        numbers = list(range(1, len(numbers) + 1))
    return [str(number) for number in numbers]


class Changes:
    """Tells what changed between two aligned plans."""

    def __init__(
        self, old: Plan, new: Plan, found: Alignment, years: Years, *, every_word: bool = False
    ) -> None:
        self.old, self.new, self.found, self.years = old, new, found, years
        self.every_word = every_word
        # Another municipality's year did not move on with a plan: it is another year.
        self.shown_years = years if old.municipality == new.municipality else YEARS_AS_PRINTED
        self.old_paths, self.new_paths = paths_of(old.targets), paths_of(new.targets)

    def all(self) -> tuple[Change, ...]:
        """All changes: goals, then target by target with its measures and their quantities."""
        goals = sorted(self._things(Level.goal), key=lambda one: one[0])
        targets = sorted([*self._things(Level.target), *self._measures()], key=lambda one: one[0])
        return tuple(change for _, change in (*goals, *targets))

    # --- goals and targets ---

    def _things(self, level: Level) -> Iterator[tuple[tuple[float, int], Change]]:
        """What became of the goals, or of the targets, each with its place in the new plan."""
        kin = self.found.goals if level is Level.goal else self.found.targets
        olds, news = (
            list[MinisterGoal | Target](plan.minister_goals if level is Level.goal else plan.targets)
            for plan in (self.old, self.new)
        )
        here, there = (
            [(path, one.title, one.at) for path, one in zip(paths_of(things), things, strict=True)]
            for things in (olds, news)
        )
        parts = {b for some in kin.splits.values() for b in some}
        joined = {a for some in kin.merges.values() for a in some}
        of_new = {pair.new: pair.old for pair in kin.pairs}
        of_old = {a: b for b, a in of_new.items()}
        for b, new in enumerate(news):
            if b in parts or b in kin.merges:
                continue
            if b in of_new:
                a = of_new[b]
                own = self._own_numbers(a, b) if level is Level.target else None
                for change in self._renamed(level, (here[a][0], olds[a]), (there[b][0], new), own):
                    yield (b, 0), change
            else:
                yield (b, 0), self._one(level, ChangeKind.added, None, there[b])
        for a in range(len(olds)):
            if a not in of_old and a not in joined:
                yield (self._place_of(a, of_old), 3), self._one(level, ChangeKind.dropped, here[a], None)
        for a, some in kin.splits.items():
            told = [there[b] for b in sorted(some)]
            yield (min(some), 0), self._many(level, ChangeKind.parted, [here[a]], told)
        for b, some in kin.merges.items():
            yield (b, 0), self._many(level, ChangeKind.merged, [here[a] for a in sorted(some)], [there[b]])

    def _place_of(self, old: int, of_old: dict[int, int]) -> float:
        """Where a target that was dropped would stand in the new plan."""
        before = [of_old[a] for a in range(old) if a in of_old]
        return before[-1] + 0.5 if before else -0.5

    def _many(self, level: Level, kind: ChangeKind, olds: list[Told], news: list[Told]) -> Change:
        return Change(
            level=level,
            kind=kind,
            old=tuple(path for path, _, _ in olds),
            new=tuple(path for path, _, _ in news),
            old_text=" / ".join(title for _, title, _ in olds),
            new_text=" / ".join(title for _, title, _ in news),
            at_old=tuple(place for _, _, at in olds for place in at),
            at_new=tuple(place for _, _, at in news for place in at),
        )

    def _own_numbers(self, a: int, b: int) -> list[Owned] | None:
        """Of a target whose title is its measure: what belongs to that measure's changed quantities, old and new."""
        for (target, m), (other, n), _ in self.found.measures:
            before, after = self.old.targets[a], self.new.targets[b]
            if (target, other) == (a, b) and all(
                same_words(whole.title, whole.measures[which].text, self.years)
                for whole, which in ((before, m), (after, n))
            ):
                return self._compared(before.measures[m], after.measures[n])[2]
        return None

    def _renamed(
        self,
        level: Level,
        old: tuple[str, MinisterGoal | Target],
        new: tuple[str, MinisterGoal | Target],
        own: list[Owned] | None,
    ) -> Iterator[Change]:
        """A goal or target that is in both plans: another number, another title.

        Where the title is the measure, its number is told with that.
        """
        here, there = (old[0], old[1].title, old[1].at), (new[0], new[1].title, new[1].at)
        if old[1].number is not None and new[1].number is not None and old[1].number != new[1].number:
            yield self._one(level, ChangeKind.renumbered, here, there)
        if reworded(here[1], there[1], self.years, *(own or NOTHING_OWNED)):
            yield self._one(level, ChangeKind.retitled, here, there)

    def _one(
        self,
        level: Level,
        kind: ChangeKind,
        old: Told | None,
        new: Told | None,
    ) -> Change:
        """A change of what stands in one place at most on either side: path, words, places."""
        return Change(
            level=level,
            kind=kind,
            old=(old[0],) if old else (),
            new=(new[0],) if new else (),
            old_text=old[1] if old else None,
            new_text=new[1] if new else None,
            at_old=old[2] if old else (),
            at_new=new[2] if new else (),
            redline=redline(old[1], new[1], self.shown_years, everything=self.every_word)
            if old and new and old[1] != new[1]
            else (),
        )

    # --- measures and quantities ---

    def _measures(self) -> Iterator[tuple[tuple[float, int], Change]]:
        of_new = {b: a for a, b, _ in self.found.measures}
        known_old = {a for a, _ in self.found.related}
        known_new = {b for _, b in self.found.related}
        home = dict(sorted(self.found.related, reverse=True))
        of_old = {pair.old: pair.new for pair in self.found.targets.pairs}
        for b, target in enumerate(self.new.targets):
            for n in range(len(target.measures)):
                if (b, n) in of_new:
                    for change in self._measure(of_new[b, n], (b, n)):
                        yield (b, 1), change
                elif b in known_new:
                    yield (b, 1), self._one(Level.measure, ChangeKind.added, None, self._there((b, n)))
        for a, target in enumerate(self.old.targets):
            for m in range(len(target.measures)):
                if (a, m) not in of_new.values() and a in known_old:
                    gone = self._one(Level.measure, ChangeKind.dropped, self._here((a, m)), None)
                    yield (home.get(a, self._place_of(a, of_old)), 2), gone

    def _here(self, at: Position) -> Told:
        measure = self.old.targets[at[0]].measures[at[1]]
        return f"{self.old_paths[at[0]]}.{at[1] + 1}", measure.text, measure.at

    def _there(self, at: Position) -> Told:
        measure = self.new.targets[at[0]].measures[at[1]]
        return f"{self.new_paths[at[0]]}.{at[1] + 1}", measure.text, measure.at

    def _measure(self, old: Position, new: Position) -> Iterator[Change]:
        """What changed in a measure that is in both plans."""
        here, there = self._here(old), self._there(new)
        if (old[0], new[0]) not in self.found.related:
            yield self._one(Level.measure, ChangeKind.moved, here, there)
        before = self.old.targets[old[0]].measures[old[1]]
        after = self.new.targets[new[0]].measures[new[1]]
        pairs, changed, owners = self._compared(before, after)
        if reworded(before.text, after.text, self.years, *owners):
            yield self._one(Level.measure, ChangeKind.reworded, here, there)
        for one, other, fields in changed:
            for field in fields:
                yield self._quantity(ChangeKind.changed, (here, one), (there, other), field)
        for a, b in pairs:
            if a is None and b is not None:
                yield self._quantity(ChangeKind.added, None, (there, after.quantities[b]))
            elif b is None and a is not None:
                yield self._quantity(ChangeKind.dropped, (here, before.quantities[a]), None)

    def _compared(self, before: Measure, after: Measure) -> tuple[list[Pairing], list[Changed], list[Owned]]:
        """The quantities of a measure in two wordings: which are the same, what changed, which words are theirs."""
        pairs = pair_quantities(before.quantities, after.quantities, self.years)
        changed = [
            (one, other, fields_changed(one, other, self.years))
            for a, b in pairs
            if a is not None and b is not None
            for one, other in [(before.quantities[a], after.quantities[b])]
        ]
        owners = [
            Owned([owned_by(one, fields) for one, _, fields in changed]),
            Owned([owned_by(other, fields) for _, other, fields in changed]),
        ]
        return pairs, changed, owners

    def _quantity(
        self,
        kind: ChangeKind,
        old: tuple[Told, Quantity] | None,
        new: tuple[Told, Quantity] | None,
        field: QuantityField | None = None,
    ) -> Change:
        change = self._one(Level.quantity, kind, old and old[0], new and new[0])
        ambition = None
        if field and old and new:
            ambition = ambition_of(field, old[1], new[1], (old[0][1], new[0][1]), self.years)
        return change.model_copy(
            update={
                "field": field,
                "ambition": ambition,
                "old_quantity": old and old[1],
                "new_quantity": new and new[1],
                "at_old": (old[1].at or old[0][2]) if old else (),
                "at_new": (new[1].at or new[0][2]) if new else (),
            }
        )
