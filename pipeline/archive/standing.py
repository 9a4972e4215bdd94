"""A file's record as it stands after corrections: as answers, as JSON, and for a person to read."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from pipeline.archive.connection import Connection
from pipeline.archive.flatten import pointers_of
from pipeline.archive.load import Archive
from pipeline.archive.pointing import value_at, with_fields
from pipeline.archive.shapes import id_range
from pipeline.archive.unflatten import plan_of, record_of
from pipeline.errors import NothingFound
from schemas.base import Schema
from schemas.plan import Plan
from schemas.record import Record


@dataclass(frozen=True)
class Ruling:
    """What a person said about a field of a record or about a finding, and still holds."""

    path: str
    """JSON Pointer to the value in the record: "/documents/0/items/2/decision"."""
    field: str
    """One of its fields; "finding" for a finding as a whole."""
    verdict: str
    """"accept", "correct" or "reject"."""
    was: Any
    """What had been read; null for a finding."""
    value: Any
    """What it is now; null where it was rejected."""
    who: str
    at: str
    """UTC, to the second."""
    note: str | None


def answers(connection: Connection) -> Iterator[tuple[str, dict[str, Any]]]:
    """Corrected records as answers for `evaluate`: the SHA-256 of each reviewed file, and its answer."""
    files = connection.exec_driver_sql(
        "SELECT DISTINCT f.id, f.sha256, f.file FROM corrections c JOIN source_files f ON c.owner_id > f.id || '.' "
        "AND c.owner_id < f.id || '/' WHERE c.holds AND f.status = 'loaded' ORDER BY f.file, f.id"
    ).all()
    for source_id, digest, file in files:
        corrected = _corrected(connection, source_id)
        if corrected:
            documents, people = corrected
            about = {"checked_by": people, "checked_on": date.today().isoformat()}
            yield digest, {"file": file, **about, "documents": documents}


def corrected_document(archive: Archive, own: str) -> dict[str, Any]:
    """One document as the record has it, with what people corrected.

    Raises:
        NothingFound: The archive has no such document.
    """
    with archive.transaction() as connection:
        found = connection.exec_driver_sql(
            "SELECT source_file_id, ord FROM documents WHERE id = ?", (own,)
        ).first()
        corrected = _corrected(connection, found.source_file_id) if found else None
    if found is None or corrected is None:
        raise NothingFound(f"{own}: the archive has no such document; see `udvalgsarkiv list`")
    document: dict[str, Any] = corrected[0][found.ord]
    return document


def corrected_record(
    archive: Archive, digest: str, own: str | None = None
) -> tuple[Record, list[Ruling], str | None]:
    """A file's record for a person: corrected, with marks in the place of private passages.

    Args:
        archive: Where it is.
        digest: The SHA-256 of the file.
        own: The id of a row of it.

    Returns:
        The record, what people said about it, and the JSON Pointer of the row. A field that was rejected is None, also
        where the record's form wants a value.

    Raises:
        NothingFound: The archive holds no record of it, or no such row.
    """
    with archive.transaction() as connection:
        query = "SELECT id FROM source_files WHERE sha256 = ?"
        source_id = connection.exec_driver_sql(query, (digest,)).scalar()
        record = record_of(connection, source_id) if source_id else None
        if record is None:
            raise NothingFound(f"{digest}: the archive holds no record of this file")
        pointers = _pointers(connection, record, str(source_id))
        rulings = _rulings(connection, record, str(source_id), pointers)
    if own is not None and own not in pointers:
        raise NothingFound(f"{own}: the archive has no such row, or none that can be shown by itself")
    for one in rulings:
        if _wins(one):
            value = _typed(value_at(record, one.path), one.field, one.value)
            record = with_fields(record, one.path, {one.field: value})
    return record, rulings, pointers[own] if own else None


def corrected_plan(connection: Connection, own: str, source_id: str, place: int) -> tuple[Plan, list[Ruling]]:
    """A plan as people corrected it, with marks in the place of private passages.

    Args:
        connection: To the archive.
        own: The document's id.
        source_id: The file's id.
        place: Which document of its file, counted from 0.

    Returns:
        The plan, and what was corrected in it, with pointers from the plan. A field that was rejected is None, also
        where the plan's form wants a value.
    """
    query = "SELECT 1 FROM corrections WHERE wins AND owner_id >= ? AND owner_id < ? || '/' LIMIT 1"
    record = (
        record_of(connection, source_id) if connection.exec_driver_sql(query, (own, own)).scalar() else None
    )
    if record is None:
        return plan_of(connection, source_id, place), []
    here = f"/documents/{place}"
    told = [one for one in _rulings(connection, record, source_id) if _wins(one) and _within(one.path, here)]
    plan: Plan = record.documents[place]  # type: ignore[assignment]
    for one in told:
        pointer = one.path.removeprefix(here)
        value = _typed(value_at(plan, pointer) if pointer else plan, one.field, one.value)
        plan = (
            with_fields(plan, pointer, {one.field: value})
            if pointer
            else plan.model_copy(update={one.field: value})
        )
    return plan, [replace(one, path=one.path.removeprefix(here)) for one in told]


def _within(path: str, here: str) -> bool:
    return path == here or path.startswith(f"{here}/")


def corrected_json(record: Record, rulings: Sequence[Ruling]) -> dict[str, Any]:
    """A record as JSON has it, with what people corrected."""
    whole: dict[str, Any] = json.loads(record.model_dump_json(by_alias=True))
    for one in rulings:
        if _wins(one):
            value_at(whole, one.path)[one.field] = one.value
    return whole


def _corrected(connection: Connection, source_id: str) -> tuple[list[dict[str, Any]], list[str]] | None:
    """A file's documents with what people corrected, and who did; None where the archive holds no record of it."""
    record = record_of(connection, source_id)
    if record is None:
        return None
    rulings = _rulings(connection, record, source_id)
    return corrected_json(record, rulings)["documents"], sorted({one.who for one in rulings})


def _pointers(connection: Connection, record: Record, source_id: str) -> dict[str, str]:
    """Where the value of each row stands in a file's record: JSON Pointers by id."""
    findings = connection.exec_driver_sql(
        "SELECT id FROM findings WHERE source_file_id = ? ORDER BY ord", (source_id,)
    )
    told = {own: f"/findings/{n}" for n, (own,) in enumerate(findings)}
    return pointers_of(record, source_id) | told


def _rulings(
    connection: Connection, record: Record, source_id: str, pointers: dict[str, str] | None = None
) -> list[Ruling]:
    pointers = _pointers(connection, record, source_id) if pointers is None else pointers
    rows = connection.exec_driver_sql(
        "SELECT owner_id, field, verdict, was_read, value, who, at, note FROM corrections "
        "WHERE holds AND owner_id >= ? AND owner_id < ? ORDER BY id",
        id_range(source_id),
    )
    return [
        Ruling(
            path=pointers[row.owner_id],
            field=row.field,
            verdict=row.verdict,
            was=_of_json(row.was_read),
            value=_of_json(row.value),
            who=row.who,
            at=row.at,
            note=row.note,
        )
        for row in rows
        if row.owner_id in pointers
    ]


def _of_json(cell: str | None) -> Any:
    return None if cell is None else json.loads(cell)


def _wins(ruling: Ruling) -> bool:
    return ruling.field != "finding" and ruling.verdict != "accept"


def _typed(owner: Schema, field: str, new: Any) -> Any:
    """A value of JSON as a field holds it."""
    annotation: Any = type(owner).model_fields[field].annotation
    try:
        return TypeAdapter(annotation).validate_python(new)
    except ValidationError:
        return new
