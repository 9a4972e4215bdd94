"""Boxes that each hold a whole target: a title, and labels with what stands under them."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.documents.block import Block
from pipeline.documents.frames import Frame
from pipeline.documents.plan.words import read_label, zone_of

FEWEST = 2
"""So many boxes of this form are targets' own; one alone may be any box."""


def open_boxes(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with those of such boxes one box after the other, as chapters that no stroke surrounds.

    Args:
        blocks: In reading order, which may run across boxes that stand side by side.
    """
    held: dict[Frame, list[Block]] = {}
    for block in blocks:
        if block.frame is not None:
            held.setdefault(block.frame, []).append(block)
    whole = {frame for frame, inside in held.items() if _holds_target(inside)}
    if len(whole) < FEWEST:
        return list(blocks)
    opened: list[Block] = []
    seen: set[Frame] = set()
    for block in blocks:
        if block.frame not in whole:
            opened.append(block)
        elif block.frame not in seen and block.frame is not None:
            seen.add(block.frame)
            opened.extend(replace(inside, frame=None) for inside in held[block.frame])
    return opened


def _holds_target(inside: Sequence[Block]) -> bool:
    """Whether a box begins with a title that no label names and holds labels of what a plan says of a target."""
    title = inside[0]
    told = zone_of(title.text)
    if not title.heading or title.mark is not None or (told and told[1]) or read_label(title.text):
        return False
    labels = [
        zone for block in inside[1:] if block.heading for zone in [zone_of(block.text)] if zone and zone[1]
    ]
    return len(labels) > 1
