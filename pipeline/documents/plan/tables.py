"""Tables of targets: what each column holds, and blocks put in the order of the rows."""

import re
from dataclasses import dataclass

from pipeline.danish.numbers import plan_lexicon
from pipeline.documents.block import Block
from pipeline.documents.frames import Frame
from pipeline.documents.plan.words import Zone, is_bare_label, read_label, zone_of


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a block in a table."""

    zone: Zone | None
    """What its column holds; None where the head does not say."""

    row: tuple[int, float] | None
    """Page and upper edge of its row; None where it belongs to the target that was stated last."""

    head: bool
    """Whether it belongs to the table's head."""

    with_measures: bool
    """Whether another column holds the measures."""

    with_targets: bool = True
    """Whether a column of its table holds targets; else all of it belongs to the target above."""


def read_tables(blocks: list[Block]) -> tuple[list[Block], dict[int, Cell]]:
    """Find the tables of targets among a plan's blocks.

    Args:
        blocks: In reading order.

    Returns:
        The blocks with those of tables row by row, and what each such block is.
    """
    frames = {block.frame for block in blocks if block.frame is not None}
    rows = _rows(frames)
    if not any(len(row) > 1 for row in rows):
        return _read_unruled(blocks)
    of_frame: dict[Frame, tuple[tuple[Frame, ...], int]] = {
        frame: (row, position) for row in rows for position, frame in enumerate(row)
    }
    texts: dict[Frame, list[Block]] = {}
    for block in blocks:
        if block.frame in of_frame:
            texts.setdefault(block.frame, []).append(block)
    cells = read_cards(rows, texts)
    if cells:
        return _by_row(
            blocks, {frame: place for frame, place in of_frame.items() if len(place[0]) > 1}
        ), cells
    zones: dict[Frame, Zone | None] = {}
    heads: set[Frame] = set()
    last: list[tuple[Frame, Zone | None]] = []
    begun: dict[Frame, tuple[int, float]] = {}
    bare: set[Frame] = set()
    key = (0, 0.0)
    before: Frame | None = None
    for row in rows:
        if len(row) == 1 and not (_goes_on(row[0], last) or _spans(row[0], last)):
            of_frame.pop(row[0])
            continue
        said = [_head_zone(texts.get(frame, [])) for frame in row]
        if sum(zone is not None for zone in said) >= 2 or (
            said and said[0] in (Zone.targets, Zone.measures) and len(row) >= 2
        ):
            last = list(zip(row, _with_topics(said, texts.get(row[0], [])), strict=True))
            heads.update(row)
            if all(zone is not Zone.targets for _, zone in last):
                bare.update(row)
            continue
        if not last or not (_goes_on(row[0], last) or _cut_off(before, row[0], texts)):
            key = (row[0].page, row[0].top)
        before = row[0]
        for frame in row:
            begun[frame] = key
            above = next((zone for head, zone in last if abs(head.left - frame.left) <= ALIGNED), None)
            zones[frame] = above if last else None
    if not last:
        return blocks, {}
    blocks = _numbered(_mended(blocks, texts, begun), rows, texts, zones)
    columns = set(zones.values())
    for frame, held in texts.items():
        if frame not in of_frame:
            continue
        for block in held:
            row_key = begun.get(frame, (frame.page, frame.top))
            cells[id(block)] = Cell(
                zones.get(frame), row_key, frame in heads, Zone.measures in columns, frame not in bare
            )
    return _by_row(blocks, of_frame), cells


