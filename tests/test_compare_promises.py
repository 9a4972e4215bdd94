"""Promises that look alike and are not, or look different and are not; and those that come back. All are invented."""

import io

import pytest

from pipeline.compare import compare, follow, side_of
from pipeline.danish.quantities import find_promises
from pipeline.danish.report_words import Phrases
from pipeline.showing.difference import write_difference
from pipeline.showing.threads import write_threads
from schemas.plan import Measure, Plan, Quantity, Target

FIELDS = (
    "value",
    "unit",
    "bound",
    "deadline",
    "baseline_value",
    "baseline_year",
    "change",
    "change_unit",
    "of",
)


def plan(year: int, *targets: tuple[str, list[str]]) -> Plan:
    """A plan of Granholm with targets of a title and measures, their quantities read."""

    def measure(text: str) -> Measure:
        promises = find_promises(text, year)
        found = (Quantity(**{name: getattr(one, name) for name in FIELDS}) for one in promises)
        return Measure(text=text, quantities=tuple(found))

    return Plan(
        pages=(1, 4),
        title=f"Beskæftigelsesplan {year}",
        municipality="Granholm Kommune",
        year=year,
        targets=tuple(
            Target(number=n, title=title, measures=tuple(map(measure, texts)))
            for n, (title, texts) in enumerate(targets, 1)
        ),
    )


def told(old: Plan, new: Plan) -> list[str]:
    """The changes in short: "measure dropped 1.2", "quantity value 1.1>1.2 tightened"."""
    return sorted(
        " ".join(
            filter(
                None,
                (
                    one.level.value,
                    one.field.value if one.field else one.kind.value,
                    ">".join(dict.fromkeys((*one.old, *one.new))),
                    one.ambition.value if one.ambition else "",
                ),
            )
        )
        for one in compare(old, new).changes
    )


def fewer(whom: str, year: int, share: int) -> str:
    return f"Antallet af {whom} skal ved udgangen af {year} være faldet med {share} pct. i forhold til december {year - 1}."


SAME_TARGET = [
    # the same frame, another group
    (
        [fewer("dagpengemodtagere", 2017, 5), fewer("førtidspensionister", 2017, 2)],
        [fewer("ledighedsydelsesmodtagere", 2018, 3), fewer("dagpengemodtagere", 2018, 6)],
        ["measure added 1.1", "measure dropped 1.2", "quantity value 1.1>1.2 tightened"],
    ),
    (
        [fewer("sygedagpengemodtagere", 2017, 5), fewer("kontanthjælpsmodtagere", 2017, 2)],
        [fewer("kontanthjælpsmodtagere", 2018, 3), fewer("dagpengemodtagere", 2018, 3)],
        ["measure added 1.2", "measure dropped 1.1", "quantity value 1.2>1.1 tightened"],
    ),
    (
        ["Dagpenge: højst 400 fuldtidspersoner", "Sygedagpenge: højst 500 fuldtidspersoner"],
        ["Dagpenge: højst 380 fuldtidspersoner", "Ressourceforløb: højst 90 fuldtidspersoner"],
        ["measure added 1.2", "measure dropped 1.2", "quantity value 1.1 tightened"],
    ),
    # a rise that is only allowed
    (["Udgifterne må højst stige med 2 pct."], ["Udgifterne må højst stige med 3 pct."], ["quantity value 1.1 loosened"]),
    (["Udgifterne skal stige med mindst 2 pct."], ["Udgifterne skal stige med mindst 3 pct."], ["quantity value 1.1 tightened"]),
    (["Andelen af ledige nedbringes med 5 pct."], ["Andelen af ledige nedbringes til 5 pct."], ["quantity bound 1.1"]),
    # other print of the same words
    (["Jobcenter Aalby besøger & vejleder i Aalby Havn."], ["Jobcenter Ålby besøger og vejleder i Ålby Havn."], []),
    (["Borgere får en virksomheds\u00adrettet indsats pa\u030a plads."], ["Borgere får en virksomhedsrettet indsats på plads."], []),
    (["Andelen skal være højst 12.5 pct."], ["Andelen skal være højst 12,5 pct."], []),
    (["Der indgås aftaler med 1 virksomhed om året."], ["Der indgås aftaler med 3 virksomheder om året."], ["quantity value 1.1 tightened"]),
    # rewordings that are still the same promise
    (
        ["Alle sygemeldte indkaldes til første samtale inden fire uger."],
        ["Sygemeldte borgere skal til samtale senest tre uger efter sygemeldingen."],
        ["measure reworded 1.1"],
    ),
    (["Mindst 15 flygtninge skal være i ordinært arbejde."], ["Mindst 15 flygtninge bør være i almindeligt job."], ["measure reworded 1.1"]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "wanted"), SAME_TARGET, ids=[one[1][0][:40] for one in SAME_TARGET])
