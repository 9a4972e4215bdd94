"""What a publication site states of a meeting as data, beside the PDF that is read."""

from datetime import date as Date

from schemas.base import Schema
from schemas.minutes import ClockTime
from schemas.vocabulary import Presence

BESIDE = ".stated.json"
"""How the file ends that lies beside a PDF and holds what its site states: "referat.pdf.stated.json"."""


class StatedPerson(Schema):
    """A person whom the site names for the meeting."""

    name: str
    """As stated, white space folded."""

    role: str | None = None
    """Formand, Medlem, …, as stated."""

    status: Presence | None = None
    """Whether the person took part; null where the site does not say."""


class StatedItem(Schema):
    """An item of the agenda, as the site states it; HTML has become text."""

    number: str | None = None
    """As stated."""

    title: str
    """As stated."""

    case_number: str | None = None
    """As stated."""

    open: bool | None = None
    """False for a closed item; null where the site does not say."""

    proposal: str | None = None
    """Text of the indstilling."""

    decision: str | None = None
    """Text of the decision, with whatever stands in it of who was absent."""

    absent: tuple[str, ...] = ()
    """Names from a part of the item that is labelled Fraværende, Afbud, …"""

    attachments: tuple[str, ...] = ()
    """Titles of the bilag."""


class Stated(Schema):
    """A meeting, as a publication site states it."""

    address: str
    """Where it states that."""

    municipality: str | None = None
    """Whose site it is, where the file of sources says so."""

    title: str | None = None
    """What the site calls the document: "Referat", "Tillægsdagsorden"."""

    committee: str | None = None
    """As stated, with a term where one stands in the name."""

    date: Date | None = None
    """The day of the meeting."""

    start_time: ClockTime | None = None
    """When it was to begin."""

    place: str | None = None
    """Where it was held."""

    people: tuple[StatedPerson, ...] = ()
    """In the site's order."""

    items: tuple[StatedItem, ...] = ()
    """In the site's order."""
