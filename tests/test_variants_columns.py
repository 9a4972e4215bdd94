"""Labels beside and in front of their values, in type of one width and in type without weights.

Real PDFs, drawn line by line. Granholm Kommune, its people and all words are invented.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.run import Reading, understand
from schemas.minutes import Item, Minutes
from schemas.vocabulary import Kind, Outcome

LEFT, VALUES, LEADING = 57.0, 207.0, 12.0
Drawn = tuple[str, str]
"""What stands at the margin ("*" before it: in bold) and what stands in the column of values."""

GAP: Drawn = ("", "")


def drawn(path: Path, lines: Sequence[Drawn], font: str = "Courier", size: float = 10.0) -> Minutes:
    """The lines as a PDF, read as one meeting."""
    canvas, y = Canvas(str(path), pagesize=A4), A4[1] - 70.0
    for label, value in lines:
        if y < 60.0:
            canvas.showPage()
            y = A4[1] - 70.0
        canvas.setFont(f"{font}-Bold" if label.startswith("*") else font, size)
        canvas.drawString(LEFT, y, label.removeprefix("*"))
        canvas.setFont(font, size)
        canvas.drawString(VALUES, y, value)
        y -= LEADING
    canvas.save()
    (document,) = understand(path, Reading(model="none")).documents
    assert isinstance(document, Minutes)
    return document


HEAD: Sequence[Drawn] = [
    ("*Granholm Kommune", ""),
    ("*Kulturudvalget", ""),
    ("*Referat", ""),
    ("08.10.2014 kl. 14.30", ""),
    GAP,
]
CONTENTS: Sequence[Drawn] = [
    ("*Indholdsfortegnelse", ""),
    *((f"{n}. {title}, som forvaltningen har forberedt til mødet", "") for n, title in ((1, "Cykelsti"), (2, "Budget"))),
    *((f"{n}. Orientering om de sager, der er sendt i høring i efteråret", "") for n in range(3, 9)),
    GAP,
]  # fmt: skip
CASE = [
    "Forvaltningen har undersøgt tre linjeføringer og",
    "målt trafikken i to uger. Den korteste vej går",
    "gennem skoven, den billigste langs banen, hvor",
    "der i forvejen er en grusvej fra anlægstiden.",
    "Vejdirektoratet har ingen bemærkninger til det.",
]


def table(label: str = "", decision: Sequence[str] = ("Godkendt.",)) -> list[Drawn]:
    """An item's labels, each before its value; `label` is "*" where they are bold."""
    return [
        (f"{label}Indstilling", "Forvaltningen indstiller, at stien anlægges."), GAP,
        (f"{label}Beslutning", decision[0]), *(("", line) for line in decision[1:]), GAP,
        *((f"{label}Sagsbeskrivelse" if n == 0 else "", line) for n, line in enumerate(CASE)), GAP,
        (f"{label}Økonomi", "Udgiften holdes inden for den afsatte ramme."), GAP,
    ]  # fmt: skip


def texts(items: Sequence[Item]) -> list[tuple[str, str | None, str | None]]:
    return [(item.title, item.proposal, item.decision.text if item.decision else None) for item in items]


PROPOSAL = "Forvaltningen indstiller, at stien anlægges."


@pytest.mark.parametrize("label", ["", "*"], ids=["plain", "bold"])
@pytest.mark.parametrize("font", ["Courier", "Helvetica"])
def test_values_longer_than_their_labels(tmp_path: Path, font: str, label: str) -> None:
    """Most lines of such minutes begin at the values' edge."""
    lines = [
        *HEAD, ("*1. Cykelsti langs banen", ""), *table(label), ("*2. Meddelelser", ""), *table(label, ["Til efterretning."]),
    ]  # fmt: skip
    assert texts(drawn(tmp_path / "m.pdf", lines, font).items) == [
        ("Cykelsti langs banen", PROPOSAL, "Godkendt."),
        ("Meddelelser", PROPOSAL, "Til efterretning."),
    ]


def test_heading_whose_word_begins_at_the_values_edge(tmp_path: Path) -> None:
    """In type of one width a space is as wide as the gap before a value elsewhere."""
    heading = "1. Sanktioner imod flere unge, som udebliver"
    assert LEFT + 6.0 * heading.index("unge") == VALUES, "the test's own measure"
    lines = [*HEAD, (heading, ""), *table(), ("2. Eventuelt", ""), *table()]
    assert [item.title for item in drawn(tmp_path / "m.pdf", lines).items] == [
        "Sanktioner imod flere unge, som udebliver",
        "Eventuelt",
    ]


