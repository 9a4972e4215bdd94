"""The file of an archive: opened with care, brought to the newest form, refused where it is none."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from pipeline.archive.connection import Connection
from pipeline.archive.migrations import HEAD
from pipeline.errors import ArchiveError

Mode = Literal["read", "write"]

MIGRATIONS = Path(__file__).parent / "migrations"
"""The steps that the form has taken."""

APPLICATION_ID = 0x55647641
"""Stands in the file's head and says that it is an archive of this program ("UdvA")."""

WAIT = 20.0
"""Seconds to wait for another program that writes."""


class Connections:
    """The connections of an open archive; each serves one at a time, whatever thread that is."""

    def __init__(self, path: Path, mode: Mode) -> None:
        self._path, self._writing = path, mode == "write"
        self._options = "mode=rwc" if self._writing else _reading(path)
        self._idle: list[sqlite3.Connection] = []

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A transaction, all or nothing."""
        try:
            raw = self._idle.pop()
        except IndexError:
            raw = self.connect()
        try:
            with Connection(raw).begin(writing=self._writing) as connection:
                yield connection
        finally:
            self._idle.append(raw)

    def connect(self) -> sqlite3.Connection:
        """A new connection, settled; who asks for it closes it."""
        raw = _connect(self._path, self._options)
        raw.isolation_level = None  # else DDL would end transactions by itself
        raw.execute("PRAGMA foreign_keys = ON")
        if self._writing:
            (journal,) = raw.execute("PRAGMA journal_mode").fetchone()
            if journal != "wal":
                raw.execute("PRAGMA journal_mode = WAL")
            raw.execute("PRAGMA synchronous = FULL")
        return raw

    def close(self) -> None:
        """Let go of the file."""
        while self._idle:
            self._idle.pop().close()


def open_connections(path: Path, mode: Mode) -> Connections:
    """Open an archive; one that is to be written is made where there is none, and brought to the newest form.

    Raises:
        ArchiveError: There is none to read, or it is no archive, damaged, locked, or of a newer version.
    """
    what = "cannot be looked up"
    try:
        there = path.exists()
        if mode == "write":
            what = "its folder cannot be made"
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(f"{path}: {what} ({error.strerror}); name another with --archive") from error
    if there and not path.is_file() and not path.is_dir():
        raise ArchiveError(f"{path}: is no ordinary file; name another with --archive")
    if mode == "read" and not there:
        raise ArchiveError(f"{path}: there is no archive here; make one with `udvalgsarkiv ingest`")
    with said(path):
        form = _form_of(path)
        if form != HEAD:
            if form and mode == "read" and not os.access(path.parent, os.W_OK):
                raise ArchiveError(
                    f"{path}: was written by an older version of udvalgsarkiv, and its folder cannot be written; copy "
                    "it to one that can, and name the copy: it is brought to the newest form there"
                )
            with closing(Connections(path, "write").connect()) as raw:
                _upgrade(raw)
    return Connections(path, mode)


def _reading(path: Path) -> str:
    """How SQLite is to read an archive: one on a disc or share that cannot be written never changes.

    SQLite writes beside a database in WAL mode even to read it, unless it is told so; where a log with words in it
    lies there, that must be read too.
    """
    log = Path(f"{path}-wal")
    never_changes = not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)
    return "immutable=1" if never_changes else "mode=ro"


def _connect(path: Path, options: str) -> sqlite3.Connection:
    name = quote(os.fsencode(path.absolute()))
    return sqlite3.connect(f"file:{name}?{options}", uri=True, timeout=WAIT, check_same_thread=False)


def _form_of(path: Path) -> str | None:
    """The step that the archive's form has reached; None where there is nothing yet. Changes nothing."""
    if path.is_dir():
        raise ArchiveError(f"{path}: is a folder; name a file in it, {path / 'arkiv.db'}")
    if not path.exists():
        return None
    with closing(_connect(path, _reading(path))) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if not tables and not application:
            return None
        if application != APPLICATION_ID or "alembic_version" not in tables:
            raise ArchiveError(f"{path}: is a database, but no archive of this program; name another file")
        (form,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if form > HEAD:
        raise ArchiveError(
            f"{path}: was written by a newer version of udvalgsarkiv (form {form}, this one knows {HEAD}); "
            "install the newer version"
        )
    return str(form)


def _upgrade(raw: sqlite3.Connection) -> None:
    """Take all steps that are missing, in one transaction."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import StaticPool, create_engine

    from pipeline.archive.derived import make_derived

    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with create_engine("sqlite:///archive", creator=lambda: raw, poolclass=StaticPool).begin() as connection:
        settings.attributes["connection"] = connection
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        command.upgrade(settings, "head")
        make_derived(Connection(raw))


@contextmanager
def said(path: Path) -> Iterator[None]:
    """Say in one sentence what the database refused, and what to do next.

    Raises:
        ArchiveError: The database refused.
    """
    try:
        yield
    except Exception as error:
        cause = getattr(error, "orig", error)  # SQLAlchemy's, where a step of the form failed
        if not isinstance(cause, sqlite3.Error):
            raise
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        why = _REFUSALS.get(code, f"the database refused ({type(cause).__name__}); check it with a copy")
        raise ArchiveError(f"{path}: {why}") from error


_REFUSALS = {
    sqlite3.SQLITE_BUSY: "is locked by another program; wait until that has ended, then try again",
    sqlite3.SQLITE_LOCKED: "is locked by another program; wait until that has ended, then try again",
    sqlite3.SQLITE_READONLY: "cannot be written; check its permissions, or name another with --archive",
    sqlite3.SQLITE_IOERR: "cannot be read or written; check the disk",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore it from a copy, or ingest into a new archive",
    sqlite3.SQLITE_FULL: "the disk is full; make room, then run the command again",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check the path and its permissions",
    sqlite3.SQLITE_NOTADB: "is no archive (it is no SQLite database); name another file",
}
"""What a person is told, by SQLite's primary error code."""
