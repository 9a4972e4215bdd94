"""Names of people and parties by their shape: lists of members, and who brought an item."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from pipeline.danish.pattern import Pattern

WORD = r"""(?:[A-ZÆØÅÉÖÜ][a-zæøåéèëöüáíóúçñ'’]+(?:-[A-ZÆØÅ]?[a-zæøåéöü]+)*|[A-ZÆØÅ]{1,2}\.|Mc[A-Z][a-z]+
  |[A-ZÆØÅ](?=\s[A-ZÆØÅ][a-z]))"""
"""A word of a name, or an initial."""

PARTICLE = r"(?:van|von|de|der|den|af|el|al|la|di|da|dos|bin|ibn|zu|le|du|y)"

NAME = rf"{WORD}(?:\s(?:{PARTICLE}\s){{0,2}}{WORD}){{1,5}}"
"""Two to six words of a name."""

LETTER = r"(?:[A-ZÆØÅ]{1,3}(?:-\d)?|[Ll]iste\s[A-ZÆØÅ]|UP\s?-?\s?\d?)"
"""A party's letter or short form."""

NOT_NAMES = frozenset(
    [
        "Udvalget",
        "Byrådet",
        "Kommunalbestyrelsen",
        "Økonomiudvalget",
        "Regionsrådet",
        "Forretningsudvalget",
        "Borgerrepræsentationen",
        "Magistraten",
        "Imod",
        "For",
        "Ad",
        "Fraværende",
        "Afbud",
        "Godkendt",
        "Anbefales",
        "Sagen",
        "Punktet",
        "Indstillingen",
        "Derudover",
        "Herudover",
        "Herefter",
        "Endvidere",
        "Administrationen",
        "Forvaltningen",
        "Borgmesteren",
        "Formanden",
        "Direktionen",
        "Dagsordenen",
        "Medlemmer",
        "Medlem",
        "Deltagere",
        "Center",
        "Kommune",
        "Region",
        "Ingen",
        "Alle",
        "Der",
        "Den",
        "Det",
        "De",
        "Et",
        "En",
        "Med",
        "Men",
        "Og",
        "Samt",
        "Til",
        "Fra",
        "Ved",
        "Om",
        "Som",
        "Stedfortræder",
        "Ikke",
        "Undlod",
        "Byråd",
        "Udvalg",
        "Ændringsforslag",
        "Forslaget",
        "Forslag",
        "Bilag",
        "Beslutning",
        "Sagsnr",
        "Mødet",
        "Møde",
        "Sekretær",
        "Referent",
        "Gruppe",
        "Gruppen",
        "Partiet",
        "Flertallet",
        "Mindretallet",
        "Økonomi",
        "Indstilling",
        "Nej",
        "Ja",
        "Tilstede",
        "Mødeleder",
        "Vedtaget",
        "Tiltrådt",
        "Afvist",
        "Udsat",
        "Drøftet",
        "Taget",
        "Orienteringen",
        "Orientering",
        "Rådhuset",
        "Vej",
        "Skole",
        "Mødelokale",
        "Kl",
        "Mandag",
        "Tirsdag",
        "Onsdag",
        "Torsdag",
        "Fredag",
        "Lørdag",
        "Søndag",
        "Januar",
        "Februar",
        "Marts",
        "April",
        "Maj",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "December",
    ]
)
"""Words with a capital that begin no name, and stand in none."""

PERSON_NAME = Pattern(
    "person-name",
    rf"^{NAME}$",
    matches=["Ida Holm", "Per B. Lund", "Hans-Jørgen Vang", "Maria van der Berg", "Anne Marie Kjær-Holm"],
    not_matches=["Ida", "Ny skole", "DEN NYE SKOLE", "Ida Holm orienterede"],
    flags=re.NOFLAG,
)
"""The shape of a whole name."""

PARTY_TAG = Pattern(
    "party-tag",
    rf"""^(?P<name>.+?)\s*(?:[(\[]+\s*(?P<party>{LETTER}|[A-ZÆØÅ][\w .-]{{2,30}}?)\s*[)\]]+
      |,\s+(?P<letter>[A-ZÆØÅ]{{1,2}})(?!\w)|\s[-–]\s(?P<dash>[A-ZÆØÅ]{{1,2}})(?!\w))"""
    r"(?P<rest>.*)$",
    matches=["Ida Holm (A)", "Ida Holm ((V)", "Ida Holm, A", "Ida Holm (Venstre)", "Ida Holm - A"],
    not_matches=["Ida Holm", "Ida Holm, Bo Vang"],
    flags=re.NOFLAG,
)
"""A name with its party, by letter or name."""

PARTIES_APART = Pattern(
    "party-letters-apart",
    rf"(?<=[)\]])\s+(?!(?:og|samt)\s)(?=(?:[a-zæøå0-9. ]+\s)?{WORD}\s(?:{PARTICLE}\s)?{WORD})",
    matches=["Ida Holm (A) Bo Vang (V)"],
    not_matches=["Ida Holm (A) og Bo Vang (V)", "Ida Holm (A)"],
    flags=re.NOFLAG,
)
"""Between two names with their parties where no sign stands."""

PEOPLE_SEPARATOR = Pattern(
    "people-separator",
    r"""\s*(?:\n|;|•|·|\s\|\s|(?<!\d)/(?!\d)|,\s+(?![A-ZÆØÅ]{1,2}(?:\s*(?:[,;\n]|$|og\s)))|,\s*$|\s+(?:og
      |samt|&)\s+)\s*""",
    matches=["Ida Holm, Bo Vang", "Ida Holm og Bo Vang", "Ida Holm\nBo Vang"],
    not_matches=["Ida Holm, A", "Ida Holm (A)"],
    flags=re.NOFLAG,
)
"""Between two people of a list; a letter behind a comma is a party."""

VACANT = Pattern(
    "person-vacant",
    r"^(?:vakant|ubesat|n\.?\s?n\.?|ledig(?:\s+plads)?|ingen|intet|-|–|\.)\b.*$|^[-–.]$",
    matches=["Vakant", "Ubesat", "N.N.", "Ingen", "-"],
    not_matches=["Ida Holm"],
)
"""A seat without a person, or a list without people."""

RAISED_BY = Pattern(
    "raised-by",
    rf"""^(?i:(?:lukket\s*[-:]\s*)?(?:sag|forslag|anmodning|initiativsag|initiativ|initiativforslag
      |forespørgsel|medlemsforslag
      |spørgsmål|byrådsforslag|beslutningsforslag|dagsordensforslag|punkt|oplæg|ønske|sager
      |motion))\s+(?i:til\s+dagsordenen\s+)?(?i:rejst\s+af|stillet\s+af|fra|af|v/)\s+
      (?i:(?:byråds|kommunalbestyrelses|udvalgs|regionsråds|borgerrepræsentations)?medlem(?:merne)?\s+)?
      (?P<who>(?:{NAME}|{LETTER}|[A-ZÆØÅ]\w+)(?:\s*\({LETTER}\))?(?:(?:,\s+|\s+og\s+|\s+samt\s+)(?:{NAME}
      |{LETTER}(?!\w)|[A-ZÆØÅ][a-zæøå]\w+)(?:\s*\({LETTER}\))?)*
      (?:\s+(?:byrådsgruppe|folkeparti|folkepartis|venstre|alliance|borgerlige)\b)?)(?=\s+(?:om|vedr
      |vedrørende|til|på|ang|angående|i|ad|af|for|med)\b|\s*[-–:.,(]|\s*$)""",
    matches=[
        "Sag fra Ida Holm",
        "Forslag fra Venstre om nye veje",
        "Anmodning fra Ida Holm (A) om notat",
        "Initiativsag fra Enhedslisten - Vejtræer",
    ],
    not_matches=["Sag om veje", "Forslag til budget", "Henvendelse om støj", "Høringssvar fra Ida Holm"],
    flags=re.NOFLAG,
)
"""A title that says who brought the item."""

RAISED_IN_TEXT = Pattern(
    "raised-by-text",
    rf"""(?:(?P<who>{NAME})(?:\s*\({LETTER}\))?\s+har\s+(?:\w+\s+)?(?:anmodet\s+om|ønsket|bedt\s+om|begæret
      |fremsat\s+ønske\s+om)\s+(?:\w+\s+){{0,3}}(?:optaget|optagelse|behandlet|sat\s+på|at\s+få)
      |\b(?:anmodning|ønske|begæring|initiativ)\s+fra\s+(?:byrådsmedlem\s+
      |kommunalbestyrelsesmedlem\s+)?(?P<who2>{NAME})(?:\s*\({LETTER}\))?\s+(?:er|optages|behandles))""",
    matches=[
        "Ida Holm har anmodet om at få følgende sag",
        "Efter anmodning fra Ida Holm optages sagen",
        "Ida Holm (A) har ønsket sagen optaget",
    ],
    not_matches=["Ida Holm orienterede om sagen", "Anmodning fra Ida Holm om orlov"],
    flags=re.NOFLAG,
)
"""A sentence that says who brought the item."""


class Person(NamedTuple):
    """Someone in a list of people."""

    name: str
    """Without party letter or title."""

    party: str | None = None
    """Letter or name, as printed."""

    role: str | None = None
    """Title or office, as printed: "Formand"."""


@cache
def party_lexicon() -> Mapping[str, list[str]]:
    """The names of parties and of offices as the data file states them."""
    text = files("pipeline.danish").joinpath("lexicon/parties.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def party_names() -> str:
    """An expression for any party's name, the longest first."""
    names = sorted(party_lexicon()["names"], key=len, reverse=True)
    return "(?:" + "|".join(re.escape(name).replace(r"\ ", r"\s") for name in names) + ")"


@cache
def _office() -> re.Pattern[str]:
    offices = sorted(party_lexicon()["offices"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(re.escape(office) for office in offices)})", re.IGNORECASE)


def is_person_name(text: str) -> bool:
    """Whether a text has the shape of one person's whole name, and none of its words is an ordinary one."""
    return PERSON_NAME.match(text) is not None and not NOT_NAMES.intersection(text.split())


def split_people(text: str, known: Sequence[str] = ()) -> list[Person]:
    """The people of a list, with party and office.

    Reads "Ida Holm (A) Bo Vang (V)" with no sign between the names, lists with commas, "og" or line breaks,
    titles
    before and behind a name, "((V)", "Ida Holm, A". Vacant seats and "Ingen" are left out.

    Args:
        text: The words under or behind a label; line breaks separate.
        known: Names of members; where no sign separates two names, they tell where one ends.
    """
    people: list[Person] = []
    for line in PARTIES_APART.sub("\n", text).split("\n"):
        for piece in PEOPLE_SEPARATOR.split(line):
            people.extend(_person(part) for part in _apart(piece.strip(" .,;:-–\t"), known) if part)
    return [person for person in people if person.name and not VACANT.match(person.name)]


def _apart(text: str, known: Sequence[str]) -> list[str]:
    """Names that stand side by side, told apart where known names cover the text wholly."""
    if not known or text in known:
        return [text]
    rest, found = text, list[str]()
    while rest:
        match = max(
            (name for name in known if rest == name or rest.startswith(name + " ")), key=len, default=None
        )
        if match is None:
            return [text]
        found.append(match)
        rest = rest[len(match) :].strip(" ,")
    return found


def _person(text: str) -> Person:
    """One person with title and party."""
    role: str | None = None
    text = text.strip(" .,;:-–")
    before = re.match(rf"(?P<role>{_office().pattern})\s*:?\s+(?=\S)", text, re.IGNORECASE)
    if before is not None:
        role, text = before["role"], text[before.end() :]
    behind = re.search(rf"\s*[,(–-]\s*(?P<role>{_office().pattern})\)?$", text, re.IGNORECASE)
    if behind is not None:
        role, text = role or behind["role"], text[: behind.start()]
    party: str | None = None
    tag = PARTY_TAG.match(text)
    if tag is not None:
        party = tag["party"] or tag["letter"] or tag["dash"]
        rest = tag["rest"].strip(" ,()-–")
        if rest and role is None and _office().fullmatch(rest):
            role = rest
        text = tag["name"]
    return Person(
        " ".join(text.split()).strip(" ,.(") if not re.search(r"\b[A-ZÆØÅ]\.$", text) else text, party, role
    )


def raised_by(title: str, text: str = "") -> str | None:
    """Who brought an item: from its title ("Sag fra Ida Holm", "Forslag fra Venstre om veje"), else its text.

    Returns:
        The name or names without party letters, as printed, or None.
    """
    match = RAISED_BY.match(" ".join(title.split()))
    if match is not None:
        who = re.sub(rf"\s*\({LETTER}\)", "", match["who"]).strip()
        return who or None
    found = {m["who"] or m["who2"] for m in RAISED_IN_TEXT.finditer(text)}
    return found.pop() if len(found) == 1 else None
