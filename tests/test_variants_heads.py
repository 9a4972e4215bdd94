"""Heads of minutes: labels beside values above other things, members in columns, headings that look like more.

Real PDFs, drawn word by word. Granholm Kommune, its people and all words are invented.
"""

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from pipeline.run import Reading, understand
from schemas.minutes import Minutes
from schemas.vocabulary import Kind

LEFT, RIGHT, LEADING = 57.0, 280.0, 13.0
Row = tuple[str, str]
"""What stands at the left and at the right; "*" before either: in bold, "|" before the left one: centred."""

SPACE: Row = ("", "")


def pdf(path: Path, pages: Sequence[Sequence[Row]], right: float = RIGHT, size: float = 10.0) -> Path:
    """Pages of rows as a PDF."""
    canvas = Canvas(str(path), pagesize=A4)
    for rows in pages:
        for number, row in enumerate(rows):
            for x, printed in zip((LEFT, right), row, strict=True):
                text = printed.lstrip("*|")
                font = "Helvetica-Bold" if "*" in printed[:2] else "Helvetica"
                if printed.startswith("|"):
                    x = (A4[0] - stringWidth(text, font, size)) / 2
                canvas.setFont(font, size)
                canvas.drawString(x, A4[1] - 80 - LEADING * number, text)
        canvas.showPage()
    canvas.save()
    return path


def minutes(path: Path, pages: Sequence[Sequence[Row]], right: float = RIGHT) -> Minutes:
    (document,) = understand(pdf(path, pages, right), Reading(model="none")).documents
    assert isinstance(document, Minutes)
    return document


def item(number: int, title: str = "Cykelsti langs banen") -> list[Row]:
    return [
        (f"*{number}. {title}", ""), SPACE, ("*Indstilling", ""), ("Forvaltningen indstiller, at stien anlægges.", ""), SPACE,
        ("*Beslutning", ""), ("Godkendt.", ""), SPACE, SPACE,
    ]  # fmt: skip


TITLE: list[Row] = [
    ("*Granholm Kommune", ""),
    ("*Kulturudvalget", ""),
    ("*Referat", ""),
    ("08.10.2014 kl. 14.30", ""),
]
CONTENTS: list[Row] = [
    ("*Indholdsfortegnelse", ""),
    *(
        (f"{n}. En sag, som forvaltningen har forberedt til mødet i efteråret, nummer {n}", "")
        for n in range(1, 13)
    ),
    SPACE,
]


def test_labels_beside_values_above_a_list_of_contents(tmp_path: Path) -> None:
    """The contents run across the values' edge, and the labels of the items below stand above their text."""
    head = [("*Til stede:", "Villads Dalmose (O)"), ("", "Ivar Birkelind (V)"), ("", "Inga Ørbakke (A)"), SPACE,
            ("*Afbud:", "Ingen"), ("*Ikke mødt:", "Bodil Enghoved (C)"), SPACE]  # fmt: skip
    titles = [row[0] for row in CONTENTS[1:13]]
    cases = [row for n, title in enumerate(titles, 1) for row in item(n, title.split(". ", 1)[1])]
    read = minutes(
        tmp_path / "m.pdf",
        [[*TITLE, SPACE, *head, *CONTENTS], cases[:27], cases[27:54], cases[54:81], cases[81:]],
        200.0,
    )
    assert {(row.name, row.party, row.status.value) for row in read.attendance} == {
        ("Villads Dalmose", "O", "present"), ("Ivar Birkelind", "V", "present"), ("Inga Ørbakke", "A", "present"),
        ("Bodil Enghoved", "C", "absent"),
    }  # fmt: skip
    assert [one.decision and one.decision.text for one in read.items] == ["Godkendt."] * 12


