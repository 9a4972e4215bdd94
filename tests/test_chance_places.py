"""Where words stand by chance: beside a running header, at another column's edge, over a stroke, at a page's end.

Real PDFs, drawn line by line. Granholm Kommune, its people and all words are invented.
"""

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.documents.blocks import blocks_of
from pipeline.reading import read
from pipeline.run import Reading, understand
from schemas.memo import Memo
from schemas.minutes import Item, Minutes
from schemas.plan import Plan
from schemas.record import Document


class At(NamedTuple):
    """Words at a place of a page, in points from its top left corner."""

    x: float
    top: float
    text: str
    size: float = 10.0
    bold: bool = False


Strokes = Sequence[tuple[float, float, float, float]]
"""x0, top, x1, bottom of each of a page's."""


def drawn(path: Path, *pages: Sequence[At], strokes: Sequence[Strokes] = ()) -> Path:
    canvas = Canvas(str(path), pagesize=A4)
    for words, lines in zip_longest(pages, strokes, fillvalue=()):
        for x, top, text, size, bold in words:
            canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
            canvas.drawString(x, A4[1] - top - size, text)
        for x0, top, x1, bottom in lines:
            canvas.line(x0, A4[1] - top, x1, A4[1] - bottom)
        canvas.showPage()
    canvas.save()
    return path


def under(x: float, top: float, lines: Sequence[str], step: float = 12.0, bold: bool = False) -> list[At]:
    """Lines of text one below the other."""
    return [At(x, top + n * step, text, bold=bold) for n, text in enumerate(lines)]


def document(path: Path) -> Document:
    (found,) = understand(path, Reading(model="none")).documents
    return found


def items(path: Path) -> dict[str | None, Item]:
    found = document(path)
    assert isinstance(found, Minutes)
    return {item.number: item for item in found.items}


HEAD = [
    At(57, 60, "Granholm Kommune", bold=True), At(57, 76, "Kulturudvalget", bold=True),
    At(57, 92, "Referat", 14, True), At(57, 112, "08.10.2014 kl. 14.30"),
]  # fmt: skip


def test_a_case_number_at_the_right_below_a_running_header(tmp_path: Path) -> None:
    first = [*HEAD, At(57, 140, "Punkt 1. Ny cykelsti", 13, True), At(448, 157, "Sagsnr.: 14/1200")]
    first += under(57, 175, ["Beslutning", "Godkendt."])
    second = [
        At(57, 30, "Granholm Kommune", 8), At(448, 30, "Kulturudvalget", 8),
        At(57, 99, "Punkt 2. Underskrifter", 13, True), At(448, 116, "Sagsnr.: 14/1313"),
        At(57, 154, "Punkt 3. Budget for haller", 13, True),
        *under(57, 176, ["Beslutning", "Godkendt.", "Afbud: Ida Holm (A)"]), At(534, 800, "2", 8),
    ]  # fmt: skip
    found = items(drawn(tmp_path / "referat.pdf", first, second))
    assert [found[n].case_number for n in ("1", "2", "3")] == ["14/1200", "14/1313", None]


def test_the_end_of_a_decision_that_reads_like_a_label(tmp_path: Path) -> None:
    words = [*HEAD, At(57, 140, "Punkt 1. Ny cykelsti", 13, True)]
    words += under(57, 160, ["Administrationens indstilling", "Det indstilles, at stien anlægges."])
    words += under(
        57, 195, ["Beslutning", "1. Udvalget tog til efterretning, at vejen spærres. 2. Udvalget godkendte"]
    )
    words += under(57, 219, ["Økonomiudvalgets indstilling"])
    decision = items(drawn(tmp_path / "referat.pdf", words))["1"].decision
    assert decision is not None
    assert decision.text.endswith("2. Udvalget godkendte Økonomiudvalgets indstilling")


@pytest.mark.parametrize(
    ("printed", "titles"),
    [
        (
            ["Bilag 1 - Gebyrer for haller og for boldbaner i hele kommunen i dagtimer", "Bilag 2 - Kort over byen"],
            None,
        ),
        (["218109-9 Bilag 1 Plan", "218109-13 Bilag 2 Brev", "218109-8 Bilag 3 Facader"], None),
        (["• 4411/16 Plan for hallen", "• 4412/16 Brev fra naboen"], ["Plan for hallen", "Brev fra naboen"]),
    ],
)  # fmt: skip
def test_attachments_that_count_themselves(
    tmp_path: Path, printed: list[str], titles: list[str] | None
) -> None:
    words = [*HEAD, At(57, 140, "Punkt 1. Ny cykelsti", 13, True)]
    words += under(57, 160, ["Beslutning", "Godkendt.", "Bilag", *printed])
    found = items(drawn(tmp_path / "referat.pdf", words))["1"].attachments
    assert list(found) == (titles or printed)


