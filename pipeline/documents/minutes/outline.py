"""The outline of minutes: where each item begins, and what stands before the first and after the last of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from operator import is_

from pipeline.danish.headings import Heading, read_heading
from pipeline.danish.labels import entry_labels, fold, head_kind
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.contents import NUMBERED, contents_of
from pipeline.documents.minutes.groups import (
    closes,
    end_without_group,
    over_groups,
    take_groups,
    without_groups,
)
from pipeline.documents.minutes.heading_rows import read_candidate
from pipeline.documents.minutes.heading_signs import CLOSED, Candidate, form_of, points_of
from pipeline.documents.minutes.labelling import (
    BARE_NUMBER,
    Typography,
    is_case_number_row,
    is_of_case,
    is_state_row,
    label_of,
    tells_case_number,
)
from pipeline.documents.minutes.own_form import LOCAL, own_form
from pipeline.documents.minutes.roman import as_printed, with_figures
from pipeline.documents.minutes.row import Row
from pipeline.documents.minutes.signatures import ends_meeting
from pipeline.documents.minutes.unnumbered import (
    has_core,
    is_number_row,
    take_numbers_above,
    unnumbered_starts,
)
from pipeline.documents.minutes.web import entry_above, without_bullet

ENOUGH = 4
"""Points that make a row an item's heading.

Type, position, what follows and the numbering give 1 to 3 points each (`points_of`); no single sign suffices. Set on
the headings of the sample and shared minutes: real headings score 5 to 10, list items inside text at most 3.
"""


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
    for plainly in (_without_ad, _without_bullet, with_figures):
        plain = [plainly(row) for row in rows]
        if all(map(is_, plain, rows)):
            continue
        without = _outline_of(plain, typography)
        if any(item.heading.number is not None for item in without.items):
            for item in without.items if plainly is with_figures else ():
                item.heading = as_printed(item.heading)
            return without
    starts = unnumbered_starts(rows, typography, len(outline.items), by_labels=above or not outline.items)
    if not starts:
        return outline
    chosen = [Candidate(start.first, start.heading, start.rows, start.before, ENOUGH) for start in starts]
    return _cut(rows, chosen, outline.contents, set(), typography)


AD = Pattern(
    "item-ad-in-front",
    r"^ad\.?\s*(?=(?:(?:punkt|pkt\.?)\s*)?\d{1,2}\s*[.:)]?\s+\S)",
    matches=["Ad 1. Godkendelse af dagsorden", "Ad pkt. 3 Ny hal"],
    not_matches=["Ad hoc-udvalg", "Adgang 3"],
)
"""In front of an item's number in minutes of advisory councils."""


def _without_ad(row: Row) -> Row:
    match = AD.match(row.text) if row.column != "value" else None
    return Row(row.lines, row.column, row.text[match.end() :]) if match else row


def _without_bullet(row: Row) -> Row:
    text = without_bullet(row)
    return row if text is None else Row(row.lines, row.column, text)


def _outline_of(rows: Sequence[Row], typography: Typography) -> Outline:
    labels = [_is_anchor(row, typography) for row in rows]
    announced, listed = contents_of(rows)
    titles = [fold(heading.title) for heading in announced]
    candidates = _apart(_candidates(rows, typography, listed, titles))
    take_numbers_above(candidates, rows, typography)
    take_groups(candidates, rows)
    _take_rows_above(candidates, rows)
    form = form_of(candidates, rows, labels, typography)
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
    starts = [candidate.index - candidate.before for candidate in candidates]
    blocks = [_rows_above(rows, start) for start in starts]
    for told in (_tells_case, is_state_row):
        above = below = behind = 0
        for candidate, own, block in zip(candidates, starts, blocks, strict=True):
            end = candidate.index + candidate.rows
            under = next((row for row in rows[end : end + 2] if told(row)), None)
            to_below = _space(rows[end - 1], rows[end]) if under is not None else None
            to_above = _space(rows[own - 1], rows[own]) if any(map(told, block)) else None
            start = own - len(block)
            to_text = _space(rows[start - 1], rows[start]) if start else float("inf")
            # Between two headings stands a row of one of them: it is nearer to its own.
            if to_below is not None and (to_above is None or to_below <= to_above):
                below += 1
            elif to_above is not None and to_text < to_above:
                behind += 1  # it ends the text above it
            elif to_above is not None:
                above += 1
        first = _first_of_many(candidates) if behind else None
        if first is not None and any(map(told, blocks[first])):
            above, behind = above + behind, 0  # the first of them ends no item's text
        if above <= max(below, behind) or (told is is_state_row and over_groups(blocks)):
            continue
        for candidate, own, block in zip(candidates, starts, blocks, strict=True):
            count = next((len(block) - n for n, row in enumerate(block) if told(row)), 0)
            candidate.before = max(candidate.before, candidate.index - own + count if count else 0)
    for candidate in candidates:
        candidate.before = candidate.before or entry_above(rows, candidate.index, candidate.heading)


def _first_of_many(candidates: Sequence[Candidate]) -> int | None:
    """The place of the first candidate whose number has the next one among the others."""
    numbers = [candidate.heading.number or "" for candidate in candidates]
    known = set(numbers)
    return next(
        (n for n, number in enumerate(numbers) if number.isdigit() and str(int(number) + 1) in known), None
    )


