"""How a file comes to lie in the folder: whole or not at all, and never over another."""

import hashlib
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO, Literal

from pipeline.batch.pull.failing import CannotHave, Passing, Why
from pipeline.batch.pull.names import key_of, marked
from pipeline.errors import OutputError
from pipeline.writing import settle

_UNDER_WAY = ".partly"
"""The folder for what is not whole yet; its files end in no name that is read."""

HEAD = 1024
"""The mark "%PDF-" stands within the first so many bytes (ISO 32000-1, Annex H, note 13)."""

TAIL = 2048
"""The mark "%%EOF" stands within the last so many bytes of a whole file, with whatever was appended to it."""


Standing = Literal["free", "its own", "another's"]
"""Whose a path is by the list: nobody's, that of this very content from this very place, or another's."""


@dataclass(frozen=True)
class Content:
    """What a file holds."""

    sha256: str
    size: int
    """Bytes."""
    head: bytes
    """Its first `HEAD` bytes."""
    tail: bytes
    """Its last `TAIL` bytes."""


class Landing:
    """The folder that files are pulled into."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._partly = folder / _UNDER_WAY
        self._lock = threading.Lock()

    def prepare(self) -> None:
        """Make the folder, and clear away what a run that was cut off left unfinished.

        Raises:
            OutputError: It cannot be made.
        """
        with _writing(self.folder):
            self._partly.mkdir(parents=True, exist_ok=True)
            for left in self._partly.iterdir():
                left.unlink(missing_ok=True)

    @contextmanager
    def unfinished(self) -> Iterator[tuple[BinaryIO, Path]]:
        """A file to write to; it is gone afterwards, unless `settle` gave it a name.

        Raises:
            OutputError: The folder cannot be written.
        """
        with _writing(self.folder):
            number, name = mkstemp(dir=self._partly, suffix=_UNDER_WAY)
            path = Path(name)
            try:
                with os.fdopen(number, "w+b") as file:
                    yield file, path
            finally:
                with suppress(OSError):
                    path.unlink(missing_ok=True)

    def settle(
        self,
        file: BinaryIO,
        path: Path,
        content: Content,
        wanted: tuple[str, ...],
        owner: str,
        standing: Callable[[str], "Standing"],
    ) -> str:
        """Give a finished file its name, or one that tells it from what has that name.

        Args:
            file: The finished file, open.
            path: Where it lies.
            content: What it holds.
            wanted: The folders and the name that it should have, each safe.
            owner: Words that tell where it comes from from all other places.
            standing: What the list says of a path (`names.key_of`).

        Returns:
            The path it has now, from the folder on.

        Raises:
            OutputError: The folder cannot be written.
        """
        with _writing(self.folder), self._lock:
            file.flush()
            os.fsync(file.fileno())
            path.chmod(0o644)
            *folders, name = wanted
            mark = content.sha256[:8]
            own = hashlib.sha256(owner.encode("utf-8", "replace")).hexdigest()[:8]
            for one in (name, marked(name, mark), marked(name, f"{mark}-{own}")):
                parts = (*folders, one)
                final = self.folder.joinpath(*parts)
                known = standing(key_of(parts))
                if known == "another's" or (known == "free" and final.exists() and not _same(final, content)):
                    continue
                final.parent.mkdir(parents=True, exist_ok=True)
                path.replace(final)
                settle(final.parent)
                return "/".join(parts)
        raise OutputError(f"{self.folder / Path(*wanted)}: other files have this name; move them away")

    def beside(self, path: str, ending: str, words: str) -> None:
        """Write a text beside a file, whole or not at all, unless it stands there already.

        Raises:
            OutputError: It cannot be written.
        """
        final = self.folder / f"{path}{ending}"
        with suppress(OSError):
            if final.read_text(encoding="utf-8") == words:
                return
        with self.unfinished() as (file, unfinished):
            file.write(words.encode())
            file.flush()
            os.fsync(file.fileno())
            unfinished.chmod(0o644)
            unfinished.replace(final)
            settle(final.parent)

    def is_there(self, path: str, ending: str) -> bool:
        """Whether a text lies beside a file."""
        return (self.folder / f"{path}{ending}").exists()

    def is_whole(self, path: str, sha256: str, size: int) -> bool:
        """Whether a file lies there still as it came."""
        lying = self.folder / path
        try:
            if lying.stat().st_size != size:
                return False
            with lying.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except OSError:
            return False


def content_of(file: BinaryIO) -> Content:
    """Read through a file, from its beginning."""
    file.seek(0)
    head, digest = file.read(HEAD), hashlib.sha256()
    digest.update(head)
    while piece := file.read(1 << 20):
        digest.update(piece)
    size = file.tell()
    file.seek(max(size - TAIL, 0))
    return Content(digest.hexdigest(), size, head, file.read())


def check_pdf(content: Content, *, length_told: bool) -> None:
    """Make sure that a content is a PDF and, where nothing else told its length, that it has an end.

    Raises:
        CannotHave: It is something else.
        Passing: It breaks off.
    """
    if b"%PDF-" not in content.head:
        raise CannotHave(
            Why.wrong_type, f"is no PDF but {_looks_like(content.head)}; look at it in a browser"
        )
    if not length_told and b"%%EOF" not in content.tail:
        raise Passing("breaks off: the server did not say how long it is, and its end is missing")


def looks_like_html(head: bytes) -> bool:
    """Whether a content begins as a page of HTML does."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<iframe", b"<!--"))


def _looks_like(head: bytes) -> str:
    if not head:
        return "empty"
    if looks_like_html(head):
        return "a page of HTML"
    if head.startswith(b"PK\x03\x04"):
        return "a zip file, as Word and Excel write"
    return "something else"


def copied(source: Path, file: BinaryIO, limit: int) -> None:
    """Copy a file of this machine or a share.

    Raises:
        CannotHave: It is too large, or cannot be read.
    """
    try:
        with source.open("rb") as original:
            if os.fstat(original.fileno()).st_size > limit:
                raise CannotHave(
                    Why.too_large,
                    f"is larger than {limit / 1e6:g} million bytes; raise max_megabytes if it is meant",
                )
            shutil.copyfileobj(original, file, 1 << 20)
    except OSError as error:
        raise CannotHave(
            Why.unreadable, f"cannot be read ({error.strerror}); check it and its permissions"
        ) from error


def _same(path: Path, content: Content) -> bool:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == content.sha256


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{error.filename or folder}: cannot be written ({error.strerror}); make room or name another folder"
        ) from error
