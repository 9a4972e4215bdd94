"""Facts of plans that must agree: each kind found where it is, and not where something only looks like it. All invented."""

import datetime as dt

import pytest

from pipeline.checking.plans import check_plans
from schemas.minutes import Item, Minutes, Section
from schemas.plan import Chapter, Figure, Measure, Plan, Quantity, Target
from schemas.vocabulary import Bound, Role


def plan(
    *texts: str,
    figures: tuple[Figure, ...] = (),
    targets: tuple[Target, ...] = (),
    year: int | None = 2018,
    last: int | None = None,
    titles: tuple[str, ...] = (),
) -> Plan:
    chapters = [Chapter(number=None, title=None, level=1, text=text) for text in texts]
    chapters += [Chapter(number=None, title=title, level=1, text="") for title in titles]
    return Plan(
        pages=(2, 3),
        title="Beskæftigelsesplan",
        year=year,
        last_year=last,
        sections=tuple(chapters),
        figures=figures,
        targets=targets,
    )


def minutes(text: str) -> Minutes:
    section = Section(label="Sagsfremstilling", role=Role.case, text=text)
    return Minutes(
        kind="minutes",
        pages=(1, 1),
        title="Referat",
        committee="Arbejdsmarkedsudvalget",
        date=dt.date(2017, 11, 6),
        items=(Item(number="4", title="Beskæftigelsesplan 2018", sections=(section,)),),
    )


def figure(label: str, change: float | None, pct: float | None, period: str | None = None) -> Figure:
    return Figure(label=label, unit="personer", change=change, change_pct=pct, period=period)


def numbered(*numbers: int | None) -> tuple[Target, ...]:
    return tuple(Target(number=number, title=f"Mål om {place}") for place, number in enumerate(numbers))


def promised(text: str, **fields: object) -> tuple[Target, ...]:
    quantity = Quantity(unit="pct.", bound=Bound.at_most, **fields)
    return (Target(number=1, title="Kortere forløb", measures=(Measure(text=text, quantities=(quantity,)),)),)


FORLØB = "Højst 13 pct. af sygeforløbene varer over 26 uger, svarende til et fald på 2,5 pct. point fra 2016."
FALL = {
    "value": 13.0,
    "change": -2.5,
    "change_unit": "pct. point",
    "baseline_year": 2016,
}
SHARES = (
    "Det svarer til {} pct. af alle borgere i den erhvervsaktive alder. Størst er gruppen på førtidspension, som udgør 4,0 pct. af "
    "borgerne i den erhvervsaktive alder. Derefter følger sygedagpenge (2,5 pct.), kontanthjælp (2,0 pct.), fleksjob (1,0 pct.) og de "
    "øvrige ydelser (i alt 0,5 pct.)."
)

FOUND = {
    "a rise with a falling share": ([plan(figures=(figure("Sygedagpenge", 21, -3),))], ["sign-contradicts-verb"]),
    "a fall with a rising share": ([plan(figures=(figure("Fleksjob", -4, 2),))], ["sign-contradicts-verb"]),
    "a number that two targets have": ([plan(targets=numbered(1, 2, 2, 3))], ["number-repeated"]),
    "a number that no target has": ([plan(targets=numbered(1, 2, 4))], ["number-gap"]),
    "an intention for years that are past": ([plan("Jobcentret vil i 2015 og 2016 følge udviklingen.")], ["year-differs"]),
    "a chapter for another year": ([plan(titles=("Fastlæggelse af mål for 2016",))], ["year-differs"]),
    "a level that the change does not start from": (
        [plan("I 2016 var andelen med forløb over 26 uger på 14,8 pct.", targets=promised(FORLØB, **FALL))],
        ["figures-differ"],
    ),
    "a level printed with the promise": (
        [plan(targets=promised("Andelen nedbringes fra 16 til 13 pct., et fald på 2,5 pct. point.", baseline_value=16.0, **FALL))],
        ["figures-differ"],
    ),
    "shares that do not add up": ([plan(SHARES.format("12"))], ["total-differs"]),
    "one forecast with two values": (
        [
            minutes("Der ventes et fald i bruttoledigheden på 6,5 pct. fra ultimo 2016 til ultimo 2018."),
            plan(figures=(figure("Bruttoledigheden", None, -4.1, "fra ultimo 2016 til ultimo 2018"),)),
        ],
        ["figures-differ"],
    ),
    "one forecast in other words": (
        [
            minutes("Jobcentret regner med, at bruttoledigheden falder med 6,5 pct. fra ultimo 2016 til ultimo 2018."),
            plan(figures=(figure("Bruttoledigheden", None, -4.1, "fra ultimo 2016 til ultimo 2018"),)),
        ],
        ["figures-differ"],
    ),
}  # fmt: skip

