"""The health of named private people: an illness or a state of health that a sentence says of a person."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from pipeline.danish.pattern import Pattern
from pipeline.danish.persons import Named, find_people
from pipeline.danish.privacy_words import privacy_words

SAID_OF = Pattern(
    "health-said-of",
    r"""(?:\b(?:lider|led|lidt|lidende|plages|ramt|ramte|rammes|syg|sygemeldt|indlagt|diagnosticeret|behandles|behandlet|behandling|opereret|død|døde|afgået|diagnosen?|diagnoser
          |konstateret|udviklet|pådraget(?:\ssig)?|medicineres|medicin|svækket|hæmmet|præget|udredt|udredes|invalideret|terapi|psykolog|psykiater|speciallæge|kontrol|mistanke|følger|følgerne|grund|har|havde|fik|får|fået|med)
        (?:\s(?:af|med|for|om|mod|som|følge|på|efter|grund))*)
        (?:\s(?:en|et|den|det|sin|svær|svære|svært|let|lette|alvorlig|alvorligt|kronisk|medfødt|diagnosen|diagnosticeret|tidligere|kraftig|længerevarende|moderat|psykisk|fysisk|
          behandlingskrævende|fremskreden|begyndende|type|nydiagnosticeret|ubehandlet|paranoid|rygrelateret|svære)){0,3}\s$""",
    matches=[
        "lider af ",
        "har ",
        "er diagnosticeret med ",
        "er i behandling for ",
        "har fået konstateret en svær ",
    ],
    not_matches=["orienterede om ", "foreslog en plan mod ", "har foreslået en indsats mod "],
)
"""What stands between a person and an illness that the person has."""

STATE_OF = Pattern(
    "health-state-of",
    r"\b(?:er|var|har\sværet|blev|bliver|blevet|som|været)(?:\s(?:nu|p\.t\.|i\s\d{4}|fortsat|fuldtids|delvist|langtids|svært|stærkt|helt|næsten|født|aktuelt|alvorligt|kronisk|psykisk)){0,2}\s$",
    matches=["er ", "har været ", "blev i 2014 "],
    not_matches=["hjælper "],
)
"""What stands between a person and a state of health."""

STATE_WITH = Pattern(
    "ill-state-with",
    r"\s(?:med|for|af|grundet|på\sgrund\saf|på\sbaggrund\saf|som\sfølge\saf)(?:\s\w+){0,2}\s",
    matches=[" med en svær ", " på grund af ", " som følge af sin "],
    not_matches=[" uden "],
    flags=re.NOFLAG,
)
"""Between a state and the illness behind it: "sygemeldt med en svær demens"."""

BODY_OF = re.compile(r"\s(?:\w+\s){0,1}$")
"""Behind a genitive: "Ida Holms svære "."""

OF_PERSON = Pattern(
    "ill-of-person",
    r"\s(?:hos|for|af)\s(?:(?:borgeren?|klageren?|ansøgeren?|patienten)\s)?$",
    matches=[" hos ", " hos borgeren "],
    not_matches=["hos", "demens hos os"],
)
"""Between an illness and the person who has it: "demens hos Ida Holm"."""

CAUSE = Pattern(
    "health-cause",
    r"""\b(?:efter|grundet|pga\.?|som\sfølge\saf|på\s(?:bag)?grund\saf|med|følgerne\saf|under)
        (?:\s(?:en|et|sin|svær|alvorlig|kronisk|mange\sårs|flere\sårs|ny|\w+t|\w+e))*\s$""",
    matches=["Efter en ", "grundet svær ", "på grund af kronisk ", "Som følge af "],
    not_matches=["Foredrag om ", "en plan mod "],
)
"""Before an illness that is the cause of what is told of the person behind it."""

SPEAKS = Pattern(
    "ill-speaks",
    r"\b(?:orienter|foresl|spurg|spørg|oplyste|fremlag|foredrag|holder|holdt|oplæg|undervis|stemte|deltog|ønske|foreslå|fortæl|fortalt|præsenter|rådgiv|forsk|skrev|skriver|bemærk|arbejder|udtal|ønskede|takkede|indstil|drøft|redegj)\w*",
    matches=["orienterede om demens", "holdt oplæg", "spurgte"],
    not_matches=["har demens"],
)
"""Who speaks of an illness has none by that."""

SENTENCE_END = re.compile(r"[.!?:;](?=\s+[A-ZÆØÅ•\d-])|\n\s*(?=[•–-]\s)")

WORD = re.compile(r"[^\W\d_][\w-]*(?:[’'](?=\w)[\w-]*)*")

REACH = 110
"""So many characters at most lie between a person and the illness; the longest planted were 60."""


class Ill(NamedTuple):
    """A passage that says something of a person's health."""

    start: int
    """Offset of its first character, from 0: the name's or the illness's."""
    end: int
    """Offset after its last."""


