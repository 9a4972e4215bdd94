"""Headings, case numbers, labels, decisions and traps of agenda items, each variant on an invented page.

The tables name every variant that was seen in real minutes, so that a gap shows. Granholm Kommune and all words are
invented. Words are laid out line by line, then read as the words of a PDF are.

A page is a list of lines: plain text, `h` a heading, `b` a label, `row` cells at their left edges, "" white space,
`TURN` the next page. Long text is broken at the right margin.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from pipeline.documents import divide, read_minutes
from pipeline.documents.minutes import MinutesReading
from pipeline.reading.furniture import set_aside
from pipeline.reading.lines import set_lines
from schemas.minutes import Item
from schemas.page import Page, Part, Rule, Word
from schemas.vocabulary import Kind, Role

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP = 68.0, 527.0, 90.0
TURN = "\f"


@dataclass(frozen=True)
class Set:
    """A line in some type, its cells at their left edges."""

    cells: tuple[tuple[float, str], ...]
    size: float = 10.0
    bold: bool = False
    bold_first: bool = False
    centred: bool = False


def h(text: str, size: float = 13.0, bold: bool = True, centred: bool = False) -> Set:
    """A heading."""
    return Set(((LEFT, text),), size, bold, centred=centred)


def b(text: str, size: float = 10.0) -> Set:
    """A bold label."""
    return Set(((LEFT, text),), size, True)


def row(*cells: tuple[float, str], bold_first: bool = False, bold: bool = False) -> Set:
    """Cells at their left edges."""
    return Set(cells, bold=bold, bold_first=bold_first)


Printed = str | Set


def pages_of(lines: Sequence[Printed], footer: str = "") -> list[Page]:
    """The lines as pages in reading order."""
    pages = [_page(1)]
    y = TOP
    for line in lines:
        if line == TURN:
            pages.append(_page(len(pages) + 1))
            y = TOP
        elif line == "":
            y += 12.0
        else:
            item = line if isinstance(line, Set) else Set(((LEFT, line),))
            y = _set(pages[-1], item, y)
    for page in pages:
        if footer:
            _words(page, LEFT, 800.0, footer.replace("#", str(page.number)), 8.0, False)
    set_lines(pages)
    set_aside(pages)
    return pages


def read_lines(lines: Sequence[Printed], kind: Kind = Kind.minutes, footer: str = "") -> MinutesReading:
    """The lines read as one meeting."""
    return read_minutes(Part(kind, pages_of(lines, footer), 0.95))


def divided(lines: Sequence[Printed], footer: str = "") -> list[Part]:
    """The documents that the lines are divided into."""
    return divide(pages_of(lines, footer))


def _page(number: int) -> Page:
    return Page(number=number, width=WIDTH, height=HEIGHT, words=[], rules=list[Rule]())


def _set(page: Page, line: Set, y: float) -> float:
    lowest = y
    for place, (x, text) in enumerate(line.cells):
        bold = line.bold or (line.bold_first and place == 0)
        limit = line.cells[place + 1][0] - 4 if place + 1 < len(line.cells) else RIGHT
        at = y
        for piece in _broken(text, line.size, bold, limit - x):
            start = (WIDTH - stringWidth(piece, _font(bold), line.size)) / 2 if line.centred else x
            _words(page, start, at, piece, line.size, bold)
            at += line.size * 1.25
        lowest = max(lowest, at)
    return lowest


def _broken(text: str, size: float, bold: bool, width: float) -> Iterator[str]:
    piece = ""
    for word in text.split(" "):
        longer = f"{piece} {word}" if piece else word
        if piece and stringWidth(longer, _font(bold), size) > width:
            yield piece
            piece = word
        else:
            piece = longer
    yield piece


def _font(bold: bool) -> str:
    return "Helvetica-Bold" if bold else "Helvetica"


def _words(page: Page, x: float, y: float, text: str, size: float, bold: bool) -> None:
    font = _font(bold)
    for word in text.split(" "):
        # A no-break space parts words as pdfium gives them.
        for piece in word.split("\u00a0"):
            part = stringWidth(piece, font, size)
            if piece:
                page.words.append(Word(piece, x, y, x + part, y + size * 1.16, font, size, bold, False))
            x += part + stringWidth("\u00a0", font, size)
        x += stringWidth(" ", font, size) - stringWidth("\u00a0", font, size)


HEAD = (
    h("Granholm Kommune", 16),
    h("Referat", 14),
    "Kulturudvalget",
    "Onsdag den 8. oktober 2014 kl. 16.00",
    "Mødelokale 2",
    "",
)
PROSE = "Forvaltningen har undersøgt sagen og foreslår en løsning, der kan holdes inden for den afsatte ramme i budgettet."
TITLES = ("Ny cykelsti ved Åvej", "Tilsyn med fritidsklubber", "Orientering fra formanden")


def items_of(lines: Sequence[Printed], **options: object) -> Sequence[Item]:
    return read_lines([*HEAD, *lines], **options).minutes.items  # type: ignore[arg-type]


def body(decision: str = "Godkendt.", case: str | None = "Sagsnr.: 14/1234") -> list[Printed]:
    """What stands under a heading."""
    return [
        *([case] if case else []),
        b("Sagsfremstilling"), PROSE, "", b("Indstilling"), "Forvaltningen indstiller, at sagen godkendes.", "",
        b("Beslutning"), decision, "", "",
    ]  # fmt: skip


HEADINGS: dict[str, tuple[tuple[str, ...], tuple[str | None, bool]]] = {
    # variant: (lines of the heading; number, whether open). {n} is 14, 15, 16 and {t} the title.
    "number, dot": (("{n}. {t}",), ("{n}", True)),
    "number, no dot": (("{n} {t}",), ("{n}", True)),
    "number, wide space": (("{n}     {t}",), ("{n}", True)),
    "number, dot, no space": (("{n}.{t}",), ("{n}", True)),
    "number glued": (("{n}{t}",), ("{n}", True)),
    "NBSP behind the number": (("{n}.\u00a0{t}",), ("{n}", True)),
    "NBSP and Åben": (("{n}.\u00a0Åben\u00a0-\u00a0{t}",), ("{n}", True)),
    "number alone, title below": (("{n}.", "{t}"), ("{n}", True)),
    "Punkt N": (("Punkt {n} {t}",), ("{n}", True)),
    "Punkt N.": (("Punkt {n}. {t}",), ("{n}", True)),
    "Punkt N:": (("Punkt {n}: {t}",), ("{n}", True)),
    "Pkt. N, title below": (("Pkt. {n}", "{t}"), ("{n}", True)),
    "SAG N.": (("SAG {n}. {t}",), ("{n}", True)),
    "Sag nr. N": (("Sag nr. {n} {t}",), ("{n}", True)),
    "Nr. N:": (("Nr. {n}: {t}",), ("{n}", True)),
    "N - title": (("{n} - {t}",), ("{n}", True)),
    "N: title": (("{n}: {t}",), ("{n}", True)),
    "N... title": (("{n}... {t}",), ("{n}", True)),
    "N (Åben)": (("{n} (Åben) {t}",), ("{n}", True)),
    "N (Lukket)": (("{n} (Lukket) {t}",), ("{n}", False)),
    "N  Åbent  title": (("{n}  Åbent  {t}",), ("{n}", True)),
    "Lukket punkt behind": (("{n}. {t} - Lukket punkt",), ("{n}", False)),
    "LUKKET SAG behind": (("{n}. {t} - LUKKET SAG",), ("{n}", False)),
    "Lukket in brackets": (("{n}. {t} (Lukket)",), ("{n}", False)),
    "Lukket punkt before": (("{n}. Lukket punkt - {t}",), ("{n}", False)),
    "Åbent punkt above": (("Åbent punkt", "{n} {t}"), ("{n}", True)),
    "Lukket punkt above": (("Lukket punkt", "{n} {t}"), ("{n}", False)),
    "year, meeting, item": (("08.42.{n} {t}",), ("08.42.{n}", True)),
    "year/item": (("11/3{n} {t}",), ("11/3{n}", True)),
    "levels": (("3.{n} {t}",), ("3.{n}", True)),
    "type in brackets": (("{n}. {t} (B)",), ("{n}", True)),
    "type in words": (("Punkt {n} {t} (Orientering)",), ("{n}", True)),
    "committee path": (("{n}. {t} - TU - ØU - KB",), ("{n}", True)),
    "case number behind": (("{n}. {t} (2014-39393)",), ("{n}", True)),
    "through the year": (("7{n}. {t}",), ("7{n}", True)),
    "FirstAgenda, closed": (("Lukket: {t}",), (None, False)),
    "FirstAgenda, English": (("Closed: {t}",), (None, False)),
    "no number": (("{t}",), (None, True)),
    "title above its number": (("{t}", "Sag nr. {n}"), ("{n}", True)),
    "entry of a web list above": (("• {n}. {t}", "{n}. {t}"), ("{n}", True)),
}


@pytest.mark.parametrize("bold", [True, False], ids=["bold", "larger"])
@pytest.mark.parametrize("variant", HEADINGS)
def test_heading(variant: str, bold: bool) -> None:
    forms, (number, is_open) = HEADINGS[variant]
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 14):
        lines += [h(form.format(n=n, t=title), 12.5 if bold else 14, bold) for form in forms]
        lines += body()
    found = [(item.number, item.title, item.open) for item in items_of(lines)]
    wanted = [(number and number.format(n=n), title, is_open) for n, title in enumerate(TITLES, 14)]
    assert found == wanted
    assert [item.decision and item.decision.text for item in items_of(lines)] == ["Godkendt."] * 3


PLAIN = [
    "number, dot", "number, no dot", "number, dot, no space", "number alone, title below", "Punkt N", "Pkt. N, title below",
    "SAG N.", "Sag nr. N", "Nr. N:", "N - title", "N (Åben)", "Lukket in brackets", "through the year",
]  # fmt: skip


@pytest.mark.parametrize("variant", PLAIN)
def test_heading_in_the_text_s_own_type(variant: str) -> None:
    """Typewriter minutes: nothing but numbers, white space and words tells a heading."""
    forms, (number, is_open) = HEADINGS[variant]
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 14):
        lines += [form.format(n=n, t=title) for form in forms]
        lines += ["Sagsnr. 14/1234", "", "Sagsfremstilling:", PROSE, "", "Beslutning:", "Godkendt.", "", ""]
    found = [(item.number, item.title, item.open) for item in items_of(lines)]
    assert found == [(number and number.format(n=n), title, is_open) for n, title in enumerate(TITLES, 14)]


def test_title_over_several_lines_a_year_among_them() -> None:
    title = (
        "Endelig vedtagelse af forslag til tillæg nr. 9 til kommuneplan for Granholm, som gælder fra foråret "
        "2017 og frem til udgangen af planperioden, samt lokalplan 14.54"
    )
    lines = [h(f"3. {title}"), *body(), h("4. Eventuelt"), *body()]
    assert [item.title for item in items_of(lines)] == [title, "Eventuelt"]


def test_number_above_its_title_both_in_the_type_of_labels() -> None:
    """OCR tells headings of 11 points and labels of 10 by no size."""
    titles = (
        "Godkendelse af dagsorden",
        "Ny organisering af indsatsen",
        "Sanktioner over for unge",
        "Kursus",
    )
    lines: list[Printed] = [
        *HEAD,
        b("Indholdsfortegnelse"),
        *(f"{n} {t}" for n, t in enumerate(titles, 211)),
        "",
    ]
    for number, title in enumerate(titles, 211):
        lines += ["00.22.02-A26-4-16", b(f"{number}."), b(title), *body(case=None), ""]
    assert [(item.number, item.title) for item in items_of(lines)] == [
        (str(number), title) for number, title in enumerate(titles, 211)
    ]


def test_title_printed_twice() -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [h(f"{n}. {title}"), title, *body()]
    assert [(item.title, item.case_number) for item in items_of(lines)] == [(t, "14/1234") for t in TITLES]


def test_heading_printed_twice_with_its_number_and_type() -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [h(f"{n}. {title} (B)"), b(f"{n}. {title} (B)"), *body(case="00.30.00.G01      14/1234")]
    assert [(item.title, item.case_number) for item in items_of(lines)] == [(t, "14/1234") for t in TITLES]


def test_title_below_a_number_and_labels_of_case_numbers() -> None:
    """The second item's case number is empty, and the headings over several items say which are closed."""
    behind = (
        "Acadre sagsnr.: 16/1401 Journalnr.: 01.02.05P16",
        "Acadre sagsnr.: Journalnr.:",
        "Sagsnr.: 16/1403",
    )
    lines: list[Printed] = [b("Åbne sager")]
    for n, (title, numbers) in enumerate(zip(TITLES, behind, strict=True), 1):
        lines += [
            f"Punkt: {n}   {numbers}",
            h(title),
            *body(case=None),
            *([b("SAGER FOR LUKKEDE DØRE")] if n == 2 else []),
        ]
    found = [(item.number, item.title, item.case_number, item.open) for item in items_of(lines)]
    assert found == [
        ("1", TITLES[0], "16/1401", True), ("2", TITLES[1], None, True), ("3", TITLES[2], "16/1403", False)
    ]  # fmt: skip


