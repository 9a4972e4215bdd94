"""The outline of minutes: where each item begins, and what stands before the first and after the last of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from operator import is_

from pipeline.danish.headings import Heading, read_heading
from pipeline.danish.labels import fold, head_kind
from pipeline.documents.minutes.contents import NUMBERED, contents_of
from pipeline.documents.minutes.groups import closes, end_without_group, take_groups, without_groups
from pipeline.documents.minutes.heading_signs import CLOSED, Candidate, follows, form_of, points_of
from pipeline.documents.minutes.labelling import (
    Typography,
    is_case_number_row,
    is_state_row,
    label_of,
)
from pipeline.documents.minutes.own_form import LOCAL, own_form
from pipeline.documents.minutes.row import NUMBER_ALONE, Row
from pipeline.documents.minutes.sections import broken_on_purpose
from pipeline.documents.minutes.signatures import ends_meeting
from pipeline.documents.minutes.unnumbered import (
    has_core,
    is_number_row,
    take_numbers_above,
    title_above,
    unnumbered_starts,
)
from pipeline.documents.minutes.web import entry_above, without_bullet
from pipeline.reading import mend

ENOUGH = 4
"""Points that make a row an item's heading.

Type, position, what follows and the numbering give 1 to 3 points each (`points_of`); no single sign suffices. Set on
the headings of the sample and shared minutes: real headings score 5 to 10, list items inside text at most 3.
"""

WRAP = 0.85
"""A heading's next line follows within this share of its size."""

CLOSE = 0.5
"""The same for a next line that begins with a number; two headings stand further apart."""


@dataclass(slots=True)
class ItemRows:
    """The rows of one item."""

    heading: Heading
    """What its heading says."""

    heading_rows: list[Row]
    """The heading's own rows."""

    rows: list[Row] = field(default_factory=list)
    """What stands under it."""

    points: int = 0
    """How many signs speak for the heading."""


@dataclass(slots=True)
class Outline:
    """Minutes by their parts."""

    head: list[Row]
    """Before the first item, the list of contents apart."""

    contents: list[Heading]
    """What the list of contents announces, in order."""

    items: list[ItemRows]
    """In printed order."""

    tail: list[Row]
    """After the last item: signatures."""


def outline_of(rows: Sequence[Row], typography: Typography) -> Outline:
    """Find the items of minutes.

    Args:
        rows: All rows of the document in reading order.
        typography: How it sets its labels.
    """
    outline = _outline_of(rows, typography)
    above = has_core(outline.head, typography)  # then a list's entry was taken for the first heading
    if any(item.heading.number is not None for item in outline.items) and not above:
        return outline
    # "Ad 1." begins a decision's part, a bullet a list's entry: where no other number begins an item, they do.
    for plainly in (_without_ad, _without_bullet):
        plain = [plainly(row) for row in rows]
        if all(map(is_, plain, rows)):
            continue
        without = _outline_of(plain, typography)
        if any(item.heading.number is not None for item in without.items):
            return without
    starts = unnumbered_starts(rows, typography, len(outline.items), by_labels=above or not outline.items)
    if not starts:
        return outline
    chosen = [Candidate(start.first, start.heading, start.rows, start.before, ENOUGH) for start in starts]
    return _cut(rows, chosen, outline.contents, set(), typography)


AD = re.compile(r"^ad\.?\s*(?=(?:(?:punkt|pkt\.?)\s*)?\d{1,2}\s*[.:)]?\s+\S)", re.IGNORECASE)
"""In front of an item's number in minutes of advisory councils. Matches: "Ad 1. Godkendelse af dagsorden"."""


def _without_ad(row: Row) -> Row:
    match = AD.match(row.text) if row.column != "value" else None
    return Row(row.lines, row.column, row.text[match.end() :]) if match else row


def _without_bullet(row: Row) -> Row:
    text = without_bullet(row)
    return row if text is None else Row(row.lines, row.column, text)


