"""Who voted which way: every list of voters of a decision with its side."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.danish.counts import BRACKETS, VOTED_DOWN, count_expression
from pipeline.danish.names import LETTER
from pipeline.danish.pattern import Pattern
from pipeline.danish.sentences import split_sentences
from pipeline.danish.subjects import Side
from pipeline.danish.voters import is_party, voter_list, voters

COUNTED = rf"(?:\s*{count_expression()})?(?:\s*(?:[:,]|\((?!\s*{LETTER}\s*\))))?"
"""How many, between the side and the names."""

MOTION = r"(?:(?:ændrings)?forslaget|indstillingen)"

SIDE_FRONT = Pattern(
    "vote-side-front",
    rf"""(?<![^\W\d])(?:
        (?P<for>for)(?:\s+(?!at\b|stem)[^\W\d][\w-]*){{0,6}}?\s+(?:stemte|stemmer)\b(?:\s+(?:for|ja))?
      | (?P<against>imod|mod)(?:\s+(?!at\b|stem)[^\W\d][\w-]*){{0,6}}?\s+(?:stemte|stemmer)\b
      | (?P<neither>hverken\s+for\s+eller\s+imod)(?:\s+(?:stemte|stemmer)|(?=\s*[:(]))
      | (?P<left>(?:undlod|undlader|undladt|blankt?|blanke|hverken/eller)(?:\s+(?:at\s+(?:stemme|tage\s+stilling)|stemte|stemmer))?(?=\s*[:(]))
      | (?P<left2>blankt)\s+(?:stemte|stemmer)\b
      | (?P<for2>(?:(?:stemte|stemmer)\s+)?for|ja(?:-?stemmer)?)(?:\s+{MOTION})?(?=\s*:)
      | (?P<against2>(?:(?:stemte|stemmer)\s+)?imod|nej(?:-?stemmer)?)(?:\s+{MOTION})?(?=\s*:)
      ) \s*:?{COUNTED}\s*:?\s*""",
    matches=[
        "For stemte (V)",
        "Imod stemte:",
        "For administrationens indstilling stemte: Ida Holm",
        "Undlod: A",
        "Hverken for eller imod stemte: A",
        "imod stemte F",
        "Ja: Ida Holm",
        "For stemte 20 medlemmer (A",
        "Imod indstillingen: A",
        "Blankt stemte A",
    ],
    not_matches=["for første gang", "undlod at stemme", "et forslag om at stemme"],
)
"""The side stands before those who voted."""

SIDE_BEHIND = Pattern(
    "vote-side-behind",
    r"""\s*,?\s*(?:der\s+|som\s+)?(?:
        (?P<against>(?:stemte|stemmer|har\s+stemt|(?:ønske(?:r|de)\s+at|vil(?:le)?|agter\s+at)\s+stemme)\s+(?:i?mod|nej)|(?:(?:var|er)\s+)?imod(?=\s*(?:[.;)\n]|$))
          |(?:kan|kunne)\s+ikke\s+[^.;:\n]{0,40}?\bog\s+(?:stemte|stemmer)\s+(?:derfor\s+)?imod|ønsker?(?:de)?\s+(?:det\s+|at\s+få\s+)?(?:til|ind)?ført\b[^.\n]{0,60}?\bstem(?:te|t|mer)\s+imod)
      | (?P<for>(?:stemte|stemmer|har\s+stemt)\s+(?:for|ja)\b)
      | (?P<left>(?:undlod|undlader|undlod\s+at\s+stemme|har\s+undladt)\b(?:\s+at\s+(?:stemme|tage\s+stilling))?|(?:stemte|stemmer)\s+(?:blankt|hverken\s+for\s+eller\s+imod)|(?:(?:afholdt|afholder)\s+sig|afstod|afstår)\s+fra\s+at\s+stemme|t(?:og|ager)\s+ikke\s+stilling)
      )(?!\w)""",
    matches=[
        " stemte imod",
        " undlod at stemme",
        " stemmer for",
        " ønskede at stemme imod",
        " undlader",
        " imod.",
        " kunne ikke støtte forslaget og stemte imod",
        " stemte blankt",
        " ønskede tilført, at han havde stemt imod",
    ],
    not_matches=["stemningen"],
)
"""The side stands behind those who voted."""

SIDE_AROUND = Pattern(
    "vote-side-around",
    r"\b(?:stemte|stemmer|undlod|undlader)\s+(?=(?-i:[A-ZÆØÅ(]))",
    matches=["dog stemte Ida Holm imod", "undlod (A) at stemme"],
    not_matches=["stemte imod"],
)
"""The verb stands before those who voted, and the side may stand behind them."""

SIDE_CLOSES = Pattern(
    "vote-side-closes",
    r"\s+(?:dog\s+)?(?:(?P<for>for)|(?P<against>i?mod)|(?P<left>blankt|at\s+stemme))\b",
    matches=[" imod", " at stemme"],
    not_matches=[" og"],
)
"""The side behind them."""

SIDE_COUNTED = Pattern(
    "vote-side-counted",
    rf"""{count_expression()}\s*(?:(?:stemte|stemmer)\s+)?(?P<side>for|imod|mod|undlod(?:\s+at\s+stemme)?|hverken\s+(?:stemte\s+)?for\s+eller\s+imod|blankt?)\s*(?:(?:indstillingen|forslaget)\s*)?(?:\(|\s[-–]\s)
      |\b(?P<side2>for|imod|undlod)\s+{count_expression()}\s*\(
      |\bmod\s+{count_expression()}\s*(?P<against>\()
      |{count_expression()}\s*(?P<for>\((?={BRACKETS[4:]}\s*mod\b))""",
    matches=[
        "5 for (A, F, V)",
        "2 stemmer imod (C)",
        "mod 1 stemme (Bo Vang)",
        "imod 10 (V, C)",
        "2 hverken for eller imod (C)",
        "13 stemmer for - A, C",
    ],
    not_matches=["5 for og 2 imod"],
)
"""A number of votes with the voters in brackets behind."""

COUNTED_VOTERS = Pattern(
    "vote-counted-voters",
    rf"""{count_expression()}\s*\((?=[^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)\s*,?\s*(?:(?:der|som)\s+)?(?:har\s+)?(?:stemte|stemmer|stemt)?\s*
      (?P<side>for|imod|mod(?!\s*\d)|undlod|undlader|blankt|hverken)\b)""",
    matches=["3 medlemmer (Ø og F) stemte for", "6 (A, B og C) imod", "2 (Ø), der undlod", "14 (A,B) for"],
    not_matches=["5 for (A, F, V)", "6 (A) mod 3 (B)", "3 medlemmer (Ø og F) deltog"],
)
"""A number with the voters in brackets, the side behind both."""

SIDE_OF_ROW = Pattern(
    "vote-side-of-row",
    r"""\s*[:–-]?\s*(?:(?P<for>for|ja)|(?P<against>imod|mod|nej)|(?P<left>undl(?:od|ader)(?:\s+at\s+stemme)?|blankt?|hverken/eller))\b
      (?=\s*(?:[,.;\n]|$|og\b|mens\b|(?-i:[A-ZÆØÅ(])))""",
    matches=[": Ja", " For", " imod,"],
    not_matches=[" for forslaget", ": Jan"],
)
"""Behind a voter in a row of a table, or in a list with a side for each."""

SIDES_OF_BODY = Pattern(
    "vote-majority",
    r"""\b(?P<kind>flertal(?:let)?|mindretal(?:let)?)(?:\s+(?:i|på|af|blandt)\s+[\w-]+)?(?:\s+medlemmer(?:ne)?)?\s*,?\s*(?:(?:som|der)\s+)?(?:bestående\s+af|bestod\s+af|består\s+af|udgjort\s+af|udgøres\s+af|fra|\(|[-–]\s|:\s)\s*\(?""",
    matches=[
        "Et flertal bestående af A",
        "Flertallet (A, B)",
        "et mindretal i udvalget (V)",
        "Et flertal af udvalgets medlemmer (A)",
        "Flertallet - A og F - stemte for",
    ],
    not_matches=["Der var flertal for forslaget"],
)
"""Who made up the majority or the minority."""

ADOPTED_BY = Pattern(
    "vote-adopted-by",
    r"\b(?:godkend(?:t|es)|vedtaget|tiltr(?:ådt|ædes)|anbefal(?:et|es)|støtte[ts])\s+(?:af|(?:med|ved)\s+(?P<votes>"
    + count_expression()
    + r"|stemmer(?:ne)?)\s+fra)\s+(?:"
    + count_expression()
    + r"\s*\()?",
    matches=["Indstillingen blev godkendt af A, B", "vedtaget med stemmerne fra A"],
    not_matches=["godkendt i A"],
)
"""Before the parties that adopted a proposal."""

ADOPTED_AGAINST = Pattern(
    "vote-adopted-against",
    r"\b(?:godkend|vedt[ao]g|tiltr|anbefal|bevilg|besl)\w*\b[^.;:\n]{0,120}?\b(?:i?mod|alle\s+stemmer\s+(?:undtagen|på\s+nær|bortset\s+fra))\s+(?:(?:"
    + count_expression()
    + r"|stemmer(?:ne)?)\s+fra\s+)?",
    matches=["Vedtaget mod Ø", "Godkendt mod Enhedslistens stemmer", "godkendt af A mod B"],
    not_matches=["en mur mod vejen"],
)
"""Before the parties against which a proposal was adopted."""

PAIRED = Pattern(
    "vote-paired-voters",
    rf"{count_expression()}\s*(?P<first>{BRACKETS})\s*[-–]\s*{count_expression()}\s*(?P<second>{BRACKETS})",
    matches=["5 (A, F) - 2 (V)", "5 stemmer (A) – 1 (V)"],
    not_matches=["5 (A, F) og 2 (V)", "5 (A) - 2 imod"],
)
"""Those for and those against, each behind their number."""

NOT_BY = Pattern(
    "vote-not-by",
    r"\b(?:dog\s+ikke|ikke\s+(?:godkendt|tiltrådt|vedtaget|anbefalet|støttet))\s+af\s+",
    matches=["Godkendt - dog ikke af V", "Ikke tiltrådt af V"],
    not_matches=["ikke af økonomiske grunde"],
)
"""Before those who did not join the others."""

EXCEPTED = Pattern(
    "ballot-excepted",
    r"\b(?:undtagen|undtagelse\s+af|bortset\s+fra|på\s+nær)\s+$",
    matches=["alle undtagen ", "bortset fra ", "på nær "],
    not_matches=["undtagen A", "alle "],
)
"""Before those who did otherwise than the others."""

REFUSES = Pattern(
    "ballot-refuses",
    r"\b(?:kan|kunne)\s+(?:\w+\s+){0,2}ikke\b|\bstem\w+\s+imod\b|\bafvis\w*|\bforkast\w*|\bikke\s+(?:godkend|tiltr|anbefal)\w*",
    matches=["kan derfor ikke tiltræde", "stemte imod", "afviste", "ikke godkendt"],
    not_matches=["kunne tiltræde", "godkendte"],
)
"""Words by which a majority voted the proposal down."""


class Ballot(NamedTuple):
    """A list of voters with its side."""

    start: int
    """Offset of its first sign."""

    end: int
    """Offset after its last."""

    side: Side
    names: tuple[str, ...]


def find_ballots(text: str) -> list[Ballot]:
    """Every list of voters of a decision, in printed order.

    Args:
        text: Its paragraphs, joined by line breaks; names under a side, each on a line, are one list.
    """
    lower = text.lower()
    if not any(
        sign in lower
        for sign in (
            "stem",
            "undl",
            "mod",
            " for,",
            ": ja",
            "flertal",
            "mindretal",
            "for:",
            "ja:",
            " af ",
            "hverken",
            "ikke stilling",
            ") -",
            ") –",
        )
    ):
        return []
    text = _lists_in_one_line(text)
    ballots = list(_rows(text))
    for start, end in split_sentences(text):
        for rule in (_front, _paired, _counted, _counted_voters, _behind, _around, _sides, _adopted):
            for ballot in rule(text, start, end):
                if ballot.names and not any(b.start < ballot.end and ballot.start < b.end for b in ballots):
                    ballots.append(ballot)
    return sorted(ballots)


@cache
def _listed_line() -> re.Pattern[str]:
    return re.compile(rf"[ ]*(?:{voter_list().pattern})[ ,.;]*")


def _lists_in_one_line(text: str) -> str:
    """The text with names that stand each on a line under their side put behind it; every sign keeps its offset."""
    lines = text.split("\n")
    joined, listing = lines[0], lines[0].rstrip().endswith(":")
    inside = False
    for line in lines[1:]:
        belongs = listing and _listed_line().fullmatch(line) is not None
        joined += ("," if inside else " ") + line if belongs else "\n" + line
        inside = belongs
        listing = belongs or line.rstrip().endswith(":")
    return joined


def _rows(text: str) -> Iterator[Ballot]:
    """Voters in the rows of a table, or one behind another, each with a side; a single one is none."""
    run: list[Ballot] = []
    if SIDE_OF_ROW.search(text) is None:
        return
    for match in voter_list().finditer(text):
        if (
            run
            and re.fullmatch(r"[\s,.;]*(?:\b(?:og|mens)\b)?\s*", text[run[-1].end : match.start()]) is None
        ):
            yield from run if len(run) > 1 else ()
            run = []
        side = SIDE_OF_ROW.match(text, match.end())
        if side is not None and (side["for"] != "for" or not text[side.end() :].lstrip(" ")[:1].isupper()):
            way: Side = "for" if side["for"] else "against" if side["against"] else "abstained"
            run.append(Ballot(match.start(), side.end(), way, voters(match[0])))
    yield from run if len(run) > 1 else ()


def _front(text: str, start: int, end: int) -> Iterator[Ballot]:
    for match in SIDE_FRONT.compiled.finditer(text, start, end):
        names = voter_list().match(text, match.end(), end)
        if names is None or SIDE_BEHIND.compiled.match(text, names.end(), end) is not None:
            continue
        side: Side = "abstained"
        if match["for"] or match["for2"]:
            side = "for"
        elif match["against"] or match["against2"]:
            side = "against"
        yield Ballot(match.start(), names.end(), side, voters(names[0]))


def _paired(text: str, start: int, end: int) -> Iterator[Ballot]:
    for match in PAIRED.compiled.finditer(text, start, end):
        first: Side = "against" if VOTED_DOWN.search(text[start : match.start()]) else "for"
        second: Side = "for" if first == "against" else "against"
        for group, side in (("first", first), ("second", second)):
            names = voter_list().match(text, match.start(group) + 1, match.end(group))
            if names is not None:
                yield Ballot(match.start(group), match.end(group), side, voters(names[0]))


def _counted(text: str, start: int, end: int) -> Iterator[Ballot]:
    for match in SIDE_COUNTED.compiled.finditer(text, start, end):
        names = voter_list().match(text, match.end(), end)
        if names is not None:
            word = (match["side"] or match["side2"] or ("for" if match["for"] else "imod")).lower()
            against = word.endswith("mod") and word[0] in "im"
            side: Side = "for" if word == "for" else "against" if against else "abstained"
            yield Ballot(match.start(), names.end(), side, voters(names[0]))


def _counted_voters(text: str, start: int, end: int) -> Iterator[Ballot]:
    for match in COUNTED_VOTERS.compiled.finditer(text, start, end):
        names = voter_list().match(text, match.end(), end)
        if names is not None:
            word = match["side"].lower()
            side: Side = "for" if word == "for" else "against" if word.endswith("mod") else "abstained"
            yield Ballot(match.start(), match.end("side"), side, voters(names[0]))


def _behind(text: str, start: int, end: int) -> Iterator[Ballot]:
    if SIDE_BEHIND.compiled.search(text, start, end) is None:
        return
    for match in voter_list().finditer(text, start, end):
        behind = SIDE_BEHIND.compiled.match(text, match.end(), end)
        if behind is not None and behind["for"] and EXCEPTED.search(text, start, match.start()):
            continue  # they voted otherwise than "alle undtagen …"
        if behind is not None:
            side: Side = "for" if behind["for"] else "against" if behind["against"] else "abstained"
            yield Ballot(match.start(), behind.end(), side, voters(match[0]))


def _around(text: str, start: int, end: int) -> Iterator[Ballot]:
    for match in SIDE_AROUND.compiled.finditer(text, start, end):
        names = voter_list().match(text, match.end(), end)
        closes = SIDE_CLOSES.compiled.match(text, names.end(), end) if names is not None else None
        if names is not None and closes is not None:
            side: Side = "for" if closes["for"] else "against" if closes["against"] else "abstained"
            yield Ballot(match.start(), closes.end(), side, voters(names[0]))


def _sides(text: str, start: int, end: int) -> Iterator[Ballot]:
    """Who made up the majority, and the minority where it is said to have voted."""
    for match in SIDES_OF_BODY.compiled.finditer(text, start, end):
        names = voter_list().match(text, match.end(), end)
        if names is None:
            continue
        rest = re.split(r"\b(?:mens|mindretal)", text[names.end() : end], maxsplit=1)[0]
        if match["kind"].lower().startswith("flertal"):
            side: Side | None = "against" if REFUSES.search(rest) else "for"
        elif re.search(r"\bundl(?:od|ader)\b|\bhverken\s+for", rest):
            side = "abstained"
        else:
            side = "against" if re.search(r"\bstem(?:te|mer)\s+(?:\w+\s+)?imod\b", rest) else None
        if side is not None:
            yield Ballot(match.start(), names.end(), side, voters(names[0]))


def _adopted(text: str, start: int, end: int) -> Iterator[Ballot]:
    """The parties by which, and against which, something was adopted."""
    for rule, side in ((NOT_BY, "against"), (ADOPTED_BY, "for"), (ADOPTED_AGAINST, "against")):
        for match in rule.compiled.finditer(text, start, end):
            names = voter_list().match(text, match.end(), end)
            if names is None:
                continue
            who = voters(names[0])
            if re.match(r"(?:['’´]?s)?\s+stemmer?\b", text[names.end() : end]):
                who = tuple(re.sub(r"(?<=[a-zæøå])s$", "", name) for name in who)  # "Ida Holms stemme"
            elif rule is not NOT_BY and not match.groupdict().get("votes") and not all(map(is_party, who)):
                continue
            yield Ballot(match.end(), names.end(), "for" if side == "for" else "against", who)
