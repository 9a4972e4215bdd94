"""Tables of a plan without strokes between their columns: told by their heads, white space and whatever fill they have."""

from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from pipeline.documents.plan import read_plan
from pipeline.reading import read
from schemas.page import Part
from schemas.vocabulary import Kind

CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=9, leading=11)
HEAD = ParagraphStyle("head", parent=CELL, fontName="Helvetica-Bold")
CHAPTER = ParagraphStyle("chapter", parent=HEAD, fontSize=14, leading=18, spaceBefore=10)

ROWS = [
    ("Andel unge uden job eller uddannelse i kommunens to største byer", 6.4, 5.9),
    ("Andel langtidsledige", 21.0, 19.5),
    ("Andel fleksjobvisiterede i arbejde på en af egnens arbejdspladser", 68.0, 73.0),
    ("Andel virksomheder med en fast kontaktperson", 31.5, 36.0),
]
FILLS: dict[str, list[tuple[object, ...]]] = {
    "nothing drawn": [],
    "head filled": [("BACKGROUND", (0, 0), (-1, 0), colors.lightblue)],
    "every second row filled": [("BACKGROUND", (0, n), (-1, n), colors.whitesmoke) for n in (0, 2, 4)],
}


def percent(value: float) -> str:
    return f"{value:g} pct.".replace(".", ",", 1) if value % 1 else f"{value:.0f} pct."


def targets_of(
    path: Path, rows: list[list[object]], widths: tuple[int, ...], style: list[tuple[object, ...]]
) -> list:
    table = Table(rows, colWidths=widths, repeatRows=1, style=style)
    story = [
        Paragraph("Beskæftigelsesplan 2018", CHAPTER),
        Paragraph("Lyngsø Kommune", CELL),
        Paragraph("2. Oversigt over mål", CHAPTER),
        Paragraph("Jobcentret arbejder ud fra målene i tabellen.", CELL),
        table,
        Paragraph("3. Økonomi", CHAPTER),
        Paragraph("Der er afsat 41 mio. kr. i 2018.", CELL),
    ]
    SimpleDocTemplate(str(path), pagesize=A4, leftMargin=60, rightMargin=60).build(story)
    plan, _ = read_plan(Part(kind=Kind.plan, pages=read(path), sure=1.0))
    return list(plan.targets)


@pytest.mark.parametrize("fill", FILLS)
@pytest.mark.parametrize("align", ["LEFT", "RIGHT", "CENTER"])
@pytest.mark.parametrize("stands", ["TOP", "MIDDLE"])
@pytest.mark.parametrize(
    "heads", [("Indikator", "2017", "2018"), ("Resultatmål", "Niveau 2017", "Ambition 2018")]
)
def test_numbers_beside_what_they_count(
    tmp_path: Path, fill: str, align: str, stands: str, heads: tuple[str, ...]
) -> None:
    rows: list[list[object]] = [[Paragraph(head, HEAD) for head in heads]]
    rows += [[Paragraph(label, CELL), percent(before), percent(after)] for label, before, after in ROWS]
    style = [
        ("ALIGN", (1, 1), (-1, -1), align), ("VALIGN", (0, 0), (-1, -1), stands), ("FONTSIZE", (1, 1), (-1, -1), 9), *FILLS[fill],
    ]  # fmt: skip
    targets = targets_of(tmp_path / "plan.pdf", rows, (180, 90, 90), style)
    read_rows = [
        (t.title, q.baseline_value, q.baseline_year, q.value)
        for t in targets
        for m in t.measures
        for q in m.quantities
    ]
    assert read_rows == [(label, before, 2017, after) for label, before, after in ROWS]


@pytest.mark.parametrize("fill", FILLS)
def test_rows_over_two_pages(tmp_path: Path, fill: str) -> None:
    """Nr. | Tema | Mål | Indsats, so many rows that the page ends within the table."""
    wanted = [
        (n, f"Tema {'abcdefghijklmnopqrstuv'[n]} og flere", [f"Mindst {n}0 borgere kommer i job."], [f"Holdet får {n} møder."])
        for n in range(1, 20)
    ]  # fmt: skip
    rows: list[list[object]] = [
        [Paragraph(head, HEAD) for head in ("Nr.", "Indsatsområde", "Mål 2018", "Indsats")]
    ]
    for number, title, promises, acts in wanted:
        rows.append(
            [str(number), Paragraph(title, CELL), [Paragraph(text, CELL) for text in promises], Paragraph(acts[0], CELL)]
        )  # fmt: skip
    style: list[tuple[object, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("FONTSIZE", (0, 1), (0, -1), 9),
        *FILLS[fill],
    ]
    style += [("BOTTOMPADDING", (0, 1), (-1, -1), 9)]
    targets = targets_of(tmp_path / "plan.pdf", rows, (30, 120, 170, 130), style)
    assert [
        (t.number, t.title, [m.text for m in t.measures], [a.text for a in t.actions]) for t in targets
    ] == wanted


def test_one_topic_beside_several_rows(tmp_path: Path) -> None:
    rows: list[list[object]] = [[Paragraph(head, HEAD) for head in ("Mål", "Målepunkt", "2017", "2018")]]
    for n in (0, 2):
        label = Paragraph(f"Mål {n // 2 + 1}: Flere borgere i varige job på egnen", CELL)
        rows += [
            [first, Paragraph(text, CELL), percent(before), percent(after)]
            for first, (text, before, after) in zip((label, ""), ROWS[n : n + 2], strict=True)
        ]
    style: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("FONTSIZE", (2, 1), (-1, -1), 9)]
    style += [("SPAN", (0, n), (0, n + 1)) for n in (1, 3)]
    targets = targets_of(tmp_path / "plan.pdf", rows, (130, 180, 60, 60), style)
    assert [(t.number, [m.text for m in t.measures]) for t in targets] == [
        (1, [label for label, _, _ in ROWS[:2]]),
        (2, [label for label, _, _ in ROWS[2:]]),
    ]
    assert [q.value for t in targets for m in t.measures for q in m.quantities] == [
        after for *_, after in ROWS
    ]
