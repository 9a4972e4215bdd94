"""What a cover names, wherever on it the name stands: a plan, or an attachment and the item that it belongs to."""

import re
from collections.abc import Sequence

from pipeline.danish.labels import attachment_cover
from pipeline.danish.pattern import Pattern
from pipeline.danish.plan_names import AIMS, EMPLOYMENT, KINDRED
from pipeline.documents.anchors import labels_on
from pipeline.documents.volume import heads_meeting_of
from schemas.page import Page
from schemas.vocabulary import Role

COVER_LINES = 12
"""A first page of no more lines is a cover: its title is large beside the text of the next page."""

NAMED_ON_COVER = re.compile(
    r"^(?!.*\b(?:notat|referat|dagsorden|status|opfølgning|afrapportering|evaluering|høringssvar|bilag|bemærkninger"
    r"|kommentarer|indstilling|orientering|tidsplan|procesplan|udmelding|rapport)\b).*"
    r"\b" + EMPLOYMENT + r"(?:plan|strategi|politik)(?:en)?\b"
)
"""Matches, folded: "by og land – beskæftigelses- plan 2018". Not: "status på beskæftigelsesplan 2018"."""


def plan_on_cover(page: Page) -> str | None:
    """A cover's largest lines, where they name a plan, whatever stands before its name."""
    largest = max((line.size for line in page.lines), default=0.0)
    title = " ".join(line.text for line in page.lines if line.size > 0.95 * largest)
    return title if len(title) <= 120 and NAMED_ON_COVER.match(title.lower()) else None


_OF_ITEM = rf"{attachment_cover('item')}\s*:?\s*(?:nr\.?\s*)?"

NAMES_ATTACHMENT = Pattern(
    "cover-attachment",
    rf"^(?:{_OF_ITEM}\d+[a-z]?\s*[,.:–-]+\s*)?{attachment_cover('attachment')}\s*(?:[:\d]|nr|til\b|$)",
    matches=[
        "Bilag: 3.1. Budgetopfølgning",
        "Punkt 3, Bilag 1: Lokalplan 214",
        "Bilagstitel:",
        "Bilag til punkt 4",
    ],
    not_matches=["Bilaget er fortroligt", "Lokalplan 214", "Punkt 3: Budget"],
)
NAMES_ITEM = Pattern(
    "cover-item",
    rf"^(?:{_OF_ITEM}(?:\d|$)|bilag\s*:\s*\d+\.\d|bilag\s+til\s+{_OF_ITEM}\d)",
    matches=[
        "Punkt 3, Bilag 1: Lokalplan 214",
        "Punkt:",
        "Bilag: 3.1. Budgetopfølgning",
        "Bilag til punkt 4",
    ],
    not_matches=["Bilag: Budget 2012", "Punkterne i aftalen"],
)
NAMED_AMONG = 4
"""A cover names the attachment among so many first lines."""


def covers_attachment(page: Page) -> bool:
    """Whether a page is what a case system puts in front of an attachment: it names the attachment and the item."""
    if not 0 < len(page.lines) <= COVER_LINES:
        return False
    texts = [line.text for line in page.lines]
    named = [text for text in texts[:NAMED_AMONG] if NAMES_ATTACHMENT.match(text)]
    if any(map(NAMES_ITEM.match, named)):
        return True
    return (
        bool(named)
        and (any(map(NAMES_ITEM.match, texts)) or heads_meeting_of(page))
        and set(labels_on(page, plain=True)) <= {Role.attachments}
    )


TITLE_LINES = 14
"""A title stands among so many of a page's first lines."""


def names_kindred(page: Page) -> bool:
    """Whether a page's largest lines, at its top, name a yearly plan that is no employment plan by name."""
    if heads_meeting_of(page):
        return False
    top = [line for line in page.lines[:TITLE_LINES] if len(line.text) <= 90]
    largest = max((line.size for line in top), default=0.0)
    return KINDRED.match(" ".join(line.text for line in top if line.size > 0.95 * largest)[:120]) is not None


def aims_on(pages: Sequence[Page]) -> int:
    """How often pages speak of targets."""
    return sum(1 for page in pages for line in page.lines for _ in AIMS.finditer(line.text))
