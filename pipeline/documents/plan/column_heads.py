"""The heads of a table's columns where no stroke parts them: bold lines side by side that name what stands below."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.danish.numbers import plan_lexicon
from pipeline.documents.block import is_bullet
from pipeline.documents.plan.columns import NUMBER_HEADS, WHEN, YEAR
from pipeline.documents.plan.words import Zone, read_label, zone_of
from pipeline.reading import line_of
from schemas.page import Line

APART = 0.5
"""White space of so many sizes parts two cells; words stand 0.28 apart, cells keep 3 points and more at each side."""

LONGEST_HEAD = 6
"""A column's head has no more words."""

HEAD_STEP = 0.45
"""Lines of one head stand at most so many sizes above each other."""


def high_of(piece: Line) -> float:
    """A line's upper edge without the room above its letters."""
    return piece.top + 0.2 * piece.size


def low_of(piece: Line) -> float:
    """A line's lower edge without the room below its letters."""
    return piece.bottom - 0.2 * piece.size


def pieces_of(line: Line) -> list[Line]:
    """A line cut where its words stand far apart; a bullet keeps its words."""
    found = [[line.words[0]]]
    for one, other in pairwise(line.words):
        if other.x0 - one.x1 >= APART * line.size and not is_bullet(one.text):
            found.append([])
        found[-1].append(other)
    return [line] if len(found) == 1 else [line_of(words, line.page, line.row) for words in found]


def heads_at(pieces: Sequence[Line], position: int) -> tuple[list[Line], int]:
    """The heads of columns that begin with a piece, and the position behind them; none where it begins no table."""
    first = pieces[position]
    if not first.bold:
        return [], position
    held = [first]
    for piece in pieces[position + 1 :]:
        step = piece.top - max(other.bottom for other in held)
        if step > HEAD_STEP * first.size or not piece.bold or abs(piece.size - first.size) > 0.3:
            break
        held.append(piece)
    beside = [piece for piece in held if high_of(piece) < low_of(first)]
    for rows in (held, beside):
        heads = _columns_in(rows)
        if heads and not _others_beside(pieces, position, rows):
            return heads, position + len(rows)
        if len(rows) == len(beside):
            break
    return [], position


def _others_beside(pieces: Sequence[Line], position: int, rows: Sequence[Line]) -> bool:
    """Whether anything else stands beside lines: then they are no whole row."""
    low, known = max(map(low_of, rows)), {id(piece) for piece in rows}
    around = pieces[max(0, position - NEAR) : position + len(rows) + NEAR]
    return any(
        high_of(piece) < low and low_of(piece) > high_of(rows[0]) and id(piece) not in known
        for piece in around
    )


NEAR = 12
"""So many lines before and behind the heads of columns are looked at for others beside them."""


def _columns_in(held: Sequence[Line]) -> list[Line]:
    """The heads of columns that bold lines are, all lines of one together; none where they name no columns."""
    columns: list[list[Line]] = []
    for piece in sorted(held, key=lambda piece: piece.x0):
        if columns and piece.x0 < max(other.x1 for other in columns[-1]) + APART * piece.size / 2:
            columns[-1].append(piece)
        else:
            columns.append([piece])
    if len(columns) < 2 or not all(_level(columns[0], column) for column in columns[1:]):
        return []
    heads = [
        line_of(
            [word for piece in sorted(column, key=lambda p: (p.top, p.x0)) for word in piece.words],
            held[0].page,
        )
        for column in columns
    ]
    return heads if _name_columns(heads) else []


def _level(one: Sequence[Line], other: Sequence[Line]) -> bool:
    """Whether the heads of two columns stand at one height: by their first lines, their last ones or their middles."""
    first = min(line.top for line in one) - min(line.top for line in other)
    last = max(line.bottom for line in one) - max(line.bottom for line in other)
    return min(abs(first), abs(last), abs(first + last) / 2) <= LEVEL


LEVEL = 2.5
"""Points by which heads at one height may differ."""


def _name_columns(heads: Sequence[Line]) -> bool:
    """Whether lines side by side say what stands below each, targets or measures among it."""
    if any(len(head.words) > LONGEST_HEAD or read_label(head.text) is not None for head in heads):
        return False
    zones = [zone_of(head.text) for head in heads]
    promised = any(zone is not None and zone[0] in (Zone.targets, Zone.measures) for zone in zones)
    told = sum(zone is not None or _names(head.text) for head, zone in zip(heads, zones, strict=True))
    return promised and told >= 2 and len({head.text for head in heads}) > 1


def _names(head: str) -> bool:
    """Whether a head without a word for what it promises is one all the same: "2015", "Dec. 2014", "Nr.", "Tema"."""
    folded = head.lower().strip(" .:")
    when = bool(YEAR.search(head)) and not any(map(str.isalpha, YEAR.sub("", WHEN.sub("", head))))
    return when or folded in NUMBER_HEADS or folded in plan_lexicon()["target"]["topics"]
