"""Until when: words that set a deadline, and years from which a change is counted."""

import calendar
import datetime as dt
import re

from pipeline.danish.dates import DateMention
from pipeline.danish.pattern import Pattern

MONTH_NAMES = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)

_MONTH = "|".join(MONTH_NAMES)
_YEAR = r"(?:19|20)\d\d"

END_OF = Pattern(
    "deadline-end-of",
    rf"""(?<!fra\s) \b(?:udgangen|slutningen|udløbet|afslutningen)\s+af\s+(?:(?P<year>{_YEAR})
      | (?P<month>{_MONTH})(?:\s+måned)?(?:\s+(?P<monthyear>{_YEAR}))?
      | (?P<quarter>[1-4])\.\s?kvartal(?:\s+(?P<quarteryear>{_YEAR}))?
      | (?P<half>[12])\.\s?halvår(?:\s+(?P<halfyear>{_YEAR}))?
      | (?P<this>året|planåret|planperioden|perioden))\b""",
    matches=[
        "ved udgangen af 2017",
        "inden udgangen af juni 2022",
        "ved udgangen af juni",
        "inden udgangen af 1. kvartal 2018",
        "ved udgangen af året",
    ],
    not_matches=["udgangen af mødet", "fra udgangen af 2015"],
)
"""The end of a year, a month, a quarter or a half year."""

YEARS_END = Pattern(
    "deadline-years-end",
    rf"\b(?:ved|inden|til|senest\s(?:ved)?)\s*(?:årets\s+(?:udgang|slutning|afslutning|ende)"
    rf"|årsskiftet)(?:\s+(?P<year>{_YEAR}))?",
    matches=["inden årets udgang", "ved årsskiftet 2017/2018"],
    not_matches=["siden årsskiftet"],
)
"""The end of the plan's own year."""

ULTIMO = Pattern(
    "deadline-ultimo",
    rf"(?<!fra\s)(?<!siden\s)(?<!til\s)\b(?P<part>ultimo|medio"
    rf"|primo)\s+(?:(?P<month>{_MONTH})\s+)?(?P<year>{_YEAR})\b",
    matches=["ultimo 2017", "medio juni 2016"],
    not_matches=["fra ultimo 2015", "ultimo måneden"],
)
"""Ultimo, medio or primo of a month or a year, where it is no start."""

UNTIL = Pattern(
    "deadline-until",
    rf"""\b(?:senest(?:\s+(?:i|ved|pr\.?))?|inden|pr\.?|per|frem\s+(?:til|mod)|indtil|til\s+og\s+med|før
      | (?<=\d\d\s)til | (?<=december\s)til)\s+(?:den\s+|d\.\s?)?(?:ultimo\s+|slutningen\s+af\s+
      |udgangen\s+af\s+)?
      (?: (?P<day>\d{{1,2}})(?:\.\s?|\s)(?P<daymonth>{_MONTH})(?:\s+(?P<dayyear>{_YEAR}))?
        | (?P<d>\d{{1,2}})[./-](?P<m>\d{{1,2}})[./\s-](?P<y>{_YEAR})
        | (?P<month>{_MONTH})(?:\s+måned)?(?:\s+(?P<monthyear>{_YEAR}))?
        | (?P<year>{_YEAR}) )\b""",
    matches=[
        "pr. december 2012",
        "inden 1. maj",
        "frem mod december 2017",
        "senest i 2018",
        "fra 2015 til ultimo 2017",
        "pr. 31.12.2017",
        "inden 31/12 2017",
        "frem til 2020",
    ],
    not_matches=["inden for det første år", "pr. måned", "senest fire uger efter", "i 2017", "fra 61 til 65"],
)
"""A day, a month or a year behind words that set a deadline."""

BASE_YEAR = Pattern(
    "baseline-year",
    rf"""(?: \b(?:niveauet|tallet|andelen|antallet|resultatet|udgangspunktet|situationen)\s+i\s+(?:\w+\s+)?
      | \b(?:i\s+forhold\s+til|ift\.?|sammenlignet\s+med|målt\s+mod|målt\s+fra|set\s+i\s+forhold\s+til
      |siden|fra|end|(?<!frem\s)mod|udgangspunkt\s+i)
        \s+(?:(?:niveauet|tallet|andelen|antallet|udgangen|resultatet)\s+(?:i|af)\s+|i\s+|den\s+|året\s+)*
      )
      (?:(?:ultimo|medio|primo|slutningen\s+af|udgangen\s+af
      |\d{{1,2}}\.\s?kvartal)\s+)*(?:(?:\d{{1,2}}\.\s?)?(?:{_MONTH})\s+)?(?P<year>{_YEAR})\b
      (?!\s+og\s+frem)""",
    matches=[
        "fra niveauet i 2015",
        "i forhold til december 2018",
        "i forhold til 2012",
        "fra december 2020",
        "sammenlignet med niveauet i 2016",
        "end i 2015",
        "siden ultimo 2014",
    ],
    not_matches=["i 2015", "fra 2017 og frem", "ved udgangen af 2017"],
)
"""The year from which a change is counted."""

