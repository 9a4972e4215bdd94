"""Layout 4: three lines a heading (case number, item number, title), numbers that run through the year."""

from dataclasses import replace

from reportlab.lib.pagesizes import A4

from samples.model import Item, Minutes
from samples.pieces import Style, flow_of, wrap
from samples.typeset import Flow

BODY = Style("serif", size=11, leading=13.6, gap=9, subbullet="-", hyphens=True)
LABEL = replace(BODY, bold=True, hyphens=False)
WHOLE = replace(BODY, hyphens=False)


def chapter(minutes: Minutes, name: str, front: list[tuple[str, str]], dated: str):
    """The minutes as pages; `front` are the lines of the first page."""

    def header(flow: Flow) -> None:
        if flow.page > 1:
            flow.at(flow.left, 40, f"{minutes.committee}, {dated}", replace(BODY, size=9))
            flow.at(A4[0] - flow.right, 40, f"Sidenr. {flow.page}", replace(BODY, size=9), right=True)

    def heading(flow: Flow, item: Item) -> None:
        flow.need(120)
        flow.mark(item.number)
        flow.text(item.case or "", BODY)
        flow.text(f"{item.number}.", LABEL)
        closed = "" if item.open else "Lukket punkt - "
        flow.text(closed + item.title, replace(LABEL, size=12, leading=15))
        flow.y -= 7

    def draw(flow: Flow) -> None:
        flow.left, flow.right, flow.top, flow.bottom, flow.header = 84, 84, 66, 64, header
        flow.new_page()
        flow.text(minutes.municipality.upper(), replace(LABEL, size=12, leading=20))
        flow.text(name, replace(LABEL, size=22, leading=40))
        flow.text(minutes.committee, replace(BODY, size=16, leading=26))
        flow.y -= 12
        for label, value in front:
            flow.row((0, wrap(label, LABEL, 110)), (116, flow_of(value, WHOLE, flow.width - 116)))
            flow.y -= 7
        flow.y -= 20
        flow.text("Indholdsfortegnelse", LABEL)
        flow.y -= 6
        for item in minutes.items:
            closed = "" if item.open else "Lukket punkt - "
            lines = wrap(closed + item.title, replace(BODY, hyphens=False), flow.width - 80)
            y = flow.y
            flow.row((0, wrap(item.number, BODY, 30)), (34, lines))
            flow.at(A4[0] - flow.right, A4[1] - y + 11, str(flow.known.get(item.number, 0)), BODY, right=True)
        flow.new_page()
        for item in minutes.items:
            heading(flow, item)
            for part in item.sections:
                flow.need(40)
                flow.text(f"{part.label}:", LABEL)
                flow.text(part.text, BODY)
                flow.y -= 9
            flow.y -= 20

    return draw