def test_a_heading_on_the_axis_that_begins_at_the_values_edge(tmp_path: Path) -> None:
    words = list(HEAD)
    for n, title in enumerate(("Drøftelse af årsplan", "Budget for haller", "Ny cykelsti"), 1):
        top = 60 + 90.0 * n + 40
        words += [At(183, top, f"{n}. {title}", 14), At(57, top + 24, "INDSTILLING", bold=True)]
        words += [
            At(182, top + 24, "Det indstilles, at sagen godkendes."),
            At(57, top + 42, "BESLUTNING", bold=True),
        ]
        words.append(At(182, top + 42, "Godkendt som indstillet."))
    found = items(drawn(tmp_path / "referat.pdf", words))
    assert [(n, item.title) for n, item in found.items()] == [
        ("1", "Drøftelse af årsplan"), ("2", "Budget for haller"), ("3", "Ny cykelsti"),
    ]  # fmt: skip


PROSE = [
    "Jobcentret har i det forløbne år mødt flere", "end fire tusind borgere, og de fleste af dem",
    "kom i arbejde igen efter få måneder. Det er", "en fremgang, som alle har del i, og som skal",
    "fortsætte i de kommende år, når virksomhederne", "igen får brug for flere hænder i hallerne.",
]  # fmt: skip


def test_columns_of_prose_beside_a_heading_of_several_rows(tmp_path: Path) -> None:
    left = under(50, 60, PROSE) + [
        At(50, 152 + 24 * n, text, 14, True)
        for n, text in enumerate(("Borgere i udkanten", "af arbejdsmarkedet", "skal tættere på job"))
    ]
    left += under(50, 240, PROSE)
    right = under(308, 60, [*PROSE, *PROSE, *PROSE][:18])
    (page,) = read(drawn(tmp_path / "plan.pdf", left + right))
    assert not any(line.column for line in page.lines)
    texts = [line.text for line in page.lines]
    assert texts.index("skal tættere på job") < texts.index(PROSE[0], 1)


def test_a_list_set_in_at_the_top_of_the_right_column(tmp_path: Path) -> None:
    right = under(
        330, 57, ["Alle planer skal vise en samlet indsats,", "som borgeren har været med til at lægge."]
    )
    right += under(308, 90, [*PROSE, *PROSE, *PROSE])
    left = under(50, 57, [*PROSE, *PROSE, *PROSE, *PROSE][:21])
    (page,) = read(drawn(tmp_path / "plan.pdf", left + right))
    texts = [line.text for line in page.lines]
    assert texts.index("Alle planer skal vise en samlet indsats,") == 21


def test_a_sentences_end_before_a_colon_labels_nothing_in_the_other_column(tmp_path: Path) -> None:
    left = under(
        50, 60, [*PROSE[:4], "Udviklingen i de store grupper har siden da", "været følgende:", *PROSE]
    )
    right = under(
        308, 60, [*PROSE[:4], "Mindst 80 pct. af virksomhederne skal være", "tilfredse med jobcentret."]
    )
    blocks = blocks_of(read(drawn(tmp_path / "plan.pdf", left + right)))
    assert any(block.text.endswith("skal være tilfredse med jobcentret.") for block in blocks)


def test_promises_of_one_line_set_further_apart_than_the_text(tmp_path: Path) -> None:
    promises = [
        "Mindst 31 pct. af de unge skal begynde på en uddannelse.",
        "Højst 20 pct. må falde fra i det første år.",
    ]
    words = under(50, 60, PROSE * 3, step=11.5) + under(50, 290, promises, step=15.0)
    blocks = blocks_of(read(drawn(tmp_path / "plan.pdf", words)))
    assert [block.text for block in blocks][-2:] == promises


def test_a_word_too_long_for_its_cell(tmp_path: Path) -> None:
    sides = [(x, 100.0, x, 180.0) for x in (56.0, 172.0, 364.0)] + [
        (56.0, y, 364.0, y) for y in (100.0, 180.0)
    ]
    words = under(62, 105, ["Langtidsledige", "kontanthjælpsmodtagere", "tættere på job"], bold=True)
    words = [*words[:1], words[1]._replace(size=12.0), *words[2:]]
    words += under(
        179, 105, ["Mindst 40 borgere skal være i", "arbejde, og de fleste af dem i", "deres egen by."]
    )
    blocks = blocks_of(read(drawn(tmp_path / "plan.pdf", words, strokes=[sides])))
    assert any("i arbejde, og de fleste af dem i deres egen by." in block.text for block in blocks)


