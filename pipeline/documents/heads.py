"""Which blocks are headings, by their type, weight, or an underline."""

from collections.abc import Sequence

from pipeline.documents.block import Block
from schemas.page import Page, Rule

HEADING_SIZE = 1.1
"""Type so much larger than the body's makes a heading; 12.5 on 11 points, as one shared plan has, is 1.14."""

LONGEST_HEADING = 190
"""A heading has no more characters; the longest of the shared plans has 89."""


def underlines(page: Page) -> list[Rule]:
    """The flat strokes of a page that may stand under words."""
    return [rule for rule in page.rules if rule.horizontal]


def _underlined(block: Block, strokes: Sequence[Rule]) -> bool:
    """Whether all of a block's words are underlined, and nothing beside them."""
    return bool(strokes) and all(
        any(
            abs(stroke.x1 - line.x1) <= UNDER_WORDS
            and abs(stroke.x0 - line.x0) <= UNDER_WORDS
            and -UNDER_WORDS <= stroke.bottom - line.bottom <= UNDER_WORDS
            for stroke in strokes
        )
        for line in (*block.marked, *block.lines[len(block.marked[:1]) :])
    )


UNDER_WORDS = 3.5
"""Points by which a stroke's ends may miss those of the words above it, and its height their foot."""


HEADING_LINES, IN_A_COLUMN = 4, 7
"""A heading has no more lines; in a narrow column one that is set larger than the text has."""


def set_headings(blocks: list[Block], body: float, strokes: dict[int, list[Rule]]) -> None:
    """Say which blocks type, weight or an underline makes headings."""
    for block in blocks:
        length = sum(len(line.text) for line in block.lines)
        if (
            block.bullet
            or length > LONGEST_HEADING
            or len(block.lines) > (IN_A_COLUMN if block.size >= HEADING_SIZE * body else HEADING_LINES)
            or not any(map(str.isalpha, block.text))
        ):
            continue
        larger = block.size >= HEADING_SIZE * body and (block.bold or block.text.rstrip()[-1:] not in ".:;,")
        set_off = larger or (
            not block.note
            and (block.bold or (block.frame is None and _underlined(block, strokes[block.page])))
        )
        block.heading = set_off and not block.text.rstrip().endswith((",", ";"))
