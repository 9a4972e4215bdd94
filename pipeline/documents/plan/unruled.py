"""Tables of targets without a single stroke: heads side by side tell the columns."""

from pipeline.documents.block import Block
from pipeline.documents.plan.columns import NUMBERED, Cell, Table, set_numbers, with_topics
from pipeline.documents.plan.words import Zone, zone_of

SAME_ROW = 4.0
"""Points by which the upper edges of a row's blocks may differ."""


def read_unruled(blocks: list[Block], year: int | None) -> tuple[list[Block], dict[int, Cell]]:
    """Tables without a single stroke: heads side by side tell the columns."""
    cells: dict[int, Cell] = {}
    ordered: list[Block] = []
    position = 0
    while position < len(blocks):
        heads = _heads_at(blocks, position)
        if not heads:
            ordered.append(blocks[position])
            position += 1
            continue
        end = position
        while end < len(blocks) and not _ends_table(blocks[end], heads):
            end += 1
        # Further columns may have been taken for prose beside the table and stand behind what ends it.
        strayed = {id(block) for block in blocks[end:] if _strayed(block, heads, blocks[end])}
        table = [*blocks[position:end], *(block for block in blocks[end:] if id(block) in strayed)]
        ordered.extend(_lay_out(table, heads, cells, year))
        blocks = [*blocks[:end], *(block for block in blocks[end:] if id(block) not in strayed)]
        position = end
    return ordered, cells


def _heads_at(blocks: list[Block], position: int) -> list[tuple[Block, Zone]]:
    """The heads of a table's columns, where it begins with this block."""
    first = blocks[position]
    if not _may_head(first):
        return []
    beside = [
        block
        for block in blocks[position : position + 40]
        if block.page == first.page
        and abs(block.lines[0].top - first.lines[0].top) <= SAME_ROW
        and _may_head(block)
    ]
    heads = [(block, zone[0]) for block in beside for zone in (zone_of(block.text),) if zone is not None]
    # "Vores mål" twice beside each other heads two boxes.
    if len({block.text for block, _ in heads}) < 2 or not {zone for _, zone in heads} & {
        Zone.targets,
        Zone.measures,
    }:
        return []
    heads.sort(key=lambda head: head[0].left)
    zones = with_topics([zone for _, zone in heads], [heads[0][0]])
    return [(head, zone) for (head, _), zone in zip(heads, zones, strict=True) if zone is not None]


def _strayed(block: Block, heads: list[tuple[Block, Zone]], end: Block) -> bool:
    """Whether a block behind the end of a table stands in one of its further columns, above that end."""
    first = heads[0][0]
    top = block.lines[0].top
    return (
        block.page == end.page == first.page
        and first.lines[0].top - SAME_ROW <= top < end.lines[0].top - SAME_ROW
        and block.left >= heads[1][0].left - SAME_ROW
    )


def _may_head(block: Block) -> bool:
    return (
        block.frame is None
        and block.bold
        and block.mark is None
        and len(block.text.split()) <= 5
        and not block.contents
    )


def _ends_table(block: Block, heads: list[tuple[Block, Zone]]) -> bool:
    """Whether a block is a heading or runs across the columns below a table."""
    if any(block is head for head, _ in heads) or block.note:
        return False
    if block.page == heads[0][0].page and block.lines[0].top < heads[0][0].lines[0].top - SAME_ROW:
        return True
    second = heads[1][0].left
    if block.left < second - SAME_ROW and max(line.x1 for line in block.lines) > second + 2 * SAME_ROW:
        return True
    return block.heading and block.size > heads[0][0].size + 0.4


def cut_by_page(before: Block, block: Block) -> bool:
    """Whether a block goes on with the one that stood last in its column of the page before."""
    return (
        block.page == before.lines[-1].page + 1
        and block.mark is None
        and block.text[:1].islower()
        and before.text.rstrip()[-1:] not in ".:?!"
    )


def _counted_beside(block: Block, blocks: list[Block]) -> bool:
    """Whether a number stands beside a block's first line in another column, which makes it a row of its own."""
    return any(
        other is not block
        and other.page == block.page
        and other.left > block.left
        and abs(other.lines[0].top - block.lines[0].top) <= SAME_ROW
        and NUMBERED.match(other.text) is not None
        for other in blocks
    )


def _lay_out(
    blocks: list[Block], heads: list[tuple[Block, Zone]], cells: dict[int, Cell], year: int | None
) -> list[Block]:
    """Blocks of a table put row by row; a row begins where a block of the first column does.

    The heads may stand on the next page again.
    """
    texts = {block.text for block, _ in heads}
    named = {id(block) for block in blocks if block.bold and block.text in texts}
    columns = [block.left for block, _ in heads]
    placed: list[tuple[tuple[int, float], int, float, Block]] = []
    starts: list[tuple[int, float]] = []
    by_column: list[tuple[int, Block]] = []
    ends: dict[int, Block] = {}
    for block in sorted(blocks, key=lambda b: (b.page, b.lines[0].top)):
        column = max((i for i, left in enumerate(columns) if left <= block.left + SAME_ROW), default=0)
        if column in ends and cut_by_page(ends[column], block):
            ends[column].add(*block.lines)
            continue
        ends[column] = block
        by_column.append((column, block))
        if column == 0 and id(block) not in named:
            begins = block.number is not None or block.bold or not starts or _counted_beside(block, blocks)
            if begins:
                starts.append((block.page, block.lines[0].top))
    starts.sort()
    grid: dict[tuple[int, float], list[list[Block]]] = {}
    for column, block in by_column:
        here = (block.page, block.lines[0].top + SAME_ROW)
        row = max((start for start in starts if start <= here), default=(block.page, 0.0))
        head = id(block) in named
        cells[id(block)] = Cell(heads[column][1], row, head, any(zone is Zone.measures for _, zone in heads))
        if not head:
            grid.setdefault(row, [[] for _ in heads])[column].append(block)
        placed.append(((0, 0.0) if head else row, column, block.lines[0].top, block))
    set_numbers(cells, Table([(block.text, zone) for block, zone in heads], list(grid.values())), year)
    placed.sort(key=lambda entry: (entry[0], entry[1], entry[3].page, entry[2]))
    return [block for *_, block in placed]
