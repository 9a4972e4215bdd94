"""Facts of plans that must agree: signs and verbs, figures told twice, changes and levels, years, numbers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.checking.finder import Finder
from pipeline.danish.amounts import Amount, find_amounts
from pipeline.danish.pattern import Pattern
from pipeline.danish.sentences import split_sentences
from pipeline.danish.told import Told, told_in_prose
from pipeline.danish.wording import stems
from schemas.minutes import Item, Minutes
from schemas.page import Page
from schemas.place import Places
from schemas.plan import Chapter, Measure, Plan, Quantity
from schemas.record import Document, Finding
from schemas.vocabulary import FindingCode, Severity

ROUNDED = 0.051
"""Shares are printed with one decimal: so much may be lost in each."""

NEARBY = 0.35
"""A level that differs from the one a change leads to by more than this share is another thing's level."""


def check_plans(documents: Sequence[Document], pages: Sequence[Page] = ()) -> Iterator[Finding]:
    """All that does not agree in the plans of a file, or between them and the minutes bound with them.

    Args:
        documents: All documents of the file.
        pages: What they were read from, for places around the very words; else findings point at lines.
    """
    finder = Finder(pages)
    for document in documents:
        if isinstance(document, Plan):
            yield from _signs(document)
            yield from _target_numbers(document)
            yield from _years(document, finder)
            yield from _levels(document, finder)
            yield from _shares(document, finder)
    yield from _forecasts(documents, finder)


def _signs(plan: Plan) -> Iterator[Finding]:
    """A share whose sign contradicts the verb of its number."""
    for figure in plan.figures:
        if figure.change and figure.change_pct and figure.change * figure.change_pct < 0:
            verb = "rises" if figure.change > 0 else "falls"
            yield Finding(
                code=FindingCode.sign_contradicts_verb,
                severity=Severity.warning,
                message=f"{figure.label} {verb} by {_plain(abs(figure.change))}, "
                f"but the share in brackets is {figure.change_pct:+g} pct.",
                at=figure.at,
            )


def _target_numbers(plan: Plan) -> Iterator[Finding]:
    """Numbers of targets that are missing or stand twice."""
    numbers = [target.number for target in plan.targets if target.number is not None]
    for number in sorted(set(numbers)):
        same = [target for target in plan.targets if target.number == number]
        if len(same) > 1:
            yield Finding(
                code=FindingCode.number_repeated,
                severity=Severity.warning,
                message=f"{len(same)} targets have the number {number}: "
                + "; ".join(f"“{target.title}”" for target in same),
                at=tuple(place for target in same for place in target.at),
            )
    missing = sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
    if missing and len(missing) <= len(numbers):
        yield Finding(
            code=FindingCode.number_gap,
            severity=Severity.warning,
            message=f"No target has the number {', '.join(map(str, missing))}, but one has {max(numbers)}",
            at=plan.targets[-1].at,
        )


INTENDED = Pattern(
    "plan-intended-years",
    r"\bvil\s+(?:\w+\s+){0,2}?i\s+(?P<years>20\d\d(?:\s*(?:,|og|-|–)\s*20\d\d)*)\b",
    matches=["vil i 2015 og 2016 overvåge", "vil derfor i 2017 arbejde"],
    not_matches=["var i 2015", "vil i de kommende år"],
)
"""What a plan says that it will do in some years."""


def _years(plan: Plan, finder: Finder) -> Iterator[Finding]:
    """Intentions for years that are past when the plan begins."""
    if plan.year is None:
        return
    for chapter in plan.sections:
        for match in INTENDED.finditer(chapter.text):
            years = [int(year) for year in re.findall(r"20\d\d", match["years"])]
            if years and max(years) < plan.year:
                yield Finding(
                    code=FindingCode.year_differs,
                    severity=Severity.warning,
                    message=f"The plan is for {_span(plan)}, but says “{match.group()}”",
                    at=_places(finder, chapter, match.start(), match.end()),
                )
        if LOOKS_BACK.match(chapter.title or ""):
            continue
        printed = AIMS_OF_YEAR.search(chapter.title or "")
        if printed and not plan.year <= int(printed[1]) <= (plan.last_year or plan.year):
            yield Finding(
                code=FindingCode.year_differs,
                severity=Severity.warning,
                message=f"The plan is for {_span(plan)}, but a chapter is titled “{chapter.title}”",
                at=chapter.at[:1],
            )


