"""What people say about what was read: accepted, corrected, rejected, with who and when."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import TypeAdapter, ValidationError

from pipeline.archive.asking import Listed
from pipeline.archive.connection import Connection
from pipeline.archive.load import Archive, now
from pipeline.archive.looking import correctable_fields, look
from pipeline.archive.originals import Originals, find_original
from pipeline.archive.searched import search_anew
from pipeline.archive.shapes import DOCUMENT_SHAPES, Shape, id_range
from pipeline.archive.standing import answers
from pipeline.archive.twins import find_twins
from pipeline.archive.views import CORRECTABLE, apply_corrections
from pipeline.errors import NothingFound, OutputError, WrongCorrection
from pipeline.writing import write_whole
from schemas.base import Schema, described

Verdict = Literal["accept", "correct", "reject"]

UNSURE = 0.6
"""A field whose rule was less sure than this waits for a person; `unsure` tells how many there are."""


@dataclass(frozen=True)
class Waiting:
    """Something that a person should look at."""

    owner_id: str
    field: str
    """"finding" for a finding as a whole."""
    severity: str
    """"error", "warning", or "unsure" for a field that a rule was not sure of."""
    says: str
    file: str
    page: int | None
    code: str | None = None
    """What kind of doubt, of a finding."""
    sure: int | None = None
    """How sure a rule was of a field, in pct."""
    quote: str | None = None
    """The field's words as printed."""


def rule(
    archive: Archive,
    owner_id: str,
    field: str,
    verdict: Verdict,
    who: str,
    value: str | None = None,
    note: str | None = None,
) -> None:
    """Keep what a person says about a field or a finding.

    Args:
        archive: Open for writing.
        owner_id: The row.
        field: The field; "finding" for a finding as a whole.
        verdict: "accept", "correct" or "reject".
        who: The person.
        value: What a corrected field should be, in words: a number, a day, true or false; parts of a list are parted
            by semicolons.
        note: Why.

    Raises:
        NothingFound: There is no such row.
        WrongCorrection: The row has no such field, or the value cannot be one of it.
    """
    if not who.strip():
        raise WrongCorrection("nobody is named who says so; name a person with --who")
    with archive.transaction() as connection:
        seen = look(connection, owner_id)
        if seen.table == "findings":
            if field != "finding" or verdict == "correct":
                raise WrongCorrection(f"{owner_id}: a finding is accepted or rejected as a whole")
            read, meant = None, None
        else:
            read, meant = _field(
                seen.table, seen.id, field, {c.name: c.read for c in seen.cells}, verdict, value
            )
        connection.exec_driver_sql(
            "UPDATE corrections SET holds = 0, wins = 0 WHERE owner_id = ? AND field = ?", (owner_id, field)
        )
        wins = seen.table != "findings" and verdict != "accept"
        cells = (
            seen.table,
            owner_id,
            field,
            verdict,
            read,
            meant,
            wins,
            True,
            who.strip(),
            now(),
            note or None,
        )
        connection.exec_driver_sql(
            "INSERT INTO corrections (owner_table, owner_id, field, verdict, was_read, value, wins, holds, who, at, "
            "note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            cells,
        )
        source_id = owner_id.partition(".")[0]
        apply_corrections(connection, id_range(source_id))
        search_anew(connection, source_id)
        find_twins(connection)


def _field(
    table: str, own: str, field: str, read: dict[str, Any], verdict: Verdict, value: str | None
) -> tuple[str, str | None]:
    """What was read and what is meant, both as JSON."""
    fields = correctable_fields(table)
    if field not in fields:
        which = ", ".join(fields) or "none"
        raise WrongCorrection(f"{own}: {field} cannot be corrected; of {table} these can: {which}")
    was = json.dumps(read[field], ensure_ascii=False)
    if verdict != "correct":
        return was, "null"
    return was, json.dumps(meaning(table, field, value), ensure_ascii=False)


def meaning(table: str, field: str, value: str | None) -> Any:
    """What a typed value is in a field, as the record has it.

    Raises:
        WrongCorrection: It cannot be one.
    """
    typed: Any = None if value is None or value.strip() == "" else value.strip()
    noun = _NOUNS.get(table) or _NOUNS["meetings"]
    info = noun.model_fields.get(field)
    if info is None or info.annotation is None:
        return typed
    adapter: TypeAdapter[Any] = TypeAdapter(info.annotation)
    tries: list[Any] = [typed]
    if isinstance(typed, str) and not _is_text(adapter):
        number = typed.replace(".", "") if _THOUSANDS.fullmatch(typed) else typed
        tries = [number.replace(",", "."), typed, [part.strip() for part in typed.split(";")]]
    for one in tries:
        try:
            return json.loads(adapter.dump_json(adapter.validate_python(one)))
        except ValidationError:
            continue
    raise WrongCorrection(
        f"{value!r} is no {field.replace('_', ' ')}: {_what_can_be(noun, field, info.annotation)}"
    )


