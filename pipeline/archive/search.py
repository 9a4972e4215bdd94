"""Full-text search: the best hits first, each with its words and its page."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.archive.asked import Finder, Term, finder, match_of, some_of, terms_of, within
from pipeline.archive.asking import COMMITTEE_MEANT, conditions
from pipeline.archive.connection import Connection
from pipeline.archive.load import Archive
from pipeline.archive.nearest import spelt_as_here
from pipeline.archive.passages import Passage, passages_of, with_pages
from pipeline.archive.told_twice import Telling, any_told_twice, tellings
from pipeline.errors import NothingFound

WEIGHTS = (8.0, 3.0, 1.0, 0.5, 0.0)
"""What a hit weighs in title, decision, text, last parts of compounds and printed words (bm25)."""

MANY = 5_000
"""Where more rows than this have the words, those with all words in their title come first, then those with a word in
title or decision: most rows then need no score, which costs 3 microseconds each. Measured on 300,000 rows: 300 ms
became 130 for a word in 97,000 of them; for nine of twelve words the first ten hits were those of scores alone."""

_ARE_MANY = "SELECT 1 FROM search WHERE search MATCH :match LIMIT 1 OFFSET :many"
_MANY_PASS = "SELECT 1 FROM search_texts s WHERE {} LIMIT 1 OFFSET :many"

_IN_TITLE = "(+search.rowid IN (SELECT rowid FROM search WHERE search MATCH :in_title))"
_IN_DECISION = "(+search.rowid IN (SELECT rowid FROM search WHERE search MATCH :in_decision))"
"""A plus sign keeps SQLite from asking the index row by row."""

_ONE_BY_ONE = "EXISTS (SELECT 1 FROM search_texts s WHERE s.id = search.rowid AND {})"
_AS_A_SET = "+search.rowid IN (SELECT s.id FROM search_texts s WHERE {})"
"""How filters are asked: of each row that is left, or once for the archive."""

_BEST = """
SELECT search.rowid AS id, {tier} AS tier, bm25(search, {weights}) AS score FROM search
WHERE search MATCH :match AND {looked_at} AND {passes} ORDER BY tier, score, search.rowid LIMIT :limit
"""

_FEW_HAVE = (("0", "1", _ONE_BY_ONE),)
_FEW_PASS = (("0", "1", _AS_A_SET),)
_MANY_ARE = (
    ("0", _IN_TITLE, _ONE_BY_ONE),
    (f"1 - {_IN_TITLE}", _IN_DECISION, _ONE_BY_ONE),
    (f"2 - {_IN_TITLE} - {_IN_DECISION}", "1", _AS_A_SET),
)
"""A row's rank before its score, which rows are looked at, and how filters are asked: until enough rows are found."""

_OWNERS = "SELECT id, owner_id, document_id FROM search_texts WHERE id IN (SELECT value FROM json_each(:ids))"

_ALSO_FOUND = """
SELECT s.id, s.owner_id FROM search_texts s WHERE s.owner_id IN (SELECT value FROM json_each(:owners))
AND EXISTS (SELECT 1 FROM search WHERE search MATCH :match AND rowid = s.id) AND {passes}
"""
"""Of some rows those that a search finds, however far down."""

_HITS = """
SELECT s.id, s.owner_id, s.owner_table, s.document_id, d.kind, d.title AS document, d.municipality, m.committee,
       coalesce(m.date, p.year) AS date, f.file, f.id AS source_file_id, i.number, i.title AS item, x.outcome,
       p.status
FROM search_texts s JOIN documents_now d ON d.id = s.document_id JOIN source_files f ON f.id = s.source_file_id
LEFT JOIN meetings_now m ON m.id = s.document_id LEFT JOIN plans_now p ON p.id = s.document_id
LEFT JOIN items_now i ON i.id = s.owner_id LEFT JOIN decisions_now x ON x.item_id = s.owner_id
WHERE s.id IN (SELECT value FROM json_each(:ids))
"""

