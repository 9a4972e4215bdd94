"""Who voted which way, and what the minority said."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.danish.names import LETTER, NAME, NOT_NAMES, party_lexicon, party_names
from pipeline.danish.pattern import Pattern
from pipeline.danish.sentences import split_sentences
from pipeline.danish.subjects import Side, speakers, votes_told
from schemas.minutes import VoteCounts, Votes

if TYPE_CHECKING:
    from pipeline.danish.language import Language

NUMBER_WORDS = (
    "ingen",
    "en",
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "syv",
    "otte",
    "ni",
    "ti",
    "elleve",
    "tolv",
)
"""Small numbers in words; "en" and "et" are one."""

COUNT = r"(?:\d{1,2}|" + "|".join([*NUMBER_WORDS, "et"]) + r")"
VOTE_NOUN = r"(?:stemmer|stemme|medlemmer|medlem)"

VOTE_COUNTS = Pattern(
    "vote-counts",
    rf"""(?:\bmed\s+)? (?:stemme(?:rne|tallene|tallet|r)\s+)? (?<![\d.,/])\b(?P<first>{COUNT})\s*(?:{VOTE_NOUN}\s+)?(?:stemte\s+)?(?P<side>for|imod|mod)?\b
      \s*(?:[^\d\n.;]{{0,25}}?)(?:,|og|mod|-|–|\s)\s*
      \b(?P<second>{COUNT})\s*(?:{VOTE_NOUN}\s*)?(?:stemte\s+)?(?P<side2>for|imod|mod)\b (?!\s+\d)""",
    matches=[
        "Med stemmerne 11 for og 8 imod",
        "vedtaget med 17 stemmer for og 8 imod",
        "med 29 stemmer imod og 1 for",
        "17 stemte for og 8 stemte imod",
    ],
    not_matches=["17 stemmer", "i alt 8 for i år"],
)
"""How many for and how many against, each with its side."""

VOTE_AGAINST_COUNTS = Pattern(
    "vote-counts-against",
    rf"(?<![\d.,/])\b(?P<first>{COUNT})\s*(?:stemmer|stemme)?\s*mod\s+(?P<second>{COUNT})\b(?:\s+{VOTE_NOUN})?",
    matches=["godkendt med 42 stemmer mod 4", "vedtaget med 12 stemmer mod 7 stemmer", "12 mod 7"],
    not_matches=["17 stemmer for og 8 imod", "mod 4"],
)
"""So many against so many."""

VOTE_ONE_COUNT = Pattern(
    "vote-one-count",
    rf"""(?<![\d.,/])\b(?P<count>{COUNT})\s+(?:(?:{VOTE_NOUN})\s+)?(?:(?P<verb>stemte|stemmer)\s+)?(?P<side>for|imod|undlod|undlader|hverken|blank(?:t|e)?)\b
      |\b(?P<side2>for|imod|blankt?)\s*(?:stemte)?\s*:?\s*(?P<count2>\d{{1,2}})\b(?!\s*[./\d])""",
    matches=[
        "8 medlemmer undlod at stemme",
        "17 stemte for",
        "3 stemte imod",
        "2 blanke",
        "For: 12",
        "Imod stemte 3",
    ],
    not_matches=["8 medlemmer deltog", "for 2012"],
)
"""A number of one side."""

SIDE_FRONT = Pattern(
    "vote-side-front",
    r"""(?<![^\W\d])(?:
        (?P<for>for)(?:\s+(?!at\b|stem)[^\W\d][\w-]*){0,6}?\s+(?:stemte|stemmer)\b(?:\s+(?:for|ja))?
      | (?P<against>imod|mod)(?:\s+(?!at\b|stem)[^\W\d][\w-]*){0,6}?\s+(?:stemte|stemmer)\b
      | (?P<neither>hverken\s+for\s+eller\s+imod)(?:\s+stemte)?
      | (?P<left>(?:undlod|undlader|blankt?)(?:\s+(?:at\s+(?:stemme|tage\s+stilling)|stemte|stemmer))?(?=\s*:))
      | (?P<for2>(?:stemte\s+)?for)(?=\s*:) | (?P<against2>(?:stemte\s+)?imod)(?=\s*:)
      ) \s*:?\s*""",
    matches=[
        "For stemte (V)",
        "Imod stemte:",
        "For administrationens indstilling stemte: Ida Holm",
        "Undlod: A",
        "Hverken for eller imod stemte: A",
        "imod stemte F",
    ],
    not_matches=["for første gang", "undlod at stemme", "et forslag om at stemme"],
)
"""The side stands before those who voted."""

SIDE_BEHIND = Pattern(
    "vote-side-behind",
    r"""\s*,?\s*(?:der\s+|som\s+)?(?:
        (?P<against>(?:stemte|stemmer|har\s+stemt)\s+(?:i?mod|nej))
      | (?P<for>(?:stemte|stemmer|har\s+stemt)\s+(?:for|ja)\b)
      | (?P<left>(?:undlod|undlader|undlod\s+at\s+stemme|har\s+undladt)\b(?:\s+at\s+(?:stemme|tage\s+stilling))?|(?:stemte|stemmer)\s+(?:blankt|hverken\s+for\s+eller\s+imod))
      )\b""",
    matches=[" stemte imod", " undlod at stemme", " stemmer for", " undlader", " stemte blankt"],
    not_matches=["stemningen"],
)
"""The side stands behind those who voted."""

STATEMENT = Pattern(
    "dissent-statement",
    r"""\s*,?\s*(?:(?:som|der|og)\s+)?(?:med\s+(?:den\s+|følgende\s+)?(?:bemærkning|begrundelse|motivering|protokol\w*)\w*|idet\b|fordi\b|da\b|under\s+henvisning\s+til|og\s+(?:bemærke|ønske|henvis|begrund)\w*
      |bemærke\w*|kan\s+ikke\b|kunne\s+ikke\b|ønske\w*\s+(?:ført|tilført|noteret|følgende|at\s+få\s+(?:ført|tilført))|ønskede?\s+(?:at\s+)?|t(?:og|ager)\s+forbehold|tilkendegav\w*|fastholder?|er\s+uenig\w*|(?:er|var)\s+imod|finder\b|fandt\b|mener\b|mente\b|begærede?\b
      |protesterer\b|udtale[rd]\w*|tager\s+afstand|støtter\s+ikke|tilslutte\w*\s+sig\s+ikke|afgav|afgiver|henviste?\w*\s+til)""",
    matches=[
        " med bemærkning om, at",
        " bemærker, at",
        " kunne ikke tiltræde indstillingen",
        " tog forbehold",
        ", idet sagen",
        " med følgende begrundelse",
    ],
    not_matches=[" stemte imod", " deltog ikke", " var til stede"],
)
"""What makes a minority's vote or presence a statement."""

