"""Blocks of a plan parted where a label begins in them, and labels put together with their numbers."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.danish.quantities import find_promises
from pipeline.danish.sentences import split_sentences
from pipeline.documents.block import Block, cut
from pipeline.documents.plan.leading_up import introduces_actions
from pipeline.documents.plan.words import is_bare_label, lead_in, read_label, zone_of
from schemas.page import Line

NUMBER_ALONE = re.compile(r"\d{1,2}\.?")
"""A target's number below its label."""


def parted_lines(blocks: Sequence[Block]) -> list[Block]:
    """Blocks parted before each line that a label begins: "Indikator: …" above "Måltal 2014: …"."""
    parted: list[Block] = []
    for block in blocks:
        last = _introduction(block)
        if last is not None:
            parted += [cut(block, 0, last), cut(block, last, len(block.text))]
            parted[-2] = replace(parted[-2], mark=block.mark, marked=block.marked, left=block.left)
            continue
        begins = [
            n for n, line in enumerate(block.lines) if n and line.text[:1].isupper() and lead_in(line.text)
        ]
        if not begins or (lead_in(block.text) is None and read_label(block.text) is None):
            parted.append(block)
            continue
        parted.append(replace(block, lines=block.lines[: begins[0]], _text=None))
        for start, end in pairwise([*begins, len(block.lines)]):
            parted.append(_block_of(block, block.lines[start:end]))
    return parted


def _introduction(block: Block) -> int | None:
    """Where the last sentence of a paragraph begins that promises something and then leads up to a list of actions."""
    if block.heading or not block.text.endswith(":") or not introduces_actions(block.text):
        return None
    spans = split_sentences(block.text)
    start = spans[-1][0] if len(spans) > 1 else 0
    return start if start and find_promises(block.text[:start]) else None


def parted_headings(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with labels whole and titles alone.

    A target's title is parted from a heading right below it ("Mål 1: Unge" above "Ministerens mål"); a label is joined
    with the number that stands below it in its cell.
    """
    parted: list[Block] = []
    for block in parted_lines(blocks):
        above = parted[-1] if parted else None
        if (
            above is not None
            and NUMBER_ALONE.fullmatch(block.text)
            and above.frame == block.frame is not None
            and above.mark is None
            and is_bare_label(f"{above.text} {block.text}")
        ):
            parted[-1] = replace(above, lines=[*above.lines, *block.lines], _text=None)
            continue
        below = block.lines[-1]
        zone = zone_of(below.text) if len(block.lines) > 1 and below.text[0].isupper() else None
        named = block.number is not None or read_label(block.text) is not None
        if zone is None or not zone[1] or not block.heading or not named:
            parted.append(block)
            continue
        parted.append(replace(block, lines=block.lines[:-1], _text=None))
        parted.append(_block_of(block, [below]))
    return parted


def _block_of(block: Block, lines: list[Line]) -> Block:
    """A block of some of another's further lines."""
    first = lines[0]
    return replace(
        block,
        lines=lines,
        mark=None,
        marked=[],
        size=first.size,
        left=first.x0,
        text_left=first.x0,
        _text=None,
    )
