"""People in running text, told by the model or the list of members, as subjects of sentences."""

import pytest

from pipeline.danish.decisions import DecisionReading, read_decision
from pipeline.danish.language import BUNDLED, Language, load_language
from pipeline.danish.subjects import brought_by, mask


@pytest.fixture(scope="module")
def language() -> Language:
    found = load_language(BUNDLED)
    assert found is not None
    return found


def votes_of(read: DecisionReading) -> dict[str, tuple[str, ...]]:
    told = {
        "for": read.votes.for_ if read.votes else (),
        "against": read.votes.against if read.votes else (),
        "abstained": read.votes.abstained if read.votes else (),
    }
    return {side: names for side, names in told.items() if names}


VOTES = {
    "Imod stemte Çelik Demir (A) og Ida Holm (V).": {"against": ("Çelik Demir", "Ida Holm")},
    "Jensen og Madsen stemte imod.": {"against": ("Jensen", "Madsen")},
    "KAREN HOLM (A) stemte imod.": {"against": ("KAREN HOLM",)},
    "Karen Holm, der er formand for udvalget, stemte imod.": {"against": ("Karen Holm",)},
    "Udvalget var enigt, dog stemte Karen Holm imod punkt 2.": {"against": ("Karen Holm",)},
    "Imod forslaget var Karen Holm (A) og Bo Vang (V).": {"against": ("Karen Holm", "Bo Vang")},
    "Karen Holm og Bo Vang stemte herefter imod.": {"against": ("Karen Holm", "Bo Vang")},
    "Borgmester Karen Holm (A) og SF stemte herefter for.": {"for": ("Karen Holm", "SF")},
    "Godkendt. Mette undlod at stemme.": {"abstained": ("Mette",)},
    "Ved afstemningen undlod Karen Holm (C) at stemme.": {"abstained": ("Karen Holm",)},
    "Karen Holm og Enhedslisten stemte imod, mens Bo Vang undlod at stemme.": {
        "against": ("Karen Holm", "Enhedslisten"),
        "abstained": ("Bo Vang",),
    },
    "Godkendt med undtagelse af Mølbak, der stemte imod.": {"against": ("Mølbak",)},
    "Vedtaget, idet Karen Holm og Bo Vang dog undlod at stemme.": {"abstained": ("Karen Holm", "Bo Vang")},
    "Indstillingen tiltrædes. Karen Holm var imod.": {"against": ("Karen Holm",)},
    "Forslaget fra Karen Holm fik 3 stemmer for og 5 imod.": {},
    "Et flertal stemte for Karen Holm som ny formand.": {},
    "Karen Holm orienterede om, at 4 borgere havde stemt imod.": {},
}
"""Invented sentences about votes, and who voted how."""


@pytest.mark.parametrize("text", VOTES)
def test_voters_are_told_by_sentences_whatever_the_shape_of_their_names(
    language: Language, text: str
) -> None:
    assert votes_of(read_decision([text], language=language)) == VOTES[text]


ABSENT = {
    "Formanden, Karen Holm, forlod mødet under behandlingen af punkt 5.": ["Karen Holm"],
    "På grund af inhabilitet deltog Karen Holm (A) ikke i behandlingen.": ["Karen Holm"],
    "Inden behandlingen forlod Karen Holm (A) lokalet.": ["Karen Holm"],
    "Karen Holm (A) og Bo Vang (V) havde forinden meldt afbud.": ["Karen Holm", "Bo Vang"],
    "Under dette punkt var Karen Holm ikke til stede.": ["Karen Holm"],
    "Afbud: KAREN HOLM": ["KAREN HOLM"],
    "Godkendt. Mølbak fraværende.": ["Mølbak"],
    "Byrådet besluttede, at Karen Holm er inhabil, hvorefter hun forlod lokalet.": ["Karen Holm"],
    "Ansøgeren, Karen Holm, har fået afbud fra leverandøren.": [],
    "Direktør Karen Holm orienterede om, at kontorchefen ikke deltog.": [],
    "Udvalget fandt, at Karen Holm ikke er inhabil.": [],
    "Bo Vang mødte, idet Karen Holm ikke deltog, som stedfortræder for hende.": [],
    "Karen Holm deltog i behandlingen.": [],
}
"""Invented sentences about who was not there, and who that is."""


