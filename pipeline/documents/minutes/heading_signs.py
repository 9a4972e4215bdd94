"""What speaks for a row being an item's heading: its type, its number, the space above it, what follows."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from rapidfuzz import fuzz

from pipeline.danish.headings import Heading
from pipeline.danish.labels import fold
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.labelling import BARE_NUMBER, Typography
from pipeline.documents.minutes.row import Row
from pipeline.reading import ALIGNED

CLOSED = Pattern(
    "heading-open-or-closed",
    r"^(?:lukket|closed|åbent?|open)\s*[:\-–]\s*\S",
    matches=["Lukket: Salg af grund", "Åben - Ny hal", "Closed: Sale"],
    not_matches=["Lukket punkt", "Åbent hus"],
)
"""Whether an item is open, in front of its title."""


LOOK_AHEAD = 5
"""A heading's case number or first label stands within so many rows behind it."""


@dataclass(slots=True)
class Candidate:
    """A row that may be an item's heading."""

    index: int
    """Of its first row in the document, counted from 0."""
    heading: Heading
    """What it would say."""
    rows: int
    """How many rows the heading takes."""
    before: int = 0
    """How many rows before it belong to it: a case number, or whether it is open, printed first."""
    points: int = 0


def _anchored(candidate: Candidate, rows: Sequence[Row], labels: Sequence[bool]) -> bool:
    """Whether a case number or a label follows soon."""
    start = candidate.index + candidate.rows
    return any(labels[start : start + LOOK_AHEAD])


def is_near(candidate: Candidate, rows: Sequence[Row], labels: Sequence[bool]) -> bool:
    """Whether a case number or a label stands right under a heading."""
    start = candidate.index + candidate.rows
    return any(labels[start : start + 2]) or (start < len(rows) and bool(BARE_NUMBER.match(rows[start].text)))


class Form(NamedTuple):
    """How a document sets its items' headings, learned from those that a label follows."""

    style: tuple[float, bool] | None
    """Size and weight of most of them; None where no label follows anything."""

    body: float
    """Size of the text."""

    pure: bool
    """Whether next to nothing else is set in that type, and the text and the labels are not."""

    unnumbered: bool
    """Whether most have no number."""

    gap: float
    """White space above most of them, in sizes."""

    numbers: str
    """The rule by which most tell their number, and whether they are in capitals."""


def _is_set_off(candidate: Candidate, rows: Sequence[Row], typography: Typography) -> bool:
    """Whether a numbered heading is set in larger type than the text's and the labels'."""
    return candidate.heading.number is not None and typography.is_large(rows[candidate.index].size)


PURE = 0.6
"""Headings are a type of their own where at most the rest of what is set in it is something else."""


def form_of(
    candidates: Sequence[Candidate], rows: Sequence[Row], labels: Sequence[bool], typography: Typography
) -> Form:
    """How a document sets its items' headings.

    Args:
        candidates: All rows that may be one.
        rows: The document's.
        labels: For each row whether it is a case number or a label.
        typography: How the document sets its labels.
    """
    near = [candidate for candidate in candidates if is_near(candidate, rows, labels)] or [
        candidate
        for candidate in candidates
        if candidate.heading.number is not None and _anchored(candidate, rows, labels)
    ]
    if not any(candidate.heading.number is not None for candidate in near):
        # The meeting's date or committee may stand between each heading and its case number.
        near = [
            one for one in candidates if _is_set_off(one, rows, typography) and _anchored(one, rows, labels)
        ] or near
    votes: Counter[tuple[float, bool]] = Counter()
    for candidate in near:
        votes[rows[candidate.index].style] += 1 + (candidate.heading.number is not None)
    if not any(candidate.heading.number is not None for candidate in near):
        form = _form_without_labels(candidates, near, rows, typography)
        if form.style is not None or not votes:
            return form
    all_of = Counter(rows[candidate.index].style for candidate in candidates)
    style = max(
        votes, key=lambda style: (_weight(votes[style], all_of[style], style, typography), style[0], style[1])
    )
    own = [candidate for candidate in near if rows[candidate.index].style == style]
    first = min(candidate.index for candidate in own)
    like = sum(rows[one.index].style == style and one.index >= first for one in candidates)
    distinct = typography.is_large(style[0]) or (style[1] and not (typography.bold and not typography.table))
    gaps = [gap for one in own if (gap := _gap_above(rows, one.index - one.before)) is not None]
    numbers = Counter(_number_form(candidate, rows) for candidate in own)
    return Form(
        style,
        typography.body,
        distinct and len(own) > 1 and len(own) >= PURE * like,
        2 * sum(candidate.heading.number is None for candidate in own) > len(own),
        median(gaps) if gaps else 0.0,
        numbers.most_common(1)[0][0],
    )


OF_TEXT = 0.5
"""What a vote for the text's own type is worth: a list in a decision ("1)-2) Tiltrådt") stands near labels too."""


def _weight(votes: int, of_all: int, style: tuple[float, bool], typography: Typography) -> float:
    """How much speaks for a type being the headings'."""
    plain = not style[1] and style[0] <= typography.body + 0.6
    return votes * votes / (2 * of_all) * (OF_TEXT if plain else 1.0)


RUN = 3
"""So many numbers one after the other, in a type that the text is not set in, are the items of minutes without labels.

Two may be the chapters of a short paper; minutes of two items without any label are told apart from it by the word
before their numbers ("Nr. 26", "Punkt 3").
"""