def _what_can_be(noun: type[Schema], field: str, annotation: Any) -> str:
    """What a field can hold, for who typed something else."""
    kinds = (annotation, *get_args(annotation))
    closed = [one for one in kinds if isinstance(one, type) and issubclass(one, StrEnum)]
    if words := [str(word) for one in closed for word in one] or [
        one for one in kinds if isinstance(one, str)
    ]:
        return f"it is one of {', '.join(words)}"
    told = described(noun).get(field) or "see `udvalgsarkiv schema`"
    return f"{told} Write it as 2016-09-28" if date in kinds else told


def _is_text(adapter: TypeAdapter[Any]) -> bool:
    """Whether a field takes any words, so that what was typed is what is meant."""
    try:
        adapter.validate_python("any words")
    except ValidationError:
        return False
    return True


_THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?")
"""A number as Danes write it, with points between the thousands: "1.250", "12.000,5"."""


def _nouns(shape: Shape) -> Iterator[tuple[str, type[Schema]]]:
    yield shape.table or "documents", shape.noun
    for _, child in shape.children:
        yield from _nouns(child)


_NOUNS: dict[str, type[Schema]] = {
    table: noun for shape in DOCUMENT_SHAPES.values() for table, noun in _nouns(shape)
}


_CORRECTABLE = " OR ".join(
    f"e.field IN ({', '.join(map(repr, fields))}) AND EXISTS (SELECT 1 FROM {table} WHERE id = e.owner_id)"
    for table, fields in CORRECTABLE.items()
)
"""The evidence of fields that a person can correct: others could never be settled."""


def waiting(connection: Connection, limit: int = 200) -> list[Waiting]:
    """What nobody has ruled on yet: findings that wait, then fields that a rule was not sure of."""
    rows = connection.exec_driver_sql(
        "SELECT finding_id, 'finding', severity, message, file, page, code FROM waiting_findings "
        "ORDER BY severity, file, page LIMIT ?",
        (limit,),
    ).all()
    found = [Waiting(*row) for row in rows]
    rows = connection.exec_driver_sql(
        "SELECT e.owner_id, e.field, e.confidence, e.quote, f.file, "
        "(SELECT page FROM places WHERE owner_id = e.owner_id LIMIT 1) FROM evidence e "
        "JOIN source_files f ON f.id = e.source_file_id "
        f"WHERE e.confidence < ? AND ({_CORRECTABLE}) AND NOT EXISTS (SELECT 1 FROM corrections c "
        "WHERE c.owner_id = e.owner_id AND c.field = e.field AND c.holds) ORDER BY e.confidence LIMIT ?",
        (UNSURE, max(0, limit - len(found))),
    ).all()
    for owner, field, sure, quote, file, page in rows:
        says = f"{field}, {100 * sure:.0f} pct. sure" + (f": {quote}" if quote else "")
        found.append(
            Waiting(owner, field, "unsure", says, file, page, sure=round(100 * sure), quote=quote or None)
        )
    return found


def reviews(connection: Connection) -> list[dict[str, Any]]:
    """What people have said and still holds, the newest first.

    Each row has `anew`: true where the file was read again and the field now reads otherwise than it did then.
    """
    rows = (
        connection.exec_driver_sql("SELECT * FROM corrections WHERE holds ORDER BY at DESC, id DESC")
        .mappings()
        .all()
    )
    told = []
    for row in map(dict, rows):
        row["anew"] = False
        if row["field"] != "finding":
            try:
                cells = {cell.name: cell.read for cell in look(connection, row["owner_id"]).cells}
                row["anew"] = json.dumps(cells.get(row["field"]), ensure_ascii=False) != row["was_read"]
            except NothingFound:
                row["anew"] = True
        told.append(row)
    return told


def list_waiting(archive: Archive) -> Listed:
    """What waits for a person, as rows."""
    columns = ("owner_id", "field", "severity", "says", "file", "page")
    with archive.transaction() as connection:
        return columns, [tuple(getattr(one, name) for name in columns) for one in waiting(connection)]


def list_reviews(archive: Archive) -> Listed:
    """What people have said and still holds, as rows."""
    columns = (
        "owner_id",
        "owner_table",
        "field",
        "verdict",
        "was_read",
        "value",
        "who",
        "at",
        "note",
        "anew",
    )
    with archive.transaction() as connection:
        return columns, [tuple(row[name] for name in columns) for row in reviews(connection)]


def write_answers(archive: Archive, folder: Path) -> int:
    """Write every reviewed file and its corrected record, as `evaluate` takes them.

    Returns:
        How many answers.

    Raises:
        NothingFound: Nothing was corrected.
        OutputError: The folder cannot be written.
    """
    store = Originals.beside(archive.path)
    written = 0
    with archive.transaction() as connection:
        for digest, answer in answers(connection):
            original = find_original(connection, store, digest)
            place = folder / digest[:16]
            try:
                place.mkdir(parents=True, exist_ok=True)
                if original:
                    shutil.copyfile(original, place / Path(answer["file"]).name)
                words = json.dumps(answer, ensure_ascii=False, indent=1)
                write_whole(place / "gold.json", words + "\n")
            except OSError as error:
                raise OutputError(
                    f"{place}: cannot be written ({error.strerror}); name another folder"
                ) from error
            written += 1
    if not written:
        raise NothingFound(f"{archive.path}: nobody has reviewed anything yet; see `udvalgsarkiv review`")
    return written
