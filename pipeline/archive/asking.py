"""What the archive holds, as lists: documents, files, findings; and which record a person means."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.archive.connection import Connection
from pipeline.archive.load import Archive, readable
from pipeline.errors import NothingFound

Listed = tuple[tuple[str, ...], list[tuple[Any, ...]]]
"""Columns and rows."""

_DOCUMENTS = """
SELECT d.id, d.kind, d.municipality, coalesce(m.date, p.year) AS date,
       coalesce(m.committee, d.title) || CASE p.status WHEN 'draft' THEN ' (draft)' ELSE '' END
       || coalesce(' (same meeting as ' || m.same_as || ')', ' (same plan as ' || p.same_as || ')',
                   ' (same memo as ' || o.same_as || ')', '') AS name,
       m.committee, d.title, d.first_page || '-' || d.last_page AS pages, count(i.id) AS items,
       coalesce(m.same_as, p.same_as, o.same_as) AS same_as, f.file, f.sha256
FROM documents_now d JOIN source_files f ON f.id = d.source_file_id LEFT JOIN meetings_now m ON m.id = d.id
LEFT JOIN plans_now p ON p.id = d.id LEFT JOIN memos o ON o.id = d.id LEFT JOIN items i ON i.meeting_id = d.id
WHERE {where} GROUP BY d.id ORDER BY d.municipality, date, f.file, d.ord
"""

_FILES = """
WITH later AS MATERIALIZED (
    SELECT n.source_file_id AS id, n.path, g.id AS by, g.loaded_at
    FROM source_names n JOIN source_names m ON m.path = n.path AND m.source_file_id <> n.source_file_id
    JOIN source_files f ON f.id = n.source_file_id
    JOIN source_files g ON g.id = m.source_file_id AND g.status = 'loaded'
        AND g.loaded_at >= coalesce(f.loaded_at, f.failed_at) AND coalesce(f.loaded_at, '') <> g.loaded_at
), replaced AS (
    SELECT l.id, max(l.loaded_at), l.by FROM later l GROUP BY l.id
    HAVING count(DISTINCT l.path) = (SELECT count(*) FROM source_names n WHERE n.source_file_id = l.id)
)
SELECT f.id, f.file, f.status, f.pages, f.text_layer, f.loaded_at, f.exit_code, f.reason, f.reader_version,
       f.reader_model, f.sha256, r.by AS replaced_by
FROM source_files f LEFT JOIN replaced r ON r.id = f.id WHERE {where} ORDER BY f.file, f.id
"""
"""A file is replaced where all its places held another content later, one that could be read."""

_FINDINGS = """
SELECT w.id, w.severity, w.code, w.message, f.file, d.municipality, m.committee, m.date,
       (SELECT page FROM places WHERE owner_id = w.id AND field = 'at' AND ord = 0) AS page, w.document_id,
       c.verdict, c.who
FROM findings w JOIN source_files f ON f.id = w.source_file_id
LEFT JOIN documents_now d ON d.id = w.document_id LEFT JOIN meetings_now m ON m.id = w.document_id
LEFT JOIN corrections c ON c.owner_id = w.id AND c.field = 'finding' AND c.holds
WHERE {where}
ORDER BY CASE w.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, f.file, w.ord
"""

_SPELLINGS = (
    "SELECT n.name FROM identities n JOIN identities o USING (kind, municipality, identity) "
    "WHERE n.kind = 'committee' AND o.name IN ({names})"
)

COMMITTEE_MEANT = f"(SELECT :committee UNION {_SPELLINGS.format(names=':committee')})"
"""The spellings that a filter on a committee takes: the one that was typed, and all that are one with it."""

_OF_COMMITTEE = f"m.committee IN {COMMITTEE_MEANT}"

_HELD = (
    "SELECT m.committee FROM meetings_now m JOIN documents_now d ON d.id = m.id "
    "WHERE m.committee IS NOT NULL AND (:place IS NULL OR d.municipality = :place)"
)

_KNOWN = {
    "municipality": "SELECT DISTINCT municipality FROM documents_now WHERE municipality IS NOT NULL",
    "committee": f"{_HELD} UNION {_SPELLINGS.format(names=_HELD)}",
    "file": "SELECT DISTINCT file FROM source_files",
}
"""Filters whose values are the archive's own: one that it does not have is refused."""


