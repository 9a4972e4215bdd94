"""What a sentence of a plan promises: the number, how it binds, until when, and from which level.

A number is promised where it is no year, date, age, duration or reference, no level to start from, and where
its sentence tells neither status nor forecast.
"""

import re
from itertools import pairwise

from pipeline.danish.amounts import Amount, find_amounts, subject_of
from pipeline.danish.bounds import CHANGES, COMPARES, FALL_BY, RISE_BY, bound_of
from pipeline.danish.deadlines import find_base_years, find_deadlines, year_behind
from pipeline.danish.pattern import Pattern
from pipeline.danish.promise import STEPS, Level, Promise, join_steps, set_level, told_again
from pipeline.danish.sentences import split_sentences
from pipeline.danish.telling import is_told, speaks_of_duty, states
from schemas.vocabulary import Bound

BASELINE_BEFORE = Pattern(
    "baseline-before",
    r"""(?: \bfra\s+(?:et\s+niveau\s+på\s+|niveauet\s+på\s+|ca\.\s+|cirka\s+|de\s+|det\s+|omkring\s+|nuværende\s+|knap\s+
      |godt\s+|lige\s+(?:over|under)\s+)*(?:[^\W\d]{2,6}\s?[-–]\s?)?
      | \b(?:sammenlignet\s+med|i\s+forhold\s+til|ift\.?|mod|udgangspunkt(?:et)?\s+(?:er|på|i)
      |baseline:?)\s+(?:de\s+|ca\.\s+)?
      | \b(?:udgangspunkt|baseline)\s*(?:\(?(?:(?:i|pr\.|ultimo|primo|medio)\s+)?(?:[a-zæøå]{3,9}\s+)?(?:19|20)\d\d\)?)?
        \s*:\s*(?:ca\.\s+)?
      | (?<!mere\s)(?<!flere\s)(?<!færre\s)(?<!mindre\s)(?<!lavere\s)(?<!højere\s)(?<!andet\s)
        \bend\s+(?:de\s+)?
      | \((?:(?:i\s+|ultimo\s+|primo\s+|medio\s+)?(?:[a-zæøå]{3,9}\s+)?(?:19|20)\d\d\s*[:=]?|udgangspunkt:?
      |baseline:?|niveau(?:et)?:?|nu:?)\s*(?:(?:i\s)?(?:19|20)\d\d:?\s*)?
      | \bnuværende\s+(?:niveau|andel|antal|tal)\s+(?:er|udgør|ligger)\s+(?:på\s+)?(?:ca\.\s+)?
      | \b(?:var|lå\s+på|lå|udgjorde|er\s+i\s+dag|er\s+aktuelt|er\s+p\.?t\.?)\s+(?:i\s+(?:19
      |20)\d\d\s+)?(?:på\s+)?(?:ca\.\s+)? )$""",
    matches=[
        "skal stige fra ",
        "mod ",
        "(2015: ",
        "andelen var i 2015 på ",
        "end de ",
        "fra de nuværende knap ",
        "fra seks-",
        "Udgangspunkt 2014: ",
    ],
    not_matches=["mere end ", "nedbringes til ", "fremad "],
)
"""What stands before the level from which a change is counted."""

ARROW = Pattern(
    "quantity-arrow",
    r"^\s*(?:→|➔|➜|⇒|=>|-+>)\s*(?=\d)",
    matches=[" → 260", " => 50 %"],
    not_matches=[" - 260", " til 260"],
)
"""Between a level and the one that it is to become."""

ARROW_BEFORE = re.compile(r"(?:→|➔|➜|⇒|=>|-+>)\s*$")
"""Matches: " → "."""

AS_MUCH_AS = Pattern(
    "change-restated",
    r"\b(?:svarende\s+til|svarer\s+til|hvilket\s+(?:er|vil|giver|betyder)|dvs\.?|altså|det\s+er"
    r"|det\s+vil\s+sige|dermed|herved|der\s+er)\b|\(",
    matches=["svarende til et fald på ", "Det er et fald på ", "("],
    not_matches=["skal være et fald på"],
)
"""Words by which a promised level is told again as a change."""

IN_OTHER_WORDS = Pattern(
    "number-in-other-words",
    r"\b(?:svarende\s+til|svarer\s+til|dvs\.|det\s+vil\s+sige)\s+(?:ca\.\s+|omkring\s+)?$",
    matches=["Det svarer til ", "40 pct., svarende til ca. "],
    not_matches=["svarende til mindst "],
)
"""Before a number that tells a promise again in another unit."""

GOES_ON = Pattern(
    "promise-goes-on",
    r"""^\s*(?:(?:ved|inden)\s+udgangen\s+af\s+|ultimo\s+|i\s+|pr\.\s+)(?:[a-zæøå]+\s+)?20\d\d,?\s*(?:og|samt)?\s*
      (?:i\s+20\d\d\s+)?$""",
    matches=[" ved udgangen af 2021, ", " i 2018 og ", " i 2018 og i 2019 "],
    not_matches=[" i 2018, og højst ", ", og "],
)
"""Between two numbers of one promise for several years: "højst 9 pct. i 2021 og 8 pct. i 2022"."""

