"""People in running text as the subjects of a sentence: who voted, who was not there, who brought the item.

The rules of `votes`, `absences` and `names` know a name by its shape and read the sentences in which it stands where
lists stand. Here the names come from a language model and from the list of members, whatever their shape; each list
of them is put down as one sign, "¤ stemte herefter imod", and what is left is read by rules.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from pipeline.danish.names import LETTER, party_lexicon, party_names
from pipeline.danish.pattern import Pattern
from pipeline.danish.sentences import split_sentences

if TYPE_CHECKING:
    from pipeline.danish.language import Language

PEOPLE = "¤"
"""Stands for a list of people and parties in a sentence."""

ASIDE = r"(?:\s*,\s(?:der|som)\s[^,¤]{2,80},|\s*,\s[^,¤]{2,40},|,)?"
"""What may stand between somebody and the verb: "¤, der er formand for udvalget, stemte"."""

NOT_THEY = r"(?<!undtagelse\saf\s)(?<!undtagen\s)(?<!bortset\sfra\s)(?<!på\snær\s)"
"""Behind these words stand those who did otherwise than the others: "alle med undtagelse af ¤ stemte for"."""

WORDS = r"(?:\s+(?!ikke\b|at\b|og\b|men\b|for\b|i?mod\b)[a-zæøå.]+)"
"""A word between a verb and what belongs to it: "stemte herefter imod"."""

VOTED = Pattern(
    "subject-voted",
    rf"""(?:{NOT_THEY}¤{ASIDE}{WORDS}{{0,2}}|¤,\s(?:der|som){WORDS}{{0,2}})\s+(?:stemte|stemmer|har\s+stemt){WORDS}{{0,3}}\s+(?:(?P<for>for|ja)|(?P<against>i?mod|nej)|(?P<left>blankt|hverken))\b
      |(?:{NOT_THEY}¤{ASIDE}{WORDS}{{0,2}}|¤,\s(?:der|som){WORDS}{{0,2}})\s+(?P<left2>undlod|undlader|har\s+undladt)\b
      |(?:stemte|stemmer){WORDS}?\s+¤{WORDS}{{0,2}}\s+(?:(?P<for2>for|ja)|(?P<against2>i?mod|nej)|(?P<left3>blankt))\b
      |(?P<left4>undlod|undlader){WORDS}?\s+¤\s+at\s+(?:stemme|tage)
      |\b(?:(?P<for3>for)|(?P<against3>i?mod))(?:\s+(?!at\b)[\w-]+){{0,5}}?\s+(?:stemte|stemmer|var|er)\s*:?\s*¤
      |¤{ASIDE}\s+(?:var|er){WORDS}{{0,2}}\s+(?P<against4>imod)\b""",
    matches=[
        "¤ stemte herefter imod.",
        "¤, der er formand for udvalget, stemte imod.",
        "dog stemte ¤ imod punkt 2",
        "Imod forslaget var ¤.",
        "Mod stemte ¤",
        "undlod ¤ at stemme",
        "¤ undlod.",
        "Vedtaget, idet ¤ dog undlod at stemme",
        "Godkendt med undtagelse af ¤, der stemte imod",
    ],
    not_matches=[
        "forslaget fra ¤ fik 3 stemmer imod",
        "A stemte for ¤",
        "Alle med undtagelse af ¤ stemte for",
        "For så vidt angår ¤",
        "¤ var for sen",
    ],
)
"""Somebody's vote, wherever the verb stands; a vote for somebody is none of his."""

VOTING_WORDS = Pattern(
    "subject-voting-words",
    r"\bstem(?:te|mer|t)\b|\bundl(?:od|ader|adt)\b|\bi?mod\b",
    matches=["stemte for", "undlod at stemme", "imod"],
    not_matches=["stemning", "godkendt"],
)
"""Without one of them nobody's vote is told."""

