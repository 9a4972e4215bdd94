"""Chapters of plans, memos and other documents, by the weight, size and numbers of their headings."""

from collections import Counter
from collections.abc import Sequence

from pipeline.documents.block import Block
from pipeline.reading import mend, places_of
from schemas.plan import Chapter

LEVEL_STEP = 0.4
"""Headings whose type differs by so many points are of two levels."""


def chapters_of(blocks: Sequence[Block]) -> tuple[Chapter, ...]:
    """All text of a document by chapter, so that every page can be searched and cited.

    Args:
        blocks: In reading order.

    Returns:
        One chapter for each heading that stands in no box, and one without a title for text before the first.
    """
    headings = [block for block in blocks if _opens(block)]
    levels = _levels(headings)
    chapters: list[tuple[Block | None, list[Block]]] = [(None, [])]
    for block in blocks:
        if _opens(block):
            chapters.append((block, []))
        else:
            chapters[-1][1].append(block)
    return tuple(
        _chapter(heading, under, levels.get(id(heading), 1))
        for heading, under in chapters
        if heading is not None or under
    )


def _opens(block: Block) -> bool:
    return block.heading and block.frame is None


def _levels(headings: Sequence[Block]) -> dict[int, int]:
    """A level for each heading: by the depth of its number, else by its size and by what stands above it."""
    sizes = sorted({round(block.size / LEVEL_STEP) for block in headings}, reverse=True)
    numbered = Counter(round(block.size / LEVEL_STEP) for block in headings if block.number)
    levels: dict[int, int] = {}
    under = 0
    for block in headings:
        size = round(block.size / LEVEL_STEP)
        if block.number:
            level = block.number.count(".") + 1
            under = level
        elif numbered.get(size) and under:
            level = under + 1
        elif numbered and size < max(numbered):
            level = under + 1 if under else 2
        else:
            level = min(sizes.index(size) + 1, 4)
            under = 0 if not numbered else under
        levels[id(block)] = level
    return levels


def _chapter(heading: Block | None, under: Sequence[Block], level: int) -> Chapter:
    text = " ".join(mend(line.text for line in block.whole) for block in under)
    lines = [line for block in ((heading, *under) if heading else under) for line in block.whole]
    return Chapter(
        number=heading.number if heading else None,
        title=heading.text.rstrip(" :") if heading else None,
        level=level,
        text=text,
        at=places_of(lines),
    )
