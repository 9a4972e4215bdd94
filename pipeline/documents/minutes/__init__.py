"""Minutes and agendas: from a part's lines to items, decisions and attendance. `read_minutes` is the way in.

Lines become rows (`rows`, `numbered_sections`; of minutes that are one table `item_table`). Which of them are labels
depends on the type in which this document sets its labels (`labelling`). The outline tells where each item begins
(`outline`): by all that speaks for a heading (`heading_signs`, `heading_rows`), by the list of contents (`contents`),
or by other signs where no number tells (`unnumbered`, `groups`, `own_form`). An item's rows are cut into sections
(`sections`) and put together (`items`, with `marks`, `proposing`, `history`, `attachments`, `citing`). What stands
before the first item is the head (`head`: its `fields`, `committee`, `circumstances`, `titles`); it, the items and the
signatures tell who was there (`roll`, `namelists`, `attendance`, `signatures`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date as Date

from pipeline.danish.dates import find_dates
from pipeline.danish.language import Language
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.attendance import attendance_of
from pipeline.documents.minutes.footnotes import without_footnotes
from pipeline.documents.minutes.head import read_head
from pipeline.documents.minutes.item_table import tabled_items
from pipeline.documents.minutes.items import Context, read_item
from pipeline.documents.minutes.labelling import Typography, label_of, typography_of
from pipeline.documents.minutes.marks import is_record
from pipeline.documents.minutes.numbered_sections import without_section_numbers
from pipeline.documents.minutes.order import treated_order
from pipeline.documents.minutes.outline import outline_of
from pipeline.documents.minutes.roll import read_roll
from pipeline.documents.minutes.row import Row
from pipeline.documents.minutes.rows import rows_of
from pipeline.documents.minutes.signatures import closing_from
from pipeline.documents.minutes.web import without_links
from pipeline.reading import boxes_by_page, is_of_browser
from schemas.minutes import Minutes
from schemas.page import Part
from schemas.place import Evidence
from schemas.record import Finding
from schemas.vocabulary import FindingCode, Kind, Role, Severity

__all__ = ["MinutesReading", "read_minutes"]


@dataclass(slots=True)
class MinutesReading:
    """Minutes, and what else was read with them."""

    minutes: Minutes
    findings: list[Finding] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    """Paths count from the document's own root: "/items/2/title"."""


def _rows(part: Part) -> list[Row]:
    """A document's rows; where its items are a table's, as if each stood by itself."""
    table = tabled_items(part)
    return [*rows_of(table.before), *table.rows, *rows_of(table.behind)] if table else rows_of(part.lines)


def read_minutes(part: Part, language: Language | None = None) -> MinutesReading:
    """Read the minutes or the agenda of one meeting.

    Args:
        part: The pages of one document.
        language: A model, for names that no rule tells; None reads by rules alone.
    """
    rows = without_section_numbers(without_links(_rows(part)))
    typography = typography_of(rows)
    rows, notes = without_footnotes(rows, typography.body)
    outline = outline_of(rows, typography)
    labels = _decision_labels(rows, typography)
    furniture = [line for page in part.pages for line in page.running if not is_of_browser(line.text)]
    head = read_head(outline.head, furniture, rows, labels)
    if outline.items:
        last = outline.items[-1]
        start = closing_from(last.rows)
        last.rows, outline.tail = last.rows[:start], [*last.rows[start:], *outline.tail]
    printed = [item.heading.number for item in outline.items if item.heading.number]
    roll = read_roll(outline.head, outline.tail, printed)
    minutes = head.kind != "agenda" if head.kind else part.kind is not Kind.agenda
    members = tuple(p.name for p, _ in roll.members)
    labelled = bool(labels) and any(
        date in (None, head.date)
        for item in outline.items
        for _, date in _decision_labels(item.rows, typography)
    )
    records = not labelled and sum(any(map(is_record, item.rows)) for item in outline.items) >= MIN_RECORDS
    context = Context(
        head.committee, head.date, typography, members, language, minutes, labelled, records, notes
    )
    readings = [read_item(item, position, context) for position, item in enumerate(outline.items)]
    absences = [absence for reading in readings for absence in reading.absences]
    told = {place for place, one in enumerate(readings) if one.item.decision or one.item.absent}
    attendance = attendance_of(roll, absences, told)
    numbers = [reading.item.number for reading in readings if reading.item.number]
    said = [reading.item.decision.text for reading in readings if reading.item.decision]
    decided = any(reading.item.decision for reading in readings)
    minutes = minutes or (decided and head.kind is None)
    result = Minutes(
        kind="minutes" if minutes and (decided or part.kind is not Kind.agenda) else "agenda",
        pages=(part.first, part.last),
        title=head.title or ("Referat" if minutes else "Dagsorden"),
        municipality=head.municipality,
        committee=head.committee,
        term=head.term,
        date=head.date,
        start_time=head.start_time,
        end_time=head.end_time,
        place=head.place,
        items=tuple(reading.item for reading in readings),
        attendance=attendance,
        treated_order=treated_order(said, numbers),
        at=boxes_by_page(part.lines),
    )
    findings = [*head.findings, *(finding for reading in readings for finding in reading.findings)]
    if not readings:
        cancelled = any(CANCELLED.match(row.text) for row in rows)
        findings.append(
            Finding(
                code=FindingCode.empty_result,
                severity=Severity.info if cancelled else Severity.error,
                message="The meeting was cancelled: there are no items"
                if cancelled
                else "No agenda item was found in the minutes; "
                "look at the pages, and file the layout with an answer",
            )
        )
    return MinutesReading(result, findings, [entry for reading in readings for entry in reading.evidence])


MIN_RECORDS = 2
"""In so many items "Referat" stands over what was decided; in one it may be the title of what is bound in."""


CANCELLED = Pattern(
    "meeting-cancelled",
    r"^(?:mødet|udvalgsmødet|rådsmødet)\s+(?:er|blev|var)?\s*aflyst\b|^aflyst(?:\s+møde)?\W*$",
    matches=["Mødet er aflyst.", "Mødet blev aflyst på grund af sygdom", "AFLYST", "Aflyst møde"],
    not_matches=["Mødet den 3. maj er aflyst", "Aflysning af mødet"],
)
"""A row that says that there was no meeting."""


def _decision_labels(rows: Sequence[Row], typography: Typography) -> list[tuple[str, Date | None]]:
    """Body and date of each decision label, for the head to compare with."""
    found = []
    for row in rows:
        labelled = label_of(row, typography)
        if labelled is not None and labelled.label.role is Role.decision:
            dates = find_dates(labelled.label.tail) if labelled.label.tail else []
            found.append((labelled.label.body or "", dates[0].date if dates else None))
    return found
