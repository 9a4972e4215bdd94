"""The file of an archive: opened with care, brought to the newest form, refused where it is none."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from pipeline.archive.migrations import HEAD
from pipeline.errors import ArchiveError

Mode = Literal["read", "write"]

MIGRATIONS = Path(__file__).parent / "migrations"
"""The steps that the form has taken."""

APPLICATION_ID = 0x55647641
"""Stands in the file's head and says that it is an archive of this program ("UdvA")."""

WAIT = 20.0
"""Seconds to wait for another program that writes."""


def open_engine(path: Path, mode: Mode) -> Engine:
    """Open an archive; one that is to be written is made where there is none, and brought to the newest form.

    Raises:
        ArchiveError: There is none to read, or it is no archive, damaged, locked, or of a newer version.
    """
    if mode == "write":
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveError(
                f"{path}: the folder cannot be made ({error.strerror}); name another"
            ) from error
    elif not path.exists():
        raise ArchiveError(f"{path}: there is no archive here; make one with `udvalgsarkiv ingest`")
    with said(path):
        form = _form_of(path)
        if form != HEAD and mode == "read":
            open_engine(path, "write").dispose()
        engine = _engine(path, mode)
        if form != HEAD and mode == "write":
            try:
                _upgrade(engine)
            except BaseException:
                engine.dispose()
                raise
    return engine


def _engine(path: Path, mode: Mode) -> Engine:
    alone = mode == "read" and not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()
    options = "mode=rwc" if mode == "write" else "immutable=1" if alone else "mode=ro"
    engine = create_engine("sqlite:///archive", creator=lambda: _connect(path, options))

    @event.listens_for(engine, "connect")
    def settle(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None  # else DDL would end transactions by itself
        connection.execute("PRAGMA foreign_keys = ON")
        if mode == "write":
            (journal,) = connection.execute("PRAGMA journal_mode").fetchone()
            if journal != "wal":
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if mode == "write" else "BEGIN")

    return engine


def _connect(path: Path, options: str) -> sqlite3.Connection:
    name = quote(os.fsencode(path.absolute()))
    return sqlite3.connect(f"file:{name}?{options}", uri=True, timeout=WAIT, check_same_thread=False)


def _form_of(path: Path) -> str | None:
    """The step that the archive's form has reached; None where there is nothing yet. Changes nothing."""
    if path.is_dir():
        raise ArchiveError(f"{path}: is a folder; name a file in it, {path / 'arkiv.db'}")
    if not path.exists():
        return None
    with closing(_connect(path, "mode=ro")) as connection:
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


def _upgrade(engine: Engine) -> None:
    """Take all steps that are missing, in one transaction."""
    from alembic import command
    from alembic.config import Config

    from pipeline.archive.derived import make_derived

    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.begin() as connection:
        settings.attributes["connection"] = connection
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        command.upgrade(settings, "head")
        make_derived(connection)


@contextmanager
def said(path: Path) -> Iterator[None]:
    """Say in one sentence what the database refused, and what to do next.

    Raises:
        ArchiveError: The database refused.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
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
