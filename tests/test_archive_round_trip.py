"""Whatever a record holds, the archive gives it back."""

import sqlite3
import types
import typing
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.archive import Archive, flatten
from schemas.base import Schema
from schemas.minutes import Decision, DecisionPart, Item, Minutes, VoteCounts, Votes
from schemas.record import Reader, Record, ScannedPage, Source

WORDS = st.text(max_size=8) | st.sampled_from(
    ["\0", "a\0b", "\x1b[31m", "\ufffe\ufeff", "\u202e", "'; --", "æøå", ""]
)
INTEGERS = st.integers(-(2**63), 2**63 - 1)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
CLOCKS = st.times().map(lambda time: time.strftime("%H:%M"))


def values_of(annotation: Any) -> st.SearchStrategy[Any]:
    """Any value that a field of the schemas may have."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        facts = [fact for extra in arguments[1:] for fact in getattr(extra, "metadata", [extra])]
        bounds = {
            name: getattr(fact, name) for fact in facts for name in ("gt", "ge", "le") if hasattr(fact, name)
        }
        if any(hasattr(fact, "pattern") for fact in facts):
            return CLOCKS
        if "gt" in bounds:
            return st.integers(bounds["gt"] + 1, 2**63 - 1)
        return st.floats(bounds["ge"], bounds["le"]) if bounds else values_of(arguments[0])
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*map(values_of, arguments))
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        if arguments[-1] is Ellipsis:
            return st.lists(values_of(arguments[0]), max_size=3).map(tuple)
        return st.tuples(*map(values_of, arguments))
    if annotation is type(None):
        return st.none()
    if isinstance(annotation, type) and issubclass(annotation, Schema):
        return nouns(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return st.sampled_from(annotation)
    return {str: WORDS, int: INTEGERS, float: FLOATS, bool: st.booleans(), date: st.dates()}[annotation]


def nouns(noun: type[Schema]) -> st.SearchStrategy[Any]:
    """Any value of a noun, within what its validators allow."""
    hints = typing.get_type_hints(noun, include_extras=True)
    fields = {name: st.deferred(lambda hint=hints[name]: values_of(hint)) for name in noun.model_fields}
    if noun is Source:
        fields["pages"] = st.integers(0, 300)  # each that nothing was read from is a row
    if noun is Record:
        scans = st.lists(nouns(ScannedPage), max_size=3, unique_by=lambda scan: scan.page)
        fields["scans"] = scans.map(lambda pages: tuple(sorted(pages, key=lambda scan: scan.page)))
    if noun is Item:
        fields["attachments_at"] = st.just(())

        def placed(item: Item) -> st.SearchStrategy[Item]:
            one_each = st.tuples(*(values_of(hints["attachments_at"].__args__[0]) for _ in item.attachments))
            return (st.just(()) | one_each).map(lambda at: item.model_copy(update={"attachments_at": at}))

        return st.fixed_dictionaries(fields).map(lambda given: noun(**given)).flatmap(placed)
    return st.fixed_dictionaries(fields).map(lambda given: noun(**given))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with Archive.open(tmp_path_factory.mktemp("archive") / "arkiv.db") as opened:
        yield opened


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(record=nouns(Record), digest=st.binary(min_size=32, max_size=32))
def test_a_record_is_read_back_as_it_was_loaded(archive: Archive, record: Record, digest: bytes) -> None:
    record = record.model_copy(update={"source": record.source.model_copy(update={"sha256": digest.hex()})})
    archive.load(record, reread=True)
    assert archive.read_record(digest.hex()) == record


def a_record(*items: Item, file: str = "referat.pdf", digest: str = "ab" * 32) -> Record:
    minutes = Minutes(
        kind="minutes", pages=(1, 2), title="Referat", municipality="Granholm Kommune", items=items
    )
    return Record(
        source=Source(file=file, sha256=digest, bytes=10, pages=2, text_layer="native"),
        documents=(minutes,),
        reader=Reader(version="0"),
    )


NO_VOTES = [
    None,
    Votes(),
    Votes(counts=VoteCounts()),
    Votes(for_=("", "A", "A")),
    Votes(counts=VoteCounts(against=0)),
]


@pytest.mark.parametrize("whole", NO_VOTES, ids=repr)
@pytest.mark.parametrize("part", NO_VOTES, ids=repr)
def test_no_vote_and_an_empty_vote_are_told_apart(
    tmp_path: Path, whole: Votes | None, part: Votes | None
) -> None:
    parts = (DecisionPart(numbers=("1", "2b"), text="x", outcome="approved", votes=part),)
    record = a_record(
        Item(number="1", title="x", decision=Decision(text="y", outcome="noted", votes=whole, parts=parts))
    )
    with Archive.open(tmp_path / "arkiv.db") as opened:
        opened.load(record)
        assert opened.read_record("ab" * 32) == record


@pytest.mark.parametrize(
    ("numbers", "ids"),
    [
        (["1", "2"], ["i1", "i2"]),
        (["3.1", "3,1"], ["i3-1", "i3-1_2"]),
        (["7", "7", None, None], ["i7", "i7_2", "iu", "iu_2"]),
        (["Å", "/", ".."], ["iu", "iu_2", "iu_3"]),
    ],
)
def test_an_item_is_cited_by_its_number(numbers: list[str | None], ids: list[str]) -> None:
    rows = flatten(a_record(*(Item(number=number, title="x") for number in numbers)))
    assert [str(row[0]) for row in rows.tables["items"]] == [f"{'ab' * 8}.p1.{own}" for own in ids]


def test_a_citation_survives_a_reading_that_finds_one_item_more() -> None:
    before = flatten(a_record(Item(number="2", title="b")))
    after = flatten(a_record(Item(number="1", title="a"), Item(number="2", title="b")))
    assert {row[0] for row in before.tables["items"]} < {row[0] for row in after.tables["items"]}


def test_evidence_is_tied_to_the_row_that_it_is_about(tmp_path: Path) -> None:
    record = a_record(Item(number="4", title="x"))
    evidence = [
        {"path": path, "rule": "r", "confidence": 1}
        for path in ("/documents/0/items/0/title", "/nowhere", "")
    ]
    record = Record.model_validate(record.model_dump() | {"evidence": evidence})
    with Archive.open(tmp_path / "arkiv.db") as opened:
        opened.load(record)
    with sqlite3.connect(tmp_path / "arkiv.db") as connection:
        told = connection.execute("SELECT owner_id, field FROM evidence ORDER BY ord").fetchall()
    assert told == [(f"{'ab' * 8}.p1.i4", "title"), ("ab" * 8, None), ("ab" * 8, None)]
