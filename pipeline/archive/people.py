"""People and committees are one each: which spellings are taken for one, which are offered to a person.

Nothing is merged: every row keeps its spelling, and `identities` tells whom a spelling means. A link is made by itself
only where nothing but the writing differs; all other likeness is offered. What a person decided is kept apart, by the
spellings themselves, so that it survives every re-read.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.archive.connection import Connection
from pipeline.archive.spellings import Likeness, NameKind, committees_alike, fullness, people_alike

_NAMES: dict[NameKind, str] = {
    "person": """
        SELECT municipality, name, count(*) FROM (
            SELECT coalesce(d.municipality, '') AS municipality, a.name FROM attendances_now a
            JOIN documents_now d ON d.id = a.meeting_id
            UNION ALL SELECT coalesce(d.municipality, ''), b.name FROM absences b JOIN items i ON i.id = b.item_id
            JOIN documents_now d ON d.id = i.meeting_id
            UNION ALL SELECT coalesce(d.municipality, ''), v.voter FROM votes v
            JOIN vote_events e ON e.id = v.vote_event_id JOIN decisions x ON x.id = e.decision_id
            JOIN items i ON i.id = x.item_id JOIN documents_now d ON d.id = i.meeting_id WHERE v.voter LIKE '% %'
            UNION ALL SELECT coalesce(d.municipality, ''), i.raised_by FROM items_now i
            JOIN documents_now d ON d.id = i.meeting_id WHERE i.raised_by LIKE '% %'
            UNION ALL SELECT coalesce(d.municipality, ''), m.asked_by FROM memos m
            JOIN documents_now d ON d.id = m.id WHERE m.asked_by LIKE '% %'
        ) WHERE name IS NOT NULL GROUP BY municipality, name""",
    "committee": """
        SELECT municipality, name, count(*) FROM (
            SELECT coalesce(d.municipality, '') AS municipality, m.committee AS name FROM meetings_now m
            JOIN documents_now d ON d.id = m.id
            UNION ALL SELECT coalesce(d.municipality, ''), x.body FROM decisions_now x JOIN items i ON i.id = x.item_id
            JOIN documents_now d ON d.id = i.meeting_id
            UNION ALL SELECT coalesce(d.municipality, ''), h.body FROM history h JOIN items i ON i.id = h.item_id
            JOIN documents_now d ON d.id = i.meeting_id
        ) WHERE name IS NOT NULL GROUP BY municipality, name""",
}
"""All spellings with how often each stands, by municipality."""


@dataclass(frozen=True)
class Link:
    """Two spellings that may be one."""

    kind: NameKind
    municipality: str
    name_a: str
    """The alphabetically first."""
    name_b: str
    score: float
    """How alike, 0 to 100."""
    why: str
    status: str
    """"linked", "offered", "confirmed" or "split"."""


def link_names(connection: Connection) -> list[Link]:
    """Find anew which spellings are one, and keep it.

    Args:
        connection: In a transaction for writing.

    Returns:
        All links, also those that a person decided.
    """
    connection.exec_driver_sql("DELETE FROM name_links")
    connection.exec_driver_sql("DELETE FROM identities")
    links: list[Link] = []
    for kind in _NAMES:
        by_place: dict[str, dict[str, int]] = defaultdict(dict)
        for municipality, name, mentions in connection.exec_driver_sql(_NAMES[kind]):
            by_place[municipality][name] = mentions
        decided = _decided(connection, kind)
        for municipality, names in by_place.items():
            found = _links(kind, municipality, sorted(names), decided)
            links += found
            _keep_identities(connection, kind, municipality, names, found)
    if links:
        connection.exec_driver_sql(
            "INSERT INTO name_links (kind, municipality, name_a, name_b, score, why, status) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (one.kind, one.municipality, one.name_a, one.name_b, one.score, one.why, one.status)
                for one in links
            ],
        )
    return links


def _decided(connection: Connection, kind: NameKind) -> dict[tuple[str, str, str], bool]:
    query = "SELECT municipality, name_a, name_b, same FROM name_decisions WHERE kind = ?"
    return {(m, a, b): bool(same) for m, a, b, same in connection.exec_driver_sql(query, (kind,))}


def _links(
    kind: NameKind, municipality: str, names: Sequence[str], decided: dict[tuple[str, str, str], bool]
) -> list[Link]:
    alike: Iterable[Likeness] = people_alike(names) if kind == "person" else committees_alike(names)
    found = {(one.name_a, one.name_b): one for one in alike}
    there = set(names)
    for place, a, b in decided:
        if place == municipality and {a, b} <= there:
            found.setdefault((a, b), Likeness(a, b, 0.0, "said by a person", sure=False))
    links = []
    for (a, b), one in sorted(found.items()):
        verdict = decided.get((municipality, a, b))
        status = (
            "confirmed" if verdict else "split" if verdict is False else "linked" if one.sure else "offered"
        )
        links.append(Link(kind, municipality, a, b, one.score, one.why, status))
    return links


def _keep_identities(
    connection: Connection, kind: NameKind, municipality: str, names: dict[str, int], links: Sequence[Link]
) -> None:
    """Group the spellings that are one, and name each group by its best spelling.

    A split between two spellings keeps their groups apart, whatever else would join them.
    """
    group = {name: {name} for name in names}
    apart = {(one.name_a, one.name_b) for one in links if one.status == "split"}
    joined = sorted(
        (one for one in links if one.status in ("linked", "confirmed")),
        key=lambda one: (one.status, -one.score),
    )
    for link in joined:
        a, b = group[link.name_a], group[link.name_b]
        if a is b or any((min(x, y), max(x, y)) in apart for x in a for y in b):
            continue
        a |= b
        for name in b:
            group[name] = a
    cells = [
        (
            kind,
            municipality,
            name,
            max(group[name], key=lambda n: (fullness(kind, n), names[n], len(n), n)),
            names[name],
        )
        for name in names
    ]
    if cells:
        connection.exec_driver_sql(
            "INSERT INTO identities (kind, municipality, name, identity, mentions) VALUES (?, ?, ?, ?, ?)",
            cells,
        )
