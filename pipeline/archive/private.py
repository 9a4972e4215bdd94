"""Private passages: where they stand, and rows with the passages in the place of their marks."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pipeline.archive.connection import Connection
from pipeline.archive.load import Archive
from pipeline.archive.looking import Seen
from pipeline.danish.masking import LEAST, squeezed, unmask
from pipeline.errors import NothingFound
from schemas.place import Box
from schemas.record import Passage
from schemas.vocabulary import PrivacyKind


def hidden_boxes(
    connection: Connection, source_id: str | None = None, *, digest: str | None = None
) -> list[tuple[int, Box]]:
    """Page and box of each line of a file's private passages.

    Args:
        connection: To the archive.
        source_id: The file's id.
        digest: Its SHA-256, where the id is not known.
    """
    rows = connection.exec_driver_sql(
        "SELECT p.page, p.x0, p.top, p.x1, p.bottom FROM findings f JOIN source_files s ON s.id = f.source_file_id "
        "JOIN places p ON p.owner_id = f.id WHERE f.code = 'privacy' AND (s.id = ? OR s.sha256 = ?) ORDER BY 1, 3, 2",
        (source_id, digest),
    )
    return [(page, (x0, top, x1, bottom)) for page, x0, top, x1, bottom in rows]


def holds_private(connection: Connection, digest: str) -> bool:
    """Whether a file holds private passages, wherever they stand."""
    query = "SELECT 1 FROM private_passages p JOIN source_files s ON s.id = p.source_file_id WHERE s.sha256 = ? LIMIT 1"
    return bool(
        connection.exec_driver_sql(query, (digest,)).scalar() or hidden_boxes(connection, digest=digest)
    )


def passages_of_file(connection: Connection, source_id: str) -> list[Passage]:
    """A file's private passages, by the numbers of their marks."""
    rows = connection.exec_driver_sql(
        "SELECT kind, text FROM private_passages WHERE source_file_id = ? ORDER BY ord", (source_id,)
    )
    return [Passage(kind=PrivacyKind(kind), text=text) for kind, text in rows]


def revealed(connection: Connection, seen: Seen) -> Seen:
    """A row as it was read, for whom it may be shown to."""
    passages = passages_of_file(connection, seen.source_file_id)
    if not passages:
        return seen
    cells = tuple(
        replace(cell, value=_told(cell.value, passages), read=_told(cell.read, passages))
        for cell in seen.cells
    )
    children = {
        table: [{name: _told(value, passages) for name, value in row.items()} for row in rows]
        for table, rows in seen.children.items()
    }
    return replace(seen, cells=cells, children=children)


def _told(value: Any, passages: Sequence[Passage]) -> Any:
    return unmask(value, passages) if isinstance(value, str) else value


def passages_of_findings(archive: Archive, ids: Sequence[str] | None) -> list[str]:
    """The words of private passages, each once.

    Args:
        archive: Open.
        ids: Of findings, whose places tell which passages of their file are meant; None for all that were found.

    Raises:
        NothingFound: There is no such private finding, or its words cannot be told apart.
    """
    with archive.transaction() as connection:
        if ids is None:
            rows = connection.exec_driver_sql("SELECT text FROM private_passages WHERE told").all()
            return sorted(
                {text for (text,) in rows if len(squeezed(text)) >= LEAST},
                key=lambda text: (-len(text), text),
            )
        return sorted({_passage_of(connection, one) for one in ids}, key=lambda text: (-len(text), text))


def _passage_of(connection: Connection, own: str) -> str:
    """A finding's words, which stand in its file's passages under the number that its mark has."""
    row = connection.exec_driver_sql(
        "SELECT p.text FROM findings f JOIN private_passages p ON p.source_file_id = f.source_file_id AND p.told "
        "AND f.message LIKE '%(private passage ' || (p.ord + 1) || ')%' WHERE f.id = ? AND f.code = 'privacy'",
        (own,),
    ).first()
    if row is None:
        raise NothingFound(f"{own}: is no private finding of the archive; see `udvalgsarkiv findings --json`")
    return str(row[0])
