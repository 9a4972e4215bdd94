"""Tables of what publication sites state as data, kept beside what was read."""

from pipeline.archive.tables.base import Row, child_of, explain, indexed, key
from schemas.stated import Stated, StatedItem, StatedPerson


class StatedMeetingRow(Row, table=True):
    """A meeting as a publication site states it; what was read from its PDF stands in `meetings`."""

    __tablename__ = "stated_meetings"

    id: str = key()
    source_file_id: str = child_of("source_files", unique=True)
    """The file that the site published of it."""
    address: str
    municipality: str | None = None
    title: str | None = None
    committee: str | None = None
    date: str | None = indexed(None)
    start_time: str | None = None
    place: str | None = None


class StatedPersonRow(Row, table=True):
    """A person whom a site names for a meeting."""

    __tablename__ = "stated_people"

    id: str = key()
    stated_id: str = child_of("stated_meetings")
    ord: int
    name: str
    role: str | None = None
    status: str | None = None


class StatedItemRow(Row, table=True):
    """An item as a site states it; what was read stands in `items`."""

    __tablename__ = "stated_items"

    id: str = key()
    stated_id: str = child_of("stated_meetings")
    ord: int
    number: str | None = None
    title: str
    case_number: str | None = indexed(None)
    open: bool | None = None
    proposal: str | None = None
    decision: str | None = None
    absent: str
    """Names: a JSON list."""
    attachments: str
    """Titles: a JSON list."""


explain(StatedMeetingRow, Stated)
explain(StatedPersonRow, StatedPerson)
explain(StatedItemRow, StatedItem)
