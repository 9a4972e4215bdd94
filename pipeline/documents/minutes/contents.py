"""Lists of contents: what they announce, and which rows they are, so that none becomes an item."""

import re
from collections.abc import Sequence

from pipeline.danish.headings import Heading, read_heading
from pipeline.danish.labels import all_head_kinds, fold, head_kind
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.groups import CLOSED_GROUP, GROUP
from pipeline.documents.minutes.labelling import is_case_number_row
from pipeline.documents.minutes.row import Row

CONTENTS_RUN = 3
"""So many rows in a row that end in a page number, or stand under the word for contents, are a list of contents."""

NUMBERED = Pattern(
    "row-numbered",
    r"^(?:(?:lukket|åbent?|åben)\s+(?:punkt\s*/?\s*)?)?(?:(?:(?:dagsordens)?punkt|pkt\.?|sag)(?:\s*nr\.?)?|nr\.?)?\s*:?\s*\(?\d{1,4}(?:[a-z](?=[\s.:)])|(?:[./]\d{1,4}){0,2})"
    r"(?:[\s.:)\-–…\u00a0]|$|(?=[A-ZÆØÅ]))",
    matches=[
        "7. Eventuelt",
        "Pkt. 17",
        "Punkt nr. 4 Budget",
        "109Godkendelse",
        "57 (Åben)",
        "84a Ny hal",
        "Lukket punkt / 4",
    ],
    not_matches=["Eventuelt", "Budget 2017"],
)
"""A row that may begin with an item's number."""

LEADS_TO_PAGE = re.compile(r"(?:\.{3,}|…)\s*\d{1,4}\s*$")
"""A whole entry: what stands below is the next, also where that has no number ("Bilagsliste")."""

PEOPLE = ("present", "absent", "substitutes")
"""Kinds of labels over people, which stand below a list of contents and in none."""

PAGE_AT_END = re.compile(r"(?:\.{2,}|…|\s{1,})\s*\d{1,4}\s*$")


def contents_of(rows: Sequence[Row]) -> tuple[list[Heading], set[int]]:
    """What lists of contents announce, and which rows they are."""
    listed: set[int] = set()
    start: int | None = None
    for index, row in enumerate(rows):
        if start is None and head_kind(row.text) == "contents" and index + 1 < len(rows):
            start = index
    if start is not None:
        listed |= _under_contents(rows, start)
    run: list[int] = []
    for index, row in enumerate(rows):
        if (
            row.column != "value"
            and NUMBERED.match(row.text)
            and PAGE_AT_END.search(row.text)
            and re.search(r"\.{4,}|…", row.text)
        ):
            run.append(index)
        elif len(run) < CONTENTS_RUN or not (row.text and index - run[-1] <= 1):
            if len(run) >= CONTENTS_RUN:
                listed.update(range(run[0], run[-1] + 1))
            run = []
    if len(run) >= CONTENTS_RUN:
        listed.update(range(run[0], run[-1] + 1))
    announced: list[Heading] = []
    pending, closed = "", False
    for index in sorted(listed):
        text = rows[index].text
        if text[:1].isupper() and GROUP.match(text):
            announced += [_announced(pending, closed)] if pending else []
            pending, closed = "", bool(CLOSED_GROUP.search(text))
            continue
        if NUMBERED.match(text):
            if pending:
                announced.append(_announced(pending, closed))
            pending = text
        elif pending and not LEADS_TO_PAGE.search(pending):
            pending = f"{pending} {text}"
    if pending:
        announced.append(_announced(pending, closed))
    return [heading for heading in announced if heading.title], listed


def _announced(text: str, closed: bool) -> Heading:
    """What an entry says; closed where it stands under "Lukkede punkter"."""
    heading = read_heading(text)
    return heading._replace(open=False) if closed and heading.open is None else heading


def _under_contents(rows: Sequence[Row], start: int) -> set[int]:
    """Rows of the list under the word for contents: until its first number comes again, or its type ends."""
    found = {start}
    first: str | None = None
    style: tuple[float, bool] | None = None
    seen: set[str] = set()
    groups: list[int] = []
    for index in range(start + 1, len(rows)):
        row = rows[index]
        if NUMBERED.match(row.text):
            heading = read_heading(row.text)
            if style is None:
                style = row.style
            key = f"{heading.number} {fold(heading.title)[:40]}"
            again = heading.number == first and first is not None
            if (
                again
                or key in seen
                or (row.style != style and (row.style[0] > style[0] or (row.bold and not style[1])))
            ):
                break
            if first is None:
                first = heading.number
            seen.add(key)
            found |= {index, *groups}
            groups = []
        elif style is not None and row.text[:1].isupper() and GROUP.match(row.text):
            groups.append(index)  # of the list, where entries follow; else it may stand over the items
        elif (
            is_case_number_row(row)
            or (index - start > len(seen) and fold(row.text)[:40] in {key.partition(" ")[2] for key in seen})
            or (len(row.text) < 40 and all_head_kinds().get(fold(row.text)) in PEOPLE)
            or (style is not None and row.style[0] > style[0] + 0.6)
            or len(found) > 400
            or (style is None and index - start > 12)
        ):
            break
        elif style is not None:  # before the first entry stand other parts of a head entitled "Dagsorden"
            found.add(index)
    # A heading "Dagsorden" above the items themselves is no list of contents.
    return found if len(seen) >= 1 and style is not None and _comes_again(rows, found, seen) else set()


def _comes_again(rows: Sequence[Row], found: set[int], seen: set[str]) -> bool:
    """Whether what is listed stands again as a heading further down."""
    last = max(found)
    titles = {key.split(" ", 1)[1][:25] for key in seen}
    for row in rows[last + 1 :]:
        if len(row.text) < 250 and any(title and title in fold(row.text) for title in titles):
            return True
    return False
