"""The command that proves an archive."""

import os
import sys
from contextlib import nullcontext
from pathlib import Path

import click

from pipeline.cli.terminal import turn_at, write_rows
from pipeline.errors import Unsound, counted
from pipeline.options import archive_option, list_options


@click.command(epilog="\b\nExample:\n  udvalgsarkiv verify")
@archive_option
@click.option("--mend", is_flag=True, help="Make views and the index for search anew before the proof.")
@list_options
def verify(archive_path: Path, mend: bool, form: str, output: str) -> None:
    """Prove that an archive is sound.

    The database and the index for search are checked, every record against the schema and its rows, and every
    original against its SHA-256 and its pages. Lists what is not as it must be, and ends with 12 where there is such
    a thing.
    """
    from pipeline.archive import Archive
    from pipeline.archive import mend as mend_archive
    from pipeline.archive import verify as verify_archive
    from pipeline.archive.sqlite import told_of_sqlite
    from pipeline.batch import Workers
    from pipeline.errors import ArchiveError
    from pipeline.reading import page_count
    from pipeline.showing import List
    from pipeline.showing.reports import counting_bar

    if not archive_path.exists():
        raise ArchiveError(f"{archive_path}: there is no archive here; make one with `udvalgsarkiv ingest`")
    with (
        turn_at(archive_path) if mend else nullcontext(),
        Archive.open(
            archive_path, "write" if mend or os.access(archive_path.parent, os.W_OK) else "read"
        ) as archive,
        counting_bar(sys.stderr, "Proving") as told,
        Workers(1, preload=("pipeline.reading.pdfium",)) as reader,
    ):
        if mend:
            mend_archive(archive)
        problems = verify_archive(archive, told, lambda path: reader.submit(page_count, path).result())
    rows = [(one.check, one.what, one.says) for one in problems]
    if problems or form != "table":
        write_rows(List(("check", "what", "says"), rows), form, output)
    if problems:
        raise Unsound(
            f"{archive_path}: {counted(len(problems), 'problem')}; each is listed above with what to do"
        )
    click.echo(f"{archive_path}: sound", err=True)
    click.echo(f"Kept by {told_of_sqlite()}", err=True)