def test_column_on_a_first_page_with_a_list_of_contents(tmp_path: Path) -> None:
    """Contents and names run across the edge that the labels below them keep to."""
    lines = [
        *HEAD, *CONTENTS, ("*1. Cykelsti langs banen", ""),
        ("*Kulturudvalget, den", "Godkendt med den bemærkning, at"), ("*08.10.2014:", "stien belyses."), GAP, GAP,
        ("*2. Budget", ""), *table("*") * 3,
    ]  # fmt: skip
    first = drawn(tmp_path / "m.pdf", lines).items[0]
    assert first.decision is not None
    assert first.decision.text == "Godkendt med den bemærkning, at stien belyses."
    assert first.decision.body == "Kulturudvalget"


@pytest.mark.parametrize("label", ["", "*"], ids=["plain", "bold"])
def test_decisions_of_several_bodies_in_one_cell(tmp_path: Path, label: str) -> None:
    chain = [
        "Økonomiudvalget, 24.09.2014:",
        "Anbefales.",
        "Kulturudvalget, 08.10.2014:",
        "Udsat til november.",
    ]
    lines = [
        *HEAD,
        ("*1. Cykelsti langs banen", ""),
        *table(label, chain),
        ("*2. Eventuelt", ""),
        *table(label),
    ]
    item = drawn(tmp_path / "m.pdf", lines, "Helvetica").items[0]
    assert item.decision is not None
    assert (item.decision.text, item.decision.outcome) == ("Udsat til november.", Outcome.postponed)
    assert [(entry.body, entry.text) for entry in item.history] == [("Økonomiudvalget", "Anbefales.")]


@pytest.mark.parametrize("capitals", [True, False], ids=["capitals", "small"])
def test_every_label_in_front_of_its_value(tmp_path: Path, capitals: bool) -> None:
    def set_as(label: str) -> str:
        return label.upper() if capitals else label

    lines: list[Drawn] = [*HEAD]
    for number, title in enumerate(("Cykelsti langs banen", "Tilsyn med klubber"), 1):
        lines += [
            (f"*Nr. {number}: {title}", ""), ("Sagsid.: 2014-0961" + str(number), ""), GAP,
            (f"{set_as('Tema')}: Udvalget skal vælge en linjeføring.", ""), GAP,
            (f"{set_as('Indstilling')}: {PROPOSAL}", ""), GAP,
            (f"{set_as('Sagsbeskrivelse')}: Der er undersøgt tre linjeføringer, jf. vedlagte", ""),
            ("sagsbeskrivelse.", ""), GAP,
            (f"{set_as('Beslutning')}: Udvalget for natur, miljø og trafik godkendte formandens", ""),
            ("indstilling.", ""), GAP,
            (f"{set_as('Bilag')}: Kort over stien", ""), ("Miljøvurdering", ""), GAP,
        ]  # fmt: skip
    items = drawn(tmp_path / "m.pdf", lines).items
    decided = "Udvalget for natur, miljø og trafik godkendte formandens indstilling."
    assert texts(items) == [
        ("Cykelsti langs banen", PROPOSAL, decided),
        ("Tilsyn med klubber", PROPOSAL, decided),
    ]
    assert [item.attachments for item in items] == [("Kort over stien", "Miljøvurdering")] * 2
    assert [item.case_number for item in items] == ["2014-09611", "2014-09612"]


def test_heading_in_words_under_a_number_alone(tmp_path: Path) -> None:
    """A list's last number is no number of the item whose heading follows, and has one of its own."""
    lines = [
        *HEAD, ("*Sag nr. 61 Cykelsti langs banen", ""), *table("*"), ("*Bilag", ""), ("Kort over stien", ""), ("1", ""), GAP,
        ("*Sag nr. 62 Orientering fra formanden", ""), *table("*"),
    ]  # fmt: skip
    assert [item.number for item in drawn(tmp_path / "m.pdf", lines, "Helvetica").items] == ["61", "62"]


