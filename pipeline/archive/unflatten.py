"""Rows back into the record that was loaded."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pipeline.archive import shapes
from pipeline.archive.connection import Connection
from pipeline.archive.flatten import COLUMNS, Cells
from pipeline.archive.shapes import DOCUMENT_SHAPES, OPTIONS, Shape, id_range
from pipeline.danish.masking import unmasked
from schemas.plan import Plan
from schemas.record import Passage, Record

Row = dict[str, Any]

_SELECTS = {table: f"SELECT {', '.join(columns)} FROM {table}" for table, columns in COLUMNS.items()}


def record_of(connection: Connection, source_id: str, *, hidden: bool = True) -> Record | None:
    """The record of a file, by the file's id; None where the archive holds none.

    Args:
        connection: To the archive.
        source_id: The file's id.
        hidden: Leave marks in the place of private passages; without it the record is as it was read.
    """
    query = "SELECT * FROM source_files WHERE id = ? AND status = 'loaded'"
    source = connection.exec_driver_sql(query, (source_id,)).mappings().first()
    if source is None:
        return None
    return unflatten(dict(source), lambda table: rows_of(connection, table, source_id), hidden=hidden)


def plan_of(connection: Connection, source_id: str, place: int) -> Plan:
    """One plan of a file, without what else the file's record holds, which takes twice as long.

    Args:
        connection: To the archive.
        source_id: The file's id.
        place: Which document of its file, counted from 0.

    Returns:
        The plan, with marks in the place of private passages.
    """
    stored = _Stored(lambda table: rows_of(connection, table, source_id))
    (row,) = (row for row in stored.all("documents", "ord") if row["ord"] == place)
    return Plan.model_validate(stored.document(row))


def rows_of(connection: Connection, table: str, source_id: str) -> Iterator[Cells]:
    """All rows of a table that belong to one file's record."""
    own = COLUMNS[table][0]
    for row in connection.exec_driver_sql(
        f"{_SELECTS[table]} WHERE {own} >= ? AND {own} < ?", id_range(source_id)
    ):
        yield tuple(row)


def unflatten(
    source: Mapping[str, Any], rows_of: Callable[[str], Iterable[Cells]], *, hidden: bool = False
) -> Record:
    """Build the record that some rows hold.

    Args:
        source: Its row in `source_files`.
        rows_of: Gives all the record's rows of a table, cells in the order of `COLUMNS`.
        hidden: Leave marks in the place of private passages.
    """
    stored = _Stored(rows_of)
    coverage = {
        name: source[f"coverage_{name}"]
        for name in ("words", "furniture", "unread")
        if source["coverage_words"] is not None
    }
    passages = stored.all("private_passages", "ord")
    told = [Passage(kind=row["kind"], text=row["text"]) for row in passages]
    record = Record.model_validate(
        {
            "source": {name: source[name] for name in _SOURCE},
            "documents": [stored.document(row) for row in stored.all("documents", "ord")],
            "findings": [
                {name: row[name] for name in ("code", "severity", "message")} | {"at": stored.at(row["id"])}
                for row in stored.all("findings", "ord")
            ],
            "reader": {
                "version": source["reader_version"],
                "model": source["reader_model"],
                "engine": source["reader_engine"],
                "schema_version": source["schema_version"],
            },
            "stated": next(
                (stored.one(shapes.STATED, row) for row in stored.all("stated_meetings", "id")), None
            ),
            "scans": [
                {name: value for name, value in row.items() if name != "source_file_id"}
                for row in stored.all("scanned_pages", "page")
            ],
            "coverage": coverage or None,
            "evidence": [
                {name: row[name] for name in _EVIDENCE} | {"doubts": json.loads(row["doubts"])}
                for row in stored.all("evidence", "ord")
            ],
            "furniture": json.loads(source["furniture"]),
        }
    )
    if hidden or not told:
        return record
    private = tuple(one for one, row in zip(told, passages, strict=True) if row["told"])
    return unmasked(record, told).model_copy(update={"private": private})


_SOURCE = ("file", "sha256", "bytes", "pages", "text_layer", "stated_sha256")
_EVIDENCE = ("path", "rule", "quote", "layout", "model", "likeness", "confidence")


class _Stored:
    """The rows of one record, found by their parents."""

    def __init__(self, rows_of: Callable[[str], Iterable[Cells]]) -> None:
        self.rows_of = rows_of
        self.by_parent: dict[tuple[str, str], dict[str, list[Row]]] = {}
        self.places: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in self.all("places", "ord"):
            box = (row["x0"], row["top"], row["x1"], row["bottom"])
            self.places[row["owner_id"], row["field"]].append({"page": row["page"], "bbox": box})

    def all(self, table: str, order: str) -> list[Row]:
        columns = COLUMNS[table]
        rows = [dict(zip(columns, cells, strict=True)) for cells in self.rows_of(table)]
        return sorted(rows, key=lambda row: row[order]) if order in columns else rows

    def under(self, table: str, column: str, parent: str) -> list[Row]:
        """The rows of a table that belong to one parent, in order."""
        if (table, column) not in self.by_parent:
            grouped: defaultdict[str, list[Row]] = defaultdict(list)
            for row in self.all(table, "ord"):
                grouped[row[column]].append(row)
            self.by_parent[table, column] = grouped
        return self.by_parent[table, column].get(parent, [])

    def at(self, owner: str, name: str = "at") -> list[Row]:
        return self.places.get((owner, name), [])

    def document(self, row: Row) -> Row:
        """One document, of whatever kind."""
        shape = DOCUMENT_SHAPES[row["kind"]]
        own = self.under(shape.table, "id", row["id"])[0] if shape.table else {"id": row["id"]}
        common = {name: row[name] for name in ("kind", "title", "municipality")}
        return self.one(shape, own) | common | {"pages": (row["first_page"], row["last_page"])}

    def one(self, shape: Shape, row: Row) -> Row:
        """One value with all that belongs to it."""
        value = {name: row[name] for name in shape.fields}
        for name in shape.lists:
            value[name] = None if value[name] is None else json.loads(value[name])
        for name in shape.places:
            value[name] = self.at(row["id"], name)
        for name, child in shape.children:
            values = [self.one(child, r) for r in self.under(child.table, child.parent, row["id"])]
            value[name] = (values[0] if values else None) if child.single else values
        if shape is shapes.ITEM:
            value |= self.item_names(row["id"])
        elif shape is shapes.DECISION:
            value["votes"] = self.votes(row["id"], None)
        elif shape is shapes.PART:
            value["votes"] = self.votes(row["decision_id"], row["id"])
        return value

    def item_names(self, item: str) -> Row:
        attachments = self.under("attachments", "item_id", item)
        return {
            "attachments": [row["title"] for row in attachments],
            "attachments_at": [self.at(row["id"]) for row in attachments if row["placed"]],
            "absent": [row["name"] for row in self.under("absences", "item_id", item)],
        }

    def votes(self, decision: str, part: str | None) -> Row | None:
        events = [e for e in self.under("vote_events", "decision_id", decision) if e["part_id"] == part]
        if not events:
            return None
        (event,) = events
        voters = self.under("votes", "vote_event_id", event["id"])
        names = {option: [v["voter"] for v in voters if v["option"] == option] for option, _ in OPTIONS}
        counts = {option: event[f"count_{option}"] for option, _ in OPTIONS}
        return names | {"counts": counts if event["counted"] else None}
