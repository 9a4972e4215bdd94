"""Page numbers that stand right behind a page's last words: "Godkendt. 2"."""

from collections import Counter
from collections.abc import Sequence

from pipeline.reading.lines import line_of
from schemas.page import Line, Page

MOST_PAGES = 0.6
"""So large a share of the pages must end so, and two at least, for a figure at the end to be a page's number."""

ENDS = (".", "!", "?", ":", ")", "”", '"', "»")
"""What stands before it: the end of a sentence."""


def part_glued_numbers(pages: Sequence[Page]) -> None:
    """Set aside page numbers that a text layer prints as the last word of the page's last line.

    Args:
        pages: With lines, running headers and footers set aside; changed in place.
    """
    last = {page.number: max(page.lines, key=lambda line: line.bottom) for page in pages if page.lines}
    found = {number: line for number, line in last.items() if _ends_in_number(line)}
    if len(found) < 2:
        return
    offsets = Counter(int(line.words[-1].text) - number for number, line in found.items())
    offset, count = offsets.most_common(1)[0]
    if count < max(2, MOST_PAGES * len(last)):
        return
    for page in pages:
        line = found.get(page.number)
        if line is None or int(line.words[-1].text) - page.number != offset:
            continue
        text, number = (
            line_of(line.words[:-1], page.number, line.row),
            line_of(line.words[-1:], page.number, line.row),
        )
        text.column = line.column
        page.lines = [text if one is line else one for one in page.lines]
        page.furniture.append(number)


def _ends_in_number(line: Line) -> bool:
    return (
        len(line.words) > 1
        and line.words[-1].text.isdigit()
        and len(line.words[-1].text) < 5
        and line.words[-2].text.endswith(ENDS)
    )
