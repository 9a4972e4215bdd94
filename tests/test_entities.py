"""What a text names, by rules and by the model."""

import json
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cli import main
from pipeline.cli.naming import KINDS
from pipeline.danish.entities import Kind, find_entities, find_entities_in
from pipeline.danish.language import BUNDLED, Language, load_language


@pytest.fixture(scope="module")
def language() -> Language:
    found = load_language(BUNDLED)
    assert found is not None
    return found


BY_RULE = {
    "Sendes til Økonomiudvalget og Byrådet.": [("committee", "Økonomiudvalget"), ("committee", "Byrådet")],
    "Klima-, Teknik- og Miljøudvalgets indstilling": [("committee", "Klima-, Teknik- og Miljøudvalget")],
    "Udvalget for Børn og Unge besluttede": [("committee", "Udvalget for Børn og Unge")],
    "I Teknisk Udvalg blev det drøftet": [("committee", "Teknisk Udvalg")],
    "Udvalget besluttede, og rådet blev hørt": [],
    "Venstre og (A) stemte imod": [("party", "Venstre"), ("party", "A")],
    "til venstre for vejen (se bilag)": [],
    "jf. serviceloven § 85, stk. 2": [("law", "jf. serviceloven § 85, stk. 2")],
    "LBK nr. 287 af 16. april 2018": [("law", "LBK nr. 287 af 16. april 2018")],
    "se sag 13/4229 om vejen": [("case_number", "13/4229")],
    "Møde den 28-09-2016 i 2009/10": [],
}
"""Invented lines, and what the rules alone find in them."""


@pytest.mark.parametrize("text", BY_RULE)
def test_parties_committees_laws_and_cases_need_no_model(text: str) -> None:
    assert [(named.kind, named.text) for named in find_entities(text)] == BY_RULE[text]


def test_people_organisations_and_places_are_told_by_the_model(language: Language) -> None:
    text = "Karen Holm (A) fra Økonomiudvalget bad om et notat fra Dansk Industri om havnen i Odense."
    assert [(named.kind, named.text) for named in find_entities(text, language)] == [
        ("person", "Karen Holm"),
        ("party", "A"),
        ("committee", "Økonomiudvalget"),
        ("organisation", "Dansk Industri"),
        ("place", "Odense"),
    ]


@given(
    st.lists(
        st.sampled_from(
            ["Økonomiudvalget", "og", "Byrådet", "(A)", "13/4229", "Venstre", "Planlovens § 19", "\n", "x"]
        ),
        max_size=12,
    )
)
def test_nothing_overlaps_and_everything_stands_where_it_is_said_to(words: list[str]) -> None:
    text = " ".join(words)
    found = find_entities(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(" ".join(text[named.start : named.end].split()) == named.text for named in found)


def test_several_texts_give_the_same_as_one_by_one(language: Language) -> None:
    texts = [*BY_RULE, "Karen Holm kom.", ""]
    assert find_entities_in(texts, language) == [find_entities(text, language) for text in texts]


def test_the_command_knows_the_same_kinds() -> None:
    assert get_args(Kind) == KINDS


MINUTES = Path(__file__).parent.parent / "corpus" / "lyngso-bsu-2015-06-12" / "referat_2015-06-12.pdf"


def run(*words: object) -> str:
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exit_code == 0, result.output
    return result.output


def test_a_file_is_asked_who_and_what_it_names() -> None:
    rows = json.loads(run("names", MINUTES, "--role", "decision", "--json", "--model", BUNDLED))
    assert rows
    assert {row["role"] for row in rows} == {"decision"}
    assert all(row["page"] >= 1 and row["times"] >= 1 for row in rows)
    rules = json.loads(run("names", MINUTES, "--kind", "committee", "--json", "--model", "none"))
    assert {row["kind"] for row in rows if row["kind"] in ("person", "organisation", "place")}
    assert {row["kind"] for row in rules} == {"committee"}


def test_record_and_archive_say_which_model_was_there(tmp_path: Path, language: Language) -> None:
    archive = tmp_path / "arkiv.db"
    run("ingest", MINUTES, "--archive", archive, "--model", BUNDLED)
    record = json.loads(run("extract", MINUTES, "--json", "--model", BUNDLED))
    (row,) = json.loads(run("files", "--archive", archive, "--json"))
    assert record["reader"]["model"] == row["reader_model"] == language.name
    assert json.loads(run("extract", MINUTES, "--json", "--model", "none"))["reader"]["model"] is None
