"""Proof that an archive is sound: the database, the index, every record, every original."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from pipeline.archive.connection import Connection, Row
from pipeline.archive.derived import fill_search
from pipeline.archive.fingerprint import Key, Trace
from pipeline.archive.flatten import COLUMNS, flatten
from pipeline.archive.load import Archive
from pipeline.archive.originals import Originals, digest_of, find_original
from pipeline.archive.redact import finish, texts_of
from pipeline.archive.searched import words_of_file
from pipeline.archive.unflatten import rows_of, unflatten
from pipeline.archive.views import all_views, apply_corrections, make_views, out_of_step
from pipeline.errors import PipelineError
from schemas.record import Record

Check = Literal["database", "form", "search", "record", "original", "redaction"]


@dataclass(frozen=True)
class Problem:
    """Something that is not as it must be."""

    check: Check
    what: str
    """Which table or file."""
    says: str
    """What is wrong, and what to do."""


Told = Callable[[int, int], None]
"""Told after each file: how many are proved, how many there are."""


Count = Callable[[Path], int]
"""Counts the pages of a PDF; raises `PipelineError` where it cannot be opened."""


def verify(archive: Archive, told: Told | None = None, count: Count | None = None) -> list[Problem]:
    """Prove an archive.

    Args:
        archive: Open, for reading or for writing.
        told: Told after each file.
        count: Opens each original anew; without it originals are only held against their SHA-256.

    Returns:
        All that is not as it must be; nothing where the archive is sound.

    Raises:
        ArchiveError: It is so damaged that it cannot be asked.
    """
    store = Originals.beside(archive.path)
    with archive.transaction() as connection:
        problems = [
            *_database(connection),
            *_form(connection),
            *_corrections(connection),
            *_search(connection),
        ]
        files = connection.exec_driver_sql(
            "SELECT id, file, sha256, bytes, pages FROM source_files WHERE status <> 'failed' ORDER BY id"
        ).all()
        for done, source in enumerate(files, start=1):
            problems += _record(connection, source.id, source.file)
            problems += _original(connection, store, source, count)
            if told:
                told(done, len(files))
    problems += _redactions(archive, store)
    return problems + list(_strangers(store, {source.sha256 for source in files}))


def mend(archive: Archive) -> int:
    """Make what follows from the rows anew: the views, the words for search and the index.

    Returns:
        How many files have words in search.
    """
    with archive.transaction() as connection:
        make_views(connection)
        apply_corrections(connection)
        connection.exec_driver_sql("INSERT INTO search (search) VALUES ('rebuild')")
        filled = fill_search(connection, anew=True)
        redacted = connection.exec_driver_sql("SELECT 1 FROM redactions").first()
    if redacted:
        finish(archive)
    return filled


def _database(connection: Connection) -> Iterator[Problem]:
    """SQLite's own checks."""
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
        if said != "ok":
            yield Problem("database", "file", f"{said}; restore it from a copy")
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield Problem("database", table, f"row {row} belongs to no row of {parent}; read its file again")


