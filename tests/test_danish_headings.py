"""Headings and case numbers in every form that was seen; all lines are invented."""

import pytest

from pipeline.danish.case_numbers import find_case_numbers, read_case_number_line
from pipeline.danish.headings import read_heading
from pipeline.danish.labels import read_label

HEADINGS = [
    # raw, number, title, case number, open, type, page
    ("4. Ny skole ......... 12", "4", "Ny skole", None, None, None, 12),
    ("4.\u00a0Åben\u00a0-\u00a0Ny skole", "4", "Ny skole", None, True, None, None),
    ("57 Ny skole", "57", "Ny skole", None, None, None, None),
    ("57 (Åben) Ny skole", "57", "Ny skole", None, True, None, None),
    ("1  Åbent  Ny skole", "1", "Ny skole", None, True, None, None),
    ("åbent 1 Ny skole", "1", "Ny skole", None, True, None, None),
    ("Åbent punkt 1 Ny skole", "1", "Ny skole", None, True, None, None),
    ("109Ny skole i byen", "109", "Ny skole i byen", None, None, None, None),
    ("10.Ny skole", "10", "Ny skole", None, None, None, None),
    ("1... Meddelelser", "1", "Meddelelser", None, None, None, None),
    ("23...... Ny skole", "23", "Ny skole", None, None, None, None),
    ("181.", "181", "", None, None, None, None),
    ("Pkt. 17", "17", "", None, None, None, None),
    ("Punkt 9 Ny skole", "9", "Ny skole", None, None, None, None),
    ("Punkt 27. Ny skole", "27", "Ny skole", None, None, None, None),
    ("SAG 46. Ny skole", "46", "Ny skole", None, None, None, None),
    ("Sag nr. 47 Ny skole", "47", "Ny skole", None, None, None, None),
    ("Nr. 14: Ny skole", "14", "Ny skole", None, None, None, None),
    ("270 - Ny skole", "270", "Ny skole", None, None, None, None),
    ("3.1 Ny skole", "3.1", "Ny skole", None, None, None, None),
    ("08.42.12 Ny skole", "08.42.12", "Ny skole", None, None, None, None),
    ("11/326 Ny skole", "11/326", "Ny skole", None, None, None, None),
    ("Closed: Ny skole", None, "Ny skole", None, False, None, None),
    ("Lukket: Ny skole", None, "Ny skole", None, False, None, None),
    ("12 Ny skole - LUKKET SAG 31", "12", "Ny skole", None, False, None, 31),
    ("12. Ny skole (Lukket)", "12", "Ny skole", None, False, None, None),
    ("12. Ny skole. - Åben sag", "12", "Ny skole.", None, True, None, None),
    ("12. Ny skole (249393)", "12", "Ny skole", "249393", None, None, None),
    ("Punkt 21. Lukket punkt", "21", "", None, False, None, None),
    ("24. Ny skole (B)", "24", "Ny skole", None, None, "B", None),
    ("Punkt 1 Ny skole (Orientering)", "1", "Ny skole", None, None, "Orientering", None),
    ("3. Åbent punkt - Ny skole (C)1769", "3", "Ny skole", None, True, "C", 1769),
    ("Ny skole (2011-39393)", None, "Ny skole", "2011-39393", None, None, None),
    ("Ny skole - TU - ØU - KB", None, "Ny skole", None, None, None, None),
    ("Ny skole (Vis kun punkt 286)", "286", "Ny skole", None, None, None, None),
    ("Ny skole - KB Beslutning. Indstilling tiltrådt.", None, "Ny skole", None, None, None, None),
    ("15.00.00-A00-2-18 1. Ny skole", "1", "Ny skole", "15.00.00-A00-2-18", None, None, None),
    ("Punkt: 2 Acadre sagsnr.: 16/1409 Journalnr.: Ny skole", "2", "Ny skole", "16/1409", None, None, None),
    ("35. 33 nye boliger", "35", "33 nye boliger", None, None, None, None),
    ("1 2. behandling af budget", "1", "2. behandling af budget", None, None, None, None),
    ("1. behandling af budget", None, "1. behandling af budget", None, None, None, None),
    ("33 nye boliger", None, "33 nye boliger", None, None, None, None),
    ("Åbent hus på rådhuset", None, "Åbent hus på rådhuset", None, None, None, None),
    ("Forslag fra Venstre (V)", None, "Forslag fra Venstre (V)", None, None, None, None),
    ("140. Mødeplan 2012", "140", "Mødeplan 2012", None, None, None, None),
    ("8. Kommuneplantillæg nr. 20", "8", "Kommuneplantillæg nr. 20", None, None, None, None),
    ("8. Ny skole, fase 2", "8", "Ny skole, fase 2", None, None, None, None),
    ("8. Klimaplan 2010-2020 51", "8", "Klimaplan 2010-2020", None, None, None, 51),
    ("8. Ny skole i byen. 42 .", "8", "Ny skole i byen.", None, None, None, 42),
    ("7.... Fuldmagter10", "7", "Fuldmagter", None, None, None, 10),
    ("8. Nyt fra Energi m.v. .... 7", "8", "Nyt fra Energi m.v.", None, None, None, 7),
    ("RESTAURERING AF ADMINISTRA- TIONEN", None, "RESTAURERING AF ADMINISTRATIONEN", None, None, None, None),
]


