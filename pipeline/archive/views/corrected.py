"""Tables as they stand after corrections: where a person said what a field should be, that is shown."""

from pipeline.archive.connection import Connection
from pipeline.archive.flatten import COLUMNS
from pipeline.archive.views.view import View

CORRECTABLE: dict[str, tuple[str, ...]] = {
    "documents": ("kind", "title", "municipality"),
    "meetings": ("committee", "term", "date", "start_time", "end_time", "place"),
    "items": ("number", "title", "case_number", "item_type", "open", "proposal", "raised_by"),
    "decisions": ("text", "outcome", "body", "date", "dissent", "forwarded_to", "postponed_to"),
    "attendances": ("name", "role", "party", "status"),
    "plans": ("year", "last_year", "status"),
    "targets": ("number", "title", "minister_goal"),
    "measures": ("text",),
    "quantities": (
        "value",
        "unit",
        "bound",
        "deadline",
        "baseline_value",
        "baseline_year",
        "change",
        "change_unit",
    ),
    "figures": ("label", "value", "unit", "change", "change_pct", "period", "source"),
}
"""The fields that a person can correct, by table."""


_FOUND = {"meetings": ("same_as",), "plans": ("same_as",)}
"""Columns beside those of the record: what was found by comparing records."""


def corrected_views() -> tuple[View, ...]:
    """A view `<table>_now` for each table that can be corrected."""
    return tuple(_corrected(table) for table in CORRECTABLE)


def _corrected(table: str) -> View:
    columns = (*COLUMNS[table], *_FOUND.get(table, ()))
    cells = [_cell(column) if column in CORRECTABLE[table] else f't."{column}"' for column in columns]
    about = f"The table {table} after corrections: where a person said what a field should be, that is shown."
    return View(
        name=f"{table}_now",
        about=about,
        sql=f"SELECT {', '.join(cells)} FROM {table} t",
        columns=dict.fromkeys(columns, ""),
        of=table,
    )


def _cell(field: str) -> str:
    """A field, corrected where it was: of the row alone, so that SQLite can move a question into the view."""
    return (
        f"CASE WHEN t.corrected IS NULL OR json_type(t.corrected, '$.{field}') IS NULL THEN t.\"{field}\" "
        f"ELSE json_extract(t.corrected, '$.{field}') END AS \"{field}\""
    )


_SHOULD_BE = """
nullif((SELECT json_group_object(c.field, json(c.value)) FROM corrections c WHERE c.wins AND c.owner_id = t.id), '{}')
"""
"""What a row's `corrected` must be."""


def apply_corrections(connection: Connection, span: tuple[str, str] | None = None) -> None:
    """Write winning corrections beside what was read.

    Args:
        connection: In a transaction for writing.
        span: The first id of a file, and the first that is no longer one of it; None for the whole archive.
    """
    for table in CORRECTABLE:
        if span is None:
            connection.exec_driver_sql(f"UPDATE {table} SET corrected = NULL WHERE corrected IS NOT NULL")
        connection.exec_driver_sql(
            f"UPDATE {table} AS t SET corrected = {_SHOULD_BE} "
            "WHERE t.id IN (SELECT owner_id FROM corrections WHERE owner_id >= ? AND owner_id < ?)",
            span or ("", "~"),
        )


def out_of_step(connection: Connection) -> list[str]:
    """The ids of the rows whose `corrected` is not what the corrections say."""
    return [
        own
        for table in CORRECTABLE
        for (own,) in connection.exec_driver_sql(
            f"SELECT t.id FROM {table} t WHERE (t.corrected IS NOT NULL OR t.id IN "
            f"(SELECT owner_id FROM corrections WHERE wins)) AND t.corrected IS NOT {_SHOULD_BE}"
        )
    ]
