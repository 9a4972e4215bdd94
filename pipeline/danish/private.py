"""Private passages of running text: CPR numbers, the health, homes and contacts of people who hold no office.

A person is private where neither a title, an office nor a party stands beside the name, and the record does not know
it as a member's. An address, a telephone number or an illness counts only together with such a person: streets,
telephones and illnesses are what municipal pages are full of.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from pipeline.danish.cpr import find_cpr
from pipeline.danish.ill import SENTENCE_END, find_illnesses
from pipeline.danish.pattern import Pattern
from pipeline.danish.persons import find_people
from pipeline.danish.privacy_words import privacy_words
from schemas.vocabulary import PrivacyKind

FLOOR = (
    r"(?:,?\s(?:st\.?|kl\.?|\d{1,2}\.(?!\d)|\d{1,2}(?=\s?(?:sal|tv|th|mf)))\s?(?:sal\.?)?"
    r"(?:,?\s?(?:tv|th|mf|lejl\.?\s?\d+|dør\s?\d+)\.?)?(?!\w))"
)

TOWN = r"(?:,?\s+(?:DK-?)?\d{4}\s+[A-ZÆØÅ][a-zæøåé]+(?:\s[A-ZÆØÅ](?:[a-zæøåé]+|\b\.?)){0,2})"


@cache
def street() -> re.Pattern[str]:
    """A street and a house's number, with floor and town where they stand there."""
    endings = "|".join(sorted(map(re.escape, privacy_words("streets")), key=len, reverse=True))
    name = rf"(?:[A-ZÆØÅ][\w.’'-]*\s){{0,3}}(?:[A-ZÆØÅ][\wé-]*(?:{endings})|(?:{endings.title()}))"
    return re.compile(rf"(?<![\w-]){name}\s+\d{{1,3}}(?:\s?[A-Za-z])?(?![\w]|[.,]\d|\s?%){FLOOR}?{TOWN}?")


HOUSE_NUMBER = re.compile(r"\s(?=\d)")
"""Before what may be a house's number."""


def _homes(text: str) -> Iterator[tuple[int, int]]:
    """Where streets with a house's number stand: looked for around figures, which takes a tenth of the time."""
    endings = privacy_words("streets")
    done = 0
    for one in HOUSE_NUMBER.finditer(text):
        begin, figure = max(done, one.end() - STREET_REACH), one.end()
        if figure > done and text[begin:figure].rstrip().lower().endswith(endings):
            found = street().search(text, begin, figure + 2 * STREET_REACH)
            if found is not None and found.start() < figure:
                yield found.span()
                done = found.end()


STREET_REACH = 120
"""No street's name is longer, nor a number with its floor and town."""


MAIL = Pattern(
    "e-mail",
    r"(?<![\w.+-])[\w.+-]+@(?P<domain>[\w-]+(?:\.[\w-]+)+)",
    matches=["ida.holm@gmail.com", "ida@granholm.dk"],
    not_matches=["@granholm", "ida(a)granholm.dk"],
)
"""An address for e-mail."""

PHONE = Pattern(
    "phone",
    r"(?<![\w.,/:-])(?:(?:\+|00)45[\s-]?)?[2-9]\d(?:\d{6}|\d\d[\ ]\d{4}|(?:[\ \n]\d\d){3}|(?:\.\d\d){3}|(?:-\d\d){3})(?![\w]|[.,/:-]\d|\s?(?:kr|%|mio))",
    matches=["23 45 67 89", "23456789", "+45 23456789", "tlf. 23-45-67-89", "2345 6789"],
    not_matches=[
        "2016-001234",
        "1234567",
        "23456789 kr.",
        "010203-1234",
        "123456789",
        "2023-2034",
        "2024-27 31",
    ],
    shape=r"\d(?:[ .\n-]?\d){7}",
)
"""A Danish telephone number."""

PRIVATE_PHONE = Pattern(
    "private-phone-before",
    r"\bprivat(?:e|\s?nr)?\.?:?\s*$",
    matches=["privat: ", "privat nr. ", "Private"],
    not_matches=["privatskole", "telefon "],
)
"""What says of the number behind it that it is somebody's own."""

BEHIND = 200
"""So many characters in front of a home or a number the person is looked for."""


class Private(NamedTuple):
    """A private passage of a text."""

    start: int
    """Offset of its first character, from 0."""
    end: int
    """Offset after its last."""
    kind: PrivacyKind


def find_private(
    text: str, public: Collection[str] = (), others: frozenset[str] = frozenset()
) -> list[Private]:
    """All private passages of a text.

    Args:
        text: Running text, with a line break where the page has one.
        public: Names of people who are known to hold an office, or to act in a role.
        others: Digits of numbers that are known to be no CPR numbers.

    Returns:
        In reading order; none overlaps another of its kind.
    """
    found = [Private(*one, PrivacyKind.cpr) for one in find_cpr(text, others)]
    found += [Private(*one, PrivacyKind.health) for one in find_illnesses(text, public)]
    found += _homes_and_contacts(text, public, found)
    return sorted(found)


