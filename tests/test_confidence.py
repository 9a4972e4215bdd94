"""How sure each field is: what speaks against it, what the numbers were learned from, and what they are worth."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.checking import check
from pipeline.checking.confidence import explain
from pipeline.checking.confidence.fitting import Case, calibrate, curve, judged_by, left_out
from pipeline.checking.confidence.weights import EMPTY, shipped, sure
from pipeline.checking.evaluation import score
from pipeline.reading import read
from pipeline.showing.doubts import field_name, reasons, unsure_of
from schemas.record import Record

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
SAMPLES = sorted(
    gold.parent / json.loads(gold.read_text(encoding="utf-8"))["file"] for gold in CORPUS.glob("*/gold.json")
)
MINUTES = CORPUS / "granholm-oeu-2015-10-20" / "referat_oeu_2015-10-20.pdf"


def resolve(whole: object, path: str) -> object:
    for part in path.split("/")[1:]:
        whole = whole[int(part)] if isinstance(whole, list) else whole[part]  # type: ignore[index]
    return whole


@pytest.mark.parametrize("pdf", SAMPLES, ids=lambda pdf: pdf.parent.name)
def test_every_field_tells_how_it_was_decided(record_of, pdf):
    record = record_of(pdf)
    whole = record.model_dump(mode="json", by_alias=True)
    paths = [entry.path for entry in record.evidence]
    assert len(paths) == len(set(paths))
    for entry in record.evidence:
        resolve(whole, entry.path)
        assert entry.rule
    for number, item in enumerate(whole["documents"][0].get("items", ())):
        own = {path.removeprefix(f"/documents/0/items/{number}/") for path in paths}
        assert {
            "number",
            "title",
            "case_number",
            "open",
            "item_type",
            "proposal",
            "attachments",
            "absent",
        } <= own
        assert {f"sections/{n}/role" for n in range(len(item["sections"]))} <= own


@pytest.mark.parametrize("pdf", SAMPLES, ids=lambda pdf: pdf.parent.name)
def test_what_an_answer_judges_is_a_field_with_evidence(record_of, answer_of, pdf):
    record = record_of(pdf)
    paths = {entry.path for entry in record.evidence}
    judged = score(answer_of(pdf), record.model_dump(mode="json", by_alias=True)).judged
    known = sum(one.path in paths for one in judged)
    assert known > 0.97 * len(judged)


@pytest.mark.parametrize("pdf", SAMPLES, ids=lambda pdf: pdf.parent.name)
def test_samples_leave_no_text_unread(record_of, pdf):
    record = record_of(pdf)
    assert record.coverage is not None
    assert record.coverage.unread <= 0.03 * record.coverage.words
    assert not any(finding.code == "unread-text" for finding in record.findings)


def changed(record: Record, item: int, **values: object) -> Record:
    document = record.documents[0]
    items = [one.model_copy(update=values) if n == item else one for n, one in enumerate(document.items)]
    return record.model_copy(update={"documents": (document.model_copy(update={"items": tuple(items)}),)})


@pytest.mark.parametrize(
    ("field", "value", "doubt"),
    [
        ("case_number", None, "siblings-have-it"),
        ("number", None, "siblings-have-it"),
        ("number", "17", "out-of-sequence"),
        ("title", "Budgetopfølgning pr. 31. august 2015 og", "unfinished"),
        ("attachments", ("1 Udkast til aftale Åben 2015-004711",), "table-row"),
        ("absent", ("formand, Nyrup",), "odd-name"),
    ],
)
def test_what_the_other_items_or_the_words_say_against_a_field(record_of, field, value, doubt):
    record = record_of(MINUTES)
    worse = changed(record, 1, **{field: value} | ({"attachments_at": ()} if field == "attachments" else {}))
    path = f"/documents/0/items/1/{field}" + ("/0" if isinstance(value, tuple) else "")
    after = {entry.path: entry for entry in explain(worse, read(MINUTES))}[path]
    assert any(told.endswith(doubt) for told in after.doubts)
    before = {entry.path: entry for entry in record.evidence}.get(path)
    assert after.confidence < (before.confidence if before else 0.98)


def cases(doubted_right: int, plain_right: int, layouts: int = 4) -> list[Case]:
    found = []
    for layout in range(layouts):
        for n in range(100):
            doubted = n < 10
            right = n % 10 < doubted_right if doubted else n % 100 < plain_right
            kind = "minutes/items/*/title"
            own = ("unfinished",) if doubted else ()
            found.append(Case(f"l{layout}", f"d{layout}", f"/items/{n}/title", kind, own, right))
    return found


def test_doubted_fields_are_looked_at_first():
    judged = left_out(cases(doubted_right=2, plain_right=99))
    first = curve(judged, (0.1,))[0]
    assert first.caught > 0.8
    assert judged[0][0] < 0.5 < judged[-1][0]


def test_a_layout_is_judged_by_the_others_alone():
    own = [
        Case("odd", "odd", f"/items/{n}/title", "minutes/items/*/title", ("long",), False) for n in range(50)
    ]
    by_others = [one for one, case in left_out([*cases(2, 99), *own]) if case.layout == "odd"]
    by_all = [one for one, case in judged_by(own, calibrate([*cases(2, 99), *own])) if case.layout == "odd"]
    assert min(by_others) > 0.5 > max(by_all)


def test_the_curve_ends_with_every_error():
    points = curve(left_out(cases(5, 95)))
    assert points[-1].caught == 1
    assert [point.caught for point in points] == sorted(point.caught for point in points)


@given(st.lists(st.sampled_from(["unfinished", "long", "holds-label", EMPTY, "never-seen"]), unique=True))
def test_confidence_is_a_share(doubts):
    assert 0 <= sure("minutes/items/*/title", doubts, shipped().together) <= 1


def test_every_doubt_has_words_for_a_person():
    codes = {name.split("|")[1] for name in shipped().together if "|" in name} - {EMPTY}
    assert codes
    assert not [code for code in codes if reasons([code]) == code]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/documents/0/items/2/case_number", "case number"),
        ("/documents/0/items/2/attachments/1", "attachment"),
        ("/documents/0/items/2/attachments", "attachments"),
        ("/documents/0/items/2/sections/0/text", "sections text"),
        ("/documents/0/items/2/decision/outcome", "decision outcome"),
        ("/documents/0/items/2/decision/votes/for/0", "vote for"),
        ("/documents/0/date", "date"),
    ],
)
def test_a_field_is_called_as_a_person_calls_it(path, name):
    assert field_name(path) == name


def test_unsure_fields_come_worst_first_with_place_and_reason(record_of):
    worse = changed(record_of(MINUTES), 1, title="Budgetopfølgning og")
    worse = worse.model_copy(update={"evidence": explain(worse, read(MINUTES))})
    unsure = unsure_of(worse, 0.99)
    assert [one.confidence for one in unsure] == sorted(one.confidence for one in unsure)
    title = next(one for one in unsure if one.path == "/documents/0/items/1/title")
    assert (title.page, title.item, title.value) == (1, "2", "Budgetopfølgning og")
    assert "seems to go on" in title.why


def test_text_that_no_field_holds_is_a_finding_with_its_lines(tmp_path: Path):
    from reportlab.pdfgen.canvas import Canvas

    from pipeline.run import Reading, understand

    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path))
    prose = [
        "Vejret var usædvanligt mildt hele ugen, og lærkerne sang over markerne.",
        "Ingen havde endnu slået græsset langs diget, som stod højt og vådt.",
        "Ved færgelejet ventede tre lastbiler og en enkelt cyklist med anhænger.",
        "Købmanden fortalte, at kartoflerne var kommet tidligere end ellers.",
        "Børnene fra lejrskolen samlede strandskaller i poser af kraftpapir.",
        "Hen under aften trak tågen ind, og man hørte kun fuglene ude på holmen.",
    ]
    lines = [
        "Referat",
        "Teknisk Udvalg",
        "Dato: 3. maj 2016",
        "Sted: Rådhuset",
        *prose,
        "1. Godkendelse af dagsorden",
        "Beslutning",
        "Godkendt.",
    ]
    for number, text in enumerate(lines):
        bold = text in ("Beslutning", "Referat") or text.startswith("1.")
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 13 if text.startswith("1.") else 11)
        canvas.drawString(70, 780 - 24 * number, text)
    canvas.save()
    record = understand(path, Reading(model="none"))
    (finding,) = [one for one in record.findings if one.code == "unread-text"]
    assert len(finding.at) == len(prose)
    assert record.coverage is not None
    assert record.coverage.unread >= 60


MISSES = [
    ({"title": "Valg af formænd og næstformænd"}, "/documents/0/items/0/title"),
    ({"attachments": ["Budget 2016"]}, "/documents/0/items/0/attachments"),
    ({"decision": {"text": "Udsat.", "outcome": "postponed"}}, "/documents/0/items/0/decision/text"),
    ({"absent": []}, "/documents/0/items/0/absent/0"),
]


@pytest.mark.parametrize(("wrong", "path"), MISSES)
def test_an_error_is_tied_to_the_field_that_is_wrong(wrong, path):
    item = {
        "number": "1",
        "title": "Valg af formand og næstformand",
        "attachments": [],
        "absent": ["Asta Lindved"],
        "decision": {"text": "Godkendt.", "outcome": "approved"},
    }
    answer = {"documents": [{"kind": "minutes", "pages": [1, 1], "items": [item | wrong]}]}
    record = {"documents": [{"kind": "minutes", "pages": [1, 1], "items": [item]}], "findings": []}
    judged = score(answer, json.loads(json.dumps(record))).judged
    assert path in {one.path for one in judged if not one.right}


def test_a_missing_item_is_an_error_of_the_list():
    item = {"number": "1", "title": "Meddelelser"}
    answer = {
        "documents": [
            {
                "kind": "minutes",
                "pages": [1, 1],
                "items": [item, item | {"number": "2", "title": "Eventuelt"}],
            }
        ]
    }
    record = {"documents": [{"kind": "minutes", "pages": [1, 1], "items": [item]}]}
    wrong = {one.path for one in score(answer, record).judged if not one.right}
    assert wrong == {"/documents/0/items"}


def test_a_plan_that_was_read_by_half_is_told(record_of):
    plan = next(pdf for pdf in SAMPLES if pdf.parent.name == "granholm-plan-2016")
    record = record_of(plan)
    assert not any(finding.code == "unsure-reading" for finding in record.findings)
    targets = tuple(
        target.model_copy(update={"title": str(40 * number), "measures": (), "actions": ()})
        for number, target in enumerate(record.documents[0].targets, 11)
    )
    half = record.model_copy(
        update={"documents": (record.documents[0].model_copy(update={"targets": targets}),), "evidence": ()}
    )
    assert any(finding.code == "unsure-reading" for finding in check(half, read(plan)).findings)
