"""What a cover names, wherever on it the name stands."""

import re

from schemas.page import Page

COVER_LINES = 12
"""A first page of no more lines is a cover: its title is large beside the text of the next page."""

NAMED_ON_COVER = re.compile(
    r"^(?!.*\b(?:notat|referat|dagsorden|status|opfølgning|afrapportering|evaluering|høringssvar|bilag|bemærkninger"
    r"|kommentarer|indstilling|orientering|tidsplan|procesplan|udmelding|rapport)\b).*"
    r"\bbeskæftigelses(?:-\s?)?(?:plan|strategi)(?:en)?\b"
)
"""Matches, folded: "by og land – beskæftigelses- plan 2018". Not: "status på beskæftigelsesplan 2018"."""


def plan_on_cover(page: Page) -> str | None:
    """A cover's largest lines, where they name a plan, whatever stands before its name."""
    largest = max((line.size for line in page.lines), default=0.0)
    title = " ".join(line.text for line in page.lines if line.size > 0.95 * largest)
    return title if len(title) <= 120 and NAMED_ON_COVER.match(title.lower()) else None
