"""Running text out of lines: words that a line's end cut are joined, white space is folded."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pipeline.reading.bullets import is_bullet
from pipeline.reading.lines import line_of
from schemas.page import Line
from schemas.place import Place, Places

CONJUNCTIONS = frozenset({"og", "eller", "samt", "hhv.", "henholdsvis", "el.", "til", "/", "og/eller", "men"})
"""After a hyphen these are words of their own: "erhvervs- og"."""

KEEPS_HYPHEN = re.compile(r"(?:^|[\W\d_])(?:\w|[A-ZÆØÅ0-9.&]{2,}|\d+)-$|[-/]\S*-$")
"""A word whose last hyphen is its own: "a-", "IT-", "CO2-", "28-09-", "læse-/stave-"."""


def mend(texts: Iterable[str]) -> str:
    """Join lines to running text.

    A hyphen at a line's end is dropped where the next line goes on with a small letter ("virksom-" + "hedsrettet"),
    kept without a space before a capital or a figure ("DH-" + "Greve") and after letters that take one ("a-" +
    "dagpenge"), and kept with a space before a conjunction ("erhvervs-" + "og").

    A name of a file or an address that fills its line is cut where it ends, and is joined without a space.

    Args:
        texts: Lines, in reading order.

    Returns:
        One string with single spaces.
    """
    text = before = ""
    for line in texts:
        following = " ".join(line.split())
        if not following:
            continue
        if not text:
            text = following
        elif len(before) >= ENDLESS and _is_cut(before, following):
            text += following
        elif text[-1] in "-‐" and len(text) > 1 and not text[-2].isspace():
            text = _over_hyphen(text, following)
        else:
            text = f"{text} {following}"
        before = following
    return text


ENDLESS = 40
"""A word of so many characters fills a line: a file's name, an address on the web. It is cut where the line ends."""


def _is_cut(line: str, following: str) -> bool:
    """Whether a line is one endless word, but for a mark before it, that the next line goes on with."""
    words = line.split()
    goes_on = following[0].islower() or following[0].isdigit() or following[0] in "_/&=?"
    return len(words) <= 2 and len(words[-1]) >= ENDLESS and goes_on


def _over_hyphen(text: str, following: str) -> str:
    first = following.split(" ", 1)[0]
    if first.strip(",.;:()").lower() in CONJUNCTIONS:
        return f"{text} {following}"
    if not first[0].isalnum():
        return f"{text} {following}"
    if first[0].islower() and not KEEPS_HYPHEN.search(text.rsplit(" ", 1)[-1]):
        return text[:-1] + following
    return text + following


def text_of(lines: Iterable[Line]) -> str:
    """The running text of some lines."""
    return mend(line.text for line in lines)


def places_of(lines: Iterable[Line]) -> Places:
    """Where some lines stand: one place for each line."""
    return tuple([_place(line.page, line.x0, line.top, line.x1, line.bottom) for line in lines])


@lru_cache(maxsize=4096)
def _place(page: int, x0: float, top: float, x1: float, bottom: float) -> Place:
    """A line's place; the same line stands under its section, its item's decision and what was taken from them."""
    return Place(page=page, bbox=(x0, top, x1, bottom))


def boxes_by_page(lines: Iterable[Line]) -> Places:
    """One box a page around some lines."""
    found: dict[int, list[float]] = {}
    for line in lines:
        box = found.setdefault(line.page, [line.x0, line.top, line.x1, line.bottom])
        box[0], box[1] = min(box[0], line.x0), min(box[1], line.top)
        box[2], box[3] = max(box[2], line.x1), max(box[3], line.bottom)
    return tuple(
        Place(page=page, bbox=(box[0], box[1], box[2], box[3])) for page, box in sorted(found.items())
    )


def lines_with(lines: Sequence[Line], text: str) -> list[Line]:
    """The lines, cut to the words, that hold a text.

    Args:
        lines: In reading order.
        text: Running text made of some of their words, white space folded and hyphens at line ends mended.

    Returns:
        One line for each printed line that holds words of the text, with only those words; [] where the text is not
        found in one piece.
    """
    target = _squeezed(text)
    if not target:
        return []
    pieces: list[str] = []
    owners: list[tuple[int, int]] = []
    starts: list[int] = []
    length = 0
    for number, line in enumerate(lines):
        for position, word in enumerate(line.words):
            if position == 0 and len(line.words) > 1 and is_bullet(word.text):
                continue
            squeezed = _squeezed(word.text)
            if squeezed:
                pieces.append(squeezed)
                owners.append((number, position))
                starts.append(length)
                length += len(squeezed)
    start = "".join(pieces).find(target)
    if start < 0:
        return []
    kept: dict[int, list[int]] = {}
    first = bisect_right(starts, start) - 1
    for number, position in owners[first : bisect_left(starts, start + len(target))]:
        kept.setdefault(number, []).append(position)
    return [
        lines[number]
        if len(positions) == len(lines[number].words)
        else line_of(
            [lines[number].words[position] for position in positions], lines[number].page, lines[number].row
        )
        for number, positions in kept.items()
    ]


@lru_cache(maxsize=1 << 13)
def _squeezed(text: str) -> str:
    """Letters, figures and marks alone: what spaces and mended hyphens cannot change."""
    return SPACE_OR_HYPHEN.sub("", text)


SPACE_OR_HYPHEN = re.compile(r"[\s\-‐\u00ad]+")
