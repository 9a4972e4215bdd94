"""What changed between two plans, and what became of each promise through the years."""

from datetime import date as Date
from typing import Annotated, Literal

from pydantic import Field

from schemas.base import Schema
from schemas.minutes import PageRange
from schemas.place import Places
from schemas.plan import Figure, Quantity
from schemas.vocabulary import Ambition, ChangeKind, Level, Outcome, PlanStatus, QuantityField

Likeness = Annotated[float, Field(ge=0, le=1)]
"""0 for nothing in common, 1 for the same words."""

Paths = tuple[str, ...]
"""Where something stands in a plan: "4" a target or goal by its number, "4.2" its second measure or action."""


class Adoption(Schema):
    """The decision by which a plan was adopted, as the archive's minutes tell it."""

    file: str
    """The file of the minutes."""

    sha256: str
    """Of that file."""

    document: str
    """The id of the minutes in the archive (`udvalgsarkiv show ID`)."""

    body: str | None
    """Who decided."""

    date: Date | None
    """When."""

    item: str | None
    """Number of the item."""

    title: str
    """Title of the item."""

    outcome: Outcome
    """What the decision does."""

    final: bool
    """Whether the body is the council; else only a committee's decision was found."""

    at: Places = ()
    """Where the decision stands."""


class Corrected(Schema):
    """A field of a plan that a person corrected in the archive: the plan is compared as corrected."""

    path: str
    """"4" a target, "4.2" its second measure, as they are printed; a figure's label; "" the plan itself."""

    field: str
    """The field, as in the record."""

    was: str | float | bool | None
    """What was read."""

    value: str | float | bool | None
    """What it is now; null where it was rejected, so that there is no such value."""

    who: str
    """The person."""

    at: str
    """When, UTC."""


class Side(Schema):
    """One of the plans that are compared."""

    file: str
    """The file's name, without folders."""

    sha256: str | None = None
    """Of the file; null for a plan that was not read from one."""

    document: str | None = None
    """Its id in the archive; null for a file that was read for this comparison."""

    municipality: str | None = None
    """Whose plan."""

    year: int | None = None
    """Of a plan for several years the first."""

    last_year: int | None = None
    """The last year of a plan for several; null for one."""

    title: str = ""
    """As printed."""

    status: PlanStatus | None = None
    """Draft or adopted, where it is said."""

    pages: PageRange = (1, 1)
    """First and last page in the file."""

    adopted: Adoption | None = None
    """The decision that adopted it, where the archive has it."""

    corrected: tuple[Corrected, ...] = ()
    """What people corrected in it."""


class Rival(Schema):
    """What one side of a pair could also have been taken for."""

    old: Paths
    """In the old plan."""

    new: Paths
    """In the new plan."""

    score: Likeness
    """How alike the two are."""


class Pair(Schema):
    """What was taken for each other."""

    level: Level
    """Goals, targets or measures."""

    old: Paths
    """In the old plan."""

    new: Paths
    """In the new plan."""

    score: Likeness
    """How alike they are."""

    why: str
    """What spoke for it, in words."""

    title: Likeness | None = None
    """How alike the titles, or a measure's words, are."""

    measures: tuple[int, int] | None = None
    """How many measures of the shorter side have their like on the other, of how many."""

    actions: tuple[int, int] | None = None
    """The same of the actions."""

    rivals: tuple[Rival, ...] = ()
    """Others nearly as alike; where there are any the pair is ambiguous."""


class Span(Schema):
    """A run of words in a redline."""

    op: Literal["same", "old", "new"]
    """In both, only in the old wording, or only in the new one."""

    text: str
    """The words with the space behind them."""


Redline = tuple[Span, ...]
"""Old and new wording in one line."""


