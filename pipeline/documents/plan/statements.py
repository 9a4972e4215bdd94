"""Where a plan states its targets: titles, what stands under each, and how they will be reached."""

from collections.abc import Mapping

from pipeline.danish.quantities import find_promises
from pipeline.documents.block import Block, cut
from pipeline.documents.plan.leading_up import introduces_actions
from pipeline.documents.plan.leads import LeadReader, introduces_targets
from pipeline.documents.plan.stated import (
    LONGEST_TITLE,
    goal_said,
    led_by,
    list_promises,
    numbered_in,
    promised_under,
)
from pipeline.documents.plan.unlabelled import NO_TITLES, Title
from pipeline.documents.plan.words import (
    Zone,
    is_bare_label,
    lead_in,
    number_alone,
    read_label,
    zone_of,
)

LONGEST_VALUE = 4
"""A line that says a label's whole value, as of weight or who answers for it, has no more words behind the label."""


class Surveyor(LeadReader):
    """Goes through a plan's blocks once and notes targets, actions and the minister's goals."""

    def survey(self, blocks: list[Block], titles: Mapping[int, Title] = NO_TITLES) -> None:
        """Read all blocks, in order.

        Args:
            blocks: The plan's.
            titles: Headings known to be targets' titles, by the order of their blocks.
        """
        self.titles = titles
        self._prepare(blocks)
        for order, block in enumerate(blocks):
            if block.contents or (block.note and not is_bare_label(block.text)):
                continue
            self._read(order, block)
            if self.current is not None:
                self.owners[order] = self.current
        if titles or any(s.number is not None and not s.by_chapter for s in self.statements):
            cues = self.cues
            self.statements = [s for s in self.statements if not s.by_chapter or (s.cue and s.cue in cues)]

    def _read(self, order: int, block: Block) -> None:
        cell = self.cells.get(id(block))
        if cell is None:
            self.titled = None
        elif cell.head:
            self._read_table_head(order, block, cell)
            return
        if self.awaiting_title is not None:
            label, self.awaiting_title = self.awaiting_title, None
            if (
                not block.bullet
                and len(block.text.split()) <= LONGEST_TITLE
                and read_label(block.text) is None
            ):
                self._state(order, int(label.number), block, 0)
                self.statements[-1].labelled, self.statements[-1].inside = True, self.inside
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
        if self.goals.found and block.mark is None and introduces_targets(block.text):
            self.goals.end()  # "5.1 Unge" under "5. Ministerens mål" is a target's
        if self.goals.reading and self.goals.take(block):
            return
        if self._opens_box(block):
            return
        if block.frame is None and not introduces_actions(block.text) and self._heads(block):
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
            if self._titles_labels(order, block, label):
                return True
            self._open_area(order, label)
            self._open_lettered(order, label)
            self._open_named(order, block)
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
            # A band across a table names the goal that the rows below it serve; a box only lists the goals.
            below = self.cells.get(id(self.blocks[order + 1])) if order + 1 < len(self.blocks) else None
            banded = block.frame is not None and below is not None and not below.head
            self.serving = int(label.number) if banded else None
            return True
        inside = self.goals.last[1] if self.goals.reading and self.goals.last is not None else None
        self.goals.end()
        if label.title_start >= len(block.text.rstrip()):
            self.awaiting_title, self.inside = label, inside
            return True
        self._state(order, int(label.number), block, label.title_start)
        self.statements[-1].labelled, self.statements[-1].inside = True, inside
        again = any(s.number == int(label.number) and not s.bare for s in self.statements[:-1])
        if again and self.acting is not None and block.size < self.acting.size - 0.4:
            # "Sådan når vi målene" goes through the targets once more.
            self.mode, self.exact, self.intro, self.fed = Zone.actions, True, self.current, None
            self.owed, self.collecting = None, False
        return True

    def _part_of_goal(self, order: int, block: Block) -> bool:
        """Take a minister's goal for the target too, where a heading inside it says what the plan promises or does."""
        zone = self._zone(block)
        led = led_by(block) if zone is None and not block.bullet else None
        zone = (led[0], True) if led is not None else zone
        last = self.goals.last
        told = zone is not None and zone[0] in (Zone.targets, Zone.measures, Zone.actions)
        if not told or last is None or block.number is not None or not self.goals.inside(block):
            return False
        title, number, start = last
        below = read_label(self.blocks[order + 1].text) if order + 1 < len(self.blocks) else None
        if block.size > title.size + 0.4 or (below is not None and below.zone is Zone.targets):
            return False  # A labelled target that follows is what is promised, not the goal.
        self._state(order, number, title, start)
        self.statements[-1].labelled, self.statements[-1].serves = True, number
        self.goals.end()
        if led is not None:
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

    def _read_text(self, order: int, block: Block) -> None:
        led = led_by(block)
        if led is not None and not block.bullet and self._counted(block, led):
            return
        said = goal_said(block) if led is None and (self.current is None or self.current.by_chapter) else None
        told = self._told_of(self.unnamed or self.chapter)
        if said is not None:
            led = (Zone.targets, 0) if told or find_promises(said.text) else None
        if (
            led is not None
            and led[0] is Zone.measures
            and not told
            and (not self.current or self.current.by_chapter)
        ):
            led = Zone.targets, led[1]
        if led is not None and led[0] is Zone.status and self.unnamed is not None and not told:
            return
        if led is not None and led[0] is Zone.targets and self.unnamed is not None:
            self.chapter = self.unnamed
        if (
            led is not None
            and led[0] is Zone.targets
            and self.current is not None
            and (self.current.labelled or (self.current.number is not None and not self.current.by_chapter))
            and (self.current.bare or self.mode is Zone.measures)
        ):
            led = Zone.measures, led[1]
            self.cues.add(block.text[: led[1]].strip(" :").lower())
        if led is not None and led[0] is Zone.targets and self.chapter is not None and not block.bullet:
            number = number_alone(self.chapter.text)
            if number is not None and not find_promises(block.text[led[1] :]):
                # "Mål: Færre på kontanthjælp" below "Indsatsområde 2" is that area's title.
                self._state(order, number, cut(block, led[1], len(block.text)), 0)
                self.statements[-1].labelled = True
                return
            if not told:
                self._state_chapter(order, self.chapter)
            self.statements[-1].cue = block.text[: led[1]].strip(" :").lower() or None
            led = Zone.measures, led[1]
        if said is not None and led is not None and self.current is not None:
            self.current.numbered.append(said)
            self.mode = None
            return
        if led is not None and self.current is not None and not block.bullet:
            self.mode, self.exact = led[0], led[0] is not Zone.actions
            part = cut(block, led[1], len(block.text))
            if led[0] is Zone.status and len(part.text.split()) <= LONGEST_VALUE:
                self.mode = None  # "Vægtning: 15 point" says all in its line: what follows is no more of it.
            if led[0] is Zone.measures:
                self.current.numbered.append(part)
            elif led[0] is Zone.actions:
                self.intro = self.current
                self.current.prose_actions.append(part)
            return
        if not block.bullet and introduces_actions(block.text):
            self.mode, self.exact = Zone.actions, True
            self.intro, self.fed = numbered_in(block.text, self.statements) or self.current, None
            self.collecting = False
            return
        if self._action(block) or self._awaited(order, block):
            return
        if not block.bullet and self._introduced(order, block):
            return
        if self.unnamed is not None and promised_under(self.unnamed, self.blocks[order - 1], block):
            self._state_chapter(order, self.unnamed)
            self.mode, self.exact = Zone.measures, True
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
            if self.mode is Zone.actions and self.early is not None and block.bullet:
                self.early_actions.append(block)
                return True
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
