"""A PDF as read: pages of lines of words, with boxes and type, before anything is understood.

These are plain tuples and not pydantic models: a page has some 400 words, and they never leave the program.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from schemas.place import Box
from schemas.vocabulary import Kind, PageText


class Word(NamedTuple):
    """A word between two white spaces."""

    text: str
    """As printed; a hyphen at a line's end is kept."""

    x0: float
    """Left edge, in PDF points from the page's left."""

    top: float
    """Upper edge, in PDF points from the page's top."""

    x1: float
    """Right edge."""

    bottom: float
    """Lower edge."""

    font: str
    """The font's name without its subset prefix."""

    size: float
    """Font size in points as the page shows it."""

    bold: bool
    """Whether the font's name says bold."""

    italic: bool
    """Whether the font's name says italic or oblique."""

    slanted: bool = False
    """Whether it runs at a slant or upright across the page's own direction: a stamp, a note in the margin."""


@dataclass(slots=True)
class Line:
    """Words that stand on one baseline without a gap wide enough to be a column's."""

    page: int
    """Counted from 1."""

    text: str
    """The words with one space between, as printed."""

    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    """Of most of its characters."""

    bold: bool
    """Whether all its words with letters are bold."""

    italic: bool
    """Whether all its words with letters are italic."""

    words: tuple[Word, ...]
    """In reading order."""

    row: int = 0
    """Which printed row of the page it stands in, counted from 0; lines of one row were parted by a wide gap."""

    column: str = ""
    """"label" or "value" where the page sets labels in a column of their own, "aside" for a stamp or a line's number in
    the margin, else ""."""

    @property
    def box(self) -> Box:
        """x0, top, x1, bottom."""
        return (self.x0, self.top, self.x1, self.bottom)


class Rule(NamedTuple):
    """A drawn line, horizontal or vertical, or the box of a drawn rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether it is a horizontal stroke."""
        return self.bottom - self.top < 3 and self.x1 - self.x0 > 10

    @property
    def vertical(self) -> bool:
        """Whether it is a vertical stroke."""
        return self.x1 - self.x0 < 3 and self.bottom - self.top > 5


@dataclass(slots=True)
class Scan:
    """How a page was read whose words are no text of the PDF."""

    how: PageText
    """Where its words come from."""

    confidence: float | None = None
    """How sure OCR is of its words, 0 to 1: the mean over its letters."""

    turned: int = 0
    """By how many degrees clockwise its text was turned to be upright: 0, 90, 180, 270."""

    skew: float = 0.0
    """By how many degrees its lines rise to the right."""

    why: str = ""
    """Why a text layer that was there is not used: the end of a sentence."""


@dataclass(slots=True)
class Page:
    """One page as read."""

    number: int
    """Counted from 1."""

    width: float
    """In PDF points, as shown."""

    height: float
    """In PDF points, as shown."""

    words: list[Word]
    """In the order of the text layer."""

    rules: list[Rule]
    """Drawn lines and boxes."""

    pictured: float = 0.0
    """Share of it that pictures cover; more than 1 where they lie upon each other."""

    broken: int = 0
    """Characters that have no meaning: U+FFFD, private use, controls."""

    sized: bool = True
    """Whether its size is the file's; where that cannot be, it is a sheet around its words."""
    hidden: int = 0
    """Words that the page does not show: a text layer behind a picture."""

    across: dict[int, int] = field(default_factory=dict)
    """How many words run another way than the page, by the degrees that they must be turned clockwise: 90, 180, 270."""

    scan: "Scan | None" = None
    """What is known of its picture; None where its words are text of the PDF."""

    lines: list[Line] = field(default_factory=list)
    """The body's lines in the order in which a person reads them."""

    furniture: list[Line] = field(default_factory=list)
    """What is set aside: running headers, footers and page numbers; stamps and the numbers of lines."""

    @property
    def running(self) -> list[Line]:
        """Running headers, footers and page numbers: the furniture without stamps and the numbers of lines."""
        return [line for line in self.furniture if line.column != "aside"]


@dataclass(slots=True)
class Part:
    """One document of a file: the pages from one title to the next."""

    kind: Kind
    """What it is."""

    pages: list[Page]
    """Its pages, in order."""

    sure: float
    """How sure the kind and the first page are, 0 to 1."""

    @property
    def first(self) -> int:
        """First page, counted from 1."""
        return self.pages[0].number

    @property
    def last(self) -> int:
        """Last page, inclusive."""
        return self.pages[-1].number

    @property
    def lines(self) -> list[Line]:
        """The body's lines of all pages, in reading order."""
        return [line for page in self.pages for line in page.lines]
