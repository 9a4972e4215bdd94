"""Targets stated in tables: what each cell tells by its column, and the state that a walk through a plan keeps."""

from pipeline.danish.quantities import find_promises
from pipeline.documents.block import Block, cut
from pipeline.documents.frames import Frame
from pipeline.documents.plan.columns import Cell
from pipeline.documents.plan.goals import GoalReader
from pipeline.documents.plan.stated import LONGEST_TITLE, Statement, title_of
from pipeline.documents.plan.words import TargetLabel, Zone, heading_title, label_behind, read_label, zone_of

SAME_ROW, WIDER = 6.0, 1.2
"""Points by which a band's edges may differ from its table's; a band is so much wider than a cell below it."""


class CellReader:
    """What was read so far, and how a table's cells add to it."""

    def __init__(self, cells: dict[int, Cell]) -> None:
        """Begin.

        Args:
            cells: What the columns of the plan's tables hold, by the identity of a block.
        """
        self.cells = cells
        self.blocks: list[Block] = []
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
        self.chapters: list[Block] = []
        """The headings of all chapters so far that have a whole number."""
        self.intro: Statement | None = None
        self.fed: Block | None = None
        self.owed: Statement | None = None
        """A target whose actions were introduced right above the next title, and may stand in a box below it."""
        self.owed_frames: frozenset[Frame] = frozenset()
        """That box, over pages."""
        self.awaiting_title: TargetLabel | None = None
        self.unnamed: Block | None = None
        """A heading that is a target's title if something is promised below it: a chapter's whose sub-heading says that
        its targets follow, or one in a chapter of targets."""
        self.serving: int | None = None
        """The number of the minister's goal that a heading or a band across a table named last."""
        self.part: Block | None = None
        """The heading of one target in a chapter of targets that labels none."""
        self.targets_under: Block | None = None
        """The heading of that chapter."""
        self.sub_labels: frozenset[str] = frozenset()
        """Headings that recur below others and say what stands under each of those."""
        self.awaited: Block | None = None
        """The first part of a list that a sentence introduced as one of targets."""
        self.own_zones: dict[str, Zone] = {}
        """What stands under labels of the plan's own."""
        self.chaptered: frozenset[int] = frozenset()
        """Heads of tables that tell of a target named by the heading above."""
        self.early: Block | None = None
        """A chapter whose actions stand before what it promises."""
        self.early_actions: list[Block] = []
        self.cues: set[str] = set()
        """Labels in front of what numbered targets promise."""
        self.row: tuple[int, float] | None = None
        self.group: Block | None = None
        """A heading inside a cell under which targets stand: "Resultatmål under voksenliv"."""
        self.inside: int | None = None
        """The minister's goal in whose text a target's label stood, while its title is awaited."""
        self.acting: Block | None = None
        """A heading under which actions stand, for each target again."""
        self.titled: Statement | None = None
        """The target whose own table is read: its title is the heading above."""

    def _state(self, order: int, number: int | None, block: Block, start: int) -> None:
        """Note that a target is stated."""
        if number is None and not start:
            number, start = heading_title(block.text)
        title, rest = title_of(block, start)
        behind = label_behind(title.text)
        if behind is not None and number in (None, behind[0]):
            number, title = behind[0], cut(title, 0, behind[1])
        statement = Statement(
            number,
            title.text.rstrip(" .:;").strip('”"“'),
            title.lines,
            block.frame,
            order,
            last=order,
            size=block.size,
            serves=self.serving,
        )
        self.statements.append(statement)
        self.unnamed = None
        waits = self.mode is Zone.actions and self.fed is None
        self.current, self.mode, self.collecting, self.after_colon = statement, None, True, False
        self.owed = self.intro if waits else None
        self.owed_frames, self.intro = frozenset(), None
        if rest is not None:
            statement.loose.append(rest)

    def _read_cell(self, order: int, block: Block, cell: Cell) -> None:
        """Read a block of a table by its column."""
        titled = self.titled or self._banded(block)
        if titled is not None and read_label(block.text) is None:
            if cell.zone in (Zone.targets, Zone.measures):
                if not cell.number:
                    self._measured(titled, block, cell)
            elif cell.zone is Zone.actions:
                titled.actions.append(block)
            return
        if cell.zone is Zone.goals and cell.with_targets:
            number = int(block.number) if block.number is not None and block.number.isdigit() else None
            if block.mark is not None or block.bold:
                self.goals.begin(block, number, 0)
                self.goals.end()
                self.serving = number
            return
        new_row = cell.row != self.row
        if cell.zone is Zone.targets:
            self.row = cell.row
            self._read_target_cell(order, block, cell, new_row)
        elif self.current is not None and cell.row in (self.row, None):
            label = read_label(block.text) if cell.zone is Zone.measures else None
            if label is not None and label.zone is Zone.targets and self.current.bare:
                # The first column only named a topic: the target's own label stands here.
                self.statements.pop()
                self._state(order, int(label.number), block, label.title_start)
            elif cell.zone is Zone.measures:
                self._measured(self.current, block, cell)
            elif cell.zone is Zone.actions:
                self.current.actions.append(block)

    def _banded(self, block: Block) -> Statement | None:
        """The target whose title stands in a band across the table, above the rows that tell of it."""
        current, cell = self.current, block.frame
        band = current.frame if current is not None and current.labelled else None
        if band is None or cell is None or band.page != cell.page or band.bottom > cell.top + SAME_ROW:
            return None
        inside = band.left - SAME_ROW <= cell.left and cell.right <= band.right + SAME_ROW
        return current if inside and band.right - band.left > WIDER * (cell.right - cell.left) else None

    def _measured(self, statement: Statement, block: Block, cell: Cell) -> None:
        """Note a measure of a table, with the numbers in its row."""
        statement.numbered.append(block)
        if cell.levels is not None:
            statement.levels[id(block)] = cell.levels

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
            if cell.goal:
                self.statements[-1].serves = int(block.number)
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
