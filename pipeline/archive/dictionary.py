"""The data dictionary: every table, view and column with what it means, from the words of the schemas."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.archive.tables import METADATA
from pipeline.archive.views import View, all_views


@dataclass(frozen=True)
class Entry:
    """A table or a view."""

    name: str
    kind: str
    """"table" or "view"."""
    about: str
    """What one row is."""
    columns: tuple[tuple[str, str, str], ...]
    """Name, type ("" in views) and meaning of each column, in order."""


def entries() -> tuple[Entry, ...]:
    """All tables, then all views, then the full-text index."""
    tables = tuple(
        Entry(
            table.name,
            "table",
            _folded(table.comment or ""),
            tuple((c.name, str(c.type).lower(), _folded(c.comment or "")) for c in table.columns),
        )
        for table in METADATA.sorted_tables
    )
    views = tuple(
        Entry(view.name, "view", view.about, tuple((name, "", about) for name, about in _columns_of(view)))
        for view in all_views()
    )
    stems = METADATA.tables["search_texts"].columns
    index = Entry(
        "search",
        "table",
        "Full-text index (FTS5) over search_texts: ask it with MATCH, and join search_texts by id = rowid.",
        tuple((c.name, "", _folded(c.comment or "")) for c in list(stems)[-5:]),
    )
    return (*tables, *views, index)


def _columns_of(view: View) -> Iterable[tuple[str, str]]:
    """A view's columns with what they mean."""
    if view.of is None:
        return view.columns.items()
    comments = {column.name: _folded(column.comment or "") for column in METADATA.tables[view.of].columns}
    return [(name, comments[name]) for name in view.columns]


def _folded(words: str) -> str:
    return " ".join(words.split())
