"""A volume of meetings whose next one begins in the middle of a page: its page is cut in two before it is divided."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.danish.dates import find_dates
from pipeline.danish.pattern import Pattern
from pipeline.documents.volume import (
    HEAD_LINES,
    SHARED,
    begins_again,
    form_of_line,
    heads_meeting_of,
    top_of,
)
from schemas.page import Line, Page

LENGTH = 10
"""By so many characters at most two heads' lines with a day differ: "1. maj 2025", "mandag den 22. september 2025"."""

FIRST_PAGES = 3
"""The first meeting's head stands on one of so many pages: a cover and a list of contents may stand before it."""

AT_TOP = 2
"""Above a head that begins a page may stand so many lines that the first head has in another type, or not at all."""

FIRST_ITEM = Pattern(
    "volume-first-item",
    r"^(?:(?:punkt|pkt\.?|sag|nr\.?)\s*(?:nr\.?\s*)?)?1\s*[.:)]?(?:\s|$)",
    matches=["1. Godkendelse af dagsorden", "Punkt 1: Ny hal", "1"],
    not_matches=["10. Ny hal", "1.2 Ny hal"],
)
"""An agenda begins again."""


def cut_at_heads(pages: Sequence[Page]) -> tuple[list[Page], set[int]]:
    """The pages, each on which a meeting's head stands once more below other text cut before that head.

    A head is known by its line with the day, which has the wording and type of the first meeting's and tells another
    day, and by `SHARED` lines that both have; of a head of one line the agenda must begin again below it.

    Args:
        pages: All of a file, in order; none is changed.

    Returns:
        The pages and pieces of pages, and the indices, counted from 0, of those pieces that begin with a head.
    """
    first = next(
        (page for page in pages[:FIRST_PAGES] if heads_meeting_of(page) or _one_line_head(page)), None
    )
    if first is None:
        return list(pages), set()
    top = top_of(first)
    dated = next((line for line in top if find_dates(line.text)), None)
    if dated is None:
        return list(pages), set()
    forms = {form_of_line(line) for line in top}
    day = find_dates(dated.text)[0].date
    kept: list[Page] = []
    begun: set[int] = set()
    for page in pages:
        begins = page is first
        cuts: list[int] = []
        for place, line in enumerate(page.lines):
            if begins and line is dated:
                begins = False
                continue
            if begins or not _alike(line, dated) or form_of_line(line) != form_of_line(dated):
                continue
            told = find_dates(line.text)
            start = _head_start(page.lines, place, forms)
            if not told or told[0].date == day or not _is_head(page.lines[start:], forms, start == place):
                continue
            day = told[0].date
            if start > (AT_TOP if not cuts and begins_again(first, page) else 0):
                cuts.append(start)
        begun.update(range(len(kept) + 1, len(kept) + 1 + len(cuts)))
        kept.extend(_cut(page, cuts) if cuts else [page])
    return kept, begun


def _one_line_head(page: Page) -> bool:
    """Whether a page begins with a bold or large line that tells a day, and an agenda right below it."""
    if not page.lines:
        return False
    head = page.lines[0]
    set_off = head.bold or any(head.size > line.size + 0.6 for line in page.lines[1:HEAD_LINES])
    return (
        set_off
        and bool(find_dates(head.text))
        and any(FIRST_ITEM.match(line.text) for line in page.lines[1:HEAD_LINES])
    )


def _alike(line: Line, head: Line) -> bool:
    return (
        line.bold == head.bold
        and round(line.size) == round(head.size)
        and abs(len(line.text) - len(head.text)) <= LENGTH
    )


def _head_start(lines: Sequence[Line], place: int, forms: set[tuple[str, float, bool]]) -> int:
    """The first of the lines straight above one that the first head has too."""
    start = place
    while start and place - start < HEAD_LINES and form_of_line(lines[start - 1]) in forms:
        start -= 1
    return start


def _is_head(lines: Sequence[Line], forms: set[tuple[str, float, bool]], day_first: bool) -> bool:
    """Whether lines begin as the first head does, or with its one line and the first item."""
    top = lines[:HEAD_LINES]
    if sum(form_of_line(line) in forms for line in top) >= SHARED:
        return True
    return day_first and any(FIRST_ITEM.match(line.text) for line in top[1:])


def _cut(page: Page, starts: Sequence[int]) -> Iterator[Page]:
    """A page in pieces, each from one of its lines to the next."""
    places = [0, *starts, len(page.lines)]
    tops = [0.0, *(page.lines[start].top - 1.0 for start in starts), float("inf")]
    for piece, start in enumerate(places[:-1]):
        upper, lower = tops[piece], tops[piece + 1]
        yield replace(
            page,
            lines=page.lines[start : places[piece + 1]],
            words=[word for word in page.words if upper <= word.top < lower],
            rules=[rule for rule in page.rules if upper <= rule.top < lower],
            furniture=page.furniture if piece == 0 else [],
        )