PERIOD = Pattern(
    "quantity-period",
    r"\b(?:hver(?:t)?\s+(?:måned|uge|år|kvartal|halvår|dag)|om\s+(?:måneden|ugen|året)|(?:hel"
    r"|halv)?årligt|månedligt|ugentligt|kvartalsvis|pr\.\s+(?:måned|uge|år|kvartal))\b",
    matches=["hver måned", "om året", "pr. måned"],
    not_matches=["pr. december", "hver gang"],
)
"""How often."""

OF = Pattern(
    "quantity-of",
    r"^\s*af\s+(?:alle\s+|de\s+|den\s+|det\s+|samtlige\s+)*(?P<of>[^.,;()]+?)(?=\s+(?:skal|er|har|kan|vil"
    r"|må|bør|bliver|får|står|kommer|opnår|deltager|ender|begynder|gennemfører|modtager|oplever|starter"
    r"|påbegynder|fuldfører|afslutter|udtrykker|angiver|i|inden|ved|senest|inden|der|som)\b|[.,;()]|$)",
    matches=[" af alle nyankomne familier er i gang med et forløb"],
    not_matches=[" til alle"],
)
"""Of whom or what a share is."""


CUT_SHORT = Pattern(
    "sentence-cut-short",
    r"\b(?:maks|max|min|pct|gns|gnst|mio|mia|tlf|ml)\.$",
    matches=["til maks.", "på min."],
    not_matches=["i 2017."],
)
"""Abbreviations of plans before a number, that end no sentence."""

CUT_SHORT_REACH = 8
"""They stand in so many characters at a sentence's end, with what is before them."""


def find_promises(text: str, year: int | None = None) -> list[Promise]:
    """Read what is promised in a measure's text.

    Args:
        text: One measure: a bullet, a cell's paragraph, a few sentences.
        year: The plan's year, for deadlines that leave it out.

    Returns:
        In printed order; [] where nothing countable is promised.
    """
    promises: list[Promise] = []
    if not any(map(str.isdigit, text)) and "½" not in text and not find_amounts(text):
        return promises
    level: Level | None = None
    for start, end in sentences_of(text):
        level = _read_sentence(text, start, end, year, promises, level)
    _late_deadline(text, year, promises)
    return promises


