"""What speaks against the fields of an item: its own words, its page, and what the other items of the meeting have."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.checking.confidence.decisions import SENTENCE_ENDS, doubt_decision, doubt_missing
from pipeline.checking.confidence.fields import Fields
from pipeline.checking.confidence.seen import LABEL_LIKE, Seen, label_like
from pipeline.checking.confidence.words import says, unfinished
from pipeline.danish.case_numbers import find_case_numbers
from pipeline.danish.labels import fold, read_label
from pipeline.danish.names import is_person_name
from pipeline.danish.pattern import Pattern
from schemas.minutes import Item, Minutes, Section
from schemas.page import Line
from schemas.vocabulary import Role

USUAL = 0.6
"""What this share of a meeting's items have is usual in it: an item without it is odd."""

RARE = 0.2
"""What at most this share of a meeting's items have is rare in it."""

FEW = 3
"""With fewer items nothing is usual."""

SCALARS = ("number", "case_number", "item_type", "proposal", "decision", "raised_by")
LISTS = ("attachments", "absent", "references", "sections")

LONG_TITLE = 160
LONG_ENTRY = 120
"""Characters: of 1,100 titles in the shared answers 1 % are longer, of 900 attachments 2 %."""

_FIGURES = re.compile(r"\d+")
_TABLE_ROW = Pattern(
    "doubt-table-row",
    r"(?:\b(?:åben|lukket)|\d{4,}[-/]?\d*)\s*$|^(?:nr|titel|navn)\b",
    matches=["3 Ny hal Åben", "Titel", "Budget 2020-4411", "Nr. Navn"],
    not_matches=["Ny hal ved skolen", "Åbent hus i hallen"],
)
"""How a row of a list of items begins or ends."""
_GLUED = re.compile(r"\b(?:\w{38}|(?:\w\s){6})|[Ã�]")


def _is_broken(text: str) -> bool:
    """Whether words ran together, fell apart or were coded wrongly."""
    alone = 0
    for piece in text.split():
        alone = alone + 1 if len(piece) == 1 else 0
        if alone == 5 or len(piece) >= 38:  # else only a wrong code can be found
            return _GLUED.search(text) is not None
    return "Ã" in text or "�" in text


_NUMBER_FIRST = Pattern(
    "doubt-number-first",
    r"^(?:punkt|pkt\.?|sag)?\s*\d{1,4}[.:]?\s+[A-ZÆØÅ]",
    matches=["7. Eventuelt", "Punkt 3 Ny hal", "Sag 12: Budget"],
    not_matches=["Mødeplan 2012", "2016-2017"],
)
"""A row that begins as a numbered heading does."""


@dataclass(slots=True)
class _Usual:
    """What most items of a meeting have."""

    count: int
    shares: dict[str, float] = field(default_factory=dict)
    labels: Counter[str] = field(default_factory=Counter)
    forms: dict[str, str] = field(default_factory=dict)
    """Of numbers and case numbers: the form that most have, figures told as 9."""


def doubt_items(minutes: Minutes, fields: Fields, seen: Seen) -> None:
    """Note what speaks against each field of each item.

    Args:
        minutes: The meeting.
        fields: Its fields; noted there.
        seen: Its pages.
    """
    usual = _usual(minutes.items)
    present = {row.name for row in minutes.attendance}
    before: Item | None = None
    for position, item in enumerate(minutes.items):
        path = f"/items/{position}"
        for name, code in _against_siblings(item, usual):
            fields.doubt(f"{path}/{name}", code)
        lines = seen.inside(item.at)
        for name, code in (*_heading(item, before, lines), *_lists(item, present)):
            fields.doubt(f"{path}/{name}", code)
        for number, section in enumerate(item.sections):
            for name, code in _section(item, section, usual, seen):
                fields.doubt(f"{path}/sections/{number}/{name}", code)
                _pass_on(fields, path, section, code)
        if item.decision is not None:
            for name, code in doubt_decision(item, item.decision, minutes):
                fields.doubt(f"{path}/decision/{name}", code)
        elif minutes.kind == "minutes":
            fields.doubt(f"{path}/decision", *doubt_missing(item))
        before = item


def _pass_on(fields: Fields, path: str, section: Section, code: str) -> None:
    """A section's doubts are those of the value that was taken from it, too."""
    if code in ("label-once", "rare-here"):
        return
    if section.role is Role.proposal:
        fields.doubt(f"{path}/proposal", code)
    elif section.role is Role.decision:
        fields.doubt(f"{path}/decision/text", code)
        fields.doubt(f"{path}/decision/outcome", code)
        fields.doubt(f"{path}/decision", code)
    elif section.role is Role.attachments:
        fields.doubt(f"{path}/attachments", code)
    if code in ("holds-label", "holds-bold", "label-unknown"):
        fields.doubt(f"{path}/sections", code)


