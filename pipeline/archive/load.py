"""The archive: records go in whole or not at all, and come out as they went in."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, Self

from pipeline.archive.connection import Connection
from pipeline.archive.derived import link
from pipeline.archive.flatten import COLUMNS, Rows, flatten
from pipeline.archive.opening import Connections, Mode, open_connections, said
from pipeline.archive.searched import corrections_of, feed_search, words_of_file
from pipeline.archive.shapes import file_id, id_range
from pipeline.archive.twins import forget_twins
from pipeline.archive.unflatten import record_of
from pipeline.archive.views import apply_corrections
from pipeline.errors import NothingFound
from schemas.record import Record

Became = Literal["loaded", "replaced", "unchanged", "needs-ocr", "failed"]
"""What became of a file; one that needs OCR is kept until OCR is there."""

_INSERTS = {
    table: f"INSERT {'OR IGNORE ' if table == 'people' else ''}INTO {table} "
    f"({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    for table, columns in COLUMNS.items()
}


class Archive:
    """An open archive. Only one program writes at a time; others wait, then are refused."""

    def __init__(self, path: Path, connections: Connections) -> None:
        self.path = path
        self._connections = connections
        self._open: Connection | None = None
        self._unfed: list[str] = []

    @classmethod
    def open(cls, path: Path, mode: Mode = "write") -> Self:
        """Open an archive, or make a new one.

        Args:
            path: The file.
            mode: "write" makes it where there is none; "read" never changes it.

        Raises:
            ArchiveError: It is no archive, damaged, locked, or of a newer version.
        """
        return cls(path, open_connections(path, mode))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connections.close()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All or nothing; within `together` a part of it that is all or nothing by itself.

        Raises:
            ArchiveError: The database refused.
        """
        with said(self.path):
            if self._open:
                with self._open.begin_nested():
                    yield self._open
            else:
                with self._connections.begin() as connection:
                    yield connection
                    self._feed_search(connection)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Have all that is done meanwhile go to the disk at once.

        For twenty files it is one wait for the disk instead of twenty, and one piece of the index for search.

        Raises:
            ArchiveError: The database refused; nothing of it was kept.
        """
        with said(self.path), self._connections.begin() as self._open:
            try:
                yield
                self._feed_search(self._open)
            finally:
                self._open = None

    def _feed_search(self, connection: Connection) -> None:
        """Give the index the words of the files that were loaded; row by row it would take four times as long."""
        if self._unfed:
            feed_search(connection, self._unfed)
        self._unfed.clear()

    def held(self, digests: Iterable[str]) -> set[str]:
        """Those of some SHA-256 whose records are in the archive."""
        with self.transaction() as connection:
            loaded = connection.exec_driver_sql("SELECT sha256 FROM source_files WHERE status = 'loaded'")
            return {digest for (digest,) in loaded} & set(digests)

    def unread(self) -> set[str]:
        """The SHA-256 of files whose records have pages that OCR could read, and that nothing read."""
        with self.transaction() as connection:
            found = connection.exec_driver_sql(
                "SELECT DISTINCT sha256 FROM source_files f JOIN scanned_pages s ON s.source_file_id = f.id "
                "WHERE s.how = 'unread' AND f.status = 'loaded'"
            )
            return {digest for (digest,) in found}

    def known(self, stamps: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
        """The SHA-256 of files that still are what they were when the archive took them in.

        Args:
            stamps: Paths, each with what its storage says of the file now.

        Returns:
            Those that the archive holds, by path and stamp.
        """
        asked = set(stamps)
        with self.transaction() as connection:
            names = connection.exec_driver_sql(
                "SELECT n.path, n.stamp, f.sha256 FROM source_names n JOIN source_files f ON f.id = n.source_file_id "
                "WHERE n.stamp IS NOT NULL AND f.status = 'loaded'"
            )
            return {(path, stamp): digest for path, stamp, digest in names if (path, stamp) in asked}

    def stated(self) -> dict[str, str]:
        """What files with data of their sites were read with: the data's SHA-256 by the file's."""
        with self.transaction() as connection:
            query = "SELECT sha256, stated_sha256 FROM source_files WHERE stated_sha256 IS NOT NULL"
            return dict(tuple(row) for row in connection.exec_driver_sql(query))

    def redacted(self, digests: Iterable[str]) -> dict[str, bool]:
        """Those of some SHA-256 whose files had words taken out: whether they still stand in a file of these bytes."""
        with self.transaction() as connection:
            rows = connection.exec_driver_sql("SELECT was_sha256, now_sha256 FROM redactions").all()
        known = {digest for row in rows for digest in row}
        whole = {was for was, digest in rows if was != digest}
        return {digest: digest in whole for digest in digests if digest in known}

    def load(
        self,
        rows: Rows | Record,
        path: os.PathLike[str] | None = None,
        *,
        stamp: str | None = None,
        reread: bool = False,
    ) -> Became:
        """Put a record in, whole or not at all.

        Args:
            rows: The record, or its rows where they were made elsewhere.
            path: Where the file lies.
            stamp: What its storage said of it before it was read.
            reread: Replace the record that is there.

        Returns:
            "unchanged" where the archive holds the file's record and `reread` is false.
        """
        rows = flatten(rows) if isinstance(rows, Record) else rows
        with self.transaction() as connection:
            source_id = str(rows.source["id"])
            there = _status_of(connection, str(rows.source["sha256"]), source_id)
            if there == "loaded" and not reread:
                _name(connection, source_id, path, stamp)
                return "unchanged"
            if there:
                self._feed_search(connection)  # what the index does not have cannot be taken out of it
            people = _empty(connection, source_id) if there else set()
            source = rows.source | {"status": "loaded", "loaded_at": now()} | _NO_FAILURE
            _write_source(connection, source, new=there is None)
            for table in COLUMNS:
                if table != "search_texts" and (cells := rows.tables.get(table)):
                    connection.exec_driver_sql(_INSERTS[table], cells)
            words = rows.tables.get("search_texts")
            if corrections_of(connection, source_id):
                apply_corrections(connection, id_range(source_id))
                words = words_of_file(connection, source_id)
            if words:
                connection.exec_driver_sql(_INSERTS["search_texts"], words)
            self._unfed.append(source_id)
            _forget_unnamed(connection, people)
            _name(connection, source_id, path, stamp)
            return "replaced" if there == "loaded" else "loaded"

    def also_at(self, digest: str, path: os.PathLike[str], stamp: str | None = None) -> None:
        """Keep that a content which is there, or is about to be, lies in this place too."""
        with self.transaction() as connection:
            if _status_of(connection, digest):
                _name(connection, _id_of(connection, digest), path, stamp)

    def load_failure(
        self,
        digest: str,
        file: os.PathLike[str],
        size: int,
        reason: str,
        exit_code: int,
        status: Literal["failed", "needs-ocr"] = "failed",
    ) -> None:
        """Keep that a file was seen and could not be read; an earlier good record of it stays."""
        with self.transaction() as connection:
            source_id = _id_of(connection, digest)
            there = connection.exec_driver_sql(
                "SELECT status, reason, exit_code FROM source_files WHERE sha256 = ?", (digest,)
            ).first()
            failure: dict[str, Any] = {"reason": reason, "exit_code": exit_code}
            if there and (there.reason, there.exit_code) == (reason, exit_code):
                return
            if there and there.status != "loaded":
                failure["status"] = status
            source = {"id": source_id, "sha256": digest, "failed_at": now()} | failure
            if not there:
                source |= {"file": readable(Path(file).name), "bytes": size, "status": status}
            _write_source(connection, source, new=not there)
            _name(connection, source_id, file, None)

    def read_record(self, digest: str, *, hidden: bool = False) -> Record:
        """Read back the record of a file, as it was loaded.

        Args:
            digest: The SHA-256 of the file, or its first 16 digits.
            hidden: Leave marks in the place of private passages, as for a screen.

        Raises:
            NothingFound: The archive holds no record of it.
        """
        with self.transaction() as connection:
            record = record_of(connection, _id_of(connection, digest), hidden=hidden)
        if record is None:
            raise NothingFound(f"{digest}: the archive holds no record of this file")
        return record

    def begin_run(self, version: str, settings: Mapping[str, object]) -> int:
        """Open the log of a run."""
        with self.transaction() as connection:
            cells = (now(), version, json.dumps(settings, ensure_ascii=False))
            run = connection.exec_driver_sql(
                "INSERT INTO runs (started_at, reader_version, settings) VALUES (?, ?, ?)", cells
            )
            return int(run.lastrowid)

    def end_run(self, run: int, *, unchanged: int = 0) -> None:
        """Close the log of a run, and find anew which names and which meetings are one where records came in.

        Args:
            run: As `begin_run` gave it.
            unchanged: How many files the archive held already.
        """
        with self.transaction() as connection:
            if _names_came_in(connection, run):
                link(connection)
            connection.exec_driver_sql(
                "UPDATE runs SET finished_at = ?, unchanged = ? WHERE id = ?", (now(), unchanged, run)
            )

    def log(
        self,
        run: int,
        attempts: Sequence[tuple[os.PathLike[str], str | None, Became, str | None, int | None]],
    ) -> None:
        """Note what became of files in a run: path, SHA-256, what, why, exit code."""
        cells = [(run, readable(path), *rest, now()) for path, *rest in attempts]
        if not cells:
            return
        with self.transaction() as connection:
            connection.exec_driver_sql(
                "INSERT OR REPLACE INTO attempts (run_id, path, sha256, outcome, reason, exit_code, at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                cells,
            )


_NO_FAILURE = {"reason": None, "exit_code": None, "failed_at": None}


def now() -> str:
    """This moment, UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def readable(path: os.PathLike[str] | str) -> str:
    """A path as text, bytes that are no text written as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _status_of(connection: Connection, digest: str, source_id: str | None = None) -> str | None:
    status: str | None = connection.exec_driver_sql(
        "SELECT status FROM source_files WHERE sha256 = ? OR id = ?", (digest, source_id)
    ).scalar()
    return status


def _id_of(connection: Connection, digest: str) -> str:
    """The id of a file, by its SHA-256 or its first digits; where words were taken out, the two are no longer alike."""
    query = "SELECT id FROM source_files WHERE sha256 = ?"
    return str(connection.exec_driver_sql(query, (digest,)).scalar() or file_id(digest))


def _write_source(connection: Connection, cells: Mapping[str, Any], *, new: bool) -> None:
    """Make a file's row, or change those of its cells that are given."""
    names, values = list(cells), tuple(cells.values())
    if new:
        marks = ", ".join("?" * len(names))
        connection.exec_driver_sql(f"INSERT INTO source_files ({', '.join(names)}) VALUES ({marks})", values)
    else:
        changes = ", ".join(f"{name} = ?" for name in names)
        query = f"UPDATE source_files SET {changes} WHERE id = ?"
        connection.exec_driver_sql(query, (*values, cells["id"]))


