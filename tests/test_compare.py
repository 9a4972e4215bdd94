"""Two plans side by side: every change that was made is found, and none is invented. All plans are invented."""

import io
import json
import re
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from edits import edited
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from pipeline.compare import compare, side_of
from pipeline.compare.assign import assign
from pipeline.compare.redline import redline, same_words
from pipeline.compare.tokens import Years
from pipeline.danish.report_words import Phrases
from pipeline.run import Reading, understand
from pipeline.showing.difference import write_difference
from schemas.plan import Action, Figure, Measure, MinisterGoal, Plan, Quantity, Target
from schemas.vocabulary import Ambition, Bound

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
ANSWERS = sorted((CORPUS / "plan_changes").glob("*.json"))
PLANS = sorted(str(path.relative_to(CORPUS)) for path in CORPUS.glob("*-plan-*/*.pdf"))


@cache
def plan_in(name: str) -> Plan:
    (plan,) = (d for d in understand(CORPUS / name, Reading(model="none")).documents if d.kind == "plan")
    return plan


def changes(old: Plan, new: Plan) -> list[dict[str, Any]]:
    return [change.model_dump(mode="json") for change in compare(old, new).changes]


def agrees(answer: dict[str, Any], got: dict[str, Any]) -> bool:
    """Whether a change is the one that an answer names; only what the answer names is compared."""
    for key, want in answer.items():
        have = got[key]
        if key in ("old", "new"):
            same = sorted(want) == sorted(have)
        elif key in ("old_text", "new_text"):
            same = want == have or bool(want and have and fuzz.ratio(want, have) >= 90)
        elif key in ("old_quantity", "new_quantity"):
            same = bool(want) == bool(have) and all(
                have[name] == value for name, value in (want or {}).items()
            )
        else:
            same = want == have
        if not same:
            return False
    return True


def unlike(answers: list[dict[str, Any]], got: list[dict[str, Any]]) -> tuple[list[Any], list[Any]]:
    """What was missed and what was invented."""
    rest, missed = list(got), []
    for answer in answers:
        found = next((change for change in rest if agrees(answer, change)), None)
        if found is None:
            missed.append(answer)
        else:
            rest.remove(found)
    return missed, rest


@pytest.mark.parametrize("path", ANSWERS, ids=lambda path: path.stem)
def test_every_change_of_the_samples_is_found_and_none_invented(path):
    answer = json.loads(path.read_text(encoding="utf-8"))
    missed, invented = unlike(answer["changes"], changes(plan_in(answer["old"]), plan_in(answer["new"])))
    assert not missed
    assert not invented


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_does_not_differ_from_itself(name):
    found = compare(plan_in(name), plan_in(name))
    assert found.changes == ()
    assert {action.kind for action in found.actions} <= {"kept"}


@pytest.mark.parametrize("name", PLANS)
def test_edits_by_lot_are_found_and_none_invented(name):
    asked = missed = invented = 0
    for seed in range(12):
        made = edited(plan_in(name), seed, edits=2 + seed % 9)
        one, other = unlike(made.changes, changes(made.old, made.new))
        asked, missed, invented = asked + len(made.changes), missed + len(one), invented + len(other)
    found = asked - missed
    assert 2 * found / (2 * found + missed + invented) >= 0.97


MIRRORED = {"added": "dropped", "dropped": "added", "split": "merged", "merged": "split"}
OPPOSITE = {"tightened": "loosened", "loosened": "tightened", None: None}


@given(st.sampled_from(PLANS), st.integers(0, 10_000), st.integers(1, 10))
@settings(max_examples=25, deadline=None)
def test_the_other_way_round_is_the_mirror_image(name, seed, edits):
    made = edited(plan_in(name), seed, edits)

    def told(all_changes: list[dict[str, Any]], turned: bool) -> list[str]:
        return sorted(
            json.dumps(
                [
                    one["level"],
                    MIRRORED.get(one["kind"], one["kind"]) if turned else one["kind"],
                    one["new" if turned else "old"],
                    one["old" if turned else "new"],
                    one["field"],
                    OPPOSITE[one["ambition"]] if turned else one["ambition"],
                ]
            )
            for one in all_changes
        )

    assert told(changes(made.old, made.new), False) == told(changes(made.new, made.old), True)


