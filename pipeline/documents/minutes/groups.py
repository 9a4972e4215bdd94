"""Headings over several items: "B. Sager til orientering", "SAGER FOR LUKKEDE DØRE"."""

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from pipeline.danish.labels import fold
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.heading_signs import Candidate
from pipeline.documents.minutes.labelling import Typography, label_of
from pipeline.documents.minutes.row import Row

GROUP = Pattern(
    "group-of-items",
    r"^(?:[A-ZÆØÅ]\.\s+)?(?:(?:[^\W\d]+\s+){0,3}[^\W\d]*(?:sager|punkter)(?:\s+(?:til|med|for|bag)\s+(?:lukkede\s+)?[^\W\d]+(?:/[^\W\d]+)?(?:\s+i\s+[^\W\d]+(?:/[^\W\d]+)?)?)?"
    r"|(?:åb(?:en|ent)|lukket|fortrolig)\s+(?:dagsorden|møde|del|afdeling|behandling))$",
    matches=[
        "B. Sager til orientering",
        "A. Sager til afgørelse i byrådet",
        "SAGER FOR LUKKEDE DØRE",
        "Lukket dagsorden",
    ],
    not_matches=["Sag 4", "Orientering"],
)
"""A heading over several items."""

CLOSED_GROUP = Pattern(
    "group-closed",
    r"\b(?:lukke(?:t|de)|fortrolige?)\b",
    matches=["Lukkede punkter", "Fortrolige sager", "Lukket dagsorden"],
    not_matches=["Åbne sager", "lukning af skolen"],
)
"""What the heading over several closed items says."""


def end_without_group(body: Sequence[Row], typography: Typography, first: Row | None = None) -> int:
    """How many of an item's rows are its own: at their end stands the heading over the next items.

    Args:
        body: The item's rows.
        typography: How the document sets its labels.
        first: The row straight above the first item: where that is a heading in capitals, others in its type are too.
    """
    end = len(body)
    while end and body[end - 1].column != "value" and _is_group(body[end - 1], typography, first):
        end -= 1
    return end


def closes(rows: Sequence[Row], closed: bool) -> bool:
    """Whether the items below some headings over several are closed; without such a heading they are as those above."""
    groups = [row.text for row in rows if GROUP.match(row.text)]
    return bool(CLOSED_GROUP.search(groups[-1])) if groups else closed


def _is_group(row: Row, typography: Typography, first: Row | None) -> bool:
    if first is not None and row.text.isupper() and first.text.isupper() and row.style == first.style:
        labelled = label_of(row, typography)
        return (labelled is None or not labelled.label.known) and (row.bold or " " in row.text)
    if row.bold or row.text.isupper():
        return bool(GROUP.match(row.text) or TO_DO.match(LEADING_NUMBER.sub("", row.text))) or (
            typography.is_large(row.size) and label_of(row, typography) is None
        )
    return False


def take_groups(candidates: Sequence[Candidate], rows: Sequence[Row]) -> None:
    """Give each heading the row under it that says once more which group of items it is of."""
    groups = {
        fold(row.text)
        for row in rows
        if (row.bold or row.text.isupper()) and (GROUP.match(row.text) or LETTERED.match(row.text))
    }
    for candidate in candidates if groups else ():
        below = candidate.index + candidate.rows
        if below < len(rows) and fold(rows[below].text) in groups and not rows[below].bold:
            candidate.rows += 1


LETTERED = re.compile(r"^[A-ZÆØÅ]\.\s+[A-ZÆØÅ][^.:]{2,50}$")
"""The name of a group of items behind its letter. Matches: "D. Orientering"."""


def without_groups(chosen: Sequence[Candidate]) -> list[Candidate]:
    """Headings without those over several items: a numbered heading stands straight below.

    They have no number, or are called after what is done with the items below, whose numbers go on with theirs.
    """
    return [one for one, below in zip_longest(chosen, chosen[1:]) if not _is_over(one, below)]


def _is_over(one: Candidate, below: Candidate | None) -> bool:
    if below is None or below.heading.number is None or below.index - below.before > one.index + one.rows:
        return False
    number, title = one.heading.number, one.heading.title
    if number is None:
        return True
    return below.heading.number.startswith(f"{number}.") and bool(GROUP.match(title) or TO_DO.match(title))


LEADING_NUMBER = re.compile(r"^\d{1,3}\.?\s+")

TO_DO = re.compile(
    r"^(?:(?:emner|temaer)\s+)?til\s+(?:beslutning|orientering|drøftelse|efterretning|godkendelse|behandling|udtalelse)$",
    re.IGNORECASE,
)
"""What a group is called after. Matches: "Til beslutning". Not: "Til orientering om skolerne"."""


OF_MEETING = Pattern(
    "row-open-meeting",
    r"^(?:åbent|lukket)\s+møde\W*$",
    matches=["Åbent møde", "Lukket  Møde."],
    not_matches=["Lukket punkt", "Åbent møde den 3. maj"],
)
"""Over the open items, or the closed ones; some systems print it over each."""

FEWEST_OVER_EACH = 3
"""So often it is no heading over a group, of which there are two."""


def over_groups(blocks: Iterable[Sequence[Row]]) -> bool:
    """Whether rows above headings that say "Åbent møde" stand over groups of items and not over each."""
    count = sum(any(OF_MEETING.match(row.text) for row in block) for block in blocks)
    return 0 < count < FEWEST_OVER_EACH
