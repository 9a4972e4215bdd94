"""Full-text search: the best hits first, each with its words and its page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from pipeline.archive.asked import Finder, finder, match_of, terms_of
from pipeline.archive.asking import conditions
from pipeline.archive.load import Archive
from pipeline.archive.passages import Passage, passages_of, with_pages
from pipeline.errors import NothingFound

WEIGHTS = (8.0, 3.0, 1.0, 0.5, 0.0)
"""What a hit weighs in title, decision, text, last parts of compounds and printed words (bm25)."""

_BEST = """
SELECT search.rowid AS id, bm25(search, {weights}) AS score FROM search {joins}
WHERE search MATCH :match AND {where} ORDER BY score, search.rowid LIMIT :limit OFFSET :offset
"""
"""The best rows; tables are joined only where a filter asks for them: each of thousands of matches would be."""

_JOINS = """
JOIN search_texts s ON s.id = search.rowid JOIN documents d ON d.id = s.document_id
LEFT JOIN meetings m ON m.id = s.document_id LEFT JOIN plans p ON p.id = s.document_id
LEFT JOIN items i ON i.id = s.owner_id LEFT JOIN decisions x ON x.item_id = s.owner_id
"""

_HITS = """
SELECT s.owner_id, s.owner_table, s.document_id, d.kind, d.title AS document, d.municipality, m.committee,
       coalesce(m.date, p.year) AS date, f.file, f.id AS source_file_id, i.number, i.title AS item, x.outcome, h.score
FROM ({best}) h JOIN search_texts s ON s.id = h.id
JOIN documents d ON d.id = s.document_id JOIN source_files f ON f.id = s.source_file_id
LEFT JOIN meetings m ON m.id = s.document_id LEFT JOIN plans p ON p.id = s.document_id
LEFT JOIN items i ON i.id = s.owner_id LEFT JOIN decisions x ON x.item_id = s.owner_id
ORDER BY h.score, date DESC, s.owner_id
"""

_TESTS = {
    "kind": "d.kind IN :kind",
    "municipality": "d.municipality = :municipality",
    "committee": "m.committee = :committee",
    "since": "coalesce(m.date, p.year || '-12-31') >= :since",
    "until": "coalesce(m.date, p.year || '-01-01') <= :until",
    "outcome": "x.outcome IN :outcome",
    "case": "i.case_number = :case",
}


@dataclass(frozen=True)
class Hit:
    """One row that was found."""

    owner_id: str
    """Its stable id."""
    owner_table: str
    """"items", "chapters", "targets", "questions" or "memos"."""
    document_id: str
    kind: str
    """What the document is."""
    municipality: str | None
    committee: str | None
    date: str | None
    """The meeting's day, or the plan's year."""
    title: str
    """The item's number and title, or the title of what was found."""
    outcome: str | None
    passage: Passage
    """The words around the hit, and their page."""
    file: str
    source_file_id: str
    score: float
    """FTS5's bm25, weighted: the lower, the better."""


@dataclass(frozen=True)
class Found:
    """What a search found."""

    hits: tuple[Hit, ...]
    """Best first."""
    match: str | None
    """The expression that FTS5 was asked, to be used in SQL; None where nothing was asked."""
    loosely: bool = False
    """Whether no text has all the words, so that those which have some are shown."""


def search(archive: Archive, typed: str, *, limit: int = 10, offset: int = 0, **filters: Any) -> Found:
    """Search the archive.

    Args:
        archive: Open for reading.
        typed: Words, "phrases", beginnings*, -words that must not be there; any other sign parts words.
        limit: How many hits at most.
        offset: How many of the best to leave out.
        filters: kind, municipality, committee, since, until, outcome, case; those that are None or empty do not filter.

    Raises:
        NothingFound: A municipality or a committee that the archive does not have.
    """
    with archive.transaction() as connection:
        return search_on(connection, typed, limit=limit, offset=offset, **filters)


def search_on(
    connection: Connection, typed: str, *, limit: int = 10, offset: int = 0, **filters: Any
) -> Found:
    """Search, on a connection that is open; see `search`."""
    terms = terms_of(typed)
    match = match_of(terms)
    if match is None:
        return Found((), None)
    where, bound = conditions(connection, _TESTS, filters)
    joins = _JOINS if where != "1" else ""
    best = _BEST.format(where=where, joins=joins, weights=", ".join(map(str, WEIGHTS)))
    query = text(_HITS.format(best=best))
    bound |= {"limit": limit, "offset": offset}
    rows = connection.execute(query, bound | {"match": match}).mappings().all()
    loosely = False
    if not rows and offset == 0 and len(terms) > 1:
        match = match_of(terms, joined="OR")
        rows = connection.execute(query, bound | {"match": match}).mappings().all()
        loosely = bool(rows)
    find = finder(terms)
    return Found(tuple(_hit(connection, dict(row), find) for row in rows), match, loosely)


def sql_of(typed: str, limit: int = 10) -> str:
    """A question in SQL that any SQLite can be asked and that finds what a search finds.

    Raises:
        NothingFound: Nothing is left to look for.
    """
    match = match_of(terms_of(typed))
    if match is None:
        raise NothingFound(f"{typed}: no word is left to search for; write at least one")
    return (
        "SELECT s.owner_table, s.owner_id, i.number, i.title\nFROM search JOIN search_texts s ON s.id = search.rowid "
        f"LEFT JOIN items i ON i.id = s.owner_id\nWHERE search MATCH '{match}'\n"
        f"ORDER BY bm25(search, {', '.join(map(str, WEIGHTS))}) LIMIT {limit};"
    )


def _hit(connection: Connection, row: Mapping[str, Any], find: Finder) -> Hit:
    """A row, with the passage that holds most of the words; of several the first, so titles before texts."""
    passages = passages_of(connection, row["owner_table"], row["owner_id"])
    marks = [find(one.text) for one in passages]
    told = [
        len({one.text[b:e].lower() for b, e in found}) for one, found in zip(passages, marks, strict=True)
    ]
    best = told.index(max(told))
    title = f"{row['number']}. {row['item']}" if row["item"] and row["number"] else row["item"]
    names = ("owner_id", "owner_table", "document_id", "kind", "municipality", "committee", "outcome", "file")
    return Hit(
        **{name: row[name] for name in names},
        source_file_id=row["source_file_id"],
        score=round(row["score"], 3),
        date=None if row["date"] is None else str(row["date"]),
        title=title or passages[0].text or row["document"],
        passage=with_pages(connection, passages[best]).around(marks[best]),
    )
