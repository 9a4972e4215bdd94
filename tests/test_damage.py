"""Damage that a reader of PDFs mends or passes over in silence is a finding; whole files have none."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from mutants import by_bytes, by_structure
from mutants.by_structure import WHOLE, changed

from pipeline.checking.page_numbers import check_page_numbers
from pipeline.reading import line_of, read_twice
from pipeline.run import Reading, understand
from schemas.page import Page, Word
from schemas.record import Record
from schemas.vocabulary import FindingCode

OF_DAMAGE = {FindingCode.damaged_file, FindingCode.pages_missing, FindingCode.pages_disordered}


def test_whole_files_have_no_such_finding(
    samples_of: list[Path], record_of: Callable[[Path], Record]
) -> None:
    for sample in samples_of:
        assert not [f for f in record_of(sample).findings if f.code in OF_DAMAGE], sample.name


@pytest.fixture(scope="session")
def sample(samples_of: list[Path]) -> bytes:
    return next(path for path in samples_of if "oeu" in path.name).read_bytes()


SIZED = {"giant_boxes"}
"""These have a fault, but no word is lost by it."""


@pytest.mark.parametrize("change", [change for change in WHOLE if change.__name__ not in SIZED])
def test_other_programs_files_are_whole(
    change: by_structure.Change, samples_of: list[Path], tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    for original in samples_of[:2]:
        path.write_bytes(changed(change, random.Random(1), original.read_bytes()))
        assert not read_twice(path).faults


def _in_first_stream(change: Callable[[bytearray, int], None]) -> Callable[[bytes], bytes]:
    def changing(data: bytes) -> bytes:
        out = bytearray(data)
        change(out, data.index(b"stream") + 60)
        return bytes(out)

    return changing


def _flip(data: bytearray, place: int) -> None:
    data[place] ^= 4


def _unbound(data: bytes) -> bytes:
    return re.sub(rb"/Kids \[ (\d+ 0 R)", lambda match: b"/Kids [ " + b" " * len(match[1]), data)


DAMAGED: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a bit of a stream": (_in_first_stream(_flip), "compressed streams are damaged"),
    "cut short": (lambda data: data[: len(data) * 19 // 20], "cut short"),
    "a piece lost": (lambda data: data[:3000] + data[3400:], "lead nowhere"),
    "a piece put in": (lambda data: data[:3000] + b"\n" * 40 + data[3000:], "not where it is said to be"),
    "wrong lengths": (lambda data: by_bytes.lengths_wrong(random.Random(1), data), "not as long as they say"),
    "no ends": (lambda data: data.replace(b"endobj", b"      "), "have no end"),
    "junk after": (lambda data: data + b"<html>", "stand after its end"),
    "junk before": (lambda data: b"HTTP/1.1 200 OK\n" + data, "stand before its beginning"),
    "a page not bound in": (_unbound, "bound into it"),
    "what is needed": (lambda data: data.replace(b"/F1 ", b"/F1 99"), "that it needs are not there"),
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_damage_to_the_file_is_a_finding(damage: str, sample: bytes, tmp_path: Path) -> None:
    break_it, says = DAMAGED[damage]
    path = tmp_path / "a.pdf"
    path.write_bytes(break_it(sample))
    assert any(says in fault.message for fault in read_twice(path).faults)


def test_a_drawing_that_was_cut_is_a_finding(sample: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(changed(by_structure.content_cut, random.Random(2), sample))
    record = understand(path, Reading(model="none"))
    assert [f for f in record.findings if f.code is FindingCode.damaged_file and "its text" in f.message]


def test_a_file_whose_end_was_lost_is_read_all_the_same(sample: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(sample)
    whole = understand(path, Reading(model="none"))
    path.write_bytes(by_bytes.trailer_lost(random.Random(1), sample))
    record = understand(path, Reading(model="none"))
    assert [d.title for d in record.documents] == [d.title for d in whole.documents]
    assert any("table of objects" in finding.message for finding in record.findings)


def pages(*numbers: str) -> list[Page]:
    """Pages that have these words as furniture; None has none."""
    found = []
    for place, number in enumerate(numbers, 1):
        page = Page(number=place, width=595.0, height=842.0, words=[], rules=[])
        if number:
            words = [Word(text, 60, 800, 90, 810, "Helvetica", 10.0, False, False) for text in number.split()]
            page.furniture.append(line_of(words, place, 0))
        found.append(page)
    return found


NUMBERED: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "whole": (("Side 1 af 3", "Side 2 af 3", "Side 3 af 3"), []),
    "a cover without": (("", "Side 1", "Side 2", "Side 3"), []),
    "not on all": (("1", "2", "", "4", "5"), []),
    "bound together": (("1", "2", "3", "1", "2", "", "2", "3"), []),
    "two forms": (("Side 1", "Side 2", "1/2", "2/2"), []),
    "an extract": (("Side 7", "Side 8", "Side 9"), []),
    "no page numbers": (("møde 4", "møde 9", "møde 1"), []),
    "the middle lost": (("Side 1", "Side 2", "Side 4"), ["3 is not there"]),
    "several lost": (("1 of 9", "2 of 9", "6 of 9", "7 of 9", "8 of 9", "9 of 9"), ["3 to 5 are not there"]),
    "the end lost": (("1/4", "2/4", "3/4"), ["4 is not there"]),
    "twice": (("Side 1", "Side 2", "Side 2", "Side 3"), ["the number 2 is printed twice"]),
    "swapped": (("1", "2", "3", "5", "4", "6"), ["4 is not there", "4 is printed after 5", "5 is not there"]),
}


@pytest.mark.parametrize("case", NUMBERED)
def test_printed_numbers_tell_of_pages(case: str) -> None:
    numbers, says = NUMBERED[case]
    told = [
        f.message.removeprefix("By the printed page numbers, ") for f in check_page_numbers(pages(*numbers))
    ]
    assert told == says


def test_a_page_that_says_the_same_as_another_is_a_finding(samples_of: list[Path], tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    original = next(path for path in samples_of if "byraad" in path.name)
    path.write_bytes(changed(by_structure.page_twice, random.Random(1), original.read_bytes()))
    record = understand(path, Reading(model="none"))
    assert [
        f for f in record.findings if f.code is FindingCode.pages_disordered and "word by word" in f.message
    ]


def test_a_box_named_by_its_other_corners_is_the_same_box(sample: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(sample)
    usual = read_twice(path).pages
    path.write_bytes(changed(by_structure.turned_boxes, random.Random(1), sample))
    assert [page.words for page in read_twice(path).pages] == [page.words for page in usual]
