"""Labels of a plan's own that no lexicon knows: they recur below its headings, in one type, above the same things."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.danish.pattern import Pattern
from pipeline.danish.quantities import find_promises
from pipeline.danish.telling import is_told
from pipeline.documents.block import Block
from pipeline.documents.plan.leading_up import SERVED
from pipeline.documents.plan.words import Zone, read_label, zone_of

LONGEST_OWN = 6
"""A label has no more words: "Hvad er målet?", "Det vil vi måles på"."""

SAME_STEP = 0.4
"""Points by which the type of one label may differ."""

GOAL_WORD = Pattern(
    "plan-label-of-goals",
    r"\b\w*(?:mål|krav|resultat|succes|effekt|niveau|pejlemærke|lykkes|nå)\w*\b",
    matches=["Hvad er målet", "Pejlemærker", "Det vil vi nå"],
    not_matches=["Handlinger"],
)
"""Words of a plan's own label for what it promises."""


@dataclass(slots=True)
class _Use:
    """One place where a label stands."""

    label: Block
    above: Block
    """The heading that it stands below."""
    under: list[Block] = field(default_factory=list)

    @property
    def promises(self) -> bool:
        return any(find_promises(block.text) and not is_told(block.text) for block in self.under)

    @property
    def listed(self) -> bool:
        return any(block.bullet for block in self.under)


def folded(heading: Block) -> str:
    """A heading as it is compared with others."""
    return _folded(heading.text)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return re.sub(r"[\W\d_]+", " ", text.lower()).strip()


def labels_of(blocks: Sequence[Block]) -> tuple[frozenset[str], dict[str, Zone]]:
    """The labels that recur in a plan.

    Args:
        blocks: In reading order.

    Returns:
        Those that the lexicon knows, and what stands under those that it does not: the first that promises holds the
        measures where no known label does, lists behind it the actions.
    """
    counted: dict[str, list[Block]] = {}
    for block in blocks:
        if _may_label(block):
            counted.setdefault(folded(block), []).append(block)
    recurring = {label for label, held in counted.items() if len(held) > 1 and _one_type(held)}
    uses = _uses(blocks, recurring)
    known: set[str] = set()
    own: dict[str, list[_Use]] = {}
    for label, places in uses.items():
        if len({id(use.above) for use in places}) < 2:
            continue
        if zone_of(places[0].label.text) is not None:
            known.add(label)
        elif len(places) > 2 or all(use.label.size < use.above.size - SAME_STEP for use in places):
            own[label] = places
    told = {zone[0] for label in known for zone in [zone_of(uses[label][0].label.text)] if zone is not None}
    return frozenset(known), _zones(own, told)


def _zones(own: dict[str, list[_Use]], known: set[Zone]) -> dict[str, Zone]:
    """What stands under labels, in printed order."""
    zones: dict[str, Zone] = {}
    measured = None
    if not known & {Zone.targets, Zone.measures}:
        may = [label for label, uses in own.items() if sum(use.promises for use in uses) * 2 > len(uses)]
        measured = next((label for label in may if GOAL_WORD.search(label)), may[0] if may else None)
    behind = bool(known & {Zone.targets, Zone.measures})
    for label, uses in own.items():
        listed = sum(use.listed for use in uses) * 2 > len(uses)
        if label == measured:
            zones[label], behind = Zone.measures, True
        elif listed and behind and Zone.actions not in known:
            zones[label] = Zone.actions
        else:
            zones[label] = Zone.status
    return zones


def _may_label(block: Block) -> bool:
    """Whether a block may be a label of its plan: a short heading, or a short line that ends in a colon."""
    return (
        block.frame is None
        and block.mark is None
        and not block.contents
        and len(block.text.split()) <= LONGEST_OWN
        and (block.heading or block.italic or block.text.rstrip().endswith(":") or _says_zone(block))
        and read_label(block.text) is None
        and SERVED.search(block.text) is None
        and any(map(str.isalpha, block.text))
    )


def _says_zone(block: Block) -> bool:
    """Whether a line alone says no more than what follows: "Målsætning"."""
    zone = zone_of(block.text) if len(block.lines) == 1 and block.text[-1:].isalnum() else None
    return zone is not None and zone[1]


def _one_type(held: Sequence[Block]) -> bool:
    sizes = [block.size for block in held]
    return max(sizes) - min(sizes) <= SAME_STEP and len({(block.bold, block.italic) for block in held}) == 1


def _uses(blocks: Sequence[Block], recurring: set[str]) -> dict[str, list[_Use]]:
    """Where each recurring label stands, below which heading, and what stands under it."""
    above: Block | None = None
    current: _Use | None = None
    found: dict[str, list[_Use]] = {}
    for block in blocks:
        label = folded(block)
        if _may_label(block) and label in recurring:
            current = _Use(block, above) if above is not None else None
            if current is not None:
                found.setdefault(label, []).append(current)
        elif block.frame is None and (block.heading or read_label(block.text) is not None):
            above, current = block, None
        elif current is not None:
            current.under.append(block)
    return found
