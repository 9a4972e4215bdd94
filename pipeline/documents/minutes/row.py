"""A row, and what is asked of a row alone."""

from dataclasses import dataclass, field

from pipeline.danish.labels import Label
from pipeline.danish.pattern import Pattern
from pipeline.reading import mend
from schemas.page import Line

SAME_CELL = 0.65
"""A label's next line follows within this share of its size; the next label of a table stands further below.

In-cell gaps are 0.3 to 0.45 of the size in the tables seen, gaps between rows 0.8 and more.
"""

NUMBER_ALONE = Pattern(
    "item-number-alone",
    r"""^(?:(?:lukket|åbent?)\s+)?(?P<word>(?:(?:dagsordens)?punkt|pkt\.?|sag)(?:\s*nr\.?)?|nr\.?)?\s*:?\s*
      \d{1,4}(?:\.\d{1,2})?\s*[.:]?(?:\s*\((?:åben|lukket)\))?$""",
    matches=["7.", "3.1", "Punkt: 1", "Pkt. 17", "Sag nr. 129", "Lukket punkt 4", "12 (Åben)"],
    not_matches=["7. Eventuelt", "2016-17", "Punkt 14. Budget", "11/326"],
)
"""An item's number with nothing behind it: its title stands on another row."""


def is_number_with_word(text: str) -> bool:
    """Whether a text is an item's number behind the word for it, and nothing else: "Punkt 3", but not "3."."""
    match = NUMBER_ALONE.match(text)
    return match is not None and match["word"] is not None


@dataclass(slots=True)
class Row:
    """A printed row, or the lines of one label's cell."""

    lines: list[Line]
    """Left to right, or top to bottom in a cell."""

    column: str = ""
    """"label" or "value" in a table of labels, else ""."""

    text: str = ""
    """The words, line breaks mended."""

    found: Label | None = None
    """What the label says, where the row is one."""

    first: Line = field(init=False)
    """Its first line."""

    size: float = field(init=False)
    """Font size of its first line with letters, in points."""

    bold: bool = field(init=False)
    """Whether all its words are bold."""

    x0: float = field(init=False)
    """Left edge in points."""

    x1: float = field(init=False)
    """Right edge in points."""

    hanging: bool = field(init=False)
    """Whether it is a number and, behind a gap, a title."""

    def __post_init__(self) -> None:
        """Work out what is asked for often."""
        self.first = self.lines[0]
        if not self.text:
            self.text = mend(line.text for line in self.lines)
        lettered = [line for line in self.lines if any(map(str.isalnum, line.text))]
        self.bold = bool(lettered) and all(line.bold for line in lettered)
        self.size = lettered[0].size if lettered else self.first.size
        self.x0 = min(line.x0 for line in self.lines)
        self.x1 = max(line.x1 for line in self.lines)
        self.hanging = len(self.lines) > 1 and bool(NUMBER_ALONE.match(self.first.text)) and not self.column

    @property
    def page(self) -> int:
        """Page of its first line, counted from 1."""
        return self.first.page

    @property
    def top(self) -> float:
        """Upper edge of its first line."""
        return self.first.top

    @property
    def bottom(self) -> float:
        """Lower edge of its last line."""
        return self.lines[-1].bottom

    @property
    def style(self) -> tuple[float, bool]:
        """Size in half points, and weight."""
        return (round(self.size * 2) / 2, self.bold)


def same_row(one: Line, other: Line) -> bool:
    """Whether two lines stand in one printed row."""
    return one.page == other.page and one.row == other.row


def follows_in_cell(above: Line, row: Row) -> bool:
    """Whether a row is the next line of one value: in its type, close under it."""
    return (
        above.page == row.page
        and abs(above.size - row.size) <= 0.6
        and above.bold == row.first.bold
        and row.top - above.bottom <= 0.65 * row.size
    )
