"""The same meeting in two files: which meeting of the archive is told by another document too, fuller or as full.

Nothing is taken out: both documents keep their rows. `meetings.same_as` says which document stands for the meeting, and
the views that count leave the other one out.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from pipeline.archive.connection import Connection
from pipeline.archive.views.view import identity_of

SAME_TITLES = 0.8
"""So large a part of the shorter document's titles stands in the longer one, which may have closed items too."""

SHARE = 0.5
"""And so large a part of the longer one's in the shorter: two meetings of one day share the approval of the agenda."""

ALIKE = 90.0
"""Two titles that are this alike, 0 to 100, are one title in two prints."""

_CANDIDATES = f"""
SELECT json_group_array(id) FROM (
    SELECT m.id, d.municipality, {identity_of("committee", "d.municipality", "m.committee")} AS committee, m.date
    FROM meetings_now m CROSS JOIN documents_now d ON d.id = m.id
    WHERE m.date IS NOT NULL AND m.committee IS NOT NULL AND d.municipality IS NOT NULL
) GROUP BY municipality, committee, date HAVING count(*) > 1
"""
"""Documents of one committee of one municipality on one day."""

_TOLD = """
SELECT d.id, d.kind = 'minutes' AS minutes,
       EXISTS (SELECT 1 FROM corrections c JOIN items i ON i.meeting_id = d.id
               LEFT JOIN decisions x ON x.item_id = i.id
               WHERE c.wins AND c.owner_id IN (d.id, i.id, x.id)) AS corrected,
       (SELECT count(*) FROM decisions x JOIN items i ON i.id = x.item_id WHERE i.meeting_id = d.id) AS decisions,
       (SELECT count(*) FROM attendances WHERE meeting_id = d.id) AS people,
       (SELECT json_group_array(title) FROM items_now WHERE meeting_id = d.id) AS titles
FROM documents_now d WHERE d.id IN (SELECT value FROM json_each(?))
"""


@dataclass(frozen=True)
class _Told:
    """A document about a meeting."""

    id: str
    fullness: tuple[int, ...]
    titles: tuple[str, ...]


def find_twins(connection: Connection) -> None:
    """Find anew which documents tell of a meeting that another document tells of, and keep it.

    Of several the one stands for the meeting that is minutes, that a person corrected, that has most decisions, items
    and people; among equals the one whose id comes first, so that a re-read changes nothing.

    Args:
        connection: In a transaction for writing, with names linked.
    """
    connection.exec_driver_sql("UPDATE meetings SET same_as = NULL WHERE same_as IS NOT NULL")
    found: list[tuple[str, str]] = []
    for (ids,) in connection.exec_driver_sql(_CANDIDATES).all():
        told = [_told(row) for row in connection.exec_driver_sql(_TOLD, (ids,))]
        standing: list[_Told] = []
        for one in sorted(told, key=lambda one: (*(-n for n in one.fullness), one.id)):
            for other in standing:
                if same_meeting(one.titles, other.titles):
                    found.append((other.id, one.id))
                    break
            else:
                standing.append(one)
    if found:
        connection.exec_driver_sql("UPDATE meetings SET same_as = ? WHERE id = ?", found)


def same_meeting(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the titles of two documents of one committee's day are those of one meeting."""
    shorter, longer = sorted((list(one), list(other)), key=len)
    if not shorter:
        return False
    left = [_folded(title) for title in longer]
    shared = 0
    for title in map(_folded, shorter):
        if title in left:
            left.remove(title)
            shared += 1
        elif near := next((x for x in left if fuzz.ratio(title, x, score_cutoff=ALIKE)), None):
            left.remove(near)
            shared += 1
    return shared >= SAME_TITLES * len(shorter) and shared >= SHARE * len(longer)


def _told(row: Any) -> _Told:
    titles = tuple(json.loads(row.titles))
    return _Told(row.id, (row.minutes, row.corrected, row.decisions, len(titles), row.people), titles)


def _folded(title: str) -> str:
    return re.sub(r"\W+", " ", title).strip().lower()
