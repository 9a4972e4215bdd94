"""Titles of targets that no label names: told by what stands below headings of one type, over and over.

"Unge på vej" above "Det vil vi opnå" or "Succeskriterier", and three more headings like it, are a plan's targets as
surely as "Resultatmål 1" is. So is a numbered list of headings below each of which something is promised.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from pipeline.danish.promised import plan_words
from pipeline.danish.quantities import promised_in_prose, sentences_of
from pipeline.documents.block import Block
from pipeline.documents.plan.stated import LONGEST_TITLE
from pipeline.documents.plan.words import LABELLED, Zone, label_behind, read_label, subheads, zone_of

FEWEST = 2
"""So many headings of one type with measures below them are targets; one alone may be any chapter."""

PROMISING = 0.6
"""This share of the headings of a numbered list has a promise right below it."""

LEADING_NUMBER = re.compile(r"(?P<number>\d{1,2})\s?[.:)·|–-]?\s+(?=[A-ZÆØÅ])")
"""A heading's number that is set apart from its words: a large numeral in another column."""


class Title(NamedTuple):
    """A heading that is a target's title."""

    order: int
    """Which block of the plan it is."""

    number: int | None
    """The number that it carries, where those of all titles count from one."""

    start: int
    """Offset of the title in the block's text."""


NO_TITLES: Mapping[int, Title] = MappingProxyType({})
"""Of a plan whose targets have labels or numbers."""


def unlabelled_titles(blocks: Sequence[Block]) -> dict[int, Title]:
    """The headings that are targets' titles, by the order of their blocks; none where the plan shows no pattern.

    Args:
        blocks: The plan's, in reading order.
    """
    found = _alike(blocks, sorted(set(_above(blocks, (Zone.measures, Zone.targets)))))
    if len(found) < FEWEST:
        acted = sorted(set(_above(blocks, (Zone.actions,))))
        found = _counted(blocks, acted) or _promised(blocks, _alike(blocks, acted))
    if len(found) < FEWEST:
        found = _promising_list(blocks)
    titles = [_title(order, blocks[order]) for order in found]
    above = [_numeral_above(blocks, order) for order in found]
    if all(title.number is None for title in titles):
        titles = [title._replace(number=number) for title, number in zip(titles, above, strict=True)]
    counted = [title.number for title in titles] == list(range(1, len(titles) + 1))
    return {title.order: title if counted else title._replace(number=None) for title in titles}


def _title(order: int, block: Block) -> Title:
    labelled = LABELLED.match(block.text)
    apart = labelled is not None and (
        labelled["delimiter"].strip() or block.text[labelled.end() :][:1].isupper()
    )
    if labelled is not None and apart and labelled["number"].isdigit() and labelled.end() < len(block.text):
        return Title(order, int(labelled["number"]), labelled.end())
    if block.number is not None and block.number.isdigit():
        return Title(order, int(block.number), 0)
    behind = label_behind(block.text)
    if behind is not None:
        return Title(order, behind[0], 0)
    numbered = LEADING_NUMBER.match(block.text)
    return Title(order, int(numbered["number"]), numbered.end()) if numbered else Title(order, None, 0)


def _numeral_above(blocks: Sequence[Block], order: int) -> int | None:
    """The number that stands alone above a heading, set larger than it: "01" above "Flere i job"."""
    above = blocks[order - 1] if order else None
    if above is None or above.page != blocks[order].page or above.frame != blocks[order].frame:
        return None
    match = re.fullmatch(r"0?(\d{1,2})\.?", above.text)
    return int(match[1]) if match is not None and above.size > blocks[order].size + 0.4 else None


def _above(blocks: Sequence[Block], zones: Sequence[Zone]) -> Iterator[int]:
    """The heading above each heading that says that one of some things follows, with no other heading between them."""
    title: int | None = None
    for order, block in enumerate(blocks):
        if block.contents or block.note:
            continue
        zone = zone_of(block.text) if block.heading or subheads(block) else None
        if (
            block.number is not None
            and zone is not None
            and title is not None
            and blocks[title].number is not None
        ):
            title = None  # "4 Kommunens mål" is the next chapter, and no part of "3 Udfordringer".
        elif zone is not None and zone[1] and title is not None and block.size <= blocks[title].size + 0.4:
            if zone[0] in zones:
                yield title
        elif _may_title(block):
            title = order
        elif block.heading:
            title = None


def _may_title(block: Block) -> bool:
    """Whether a heading may be a target's title: no label of a goal, no word for what follows, not the plan's name."""
    return (
        block.heading
        and not block.bullet
        and len(block.text.split()) <= LONGEST_TITLE
        and zone_of(block.text) is None
        and plan_words() not in block.text.lower()
        and ((label := read_label(block.text)) is None or label.zone is not Zone.goals)
    )


def _alike(blocks: Sequence[Block], orders: Sequence[int]) -> list[int]:
    """Those blocks that are set in the type which most of them have."""
    kinds: dict[tuple[int, bool, bool], list[int]] = {}
    for order in orders:
        block = blocks[order]
        kinds.setdefault((round(2 * block.size), block.bold, block.frame is None), []).append(order)
    return max(kinds.values(), key=len, default=[])


def _counted(blocks: Sequence[Block], orders: Sequence[int]) -> list[int]:
    """Those blocks that are set alike, where their numbers count from one."""
    found = _alike(blocks, orders)
    numbers = [_title(order, blocks[order]).number for order in found]
    return found if numbers == list(range(1, len(found) + 1)) else []


def _promising_list(blocks: Sequence[Block]) -> list[int]:
    """Headings numbered from one of which most have a promise right below them."""
    orders = [
        order
        for order, block in enumerate(blocks)
        if not block.contents and block.number is not None and block.number.isdigit() and _may_title(block)
    ]
    orders = _counted(blocks, orders)
    return _promised(blocks, orders) if len(orders) > FEWEST else []


def _promised(blocks: Sequence[Block], orders: Sequence[int]) -> list[int]:
    """Those headings, where most of them have a promise right below them."""
    below = [blocks[order + 1] if order + 1 < len(blocks) else None for order in orders]
    promising = sum(
        block is not None
        and not block.heading
        and any(promised_in_prose(block.text[slice(*span)]) for span in sentences_of(block.text))
        for block in below
    )
    return list(orders) if promising >= max(FEWEST, PROMISING * len(orders)) else []
