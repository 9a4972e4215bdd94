"""Edit a plan by lot and write down every change as it is made."""

import random
import re
from dataclasses import dataclass, field
from typing import Any

from edits.words import CLAUSES, MEASURES, PROMISES, SYNONYMS, TARGETS, TITLES
from pipeline.danish.quantities import find_promises
from schemas.plan import Action, Measure, MinisterGoal, Plan, Quantity, Target
from schemas.vocabulary import Bound

Answer = dict[str, Any]
Origin = tuple[int, int]


@dataclass
class _Measure:
    text: str
    origin: Origin | None = None
    reworded: bool = False
    fields: tuple[str, ...] = ()
    """In which fields its first changed quantity changed."""
    which: int = 0
    """Which quantity."""
    won: int | None = None
    lost: int | None = None
    moved: bool = False


@dataclass
class _Target:
    title: str
    goal: int | None
    measures: list[_Measure]
    actions: tuple[Action, ...]
    origins: tuple[int, ...] = ()
    retitled: bool = False
    part: bool = False


@dataclass
class Edited:
    """A plan, what it became, and every change between them."""

    old: Plan
    new: Plan
    changes: list[Answer] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    """The edits that were made, for a message."""


def edited(plan: Plan, seed: int, edits: int = 8, move_years: int = 1) -> Edited:
    """Make next year's plan out of a plan.

    Args:
        plan: Any plan with targets.
        seed: Decides which edits.
        edits: How many are tried.
        move_years: By how much the plan's year moves.
    """
    old = plan.model_copy(
        update={"targets": tuple(_reread(t, plan.year) for t in plan.targets), "figures": (), "sections": ()}
    )
    return _Editor(old, random.Random(seed), move_years).run(edits)


def _reread(target: Target, year: int | None) -> Target:
    """The quantities as the reader reads them out of the words."""
    return target.model_copy(
        update={
            "measures": tuple(
                Measure(text=m.text, quantities=_promised(m.text, year)) for m in target.measures
            )
        }
    )


def _promised(text: str, year: int | None) -> tuple[Quantity, ...]:
    names = set(Quantity.model_fields) - {"at"}
    return tuple(
        Quantity(**{name: getattr(promise, name) for name in names}) for promise in find_promises(text, year)
    )