def test_decision_below_the_names_of_the_absent() -> None:
    lines: list[Printed] = []
    for n, (title, said) in enumerate(zip(TITLES, ("Godkendt.", "Intet.", "At 1: Udsat."), strict=True), 1):
        dated = b("Beslutning i Kulturudvalget den 8. oktober 2014:")
        lines += [h(f"{n}. {title}"), *body()[:-4], dated, b("Fraværende:"), "Ida Holm", said, ""]
    lines += ["Mødet hævet kl. 18.05.", "Fraværende: Bo Vang", "Referent: Eva Skov"]
    read = read_lines([*HEAD, *lines]).minutes
    assert [item.decision and item.decision.text for item in read.items] == [
        "Godkendt.",
        "Intet.",
        "At 1: Udsat.",
    ]
    assert [item.absent for item in read.items] == [("Ida Holm",)] * 3
    assert {row.name: row.status.value for row in read.attendance} == {
        "Ida Holm": "absent",
        "Bo Vang": "absent",
    }


def test_text_under_headings_without_any_label_is_what_was_decided() -> None:
    """And the list of contents alone says which item is closed."""
    said = ("Godkendt.", "Ida Holm fortalte om hallen.", "Intet.")
    lines: list[Printed] = [
        b("Sagsoversigt"),
        *(f"{n}. {t}" + " Lukket" * (n == 1) for n, t in enumerate(TITLES, 1)),
        TURN,
    ]
    for n, (title, decision) in enumerate(zip(TITLES, said, strict=True), 1):
        lines += [b(f"{n}. {title}"), decision, ""]
    found = items_of(lines)
    assert [item.decision and item.decision.text for item in found] == list(said)
    assert [item.open for item in found] == [False, True, True]


