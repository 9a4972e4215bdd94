"""Documents of no known kind: kept with their chapters, so that they can be searched and cited."""

from pipeline.documents.blocks import blocks_of
from pipeline.documents.chapters import chapters_of
from pipeline.documents.plan.head import municipality_of
from pipeline.reading import boxes_by_page
from schemas.memo import Other
from schemas.page import Part

LONGEST_TITLE = 200
"""A title is cut after so many characters."""


def read_other(part: Part) -> Other:
    """Read a document of no known kind.

    Args:
        part: Its pages.

    Returns:
        Its title (the largest heading of its first page, else its first line), municipality and chapters.
    """
    blocks = blocks_of(part.pages)
    first = [block for block in blocks if block.page == part.first]
    headings = [block for block in first if block.heading]
    best = max(headings, key=lambda block: (round(block.size), -first.index(block)), default=None)
    title = best.text if best is not None else first[0].text if first else ""
    return Other(
        pages=(part.first, part.last),
        title=title[:LONGEST_TITLE],
        municipality=municipality_of(part),
        sections=chapters_of(blocks),
        at=boxes_by_page(part.lines),
    )
