"""Forms of plans that a generator of all combinations showed unread: kindred names, parts as titles, open tables."""

from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Table,
)

from pipeline.danish.quantities import find_promises
from pipeline.documents.divide import divide
from pipeline.documents.plan import read_plan
from pipeline.reading import read
from schemas.vocabulary import Kind

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=6)
BOLD = ParagraphStyle("bold", parent=BODY, fontName="Helvetica-Bold")
CHAPTER = ParagraphStyle("chapter", parent=BOLD, fontSize=15, leading=19)
TITLE = ParagraphStyle("title", parent=BOLD, fontSize=22, leading=28)

NAMED = [
    ("Unge i uddannelse", "Mindst 40 unge begynder på en uddannelse.", "Alle unge får en mentor."),
    ("Flere i fleksjob", "Højst 90 borgere venter på et fleksjob.", "Byens butikker får besøg."),
]


def p(text: str, style: ParagraphStyle = BODY) -> Paragraph:
    return Paragraph(text, style)


def parts() -> list[Flowable]:
    story: list[Flowable] = [p("2. Strategiske mål", CHAPTER)]
    for n, (title, promise, action) in enumerate(NAMED, 1):
        story += [p(f"Mål 2.{n} {title}", BOLD), p(promise), p("Indsatser"), p(f"• {action}")]
    return story


def open_table() -> list[Flowable]:
    rows = [[p("Nr.", BOLD), p("Tema", BOLD), p("Målsætning", BOLD), p("Indsatser", BOLD)]]
    rows += [
        [p(str(n)), p(title), p(promise), p(f"• {act}")] for n, (title, promise, act) in enumerate(NAMED, 1)
    ]
    table = Table(rows, colWidths=(30, 110, 180, 150))
    table.setStyle([("LINEBELOW", (x, 0), (x, -1), 0.5, colors.black) for x in range(4)])
    return [p("2. Oversigt", CHAPTER), table]


@pytest.mark.parametrize(("form", "numbers"), [(parts, [None, None]), (open_table, [1, 2])])
@pytest.mark.parametrize("title", ["Resultatplan 2015 for Jobcenter Birkelund", "Udviklingsaftale 2015"])
def test_targets(tmp_path: Path, title: str, form: object, numbers: list[int | None]) -> None:
    assert callable(form)
    path = tmp_path / "plan.pdf"
    opening = [p(title, TITLE), p("Birkelund Kommune"), p("Jobcentret følger op på alle mål i juni.")]
    SimpleDocTemplate(str(path), pagesize=A4, leftMargin=60, rightMargin=60).build([*opening, *form()])
    (part,) = divide(read(path))
    assert part.kind is Kind.plan
    plan, _ = read_plan(part)
    assert (plan.title, plan.year) == (title, 2015)
    assert [
        (t.number, t.title, [m.text for m in t.measures], [a.text for a in t.actions]) for t in plan.targets
    ] == [(number, name, [said], [act]) for number, (name, said, act) in zip(numbers, NAMED, strict=True)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("≤ 400 personer på kontanthjælp.", (400, "at_most", None, None)),
        ("> 80 pct. tilfredse borgere", (80, "at_least", None, None)),
        ("Udgangspunkt 2014: 31,5 pct. Mål 2015: 35 pct.", (35, "exactly", 31.5, None)),
        ("Samarbejdsgraden skal stige med 3 procentpoint, så den udgør 42 pct.", (42, "at_least", None, 3)),
        ("Skal reduceres med 100 personer, fra 900 i januar til 800.", (800, "at_most", 900, -100)),
        ("Antallet reduceres med 24 personer (8 pct.).", (24, "decrease_by", None, None)),
        ("Der oprettes 40 elevpladser, hvilket er 10 flere end i 2014.", (40, "exactly", None, 10)),
    ],
)
def test_one_promise(text: str, wanted: tuple[float, str, float | None, float | None]) -> None:
    (one,) = find_promises(text, 2015)
    assert (one.value, one.bound.value, one.baseline_value, one.change) == wanted


ORDINALS = ("Første", "Andet")