def test_agenda_about_a_plan_in_one_size_of_type(tmp_path: Path) -> None:
    lines = [
        ("GRANHOLM KOMMUNE", ""), GAP, ("DAGSORDEN", ""), GAP, ("Udvalg:", "Kulturudvalget"), ("Mødedato:", "04.10.2016"),
        ("Mødested:", "Jobcentret"), GAP, ("1. Beskæftigelsesplan 2017 - drøftelse af resultatmål", ""), GAP,
        ("Indsatsen skal hæve andelen af ledige i virksomhedspraktik, og", ""),
        ("jobcentret skal nå resultatmål for dagpenge og kontanthjælp. Målet er", ""),
        ("færre langtidsledige; målgruppen er ledige over 50 år.", ""),
    ]  # fmt: skip
    agenda = drawn(tmp_path / "m.pdf", lines)
    assert agenda.kind == Kind.agenda
    assert (str(agenda.date), agenda.committee) == ("2016-10-04", "Kulturudvalget")


@pytest.mark.parametrize(
    "label",
    [
        ("*BESLUTNING ARBEJDSMARKEDS- OG KULTURUDVALGET DEN 8.", "*OKTOBER 2014"),
        ("*Arbejdsmarkeds- og Kulturudvalgets beslutning i mødet", "*den 8. oktober 2014:"),
        ("*Beslutning i Arbejdsmarkeds- og Kulturudvalget den", "*08-10-2014"),
    ],
)
def test_decision_label_over_two_rows(tmp_path: Path, label: tuple[str, str]) -> None:
    lines: list[Drawn] = [*HEAD]
    for number, title in enumerate(("Cykelsti langs banen", "Tilsyn med klubber"), 1):
        lines += [
            (f"*{number}. {title}", ""), GAP, ("*Indstilling", ""), (PROPOSAL, ""), GAP,
            (label[0], ""), (label[1], ""), ("Godkendt.", ""), GAP,
        ]  # fmt: skip
    items = drawn(tmp_path / "m.pdf", lines, "Helvetica").items
    assert texts(items) == [
        ("Cykelsti langs banen", PROPOSAL, "Godkendt."),
        ("Tilsyn med klubber", PROPOSAL, "Godkendt."),
    ]


@pytest.mark.parametrize("beside", ["", "og endelig sidste år."], ids=["alone", "beside a value"])
@pytest.mark.parametrize("year", ["*2014", "*2014:"])
def test_year_that_ends_a_label_is_no_number(tmp_path: Path, year: str, beside: str) -> None:
    """ "Kulturudvalget, den" / "8. oktober" / "2014:" in a narrow column, with a value as long, or shorter."""
    lines: list[Drawn] = [*HEAD]
    for number, title in enumerate(("Cykelsti langs banen", "Tilsyn med klubber"), 1):
        lines += [
            (f"*{number}. {title}", ""), GAP, ("*Indstilling", PROPOSAL), GAP,
            ("*Kulturudvalget, den", "Godkendt som foreslået"), ("*8. oktober", "i foråret"), (year, beside), GAP,
        ]  # fmt: skip
    items = drawn(tmp_path / "m.pdf", lines, "Helvetica").items
    decided = " ".join(("Godkendt som foreslået i foråret", beside)).strip()
    assert texts(items) == [
        (title, PROPOSAL, decided) for title in ("Cykelsti langs banen", "Tilsyn med klubber")
    ]


def test_year_alone_in_a_row_above_a_heading(tmp_path: Path) -> None:
    lines = [
        *HEAD, ("*Punkt 1: Cykelsti langs banen", ""), GAP, ("*Indstilling", ""),
        ("Forvaltningen indstiller, at stien anlægges inden den 1. august", ""), ("2016.", ""), GAP,
        ("*Punkt 2: Tilsyn med klubber", ""), GAP, ("*Indstilling", ""), (PROPOSAL, ""),
    ]  # fmt: skip
    items = drawn(tmp_path / "m.pdf", lines, "Helvetica").items
    assert [(item.number, item.title) for item in items] == [
        ("1", "Cykelsti langs banen"),
        ("2", "Tilsyn med klubber"),
    ]
    assert items[0].proposal == "Forvaltningen indstiller, at stien anlægges inden den 1. august 2016."


def test_heading_whose_second_row_is_a_label_s_word(tmp_path: Path) -> None:
    lines = [
        *HEAD, ("*1. Cykelsti mellem Østervang og banen - valg af linje og", ""), ("*finansiering", ""), GAP,
        ("*Indstilling", ""), (PROPOSAL, ""), GAP, ("*Beslutning", ""), ("Godkendt.", ""), GAP,
        ("*2. Eventuelt", ""), GAP, ("*Beslutning", ""), ("Intet.", ""),
    ]  # fmt: skip
    titles = [item.title for item in drawn(tmp_path / "m.pdf", lines, "Helvetica").items]
    assert titles == ["Cykelsti mellem Østervang og banen - valg af linje og finansiering", "Eventuelt"]


