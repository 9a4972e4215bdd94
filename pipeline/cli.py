"""The command line: the only file that prints or exits; a command is a few lines around another room's work.

Nothing heavy is imported above the commands, so that `--help` answers at once.
"""

import os
import sys
import tempfile
from contextlib import AbstractContextManager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from pipeline.errors import BelowFloor, NothingFound, PipelineError
from pipeline.options import (
    EPILOG,
    archive_option,
    list_options,
    output_option,
    reading_options,
    workers_option,
)
from schemas.vocabulary import FindingCode, Kind, Severity

if TYPE_CHECKING:
    from pipeline.archive import Archive
    from pipeline.batch import Limits
    from pipeline.run import Reading
    from pipeline.showing import List
    from schemas.record import Record


class Program(click.Group):
    """The group of commands: turns a reason to stop into one sentence and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; whatever stops it is said on standard error."""
        try:
            return super().invoke(ctx)
        except PipelineError as error:
            from pipeline.showing import plain

            click.echo(f"Error: {plain(str(error))}", err=True)
            ctx.exit(int(error.exit_code))


@click.group(cls=Program, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="udvalgsarkiv")
def main() -> None:
    """Read the minutes, plans and memos of Danish municipalities into an archive that can be trusted.

    Each command explains itself: udvalgsarkiv ingest --help
    """


@main.command(epilog="\b\nExample:\n  udvalgsarkiv extract referat_2016-09-28.pdf --json -o referat.json")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--json", "_json", is_flag=True, help="Write JSON; there is no other form (see `show`).")
@reading_options
@output_option
def extract(file: Path, _json: bool, output: str, **how: Any) -> None:
    """Read one PDF and write what was understood, as JSON.

    FILE is a PDF; "-" reads it from standard input. Nothing is put into an archive.
    """
    from pipeline.showing import for_json

    record = _read(file, how)
    with _writing(output) as out:
        out.write(for_json(record.model_dump_json(indent=1)) + "\n")


@main.command(epilog="\b\nExample:\n  udvalgsarkiv ingest ~/Documents/referater --archive arkiv.db")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@archive_option
@workers_option
@click.option("--reread", is_flag=True, help="Read again what the archive holds already, and replace it.")
@reading_options
@list_options
def ingest(
    paths: tuple[Path, ...],
    archive_path: Path,
    workers: int | None,
    reread: bool,
    form: str,
    output: str,
    **how: Any,
) -> None:
    """Read PDFs into the archive.

    PATH is a PDF, or a folder: then all PDFs in it and in its folders are read. Files that the archive holds
    already are left alone. A file that cannot be read is noted, and the others go on.
    """
    from pipeline.archive import Archive
    from pipeline.batch import ingest as ingest_files
    from pipeline.showing.reports import closing_list, closing_words, progress_bar

    reading, limits = _how(**how)
    with Archive.open(archive_path) as archive, progress_bar(sys.stderr) as told:
        report = ingest_files(
            paths,
            archive,
            reading,
            workers=workers or os.cpu_count() or 1,
            progress=told,
            reread=reread,
            limits=limits,
        )
    _write(closing_list(report, all_files=form != "table"), form, output)
    click.echo(closing_words(report, archive_path), err=True)
    click.get_current_context().exit(report.exit_code)


@main.command(
    epilog="\b\nExamples:\n"
    "  udvalgsarkiv show referat_2016-09-28.pdf\n"
    "  udvalgsarkiv show 3f0c2a9be1d45678.p1"
)
@click.argument("document", type=click.Path())
@archive_option
@reading_options
def show(document: str, archive_path: Path, **how: Any) -> None:
    """Show a document as a person reads it.

    DOCUMENT is a PDF, or the name of a file or the id of a document in the archive (see `list`).
    """
    from pipeline.showing.reports import write_document

    only = None
    if document == "-" or Path(document).is_file():
        record = _read(Path(document), how)
    else:
        from pipeline.archive import find_record

        if document.lower().endswith(".pdf") and not archive_path.exists():
            raise NothingFound(f"{document}: there is no such file, and no archive at {archive_path}")
        with _open(archive_path) as archive:
            digest, only = find_record(archive, document)
            record = archive.read_record(digest)
    write_document(record, only, _stdout())


@main.command(
    name="list",
    epilog="\b\nExample:\n  udvalgsarkiv list --kind minutes --from 2016-01-01 --csv -o moeder.csv",
)
@archive_option
@click.option("--kind", multiple=True, type=click.Choice([kind.value for kind in Kind]), help="Only these.")
@click.option("--municipality", metavar="NAME", help='Only this one: "Allerød Kommune".')
@click.option("--committee", metavar="NAME", help="Only this one's.")
@click.option("--from", "since", type=click.DateTime(["%Y-%m-%d"]), help="Not before this day.")
@click.option("--to", "until", type=click.DateTime(["%Y-%m-%d"]), help="Not after this day.")
@list_options
def list_(archive_path: Path, form: str, output: str, **filters: Any) -> None:
    """List the documents of the archive."""
    from pipeline.archive import list_documents

    for name in ("since", "until"):
        filters[name] = filters[name] and filters[name].date().isoformat()
    with _open(archive_path) as archive:
        columns, rows = list_documents(archive, **filters)
    _write(_list(columns, rows, hidden="sha256", numbers="items"), form, output)


