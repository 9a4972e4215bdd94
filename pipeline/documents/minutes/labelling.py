"""Which rows are labels: the lexicon's words in the type that this document sets its labels in."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from pipeline.danish.case_numbers import find_case_numbers, read_case_number_line
from pipeline.danish.labels import Label, entry_labels, fold, head_kind, is_case_number_label, read_label
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.row import Row
from pipeline.documents.minutes.titles import TITLE
from schemas.vocabulary import Role

MIN_BOLD = 2
"""So many bold rows that the lexicon knows make bold the mark of a label in a document."""

SAME_SIZE = 0.6
"""Points by which the sizes of a document's labels differ."""

LONGEST_UNKNOWN = 70
"""A bold row of more characters that the lexicon does not know is text."""

INLINE_ROLES = frozenset(
    {Role.absent, Role.type, Role.decision, Role.procedure, Role.attachments, Role.proposal}
)
"""Labels that are set in front of their value on one row: "Fraværende: Ingen"."""


RECORD = frozenset({"referat"})
"""Over what was decided, folded, in minutes that have no label for a decision."""


class Typography(NamedTuple):
    """How a document sets its labels."""

    bold: bool
    """Whether labels are bold."""

    size: float
    """Their size in points; 0 where none was seen."""

    table: bool
    """Whether they stand in a column of their own."""

    seen: frozenset[str] = frozenset()
    """The labels that it sets so, folded: once more in plain type, they are labels still."""

    right: float = 0.0
    """Right edge of its full lines outside a table of labels, in points; 0 where there is no text."""

    value_right: float = 0.0
    """The same of the values in a table of labels."""

    body: float = 0.0
    """Size in points in which most of its text is set."""

    shouted: bool = False
    """Whether it sets all its labels in capitals, and not in bold type."""

    inline: bool = False
    """Whether it sets every label in front of its value on one row: "Sagsbeskrivelse: Der er …"."""

    def is_large(self, size: float) -> bool:
        """Whether a type is larger than the text's and the labels'."""
        return self.body > 0 and size > max(self.body, self.size) + SAME_SIZE


class Labelled(NamedTuple):
    """A row that is a label."""

    label: Label
    """What it says."""

    rest: str
    """Words behind it on the same row: its value, or ""."""


def typography_of(rows: Sequence[Row]) -> Typography:
    """How a document sets its labels, learned from the rows that the lexicon knows, and how wide its lines run."""
    right = _right_edge([row for row in rows if row.column == ""])
    value_right = _right_edge([row for row in rows if row.column == "value"])
    return _labels_of(rows)._replace(
        right=right, value_right=value_right, body=_body_size(rows), inline=_all_inline(rows)
    )


MIN_INLINE = 4
"""So many labels of the lexicon in front of their values make it the document's way to set them.

Running text has one or two by chance ("Økonomi: ", "Forslag: ").
"""


def _all_inline(rows: Sequence[Row]) -> bool:
    seen = set()
    for row in rows:
        match = INLINE.match(row.text) if row.column == "" and not row.bold else None
        label = read_label(match["label"]) if match else None
        if match and label is not None and label.likeness >= SAME_WORDS:
            seen.add(fold(match["label"]))
    return len(seen) >= MIN_INLINE


def _body_size(rows: Sequence[Row]) -> float:
    """The size of most of the text, by the half point; 0.0 where there is none."""
    sizes: Counter[float] = Counter()
    for row in rows:
        if not row.bold:
            sizes[row.style[0]] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


FULL_LINES = 0.97
"""Share of the lines' right edges below which the text's edge is taken: a few lines run over it."""


def _right_edge(rows: Sequence[Row]) -> float:
    edges = sorted(row.x1 for row in rows)
    return edges[-1 - int((1 - FULL_LINES) * len(edges))] if edges else 0.0


