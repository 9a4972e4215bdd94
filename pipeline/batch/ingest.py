"""Many files at once: read side by side, loaded by one writer, each whole or not at all."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.batch.collecting import Found, collect
from pipeline.batch.reading import PRELOAD, named, read_rows
from pipeline.batch.workers import Limits, Workers
from pipeline.errors import ExitCode, LimitBroken, ModelMissing, PipelineError, UnreadableFile

if TYPE_CHECKING:
    from pipeline.archive import Archive, Became, Originals, Rows
    from schemas.reading import Reading


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    path: Path
    became: "Became"
    digest: str | None = None
    """SHA-256, where the file could be opened."""
    pages: int = 0
    documents: int = 0
    doubts: dict[str, int] = field(default_factory=dict)
    """How many findings of each severity."""
    reason: str | None = None
    """Why it failed."""
    exit_code: int = ExitCode.ok
    """The exit code of that failure."""

    @property
    def needs_a_look(self) -> bool:
        """Whether it has findings that wait for a person."""
        return any(self.doubts.get(severity) for severity in ("warning", "error"))


@dataclass(frozen=True)
class Report:
    """What became of all files, sorted by path."""

    outcomes: tuple[Outcome, ...]

    def count(self, *became: "Became") -> int:
        """How many files ended one of these ways."""
        return sum(outcome.became in became for outcome in self.outcomes)

    @property
    def exit_code(self) -> int:
        """0, or what kept files out: their common code, or `input_file` where there are several."""
        codes = {outcome.exit_code for outcome in self.outcomes} - {ExitCode.ok}
        return codes.pop() if len(codes) == 1 else ExitCode.input_file if codes else ExitCode.ok


Progress = Callable[[int, int, Outcome], None]
"""Told after each file: how many are done, how many there are, what became of this one."""


def ingest(
    paths: Iterable[Path],
    archive: "Archive",
    reading: "Reading",
    *,
    workers: int = 1,
    progress: Progress | None = None,
    reread: bool = False,
    limits: Limits | None = None,
    readers: Executor | None = None,
    originals: "Originals | None" = None,
) -> Report:
    """Read files and folders into an archive; files that it holds already are not read again.

    Args:
        paths: Files, and folders whose PDFs are meant.
        archive: Open for writing.
        reading: How to read.
        workers: How many processes read; even one is a process of its own, so that a crash costs a file.
        progress: Told after each file.
        reread: Read what is already there again and replace it.
        limits: What reading one file may take.
        readers: Any executor that can import this program, instead of processes of our own.
        originals: Where the PDFs are kept; None leaves them where they are.

    Returns:
        What became of each file.

    Raises:
        ArchiveError: The archive refused; what was loaded before stays.
    """
    found = collect(paths)
    outcomes: list[Outcome] = []
    run = archive.begin_run(version("udvalgsarkiv"), asdict(reading) | {"reread": reread})
    log: list[Outcome] = []

    def settle(outcome: Outcome) -> None:
        outcomes.append(outcome)
        log.append(outcome)
        if len(log) >= LOG_TOGETHER:
            _write_log(archive, run, log)
        if progress:
            progress(len(outcomes), len(found), outcome)

    try:
        todo: list[Found] = []
        twins: dict[str, list[Path]] = {}
        for outcome in _need_no_reading(found, archive, reread, todo, twins, originals):
            settle(outcome)
        own = nullcontext(readers) if readers else Workers(min(workers, len(todo)), limits, PRELOAD)
        with own as executor:
            for outcome in _read_and_load(todo, archive, reading, executor, workers, reread, originals):
                settle(outcome)
                for twin in _twins_of(outcome, twins, archive):
                    settle(twin)
    finally:
        _write_log(archive, run, log)
    archive.end_run(run)
    return Report(tuple(sorted(outcomes, key=lambda outcome: outcome.path)))


LOG_TOGETHER = 200
"""So many lines of the log are written in one transaction; they are written at the end in any case."""


def _write_log(archive: "Archive", run: int, log: list[Outcome]) -> None:
    archive.log(run, [(o.path, o.digest, o.became, o.reason, o.exit_code or None) for o in log])
    log.clear()


def _need_no_reading(
    found: Sequence[Found],
    archive: "Archive",
    reread: bool,
    todo: list[Found],
    twins: dict[str, list[Path]],
    originals: "Originals | None",
) -> Iterator[Outcome]:
    """Tell of the files that need no reading; the others go into `todo`, each content once."""
    held = set() if reread else archive.held(one.digest for one in found if one.digest)
    for one in found:
        if one.problem or not one.digest:
            yield _failed(one, one.problem or PipelineError(f"{one.path.name}: cannot be read"))
        elif one.digest in held:
            if originals:
                originals.keep(one.path, one.digest)
            archive.also_at(one.digest, one.path)
            yield Outcome(one.path, "unchanged", one.digest)
        elif one.digest in twins:
            twins[one.digest].append(one.path)
        else:
            twins[one.digest] = []
            todo.append(one)


def _twins_of(first: Outcome, twins: dict[str, list[Path]], archive: "Archive") -> Iterator[Outcome]:
    """Files of the same content as one that was just read: what became of it holds for them."""
    for path in twins.get(first.digest or "", ()):
        archive.also_at(first.digest or "", path)
        same: Became = "failed" if first.became == "failed" else "unchanged"
        yield replace(first, path=path, became=same, doubts={})


def _read_and_load(
    todo: Sequence[Found],
    archive: "Archive",
    reading: "Reading",
    executor: Executor,
    workers: int,
    reread: bool,
    originals: "Originals | None",
) -> Iterator[Outcome]:
    """Keep the readers busy with a few files each, and load what they bring, in whatever order."""
    waiting, under_way = deque(todo), dict["Future[Rows]", Found]()
    while waiting or under_way:
        while waiting and len(under_way) < AHEAD * workers:
            one = waiting.popleft()
            under_way[executor.submit(read_rows, one.path, reading)] = one
        done, _ = wait(under_way, return_when=FIRST_COMPLETED)
        for future in done:
            yield _load(under_way.pop(future), future, archive, reread, originals)


AHEAD = 3
"""Files under way for each reader: enough that none waits, few enough that memory stays flat."""


def _load(
    one: Found, future: "Future[Rows]", archive: "Archive", reread: bool, originals: "Originals | None"
) -> Outcome:
    """Put what a reader brought into the archive, its original first, or keep why it brought nothing."""
    name = one.path.name
    try:
        rows = future.result()
    except ModelMissing:  # concerns all files, not this one
        raise
    except PipelineError as error:
        return _keep_failure(one, named(error, one.path), archive)
    except Exception as error:  # a reader elsewhere can die in ways of its own
        lost = f"{name}: its reader was lost ({type(error).__name__}); run the command again"
        return _keep_failure(one, LimitBroken(lost), archive)
    try:
        if originals:
            originals.keep(one.path, str(rows.source["sha256"]))
        became = archive.load(rows, one.path, reread=reread)
    except UnreadableFile as error:
        return _keep_failure(one, error, archive)
    except (OverflowError, UnicodeEncodeError) as error:
        kept_out = f"{name}: holds a value that the archive cannot keep ({type(error).__name__})"
        return _keep_failure(one, UnreadableFile(f"{kept_out}; please report this with the file"), archive)
    return Outcome(one.path, became, one.digest, rows.pages, rows.documents, dict(rows.doubts))


def _keep_failure(one: Found, error: PipelineError, archive: "Archive") -> Outcome:
    outcome = _failed(one, error)
    if one.digest and outcome.reason:
        archive.load_failure(one.digest, one.path, one.size, outcome.reason, outcome.exit_code)
    return outcome


def _failed(one: Found, error: PipelineError) -> Outcome:
    return Outcome(one.path, "failed", one.digest, reason=str(error), exit_code=error.exit_code)
