"""CPR numbers in running text: told by their form, their date and what stands in front of them.

The check digit is not asked: since 2007 numbers are given for which it does not hold. A number with its hyphen is one
unless its label says otherwise; ten digits in a row, or parted by a space, must stand apart from other numbers too,
and the birthday must have been.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from pipeline.danish.pattern import Pattern
from pipeline.danish.privacy_words import privacy_words

CPR_FORM = Pattern(
    "cpr-form",
    r"""(?<![\w/+*#])(?<!\d[.,:\-–/])(?P<day>[0-3]\d|[67]\d)(?P<dots>[. /]?)(?P<month>[01]\d)(?P=dots)(?P<year>\d\d)
        (?P<sign>\s?[-–—‐‑]\s?|\s|)(?P<serial>\d{4})(?![\w/]|[-–.,:]\d|\s?%)""",
    matches=[
        "010203-1234",
        "0102031234",
        "010203 1234",
        "010203–1234",
        "010203-\n1234",
        "01.02.03-1234",
        "(010203-1234)",
    ],
    not_matches=[
        "2016-001234",
        "15.00.00-P15-1-16",
        "12345678",
        "010203-12345",
        "10203-1234",
        "5790001234567",
        "12/010203-1234",
    ],
    shape=r"\d\d[. /]?\d\d[. /]?\d\d(?:\s?[-–—‐‑]\s?|\s|)\d{4}",
)
"""Six digits of a date, then four."""

LABEL_BEFORE = Pattern(
    "number-label",
    r"""(?P<label>[^\W\d_][\w.\-]*?)[.:]?\s?[-–]?\s?(?:\b(?:nr|nummer|numre|no|id)\b[.:]?|\#)?\s*[:=]?\s*
        (?:(?:er|på|med|under|har|lyder|det)\s+)?\(?$""",
    matches=["Sagsnr.: ", "CPR-nr. ", "Cpr.nr. ", "J.nr. ", "konto nr. ", "P-nummer ", "CPR-nummer er "],
    not_matches=["12.5 ", ", ", "16/1234. "],
)
"""The word that says what the number behind it is."""

LISTED_BEFORE = Pattern(
    "numbers-listed",
    r"""(?:\b[\d][\w./\-–]*\s*(?:,|;|\bog\b|/|\s)\s*)+$""",
    matches=["010203-1234, ", "1234 ", "1234 og "],
    not_matches=["Sagsnr. ", "nr. "],
)
"""Other numbers of the same list, in front of one."""

REACH = 70
"""So many characters in front of a number are looked at; a label and a list of four case numbers fit in."""


class Cpr(NamedTuple):
    """A CPR number in a text."""

    start: int
    """Offset of its first digit, from 0."""
    end: int
    """Offset after its last."""


def find_cpr(text: str, others: frozenset[str] = frozenset()) -> Iterator[Cpr]:
    """CPR numbers of a text, in reading order.

    Args:
        text: Running text; line breaks may stand in it.
        others: Digits of numbers that are known to be something else, as case numbers.
    """
    for match in CPR_FORM.finditer(text):
        if _is_cpr(match, text, others):
            yield Cpr(*match.span())


def _is_cpr(match: re.Match[str], text: str, others: frozenset[str]) -> bool:
    label = _label(text, match.start())
    if label == "cpr":
        return _is_day(match, lenient=True)
    if label == "other" or match["dots"] or not _is_day(match):
        return False
    digits = _digits(match)
    if digits in others or int(match["day"]) > 31:
        return False
    if match["sign"].strip():
        return True
    line_start, line_end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    before, after = (
        text[line_start : match.start()],
        text[match.end() : line_end if line_end >= 0 else len(text)],
    )
    if re.search(r"\d\s*$", before) or re.match(r"\s*\d", after):
        return False
    from stdnum.dk import cpr  # loads much of the standard library, and most texts have no such digits

    return bool(cpr.is_valid(digits))


def _label(text: str, start: int) -> str | None:
    """What the nearest label in front of a number says it is: "cpr", "other", or nothing."""
    before = text[max(0, start - REACH) : start]
    listed = LISTED_BEFORE.search(before)
    for front in (before, before[: listed.start()] if listed else None):
        if front is None:
            continue
        label = LABEL_BEFORE.search(front)
        if label:
            word = label["label"].lower().strip(".-")
            if word in _cpr_words():
                return "cpr"
            if word in _other_words() or word.endswith(_OTHER_ENDINGS):
                return "other"
    return None


_OTHER_ENDINGS = (
    "sagsnr",
    "sagsnummer",
    "journalnr",
    "journalnummer",
    "kontonr",
    "kontonummer",
    "fakturanr",
    "sagsid",
)


@cache
def _cpr_words() -> frozenset[str]:
    return frozenset(privacy_words("cpr"))


@cache
def _other_words() -> frozenset[str]:
    return frozenset(privacy_words("other_numbers"))


def _digits(match: re.Match[str]) -> str:
    return match["day"] + match["month"] + match["year"] + match["serial"]


def _is_day(match: re.Match[str], *, lenient: bool = False) -> bool:
    """Whether there is such a day in any century that the number can mean.

    Args:
        match: Of `CPR_FORM`.
        lenient: Whether a day may be raised by 60, as in numbers that stand in for a CPR number.
    """
    day, month, year = int(match["day"]), int(match["month"]), int(match["year"])
    if lenient and day > 60:
        day -= 60
    for century in (1900, 2000):
        try:
            date(century + year, month, day)
        except ValueError:
            continue
        return True
    return False
