"""Many files at once: read side by side, loaded by one writer, each whole or not at all."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, replace
from importlib.metadata import version
from typing import TYPE_CHECKING

from pipeline.batch.address import Address, Where
from pipeline.batch.collecting import Found, collect, stamped, weighed_all
from pipeline.batch.outcome import Outcome, Report
from pipeline.batch.reading import PRELOAD, read_anywhere, read_rows
from pipeline.batch.workers import Limits, Workers
from pipeline.batch.writing import Writer
from pipeline.errors import PipelineError, PrivateWords

if TYPE_CHECKING:
    from pipeline.archive import Archive, Became, Originals, Rows
    from schemas.reading import Reading


Progress = Callable[[int, int, Outcome], None]
"""Told after each file: how many are done, how many there are, what became of this one."""


def ingest(
    paths: Iterable[Where],
    archive: "Archive",
    reading: "Reading",
    *,
    workers: int = 1,
    progress: Progress | None = None,
    reread: bool = False,
    every_byte: bool = False,
    limits: Limits | None = None,
    readers: Executor | None = None,
    originals: "Originals | None" = None,
) -> Report:
    """Read files and folders into an archive; files that it holds already are not read again.

    Args:
        paths: Files, folders whose PDFs are meant, and addresses of shared storage.
        archive: Open for writing.
        reading: How to read.
        workers: How many files are read at the same time; even one has a process of its own, so that a crash
            costs a file.
        progress: Told after each file.
        reread: Read what is already there again and replace it.
        every_byte: Look at the bytes of every file, also where size and times say that it is the one that was read.
        limits: What reading one file may take.
        readers: Any executor that can import this program, instead of processes of our own.
        originals: Where the PDFs are kept; None leaves them where they are.

    Returns:
        What became of each file.

    Raises:
        ArchiveError: The archive refused; what was loaded before stays.
        ClusterLost: The executor broke.
    """
    found = collect(paths)
    run = archive.begin_run(version("udvalgsarkiv"), asdict(reading) | {"reread": reread})
    unread = archive.unread() if reading.ocr != "off" and not reread else set()
    if unread and readers is None:
        from pipeline.reading.ocr import available

        unread = unread if available() else set()
    batch = _Batch(
        archive,
        run,
        found,
        progress,
        originals,
        unread=unread,
        reread=reread,
        readers=readers,
        privacy=reading.privacy,
    )
    todo = batch.without_what_is_held(every_byte=every_byte)
    if todo:
        with ExitStack() as opened:
            if readers is None:
                own = opened.enter_context(Workers(min(workers, len(todo)), limits, PRELOAD))
            anew = {one.digest or "" for one in todo} if reread else unread
            writer = opened.enter_context(Writer(archive, run, originals, anew=anew))

            def submit(path: Where) -> "Future[Rows]":
                if readers is None:
                    return own.submit(read_rows, path, reading)
                return readers.submit(
                    read_anywhere, path, reading, limits or Limits(), version("udvalgsarkiv")
                )

            for outcome in writer.load_all(todo, submit, ahead=AHEAD * workers):
                batch.settle(outcome)
    archive.end_run(run, unchanged=batch.unchanged)
    return Report(tuple(sorted(batch.outcomes, key=lambda outcome: os.fspath(outcome.path))))


AHEAD = 3
"""Files under way for each reader: enough that none waits, few enough that memory stays flat."""


class _Batch:
    """The files of one call, and what became of them so far."""

    def __init__(
        self,
        archive: "Archive",
        run: int,
        found: Sequence[Found],
        progress: Progress | None,
        originals: "Originals | None",
        *,
        unread: set[str],
        reread: bool,
        readers: Executor | None,
        privacy: str,
    ) -> None:
        self.archive = archive
        self.run = run
        self.found = found
        self.progress = progress
        self.originals = originals
        self.unread = unread
        """By SHA-256, the held files with pages that OCR can read now, and could not when they were read."""
        self.reread = reread
        self.readers = readers
        self.privacy = privacy
        self.outcomes: list[Outcome] = []
        self.unchanged = 0
        self.twins: dict[str, list[Found]] = {}
        """By SHA-256, the further files of a content that is to be read once."""
        self.settled: set[str] = set()
        """By SHA-256, the held files that were read with what their site states now."""
        self.stated: dict[str, str] = {}
        """By SHA-256, with what data of its publication site a held file was read."""

    def settle(self, outcome: Outcome) -> None:
        """Note what became of a file, and of those of the same content."""
        self._tell(outcome)
        for twin in self.twins.get(outcome.digest or "", ()):
            self.archive.also_at(twin.digest or "", twin.path, twin.stamp)
            same: Became = outcome.became if outcome.became in ("failed", "needs-ocr") else "unchanged"
            self._tell(
                replace(
                    outcome,
                    path=twin.path,
                    became=same,
                    doubts={},
                    same_as=None if outcome.reason else outcome.path,
                )
            )

    def _tell(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        self.unchanged += outcome.became == "unchanged"
        if self.progress:
            self.progress(len(self.outcomes), len(self.found), outcome)

    def without_what_is_held(self, *, every_byte: bool) -> list[Found]:
        """Settle the files that need no reading; the others are given back, each content once."""
        # Of several files of one content the first with data of its site speaks for all of them.
        seen = sorted(map(stamped, self.found), key=lambda one: one.stated is None)
        self.stated = self.archive.stated() if seen and seen[0].stated else {}
        stamps = [(os.fspath(one.path), one.stamp) for one in seen if one.stamp]
        known = {} if every_byte or self.reread else self.archive.known(stamps)
        todo: list[Found] = []
        fresh: list[Found] = []
        with self.archive.together():
            for one in seen:
                digest = known.get((os.fspath(one.path), one.stamp or ""))
                if digest and not self._is_news(digest, one.stated):
                    self._is_held(replace(one, digest=digest))
                else:
                    fresh.append(one)
        for some in self._weighed(fresh):
            held = set() if self.reread else self.archive.held(one.digest for one in some if one.digest)
            redacted = self.archive.redacted(one.digest for one in some if one.digest)
            with self.archive.together():
                for one in some:
                    error = one.problem
                    if redacted.get(one.digest or "") and self.privacy != "redact":
                        error = PrivateWords(_COMES_BACK.format(one.path.name))
                    if error or not one.digest:
                        error = error or PipelineError(f"{one.path.name}: cannot be read")
                        self.archive.log(self.run, [(one.path, None, "failed", str(error), error.exit_code)])
                        self._tell(Outcome(one.path, "failed", reason=str(error), exit_code=error.exit_code))
                    elif one.digest in redacted:
                        self._tell(Outcome(one.path, "unchanged", one.digest))
                    elif one.digest in held and not self._is_news(one.digest, one.stated):
                        self.archive.also_at(one.digest, one.path, one.stamp)
                        self._is_held(one)
                    elif one.digest in self.twins:
                        self.twins[one.digest].append(one)
                    else:
                        self.twins[one.digest] = []
                        todo.append(one)
        return todo

    def _is_news(self, digest: str, stated: str | None) -> bool:
        """Whether a held file must be read again: its site now states something else, or OCR is there now."""
        if digest in self.unread:
            return True
        news = stated is not None and self.stated.get(digest) != stated
        if stated is not None and not news:
            self.settled.add(digest)
        return news and digest not in self.settled

    def _is_held(self, one: Found) -> None:
        if self.originals and one.digest:
            self.originals.keep(one.path, one.digest)
        self._tell(Outcome(one.path, "unchanged", one.digest))

    def _weighed(self, some: Sequence[Found]) -> Iterator[list[Found]]:
        """Files with their SHA-256, in their order, many at a time; a cluster's are weighed where they are read."""
        pieces = [list(some[n : n + WEIGHED_TOGETHER]) for n in range(0, len(some), WEIGHED_TOGETHER)]
        far = self.readers if any(isinstance(one.path, Address) for one in some) else None
        if far:
            yield from far.map(weighed_all, pieces)
        else:
            with ThreadPoolExecutor(WEIGHED_AT_A_TIME) as threads:
                yield from threads.map(weighed_all, pieces)


_COMES_BACK = (
    "{}: words were taken out of this file (`udvalgsarkiv redact`) that still stand here; the archive keeps it "
    "without them; delete this copy"
)

WEIGHED_TOGETHER = 50
"""Files of one task that only looks at bytes."""

WEIGHED_AT_A_TIME = 4
"""Threads that do so on this machine: two cores and waiting for the disk."""
