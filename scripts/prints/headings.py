"""Items' headings: the lines that are printed, and what they leave for the answer to say."""

from typing import NamedTuple

from prints.meeting import Item
from prints.style import Style

NBSP = "\xa0"


class Heading(NamedTuple):
    """What is printed over an item."""

    above: list[str]
    """Small lines before the heading proper."""

    lines: list[str]
    """Each a paragraph of its own."""

    numbered: bool = True

    hung: tuple[str, str] | None = None
    """Number and title where they stand in columns."""


FORMS = {
    "dot": "{n}. {t}",
    "plain": "{n} {t}",
    "tab": "{n}   {t}",
    "nospace": "{n}.{t}",
    "glued": "{n}{t}",
    "nbsp": "{n}." + NBSP + "{t}",
    "punkt": "Punkt {n} {t}",
    "punkt dot": "Punkt {n}. {t}",
    "punkt colon": "Punkt {n}: {t}",
    "sag": "SAG {n}. {t}",
    "sag nr": "Sag nr. {n} {t}",
    "nr": "Nr. {n}: {t}",
    "dash": "{n} - {t}",
    "dots": "{n}... {t}",
    "open": "{n} ({o}) {t}",
    "open nbsp": "{n}." + NBSP + "{o}" + NBSP + "-" + NBSP + "{t}",
    "bare": "{t}",
    "open wide": "{n}  {ot}  {t}",
    "colon": "{n}: {t}",
    "paren": "{n}) {t}",
}
OVER = {"pkt over": "Pkt. {n}", "punkt over": "Punkt {n}", "number over": "{n}.", "sag over": "Sag nr. {n}"}
"""Forms whose title stands on a line of its own."""

HUNG = {"dot": "{n}.", "plain": "{n}", "punkt": "Punkt {n}", "nr": "Nr. {n}", "sag nr": "Sag nr. {n}"}
"""Forms whose number may stand in a column of its own."""

CLOSED = {
    "after": "{t} (Lukket)",
    "point": "Lukket punkt - {t}",
    "colon": "Lukket: {t}",
    "caps": "LUKKET PUNKT - {t}",
    "case": "{t} - LUKKET SAG",
    "punkt": "Lukket punkt {t}",
}
"""How a closed item's title is marked; "form": the heading's form says it."""


def heading(item: Item, style: Style) -> Heading:
    """An item's heading in a style."""
    title = item.title.upper() if style.heading_caps else item.title
    if not item.open and style.closed in CLOSED:
        title = CLOSED[style.closed].format(t=title)
    if style.item_type == "end" and item.item_type:
        title = f"{title} ({item.item_type})"
    if style.case == "end" and item.case_number:
        title = f"{title} ({item.case_number})"
    said = {
        "n": item.number,
        "t": title,
        "o": "Åben" if item.open else "Lukket",
        "ot": "Åbent" if item.open else "Lukket",
    }
    above = [f"{said['ot']} punkt"] if style.closed == "above" else []
    if style.heading in OVER:
        return Heading(above, [OVER[style.heading].format(**said), title])
    form = FORMS[style.heading]
    if style.heading == "glued" and not title[:1].isalpha():
        form = FORMS["plain"]
    lines = [form.format(**said)]
    if style.twice:
        lines.append(item.title)
    hung = (HUNG[style.heading].format(**said), title) if style.hang and style.heading in HUNG else None
    return Heading(above, lines, style.heading != "bare", hung)


def listed(item: Item, style: Style) -> str:
    """An item as the contents name it."""
    title = item.title
    if style.contents == "open":
        return f"{item.number} ({'Åben' if item.open else 'Lukket'}) {title}"
    if not item.open:
        title = f"Lukket punkt - {title}"
    return f"{item.number}. {title}"