def list_documents(archive: Archive, **filters: Any) -> Listed:
    """The documents, filtered by kind, municipality, committee, since and until (dates)."""
    tests = {
        "kind": "d.kind IN :kind",
        "municipality": "d.municipality = :municipality",
        "committee": _OF_COMMITTEE,
        "since": "coalesce(m.date, p.year || '-12-31') >= :since",
        "until": "coalesce(m.date, p.year || '-01-01') <= :until",
    }
    return _listed(archive, _DOCUMENTS, tests, filters)


def list_files(archive: Archive, **filters: Any) -> Listed:
    """The files that were seen, filtered by status: "failed" and "needs-ocr" leave out what was replaced since."""
    waits = "f.status = :status AND (f.status = 'loaded' OR r.by IS NULL)"
    return _listed(archive, _FILES, {"status": waits}, filters)


def list_findings(archive: Archive, **filters: Any) -> Listed:
    """The findings, filtered by severity, code, municipality, committee, file, and open: nobody has ruled on them."""
    tests = {
        "open": ":open AND c.id IS NULL",
        "severity": "w.severity IN :severity",
        "code": "w.code IN :code",
        "municipality": "d.municipality = :municipality",
        "committee": _OF_COMMITTEE,
        "file": "f.file = :file",
    }
    return _listed(archive, _FINDINGS, tests, filters)


def list_names(archive: Archive, **filters: Any) -> Listed:
    """Spellings that are, or may be, one person or committee, filtered by kind, status and municipality."""
    query = (
        "SELECT status, kind, municipality, name_a, name_b, score, why FROM name_links WHERE {where} "
        "ORDER BY CASE status WHEN 'offered' THEN 0 ELSE 1 END, kind, municipality, score DESC, name_a"
    )
    tests = {
        "kind": "kind = :kind",
        "status": "status = :status",
        "municipality": "municipality = :municipality",
    }
    return _listed(archive, query, tests, filters)


_UNSURE = """
SELECT f.sha256 FROM evidence e JOIN source_files f ON f.id = e.source_file_id
LEFT JOIN documents_now d ON d.source_file_id = f.id AND d.ord = CAST(substr(e.path, 12) AS INTEGER)
LEFT JOIN meetings_now m ON m.id = d.id
WHERE e.confidence < :below AND {where} GROUP BY f.id ORDER BY COUNT(*) DESC, f.file LIMIT :most
"""


def unsure_files(archive: Archive, *, below: float, most: int, **filters: Any) -> list[str]:
    """The SHA-256 of the files with most fields that are less sure than a limit, the worst first.

    Args:
        archive: The archive.
        below: Confidence, 0 to 1.
        most: How many files at most.
        filters: Municipality and committee.
    """
    tests = {"municipality": "d.municipality = :municipality", "committee": _OF_COMMITTEE}
    with archive.transaction() as connection:
        where, bound = conditions(connection, tests, filters)
        query = _UNSURE.format(where=where)
        return connection.exec_driver_sql(query, bound | {"below": below, "most": most}).scalars()


def _listed(archive: Archive, query: str, tests: Mapping[str, str], filters: Mapping[str, Any]) -> Listed:
    with archive.transaction() as connection:
        where, bound = conditions(connection, tests, filters)
        result = connection.exec_driver_sql(query.format(where=where), bound)
        return tuple(result.keys()), [tuple(row) for row in result]