def plan(*measures: str, year: int = 2016, title: str = "Flere i arbejde", **quantity: Any) -> Plan:
    """A plan of one target; each measure's quantities are read from its words."""
    from pipeline.danish.quantities import find_promises

    names = set(Quantity.model_fields) - {"at"}
    return Plan(
        pages=(1, 1),
        title=f"Beskæftigelsesplan {year}",
        year=year,
        targets=(
            Target(
                number=1,
                title=title,
                measures=tuple(
                    Measure(
                        text=text,
                        quantities=tuple(
                            Quantity(**{n: getattr(p, n) for n in names}) for p in find_promises(text, year)
                        ),
                    )
                    for text in measures
                ),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Højst 13 pct. af de ledige er over 50 år.", "Højst 13,0 pct. af de ledige er over 50 år."),
        ("Mindst 45 pct. af de unge er i praktik.", "Mindst 45% af de unge er i praktik"),
        ("Mindst 45 procent af de unge er i praktik.", "Mindst 45 pct. af de unge er i praktik."),
        ("Der bruges 0,5 mio. kr. til kurser.", "Der bruges 500.000 kr. til kurser."),
        ("Der bruges 500.000 kroner til kurser.", "Der bruges 500.000 kr. til kurser."),
        ("Højst 12 pct. ved udgangen af 2016.", "Højst 12 pct. ved udgangen af 2017."),
        ("Mindst 20 ledige flere i job end i 2015.", "Mindst 20 ledige flere i job end i 2016."),
        ("Et fald på 2 procentpoint fra 2014.", "Et fald på 2 pct. point fra 2014."),
        ("Der er aftaler med skoler, firmaer og klubber.", "Der er aftaler med skoler firmaer og klubber."),
        ("Et virksomhedsrettet tilbud til alle.", "Et virksomheds-rettet tilbud til alle."),
        ("Alle elever i skoleåret 2016/17 får en plan.", "Alle elever i skoleåret 2017/18 får en plan."),
        ("Der holdes fem møder om året.", "Der holdes 5 møder om året."),
        ("”Jobklar” tilbydes alle.", '"Jobklar" tilbydes alle.'),
        ("Frivillige uddannes i februar 2016.", "Frivillige uddannes i februar 2017."),
        ("Andelen er højst 9 pct. ved udgangen af februar 2016.", "Andelen er højst 9 pct. ved udgangen af februar 2017."),
    ],
)  # fmt: skip
def test_what_only_looks_changed_is_no_change(old, new):
    assert changes(plan(old), plan(new, year=2017)) == []


def test_bullets_in_another_order_are_no_change():
    first, second, third = "Alle får en mentor.", "Der holdes 12 møder.", "Mindst 45 pct. er i praktik."
    assert changes(plan(first, second, third), plan(third, first, second, year=2017)) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Højst 13,0 pct. er langtidsledige.", "Højst 12,5 pct. er langtidsledige.", [("changed", "value", "tightened")]),
        ("Mindst 60 unge er i praktik.", "Mindst 45 unge er i praktik.", [("changed", "value", "loosened")]),
        ("Mindst 1 ud af 3 unge er i praktik.", "Mindst 1 ud af 2 unge er i praktik.", [("changed", "value", "tightened")]),
        ("Højst to ud af ti unge falder fra.", "Højst 3 ud af 10 unge falder fra.", [("changed", "value", "loosened")]),
        ("3 ud af 5 unge får en plan.", "4 ud af 5 unge får en plan.", [("changed", "value", None)]),
        ("Antallet øges med 25 personer.", "Antallet øges med 40 personer.", [("changed", "value", "tightened")]),
        ("Antallet nedbringes med 25 personer.", "Antallet nedbringes med 10 personer.", [("changed", "value", "loosened")]),
        ("Andelen skal være på 3,75 pct.", "Andelen skal være på 4 pct.", [("changed", "value", None)]),
        ("Der oprettes 10 nye pladser.", "Der oprettes 12 nye pladser.", [("changed", "value", "tightened")]),
        ("Der oprettes 10 nye pladser.", "Der oprettes mindst 10 nye pladser.", [("changed", "bound", None)]),
        (
            "Der oprettes 10 nye pladser.",
            "Der oprettes mindst 12 nye pladser.",
            [("changed", "value", "tightened"), ("changed", "bound", None)],
        ),
        (
            "Højst 240 ledige pr. december 2016.",
            "Højst 240 ledige pr. juni 2017.",
            [("changed", "deadline", "tightened")],
        ),
        (
            "Mindst 20 pladser til unge.",
            "Mindst 20 pladser til unge inden udgangen af juni 2017.",
            [("changed", "deadline", None)],
        ),
        (
            "Mindst 20 pladser i skoler til unge.",
            "Mindst 25 pladser i skoler til unge, der ønsker det.",
            [("reworded", None, None), ("changed", "value", "tightened")],
        ),
        (
            "Minimum 33% af alle voksne er i job.",
            "Mindst 33 pct. af alle voksne er i job.",
            [("reworded", None, None)],
        ),
        (
            "Alle sygemeldte indkaldes inden fire uger.",
            "Alle sygemeldte indkaldes inden tre uger.",
            [("reworded", None, None)],
        ),
        (
            "Der etableres samarbejde med 45 virksomheder. Endvidere indgås 10 nye aftaler.",
            "Der etableres samarbejde med 45 virksomheder. Endvidere indgås 15 nye aftaler.",
            [("changed", "value", "tightened")],
        ),
        (
            "Der etableres samarbejde med 45 virksomheder. Endvidere indgås 10 nye aftaler.",
            "Der etableres samarbejde med 60 virksomheder.",
            [("reworded", None, None), ("changed", "value", "tightened"), ("dropped", None, None)],
        ),
        (
            "Et fald på 2 pct. point i forhold til 2012.",
            "Et fald på 2 pct. point i forhold til 2015.",
            [("changed", "baseline_year", None)],
        ),
    ],
)  # fmt: skip
def test_changes_of_one_measure(old, new, told):
    found = changes(plan(old), plan(new, year=2017))
    assert [(one["kind"], one["field"], one["ambition"]) for one in found] == told


