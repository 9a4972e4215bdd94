"""A connection to the database: it is spoken to as to SQLAlchemy's, which takes half a second to load."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Self

Cells = Sequence[Any] | Mapping[str, Any]
"""What a question's marks (?) or names (:name) stand for."""


class Row(sqlite3.Row):
    """A row: its cells by their place, by their names and as attributes; `dict(row)` has the names too."""

    def __getattr__(self, name: str) -> Any:
        """A cell by its name."""
        try:
            return self[name]
        except IndexError:
            raise AttributeError(name) from None


class Result:
    """What a question found, read row by row."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor

    def __iter__(self) -> Iterator[Row]:
        """The rows that were not read yet."""
        return iter(self._cursor)

    @property
    def lastrowid(self) -> int:
        """The number that a new row was given."""
        return self._cursor.lastrowid or 0

    def keys(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column[0] for column in self._cursor.description)

    def all(self) -> list[Row]:
        """All rows that were not read yet."""
        return self._cursor.fetchall()

    def fetchmany(self, most: int) -> list[Row]:
        """The next rows."""
        return self._cursor.fetchmany(most)

    def first(self) -> Row | None:
        """The next row; None where there is none."""
        row: Row | None = self._cursor.fetchone()
        return row

    def one(self) -> Row:
        """The next row.

        Raises:
            LookupError: There is none.
        """
        row = self.first()
        if row is None:
            raise LookupError("a row that must be there is not")
        return row

    def scalar(self) -> Any:
        """The first cell of the next row; None where there is none."""
        row = self.first()
        return None if row is None else row[0]

    def scalars(self) -> list[Any]:
        """The first cell of each row."""
        return [row[0] for row in self._cursor]

    def mappings(self) -> Self:
        """The same: rows have names as they are."""
        return self


class Connection:
    """A connection within a transaction."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self.raw = raw
        """SQLite's own."""

    def exec_driver_sql(self, sql: str, cells: Cells | list[Cells] | None = None) -> Result:
        """Ask, or change.

        Args:
            sql: One statement.
            cells: Of its marks or names; a list of them runs it once for each.

        Raises:
            sqlite3.Error: The database refused.
        """
        cursor = self.raw.cursor()
        cursor.row_factory = Row
        if isinstance(cells, list):
            return Result(cursor.executemany(sql, cells))
        return Result(cursor.execute(sql, cells or ()))

    @contextmanager
    def begin_nested(self) -> Iterator[None]:
        """A part of the transaction that is all or nothing by itself."""
        with self._between("SAVEPOINT part", "RELEASE part", "ROLLBACK TO part; RELEASE part"):
            yield

    @contextmanager
    def begin(self, *, writing: bool) -> Iterator[Self]:
        """A transaction, all or nothing.

        Args:
            writing: Whether others are kept from writing from the beginning.
        """
        with self._between("BEGIN IMMEDIATE" if writing else "BEGIN", "COMMIT", "ROLLBACK"):
            yield self

    @contextmanager
    def _between(self, begin: str, end: str, undo: str) -> Iterator[None]:
        self.exec_driver_sql(begin)
        try:
            yield
            self.exec_driver_sql(end)
        except BaseException:
            if self.raw.in_transaction:
                for statement in undo.split(";"):
                    self.exec_driver_sql(statement)
            raise
