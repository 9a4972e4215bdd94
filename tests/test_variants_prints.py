"""Prints of minutes that add words of their own, or set items otherwise: stamps, browsers, volumes, tables.

Each page is drawn; Granholm Kommune, Lyngsø Kommune, all people and all words are invented.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.run import Reading, understand
from schemas.minutes import Minutes

WIDTH, HEIGHT = A4
FAST = Reading(model="none", ocr="off")
Row = tuple[str, str]
"""A font's last letter ("B" bold, "I" italic, "" plain), and words; a bar parts words in italics from plain ones."""

HEAD: list[Row] = [
    ("B", "Referat"),
    ("B", "Ældrerådet"),
    ("", "Dato: 14. september 2021"),
    ("", "Sted: Plejecenter Solgården"),
    ("", "Til stede: Kaj Østerby, Lis Hornum"),
    ("", ""),
]


def item(number: str, title: str, decision: str) -> list[Row]:
    return [("B", f"{number} {title}"), ("B", "Sagsfremstilling"), ("", f"Rådet drøfter {title.lower()} i dag."),
            ("B", "Beslutning"), ("", decision), ("", "")]  # fmt: skip


ITEMS = [*item("1.", "Budget", "Godkendt."), *item("2.", "Besøg", "Udsat.")]


def drawn(
    path: Path, pages: list[list[Row]], more: Callable[[Canvas, int], None] | None = None
) -> list[Minutes]:
    canvas = Canvas(str(path), pagesize=A4)
    for number, rows in enumerate(pages, 1):
        y = HEIGHT - 90
        for place, (weight, words) in enumerate(rows):
            size = 16 if rows is pages[0] and place == 0 else 10
            name = {"B": "Helvetica-Bold", "I": "Helvetica-Oblique"}.get(weight, "Helvetica")
            front, bar, back = words.partition("|")
            canvas.setFont(name, size)
            canvas.drawString(60, y, front)
            if bar:
                canvas.setFont("Helvetica", size)
                canvas.drawString(60 + canvas.stringWidth(front, name, size), y, back)
            y -= 1.6 * size
        if more is not None:
            more(canvas, number)
        canvas.showPage()
    canvas.save()
    found = understand(path, FAST).documents
    assert all(isinstance(one, Minutes) for one in found)
    return [one for one in found if isinstance(one, Minutes)]


def told(minutes: Minutes) -> list[tuple[str | None, str, str | None]]:
    return [(one.number, one.title, one.decision and one.decision.text) for one in minutes.items]


EXPECTED = [("1", "Budget", "Godkendt."), ("2", "Besøg", "Udsat.")]


def stamp(canvas: Canvas, _: int) -> None:
    canvas.saveState()
    canvas.translate(WIDTH / 2, HEIGHT / 2)
    canvas.rotate(50)
    canvas.setFont("Helvetica-Bold", 90)
    canvas.drawCentredString(0, 0, "UDKAST")
    canvas.restoreState()


def line_numbers(canvas: Canvas, _: int) -> None:
    canvas.setFont("Helvetica", 7)
    for number in range(5, 45, 5):
        canvas.drawString(30, HEIGHT - 90 - 16 * (number - 1), str(number))


def browser(canvas: Canvas, number: int) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(24, HEIGHT - 24, "3.4.2024 12.05")
    canvas.drawString(250, HEIGHT - 24, "Referat - Granholm Kommune")
    canvas.drawString(24, 18, "https://www.granholm.dk/raad/referat.html")
    canvas.drawRightString(WIDTH - 24, 18, f"{number}/1")


@pytest.mark.parametrize("more", [stamp, line_numbers, browser])
def test_words_that_a_print_adds_are_no_text(tmp_path: Path, more: Callable[[Canvas, int], None]) -> None:
    (minutes,) = drawn(tmp_path / "a.pdf", [[*HEAD, *ITEMS]], more)
    assert told(minutes) == EXPECTED
    assert str(minutes.date) == "2021-09-14" and minutes.committee == "Ældrerådet"


def test_page_numbers_behind_the_last_words(tmp_path: Path) -> None:
    pages = [[*HEAD, *item("1.", "Budget", "Godkendt. 1")[:-1]], item("2.", "Besøg", "Udsat. 2")[:-1]]
    (minutes,) = drawn(tmp_path / "a.pdf", pages)
    assert told(minutes) == EXPECTED