_SQL = """
SELECT owner_table, owner_id, number, title FROM (
  SELECT *, min(score) OVER (PARTITION BY told) AS best,
    row_number() OVER (PARTITION BY told ORDER BY owner_id <> told, score) AS nth
  FROM (
    SELECT s.owner_table, s.owner_id, i.number, i.title, bm25(search, {weights}) AS score, coalesce((
      SELECT min(t.owner_id) FROM search_texts t LEFT JOIN items j ON j.id = t.owner_id
      WHERE t.document_id = coalesce(m.same_as, p.same_as, o.same_as) AND t.owner_table = s.owner_table
      AND (t.title_stems = s.title_stems OR j.number = i.number)), s.owner_id) AS told
    FROM search JOIN search_texts s ON s.id = search.rowid LEFT JOIN items i ON i.id = s.owner_id
    LEFT JOIN meetings m ON m.id = s.document_id LEFT JOIN plans p ON p.id = s.document_id
    LEFT JOIN memos o ON o.id = s.document_id
    WHERE search MATCH '{match}'))
WHERE nth = 1 ORDER BY best LIMIT {limit};""".lstrip()
"""For any program that opens SQLite (3.25 or newer): `told` is the row of the standing document that tells the same, by
its title or an item's number; likeness of letters (`tellings`) cannot be asked in SQL."""

