"""A record into rows: made in the reading process, so that the one writer only has to put them in."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from pipeline.archive import shapes
from pipeline.archive.pointing import value_at, with_fields
from pipeline.archive.searchable import SEARCH_COLUMNS, search_cells
from pipeline.archive.shapes import DOCUMENT_SHAPES, OPTIONS, Shape, digest_of, file_id, keys_of, person_id
from pipeline.archive.taken_out import TakenOut
from pipeline.danish.masking import masked
from schemas.base import Schema
from schemas.minutes import Decision, Item, Votes
from schemas.place import Places
from schemas.record import Record

Cell = str | int | float | None
"""What SQLite can hold."""

Cells = tuple[Cell, ...]

_BOX = ("x0", "top", "x1", "bottom")

COLUMNS: dict[str, tuple[str, ...]] = {
    "documents": shapes.DOCUMENT_COLUMNS,
    "people": ("id", "municipality", "name"),
}
"""The columns of each table that a record's rows go into, in the order of their cells; parents before children."""


def _add_columns(shape: Shape) -> None:
    if shape.table:
        extra = ("person_id",) if shape is shapes.ATTENDANCE else ()
        COLUMNS.setdefault(shape.table, shape.columns + extra)
    for _, child in shape.children:
        _add_columns(child)


for _shape in DOCUMENT_SHAPES.values():
    _add_columns(_shape)
_add_columns(shapes.STATED)

COLUMNS |= {
    "vote_events": (
        "id",
        "decision_id",
        "part_id",
        "counted",
        "count_for",
        "count_against",
        "count_abstained",
    ),
    "votes": ("vote_event_id", "option", "ord", "voter"),
    "attachments": ("id", "item_id", "ord", "title", "placed"),
    "absences": ("id", "item_id", "ord", "name", "person_id"),
    "scanned_pages": ("source_file_id", "page", "how", "words", "confidence", "turned", "skew"),
    "findings": ("id", "source_file_id", "document_id", "ord", "code", "severity", "message"),
    "search_texts": SEARCH_COLUMNS,
    "evidence": (
        "owner_id",
        "ord",
        "source_file_id",
        "field",
        "path",
        "rule",
        "quote",
        "layout",
        "model",
        "likeness",
        "confidence",
        "doubts",
    ),
    "unread_pages": ("source_file_id", "page"),
    "private_passages": ("source_file_id", "ord", "kind", "text", "told"),
    "places": ("owner_id", "field", "ord", "owner_table", "source_file_id", "page", *_BOX),
}


@dataclass(frozen=True)
class Rows:
    """A record as rows, ready to go in."""

    source: dict[str, Cell]
    """The cells of its row in `source_files` that come from the reading."""
    tables: dict[str, list[Cells]]
    """Rows by table, cells in the order of `COLUMNS`."""
    documents: int = 0
    """How many documents it has."""
    pages: int = 0
    """How many pages."""
    doubts: Counter[str] = field(default_factory=Counter)
    """How many findings of each severity."""
    taken_out: TakenOut | None = None
    """What no longer stands in it."""


def flatten(record: Record, source_id: str | None = None) -> Rows:
    """Turn a record into the rows that hold it, its private passages apart and marks in their place.

    Args:
        record: As read.
        source_id: The file's id, where its original is no longer the one by which it was named.
    """
    told = len(record.private)
    record, passages = masked(record)
    flat = _Flat(source_id or file_id(record.source.sha256))
    flat.tables["private_passages"] = [
        (flat.source_id, n, one.kind.value, one.text, int(n < told)) for n, one in enumerate(passages)
    ]
    flat.documents(record)
    if record.stated is not None:
        flat.one(shapes.STATED, record.stated, f"{flat.source_id}.site", flat.source_id, "/stated")
    flat.scans(record)
    flat.findings(record)
    flat.evidence(record)
    flat.unread_pages(record.source.pages)
    coverage, reader = record.coverage, record.reader
    source: dict[str, Cell] = {
        "id": flat.source_id,
        "sha256": record.source.sha256,
        "file": record.source.file,
        "bytes": record.source.bytes,
        "pages": record.source.pages,
        "text_layer": record.source.text_layer.value,
        "stated_sha256": record.source.stated_sha256,
        "reader_version": reader.version,
        "reader_model": reader.model,
        "reader_engine": reader.engine,
        "schema_version": reader.schema_version,
        "coverage_words": coverage.words if coverage else None,
        "coverage_furniture": coverage.furniture if coverage else None,
        "coverage_unread": coverage.unread if coverage else None,
        "furniture": _cell(record.furniture),
    }
    return Rows(
        source,
        dict(flat.tables),
        documents=len(record.documents),
        pages=record.source.pages,
        doubts=Counter(finding.severity.value for finding in record.findings),
    )