def test_labels_in_italics_before_their_values(tmp_path: Path) -> None:
    rows = [
        ("B", "1. Budget"),
        ("I", "Sagsfremstilling:| Der mangler penge."),
        ("I", "Beslutning:| Godkendt."),
    ]
    (minutes,) = drawn(tmp_path / "a.pdf", [[*HEAD, *rows, *item("2.", "Besøg", "Udsat.")]])
    assert told(minutes) == EXPECTED
    assert [one.label for one in minutes.items[0].sections] == ["Sagsfremstilling", "Beslutning"]


def test_labels_in_italics_beside_their_values_below_a_head_of_bold_ones(tmp_path: Path) -> None:
    cells = [
        ("B", 60, "1. Budget"), ("I", 60, "Resumé"), ("", 190, "Der mangler penge."), ("I", 60, "Beslutning i Ældrerådet"),
        ("", 190, "Godkendt."), ("B", 60, "2. Besøg"), ("I", 60, "Resumé"), ("", 190, "Rådet kører i bus."),
        ("I", 60, "Beslutning i Ældrerådet"), ("", 190, "Udsat."),
    ]  # fmt: skip

    def columns(canvas: Canvas, _: int) -> None:
        y = HEIGHT - 250
        for weight, left, words in cells:
            y -= 0 if left > 60 else 24
            canvas.setFont({"B": "Helvetica-Bold", "I": "Helvetica-Oblique"}.get(weight, "Helvetica"), 10)
            canvas.drawString(left, y, words)

    (minutes,) = drawn(tmp_path / "a.pdf", [HEAD], columns)
    assert told(minutes) == EXPECTED
    assert [one.label for one in minutes.items[0].sections] == ["Resumé", "Beslutning"]


@pytest.mark.parametrize("weight", ["", "I", "B"])
@pytest.mark.parametrize("proposed", [True, False], ids=["behind a proposal", "below the text"])
def test_a_decision_under_no_label(tmp_path: Path, weight: str, proposed: bool) -> None:
    case = (
        "Rådet skal tage stilling til sagen, som har ligget stille siden i fjor, og som nu skal afgøres her."
    )
    rows: list[Row] = []
    expected = [*EXPECTED, ("3", "Rejse", "Tiltrådt.")]
    for number, title, decision in expected:
        proposal: list[Row] = [("", ""), ("", "Ældreforvaltningen indstiller, at sagen fremmes.")]
        rows += [("B", f"{number}. {title}"), ("", case), *(proposal if proposed else []), ("", "")]
        rows += [(weight, decision), ("", "")]
    (minutes,) = drawn(tmp_path / "a.pdf", [[*HEAD, *rows]])
    assert told(minutes) == expected
    proposals = {one.proposal for one in minutes.items}
    assert proposals == ({"Ældreforvaltningen indstiller, at sagen fremmes."} if proposed else {None})


def test_a_note_at_the_page_s_foot_interrupts_nothing(tmp_path: Path) -> None:
    def note(canvas: Canvas, number: int) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 90, "1 Regnskab for 2020, side 4." if number == 1 else "")

    (minutes,) = drawn(tmp_path / "a.pdf", [[*HEAD, *ITEMS[:6]], ITEMS[6:]], note)
    assert told(minutes) == EXPECTED
    assert minutes.items[0].sections[-1].text == "1 Regnskab for 2020, side 4."


def test_a_group_of_items_with_a_number_is_no_item(tmp_path: Path) -> None:
    rows = [("B", "1. Til beslutning"), *item("1.1", "Budget", "Godkendt."), ("B", "2. Til orientering")]
    (minutes,) = drawn(tmp_path / "a.pdf", [[*HEAD, *rows, *item("2.1", "Besøg", "Udsat.")]])
    assert told(minutes) == [("1.1", "Budget", "Godkendt."), ("2.1", "Besøg", "Udsat.")]


def test_who_left_under_another_item_was_there_under_this(tmp_path: Path) -> None:
    rows = [
        *item("1.", "Budget", "Godkendt.")[:-1],
        ("", "Kaj Østerby forlod mødet under punkt 2."),
        ("", ""),
    ]
    (minutes,) = drawn(tmp_path / "a.pdf", [[*HEAD, *rows, *item("2.", "Besøg", "Udsat.")]])
    assert told(minutes) == EXPECTED
    assert [one.absent for one in minutes.items] == [(), ()]
    assert {one.name: one.status.value for one in minutes.attendance} == {
        "Kaj Østerby": "partial",
        "Lis Hornum": "present",
    }


