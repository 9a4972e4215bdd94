"""Layouts 5 and 6: decisions of one body after another, labelled in the genitive, or by body and date."""

from dataclasses import replace

from reportlab.lib.pagesizes import A4

from samples.model import Item, Minutes
from samples.pieces import Rule, Style, flow_of, wrap
from samples.typeset import Flow

BODY = Style("vera", size=8.6, leading=12.2, gap=8, indent=15)
LABEL = replace(BODY, bold=True)
PLAIN = Style("sans", size=10.5, leading=13.2, gap=10)
STRONG = replace(PLAIN, bold=True)


def chapter(minutes: Minutes, front: list[tuple[str, str]], dated: str):
    """Layout 5: genitive labels in small capitals' place, a rule above each item."""

    def header(flow: Flow) -> None:
        flow.at(flow.left, 36, minutes.municipality, replace(BODY, size=7.5, grey=0.3))
        flow.at(A4[0] / 2 - 40, 36, minutes.committee, replace(BODY, size=7.5, grey=0.3))
        side = f"{dated}   Side {flow.page}"
        flow.at(A4[0] - flow.right, 36, side, replace(BODY, size=7.5, grey=0.3), right=True)

    def heading(flow: Flow, item: Item) -> None:
        flow.need(120)
        flow.mark(item.number)
        flow.put([Rule(flow.width, 3, 9, 1.4)])
        flow.text(f"Punkt {item.number}: {item.title}", replace(LABEL, size=10.5, leading=14))
        closed = "Åbent punkt" if item.open else "Lukket punkt"
        flow.text(f"{closed} - J.nr. {item.case}" if item.case else closed, replace(BODY, size=7.8))
        flow.y -= 10

    def draw(flow: Flow) -> None:
        flow.left, flow.right, flow.top, flow.bottom, flow.header = 68, 68, 62, 58, header
        flow.new_page()
        flow.text(f"Referat af møde i {minutes.committee}", replace(LABEL, size=15, leading=22))
        flow.y -= 8
        for label, value in front:
            flow.row((0, wrap(label, LABEL, 100)), (106, flow_of(value, BODY, flow.width - 106)))
            flow.y -= 6
        flow.y -= 14
        for item in minutes.items:
            heading(flow, item)
            for part in item.sections:
                flow.need(36)
                flow.text(part.printed or part.label, LABEL)
                flow.text(part.text, BODY)
                flow.y -= 9
            flow.y -= 10

    return draw


def unlabelled(minutes: Minutes, front: list[tuple[str, str]], present: list[str], absent: list[str]):
    """Layout 6: "Pkt. 17" above the title, and "<body>, <date>, pkt. 17" above what was decided."""

    def header(flow: Flow) -> None:
        flow.at(
            A4[0] - flow.right, 806, f"{flow.page}/{flow.known['pages']}", replace(PLAIN, size=8), right=True
        )

    def draw(flow: Flow) -> None:
        flow.left, flow.right, flow.top, flow.bottom, flow.header = 76, 88, 64, 62, header
        flow.new_page()
        flow.text(minutes.municipality, replace(PLAIN, size=12, leading=20))
        flow.text(minutes.committee, replace(STRONG, size=17, leading=24))
        flow.text("Referat", replace(PLAIN, size=13, leading=24))
        for label, value in front:
            flow.text(f"{label} {value}", PLAIN)
        flow.y -= 16
        flow.row((0, wrap("Medlemmer:", STRONG, 200)), (240, wrap("Fraværende:", STRONG, 180)))
        names = [line for name in present for line in wrap(name, PLAIN, 220)]
        gone = [line for name in absent for line in wrap(name, PLAIN, 180)]
        flow.row((0, names), *([(240, gone)] if gone else []))
        flow.y -= 26
        for item in minutes.items:
            flow.need(130)
            flow.mark(item.number)
            flow.text(f"Pkt. {item.number}", PLAIN)
            closed = "" if item.open else " (Lukket)"
            flow.text(item.title + closed, replace(STRONG, size=13, leading=16.5))
            if item.case:
                flow.text(item.case, replace(PLAIN, size=9))
            flow.y -= 9
            for part in item.sections:
                flow.need(40)
                flow.text(part.printed or part.label, STRONG)
                flow.text(part.text, PLAIN)
                flow.y -= 10
            flow.y -= 16

    return draw
