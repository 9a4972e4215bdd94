"""Minutes (referat) and agendas (dagsorden): items, decisions, votes, attendance."""

from datetime import date as Date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from schemas.base import Schema
from schemas.place import Places
from schemas.vocabulary import Outcome, Presence, ReferenceKind, Role

ClockTime = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
"""Hours and minutes of a day of 24 hours: "16:30"."""

PageRange = Annotated[tuple[int, int], Field()]
"""First and last page, counted from 1, both included."""


class Section(Schema):
    """One labelled part of an item, in reading order."""

    label: str
    """The label as printed, its line breaks mended; a decision's label without committee and date."""

    role: Role
    """What the section is for."""

    text: str
    """The words under the label, white space folded; "" where nothing stands there."""

    at: Places = ()
    """Where the label and its text stand."""


class VoteCounts(Schema):
    """Printed numbers of votes."""

    for_: Annotated[int | None, Field(alias="for", serialization_alias="for")] = None
    """How many voted for."""

    against: int | None = None
    """How many voted against."""

    abstained: int | None = None
    """How many abstained."""


class Votes(Schema):
    """Who voted which way: names without party letter, parties, or letters without brackets, as printed."""

    for_: Annotated[tuple[str, ...], Field(alias="for", serialization_alias="for")] = ()
    """Who voted for."""

    against: tuple[str, ...] = ()
    """Who voted against."""

    abstained: tuple[str, ...] = ()
    """Who abstained ("undlod at stemme", "undlod at tage stilling")."""

    counts: VoteCounts | None = None
    """The numbers, where numbers are printed."""


class DecisionPart(Schema):
    """What was decided of one or more numbered parts of the proposal."""

    numbers: tuple[str, ...]
    """The numbers of the parts, as printed: "1", "2b"."""

    text: str
    """The words for these parts."""

    outcome: Outcome
    """What the words do."""

    votes: Votes | None = None
    """Votes on this part, where told apart; they stand in the decision's votes too."""


class Decision(Schema):
    """What this meeting decided about an item."""

    text: str
    """The decision's words, without the lines of who was absent or stood in."""

    outcome: Outcome
    """What the words do at this body."""

    parts: tuple[DecisionPart, ...] = ()
    """Its numbered parts, where it is numbered."""

    body: str | None = None
    """Which committee decided."""

    date: Date | None = None
    """When."""

    votes: Votes | None = None
    """Every vote under the item, those on one part too."""

    dissent: str | None = None
    """The printed words from naming the minority to the end of its statement."""

    forwarded_to: tuple[str, ...] = ()
    """Who is to decide next, as printed."""

    postponed_to: Date | None = None
    """The meeting to which it was put off."""

    at: Places = ()
    """Where the decision's words stand."""


class HistoryEntry(Schema):
    """What another body or an earlier meeting decided, printed under this item."""

    body: str | None
    """The body, as printed."""

    date: Date | None
    """When it decided."""

    text: str
    """Its words."""

    at: Places = ()
    """Where they stand."""


class Reference(Schema):
    """A meeting, law or document that the item's text refers to."""

    kind: ReferenceKind
    """What is referred to."""

    text: str
    """The words as printed."""

    date: Date | None = None
    """Its date, where one is said."""

    at: Places = ()
    """Where the words stand."""


class Item(Schema):
    """An item of the agenda (dagsordenspunkt)."""

    number: str | None
    """As printed, without its dot: "3", "57", "3.1"; null where none is printed."""

    title: str
    """Without number, case number, the contents' page number and the words Åben / Lukket."""

    case_number: str | None = None
    """As printed: "13/4229", "15.20.00-P22-1-16"."""

    item_type: str | None = None
    """"Orientering", "Beslutning", … or a letter, as printed."""

    open: bool = True
    """False for a closed item (lukket punkt)."""

    sections: tuple[Section, ...] = ()
    """Its labelled parts in reading order; the case number's line is none."""

    proposal: str | None = None
    """Text of the indstilling / administrationens forslag."""

    proposal_at: Places = ()
    """Where the proposal stands."""

    decision: Decision | None = None
    """What this meeting decided."""

    history: tuple[HistoryEntry, ...] = ()
    """What other bodies or earlier meetings decided, where it is printed under this item."""

    attachments: tuple[str, ...] = ()
    """Titles of the bilag."""

    attachments_at: tuple[Places, ...] = ()
    """Where each attachment's title stands."""

    absent: tuple[str, ...] = ()
    """Names from the item's own Fraværende / Afbud / Ikke til stede."""

    raised_by: str | None = None
    """Who brought the item."""

    references: tuple[Reference, ...] = ()
    """Meetings, laws and documents that its text refers to."""

    at: Places = ()
    """One box a page, around all that belongs to the item."""

    @model_validator(mode="after")
    def _each_attachment_has_its_places(self) -> Self:
        if len(self.attachments_at) not in (0, len(self.attachments)):
            raise ValueError("attachments_at must have one list for each attachment")
        return self


class Attendance(Schema):
    """One person at one meeting."""

    name: str
    """Without party letter or title."""

    role: str | None = None
    """Formand, Næstformand, Medlem, … as printed."""

    party: str | None = None
    """Letter or name, as printed."""

    status: Presence
    """Whether the person took part."""

    substitute: bool = False
    """Whether the person stood in for a member at this meeting, as the minutes say."""

    at: Places = ()
    """Where the name stands."""


class Minutes(Schema):
    """The minutes or the agenda of one meeting."""

    kind: Literal["minutes", "agenda"]
    """An agenda has no decisions."""

    pages: PageRange
    """First and last page, counted from 1, inclusive."""

    title: str
    """As printed."""

    municipality: str | None = None
    """"Allerød Kommune"."""

    committee: str | None = None
    """As the document's head prints it, without the election period and a short form in brackets."""

    term: str | None = None
    """The election period, "2014-2017"."""

    date: Date | None = None
    """The day of the meeting."""

    start_time: ClockTime | None = None
    """When it began."""

    end_time: ClockTime | None = None
    """When it ended."""

    place: str | None = None
    """Where it was held."""

    items: tuple[Item, ...] = ()
    """In printed order."""

    attendance: tuple[Attendance, ...] = ()
    """One row a person."""

    treated_order: tuple[str, ...] | None = None
    """Item numbers in the order in which they were treated; null where not said to differ."""

    at: Places = ()
    """One box a page."""
