"""Tables and views as files: a file for each, in the order of the data dictionary."""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.archive.connection import Connection
from pipeline.archive.dictionary import Entry, entries
from pipeline.archive.load import Archive
from pipeline.errors import ExtraMissing, NothingFound, OutputError
from pipeline.writing import whole

FORMS = ("csv", "jsonl", "parquet")
"""The forms in which tables can be written."""

_INSIDE = frozenset({"search", "search_texts", "private_passages"})
"""Tables that only search needs, and the one that no export holds."""

TOGETHER = 10_000
"""So many rows are held at a time."""

Cell = Callable[[Any], Any]
Write = Callable[[Connection, Entry, Path], None]


def exported() -> tuple[Entry, ...]:
    """The tables and views that are written."""
    return tuple(entry for entry in entries() if entry.name not in _INSIDE)


def write_tables(
    archive: Archive, folder: Path, form: str, names: Sequence[str] = (), csv_cell: Cell = lambda cell: cell
) -> list[Path]:
    """Write tables and views into a folder.

    Args:
        archive: Open for reading.
        folder: Made where it is not there.
        form: One of `FORMS`.
        names: Which tables; all where none is named.
        csv_cell: What is done to a cell of a CSV file.

    Returns:
        The files.

    Raises:
        NothingFound: The archive has no such table.
        ExtraMissing: Parquet needs the extra `export`.
        OutputError: The folder cannot be written.
    """
    known = {entry.name: entry for entry in exported()}
    for name in names:
        if name not in known:
            raise NothingFound(f"{name}: the archive has no such table; it has {', '.join(known)}")
    writers: dict[str, Write] = {"csv": partial(_csv, cell=csv_cell), "jsonl": _jsonl, "parquet": _parquet}
    write = writers[form]
    written = []
    with _said(folder), archive.transaction() as connection:
        folder.mkdir(parents=True, exist_ok=True)
        for name in names or known:
            path = folder / f"{name}.{form}"
            write(connection, known[name], path)
            written.append(path)
    return written


@contextmanager
def _said(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error.strerror}); name another folder") from error


def _batches(connection: Connection, name: str) -> Iterator[list[tuple[Any, ...]]]:
    result = connection.exec_driver_sql(f"SELECT * FROM {name}")
    while rows := result.fetchmany(TOGETHER):
        yield [tuple(row) for row in rows]


def _csv(connection: Connection, entry: Entry, path: Path, cell: Cell) -> None:
    with whole(path, newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(name for name, _, _ in entry.columns)
        for rows in _batches(connection, entry.name):
            writer.writerows([cell(one) for one in row] for row in rows)


def _jsonl(connection: Connection, entry: Entry, path: Path) -> None:
    names = [name for name, _, _ in entry.columns]
    with whole(path) as file:
        for rows in _batches(connection, entry.name):
            for row in rows:
                file.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n")


def _parquet(connection: Connection, entry: Entry, path: Path) -> None:
    """Columns have one type each in all files: a view's are told by its rows, and are text where they have none."""
    try:
        import pyarrow as arrow
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise ExtraMissing(
            "export: Parquet needs the extra `export`; install it with pip install 'udvalgsarkiv[export]'"
        ) from error
    types = {"integer": arrow.int64(), "float": arrow.float64(), "boolean": arrow.int64()}
    batches = _batches(connection, entry.name)
    first = next(batches, [])
    fields = []
    for n, (name, kind, about) in enumerate(entry.columns):
        told = types.get(kind) if kind else _told([row[n] for row in first], arrow)
        fields.append(arrow.field(name, told or arrow.string(), metadata={"about": about}))
    schema = arrow.schema(fields, metadata={"about": entry.about})
    with whole(path, "wb") as file, parquet.ParquetWriter(file, schema) as writer:
        for rows in [first, *batches]:
            columns = [
                arrow.array([_fitting(row[n], field.type, arrow) for row in rows], field.type)
                for n, field in enumerate(fields)
            ]
            writer.write_table(arrow.Table.from_arrays(columns, schema=schema))


def _told(cells: list[Any], arrow: Any) -> Any:
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds == {int}:
        return arrow.int64()
    return arrow.float64() if kinds and kinds <= {int, float} else None


def _fitting(cell: Any, kind: Any, arrow: Any) -> Any:
    """A cell as its column has it; SQLite may hold a number where words are meant."""
    if cell is None:
        return None
    if kind == arrow.string():
        return str(cell)
    try:
        return float(cell) if kind == arrow.float64() else int(cell)
    except (TypeError, ValueError):
        return None
