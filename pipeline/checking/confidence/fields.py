"""The fields of a record that can be right or wrong, each with its path; empty ones too, for a value may be missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from schemas.base import Schema

Form = Mapping[str, Any]
"""Fields of an object: None for a plain value, a form for an object, a list with one form for a list of objects,
an empty list for a list of plain values."""

_VOTES: Form = {"for_": [], "against": [], "abstained": [], "counts": None}

_DECISION: Form = {
    "text": None,
    "outcome": None,
    "parts": [{"outcome": None, "text": None}],
    "body": None,
    "date": None,
    "votes": _VOTES,
    "dissent": None,
    "forwarded_to": [],
    "postponed_to": None,
}

_ITEM: Form = {
    "number": None,
    "title": None,
    "case_number": None,
    "item_type": None,
    "open": None,
    "sections": [{"label": None, "role": None, "text": None}],
    "proposal": None,
    "decision": _DECISION,
    "attachments": [],
    "absent": [],
    "raised_by": None,
    "references": [],
}

_MINUTES: Form = {
    "kind": None,
    "pages": None,
    "title": None,
    "municipality": None,
    "committee": None,
    "term": None,
    "date": None,
    "start_time": None,
    "end_time": None,
    "place": None,
    "items": [_ITEM],
    "attendance": [{"name": None, "role": None, "party": None, "status": None}],
    "treated_order": None,
}

_QUANTITY: Form = dict.fromkeys(
    ("value", "unit", "bound", "deadline", "baseline_value", "baseline_year", "change", "change_unit")
)

_PLAN: Form = {
    "kind": None,
    "pages": None,
    "title": None,
    "municipality": None,
    "year": None,
    "last_year": None,
    "status": None,
    "concerns_item": None,
    "minister_goals": [{"number": None, "title": None}],
    "targets": [
        {
            "number": None,
            "title": None,
            "minister_goal": None,
            "measures": [{"text": None, "quantities": [_QUANTITY]}],
            "actions": [],
        }
    ],
    "figures": [dict.fromkeys(("label", "value", "unit", "change", "change_pct"))],
    "sections": [{"title": None}],
}

_MEMO: Form = {
    "kind": None,
    "pages": None,
    "title": None,
    "municipality": None,
    "department": None,
    "concerns_item": None,
    "asked_by": None,
    "questions": [{"question": None, "answer": None}],
    "question_count": None,
    "recommendation": None,
}

_OTHER: Form = {"kind": None, "pages": None, "title": None, "municipality": None}

FORMS: Mapping[str, Form] = {
    "minutes": _MINUTES,
    "agenda": _MINUTES,
    "plan": _PLAN,
    "memo": _MEMO,
    "other": _OTHER,
}


@dataclass(slots=True)
class Field:
    """One field of a record, and what is known of how it was read."""

    path: str
    """JSON Pointer from the record's root; a list stands for the values that it may miss."""

    kind: str
    """What field it is, whatever its place: "minutes/items/*/title"."""

    value: Any
    """Its value; of a list the list."""

    rule: str = ""
    """What read it."""

    quote: str | None = None
    likeness: float | None = None
    layout: str | None = None
    doubts: list[str] = field(default_factory=list)
    """What speaks against it."""

    @property
    def empty(self) -> bool:
        """Whether nothing was read."""
        return self.value is None or self.value == "" or self.value == ()

    def doubt(self, *codes: str) -> None:
        """Note what speaks against it, each once."""
        self.doubts.extend(code for code in codes if code not in self.doubts)


class Fields(dict[str, Field]):
    """The fields of one document by their path from the document's root: "/items/2/title"."""

    def doubt(self, path: str, *codes: str) -> None:
        """Note what speaks against a field, where there is such a field."""
        found = self.get(path)
        if found is not None:
            found.doubt(*codes)

    def below(self, path: str) -> Iterator[Field]:
        """The fields of one object, those of its own objects among them."""
        return (one for name, one in self.items() if name.startswith(path))


def fields_of(document: Schema, root: str) -> Fields:
    """Every field of a document.

    Args:
        document: Minutes, a plan, a memo or another.
        root: Where it stands in the record: "/documents/0".
    """
    kind = str(getattr(document, "kind", "other"))
    family = "minutes" if kind == "agenda" else kind
    found = Fields()
    _walk(document, FORMS[kind], root, len(root), family, found)
    return found


def _walk(thing: Any, form: Form, path: str, root: int, what: str, found: Fields) -> None:
    """Enter every field of an object that stands at a path; the first `root` characters are the document's own."""
    for name, below in form.items():
        value = getattr(thing, name)
        key = name.rstrip("_")
        here, named = f"{path}/{key}", f"{what}/{key}"
        if below is None or value is None:
            found[here[root:]] = Field(here, named, value)
        elif isinstance(below, list):
            found[here[root:]] = Field(here, named, value)
            for number, one in enumerate(value):
                there = f"{here}/{number}"
                if below:
                    _walk(one, below[0], there, root, f"{named}/*", found)
                else:
                    found[there[root:]] = Field(there, f"{named}/*", one)
        else:
            _walk(value, below, here, root, named, found)
