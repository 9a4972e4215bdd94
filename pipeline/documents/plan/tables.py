"""Tables of targets: what each column holds, and blocks put in the order of the rows."""

from collections import Counter
from itertools import pairwise

from pipeline.documents.block import Block
from pipeline.documents.frames import Frame, text_right
from pipeline.documents.plan.columns import NUMBER, Cell, Table, head_zone, set_numbers, zones_said
from pipeline.documents.plan.stated import LONGEST_TITLE, TOUCHING
from pipeline.documents.plan.words import LABELLED, Zone, is_bare_label


def read_tables(blocks: list[Block], year: int | None = None) -> tuple[list[Block], dict[int, Cell]]:
    """Find the tables of targets among a plan's blocks.

    Args:
        blocks: In reading order.
        year: The plan's: columns of earlier years hold no targets.

    Returns:
        The blocks with those of tables row by row, and what each such block is.
    """
    frames = {block.frame for block in blocks if block.frame is not None}
    rows = _rows(frames)
    if not any(len(row) > 1 for row in rows):
        return blocks, {}
    of_frame: dict[Frame, tuple[tuple[Frame, ...], int]] = {
        frame: (row, position) for row in rows for position, frame in enumerate(row)
    }
    texts: dict[Frame, list[Block]] = {}
    for block in blocks:
        if block.frame in of_frame:
            texts.setdefault(block.frame, []).append(block)
    blocks = _joined_heads(blocks, texts)
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
    tables: list[tuple[list[tuple[Frame, Zone | None]], list[tuple[Frame, ...]]]] = []
    key = (0, 0.0)
    before: Frame | None = None
    parted = _parted_by_headings(blocks, rows)
    for row in rows:
        if row[0] in parted and not _same_columns(row, last):
            last = []
        if len(row) == 1 and not (_goes_on(row[0], last) or _spans(row[0], last)):
            of_frame.pop(row[0])
            continue
        said = zones_said([texts.get(frame, []) for frame in row], year)
        if sum(zone is not None for zone in said) >= 2 or (
            said and said[0] in (Zone.targets, Zone.measures) and len(row) >= 2
        ):
            last = list(zip(row, said, strict=True))
            heads.update(row)
            if all(zone is not Zone.targets for _, zone in last):
                bare.update(row)
            tables.append((last, []))
            continue
        if not last or not (_goes_on(row[0], last) or _cut_off(before, row[0], texts)):
            key = (row[0].page, row[0].top)
        before = row[0]
        if last:
            tables[-1][1].append(row)
        for frame in row:
            begun[frame] = key
            above = next((zone for head, zone in last if abs(head.left - frame.left) <= ALIGNED), None)
            zones[frame] = above if last else None
    if not tables:
        return blocks, {}
    blocks = _numbered(_mended(blocks, texts, begun), rows, texts, zones)
    for head, body in tables:
        _set_goals(head, body, texts, zones)
    columns = set(zones.values())
    for frame, held in texts.items():
        if frame not in of_frame:
            continue
        for block in held:
            row_key = begun.get(frame, (frame.page, frame.top))
            cells[id(block)] = Cell(
                zones.get(frame), row_key, frame in heads, Zone.measures in columns, frame not in bare
            )
    for head, body in tables:
        set_numbers(cells, _table(head, body, texts), year)
    return _by_row(blocks, of_frame), cells


def _joined_heads(blocks: list[Block], texts: dict[Frame, list[Block]]) -> list[Block]:
    """Blocks with those of each head together whose lines stand in the middle of its cell, one below the other."""
    joined: set[int] = set()
    for frame, held in texts.items():
        if (
            len(held) > 1
            and all(block.bold and block.mark is None and len(block.lines) == 1 for block in held)
            and sum(len(block.text.split()) for block in held) <= LONGEST_HEAD
        ):
            held[0].add(*(line for block in held[1:] for line in block.lines))
            joined.update(id(block) for block in held[1:])
            texts[frame] = held[:1]
    return [block for block in blocks if id(block) not in joined]


