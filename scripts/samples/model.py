"""The samples as data: what is typeset and what is the answer come from the same values."""

from dataclasses import dataclass, field
from typing import Any

from samples.markup import words

Json = dict[str, Any]

ROLES = {
    "summary": "Tema|Resumé|Resume|Sammendrag|Beslutningstema",
    "case": "Sagsbeskrivelse|Sagsfremstilling|Baggrund|Redegørelse|Supplerende sagsfremstilling|"
    "Beskrivelse af sagen|Ny supplerende sagsfremstilling",
    "proposal": "Administrationens forslag|Indstilling|Forvaltningens indstilling|Forvaltningen indstiller|"
    "Administrationens indstilling|Forslag",
    "economy": "Økonomi og finansiering|Økonomiske konsekvenser|Økonomi|Økonomi og personale",
    "legal": "Lovgrundlag|Retsgrundlag|Retligt grundlag|Lovgrundlag, planer mv.",
    "consequences": "Afledte konsekvenser|Andre konsekvenser|Personale|Miljø og sundhed|"
    "Konsekvenser for borgere og erhvervsliv",
    "consultation": "Dialog/høring|Høring|Inddragelse og høring|Kommunikation",
    "procedure": "Sagsprocedure|Sagsgang|Sagen afgøres i|Kompetence|Behandlingsplan|Tidsplan|"
    "Beslutningskompetence",
    "history": "Sagens forløb|Tidligere behandling|Historik",
    "attachments": "Bilag|Bilagsliste",
    "decision": "Beslutning|Beslutninger",
    "absent": "Fraværende|Afbud|Ikke til stede",
    "type": "Punkttype|Sagstype",
}
ROLE_OF = {label: role for role, labels in ROLES.items() for label in labels.split("|")}


@dataclass
class Votes:
    """Who voted which way, as printed."""

    yes: list[str] = field(default_factory=list)
    no: list[str] = field(default_factory=list)
    none: list[str] = field(default_factory=list)
    counts: tuple[int | None, int | None, int | None] | None = None

    def json(self) -> Json:
        counts = {}
        if self.counts:
            counts = {"counts": dict(zip(("for", "against", "abstained"), self.counts, strict=True))}
        return {"for": self.yes, "against": self.no, "abstained": self.none, **counts}


@dataclass
class Part:
    """One numbered part of a decision."""

    numbers: list[str]
    outcome: str
    text: str
    votes: Votes | None = None

    def json(self) -> Json:
        found: Json = {"numbers": self.numbers, "text": self.text, "outcome": self.outcome}
        return found | ({"votes": self.votes.json()} if self.votes else {})


@dataclass
class Decision:
    """What the meeting decided."""

    text: str
    outcome: str
    parts: list[Part] = field(default_factory=list)
    votes: Votes | None = None
    dissent: str | None = None
    forwarded: list[str] = field(default_factory=list)
    postponed: str | None = None
    body: str | None = None
    labelled: bool = True
    absent_line: str = ""
    """What is printed below the decision about who was away or stood in; no part of its text."""
    untold: tuple[str, ...] = ()
    """Fields that the answer leaves open, for careful readers could differ."""

    def json(self, body: str, date: str) -> Json:
        found = {
            "text": words(self.text),
            "outcome": self.outcome,
            "date": date,
            "body": self.body or body,
            "votes": self.votes.json() if self.votes else None,
            "dissent": self.dissent,
            "forwarded_to": self.forwarded,
            "postponed_to": self.postponed,
            "parts": [part.json() for part in self.parts],
        }
        return {k: v for k, v in found.items() if k not in self.untold}


@dataclass
class History:
    """What another body or an earlier meeting decided."""

    body: str
    date: str
    text: str
    printed: str = ""
    """The label as the page prints it."""

    def json(self) -> Json:
        return {"body": self.body, "date": self.date, "text": words(self.text)}