_TESTS = {
    "kind": "s.document_id IN (SELECT id FROM documents_now WHERE kind IN :kind)",
    "municipality": "s.document_id IN (SELECT id FROM documents_now WHERE municipality = :municipality)",
    "committee": f"s.document_id IN (SELECT id FROM meetings_now WHERE committee IN {COMMITTEE_MEANT})",
    "since": "s.document_id IN (SELECT id FROM meetings_now WHERE date >= :since UNION ALL "
    "SELECT id FROM plans_now WHERE year || '-12-31' >= :since)",
    "until": "s.document_id IN (SELECT id FROM meetings_now WHERE date <= :until UNION ALL "
    "SELECT id FROM plans_now WHERE year || '-01-01' <= :until)",
    "outcome": "s.owner_id IN (SELECT item_id FROM decisions_now WHERE outcome IN :outcome)",
    "case": "s.owner_id IN (SELECT id FROM items_now WHERE case_number = :case)",
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
    status: str | None
    """Of a plan, "draft" or "adopted", where it is said."""
    passage: Passage
    """The words around the hit, and their page."""
    file: str
    source_file_id: str
    score: float
    """FTS5's bm25, weighted: the lower, the better."""
    also: tuple[Telling, ...] = ()
    """Where other documents tell the same: of them all one is a hit, that of the fullest document which is found."""


@dataclass(frozen=True)
class Found:
    """What a search found."""

    hits: tuple[Hit, ...]
    """Best first."""
    match: str | None
    """The expression that FTS5 was asked, to be used in SQL; None where nothing was asked."""
    loosely: bool = False
    """Whether no text has all the words, so that those which have some are shown."""
    meant: tuple[tuple[str, str], ...] = ()
    """Words that no text has, each with the archive's word that is spelt most like it and was searched for instead."""


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
    bound["match"] = match
    best = _together(connection, terms, where, bound, offset + limit)
    loosely = False
    meant: tuple[tuple[str, str], ...] = ()
    if not best:
        terms, meant = spelt_as_here(connection, terms)
    if meant:
        match = match_of(terms)
        best = _together(connection, terms, where, bound | {"match": match}, offset + limit)
    if not best and len(terms) > 1:
        match = some_of(terms)
        best = _together(connection, terms, where, bound | {"match": match}, offset + limit)
        loosely = bool(best)
    best = best[offset:]
    rows = connection.exec_driver_sql(_HITS, {"ids": json.dumps([one.row for one in best])}).mappings().all()
    told = {row["id"]: dict(row) for row in rows}
    find = finder(terms)
    best.sort(key=lambda one: (str(told[one.row]["date"] or ""), told[one.row]["owner_id"]), reverse=True)
    best.sort(key=lambda one: one.rank)
    return Found(
        tuple(_hit(connection, told[one.row], one, find) for one in best),
        match,
        loosely,
        meant if best else (),
    )


@dataclass(frozen=True)
class _Best:
    """A row that is found, of those that tell the same."""

    row: int
    """Its number in `search_texts`."""
    rank: tuple[int, float]
    """Its rank before its score, and its score; of those that tell the same the best."""
    also: tuple[Telling, ...]
    """The others that tell the same, found or not."""


def _together(
    connection: Connection, terms: list[Term], where: str, bound: dict[str, Any], wanted: int
) -> list[_Best]:
    """The best rows, one of those that tell the same: the standing document's where it is found."""
    size = wanted * (2 if any_told_twice(connection) else 1)  # more often than twice nearly nothing is told
    while True:
        best = _best(connection, terms, where, bound | {"limit": size})
        rows = connection.exec_driver_sql(_OWNERS, {"ids": json.dumps(list(best))}).all()
        owners = {row.id: row.owner_id for row in rows}
        same = tellings(connection, {row.document_id for row in rows})
        groups: dict[str, list[int]] = {}
        for own in best:
            alike = same.get(owners[own])
            groups.setdefault(alike[0].owner_id if alike else owners[own], []).append(own)
        if len(groups) >= wanted or len(best) < size:
            break
        size *= 2
    chosen = list(groups.items())[:wanted]
    hidden = [standing for standing, found in chosen if standing not in {owners[own] for own in found}]
    if hidden:
        query = _ALSO_FOUND.format(passes=where)
        rows = connection.exec_driver_sql(query, bound | {"owners": json.dumps(hidden)}).all()
        owners |= {row.id: row.owner_id for row in rows}
    numbers = {owner: own for own, owner in owners.items()}
    return [
        _Best(
            shown,
            best[found[0]],
            tuple(o for o in same.get(owners[shown], ()) if o.owner_id != owners[shown]),
        )
        for standing, found in chosen
        for shown in (numbers.get(standing, found[0]),)
    ]


def _best(
    connection: Connection, terms: list[Term], where: str, bound: dict[str, Any]
) -> dict[int, tuple[int, float]]:
    """The best rows of `search_texts`, each with its rank before its score, and its score."""
    weights = ", ".join(map(str, WEIGHTS))
    bound |= {"many": MANY}
    steps: tuple[tuple[str, str, str], ...] = _FEW_HAVE
    if connection.exec_driver_sql(_ARE_MANY, bound).scalar():
        few_pass = where != "1" and not connection.exec_driver_sql(_MANY_PASS.format(where), bound).scalar()
        steps = _FEW_PASS if few_pass else _MANY_ARE
        bound |= {
            "in_title": within("{title_stems}", terms, joined="AND"),
            "in_decision": within("{title_stems decision_stems}", terms, joined="OR"),
        }
    for tier, looked_at, asked in steps:
        passes = "1" if where == "1" else asked.format(where)
        query = _BEST.format(tier=tier, weights=weights, looked_at=looked_at, passes=passes)
        rows = connection.exec_driver_sql(query, bound).all()
        if len(rows) == bound["limit"]:
            break
    return {own: (rank, score) for own, rank, score in rows}  # in their order


def sql_of(typed: str, limit: int = 10) -> str:
    """A question in SQL that any SQLite can be asked and that finds what a search finds, what is told twice once.

    Raises:
        NothingFound: Nothing is left to look for.
    """
    match = match_of(terms_of(typed))
    if match is None:
        raise NothingFound(f'"{typed}": holds no word to search for; write at least one')
    return _SQL.format(match=match, weights=", ".join(map(str, WEIGHTS)), limit=limit)


def _hit(connection: Connection, row: Mapping[str, Any], best: _Best, find: Finder) -> Hit:
    """A row, with the passage that holds most of the words; of several the first, so titles before texts."""
    passages = passages_of(connection, row["owner_table"], row["owner_id"])
    marks = [find(one.text) for one in passages]
    told = [
        len({one.text[b:e].lower() for b, e in found}) for one, found in zip(passages, marks, strict=True)
    ]
    fullest = told.index(max(told))
    title = f"{row['number']}. {row['item']}" if row["item"] and row["number"] else row["item"]
    names = (
        "owner_id",
        "owner_table",
        "document_id",
        "kind",
        "municipality",
        "committee",
        "outcome",
        "status",
        "file",
    )
    return Hit(
        **{name: row[name] for name in names},
        source_file_id=row["source_file_id"],
        score=round(best.rank[1], 3),
        date=None if row["date"] is None else str(row["date"]),
        title=title or passages[0].text or row["document"],
        passage=with_pages(connection, passages[fullest]).around(marks[fullest]),
        also=best.also,
    )
