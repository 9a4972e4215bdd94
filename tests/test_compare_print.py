"""Two printed plans with every kind of edit between them, read and compared. Birkelund and all its words are invented."""

from dataclasses import replace
from pathlib import Path

import pytest
from samples.pieces import load_fonts
from samples.planforms import boxed_plan, numbered_plan
from samples.planmodel import Action, Goal, Measure, Plan, Target
from samples.plans_granholm import boxed_texts, boxed_titles, numbered_texts, numbered_titles
from samples.typeset import make_pdf

from pipeline.compare import compare
from pipeline.run import Reading, understand
from schemas.difference import Change, Difference

PROSE = "Arbejdsmarkedet ændrer sig, og kommunens borgere skal kunne følge med. Her er, hvad der skal nås."
STATUS = "I juni var 214 borgere omfattet. Det er 12 flere end året før."


GOALS = {
    "Virksomhederne skal have den arbejdskraft, de mangler": "Jobcentrene skal kende firmaernes behov.",
    "Virksomhederne skal have den kvalificerede arbejdskraft, som de mangler": "Jobcentrene skal kende firmaernes behov.",
    "Unge skal have en uddannelse": "Alle skal have en reel mulighed for at lære et fag.",
    "Færre skal stå uden for fællesskabet": "Ingen må parkeres på passiv forsørgelse i årevis.",
    "Flygtninge skal forsørge sig selv": "Integration begynder på arbejdspladsen.",
    "Flere med handicap skal i job": "Hjælpemidler og personlig assistance skal være lette at få.",
}


def target(title: str, *measures: str, goal: int | None = None, actions: tuple[str, ...] = ()) -> Target:
    bullets = tuple(
        Action(text) for text in actions or ("Tæt opfølgning i hele forløbet", f"Fokus på {title.lower()}")
    )
    return Target(title, goal, tuple(Measure(text) for text in measures), bullets, PROSE, STATUS)


def plan(year: int, goals: tuple[str, ...], *targets: Target) -> Plan:
    return Plan(
        "Birkelund Kommune",
        year,
        tuple(Goal(title, GOALS[title]) for title in goals),
        targets,
        (),
        boxed_titles(year),
        texts=boxed_texts(
            year,
            f"Godkendt af Byrådet den 12. december {year - 1}",
            "flere",
            "De følger her.",
            "2,1",
            "1.900",
        ),
    )


def the_old() -> Plan:
    return plan(
        2018,
        (
            "Virksomhederne skal have den arbejdskraft, de mangler",
            "Unge skal have en uddannelse",
            "Færre skal stå uden for fællesskabet",
            "Flygtninge skal forsørge sig selv",
        ),
        target(
            "Virksomhederne skal kunne finde medarbejdere",
            "Der skal i 2018 etableres samarbejde med 45 virksomheder, som jobcentret ikke kender i forvejen. Endvidere "
            "skal der indgås 10 nye partnerskabsaftaler.",
            "Der etableres et netværk med lokale virksomheder om kommende rekruttering.",
            "Mindst 80 pct. af virksomhederne er tilfredse med jobcentrets service.",
            "Der bruges 0,5 mio. kr. til en fælles jobportal.",
            goal=1,
        ),
        target(
            "Flere unge skal i gang med en uddannelse",
            "Andelen af unge, der begynder på en ordinær uddannelse, skal hver måned være på 3,75 pct.",
            "Mindst 30 pct. af de unge på uddannelseshjælp er i virksomhedspraktik ved udgangen af 2018.",
            "Alle unge uden uddannelse får en personlig vejleder senest to uger efter første samtale.",
            "Højst 18 pct. af de unge afbryder uddannelsen i løbet af det første år.",
            goal=2,
        ),
        target(
            "Borgere på kanten skal tættere på arbejdsmarkedet",
            "Andelen af langtidsforsørgede, som har deltaget i et virksomhedsrettet tilbud, skal som minimum udgøre 45 pct.",
            "Antallet af borgere i ressourceforløb skal øges med 25 personer fra niveauet i 2016.",
            "Alle indsatsplaner for borgere i ressourceforløb er tværfaglige og sammenhængende.",
            goal=3,
        ),
        target(
            "Flere flygtninge skal være selvforsørgende",
            "Minimum 33% af alle voksne flygtninge er i ordinær beskæftigelse inden for det første år.",
            "Mindst 10 flygtninge, der allerede er i arbejde, fungerer som rollemodeller.",
            "Andelen af flygtninge, der består danskprøve 2, skal stige fra 62 pct. til mindst 66 pct.",
            "Der uddannes 12 frivillige sprogmakkere.",
            goal=4,
        ),
        target(
            "Færre langvarige sygedagpengeforløb",
            "Andelen af forløb med over 26 ugers varighed skal nedbringes til højst 13 pct. ved udgangen af 2018, "
            "svarende til et fald på 1,4 pct. point fra niveauet i 2016.",
            "Sygemeldte indkaldes til første samtale inden fire uger.",
        ),
        target(
            "Ledige over 50 år skal hurtigere i job",
            "Der afholdes 8 informationsmøder for ledige over 50 år.",
            "Jobklubber for seniorer åbner i begge de store byer.",
        ),
        target(
            "Bedre hjælp til nyledige akademikere",
            "Alle nyledige akademikere tilbydes et kursus i ansøgninger.",
            "Mindst 25 akademikere kommer i løntilskud hos små virksomheder.",
        ),
    )  # fmt: skip


