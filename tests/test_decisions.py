"""What decisions mean, in the wordings of many municipalities: tests/decisions/*.toml says what a careful reader sees.

`scripts/score_decisions` counts over the same files.
"""

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.danish.decisions import read_decision

FIELDS = (
    "outcome", "parts", "for", "against", "abstained", "counts", "dissent", "forwarded_to", "postponed_to", "kept",
)  # fmt: skip
"""What of a decision is compared."""


class Labelled(NamedTuple):
    """One decision and what must be made of it."""

    text: str
    """Its paragraphs, a line each."""

    given: dict[str, Any]
    """What else is known: the proposal, the meeting's day."""

    expected: dict[str, Any]
    """A value for each of `FIELDS`; empty where the case names none."""


def labelled(path: Path) -> list[Labelled]:
    """The cases of a file."""
    cases = tomllib.loads(path.read_text(encoding="utf-8"))["decision"]
    return [_case(case) for case in cases]


def _case(case: dict[str, Any]) -> Labelled:
    unknown = case.keys() - {*FIELDS, "text", "proposal", "date"}
    if unknown:
        raise ValueError(f"{case['text']!r}: {unknown}")
    expected = {name: case.get(name) or None for name in FIELDS}
    expected["kept"] = case.get("kept", " ".join(case["text"].split()))
    return Labelled(
        case["text"], {"proposal": case.get("proposal"), "meeting_date": case.get("date")}, expected
    )


def understood(case: Labelled) -> dict[str, Any]:
    """What the program makes of it, in the form of `Labelled.expected`."""
    read = read_decision(case.text.split("\n"), **case.given)
    votes = read.votes.model_dump(by_alias=True) if read.votes else {}
    counts = {side: number for side, number in (votes.get("counts") or {}).items() if number is not None}
    return {
        "outcome": str(read.outcome),
        "parts": [f"{','.join(part.numbers)} {part.outcome}" for part in read.parts] or None,
        "for": list(votes.get("for", ())) or None,
        "against": list(votes.get("against", ())) or None,
        "abstained": list(votes.get("abstained", ())) or None,
        "counts": counts or None,
        "dissent": read.dissent,
        "forwarded_to": list(read.forwarded_to) or None,
        "postponed_to": read.postponed_to,
        "kept": read.text,
        "rule": read.rule,
    }


CASES = [
    case for path in sorted((Path(__file__).parent / "decisions").glob("*.toml")) for case in labelled(path)
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:70].replace("\n", " / "))
def test_decision_is_understood(case: Labelled):
    got = understood(case)
    assert {name: got[name] for name in FIELDS} == case.expected


FRAGMENTS = st.sampled_from(
    [
        "Godkendt.", "1. Anbefales.", "Ad 2:", "For stemte", "A, V og", "(C)", "Ida Holm", "Imod stemte", "undlod at stemme",
        "med 12 stemmer for og 3 imod", "idet", "kunne ikke tiltræde", "Udsat til den 3. maj 2016.", "\n", "Ø.", "”",
        "Et flertal bestående af", "Oversendes til Økonomiudvalget", "dog således at", "(", ")", "1.-3.", "Ændringsforslaget",
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(FRAGMENTS, max_size=25).map(" ".join))
def test_what_is_read_stands_in_the_words(text: str):
    read = read_decision(text.split("\n"))
    words = " ".join(text.split())
    votes = read.votes
    names = [*votes.for_, *votes.against, *votes.abstained] if votes else []
    assert all(name in words for name in (*names, *read.forwarded_to))
    assert all(part.text in words for part in read.parts)
    assert 0 <= read.confidence <= 1


def test_a_group_that_voted_is_its_letter():
    votes = read_decision(
        ["For stemte Gruppe A, F og Ø samt Ida Holm (UP).", "Imod stemte Gruppe O og V."]
    ).votes
    assert votes is not None
    assert (votes.for_, votes.against) == (("A", "F", "Ø", "Ida Holm"), ("O", "V"))
