"""What an item refers to: meetings, laws and documents."""

from collections.abc import Iterator, Sequence
from datetime import date as Date

from pipeline.danish.references import find_references
from pipeline.documents.minutes.sections import Passage
from pipeline.reading import lines_with, places_of
from schemas.minutes import Reference
from schemas.vocabulary import ReferenceKind, Role


def _named_once(text: str) -> str:
    """A reference's words without what inflection changes: "Planlovens" is "planloven"."""
    folded = text.lower()
    return folded[:-1] if folded.endswith("lovens") else folded


def references_of(passages: Sequence[Passage], meeting: Date | None) -> Iterator[Reference]:
    """What an item's passages refer to, each once; its own meeting is none.

    Args:
        passages: The item's.
        meeting: The day of the meeting.
    """
    seen: set[tuple[str, str, Date | None]] = set()
    for passage in passages:
        if passage.role in (Role.attachments, Role.absent, Role.type):
            continue
        for found in find_references(passage.text):
            key = (str(found.kind), _named_once(found.text), found.date)
            if key in seen or (found.kind == "meeting" and found.date == meeting and meeting is not None):
                continue
            seen.add(key)
            yield Reference(
                kind=ReferenceKind(found.kind),
                text=found.text,
                date=found.date,
                at=places_of(lines_with(passage.lines, found.text)),
            )