def the_new() -> Plan:
    return plan(
        2019,
        (
            "Unge skal have en uddannelse",
            "Virksomhederne skal have den kvalificerede arbejdskraft, som de mangler",
            "Flygtninge skal forsørge sig selv",
            "Flere med handicap skal i job",
        ),
        target(
            "Flere unge skal i gang med en uddannelse",
            "Mindst 35% af de unge på uddannelseshjælp er i virksomhedspraktik ved udgangen af juni 2019.",
            "Andelen af unge, der begynder på en ordinær uddannelse, skal hver måned være på 4 pct.",
            goal=2,
            actions=("Uddannelsesvejledning på alle skoler", "Åbent hus på erhvervsskolen"),
        ),
        target(
            "Flere unge skal gennemføre den uddannelse, de begynder på",
            "Højst 18,0 procent af de unge afbryder uddannelsen i løbet af det første år.",
            "Alle unge uden uddannelse får en personlig vejleder senest en uge efter første samtale.",
            goal=2,
            actions=("Mentorstøtte gennem hele det første år",),
        ),
        target(
            "Virksomhederne skal kunne finde medarbejdere",
            "Der skal i 2019 etableres samarbejde med 60 virksomheder, som jobcentret ikke kender i forvejen. Endvidere "
            "skal der indgås 10 nye partnerskabsaftaler.",
            "Mindst 75 pct. af virksomhederne er tilfredse med jobcentrets service.",
            "Der etableres et netværk med lokale virksomheder om kommende rekruttering og opkvalificering.",
            "Der bruges 500.000 kr. til en fælles jobportal.",
            "Mindst 15 mesterlærepladser aftales med håndværket.",
            goal=1,
        ),
        target(
            "Udsatte borgere skal have en plads i fællesskabet",
            "Andelen af langtidsforsørgede, som har deltaget i et virksomhedsrettet tilbud, skal som minimum udgøre 50 pct.",
            "Alle indsatsplaner for borgere i ressourceforløb er tværfaglige og sammenhængende.",
            "Antallet af borgere i ressourceforløb skal øges med 40 personer fra niveauet i 2016.",
            "Der uddannes mindst 12 frivillige sprogmakkere.",
            goal=None,
            actions=("Tæt opfølgning i hele forløbet", "Fokus på borgere på kanten skal tættere på arbejdsmarkedet"),
        ),
        target(
            "Flere flygtninge skal være selvforsørgende",
            "Minimum 33% af alle voksne flygtninge er i ordinær beskæftigelse inden for det første år.",
            "Flygtninge, der allerede er i arbejde, fungerer som rollemodeller.",
            "Andelen af flygtninge, der består danskprøve 2, skal stige fra 66 pct. til mindst 70 pct.",
            goal=3,
        ),
        target(
            "Færre langvarige sygedagpengeforløb",
            "Andelen af forløb med over 26 ugers varighed skal nedbringes til højst 12,5 pct. ved udgangen af 2019, "
            "svarende til et fald på 1,9 pct. point fra niveauet i 2016.",
            "Mindst 90 pct. af de sygemeldte indkaldes til første samtale inden fire uger.",
        ),
        target(
            "Ledige over 50 år og nyledige akademikere skal hurtigere i job",
            "Der afholdes 12 informationsmøder for ledige over 50 år.",
            "Jobklubber for seniorer åbner i begge de store byer.",
            "Mindst 25 akademikere kommer i løntilskud hos små virksomheder.",
        ),
        target(
            "Job til borgere med handicap",
            "Mindst 20 borgere med handicap ansættes i kommunens institutioner.",
            "En håndbog om personlig assistance sendes til alle arbejdsgivere.",
        ),
    )  # fmt: skip


