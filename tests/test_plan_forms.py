"""Plans in several printed forms: what they promise is read from each. Birkelund Kommune and all its words are invented."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from pipeline.documents.plan import read_plan
from pipeline.reading import read
from schemas.page import Page, Part
from schemas.place import Places
from schemas.plan import Plan
from schemas.record import Finding
from schemas.vocabulary import FindingCode, Kind

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=6)
BOLD = ParagraphStyle("bold", parent=BODY, fontName="Helvetica-Bold")
CHAPTER = ParagraphStyle("chapter", parent=BOLD, fontSize=15, leading=19, spaceBefore=10)
SECTION = ParagraphStyle("section", parent=BOLD, fontSize=12, leading=15, spaceBefore=8)
TITLE = ParagraphStyle("title", parent=BOLD, fontSize=24, leading=30)
CELL = ParagraphStyle("cell", parent=BODY, fontSize=9, leading=11.5, spaceAfter=2)
CELL_HEAD = ParagraphStyle("cellhead", parent=CELL, fontName="Helvetica-Bold")

PROSE = (
    "Arbejdsmarkedet i Birkelund Kommune er præget af mange små virksomheder. I 2016 var 340 borgere langtidsledige, "
    "og 12,4 pct. af de unge stod uden uddannelse. Birkelund Kommune ligger dermed over landsgennemsnittet."
)


def p(text: str, style: ParagraphStyle = BODY) -> Paragraph:
    return Paragraph(text, style)


def bullets(*texts: str, mark: str = "•", indent: int = 18, style: ParagraphStyle = BODY) -> list[Flowable]:
    listed = ParagraphStyle("listed", parent=style, leftIndent=indent, bulletIndent=indent - 12, spaceAfter=2)
    return [Paragraph(text, listed, bulletText=mark) for text in texts]


def box(*content: Flowable, width: float = 470) -> Table:
    return Table([[list(content)]], colWidths=[width], style=[("BOX", (0, 0), (-1, -1), 0.7, colors.black)])


def grid(rows: Sequence[Sequence[object]], widths: Sequence[float], drawn: bool = True) -> Table:
    style: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if drawn:
        style.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    return Table([list(row) for row in rows], colWidths=list(widths), style=style)


Reader = Callable[..., tuple[Plan, list[Finding], list[Page]]]


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """Typeset a plan and read it."""

    def make(*story: Flowable, columns: bool = False) -> tuple[Plan, list[Finding], list[Page]]:
        path = tmp_path / "plan.pdf"
        if columns:
            document = BaseDocTemplate(str(path), pagesize=A4)
            frames = [Frame(45, 50, 245, 740, id="a"), Frame(305, 50, 245, 740, id="b")]
            document.addPageTemplates([PageTemplate(id="two", frames=frames)])
            document.build(list(story))
        else:
            SimpleDocTemplate(str(path), pagesize=A4, leftMargin=60, rightMargin=60).build(list(story))
        pages = read(path)
        plan, findings = read_plan(Part(kind=Kind.plan, pages=pages, sure=1.0))
        return plan, findings, pages

    return make


def outline(plan: Plan) -> list[tuple[int | None, str, list[str], list[str]]]:
    return [
        (t.number, t.title, [m.text for m in t.measures], [a.text for a in t.actions]) for t in plan.targets
    ]


def promised(plan: Plan) -> list[tuple[float | None, str | None, str]]:
    return [(q.value, q.unit, q.bound.value) for t in plan.targets for m in t.measures for q in m.quantities]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\-‐\u00ad]+", "", text).strip(".:;”")


def words_at(pages: Sequence[Page], at: Places) -> str:
    found: list[str] = []
    for place in at:
        x0, top, x1, bottom = place.bbox
        for line in (line for page in pages if page.number == place.page for line in page.lines):
            found += [
                word.text
                for word in line.words
                if x0 - 1 <= (word.x0 + word.x1) / 2 <= x1 + 1
                and top - 1 <= (word.top + word.bottom) / 2 <= bottom + 1
            ]
    return squeezed("".join(found))


def check_places(plan: Plan, pages: Sequence[Page]) -> None:
    """Every value's boxes hold its words and no others."""
    for target in plan.targets:
        assert words_at(pages, target.at) == squeezed(target.title)
        for measure in target.measures:
            assert words_at(pages, measure.at).strip('”"“.') == squeezed(measure.text).strip('”"“.')
            for quantity in measure.quantities:
                words = words_at(pages, quantity.at)
                assert (
                    quantity.unit in ("pct.", "pct. point", "kr.") or squeezed(quantity.unit or "") in words
                )
                assert re.search(r"\d|½|[a-zæøå]", words) and len(words) < 60
        for action in target.actions:
            assert words_at(pages, action.at) == squeezed(action.text)
    for figure in plan.figures:
        assert squeezed(figure.label).lower() in words_at(pages, figure.at).lower()


GOALS = (
    p("2. Ministerens mål for 2018", CHAPTER),
    p("Beskæftigelsesministeren har udmeldt to mål, som fremgår af boksen."),
    box(
        p("Mål 1: Flere unge skal have en uddannelse", BOLD),
        p("Unge uden uddannelse skal hjælpes hurtigere i gang."),
        p("Mål 2: Virksomhederne skal have arbejdskraft", BOLD),
        p("Jobcentrene skal levere en professionel service."),
    ),
)

YOUNG = (
    "Mindst 40 pct. af de unge på uddannelseshjælp er begyndt på en uddannelse ved udgangen af 2018.",
    "Der ansættes to mentorer.",
)
FIRMS = ("Jobcentret besøger 150 private virksomheder.",)
SICK = (
    "Højst 11 pct. af forløbene varer over 26 uger, svarende til et fald på 2 pct. point fra niveauet i 2016.",
)


def test_boxes_overview_and_chapters(reader: Reader) -> None:
    """The form with an overview of boxes and chapters that state each target again, one box after the next heading."""
    plan, findings, pages = reader(
        p("Beskæftigelsesplan 2018", TITLE),
        p("Birkelund Kommune", SECTION),
        p("Godkendt af Byrådet den 12. december 2017"),
        p("1. Indledning", CHAPTER),
        p(PROSE),
        *GOALS,
        p("3. Samlet oversigt over resultatmål", CHAPTER),
        box(p("Resultatmål 1: Flere unge skal have en uddannelse", BOLD), *bullets(*YOUNG, mark="-")),
        box(p("Resultatmål 2: Virksomhederne skal have arbejdskraft", BOLD), *bullets(*FIRMS, mark="-")),
        box(p("Resultatmål 3: Kortere sygeforløb", BOLD), *bullets(*SICK, mark="-")),
        PageBreak(),
        p("3.1 Flere unge skal have en uddannelse", CHAPTER),
        p(PROSE),
        box(p("Resultat mål 1: Flere unge skal have en uddannelse.", BOLD), *bullets(*YOUNG)),
        p("Jobcentret vil bruge disse strategier på vej mod målet:"),
        p("3.2 Virksomhederne skal have arbejdskraft", CHAPTER),
        box(
            *bullets(
                "Brobygning til erhvervsskoler for unge, der endnu ikke har valgt retning, og som ikke har job",
                "Mentor:",
            ),
            *bullets("en mentor pr. ung", mark="o", indent=36),
        ),
        p(PROSE),
        box(
            p("Resultatmål 2: Virksomhederne skal have arbejdskraft", BOLD),
            *bullets("Jobcentret besøger 150 firmaer."),
        ),
        p("Jobcentret vil bruge disse indsatser:"),
        *bullets("Rekrutteringsteam", "Virksomhedsbesøg hver uge"),
        p("I maj 2017 var 48 i forløb. Målsætningen om 45 pct. ved udgangen af 2018 er høj."),
        p("3.3 Kortere forløb for sygemeldte", CHAPTER),
        box(p("Resultatmål 3: Kortere sygeforløb", BOLD), *bullets(*SICK)),
        p("Fordelene ved tidlig indsats er følgende:"),
        *bullets("Borgeren kommer sig før", "Udgifterne falder"),
    )
    assert (plan.title, plan.year, plan.last_year, plan.status, plan.municipality) == (
        "Beskæftigelsesplan 2018", 2018, None, "adopted", "Birkelund Kommune",
    )  # fmt: skip
    assert [(g.number, g.title) for g in plan.minister_goals] == [
        (1, "Flere unge skal have en uddannelse"),
        (2, "Virksomhederne skal have arbejdskraft"),
    ]
    assert plan.minister_goals[0].text == "Unge uden uddannelse skal hjælpes hurtigere i gang."
    assert [t.minister_goal for t in plan.targets] == [1, 2, None]
    brobygning = (
        "Brobygning til erhvervsskoler for unge, der endnu ikke har valgt retning, og som ikke har job"
    )
    assert outline(plan) == [
        (1, "Flere unge skal have en uddannelse", list(YOUNG), [brobygning, "Mentor:", "en mentor pr. ung"]),
        (
            2,
            "Virksomhederne skal have arbejdskraft",
            list(FIRMS),
            ["Rekrutteringsteam", "Virksomhedsbesøg hver uge"],
        ),
        (3, "Kortere sygeforløb", list(SICK), []),
    ]
    assert [a.level for a in plan.targets[0].actions] == [1, 1, 2]
    assert [f.code for f in findings] == [FindingCode.restated_differently, FindingCode.figures_differ]
    assert "150 firmaer" in words_at(pages, findings[0].at).replace("150firmaer", "150 firmaer")
    assert [s.number for s in plan.sections if s.level == 2 and s.number] == ["3.1", "3.2", "3.3"]
    check_places(plan, pages)


