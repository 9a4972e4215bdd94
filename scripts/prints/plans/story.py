"""Paragraphs, bullets, boxes and pages for plans and memos, set with reportlab's platypus."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Drawing, Line, PolyLine
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from prints.plans.style import Style
from prints.press import VOWELS, face

WINGDINGS = ("\uf0b7", "✓", "▪")


class Types:
    """The types of a style, and the flowables made of them."""

    def __init__(self, style: Style) -> None:
        self.style = style
        letters = face(style.face)
        size = style.size
        lead = size * style.leading
        align = 4 if style.align == "justify" else 0
        self.body = ParagraphStyle(
            "body", fontName=letters.regular, fontSize=size, leading=lead, spaceAfter=0.75 * lead, alignment=align,
            embeddedHyphenation=1, uriWasteReduce=0, splitLongWords=0,
        )  # fmt: skip
        self.left = ParagraphStyle("left", parent=self.body, alignment=0)
        self.bold = ParagraphStyle("bold", parent=self.left, fontName=letters.bold)
        self.italic = ParagraphStyle("italic", parent=self.left, fontName=letters.italic)
        self.small = ParagraphStyle("small", parent=self.left, fontSize=size * 0.78, leading=size)
        big = size * 1.22 if style.size > 10 else size * 1.45
        self.chapter = ParagraphStyle(
            "chapter",
            parent=self.bold,
            fontSize=big,
            leading=big * 1.22,
            spaceBefore=lead,
            spaceAfter=lead * 0.7,
        )
        mid = size * 1.12
        self.section = ParagraphStyle(
            "section",
            parent=self.bold,
            fontSize=mid,
            leading=mid * 1.25,
            spaceBefore=lead * 0.8,
            spaceAfter=lead * 0.4,
        )
        self.title = ParagraphStyle(
            "title", parent=self.bold, fontSize=size * 2.3, leading=size * 2.9, spaceAfter=lead
        )

    def p(
        self, text: str, style: ParagraphStyle | None = None, hyphens: bool = True, **changes: Any
    ) -> Paragraph:
        style = style or self.body
        if changes:
            style = ParagraphStyle("changed", parent=style, **changes)
        words = _soft(text) if self.style.hyphens and hyphens else text
        return Paragraph(escape(words), style)

    def bullets(
        self,
        texts: Sequence[tuple[str, int]],
        mark: str,
        tight: bool = True,
        inside: float = 8.0,
        sub: str = "o",
    ) -> list[Paragraph]:
        """Bullets of two levels; the text hangs right of its mark."""
        made = []
        for text, level in texts:
            indent = inside + 14 + (level - 1) * 16
            sign = mark if level == 1 else (sub if mark != "o" else "–")
            style = ParagraphStyle(
                "bullet", parent=self.left, leftIndent=indent, bulletIndent=indent - 14, spaceAfter=2.5 if tight else 6,
                bulletFontName=_font_of(sign, self.left.fontName), bulletFontSize=self.left.fontSize,
            )  # fmt: skip
            made.append(
                Paragraph(escape(_soft(text) if self.style.hyphens else text), style, bulletText=_sign(sign))
            )
        return made

    def box(self, content: Sequence[Flowable], width: float) -> list[Flowable]:
        """A box of its kind, in rows so that a page's end may part it."""
        kind = self.style.box
        if kind == "none":
            return [*content, Spacer(1, self.body.leading * 0.6)]
        drawn: list[tuple[Any, ...]] = [
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
        ]
        if kind in ("stroke", "stroke each"):
            drawn.append(("BOX", (0, 0), (-1, -1), 0.7, colors.black))
        if kind == "fill":
            drawn.append(("BACKGROUND", (0, 0), (-1, -1), colors.HexColor("#e6edf3")))
        if kind == "rules":
            drawn += [
                ("LINEABOVE", (0, 0), (-1, 0), 0.7, colors.black),
                ("LINEBELOW", (0, -1), (-1, -1), 0.7, colors.black),
            ]
        table = Table([[one] for one in content], colWidths=[width], style=drawn)
        return [table, Spacer(1, self.body.leading * 0.8)]


