"""A volume of several meetings: pages that begin as the first did, with another day, and the heads that they share."""

from collections.abc import Sequence

from pipeline.danish.dates import find_dates
from pipeline.danish.labels import head_kind
from pipeline.danish.pattern import Pattern
from schemas.page import Line, Page

HEAD_LINES = 8
"""A meeting's head stands among so many lines from the top of its page."""

SHARED = 3
"""So many lines of one wording and type, day and number apart, make two heads one form."""

DAY = Pattern(
    "head-day",
    r"(?:man|tirs|ons|tors|fre|lør|søn)dag|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|\d+",
    matches=["tirsdag", "3. maj", "2016"],
    not_matches=["Byrådet"],
)
"""What differs between two meetings' heads."""


MEETING_LINES = 28
"""What tells of a meeting stands among so many lines from the top of its page."""

DAY_AND_HOUR = Pattern(
    "head-day-and-hour",
    r"\b(?:19|20)\d\d,?\s+(?:fra\s+)?kl(?:\.|okken)?\s*\d",
    matches=["08.10.2014 kl. 14.30", "onsdag den 8. oktober 2014, kl. 16"],
    not_matches=["onsdag den 8. oktober 2014", "kl. 16"],
    needs=("kl",),
)
"""A day with its year, and the hour behind it."""

MEETING_LABELS = frozenset({"committee", "date", "time", "place", "present"})
"""Kinds of the lexicon's head labels that only a meeting has."""


def heads_meeting_of(page: Page) -> bool:
    """Whether a meeting's day and hour, or two labels of its head ("Mødedato:", "Mødested:"), stand at a page's top."""
    top = page.lines[:MEETING_LINES]
    if any(DAY_AND_HOUR.search(line.text) for line in top):
        return True
    found = {head_kind(line.text.partition(":")[0]) for line in top if ":" in line.text or line.column}
    return len(found & MEETING_LABELS) >= 2


def top_of(page: Page) -> list[Line]:
    """The lines at a page's top, running headers too."""
    return sorted((*page.running, *page.lines), key=lambda line: (line.top, line.x0))[:HEAD_LINES]


def form_of_line(line: Line) -> tuple[str, float, bool]:
    """Its wording, day and number apart, and its type."""
    return DAY.sub("#", line.text.lower()), round(line.size), line.bold


def begins_again(first: Page, page: Page) -> bool:
    """Whether a page has the head of another once more, with another date.

    Args:
        first: The page on which a meeting's minutes begin.
        page: A later page.
    """
    if not (heads_meeting_of(page) and heads_meeting_of(first)):
        return False
    one, other = top_of(first), top_of(page)
    days = [next((d.date for line in lines for d in find_dates(line.text)), None) for lines in (one, other)]
    if None in days or days[0] == days[1]:
        return False
    forms = {form_of_line(line) for line in one}
    shared = [line for line in other if form_of_line(line) in forms]
    return len(shared) >= SHARED and any(find_dates(line.text) for line in shared)


def give_back(pages: Sequence[Page]) -> None:
    """Make the head of a meeting's first page lines again, where it was taken for a running header of the volume.

    Args:
        pages: Of one meeting; the first is changed in place.
    """
    first, *others = pages
    running = {form_of_line(line) for page in others for line in page.furniture}
    head = [
        line for line in first.running if line.top < 0.5 * first.height and form_of_line(line) not in running
    ]
    own = set(map(id, head))
    first.furniture = [line for line in first.furniture if id(line) not in own]
    first.lines = [*sorted(head, key=lambda line: (line.top, line.x0)), *first.lines]
