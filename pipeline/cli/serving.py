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
@click.option("--review", "reviewer", metavar="NAME", help="Let corrections be made, under this name.")
def serve(archive_path: Path, host: str, port: int, reviewer: str | None) -> None:
    """Open the archive in the browser: search, questions, tables, and each value on its page.

    Nothing can be changed unless a reviewer is named. Ends with Ctrl-C. Needs the extra `web`.
    """
    from pipeline.web import serve as serve_site

    serve_site(
        archive_path, host, port, reviewer, lambda address: click.echo(f"Serving {archive_path} at {address}")
    )
