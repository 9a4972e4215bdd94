"""What goes wrong around the program: the user is told in one sentence, nothing is half done, and the next run goes on.

`FAULTS` is the table of the README; a test holds the two together.
"""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result

from pipeline.archive import Archive, Originals, load, opening, verify
from pipeline.archive.sqlite import has_wal_reset_race
from pipeline.archive.turn import own_turn
from pipeline.cli import main

README = Path(__file__).resolve().parents[1] / "README.md"


class Fault(NamedTuple):
    """A fault, and what the user sees."""

    what: str
    command: str
    code: int
    says: str


FAULTS = [
    Fault(
        "disk full while an original is kept",
        "ingest",
        7,
        "the original cannot be kept (No space left on device)",
    ),
    Fault(
        "disk full while the database grows",
        "ingest",
        7,
        "the disk is full; make room, then run the command again",
    ),
    Fault("disk full under a list", "list -o", 11, "cannot be written (No space left on device)"),
    Fault("killed (SIGKILL) in the middle", "ingest", -9, ""),
    Fault(
        "another program holds the archive",
        "ingest",
        7,
        "is locked by another program; wait until that has ended",
    ),
    Fault("two ingests at once", "ingest", 0, ""),
    Fault("an original with flipped bytes", "verify", 12, "has other bytes than those that were read"),
    Fault("an archive with flipped bytes", "verify", 7, "is damaged; restore it from a copy"),
    Fault("an archive cut short", "verify", 7, "is damaged; restore it from a copy"),
    Fault("a file system that cannot be written", "ingest", 7, "cannot be"),
    Fault("the share of originals is gone", "verify", 12, "is neither kept nor where it lay"),
    Fault("the share of PDFs is gone", "ingest", 3, "there is no such file; check the path"),
    Fault("a clock that jumps to 1970 and to 2100", "ingest", 0, ""),
    Fault("no room for the copy", "backup", 11, "make room, or name another"),
]


def fault(what: str) -> Fault:
    return next(one for one in FAULTS if one.what == what)


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def ingest(folder: Path) -> Result:
    return run(
        "ingest", folder / "pdf", "--archive", folder / "arkiv.db", "--model", "none", "--workers", "1"
    )


def sound(folder: Path) -> bool:
    with Archive.open(folder / "arkiv.db") as archive:
        return verify(archive) == []


def told(result: Result, one: Fault) -> None:
    """The fault is said in one sentence, without a traceback."""
    assert (result.exit_code, result.exception if not isinstance(result.exception, SystemExit) else None) == (
        one.code,
        None,
    )
    assert one.says in " ".join(result.output.split())


@pytest.fixture
def folder(tmp_path: Path, samples_of: list[Path]) -> Path:
    """A folder with two PDFs, and nothing read yet."""
    (tmp_path / "pdf").mkdir()
    for sample in sorted(samples_of, key=lambda path: path.stat().st_size)[:2]:
        shutil.copy(sample, tmp_path / "pdf")
    return tmp_path


@pytest.fixture
def filled(folder: Path, demo: Path) -> Path:
    """A folder with an archive of all samples and their originals."""
    shutil.copy(demo, folder / "arkiv.db")
    with Archive.open(folder / "arkiv.db") as archive, archive.transaction() as connection:
        rows = connection.exec_driver_sql(
            "SELECT f.sha256, n.path FROM source_files f JOIN source_names n ON n.source_file_id = f.id"
        ).all()
        for digest, path in rows:
            Originals.beside(archive.path).keep(Path(path), digest)
        connection.exec_driver_sql("DELETE FROM source_names")
    return folder


