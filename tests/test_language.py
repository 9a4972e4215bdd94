"""Which Danish model is loaded, and that it finds the names that minutes print."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.danish import language
from pipeline.danish.language import BUNDLED, ENVIRONMENT, NO_MODEL, Entity, Language, load_language
from pipeline.errors import ExitCode, ModelMissing

MODEL = Path(__file__).parent.parent / "models" / BUNDLED


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)


@pytest.fixture(scope="module")
def bundled() -> Language:
    found = load_language(BUNDLED)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def empty_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of another name that finds one person by rule."""
    import spacy

    nlp = spacy.blank("da")
    nlp.meta["name"] = "toy"
    nlp.meta["version"] = "9.9.9"
    ruler = nlp.add_pipe("entity_ruler", name="ner")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Karen Eksempel"}])
    folder = tmp_path_factory.mktemp("model") / "toy"
    nlp.to_disk(folder)
    return folder


def name_of(found: Language | None) -> str:
    assert found is not None
    return found.name


# Which model


def test_importing_the_module_does_not_import_spacy() -> None:
    code = "import sys, pipeline.danish.language; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_bundled_model_states_name_version_licence_and_sources() -> None:
    meta = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))
    assert meta["name"] == "da_udvalg_sm"
    assert meta["license"] == "CC BY-SA 4.0"
    sources = " ".join(source["name"] for source in meta["sources"])
    assert all(source in sources for source in ("UD_Danish-DDT", "UNER", "DaN+", "Copenhagen", "Names"))
    assert "The lines that must travel" in (MODEL / "LICENSE").read_text(encoding="utf-8")
    assert name_of(load_language(BUNDLED)) == f"da_udvalg_sm {meta['version']}"


