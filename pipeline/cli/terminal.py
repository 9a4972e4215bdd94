"""What commands share: how files are read, where output goes, how the archive is opened."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

if TYPE_CHECKING:
    from pipeline.archive import Archive
    from pipeline.batch import Limits
    from pipeline.showing import List
    from schemas.reading import Ocr, Reading
    from schemas.record import Record


def how_to_read(
    engine: str,
    model: str | None,
    time_limit: float,
    memory_limit: int,
    page_limit: int,
    layouts: bool,
    ocr: "Ocr",
) -> "tuple[Reading, Limits]":
    """Turn the shared options into how to read and what reading may take."""
    from pipeline.batch import Limits
    from schemas.reading import Reading

    return Reading(engine=engine, model=model, layouts=layouts, ocr=ocr), Limits.of(
        time_limit, memory_limit << 20, page_limit
    )


def read_hidden(file: Path, how: dict[str, Any]) -> "Record":
    """Read one file for the screen: marks stand in the place of its private passages."""
    from pipeline.danish.masking import masked

    return masked(read_file(file, how))[0]


def read_file(file: Path, how: dict[str, Any]) -> "Record":
    """Read one file, or standard input where it is named "-"."""
    from pipeline.batch import read_one

    reading, limits = how_to_read(**how)
    if str(file) != "-":
        return read_one(file, reading, limits)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stdin.pdf"
        path.write_bytes(sys.stdin.buffer.read())
        return read_one(path, reading, limits)


def turn_at(path: Path) -> AbstractContextManager[None]:
    """Be the only one that writes to an archive; who must wait for that is told."""
    from pipeline.archive.turn import own_turn

    says = f"{path}: another ingest, redact or verify --mend writes to it; waiting until that has ended"
    return own_turn(path, lambda: click.echo(says, err=True))


@contextmanager
def stopped_by_hand(says: str) -> Iterator[None]:
    """Tell whoever stops a long command (Ctrl-C) what is kept; it then ends with 1."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo(f"\nStopped: {says}.", err=True)
        click.get_current_context().exit(1)


def open_archive(path: Path) -> "Archive":
    """Open an archive for asking."""
    from pipeline.archive import Archive

    return Archive.open(path, "read")


def listed(columns: tuple[str, ...], rows: list[tuple[Any, ...]], hidden: str, numbers: str) -> "List":
    """A list, with the columns that a table leaves out and those set to the right."""
    from pipeline.showing import List

    return List(columns, rows, numbers=frozenset(numbers.split()), hidden=frozenset(hidden.split()))


def write_rows(rows: "List", form: str, output: str) -> None:
    """Write a list in the form that was asked for."""
    from pipeline.showing import Form, write_list

    with writing_to(output) as out:
        write_list(rows, Form(form), out)
    if form == Form.table and not rows.rows:
        click.echo("Nothing to list.", err=True)


def writing_to(output: str) -> AbstractContextManager[TextIO]:
    """Where output goes: a file that is whole or not there, or the screen."""
    from pipeline.showing.output import writing

    return writing(output, stdout())


def stdout() -> TextIO:
    """Standard output in UTF-8, whatever the locale."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    return sys.stdout
