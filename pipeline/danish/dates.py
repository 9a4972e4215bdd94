"""Dates and times of day in running text and in a meeting's head, in every form that the minutes print."""

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.danish.pattern import Pattern

CENTURY = 2000
"""Added to a year of two digits; the electronic minutes begin in the nineties, and there years are printed
whole."""

FIRST_YEAR, LAST_YEAR = 1850, 2100
"""Outside these a number is no year of a date."""

MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""A month by its first three letters."""

MONTH = (
    r"(?P<month>januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec)\b)"
)

DATE_WORDS = Pattern(
    "date-words",
    rf"(?<![\d.,/-])(?P<day>\d{{1,2}})\s?(?:\.\s?|-\s?|\s){MONTH}\.?(?:\s?-\s?|,?\s+)(?P<year>\d{{4}})(?!\d)",
    matches=[
        "den 3. februar 2026",
        "15-maj-2002",
        "06. apr 2022",
        "28.SEPTEMBER 2016",
        "1. sept. 2011",
        "3 maj 2012",
    ],
    not_matches=["13. marts", "113. maj 2012", "maj 2012", "2.3. maj 2012"],
)
"""A day, a month's name and a year."""

DATE_MONTH_FIRST = Pattern(
    "date-month-first",
    rf"\b{MONTH}\.?\s+(?P<day>\d{{1,2}})(?:\.|th)?,\s*(?P<year>\d{{4}})(?!\d)",
    matches=["Fredag, Januar 29, 2016 - 07:30"],
    not_matches=["januar 2016", "i maj 12 2016"],
    shape=r"\d(?:\.|th)?,\s*\d{4}",
)
"""As a system set to English order prints it."""

DATE_AMERICAN = Pattern(
    "date-american",
    r"(?<![\w/.,-])(?P<monthnumber>0?[1-9]|1[0-2])/(?P<day>\d{1,2})/(?P<year>\d{4})(?=,?\s+\d{1,2}:\d\d(?::\d\d)?\s?(?-i:[AP]M)\b)",
    matches=["Mødedato: 8/29/2019 4:00:00 PM", "8/9/2019 10:30 AM"],
    not_matches=["29/8/2019 16:00", "8/9/2019 4:00"],
    shape=r"\d\s?[AP]M\b",
)
"""As a system set to American order prints it, with its half of the day."""

DATE_NUMBERS = Pattern(
    "date-numbers",
    r"""(?:(?<=\bd\.)|(?<![\w/.,-]))(?<!nr\.\s)(?<!nr\s)(?<!§\s)(?<!§)(?P<day>\d{1,2})(?P<sign>[-./])\s?(?P<monthnumber>0?[1-9]|1[0-2])
      (?P=sign)\s?(?P<year>\d{4})(?![\d/-]|\.\d|-\w)""",
    matches=[
        "28-09-2016",
        "d.04-12-2012",
        "04.12.2012",
        "den 28-09- 2016",
        "3/2/2026",
        "d. 1.10.2009.",
        "den 4.12. 2012",
    ],
    not_matches=[
        "018520-2013",
        "nr. 4.12.2012",
        "15.20.2000",
        "1.525.2000.000",
        "2009-2013",
        "28-09-20161",
        "12/2011",
    ],
    shape=r"\d[-./]\s?\d{1,2}[-./]\s?\d{4}",
)
"""Day, month and year in numbers, with one sign between them; a narrow cell may have broken it."""

DATE_MIXED = Pattern(
    "date-mixed-signs",
    r"""(?<![\w/,-])(?<![\d][./-])(?P<day>\d{1,2})\s?[./]\s?(?P<monthnumber>0?[1-9]|1[0-2])(?:\s?[-–]\s?|\s+)(?P<year>(?:19|20)\d\d)
      (?![\d/-]|\.\d)""",
    matches=["3/5-2016", "3/5 2016", "3.5 - 2016", "den 03.05-2016"],
    not_matches=["nr. 13/5-20161", "1/3/5-2016", "3/15-2016", "12/3500-2016"],
    shape=r"\d\s?[./]\s?\d{1,2}(?:\s?[-–]\s?|\s+)(?:19|20)\d\d",
)
"""Day and month with one sign, the year behind another."""

DATE_ISO = Pattern(
    "date-iso",
    r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)-(?P<monthnumber>\d\d)-(?P<day>\d\d)(?![\w/]|[-.]\d)",
    matches=["2016-09-28", "2016-09-28 16:00:00"],
    not_matches=["2016-001340", "330-2016-53", "2016-09-281"],
    shape=r"\d\d-\d\d-\d\d",
)
"""As machines print it."""

