"""A meeting apart from any print: what an answer file tells, sorted by what it is."""

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Answer = dict[str, Any]

ROLES = {
    "punkttype": "type",
    "sagstype": "type",
    "tema": "summary",
    "resume": "summary",
    "resumé": "summary",
    "sammendrag": "summary",
    "sagsbeskrivelse": "case",
    "sagsfremstilling": "case",
    "fremstilling": "case",
    "baggrund": "case",
    "administrationens forslag": "proposal",
    "indstilling": "proposal",
    "bilag": "attachments",
    "beslutning": "decision",
    "fraværende": "absent",
    "økonomi": "economy",
    "økonomi og finansiering": "economy",
    "økonomiske konsekvenser": "economy",
    "lovgrundlag": "legal",
    "retsgrundlag": "legal",
    "afledte konsekvenser": "consequences",
    "dialog/høring": "consultation",
    "høring": "consultation",
    "sagens forløb": "history",
    "sagsprocedure": "procedure",
}
"""What a label is for, where an answer leaves it out."""

NOTHING = {"", "-", "nej", "ingen"}


@dataclass
class Person:
    """Who belongs to the committee."""

    name: str
    role: str | None = None
    party: str | None = None
    away: str | None = None
    """"absent" or "excused": from the whole meeting."""


@dataclass
class Block:
    """A section of a case."""

    role: str
    label: str
    text: str


@dataclass
class Earlier:
    """What another body, or an earlier meeting, decided."""

    body: str
    date: datetime.date
    text: str


@dataclass
class Item:
    """A point of the agenda."""

    number: str
    title: str
    case_number: str | None
    item_type: str | None
    open: bool
    blocks: list[Block]
    decision: Answer | None
    history: list[Earlier]
    attachments: list[str]
    absent: list[str]
    """Who was away from this item only."""
    proposal: str | None
    rest: Answer = field(default_factory=dict)
    """Fields that no style changes: who raised it, references."""


@dataclass
class Meeting:
    """A meeting as the answer tells it."""

    source: str
    kind: str
    municipality: str
    """This, the times and the place are "" where the answer does not say."""
    committee: str
    date: datetime.date
    start: str
    end: str
    place: str
    people: list[Person]
    items: list[Item]
    treated_order: list[str] | None
    numbers_matter: bool
    """Whether texts name items by number, so that these must stay."""

    @property
    def council(self) -> bool:
        """Whether the whole council met."""
        return bool(re.search(r"råd(?:et)?$|bestyrelsen?$", self.committee, re.IGNORECASE))


def printable(value: Any) -> Any:
    """A value with the characters that the standard fonts have, white space folded."""
    if isinstance(value, str):
        plain = value.replace("−", "-").replace("\u00ad", "").replace("→", "-").replace("≥", "mindst ")
        plain = plain.replace("\ufb01", "fi").replace("\ufb02", "fl").replace("\xa0", " ")
        return " ".join(plain.encode("cp1252", "ignore").decode("cp1252").split())
    if isinstance(value, list):
        return [printable(one) for one in value]
    if isinstance(value, dict):
        return {key: printable(one) for key, one in value.items()}
    return value


def meetings(path: Path) -> Iterator[Meeting]:
    """The meetings that an answer file tells of."""
    answer = printable(json.loads(path.read_text(encoding="utf-8")))
    source = path.parent.name if path.name == "gold.json" else path.name.removesuffix(".gold.json")
    found = [document for document in answer["documents"] if document["kind"] in {"minutes", "agenda"}]
    for place, document in enumerate(found, 1):
        if document.get("items") and document.get("date") and document.get("committee"):
            yield _meeting(source if len(found) == 1 else f"{source}-{place}", document)


def _meeting(source: str, document: Answer) -> Meeting:
    items = [_item(one) for one in document["items"]]
    people = [_person(one) for one in document.get("attendance", [])]
    for person in people:
        if not person.away and all(person.name in item.absent for item in items if item.decision):
            person.away = "absent"
    away = {person.name for person in people if person.away}
    for item in items:
        item.absent = [name for name in item.absent if name not in away]
    told = " ".join((item.decision or {}).get("text") or "" for item in items)
    order = document.get("treated_order")
    return Meeting(
        source,
        document["kind"],
        document.get("municipality") or "",
        document["committee"],
        datetime.date.fromisoformat(document["date"]),
        document.get("start_time") or "",
        document.get("end_time") or "",
        document.get("place") or "",
        people,
        items,
        order,
        bool(order)
        or bool(re.search(r"\b(?:punkt|pkt\.|sag)\s*(?:nr\. ?)?\d+\D{0,25}(?:behandles|udgår)", told, re.I)),
    )


def _person(one: Answer) -> Person:
    status = one.get("status")
    return Person(
        one["name"], one.get("role"), one.get("party"), status if status in {"absent", "excused"} else None
    )


def _item(one: Answer) -> Item:
    history = [
        Earlier(early["body"], datetime.date.fromisoformat(early["date"]), early["text"])
        for early in one.get("history") or []
        if early.get("body") and early.get("date") and early.get("text")
    ]
    blocks = []
    for section in one.get("sections") or []:
        label = section["label"]
        role = section.get("role") or ROLES.get(label.lower(), "other")
        earlier = role == "history" and (history or label.lower() == "beslutning")
        if role not in {"decision", "absent", "attachments", "type"} and not earlier and section["text"]:
            blocks.append(Block(role, label, section["text"]))
    proposal = one.get("proposal")
    if proposal and not any(proposal in block.text for block in blocks):
        blocks.append(Block("proposal", "Indstilling", proposal))
    return Item(
        str(one["number"] or ""),
        one["title"],
        one.get("case_number"),
        one.get("item_type"),
        one.get("open", True) is not False,
        blocks,
        one.get("decision"),
        history,
        [re.sub(r"^Bilag \d+: ", "", title) for title in one.get("attachments") or []],
        list(one.get("absent") or []),
        proposal,
        {key: one[key] for key in ("raised_by", "references") if key in one},
    )
