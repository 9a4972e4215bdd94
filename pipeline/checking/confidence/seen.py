"""The pages as a second reader sees them: which lines a place means, and which lines look like labels."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from pipeline.danish.labels import LONGEST, Label, read_label
from schemas.page import Line, Page
from schemas.place import Box, Place, Places

LABEL_LIKE = 99.0
"""A line this much like a label of the lexicon (0-100) looks like one, wherever it stands."""

EDGE = 0.1
"""Share of a page's height at its top and bottom in which running lines stand."""


class Seen:
    """The pages of one document."""

    def __init__(self, pages: Sequence[Page]) -> None:
        """Note every line by its box.

        Args:
            pages: The document's, in order.
        """
        self.pages = pages
        self.by_box: dict[tuple[int, Box], Line] = {
            (line.page, line.box): line for page in pages for line in page.lines
        }

    def lines(self, at: Iterable[Place]) -> list[Line]:
        """The lines that are places of a value, in its order; a place that is part of a line is left out."""
        found = (self.by_box.get((place.page, place.bbox)) for place in at)
        return [line for line in found if line is not None]

    @cached_property
    def text(self) -> str:
        """All words in small letters, running headers and footers too."""
        return " ".join(line.text.lower() for page in self.pages for line in (*page.furniture, *page.lines))

    @cached_property
    def body_size(self) -> float:
        """Font size of most of the text, in points."""
        sizes: Counter[float] = Counter()
        for page in self.pages:
            for line in page.lines:
                sizes[line.size] += len(line.text)
        return sizes.most_common(1)[0][0] if sizes else 0.0

    @cached_property
    def bold_labels(self) -> bool:
        """Whether most lines that look like labels are bold."""
        weights = [line.bold for page in self.pages for line in page.lines if label_like(line)]
        return sum(weights) > len(weights) / 2

    @cached_property
    def running(self) -> frozenset[str]:
        """Running headers and footers, and lines that stand at the edge of three pages or more."""
        edges: Counter[str] = Counter()
        for page in self.pages:
            low, high = EDGE * page.height, (1 - EDGE) * page.height
            edges.update({line.text for line in page.lines if line.bottom < low or line.top > high})
        furniture = {line.text for page in self.pages for line in page.furniture}
        return frozenset(text for text, n in edges.items() if n > 2) | furniture

    def inside(self, at: Places) -> list[Line]:
        """The lines inside some boxes, in reading order."""
        found = []
        for page in self.pages:
            boxes = [place.bbox for place in at if place.page == page.number]
            if boxes:
                found += [line for line in page.lines if any(holds(box, line) for box in boxes)]
        return found


def holds(box: Box, line: Line) -> bool:
    """Whether a line's middle lies in a box."""
    x0, top, x1, bottom = box
    middle_x, middle_y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
    return x0 - 1 <= middle_x <= x1 + 1 and top - 1 <= middle_y <= bottom + 1


def label_like(line: Line) -> Label | None:
    """The label that a line looks like, or None."""
    if len(line.text) > 2 * LONGEST:
        return None
    label = read_label(line.text)
    return label if label is not None and label.likeness >= LABEL_LIKE else None
