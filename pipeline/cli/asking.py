"""Commands that list what an archive holds: list, files, findings."""

from pathlib import Path
from typing import Any

import click

from pipeline.cli.terminal import listed, open_archive, write_rows, writing_to
from pipeline.options import archive_option, list_options
from schemas.vocabulary import FindingCode, Kind, Severity


@click.command(
    name="list",
    epilog="\b\nExample:\n  udvalgsarkiv list --kind minutes --from 2016-01-01 --csv -o moeder.csv",
)
@archive_option
@click.option("--kind", multiple=True, type=click.Choice([kind.value for kind in Kind]), help="Only these.")
@click.option("--municipality", metavar="NAME", help='Only this one: "Allerød Kommune", or "Allerød".')
@click.option("--committee", metavar="NAME", help="Only this one's.")
@click.option("--from", "since", type=click.DateTime(["%Y-%m-%d"]), help="Not before this day.")
@click.option("--to", "until", type=click.DateTime(["%Y-%m-%d"]), help="Not after this day.")
@list_options
def list_(archive_path: Path, form: str, output: str, **filters: Any) -> None:
    """List the documents of the archive."""
    from pipeline.archive import list_documents

    for name in ("since", "until"):
        filters[name] = filters[name] and filters[name].date().isoformat()
    with open_archive(archive_path) as archive:
        columns, rows = list_documents(archive, **filters)
    write_rows(
        listed(columns, rows, hidden="sha256 title committee pages file same_as", numbers="items"),
        form,
        output,
    )


@click.command(epilog="\b\nExample:\n  udvalgsarkiv files --status failed")
@archive_option
@click.option(
    "--status",
    type=click.Choice(["loaded", "needs-ocr", "failed"]),
    help="Only those that were, that wait for OCR, or that were not; what was replaced by a file that could be read "
    "waits no more.",
)
@list_options
def files(archive_path: Path, status: str | None, form: str, output: str) -> None:
    """List the files that were seen, and why some could not be read."""
    from pipeline.archive import list_files

    with open_archive(archive_path) as archive:
        columns, rows = list_files(archive, status=status)
    hidden = "id sha256 text_layer loaded_at reader_version reader_model"
    write_rows(listed(columns, rows, hidden=hidden, numbers="pages exit_code"), form, output)


@click.command(epilog="\b\nExample:\n  udvalgsarkiv findings --severity warning --severity error")
@archive_option
@click.option(
    "--severity",
    multiple=True,
    type=click.Choice([severity.value for severity in Severity]),
    help="Only these; warning and error wait for a person.",
)
@click.option(
    "--code", multiple=True, type=click.Choice([code.value for code in FindingCode]), help="Only these."
)
@click.option("--municipality", metavar="NAME", help="Only in its documents.")
@click.option("--committee", metavar="NAME", help="Only in its meetings.")
@click.option("--file", metavar="NAME", help="Only in this file.")
@click.option(
    "--all", "all_", is_flag=True, help="Those too that a person accepted or rejected (see `review`)."
)
@list_options
def findings(archive_path: Path, form: str, output: str, all_: bool, **filters: Any) -> None:
    """List what is doubtful in the archive and what nobody has ruled on yet.

    An error or a warning waits for a person's look; an info is only told.
    """
    from pipeline.archive import list_findings

    with open_archive(archive_path) as archive:
        columns, rows = list_findings(archive, open=not all_, **filters)
    if form == "table":
        from pipeline.showing import write_findings
        from pipeline.showing.reports import looking_words

        told = [dict(zip(columns, row, strict=True)) for row in rows]
        with writing_to(output) as out:
            write_findings(told, out)
        still = [(one["id"].partition(".")[0], one["severity"]) for one in told if not one["verdict"]]
        files, look = {file for file, _ in still}, {file for file, severity in still if severity != "info"}
        click.echo(looking_words(len(look), len(files - look)) or "Nothing is doubtful.", err=True)
    else:
        write_rows(listed(columns, rows, hidden="", numbers=""), form, output)
