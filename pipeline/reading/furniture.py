"""Running headers, footers and page numbers: set aside before the text is read, never lost."""

import re
from collections import defaultdict
from collections.abc import Sequence
from math import inf, nextafter
from statistics import median

from schemas.page import Line, Page

BAND = 0.16
"""Headers and footers stand in this share of the page's height at its top and its bottom."""

SAME_PLACE = 3.0
"""Points by which a running line's height on the page may differ."""

TELLING = 20
"""A running line of so many characters is known by its words wherever it stands in the band."""

NEARBY = 8
"""What other pages print at its height is looked at so many pages around a running line."""

DEPTH = 6
"""So many rows from the edge are looked at."""

RULES_THE_PLACE = 0.6
"""A running line is the same on this share of the pages that print anything at its height."""

PAGE_NUMBER = re.compile(
    r"^\W*(?:side|s\.|page|sidenr\.?|bladnr\.?)?\W*\d{1,4}(?:\s*(?:af|of|/|\\)\s*\d{1,4})?\W*$", re.IGNORECASE
)
"""Matches: "12", "- 3 -", "Side 3", "Side 3 af 41", "1 of 5". Not: "28-09-2016", "2. Meddelelser"."""

OWN_PAGE = re.compile(r"^(?:side|page)\s*(?P<page>\d{1,4})(?:\s*(?:af|of|/)\s*\d{1,4})?$", re.IGNORECASE)
"""Matches: "Side 1", "Side 1 af 3". Not: "1", "Side 1 og 2"."""

YEAR = re.compile(r"^(?:19|20)\d\d$")

OF_BROWSER = re.compile(
    r"(?:^|(?<=\s))(?:\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2},?\s+(?:kl\.?\s*)?\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?:\s?[AP]M)?"
    r"|(?:https?|file|blob|chrome-extension)://\S+|about:blank)(?=\s|$)"
)
"""What a browser prints of its own at a page's edge: when it was printed, and the page's address.

Matches: "11/26/26, 5:27 PM", "26.11.2026 17.27", "https://dagsordener.granholm.example/vis?id=3 1/2".
Not: "Tirsdag den 3. maj 2016 kl. 16.30".
"""

BROWSER_EDGE = 0.05
"""It stands within this share of the page's height from its edge, where text has a margin: Chromium's at 19 of 842."""


def is_of_browser(text: str) -> bool:
    """Whether a running line tells when or from where a page was printed, which says nothing of the document."""
    return OF_BROWSER.search(text) is not None


def set_aside(pages: Sequence[Page]) -> None:
    """Move running headers, footers and page numbers from each page's lines to its furniture.

    A line is furniture where the same words (figures apart) stand at the same height on two pages or more and rule that
    height, where it is a page number alone at an edge, or a browser's own. Lines are taken from the edge inwards, so
    that nothing between text is.

    Args:
        pages: All pages of the file; changed in place.
    """
    if not pages:
        return
    top_marks = _repeated(pages, top=True)
    bottom_marks = _repeated(pages, top=False)
    inside = _inside(pages)
    for page in pages:
        chosen: set[int] = set()
        for top, marks in ((True, top_marks), (False, bottom_marks)):
            edge_rows = _edge_rows(page, top)
            for number, row in enumerate(edge_rows):
                text = " ".join(line.text for line in row)
                on_pages = _on_pages(row, marks)
                running = on_pages > FEW or (
                    on_pages > 0
                    and _looks(row) not in inside
                    and not _of_text(page, edge_rows, number, marks, top)
                )
                numbered = (
                    (bool(PAGE_NUMBER.match(text)) and not YEAR.match(text.strip()))
                    or _says_its_page(row, page.number)
                ) and not _label_beside(row)
                printed = is_of_browser(text) and _at_edge(page, row)
                running = running or (top and not number and _in_small_print(page, row))
                an_item = AN_ITEM.match(text) or (top and text.strip(" .").isdigit() and _is_large(page, row))
                if an_item or not (running or printed or (numbered and _is_alone(page, row))):
                    break
                chosen.update(id(line) for line in row)
        if chosen:
            page.furniture += [line for line in page.lines if id(line) in chosen]
            page.lines = [line for line in page.lines if id(line) not in chosen]