IN_TABLE = 1.35
"""Two rows of one case's table stand no further apart, in sizes: strokes between them need some room."""

MOST_ABOVE = 3
"""No heading has more rows of its case above it."""


def _rows_above(rows: Sequence[Row], start: int) -> Sequence[Row]:
    """The rows of a case straight above a heading."""
    first, count = start, 0
    while first and count < MOST_ABOVE:
        above = (
            2 if first > 1 and rows[first - 1].column == "value" and rows[first - 2].column == "label" else 1
        )
        row = rows[first - above]
        if first < start and _apart_from(row, rows[first]):
            break
        if not (is_of_case(row) or BARE_NUMBER.match(row.text) or _labels_entry(row)):
            break
        first, count = first - above, count + 1
    return rows[first:start]


def _apart_from(row: Row, below: Row) -> bool:
    """Whether two rows of a case are of two tables; one that a page's end parts has one type and edge."""
    if row.page != below.page:
        return row.style != below.style or abs(row.x0 - below.x0) > 1.0
    return _space(row, below) > IN_TABLE * row.size


def _labels_entry(row: Row) -> bool:
    """Whether a row is the label cell of who has the case: "Sagsbehandler"."""
    return row.column == "label" and fold(row.text) in entry_labels()


def _tells_case(row: Row) -> bool:
    return (tells_case_number(row) and not is_state_row(row)) or BARE_NUMBER.match(row.text) is not None


def _space(one: Row, other: Row) -> float:
    """White space between two rows in points; over a page's end more than any."""
    return other.top - one.bottom if one.page == other.page else float("inf")


def _candidates(
    rows: Sequence[Row], typography: Typography, listed: set[int], titles: Sequence[str]
) -> Iterator[Candidate]:
    skip = -1
    begun = {title[:FEW] for title in titles}
    for index, row in enumerate(rows):
        if index in listed or index <= skip or row.column == "value" or not row.text or len(row.text) > 400:
            continue
        numbered = NUMBERED.match(row.text) is not None or own_form(row.text) is not None
        announced = not numbered and bool(begun) and fold(row.text)[:FEW] in begun
        if not numbered and not announced and not _may_be_unnumbered(row, typography):
            continue
        if is_case_number_row(row) or (
            not numbered and label_of(row, typography) is not None and not CLOSED.match(row.text)
        ):
            continue
        candidate = read_candidate(rows, index, typography)
        if announced and not (candidate is not None and fold(candidate.heading.title) in titles):
            candidate = None
        if candidate is not None:
            yield candidate
            skip = index + candidate.rows - 1


FEW = 15
"""So many characters of a row must be those with which a title of the contents begins."""


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


ALL_ATTACHMENTS = Pattern(
    "list-of-all-attachments",
    r"^(?:samlet\s+)?bilags(?:liste|oversigt|fortegnelse)\W*$",
    matches=["Samlet bilagsliste", "Bilagsoversigt:"],
    not_matches=["Bilag", "Bilagsliste 4"],
)
"""Over the attachments of all items, behind the last of them."""


def _lists_all(body: Sequence[Row], place: int, titles: Set[str]) -> bool:
    """Whether a row of the last item heads a list of all items' attachments: a title comes again below."""
    return ALL_ATTACHMENTS.match(body[place].text) is not None and any(
        _announces(row, titles) for row in body[place + 1 : place + 4]
    )


def _from_signatures(tail: list[Row]) -> list[Row]:
    """The tail without a list of attachments before its signatures."""
    if not tail or not ALL_ATTACHMENTS.match(tail[0].text):
        return tail
    return tail[next((i for i, row in enumerate(tail) if head_kind(row.text) == SIGNATURES), len(tail)) :]


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
    titled = Counter(fold(one.title) for one in announced)
    told = {title: one.number for one in announced if titled[title := fold(one.title)] == 1}
    for position, candidate in enumerate(chosen):
        end = starts[position + 1] if position + 1 < len(chosen) else len(rows)
        first = candidate.index + candidate.rows
        body = [row for index, row in enumerate(rows[first:end], first) if index not in listed]
        if candidate.before:
            above = rows[starts[position] : candidate.index]
            body = [row for row in above if without_bullet(row) is None and not is_number_row(row)] + body
        heading = candidate.heading
        if heading.number is None and fold(heading.title) in told:
            heading = heading._replace(number=told[fold(heading.title)])
        listed_closed = (heading.number, fold(heading.title)) in behind
        if (closed or listed_closed) and heading.open is None:
            heading = heading._replace(open=False)
        if position + 1 < len(chosen):
            own = end_without_group(body, typography, next(iter(head[-1:]), None))
            body, closed = body[:own], closes(body[own:], closed)
        else:
            cut = next(
                (
                    i
                    for i, row in enumerate(body)
                    if head_kind(row.text) == SIGNATURES or _lists_all(body, i, titles)
                ),
                len(body),
            )
            while cut and ends_meeting(body, cut - 1):
                cut -= 1
            body, tail = body[:cut], _from_signatures(body[cut:])
        items.append(ItemRows(heading, list(rows[candidate.index : first]), body, candidate.points))
    return Outline(head, announced, items, tail)