MISSED = Pattern(
    "subject-missed",
    rf"""¤{ASIDE}\s+(?:(?P<excused>(?:har|havde){WORDS}{{0,2}}\s+(?:meldt|sendt)\s+afbud)
        |(?:deltog|deltager|medvirkede){WORDS}{{0,4}}\s+ikke\b
        |(?:var|er){WORDS}{{0,4}}\s+(?:ikke\s+(?:til\s*stede|mødt)|fraværende|forhindret|inhabil)
        |(?:forlod|forlader){WORDS}{{0,2}}\s+(?:mødet|lokalet|salen|mødelokalet|byrådssalen)
        |fraværende\b
        |(?:blev\s+)?erklæret\s+(?:for\s+)?inhabil)
      |¤{ASIDE}{WORDS}{{0,6}}\s+ikke\s+(?:deltog|deltager|medvirkede|var\s+til\s*stede)
      |\b(?:deltog|deltager|medvirkede)\s+¤{WORDS}{{0,3}}\s+ikke\b
      |\b(?:var|er)\s+¤{WORDS}{{0,4}}\s+(?:ikke\s+(?:til\s*stede|mødt)|fraværende|forhindret|inhabil)
      |\b(?:forlod|forlader)\s+¤{WORDS}{{0,2}}\s+(?:mødet|lokalet|salen|mødelokalet|byrådssalen)
      |\b(?:erklærede|erklærer|meldte)\s+¤\s+sig\s+(?:for\s+)?inhabil
      |\b(?P<excused2>afbud|forfald)\s*(?:(?:\w+\s+){{0,2}}fra)?\s*:?\s*¤
      |\b(?:fraværende|(?:ikke|ej)\s+til\s*stede)\s*(?:var|er)?\s*:?\s*¤""",
    matches=[
        "Formanden, ¤, forlod mødet under punkt 5",
        "På grund af inhabilitet deltog ¤ ikke i behandlingen.",
        "Under dette punkt var ¤ ikke til stede.",
        "¤ havde forinden meldt afbud.",
        "Inden behandlingen forlod ¤ lokalet.",
        "Godkendt, idet ¤ på grund af inhabilitet ikke deltog",
        "Der er modtaget afbud fra ¤",
        "Afbud: ¤",
        "Ikke til stede ¤",
        "¤ fraværende.",
    ],
    not_matches=[
        "¤ oplyste, at direktøren ikke deltog",
        "¤ er ikke inhabil",
        "¤ deltog i mødet",
        "¤ var til stede",
        "efter afbud fra borgere ønskede ¤",
    ],
)
"""Somebody who was not there or went, wherever the verb stands."""

MISSING_WORDS = Pattern(
    "subject-missing-words",
    r"\b(?:deltog|deltager|medvirkede|til\s*stede|fraværende|forhindret|inhabil\w*|afbud|forlod|forlader|mødt)\b",
    matches=["deltog ikke", "var fraværende", "inhabilitet", "til stede"],
    not_matches=["godkendt", "mødtes"],
)
"""Without one of them nobody's absence is told."""

STANDS_IN = Pattern(
    "subject-stands-in",
    r"\b(?:stedfortræder|suppleant|i\s+stedet|indkald)",
    matches=["stedfortræder for", "i stedet for", "indkaldt"],
    not_matches=["fraværende"],
)
"""A sentence about a substitute: who of its people was there only the rules tell."""

BROUGHT = Pattern(
    "subject-brought",
    rf"""¤{ASIDE}\s+(?:har|havde|ønsker|ønskede|anmoder|anmodede|begærer|begærede|foreslår|foreslog|fremsætter|fremsatte|stiller|stillede)\b[^.¤]{{0,80}}?
        (?:dagsordenen|på\s+dagsorden|optage[ts]|optagelse|sat\s+på|(?:byråds|beslutnings|medlems|dagsordens)forslag)
      |\b(?:anmodning|begæring|ønske|initiativ|foranledning|opfordring|forslag)\s+(?:fra|af)\s+¤[^.¤]{{0,60}}?\b(?:optage[ts]|dagsordenen|på\s+dagsorden|behandles)
      |\b(?:dagsordenen|optage[ts]|optagelse|sat\s+på)\b[^.¤]{{0,40}}?\b(?:anmodning|begæring|ønske|initiativ|foranledning|opfordring)\s+(?:fra|af)\s+¤
      |\b(?:sagen|punktet|forslaget)\s+er\s+(?:rejst|stillet|fremsat|indbragt|bragt\s+op|sat\s+på(?:\s+dagsordenen)?)\s+af\s+¤""",
    matches=[
        "¤ har anmodet om, at sagen sættes på dagsordenen",
        "Sagen er optaget på dagsordenen på foranledning af ¤.",
        "Efter ønske fra ¤ optages punktet",
        "Sagen er rejst af ¤.",
        "¤ fremsætter følgende byrådsforslag",
    ],
    not_matches=["¤ har ansøgt om tilladelse", "anmodning fra ¤ om orlov", "Brev fra ¤"],
)
"""Somebody on whose wish the item stands on the agenda."""

