"""Words taken out of an archive for good: out of records, search, logs, corrections and originals, with a trace."""

import json
import os
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from pipeline.archive.connection import Connection
from pipeline.archive.fingerprint import Key, Trace
from pipeline.archive.flatten import COLUMNS, Rows, flatten
from pipeline.archive.load import Archive, now
from pipeline.archive.originals import Originals
from pipeline.archive.shapes import file_id
from pipeline.archive.taken_out import TakenOut
from pipeline.archive.twins import find_twins
from pipeline.archive.unflatten import record_of
from pipeline.danish.masking import LEAST, folded, pattern_of, squeezed, with_words
from pipeline.errors import ArchiveError, Unsound
from schemas.place import Box, Place
from schemas.record import Finding, Record

GONE = "▮▮▮"
"""What stands where words were taken out."""


@dataclass(frozen=True)
class Anew:
    """An original without the words."""

    content: bytes
    boxes: tuple[tuple[int, Box], ...]
    """Page and box of each word that was taken out."""


@dataclass(frozen=True)
class Reason:
    """Who has words taken out, and why."""

    who: str
    why: str


def files_with(connection: Connection, pattern: re.Pattern[str]) -> set[str]:
    """The ids of the files whose records hold words, private passages included."""
    driver = connection.raw
    driver.create_function("holds", 1, lambda text: pattern.search(text) is not None, deterministic=True)
    found: set[str] = set()
    for table, key, names in _texts(connection):
        where = " OR ".join(f"({name} IS NOT NULL AND holds({name}))" for name in names)
        if table in COLUMNS or table == "source_files":
            query = f"SELECT substr({key}, 1, 16) FROM {table} WHERE {where}"
            found.update(one for (one,) in connection.exec_driver_sql(query))
    with_private = connection.exec_driver_sql("SELECT DISTINCT source_file_id FROM private_passages").all()
    for (source_id,) in with_private:
        record = record_of(connection, source_id, hidden=False) if source_id not in found else None
        if record and pattern.search(record.model_dump_json() + " ".join(one.text for one in record.private)):
            found.add(source_id)
    known = {one for (one,) in connection.exec_driver_sql("SELECT id FROM source_files")}
    return found & known


def without(record: Record, pattern: re.Pattern[str], anew: Anew | None) -> Record:
    """A record without words: what told of them alone is gone too."""

    def change(text: str) -> str:
        return pattern.sub(GONE, text)

    private = tuple(one.model_copy(update={"text": change(one.text)}) for one in record.private)
    boxes = anew.boxes if anew else ()
    kept = tuple(one for one in record.findings if not (one.code.value == "privacy" and _covered(one, boxes)))
    changed = with_words(record, change)
    told = tuple(new for old, new in zip(record.findings, changed.findings, strict=True) if old in kept)
    return changed.model_copy(update={"private": private, "findings": told})


def redact_file(
    archive: Archive,
    source_id: str,
    pattern: re.Pattern[str],
    anew: Anew | None,
    traces: Mapping[str, Trace],
    reason: Reason,
) -> None:
    """Take words out of one file: its record, and where there is one its original.

    Raises:
        ArchiveError: The archive refused; then all is as it was.
    """
    store = Originals.beside(archive.path)
    with archive.together(), archive.transaction() as connection:
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
        was = connection.exec_driver_sql(
            "SELECT sha256 FROM source_files WHERE id = ?", (source_id,)
        ).scalar()
        digest = str(was)
        record = record_of(connection, source_id, hidden=False)
        if record is not None:
            changed = without(record, pattern, anew)
            if anew:
                digest = store.keep_bytes(anew.content)
                source = changed.source.model_copy(update={"sha256": digest, "bytes": len(anew.content)})
                changed = changed.model_copy(update={"source": source})
            archive.load(flatten(changed, source_id), reread=True)
            find_twins(connection)  # loading anew took out what was found
        said = record.model_dump_json() + " ".join(one.text for one in record.private) if record else ""
        stood = " ".join(folded(match.group()) for match in pattern.finditer(said))
        here = [one for words, one in traces.items() if folded(words) in stood]
        pages = {page for page, _ in anew.boxes} if anew else set()
        note(connection, source_id, str(was), digest, list(pages), here or list(traces.values()), reason)
        connection.exec_driver_sql("DELETE FROM source_names WHERE source_file_id = ?", (source_id,))


def note(
    connection: Connection,
    source_id: str,
    was: str,
    digest: str,
    pages: Sequence[int],
    traces: Sequence[Trace],
    reason: Reason,
) -> None:
    """Keep who took what kind of words out of a file, and never which."""
    connection.exec_driver_sql(
        "INSERT INTO redactions (source_file_id, was_sha256, now_sha256, pages, at, who, why, letters, mark, sieve) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                source_id,
                was,
                digest or was,
                json.dumps(sorted(pages)),
                now(),
                reason.who,
                reason.why,
                one.letters,
                one.mark,
                one.sieve,
            )
            for one in traces
        ],
    )


def taken_out_rows(record: Record, digest: str, anew: Anew | None) -> Rows:
    """The rows of a record that is not loaded yet, without its private passages.

    Args:
        record: As read.
        digest: SHA-256 of the file as it was.
        anew: The original without them; None where no page holds them.
    """
    words = tuple(one.text for one in record.private if len(squeezed(one.text)) >= LEAST)
    pattern = pattern_of(words)
    changed = without(record, pattern, anew) if pattern else record
    if anew:
        source = {"sha256": sha256(anew.content).hexdigest(), "bytes": len(anew.content)}
        changed = changed.model_copy(update={"source": changed.source.model_copy(update=source)})
    pages = tuple(sorted({page for page, _ in anew.boxes})) if anew else ()
    gone = TakenOut(digest, anew.content if anew else None, pages, words)
    return replace(flatten(changed, file_id(digest)), taken_out=gone)


