"""Lists of people: names with party, office and what is remarked of them, however a clerk sets them apart."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from pipeline.danish.names import (
    LETTER,
    LOWER,
    NAME,
    NOT_NAMES,
    PARTICLE,
    PERSON_NAME,
    UPPER,
    WORD,
    party_lexicon,
    party_names,
)
from pipeline.danish.pattern import Pattern
from schemas.vocabulary import Presence

PARTIES_APART = Pattern(
    "party-letters-apart",
    rf"(?<=[)\]])\s+(?!(?:og|samt)\s)(?=(?:(?:\d\.\s)?[a-zæøå.]+\s)?{WORD}\s(?:{PARTICLE}\s)?{WORD})",
    matches=["Ida Holm (A) Bo Vang (V)"],
    not_matches=["Ida Holm (A) og Bo Vang (V)", "Ida Holm (A)", "Bo Vang (V) som suppleant for Ida Holm"],
    flags=re.NOFLAG,
)
"""Between two names with their parties where no sign stands."""

PEOPLE_SEPARATOR = Pattern(
    "people-separator",
    rf"""\s*(?:\n|;|•|·|\s\|\s|(?<!\d)/(?!\d)|,(?:\s+(?:og|samt)\s+|(?=\s|$|[{UPPER}][{LOWER}]))|\s+(?:og|samt|&)\s+)\s*""",
    matches=[
        "Ida Holm, Bo Vang",
        "Ida Holm, A, og Bo Vang, V",
        "Ida Holm og Bo Vang",
        "Ida Holm\nBo Vang",
        "Ida Holm,Bo Vang",
    ],
    not_matches=["Ida Holm (A)", "punkt 2,5"],
    flags=re.NOFLAG,
)
"""Between two people of a list; what is no name behind it (a letter, an office) belongs to the one before."""

VACANT = Pattern(
    "person-vacant",
    r"^(?:vakant|ubesat|n\.?\s?n\.?|ledig(?:\s+plads)?|ingen|intet|-|–|\.)\b.*$|^[-–.]$",
    matches=["Vakant", "Ubesat", "N.N.", "Ingen", "-"],
    not_matches=["Ida Holm", "Nina Ny"],
)
"""A seat without a person, or a list without people."""

LISTING_NUMBER = re.compile(r"^(?:\d{1,2}[.)]|[-–•*])\s+")
"""A number or a stroke in front of a name."""

NO_PARTY = r"(?:løsgænger|uden\s?for\s+(?:parti\w*|gruppe\w*)|upolitisk|partiløs|(?:[A-ZÆØÅ][\wæøå-]*\s?)?[Ll]iste[n]?)"
"""Who belongs to none, or to one of the place."""

OFFICES = Pattern(
    "people-offices",
    rf"^(?i:(?:rådmænd|viceborgmestre|formænd|næstformænd|(?:byråds|kommunalbestyrelses|udvalgs|regionsråds)?medlemmer)(?:ne|ene)?)\s+(?={NAME})",
    matches=["rådmændene Ida Holm", "byrådsmedlemmerne Bo Vang"],
    not_matches=["rådmand Ida Holm", "medlemmer"],
    flags=re.NOFLAG,
)
"""An office of several in front of their names."""

STANDS_IN = Pattern(
    "person-stands-in",
    rf"^(?:(?:mødte|deltog|deltager|indkaldt|er)\s+)?(?:som\s+)?(?P<role>stedfortræder|suppleant)\s+for\s+(?P<for>{NAME})",
    matches=["stedfortræder for Ida Holm", "mødte som suppleant for Ida Holm"],
    not_matches=["stedfortræder", "Ida Holm mødte"],
)
"""Behind a name: for whom the person stood in."""


class Person(NamedTuple):
    """Someone in a list of people."""

    name: str
    """Without party letter or title; the whole text where it has no name's shape."""

    party: str | None = None
    """Letter or name, as printed."""

    role: str | None = None
    """Office, with a capital: "Formand"."""

    official: str | None = None
    """A title that no member has: "Direktør"."""

    remark: str = ""
    """Other words behind the name: "afbud", "deltog ikke under punkt 5"."""


