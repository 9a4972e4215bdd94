"""One row with all that a person wants beside its page: its fields, what belongs to it, its places, its neighbours."""

from dataclasses import dataclass, field
from typing import Any

from pipeline.archive.connection import Connection
from pipeline.archive.flatten import COLUMNS
from pipeline.archive.views import CORRECTABLE
from pipeline.errors import NothingFound

LOOKED_AT = (
    *(
        "items",
        "decisions",
        "decision_parts",
        "sections",
        "history",
        "item_references",
        "attachments",
        "absences",
    ),
    *(
        "attendances",
        "vote_events",
        "targets",
        "measures",
        "quantities",
        "actions",
        "figures",
        "minister_goals",
    ),
    *("questions", "chapters", "findings", "meetings", "plans", "memos", "documents"),
)
"""Tables whose rows can be looked at, the narrower before the wider: a meeting's id is its document's too."""

_DOCUMENTS = ("meetings", "plans", "memos")
"""Tables whose rows share the id of their document."""

_KINDRED = {
    "id",
    "ord",
    "person_id",
    "placed",
    "source_file_id",
    "document_id",
    "part_id",
    "corrected",
    "same_as",
}
"""Columns that tell a person nothing beside the page."""

MOST_CHILDREN = 60
"""So many rows of one kind are shown beside a page."""


@dataclass(frozen=True)
class Box:
    """Where something stands."""

    page: int
    box: tuple[float, float, float, float]
    """x0, top, x1, bottom in PDF points from the page's top left corner."""
    field: str
    """"at", or the field whose words stand there."""


@dataclass(frozen=True)
class Cell:
    """A field of a row."""

    name: str
    value: Any
    """As the views show it: corrected, where a person corrected it."""
    read: Any
    """As it was read."""
    correctable: bool = False
    verdict: str | None = None
    """What a person last said about it."""


@dataclass(frozen=True)
class Seen:
    """A row as it is looked at."""

    table: str
    id: str
    cells: tuple[Cell, ...]
    parents: tuple[tuple[str, str, str], ...]
    """Table, id and name of what it belongs to, the nearest first."""
    children: dict[str, list[dict[str, Any]]]
    """Rows that belong to it, by table."""
    boxes: tuple[Box, ...]
    source_file_id: str
    digest: str
    """SHA-256 of the original."""
    file: str
    pages: int
    before: str | None = None
    """The row before it among its siblings."""
    after: str | None = None
    """The row after it."""
    finding: str | None = field(default=None)
    """What a person last said about it, where it is a finding."""


def look(connection: Connection, own: str) -> Seen:
    """Look at a row by its id.

    Raises:
        NothingFound: The archive has no such row.
    """
    for table in LOOKED_AT:
        row = _row(connection, table, own)
        if row is not None:
            break
    else:
        raise NothingFound(f"{own}: the archive has no row of this id; its file may have been read anew")
    source_id = own.partition(".")[0]
    source = connection.exec_driver_sql(
        "SELECT sha256, file, pages FROM source_files WHERE id = ?", (source_id,)
    ).one()
    verdicts = dict(
        tuple(one)
        for one in connection.exec_driver_sql(
            "SELECT field, verdict FROM corrections WHERE owner_id = ? AND holds", (own,)
        )
    )
    now = _row(connection, f"{table}_now", own) if table in CORRECTABLE else row
    correctable = correctable_fields(table)
    cells = tuple(
        Cell(name, (now or row)[name], row[name], name in correctable, verdicts.get(name))
        for name in row
        if name not in _KINDRED and not name.endswith("_id")
    )
    before, after = _neighbours(connection, table, row)
    return Seen(
        table=table,
        id=own,
        cells=cells,
        parents=tuple(_parents(connection, table, row)),
        children=_children(connection, table, own),
        boxes=_boxes(connection, table, own),
        source_file_id=source_id,
        digest=source.sha256,
        file=source.file,
        pages=source.pages,
        before=before,
        after=after,
        finding=verdicts.get("finding"),
    )


def correctable_fields(table: str) -> tuple[str, ...]:
    """The fields of a table's rows that a person can correct; those of a meeting's or a plan's document too."""
    return CORRECTABLE.get(table, ()) + (CORRECTABLE["documents"] if table in _DOCUMENTS else ())


