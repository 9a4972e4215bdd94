"""Targets whose titles are the headings of chapters, and the headings inside a target."""

import re
from collections.abc import Sequence

from pipeline.danish.numbers import plan_lexicon
from pipeline.danish.promised import plan_words
from pipeline.danish.quantities import find_promises, promises_plainly
from pipeline.danish.sentences import split_sentences
from pipeline.danish.telling import speaks_of_duty
from pipeline.documents.block import Block, cut
from pipeline.documents.plan.cells import CellReader
from pipeline.documents.plan.chapter_tables import tables_by_chapter
from pipeline.documents.plan.columns import Cell
from pipeline.documents.plan.leading_up import GOAL_SAID, SERVED
from pipeline.documents.plan.own_labels import folded, labels_of
from pipeline.documents.plan.stated import Statement, bold_end, named_by
from pipeline.documents.plan.words import (
    Zone,
    counts_targets,
    heading_title,
    label_behind,
    read_label,
    subheads,
    title_behind,
    unnumbered_label,
    zone_of,
)


class ChapterReader(CellReader):
    """Follows a plan's headings."""

    def _prepare(self, blocks: list[Block]) -> None:
        """Look at the whole plan once, before the walk through it."""
        self.blocks = blocks
        self.sub_labels, self.own_zones = labels_of(blocks)
        self.chaptered = tables_by_chapter(blocks, self.cells)
        self.by_parts = titled_by_parts(blocks)

    def _zone(self, block: Block) -> tuple[Zone, bool] | None:
        """What a heading or a line alone says that stands under it, by the lexicon or by the plan's own labels."""
        label = folded(block)
        own = self.own_zones.get(label)
        if own is not None and block.frame is None and block.mark is None:
            return own, True
        known = zone_of(block.text)
        if block.heading or label in self.sub_labels or subheads(block):
            return known
        return None

    def _heads(self, block: Block) -> bool:
        """Whether a block is a heading, by its type or because the plan uses its words as one."""
        if (block.heading and not GOAL_SAID.match(block.text)) or subheads(block):
            return True
        label = folded(block)
        return block.mark is None and (label in self.sub_labels or label in self.own_zones)

    def _title_of(self, heading: Block) -> str:
        """What a target is called whose title is a heading."""
        behind = label_behind(heading.text)
        title = heading.text[heading_title(heading.text)[1] : behind[1] if behind is not None else None]
        return title.rstrip(" .:;").strip('”"“')

    def _told_of(self, heading: Block | None) -> bool:
        """Whether the current target has this heading for its title."""
        return (
            heading is not None and self.current is not None and self.current.title == self._title_of(heading)
        )

    def _state_chapter(self, order: int, heading: Block) -> None:
        """Note a target that has a chapter's heading for its title, with the actions that stood above."""
        self._state(order, None, heading, 0)
        self.statements[-1].by_chapter = True
        if self.early is heading:
            self.statements[-1].actions = self.early_actions
        self.early, self.early_actions = None, []

    def state_by_promises(self) -> None:
        """Take headings for targets' titles by what stands right below them, in a plan that labels nothing.

        Of a list all parts are measures where half of them or more promise; of prose the sentences that do.
        """
        heading: Block | None = None
        under: list[tuple[int, Block]] = []
        sections: list[tuple[Block, list[tuple[int, Block]]]] = []
        for order, block in enumerate(self.blocks):
            if block.contents or block.note or id(block) in self.cells:
                continue
            if block.heading and block.frame is None:
                heading, under = block, []
                sections.append((heading, under))
            else:
                under.append((order, block))
        found = {
            n: measures
            for n, (title, below) in enumerate(sections)
            for measures in [plain_promises([block for _, block in below])]
            if measures and self._may_title(title)
        }
        if sum(map(len, found.values())) < FEWEST:
            return
        first, last = sections[min(found)][0], max(found)
        for n, (title, below) in enumerate(sections):
            measures = found.get(n, [])
            if (
                min(found) < n < last
                and not measures
                and (title.size, title.bold) == (first.size, first.bold)
            ):
                # A list between others of its kind promises in plainer words: "Jobcentret formidler 500 job."
                listed = [block for _, block in below if block.mark is not None]
                measures = listed if any(find_promises(block.text) for block in listed) else []
            if measures:
                self._state_chapter(below[0][0], title)
                self.statements[-1].numbered = measures

    def _may_title(self, heading: Block) -> bool:
        zone = zone_of(heading.text)
        words = set(re.findall(r"[^\W\d]+", heading.text.lower()))
        return (zone is None or zone[0] not in (Zone.status, Zone.goals)) and words.isdisjoint(
            plan_lexicon()["target"]["no_titles"]
        )

    def _awaited(self, order: int, block: Block) -> bool:
        """Take a part of a list that was introduced as one of targets for a target."""
        first = self.awaited
        if first is None or block.mark is None or block.bullet != first.bullet:
            self.awaited = None
            return False
        number = int(block.number) if block.number is not None and block.number.isdigit() else None
        self._state(order, number, block, 0)
        statement = self.statements[-1]
        if bold_end(block) < len(block.text):
            statement.numbered, statement.loose = statement.loose, []
        else:
            self._promise_of_title(block)
        self.collecting = False
        return True

    def _opens_box(self, block: Block) -> bool:
        """Take "Resultatkrav" in a box below a target's prose for the label of what the box promises."""
        zone = zone_of(block.text) if block.heading and block.frame is not None else None
        current = self.current
        if zone is None or not zone[1] or zone[0] not in (Zone.targets, Zone.measures):
            return False
        if current is None or not current.labelled or not current.bare or current.frame is not None:
            return False
        self.mode, self.exact, self.collecting = Zone.measures, True, False
        current.loose.clear()
        return True

    def _read_table_head(self, order: int, block: Block, cell: Cell) -> None:
        """Decide, at a table's head, whether the table tells of the target above it or of one in each row."""
        if self.titled is not None:
            return
        current = self.current
        named = current is not None and (
            current.labelled or (current.number is not None and current.frame is None)
        )
        if current is not None and named and (current.bare or not cell.with_targets):
            self.titled = current
        elif id(block) in self.chaptered:
            heading = self.unnamed or self.chapter
            if heading is None:
                return
            if not self._told_of(heading):
                self._state_chapter(order, heading)
            self.titled = self.current

    def _read_heading(self, order: int, block: Block) -> None:
        zone = self._zone(block)
        if zone is not None and zone[0] is Zone.actions:
            self.acting = block
        elif self.acting is not None and block.size > self.acting.size - 0.4:
            self.acting = None
        served = SERVED.search(block.text)
        if served is not None and self.current is not None and self.current.labelled and self.current.bare:
            # "Målet understøtter ministerens mål 1." right below its title is no heading of the targets to come.
            self.current.serves = int(served["number"])
        elif served is not None or self.chapter is None or block.size > self.chapter.size - 0.4:
            self.serving = int(served["number"]) if served is not None else None
        if (
            zone is not None
            and zone[0] in (Zone.targets, Zone.goals)
            and self._tells_of_current(order, block)
        ):
            zone = (Zone.measures if zone[0] is Zone.targets else Zone.status), True
        self.collecting = self.collecting and zone is not None and zone[0] in (Zone.measures, Zone.status)
        if zone is not None and zone[0] is Zone.goals:
            self.goals.open(block)
            self.current, self.mode, self.zone_targets = None, None, False
            return
        self.unnamed = None
        if self.current is not None and self.current.frame is None and self._above(block, self.current, zone):
            self.current = None
        if (
            zone is not None
            and zone[0] in (Zone.measures, Zone.actions, Zone.status)
            and self.current is not None
            # "Indsatsen for ledige" behind "Indsatsen for unge" of the same size is the next target.
            and not (self.current.by_chapter and not zone[1] and block.size > self.current.size - 0.4)
        ):
            self.mode, self.exact = zone
            self.collecting = zone[0] is Zone.measures
            if zone[0] is Zone.actions:
                self.intro, self.fed = self.current, None
            return
        if zone is not None and self._sub_label(block, zone):
            return
        if zone is not None and zone[0] is Zone.targets and not unnumbered_label(block.text):
            self.zone_targets, self.mode, self.targets_under = True, None, block
            if self.chapter is not None and block.size < self.chapter.size - 0.4:
                self.unnamed = self.chapter if plan_words() not in self.chapter.text.lower() else block
            else:
                self.chapter, self.part = block, None
            return
        if (
            self.zone_targets
            and block.number is not None
            and block.number.isdigit()
            and not self._chapter_number(block)
        ):
            self._state(order, int(block.number), block, 0)
            return
        matched = named_by(block.text, self.statements)
        if matched is None and not (zone and zone[1]) and self._in_chapter_of_targets(block):
            self.unnamed, self.mode, self.collecting = block, None, False
            self.part = block
            return
        self.chapter, self.mode, self.zone_targets = block, None, False
        self.part = None
        if (block.number or "").isdigit():
            self.chapters.append(block)
        if matched is not None:
            self.current = matched
        elif self.current is not None and self.current.by_chapter and block.size > self.current.size - 0.4:
            self.current = None

    def _above(self, block: Block, current: Statement, zone: tuple[Zone, bool] | None) -> bool:
        """Whether a heading is set above the current target, and is no label that recurs below titles in small type."""
        recurs = zone is not None and zone[1] and folded(block) in self.sub_labels
        return block.size > current.size * (LABEL_SIZE if recurs else 1) + 0.4

    def _sub_label(self, block: Block, zone: tuple[Zone, bool]) -> bool:
        """Take a heading for a label of what the chapter's own heading, above it, is about."""
        heading, recurs = (
            self.part or self.chapter,
            folded(block) in self.sub_labels or folded(block) in self.own_zones,
        )
        if heading is None or plan_words() in heading.text.lower():
            return False
        if not recurs and (
            not zone[1]
            or zone[0] is Zone.targets
            or block.size >= heading.size - 0.4
            or zone[0] is Zone.goals
        ):
            return False
        self.unnamed, self.mode = None, None
        if zone[0] is Zone.actions:
            self.early, self.early_actions, self.mode = heading, [], Zone.actions
        elif zone[0] is not Zone.status:
            self.unnamed = heading
        return True

    def _tells_of_current(self, order: int, heading: Block) -> bool:
        """Whether "Resultatkrav 2011" or "Ministerens mål" stands inside the target that was stated last."""
        current = self.current
        if current is None or not current.bare or heading.number is not None:
            return False
        numbered = current.number is not None and heading.size < current.size - 0.4
        if not (current.labelled or numbered):
            return False
        below = self.blocks[order + 1] if order + 1 < len(self.blocks) else None
        smaller = heading.size < current.size - 0.4
        listed = below is not None and (
            read_label(below.text) is not None
            or ((below.number or "").isdigit() and not smaller)
            or below.heading
        )
        return heading.size <= current.size + 0.4 and not listed

    def _in_chapter_of_targets(self, block: Block) -> bool:
        """Whether a heading stands below that of a chapter of targets, which labels or numbers none of them."""
        above = self.targets_under
        if not self.zone_targets or above is None:
            return False
        if any(s.number is not None and not s.by_chapter for s in self.statements):
            return False
        return block.size < above.size - 0.4 or (block.number or "").startswith(f"{above.number}.")

    def _chapter_number(self, block: Block) -> bool:
        """Whether a heading's number goes on with the chapters' numbers and begins no list of targets."""
        return any(
            above is not None and (above.number or "").isdigit() and block.size >= above.size - 0.3
            for above in (*self.chapters, self.targets_under)
        )


