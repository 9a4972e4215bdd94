"""Layout 1: bold labels in a left column, values to the right, rows that go on over the page's end."""

from dataclasses import replace

from reportlab.lib.pagesizes import A4

from samples.model import Minutes, Section
from samples.pieces import Rule, Space, Style, flow_of, wrap
from samples.typeset import Flow

BODY = Style(size=10, leading=12.2, gap=12, bullet="·")
LABEL = Style(size=10, leading=12.2, bold=True)
LABEL_WIDTH = 90
"""So narrow that the committee and the date of a decision take up to six lines."""
VALUE_AT = 122


def rows(flow: Flow, sections: list[Section]) -> None:
    """The rows of one item."""
    for section in sections:
        role = section.json()["role"]
        if role == "decision":
            flow.put([Rule(285, 8, 10, indent=0)])
        label = wrap(section.printed or section.label, LABEL, LABEL_WIDTH)
        value = flow_of(section.text, BODY, flow.width - VALUE_AT)
        flow.row((0, label), (VALUE_AT, value))
        flow.y -= 4


def chapter(
    minutes: Minutes,
    head: str,
    signed: list[tuple[str, str]],
    new_pages: bool = True,
    front: "list[tuple[str, str]] | None" = None,
    header_each: bool = True,
    footer: str = "",
):
    """The minutes as pages; `front` is a first page in the same form."""

    def draw(flow: Flow) -> None:
        flow.left, flow.right, flow.top, flow.bottom = 62, 92, 52, 70
        if footer:
            flow.header = lambda f: (
                f.at(f.left, 805, footer, replace(BODY, size=8, grey=0.4)),
                f.at(
                    A4[0] - f.right,
                    805,
                    f"Side {f.page} af {f.known['pages']}",
                    replace(BODY, size=8, grey=0.4),
                    right=True,
                ),
            )[0]
        flow.new_page()
        big = replace(LABEL, size=12, leading=16, align="centre")
        if front:
            flow.text(minutes.municipality, replace(LABEL, size=14, leading=18))
            flow.y -= 26
            flow.text(minutes.title or "", replace(LABEL, size=20, leading=26))
            flow.text(head, replace(BODY, size=15, leading=20))
            flow.y -= 24
            for label, value in front:
                flow.row(
                    (0, wrap(label, LABEL, LABEL_WIDTH)),
                    (VALUE_AT, flow_of(value, BODY, flow.width - VALUE_AT)),
                )
                flow.y -= 9
            flow.new_page()
        for n, item in enumerate(minutes.items):
            if n and new_pages:
                flow.new_page()
            elif n:
                flow.y -= 26
                flow.need(120)
            if header_each and new_pages:
                flow.text(head, big)
                flow.y -= 14
            flow.mark(item.number)
            closed = "" if item.open else " (Lukket)"
            flow.text(f"{item.number}. {item.title}{closed}", replace(LABEL, size=12, leading=15))
            flow.y -= 10
            flow.text(f"Sagsnr.: {item.case or ''}", BODY)
            flow.y -= 8
            rows(flow, item.sections)
        if not signed:
            return
        flow.new_page()
        flow.text("Signeret af:", LABEL)
        flow.y -= 40
        for n in range(0, len(signed), 2):
            pair = [
                (x, [Rule(150, 10, 6), *wrap(name, BODY, 180), *wrap(role, BODY, 180), Space(34)])
                for x, (name, role) in zip((0, 230), signed[n : n + 2], strict=False)
            ]
            flow.stacks(*pair)

    return draw
