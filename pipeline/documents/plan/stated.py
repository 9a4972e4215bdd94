"""One place where a target is stated, and its title told apart from what follows it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.danish.quantities import find_promises, promised_in_prose, promises_plainly, sentences_of
from pipeline.danish.sentences import split_sentences
from pipeline.danish.wording import likeness, shared_stems
from pipeline.documents.block import Block, cut
from pipeline.documents.frames import Frame
from pipeline.documents.plan.columns import Levels
from pipeline.documents.plan.leading_up import GOAL_SAID, RESTATES
from pipeline.documents.plan.words import Zone, lead_in, read_label, zone_of
from schemas.page import Line
from schemas.plan import Measure

LONGEST_TITLE = 30
"""A target's title has no more words; the shared plans' longest has 13."""

CHAPTER_ALIKE = 0.6
"""A chapter whose heading shares so many stems with a target's title is that target's chapter."""

SAME_WIDTH = 6.0
"""Points by which the parts of a box that was cut may differ in width."""

TOUCHING = 3.0
"""Points between a title's band and the box below it."""

TOP_OF_PAGE, LOW_ON_PAGE = 130.0, 640.0
"""Points from the page's upper edge: above the first the rest of a box begins, below the other a cut one ends."""


@dataclass(slots=True)
class Statement:
    """One place where a target is stated."""

    number: int | None
    title: str
    lines: list[Line]
    """The title's words."""
    frame: Frame | None
    order: int
    """Which block of the plan it is."""
    under: list[Block] = field(default_factory=list)
    """Bullets, and whatever stands in the same box or cell."""
    numbered: list[Block] = field(default_factory=list)
    """Parts numbered or labelled as measures, or under a heading that says so."""
    loose: list[Block] = field(default_factory=list)
    """Prose below a title that stands in no box."""
    headed: set[int] = field(default_factory=set)
    """The identities of those blocks of it that stand under a heading for measures."""
    actions: list[Block] = field(default_factory=list)
    prose_actions: list[Block] = field(default_factory=list)
    """Paragraphs under a heading for actions, taken where it has no bullets."""
    measures: tuple[Measure, ...] | None = None
    """What was read from it, once it was."""
    last: int = 0
    """The last block that belongs to it."""
    size: float = 0.0
    """The title's type size."""
    by_chapter: bool = False
    """Whether it has no label of its own: a chapter's heading is its title."""
    serves: int | None = None
    """The number of the minister's goal that the heading above, or a band across its table, names."""
    inside: int | None = None
    """The minister's goal whose text it stands in."""
    labelled: bool = False
    """Whether "Resultatmål 3" stands before or above its title."""
    levels: dict[int, Levels] = field(default_factory=dict)
    """Numbers in columns of their own, by the identity of the block whose words they belong to."""
    cue: str | None = None
    """The label in front of what it promises, where a chapter's heading is its title: "resultatkrav"."""

    @property
    def bare(self) -> bool:
        """Whether nothing but its title and prose was read so far."""
        return not (self.under or self.numbered or self.actions or self.prose_actions)

    def goes_on_in(self, block: Block) -> bool:
        """Whether a box goes on in a block's box, which then is its box.

        A page's or a column's end may have cut it, or its title stands in a band of its own colour above it.
        """
        old, new = self.frame, block.frame
        if old is None or new is None or block.heading:
            return False
        wide = abs((new.right - new.left) - (old.right - old.left)) < SAME_WIDTH
        if wide and new.page == old.page and abs(new.left - old.left) < SAME_WIDTH:
            band = self.bare and abs(new.top - old.bottom) <= TOUCHING
            self.frame = new if band else old
            return band
        if not goes_on(old, new):
            return False
        if not (block.mark or old.bottom > LOW_ON_PAGE):
            return False
        self.frame = new
        return True


def goes_on(old: Frame, new: Frame) -> bool:
    """Whether a box at the top of the next page or column may be the rest of one that was cut."""
    wide = abs((new.right - new.left) - (old.right - old.left)) < SAME_WIDTH
    next_page = new.page == old.page + 1
    next_column = new.page == old.page and new.left > old.right and new.top < old.top
    return wide and (next_page or next_column) and new.top < TOP_OF_PAGE


def owed_box(blocks: Sequence[Block], order: int) -> frozenset[Frame]:
    """The box that begins with a block, over pages, where it tells the actions of the target before.

    So it is where another box stands right behind it, which then holds the measures, or where it promises nothing.
    A box with other bullets is another one, even where the page's end parts the two.
    """
    frames: list[Frame] = []
    marks: set[str | None] = set()
    promises = False
    for block in blocks[order:]:
        frame = block.frame
        if frame is None or not block.bullet:
            break
        if frames and frame != frames[-1] and (not goes_on(frames[-1], frame) or block.mark not in marks):
            return frozenset(frames)
        marks.add(block.mark)
        if frame not in frames:
            frames.append(frame)
        promises = promises or bool(find_promises(block.text))
    return frozenset() if promises else frozenset(frames)


