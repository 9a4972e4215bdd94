"""Layouts: one file for a municipality, an answer for each file, and nothing that the general reading needs."""

import json
from pathlib import Path

import pytest

from pipeline.checking.evaluation import score
from pipeline.danish.local import applied
from pipeline.documents.layouts import Layout, layouts, local_of, read_layout, recognise
from pipeline.errors import UnreadableFile
from pipeline.reading import read
from pipeline.run import Reading, traces_of, understand

ROOT = Path(__file__).resolve().parents[1]

BIRKELUND = """
name = "Birkelund Kommune"
kommunekode = "0993"
valid_from = 2020-01-01
[recognise]
any_of = ["Birkelund Kommune"]
[furniture]
footer = ['Papirfri dagsorden .*']
[headings]
agenda_item = ['^Emne (?P<number>[A-Z]): (?P<title>.+)$']
decision = ["Stillingtagen"]
[labels]
proposal = ["Oplæg til stillingtagen"]
[committees]
"""
BIRKELUND = BIRKELUND.replace("[committees]\n", "").replace(
    "[recognise]", 'committees = ["Landsbysamvirket"]\n[recognise]'
)


def page(path: Path, municipality: str = "Birkelund Kommune", day: str = "12. maj 2021") -> Path:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    lines = [
        (16, True, "Referat"),
        (11, False, municipality),
        (11, False, "Landsbysamvirket"),
        (11, False, f"Dato: {day}"),
        (11, False, "Mødedeltagere: Asta Lindved (A), Bo Mosekær (V), Dagny Toft Enghave (F)"),
        (13, True, "Emne A: Skilte ved stierne omkring Birkesø"),
        (11, True, "Sagsfremstilling"),
        (11, False, "Lauget har foreslået tolv skilte af egetræ langs stien."),
        (11, True, "Oplæg til stillingtagen"),
        (11, False, "Forvaltningen foreslår, at skiltene sættes op."),
        (11, True, "Stillingtagen"),
        (11, False, "Godkendt."),
        (13, True, "Emne B: Nyt tag på forsamlingshuset i Tværby"),
        (11, True, "Sagsfremstilling"),
        (11, False, "Taget er fra 1974 og utæt."),
        (11, True, "Oplæg til stillingtagen"),
        (11, False, "Forvaltningen foreslår, at sagen udsættes."),
        (11, True, "Stillingtagen"),
        (11, False, "Udsat."),
    ]
    top = 790
    for size, bold, text in lines:
        top -= size + 9
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        canvas.drawString(70, top, text)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(70, 30, "Papirfri dagsorden uge 19")
    canvas.save()
    return path


@pytest.fixture(scope="module")
def birkelund() -> Layout:
    return read_layout("birkelund.toml", BIRKELUND)


@pytest.fixture
def with_birkelund(monkeypatch: pytest.MonkeyPatch, birkelund: Layout) -> None:
    monkeypatch.setattr("pipeline.documents.layouts.layouts", lambda: (birkelund,))


@pytest.mark.usefixtures("with_birkelund")
def test_a_new_municipality_is_one_file(tmp_path: Path) -> None:
    (minutes,) = understand(page(tmp_path / "a.pdf"), Reading(model="none")).documents
    assert minutes.committee == "Landsbysamvirket"
    assert [(item.number, item.title) for item in minutes.items] == [
        ("A", "Skilte ved stierne omkring Birkesø"),
        ("B", "Nyt tag på forsamlingshuset i Tværby"),
    ]
    assert [item.decision.outcome for item in minutes.items] == ["approved", "postponed"]
    assert minutes.items[0].proposal == "Forvaltningen foreslår, at skiltene sættes op."


@pytest.mark.usefixtures("with_birkelund")
@pytest.mark.parametrize("how", [Reading(layouts=False), Reading(leave_out=("Birkelund Kommune",))])
def test_a_layout_can_be_left_out(tmp_path: Path, how: Reading) -> None:
    record = understand(page(tmp_path / "a.pdf"), how)
    assert not any(entry.layout for entry in record.evidence)
    assert not any(item.decision for document in record.documents for item in getattr(document, "items", ()))