def _form_without_labels(
    candidates: Sequence[Candidate], near: Sequence[Candidate], rows: Sequence[Row], typography: Typography
) -> Form:
    """The same where no label follows any but rows of the head: the bold or large rows that count on one another."""
    none = Form(None, typography.body, False, False, 0.0, "")
    styles = {
        style
        for candidate in candidates
        if (style := rows[candidate.index].style)[1] or style[0] > typography.body + 0.6
    }
    found: list[list[Candidate]] = []
    for style in styles:
        run: list[Candidate] = []
        for candidate in candidates:
            number = candidate.heading.number
            if rows[candidate.index].style != style or number is None:
                continue
            if not run or follows(number, [run[-1].heading.number]):
                run.append(candidate)
        found.append(run)
    own = max(found, key=len, default=[])
    if len(own) < RUN - all("number-word" in one.heading.rule for one in own) or any(
        other.index > own[0].index for other in near
    ):
        return none
    behind = [rows[end] for one in own if (end := one.index + one.rows) < len(rows)]
    if 2 * sum(row.bold for row in behind) > len(own):
        return none
    gaps = [gap for one in own if (gap := _gap_above(rows, one.index - one.before)) is not None]
    return Form(
        rows[own[0].index].style,
        typography.body,
        True,
        False,
        median(gaps) if gaps else 0.0,
        _number_form(own[0], rows),
    )


def _number_form(candidate: Candidate, rows: Sequence[Row]) -> str:
    rule = next((rule for rule in candidate.heading.rule.split(", ") if rule.startswith("number")), "")
    return f"{rule} {rows[candidate.index + candidate.rows - 1].text.isupper()}"


def _gap_above(rows: Sequence[Row], index: int) -> float | None:
    """White space above a row in sizes; None at a page's top."""
    if index == 0 or rows[index - 1].page != rows[index].page:
        return None
    return (rows[index].top - rows[index - 1].bottom) / max(rows[index].size, 6.0)


def points_of(
    candidate: Candidate,
    rows: Sequence[Row],
    labels: Sequence[bool],
    form: Form,
    titles: Sequence[str],
    chosen: Sequence[Candidate],
) -> int:
    """How many signs speak for a heading, less those that speak against it."""
    row = rows[candidate.index]
    style, body = form.style, form.body
    heading = candidate.heading
    points = 0
    if is_near(candidate, rows, labels):
        points += 3
    elif _anchored(candidate, rows, labels):
        points += 1
    if row.bold:
        points += 1
    if not row.bold and row.style[0] <= body + 0.6:
        points += _white_above(rows, candidate.index - candidate.before, form.gap)
        points -= 2 * (not heading.title[:1].isupper() and not heading.title[:1].isdigit())
    elif style is not None and row.style == style:
        points += 2 + form.pure * (3 if form.unnumbered and heading.number is None and chosen else 1)
    if (
        style is not None
        and row.style != style
        and ((style[1] and not row.bold) or style[0] > row.size + 0.6)
    ):
        points -= 3
    title = fold(heading.title)
    if any(title == other or fuzz.ratio(title, other) >= 92 for other in titles):
        points += 2
    if heading.number is None:
        points -= 1 if CLOSED.match(row.text) else 2
        return points
    if follows(heading.number, [other.heading.number for other in chosen]):
        points += 1 + (bool(chosen) and _number_form(candidate, rows) == form.numbers)
        points += 2 * _hangs(candidate, rows, chosen)
        points += bool(chosen) and "number-word" in heading.rule and heading.title[:1].isupper()
    if candidate.before:
        points += 2
    if "number-word" in heading.rule and "case-front" in heading.rule:  # "Punkt: 2  Acadre sagsnr.: 16/1409"
        points += 2
    if heading.page is not None and re.search(r"\.{3,}|…", row.text):
        points -= 4
    if title[:1].islower() and not heading.title[:1].isupper() and not row.bold:
        points -= 1
    return points


def _hangs(candidate: Candidate, rows: Sequence[Row], chosen: Sequence[Candidate]) -> bool:
    """Whether a heading's number stands in a column of its own, where the last one's did."""
    row = rows[candidate.index]
    if not row.hanging or not candidate.heading.title[:1].isupper():
        return False
    return not chosen or abs(rows[chosen[-1].index].x0 - row.x0) <= ALIGNED


def _white_above(rows: Sequence[Row], index: int, usual: float) -> int:
    """How far white space or a page's top sets a row off; less than nothing where it stands close under text."""
    gap = _gap_above(rows, index)
    if gap is None:
        return 1
    return 2 if usual > 1.2 and gap >= 0.9 * usual else 1 if gap > 0.7 else -2


def follows(number: str, before: Sequence[str | None]) -> bool:
    """Whether a number is the one after the last."""
    last = next((other for other in reversed(before) if other is not None), None)
    if last is None:
        return True
    a, b = _levels(last), _levels(number)
    if not a or not b:
        return False
    if len(b) > len(a):
        return b == (*a, 1)  # "4.1" behind "4"
    # "4.2" behind "4.1"; "5" or "5.1" behind "4.3"
    return b in {(*a[: len(b) - 1], a[len(b) - 1] + 1), (a[0] + 1, 1)}


def _levels(number: str) -> tuple[int, ...]:
    """A number's levels: "4.1" has two, "84a" too, behind 84; none where it is no number of figures."""
    levels = number.split(".")
    if number[-1:].isalpha() and number[:-1].isdigit():
        levels = [number[:-1], str(ord(number[-1].lower()) - ord("a") + 1)]
    return tuple(map(int, levels)) if all(map(str.isdigit, levels)) else ()
