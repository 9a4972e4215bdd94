"""Tables of plans and memos: goals, targets, measures, quantities, figures, questions."""

from sqlmodel import Field

from pipeline.archive.tables.base import Row, child_of, explain, indexed, key
from schemas.memo import Memo, Question
from schemas.plan import Action, Figure, Measure, MinisterGoal, Plan, Quantity, Target


class PlanRow(Row, table=True):
    """An employment plan."""

    __tablename__ = "plans"

    id: str = Field(primary_key=True, foreign_key="documents.id", ondelete="CASCADE")
    """The id of the document."""
    year: int | None = indexed(None)
    last_year: int | None = None
    status: str | None = None
    concerns_item: str | None = None
    corrected: str | None = None
    same_as: str | None = indexed(None)
    """The document that tells the same plan in its place: the views leave this one out. Found anew after each run;
    null for nearly all, and between a draft and what was adopted."""


class MinisterGoalRow(Row, table=True):
    """A goal that the minister set for all municipalities."""

    __tablename__ = "minister_goals"

    id: str = key()
    plan_id: str = child_of("plans")
    ord: int
    number: int | None = None
    title: str
    text: str


class TargetRow(Row, table=True):
    """A resultatmål."""

    __tablename__ = "targets"

    id: str = key()
    plan_id: str = child_of("plans")
    ord: int
    number: int | None = None
    title: str
    minister_goal: int | None = None
    corrected: str | None = None


class MeasureRow(Row, table=True):
    """A delmål under a target."""

    __tablename__ = "measures"

    id: str = key()
    target_id: str = child_of("targets")
    ord: int
    text: str
    corrected: str | None = None


class QuantityRow(Row, table=True):
    """A number that is promised."""

    __tablename__ = "quantities"

    id: str = key()
    measure_id: str = child_of("measures")
    ord: int
    value: float | None = None
    unit: str | None = indexed(None)
    bound: str
    deadline: str | None = None
    baseline_value: float | None = None
    baseline_year: int | None = None
    change: float | None = None
    change_unit: str | None = None
    of: str | None = None
    period: str | None = None
    corrected: str | None = None


class ActionRow(Row, table=True):
    """An indsats: how a target will be reached."""

    __tablename__ = "actions"

    id: str = key()
    target_id: str = child_of("targets")
    ord: int
    text: str
    level: int


class FigureRow(Row, table=True):
    """A number that is told, not promised."""

    __tablename__ = "figures"

    id: str = key()
    plan_id: str = child_of("plans")
    ord: int
    label: str = indexed()
    value: float | None = None
    unit: str | None = None
    change: float | None = None
    change_pct: float | None = None
    period: str | None = None
    source: str | None = None
    corrected: str | None = None


class MemoRow(Row, table=True):
    """A memo from the administration."""

    __tablename__ = "memos"

    id: str = Field(primary_key=True, foreign_key="documents.id", ondelete="CASCADE")
    """The id of the document."""
    department: str | None = None
    concerns_item: str | None = None
    asked_by: str | None = None
    question_count: int
    recommendation: str | None = None
    same_as: str | None = indexed(None)
    """The document that tells the same memo in its place; null for nearly all."""


class QuestionRow(Row, table=True):
    """A question that a politician asked, and its answer."""

    __tablename__ = "questions"

    id: str = key()
    memo_id: str = child_of("memos")
    ord: int
    number: str | None = None
    question: str
    answer: str | None = None


for _table, _noun in (
    (PlanRow, Plan),
    (MinisterGoalRow, MinisterGoal),
    (TargetRow, Target),
    (MeasureRow, Measure),
    (QuantityRow, Quantity),
    (ActionRow, Action),
    (FigureRow, Figure),
    (MemoRow, Memo),
    (QuestionRow, Question),
):
    explain(_table, _noun)