def _outline_of(rows: Sequence[Row], typography: Typography) -> Outline:
    labels = [_is_anchor(row, typography) for row in rows]
    announced, listed = contents_of(rows)
    candidates = _apart(_candidates(rows, typography, listed))
    take_numbers_above(candidates, rows, typography)
    take_groups(candidates, rows)
    _take_rows_above(candidates, rows)
    form = form_of(candidates, rows, labels, typography)
    titles = [fold(heading.title) for heading in announced]
    chosen: list[Candidate] = []
    for candidate in candidates:
        candidate.points = points_of(candidate, rows, labels, form, titles, chosen)
        if candidate.heading.rule == LOCAL:
            candidate.points += ENOUGH
        if candidate.points >= ENOUGH:
            chosen.append(candidate)
    chosen = without_groups(_plausible(chosen))
    return _cut(rows, chosen, announced, listed, typography)


def _is_anchor(row: Row, typography: Typography) -> bool:
    """Whether a row is a sign that an item goes on here: a case number, or a label that the lexicon knows."""
    if is_case_number_row(row):
        return True
    labelled = label_of(row, typography)
    return labelled is not None and labelled.label.known and head_kind(row.text) is None


def _take_rows_above(candidates: Sequence[Candidate], rows: Sequence[Row]) -> None:
    """Give each heading the rows above it that belong to it, where this document prints such rows first."""
    for belongs in (is_case_number_row, is_state_row):
        above = below = 0
        for candidate in candidates:
            end = candidate.index + candidate.rows
            first = candidate.index - candidate.before - 1
            to_below = _space(rows[end - 1], rows[end]) if end < len(rows) and belongs(rows[end]) else None
            to_above = _space(rows[first], rows[first + 1]) if first >= 0 and belongs(rows[first]) else None
            # Between two headings stands a row of one of them: it is nearer to its own.
            if to_below is not None and (to_above is None or to_below <= to_above):
                below += 1
            elif to_above is not None:
                above += 1
        if above <= below:
            continue
        for candidate in candidates:
            first = candidate.index - candidate.before - 1
            if first >= 0 and belongs(rows[first]):
                candidate.before += 1
    for candidate in candidates:
        candidate.before = candidate.before or entry_above(rows, candidate.index, candidate.heading)


def _space(one: Row, other: Row) -> float:
    """White space between two rows in points; over a page's end more than any."""
    return other.top - one.bottom if one.page == other.page else float("inf")


def _candidates(rows: Sequence[Row], typography: Typography, listed: set[int]) -> Iterator[Candidate]:
    skip = -1
    for index, row in enumerate(rows):
        if index in listed or index <= skip or row.column == "value" or not row.text or len(row.text) > 400:
            continue
        numbered = NUMBERED.match(row.text) is not None or own_form(row.text) is not None
        if not numbered and not _may_be_unnumbered(row, typography):
            continue
        if is_case_number_row(row) or (
            not numbered and label_of(row, typography) is not None and not CLOSED.match(row.text)
        ):
            continue
        candidate = _read(rows, index, typography)
        if candidate is not None:
            yield candidate
            skip = index + candidate.rows - 1


