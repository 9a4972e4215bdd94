"""An item's rows cut at its labels into sections, and a section's rows into paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.danish.absent_lists import MEMBER_TOLD, lists_absent
from pipeline.danish.decisions import PRESENT_LABEL
from pipeline.danish.labels import Label, entry_labels, fold, read_label
from pipeline.danish.outcomes import read_outcome
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.labelling import (
    BARE_NUMBER,
    Labelled,
    Typography,
    course_in_lead,
    is_case_number_row,
    is_entry_row,
    is_type_row,
    label_of,
)
from pipeline.documents.minutes.row import Row
from pipeline.documents.minutes.web import is_file_row
from pipeline.reading import is_bullet, lines_with, mend
from schemas.page import Line
from schemas.vocabulary import Outcome, Role

PARAGRAPH_GAP = 0.55
"""White space above a row of this share of its size more than between the lines of a paragraph begins a new one."""

STARTS_PARAGRAPH = Pattern(
    "row-starts-paragraph",
    r"^(?:ikke\s+til\s*stede|afbud|fraværende|stedfortræder|ad\.?\s+\d|at\s+\d|for\s+stemte|imod\s+stemte|"
    r"\(?\d{1,2}[a-z]?[.)](?:\s*[-–]\s*\d{1,2}\.?)?\s|\d{1,2}[a-z]\s|[-–•]\s)",
    matches=["Afbud: Ida Holm", "Ad 1 Godkendt", "1) Godkendt", "2a Udsat", "For stemte A og V", "– Kort"],
    not_matches=["Godkendt", "i 2017 blev", "1234 kr."],
)
"""Rows that begin a paragraph of their own, however close they stand."""


@dataclass(slots=True)
class Passage:
    """A section of an item as printed: its label and the rows under it."""

    label: Label | None
    """None for what stands before the first label."""

    label_rows: list[Row] = field(default_factory=list)
    rest: str = ""
    """The value on the label's own row, where there is one."""

    rows: list[Row] = field(default_factory=list)

    typography: Typography = field(default=Typography(False, 0.0, False))
    """How wide its lines run."""

    @property
    def role(self) -> Role:
        """What the section is for."""
        return self.label.role if self.label else Role.other

    @property
    def lines(self) -> list[Line]:
        """The lines of its text, the label's own apart."""
        lines = [line for row in self.rows for line in row.lines]
        if self.rest and self.label_rows:
            lines = lines_with(self.label_rows[-1].lines, self.rest) + lines
        return lines

    @property
    def text(self) -> str:
        """Its words, bullets apart."""
        return mend([self.rest, *(without_bullet(row) for row in self.rows)])


def passages_of(rows: Sequence[Row], typography: Typography) -> tuple[list[Row], list[Passage]]:
    """Cut an item at its labels.

    Returns:
        The rows that state its case number, and the passages in reading order.
    """
    case_rows: list[Row] = []
    passages = [Passage(None, typography=typography)]
    expects_number = False
    for row in rows:
        in_lead = _in_lead(passages[-1])
        first = in_lead and not case_rows and BARE_NUMBER.match(row.text)
        if (
            (in_lead or row.bold or _opens_case(passages))
            and row.column != "value"
            and (
                first
                or is_case_number_row(row)
                or (in_lead and is_type_row(row) and label_of(row, typography) is None)
            )
        ):
            case_rows.append(row)
            expects_number = row.column == "label" or row.text.rstrip().endswith(":")
            continue
        if expects_number and row.column == "value" and in_lead:
            case_rows.append(row)
            expects_number = False
            continue
        expects_number = False
        labelled = label_of(row, typography) or _who_decided(passages[-1], row)
        if labelled is None and in_lead and not row.column:
            labelled = course_in_lead(row)
        if labelled is not None and _belongs_to_label(passages[-1], row, labelled.label):
            labelled = None
        if labelled is not None and _is_subheading(passages[-1], row, labelled.label, typography):
            labelled = None
        if labelled is not None and _opens_proposal(passages[-1], labelled.label):
            labelled = None
        if labelled is not None and (_is_type(passages[-1], row) or _ends_sentence(passages[-1], row)):
            labelled = None
        if passages[-1].role in (Role.decision, Role.absent) and PRESENT_LABEL.match(row.text):
            labelled = None  # those who came are told in the decision
        elsewhere = passages[-1].role is Role.history and row.column != "label"
        if labelled is not None and elsewhere and labelled.label.role is Role.absent:
            labelled = None  # who was absent at another meeting
        if labelled is None and _stands_apart(passages[-1], row):
            passages.append(Passage(None, rows=[row], typography=typography))
        elif labelled is None:
            passages[-1].rows.append(row)
        else:
            passages.append(Passage(labelled.label, [row], labelled.rest, typography=typography))
    if not passages[0].rows:
        passages.pop(0)
    for before, passage in pairwise(passages):
        if before.role is Role.decision and passage.role is Role.absent and not passage.rest:
            _give_back(before, passage)
    return case_rows, passages


