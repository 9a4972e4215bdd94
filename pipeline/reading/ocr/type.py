"""Type of words in a picture: their size by the height of their letters, their weight by the width of their strokes."""

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any, NamedTuple

import numpy as np

from pipeline.reading.ocr.tesseract import Read, Row

CAPITAL = 0.72
"""Height of capitals, figures and ascenders as a share of the font's size: 0.72 in Arial, 0.66 in Times."""

SMALL = 0.52
"""Height of small letters: 0.52 in Arial, 0.45 in Times."""

TALL = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅbdfhklß0123456789")
LOW = frozenset("acemnorsuvwxzæøgpqy")
"""Letters without an ascender; a dot over them is no height of theirs."""

CROWNED = {"å": 0.78, "Å": 0.92, "É": 0.92}
"""Height of letters with something above them that reaches over the ascenders beside it."""

THIN = frozenset("iljI1")
"""Letters that are one stroke: a word of nothing else is too narrow to tell its weight."""

NARROW = frozenset("ftr")
"""Letters that are little more than a stroke."""

THINNER = 0.15
"""By this share the strokes of such letters come out narrower: they have no bows, which are cut aslant."""

DARK = 0.35
"""A pixel with so much ink (0 paper, 1 the darkest) belongs to a letter."""

FEWEST_PIXELS = 4
"""A word narrower or lower than this has no type of its own."""


class Inked(NamedTuple):
    """What the ink of one word tells."""

    size: float | None
    """Font size in pixels; None where its letters do not tell."""
    stroke: float | None
    """Width of its strokes in pixels; None for a word without a letter or figure."""


def darkness(image: Any) -> Any:
    """How much ink each pixel has, 0 to 1, of a grey picture of Pillow's."""
    grey = np.asarray(image).astype(np.float32)
    levels = np.bincount(np.asarray(image).ravel(), minlength=256)
    ground = int(levels.argmax())
    dark = levels[: max(1, ground - 40)]
    # The darkest hundredth of what is not paper: single black specks on a pale scan are not its ink.
    ink = int(np.searchsorted(np.cumsum(dark), 0.05 * dark.sum())) if dark.sum() else 0
    return np.clip((ground - grey) / max(1, ground - ink), 0.0, 1.0)


def inked(dark: Any, row: Row, word: Read) -> Inked:
    """Measure one word."""
    base = row.base_at((word.x0 + word.x1) / 2)
    top, bottom = max(0, int(base - 1.1 * row.size)), int(base) + 2
    crop = dark[top:bottom, max(0, word.x0) : word.x1]
    if crop.shape[0] < FEWEST_PIXELS or crop.shape[1] < FEWEST_PIXELS:
        return Inked(None, None)
    stroke = None
    if any(letter.isalnum() and letter not in THIN for letter in word.text):
        solid = np.where(crop > DARK / 2, crop, 0.0)
        edges = float(np.abs(np.diff(solid, axis=1, prepend=0.0, append=0.0)).sum())
        thin = sum(letter in THIN or letter in NARROW for letter in word.text) / len(word.text)
        stroke = 2 * float(solid.sum()) / edges / (1 - THINNER * thin) if edges else None
    return Inked(_size(crop, base - top, word.text), stroke)


def settled(dark: Any, row: Row) -> Row:
    """A row of few letters with the baseline that they have: Tesseract puts the feet of a lone "og" on it."""
    letters = [letter for word in row.words for letter in word.text]
    if len(letters) > FEW_LETTERS or not all(map(str.isalnum, letters)):
        return row
    box = [round(edge) for edge in (row.words[0].x0, row.words[0].top, row.words[-1].x1, row.words[0].bottom)]
    lines = np.nonzero((dark[max(0, box[1]) : box[3], max(0, box[0]) : box[2]] > DARK).any(axis=1))[0]
    if not len(lines):
        return row
    top, bottom = max(0, box[1]) + int(lines[0]), max(0, box[1]) + int(lines[-1]) + 1
    above = CAPITAL if any(letter in TALL for letter in letters) else SMALL
    below = FOOT if any(letter in HANGING for letter in letters) else 0.0
    return row._replace(base=bottom - below / (above + below) * (bottom - top), slope=0.0)


FEW_LETTERS = 4
"""A row of no more letters has no baseline that could be measured."""

FOOT = 0.21
"""How far g, j, p, q and y hang below the baseline, as a share of the font's size."""

HANGING = frozenset("gjpqyQ")


def mark_of(dark: Any, row: Row, size: float) -> str:
    """What the first word of a row is by its ink: "•", "-", a lone "o", or "" where it is none of them.

    Args:
        dark: Ink of each pixel.
        row: A row whose first word may be a mark.
        size: Font size in pixels.
    """
    word = row.words[0]
    base = row.base_at(word.x0)
    top, left = max(0, int(base - 0.9 * size)), max(0, word.x0 - 1)
    solid = dark[top : int(base + 0.3 * size), left : word.x1 + 1] > DARK
    if not solid.any():
        return ""
    first, last = _widest(solid.any(axis=0))
    solid = solid[:, first:last]
    upper, lower = _widest(solid.any(axis=1))
    solid = solid[upper:lower]
    rows, columns = np.arange(upper, lower), np.arange(first, last)
    high, wide = (rows[-1] - rows[0] + 1) / size, (columns[-1] - columns[0] + 1) / size
    foot, middle = base - top - rows[-1] - 1, base - top - (rows[0] + rows[-1]) / 2
    if not 0.2 * size < middle < 0.55 * size:
        return ""
    filled = solid.sum() / (high * wide * size * size)
    if 0.12 <= high <= 0.55 and 0.6 <= wide / high <= 1.6 and foot > 0.05 * size and filled > 0.6:
        return "•"
    if ROUND & set(word.text) and 0.35 <= high <= 0.62 and abs(foot) <= 0.08 * size:
        return "o"
    return "-" if high < 0.16 and 0.15 < wide < 1.2 and wide > 2 * high else ""