LOOKS_BACK = Pattern(
    "chapter-looks-back",
    r"(?:status|opfølgning|evaluering|resultat(?:er|revision)?)\b",
    matches=["Status på mål for 2015", "Resultatrevision 2015", "Resultater"],
    not_matches=["Resultatmål for 2016"],
)
"""How the title of a chapter begins that may well be about another year."""

AIMS_OF_YEAR = Pattern(
    "chapter-aims-of-year",
    r"\b(?:mål|resultatmål|indsatser?n?)\b.*?\bfor\s+(20\d\d)\s*$",
    matches=["Mål og indsatser for 2016", "Resultatmål for 2016"],
    not_matches=["Mål for 2016 og frem", "Budget for 2016"],
)
"""The title of a chapter that says for which year its aims are."""


def _span(plan: Plan) -> str:
    return f"{plan.year}-{plan.last_year}" if plan.last_year else str(plan.year)


def _levels(plan: Plan, finder: Finder) -> Iterator[Finding]:
    """A level told in the text from which the promised change does not lead to the promised value."""
    for target in plan.targets:
        for measure in target.measures:
            for quantity in measure.quantities:
                start = _start_of(quantity)
                if start is not None and quantity.baseline_year is not None:
                    yield from _level(plan, measure, quantity, start, finder)


def _start_of(quantity: Quantity) -> float | None:
    if quantity.change is None or quantity.value is None:
        return None
    if {quantity.unit, quantity.change_unit} - {
        "pct.",
        "pct. point",
    } and quantity.unit != quantity.change_unit:
        return None
    return quantity.value - quantity.change


def _level(
    plan: Plan, measure: Measure, quantity: Quantity, start: float, finder: Finder
) -> Iterator[Finding]:
    mark = OF_LENGTH.search(measure.text)
    if quantity.baseline_value is not None and abs(quantity.baseline_value - start) > ROUNDED:
        yield _level_finding(measure, quantity, start, quantity.baseline_value, measure.at)
        return
    telling = stems(measure.text)
    found: list[tuple[Chapter, int, int, float]] = []
    for chapter in plan.sections:
        if str(quantity.baseline_year) not in chapter.text:
            continue
        year_near = False
        for begin, end in split_sentences(chapter.text):
            sentence = chapter.text[begin:end]
            here = str(quantity.baseline_year) in sentence
            if (here or year_near) and (mark is None or mark[1] in sentence):
                level = _level_in(sentence, quantity.baseline_year or 0)
                enough = bool(mark and mark[1] in sentence) or len(telling & stems(sentence)) >= 3
                promised = measure.text[:40] in sentence or PROMISED.search(sentence)
                if level is not None and enough and not promised:
                    found.append((chapter, begin + level.start, begin + level.end, level.value))
            year_near = here or (year_near and not re.search(r"\b20\d\d\b", sentence))
    if any(abs(value - start) <= ROUNDED for *_, value in found):
        return
    for chapter, begin, end, value in found:
        if abs(value - start) <= NEARBY * start:
            yield _level_finding(
                measure, quantity, start, value, (*measure.at, *_places(finder, chapter, begin, end))
            )
            return


OF_LENGTH = Pattern(
    "group-by-length",
    r"\b(?:over|mere[ ]end|under)\s+(\d+\s+uger|\d+\s+år|\d+\s+måneder)",
    matches=["forløb over 26 uger", "unge under 30 år"],
    not_matches=["over 26 personer"],
    flags=re.NOFLAG,
)
"""Whom a share is of, by an age or a duration: the level must be told of the same."""

