"""Lists of those who voted: people, parties, letters, with or without brackets, offices and numbers."""

import re
from functools import cache

from pipeline.danish.names import LETTER, NOT_NAMES, PARTICLE, party_lexicon, party_names

FULL_WORD = r"[A-ZÆØÅÉÖÜ][a-zæøåéèëöüáíóúçñ'’]+(?:-[A-ZÆØÅ]?[a-zæøåéöü]+)*"
"""A word of a name."""

ENDINGS = r"\w*(?:udvalg(?:et|ets)?|forvaltning(?:en|ens)?|bestyrelse(?:n|ns)?|råd(?:et|ets)?|sendes|afdeling(?:en|ens)?|gruppen)\b"
"""Words that end so are bodies or verbs, no names."""

SEPARATOR = r"[ ]*(?:,[ ]*(?:og[ ]+|samt[ ]+)?|;[ ]*|[ ](?:og|samt|&)[ ]+|/)[ ]*"
"""Between two voters."""

TAG = rf"(?:[ ]*\((?:[^()\n]|\([^()\n]*\))*\)|[ ]+(?:fra|for)[ ]+\(?{LETTER}\)?(?!\w))"
"""Behind a voter: the party, how many, who of it."""


@cache
def _who() -> str:
    """An expression for one voter, in a group `who` where its name is filled in."""
    stop = "|".join(
        sorted(
            NOT_NAMES
            | {
                "Da",
                "Stemmer",
                "Undladt",
                "Hverken",
                "Blank",
                "Blankt",
                "Idet",
                "Ad",
                "Hele",
                "Efter",
                "Begge",
                "Også",
                "Nærværende",
                "Udpeget",
                "Valgt",
            }
        )
    )
    word = rf"(?!(?:{stop}|{ENDINGS})\b){FULL_WORD}"
    first = rf"(?:{word}|[A-ZÆØÅ]{{1,2}}\.(?=[ ]?[A-ZÆØÅ]))"
    later = rf"(?:{word}|[A-ZÆØÅ]{{1,2}}\.|Mc{word}|[A-ZÆØÅ](?=[ ][A-ZÆØÅ][a-z]))"
    name = rf"{first}(?:[ ]?(?<=\.){later}|[ ](?:{PARTICLE}[ ]){{0,2}}{later}){{1,5}}"
    parties = party_names()
    group = (
        rf"(?:(?:Hele|Hele[ ]gruppe)[ ])?(?:{parties}s?|[Gg]ruppe[ ][A-ZÆØÅ]|[A-ZÆØÅ][a-zæøå]+listen|[A-ZÆØÅ]{{1,2}}(?=-gruppen))"
        r"(?:[ ]+(?:byråds|kommunalbestyrelses)?gruppen?|-gruppen)?(?!\w)"
    )
    # "A, F og Ø. Imod stemte" ends a sentence, "B. Lund" is a name.
    ends = rf"(?![\w’'´-])(?!\.[ ]?(?!(?:{stop}|[A-ZÆØÅ]\w+(?:stillingen|forslaget|erne|stemte|stemt)|Undlod|Undlader|Forslaget|Vedtaget)\b)\w)"
    return rf"\([ ]*{LETTER}[ ]*\)|{group}|{name}|{LETTER}(?:{ends}|(?=['’´]?s[ ]stemmer?\b))"


@cache
def _item() -> str:
    words = [*party_lexicon()["offices"], "løsgænger", "løsgængeren"]
    offices = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return rf"(?:(?i:{offices})[ ]+)?(?:partiet[ ]+|gruppen[ ]+)?(?P<who>{_who()})(?:{TAG})*"


@cache
def voter() -> re.Pattern[str]:
    """One voter."""
    return re.compile(_item())


@cache
def voter_list() -> re.Pattern[str]:
    """One voter or more."""
    item = _item().replace("(?P<who>", "(?:")
    return re.compile(rf"{item}(?:{SEPARATOR}{item})*+")


@cache
def _party() -> re.Pattern[str]:
    return re.compile(rf"{LETTER}|(?:{party_names()})|[Gg]ruppe[ ][A-ZÆØÅ]|[A-ZÆØÅ][a-zæøå]+listen")


def is_party(name: str) -> bool:
    """Whether a voter is a party or its letter."""
    return _party().fullmatch(name) is not None


def voters(printed: str) -> tuple[str, ...]:
    """The single voters of a printed list, without letters in brackets behind names."""
    names: dict[str, None] = {}
    for match in voter().finditer(printed):
        name = re.sub(
            r"^(?:Hele[ ])?(?:[Gg]ruppe[ ](?=[A-ZÆØÅ]$))?", "", " ".join(match["who"].strip("() ").split())
        )
        name = name.removesuffix("-gruppen")
        owner = re.sub(r"s(?:[ ]+(?:byråds|kommunalbestyrelses)?gruppen?)?$", "", name)
        names.setdefault(owner if owner != name and is_party(owner) else name)
    return tuple(names)
