"""The head of minutes: title, committee, term, date, times, place and municipality."""

from collections.abc import Sequence
from datetime import date as Date
from typing import NamedTuple

from pipeline.danish.dates import find_dates
from pipeline.documents.minutes.circumstances import date_of, end_of, start_of
from pipeline.documents.minutes.committee import committee_of
from pipeline.documents.minutes.fields import fields_of
from pipeline.documents.minutes.meeting_place import place_of
from pipeline.documents.minutes.row import Row
from pipeline.documents.minutes.titles import LONGEST_TITLE, TITLE, kind_of, municipality_of
from pipeline.reading import places_of
from schemas.page import Line
from schemas.record import Finding
from schemas.vocabulary import FindingCode, Severity


class Head(NamedTuple):
    """What the head says; None where it does not."""

    title: str | None
    kind: str | None
    """ "minutes" or "agenda" by the document's own name."""
    municipality: str | None
    committee: str | None
    term: str | None
    date: Date | None
    start_time: str | None
    end_time: str | None
    place: str | None
    findings: tuple[Finding, ...] = ()


def read_head(
    rows: Sequence[Row],
    furniture: Sequence[Line],
    all_rows: Sequence[Row],
    labels: Sequence[tuple[str, Date | None]],
) -> Head:
    """Read the head of minutes.

    Args:
        rows: Rows before the first item.
        furniture: Running headers and footers.
        all_rows: Every row, for what only the text or the end says.
        labels: Body and date of each decision's label, as a second witness.
    """
    running = list(dict.fromkeys(" ".join(line.text.split()) for line in furniture))
    rows = _whole_title(rows)
    fields = fields_of(rows)
    title_row = next((row for row in rows if TITLE.match(row.text) and len(row.text) < LONGEST_TITLE), None)
    titles = [title_row.text] if title_row else []
    committee, committee_row, term = committee_of(rows, fields, running, labels)
    moment = date_of(rows, fields, running, labels)
    findings: tuple[Finding, ...] = ()
    if moment.weekday_differs is not None:
        findings = (
            Finding(
                code=FindingCode.date_differs,
                severity=Severity.info,
                message=f"The head says {moment.weekday_differs!r}, but that day is another weekday; check the date",
                at=places_of(moment.row.lines if moment.row else ()),
            ),
        )
    return Head(
        title=title_row.text
        if title_row
        else next((text for text in running if TITLE.fullmatch(text)), None),
        kind=kind_of([*titles, *running]),
        municipality=municipality_of(rows, running, all_rows),
        committee=committee,
        term=term,
        date=moment.date,
        start_time=start_of(rows, fields, running, moment.row, all_rows),
        end_time=end_of(rows, fields, all_rows, moment.row),
        place=place_of(rows, fields, moment.row, committee_row),
        findings=findings,
    )


def _whole_title(rows: Sequence[Row]) -> list[Row]:
    """The rows with a title over two of them in one: "… den 2." and "marts 2021", "… Byrådet 2022-" and "2025"."""
    place = next((n for n, row in enumerate(rows[:-1]) if TITLE.match(row.text)), None)
    if place is None:
        return list(rows)
    one, other = rows[place], rows[place + 1]
    close = one.page == other.page and other.top - one.bottom <= SAME_TITLE * one.size
    broken = one.text.endswith("-") or (
        not find_dates(one.text) and find_dates(f"{one.text} {other.text}") and not find_dates(other.text)
    )
    if not (close and broken and one.style == other.style and not one.column and not other.column):
        return list(rows)
    return [*rows[:place], Row([*one.lines, *other.lines]), *rows[place + 2 :]]


SAME_TITLE = 0.6
"""Sizes of white space between the lines of one title."""