def has_dot(dark: Any, row: Row, size: float) -> bool:
    """Whether a dot stands behind a row's first word, which OCR left out: "211." became "211".

    Args:
        dark: Ink of each pixel.
        row: A row whose first word is a number.
        size: Font size in pixels.
    """
    base, right = row.base_at(row.words[0].x1), row.words[0].x1
    if len(row.words) > 1 and row.words[1].x0 - right < DOT_REACH * size:
        return False
    top, foot = int(base - 0.2 * size), int(base + 0.08 * size)
    strip = dark[max(0, top - int(0.5 * size)) : foot, right + 1 : right + int(DOT_REACH * size)] > DARK
    low = strip[-(foot - top) :]
    return bool(2 <= low.sum() <= 0.06 * size * size and not strip[: -(foot - top)].any())


DOT_REACH = 0.35
"""A dot stands so near its figure, in sizes; a word stands farther off."""


def _widest(inked: Any) -> tuple[int, int]:
    """The longest run of a row or column of ink: its first place, and the one behind its last; the rest is dirt."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], inked.astype(np.int8), [0]))))
    starts, ends = edges[::2], edges[1::2]
    longest = int((ends - starts).argmax())
    return int(starts[longest]), int(ends[longest])


ROUND = frozenset("0OQoe©°¢")
"""What OCR makes of the small "o" that some programs print as a bullet."""


def _size(crop: Any, base: float, text: str) -> float | None:
    letters = [letter for letter in text if letter.isalnum()]
    if not letters:
        return None
    if any(letter in TALL for letter in letters):
        above = max(CROWNED.get(letter, CAPITAL) for letter in letters)
    elif all(letter in LOW for letter in letters):
        above = SMALL
    else:
        return None
    # Upwards from the baseline to the first row of paper: above it hang the feet of the line before.
    up = (crop > DARK).any(axis=1)[: int(base)][::-1]
    start = int(up.argmax())
    blank = np.nonzero(~up[start:])[0]
    height = start + int(blank[0]) if len(blank) else len(up)
    return height / above if up.any() and height >= FEWEST_PIXELS else None


def bold_words(strokes: Sequence[tuple[float | None, int]]) -> list[bool]:
    """Which words of a line are bold, told together: a short word alone tells little, and a line seldom changes.

    Args:
        strokes: Of each word, the width of its strokes as a multiple of the usual one, None where it has none; and how
            many characters it has.

    Returns:
        For each word whether it is bold, so that the words speak least against it, each change counted as `CHANGE`.
    """
    plain, bold = 0.0, 0.0
    way: list[tuple[bool, bool]] = []
    for stroke, length in strokes:
        speaks = (stroke - BOLD) * length if stroke is not None else 0.0
        from_bold, from_plain = bold + CHANGE < plain, plain + CHANGE < bold
        plain, bold = (
            min(plain, bold + CHANGE) + max(0.0, speaks),
            min(bold, plain + CHANGE) + max(0.0, -speaks),
        )
        way.append((from_bold, from_plain))
    found: list[bool] = []
    now = bold < plain
    for from_bold, from_plain in reversed(way):
        found.append(now)
        now = not from_plain if now else from_bold
    return found[::-1]


BOLD = 1.18
"""Strokes so many times as wide as those of most words of the file are bold.

Swept 1.12 to 1.22 on three samples with noise and skew and a clean one (2,500 words): at 1.18 14 of 563 bold words are
missed and 14 others taken for bold; at 1.22 26 are missed, at 1.12 35 others taken.
"""

CHANGE = 0.4
"""What speaks for a change of weight within a line must be more than two or three letters of clearly other strokes."""


def levelled(sizes: Sequence[tuple[float, int]]) -> list[float]:
    """Sizes of lines made equal where they are nearly so, since a document has few sizes of type.

    Args:
        sizes: Of each line, and how many characters it has.

    Returns:
        For each line the size of its group: the most frequent first takes what lies within `ALIKE` of it.
    """
    left = sorted(range(len(sizes)), key=lambda place: sizes[place][0])
    found = [0.0] * len(sizes)
    for group in _groups(left, sizes):
        level = median(size for place in group for size in [sizes[place][0]] * max(1, sizes[place][1]))
        for place in group:
            found[place] = round(2 * level) / 2
    return found


ALIKE = 0.07
"""Sizes that differ by no more than this share are one: a line's size is measured to 3 %."""


def _groups(places: Sequence[int], sizes: Sequence[tuple[float, int]]) -> Iterator[list[int]]:
    left = list(places)
    while left:
        near = {one: [other for other in left if _alike(sizes[one][0], sizes[other][0])] for one in left}
        group = max(near.values(), key=lambda group: sum(sizes[other][1] + 1 for other in group))
        yield group
        left = [place for place in left if place not in set(group)]


def _alike(size: float, other: float) -> bool:
    return abs(size - other) <= ALIKE * size
