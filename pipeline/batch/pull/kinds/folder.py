"""A folder of this machine, or a network share that is mounted."""

import os
from collections.abc import Iterator
from pathlib import Path

from pipeline.batch.pull.failing import CannotHave, Why
from pipeline.batch.pull.kinds.days import day_in
from pipeline.batch.pull.sources import FolderSource
from pipeline.batch.pull.wanted import Lost, Wanted


def listed_folder(source: FolderSource, base: Path, target: Path) -> Iterator[Wanted | Lost]:
    """Every PDF in a folder and in its folders.

    Args:
        source: The folder.
        base: From where a relative path counts.
        target: A folder that is passed over, with all in it.

    Raises:
        CannotHave: There is no such folder.
    """
    root = base / Path(source.path).expanduser()
    if root.is_file():
        yield _wanted(root, root.parent)
        return
    if not root.is_dir():
        raise CannotHave(
            Why.unreadable, "there is no such folder; check the path, and that the share is mounted"
        )
    refused: list[OSError] = []
    own, found = target.resolve(), False
    for where, folders, files in os.walk(root, onerror=refused.append):
        here = Path(where)
        folders[:] = sorted(name for name in folders if (here / name).resolve() != own)
        for name in sorted(files):
            if name.lower().endswith(".pdf"):
                found = True
                yield _wanted(here / name, root)
    for error in refused:
        path = Path(os.fsdecode(error.filename or root))
        yield Lost(_text(path), Why.unreadable, f"cannot be opened ({error.strerror}); check its permissions")
    if not found and not refused:
        yield Lost(_text(root), Why.unreadable, "holds no file that ends in .pdf; check the path")


def _wanted(path: Path, root: Path) -> Wanted:
    try:
        facts = path.stat()
        state = f"{facts.st_size} {facts.st_mtime_ns}"
    except OSError:
        state = None  # copying will say why
    return Wanted(
        _text(path),
        name=path.name,
        folders=path.relative_to(root).parts[:-1],
        day=day_in(path.name),
        listed_as=state,
        local=path,
    )


def _text(path: Path) -> str:
    """A path as text, bytes that are no text written as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
