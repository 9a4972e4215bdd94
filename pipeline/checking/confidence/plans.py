"""What speaks against the fields of a plan: its words, its page, what the other targets have, what was left over."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.checking.confidence.fields import Fields
from pipeline.checking.confidence.items import FEW, RARE, USUAL
from pipeline.checking.confidence.seen import Seen
from pipeline.checking.confidence.words import says, unfinished
from pipeline.danish.amounts import find_amounts
from pipeline.danish.labels import fold
from pipeline.danish.quantities import promises_plainly, sentences_of
from schemas.page import Line
from schemas.place import Places
from schemas.plan import Measure, Plan, Target
from schemas.vocabulary import Bound

LONG_TITLE = 110
LONG_MEASURE = 420
"""Characters: of 480 titles and 620 measures of rebuilt plans 2 % are longer."""

SHORT_MEASURE = 18
"""Characters: a measure says who, what and how many."""

LITTLE = 0.12
"""Share of a plan's words in its targets, measures and actions, below which most of it may have been passed over."""

SOME_LEFT = 3
"""So many sentences outside all measures that promise a number are more than a summary or two."""

_LETTERS = re.compile(r"[^\W\d_]{3,}")
_ENDS = (".", "!", "?", ":", ";", "”", '"', ")")
_YEAR = re.compile(r"\b20[0-3]\d\b")


@dataclass(slots=True)
class _Usual:
    """What most targets of a plan have."""

    count: int
    shares: dict[str, float] = field(default_factory=dict)
    looks: Counter[tuple[bool, float, float]] = field(default_factory=Counter)
    """Of the titles' first lines: bold, size, left edge."""
    stops: float = 0.0
    """Share of measures that end as a sentence."""
    counted: float = 0.0
    """Share of measures that promise a number."""


def doubt_plan(plan: Plan, fields: Fields, seen: Seen) -> None:
    """Note what speaks against each field of a plan.

    Args:
        plan: The plan.
        fields: Its fields; noted there.
        seen: Its pages.
    """
    usual = _usual(plan, seen)
    _whole(plan, fields, seen)
    titles = Counter(fold(target.title) for target in plan.targets)
    for position, target in enumerate(plan.targets):
        path = f"/targets/{position}"
        for name, code in (
            *_against_siblings(target, usual),
            *_title(plan, target, position, titles, usual, seen),
            *_lists(target),
        ):
            fields.doubt(f"{path}/{name}", code)
        for number, measure in enumerate(target.measures):
            here = f"{path}/measures/{number}"
            for name, code in _measure(target, measure, usual, seen):
                fields.doubt(f"{here}/{name}", code)
                if name == "text":
                    fields.doubt(f"{path}/measures", code)
        for number, action in enumerate(target.actions):
            for code in _words(action.text, seen.lines(action.at), seen):
                fields.doubt(f"{path}/actions/{number}", code)
                fields.doubt(f"{path}/actions", code)


def _usual(plan: Plan, seen: Seen) -> _Usual:
    targets = plan.targets
    usual = _Usual(len(targets))
    measures = [measure for target in targets for measure in target.measures]
    if measures:
        usual.stops = sum(measure.text.endswith(_ENDS) for measure in measures) / len(measures)
        usual.counted = sum(bool(measure.quantities) for measure in measures) / len(measures)
    for target in targets:
        usual.looks.update(_look(target.at, seen))
    if len(targets) >= FEW:
        for name in ("number", "minister_goal", "measures", "actions"):
            had = sum(getattr(target, name) not in (None, ()) for target in targets)
            usual.shares[name] = had / len(targets)
    return usual


def _look(at: Places, seen: Seen) -> Iterator[tuple[bool, float, float]]:
    for line in seen.lines(at)[:1]:
        yield line.bold, round(line.size), round(line.x0 / 6)


def _whole(plan: Plan, fields: Fields, seen: Seen) -> None:
    """What speaks against the targets as a whole: what none of them holds."""
    codes: list[str] = []
    if not plan.targets:
        codes.append("always-there")
    elif len(plan.targets) == 1:
        codes.append("only-one")
    if not any(target.measures for target in plan.targets):
        codes.append("nothing-under-it")
    left = sum(1 for _ in promises_left(plan))
    if left:
        codes.append("promises-left" if left >= SOME_LEFT else "promise-left")
    held = [*(target.title for target in plan.targets), *(goal.title for goal in plan.minister_goals)]
    held += [text for target in plan.targets for text in _texts(target)]
    words = sum(len(line.words) for page in seen.pages for line in page.lines)
    if words and sum(len(text.split()) for text in held) < LITTLE * words:
        codes.append("little-held")
    fields.doubt("/targets", *codes)
    for path in fields:
        if path.startswith("/targets/"):
            fields.doubt(path, *(f"file-{code}" for code in codes))
    if not plan.minister_goals and "ministermål" in seen.text:
        fields.doubt("/minister_goals", "word-there")
    if plan.year is None or str(plan.year) not in f"{plan.title} {seen.text[:400]}":
        fields.doubt("/year", "not-on-page" if plan.year else "always-there")
    if plan.municipality is None:
        fields.doubt("/municipality", "always-there")


