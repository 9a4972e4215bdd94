"""The PDFs themselves, kept beside the archive under their SHA-256, so that what was read can always be looked up."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal, Protocol

from pipeline.archive.connection import Connection
from pipeline.errors import ArchiveError, UnreadableFile

_UNDER_WAY = ".partly"
"""Ends the name of a copy that is not whole yet."""

_CHUNK = 1 << 20


class Openable(Protocol):
    """A file of a folder or of shared storage."""

    @property
    def name(self) -> str:
        """Its last part."""

    def open(self, mode: Literal["rb"], /) -> IO[bytes]:
        """Open it for reading."""


@dataclass(frozen=True)
class Originals:
    """The store of originals that belongs to an archive."""

    folder: Path

    @classmethod
    def beside(cls, archive: Path) -> "Originals":
        """The store of an archive: the folder of its name that ends in ".originals"."""
        return cls(archive.with_suffix(".originals"))

    def path_of(self, digest: str) -> Path:
        """Where the file of a SHA-256 lies, or would lie."""
        return self.folder / digest[:2] / f"{digest}.pdf"

    def keep(self, path: Openable, digest: str) -> bool:
        """Copy a file into the store, whole or not at all; one that is there stays as it is.

        Args:
            path: The file.
            digest: SHA-256 that its bytes must have.

        Returns:
            Whether it was copied.

        Raises:
            UnreadableFile: Its bytes cannot be had, or are no longer those that were read.
            ArchiveError: The store cannot be written.
        """
        kept = self.path_of(digest)
        if kept.exists():
            return False
        partly = kept.with_name(f"{digest}{_UNDER_WAY}")
        try:
            source = path.open("rb")
        except OSError as error:
            raise UnreadableFile(
                f"{path}: cannot be opened ({error.strerror}); run the command again"
            ) from error
        try:
            with source:
                kept.parent.mkdir(parents=True, exist_ok=True)
                with partly.open("wb") as copy:
                    found = hashlib.sha256()
                    while chunk := source.read(_CHUNK):
                        found.update(chunk)
                        copy.write(chunk)
                    copy.flush()
                    os.fsync(copy.fileno())
            if found.hexdigest() != digest:
                partly.unlink()
                raise UnreadableFile(f"{path.name}: was changed while it was read; run the command again")
            partly.chmod(0o444)
            partly.replace(kept)
            _settle(kept.parent)
        except OSError as error:
            with suppress(OSError):
                partly.unlink(missing_ok=True)
            raise ArchiveError(
                f"{kept.parent}: the original cannot be kept ({error.strerror}); make room, or leave originals "
                "where they are with --leave-originals"
            ) from error
        return True

    def held(self) -> Iterator[tuple[str, Path]]:
        """Every whole file of the store: the SHA-256 that its name says, and where it lies."""
        for path in sorted(self.folder.glob("??/*.pdf")):
            yield path.stem, path


def find_original(connection: Connection, store: Originals, digest: str) -> Path | None:
    """Where the original of a file of the archive can be had; None where it is nowhere.

    A file outside the store is taken only where it still has the bytes that were read.
    """
    if (kept := store.path_of(digest)).is_file():
        return kept
    names = connection.exec_driver_sql(
        "SELECT n.path FROM source_names n JOIN source_files f ON f.id = n.source_file_id WHERE f.sha256 = ? "
        "ORDER BY n.path",
        (digest,),
    ).all()
    return next(
        (path for (name,) in names if (path := Path(name)).is_file() and digest_of(path) == digest), None
    )


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes.

    Raises:
        OSError: They cannot be had.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _settle(folder: Path) -> None:
    """Have a folder's names on the disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