def test_bodies_called_by_letters_and_a_proposal_under_no_label() -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        proposal = [b("Indstilling til KFU"), "Chefen indstiller, at sagen godkendes."] if n == 1 else []
        plain = ["Kultur og Fritid indstiller, at sagen godkendes."] if n > 1 else []
        said = [b("Beslutning KFU den 08-10-2014"), "Anbefales.", ""]
        lines += [
            h(f"{n}. {title}"),
            "Sagsgang: KFU - ØU - KB",
            *plain,
            "",
            *proposal,
            b("Baggrund"),
            PROSE,
            "",
            *said,
        ]
    found = items_of(lines)
    assert [item.decision and item.decision.text for item in found] == ["Anbefales."] * 3
    own = "Kultur og Fritid indstiller, at sagen godkendes."
    assert [item.proposal for item in found] == ["Chefen indstiller, at sagen godkendes.", own, own]


def test_course_of_a_case_in_fields() -> None:
    course = ["Udvalg: Landsbyrådet", "Dato: 02.09.2014", "Punktnummer: 7", "Anbefales.", ""]
    lines = [h(f"1. {TITLES[0]}"), *body(), b("Sagsforløb"), *course, h(f"2. {TITLES[1]}"), *body()]
    history = items_of(lines)[0].history
    assert [(one.body, str(one.date), one.text) for one in history] == [
        ("Landsbyrådet", "2014-09-02", "Anbefales.")
    ]


def test_case_number_before_the_heading() -> None:
    """Three lines: case number, number, title."""
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [f"00.01.00-K01-{n}-16", f"{n}.", h(title), *body(case=None)]
    found = [(item.number, item.title, item.case_number) for item in items_of(lines)]
    assert found == [(str(n), title, f"00.01.00-K01-{n}-16") for n, title in enumerate(TITLES, 1)]


@pytest.mark.parametrize("label", ["Sagsnr.: ", "J.nr. ", "Sag: ", "Acadre sagsnr.: ", ""])
def test_labelled_case_number_before_the_heading(label: str) -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [f"{label}14/123{n}", h(f"{n}. {title}"), *body(case=None)]
    assert [item.case_number for item in items_of(lines)] == ["14/1231", "14/1232", "14/1233"]


@pytest.mark.parametrize(
    "title", ["Ny hal", "Endelig vedtagelse af lokalplan 14 for et boligområde ved Åvej"]
)
def test_case_number_at_the_right_end_of_the_heading(title: str) -> None:
    lines: list[Printed] = []
    for n in range(1, 4):
        number = row((460.0, f"2010/0012{n}" if n < 3 else "15/2"))
        lines += [
            Set(((LEFT, f"{n} {title.upper()}"), *number.cells), 11.0, bold_first=True),
            *body(case=None),
        ]
    found = [(item.number, item.title, item.case_number) for item in items_of(lines)]
    assert found == [(str(n), title.upper(), f"2010/0012{n}" if n < 3 else "15/2") for n in range(1, 4)]


@pytest.mark.parametrize(
    ("said", "is_open"),
    [
        ("Sagsbeh.: LMH    Sagsnr.: 14/1234    Beslutningssag", True),
        ("Sagsnr.: 14/1234  Sagsbehandler: Ida Holm", True),
        ("Sagsid.: 14/1234     Lukket sag", False),
        ("Sagsid.: 14/1234     Åben sag", True),
    ],
)
def test_more_on_the_case_number_s_row(said: str, is_open: bool) -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [h(f"{n}. {title}"), *body(case=said)]
    assert [(item.case_number, item.open) for item in items_of(lines)] == [("14/1234", is_open)] * 3


@pytest.mark.parametrize(
    ("above", "heading", "below", "behind", "told"),
    [
        ([], "{n}. {title}", [], ["Sagsnr.: 25/422{n}"], ("25/422{n}", True, None)),
        (["EMN-2025-00422{n}", "Lukket punkt"], "{n}. {title}", [], [], ("EMN-2025-00422{n}", False, None)),
        (["Lukket punkt"], "{n}. {title}", ["J.nr. 25/422{n}"], [], ("25/422{n}", False, None)),
        (
            [],
            "Punkt nr. {n} {title}",
            ["Sagsbehandler: Ida Holm", "Beslutningssag"],
            [],
            (None, True, "Beslutningssag"),
        ),
        (
            [],
            "{n}: {title}",
            [row((LEFT, "Åbent/lukket:"), (LEFT + 80, "Lukket"), bold_first=True)],
            [],
            (None, False, None),
        ),
        (
            [],
            "{title}",
            ["Sagsnr.: 25/422{n}", "Til orientering"],
            [],
            ("25/422{n}", True, "Til orientering"),
        ),
    ],
    ids=["behind", "two-above", "state-above-case-below", "type", "label-of-state", "number-in-contents"],
)
def test_rows_around_a_heading(
    above: list[str],
    heading: str,
    below: list[Printed],
    behind: list[str],
    told: tuple[str | None, bool, str | None],
) -> None:
    lines: list[Printed] = []
    if "{n}" not in heading:
        lines += [b("Indholdsfortegnelse"), *(f"{n}. {title}" for n, title in enumerate(TITLES, 1)), TURN]
    for n, title in enumerate(TITLES, 1):
        lines += ["", "", *(text.format(n=n) for text in above), h(heading.format(n=n, title=title))]
        lines += [text.format(n=n) if isinstance(text, str) else text for text in below]
        lines += ["", b("Beslutning"), "Godkendt.", *(text.format(n=n) for text in behind)]
    case, is_open, item_type = told
    assert [
        (one.number, one.title, one.case_number, one.open, one.item_type, one.decision and one.decision.text)
        for one in items_of(lines)
    ] == [
        (str(n), title, case and case.format(n=n), is_open, item_type, "Godkendt.")
        for n, title in enumerate(TITLES, 1)
    ]


@pytest.mark.parametrize("columns", [True, False], ids=["in columns", "in rows"])
def test_a_table_of_the_case_above_the_heading(columns: bool) -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        cells = (
            ("Journalnr.", f"18.00.00-A00-{n}-25"),
            ("Sagsbehandler", "Ida Holm"),
            ("Sagsid.", f"25/422{n}"),
        )
        told = [row((LEFT, one), (LEFT + 110, two)) if columns else f"{one}: {two}" for one, two in cells]
        lines += ["", "", *told, "", h(f"{n}. {title}"), "", b("Beslutning"), "Godkendt."]
    assert [(one.case_number, one.decision and one.decision.text) for one in items_of(lines)] == [
        (f"25/422{n}", "Godkendt.") for n in range(1, len(TITLES) + 1)
    ]


def test_an_item_put_in_behind_another_and_sections_numbered_below_their_items() -> None:
    lines: list[Printed] = []
    for number, title in zip(("28", "28a", "29"), TITLES, strict=False):
        lines += [
            h(f"{number} {title}", 11),
            b(f"{number[:2]}.1. Sagsfremstilling"),
            "Der mangler penge.",
            "",
        ]
        lines += [
            b(f"{number[:2]}.2. Behandling"),
            "Byrådet",
            "",
            b(f"{number[:2]}.3. Beslutning"),
            "Godkendt.",
            "",
        ]
    assert [(one.number, one.decision and one.decision.text) for one in items_of(lines)] == [
        (number, "Godkendt.") for number in ("28", "28a", "29")
    ]


def test_group_once_more_under_the_title_and_case_numbers_of_a_region() -> None:
    lines: list[Printed] = []
    group = "A. Sager til afgørelse i byrådet"
    for n, title in enumerate(TITLES, 1):
        lines += [h(group), h(f"{n}. {title}"), group]
        lines += [f"{'Lukket' if n == 2 else 'Åbent'} - 01.00.00-G01-{n}-16"]
        lines += [] if n == 2 else [b("Beslutning"), "Godkendt.", "", ""]
    found = items_of(lines)
    assert [(one.case_number, one.open) for one in found] == [
        (f"01.00.00-G01-{n}-16", n != 2) for n in (1, 2, 3)
    ]


