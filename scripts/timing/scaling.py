"""What a second worker gives, beside what a second, independent process gives on the same files in the same run."""

import multiprocessing
import statistics
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Scaling:
    """Seconds by the clock, start-up left out: medians of the rounds."""

    one_process: float
    """Reads all files and loads them."""
    two_processes: float
    """Each does so with half of them, into an archive of its own."""
    one_worker: float
    """`ingest` with one worker."""
    two_workers: float

    @property
    def independent(self) -> float:
        """How many times as fast two independent processes are as one."""
        return self.one_process / self.two_processes

    @property
    def workers(self) -> float:
        """How many times as fast two workers are as one process that does everything."""
        return self.one_process / self.two_workers


def scaling(files: Sequence[Path], rounds: int) -> Scaling:
    """Measure all four in turn, so that they meet the same machine."""
    spent: dict[str, list[float]] = {name: [] for name in Scaling.__dataclass_fields__}
    for _ in range(rounds):
        spent["one_process"].append(_alone([files]))
        spent["two_workers"].append(_workers(files, 2))
        spent["two_processes"].append(_alone([files[0::2], files[1::2]]))
        spent["one_worker"].append(_workers(files, 1))
    return Scaling(**{name: statistics.median(times) for name, times in spent.items()})


def _alone(parts: Sequence[Sequence[Path]]) -> float:
    """Processes that know nothing of each other, each with its part."""
    with (
        tempfile.TemporaryDirectory() as place,
        ProcessPoolExecutor(len(parts), mp_context=multiprocessing.get_context("spawn")) as processes,
    ):
        gate = [
            processes.submit(_whole_job, part[:3], Path(place), f"start{n}") for n, part in enumerate(parts)
        ]
        for started in gate:
            started.result()
        began = time.perf_counter()
        done = [processes.submit(_whole_job, part, Path(place), f"{n}") for n, part in enumerate(parts)]
        for part in done:
            part.result()
        return time.perf_counter() - began


def _whole_job(files: Sequence[Path], place: Path, name: str) -> None:
    from pipeline.archive import Archive, Originals
    from pipeline.batch.reading import read_rows
    from schemas.reading import Reading

    path = place / f"{name}.db"
    originals = Originals.beside(path)
    with Archive.open(path) as archive:
        for number in range(0, len(files), 16):
            with archive.together():
                for file in files[number : number + 16]:
                    rows = read_rows(file, Reading(model="none"))
                    originals.keep(file, str(rows.source["sha256"]))
                    archive.load(rows, file)


def _workers(files: Sequence[Path], workers: int) -> float:
    with (
        tempfile.TemporaryDirectory() as place,
        ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as process,
    ):
        return process.submit(_ingest, files, Path(place), workers).result()


def _ingest(files: Sequence[Path], place: Path, workers: int) -> float:
    """From the first file that was loaded to the last."""
    from pipeline.archive import Archive, Originals
    from pipeline.batch import ingest
    from schemas.reading import Reading

    times: list[float] = []
    with Archive.open(place / "arkiv.db") as archive:
        ingest(
            files,
            archive,
            Reading(model="none"),
            workers=workers,
            progress=lambda *_: times.append(time.perf_counter()),
            originals=Originals.beside(archive.path),
        )
    first = sum(at == times[0] for at in times) or 1  # those of the first transaction were told at once
    return (times[-1] - times[0]) * len(times) / max(1, len(times) - first)