VALUE_YEAR = Pattern(
    "baseline-value-year",
    rf"""^(?:\s+(?!til\b)[^\W\d]+){{0,3}}?\s*(?:\(?\s*(?:(?:i|fra|ultimo|medio|primo|af)\s+)+|\()
      (?:(?:{_MONTH})\s+)?(?P<year>{_YEAR})\b""",
    matches=[" i 2015 til", " i december 2018", " personer i 2017", " (ultimo 2016)", " (2014) til"],
    not_matches=[" personer", " til 32 % inden udgangen af 2020"],
)
"""The year behind a level that is the start of a change."""


def find_deadlines(text: str, year: int | None = None) -> list[DateMention]:
    """Every deadline that a text sets, in reading order: the last day of what is said.

    Args:
        text: Running text.
        year: The plan's year, for "ved udgangen af juni" and "inden årets udgang".
    """
    found: dict[int, DateMention] = {}
    for match in END_OF.finditer(text):
        day = _end_of(match, year)
        _note(found, match, day)
    for match in YEARS_END.finditer(text):
        printed = int(match["year"]) if match["year"] else year
        _note(found, match, dt.date(printed, 12, 31) if printed else None)
    for match in ULTIMO.finditer(text):
        _note(found, match, _part_of(match))
    for match in UNTIL.finditer(text):
        if not any(match.start() < mention.end and mention.start < match.end() for mention in found.values()):
            _note(found, match, _until(match, year))
    return [found[start] for start in sorted(found)]


def _note(found: dict[int, DateMention], match: re.Match[str], day: dt.date | None) -> None:
    if day is not None:
        found.setdefault(match.start(), DateMention(match.start(), match.end(), day))


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _end_of(match: re.Match[str], year: int | None) -> dt.date | None:
    if match["year"]:
        return dt.date(int(match["year"]), 12, 31)
    month, printed = 12, None
    if match["month"]:
        month, printed = MONTH_NAMES.index(match["month"].lower()) + 1, match["monthyear"]
    elif match["quarter"]:
        month, printed = 3 * int(match["quarter"]), match["quarteryear"]
    elif match["half"]:
        month, printed = 6 * int(match["half"]), match["halfyear"]
    meant = int(printed) if printed else year
    return _month_end(meant, month) if meant else None


def _part_of(match: re.Match[str]) -> dt.date:
    year, part = int(match["year"]), match["part"].lower()
    if match["month"]:
        month = MONTH_NAMES.index(match["month"].lower()) + 1
        return (
            _month_end(year, month)
            if part == "ultimo"
            else dt.date(year, month, 15 if part == "medio" else 10)
        )
    return {"ultimo": dt.date(year, 12, 31), "medio": dt.date(year, 6, 30), "primo": dt.date(year, 1, 31)}[
        part
    ]


def _until(match: re.Match[str], year: int | None) -> dt.date | None:
    try:
        if match["day"]:
            meant = int(match["dayyear"]) if match["dayyear"] else year
            return (
                dt.date(meant, MONTH_NAMES.index(match["daymonth"].lower()) + 1, int(match["day"]))
                if meant
                else None
            )
        if match["d"]:
            return dt.date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None
    if match["month"]:
        meant = int(match["monthyear"]) if match["monthyear"] else year
        return _month_end(meant, MONTH_NAMES.index(match["month"].lower()) + 1) if meant else None
    return dt.date(int(match["year"]), 12, 31)


def find_base_years(text: str) -> list[tuple[int, int]]:
    """Where a text names the year from which a change is counted, and that year."""
    return [(match.start(), int(match["year"])) for match in BASE_YEAR.finditer(text)]


def year_behind(text: str) -> int | None:
    """The year that stands right behind a level ("13,9 pct. i 2015 til …")."""
    match = VALUE_YEAR.search(text)
    return int(match["year"]) if match else None