AGREES = {
    "a rise with a rising share": [plan(figures=(figure("Sygedagpenge", 21, 3), figure("Fleksjob", -4, -2)))],
    "a change without a share": [plan(figures=(figure("Sygedagpenge", -21, None),))],
    "targets without numbers": [plan(targets=numbered(None, None))],
    "targets from 1 on": [plan(targets=numbered(1, 2, 3))],
    "an intention that reaches the plan's year": [plan("Jobcentret vil i 2017 og 2018 følge udviklingen.")],
    "what was done in an earlier year": [plan("Jobcentret har i 2015 og 2016 fulgt udviklingen.")],
    "a plan that says no year": [plan("Jobcentret vil i 2015 følge udviklingen.", year=None)],
    "a chapter for the plan's second year": [plan(titles=("Resultatmål for 2019",), last=2019)],
    "a chapter about how last year's targets went": [plan(titles=("Status på resultatmål for 2017",))],
    "the level that the change starts from": [
        plan("I 2016 var andelen med forløb over 26 uger på 15,5 pct.", targets=promised(FORLØB, **FALL))
    ],
    "another year's level in the same sentence": [
        plan("I 2017 varede 14,8 pct. af forløbene over 26 uger mod 15,5 pct. i 2016.", targets=promised(FORLØB, **FALL))
    ],
    "another thing's level": [
        plan("I 2016 var 4,4 pct. af arbejdsstyrken ledige.", targets=promised(FORLØB, **FALL))
    ],
    "a level that rounds to it": [
        plan("I 2016 var andelen med forløb over 26 uger på 15,52 pct.", targets=promised(FORLØB, **FALL))
    ],
    "shares that add up to a rounded whole": [plan(SHARES.format("10"))],
    "shares of which not all are listed": [plan(SHARES.format("12").replace("i alt ", ""))],
    "one forecast told twice": [
        minutes("Der ventes et fald i bruttoledigheden på 4,1 pct. fra ultimo 2016 til ultimo 2018."),
        plan(figures=(figure("Bruttoledigheden", None, -4.1, "fra ultimo 2016 til ultimo 2018"),)),
    ],
    "forecasts of two periods": [
        minutes("Der ventes et fald i bruttoledigheden på 6,5 pct. fra ultimo 2016 til ultimo 2019."),
        plan(figures=(figure("Bruttoledigheden", None, -4.1, "fra ultimo 2016 til ultimo 2018"),)),
    ],
    "the country's forecast and the municipality's": [
        minutes("På landsplan ventes et fald i bruttoledigheden på 6,5 pct. fra ultimo 2016 til ultimo 2018."),
        plan(figures=(figure("Bruttoledigheden", None, -4.1, "fra ultimo 2016 til ultimo 2018"),)),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("documents", "codes"), FOUND.values(), ids=FOUND)
def test_what_does_not_agree_is_found(documents: list[Plan | Minutes], codes: list[str]) -> None:
    assert [finding.code.value for finding in check_plans(documents)] == codes


@pytest.mark.parametrize("documents", AGREES.values(), ids=AGREES)
def test_what_agrees_is_left_alone(documents: list[Plan | Minutes]) -> None:
    assert [finding.message for finding in check_plans(documents)] == []