MINORITY_LABEL = Pattern(
    "dissent-label",
    r"^(?:et\s+)?(?:mindretal\w*|særudtalelse\w*|mindretalsudtalelse\w*|protokoltilførsel\w*|protokollat\w*|protokolbemærkning\w*)\b",
    matches=["Et mindretal bestående af Ida Holm", "Mindretalsudtalelse:", "Protokoltilførsel fra A"],
    not_matches=["Protokollen blev godkendt"],
)
"""A statement that says itself that it is one."""

BODY_SUBJECT = Pattern(
    "dissent-body-subject",
    r"^(?:[^\W\d][\w-]*,?\s+(?:og\s+)?){0,5}?(?:\w*udvalget|byrådet|kommunalbestyrelsen|regionsrådet|borgerrepræsentationen|magistraten|rådet|\w*indstilling\w*|forslaget|sagen|punktet|administrationen|"
    r"forvaltningen|borgmesteren|formanden|herefter|derefter|afstemning|der\s+blev|flertallet|et\s+flertal)\b",
    matches=["Udvalget godkendte", "Administrationens indstilling blev", "Herefter blev"],
    not_matches=["Vi mener, at det er for dyrt", "Det er ikke i orden"],
)
"""A sentence in which somebody else than the minority speaks or acts again."""


class VoteReading(NamedTuple):
    """The votes of a decision and the minority's words."""

    votes: Votes | None
    """None where nobody's vote is told."""

    dissent: str | None
    """The printed words of the minority, from naming it to the end of its statement."""

    subjects: tuple[str, ...] = ()
    """Voters whom no list told, but the model or the list of members in a sentence."""


class _Ballot(NamedTuple):
    start: int
    end: int
    side: Side
    names: tuple[str, ...]


