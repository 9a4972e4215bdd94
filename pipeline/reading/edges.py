"""Columns that stand so close together that no wide gap parts them: told by the edge at which their lines begin."""

from collections import Counter
from collections.abc import Sequence

from pipeline.reading.bullets import is_bullet
from pipeline.reading.spaces import stands_out
from schemas.page import Word

EDGE = 0.6
"""Points by which the left edges of a column's lines may differ."""

EDGE_ROWS = 5
"""So many rows above and below are looked at …"""

EDGE_STARTS = 3
"""… and so many of them must begin a part at the edge."""

EDGE_GAP = 0.42
"""A gap of so many font sizes parts a row at such an edge; a space is 0.25 to 0.35."""


def parted_at_edges(parted: Sequence[list[list[Word]]]) -> list[list[list[Word]]]:
    """Rows parted once more where a narrow gap stands at an edge at which wide gaps part the rows around it."""
    starts = [{round(part[0].x0, 1) for part in parts[1:]} for parts in parted]
    found: list[list[list[Word]]] = []
    for number, parts in enumerate(parted):
        near = Counter(
            x
            for own in (
                *starts[max(0, number - EDGE_ROWS) : number],
                *starts[number + 1 : number + 1 + EDGE_ROWS],
            )
            for x in own
        )
        edges = [
            x for x in near if sum(n for other, n in near.items() if abs(other - x) <= EDGE) >= EDGE_STARTS
        ]
        if not edges:
            found.append(parts)
            continue
        cut: list[list[Word]] = []
        for part in parts:
            cut.append([part[0]])
            for one, other, behind in zip(part, part[1:], [*part[2:], None], strict=False):
                narrow = other.x0 - one.x1 > EDGE_GAP * other.size and stands_out(one, other, part)
                begins = [other] if behind is None or not is_bullet(other.text) else [other, behind]
                if narrow and any(abs(word.x0 - edge) <= EDGE for word in begins for edge in edges):
                    cut.append([other])
                else:
                    cut[-1].append(other)
        found.append(cut)
    return found
