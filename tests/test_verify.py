"""An archive is proved sound, what is wrong with one is told, and no death of the program leaves one that is not."""

import multiprocessing
import os
import random
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline.archive import Archive, Originals, Rows, flatten, verify
from pipeline.archive.connection import Connection
from pipeline.batch import Report, ingest
from pipeline.cli import main
from pipeline.errors import UnreadableFile
from pipeline.run import Reading
from schemas.record import Record


class AtOnce(Executor):
    """Brings rows that were made before, in this process."""

    def __init__(self, rows_of: Callable[[Path], Rows]) -> None:
        self.rows_of = rows_of

    def submit(self, fn, /, path: Path, *args, **kwargs) -> "Future[Rows]":
        future: Future[Rows] = Future()
        future.set_result(self.rows_of(path))
        return future


@pytest.fixture(scope="module")
def few(samples_of: list[Path]) -> list[Path]:
    return samples_of[:6]


@pytest.fixture(scope="module")
def fill(few: list[Path], record_of: Callable[[Path], Record]) -> Callable[[Path], Report]:
    """Ingests some samples into an archive, as `udvalgsarkiv ingest` does."""
    rows = {path: flatten(record_of(path)) for path in few}

    def run(path: Path) -> Report:
        with Archive.open(path) as archive:
            return ingest(
                few,
                archive,
                Reading(model="none"),
                readers=AtOnce(rows.__getitem__),
                originals=Originals.beside(path),
            )

    return run


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory, fill: Callable[[Path], Report]) -> Path:
    path = tmp_path_factory.mktemp("sound") / "arkiv.db"
    assert fill(path).exit_code == 0
    return path


@pytest.fixture
def copy(sound: Path, tmp_path: Path) -> Path:
    shutil.copytree(Originals.beside(sound).folder, tmp_path / "arkiv.originals")
    return Path(shutil.copy(sound, tmp_path / "arkiv.db"))


def problems(path: Path) -> list[tuple[str, str]]:
    with Archive.open(path) as archive:
        return [(problem.check, problem.what) for problem in verify(archive)]


def test_what_was_ingested_is_sound_and_its_originals_are_kept(sound: Path, few: list[Path]) -> None:
    assert problems(sound) == []
    kept = {path.read_bytes() for _, path in Originals.beside(sound).held()}
    assert kept == {path.read_bytes() for path in few}


def changed_original(path: Path) -> None:
    (_, original), *_ = Originals.beside(path).held()
    original.chmod(0o644)
    original.write_bytes(original.read_bytes()[:-1] + b"x")


def stale_index(path: Path) -> None:
    run(path, "DROP TRIGGER search_anew", "UPDATE search_texts SET text_stems = 'other' WHERE id = 1")


def no_words(path: Path) -> None:
    run(path, "DELETE FROM search_texts")


def other_view(path: Path) -> None:
    run(path, "DROP VIEW decided", "CREATE VIEW decided AS SELECT 1")


def broken_record(path: Path) -> None:
    run(path, "UPDATE decisions SET outcome = 'whatever'")


def page_outside(path: Path) -> None:
    run(path, "UPDATE documents SET last_page = 999")


def orphan(path: Path) -> None:
    run(path, "DELETE FROM documents")


def a_row_too_many(path: Path) -> None:
    run(path, "INSERT INTO unread_pages SELECT id, 1 FROM source_files")


def a_value_without_its_place(path: Path) -> None:
    run(path, "DELETE FROM places WHERE owner_table = 'decisions' AND ord = 0")


def other_words(path: Path) -> None:
    run(path, "UPDATE search_texts SET text_stems = 'other' WHERE id = 1")


def a_correction_that_views_do_not_show(path: Path) -> None:
    run(path, "UPDATE items SET corrected = json_object('title', 'Andet')")