LONGEST_HEAD = 6
"""A column's head has no more words."""


def _set_goals(
    heads: list[tuple[Frame, Zone | None]],
    rows: list[tuple[Frame, ...]],
    texts: dict[Frame, list[Block]],
    zones: dict[Frame, Zone | None],
) -> None:
    """Say of a table whose first column tells the minister's goals that the next one's numbered parts are targets."""
    if (
        len(heads) < 2
        or heads[1][1] is not Zone.measures
        or head_zone(texts.get(heads[0][0], [])) is not Zone.goals
    ):
        return
    goals, targets = (
        [frame for row in rows for frame in row if abs(frame.left - head.left) <= ALIGNED]
        for head, _ in heads[:2]
    )
    numbers = [block.number for frame in targets for block in texts.get(frame, [])[:1]]
    if numbers != [str(n) for n in range(1, len(numbers) + 1)] or len(numbers) < len(goals):
        return
    zones.update((frame, Zone.goals) for frame in goals)
    zones.update((frame, Zone.targets) for frame in targets)


def _table(
    heads: list[tuple[Frame, Zone | None]], rows: list[tuple[Frame, ...]], texts: dict[Frame, list[Block]]
) -> Table:
    """A table's words by row and column."""
    return Table(
        [(" ".join(block.text for block in texts.get(frame, [])), zone) for frame, zone in heads],
        [
            [
                [
                    block
                    for frame in row
                    if abs(frame.left - head.left) <= ALIGNED
                    for block in texts.get(frame, [])
                ]
                for head, _ in heads
            ]
            for row in rows
        ],
    )


def _parted_by_headings(blocks: list[Block], rows: list[tuple[Frame, ...]]) -> set[Frame]:
    """The first cells of rows that a heading parts from the row before."""
    first = {row[0] for row in rows}
    parted: set[Frame] = set()
    seen: set[Frame] = set()
    headed = False
    for block in blocks:
        if block.frame is None:
            headed = headed or block.heading
        elif block.frame in first and block.frame not in seen:
            seen.add(block.frame)
            if headed:
                parted.add(block.frame)
            headed = False
    return parted


def _same_columns(row: tuple[Frame, ...], heads: list[tuple[Frame, Zone | None]]) -> bool:
    """Whether a row's cells stand below a table's heads, one below each."""
    return len(row) == len(heads) and all(
        abs(frame.left - head.left) <= ALIGNED for frame, (head, _) in zip(row, heads, strict=True)
    )


def read_cards(rows: list[tuple[Frame, ...]], texts: dict[Frame, list[Block]]) -> dict[int, Cell]:
    """Tables whose first column says what stands in each row: "Mål", "Resultatmål", "Indsatser" below each other.

    Where a card names a target twice, by "Mål" or "Resultatmål 1" and by "Resultatkrav", the second tells its measures.
    Where a band above each card names what it is about, that is the target's title.

    Returns:
        What each block in them is; nothing where there are no such tables.
    """
    labelled: list[tuple[tuple[Frame, ...], str, Zone]] = []
    for row in rows:
        said = [head_zone(texts.get(frame, []), exact=True) for frame in row]
        if len(row) > 1 and said[0] is not None and not any(said[1:]):
            labelled.append((row, texts[row[0]][0].text.lower().strip(" .:"), said[0]))
    if len({zone for _, _, zone in labelled}) < 2:
        return {}
    titled = any(len(row) > 1 and any(is_bare_label(b.text) for b in texts.get(row[0], [])) for row in rows)
    named = {zone for _, _, zone in labelled}
    bands = (
        _bands(rows, texts, labelled) if not titled and not named >= {Zone.targets, Zone.measures} else set()
    )
    counted = {} if titled or bands else _counted(rows, texts)
    opening = (
        None
        if titled or bands or counted
        else next((label for _, label, zone in labelled if zone is Zone.targets), None)
    )
    zones = {
        row: Zone.measures if zone is Zone.targets and label != opening else zone
        for row, label, zone in labelled
    }
    cells: dict[int, Cell] = {}
    key: tuple[int, float] | None = None
    for row in rows:
        if row in bands:
            key = (row[0].page, row[0].top)
            for block in texts[row[0]]:
                cells[id(block)] = Cell(Zone.targets, key, False, True)
        if row in counted:
            key = (row[0].page, row[0].top)
            texts[row[1]][0].mark = counted[row]
            for frame in row:
                for block in texts[frame]:
                    cells[id(block)] = Cell(Zone.targets, key, frame is row[0], True)
        if row not in zones:
            continue
        if zones[row] is Zone.targets:
            key = (row[0].page, row[0].top)
        for frame in row:
            for block in texts.get(frame, []):
                cells[id(block)] = Cell(zones[row], key, frame is row[0], Zone.measures in zones.values())
    return cells