def goals(*titles: str) -> Plan:
    return Plan(
        pages=(1, 1),
        title="Beskæftigelsesplan",
        year=2016,
        minister_goals=tuple(MinisterGoal(number=n, title=t, text="") for n, t in enumerate(titles, 1)),
    )


def test_goals_are_told_apart_by_what_they_say():
    old = goals("Unge skal have en uddannelse", "Langtidsledigheden skal ned")
    new = goals("Flygtninge skal hurtigt i arbejde", "Unge skal have en god uddannelse")
    assert [(one["kind"], one["old"], one["new"]) for one in changes(old, new)] == [
        ("added", [], ["1"]),
        ("renumbered", ["1"], ["2"]),
        ("retitled", ["1"], ["2"]),
        ("dropped", ["2"], []),
    ]


def test_a_new_number_and_a_new_title_over_the_same_measures_is_the_same_target():
    measures = (
        "Alle unge får en plan inden to uger.",
        "Mindst 30 pct. af de unge begynder på en uddannelse.",
    )
    old = plan(*measures, title="Flere unge i uddannelse")
    moved = plan(*measures, title="Ingen skal stå alene", year=2017)
    other = Target(
        number=1, title="Kortere sygeforløb", measures=(Measure(text="Højst 13 pct. er syge i et halvt år."),)
    )
    new = moved.model_copy(update={"targets": (other, moved.targets[0].model_copy(update={"number": 2}))})
    found = compare(old, new)
    assert [(one.kind, one.old, one.new) for one in found.changes] == [
        ("added", (), ("1",)),
        ("renumbered", ("1",), ("2",)),
        ("retitled", ("1",), ("2",)),
    ]
    (pair,) = [pair for pair in found.pairs if pair.level == "target"]
    assert (pair.old, pair.new, pair.measures) == (("1",), ("2",), (2, 2))
    assert "2 of 2 measures" in pair.why


def test_targets_that_could_be_either_are_called_ambiguous():
    twins = [
        Target(number=n, title="Flere unge i arbejde", measures=(Measure(text="Alle unge får en plan."),))
        for n in (1, 2)
    ]
    old = plan("x").model_copy(update={"targets": tuple(twins)})
    found = compare(old, old)
    assert found.changes == ()
    assert all(pair.rivals for pair in found.pairs if pair.level == "target")


