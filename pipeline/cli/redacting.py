"""The command that takes words out of an archive for good."""

import sys
from pathlib import Path

import click

from pipeline.cli.terminal import turn_at
from pipeline.errors import ArchiveError, NothingFound, counted
from pipeline.options import archive_option


@click.command(
    epilog="\b\nExamples:\n"
    '  echo "Lis Overby" | udvalgsarkiv redact --who "Bente Holm" --why "anmodning om sletning, sag 26/1234"\n'
    '  udvalgsarkiv redact --finding ID --who "Bente Holm" --why "cpr-nummer"    # ID: see `udvalgsarkiv findings`'
)
@click.argument("words", required=False)
@archive_option
@click.option("--who", required=True, metavar="NAME", help="Who has it done; kept in the trace.")
@click.option("--why", required=True, metavar="TEXT", help="For what reason; kept in the trace.")
@click.option(
    "--finding",
    "findings",
    multiple=True,
    metavar="ID",
    help="The private passage of this finding (see `findings --json`).",
)
@click.option("--all-findings", is_flag=True, help="Every private passage that was found in the archive.")
def redact(
    words: str | None, archive_path: Path, who: str, why: str, findings: tuple[str, ...], all_findings: bool
) -> None:
    """Take words out of the archive for good: out of records, search, corrections, logs and the originals themselves.

    WORDS are read from standard input, a passage a line, so that they stand in no shell's history; they may be named
    too. Pages of originals that hold them are made anew as pictures, black where the words stood. Who had it done, when
    and why is kept, and never which words; `verify` proves that they are gone. What was written before by `export`,
    `diff` or `backup`, and copies of the PDFs elsewhere, are not the archive's: write or delete them anew.
    """
    from pipeline.archive import Archive
    from pipeline.archive.private import passages_of_findings
    from pipeline.batch.redacting import redact as redact_words
    from pipeline.showing import plain
    from pipeline.showing.reports import counting_bar

    if not archive_path.exists():
        raise ArchiveError(f"{archive_path}: there is no archive here; make one with `udvalgsarkiv ingest`")
    with turn_at(archive_path), Archive.open(archive_path) as archive:
        if findings or all_findings:
            passages = passages_of_findings(archive, None if all_findings else findings)
        else:
            typed = words if words and words != "-" else sys.stdin.read()
            passages = [line.strip() for line in typed.splitlines() if line.strip()]
        if not passages:
            raise NothingFound("redact: no words were named; write them to standard input, a passage a line")
        with counting_bar(sys.stderr, "Looking") as told:
            gone = redact_words(archive, passages, who, why, told=told)
    for one in gone:
        pages = (
            f"page {', '.join(map(str, one.pages))} made anew" if one.pages else "its record alone held them"
        )
        click.echo(plain(f"{one.file}: {pages}"), err=True)
        for path in one.outside:
            click.echo(plain(f"  still holds the words, and is not the archive's: {path}"), err=True)
    click.echo(
        f"{archive_path}: {counted(len(passages), 'passage')} taken out. Delete or write anew what was made of it "
        "before: exports, backups, pages of `diff`, lists",
        err=True,
    )
