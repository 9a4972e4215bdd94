"""Lines that say who was absent, who left, and who stood in."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.danish.everybody import ALL_BUT, ALL_EXCUSED, ALL_PRESENT
from pipeline.danish.names import NAME, NOT_NAMES, is_person_name
from pipeline.danish.part_of_meeting import LEFT_LATER, ONLY_ITEMS, PART_OF_MEETING, items_named
from pipeline.danish.pattern import Pattern
from pipeline.danish.people import Person, remarked, split_people
from pipeline.danish.sentences import split_sentences
from pipeline.danish.stand_ins import (
    CALLED,
    NAMED_IN_BRACKETS,
    OFFICE,
    PEOPLE,
    STAYED_AWAY,
    STOOD_IN,
    SUBSTITUTE_LABEL,
    TAG,
    TWO_CAME,
    came_instead,
    each_for_one,
    tells_stand_in,
)
from schemas.vocabulary import Presence

ABSENCE_LABEL = Pattern(
    "absence-label",
    r"""^(?P<label>(?P<excused>(?:(?:meldt|med|modtaget)\s+)?(?:afbud|(?:lovligt\s+)?forfald)(?:\s*(?:/|og)\s*(?:fraværende|fravær))?)
      |fraværende(?:\s*/\s*(?P<both>afbud)|\s+medlemmer)?|(?:ikke|ej)[\s-]+til\s*stede(?:værende)?(?:\s+medlemmer)?
      |fravær|(?:ikke|ej)\s+(?:frem)?mødte?|mødt\s+ikke|ikke[\s-]deltagende|deltog\s+ikke|inhabil(?:e)?(?=\s*:))
      (?:\s+\(?(?P<how>(?:(?:(?:er|var|blev)\s+)?(?:modtaget|meddelt|meldt)\s+)?(?:fra|af)(?=\s+(?-i:[A-ZÆØÅ])|\s*:|$)|med\s+afbud|m\.\s?afbud|med/uden\s+afbud|(?P<replaced>med\s+(?:stedfortræder|suppleant)e?r?)|uden\s+stedfortræder|uden\s+afbud|u\.\s?afbud|med\s+lovligt\s+forfald|af
      |(?:under|ved)\s+(?:punktet|sagen|hele\s+mødet|dette\s+punkt|(?:punktets|sagens)\s+behandling|(?:punkt|pkt\.?|sag)[^:]{0,30}(?=:)))\)?)?
      (?P<sign>\s*:\s*|\s*[-–]\s+|\s+|$)(?P<who>.*)$""",
    matches=[
        "Afbud: Ida Holm",
        "Ikke til stede: Ida Holm (A)",
        "Fraværende Ida Holm",
        "Afbud fra Ida Holm og Bo Vang.",
        "Fraværende:",
        "Fraværende med afbud: Ida Holm",
        "Fraværende under punkt 3 og 4: Ida Holm",
    ],
    not_matches=["Fraværspolitik", "Godkendt. Afbud: Ida Holm", "Fraværet steg"],
)
"""A label for the absent, with the names behind it."""

ABSENT_SENTENCE = Pattern(
    "absence-sentence",
    rf"""^(?P<who>{PEOPLE})\s*,?\s+(?i:
        (?P<excused>(?:har|havde)\s+(?:(?:meldt|sendt)\s+)?(?:lovligt\s+)?(?:afbud|forfald)|meldte\s+(?:afbud|forfald)|sendte\s+afbud)
      | (?:(?:var|er)\s+(?:(?:begge|alle|desværre|dog|delvist?)\s+)?)?(?:fraværende|ikke\s+til\s*stede) | (?:har|havde)\s+orlov
      | (?:var|er)\s+(?:(?:lovligt\s+)?forhindre(?:t|de)|ikke\s+mødt|syg|inhabil\w*|på\s+ferie|på\s+orlov)
      | deltog\s+(?:derfor\s+|således\s+)?ikke | deltager\s+ikke | har\s+ikke\s+deltaget | (?:mødte|medvirkede)\s+ikke | udeblev
      | (?:kunne|kan)\s+(?:desværre\s+)?ikke\s+deltage
      | (?:erklærede|erklærer|meldte)\s+sig\s+(?:for\s+)?inhabil\w* | (?:blev|er)\s+(?:\w+\s+)?erklæret\s+(?:for\s+)?inhabil\w*
      | (?P<came>ankom|kom|stødte\s+til|mødte\s+(?:først|op|(?=kl|under\s))|tiltrådte|indtrådte|deltog\s+(?:i\s+mødet\s+)?(?:først\s+)?(?:fra|efter)|var\s+(?:først\s+)?til\s*stede\s+fra)\b
        (?=.{{0,60}}(?:møde|kl\.|under|punkt|pkt|sag|lokale|behandling))(?!.{{0,40}}(?:stedfortræder|suppleant|i\s+stedet))
      | (?P<left>forlod|var\s+gået|gik|fratrådte|udtrådte|trådte\s+ud|deltog\s+(?:i\s+mødet\s+)?(?:kun|alene|indtil|til(?:\s+og\s+med)?))\b
        (?=.{{0,60}}(?:møde|kl\.|under|punkt|pkt|sag|lokale|behandling))
      | (?P<stands>mødte|møder|deltog|deltager|er\s+mødt|(?:er|var|blev)\s+indkaldt|(?:indtræder|indtrådte)(?!.{{0,80}}\s(?:i|som)\s(?!mødet)[\w-]*(?:udvalg|bestyrelse|råd|nævn|medlem)(?:et|en)?\b))\s+(?:i\s+(?:mødet|sagen|punktet)\s+)?
        (?:som\s+(?:\d\.\s)?(?:stedfortræder(?:e)?|suppleant(?:er)?)|i\s+stedet|(?=for\s+(?-i:{NAME}))|for\s+(?:denne|hende|ham|vedkommende)\b|i\s+(?:hans|hendes|dennes|deres)\s+sted)(?:\s*for\s+(?P<for>(?-i:{NAME})))?
      | (?P<stands2>(?:var|er)\s+(?:stedfortræder|suppleant))\s+for\s+(?P<for2>(?-i:{NAME}))
      )""",
    matches=[
        "Ida Holm (A) deltog ikke i sagens behandling.",
        "Ida Holm og Bo Vang var fraværende.",
        "Ida Holm (A) forlod mødet kl. 17.40",
        "Ida Holm ankom kl. 17.40",
        "Per Lund (V) mødte som stedfortræder.",
        "Ida Holm var forhindret i at deltage",
        "Ida Holm erklærede sig inhabil",
        "Ida Holm blev erklæret inhabil",
        "Per Lund deltog i hendes sted",
        "Per Lund var indkaldt som stedfortræder for Ida Holm",
        "Ida Holm (A) fraværende",
        "Ida Holm deltog fra kl. 17",
    ],
    not_matches=[
        "Ida Holm stemte imod",
        "Udvalget deltog ikke",
        "Ida Holm gik ind for forslaget",
        "Ida Holm var til stede",
        "Ida Holm deltog via Teams",
        "Ida Holm (A) indtræder i stedet for Bo Vang (A) i Kulturudvalget",
    ],
    flags=re.NOFLAG,
)
"""A sentence that says who was not there, came late, left, or stood in."""

ABSENT_MARKED = Pattern(
    "absence-marked",
    rf"^(?P<who>{PEOPLE})\s*(?:[(]|[-–:]\s)\s*(?:(?P<excused>(?i:(?:meldt\s+)?afbud))|(?i:fraværende|ikke\s+til\s*stede))\)?\W*$",
    matches=["Ida Holm (A) - afbud", "Ida Holm (fraværende)", "Ida Holm og Bo Vang: Afbud"],
    not_matches=["Ida Holm (A)", "Ida Holm: Afbuddet"],
    flags=re.NOFLAG,
)
"""Names with a remark behind them."""

ABSENT_WITHIN = Pattern(
    "absence-within-sentence",
    rf"""^(?P<when>(?:(?i:under|ved|i|på|efter|fra|som|idet|grundet)\b|(?i:kl\.))(?:[^.:]|\d[.:]\d|(?i:kl|pkt|nr|stk)\.){{0,70}}?)\s+
      (?:(?i:deltog|var|er|mødte)\s+(?P<who>{PEOPLE})\s+(?i:derfor\s+|således\s+)?
        (?i:ikke(?!\s+(?:enig|tilfreds))|fraværende|forhindret|inhabil\w*)
      |(?i:(?P<left2>forlod|fratrådte|udtrådte))\s+(?P<who2>{PEOPLE})\s+(?i:mødet|lokalet|salen|mødelokalet|$|\.)
      |(?i:(?P<came2>ankom|kom|tiltrådte|indtrådte))\s+(?P<who3>{PEOPLE})(?!\s+(?i:med|ind|som|i\s+stedet)))""",
    matches=[
        "Under sagens behandling var Ida Holm (A) ikke til stede.",
        "På grund af inhabilitet deltog Ida Holm ikke i sagens behandling",
        "Kl. 17.40 forlod Ida Holm mødet",
        "Under punkt 5 ankom Ida Holm.",
    ],
    not_matches=["Under punkt 5 bemærkede Ida Holm, at hun ikke", "I sagen var Ida Holm ikke enig"],
    flags=re.NOFLAG,
)
"""The same with the time or the reason first."""

ABSENT_TOLD = Pattern(
    "absence-told",
    rf"^(?:(?i:(?P<away2>fraværende|ikke\s+til\s*stede)\s+(?:var|er)\s*:?)|(?i:følgende(?:\s+medlemmer)?|fra\s+(?:mødet|udvalget)|på\s+mødet)\s+(?i:var|er|havde|har)\s+(?P<away>(?i:fraværende|ikke\s+til\s*stede)|(?i:(?:meldt\s+|sendt\s+)?(?:afbud|forfald)))\s*:?|(?i:der\s+(?:er|var)\s+)?(?i:(?:modtaget\s+|meldt\s+)?(?:afbud|forfald))\s+(?i:fra)\s*:?)\s+(?P<who>{PEOPLE})\W*$",
    matches=[
        "Der er afbud fra Ida Holm.",
        "Afbud fra Ida Holm og Bo Vang",
        "Der var meldt afbud fra Ida Holm",
        "Følgende var fraværende: Ida Holm og Bo Vang.",
    ],
    not_matches=["Der er afbud fra konsulenten"],
    flags=re.NOFLAG,
)
"""A sentence about regrets received."""

SIGNS = (
    *("afbud", "forfald", "fravær", "stede", "mødt", "møder", "deltog", "deltag", "forhindr", "inhabil", "syg", "ferie", "orlov", "udeblev", "ankom"),
    *(" kom ", "trådte", "træder", "stødte", "forlod", "gået", "gik", "indkald", "sted", "suppleant", "fuldtal", " ikke"),
)  # fmt: skip
"""Letters of which every sentence about absence holds some; to look for them costs less than any of its rules."""


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

    under_item: bool = True
    """Whether it keeps the person from the item under which it is printed: who came late is there."""

    role: str | None = None
    """Office of one who is told as present."""

    items: tuple[str, ...] = ()
    """Numbers of the items that the words name, where they keep the absence to some."""


def read_absence(text: str, known: Sequence[str] = ()) -> tuple[Absence, ...] | None:
    """The people of a paragraph that only says who was absent or stood in.

    Args:
        text: A whole paragraph.
        known: Names of members, by which names without a sign between them are told apart.

    Returns:
        () where it says that nobody was absent, or is the bare label; None where it says anything else.
    """
    return _read_absence(text, tuple(known))


@lru_cache(maxsize=1024)
def _read_absence(text: str, known: tuple[str, ...]) -> tuple[Absence, ...] | None:
    found: list[Absence] = []
    plain = text.strip()
    if not plain:
        return None
    if (
        plain[0] == "("
        and plain.endswith((")", ")."))
        and plain.count("(") == plain.count(")")
        and plain.find(")") == len(plain.rstrip(".")) - 1
    ):
        plain = plain.strip("().")  # "(Fraværende: Ida Holm)"
    label = _labelled(plain, known)
    if label is not None:
        return tuple(_of_items(plain, label))
    for start, end in split_sentences(plain):
        absent = _told(plain[start:end].strip(), known)
        if absent is None:
            return None
        found.extend(_of_items(plain[start:end], absent))
    return tuple(found)


def _of_items(text: str, people: Sequence[Absence]) -> list[Absence]:
    """The people, those away for a part of the meeting with the items that the text names."""
    named = items_named(text) if any(one.status is Presence.partial for one in people) else ()
    return [one._replace(items=named) if one.status is Presence.partial else one for one in people]


def without_absences(text: str, known: Sequence[str] = ()) -> tuple[str, list[Absence]]:
    """A paragraph without its sentences about who was absent, and the people they name."""
    kept: list[str] = []
    found: list[Absence] = []
    spans = split_sentences(text)
    for number, (start, end) in enumerate(spans):
        sentence = text[start:end].strip()
        absent = _told(sentence, known)
        if absent is None and (REGRETS.match(sentence) or (number == len(spans) - 1 and ":" in sentence)):
            absent = _labelled(sentence, known)
        if absent is None:
            kept.append(sentence)
        else:
            found.extend(_of_items(sentence, absent))
    return (text, []) if len(kept) == len(spans) else (" ".join(kept), found)


REGRETS = Pattern(
    "absence-regrets",
    r"(?:afbud|forfald)\s+(?:(?:er|var|blev)\s+)?(?:(?:modtaget|meddelt|meldt)\s+)?(?:fra|af)\s+[A-ZÆØÅ]",
    matches=["Afbud var modtaget fra Ida Holm", "forfald fra Bo Vang"],
    not_matches=["Der er ikke modtaget afbud", "afbud til mødet"],
)
"""A sentence about regrets, wherever in a paragraph it stands."""


def _labelled(text: str, known: Sequence[str]) -> list[Absence] | None:
    """The people behind a label, or None where a text has no such label."""
    if ALL_PRESENT.match(text):
        return []
    stands = SUBSTITUTE_LABEL.match(text)
    if stands is not None and (":" in text or came_instead(text) is None):
        stood = _standing(stands["who"], stands["for"] or "", known)
        return None if not stood and stands["who"].strip() else stood
    match = ABSENCE_LABEL.match(text)
    if match is None:
        return None
    who = match["who"].strip()
    if match["replaced"]:
        who = NAMED_IN_BRACKETS.sub(r"(stedfortræder: \g<name>)", who)
    all_excused = ALL_EXCUSED.search(who)
    who = who[: all_excused.start()] if all_excused is not None else who
    status = (
        Presence.excused
        if (
            match["excused"]
            or all_excused
            or match["how"]
            in ("fra", "modtaget fra", "meldt af", "meddelt af", "med afbud", "m. afbud", "m.afbud")
        )
        else Presence.absent
    )
    people = list(_people(who, status, known))
    how = (match["how"] or "").lower()
    if match["label"].lower().startswith("inhabil") or (
        how.startswith(("under", "ved")) and "hele" not in how
    ):
        people = [one if one.is_substitute else one._replace(status=Presence.partial) for one in people]
    if not people and who and not re.match(r"^\W*(?:ingen|intet|nej|0|-|–|\.)?\W*$", who, re.IGNORECASE):
        return None
    if not match["sign"].strip() and who and not match["how"]:
        # "Fraværende medlemmer skal …" is a sentence: without a colon nothing but names may follow.
        bare = re.sub(rf"{TAG}|{OFFICE}|\W|\b(?:og|samt)\b", "", who)
        if len(re.sub(r"\W", "", "".join(a.name for a in people))) < 0.8 * len(bare):
            return None
    return people


def _standing(who: str, instead_of: str, known: Sequence[str]) -> list[Absence]:
    """Those who stood in for somebody."""
    people = [person for person in split_people(who, known) if is_person_name(person.name)]
    return [_absence(person, Presence.present, instead_of, stands=True) for person in people]


def _told(sentence: str, known: Sequence[str]) -> list[Absence] | None:
    """The people of a sentence about absence, or None."""
    low = sentence.lower()
    if not any(sign in low for sign in SIGNS):
        return None
    if ALL_PRESENT.match(sentence):
        return []
    clauses = TWO_CAME.split(sentence)
    if len(clauses) > 1 and all(came := [_told(clause, known) for clause in clauses]):
        return [absence for one in came for absence in one or ()]
    stayed = STAYED_AWAY.match(sentence)
    if stayed is not None:
        return list(_people(stayed["who"], Presence.absent, known))
    pairs = each_for_one(sentence) if " for " in sentence else []
    if pairs:
        return [absence for who, instead_of in pairs for absence in _standing(who, instead_of, known)]
    instead = came_instead(sentence)
    if instead is not None:
        return _standing(*instead, known)
    told = ABSENT_TOLD.match(sentence)
    if told is not None:
        away = (told["away"] or told["away2"] or "").lower().startswith(("fra", "ikke"))
        return list(_people(told["who"], Presence.absent if away else Presence.excused, known))
    marked = ABSENT_MARKED.match(sentence)
    if marked is not None:
        return list(_people(marked["who"], Presence.excused if marked["excused"] else Presence.absent, known))
    but = ALL_BUT.match(sentence)
    if but is not None:
        away = Presence.excused if but["excused"] else Presence.absent
        return [*_people(but["who"], away, known), *stood_in(sentence[but.end() :])]
    within = ABSENT_WITHIN.match(sentence)
    if within is not None:
        people = list(_people(within["who"] or within["who2"] or within["who3"], Presence.partial, known))
        there = bool(within["came2"] or (within["left2"] and re.match(r"(?i:kl\.|efter)", within["when"])))
        return [one._replace(under_item=not there) for one in people] or None
    match = ABSENT_SENTENCE.match(sentence)
    if match is None or NOT_NAMES.intersection(match["who"].split()):
        return None
    if match["stands"] or match["stands2"]:
        return _standing(match["who"], match["for"] or match["for2"] or "", known)
    status = Presence.excused if match["excused"] else Presence.absent
    if match["came"] or match["left"] or PART_OF_MEETING.search(sentence):
        status = Presence.partial
    there = bool(match["came"] or (match["left"] and LEFT_LATER.search(sentence)))
    absent = [one._replace(under_item=not there) for one in _people(match["who"], status, known)]
    return [*absent, *stood_in(sentence[match.end() :])]


def _people(text: str, status: Presence, known: Sequence[str]) -> Iterator[Absence]:
    """The absent of a list, and who stood in for them."""
    if tells_stand_in(text):
        yield from stood_in(text)
        text = STOOD_IN.sub("", text)
    text = re.sub(r",?\s+og\s+fra\s+(?=[A-ZÆØÅ])", " og ", text)
    text, *others = re.split(r"(?:[.;,]|\s[-–])\s+(?i:stedfortrædere?|suppleant(?:er)?)\s*:\s+", text)
    for person in split_people("\n".join(others), known):
        if is_person_name(person.name):
            yield _absence(person, Presence.present, stands=True)
    text, limited = ONLY_ITEMS.subn("", text)
    for number, piece in enumerate(re.split(r"(?<=[a-zæøå)])\s*(?:;|\.\s+(?=[A-ZÆØÅ]))", text)):
        # "Afbud: Ida Holm. Fraværende: Bo Vang."
        label = ABSENCE_LABEL.match(piece) if number else None
        another = _labelled(piece, known) if label and (":" in piece or label["how"]) else None
        if another is not None:
            yield from another
            continue
        stands = ABSENT_SENTENCE.match(piece)
        came = (stands["who"], stands["for"] or "") if stands and stands["stands"] else came_instead(piece)
        label = SUBSTITUTE_LABEL.match(piece)
        if label is not None:
            came = label["who"], label["for"] or ""
        if came is not None:
            yield from _standing(*came, known)
            continue
        for person in split_people(piece, known):
            if person.official is not None or not is_person_name(person.name):
                continue
            said = remarked(person.remark)
            if CALLED.fullmatch(person.remark):
                yield _absence(person, Presence.present, stands=True)
                continue
            own = (
                said
                if said in (Presence.excused, Presence.absent) and status is not Presence.excused
                else status
            )
            partial = bool(limited) or PART_OF_MEETING.search(person.remark) is not None
            yield _absence(person, Presence.partial if partial else own)


def stood_in(text: str) -> Iterator[Absence]:
    """Who stood in, by what is printed in brackets or behind a stroke."""
    for match in STOOD_IN.finditer(text) if tells_stand_in(text) else ():
        who = next(name for name in match.groupdict().values() if name)
        for person in split_people(who):
            yield _absence(person, Presence.present, stands=True)


def _absence(person: Person, status: Presence, instead_of: str = "", *, stands: bool = False) -> Absence:
    return Absence(person.name, status, stands, instead_of.strip() or None, person.party)