def _in_lead(passage: Passage) -> bool:
    """Whether rows of the case may still follow: nothing stands under the heading but such rows."""
    entry = passage.label is not None and fold(passage.label.label) in entry_labels()
    if entry and not passage.rest:
        return bool(passage.rows) and all(row.column == "value" for row in passage.rows)
    alone = passage.label is None or entry
    return alone and all(is_file_row(row) or is_entry_row(row) for row in passage.rows)


def _opens_case(passages: Sequence[Passage]) -> bool:
    """Whether the last label is the first, unknown and empty: rows of the case may stand under it."""
    last = passages[-1]
    first = len(passages) == 2 and not passages[0].rows
    return first and last.label is not None and not (last.label.known or last.rows or last.rest)


def _give_back(decision: Passage, absent: Passage) -> None:
    """Move to a decision what stands under a label for the absent and names nobody.

    A decision that has words is given only what stands under "Ingen", or decides something.
    """
    place, nobody = 0, not decision.text
    for paragraph in paragraphs_of(absent):
        text = paragraph.text
        if not place and is_nothing(text):
            nobody = True
        elif not lists_absent(text) and (nobody or read_outcome(text).outcome is not Outcome.other):
            decision.rows, absent.rows = [*decision.rows, *absent.rows[place:]], absent.rows[:place]
            return
        place += len(paragraph.rows)


def _who_decided(passage: Passage, row: Row) -> Labelled | None:
    """Who decided and when, alone in a row of a decision that holds those of several bodies, in any type."""
    if row.column == "label" or passage.role is not Role.decision or row.text.rstrip().endswith((".", ",")):
        return None
    label = read_label(row.text)
    named = label is not None and label.role is Role.decision and label.body and label.tail
    return Labelled(label, "") if label is not None and named else None


PROSE = frozenset(
    {
        Role.summary,
        Role.case,
        Role.history,
        Role.economy,
        Role.legal,
        Role.consequences,
        Role.consultation,
        Role.other,
    }
)
"""Sections of running text: a bold row in them that the lexicon does not know is a heading inside them."""

SAME_TYPE = 0.2
"""Points within which a row is set as the labels are."""


def _is_subheading(passage: Passage, row: Row, label: Label, typography: Typography) -> bool:
    """Whether an unknown bold row is a heading inside running text and no label."""
    if label.known or row.column == "label" or passage.label is None or passage.role not in PROSE:
        return False
    known = passage.label_rows[0].first.words[0] if passage.label_rows else None
    own = row.first.words[0]
    alike = known is not None and known.font == own.font and abs(known.size - own.size) <= SAME_TYPE
    return not (alike and abs(row.x0 - passage.label_rows[0].x0) <= 2)


def _opens_proposal(passage: Passage, label: Label) -> bool:
    """Whether "Forvaltningen indstiller" stands as the first words under the label Indstilling."""
    return (
        label.role is Role.proposal
        and passage.role is Role.proposal
        and not passage.rows
        and not passage.rest
    )


def _is_type(passage: Passage, row: Row) -> bool:
    """Whether a row that reads like a label is the kind of item under its label: "Sagstype:" and "Beslutning"."""
    if passage.role is not Role.type or passage.rows or passage.rest or not passage.label_rows:
        return False
    label = passage.label_rows[-1]
    with_colon = label.text.rstrip().endswith(":") and not row.text.rstrip().endswith(":")
    close = row.column != "label" and row.page == label.page and row.top - label.bottom <= APART * row.size
    return close or row.bold != label.bold or with_colon or label.text.isupper() > row.text.isupper()


ASKS_FOR_MORE = Pattern(
    "row-asks-for-more",
    r"(?:\s|^)(?:godkend(?:te|er)|tiltr(?:ådte|æder)|anbefal(?:ede|er)|vedt(?:og|ager)|fulgte|følger|støtte[rd]e?"
    r"|behandlede|drøftede|af|og|om|til|med|på|for|fra|i|ved|at|som|den|det|de|samt|eller)$",
    matches=["2. Økonomiudvalget godkendte", "i overensstemmelse med"],
    not_matches=["Godkendt", "Udvalget godkendte indstillingen.", "Hvad kan godkendes"],
)
"""The end of a row whose sentence goes on in the next."""


