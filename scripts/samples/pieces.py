"""What stands on a page: lines of wrapped text, rules, rows of tables, drawings; each of a fixed height."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from samples.markup import Block, blocks, plain

FACES = {
    "sans": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"),
    "serif": ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"),
    "vera": ("Vera", "VeraBd", "VeraIt", "VeraBI"),
}
"""Regular, bold, italic and bold italic: the PDF standard's own fonts, and the one that reportlab brings."""

VOWELS = "aeiouyæøå"
WORD = re.compile(r"[a-zæøå]{8,}", re.IGNORECASE)


def load_fonts() -> None:
    """Make reportlab's own Vera known."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for face in FACES["vera"]:
        pdfmetrics.registerFont(TTFont(face, folder / f"{face}.ttf"))


@dataclass(frozen=True)
class Style:
    """How text looks."""

    family: str = "sans"
    size: float = 10
    leading: float = 12.5
    bold: bool = False
    italic: bool = False
    grey: float = 0
    hyphens: bool = False
    align: str = "left"
    gap: float = 7
    """White space above a paragraph that is not the first."""
    bullet: str = "•"
    subbullet: str = "o"
    indent: float = 18
    """How far a bullet's text stands in."""

    def face(self, bold: bool = False, italic: bool = False) -> str:
        return FACES[self.family][(self.bold or bold) + 2 * (self.italic or italic)]


class Piece(Protocol):
    """Something of a fixed height that draws itself below a point."""

    @property
    def height(self) -> float: ...

    def draw(self, canvas: Canvas, x: float, top: float) -> None: ...


@dataclass(frozen=True)
class Line:
    """One line of text: runs of (offset, words, face); a face that ends in ^ is set small and high."""

    runs: tuple[tuple[float, str, str], ...]
    size: float
    leading: float
    before: float = 0
    grey: float = 0

    @property
    def height(self) -> float:
        return self.before + self.leading

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        canvas.setFillGray(self.grey)
        for offset, text, face in self.runs:
            high = face.endswith("^")
            canvas.setFont(face.rstrip("^"), self.size * (0.62 if high else 1))
            rise = 0.34 * self.size if high else 0
            canvas.drawString(x + offset, top - self.before - 0.8 * self.leading + rise, text)
        canvas.setFillGray(0)


@dataclass(frozen=True)
class Rule:
    """A drawn line across."""

    width: float
    before: float = 4
    after: float = 4
    thickness: float = 0.7
    indent: float = 0
    grey: float = 0

    @property
    def height(self) -> float:
        return self.before + self.after

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        canvas.setLineWidth(self.thickness)
        canvas.setStrokeGray(self.grey)
        canvas.line(x + self.indent, top - self.before, x + self.indent + self.width, top - self.before)
        canvas.setStrokeGray(0)


@dataclass(frozen=True)
class Space:
    """Nothing, of some height."""

    height: float

    def draw(self, canvas: Canvas, x: float, top: float) -> None: ...


@dataclass(frozen=True)
class Row:
    """A row of a ruled table; cells are columns of lines."""

    cells: tuple[tuple[Line, ...], ...]
    widths: tuple[float, ...]
    before: float = 0
    indent: float = 0
    pad: float = 3

    @property
    def height(self) -> float:
        return self.before + 2 * self.pad + max((sum(n.height for n in c) for c in self.cells), default=0)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        x += self.indent
        top -= self.before
        canvas.setLineWidth(0.5)
        for cell, width in zip(self.cells, self.widths, strict=True):
            canvas.rect(x, top - self.height + self.before, width, self.height - self.before)
            y = top - self.pad
            for line in cell:
                line.draw(canvas, x + self.pad + 1, y)
                y -= line.height
            x += width


@dataclass(frozen=True)
class Chart:
    """A small line chart, as a drawing without words but its axis."""

    width: float
    height: float
    curves: tuple[tuple[float, ...], ...]

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        canvas.setLineWidth(0.6)
        canvas.rect(x, top - self.height + 4, self.width, self.height - 8)
        for shade, curve in enumerate(self.curves):
            canvas.setStrokeGray(0.25 * shade)
            step = self.width / (len(curve) - 1)
            for i in range(len(curve) - 1):
                low, high = (top - self.height + 8 + v * (self.height - 16) for v in curve[i : i + 2])
                canvas.line(x + i * step, low, x + (i + 1) * step, high)
        canvas.setStrokeGray(0)


def breaks(word: str) -> list[int]:
    """Where a Danish word may be cut: before the last consonant between two vowels, three letters kept."""
    if not WORD.fullmatch(word.strip(".,;:()”“")):
        return []
    low = word.lower()
    return [
        i
        for i in range(3, len(low) - 3)
        if low[i] not in VOWELS
        and low[i + 1] in VOWELS
        and any(c in VOWELS for c in low[:i])
        and low[i].isalpha()
        and low[i - 1].isalpha()
    ]


def words_of(text: str, style: Style) -> list[list[tuple[str, str]]]:
    """A text as words, each a list of (letters, face)."""
    bold = italic = False
    found: list[list[tuple[str, str]]] = []
    glued = False
    high = ""
    for token in re.split(r"(</?[bis]>|\s+)", text):
        if token in ("<b>", "</b>"):
            bold = token == "<b>"
        elif token in ("<s>", "</s>"):
            high = "^" if token == "<s>" else ""
        elif token in ("<i>", "</i>"):
            italic = token == "<i>"
        elif token.isspace():
            glued = False
        elif token:
            piece = (token, style.face(bold, italic) + high)
            if glued:
                found[-1].append(piece)
            else:
                found.append([piece])
            glued = True
    return found


