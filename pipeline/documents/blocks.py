"""Lines to blocks: headings, paragraphs, bullets and numbered parts, each with the box or cell it stands in.

What the page sets side by side is told apart by its edges, so that a figure's caption does not run into the
prose beside it. A block that a page's end cuts goes on with the next page.
"""

import re
from collections.abc import Sequence

from pipeline.danish.sentences import LIST_END, NO_END
from pipeline.documents.block import Block, clear_notes, is_bullet
from pipeline.documents.columns import in_columns, label_rows
from pipeline.documents.contents import set_contents
from pipeline.documents.frames import (
    Frame,
    by_cell,
    columns_in_boxes,
    cut_at_joints,
    frames_of,
    join_justified,
    table_rows,
    text_right,
)
from pipeline.documents.heads import set_headings, underlines
from pipeline.documents.leading import body_size, leading_of
from pipeline.reading import line_of
from schemas.page import Line, Page

NEXT_LINE = 1.32
"""Lines whose baselines are at most so many usual leadings apart belong to one paragraph.

On the sample plans and the shared ones lines of one paragraph are at most 1.15 leadings apart, paragraphs
at least 1.36.
"""

ALIGNED = 3.5
"""Points by which the left edges of a paragraph's lines may differ."""

SAME_SIZE = 0.11
"""Share by which the type sizes of a block's lines may differ."""

NUMBER_MARK = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|\(?[a-zæøå0-9]{1,2}\))$")
"""Matches: "1.", "2.1", "5.1.", "a)", "(2)", "3". Not: "2017", "1.000"."""

LABEL_LINE = re.compile(
    r"^(?:[A-ZÆØÅ][a-zæøå]+(?:\s(?:mål|nr\.))?\s[A-H]?\d{1,2}(?:\.\d{1,2})?|Spørgsmål|(?:[A-ZÆØÅ]\w+s\s)?[Ss]var|[A-ZÆØÅ]\w+\s(?:spørger|svarer))\s?[:–-]\s"
)
"""Matches: "Delmål 4.2: Mindst", "Mål nr. 4 - Færre", "Svar: Der er", "Udvalget spørger: Hvor"."""

ANSWER_LINE = re.compile(
    r"(?:Ad\.?|Spørgsmål|Svar)\s(?:nr\.\s)?\d{1,2}\s?[.:)]*|(?:Med\s)?[Vv]enlige?\s[Hh]ils(?:en|ner)|Mvh\.?"
)
"""A whole line that says whose answer follows, or that nothing does: "Ad 1)", "Spørgsmål 2:", "Med venlig hilsen"."""

NOT_A_LIST = re.compile(
    r"^(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal"
    r"|halvår|pct|procent|%|mio|mia|kr|år|uger?|"
    r"måneder|behandling|og|til|eller|del|halvdel|fase|reservation)\b",
    re.IGNORECASE,
)
"""Words that make the number before them a date, an ordinal or an amount."""


def blocks_of(pages: Sequence[Page]) -> list[Block]:
    """The blocks of a document's pages, in reading order."""
    pages = [cut_at_joints(page) for page in pages]
    leading = leading_of(pages)
    body = body_size(pages)
    blocks: list[Block] = []
    for page in pages:
        _read_page(page, leading, body, blocks)
    clear_notes(blocks)
    set_headings(blocks, body, {page.number: underlines(page) for page in pages})
    set_contents(blocks, pages)
    return blocks


def _read_page(page: Page, leading: float, body: float, blocks: list[Block]) -> None:
    first = len(blocks)
    frames = frames_of(page)
    rows = table_rows(frames)
    columns = columns_in_boxes(frames, rows, page.lines)
    margin: dict[int, float] = {}
    for line in page.lines:
        key = round(line.x0 / 6)
        margin[key] = max(margin.get(key, 0.0), line.x1)
    pending: Line | None = None
    valued = label_rows(page)
    for line in join_justified(by_cell(in_columns(page, frames, rows), frames, rows, columns), frames):
        if pending is not None:
            if _beside(pending, line):
                _open(blocks, line, pending, frames.get(id(line)), body)
                pending = None
                continue
            if not _goes_on(blocks, first, pending, leading, frames, margin):
                _open(blocks, pending, None, frames.get(id(pending)), body)
            pending = None
        if len(line.words) == 1 and (
            is_bullet(line.text) or (NUMBER_MARK.match(line.text) and not line.text.isdigit())
        ):
            if not _marks_last(blocks, first, line, frames, body):
                pending = line
            continue
        if (
            id(line) not in valued
            and not _begins_list(line, blocks, first, leading)
            and _goes_on(blocks, first, line, leading, frames, margin)
        ):
            continue
        if _turns_column(blocks, first, line, frames.get(id(line)), page):
            blocks[-1].add(line)
            continue
        if len(blocks) == first and _turns_page(blocks, line, frames.get(id(line)), page):
            blocks[-1].add(line)
            # Later lines of this page may follow it: it is the page's first block.
            blocks.append(blocks.pop())
            first -= 1
            continue
        _open(blocks, line, None, frames.get(id(line)), body)
    if pending is not None and not _goes_on(blocks, first, pending, leading, frames, margin):
        _open(blocks, pending, None, frames.get(id(pending)), body)
    for block in blocks[first:]:
        _take_mark(block)


