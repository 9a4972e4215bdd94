"""The views answer the questions that the README asks, show corrections, and are explained column by column."""

import json
import re
import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline.archive import VIEWS, Archive, View, sql_of
from pipeline.archive.dictionary import entries
from pipeline.archive.twins import find_twins
from pipeline.archive.views import all_views, apply_corrections, out_of_step
from pipeline.cli import main
from schemas.minutes import Attendance, Decision, HistoryEntry, Item, Minutes, Votes
from schemas.plan import Measure, Plan, Quantity, Target
from schemas.record import Reader, Record, Source

README = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")

EMPTY = {"coverage_rhythm"}
"""Questions to which the samples have no answer."""


ASKED = {"kommune": "Granholm", "sagsnummer": "250017", "soegeord": "sygedagpenge"}
"""What a reader types into the fields of the questions."""


def ask(path: Path, sql: str, **typed: str) -> list[dict[str, object]]:
    with sqlite3.connect(path) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(sql, typed)]


def meeting(
    *items: Item, committee: str = "Byrådet", date: str = "2022-03-01", attendance: Sequence[Attendance] = ()
) -> Minutes:
    return Minutes(
        kind="minutes",
        pages=(1, 1),
        title="Referat",
        municipality="Skovlund Kommune",
        committee=committee,
        date=date,
        items=items,
        attendance=tuple(attendance),
    )


def archive_of(folder: Path, *files: Sequence[Minutes | Plan]) -> Path:
    """An archive of files that hold some meetings, as a run leaves it."""
    path = folder / "arkiv.db"
    with Archive.open(path) as archive:
        run = archive.begin_run("1", {})
        for number, meetings in enumerate(files):
            file, digest = f"{number}.pdf", f"{number:02x}" * 32
            source = Source(file=file, sha256=digest, bytes=1, pages=1, text_layer="native")
            archive.load(Record(source=source, documents=tuple(meetings), reader=Reader(version="1")))
            archive.log(run, [(Path(file), digest, "loaded", None, None)])
        archive.end_run(run)
    return path


def item(
    number: int,
    title: str,
    *,
    text: str | None = "Godkendt.",
    votes: Votes | None = None,
    absent: Sequence[str] = (),
    **fields: Any,
) -> Item:
    decision = Decision(text=text, outcome="approved", votes=votes) if text else None
    return Item(number=str(number), title=title, decision=decision, absent=tuple(absent), **fields)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_the_readmes_questions_have_answers(demo: Path, view: View) -> None:
    blocks = [" ".join(block.split()) for block in re.findall(r"```sql\n(.*?)```", README, re.DOTALL)]
    assert f"**{view.question}** (`{view.name}`)" in README
    assert " ".join(view.example.split()) in blocks
    assert bool(ask(demo, view.example)) == (view.name not in EMPTY)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_a_question_is_asked_of_whatever_archive_is_open(demo: Path, view: View) -> None:
    needs_a_value = ":sagsnummer" in view.asked
    answers = not needs_a_value and view.name not in EMPTY
    assert bool(ask(demo, view.asked, **dict.fromkeys(ASKED, ""))) == answers
    typed = ASKED | {"kommune": "Nørremark" if "Nørremark" in view.example else ASKED["kommune"]}
    assert len(ask(demo, view.asked, **typed)) >= len(ask(demo, view.example))
    for named in ("kommune", "sagsnummer", "soegeord"):
        if f":{named}" in view.asked:
            assert not ask(demo, view.asked, **typed | {named: "Findesikke"})
    assert "Kommune'" not in view.asked and "250017" not in view.asked


@pytest.mark.parametrize("view", all_views(), ids=lambda view: view.name)
def test_a_views_columns_are_those_that_it_explains(demo: Path, view: View) -> None:
    with sqlite3.connect(demo) as connection:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({view.name})")]
    assert columns == list(view.columns)
    assert (view.of or all(view.columns.values())) and view.about


