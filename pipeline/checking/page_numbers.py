"""Printed page numbers against the pages that are there: pages that are missing, stand twice or in another order."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.danish.pattern import Pattern
from schemas.page import Line, Page
from schemas.place import Place
from schemas.record import Finding
from schemas.vocabulary import FindingCode, Severity

NUMBER = Pattern(
    "page-number",
    r"\b(?:side(?:nr|tal|nummer)?|page|s)\.?:?\s*(?P<number>\d{1,4})(?:\s*(?:af|of|/)\s*(?P<total>\d{1,4}))?\b"
    r"|^\W*(?P<bare>\d{1,4})(?:\s*(?:af|of|/)\s*(?P<bare_total>\d{1,4}))?\W*$",
    matches=["Side 3 af 41", "03.11.2015 Side 2", "Sidenr. 4", "- 7 -", "1 of 5"],
    not_matches=["16:30", "2014-2017"],
)
"""A page's number as printed on it, with how many there are."""

DIGITS = re.compile(r"\d+")

FEWEST = 2
"""So many pages must carry numbers of one form that follow each other before any of them is doubted."""


class Printed(NamedTuple):
    """A page's number as it is printed."""

    page: int
    """Counted from 1."""
    number: int
    total: int | None
    line: Line


def check_page_numbers(pages: Sequence[Page]) -> Iterator[Finding]:
    """Doubts about pages by the numbers printed on them.

    Numbers are followed form by form ("Side #", "# of #"): a file of several documents starts again, and one page may
    carry two numbers.

    Args:
        pages: All pages of a file.
    """
    forms: dict[str, list[Printed]] = defaultdict(list)
    for page in pages:
        seen: set[str] = set()
        for line in page.furniture:
            if line.column == "aside":
                continue
            if (match := NUMBER.search(line.text)) and (number := int(match["number"] or match["bare"])):
                form = DIGITS.sub("#", line.text)
                total = match["total"] or match["bare_total"]
                if form not in seen and not (total and number > int(total)):
                    seen.add(form)
                    forms[form].append(Printed(page.number, number, int(total) if total else None, line))
    told: set[tuple[FindingCode, int]] = set()
    for printed in forms.values():
        for finding in _followed(printed):
            key = (finding.code, finding.at[0].page)
            if key not in told:
                told.add(key)
                yield finding


def _followed(printed: Sequence[Printed]) -> Iterator[Finding]:
    steps = [_step(one, other) for one, other in pairwise(printed)]
    if sum(step == 0 for step in steps) < FEWEST - 1:
        return
    for (one, other), step in zip(pairwise(printed), steps, strict=True):
        between = other.page - one.page - 1
        begins = other.number <= between + 1
        if step > 0:
            yield _finding(
                FindingCode.pages_missing, _missing(one.number + between + 1, other.number - 1), other
            )
        elif step < 0 and other.number == one.number and not begins:
            yield _finding(FindingCode.pages_disordered, f"the number {other.number} is printed twice", other)
        elif step < 0 and not begins:
            yield _finding(
                FindingCode.pages_disordered, f"{other.number} is printed after {one.number}", other
            )
        if begins and step < 0:
            yield from _ended(one)
    yield from _ended(printed[-1])


def _step(one: Printed, other: Printed) -> int:
    """By how much a number is further on than its page."""
    return (other.number - one.number) - (other.page - one.page)


def _ended(last: Printed) -> Iterator[Finding]:
    if last.total and last.number < last.total:
        yield _finding(FindingCode.pages_missing, _missing(last.number + 1, last.total), last)


def _missing(first: int, last: int) -> str:
    return f"{first} is not there" if first >= last else f"{first} to {last} are not there"


def _finding(code: FindingCode, says: str, at: Printed) -> Finding:
    place = Place(page=at.page, bbox=(at.line.x0, at.line.top, at.line.x1, at.line.bottom))
    return Finding(
        code=code, severity=Severity.warning, message=f"By the printed page numbers, {says}", at=(place,)
    )
