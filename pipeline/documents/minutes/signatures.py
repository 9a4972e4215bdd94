"""Signatures: names on a page of their own or at the end, with the office printed under each."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.danish.labels import read_label
from pipeline.danish.names import is_person_name
from pipeline.danish.pattern import Pattern
from pipeline.danish.people import Person, cased, is_office, is_title, split_people
from pipeline.documents.minutes.row import Row
from pipeline.reading import lines_with
from schemas.page import Line
from schemas.vocabulary import Role

Signature = tuple[Person, str | None, list[Line]]
"""Who signed, the role under the name, and where the name stands."""

ROLE_BELOW = 2.2
"""A role stands within so many font sizes below the name."""


CLOSING = Pattern(
    "row-closes-minutes",
    r"^(?:(?:protokollen|referatet)\b.{0,60})?(?:mødet\s+)?(?:blev\s+|er\s+)?(?:hævet|sluttede|afsluttet|slut|hævedes|slutter|afsluttedes)\b.{0,12}\d{1,2}(?:[.:]\d\d)?\W*$",
    matches=["Mødet hævet kl. 18.45", "Protokollen blev læst og mødet hævet kl.: 20.35"],
    not_matches=["Mødet begyndte kl. 16", "Mødet hævet"],
)
"""A row that closes the minutes."""


def closing_from(rows: Sequence[Row]) -> int:
    """Where the minutes' own end begins among the last item's rows: the meeting closed, signatures without a label.

    Returns:
        The index of its first row; the number of rows where the item has them all.
    """
    end = signatures_from(rows)
    closed = next((n for n, row in enumerate(rows) if CLOSING.match(row.text) and not row.column), end)
    behind = rows[closed + 1 : end]
    if len(behind) <= MOST_BEHIND and not any(map(_is_section, behind)):
        end = min(end, closed)
    return end


MOST_BEHIND = 12
"""So many rows may stand between the words that close the meeting and the signatures: who was away, who wrote."""


def _is_section(row: Row) -> bool:
    """Whether a row is a label under which an item goes on."""
    label = read_label(row.text)
    return label is not None and label.role is not Role.absent


FEWEST_SIGNATURES = 2
"""So many names must stand alone at the end to be signatures."""


def signatures_from(rows: Sequence[Row]) -> int:
    """Where signatures without a label begin: an item's last rows, apart from its text, with only names and offices.

    Returns:
        The index of their first row; the number of rows where there are none.
    """
    start, names = len(rows), 0
    for index in range(len(rows) - 1, 0, -1):
        texts = [line.text for line in rows[index].lines]
        people = [people for text in texts if (people := split_people(text))]
        named = all(
            len(one) == 1 and is_person_name(cased(one[0].name)) and not one[0].remark for one in people
        )
        if not people or rows[index].column or not (named or all(is_office(text) for text in texts)):
            break
        start, names = index, names + (len(people) if named else 0)
    apart = start < len(rows) and (
        rows[start].page != rows[start - 1].page
        or rows[start].top - rows[start - 1].bottom > 1.5 * rows[start].size
    )
    if not apart or names < FEWEST_SIGNATURES or _lists_absent(rows, start):
        return len(rows)
    return start


def _lists_absent(rows: Sequence[Row], start: int) -> bool:
    """Whether names set close are a list under the label of the absent: signatures leave room for the hand."""
    label = read_label(rows[start - 1].text)
    close = all(
        below.page != above.page or below.top - above.bottom < below.size
        for above, below in pairwise(rows[start:])
    )
    return close and label is not None and label.role is Role.absent and label.known


def read_signatures(tail: Sequence[Row]) -> list[Signature]:
    """Names on a page of signatures, each with the role printed below it at the same left edge."""
    signed: list[Signature] = []
    lines = [line for row in tail for line in row.lines]
    used: set[int] = set()
    for line in lines:
        if id(line) in used or is_office(line.text):
            continue
        people = [one for one in split_people(line.text) if one.official is None]
        if len(people) != 1 or not is_person_name(cased(people[0].name)):
            continue
        below = next(
            (
                other
                for other in lines
                if other.page == line.page
                and 0 < other.top - line.top < ROLE_BELOW * max(line.size, 8.0)
                and abs(other.x0 - line.x0) < 6
                and (is_office(other.text) or is_title(other.text))
            ),
            None,
        )
        if below is not None:
            used.add(id(below))
            if is_title(below.text):
                continue
        role = below.text.strip() if below is not None else people[0].role
        signed.append((people[0], role, name_lines(people[0].name, [line])))
    return signed


def name_lines(name: str, lines: Sequence[Line]) -> list[Line]:
    """The lines that hold a name, cut to its words: a name in a narrow column goes on over a line's end."""
    return lines_with(lines, name) or list(lines[:1])


ENDED = Pattern(
    "row-meeting-ended",
    r"^(?:mødet|møde)\s+(?:blev\s+)?(?:hævet|hævedes|slut(?:tede|tet)?|afsluttet)\W*(?:kl\.?|klokken)?\s*\d{1,2}[.:]?\d{0,2}\W*$",
    matches=["Mødet hævet kl. 17.05", "Møde slut 17.05"],
    not_matches=["Mødet begyndte kl. 16", "Mødet i byrådet hævet kl. 17"],
)
"""The meeting's end, which belongs to no item."""


NEXT_MEETING = Pattern(
    "row-next-meeting",
    r"^næste\s+(?:ordinære\s+)?(?:udvalgs|råds|bestyrelses)?møde(?:r|t)?\b\s*(?::|er\b|holdes|afholdes|bliver|finder\s+sted|den\b)",
    matches=["Næste møde er torsdag den 12. oktober", "Næste udvalgsmøde: 3. maj"],
    not_matches=["Punktet tages op på næste møde", "Næste mødesag"],
)
"""When the next meeting is."""

SET_OFF = 1.5
"""Sizes of white space by which the last row of minutes about the next meeting is no text of the last item."""


def ends_meeting(body: Sequence[Row], place: int) -> bool:
    """Whether a row at the end of minutes is about the meeting and of no item."""
    row = body[place]
    if ENDED.match(row.text):
        return True
    above = body[place - 1] if place else None
    off = above is None or above.page != row.page or row.top - above.bottom >= SET_OFF * row.size
    return bool(off and NEXT_MEETING.match(row.text))