def test_ambition_does_not_compare_numbers_of_different_units():
    old = Quantity(value=45, unit="pct.", bound=Bound.at_least)
    new = Quantity(value=60, unit="personer", bound=Bound.at_least)
    one, other = (
        plan("x").model_copy(
            update={
                "targets": (
                    Target(
                        number=1,
                        title="T",
                        measures=(Measure(text=f"Mindst {q.value:g} {q.unit}", quantities=(q,)),),
                    ),
                )
            }
        )
        for q in (old, new)
    )
    found = {change.field: change.ambition for change in compare(one, other).changes}
    assert found == {"value": None, "unit": None}
    assert Ambition.tightened not in found.values()


WORDS = st.lists(
    st.sampled_from(
        [
            "mindst",
            "højst",
            "45",
            "45,0",
            "pct.",
            "%",
            "unge,",
            "unge",
            "ledige",
            "virksomheds-rettet",
            "2016",
            "2017",
            "–",
        ]
    )
)


@given(WORDS, WORDS)
def test_a_redline_holds_both_wordings(old, new):
    before, after = " ".join(old), " ".join(new)
    years = Years(2016, 2017, frozenset({1}))
    whole = redline(before, after, years, everything=True)
    assert "".join(span.text for span in whole if span.op != "old").split() == after.split()
    assert "".join(span.text for span in whole if span.op != "new").split() == before.split()
    brief = redline(before, after, years)
    assert "".join(span.text for span in brief if span.op != "old").split() == after.split()
    assert all(span.op == "same" for span in brief) == same_words(before, after, years)


def test_figures_told_in_both_plans_stand_side_by_side():
    def told(year: int, *figures: Figure) -> Plan:
        return Plan(pages=(1, 1), title="Plan", year=year, figures=figures)

    found = compare(
        told(
            2016,
            Figure(label="Ledigheden", value=4.1, unit="pct.", period="ultimo 2016"),
            Figure(label="Fleksjob", value=210, unit="personer", period="juni 2015"),
        ),
        told(
            2017,
            Figure(label="Fleksjob", value=221, unit="personer", period="juni 2016"),
            Figure(label="Integrationsydelse", value=58, unit="personer"),
            Figure(label="Ledigheden", value=4.4, unit="pct.", period="ultimo 2016"),
        ),
    )
    assert [(p.label, p.old and p.old.value, p.new and p.new.value, p.forecast) for p in found.figures] == [
        ("Fleksjob", 210, 221, False),
        ("Ledigheden", 4.1, 4.4, True),
        ("Integrationsydelse", None, 58, False),
    ]
    assert found.changes == ()


def test_actions_are_kept_reworded_moved_new_and_gone():
    def with_actions(*actions: tuple[str, ...]) -> Plan:
        titles = ("Flere unge i uddannelse", "Kortere sygeforløb")
        return Plan(
            pages=(1, 1),
            title="Plan",
            year=2016,
            targets=tuple(
                Target(number=n, title=title, actions=tuple(Action(text=text) for text in own))
                for n, (title, own) in enumerate(zip(titles, actions, strict=True), 1)
            ),
        )

    found = compare(
        with_actions(
            (
                "Mentorer støtter de unge i overgangen",
                "Tidlig vejledning på skolerne",
                "Åbent hus hver måned",
            ),
            ("Tæt samarbejde med kommunens læger",),
        ),
        with_actions(
            ("Tidlig vejledning på alle skolerne", "Mentorer støtter de unge i overgangen"),
            ("Tæt samarbejde med kommunens læger", "Åbent hus hver måned", "Hurtig afklaring"),
        ),
    )
    assert [(one.kind, one.old, one.new) for one in found.actions] == [
        ("reworded", ("1.2",), ("1.1",)),
        ("kept", ("1.1",), ("1.2",)),
        ("kept", ("2.1",), ("2.1",)),
        ("moved", ("1.3",), ("2.2",)),
        ("added", (), ("2.3",)),
    ]


def test_one_measure_under_a_title_of_another_kind_has_moved_and_made_no_split():
    rest = ("Alle unge får en plan inden to uger.", "Mindst 30 pct. af de unge begynder på en uddannelse.")
    gone = "Der indgås aftaler om mindst 20 nye lærepladser hos lokale håndværksmestre."
    old = plan(*rest, gone, title="Flere unge i uddannelse")
    new = plan(*rest, title="Flere unge i uddannelse")
    other = Target(number=2, title="Håndværket skal blomstre", measures=old.targets[0].measures[2:])
    found = changes(old, new.model_copy(update={"targets": (*new.targets, other)}))
    assert [(one["level"], one["kind"], one["old"], one["new"]) for one in found] == [
        ("target", "added", [], ["2"]),
        ("measure", "moved", ["1.3"], ["2.1"]),
    ]