@cache
def _item() -> str:
    """An expression for one voter of a list."""
    offices = "|".join(re.escape(word) for word in sorted(party_lexicon()["offices"], key=len, reverse=True))
    tag = rf"(?:\s*\((?:[^()\n]|\([^()\n]*\))*\)|\s+(?:fra|for)\s+\(?{LETTER}\)?(?!\w))"
    stop = "|".join(sorted(NOT_NAMES))
    name = rf"(?!(?:{stop})\b){NAME}"
    group = rf"(?:Hele\s|Hele\sgruppe\s)?(?:{party_names()}s?|[Gg]ruppe\s[A-ZÆØÅ]|[A-ZÆØÅ][a-zæøå]+listen)(?:\s+(?:byråds)?gruppe)?(?!\w)"
    return rf"(?<!\w)(?:(?i:{offices})\s+)?(?P<who%d>\(\s*{LETTER}\s*\)|{group}|{name}|{LETTER}(?![\w.’'´-]))(?:{tag})*"


SEPARATOR = r"\s*(?:,\s*(?:og\s+|samt\s+)?|;\s*|\s(?:og|samt|&)\s+|/)\s*"


@cache
def _list() -> re.Pattern[str]:
    item = _item().replace("(?P<who%d>", "(?:")
    return re.compile(rf"{item}(?:{SEPARATOR}{item})*+")


@cache
def _one() -> re.Pattern[str]:
    return re.compile(_item().replace("%d", ""))


def _voters(text: str) -> tuple[str, ...]:
    """The single voters of a printed list, without letters in brackets behind names."""
    names: list[str] = []
    for match in _one().finditer(text):
        name = " ".join(match["who"].strip("() ").split())
        if name not in names:
            names.append(re.sub(r"^Hele\s", "", name))
    return tuple(names)


def _ballots(text: str) -> Iterator[_Ballot]:
    """Every list of voters with its side, in reading order."""
    taken: list[tuple[int, int]] = []
    for match in SIDE_FRONT.finditer(text):
        names = _list().match(text, match.end())
        side: Side = (
            "for"
            if match["for"] or match["for2"]
            else "against"
            if match["against"] or match["against2"]
            else "abstained"
        )
        if names is not None and SIDE_BEHIND.match(text, names.end()) is None:
            taken.append((match.start(), names.end()))
            yield _Ballot(match.start(), names.end(), side, _voters(names[0]))
    for match in _list().finditer(text):
        behind = SIDE_BEHIND.match(text, match.end())
        if behind is not None and not any(start <= match.start() < end for start, end in taken):
            side = "for" if behind["for"] else "against" if behind["against"] else "abstained"
            yield _Ballot(match.start(), behind.end(), side, _voters(match[0]))


def _number(text: str) -> int:
    low = text.lower()
    return int(low) if low.isdigit() else 1 if low == "et" else NUMBER_WORDS.index(low)


def _counts(text: str) -> VoteCounts | None:
    """The printed numbers of one ballot; the last where a decision tells of several, which is the proposal's."""
    found: dict[str, int] = {}
    pair = [*VOTE_COUNTS.finditer(text)]
    against = [*VOTE_AGAINST_COUNTS.finditer(text)]
    last = max((*pair, *against), key=lambda m: m.start(), default=None)
    if last is not None and last.re is VOTE_COUNTS.compiled and last["side"]:
        for side, count in ((last["side"], last["first"]), (last["side2"], last["second"])):
            found["for" if side.lower() == "for" else "against"] = _number(count)
    elif last is not None and last.re is VOTE_AGAINST_COUNTS.compiled:
        found = {"for": _number(last["first"]), "against": _number(last["second"])}
    for match in VOTE_ONE_COUNT.finditer(text, last.end() if last is not None else 0):
        side = (match["side"] or match["side2"]).lower()
        if (
            match["side"]
            and side in ("for", "imod")
            and not match["verb"]
            and "stemme" not in match[0].lower()
        ):
            continue
        key = "for" if side == "for" else "against" if side == "imod" else "abstained"
        found.setdefault(key, _number(match["count"] or match["count2"]))
    return (
        VoteCounts(
            **{"for": found.get("for"), "against": found.get("against"), "abstained": found.get("abstained")}
        )
        if found
        else None
    )