PROMISED = Pattern(
    "level-promised",
    r"\b(?:skal|højst|højest|mindst|svarende[ ]til)\b",
    matches=["andelen skal være 12 pct.", "mindst 12 pct."],
    not_matches=["andelen var 12 pct."],
    flags=re.NOFLAG,
)
"""Words of a sentence that promises a number and tells none."""


def _level_in(sentence: str, year: int) -> Amount | None:
    """The share that a sentence tells for a year: with several years the one that stands nearest to it."""
    shares = [amount for amount in find_amounts(sentence) if amount.unit == "pct."]
    years = [(match.start(), int(match.group())) for match in re.finditer(r"\b(?:19|20)\d\d\b", sentence)]
    if len({number for _, number in years}) > 1:
        shares = [
            share for share in shares if min(years, key=lambda told: abs(told[0] - share.start))[1] == year
        ]
    return shares[0] if shares else None


def _level_finding(measure: Measure, quantity: Quantity, start: float, told: float, at: Places) -> Finding:
    return Finding(
        code=FindingCode.figures_differ,
        severity=Severity.warning,
        message=f"{_plain(quantity.value or 0)} after a change of {_plain(quantity.change or 0)} "
        f"starts from {_plain(start)}, but the level of {quantity.baseline_year or 'the start'} "
        f"is told as {_plain(told)}: “{measure.text}”",
        at=at,
    )


WHOLE_SHARE = Pattern(
    "plan-whole-share",
    r"\b(?:svarer\s+til|svarende\s+til|udgør|i\s+alt)\s+(?:ca\.\s+)?(?P<whole>\d+(?:,\d+)?)\s?(?:pct\.|%"
    r"|procent)\s+af\s+(?P<of>[^.,()]{8,60})",
    matches=["Det er i alt ca. 9 pct. af kommunens borgere mellem 16 og 66 år"],
    not_matches=["ca. 13 pct. flere"],
)
"""A share of some whole."""

BRACKETED = re.compile(r"\((?:i\s+alt\s+)?(\d+(?:,\d+)?)\s?(?:pct\.|%|procent)\)")

FIRST_SHARE = Pattern(
    "share-of-a-group",
    r"\budgør\s+(?:ca\.\s+)?(\d+(?:,\d+)?)\s?(?:pct\.|%|procent)\s+af\s+(?P<of>[^.,()]{8,60})",
    matches=["udgør ca. 12 pct. af de ledige"],
    not_matches=["udgør 12 personer"],
    flags=re.NOFLAG,
)
"""What share of whom somebody is."""


def _shares(plan: Plan, finder: Finder) -> Iterator[Finding]:
    """Shares of groups, listed to the last one, that do not add up to the share of them all."""
    for chapter in plan.sections:
        text = chapter.text
        whole = WHOLE_SHARE.search(text)
        if whole is None:
            continue
        listed = text[whole.end() :]
        first = FIRST_SHARE.search(listed)
        parts = [float(part.replace(",", ".")) for part in BRACKETED.findall(listed)]
        if (
            first is None
            or len(parts) < 4
            or "(i alt" not in listed
            or not len(stems(first["of"]) & stems(whole["of"])) >= 2
        ):
            continue
        total, told = sum(parts) + float(first[1].replace(",", ".")), float(whole["whole"].replace(",", "."))
        rounded = ROUNDED * (len(parts) + 1) + (0.5 if "," not in whole["whole"] else ROUNDED)
        if abs(total - told) > rounded:
            yield Finding(
                code=FindingCode.total_differs,
                severity=Severity.info,
                message=f"The shares of the groups add up to {_plain(total)} pct., "
                f"but all of them are told as {_plain(told)} pct.",
                at=_places(finder, chapter, whole.start(), whole.end()),
            )


