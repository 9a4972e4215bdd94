"""Where a plan states its targets: titles, what stands under each, and how they will be reached."""

from pipeline.danish.promised import plan_words
from pipeline.danish.quantities import find_promises
from pipeline.documents.block import Block, cut
from pipeline.documents.plan.goals import GoalReader
from pipeline.documents.plan.stated import LONGEST_TITLE, Statement, named_by, promised_under, title_of
from pipeline.documents.plan.tables import Cell
from pipeline.documents.plan.words import (
    GOAL_SAID,
    TargetLabel,
    Zone,
    introduces_actions,
    lead_in,
    read_label,
    title_behind,
    zone_of,
)


class Surveyor:
    """Goes through a plan's blocks once and notes targets, actions and the minister's goals."""

    def __init__(self, cells: dict[int, Cell]) -> None:
        """Begin.

        Args:
            cells: What the columns of the plan's tables hold, by the identity of a block.
        """
        self.cells = cells
        self.statements: list[Statement] = []
        self.goals = GoalReader()
        self.owners: dict[int, Statement] = {}
        """Which statement the text belongs to, by the number of a block."""
        self.current: Statement | None = None
        self.mode: Zone | None = None
        self.exact = False
        """Whether the heading says nothing but the zone's word."""
        self.zone_targets = False
        self.collecting = False
        self.after_colon = False
        self.chapter: Block | None = None
        self.intro: Statement | None = None
        self.fed: Block | None = None
        self.awaiting_title: TargetLabel | None = None
        self.unnamed: Block | None = None
        """A heading that is a target's title if something is promised below it: a chapter's whose sub-heading says that
        its targets follow, or one in a chapter of targets."""
        self.targets_under: Block | None = None
        """The heading of that chapter."""
        self.row: tuple[int, float] | None = None
        self.group: Block | None = None
        """A heading inside a cell under which targets stand: "Resultatmål under voksenliv"."""

    def survey(self, blocks: list[Block]) -> None:
        """Read all blocks, in order."""
        for order, block in enumerate(blocks):
            if block.contents or block.note:
                continue
            self._read(order, block)
            if self.current is not None:
                self.owners[order] = self.current
        if any(statement.number is not None for statement in self.statements):
            self.statements = [statement for statement in self.statements if not statement.by_chapter]

    def _read(self, order: int, block: Block) -> None:
        cell = self.cells.get(id(block))
        if cell is not None and cell.head:
            return
        if self.awaiting_title is not None:
            label, self.awaiting_title = self.awaiting_title, None
            if (
                not block.bullet
                and len(block.text.split()) <= LONGEST_TITLE
                and read_label(block.text) is None
            ):
                self._state(order, int(label.number), block, 0)
                if block.frame is not None:
                    self._promise_of_title(block)
                return
        if cell is not None and cell.zone is not None:
            self._read_cell(order, block, cell)
            return
        if self._read_label(order, block):
            return
        if self.goals.reading and self.goals.take(block):
            return
        if block.heading and block.frame is None:
            self._read_heading(order, block)
            return
        if self.collecting and self._under_title(order, block):
            return
        self._read_text(order, block)

    # --- targets ----------------------------------------------------------------------------------

    def _read_label(self, order: int, block: Block) -> bool:
        label = read_label(block.text)
        if label is None:
            return False
        marked = block.bold or block.heading or block.italic or block.frame is not None
        if not marked and not (
            label.sure and label.title_start < len(block.text) and block.text[label.title_start].isupper()
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
            return True
        self.goals.end()
        if label.title_start >= len(block.text.rstrip()):
            self.awaiting_title = label
            return True
        self._state(order, int(label.number), block, label.title_start)
        return True

    def _open_area(self, order: int, label: TargetLabel) -> None:
        """Take a chapter for the target whose measures follow: "Indsatsområde 1: Unge" above "Resultatmål 1.1"."""
        number, _, part = label.number.partition(".")
        start = title_behind(self.chapter.text, number) if self.chapter is not None and part else None
        if self.chapter and start is not None and (not self.current or self.current.number != int(number)):
            self._state(order, int(number), self.chapter, start)

    def _state(self, order: int, number: int | None, block: Block, start: int) -> None:
        """Note that a target is stated."""
        title, rest = title_of(block, start)
        statement = Statement(
            number,
            title.text.rstrip(" .:;").strip('”"“'),
            title.lines,
            block.frame,
            order,
            last=order,
            size=block.size,
        )
        self.statements.append(statement)
        self.unnamed = None
        self.current, self.mode, self.collecting, self.after_colon = statement, None, True, False
        self.intro = None
        if rest is not None:
            statement.loose.append(rest)

    def _under_title(self, order: int, block: Block) -> bool:
        """Take a block for what stands under the last title, if it does."""
        statement = self.current
        if statement is None:
            return False
        if statement.frame is not None:
            inside = block.frame == statement.frame or (self.mode is None and statement.goes_on_in(block))
            if not inside:
                self.collecting = False
                return False
            if self.mode in (Zone.actions, Zone.status) or block.heading:
                zone = zone_of(block.text) if block.heading else None
                if zone is None:
                    return False
                self.mode, self.exact = zone
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
        if block.bullet and self.mode is None and (order == statement.last + 1 or self.after_colon):
            statement.under.append(block)
            statement.last, self.after_colon = order, True
            return True
        return False

    # --- tables -----------------------------------------------------------------------------------

    def _read_cell(self, order: int, block: Block, cell: Cell) -> None:
        """Read a block of a table by its column."""
        new_row = cell.row != self.row
        if cell.zone is Zone.targets:
            self.row = cell.row
            self._read_target_cell(order, block, cell, new_row)
        elif self.current is not None and cell.row in (self.row, None):
            if cell.zone is Zone.measures:
                self.current.numbered.append(block)
            elif cell.zone is Zone.actions:
                self.current.actions.append(block)

    def _read_target_cell(self, order: int, block: Block, cell: Cell, new_row: bool) -> None:
        label = read_label(block.text)
        if label is not None and label.zone is Zone.targets:
            if label.title_start >= len(block.text.rstrip()):
                self.awaiting_title = label
            else:
                self._state(order, int(label.number), block, label.title_start)
            return
        zone = zone_of(block.text)
        if (
            zone is not None
            and zone[0] is Zone.targets
            and (block.bold or block.italic)
            and block.number is None
        ):
            self.current, self.group = None, block
            return
        if block.number is not None and block.number.isdigit() and len(block.text.split()) <= LONGEST_TITLE:
            self._state(order, int(block.number), block, 0)
            self._promise_of_title(block)
            return
        if (new_row or self.current is None) and (block.bold or cell.with_measures) and not block.bullet:
            self._state(order, None, block, 0)
            return
        if self.current is None or new_row:
            self._state(order, None, self.group or block, 0)
        if self.current is not None and self.current.lines is not block.lines:
            self.current.under.append(block)
        else:
            self._promise_of_title(block)

    def _promise_of_title(self, block: Block) -> None:
        """A cell's first paragraph that is no title, but promises something, is its target's first measure too."""
        if self.current is not None and not block.bold and find_promises(block.text):
            self.current.under.append(block)

    # --- everything else --------------------------------------------------------------------------

    def _read_heading(self, order: int, block: Block) -> None:
        zone = zone_of(block.text)
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
        if matched is not None:
            self.current = matched

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
            for above in (self.chapter, self.targets_under)
        )

    def _read_text(self, order: int, block: Block) -> None:
        led = lead_in(block.text)
        chapter = self.chapter.text.rstrip(" .:;") if self.chapter is not None else None
        told = self.current is not None and self.current.title == chapter
        if led is None and GOAL_SAID.match(block.text) and (self.current is None or self.current.by_chapter):
            led = (Zone.targets, 0) if told or find_promises(block.text) else None
        if led is not None and led[0] is Zone.targets and self.chapter is not None and not block.bullet:
            if not told:
                self._state(order, None, self.chapter, 0)
                self.statements[-1].by_chapter = True
            led = Zone.measures, led[1]
        if led is not None and self.current is not None and not block.bullet:
            self.mode, self.exact = led[0], True
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
        if self._action(block):
            return
        if self.unnamed is not None and promised_under(self.unnamed, block):
            self._state(order, None, self.unnamed, 0)
            self.statements[-1].by_chapter, self.mode, self.exact = True, Zone.measures, True
        if self.mode is Zone.measures and self.current is not None and not block.text.rstrip().endswith(":"):
            if block.bullet or block.number or block.frame is not None:
                self.current.numbered.append(block)
                return
            if self.exact:
                self.current.loose.append(block)
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

    def _listed_target(self, order: int, block: Block) -> bool:
        """Whether a numbered part of a list under a heading for targets is a target."""
        if block.number is None or not block.number.isdigit() or self.mode is Zone.actions:
            return False
        self._state(order, int(block.number), block, 0)
        return True

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