@cache
def _lexicon() -> Mapping[str, list[str]]:
    text = files("pipeline.danish").joinpath("lexicon/people.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def office() -> re.Pattern[str]:
    """An expression for an office that a member holds: "formand", "1. viceborgmester", "næstformand for udvalget"."""
    offices = sorted(party_lexicon()["offices"], key=len, reverse=True)
    return re.compile(
        rf"(?:{'|'.join(re.escape(word) for word in offices)})(?:\s+for\s+(?:udvalget|byrådet|rådet))?(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _title() -> re.Pattern[str]:
    titles = sorted(_lexicon()["titles"], key=len, reverse=True)
    return re.compile(
        rf"(?:(?:[\wæøå]+-,?\s+)*(?:og\s+)?[\wæøå-]*(?:{'|'.join(titles)})(?:en|e|er)?)(?:\s+(?:for|i)\s+[^,()]+?)?",
        re.IGNORECASE,
    )


def is_title(text: str) -> bool:
    """Whether words are an employee's title."""
    return _title().fullmatch(text.strip(" .,:()")) is not None


def is_office(text: str) -> bool:
    """Whether words are an office and nothing else."""
    return office().fullmatch(text.strip(" .,:()–-")) is not None


def cased(name: str) -> str:
    """A name in capitals as it would be written."""
    return name.title() if name.isupper() and "." not in name else name


def remarked(remark: str) -> Presence | None:
    """What a bare remark behind a name says: "afbud", "ikke til stede"; None where it is none of the known ones."""
    folded = " ".join(remark.lower().split()).strip(" .:,()[]–-")
    for status in (Presence.excused, Presence.absent, Presence.present):
        if folded in _lexicon()[status.value]:
            return status
    return None


@cache
def given_names() -> frozenset[str]:
    """Common given names."""
    return frozenset(_lexicon()["given"])


def employee_titles() -> tuple[str, ...]:
    """Titles of employees and guests, each the end of a word."""
    return tuple(_lexicon()["titles"])


def split_people(text: str, known: Sequence[str] = ()) -> list[Person]:
    """The people of a list, with party, office and remarks.

    Reads "Ida Holm (A) Bo Vang (V)" with no sign between the names, lists with commas, "og" or line breaks, titles
    before and behind a name, "((V)", "Ida Holm, A", "Ida Holm, formand". Vacant seats and "Ingen" are left out.

    Args:
        text: The words under or behind a label; line breaks separate.
        known: Names of members; where no sign separates two names, they tell where one ends. Without them, a given
            name behind a family name does.
    """
    return list(_people(text, tuple(known)))


@lru_cache(maxsize=1024)
def _people(text: str, known: tuple[str, ...]) -> tuple[Person, ...]:
    people: list[Person] = []
    text = REMARK_GLUED.sub(" - ", text) if "- " in text else text
    if PARTY_FIRST.match(text):
        text = PARTY_FIRST.sub(r"\g<name> (\g<party>)", text)
    for line in PARTIES_APART.sub("\n", text).split("\n"):
        told: list[str] = []
        before = ""
        for piece in _pieces(line):
            if told and is_tag(piece):
                told[-1] = f"{told[-1]}, {piece}"
            elif is_office(piece):
                before = piece
            else:
                told.append(f"{before} {OFFICES.sub('', piece)}".strip())
                before = ""
        for one in told:
            people.extend(_person(part) for part in _apart(one, known) if part)
    return tuple(person for person in people if person.name and not VACANT.match(person.name))


REMARK_GLUED = re.compile(
    r"(?<=[a-zæøå)])[-–]\s+(?=(?:meldt\s+|med\s+)?(?:afbud|fravær|forfald|syg|orlov|ferie|ikke\s))"
)
"""A stroke set close behind a name. Matches: "Ida Holm- afbud". Not: "Børne- og Ungeudvalget"."""


def _pieces(line: str) -> list[str]:
    """A line cut at its separators outside brackets."""
    shielded = re.sub(r"[(\[][^()\[\]]*[)\]]", lambda match: re.sub(r"[,;/•·|\s]", _shield, match[0]), line)
    return [
        piece.translate(_UNSHIELD)
        for part in PEOPLE_SEPARATOR.split(shielded)
        if (piece := part.strip(" .,;:-–\t") if not _ends_initial(part) else part.strip(" ,;:-–\t"))
    ]


_SHIELDS = {sign: chr(0xE000 + number) for number, sign in enumerate(",;/•·| \t\xa0\n")}
_UNSHIELD = str.maketrans({shield: sign for sign, shield in _SHIELDS.items()})


def _shield(match: re.Match[str]) -> str:
    return _SHIELDS.get(match[0], _SHIELDS[" "])


def _ends_initial(text: str) -> bool:
    return re.search(rf"\b[{UPPER}]\.\s*$", text) is not None


def is_tag(piece: str) -> bool:
    """Whether a piece between two separators says something of the person before it."""
    bare = piece.strip(" .:")
    first, stroke, rest = re.sub(r"\s[–-]\s", " - ", bare).partition(" - ")
    if stroke:  # "Ida Holm, A - afbud"
        return is_tag(first) and is_tag(rest)
    bracketed = re.fullmatch(r"[(\[]\s*([^()\[\]]+?)\s*[)\]]", bare)
    bare = bracketed[1] if bracketed else re.sub(r"(?<=\S)\s+[(\[][^()\[\]]*[)\]]$", "", bare)
    return (
        re.fullmatch(LETTER, bare) is not None
        or re.fullmatch(party_names(), bare) is not None
        or is_office(bare)
        or (is_title(bare) and (not bare[:1].isupper() or " for " in bare))
        or remarked(bare) is not None
        or STANDS_IN.match(bare) is not None
        or is_office_of_party(bare)
        or re.match(
            r"(?:deltog|deltager|ankom|mødte|kom\b|forlod|gik\b|(?:fra|til)\s+(?:kl|punkt|pkt|sag)|indtil|til\s+og\s+med|fra\s+og\s+med|under\s+pkt|under\s+punkt|som\s+(?:stedfor|supple)|i\s+stedet)",
            bare,
            re.IGNORECASE,
        )
        is not None
        or re.fullmatch(NO_PARTY, bare) is not None
    )


def is_office_of_party(bare: str) -> bool:
    """Whether words are an office and its holder's party: "borgmester (V)"."""
    before = office().match(bare)
    return (
        before is not None
        and re.fullmatch(rf"\s*[(\[](?:{LETTER}|{party_names()})[)\]]", bare[before.end() :]) is not None
    )


def _apart(text: str, known: Sequence[str]) -> list[str]:
    """Names that stand side by side, told apart where known names cover the text, or by a given name inside."""
    if text in known:
        return [text]
    rest, found = text, list[str]()
    while rest and known:
        match = max(
            (name for name in known if rest == name or rest.startswith(name + " ")), key=len, default=None
        )
        if match is None:
            break
        found.append(match)
        rest = rest[len(match) :].strip(" ,")
    if found and not rest:
        return found
    return _apart_by_given_name(text)


def _apart_by_given_name(text: str) -> list[str]:
    """Two names without a sign between: the second begins with a given name behind a family name."""
    words = text.split()
    if len(words) < 4 or not PERSON_NAME.match(text):
        return [text]
    given = given_names()
    cuts = [
        place
        for place in range(2, len(words) - 1)
        if words[place] in given and words[place - 1] not in given and not words[place - 1].endswith(".")
    ]
    starts = [0, *cuts]
    ends = [*cuts, len(words)]
    parts = [words[start:end] for start, end in zip(starts, ends, strict=True)]
    if words[0] not in given or any(len(part) < 2 for part in parts):
        return [text]
    return [" ".join(part) for part in parts]


NAME_FIRST = Pattern(
    "person-name-first",
    rf"(?P<name>{NAME}|[{UPPER}]{{2,}}(?:[\s-][{UPPER}]{{2,}}){{1,4}})(?![\w-])",
    matches=["Ida Holm (A)", "IDA HOLM"],
    not_matches=["ida holm"],
    flags=re.NOFLAG,
)
"""A name, or one in capitals: it must begin the text."""

GROUP = re.compile(r"[(\[]+\s*(?P<inside>[^()\[\]]*?)\s*[)\]]+|(?P<plain>[^()\[\],]+)")
"""What stands behind a name, piece by piece."""


@cache
def _office_in_front() -> re.Pattern[str]:
    return re.compile(rf"(?P<role>{office().pattern})\s*[:,]?\s+(?=\S)", re.IGNORECASE)


@cache
def _title_in_front() -> re.Pattern[str]:
    return re.compile(rf"(?P<title>{_title().pattern})\s*:?\s+(?={NAME})", re.IGNORECASE)


PARTY_FIRST = Pattern(
    "person-party-first",
    rf"(?:^|(?<=[,;\n]\s)|(?<=\n))[(\[](?P<party>{LETTER})[)\]]\s+(?P<name>{NAME})(?![\w-])(?!\s*[(\[])",
    matches=["(A) Ida Holm", "Bo Vang, (C) Per Lund"],
    not_matches=["(A) Ida Holm (B)", "Ida Holm (A)"],
    flags=re.NOFLAG,
)
"""A party in front of its member."""


def _person(text: str) -> Person:
    """One person with title, party and remark."""
    role: str | None = None
    official: str | None = None
    text = text.strip(" ,;:-–")
    before = _office_in_front().match(text) or _office_in_front().match(LISTING_NUMBER.sub("", text))
    if before is not None:
        text = before.string
        role, text = before["role"], text[before.end() :]
    else:
        text = LISTING_NUMBER.sub("", text)
        title = _title_in_front().match(text)
        if title is not None and not PERSON_NAME.match(title["title"]):
            official, text = title["title"], text[title.end() :]
    found = NAME_FIRST.match(text)
    if found is None or NOT_NAMES.intersection(found["name"].split()):
        return Person(" ".join(text.split()).strip(" .,"), None, _capital(role), official)
    party: str | None = None
    remarks: list[str] = []
    for group in GROUP.finditer(text, found.end()):
        for said in re.split(r",\s*|\s+[-–]\s+", group["inside"] or group["plain"] or ""):
            said = said.strip(" .,;:-–")
            if not said:
                continue
            if party is None and _is_party(said, bracketed=group["inside"] is not None):
                party = said
            elif party is not None and re.fullmatch(INITIALS, party) and re.fullmatch(PARTY_LETTER, said):
                party = said  # "Ida Holm (IHO) A"
            elif role is None and is_office(said):
                role = said
            elif is_title(said):
                official = official or said
            elif not re.fullmatch(USER_NAME, said) or remarked(said) is not None:
                remarks.append(said)
    stands_in = next((match for remark in remarks if (match := STANDS_IN.match(remark))), None)
    if stands_in is not None and role is None:
        role = stands_in["role"]
    return Person(found["name"], party, _capital(role), official, ", ".join(remarks))


INITIALS = r"[A-ZÆØÅ]{2,5}"
"""By which a member is called in the house, in brackets behind the name: no party where a party's letter follows."""

USER_NAME = r"[a-zæøå]{2,7}"
"""The same in small letters: "Ida Holm (idaho) A"."""

PARTY_LETTER = r"[A-ZÆØÅ]"


def _is_party(said: str, *, bracketed: bool) -> bool:
    if re.fullmatch(LETTER, said) or re.fullmatch(NO_PARTY, said) or re.fullmatch(party_names(), said):
        return True
    return (
        bracketed
        and re.fullmatch(r"(?!Stedfortræder|Suppleant)[A-ZÆØÅ][\w .-]{2,30}", said) is not None
        and not is_office(said)
        and not is_title(said)
        and remarked(said) is None
    )


def _capital(role: str | None) -> str | None:
    return role[:1].upper() + role[1:] if role else None