def _ends_sentence(passage: Passage, row: Row) -> bool:
    """Whether words that read like a label are the end of the sentence above: "Byrådet godkendte" and the object."""
    if not passage.rows or row.column == "label":
        return False
    above = passage.rows[-1]
    return (
        row.page == above.page
        and row.style == above.style
        and row.top - above.bottom <= APART * row.size
        and ASKS_FOR_MORE.search(above.text) is not None
    )


APART = 0.5
"""The white space before a new paragraph, in sizes; between the lines of one it is 0.2 to 0.35."""


def _stands_apart(passage: Passage, row: Row) -> bool:
    """Whether a row below the kind of item is of another paragraph: what was decided, without a label of its own."""
    if passage.rest and passage.role is Role.procedure and not passage.rows and not row.column:
        told = passage.label_rows[-1]  # "Sagsgang: TU - ØU" in one row under the heading, and then the text
        return (
            not told.bold
            and row.text[:1].isupper()
            and broken_on_purpose(told, row, passage.typography.right)
        )
    if passage.role is not Role.type or not passage.rows or row.column:
        return False
    above = passage.rows[-1]
    return row.page != above.page or row.top - above.bottom > APART * row.size


def _belongs_to_label(passage: Passage, row: Row, label: Label) -> bool:
    """Whether a row that looks like a label is the second line of the label above it."""
    return (
        not label.known
        and passage.label is not None
        and passage.label.role is Role.decision
        and not passage.rows
        and row.column != "label"
        and row.top - passage.label_rows[-1].bottom < 0.3 * row.size
    )


def without_bullet(row: Row) -> str:
    """A row's words, the bullet in front apart."""
    words = row.text.split(" ", 1)
    return words[1] if len(words) == 2 and is_bullet(words[0]) else row.text


@dataclass(slots=True)
class Paragraph:
    """Some rows that make one printed paragraph."""

    rows: list[Row]
    text: str
    lines: list[Line]


def paragraphs_of(passage: Passage) -> list[Paragraph]:
    """A passage by its printed paragraphs: parted by white space, a bullet, a number, or a line broken on purpose."""
    found = []
    if passage.rest:
        own = Row(lines_with(passage.label_rows[-1].lines, passage.rest) or passage.label_rows[-1].lines)
        found.append(Paragraph([own], passage.rest, own.lines))
    for group in _groups(passage):
        text = mend(without_bullet(row) for row in group)
        if text:
            found.append(Paragraph(group, text, [line for row in group for line in row.lines]))
    return found


def _groups(passage: Passage) -> Iterator[list[Row]]:
    rows = passage.rows
    if not rows:
        return
    pitch = _line_gap(rows)
    right = right_edge_of(passage)
    group = [rows[0]]
    for row in rows[1:]:
        if _begins(group[-1], row, pitch, right):
            yield group
            group = []
        group.append(row)
    yield group


def right_edge_of(passage: Passage) -> float:
    """Where a full line of the passage ends."""
    own = max(row.x1 for row in passage.rows)
    column = passage.typography.value_right if passage.rows[0].column == "value" else passage.typography.right
    return max(own, column)


def _line_gap(rows: Sequence[Row]) -> float:
    """The usual white space between two lines of one paragraph, in points: the smallest that recurs."""
    gaps = sorted(
        other.top - one.bottom
        for one, other in pairwise(rows)
        if one.page == other.page and other.top > one.top
    )
    return gaps[len(gaps) // 5] if gaps else 0.0


def _begins(before: Row, row: Row, pitch: float, right: float) -> bool:
    """Whether a row begins a paragraph."""
    if before.page == row.page and row.first.row == before.first.row:
        return False
    if is_bullet(row.text.split(" ", 1)[0]) or STARTS_PARAGRAPH.match(row.text):
        return True
    if before.text.endswith((")", ".")) and MEMBER_TOLD.match(row.text):
        return True
    if before.page == row.page:
        gap = row.top - before.bottom
        if gap > max(pitch, 0.0) + PARAGRAPH_GAP * row.size or gap > 1.1 * row.size:
            return True
    return broken_on_purpose(before, row, right)


def broken_on_purpose(before: Row, row: Row, right: float) -> bool:
    """Whether the writer broke the line: the next row's first word would have fitted on it.

    Args:
        before: The row above.
        row: The row below.
        right: Right edge of the column in points.
    """
    first = row.first.words[0]
    space = 0.3 * row.size
    return before.x1 + space + (first.x1 - first.x0) < right - 0.5 * row.size


NOTHING = re.compile(r"^\W*(?:nej|ingen(?:\s+bilag)?|intet|ikke\s+relevant|-|–|\.)?\W*$", re.IGNORECASE)


def is_nothing(text: str) -> bool:
    """Whether a value says that there is nothing: "Ingen", "-", "Nej"."""
    return NOTHING.match(text) is not None