def _row(connection: Connection, table: str, own: str) -> dict[str, Any] | None:
    found = connection.exec_driver_sql(f"SELECT * FROM {table} WHERE id = ?", (own,)).mappings().first()
    if found is None:
        return None
    if table.removesuffix("_now") in _DOCUMENTS:
        documents = "documents_now" if table.endswith("_now") else "documents"
        query = f"SELECT * FROM {documents} WHERE id = ?"
        document = connection.exec_driver_sql(query, (own,)).mappings().one()
        return dict(document) | dict(found)
    return dict(found)


def _parents(connection: Connection, table: str, row: dict[str, Any]) -> list[tuple[str, str, str]]:
    """What a row belongs to, up to its document."""
    parents: list[tuple[str, str, str]] = []
    while True:
        step = next(
            (
                (parent, row[column])
                for column, parent in _links(connection, table)
                if parent not in ("source_files", "people", table)
                and row.get(column)
                and row[column] != row["id"]
            ),
            None,
        )
        if step is None:
            return parents
        table, own = step
        found = _row(connection, table, own)
        if found is None:
            return parents
        row = found
        parents.append((table, own, _name(row)))


def _links(connection: Connection, table: str) -> list[tuple[str, str]]:
    """The columns of a table that name rows of others, each with the other table."""
    return [
        (key["from"], key["table"]) for key in connection.exec_driver_sql(f"PRAGMA foreign_key_list({table})")
    ]


def _name(row: dict[str, Any]) -> str:
    number = f"{row['number']}. " if row.get("number") else ""
    named = row.get("committee") or row.get("title") or row.get("label") or row.get("text") or row["id"]
    date = f", {row['date']}" if row.get("date") else ""
    return f"{number}{named}{date}"


def _children(connection: Connection, table: str, own: str) -> dict[str, list[dict[str, Any]]]:
    """Rows that name this one as what they belong to."""
    children = {}
    for child in LOOKED_AT:
        keys = [column for column, parent in _links(connection, child) if parent == table and column != "id"]
        if not keys or table == "documents":
            continue
        name = f"{child}_now" if child in CORRECTABLE else child
        order = "ord" if "ord" in COLUMNS[child] else "id"
        rows = connection.exec_driver_sql(
            f"SELECT * FROM {name} WHERE {keys[0]} = ? ORDER BY {order} LIMIT {MOST_CHILDREN}", (own,)
        ).mappings()
        if found := [dict(row) for row in rows]:
            children[child] = found
    return children


def _boxes(connection: Connection, table: str, own: str) -> tuple[Box, ...]:
    rows = connection.exec_driver_sql(
        "SELECT page, x0, top, x1, bottom, field FROM places WHERE owner_id = ? ORDER BY page, field, ord",
        (own,),
    ).all()
    if not rows and table in ("decision_parts", "absences", "vote_events"):
        parent = own.rpartition(".")[0]
        return _boxes(connection, "decisions" if table != "absences" else "items", parent)
    return tuple(Box(page, (x0, top, x1, bottom), name) for page, x0, top, x1, bottom, name in rows)


def _neighbours(connection: Connection, table: str, row: dict[str, Any]) -> tuple[str | None, str | None]:
    """The rows before and after among those of one parent."""
    columns = COLUMNS[table]
    parent = next(
        (
            name
            for name in (
                "item_id",
                "meeting_id",
                "target_id",
                "measure_id",
                "plan_id",
                "memo_id",
                "decision_id",
                "document_id",
                "source_file_id",
            )
            if name in columns
        ),
        None,
    )
    if parent is None or "ord" not in columns or row.get(parent) is None:
        return None, None
    query = f"SELECT id FROM {table} WHERE {parent} = ? AND ord {{}} ? ORDER BY ord {{}} LIMIT 1"
    cells = (row[parent], row["ord"])
    before = connection.exec_driver_sql(query.format("<", "DESC"), cells).scalar()
    after = connection.exec_driver_sql(query.format(">", "ASC"), cells).scalar()
    return before, after