def named_by(heading: str, statements: Sequence[Statement]) -> Statement | None:
    """The target whose chapter a heading opens, or None where none or several are as like."""
    scored = sorted(
        (
            (max(shared_stems(heading, s.title), likeness(heading, s.title) / 100), -i)
            for i, s in enumerate(statements)
            if not s.by_chapter
        ),
        reverse=True,
    )
    if not scored or scored[0][0] < CHAPTER_ALIKE:
        return None
    best = statements[-scored[0][1]]
    rivals = [
        s
        for score, i in scored
        if score >= scored[0][0] - 0.01
        for s in (statements[-i],)
        if s.number != best.number
    ]
    return None if rivals else best


NUMBERED_LABEL = re.compile(r"\b(?P<word>[^\W\d_]+)\s(?:nr\.\s)?(?P<number>\d{1,2})\b")


def numbered_in(text: str, statements: Sequence[Statement]) -> Statement | None:
    """The target that a sentence names by its label and number: "For at nå resultatkrav 2 vil jobcentret:"."""
    for match in NUMBERED_LABEL.finditer(text):
        label = read_label(f"{match['word'].capitalize()} {match['number']}:")
        if label is not None and label.zone is Zone.targets:
            return next((s for s in reversed(statements) if s.number == int(label.number)), None)
    return None


def promised_under(heading: Block, above: Block, block: Block) -> bool:
    """Whether what stands below a heading makes it a target's title: a bullet, a part of its number, a promise.

    Args:
        heading: It.
        above: What stands right above the block; prose right below the title itself may only tell how things are.
        block: What stands below.
    """
    if block.bullet or (block.number is not None and not block.number.isdigit()):
        return True
    if above is not heading:
        return bool(find_promises(block.text))
    return any(promised_in_prose(block.text[slice(*span)]) for span in sentences_of(block.text))


def list_promises(blocks: Sequence[Block], order: int) -> bool:
    """Whether something is promised in the list that begins with a block."""
    for block in blocks[order:]:
        first = blocks[order]
        if (block.mark is None) or block.bullet != first.bullet or block.frame != first.frame:
            return False
        if find_promises(block.text):
            return True
    return False


def goal_said(block: Block) -> Block | None:
    """The sentences of a paragraph that say a goal in words: "Det er målet, at …", and what they go on to promise."""
    if block.bullet:
        return None
    spans = split_sentences(block.text)
    first = next((i for i, span in enumerate(spans) if GOAL_SAID.match(block.text[slice(*span)])), None)
    if first is None:
        return None
    last = first
    while last + 1 < len(spans):
        sentence = block.text[slice(*spans[last + 1])]
        if not (GOAL_SAID.match(sentence) or RESTATES.match(sentence) or promises_plainly(sentence)):
            break
        last += 1
    return cut(block, spans[first][0], spans[last][1])


def bold_end(block: Block) -> int:
    """Where the bold type that a block begins with ends; the text's length where all of it or none is bold."""
    text = block.text
    words = [word for line in block.lines for word in line.words]
    lead = 0
    while lead < len(words) and (words[lead].bold or not any(map(str.isalnum, words[lead].text))):
        lead += 1
    if not 0 < lead < len(words):
        return len(text)
    squeezed, seen = sum(len(word.text) for word in words[:lead]), 0
    for position, character in enumerate(text):
        if seen >= squeezed:
            return position
        seen += not character.isspace()
    return len(text)


def led_by(block: Block) -> tuple[Zone, int] | None:
    """The zone that a paragraph's first words name, and where its text begins: "Mål: …", or "Mål." in bold type."""
    led = lead_in(block.text)
    end = bold_end(block)
    if led is not None or end >= len(block.text):
        return led
    zone = zone_of(block.text[:end])
    start = end + len(block.text[end:]) - len(block.text[end:].lstrip(" .:–-"))
    return (zone[0], start) if zone is not None and zone[1] else None


def title_of(block: Block, start: int) -> tuple[Block, Block | None]:
    """A target's title, and what follows it in its block: prose behind bold type or behind a sentence."""
    text = block.text
    if start >= len(text):
        start = 0
    end = bold_end(block)
    if end < len(text):
        if len(text[start:end].split()) < 2 and not text[start:end].rstrip().endswith(":"):
            end = len(text)
    elif not block.bold and len(text.split()) > LONGEST_TITLE // 2:
        stop = text.find(". ", start)
        if stop > 0 and not find_promises(text[start : stop + 1]):
            end = stop + 1
    title = cut(block, start, end) if start or end < len(text) else block
    rest = cut(block, end, len(text)) if end < len(text) and text[end:].strip() else None
    return title, rest