@given(
    st.integers(1, 5).flatmap(
        lambda n: st.lists(st.lists(st.integers(0, 10), min_size=n, max_size=n), min_size=1, max_size=5)
    )
)
def test_no_other_assignment_is_better(tenths: list[list[int]]) -> None:
    likeness = [[one / 10 for one in row] for row in tenths]
    rows, columns = range(len(likeness)), range(len(likeness[0]))
    found = assign(likeness, 0.3)
    assert all(likeness[a][b] >= 0.3 for a, b in found)
    assert len({a for a, _ in found}) == len({b for _, b in found}) == len(found)
    places = [*columns, *[None] * len(rows)]
    best = max(
        sum(tenths[a][b] for a, b in zip(rows, one, strict=False) if b is not None and tenths[a][b] >= 3)
        for one in set(permutations(places, len(rows)))
    )
    assert sum(tenths[a][b] for a, b in found) == best


def test_a_minister_goal_that_became_two_was_split_and_the_other_way_round_merged():
    whole = "Flere unge skal have en uddannelse, og virksomhederne skal have den arbejdskraft, de mangler"
    halves = ("Flere unge skal have en uddannelse", "Virksomhederne skal have den arbejdskraft, de mangler")
    old, new = (
        plan("Mindst 45 pct. er i arbejde.").model_copy(
            update={
                "minister_goals": tuple(
                    MinisterGoal(number=n, title=t, text="") for n, t in enumerate(titles, 1)
                )
            }
        )
        for titles in (
            (whole, "Færre borgere på offentlig forsørgelse"),
            (*halves, "Færre borgere på offentlig forsørgelse"),
        )
    )
    for one, other, kind in ((old, new, "split"), (new, old, "merged")):
        difference = compare(one, other)
        told = [
            (c.kind.value, len(c.old), len(c.new)) for c in difference.changes if c.kind.value != "renumbered"
        ]
        assert told == [(kind, *((1, 2) if kind == "split" else (2, 1)))]
        out = io.StringIO()
        write_difference([difference], Phrases("da"), out)
        assert whole in " ".join(out.getvalue().split())


@pytest.mark.parametrize("language", ["da", "en"])
def test_of_two_municipalities_nothing_is_told_to_be_new_or_gone(language):
    here = plan("Mindst 45 pct. er i arbejde.", "Alle har en plan.")
    there = plan("Mindst 50 pct. er i arbejde.", "Der holdes 4 jobmesser.")
    sides = [
        side_of(one.model_copy(update={"municipality": name}), "plan.pdf")
        for one, name in ((here, "Granholm Kommune"), (there, "Nørre{0}mark Kommune"))
    ]
    out = io.StringIO()
    write_difference([compare(here, there, *sides)], Phrases(language, sides), out, 200)
    only = {"da": "kun i", "en": "only in"}[language]
    assert f"{only} Granholm Kommune" in out.getvalue()
    assert f"{only} Nørre0mark Kommune" in out.getvalue()
    assert not {"udgået", "nyt", "nye", "dropped", "new", "skærpet", "tightened"} & set(
        re.findall(r"\w+", out.getvalue())
    )


@pytest.mark.parametrize(("other", "as_printed"), [("Granholm Kommune", False), ("Lyngsø Kommune", True)])
def test_another_municipality_s_years_are_quoted_as_printed(other: str, as_printed: bool):
    def plan(municipality: str, year: int, text: str) -> Plan:
        target = Target(number=1, title="Flere unge i uddannelse", measures=(Measure(text=text),))
        return Plan(pages=(1, 1), title="Plan", municipality=municipality, year=year, targets=(target,))

    found = compare(
        plan("Granholm Kommune", 2016, "Antallet af unge på kontanthjælp er faldet ved udgangen af 2016"),
        plan(other, 2017, "Antallet af unge uden job på kontanthjælp er faldet ved udgangen af 2017"),
    )
    spans = [span for change in found.changes for span in change.redline]
    assert spans and any("2016" in span.text for span in spans if span.op == "old") == as_printed