def plan(path: Path) -> Plan:
    found = document(path)
    assert isinstance(found, Plan)
    return found


def test_targets_below_a_heading_numbered_under_the_ministers_goals(tmp_path: Path) -> None:
    words = [At(57, 50, "Beskæftigelsesplan 2016 for Granholm Kommune", 20, True)]
    words += [At(57, 96, "5. Ministerens mål for 2016", 13, True)]
    words += under(57, 120, ["Beskæftigelsesministeren har udmeldt følgende mål for indsatsen:"])
    words += under(65, 142, ["• Unge skal i gang med en uddannelse", "• Langtidsledigheden skal ned"])
    for n, (title, promise) in enumerate(
        [("Flere unge i uddannelse", "Mindst 35 unge begynder på en uddannelse."),
         ("Færre langtidsledige", "Højst 170 borgere er ledige i mere end et år.")], 1
    ):  # fmt: skip
        top = 90 + 130.0 * n
        words += [At(57, top, f"5.{n} {title}", 13, True), *under(57, top + 24, PROSE[:2])]
        words += under(57, top + 54, ["For 2016 fastsættes følgende resultatmål:"])
        words += [At(63, top + 76, f"Målsætning {n}: {title}", 11, True), At(71, top + 92, f"• {promise}")]
    found = plan(drawn(tmp_path / "plan.pdf", words))
    assert [goal.title for goal in found.minister_goals] == [
        "Unge skal i gang med en uddannelse", "Langtidsledigheden skal ned",
    ]  # fmt: skip
    assert [(target.number, len(target.measures)) for target in found.targets] == [(1, 1), (2, 1)]


def test_a_cell_that_goes_on_in_the_next_page(tmp_path: Path) -> None:
    sides = [(x, 100.0, x, 220.0) for x in (56.0, 340.0, 540.0)]
    first = [
        At(57, 50, "Beskæftigelsesplan 2016 for Granholm Kommune", 20, True),
        At(62, 104, "Resultatmål", bold=True), At(346, 104, "Status", bold=True),
        At(62, 124, "1. Flere unge i uddannelse", bold=True),
        *under(62, 140, ["Mindst 35 unge begynder på en uddannelse.", ""]), At(346, 124, "I 2014 begyndte 30 unge."),
        At(62, 200, "2. Kortere sygedagpengeforløb", bold=True), At(346, 200, "I 2014 varede 160 forløb"),
    ]  # fmt: skip
    second = [
        *under(62, 110, ["Højst 150 forløb må vare mere end 26 uger."]), *under(346, 110, ["så længe."]),
        At(62, 140, "3. Flere flygtninge i arbejde", bold=True), At(346, 140, "I 2014 var 11 i arbejde."),
        *under(62, 156, ["Mindst 22 flygtninge skal være i arbejde."]),
    ]  # fmt: skip
    levels = [
        [(56.0, y, 540.0, y) for y in tops] for tops in ((100.0, 119.0, 195.0, 220.0), (100.0, 135.0, 220.0))
    ]
    found = plan(
        drawn(tmp_path / "plan.pdf", first, second, strokes=[[*sides, *levels[0]], [*sides, *levels[1]]])
    )
    assert [(target.number, len(target.measures)) for target in found.targets] == [(1, 1), (2, 1), (3, 1)]


def test_a_question_led_up_to_by_a_name_with_an_initial(tmp_path: Path) -> None:
    words = [At(72, 60, "Granholm Kommune", bold=True), At(72, 80, "Notat", 20, True)]
    words += [At(72, 120, "Dato: 14. marts 2018"), At(72, 136, "Emne: Ferie for borgere i aktivering")]
    words += under(72, 170, ["Der er modtaget følgende spørgsmål fra Karla B. Mose:"])
    words += under(72, 192, ["Borgere i aktivering kan ikke holde ferie, og det har store følger for familier med", "børn i skolealderen. Ellers vil jeg rejse forslag om det i Granholm."], bold=True)  # fmt: skip
    words += under(72, 230, ["Borgere har fra 2016 ikke ret til ferie, men sprogskolen holder lukket fem uger om", "sommeren, og i de uger er der ingen andre tilbud."])  # fmt: skip
    found = document(drawn(tmp_path / "notat.pdf", words))
    assert isinstance(found, Memo)
    assert [question.question.endswith("i Granholm.") for question in found.questions] == [True]
