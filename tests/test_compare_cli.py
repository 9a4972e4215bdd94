"""diff and timeline as a person meets them: which plans are meant, what is written, with which exit code."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.archive import Archive, rule
from pipeline.cli import main
from pipeline.errors import ExitCode
from schemas.minutes import Minutes
from schemas.record import Record
from schemas.vocabulary import Outcome

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
COUNCIL = CORPUS / "granholm-kommunalbestyrelsen-2015-11-03" / "referat_kb_2015-11-03.pdf"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, record_of: Callable[[Path], Record]) -> Path:
    """All sample plans, a draft among them, and the council minutes that adopted the plan of 2016."""
    path = tmp_path_factory.mktemp("plans") / "arkiv.db"
    with Archive.open(path) as opened:
        for pdf in sorted(CORPUS.glob("*-plan-*/*.pdf")) + sorted(CORPUS.glob("granholm-aeu-*/*.pdf")):
            opened.load(record_of(pdf), pdf)
        opened.load(adopting(record_of(COUNCIL)), COUNCIL)
    return path


def adopting(record: Record) -> Record:
    """Council minutes in which the first approved item is the plan's."""
    (minutes,) = record.documents
    assert isinstance(minutes, Minutes)
    items = list(minutes.items)
    number = next(
        n for n, item in enumerate(items) if item.decision and item.decision.outcome is Outcome.approved
    )
    items[number] = items[number].model_copy(update={"title": "Godkendelse af Beskæftigelsesplan 2016"})
    return record.model_copy(update={"documents": (minutes.model_copy(update={"items": tuple(items)}),)})


@pytest.fixture
def run(archive: Path) -> Callable[..., Result]:
    return lambda *words: CliRunner().invoke(main, [*map(str, words), "--archive", str(archive)])


def told(result: Result) -> dict[str, object]:
    found: dict[str, object] = json.loads(result.stdout)
    return found


def test_json_has_the_form_that_is_fixed(run):
    found = told(run("diff", "Granholm Kommune:2016", "Granholm Kommune:2017", "--json"))
    assert found["old"]["year"], found["new"]["year"] == (2016, 2017)
    assert {"level", "old", "new", "score", "why"} <= set(found["pairs"][0])
    change = found["changes"][0]
    assert {"level", "kind", "old", "new", "old_text", "new_text", "field", "old_quantity", "new_quantity", "ambition",
            "at_old", "at_new"} <= set(change)  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Granholm:2016", "2017"),
        ("2016", "2017"),
        ("2016", "granholm kommune:2017"),
        ("Granholm:2016", "beskaeftigelsesplan_2017.pdf"),
    ],
)
def test_a_side_may_be_named_shortly(run, old, new):
    found = told(run("diff", old, new, "--json"))
    assert (found["old"]["file"], found["new"]["file"]) == (
        "beskaeftigelsesplan_2016.pdf",
        "beskaeftigelsesplan_2017.pdf",
    )


def test_years_that_several_municipalities_have_must_be_somebodys(tmp_path, record_of):
    path = tmp_path / "arkiv.db"
    with Archive.open(path) as opened:
        for year, others in ((2016, "a"), (2017, "b")):
            pdf = CORPUS / f"granholm-plan-{year}" / f"beskaeftigelsesplan_{year}.pdf"
            record = record_of(pdf)
            opened.load(record, pdf)
            plans = tuple(
                plan.model_copy(update={"municipality": "Lyngsø Kommune"}) for plan in record.documents
            )
            source = record.source.model_copy(update={"sha256": others * 64})
            opened.load(record.model_copy(update={"documents": plans, "source": source}))
    asked = ("diff", "2016", "2017", "--archive", str(path))
    result = CliRunner().invoke(main, asked)
    assert result.exit_code == ExitCode.nothing_found
    assert '"Granholm Kommune:2016", "Lyngsø Kommune:2016"' in result.stderr
    assert CliRunner().invoke(main, ("diff", "Lyngsø Kommune:2016", *asked[2:])).exit_code == 0


def test_files_are_read_where_no_archive_is_needed(tmp_path):
    words = [str(CORPUS / f"granholm-plan-{y}" / f"beskaeftigelsesplan_{y}.pdf") for y in (2014, 2015)]
    result = CliRunner().invoke(
        main, ["diff", *words, "--json", "--model", "none", "--archive", str(tmp_path / "none.db")]
    )
    assert result.exit_code == 0, result.output
    assert len(told(result)["changes"]) == 21


