"""One run: every file goes through every reader in turn, each reader in a process of its own.

So all of them meet the same machine, and none finds its caches or its memory filled by another.
"""

import gc
import math
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from timing.clocks import Spent, own_peak, worked

RULES, MODEL, PLUMBER, POPPLER = "whole job, rules", "whole job, model", "pdfplumber words", "pdftotext"

STAGES = {
    "read_twice": "read",
    "divide": "divide",
    "_understand_part": "understand",
    "bind": "bind",
    "check": "check",
}
"""The stages that `pipeline.run` goes through: its own names for them, and ours."""

STAGE_NAMES = (*STAGES.values(), "rows", "load")


@dataclass
class Run:
    """What a reader took for all files of a run."""

    clock: Counter[str]
    """Seconds by reader, and by reader and stage ("whole job, rules: read")."""
    cpu: Counter[str]
    bytes: int
    """The archive's size, where there is one."""
    peak: dict[str, int]
    """The most memory that each reader's process held, in bytes."""
    files: int = 0
    """So many files were measured."""


def one_run(files: Sequence[Path], readers: Sequence[str], seconds: float = math.inf) -> Run:
    """Take every file through every reader, the readers in another order each time.

    No file is begun after so many seconds; the files' order is drawn by lot, so those that were measured tell of all.
    """
    run = Run(Counter(), Counter(), 0, {})
    with ExitStack() as opened:
        place = opened.enter_context(tempfile.TemporaryDirectory())
        processes = {
            name: opened.enter_context(ProcessPoolExecutor(1, mp_context=get_context("spawn")))
            for name in readers
        }
        for name, process in processes.items():
            process.submit(_begin, name, place).result()
        end = time.monotonic() + seconds
        for number, file in enumerate(files):
            if time.monotonic() > end:
                break
            run.files = number + 1
            first = number % len(readers)
            for name in (*readers[first:], *readers[:first]):
                clock, cpu = processes[name].submit(_step, file).result()
                run.clock[name] += clock
                run.cpu[name] += cpu
        for name, process in processes.items():
            spent, run.peak[name] = process.submit(_end).result()
            run.clock.update({f"{name}: {stage}": seconds for stage, seconds in spent.clock.items()})
            run.cpu.update({f"{name}: {stage}": seconds for stage, seconds in spent.cpu.items()})
        run.bytes = max((archive.stat().st_size for archive in Path(place).glob("*.db")), default=0)
    return run


_WORK: list[Callable[[Path], None]] = []
_SPENT = Spent()


def _begin(name: str, place: str) -> None:
    """In the reader's process: import what it needs and load its model, which is start-up and told apart."""
    if name == PLUMBER:
        import pdfplumber  # noqa: F401

        _WORK.append(_plumber_words)
    elif name == POPPLER:
        _WORK.append(_poppler)
    else:
        _WORK.append(_whole_job(None if name == MODEL else "none", Path(place) / f"{name}.db"))


def _step(file: Path) -> tuple[float, float]:
    """One file: seconds by the clock and of work."""
    gc.collect()
    began, before = time.perf_counter(), worked()
    _WORK[0](file)
    return time.perf_counter() - began, worked() - before


def _end() -> tuple[Spent, int]:
    return _SPENT, own_peak()


def _whole_job(model: str | None, archive_path: Path) -> Callable[[Path], None]:
    """Read, understand, check and load a file."""
    from pipeline import run
    from pipeline.archive import Archive, flatten
    from pipeline.batch.workers import settle
    from pipeline.danish.language import load_language

    for name, stage in STAGES.items():
        setattr(run, name, _timed(getattr(run, name), stage))
    language = load_language(model)
    run._language = lambda _: language
    if language:
        language.people("Karen Holm stemte imod.")
    settle()  # as a worker does
    archive, how = Archive.open(archive_path), run.Reading(model=model)

    def work(file: Path) -> None:
        record = run.understand(file, how)
        with _SPENT.on("rows"):
            rows = flatten(record)
        with _SPENT.on("load"):
            archive.load(rows, file)

    return work


def _timed(plain: Callable[..., Any], stage: str) -> Callable[..., Any]:
    def timed(*args: Any, **kwargs: Any) -> Any:
        with _SPENT.on(stage):
            return plain(*args, **kwargs)

    return timed


def _plumber_words(file: Path) -> None:
    """What one would begin with: every page's words by pdfplumber, nothing made of them."""
    import pdfplumber

    with pdfplumber.open(file) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.close()


def _poppler(file: Path) -> None:
    """Words with boxes by poppler, a process for each file as one calls it."""
    subprocess.run(["pdftotext", "-bbox-layout", str(file), "/dev/null"], check=True, capture_output=True)
