"""The command that copies an archive for safety."""

import sys
from pathlib import Path

import click

from pipeline.cli.terminal import open_archive
from pipeline.errors import counted
from pipeline.options import archive_option


@click.command(epilog="\b\nExample:\n  udvalgsarkiv backup sikkerhed/arkiv.db")
@click.argument("target", type=click.Path(path_type=Path))
@archive_option
def backup(target: Path, archive_path: Path) -> None:
    """Copy the archive with its originals to TARGET, and prove the copy.

    Others may read and write meanwhile. TARGET is the copy's file, or a folder; originals that it has already are not
    copied again. To restore, copy TARGET and its folder of originals back, and run `verify`. The key of what was taken
    out (see `redact`) is not copied: keep it apart.
    """
    from pipeline.archive.backup import back_up
    from pipeline.showing.reports import counting_bar

    if target.is_dir():
        target = target / archive_path.name
    with open_archive(archive_path) as archive, counting_bar(sys.stderr, "Proving the copy") as told:
        count = back_up(archive, target, told)
    click.echo(f"{target}: a sound copy with {counted(count, 'original')}", err=True)