def test_what_changed_within_a_target(old, new, wanted):
    assert (
        told(plan(2017, ("Indsatsen i kommunen", old)), plan(2018, ("Indsatsen i kommunen", new))) == wanted
    )


def test_another_target_in_the_same_frame_is_another_target():
    old = plan(2017, ("Sygedagpenge", [fewer("sygedagpengeforløb over 26 uger", 2017, 5)]))
    new = plan(2018, ("Kontanthjælp", [fewer("kontanthjælpsmodtagere", 2018, 7)]))
    assert told(old, new) == ["target added 1", "target dropped 1"]


def test_three_targets_become_one():
    singles = {
        "Unge i uddannelse": "Mindst 35 pct. af de unge skal være begyndt på en uddannelse.",
        "Unge i job": "Mindst 50 unge skal have et fritidsjob.",
        "Unge med psykiske vanskeligheder": "Alle unge med en psykisk diagnose får en mentor.",
    }
    old = plan(2017, *((title, [text]) for title, text in singles.items()))
    new = plan(2018, ("Unge i uddannelse, job og trivsel", list(singles.values())))
    assert told(old, new) == ["target merged 1>2>3"]


def test_each_measure_becomes_a_target_of_its_own():
    texts = [
        "Mindst 25 pct. af en årgang søger en erhvervsuddannelse.",
        "Højst 12 pct. af eleverne falder fra på grundforløbet.",
        "Der indgås 30 aftaler om fritidsjob.",
    ]
    titles = ("Søgning", "Frafald på grundforløbet", "Fritidsjob")
    new = plan(2018, *((title, [text]) for title, text in zip(titles, texts, strict=True)))
    assert told(plan(2017, ("Unge", texts)), new) == ["target split 1>2>3"]


def test_what_a_dropped_target_promised_is_told():
    kept = ("Virksomheder", ["Mindst 60 virksomheder samarbejder med jobcentret."])
    out = io.StringIO()
    difference = compare(
        plan(2017, kept, ("Langtidsledige", ["Højst 240 langtidsledige."])), plan(2018, kept)
    )
    write_difference([difference], Phrases("da"), out, 80)
    assert "- 2.1  [-Højst 240 langtidsledige.-]" in out.getvalue()


KEPT = ("Virksomheder", ["Mindst 60 virksomheder samarbejder med jobcentret."])


BACK = "2016 mindst 25 unge → 2017 – → 2018 mindst 30 unge"


def threads_of(*plans: Plan) -> str:
    timeline = follow([(one, side_of(one)) for one in plans])
    out = io.StringIO()
    write_threads(timeline, Phrases("da", timeline.plans), out, width=200)
    return out.getvalue()


@pytest.mark.parametrize("middle", [(), (("Unge", ["Unge med behov for det skal have en mentor."]),)])
def test_a_promise_that_comes_back_is_followed(middle):
    shown = threads_of(
        plan(2016, KEPT, ("Unge", ["Mindst 25 unge skal have en mentor."])),
        plan(2017, KEPT, *middle),
        plan(2018, KEPT, ("Unge", ["Mindst 30 unge skal have en mentor."])),
    )
    assert BACK in shown
    assert ("2016 Mål 2 → 2017 – → 2018 Mål 2" in shown) == (not middle)


def test_a_deadline_that_moved_is_told_where_the_number_stayed():
    words = "Mindst 25 unge skal have en mentor inden udgangen af {}."
    shown = threads_of(
        *(plan(year, ("Unge", [words.format(until)])) for year, until in ((2016, 2016), (2017, 2018)))
    )
    assert "senest 31. december 2016 → 2017 mindst 25 unge senest 31. december 2018 (lempet)" in shown