@dataclass
class Section:
    """A labelled part of an item; `text` None takes the decision's words."""

    label: str
    text: str
    role: str = ""
    printed: str = ""
    """The label as the page prints it, where the committee and date stand in it."""
    entries: list[tuple[str, str]] = field(default_factory=list)
    """A course of events: lines of date and body, each with its words."""
    history: list[History] = field(default_factory=list)
    """Those of them that are not this meeting's own."""
    told: bool = True
    """False for a label of nothing but body and date: the answer says its words as a decision only."""

    def json(self) -> Json:
        return {
            "label": self.label,
            "role": self.role or ROLE_OF.get(self.label, "other"),
            "text": words(self.text),
        }


@dataclass
class Item:
    """An item of the agenda."""

    number: str
    title: str
    sections: list[Section]
    decision: Decision | None = None
    case: str | None = None
    kind: str | None = None
    open: bool = True
    attachments: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    raised_by: str | None = None
    references: list[tuple[str, str, str | None]] = field(default_factory=list)
    history: list[History] = field(default_factory=list)
    untold: tuple[str, ...] = ()

    def json(self, body: str, date: str) -> Json:
        proposal = next((s for s in self.sections if s.json()["role"] == "proposal"), None)
        found = {
            "number": self.number,
            "title": self.title,
            "case_number": self.case,
            "item_type": self.kind,
            "open": self.open,
            "section_labels": [s.label for s in self.sections],
            "sections": [s.json() for s in self.sections if s.told],
            "proposal": (words(proposal.text) or None) if proposal else None,
            "decision": self.decision.json(body, date) if self.decision else None,
            "history": [h.json() for h in self.history]
            + [h.json() for s in self.sections for h in s.history],
            "attachments": self.attachments,
            "absent": self.absent,
            "raised_by": self.raised_by,
            "references": [{"kind": k, "text": t, "date": d} for k, t, d in self.references],
        }
        return {k: v for k, v in found.items() if k not in self.untold}


@dataclass
class Person:
    """Somebody in a meeting."""

    name: str
    party: str | None = None
    role: str | None = None
    status: str = "present"

    def json(self) -> Json:
        """A party that the list does not print is left open: a decision may print it."""
        found = {"name": self.name, "role": self.role, "party": self.party, "status": self.status}
        return {k: v for k, v in found.items() if k != "party" or v}

    def lettered(self) -> str:
        return f"{self.name} ({self.party})"


@dataclass
class Minutes:
    """A meeting."""

    municipality: str
    committee: str
    date: str
    items: list[Item]
    people: list[Person]
    term: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    title: str | None = None
    order: list[str] | None = None
    kind: str = "minutes"
    without: tuple[str, ...] = ()
    """Fields that the answer leaves open, for a careful reader could not tell."""

    def json(self) -> Json:
        found = {
            "kind": self.kind,
            "title": self.title,
            "municipality": self.municipality,
            "committee": self.committee,
            "term": self.term,
            "date": self.date,
            "start_time": self.start,
            "end_time": self.end,
            "place": self.place,
            "treated_order": self.order,
            "items": [item.json(self.committee, self.date) for item in self.items],
            "attendance": [person.json() for person in self.people],
        }
        if found["title"] is None:
            del found["title"]
        return {k: v for k, v in found.items() if k not in self.without}


@dataclass
class Memo:
    """A memo: an introduction, then questions with answers or running text."""

    municipality: str
    department: str
    title: str
    date_line: str
    intro: str
    questions: list[tuple[str, str, str]]
    """Number, question, answer (marked up)."""
    asked_by: str | None = None
    concerns: str | None = None
    recommendation: str | None = None
    closing: str = ""

    def json(self) -> Json:
        return {
            "kind": "memo",
            "municipality": self.municipality,
            "department": self.department,
            "title": self.title,
            "concerns_item": self.concerns,
            "asked_by": self.asked_by,
            "question_count": len(self.questions),
            "questions": [
                {"number": n, "question": words(q), "answer": words(a)} for n, q, a in self.questions
            ],
            "recommendation": self.recommendation,
        }
