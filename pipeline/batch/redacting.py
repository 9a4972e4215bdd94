"""Words taken out of an archive for good, file by file; originals are made anew in a process with limits."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.batch.reading import named
from pipeline.batch.workers import Limits, Workers
from pipeline.danish.masking import LEAST, pattern_of, squeezed
from pipeline.errors import ArchiveError, NothingFound, PipelineError, WrongCorrection
from pipeline.reading.redaction import Redacted, redacted_pdf

if TYPE_CHECKING:
    from pipeline.archive import Archive
    from pipeline.archive.fingerprint import Key

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
    from pipeline.archive.originals import Originals
    from pipeline.archive.redact import Anew, Reason, finish, prove_gone, redact_elsewhere, redact_file

    pattern = _expression_of(words, who, why)
    key = _key_of(archive)
    files, store = _files_of(archive, pattern), Originals.beside(archive.path).folder
    reason, traces = Reason(who, why), {one: key.trace(one) for one in words}
    gone: list[Gone] = []
    with Workers(1, limits, ("pipeline.reading.redaction",)) as worker:
        for done, one in enumerate(files, start=1):
            made = _made_anew(worker, one, pattern)
            if made or one.holding:
                anew = Anew(made.content, made.boxes) if made else None
                redact_file(archive, one.source_id, pattern, anew, traces, reason)
                pages = tuple(sorted({page for page, _ in made.boxes})) if made else ()
                gone.append(Gone(one.source_id, one.file, pages, one.holding, one.outside(store)))
            if told:
                told(done, len(files))
    changed = redact_elsewhere(archive, pattern)
    if not gone and not changed:
        raise NothingFound("redact: no file of the archive holds these words; look how they are printed")
    finish(archive)
    prove_gone(archive, pattern)
    return gone


@dataclass(frozen=True, slots=True)
class _LoadedFile:
    """A file of the archive that is looked through."""

    source_id: str
    file: str
    original: Path | None
    """Where its original lies; None where it is gone."""
    holding: bool
    """Whether its record holds the words."""
    names: tuple[str, ...]
    """The paths under which it was read."""

    def outside(self, store: Path) -> tuple[str, ...]:
        """Those of its paths that do not lie in the archive's store of originals."""
        kept = store.resolve()
        return tuple(name for name in self.names if kept not in Path(name).resolve().parents)


def _expression_of(words: Sequence[str], who: str, why: str) -> re.Pattern[str]:
    pattern = pattern_of(words)
    if pattern is None or any(len(squeezed(one)) < LEAST for one in words):
        raise WrongCorrection(
            f"redact: words of fewer than {LEAST} letters stand in too many others; name more of it"
        )
    if any(pattern.search(text) for text in (who, why)):
        raise WrongCorrection(
            "redact: the reason or the name holds the words themselves; write it without them"
        )
    return pattern


def _key_of(archive: "Archive") -> "Key":
    """The key by which the words are known again without being kept."""
    from pipeline.archive.fingerprint import Key

    try:
        key = Key.of(archive.path, make=True)
    except OSError as error:
        raise ArchiveError(
            f"{Key.beside(archive.path)}: the key cannot be kept ({error.strerror})"
        ) from error
    assert key is not None
    return key


def _files_of(archive: "Archive", pattern: re.Pattern[str]) -> list[_LoadedFile]:
    """All files that were loaded, in the order of their ids."""
    from pipeline.archive.originals import Originals, find_original
    from pipeline.archive.redact import files_with

    store = Originals.beside(archive.path)
    with archive.transaction() as connection:
        holding = files_with(connection, pattern)
        files = connection.exec_driver_sql(
            "SELECT id, file, sha256 FROM source_files WHERE status = 'loaded' ORDER BY id"
        ).all()
        names: dict[str, list[str]] = {}
        for own, name in connection.exec_driver_sql(
            "SELECT source_file_id, path FROM source_names ORDER BY 2"
        ):
            names.setdefault(own, []).append(name)
        return [
            _LoadedFile(
                source_id,
                file,
                find_original(connection, store, digest),
                source_id in holding,
                tuple(names.get(source_id, ())),
            )
            for source_id, file, digest in files
        ]


def _made_anew(worker: Workers, one: _LoadedFile, pattern: re.Pattern[str]) -> Redacted | None:
    """An original without the words, made in another process; None where it does not hold them, or is gone."""
    if one.original is None:
        return None
    try:
        made: Redacted | None = worker.submit(redacted_pdf, one.original, pattern, said=one.holding).result()
    except PipelineError as error:
        raise named(error, Path(one.file)) from error
    return made
