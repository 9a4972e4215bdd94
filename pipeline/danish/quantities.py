"""What a sentence of a plan promises: the number, how it binds, until when, and from which level.

A number is promised where it is no year, date, age, duration or reference, no level to start from, and where
its sentence tells neither status nor forecast.
"""

import datetime as dt
import re
from dataclasses import dataclass
from itertools import pairwise

from pipeline.danish.amounts import Amount, find_amounts, subject_of
from pipeline.danish.bounds import BUT, CHANGES, COMPARES, FALL_BY, RISE_BY, bound_of
from pipeline.danish.deadlines import find_base_years, find_deadlines, year_behind
from pipeline.danish.pattern import Pattern
from pipeline.danish.sentences import split_sentences
from pipeline.danish.telling import is_told, speaks_of_duty, states
from schemas.vocabulary import Bound

BASELINE_BEFORE = Pattern(
    "baseline-before",
    r"""(?: \bfra\s+(?:et\s+niveau\s+på\s+|niveauet\s+på\s+|ca\.\s+|cirka\s+|de\s+|det\s+|omkring\s+|nuværende\s+|knap\s+
      |godt\s+|lige\s+(?:over|under)\s+)*(?:[^\W\d]{2,6}\s?[-–]\s?)?
      | \b(?:sammenlignet\s+med|i\s+forhold\s+til|ift\.?|mod|udgangspunkt(?:et)?\s+(?:er|på|i)
      |baseline:?)\s+(?:de\s+|ca\.\s+)?
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


@dataclass(slots=True)
class Promise:
    """A number that is promised, and where it stands in the text."""

    start: int
    end: int
    value: float | None
    unit: str | None
    bound: Bound
    deadline: dt.date | None = None
    baseline_value: float | None = None
    baseline_year: int | None = None
    change: float | None = None
    change_unit: str | None = None
    of: str | None = None
    period: str | None = None
    second: tuple[int, int] | None = None
    """Where the change is told, where that is apart from the number."""


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
    for start, end in sentences_of(text):
        _read_sentence(text, start, end, year, promises)
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
            and CUT_SHORT.search(text[spans[-1][0] : spans[-1][1]])
            and (text[start].isdigit() or text[start] == "(")
        ):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _read_sentence(text: str, start: int, end: int, year: int | None, promises: list[Promise]) -> None:
    """Add one sentence's promises, or what it says about those before it."""
    sentence = text[start:end]
    told = is_told(sentence)
    here: list[Promise] = []
    level: tuple[Amount, int | None] | None = None
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
        elif _is_change(before, window, here or promises):
            told_of = (here or promises)[-1]
            told_of.change = -amount.value if FALL_BY.search(before) else amount.value
            told_of.change_unit, told_of.second = amount.unit, (start + amount.start, start + amount.end)
        elif not told and not (
            IN_OTHER_WORDS.search(window) and (here or promises or not speaks_of_duty(sentence))
        ):
            here.extend(_promised(sentence, window, amount))
    _set_level(level, here, promises)
    here = _joined(sentence, here)
    for first, second in pairwise(here):
        between = sentence[first.end : second.start]
        if second.bound is Bound.exactly and first.unit == second.unit and GOES_ON.search(between):
            second.bound = first.bound
    _set_years(sentence, here, promises, year)
    for promise in here:
        promise.start, promise.end = promise.start + start, promise.end + start
    promises.extend(here)


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


def _is_change(before: str, window: str, promises: list[Promise]) -> bool:
    """Whether a number tells an earlier promise again, as a change."""
    if not promises or promises[-1].bound in (Bound.increase_by, Bound.decrease_by):
        return False
    return bool(AS_MUCH_AS.search(window)) and bool(FALL_BY.search(before) or RISE_BY.search(before))


def _promised(sentence: str, window: str, amount: Amount) -> list[Promise]:
    """What a number promises: one quantity, of a range two, or none where it counts nothing."""
    after = sentence[amount.end :]
    bound = bound_of(sentence[: amount.start], window, after, amount)
    unit = amount.unit
    if unit is None:
        unit = subject_of(sentence)
        cued = (
            bound is not Bound.exactly
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


def _set_level(level: tuple[Amount, int | None] | None, here: list[Promise], promises: list[Promise]) -> None:
    """The level from which a change is counted, to the promise that it belongs to."""
    if level is None:
        return
    amount, year = level
    wanted = [p for p in here or promises if p.unit == amount.unit or amount.unit is None or p.unit is None]
    if not wanted:
        return
    promise = min(wanted, key=lambda p: abs(p.start - amount.start)) if here else wanted[-1]
    promise.baseline_value = amount.value
    promise.baseline_year = promise.baseline_year or year


def _joined(sentence: str, here: list[Promise]) -> list[Promise]:
    """A change and the level that it leads to are one promise: "øges med 5 pct. point fra 12 til 17"."""
    steps = (Bound.increase_by, Bound.decrease_by)
    for step in [promise for promise in here if promise.bound in steps]:
        signed = (step.value or 0) * (1 if step.bound is Bound.increase_by else -1)
        for level in here:
            if (
                level.bound in steps
                or level.value is None
                or level.change is not None
                or level.start < step.start
            ):
                continue
            between = sentence[step.end : level.start]
            leads = (
                level.baseline_value is not None
                and abs(level.baseline_value + signed - level.value) < ROUNDED
            )
            if leads or TO_LEVEL.fullmatch(between):
                level.change, level.change_unit, level.second = signed, step.unit, (step.start, step.end)
                here = [promise for promise in here if promise is not step]
                break
    return here


ROUNDED = 0.06
"""Numbers with one decimal may miss each other by so much."""

TO_LEVEL = Pattern(
    "change-to-level",
    rf"\s*til\s+(?:(?:et\s+niveau\s+på|under)\s+)?{BUT}",
    matches=[" til ", " til højst "],
    not_matches=[" fra "],
)
"""What stands between a change and the level that it leads to."""


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