def test_the_bundled_model_is_small_and_tells_nothing_of_the_machine_it_was_made_on() -> None:
    files = [path for path in MODEL.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 12_000_000
    here = f"/{Path(__file__).resolve().parts[1]}/"
    assert not any(
        word.encode() in path.read_bytes() for path in files for word in (here, "/tmp/", "/home/", "/root/")
    )


def test_without_a_name_the_official_model_is_taken_where_it_is_installed(
    monkeypatch: pytest.MonkeyPatch, empty_model: Path, tmp_path: Path
) -> None:
    package = tmp_path / "da_toy"
    shutil.copytree(empty_model, package / "da_toy-9.9.9")
    shutil.copy(empty_model / "meta.json", package)
    (package / "__init__.py").write_text(
        "from spacy.util import load_model_from_init_py\n"
        "def load(**overrides):\n    return load_model_from_init_py(__file__, **overrides)\n",
        encoding="utf-8",
    )
    distribution = tmp_path / "da_toy-9.9.9.dist-info"
    distribution.mkdir()
    (distribution / "METADATA").write_text("Name: da_toy\nVersion: 9.9.9\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(language, "OFFICIAL", "da_toy")
    found = load_language()
    assert name_of(found) == "da_toy 9.9.9"
    assert found is not None
    assert [person.text for person in found.people("Karen Eksempel kom.")] == ["Karen Eksempel"]


def test_a_model_that_nobody_named_is_loaded_when_it_is_first_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "OFFICIAL", "no_such_package")
    found = load_language()
    assert found is not None
    assert found.name.startswith("da_udvalg_sm ")
    assert not found.is_loaded
    assert found.people("Afbud fra Karen Eksempel.")
    assert found.is_loaded


def test_a_model_that_was_named_is_loaded_at_once(empty_model: Path) -> None:
    found = load_language(str(empty_model))
    assert found is not None
    assert found.is_loaded


def test_a_damaged_model_stops_when_it_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(language, "OFFICIAL", "no_such_package")
    (tmp_path / "meta.json").write_text('{"lang": "da", "name": "x", "version": "1"}', encoding="utf-8")
    monkeypatch.setattr(language, "_bundled", lambda: tmp_path)
    found = load_language()
    assert found is not None
    with pytest.raises(ModelMissing, match="can be loaded"):
        found.people("Afbud fra Karen Eksempel.")
    (tmp_path / "meta.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelMissing, match=r"meta\.json"):
        load_language()


def test_without_a_name_and_without_the_official_model_ours_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "OFFICIAL", "no_such_package")
    assert name_of(load_language()).startswith("da_udvalg_sm ")


def test_the_environment_names_a_model(monkeypatch: pytest.MonkeyPatch, empty_model: Path) -> None:
    monkeypatch.setenv(ENVIRONMENT, str(empty_model))
    assert name_of(load_language()) == "da_toy 9.9.9"


def test_an_explicit_name_goes_before_the_environment(
    monkeypatch: pytest.MonkeyPatch, empty_model: Path
) -> None:
    monkeypatch.setenv(ENVIRONMENT, "no_such_model")
    assert name_of(load_language(str(empty_model))) == "da_toy 9.9.9"


def test_a_wheel_carries_the_model_in_the_environments_share(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    carried = tmp_path / "share" / "udvalgsarkiv" / BUNDLED
    carried.mkdir(parents=True)
    (carried / "meta.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(language, "__file__", str(tmp_path / "pipeline" / "danish" / "language.py"))
    monkeypatch.setattr(language.sys, "prefix", str(tmp_path))
    assert language._bundled() == carried


def test_none_means_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_language(NO_MODEL) is None
    monkeypatch.setenv(ENVIRONMENT, NO_MODEL)
    assert load_language() is None


def test_no_model_anywhere_is_none_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "OFFICIAL", "no_such_package")
    monkeypatch.setattr(language, "_bundled", lambda: None)
    assert load_language() is None


@pytest.mark.parametrize("name", ["no_such_model", "no/such/folder"])
def test_a_named_model_that_is_missing_stops_and_says_what_to_do(name: str) -> None:
    with pytest.raises(ModelMissing, match=f"{name}.*--model") as stopped:
        load_language(name)
    assert stopped.value.exit_code == ExitCode.model


def test_a_model_without_names_is_refused(tmp_path: Path) -> None:
    import spacy

    spacy.blank("da").to_disk(tmp_path / "blank")
    with pytest.raises(ModelMissing, match="no entity recogniser"):
        load_language(str(tmp_path / "blank"))


# What it finds

PEOPLE = {
    "Karen Holm Eksempel (A) undlod at stemme.": ["Karen Holm Eksempel"],
    "Imod stemte Torben Nygaard (V) og Fatma Yilmaz (Ø).": ["Torben Nygaard", "Fatma Yilmaz"],
    "Afbud fra Jens-Peter Møllegaard og K. B. Hansen.": ["Jens-Peter Møllegaard", "K. B. Hansen"],
    "Fraværende: Birgitte Søndergaard": ["Birgitte Søndergaard"],
    "Lise Kjærgaard deltog ikke i behandlingen af punktet.": ["Lise Kjærgaard"],
    "Godkendt. Ole Thorup Lund var ikke til stede.": ["Ole Thorup Lund"],
    "Orienteringen blev taget til efterretning.": [],
    "1.-3. Anbefales.": [],
}
"""Invented sentences as minutes print them, and the people whom they name."""


@pytest.mark.parametrize("text", PEOPLE)
def test_people_are_found_in_sentences_of_minutes(bundled: Language, text: str) -> None:
    assert [person.text for person in bundled.people(text)] == PEOPLE[text]


def test_a_name_is_found_where_it_stands(bundled: Language) -> None:
    text = "Sagen udsættes. Karen Holm (A) stemte imod, og Teknisk Udvalg i Odense orienteres."
    for entity in bundled.entities(text):
        assert text[entity.start : entity.end] == entity.text
    assert Entity(16, 26, "person", "Karen Holm") in bundled.entities(text)


def test_a_name_broken_over_two_lines_keeps_its_offsets(bundled: Language) -> None:
    text = "  Afbud fra Karen\n   Holm Han\u00adsen og Niels Dahl."
    first, second = bundled.people(text)
    assert first.text == "Karen\n   Holm Han\u00adsen"
    assert text[first.start : first.end] == first.text
    assert second.text == "Niels Dahl"


def test_several_texts_give_the_same_as_one_by_one(bundled: Language) -> None:
    texts = [*PEOPLE, ""]
    assert bundled.entities_of(texts) == [bundled.entities(text) for text in texts]


def test_other_models_labels_become_ours(empty_model: Path) -> None:
    found = load_language(str(empty_model))
    assert found is not None
    assert found.people("Karen Eksempel kom.") == [Entity(0, 14, "person", "Karen Eksempel")]
    assert found.sentences("Et. To.") == [(0, 7)]
    assert found.lemmas("Et hus") == ["Et", "hus"]


def test_sentences_and_lemmas(bundled: Language) -> None:
    text = "Udvalget godkendte indstillingen. Sagen blev sendt i høring."
    assert [text[start:end] for start, end in bundled.sentences(text)] == [text[:33], text[34:]]
    assert bundled.lemmas("Sagen blev drøftet") == ["sag", "blive", "drøfte"]
