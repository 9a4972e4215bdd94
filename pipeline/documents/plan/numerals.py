"""Numbers that a designed plan sets large, joined with the words that they belong to: "85 %" above "af de unge"."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.danish.pattern import Pattern
from pipeline.documents.block import Block

NUMERAL = Pattern(
    "plan-numeral",
    r"(?:[<>+±–-]\s?)?\d[\d.,]*\s?(?:%|pct\.?|procent|mio\.?(?:\s?kr\.?)?|mia\.?(?:\s?kr\.?)?|kr\.?)?",
    matches=["85 %", "1.200", "12 mio. kr."],
    not_matches=["unge"],
)
"""An amount alone: it must be the whole text."""

LARGER = 1.4
"""A number set so much larger than its words; designed plans have 1.8 to 4."""

SAME_EDGE, SAME_MIDDLE, BESIDE = 6.0, 12.0, 40.0
"""Points by which the left edges or the middles of a number and of the words below it may differ, and by which words
beside it may stand away."""


def join_numerals(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with each large number put in front of the words below or beside it; such a block is one of a list.

    Args:
        blocks: In reading order.
    """
    joined: dict[int, Block] = {}
    taken: set[int] = set()
    for block in blocks:
        if block.mark is None and NUMERAL.fullmatch(block.text.strip()):
            words = min(
                (other for other in blocks if id(other) not in joined and _belongs(block, other)),
                key=lambda other: other.lines[0].top,
                default=None,
            )
            if words is not None:
                taken.add(id(block))
                joined[id(words)] = replace(
                    words, lines=[*block.lines, *words.lines], mark="•", heading=False, bold=False, _text=None
                )
    return [joined.get(id(block), block) for block in blocks if id(block) not in taken]


def _belongs(number: Block, words: Block) -> bool:
    """Whether words go on with the number above or beside them."""
    if (
        words.page != number.page
        or words.frame != number.frame
        or words.mark is not None
        or not words.text[:1].islower()
        or number.size < LARGER * words.size
    ):
        return False
    above, below = number.lines[-1], words.lines[0]
    if below.top >= above.bottom - 0.3 * number.size:
        middles = (above.x0 + above.x1) / 2 - (below.x0 + below.x1) / 2
        aligned = abs(above.x0 - below.x0) <= SAME_EDGE or abs(middles) <= SAME_MIDDLE
        return aligned and below.top - above.bottom <= number.size
    return (
        0 <= below.x0 - above.x1 <= BESIDE and below.top < above.bottom and words.lines[-1].bottom > above.top
    )