def _usual(items: Sequence[Item]) -> _Usual:
    usual = _Usual(len(items))
    if len(items) < FEW:
        return usual
    for name in (*SCALARS, *LISTS):
        usual.shares[name] = sum(bool(getattr(item, name)) for item in items) / len(items)
    for item in items:
        usual.labels.update({fold(section.label) for section in item.sections})
    for name in ("number", "case_number"):
        forms = Counter(_form(value) for item in items if (value := getattr(item, name)))
        if forms:
            form, count = forms.most_common(1)[0]
            if count >= USUAL * sum(forms.values()):
                usual.forms[name] = form
    return usual


def _form(value: str) -> str:
    return _FIGURES.sub("9", value)


def _against_siblings(item: Item, usual: _Usual) -> Iterator[tuple[str, str]]:
    for name, share in usual.shares.items():
        has = bool(getattr(item, name))
        if not has and share >= USUAL:
            yield name, "siblings-have-it" if share < 0.9 else "all-siblings-have-it"
        if has and share <= RARE:
            yield name, "rare-here"
    for name, form in usual.forms.items():
        value = getattr(item, name)
        if value and _form(value) != form:
            yield name, "other-form"
    labels = {fold(section.label) for section in item.sections}
    lacking = [
        label
        for label, n in usual.labels.items()
        if label and n >= USUAL * usual.count and label not in labels
    ]
    if lacking:
        yield "sections", "lacks-usual-label"
        yield "title", "lacks-usual-label"
        for label in lacking:
            found = read_label(label)
            if found is not None and found.role is Role.decision and item.decision is None:
                yield "decision", "lacks-usual-label"
            if found is not None and found.role is Role.proposal and item.proposal is None:
                yield "proposal", "lacks-usual-label"
            if found is not None and found.role is Role.attachments and not item.attachments:
                yield "attachments", "lacks-usual-label"


