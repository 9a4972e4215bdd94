"""Words meet where a Danish reader takes them for one, and stay apart where not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.danish.stems import endings_of, fold, is_idle, stem, stems_of


@pytest.mark.parametrize(
    "forms",
    [
        "plan planer planen planerne planens",
        "skole skolen skoler skolernes",
        "børn barn børnene barnet boern",
        "udvalg udvalget udvalgets udvalgene",
        "beskæftigelsesplan beskæftigelsesplanen beskaeftigelsesplaner",
        "Åbenrå aabenraa ÅBENRÅ",
        "formand formænd formændene",
        "skolebørn skolebarn",
        "gebyr gebyrer gebyrerne",
        "idé ide",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["far får", "plan plante", "hus hoved", "bor bær", "råd rod", "mål mal"])
def test_other_words_have_another(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


def test_a_compound_begins_with_its_last_part_when_read_backwards() -> None:
    endings = endings_of(stems_of("Beskæftigelsesplanen og byplanen, på altan")).split()
    assert [ending.startswith("nalp") for ending in endings] == [True, True]


def test_words_that_tell_nothing() -> None:
    assert [word for word in ["hvad", "er", "planen", "for", "på", "skolen"] if not is_idle(word)] == [
        "planen",
        "skolen",
    ]


@given(st.text())
def test_a_stem_is_made_of_letters_and_digits_alone(text: str) -> None:
    assert all(c.isalnum() for c in fold(text))
    assert all(one and one == fold(one) for one in stems_of(text).split())
