"""The command that shows an archive in the browser."""

from pathlib import Path

import click

from pipeline.options import archive_option


@click.command(
    epilog='\b\nExamples:\n  udvalgsarkiv serve\n  udvalgsarkiv serve --review "Bente Holm" --port 8080'
)
@archive_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8001,
    show_default=True,
    help="The port; 0 for a free one.",
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="NAME",
    help="Answer under this name too (behind a proxy); other names than this machine's own are refused.",
)
@click.option("--review", "reviewer", metavar="NAME", help="Let corrections be made, under this name.")
@click.option(
    "--unmasked",
    is_flag=True,
    help="For staff who may see them: show CPR numbers and other private passages on the pages; on this machine alone.",
)
def serve(
    archive_path: Path, host: str, port: int, names: tuple[str, ...], reviewer: str | None, unmasked: bool
) -> None:
    """Open the archive in the browser: search, questions, tables, and each value on its page.

    Private passages (CPR numbers, a citizen's health, home or telephone) are masked everywhere, on the pictures of
    pages too. Nothing can be changed unless a reviewer is named. Ends with Ctrl-C. Needs the extra `web`.
    """
    from pipeline.showing import for_spreadsheet, plain
    from pipeline.web import serve as serve_site

    def told(address: str) -> None:
        click.echo(f"Serving {plain(str(archive_path))} at {address}")

    serve_site(
        archive_path, host, port, reviewer, told, names=names, csv_cell=for_spreadsheet, unmasked=unmasked
    )
