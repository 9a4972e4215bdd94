"""What makes one house style differ from another."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Style:
    """A house style: how a municipality, or its case system, prints minutes."""

    name: str
    about: str

    # The page
    face: str = "helvetica"
    size: float = 10.0
    leading: float = 1.25
    paper: str = "a4"
    """"a4", "letter" or "landscape"."""
    margins: tuple[float, float, float, float] = (68, 72, 68, 66)
    align: str = "left"
    hyphens: bool = False
    by_word: bool = False
    gap: bool = True
    """Whether paragraphs are set apart by half a line."""
    header: tuple[str, str, str] = ("", "", "")
    """Left, in the middle, right; {page} {pages} {committee} {municipality} {date} {title}."""
    footer: tuple[str, str, str] = ("", "", "{page}")
    ruled: bool = False
    furniture_size: float = 8.0

    # The head
    head: str = "centred"
    title: str = "Referat"
    term: bool = False
    when: str = "week"
    """How the date is printed in the head."""
    people: str = "lines"
    people_label: str = "Medlemmer"
    party: bool = True
    roles: bool = False
    away: str = "front"
    """Where absence is said: "none", "front", "items", "lines", "sentences", "both"."""
    away_label: str = "Fraværende"
    everywhere: bool = True
    """Whether absence stands under items where nobody was away, too ("Ingen")."""
    officials: bool = False
    cover: bool = False
    """Whether the head has a page of its own."""

    # The contents
    contents: str = "none"
    """"none", "leaders", "table", "open", "plain"."""
    contents_label: str = "Indholdsfortegnelse"

    # Headings
    first: int | None = 1
    """The first item's number; None leaves the answer's."""
    heading: str = "dot"
    heading_bold: bool = True
    hang: float = 0.0
    """Points from the margin, where the number stands, to the title and the text; with labels in a column of their own
    any width puts the number among the labels. 0: the number stands in front of its title."""
    heading_size: float = 12.0
    heading_align: str = "left"
    heading_underline: bool = False
    heading_box: str | None = None
    heading_caps: bool = False
    closed: str = "after"
    """How a closed item is marked; "" for not at all, where no item may be closed."""
    twice: bool = False
    page_each: bool = False
    case: str = "below"
    """Where the case number stands: "below", "above", "right", "end", "row", "none"."""
    case_label: str = "Sagsnr."
    case_form: str | None = None
    case_empty: bool = False
    """Whether the label stands there without a number, too."""
    item_type: str = "none"
    """"none", "row" (a section of its own) or "end" (in brackets behind the title)."""

    # Sections
    labels: str = "above"
    """"above", "column" or "runin"."""
    label_bold: bool = True
    label_italic: bool = False
    label_underline: bool = False
    label_caps: bool = False
    label_colon: bool = False
    label_size: float | None = None
    label_width: float = 120.0
    row_rules: bool = False
    row_gap: float = 6.0
    words: Mapping[str, str] = field(default_factory=dict)
    """What the sections are called, by role; the answer's own labels where not said."""
    order: str = "last"
    """Where the decision stands: "last", "first", "middle"."""
    decision: str = "word"
    decision_word: str = "Beslutning"
    decision_when: str = "dash"
    history: str = "none"
    """"none", "same" (labels as the decision's), "chain" (under one label), "course" (Sagens forløb)."""
    attachments: str = "lines"
    """"lines", "bullets", "table", "numbered"."""
    attachments_after: bool = False
    empty_decision: bool = False
    """Whether the decision's label stands under items that have none."""

    # The end
    ending: tuple[str, ...] = ()
    """"time", "signatures", "names", "sheet"."""
    agenda: bool = False
