"""Tables of targets: what each column holds, and blocks put in the order of the rows."""

from dataclasses import dataclass

from pipeline.documents.blocks import Block
from pipeline.documents.frames import Frame
from pipeline.documents.plan.words import Zone, zone_of


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a block in a table."""

    zone: Zone | None
    """What its column holds; None where the head does not say."""

    row: tuple[int, float]
    """Page and upper edge of its row."""

    head: bool
    """Whether it belongs to the table's head."""

    with_measures: bool
    """Whether another column holds the measures."""


def read_tables(blocks: list[Block]) -> tuple[list[Block], dict[int, Cell]]:
    """Find the tables of targets among a plan's blocks.

    Args:
        blocks: In reading order.

    Returns:
        The blocks with those of tables row by row, and what each such block is.
    """
    frames = {block.frame for block in blocks if block.frame is not None}
    rows = _rows(frames)
    if not rows:
        return blocks, {}
    cells: dict[int, Cell] = {}
    of_frame: dict[Frame, tuple[tuple[Frame, ...], int]] = {
        frame: (row, position) for row in rows for position, frame in enumerate(row)
    }
    texts: dict[Frame, list[Block]] = {}
    for block in blocks:
        if block.frame in of_frame:
            texts.setdefault(block.frame, []).append(block)
    zones: dict[Frame, Zone | None] = {}
    heads: set[Frame] = set()
    last: list[tuple[Frame, Zone | None]] = []
    for row in rows:
        said = [_head_zone(texts.get(frame, [])) for frame in row]
        if sum(zone is not None for zone in said) >= 2 or (said and said[0] in (Zone.targets, Zone.measures) and len(row) >= 2):
            last = list(zip(row, said, strict=True))
            heads.update(row)
            continue
        for frame in row:
            above = next((zone for head, zone in last if abs(head.left - frame.left) <= 6), None)
            zones[frame] = above if last else None
    if not last:
        return blocks, {}
    columns = set(zones.values())
    for frame, held in texts.items():
        row, _ = of_frame[frame]
        for block in held:
            cells[id(block)] = Cell(
                zones.get(frame), (frame.page, row[0].top), frame in heads, Zone.measures in columns
            )
    return _by_row(blocks, of_frame), cells


def _rows(frames: set[Frame]) -> list[tuple[Frame, ...]]:
    """Cells that stand side by side, from the top of the first page on."""
    rows: list[list[Frame]] = []
    for frame in sorted(frames, key=lambda f: (f.page, f.top, f.left)):
        for row in reversed(rows[-6:]):
            if row[0].beside(frame) and all(frame.left >= other.right - 6 for other in row):
                row.append(frame)
                break
        else:
            rows.append([frame])
    return [tuple(row) for row in rows if len(row) > 1]


def _head_zone(blocks: list[Block]) -> Zone | None:
    if len(blocks) != 1 or len(blocks[0].text.split()) > 6:
        return None
    zone = zone_of(blocks[0].text)
    return zone[0] if zone is not None else None


def _by_row(blocks: list[Block], of_frame: dict[Frame, tuple[tuple[Frame, ...], int]]) -> list[Block]:
    """Blocks with each run of cells put row by row, each row from left to right."""
    ordered: list[Block] = []
    run: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and block.frame in of_frame:
            run.append(block)
            continue
        if run:
            run.sort(key=lambda b: (b.page, of_frame[b.frame][0][0].top, of_frame[b.frame][1], b.lines[0].top) if b.frame else (b.page, 0.0, 0, 0.0))
            ordered.extend(run)
            run = []
        if block is not None:
            ordered.append(block)
    return ordered
