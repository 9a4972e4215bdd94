"""Votes must agree: names with printed counts, voters with who was there, the outcome with the majority."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from pipeline.danish.motions import SIDE_SUBJECT
from pipeline.danish.names import party_letter
from schemas.minutes import Attendance, Item, Minutes, Votes
from schemas.record import Finding
from schemas.vocabulary import FindingCode, Outcome, Presence, Severity

SAME_PERSON = 88.0
"""Two spellings so alike are one person: a wrong letter or two in a name of two words give 88 to 96; two members of one
body who share a surname and a first letter are below 85 in the samples."""

Doubt = tuple[FindingCode, Severity, str]
"""A code, how much it weighs, and a sentence."""

DIFFER = FindingCode.votes_differ

THERE = (Presence.present, Presence.partial, Presence.signed)
"""Who may have voted."""


def check_votes(minutes: Minutes, item: Item) -> Iterator[Finding]:
    """What does not agree in the votes under one item."""
    votes = item.decision.votes if item.decision else None
    if votes is None or item.decision is None:
        return
    number = f"Item {item.number}" if item.number else f"“{item.title[:60]}”"
    listed = minutes.attendance if any(map(_is_listed, minutes.attendance)) else ()
    # Of votes on several motions the names stand together, and the counts are those of one.
    single = SIDE_SUBJECT.search(item.decision.text) is None
    for code, severity, message in (
        *_against_counts(votes, listed, single=single),
        *_against_attendance(votes, item, listed, single=single),
        *_against_outcome(votes, item.decision.outcome),
    ):
        places = item.decision.at[:1] or item.at[:1]
        yield Finding(code=code, severity=severity, message=f"{number}: {message}", at=places)


def _is_listed(row: Attendance) -> bool:
    """Whether a person is told as one who met, and not only as one who was away, left or stood in."""
    return row.status in (Presence.present, Presence.signed) and not row.substitute


def _sides(votes: Votes) -> tuple[tuple[str, tuple[str, ...], int | None], ...]:
    counts = votes.counts
    return (
        ("for", votes.for_, counts.for_ if counts else None),
        ("against", votes.against, counts.against if counts else None),
        ("abstained", votes.abstained, counts.abstained if counts else None),
    )


def _is_person(name: str) -> bool:
    return " " in name and party_letter(name) is None and not name.startswith(("Gruppe", "Liste", "liste"))


def _against_counts(votes: Votes, attendance: Sequence[Attendance], *, single: bool) -> Iterator[Doubt]:
    """Printed counts against how many were there, and how many are named."""
    there = [row for row in attendance if row.status in THERE]
    cast = sum(count or 0 for _, _, count in _sides(votes))
    if there and cast > len(there):
        yield DIFFER, Severity.warning, f"{cast} votes are counted, but {len(there)} people took part"
    named = [name for _, names, _ in _sides(votes) for name in names if _is_person(name)]
    for side, names, count in _sides(votes):
        people = [name for name in names if _is_person(name)]
        if count is None or not names or not single:
            continue
        if len(people) > count or (len(people) == len(names) and len(people) != count):
            yield (
                DIFFER,
                Severity.warning,
                f"{count} votes {side} are counted, but {len(people)} people are named",
            )
            continue
        stood = _standing_for(names, named, there)
        if stood is not None and stood != count:
            yield (
                DIFFER,
                Severity.warning,
                f"{count} votes {side} are counted, but those named are {stood} of the people there",
            )


def _standing_for(names: Sequence[str], named: Sequence[str], there: Sequence[Attendance]) -> int | None:
    """How many people a side's people and parties are, or None where the parties of those there are not all known."""
    if not there or any(row.party is None for row in there):
        return None
    total = 0
    for name in names:
        if _is_person(name):
            total += 1
            continue
        letter = party_letter(name) or name
        group = [
            row
            for row in there
            if (party_letter(row.party or "") or row.party) == letter
            and not any(_same(row.name, other) for other in named)
        ]
        if not group:
            return None
        total += len(group)
    return total


def _against_attendance(
    votes: Votes, item: Item, attendance: Sequence[Attendance], *, single: bool
) -> Iterator[Doubt]:
    """Voters who were not there, who are no members, or who stand on two sides."""
    members = [row for row in attendance if row.status is not Presence.signed]
    seen: dict[str, str] = {}
    for side, names, _ in _sides(votes):
        for name in names:
            if seen.setdefault(name, side) != side and single:
                yield DIFFER, Severity.info, f"{name} stands among those {seen[name]} and those {side}"
            if not _is_person(name) or not members:
                continue
            row = next((row for row in members if _same(row.name, name)), None)
            if row is None:
                yield (
                    FindingCode.unknown_member,
                    Severity.warning,
                    f"{name} voted but is no member in the list of those who met",
                )
            elif row.status not in THERE or any(_same(name, absent) for absent in item.absent):
                yield DIFFER, Severity.warning, f"{name} voted but is said to have been absent"


def _same(one: str, other: str) -> bool:
    first, second = one.lower().split(), other.lower().split()
    return (
        set(first) <= set(second)
        or set(second) <= set(first)
        or fuzz.ratio(one.lower(), other.lower()) >= SAME_PERSON
    )


def _against_outcome(votes: Votes, outcome: Outcome) -> Iterator[Doubt]:
    """A majority for what was not adopted, or against what was."""
    if votes.counts is None or votes.counts.for_ is None or votes.counts.against is None:
        return
    for_, against = votes.counts.for_, votes.counts.against
    told = f"{for_} voted for and {against} against"
    if outcome is Outcome.rejected and for_ > against:
        yield DIFFER, Severity.info, f"{told}, yet it was not adopted; read the words"
    elif outcome in (Outcome.approved, Outcome.recommended) and for_ < against:
        yield DIFFER, Severity.info, f"{told}, yet it was adopted; the count may be another motion's"
