"""Command that tells who and what a file names: names."""

from collections import Counter
from pathlib import Path
from typing import Any

import click

from pipeline.cli.terminal import listed, read_hidden, write_rows
from pipeline.options import list_options, reading_options

KINDS = ("person", "party", "committee", "organisation", "place", "law", "case_number")
"""What is told apart; a test holds them to the rules' own."""


@click.command(
    epilog="\b\nExamples:\n"
    "  udvalgsarkiv names corpus/norremark-biu-2016-09-06/*.pdf --kind person\n"
    "  udvalgsarkiv names corpus/norremark-biu-2016-09-06/*.pdf --role decision --csv -o navne.csv"
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only these.")
@click.option("--role", "roles", multiple=True, metavar="ROLE", help='Only in these sections: "decision".')
@reading_options
@list_options
def names(
    file: Path, kinds: tuple[str, ...], roles: tuple[str, ...], form: str, output: str, **how: Any
) -> None:
    """List who and what the items of a file name: people, parties, committees, organisations, places, laws, cases.

    People, organisations and places are told by the language model, the others by rules. The model reads every
    section here, which `ingest` does not do.
    """
    from pipeline.danish.entities import find_entities_in
    from pipeline.danish.language import load_language
    from schemas.minutes import Minutes

    language = load_language(how["model"])
    record = read_hidden(file, how)
    told: Counter[tuple[str, str, str, str, int]] = Counter()
    for document in record.documents:
        for item in document.items if isinstance(document, Minutes) else ():
            sections = [section for section in item.sections if not roles or section.role in roles]
            for section, found in zip(
                sections, find_entities_in([section.text for section in sections], language), strict=True
            ):
                page = section.at[0].page if section.at else document.pages[0]
                for one in found:
                    if not kinds or one.kind in kinds:
                        told[item.number or "", section.role.value, one.kind, one.text, page] += 1
    columns = ("item", "role", "kind", "name", "page", "times")
    write_rows(
        listed(columns, [(*key, times) for key, times in told.items()], hidden="", numbers="page times"),
        form,
        output,
    )
