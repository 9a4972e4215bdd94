"""Pages whose text runs across them, up or down: a wide table bound in a standing file is turned to be read."""

from collections.abc import Callable, Sequence

from pipeline.reading.aside import ACROSS
from schemas.page import Page, Rule, Scan
from schemas.place import Box
from schemas.vocabulary import PageText


def set_upright(pages: Sequence[Page]) -> None:
    """Turn pages so that their text is upright; `scan.turned` says by how much.

    Args:
        pages: With words; those that run another way than the page are `across`. Changed in place, and what OCR read
            is left as it is.
    """
    for page in pages:
        if not page.across or (page.scan and page.scan.how is not PageText.hidden):
            continue
        turned, words = max(page.across.items(), key=lambda entry: entry[1])
        if words < (1 - ACROSS) * len(page.words):
            continue
        move = _mover(page, turned)
        page.words = [
            word._replace(x0=x0, top=top, x1=x1, bottom=bottom, slanted=not word.slanted)
            for word in page.words
            for x0, top, x1, bottom in (move((word.x0, word.top, word.x1, word.bottom)),)
        ]
        page.rules = [Rule(*move(rule)) for rule in page.rules]
        if turned != UPSIDE_DOWN:
            page.width, page.height = page.height, page.width
        page.scan = page.scan or Scan(PageText.native)
        page.scan.turned = turned


UPSIDE_DOWN = 180


def _mover(page: Page, turned: int) -> Callable[[Box | Rule], Box]:
    """From a box on a page to where it stands when the page is turned clockwise by so many degrees."""
    width, height = page.width, page.height

    def move(box: Box | Rule) -> Box:
        x0, top, x1, bottom = box
        if turned == UPSIDE_DOWN:
            return width - x1, height - bottom, width - x0, height - top
        if turned < UPSIDE_DOWN:
            return height - bottom, x0, height - top, x1
        return top, width - x1, bottom, width - x0

    return move
