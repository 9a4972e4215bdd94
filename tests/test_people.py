"""Spellings of one person or committee meet, strangers do not, and a person's word holds."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.archive import Archive, decide, link_names
from pipeline.archive.spellings import committees_alike, people_alike
from pipeline.cli import main
from pipeline.errors import NothingFound, WrongCorrection
from schemas.minutes import Attendance, Minutes
from schemas.record import Reader, Record, Source

WRITTEN_OTHERWISE = [
    "Hans-Jørgen Kirk | Hans Jørgen Kirk",
    "Bo Ek | BO EK",
    "Kåre Ågaard | Kaare Aagaard",
    "Pia Holm-Lund | Pia Holm Lund",
]

OFFERED = [
    "Rasmus Keld | Rasmus Keld Nørbæk",
    "Mette Højrup | Mette Marie Højrup",
    "Agnete Fog | Agnete Fogh",
    "Samira Haddad | Samira Hadad",
    "Henning Brandstrup | Henning Brandtrup",
    "Kurt Løvgren | Kurt Løvgreen",
    "J. O. Kragelund | Jens Otto Kragelund",
    "Lars T. Olsen | Lars Thorkild Olsen",
    "Nikolaj Nechitaj | Nikolaj Neuhitaj",
    "Ulla Dybkjær Lind | Ulla Dybkær Lind",
    "Erling Mosegaard | Erlin Mosegard",
]

STRANGERS = [
    "Brigitte Klint Jarkel | Kenneth Jarkel",
    "Lone Mortensen | Simon Mortensen",
    "Per Lund Sørensen | Per Holm Sørensen",
    "Claus Jensen | Claus Dyremose",
    "Ole Bjerregaard | Ole Bollesen",
    "Anne Holm | Anne Lund",
    "Gurli Nielsen | Ronni Nielsen",
]


def pair(text: str) -> list[str]:
    return sorted(text.split(" | "))


@pytest.mark.parametrize("text", WRITTEN_OTHERWISE)
def test_what_only_is_written_otherwise_is_linked(text: str) -> None:
    (alike,) = people_alike(pair(text))
    assert alike.sure and alike.score == 100


@pytest.mark.parametrize("text", OFFERED)
def test_what_may_be_one_is_offered_and_not_linked(text: str) -> None:
    (alike,) = people_alike(pair(text))
    assert not alike.sure and alike.score < 100


@pytest.mark.parametrize("text", STRANGERS)
def test_strangers_are_not_offered(text: str) -> None:
    assert list(people_alike(pair(text))) == []


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Byråd | Byrådet 2022-2025", True),
        ("Byråd 2022 | Byrådet", True),
        ("Kultur- og Fritidsudvalget | Kultur- og Fritidsudvalget (KFU)", True),
        ("Plan og Miljøudvalget | Plan- & Miljøudvalg", True),
        ("Teknikudvalget | Tekniskudvalget", False),
        ("Granholm Byråd | Byråd", False),
    ],
)
def test_committees_meet(text: str, sure: bool) -> None:
    (alike,) = committees_alike(pair(text))
    assert alike.sure == sure


@pytest.mark.parametrize(
    "text", ["Børneudvalget | Socialudvalget", "Plan- og Miljøudvalget | Plan- og Tryghedsudvalget"]
)
def test_other_committees_do_not(text: str) -> None:
    assert list(committees_alike(pair(text))) == []


def a_meeting(*names: str, digest: str = "ab" * 32, committee: str = "Byrådet") -> Record:
    attendance = tuple(Attendance(name=name, status="present") for name in names)
    minutes = Minutes(kind="minutes", pages=(1, 1), title="Referat", municipality="Granholm Kommune", committee=committee,
                      date="2016-03-01", attendance=attendance)  # fmt: skip
    source = Source(file="a.pdf", sha256=digest, bytes=1, pages=1, text_layer="native")
    return Record(source=source, documents=(minutes,), reader=Reader(version="1"))


def identities(path: Path) -> dict[str, str]:
    with sqlite3.connect(path) as connection:
        return dict(connection.execute("SELECT name, identity FROM identities WHERE kind = 'person'"))


def link(archive: Archive) -> dict[tuple[str, str], str]:
    with archive.transaction() as connection:
        return {
            (one.name_a, one.name_b): one.status for one in link_names(connection) if one.kind == "person"
        }


def test_a_persons_word_survives_a_reread(tmp_path: Path) -> None:
    path = tmp_path / "arkiv.db"
    record = a_meeting("Bo Ek", "Bo Ek Lund", "BO EK")
    with Archive.open(path) as archive:
        archive.load(record)
        assert link(archive)["Bo Ek", "Bo Ek Lund"] == "offered"
        assert identities(path)["Bo Ek"] != "Bo Ek Lund"
        assert identities(path)["Bo Ek"] == identities(path)["BO EK"]
        decide(archive, "person", "Bo Ek Lund", "Bo Ek", same=True, who="Bente")
        archive.load(record, reread=True)
        link(archive)
        assert set(identities(path).values()) == {"Bo Ek Lund"}
        decide(archive, "person", "Bo Ek", "Bo Ek Lund", same=False, who="Bente")
        archive.load(record, reread=True)
        assert link(archive)["Bo Ek", "Bo Ek Lund"] == "split"
        assert identities(path)["Bo Ek"] != "Bo Ek Lund"
    with sqlite3.connect(path) as connection:
        names = connection.execute("SELECT name FROM attendances ORDER BY name").fetchall()
    assert names == [("BO EK",), ("Bo Ek",), ("Bo Ek Lund",)]


def test_the_best_spelling_names_a_person_or_a_committee(tmp_path: Path) -> None:
    path = tmp_path / "arkiv.db"
    with Archive.open(path) as archive:
        for number, (name, committee) in enumerate(
            [("Pia Holm-Lund", "Byråd"), ("Pia Holm-Lund", "Byråd 2014-2017"), ("Pia Holm Lund", "Byråd 2014-2017"),
             ("Bo Ek", "Kulturudvalget"), ("Bo Ek", "Kulturudvalget (KU)"), ("Bo Ek", "Kulturudvalget (KU)")]
        ):  # fmt: skip
            archive.load(a_meeting(name, digest=f"{number:02x}" * 32, committee=committee))
        link(archive)
    assert set(identities(path).values()) == {"Pia Holm-Lund", "Bo Ek"}
    with sqlite3.connect(path) as connection:
        shown = connection.execute("SELECT DISTINCT committee, count(*) FROM presence GROUP BY 1").fetchall()
    assert shown == [("Byråd", 3), ("Kulturudvalget", 3)]
    for committee in ("Byråd", "byråd 2014-2017", "Kulturudvalget (KU)"):
        command = ["list", "--archive", str(path), "--committee", committee, "--json"]
        assert len(json.loads(CliRunner().invoke(main, command).output)) == 3


def test_one_split_keeps_groups_apart(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "arkiv.db") as archive:
        archive.load(a_meeting("Bo Ek", "Bo Ek Lund", "Bo Ek Holm"))
        link(archive)
        decide(archive, "person", "Bo Ek Lund", "Bo Ek Holm", same=False, who="Bente")
        decide(archive, "person", "Bo Ek", "Bo Ek Lund", same=True, who="Bente")
        decide(archive, "person", "Bo Ek", "Bo Ek Holm", same=True, who="Bente")
    meant = identities(tmp_path / "arkiv.db")
    assert meant["Bo Ek Lund"] != meant["Bo Ek Holm"]


def test_a_word_about_names_that_are_not_there_is_refused(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "arkiv.db") as archive:
        archive.load(a_meeting("Bo Ek"))
        with pytest.raises(NothingFound):
            decide(archive, "person", "Bo Ek", "Ukendt Navn", same=True, who="Bente")
        with pytest.raises(WrongCorrection):
            decide(archive, "person", "Bo Ek", "Bo Ek", same=True, who="Bente")


def test_the_commands_list_and_decide(demo: Path, tmp_path: Path) -> None:
    path = shutil.copy(demo, tmp_path / "arkiv.db")
    run = CliRunner()
    with Archive.open(Path(path)) as archive:
        archive.load(a_meeting("Bo Ek", "Bo Ek Lund"))
        link(archive)
    assert (
        "Bo Ek Lund" in run.invoke(main, ["spellings", "--archive", str(path), "--status", "offered"]).output
    )
    said = run.invoke(
        main, ["spellings", "--archive", str(path), "--same", "Bo Ek", "Bo Ek Lund", "--who", "Bente"]
    )
    assert said.exit_code == 0 and identities(Path(path))["Bo Ek"] == "Bo Ek Lund"
    with sqlite3.connect(path) as connection:
        (own,) = connection.execute("SELECT id FROM decisions ORDER BY id LIMIT 1").fetchone()
    given = [own, "outcome", "--correct", "withdrawn", "--who", "Bente"]
    assert run.invoke(main, ["review", "--archive", str(path), *given]).exit_code == 0
    assert "withdrawn" in run.invoke(main, ["review", "--archive", str(path), "--done", "--csv"]).output
    assert run.invoke(main, ["review", "--archive", str(path), own, "outcome"]).exit_code == 2
    assert run.invoke(main, ["review", "--archive", str(path)]).exit_code == 0
    folder = tmp_path / "svar"
    assert run.invoke(main, ["review", "--archive", str(path), "--answers", str(folder)]).exit_code == 0
    assert len(list(folder.glob("*/gold.json"))) == len(list(folder.glob("*/*.pdf"))) == 1
