"""Many files at once: no order, no dying reader and no lost machine changes what the archive holds."""

import multiprocessing
import operator
import os
import shutil
import signal
import sqlite3
import sys
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline.archive import Archive, Originals, verify
from pipeline.batch import Address, Limits, Outcome, Report, Workers, cluster, collecting, ingest, readers_at
from pipeline.batch.collecting import collect, stamped, weighed
from pipeline.batch.reading import PRELOAD, read_rows
from pipeline.cli import main
from schemas.reading import Reading

LOGS = {"runs", "attempts", "alembic_version"}
TIMES = {"loaded_at", "failed_at", "stamp"}
RULES = Reading(model="none")


@pytest.fixture(scope="module")
def small(samples_of: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the five smallest samples."""
    folder = tmp_path_factory.mktemp("small")
    for path in sorted(samples_of, key=lambda path: path.stat().st_size)[:5]:
        shutil.copy(path, folder / path.name)
    return folder


def rows_of(path: Path) -> dict[str, list[Any]]:
    """All rows of all tables, without logs, times and numbers that are only counted up."""
    with sqlite3.connect(path) as connection:
        tables = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        rows = {}
        for table in sorted(tables - LOGS):
            if table.startswith(("sqlite_", "search")) and table != "search_texts":
                continue
            apart = TIMES | ({"id"} if table in ("search_texts", "evidence") else set())
            columns = [c[1] for c in connection.execute(f"PRAGMA table_info({table})") if c[1] not in apart]
            rows[table] = sorted(connection.execute(f"SELECT {', '.join(columns)} FROM {table}"), key=repr)
        return rows


def run(archive: Path, paths: list[Path], **how: Any) -> Report:
    with Archive.open(archive) as opened:
        return ingest(paths, opened, RULES, originals=Originals.beside(archive), **how)


def is_whole(archive: Path, files: int) -> bool:
    """Sound, with every file, and none of them twice."""
    with Archive.open(archive) as opened:
        assert verify(opened) == []
    with sqlite3.connect(archive) as connection:
        loaded = connection.execute("SELECT count(*) FROM source_files WHERE status = 'loaded'").fetchone()[0]
        documents = connection.execute("SELECT count(DISTINCT source_file_id) FROM documents").fetchone()[0]
    return loaded == documents == files


@pytest.fixture(scope="module")
def plain(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the small folder, read by one worker."""
    path = tmp_path_factory.mktemp("plain") / "arkiv.db"
    assert run(path, [small]).count("loaded") == 5
    return path


def test_workers_and_order_do_not_change_the_archive(small: Path, plain: Path, tmp_path: Path) -> None:
    backwards = sorted(small.glob("*.pdf"), reverse=True)
    assert run(tmp_path / "arkiv.db", backwards, workers=3).count("loaded") == 5
    assert rows_of(tmp_path / "arkiv.db") == rows_of(plain)
    assert is_whole(tmp_path / "arkiv.db", 5)


class Faulty(Executor):
    """Workers of which some do other things than they are asked for."""

    def __init__(self, workers: Workers, faults: dict[str, tuple[Any, ...]]) -> None:
        self.workers, self.faults = workers, faults

    def submit(self, fn: Callable[..., Any], /, path: Path, *args: Any, **kwargs: Any) -> Future[Any]:
        fault = self.faults.get(path.name)
        return self.workers.submit(*fault) if fault else self.workers.submit(read_rows, path, args[0])


def test_a_reader_that_dies_hangs_loops_or_eats_memory_costs_its_file_and_no_other(
    small: Path, tmp_path: Path
) -> None:
    archive, (good, *bad) = tmp_path / "arkiv.db", sorted(path.name for path in small.glob("*.pdf"))
    faults: dict[str, tuple[Any, ...]] = dict(
        zip(
            bad,
            [
                (signal.raise_signal, signal.SIGKILL),
                (time.sleep, 3600),
                (deque, count(), 0),
                (operator.mul, "x", 8 << 30),
            ],
            strict=True,
        )
    )
    said = dict(zip(bad, ["ended by the system", "longer than", "longer than", "more memory"], strict=True))
    with Workers(2, Limits(seconds=3.0), PRELOAD) as workers:
        report = run(archive, [small], readers=Faulty(workers, faults), workers=2)
    failed = {outcome.path.name: outcome for outcome in report.outcomes if outcome.became == "failed"}
    assert failed.keys() == faults.keys() and good not in failed
    assert report.exit_code == 6
    for name, outcome in failed.items():
        assert name in str(outcome.reason) and said[name] in str(outcome.reason)
    with sqlite3.connect(archive) as connection:
        kept = dict(connection.execute("SELECT file, reason FROM source_files WHERE status = 'failed'"))
    assert kept == {name: outcome.reason for name, outcome in failed.items()}
    assert run(archive, [small], workers=2).count("loaded") == 4
    assert is_whole(archive, 5)


def test_a_worker_that_is_killed_costs_one_file_at_most(small: Path, tmp_path: Path) -> None:
    killed: list[int] = []

    def kill_one(done: int, total: int, outcome: Outcome) -> None:
        for child in multiprocessing.active_children():
            if not killed and child.pid:
                killed.append(child.pid)
                os.kill(child.pid, signal.SIGKILL)

    archive = tmp_path / "arkiv.db"
    report = run(archive, [small], workers=2, progress=kill_one)
    assert killed and report.count("failed") <= 1
    assert run(archive, [small], workers=2).count("failed") == 0
    assert is_whole(archive, 5)


def test_any_executor_reads_within_limits(small: Path, plain: Path, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as threads:
        report = run(tmp_path / "arkiv.db", [small], readers=threads, workers=2, limits=Limits(seconds=60))
    assert report.count("loaded") == 5
    assert rows_of(tmp_path / "arkiv.db") == rows_of(plain)


def test_a_cluster_that_loses_a_worker_loses_no_file(small: Path, plain: Path, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    archive, killed = tmp_path / "arkiv.db", []
    pdfs = Address(f"file://{small}/*.pdf")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, worker_dashboard_address=None
        ) as machines,
        readers_at(machines.scheduler_address) as far,
    ):
        assert far and far.threads == 2

        def kill_one(done: int, total: int, outcome: Outcome) -> None:
            if not killed:
                killed.append(next(iter(machines.workers.values())).pid)
                os.kill(killed[0], signal.SIGKILL)

        report = run(archive, [pdfs], readers=far.readers, workers=far.threads, progress=kill_one)
    assert killed and report.count("loaded") == 5
    assert is_whole(archive, 5)
    same = {"source_names"}  # addresses there, paths here
    there, here = rows_of(archive), rows_of(plain)
    assert {t: rows for t, rows in there.items() if t not in same} == {
        t: rows for t, rows in here.items() if t not in same
    }


def test_what_a_cluster_lacks_is_said(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.3)
    for address, words in (
        ("tcp://127.0.0.1:1", "no scheduler answers"),
        ("nowhere", "no scheduler answers"),
    ):
        told = CliRunner().invoke(
            main, ["ingest", str(small), "--archive", str(tmp_path / "a.db"), "--cluster", address]
        )
        assert told.exit_code == 15 and address in told.output and words in told.output
        assert not (tmp_path / "a.db").exists()
    monkeypatch.setitem(sys.modules, "distributed", None)
    told = CliRunner().invoke(main, ["ingest", str(small), "--cluster", "tcp://127.0.0.1:1"])
    assert told.exit_code == 13 and "udvalgsarkiv[cluster]" in told.output


def test_unchanged_files_are_known_without_being_opened(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(shutil.copytree(small, tmp_path / "pdf"))
    archive, first = tmp_path / "arkiv.db", min(folder.glob("*.pdf"))
    monkeypatch.setattr(collecting, "TICK", 0)
    assert run(archive, [folder]).count("loaded") == 5
    opened: list[Path] = []

    def weigh(some: list[collecting.Found]) -> list[collecting.Found]:
        opened.extend(Path(one.path) for one in some)
        return [weighed(one) for one in some]

    monkeypatch.setattr(sys.modules["pipeline.batch.ingest"], "weighed_all", weigh)
    assert run(archive, [folder]).count("unchanged") == 5 and opened == []
    assert run(archive, [folder], every_byte=True).count("unchanged") == 5 and len(opened) == 5
    before, opened[:] = first.stat(), []
    content = bytearray(first.read_bytes())
    content[-1] ^= 1
    first.write_bytes(content)
    os.utime(first, ns=(before.st_atime_ns, before.st_mtime_ns))  # same size, same time: only its bytes tell
    run(archive, [folder])
    assert opened == [first]


def test_a_file_that_changed_just_now_is_not_trusted(small: Path, tmp_path: Path) -> None:
    fresh = Path(shutil.copy(min(small.glob("*.pdf")), tmp_path / "fresh.pdf"))
    os.utime(fresh, (0, 0))
    assert stamped(collecting.Found(fresh)).stamp is None


def test_shared_storage_is_listed_by_folder_pattern_and_name(small: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    for name in ("a.pdf", "b.PDF", "c.txt", "deep/d.pdf"):
        memory.pipe(f"/batches/{name}", name.encode())

    def found(url: str) -> list[str]:
        return [str(one.path).removeprefix("memory://") for one in collect([Address(url)]) if not one.problem]

    assert found("memory://batches") == ["/batches/a.pdf", "/batches/b.PDF", "/batches/deep/d.pdf"]
    assert found("memory://batches/**/*.pdf") == ["/batches/a.pdf", "/batches/deep/d.pdf"]
    one = weighed(collecting.Found(Address("memory://batches/a.pdf")))
    assert (one.size, one.problem) == (5, None) and one.digest
    for wrong, words in (
        ("memory://batches/none*", "no PDF is there"),
        ("memory://batches/none.pdf", "no such file"),
        ("nokind://x/a.pdf", "no such kind"),
    ):
        (lost,) = (weighed(one) for one in collect([Address(wrong)]))
        assert lost.problem and wrong in str(lost.problem) and words in str(lost.problem)