def test_who_was_away_told_in_the_last_lines_behind_a_decision_that_stands_first(tmp_path: Path) -> None:
    rows: list[Row] = []
    for number, title, decision in EXPECTED:
        rows += [("B", f"{number}. {title}"), ("B", "Beslutning"), ("", decision), ("B", "Sagsfremstilling")]
        rows += [("", "Der mangler penge."), ("", ""), ("", "Fraværende: Kaj Østerby"), ("", "")]
    (minutes,) = drawn(tmp_path / "a.pdf", [[*HEAD, *rows]])
    assert told(minutes) == EXPECTED
    assert [one.absent for one in minutes.items] == [("Kaj Østerby",)] * 2
    assert {one.sections[-1].text for one in minutes.items} == {"Der mangler penge."}


def test_a_table_of_members_with_ticks_below_til_stede_and_fravaerende(tmp_path: Path) -> None:
    cells = [("Medlemmer", "Til stede", "Fraværende"), ("Kaj Østerby", "X", ""), ("Lis Hornum", "", "X")]

    def table(canvas: Canvas, _: int) -> None:
        for place, row in enumerate(cells):
            canvas.setFont("Helvetica" if place else "Helvetica-Bold", 10)
            for left, words in zip((60, 220, 340), row, strict=True):
                canvas.drawString(left, HEIGHT - 185 - 18 * place, words)

    head = [one for one in HEAD if not one[1].startswith("Til stede")]
    (minutes,) = drawn(tmp_path / "a.pdf", [[*head, *[("", "")] * 3, *ITEMS]], table)
    assert told(minutes) == EXPECTED
    assert [(one.name, one.status.value) for one in minutes.attendance] == [
        ("Kaj Østerby", "present"),
        ("Lis Hornum", "absent"),
    ]


def test_numbers_of_two_levels(tmp_path: Path) -> None:
    rows = [
        *item("4.1", "Budget", "Godkendt."),
        *item("4.2", "Besøg", "Udsat."),
        *item("5.1", "Eventuelt", "Intet."),
    ]
    (minutes,) = drawn(tmp_path / "a.pdf", [[*HEAD, *rows]])
    assert [one.number for one in minutes.items] == ["4.1", "4.2", "5.1"]


def test_a_volume_whose_meetings_begin_alike(tmp_path: Path) -> None:
    def meeting(number: int, day: str, decision: str) -> list[Row]:
        head = ["Lyngsø Kommune", "Integrationsrådet", f"Referat fra møde nr. {number}", day, "Mødested: Rådhuset", "Til stede: Bo Vang, Ida Holm"]  # fmt: skip
        return [*(("", words) for words in head), ("", ""), *item("1.", "Budget", decision)]

    days = ["Torsdag den 19. februar 2009", "Torsdag den 23. april 2009"]
    volume = drawn(tmp_path / "a.pdf", [meeting(2, days[0], "Godkendt."), meeting(3, days[1], "Udsat.")])
    assert [(str(one.date), one.committee, told(one)[0][2]) for one in volume] == [
        ("2009-02-19", "Integrationsrådet", "Godkendt."),
        ("2009-04-23", "Integrationsrådet", "Udsat."),
    ]


@pytest.mark.parametrize("numbered", [True, False], ids=["numbers", "no numbers"])
def test_a_table_with_a_row_for_each_item(tmp_path: Path, numbered: bool) -> None:
    edges = [60, 90, 200, 380, 530]
    cells = [
        ("Nr.", "Punkt", "Sagsfremstilling", "Beslutning"),
        ("1", "Budget", "Der mangler penge.", "Godkendt."),
        ("2", "Besøg", "", "Udsat."),
        ("3", "Eventuelt", "Intet nyt.", ""),
    ]

    def table(canvas: Canvas, _: int) -> None:
        for place, row in enumerate(cells):
            y = HEIGHT - 260 - 30 * place
            canvas.setFont("Helvetica-Bold" if place == 0 else "Helvetica", 10)
            for edge, after, words in zip(edges, edges[1:], row, strict=False):
                if edge > 60 or numbered:
                    canvas.rect(edge, y - 8, after - edge, 30)
                    canvas.drawString(edge + 4, y + 6, words)

    (minutes,) = drawn(tmp_path / "a.pdf", [HEAD], table)
    expected = [*EXPECTED, ("3", "Eventuelt", None)]
    assert told(minutes) == (expected if numbered else [(None, *one[1:]) for one in expected])
    assert [one.text for one in minutes.items[0].sections] == ["Der mangler penge.", "Godkendt."]
