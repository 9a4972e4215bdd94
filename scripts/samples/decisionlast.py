"""Layout 3: contents with dot leaders, a ruled page head, dated decisions, attachments in columns."""

from dataclasses import replace

from reportlab.lib.pagesizes import A4

from samples.model import Item, Minutes, Section
from samples.pieces import Rule, Style, flow_of, span, wrap
from samples.typeset import Flow

BODY = Style(size=9.6, leading=12, gap=10, hyphens=True)
LABEL = replace(BODY, bold=True, hyphens=False)
FRONT = replace(BODY, size=14, leading=18, hyphens=False)


def leader(flow: Flow, number: str, title: str, page: int) -> None:
    """A line of the contents: number, title, dots, page; a long title wraps before the dots."""
    style = replace(BODY, hyphens=False)
    lines = wrap(title, style, flow.width - 90)
    flow.at(flow.left, A4[1] - flow.y + 10, f"{number}.", style)
    flow.put(lines[:-1], 44)
    last = " ".join(text for _, text, _ in lines[-1].runs)
    face = style.face()
    room = flow.width - 44 - span(last, face, style.size) - span(str(page), face, style.size) - 4
    dots = "." * int(room / span(".", face, style.size))
    y = A4[1] - flow.y + 10
    flow.at(flow.left + 44, y, last + dots, style)
    flow.at(A4[0] - flow.right, y, str(page), style, right=True)
    flow.y -= 19


def attachment_rows(flow: Flow, item: Item, numbers: list[str], closed: tuple[str, ...]) -> None:
    """The attachments in columns: running number, open or closed, title, document number."""
    for n, (title, number) in enumerate(zip(item.attachments, numbers, strict=True), 1):
        state = "Lukket" if title in closed else "Åben"
        flow.row(
            (0, wrap(str(n), BODY, 20)),
            (18, wrap(state, BODY, 50)),
            (62, wrap(title, replace(BODY, hyphens=False), flow.width - 140)),
            (flow.width - 66, wrap(number, BODY, 66)),
        )


def section(flow: Flow, part: Section, item: Item, numbers: list[str]) -> None:
    """A bold label on its own line, then the text."""
    flow.need(40)
    flow.text(part.printed or part.label, LABEL)
    flow.y -= 1
    if part.json()["role"] == "attachments" and numbers:
        attachment_rows(flow, item, numbers, ())
    elif part.text:
        flow.text(part.text, BODY)
    flow.y -= 14


def chapter(
    minutes: Minutes, front: list[str], head: str, short: str, papers: dict[str, list[str]], signed: bool
):
    """The minutes as pages; `papers` are the document numbers of each item's attachments."""

    def header(flow: Flow) -> None:
        if flow.page == 1:
            return
        first, second = head.split("\n")
        flow.at(flow.left + 130, 38, first, replace(BODY, size=8.5))
        flow.at(flow.left + 130, 48, second, replace(BODY, size=8.5))
        flow.at(flow.left + 380, 38, f"Side {flow.page - 1}", replace(BODY, size=8.5))
        flow.canvas.setLineWidth(0.8)
        flow.canvas.line(flow.left + 374, A4[1] - 28, flow.left + 374, A4[1] - 62)
        flow.canvas.line(flow.left - 14, A4[1] - 66, A4[0] - flow.right + 14, A4[1] - 66)

    def draw(flow: Flow) -> None:
        flow.left, flow.right, flow.top, flow.bottom, flow.header = 78, 78, 96, 60, header
        flow.new_page()
        flow.text(minutes.municipality, replace(LABEL, size=22, leading=44))
        flow.text("Referat", replace(LABEL, size=20, leading=32))
        flow.text(minutes.committee + short, replace(FRONT, size=16, leading=34))
        for line in front:
            flow.text(line, FRONT)
        flow.y -= 30
        flow.text("Medlemmer", replace(LABEL, size=12, leading=20))
        for n in range(0, len(minutes.people), 2):
            cells = [
                (x, flow_of(p.lettered() + (f", {p.role.lower()}" if p.role else ""), BODY, 200))
                for x, p in zip((0, 210), minutes.people[n : n + 2], strict=False)
            ]
            flow.row(*cells)
        flow.y -= 14
        flow.text("Fraværende", replace(LABEL, size=12, leading=20))
        flow.new_page()
        flow.text("Indholdsfortegnelse", replace(LABEL, size=13, leading=30, align="centre"))
        flow.at(flow.left, A4[1] - flow.y, "Punkt nr.", LABEL)
        flow.at(A4[0] - flow.right, A4[1] - flow.y, "Side", LABEL, right=True)
        flow.y -= 30
        for item in minutes.items:
            closed = "" if item.open else "LUKKET SAG - "
            leader(flow, item.number, closed + item.title, flow.known.get(item.number, 1) - 1)
        flow.new_page()
        for item in minutes.items:
            flow.need(130)
            flow.mark(item.number)
            closed = "" if item.open else "LUKKET SAG - "
            flow.row(
                (0, wrap(f"{item.number}.", replace(LABEL, size=11.5, leading=14), 40)),
                (38, wrap(closed + item.title, replace(LABEL, size=11.5, leading=14), flow.width - 38)),
            )
            flow.y -= 2
            if item.case:
                flow.row((0, wrap("Sagsnr.:", LABEL, 80)), (88, wrap(item.case, BODY, 200)))
            for part in item.sections:
                if part.label == "Sagen afgøres i":
                    flow.row((0, wrap("Sagen afgøres i:", LABEL, 84)), (88, wrap(part.text, BODY, 300)))
            flow.y -= 8
            for part in item.sections:
                if part.label != "Sagen afgøres i":
                    section(flow, part, item, papers.get(item.number, []))
            flow.y -= 10
        if not signed:
            return
        flow.new_page()
        flow.text("Underskriftsside", LABEL)
        flow.y -= 30
        for n in range(0, len(minutes.people), 2):
            flow.stacks(
                *[
                    (
                        x,
                        [
                            Rule(150, 8, 4),
                            *wrap(p.lettered(), BODY, 190),
                            *wrap(" ", BODY, 10),
                            Rule(0, 20, 0, 0),
                        ],
                    )
                    for x, p in zip((0, 220), minutes.people[n : n + 2], strict=False)
                ]
            )

    return draw