def read_cards(rows: list[tuple[Frame, ...]], texts: dict[Frame, list[Block]]) -> dict[int, Cell]:
    """Tables whose first column says what stands in each row: "Mål", "Resultatmål", "Indsatser" below each other.

    Where a card names a target twice, by "Mål" or "Resultatmål 1" and by "Resultatkrav", the second tells its measures.

    Returns:
        What each block in them is; nothing where there are no such tables.
    """
    labelled: list[tuple[tuple[Frame, ...], str, Zone]] = []
    for row in rows:
        said = [_head_zone(texts.get(frame, []), exact=True) for frame in row]
        if len(row) > 1 and said[0] is not None and not any(said[1:]):
            labelled.append((row, texts[row[0]][0].text.lower().strip(" .:"), said[0]))
    if len({zone for _, _, zone in labelled}) < 2:
        return {}
    titled = any(len(row) > 1 and any(is_bare_label(b.text) for b in texts.get(row[0], [])) for row in rows)
    opening = None if titled else next((label for _, label, zone in labelled if zone is Zone.targets), None)
    zones = [
        Zone.measures if zone is Zone.targets and label != opening else zone for _, label, zone in labelled
    ]
    cells: dict[int, Cell] = {}
    key: tuple[int, float] | None = None
    for (row, _, _), zone in zip(labelled, zones, strict=True):
        if zone is Zone.targets:
            key = (row[0].page, row[0].top)
        for frame in row:
            for block in texts.get(frame, []):
                cells[id(block)] = Cell(zone, key, frame is row[0], Zone.measures in zones)
    return cells


def _mended(
    blocks: list[Block], texts: dict[Frame, list[Block]], begun: dict[Frame, tuple[int, float]]
) -> list[Block]:
    """Blocks with those of cells that a page's end cut in the middle of a sentence joined again."""
    joined: set[int] = set()
    frames = sorted((frame for frame in begun if texts.get(frame)), key=lambda f: (f.page, f.top))
    for position, frame in enumerate(frames):
        rest = texts[frame][0]
        before = next(
            (
                other
                for other in reversed(frames[:position])
                if begun[other] == begun[frame]
                and other.page < frame.page
                and abs(other.left - frame.left) <= ALIGNED
            ),
            None,
        )
        if before is None or rest.mark is not None:
            continue
        cut = texts[before][-1]
        hangs = cut.mark is not None and abs(rest.left - cut.text_left) <= ALIGNED
        if not rest.text[:1].islower() and not (hangs and cut.text.rstrip()[-1:] not in ".:?!"):
            continue
        cut.add(*rest.lines)
        joined.add(id(rest))
        texts[frame] = texts[frame][1:]
    return [block for block in blocks if id(block) not in joined]


def _numbered(
    blocks: list[Block],
    rows: list[tuple[Frame, ...]],
    texts: dict[Frame, list[Block]],
    zones: dict[Frame, Zone | None],
) -> list[Block]:
    """Blocks with the numbers of a first column ("Nr.") set before the titles beside them."""
    taken: set[int] = set()
    for row in rows:
        if len(row) < 3 or zones.get(row[0]) is not None or zones.get(row[1]) is not Zone.targets:
            continue
        number, titles = texts.get(row[0], []), texts.get(row[1], [])
        if len(number) == 1 and titles and titles[0].mark is None and NUMBER.fullmatch(number[0].text):
            titles[0].mark = number[0].text.strip(" .")
            taken.add(id(number[0]))
    return [block for block in blocks if id(block) not in taken]


NUMBER = re.compile(r"\d{1,2}\s?\.?")
"""A target's number alone in its cell."""


def _rows(frames: set[Frame]) -> list[tuple[Frame, ...]]:
    """Boxes by row, from the top of the first page on; a row of one is no table's, or what a page's end cut off."""
    rows: list[list[Frame]] = []
    for frame in sorted(frames, key=lambda f: (f.page, f.top, f.left)):
        for row in reversed(rows[-6:]):
            if row[0].beside(frame) and all(frame.left >= other.right - 6 for other in row):
                row.append(frame)
                break
        else:
            rows.append([frame])
    return [tuple(row) for row in rows]


def _goes_on(frame: Frame, heads: list[tuple[Frame, Zone | None]]) -> bool:
    """Whether a row without a cell in the first column goes on with the row before: a page's end cut it."""
    return any(abs(frame.left - head.left) <= ALIGNED for head, _ in heads[1:])


def _cut_off(before: Frame | None, frame: Frame, texts: dict[Frame, list[Block]]) -> bool:
    """Whether a page's first row goes on with the sentence that the page before ended with in the same column."""
    if before is None or frame.page != before.page + 1 or abs(frame.left - before.left) > ALIGNED:
        return False
    above, below = texts.get(before), texts.get(frame)
    return above is not None and below is not None and _cut_by_page(above[-1], below[0])


