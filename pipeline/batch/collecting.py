"""Which files a person means by some paths."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import NothingFound, PipelineError, UnreadableFile


@dataclass(frozen=True)
class Found:
    """A path that was asked for, or that a folder holds."""

    path: Path
    """As it was named, or as the folder has it."""
    digest: str | None = None
    """SHA-256 of its bytes; None where they cannot be had."""
    size: int = 0
    """Bytes."""
    problem: PipelineError | None = None
    """Why its bytes cannot be had."""


def collect(paths: Iterable[Path]) -> list[Found]:
    """The files that are meant, each once, sorted by path; a folder means all PDFs below it."""
    found: dict[Path, Found] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(_pdfs_in(path))
            if not inside:
                problem = NothingFound(f"{path}: holds no file that ends in .pdf; name another folder")
                found[path] = Found(path, problem=problem)
            for file in inside:
                found.setdefault(file, _weigh(file))
        else:
            found.setdefault(path, _weigh(path))
    return [found[path] for path in sorted(found)]


def _pdfs_in(folder: Path) -> Iterator[Path]:
    for where, folders, files in os.walk(folder):
        folders.sort()
        for name in files:
            if name.lower().endswith(".pdf"):
                yield Path(where) / name


def _weigh(path: Path) -> Found:
    """A file with its digest, or the reason why it has none."""
    try:
        if not path.is_file() and path.exists():
            return Found(path, problem=UnreadableFile(f"{path.name}: is no ordinary file; name a PDF"))
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            return Found(path, digest, file.tell())
    except FileNotFoundError:
        return Found(path, problem=UnreadableFile(f"{path}: there is no such file; check the path"))
    except OSError as error:
        why = f"{path}: cannot be opened ({error.strerror}); check its permissions"
        return Found(path, problem=UnreadableFile(why))