@main.command(epilog="\b\nExample:\n  udvalgsarkiv files --status failed")
@archive_option
@click.option("--status", type=click.Choice(["loaded", "failed"]), help="Only those that were, or were not.")
@list_options
def files(archive_path: Path, status: str | None, form: str, output: str) -> None:
    """List the files that were seen, and why some could not be read."""
    from pipeline.archive import list_files

    with _open(archive_path) as archive:
        columns, rows = list_files(archive, status=status)
    hidden = "sha256 text_layer reader_version reader_model"
    _write(_list(columns, rows, hidden=hidden, numbers="pages exit_code"), form, output)


@main.command(epilog="\b\nExample:\n  udvalgsarkiv findings --severity warning --severity error")
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
@list_options
def findings(archive_path: Path, form: str, output: str, **filters: Any) -> None:
    """List what is doubtful in the archive and waits for a person's look."""
    from pipeline.archive import list_findings

    with _open(archive_path) as archive:
        columns, rows = list_findings(archive, **filters)
    hidden = "id municipality committee date document_id"
    _write(_list(columns, rows, hidden=hidden, numbers="page"), form, output)


@main.command(
    epilog="\b\nExamples:\n"
    "  udvalgsarkiv evaluate corpus --gate corpus/baseline.json\n"
    "  udvalgsarkiv evaluate corpus --pin corpus/baseline.json"
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--gate", type=click.Path(path_type=Path), metavar="FLOORS", help="Fail below these floors.")
@click.option(
    "--pin", type=click.Path(path_type=Path), metavar="FLOORS", help="Write what was reached as floors."
)
@click.option("--allow-regression", is_flag=True, help="Let --pin lower a floor.")
@click.option("--misses", is_flag=True, help="Tell each value that differs, on standard error.")
@workers_option
@reading_options
@list_options
def evaluate(
    folder: Path,
    gate: Path | None,
    pin: Path | None,
    allow_regression: bool,
    misses: bool,
    workers: int | None,
    form: str,
    output: str,
    **how: Any,
) -> None:
    """Compare what is read with hand-checked answers, field by field.

    FOLDER holds PDFs and their answers: gold.json or NAME.gold.json, each with its PDF's name under "file".
    Precision: how much of what was read is right. Recall: how much of what is there was read. F1: both in
    one. Support: how many values the answers hold.
    """
    from pipeline.batch.evaluating import evaluate_folder
    from pipeline.checking import floors
    from pipeline.showing import plain
    from pipeline.showing.reports import score_list

    reading, limits = _how(**how)
    result = evaluate_folder(folder, reading, workers=workers or os.cpu_count() or 1, limits=limits)
    for miss in result.misses if misses else result.failures:
        click.echo(plain(miss), err=True)
    _write(score_list(result, all_fields=form != "table"), form, output)
    if pin:
        floors.pin(result.scores, result.corpus, pin, allow_regression=allow_regression)
        click.echo(f"Wrote the floors to {pin}", err=True)
    if gate:
        floors.check(result.scores, result.corpus, gate)
    if result.failures:
        raise BelowFloor(f"{len(result.failures)} of {result.files} files gave no answer at all")


@main.command(epilog="\b\nExample:\n  udvalgsarkiv schema -o record.schema.json")
@output_option
def schema(output: str) -> None:
    """Write the JSON Schema of what `extract` writes: every field explained."""
    import json

    from schemas.record import Record

    with _writing(output) as out:
        out.write(
            json.dumps(Record.model_json_schema(mode="serialization"), ensure_ascii=False, indent=1) + "\n"
        )


@main.command(epilog='\b\nExample, for bash:\n  eval "$(udvalgsarkiv completion bash)"')
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Write what a shell needs to complete commands with the Tab key."""
    from click.shell_completion import get_completion_class

    complete = get_completion_class(shell)
    if complete is not None:
        click.echo(complete(main, {}, "udvalgsarkiv", "_UDVALGSARKIV_COMPLETE").source())


def _how(engine: str, model: str | None, time_limit: float, memory_limit: int) -> "tuple[Reading, Limits]":
    from pipeline.batch import Limits
    from pipeline.run import Reading

    return Reading(engine=engine, model=model), Limits(time_limit, memory_limit << 20)


def _read(file: Path, how: dict[str, Any]) -> "Record":
    from pipeline.batch import read_one

    reading, limits = _how(**how)
    if str(file) != "-":
        return read_one(file, reading, limits)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stdin.pdf"
        path.write_bytes(sys.stdin.buffer.read())
        return read_one(path, reading, limits)


def _open(path: Path) -> "Archive":
    from pipeline.archive import Archive

    return Archive.open(path, "read")


def _list(columns: tuple[str, ...], rows: list[tuple[Any, ...]], hidden: str, numbers: str) -> "List":
    from pipeline.showing import List

    return List(columns, rows, numbers=frozenset(numbers.split()), hidden=frozenset(hidden.split()))


def _write(rows: "List", form: str, output: str) -> None:
    from pipeline.showing import Form, write_list

    with _writing(output) as out:
        write_list(rows, Form(form), out)


def _writing(output: str) -> AbstractContextManager[TextIO]:
    from pipeline.showing.output import writing

    return writing(output, _stdout())


def _stdout() -> TextIO:
    """Standard output in UTF-8, whatever the locale."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    return sys.stdout
