"""Words taken out of an archive for good, file by file; originals are made anew in a process with limits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.batch.reading import named
from pipeline.batch.workers import Limits, Workers
from pipeline.danish.masking import LEAST, pattern_of, squeezed
from pipeline.errors import ArchiveError, NothingFound, PipelineError, WrongCorrection
from pipeline.reading.redaction import redacted_pdf

if TYPE_CHECKING:
    from pipeline.archive import Archive

Told = Callable[[int, int], None]
"""Told after each original: how many are looked through, how many there are."""


@dataclass(frozen=True)
class Gone:
    """What was taken out of one file."""

    source_id: str
    file: str
    pages: tuple[int, ...]
    """The original's pages that were made anew."""
    in_record: bool
    """Whether the words stood in what was read from it."""
    outside: tuple[str, ...]
    """Where copies of the file lay when it was read; they are not the archive's, and still hold the words."""


def redact(
    archive: "Archive",
    words: Sequence[str],
    who: str,
    why: str,
    *,
    limits: Limits | None = None,
    told: Told | None = None,
) -> list[Gone]:
    """Take words out of every record, text and original of an archive, and prove that they are gone.

    Args:
        archive: Open for writing.
        words: Passages as printed; white space, hyphens and line breaks do not matter.
        who: Who has it done.
        why: For what reason; kept, so it must not hold the words.
        limits: What looking through one original may take.
        told: Told after each original.

    Returns:
        The files that held them.

    Raises:
        NothingFound: No file holds them.
        WrongCorrection: The words are too short, or the reason holds them.
        UnreadableFile: An original cannot be opened; nothing of it is changed.
        ArchiveError: The archive refused.
        Unsound: They could not be taken out everywhere.
    """
    from pipeline.archive.fingerprint import Key
    from pipeline.archive.originals import Originals, find_original
    from pipeline.archive.redact import (
        Anew,
        Reason,
        files_with,
        finish,
        prove_gone,
        redact_elsewhere,
        redact_file,
    )

    pattern = pattern_of(words)
    if pattern is None or any(len(squeezed(one)) < LEAST for one in words):
        raise WrongCorrection(
            f"redact: words of fewer than {LEAST} letters stand in too many others; name more of it"
        )
    if any(pattern.search(text) for text in (who, why)):
        raise WrongCorrection(
            "redact: the reason or the name holds the words themselves; write it without them"
        )
    try:
        key = Key.of(archive.path, make=True)
    except OSError as error:
        raise ArchiveError(
            f"{Key.beside(archive.path)}: the key cannot be kept ({error.strerror})"
        ) from error
    assert key is not None
    with archive.transaction() as connection:
        holding = files_with(connection, pattern)
        files = connection.exec_driver_sql(
            "SELECT id, file, sha256 FROM source_files WHERE status = 'loaded' ORDER BY id"
        ).all()
        store = Originals.beside(archive.path)
        lies = {source_id: find_original(connection, store, digest) for source_id, _, digest in files}
        names = connection.exec_driver_sql("SELECT source_file_id, path FROM source_names ORDER BY 2").all()
    gone: list[Gone] = []
    reason, traces = Reason(who, why), {one: key.trace(one) for one in words}
    with Workers(1, limits, ("pipeline.reading.redaction",)) as worker:
        for done, (source_id, file, _) in enumerate(files, start=1):
            path = lies[source_id]
            try:
                made = (
                    worker.submit(redacted_pdf, path, pattern, said=source_id in holding).result()
                    if path
                    else None
                )
            except PipelineError as error:
                raise named(error, Path(file)) from error
            if made or source_id in holding:
                anew = Anew(made.content, made.boxes) if made else None
                redact_file(archive, source_id, pattern, anew, traces, reason)
                pages = tuple(sorted({page for page, _ in made.boxes})) if made else ()
                kept = store.folder.resolve()
                outside = tuple(
                    name
                    for own, name in names
                    if own == source_id and kept not in Path(name).resolve().parents
                )
                gone.append(Gone(source_id, file, pages, source_id in holding, outside))
            if told:
                told(done, len(files))
    changed = redact_elsewhere(archive, pattern)
    if not gone and not changed:
        raise NothingFound("redact: no file of the archive holds these words; look how they are printed")
    finish(archive)
    prove_gone(archive, pattern)
    return gone