def test_who_proposes_in_plain_type_between_the_labels() -> None:
    said = ["Direktionen indstiller,", "at cykelstien anlægges, og", "at anlægget begynder i maj."]
    lines = [h("1. Ny cykelsti ved Åvej"), "Sagnr.: 0-3-1-20", b("Resume"), PROSE, "", *said, "Per Lund var forhindret i at deltage."]  # fmt: skip
    lines += [b("Sagsfremstilling"), PROSE, b("Beslutning: Sendt til behandling i Kulturudvalget"), "", ""]
    (found,) = items_of(lines)
    assert found.case_number == "0-3-1-20"
    assert found.proposal == "at cykelstien anlægges, og at anlægget begynder i maj."
    assert [section.label for section in found.sections][:3] == ["Resume", "Direktionen indstiller", ""]


def test_state_and_case_number_on_one_row_and_who_was_absent_where() -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        state = "Lukket sag" if n == 2 else "Åben sag"
        lines += [
            h(f"{n}. {title}"),
            row((LEFT, state), (180, f"Sagsnr: 13/213{n}"), (300, "Sbh: beto"), (400, "Besl. komp: KFU")),
        ]
        lines += [
            b("Anledning"),
            PROSE,
            b("Beslutning"),
            "Godkendt.",
            b("Fraværende i Kulturudvalget, 8. oktober 2014:"),
            "Per Lund",
            "",
            "",
        ]
    found = items_of(lines)
    assert [(one.case_number, one.open, one.absent) for one in found] == [
        (f"13/213{n}", n != 2, ("Per Lund",)) for n in (1, 2, 3)
    ]
    assert all(one.decision and one.decision.text == "Godkendt." for one in found)


def test_items_of_a_case_number_or_a_state_and_no_title() -> None:
    for above in ("Sagsid.: 12/181{}, Sagsinitialer: ekc", "Åben"):
        lines: list[Printed] = []
        for n in (1, 2, 3):
            lines += [
                above.format(n),
                b("Indstilling"),
                "Forvaltningen indstiller, at sagen drøftes.",
                b("Beslutning"),
                "Godkendt.",
                "",
            ]
        found = items_of(lines)
        assert [(one.title, one.case_number, one.decision and one.decision.text) for one in found] == [
            ("", f"12/181{n}" if "{" in above else None, "Godkendt.") for n in (1, 2, 3)
        ]


def test_journal_number_before_the_case_number_and_a_closed_item_without_words() -> None:
    lines: list[Printed] = [h("1. Ny cykelsti ved Åvej"), "J.nr.: 00.30.14S00. Sagsnr.: 11/496"]
    lines += [
        b("Tidligere beslutninger"),
        "Økonomiudvalget den 18-03-2014: Anbefales.",
        b("Beslutning"),
        "Godkendt.",
        "",
        "",
    ]
    lines += [h("2. Lukket punkt"), "", h("3. Tilsyn med fritidsklubber"), *body()]
    first, second, third = items_of(lines)
    assert (first.case_number, second.open, second.title, third.number) == ("11/496", False, "", "3")
    assert [(one.body, str(one.date), one.text) for one in first.history] == [
        ("Økonomiudvalget", "2014-03-18", "Anbefales.")
    ]


def test_ad_begins_the_items_of_an_advisory_council() -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [b(f"Ad {n}. {title}", 11.5), "Godkendt.", ""]
    found = [(item.number, item.title, item.decision and item.decision.text) for item in items_of(lines)]
    assert found == [(str(n), title, "Godkendt.") for n, title in enumerate(TITLES, 1)]


def test_title_beside_a_label_under_the_number() -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [
            h(f"Punkt {n}"), row((LEFT, "Emne"), (190.0, title), bold_first=True),
            row((LEFT, "Sagsnr."), (190.0, f"18/145{n}"), bold_first=True),
            row((LEFT, "Beslutning"), (190.0, "Godkendt."), bold_first=True), "",
        ]  # fmt: skip
    found = [(item.number, item.title, item.case_number) for item in items_of(lines)]
    assert found == [(str(n), title, f"18/145{n}") for n, title in enumerate(TITLES, 1)]


@pytest.mark.parametrize("end", ["2013.", "34."])
def test_a_sentence_s_last_row_of_a_number_takes_no_heading(end: str) -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [
            b(f"{n}) {title}"),
            f"Sagsfremstilling: {PROSE}",
            "Indstilling: Godkendes.",
            "Beslutning: Godkendt. Svaret sendes senest",
        ]
        lines += [end, ""]
    assert [item.title for item in items_of(lines)] == list(TITLES)


def test_no_numbers_and_a_list_in_a_decision() -> None:
    """ "1)-2) Tiltrådt" stands near labels too, and is no heading for that."""
    lines: list[Printed] = []
    for title, decision in zip(
        TITLES, ("1)-2) Indstillingen blev tiltrådt.", "Drøftet.", "Godkendt."), strict=True
    ):
        lines += [
            TURN,
            h(title, 18),
            "EMN-2022-009911",
            b("Beslutninger", 12),
            decision,
            b("Indstilling", 12),
            PROSE,
        ]
    assert [item.title for item in items_of(lines)] == list(TITLES)


@pytest.mark.parametrize("gap", ["  ", "\t"], ids=["spaces", "columns"])
def test_number_state_and_case_number_above_the_title(gap: str) -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        state = "Lukket" if n == 2 else "Åben"
        cells = (f"Punkt {n}.", state, f"Sagsnr. 12/30{n}")
        lines += [
            row(*zip((LEFT, 200.0, 420.0), cells, strict=True), bold_first=True) if gap == "\t" else b(gap.join(cells)),
            h(title), *body(case=None),
        ]  # fmt: skip
    found = [(item.number, item.title, item.case_number, item.open) for item in items_of(lines)]
    assert found == [(str(n), title, f"12/30{n}", n != 2) for n, title in enumerate(TITLES, 1)]


def test_no_label_at_all() -> None:
    """Small bodies print a heading and what was decided."""
    said = ("Godkendt.", "Udvalget godkendte fordelingen.", "Taget til efterretning.", "Intet.")
    lines: list[Printed] = []
    for n, (title, decision) in enumerate(zip((*TITLES, "Eventuelt"), said, strict=True), 1):
        lines += [b(f"{n}. {title}"), decision, ""]
    found = items_of([*lines, "", "Næste møde er den 12. november 2014."])
    assert [item.title for item in found] == [*TITLES, "Eventuelt"]
    assert [item.decision and item.decision.text for item in found] == list(said)


def test_minutes_with_plain_labels_and_no_title() -> None:
    lines: list[Printed] = ["Kulturudvalgets møde onsdag den 8. oktober 2014 kl. 16.00", ""]
    for n, title in enumerate(TITLES, 1):
        lines += [f"Sag {n}. {title}", "Sagsfremstilling", PROSE, "", "Beslutning", "Godkendt.", ""]
    assert [part.kind for part in divided(lines)] == [Kind.minutes]


def test_footer_with_the_page_s_number_of_all() -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [h(f"{n}. {title}"), *body(), TURN]
    found = items_of(lines[:-1], footer="Kulturudvalget, 08-10-2014    #/3")
    assert [item.decision and item.decision.text for item in found] == ["Godkendt."] * 3


