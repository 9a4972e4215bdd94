"""Proposals that stand in running text: who proposes is told in plain type, under no label."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.danish.labels import Label
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.sections import PROSE, Passage, paragraphs_of
from schemas.vocabulary import Role

WHO_PROPOSES = Pattern(
    "who-proposes",
    r"^[A-ZÆØÅ][\w.,&/ -]{2,90}\s(?:indstiller|foreslår|anbefaler)(?:\s+(?:til|over\s*for)\s+[^,:.]{3,60})?\s*[,:]$",
    matches=["Direktionen indstiller til byrådet,", "Børn og Unge foreslår:"],
    not_matches=["Direktionen indstiller, at planen godkendes", "direktionen indstiller:"],
    flags=re.NOFLAG,
)
"""Alone in a row: who proposes what the next rows say."""

PROPOSED = re.compile(r"^(?:at\b|\d{1,2}[.)])")
"""How a paragraph begins that says what is proposed."""


def with_proposals(passages: Sequence[Passage]) -> list[Passage]:
    """An item's passages, where none is its proposal with that parted from the running text around it."""
    if any(passage.role is Role.proposal for passage in passages):
        return list(passages)
    found = [part for passage in passages for part in _parted(passage)]
    if any(passage.role is Role.proposal for passage in found):
        return found
    decided = any(passage.role is Role.decision for passage in found)
    return [part for passage in found for part in (_of_lead(passage) if decided else (passage,))]


OFFICER_PROPOSES = Pattern(
    "officer-proposes",
    r"^(?:Indstilling(?:\s+om)?,?\s+at\b|Det\s+(?:indstilles|foreslås|anbefales),?\s+at\b)"
    r"|^(?!.{0,80}(?i:udvalget|rådet|bestyrelsen)\s+indstiller)[A-ZÆØÅ][\w.,&/ -]{2,90}\sindstiller\b"
    r"(?:\s+(?:til|over\s*for)\s+[^:.]{3,90}?)?,?\s+at\b",
    matches=[
        "Teknik og Miljø indstiller, at planen sendes i høring.",
        "Direktionen indstiller til Byrådet, at sagen udsættes",
        "Indstilling om, at planen godkendes",
        "Det indstilles, at sagen udsættes",
    ],
    not_matches=["Byrådet indstiller, at planen godkendes", "Udvalget indstiller, at sagen udsættes"],
    flags=re.NOFLAG,
)
"""A paragraph that proposes; a body's words are what it decided."""


def _of_lead(passage: Passage) -> Iterator[Passage]:
    """Text under a heading without a label, parted where a paragraph proposes; those behind may go on with "at"."""
    paragraphs = paragraphs_of(passage) if passage.label is None and passage.rows and not passage.rest else []
    first = next((n for n, one in enumerate(paragraphs) if OFFICER_PROPOSES.match(one.text)), None)
    if first is None:
        yield passage
        return
    behind = paragraphs[first + 1 :]
    own = next((n for n, one in enumerate(behind) if not PROPOSED.match(one.text)), len(behind))
    start = sum(len(one.rows) for one in paragraphs[:first])
    end = start + sum(len(one.rows) for one in paragraphs[first : first + 1 + own])
    if start:
        yield replace(passage, rows=passage.rows[:start])
    label = Label("", Role.proposal, 100.0, True)
    yield Passage(label, [], "", passage.rows[start:end], passage.typography)
    if end < len(passage.rows):
        yield replace(passage, rows=passage.rows[end:])


def _parted(passage: Passage) -> Iterator[Passage]:
    rows = passage.rows
    start = next((place for place, row in enumerate(rows) if WHO_PROPOSES.match(row.text)), None)
    if start is None or (passage.label is not None and passage.role not in PROSE):
        yield passage
        return
    behind = paragraphs_of(replace(passage, rest="", rows=rows[start + 1 :]))
    own = next((n for n, one in enumerate(behind) if not PROPOSED.match(one.text)), len(behind))
    if not own:
        yield passage
        return
    end = start + 1 + sum(len(one.rows) for one in behind[:own])
    if passage.label is not None or start:
        yield replace(passage, rows=rows[:start])
    label = Label(rows[start].text.rstrip(" ,:"), Role.proposal, 100.0, True)
    yield Passage(label, [rows[start]], "", rows[start + 1 : end], passage.typography)
    if end < len(rows):
        yield Passage(None, rows=rows[end:], typography=passage.typography)