def _counted(rows: list[tuple[Frame, ...]], texts: dict[Frame, list[Block]]) -> dict[tuple[Frame, ...], str]:
    """The rows that begin cards by a label of their own and a number ("Fokusområde 2"), with the title beside it."""
    found: dict[tuple[Frame, ...], str] = {}
    for row in rows:
        held = [texts.get(frame, []) for frame in row]
        match = LABELLED.match(held[0][0].text) if len(row) == 2 and len(held[0]) == 1 else None
        if match is not None and match.end() >= len(held[0][0].text) and held[1] and held[1][0].mark is None:
            found[row] = match["number"]
    counted = list(found.values()) == [str(n) for n in range(1, len(found) + 1)]
    return found if len(found) > 1 and counted else {}


def _bands(
    rows: list[tuple[Frame, ...]],
    texts: dict[Frame, list[Block]],
    labelled: list[tuple[tuple[Frame, ...], str, Zone]],
) -> set[tuple[Frame, ...]]:
    """The rows of one cell that stand right above cards and name what each is about; none where cards stand without."""
    found: set[tuple[Frame, ...]] = set()
    for row, below in pairwise(rows):
        band = row[0]
        held = texts.get(band, [])
        if (
            len(row) == 1 < len(below)
            and len(held) == 1
            and held[0].mark is None
            and len(held[0].text.split()) <= LONGEST_TITLE
            and head_zone(held, exact=True) is None
            and not is_bare_label(held[0].text)
            and below[0].page == band.page
            and abs(below[0].top - band.bottom) <= TOUCHING
            and band.right > below[0].right + ALIGNED
        ):
            found.add(row)
    cards = min(Counter(label for _, label, _ in labelled).values())
    return found if len(found) >= cards else set()


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
        last, word = cut.lines[-1], rest.lines[0].words[0]
        full = text_right(before, last) - last.x1 < word.x1 - word.x0
        wraps = full and cut.mark is None and cut.bold == rest.bold
        if not rest.text[:1].islower() and not (
            (hangs or wraps) and cut.text.rstrip(' ”"')[-1:] not in ".:?!"
        ):
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
    """Whether a page's first row goes on with the cell that the page before ended with in the same column.

    Its sentence does, or a cell that began with a bold title does where none begins the next.
    """
    if before is None or frame.page != before.page + 1 or abs(frame.left - before.left) > ALIGNED:
        return False
    above, below = texts.get(before), texts.get(frame)
    if above is None or below is None:
        return False
    titled = above[0].bold and not below[0].bold
    return titled or _cut_by_page(above[-1], below[0])


def _cut_by_page(before: Block, block: Block) -> bool:
    """Whether a block goes on with the one that stood last in its column of the page before."""
    return (
        block.page == before.lines[-1].page + 1
        and block.mark is None
        and block.text[:1].islower()
        and before.text.rstrip()[-1:] not in ".:?!"
    )


def _spans(frame: Frame, heads: list[tuple[Frame, Zone | None]]) -> bool:
    """Whether a cell of the first column stands beside several rows of the others."""
    first = heads[0][0] if heads else frame
    return frame is not first and max(abs(frame.left - first.left), abs(frame.right - first.right)) <= ALIGNED


ALIGNED = 6.0
"""Points by which the left edges of a column's cells may differ."""


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
