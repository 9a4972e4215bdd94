"""While a PDF is being parsed, nothing but that file is opened, no network is reached and no program started.

The parsers that we use have no reason to do any of this; should one of them ever be talked into it, Python's audit
events tell before it happens. pdfium itself is built without scripts and forms, and opens nothing (see the tests).
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline.errors import LimitBroken

_REFUSED = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.startfile",
    "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown",
    "os.kill", "os.putenv", "shutil.", "urllib.", "http.", "ftplib.", "smtplib.",
    "webbrowser.", "tempfile.", "sqlite3.connect", "pty.", "mmap.",
)  # fmt: skip
"""Beginnings of the audit events that are refused while a file is being parsed."""

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_only: str | None = None
"""The one file that may be opened; None while nothing is being parsed."""

_guarded = False


@contextmanager
def only(path: Path) -> Iterator[None]:
    """For as long as this lasts, parsers may open this file and the program's own, and nothing else."""
    global _only
    before = _only
    _only = os.path.realpath(path)
    try:
        yield
    finally:
        _only = before


def guard() -> None:
    """Have this process hold to `only` from now on; it cannot be taken back, so this is for a reader's own process."""
    global _guarded
    if not _guarded:
        _guarded = True
        sys.addaudithook(_hear)


def _hear(event: str, args: tuple[Any, ...]) -> None:
    if _only is None:
        return
    if event == "open":
        _opens(*args)
    elif event in ("os.listdir", "os.scandir"):
        _lists(args[0])
    elif event.startswith(_REFUSED):
        raise LimitBroken(f"reading it asked for {event}, which no PDF may; it was refused")


def _opens(path: Any, _mode: Any, flags: Any) -> None:
    if not isinstance(path, (str, bytes, os.PathLike)):  # a descriptor that is open already
        return
    name = os.path.realpath(os.fsdecode(path))
    writes = isinstance(flags, int) and flags & _WRITING
    if writes or not (name == _only or name.startswith(_OURS)):
        raise LimitBroken("reading it asked for another file, which no PDF may; it was refused")


def _lists(folder: Any) -> None:
    """Modules are looked for in folders; others are nobody's affair."""
    name = os.path.realpath(os.fsdecode(folder or "."))
    if not f"{name}{os.sep}".startswith(_OURS) and name not in {
        os.path.realpath(entry) for entry in sys.path
    }:
        raise LimitBroken("reading it asked for what a folder holds, which no PDF may; it was refused")


_OURS = tuple(
    {
        os.path.realpath(folder) + os.sep
        for folder in (sys.prefix, sys.base_prefix, sys.exec_prefix, Path(__file__).parents[2] / "pipeline")
    }
    | {os.path.realpath(Path(__file__).parents[2] / "schemas") + os.sep}
)
"""Where the program and its libraries are: modules and lexicons that are loaded when they are first needed."""
