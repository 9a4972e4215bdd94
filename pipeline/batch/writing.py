"""The one writer: loads what readers bring, whatever their order, each file whole or not at all."""

import time
from collections import deque
from collections.abc import Callable, Container, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Literal, Self

from pipeline.archive.originals import Originals
from pipeline.archive.redact import Reason, note_taken_out
from pipeline.batch.address import Where
from pipeline.batch.collecting import Found
from pipeline.batch.outcome import Outcome
from pipeline.batch.reading import named
from pipeline.errors import (
    ArchiveError,
    ClusterLost,
    LimitBroken,
    ModelMissing,
    NeedsOcr,
    PipelineError,
    UnreadableFile,
)

if TYPE_CHECKING:
    from pipeline.archive import Archive, Rows

Submit = Callable[[Where], "Future[Rows]"]
"""Has a file read: given its path, brings its rows."""


@dataclass(frozen=True, slots=True)
class _Brought:
    """What a reader brought."""

    one: Found
    rows: "Rows | None" = None
    error: BaseException | None = None


class Writer:
    """Loads the files of one run.

    Several files go to the disk in one transaction, each in a part of it that is all or nothing by itself: a second's
    work at most is lost where the program is killed, and done again by the next run. Originals are on the disk before
    the rows that name them are.
    """

    def __init__(
        self, archive: "Archive", run: int, originals: "Originals | None", *, anew: Container[str] = ()
    ) -> None:
        self.archive = archive
        self.run = run
        self.originals = originals
        self.anew = anew
        self._own = Originals.beside(archive.path)
        self._brought: SimpleQueue[_Brought] = SimpleQueue()
        self._keepers = ThreadPoolExecutor(KEEPERS, thread_name_prefix="keeper")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._keepers.shutdown(cancel_futures=True)

    def load_all(self, todo: Sequence[Found], submit: Submit, *, ahead: int) -> Iterator[Outcome]:
        """Have files read, a few ahead, and load them as they come.

        Args:
            todo: Files with their SHA-256, each content once.
            submit: Has one read.
            ahead: How many may be under way.

        Raises:
            ModelMissing: The language model is not there; that concerns all files.
            ClusterLost: The readers are gone.
            ArchiveError: The archive refused.
        """
        waiting, under_way = deque(todo), 0
        while waiting or under_way:
            while waiting and under_way < ahead:
                self._have_read(waiting.popleft(), submit)
                under_way += 1
            first = self._brought.get()
            outcomes: list[Outcome] = []
            until = time.monotonic() + TOGETHER_SECONDS
            with self.archive.together():
                brought: _Brought | None = first
                while brought:
                    under_way -= 1
                    if waiting:
                        self._have_read(waiting.popleft(), submit)
                        under_way += 1
                    outcomes.append(self._load(brought))
                    enough = len(outcomes) >= TOGETHER or not under_way
                    brought = None if enough else self._next(until)
                log = [(o.path, o.digest, o.became, o.reason, o.exit_code or None) for o in outcomes]
                self.archive.log(self.run, log)
            yield from outcomes

    def _next(self, until: float) -> _Brought | None:
        """What comes next, or nothing where it takes too long to wait with what is there."""
        try:
            return self._brought.get(timeout=max(0.0, until - time.monotonic()))
        except Empty:
            return None

    def _have_read(self, one: Found, submit: Submit) -> None:
        try:
            future = submit(one.path)
        except (BrokenExecutor, RuntimeError) as error:
            raise ClusterLost(
                f"the readers are gone ({type(error).__name__}); run the command again"
            ) from error
        future.add_done_callback(lambda done: self._hand_on(one, done))

    def _hand_on(self, one: Found, done: "Future[Rows]") -> None:
        with suppress(RuntimeError):  # the whole batch is being stopped
            self._keepers.submit(self._keep, one, done)

    def _keep(self, one: Found, done: "Future[Rows]") -> None:
        """In a thread: have the original on the disk, then hand on what the reader brought."""
        try:
            rows = done.result()
            if rows.taken_out and rows.taken_out.content:
                self._own.keep_bytes(rows.taken_out.content)
            elif self.originals:
                self.originals.keep(one.path, str(rows.source["sha256"]))
            self._brought.put(_Brought(one, rows))
        except BaseException as error:  # the writer waits for every file
            self._brought.put(_Brought(one, error=self._kept_for_ocr(one, error)))

    def _kept_for_ocr(self, one: Found, error: BaseException) -> BaseException:
        """A file that only needs OCR is kept itself; gives back what is wrong with it."""
        if isinstance(error, NeedsOcr) and self.originals and one.digest:
            try:
                self.originals.keep(one.path, one.digest)
            except PipelineError as other:
                return other
        return error

    def _load(self, brought: _Brought) -> Outcome:
        """Put what a reader brought into the archive, or keep why it brought nothing."""
        one, rows, error = brought.one, brought.rows, brought.error
        name = one.path.name
        if isinstance(error, ModelMissing | ClusterLost | ArchiveError):  # concerns all files, not this one
            raise error
        if isinstance(error, PipelineError):
            return self._keep_failure(one, named(error, one.path))
        if isinstance(error, CancelledError | BrokenExecutor):
            raise ClusterLost(
                f"the readers are gone ({type(error).__name__}); run the command again"
            ) from error
        if error or not rows:  # a reader elsewhere can die in ways of its own
            lost = f"{name}: its reader was lost ({type(error).__name__}); run the command again"
            return self._keep_failure(one, LimitBroken(lost))
        try:
            stamp = one.stamp if rows.source["sha256"] == one.digest else None
            whole = rows.taken_out is None or rows.taken_out.content is None
            became = self.archive.load(
                rows,
                one.path if whole else None,
                stamp=stamp,
                reread=one.digest in self.anew or one.stated is not None,
            )
            if rows.taken_out:
                note_taken_out(self.archive, rows, AT_INGEST)
        except (OverflowError, UnicodeEncodeError) as kept_out:
            why = f"{name}: holds a value that the archive cannot keep ({type(kept_out).__name__})"
            return self._keep_failure(one, UnreadableFile(f"{why}; please report this with the file"))
        return Outcome(one.path, became, one.digest, rows.pages, rows.documents, dict(rows.doubts))

    def _keep_failure(self, one: Found, error: PipelineError) -> Outcome:
        became: Literal["failed", "needs-ocr"] = "needs-ocr" if isinstance(error, NeedsOcr) else "failed"
        outcome = Outcome(one.path, became, one.digest, reason=str(error), exit_code=error.exit_code)
        if one.digest and outcome.reason:
            self.archive.load_failure(
                one.digest, one.path, one.size, outcome.reason, outcome.exit_code, became
            )
        return outcome


AT_INGEST = Reason("ingest --privacy redact", "private passages that reading found")
"""Who takes words out before a file is loaded, and why."""

KEEPERS = 2
"""Threads that copy originals; most of their time they wait for the disk."""

TOGETHER = 64
"""Files of one transaction at most."""

TOGETHER_SECONDS = 1.0
"""A transaction is ended after this, however few its files."""
