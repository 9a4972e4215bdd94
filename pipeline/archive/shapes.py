"""Which noun goes into which table, under which id: the plan that storing and reading back both follow."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from schemas.base import Schema
from schemas.memo import Memo, Other, Question
from schemas.minutes import (
    Attendance,
    Decision,
    DecisionPart,
    HistoryEntry,
    Item,
    Minutes,
    Reference,
    Section,
)
from schemas.plan import Action, Chapter, Figure, Measure, MinisterGoal, Plan, Quantity, Target
from schemas.stated import Stated, StatedItem, StatedPerson


@dataclass(frozen=True)
class Shape:
    """How the values of one noun become rows of one table."""

    noun: type[Schema]
    """What it is."""
    table: str
    """Where it goes."""
    parent: str
    """The column that holds its parent's id; "id" where a row shares its parent's id."""
    mark: str
    """The letter before its key in an id: "i" in "…p1.i3"."""
    key: tuple[str, ...] = ()
    """The fields that tell it from its siblings in every reading; () where only its place does."""
    hashed: bool = False
    """Whether the key's words are too long, or too private, to stand in an id."""
    fields: tuple[str, ...] = ()
    """Fields that are columns of the same name."""
    lists: tuple[str, ...] = ()
    """Those of them that are JSON lists."""
    children: "tuple[tuple[str, Shape], ...]" = ()
    """Fields whose values are rows of their own."""
    single: bool = False
    """Whether a parent has one at most, so that it needs no key."""
    places: tuple[str, ...] = ("at",)
    """Fields that are places."""

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns, in the order in which rows are made."""
        head = ("id",) if self.parent == "id" else ("id", self.parent)
        return head + (() if self.single or self.parent == "id" else ("ord",)) + self.fields


QUANTITY = Shape(
    Quantity,
    "quantities",
    "measure_id",
    "q",
    fields=(
        "value",
        "unit",
        "bound",
        "deadline",
        "baseline_value",
        "baseline_year",
        "change",
        "change_unit",
        "of",
        "period",
    ),
)
MEASURE = Shape(Measure, "measures", "target_id", "m", fields=("text",), children=(("quantities", QUANTITY),))
ACTION = Shape(Action, "actions", "target_id", "k", fields=("text", "level"))
TARGET = Shape(
    Target,
    "targets",
    "plan_id",
    "t",
    key=("number",),
    fields=("number", "title", "minister_goal"),
    children=(("measures", MEASURE), ("actions", ACTION)),
)
GOAL = Shape(
    MinisterGoal, "minister_goals", "plan_id", "g", key=("number",), fields=("number", "title", "text")
)
FIGURE = Shape(
    Figure,
    "figures",
    "plan_id",
    "x",
    fields=("label", "value", "unit", "change", "change_pct", "period", "source"),
)
CHAPTER = Shape(Chapter, "chapters", "document_id", "c", fields=("number", "title", "level", "text"))
QUESTION = Shape(
    Question, "questions", "memo_id", "q", key=("number",), fields=("number", "question", "answer")
)
PART = Shape(
    DecisionPart,
    "decision_parts",
    "decision_id",
    "n",
    key=("numbers",),
    fields=("numbers", "text", "outcome"),
    lists=("numbers",),
    places=(),
)
DECISION = Shape(
    Decision,
    "decisions",
    "item_id",
    "d",
    fields=("text", "outcome", "body", "date", "dissent", "forwarded_to", "postponed_to"),
    lists=("forwarded_to",),
    children=(("parts", PART),),
    single=True,
)
SECTION = Shape(Section, "sections", "item_id", "s", fields=("label", "role", "text"))
HISTORY = Shape(HistoryEntry, "history", "item_id", "h", fields=("body", "date", "text"))
REFERENCE = Shape(Reference, "item_references", "item_id", "r", fields=("kind", "text", "date"))
ITEM = Shape(
    Item,
    "items",
    "meeting_id",
    "i",
    key=("number",),
    fields=("number", "title", "case_number", "item_type", "open", "proposal", "raised_by"),
    children=(
        ("sections", SECTION),
        ("decision", DECISION),
        ("history", HISTORY),
        ("references", REFERENCE),
    ),
    places=("at", "proposal_at"),
)
ATTENDANCE = Shape(
    Attendance,
    "attendances",
    "meeting_id",
    "a",
    key=("name",),
    hashed=True,
    fields=("name", "role", "party", "status", "substitute"),
)
MINUTES = Shape(
    Minutes,
    "meetings",
    "id",
    "",
    fields=("committee", "term", "date", "start_time", "end_time", "place", "treated_order"),
    lists=("treated_order",),
    children=(("items", ITEM), ("attendance", ATTENDANCE)),
)
PLAN = Shape(
    Plan,
    "plans",
    "id",
    "",
    fields=("year", "last_year", "status", "concerns_item"),
    children=(
        ("minister_goals", GOAL),
        ("targets", TARGET),
        ("figures", FIGURE),
        ("sections", CHAPTER),
    ),
)
MEMO = Shape(
    Memo,
    "memos",
    "id",
    "",
    fields=("department", "concerns_item", "asked_by", "question_count", "recommendation"),
    children=(("questions", QUESTION), ("sections", CHAPTER)),
    places=("at", "recommendation_at"),
)
OTHER = Shape(Other, "", "id", "", children=(("sections", CHAPTER),))
"""A document of no known kind has no table of its own."""

STATED_PERSON = Shape(
    StatedPerson, "stated_people", "stated_id", "o", fields=("name", "role", "status"), places=()
)
STATED_ITEM = Shape(
    StatedItem,
    "stated_items",
    "stated_id",
    "j",
    fields=("number", "title", "case_number", "open", "proposal", "decision", "absent", "attachments"),
    lists=("absent", "attachments"),
    places=(),
)
STATED = Shape(
    Stated,
    "stated_meetings",
    "source_file_id",
    "site",
    fields=("address", "municipality", "title", "committee", "date", "start_time", "place"),
    children=(("people", STATED_PERSON), ("items", STATED_ITEM)),
    single=True,
    places=(),
)
"""What a publication site states of a file's meeting: it belongs to the file, not to a document that was read."""