def _name(connection: Connection, source_id: str, path: os.PathLike[str] | None, stamp: str | None) -> None:
    """Keep where a file lies, and what its storage said of it; nothing is written where that is known."""
    if path is not None:
        connection.exec_driver_sql(
            "INSERT INTO source_names (source_file_id, path, stamp) VALUES (?, ?, ?) ON CONFLICT DO UPDATE "
            "SET stamp = excluded.stamp WHERE stamp IS NOT excluded.stamp",
            (source_id, readable(path), stamp),
        )


def _names_came_in(connection: Connection, run: int) -> bool:
    """Whether this run loaded something, or one before it that was cut off may have."""
    query = (
        "SELECT EXISTS (SELECT 1 FROM attempts WHERE run_id = :run AND outcome IN ('loaded', 'replaced')) "
        "OR EXISTS (SELECT 1 FROM runs WHERE id < :run AND finished_at IS NULL "
        "AND id > coalesce((SELECT max(id) FROM runs WHERE finished_at IS NOT NULL), 0))"
    )
    return bool(connection.exec_driver_sql(query, {"run": run}).scalar())


def _empty(connection: Connection, source_id: str) -> set[str]:
    """Take out a file's record; its own row stays. Returns the people whom it named."""
    people: set[str] = set()
    for table in ("attendances", "absences"):
        query = f"SELECT person_id FROM {table} WHERE id >= ? AND id < ?"
        people.update(p for (p,) in connection.exec_driver_sql(query, id_range(source_id)))
    for table in (
        "search_texts",
        "documents",
        "findings",
        "unread_pages",
        "scanned_pages",
        "private_passages",
        "stated_meetings",
    ):
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE source_file_id = ?", (source_id,))
    forget_twins(connection, source_id)
    for table in ("evidence", "places"):
        query = f"DELETE FROM {table} WHERE owner_id >= ? AND owner_id < ?"
        connection.exec_driver_sql(query, id_range(source_id))
    return people


def _forget_unnamed(connection: Connection, people: set[str]) -> None:
    """Take out those people whom no record names any more."""
    if people:
        connection.exec_driver_sql(
            "DELETE FROM people WHERE id = ? "
            "AND NOT EXISTS (SELECT 1 FROM attendances WHERE person_id = people.id) "
            "AND NOT EXISTS (SELECT 1 FROM absences WHERE person_id = people.id)",
            [(person,) for person in sorted(people)],
        )
