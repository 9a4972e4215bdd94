"""Memos (notater): department, who asked, each question with its answer, and what is recommended."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from pipeline.danish.numbers import plan_lexicon
from pipeline.danish.pattern import Pattern
from pipeline.danish.sentences import split_sentences
from pipeline.danish.wording import likeness, same_wording
from pipeline.documents.block import Block, cut, places_in
from pipeline.documents.blocks import blocks_of
from pipeline.documents.chapters import chapters_of
from pipeline.documents.plan.head import MUNICIPALITY, municipality_of
from pipeline.reading import boxes_by_page, mend, places_of
from schemas.memo import Memo, Question
from schemas.page import Line, Page, Part
from schemas.place import Places

_NAME = r"(?P<name>[A-ZÆØÅ][\w.’'-]+(?:\s+(?:(?:af|de|von|van|el|al)\s+)?[A-ZÆØÅ][\w.’'-]*){1,4})"
_PARTY = r"(?:\s*\((?:[A-ZÆØÅ]{1,3}|[A-ZÆØÅ][\w ]+)\))?"
_TITLE = (
    r"(?:(?:byråds|kommunalbestyrelses|udvalgs)?medlem(?:met)?\s+|borgmester\s+|udvalgsformand\s+|formand\s+"
    r"|viceborgmester\s+)?"
)

ASKED = Pattern(
    "memo-asked-by",
    rf"""(?:{_NAME}{_PARTY}\s+(?:har|havde)\s+(?:[\w.,/-]+\s+){{0,9}}?(?:stillet|spurgt|bedt|anmodet|ønsket
      |rejst|fremsendt|efterspurgt)
      | (?:[Ss]pørgsmål(?:et|ene)?|[Ff]orespørgsel|[Hh]envendelse|[Ss]ag
      |[Aa]nmodning)\s+(?:er\s+)?(?:stillet\s+)?(?:fra|af)\s+{_TITLE}{_NAME.replace("name", "asker")}
      | (?:stillet|rejst|efterspurgt|ønsket)\s+af\s+{_TITLE}{_NAME.replace("name", "by")})""",
    matches=[
        "Karla Mose har stillet følgende spørgsmål",
        "Spørgsmål fra Karla Mose (A)",
        "Spørgsmålet er stillet af byrådsmedlem Karla Mose",
        "Sag fra Karla Mose om",
        "Karla Mose (B) har den 3. maj stillet",
    ],
    not_matches=["Udvalget har stillet spørgsmål", "spørgsmål fra udvalget"],
    flags=re.NOFLAG,
)
"""Who asked."""

ANSWER = Pattern(
    "memo-answer",
    r"""^(?:ad\.?\s*(?:spørgsmål\s*)?(?P<ad>\d{1,2})|(?:(?:forvaltningens|administrationens
      |centrets)\s+)?(?:svar|besvarelse)(?:et)?(?:\s+(?:på|til
      |af)\s+spørgsmål(?:et)?)?\s*(?:nr\.?\s*)?(?P<svar>\d{1,2})?)
      \s*(?:[.:)–-]+\s*|$|(?<=\d)\s+(?=[A-ZÆØÅ]))""",
    matches=[
        "Ad 1 Hvor mange",
        "Ad. 2:",
        "Svar:",
        "Svar på spørgsmål 3:",
        "Forvaltningens svar: Der er",
        "Besvarelse:",
    ],
    not_matches=["Adgang til", "Svaret er ja", "Svar udbedes snarest"],
)
"""A label before an answer."""

QUESTION = Pattern(
    "memo-question",
    r"^spørgsmål(?:et)?\s*(?:nr\.?\s*)?(?P<number>\d{1,2})?\s*(?:[.:)–-]+\s*|$)",
    matches=["Spørgsmål 1: Hvor mange", "Spørgsmål:", "Spørgsmål 2"],
    not_matches=["Spørgsmålene er", "1. Hvor mange"],
)
"""A label before a question."""

LIST_OF_QUESTIONS = Pattern(
    "memo-questions-follow",
    r"spørgsmål\w*(?:[^.]|\.(?=\w)){0,60}:\s*$",
    matches=["Karla Mose har stillet følgende spørgsmål:", "Der er stillet tre spørgsmål til sagen:"],
    not_matches=["Spørgsmålene besvares nedenfor."],
)
"""What stands before a list of questions."""

_OFFICE = re.compile(
    r"^(?:(?:byråds|kommunalbestyrelses|udvalgs|regionsråds)?medlem(?:met)?|(?:vice)?borgmester"
    r"|(?:udvalgs|næst)?formand|rådmand)\s+",
    re.IGNORECASE,
)
"""An office in front of a name."""

NOT_TOLD = re.compile(r"\b(?:ikke|næppe)\s+(?:at\s+)?(?:anbefale|foreslå|indstille)", re.IGNORECASE)


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(plan_lexicon()["memo"][name])


@cache
def _recommends() -> re.Pattern[str]:
    words = "|".join(map(re.escape, _words("recommends")))
    return re.compile(
        rf"\b(?:{words})\b(?:\s+(?:det|derfor|således|på den baggrund|herefter))*(?:,?\s+at\b|:|\s+[a-zæøå])",
        re.IGNORECASE,
    )


@dataclass(slots=True)
class _Asked:
    number: str | None
    question: list[Block] = field(default_factory=list)
    answer: list[Block] = field(default_factory=list)
    answered: bool = False


def read_memo(part: Part) -> Memo:
    """Read a memo.

    Args:
        part: Its pages.

    Returns:
        The memo; what it does not say is null.
    """
    blocks = blocks_of(part.pages)
    head, title, body = _divide(blocks)
    asked = _questions(body)
    recommendation, at = _recommendation(body)
    return Memo(
        pages=(part.first, part.last),
        title=_title_text(title),
        municipality=_municipality(part, head),
        department=_department(part.pages[0], head, title),
        asked_by=_asked_by(title, body),
        questions=tuple(_question(one) for one in asked),
        question_count=len(asked),
        recommendation=recommendation,
        recommendation_at=at,
        sections=chapters_of(blocks),
        at=boxes_by_page(part.lines),
    )


# --- head -----------------------------------------------------------------------------------------


def _divide(blocks: Sequence[Block]) -> tuple[list[Block], list[Block], list[Block]]:
    """The head with sender and kind, the title, and the text."""
    kind = next((i for i, block in enumerate(blocks[:14]) if _is_kind(block.text)), None)
    labelled = next((i for i, block in enumerate(blocks[:20]) if _labelled_title(block) is not None), None)
    if labelled is not None and (kind is None or labelled > kind) and labelled < 12:
        block = blocks[labelled]
        start = _labelled_title(block) or 0
        if start >= len(block.text):
            return (
                list(blocks[:labelled]),
                list(blocks[labelled + 1 : labelled + 2]),
                list(blocks[labelled + 2 :]),
            )
        return list(blocks[:labelled]), [cut(block, start, len(block.text))], list(blocks[labelled + 1 :])
    first = kind + 1 if kind is not None else 0
    if kind is not None and len(blocks[kind].text.split()) > 1:
        word = blocks[kind].text.split()[0]
        behind = blocks[kind].text[len(word) :]
        rest = behind.lstrip(" :-–")
        if rest and not re.fullmatch(r"[\d.\-/ ]+", rest) and not re.match(r"\s*[:–-]", behind):
            return list(blocks[:kind]), [blocks[kind]], list(blocks[first:])
        if rest and not re.fullmatch(r"[\d.\-/ ]+", rest):
            return (
                list(blocks[:kind]),
                [cut(blocks[kind], len(blocks[kind].text) - len(rest), len(blocks[kind].text))],
                list(blocks[first:]),
            )
    body = _usual_size(blocks)
    for position in range(first, min(len(blocks), first + 8)):
        block = blocks[position]
        if block.heading or (block.size >= 1.08 * body and len(block.text) < 180):
            if MUNICIPALITY.fullmatch(block.text.strip()) or _is_kind(block.text) or _is_sender(block):
                continue
            return list(blocks[:position]), [block], list(blocks[position + 1 :])
    return list(blocks[:first]), list(blocks[first : first + 1]), list(blocks[first + 1 :])


def _usual_size(blocks: Sequence[Block]) -> float:
    weights: dict[float, int] = {}
    for block in blocks:
        weights[block.size] = weights.get(block.size, 0) + len(block.text)
    return max(weights, key=lambda size: weights[size], default=10.0)


def _is_kind(text: str) -> bool:
    words = re.sub(r"[^\w\s]", " ", text.lower()).split()
    return (
        bool(words)
        and words[0] in _words("kinds")
        and (len(words) == 1 or not text.split()[0].islower())
        and len(text) < 160
    )


def _labelled_title(block: Block) -> int | None:
    match = re.match(r"^([^\W\d_]+)\.?\s*:\s*", block.text)
    if match is None or match[1].lower() not in _words("title_labels"):
        return None
    return match.end()


def _is_sender(block: Block) -> bool:
    return block.size < 10 and not block.bold


def _title_text(title: Sequence[Block]) -> str:
    return title[0].text.strip().rstrip(".") if title else ""


def _municipality(part: Part, head: Sequence[Block]) -> str | None:
    for block in head:
        match = MUNICIPALITY.search(block.text)
        if match is not None and len(block.text) < 60:
            return f"{match[1].title() if match[1].isupper() else match[1]} Kommune"
    return municipality_of(part)


def _department(page: Page, head: Sequence[Block], title: Sequence[Block]) -> str | None:
    """The line of the head that names a department: labelled, or beside the municipality's name."""
    top = title[0].lines[0].top if title else 0.35 * page.height
    lines = [
        line
        for line in (*page.furniture, *page.lines)
        if line.top < max(top, 0.12 * page.height) and line.page == page.number
    ]
    for line in lines:
        match = re.match(r"^([^\W\d_]+)\s*:\s*(\S.+)$", line.text)
        if match is not None and match[1].lower() in _words("department_labels"):
            return match[2].strip()
    for line in sorted(lines, key=lambda line: (line.top, line.x0)):
        text = line.text.strip(" .,")
        if len(text) > 70 or re.search(r"\d|@|www|:", text) or MUNICIPALITY.search(text) or _is_kind(text):
            continue
        folded = text.lower()
        if any(
            re.search(rf"{word}(?:en|et|s|ets|er)?\b" if len(word) > 3 else rf"\b{word}\b", folded)
            for word in _words("departments")
        ):
            return text
    for line in page.lines[:8]:
        match = re.match(rf"^{MUNICIPALITY.pattern}\s*[,–-]\s*(?P<department>[A-ZÆØÅ].{{3,50}})$", line.text)
        if match is not None:
            return match["department"].strip(" .")
    return None