def test_quiet_and_zero_where_nothing_changed(run):
    result = run("diff", "Granholm:2016", "Granholm:2016", "--exit-code")
    assert (result.exit_code, result.stdout) == (0, "")


def test_exit_code_like_git(run):
    assert run("diff", "Granholm:2016", "2017").exit_code == 0
    assert run("diff", "Granholm:2016", "2017", "--exit-code").exit_code == 1


def test_the_terminal_shows_words_that_went_and_came_without_colour(run):
    text = " ".join(run("diff", "Granholm:2016", "2017").stdout.split())
    assert "mindst [-50-] {+60+} virksomheder" in text
    assert "skærpet" in text
    assert "\x1b[" not in text


def test_english_where_it_is_asked_for(run):
    text = run("diff", "Granholm:2016", "2017", "--lang", "en").stdout
    assert "tightened" in text
    assert "skærpet" not in text


def test_every_word_shows_what_only_looks_changed(run):
    less = run("diff", "Granholm:2014", "2015").stdout
    more = " ".join(run("diff", "Granholm:2014", "2015", "--every-word").stdout.split())
    assert "0,5 mio" not in less
    assert "[-0,5 mio.-] {+500.000+}" in more


def test_markdown_strikes_out_what_went(run):
    text = run("diff", "Granholm:2016", "2017", "--markdown").stdout
    assert text.startswith("# Granholm Kommune")
    assert "mindst ~~50~~ **60** virksomheder" in text


def test_csv_has_a_row_for_each_change(run):
    rows = list(csv.DictReader(io.StringIO(run("diff", "Granholm:2016", "2017", "--csv").stdout)))
    changes = told(run("diff", "Granholm:2016", "2017", "--json"))["changes"]
    assert len(rows) == len(changes)
    row = next(row for row in rows if row["field"] == "value" and row["new"] == "4.1")
    assert (row["old_value"], row["new_value"], row["ambition"], row["new_page"]) == (
        "13.0",
        "12.5",
        "tightened",
        "5",
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("diff", "Granholm:2012", "2017"), ["2012", "2014, 2015, 2016 and 2017"]),
        (("diff", "2030", "2031"), ["2030", '"Granholm Kommune:2016"', '"Nørremark Kommune:2019"']),
        (("diff", "Ringby:2016", "2017"), ["Ringby", "Granholm Kommune and Nørremark Kommune"]),
        (("diff", "Granholm", "2017"), ["name a year too", "Granholm Kommune:2017"]),
        (("diff", "missing.pdf", "Granholm:2017"), ["missing.pdf"]),
        (("diff", COUNCIL, "Granholm:2017"), ["referat_kb_2015-11-03.pdf", "no plan, but minutes"]),
        (("timeline", "Ringby"), ["Ringby", "Granholm Kommune and Nørremark Kommune"]),
        (("timeline", "Granholm", "--from", "2020"), ["2014, 2015, 2016 and 2017"]),
        (("timeline", "Nørremark"), ["only one plan"]),
    ],
)
def test_what_is_not_there_is_said_with_what_is(run, words, says):
    result = run(*words)
    assert result.exit_code == ExitCode.nothing_found
    assert all(word in result.stderr for word in says), result.stderr


def test_of_two_drafts_the_adopted_one_is_taken_and_the_other_can_be_named(run):
    result = run("diff", "Granholm:2014", "2015", "--json")
    assert "taken is beskaeftigelsesplan_2015.pdf, adopted" in result.stderr
    other = result.stderr.split("by its id: ")[1].split()[0]
    found = told(run("diff", other, "Granholm:2015", "--json"))
    assert (found["old"]["status"], len(found["changes"])) == ("draft", 1)


def test_a_plan_for_several_years_is_found_by_each_of_them(run):
    found = told(run("diff", "Nørremark:2019", "Nørremark:2020", "--json"))
    assert (found["old"]["last_year"], found["changes"]) == (2020, [])


def test_municipalities_are_laid_side_by_side(run):
    text = run("diff", "Granholm:2017", "Nørremark:2019").stdout
    assert text.startswith("Granholm Kommune 2017 ved siden af Nørremark Kommune 2019–2020")


def test_the_decision_that_adopted_the_plan_is_told(run):
    found = told(run("diff", "Granholm:2015", "2016", "--json"))
    committees = found["old"]["adopted"]
    assert (committees["body"], committees["final"]) == ("Arbejdsmarkeds- og Erhvervsudvalget", False)
    decision = found["new"]["adopted"]
    assert (decision["body"], decision["date"], decision["final"]) == (
        "Kommunalbestyrelsen",
        "2015-11-03",
        True,
    )
    assert decision["title"] == "Godkendelse af Beskæftigelsesplan 2016"
    assert decision["at"]


