"""Sections that are numbered below their item: "28.3. Indstilling" under "28. Ny hal" is a label and no item."""

from collections.abc import Sequence

from pipeline.danish.labels import read_label
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.row import Row
from schemas.vocabulary import Role

SUB_NUMBER = Pattern(
    "section-sub-number",
    r"^(?P<item>\d{1,4})\.\d{1,2}\.?\s+(?=(?-i:[A-ZÆØÅ]))",
    matches=["28.3. Indstilling", "4.1 Sagsfremstilling"],
    not_matches=["28. Indstilling", "30.09.2011 Indstilling", "4.1 mio. kr."],
)
"""A number of two levels in front of a heading."""

CORE = frozenset({Role.summary, Role.case, Role.proposal, Role.decision})
"""Labels of these roles are no item's title, other words ("Økonomi", "Bilag") may be."""

SAME_WORDS = 99.0
"""Likeness of a label that has the lexicon's very words."""


def without_section_numbers(rows: Sequence[Row]) -> list[Row]:
    """Rows, their second-level numbers taken off where this document numbers an item's sections so."""
    numbered = {
        index: end
        for index, row in enumerate(rows)
        if row.text[:1].isdigit() and len(row.text) <= LONGEST and (end := _number_end(row))
    }
    if not any(_is_core(rows[index].text[end:]) for index, end in numbered.items()):
        return list(rows)
    return [
        Row(row.lines, row.column, row.text[numbered[index] :]) if index in numbered else row
        for index, row in enumerate(rows)
    ]


LONGEST = 70
"""No section's heading has so many characters."""


def _number_end(row: Row) -> int:
    match = SUB_NUMBER.match(row.text)
    return match.end() if match is not None and row.column != "value" else 0


def _is_core(text: str) -> bool:
    label = read_label(text)
    return label is not None and label.likeness >= SAME_WORDS and label.role in CORE
