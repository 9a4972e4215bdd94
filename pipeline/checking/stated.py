"""What the publication site states, held against what was read from the PDF.

Only other words, numbers and days are differences: case, spaces, punctuation, hyphens and ways of writing one letter
are not, nor is what one of both leaves out where the other cannot be expected to have it.
"""

import errno
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from rapidfuzz import fuzz

from pipeline.danish.absences import without_absences
from pipeline.danish.headings import read_heading
from pipeline.danish.wording import words_in
from schemas.minutes import Item, Minutes
from schemas.place import Places
from schemas.record import Finding, Record
from schemas.stated import BESIDE, Stated, StatedItem
from schemas.vocabulary import FindingCode, Presence, Severity

LARGEST = 32_000_000
"""Bytes of the file beside a PDF; a meeting of a hundred long items has about one million."""

ALIKE = 85.0
"""Titles at least so alike (0 to 100, words in any order) are taken for one item's without a number that agrees."""

HALF_ALIKE = 55.0
"""So alike, where the number agrees too."""

_AWAY = frozenset({Presence.absent, Presence.excused, Presence.partial})


@dataclass(frozen=True)
class Beside:
    """What lies beside a PDF."""

    stated: Stated | None = None
    sha256: str | None = None
    """Of the file's bytes; None where there is none."""
    findings: tuple[Finding, ...] = ()


def stated_beside(path: Path) -> Beside:
    """What the site that published a PDF states of it: the file of the same name and ".stated.json".

    Args:
        path: The PDF.

    Returns:
        Nothing where there is no such file; a finding where it cannot be read.
    """
    file = Path(f"{path}{BESIDE}")
    try:
        if not file.is_file():
            return Beside()
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
            opened.seek(0)
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        if (
            error.errno == errno.ENAMETOOLONG
        ):  # the PDF's own name is as long as names can be: nothing lies beside it
            return Beside()
        return Beside(findings=(_unreadable(file, f"cannot be opened ({error.strerror})"),))
    if len(content) > LARGEST:
        return Beside(sha256=digest, findings=(_unreadable(file, f"has more than {LARGEST} bytes"),))
    try:
        return Beside(Stated.model_validate_json(content), digest)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the whole"
        return Beside(sha256=digest, findings=(_unreadable(file, f"{where}: {first['msg']}"),))


def _unreadable(file: Path, why: str) -> Finding:
    words = f"{file.name}: what the site states cannot be read ({why}); pull it again, or take it away"
    return Finding(code=FindingCode.stated_unreadable, severity=Severity.warning, message=words)


def check_stated(record: Record) -> Iterator[Finding]:
    """All in which a site and the PDF that it published differ."""
    stated = record.stated
    if stated is None:
        return
    meetings = [one for one in record.documents if isinstance(one, Minutes)]
    if not meetings:
        yield _differs("The site publishes this file as a meeting's, but no minutes were read from it")
        return
    minutes = next((one for one in meetings if one.date == stated.date), meetings[0])
    yield from _head(stated, minutes)
    if stated.items and not minutes.items:
        yield _differs(f"The site lists {len(stated.items)} items, but none was read", minutes.at)
        return
    people = tuple(row.name for row in minutes.attendance)
    pairs = _pairs(stated.items, minutes.items)
    for one, item in pairs:
        if item is None:
            label = f"{one.number} " if one.number else ""
            yield _differs(
                f"The site lists the item {label}“{_short(one.title)}”, but it was not read", minutes.at
            )
        else:
            yield from _item(one, item, people)
    paired = {id(item) for _, item in pairs}
    for item in minutes.items if stated.items else ():
        if id(item) not in paired and item.open:
            words = f"{_called(item)}: the site does not list “{_short(item.title)}”"
            yield _differs(words, item.at, Severity.info)
    yield from _attendance(stated, minutes)


def _differs(message: str, at: Places = (), severity: Severity = Severity.warning) -> Finding:
    return Finding(code=FindingCode.stated_differs, severity=severity, message=message, at=at[:1])