def _homes_and_contacts(text: str, public: Collection[str], cprs: Sequence[Private]) -> Iterator[Private]:
    homes = list(_homes(text))
    mails = [(*one.span(), one["domain"].lower()) for one in MAIL.finditer(text)] if "@" in text else []
    phones = [one.span() for one in PHONE.finditer(text)]
    steps = sorted(
        chain(
            homes, phones, ((start, end) for start, end, _ in mails), ((one.start, one.end) for one in cprs)
        )
    )
    for start, end in homes:
        if (
            _of_a_person(text, start, steps, public)
            or _citizen_at().search(text, max(0, start - 60), start)
            or _lives_there(text, start, public)
        ):
            yield Private(start, end, PrivacyKind.address)
    for start, end in phones:
        told = PRIVATE_PHONE.search(text[max(0, start - 16) : start]) or _of_a_person(
            text, start, steps, public
        )
        if told and not any(one.start < end and start < one.end for one in cprs):
            yield Private(start, end, PrivacyKind.contact)
    for start, end, domain in mails:
        if domain in _providers() or _of_a_person(text, start, steps, public):
            yield Private(start, end, PrivacyKind.contact)


def _of_a_person(text: str, start: int, steps: Sequence[tuple[int, int]], public: Collection[str]) -> bool:
    """Whether a private person stands in front, with nothing between but what else is told of that person.

    A word for a private person alone will do in front of a home: "borger bosiddende Birkevej 5".
    """
    begin = max(0, start - BEHIND)
    window = text[begin:start]
    for one in reversed(find_people(window, public)):
        if _joined(text, begin + one.end, start, steps):
            return one.private
    return False


LIVES = Pattern(
    "lives-at",
    r"""\b(?:bor|boede|boende|bosiddende|bosat|fraflyttet|flyttede?\s(?:til|fra)|flyttet\s(?:til|fra)|tilmeldt)
        (?:\s(?:nu|fortsat|midlertidigt|til\sleje|alene|sammen\smed\s\w+|i|på|hos|lejligheden|huset|adressen))*\s$""",
    matches=["og bor ", "er fraflyttet ", "har boet, og er nu flyttet til "],
    not_matches=["boligerne på ", "arbejder på "],
)
"""What says that somebody lives at the address behind it."""


def _lives_there(text: str, start: int, public: Collection[str]) -> bool:
    """Whether a sentence that names a private person, or a citizen, ends in living at an address."""
    begin = max(0, start - BEHIND)
    window = text[begin:start].replace("\n", " ")
    if not LIVES.search(window):
        return False
    stops = [one.end() for one in SENTENCE_END.finditer(window)]
    said = window[stops[-1] if stops else 0 :]
    people = find_people(said, public)
    return people[-1].private if people else _citizen().search(said) is not None


@cache
def _citizen() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, privacy_words("citizens")), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _joined(text: str, at: int, start: int, steps: Sequence[tuple[int, int]]) -> bool:
    """Whether only signs, joining words and other facts of one person stand between two offsets."""
    while at < start:
        joint = _joint().match(text, at, start)
        at = joint.end() if joint else at
        if at >= start:
            return at == start
        step = next((end for begin, end in steps if begin == at), None)
        if step is None or step > start:
            return False
        at = step
    return at == start


@cache
def _joint() -> re.Pattern[str]:
    words = sorted(
        map(re.escape, (*privacy_words("lives"), *privacy_words("reached"), *privacy_words("joins"))),
        key=len,
        reverse=True,
    )
    return re.compile(
        rf"(?:[\s,;:()/–-]+|\.(?=\s*\d)|(?<!\w)(?:{'|'.join(words)})(?!\w)(?:\.(?=\s))?)+", re.IGNORECASE
    )


@cache
def _citizen_at() -> re.Pattern[str]:
    """A word for a private person who lives where the text goes on: "borgeren på ", "klager bor "."""
    words = "|".join(sorted(map(re.escape, privacy_words("citizens")), key=len, reverse=True))
    lives = r"(?:bor|boende|bosiddende|bosat)(?:\s(?:på|i|adressen))*|på"
    family = r"(?:,?\sfamilien\s[\w-]+)?"
    return re.compile(
        rf"(?<!\w)(?:{words}|naboerne){family}(?:,?\s(?:der|som))?\s(?:{lives})\s$", re.IGNORECASE
    )


@cache
def _providers() -> frozenset[str]:
    return frozenset(privacy_words("mail_providers"))
