"""Facts of minutes that must agree: numbers, dates, votes, members."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from pipeline.checking.votes import check_votes
from schemas.minutes import Item, Minutes
from schemas.record import Finding
from schemas.vocabulary import FindingCode, Presence, Severity


def check_minutes(minutes: Minutes) -> Iterator[Finding]:
    """All that does not agree in one meeting's minutes."""
    yield from _numbers(minutes)
    yield from _head(minutes)
    yield from _members(minutes)
    for item in minutes.items:
        yield from check_votes(minutes, item)


def _finding(code: FindingCode, severity: Severity, message: str, item: Item | None = None) -> Finding:
    return Finding(code=code, severity=severity, message=message, at=item.at[:1] if item else ())


def _numbers(minutes: Minutes) -> Iterator[Finding]:
    """Item numbers that are missing or stand twice."""
    numbers = [item.number for item in minutes.items if item.number]
    for number, count in Counter(numbers).items():
        if count > 1:
            item = next(item for item in minutes.items if item.number == number)
            yield _finding(
                FindingCode.number_repeated,
                Severity.warning,
                f"Item number {number} stands {count} times",
                item,
            )
    whole = sorted({int(number) for number in numbers if number.isdigit()})
    missing = [n for one, other in pairwise(whole) for n in range(one + 1, other)]
    if missing and len(missing) <= len(whole):
        yield _finding(
            FindingCode.number_gap,
            Severity.warning,
            f"Item numbers are missing between {whole[0]} and {whole[-1]}: {', '.join(map(str, missing[:12]))}",
        )
    for item in minutes.items:
        if item.number is None and (numbers or not item.title):  # some papers number none of their items
            yield _finding(
                FindingCode.number_gap,
                Severity.info,
                f"The item “{item.title[:80]}” has no number"
                if item.title
                else "An item has neither number nor title; it begins at its first label",
                item,
            )


def _head(minutes: Minutes) -> Iterator[Finding]:
    """What every meeting has and this one does not say."""
    for name, value in (("date", minutes.date), ("committee", minutes.committee)):
        if value is None:
            yield _finding(
                FindingCode.empty_result,
                Severity.warning,
                f"No {name} was found for the meeting; look at its first page",
            )


def _members(minutes: Minutes) -> Iterator[Finding]:
    """Who is absent under an item without being a member."""
    listed = {
        row.name
        for row in minutes.attendance
        if row.status in (Presence.present, Presence.partial) or row.role
    }
    if not listed or not any(row.status is Presence.present for row in minutes.attendance):
        return
    head = {row.name for row in minutes.attendance}
    for item in minutes.items:
        for name in item.absent:
            if name not in head and not any(_part_of(name, other) for other in head):
                yield _finding(
                    FindingCode.unknown_member,
                    Severity.warning,
                    f"Item {item.number}: {name} is absent but stands in no list of members",
                    item,
                )


def _part_of(name: str, other: str) -> bool:
    return set(name.lower().split()) <= set(other.lower().split())