def search_rows(record: Record, source_id: str, corrections: Mapping[str, Mapping[str, Any]]) -> list[Cells]:
    """The rows of `search_texts` of a record, in the words that people corrected where they did.

    Args:
        record: As it was read, private passages hidden.
        source_id: The file's id.
        corrections: The fields that a person corrected, by the ids of rows.
    """
    flat = _Flat(source_id)
    if corrections:
        pointers = pointers_of(record, source_id)
        flat.shown = record
        for own in corrections.keys() & pointers.keys():
            flat.shown = with_fields(flat.shown, pointers[own], corrections[own])
    flat.documents(record)
    return flat.tables["search_texts"]


def pointers_of(record: Record, source_id: str) -> dict[str, str]:
    """Where the value of each row stands in a record of a file: JSON Pointers by id."""
    flat = _Flat(source_id)
    flat.documents(record)
    return {own: pointer for pointer, own in flat.owners.items()}


_NOT_READ = ("documents", "meetings", "plans", "memos", "findings")
"""Tables whose places tell nothing of what was read on a page: a whole document's boxes, and doubts."""


class _Flat:
    """The rows of one record as they are made."""

    def __init__(self, source_id: str) -> None:
        self.source_id = source_id
        self.tables: defaultdict[str, list[Cells]] = defaultdict(list)
        self.owners: dict[str, str] = {}
        """Ids by the JSON Pointer of what they stand for."""
        self.people: set[str] = set()
        self.municipality: str | None = None
        self.document_id = ""
        self.shown: Record | None = None
        """The record whose words search has, where that is another: corrected."""

    def documents(self, record: Record) -> None:
        seen: Counter[int] = Counter()
        for n, document in enumerate(record.documents):
            first, last = document.pages
            seen[first] += 1
            again = "" if seen[first] == 1 else f"_{seen[first]}"
            own = f"{self.source_id}.p{first}{again}"
            self.municipality, self.document_id = document.municipality, own
            common = (own, self.source_id, n, document.kind, first, last, document.title, self.municipality)
            self.tables["documents"].append(common)
            self.one(DOCUMENT_SHAPES[document.kind], document, own, own, f"/documents/{n}")

    def scans(self, record: Record) -> None:
        for scan in record.scans:
            told = (scan.page, scan.how.value, scan.words, scan.confidence, scan.turned, scan.skew)
            self.tables["scanned_pages"].append((self.source_id, *told))

    def one(self, shape: Shape, value: Schema, own: str, parent: str, pointer: str, ord: int = 0) -> None:
        """The row of one value, then those of its children."""
        head: tuple[Cell, ...] = (own,) if shape.parent == "id" else (own, parent)
        if not (shape.single or shape.parent == "id"):
            head += (ord,)
        cells = head + tuple(_cell(getattr(value, name)) for name in shape.fields)
        if shape is shapes.ATTENDANCE:
            cells += (self.person(str(getattr(value, "name"))),)  # noqa: B009
        if shape.table:
            self.tables[shape.table].append(cells)
        self.owners[pointer] = own
        shown = value if self.shown is None else value_at(self.shown, pointer)
        if cells_of_search := search_cells(shown):
            owner = (own, shape.table, self.source_id, self.document_id)
            self.tables["search_texts"].append(owner + cells_of_search)
        for name in shape.places:
            self.places(shape.table or "documents", own, name, getattr(value, name))
        for name, child in shape.children:
            self.children(child, getattr(value, name), own, f"{pointer}/{name}")
        if isinstance(value, Item):
            self.item_names(value, own, pointer)
        elif isinstance(value, Decision):
            self.decision_votes(value, own)

    def unread_pages(self, pages: int) -> None:
        """The pages on which nothing stands that was read; asked for last."""
        tables = (COLUMNS["places"].index(name) for name in ("owner_table", "page"))
        table, page = tables
        read = {cells[page] for cells in self.tables["places"] if cells[table] not in _NOT_READ}
        unread = [(self.source_id, one) for one in range(1, pages + 1) if one not in read]
        if unread:
            self.tables["unread_pages"] = list(unread)

    def children(self, shape: Shape, values: Any, parent: str, pointer: str) -> None:
        """The rows of a field's values."""
        if shape.single:
            if values is not None:
                self.one(shape, values, f"{parent}.{shape.mark}", parent, pointer)
            return
        for n, (value, key) in enumerate(zip(values, keys_of(shape, values), strict=True)):
            self.one(shape, value, f"{parent}.{shape.mark}{key}", parent, f"{pointer}/{n}", n)

    def item_names(self, item: Item, own: str, pointer: str) -> None:
        """An item's attachments and absent people, which are plain words in the record."""
        for n, title in enumerate(item.attachments):
            attachment, placed = f"{own}.b{n + 1}", n < len(item.attachments_at)
            self.tables["attachments"].append((attachment, own, n, title, int(placed)))
            self.owners[f"{pointer}/attachments/{n}"] = attachment
            if placed:
                self.places("attachments", attachment, "at", item.attachments_at[n])
        for n, name in enumerate(item.absent):
            self.tables["absences"].append((f"{own}.f{n + 1}", own, n, name, self.person(name)))

    def decision_votes(self, decision: Decision, own: str) -> None:
        """The votes on a decision and on its parts."""
        self.votes(decision.votes, f"{own}.v", own, None)
        keys = keys_of(shapes.PART, decision.parts)
        for part, key in zip(decision.parts, keys, strict=True):
            self.votes(part.votes, f"{own}.n{key}.v", own, f"{own}.n{key}")

    def votes(self, votes: Votes | None, event: str, decision: str, part: str | None) -> None:
        if votes is None:
            return
        counts = votes.counts
        numbers = (counts.for_, counts.against, counts.abstained) if counts else (None, None, None)
        self.tables["vote_events"].append((event, decision, part, int(counts is not None), *numbers))
        for option, name in OPTIONS:
            voters: tuple[str, ...] = getattr(votes, name)
            self.tables["votes"] += [(event, option, n, voter) for n, voter in enumerate(voters)]

    def person(self, name: str) -> str:
        own = person_id(self.municipality, name)
        if own not in self.people:
            self.people.add(own)
            self.tables["people"].append((own, self.municipality, name))
        return own

    def places(self, table: str, owner: str, name: str, places: Places) -> None:
        source_id = self.source_id
        self.tables["places"] += [
            (owner, name, n, table, source_id, place.page, *place.bbox) for n, place in enumerate(places)
        ]

    def findings(self, record: Record) -> None:
        seen: Counter[str] = Counter()
        for n, finding in enumerate(record.findings):
            name = digest_of(finding.code.value, finding.message)
            seen[name] += 1
            own = f"{self.source_id}.w{name}" + ("" if seen[name] == 1 else f"_{seen[name]}")
            document = self.document_on(record, finding.at)
            self.tables["findings"].append(
                (
                    own,
                    self.source_id,
                    document,
                    n,
                    finding.code.value,
                    finding.severity.value,
                    finding.message,
                )
            )
            self.owners[f"/findings/{n}"] = own
            self.places("findings", own, "at", finding.at)

    def document_on(self, record: Record, at: Places) -> str | None:
        """The document on whose pages a finding stands."""
        if not at:
            return self.owners.get("/documents/0") if len(record.documents) == 1 else None
        number = record.document_on(at[0].page)
        return None if number is None else self.owners[f"/documents/{number}"]

    def evidence(self, record: Record) -> None:
        fields: dict[str, tuple[str | None, str | None]] = {}
        for n, e in enumerate(record.evidence):
            way, _, last = e.path.rpartition("/")
            if e.path in self.owners:
                owner, name = self.owner_of(e.path)
            else:
                if way not in fields:
                    fields[way] = self.owner_of(way)
                owner, above = fields[way]
                name = (f"{above}/{last}" if above else last) if owner else None
            self.tables["evidence"].append(
                (
                    owner or self.source_id,
                    n,
                    self.source_id,
                    name,
                    e.path,
                    e.rule,
                    e.quote,
                    e.layout,
                    e.model,
                    e.likeness,
                    e.confidence,
                    json.dumps(e.doubts) if e.doubts else "[]",
                )
            )

    def owner_of(self, path: str) -> tuple[str | None, str | None]:
        """The row and the field that a JSON Pointer means."""
        rest: list[str] = []
        while path:
            if path in self.owners:
                return self.owners[path], "/".join(reversed(rest)) or None
            path, _, last = path.rpartition("/")
            rest.append(last)
        return None, None


def _cell(value: object) -> Cell:
    """A field's value as SQLite holds it."""
    if value is None or type(value) in (str, int, float):
        return value  # type: ignore[return-value]
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Sequence):
        return _JSON(list(value)) if value else "[]"
    return str(value)


_JSON = json.JSONEncoder(ensure_ascii=False).encode
