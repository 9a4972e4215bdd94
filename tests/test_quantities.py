"""What a sentence of a plan promises, and what in it is no promise. All sentences are invented."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.danish.amounts import find_amounts
from pipeline.danish.deadlines import find_base_years, find_deadlines
from pipeline.danish.numbers import multiple_of, parse_number
from pipeline.danish.quantities import find_promises
from pipeline.danish.told import told_by_line, told_in_prose
from pipeline.danish.wording import same_wording, shared_stems

YEAR = 2018

PROMISED = [
    # sentence, then one (value, unit, bound, extras) for each promise
    ("Mindst 40 pct. af de ledige skal i praktik.", [(40, "pct.", "at_least", {})]),
    ("Mindst 40 % af de ledige skal i praktik.", [(40, "pct.", "at_least", {})]),
    ("Mindst 40% af de ledige skal i praktik.", [(40, "pct.", "at_least", {})]),
    ("Minimum 40 procent af de ledige er i praktik.", [(40, "pct.", "at_least", {})]),
    ("Andelen skal som minimum udgøre 37,5 pct.", [(37.5, "pct.", "at_least", {})]),
    ("Andelen skal i 2018 som minimum være 37,5 pct.", [(37.5, "pct.", "at_least", {})]),
    ("Andelen skal udgøre 37,5 pct. eller derover.", [(37.5, "pct.", "at_least", {})]),
    ("Der skal være 80 pct. eller flere tilfredse.", [(80, "pct.", "at_least", {})]),
    ("Ikke under 15 virksomheder deltager.", [(15, "virksomheder", "at_least", {})]),
    ("Flere end 60 borgere skal i småjob.", [(60, "borgere", "at_least", {})]),
    ("Højst 9,5 pct. må vente mere end otte uger.", [(9.5, "pct.", "at_most", {})]),
    ("Højest 9,5 pct. må vente mere end otte uger.", [(9.5, "pct.", "at_most", {})]),
    ("Ventelisten må maksimalt rumme 25 borgere.", [(25, "borgere", "at_most", {})]),
    ("Ledigheden må ikke overstige 4 pct.", [(4, "pct.", "at_most", {})]),
    ("Der må ikke være flere end 30 sager pr. rådgiver.", [(30, "sager", "at_most", {})]),
    ("Sygefraværet skal være under 5 pct.", [(5, "pct.", "at_most", {})]),
    ("Udgiften er 2,5 mio. kr. eller derunder.", [(2_500_000, "kr.", "at_most", {})]),
    ("Antallet af sager nedbringes til 120.", [(120, "sager", "at_most", {})]),
    ("Antallet af ledige skal begrænses til 2.310 personer.", [(2310, "personer", "at_most", {})]),
    ("Antallet af ledige skal begrænses til 2.310personer.", [(2310, "personer", "at_most", {})]),
    ("Antallet af langtidsledige skal begrænses til højst 175.", [(175, "langtidsledige", "at_most", {})]),
    ("Beskæftigelsesgraden skal øges til 78 pct.", [(78, "pct.", "at_least", {})]),
    ("Ledigheden skal falde med 6 pct.", [(6, "pct.", "decrease_by", {})]),
    ("Ledigheden skal falde med mindst 6 pct.", [(6, "pct.", "decrease_by", {})]),
    ("Antallet af praktikker skal stige med 50.", [(50, "praktikker", "increase_by", {})]),
    ("Antallet af fleksjob øges med 20 personer.", [(20, "personer", "increase_by", {})]),
    ("Der skal ske en stigning på 12 pct. i antallet af aftaler.", [(12, "pct.", "increase_by", {})]),
    ("Der skal ske et fald på 12 pct. i antallet af forløb.", [(12, "pct.", "decrease_by", {})]),
    ("200 flere borgere skal i arbejde.", [(200, "borgere", "increase_by", {})]),
    ("Der skal være 35 færre forløb end i 2016.", [(35, "forløb", "decrease_by", {"baseline_year": 2016})]),
    ("Andelen skal ligge 2 procentpoint lavere end landsgennemsnittet.", [(2, "pct. point", "decrease_by", {})]),
    ("Der oprettes 12 pladser.", [(12, "pladser", "exactly", {})]),
    ("Der oprettes 12 nye lokale pladser.", [(12, "pladser", "exactly", {})]),
    ("Der indgås aftaler med 18 private virksomheder.", [(18, "virksomheder", "exactly", {})]),
    ("Jobcentret ansætter 4 virksomhedsrettede konsulenter.", [(4, "konsulenter", "exactly", {})]),
    ("Der holdes ti åbne møder om året.", [(10, "møder", "exactly", {"period": "om året"})]),
    ("Der holdes tolv jobcaféer.", [(12, "jobcaféer", "exactly", {})]),
    ("Mindst 10 lærlinge begynder hver måned.", [(10, "lærlinge", "at_least", {"period": "hver måned"})]),
    ("Mindst 25 unge får en mentor.", [(25, "unge", "at_least", {})]),
    ("15 ledige akademikere skal ansættes.", [(15, "akademikere", "exactly", {})]),
    ("Der afsættes 750.000 kr. til formålet.", [(750_000, "kr.", "exactly", {})]),
    ("Der afsættes ½ mio. kr. til formålet.", [(500_000, "kr.", "exactly", {})]),
    ("Der afsættes 2½ mio. kr. til formålet.", [(2_500_000, "kr.", "exactly", {})]),
    ("Der afsættes 300 t.kr. til formålet.", [(300_000, "kr.", "exactly", {})]),
    ("Der etableres 10-15 praktikpladser.", [(10, "praktikpladser", "at_least", {}), (15, "praktikpladser", "at_most", {})]),
    (
        "Der besøges 30 virksomheder og holdes 6 temadage.",
        [(30, "virksomheder", "exactly", {}), (6, "temadage", "exactly", {})],
    ),
    (
        "Andelen nedbringes til højst 11,5 pct., svarende til et fald på 2,1 pct. point fra niveauet i 2016.",
        [(11.5, "pct.", "at_most", {"change": -2.1, "change_unit": "pct. point", "baseline_year": 2016})],
    ),
    (
        "Andelen øges til 45 pct. Det er en stigning på 3 procentpoint i forhold til 2016.",
        [(45, "pct.", "at_least", {"change": 3, "change_unit": "pct. point", "baseline_year": 2016})],
    ),
    (
        "Andelen skal stige fra 52 pct. i 2016 til mindst 58 pct.",
        [(58, "pct.", "at_least", {"baseline_value": 52, "baseline_year": 2016})],
    ),
    ("Antallet skal falde fra 410 til 370 personer.", [(370, "personer", "at_most", {"baseline_value": 410})]),
    (
        "Mindst 60 pct. skal være tilfredse mod 54 pct. i 2017.",
        [(60, "pct.", "at_least", {"baseline_value": 54, "baseline_year": 2017})],
    ),
    (
        "Antallet skal falde fra december 2017 til december 2018 med 3 procentpoint mere end i hele landet.",
        [(3, "pct. point", "decrease_by", {"deadline": dt.date(2018, 12, 31), "baseline_year": 2017})],
    ),
    ("Mindst 90 pct. har en plan ved udgangen af 2018.", [(90, "pct.", "at_least", {"deadline": dt.date(2018, 12, 31)})]),
    ("Mindst 90 pct. har en plan inden udgangen af juni.", [(90, "pct.", "at_least", {"deadline": dt.date(2018, 6, 30)})]),
    ("Højst 90 personer er ledige pr. december 2018.", [(90, "personer", "at_most", {"deadline": dt.date(2018, 12, 31)})]),
    ("Højst 90 personer er ledige pr. december.", [(90, "personer", "at_most", {"deadline": dt.date(2018, 12, 31)})]),
    ("Mindst 5 møder er holdt senest 1. maj.", [(5, "møder", "at_least", {"deadline": dt.date(2018, 5, 1)})]),
    ("Mindst 5 møder er holdt senest den 1. maj 2019.", [(5, "møder", "at_least", {"deadline": dt.date(2019, 5, 1)})]),
    ("Antallet øges med 40 frem til 2020.", [(40, None, "increase_by", {"deadline": dt.date(2020, 12, 31)})]),
    ("Der skal i 2018 uddannes 8 mentorer.", [(8, "mentorer", "exactly", {"deadline": None})]),
    ("Mindst 8 mentorer uddannes i løbet af 2018.", [(8, "mentorer", "at_least", {"deadline": None})]),
    (
        "Mindst 30 pct. er i arbejde. Målet skal være nået inden udgangen af 2018.",
        [(30, "pct.", "at_least", {"deadline": dt.date(2018, 12, 31)})],
    ),
    (
        "Mindst 91 % i 2018; mindst 93 % i 2019.",
        [(91, "pct.", "at_least", {}), (93, "pct.", "at_least", {})],
    ),
    ("Mindst 70 pct. af de 140 deltagere gennemfører.", [(70, "pct.", "at_least", {})]),
    (
        "Højst 12 pct. af forløbene varer over 26 uger, og mindst 20 pct. er delvist raskmeldt.",
        [(12, "pct.", "at_most", {}), (20, "pct.", "at_least", {})],
    ),
]  # fmt: skip

NOT_PROMISED = [
    "Alle under 30 år har en uddannelsesplan.",
    "Alle mellem 18 og 29 år har en plan.",
    "De 16-24-årige skal have en fast kontaktperson.",
    "De 24 årige skal have en fast kontaktperson.",
    "Forløb over 26 uger skal undgås.",
    "Opfølgning sker 6 mdr. herefter.",
    "Alle har gennemført kurset inden for de første 12 måneder.",
    "Alle indkaldes senest fire uger efter sygemelding.",
    "Indsatsen måles ½ årligt i maj og november.",
    "Indsatsen følger § 12 i loven.",
    "Indsatsen understøtter ministerens mål 3.",
    "Planen blev godkendt den 12. december 2017.",
    "Indsatsen begynder i 2018 og fortsætter i 2019.",
    "Alle består danskprøve 2.",
    "Indsatsen evalueres i 3. kvartal.",
    "Udviklingen skal være bedre end i resten af landet.",
    "I 2016 var andelen 13,2 pct.",
    "Prognosen er et fald på 60 personer.",
    "Det forventes, at ledigheden falder med 3 pct.",
    "Færre skal modtage sygedagpenge.",
    "Unge mødes allerede den første dag, kl. 10.30.",
    "Et samlet tilbud til alle nyledige.",
]


@pytest.mark.parametrize(("sentence", "expected"), PROMISED, ids=[s[:45] for s, _ in PROMISED])
def test_what_is_promised(sentence: str, expected: list[tuple[float, str, str, dict[str, object]]]) -> None:
    promises = find_promises(sentence, YEAR)
    assert [(p.value, p.unit, p.bound.value) for p in promises] == [(v, u, b) for v, u, b, _ in expected]
    for promise, (*_, extras) in zip(promises, expected, strict=True):
        for name, value in extras.items():
            assert getattr(promise, name) == value, name


@pytest.mark.parametrize("sentence", NOT_PROMISED)
def test_ages_durations_years_and_what_is_told_are_no_promises(sentence: str) -> None:
    assert find_promises(sentence, YEAR) == []


@pytest.mark.parametrize(("sentence", "_"), PROMISED, ids=[s[:45] for s, _ in PROMISED])
def test_a_promise_stands_where_it_says(sentence: str, _: object) -> None:
    for promise in find_promises(sentence, YEAR):
        words = sentence[promise.start : promise.end]
        assert words == words.strip() and words
        assert (
            promise.unit is None or promise.unit in ("pct.", "pct. point", "kr.") or promise.unit in sentence
        )


@given(st.text(alphabet="abcæøå 0123456789.,%½§-/()", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    for promise in find_promises(text, YEAR):
        assert 0 <= promise.start < promise.end <= len(text)


@given(st.integers(min_value=0, max_value=99_999_999))
def test_thousands_dots_are_read_back(number: int) -> None:
    assert parse_number(f"{number:,}".replace(",", ".")) == number


@given(st.integers(min_value=0, max_value=999), st.integers(min_value=0, max_value=9))
def test_decimal_commas_are_read_back(whole: int, tenth: int) -> None:
    assert parse_number(f"{whole},{tenth}") == pytest.approx(whole + tenth / 10)


@pytest.mark.parametrize(
    ("text", "number"),
    [("½", 0.5), ("2½", 2.5), ("tolv", 12), ("1.250.000", 1_250_000), ("fjorten", 14), ("nej", None)],
)
def test_numbers(text: str, number: float | None) -> None:
    assert parse_number(text) == number


def test_multiples() -> None:
    assert [multiple_of(word) for word in ("mio.", "mia.", "t.", "tusinde", None, "kr.")] == [
        1e6,
        1e9,
        1e3,
        1e3,
        1,
        1,
    ]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("7 frivillige familier", ["familier"]),
        ("7 frivillige deltager", ["frivillige"]),
        ("7 ordinære job i alt", ["job"]),
        ("12 pct. point og 3 pct.", ["pct. point", "pct."]),
        ("sag 13/4229 om 3 haller", ["haller"]),
    ],
)
def test_counted_nouns_lose_their_adjectives(text: str, units: list[str]) -> None:
    assert [amount.unit for amount in find_amounts(text)] == units


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ved udgangen af 2018", dt.date(2018, 12, 31)),
        ("inden udgangen af februar 2020", dt.date(2020, 2, 29)),
        ("inden udgangen af 1. kvartal 2019", dt.date(2019, 3, 31)),
        ("inden årets udgang", dt.date(2018, 12, 31)),
        ("ultimo 2019", dt.date(2019, 12, 31)),
        ("medio juni 2019", dt.date(2019, 6, 15)),
        ("pr. 31.12.2018", dt.date(2018, 12, 31)),
        ("frem mod december 2019", dt.date(2019, 12, 31)),
        ("senest i 2019", dt.date(2019, 12, 31)),
        ("senest den 15. august", dt.date(2018, 8, 15)),
    ],
)
def test_deadlines(text: str, day: dt.date) -> None:
    assert [mention.date for mention in find_deadlines(text, YEAR)] == [day]


@pytest.mark.parametrize(
    "text", ["i 2018", "fra ultimo 2015", "inden for et år", "siden udgangen", "i løbet af 2019"]
)
def test_years_alone_set_no_deadline(text: str) -> None:
    assert find_deadlines(text, YEAR) == []


def test_a_deadline_without_any_year_is_left_open() -> None:
    assert find_deadlines("ved udgangen af juni") == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("fra niveauet i 2015", 2015),
        ("i forhold til december 2016", 2016),
        ("sammenlignet med 2014", 2014),
        ("end i 2017", 2017),
    ],
)
def test_years_from_which_is_counted(text: str, year: int) -> None:
    assert [found for _, found in find_base_years(text)] == [year]


TOLD = [
    ("Kontanthjælp er steget med 44 personer (+12 pct.)", ("Kontanthjælp", None, "personer", 44, 12)),
    ("Revalidering er faldet med 6 personer (-15 pct.)", ("Revalidering", None, "personer", -6, -15)),
    ("Sygedagpenge er steget med 21 personer (-3 pct.)", ("Sygedagpenge", None, "personer", 21, -3)),
    ("Fleksjob er faldet med 9 personer (4 pct.)", ("Fleksjob", None, "personer", -9, -4)),
    ("Ledighedsydelse er faldet med 3 (+2 pct.)", ("Ledighedsydelse", None, None, -3, 2)),
    (
        "Kontanthjælp (inkl. tillæg) udgør 61 personer1",
        ("Kontanthjælp (inkl. tillæg)", 61, "personer", None, None),
    ),
    ("Udgifterne udgjorde 41,5 mio. kr.", ("Udgifterne", 41_500_000, "kr.", None, None)),
]


@pytest.mark.parametrize(("line", "expected"), TOLD)
def test_lines_of_statistics(line: str, expected: tuple[object, ...]) -> None:
    told = told_by_line(line)
    assert told is not None
    assert (told.label, told.value, told.unit, told.change, told.change_pct) == expected


@pytest.mark.parametrize(
    "line", ["Samarbejde med læger", "Tidlig indsats skal sikre flere i job", "Åbent hus den 3. maj"]
)
def test_other_lines_tell_no_statistics(line: str) -> None:
    assert told_by_line(line) is None


def test_forecasts_in_prose() -> None:
    text = (
        "Ifølge Finansministeriet ventes et fald i bruttoledigheden på 6,5 pct. fra ultimo 2016 til ultimo 2018. "
        "Arbejdsstyrken ventes at stige med 1,5 pct."
    )
    first, second = told_in_prose(text)
    assert (first.label, first.change_pct, first.period) == (
        "bruttoledigheden",
        -6.5,
        "fra ultimo 2016 til ultimo 2018",
    )
    assert (second.label, second.change_pct) == ("Arbejdsstyrken", 1.5)


def test_wordings() -> None:
    assert same_wording("Mindst 13,0 % i job.", "mindst 13 pct. i job")
    assert same_wording("a-dagpenge, kontant- hjælp", "a-dagpenge kontanthjælp")
    assert not same_wording("13 pct.", "130 pct.")
    assert not same_wording("½ årligt", "halvårligt")
    assert shared_stems("Færre lange sygedagpengeforløb", "Sygedagpenge skal forkortes") > 0