DOCUMENT_SHAPES = {"minutes": MINUTES, "agenda": MINUTES, "plan": PLAN, "memo": MEMO, "other": OTHER}
"""What a document is, by its kind."""

DOCUMENT_COLUMNS = (
    "id",
    "source_file_id",
    "ord",
    "kind",
    "first_page",
    "last_page",
    "title",
    "municipality",
)
"""What all documents have."""

OPTIONS = (("for", "for_"), ("against", "against"), ("abstained", "abstained"))
"""A vote's options, and the fields of `Votes` that hold them."""


def file_id(digest: str) -> str:
    """The id of a source file: the first 16 digits of its SHA-256."""
    return digest[:16]


def id_range(source_id: str) -> tuple[str, str]:
    """From and below which all ids of one file lie, its own first: "." is followed by "/" in ASCII."""
    return source_id, f"{source_id}/"


def person_id(municipality: str | None, name: str) -> str:
    """The id of a name in the minutes of a municipality."""
    return "person." + digest_of(municipality or "", name)


def digest_of(*words: str) -> str:
    """Twelve digits that stand for words."""
    return sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def keys_of(shape: Shape, values: Sequence[Schema]) -> Iterator[str]:
    """What stands for each of several siblings in an id: its number, its words' digest, or its place.

    A number that is missing is "u"; one that is repeated is followed by _2, _3, …
    """
    seen: Counter[str] = Counter()
    for place, value in enumerate(values, start=1):
        if not shape.key:
            yield f"{place}"
            continue
        words = [_words(getattr(value, field)) for field in shape.key]
        name = digest_of(*words) if shape.hashed else (slug("-".join(words)) or "u")
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}_{seen[name]}"


def _words(value: object) -> str:
    if value is None:
        return ""
    return "-".join(map(str, value)) if isinstance(value, tuple) else str(value)


def slug(words: str) -> str:
    """Words in the letters that an id may have."""
    return _NOT_IN_IDS.sub("-", words.lower())[:24].strip("-")


_NOT_IN_IDS = re.compile(r"[^0-9a-z]+")