def note_taken_out(archive: Archive, rows: Rows, reason: Reason) -> None:
    """Keep the trace of what was taken out of a file before it was loaded.

    Raises:
        ArchiveError: The archive refused.
        OSError: The key cannot be kept.
    """
    gone = rows.taken_out
    key = Key.of(archive.path, make=True) if gone else None
    if gone and key:
        source_id, digest = str(rows.source["id"]), str(rows.source["sha256"])
        with archive.transaction() as connection:
            note(
                connection,
                source_id,
                gone.was,
                digest,
                gone.pages,
                [key.trace(one) for one in gone.words],
                reason,
            )


def redact_elsewhere(archive: Archive, pattern: re.Pattern[str]) -> int:
    """Take words out of all that belongs to no record: corrections, logs, spellings, failures.

    Returns:
        How many cells were changed.
    """
    changed = 0
    with archive.transaction() as connection:
        driver = connection.raw
        driver.create_function("holds", 1, lambda text: pattern.search(text) is not None, deterministic=True)
        driver.create_function("without", 1, lambda text: pattern.sub(GONE, text), deterministic=True)
        for table, _, names in _texts(connection):
            for name in names if table != "redactions" else ():
                connection.exec_driver_sql(
                    f"UPDATE OR REPLACE {table} SET {name} = without({name}) WHERE {name} IS NOT NULL AND holds({name})"
                )
                changed += connection.exec_driver_sql("SELECT changes()").scalar()
    return changed


def finish(archive: Archive) -> None:
    """Leave nothing of what was taken out behind: originals, the index's old pieces, free pages, the write-ahead log.

    Can be done again at any time, and is done by `verify --mend`.

    Raises:
        ArchiveError: Another program has the archive open.
    """
    store = Originals.beside(archive.path)
    with archive.transaction() as connection:
        old = [
            digest
            for (digest,) in connection.exec_driver_sql(
                "SELECT DISTINCT was_sha256 FROM redactions WHERE was_sha256 NOT IN (SELECT sha256 FROM source_files)"
            )
        ]
        connection.exec_driver_sql("INSERT INTO search (search) VALUES ('rebuild')")
    for digest in old:
        _shred(store.path_of(digest))
    archive.close()
    try:
        with closing(sqlite3.connect(archive.path, timeout=20.0, isolation_level=None)) as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("VACUUM")
            busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error as error:
        raise ArchiveError(
            f"{archive.path}: the words are taken out, but its free pages cannot be emptied ({error}); "
            "end other programs that use it, then run `udvalgsarkiv verify --mend`"
        ) from error
    if busy:
        raise ArchiveError(
            f"{archive.path}: the words are taken out, but another program still reads what was; end it, "
            "then run `udvalgsarkiv verify --mend`"
        )


def prove_gone(archive: Archive, pattern: re.Pattern[str]) -> None:
    """Look for words in every text of the archive and in the bytes of its file.

    Raises:
        Unsound: They are still there.
    """
    left = next((where for where, text in texts_of(archive) if pattern.search(text)), None)
    if left:
        raise Unsound(f"{archive.path}: the words still stand in {left}; run `udvalgsarkiv verify --mend`")


def texts_of(archive: Archive) -> Iterator[tuple[str, str]]:
    """Every text of the archive, and the bytes of its file and of its write-ahead log, with where it stands."""
    with archive.transaction() as connection:
        for table, _, names in _texts(connection):
            rows = connection.exec_driver_sql(f"SELECT {', '.join(names)} FROM {table}")
            while some := rows.fetchmany(2000):
                yield table, "\n".join(str(cell) for row in some for cell in row if cell is not None)
    for path in (archive.path, Path(f"{archive.path}-wal")):
        if path.exists():
            with path.open("rb") as file:
                tail = b""
                while piece := file.read(1 << 22):
                    yield path.name, (tail + piece).decode("utf-8", "ignore")
                    tail = piece[-4096:]


def _texts(connection: Connection) -> list[tuple[str, str, list[str]]]:
    """Tables, the column that begins with a file's id, the columns of text; what search keeps inside is left out."""
    found = []
    tables = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).scalars()
    for table in tables:
        if table.startswith(("search", "sqlite_")) and table != "search_texts":
            continue
        columns = connection.exec_driver_sql(f"PRAGMA table_info({table})").all()
        names = [column["name"] for column in columns]
        texts = [
            f'"{column["name"]}"'
            for column in columns
            if column["type"].upper().startswith(("VARCHAR", "TEXT"))
        ]
        if texts:
            found.append((table, "source_file_id" if "source_file_id" in names else names[0], texts))
    return found


def _covered(finding: Finding, boxes: Sequence[tuple[int, Box]]) -> bool:
    """Whether all that a finding stands on was taken out."""
    return bool(finding.at) and all(_share(place, boxes) > MOST for place in finding.at)


def _share(place: Place, boxes: Sequence[tuple[int, Box]]) -> float:
    x0, top, x1, bottom = place.bbox
    middle = (top + bottom) / 2
    wide = sum(
        max(0.0, min(x1, right) - max(x0, left))
        for page, (left, above, right, below) in boxes
        if page == place.page and above <= middle <= below
    )
    return wide / max(0.1, x1 - x0)


MOST = 0.8
"""A finding goes where more than this share of each of its lines is gone: the gaps between words are none of them."""


def _shred(path: Path) -> None:
    """Delete a file, its bytes overwritten first, as far as the disk lets that mean anything."""
    with suppress(FileNotFoundError):
        path.chmod(0o600)
        with path.open("r+b") as file:
            file.write(b"\0" * path.stat().st_size)
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