@pytest.mark.parametrize(
    ("top", "bottom"),
    [
        (((24, "11/26/26, 5:27 PM"), (290, "Referater")), ((24, "file:///hjem/referat.html"), (560, "#/2"))),
        (
            ((24, "26.11.2026 17.27"), (290, "Referater")),
            ((24, "https://granholm.example/vis?id=3"), (560, "#/2")),
        ),
        (
            ((24, "Referater"), (400, "https://granholm.example/ref…")),
            ((24, "# af 2"), (480, "26-11-2026, kl. 17:27")),
        ),
    ],
)
def test_what_a_browser_prints_at_the_edges(top: tuple, bottom: tuple) -> None:
    """Of one page too, and nothing of it is the meeting's."""
    lines: list[Printed] = [h("Kulturudvalget den 8. oktober 2014"), "", h(f"1. {TITLES[0]}"), *body()]
    pages = pages_of(lines)
    for x, text in top:
        _words(pages[0], x, 20.0, text, 8.0, False)
    for x, text in bottom:
        _words(pages[0], x, 824.0, text.replace("#", "1"), 8.0, False)
    set_lines(pages)
    set_aside(pages)
    minutes = read_minutes(Part(Kind.minutes, pages, 0.95)).minutes
    assert str(minutes.date) == "2014-10-08" and minutes.start_time is None
    assert [item.decision and item.decision.text for item in minutes.items] == ["Godkendt."]


def test_title_last() -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [h(f"Punkt: {n} Acadre sagsnr.: 16/140{n} Journalnr.: {title}"), *body(case=None)]
    found = [(item.number, item.title, item.case_number) for item in items_of(lines)]
    assert found == [(str(n), title, f"16/140{n}") for n, title in enumerate(TITLES, 1)]


CONTENTS = {
    "leaders": "{n}. {t} ................................ {p}",
    "page at the margin": "{n}. {t}\t{p}",
    "open, bare page": "{n} (Åben) {t} {p}",
    "no dot here, a dot there": "{n} {t}\t{p}",
    "lower case": "åbent {n} {t} {p}",
    "no pages": "{n}. {t}",
}


@pytest.mark.parametrize("variant", CONTENTS)
@pytest.mark.parametrize("word", ["Indholdsfortegnelse", "Dagsorden", "Sagsoversigt"])
def test_contents_become_no_items(variant: str, word: str) -> None:
    listed: list[Printed] = []
    for n, title in enumerate(TITLES, 57):
        text, _, page = CONTENTS[variant].format(n=n, t=title, p=n - 55).partition("\t")
        listed.append(row((LEFT, text), (505.0, page)) if page else text)
    lines: list[Printed] = [b(word, 12), *listed, "", TURN]
    for n, title in enumerate(TITLES, 57):
        lines += [h(f"{n}. {title}"), *body()]
    assert [(item.number, item.title) for item in items_of(lines)] == [
        (str(n), title) for n, title in enumerate(TITLES, 57)
    ]


NUMBERS = {
    "from 1": ["1", "2", "3"],
    "through the year": ["715", "716", "717"],
    "out of order": ["6", "17", "7"],
    "closed before open": ["435", "436", "434"],
    "with a gap": ["3", "4", "9"],
}


@pytest.mark.parametrize("variant", NUMBERS)
def test_numbering(variant: str) -> None:
    lines: list[Printed] = []
    for number, title in zip(NUMBERS[variant], TITLES, strict=True):
        lines += [h(f"{number}. {title}"), *body()]
    assert [item.number for item in items_of(lines)] == NUMBERS[variant]


GROUPS = [
    "A. Sager til beslutning",
    "ØKONOMIUDVALGETS SAGER",
    "Åbne",
    "Efterretningssager",
    "Lukkede punkter",
]


@pytest.mark.parametrize("size", [15.0, 10.0], ids=["large", "as the labels"])
@pytest.mark.parametrize("group", GROUPS)
def test_items_in_groups(group: str, size: float) -> None:
    if group == "Åbne" and size == 10.0:
        return  # nobody could tell it from a label
    lines: list[Printed] = [h(group, size), "", h("1. Ny cykelsti ved Åvej"), *body()]
    lines += [h(group, size), "", h("2. Tilsyn med fritidsklubber"), *body()]
    found = items_of(lines)
    assert [item.title for item in found] == ["Ny cykelsti ved Åvej", "Tilsyn med fritidsklubber"]
    assert found[0].decision is not None
    assert found[0].decision.text == "Godkendt."


CASES = [
    "13/4229", "2012-39393", "2016-001340", "21-014448", "22-001234 K", "00.01.00-A00-17-15", "27.15.00P35-0007",
    "15.20G00 - 2013/01963", "06.01.05 P20", "S2021-4410", "2010/04188", "EMN-2025-012345", "330-2016-5389", "018520-2013", "249393", "1-30-11-06-V", "14/40",
]  # fmt: skip
CASE_LABELS = [
    "Sagsnr.",
    "Sagsnr.:",
    "Sagnr.:",
    "Sagsid.:",
    "Sag:",
    "J.nr.",
    "Journalnr.:",
    "Acadre sagsnr.:",
]


@pytest.mark.parametrize("case", CASES)
def test_case_number_under_the_heading(case: str) -> None:
    lines = [h("1. Ny cykelsti"), *body(case=f"Sagsnr.: {case}"), h("2. Eventuelt"), *body(case=None)]
    assert [item.case_number for item in items_of(lines)] == [case, None]


@pytest.mark.parametrize("label", CASE_LABELS)
def test_case_number_label(label: str) -> None:
    lines = [h("1. Ny cykelsti"), *body(case=f"{label} 13/4229"), h("2. Eventuelt"), *body(case=label)]
    assert [item.case_number for item in items_of(lines)] == ["13/4229", None]


@pytest.mark.parametrize("label", CASE_LABELS)
def test_case_number_in_a_table_of_labels(label: str) -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [
            h(f"{n}. {title}"), row((LEFT, label), (190.0, f"13/422{n}"), bold_first=True),
            row((LEFT, "Sagsfremstilling"), (190.0, PROSE), bold_first=True),
            row((LEFT, "Beslutning"), (190.0, "Godkendt."), bold_first=True), "",
        ]  # fmt: skip
    assert [item.case_number for item in items_of(lines)] == ["13/4221", "13/4222", "13/4223"]


def test_several_case_numbers_and_a_document_number() -> None:
    lines = [h("1. Ny cykelsti"), *body(case="Sagsnr. 2012-39393, 2012-39394 Dok.nr. 2012-123456")]
    assert items_of(lines)[0].case_number == "2012-39393"