def test_a_timeline_follows_each_promise(run):
    found = told(run("timeline", "Granholm", "--json"))
    assert [plan["year"] for plan in found["plans"]] == [2014, 2015, 2016, 2017]
    firms = next(thread for thread in found["threads"] if "virksomhederne" in thread["tellings"][0]["text"])
    assert [telling["path"] for telling in firms["tellings"]] == ["4", "1", "1", "1"]
    values = [telling["quantities"][0]["value"] for telling in firms["measures"][0]["tellings"]]
    assert values == [60, 50, 50, 60]


@pytest.mark.parametrize("width", [80, 120])
def test_the_terminal_shows_each_promise_from_year_to_year(run, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    text = run("timeline", "Granholm").stdout
    threads = text[: text.index("Hvad er ændret")].splitlines()
    assert max(map(len, threads)) <= width
    told = " ".join(" ".join(threads).split())
    assert "2014 Mål 4 → 2015–2017 Mål 1" in told and "2017 – · lagt sammen med mål 2" in told
    assert (
        "2014 mindst 60 virksomheder → 2015–2016 mindst 50 virksomheder (lempet) "
        "→ 2017 mindst 60 virksomheder (skærpet)" in told
    )
    # Its words are one line, cut between words where there is no room.
    assert sum(line.strip().startswith("1.1 ") for line in threads) == 1


def test_markdown_tells_each_promise_from_year_to_year_too(run):
    threads, _, steps = run("timeline", "Granholm", "--markdown").stdout.partition("Hvad er ændret")
    assert "\n*2014 Mål 4 → 2015–2017 Mål 1*\n" in threads and steps
    promise = "2014 mindst 60 virksomheder → 2015–2016 mindst 50 virksomheder (lempet) → 2017 mindst 60"
    assert f"\n  - {promise} virksomheder (skærpet)\n" in threads


def test_a_target_that_was_split_and_merged_again_says_so(run):
    threads = told(run("timeline", "Granholm", "--json"))["threads"]
    parts = [thread for thread in threads if thread["split_from"] is not None]
    assert [threads[part["split_from"]]["tellings"][1]["path"] for part in parts] == ["2"]
    joined = [thread for thread in threads if thread["merged_into"] is not None]
    assert [threads[one["merged_into"]]["tellings"][3]["path"] for one in joined] == ["2"]


def test_a_corrected_plan_is_compared_as_corrected_and_the_output_says_so(
    archive: Path, tmp_path: Path, run: Callable[..., Result]
) -> None:
    corrected = tmp_path / "arkiv.db"
    with sqlite3.connect(archive) as old, sqlite3.connect(corrected) as new:
        old.backup(new)
        query = (
            "SELECT q.id, s.id FROM quantities q JOIN measures s ON s.id = q.measure_id JOIN targets t "
            "ON t.id = s.target_id JOIN plans p ON p.id = t.plan_id JOIN documents d ON d.id = p.id "
            "WHERE p.year = ? AND d.municipality = 'Granholm Kommune' AND s.text LIKE '%sygedagpengeforløb%' LIMIT 1"
        )
        (quantity, _), (_, gone) = (new.execute(query, (year,)).fetchone() for year in (2017, 2016))
    with Archive.open(corrected) as opened:
        rule(opened, quantity, "value", "correct", "Bente Holm", "7,5")
        rule(opened, gone, "text", "reject", "Bente Holm")

    def asked(*words: str) -> Result:
        return CliRunner().invoke(main, [*words, "--archive", str(corrected)])

    found = told(asked("diff", "Granholm:2016", "2017", "--json"))
    (one,) = found["new"]["corrected"]
    assert (one["field"], one["value"], one["who"]) == ("value", 7.5, "Bente Holm")
    assert any(change["kind"] == "added" and change["new"] == [one["path"]] for change in found["changes"])
    later = told(asked("timeline", "Granholm", "--json"))
    promised = [q["value"] for thread in later["threads"] for measure in thread["measures"]
                for telling in measure["tellings"] if telling for q in telling["quantities"] if q]  # fmt: skip
    assert 7.5 in promised
    for form in ("--text", "--markdown", "--html"):
        answer = asked("diff", "Granholm:2016", "2017", form)
        assert "Rettet af Bente Holm: Delmål" in answer.stdout
        assert "7,5" in answer.stdout
        assert "correction" in answer.stderr
    assert not told(run("diff", "Granholm:2016", "2017", "--json"))["new"]["corrected"]