def _labels_of(rows: Sequence[Row]) -> Typography:
    tabled = [row for row in rows if row.column == "label" and row.found is not None]
    bold, plain, shouted = Counter[float](), 0, 0
    deciding = Counter[str]()
    seen: set[str] = set()
    for row in rows:
        if len(row.text) > 120 or row.column:
            continue
        if TITLE.fullmatch(row.text):
            deciding[fold(row.text)] += not row.bold and fold(row.text) in RECORD
            continue
        label = read_label(row.text)
        if label is not None and label.likeness >= SAME_WORDS:
            if row.bold:
                bold[row.style[0]] += 1
                seen.add(fold(row.text))
            else:
                plain += 1
                shouted += row.text.isupper()
                deciding[fold(row.text)] += label.role is Role.decision and row.text[0].isupper()
    total = sum(bold.values())
    # Where no label of a decision is set as the others are, those in plain type are labels.
    plainly = {word for word, count in deciding.items() if count >= MIN_PLAIN}
    if not any(map(_decides, (*seen, *(row.text for row in tabled if row.text[0].isupper())))):
        seen |= plainly
    if len(tabled) >= max(MIN_BOLD, total):  # more than a head's table
        size = Counter(row.style[0] for row in tabled).most_common(1)[0][0]
        return Typography(
            2 * sum(row.bold for row in tabled) > len(tabled), size, True, frozenset(seen & plainly)
        )
    if total and total >= (MIN_BOLD if plain else 1) and MANY_PLAIN * total >= plain:
        return Typography(True, bold.most_common(1)[0][0], False, frozenset(seen))
    return Typography(False, 0.0, False, shouted=shouted >= MIN_SHOUTED and 2 * shouted > plain)


def _decides(folded: str) -> bool:
    label = read_label(folded)
    return label is not None and label.role is Role.decision


MIN_PLAIN = 3
"""So often a decision's label stands alone in plain type; once it may be a value or the end of a sentence."""

MANY_PLAIN = 3
"""Two bold rows of a head ("Indhold", "Referat") do not speak for more than so many times as many plain labels."""

MIN_SHOUTED = 4
"""So many known labels in capitals, more than others, make capitals the document's way to set them."""


def label_of(row: Row, typography: Typography) -> Labelled | None:
    """What label a row is, or begins with, or None.

    Args:
        row: Any row of an item.
        typography: How the document sets its labels.
    """
    if row.column == "label":
        return Labelled(row.found or Label(row.text.rstrip(": "), Role.other, 0.0, False), "")
    if row.column == "value" or not row.text or (row.text[0].islower() and typography.is_large(row.size)):
        return None  # "vedtagelse" may end a heading
    label = read_label(row.text) if len(row.text) <= 160 else None
    if label is not None and _set_as_label(row, label, typography):
        return Labelled(label, "")
    inline = _inline(row, typography)
    if inline is not None:
        return inline
    if (
        label is None
        and (row.bold if typography.bold else typography.shouted and row.text.isupper())
        and not typography.table
        and _may_be_label(row, typography)
    ):
        return Labelled(Label(row.text.rstrip(": "), Role.other, 0.0, False), "")
    return None


def _set_as_label(row: Row, label: Label, typography: Typography) -> bool:
    if TITLE.fullmatch(row.text) and typography.is_large(row.size):
        return False  # "Referat" over the whole document
    if row.bold:
        return True
    # A word alone in a line is the end of a sentence, or where labels have colons some value's.
    in_text = row.text[0].islower() or row.text.endswith(".")
    if not typography.bold:
        without_colon = (typography.inline or (typography.shouted and not row.text.isupper())) and (
            not row.text.rstrip().endswith(":")
        )
        return label.likeness >= SAME_WORDS and not in_text and not without_colon
    shouting = row.text.isupper() and len(row.text) > 3
    larger = row.size > typography.size + 0.6
    return label.likeness >= SAME_WORDS and (
        shouting
        or larger
        or (row.text.rstrip().endswith(":") and not row.text[0].islower())
        or (fold(row.text) in typography.seen and not in_text)
    )