SECTIONS = {
    Role.case: ["Sagsfremstilling", "Sagsbeskrivelse", "Fremstilling", "Redegørelse", "Beskrivelse", "Beskrivelse af sagen",
                "Baggrund", "Indhold", "Problemstilling", "Løsning", "Præsentation", "Sagens indhold",
                "Supplerende sagsfremstilling", "Sagens opståen"],
    Role.summary: ["Resume", "Resumé", "RESUMÉ", "Sagsresume", "Sammendrag", "Tema", "Beslutningstema", "Sagstema"],
    Role.proposal: ["Indstilling", "INDSTILLING", "Forslag", "Forvaltningen foreslår:", "Forvaltningen indstiller",
                    "Administrationens forslag", "ADMINISTRATIONENS INDSTILLING", "Beslutningspunkter"],
    Role.procedure: ["Beslutningskompetence", "Kompetence", "Kompetenceudvalg", "Sagen afgøres i", "Sagen afgøres af",
                     "Beslutningen træffes af", "Sagen behandles i", "Sagsgang", "Sagsforløb", "Sagsprocedure",
                     "Behandlingsplan", "Handlemuligheder", "Alternativer", "Tidsperspektiv", "Tidsplan", "Kommunikation"],
    Role.economy: ["Økonomi", "Økonomiske konsekvenser", "Økonomiske  konsekvenser", "Økonomiske konsekvenser og finansiering",
                   "Økonomiske forhold og konsekvenser"],
    Role.legal: ["Lovgrundlag", "Lovgrunlag", "Retsgrundlag", "Retligt grundlag", "Juridiske og planmæssige forhold"],
    Role.consequences: ["Afledte konsekvenser", "Andre konsekvenser", "Personale"],
    Role.consultation: ["Dialog/høring", "Høring og sagsgang", "Inddragelse og høring"],
    Role.history: ["Tidligere behandling", "PUNKTET BEHANDLET TIDLIGERE", "TidligerePolitiskBehandling", "Sagens forløb", "Historik"],
    Role.attachments: ["Bilag", "Bilagsliste"],
    Role.type: ["Punkttype", "Sagstype"],
    Role.other: ["Vurdering", "Borgmesterens Afdelings påtegning", "Beslutningsforslag fra ALT", "BESLUTNINGSFORSLAG FRA DD",
                 "Beslutningssag"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("role", "label"), [(role, label) for role, all_of in SECTIONS.items() for label in all_of]
)
def test_section_label(role: Role, label: str) -> None:
    """Also the labels that begin with Beslutning and are none of a decision."""
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [
            h(f"{n}. {title}"),
            "Sagsnr.: 14/1234",
            b(label),
            PROSE,
            "",
            b("Beslutning"),
            "Godkendt.",
            "",
            "",
        ]
    for item in items_of(lines):
        assert [(section.label, section.role) for section in item.sections] == [
            (" ".join(label.rstrip(":").split()), role), ("Beslutning", Role.decision),
        ]  # fmt: skip
        assert item.decision is not None
        assert item.decision.text == "Godkendt."


DECISIONS = {
    "word": "Beslutning",
    "plural": "Beslutninger",
    "capitals": "BESLUTNING",
    "word, colon": "Beslutning:",
    "body and date": "Beslutning Kulturudvalget den 08-10-2014",
    "in a body, date": "Beslutning i Kulturudvalget den 08-10-2014",
    "long date, colon": "Beslutning i Kulturudvalget den 8. oktober 2014:",
    "capitals, body, date": "BESLUTNING I KULTURUDVALGET DEN 08-10-2014",
    "genitive, item": "Kulturudvalgets beslutning den 08.10.2014 Punkt 1",
    "genitive, capitals": "KULTURUDVALGETS BESLUTNING",
    "genitive, in the meeting": "Kulturudvalgets beslutning i mødet den 8. oktober 2014",
    "no word, item": "Kulturudvalget, 08-10-2014, pkt. 17",
    "no word": "Kulturudvalget, 08.10.2014",
    "no word, the": "Kulturudvalget, den 8. oktober 2014:",
    "no word, meeting": "Kulturudvalgets møde 8. oktober 2014 Punkt 1:",
    "Vedtagelse": "Vedtagelse",
    "committee with its years": "Beslutning Kulturudvalget 2014-2017 den 08-10-2014",
}


@pytest.mark.parametrize("order", ["last", "first", "middle", "before Bilag"])
@pytest.mark.parametrize("variant", DECISIONS)
def test_decision_label(variant: str, order: str) -> None:
    case: list[Printed] = [b("Sagsfremstilling"), PROSE, ""]
    proposal: list[Printed] = [b("Indstilling"), "Forvaltningen indstiller, at sagen godkendes.", ""]
    decision: list[Printed] = [b(DECISIONS[variant]), "Godkendt med bemærkning.", ""]
    ordered = {
        "last": case + proposal + decision,
        "first": decision + proposal + case,
        "middle": proposal + decision + case,
        "before Bilag": [*case, *proposal, *decision, b("Bilag"), "Kort over cykelstien", ""],
    }[order]
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [h(f"{n}. {title}"), "Sagsnr.: 14/1234", *ordered, ""]
    for item in items_of(lines):
        assert item.decision is not None
        assert item.decision.text == "Godkendt med bemærkning."
        assert item.proposal == "Forvaltningen indstiller, at sagen godkendes."
        assert item.attachments == (("Kort over cykelstien",) if order == "before Bilag" else ())
        assert len([section for section in item.sections if section.role is Role.decision]) == 1


CHAINS: dict[str, list[Printed]] = {
    "labels with body and date": [
        b("Beslutning Teknikudvalget den 01-10-2014"), "Anbefales.", b("Beslutning Kulturudvalget den 08-10-2014"), "Godkendt.",
    ],
    "bodies that are called nothing of the kind": [
        b("Plan, Natur og Teknik, 1. oktober 2014, pkt. 3:"), "Ikke til stede: Per Lund", "Anbefales.", b("Beslutning"), "Godkendt.",
    ],
    "no word": [b("Teknikudvalget, 01-10-2014, pkt. 3"), "Anbefales.", b("Kulturudvalget, 08-10-2014, pkt. 4"), "Godkendt."],
    "newest first": [
        b("Beslutning Kulturudvalget den 08-10-2014"), "Godkendt.", b("Beslutning Teknikudvalget den 01-10-2014"), "Anbefales.",
    ],
    "genitive": [
        b("Teknikudvalgets beslutning den 01.10.2014 Punkt 3"), "Anbefales.",
        b("Kulturudvalgets beslutning den 08.10.2014 Punkt 4"), "Godkendt.",
    ],
    "under one label": [
        b("Beslutning"), "Teknikudvalget, 01-10-2014:", "Anbefales.", "Kulturudvalget, 08-10-2014:", "Godkendt.",
    ],
    "under one label, plain and without colons": [
        b("Beslutning"), "Teknikudvalget, 01.10.2014", "Anbefales.", "Fraværende: Per Lund", "Kulturudvalget, 08.10.2014", "Godkendt.",
    ],
    "same body, other date": [
        b("Beslutning Kulturudvalget den 01-10-2014"), "Anbefales.", b("Beslutning Kulturudvalget den 08-10-2014"), "Godkendt.",
    ],
}  # fmt: skip


@pytest.mark.parametrize("variant", CHAINS)
def test_chain_of_decisions(variant: str) -> None:
    """This meeting's counts; the others are history."""
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [
            h(f"{n}. {title}"),
            "Sagsnr.: 14/1234",
            b("Sagsfremstilling"),
            PROSE,
            "",
            *CHAINS[variant],
            "",
            "",
        ]
    for item in items_of(lines):
        assert item.decision is not None
        assert (item.decision.text, str(item.decision.date)) == ("Godkendt.", "2014-10-08")
        assert [(entry.text, str(entry.date)) for entry in item.history] == [("Anbefales.", "2014-10-01")]


def test_bullets_of_a_web_page_stand_in_front_of_headings() -> None:
    lines: list[Printed] = []
    for n, title in enumerate(("Ny cykelsti", "Åben dagsorden - godkendelse", "Tilsyn ( )"), 14):
        lines += [
            "",
            f"• {n}. {title}",
            "application/pdf icon kort_3.5.2014.pdf",
            *body(case=None),
            "Til toppen",
        ]
    found = items_of(lines)
    titles = ["Ny cykelsti", "Åben dagsorden - godkendelse", "Tilsyn"]
    assert [(item.number, item.title) for item in found] == list(zip(("14", "15", "16"), titles, strict=True))
    assert [item.decision and item.decision.text for item in found] == ["Godkendt."] * 3
    assert [item.attachments for item in found] == [("kort_3.5.2014.pdf",)] * 3


def test_files_under_the_entry_of_a_web_list_are_the_next_item_s() -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 14):
        lines += [f"• Pkt. {n} {title}", f"Kort_{n}.pdf Notat.docx", h(f"Pkt. {n}"), h(title), *body()]
    found = [(item.number, item.title, item.case_number, item.attachments) for item in items_of(lines)]
    assert found == [
        (str(n), t, "14/1234", (f"Kort_{n}.pdf", "Notat.docx")) for n, t in enumerate(TITLES, 14)
    ]