def _beside(mark: Line, line: Line) -> bool:
    """Whether a bullet set by itself stands in front of a line; its font may set it a little higher."""
    overlap = min(mark.bottom, line.bottom) - max(mark.top, line.top)
    if mark.bold and not line.bold and line.x0 - mark.x1 > FAR * mark.size:
        return False
    return line.x0 > mark.x1 and overlap > 0.5 * min(mark.bottom - mark.top, line.bottom - line.top)


FAR = 4.0
"""A bold number so many sizes away from regular type stands in another column than it."""


def _take_mark(block: Block) -> None:
    """A number that a narrow column left alone on its line is the mark of what stands below it."""
    if block.mark is not None or len(block.lines) < 2 or len(block.lines[0].words) > 1:
        return
    mark = block.lines[0]
    if NUMBER_MARK.match(mark.text) and not mark.text.isdigit():
        block.mark, block.left = mark.text, mark.x0
        block.marked = [line_of((*mark.words, *block.lines[1].words), mark.page, mark.row)]
        block.lines = block.lines[1:]
        block.text_left, block._text = block.lines[0].x0, None


def _marks_last(blocks: list[Block], first: int, mark: Line, frames: dict[int, Frame], body: float) -> bool:
    """Whether a bullet set by itself belongs to the line read last; if so, that line begins a block."""
    if len(blocks) <= first or (blocks[-1].mark is not None and len(blocks[-1].lines) == 1):
        return False
    line = blocks[-1].lines[-1]
    if line.page != mark.page or not _beside(mark, line):
        return False
    frame = blocks[-1].frame
    if len(blocks[-1].lines) == 1:
        blocks.pop()
    else:
        blocks[-1].lines.pop()
        blocks[-1]._text = None
    _open(blocks, line, mark, frame, body)
    return True


def _open(blocks: list[Block], line: Line, mark: Line | None, frame: Frame | None, body: float) -> None:
    """Begin a block with a line."""
    sign = mark.text if mark is not None else None
    cut, marked = line, [line_of((*mark.words, *line.words), line.page, line.row)] if mark is not None else []
    words = line.words
    if mark is None and len(words) > 1 and _is_mark(words[0].text, words[1].text, line):
        sign, cut, marked = words[0].text, line_of(words[1:], line.page, line.row), [line]
    blocks.append(
        Block(
            [cut], sign, mark.x0 if mark is not None else line.x0, cut.x0, frame,
            bold=cut.bold, italic=cut.italic, size=cut.size, note=cut.size < 0.87 * body, marked=marked,
        )
    )  # fmt: skip


def _is_mark(first: str, second: str, line: Line) -> bool:
    if is_bullet(first):
        return True
    if len(first) == 2 and first[0].islower() and first[1] == ".":
        return second[0].isupper()
    if not NUMBER_MARK.match(first) or NOT_A_LIST.match(second):
        return False
    if first.isdigit():
        return line.bold and second[0].isupper()
    return first[-1] in ".)" or "." in first