def _may_be_label(row: Row, typography: Typography) -> bool:
    """Whether a bold row that the lexicon does not know is a label of this document all the same."""
    return (
        abs(row.size - (typography.size or typography.body)) <= SAME_SIZE
        and len(row.text) <= LONGEST_UNKNOWN
        and row.text[0].isalpha()
        and row.text[0].isupper()
        and not row.text.rstrip().endswith((".", ",", ";"))
        and head_kind(row.text) is None
        and not is_case_number_row(row)
    )


INLINE = re.compile(r"^(?P<label>[^\W\d_][^:]{2,40}?)\s*:\s*(?P<rest>\S.*)$")


def _inline(row: Row, typography: Typography) -> Labelled | None:
    """A label with its value on the same row."""
    match = INLINE.match(row.text) if ":" in row.text else None
    bold_words = _leading(row, "bold")
    if match is not None:
        label = read_label(match["label"])
        apart = len(row.lines) > 1 and len(bold_words) < len(match["label"])  # "Beslutning | Ad 1: Godkendt"
        if (label is None or label.likeness < SAME_WORDS) and not apart:
            return None
    if match is not None and label is not None and label.likeness >= SAME_WORDS:
        # A value that is bold too is short: "Beslutningskompetence: Byrådet".
        bold_apart = bold_words if not row.bold or label.role is Role.procedure else ""
        as_bold = max(len(bold_apart), len(_leading(row, "italic"))) >= max(1, len(match["label"]) - 1)
        plain = not typography.bold and (label.role in INLINE_ROLES or typography.inline)
        plain = plain and (not typography.shouted or match["label"].isupper())
        if as_bold or (plain and label.role is not Role.absent):
            return Labelled(label, match["rest"])
        return None
    capitals = SHOUTED.match(row.text) if typography.shouted else None
    for words in (bold_words, capitals["words"] if capitals else ""):
        label = read_label(words) if words and not row.bold and len(words) < len(row.text) else None
        if label is not None and label.likeness >= SAME_WORDS:
            return Labelled(label, row.text[len(words) :].strip(" :"))
    return None


SHOUTED = re.compile(r"^(?P<words>[A-ZÆØÅ]{4,}(?:[\s/-]+[A-ZÆØÅ]+)*)\s+(?=[A-ZÆØÅ\d][^A-ZÆØÅ])")
"""Capitals with which a row of other words begins. Matches: "VEDTAGELSE Udsat til august". Not: "IT Skolen"."""


def _leading(row: Row, weight: Literal["bold", "italic"]) -> str:
    """The words in bold, or in italics, that a row begins with; all its words in italics are no label's."""
    words: list[str] = []
    for line in row.lines:
        for word in line.words:
            if not getattr(word, weight):
                return " ".join(words)
            words.append(word.text)
    return " ".join(words) if weight == "bold" else ""


BARE_COLON = re.compile(r"^(?P<label>[^:]{2,30}):?\s*$")

OPEN_ROW = Pattern(
    "row-open-or-closed",
    r"^\(?(?P<open>åbent?|lukket|fortroligt?|(?:sagen|punktet)\s+(?:(?:er|blev|var)\s+behandlet|behandles|behandledes)\s+(?:for|bag)\s+lukkede\s+døre\.?)\)?(?:\s+(?:punkt|sag|dagsordenspunkt|dagsorden|møde\.?))?\)?\s*(?:(?:[-–,:/]\s*|(?<=\s)(?=(?:(?:acadre|esdh)\s*)?(?:sags|j\.?\s?nr|journal)))(?P<rest>.*))?$",
    matches=[
        "Lukket punkt",
        "Åbent punkt - J.nr. 17.01.00-A00-3-15",
        "Åben sag Sagsnr: 13/2133 Forvaltning: BKF",
        "Punktet behandles for lukkede døre",
    ],
    not_matches=["Lukket skole", "Åbningstider"],
    needs=("åben", "lukket", "lukkede", "fortrolig"),
)
"""A row under a heading that says whether the item is open."""