@pytest.mark.usefixtures("with_birkelund")
def test_the_record_says_which_layout_took_part(tmp_path: Path) -> None:
    record = understand(page(tmp_path / "a.pdf"), Reading(model="none"))
    named = {entry.path: entry.layout for entry in record.evidence if entry.layout}
    assert named["/documents/0/items/0/title"] == "Birkelund Kommune 2020-01-01"
    assert named["/documents/0/items/0/sections/2/role"] == "Birkelund Kommune 2020-01-01"
    assert "Papirfri dagsorden uge 19" in record.furniture


@pytest.mark.parametrize(
    ("municipality", "day", "known"),
    [
        ("Birkelund Kommune", "12. maj 2021", True),
        ("BIRKELUND KOMMUNE", "12. maj 2021", True),
        ("Birkelund Kommune", "12. maj 2019", False),
        ("Lyngsø Kommune", "12. maj 2021", False),
    ],
)
def test_a_layout_is_recognised_by_words_and_day(
    tmp_path: Path, birkelund: Layout, municipality: str, day: str, known: bool
) -> None:
    found = recognise(read(page(tmp_path / "a.pdf", municipality, day)), [birkelund])
    assert (found is not None) == known


def test_two_municipalities_are_none(tmp_path: Path, birkelund: Layout) -> None:
    other = birkelund.model_copy(update={"name": "Tværby Kommune"})
    assert recognise(read(page(tmp_path / "a.pdf")), [birkelund, other]) is None


def test_of_two_forms_the_one_that_was_in_use_counts(tmp_path: Path, birkelund: Layout) -> None:
    forms = [
        birkelund.model_copy(update={"valid_from": birkelund.valid_from.replace(year=year)})
        for year in (2010, 2020, 2022)
    ]
    found = recognise(read(page(tmp_path / "a.pdf")), forms)
    assert found is not None
    assert found.valid_from.year == 2020


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name = 'x'", "kommunekode"),
        (BIRKELUND + "colour = 'red'", "colour"),
        (BIRKELUND.replace("?P<title>", "?P<name>"), "title"),
        (BIRKELUND.replace("[A-Z]", "[A-Z"), "birkelund.toml"),
        (BIRKELUND.replace('"0993"', '"993"'), "kommunekode"),
        (BIRKELUND.replace("proposal =", "proposed ="), "labels"),
        ("name =", "birkelund.toml"),
    ],
)
def test_a_bad_layout_is_refused_in_a_sentence(text: str, told: str) -> None:
    with pytest.raises(UnreadableFile, match=told):
        read_layout("birkelund.toml", text)


@pytest.mark.parametrize("layout", layouts(), ids=lambda layout: layout.key)
def test_every_layout_has_an_answer_and_does_no_harm(layout: Layout) -> None:
    reached = []
    for gold in ROOT.glob("corpus/*/gold.json"):
        answer = json.loads(gold.read_text(encoding="utf-8"))
        if not any(one.get("municipality") == layout.name for one in answer["documents"]):
            continue
        pdf = gold.parent / answer["file"]
        if recognise(read(pdf)) == layout:
            totals = [
                score(answer, understand(pdf, how).model_dump(mode="json", by_alias=True)).total.f1
                for how in (Reading(model="none"), Reading(model="none", layouts=False))
            ]
            assert totals[0] >= totals[1]
            reached.append(totals[0])
    assert reached, f"{layout.key}: no answer in corpus/ has this layout"
    assert min(reached) > 0.95


@pytest.mark.usefixtures("with_birkelund")
def test_each_line_is_told_with_its_rule(tmp_path: Path) -> None:
    told = {line.text: line for line in traces_of(page(tmp_path / "a.pdf"), Reading(model="none")).lines}
    assert told["Papirfri dagsorden uge 19"].rule == "furniture"
    assert told["Emne A: Skilte ved stierne omkring Birkesø"].rule == "heading.layout"
    assert told["Stillingtagen"].rule == "label.layout"
    assert (told["Sagsfremstilling"].rule, told["Sagsfremstilling"].role) == ("label.exact", "case")
    assert told["Godkendt."].role == "decision"


def test_words_of_one_municipality_do_not_stay_for_the_next(birkelund: Layout) -> None:
    from pipeline.danish.labels import read_label

    with applied(local_of(birkelund)):
        assert read_label("Stillingtagen") is not None
    assert read_label("Stillingtagen") is None