def _apart(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates without a title that the next, whose number stands below it, has too."""
    kept: list[Candidate] = []
    for candidate in candidates:
        if kept and kept[-1].heading.number is None and candidate.index < kept[-1].index + kept[-1].rows:
            kept.pop()
        kept.append(candidate)
    return kept


def _may_be_unnumbered(row: Row, typography: Typography) -> bool:
    return bool(CLOSED.match(row.text)) or (typography.is_large(row.size) and row.text[:1].isupper())


def _read(rows: Sequence[Row], index: int, typography: Typography) -> Candidate | None:
    row = rows[index]
    named = _title_cell(rows, index + 1) if NUMBER_ALONE.match(row.text) else 0
    if named:
        title = mend(cell.text for cell in rows[index + 2 : index + 1 + named])
        return Candidate(index, read_heading(f"{row.text} {title}", in_contents=False), 1 + named)
    alone = bool(NUMBER_ALONE.match(row.text)) or _number_and_case(row)
    last = index
    text = row.text
    while last + 1 < len(rows) and last - index < 5:
        following = rows[last + 1]
        number = read_heading(text, in_contents=False).number
        if not _wraps(rows[last], following, typography, number, alone and last == index):
            break
        text = f"{text} {following.text}" if not text.endswith("-") else mend([text, following.text])
        last += 1
    # A last number in the body is the title's and no page of the contents.
    heading = own_form(text) or read_heading(text, in_contents=None if LEADERS.search(text) else False)
    if not heading.title and not (heading.open is False and heading.rule != "plain" and NUMBERED.match(text)):
        above = title_above(rows, index, typography) if heading.number is not None else 0
        if not above:
            return None
        title = mend(one.text for one in rows[index - above : index])
        return Candidate(index - above, read_heading(f"{row.text} {title}", in_contents=False), above + 1)
    last += _printed_again(rows, last + 1, {fold(heading.title), fold(text)})
    return Candidate(index, heading, last - index + 1)


TITLES = frozenset({"emne", "titel", "overskrift", "sagstitel", "dagsordenspunkt"})
"""What stands, folded, in the column of labels left of an item's title."""


def _title_cell(rows: Sequence[Row], start: int) -> int:
    """How many rows a label for the title and the title beside it take; 0 where there is none."""
    if start + 1 >= len(rows) or rows[start].column != "label" or fold(rows[start].text) not in TITLES:
        return 0
    end = start + 1
    while end < len(rows) and rows[end].column == "value":
        end += 1
    return end - start if end - start > 1 else 0


def _number_and_case(row: Row) -> bool:
    """Whether a row has a number, a case number (perhaps an empty one) and no title: "Punkt 5.  Sagsnr. 12/3100"."""
    heading = read_heading(row.text, in_contents=False)
    return heading.number is not None and "case-front" in heading.rule and not heading.title


def _printed_again(rows: Sequence[Row], start: int, wanted: Set[str]) -> int:
    """How many rows under a heading print its title once more, alone or with all that stands around it."""
    text = ""
    for count, row in enumerate(rows[start : start + 4], 1):
        if row.column == "value" or is_case_number_row(row):
            return 0
        text = mend([text, row.text])
        if fold(text) in wanted or fold(read_heading(text, in_contents=False).title) in wanted:
            return count
        if not any(whole.startswith(fold(text)) for whole in wanted):
            return 0
    return 0


LEADERS = re.compile(r"\.{3,}|…|(?:\s\.){3,}|\s{4,}\d+$")


def _number_goes_on(number: str | None, row: Row, following: Row, typography: Typography) -> bool:
    """Whether a row that begins with a number is a heading's next line and no heading of its own."""
    if following.text[:1].islower() or row.text.endswith(("-", ",")):
        return True
    own = read_heading(following.text, in_contents=False).number
    if own is None or (number is not None and follows(own, [number])):
        return own is None
    if _centred(row, following):
        return True
    return following.top - row.bottom <= CLOSE * row.size and not broken_on_purpose(
        row, following, max(typography.right, row.x1, following.x1)
    )


def _wraps(row: Row, following: Row, typography: Typography, number: str | None, number_alone: bool) -> bool:
    """Whether the following row goes on with a heading of a number."""
    if following.page != row.page or following.column == "value" or is_case_number_row(following):
        return False
    if number_alone:
        labelled = label_of(following, typography)
        # In the number's own type stands its title, also where this document sets its labels in that type.
        if labelled is not None and (labelled.label.known or following.style != row.style):
            return False
        if NUMBER_ALONE.match(following.text):
            return False
        # "2. behandling af budget" may be the title of a number alone, "Sag nr. 2 Budget" is a heading by itself; and a
        # sentence may end in "2013." above a bold heading.
        below = read_heading(following.text, in_contents=False)
        by_itself = below.number is not None and following.bold and not row.bold
        return "number-word" not in below.rule and not by_itself
    if following.style != row.style:
        return False
    if NUMBERED.match(following.text) and not _number_goes_on(number, row, following, typography):
        return False
    distinct = typography.is_large(row.size)
    # "…valg af linjeføring og" / "finansiering": labels begin with capitals.
    goes_on = distinct or (row.bold and following.text[:1].islower()) or _centred(row, following)
    labelled = None if goes_on else label_of(following, typography)
    if labelled is not None and (labelled.label.known or not row.bold):
        return False
    if following.top - row.bottom > WRAP * row.size:
        return False
    return distinct or row.bold or not broken_on_purpose(row, following, typography.right)


def _centred(row: Row, following: Row) -> bool:
    """Whether two rows stand on one axis and not on one edge."""
    axis = (row.x0 + row.x1) / 2 - (following.x0 + following.x1) / 2
    return abs(axis) <= 2.0 and abs(row.x0 - following.x0) > 2 * row.size


def _plausible(chosen: list[Candidate]) -> list[Candidate]:
    """Headings without those that repeat one: a title printed twice, or a list in the type of headings."""
    seen: dict[tuple[str | None, str], int] = {}
    kept: list[Candidate] = []
    for candidate in chosen:
        key = (candidate.heading.number, fold(candidate.heading.title))
        if candidate.heading.number is not None and key in seen:
            continue
        seen[key] = candidate.index
        kept.append(candidate)
    by_number: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in kept:
        if candidate.heading.number is not None:
            by_number[candidate.heading.number].append(candidate)
    weak = {
        id(candidate)
        for same in by_number.values()
        if len(same) > 1
        for candidate in same
        if candidate.points + 2 < max(other.points for other in same)
    }
    return [candidate for candidate in kept if id(candidate) not in weak]


SIGNATURES = "signatures"


def _announces(row: Row, titles: Set[str]) -> bool:
    """Whether a numbered row above the items repeats the title of one: a list of contents without a heading."""
    return NUMBERED.match(row.text) is not None and fold(read_heading(row.text).title) in titles


def _cut(
    rows: Sequence[Row],
    chosen: Sequence[Candidate],
    announced: list[Heading],
    listed: set[int],
    typography: Typography,
) -> Outline:
    starts = [candidate.index - candidate.before for candidate in chosen]
    titles = {fold(candidate.heading.title) for candidate in chosen}
    head = [
        row
        for index, row in enumerate(rows[: starts[0]] if starts else rows)
        if index not in listed and not _announces(row, titles)
    ]
    items = []
    tail: list[Row] = []
    closed = closes(head[-1:], False)
    behind = {(one.number, fold(one.title)) for one in announced if one.open is False}
    for position, candidate in enumerate(chosen):
        end = starts[position + 1] if position + 1 < len(chosen) else len(rows)
        first = candidate.index + candidate.rows
        body = [row for index, row in enumerate(rows[first:end], first) if index not in listed]
        if candidate.before:
            above = rows[starts[position] : candidate.index]
            body = [row for row in above if without_bullet(row) is None and not is_number_row(row)] + body
        heading = candidate.heading
        listed_closed = (heading.number, fold(heading.title)) in behind
        if (closed or listed_closed) and heading.open is None:
            heading = heading._replace(open=False)
        if position + 1 < len(chosen):
            own = end_without_group(body, typography)
            body, closed = body[:own], closes(body[own:], closed)
        else:
            cut = next((i for i, row in enumerate(body) if head_kind(row.text) == SIGNATURES), len(body))
            while cut and ends_meeting(body, cut - 1):
                cut -= 1
            body, tail = body[:cut], body[cut:]
        items.append(ItemRows(heading, list(rows[candidate.index : first]), body, candidate.points))
    return Outline(head, announced, items, tail)