TYPE_ROW = Pattern(
    "row-item-type",
    r"\(?(?:beslutning|orientering|drøftelse|efterretning|temadrøftelse|behandling|indstilling|udtalelse)"
    r"(?:ssag|spunkt)\)?\.?|til\s+(?:beslutning|orientering|drøftelse|efterretning|godkendelse)",
    matches=["Beslutningssag", "(Drøftelsessag)", "Orienteringspunkt", "Til orientering"],
    not_matches=["Møde om budget", "Beslutning", "Orientering"],
)
"""A row under a heading that says of what type the item is; a lone "Beslutning" may be a label."""

BARE_NUMBER = re.compile(r"^(?:\d{5,8}(?:-\d{1,6})?|\d\d/\d{1,3})$")
"""A case number that is nothing but figures ("249393", "15/2"): only straight under a heading."""


def is_case_number_row(row: Row) -> bool:
    """Whether a row states the item's case number (perhaps an empty one), or whether the item is open."""
    text = " ".join(row.text.split())
    return len(text) <= 120 and _states_case_number(text)


def tells_case_number(row: Row) -> bool:
    """The same, a document's number ("Dok.nr.: 88002") apart."""
    if not is_case_number_row(row):
        return False
    line = read_case_number_line(" ".join(row.text.split()))
    return line is None or not line.documents or line.value is not None


def is_of_case(row: Row) -> bool:
    """Whether a row under a heading tells the case's number, who has it or its type, and is none of the title."""
    return is_case_number_row(row) or is_entry_row(row) or is_type_row(row)


@lru_cache(maxsize=2048)
def _states_case_number(text: str) -> bool:
    if read_case_number_line(text) is not None or _is_bare_case_number(text):
        return True
    opened = OPEN_ROW.match(text)
    if opened is not None:
        return not opened["rest"] or read_case_number_line(opened["rest"]) is not None
    bare = BARE_COLON.match(text)
    return bare is not None and text.endswith(":") and is_case_number_label(bare["label"])


def says_open(text: str) -> bool | None:
    """What a row of the case's number says of open or closed: "Lukket punkt", "Sagsnr. 18/22  Lukket sag"."""
    line = read_case_number_line(text)
    opened = OPEN_ROW.match(text) or (OPEN_ROW.match(line.rest) if line is not None else None)
    return None if opened is None else re.search("lukke|fortrolig", opened["open"], re.IGNORECASE) is None


def is_type_row(row: Row) -> bool:
    """Whether a row says nothing but of what type an item is: "Beslutningssag"."""
    return len(row.text) < LONGEST_TYPE and TYPE_ROW.fullmatch(row.text.strip()) is not None


LONGEST_TYPE = 30
"""No such row has so many characters."""


LONGEST_ENTRY = 90
"""Nor so many a row that names who has the case."""


def is_entry_row(row: Row) -> bool:
    """Whether a row under a heading says who has the case: "Sagsbehandler: Ida Holm"."""
    if len(row.text) >= LONGEST_ENTRY:
        return False
    label, _, value = row.text.partition(":")
    if not value and len(row.lines) == 2:
        label, value = (line.text for line in row.lines)  # apart from each other: "Sagsbehandler   Ida Holm"
    return bool(value.strip()) and fold(label) in entry_labels()


def is_state_row(row: Row) -> bool:
    """Whether a row says nothing but that an item is open or closed: "Lukket punkt"."""
    opened = OPEN_ROW.match(row.text.strip())
    return opened is not None and not opened["rest"]


def _is_bare_case_number(text: str) -> bool:
    """Whether a text is nothing but a case number."""
    if len(text) > 40 or not any(map(str.isdigit, text)):
        return False
    found = find_case_numbers(text)
    return len(found) == 1 and len(found[0].value) >= len(text) - 2


def course_in_lead(row: Row) -> Labelled | None:
    """The case's course or type in one plain row under the heading, whatever type labels have: "Sagsgang: TU - ØU"."""
    before, colon, rest = row.text.partition(":")
    label = read_label(before) if colon and rest.strip() else None
    told = label is not None and label.likeness >= SAME_WORDS and label.role in (Role.procedure, Role.type)
    return Labelled(label, rest.strip()) if label is not None and told else None


SAME_WORDS = 99.0
"""Likeness of a label that has the lexicon's very words."""
