"""Commands for whoever checks what was read: doubts, layouts."""

from pathlib import Path
from typing import Any

import click

from pipeline.cli.terminal import how_to_read, open_archive, read_hidden, write_rows
from pipeline.options import archive_option, list_options, reading_options

BELOW = 0.85
"""Fields less sure than this are shown.

Of 226 rebuilt forms at first sight, each judged by weights that never saw its maker's forms, 6 % of the fields are
below it, with 45 % of 848 errors; of 14 real files that are read whole 0.7 %.
"""


@click.command(
    epilog="\b\nExamples:\n"
    "  udvalgsarkiv doubts                                         # in the archive\n"
    "  udvalgsarkiv doubts corpus/norremark-plan-2019/*.pdf        # in one file"
)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@archive_option
@click.option(
    "--below",
    type=click.FloatRange(0, 1),
    default=BELOW,
    show_default=True,
    metavar="SURE",
    help="Show fields that are less sure than this, 0 to 1.",
)
@click.option("--municipality", metavar="NAME", help="Only in its documents.")
@click.option("--committee", metavar="NAME", help="Only in its meetings.")
@click.option(
    "--files", "most", type=click.IntRange(min=1), default=50, show_default=True, help="Of so many files."
)
@reading_options
@list_options
def doubts(
    file: Path | None,
    archive_path: Path,
    below: float,
    municipality: str | None,
    committee: str | None,
    most: int,
    form: str,
    output: str,
    **how: Any,
) -> None:
    """List the fields that most likely are wrong or missing, and why.

    FILE is a PDF; without it the archive is asked, the worst files first. What is only doubtful as a whole
    document (numbers that do not add up, text that cannot be read) stands in `findings`.
    """
    from pipeline.showing.doubts import doubt_list, unsure_of

    if file is not None:
        records = [read_hidden(file, how)]
    else:
        from pipeline.archive import unsure_files

        with open_archive(archive_path) as archive:
            found = unsure_files(
                archive, below=below, most=most, municipality=municipality, committee=committee
            )
            records = [archive.read_record(digest, hidden=True) for digest in found]
    told = [(record, unsure_of(record, below)) for record in records]
    write_rows(doubt_list(told, grouped=form == "table"), form, output)


@click.group(epilog="\b\nExample:\n  udvalgsarkiv layouts check corpus/norremark-plan-2019/*.pdf")
def layouts() -> None:
    """See what known municipalities print otherwise, and which rules read a file.

    A layout is a TOML file of what the general reading cannot know: labels, forms of headings, names of
    committees and running lines of one municipality. It is used where its municipality is recognised.
    """


@layouts.command(name="list", epilog="\b\nExample:\n  udvalgsarkiv layouts list")
@list_options
def list_(form: str, output: str) -> None:
    """List the layouts that come with the program."""
    from pipeline.showing.layouts import layout_list

    write_rows(layout_list(), form, output)


@layouts.command(
    epilog="\b\nExample:\n  udvalgsarkiv layouts check corpus/norremark-plan-2019/*.pdf --unread"
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--unread", is_flag=True, help="Only the lines that no rule took.")
@reading_options
@list_options
def check(file: Path, unread: bool, form: str, output: str, **how: Any) -> None:
    """Show for every line of a PDF which rule took it, as what, and what was left unexplained."""
    from pipeline.batch import trace_one
    from pipeline.showing import plain
    from pipeline.showing.layouts import trace_list

    rows, about = trace_list(trace_one(file, *how_to_read(**how)), only_unread=unread)
    write_rows(rows, form, output)
    click.echo(plain(about), err=True)