@pytest.mark.parametrize("text", ABSENT)
def test_absent_people_are_told_by_sentences(language: Language, text: str) -> None:
    read = read_decision([text], language=language)
    assert [absence.name for absence in read.absences] == ABSENT[text]


def test_a_sentence_about_absence_is_no_part_of_the_decision_unless_it_decides(language: Language) -> None:
    apart = read_decision(["Godkendt. Under dette punkt var Karen Holm ikke til stede."], language=language)
    assert apart.text == "Godkendt."
    assert apart.absences[0].status == "partial"
    inside = read_decision(["Godkendt, idet Karen Holm ikke deltog i behandlingen."], language=language)
    assert inside.text == "Godkendt, idet Karen Holm ikke deltog i behandlingen."
    assert inside.absences[0].name == "Karen Holm"


def test_a_minority_speaks_whatever_the_shape_of_its_name(language: Language) -> None:
    read = read_decision(
        ["Godkendt.", "Çelik Demir (A) kunne ikke tiltræde indstillingen."], language=language
    )
    assert read.dissent == "Çelik Demir (A) kunne ikke tiltræde indstillingen."


def test_members_are_known_without_a_model() -> None:
    text = "Udvalget var enigt, dog stemte d'Aubert Krag imod punkt 2."
    assert votes_of(read_decision([text])) == {}
    assert votes_of(read_decision([text], members=["d'Aubert Krag"])) == {"against": ("d'Aubert Krag",)}


def test_names_of_subjects_are_marked_as_such(language: Language) -> None:
    listed = read_decision(["Imod stemte Karen Holm."], language=language)
    assert listed.voting_subjects == ()
    told = read_decision(
        ["Imod forslaget var Karen Holm.", "Bo Vang var under punktet fraværende."], language=language
    )
    assert told.voting_subjects == ("Karen Holm",)
    assert told.missing_subjects in ((), ("Bo Vang",))
    assert [absence.name for absence in told.absences] == ["Bo Vang"]


BROUGHT = {
    "Karen Holm (A) har i mail anmodet om, at følgende sag sættes på dagsordenen.": "Karen Holm",
    "Sagen er optaget på dagsordenen på foranledning af Karen Holm.": "Karen Holm",
    "Punktet er optaget efter ønske fra Enhedslisten.": "Enhedslisten",
    "Sagen er rejst af Karen Holm og Bo Vang (V).": "Karen Holm og Bo Vang",
    "Sagen er rejst af Karen Holm. Sagen er rejst af Bo Vang.": None,
    "Karen Holm har ansøgt om byggetilladelse til en carport.": None,
    "Sagen er optaget på dagsordenen.": None,
}
"""Invented texts of items, and who brought them."""


@pytest.mark.parametrize("text", BROUGHT)
def test_who_brought_an_item_is_told_by_its_text(language: Language, text: str) -> None:
    assert brought_by(text, language) == BROUGHT[text]


def test_a_list_of_people_becomes_one_sign(language: Language) -> None:
    sentence = "Imod stemte borgmester Karen Holm (A), Bo Vang (V) og Venstre."
    masked = mask(sentence, language)
    assert masked.text == "Imod stemte ¤."
    (group,) = masked.groups
    assert group.names == ("Karen Holm", "Bo Vang", "Venstre")
    assert sentence[group.start : group.end] == "Karen Holm (A), Bo Vang (V) og Venstre"


@pytest.mark.parametrize("text", ["", "¤", "¤ stemte imod ¤1¤ og Karen Holm (A) ¤"])
def test_a_sign_that_stands_in_the_text_is_no_person(language: Language, text: str) -> None:
    masked = mask(text, language)
    assert masked.text.count("¤") == len(masked.groups)
