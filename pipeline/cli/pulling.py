"""The command that brings files from where they are published."""

import sys
from datetime import date, datetime
from pathlib import Path

import click

from pipeline.cli.terminal import stopped_by_hand, write_rows
from pipeline.options import list_options

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(
    epilog="""\b
Example:
  udvalgsarkiv pull kilder.toml && udvalgsarkiv ingest hentet

\b
kilder.toml:
  folder = "hentet"                  # where the files go
  contact = "arkiv@granholm.example" # who asks: stands in the User-Agent
\b
  [[source]]
  name = "Granholm"
  kind = "site"                      # a publication site with /api/agenda
  address = "https://dagsordener.granholm.example"
  since = 2022-01-01
\b
  [[source]]
  name = "Nørremark"
  kind = "listing"                   # a page with links to PDFs
  address = "https://www.noerremark.example/referater"
\b
  [[source]]
  name = "planer"
  kind = "addresses"                 # a list of addresses
  addresses = ["https://www.granholm.example/plan_2017.pdf"]
\b
  [[source]]
  name = "drev"
  kind = "folder"                    # a folder or a network share
  path = "/mnt/sekretariat/referater"
"""
)
@click.argument("sources", type=click.Path(path_type=Path), metavar="SOURCES.toml")
@click.option(
    "--folder", type=click.Path(path_type=Path), help="Where the files go, instead of what the file says."
)
@click.option(
    "--source", "names", multiple=True, metavar="NAME", help="Only this source; can be given again."
)
@click.option("--since", type=_DAY, help="Leave out what is dated before this day.")
@click.option("--until", type=_DAY, help="Leave out what is dated after this day.")
@click.option(
    "--committee",
    "committees",
    multiple=True,
    metavar="NAME",
    help="Only this committee of a publication site; a part of its name is enough; can be given again.",
)
@click.option("--dry-run", is_flag=True, help="List what would be fetched; ask for lists, for no file.")
@click.option("--recheck", is_flag=True, help="Ask for what is there too, whether it is still the newest.")
@click.option("--allow-private", is_flag=True, help="Allow sources on this machine and in private networks.")
@list_options
def pull(
    sources: Path,
    folder: Path | None,
    names: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    committees: tuple[str, ...],
    dry_run: bool,
    recheck: bool,
    allow_private: bool,
    form: str,
    output: str,
) -> None:
    """Bring minutes and plans from where they are published.

    SOURCES.toml says where from and where to (see below). Sites are asked politely: one request a second to a
    machine, robots.txt is kept to, what fails in passing is tried again. What is there already is not fetched
    again, so that a pull that was cut off is just run again. The folder's manifest.db tells where each file came
    from, and what was listed but could not be had.
    """
    from pipeline.batch.pull import Asked, read_sources
    from pipeline.batch.pull import pull as pull_sources
    from pipeline.showing.reports import pulled_failures, pulled_list, pulled_words, pulling_bar

    read = read_sources(sources)
    asked = Asked(
        since=_day(since),
        until=_day(until),
        committees=committees,
        names=names,
        allow_private=allow_private,
        recheck=recheck,
        dry=dry_run,
    )
    with (
        stopped_by_hand("what was fetched stays, and the same command goes on where it stopped"),
        pulling_bar(sys.stderr) as told,
    ):
        report = pull_sources(read, sources.absolute().parent, asked=asked, folder=folder, progress=told)
    write_rows(pulled_list(report, all_files=form != "table"), form, output)
    for sentence in pulled_failures(report):
        click.echo(f"Failed: {sentence}", err=True)
    click.echo(pulled_words(report, folder or sources.parent / read.folder), err=True)
    click.get_current_context().exit(report.exit_code)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
