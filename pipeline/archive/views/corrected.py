"""Tables as they stand after corrections: where a person said what a field should be, that is shown."""

from pipeline.archive.tables import METADATA
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


def corrected_views() -> tuple[View, ...]:
    """A view `<table>_now` for each table that can be corrected."""
    return tuple(_corrected(table) for table in CORRECTABLE)


def _corrected(table: str) -> View:
    columns = METADATA.tables[table].columns
    cells = [
        _cell(column.name) if column.name in CORRECTABLE[table] else f't."{column.name}"'
        for column in columns
    ]
    about = f"The table {table} after corrections: where a person said what a field should be, that is shown."
    return View(
        name=f"{table}_now",
        about=about,
        sql=f"SELECT {', '.join(cells)} FROM {table} t",
        columns={column.name: column.comment or "" for column in columns},
    )


def _cell(field: str) -> str:
    """A field, corrected where it was; rows that nobody corrected cost one look into a short list."""
    return (
        f'CASE WHEN t.id IN (SELECT owner_id FROM corrections WHERE wins) THEN (SELECT CASE count(*) WHEN 0 THEN t."{field}" '
        "ELSE max(json_extract(c.value, '$')) END FROM corrections c "
        f'WHERE c.wins AND c.owner_id = t.id AND c.field = \'{field}\') ELSE t."{field}" END AS "{field}"'
    )
