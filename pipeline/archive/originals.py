"""The PDFs themselves, kept beside the archive under their SHA-256, so that what was read can always be looked up."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal, Protocol

from pipeline.archive.connection import Connection
from pipeline.errors import ArchiveError, UnreadableFile
from pipeline.writing import settle, whole, write_whole

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
        try:
            source = path.open("rb")
        except OSError as error:
            raise UnreadableFile(
                f"{path}: cannot be opened ({error.strerror}); run the command again"
            ) from error
        try:
            kept.parent.mkdir(parents=True, exist_ok=True)
            settle(self.folder)
            with source, whole(kept, "wb", permissions=0o444) as copy:
                found = hashlib.sha256()
                while chunk := source.read(_CHUNK):
                    found.update(chunk)
                    copy.write(chunk)
                if found.hexdigest() != digest:
                    raise UnreadableFile(f"{path.name}: was changed while it was read; run the command again")
        except OSError as error:
            raise ArchiveError(
                f"{kept.parent}: the original cannot be kept ({error.strerror}); make room, or leave originals "
                "where they are with --leave-originals"
            ) from error
        return True

    def keep_bytes(self, content: bytes) -> str:
        """Keep a file that was made here, whole or not at all; its SHA-256.

        Raises:
            ArchiveError: The store cannot be written.
        """
        digest = hashlib.sha256(content).hexdigest()
        kept = self.path_of(digest)
        try:
            kept.parent.mkdir(parents=True, exist_ok=True)
            write_whole(kept, content, permissions=0o444)
        except OSError as error:
            raise ArchiveError(
                f"{kept.parent}: the original cannot be kept ({error.strerror}); make room, then run the command again"
            ) from error
        return digest

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
