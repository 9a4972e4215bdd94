"""Votes are held against printed counts, against who was there, and against what was decided."""

import pytest

from pipeline.checking.votes import check_votes
from schemas.minutes import Attendance, Decision, Item, Minutes, VoteCounts, Votes
from schemas.vocabulary import FindingCode, Outcome, Presence

PEOPLE = [
    ("Ida Holm", "A", Presence.present),
    ("Bo Vang", "A", Presence.present),
    ("Karen Bøgh", "V", Presence.present),
    ("Per Lund", "V", Presence.partial),
    ("Jens Krogh", "Ø", Presence.excused),
]


def meeting(votes: Votes, outcome: Outcome = Outcome.approved, absent: tuple[str, ...] = ()) -> Minutes:
    item = Item(
        number="4",
        title="Ny skole",
        decision=Decision(text="Godkendt.", outcome=outcome, votes=votes),
        absent=absent,
    )
    rows = tuple(Attendance(name=name, party=party, status=status) for name, party, status in PEOPLE)
    return Minutes(kind="minutes", pages=(1, 1), title="Referat", items=(item,), attendance=rows)


def votes(for_=(), against=(), abstained=(), counts=None) -> Votes:
    numbers = (
        VoteCounts(**dict(zip(("for", "against", "abstained"), counts, strict=True))) if counts else None
    )
    return Votes(**{"for": for_, "against": against, "abstained": abstained, "counts": numbers})


def codes(minutes: Minutes) -> list[FindingCode]:
    return [finding.code for finding in check_votes(minutes, minutes.items[0])]


DIFFER, UNKNOWN = FindingCode.votes_differ, FindingCode.unknown_member

CASES = [
    ("parties and counts agree", votes(["A"], ["V"], counts=(2, 2, None)), []),
    ("names and counts agree", votes(["Ida Holm", "Bo Vang"], ["Karen Bøgh"], counts=(2, 1, None)), []),
    ("a party split by name", votes(["A", "Karen Bøgh"], ["Per Lund"], counts=(3, 1, None)), []),
    ("party names for letters", votes(["Socialdemokratiet"], ["Venstre"], counts=(2, 2, None)), []),
    ("more votes than people", votes(counts=(4, 2, None)), [DIFFER]),
    ("more names than votes", votes(["Ida Holm", "Bo Vang"], counts=(1, None, None)), [DIFFER]),
    ("fewer names than votes", votes(["Ida Holm"], counts=(2, None, None)), [DIFFER]),
    ("fewer in the party than votes", votes(["A"], ["V"], counts=(3, 1, None)), [DIFFER, DIFFER]),
    ("an unknown party says nothing", votes(["A", "T"], counts=(3, None, None)), []),
    ("a voter who had sent regrets", votes(against=["Jens Krogh"]), [DIFFER]),
    ("a voter of whom nobody knows", votes(against=["Hanne Thorup"]), [UNKNOWN]),
    ("another spelling is the same person", votes(against=["Karen Bøg"]), []),
    ("somebody on two sides", votes(["Ida Holm"], ["Ida Holm"]), [DIFFER]),
    ("adopted against the majority", votes(counts=(1, 3, None)), [DIFFER]),
]


@pytest.mark.parametrize(
    ("ballot", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_votes_are_held_against_what_else_is_known(ballot: Votes, expected: list[FindingCode]):
    assert codes(meeting(ballot)) == expected


def test_a_voter_absent_under_the_item_is_found():
    assert codes(meeting(votes(against=["Per Lund"]), absent=("Per Lund",))) == [DIFFER]


def test_a_majority_for_what_was_not_adopted_is_told_to_the_reader():
    assert codes(meeting(votes(counts=(3, 1, None)), Outcome.rejected)) == [DIFFER]
    assert codes(meeting(votes(counts=(1, 3, None)), Outcome.rejected)) == []
