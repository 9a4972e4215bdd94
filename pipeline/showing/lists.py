"""A list in the form that was asked for: a table for a person, JSON, CSV or one a line for a program."""

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TextIO

from pipeline.showing.clean import for_json, for_spreadsheet, one_line


class Form(StrEnum):
    """How a list is written."""

    table = "table"
    """For a person."""
    json = "json"
    """One JSON array."""
    csv = "csv"
    """With a head, for spreadsheets."""
    nl = "nl"
    """One JSON object a line."""


@dataclass(frozen=True)
class List:
    """Rows of the same columns."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Any]]
    title: str = ""
    numbers: frozenset[str] = frozenset()
    """Columns that are set to the right."""
    hidden: frozenset[str] = frozenset()
    """Columns that a table leaves out, for want of room."""


def write_list(rows: List, form: Form, out: TextIO, width: int | None = None) -> None:
    """Write a list.

    Args:
        rows: What to write.
        form: How.
        out: Where to.
        width: Of the table, in characters; None for the terminal's.
    """
    if form is Form.table:
        _write_table(rows, out, width)
    elif form is Form.csv:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(rows.columns)
        writer.writerows([for_spreadsheet(cell) for cell in row] for row in rows.rows)
    else:
        objects = [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]
        if form is Form.json:
            out.write(for_json(json.dumps(objects, ensure_ascii=False, indent=1)) + "\n")
        else:
            out.writelines(for_json(json.dumps(one, ensure_ascii=False)) + "\n" for one in objects)


def _write_table(rows: List, out: TextIO, width: int | None) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = [n for n, name in enumerate(rows.columns) if name not in rows.hidden]
    table = Table(title=rows.title or None, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for n in shown:
        name = rows.columns[n]
        table.add_column(
            name.replace("_", " "), justify="right" if name in rows.numbers else "left", overflow="fold"
        )
    for row in rows.rows:
        table.add_row(*(Text(_told(row[n])) for n in shown))
    Console(file=out, width=width, highlight=False, emoji=False, markup=False).print(table)


def _told(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{cell:.3f}"
    return one_line(str(cell))
