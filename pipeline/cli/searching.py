"""Commands that ask an archive: search, and what its tables mean."""

from pathlib import Path
from typing import Any

import click

from pipeline.cli.terminal import open_archive, write_rows, writing_to
from pipeline.errors import NothingFound
from pipeline.options import archive_option, list_options, output_option
from schemas.vocabulary import Kind, Outcome


@click.command(
    epilog="\b\nExamples:\n"
    "  udvalgsarkiv search cykelsti --from 2016-01-01 --outcome approved\n"
    "  udvalgsarkiv search '\"endelig vedtagelse\" lokalplan -spildevandsplan'\n"
    "  udvalgsarkiv search --sql cykelsti"
)
@click.argument("words", nargs=-1, required=True)
@archive_option
@click.option(
    "--kind", multiple=True, type=click.Choice([kind.value for kind in Kind]), help="Only in these."
)
@click.option("--municipality", metavar="NAME", help="Only this one's.")
@click.option("--committee", metavar="NAME", help="Only this one's meetings.")
@click.option("--from", "since", type=click.DateTime(["%Y-%m-%d"]), help="Not before this day.")
@click.option("--to", "until", type=click.DateTime(["%Y-%m-%d"]), help="Not after this day.")
@click.option(
    "--outcome",
    multiple=True,
    type=click.Choice([outcome.value for outcome in Outcome]),
    help="Only items that were decided so.",
)
@click.option("--case", metavar="NUMBER", help="Only items of this case number.")
@click.option(
    "--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="So many hits at most."
)
@click.option("--sql", is_flag=True, help="Write the question in SQL, for any program that opens SQLite.")
@list_options
def search(
    words: tuple[str, ...], archive_path: Path, limit: int, sql: bool, form: str, output: str, **filters: Any
) -> None:
    """Search the words of items, proposals, decisions, plans and memos; the best hits first.

    WORDS are Danish words in any form: "planen" finds "planer" and "beskæftigelsesplan", "aa" is "å". "Words in
    quotation marks" must stand together, plan* finds what begins so, -plan leaves out texts that have it. All other
    signs only part words.
    """
    from pipeline.archive import search as search_archive
    from pipeline.archive import sql_of
    from pipeline.showing.hits import hit_list, how_found, write_hits

    for name in ("since", "until"):
        filters[name] = filters[name] and filters[name].date().isoformat()
    # A shell takes the quotation marks away: of several words one with a space was quoted.
    typed = " ".join(
        f'"{word}"' if len(words) > 1 and " " in word.strip() and '"' not in word else word for word in words
    )
    if sql:
        with writing_to(output) as out:
            out.write(sql_of(typed, limit) + "\n")
        return
    with open_archive(archive_path) as archive:
        found = search_archive(archive, typed, limit=limit, **filters)
    if found.match is None:
        raise NothingFound(f'"{typed}": holds no word to search for; write at least one')
    if form == "table":
        with writing_to(output) as out:
            write_hits(found, out)
    else:
        write_rows(hit_list(found), form, output)
        if says := how_found(found):
            click.echo(says, err=True)


@click.command(epilog="\b\nExample:\n  udvalgsarkiv dictionary -o ordbog.md")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of Markdown.")
@output_option
def dictionary(as_json: bool, output: str) -> None:
    """Write what every table, view and column of the archive means."""
    import json
    from dataclasses import asdict

    from pipeline.archive.dictionary import entries
    from pipeline.showing.dictionary import as_markdown

    with writing_to(output) as out:
        if as_json:
            out.write(json.dumps([asdict(one) for one in entries()], ensure_ascii=False, indent=1) + "\n")
        else:
            out.write(as_markdown(entries()))
