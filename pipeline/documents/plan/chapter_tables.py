"""Tables whose rows are the measures of the target that the heading above them names."""

from collections.abc import Sequence

from pipeline.danish.quantities import find_promises
from pipeline.documents.block import Block
from pipeline.documents.plan.columns import Cell
from pipeline.documents.plan.words import Zone, zone_of

_HeadedTable = tuple[Block | None, list[Block], list[tuple[Block, Cell]]]
"""The heading above a table, its heads, and the cells below them."""


def _goes_on_below(above: _HeadedTable, table: _HeadedTable) -> bool:
    """Whether a table is the rest of the one before, its heads printed again at a page's top."""
    page = above[2][-1][0].page if above[2] else 0
    return (
        table[0] is above[0]
        and table[1][0].page == page + 1
        and [head.text for head in table[1]] == [head.text for head in above[1]]
    )


def tables_by_chapter(blocks: Sequence[Block], cells: dict[int, Cell]) -> frozenset[int]:
    """The heads, by identity, of tables whose rows are the measures of a target named by the heading above.

    So it is where tables with the same heads stand below several headings and their first columns hold promises, or
    what numbers beside them count, and no titles; and where a column of measures has no column of targets beside it.
    """
    above: Block | None = None
    tables: list[_HeadedTable] = []
    before: Cell | None = None
    overview = listed = False
    for block in blocks:
        cell = cells.get(id(block))
        if cell is not None and cell.zone is None and not cell.head and before is None:
            continue
        if cell is None:
            if block.heading and block.frame is None:
                zone = zone_of(block.text)
                overview = zone is not None and zone[0] is Zone.targets
                above = block if zone is None or not zone[1] else above
        elif cell.head:
            if before is None or not before.head:
                tables.append((above, [], []))
                listed = overview
            tables[-1][1].append(block)
            if len(tables) > 1 and _goes_on_below(tables[-2], tables[-1]):
                tables.pop()
        elif tables:
            tables[-1][2].append((block, cell))
        before = cell
    found: set[int] = set()
    for heading, heads, body in tables:
        alike = [
            table for table in tables if [head.text for head in table[1]] == [head.text for head in heads]
        ]
        told = [
            block
            for _, _, cells_below in alike
            for block, cell in cells_below
            if cell.zone in (Zone.targets, Zone.measures) and not cell.number
        ]
        titled = {cell.zone for _, cell in body if not cell.number} >= {Zone.targets, Zone.measures}
        counted = any(cell.levels is not None and cell.levels.promised for _, cell in body)
        measured = bool(heads) and (zone_of(heads[0].text) or (None,))[0] is Zone.measures
        if heading is None or titled or not told:
            continue
        promises = sum(bool(find_promises(block.text)) for block in told) * 2 > len(told)
        several = len({id(above) for above, _, _ in alike}) > 1
        # One table below "Oversigt over mål" holds a target in each row.
        if (several and (promises or counted)) or (
            measured and counted and not (len(tables) == 1 and listed)
        ):
            found.update(id(head) for head in heads)
    return frozenset(found)
