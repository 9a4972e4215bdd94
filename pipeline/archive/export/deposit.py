"""A bag (BagIt, RFC 8493) for deposit: originals, archive and data dictionary, each with its checksum."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from pipeline.archive.load import Archive
from pipeline.archive.originals import Originals, find_original
from pipeline.errors import ExtraMissing, NothingFound, OutputError
from pipeline.writing import write_whole


def deposit(
    archive: Archive, folder: Path, dictionary: str, version: str, organization: str | None = None
) -> int:
    """Make a bag.

    Args:
        archive: Open for reading; the bag's copy of it is whole, whoever writes meanwhile.
        folder: Where to; must not be there yet.
        dictionary: The data dictionary, in Markdown.
        version: The program's version.
        organization: Who deposits.

    Returns:
        How many originals it holds.

    Raises:
        NothingFound: An original is neither kept nor where it lay.
        OutputError: The folder is there already, or cannot be written.
        ExtraMissing: The extra `export` is not installed.
    """
    try:
        import bagit
    except ImportError as error:
        raise ExtraMissing(
            "export: a bag needs the extra `export`; install it with pip install 'udvalgsarkiv[export]'"
        ) from error
    try:
        if folder.exists():
            raise OutputError(f"{folder}: is there already; name a folder that is not")
        folder.mkdir(parents=True)
        copy = folder / "arkiv.db"
        originals = _fill(archive, copy)
        write_whole(folder / "data-dictionary.md", dictionary)
        info = {
            "Bagging-Software": f"udvalgsarkiv {version}",
            "External-Description": "Minutes and plans of Danish municipalities, read into arkiv.db (SQLite); "
            "the PDFs under their SHA-256 in arkiv.originals; what every table and column means in data-dictionary.md.",
        }
        if organization:
            info["Source-Organization"] = organization
        bagit.make_bag(str(folder), info, checksums=["sha256"])
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error.strerror}); name another") from error
    return originals


def _fill(archive: Archive, copy: Path) -> int:
    store, kept = Originals.beside(archive.path), Originals.beside(copy)
    with archive.transaction() as connection:
        with closing(sqlite3.connect(copy)) as target:
            connection.raw.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        digests = connection.exec_driver_sql(
            "SELECT sha256, file FROM source_files WHERE status = 'loaded'"
        ).all()
        for digest, file in digests:
            path = find_original(connection, store, digest)
            if path is None:
                shutil.rmtree(copy.parent)
                raise NothingFound(
                    f"{file}: its original is neither kept nor where it lay; ingest it again from a copy"
                )
            kept.keep(path, digest)
    return len(digests)
