"""What was changed between Granholm's plans: listed by hand, with the words and numbers looked up.

The lists are the answer that a comparison is measured against, so nothing here is computed from the
difference of two plans: each line says what the author did when next year's plan was written.
"""

from samples.model import Json
from samples.planmodel import Measure, Plan
from samples.plans_granholm import DRAFT_2015, P2014, P2015, P2016, P2017


class Pair:
    """Two plans, old and new; the methods each give one change."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self.old, self.new = old, new

    @staticmethod
    def measure(plan: Plan, path: str) -> Measure:
        target, measure = map(int, path.split("."))
        return plan.targets[target - 1].measures[measure - 1]

    def words(self, plan: Plan, level: str, path: str | None) -> str | None:
        if path is None:
            return None
        if level == "measure":
            return self.measure(plan, path).text
        return (plan.goals if level == "goal" else plan.targets)[int(path) - 1].title

    def change(self, level: str, kind: str, old: str | None, new: str | None) -> Json:
        return {
            "level": level,
            "kind": kind,
            "old": [old] if old else [],
            "new": [new] if new else [],
            "old_text": self.words(self.old, level, old),
            "new_text": self.words(self.new, level, new),
        }

    def goals(self, **kinds: list[tuple[str | None, str | None]]) -> list[Json]:
        return [self.change("goal", kind, *pair) for kind, pairs in kinds.items() for pair in pairs]

    def targets(self, **kinds: list[tuple[str | None, str | None]]) -> list[Json]:
        return [self.change("target", kind, *pair) for kind, pairs in kinds.items() for pair in pairs]

    def measures(self, **kinds: list[tuple[str | None, str | None]]) -> list[Json]:
        return [self.change("measure", kind, *pair) for kind, pairs in kinds.items() for pair in pairs]

    def many(self, kind: str, old: list[str], new: list[str]) -> Json:
        """A target that was split or merged; of its words each side has several."""
        return {"level": "target", "kind": kind, "old": old, "new": new}

    def number(self, old: str, new: str, field: str, ambition: str | None = "") -> Json:
        """A quantity that changed in one field; ambition "" where the contract leaves it to judgement."""
        before, after = self.measure(self.old, old), self.measure(self.new, new)
        found = {
            "level": "quantity",
            "kind": "changed",
            "field": field,
            "old": [old],
            "new": [new],
            "old_text": before.text,
            "new_text": after.text,
            "old_quantity": before.quantities[0].json(),
            "new_quantity": after.quantities[0].json(),
        }
        return found | ({"ambition": ambition} if ambition != "" else {})

    def quantity(self, kind: str, old: str, new: str) -> Json:
        """A quantity that a measure won or lost while it stayed."""
        before, after = self.measure(self.old, old), self.measure(self.new, new)
        return {
            "level": "quantity",
            "kind": kind,
            **({"new": [new]} if kind == "added" else {"old": [old]}),
            "old_quantity": before.quantities[0].json() if kind == "dropped" else None,
            "new_quantity": after.quantities[0].json() if kind == "added" else None,
        }


def from_2014_to_2015() -> list[Json]:
    """Companies come first, refugees are new; 80 pct. is 80,0 %, 0,5 mio. is 500.000: no change."""
    p = Pair(P2014, P2015)
    return [
        *p.goals(renumbered=[("1", "2"), ("2", "3"), ("3", "4"), ("4", "1")], retitled=[("2", "3")]),
        *p.targets(
            renumbered=[("1", "2"), ("2", "3"), ("3", "4"), ("4", "1")],
            retitled=[("4", "1")],
            added=[(None, "6")],
        ),
        *p.measures(
            added=[(None, "1.4"), (None, "4.2")],
            dropped=[("3.2", None)],
            reworded=[("1.3", "2.3"), ("5.2", "5.2")],
        ),
        p.number("4.1", "1.1", "value", "loosened"),
        p.number("1.2", "2.1", "value", "tightened"),
        p.number("2.1", "3.1", "value", "tightened"),
        p.number("5.1", "5.1", "value", "tightened"),
        p.number("5.1", "5.1", "change"),
    ]


def from_2015_to_2016() -> list[Json]:
    """Another form; the target of the young is split; 17 pct. is 17,0 %, 13 is 13,0: no change."""
    p = Pair(P2015, P2016)
    return [
        *p.goals(dropped=[("4", None)], added=[(None, "4")]),
        p.many("split", ["2"], ["2", "3"]),
        *p.targets(renumbered=[("3", "4"), ("4", "5"), ("5", "6"), ("6", "7")], retitled=[("4", "5")]),
        *p.measures(reworded=[("1.1", "1.1")], dropped=[("1.3", None)], added=[(None, "3.2"), (None, "6.3")]),
        p.number("1.2", "1.2", "value", "tightened"),
        p.number("2.2", "2.1", "value", "tightened"),
        p.number("3.2", "4.2", "value", "loosened"),
        p.number("4.1", "5.1", "deadline"),
        p.number("6.1", "7.1", "value", "tightened"),
        p.number("6.3", "7.3", "bound"),
        p.number("6.4", "7.4", "value", "tightened"),
        p.number("6.4", "7.4", "baseline_value"),
    ]


def from_2016_to_2017() -> list[Json]:
    """The young are one target again, the long-term unemployed are gone, apprentices move to the young."""
    p = Pair(P2016, P2017)
    return [
        *p.goals(retitled=[("3", "3")]),
        p.many("merged", ["2", "3"], ["2"]),
        *p.targets(
            renumbered=[("4", "3"), ("6", "4"), ("7", "5")],
            retitled=[("6", "4")],
            dropped=[("5", None)],
            added=[(None, "6")],
        ),
        *p.measures(
            moved=[("1.3", "2.4")],
            dropped=[("2.2", None), ("7.3", None)],
            added=[(None, "3.3")],
            reworded=[("3.2", "2.3"), ("6.2", "4.2"), ("7.2", "5.2")],
        ),
        p.quantity("dropped", "3.2", "2.3"),
        p.quantity("added", "7.2", "5.2"),
        p.number("1.1", "1.1", "value", "tightened"),
        p.number("2.1", "2.1", "value", "tightened"),
        p.number("3.1", "2.2", "value", "tightened"),
        p.number("4.2", "3.2", "value", "tightened"),
        p.number("6.1", "4.1", "value", "tightened"),
        p.number("6.1", "4.1", "change"),
        p.number("7.1", "5.1", "value", "tightened"),
        p.number("7.4", "5.3", "value", "tightened"),
        p.number("7.4", "5.3", "baseline_value"),
    ]


def from_draft_to_2015() -> list[Json]:
    """The one change that the committee made."""
    return [Pair(DRAFT_2015, P2015).number("1.1", "1.1", "value", "tightened")]