def test_two_columns_of_boxes(reader: Reader) -> None:
    plan, _, pages = reader(
        p("Beskæftigelsesplan 2018", TITLE),
        p(PROSE),
        p(PROSE),
        p("3. Oversigt over resultatmål", CHAPTER),
        box(
            p("Resultatmål 1: Flere unge skal have en uddannelse", BOLD),
            *bullets(*YOUNG, mark="✓"),
            width=230,
        ),
        *(p(PROSE) for _ in range(4)),
        box(
            p("Resultatmål 2: Virksomhederne skal have arbejdskraft", BOLD),
            *bullets(*FIRMS, mark="✓"),
            width=230,
        ),
        *(p(PROSE) for _ in range(4)),
        columns=True,
    )
    assert outline(plan) == [
        (1, "Flere unge skal have en uddannelse", list(YOUNG), []),
        (2, "Virksomhederne skal have arbejdskraft", list(FIRMS), []),
    ]
    check_places(plan, pages)


def test_running_text_with_contents(reader: Reader) -> None:
    """ "Mål 1 …" without boxes; the number behind a contents entry is a page."""
    entries = (
        "Indledning 2",
        "Mål 1: Flere ledige i arbejde 3",
        "Mål 2: Færre forløb over 26 uger 4",
        "Mål 3: God service 5",
    )
    plan, findings, pages = reader(
        p("Udkast til Beskæftigelsesplan 2012", TITLE),
        p("Indhold", SECTION),
        *(p(entry) for entry in entries),
        PageBreak(),
        p("Mål 1: Flere ledige i arbejde", SECTION),
        p("Antallet af ledige skal begrænses til 1.435 personer pr. december 2012."),
        p(PROSE),
        p("Strategi", BOLD),
        p("Jobcentret vil arbejde med tidlige samtaler."),
        p("Mål 2: Færre forløb over 26 uger", SECTION),
        p(PROSE),
        p("Målet er, at højst 380 forløb varer over 26 uger ved udgangen af 2012."),
        p("For at nå målet iværksættes følgende indsatser:"),
        *bullets("Tidlig opfølgning", "Samarbejde med læger"),
        p("Mål 3: God service", SECTION),
        p("Borgerne skal opleve en venlig service."),
    )
    assert plan.status == "draft"
    assert outline(plan) == [
        (
            1,
            "Flere ledige i arbejde",
            ["Antallet af ledige skal begrænses til 1.435 personer pr. december 2012."],
            ["Jobcentret vil arbejde med tidlige samtaler."],
        ),
        (
            2,
            "Færre forløb over 26 uger",
            ["Målet er, at højst 380 forløb varer over 26 uger ved udgangen af 2012."],
            ["Tidlig opfølgning", "Samarbejde med læger"],
        ),
        (3, "God service", [], []),
    ]
    assert promised(plan) == [(1435, "personer", "at_most"), (380, "forløb", "at_most")]
    assert [f.code for f in findings] == [FindingCode.empty_result]
    check_places(plan, pages)


@pytest.mark.parametrize("drawn", [True, False])
def test_table_of_targets_and_status(reader: Reader, drawn: bool) -> None:
    """Only the left column promises."""
    rows = [
        [p("Resultatmål", CELL_HEAD), p("Status", CELL_HEAD)],
        [
            [p("1. Mindst 60 virksomheder har en aftale ved udgangen af 2016.", CELL)],
            p("47 virksomheder i 2015, og 52 pct. er tilfredse.", CELL),
        ],
        [
            [p("2. Andelen af forløb over 26 uger skal falde med 5 procentpoint fra niveauet i 2014.", CELL)],
            p("Andelen er 32,1 pct.", CELL),
        ],
    ]
    plan, _, pages = reader(
        p("Beskæftigelsesplan 2016", TITLE), p("Birkelund Kommune"), p(PROSE), grid(rows, (230, 200), drawn)
    )
    assert [t.number for t in plan.targets] == [1, 2]
    assert promised(plan) == [(60, "virksomheder", "at_least"), (5, "pct. point", "decrease_by")]
    assert plan.targets[1].measures[0].quantities[0].baseline_year == 2014
    check_places(plan, pages)


def test_table_with_measures_and_actions(reader: Reader) -> None:
    heads = [p(head, CELL_HEAD) for head in ("Mål", "Delmål", "Indsatser", "Status")]
    rows = [
        heads,
        [
            p("Mål 1: Flere unge i uddannelse", CELL_HEAD),
            [
                p("Mindst 45 pct. er i gang inden udgangen af juni 2019.", CELL),
                p("Der oprettes 15 lærepladser.", CELL),
            ],
            bullets("Mentorer til alle", "Fælles mødedage", style=CELL),
            p("I 2017 var andelen 41 pct.", CELL),
        ],
        [
            p("Mål 2: Færre langtidsledige", CELL_HEAD),
            p("Antallet reduceres med 10 procent fra 2017 til 2019.", CELL),
            bullets("Jobklub", style=CELL),
            p("Prognosen er et fald på 4 pct.", CELL),
        ],
    ]
    plan, _, pages = reader(
        p("Beskæftigelsesplan 2018-2019", TITLE),
        p("Birkelund Kommune"),
        p(PROSE),
        grid(rows, (100, 150, 120, 100)),
    )
    assert (plan.year, plan.last_year) == (2018, 2019)
    assert outline(plan) == [
        (
            1,
            "Flere unge i uddannelse",
            ["Mindst 45 pct. er i gang inden udgangen af juni 2019.", "Der oprettes 15 lærepladser."],
            ["Mentorer til alle", "Fælles mødedage"],
        ),
        (2, "Færre langtidsledige", ["Antallet reduceres med 10 procent fra 2017 til 2019."], ["Jobklub"]),
    ]
    check_places(plan, pages)


def test_quoted_targets_under_labels_without_numbers(reader: Reader) -> None:
    rows = [
        [p("Resultatmål", CELL_HEAD), p("Status", CELL_HEAD)],
        [
            [
                p("Resultatmål under voksenliv", CELL_HEAD),
                p("”Antallet af borgere på ydelse skal falde med 2 procentpoint.”", CELL),
            ],
            p("Faldet er 31,5 procent.", CELL),
        ],
        [
            [p("Resultatmål under ungeliv", CELL_HEAD), p("”Minimum 20 procent har lønnede timer.”", CELL)],
            p("18 procent.", CELL),
        ],
    ]
    plan, _, pages = reader(
        p("Beskæftigelsesplan 2021-2022", TITLE), p("Birkelund Kommune"), p(PROSE), grid(rows, (230, 230))
    )
    assert outline(plan) == [
        (
            None,
            "Resultatmål under voksenliv",
            ["Antallet af borgere på ydelse skal falde med 2 procentpoint."],
            [],
        ),
        (None, "Resultatmål under ungeliv", ["Minimum 20 procent har lønnede timer."], []),
    ]
    check_places(plan, pages)


def test_numbered_list_under_a_heading(reader: Reader) -> None:
    plan, _, pages = reader(
        p("Beskæftigelsesplan for Birkelund Kommune 2020", TITLE),
        p("1. Baggrund", CHAPTER),
        p(PROSE),
        p("2. Ministerens mål", CHAPTER),
        *bullets("Flere skal have en uddannelse", "Virksomhederne skal sikres arbejdskraft"),
        p("3. Resultatmål", CHAPTER),
        p("1. Flere unge i uddannelse", SECTION),
        p("1.1 Mindst 50 % af de unge er i gang inden for et år."),
        p("1.2 Frafaldet nedbringes fra 14,5 % i 2018 til 12 % ved udgangen af 2020."),
        p("2. Flere i job", SECTION),
        p("2.1 Der indgås ti partnerskaber med private virksomheder."),
        p("4. Indsatser", CHAPTER),
        p(PROSE),
    )
    assert [(g.number, g.title) for g in plan.minister_goals] == [
        (None, "Flere skal have en uddannelse"),
        (None, "Virksomhederne skal sikres arbejdskraft"),
    ]
    assert outline(plan) == [
        (
            1,
            "Flere unge i uddannelse",
            [
                "Mindst 50 % af de unge er i gang inden for et år.",
                "Frafaldet nedbringes fra 14,5 % i 2018 til 12 % ved udgangen af 2020.",
            ],
            [],
        ),
        (2, "Flere i job", ["Der indgås ti partnerskaber med private virksomheder."], []),
    ]
    check_places(plan, pages)


def test_chapters_that_name_no_number(reader: Reader) -> None:
    plan, _, _ = reader(
        p("Beskæftigelsesplan 2013", TITLE),
        p("Birkelund Kommune"),
        p("Unge", CHAPTER),
        p(PROSE),
        p("Mål", SECTION),
        *bullets(
            "Mindst 90 pct. af de unge har en plan senest 1. juni 2013", "Ledigheden skal være under 4 pct."
        ),
        p("Indsats", SECTION),
        *bullets("Brobygning"),
    )
    assert [(t.number, t.title, len(t.measures), len(t.actions)) for t in plan.targets] == [
        (None, "Unge", 2, 1)
    ]