def test_label_at_the_top_of_two_pages_is_no_running_header(tmp_path: Path) -> None:
    """Both pages go on with their item's attachments; a header stands further above the text."""
    canvas = Canvas(str(tmp_path / "m.pdf"), pagesize=A4)

    def at(y: float, text: str, bold: bool = False) -> None:
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 10)
        canvas.drawString(LEFT, A4[1] - y, text)

    for page in range(3):
        at(40, "Granholm Kommune - Kulturudvalget")
        at(810, f"Side {page + 1} af 3")
        if page:
            at(90, "Bilag", bold=True)
            at(104, f"1. {('', 'Kort over stien', 'Udkast til brev')[page]}")
        else:
            at(90, "Referat", bold=True)
            at(110, "08.10.2014 kl. 14.30")
        at(150, f"{page + 1}. Cykelsti nr. {page + 1}", bold=True)
        at(170, "Indstilling", bold=True)
        at(184, PROPOSAL)
        canvas.showPage()
    canvas.save()
    record = understand(tmp_path / "m.pdf", Reading(model="none"))
    (document,) = record.documents
    assert isinstance(document, Minutes)
    assert [item.attachments for item in document.items] == [("Kort over stien",), ("Udkast til brev",), ()]
    assert "Granholm Kommune - Kulturudvalget" in record.furniture


def test_attachment_s_title_set_in_under_its_first_word(tmp_path: Path) -> None:
    lines = [
        *HEAD, ("*1. Cykelsti langs banen", ""), ("*Beslutning", ""), ("Godkendt.", ""), GAP, ("*Bilag", ""),
        ("1. Notat om stien fra banen til den gamle grusvej ved", ""), ("    Åvej 2346_2", ""), ("2. Kort", ""), GAP,
        ("*2. Eventuelt", ""), ("*Beslutning", ""), ("Intet.", ""),
    ]  # fmt: skip
    item = drawn(tmp_path / "m.pdf", lines, "Helvetica").items[0]
    assert item.attachments == ("Notat om stien fra banen til den gamle grusvej ved Åvej 2346_2", "Kort")


TYPES = {"capitals": ("SAGSTYPE", "VEDTAGELSE"), "colons": ("Sagstype:", "Vedtagelse:"), "bold": ("*Sagstype", "*Vedtagelse")}  # fmt: skip


@pytest.mark.parametrize("labels", TYPES.values(), ids=TYPES)
def test_kind_of_item_that_reads_like_a_label(tmp_path: Path, labels: tuple[str, str]) -> None:
    """What stands under "Sagstype" is the kind, and below it what a closed item decided without a label."""
    kind, decided = labels
    item = [(kind, ""), ("Beslutning", ""), GAP]
    lines = [
        *HEAD,
        *(each for n in range(1, 7) for each in ((f"*{n}. Sti nr. {n}", ""), *item, (decided, ""), ("Udsat.", ""), GAP)),
        ("*7. Personalesag (Lukket)", ""), *item, ("Godkendt.", ""),
    ]  # fmt: skip
    items = drawn(tmp_path / "m.pdf", lines, "Helvetica").items
    assert [item.item_type for item in items] == ["Beslutning"] * 7
    assert [item.decision and item.decision.text for item in items] == ["Udsat."] * 6 + ["Godkendt."]


def test_labels_in_capitals(tmp_path: Path) -> None:
    """Where all labels are, other words of the lexicon are text; unknown capitals are labels, before a value too."""
    lines = [
        *HEAD,
        *(each for n in range(1, 4) for each in (
            (f"*{n}. Sti nr. {n}", ""), ("INDSTILLING", ""), (PROPOSAL, ""), GAP,
            ("VEDTAGELSE Udsat til mødet i august.", ""), GAP, ("REDEGØRELSE", ""), ("Stien er smal.", ""), GAP,
            ("NABOERNES ØNSKER", ""), ("En bredere sti.", ""), GAP, ("BILAG", ""), ("Kort", ""), ("Miljøvurdering", ""), GAP,
        )),
    ]  # fmt: skip
    for item in drawn(tmp_path / "m.pdf", lines, "Helvetica").items:
        assert item.decision is not None and item.decision.text == "Udsat til mødet i august."
        assert [section.label for section in item.sections] == [
            "INDSTILLING", "VEDTAGELSE", "REDEGØRELSE", "NABOERNES ØNSKER", "BILAG",
        ]  # fmt: skip
        assert item.attachments == ("Kort", "Miljøvurdering")