def test_every_question_of_the_readme_is_answered(demo: Path) -> None:
    questions = re.findall(r"```sql\n(.*?)```", README, re.DOTALL)
    assert len(questions) >= 10
    unanswered = [question for question in questions if not ask(demo, question)]
    assert len(unanswered) == len(EMPTY)


def test_a_case_is_followed_through_its_meetings(demo: Path) -> None:
    steps = ask(
        demo,
        "SELECT date, step, outcome FROM case_life WHERE case_number = '250017' AND step = 'meeting' ORDER BY date",
    )
    assert [(step["date"], step["outcome"]) for step in steps] == [
        ("2015-04-17", "rejected"),
        ("2015-06-12", "approved"),
    ]
    committee, council = ask(
        demo,
        "SELECT body, outcome FROM case_life WHERE case_number = '17.01.00-A00-3-15' AND step = 'meeting' ORDER BY date",
    )
    assert (committee["outcome"], council["outcome"]) == ("recommended", "approved")


def test_a_cases_life_has_each_step_once_and_in_its_time(tmp_path: Path) -> None:
    told = [
        HistoryEntry(body="Teknikudvalget", date="2022-02-01", text="Anbefales."),
        HistoryEntry(body="Byrådet 2022-2025", date="2022-03-01", text="Godkendt."),
        HistoryEntry(body="Økonomiudvalget", date="2022-02-08", text="Beslutning ikke frigivet"),
        HistoryEntry(body="Økonomiudvalget", date="2022-04-05", text="Taget til efterretning."),
    ]
    path = archive_of(tmp_path, [meeting(item(1, "Ny sti", case_number="22/17", history=tuple(told)))])
    steps = ask(path, "SELECT date, step FROM case_life WHERE case_number = '22/17' ORDER BY date")
    assert [tuple(step.values()) for step in steps] == [
        ("2022-02-01", "history"),
        ("2022-03-01", "meeting"),
        ("2022-04-05", "later"),
    ]


def test_who_stands_on_two_sides_of_a_decision_is_told(tmp_path: Path) -> None:
    votes = Votes(**{"for": ("A", "V"), "against": ("V", "Bo Ek")})
    path = archive_of(tmp_path, [meeting(item(1, "Ny sti", votes=votes))])
    cast = ask(path, "SELECT option, voter, other_options FROM votes_cast ORDER BY option, voter")
    assert [tuple(one.values()) for one in cast] == [
        ("against", "Bo Ek", None),
        ("against", "V", "for"),
        ("for", "A", None),
        ("for", "V", "against"),
    ]


def test_who_is_absent_whenever_something_is_decided_was_away(tmp_path: Path) -> None:
    people = [
        Attendance(name="Ida Holm", status="present"),
        Attendance(name="Bo Ek-Lund", status="partial"),
        Attendance(name="Per Vang", status="partial"),
        Attendance(name="Eva Skov", status="present", substitute=True),
    ]
    items = [
        item(1, "Ny sti", absent=["Bo Ek-Lund"]),
        item(2, "Ny skole", absent=["Bo Ek Lund", "Per Vang"]),
        item(3, "Spørgetid", text=None),
    ]
    path = archive_of(tmp_path, [meeting(*items, attendance=people)])
    rates = ask(
        path, "SELECT person, present, partial, absent, rate FROM attendance_rates ORDER BY rate, person"
    )
    assert [tuple(one.values()) for one in rates] == [
        ("Bo Ek-Lund", 0, 0, 1, 0.0),
        ("Ida Holm", 1, 0, 0, 100.0),
        ("Per Vang", 1, 1, 0, 100.0),
    ]
    members = ask(path, "SELECT person FROM memberships WHERE NOT substitute")
    assert {one["person"] for one in members} == {"Ida Holm", "Bo Ek-Lund", "Per Vang"}


AGENDA = ("Godkendelse af dagsorden", "Ny sti ved åen", "Ny skole på Skovvej", "Meddelelser")


