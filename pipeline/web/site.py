"""A site over one archive: what its pages need, and how it is run."""

import socket
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.archive import Archive, Originals
from pipeline.errors import ArchiveError, ExtraMissing, OutputError
from pipeline.web.gate import LOOPBACK, Cell, Gate
from pipeline.web.metadata import DATABASE, metadata
from pipeline.web.pictures import Pictures

if TYPE_CHECKING:
    pass

HERE = Path(__file__).parent


@dataclass
class Site:
    """One archive as it is served."""

    path: Path
    archive: Archive
    """Open for reading."""
    pictures: Pictures = field(default_factory=Pictures)
    reviewer: str | None = None
    """Who reviews; None where nothing can be changed."""
    unmasked: bool = False
    """Whether private passages are shown on the pages of rows."""
    datasette: Any = None

    @property
    def originals(self) -> Originals:
        """Where the PDFs are kept."""
        return Originals.beside(self.path)

    def close(self) -> None:
        """Let go of the archive, and end the process that draws."""
        self.pictures.close()
        self.archive.close()


def site_of(path: Path, reviewer: str | None = None, *, unmasked: bool = False) -> Site:
    """Make the site of an archive.

    Args:
        path: The archive.
        reviewer: Who reviews; without a name the site changes nothing.
        unmasked: Show private passages on the pages of rows; tables, search, CSV and JSON never hold them.

    Raises:
        ArchiveError: There is no archive.
        ExtraMissing: The extra `web` is not installed.
    """
    try:
        from datasette.app import Datasette

        from pipeline.web.counting import QuickCounts
    except ImportError as error:
        raise ExtraMissing(
            "serve: needs the extra `web`; install it with pip install 'udvalgsarkiv[web]'"
        ) from error
    from pipeline.web import plugin

    plugin.register()
    site = Site(path, Archive.open(path, "read"), reviewer=reviewer, unmasked=unmasked)
    datasette: Datasette = Datasette(
        [],
        metadata=metadata(),
        template_dir=str(HERE / "templates"),
        static_mounts=[("udvalgsarkiv", str(HERE / "static"))],
        settings=SETTINGS,
    )
    datasette.add_database(QuickCounts(datasette, path=str(path), is_mutable=True), name=DATABASE)
    datasette.udvalgsarkiv = site
    site.datasette = datasette
    return site


SETTINGS = {
    "default_page_size": 50,
    "suggest_facets": False,
    "facet_time_limit_ms": 80,
    "sql_time_limit_ms": 10_000,
    "allow_download": False,
    "truncate_cells_html": 400,
    "num_sql_threads": 4,
}
"""Facets are named in the metadata: to look for others costs more than the page itself. One that is not counted in
time is named without its numbers; a question that a person asks may take longer."""


def serve(
    path: Path,
    host: str,
    port: int,
    reviewer: str | None,
    told: Any,
    *,
    names: Sequence[str] = (),
    csv_cell: Cell = lambda cell: cell,
    unmasked: bool = False,
) -> None:
    """Serve an archive until it is stopped.

    Args:
        path: The archive.
        host: The address to listen on.
        port: The port; 0 for a free one.
        reviewer: Who reviews; None where nothing is to be changed.
        told: Called with the site's address once it answers.
        names: Further names under which it may be asked for.
        csv_cell: What is done to the words of a cell of CSV.
        unmasked: Whether private passages are shown; only to this machine, since nobody is asked who they are.

    Raises:
        OutputError: Private passages were to be shown to other machines.
        ArchiveError: There is no archive, or the port is taken.
    """
    if unmasked and host not in LOOPBACK:
        raise OutputError(f"{host}: private passages are shown on this machine alone; leave --host out")
    site = site_of(path, reviewer, unmasked=unmasked)
    try:
        import uvicorn

        listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
        except OSError as error:
            raise ArchiveError(
                f"{host}:{port}: cannot be listened on ({error.strerror}); name another --port"
            ) from error
        shown = f"[{host}]" if ":" in host else host
        told(f"http://{shown}:{listening.getsockname()[1]}/")
        config = uvicorn.Config(
            Gate(site.datasette.app(), host, names, csv_cell), log_level="warning", lifespan="on"
        )
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        site.close()