AGENDA_WORDS = Pattern(
    "subject-agenda-words",
    r"dagsorden|\boptage[ts]|\boptagelse|\bsat\s+på|(?:byråds|beslutnings|medlems)forslag|\ber\s+(?:rejst|stillet|fremsat|indbragt)",
    matches=["optaget på dagsordenen", "byrådsforslag", "er rejst af"],
    not_matches=["havnen"],
    needs=("dagsorden", "optage", "sat på", "sat\n", "sforslag", "rejst", "stillet", "fremsat", "indbragt"),
)
"""Without one of them, or of the wishes below, it is not told who brought an item."""
WISH_WORDS = Pattern(
    "subject-wish-words",
    r"anmod|begær|ønske|foresl|initiativ|foranledning|opfordring|fremsæ?t|stille|rejst|bragt|forslag\s+(?:fra|af)",
    matches=["anmoder om", "på opfordring af", "forslag fra A"],
    not_matches=["dagsorden"],
)
"""Without an agenda and a wish it is not told who brought an item."""

BEFORE_A_LETTER = ("og", "samt", "stemte", "stemmer", "undlod", "undlader", "var")
"""Words behind which a single letter is a party."""

Side = Literal["for", "against", "abstained"]


class Group(NamedTuple):
    """A list of people and parties in a sentence."""

    start: int
    """Offset of its first character in the sentence, from 0."""

    end: int
    """Offset after its last character, party letters in brackets included."""

    names: tuple[str, ...]
    """As printed, without party letters."""


class Masked(NamedTuple):
    """A sentence with one sign for each list of people."""

    text: str
    groups: tuple[Group, ...]
    """What the signs stand for, in their order."""

    def group_in(self, match: re.Match[str]) -> Group:
        """The list whose sign stands first in a match."""
        return self.groups[self.text.count(PEOPLE, 0, match.start() + match[0].index(PEOPLE))]


@cache
def _party() -> re.Pattern[str]:
    before = r"(?:^|(?<=[,:]\s)" + "".join(rf"|(?<=\b{word}\s)" for word in BEFORE_A_LETTER) + ")"
    behind = r"(?=\s*(?:[,;.:]|$|og\b|samt\b|\()|\s+(?:stem|undl|i?mod\b|var\b|har\b|er\b))"
    return re.compile(rf"(?<!\w){party_names()}(?!\w)|{before}(?:\({LETTER}\)|{LETTER}){behind}")


@cache
def _list() -> re.Pattern[str]:
    """A list of masked names with offices before and parties behind them."""
    offices = "|".join(re.escape(word) for word in sorted(party_lexicon()["offices"], key=len, reverse=True))
    tag = rf"(?:\s*\((?:[^()¤]|\([^()¤]*\))*\)|,\s[A-ZÆØÅ]{{1,2}}(?=,|\s|$)|\s(?:fra|for)\s\(?{LETTER}\)?(?!\w))"
    one = rf"(?:(?i:(?:{offices})(?:en|et)?)\s+)?¤\d+¤{tag}*"
    return re.compile(rf"{one}(?:\s*(?:,\s*(?:og|samt)?|;|\bog\b|\bsamt\b|&|/)\s*{one})*")


