"""Which files a person means by some paths, and what their bytes are."""

import hashlib
import os
import stat
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from pipeline.batch.address import Address, Where
from pipeline.batch.storage import is_there, listed, stamp_at
from pipeline.errors import NothingFound, PipelineError, UnreadableFile
from schemas.stated import BESIDE


@dataclass(frozen=True, slots=True)
class Found:
    """A file that was asked for, or that a folder holds."""

    path: Where
    """As it was named, or as the folder has it."""
    digest: str | None = None
    """SHA-256 of its bytes; None where they were not looked at, or cannot be had."""
    size: int = 0
    """Bytes."""
    problem: PipelineError | None = None
    """Why its bytes cannot be had."""
    stated: str | None = None
    """SHA-256 of the file beside it that holds what its publication site states; None where there is none."""
    stamp: str | None = None
    """What the storage says of it, other after every change; None where that cannot be relied on."""


def collect(paths: Iterable[Where]) -> list[Found]:
    """The files that are meant, each once, sorted by path; a folder means all PDFs below it. None is opened."""
    found: dict[Where, Found] = {}
    for path in paths:
        try:
            inside = _pdfs_at(path)
        except PipelineError as problem:
            found[path] = Found(path, problem=problem)
            continue
        for file in inside:
            found.setdefault(file, Found(file))
    return [found[path] for path in sorted(found, key=os.fspath)]


def _pdfs_at(path: Where) -> Iterable[Where]:
    """The file itself, or what a folder holds.

    Raises:
        NothingFound: It holds none.
        PipelineError: The storage cannot be asked.
    """
    if isinstance(path, Address):
        return listed(path)
    try:
        if not path.is_dir():
            return (path,)
    except OSError:  # a name that no file can have: weighing it tells
        return (path,)
    inside = list(_pdfs_in(path))
    if not inside:
        raise NothingFound(f"{path}: holds no file that ends in .pdf; name another folder")
    return inside


def _pdfs_in(folder: Path) -> Iterator[Path]:
    for where, _, files in os.walk(folder):
        for name in files:
            if name.lower().endswith(".pdf"):
                yield Path(where) / name


def stamped(one: Found) -> Found:
    """A file with its stamp, not opened, and with the digest of what lies beside it.

    A stamp holds size, inode, and when content and inode were last changed, to the nanosecond; no program can set the
    last of these back. A file that changed less than two seconds ago (or in the future) has none, for it may change
    again within the same tick of its file system's clock: Git's rule for "racy" files.
    """
    if one.problem:
        return one
    if isinstance(one.path, Address):
        return replace(one, stamp=stamp_at(one.path), stated=_digest_of(one.path.beside(BESIDE)))
    now = time.time_ns()
    try:
        return replace(
            one, stamp=_stamp(one.path.stat(), now), stated=_digest_of(Path(f"{one.path}{BESIDE}"))
        )
    except OSError:
        return one


def _stamp(state: os.stat_result, now: int) -> str | None:
    if not stat.S_ISREG(state.st_mode) or max(state.st_mtime_ns, state.st_ctime_ns) > now - TICK:
        return None
    return f"{state.st_size}:{state.st_mtime_ns}:{state.st_ctime_ns}:{state.st_dev}:{state.st_ino}"


def _digest_of(beside: Where) -> str | None:
    """The SHA-256 of a file that may be there."""
    if not (beside.is_file() if isinstance(beside, Path) else is_there(beside)):
        return None
    opened: IO[bytes] = beside.open("rb")
    with opened as file:
        return hashlib.sha256(file.read()).hexdigest()


TICK = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system in use (FAT's) ticks every two seconds."""


def weighed(one: Found) -> Found:
    """A file with its digest, and the stamp that it had before; or with the reason why it has none."""
    if one.problem:
        return one
    one, path = stamped(one), one.path
    try:
        if isinstance(path, Path) and not path.is_file() and path.exists():
            problem = UnreadableFile(f"{path.name}: is no ordinary file; name a PDF")
            return replace(one, problem=problem)
        with path.open("rb") as file:
            digest, size = hashlib.sha256(), 0
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
        return replace(one, digest=digest.hexdigest(), size=size)
    except FileNotFoundError:
        why = f"{path}: there is no such file; check the path"
    except OSError as error:
        why = f"{path}: cannot be opened ({error.strerror or error}); check its permissions"
    except Exception as error:  # storages have errors of their own
        why = f"{path}: cannot be had ({type(error).__name__}: {error}); check the address"
    return replace(one, problem=UnreadableFile(why))


def weighed_all(some: list[Found]) -> list[Found]:
    """Several at once: what one task of a cluster does."""
    return [weighed(one) for one in some]


_CHUNK = 1 << 20