def _form(connection: Connection) -> Iterator[Problem]:
    """The views are those of this version."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'view'")
    there = dict(tuple(row) for row in rows)
    for view in all_views():
        if there.pop(view.name, None) != view.statement:
            yield Problem("form", view.name, "is not the view of this version; open the archive for writing")
    for name in there:
        yield Problem("form", name, "is a view that this version does not know")


def _corrections(connection: Connection) -> Iterator[Problem]:
    """Every correction that wins stands in its row, and nothing else does."""
    for own in out_of_step(connection):
        yield Problem(
            "form", own, "does not show what a person corrected; mend it with `udvalgsarkiv verify --mend`"
        )


def _search(connection: Connection) -> Iterator[Problem]:
    """The full-text index is in step with its table.

    Only rank 1 compares the index with the texts; rank 0 and `PRAGMA integrity_check` call a stale index sound.
    """
    if not _index_in_step(connection):
        yield Problem(
            "search", "search", "is out of step with its texts; mend it with `udvalgsarkiv verify --mend`"
        )


def _index_in_step(connection: Connection) -> bool:
    """Ask FTS5; it answers only where it may write, so an archive that may not be written is copied into memory."""
    check = "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"
    try:
        connection.exec_driver_sql(check)
        return True
    except sqlite3.DatabaseError as error:
        code = error.sqlite_errorcode & 0xFF
        if code == sqlite3.SQLITE_CORRUPT:
            return False
        if code != sqlite3.SQLITE_READONLY:
            raise
    with closing(sqlite3.connect(":memory:")) as copy:
        connection.raw.backup(copy)
        try:
            copy.execute(check)
        except sqlite3.DatabaseError:
            return False
    return True


def _record(connection: Connection, source_id: str, file: str) -> Iterator[Problem]:
    """The rows make a record of the schema; that record makes these rows and no others; it lies within its pages."""
    query = "SELECT * FROM source_files WHERE id = ?"
    source = dict(connection.exec_driver_sql(query, (source_id,)).one())
    held = {table: list(rows_of(connection, table, source_id)) for table in COLUMNS}
    try:
        record = unflatten(source, lambda table: held[table])
        made = flatten(record, source_id)
    except (ValidationError, ValueError, KeyError, IndexError, TypeError) as error:
        yield Problem("record", file, f"does not follow the schema ({type(error).__name__}); read it again")
        return
    for table in COLUMNS.keys() - {"people", "search_texts"}:
        if Counter(held[table]) != Counter(made.tables.get(table, [])):
            yield Problem(
                "record", file, f"has rows of {table} that are not those of its record; read it again"
            )
    if Counter(held["search_texts"]) != Counter(words_of_file(connection, source_id)):
        yield Problem("search", file, "has other words in search; mend it with `udvalgsarkiv verify --mend`")
    outside = sorted(page for page in _pages(record) if not 1 <= page <= record.source.pages)
    if outside:
        yield Problem("record", file, f"names page {outside[-1]} of {record.source.pages}; read it again")


def _pages(record: Record) -> set[int]:
    spans = {page for document in record.documents for page in document.pages}
    return spans | {place.page for document in record.documents for place in document.at}


def _original(
    connection: Connection, store: Originals, source: Row, count: Count | None
) -> Iterator[Problem]:
    """The original is there, has the bytes that were read, and as many pages as its record says."""
    file, digest, size = source.file, source.sha256, source.bytes
    path = find_original(connection, store, digest)
    if path is None:
        yield Problem("original", file, "is neither kept nor where it lay; ingest it again from a copy")
        return
    try:
        found = digest_of(path)
        found_size = path.stat().st_size
    except OSError as error:
        yield Problem("original", file, f"{path} cannot be read ({error.strerror}); check the disk")
        return
    if found != digest:
        yield Problem(
            "original", file, f"{path} has other bytes than those that were read; restore it from a copy"
        )
    elif found_size != size:
        yield Problem("original", file, f"has {found_size} bytes, and its record says {size}; read it again")
    elif count:
        try:
            pages = count(path)
        except PipelineError:
            return  # what is damaged was read all the same, from what could be saved of it; a finding says so
        if source.pages is not None and pages != source.pages:
            yield Problem(
                "original", file, f"has {pages} pages, and its record says {source.pages}; read it again"
            )


def _redactions(archive: Archive, store: Originals) -> Iterator[Problem]:
    """What was taken out is nowhere any more: its old originals, and with the archive's key the words themselves."""
    with archive.transaction() as connection:
        rows = connection.exec_driver_sql(
            "SELECT DISTINCT letters, mark, sieve, was_sha256, now_sha256, source_file_id FROM redactions"
        ).all()
    for *_, was, now, source_id in rows:
        if was != now and store.path_of(was).exists():
            yield Problem(
                "redaction", source_id, "its old original is still kept; run `udvalgsarkiv verify --mend`"
            )
    key = Key.of(archive.path) if rows else None
    if key is None:
        return
    files = {mark: source_id for _, mark, _, _, _, source_id in rows}
    traces = {mark: Trace(letters, mark, sieve) for letters, mark, sieve, *_ in rows}
    left, within = dict(traces), set[str]()
    for where, text in texts_of(archive):
        in_bytes = where.startswith(archive.path.name)
        for one, whole in list(key.finds(text, left.values())):
            if not whole and (not in_bytes or one.mark in within):
                within.add(
                    one.mark
                )  # in a longer word, as any text may have it; the file's bytes then show that too
                continue
            del left[one.mark]
            yield Problem(
                "redaction",
                files[one.mark],
                f"words that were taken out stand in {where}; run `udvalgsarkiv verify --mend`, or take them out again",
            )


def _strangers(store: Originals, known: set[str]) -> Iterator[Problem]:
    """Whole files of the store that no record names must at least be what their names say."""
    for digest, path in store.held():
        if digest not in known and digest_of(path) != digest:
            yield Problem("original", path.name, "has other bytes than its name says; delete it")