@contextmanager
def held(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_no_room_for_an_original(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("pipeline.writing.os.fsync", full)
        told(ingest(folder), fault("disk full while an original is kept"))
    assert not [path for path in folder.rglob("*") if "unfinished" in path.name]
    assert ingest(folder).exit_code == 0 and sound(folder)


def test_no_room_for_the_database(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("ingest", README, "--archive", folder / "arkiv.db", "--model", "none").exit_code == 3
    connect = opening._connect

    def small(path: Path, options: str) -> sqlite3.Connection:
        connection = connect(path, options)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 3}")
        return connection

    with monkeypatch.context() as patch:
        patch.setattr(opening, "_connect", small)
        told(ingest(folder), fault("disk full while the database grows"))
    assert sound(folder)
    assert ingest(folder).exit_code == 0 and sound(folder)


def test_a_small_disk_that_grows(folder: Path, samples_of: list[Path]) -> None:
    disk = folder / "disk"
    disk.mkdir()
    small = ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(disk)]
    try:
        mounted = subprocess.run(small, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("no file system may be mounted here")
    words = (
        "ingest",
        samples_of[0].parent.parent,
        "--archive",
        disk / "arkiv.db",
        "--model",
        "none",
        "--workers",
        "1",
    )
    try:
        told(run(*words), fault("disk full while the database grows"))
        subprocess.run(["mount", "-o", "remount,size=60m", str(disk)], check=True)
        assert sound(disk)
        assert run(*words).exit_code == 0 and sound(disk)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_no_room_for_a_list(filled: Path) -> None:
    told(
        run("list", "--json", "-o", "/dev/full", "--archive", filled / "arkiv.db"),
        fault("disk full under a list"),
    )
    assert not Path("/dev/full").is_file()


def test_killed_in_the_middle(folder: Path) -> None:
    dies = (
        "import os, signal, sys; from pipeline.archive import Archive; from pipeline.cli import main; real = Archive.load\n"
        "def load(*a, **k):\n real(*a, **k); os.kill(os.getpid(), signal.SIGKILL)\n"
        "Archive.load = load\n"
        "if __name__ == '__main__': main(sys.argv[1:])"
    )
    words = [
        "ingest",
        str(folder / "pdf"),
        "--archive",
        str(folder / "arkiv.db"),
        "--model",
        "none",
        "--workers",
        "1",
    ]
    script = folder / "dies.py"
    script.write_text(dies, encoding="utf-8")
    ended = subprocess.run([sys.executable, str(script), *words], capture_output=True, check=False)
    assert ended.returncode == fault("killed (SIGKILL) in the middle").code
    assert sound(folder)
    assert ingest(folder).exit_code == 0 and sound(folder)


def test_locked(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "WAIT", 0.05)
    with held(filled / "arkiv.db"):
        told(ingest(filled), fault("another program holds the archive"))
    assert sound(filled)


def test_two_at_once(folder: Path) -> None:
    words = [sys.executable, "-c", "from pipeline.cli import main; main()", "ingest", str(folder / "pdf")]
    words += ["--archive", str(folder / "arkiv.db"), "--model", "none", "--workers", "1"]
    both = [subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert [one.wait() for one in both] == [0, 0]
    assert sound(folder)


def test_a_second_writer_waits_for_its_turn_and_says_so(folder: Path) -> None:
    words = [sys.executable, "-c", "from pipeline.cli import main; main()", "ingest", str(folder / "pdf")]
    words += ["--archive", str(folder / "arkiv.db"), "--model", "none", "--workers", "1"]
    with own_turn(folder / "arkiv.db", lambda: None):
        second = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        assert second.stderr is not None
        assert "writes to it; waiting until that has ended" in second.stderr.readline()
        assert second.poll() is None
    second.communicate()
    assert second.returncode == 0
    assert sound(folder)


def flip(path: Path, at: Callable[[int], int], many: int = 64) -> None:
    path.chmod(0o644)
    with path.open("r+b") as file:
        start = at(path.stat().st_size)
        file.seek(start)
        bytes_there = file.read(many)
        file.seek(start)
        file.write(bytes(byte ^ 0x5A for byte in bytes_there))


def test_an_original_is_damaged(filled: Path) -> None:
    flip(next((filled / "arkiv.originals").rglob("*.pdf")), lambda size: size // 2)
    told(run("verify", "--json", "--archive", filled / "arkiv.db"), fault("an original with flipped bytes"))


@pytest.mark.parametrize("part", [3, 7, 11, 15])
def test_the_archive_is_damaged(filled: Path, part: int) -> None:
    flip(filled / "arkiv.db", lambda size: size * part // 16, 4096)
    result = run("verify", "--json", "--archive", filled / "arkiv.db")
    assert result.exit_code in (7, 12)
    assert isinstance(result.exception, SystemExit)


def test_the_archives_head_is_damaged(filled: Path) -> None:
    flip(filled / "arkiv.db", lambda _: 4096 * 1 + 8, 4096 * 8)
    told(run("verify", "--json", "--archive", filled / "arkiv.db"), fault("an archive with flipped bytes"))


def test_the_archive_is_cut_short(filled: Path) -> None:
    os.truncate(filled / "arkiv.db", (filled / "arkiv.db").stat().st_size // 4096 // 2 * 4096)
    told(run("verify", "--json", "--archive", filled / "arkiv.db"), fault("an archive cut short"))


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no /proc")
def test_nothing_can_be_written(folder: Path) -> None:
    result = run("ingest", folder / "pdf", "--archive", "/proc/arkiv.db", "--model", "none")
    told(result, fault("a file system that cannot be written"))


def test_an_archive_on_a_disc_is_read_and_proved_without_a_trace(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def names() -> list[str]:
        return sorted(path.name for path in filled.iterdir() if not path.name.endswith(".turn"))

    assert run("verify", "--archive", filled / "arkiv.db").exit_code == 0
    before = names()
    monkeypatch.setattr("os.access", lambda path, mode, **_: mode != os.W_OK)
    for words in (["list"], ["search", "godkendt"], ["verify"]):
        result = run(*words, "--archive", filled / "arkiv.db")
        assert result.exit_code == 0, result.output
        assert names() == before


def test_the_originals_are_gone(filled: Path) -> None:
    (filled / "arkiv.originals").rename(filled / "elsewhere")
    told(run("verify", "--json", "--archive", filled / "arkiv.db"), fault("the share of originals is gone"))


def test_the_pdfs_are_gone(folder: Path) -> None:
    result = run(
        "ingest", folder / "share" / "referat.pdf", "--archive", folder / "arkiv.db", "--model", "none"
    )
    told(result, fault("the share of PDFs is gone"))


def test_the_clock_jumps(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for moment in ("1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z", "1999-12-31T23:59:59Z"):
        monkeypatch.setattr(load, "now", lambda moment=moment: moment)
        told(ingest(folder), fault("a clock that jumps to 1970 and to 2100"))
    assert sound(folder)


def test_a_copy_can_be_restored(filled: Path) -> None:
    safe = filled / "safe" / "kopi.db"
    with held(filled / "arkiv.db"):  # another program may write meanwhile
        assert run("backup", safe, "--archive", filled / "arkiv.db").exit_code == 0
    shutil.rmtree(filled / "arkiv.originals")
    for path in filled.glob("arkiv.db*"):
        path.unlink()
    shutil.copy(safe, filled / "arkiv.db")
    shutil.copytree(safe.with_suffix(".originals"), filled / "arkiv.originals")
    assert run("verify", "--archive", filled / "arkiv.db").exit_code == 0
    assert sorted(path.name for path in safe.parent.iterdir()) == ["kopi.db", "kopi.originals"]


def test_a_damaged_archive_does_not_replace_its_copy(filled: Path) -> None:
    safe = filled / "safe"
    safe.mkdir()
    assert run("backup", safe, "--archive", filled / "arkiv.db").exit_code == 0
    before = (safe / "arkiv.db").read_bytes()
    with closing(sqlite3.connect(filled / "arkiv.db")) as connection:
        connection.execute("UPDATE documents SET kind = 'ukendt'")
        connection.commit()
    assert run("backup", safe, "--archive", filled / "arkiv.db").exit_code == 12
    assert (safe / "arkiv.db").read_bytes() == before


def test_no_room_for_a_copy(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("pipeline.archive.backup.os.fsync", full)
    told(run("backup", filled / "kopi.db", "--archive", filled / "arkiv.db"), fault("no room for the copy"))
    assert not list(filled.glob("*kopi*"))


def test_a_copy_where_nothing_can_be_written(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_only(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    monkeypatch.setattr(Path, "unlink", read_only)
    monkeypatch.setattr("pipeline.archive.backup._copy", lambda _, coming: read_only(coming))
    result = run("backup", filled / "kopi.db", "--archive", filled / "arkiv.db")
    assert result.exit_code == 11 and "kopi.db: cannot be written (Read-only file system)" in result.output


@pytest.mark.parametrize(
    ("version", "has"),
    [((3, 6, 23), False), ((3, 40, 1), True), ((3, 44, 5), True), ((3, 44, 6), False), ((3, 45, 0), True), ((3, 50, 7), False),
     ((3, 51, 2), True), ((3, 51, 3), False), ((3, 53, 0), False)],
)  # fmt: skip
def test_which_sqlite_has_the_race(version: tuple[int, int, int], has: bool) -> None:
    assert has_wal_reset_race(version) is has


def test_the_readme_has_the_table() -> None:
    text = README.read_text(encoding="utf-8")
    missing = [one.what for one in FAULTS if f"| {one.what} | `{one.command}` |" not in text]
    assert missing == []
