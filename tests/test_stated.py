"""What a site states, held against what was read; and how it comes into the archive."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.archive import Archive, Originals, verify
from pipeline.batch import ingest, where
from pipeline.checking.stated import Beside, check_stated, stated_beside
from pipeline.cli import main
from schemas.minutes import Attendance, Decision, Item, Minutes
from schemas.reading import Reading
from schemas.record import Reader, Record, Source
from schemas.stated import BESIDE, Stated, StatedItem, StatedPerson
from schemas.vocabulary import FindingCode, Presence

ITEM = StatedItem(
    number="1",
    title="Godkendelse af dagsorden",
    case_number="21-014448",
    open=True,
    decision="Godkendt med 5 stemmer for.",
    absent=("Ib Lund",),
)
SECOND = StatedItem(number="2", title="Beskæftigelsesplan 2023", open=True, decision="Udsat.")
STATED = Stated(
    address="https://dagsordener.granholm.example/api/agenda/dagsorden/1",
    committee="Økonomiudvalget",
    date="2022-01-10",
    start_time="08:00",
    place="Mødelokale 1",
    people=(StatedPerson(name="Bente Holm", status=Presence.present), StatedPerson(name="Ib Lund")),
    items=(ITEM, SECOND),
)
MINUTES = Minutes(
    kind="minutes",
    pages=(1, 2),
    title="Referat",
    committee="Økonomiudvalget",
    date="2022-01-10",
    start_time="08:00",
    place="Mødelokale 1",
    items=(
        Item(
            number="1",
            title="Godkendelse af dagsorden",
            case_number="21-014448",
            decision=Decision(text="Godkendt med 5 stemmer for.", outcome="approved"),
            absent=("Ib Lund",),
        ),
        Item(
            number="2", title="Beskæftigelsesplan 2023", decision=Decision(text="Udsat.", outcome="postponed")
        ),
    ),
    attendance=(
        Attendance(name="Bente Holm", status=Presence.present),
        Attendance(name="Ib Lund", status=Presence.partial),
    ),
)


def findings(stated: Stated, *minutes: Minutes) -> list[str]:
    record = Record(
        source=Source(file="referat.pdf", sha256="ab" * 32, bytes=1, pages=2, text_layer="native"),
        documents=minutes or (MINUTES,),
        reader=Reader(version="0"),
        stated=stated,
    )
    found = list(check_stated(record))
    assert all(one.code is FindingCode.stated_differs for one in found)
    return [one.message for one in found]


def item(**changes: object) -> Stated:
    return STATED.model_copy(update={"items": (ITEM.model_copy(update=changes), SECOND)})


def meeting(**changes: object) -> Stated:
    return STATED.model_copy(update=changes)


SAME = {
    "the same": STATED,
    "nothing but an address": Stated(address="x"),
    "capitals, spaces, punctuation": item(title="GODKENDELSE  af dagsorden.", case_number="21 - 014448", decision="godkendt, med 5 stemmer for"),
    "spaces that do not break, ligatures": item(title="Godkendelse\u00a0af dagsorden\u00a0", decision="Godkendt med 5 stemmer for\u200b."),
    "marks of a list": item(decision="1. Godkendt med 5 stemmer for."),
    "hyphens at a line's end": item(title="Godkendelse af dags-orden"),
    "the number in the title": item(title="1. Godkendelse af dagsorden"),
    "open in the title": item(title="Åbent punkt - Godkendelse af dagsorden"),
    "other numbering": item(number="57"),
    "absence in the decision": item(decision="Godkendt med 5 stemmer for.\nAfbud: Ib Lund", absent=()),
    "a party behind the name": item(absent=("Ib Lund (A)",)),
    "a middle name": item(absent=("Ib B. Lund",)),
    "a term in the committee's name": meeting(committee="Økonomiudvalget 2022-2025 (ØU)"),
    "more of the place": meeting(place="Rådhuset, Mødelokale 1"),
    "no time": meeting(start_time=None, place=None),
    "a closed item without its title": item(title="Lukket punkt", open=False),
    "a person of whom the PDF says nothing": meeting(people=(StatedPerson(name="Else Dam", status=Presence.absent),)),
    "no decision yet": item(decision=None, absent=()),
}  # fmt: skip


@pytest.mark.parametrize("stated", SAME.values(), ids=SAME.keys())
def test_typography_and_what_one_side_leaves_out_are_no_difference(stated):
    assert findings(stated) == []


OTHER = {
    "title": (item(title="Godkendelse af referat"), "Item 1: the site's title is “Godkendelse af referat”"),
    "case number": (item(case_number="21-014449"), "the site's case number is 21-014449, the PDF's 21-014448"),
    "a word of the decision": (item(decision="Godkendt med 6 stemmer for."), "says “… med 6 stemmer for.” where the PDF's says “… med 5 stemmer for.”"),
    "not": (item(decision="Ikke godkendt med 5 stemmer for."), "decision says “Ikke godkendt"),
    "a day in the decision": (item(decision="Godkendt med 5 stemmer for den 6. maj."), "den 6. maj"),
    "the decision's end": (item(decision="Godkendt med 5 stemmer for. A stemte imod."), "says “… for. A stemte imod.” where the PDF's says “… for.”"),
    "absence": (item(absent=("Else Dam",)), "the site names as absent Else Dam, the PDF Ib Lund"),
    "date": (meeting(date="2022-01-11"), "dates the meeting 2022-01-11, the PDF 2022-01-10"),
    "committee": (meeting(committee="Teknikudvalget"), "to “Teknikudvalget”, the PDF to “Økonomiudvalget”"),
    "time": (meeting(start_time="09:00"), "begin at “09:00”"),
    "place": (meeting(place="Rådhuset"), "held in “Rådhuset”"),
    "presence": (meeting(people=(StatedPerson(name="Bente Holm", status=Presence.excused),)), "Bente Holm was excused, the PDF present"),
    "one item more": (meeting(items=(ITEM, SECOND, StatedItem(number="3", title="Eventuelt"))), "lists the item 3 “Eventuelt”, but it was not read"),
    "one item less": (meeting(items=(ITEM,)), "Item 2: the site does not list “Beskæftigelsesplan 2023”"),
}  # fmt: skip


@pytest.mark.parametrize(("stated", "says"), OTHER.values(), ids=OTHER.keys())
def test_other_words_are_one_finding(stated, says):
    (message,) = findings(stated)
    assert says in message


def test_a_decision_that_was_not_read_is_told():
    bare = MINUTES.model_copy(
        update={"items": (MINUTES.items[0].model_copy(update={"decision": None}), MINUTES.items[1])}
    )
    (message,) = findings(STATED, bare)
    assert "the site has the decision “Godkendt med 5 stemmer for.”; none was read" in message


def test_nothing_read_is_one_finding():
    assert len(findings(STATED, MINUTES.model_copy(update={"items": ()}))) == 1


def test_of_several_meetings_in_a_file_the_one_of_the_day_is_meant():
    other = MINUTES.model_copy(update={"date": MINUTES.date.replace(month=2), "items": ()})
    assert findings(STATED, other, MINUTES) == []


# Into the archive


@pytest.fixture
def published(tmp_path, samples_of):
    """A PDF as pulling lays it down, with what its site states beside it."""
    sample = next(
        one
        for one in samples_of
        if json.loads((one.parent / "gold.json").read_text())["documents"][0]["kind"] == "minutes"
    )
    pdf = tmp_path / "hentet" / "referat.pdf"
    pdf.parent.mkdir()
    shutil.copy(sample, pdf)
    return pdf


def state(pdf: Path, **changes: object) -> None:
    Path(f"{pdf}{BESIDE}").write_text(STATED.model_copy(update=changes).model_dump_json(), encoding="utf-8")


def read_in(pdf: Path, kind: str = "") -> tuple[str, list[sqlite3.Row]]:
    """Ingest, by the address of a kind of storage where one is named.

    Gives what became of the file, and its findings about what the site states.
    """
    path = pdf.parent.parent / "arkiv.db"
    with Archive.open(path) as archive:
        places = [where(f"{kind}{pdf.parent}")]
        report = ingest(places, archive, Reading(model="none"), originals=Originals.beside(path))
        assert verify(archive) == []
    with sqlite3.connect(path) as connection:
        connection.row_factory = sqlite3.Row
        found = connection.execute("SELECT code, message FROM findings WHERE code LIKE 'stated%'").fetchall()
    return report.outcomes[0].became, found


def test_what_a_site_states_is_kept_beside_what_was_read(published):
    state(published)
    became, found = read_in(published)
    assert became == "loaded" and {row["code"] for row in found} == {"stated-differs"}
    with sqlite3.connect(published.parent.parent / "arkiv.db") as connection:
        assert connection.execute("SELECT committee, date FROM stated_meetings").fetchall() == [
            ("Økonomiudvalget", "2022-01-10")
        ]
        assert connection.execute(
            "SELECT number, title, absent FROM stated_items ORDER BY ord"
        ).fetchall() == [
            ("1", "Godkendelse af dagsorden", '["Ib Lund"]'),
            ("2", "Beskæftigelsesplan 2023", "[]"),
        ]
        assert connection.execute("SELECT name, status FROM stated_people ORDER BY ord").fetchall() == [
            ("Bente Holm", "present"),
            ("Ib Lund", None),
        ]
    assert read_in(published)[0] == "unchanged"


@pytest.mark.parametrize("kind", ["", "file://"])
def test_what_is_stated_later_or_otherwise_is_taken_up(published, kind):
    assert read_in(published, kind) == ("loaded", [])
    state(published)
    became, found = read_in(published, kind)
    assert became == "replaced" and found
    state(published, place="Rådhuset i Granholm")
    became, found = read_in(published, kind)
    assert became == "replaced"
    Path(f"{published}{BESIDE}").unlink()
    assert read_in(published, kind)[0] == "unchanged"


def test_originals_of_shared_storage_cannot_be_left_there(published):
    words = [
        "ingest",
        f"file://{published}",
        "--leave-originals",
        "--archive",
        str(published.parent / "a.db"),
    ]
    told = CliRunner().invoke(main, words)
    assert told.exit_code == 2 and "--leave-originals" in told.output and "verify" in told.output
    assert not (published.parent / "a.db").exists()


def test_two_places_of_one_file_do_not_take_turns(published):
    copy = published.with_name("a_kopi.pdf")
    shutil.copy(published, copy)
    state(published)
    state(copy, place="Et andet sted")
    assert [read_in(published)[0] for _ in range(3)] == ["loaded", "unchanged", "unchanged"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"address": 7}',
        b'{"address": "x", "date": "i morgen"}',
        b"\xff\xfe",
        b'{"address": "x", "hvad": 1}',
    ],
)
def test_a_file_beside_that_cannot_be_read_costs_nothing_but_a_finding(tmp_path, content):
    Path(f"{tmp_path / 'a.pdf'}{BESIDE}").write_bytes(content)
    beside = stated_beside(tmp_path / "a.pdf")
    assert beside.stated is None and beside.sha256
    assert [one.code for one in beside.findings] == [FindingCode.stated_unreadable]
    assert "\n" not in beside.findings[0].message


def test_nothing_lies_beside_a_pdf_whose_name_is_as_long_as_names_can_be(tmp_path):
    assert stated_beside(tmp_path / f"{'l' * 250}.pdf") == Beside()


def test_a_file_beside_that_cannot_be_read_is_not_read_again_and_again(published):
    Path(f"{published}{BESIDE}").write_bytes(b"{")
    became, found = read_in(published)
    assert became == "loaded" and [row["code"] for row in found] == ["stated-unreadable"]
    assert read_in(published)[0] == "unchanged"


def test_private_words_that_only_the_site_states_are_masked(published):
    state(
        published,
        items=(SECOND.model_copy(update={"decision": "Bevilget til borgeren med CPR-nr. 010190-1234."}),),
    )
    read_in(published)
    with sqlite3.connect(published.parent.parent / "arkiv.db") as connection:
        (decision,) = connection.execute("SELECT decision FROM stated_items").fetchone()
        messages = [message for (message,) in connection.execute("SELECT message FROM findings")]
    assert "010190" not in decision and "⟦cpr" in decision
    assert any("stands in what the site states" in one for one in messages) and not any(
        "010190" in one for one in messages
    )
