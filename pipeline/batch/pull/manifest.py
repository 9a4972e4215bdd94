"""The list of what was pulled: where each file came from and what was listed but could not be had."""

import json
import sqlite3
import threading
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from pipeline.batch.pull.client import Validators
from pipeline.batch.pull.names import key_of
from pipeline.errors import OutputError

NAME = "manifest.db"
"""Its name in the folder."""

_FORM = """
CREATE TABLE files (
    path TEXT PRIMARY KEY,      -- where the file lies, from the folder on
    path_key TEXT NOT NULL UNIQUE,  -- the same without case: no two files that a network share takes for one
    source TEXT NOT NULL,       -- the source's name
    address TEXT NOT NULL,      -- where it was asked for, or the path it was copied from
    final_address TEXT,         -- where it came from after all redirects
    title TEXT,                 -- what the source calls it
    sha256 TEXT NOT NULL,       -- of its bytes
    bytes INTEGER NOT NULL,
    status INTEGER,             -- what the server answered; null for a copied file
    headers TEXT NOT NULL,      -- of that answer: a JSON object
    listed_as TEXT,             -- what the list said of it then; it is asked for again where that changes
    newest INTEGER NOT NULL,    -- 0 where the same address gave another content later
    fetched_at TEXT NOT NULL,   -- when it came, UTC
    checked_at TEXT NOT NULL    -- when the server last said that it is the newest, UTC
);
CREATE INDEX files_by_address ON files (source, address, newest);
CREATE TABLE missing (
    source TEXT NOT NULL,
    address TEXT NOT NULL,      -- what was listed, or the list itself
    title TEXT,
    why TEXT NOT NULL,          -- in one word
    reason TEXT NOT NULL,       -- in a sentence, with the next thing to do
    status INTEGER,             -- what the server answered, where it did
    first_at TEXT NOT NULL,     -- when it was first not to be had, UTC
    last_at TEXT NOT NULL,
    times INTEGER NOT NULL,     -- in how many runs
    PRIMARY KEY (source, address)
);
CREATE TABLE pages (
    source TEXT NOT NULL,
    address TEXT NOT NULL,
    headers TEXT NOT NULL,
    listed_as TEXT,
    body BLOB NOT NULL,         -- compressed by zlib: a list, or what a site states of a meeting
    fetched_at TEXT NOT NULL,
    PRIMARY KEY (source, address)
);
"""

_APPLICATION_ID = 0x55647650
"""Stands in the file's head: "UdvP"."""

_FORM_NUMBER = 1


@dataclass(frozen=True)
class Held:
    """A file that was pulled."""

    source: str
    address: str
    path: str
    """From the folder on, "/" between its parts."""
    sha256: str
    bytes: int
    title: str | None = None
    final_address: str | None = None
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    listed_as: str | None = None

    @property
    def validators(self) -> Validators:
        """By what a server can tell whether it is the newest."""
        return Validators(self.headers.get("etag"), self.headers.get("last-modified"))


@dataclass(frozen=True)
class Page:
    """A list or a page, as it came."""

    body: bytes
    headers: Mapping[str, str]
    listed_as: str | None = None

    @property
    def validators(self) -> Validators:
        """By what a server can tell whether it is the newest."""
        return Validators(self.headers.get("etag"), self.headers.get("last-modified"))