DATE_SHORT_YEAR = Pattern(
    "date-short-year",
    r"""\b(?:den|d\.|pr\.?|dato:?|fra|til|møde[nt]?|senest|inden|efter|før|ultimo|og|(?:(?<![^\s(])|(?<=[./]\d\d))[-–])\s*
      (?P<day>\d{1,2})(?P<sign>[-./])(?P<monthnumber>\d{1,2})(?:(?P=sign)|(?<=/\d)\s?[-–]\s?|(?<=/\d\d)\s?[-–]\s?)(?P<year>\d\d)(?![\d/]|[-.]\w)""",
    matches=["d. 10.3.08", "pr. 31.12.11", "den 03-11-15", "fra 1/7/06", "til 1/4-14"],
    not_matches=["08.42.12 Lån", "kl. 10.30", "pr. 1.10.2009", "til 15.20.00-P22", "Sagnr. 0-3-1-20"],
    shape=r"\d[-./]\d{1,2}\s?[-–./]\s?\d\d(?!\d)",
)
"""A year of two digits, where words say that it is a date."""

DAY_AND_MONTH = Pattern(
    "date-without-year",
    rf"(?<![\d.,/-])(?P<day>\d{{1,2}})(?:\.\s?|\s){MONTH}(?![^\W\d])(?!\.?(?:\s?-\s?|,?\s+)\d{{4}})",
    matches=["den 28.marts fra kl. 11.30", "tirsdag d. 3. februar", "1. juli"],
    not_matches=["den 3. februar 2026", "5. majoritet", "marts"],
)
"""A day and a month's name, the year left to the reader."""

DAY_SLASH_MONTH = Pattern(
    "date-slash-without-year",
    r"""\b(?:den|d\.|møde[nt]?|pr\.?|ud(?:sat|sættes|skydes|skudt)\s+til(?=\s+\d{1,2}/))\s+(?P<day>\d{1,2})[/.](?P<monthnumber>\d{1,2})(?:[.-](?=\s
      |$))?(?![\d/.:-])""",
    matches=["den 8/9", "mødet d. 28/3", "pr. 1/7", "udsat til 1/4"],
    not_matches=["8/9", "den 8/9-2016", "lov 12/3"],
)
"""The same in numbers, where words say that it is a date."""

TIME_CUED = Pattern(
    "time-cued",
    r"""\b(?:kl\.?|klokken|klokkeslæt:?)\s*:?\s*(?P<hour>[01]?\d
      |2[0-3])(?:\s?[.:]\s?(?P<minute>[0-5]\d))?(?!\d|[.:]\d)
      (?:\s*(?:[-–]|til|og|–)\s*(?:kl\.?\s*)?(?P<hour2>[01]?\d|2[0-3])(?:[.:](?P<minute2>[0-5]\d))?(?!\d
      |[.:/]\d|\.\s[a-z]))?""",
    matches=[
        "kl. 16.30",
        "Kl. 10:30",
        "kl. 8",
        "kl.17",
        "klokken 9",
        "kl. 16.30 - 18.00",
        "hævet kl.: 20.35",
    ],
    not_matches=["16.30", "kl. 25", "klasse 8"],
)
"""A time of day, or two, behind the word for it."""

TIME_COLON = Pattern(
    "time-colon",
    r"(?<![\d.:,/])(?:(?<!-)|(?<=:\d\d-))(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?:\s?(?P<half>[AP]M)\b)?",
    matches=["16:30", "16:00-17:35", "2016 - 07:30", "Start 8:05", "16:30:00", "4:00:00 PM"],
    not_matches=["1:100", "25:00", "2007:12", "3-1:20"],
)
"""A time of day with its colon."""

TIME_ALONE = Pattern(
    "time-alone",
    r"""^(?:fra|start\w*|slut\w*|mødet|møde|tid|tidspunkt|hævet|begyndte?|til|[\s:.,(-])*
      (?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)
      (?:\s*(?:[-–]|til)\s*(?P<hour2>[01]?\d|2[0-3])\.(?P<minute2>[0-5]\d))?[\s.,)]*$""",
    matches=["17.40", "16.30 - 18.00", "Mødet hævet: 17.40", "Fra 8.00 til 9.30"],
    not_matches=["17.40 kr.", "§ 17.40", "3. 17.40", "17.4"],
)
"""A time with a dot stands alone or behind words of a meeting; in running text it might be an amount."""


DATE_SPAN = Pattern(
    "date-span",
    rf"""(?<![\d.,/-])(?P<day>\d{{1,2}})\.?\s?(?:[-–]|og|til)\s?(?:den\s)?\d{{1,2}}\.\s?{MONTH}\.?,?\s+(?P<year>\d{{4}})(?!\d)""",
    matches=["den 3.-4. maj 2016", "3. og 4. maj 2016", "torsdag den 3. - 4. maj 2016"],
    not_matches=["3. maj - 4. juni 2016", "punkt 3-4 maj"],
)
"""Days of one month, of which the first counts."""