def _spans(frame: Frame, heads: list[tuple[Frame, Zone | None]]) -> bool:
    """Whether a cell of the first column stands beside several rows of the others."""
    first = heads[0][0] if heads else frame
    return frame is not first and max(abs(frame.left - first.left), abs(frame.right - first.right)) <= ALIGNED


ALIGNED = 6.0
"""Points by which the left edges of a column's cells may differ."""


def _head_zone(blocks: list[Block], *, exact: bool = False) -> Zone | None:
    """What a cell says that stands below or beside it; exactly so, where it says nothing else."""
    if len(blocks) != 1 or len(blocks[0].text.split()) > 6 or read_label(blocks[0].text) is not None:
        return None
    zone = zone_of(blocks[0].text)
    return zone[0] if zone is not None and zone[1] >= exact else None


def _with_topics(said: list[Zone | None], first: list[Block]) -> list[Zone | None]:
    """What the columns hold where the first names what the targets are about: "Fokusområde" beside "Mål for 2018"."""
    if said.count(Zone.targets) > 1 and Zone.measures not in said:
        named = said.index(Zone.targets)
        return [Zone.measures if zone is Zone.targets and i > named else zone for i, zone in enumerate(said)]
    named = len(first) == 1 and first[0].text.lower().strip(" .:") in plan_lexicon()["target"]["topics"]
    if not named or Zone.targets not in said[1:] or Zone.measures in said:
        return said
    return [Zone.targets, *(Zone.measures if zone is Zone.targets else zone for zone in said[1:])]


def _by_row(blocks: list[Block], of_frame: dict[Frame, tuple[tuple[Frame, ...], int]]) -> list[Block]:
    """Blocks with each run of cells put row by row, each row from left to right."""
    ordered: list[Block] = []
    run: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and block.frame in of_frame:
            run.append(block)
            continue
        if run:
            run.sort(
                key=lambda b: (
                    (b.page, round(of_frame[b.frame][0][0].top), b.frame.left, b.lines[0].top)
                    if b.frame
                    else (b.page, 0, 0.0, 0.0)
                )
            )
            ordered.extend(run)
            run = []
        if block is not None:
            ordered.append(block)
    return ordered


SAME_ROW = 4.0
"""Points by which the upper edges of a row's blocks may differ."""


def _read_unruled(blocks: list[Block]) -> tuple[list[Block], dict[int, Cell]]:
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
        ordered.extend(_lay_out(table, heads, cells))
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
    if len({id(block) for block, _ in heads}) < 2 or not {zone for _, zone in heads} & {
        Zone.targets,
        Zone.measures,
    }:
        return []
    heads.sort(key=lambda head: head[0].left)
    zones = _with_topics([zone for _, zone in heads], [heads[0][0]])
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


def _cut_by_page(before: Block, block: Block) -> bool:
    """Whether a block goes on with the one that stood last in its column of the page before."""
    return (
        block.page == before.lines[-1].page + 1
        and block.mark is None
        and block.text[:1].islower()
        and before.text.rstrip()[-1:] not in ".:?!"
    )


def _lay_out(blocks: list[Block], heads: list[tuple[Block, Zone]], cells: dict[int, Cell]) -> list[Block]:
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
        if column in ends and _cut_by_page(ends[column], block):
            ends[column].add(*block.lines)
            continue
        ends[column] = block
        by_column.append((column, block))
        if column == 0 and id(block) not in named:
            begins = block.number is not None or block.bold or not starts
            if begins:
                starts.append((block.page, block.lines[0].top))
    starts.sort()
    for column, block in by_column:
        here = (block.page, block.lines[0].top + SAME_ROW)
        row = max((start for start in starts if start <= here), default=(block.page, 0.0))
        head = id(block) in named
        cells[id(block)] = Cell(heads[column][1], row, head, any(zone is Zone.measures for _, zone in heads))
        placed.append(((0, 0.0) if head else row, column, block.lines[0].top, block))
    placed.sort(key=lambda entry: (entry[0], entry[1], entry[3].page, entry[2]))
    return [block for *_, block in placed]
