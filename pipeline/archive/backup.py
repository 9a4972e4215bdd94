"""A copy of a whole archive, made while others read and write it, and proved before it counts."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from pipeline.archive.load import Archive
from pipeline.archive.originals import Originals, find_original
from pipeline.archive.verify import Problem, verify
from pipeline.errors import OutputError, Unsound
from pipeline.writing import settle

Told = Callable[[int, int], None]

PAGES = 4096
"""Pages of the database that are copied at a time; between two pieces others may write."""


def back_up(archive: Archive, target: Path, told: Told | None = None) -> int:
    """Copy an archive with its originals, with SQLite's online backup, and prove the copy.

    Args:
        archive: Open; what was loaded before the copy's last piece is in it, each file whole.
        target: The copy's file; its originals go beside it. An older copy there is replaced when the new one is proved;
            originals that it has already are looked at and not copied again.
        told: Told after each original of the proof.

    Returns:
        How many originals the copy has.

    Raises:
        OutputError: The copy cannot be written, or would be the archive itself.
        Unsound: The copy is not as it must be; the older copy is still there.
        ArchiveError: The archive cannot be read.
    """
    if target.resolve() == archive.path.resolve():
        raise OutputError(f"{target}: is the archive itself; name another file")
    coming = target.with_name(f".{target.name}.coming")
    try:
        if target.exists() and not target.is_file():  # a device would be replaced
            raise OutputError(f"{target}: is no ordinary file; name another")
        target.parent.mkdir(parents=True, exist_ok=True)
        _clear(coming)
        _copy(archive, coming)
        count = _keep_originals(archive, coming, Originals.beside(target))
        problems = _proved(coming, Originals.beside(target), told)
        if problems:
            first = problems[0]
            raise Unsound(
                f"{target}: the copy is not sound ({first.what} {first.says}); the older one, if any, stays"
            )
        for end in ("-wal", "-shm"):
            Path(f"{target}{end}").unlink(missing_ok=True)
        coming.replace(target)
        settle(target.parent)
    except OSError as error:
        raise OutputError(
            f"{target}: cannot be written ({error.strerror}); make room, or name another"
        ) from error
    except sqlite3.Error as error:
        raise OutputError(f"{target}: cannot be written ({error}); make room, or name another") from error
    finally:
        _clear(coming)
    return count


def _copy(archive: Archive, coming: Path) -> None:
    with archive.transaction() as connection, closing(sqlite3.connect(coming)) as copy:
        connection.raw.backup(copy, pages=PAGES)
        copy.execute("PRAGMA journal_mode = DELETE")
    handle = os.open(coming, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _keep_originals(archive: Archive, coming: Path, store: Originals) -> int:
    own, count = Originals.beside(archive.path), 0
    with closing(sqlite3.connect(f"{coming.absolute().as_uri()}?mode=ro", uri=True)) as copy:
        digests = [one for (one,) in copy.execute("SELECT sha256 FROM source_files WHERE status = 'loaded'")]
    for digest in digests:
        with archive.transaction() as connection:
            path = find_original(connection, own, digest)
        if path is not None:
            store.keep(path, digest)
            count += 1
    return count


def _proved(coming: Path, store: Originals, told: Told | None) -> list[Problem]:
    """What `verify` says of the copy, with the originals that will lie beside it."""
    beside = Originals.beside(coming)
    beside.folder.symlink_to(store.folder.resolve(), target_is_directory=True)
    try:
        with Archive.open(coming) as copy:
            return verify(copy, told)
    finally:
        beside.folder.unlink()


def _clear(coming: Path) -> None:
    """Take away what is unfinished; where nothing can be written, what stopped the copy is what is told."""
    for path in (coming, Path(f"{coming}-wal"), Path(f"{coming}-shm"), Path(f"{coming}-journal")):
        with suppress(OSError):
            path.unlink(missing_ok=True)
    beside = Originals.beside(coming).folder
    if beside.is_symlink():
        beside.unlink()