@pytest.mark.parametrize(
    "heading",
    [
        "{ordinal} mål: {title}",
        "{title} (mål {n})",
        "{title} (mål {n}, lokalt mål)",
        "Fokusområde {n}: {title}",
    ],
)
@pytest.mark.parametrize("body", ["prose", "list", "delmål"])
def test_numbered_otherwise(tmp_path: Path, heading: str, body: str) -> None:
    """Ordinals, labels behind titles, areas; what is promised runs on into the sentence that leads up to the actions."""
    story = [
        p("Beskæftigelsesplan 2015", TITLE),
        p("Birkelund Kommune"),
        p("2. Resultatmål 2015", CHAPTER),
        p("Her er målene."),
    ]
    for n, (title, promise, action) in enumerate(NAMED, 1):
        story.append(p(heading.format(ordinal=ORDINALS[n - 1], title=title, n=n), BOLD))
        lead = "Målet nås gennem følgende indsatser:"
        if body == "prose":
            story.append(p(f"{promise} {lead}"))
        else:
            story += [p(f"• {promise}" if body == "list" else f"Delmål {n}.1: {promise}"), p(lead)]
        story.append(p(f"• {action}"))
    path = tmp_path / "plan.pdf"
    SimpleDocTemplate(str(path), pagesize=A4, leftMargin=60, rightMargin=60).build(
        [*story, p("Økonomi", CHAPTER), p("Intet nyt.")]
    )
    (part,) = divide(read(path))
    plan, _ = read_plan(part)
    assert [
        (t.number, t.title, [m.text for m in t.measures], [a.text for a in t.actions]) for t in plan.targets
    ] == [(n, title, [promise], [action]) for n, (title, promise, action) in enumerate(NAMED, 1)]


def test_three_columns(tmp_path: Path) -> None:
    """Prose in three narrow columns with what is promised in a box of its own below each heading."""
    wanted = [
        (t, [f"Mindst {n}0 borgere skal i job inden udgangen af 2018."], [f"Holdet mødes {n} gange"])
        for n, t in enumerate(AREAS, 1)
    ]
    story: list[Flowable] = []
    for n, (title, (promise,), (action,)) in enumerate(wanted, 4):
        box = Table(
            [[p(promise, SMALL)]],
            colWidths=(140,),
            style=[("BACKGROUND", (0, 0), (-1, -1), colors.lightblue)],
        )
        prose = [
            p(
                "Der er mange små virksomheder på egnen, og de mangler hænder i alle fag, også om vinteren.",
                SMALL,
            )
        ] * n
        story += [
            p(title, NARROW),
            *prose,
            p("Mål", SMALL_BOLD),
            box,
            p("Indsatser", SMALL_BOLD),
            p(f"• {action}", SMALL),
            FrameBreak(),
        ]
    path = tmp_path / "plan.pdf"
    document = BaseDocTemplate(str(path), pagesize=A4)
    top = Frame(50, 740, 500, 70, id="top")
    document.addPageTemplates(
        [
            PageTemplate(
                id="three", frames=[top, *(Frame(50 + 170 * n, 50, 155, 680, id=f"c{n}") for n in range(3))]
            )
        ]
    )
    document.build(
        [p("Beskæftigelsespolitik 2018", TITLE), p("Birkelund Kommune"), FrameBreak(), *story[:-1]]
    )
    (part,) = divide(read(path))
    plan, _ = read_plan(part)
    assert [
        (t.title, [m.text for m in t.measures], [a.text for a in t.actions]) for t in plan.targets
    ] == wanted


AREAS = ("Unge i uddannelse", "Flygtninge i arbejde", "Sygemeldte tilbage")
SMALL = ParagraphStyle("small", parent=BODY, fontSize=9, leading=11, spaceAfter=4)
SMALL_BOLD = ParagraphStyle("small_bold", parent=SMALL, fontName="Helvetica-Bold")
NARROW = ParagraphStyle("narrow", parent=BOLD, fontSize=13, leading=16)


def test_a_plan_that_counts_its_own_goals() -> None:
    assert not find_promises("Udvalget har valgt fire strategiske mål for 2016.")


def test_headings_between_tables_with_the_same_columns(tmp_path: Path) -> None:
    story: list[Flowable] = [p("Beskæftigelsesplan 2015", TITLE), p("Birkelund Kommune")]
    for n, (title, promise, action) in enumerate(NAMED, 1):
        table = Table(
            [[p("Delmål", BOLD), p("Handling", BOLD)], [p(promise), p(action)]], colWidths=(250, 180)
        )
        table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
        story += [p(f"Mål {n}: {title}", BOLD), table]
    path = tmp_path / "plan.pdf"
    SimpleDocTemplate(str(path), pagesize=A4, leftMargin=60, rightMargin=60).build(story)
    (part,) = divide(read(path))
    plan, _ = read_plan(part)
    assert [(t.number, t.title, [m.text for m in t.measures]) for t in plan.targets] == [
        (n, title, [promise]) for n, (title, promise, _) in enumerate(NAMED, 1)
    ]