def promises_left(plan: Plan) -> Iterator[str]:
    """The sentences of a plan's chapters that promise a number by their own words and stand in no measure or title."""
    held = fold(
        " ".join(text for target in plan.targets for text in (target.title, *_texts(target)))
        + " ".join(f"{goal.title} {goal.text}" for goal in plan.minister_goals)
    )
    for chapter in plan.sections:
        for start, end in sentences_of(chapter.text):
            sentence = chapter.text[start:end].strip(" •-–")
            if (
                any(map(str.isdigit, sentence))
                and fold(sentence)[:60] not in held
                and promises_plainly(sentence)
            ):
                yield sentence


def _texts(target: Target) -> Iterator[str]:
    yield from (measure.text for measure in target.measures)
    yield from (action.text for action in target.actions)


def _against_siblings(target: Target, usual: _Usual) -> Iterator[tuple[str, str]]:
    for name, share in usual.shares.items():
        has = getattr(target, name) not in (None, ())
        if not has and share >= USUAL:
            yield name, "siblings-have-it" if share < 0.9 else "all-siblings-have-it"
        if has and share <= RARE:
            yield name, "rare-here"


def _title(
    plan: Plan, target: Target, position: int, titles: Counter[str], usual: _Usual, seen: Seen
) -> Iterator[tuple[str, str]]:
    title = target.title
    lines = seen.lines(target.at)
    for code in _words(title, lines, seen):
        yield "title", code
    if not _LETTERS.search(title):
        yield "title", "only-figures"
    elif find_amounts(title):
        yield "title", "figure-inside"
        if target.measures and fold(title) != fold(target.measures[0].text):
            yield "title", "promises"
            yield "measures", "promises"
    if len(title) > LONG_TITLE:
        yield "title", "long"
    if title.endswith("."):
        yield "title", "full-stop"
    if says("plan_chapter", title):
        yield "title", "is-a-chapter"
    if says("plan_label", title):
        yield "title", "label-inside"
    if titles[fold(title)] > 1:
        yield "title", "alike"
    if title in plan.title:
        yield "title", "is-a-chapter"
    if target.number is not None and target.number != position + 1:
        yield "number", "out-of-sequence"
        yield "title", "out-of-sequence"
    look = next(_look(target.at, seen), None)
    if look is not None and usual.count >= FEW and usual.looks[look] < USUAL * usual.count:
        yield "title", "set-otherwise"
    if not target.measures:
        yield "title", "nothing-under-it"
        yield "measures", "nothing-under-it"


def _lists(target: Target) -> Iterator[tuple[str, str]]:
    texts = Counter(fold(measure.text) for measure in target.measures)
    if any(count > 1 for count in texts.values()):
        yield "measures", "alike"
    if len(target.measures) > 5:
        yield "measures", "long"
    if len(target.actions) > 10:
        yield "actions", "long"
    if any(action.text == measure.text for action in target.actions for measure in target.measures):
        yield "actions", "alike"


def _measure(target: Target, measure: Measure, usual: _Usual, seen: Seen) -> Iterator[tuple[str, str]]:
    text = measure.text
    for code in _words(text, seen.lines(measure.at), seen):
        yield "text", code
    if len(text) > LONG_MEASURE:
        yield "text", "long"
    if len(text) < SHORT_MEASURE or not _LETTERS.search(text):
        yield "text", "short"
    if usual.stops >= USUAL and not text.endswith(_ENDS):
        yield "text", "no-full-stop"
    if says("plan_told", text):
        yield "text", "word-there"
        yield "quantities", "word-there"
    amounts = find_amounts(text)
    numbers = {amount.value for amount in amounts}
    held = {
        number
        for one in measure.quantities
        for number in (one.value, one.baseline_value, one.change and abs(one.change))
    }
    if not measure.quantities:
        yield "text", "nothing-promised"
        yield "quantities", "figures-left-over" if amounts else "nothing-promised"
        if usual.counted >= USUAL:
            yield "quantities", "siblings-have-it"
            yield "text", "siblings-have-it"
    elif numbers - held:
        yield "quantities", "figures-left-over"
    if len(measure.quantities) > 1:
        yield "quantities", "several"
    for number, one in enumerate(measure.quantities):
        where = f"quantities/{number}"
        if numbers - held:
            yield f"{where}/value", "figures-left-over"
        if one.value is not None and one.value not in numbers:
            yield f"{where}/value", "not-on-page"
        if one.value is None:
            yield f"{where}/value", "goes-on"
        if one.unit is None:
            yield f"{where}/unit", "always-there"
            yield f"{where}/value", "always-there"
        if one.bound is Bound.exactly:
            yield f"{where}/bound", "exactly"
        if one.change is not None or one.baseline_value is not None:
            for name in ("value", "baseline_value", "baseline_year", "change"):
                yield f"{where}/{name}", "change"
        if len(set(_YEAR.findall(text))) > 1:
            for name in ("deadline", "baseline_year", "value"):
                yield f"{where}/{name}", "years"


def _words(text: str, lines: Sequence[Line], seen: Seen) -> Iterator[str]:
    """What a text's own words, and the lines that it was put together from, say against it."""
    if text[:1].islower():
        yield "small-letter"
    if text[:1].isdigit():
        yield "figure-first"
    if unfinished(text):
        yield "unfinished"
    if not lines:
        return
    first = lines[0]
    if any(line.bold != first.bold for line in lines[1:]):
        yield "holds-bold"
    if any(abs(line.size - first.size) > 0.6 for line in lines[1:]):
        yield "holds-larger"
    if any(line.text in seen.running for line in lines):
        yield "holds-running-line"
    if first.page != lines[-1].page:
        yield "over-pages"
    if any(other.page == one.page and other.top < one.top - 2 for one, other in pairwise(lines)):
        yield "columns"