EVERY_EDIT = [
    ("goal", "added", "", "4", None, None),
    ("goal", "dropped", "3", "", None, None),
    ("goal", "renumbered", "1", "2", None, None),
    ("goal", "renumbered", "2", "1", None, None),
    ("goal", "renumbered", "4", "3", None, None),
    ("goal", "retitled", "1", "2", None, None),
    ("target", "split", "2", "1+2", None, None),
    ("target", "renumbered", "1", "3", None, None),
    ("target", "renumbered", "3", "4", None, None),
    ("target", "retitled", "3", "4", None, None),
    ("target", "renumbered", "4", "5", None, None),
    ("target", "renumbered", "5", "6", None, None),
    ("target", "merged", "6+7", "7", None, None),
    ("target", "added", "", "8", None, None),
    ("measure", "added", "", "3.5", None, None),
    ("measure", "dropped", "7.1", "", None, None),
    ("measure", "moved", "4.4", "4.4", None, None),
    ("measure", "reworded", "2.3", "2.2", None, None),
    ("measure", "reworded", "1.2", "3.3", None, None),
    ("measure", "reworded", "4.2", "5.2", None, None),
    ("measure", "reworded", "5.2", "6.2", None, None),
    ("quantity", "changed", "2.1", "1.2", "value", None),
    ("quantity", "changed", "2.2", "1.1", "value", "tightened"),
    ("quantity", "changed", "2.2", "1.1", "deadline", "tightened"),
    ("quantity", "changed", "1.1", "3.1", "value", "tightened"),
    ("quantity", "changed", "1.3", "3.2", "value", "loosened"),
    ("quantity", "changed", "3.1", "4.1", "value", "tightened"),
    ("quantity", "changed", "3.2", "4.3", "value", "tightened"),
    ("quantity", "changed", "4.3", "5.3", "value", "tightened"),
    ("quantity", "changed", "4.3", "5.3", "baseline_value", None),
    ("quantity", "changed", "4.4", "4.4", "bound", None),
    ("quantity", "changed", "5.1", "6.1", "value", "tightened"),
    ("quantity", "changed", "5.1", "6.1", "change", "tightened"),
    ("quantity", "changed", "6.1", "7.1", "value", "tightened"),
    ("quantity", "dropped", "4.2", "", None, None),
    ("quantity", "added", "", "6.2", None, None),
]
"""Every edit between the two plans: level, kind, old path, new path, field, ambition."""


def boxed(plan: Plan):  # type: ignore[no-untyped-def]
    return boxed_plan(plan)


def numbered(plan: Plan):  # type: ignore[no-untyped-def]
    told = "Ministeren har meldt sine mål ud."
    texts = numbered_texts(plan.year, "Fra medio til medio:", told, "Planen er ny.")
    anew = replace(plan, section_titles=numbered_titles(plan.year), texts=texts)
    return numbered_plan(anew, f"Vedtaget af Byrådet den 12. december {plan.year - 1}")


@pytest.fixture(scope="module", params=[boxed, numbered], ids=["boxes", "numbered"])
def difference(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Difference:
    load_fonts()
    folder = tmp_path_factory.mktemp("plans")
    plans = []
    for made in (the_old(), the_new()):
        path = folder / f"plan_{made.year}.pdf"
        make_pdf(path, [request.param(made)], path.stem)
        plans.append(only_plan(path))
    return compare(*plans)


def only_plan(path: Path):  # type: ignore[no-untyped-def]
    (plan,) = (d for d in understand(path, Reading(model="none")).documents if d.kind == "plan")
    return plan


def test_every_edit_is_found_and_none_invented(difference):
    found = [told(change) for change in difference.changes]
    answer = [tuple(part or "" for part in edit) for edit in EVERY_EDIT]
    assert (sorted(set(answer) - set(found)), sorted(set(found) - set(answer))) == ([], [])
    assert len(found) == len(answer)


def told(change: Change) -> tuple[str, ...]:
    parts = (
        change.level,
        change.kind,
        "+".join(change.old),
        "+".join(change.new),
        change.field,
        change.ambition,
    )
    return tuple(str(part or "") for part in parts)


def test_every_change_tells_where_it_was_read(difference):
    for change in difference.changes:
        assert bool(change.at_old) == bool(change.old), change
        assert bool(change.at_new) == bool(change.new), change


def test_actions_are_kept_new_gone(difference):
    kinds = {(one.kind, (one.new or one.old)[0].split(".")[0]) for one in difference.actions}
    assert ("kept", "4") in kinds
    assert ("added", "1") in kinds
    assert ("dropped", "2") in kinds