@pytest.mark.parametrize("titled", [True, False])
def test_items_without_numbers_begin_at_case_numbers_or_first_labels(titled: bool) -> None:
    lines: list[Printed] = [h("Dagsordenpunkter")] if titled else []
    for n, title in enumerate(TITLES, 14):
        lines += [f"Sagsnr.: 00.22.02-A00-{n}-17 Sagsbehandler: Ida Holm", b(title)] if titled else []
        lines += body(case=None)
    found = [(item.title, item.case_number, item.decision and item.decision.text) for item in items_of(lines)]
    wanted = [(title, f"00.22.02-A00-{n}-17", "Godkendt.") for n, title in enumerate(TITLES, 14)]
    assert found == (wanted if titled else [("", None, "Godkendt.")] * 3)


@pytest.mark.parametrize(
    ("under", "absent", "decided"),
    [
        (["Fraværende:", "Ida Holm orienterede om havnen. Der kom spørgsmål."], (), "Ida Holm orienterede om havnen. Der kom spørgsmål."),
        (["Fraværende:", "Godkendt."], (), "Godkendt."),
        (["Fraværende:", "Ida Holm (A) og Bo Vang", "Godkendt."], ("Ida Holm", "Bo Vang"), "Godkendt."),
        (["Fraværende:", "Ingen", "Godkendt."], (), "Godkendt."),
    ],
)  # fmt: skip
def test_an_empty_label_of_the_absent_in_front_of_a_decision(
    under: list[str], absent: tuple, decided: str
) -> None:
    lines = [h("1. Ny cykelsti"), b("Indstilling"), PROSE, b("Beslutning"), *under]
    (item,) = items_of(lines)
    assert (item.absent, item.decision and item.decision.text) == (absent, decided)


def test_an_item_about_who_is_away() -> None:
    lines: list[Printed] = [
        h("1. Fraværende"), b("Sagsfremstilling"), "Der er afbud fra Ida Holm og Bo Vang.", "", b("Beslutning"), "Ida Holm og Bo Vang.", "",
        h("2. Spørgetid"), b("Beslutning"), "Hvem har besluttet at lukke havnen?", "Ida Holm og Bo Vang var fraværende.",
    ]  # fmt: skip
    minutes = read_lines([*HEAD, *lines]).minutes
    assert {one.name: one.status for one in minutes.attendance} == {
        "Ida Holm": "excused",
        "Bo Vang": "excused",
    }
    assert minutes.items[0].decision is None and minutes.items[0].absent == ("Ida Holm", "Bo Vang")
    assert minutes.items[1].decision and minutes.items[1].decision.outcome == "other"


def test_items_without_titles_may_begin_with_their_decisions() -> None:
    """And an entry of a proposal's list is no first heading."""
    lines: list[Printed] = [
        b("Beslutning"), "Der var ingen spørgsmål.", b("Sagsfremstilling"), PROSE, b("Beslutning"), "Udsat.",
        b("Resume"), PROSE, b("Indstilling"), "Forvaltningen indstiller, at:", "1. Regnskabet godkendes.",
        b("Beslutning"), "Godkendt.", b("Sagsfremstilling"), PROSE,
    ]  # fmt: skip
    found = [item.decision and item.decision.text for item in items_of(lines)]
    assert found == ["Der var ingen spørgsmål.", "Udsat.", "Godkendt."]


def test_who_is_away_stands_above_what_was_decided() -> None:
    lines = [h("1. Fraværende og bemærkninger"), b("Fraværende"), "Ida Holm", b("Bemærkninger til dagsordenen"), "Per Lund er indkaldt som suppleant for Ida Holm.",
             h("2. Ny cykelsti"), b("Beslutning"), "Der var spørgsmål.", b("Afbud fra"), "Bo Vang pga. arbejde.", "Indstillingen blev godkendt."]  # fmt: skip
    minutes = read_lines([*HEAD, *lines]).minutes
    people = {one.name: one.status.value for one in minutes.attendance}
    assert people == {"Ida Holm": "absent", "Per Lund": "present", "Bo Vang": "partial"}
    assert (
        minutes.items[1].decision
        and minutes.items[1].decision.text == "Der var spørgsmål. Indstillingen blev godkendt."
    )


def test_headings_whose_case_numbers_stand_below_the_date() -> None:
    lines: list[Printed] = [
        b("Sagsoversigt"),
        *(f"0{n}. {t} ........ {n}" for n, t in enumerate(TITLES, 1)),
        "Bilagsliste ........ 9",
        TURN,
    ]
    for n, title in enumerate(TITLES[:2], 1):
        lines += [
            h(f"0{n}. {title}"),
            b("Kulturudvalget"),
            "Mødedato: 08-10-2014",
            "Sagsnr. 14/1234",
            *body(case=None),
        ]
    found = items_of([*lines, h(f"03. Lukket - {TITLES[2]}")])
    assert [(item.number, item.title, item.open) for item in found] == [
        ("01", TITLES[0], True),
        ("02", TITLES[1], True),
        ("03", TITLES[2], False),
    ]


def test_number_and_case_number_stand_far_above_the_title() -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [b(f"Punkt: {n}"), f"Acadre sagsnr.: 17/1043{n} Journalnr.: 00.01.00A00", "Sagsforløb: ØU - Åben sag", "Mødedato: 08-10-2014",
                  "Sagsbehandler: Ida Holm", h(title), *body(case=None)]  # fmt: skip
    found = [(item.number, item.title, item.case_number) for item in items_of(lines)]
    assert found == [(str(n), title, f"17/1043{n}") for n, title in enumerate(TITLES, 1)]


def test_course_of_the_case_is_history_and_no_decision() -> None:
    """Also "Beslutning ikke frigivet" and names of people absent at another meeting."""
    course: list[Printed] = [
        b("Sagens forløb"), "01-10-2014 Teknikudvalget", "Anbefales.", "Fraværende: Ida Holm",
        "24-09-2014 Økonomiudvalget", "Beslutning ikke frigivet", "",
    ]  # fmt: skip
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [h(f"{n}. {title}"), "Sagsnr.: 14/1234", b("Beslutning"), "Godkendt.", "", *course, ""]
    for item in items_of(lines):
        assert item.decision is not None
        assert item.decision.text == "Godkendt."
        assert item.absent == ()
        assert [entry.body for entry in item.history] == ["Teknikudvalget", "Økonomiudvalget"]


LOOKALIKES = [
    "Pkt. 15 behandles efter pkt. 4.",
    "Punkt 16 oversendes til Teknikudvalget.",
    "Sag 3 udgår.",
    "Nr. 15 og nr. 16 drøftes samlet.",
    "1. Godkendt.",
    "2. Anbefales.",
    "4 medlemmer stemte for.",
    "2014 var et godt år.",
]


@pytest.mark.parametrize("text", LOOKALIKES)
@pytest.mark.parametrize("bold", [True, False], ids=["bold", "plain"])
def test_what_looks_like_a_heading_in_a_decision(text: str, bold: bool) -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [
            h(f"{n}. {title}", bold=bold),
            "Sagsnr.: 14/1234",
            b("Indstilling"),
            PROSE,
            "",
            b("Beslutning"),
            text,
            "",
            "",
        ]
    found = items_of(lines)
    assert [item.title for item in found] == list(TITLES)
    assert all(item.decision and item.decision.text == text for item in found)


