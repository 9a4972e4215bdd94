"""The command that writes an archive in other forms."""

from pathlib import Path

import click

from pipeline.cli.terminal import open_archive, writing_to
from pipeline.errors import counted
from pipeline.options import archive_option


@click.command(
    epilog="\b\nExamples:\n"
    "  udvalgsarkiv export csv tabeller/\n"
    "  udvalgsarkiv export parquet tabeller/ --table decided --table votes_cast\n"
    "  udvalgsarkiv export json 9594ae02fe8944d1.p1\n"
    "  udvalgsarkiv export oparl oparl/ --base https://arkiv.example.org/oparl\n"
    '  udvalgsarkiv export bag aflevering/ --organization "Granholm Stadsarkiv"'
)
@click.argument("form", type=click.Choice(["csv", "jsonl", "parquet", "json", "oparl", "bag"]))
@click.argument("where", type=click.Path(path_type=Path))
@archive_option
@click.option(
    "--table", "tables", multiple=True, metavar="NAME", help="Only this table or view, of all that there are."
)
@click.option(
    "--base", default="http://localhost:8001/oparl", show_default=True, help="What OParl's ids begin with."
)
@click.option("--organization", metavar="NAME", help="Who deposits the bag.")
def export(
    form: str, where: Path, archive_path: Path, tables: tuple[str, ...], base: str, organization: str | None
) -> None:
    """Write the archive in another form.

    FORM is csv, jsonl or parquet (a file for each table and view), json (one document, corrections in it), oparl
    (OParl 1.1, a file for each type) or bag (BagIt: originals, archive and data dictionary, for deposit). WHERE is
    the folder to write to; for json the document's id.
    """
    import json

    from pipeline.archive.dictionary import entries
    from pipeline.archive.export import deposit, write_oparl, write_tables
    from pipeline.archive.standing import corrected_document
    from pipeline.run import VERSION
    from pipeline.showing.clean import for_json, for_spreadsheet
    from pipeline.showing.dictionary import as_markdown

    with open_archive(archive_path) as archive:
        if form == "json":
            document = corrected_document(archive, str(where))
            with writing_to("-") as out:
                out.write(for_json(json.dumps(document, ensure_ascii=False, indent=1)) + "\n")
        elif form == "oparl":
            counts = write_oparl(archive, where, base)
            click.echo(f"{where}: {', '.join(f'{count} {name}' for name, count in counts.items())}", err=True)
        elif form == "bag":
            count = deposit(archive, where, as_markdown(entries()), VERSION, organization)
            click.echo(f"{where}: a bag with {counted(count, 'original')}", err=True)
        else:
            written = write_tables(archive, where, form, tables, for_spreadsheet)
            click.echo(f"{where}: {counted(len(written), 'file')}", err=True)