class Manifest:
    """The list, open; only one program at a time."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._lock = threading.Lock()

    @classmethod
    def open(cls, folder: Path, *, only_look: bool = False) -> Self:
        """Open the list of a folder, or begin one.

        Args:
            folder: Where the files go.
            only_look: Change nothing on the disk; where there is no list yet, an empty one is held in memory.

        Raises:
            OutputError: It is another program's, damaged, or open elsewhere.
        """
        path = folder / NAME
        with _said(path):
            name = (
                (f"{path.absolute().as_uri()}?mode=ro" if path.exists() else ":memory:")
                if only_look
                else path
            )
            connection = sqlite3.connect(
                name, timeout=1.0, isolation_level=None, check_same_thread=False, uri=only_look
            )
            connection.row_factory = sqlite3.Row
            if not only_look:
                connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("BEGIN" if only_look else "BEGIN IMMEDIATE")
            (owner,) = connection.execute("PRAGMA application_id").fetchone()
            (form,) = connection.execute("PRAGMA user_version").fetchone()
            (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if not tables:
                for statement in _FORM.split(";\n"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {_FORM_NUMBER}")
            elif (owner, form) != (_APPLICATION_ID, _FORM_NUMBER):
                connection.close()
                raise OutputError(f"{path}: is no list of this program and version; name another folder")
            connection.execute("COMMIT")
        return cls(connection, path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def newest(self, source: str, address: str) -> Held | None:
        """The newest file that an address of a source gave."""
        rows = self._all("SELECT * FROM files WHERE source = ? AND address = ? AND newest", (source, address))
        return _held(rows[0]) if rows else None

    def owner(self, key: str) -> Held | None:
        """The file that has a path, whatever its case (see `names.key_of`)."""
        rows = self._all("SELECT * FROM files WHERE path_key = ?", (key,))
        return _held(rows[0]) if rows else None

    def keep(self, held: Held) -> None:
        """Put a file down as the newest of its address, which is then no longer missing."""
        now = _now()
        with self._transaction() as connection:
            connection.execute(
                "UPDATE files SET newest = 0 WHERE source = ? AND address = ?", (held.source, held.address)
            )
            connection.execute(
                "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)",
                (
                    held.path,
                    key_of(held.path.split("/")),
                    held.source,
                    held.address,
                    held.final_address,
                    held.title,
                    held.sha256,
                    held.bytes,
                    held.status,
                    _json(held.headers),
                    held.listed_as,
                    now,
                    now,
                ),
            )
            _found(connection, held.source, held.address)

    def still(self, held: Held, listed_as: str | None) -> None:
        """Note that a file is still the newest."""
        with self._transaction() as connection:
            connection.execute(
                "UPDATE files SET checked_at = ?, listed_as = ? WHERE path = ?",
                (_now(), listed_as, held.path),
            )
            _found(connection, held.source, held.address)

    def miss(
        self, source: str, address: str, title: str | None, why: str, reason: str, status: int | None
    ) -> None:
        """Note what was listed and could not be had."""
        now = _now()
        with self._transaction() as connection:
            connection.execute(
                "INSERT INTO missing VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT (source, address) DO UPDATE SET "
                "title = excluded.title, why = excluded.why, reason = excluded.reason, status = excluded.status, "
                "last_at = excluded.last_at, times = times + 1",
                (source, address, title, why, reason, status, now, now),
            )

    def found(self, source: str, address: str) -> None:
        """Note that something that was missing is not."""
        if self._all("SELECT 1 FROM missing WHERE source = ? AND address = ?", (source, address)):
            with self._transaction() as connection:
                _found(connection, source, address)

    def page(self, source: str, address: str) -> Page | None:
        """A page as it came last."""
        rows = self._all("SELECT * FROM pages WHERE source = ? AND address = ?", (source, address))
        return (
            Page(zlib.decompress(rows[0]["body"]), json.loads(rows[0]["headers"]), rows[0]["listed_as"])
            if rows
            else None
        )

    def keep_page(self, source: str, address: str, page: Page) -> None:
        """Keep a page, so that it need not come again."""
        cells = (source, address, _json(page.headers), page.listed_as, zlib.compress(page.body), _now())
        with self._transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?)", cells)
            _found(connection, source, address)

    def _all(self, query: str, cells: Sequence[Any]) -> list[sqlite3.Row]:
        with self._lock, _said(self._path):
            return self._connection.execute(query, cells).fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock, _said(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


def _found(connection: sqlite3.Connection, source: str, address: str) -> None:
    connection.execute("DELETE FROM missing WHERE source = ? AND address = ?", (source, address))


def _held(row: sqlite3.Row) -> Held:
    return Held(
        row["source"],
        row["address"],
        row["path"],
        row["sha256"],
        row["bytes"],
        row["title"],
        row["final_address"],
        row["status"],
        json.loads(row["headers"]),
        row["listed_as"],
    )


def _json(headers: Mapping[str, str]) -> str:
    return json.dumps(dict(headers), ensure_ascii=False)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """Say in one sentence what the database refused."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        why = {
            sqlite3.SQLITE_BUSY: "another `udvalgsarkiv pull` writes into this folder; wait until it has ended",
            sqlite3.SQLITE_NOTADB: "is no database; move it away, or name another folder",
            sqlite3.SQLITE_CORRUPT: "is damaged; move it away, and what is held is looked through again",
            sqlite3.SQLITE_FULL: "the disk is full; make room, then run the command again",
            sqlite3.SQLITE_READONLY: "cannot be written; check its permissions",
            sqlite3.SQLITE_CANTOPEN: "cannot be opened; check the folder and its permissions",
        }.get(code, f"cannot be used ({error})")
        raise OutputError(f"{path}: {why}") from error
