"""Notes at a page's foot: small rows with a number in front, taken out of the running text that they interrupt."""

from collections.abc import Mapping, Sequence

from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.row import Row

SMALL = 0.92
"""A note is set in no more than this share of the text's size: 8 or 9 points under 10, 9 or 10 under 11."""

FOOT = 0.5
"""It stands below this share of the way from the page's first row to its last."""

NOTE = Pattern(
    "footnote",
    r"^(?:\d{1,2}|\*{1,3}|[¹²³⁴⁵⁶⁷⁸⁹])[).]?\s*(?=[\"”»(]?(?-i:[A-ZÆØÅ])|www|http|jf\b|§)",
    matches=["1 Hallens regnskab for 2024, side 4.", "2) Jf. loven", "* Uden moms", "³Se bilag 2"],
    not_matches=["12.500 kr.", "1 mio. kr.", "Hallens regnskab"],
)
"""How a note begins."""


def without_footnotes(rows: Sequence[Row], body: float) -> tuple[list[Row], Mapping[int, list[Row]]]:
    """The rows without the notes at the foot of their pages.

    Args:
        rows: The document's, in reading order.
        body: Size of its text in points; 0.0 where it has none.

    Returns:
        The rows, and the notes by the identity (`id`) of the row above them.
    """
    kept: list[Row] = []
    notes: dict[int, list[Row]] = {}
    start = 0
    while start < len(rows):
        end = start
        while end < len(rows) and rows[end].page == rows[start].page:
            end += 1
        first = _first_note(rows, start, end, body)
        kept.extend(rows[start:first])
        if first < end and kept:
            notes[id(kept[-1])] = list(rows[first:end])
        start = end
    return kept, notes


def _first_note(rows: Sequence[Row], start: int, end: int, body: float) -> int:
    """Where the notes of a page begin, or its end: the last rows, all small, the first of them with its number."""
    first = end
    while first > start and rows[first - 1].size <= SMALL * body and not rows[first - 1].column:
        first -= 1
    while first < end and not NOTE.match(rows[first].text):
        first += 1
    if first in (start, end):
        return end
    low = rows[start].top + FOOT * (rows[end - 1].bottom - rows[start].top)
    return first if rows[first].top > low and rows[first].size < rows[first - 1].size - 0.6 else end
