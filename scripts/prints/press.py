"""The press: lines of words set on pages with reportlab, and nothing of what they say."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

Run = tuple[str, str]
"""Words and the font in which they stand."""

BUNDLED = Path(reportlab.__file__).parent / "fonts"
SYSTEM = Path("/usr/share/fonts/truetype/dejavu")
VOWELS = "aeiouyæøå"


@dataclass(frozen=True)
class Face:
    """A family of fonts."""

    regular: str
    bold: str
    italic: str


STANDARD = {
    "helvetica": Face("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "times": Face("Times-Roman", "Times-Bold", "Times-Italic"),
    "courier": Face("Courier", "Courier-Bold", "Courier-Oblique"),
}
TRUETYPE = {
    "vera": (BUNDLED, ("Vera", "VeraBd", "VeraIt"), "helvetica"),
    "serif": (SYSTEM, ("DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif-Italic"), "times"),
    "condensed": (
        SYSTEM,
        ("DejaVuSansCondensed", "DejaVuSansCondensed-Bold", "DejaVuSansCondensed-Oblique"),
        "helvetica",
    ),
}


@cache
def face(name: str) -> Face:
    """A family by its name; a standard one where its files are not on this machine."""
    if name in STANDARD:
        return STANDARD[name]
    folder, fonts, instead = TRUETYPE[name]
    if not all((folder / f"{font}.ttf").exists() for font in fonts):
        return STANDARD[instead]
    for font in fonts:
        pdfmetrics.registerFont(TTFont(font, str(folder / f"{font}.ttf")))
    return Face(*fonts)


def wide(text: str, font: str, size: float) -> float:
    """How wide words stand."""
    return float(pdfmetrics.stringWidth(text, font, size))


@dataclass
class Line:
    """Words that stand on one line."""

    words: list[Run]
    last: bool = False
    """The last of its paragraph, which is not justified."""


def broken(runs: Sequence[Run], size: float, width: float, hyphens: bool = False) -> list[Line]:
    """Words broken into lines no wider than `width`."""
    words = [
        piece
        for text, font in runs
        for word in text.split(" ")
        if word
        for piece in _fitting(word, font, size, width)
    ]
    lines: list[Line] = [Line([])]
    used = 0.0
    for word, font in words:
        room = width - used
        space = wide(" ", font, size) if lines[-1].words else 0.0
        if space + wide(word, font, size) <= room or not lines[-1].words:
            lines[-1].words.append((word, font))
            used += space + wide(word, font, size)
            continue
        cut = _cut(word, font, size, room - space) if hyphens else 0
        if cut:
            lines[-1].words.append((word[:cut] + "-", font))
            word = word[cut:]
        lines.append(Line([(word, font)]))
        used = wide(word, font, size)
    lines[-1].last = True
    return [line for line in lines if line.words]


def _fitting(word: str, font: str, size: float, width: float) -> list[Run]:
    """A word in pieces that fit into so narrow a column, broken without a hyphen as label cells do."""
    pieces: list[Run] = []
    while wide(word, font, size) > width and len(word) > 4:
        cut = next((cut for cut in range(len(word) - 1, 3, -1) if wide(word[:cut], font, size) <= width), 0)
        if not cut:
            break
        pieces.append((word[:cut], font))
        word = word[cut:]
    return [*pieces, (word, font)]


def _cut(word: str, font: str, size: float, room: float) -> int:
    """Where a long word may be cut to fit: before a consonant and a vowel. 0 for nowhere."""
    if len(word) < 9 or not word.strip(".,;:").isalpha() or not word.islower():
        return 0
    for cut in range(len(word) - 4, 3, -1):
        before, after = word[cut - 1], word[cut : cut + 2]
        sound = before in VOWELS and after[0] not in VOWELS and after[1] in VOWELS
        if sound and wide(word[:cut] + "-", font, size) <= room:
            return cut
    return 0


@dataclass
class Cell:
    """Lines that stand one below the other in a column."""

    x: float
    width: float
    lines: list[Line | None]
    """None leaves half a line free."""
    size: float
    align: str = "left"
    color: str = "#000000"


@dataclass
class Press:
    """A file being printed; y counts from the page's top."""

    path: Path
    size: tuple[float, float]
    margins: tuple[float, float, float, float]
    """Left, top, right, bottom."""
    leading: float = 1.25
    by_word: bool = False
    """Whether words are set one by one, with no spaces between them."""
    furniture: Callable[["Press", int], None] = lambda press, page: None
    page: int = 0
    y: float = 0.0
    canvas: Canvas = field(init=False)

    def __post_init__(self) -> None:
        self.canvas = Canvas(str(self.path), pagesize=self.size, invariant=1)
        self.turn()

    @property
    def left(self) -> float:
        return self.margins[0]

    @property
    def right(self) -> float:
        return self.size[0] - self.margins[2]

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def bottom(self) -> float:
        return self.size[1] - self.margins[3]

    def turn(self) -> None:
        """Go on to a new page."""
        if self.page:
            self.canvas.showPage()
        self.page += 1
        self.y = self.margins[1]
        self.furniture(self, self.page)

    def finish(self) -> int:
        """Write the file; how many pages it has."""
        self.canvas.showPage()
        self.canvas.save()
        return self.page

    def keep(self, height: float) -> None:
        """Turn the page where less than so much is left of it."""
        if self.y + height > self.bottom and self.y > self.margins[1] + 1:
            self.turn()

    def space(self, height: float) -> None:
        """Leave white space, but none at a page's top."""
        if self.y > self.margins[1] + 1:
            self.y = min(self.y + height, self.bottom)

    def rule(
        self, x0: float | None = None, x1: float | None = None, width: float = 0.6, y: float | None = None
    ) -> None:
        """A ruled line."""
        height = self.size[1] - (self.y if y is None else y)
        self.canvas.setLineWidth(width)
        self.canvas.setStrokeColor("#000000")
        self.canvas.line(self.left if x0 is None else x0, height, self.right if x1 is None else x1, height)

    def box(
        self, top: float, height: float, fill: str, x0: float | None = None, x1: float | None = None
    ) -> None:
        """A filled box."""
        start, end = self.left if x0 is None else x0, self.right if x1 is None else x1
        self.canvas.setFillColor(fill)
        self.canvas.rect(start, self.size[1] - top - height, end - start, height, stroke=0, fill=1)

    def text(self, x: float, y: float, words: str, font: str, size: float, color: str = "#000000") -> float:
        """Words at a place (their base line at y); where they end."""
        self.canvas.setFont(font, size)
        self.canvas.setFillColor(color)
        self.canvas.drawString(x, self.size[1] - y, words)
        return x + wide(words, font, size)

    def set(self, cell: Cell, line: Line, y: float) -> None:
        """One line of a cell with its base line at y."""
        size = cell.size
        spaces = [wide(" ", font, size) for _, font in line.words[1:]]
        natural = sum(wide(word, font, size) for word, font in line.words) + sum(spaces)
        spare, x, more = cell.width - natural, cell.x, 0.0
        if cell.align == "centre":
            x += spare / 2
        elif cell.align == "right":
            x += spare
        elif cell.align == "justify" and not line.last and spaces and spare < 0.35 * cell.width:
            more = spare / len(spaces)
        if self.by_word or more:
            for (word, font), space in zip(line.words, [*spaces, 0.0], strict=True):
                x = self.text(x, y, word, font, size, cell.color) + space + more
            return
        at = 0
        while at < len(line.words):
            end = at
            while end < len(line.words) and line.words[end][1] == line.words[at][1]:
                end += 1
            words = " ".join(word for word, _ in line.words[at:end])
            x = self.text(x, y, words, line.words[at][1], size, cell.color)
            x += wide(" ", line.words[at][1], size)
            at = end

    def row(self, cells: Sequence[Cell], keep: int = 1) -> None:
        """Cells side by side, line by line over the page's end; `keep` first lines stay together."""
        step = max(cell.size for cell in cells) * self.leading
        self.keep(step * keep)
        for place in range(max(len(cell.lines) for cell in cells)):
            lines = [cell.lines[place] if place < len(cell.lines) else None for cell in cells]
            if not any(lines):
                self.space(step / 2)
                continue
            if self.y + step > self.bottom:
                self.turn()
            for cell, line in zip(cells, lines, strict=True):
                if line is not None:
                    self.set(cell, line, self.y + step * 0.5 + cell.size * 0.34)
            self.y += step
