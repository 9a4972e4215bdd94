"""Names of people and parties by their shape."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.danish.pattern import Pattern

UPPER = "A-ZÀ-ÖØ-ÞŠŽŁÇĞİŞČĆŚŹŻĐŐŰ"
LOWER = "a-zß-öø-ÿšžłçğışčćśźżńąęđőű"

WORD = (
    rf"(?:(?:Chr|Th|Kr|Fr|Joh|Vald|Edv|Aug|Sv|Hj|Ph|St|Rasm|Alb|Nic)\.(?=\s[{UPPER}])|[{UPPER}][{LOWER}]*['’´][{UPPER}]?[{LOWER}]+"
    rf"|[{UPPER}][{LOWER}]+(?:[{UPPER}][{LOWER}]+)?(?:-[{UPPER}]?[{LOWER}]+|-[{UPPER}]\.)*"
    rf"|(?:[{UPPER}]\.-?){{1,3}}|[{UPPER}]{{2}}\.|[{UPPER}](?=\s[{UPPER}][{LOWER}]))"
)
"""A word of a name, or an initial: "Hans-Jørgen", "O'Brien", "McBride", "N.J.", "Chr."."""

PARTICLE = r"(?:van|von|de|del|der|den|ter|ten|af|el|al|la|di|da|das|dos|bin|ibn|bint|abu|ul|zu|le|du|y)"

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
        "Stedfortrædere",
        "Suppleant",
        "Suppleanter",
        "Deltager",
        "Mødedeltagere",
        "Mødedato",
        "Mødested",
        "Dato",
        "Sted",
        "Tidspunkt",
        "Tid",
        "Starttidspunkt",
        "Sluttidspunkt",
        "Navn",
        "Parti",
        "Hverv",
        "Referat",
        "Dagsorden",
        "Side",
        "Punkt",
        "Lokale",
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
        "Juni",
        "Juli",
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
    matches=[
        *("Ida Holm", "Per B. Lund", "Hans-Jørgen Vang", "Maria van der Berg", "Anne Marie Kjær-Holm"),
        *("N.J. Lund", "Hans Chr. Lund", "Renée O'Neill", "Özlem Çelik", "Per McBride", "Carl-Emil Ågesen"),
    ],
    not_matches=["Ida", "Ny skole", "DEN NYE SKOLE", "Ida Holm orienterede"],
    flags=re.NOFLAG,
)
"""The shape of a whole name."""


@cache
def _parties() -> Mapping[str, Any]:
    text = files("pipeline.danish").joinpath("lexicon/parties.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def party_lexicon() -> Mapping[str, list[str]]:
    """The names of parties and of offices as the data file states them."""
    return {key: _parties()[key] for key in ("names", "offices")}


def party_letter(party: str) -> str | None:
    """The letter of a party that stands in the whole country, by its letter or name; None for any other words."""
    bare = party.strip("() ")
    letters: Mapping[str, list[str]] = _parties()["letters"]
    if bare in letters:
        return bare
    return next((letter for letter, names in letters.items() if bare in names), None)


@cache
def party_names() -> str:
    """An expression for any party's name, the longest first."""
    names = sorted(party_lexicon()["names"], key=len, reverse=True)
    return "(?:" + "|".join(re.escape(name).replace(r"\ ", r"\s") for name in names) + ")"


NO_NAME = Pattern(
    "person-no-name",
    r"""(?:udvalg(?:et)?|rådet|salen|lokalet?|huset|centret|centeret|skolen|afdelingen|forvaltning(?:en)?|kommune|bestyrelsen
      |sekretariat(?:et)?|biblioteket|gården|pladsen|teatret|hallen|foreningen|selskabet|institutionen|værelset|nævnet|gruppen|boligselskab|plejecenter|ringvej)$""",
    matches=["Rådhuset", "Byrådssalen", "Byhallen", "Teknisk Forvaltning", "Søndre Ringvej"],
    not_matches=["Ida Nyhus", "Bo Lundgård", "Per Dalskov", "Ida Skole"],
)
"""Words for bodies and places, which stand in no name."""


def is_person_name(text: str) -> bool:
    """Whether a text has the shape of one person's whole name, and none of its words is an ordinary one."""
    words = text.split()
    return (
        PERSON_NAME.match(text) is not None
        and not NOT_NAMES.intersection(words)
        and not any(NO_NAME.search(word) for word in words)
    )