def read_votes(text: str, *, members: Sequence[str] = (), language: "Language | None" = None) -> VoteReading:
    """Who voted which way, and what the minority said.

    Args:
        text: The decision's paragraphs, joined by line breaks.
        members: Names of the body's members; a name that the shape does not tell is found by them.
        language: A model; it tells the names in sentences about votes, whatever their shape and place.
    """
    lower = text.lower()
    ballots = (
        [] if "stem" not in lower and "undl" not in lower and "imod" not in lower else sorted(_ballots(text))
    )
    listed = {name for ballot in ballots for name in ballot.names}
    told = [vote for vote in votes_told(text, language, members) if not listed.issuperset(vote.names)]
    # A party's letter behind a name that no rule knew is no voter.
    ballots = [ballot for ballot in ballots if not any(vote.start < ballot.start < vote.end for vote in told)]
    ballots = sorted([*ballots, *(_Ballot(*vote) for vote in told)])
    sides: dict[Side, list[str]] = {"for": [], "against": [], "abstained": []}
    for ballot in ballots:
        for name in ballot.names:
            if name not in sides[ballot.side]:
                sides[ballot.side].append(name)
    counts = _counts(text) if "stem" in lower or "undl" in lower or "imod" in lower else None
    votes = None
    if counts is not None or any(sides.values()):
        votes = Votes(
            **{
                "for": tuple(sides["for"]),
                "against": tuple(sides["against"]),
                "abstained": tuple(sides["abstained"]),
                "counts": counts,
            }
        )
    subjects = tuple(name for vote in told for name in vote.names if name not in listed)
    return VoteReading(votes, _dissent(text, ballots, members, language), subjects)


def _dissent(
    text: str, ballots: list[_Ballot], members: Sequence[str], language: "Language | None"
) -> str | None:
    """The minority's words: each statement from where it names itself, joined in printed order."""
    winners = {name for ballot in ballots if ballot.side == "for" for name in ballot.names}
    starts: dict[int, int] = {}
    for ballot in ballots:
        statement = STATEMENT.match(text, ballot.end)
        if statement is not None and ballot.side != "for":
            starts[ballot.start] = statement.end()
    lists = [(match.start(), match.end(), _voters(match[0])) for match in _list().finditer(text)]
    told = speakers(text, STATEMENT.compiled, BODY_SUBJECT.compiled, language, members)
    for start, end, named in (*told, *lists):
        inside = any(ballot.start <= start < ballot.end for ballot in ballots)
        statement = STATEMENT.match(text, end)
        if statement is None or inside or not _begins(text, start):
            continue
        if named and not winners.issuperset(named):
            starts[start] = statement.end()
    for start, end in split_sentences(text):
        if MINORITY_LABEL.match(text[start:end]):
            starts.setdefault(start, start + 1)
    spans: list[tuple[int, int]] = []
    for start in sorted(starts):
        if not spans or start >= spans[-1][1]:
            spans.append((start, _statement_end(text, starts[start], ballots)))
    return " ".join(" ".join(text[start:end].split()) for start, end in spans) or None


def _begins(text: str, start: int) -> bool:
    """Whether a sentence, or a main clause behind "idet" or a comma, begins here."""
    before = text[:start].rstrip(" (")
    return (
        not before
        or before[-1] in '\n.!?”"»:;)'
        or before.endswith((", idet", " idet", " men", ", mens", " mens", "dog"))
    )


def _statement_end(text: str, start: int, ballots: list[_Ballot]) -> int:
    """Where a statement ends: with its closing quotation mark, or before the next sentence in which others act."""
    following = [ballot.start for ballot in ballots if ballot.start > start]
    opening = re.compile(r"[”“\"»„]").search(text, start)
    sentences = [(s, e) for s, e in split_sentences(text) if e > start]
    first_end = sentences[0][1] if sentences else len(text)
    if opening is not None and opening.start() < first_end:
        closing = re.compile(r"[”\"«“»]").search(text, opening.end())
        if closing is not None:
            end = closing.end()
            return end + 1 if text[end : end + 1] == "." else end
    end = first_end
    for s, e in sentences[1:]:
        line_break = "\n" in text[end:s]
        sentence = text[s:e]
        others = BODY_SUBJECT.match(sentence) or any(s <= f < e for f in following) or _list().match(sentence)
        if (
            others
            or (line_break and not text[:end].rstrip().endswith(":"))
            or re.match(r"\(?\d{1,2}[a-z]?[.)]", sentence)
        ):
            break
        end = e
    cut = min((f for f in following if f < end), default=end)
    return len(text[:cut].rstrip()) if cut < end else end
