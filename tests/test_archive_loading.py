"""A file goes in whole or not at all, and what is there is never lost."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.archive import Archive, find_record, flatten, list_documents, list_files, list_findings
from pipeline.errors import ArchiveError, NothingFound
from schemas.memo import Memo, Question
from schemas.minutes import Attendance, Decision, Item, Minutes, Votes
from schemas.place import Place
from schemas.plan import Measure, Plan, Quantity, Target
from schemas.record import Finding, Reader, Record, Source

DIGEST = "ab" * 32
AT = (Place(page=1, bbox=(1, 2, 3, 4.5)), Place(page=2, bbox=(1, 2, 3, 4)))
LOGS = {"runs", "attempts"}


def a_record(title: str = "Budget", digest: str = DIGEST, people: tuple[str, ...] = ("Bo Ek",)) -> Record:
    decision = Decision(text="Godkendt.", outcome="approved", votes=Votes(for_=("A", "B")), at=AT)
    item = Item(number="1", title=title, decision=decision, absent=people, attachments=("Bilag",), at=AT)
    attendance = tuple(Attendance(name=name, status="absent", at=AT) for name in people)
    minutes = Minutes(
        kind="minutes",
        pages=(1, 2),
        title="Referat",
        municipality="Granholm Kommune",
        committee="Økonomiudvalget",
        date="2016-03-01",
        items=(item,),
        attendance=attendance,
        at=AT,
    )
    measure = Measure(text="80 pct.", quantities=(Quantity(value=80, unit="pct.", bound="at_least"),))
    plan = Plan(
        pages=(3, 4), title="Plan", year=2017, targets=(Target(number=1, title="T", measures=(measure,)),)
    )
    memo = Memo(pages=(5, 5), title="Notat", questions=(Question(number="1", question="?", answer=None),))
    return Record(
        source=Source(file="samlet.pdf", sha256=digest, bytes=10, pages=5, text_layer="native"),
        documents=(minutes, plan, memo),
        findings=(Finding(code="number-gap", severity="warning", message="2 is missing", at=AT),),
        reader=Reader(version="1"),
    )


def rows_of(path: Path, without: frozenset[str] = frozenset()) -> dict[str, list[Any]]:
    """All rows of all tables, the logs aside."""
    with sqlite3.connect(path) as connection:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        rows = {}
        names = [name for name in names if not name.startswith("search") or name == "search_texts"]
        for name in sorted(set(names) - LOGS):
            apart = without | {"id"} if name == "search_texts" else without
            columns = [c[1] for c in connection.execute(f"PRAGMA table_info({name})") if c[1] not in apart]
            rows[name] = sorted(connection.execute(f"SELECT {', '.join(columns)} FROM {name}"), key=repr)
        return rows


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "arkiv.db"


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    with Archive.open(path) as opened:
        yield opened


def test_the_same_file_again_changes_nothing(archive: Archive, path: Path) -> None:
    assert archive.load(a_record(), Path("/a/samlet.pdf")) == "loaded"
    before = rows_of(path)
    assert archive.load(a_record("Other words"), Path("/a/samlet.pdf")) == "unchanged"
    assert rows_of(path) == before


def test_a_reread_replaces_the_record_whole(archive: Archive, path: Path) -> None:
    archive.load(a_record(people=("Bo Ek", "Ida Lund")))
    assert archive.load(a_record("Regnskab", people=("Ida Lund", "Per Dam")), reread=True) == "replaced"
    assert archive.read_record(DIGEST) == a_record("Regnskab", people=("Ida Lund", "Per Dam"))
    assert {row[2] for row in rows_of(path)["people"]} == {"Ida Lund", "Per Dam"}


def test_a_reread_leaves_the_rows_that_a_first_reading_would(tmp_path: Path) -> None:
    for name, titles in (("a.db", ["Budget"]), ("b.db", ["Something else", "Budget"])):
        with Archive.open(tmp_path / name) as archive:
            for title in titles:
                archive.load(a_record(title, people=(title, "Bo Ek")), reread=True)
    without = frozenset({"loaded_at"})
    assert rows_of(tmp_path / "a.db", without) == rows_of(tmp_path / "b.db", without)


def test_a_record_that_breaks_a_rule_of_the_tables_leaves_nothing(archive: Archive, path: Path) -> None:
    before = rows_of(path)
    rows = flatten(a_record())
    rows.tables["votes"].append(("no such vote", "for", 0, "A"))
    with pytest.raises(ArchiveError):
        archive.load(rows)
    assert rows_of(path) == before


def test_a_reread_that_breaks_leaves_the_earlier_record(archive: Archive) -> None:
    archive.load(a_record())
    rows = flatten(a_record("Other"))
    rows.tables["votes"].append(("no such vote", "for", 0, "A"))
    with pytest.raises(ArchiveError):
        archive.load(rows, reread=True)
    assert archive.read_record(DIGEST) == a_record()


def test_a_file_that_cannot_be_read_is_kept_as_seen(archive: Archive) -> None:
    archive.load_failure(DIGEST, Path("/a/b.pdf"), 7, "b.pdf: is damaged", 3)
    columns, rows = list_files(archive)
    (row,) = (dict(zip(columns, row, strict=True)) for row in rows)
    assert (row["file"], row["status"], row["reason"], row["exit_code"]) == (
        "b.pdf",
        "failed",
        "b.pdf: is damaged",
        3,
    )
    assert archive.held([DIGEST]) == set()
    with pytest.raises(NothingFound):
        archive.read_record(DIGEST)


def test_a_failure_is_forgotten_when_the_file_is_read(archive: Archive) -> None:
    archive.load_failure(DIGEST, Path("/a/samlet.pdf"), 7, "damaged", 3)
    assert archive.load(a_record()) == "loaded"
    columns, ((*cells,),) = list_files(archive)
    row = dict(zip(columns, cells, strict=True))
    assert (row["status"], row["reason"], row["exit_code"]) == ("loaded", None, None)


@pytest.mark.parametrize(("elsewhere", "waits"), [(False, 0), (True, 1)])
def test_a_failure_waits_no_more_when_its_place_holds_a_file_that_can_be_read(
    archive: Archive, elsewhere: bool, waits: int
) -> None:
    broken = "f" * 64
    archive.load_failure(broken, Path("/a/b.pdf"), 7, "b.pdf: is damaged", 3)
    if elsewhere:
        archive.also_at(broken, Path("/c/b.pdf"))
    archive.load(a_record(), Path("/a/b.pdf"))
    assert len(list_files(archive, status="failed")[1]) == waits
    columns, rows = list_files(archive)
    told = {
        row["sha256"]: row["replaced_by"] for row in (dict(zip(columns, one, strict=True)) for one in rows)
    }
    assert told == {broken: None if elsewhere else DIGEST[:16], DIGEST: None}


def test_a_failure_never_loses_an_earlier_record(archive: Archive) -> None:
    archive.load(a_record())
    archive.load_failure(DIGEST, Path("/a/samlet.pdf"), 7, "took too long", 6)
    assert archive.read_record(DIGEST) == a_record()
    columns, ((*cells,),) = list_files(archive)
    row = dict(zip(columns, cells, strict=True))
    assert (row["status"], row["reason"]) == ("loaded", "took too long")


def test_the_same_failure_again_changes_nothing(archive: Archive, path: Path) -> None:
    archive.load_failure(DIGEST, Path("/a/b.pdf"), 7, "damaged", 3)
    before = rows_of(path)
    archive.load_failure(DIGEST, Path("/a/b.pdf"), 7, "damaged", 3)
    assert rows_of(path) == before


def test_all_rows_go_with_their_file(archive: Archive, path: Path) -> None:
    empty = rows_of(path)
    archive.load(a_record(), Path("/a/samlet.pdf"))
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM source_files")
    assert {name: rows for name, rows in rows_of(path).items() if rows and name != "people"} == {
        name: rows for name, rows in empty.items() if rows
    }


def test_places_of_one_page_are_found(archive: Archive, path: Path) -> None:
    archive.load(a_record())
    with sqlite3.connect(path) as connection:
        owners = connection.execute("SELECT owner_table FROM places WHERE page = 2").fetchall()
    assert {table for (table,) in owners} == {"meetings", "items", "decisions", "attendances", "findings"}


def test_lists_are_filtered_and_refuse_what_is_unknown(archive: Archive) -> None:
    archive.load(a_record())
    archive.load(a_record(digest="cd" * 32))
    assert len(list_documents(archive)[1]) == 6
    assert len(list_documents(archive, kind=("minutes", "memo"))[1]) == 4
    assert len(list_documents(archive, committee="økonomiUDVALGET", since="2016-01-01")[1]) == 2
    assert len(list_documents(archive, until="2016-01-01")[1]) == 0
    assert len(list_findings(archive, severity=("warning",), code=("number-gap",))[1]) == 2
    assert len(list_findings(archive, severity=("error",))[1]) == 0
    with pytest.raises(NothingFound, match="Økonomiudvalget"):
        list_documents(archive, committee="Trafikudvalget")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (DIGEST, (DIGEST, None)),
        (DIGEST[:16], (DIGEST, None)),
        (f"{DIGEST[:16]}.p3", (DIGEST, f"{DIGEST[:16]}.p3")),
        ("/a/samlet.pdf", (DIGEST, None)),
        ("samlet.pdf", (DIGEST, None)),
    ],
)
def test_a_document_is_found_by(archive: Archive, wanted: str, found: tuple[str, str | None]) -> None:
    archive.load(a_record(), Path("/a/samlet.pdf"))
    assert find_record(archive, wanted) == found


def test_two_candidates_are_no_candidate(archive: Archive) -> None:
    archive.load(a_record())
    archive.load(a_record(digest="cd" * 32))
    with pytest.raises(NothingFound, match="2 files"):
        find_record(archive, "samlet.pdf")


def test_two_writers_take_turns(archive: Archive, path: Path) -> None:
    with Archive.open(path) as other:
        for n, writer in enumerate((archive, other, archive, other)):
            writer.load(a_record(digest=f"{n}" * 64))
    assert len(list_files(archive)[1]) == 4


def test_a_name_that_is_no_text_is_kept_with_escapes(archive: Archive) -> None:
    archive.load_failure(DIGEST, Path("a\udcff.pdf"), 1, "damaged", 3)
    columns, ((*cells,),) = list_files(archive)
    assert dict(zip(columns, cells, strict=True))["file"] == "a\\xff.pdf"


@pytest.mark.parametrize("name", ["a b.db", "100%.db", "æ?#.db", "a'b.db"])
def test_an_archive_may_have_any_name(tmp_path: Path, name: str) -> None:
    with Archive.open(tmp_path / name) as archive:
        archive.load(a_record())
    assert [file.name for file in tmp_path.iterdir()] == [name]
    with Archive.open(tmp_path / name, "read") as archive:
        assert archive.read_record(DIGEST) == a_record()


def test_reading_does_not_write(path: Path) -> None:
    with Archive.open(path) as archive:
        archive.load(a_record())
    before = path.read_bytes()
    with Archive.open(path, "read") as archive, pytest.raises(ArchiveError, match="cannot be written"):
        archive.load(a_record("x"), reread=True)
    assert path.read_bytes() == before
