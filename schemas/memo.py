"""Memos (notat) and documents of other kinds."""

from typing import Literal

from schemas.base import Schema
from schemas.minutes import PageRange
from schemas.place import Places
from schemas.plan import Chapter


class Question(Schema):
    """A question that a politician asked, and its answer."""

    number: str | None
    """As printed."""

    question: str
    """Its words."""

    answer: str | None
    """The words that answer it; null where none do."""

    at: Places = ()
    """Where question and answer stand."""


class Memo(Schema):
    """A memo from the administration."""

    kind: Literal["memo"] = "memo"
    """Always "memo"."""

    pages: PageRange
    """First and last page, counted from 1, inclusive."""

    title: str
    """As printed."""

    municipality: str | None = None
    """Whose administration."""

    department: str | None = None
    """The department, as its head prints it."""

    concerns_item: str | None = None
    """Number of the agenda item it belongs to."""

    asked_by: str | None = None
    """Who asked."""

    questions: tuple[Question, ...] = ()
    """In printed order."""

    question_count: int = 0
    """How many questions were asked."""

    recommendation: str | None = None
    """The sentence that recommends."""

    recommendation_at: Places = ()
    """Where it stands."""

    sections: tuple[Chapter, ...] = ()
    """All text of the memo, by chapter."""

    at: Places = ()
    """One box a page."""


class Other(Schema):
    """A document of no known kind, kept so that it can be searched and cited."""

    kind: Literal["other"] = "other"
    """Always "other"."""

    pages: PageRange
    """First and last page, counted from 1, inclusive."""

    title: str
    """The first heading, or the first line."""

    municipality: str | None = None
    """Where one is named."""

    sections: tuple[Chapter, ...] = ()
    """All its text, by chapter."""

    at: Places = ()
    """One box a page."""