WEEKDAY = Pattern(
    "date-weekday-before",
    r"\b(?P<name>man|tirs|ons|tors|fre|lør|søn)dag(?:en)?,?\s*(?:den\s+|d\.\s*)?$",
    matches=["tirsdag den ", "Onsdag, ", "fredagen d. "],
    not_matches=["tirsdag morgen ", "den "],
)
"""A weekday straight before a date."""

WEEKDAYS = ("man", "tirs", "ons", "tors", "fre", "lør", "søn")


class DateMention(NamedTuple):
    """A date in a text."""

    start: int
    """Offset of its first character, from 0; "den" and the weekday stand before it."""

    end: int
    """Offset after its last character."""

    date: dt.date
    """The day meant."""


class TimeMention(NamedTuple):
    """A time of day in a text."""

    start: int
    """Offset of its first character, from 0; "kl." stands before it."""

    end: int
    """Offset after its last character."""

    time: str
    """"16:30", 24 hours."""


def find_dates(text: str) -> list[DateMention]:
    """Every whole date in a text, in reading order; case numbers, laws and section numbers are none."""
    return list(_dates(text))


@lru_cache(maxsize=1024)
def _dates(text: str) -> tuple[DateMention, ...]:
    found: dict[int, DateMention] = {}
    if not _has_digits(text):
        return ()
    for pattern in (
        DATE_AMERICAN,
        DATE_WORDS,
        DATE_MONTH_FIRST,
        DATE_NUMBERS,
        DATE_MIXED,
        DATE_ISO,
        DATE_SHORT_YEAR,
    ):
        for match in pattern.finditer(text):
            year = int(match["year"])
            mention = _mention(match, year if year > 99 else CENTURY + year)
            if mention is not None:
                found.setdefault(mention.start, mention)
    return tuple(found[start] for start in sorted(found))


def find_span(text: str) -> DateMention | None:
    """The first day of a meeting of several days: "den 3.-4. maj 2016"; None where there is none."""
    match = DATE_SPAN.search(text)
    return _mention(match, int(match["year"])) if match else None


def weekday_of(before: str) -> int | None:
    """The weekday with which the words before a date end, 0 for Monday; None where there is none."""
    match = WEEKDAY.search(before)
    return WEEKDAYS.index(match["name"].lower()) if match else None


def find_days(text: str, year: int | None = None, *, after: dt.date | None = None) -> list[DateMention]:
    """Every day and month that stand without a year ("den 28. marts", "d. 8/9").

    Args:
        text: Running text.
        year: The year that is meant.
        after: Instead of a year: the first such day on or after this one is meant.
    """
    found: list[DateMention] = []
    for pattern in (DAY_AND_MONTH, DAY_SLASH_MONTH):
        for match in pattern.finditer(text):
            for guess in (year,) if year else (after.year, after.year + 1) if after else ():
                mention = _mention(match, guess)
                if mention is not None and (after is None or mention.date >= after):
                    found.append(mention)
                    break
    return sorted(found)


def find_times(text: str) -> list[TimeMention]:
    """Every time of day in a text, in reading order.

    "17.40" counts behind "kl." or where nothing else stands; elsewhere it may be an amount.
    """
    if not _has_digits(text):
        return []
    found: dict[int, TimeMention] = {}
    alone = TIME_ALONE.fullmatch(text)
    matches = [*TIME_CUED.finditer(text), *TIME_COLON.finditer(text), *([alone] if alone else [])]
    for match in matches:
        for hour, minute in (("hour", "minute"), ("hour2", "minute2")):
            groups = match.groupdict()
            if groups.get(hour):
                end = match.end(minute) if groups.get(minute) else match.end(hour)
                late = 12 if (groups.get("half") or "").upper() == "PM" and int(match[hour]) < 12 else 0
                time = f"{int(match[hour]) + late:02d}:{groups.get(minute) or '00'}"
                found.setdefault(match.start(hour), TimeMention(match.start(hour), end, time))
    return [found[start] for start in sorted(found)]


def _has_digits(text: str) -> bool:
    return DIGIT.search(text) is not None


DIGIT = re.compile(r"\d")


def _mention(match: re.Match[str], year: int) -> DateMention | None:
    """The date that a match tells, or None where there is no such day."""
    groups = match.groupdict()
    month = MONTHS[groups["month"][:3].lower()] if groups.get("month") else int(groups["monthnumber"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        day = dt.date(year, month, int(groups["day"]))
    except ValueError:
        return None
    names = ("day", "month", "monthnumber", "year")
    starts = [match.start(name) for name in names if groups.get(name)]
    ends = [match.end(name) for name in names if groups.get(name)]
    return DateMention(min(starts), max(ends), day)
