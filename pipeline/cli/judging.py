"""Commands by which a person judges what was read: spellings, review."""

from pathlib import Path

import click

from pipeline.cli.terminal import listed, open_archive, write_rows
from pipeline.errors import counted
from pipeline.options import archive_option, list_options


@click.command(
    epilog="\b\nExamples:\n"
    "  udvalgsarkiv spellings --status offered\n"
    '  udvalgsarkiv spellings --same "Ole Stigaard" "Ole P. Stigaard" --who "Bente Holm"\n'
    '  udvalgsarkiv spellings --apart "Ole Stigaard" "Poul Erik Thygesen" --who "Bente Holm"'
)
@archive_option
@click.option("--kind", type=click.Choice(["person", "committee"]), help="Only these.")
@click.option(
    "--status",
    type=click.Choice(["linked", "offered", "confirmed", "split"]),
    help="Only these; those that are offered wait for a person.",
)
@click.option(
    "--municipality", metavar="NAME", help="Only this one's; with --same and --apart, whose names they are."
)
@click.option("--same", nargs=2, metavar="ONE OTHER", help="Say that two spellings are one.")
@click.option("--apart", nargs=2, metavar="ONE OTHER", help="Say that they are two.")
@click.option("--who", metavar="NAME", help="Who says so.")
@list_options
def spellings(
    archive_path: Path,
    kind: str | None,
    status: str | None,
    municipality: str | None,
    same: tuple[str, str] | None,
    apart: tuple[str, str] | None,
    who: str | None,
    form: str,
    output: str,
) -> None:
    """List spellings that may be one person or committee, or say that they are or are not.

    Only what differs in writing alone is linked by itself ("Hans-Jørgen", "Hans Jørgen"); other likeness is offered.
    """
    from pipeline.archive import Archive, decide, list_names

    if same or apart:
        with Archive.open(archive_path) as archive:
            for pair in filter(None, (same, apart)):
                decide(
                    archive,
                    "committee" if kind == "committee" else "person",
                    *pair,
                    same=pair is same,
                    who=who or "",
                    municipality=municipality,
                )
        return
    with open_archive(archive_path) as archive:
        columns, rows = list_names(archive, kind=kind, status=status, municipality=municipality)
    write_rows(listed(columns, rows, hidden="", numbers="score"), form, output)


@click.command(
    epilog="\b\nExamples:\n"
    "  udvalgsarkiv review\n"
    '  udvalgsarkiv review 9594ae02fe8944d1.p1.i213.d outcome --correct approved --who "Bente Holm"\n'
    "  udvalgsarkiv review --answers svar/"
)
@archive_option
@click.argument("row", required=False)
@click.argument("field", required=False)
@click.option("--accept", is_flag=True, help="It is right; a finding: here is something wrong.")
@click.option(
    "--correct", metavar="VALUE", help="It should be this; parts of a list are parted by semicolons."
)
@click.option("--reject", is_flag=True, help="There is no such value; a finding: here is nothing wrong.")
@click.option("--who", metavar="NAME", help="Who says so.")
@click.option("--note", metavar="WORDS", help="Why.")
@click.option("--done", is_flag=True, help="List what people have said instead of what waits.")
@click.option(
    "--answers",
    "folder",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Write each corrected file and its answer there, for `evaluate`.",
)
@list_options
def review(
    archive_path: Path,
    row: str | None,
    field: str | None,
    accept: bool,
    correct: str | None,
    reject: bool,
    who: str | None,
    note: str | None,
    done: bool,
    folder: Path | None,
    form: str,
    output: str,
) -> None:
    """Say what was misread, or list what waits for a person.

    ROW is an id, FIELD a column of it; a finding has none. Corrections are kept apart from what was read, win over it
    in the views, and survive a re-read.
    """
    from pipeline.archive import Archive, list_reviews, list_waiting, rule, write_answers
    from pipeline.archive.review import Verdict

    if folder:
        with Archive.open(archive_path, "read") as archive:
            click.echo(f"Wrote {counted(write_answers(archive, folder), 'answer')} to {folder}", err=True)
        return
    if row:
        given: list[Verdict] = []
        given += ["accept"] if accept else []
        given += ["correct"] if correct is not None else []
        given += ["reject"] if reject else []
        if len(given) != 1:
            raise click.UsageError("Say one of --accept, --correct VALUE and --reject.")
        with Archive.open(archive_path) as archive:
            rule(archive, row, field or "finding", given[0], who or "", correct, note)
        return
    with open_archive(archive_path) as archive:
        columns, rows = list_reviews(archive) if done else list_waiting(archive)
    write_rows(listed(columns, rows, hidden="note owner_table", numbers="page"), form, output)