def _asked_by(title: Sequence[Block], body: Sequence[Block]) -> str | None:
    """Who asked, by the first sentence that says so; None where several are named."""
    found: list[str] = []
    for block in (*body[:12], *title):
        for match in ASKED.finditer(block.text):
            name = next(group for key, group in match.groupdict().items() if group)
            name = _OFFICE.sub("", name).strip(" .,")
            if not re.search(r"(?:udvalg|råd|kommune|forvaltning|bestyrelse|center)", name, re.IGNORECASE):
                found.append(name)
        if found:
            break
    return found[0] if len(dict.fromkeys(found)) == 1 else None


# --- questions ------------------------------------------------------------------------------------


def _questions(body: Sequence[Block]) -> list[_Asked]:
    """Questions and their answers, whether listed first and answered by number, or one after the other."""
    asked: list[_Asked] = []
    listing = False
    current: _Asked | None = None
    answering: _Asked | None = None
    for block in body:
        answer = ANSWER.match(block.text)
        label = QUESTION.match(block.text)
        if answer is not None and (asked or answer["ad"]):
            listing, current = False, None
            number = answer["ad"] or answer["svar"]
            answering = _answered(asked, number)
            rest = cut(block, answer.end(), len(block.text)) if answer.end() < len(block.text) else None
            if answering is not None:
                answering.answered = True
                if rest is not None:
                    answering.answer.append(rest)
        elif label is not None:
            listing, answering = False, None
            current = _Asked(label["number"] or str(len(asked) + 1))
            asked.append(current)
            if label.end() < len(block.text):
                current.question.append(cut(block, label.end(), len(block.text)))
        elif LIST_OF_QUESTIONS.search(block.text) and not asked:
            listing = True
        elif listing and (block.number is not None or block.bullet):
            if (
                current is not None
                and current.question
                and "?" in current.question[-1].text[-2:]
                and block.bold
                and asked
                and block.number == asked[0].number
            ):
                listing = False
            current = _Asked(block.number or str(len(asked) + 1), [block])
            asked.append(current)
        elif answering is not None:
            answering.answer.append(block)
        elif current is not None:
            _goes_with(current, block, listing)
        elif block.number is not None and block.text.rstrip().endswith("?"):
            current = _Asked(block.number, [block])
            asked.append(current)
    if not asked:
        asked = _interleaved(body)
    return [one for one in asked if one.question]


