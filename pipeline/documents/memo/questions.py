"""The questions of a memo, each with its answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.danish.numbers import plan_lexicon
from pipeline.danish.pattern import Pattern
from pipeline.danish.wording import likeness, same_wording
from pipeline.documents.block import Block, cut
from pipeline.reading import mend, places_of
from schemas.memo import Question
from schemas.page import Line

ANSWER = Pattern(
    "memo-answer",
    r"""^(?:ad\.?\s*(?:spørgsmål\s*)?(?P<ad>\d{1,2})|(?:(?:forvaltningens|administrationens
      |centrets)\s+)?(?:svar|besvarelse)(?:et)?(?:\s+(?:på|til
      |af)\s+spørgsmål(?:et)?)?\s*(?:nr\.?\s*)?(?P<svar>\d{1,2})?
      |(?:forvaltningen|administrationen|direktionen|\w*cent(?:ret|eret)|\w*afdelingen)\s+svarer(?=\s*:))
      \s*(?:[.:)–-]+\s*|$|(?<=\d)\s+(?=[A-ZÆØÅ]))""",
    matches=[
        "Ad 1 Hvor mange",
        "Ad. 2:",
        "Svar:",
        "Svar på spørgsmål 3:",
        "Forvaltningens svar: Der er",
        "Besvarelse:",
        "Forvaltningen svarer: Der er",
    ],
    not_matches=["Adgang til", "Forvaltningen svarer, at", "Svaret er ja", "Svar udbedes snarest"],
)
"""A label before an answer."""

QUESTION = Pattern(
    "memo-question",
    r"""^(?:spørgsmål(?:et)?\s*(?:nr\.?\s*)?(?P<number>\d{1,2})?(?:\s+(?:fra|af)\s+[^:?]{3,60}(?=:))?
      |[^\W\d_][^:?.,]{2,60}\sspørger(?:\s+(?:om|til))?(?=\s*:))\s*(?:[.:)–-]+\s*|$)""",
    matches=[
        "Spørgsmål 1: Hvor mange",
        "Spørgsmål:",
        "Spørgsmål 2",
        "Udvalget spørger: Hvor mange",
        "Spørgsmål fra Karla Mose (A): Hvor mange",
    ],
    not_matches=[
        "Spørgsmålene er",
        "1. Hvor mange",
        "Udvalget spørger, om",
        "Spørgsmål fra udvalget om unge",
    ],
)
"""A label before a question."""

LIST_OF_QUESTIONS = Pattern(
    "memo-questions-follow",
    r"spørgsmål\w*(?:[^.]|\.(?=\w)|(?<=\s[A-ZÆØÅ])\.){0,60}:\s*$",
    matches=[
        "Karla Mose har stillet følgende spørgsmål:",
        "Der er stillet tre spørgsmål til sagen:",
        "Der er modtaget følgende spørgsmål fra Karla B. Mose:",
    ],
    not_matches=["Spørgsmålene besvares nedenfor."],
)
"""What stands before a list of questions."""


TABLE_QUESTION = Pattern(
    "memo-question-column",
    r"(?:spørgsmål(?:et)?|spm\.?)",
    matches=["Spørgsmål", "Spm.", "Spørgsmålet"],
    not_matches=["Svar"],
)
"""The head of a table's column of questions."""
TABLE_ANSWER = Pattern(
    "memo-answer-column",
    r"(?:(?:forvaltningens|administrationens)\s+)?(?:svar|besvarelse|bemærkning(?:er)?)",
    matches=["Svar", "Forvaltningens besvarelse", "Bemærkninger"],
    not_matches=["Spørgsmål"],
)
"""The head of a table's column of answers."""

ALIKE = 93.0
"""A heading so much like a question repeats it; the shared memos print theirs with a comma more (98)."""


@dataclass(slots=True)
class _Asked:
    number: str | None
    question: list[Block] = field(default_factory=list)
    answer: list[Block] = field(default_factory=list)
    labelled: bool = False
    """Whether "Spørgsmål" stands before it."""

    @property
    def asks(self) -> bool:
        """Whether its words end as a question does."""
        return bool(self.question) and self.question[-1].text.rstrip(' ”"').endswith("?")


def questions_of(body: Sequence[Block]) -> tuple[Question, ...]:
    """The questions of a memo's text, each with its answer.

    Args:
        body: The blocks below the head, in reading order.

    Returns:
        In printed order; () where nobody asks.
    """
    asked = _tabled(body)
    if not asked:
        reader = _Reader(unlabelled=not any(ANSWER.match(block.text) for block in body), mixed=_mixed(body))
        for position, block in enumerate(body):
            if (reader.asked and asked_all(block)) or closes(block):
                break
            following = body[position + 1] if position + 1 < len(body) else None
            reader.take(block, following)
        asked = reader.asked or _interleaved(body)
    return tuple(_question(one) for one in asked if one.question)


