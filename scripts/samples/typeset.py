"""Pages filled from top to bottom: columns side by side, boxes that go on over the page's end, one file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from samples.pieces import Piece, Style, flow_of


@dataclass
class Flow:
    """Pages filled from top to bottom; made twice, so that page numbers and their total are known."""

    canvas: Canvas
    left: float = 70
    right: float = 60
    top: float = 60
    bottom: float = 60
    header: "Callable[[Flow], None] | None" = None
    page: int = 0
    y: float = 0
    marks: dict[str, int] = field(default_factory=dict)
    known: dict[str, int] = field(default_factory=dict)
    boxed: float | None = None
    reserved: float = 0
    """Room kept free at this page's foot."""
    box_inset: float = 0

    @property
    def width(self) -> float:
        return A4[0] - self.left - self.right

    def new_page(self) -> None:
        """Start a page, closing and reopening a box that is under way."""
        if self.page:
            self.close_frame()
            self.canvas.showPage()
        self.page += 1
        self.reserved = 0
        self.y = A4[1] - self.top
        if self.boxed is not None:
            self.boxed = self.y
            self.y -= 4
        if self.header:
            self.header(self)

    def mark(self, name: str) -> None:
        self.marks[name] = self.page

    def room(self) -> float:
        return self.y - self.bottom - self.reserved

    def need(self, height: float) -> None:
        """A new page unless this much room is left."""
        if self.room() < height:
            self.new_page()

    def put(self, pieces: Iterable[Piece], x: float = 0) -> None:
        """Pieces one below the other, over as many pages as it takes."""
        for piece in pieces:
            self.need(piece.height)
            piece.draw(self.canvas, self.left + x, self.y)
            self.y -= piece.height

    def text(
        self, source: str, style: Style, x: float = 0, width: float | None = None, before: float = 0
    ) -> None:
        if before and self.room() > before:
            self.y -= before
        self.put(flow_of(source, style, width or self.width - x), x)

    def row(self, *columns: tuple[float, Sequence[Piece]]) -> None:
        """Columns side by side, each in its own rhythm: at the page's end all go on at the next."""
        rest = [list(pieces) for _, pieces in columns]
        tops = [self.y] * len(columns)
        self.need(max(pieces[0].height for pieces in rest if pieces))
        while any(rest):
            tops = [self.y] * len(columns)
            for n, (x, _) in enumerate(columns):
                while rest[n] and tops[n] - rest[n][0].height >= self.bottom + self.reserved:
                    piece = rest[n].pop(0)
                    piece.draw(self.canvas, self.left + x, tops[n])
                    tops[n] -= piece.height
            if any(rest):
                self.y = min(tops)
                self.new_page()
        self.y = min(tops)

    def stacks(self, *columns: tuple[float, Sequence[Piece]]) -> None:
        """Columns side by side on one page, each in its own rhythm."""
        tall = max(sum(p.height for p in pieces) for _, pieces in columns)
        self.need(tall)
        for x, pieces in columns:
            y = self.y
            for piece in pieces:
                piece.draw(self.canvas, self.left + x, y)
                y -= piece.height
        self.y -= tall

    def open_box(self, inset: float = 6) -> None:
        self.boxed = self.y
        self.box_inset = inset
        self.y -= 4

    def close_frame(self) -> None:
        if self.boxed is not None:
            self.canvas.setLineWidth(0.8)
            self.canvas.rect(
                self.left - self.box_inset,
                self.y - 5,
                self.width + 2 * self.box_inset,
                self.boxed - self.y + 5,
            )

    def close_box(self) -> None:
        self.close_frame()
        self.boxed = None
        self.y -= 10

    def at(self, x: float, y: float, text: str, style: Style, right: bool = False) -> None:
        """Words at a fixed place of the page, y counted from its top."""
        self.canvas.setFont(style.face(), style.size)
        self.canvas.setFillGray(style.grey)
        draw = self.canvas.drawRightString if right else self.canvas.drawString
        draw(x, A4[1] - y, text)
        self.canvas.setFillGray(0)


Chapter = Callable[[Flow], None]


def make_pdf(path: Path, chapters: Sequence[Chapter], title: str) -> list[tuple[int, int]]:
    """Typeset the chapters into one file; returns the first and last page of each."""
    known: dict[str, int] = {}
    ranges: list[tuple[int, int]] = []
    for _ in range(2):
        canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
        canvas.setTitle(title)
        canvas.setAuthor("udvalgsarkiv")
        canvas.setCreator("scripts/make_corpus")
        ranges, page, marks = [], 0, {}
        for number, chapter in enumerate(chapters):
            flow = Flow(canvas, known={**known, "pages": known.get(f"pages {number}", 0)})
            chapter(flow)
            canvas.showPage()
            ranges.append((page + 1, page + flow.page))
            page += flow.page
            marks |= {f"{number} {name}": at for name, at in flow.marks.items()} | flow.marks
            marks[f"pages {number}"] = flow.page
        known = marks
    canvas.save()
    return ranges
