"""The minister's goals: their titles and what is said under each."""

from pipeline.documents.block import Block, cut
from pipeline.documents.plan.words import zone_of
from pipeline.reading import places_of, text_of
from schemas.page import Line
from schemas.plan import MinisterGoal


class GoalReader:
    """Takes the blocks under a heading for the minister's goals."""

    def __init__(self) -> None:
        """Begin outside such a chapter."""
        self.reading = False
        self.found: list[tuple[int | None, list[Line], list[Line]]] = []
        self._heading: Block | None = None
        self._listed_only = False
        """Whether a sentence introduced them: they end where their list does."""
        self._numbers: set[int] = set()
        self._skip = False
        self._titled: int | None = None
        """The number of a goal whose title is the next block."""
        self.last: tuple[Block, int | None, int] | None = None
        """The goal that began last: the block of its title, its number and where its title begins in the block."""

    def open(self, heading: Block, *, listed_only: bool = False) -> None:
        """A heading for the minister's goals begins, or a sentence that leads up to a list of them."""
        self.reading, self._heading, self._listed_only = True, heading, listed_only

    def end(self) -> None:
        """The goals end: targets begin."""
        self.reading = False

    def has(self, number: int) -> bool:
        """Whether a goal of this number was read: the next "Mål 1" is a target."""
        return number in self._numbers

    def begin(self, block: Block, number: int | None, start: int) -> None:
        """A goal begins with its title."""
        self.reading = True
        if start and start >= len(block.text.rstrip()) and number is not None:
            self._titled = number
            return
        self.last = block, number, start
        if number is not None and number in self._numbers:
            self._skip = True
            return
        self._skip = False
        if number is not None:
            self._numbers.add(number)
        title = cut(block, start, len(block.text)) if start else block
        self.found.append((number, title.lines, []))

    def take(self, block: Block) -> bool:
        """Take a block of the chapter; False where the chapter has ended."""
        if self._titled is not None:
            number, self._titled = self._titled, None
            self.begin(block, number, 0)
            return True
        if (block.heading and block.frame is None and self._ends(block)) or (
            self._listed_only and block.mark is None
        ):
            self.reading = False
            return False
        if (
            block.number is not None
            and block.number.isdigit()
            and (block.bold or block.italic or block.heading or self._listed(block))
        ):
            self.begin(block, int(block.number), 0)
            return True
        if block.heading and (block.frame is not None or block.mark is None) and self._is_goal_heading(block):
            self.begin(block, None, 0)
            return True
        if (
            block.bullet
            and (not self.found or not self.found[-1][2])
            and not any(number for number, _, _ in self.found)
        ):
            self.begin(block, None, 0)
            return True
        if self.found and not self._skip:
            self.found[-1][2].extend(block.whole)
        return True

    def inside(self, block: Block) -> bool:
        """Whether a heading stands inside the goal that began last."""
        ended = self._heading is not None and self._ends(block)
        return self.reading and self.last is not None and self._titled is None and not ended

    def _ends(self, block: Block) -> bool:
        heading = self._heading
        if heading is None:
            return True
        if block.size > heading.size - 0.4 and block.bold == heading.bold:
            deeper = (
                bool(heading.number)
                and bool(block.number)
                and str(block.number).startswith(f"{heading.number}.")
            )
            listed = heading.number is None and block.number is not None and block.number.isdigit()
            return not (deeper or listed)
        return False

    def _is_goal_heading(self, block: Block) -> bool:
        if zone_of(block.text) is not None:
            return False
        return self._heading is not None and (
            block.frame is not None or block.size < self._heading.size - 0.4 or block.bold
        )

    def _listed(self, block: Block) -> bool:
        number = int(block.number or 0)
        return number == len(self.found) + 1

    def goals(self) -> tuple[MinisterGoal, ...]:
        """What was read, in printed order."""
        return tuple(
            MinisterGoal(
                number=number,
                title=text_of(title).rstrip(" .:;"),
                text=text_of(text),
                at=places_of([*title, *text]),
            )
            for number, title, text in self.found
        )
