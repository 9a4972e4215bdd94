"""Lines that say who was absent, who left, and who stood in."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.danish.names import LETTER, NAME, NOT_NAMES, Person, split_people
from pipeline.danish.pattern import Pattern
from pipeline.danish.sentences import split_sentences
from schemas.vocabulary import Presence

TAG = rf"(?:\s*[(\[]+\s*(?:{LETTER}|[A-ZÆØÅ][\w .-]{{2,30}}?)\s*[)\]]+|,\s[A-ZÆØÅ]{{1,2}}(?=\s))"
OFFICE = r"(?:(?i:borgmester(?:en)?|viceborgmester(?:en)?|formand(?:en)?|næstformand(?:en)?|rådmand|medlem|udvalgsformand(?:en)?)\s+)?"
PEOPLE = rf"{OFFICE}{NAME}{TAG}?(?:\s*(?:,|\sog|\ssamt|,\s+og)\s+{OFFICE}{NAME}{TAG}?)*"
"""One or more people with their party."""

ABSENCE_LABEL = Pattern(
    "absence-label",
    r"""^(?P<label>(?P<excused>(?:afbud|forfald)(?:\s*/\s*fraværende)?)|fraværende(?:\s*/\s*(?P<both>afbud)|\s+medlemmer)?|ikke\s+til\s*stede|ej\s+til\s*stede
      |fravær|ikke\s+mødt|mødt\s+ikke|ikke\s+deltagende|deltog\s+ikke)
      (?:\s+(?P<how>fra|med\s+afbud|uden\s+afbud|med\s+lovligt\s+forfald|af|under\s+(?:punktet|sagen|hele\s+mødet)))?
      (?P<sign>\s*:\s*|\s*-\s+|\s+|$)(?P<who>.*)$""",
    matches=[
        "Afbud: Ida Holm",
        "Ikke til stede: Ida Holm (A)",
        "Fraværende Ida Holm",
        "Afbud fra Ida Holm og Bo Vang.",
        "Fraværende:",
        "Fraværende med afbud: Ida Holm",
    ],
    not_matches=["Fraværspolitik", "Godkendt. Afbud: Ida Holm", "Fraværet steg"],
)
"""A label for the absent, with the names behind it."""

SUBSTITUTE_LABEL = Pattern(
    "substitute-label",
    r"^(?:stedfortræder(?:e|en)?|suppleant(?:er|en)?|som\s+(?:stedfortræder|suppleant)\s+(?:deltog|mødte)|i\s+stedet\s+(?:deltog|mødte)|indkaldt\s+(?:stedfortræder|suppleant))\s*(?:for\s+(?P<for>[^:]+?)\s*)?(?::|\s(?=(?-i:[A-ZÆØÅ])))\s*(?P<who>.*)$",
    matches=["Stedfortræder: Per Lund", "Suppleant for Ida Holm: Per Lund", "I stedet mødte Per Lund"],
    not_matches=["Stedfortrædere vælges", "Suppleanten deltog"],
)
"""A label for who stood in."""

ABSENT_SENTENCE = Pattern(
    "absence-sentence",
    rf"""^(?P<who>{PEOPLE})\s*,?\s+(?i:
        (?P<excused>(?:har|havde)\s+(?:meldt|sendt)\s+afbud|meldte\s+afbud|sendte\s+afbud)
      | (?:var|er)\s+(?:(?:lovligt\s+)?forhindret|fraværende|ikke\s+til\s*stede|syg|inhabil\w*|på\s+ferie|på\s+orlov)
      | deltog\s+(?:derfor\s+)?ikke | deltager\s+ikke | har\s+ikke\s+deltaget | mødte\s+ikke
      | (?:erklærede|erklærer|meldte)\s+sig\s+(?:for\s+)?inhabil\w*
      | (?P<left>forlod|var\s+gået|gik|ankom|kom|mødte\s+først|tiltrådte)\b(?=.{{0,60}}(?:møde|kl\.|under|punkt|sag|lokale|behandling))
      | (?P<stands>mødte|deltog|deltager|er\s+mødt|indtræder|indtrådte)\s+(?:i\s+(?:mødet|sagen|punktet)\s+)?(?:som\s+(?:stedfortræder|suppleant)|i\s+stedet)(?:\s+for\s+(?P<for>(?-i:{NAME})))?
      )""",
    matches=[
        "Ida Holm (A) deltog ikke i sagens behandling.",
        "Ida Holm og Bo Vang var fraværende.",
        "Ida Holm (A) forlod mødet kl. 17.40",
        "Per Lund (V) mødte som stedfortræder.",
        "Ida Holm var forhindret i at deltage",
        "Ida Holm erklærede sig inhabil",
    ],
    not_matches=[
        "Ida Holm stemte imod",
        "Udvalget deltog ikke",
        "Ida Holm gik ind for forslaget",
        "Ida Holm var til stede",
    ],
    flags=re.NOFLAG,
)
"""A sentence that says who was not there, left, or stood in."""

ABSENT_TOLD = Pattern(
    "absence-told",
    rf"^(?i:der\s+(?:er|var)\s+)?(?i:afbud|forfald)\s+(?i:fra)\s*:?\s+(?P<who>{PEOPLE})\W*$",
    matches=["Der er afbud fra Ida Holm.", "Afbud fra Ida Holm og Bo Vang"],
    not_matches=["Der er afbud fra konsulenten"],
    flags=re.NOFLAG,
)
"""A sentence about regrets received."""

ALL_PRESENT = Pattern(
    "absence-none",
    r"^(?:alle(?:\s+medlemmer(?:ne)?|\s+udvalgets\s+medlemmer)?(?:\s+(?:var|er))?\s+(?:mødt|til\s*stede|tilstede)|(?:der\s+(?:var|er)\s+)?(?:ingen\s+(?:fraværende|afbud)))\W*$",
    matches=["Alle medlemmer var mødt.", "Alle var til stede", "Ingen afbud"],
    not_matches=["Alle medlemmer stemte for"],
)
"""A line that says that nobody was absent."""

STOOD_IN = Pattern(
    "substitute-in-brackets",
    rf"""[(\[]\s*(?i:stedfortræder|suppleant|i\s+stedet\s+(?:mødte|deltog)|afløst\s+af|erstattet\s+af)\s*(?i:er|var|for\s+denne)?\s*:?\s+(?P<who>{NAME}{TAG}?)\s*[)\]]
      |\s[-–]\s+(?P<who2>{NAME}{TAG}?)\s+(?i:mødte|deltog)\s+(?i:som\s+(?:stedfortræder|suppleant)|i\s+stedet)""",
    matches=["(stedfortræder: Per B. Lund)", " - Per Lund (V) mødte som stedfortræder"],
    not_matches=["(A)", "(i stedet for Ida Holm)"],
    flags=re.NOFLAG,
)
"""Behind an absent person's name: who stood in, and so was there."""

