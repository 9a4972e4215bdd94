"""Plans (beskæftigelsesplan): the minister's goals, targets, measures, what is promised and what is told."""

from datetime import date as Date
from typing import Literal

from schemas.base import Schema
from schemas.minutes import PageRange
from schemas.place import Places
from schemas.vocabulary import Bound, PlanStatus


class Chapter(Schema):
    """A chapter of a plan, a memo or another document, so that every page can be searched and cited."""

    number: str | None
    """As printed, without its last dot: "5.1"."""

    title: str | None
    """As printed; null for text before the first heading."""

    level: int
    """1 for a chapter, 2 for one inside it, …"""

    text: str
    """Its own words, without those of the chapters inside it."""

    at: Places = ()
    """Where heading and text stand."""


class MinisterGoal(Schema):
    """A goal that the minister set for all municipalities (ministermål)."""

    number: int | None
    """As printed."""

    title: str
    """Without "Mål N:"."""

    text: str
    """The words under it."""

    at: Places = ()
    """Where it stands."""


class Quantity(Schema):
    """A number that is promised."""

    value: float | None
    """The number; null where only a change is promised."""

    unit: str | None
    """"pct.", "pct. point", "kr.", or the counted noun as printed, without adjectives."""

    bound: Bound
    """How it binds."""

    deadline: Date | None = None
    """The last day of what is said; only words that set a deadline give one."""

    baseline_value: float | None = None
    """The level from which a change is counted."""

    baseline_year: int | None = None
    """The year of that level."""

    change: float | None = None
    """The change that is promised, signed."""

    change_unit: str | None = None
    """Its unit."""

    of: str | None = None
    """Of whom or of what."""

    period: str | None = None
    """How often, "hver måned"."""

    at: Places = ()
    """Where the words stand."""


class Measure(Schema):
    """A delmål: one bullet, paragraph of a cell or group of sentences under a target."""

    text: str
    """Its words without its own number, line breaks mended."""

    quantities: tuple[Quantity, ...] = ()
    """What is promised in it."""

    at: Places = ()
    """Where it stands."""


class Action(Schema):
    """An indsats or strategy: how the target will be reached."""

    text: str
    """Its words."""

    level: int = 1
    """1 for a bullet, 2 for a bullet under it."""

    at: Places = ()
    """Where it stands."""


class Target(Schema):
    """A resultatmål."""

    number: int | None
    """As printed."""

    title: str
    """Without "Resultatmål N:"."""

    minister_goal: int | None = None
    """Number of the minister's goal that it serves; null for a local one."""

    measures: tuple[Measure, ...] = ()
    """In printed order."""

    actions: tuple[Action, ...] = ()
    """In printed order."""

    at: Places = ()
    """Where the title stands."""


class Figure(Schema):
    """A number that is told, not promised."""

    label: str
    """What it counts."""

    value: float | None = None
    """The number."""

    unit: str | None = None
    """What is counted."""

    change: float | None = None
    """Signed by its verb."""

    change_pct: float | None = None
    """Signed as printed."""

    period: str | None = None
    """When, as printed."""

    source: str | None = None
    """Who says so, as printed."""

    at: Places = ()
    """Where it stands."""


class Plan(Schema):
    """An employment plan."""

    kind: Literal["plan"] = "plan"
    """Always "plan"."""

    pages: PageRange
    """First and last page, counted from 1, inclusive."""

    title: str
    """As printed; where none is printed "Beskæftigelsesplan" and its year."""

    municipality: str | None = None
    """Whose plan it is."""

    year: int | None = None
    """The year it is for; of a plan for several years the first."""

    last_year: int | None = None
    """The last year of a plan for several years; null for one year."""

    status: PlanStatus | None = None
    """Draft or adopted, where it is said."""

    concerns_item: str | None = None
    """Number of the agenda item it is bound with."""

    minister_goals: tuple[MinisterGoal, ...] = ()
    """In printed order."""

    targets: tuple[Target, ...] = ()
    """In printed order; one that the plan states twice is one target, read from the overview."""

    figures: tuple[Figure, ...] = ()
    """Numbers told, not promised."""

    sections: tuple[Chapter, ...] = ()
    """All text of the plan, by chapter."""

    at: Places = ()
    """One box a page."""
