"""Where one document ends and another begins in a bound file whose pages do not say so: minutes and their attachments.

An attachment seldom names its kind. But it was written by others: its type, its edges, its page's size and what runs at
the top and foot of its pages are its own, and its numbers begin again. Each sign has points; what speaks against a
seam takes points away, and a page number that goes on all of them.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from pipeline.documents.anchors import labels_on
from pipeline.documents.covers import COVER_LINES
from pipeline.documents.looks import Look
from pipeline.documents.minutes.contents import NUMBERED
from pipeline.documents.volume import begins_again, heads_meeting_of
from schemas.page import Page

SEAM = 7
"""A page with so many points begins a document.

Points and bound were set on 90 files bound by lot of 180 minutes, plans, memos and attachments in as many forms
(201 of 211 seams found, none invented) and held against 90 of 180 others (209 of 220, none) and 489 single files
(none). Titles and new faces alone had found half."""

CERTAIN_SEAM = 10
"""So many part even two documents of one kind."""

NEW_FACE = 5
"""Most of its text is in a family and size that the pages before do not have."""
RARE_FACE = 0.05
"""The face of a title or a footnote, with no larger share of the letters, is not what the text is set in."""
NEW_EDGE = 4
NEW_SHEET = 3
LOST_RUNNING = 3
"""What ran at the head or foot of the pages before is gone."""
LARGER = 3
"""It begins with a line far larger than its text, in a type that the pages before do not have."""
NUMBER_BREAKS = 2
"""Its printed number begins again, or the pages before had numbers."""

SAME_RUNNING = -4
GOES_ON_SMALL = -4
"""It begins with a small letter."""

EDGE = 6.0
"""Points by which two left edges differ."""
SHEET = 5.0
"""Points by which two sheets differ."""
COVER_LETTERS = 250
"""A cover has no more of them: a short memo has."""
COVER_TYPE = 1.5
"""A title that holds most of a cover's letters is so many times larger than the next page's text."""
STEADY = 0.6
"""A line runs that stands on so large a share of the pages."""


def seam_points(pages: Sequence[Page], looks: Sequence[Look], start: int, index: int) -> int:
    """How many points say that another document begins on a page.

    Args:
        pages: All pages of the file, up to the next one with a document's title.
        looks: Of each.
        start: Index of the first page of the document before.
        index: Of the page in question, after the first.
    """
    page, look = pages[index], looks[index]
    before = [place for place in range(start, index) if looks[place].lines]
    if (
        not before
        or not look.lines
        or _number_goes_on(looks, before[-1], index)
        or _covers(looks, before, look)
    ):
        return 0
    used: Counter[tuple[str, float]] = Counter()
    for place in before:
        used.update(looks[place].faces)
    known = RARE_FACE * used.total()
    unknown = sum(letters for face, letters in look.faces.items() if used[face] <= known)
    sheet_is_new = all(_other_sheet(pages[place], page) for place in before)
    points = (
        NEW_FACE * (2 * unknown > sum(look.faces.values()))
        + NEW_SHEET * sheet_is_new
        + NEW_EDGE * (not sheet_is_new and all(abs(looks[place].left - look.left) > EDGE for place in before))
        + LARGER * (look.larger and not used[max(look.faces, key=lambda face: face[1])])
        + GOES_ON_SMALL * page.lines[0].text[:1].islower()
        + NUMBER_BREAKS * (look.number == 1 or (look.number is None and looks[before[-1]].number is not None))
        + _of_running(looks, before, look)
    )
    if points < SEAM or not _returns(looks, pages, before, index):
        return points
    return points if points >= CERTAIN_SEAM and _next_item_follows(looks, pages, before, index) else 0


def _number_goes_on(looks: Sequence[Look], before: int, index: int) -> bool:
    number, last = looks[index].number, looks[before].number
    return number is not None and last is not None and 0 < number - last <= index - before


def _covers(looks: Sequence[Look], before: Sequence[int], look: Look) -> bool:
    """Whether all that stands before a page is the cover of what begins on it: few words, some of them large."""
    *others, cover = (looks[place] for place in before)
    return (
        not others
        and (cover.larger or max(size for _, size in cover.faces) >= COVER_TYPE * look.size)
        and cover.lines <= COVER_LINES
        and sum(cover.faces.values()) <= COVER_LETTERS
    )


def _other_sheet(one: Page, other: Page) -> bool:
    return abs(one.width - other.width) > SHEET or abs(one.height - other.height) > SHEET


def _of_running(looks: Sequence[Look], before: Sequence[int], look: Look) -> int:
    """Points for what runs at the head and foot of a page."""
    ran = Counter(form for place in before for form in looks[place].running)
    steady = {form for form, times in ran.items() if times >= STEADY * len(before)}
    lost = bool(steady) and not steady & look.running
    return LOST_RUNNING * lost + SAME_RUNNING * any(form in ran for form in look.running)


def _next_item_follows(
    looks: Sequence[Look], pages: Sequence[Page], before: Sequence[int], index: int
) -> bool:
    """Whether minutes go on behind a page with an item's heading, so that it is an attachment of the item before.

    A table that begins without a title of its own is the item's.
    """
    top = pages[index].lines[0]
    if any(line.row == top.row for line in pages[index].lines[1:]):
        return False
    own = looks[before[-1]].type
    back = next((pages[place] for place in range(index + 1, len(pages)) if looks[place].type == own), None)
    return back is not None and begins_with_item(back) and of_meeting([pages[place] for place in before])


def of_meeting(pages: Sequence[Page]) -> bool:
    """Whether pages are some meeting's: its head stands on the first, or labels of items on one of them."""
    return heads_meeting_of(pages[0]) or any(map(labels_on, pages))


def begins_with_item(page: Page) -> bool:
    """Whether a bold heading with an item's number stands at a page's top."""
    return any(line.bold and NUMBERED.match(line.text) for line in page.lines[:HEADING_LINES])


HEADING_LINES = 4
"""An item's heading stands among so many lines from a page's top: above it a running line or a case number."""


def _returns(looks: Sequence[Look], pages: Sequence[Page], before: Sequence[int], index: int) -> bool:
    """Whether the document before goes on behind the page, which is then a table in other type inside of it."""
    own = Counter(looks[place].type for place in before).most_common(1)[0][0]
    if looks[index].type == own:
        return False
    ran = {form for place in before for form in looks[place].running}
    first = pages[before[0]]
    rest = takewhile(lambda place: not begins_again(first, pages[place]), range(index + 1, len(pages)))
    alike = [
        place
        for place in rest
        if looks[place].type == own
        and any(abs(looks[other].left - looks[place].left) <= EDGE for other in before)
    ]
    if ran:
        return any(not ran.isdisjoint(looks[place].running) for place in alike)
    return any(labels_on(pages[place]) for place in alike) and any(
        labels_on(pages[place]) for place in before
    )
