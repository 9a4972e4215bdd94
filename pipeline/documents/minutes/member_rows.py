"""Rows of people in a head: the head of a table of members, and what may go on with a list."""

import re
from collections.abc import Sequence

from pipeline.danish.labels import fold
from pipeline.documents.minutes.row import Row
from schemas.page import Line

COLUMN_WORDS = {
    "name": ("navn", "medlem", "medlemmer", "deltager", "deltagere", "mødedeltager", "navne"),
    "party": ("parti", "liste", "partibogstav", "gruppe", "partiliste", "listebogstav"),
    "role": ("hverv", "rolle", "funktion", "titel", "post", "stilling"),
    "status": ("status", "fremmøde", "deltagelse", "bemærkning", "bemærkninger", "deltog", "mødestatus"),
    "present": ("til stede", "tilstede", "mødt", "fremmødt"),
    "absent": ("fraværende", "fravær", "ikke til stede", "ej mødt"),
    "excused": ("afbud",),
}
"""What stands over the columns of a table of members; the last three are ticked."""


def column_of(text: str) -> str | None:
    """What stands in a column of a table of members by the label over it, or None."""
    folded = fold(text)
    return next((kind for kind, words in COLUMN_WORDS.items() if folded in words), None)


def heads_members(row: Row) -> bool:
    """Whether a row is the head of a table of members: "Navn", "Parti", "Deltagelse"."""
    kinds = [column_of(line.text) for line in row.lines]
    return len(kinds) > 1 and all(kinds) and "name" in kinds


def is_list_row(lines: Sequence[Line]) -> bool:
    """Whether a row may go on with a list of people: names, parts of names, parties, offices, "Ingen"."""
    text = " ".join(line.text for line in lines)
    if len(text) > 400 or re.search(r"\d{4,}|:\s*$|^\W*\d*\W*$", text):
        return False
    return not re.search(
        r"\b(?:var|er|blev|deltog|har|havde|mødte|forlod|ankom|indkaldes|godkend\w+)\s+(?![^()]*\))", text
    ) or bool(
        re.search(
            r"[(,–-]\s*(?:\w+\s+)?(?:deltog|mødte|ankom|forlod|fra\s+kl)|(?i:stedfortræder|suppleant|i\s+stedet)",
            text,
        )
    )