@pytest.mark.parametrize("case", HEADINGS, ids=lambda case: case[0])
def test_heading_is_taken_apart(case):
    raw, *parts = case
    assert list(read_heading(raw)[:6]) == parts


def test_a_body_heading_keeps_its_last_number():
    assert read_heading("4. Renovering af havnen 42", in_contents=False).title == "Renovering af havnen 42"
    assert read_heading("4. Renovering af havnen 42", in_contents=True).page == 42


def test_doubtful_rules_lower_the_confidence():
    sure, doubtful = read_heading("4. Ny skole .... 12"), read_heading("4. Ny skole 12")
    assert doubtful.confidence < 0.7 < sure.confidence
    assert "bare-page" in doubtful.rule


LINES = [
    ("Sagsnr.: 13/4229", "Sagsnr.", "13/4229"),
    ("Sagnr.: 13/4229", "Sagnr.", "13/4229"),
    ("Sagsid.: 14/40", "Sagsid.", "14/40"),
    ("Sag 12/2329", "Sag", "12/2329"),
    ("J.nr. 17/118", "J.nr.", "17/118"),
    ("Journalnr.: 27.15.00P35-0007", "Journalnr.", "27.15.00P35-0007"),
    ("Sagsnr. 249393", "Sagsnr.", "249393"),
    ("Sagsnr.: EMN-2025-012345", "Sagsnr.", "EMN-2025-012345"),
    ("Acadre sagsnr.: Journalnr.:", "Acadre sagsnr.", None),
    ("Sagsnr.:", "Sagsnr.", None),
    ("Dok.nr.: 330-2016-78714", "Dok.nr.", None),
    ("00.01.00-K01-1-16", "", "00.01.00-K01-1-16"),
]


@pytest.mark.parametrize(("line", "label", "value"), LINES)
def test_case_number_line(line, label, value):
    read = read_case_number_line(line)
    assert read is not None
    assert (read.label, read.value) == (label, value)


@pytest.mark.parametrize("line", ["Sag om nye veje", "Sag nr. 47 Ny skole", "Sagsfremstilling", "249393"])
def test_no_case_number_line(line):
    assert read_case_number_line(line) is None


def test_several_numbers_on_a_line():
    read = read_case_number_line("Sagsnr. 12/1234, 12/2345 Dok.nr. 2012-123456")
    assert read is not None
    assert (read.value, read.others, read.documents) == ("12/1234", ("12/2345",), ("2012-123456",))
    assert read_case_number_line("Acadre sagsnr.: 16/1409 Journalnr.: Ny skole").rest == "Ny skole"


def test_case_numbers_in_running_text():
    text = (
        "Jf. sag 13/4229 og sagsnr. 249393 af 28-09-2016, skoleåret 2009/10, Dok.nr. 330-2016-78714, 12/2011"
    )
    assert [found.value for found in find_case_numbers(text)] == ["13/4229", "249393"]
    for found in find_case_numbers(text):
        assert text[found.start : found.end] == found.value


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        (
            "Beslutning i Udvalget for plan og kultur (UPK) den 10-04-2013",
            "Udvalget for plan og kultur (UPK)",
        ),
        ("Beslutning, Kulturudvalget (KU), den 1. maj 2012:", "Kulturudvalget (KU)"),
        ("Beslutning (Byrådet den 10-04-2013)", "Byrådet"),
    ],
)
def test_a_decision_label_names_its_body_with_its_short_form(printed, body):
    label = read_label(printed)
    assert label is not None and label.body == body
