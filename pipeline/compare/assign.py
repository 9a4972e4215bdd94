"""The best one-to-one assignment of two lists to each other.

In Python alone: what is alike at all falls into small groups, and loading a library for them takes longer than they do.
"""

from collections.abc import Iterator, Sequence
from math import inf


def assign(likeness: Sequence[Sequence[float]], floor: float) -> list[tuple[int, int]]:
    """Pair rows with columns so that the sum of likeness is greatest.

    Args:
        likeness: For each row its likeness to each column, 0 to 1.
        floor: Pairs less alike are none.

    Returns:
        (row, column) of each pair, in order of rows.
    """
    near = [[b for b, one in enumerate(row) if one >= floor and one > 0] for row in likeness]
    found: list[tuple[int, int]] = []
    for rows, columns in _groups(near):
        gains = [[likeness[a][b] if likeness[a][b] >= floor else 0.0 for b in columns] for a in rows]
        found += [(rows[a], columns[b]) for a, b in _best(gains) if gains[a][b] > 0]
    return sorted(found)


def _groups(near: Sequence[Sequence[int]]) -> Iterator[tuple[list[int], list[int]]]:
    """Rows and columns that hang together: none is near to one of another group."""
    rows_of: dict[int, list[int]] = {}
    for a, columns in enumerate(near):
        for b in columns:
            rows_of.setdefault(b, []).append(a)
    seen: set[int] = set()
    for first, columns in enumerate(near):
        if first in seen or not columns:
            continue
        rows, group, waiting = {first}, set[int](), [first]
        while waiting:
            for b in near[waiting.pop()]:
                if b not in group:
                    group.add(b)
                    new = [a for a in rows_of[b] if a not in rows]
                    rows.update(new)
                    waiting += new
        seen |= rows
        yield sorted(rows), sorted(group)


def _best(gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Assign each of the fewer to one of the more: Kuhn's and Munkres' method, cubic in their number."""
    if len(gains) > len(gains[0]):
        return [(a, b) for b, a in _best(list(zip(*gains, strict=True)))]
    rows, columns = len(gains), len(gains[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken = [0] * (columns + 1)  # the row of each column, counted from 1; 0 is none
    for row in range(1, rows + 1):
        taken[0], column = row, 0
        least, way, done = [inf] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while taken[column]:
            done[column] = True
            at, step, following = taken[column], inf, 0
            for b in range(1, columns + 1):
                if done[b]:
                    continue
                cost = 1.0 - gains[at - 1][b - 1] - of_row[at] - of_column[b]
                if cost < least[b]:
                    least[b], way[b] = cost, column
                if least[b] < step:
                    step, following = least[b], b
            for b in range(columns + 1):
                if done[b]:
                    of_row[taken[b]] += step
                    of_column[b] -= step
                else:
                    least[b] -= step
            column = following
        while column:
            taken[column] = taken[way[column]]
            column = way[column]
    return [(taken[b] - 1, b - 1) for b in range(1, columns + 1) if taken[b]]