REMARK = re.compile(rf"[(\[](?!\s*(?:{LETTER})\s*[)\]])(?![A-ZÆØÅ][\w .-]{{2,30}}[)\]])[^()\[\]]*[)\]]")
"""A remark in brackets behind a name that is no party: "(inhabil)", "(i stedet for Ida Holm)"."""

PART_OF_MEETING = re.compile(
    r"\b(?:under\s+(?:punkt|pkt|sag|behandling)|punkt(?:erne|et)?\s+\d|pkt\.?\s*\d|sagens?\s+behandling|behandlingen|forlod|gik\b|ankom|kom\b|tiltrådte|fra\s+kl|til\s+kl|dette\s+punkt|inhabil)",
    re.IGNORECASE,
)
"""Words by which an absence is one for a part of the meeting."""


class Absence(NamedTuple):
    """A person told as absent, or as standing in for one."""

    name: str
    """Without party letter or title."""

    status: Presence
    """`absent`, `excused` (afbud), or `partial` where the words limit it to a part of the meeting."""

    is_substitute: bool = False
    """Whether the person stood in, and so was there."""

    substitute_for: str | None = None
    """Whom the person stood in for, where it is said."""

    party: str | None = None
    """Letter or name, as printed."""


def read_absence(text: str, known: Sequence[str] = ()) -> tuple[Absence, ...] | None:
    """The people of a paragraph that only says who was absent or stood in.

    Args:
        text: A whole paragraph.
        known: Names of members, by which names without a sign between them are told apart.

    Returns:
        () where it says that nobody was absent, or is the bare label; None where it says anything else.
    """
    found: list[Absence] = []
    plain = text.strip()
    if not plain:
        return None
    label = _labelled(plain, known)
    if label is not None:
        return tuple(label)
    for start, end in split_sentences(plain):
        absent = _told(plain[start:end].strip(), known)
        if absent is None:
            return None
        found.extend(absent)
    return tuple(found)