@pytest.mark.parametrize(
    ("other", "day", "same"),
    [
        (AGENDA, "2022-03-01", True),
        (("Godkendelse af dagsordenen", "Ny sti ved åen", "Ny skole på Skov-vej"), "2022-03-01", True),
        (AGENDA, "2022-04-05", False),
        (("Godkendelse af dagsorden", "Budget 2023", "Meddelelser"), "2022-03-01", False),
        (("Godkendelse af dagsorden",), "2022-03-01", False),
    ],
)
def test_a_meeting_in_two_files_is_counted_once(
    tmp_path: Path, other: Sequence[str], day: str, same: bool
) -> None:
    def told(titles: Sequence[str], date: str, committee: str) -> Minutes:
        votes = Votes(**{"for": ("A",), "against": ("B",)})
        items = [
            item(n, title, votes=votes, proposal="Det indstilles.", case_number=f"22/{n}")
            for n, title in enumerate(titles)
        ]
        return meeting(
            *items, committee=committee, date=date, attendance=[Attendance(name="Ida Holm", status="present")]
        )

    bound = [told(("Budget",), "2022-01-11", "Økonomiudvalget"), told(other, day, "Byrådet 2022-2025")]
    path = archive_of(tmp_path, bound, [told(AGENDA, "2022-03-01", "Byrådet")])
    for view, a_title in (("decided", 1), ("proposal_and_decision", 1), ("case_life", 1), ("votes_cast", 2)):
        (rows,) = ask(path, f"SELECT count(*) AS n FROM {view}")
        assert rows["n"] == a_title * (1 + len(AGENDA) + (0 if same else len(other)))
    (rate,) = ask(path, "SELECT meetings FROM attendance_rates WHERE committee LIKE 'Byråd%'")
    assert rate["meetings"] == (1 if same else 2)
    listed = json.loads(CliRunner().invoke(main, ["list", "--archive", str(path), "--json"]).output)
    twins = {one["committee"]: one["same_as"] for one in listed if one["same_as"]}
    left_out = "Byrådet" if other == AGENDA else "Byrådet 2022-2025"  # among equals the first id's stands
    assert set(twins) == ({left_out} if same else set())
    assert set(twins.values()) <= {one["id"] for one in listed if one["committee"] not in twins}
    with Archive.open(path) as archive, archive.transaction() as connection:
        find_twins(connection)
    assert json.loads(CliRunner().invoke(main, ["list", "--archive", str(path), "--json"]).output) == listed
    hits = json.loads(CliRunner().invoke(main, ["search", "skole", "--archive", str(path), "--json"]).output)
    assert [bool(hit["also"]) for hit in hits] == ([True] if same else [False] * len(hits))
    assert not {hit["id"] for hit in hits} & set(" ".join(hit["also"] or "" for hit in hits).split())
    assert [one["owner_id"] for one in ask(path, sql_of("skole"))] == [hit["id"] for hit in hits]


PROMISE = "Mindst 45 pct. af de unge skal i job."


@pytest.mark.parametrize(
    ("status", "words", "same"),
    [
        ("adopted", PROMISE, True),
        (None, "Mindst 45 pct. af de unge  skal i job", True),
        ("draft", PROMISE, False),
        ("adopted", "Mindst 40 pct. af de unge skal i job.", False),
    ],
)
def test_a_plan_in_two_files_is_one_but_a_draft_is_not_it(
    tmp_path: Path, status: str | None, words: str, same: bool
) -> None:
    def told(status: str | None, words: str) -> Plan:
        number = Quantity(value=45, unit="pct.", bound="at_least")
        targets = [
            Target(number=1, title="Flere unge i job", measures=(Measure(text=words, quantities=(number,)),))
        ]
        common: dict[str, Any] = {"pages": (1, 1), "title": "Plan", "municipality": "Skovlund Kommune"}
        return Plan(kind="plan", year=2017, status=status, targets=tuple(targets), **common)

    bound = [meeting(item(1, "Meddelelser")), told(status, words)]
    path = archive_of(tmp_path, bound, [told("adopted", PROMISE)])
    rows = ask(path, "SELECT target_id FROM targets_by_year")
    assert len(rows) == (1 if same else 2)
    hits = json.loads(CliRunner().invoke(main, ["search", "unge", "--archive", str(path), "--json"]).output)
    assert {hit["id"] for hit in hits} == {row["target_id"] for row in rows}
    assert all(bool(hit["also"]) == same for hit in hits)
    assert {one["owner_id"] for one in ask(path, sql_of("unge"))} == {hit["id"] for hit in hits}


