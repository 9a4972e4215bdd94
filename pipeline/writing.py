"""Files written whole or not at all: whatever stops the program, a reader finds the old file or the new one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any


@contextmanager
def whole(
    path: Path, mode: str = "w", *, permissions: int | None = None, newline: str | None = None
) -> Iterator[Any]:
    """A file that takes its name when all is in it and on the disk.

    Args:
        path: The file; one that is there is replaced. What is no ordinary file (/dev/stdout) is written as it is.
        mode: "w" for text in UTF-8, "wb" for bytes.
        permissions: Of the new file.
        newline: As `open` takes it.

    Yields:
        The file, of text or of bytes.

    Raises:
        OSError: It cannot be written; nothing of it is left.
    """
    if path.exists() and not path.is_file():
        with path.open(mode, encoding=None if "b" in mode else "utf-8", newline=newline) as file:
            yield file
        return
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        with unfinished.open(mode, encoding=None if "b" in mode else "utf-8", newline=newline) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if permissions is not None:
            unfinished.chmod(permissions)
        unfinished.replace(path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
    settle(path.parent)


def write_whole(path: Path, content: str | bytes, *, permissions: int | None = None) -> None:
    """Write a file whole or not at all.

    Raises:
        OSError: It cannot be written; nothing of it is left.
    """
    with whole(path, "w" if isinstance(content, str) else "wb", permissions=permissions) as file:
        file.write(content)


def settle(folder: Path) -> None:
    """Have a folder's names on the disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
