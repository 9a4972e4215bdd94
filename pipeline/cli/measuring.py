"""Commands about the program itself: evaluate, schema, completion."""

import os
from pathlib import Path
from typing import Any

import click

from pipeline.cli.terminal import how_to_read, write_rows, writing_to
from pipeline.errors import BelowFloor
from pipeline.options import list_options, output_option, reading_options, workers_option


@click.command(
    epilog="\b\nExamples:\n"
    "  udvalgsarkiv evaluate corpus --gate corpus/baseline.json\n"
    "  udvalgsarkiv evaluate corpus --pin gulve.json\n"
    "  udvalgsarkiv evaluate corpus --confidence"
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--gate", type=click.Path(path_type=Path), metavar="FLOORS", help="Fail below these floors.")
@click.option(
    "--pin", type=click.Path(path_type=Path), metavar="FLOORS", help="Write what was reached as floors."
)
@click.option("--allow-regression", is_flag=True, help="Let --pin lower a floor.")
@click.option(
    "--confidence",
    is_flag=True,
    help="Tell instead how many errors are caught by looking at the least sure fields, each layout "
    "judged by what the others taught.",
)
@click.option(
    "--own-layout-out",
    is_flag=True,
    help="Read each file without the layout of its own municipality.",
)
@click.option("--misses", is_flag=True, help="Tell each value that differs, on standard error.")
@workers_option
@reading_options
@list_options
def evaluate(
    folder: Path,
    gate: Path | None,
    pin: Path | None,
    allow_regression: bool,
    confidence: bool,
    own_layout_out: bool,
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

    reading, limits = how_to_read(**how)
    result = evaluate_folder(
        folder,
        reading,
        workers=workers or os.cpu_count() or 1,
        limits=limits,
        own_layout_out=own_layout_out,
    )
    for miss in result.misses if misses else result.failures:
        click.echo(plain(miss), err=True)
    if confidence:
        from pipeline.showing.confidence import curve_list

        rows, about = curve_list(result.cases)
        click.echo(about, err=True)
    else:
        rows = score_list(result, all_fields=form != "table")
    write_rows(rows, form, output)
    if pin:
        floors.pin(result.scores, result.corpus, pin, allow_regression=allow_regression)
        click.echo(f"Wrote the floors to {pin}", err=True)
    if gate:
        floors.check(result.scores, result.corpus, gate)
    if result.failures:
        raise BelowFloor(f"{len(result.failures)} of {result.files} files gave no answer at all")


@click.command(epilog="\b\nExample:\n  udvalgsarkiv schema -o record.schema.json")
@output_option
def schema(output: str) -> None:
    """Write the JSON Schema of what `extract` writes: every field explained."""
    import json

    from schemas.record import Record

    with writing_to(output) as out:
        out.write(
            json.dumps(Record.model_json_schema(mode="serialization"), ensure_ascii=False, indent=1) + "\n"
        )


@click.command(epilog='\b\nExample, for bash:\n  eval "$(udvalgsarkiv completion bash)"')
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Write what a shell needs to complete commands with the Tab key."""
    from click.shell_completion import get_completion_class

    complete = get_completion_class(shell)
    if complete is not None:
        click.echo(
            complete(
                click.get_current_context().find_root().command, {}, "udvalgsarkiv", "_UDVALGSARKIV_COMPLETE"
            ).source()
        )
