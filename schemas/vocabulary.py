"""Every closed list of words that a record may use, with what each word means."""

from enum import StrEnum


class Kind(StrEnum):
    """What a document is."""

    minutes = "minutes"
    """Referat: items with the decisions taken."""
    agenda = "agenda"
    """Dagsorden: the form of minutes, without any decision."""
    plan = "plan"
    """Beskæftigelsesplan."""
    memo = "memo"
    """Notat."""
    other = "other"
    """A document that is none of these."""


class Role(StrEnum):
    """What a section of an item is for."""

    summary = "summary"
    case = "case"
    proposal = "proposal"
    economy = "economy"
    legal = "legal"
    consequences = "consequences"
    consultation = "consultation"
    procedure = "procedure"
    history = "history"
    attachments = "attachments"
    decision = "decision"
    absent = "absent"
    type = "type"
    other = "other"


class Outcome(StrEnum):
    """What a decision does, read from what its words do at the body that decided."""

    approved = "approved"
    recommended = "recommended"
    noted = "noted"
    discussed = "discussed"
    postponed = "postponed"
    referred = "referred"
    rejected = "rejected"
    amended = "amended"
    elected = "elected"
    withdrawn = "withdrawn"
    mixed = "mixed"
    other = "other"


class Presence(StrEnum):
    """Whether a person took part."""

    present = "present"
    absent = "absent"
    """The whole meeting."""
    excused = "excused"
    """Afbud."""
    partial = "partial"
    """Absent under some items, or listed present in the head and absent under items."""
    signed = "signed"
    """Only a signature tells."""


class PlanStatus(StrEnum):
    """Whether a plan was adopted."""

    draft = "draft"
    adopted = "adopted"


class Bound(StrEnum):
    """How a promised number binds."""

    exactly = "exactly"
    at_least = "at_least"
    at_most = "at_most"
    increase_by = "increase_by"
    decrease_by = "decrease_by"


class ReferenceKind(StrEnum):
    """What an item's text refers to."""

    meeting = "meeting"
    law = "law"
    document = "document"


class TextLayer(StrEnum):
    """Where a file's words come from."""

    native = "native"
    ocr = "ocr"
    none = "none"


class PageText(StrEnum):
    """Where one page's words come from."""

    native = "native"
    """The PDF holds them as text."""
    hidden = "hidden"
    """The PDF holds them unseen behind a picture: somebody else's OCR."""
    ocr = "ocr"
    """This program's OCR read them from the picture."""
    unread = "unread"
    """Nowhere: the page shows something, or has a text layer of noise, and OCR did not read it."""
    picture = "picture"
    """OCR looked at it and found no text: a map, a drawing, a photograph."""
    blank = "blank"
    """There is nothing on it."""


class Severity(StrEnum):
    """How much a finding weighs: `warning` and `error` wait for a person, `info` does not."""

    info = "info"
    warning = "warning"
    error = "error"


class FindingCode(StrEnum):
    """What is doubtful."""

    restated_differently = "restated-differently"
    sign_contradicts_verb = "sign-contradicts-verb"
    figures_differ = "figures-differ"
    total_differs = "total-differs"
    number_gap = "number-gap"
    number_repeated = "number-repeated"
    date_differs = "date-differs"
    unknown_member = "unknown-member"
    year_differs = "year-differs"
    unclear_outcome = "unclear-outcome"
    two_candidates = "two-candidates"
    unread_text = "unread-text"
    broken_text = "broken-text"
    no_text_layer = "no-text-layer"
    unknown_kind = "unknown-kind"
    empty_result = "empty-result"
    privacy = "privacy"
    votes_differ = "votes-differ"
    unsure_division = "unsure-division"
    contents_differ = "contents-differ"
    pages_missing = "pages-missing"
    """By the numbers printed on them, pages are not there."""
    pages_disordered = "pages-disordered"
    """Pages stand twice, or in another order than their printed numbers."""
    damaged_file = "damaged-file"
    """The file is not as it was made: cut, spliced, bits flipped; `info` where no word can be lost by it."""
    attached_files = "attached-files"
    """Other PDFs lie inside the file, as in a portfolio, and were not read."""
    stated_differs = "stated-differs"
    """The publication site states something else than what was read."""
    stated_unreadable = "stated-unreadable"
    """The file beside the PDF that holds what the site states cannot be read."""
    unsure_ocr = "unsure-ocr"
    unsure_reading = "unsure-reading"
    """So many of a document's fields are likely wrong or missing that a person should read it."""


class PrivacyKind(StrEnum):
    """What is private about a passage."""

    cpr = "cpr"
    """A CPR number."""
    health = "health"
    """The health of a named person who holds no office."""
    address = "address"
    """Where such a person lives."""
    contact = "contact"
    """A citizen's telephone number or address for e-mail."""

    @property
    def says(self) -> str:
        """How the message of its findings begins; no message ever holds the passage."""
        return {
            "cpr": "A CPR number",
            "health": "The health of a named person",
            "address": "A citizen's home address",
            "contact": "A citizen's telephone number or e-mail",
        }[self.value]


class Level(StrEnum):
    """What of a plan a change concerns."""

    goal = "goal"
    target = "target"
    measure = "measure"
    quantity = "quantity"


class ChangeKind(StrEnum):
    """What became of it from one plan to the next."""

    added = "added"
    dropped = "dropped"
    renumbered = "renumbered"
    retitled = "retitled"
    reworded = "reworded"
    moved = "moved"
    """A measure that now stands under another target."""
    parted = "split"
    """One target that became several."""
    merged = "merged"
    """Several targets that became one."""
    changed = "changed"
    """A quantity, in one field."""


class QuantityField(StrEnum):
    """The field in which a quantity changed."""

    value = "value"
    unit = "unit"
    bound = "bound"
    deadline = "deadline"
    baseline_value = "baseline_value"
    baseline_year = "baseline_year"
    change = "change"


class Ambition(StrEnum):
    """Whether more or less is promised than before."""

    tightened = "tightened"
    loosened = "loosened"
