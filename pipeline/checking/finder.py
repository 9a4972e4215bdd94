"""Where words that a check speaks of stand: found again on the pages, or told by their share of the text."""

from collections.abc import Sequence

from pipeline.reading import lines_with, places_of
from schemas.page import Line, Page
from schemas.place import Box, Place, Places


class Finder:
    """Finds pieces of a section's text on the pages that it was read from."""

    def __init__(self, pages: Sequence[Page]) -> None:
        """Note every line by its box.

        Args:
            pages: All pages of the file; with none, places are guessed by the text's share.
        """
        self._lines: dict[tuple[int, Box], Line] = {}
        self._pages = pages

    def places(self, at: Places, text: str, start: int, end: int) -> Places:
        """Where a piece of a text stands.

        Args:
            at: Where the whole text stands, in its order.
            text: The whole text.
            start: Offset of the piece's first character.
            end: Offset after its last.
        """
        found = lines_with(self._of(at), text[start:end])
        return places_of(found) if found else share_of(at, start, end, len(text))

    def _of(self, at: Places) -> list[Line]:
        """The lines that stand in some places: by their very boxes, else by lying inside."""
        if not self._lines:
            self._lines = {(line.page, line.box): line for page in self._pages for line in page.lines}
        exact = [self._lines.get((place.page, place.bbox)) for place in at]
        if at and all(line is not None for line in exact):
            return [line for line in exact if line is not None]
        return [line for line in self._lines.values() if any(_inside(line, place) for place in at)]


def _inside(line: Line, place: Place) -> bool:
    x0, top, x1, bottom = place.bbox
    middle_x, middle_y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
    return line.page == place.page and x0 - 1 <= middle_x <= x1 + 1 and top - 1 <= middle_y <= bottom + 1


def share_of(at: Places, start: int, end: int, length: int) -> Places:
    """The places that hold a piece of a text, if each holds as much of it as it is wide."""
    if not at or not length:
        return at[:1]
    widths = [place.bbox[2] - place.bbox[0] for place in at]
    total, position = sum(widths) or 1.0, 0.0
    chosen: list[Place] = []
    for place, width in zip(at, widths, strict=True):
        begin, finish = position / total * length, (position + width) / total * length
        if finish > start and begin < end:
            chosen.append(place)
        position += width
    return tuple(chosen) or at[:1]
