"""Where a plan states its targets: titles, what stands under each, and how they will be reached."""

from collections.abc import Mapping

from pipeline.danish.promised import plan_words
from pipeline.danish.quantities import find_promises
from pipeline.documents.block import Block, cut
from pipeline.documents.plan.leads import LeadReader
from pipeline.documents.plan.stated import (
    LONGEST_TITLE,
    list_promises,
    named_by,
    promised_under,
)
from pipeline.documents.plan.unlabelled import NO_TITLES, Title
from pipeline.documents.plan.words import (
    GOAL_SAID,
    SERVED,
    Zone,
    introduces_actions,
    is_bare_label,
    lead_in,
    letter_of,
    read_label,
    subheads,
    zone_of,
)


class Surveyor(LeadReader):
    """Goes through a plan's blocks once and notes targets, actions and the minister's goals."""

    def survey(self, blocks: list[Block], titles: Mapping[int, Title] = NO_TITLES) -> None:
        """Read all blocks, in order.

        Args:
            blocks: The plan's.
            titles: Headings known to be targets' titles, by the order of their blocks.
        """
        self.blocks, self.titles = blocks, titles
        for order, block in enumerate(blocks):
            if block.contents or (block.note and not is_bare_label(block.text)):
                continue
            self._read(order, block)
            if self.current is not None:
                self.owners[order] = self.current
        if titles or any(statement.number is not None for statement in self.statements):
            self.statements = [statement for statement in self.statements if not statement.by_chapter]

    def _read(self, order: int, block: Block) -> None:
        cell = self.cells.get(id(block))
        if cell is None:
            self.titled = None
        elif cell.head:
            if (
                self.titled is None
                and self.current
                and self.current.labelled
                and (self.current.bare or not cell.with_targets)
            ):
                self.titled = self.current
            return
        if self.awaiting_title is not None:
            label, self.awaiting_title = self.awaiting_title, None
            if (
                not block.bullet
                and len(block.text.split()) <= LONGEST_TITLE
                and read_label(block.text) is None
            ):
                self._state(order, int(label.number), block, 0)
                self.statements[-1].labelled = True
                if block.frame is not None or block.text.rstrip().endswith("."):
                    self._promise_of_title(block)
                return
        if cell is not None and cell.zone is not None:
            self._read_cell(order, block, cell)
            return
        if order in self.titles:
            self.goals.end()
            self._state(order, self.titles[order].number, block, self.titles[order].start)
            self.statements[-1].labelled = True
            return
        if self._read_label(order, block):
            return
        if self._part_of_goal(order, block):
            return
        if self.goals.reading and self.goals.take(block):
            return
        if block.frame is None and not introduces_actions(block.text) and (block.heading or subheads(block)):
            self._read_heading(order, block)
            return
        if self._owed(order, block) or (self.collecting and self._under_title(order, block)):
            return
        self._read_text(order, block)

    # --- targets ----------------------------------------------------------------------------------

    def _read_label(self, order: int, block: Block) -> bool:
        label = read_label(block.text)
        if label is None:
            return False
        marked = block.bold or block.heading or block.italic or block.frame is not None
        if not marked and not (
            label.sure
            and (block.text[label.title_start :] or "-")[0].isalnum()
            and not block.text[label.title_start].islower()
        ):
            return False
        if label.zone is Zone.measures:
            self._open_area(order, label)
            if self.current is None or self.mode is Zone.actions:
                return False
            if label.title_start < len(block.text):
                self.current.numbered.append(cut(block, label.title_start, len(block.text)))
                self.current.last = order
            else:
                self.mode, self.exact = Zone.measures, True
            return True
        again = self.goals.reading and self.goals.has(int(label.number))
        if label.zone is Zone.goals or (
            self.goals.reading and not again and label.word.lower() in ("mål", "målsætning")
        ):
            self.goals.begin(block, int(label.number), label.title_start)
            self.current, self.mode = None, None
            self.serving = int(label.number) if block.frame is not None else None
            return True
        self.goals.end()
        if label.title_start >= len(block.text.rstrip()):
            self.awaiting_title = label
            return True
        self._state(order, int(label.number), block, label.title_start)
        self.statements[-1].labelled = True
        return True

    def _part_of_goal(self, order: int, block: Block) -> bool:
        """Take a minister's goal for the target too, where a heading inside it says what the plan promises or does."""
        zone = zone_of(block.text) if block.heading or subheads(block) else lead_in(block.text)
        last = self.goals.last
        told = zone is not None and zone[0] in (Zone.targets, Zone.measures, Zone.actions)
        if not told or last is None or block.number is not None or not self.goals.inside(block):
            return False
        title, number, start = last
        if block.size > title.size + 0.4:
            return False
        self._state(order, number, title, start)
        self.statements[-1].labelled = True
        self.goals.end()
        if lead_in(block.text) is not None:
            self._read_text(order, block)
        elif block.frame is None:
            self._read_heading(order, block)
        elif zone is not None:
            self.mode, self.exact = Zone.measures if zone[0] is Zone.targets else zone[0], True
        return True

    def _under_title(self, order: int, block: Block) -> bool:
        """Take a block for what stands under the last title, if it does."""
        statement = self.current
        if statement is None:
            return False
        if statement.frame is not None:
            inside = block.frame == statement.frame or (self.mode is None and statement.goes_on_in(block))
            if not inside and statement.bare and self.mode is None and block.frame is None:
                # Only the title stands in a box of its own: what it is about follows below.
                statement.frame = None
                return self._under_title(order, block)
            if not inside:
                self.collecting = False
                return False
            if self.mode in (Zone.actions, Zone.status) or block.heading:
                zone = zone_of(block.text) if block.heading else None
                if zone is None:
                    return False
                self.mode, self.exact = zone
                if self.mode is Zone.actions:
                    self.intro, self.fed = statement, None
                return True
            if introduces_actions(block.text):
                return False
            led = lead_in(block.text)
            if led is not None and led[0] in (Zone.actions, Zone.status):
                return False
            if not (block.text.rstrip().endswith(":") and not block.bullet):
                statement.under.append(block)
            statement.last = order
            return True
        if block.number and statement.number is not None and block.number.startswith(f"{statement.number}."):
            if self.mode is Zone.actions:
                return False
            statement.numbered.append(block)
            statement.last = order
            return True
        listed = block.bullet or (statement.labelled and block.number is not None)
        follows = order == statement.last + 1 or self.after_colon
        if (
            listed
            and self.mode is None
            and (follows or (statement.bare and list_promises(self.blocks, order)))
        ):
            statement.under.append(block)
            statement.last, self.after_colon = order, True
            return True
        return False

    # --- everything else --------------------------------------------------------------------------

    def _read_heading(self, order: int, block: Block) -> None:
        zone = zone_of(block.text)
        served = SERVED.search(block.text)
        if served is not None or self.chapter is None or block.size > self.chapter.size - 0.4:
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
        if self.current is not None and self.current.frame is None and block.size > self.current.size + 0.4:
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
        if zone is not None and zone[0] is Zone.targets:
            self.zone_targets, self.mode, self.targets_under = True, None, block
            if self.chapter is not None and block.size < self.chapter.size - 0.4:
                self.unnamed = self.chapter if plan_words() not in self.chapter.text.lower() else block
            else:
                self.chapter = block
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
            return
        self.chapter, self.mode, self.zone_targets = block, None, False
        if (block.number or "").isdigit():
            self.chapters.append(block)
        if matched is not None:
            self.current = matched

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
        if not self.zone_targets or above is None or any(s.number is not None for s in self.statements):
            return False
        return block.size < above.size - 0.4 or (block.number or "").startswith(f"{above.number}.")

    def _chapter_number(self, block: Block) -> bool:
        """Whether a heading's number goes on with the chapters' numbers and begins no list of targets."""
        return any(
            above is not None and (above.number or "").isdigit() and block.size >= above.size - 0.3
            for above in (*self.chapters, self.targets_under)
        )

    def _read_text(self, order: int, block: Block) -> None:
        led = lead_in(block.text)
        if led is not None and led[0] is Zone.targets and self.unnamed is not None:
            self.chapter = self.unnamed
        heading = self.chapter.text if self.chapter is not None else ""
        chapter = heading[letter_of(heading) :].rstrip(" .:;")
        told = self.current is not None and self.current.title == chapter
        if led is None and GOAL_SAID.match(block.text) and (self.current is None or self.current.by_chapter):
            led = (Zone.targets, 0) if told or find_promises(block.text) else None
        if (
            led is not None
            and led[0] is Zone.targets
            and self.current is not None
            and self.current.labelled
            and (self.current.bare or self.mode is Zone.measures)
        ):
            led = Zone.measures, led[1]
        if led is not None and led[0] is Zone.targets and self.chapter is not None and not block.bullet:
            if not told:
                self._state(order, None, self.chapter, 0)
                self.statements[-1].by_chapter = True
            led = Zone.measures, led[1]
        if led is not None and self.current is not None and not block.bullet:
            self.mode, self.exact = led[0], led[0] is not Zone.actions
            part = cut(block, led[1], len(block.text))
            if led[0] is Zone.measures:
                self.current.numbered.append(part)
            elif led[0] is Zone.actions:
                self.intro = self.current
                self.current.prose_actions.append(part)
            return
        if not block.bullet and introduces_actions(block.text):
            self.mode, self.exact = Zone.actions, True
            self.intro, self.fed = self.current, None
            self.collecting = False
            return
        if self._action(block) or (not block.bullet and self._introduced(order, block)):
            return
        if self.unnamed is not None and promised_under(self.unnamed, block):
            self._state(order, None, self.unnamed, 0)
            self.statements[-1].by_chapter, self.mode, self.exact = True, Zone.measures, True
        if self.mode is Zone.measures and self.current is not None and self._leads_astray(order, block):
            self.mode = None
        if self.mode is Zone.measures and self.current is not None and not block.text.rstrip().endswith(":"):
            if block.bullet or block.number or block.frame is not None:
                self.current.numbered.append(block)
            elif self.exact and self.current.numbered and self.blocks[order - 1].heading:
                # A further heading for measures, with prose below it where the first had a list.
                if find_promises(block.text):
                    self.current.numbered.append(block)
            elif self.exact:
                self.current.loose.append(block)
                self.current.headed.add(id(block))
            return
        if self.zone_targets and self._listed_target(order, block):
            return
        self.after_colon = self.collecting and self.mode is None and block.text.rstrip().endswith(":")
        if (
            self.collecting
            and self.current is not None
            and self.mode is None
            and not block.bullet
            and self.current.frame is None
        ):
            self.current.loose.append(block)

    def _action(self, block: Block) -> bool:
        """Take a block for an action of the target that was introduced, if it is one."""
        owner = self.intro
        if owner is None:
            return False
        listed = block.bullet or (block.number is not None and "." not in block.number)
        if self.mode is Zone.actions:
            if (
                listed
                or (block.frame is not None and self.fed is None)
                or (self.fed and block.frame and block.frame == self.fed.frame)
            ):
                owner.actions.append(block)
                self.fed = block
                return True
            if self.fed is None and self.exact:
                owner.prose_actions.append(block)
                return True
            self.mode = None
            return False
        if not listed or block.frame is None or self.mode is not None:
            return False
        # A box that stands, or goes on, after the next chapter's heading has no introduction of its own.
        if self.fed is None or (self.fed.frame is not None and block.page - self.fed.page <= 1):
            owner.actions.append(block)
            self.fed = block
            return True
        return False