def asked_all(block: Block) -> bool:
    """Whether a block is the heading of what stands below the answers."""
    return block.bold and block.text.strip(" .:").lower() in plan_lexicon()["memo"]["after_answers"]


def closes(block: Block) -> bool:
    """Whether a block is the greeting that a memo ends with."""
    return block.text.lower().startswith(tuple(plan_lexicon()["memo"]["closing"]))


class _Reader:
    """Takes a memo's blocks one by one: questions listed first and answered below, or one after the other."""

    def __init__(self, *, unlabelled: bool, mixed: bool) -> None:
        self.unlabelled = unlabelled
        """Whether no label stands before any answer."""
        self.mixed = mixed
        """Whether each question of a numbered list has its answer right below it."""
        self.asked: list[_Asked] = []
        self.listing = False
        """Whether the list of the questions is being read."""
        self.listed: _Asked | None = None
        """The question whose words go on."""
        self.answering: _Asked | None = None
        """The question whose answer goes on."""
        self.styled: tuple[bool, bool] | None = None
        """The type of questions that no number or bullet marks: bold, italic."""

    def take(self, block: Block, following: Block | None) -> None:
        answer = ANSWER.match(block.text)
        label = QUESTION.match(block.text)
        if answer is not None and (self.asked or answer["ad"]):
            self._answer(block, answer)
        elif label is not None:
            self._ask(label["number"], block, label.end())
            self.asked[-1].labelled = True
            self.listing = False
        elif block.heading and following is not None and QUESTION.match(following.text):
            self.answering = None  # a heading of what is asked next
        elif LIST_OF_QUESTIONS.search(block.text) and not self.asked:
            self.listing = True
        elif self._again(block):
            pass
        elif self._begins(block, following):
            self._ask(block.number, block, 0)
        elif self.answering is not None:
            self.answering.answer.append(block)
        elif self.listed is not None:
            self._goes_with(self.listed, block)

    def _ask(self, number: str | None, block: Block, start: int) -> None:
        self.listed = _Asked(number or str(len(self.asked) + 1))
        self.asked.append(self.listed)
        self.answering = None
        if start < len(block.text):
            self.listed.question.append(cut(block, start, len(block.text)) if start else block)

    def _answer(self, block: Block, label: re.Match[str]) -> None:
        self.listing, self.listed = False, None
        number = label["ad"] or label["svar"]
        if number is None:
            self.answering = self.asked[-1]
        else:
            same = [one for one in self.asked if one.number == number]
            self.answering = same[0] if len(same) == 1 else None
        if self.answering is not None and label.end() < len(block.text):
            self.answering.answer.append(cut(block, label.end(), len(block.text)))

    def _again(self, block: Block) -> bool:
        """Whether a block repeats a question that was listed, as the heading of its answer."""
        for one in self.asked:
            if _same(block.text, mend(part.text for part in one.question)):
                self.listing, self.listed, self.answering = False, None, one
                return True
        return False

    def _begins(self, block: Block, following: Block | None) -> bool:
        """Whether a block is a question of its own."""
        asks = block.text.rstrip(' ”"').endswith("?")
        if self.listing:
            if block.number is not None or block.bullet:
                return True
            if not self.asked and (block.bold or block.italic):
                self.styled, self.listing = (block.bold, block.italic), False
                return True
            return False
        if self.styled is not None:
            return (block.bold, block.italic) == self.styled and (asks or self._answered())
        if block.number is None or not block.number.isdigit():
            return self.mixed and block.bullet and asks and (not self.asked or self._answered())
        if int(block.number) != len(self.asked) + 1:
            return not self.asked and asks
        answered = following is not None and ANSWER.match(following.text) is not None
        return (asks or answered) and (not self.asked or self._answered())

    def _answered(self) -> bool:
        return bool(self.asked and self.asked[-1].answer)

    def _goes_with(self, listed: _Asked, block: Block) -> None:
        """A block behind a question: more of the question, or, where its type sets it apart, its answer."""
        if block.heading and self.listing:
            self.listed = None
            return
        if listed.asks and self.unlabelled and (self.mixed or (not self.listing and listed.labelled)):
            listed.answer.append(block)
            self.answering, self.listed = listed, None
            return
        apart = bool(listed.question) and (listed.question[-1].bold, listed.question[-1].italic) != (
            block.bold,
            block.italic,
        )
        if not self.listing and apart and (listed.asks or self.styled is not None) and not block.bold:
            listed.answer.append(block)
            self.answering, self.listed = listed, None
        elif (
            self.listing
            and listed.asks
            and block.left < listed.question[0].left + 2
            and not block.text[0].islower()
        ):
            # What stands below the list and is no question of it goes with none.
            self.listed = None if len(self.asked) > 1 else listed
            if self.listed is not None:
                listed.question.append(block)
        else:
            listed.question.append(block)