def test_a_gap_between_meetings_is_said(demo: Path) -> None:
    (gap,) = ask(
        demo, "SELECT * FROM coverage_numbers WHERE gap = 'before a meeting' AND date = '2016-10-04'"
    )
    assert (gap["first_missing"], gap["last_missing"]) == (220, 225)


def test_a_pause_that_is_longer_than_usual_is_said(tmp_path: Path) -> None:
    path = tmp_path / "arkiv.db"
    Archive.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO source_files (id, sha256, file, bytes, status) VALUES ('f', 'f', 'f', 1, 'loaded')"
        )
        for n, date in enumerate(["2016-01-05", "2016-02-02", "2016-03-01", "2016-07-05", "2016-08-02"]):
            document = (f"f.p{n}", "f", n, "minutes", n, n, "Referat", "Granholm Kommune", None)
            connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", document)
            connection.execute(
                "INSERT INTO meetings (id, committee, date) VALUES (?, 'Byrådet', ?)", (f"f.p{n}", date)
            )
    (pause,) = ask(path, "SELECT * FROM coverage_rhythm")
    assert (pause["last_date"], pause["next_date"], pause["usual_days"]) == ("2016-03-01", "2016-07-05", 28.0)


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("decisions", "outcome", "withdrawn"),
        ("items", "title", "Nyt navn"),
        ("quantities", "value", 12.5),
        ("items", "proposal", None),
    ],
)
def test_a_correction_wins_in_the_views_and_leaves_the_table(
    demo: Path, tmp_path: Path, table: str, field: str, value: object
) -> None:
    path = Path(shutil.copy(demo, tmp_path / "arkiv.db"))
    (row,) = ask(path, f"SELECT id, {field} FROM {table} WHERE {field} IS NOT NULL LIMIT 1")
    with sqlite3.connect(path) as connection:
        cells = (table, row["id"], field, json.dumps(value))
        connection.execute(
            "INSERT INTO corrections (owner_table, owner_id, field, verdict, value, wins, holds, who, at) "
            "VALUES (?, ?, ?, 'correct', ?, 1, 1, 'Bo', '2026')",
            cells,
        )
    with Archive.open(path) as archive, archive.transaction() as opened:
        assert out_of_step(opened) == [row["id"]]
        apply_corrections(opened)
        assert out_of_step(opened) == []
    (now,) = ask(path, f"SELECT * FROM {table}_now WHERE id = '{row['id']}'")
    (read,) = ask(path, f"SELECT * FROM {table} WHERE id = '{row['id']}'")
    assert json.loads(read.pop("corrected")) == {field: value}
    assert now == read | {field: value}
    assert read[field] == row[field]


def test_the_dictionary_explains_every_table_view_and_column(demo: Path) -> None:
    with sqlite3.connect(demo) as connection:
        names = {
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
            )
        }
        hidden = {
            name for name in names if name.startswith(("search_", "sqlite_")) and name != "search_texts"
        }
        told = {entry.name: [name for name, _, _ in entry.columns] for entry in entries()}
        assert set(told) == names - hidden - {"alembic_version"}
        for name, columns in told.items():
            assert columns == [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
    assert all(about for entry in entries() for _, _, about in entry.columns)
    page = CliRunner().invoke(main, ["dictionary"]).output
    assert all(f"## {name} (" in page for name in told)
    assert {
        one["name"] for one in json.loads(CliRunner().invoke(main, ["dictionary", "--json"]).output)
    } == set(told)
