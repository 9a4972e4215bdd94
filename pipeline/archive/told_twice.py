"""Which rows of two documents tell the same item, target, chapter or question, where the documents tell the same."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.archive.connection import Connection
from pipeline.archive.twins import TWIN_TABLES, pair_words


@dataclass(frozen=True)
class Telling:
    """A row that tells what another document tells too."""

    owner_id: str
    document_id: str
    kind: str
    """What its document is."""
    file: str


_STANDING = " UNION ALL ".join(
    f"SELECT coalesce(t.same_as, t.id) FROM json_each(:ids) CROSS JOIN {table} t ON t.id = value"
    for table in TWIN_TABLES
)
_OTHERS = " UNION ALL ".join(
    f"SELECT t.same_as, t.id FROM json_each(:ids) j CROSS JOIN {table} t INDEXED BY ix_{table}_same_as "
    "ON t.same_as = j.value"
    for table in TWIN_TABLES
)
"""SQLite takes these indexes for useless by itself, since nearly all their keys are null."""

_ROWS = """
SELECT s.owner_id, s.owner_table, s.document_id, s.title_stems, d.kind, f.file
FROM search_texts s JOIN documents d ON d.id = s.document_id JOIN source_files f ON f.id = s.source_file_id
WHERE s.document_id IN (SELECT value FROM json_each(:ids))
UNION ALL
SELECT d.id, 'documents', d.id, '', d.kind, f.file FROM documents d JOIN source_files f ON f.id = d.source_file_id
WHERE d.id IN (SELECT value FROM json_each(:ids))
"""


_ANY = " OR ".join(
    f"EXISTS (SELECT 1 FROM {table} INDEXED BY ix_{table}_same_as WHERE same_as > '')"
    for table in TWIN_TABLES
)


def any_told_twice(connection: Connection) -> bool:
    """Whether any document tells what another one tells."""
    return bool(connection.exec_driver_sql(f"SELECT {_ANY}").scalar())


def tellings(connection: Connection, documents: Iterable[str]) -> dict[str, tuple[Telling, ...]]:
    """The rows of some documents, and the documents themselves, that other documents tell too.

    Args:
        connection: To the archive.
        documents: Ids of documents; those that tell the same as one of them are looked through as well.

    Returns:
        By the id of each such row all that tell the same, itself among them; that of the document that stands for
        the others first.
    """
    together: defaultdict[str, list[str]] = defaultdict(list)
    standing_for = connection.exec_driver_sql(_STANDING, {"ids": json.dumps(list(documents))}).scalars()
    for standing, other in connection.exec_driver_sql(_OTHERS, {"ids": json.dumps(standing_for)}):
        together[standing].append(other)
    if not together:
        return {}
    rows: defaultdict[str, defaultdict[str, list[tuple[Telling, str]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    ids = [*together, *(other for others in together.values() for other in others)]
    for own, table, document, stems, kind, file in connection.exec_driver_sql(
        _ROWS, {"ids": json.dumps(ids)}
    ):
        rows[document][table].append((Telling(own, document, kind, file), _letters(stems)))
    found: dict[str, dict[str, Telling]] = {}
    for standing, others in together.items():
        for other in sorted(others):
            for table, told in rows[other].items():
                there = rows[standing][table]
                for here, place in pair_words([words for _, words in told], [words for _, words in there]):
                    row = there[place][0]
                    other_row = told[here][0]
                    found.setdefault(row.owner_id, {row.owner_id: row})[other_row.owner_id] = other_row
    return {own: tuple(same.values()) for same in found.values() for own in same}


def told_elsewhere(connection: Connection, own: str) -> tuple[Telling, ...]:
    """Where other documents tell the same as a row or a document."""
    document = ".".join(own.split(".")[:2])
    return tuple(one for one in tellings(connection, (document,)).get(own, ()) if one.owner_id != own)


def _letters(stems: str) -> str:
    """A title without its numbers: a case number is not printed in every document."""
    return " ".join(word for word in stems.split() if not re.fullmatch(r"\d+", word)) or stems