def _head(stated: Stated, minutes: Minutes) -> Iterator[Finding]:
    at = minutes.at
    if stated.date and minutes.date and stated.date != minutes.date:
        yield _differs(f"The site dates the meeting {stated.date}, the PDF {minutes.date}", at)
    if stated.committee and minutes.committee and not _same_committee(stated.committee, minutes.committee):
        words = f"The site gives the meeting to “{_short(stated.committee)}”, the PDF to “{_short(minutes.committee)}”"
        yield _differs(words, at)
    for name, here, there in (
        ("begin at", stated.start_time, minutes.start_time),
        ("be held in", stated.place, minutes.place),
    ):
        if here and there and not _within(here, there):
            words = f"The site lets the meeting {name} “{_short(here)}”, the PDF “{_short(there)}”"
            yield _differs(words, at, Severity.info)


def _item(one: StatedItem, item: Item, people: tuple[str, ...]) -> Iterator[Finding]:
    called = _called(item)
    if item.open and one.open is not False and not _same_title(one.title, item.title):
        words = f"{called}: the site's title is “{_short(one.title)}”, the PDF's “{_short(item.title)}”"
        yield _differs(words, item.at)
    if one.case_number and item.case_number and _plain(one.case_number) != _plain(item.case_number):
        words = f"{called}: the site's case number is {_short(one.case_number)}, the PDF's {_short(item.case_number)}"
        yield _differs(words, item.at)
    elif one.case_number and not item.case_number and item.open:
        words = f"{called}: the site's case number is {_short(one.case_number)}; none was read"
        yield _differs(words, item.at, Severity.info)
    stated, told = _decided(one.decision or "", people)
    if stated and item.decision is None and not item.history:
        yield _differs(f"{called}: the site has the decision “{_short(stated)}”; none was read", item.at)
    elif stated and item.decision and not _same_words(stated, item.decision.text):
        here, there = _apart(stated, item.decision.text)
        words = f"{called}: the site's decision says “{here}” where the PDF's says “{there}”"
        yield _differs(words, item.decision.at or item.at)
    yield from _absent(called, (*one.absent, *told), item)


def _absent(called: str, stated: Iterable[str], item: Item) -> Iterator[Finding]:
    """Who was away from an item, where both say it."""
    names = tuple(dict.fromkeys(stated))
    if not names:
        return
    only_here = [name for name in names if not any(_same_person(name, other) for other in item.absent)]
    only_there = [name for name in item.absent if not any(_same_person(name, other) for other in names)]
    if only_here or only_there:
        words = f"{called}: the site names as absent {_listed(names)}, the PDF {_listed(item.absent)}"
        yield _differs(words, item.at)


def _attendance(stated: Stated, minutes: Minutes) -> Iterator[Finding]:
    """Who was away from the meeting: a site that says of each person is held against the PDF's list."""
    for person in stated.people:
        rows = [row for row in minutes.attendance if _same_person(person.name, row.name)]
        if person.status is None or len(rows) != 1:
            continue
        here, there = person.status in _AWAY, rows[0].status in _AWAY
        if here != there and rows[0].status is not Presence.partial:
            words = (
                f"The site says that {person.name} was {person.status.value}, the PDF {rows[0].status.value}"
            )
            yield _differs(words, rows[0].at or minutes.at)


def _pairs(stated: Iterable[StatedItem], items: Iterable[Item]) -> list[tuple[StatedItem, Item | None]]:
    """Each stated item with the one that was read: by number and title, then by title, then by number alone."""
    left, found = list(items), dict[int, Item]()
    wanted = list(stated)

    def take(n: int, candidates: list[Item]) -> None:
        if candidates:
            best = max(candidates, key=lambda item: _likeness(wanted[n].title, item.title))
            found[n] = best
            left.remove(best)

    for n, one in enumerate(wanted):
        take(n, [i for i in left if _same_number(one, i) and _likeness(one.title, i.title) >= HALF_ALIKE])
    for n, one in enumerate(wanted):
        if n not in found:
            take(n, [item for item in left if _likeness(one.title, item.title) >= ALIKE])
    for n, one in enumerate(wanted):
        if n not in found:
            take(n, [item for item in left if _same_number(one, item)])
    return [(one, found.get(n)) for n, one in enumerate(wanted)]