def _begins_list(line: Line, blocks: list[Block], first: int, leading: float) -> bool:
    """Whether a line begins with a bullet, or with a number or a label that no sentence leads up to."""
    if ANSWER_LINE.fullmatch(line.text):
        return True
    label = LABEL_LINE.match(line.text)
    if label is not None:
        above = LABEL_LINE.match(blocks[-1].lines[0].text) if len(blocks) > first else label
        same = above is not None and above.group().split()[0] == label.group().split()[0]
        return same or blocks[-1].lines[-1].text.rstrip(' ”"')[-1:] in ".:;?!"
    if len(line.words) < 2 or not _is_mark(line.words[0].text, line.words[1].text, line):
        return False
    if is_bullet(line.words[0].text):
        if line.words[0].text not in "-–—":
            return True
        # A dash may go on in a sentence: "– ikke mindst".
        before = blocks[-1].lines[-1] if len(blocks) > first else None
        if (
            before is None
            or before.page != line.page
            or line.bottom - before.bottom > NEXT_LINE * leading * line.size
        ):
            return True
        same, sign = abs(line.x0 - blocks[-1].text_left) <= ALIGNED, line.words[0].text
        if same and blocks[-1].mark != sign and sign in [word.text for word in line.words[2:]]:
            return False  # "– ikke mindst unge – i job"
        edge = abs(line.x0 - blocks[-1].lines[-1].x0) > ALIGNED
        return edge or blocks[-1].bullet or before.text.rstrip()[-1:] in ":."
    if len(blocks) <= first:
        return True
    before = blocks[-1].lines[-1]
    apart = line.bottom - before.bottom > NEXT_LINE * leading * line.size
    return apart or before.text.rstrip()[-1:] in ".:;?!" or line.bold != before.bold or _follows(blocks, line)


def _follows(blocks: list[Block], line: Line) -> bool:
    """Whether a line's number is the next of a list that stands at the same edge."""
    whole = line.words[0].text.strip("().")
    if blocks[-1].number and whole.startswith(f"{blocks[-1].number}."):
        return True
    number = whole.rsplit(".", 1)[-1]
    same = (block.number for block in reversed(blocks[-6:]) if abs(block.left - line.x0) < ALIGNED)
    last = next((other.rsplit(".", 1)[-1] for other in same if other), "")
    if number.isdigit() and last.isdigit():
        return int(number) == int(last) + 1
    return len(number) == len(last) == 1 and number.islower() and ord(number) == ord(last) + 1


def _goes_on(
    blocks: list[Block],
    first: int,
    line: Line,
    leading: float,
    frames: dict[int, Frame],
    margin: dict[int, float],
) -> bool:
    """Add a line to the block of this page that it goes on with, if there is one."""
    frame = frames.get(id(line))
    for block in reversed(blocks[max(first, len(blocks) - 8) :]):
        last = block.lines[-1]
        if last.page != line.page or block.frame != frame:
            continue
        step = line.bottom - last.bottom
        limit = NEXT_LINE * leading * min(line.size, last.size)
        if not 0.3 * line.size < step <= limit:
            continue
        if not (_same_type(block, line) and _fits_edge(blocks, block, line)):
            continue
        if _ended(block, last, line, leading, margin):
            return False
        block.add(line)
        return True
    return False


def _same_type(block: Block, line: Line) -> bool:
    """Whether a line is set in a block's type."""
    size = block.lines[-1].size
    return (block.bold, block.italic) == (line.bold, line.italic) and abs(
        line.size - size
    ) <= SAME_SIZE * size


def _fits_edge(blocks: list[Block], block: Block, line: Line) -> bool:
    """Whether a line's left edge is that of a block's further lines."""
    if len(block.lines) > 1 and block.mark is None:
        return abs(line.x0 - block.lines[-1].x0) <= ALIGNED or abs(line.x0 - block.left) <= ALIGNED
    if block.mark is None:
        return abs(line.x0 - block.left) <= ALIGNED or (
            0 < block.left - line.x0 <= 30 and block.page == line.page and not block.bold
        )
    if abs(line.x0 - block.text_left) <= ALIGNED or line.x0 > block.left + ALIGNED:
        return line.x0 < block.text_left + 60
    if abs(line.x0 - block.left) <= ALIGNED and any(_hangs(other, block) for other in blocks[-LAST_BLOCKS:]):
        return False
    # A hanging line may stand left of its own bullet, as long as it stands right of the list's outermost one.
    outer = block.left
    for other in reversed(blocks):
        if other.mark is None or other.page != block.page or other.frame != block.frame:
            break
        outer = min(outer, other.left)
    return block.left - line.x0 < BACK and (line.x0 > outer + ALIGNED or abs(line.x0 - block.left) <= ALIGNED)


LAST_BLOCKS = 40
"""So many blocks are looked at for bullets like the last one."""


def _hangs(other: Block, block: Block) -> bool:
    """Whether a bullet of the same list has its further lines below its words, not below its sign."""
    return (
        other.mark is not None
        and len(other.lines) > 1
        and other.bullet == block.bullet
        and other.text_left > other.left + ALIGNED
        and abs(other.left - block.left) <= ALIGNED
        and abs(other.lines[1].x0 - other.text_left) <= ALIGNED
        and other.lines[1].page == other.page
    )