def test_members_in_two_columns_are_no_labels_and_values(tmp_path: Path) -> None:
    names = [
        ("Petrea Tranehave", "V"), ("Laust Ågaard", "V"), ("Ivar Tværmose", "A"), ("Ditlev Ulkjær", "A"), ("Regnar Agerlund", "I"),
        ("Ragnhild Lyngtorp", "F"), ("Yrsa Enghoved", "B"), ("Birger Kildemark", "C"), ("Poula Nørlund", "O"), ("Malthe Elkjær", "Ø"),
        ("Villads Granholt", "V"), ("Mogens Mosegaard", "V"), ("Holger Ørbakke", "A"), ("Knud Vadmose", "A"),
    ]  # fmt: skip
    cells = [f"{name} ({party})" for name, party in names]
    rows = [*zip(cells[::2], cells[1::2], strict=True)]
    broken = ("", "(F)")  # of the third row's right cell
    rows[2:3] = [(rows[2][0], rows[2][1].removesuffix(" (F)")), broken]
    head = [("*Medlemmer:", ""), *rows, SPACE]
    read = minutes(tmp_path / "m.pdf", [[*TITLE, SPACE, *head, *item(1), *item(2, "Eventuelt")]], 238.0)
    assert {(row.name, row.party) for row in read.attendance} == set(names)


def test_an_office_on_a_row_of_its_own_belongs_to_the_name_above_it(tmp_path: Path) -> None:
    head = [
        ("*Medlemmer:", ""), ("Folmer Agermose (A),", "Lisbet Nørlund (V), næstformand"), ("formand", ""),
        ("Agnete Ørbakke (A)", "Yrsa Vestermark (C)"), ("Laust Brohoved (F)", "Nanna Hedemark (Ø)"), SPACE,
    ]  # fmt: skip
    read = minutes(tmp_path / "m.pdf", [[*TITLE, SPACE, *head, *item(1), *item(2, "Eventuelt")]])
    roles = {row.name: (row.role or "").lower() for row in read.attendance}
    assert roles["Folmer Agermose"] == "formand"
    assert roles["Lisbet Nørlund"] == "næstformand"
    assert len(roles) == 6


def test_second_row_of_a_centred_heading_begins_with_a_number(tmp_path: Path) -> None:
    body = item(1)[1:]
    pages = [[
        *TITLE, SPACE, ("|*443: Supplement til udbuddet af kørsel på linjerne 120 og", ""), ("|*225 - elektriske ramper", ""), *body,
        ("|*444: Eventuelt", ""), *body,
    ]]  # fmt: skip
    assert [(one.number, one.title) for one in minutes(tmp_path / "m.pdf", pages).items] == [
        ("443", "Supplement til udbuddet af kørsel på linjerne 120 og 225 - elektriske ramper"),
        ("444", "Eventuelt"),
    ]