AN_ITEM = re.compile(
    r"^(?:(?:åben|lukket)t?\s+)?(?:(?:(?:dagsordens)?punkt|pkt\.?|sag)(?:\s*nr\.?)?|nr\.?)\s*:?\s*(?:\d{1,4}\W*)?$",
    re.IGNORECASE,
)
"""The head of an item at a page's top is its own, however like the next page's it is.

Matches: "Sag nr. 2", "Punkt 14:", "Åbent punkt". Not: "Side 2", "Åbent referat".
"""

RUNNING_NUMBER = re.compile(
    r"(?:(?<=side )|(?<=side)|(?<=page )|(?<=s\. ))\d+(?:\s*(?:af|of|/)\s*\d+)?|\s\d{1,4}$"
    r"|^\d{1,4}(?=\s(?:af|of|/|\||-|–)\s)|^\d{1,4}$"
)
"""The page number in a running line. Not an item's number: "6. Sag" and "7. Sag" on two pages are two headings."""


FIGURE = re.compile(r"\d")

NUMBER_OF_ALL = re.compile(r"\s(?P<page>\d{1,4})\s*(?:/|af|of)\s*\d{1,4}$")
"""This very page's number and that of all, with no word before them: "Teknisk Udvalg, 06-02-2019 1/3".

What is no number of this page may be a case's: "Sagsnr. 13/4229".
"""

FEW = 3
"""A line that stands at an edge of so few pages, close to their text, may be the text's own by chance.

A label ("Bilag") with which two pages in a row begin was once taken for a header, and a value ("Ingen") with which two
end for a footer.
"""


def _looks(row: list[Line]) -> tuple[str, float, bool]:
    """A row's words, size and weight."""
    return _key(row), row[0].size, row[0].bold


def _inside(pages: Sequence[Page]) -> set[tuple[str, float, bool]]:
    """What stands alone in a row between the bands somewhere: a label or a name, that may begin a page too."""
    found: set[tuple[str, float, bool]] = set()
    for page in pages:
        # What stands on a band's very edge is of the band.
        low, high = nextafter(BAND * page.height, inf), nextafter((1 - BAND) * page.height, -inf)
        found.update(map(_looks, _rows_between(page, low, high)))
    return found


def _rows_between(page: Page, low: float, high: float) -> list[list[Line]]:
    """A page's rows, of those lines whose middles stand between two heights."""
    rows: dict[int, list[Line]] = defaultdict(list)
    for line in page.lines:
        if low <= (line.top + line.bottom) / 2 <= high:
            rows[line.row].append(line)
    return list(rows.values())


def _on_pages(row: list[Line], marks: list[tuple[str, float, int]]) -> int:
    """On how many pages a row runs; 0 where it is no running line."""
    key, centre = _key(row), _centre(row)
    return max(
        (
            pages
            for other, y, pages in marks
            if other == key and (abs(centre - y) <= SAME_PLACE or len(key) >= TELLING)
        ),
        default=0,
    )


def _centre(row: list[Line]) -> float:
    return (row[0].top + row[0].bottom) / 2


def _of_text(
    page: Page, edge_rows: list[list[Line]], number: int, marks: list[tuple[str, float, int]], top: bool
) -> bool:
    """Whether a row stands close to text of its page, and further from what is between it and the edge."""
    row = edge_rows[number]
    centre = _centre(row)
    inwards = [line for line in page.lines if line.row != row[0].row and (line.top > centre) is top]
    if not inwards:
        return False
    nearest = (min if top else max)(inwards, key=lambda line: line.top)
    if _on_pages([line for line in inwards if line.row == nearest.row], marks):
        return False
    outer = edge_rows[number - 1] if number else []
    if top:
        to_text, to_edge = (
            nearest.top - row[0].bottom,
            row[0].top - max((o.bottom for o in outer), default=0.0),
        )
    else:
        to_text = row[0].top - nearest.bottom
        to_edge = min((o.top for o in outer), default=page.height) - row[0].bottom
    return to_text < min(row[0].size, to_edge)


