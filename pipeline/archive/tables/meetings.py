"""Tables of meetings: items, decisions, votes, attendance."""

from sqlalchemy import Index
from sqlmodel import Field

from pipeline.archive.tables.base import Row, child_of, explain, indexed, key
from schemas.minutes import (
    Attendance,
    Decision,
    DecisionPart,
    HistoryEntry,
    Item,
    Minutes,
    Reference,
    Section,
)


class MeetingRow(Row, table=True):
    """A meeting, as its minutes or its agenda tell of it."""

    __tablename__ = "meetings"
    __table_args__ = (Index("ix_meetings_committee_date", "committee", "date"),)

    id: str = Field(primary_key=True, foreign_key="documents.id", ondelete="CASCADE")
    """The id of the document."""
    committee: str | None = None
    term: str | None = None
    date: str | None = indexed(None)
    start_time: str | None = None
    end_time: str | None = None
    place: str | None = None
    treated_order: str | None = None
    """Item numbers in the order in which they were treated, a JSON list; null where not said to differ."""
    corrected: str | None = None
    same_as: str | None = indexed(None)
    """The document that tells of the same meeting in its place: the views that count leave this one out. Found anew
    after each run; null for nearly all."""


class ItemRow(Row, table=True):
    """An item of the agenda."""

    __tablename__ = "items"

    id: str = key()
    meeting_id: str = child_of("meetings")
    ord: int
    number: str | None = None
    title: str
    case_number: str | None = indexed(None)
    item_type: str | None = None
    open: bool
    proposal: str | None = None
    raised_by: str | None = None
    corrected: str | None = None


class SectionRow(Row, table=True):
    """One labelled part of an item."""

    __tablename__ = "sections"

    id: str = key()
    item_id: str = child_of("items")
    ord: int
    label: str
    role: str = indexed()
    text: str


class DecisionRow(Row, table=True):
    """What the meeting decided about an item; one at most for each."""

    __tablename__ = "decisions"

    id: str = key()
    item_id: str = child_of("items", unique=True)
    text: str
    outcome: str = indexed()
    body: str | None = None
    date: str | None = indexed(None)
    dissent: str | None = None
    forwarded_to: str
    """Who is to decide next, as printed: a JSON list."""
    postponed_to: str | None = None
    corrected: str | None = None


class DecisionPartRow(Row, table=True):
    """What was decided of one or more numbered parts of the proposal."""

    __tablename__ = "decision_parts"

    id: str = key()
    decision_id: str = child_of("decisions")
    ord: int
    numbers: str
    """The numbers of the parts, as printed: a JSON list."""
    text: str
    outcome: str = indexed()


class VoteEventRow(Row, table=True):
    """A vote on a decision, or on one part of it."""

    __tablename__ = "vote_events"

    id: str = key()
    decision_id: str = child_of("decisions")
    part_id: str | None = Field(default=None, foreign_key="decision_parts.id", ondelete="CASCADE", index=True)
    """The part that was voted on; null for the decision as a whole."""
    counted: bool
    """Whether numbers are printed."""
    count_for: int | None = None
    """How many voted for, as printed."""
    count_against: int | None = None
    """How many voted against, as printed."""
    count_abstained: int | None = None
    """How many abstained, as printed."""


class VoteRow(Row, table=True):
    """One voter in a vote: a person, a party or a party's letter, as printed."""

    __tablename__ = "votes"

    vote_event_id: str = Field(foreign_key="vote_events.id", ondelete="CASCADE", primary_key=True)
    """The vote."""
    option: str = Field(primary_key=True)
    """"for", "against" or "abstained"."""
    ord: int = Field(primary_key=True)
    voter: str = indexed()
    """Who, as printed."""


class HistoryRow(Row, table=True):
    """What another body or an earlier meeting decided, printed under this item."""

    __tablename__ = "history"

    id: str = key()
    item_id: str = child_of("items")
    ord: int
    body: str | None = None
    date: str | None = None
    text: str


class ItemReferenceRow(Row, table=True):
    """A meeting, law or document that an item's text refers to."""

    __tablename__ = "item_references"

    id: str = key()
    item_id: str = child_of("items")
    ord: int
    kind: str = indexed()
    text: str
    date: str | None = indexed(None)


class AttachmentRow(Row, table=True):
    """The title of a bilag."""

    __tablename__ = "attachments"

    id: str = key()
    item_id: str = child_of("items")
    ord: int
    title: str = indexed()
    """As printed."""
    placed: bool
    """Whether the reading says where the title stands."""


class PersonRow(Row, table=True):
    """A name of one municipality's minutes; one person can have several spellings, each is a row."""

    __tablename__ = "people"

    id: str = key()
    """Made of the municipality and the name."""
    municipality: str | None = None
    """Whose minutes name the person."""
    name: str = indexed()
    """As printed, without party letter or title."""


class AbsenceRow(Row, table=True):
    """A person absent under one item."""

    __tablename__ = "absences"

    id: str = key()
    item_id: str = child_of("items")
    ord: int
    name: str
    """As printed."""
    person_id: str = Field(foreign_key="people.id", index=True)
    """The person of that name."""


class AttendanceRow(Row, table=True):
    """One person at one meeting."""

    __tablename__ = "attendances"

    id: str = key()
    meeting_id: str = child_of("meetings")
    ord: int
    person_id: str = Field(foreign_key="people.id", index=True)
    """The person of that name."""
    name: str
    role: str | None = None
    party: str | None = None
    status: str = indexed()
    corrected: str | None = None
    substitute: bool = False


for _table, _noun in (
    (MeetingRow, Minutes),
    (ItemRow, Item),
    (SectionRow, Section),
    (DecisionRow, Decision),
    (DecisionPartRow, DecisionPart),
    (VoteEventRow, None),
    (VoteRow, None),
    (HistoryRow, HistoryEntry),
    (ItemReferenceRow, Reference),
    (AttachmentRow, None),
    (PersonRow, None),
    (AbsenceRow, None),
    (AttendanceRow, Attendance),
):
    explain(_table, _noun)
