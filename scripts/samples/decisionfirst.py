"""Layout 2: a list of those present, contents without leaders, and the decision first under each item."""

from dataclasses import replace

from reportlab.pdfbase.pdfmetrics import stringWidth

from samples.model import Item, Minutes, Section
from samples.pieces import Rule, Style
from samples.typeset import Flow

BODY = Style(size=9.5, leading=12.6, gap=7, indent=16)
LABEL = replace(BODY, bold=True, size=10, leading=13)
GREY = replace(BODY, size=9, grey=0.35)


def section(flow: Flow, part: Section) -> None:
    """A bold label and its text; a proposal is set in italic."""
    flow.need(46)
    flow.text(part.label, LABEL)
    flow.y -= 8
    role = part.json()["role"]
    look = replace(BODY, italic=True) if role == "proposal" else BODY
    for printed, text in part.entries:
        flow.text(printed, BODY)
        flow.put([Rule(stringWidth(printed, BODY.face(), BODY.size), -1.5, 2, 0.4)])
        flow.text(text, BODY)
        flow.y -= 5
    if part.text and not part.entries:
        flow.text(part.text, look)
    flow.y -= 12


def item_block(flow: Flow, item: Item) -> None:
    """One item: heading with a rule below, case number, decision, then the rest."""
    flow.need(92)
    flow.mark(item.number)
    closed = "" if item.open else "Lukket: "
    flow.text(f"{item.number}. {closed}{item.title}", replace(LABEL, size=12.5, leading=15.5))
    flow.put([Rule(flow.width, 2, 7, 0.6, grey=0.3)])
    if item.case:
        flow.text(f"Sagsnr.: {item.case}", GREY)
        flow.y -= 10
    decision = item.decision
    if decision:
        if decision.labelled:
            flow.text("Beslutning", LABEL)
            flow.y -= 8
        flow.text(decision.text, BODY)
        flow.y -= 9
    if decision and decision.absent_line:
        flow.text(decision.absent_line, BODY)
        flow.y -= 12
    for part in item.sections:
        if part.json()["role"] != "decision":
            section(flow, part)
    flow.y -= 8


def chapter(minutes: Minutes, when: str, present: list[str], absent: list[str], term: str = ""):
    """The minutes as pages."""

    def draw(flow: Flow) -> None:
        flow.left, flow.right, flow.top, flow.bottom = 62, 62, 76, 64
        flow.new_page()
        flow.text(minutes.title or "", replace(LABEL, size=16, leading=23))
        flow.text(minutes.committee + term, replace(LABEL, size=12.5, leading=17))
        flow.y -= 4
        for line in (when, minutes.place or "", minutes.municipality):
            flow.text(line, GREY)
        flow.y -= 14
        for label, names in (("Deltagere", present), ("Fraværende", absent or ["Ingen"])):
            flow.text(label, replace(LABEL, size=11))
            flow.y -= 6
            for name in names:
                flow.text(name, BODY)
            flow.y -= 14
        flow.text("Indholdsfortegnelse", replace(LABEL, size=11))
        flow.y -= 6
        for item in minutes.items:
            closed = "" if item.open else "Lukket: "
            flow.text(f"{item.number}. {closed}{item.title}", replace(BODY, leading=14.5))
        flow.new_page()
        for item in minutes.items:
            item_block(flow, item)

    return draw