def _ended(block: Block, last: Line, line: Line, leading: float, margin: dict[int, float]) -> bool:
    """Whether a paragraph ended although the next line follows closely: its next word would have had room."""
    if not line.text[:1].isupper() and not (line.text[:1].isdigit() and not _unfinished(last.text)):
        return False
    if last.text.rstrip(' ”"')[-1:] in ".:?!%" and not block.note:
        before = last.bottom - block.lines[-2].bottom if len(block.lines) > 1 else 0.0
        if line.bottom - last.bottom > (WIDER * before or SPREAD * leading * last.size) > 0:
            return True
    if len(block.lines) > 1 and not block.note and block.frame is not None and line.text[:1].isupper():
        usual = last.bottom - block.lines[-2].bottom
        if line.bottom - last.bottom > MUCH_WIDER * usual > 0:
            return True
    if block.mark is not None and line.x0 > block.left + ALIGNED:
        return False
    edge = round(last.x0 / 6)  # A letter's left side may stand out by a point: the next edge is the same one.
    width = max(margin.get(near, last.x1) for near in (edge - 1, edge, edge + 1))
    if block.mark is not None:
        width = max(width, margin.get(round(line.x0 / 6), width))
    if block.frame is not None:
        width = max(width, text_right(block.frame, last))
    word = line.words[0]
    room = width - last.x1 - (word.x1 - word.x0)
    # A list's next line at its bullets' own edge goes on with one only where its first word had no room above.
    if last.text.rstrip()[-1:] in ".:?!" or (block.mark is not None and line.x0 < block.text_left - ALIGNED):
        return room > 0.8 * line.size
    return not block.bold and room > 5 * line.size and len(line.text) > len(last.text)


BACK = 90.0
"""Points: a line so far left of a bullet stands in another column."""

MUCH_WIDER = 1.25
"""A step so much wider parts two paragraphs of a cell whatever the first ends with."""

WIDER, SPREAD = 1.14, 1.22
"""A step so much wider than the one before it, or than the usual leading, parts paragraphs behind a full stop."""


def _turns_column(blocks: list[Block], first: int, line: Line, frame: Frame | None, page: Page) -> bool:
    """Whether a line at the top of a column goes on with the block that the column before ended with."""
    if len(blocks) <= first:
        return False
    block, last = blocks[-1], blocks[-1].lines[-1]
    if last.page != line.page or line.top > last.top - 8 * line.size or line.x0 < last.x0 + 8 * line.size:
        return False
    if not _same_type(block, line) or (block.frame is None) != (frame is None) or not _unfinished(last.text):
        return False
    if len(line.words) > 1 and _is_mark(line.words[0].text, line.words[1].text, line):
        return False
    if frame is not None and block.frame is not None and block.frame.beside(frame):
        return False
    edge = min(other.x0 for other in page.lines if other.x0 > last.x1)
    return line.text[:1].islower() or (block.bullet and line.x0 > edge + ALIGNED)


def _unfinished(text: str) -> bool:
    """Whether a line's last words end no sentence."""
    return text.rstrip()[-1:] not in ".:?!;" or bool(
        NO_END.search(text.rstrip()) and not LIST_END.search(text.rstrip())
    )


def _turns_page(blocks: list[Block], line: Line, frame: Frame | None, page: Page) -> bool:
    """Whether a page's first line goes on with the block that the page before ended with."""
    while_notes = [block for block in blocks[-12:] if not block.note]
    if not while_notes or line.page != while_notes[-1].lines[-1].page + 1:
        return False
    block = while_notes[-1]
    if block is not blocks[-1]:
        blocks.remove(block)
        blocks.append(block)
    last = block.lines[-1]
    if block.bold != line.bold or abs(line.size - last.size) > SAME_SIZE * last.size:
        return False
    if (block.frame is None) != (frame is None) and not block.bullet:
        return False
    if block.frame is not None and frame is not None and not block.frame.over(frame):
        return False
    if len(line.words) > 1 and _is_mark(line.words[0].text, line.words[1].text, line):
        return False
    unfinished = _unfinished(last.text)
    if block.mark is not None:
        left = block.left if line.x0 > block.left - 60 else min(other.x0 for other in page.lines)
        small, flush = line.text[:1].islower(), len(block.lines) > 1 and last.x0 <= block.left + ALIGNED
        return (unfinished and small and flush) or ((unfinished or small) and line.x0 > left + ALIGNED)
    return unfinished and (not line.bold or line.text[:1].islower() or last.text.rstrip()[-1:] in ",-")