def test_a_sentence_s_last_word_is_no_label(tmp_path: Path) -> None:
    lines = [
        *HEAD, *(each for n in (1, 2, 3) for each in (
            (f"*{n}. Sti nr. {n}", ""), ("*Indstilling", ""), (PROPOSAL, ""), GAP,
            ("*Beslutning", ""), ("Udvalget tiltrådte med 5 stemmer mod 2 forvaltningens", ""), ("indstilling.", ""), GAP,
        )),
    ]  # fmt: skip
    assert [
        item.decision and item.decision.text for item in drawn(tmp_path / "m.pdf", lines, "Helvetica").items
    ] == ["Udvalget tiltrådte med 5 stemmer mod 2 forvaltningens indstilling."] * 3


def test_item_s_number_under_who_decided(tmp_path: Path) -> None:
    lines = [
        *HEAD, *(each for n in (1, 2) for each in (
            (f"*Nr. {n}: Sti nr. {n}", ""), GAP, ("*Kulturudvalgets beslutning den 08-10-2014", ""), (f"*Punkt {n}", ""),
            ("Godkendt.", ""), GAP, GAP,
        )),
    ]  # fmt: skip
    items = drawn(tmp_path / "m.pdf", lines, "Helvetica").items
    assert [item.decision and item.decision.text for item in items] == ["Godkendt.", "Godkendt."]


LISTS = {
    "bullets": (["• Kort", "• Høringssvar fra foreningen ved", "Stranden", "• Brev"], ["Kort", "Høringssvar fra foreningen ved Stranden", "Brev"]),
    "one bullet": (["• Aftale om leje af sal og scene", "Samlingshuset 2014"], ["Aftale om leje af sal og scene Samlingshuset 2014"]),
    "name of a file": (["oversigt-over-alle-stier-i-kommunen-og-deres-tilstand-2014_20", "15-endelig"], ["oversigt-over-alle-stier-i-kommunen-og-deres-tilstand-2014_2015-endelig"]),
    "dashes": (["- Kort", "- Brev"], ["Kort", "Brev"]),
}  # fmt: skip


@pytest.mark.parametrize(("printed", "titles"), LISTS.values(), ids=LISTS)
def test_attachments_over_two_rows(tmp_path: Path, printed: list[str], titles: list[str]) -> None:
    lines = [*HEAD, ("*1. Cykelsti", ""), ("*Beslutning", ""), ("Godkendt.", ""), GAP, ("*Bilag", ""),
             *((line, "") for line in printed), GAP, ("*2. Eventuelt", ""), ("*Beslutning", ""), ("Intet.", "")]  # fmt: skip
    assert list(drawn(tmp_path / "m.pdf", lines, "Helvetica").items[0].attachments) == titles


def test_place_of_the_meeting_over_two_rows(tmp_path: Path) -> None:
    head = [("*Granholm Kommune", ""), ("*Referat", ""), ("*Kulturudvalget", ""),
            ("Mødet blev holdt 8. okt 2014 kl. 15.00 i Materielgården, Søndre", ""), ("Ringvej 12.", ""), GAP]  # fmt: skip
    lines = [*head, ("*1. Cykelsti langs banen", ""), ("*Beslutning", ""), ("Godkendt.", "")]
    assert drawn(tmp_path / "m.pdf", lines, "Helvetica").place == "Materielgården, Søndre Ringvej 12"


def test_date_and_page_at_the_foot_of_a_single_page(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "m.pdf"), pagesize=A4)
    rows = ["*Granholm Kommune", "*Kulturudvalget", "*Referat", "08.10.2014 kl. 14.30", ""]
    for n in (1, 2):
        rows += [f"*{n}. Sti nr. {n}", "*Indstilling", PROPOSAL, "*Beslutning", "Godkendt.", ""]
    for number, text in enumerate(rows):
        canvas.setFont("Helvetica-Bold" if text.startswith("*") else "Helvetica", 10)
        canvas.drawString(LEFT, A4[1] - 70 - 14 * number, text.removeprefix("*"))
    canvas.drawString(LEFT, 40, "08-10-2014")
    canvas.drawString(500, 40, "Side 1")
    canvas.save()
    record = understand(tmp_path / "m.pdf", Reading(model="none"))
    (document,) = record.documents
    assert isinstance(document, Minutes)
    assert [item.decision and item.decision.text for item in document.items] == ["Godkendt.", "Godkendt."]
    assert "Side 1" in " ".join(record.furniture)


