"""The best one-to-one assignment of two lists to each other."""

from collections.abc import Sequence

import lap
import numpy as np


def assign(likeness: Sequence[Sequence[float]], floor: float) -> list[tuple[int, int]]:
    """Pair rows with columns so that the sum of likeness is greatest.

    Args:
        likeness: For each row its likeness to each column, 0 to 1.
        floor: Pairs less alike are none.

    Returns:
        (row, column) of each pair, in order of rows.
    """
    if not likeness or not likeness[0]:
        return []
    gain = np.asarray(likeness, dtype=float)
    gain = np.where(gain >= floor, gain, 0.0)
    _, column_of, _ = lap.lapjv(1.0 - gain, extend_cost=True)
    return [
        (row, int(column)) for row, column in enumerate(column_of) if column >= 0 and gain[row, column] > 0
    ]