LABEL_SIZE = 1.12
"""A label that recurs may be set so many times larger than the titles above it, which are known by weight or label."""


def titled_by_parts(blocks: Sequence[Block]) -> bool:
    """Whether a plan's targets are headings like "Mål 2.1 Unge", with neither "Mål 2" nor "Indsatsområde 2" above."""
    heads = [block.text for block in blocks if block.heading and not block.contents]
    labels = [label for label in map(read_label, heads) if label is not None]
    parts = [
        label
        for label, text in zip(map(read_label, heads), heads, strict=True)
        if label and counts_targets(text)
    ]
    whole = {part.number.partition(".")[0] for part in parts}
    return (
        len(parts) >= FEWEST
        and not any(label.zone is Zone.targets for label in labels)
        and not any(title_behind(text, number) is not None for text in heads for number in whole)
    )


FEWEST = 2
"""A plan that labels nothing has so many measures at least; a single promise may stand in any text."""


def plain_promises(blocks: Sequence[Block]) -> list[Block]:
    """What the text below a heading promises by its own words: parts of lists, sentences of prose."""
    found: list[Block] = []
    listed = [block for block in blocks if block.mark is not None]
    strong = [block for block in listed if promises_plainly(block.text)]
    if strong and sum(map(may_promise, listed)) * 2 >= len(listed):
        found += listed
    else:
        found += strong
    for block in blocks:
        if block.mark is None and not block.text.rstrip().endswith(":"):
            spans = [
                span for span in split_sentences(block.text) if promises_plainly(block.text[slice(*span)])
            ]
            found += [cut(block, *span) for span in spans]
    return found


def may_promise(block: Block) -> bool:
    """Whether a part of a list says what is to be, be it without a number."""
    return speaks_of_duty(block.text) or bool(find_promises(block.text))