def test_value_that_ends_two_pages_is_no_footer(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "m.pdf"), pagesize=A4)
    for page in (1, 2):
        for y, text, bold in (
            (90, "Granholm Kommune", True), (104, "Kulturudvalget", True), (118, "Referat 08.10.2014", False),
        ) if page == 1 else ():  # fmt: skip
            canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 10)
            canvas.drawString(LEFT, A4[1] - y, text)
        for y, text, bold in (
            (640, f"{page}. Cykelsti nr. {page}", True), (660, "Beslutning", True), (674, "Godkendt.", False),
            (700, "Bilag", True), (714, "Kort over stien", False), (820, str(page), False),
        ):  # fmt: skip
            canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 10)
            canvas.drawString(LEFT, A4[1] - y, text)
        canvas.showPage()
    canvas.save()
    (document,) = understand(tmp_path / "m.pdf", Reading(model="none")).documents
    assert isinstance(document, Minutes)
    assert [item.attachments for item in document.items] == [("Kort over stien",)] * 2


HUNG_ITEMS = [
    ("Godkendelse af dagsorden", "25/1100", "Godkendt."),
    (
        "Nye åbningstider på biblioteket",
        "25/1200",
        "Godkendt med den ændring, at der også åbnes om lørdagen.",
    ),
    ("Eventuelt", "25/1400", "Intet."),
]


def hung(
    path: Path, number: str, title: float, bold: tuple[bool, bool], *, labels_at_margin: bool
) -> Minutes:
    """Minutes whose items' numbers stand at the margin and their titles at another edge, read."""
    canvas, y = Canvas(str(path), pagesize=A4), A4[1] - 70.0

    def put(x: float, text: str, heavy: bool) -> None:
        canvas.setFont("Helvetica-Bold" if heavy else "Helvetica", 11.0)
        canvas.drawString(x, y, text)

    for line in ("Referat", "Kulturudvalget i Granholm Kommune", "Mandag den 3. marts 2025 kl. 16.00"):
        put(LEFT, line, line == "Referat")
        y -= 16.0
    for place, (name, case, decision) in enumerate(HUNG_ITEMS, 1):
        y -= 10.0
        put(LEFT, number.format(place), bold[0])
        put(title, name, bold[1])
        y -= 18.0
        for label, value in (("Sagsnr.", case), ("Beslutning", decision)):
            put(LEFT if labels_at_margin else title, label, bold[0])
            y -= 0.0 if labels_at_margin else 14.0
            put(title, value, False)
            y -= 18.0
    canvas.save()
    (document,) = understand(path, Reading(model="none")).documents
    assert isinstance(document, Minutes)
    return document


@pytest.mark.parametrize("bold", [(True, True), (False, True), (False, False)])
@pytest.mark.parametrize("number", ["{}.", "Punkt {}", "Sag nr. {}"])
@pytest.mark.parametrize("labels_at_margin", [True, False], ids=["labels", "text"])
def test_items_numbers_in_a_column_of_their_own(
    tmp_path: Path, number: str, bold: tuple[bool, bool], labels_at_margin: bool
) -> None:
    """As a tab or a table sets them; what stands at the title's edge is the item's, its labels where they may."""
    edge = LEFT + (150.0 if labels_at_margin else 75.0)
    minutes = hung(tmp_path / "m.pdf", number, edge, bold, labels_at_margin=labels_at_margin)
    read = [
        (item.title, item.case_number, item.decision and item.decision.text)
        for item in minutes.items
        if item.number
    ]
    assert read == HUNG_ITEMS
    assert [item.number for item in minutes.items] == ["1", "2", "3"]