def find_illnesses(text: str, public: Collection[str] = ()) -> Iterator[Ill]:
    """Passages that tell of a private person's health, from the name to the illness, in reading order."""
    last = -1
    terms = list(_terms(text))
    for place, (start, end, state) in enumerate(terms):
        if start < last:
            continue
        if state and place + 1 < len(terms) and STATE_WITH.fullmatch(text, end, terms[place + 1][0]):
            end = terms[place + 1][1]
        found = _passage(text, start, end, state, public)
        if found and found.start >= last:
            last = found.end
            yield found


def _passage(text: str, start: int, end: int, state: bool, public: Collection[str]) -> Ill | None:
    left = max(0, start - REACH - 60)
    stops = [one.end() for one in SENTENCE_END.finditer(text, left, start)]
    left = stops[-1] if stops else left
    people = find_people(text[left:start], public)
    if people:
        one = people[-1]
        name_end = left + one.end
        between = " ".join(text[name_end:start].split(" ")).replace("\n", " ")
        if one.private and len(between) <= REACH and _says(text, one, name_end, between, state):
            return Ill(left + one.start, end)
    right = text[end : end + REACH]
    behind = find_people(right, public)
    if behind and behind[0].private and CAUSE.search(text[left:start].replace("\n", " ")):
        ends = any(one.start() < behind[0].start for one in SENTENCE_END.finditer(right))
        if not ends and not _is_general(right[: behind[0].start]):
            return Ill(start, end + behind[0].end)
    if behind and behind[0].private and OF_PERSON.fullmatch(right[: behind[0].start].replace("\n", " ")):
        return Ill(start, end + behind[0].end)
    return None


def _says(text: str, one: Named, name_end: int, between: str, state: bool) -> bool:
    if _is_general(between) or between.rstrip().endswith((" om", " mod")):
        return False
    if text[name_end - 1] == "s" and BODY_OF.fullmatch(between):
        return True
    if state:
        return SAID_OF.search(between) is not None or STATE_OF.search(between) is not None
    return between[:1] not in "(:/" and between.strip(" ,;-–") != ""


def _is_general(between: str) -> bool:
    """Whether words tell that somebody speaks of an illness, or that it is others' or nobody's own."""
    return SPEAKS.search(between) is not None or _general().search(between) is not None


@cache
def _general() -> re.Pattern[str]:
    words = sorted(map(re.escape, privacy_words("general")), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})", re.IGNORECASE)


def _terms(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where words for illnesses and states of health stand: start, end, whether it is a state."""
    first, several = _vocabulary()
    if first.keys().isdisjoint(spoken_in(text.lower())):
        return
    words = list(WORD.finditer(text))
    taken = -1
    for place, match in enumerate(words):
        if place <= taken:
            continue
        plain = match.group().lower()
        known = first.get(plain)
        if known is None:
            continue
        end, state = place, known == "state"
        for more in several.get(plain, ()):
            these = [one.group().lower() for one in words[place : place + len(more)]]
            if tuple(these) == more:
                end = place + len(more) - 1
        if end == place and known == "part":
            continue
        stop = words[end].end()
        while (
            end + 2 < len(words)
            and words[end + 1].group() in ("og", "eller")
            and first.get(words[end + 2].group().lower()) == "illness"
        ):
            end += 2
            stop = words[end].end()
        taken = end
        yield match.start(), stop, state


def spoken_in(text: str) -> set[str]:
    """The different words of a text; what is letters alone between two spaces, as most are, is one as it stands."""
    pieces = set(text.split())
    mixed = [piece for piece in pieces if not piece.isalpha()]
    return pieces.difference(mixed).union(WORD.findall(" ".join(mixed)))


@cache
def _vocabulary() -> tuple[dict[str, str], dict[str, list[tuple[str, ...]]]]:
    """Single words with what they are, and expressions of several words by their first."""
    first: dict[str, str] = {}
    several: dict[str, list[tuple[str, ...]]] = {}
    for kind, name in (("illness", "illnesses"), ("state", "states")):
        for term in privacy_words(name):
            head, *rest = term.split()
            if rest:
                several.setdefault(head, []).append((head, *rest))
                first.setdefault(head, "part")
                continue
            for form in (
                term,
                f"{term}n",
                f"{term}en",
                f"{term}et",
                f"{term}er",
                f"{term}s",
                f"{term}ens",
                f"{term}e",
            ):
                if kind == "state" or first.get(form) in (None, "part"):
                    first[form] = kind
    for word in privacy_words("no_illnesses"):
        first.pop(word, None)
    return first, several
