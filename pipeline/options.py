"""Options that several commands of the command line share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


NO_MODEL = "none"
"""Named instead of a model."""

READING_OPTIONS = ("engine", "model", "layouts", "ocr", "time_limit", "memory_limit", "page_limit")
"""The parameters that `reading_options` gives a command."""


def reading_options(command: F) -> F:
    """How files are to be read."""
    for option in (
        click.option(
            "--page-limit",
            type=click.IntRange(min=1),
            default=5000,
            show_default=True,
            metavar="PAGES",
            help="Give a file up that has more pages.",
        ),
        click.option(
            "--memory-limit",
            type=click.IntRange(min=512),
            default=2048,
            show_default=True,
            metavar="MIB",
            help="Give a file up that needs more memory.",
        ),
        click.option(
            "--time-limit",
            type=click.FloatRange(min=1),
            default=300,
            show_default=True,
            metavar="SECONDS",
            help="Give a file up that takes longer; a short one that only keeps the processor busy is given up "
            "after 20 seconds and one more for each page.",
        ),
        click.option(
            "--ocr",
            type=click.Choice(["auto", "off", "force"]),
            default="auto",
            show_default=True,
            help="Read scanned pages by OCR where it is installed, never, or read every page by it.",
        ),
        click.option(
            "--layouts/--no-layouts",
            default=True,
            help="Use what is known of some municipalities (see `layouts list`), or the general reading alone.",
        ),
        click.option(
            "--no-model",
            "model",
            flag_value=NO_MODEL,
            help="Read by rules alone: the same as --model none.",
        ),
        click.option(
            "--model",
            metavar="NAME",
            help='Language model that finds names of people; "none" reads by rules alone. '
            "Without this option the model that is installed is used.",
        ),
        click.option(
            "--engine",
            type=click.Choice(["pdfium", "pdfplumber"]),
            default="pdfium",
            show_default=True,
            help="Which program reads the PDF; pdfplumber is slower and serves as a second opinion.",
        ),
    ):
        command = option(command)
    return command


output_option = click.option(
    "-o", "--output", default="-", metavar="FILE", help='Write to this file; "-" is the screen.'
)

archive_option = click.option(
    "--archive",
    "archive_path",
    type=click.Path(path_type=Path),
    default=Path("out/arkiv.db"),
    show_default=True,
    envvar="UDVALGSARKIV_ARCHIVE",
    show_envvar=True,
    metavar="FILE",
    help="The archive's file.",
)

workers_option = click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many files are read at the same time.  [default: one for each processor]",
)


def list_options(command: F) -> F:
    """In which form a list is written, and where to."""
    for option in (
        output_option,
        click.option("--table", "form", flag_value="table", default=True, help="Write a table (as usual)."),
        click.option("--nl", "form", flag_value="nl", help="Write one JSON object a line."),
        click.option("--csv", "form", flag_value="csv", help="Write CSV, for a spreadsheet."),
        click.option("--json", "form", flag_value="json", help="Write one JSON array."),
    ):
        command = option(command)
    return command


EPILOG = """\b
Two commands are enough to begin:
  udvalgsarkiv ingest ~/Documents/referater     read all PDFs of a folder into the archive
  udvalgsarkiv list                             see what is in it

\b
Exit codes:
   0  every file was read and loaded, with findings or without
   1  stopped by you; with diff and timeline --exit-code: something changed
   2  the command was written wrongly
   3  a file could not be read: missing, no PDF, damaged, or nothing in it
   4  a file needs a password
   5  a file has no text that can be read: it needs OCR, or OCR found nothing
   6  a file broke a limit of time, memory or pages
   7  the archive cannot be opened, is locked, or is of a newer version
   8  evaluate --gate: a figure lies below its floor
   9  the language model that was named does not exist
  10  what was asked for is not there, or a folder holds no PDF
  11  the result could not be written
  12  verify: something in the archive is not as it must be
  13  a part of the program that is installed apart (an extra) is not there
  14  ingest --privacy refuse: a file holds CPR numbers or other private words
  14  pull: something that a source lists could not be had
  15  ingest --cluster: its scheduler or its workers cannot be used
Where a batch met several of them it ends with 3.

\b
Completion of commands and options with the Tab key:
  bash  eval "$(udvalgsarkiv completion bash)"     in ~/.bashrc
  zsh   eval "$(udvalgsarkiv completion zsh)"      in ~/.zshrc
  fish  udvalgsarkiv completion fish > ~/.config/fish/completions/udvalgsarkiv.fish
"""
