"""Rows of people in a head: the head of a table of members, and what may go on with a list."""

import re
from collections.abc import Sequence
from functools import cache

from pipeline.danish.labels import fold, lexicon
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.row import Row
from schemas.page import Line


@cache
def _columns() -> dict[str, frozenset[str]]:
    """What stands over the columns of a table of members, folded; the last three are ticked."""
    return {kind: frozenset(map(fold, heads)) for kind, heads in lexicon()["member_table"].items()}


def column_of(text: str) -> str | None:
    """What stands in a column of a table of members by the label over it, or None."""
    folded = fold(text)
    return next((kind for kind, heads in _columns().items() if folded in heads), None)


def heads_members(row: Row) -> bool:
    """Whether a row is the head of a table of members: "Navn", "Parti", "Deltagelse"."""
    kinds = [column_of(line.text) for line in row.lines]
    return len(kinds) > 1 and all(kinds) and "name" in kinds


TICK = re.compile(r"^(?:x|ja|✓|✔|v|•|√|☒|☑|)$", re.IGNORECASE)
"""What stands in a ticked cell."""


def ticks_members(row: Row, below: Row | None) -> bool:
    """Whether a row is the head of a table of members and the row below has a ticked cell."""
    ticked = below is not None and any(TICK.match(line.text) for line in below.lines[1:])
    return ticked and heads_members(row)


def is_list_row(lines: Sequence[Line]) -> bool:
    """Whether a row may go on with a list of people: names, parts of names, parties, offices, "Ingen"."""
    text = " ".join(line.text for line in lines)
    if len(text) > 400 or re.search(r"\d{4,}|:\s*$|^\W*\d*\W*$|^[Mm]ødet?\s", text):
        return False
    return not TELLS.search(text) or REMARKS.search(text) is not None


TELLS = Pattern(
    "members-told-in-sentence",
    r"\b(?:var|er|blev|deltog|har|havde|mødte|forlod|ankom|indkaldes|godkend\w+)\s+(?![^()]*\))",
    matches=["Ida Holm var syg", "Udvalget godkendte dagsordenen"],
    not_matches=["Ida Holm (deltog fra kl. 16)", "Ida Holm, Bo Vang"],
    flags=re.NOFLAG,
)
"""A verb outside brackets: most likely a sentence and no row of a list."""

REMARKS = Pattern(
    "members-remarked",
    r"[(,–-]\s*(?:\w+\s+)?(?:deltog|mødte|ankom|forlod|fra\s+kl)|(?i:stedfortræder|suppleant|i\s+stedet)",
    matches=["Ida Holm, deltog fra kl. 16", "Bo Vang - forlod mødet", "Per Lund mødte i stedet"],
    not_matches=["Ida Holm deltog i mødet"],
    flags=re.NOFLAG,
)
"""A remark behind a name of a list."""
