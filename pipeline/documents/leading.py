"""How a document's running text is set: its type size and the step from line to line."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from schemas.page import Page

OFTEN = 0.25
"""The usual leading is the smallest step met so often beside the commonest: lists are set wider."""


def leading_of(pages: Sequence[Page]) -> float:
    """Baselines of a paragraph's lines, in type sizes: told by full lines that the next goes on with."""
    steps: Counter[float] = Counter()
    for page in pages:
        full = FULL * max((line.x1 for line in page.lines), default=0.0)
        for one, other in pairwise(page.lines):
            step = other.bottom - one.bottom
            if (
                one.x1 >= full
                and abs(one.x0 - other.x0) < 30
                and abs(one.size - other.size) < 0.1
                and other.text[:1].islower()
                and 0.9 * one.size < step < 2.2 * one.size
            ):
                steps[round(step / one.size, 1)] += 1
    if not steps:
        return 1.3
    most = max(steps.values())
    return max(1.15, min(step for step, count in steps.items() if count >= OFTEN * most))


FULL = 0.8
"""A line that reaches so far towards the page's rightmost words was ended by the measure, not by its writer."""


def body_size(pages: Sequence[Page]) -> float:
    """The type size of most of a document's letters."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0