class _Editor:
    def __init__(self, old: Plan, lot: random.Random, move: int) -> None:
        self.old, self.lot, self.move = old, lot, move
        self.year = (old.year or 2016) + move
        self.targets = [
            _Target(
                self._years(t.title),
                t.minister_goal,
                [_Measure(self._years(m.text), (n, k)) for k, m in enumerate(t.measures)],
                t.actions,
                (n,),
            )
            for n, t in enumerate(old.targets)
        ]
        self.goals: list[tuple[MinisterGoal, int | None, bool]] = [
            (goal, n, False) for n, goal in enumerate(old.minister_goals)
        ]
        self.kinds: list[str] = []
        self.pool_targets = self.lot.sample(TARGETS, len(TARGETS))
        self.pool_measures = self.lot.sample(MEASURES, len(MEASURES))
        self.pool_titles = self.lot.sample(TITLES, len(TITLES))

    def run(self, edits: int) -> Edited:
        choices = [
            self.value, self.value, self.value, self.bound, self.deadline, self.reword, self.reword, self.clause,
            self.win, self.lose, self.add_measure, self.drop_measure, self.move_measure, self.reorder,
            self.looks, self.looks, self.add_target, self.drop_target, self.retitle, self.retitle_all, self.shuffle,
            self.split, self.merge, self.goal, self.unit, self.two,
        ]  # fmt: skip
        for _ in range(edits):
            edit = self.lot.choice(choices)
            if edit():
                self.kinds.append(edit.__name__)
        return self.finished()

    # --- choosing ---

    def _years(self, text: str) -> str:
        """The plan's own year and the year before move; older years stay or move, both are no change."""
        year = self.old.year or 0
        return re.sub(
            r"\b(?:19|20)\d\d\b",
            lambda m: str(int(m[0]) + self.move) if year - 1 <= int(m[0]) <= year + 5 else m[0],
            text,
        )

    def _untouched(self, quantities: bool | None = None) -> _Measure | None:
        some = [
            m for t in self.targets for m in t.measures
            if m.origin and not (m.reworded or m.fields or m.won is not None or m.lost is not None or m.moved)
            and (quantities is None or bool(_promised(m.text, self.year)) == quantities)
        ]  # fmt: skip
        return self.lot.choice(some) if some else None

    def _before(self, measure: _Measure) -> tuple[Quantity, ...]:
        assert measure.origin
        return self.old.targets[measure.origin[0]].measures[measure.origin[1]].quantities

    def _same_but(self, measure: _Measure, text: str, which: int, fields: tuple[str, ...]) -> bool:
        """Whether the reader sees in new words what the edit means: these fields of one quantity, nothing else."""
        now, then = _promised(text, self.year), _promised(measure.text, self.year)
        if len(now) != len(then):
            return False
        names = set(Quantity.model_fields) - {"at", "of", "period", "change_unit"}
        if then and then[0].bound in (Bound.increase_by, Bound.decrease_by):
            names -= {"change"}
        for n, (a, b) in enumerate(zip(then, now, strict=True)):
            differ = {name for name in names if getattr(a, name) != getattr(b, name)}
            if differ != (set(fields) if n == which else set()):
                return False
        return True

    # --- quantities ---

    def _new_value(self, value: float) -> str:
        factor = self.lot.choice([0.5, 0.8, 0.9, 1.1, 1.2, 1.5, 2])
        new = (
            round(value * factor, 1) if value < 30 and value != int(value) else max(1, round(value * factor))
        )
        if new == value:
            new = value + 1
        text = f"{new:g}".replace(".", ",")
        return re.sub(r"(?<=\d)(?=(\d{3})+$)", ".", text) if new >= 10000 else text

    def _number(self, value: float | None) -> str:
        return f"{value:g}".replace(".", ",") if value is not None else "–"

    def value(self) -> bool:
        measure = self._untouched(True)
        if not measure:
            return False
        quantities = _promised(measure.text, self.year)
        which = self.lot.randrange(len(quantities))
        printed = self._number(quantities[which].value)
        if measure.text.count(printed) != 1:
            return False
        text = measure.text.replace(printed, self._new_value(quantities[which].value or 1))
        return self._take(measure, text, which, ("value",))

    def two(self) -> bool:
        """The number and other words too."""
        measure = self._untouched(True)
        if not measure or not self.value_of(measure):
            return False
        text = measure.text.rstrip(".") + self.lot.choice(CLAUSES) + "."
        if not self._same_but(measure, text, 0, ()):
            return True
        measure.text, measure.reworded = text, True
        return True

    def value_of(self, measure: _Measure) -> bool:
        quantities = _promised(measure.text, self.year)
        printed = self._number(quantities[0].value)
        if measure.text.count(printed) != 1:
            return False
        return self._take(
            measure, measure.text.replace(printed, self._new_value(quantities[0].value or 1)), 0, ("value",)
        )

    def _take(self, measure: _Measure, text: str, which: int, fields: tuple[str, ...]) -> bool:
        if text == measure.text or not self._same_but(measure, text, which, fields):
            return False
        measure.text, measure.which, measure.fields = text, which, fields
        return True

    def bound(self) -> bool:
        measure = self._untouched(True)
        if not measure:
            return False
        quantity = _promised(measure.text, self.year)[0]
        printed = self._number(quantity.value)
        if quantity.bound is Bound.exactly:
            text = measure.text.replace(f" {printed} ", f" mindst {printed} ", 1)
        else:
            swaps = (
                ("Mindst ", "Højst "),
                ("mindst ", "højst "),
                ("højst ", "mindst "),
                ("Højst ", "Mindst "),
                ("Minimum ", "Højst "),
                ("højest ", "mindst "),
            )
            there = [(a, b) for a, b in swaps if f"{a}{printed}" in measure.text]
            if not there:
                return False
            text = measure.text.replace(f"{there[0][0]}{printed}", f"{there[0][1]}{printed}")
        return self._take(measure, text, 0, ("bound",))

    def deadline(self) -> bool:
        measure = self._untouched(True)
        if not measure:
            return False
        last = f"ved udgangen af {self.year}"
        if last in measure.text:
            text = measure.text.replace(
                last, f"ved udgangen af {self.lot.choice(['juni', 'marts', 'september'])} {self.year}"
            )
        elif f"pr. december {self.year}" in measure.text:
            text = measure.text.replace(f"pr. december {self.year}", f"pr. juni {self.year}")
        else:
            text = measure.text.rstrip(".") + f" inden udgangen af juni {self.year}."
        return self._take(measure, text, 0, ("deadline",))

    def unit(self) -> bool:
        measure = self._untouched(True)
        swaps = (
            ("virksomheder", "arbejdspladser"),
            ("personer", "husstande"),
            ("lærepladser", "elevpladser"),
            ("flygtninge", "indvandrere"),
        )
        if not measure:
            return False
        quantity = _promised(measure.text, self.year)[0]
        for a, b in swaps:
            if quantity.unit == a and measure.text.count(a) == 1:
                return self._take(measure, measure.text.replace(a, b), 0, ("unit",))
        return False

    def win(self) -> bool:
        measure = self._untouched()
        if not measure:
            return False
        sentence, _ = self.lot.choice(PROMISES)
        text = measure.text.rstrip(".") + ". " + sentence.format(self.lot.randint(3, 40))
        before, after = _promised(measure.text, self.year), _promised(text, self.year)
        if len(after) != len(before) + 1 or after[: len(before)] != before:
            return False
        measure.text, measure.won, measure.reworded = text, len(before), True
        return True

    def lose(self) -> bool:
        measure = self._untouched(True)
        if not measure:
            return False
        sentences = re.split(r"(?<=[a-zæøå]\.) (?=[A-ZÆØÅ])", measure.text)
        for n in range(len(sentences) - 1, -1, -1):
            text = " ".join(s for k, s in enumerate(sentences) if k != n)
            before, after = _promised(measure.text, self.year), _promised(text, self.year)
            if text and len(after) == len(before) - 1 and len(text) > 0.4 * len(measure.text):
                gone = [k for k in range(len(before)) if before[k] not in after]
                if len(gone) == 1:
                    measure.text, measure.lost, measure.reworded = text, gone[0], True
                    return True
        return False

    # --- words ---

    def reword(self) -> bool:
        measure = self._untouched()
        if not measure:
            return False
        text = self._exchanged(measure.text)
        if text == measure.text or not self._same_but(measure, text, 0, ()):
            return False
        measure.text, measure.reworded = text, True
        return True

    def _exchanged(self, text: str) -> str:
        there = [(a, b) for a, b in SYNONYMS if re.search(rf"\b{a}\b", text)]
        for a, b in self.lot.sample(there, min(len(there), self.lot.randint(1, 3))):
            text = re.sub(rf"\b{a}\b", b, text, count=1)
        return text

    def clause(self) -> bool:
        measure = self._untouched()
        if not measure:
            return False
        text = measure.text.rstrip(".") + self.lot.choice(CLAUSES) + "."
        if not self._same_but(measure, text, 0, ()):
            return False
        measure.text, measure.reworded = text, True
        return True

    def looks(self) -> bool:
        """What only looks changed."""
        measure = self._untouched()
        if not measure:
            return False
        text = self.lot.choice(
            [
                lambda t: t.replace(" pct.", " procent", 1) if not t.endswith("pct.") else t,
                lambda t: t.replace(" pct. af", "% af"),
                lambda t: re.sub(r"\b(\d\d) (pct\.|procent)", r"\1,0 \2", t),
                lambda t: t.replace(", ", " ", 1),
                lambda t: t.replace("virksomhedsrettet", "virksomheds-rettet"),
                lambda t: t.replace("500.000 kr.", "0,5 mio. kr."),
                lambda t: t.rstrip("."),
                lambda t: t.replace("”", '"'),
            ]
        )(measure.text)
        if not self._same_but(measure, text, 0, ()):
            return False
        measure.text = text
        return True

    # --- measures and targets ---

    def add_measure(self) -> bool:
        if not self.pool_measures:
            return False
        target = self.lot.choice(self.targets)
        target.measures.insert(self.lot.randint(0, len(target.measures)), _Measure(self.pool_measures.pop()))
        return True

    def drop_measure(self) -> bool:
        rich = [t for t in self.targets if len(t.measures) > 1 and t.origins]
        if not rich:
            return False
        target = self.lot.choice(rich)
        old = [m for m in target.measures if m.origin]
        if len(old) < 2:
            return False
        target.measures.remove(self.lot.choice(old))
        return True

    def move_measure(self) -> bool:
        rich = [
            t
            for t in self.targets
            if sum(m.origin is not None for m in t.measures) > 2 and len(t.origins) == 1 and not t.part
        ]
        others = [t for t in self.targets if len(t.origins) == 1 and not t.part and len(t.measures) > 1]
        if not rich or len(others) < 2:
            return False
        source = self.lot.choice(rich)
        goal = self.lot.choice([t for t in others if t is not source] or [source])
        measure = self.lot.choice([m for m in source.measures if m.origin])
        if goal is source or measure.moved or len(measure.text) < 50:
            return False
        source.measures.remove(measure)
        goal.measures.insert(self.lot.randint(0, len(goal.measures)), measure)
        measure.moved = True
        return True

    def reorder(self) -> bool:
        self.lot.shuffle(self.lot.choice(self.targets).measures)
        return True

    def shuffle(self) -> bool:
        self.lot.shuffle(self.targets)
        return True

    def add_target(self) -> bool:
        if not self.pool_targets:
            return False
        title, measures = self.pool_targets.pop()
        target = _Target(title, None, [_Measure(text) for text in measures], ())
        self.targets.insert(self.lot.randint(0, len(self.targets)), target)
        return True

    def drop_target(self) -> bool:
        some = [
            t
            for t in self.targets
            if len(t.origins) == 1 and not t.part and not any(m.moved for m in t.measures)
        ]
        if len(self.targets) < 3 or not some:
            return False
        gone = self.lot.choice(some)
        if any(
            m.moved and m.origin and m.origin[0] in gone.origins for t in self.targets for m in t.measures
        ):
            return False
        self.targets.remove(gone)
        return True

    def retitle(self) -> bool:
        target = self.lot.choice(self.targets)
        if not target.origins or target.retitled:
            return False
        text = self._exchanged(target.title)
        if text == target.title:
            text = target.title + self.lot.choice(
                [" og i uddannelse", " i hele kommunen", " med færre omveje"]
            )
        target.title, target.retitled = text, True
        return True

    def retitle_all(self) -> bool:
        """A wholly new title over the same measures."""
        some = [t for t in self.targets if len(t.origins) == 1 and not t.part and not t.retitled
                and sum(m.origin is not None and not m.moved for m in t.measures) > 1]  # fmt: skip
        if not some or not self.pool_titles:
            return False
        target = self.lot.choice(some)
        target.title, target.retitled = self.pool_titles.pop(), True
        return True

    def split(self) -> bool:
        some = [t for t in self.targets if len(t.origins) == 1 and not t.part and not t.retitled
                and len(t.measures) > 2 and all(m.origin and not m.moved for m in t.measures)]  # fmt: skip
        if not some:
            return False
        target = self.lot.choice(some)
        cut = len(target.measures) // 2 + len(target.measures) % 2
        title = target.title + self.lot.choice([" for de yngste", " – særlig støtte", " gennem vejledning"])
        other = _Target(title, target.goal, target.measures[cut:], (), target.origins, part=True)
        target.measures, target.part = target.measures[:cut], True
        self.targets.insert(self.targets.index(target) + 1, other)
        return True

    def merge(self) -> bool:
        some = [t for t in self.targets if len(t.origins) == 1 and not t.part and not t.retitled and t.measures
                and all(m.origin and not m.moved for m in t.measures)]  # fmt: skip
        if len(some) < 2 or len(self.targets) < 3:
            return False
        one, other = self.lot.sample(some, 2)
        if any(
            m.moved and m.origin and m.origin[0] in (*one.origins, *other.origins)
            for t in self.targets
            for m in t.measures
        ):
            return False
        one.title = f"{one.title.rstrip('.')} og {other.title[0].lower()}{other.title[1:]}"
        one.measures += other.measures
        one.origins += other.origins
        one.part = True
        self.targets.remove(other)
        return True

    def goal(self) -> bool:
        if not self.goals:
            return False
        what = self.lot.choice(["add", "drop", "retitle", "shuffle"])
        n = self.lot.randrange(len(self.goals))
        goal, origin, renamed = self.goals[n]
        if what == "add" and self.pool_targets:
            title = self.pool_targets.pop()[0]
            self.goals.insert(n, (MinisterGoal(number=None, title=title, text=""), None, False))
        elif what == "drop" and len(self.goals) > 1:
            del self.goals[n]
        elif what == "shuffle":
            self.lot.shuffle(self.goals)
        elif origin is not None and not renamed:
            title = self._exchanged(goal.title)
            self.goals[n] = (goal.model_copy(update={"title": title}), origin, title != goal.title)
        return True

    # --- the answer ---

    def finished(self) -> Edited:
        new = self.old.model_copy(
            update={
                "year": self.year,
                "minister_goals": tuple(
                    goal.model_copy(update={"number": n}) for n, (goal, _, _) in enumerate(self.goals, 1)
                ),
                "targets": tuple(
                    Target(
                        number=n,
                        title=t.title,
                        minister_goal=t.goal,
                        measures=tuple(
                            Measure(text=m.text, quantities=_promised(m.text, self.year)) for m in t.measures
                        ),
                        actions=t.actions,
                    )
                    for n, t in enumerate(self.targets, 1)
                ),
            }
        )
        return Edited(self.old, new, [*self._goal_answers(new), *self._target_answers(new)], self.kinds)

    def _goal_answers(self, new: Plan) -> list[Answer]:
        found: list[Answer] = []
        olds = self.old.minister_goals
        for n, (goal, origin, renamed) in enumerate(self.goals, 1):
            if origin is None:
                found.append(_answer("goal", "added", None, str(n), None, goal.title))
                continue
            before = olds[origin]
            both = (str(before.number), str(n), before.title, goal.title)
            if before.number != n:
                found.append(_answer("goal", "renumbered", *both))
            if renamed:
                found.append(_answer("goal", "retitled", *both))
        kept = {origin for _, origin, _ in self.goals}
        found += [
            _answer("goal", "dropped", str(g.number), None, g.title, None)
            for n, g in enumerate(olds)
            if n not in kept
        ]
        return found

    def _target_answers(self, new: Plan) -> list[Answer]:
        found: list[Answer] = []
        olds = self.old.targets
        became: dict[int, list[int]] = {}
        for n, target in enumerate(self.targets, 1):
            for origin in target.origins:
                became.setdefault(origin, []).append(n)
        for origin, before in enumerate(olds):
            if origin not in became:
                found.append(_answer("target", "dropped", str(before.number), None, before.title, None))
            elif len(became[origin]) > 1:
                found.append(
                    {
                        "level": "target",
                        "kind": "split",
                        "old": [str(before.number)],
                        "new": [str(n) for n in became[origin]],
                    }
                )
        for n, target in enumerate(self.targets, 1):
            if not target.origins:
                found.append(_answer("target", "added", None, str(n), None, target.title))
            elif len(target.origins) > 1:
                numbers = [str(olds[o].number) for o in target.origins]
                found.append({"level": "target", "kind": "merged", "old": numbers, "new": [str(n)]})
            elif len(became[target.origins[0]]) == 1:
                before = olds[target.origins[0]]
                both = (str(before.number), str(n), before.title, target.title)
                if before.number != n:
                    found.append(_answer("target", "renumbered", *both))
                if target.retitled:
                    found.append(_answer("target", "retitled", *both))
            for k, measure in enumerate(target.measures, 1):
                found += self._measure_answers(
                    target, measure, f"{n}.{k}", new.targets[n - 1].measures[k - 1]
                )
        kept = {m.origin for t in self.targets for m in t.measures}
        for o, before in enumerate(olds):
            if o in became:
                found += [
                    _answer("measure", "dropped", f"{before.number}.{k + 1}", None, m.text, None)
                    for k, m in enumerate(before.measures) if (o, k) not in kept
                ]  # fmt: skip
        return found

    def _measure_answers(self, target: _Target, measure: _Measure, path: str, now: Measure) -> list[Answer]:
        if measure.origin is None:
            return [_answer("measure", "added", None, path, None, measure.text)] if target.origins else []
        home = self.old.targets[measure.origin[0]]
        before = home.measures[measure.origin[1]]
        both = (f"{home.number}.{measure.origin[1] + 1}", path, before.text, now.text)
        found: list[Answer] = []
        if measure.origin[0] not in target.origins:
            found.append(_answer("measure", "moved", *both))
        if measure.reworded:
            found.append(_answer("measure", "reworded", *both))
        for name in measure.fields:
            a, b = before.quantities[measure.which], now.quantities[measure.which]
            one = _answer("quantity", "changed", *both) | {
                "field": name,
                "old_quantity": _said(a),
                "new_quantity": _said(b),
            }
            if name == "value" and (
                way := {"at_least": 1, "at_most": -1, "increase_by": 1, "decrease_by": 1}.get(a.bound)
            ):
                one["ambition"] = "tightened" if ((b.value or 0) - (a.value or 0)) * way > 0 else "loosened"
            found.append(one)
        if measure.won is not None:
            found.append(
                {
                    "level": "quantity",
                    "kind": "added",
                    "new": [path],
                    "new_quantity": _said(now.quantities[measure.won]),
                }
            )
        if measure.lost is not None:
            found.append(
                {
                    "level": "quantity",
                    "kind": "dropped",
                    "old": [both[0]],
                    "old_quantity": _said(before.quantities[measure.lost]),
                }
            )
        return found


def _said(quantity: Quantity) -> Answer:
    return quantity.model_dump(mode="json", exclude={"at", "of", "period"})


def _answer(
    level: str, kind: str, old: str | None, new: str | None, old_text: str | None, new_text: str | None
) -> Answer:
    return {
        "level": level, "kind": kind, "old": [old] if old else [], "new": [new] if new else [],
        "old_text": old_text, "new_text": new_text,
    }  # fmt: skip
