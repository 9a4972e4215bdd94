"""Tables of what people decided: corrections of what was read, and which spellings of a name are one."""

from sqlalchemy import Index, text
from sqlmodel import Field

from pipeline.archive.tables.base import Row, explain, indexed


class CorrectionRow(Row, table=True):
    """What a person said about one field of a row, or about a finding; kept apart from what was read."""

    __tablename__ = "corrections"
    __table_args__ = (Index("ix_corrections_winning", "owner_id", "field", sqlite_where=text("wins")),)

    id: int | None = Field(default=None, primary_key=True)
    """Counted up; of several about one field the last one holds."""
    owner_table: str
    """The table of the row."""
    owner_id: str = indexed()
    """The row; ids survive a re-read, and so does this."""
    field: str
    """The field; "finding" for a finding as a whole."""
    verdict: str = indexed()
    """"accept": it is right; "correct": it should be `value`; "reject": there is no such value, or no mistake."""
    was_read: str | None = None
    """What had been read when the person looked, as JSON."""
    value: str | None = None
    """What it should be, as JSON."""
    wins: bool
    """Whether the views show `value` in place of what was read."""
    holds: bool = indexed()
    """Whether it is the last word about the field."""
    who: str
    """The person."""
    at: str
    """When, UTC."""
    note: str | None = None
    """Why, in the person's words."""


class NameLinkRow(Row, table=True):
    """Two spellings that are taken, or offered, for one person or committee; made anew after each run."""

    __tablename__ = "name_links"

    kind: str = Field(primary_key=True)
    """"person" or "committee"."""
    municipality: str = Field(primary_key=True)
    """Whose documents have both; "" where none is said."""
    name_a: str = Field(primary_key=True)
    """One spelling, the alphabetically first."""
    name_b: str = Field(primary_key=True)
    """The other."""
    score: float
    """How alike they are, 0 to 100."""
    why: str
    """The rule that found them alike."""
    status: str = indexed()
    """"linked" by itself, "offered" to a person, "confirmed" or "split" by one."""


class NameDecisionRow(Row, table=True):
    """A person's word on whether two spellings are one; it survives every re-read."""

    __tablename__ = "name_decisions"

    kind: str = Field(primary_key=True)
    """"person" or "committee"."""
    municipality: str = Field(primary_key=True)
    """Whose documents have both; "" where none is said."""
    name_a: str = Field(primary_key=True)
    """One spelling, the alphabetically first."""
    name_b: str = Field(primary_key=True)
    """The other."""
    same: bool
    """Whether they are one."""
    who: str
    """The person who decided."""
    at: str
    """When, UTC."""


class IdentityRow(Row, table=True):
    """Which person or committee a spelling means; made anew after each run."""

    __tablename__ = "identities"

    kind: str = Field(primary_key=True)
    """"person" or "committee"."""
    municipality: str = Field(primary_key=True)
    """Whose documents have the spelling; "" where none is said."""
    name: str = Field(primary_key=True)
    """The spelling, as printed."""
    identity: str = indexed()
    """The spelling by which the person or committee is called: what all its spellings have in common."""
    mentions: int
    """In how many rows the spelling stands."""


for _table in (CorrectionRow, NameLinkRow, NameDecisionRow, IdentityRow):
    explain(_table)
