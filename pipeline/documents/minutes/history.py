"""What other bodies or earlier meetings decided, where it is printed under an item."""

import re
from collections.abc import Iterator, Sequence
from datetime import date as Date

from pipeline.danish.absences import read_absence
from pipeline.danish.dates import find_dates
from pipeline.danish.labels import DATE, read_label
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.bodies import label_date
from pipeline.documents.minutes.committee import body_in, is_body
from pipeline.documents.minutes.sections import Paragraph, Passage, paragraphs_of
from pipeline.reading import lines_with, mend, places_of
from schemas.minutes import HistoryEntry
from schemas.vocabulary import Role

HISTORY_HEAD = Pattern(
    "history-head",
    rf"^(?:(?P<date>{DATE})\s*,?:?\s+(?P<body>[A-ZÆØÅ][^.:;]{{3,80}})|(?P<body2>[A-ZÆØÅ][^.:;]{{3,80}}?),?\s*(?:den|d\.)?\s*(?P<date2>{DATE})\W*(?:(?:pkt|punkt|sag)\.?\s*(?:nr\.?\s*)?\d+)?\W*)$",
    matches=["17-08-2023 Børneudvalget", "Byrådet, 16.12.2014, pkt. 7", "Teknisk Udvalg den 3. maj 2016"],
    not_matches=["Byrådet", "Byrådet godkendte den 3. maj 2016 indstillingen"],
)
"""The head of one entry of a history."""


FIELDS_HEAD = Pattern(
    "history-fields-head",
    rf"^(?:udvalg|råd|forum|instans)\s*:\s*(?P<body>[A-ZÆØÅ].{{2,80}}?)(?:[\s,]+dato\s*:\s*(?P<date>{DATE}))?(?:[\s,]+(?:punkt\w*|pkt\.?)\s*:\s*\d+)?$",
    matches=["Udvalg: Børneudvalget", "Udvalg: Byrådet Dato: 02.11.2023 Punktnummer: 7"],
    not_matches=["Udvalget: 3 medlemmer", "Dato: 02.11.2023"],
)
"""The same in fields."""

FIELD_BELOW = Pattern(
    "history-field-below",
    rf"^(?:dato\s*:\s*(?P<date>{DATE})|(?:punkt\w*|pkt\.?)\s*:\s*\d+)$",
    matches=["Dato: 02.11.2023", "Punktnummer: 7"],
    not_matches=["Udvalg: Byrådet", "Dato: ukendt"],
)
"""The fields below it, each on a row."""


INLINE_HEAD = Pattern(
    "history-entry-on-one-row",
    rf"^(?P<body>[A-ZÆØÅ][^.:;]{{3,80}}?),?\s*(?:den|d\.)?\s*(?P<date>{DATE})\s*:\s+(?P<text>\S.*)$",
    matches=["Økonomiudvalget den 18-03-2008: Anbefales."],
    not_matches=["Økonomiudvalget den 18-03-2008", "Beslutning: Anbefales."],
    flags=re.NOFLAG,
)
"""An entry on one row."""


def history_of(earlier: Sequence[Passage], passages: Sequence[Passage]) -> Iterator[HistoryEntry]:
    """Earlier decisions under labels of their own, and the entries of a section that tells the case's course."""
    for passage in earlier:
        entry = _entry_of(
            passage.label.body if passage.label else None, label_date(passage), paragraphs_of(passage)
        )
        if entry is not None:
            yield entry
    for passage in passages:
        if passage.role is Role.history or (
            passage.role is Role.procedure and any(FIELDS_HEAD.match(row.text) for row in passage.rows)
        ):
            yield from _course(passage)


def _course(passage: Passage) -> Iterator[HistoryEntry]:
    body: str | None = None
    date: Date | None = None
    gathered: list[Paragraph] = []
    for row in passage.rows:
        if (field := FIELD_BELOW.match(row.text)) is not None:
            dates = find_dates(field["date"]) if field["date"] else []
            date = dates[0].date if dates else date
            continue
        head, text = _head_of(row.text), ""
        if head is None and (inline := INLINE_HEAD.match(row.text)) and is_body(inline["body"]):
            head, text = (inline["body"], find_dates(inline["date"])[0].date), inline["text"]
        if head is None:
            if body is not None:
                gathered.append(Paragraph([row], row.text, row.lines))
            continue
        entry = _entry_of(body, date, gathered) if body is not None else None
        if entry is not None:
            yield entry
        body, date = head
        gathered = [Paragraph([row], text, lines_with(row.lines, text) or row.lines)] if text else []
    entry = _entry_of(body, date, gathered) if body is not None else None
    if entry is not None:
        yield entry


def _head_of(text: str) -> tuple[str | None, Date | None] | None:
    """Body and date of the row with which an entry begins; None for any other row."""
    if len(text) >= 140:
        return None
    label = read_label(text)
    if label is not None and label.role is Role.decision and label.body and label.tail:
        dates = find_dates(label.tail)
        return label.body, dates[0].date if dates else None
    head = FIELDS_HEAD.match(text) or HISTORY_HEAD.match(text)
    if head is None:
        return None
    found = head.groupdict()
    if found.get("body2") and not _names_body(found["body2"]):
        return None  # "Sagen blev udsat i byrådets møde den 28. august 2019." is what was decided
    dates = find_dates(found["date"] or found.get("date2") or "")
    return found["body"] or found["body2"], dates[0].date if dates else None


FEW_WORDS = 6
"""So many words name a body and its meeting ("Behandlet i Kulturudvalgets møde"); more are a sentence."""


def _names_body(text: str) -> bool:
    return is_body(text) or (len(text.split()) <= FEW_WORDS and body_in(text) is not None)


def _entry_of(body: str | None, date: Date | None, paragraphs: Sequence[Paragraph]) -> HistoryEntry | None:
    """One entry, without the lines of who was absent; None where nothing is left."""
    kept = [paragraph for paragraph in paragraphs if read_absence(paragraph.text) is None]
    text = mend(paragraph.text for paragraph in kept)
    if not text:
        return None
    return HistoryEntry(
        body=body, date=date, text=text, at=places_of(line for paragraph in kept for line in paragraph.lines)
    )