def _font_of(sign: str, usual: str) -> str:
    if sign in WINGDINGS:
        known = face("serif").regular
        return known if "DejaVu" in known else usual
    return usual


def _sign(sign: str) -> str:
    """A sign that the font has."""
    if sign in WINGDINGS and "DejaVu" not in face("serif").regular:
        return "•"
    return "•" if sign == "\uf0b7" else sign


def _soft(text: str) -> str:
    """Long words with places where they may be cut."""
    return re.sub(r"(?<![\w-])[a-zæøåA-ZÆØÅ][a-zæøå]{8,}(?![\w-])", lambda match: _cuts(match[0]), text)


def _cuts(word: str) -> str:
    made = word[:3]
    for place in range(3, len(word)):
        before, after = word[place - 1], word[place : place + 2]
        if (
            place <= len(word) - 3
            and before in VOWELS
            and after[0] not in VOWELS
            and len(after) > 1
            and after[1] in VOWELS
        ):
            made += "\u00ad"
        made += word[place]
    return made


def chart(width: float) -> Drawing:
    """A chart of lines: strokes that frame no words."""
    drawing = Drawing(width, 92)
    drawing.add(Line(8, 8, width - 8, 8))
    drawing.add(Line(8, 8, 8, 88))
    for row in range(1, 5):
        drawing.add(Line(8, 8 + row * 18, width - 8, 8 + row * 18, strokeColor=colors.lightgrey))
    for lift in (0, 14):
        points = [8, 70 - lift, 0.3 * width, 60 - lift, 0.6 * width, 46 - lift, width - 10, 30 - lift]
        drawing.add(PolyLine(points, strokeWidth=1.5))
    return drawing


class Numbered(Canvas):  # type: ignore[misc]
    """A canvas that knows how many pages there are."""

    furniture: Any = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "invariant": 1})
        self.kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802
        self.kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, state in enumerate(self.kept, 1):
            self.__dict__.update(state)
            type(self).furniture(self, number, len(self.kept))
            super().showPage()
        super().save()


def typeset(
    path: Path, story: Sequence[Flowable], style: Style, header: str, footer: str, cover: bool, kind: str
) -> int:
    """Write the file; how many pages it has."""
    side, top = style.margins
    width = A4[0] - 2 * side
    regular = face(style.face).regular

    def furniture(canvas: Canvas, page: int, pages: int) -> None:
        canvas.setFont(regular, 8)
        if header and not (cover and page == 1):
            canvas.drawString(side, A4[1] - 34, header)
        said = footer.format(page=page, pages=pages)
        if said and not (cover and page == 1):
            canvas.drawString(A4[0] / 2 - pdfmetrics.stringWidth(said, regular, 8) / 2, 30, said)

    class Own(Numbered):
        pass

    Own.furniture = staticmethod(furniture)
    count: list[int] = []
    document = BaseDocTemplate(
        str(path), pagesize=A4, leftMargin=side, rightMargin=side, topMargin=top, bottomMargin=top
    )
    tall = A4[1] - 2 * top
    one = Frame(side, top, width, tall, 0, 0, 0, 0, id="one")
    half = (width - 20) / 2
    two = [
        Frame(side, top, half, tall, 0, 0, 0, 0, id="a"),
        Frame(side + half + 20, top, half, tall, 0, 0, 0, 0, id="b"),
    ]
    single = PageTemplate(id="one", frames=[one], onPage=lambda c, d: count.append(d.page))
    double = PageTemplate(id="two", frames=two, onPage=lambda c, d: count.append(d.page))
    document.addPageTemplates(
        [single, double] if style.columns == 1 or kind == "memo" or cover else [double, single]
    )
    document.build(list(story), canvasmaker=Own)
    return max(count)


__all__ = ["CondPageBreak", "NextPageTemplate", "Types", "chart", "typeset"]
