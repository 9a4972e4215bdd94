"""Employment plans as data: goals, targets, measures, quantities, actions, figures."""

from dataclasses import dataclass, field

from samples.markup import words
from samples.model import Json


@dataclass(frozen=True)
class Quantity:
    """What a measure promises."""

    value: float
    unit: str
    bound: str = "exactly"
    deadline: str | None = None
    baseline_value: float | None = None
    baseline_year: int | None = None
    change: float | None = None
    change_unit: str | None = None

    def json(self) -> Json:
        """All fields; "øges med 25" says its change in the value, so `change` is left open there."""
        found: Json = {k: getattr(self, k) for k in self.__dataclass_fields__}
        if self.bound in ("increase_by", "decrease_by"):
            del found["change"], found["change_unit"]
        return found


@dataclass(frozen=True)
class Measure:
    """One delmål; `restated` are the words of the chapter, where they differ from the overview's."""

    text: str
    quantities: tuple[Quantity, ...] = ()
    restated: str | None = None

    def json(self) -> Json:
        return {"text": self.text, "quantities": [q.json() for q in self.quantities]}


@dataclass(frozen=True)
class Action:
    """One bullet of a strategy."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Target:
    """One resultatmål with what stands in its chapter."""

    title: str
    goal: int | None
    measures: tuple[Measure, ...]
    actions: tuple[Action, ...]
    prose: str
    status: str = ""
    """A paragraph of numbers that are told, not promised."""
    restated: str | None = None
    chapter: str | None = None

    def json(self, number: int) -> Json:
        return {
            "number": number,
            "title": self.title,
            "minister_goal": self.goal,
            "measures": [m.json() for m in self.measures],
            "actions": [{"text": a.text, "level": a.level} for a in self.actions],
        }


@dataclass(frozen=True)
class Goal:
    """One goal that the minister announced."""

    title: str
    text: str


@dataclass(frozen=True)
class Figure:
    """A number that is told: a level, or a change with its printed per cent."""

    label: str
    level: int | None = None
    change: int | None = None
    percent: int | None = None
    note: str = ""
    printed_percent: str = ""

    def printed(self, sign: str = "") -> str:
        """The bullet; `sign` is the footnote's number."""
        mark = f"<s>{sign}</s>" if sign else ""
        if self.change is None:
            return f"{self.label} udgør {self.level} personer{mark}"
        verb = "steget" if self.change > 0 else "faldet"
        percent = self.printed_percent or f"{self.percent:+d} pct."
        return f"{self.label} er {verb} med {abs(self.change)} personer ({percent}){mark}"

    def json(self) -> Json:
        return {
            "label": self.label,
            "value": self.level,
            "unit": "personer",
            "change": self.change,
            "change_pct": self.percent,
        }


@dataclass(frozen=True)
class Plan:
    """A plan of one year or more."""

    municipality: str
    year: int
    goals: tuple[Goal, ...]
    targets: tuple[Target, ...]
    figures: tuple[Figure, ...]
    section_titles: tuple[str, ...]
    status: str | None = "adopted"
    title: str = ""
    concerns: str | None = None
    last_year: int | None = None
    texts: dict[str, str] = field(default_factory=dict)
    """Running text by its place in the plan."""

    def json(self) -> Json:
        return {
            "kind": "plan",
            "municipality": self.municipality,
            "title": self.title or f"Beskæftigelsesplan {self.year}",
            "year": self.year,
            "last_year": self.last_year,
            "status": self.status,
            "concerns_item": self.concerns,
            "section_titles": list(self.section_titles),
            "minister_goals": [
                {"number": n, "title": g.title, "text": words(g.text)} for n, g in enumerate(self.goals, 1)
            ],
            "targets": [t.json(n) for n, t in enumerate(self.targets, 1)],
            "figures": [f.json() for f in self.figures],
        }