def without_absences(text: str, known: Sequence[str] = ()) -> tuple[str, list[Absence]]:
    """A paragraph without its sentences about who was absent, and the people they name."""
    kept: list[str] = []
    found: list[Absence] = []
    spans = split_sentences(text)
    for number, (start, end) in enumerate(spans):
        sentence = text[start:end].strip()
        absent = _told(sentence, known)
        if absent is None and number == len(spans) - 1 and ":" in sentence:
            absent = _labelled(sentence, known)
        if absent is None:
            kept.append(sentence)
        else:
            found.extend(absent)
    return (text, []) if len(kept) == len(spans) else (" ".join(kept), found)


def _labelled(text: str, known: Sequence[str]) -> list[Absence] | None:
    """The people behind a label, or None where a text has no such label."""
    if ALL_PRESENT.match(text):
        return []
    stands = SUBSTITUTE_LABEL.match(text)
    if stands is not None:
        stood = [person for person in split_people(stands["who"], known) if _is_name(person.name)]
        if not stood and stands["who"].strip():
            return None
        return [_absence(person, Presence.present, stands["for"] or "", stands=True) for person in stood]
    match = ABSENCE_LABEL.match(text)
    if match is None:
        return None
    who = match["who"].strip()
    status = (
        Presence.excused if (match["excused"] or match["how"] in ("fra", "med afbud")) else Presence.absent
    )
    people = list(_people(who, status, known))
    if not people and who and not re.match(r"^\W*(?:ingen|intet|nej|0|-|–|\.)?\W*$", who, re.IGNORECASE):
        return None
    if not match["sign"].strip() and who and not match["how"]:
        # "Fraværende medlemmer skal …" is a sentence: without a colon nothing but names may follow.
        bare = re.sub(rf"{TAG}|\W|\b(?:og|samt)\b", "", who)
        if len(re.sub(r"\W", "", "".join(a.name for a in people))) < 0.8 * len(bare):
            return None
    return people


def _told(sentence: str, known: Sequence[str]) -> list[Absence] | None:
    """The people of a sentence about absence, or None."""
    if ALL_PRESENT.match(sentence):
        return []
    told = ABSENT_TOLD.match(sentence)
    if told is not None:
        return list(_people(told["who"], Presence.excused, known))
    match = ABSENT_SENTENCE.match(sentence)
    if match is None or NOT_NAMES.intersection(match["who"].split()):
        return None
    if match["stands"]:
        people = split_people(match["who"], known)
        return [_absence(person, Presence.present, match["for"] or "", stands=True) for person in people]
    status = Presence.excused if match["excused"] else Presence.absent
    if PART_OF_MEETING.search(sentence):
        status = Presence.partial
    return [*_people(match["who"], status, known), *_stand_ins(sentence[match.end() :])]


def _people(text: str, status: Presence, known: Sequence[str]) -> Iterator[Absence]:
    """The absent of a list, and who stood in for them."""
    yield from _stand_ins(text)
    text = STOOD_IN.sub("", text)
    text = re.sub(r"(?i:\bfor\s+(?:så\s+vidt\s+angår\s+)?(?:punkt|pkt|sag)\b.*$)", "", text)
    for piece in re.split(r"(?<=[a-zæøå)])\s*(?:;|\.\s+(?=[A-ZÆØÅ]))", text):
        remark = " ".join(REMARK.findall(piece))
        for person in split_people(REMARK.sub("", piece), known):
            if _is_name(person.name):
                partial = PART_OF_MEETING.search(remark) is not None and piece.count(",") == 0
                yield _absence(person, Presence.partial if partial else status)


def _stand_ins(text: str) -> Iterator[Absence]:
    for match in STOOD_IN.finditer(text):
        for person in split_people(match["who"] or match["who2"]):
            yield _absence(person, Presence.present, stands=True)


def _is_name(text: str) -> bool:
    words = text.split()
    return 1 < len(words) <= 7 and words[0][:1].isupper() and not NOT_NAMES.intersection(words)


def _absence(person: Person, status: Presence, instead_of: str = "", *, stands: bool = False) -> Absence:
    return Absence(person.name, status, stands, instead_of.strip() or None, person.party)
