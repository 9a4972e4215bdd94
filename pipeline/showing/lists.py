"""A list in the form that was asked for: a table for a person, JSON, CSV or one a line for a program."""

import csv
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TextIO

from pipeline.showing.clean import for_json, for_spreadsheet, one_line
from pipeline.showing.output import put

if TYPE_CHECKING:
    from rich.console import Console


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
    """Columns that a table leaves out, for want of room; one that is empty throughout it leaves out too."""


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

    if not rows.rows:
        return
    shown = [
        n
        for n, name in enumerate(rows.columns)
        if name not in rows.hidden and any(row[n] not in (None, "") for row in rows.rows)
    ]
    names = [rows.columns[n] for n in shown]
    cells = [[_told(row[n]) for n in shown] for row in rows.rows]
    needs = [_need(name, [row[n] for row in cells]) for n, name in enumerate(names)]
    console = Console(file=out, width=width, highlight=False, emoji=False, markup=False)
    if width is None and not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = sum(
            max(len(name), *(len(row[n]) for row in cells)) + BETWEEN for n, name in enumerate(names)
        )
    if sum(needs) + BETWEEN * len(needs) > console.width:
        _write_blocks(names, cells, console)
        return
    table = Table(
        title=rows.title or None,
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )
    for n, name in enumerate(names):
        table.add_column(
            name.replace("_", " "),
            justify="right" if name in rows.numbers else "left",
            overflow="fold",
            min_width=needs[n],
            no_wrap=max(len(row[n]) for row in cells) <= needs[n],
        )
    for row in cells:
        table.add_row(*map(Text, row))
    console.print(table)


def _need(name: str, cells: Sequence[str]) -> int:
    """How wide a column must be: ids, dates and codes stand on one line, of words the longest does."""
    longest = max(map(len, cells))
    head = max(map(len, name.split("_")))
    if longest <= UNBROKEN or _is_id(name):
        return max(longest, head)
    word = max(len(word) for cell in cells for word in cell.split() or [""])
    return max(head, UNBROKEN, min(word, LONGEST_WORD))


def _write_blocks(names: Sequence[str], cells: Sequence[Sequence[str]], console: "Console") -> None:
    """Set rows one below the other; an id or a file stands on a line of its own, so that it can be copied."""
    from rich.text import Text

    alone = int(_is_id(names[0]) or names[0] in ("file", "name"))
    for row in cells:
        if alone:
            console.print(Text(row[0], style="bold"), soft_wrap=True)
        line = Text()
        for name, cell in zip(names[alone:], row[alone:], strict=True):
            if cell:
                line.append(" · " if line else "")
                line.append("" if name in BARE else f"{name.replace('_', ' ')} ", style="dim")
                line.append(cell)
        put(console, line, 2 * alone)


def _is_id(name: str) -> bool:
    return name == "id" or name.endswith("_id")


def write_findings(findings: Sequence[Mapping[str, Any]], out: TextIO, width: int | None = None) -> None:
    """Write findings for a person: file by file, each with its page and severity above what it says.

    Args:
        findings: With `file`, `page`, `severity`, `code`, `message`, and `verdict` and `who` where a
            person ruled on it; those of one file together.
        out: Where to.
        width: Of a line, in characters; None for the terminal's.
    """
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, width=width, highlight=False, emoji=False, markup=False)
    styles = {"error": "bold red", "warning": "yellow"}
    by_file: dict[str, list[Mapping[str, Any]]] = {}
    for one in findings:
        by_file.setdefault(str(one["file"]), []).append(one)
    for file, of_file in by_file.items():
        console.print(Text(one_line(file), style="bold"))
        for one in of_file:
            page = f"page {one['page']}" if one["page"] else "whole file"
            head = Text(f"{page} · ")
            head.append(str(one["severity"]), style=styles.get(str(one["severity"]), "dim"))
            head.append(f" · {one['code']}", style="dim")
            if one.get("verdict"):
                head.append(f" · {one['verdict']}ed by {one_line(str(one['who']))}")
            put(console, head, 2)
            put(console, Text(one_line(str(one["message"]))), 4)
        console.print()


UNBROKEN = 20
"""A column whose cells have no more characters keeps them on one line: dates and codes are read whole."""

LONGEST_WORD = 24
"""A longer word may be folded: file names, mostly."""

BETWEEN = 2
"""Spaces beside a column."""

BARE = frozenset(
    {
        "kind",
        "municipality",
        "date",
        "name",
        "title",
        "file",
        "status",
        "severity",
        "verdict",
        "says",
        "text",
        "rule",
    }
)
"""Columns whose cells tell by themselves what they are."""


def _told(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{cell:.3f}"
    return one_line(str(cell))