def test_label_on_a_line_of_its_own(reader: Reader) -> None:
    plan, _, pages = reader(
        p("Forslag til Beskæftigelsesplan 2015", TITLE),
        p("Birkelund Kommune", SECTION),
        p(PROSE),
        box(
            p("Resultatmål nr. 1", BOLD),
            p("Flere i job", BOLD),
            *bullets("Ledigheden må højst være 4,2 %.", mark="–"),
        ),
        Spacer(1, 8),
        box(
            p("Resultatmål nr. 2", BOLD),
            p("Bedre integration", BOLD),
            *bullets("35 flygtninge skal i praktik.", mark="–"),
        ),
    )
    assert plan.status == "draft"
    assert outline(plan) == [
        (1, "Flere i job", ["Ledigheden må højst være 4,2 %."], []),
        (2, "Bedre integration", ["35 flygtninge skal i praktik."], []),
    ]
    check_places(plan, pages)


def test_large_numbers_above_their_words(reader: Reader) -> None:
    """Two numbers side by side, each far larger than the words that go on with it."""
    rows = [
        (
            "Job til ledige",
            ["60 % af de nyledige er i job efter et halvt år", "450 ledige får job her i byen"],
        ),
        ("Tilbage fra sygdom", ["8 % færre forløb er lange", "90 unge får en plan i uge seks"]),
    ]
    large = ParagraphStyle("large", parent=BOLD, fontSize=28, leading=34)
    story: list[Flowable] = []
    for n, (title, texts) in enumerate(rows, 1):
        said = [re.fullmatch(r"(\d+(?: %)?) (.+)", text) for text in texts]
        cells = [[p(match[1], large), p(match[2])] for match in said if match]
        story += [p(f"{n} · {title}", SECTION), grid([cells], (240, 230), drawn=False), p("Det gør vi", BOLD)]
        story += bullets("Kurser på skolen", "Samtaler hver uge")
    plan, _, pages = reader(p("Beskæftigelsesplan 2018", TITLE), p(PROSE), *story)
    actions = ["Kurser på skolen", "Samtaler hver uge"]
    assert outline(plan) == [(n, title, texts, actions) for n, (title, texts) in enumerate(rows, 1)]
    check_places(plan, pages)


def test_a_plan_without_targets_or_year_says_so(reader: Reader) -> None:
    plan, findings, _ = reader(
        p("Beskæftigelsesplan", TITLE),
        p("Birkelund Kommune"),
        p("Udfordringer", CHAPTER),
        p(PROSE),
        p("Opgaver", CHAPTER),
        p(PROSE),
    )
    assert plan.targets == () and plan.year is None and plan.title == "Beskæftigelsesplan"
    assert [f.code for f in findings] == [FindingCode.empty_result] * 2
    assert [s.title for s in plan.sections][-2:] == ["Udfordringer", "Opgaver"]


def test_statistics_and_forecasts_are_figures(reader: Reader) -> None:
    plan, _, pages = reader(
        p("Beskæftigelsesplan 2018", TITLE),
        p("Birkelund Kommune"),
        p("3. Målgrupper", CHAPTER),
        p("Finansministeriet venter et fald i ledigheden på 3,5 pct. fra ultimo 2016 til ultimo 2018."),
        p("Fra medio 2015 til medio 2016 har udviklingen været sådan:"),
        *bullets(
            "Kontanthjælp (inkl. tillæg) er steget med 44 personer (+12 pct.)",
            "Uddannelseshjælp udgør 139 personer",
        ),
    )
    assert [(f.label, f.value, f.change, f.change_pct, f.period) for f in plan.figures] == [
        ("Ledigheden", None, None, -3.5, "fra ultimo 2016 til ultimo 2018"),
        ("Kontanthjælp (inkl. tillæg)", None, 44, 12, "Fra medio 2015 til medio 2016"),
        ("Uddannelseshjælp", 139, None, None, "Fra medio 2015 til medio 2016"),
    ]
    assert plan.figures[0].source == "Finansministeriet"
    check_places(plan, pages)


Rows = list[tuple[str, list[str]]]

UNNUMBERED: Rows = [
    ("Indsatsen for unge", ["Alle unge får en kontaktperson.", "Mindst 40 pct. begynder på en uddannelse."]),
    ("Indsatsen for ledige", ["Jobcentret formidler 500 job."]),
    ("Indsatsen for syge", ["Højst 12 pct. af sagerne varer over 26 uger.", "Der holdes fire møder."]),
]


def listed_chapter(rows: Rows) -> list[Flowable]:
    """A chapter of targets, whose headings have no numbers."""
    story = [p("2. Lokale resultatmål", CHAPTER), p("Lyngsø Kommune har opstillet følgende resultatmål:")]
    for title, texts in rows:
        story += [p(title, SECTION), *bullets(*texts, mark="-")]
    return [*story, p("3. Økonomi", CHAPTER), p(PROSE)]


def decimal_chapter(rows: Rows) -> list[Flowable]:
    """The same where each measure has the chapter's number in front."""
    story: list[Flowable] = [p("3. Resultatmål", CHAPTER)]
    for n, (title, texts) in enumerate(rows, 1):
        story += [p(f"3.{n} {title}", SECTION), *(p(f"3.{n}.{k} {text}") for k, text in enumerate(texts, 1))]
    return story


def own_chapters(rows: Rows) -> list[Flowable]:
    """A chapter for each target."""
    story: list[Flowable] = []
    for n, (title, texts) in enumerate(rows, 1):
        story += [p(f"{n}. {title}", CHAPTER), p(PROSE), p("Resultatmål", SECTION), *bullets(*texts)]
    return story


def cards(rows: Rows) -> list[Flowable]:
    """A table for each target; its first column says what stands in each row."""
    return [
        grid(
            [
                [p("Mål", CELL_HEAD), p(title, CELL_HEAD)],
                [p("Resultatmål", CELL_HEAD), [p(text, CELL) for text in texts]],
                [p("Status", CELL_HEAD), p("I 2017 var 48 i forløb.", CELL)],
            ],
            (90, 380),
        )
        for title, texts in rows
    ]


def lead_ins(rows: Rows) -> list[Flowable]:
    """A label in front of each promise, on its line."""
    story: list[Flowable] = []
    for n, (title, texts) in enumerate(rows, 1):
        story += [
            p(f"{n}. {title}", SECTION),
            p(PROSE),
            *(p(f"<b>Resultatmål:</b> {text}") for text in texts),
        ]
        story.append(p("<b>Indsats:</b> Tidlig kontakt."))
    return story


def areas(rows: Rows) -> list[Flowable]:
    """Chapters of a label that no target has, above measures with their numbers."""
    story: list[Flowable] = []
    for n, (title, texts) in enumerate(rows, 1):
        story += [p(f"Indsatsområde {n}: {title}", CHAPTER), p(PROSE)]
        story += [p(f"Resultatmål {n}.{k}: {text}", BOLD) for k, text in enumerate(texts, 1)]
    return story


def topics(rows: Rows) -> list[Flowable]:
    """A table whose first column names what the targets beside it are about."""
    heads = [p(head, CELL_HEAD) for head in ("Fokusområde", "Mål for 2018", "Opfølgning")]
    body = [
        [p(title, CELL_HEAD), [p(text, CELL) for text in texts], p("Årligt", CELL)] for title, texts in rows
    ]
    return [grid([heads, *body], (110, 260, 90))]


def merged_cells(rows: Rows) -> list[Flowable]:
    """A table whose first cells stand beside several rows each."""
    cells: list[list[object]] = [[p(head, CELL_HEAD) for head in ("Mål", "Delmål", "Ansvarlig")]]
    spans = []
    for title, texts in rows:
        spans.append(("SPAN", (0, len(cells)), (0, len(cells) + len(texts) - 1)))
        cells += [
            [p(title, CELL_HEAD) if not k else "", p(text, CELL), p("Jobcentret", CELL)]
            for k, text in enumerate(texts)
        ]
    table = grid(cells, (120, 260, 90))
    table.setStyle(spans)
    return [table]


def goals_in_prose(rows: Rows) -> list[Flowable]:
    """Chapters in which a sentence says what the goal is."""
    story: list[Flowable] = []
    for n, (title, texts) in enumerate(rows, 1):
        story += [p(f"{n}. {title}", CHAPTER), p(PROSE), *map(p, texts)]
    return story


def own_labels(rows: Rows) -> list[Flowable]:
    """Labels that no lexicon knows recur below each heading."""
    story: list[Flowable] = []
    for title, texts in rows:
        story += [p(title, CHAPTER), p("Ambition", BOLD), p(NOTE), p("Pejlemærker", BOLD), *bullets(*texts)]
        story += [p("Håndtag", BOLD), *bullets("Åbent hus")]
    return story


def underlined(rows: Rows) -> list[Flowable]:
    """Underlined headings in the body's own type; a sentence says each goal."""
    story: list[Flowable] = [p("<u>2. Mål for 2018</u>")]
    for n, (title, texts) in enumerate(rows, 1):
        story += [p(f"<u>2.{n} {title}</u>"), *(p(f"<b>Mål.</b> {text}") for text in texts)]
    return story


