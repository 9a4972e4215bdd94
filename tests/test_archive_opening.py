"""An archive is opened with care: its form is kept in step, and what is no archive is refused."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from pipeline.archive import Archive, migrations, opening
from pipeline.archive.tables import METADATA
from pipeline.errors import ArchiveError


def _is_no_index(name: str | None, kind: str, _: object) -> bool:
    """The tables behind full-text search are SQLite's own affair."""
    return not (kind == "table" and str(name).startswith("search") and name != "search_texts")


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
def test_the_migrated_form_is_that_of_the_tables(tmp_path: Path) -> None:
    Archive.open(tmp_path / "arkiv.db").close()
    with create_engine(f"sqlite:///{tmp_path / 'arkiv.db'}").connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": _is_no_index}
        )
        assert compare_metadata(context, METADATA) == []
        foreign_keys = {
            (table.name, key.parent.name, key.column.table.name, key.ondelete)
            for table in METADATA.tables.values()
            for key in table.foreign_keys
        }
        found = {
            (table, key[3], key[2], None if key[6] == "NO ACTION" else key[6])
            for table in METADATA.tables
            for key in connection.exec_driver_sql(f"PRAGMA foreign_key_list({table})")
        }
        assert found == foreign_keys


def test_head_is_the_newest_step() -> None:
    settings = Config()
    settings.set_main_option("script_location", str(Path(migrations.__file__).parent))
    assert ScriptDirectory.from_config(settings).get_heads() == [migrations.HEAD]


def test_every_table_and_column_is_explained() -> None:
    silent = [
        str(column) for table in METADATA.sorted_tables for column in table.columns if not column.comment
    ]
    assert silent == []
    assert all(table.comment for table in METADATA.sorted_tables)


def test_an_archive_is_durable_and_holds_its_keys(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "arkiv.db") as archive, archive.transaction() as connection:
        for pragma, value in (("foreign_keys", 1), ("journal_mode", "wal"), ("synchronous", 2)):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
        assert connection.exec_driver_sql("PRAGMA application_id").scalar() == opening.APPLICATION_ID


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "arkiv.db"
    Archive.open(path).close()
    before = path.read_bytes()
    Archive.open(path).close()
    assert path.read_bytes() == before


def test_a_step_that_fails_leaves_no_half_made_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "migrations"
    shutil.copytree(Path(migrations.__file__).parent, copy)
    (copy / "versions" / "9998_broken.py").write_text(
        f'revision = "9998"\ndown_revision = "{migrations.HEAD}"\nfrom alembic import op\n'
        'def upgrade():\n    op.execute("CREATE TABLE half (id)")\n    op.execute("no SQL")\n'
    )
    monkeypatch.setattr(opening, "MIGRATIONS", copy)
    with pytest.raises(ArchiveError):
        Archive.open(tmp_path / "arkiv.db")
    with sqlite3.connect(tmp_path / "arkiv.db") as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == []
    monkeypatch.undo()
    Archive.open(tmp_path / "arkiv.db").close()


def no_database(path: Path) -> None:
    path.write_bytes(b"%PDF-1.4 this is no database at all" * 100)


def another_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (id)")


def newer_form(path: Path) -> None:
    Archive.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def damaged(path: Path) -> None:
    Archive.open(path).close()
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)


def a_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("mode", ["read", "write"])
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (no_database, "is no archive"),
        (another_database, "no archive of this program"),
        (newer_form, "newer version"),
        (damaged, "is damaged"),
        (a_folder, "is a folder"),
    ],
)
def test_what_is_no_archive_is_refused_and_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], None], words: str, mode: opening.Mode
) -> None:
    path = tmp_path / "arkiv.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(ArchiveError, match=words):
        Archive.open(path, mode)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_an_archive_that_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="there is no archive"):
        Archive.open(tmp_path / "arkiv.db", "read")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ArchiveError, match="folder cannot be made"):
        Archive.open(tmp_path / "file" / "arkiv.db")


def test_a_locked_archive_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "arkiv.db"
    Archive.open(path).close()
    monkeypatch.setattr(opening, "WAIT", 0)
    with sqlite3.connect(path, isolation_level=None) as other, Archive.open(path) as archive:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveError, match="is locked by another program"):
            archive.begin_run("1", {})
        with Archive.open(path, "read") as reader:
            assert reader.held(["ab" * 32]) == set()