class Change(Schema):
    """One change from the old plan to the new one."""

    level: Level
    """What it concerns."""

    kind: ChangeKind
    """What happened."""

    old: Paths
    """Where it stands in the old plan; empty where it is not there."""

    new: Paths
    """Where it stands in the new plan; empty where it is not there."""

    old_text: str | None = None
    """The title's or the measure's words; null where absent."""

    new_text: str | None = None
    """The title's or the measure's words; null where absent."""

    field: QuantityField | None = None
    """In which field a quantity changed."""

    old_quantity: Quantity | None = None
    """The whole quantity in the old plan."""

    new_quantity: Quantity | None = None
    """The whole quantity in the new plan."""

    ambition: Ambition | None = None
    """Whether more or less is promised; null where bound and words do not tell."""

    at_old: Places = ()
    """Where it was read in the old file."""

    at_new: Places = ()
    """Where it was read in the new file."""

    redline: Redline = ()
    """Old and new words in one line, for a title or measure whose words differ."""


class ActionChange(Schema):
    """What became of an action (indsats)."""

    kind: Literal["kept", "added", "dropped", "reworded", "moved"]
    """What happened; "moved" is one in the same words under another target."""

    old: Paths
    """"4.2" is the second action of target 4."""

    new: Paths
    """The same in the new plan."""

    old_text: str | None = None
    """Its words; null where absent."""

    new_text: str | None = None
    """Its words; null where absent."""

    at_old: Places = ()
    """Where it was read in the old file."""

    at_new: Places = ()
    """Where it was read in the new file."""

    redline: Redline = ()
    """Old and new words in one line."""


class FigurePair(Schema):
    """A number that both plans tell, or only one of them."""

    label: str
    """What it counts, as the new plan calls it where it is in it."""

    old: Figure | None = None
    """In the old plan."""

    new: Figure | None = None
    """In the new plan."""

    forecast: bool = False
    """Whether the old plan foretold for the time of which the new one tells the level."""


class Trifle(Schema):
    """Words that only look changed: punctuation, hyphenation, a unit's spelling, a year that moved with the plan."""

    level: Level
    """A goal's or target's title, or a measure."""

    old: Paths
    """In the old plan."""

    new: Paths
    """In the new plan."""

    redline: Redline
    """Old and new words in one line."""


class Difference(Schema):
    """What changed between two plans."""

    old: Side
    """The old plan."""

    new: Side
    """The new plan."""

    pairs: tuple[Pair, ...] = ()
    """What was taken for each other."""

    changes: tuple[Change, ...] = ()
    """In the order of the new plan; what was dropped stands where it would have been."""

    actions: tuple[ActionChange, ...] = ()
    """What became of the actions of targets that are in both plans."""

    figures: tuple[FigurePair, ...] = ()
    """Numbers told, side by side."""

    titles: dict[Literal["old", "new"], dict[str, str]] = Field(default_factory=dict)
    """The targets' titles by their paths."""

    measures: dict[Literal["old", "new"], dict[str, tuple[str, ...]]] = Field(default_factory=dict)
    """What the targets promise that are in one plan alone, by their paths."""

    trifles: tuple[Trifle, ...] = ()
    """What only looks changed; empty unless every word was asked for."""


class Telling(Schema):
    """What one plan says of something that is followed through the years."""

    path: str
    """Where it stands in that plan."""

    text: str
    """A target's title or a measure's words."""

    quantities: tuple[Quantity | None, ...] = ()
    """Of a measure: the same quantity in the same place each year; null where this plan does not promise it."""

    at: Places = ()
    """Where it was read."""


class MeasureThread(Schema):
    """A measure, or a minister's goal, through the years."""

    tellings: tuple[Telling | None, ...]
    """One for each plan, oldest first; null where it is not in the plan."""


class TargetThread(Schema):
    """A target through the years, with its measures."""

    tellings: tuple[Telling | None, ...]
    """One for each plan, oldest first; null where it is not in the plan."""

    split_from: int | None = None
    """Which thread it was split off, counted from 0."""

    merged_into: int | None = None
    """Which thread it was merged with, counted from 0."""

    measures: tuple[MeasureThread, ...] = ()
    """Its measures; one that moved stands under the target of the last plan that has it."""


class Timeline(Schema):
    """What became of each promise through the years."""

    plans: tuple[Side, ...]
    """Oldest first."""

    threads: tuple[TargetThread, ...]
    """In the order of the last plan; those that ended before come after it."""

    goals: tuple[MeasureThread, ...] = ()
    """The minister's goals through the years."""

    differences: tuple[Difference, ...]
    """From each plan to the next."""
