"""Broken text layers: mended where only one reading is left, found with their measure where not."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.checking.broken_text import broken_text
from pipeline.reading.mending import mend_words
from schemas.page import Page, Word
from schemas.record import Record
from schemas.vocabulary import FindingCode

TEXT = (
    "Udvalget drøftede forslaget om en ny cykelsti ved åen og besluttede, at forvaltningen skal undersøge, hvordan stien "
    "kan føres under banen. Der er afsat midler i budgettet, og sagen forelægges igen på et møde efter sommerferien. "
) * 12


def page_of(*words: str, gap: float = 3.0) -> Page:
    """Words one after the other on rows of sixty."""
    page = Page(number=1, width=595.0, height=842.0, words=[], rules=[])
    x, y = 68.0, 90.0
    for place, text in enumerate(words):
        if place % 60 == 0:
            x, y = 68.0, y + 12
        page.words.append(Word(text, x, y, x + 5.0 * len(text), y + 10, "Helvetica", 10.0, False, False))
        x += 5.0 * len(text) + gap
    return page


MENDED = {
    "mojibake": ("rÃ¸d grÃ¸d med flÃ¸de", "rød grød med fløde"),
    "mojibake, signs": ("Â§ 4 og â€“ mÃ¦rk", "§ 4 og – mærk"),
    "ligatures": ("ﬁnde ﬂere oﬃcielle", "finde flere officielle"),
    "ł for ø": ("lłntilskud, ełre og młder", "løntilskud, eøre og møder"),
    "nothing to mend": ("São Tomé, Åse Łukasz Ø", "São Tomé, Åse Łukasz Ø"),
    "few letters": ("A B C", "A B C"),
}


@pytest.mark.parametrize("variant", MENDED)
def test_mended(variant: str) -> None:
    broken, whole = MENDED[variant]
    page = page_of(*broken.split(" "))
    mend_words([page])
    assert " ".join(word.text for word in page.words) == whole


def test_letters_set_apart_are_put_together() -> None:
    page = page_of()
    x = 68.0
    for letter in "Byrådsmedlemmer  var  til  stede":
        if letter == " ":
            x += 4.0
            continue
        page.words.append(Word(letter, x, 90.0, x + 5.0, 100.0, "Helvetica", 10.0, False, False))
        x += 7.0
    mend_words([page])
    assert [word.text for word in page.words] == ["Byrådsmedlemmer", "var", "til", "stede"]
    assert page.words[0].x0 == 68.0
    assert all(one.x1 < other.x0 for one, other in zip(page.words, page.words[1:], strict=False))


def _spaces_lost(rng: random.Random, words: list[str]) -> list[str]:
    found = [words[0]]
    for word in words[1:]:
        if rng.random() < 0.15:
            found[-1] += word.capitalize() if rng.random() < 0.5 else word
        else:
            found.append(word)
    return found


def _cut(rng: random.Random, words: list[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        place = rng.choice((1, 2))
        found += [word[:place], word[place:]] if len(word) > 5 and rng.random() < 0.3 else [word]
    return found


def _vowels_lost(rng: random.Random, words: list[str]) -> list[str]:
    return ["".join(letter for letter in word if letter not in "æøå") for word in words]


def _one_vowel_changed(rng: random.Random, words: list[str]) -> list[str]:
    return [word.replace("ø", "o") for word in words * 2]


DAMAGE: dict[str, Callable[[random.Random, list[str]], list[str]]] = {
    "run together": _spaces_lost,
    "pieces": _cut,
    "æ, ø or å": _vowels_lost,
    "letters are ø": _one_vowel_changed,
}


@pytest.mark.parametrize("measure", DAMAGE)
def test_damage_is_found_with_its_measure(measure: str) -> None:
    words = DAMAGE[measure](random.Random(4), TEXT.split())
    findings = list(broken_text([page_of(*words)]))
    assert [finding.code for finding in findings] == [FindingCode.broken_text]
    assert measure in findings[0].message


def test_undamaged_text_has_no_such_finding() -> None:
    assert not list(broken_text([page_of(*TEXT.split())]))


def test_undamaged_files_have_no_such_finding(
    samples_of: list[Path], record_of: Callable[[Path], Record]
) -> None:
    for sample in samples_of:
        assert not [f for f in record_of(sample).findings if f.code is FindingCode.broken_text], sample.name
