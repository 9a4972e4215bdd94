"""What a text refers to: meetings, laws, documents."""

import pytest

from pipeline.danish.references import find_references

TEXTS = [
    ("Udvalget drøftede sagen på mødet den 7. september 2016.", [("meeting", "2016-09-07")]),
    ("Sagen blev behandlet på temamødet den 20. august 2014.", [("meeting", "2014-08-20")]),
    ("Planen følger de kriterier, udvalget vedtog den 14. oktober 2015.", [("meeting", "2015-10-14")]),
    ("Brancheteams er forsøgt, som udvalget besluttede den 1. marts 2016.", [("meeting", "2016-03-01")]),
    ("På mødet i Børne- og Ungeudvalget den 4. maj 2015 blev sagen udsat.", [("meeting", "2015-05-04")]),
    ("jf. Byrådets beslutning af 3. maj 2011", [("meeting", "2011-05-03")]),
    ("Den 3. maj 2011 godkendte Kommunalbestyrelsen planen.", [("meeting", "2011-05-03")]),
    ("Økonomiudvalget, 12-04-2012, pkt. 4", [("meeting", "2012-04-12")]),
    ("Arbejdet følger den aftale, der blev indgået den 4. december 2013.", [("document", "2013-12-04")]),
    ("I brev af 2. marts 2012 oplyser ejeren, at taget er utæt.", [("document", "2012-03-02")]),
    ("Ansøgning fra Birkelund Boldklub af 5. juni 2012 er vedlagt.", [("document", "2012-06-05")]),
    ("Efter servicelovens § 85, stk. 2, kan der ydes støtte.", [("law", None)]),
    ("Sagen er behandlet efter § 16 a i planloven.", [("law", None)]),
    ("LBK nr. 287 af 16. april 2018 om planlægning", [("law", "2018-04-16")]),
    ("Lov om aktiv socialpolitik.", [("law", None)]),
    ("Borgermøde den 4. maj 2015 i hallen.", []),
    ("Arealet er omfattet af lokalplan 14.24, § 7.2.", []),
    ("Fristen er den 1. maj 2015.", []),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[text for text, _ in TEXTS])
def test_references_are_found(text: str, expected: list[tuple[str, str | None]]):
    found = find_references(text)
    assert [(str(each.kind), each.date and each.date.isoformat()) for each in found] == expected
    assert all(text[each.start : each.end].strip() == each.text for each in found)


TOLD = [
    ("Baggrund Lyngsø Byråd", None),
    ("Revideret tidsplan Byrådet godkendte den 4. maj 2015 planen.", "Byrådet godkendte den 4. maj 2015"),
    ("Klima-, Teknik- og Miljøudvalget drøftede den 4. maj 2015 planen.", "Klima-, Teknik- og Miljøudvalget drøftede den 4. maj 2015"),
    ("Den blev sendt til Kultur- og Fritidsudvalget den 4. maj 2015.", "Kultur- og Fritidsudvalget den 4. maj 2015"),
    ("Den 4. maj 2015 godkendte Byrådet planen.", "Den 4. maj 2015 godkendte Byrådet"),
    ("Sagen er godkendt på Byrådet den 4. maj 2015.", "Sagen er godkendt på Byrådet den 4. maj 2015"),
    ("Planen kom i Region Fjordland på regionsrådsmødet den 4. maj 2015.", "på regionsrådsmødet den 4. maj 2015"),
    ("Kalenderen skal give, at møder i Økonomiudvalget og Byrådet fra 1. januar 2024 begynder kl. 17.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TOLD, ids=[text for text, _ in TOLD])
def test_a_reference_is_told_in_its_own_words(text: str, told: str | None):
    assert [each.text for each in find_references(text)] == ([told] if told else [])
