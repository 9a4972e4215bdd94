"""What search must hold of a file: the words of its record, corrected where a person corrected them."""

import json
from collections import defaultdict
from typing import Any

from pipeline.archive.connection import Connection
from pipeline.archive.flatten import COLUMNS, Cells, search_rows
from pipeline.archive.shapes import id_range
from pipeline.archive.unflatten import record_of

INSERT = (
    f"INSERT INTO search_texts ({', '.join(COLUMNS['search_texts'])}) "
    f"VALUES ({', '.join('?' * len(COLUMNS['search_texts']))})"
)


def corrections_of(connection: Connection, source_id: str) -> dict[str, dict[str, Any]]:
    """The fields of a file's rows that a person corrected, by the rows' ids."""
    found: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    rows = connection.exec_driver_sql(
        "SELECT owner_id, field, value FROM corrections WHERE wins AND owner_id >= ? AND owner_id < ?",
        id_range(source_id),
    )
    for own, field, value in rows:
        found[own][field] = json.loads(value)
    return found


def words_of_file(connection: Connection, source_id: str) -> list[Cells]:
    """The rows of `search_texts` that a file must have, from its record and what people corrected."""
    record = record_of(connection, source_id)
    return search_rows(record, source_id, corrections_of(connection, source_id)) if record else []


def feed_search(connection: Connection, files: list[str]) -> None:
    """Give the full-text index the rows of `search_texts` that belong to files; it must not have them yet.

    Args:
        connection: In a transaction for writing.
        files: Ids of files.
    """
    columns = "title_stems, decision_stems, text_stems, endings, words"
    connection.exec_driver_sql(
        f"INSERT INTO search (rowid, {columns}) SELECT id, {columns} FROM search_texts "
        "WHERE source_file_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(files),),
    )


def search_anew(connection: Connection, source_id: str) -> None:
    """Have search find a file by what it says now."""
    connection.exec_driver_sql("DELETE FROM search_texts WHERE source_file_id = ?", (source_id,))
    if rows := words_of_file(connection, source_id):
        connection.exec_driver_sql(INSERT, rows)
        feed_search(connection, [source_id])