def test_numbered_list_in_a_case_is_no_heading() -> None:
    lines: list[Printed] = [
        h("1. Ny cykelsti ved Åvej"),
        "Sagsnr.: 14/1234",
        b("Sagsfremstilling"),
        PROSE,
        "",
    ]
    lines += [
        "2. Alternativet er en sti langs banen.",
        "",
        "3. Endelig kan vejen lukkes.",
        "",
        b("Beslutning"),
        "Godkendt.",
        "",
        "",
    ]
    lines += [h("2. Tilsyn med fritidsklubber"), *body()]
    assert [item.title for item in items_of(lines)] == ["Ny cykelsti ved Åvej", "Tilsyn med fritidsklubber"]


def test_closed_item_whose_decision_has_no_label() -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES[:2], 1):
        lines += [h(f"{n}. {title}"), *body()]
    lines += [
        h("3. Lukket: Køb af areal"),
        "Sagsnr.: 14/1299",
        "Godkendt.",
        "",
        "",
        h("4. Lukket: Personalesag"),
        "Sagsnr.: 14/1300",
    ]
    found = items_of(lines)
    assert [(item.title, item.open) for item in found[2:]] == [
        ("Køb af areal", False),
        ("Personalesag", False),
    ]
    assert found[2].decision is not None
    assert found[2].decision.text == "Godkendt."
    assert found[3].decision is None


def test_items_without_decisions() -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [h(f"{n}. {title}"), "Sagsnr.: 14/1234", b("Sagsfremstilling"), PROSE, "", ""]
    lines += [h("4. Underskriftsark")]
    found = items_of(lines)
    assert [item.number for item in found] == ["1", "2", "3", "4"]
    assert all(item.decision is None for item in found)


@pytest.mark.parametrize("label", ["Sagsfremstilling", "Indstilling", "Beslutning", "Bilag"])
def test_empty_label_followed_by_the_next(label: str) -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [h(f"{n}. {title}"), "Sagsnr.: 14/1234", b(label), "", b("Økonomi"), PROSE, "", ""]
    for item in items_of(lines):
        assert [(section.label, section.text) for section in item.sections] == [
            (label, ""),
            ("Økonomi", PROSE),
        ]
        assert item.decision is None


TABLE = [
    ("Nr.", "Titel", "Adgang", "Dok.nr."),
    ("1", "Kort over cykelstien", "Åben", "4201/14"),
    ("2", "Overslag", "Lukket", "4202/14"),
]
ATTACHMENTS: dict[str, list[Printed]] = {
    "lines": ["Kort over cykelstien", "Overslag"],
    "bullets": ["• Kort over cykelstien", "• Overslag"],
    "dashes": ["- Kort over cykelstien", "- Overslag"],
    "numbered": ["1. Kort over cykelstien", "2. Overslag"],
    "numbered, open": ["1 Åben Kort over cykelstien 4201/14", "2 Lukket Overslag 4202/14"],
    "document numbers": ["Kort over cykelstien 2014-123456", "Overslag 2014-123457"],
    "table with named columns": [
        row(*zip((LEFT, 102.0, 371.0, 431.0), cells, strict=True), bold=not place) for place, cells in enumerate(TABLE)
    ],
}  # fmt: skip


@pytest.mark.parametrize("variant", ATTACHMENTS)
def test_attachments(variant: str) -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines += [h(f"{n}. {title}"), *body()[:-2], b("Bilag"), *ATTACHMENTS[variant], "", ""]
    assert [item.attachments for item in items_of(lines)] == [("Kort over cykelstien", "Overslag")] * 3


@pytest.mark.parametrize("bold", [True, False], ids=["bold labels", "plain labels"])
@pytest.mark.parametrize("colon", ["", ":"], ids=["", "colon"])
def test_labels_in_a_column_of_their_own(bold: bool, colon: str) -> None:
    lines: list[Printed] = []
    for n, title in enumerate(TITLES, 1):
        lines.append(h(f"{n}. {title}"))
        for label, text in (
            ("Sagsnr.", f"14/123{n}"), ("Sagsfremstilling", f"{PROSE} {PROSE}"), ("Indstilling", "Forvaltningen indstiller, at sagen godkendes."),
            ("Beslutning Kulturudvalget den 08-10-2014", "Godkendt."), ("Fraværende", "Ingen"),
        ):  # fmt: skip
            lines += [row((LEFT, label + colon), (190.0, text), bold_first=bold), ""]
    for item, title in zip(items_of(lines), TITLES, strict=True):
        assert item.title == title
        assert item.proposal == "Forvaltningen indstiller, at sagen godkendes."
        assert item.decision is not None
        assert item.decision.text == "Godkendt."
        assert [section.role for section in item.sections] == [
            Role.case,
            Role.proposal,
            Role.decision,
            Role.absent,
        ]


def test_seventy_pages() -> None:
    """Long minutes: every item on pages of its own, its number at the page's top like a running line."""
    lines: list[Printed] = []
    for n in range(1, 36):
        lines += [
            h(f"Sag nr. {n}"),
            h(f"Tilskud til forening {n * 7}"),
            *body()[:2],
            *[PROSE] * 12,
            TURN,
            *body()[2:],
            TURN,
        ]
    found = items_of(lines, footer="Granholm Kommune - side #")
    assert [item.number for item in found] == [str(n) for n in range(1, 36)]
    assert all(item.decision and item.decision.text == "Godkendt." for item in found)


@pytest.mark.parametrize("between", [[TURN], ["", "", ""]], ids=["on pages of their own", "below each other"])
def test_a_year_of_meetings_in_one_file(between: list[Printed]) -> None:
    lines: list[Printed] = []
    for day in ("8. oktober 2014", "12. november 2014", "10. december 2014"):
        lines += [
            h("Granholm Kommune", 16),
            h("Referat", 18),
            "Kulturudvalget",
            f"Onsdag den {day} kl. 16.00",
            "",
        ]
        lines += [h("1. Ny cykelsti ved Åvej"), *body(), h("2. Eventuelt"), *body(), *between]
    parts = divided(lines[: -len(between)])
    assert [part.kind for part in parts] == [Kind.minutes] * 3
    assert between != [TURN] or [(part.first, part.last) for part in parts] == [(n, n) for n in (1, 2, 3)]
    assert [len(read_minutes(part).minutes.items) for part in parts] == [2, 2, 2]
    assert [str(read_minutes(part).minutes.date) for part in parts] == [
        "2014-10-08",
        "2014-11-12",
        "2014-12-10",
    ]


def test_the_meeting_s_end_belongs_to_no_item() -> None:
    read = read_lines([*HEAD, h("1. Ny cykelsti ved Åvej"), *body(), "Mødet hævet kl. 17.05"]).minutes
    assert read.items[0].decision is not None
    assert read.items[0].decision.text == "Godkendt."
    assert read.end_time == "17:05"


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Beskæftigelsesplan 2017", [Kind.minutes, Kind.plan]),
        ("Béskæftigelsesplan 2017", [Kind.minutes, Kind.plan]),  # a speck on a scan
        ("Beskæftigeisesplan 2017", [Kind.minutes, Kind.plan]),  # a letter misread
        ("Beskæftigelsesplaner", [Kind.minutes]),  # speaks of plans
        ("Boligplanen for Åvej 2017", [Kind.minutes]),
    ],
)
def test_a_bound_plan_is_known_by_a_title_that_was_misread(title: str, kinds: list[Kind]) -> None:
    lines = [*HEAD, h("1. Plan for næste år"), *body(), TURN, h(title, 20), "", *[PROSE] * 6]
    assert [part.kind for part in divided(lines)] == kinds


@pytest.mark.parametrize("mark", [".", "-", "–", "---"])
def test_a_lone_mark_is_no_decision(mark: str) -> None:
    read = read_lines([*HEAD, h("1. Eventuelt"), h("Beslutning"), mark, h("2. Veje"), *body()]).minutes
    assert [item.decision and item.decision.text for item in read.items] == [None, "Godkendt."]
