"""A block: a heading, a paragraph, a bullet or a numbered part, and pieces of one with their words."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.documents.frames import Frame
from pipeline.reading import is_bullet as is_usual_bullet
from pipeline.reading import line_of, places_of, text_of
from schemas.page import Line
from schemas.place import Places

MORE_BULLETS = frozenset("✓✔→»>*◆❖⦁∙►✦❑□♦⮚")
"""Bullets that only plans were seen to use, beside those that the reading knows."""


def is_bullet(word: str) -> bool:
    """Whether a word is only a bullet."""
    return is_usual_bullet(word) or word in MORE_BULLETS


@dataclass(slots=True)
class Block:
    """A heading, a paragraph, a bullet or a numbered part."""

    lines: list[Line]
    """Cut to its words: without the bullet or number in front."""

    mark: str | None
    """The bullet or number in front, as printed."""

    left: float
    """Left edge of the mark, or of the first line where there is none."""

    text_left: float
    """Left edge of the words."""

    frame: Frame | None = None
    """The drawn box or cell that it stands in."""

    heading: bool = False
    """Whether type or weight makes it a heading."""

    contents: bool = False
    """Whether it is an entry of the contents."""

    note: bool = False
    """Whether it is a footnote or other small print."""

    bold: bool = False
    italic: bool = False
    size: float = 0.0
    marked: list[Line] = field(default_factory=list)
    """The first line with its mark, where it has one."""
    _text: str | None = None

    @property
    def page(self) -> int:
        """Where it begins, counted from 1."""
        return self.lines[0].page

    @property
    def text(self) -> str:
        """Its words, line breaks mended."""
        if self._text is None:
            self._text = text_of(self.lines)
        return self._text

    def add(self, *lines: Line) -> None:
        """Take in lines that it goes on with."""
        self.lines.extend(lines)
        self._text = None

    @property
    def bullet(self) -> bool:
        """Whether a bullet stands in front."""
        return self.mark is not None and is_bullet(self.mark)

    @property
    def number(self) -> str | None:
        """The number in front, without brackets and last dot."""
        if self.mark is None or is_bullet(self.mark):
            return None
        return self.mark.strip("().") or None

    @property
    def at(self) -> Places:
        """Where its words stand."""
        return places_of(self.lines)

    @property
    def whole(self) -> list[Line]:
        """Its lines, mark included."""
        return [*self.marked, *self.lines[1:]] if self.marked else self.lines


def lines_in(lines: Sequence[Line], start: int, end: int) -> list[Line]:
    """The lines, cut to the words, that hold a piece of their running text.

    Args:
        lines: In reading order.
        start: Offset of the piece's first character in `text_of(lines)`.
        end: Offset after its last.
    """
    text = text_of(lines)
    found: list[Line] = []
    position = 0
    for line in lines:
        chosen = []
        for word in line.words:
            begin: int | None = None
            for character in word.text:
                while position < len(text) and text[position].isspace():
                    position += 1
                if position < len(text) and text[position] == character:
                    begin = position if begin is None else begin
                    position += 1
            if begin is not None and begin < end and position > start:
                chosen.append(word)
        if chosen:
            found.append(line if len(chosen) == len(line.words) else line_of(chosen, line.page, line.row))
    return found


def places_in(lines: Sequence[Line], start: int, end: int) -> Places:
    """Where a piece of some lines' running text stands: one place a line, around its words alone."""
    return places_of(lines_in(lines, start, end))


def cut(block: Block, start: int, end: int) -> Block:
    """A block of a piece of another's text."""
    lines = lines_in(block.lines, start, end) or block.lines[:1]
    return replace(
        block,
        lines=lines,
        mark=None,
        marked=[],
        left=lines[0].x0,
        text_left=lines[0].x0,
        bold=lines[0].bold,
        heading=False,
        _text=None,
    )


SMALL_PRINT = 0.15
"""Letters of one small size that make up a larger share of a document are no small print: tables may be set larger."""


def clear_notes(blocks: list[Block]) -> None:
    """Take back that blocks are small print where they stand in a cell or their type is that of much of the text."""
    letters: dict[float, int] = {}
    for block in blocks:
        letters[round(block.size, 1)] = letters.get(round(block.size, 1), 0) + len(block.text)
    usual = {size for size, count in letters.items() if count >= SMALL_PRINT * sum(letters.values())}
    for block in blocks:
        block.note = block.note and block.frame is None and round(block.size, 1) not in usual