def banded_cards(rows: Rows) -> list[Flowable]:
    """A band across each card names what it is about."""
    story: list[Flowable] = []
    for title, texts in rows:
        held = [
            [p(title, CELL_HEAD), ""],
            *[[p("Succeskriterium", CELL_HEAD), p(text, CELL)] for text in texts],
        ]
        held.append([p("Indsatser", CELL_HEAD), p("Åbent hus", CELL)])
        style = [("SPAN", (0, 0), (1, 0)), ("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
        story += [Table(held, colWidths=[110, 340], style=style), Spacer(1, 12)]
    return story


def table_by_chapter(rows: Rows) -> list[Flowable]:
    """Under each heading a table whose first column promises and whose second tells."""
    story: list[Flowable] = []
    for title, texts in rows:
        held = [[p("Effektmål", CELL_HEAD), p("Status medio 2017", CELL_HEAD)]]
        story += [
            p(title, CHAPTER),
            grid([*held, *[[p(text, CELL), p("41 pct.", CELL)] for text in texts]], (300, 120)),
        ]
    return story


def lettered_chapters(rows: Rows) -> list[Flowable]:
    """ "A. Unge" above "Mål A1: …"."""
    story: list[Flowable] = []
    for letter, (title, texts) in zip("ABC", rows, strict=True):
        story += [
            p(f"{letter}. {title}", CHAPTER),
            *(p(f"<b>Mål {letter}{n}:</b> {text}") for n, text in enumerate(texts, 1)),
        ]
    return story


def side_by_side(rows: Rows) -> list[Flowable]:
    """Boxes beside each other, each with a title and labels of its own."""
    boxes = [
        [
            p(title, CHAPTER),
            p("Vores mål", BOLD),
            *bullets(*texts),
            p("Det gør vi", BOLD),
            *bullets("Åbent hus"),
        ]
        for title, texts in rows
    ]
    pairs = [boxes[n : n + 2] + [""] * (n + 2 - len(boxes)) for n in range(0, len(boxes), 2)]
    held = [[Table([[cell]], colWidths=[225], style=[("BOX", (0, 0), (-1, -1), 0.7, colors.black)]) for cell in pair if cell]
            + [""] * pair.count("") for pair in pairs]  # fmt: skip
    return [Table(held, colWidths=[240, 240], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])]


def nothing_labelled(rows: Rows) -> list[Flowable]:
    """Headings of chapters with letters below them, among chapters that promise nothing."""
    story: list[Flowable] = []
    for title, texts in rows:
        story += [
            p(title, CHAPTER),
            *(p(f"{letter}) {text}") for letter, text in zip("abc", texts, strict=False)),
        ]
    return [*story, p("Økonomi", CHAPTER), p("Budgettet er 41 mio. kr., og der skal spares 2 mio. kr.")]


@pytest.mark.parametrize(
    "form",
    [listed_chapter, decimal_chapter, own_chapters, cards, lead_ins, areas, topics, merged_cells, own_labels, underlined,
     banded_cards, table_by_chapter, side_by_side, lettered_chapters, nothing_labelled],
)  # fmt: skip
def test_targets_without_numbers(reader: Reader, form: Callable[[Rows], list[Flowable]]) -> None:
    plan, _, pages = reader(
        p("Beskæftigelsesplan 2018", TITLE), p("Lyngsø Kommune"), p(PROSE), *form(UNNUMBERED)
    )
    assert [(title, texts) for _, title, texts, _ in outline(plan)] == UNNUMBERED
    check_places(plan, pages)


def test_hanging_bullets_side_by_side_without_strokes(reader: Reader) -> None:
    rows: list[list[object]] = [[p(head, CELL_HEAD) for head in ("Resultatmål", "Delmål", "Indsatser")]]
    wanted = []
    for n in range(1, 5):
        texts = [
            f"Mindst {n}4 pct. af de unge, der modtager uddannelseshjælp, er i gang ved udgangen af 2018.",
            f"Der indgås aftaler om {n}0 nye lærepladser hos håndværksmestre i Lyngsø og omegn.",
        ]
        actions = [
            f"Opsøgende arbejde over for mestre, som endnu ikke er godkendt, i kvarter {n}",
            "Én indgang til jobcentret for alle virksomheder uanset størrelse",
        ]
        title = f"{n}. Flere unge i gang med en uddannelse, trin {n}"
        rows.append([p(title, CELL_HEAD), bullets(*texts, mark="\u2013"), bullets(*actions, mark="▪")])
        wanted.append((n, title.removeprefix(f"{n}. "), texts, actions))
    plan, _, pages = reader(
        p("Beskæftigelsesplan 2018", TITLE),
        p("Lyngsø Kommune"),
        p(PROSE),
        grid(rows, (110, 180, 180), drawn=False),
    )
    assert outline(plan) == wanted
    check_places(plan, pages)


def test_justified_type_in_narrow_cells(reader: Reader) -> None:
    justified = ParagraphStyle("justified", parent=CELL, alignment=4)
    text = (
        "Integrationssamtalerne indeholder en vurdering af flygtningens egnethed til grunduddannelsen, "
        "og mindst 45 pct. af deltagerne i beskæftigelsesrettede danskuddannelser består modultesten."
    )
    rows = [
        [p("Mål", CELL_HEAD), p("Delmål", CELL_HEAD), p("Status", CELL_HEAD)],
        [p("Mål 1: Flere i job", CELL_HEAD), Paragraph(text, justified), p("Andelen er 41 pct.", CELL)],
    ]
    plan, _, pages = reader(p("Beskæftigelsesplan 2018", TITLE), p(PROSE), grid(rows, (110, 128, 110)))
    assert outline(plan) == [(1, "Flere i job", [text], [])]
    check_places(plan, pages)


def test_goals_told_in_prose(reader: Reader) -> None:
    rows = [
        (
            "Unge",
            ["Det er målet, at mindst 70 pct. af de unge er i gang.", "Målet er, at alle får en mentor."],
        ),
        ("Ledige", ["Målet for de ledige er, at højst 300 er ledige i over et år."]),
    ]
    plan, _, pages = reader(
        p("Beskæftigelsesplan 2018", TITLE), p("Lyngsø Kommune"), p(PROSE), *goals_in_prose(rows)
    )
    assert [(title, texts) for _, title, texts, _ in outline(plan)] == rows
    check_places(plan, pages)


def test_cells_beside_their_labels_and_bare_numbers(reader: Reader) -> None:
    texts = [
        "Andelen af unge på uddannelseshjælp skal ned på 3 pct.",
        "Der etableres 40 fleksjob, heraf 10 i kommunen.",
    ]
    labelled = [[p(f"Resultatmål {n}", CELL_HEAD), p(text, CELL)] for n, text in enumerate(texts, 1)]
    plan, _, _ = reader(p("Beskæftigelsesplan 2018", TITLE), p(PROSE), grid(labelled, (110, 360)))
    assert [(number, measures) for number, _, measures, _ in outline(plan)] == [
        (1, texts[:1]),
        (2, texts[1:]),
    ]
    rows = [["Resultatmål", "Baseline", "Måltal 2018"], ["1. Antal borgere på kontanthjælp", "512", "480"]]
    plan, _, _ = reader(
        p("Beskæftigelsesplan 2018", TITLE),
        p(PROSE),
        grid([[p(cell, CELL) for cell in row] for row in rows], (220, 80, 90)),
    )
    assert outline(plan) == [(1, "Antal borgere på kontanthjælp", ["480"], [])]
    assert promised(plan) == [(480, "borgere", "exactly")]


Labelled = list[tuple[int, str, list[str], list[str]]]

NUMBERED: Labelled = [
    (
        1,
        "Ledige i arbejde",
        ["Mindst 55 pct. af de nyledige skal være i job efter et halvt år.", "60 ledige skal i praktik."],
        ["Ugentlige samtaler i jobcafeen", "Ny aftale med byens butikker"],
    ),
    (
        2,
        "Unge i uddannelse",
        ["Højst 90 unge må modtage uddannelseshjælp ved udgangen af 2018."],
        ["Fælles vejledning på skolen"],
    ),
]

NOTE = "I 2016 fik 73 borgere en aftale med jobcentret."
GREY, SMALL = colors.HexColor("#dddddd"), ParagraphStyle("small", parent=BOLD, fontSize=7)
ITALIC = ParagraphStyle("italic", parent=BODY, fontName="Helvetica-Oblique")


def bands(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """A coloured band with a small label above the title, the measures in a box right below it."""
    table = Table(
        [[[p(f"RESULTATMÅL {number}", SMALL), p(title, SECTION)]], [bullets(*measures)]], colWidths=[470]
    )
    table.setStyle([("BACKGROUND", (0, 0), (-1, 0), GREY), ("BOX", (0, 0), (-1, -1), 0.5, colors.black)])
    return [table, p(NOTE), p("Sådan når vi målet", BOLD), *bullets(*actions)]


def own_table(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """A table with heads below each target's heading."""
    heads = [p(head, CELL_HEAD) for head in ("Resultatmål", "Status", "Indsats")]
    row = [
        [p(text, CELL) for text in measures],
        p("Status 2016: 48 pct.", CELL),
        bullets(*actions, style=CELL),
    ]
    return [p(f"Resultatmål {number}: {title}", SECTION), grid([heads, row], (190, 90, 190))]


def named_cards(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """A card for each target: its label and title in the first row, then what the first column says."""
    rows = [
        [p(f"Resultatmål {number}", CELL_HEAD), p(title, CELL_HEAD)],
        [p("Resultatkrav", CELL_HEAD), [p(text, CELL) for text in measures]],
        [p("Status", CELL_HEAD), p("I 2016 var 48 i gang.", CELL)],
        [p("Indsatser", CELL_HEAD), bullets(*actions, style=CELL)],
    ]
    return [grid(rows, (100, 370)), Spacer(1, 8)]


def after_prose(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """Measures behind a paragraph; a bold sentence introduces the actions."""
    led = p("For at nå målet vil jobcentret iværksætte følgende indsatser:", BOLD)
    return [
        p(f"Resultatmål {number}: {title}", SECTION),
        p(NOTE),
        *bullets(*measures),
        led,
        *bullets(*actions),
    ]


def lettered(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """Measures with letters, and "Initiativer:" in italics."""
    listed = [Paragraph(text, BODY, bulletText=f"{'abc'[k]})") for k, text in enumerate(measures)]
    for paragraph in listed:
        paragraph.style = ParagraphStyle("lettered", parent=BODY, leftIndent=20)
    return [
        p(f"Resultatmål {number}", BOLD),
        p(title, ITALIC),
        *listed,
        p("Initiativer:", ITALIC),
        *bullets(*actions),
    ]


def sub_headed(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """Sub-headings of the title's own size inside each target."""
    story: list[Flowable] = [p(f"Mål {number}: {title}", BOLD), p("Ministerens mål", BOLD), p(PROSE, ITALIC)]
    story += [p("Resultatkrav 2018", BOLD), *map(p, measures), p("Baggrund", BOLD), p(NOTE)]
    return [*story, p("Indsatsen omfatter:"), *bullets(*actions)]


def sidebar(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """A narrow cell with the label over its number beside a cell with all the rest."""
    label = ParagraphStyle("centred", parent=CELL_HEAD, alignment=1)
    rest = [
        p(title, CELL_HEAD),
        *bullets(*measures, style=CELL),
        p("Indsats:", CELL_HEAD),
        *bullets(*actions, style=CELL),
    ]
    return [grid([[p(f"Resultatmål<br/>{number}", label), rest]], (80, 390))]


def table_of_actions(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """Bullets, and below them a table that says who does what until when."""
    heads = [p(head, CELL_HEAD) for head in ("Aktivitet", "Ansvarlig", "Tidsfrist")]
    rows = [[p(text, CELL), p("Jobteamet", CELL), p("Maj 2018", CELL)] for text in actions]
    story = [p(f"{number + 1}. Resultatmål {number}: {title}", CHAPTER), *bullets(*measures)]
    return [*story, p("Aktiviteter", BOLD), grid([heads, *rows], (250, 110, 110))]


def one_box(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """All of a target in one box."""
    return [
        box(
            p(f"Mål {number}", BOLD),
            p(title, BOLD),
            *bullets(*measures),
            p("Indsatser", BOLD),
            *bullets(*actions),
        ),
        Spacer(1, 8),
    ]


def run_in(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """Labels in front of each paragraph."""
    story: list[Flowable] = [p(f"Resultatmål {number}: {title}", SECTION)]
    story += [p(f"<b>Mål:</b> {text}") for text in measures] + [
        p(f"<b>Status:</b> {NOTE}"),
        p("<b>Det vil vi:</b>"),
    ]
    return [*story, *bullets(*actions)]


def sentences(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """No title but the first measure; the list's bullets stand at the margin, as does the prose right below them."""
    story: list[Flowable] = [
        p(f"Resultatmål {number}", BOLD),
        *map(p, measures),
        p("Tiltag til opnåelse af målet:"),
    ]
    return [
        *story,
        *bullets(*actions, indent=12),
        p("Udvalget får hvert kvartal en status over, hvor langt arbejdet er."),
    ]


def bar(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """A coloured bar with nothing but the title; all else stands below it, under headings that ask."""
    table = Table(
        [[p(f"Mål {number} – {title}", BOLD)]],
        colWidths=[470],
        style=[("BACKGROUND", (0, 0), (-1, -1), GREY)],
    )
    story = [table, p(NOTE), p("Hvad vil vi opnå?", BOLD), *bullets(*measures), p("Hvad gør vi?", BOLD)]
    return [*story, *bullets(*actions)]


def goal_chapters(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """A chapter for each of the minister's goals, in which the plan says what it promises."""
    story: list[Flowable] = [
        p(f"2.{number} Ministermål {number}: {title}", SECTION),
        p("Ministeren ønsker fokus på dette."),
    ]
    story += [p("Mål for 2018", BOLD), *map(p, measures), p("Udfordringer", BOLD), p(NOTE)]
    return [*story, p("Indsats", BOLD), *bullets(*actions)]


def goal_boxes(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """The goal's title below its label, what the plan promises in a box."""
    story: list[Flowable] = [p(f"Ministerens mål {number}", SECTION), p(title, ITALIC)]
    return [
        *story,
        box(p("Resultatkrav", BOLD), *map(p, measures)),
        p("Strategi for at nå målet", BOLD),
        *bullets(*actions),
    ]


@pytest.mark.parametrize("form", [goal_chapters, goal_boxes])
def test_targets_inside_the_ministers_goals(reader: Reader, form: Callable[..., list[Flowable]]) -> None:
    story = [flowable for target in NUMBERED for flowable in form(*target)]
    plan, _, pages = reader(
        p("Beskæftigelsesplan 2018", TITLE),
        p(PROSE),
        p("2. Mål for 2018", CHAPTER),
        *story,
        p("3. Økonomi", CHAPTER),
    )
    assert outline(plan) == NUMBERED
    assert [target.minister_goal for target in plan.targets] == [1, 2]
    assert [(goal.number, goal.title) for goal in plan.minister_goals] == [(n, t) for n, t, *_ in NUMBERED]
    check_places(plan, pages)


@pytest.mark.parametrize("head", ["Fokusområde", "Ministermål"])
def test_a_first_column_that_numbers_what_the_targets_are_about(reader: Reader, head: str) -> None:
    heads = [p(text, CELL_HEAD) for text in (head, "Resultatmål 2018", "Indsats")]
    rows = [
        [p(f"{n}. {title}", CELL_HEAD), [p(text, CELL) for text in measures], bullets(*actions, style=CELL)]
        for n, title, measures, actions in NUMBERED
    ]
    plan, _, _ = reader(p("Beskæftigelsesplan 2018", TITLE), p(PROSE), grid([heads, *rows], (110, 200, 160)))
    assert outline(plan) == NUMBERED


def test_letters_for_numbers_and_labels_in_front_of_promises(reader: Reader) -> None:
    story: list[Flowable] = [p("2. Lokale mål for indsatsen", CHAPTER)]
    for letter, (_, title, measures, actions) in zip("AB", NUMBERED, strict=True):
        story += [p(f"Mål {letter}: {title}", SECTION), p(NOTE)]
        story += [
            *(p(f"<b>Resultatmål:</b> {text}") for text in measures),
            p("<b>Strategi:</b>"),
            *bullets(*actions),
        ]
    plan, _, _ = reader(p("Beskæftigelsesplan 2018", TITLE), p("1. Indledning", CHAPTER), p(PROSE), *story)
    assert outline(plan) == [(None, *rest) for _, *rest in NUMBERED]


def counted_lists(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """Measures numbered from 1 on, actions with letters and dots."""
    hung = ParagraphStyle("hung", parent=BODY, leftIndent=20, spaceAfter=1)
    story: list[Flowable] = [p(f"Mål {number}. {title}", SECTION), p(NOTE), p("Resultatmål", BOLD)]
    story += [Paragraph(text, hung, bulletText=f"{n}.") for n, text in enumerate(measures, 1)]
    story += [p("Aktiviteter", BOLD)]
    return [*story, *(Paragraph(text, hung, bulletText=f"{'abc'[n]}.") for n, text in enumerate(actions))]


def lettered_parts(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """ "Delmål 1a:", and a sentence that leads up to the actions without a word for them."""
    story: list[Flowable] = [p(f"Resultatmål nr. {number} – {title}", SECTION), p(NOTE)]
    story += [p(f"<b>Delmål {number}{'ab'[n]}:</b> {text}") for n, text in enumerate(measures)]
    return [*story, p("Jobcentret vil arbejde med:"), *bullets(*actions)]


def asking_cards(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """Cards whose first column asks."""
    rows = [
        [p(f"Mål {number}", CELL_HEAD), p(title, CELL_HEAD)],
        [p("Hvorfor?", CELL_HEAD), p(NOTE, CELL)],
        [p("Hvordan måler vi det?", CELL_HEAD), bullets(*measures, style=CELL)],
        [p("Hvad gør vi?", CELL_HEAD), bullets(*actions, style=CELL)],
    ]
    return [grid(rows, (110, 360))]


def margin_box(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """The measures in a box in the margin, beside prose."""
    side = box(p("Resultatmål", CELL_HEAD), *bullets(*measures, style=CELL), width=190)
    beside = Table(
        [[[p(PROSE), p(PROSE)], side]], colWidths=[270, 200], style=[("VALIGN", (0, 0), (-1, -1), "TOP")]
    )
    return [p(f"2.{number} Mål {number}: {title}", SECTION), beside, p("Indsatser", BOLD), *bullets(*actions)]


def asked_areas(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """A label that no target has, in a bar, above questions in no heading's type."""
    return [
        box(p(f"Indsatsområde {number}: {title}", SECTION)),
        p("Hvad vil vi opnå?"),
        *bullets(*measures),
        p("Hvordan gør vi?"),
        *bullets(*actions),
        p("Hvordan følger vi op?"),
        p(NOTE),
    ]


def numerals(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """A number and no label, above what is done before what is measured."""
    return [
        p(f"{number} {title}", CHAPTER), p(NOTE), p("Det gør vi", BOLD), *bullets(*actions),
        p("Succeskriterier", BOLD), *bullets(*measures),
    ]  # fmt: skip


def rounded_card(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """A box with rounded corners and three columns of text in it."""
    cells = [
        p(f"Pejlemærke {number}<br/>{title}", CELL_HEAD),
        [p("Effektmål", CELL_HEAD), *bullets(*measures, style=CELL, indent=12)],
        [p("Indsatser", CELL_HEAD), *bullets(*actions, style=CELL, indent=12)],
    ]
    card = grid([cells], (120, 190, 160), drawn=False)
    card.setStyle([("BOX", (0, 0), (-1, -1), 0.7, colors.black), ("ROUNDEDCORNERS", [6, 6, 6, 6])])
    return [card, Spacer(1, 8)]


def areas_in_cards(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """Cards whose first row has a label that no target has, and a number."""
    rows = [
        [p(f"Fokusområde {number}", CELL), p(title, CELL_HEAD)],
        [p("Baggrund", CELL), p(NOTE, CELL)],
        [p("Succeskriterier", CELL), bullets(*measures, style=CELL)],
        [p("Tiltag", CELL), bullets(*actions, style=CELL)],
    ]
    return [grid(rows, (110, 360)), Spacer(1, 8)]


def inline_titles(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """A label and number alone above "Mål:" with the title behind it."""
    story: list[Flowable] = [p(f"Indsatsområde {number}", BOLD), p(f"<b>Mål:</b> {title}")]
    story += [p(f"<b>Måltal:</b> {text}") for text in measures]
    return [*story, *(p(f"<b>Indsats:</b> {text}") for text in actions)]


def numeral_above(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """A number above the title, and questions in the plan's own words."""
    column = [
        p(f"{number}", TITLE), p(title, SECTION), p("Hvad vil vi gerne opnå?", BOLD), *bullets(*measures),
        p("Hvordan når vi det?", BOLD), *bullets(*actions),
    ]  # fmt: skip
    return [*column, p("Sådan holder vi øje", BOLD), p(NOTE)]


def when_reached(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """A heading that leads up to what will be so, and an action behind its label with prose below."""
    story: list[Flowable] = [p(f"Mål {number}: {title}", SECTION), p("Det kan ses hos os, når", BOLD)]
    story += [*bullets(*measures), *(p(f"<b>Handling:</b> {text}") for text in actions)]
    return [*story, p("Udvalget følger op i maj.")]


def small_table(number: int, title: str, measures: list[str], actions: list[str]) -> list[Flowable]:
    """A table in type so small that elsewhere it is a footnote's."""
    small = ParagraphStyle("small", parent=BODY, fontSize=8, leading=10, spaceAfter=1)
    rows = [
        [p("<b>Resultatmål</b>", small), p("<b>Indsats</b>", small)],
        [[p(text, small) for text in measures], bullets(*actions, style=small)],
    ]
    return [p(f"Mål {number}: {title}", SECTION), p(NOTE), grid(rows, (240, 230))]


@pytest.mark.parametrize(
    "form",
    [
        counted_lists, lettered_parts, asking_cards, margin_box, asked_areas, numerals, rounded_card, small_table, when_reached, areas_in_cards,
        inline_titles, numeral_above,
        bar, bands, own_table, named_cards, after_prose, lettered, sub_headed, sidebar, table_of_actions, one_box, run_in,
        sentences,
    ],
)  # fmt: skip
def test_labelled_targets(reader: Reader, form: Callable[..., list[Flowable]]) -> None:
    story = [flowable for target in NUMBERED for flowable in form(*target)]
    plan, _, pages = reader(
        p("Beskæftigelsesplan 2018", TITLE), p(PROSE), *story, p("Økonomi", CHAPTER), p(PROSE)
    )
    expected = NUMBERED
    if form is sentences:
        expected = [
            (number, measures[0].rstrip("."), measures, actions) for number, _, measures, actions in NUMBERED
        ]
    assert outline(plan) == expected
    check_places(plan, pages)


def test_a_box_of_actions_below_the_next_targets_title(reader: Reader) -> None:
    led = p("Jobcentret vil bruge følgende initiativer for at nå målet:")
    (one, first, aims, ways), (two, second, others, more) = NUMBERED
    plan, _, pages = reader(
        p("Beskæftigelsesplan 2018", TITLE),
        p(PROSE),
        p(f"Resultatmål {one}: {first}", SECTION),
        box(*bullets(*aims, mark="-")),
        p(NOTE),
        led,
        p(f"Resultatmål {two}: {second}", SECTION),
        box(*bullets(*ways)),
        Spacer(1, 6),
        box(*bullets(*others, mark="-")),
        p(NOTE),
        led,
        box(*bullets(*more)),
    )
    assert outline(plan) == NUMBERED
    check_places(plan, pages)


def test_a_number_alone_on_a_cells_last_line(reader: Reader) -> None:
    text = "Antallet af sager over 52 uger skal ned på 75."
    heads = [p(head, CELL_HEAD) for head in ("Resultatmål", "Delmål")]
    row = [p("1. Syge i tide", CELL_HEAD), p(text.replace(" 75", "<br/>75"), CELL)]
    plan, _, _ = reader(p("Beskæftigelsesplan 2018", TITLE), p(PROSE), grid([heads, row], (110, 160)))
    assert outline(plan) == [(1, "Syge i tide", [text], [])]


def test_a_table_without_upright_strokes_above_a_chapter(reader: Reader) -> None:
    rows = [
        [
            p(f"{number}. {title}", CELL_HEAD),
            [p(text, CELL) for text in measures],
            bullets(*actions, style=CELL),
        ]
        for number, title, measures, actions in NUMBERED
    ]
    heads = [p(head, CELL_HEAD) for head in ("Resultatmål", "Resultatkrav 2018", "Handlinger")]
    table = Table([heads, *rows], colWidths=[115, 195, 165], style=[("VALIGN", (0, 0), (-1, -1), "TOP"),
                  ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)])  # fmt: skip
    plan, _, _ = reader(p("Beskæftigelsesplan 2018", TITLE), p(PROSE), table, p("Økonomi", CHAPTER), p(PROSE))
    assert outline(plan) == NUMBERED


def test_a_municipality_whose_name_is_broken_in_the_title(reader: Reader) -> None:
    plan, _, _ = reader(p("Beskæftigelsesplan for jobcentret i Birkelund<br/>Kommune 2018", TITLE), p(NOTE))
    assert (plan.municipality, plan.year) == ("Birkelund Kommune", 2018)


def test_table_with_a_column_of_numbers(reader: Reader) -> None:
    heads = [p(head, CELL_HEAD) for head in ("Nr.", "Mål", "Resultatkrav", "Indsats", "Tidsfrist")]
    rows = [
        [
            p(str(number), CELL),
            p(f"<b>{title}</b>", CELL),
            [p(text, CELL) for text in measures],
            bullets(*actions, style=CELL, indent=12),
            p("Maj 2018", CELL),
        ]
        for number, title, measures, actions in NUMBERED
    ]
    table = grid([heads, *rows], (30, 90, 170, 120, 60))
    plan, _, pages = reader(
        p("Beskæftigelsesplan 2018", TITLE), p(PROSE), table, p("Økonomi", CHAPTER), p(PROSE)
    )
    assert outline(plan) == NUMBERED
    check_places(plan, pages)


INTRODUCED = [
    # what leads up to the list, the heading above it
    ("Udvalget har fastsat følgende resultatkrav:", "Lokalpolitiske resultatkrav"),
    ("Under temaet Job & Uddannelse er målsætningerne:", "Job & Uddannelse"),
    ("I 2020 skal:", "Uddannelsespolitisk målsætning"),
]


@pytest.mark.parametrize(("lead", "heading"), INTRODUCED, ids=[heading for _, heading in INTRODUCED])
def test_a_sentence_that_leads_up_to_what_a_plan_promises(reader: Reader, lead: str, heading: str) -> None:
    plan, _, _ = reader(
        p("Beskæftigelsesplan 2018", TITLE),
        p("Birkelund Kommune", SECTION),
        PageBreak(),
        p("Ministerens mål og rammer", CHAPTER) if heading.startswith("Lokal") else p("Rammer", CHAPTER),
        p("Beskæftigelsesministeren melder hvert år en række mål ud. For 2018 er det disse to mål:"),
        *bullets("Flere unge skal have en uddannelse", mark="1."),
        *bullets("Virksomhederne skal have arbejdskraft", mark="2."),
        p("Kommunen har derudover sine egne mål."),
        p(heading.replace("&", "&amp;"), CHAPTER),
        p(lead.replace("&", "&amp;")),
        *bullets(*YOUNG),
        p("Økonomi", CHAPTER),
        p("Byrådet har sat 4,1 mio. kr. af om året på følgende områder:"),
        *bullets("Flere i fleksjob", "Flere voksenlærlinge"),
    )
    assert outline(plan) == [(None, heading, list(YOUNG), [])]
    assert [(goal.number, goal.title) for goal in plan.minister_goals] == [
        (1, "Flere unge skal have en uddannelse"),
        (2, "Virksomhederne skal have arbejdskraft"),
    ]


def test_a_goal_said_in_prose_and_a_further_part_of_it(reader: Reader) -> None:
    said = "Der er fastsat et mål om at skabe job til 900 ledige inden udgangen af 2020."
    later = "I 2019 skal 60 procent af de unge have en læreplads."
    plan, _, _ = reader(
        p("Beskæftigelsesplan 2018", TITLE),
        p("Jobcenter Birkelund", SECTION),
        PageBreak(),
        p("Godt på vej", CHAPTER),
        p("Virksomhederne i byen ansætter igen."),
        p("Mål og investeringer", CHAPTER),
        p(said),
        p("Byrådet bruger pengene på følgende områder:"),
        *bullets("Flere i fleksjob", "Flere voksenlærlinge"),
        p("Uddannelsespolitisk målsætning", CHAPTER),
        p("I 2020 skal:"),
        *bullets(*YOUNG),
        p("Delmål 2019", CHAPTER),
        p(later),
    )
    assert plan.municipality == "Birkelund Kommune"
    assert outline(plan) == [
        (None, "Mål og investeringer", [said], []),
        (None, "Uddannelsespolitisk målsætning", [*YOUNG, later], []),
    ]


def test_chapters_that_differ_by_their_number_alone(reader: Reader) -> None:
    texts = [*YOUNG[:1], *SICK]
    plan, _, _ = reader(
        p("Beskæftigelsesplan 2018", TITLE),
        p("Birkelund Kommune", SECTION),
        PageBreak(),
        p("1 Indledning", CHAPTER),
        p(PROSE),
        p("2 Udfordringer og indsats", CHAPTER),
        *(
            flowable
            for number, text in enumerate(texts, 1)
            for flowable in (
                p(f"2.{number} Udfordringen i forhold til ministerens mål {number}", SECTION),
                p("Mål", BOLD),
                box(p(text)),
                p("Indsatser/aktiviteter", BOLD),
                *bullets(f"Vejledning af hold {number}"),
            )
        ),
        p("3 Budget", CHAPTER),
        p("Det samlede budget udgør 211,4 mio. kr."),
    )
    assert [(title[-1], measures, actions) for _, title, measures, actions in outline(plan)] == [
        ("1", [texts[0]], ["Vejledning af hold 1"]),
        ("2", [texts[1]], ["Vejledning af hold 2"]),
    ]
    assert [target.minister_goal for target in plan.targets] == [1, 2]


def run_in_labels(number: int, title: str, text: str, action: str) -> list[Flowable]:
    return [
        p(f"Ministermål nr. {number}: {title}", CHAPTER),
        p("<b>Status:</b> I maj 2016 var der 648 personer i reserven."),
        p(f"<b>Resultatkrav for 2018:</b> {text}"),
        p("<b>Indsatser:</b>"),
        *bullets(action),
    ]


def numbered_headings(number: int, title: str, text: str, action: str) -> list[Flowable]:
    return [
        p(f"{number}) {title}", SECTION),
        p("Kvalitetsmål:", BOLD),
        p(text),
        p("Veje til at nå målet", BOLD),
        *bullets(action),
        p("Opfølgningsredegørelse", BOLD),
        p("I 2016 blev målet nået for 81 pct. af borgerne."),
    ]


def cards(number: int, title: str, text: str, action: str) -> list[Flowable]:
    rows = [
        (f"Udviklingsmål {number}", title),
        ("Måleindikator", text),
        ("Tiltag", action),
        ("Tidsplan", "1. halvår"),
    ]
    return [grid([[p(label, CELL_HEAD), p(cell, CELL)] for label, cell in rows], (110, 350))]


@pytest.mark.parametrize("form", [run_in_labels, numbered_headings, cards], ids=lambda form: form.__name__)
def test_labels_inside_a_goal_a_numbered_heading_and_a_card(
    reader: Reader, form: Callable[[int, str, str, str], list[Flowable]]
) -> None:
    wanted = [
        (
            "Færre langtidsledige",
            "Reserven begrænses til 605 personer i december 2018.",
            "Ugentlige jobmøder",
        ),
        (
            "Flere unge i gang",
            "90 % af de unge er i gang med et tilbud inden for 1 uge.",
            "En fælles indgang",
        ),
    ]
    plan, _, _ = reader(
        p("Beskæftigelsesplan 2018", TITLE),
        p("Birkelund Kommune", SECTION),
        PageBreak(),
        p("Kommunens mål og indsatser", CHAPTER),
        *(
            flowable
            for number, (title, text, action) in enumerate(wanted, 1)
            for flowable in form(number, title, text, action)
        ),
    )
    assert outline(plan) == [
        (number, title, [text], [action]) for number, (title, text, action) in enumerate(wanted, 1)
    ]


def test_a_band_across_a_table_names_the_goal_that_the_rows_below_serve(reader: Reader) -> None:
    rows = [[p("Mål", CELL_HEAD), p("Resultatkrav", CELL_HEAD)]]
    spans: list[tuple[object, ...]] = []
    texts = [
        "Mindst 40 pct. af de unge er i gang.",
        "Jobcentret besøger 150 firmaer.",
        "Højst 11 pct. af sagerne er gamle.",
    ]
    for number, (goal, title, text) in enumerate(
        zip((1, 2, 2), ("Unge", "Kontakt", "Kortere sager"), texts, strict=True), 1
    ):
        if number < 3:
            spans.append(("SPAN", (0, len(rows)), (-1, len(rows))))
            rows.append([p(f"Ministermål {goal}: Landets mål {'AB'[goal - 1]}", CELL_HEAD), p("")])
        rows.append([p(f"{number}. {title}", CELL), p(text, CELL)])
    table = Table(rows, colWidths=[170, 300], style=[("GRID", (0, 0), (-1, -1), 0.5, colors.grey), *spans])
    plan, _, _ = reader(p("Beskæftigelsesplan 2018", TITLE), p("Birkelund Kommune"), p(PROSE), table)
    assert [(target.number, target.minister_goal) for target in plan.targets] == [(1, 1), (2, 2), (3, 2)]
    assert [measure.text for target in plan.targets for measure in target.measures] == texts


@pytest.mark.parametrize("drawn", [True, False])
def test_numbers_in_columns_of_their_own(reader: Reader, drawn: bool) -> None:
    """The row's words are the measure; the columns hold what is promised and from where."""
    heads = ["Målepunkt", "Status juni 2017", "Mål 2018"]
    rows = [
        heads,
        ["Antal unge på kontanthjælp", "318", "290"],
        ["Andel af ledige i praktik", "14 pct.", "20 pct."],
    ]
    cells = [[p(text, CELL_HEAD if row is heads else CELL) for text in row] for row in rows]
    old = grid(
        [[p("Mål 2016", CELL_HEAD), p("Resultat", CELL_HEAD)], [p("Højst 300 unge", CELL), p("318", CELL)]],
        (200, 90),
    )
    plan, _, pages = reader(
        p("Beskæftigelsesplan 2018", TITLE), p(PROSE), *([old] if drawn else []),
        p("Unge i gang", CHAPTER), p(NOTE), grid(cells, (220, 100, 80), drawn), p("Økonomi", CHAPTER), p(PROSE),
    )  # fmt: skip
    assert outline(plan) == [(None, "Unge i gang", [row[0] for row in rows[1:]], [])]
    told = [
        (q.value, q.unit, q.baseline_value, q.baseline_year)
        for m in plan.targets[0].measures
        for q in m.quantities
    ]
    assert told == [(290, "unge", 318, 2017), (20, "pct.", 14, 2017)]
    places = [words_at(pages, q.at) for m in plan.targets[0].measures for q in m.quantities]
    assert places == ["290", "20pct"]


def test_a_list_that_a_sentence_introduces(reader: Reader) -> None:
    plan, _, pages = reader(
        p("Beskæftigelsesplan 2018", TITLE), p(PROSE), p("Jobcentret skal opfylde følgende resultatkrav:"),
        *bullets("<b>Unge:</b> Højst 410 unge får ydelse.", "<b>Syge:</b> Antallet af sager falder med 4 pct."),
        p("Økonomi", CHAPTER), p(PROSE),
    )  # fmt: skip
    assert outline(plan) == [
        (None, "Unge", ["Højst 410 unge får ydelse."], []),
        (None, "Syge", ["Antallet af sager falder med 4 pct."], []),
    ]
    check_places(plan, pages)


def open_table(
    rows: Sequence[Sequence[object]], widths: Sequence[float], banded: Sequence[int] = ()
) -> Table:
    """A table with a filled head and strokes of each cell below it, none upright; some rows are one filled band."""
    style: list[tuple[object, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ]
    for column in range(len(widths)):
        style.append(("BACKGROUND", (column, 0), (column, 0), colors.lightgrey))
        style.append(("LINEBELOW", (column, 0), (column, -1), 0.5, colors.black))
    for row in banded:
        style += [("SPAN", (0, row), (-1, row)), ("BACKGROUND", (0, row), (-1, row), colors.whitesmoke)]
    return Table([list(row) for row in rows], colWidths=list(widths), style=style)


def test_bands_of_targets_above_rows_of_numbers_for_years(reader: Reader) -> None:
    """Each target in a band, each measure beside its numbers; the targets' actions are told in a chapter of their own."""
    heads = [p(head, CELL_HEAD) for head in ("Mål", "Baseline 2017", "2018", "2019")]
    rows = [
        heads,
        [p("Mål 1: Flere i job", CELL_HEAD), "", "", ""],
        [p(text, CELL) for text in ("Andel borgere på ydelser", "10,4 pct.", "9,8 pct.", "9,1 pct.")],
        [p("Mål 2: Unge på vej", CELL_HEAD), "", "", ""],
        [p(text, CELL) for text in ("Antal unge uden job", "171 unge", "150 unge", "125 unge")],
    ]
    plan, findings, _ = reader(
        p("Beskæftigelsesplan 2018-2019", TITLE), p(PROSE), open_table(rows, (200, 90, 80, 80), banded=(1, 3)),
        p("Sådan når vi målene", CHAPTER), p("Mål 1: Flere i job", BOLD), *bullets("Kurser hver uge"),
        p("Mål 2: Unge på vej", BOLD), *bullets("Mentorer", "Fritidsjob"),
    )  # fmt: skip
    assert outline(plan) == [
        (1, "Flere i job", ["Andel borgere på ydelser"], ["Kurser hver uge"]),
        (2, "Unge på vej", ["Antal unge uden job"], ["Mentorer", "Fritidsjob"]),
    ]
    quantities = [q for t in plan.targets for m in t.measures for q in m.quantities]
    assert [(q.value, q.baseline_value, q.baseline_year) for q in quantities] == [
        (9.8, 10.4, 2017), (9.1, 10.4, 2017), (150, 171, 2017), (125, 171, 2017),
    ]  # fmt: skip
    assert not findings


def test_numbered_targets_beside_the_ministers_goals(reader: Reader) -> None:
    """A matrix whose first column's cells stand beside several targets each."""
    cells: list[list[object]] = [
        [p(head, CELL_HEAD) for head in ("Ministerens mål", "Resultatmål", "Indsatser")]
    ]
    told = [
        ("1. Flere unge i uddannelse", "1. Mindst 48 pct. af de unge begynder", "Brobygning"),
        ("", "2. Højst 75 unge er på hjælp", "Nye samtaler"),
        ("2. Langtidsledigheden skal ned", "3. Antallet af langtidsledige reduceres med 20 pct.", "Jobklub"),
    ]
    cells += [[p(goal, CELL), p(target, CELL), bullets(action, style=CELL)] for goal, target, action in told]
    table = grid(cells, (130, 200, 130))
    table.setStyle([("SPAN", (0, 1), (0, 2))])
    plan, _, _ = reader(p("Beskæftigelsesplan 2018", TITLE), p(PROSE), table)
    assert [(goal.number, goal.title) for goal in plan.minister_goals] == [
        (1, "Flere unge i uddannelse"), (2, "Langtidsledigheden skal ned"),
    ]  # fmt: skip
    assert [(t.number, t.minister_goal, [a.text for a in t.actions]) for t in plan.targets] == [
        (1, 1, ["Brobygning"]), (2, 1, ["Nye samtaler"]), (3, 2, ["Jobklub"]),
    ]  # fmt: skip


def test_cards_side_by_side(reader: Reader) -> None:
    """A card for each target, all in one row with white space between them."""
    cells: list[object] = []
    for number, title, measures, actions in NUMBERED:
        cells += [
            [
                p(f"Mål {number}<br/>{title}", CELL_HEAD),
                p("Resultatmål", CELL_HEAD), *bullets(*measures, style=CELL, indent=12),
                p("Indsatser", CELL_HEAD), *bullets(*actions, style=CELL, indent=12),
            ],
            "",
        ]  # fmt: skip
    row = Table(
        [cells[:-1]],
        colWidths=[150, 12] * (len(NUMBERED) - 1) + [150],
        style=[("VALIGN", (0, 0), (-1, -1), "TOP")],
    )
    row.setStyle([("BOX", (2 * n, 0), (2 * n, 0), 0.7, colors.black) for n in range(len(NUMBERED))])
    plan, _, pages = reader(p("Beskæftigelsesplan 2018", TITLE), p(PROSE), row)
    assert outline(plan) == NUMBERED
    check_places(plan, pages)


def test_questions_and_challenges_above_what_is_promised_are_no_titles(reader: Reader) -> None:
    asked = [("Sygemeldte", SICK[0]), ("Unge", YOUNG[0])]
    plan, _, _ = reader(
        p("Beskæftigelsesplan 2018", TITLE),
        p("Birkelund Kommune", SECTION),
        PageBreak(),
        *(
            flowable
            for title, text in asked
            for flowable in (
                p(title, CHAPTER),
                p("Hvor er vi?", SECTION),
                p("I august 2016 modtog 862 borgere en ydelse."),
                p("Hvor vil vi hen?", SECTION),
                *bullets(text),
                p("Hvordan kommer vi derhen?", SECTION),
                *bullets(f"Samtaler om {title.lower()}"),
            )
        ),
    )
    assert outline(plan) == [(None, title, [text], [f"Samtaler om {title.lower()}"]) for title, text in asked]
    plan, _, _ = reader(
        p("Beskæftigelsesplan 2018", TITLE),
        p("Birkelund Kommune", SECTION),
        PageBreak(),
        p("2. Ministerens mål og kommunens niveau", CHAPTER),
        *(
            flowable
            for number, (title, text) in enumerate(asked, 1)
            for flowable in (
                p(f"Mål {number}: {title}", SECTION),
                p("Udfordring", BOLD),
                p("I juni 2016 var 812 unge uden uddannelse."),
                p("Mål for 2018", BOLD),
                p(text),
            )
        ),
    )
    assert outline(plan) == [(number, title, [text], []) for number, (title, text) in enumerate(asked, 1)]


def test_a_column_that_says_by_how_much(reader: Reader) -> None:
    rows = [
        ["Ministermål", "Indikator", "Niveau juni 2016", "Måltal december 2018", "Udvikling"],
        ["1. Flere unge skal i gang", "Andel unge i uddannelse", "21,3 %", "24,0 %", "+2,7 %-point"],
        ["2. Færre på pension", "Tilgang af personer", "118 personer", "96 personer", "-18,6 %"],
    ]
    plan, _, _ = reader(
        p("Beskæftigelsesplan 2018", TITLE),
        p("Birkelund Kommune"),
        p(PROSE),
        grid([[p(cell, CELL) for cell in row] for row in rows], (120, 130, 70, 80, 70)),
    )
    assert outline(plan) == [
        (1, "Flere unge skal i gang", ["Andel unge i uddannelse"], []),
        (2, "Færre på pension", ["Tilgang af personer"], []),
    ]
    quantities = [q for target in plan.targets for measure in target.measures for q in measure.quantities]
    assert [(q.value, q.baseline_value, q.baseline_year, q.change, q.change_unit) for q in quantities] == [
        (24.0, 21.3, 2016, 2.7, "pct. point"),
        (96.0, 118.0, 2016, -18.6, "pct."),
    ]


def test_lines_with_labels_tell_where_a_measure_starts_and_ends(reader: Reader) -> None:
    plan, _, _ = reader(
        p("Beskæftigelsesplan 2018", TITLE), p(PROSE), p("Tema 1: Alle med", CHAPTER),
        p("Mål 1.1 Unge i uddannelse", SECTION), p("Indikator: Andel af unge i gang<br/>Niveau 2016: 31 pct.<br/>Måltal 2018: 40 pct."),
        p("Mål 1.2 Ledige i job", SECTION), p("Indikator: Antal langtidsledige<br/>Niveau 2016: 154<br/>Måltal 2018: 120"),
    )  # fmt: skip
    assert [(title, texts) for _, title, texts, _ in outline(plan)] == [
        ("Unge i uddannelse", ["Andel af unge i gang"]),
        ("Ledige i job", ["Antal langtidsledige"]),
    ]
    told = [
        (q.value, q.unit, q.baseline_value, q.baseline_year)
        for t in plan.targets
        for m in t.measures
        for q in m.quantities
    ]
    assert told == [(40, "pct.", 31, 2016), (120, "langtidsledige", 154, 2016)]


def test_a_chapter_of_goals_whose_parts_state_labelled_targets(reader: Reader) -> None:
    """No goal is a target because a sentence in the next part leads up to labelled ones."""
    plan, _, _ = reader(
        p("Beskæftigelsesplan 2018", TITLE),
        p("Birkelund Kommune", SECTION),
        PageBreak(),
        p("5. Ministerens mål for 2018", CHAPTER),
        *(box(p(f"Mål {n}: {title}", BOLD), p(PROSE)) for n, title in enumerate(("Job", "Unge"), 1)),
        p("5.1 Tættere samarbejde med virksomhederne", CHAPTER),
        p("For 2018 fastsættes følgende resultatmål:"),
        box(p("Resultatmål 1: Tættere samarbejde med virksomhederne", BOLD), *bullets(*FIRMS)),
    )
    assert outline(plan) == [(1, "Tættere samarbejde med virksomhederne", list(FIRMS), [])]
    assert [goal.title for goal in plan.minister_goals] == ["Job", "Unge"]
    assert plan.targets[0].minister_goal != 2
