"""The plans that an archive holds, and the decisions about them."""

import json
from dataclasses import dataclass

from pipeline.archive.load import Archive
from pipeline.archive.standing import Ruling, corrected_plan
from schemas.plan import Plan


@dataclass(frozen=True, slots=True)
class PlanHeld:
    """A plan in the archive, without its promises."""

    id: str
    """Of the document."""
    ord: int
    """Which document of its file, counted from 0."""
    municipality: str | None
    year: int | None
    last_year: int | None
    status: str | None
    targets: int
    """How many it has."""
    file: str
    sha256: str
    source_id: str
    """The file's id."""
    same_as: str | None
    """The document that tells the same plan in its place; null for nearly all."""
    paths: tuple[str, ...]
    """Where files of this content lay when they were read."""

    def covers(self, year: int) -> bool:
        """Whether it is for a year."""
        return self.year is not None and self.year <= year <= (self.last_year or self.year)


@dataclass(frozen=True, slots=True)
class DecisionHeld:
    """A decision about an item whose title or attachments name a plan."""

    meeting: str
    """The id of the minutes."""
    committee: str | None
    date: str | None
    item: str | None
    title: str
    attachments: tuple[str, ...]
    text: str
    outcome: str
    body: str | None
    file: str
    sha256: str
    paths: tuple[str, ...]
    """Where files of this content lay when they were read."""
    at: tuple[tuple[int, float, float, float, float], ...]
    """Page and box of each place of the decision."""


_PLANS = """
SELECT d.id, d.ord, d.municipality, p.year, p.last_year, p.status,
       (SELECT count(*) FROM targets t WHERE t.plan_id = d.id) AS targets, f.file, f.sha256,
       f.id AS source_id, p.same_as,
       (SELECT json_group_array(path) FROM source_names n WHERE n.source_file_id = f.id) AS paths
FROM plans_now p JOIN documents_now d ON d.id = p.id JOIN source_files f ON f.id = d.source_file_id
WHERE d.kind = 'plan' ORDER BY d.municipality, p.year, f.file, d.ord
"""

_DECISIONS = """
SELECT m.id, m.committee, coalesce(c.date, m.date) AS date, i.number, i.title,
       (SELECT json_group_array(title) FROM attachments a WHERE a.item_id = i.id) AS attachments,
       c.id AS decision, c.text, c.outcome, c.body, f.file, f.sha256,
       (SELECT json_group_array(path) FROM source_names n WHERE n.source_file_id = f.id) AS paths
FROM items_now i JOIN decisions_now c ON c.item_id = i.id JOIN meetings_now m ON m.id = i.meeting_id
JOIN documents_now d ON d.id = m.id JOIN source_files f ON f.id = d.source_file_id
WHERE d.municipality = :municipality AND m.same_as IS NULL AND (
    lower(i.title) LIKE :words
    OR EXISTS (SELECT 1 FROM attachments a WHERE a.item_id = i.id AND lower(a.title) LIKE :words))
ORDER BY date, m.id, i.ord
"""

_PLACES = "SELECT page, x0, top, x1, bottom FROM places WHERE owner_id = ? AND field = 'at' ORDER BY ord"


def plans_held(archive: Archive) -> list[PlanHeld]:
    """All plans, by municipality and year."""
    with archive.transaction() as connection:
        rows = connection.exec_driver_sql(_PLANS).mappings().all()
    return [PlanHeld(**row | {"paths": tuple(json.loads(row["paths"]))}) for row in map(dict, rows)]


def read_plan(archive: Archive, held: PlanHeld) -> tuple[Plan, list[Ruling]]:
    """A plan as people corrected it, and what they corrected; see `corrected_plan`."""
    with archive.transaction() as connection:
        return corrected_plan(connection, held.id, held.source_id, held.ord)


def decisions_on(archive: Archive, municipality: str, words: str) -> list[DecisionHeld]:
    """A municipality's decisions about items whose title or attachments hold some words, oldest first.

    Args:
        archive: Where to look.
        municipality: As the archive spells it.
        words: In small letters.
    """
    marks = {"municipality": municipality, "words": f"%{words}%"}
    with archive.transaction() as connection:
        rows = connection.exec_driver_sql(_DECISIONS, marks).all()
        return [
            DecisionHeld(
                row.id, row.committee, row.date, row.number, row.title, tuple(json.loads(row.attachments)), row.text,
                row.outcome, row.body, row.file, row.sha256, tuple(json.loads(row.paths)),
                tuple(tuple(place) for place in connection.exec_driver_sql(_PLACES, (row.decision,))),
            )
            for row in rows
        ]  # fmt: skip