def _goes_with(current: _Asked, block: Block, listing: bool) -> None:
    """A block behind a question: more of the question, or, where a heading asks, its answer."""
    question = current.question[-1].text.rstrip() if current.question else ""
    if current.answered or (
        question.endswith("?")
        and not listing
        and (current.question[-1].bold or current.question[-1].italic)
        and not block.bold
    ):
        current.answered = True
        current.answer.append(block)
    elif block.heading and listing:
        current.answered = True
    else:
        current.question.append(block)


def _answered(asked: Sequence[_Asked], number: str | None) -> _Asked | None:
    if number is None:
        return asked[-1] if asked else None
    same = [one for one in asked if one.number == number]
    return same[0] if len(same) == 1 else None


def _interleaved(body: Sequence[Block]) -> list[_Asked]:
    """Bold or italic questions, each with its answer below."""
    asked: list[_Asked] = []
    for block in body:
        if (block.bold or block.italic) and block.text.rstrip().endswith("?"):
            asked.append(_Asked(block.number or str(len(asked) + 1), [block]))
        elif asked and not block.heading:
            asked[-1].answer.append(block)
        elif asked and block.heading:
            break
    return asked


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
    """An answer's lines without the question that its heading repeats."""
    lines = [line for block in blocks for line in block.lines]
    for count in range(1, min(len(lines), 8)):
        said = mend(line.text for line in lines[:count])
        if len(said) > 1.3 * len(question):
            break
        if same_wording(said, question) or (
            abs(len(said) - len(question)) <= 12 and likeness(said, question) >= 93
        ):
            return lines[count:]
    return lines


# --- recommendation -------------------------------------------------------------------------------


def _recommendation(body: Sequence[Block]) -> tuple[str | None, Places]:
    """The last sentence in which the administration recommends something."""
    found: tuple[str | None, Places] = (None, ())
    for block in body:
        if not _recommends().search(block.text):
            continue
        for start, end in split_sentences(block.text):
            sentence = block.text[start:end]
            if (
                _recommends().search(sentence)
                and not NOT_TOLD.search(sentence)
                and not sentence.rstrip().endswith("?")
            ):
                found = sentence.strip(), places_in(block.lines, start, end)
    return found
