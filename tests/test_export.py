"""What is exported holds what the archive holds, in forms that others' programs take."""

import csv
import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline.archive import Archive, rule, verify
from pipeline.archive.export import exported, oparl_objects
from pipeline.cli import main

OPARL = next(
    (
        up / "shared" / "oparl"
        for up in Path(__file__).resolve().parents
        if (up / "shared" / "oparl").is_dir()
    ),
    None,
)


def run(demo: Path, *words: str) -> Any:
    result = CliRunner().invoke(main, ["export", *words, "--archive", str(demo)])
    assert result.exit_code == 0, result.output
    return result


def counts(path: Path) -> dict[str, int]:
    with sqlite3.connect(path) as connection:
        return {
            one.name: connection.execute(f"SELECT count(*) FROM {one.name}").fetchone()[0]
            for one in exported()
        }


def test_every_table_is_written_as_csv_and_json_lines(demo: Path, tmp_path: Path) -> None:
    run(demo, "csv", str(tmp_path / "csv"))
    run(demo, "jsonl", str(tmp_path / "jsonl"))
    for name, count in counts(demo).items():
        with (tmp_path / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert sum(1 for _ in csv.reader(file)) == count + 1
        lines = (tmp_path / "jsonl" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        assert len(lines) == count
        assert all(
            set(json.loads(line)) == {c for c, _, _ in entry.columns}
            for entry in exported()
            if entry.name == name
            for line in lines[:1]
        )


def test_every_table_is_written_as_parquet(demo: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra `export` is not installed")
    run(demo, "parquet", str(tmp_path))
    for name, count in counts(demo).items():
        assert parquet.read_metadata(tmp_path / f"{name}.parquet").num_rows == count
    table = parquet.read_table(tmp_path / "quantities.parquet")
    assert str(table.schema.field("value").type) == "double"
    with sqlite3.connect(demo) as connection:
        assert table.column("value").to_pylist() == [
            value for (value,) in connection.execute("SELECT value FROM quantities")
        ]


def test_a_cell_cannot_become_a_formula(demo: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(demo, tmp_path / "arkiv.db"))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE people SET name = '=HYPERLINK(1)' WHERE rowid = 1")
    run(path, "csv", str(tmp_path / "csv"), "--table", "people")
    assert "'=HYPERLINK(1)" in (tmp_path / "csv" / "people.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [["csv", "x", "--table", "nix"], ["json", "nix"]])
def test_what_is_not_there_is_refused(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["export", *words, "--archive", str(demo)]).exit_code == 10


def test_one_meeting_is_written_as_the_record_has_it_with_its_corrections(
    demo: Path, tmp_path: Path, record_of: Any, samples_of: list[Path]
) -> None:
    path = Path(shutil.copy(demo, tmp_path / "arkiv.db"))
    record = record_of(samples_of[0])
    own = f"{record.source.sha256[:16]}.p1"
    read = json.loads(record.documents[0].model_dump_json(by_alias=True))
    assert json.loads(run(path, "json", own).stdout) == read
    with Archive.open(path) as archive:
        rule(archive, own, "committee", "correct", "Bo", "Børneudvalget")
    assert json.loads(run(path, "json", own).stdout) == read | {"committee": "Børneudvalget"}


@pytest.fixture(scope="module")
def things(demo: Path) -> list[dict[str, Any]]:
    with Archive.open(demo, "read") as archive:
        return list(oparl_objects(archive, "https://arkiv.example.org/oparl/"))


def test_oparl_objects_hold_together(things: list[dict[str, Any]], demo: Path) -> None:
    ids = [thing["id"] for thing in things]
    assert len(ids) == len(set(ids))
    number = counts(demo)
    by_type = [thing["type"].rpartition("/")[2] for thing in things]
    assert by_type.count("Meeting") == number["meetings"] and by_type.count("AgendaItem") == number["items"]
    known = set(ids)
    for thing in things:
        for name in ("body", "meeting", "organization", "person", "participant"):
            linked = thing.get(name, [])
            for link in [linked] if isinstance(linked, str) else linked:
                assert link in known or "/list/" in link
        for membership in thing.get("membership", []):
            assert membership["person"] == thing["id"] and membership["organization"] in known


def test_votes_and_places_stand_in_fields_of_our_own(things: list[dict[str, Any]]) -> None:
    items = [thing for thing in things if thing["type"].endswith("/AgendaItem")]
    options = {vote["option"] for item in items for vote in item.get("udvalgsarkiv:votes", [])}
    assert options == {"yes", "no", "abstain"}
    assert all(item["udvalgsarkiv:places"] for item in items)


def test_oparl_objects_follow_its_schema(things: list[dict[str, Any]]) -> None:
    if OPARL is None:
        pytest.skip("the standard's schemas are not here")
    jsonschema = pytest.importorskip("jsonschema")
    schemas = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in OPARL.glob("*.json")}
    validators = {name: jsonschema.Draft7Validator(schema) for name, schema in schemas.items()}

    def check(thing: Any) -> int:
        seen = 0
        if isinstance(thing, dict):
            if str(thing.get("type", "")).startswith("https://schema.oparl.org/"):
                name = thing["type"].rpartition("/")[2]
                assert [error.message for error in validators[name].iter_errors(thing)] == []
                ours = {field for field in thing if not field.startswith("udvalgsarkiv:")}
                assert ours <= set(schemas[name]["properties"])
                seen += 1
            return seen + sum(check(value) for value in thing.values())
        return sum(map(check, thing)) if isinstance(thing, list) else 0

    assert sum(map(check, things)) >= len(things)


def test_oparl_is_written_by_type(demo: Path, tmp_path: Path) -> None:
    run(demo, "oparl", str(tmp_path))
    assert {path.stem for path in tmp_path.iterdir()} == {
        "Body",
        "Organization",
        "Person",
        "File",
        "Meeting",
        "AgendaItem",
        "Paper",
    }


def test_a_bag_is_whole_and_its_archive_is_sound(demo: Path, tmp_path: Path) -> None:
    bagit = pytest.importorskip("bagit", reason="the extra `export` is not installed")
    folder = tmp_path / "bag"
    run(demo, "bag", str(folder), "--organization", "Granholm Stadsarkiv")
    bag = bagit.Bag(str(folder))
    bag.validate()
    assert bag.info["Source-Organization"] == "Granholm Stadsarkiv"
    with Archive.open(folder / "data" / "arkiv.db", "read") as archive:
        assert verify(archive) == []
    assert len(list((folder / "data" / "arkiv.originals").glob("*/*.pdf"))) == counts(demo)["source_files"]
    again = CliRunner().invoke(main, ["export", "bag", str(folder), "--archive", str(demo)])
    assert again.exit_code == 11
