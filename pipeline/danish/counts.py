"""The printed numbers of a vote: so many for, so many against, so many who abstained."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from pipeline.danish.pattern import Pattern
from pipeline.danish.subjects import Side
from schemas.minutes import VoteCounts

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
"""Small numbers in words; "en", "et" and "én" are one."""

N = (
    r"(?:(?<![\d.,/-])\d{1,2}(?![\d/]|[.,]\d|\s?(?:pct|%|kr|mio|år|-))|\b(?:"
    + "|".join([*NUMBER_WORDS, "et", "én"])
    + r")\b)"
)
NOUN = r"(?:stemmer|stemme|medlemmer|medlem|byrådsmedlemmer|mandater)"
BRACKETS = r"(?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\))"

PAIR = Pattern(
    "vote-count-pair",
    rf"""(?P<first>{N})\s*(?:(?:ja-)?{NOUN}\s*)(?:{BRACKETS}\s*)?i?mod\s+(?P<second>{N})
      |\b(?:med|stemmerne|flertal\s+på)\s+(?P<first2>{N})\s+mod\s+(?P<second2>{N})
      |(?P<first3>{N})\s+mod\s+(?P<second3>{N})\s+{NOUN}
      |\bstemme(?:rne|tallene|tal|fordeling(?:en)?|r)\s*:?\s*\(?(?P<first4>\d{{1,2}})\s*[-–/]\s*(?P<second4>\d{{1,2}})\b
      |(?P<first6>\d{{1,2}})\s*[-–]\s*(?P<second6>\d{{1,2}})\s+stemmer\b
      |(?P<first7>{N})\s*(?:{NOUN}\s*)?{BRACKETS}\s*[-–/]\s*(?P<second7>{N})\s*(?:{NOUN}\s*)?(?=\((?-i:[A-ZÆØÅ]))
      |\bstemmelighed\s*\(?(?P<first5>\d{{1,2}})\s*[-–/]\s*(?P<second5>\d{{1,2}})\b""",
    matches=[
        "42 stemmer mod 4",
        "vedtaget med 12 mod 7",
        "12 mod 7 stemmer",
        "stemmerne 18-7",
        "16 stemmer (A, C) mod 3",
        "stemmelighed (3-3)",
        "stemmerne 5 mod 2",
        "med 4-3 stemmer",
        "5 (A, F) - 2 (V)",
    ],
    not_matches=["17 stemmer for og 8 imod", "mod 4", "2012-2013"],
)
"""So many against so many."""

ONE = Pattern(
    "vote-count-one",
    rf"""(?P<count>{N})\s*,?\s*(?P<noun>{NOUN}\s*(?:(?:af|fra)\s+[^\W\d][\w-]*\s*)?)?(?:{BRACKETS}\s*,?\s*)?(?:(?:der|som)\s+)?(?P<verb>(?:har\s+)?(?:stemte|stemmer|stemt)\s+)?
      (?P<side>for\b(?!\s+(?:første|anden|sidste|hver))|imod\b|mod\b(?!\s+{N})|undlod\b|undlader\b|undladt\b|hverken\b|blankt?\b|blanke\b|(?:ja|nej)(?:-?stemme\w*|\b))
      |(?P<side2>\bfor|\bimod|\bundlod(?:\s+at\s+stemme)?|\bundlader|\bhverken\s+for\s+eller\s+imod|\bblankt?e?|\bja|\bnej)(?:\s+(?!stem)[^\W\d][\w-]*){{0,4}}?(?P<verb2>\s+stemte|\s+stemmer)?\s*(?P<colon>:)?\s*(?P<count2>(?<![\d.,/-])\d{{1,2}}\b(?!\s*[./]\s*\d|\s*(?:pct|%|kr|mio|år\b)))(?P<listed>\s*\((?=[A-ZÆØÅ]))?
      |\b(?:i?mod|mindretal\s+på)\s+(?P<against>{N})(?=\s+(?:stemmer?|medlem)|\s*\([^)]*\)\s*stem\w+\s+imod)
      |\b(?:flertal\s+på|(?:godkendt|tiltrådt|vedtaget|anbefalet)\s+af)\s+(?P<favour>{N})(?=\s+medlem|\s*\()
      |\b(?P<side3>for|imod|undlod)(?:\s+stemte|\s+at\s+stemme)?\s*:[^()\n]{{0,90}}\(\s*(?P<count3>\d{{1,2}})\s+{NOUN}\s*\)
      |\b(?P<side4>for|i?mod)(?:\s+(?!at\b)[^\W\d][\w-]*){{0,3}}?\s+(?:stemte|stemmer)\s*:?\s+(?=[A-ZÆØÅ])[^()\n.;:]{{1,160}}?\((?P<count4>\d{{1,2}})\)(?!\s*(?:,|og\b)(?!\s*(?:og\s+)?(?:i?mod|for|undlod|hverken|mens)\b))
      |\((?P<count6>\d{{1,2}})\s+{NOUN}\)\s*,?\s+(?:stemte|stemmer)\s+(?P<side6>for|i?mod|blankt|hverken)\b
      |\b(?P<side5>for|i?mod|undlod)\b(?:\s+(?!at\b|stem)[^\W\d][\w-]*){{0,3}}?(?:\s+(?:stemte|stemmer)|\s+at\s+stemme)?\s*:?\s+(?=[A-ZÆØÅ(])[^\n.;:]{{1,160}}?\bi\s+alt\s+(?P<count5>\d{{1,2}})\b(?!\s*(?:kr|pct|%|mio|[.,]\d))""",
    matches=[
        "8 medlemmer undlod at stemme",
        "17 stemte for",
        "Imod: 3",
        "For indstillingen stemte 4",
        "19 ja-stemmer",
        "mod 1 stemme",
        "ingen stemmer imod",
        "1, der undlod",
        "For stemte Ø og F (4)",
        "For stemte A (9) og F (3), i alt 12",
        "6 (A, B og V) stemte for",
        "2 medlemmer (C, O) imod",
        "A og F (5 stemmer) stemte for",
    ],
    not_matches=["8 medlemmer deltog", "for 2012", "for første gang"],
)
"""A number of one side."""

ROW = Pattern(
    "vote-count-row",
    r"""\b(?:for|ja)\s*:?\s+(?P<first>\d{1,2})\s*[,;/–-]?\s*(?:og\s+)?(?:i?mod|nej)\s*:?\s+(?P<second>\d{1,2})\b(?![/.]\d|\s*(?:pct|%|kr|mio|år\b))
      (?:\s*[,;/–-]?\s*(?:og\s+)?(?:undlod|undladt|blankt?|hverken/eller)(?:\s+at\s+stemme)?\s*:?\s+(?P<third>\d{1,2})\b)?""",
    matches=["For 9, imod 6, undlod 0", "Ja: 12 Nej: 7", "for 9 og imod 6"],
    not_matches=["for 9 kr.", "9 for og 6 imod", "for 2 mod 10 pct."],
)
"""Each side with its number, one behind the other."""

ALL_FOR = Pattern(
    "vote-count-unanimous",
    rf"\benstemmig\w*\b[^.;\n]*?\b(?P<count>{N})\s+stemmer\b(?!\s+(?:for|imod|mod))",
    matches=["enstemmigt vedtaget med 25 stemmer"],
    not_matches=["enstemmigt vedtaget", "enstemmigt med 17 stemmer for"],
)
"""A number of all who voted, and all for."""

VOTED_DOWN = Pattern(
    "vote-count-voted-down",
    r"\b(?:forkast|afvis|nedstem|stemt\s+ned|fald)\w*\s+(?:[^\W\d]+\s+){0,4}$",
    matches=["Ændringsforslaget blev forkastet med ", "forkastet med stemmerne "],
    not_matches=["Forslaget blev vedtaget med "],
)
"""Before "37 stemmer mod 14": the first number is that of those who voted a motion down."""

BARE_CHAIN = 45
"""A bare "8 imod" counts where another number of the vote ends so many characters before it, or begins behind it."""


class _Mention(NamedTuple):
    start: int
    end: int
    numbers: tuple[tuple[Side, int], ...]
    sure: bool
    """Whether its own words say that people voted."""


def _number(text: str) -> int:
    low = text.lower()
    return int(low) if low.isdigit() else 1 if low in ("et", "én") else NUMBER_WORDS.index(low)


def _side(word: str) -> Side:
    low = word.lower()
    if low.startswith(("undl", "hverken", "blank")):
        return "abstained"
    return "for" if low.startswith(("for", "ja")) else "against"


def _mentions(text: str) -> Iterator[_Mention]:
    for match in PAIR.finditer(text):
        first, second = [_number(value) for value in match.groupdict().values() if value is not None]
        if VOTED_DOWN.search(text[: match.start()]):
            first, second = second, first
        yield _Mention(match.start(), match.end(), (("for", first), ("against", second)), True)
    for match in ROW.finditer(text):
        told: list[tuple[Side, int]] = [("for", int(match["first"])), ("against", int(match["second"]))]
        if match["third"]:
            told.append(("abstained", int(match["third"])))
        yield _Mention(match.start(), match.end(), tuple(told), True)
    for match in ALL_FOR.finditer(text):
        yield _Mention(match.start("count"), match.end(), (("for", _number(match["count"])),), True)
    for match in ONE.finditer(text):
        if match["against"]:
            yield _Mention(match.start(), match.end(), (("against", _number(match["against"])),), True)
        elif match["favour"]:
            yield _Mention(match.start(), match.end(), (("for", _number(match["favour"])),), True)
        elif match["count3"]:
            yield _Mention(match.start(), match.end(), ((_side(match["side3"]), int(match["count3"])),), True)
        elif match["count4"]:
            yield _Mention(match.start(), match.end(), ((_side(match["side4"]), int(match["count4"])),), True)
        elif match["count6"]:
            yield _Mention(match.start(), match.end(), ((_side(match["side6"]), int(match["count6"])),), True)
        elif match["count5"]:
            yield _Mention(match.start(), match.end(), ((_side(match["side5"]), int(match["count5"])),), True)
        elif match["side"]:
            sure = bool(
                match["noun"]
                or match["verb"]
                or "stemme" in match["side"]
                or match["side"].startswith("undl")
            )
            yield _Mention(
                match.start(), match.end(), ((_side(match["side"]), _number(match["count"])),), sure
            )
        elif (
            match["verb2"]
            or match["colon"]
            or match["listed"]
            or match["side2"].lower().startswith(("undlod at", "hverken"))
        ):
            sure = match["verb2"] is not None
            yield _Mention(
                match.start(), match.end(), ((_side(match["side2"]), _number(match["count2"])),), sure
            )


def _ballots(text: str) -> list[tuple[int, dict[Side, int]]]:
    """The numbers of each ballot with the place of its first, in printed order."""
    mentions: list[_Mention] = []
    for mention in sorted(_mentions(text), key=lambda m: (m.start, -m.end)):
        if not mentions or mention.start >= mentions[-1].end:
            mentions.append(mention)
    kept = [
        mention
        for n, mention in enumerate(mentions)
        if mention.sure
        or (n and mention.start - mentions[n - 1].end <= BARE_CHAIN)
        or (n + 1 < len(mentions) and mentions[n + 1].start - mention.end <= BARE_CHAIN)
        or "stemmerne" in text[max(0, mention.start - 12) : mention.start].lower()
    ]
    ballots: list[tuple[int, dict[Side, int]]] = []
    for mention in kept:
        told = dict(mention.numbers)
        current = ballots[-1][1] if ballots else None
        if current is None or any(current.get(side, number) != number for side, number in told.items()):
            ballots.append((mention.start, told))
        else:
            current.update(told)
    return ballots


def read_counts(text: str, is_side_motion: Callable[[int], bool] = lambda start: False) -> VoteCounts | None:
    """The printed numbers of a decision's vote, or None.

    Where there are several ballots the last counts that is not about another motion than the proposal.

    Args:
        text: The decision.
        is_side_motion: Whether the sentence at an offset is about another motion.
    """
    ballots = _ballots(text)
    if not ballots:
        return None
    proposal = [numbers for start, numbers in ballots if not is_side_motion(start)]
    chosen = proposal[-1] if proposal else ballots[-1][1]
    return VoteCounts(
        **{"for": chosen.get("for"), "against": chosen.get("against"), "abstained": chosen.get("abstained")}
    )


def count_expression() -> str:
    """An expression for a number of votes with its noun."""
    return rf"{N}\s*(?:{NOUN})?"