def test_an_item_about_a_plan_at_the_top_of_a_page_begins_no_plan(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    text = ["Resumé", "Kommunen skal hvert år udarbejde en beskæftigelsesplan med mål for indsatsen.", "Indstilling",
            "Forvaltningen indstiller, at beskæftigelsesplanen godkendes.", "Beslutning", "Godkendt."]  # fmt: skip
    for page, title in ((1, "MEDDELELSER"), (2, "BESKÆFTIGELSESPLAN 2017 (Beslutning)"), (3, "EVENTUELT")):
        y = A4[1] - 80
        if page == 1:
            for line in ("Granholm Kommune", "Referat", "Kulturudvalget", "08.10.2014 kl. 14.30", ""):
                canvas.setFont("Helvetica-Bold", 12)
                canvas.drawString(LEFT, y, line)
                y -= 16
        for line in (f"Sag nr. {page}", title):
            canvas.setFont("Helvetica-Bold", 14)
            canvas.drawString(LEFT, y, line)
            y -= 17
        for line in text:
            canvas.setFont("Helvetica-Bold" if " " not in line and "." not in line else "Helvetica", 9)
            canvas.drawString(LEFT, y, line)
            y -= 11
        canvas.showPage()
    canvas.save()
    documents = understand(path, Reading(model="none")).documents
    assert [one.kind for one in documents] == [Kind.minutes]
    assert isinstance(documents[0], Minutes)
    assert [one.number for one in documents[0].items] == ["1", "2", "3"]


def test_a_title_that_breaks_inside_of_the_term(tmp_path: Path) -> None:
    head = [
        ("*Referat af Kulturudvalget 2022-", ""),
        ("*2025", ""),
        ("Torsdag den 15. december 2022 kl. 17:00", ""),
    ]
    read = minutes(tmp_path / "m.pdf", [[*head, SPACE, *item(1), *item(2, "Eventuelt")]])
    assert (read.title, read.committee, read.term) == (
        "Referat af Kulturudvalget 2022-2025",
        "Kulturudvalget",
        "2022-2025",
    )


def test_a_council_of_four_municipalities_before_they_merge(tmp_path: Path) -> None:
    """Its place behind the day, groups in capitals, who was away under the contents, all attachments behind the last item."""
    titles = ["Fælles telefoner", "Nyt våben", "Køkkenet"]
    head = [("*Referat fra Økonomiudvalget's møde mandag den 18. september 2006 på Lyngsø Rådhus", ""), SPACE,
            ("*Deltagere:", ""), ("Ida Holm (IHO) A", ""), ("Bo Vang (bova) V", ""), ("Per Lund (PLU) Ø", ""), SPACE,
            ("*Indholdsfortegnelse", ""), *((f"{n}. {title} .......... {n}", "") for n, title in enumerate(titles, 135)),
            SPACE, ("*Afbud", ""), ("Kaj Dalmose", ""), ("Bo Vang gik efter punkt 136.", ""), SPACE,
            ("*BYERNES SAGER", ""), SPACE]  # fmt: skip
    items: list[Row] = []
    for number, title in enumerate(titles, 135):
        items += [(f"*{number}. {title}", ""), (f"00.30.10-S01   sagsnr. 440-2006-78{number}", ""), SPACE,
                  ("*Bilag", ""), ("17474/09Åben Notat om sagen", ""), SPACE, ("*Beslutning", ""),
                  ("Ida Holm deltog ikke i punkt 136. Godkendt.", ""), SPACE, SPACE]  # fmt: skip
        items += [("*LANDETS SAGER", ""), SPACE] if number == 136 else []
    behind = [("*Samlet bilagsliste", ""), ("135. Fælles telefoner", ""), ("Notat om sagen", "")]
    read = minutes(tmp_path / "m.pdf", [head, items, behind])
    assert (read.committee, read.place) == ("Økonomiudvalget", "Lyngsø Rådhus")
    assert [item.case_number for item in read.items] == [f"440-2006-78{n}" for n in (135, 136, 137)]
    assert [item.decision and item.decision.text for item in read.items] == ["Godkendt."] * 3
    assert [list(item.attachments) for item in read.items] == [["Notat om sagen"]] * 3
    assert {(one.name, one.party, one.status.value) for one in read.attendance} == {
        ("Ida Holm", "A", "partial"),
        ("Bo Vang", "V", "partial"),
        ("Per Lund", "Ø", "present"),
        ("Kaj Dalmose", None, "excused"),
    }


def test_a_system_set_to_american_order_and_a_committee_without_its_kind(tmp_path: Path) -> None:
    head = [
        ("*Dagsordener og Referater", ""),
        ("*Teknik og Miljø", ""),
        ("*Mødedato: 8/9/2019 4:00:00 PM", ""),
        SPACE,
    ]
    items: list[Row] = []
    for number, title in ((121, "Vejbidrag"), (122, "Affaldsplan"), (123, "Siden sidst")):
        items += [(f"*{number}.", ""), (f"*{title}", ""), SPACE, ("*Punktoplysninger", ""), (f"Sagsnr.: 05.01.00-G01-{number}-18", ""),
                  ("Sagsbeh.: Eva Vang", ""), SPACE, ("*Resume", ""), ("Sagen har været drøftet i foråret.", ""), SPACE,
                  ("*Beslutning Teknik og Miljø den 9. august 2019:", ""), ("Godkendt.", ""), SPACE, SPACE]  # fmt: skip
    read = minutes(tmp_path / "m.pdf", [[*head, *items]])
    assert (read.committee, str(read.date), read.start_time) == ("Teknik og Miljø", "2019-08-09", "16:00")
    assert [item.case_number for item in read.items] == [f"05.01.00-G01-{n}-18" for n in (121, 122, 123)]
    assert {item.decision and (item.decision.text, item.decision.body) for item in read.items} == {
        ("Godkendt.", "Teknik og Miljø")
    }
    assert [item.title for item in read.items] == ["Vejbidrag", "Affaldsplan", "Siden sidst"]


def test_open_or_closed_above_each_heading(tmp_path: Path) -> None:
    rows: list[Row] = [*TITLE, SPACE]
    for number, title in ((1, "Udtræden af rådet"), (2, "Årsberetning"), (3, "Dyreparken"), (14, "Ejendom")):
        rows += [("Lukket  Møde." if number == 14 else "Åbent  Møde.", ""), (f"*{number}. {title}", ""), SPACE,
                 ("*Beslutning", ""), ("Godkendt.", ""), SPACE, SPACE]  # fmt: skip
    read = minutes(tmp_path / "m.pdf", [rows])
    assert [(item.number, item.open) for item in read.items] == [
        ("1", True),
        ("2", True),
        ("3", True),
        ("14", False),
    ]
    assert {item.decision and item.decision.text for item in read.items} == {"Godkendt."}


def test_items_numbered_in_roman_figures_and_all_but_two(tmp_path: Path) -> None:
    rows: list[Row] = [("*Beredskabskommissionen", ""), ("*Referat", ""), ("08.10.2014 kl. 10.00", ""),
                       ("*Deltagere: ", ""), ("Alle kommissionens medlemmer på nær Ida Holm og Bo Vang", ""), SPACE]  # fmt: skip
    for number, title in (("I", "Meddelelser"), ("II", "Årsplan"), ("III", "Eventuelt")):
        rows += [(f"*{number}. {title}", ""), SPACE, ("*Bilag (1)", ""), ("Kort.pdf (PDF, 1,2 MB)", ""), SPACE,
                 ("*Beslutning:", ""), ("Drøftet. Forslag 4 og 9 udgår.", ""), SPACE, SPACE]  # fmt: skip
    read = minutes(tmp_path / "m.pdf", [rows])
    assert [(item.number, item.title) for item in read.items] == [
        ("I", "Meddelelser"),
        ("II", "Årsplan"),
        ("III", "Eventuelt"),
    ]
    assert {(one.name, one.status.value) for one in read.attendance} == {
        ("Ida Holm", "absent"),
        ("Bo Vang", "absent"),
    }
    assert {attachment for item in read.items for attachment in item.attachments} == {"Kort.pdf"}
    assert {item.decision and item.decision.outcome.value for item in read.items} == {"discussed"}


def test_titles_above_numbers_that_another_body_gave_too(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("*Kommunalbestyrelsen", ""),
        ("23-02-2010", ""),
        ("Sager 19 (ØU 23/2010) - 21 (ØU 25/2010)", ""),
        SPACE,
    ]
    for number, title in ((19, "Vedligehold af bygninger"), (20, "Udstykning ved åen"), (21, "Varmemålere")):
        rows += [(f"*{title}", ""), (f"*Sag nr. {number} (ØU {number + 4}/2010)", ""), SPACE, ("*Sagens kerne", ""),
                 ("Der ansøges om en bevilling.", ""), SPACE, ("*Besluttet på Kommunalbestyrelsen den 23-02-2010 som punkt 1", ""),
                 ("Godkendt.", ""), SPACE, SPACE]  # fmt: skip
    read = minutes(tmp_path / "m.pdf", [rows])
    assert [(item.number, item.title) for item in read.items] == [
        ("19", "Vedligehold af bygninger"), ("20", "Udstykning ved åen"), ("21", "Varmemålere"),
    ]  # fmt: skip
    assert {item.decision and item.decision.text for item in read.items} == {"Godkendt."}