def _heading(item: Item, before: Item | None, lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    title = item.title
    if unfinished(title):
        yield "title", "unfinished"
    if title[:1].islower():
        yield "title", "small-letter"
    if len(title) > LONG_TITLE:
        yield "title", "long"
    if title[-1:].isdigit():
        yield "title", "figure-last"
    if find_case_numbers(title):
        yield "title", "case-number-inside"
        yield "case_number", "case-number-inside"
    if _is_broken(title):
        yield "title", "broken-words"
    if before is not None and not _follows(before.number, item.number):
        yield "number", "out-of-sequence"
        yield "title", "out-of-sequence"
    zone = _heading_zone(item, lines)
    words = " ".join(line.text for line in zone)
    left = _left_over(words, (item.number, title, item.case_number, item.item_type))
    if left:
        for name in ("title", "number", "case_number", "item_type"):
            yield name, "heading-left-over"
        if any(map(str.isdigit, left)):
            yield "case_number", "figures-left-over"
    if zone and any(line.size > zone[0].size + 0.6 for line in zone[1:]):
        yield "title", "larger-below"
    if item.open:
        if says("closed", words):
            yield "open", "closed-word"
        if not item.sections and item.decision is None:
            yield "open", "nothing-under-it"
    elif item.sections:
        yield "open", "words-under-it"
    if not item.sections:
        for name in ("title", "sections", "decision", "proposal", "attachments"):
            yield name, "nothing-under-it"


def _follows(before: str | None, number: str | None) -> bool:
    if before is None or number is None:
        return before is number
    if before.isdigit() and number.isdigit():
        return int(number) == int(before) + 1
    return before.split(".")[0] == number.split(".")[0]


def _heading_zone(item: Item, lines: Sequence[Line]) -> list[Line]:
    """The lines of an item above its first section."""
    if not item.sections or not item.sections[0].at:
        return list(lines[:6])
    first = item.sections[0].at[0]
    start = (first.page, first.bbox[1] - 1)
    return [line for line in lines if (line.page, line.top) < start][:12]


_WORD = re.compile(r"[\w/.-]*\w")
_USELESS = frozenset({"punkt", "pkt", "sag", "nr", "åben", "åbent", "lukket", "sagsnr", "sagsnr.", "punkt:"})


def _left_over(words: str, values: Sequence[str | None]) -> list[str]:
    """Words of a heading that no value holds."""
    held = Counter(_WORD.findall(" ".join(value.lower() for value in values if value)))
    left = Counter(_WORD.findall(words.lower())) - held
    return [word for word in left if word.rstrip(".:") not in _USELESS and read_label(word) is None]


def _section(item: Item, section: Section, usual: _Usual, seen: Seen) -> Iterator[tuple[str, str]]:
    label = read_label(section.label) if section.label else None
    if section.label and label is None:
        yield "label", "label-unknown"
        yield "role", "label-unknown"
    elif label is not None and label.likeness < 100:
        yield "label", "label-spelling"
        yield "role", "label-spelling"
    if not section.label:
        yield "text", "without-label"
        yield "label", "without-label"
    folded = fold(section.label)
    if usual.count > FEW and usual.labels[folded] == 1:
        yield "label", "label-once"
        yield "text", "label-once"
    if section.role is not Role.decision and sum(fold(other.label) == folded for other in item.sections) > 1:
        yield "label", "label-twice"
        yield "text", "label-twice"
    if len(section.label) > 40:
        yield "label", "long"
    text = section.text
    if not text:
        yield "text", "nothing-under-it"
        yield "label", "nothing-under-it"
        return
    if text[0].islower():
        yield "text", "small-letter"
        yield "label", "small-letter"
    if section.role in (Role.case, Role.proposal, Role.decision, Role.summary) and not text.endswith(
        SENTENCE_ENDS
    ):
        yield "text", "no-full-stop"
    if _is_broken(text):
        yield "text", "broken-words"
    if says("closing", text[-60:]):
        yield "text", "holds-end"
    yield from _section_lines(section, seen)


def _section_lines(section: Section, seen: Seen) -> Iterator[tuple[str, str]]:
    lines = seen.lines(section.at)
    if not lines:
        return
    head, body = lines[0], lines[1:]
    while body and (body[0].column == "label" or (head.bold and body[0].bold)):
        body = body[1:]
    if any(label_like(line) for line in body):
        yield "text", "holds-label"
    if any(_begins_with_label(line) for line in body):
        yield "text", "holds-inline-label"
    if any(line.bold for line in body):
        yield "text", "holds-bold"
    if any(line.size > seen.body_size + 0.8 for line in body):
        yield "text", "holds-larger"
    if any(line.text in seen.running for line in body):
        yield "text", "holds-running-line"
    if any(line.bold and _NUMBER_FIRST.match(line.text) for line in body):
        yield "text", "holds-heading"
    if section.label and not head.bold and seen.bold_labels:
        yield "label", "set-otherwise"
    if lines[0].page != lines[-1].page:
        yield "text", "over-pages"
    if any(other.page == one.page and other.row == one.row for one, other in pairwise(body)):
        yield "text", "columns"


def _begins_with_label(line: Line) -> bool:
    """Whether a line says "Label: words"; who was absent is told so inside decisions, and read there."""
    before, colon, _ = line.text.partition(":")
    label = read_label(before) if colon and len(before) < 50 else None
    return label is not None and label.likeness >= LABEL_LIKE and label.role is not Role.absent


def _lists(item: Item, present: set[str]) -> Iterator[tuple[str, str]]:
    for number, title in enumerate(item.attachments):
        where = f"attachments/{number}"
        if title[0].isdigit() and re.match(r"\d+[.)]?\s", title):
            yield where, "figure-first"
            yield "attachments", "figure-first"
        if _TABLE_ROW.search(title):
            yield where, "table-row"
            yield "attachments", "table-row"
        if title[:1].islower() or unfinished(title):
            yield where, "unfinished"
            yield "attachments", "unfinished"
        if len(title) > LONG_ENTRY:
            yield where, "long"
            yield "attachments", "long"
        if len(item.attachments) == 1 and len(title) > 60:
            yield where, "only-one"
            yield "attachments", "only-one"
        if read_label(title) is not None:
            yield where, "is-a-label"
        if any(other != title and title in other for other in item.attachments):
            yield where, "alike"
    texts = [section.text for section in item.sections]
    whole = " ".join(texts)
    if not item.attachments and any(
        section.role is Role.attachments and section.text for section in item.sections
    ):
        yield "attachments", "words-not-read"
    if not item.attachments and says("attachments", whole):
        yield "attachments", "word-there"
    for number, name in enumerate(item.absent):
        if present and name not in present:
            yield f"absent/{number}", "not-in-list"
        if not is_person_name(name):
            yield f"absent/{number}", "odd-name"
    if not item.proposal and says("proposal", whole):
        yield "proposal", "word-there"
    if not item.raised_by and says("raised", f"{item.title} {whole}"):
        yield "raised_by", "word-there"
    if not item.absent and says("absence", whole):
        yield "absent", "word-there"
    if not item.absent and any(section.role is Role.absent and section.text for section in item.sections):
        yield "absent", "words-not-read"