def conditions(
    connection: Connection, tests: Mapping[str, str], filters: Mapping[str, Any]
) -> tuple[str, dict[str, Any]]:
    """The filters that were given, as the words after WHERE and the values that they are bound to.

    Args:
        connection: The archive's.
        tests: The condition of each filter.
        filters: Their values; empty ones do not filter.

    Raises:
        NothingFound: The archive has no such municipality, committee or file.
    """
    given = {name: value for name, value in filters.items() if value}
    where = ["1"]
    bound: dict[str, Any] = {}
    for name, value in given.items():
        if isinstance(value, Sequence) and not isinstance(value, str):
            marks = {f"{name}{n}": one for n, one in enumerate(value)}
            where.append(tests[name].replace(f":{name}", f"({', '.join(f':{mark}' for mark in marks)})"))
            bound |= marks
        else:
            where.append(tests[name])
            bound[name] = value
    for name in _KNOWN:
        if name in given:
            bound[name] = _known(connection, name, str(given[name]), bound.get("municipality"))
    return " AND ".join(where), bound


def _known(connection: Connection, name: str, wanted: str, place: str | None) -> str:
    """The archive's own spelling of a value; "Granholm" is "Granholm Kommune".

    Args:
        connection: The archive's.
        name: Of the filter.
        wanted: As it was typed.
        place: The municipality whose committee is meant; None for any.

    Raises:
        NothingFound: It has no such value.
    """
    marks = {"place": place} if name == "committee" else {}
    values = [str(value) for (value,) in connection.exec_driver_sql(_KNOWN[name], marks)]
    alike = same_municipality if name == "municipality" else _same
    for value in values:
        if alike(value, wanted):
            return value
    some = ", ".join(sorted(values)[:8]) or "none yet"
    whose = f"{place} in the archive" if place and name == "committee" else "the archive"
    raise NothingFound(f"{wanted}: {whose} has no such {name}; it has {some}")


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.strip().casefold()


def same_municipality(one: str, other: str) -> bool:
    """Whether two names are one municipality's; "Granholm" is "Granholm Kommune"."""
    return _same(*(re.sub(r"\s+kommune\s*$", "", name, flags=re.IGNORECASE) for name in (one, other)))


_ROW_ID = re.compile(r"^[0-9a-f]{16}\.[a-z]")
"""The id of a row: the file's, then what leads to the row."""


def find_record(archive: Archive, wanted: str) -> tuple[str, str | None]:
    """Which record a person means by a row's or a document's id, a file's id or SHA-256, or a file's name.

    Returns:
        The file's SHA-256, and the id of the row or document; None for the whole file.

    Raises:
        NothingFound: None, a failed one, or several.
    """
    wanted = readable(wanted)
    with archive.transaction() as connection:
        one = connection.exec_driver_sql(
            "SELECT f.sha256 FROM source_files f WHERE f.id = ? AND f.status = 'loaded' AND EXISTS "
            "(SELECT 1 FROM documents d WHERE d.source_file_id = f.id)",
            (wanted.partition(".")[0],),
        ).first()
        if one and _ROW_ID.search(wanted):
            return one.sha256, wanted
        files = connection.exec_driver_sql(
            "SELECT f.id, f.sha256, f.status, f.reason, min(n.path) AS path FROM source_files f "
            "LEFT JOIN source_names n ON n.source_file_id = f.id "
            "WHERE :wanted IN (f.id, f.sha256, f.file, n.path) "
            "OR substr(n.path, -length(:wanted) - 1) = '/' || :wanted GROUP BY f.id ORDER BY path, f.id",
            {"wanted": wanted},
        ).all()
    if not files:
        raise NothingFound(f"{wanted}: neither a file here nor in the archive; see `udvalgsarkiv list`")
    if len(files) > 1:
        ids = "".join(f"\n  {file.id}  {file.path or ''}".rstrip() for file in files)
        raise NothingFound(
            f"{wanted}: {len(files)} files in the archive have this name; name one of them by its id:{ids}"
        )
    (file,) = files
    if file.status != "loaded":
        raise NothingFound(f"{wanted}: was seen, but could not be read ({file.reason})")
    return file.sha256, None