def span(text: str, face: str, size: float) -> float:
    """How wide a text is set."""
    small = 0.62 if face.endswith("^") else 1
    return float(pdfmetrics.stringWidth(text, face.rstrip("^"), size * small))


def wrap(
    text: str,
    style: Style,
    width: float,
    before: float = 0,
    indent: float = 0,
    marker: str = "",
    first: float = 0,
) -> list[Line]:
    """A text as lines no wider than `width`; a marker hangs left of the indented lines."""
    measure = lambda parts: sum(span(t, f, style.size) for t, f in parts)  # noqa: E731
    blank = pdfmetrics.stringWidth(" ", style.face(), style.size)
    rest = words_of(text, style)
    lines: list[list[list[tuple[str, str]]]] = [[]]
    room = width - indent - first
    used = 0.0
    while rest:
        word = rest.pop(0)
        need = measure(word) + (blank if lines[-1] else 0)
        if used + need <= room:
            lines[-1].append(word)
            used += need
            continue
        letters, face = word[0]
        cut = 0
        if style.hyphens and len(word) == 1:
            left = room - used - (blank if lines[-1] else 0)
            fits = [i for i in breaks(letters) if measure([(letters[:i] + "-", face)]) <= left]
            cut = max(fits, default=0)
        if cut:
            lines[-1].append([(letters[:cut] + "-", face)])
            rest.insert(0, [(letters[cut:], face)])
        elif lines[-1]:
            rest.insert(0, word)
        else:
            fits = [i for i in range(1, len(letters)) if measure([(letters[:i], face)]) <= room]
            cut = max(fits, default=len(letters) - 1)
            lines[-1].append([(letters[:cut], face)])
            rest.insert(0, [(letters[cut:], face)])
        lines.append([])
        room, used = width - indent, 0.0
    return [
        laid_out(
            parts,
            style,
            width,
            before if n == 0 else 0,
            indent + (first if n == 0 else 0),
            marker if n == 0 else "",
        )
        for n, parts in enumerate(part for part in lines if part)
    ]


def laid_out(
    parts: list[list[tuple[str, str]]], style: Style, width: float, before: float, indent: float, marker: str
) -> Line:
    """One line's words as runs of one face each."""
    runs: list[tuple[float, str, str]] = []
    blank = pdfmetrics.stringWidth(" ", style.face(), style.size)
    total = sum(span(t, f, style.size) for w in parts for t, f in w) + blank * (len(parts) - 1)
    x = {"left": indent, "right": width - total, "centre": (width - total) / 2}[style.align]
    for word in parts:
        for n, (text, face) in enumerate(word):
            if runs and runs[-1][2] == face:
                offset, sofar, _ = runs[-1]
                runs[-1] = (offset, sofar + (" " if n == 0 else "") + text, face)
            else:
                runs.append((x, text, face))
            x += span(text, face, style.size)
        x += blank
    if marker:
        runs.insert(0, (indent - style.indent + 2, marker, style.face()))
    return Line(tuple(runs), style.size, style.leading, before, style.grey)


def table(block: Block, style: Style, width: float, before: float) -> list[Piece]:
    """A ruled table, its columns as wide as their words need."""
    small = replace(style, size=style.size - 1, leading=style.leading - 1.5)
    bold = replace(small, bold=True)
    natural = [
        max(pdfmetrics.stringWidth(plain(c), bold.face(), small.size) for c in column) + 12
        for column in zip(*block.rows, strict=True)
    ]
    spare = width - sum(natural)
    widths = [n + spare / len(natural) for n in natural] if spare > 0 else natural
    if spare < 0:
        widest = max(range(len(natural)), key=natural.__getitem__)
        widths[widest] = max(width - sum(natural) + natural[widest], 60)
    rows: list[Piece] = []
    for n, cells in enumerate(block.rows):
        look = bold if block.head and n == 0 else small
        filled = tuple(tuple(wrap(c, look, w - 8)) for c, w in zip(cells, widths, strict=True))
        rows.append(Row(filled, tuple(widths), before if n == 0 else 0))
    return rows


def flow_of(source: str | Sequence[Block], style: Style, width: float) -> list[Piece]:
    """A marked-up text as pieces."""
    pieces: list[Piece] = []
    for n, block in enumerate(blocks(source) if isinstance(source, str) else source):
        gap = style.gap if n else 0
        tight = 0.3 * gap
        if block.kind == "table":
            pieces += [*table(block, style, width, gap), Space(4)]
        elif block.kind == "bullet":
            pieces += wrap(block.text, style, width, tight, style.indent + 8, style.bullet)
        elif block.kind == "subbullet":
            pieces += wrap(block.text, style, width, tight, 2 * style.indent + 8, style.subbullet)
        elif block.kind == "number":
            number, _, text = block.text.partition(" ")
            pieces += wrap(text, style, width, tight, style.indent, number)
        elif block.kind == "subnumber":
            number, _, text = block.text.partition(" ")
            pieces += wrap(text, style, width, tight, 2 * style.indent, number)
        elif block.kind == "head":
            pieces += wrap(block.text, replace(style, bold=True, hyphens=False), width, gap)
        elif block.kind == "italic":
            pieces += wrap(block.text, replace(style, italic=True), width, gap)
        else:
            pieces += wrap(block.text, style, width, 0 if block.kind == "line" else gap)
    return pieces
