"""A print in the making: the press, the style's types, and the answer that grows beside it."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

from reportlab.lib.pagesizes import A4, LETTER, landscape

from prints.meeting import Meeting, Person
from prints.press import Cell, Line, Press, Run, broken, face, wide
from prints.style import Style
from prints.words import day

PAPERS = {"a4": A4, "letter": LETTER, "landscape": landscape(A4)}


class Page:
    """What the drawing functions share."""

    def __init__(
        self, path: Path, style: Style, meeting: Meeting, seed: int, pages: int, places: dict[int, int]
    ) -> None:
        self.style, self.meeting, self.pages, self.places = style, meeting, pages, places
        self.rng = Random(f"{seed} {style.name} {meeting.source} words")
        self.title = "Dagsorden" if meeting.kind == "agenda" else style.title
        letters = face(style.face)
        self.regular, self.bold, self.italic = letters.regular, letters.bold, letters.italic
        self.found: dict[int, int] = {}
        """On which page each item begins, by its place."""
        self.people: dict[str, dict[str, Any]] = {}
        self.answer: dict[str, Any] = {
            "kind": meeting.kind,
            "pages": [1, 1],
            "title": self.title,
            "municipality": meeting.municipality,
            "committee": meeting.committee,
            "term": None,
            "date": meeting.date.isoformat(),
            "start_time": meeting.start,
            "end_time": None,
            "place": meeting.place,
            "treated_order": meeting.treated_order,
            "items": [],
        }
        self.press = Press(
            path, PAPERS[style.paper], style.margins, style.leading, style.by_word, self.furniture
        )

    # What stands on every page

    def furniture(self, press: Press, page: int) -> None:
        """The header and the footer."""
        said = {
            "page": page,
            "pages": self.pages,
            "committee": self.meeting.committee,
            "title": self.title,
            "municipality": self.meeting.municipality,
            "date": day(self.meeting.date, "dash"),
        }
        size = self.style.furniture_size
        for texts, y, rule in (
            (self.style.header, 38.0, 44.0),
            (self.style.footer, press.size[1] - 34, press.size[1] - 46),
        ):
            left, middle, right = (text.format(**said) for text in texts)
            press.text(press.left, y, left, self.regular, size)
            press.text(
                (press.left + press.right - wide(middle, self.regular, size)) / 2,
                y,
                middle,
                self.regular,
                size,
            )
            press.text(press.right - wide(right, self.regular, size), y, right, self.regular, size)
            if self.style.ruled and any(texts):
                press.rule(y=rule)

    # Words

    def lines(
        self, runs: Sequence[Run], width: float, size: float | None = None, hyphens: bool | None = None
    ) -> list[Line]:
        return broken(
            runs, size or self.style.size, width, self.style.hyphens if hyphens is None else hyphens
        )

    def plain(
        self,
        text: str,
        bold: bool = False,
        size: float | None = None,
        align: str = "left",
        underline: bool = False,
        italic: bool = False,
        keep: int = 1,
        indent: float = 0.0,
    ) -> None:
        """A paragraph in one font."""
        press, size = self.press, size or self.style.size
        font = self.bold if bold else self.italic if italic else self.regular
        width = press.width - indent
        lines = self.lines([(text, font)], width, size, hyphens=False if bold or underline else None)
        start = press.y
        page = press.page
        press.row(
            [Cell(press.left + indent, width, list(lines), size, align)], keep=max(keep, min(len(lines), 3))
        )
        if underline and lines:
            if press.page != page:
                start = press.margins[1]
            for place, line in enumerate(lines):
                long = wide(" ".join(word for word, _ in line.words), font, size)
                x = press.left + indent + ((width - long) / 2 if align == "centre" else 0)
                base = start + size * press.leading * (place + 0.5) + size * 0.34
                press.rule(x, x + long, 0.5, y=base + 1.6)

    def runs(self, runs: Sequence[Run], indent: float = 0.0) -> None:
        """A paragraph in several fonts."""
        width = self.press.width - indent
        self.press.row(
            [
                Cell(
                    self.press.left + indent,
                    width,
                    list(self.lines(runs, width)),
                    self.style.size,
                    self.style.align,
                )
            ]
        )

    def body(
        self,
        texts: Sequence[str],
        x: float | None = None,
        width: float | None = None,
        gap: bool | None = None,
    ) -> Cell:
        """Paragraphs of running text as a cell."""
        x = self.press.left if x is None else x
        width = self.press.right - x if width is None else width
        lines: list[Line | None] = []
        for text in texts:
            if lines and (self.style.gap if gap is None else gap):
                lines.append(None)
            lines.extend(self.lines([(text, self.regular)], width))
        return Cell(x, width, lines or [None], self.style.size, self.style.align)

    def pair(self, label: str, value: str, bold: bool, width: float | None = None) -> None:
        """A label at the left and its value further right; a line break in the value stays."""
        style, press = self.style, self.press
        broad = style.label_width if width is None else width
        font = self.bold if bold else self.regular
        left: list[Line | None] = list(self.lines([(label, font)], broad - 6, hyphens=False))
        right: list[Line | None] = []
        for part in value.split("\n"):
            right.extend(self.lines([(part, self.regular)], press.width - broad, hyphens=False))
        press.row(
            [
                Cell(press.left, broad - 6, left, style.size),
                Cell(press.left + broad, press.width - broad, right, style.size),
            ]
        )

    def cells(self, columns: Sequence[tuple[str, float]], bold: bool = False, indent: float = 0.0) -> None:
        """Short texts in columns of the given widths."""
        x, made = self.press.left + indent, []
        font = self.bold if bold else self.regular
        for text, width in columns:
            made.append(
                Cell(
                    x, width - 6, list(self.lines([(text, font)], width - 6, hyphens=False)), self.style.size
                )
            )
            x += width
        self.press.row(made)

    # The answer

    def attend(self, person: Person, status: str | None) -> None:
        """Note how somebody attended; None where a reader could not tell."""
        row: dict[str, Any] = {"name": person.name, "role": person.role, "party": person.party}
        if self.style.people in {"none", "flat"} or (self.style.people == "table" and person.away):
            row.pop("role")
        if status:
            row["status"] = status
        self.people[person.name] = row

    def early(self, date: datetime.date) -> str:
        """A date as the style's decision labels print it."""
        return day(date, self.style.decision_when)