class _Statement(NamedTuple):
    """A development told somewhere in the file."""

    label: str
    percent: float
    period: str | None
    where: str
    at: Places


def _forecasts(documents: Sequence[Document], finder: Finder) -> Iterator[Finding]:
    """One development told with two numbers, in one document or in two that are bound together."""
    told: dict[tuple[str, str], list[_Statement]] = defaultdict(list)
    for document in documents:
        for statement in _told(document, finder):
            told[_key(statement)].append(statement)
    for statements in told.values():
        first = statements[0]
        for other in statements[1:]:
            if abs(abs(first.percent) - abs(other.percent)) > ROUNDED or first.percent * other.percent < 0:
                yield Finding(
                    code=FindingCode.figures_differ,
                    severity=Severity.warning,
                    message=f"{first.label} {first.period or ''}: "
                    f"{_plain(first.percent)} pct. in {first.where}, "
                    f"but {_plain(other.percent)} pct. in {other.where}".replace(" :", ":"),
                    at=(*first.at, *other.at),
                )
                break


def _told(document: Document, finder: Finder) -> Iterator[_Statement]:
    if isinstance(document, Plan):
        elsewhere = {
            (_title(told), told.change_pct)
            for chapter in document.sections
            for told in told_in_prose(chapter.text)
            if _of_elsewhere(chapter.text, told)
        }
        for figure in document.figures:
            if (figure.label, figure.change_pct) in elsewhere:
                continue
            if figure.change_pct is not None and figure.change is None and figure.period:
                yield _Statement(figure.label, figure.change_pct, figure.period, "the plan", figure.at)
    elif isinstance(document, Minutes):
        for item in document.items:
            for text, at in _texts(item):
                for told in told_in_prose(text):
                    if told.change_pct is not None and told.period and not _of_elsewhere(text, told):
                        yield _Statement(
                            _title(told),
                            told.change_pct,
                            told.period,
                            f"item {item.number} of the minutes",
                            finder.places(at, text, told.start, told.end),
                        )


ELSEWHERE = Pattern(
    "told-of-elsewhere",
    r"\b(?:landsplan|hele\s+landet|landet\s+som\s+helhed|for\s+landet|regionen|regionsplan|\w*områdets?|Danmark"
    r"|sammenlignelige|nabokommuner\w*|klyngen)\b",
    matches=["på landsplan", "i hele landet", "sammenlignelige kommuner", "klyngen"],
    not_matches=["i kommunen", "i jobcentret"],
    flags=re.NOFLAG,
)
"""What is told of the country or of other municipalities."""


def _of_elsewhere(text: str, told: Told) -> bool:
    """Whether a development is told of another place than the municipality, by the words around it."""
    begin = max(text.rfind(". ", 0, told.start), text.rfind(", ", 0, told.start)) + 1
    end = min(
        (place for place in (text.find(mark, told.end) for mark in (". ", ", ")) if place >= 0),
        default=len(text),
    )
    return bool(ELSEWHERE.search(text, begin, end))


def _texts(item: Item) -> Iterator[tuple[str, Places]]:
    for section in item.sections:
        yield section.text, section.at


def _title(told: Told) -> str:
    return told.label[:1].upper() + told.label[1:]


def _key(statement: _Statement) -> tuple[str, str]:
    period = re.sub(r"\W+", " ", (statement.period or "").lower())
    period = re.sub(r"\b(?:fra|til|i|perioden|og|frem|mod|mellem)\b", " ", period)
    return statement.label.lower().removeprefix("brutto")[:8], " ".join(period.split())


def _places(finder: Finder, chapter: Chapter, start: int, end: int) -> Places:
    """Where a piece of a chapter's text stands; its heading's line is not counted."""
    heading = 1 if chapter.title is not None else 0
    return finder.places(chapter.at[heading:], chapter.text, start, end)


def _plain(number: float) -> str:
    return f"{round(number, 2):g}".replace(".", ",")
