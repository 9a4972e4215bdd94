"""Commands that lay plans side by side: diff, timeline."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pipeline.cli.terminal import how_to_read, read_file, writing_to
from pipeline.options import READING_OPTIONS, archive_option, output_option, reading_options

if TYPE_CHECKING:
    from pipeline.compare import Chosen
    from pipeline.danish.report_words import Phrases
    from schemas.difference import Timeline

F = TypeVar("F", bound=Callable[..., Any])


def comparing_options(command: F) -> F:
    """In which form a comparison is written, in which language, and how closely words are looked at."""
    for option in (
        output_option,
        click.option(
            "--exit-code", is_flag=True, help="End with 1 where something changed and 0 where nothing did."
        ),
        click.option(
            "--every-word",
            is_flag=True,
            help="Show what only looks changed too: punctuation, hyphenation, units, years.",
        ),
        click.option(
            "--lang",
            type=click.Choice(["da", "en"]),
            default="da",
            show_default=True,
            help="Language of what a person reads.",
        ),
        click.option("--csv", "form", flag_value="csv", help="Write CSV, a row for each change."),
        click.option("--json", "form", flag_value="json", help="Write JSON."),
        click.option("--markdown", "form", flag_value="markdown", help="Write Markdown."),
        click.option(
            "--html",
            "form",
            flag_value="html",
            help="Write one HTML page with charts and pictures of the pages.",
        ),
        click.option(
            "--text", "form", flag_value="text", default=True, help="Write for the terminal (as usual)."
        ),
    ):
        command = option(command)
    return command


@click.command(
    epilog="\b\nExamples:\n"
    "  udvalgsarkiv diff corpus/granholm-plan-2016/*.pdf corpus/granholm-plan-2017/*.pdf\n"
    '  udvalgsarkiv diff "Granholm Kommune:2016" 2017 --html -o aendringer.html\n'
    '  udvalgsarkiv diff "Granholm:2017" "Nørremark:2019"'
)
@click.argument("old")
@click.argument("new")
@archive_option
@comparing_options
@reading_options
def diff(old: str, new: str, archive_path: Path, **asked: Any) -> None:
    """Tell what changed between two plans.

    OLD and NEW are each a PDF, a plan in the archive ("Granholm Kommune:2016"), or the year alone where it is clear
    whose plan is meant. Of a file with several plans "FILE.pdf:2016" names one. Targets are aligned by what they
    say, not by their numbers.

    Nothing is written where nothing changed.
    """
    from pipeline.compare import Sides

    how = _reading(asked)
    chosen = Sides(archive_path, lambda file: read_file(file, how)).pair(old, new)
    _write(chosen, how, **asked)


@click.command(
    epilog="\b\nExamples:\n"
    '  udvalgsarkiv timeline "Granholm Kommune"\n'
    "  udvalgsarkiv timeline Granholm --from 2014 --to 2017 --html -o maal.html"
)
@click.argument("municipality")
@click.option(
    "--from", "since", type=click.IntRange(1900, 2100), metavar="YEAR", help="Not before this year."
)
@click.option("--to", "until", type=click.IntRange(1900, 2100), metavar="YEAR", help="Not after this year.")
@archive_option
@comparing_options
@reading_options
def timeline(
    municipality: str, since: int | None, until: int | None, archive_path: Path, **asked: Any
) -> None:
    """Follow a municipality's promises through all its plans in the archive.

    One plan is taken for each year: the adopted one where there are several.
    """
    from pipeline.compare import Sides

    how = _reading(asked)
    chosen = Sides(archive_path, lambda file: read_file(file, how)).all_of(municipality, since, until)
    _write(chosen, how, **asked)


def _reading(asked: dict[str, Any]) -> dict[str, Any]:
    """Those of the options that say how files are read."""
    return {name: asked.pop(name) for name in READING_OPTIONS}


def _write(
    chosen: "Sequence[Chosen]",
    how: dict[str, Any],
    *,
    form: str,
    output: str,
    lang: str,
    every_word: bool,
    exit_code: bool,
) -> None:
    from pipeline.compare import follow
    from pipeline.danish.report_words import Phrases
    from pipeline.showing import Form, for_json, plain, write_list
    from pipeline.showing.difference import rows_of, write_difference, write_markdown
    from pipeline.showing.threads import write_threads, write_threads_markdown

    for note in (note for one in chosen for note in one.notes):
        click.echo(f"Note: {plain(note)}", err=True)
    found = follow([(one.plan, one.side) for one in chosen], every_word=every_word)
    say, many = Phrases(lang, found.plans), len(chosen) > 2
    with writing_to(output) as out:
        if form == "json":
            told = found if many else found.differences[0]
            out.write(for_json(told.model_dump_json(indent=1)) + "\n")
        elif form == "csv":
            write_list(rows_of(found.differences), Form.csv, out)
        elif form == "html":
            out.write(_page(found, chosen, how, say))
        elif form == "markdown":
            if many:
                write_threads_markdown(found, say, out)
                out.write("\n")
            write_markdown(found.differences, say, out)
        else:
            if many:
                write_threads(found, say, out)
                out.write("\n")
            write_difference(found.differences, say, out)
    if exit_code and any(difference.changes for difference in found.differences):
        click.get_current_context().exit(1)


def _page(found: "Timeline", chosen: "Sequence[Chosen]", how: dict[str, Any], say: "Phrases") -> str:
    """The HTML page; pages are drawn in a process of its own, within the limits of reading."""
    from pipeline.batch import Workers
    from pipeline.checking import hidden_pictures
    from pipeline.compare.report import write_page

    lies = {one.side.sha256: one.paths for one in chosen if one.side.sha256}
    for one in chosen:
        lies |= one.pages
    _, limits = how_to_read(**how)
    with Workers(1, limits) as worker:
        return write_page(
            found,
            lies,
            lambda path, pages: worker.submit(hidden_pictures, path, pages).result(),
            say,
        )