def run(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize(
    ("harm", "check"),
    [
        (changed_original, "original"),
        (stale_index, "search"),
        (no_words, "search"),
        (other_view, "form"),
        (broken_record, "record"),
        (page_outside, "record"),
        (orphan, "database"),
        (a_row_too_many, "record"),
        (a_value_without_its_place, "record"),
        (other_words, "search"),
        (a_correction_that_views_do_not_show, "form"),
    ],
)
def test_harm_is_told(copy: Path, harm: Callable[[Path], None], check: str) -> None:
    harm(copy)
    assert check in {found for found, _ in problems(copy)}
    told = CliRunner().invoke(main, ["verify", "--archive", str(copy)])
    assert told.exit_code == 12 and check in told.output


def test_an_original_that_is_not_kept_is_looked_for_where_it_lay(copy: Path) -> None:
    shutil.rmtree(Originals.beside(copy).folder)
    assert problems(copy) == []
    run(copy, "UPDATE source_names SET path = '/nowhere/' || rowid")
    assert {check for check, _ in problems(copy)} == {"original"}


def test_a_record_of_other_pages_than_its_originals_is_told(copy: Path) -> None:
    run(
        copy,
        "UPDATE source_files SET pages = pages + 1",
        "INSERT INTO unread_pages SELECT id, pages FROM source_files",
    )
    assert problems(copy) == []
    told = CliRunner().invoke(main, ["verify", "--archive", str(copy)])
    assert told.exit_code == 12 and "its record says" in told.output


def test_search_and_views_are_mended(copy: Path) -> None:
    stale_index(copy)
    other_view(copy)
    assert CliRunner().invoke(main, ["verify", "--archive", str(copy), "--mend"]).exit_code == 0


def test_an_archive_that_may_not_be_written_can_be_proved(copy: Path) -> None:
    with Archive.open(copy, "read") as archive:
        assert verify(archive) == []
    stale_index(copy)
    with Archive.open(copy, "read") as archive:
        assert {problem.check for problem in verify(archive)} == {"search"}


def test_a_file_that_changed_while_it_was_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"other bytes")
    store = Originals(tmp_path / "store")
    with pytest.raises(UnreadableFile, match="was changed"):
        store.keep(tmp_path / "a.pdf", "ab" * 32)
    assert [path for path in store.folder.rglob("*") if path.is_file()] == []


def _die_at(step: int, fill: Callable[[Path], Report], path: Path) -> None:
    """Ingest, and be killed at a step: a statement of the database, or a file that is opened, renamed or made."""
    steps = iter(range(step))

    def count(*_: object) -> None:
        if next(steps, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    def audit(name: str, _: object) -> None:
        if name in ("open", "os.rename", "os.mkdir", "os.chmod", "sqlite3.connect"):
            count()

    asked = Connection.exec_driver_sql

    def counted(connection: Connection, *words: Any) -> Any:
        count()
        return asked(connection, *words)

    setattr(Connection, "exec_driver_sql", counted)  # noqa: B010
    sys.addaudithook(audit)
    fill(path)


@pytest.fixture(scope="module")
def moments() -> Iterator[random.Random]:
    yield random.Random(20160928)


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
@pytest.mark.parametrize("round", range(20))
def test_a_killed_ingest_leaves_a_sound_archive_that_a_second_run_completes(
    tmp_path: Path, fill: Callable[[Path], Report], few: list[Path], moments: random.Random, round: int
) -> None:
    path = tmp_path / "arkiv.db"
    step = moments.randrange(15 * round, 15 * round + 15)
    child = multiprocessing.get_context("fork").Process(target=_die_at, args=(step, fill, path))
    child.start()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    if path.exists():
        assert problems(path) == []
    assert fill(path).count("failed") == 0
    assert problems(path) == []
    with sqlite3.connect(path) as connection:
        (loaded,) = connection.execute("SELECT count(*) FROM source_files WHERE status = 'loaded'").fetchone()
    assert loaded == len({file.read_bytes() for file in few})
