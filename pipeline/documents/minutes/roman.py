"""Items numbered I, II, III: read as if they were 1, 2, 3, and told as printed."""

import re

from pipeline.danish.headings import Heading
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.row import Row

ROMAN = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"),
    *("XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"),
)
"""No meeting numbered so has more items."""

ROMAN_IN_FRONT = Pattern(
    "item-roman-number",
    rf"^(?:(?i:punkt|pkt\.?|ad)\s+)?(?P<number>{'|'.join(reversed(ROMAN))})[.):]\s+(?=[A-ZÆØÅ])",
    matches=["I. Godkendelse af dagsorden", "Pkt. IV. Eventuelt", "XII) Meddelelser"],
    not_matches=["IT. Systemer", "I dag", "V Venstre"],
    flags=re.NOFLAG,
)
"""Such a number in front of a title."""


def with_figures(row: Row) -> Row:
    """A row with the number in front of its title in figures; the same row where it has none."""
    match = ROMAN_IN_FRONT.match(row.text) if row.column != "value" and row.text[:1] in "IVXPpAa" else None
    if match is None:
        return row
    return Row(row.lines, row.column, f"{ROMAN.index(match['number']) + 1}. {row.text[match.end() :]}")


def as_printed(heading: Heading) -> Heading:
    """A heading read from such a row, its number as printed."""
    number = int(heading.number) if heading.number is not None and heading.number.isdigit() else 0
    return heading._replace(number=ROMAN[number - 1]) if 0 < number <= len(ROMAN) else heading
