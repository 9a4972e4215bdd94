"""What other bodies or earlier meetings decided, where it is printed under an item."""

import re
from collections.abc import Iterator, Sequence
from datetime import date as Date

from pipeline.danish.absences import read_absence
from pipeline.danish.dates import find_dates
from pipeline.danish.labels import DATE
from pipeline.documents.minutes.bodies import label_date
from pipeline.documents.minutes.sections import Paragraph, Passage, paragraphs_of
from pipeline.reading import mend, places_of
from schemas.minutes import HistoryEntry
from schemas.vocabulary import Role

HISTORY_HEAD = re.compile(
    rf"^(?:(?P<date>{DATE})\s*,?:?\s+(?P<body>[A-ZÆØÅ][^.:;]{{3,80}})|(?P<body2>[A-ZÆØÅ][^.:;]{{3,80}}?),?\s*(?:den|d\.)?\s*(?P<date2>{DATE})\W*(?:(?:pkt|punkt|sag)\.?\s*(?:nr\.?\s*)?\d+)?\W*)$",
    re.IGNORECASE,
)
"""The head of one entry of a history. Matches: "17-08-2023 Børneudvalget", "Byrådet, 16.12.2014, pkt. 7"."""


def history_of(earlier: Sequence[Passage], passages: Sequence[Passage]) -> Iterator[HistoryEntry]:
    """Earlier decisions under labels of their own, and the entries of a section that tells the case's course."""
    for passage in earlier:
        entry = _entry_of(
            passage.label.body if passage.label else None, label_date(passage), paragraphs_of(passage)
        )
        if entry is not None:
            yield entry
    for passage in passages:
        if passage.role is Role.history:
            yield from _course(passage)


def _course(passage: Passage) -> Iterator[HistoryEntry]:
    body: str | None = None
    date: Date | None = None
    gathered: list[Paragraph] = []
    for row in passage.rows:
        head = HISTORY_HEAD.match(row.text) if len(row.text) < 140 else None
        if head is None:
            if body is not None:
                gathered.append(Paragraph([row], row.text, row.lines))
            continue
        entry = _entry_of(body, date, gathered) if body is not None else None
        if entry is not None:
            yield entry
        body = head["body"] or head["body2"]
        dates = find_dates(head["date"] or head["date2"])
        date = dates[0].date if dates else None
        gathered = []
    entry = _entry_of(body, date, gathered) if body is not None else None
    if entry is not None:
        yield entry


def _entry_of(body: str | None, date: Date | None, paragraphs: Sequence[Paragraph]) -> HistoryEntry | None:
    """One entry, without the lines of who was absent; None where nothing is left."""
    kept = [paragraph for paragraph in paragraphs if read_absence(paragraph.text) is None]
    text = mend(paragraph.text for paragraph in kept)
    if not text:
        return None
    return HistoryEntry(
        body=body, date=date, text=text, at=places_of(line for paragraph in kept for line in paragraph.lines)
    )