def mask(
    sentence: str, language: "Language | None", members: Sequence[str] = (), *, parties: bool = True
) -> Masked:
    """A sentence with one sign for each list of the people that the model and the list of members know in it.

    Args:
        sentence: One sentence.
        language: A model; None leaves the members.
        members: Names of the body's members, as the head prints them.
        parties: Whether parties stand in such lists too: they vote, but are not absent.
    """
    spans = _names(sentence, language, members, parties)
    pieces: list[str] = []
    at = 0
    for number, (start, end) in enumerate(spans):
        pieces += [sentence[at:start].replace(PEOPLE, " "), f"{PEOPLE}{number}{PEOPLE}"]
        at = end
    pieces.append(sentence[at:].replace(PEOPLE, " "))
    text, groups, gone = "", [], 0
    numbered = "".join(pieces)
    for match in _list().finditer(numbered):
        numbers = [int(number) for number in re.findall(r"¤(\d+)¤", match[0])]
        first, last = spans[numbers[0]], spans[numbers[-1]]
        tail = match[0].rpartition(PEOPLE)[2]
        text += numbered[gone : match.start()] + PEOPLE
        gone = match.end()
        names = [" ".join(sentence[slice(*spans[number])].strip("()").split()) for number in numbers]
        groups.append(Group(first[0], last[1] + len(tail), tuple(names)))
    return Masked(text + numbered[gone:], tuple(groups))


def _names(
    sentence: str, language: "Language | None", members: Sequence[str], parties: bool
) -> list[tuple[int, int]]:
    """Where names stand, in reading order; they do not overlap, and the model's go before the others."""
    found: list[tuple[int, int]] = []
    if language is not None:
        found = [(person.start, person.end) for person in language.people(sentence)]
    for name in sorted(members, key=len, reverse=True):
        if name in sentence:
            found += [m.span() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", sentence)]
    if parties:
        found += [match.span() for match in _party().finditer(sentence)]
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if all(end <= other_start or start >= other_end for other_start, other_end in kept):
            kept.append((start, end))
    return sorted(kept)


class Vote(NamedTuple):
    """Somebody's vote in a text."""

    start: int
    """Offset of the first voter's name in the text, from 0."""

    end: int
    """Offset after the words that tell the side, or after the voters where these come last."""

    side: Side
    names: tuple[str, ...]
    """The voters, as printed."""


def votes_told(text: str, language: "Language | None", members: Sequence[str] = ()) -> Iterator[Vote]:
    """Who voted which way, by the subjects of a text's sentences, in reading order."""
    for at, sentence in _sentences(text, VOTING_WORDS):
        masked = mask(sentence, language, members)
        for match in VOTED.finditer(masked.text):
            told = {key.rstrip("234") for key, value in match.groupdict().items() if value}
            side: Side = "for" if "for" in told else "against" if "against" in told else "abstained"
            group = masked.group_in(match)
            behind = match.end() - match.start() - match[0].index(PEOPLE) - 1
            yield Vote(at + group.start, at + group.end + behind, side, group.names)


def speakers(
    text: str,
    words: Pattern,
    others: Pattern,
    language: "Language | None",
    members: Sequence[str] = (),
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Start, end and names of each list of people in the sentences that hold one of the words.

    Sentences that begin with others as their subject ("Udvalget …") are left out.
    """
    for at, sentence in _sentences(text, words):
        if others.match(sentence):
            continue
        for group in mask(sentence, language, members).groups:
            yield at + group.start, at + group.end, group.names


def missed(
    sentence: str, language: "Language | None", members: Sequence[str] = ()
) -> tuple[tuple[str, ...], bool]:
    """The people whom a sentence tells as not there, and whether it says that they had sent regrets."""
    if not MISSING_WORDS.search(sentence) or STANDS_IN.search(sentence):
        return (), False
    masked = mask(sentence, language, members, parties=False)
    names: list[str] = []
    excused = False
    for match in MISSED.finditer(masked.text):
        names += masked.group_in(match).names
        excused = excused or bool(match["excused"] or match["excused2"])
    return tuple(dict.fromkeys(names)), excused


def brought_by(text: str, language: "Language | None", members: Sequence[str] = ()) -> str | None:
    """Who brought an item, by the subjects of its text's sentences; two candidates are no candidate."""
    found: dict[str, None] = {}
    for _, sentence in _sentences(text, AGENDA_WORDS):
        if not WISH_WORDS.search(sentence):
            continue
        masked = mask(sentence, language, members)
        for match in BROUGHT.finditer(masked.text):
            found.setdefault(" og ".join(masked.group_in(match).names))
    return next(iter(found)) if len(found) == 1 else None


def _sentences(text: str, words: Pattern) -> Iterator[tuple[int, str]]:
    """Where each sentence with one of the words begins, and the sentence."""
    if words.search(text):
        for start, end in split_sentences(text):
            if words.search(text, start, end):
                yield start, text[start:end]