def _key(row: Sequence[Line]) -> str:
    """A row's words without its page number, which would part them."""
    text = " ".join(" ".join(line.text for line in row).split()).lower()
    if not FIGURE.search(text):
        return text
    own = NUMBER_OF_ALL.search(text)
    if own is not None and int(own["page"]) == row[0].page:
        return f"{text[: own.start()]} #"
    return RUNNING_NUMBER.sub("#", text)


def _says_its_page(row: list[Line], number: int) -> bool:
    """Whether a part of a row, apart from others, is the number of this very page: "20-06-2013" and "Side 1"."""
    found = [OWN_PAGE.match(line.text) for line in row] if len(row) > 1 else []
    return any(match is not None and int(match["page"]) == number for match in found)


SMALL = 0.9
"""A header is set in this share of the size of most lines of its page, or smaller."""


def _in_small_print(page: Page, row: list[Line]) -> bool:
    """Whether a row above the text of a later page is a header that no other page has: small, at the edge."""
    below = [line for line in page.lines if line.row != row[0].row]
    if page.number == 1 or not below or _centre(row) > EDGE * page.height:
        return False
    gap = min(line.top for line in below) - row[0].bottom
    size = median(line.size for line in below)
    return max(line.size for line in row) <= SMALL * size and gap >= 1.5 * size


EDGE = 0.06
"""Above this share of a page's height stands no text."""


def _label_beside(row: list[Line]) -> bool:
    return any(line.column for line in row)


def _at_edge(page: Page, row: list[Line]) -> bool:
    centre = _centre(row)
    return min(centre, page.height - centre) <= BROWSER_EDGE * page.height


def _is_alone(page: Page, row: list[Line]) -> bool:
    """Whether a page number stands apart from the text: at the very edge, or with white space around it."""
    centre = _centre(row)
    if centre < EDGE * page.height or centre > 0.9 * page.height:
        return True
    others = [line for line in page.lines if line.row != row[0].row]
    nearest = min((abs((line.top + line.bottom) / 2 - centre) for line in others), default=1e9)
    return nearest > 2.2 * max(row[0].size, 6.0)


def _is_large(page: Page, row: list[Line]) -> bool:
    """Whether a row is set larger than the page's text, as no page number is: an item's, above its title."""
    return row[0].size > LARGER * median(line.size for line in page.lines)


LARGER = 1.15
"""Times the size of the text."""


def _edge_rows(page: Page, top: bool) -> list[list[Line]]:
    """Rows in the band at an edge, from the edge inwards."""
    limit = BAND * page.height
    rows = _rows_between(page, *((-inf, limit) if top else (page.height - limit, inf)))
    return sorted(rows, key=lambda row: row[0].top, reverse=not top)[:DEPTH]


def _repeated(pages: Sequence[Page], top: bool) -> list[tuple[str, float, int]]:
    """Key and height of each line that runs along an edge, and on how many pages."""
    seen: dict[str, list[tuple[float, int]]] = defaultdict(list)
    heights: list[tuple[float, int, str]] = []
    for page in pages:
        for row in _edge_rows(page, top):
            key = _key(row)
            centre = _centre(row)
            seen[key].append((centre, page.number))
            heights.append((centre, page.number, key))
    marks = []
    for key, places in seen.items():
        for centre, _ in places:
            here = {number for y, number in places if abs(y - centre) <= SAME_PLACE}
            if len(here) < 2:
                continue
            first, last = min(here), max(here)
            others = {
                number
                for y, number, other in heights
                if abs(y - centre) <= SAME_PLACE
                and first - NEARBY <= number <= last + NEARBY
                and other != key
            }
            if len(here) >= RULES_THE_PLACE * len(here | others) and (len(here) > 2 or last - first == 1):
                marks.append((key, centre, len(here)))
                break
    return marks