def test_title_beside_a_number_begins_no_plan(tmp_path: Path) -> None:
    """ "Sag nr. 2" and, in large type at the top of a page, "Beskæftigelsesplan 2015": an item about a plan."""
    canvas = Canvas(str(tmp_path / "m.pdf"), pagesize=A4)
    for place, title in enumerate(("Godkendelse af dagsorden", "Beskæftigelsesplan 2015"), 1):
        canvas.setFont("Helvetica", 11.0)
        if place == 1:
            canvas.drawString(LEFT, 800, "Referat")
            canvas.drawString(LEFT, 785, "Kulturudvalget, mandag den 3. marts 2025 kl. 16.00")
        canvas.setFont("Helvetica-Bold", 17.0)
        canvas.drawString(LEFT, 740, f"Sag nr. {place}")
        canvas.drawString(LEFT + 90, 740, title)
        for line, text in enumerate(("Beslutning", "Godkendt.")):
            canvas.setFont("Helvetica" if line else "Helvetica-Bold", 11.0)
            canvas.drawString(LEFT + 90, 715 - 15 * line, text)
        canvas.showPage()
    canvas.save()
    (document,) = understand(tmp_path / "m.pdf", Reading(model="none")).documents
    assert isinstance(document, Minutes)
    assert [item.title for item in document.items] == ["Godkendelse af dagsorden", "Beskæftigelsesplan 2015"]


TABLE_HEADS = [
    ("Dagsorden", "Referat"),
    ("Dagsordenspunkt", "Beslutning"),
    ("Nr.", "Emne", "Beslutning"),
    ("Nr.", "Emne", "Referat", "Beslutning"),
    ("Punkt", "Emne", "Indstilling", "Beslutning"),
]


@pytest.mark.parametrize("heads", TABLE_HEADS, ids=" ".join)
def test_minutes_that_are_one_table(tmp_path: Path, heads: tuple[str, ...]) -> None:
    """The columns' heads are the only labels; the table goes on over a page, and what stands below it is no item's."""
    numbered = len(heads) > 2
    edges = [57.0, 100.0, 280.0, 420.0] if numbered else [57.0, 260.0]
    canvas, y = Canvas(str(tmp_path / "m.pdf"), pagesize=A4), A4[1] - 70.0

    def put(cells: Sequence[str], font: str = "Helvetica") -> None:
        nonlocal y
        if y < 60.0:
            canvas.showPage()
            y = A4[1] - 70.0
        canvas.setFont(font, 10.0)
        for edge, text in zip(edges, cells, strict=False):
            canvas.drawString(edge, y, text)
        y -= 13.0

    for line in ("Referat", "Kulturudvalget i Granholm Kommune", "Mandag den 3. marts 2025 kl. 16.00"):
        put([line])
    y -= 20.0
    put(heads, "Helvetica-Bold")
    for number in range(1, 26):
        second = ["har udsendt", "udvalget enigt"]
        if numbered:
            put(
                [
                    f"{number}.",
                    f"Sag om det, kommune {number}",
                    *(["At det vedtages."] * (len(heads) - 3)),
                    "Godkendt, idet",
                ]
            )
            put(["", second[0], *([""] * (len(heads) - 3)), second[1]])
        else:
            put([f"{number}. Sag om det, kommune {number}", "Godkendt, idet"])
            put(second)
        y -= 4.0
    y -= 40.0
    put(["Mødet sluttede kl. 17.30."])
    canvas.save()
    (minutes,) = understand(tmp_path / "m.pdf", Reading(model="none")).documents
    assert isinstance(minutes, Minutes)
    assert [item.number for item in minutes.items] == [str(number) for number in range(1, 26)]
    assert [item.title for item in minutes.items] == [
        f"Sag om det, kommune {n} har udsendt" for n in range(1, 26)
    ]
    assert {item.decision and item.decision.text for item in minutes.items} == {
        "Godkendt, idet udvalget enigt"
    }
    assert {item.proposal for item in minutes.items} == {
        "At det vedtages." if "Indstilling" in heads else None
    }
    assert minutes.end_time == "17:30"


def test_table_of_contents_is_no_table_of_items(tmp_path: Path) -> None:
    """ "Punkt | Emne | Side" names nothing that was decided."""
    lines = [*HEAD, ("*Punkt", "Emne"), *((f"{n}.", t) for n, t in ((1, "Cykelsti"), (2, "Budget"))), GAP]
    items = [
        line
        for n, t in ((1, "Cykelsti"), (2, "Budget"))
        for line in ((f"*{n}. {t}", ""), ("*Beslutning", ""), ("Godkendt.", ""), GAP)
    ]
    read = drawn(tmp_path / "m.pdf", [*lines, *items], font="Helvetica")
    assert [(item.number, item.title) for item in read.items] == [("1", "Cykelsti"), ("2", "Budget")]
