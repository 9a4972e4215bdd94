"""Commands that read files: extract, ingest, show."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from pipeline.cli.terminal import (
    how_to_read,
    open_archive,
    read_file,
    read_hidden,
    stopped_by_hand,
    turn_at,
    write_rows,
    writing_to,
)
from pipeline.errors import NothingFound
from pipeline.options import archive_option, list_options, output_option, reading_options, workers_option


@click.command(
    epilog="\b\nExample:\n  udvalgsarkiv extract corpus/norremark-biu-2016-09-06/*.pdf --json -o referat.json"
)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--json", "_json", is_flag=True, help="Write JSON; there is no other form (see `show`).")
@reading_options
@output_option
def extract(file: Path, _json: bool, output: str, **how: Any) -> None:
    """Read one PDF and write what was understood, as JSON.

    FILE is a PDF; "-" reads it from standard input. Nothing is put into an archive.
    """
    from pipeline.showing import for_json

    record = read_file(file, how)
    with writing_to(output) as out:
        out.write(for_json(record.model_dump_json(indent=1)) + "\n")


@click.command(
    epilog="\b\nExamples:\n  udvalgsarkiv ingest corpus\n  udvalgsarkiv ingest corpus --archive arkiv.db"
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@archive_option
@workers_option
@click.option("--reread", is_flag=True, help="Read again what the archive holds already, and replace it.")
@click.option(
    "--leave-originals",
    is_flag=True,
    help="Do not copy the PDFs into the folder of originals beside the archive.",
)
@click.option(
    "--every-byte",
    is_flag=True,
    help="Look at every file's bytes, also where its size and times say that it is the one that was read.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Read on the workers of this Dask scheduler (tcp://HOST:8786), not on this machine.",
)
@click.option(
    "--privacy",
    type=click.Choice(["refuse", "flag", "redact"]),
    default="flag",
    show_default=True,
    help="What becomes of a file with CPR numbers, or with a named citizen's health, home or telephone: it is kept "
    "out; or loaded with a finding for each, masked wherever the archive is shown; or loaded without them for good.",
)
@reading_options
@list_options
def ingest(
    paths: tuple[str, ...],
    archive_path: Path,
    workers: int | None,
    reread: bool,
    leave_originals: bool,
    every_byte: bool,
    cluster: str | None,
    privacy: str,
    form: str,
    output: str,
    **how: Any,
) -> None:
    """Read PDFs into the archive.

    PATH is a PDF, or a folder: then all PDFs in it and in its folders are read. Files that the archive holds
    already are left alone. A file that cannot be read is noted, and the others go on. The PDFs are kept too,
    under their SHA-256, in a folder beside the archive.

    PATH can be an address or a pattern of shared storage: s3://bucket/referater/**.pdf (fsspec's kinds).
    """
    from pipeline.archive import Archive, Originals
    from pipeline.batch import ingest as ingest_files
    from pipeline.batch import readers_at, where
    from pipeline.showing.reports import closing_list, closing_words, failures, progress_bar

    places = [where(path) for path in paths]
    far = next((place for place in places if not isinstance(place, Path)), None)
    if leave_originals and far:
        raise click.UsageError(
            f"{far}: --leave-originals is for files on this machine: `verify` could not prove those of shared storage; "
            "leave the option out, or name a folder where the storage is mounted"
        )
    reading, limits = how_to_read(**how)
    reading = replace(reading, privacy=privacy)
    with (
        stopped_by_hand(
            "what was loaded stays in the archive, and the same command goes on where it stopped"
        ),
        readers_at(cluster) as elsewhere,
        turn_at(archive_path),
        Archive.open(archive_path) as archive,
        progress_bar(sys.stderr) as told,
    ):
        report = ingest_files(
            places,
            archive,
            reading,
            workers=elsewhere.threads if elsewhere else workers or os.cpu_count() or 1,
            progress=told,
            reread=reread,
            every_byte=every_byte,
            limits=limits,
            readers=elsewhere.readers if elsewhere else None,
            originals=None if leave_originals else Originals.beside(archive_path),
        )
    write_rows(closing_list(report, all_files=form != "table"), form, output)
    if form == "table":
        for sentence in failures(report):
            click.echo(f"Failed: {sentence}", err=True)
    click.echo(closing_words(report, archive_path), err=True)
    click.get_current_context().exit(report.exit_code)


@click.command(
    epilog="\b\nExamples:\n"
    "  udvalgsarkiv show beslutningsprotokol_2016-09-06.pdf\n"
    "  udvalgsarkiv show 9594ae02fe8944d1.p1\n"
    "  udvalgsarkiv show 9594ae02fe8944d1.p1.i213"
)
@click.argument("document", type=click.Path())
@archive_option
@click.option("--json", "as_json", is_flag=True, help="Write the whole file's record as JSON.")
@reading_options
@output_option
def show(document: str, archive_path: Path, as_json: bool, output: str, **how: Any) -> None:
    """Show a document as a person reads it.

    DOCUMENT is a PDF, or the name of a file or the id of a document or of a row in the archive (see `list`, `search`).
    Of the archive it shows what people corrected (see `review`), and says so.
    """
    import json
    from dataclasses import asdict

    from pipeline.archive.standing import Ruling, corrected_json, corrected_record
    from pipeline.showing import for_json
    from pipeline.showing.reports import write_document

    only, rulings = None, list[Ruling]()
    if document == "-" or Path(document).is_file():
        record = read_hidden(Path(document), how)
    else:
        from pipeline.archive import find_record

        if document.lower().endswith(".pdf") and not archive_path.exists():
            raise NothingFound(f"{document}: there is no such file, and no archive at {archive_path}")
        with open_archive(archive_path) as archive:
            digest, own = find_record(archive, document)
            record, rulings, only = corrected_record(archive, digest, own)
    with writing_to(output) as out:
        if as_json:
            whole = corrected_json(record, rulings) | {"corrections": [asdict(one) for one in rulings]}
            out.write(for_json(json.dumps(whole, ensure_ascii=False, indent=1)) + "\n")
        else:
            write_document(record, only, out, rulings)
