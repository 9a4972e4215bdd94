"""What all tables share: explained columns, and children that go when their parent goes."""

from typing import Any

from pydantic import BaseModel
from sqlmodel import Field, SQLModel

from schemas.base import described


class Row(SQLModel):
    """A row: nothing is checked when one is built, so only `pipeline.archive.load` writes them."""

    model_config = {"use_attribute_docstrings": True}


def key() -> Any:
    """A stable id, the same after every reading of the same file."""
    return Field(primary_key=True)


def child_of(table: str, *, unique: bool = False) -> Any:
    """The id of the row that this one belongs to, and with which it goes."""
    return Field(foreign_key=f"{table}.id", ondelete="CASCADE", index=True, unique=unique)


def indexed(default: Any = ...) -> Any:
    """A column that questions ask for."""
    return Field(default=default, index=True)


def explain(table: type[SQLModel], noun: type[BaseModel] | None = None) -> None:
    """Give a table and its columns the words of the schema, or their own, as comments."""
    rows = SQLModel.metadata.tables[str(table.__tablename__)]
    rows.comment = (table.__doc__ or "").strip()
    words: dict[str, str | None] = dict(described(noun)) if noun else {}
    words |= {name: field.description for name, field in table.model_fields.items() if field.description}
    for column in rows.columns:
        column.comment = words.get(column.name) or _SHARED.get(column.name)


_SHARED = {
    "id": "Stable: the first 16 digits of the file's SHA-256, then the way to the value in the record.",
    "ord": "Place among its siblings, counted from 0, in printed order.",
    "source_file_id": "The file it was read from.",
    "document_id": "The document it stands in.",
    "meeting_id": "The meeting it belongs to.",
    "item_id": "The item it stands under.",
    "stated_id": "The meeting, as its site states it, that it belongs to.",
    "plan_id": "The plan it stands in.",
    "memo_id": "The memo it stands in.",
    "decision_id": "The decision it belongs to.",
    "target_id": "The target it belongs to.",
    "measure_id": "The measure it stands in.",
    "corrected": "What people corrected, by field: a JSON object made from `corrections`; other columns stay as read.",
}
"""Comments of the columns that many tables have."""