def _same_number(one: StatedItem, item: Item) -> bool:
    return one.number is not None and item.number is not None and _plain(one.number) == _plain(item.number)


def _likeness(one: str, other: str) -> float:
    return fuzz.token_sort_ratio(one.lower(), other.lower())


def _same_title(stated: str, read: str) -> bool:
    """Whether titles agree; a site may put the number, the case number and the word Åbent into its own."""
    return _plain(read) in (_plain(stated), _plain(read_heading(stated).title))


def _same_committee(one: str, other: str) -> bool:
    """Whether one name stands in the other, terms and short forms in brackets apart ("Byrådet 2022-2025 (BY)")."""
    first, second = (_plain(_TERM.sub(" ", name)) for name in (one, other))
    return first in second or second in first


_TERM = re.compile(r"\(.*?\)|\b(?:19|20)\d\d\s*[-–]\s*(?:(?:19|20)\d\d)?")


def _within(one: str, other: str) -> bool:
    """Whether one says no other than the other, but more of it ("Mødelokale 1", "Mødelokale 1, Rådhuset")."""
    first, second = _plain(one), _plain(other)
    return first in second or second in first


def _decided(decision: str, people: tuple[str, ...]) -> tuple[str, list[str]]:
    """A stated decision without its lines of who was absent, and whom they name."""
    kept: list[str] = []
    away: list[str] = []
    for line in decision.splitlines():
        text, absent = without_absences(line, people)
        kept.append(text)
        away += [one.name for one in absent if not one.is_substitute]
    return " ".join(text for text in kept if text.strip()), away


def _same_person(one: str, other: str) -> bool:
    """Whether two names can be one person's: every word of the shorter stands in the longer, or begins a word there."""
    first, second = sorted((_name_words(one), _name_words(other)), key=len)
    if len(first) < 2:
        return first == second
    return all(
        word in second or (len(word) == 1 and any(w.startswith(word) for w in second)) for word in first
    )


def _name_words(name: str) -> list[str]:
    return words_in(_folded(re.sub(r"\(.*?\)", " ", name)))


def _same_words(one: str, other: str) -> bool:
    """Whether two texts have the same words; the marks of a list's items are none."""
    return _plain(one) == _plain(other) or _plain(_unlisted(one)) == _plain(_unlisted(other))


def _unlisted(text: str) -> str:
    """A text without the numbers, letters and bullets that begin an item or a sentence."""
    return _LIST_MARK.sub("", text)


_LIST_MARK = re.compile(r"(?:^|(?<=[.:;!?)]\s))(?:(?:\d{1,2}|[a-zæøå])[.)]|o(?=\s))\s*", re.IGNORECASE)
"""Matches: "1. " and "2) " of "1. Godkendt. 2) Udsat." Not: the "5." of "den 5. maj"."""


def _apart(one: str, other: str) -> tuple[str, str]:
    """Two texts from the first word on in which they differ, with one word before it."""
    first, second = one.split(), other.split()
    same = 0
    for here, there in zip(first, second, strict=False):
        if _plain(here) != _plain(there):
            break
        same += 1
    start = max(same - 1, 0)
    lead = "… " if start else ""
    return tuple(_short(lead + " ".join(words[start:])) or "nothing" for words in (first, second))  # type: ignore[return-value]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _plain(text: str) -> str:
    """A text's letters and digits, in one form and case."""
    return "".join(words_in(_folded(text)))


def _called(item: Item) -> str:
    return f"Item {item.number}" if item.number else f"The item “{_short(item.title)}”"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "nobody"


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= 100 else f"{folded[:99]}…"