def promised_in_prose(text: str, year: int | None = None) -> list[Promise]:
    """Read what one sentence of running prose promises, where the sentences around it tell of many numbers.

    Args:
        text: The sentence.
        year: The plan's year.
    """
    promises = find_promises(text, year)
    return [] if states(text) and all(promise.bound is Bound.exactly for promise in promises) else promises


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Where each sentence starts and ends; "maks. 3,9 pct." is no end of one."""
    spans: list[tuple[int, int]] = []
    for start, end in split_sentences(text):
        if (
            spans
            and CUT_SHORT.search(text[spans[-1][0] : spans[-1][1]][-CUT_SHORT_REACH:])
            and (text[start].isdigit() or text[start] == "(")
        ):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _read_sentence(
    text: str, start: int, end: int, year: int | None, promises: list[Promise], level: Level | None
) -> Level | None:
    """Add one sentence's promises, or what it says about those before it.

    Args:
        text: The measure's.
        start: Where the sentence starts.
        end: Where it ends.
        year: The plan's.
        promises: Those of the sentences before it; grows.
        level: What the sentences before it say to start from, where they promise nothing yet.

    Returns:
        The level to start from, where nothing is promised yet.
    """
    sentence = text[start:end]
    told = is_told(sentence)
    here: list[Promise] = []
    last, share = 0, False
    for amount in find_amounts(sentence):
        window, before = sentence[last : amount.start], sentence[: amount.start]
        if amount.unit is None and here and GOES_ON.search(window):
            amount = amount._replace(unit=here[-1].unit)
        whole = share and re.fullmatch(r"\s*(?:\w+\s+)?af\s+(?:\w+\s+)?", window)
        share, last = amount.unit == "pct.", amount.end
        if whole:
            continue
        behind = year_behind(sentence[amount.end :])
        in_brackets = bool(here) and behind is not None and window.rstrip().endswith("(")
        arrow = ARROW.match(sentence[amount.end :]) is not None
        if (
            arrow
            or in_brackets
            or (BASELINE_BEFORE.search(window) and _starts_change(sentence, window, amount))
        ):
            level = (amount, behind)
            if level[1] is None:
                level = (amount, _year_before(window))
        elif _is_change(before, window, amount, here or promises):
            told_of = (here or promises)[-1]
            falls = FALL_BY.search(before) or amount.compared == "færre"
            told_of.change = -amount.value if falls else amount.value
            told_of.change_unit = amount.unit or (told_of.unit if amount.compared else None)
            told_of.second = (start + amount.start, start + amount.end)
        elif (
            here
            and window.strip() == "("
            and amount.unit not in (None, here[-1].unit)
            and told_again(here[-1], sentence[amount.end :])
        ):
            continue
        elif not told and not (
            IN_OTHER_WORDS.search(window) and (here or promises or not speaks_of_duty(sentence))
        ):
            here.extend(_promised(sentence, window, amount))
    set_level(level, here, promises)
    here = join_steps(sentence, here)
    for first, second in pairwise(here):
        between = sentence[first.end : second.start]
        if second.bound is Bound.exactly and first.unit == second.unit and GOES_ON.search(between):
            second.bound = first.bound
    _set_years(sentence, here, promises, year)
    for promise in here:
        promise.start, promise.end = promise.start + start, promise.end + start
    promises.extend(here)
    return None if promises else level


def promises_plainly(sentence: str) -> bool:
    """Whether a sentence of running prose says by its own words that it promises."""
    return speaks_of_duty(sentence) and bool(find_promises(sentence))


def _starts_change(sentence: str, window: str, amount: Amount) -> bool:
    """Whether a number is the level from which a change is counted: "fra" alone may name a giver."""
    if not re.search(r"\bfra\b[^.;]{0,30}$", window):
        return True
    return bool(CHANGES.search(sentence)) or bool(
        re.match(r"(?:[^.;]{0,30}?)\s*til\s+(?:\w+\s+){0,2}\d", sentence[amount.end :])
    )


def _year_before(window: str) -> int | None:
    years = re.findall(r"\b(?:19|20)\d\d\b", window)
    return int(years[-1]) if years else None


def _is_change(before: str, window: str, amount: Amount, promises: list[Promise]) -> bool:
    """Whether a number tells an earlier promise again, as a change."""
    if not promises or promises[-1].bound in STEPS or not AS_MUCH_AS.search(window):
        return False
    return amount.compared is not None or bool(FALL_BY.search(before) or RISE_BY.search(before))


def _promised(sentence: str, window: str, amount: Amount) -> list[Promise]:
    """What a number promises: one quantity, of a range two, or none where it counts nothing."""
    after = sentence[amount.end :]
    bound = bound_of(sentence[: amount.start], window, after, amount)
    unit = amount.unit
    if unit is None:
        unit = subject_of(sentence)
        cued = (
            bound is not Bound.exactly
            or amount.upper is not None
            or re.search(r"\b(?:til|på|med|være|udgøre)\s+(?:ca\.\s+)?$|:\s*$", window)
            or re.match(r"\s+af\s+(?:dem|disse)\b", after)
        )
        named = unit is not None or bound is not Bound.exactly or after.lstrip().startswith("af ")
        plain = ARROW_BEFORE.search(window) is not None or _out_of(sentence, amount) is not None
        if not plain and not (cued and named):
            return []
    if unit == "gange" and amount.spelled and bound is Bound.exactly:
        return []
    of = OF.search(after) if unit in ("pct.", "pct. point") else None
    period = PERIOD.search(sentence)
    promise = Promise(
        amount.start, amount.end, amount.value, unit, bound,
        of=_whom(of) or _out_of(sentence, amount), period=period.group() if period else None,
    )  # fmt: skip
    if amount.upper is None:
        return [promise]
    upper = Promise(
        amount.start, amount.end, amount.upper, unit, Bound.at_most, of=promise.of, period=promise.period
    )
    promise.bound = Bound.at_least
    return [promise, upper]


def _whom(of: re.Match[str] | None) -> str | None:
    """Of whom, where the words are few enough to be a name of a group and no half sentence."""
    words = of["of"].split() if of else []
    return (
        " ".join(words) if 0 < len(words) <= 4 and not any(map(str.isdigit, " ".join(words[:-1]))) else None
    )


def _out_of(sentence: str, amount: Amount) -> str | None:
    words = sentence[amount.number_end : amount.end].strip()
    return words if words.startswith("ud af ") else None


def _set_years(sentence: str, here: list[Promise], promises: list[Promise], year: int | None) -> None:
    """Deadlines of the sentence to its promises, and the year from which they are counted."""
    for promise in here:
        near = min(
            find_deadlines(sentence, year), key=lambda mention: abs(mention.start - promise.end), default=None
        )  # the nearest, where a sentence sets two
        promise.deadline = near.date if near else None
    if not COMPARES.search(sentence):
        return
    for position, base in find_base_years(sentence):
        before = [promise for promise in here if promise.start < position]
        meant = before[-1:] or here[:1] or promises[-1:]
        if meant and meant[0].baseline_year is None:
            meant[0].baseline_year = base


def _late_deadline(text: str, year: int | None, promises: list[Promise]) -> None:
    """A sentence of its own that sets the deadline: "Målet skal være nået inden udgangen af 2018."."""
    if not promises or any(promise.deadline for promise in promises):
        return
    for start, end in sentences_of(text):
        sentence = text[start:end]
        if start > promises[-1].end and re.match(
            r"(?:målet|målene|det|dette|resultatet)\b", sentence, re.IGNORECASE
        ):
            mentions = find_deadlines(sentence, year)
            if mentions and re.search(
                r"\b(?:nå(?:s|et)?|opfyldt|opnås?|gælder|indfri\w*|sker?|ske)\b", sentence
            ):
                for promise in promises:
                    promise.deadline = mentions[-1].date
                return