def _tabled(body: Sequence[Block]) -> list[_Asked]:
    """Questions in one column of a table, answers in the next."""
    heads = [
        (one, other)
        for one in body
        for other in body
        if TABLE_QUESTION.fullmatch(one.text)
        and TABLE_ANSWER.fullmatch(other.text)
        and one.page == other.page
        and abs(one.lines[0].top - other.lines[0].top) < 4
        and one.left < other.left
    ]
    if not heads:
        return []
    left, right = heads[0]
    end = next((position for position, block in enumerate(body) if closes(block)), len(body))
    below = [
        block for block in body[:end] if (block.page, block.lines[0].top) > (left.page, left.lines[0].top + 4)
    ]
    rows: list[tuple[tuple[int, float], _Asked]] = []
    for block in below:
        if block.left >= right.left - 6 or TABLE_QUESTION.fullmatch(block.text):
            continue
        if max(line.x1 for line in block.lines) > right.left + 6:
            continue
        start = _row_of(block)
        if rows and (rows[-1][0] == start or _goes_on(rows[-1][1], block)):
            rows[-1][1].question.append(block)
        else:
            rows.append((start, _Asked(block.number or str(len(rows) + 1), [block])))
    for block in below:
        if block.left < right.left - 6 or TABLE_ANSWER.fullmatch(block.text):
            continue
        own = max((row for row in rows if row[0] <= _row_of(block, 4)), key=lambda row: row[0], default=None)
        if own is not None:
            own[1].answer.append(block)
    return [asked for _, asked in rows if asked.answer]


def _row_of(block: Block, slack: float = 0.0) -> tuple[int, float]:
    return block.page, (block.frame.top if block.frame is not None else block.lines[0].top) + slack


def _goes_on(asked: _Asked, block: Block) -> bool:
    """Whether a block goes on with a question whose cell a page's end, or a paragraph's, cut."""
    if block.number is not None:
        return False
    if asked.asks:
        return False
    last = asked.question[-1].lines[-1].page
    return block.page == last + 1 or (block.frame is None and block.page == last)


def _interleaved(body: Sequence[Block]) -> list[_Asked]:
    """Bold or italic questions, each with its answer below."""
    asked: list[_Asked] = []
    apart, said = False, False
    for block in body:
        if closes(block) or (asked and asked_all(block)):
            break
        apart, said = apart or asked_all(block), said or "spørgsmål" in block.text.lower()
        if apart and not said:
            continue  # headings of a memo's own chapters may be questions too
        if (block.bold or block.italic) and block.text.rstrip().endswith("?"):
            asked.append(_Asked(block.number or str(len(asked) + 1), [block]))
        elif asked and not block.heading:
            asked[-1].answer.append(block)
        elif asked and block.heading:
            break
    return asked


def _mixed(body: Sequence[Block]) -> bool:
    """Whether questions of one list, by numbers or bullets, all have other text between them: their answers."""
    marked = [n for n, block in enumerate(body) if block.mark is not None]
    if len(marked) > 1 and all(body[n].bullet and body[n].text.rstrip(' ”"').endswith("?") for n in marked):
        return all(after - before > 1 for before, after in pairwise([*marked, len(body)]))
    places = [
        (n, int(block.number))
        for n, block in enumerate(body)
        if (block.number or "").isdigit() and block.number and block.text.rstrip(' ”"').endswith("?")
    ]
    numbers = [number for _, number in places]
    return (
        len(places) > 1
        and numbers == list(range(1, len(numbers) + 1))
        and all(after - before > 1 for (before, _), (after, _) in pairwise(places))
    )


def _same(one: str, other: str) -> bool:
    return bool(other) and (
        same_wording(one, other) or (abs(len(one) - len(other)) <= 12 and likeness(one, other) >= ALIKE)
    )


def _question(asked: _Asked) -> Question:
    question = mend(block.text for block in asked.question).strip()
    answer = _without_question(asked.answer, question)
    text = mend(line.text for line in answer)
    return Question(
        number=asked.number,
        question=question,
        answer=text or None,
        at=places_of([*(line for block in asked.question for line in block.lines), *answer]),
    )


def _without_question(blocks: Sequence[Block], question: str) -> list[Line]:
    """An answer's lines without the question that its heading repeats, over as many lines as are most like it."""
    lines = [line for block in blocks for line in block.lines]
    heading, best = 0, -1.0
    for count in range(1, min(len(lines), 8)):
        said = mend(line.text for line in lines[:count])
        if len(said) > 1.3 * len(question):
            break
        if _same(said, question) and (alike := likeness(said, question)) > best:
            heading, best = count, alike
    return lines[heading:]
