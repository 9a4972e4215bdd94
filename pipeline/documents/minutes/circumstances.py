"""When a meeting was held: date and times of a head."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date as Date
from typing import NamedTuple

from pipeline.danish.dates import DateMention, find_dates, find_days, find_span, find_times, weekday_of
from pipeline.danish.labels import head_kind
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.fields import Field
from pipeline.documents.minutes.row import Row
from pipeline.documents.minutes.titles import TITLE

LONGEST = 200
"""A row of more characters is text, and no line of a head."""

FIRST_ROWS = 15
"""Among so many rows a date beside "møde", a weekday or a time is the meeting's, whatever dates stand before it."""

OTHER_DATE = Pattern(
    "head-other-date",
    r"godkendt\s+d|udsendt|udskrevet|næste\s+møde|offentligg|underskrevet|redigeret|frist|senest|oprettet|\bpr\.|printet|sidst\s+ændret|version|jf\.|lov\b|bekendtgørelse",
    matches=["Godkendt den 3. maj 2016", "Udskrevet 03-05-2016", "Næste møde: 7. juni", "jf. lov om"],
    not_matches=["Tirsdag den 3. maj 2016", "Mødedato: 03-05-2016"],
)
"""Words by which a date of the head is another than the meeting's."""


class Moment(NamedTuple):
    """The meeting's date, and how it was told."""

    date: Date | None
    row: Row | None
    """Where the head prints it."""
    weekday_differs: str | None = None
    """The words, where the weekday printed before it is another than the date's."""


def date_of(
    rows: Sequence[Row],
    fields: Sequence[Field],
    running: Sequence[str],
    labels: Sequence[tuple[str, Date | None]],
) -> Moment:
    """The meeting's date: a label's value, a line of the head, a running header, or the decisions' labels.

    Args:
        rows: Before the first item.
        fields: The same, as labels and values.
        running: Running headers and footers.
        labels: Body and date of each decision's label, as a second witness.
    """
    dates = Counter(date for _, date in labels if date)
    year = _year(rows, running, dates)
    for one in sorted((one for one in fields if one.kind in DATED), key=_how_plainly):
        if not OTHER_DATE.search(f"{one.label} {one.text}"):
            found = _first(one.text, year, labelled=True)
            if found is not None:
                return Moment(found.date, _row_of(rows, one), _weekday(one.text, found))
    shown = [row for row in rows[:40] if len(row.text) < LONGEST and not OTHER_DATE.search(row.text)]
    for row in sorted(shown, key=lambda row: not (_tells_meeting(row.text) and row in shown[:FIRST_ROWS])):
        found = _first(row.text, year)
        if found is not None:
            return Moment(found.date, row, _weekday(row.text, found))
    for text in running:
        found = _first(text, year) if not OTHER_DATE.search(text) else None
        if found is not None:
            return Moment(found.date, None, _weekday(text, found))
    if dates:
        best = dates.most_common(1)[0][1]
        return Moment(max(date for date, count in dates.items() if count == best), None)
    return Moment(None, None)


DATED = ("date", "time", "other")
"""Kinds of labels whose value may tell the meeting's date, the plainest first."""


def _how_plainly(one: Field) -> int:
    """How plainly a label's value tells the meeting's date, 0 the most: a bare "Dato" may be the letter's."""
    if one.kind == "date" and (MEETING_WORDS.search(one.label) or find_times(one.text)):
        return 0
    if one.kind == "time" and find_times(one.text):
        return 1
    return 2 + DATED.index(one.kind or "other")


def _row_of(rows: Sequence[Row], one: Field) -> Row | None:
    """The row in which a field's value begins."""
    line = one.lines[0]
    return next(
        (row for row in rows if any(own.page == line.page and own.row == line.row for own in row.lines)),
        one.row,
    )


MEETING_WORDS = Pattern(
    "head-meeting-words",
    r"\bmøde|(?:man|tirs|ons|tors|fre|lør|søn)dag\b|\bkl\.?\s*\d",
    matches=["Møde nr. 4", "tirsdag", "kl. 16"],
    not_matches=["Oprettet 03-05-2016", "klasse 3"],
)
"""Words by which a date is most likely the meeting's."""


def _tells_meeting(text: str) -> bool:
    return bool(MEETING_WORDS.search(text) or TITLE.match(text))


def _first(text: str, year: int | None, *, labelled: bool = False) -> DateMention | None:
    """The first date of a text: whole, of a span of days, or of a day whose year is told elsewhere."""
    found = find_span(text) or next(iter(find_dates(text)), None)
    if found is None and labelled:
        found = next(iter(find_dates(f"den {text}")), None)
        if found is not None:
            return found._replace(start=max(0, found.start - 4), end=found.end - 4)
    if found is None and year is not None and (labelled or _tells_meeting(text)):
        found = next(iter(find_days(text, year)), None)
        if found is not None and _weekday(text, found) is not None:
            return None
    return found


