"""The same meeting, plan or memo in two files: which document of the archive is told by another one too.

Nothing is taken out: both documents keep their rows. `same_as` says which document stands for the meeting, the plan or
the memo, and the views that count leave the other one out.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.archive.connection import Connection
from pipeline.archive.shapes import id_range
from pipeline.archive.views.view import identity_of

SAME_TITLES = 0.8
"""So large a part of the shorter document's titles stands in the longer one, which may have closed items too."""

SHARE = 0.5
"""And so large a part of the longer one's in the shorter: two meetings of one day share the approval of the agenda."""

ALIKE = 90.0
"""Two titles that are this alike, 0 to 100, are one title in two prints."""


@dataclass(frozen=True)
class _Told:
    """A document as it is compared."""

    id: str
    fullness: tuple[int, ...]
    words: tuple[str, ...]
    """Titles of items; what each target promises; questions."""


def same_meeting(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the titles of two documents of one committee's day are those of one meeting."""
    shorter, longer = sorted((one, other), key=len)
    shared = len(pair_words(shorter, longer))
    return bool(shorter) and shared >= SAME_TITLES * len(shorter) and shared >= SHARE * len(longer)


def same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two documents promise, or ask, the same: the same words but for the print, and the same numbers."""
    pairs = pair_words(one, other)
    if not pairs or not len(pairs) == len(one) == len(other):
        return False
    return all(_numbers(one[here]) == _numbers(other[there]) for here, there in pairs)


def pair_words(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Which texts of two documents are one text in two prints, by their places, counted from 0."""
    left = [_folded(text) for text in other]
    open_: dict[str, list[int]] = {}
    for place, text in enumerate(left):
        open_.setdefault(text, []).append(place)
    pairs, rest = [], []
    for place, text in enumerate(map(_folded, one)):
        if open_.get(text):
            pairs.append((place, open_[text].pop(0)))
        else:
            rest.append((place, text))
    if not rest:
        return pairs
    from rapidfuzz import fuzz

    free = sorted(place for places in open_.values() for place in places)
    for place, text in rest:
        near = next((n for n in free if fuzz.ratio(text, left[n], score_cutoff=ALIKE)), None)
        if near is not None:
            free.remove(near)
            pairs.append((place, near))
    return sorted(pairs)


@dataclass(frozen=True)
class _Kind:
    """Documents of which two can be one."""

    table: str
    candidates: str
    """Finds the ids, as JSON lists, of documents of one place and time, or of one title."""
    told: str
    """Finds of some documents their ids and words (a JSON list), between them what makes one fuller than another."""
    same: Callable[[Sequence[str], Sequence[str]], bool]


_CORRECTED = (
    "EXISTS (SELECT 1 FROM corrections c WHERE c.wins AND c.owner_id >= d.id AND c.owner_id < d.id || '/')"
)
"""Whether a person corrected something in a document."""

_KINDS = (
    _Kind(
        "meetings",
        f"""
SELECT json_group_array(id) FROM (
    SELECT m.id, d.municipality, {identity_of("committee", "d.municipality", "m.committee")} AS committee, m.date
    FROM meetings_now m CROSS JOIN documents_now d ON d.id = m.id
    WHERE m.date IS NOT NULL AND m.committee IS NOT NULL AND d.municipality IS NOT NULL
) GROUP BY municipality, committee, date HAVING count(*) > 1
""",
        f"""
SELECT d.id, d.kind = 'minutes', {_CORRECTED},
       (SELECT count(*) FROM decisions x JOIN items i ON i.id = x.item_id WHERE i.meeting_id = d.id),
       (SELECT count(*) FROM items WHERE meeting_id = d.id),
       (SELECT count(*) FROM attendances WHERE meeting_id = d.id),
       (SELECT json_group_array(title) FROM items_now WHERE meeting_id = d.id)
FROM documents_now d WHERE d.id IN (SELECT value FROM json_each(?))
""",
        same_meeting,
    ),
    _Kind(
        "plans",
        """
SELECT json_group_array(p.id) FROM plans_now p JOIN documents_now d ON d.id = p.id
WHERE p.year IS NOT NULL AND d.municipality IS NOT NULL
GROUP BY d.municipality, p.year, coalesce(p.last_year, p.year), coalesce(p.status, '') = 'draft' HAVING count(*) > 1
""",
        f"""
SELECT d.id, {_CORRECTED}, p.status IS NOT NULL,
       (SELECT count(*) FROM figures WHERE plan_id = d.id),
       (SELECT count(*) FROM actions a JOIN targets t ON t.id = a.target_id WHERE t.plan_id = d.id),
       (SELECT json_group_array(t.title || coalesce((SELECT group_concat(' ' || text, '') FROM
            (SELECT text FROM measures_now WHERE target_id = t.id ORDER BY ord)), ''))
        FROM targets_now t WHERE t.plan_id = d.id)
FROM documents_now d JOIN plans_now p ON p.id = d.id WHERE d.id IN (SELECT value FROM json_each(?))
""",
        same_words,
    ),
    _Kind(
        "memos",
        """
SELECT json_group_array(id) FROM documents_now WHERE kind = 'memo'
GROUP BY municipality, lower(title) HAVING count(*) > 1
""",
        f"""
SELECT d.id, {_CORRECTED},
       (SELECT count(answer) FROM questions WHERE memo_id = d.id),
       (SELECT json_group_array(question) FROM questions WHERE memo_id = d.id)
FROM documents_now d WHERE d.id IN (SELECT value FROM json_each(?))
""",
        same_words,
    ),
)

TWIN_TABLES = tuple(kind.table for kind in _KINDS)
"""The tables whose `same_as` tells which document stands for another."""


def find_twins(connection: Connection) -> None:
    """Find anew which documents tell what another document tells, and keep it.

    Of several one stands for them: minutes before an agenda, what a person corrected, then what has most decisions,
    items and people, or figures and actions, or answers; among equals the one whose id comes first, so that a re-read
    changes nothing. A draft of a plan is never the plan that was adopted, however alike they are.

    Args:
        connection: In a transaction for writing, with names linked.
    """
    for kind in _KINDS:
        connection.exec_driver_sql(f"UPDATE {kind.table} SET same_as = NULL WHERE same_as IS NOT NULL")
        found: list[Any] = []
        for (ids,) in connection.exec_driver_sql(kind.candidates).all():
            standing: list[_Told] = []
            for one in sorted(
                _told(connection, kind, ids), key=lambda one: (*(-n for n in one.fullness), one.id)
            ):
                twin = next((other for other in standing if kind.same(one.words, other.words)), None)
                if twin is None:
                    standing.append(one)
                else:
                    found.append((twin.id, one.id))
        if found:
            connection.exec_driver_sql(f"UPDATE {kind.table} SET same_as = ? WHERE id = ?", found)


def forget_twins(connection: Connection, source_id: str) -> None:
    """Let no document say that it is told by a file's record, which is taken out."""
    for table in TWIN_TABLES:
        connection.exec_driver_sql(
            f"UPDATE {table} SET same_as = NULL WHERE same_as >= ? AND same_as < ?", id_range(source_id)
        )


def _told(connection: Connection, kind: _Kind, ids: str) -> list[_Told]:
    rows = connection.exec_driver_sql(kind.told, (ids,)).all()
    return [_Told(own, tuple(fullness), tuple(json.loads(words))) for own, *fullness, words in rows]


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+", text)