def _year(rows: Sequence[Row], running: Sequence[str], dates: Counter[Date]) -> int | None:
    """The one year that the head or the decisions' labels name."""
    if dates:
        return dates.most_common(1)[0][0].year
    texts = [row.text for row in rows[:15] if len(row.text) < 90] + list(running)
    years = {
        int(match[1])
        for text in texts
        if not re.search(r"(?:19|20)\d\d\s*[-–/]\s*(?:19|20)?\d\d", text)
        for match in re.finditer(r"(?<![\d/.-])((?:19|20)\d\d)(?![\d/-])", text)
    }
    return years.pop() if len(years) == 1 else None


def _weekday(text: str, found: DateMention) -> str | None:
    said = weekday_of(text[: found.start])
    return text[: found.end].strip() if said is not None and said != found.date.weekday() else None


# Times

END = Pattern(
    "meeting-ended",
    r"(?:møde(?:t|ts)?\s+(?:blev\s+|er\s+)?(?:hævet|slutte(?:t|de)?|afslutte(?:t|des|de)|slut|hævedes|lukket|ophørte|afslutning)"
    r"|sluttidspunkt|sluttid|\bhævet|mødeafslutning|mødeslut|og\s+(?:sluttede|hævet))\s*:?\s*(?:d\.[^k]{0,20}|den[^k]{0,25})?(?:kl(?:okken|\.)?\s*:?\s*)?(?P<time>\d{1,2}[.:,]?\d{0,2})(?!\d)",
    matches=[
        "Mødet hævet kl. 19.10",
        "mødet hævet kl.: 20.35",
        "Mødet sluttede kl. 19",
        "Sluttidspunkt: 18:15",
    ],
    not_matches=["Mødet begyndte kl. 15.30", "hævet erstatning"],
    needs=("møde", "hævet", "sluttid", "sluttede"),
)
"""When the meeting ended."""


def start_of(
    rows: Sequence[Row],
    fields: Sequence[Field],
    running: Sequence[str],
    row: Row | None,
    all_rows: Sequence[Row],
) -> str | None:
    """When the meeting began: "16:30"."""
    for kind in ("time", "date"):
        for one in fields:
            found = times_in(one.text, labelled=kind == "time") if one.kind == kind else []
            if found:
                return found[0]
    texts = [row.text] if row is not None else []
    texts += [one.text for one in rows[:40] if len(one.text) < LONGEST]
    for text in texts:
        if head_kind(text.split(":")[0]) == "end" or _absence_told(text):
            continue
        found = times_in(END.sub(" ", text))
        if found:
            return found[0]
    for text in running:
        found = times_in(text)
        if found:
            return found[0]
    for text in (each.text for each in (*all_rows[:60], *all_rows[-60:])):
        began = BEGAN.search(text) if len(text) < LONGEST else None
        if began is not None:
            return times_in(f"kl. {began['time']}")[0]
    return None


BEGAN = Pattern(
    "meeting-began",
    r"\bmødet\s+(?:blev\s+)?(?:startede|startet|begyndte|begyndt|åbnede|åbnet|indledtes)\s+(?:kl\.?|klokken)\s*(?P<time>\d{1,2}[.:]\d\d)\b",
    matches=["Mødet startede kl. 15.30 og sluttede kl. 16.45."],
    not_matches=["Mødet sluttede kl. 16.45", "arbejdet begyndte kl. 15.30"],
)
"""When it began, in a sentence of the text or the end."""


def _absence_told(text: str) -> bool:
    return re.search(r"\b(?:forlod|ankom|deltog|mødte|gik|kom)\b", text) is not None


def times_in(text: str, *, labelled: bool = False) -> list[str]:
    """The times of day in a text; behind a label "16.30" and "16" need no "kl."."""
    text = re.sub(r"(?<=\d),(?=\d\d\b)", ".", text) if re.search(r"(?i:kl)", text) or labelled else text
    text = re.sub(r"(?i:\bkl\.?\s*)([01]\d|2[0-3])([0-5]\d)(?!\d)", r"kl. \1.\2", text)
    found = find_times(text)
    if not found and labelled:
        bare = re.sub(r"^.*\d{4}[\s,-]*", "", text)
        found = find_times(f"kl. {bare}")
    return [one.time for one in found]


def end_of(
    rows: Sequence[Row], fields: Sequence[Field], all_rows: Sequence[Row], row: Row | None
) -> str | None:
    """When the meeting ended: under its label, in a sentence of the head or at the end, or behind the beginning."""
    for one in fields:
        if one.kind == "end":
            found = times_in(one.text, labelled=True)
            if found:
                return found[0]
    for one_row in (*rows[:40], *reversed(all_rows[-60:])):
        match = END.search(one_row.text)
        if match and len(one_row.text) < LONGEST:
            found = times_in(f"kl. {match['time']}")
            if found:
                return found[0]
    for one in fields:
        found = times_in(one.text, labelled=True) if one.kind == "time" else []
        if len(found) == 2 and found[1] > found[0]:
            return found[1]
    spans = [one.text for one in fields if one.kind == "date"]
    spans += [row.text] if row is not None else []
    spans += [
        one.text
        for one in rows[:25]
        if len(one.text) < 100 and _tells_meeting(one.text) and not _absence_told(one.text)
    ]
    for text in spans:
        found = times_in(text)
        if len(found) == 2 and found[1] > found[0]:
            return found[1]
    return None
