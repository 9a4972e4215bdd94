"""What is private on the pages: where it stands, and the words for the archive to mask. No message holds them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.danish.cpr import find_cpr
from pipeline.danish.private import Private, find_private
from pipeline.reading import Picture, line_of, mend, pictures, places_of, read
from schemas.minutes import Minutes
from schemas.page import Line, Page, Word
from schemas.place import Box, Places
from schemas.record import Document, Finding, Passage, Record
from schemas.vocabulary import FindingCode, PrivacyKind, Severity

SEVERITY = {
    PrivacyKind.cpr: Severity.error,
    PrivacyKind.health: Severity.error,
    PrivacyKind.address: Severity.warning,
    PrivacyKind.contact: Severity.warning,
}
"""A CPR number and somebody's health must not be published; a home or a telephone may have been by its owner."""


def hidden_pictures(path: Path, numbers: Iterable[int]) -> dict[int, Picture]:
    """Draw some pages of a file with what is private on them painted black.

    Args:
        path: A PDF; what its record knows of members and case numbers is not asked, so more may be black.
        numbers: Which pages, counted from 1.

    Raises:
        PipelineError: The file cannot be read.
    """
    wanted = set(numbers)
    hide: dict[int, list[Box]] = defaultdict(list)
    for page in read(path):
        for lines in (page.lines, page.furniture) if page.number in wanted else ():
            flow = _flow(lines)
            for one in find_private(flow.text):
                hide[page.number] += [place.bbox for place in _places(flow, one)]
    return pictures(path, wanted, hide=hide)


class _Flow(NamedTuple):
    """Lines as one text, with the word to which each character belongs."""

    text: str
    starts: list[int]
    """Where each word begins in the text."""
    words: list[tuple[Line, Word]]


def check_privacy(record: Record, pages: Sequence[Page]) -> tuple[tuple[Finding, ...], tuple[Passage, ...]]:
    """Findings of private passages, one for each, and the passages.

    Args:
        record: As read: its members are no private people, and its case numbers no CPR numbers.
        pages: What it was read from; running headers and footers are looked at too.
    """
    public, others = _public(record), _case_numbers(record)
    findings: list[Finding] = []
    passages: dict[tuple[PrivacyKind, str], Passage] = {}
    for named in find_cpr(name := record.source.file.replace("_", " ")):
        text = name[named.start : named.end]
        passages[PrivacyKind.cpr, text] = Passage(kind=PrivacyKind.cpr, text=text)
        findings.append(
            Finding(
                code=FindingCode.privacy,
                severity=SEVERITY[PrivacyKind.cpr],
                message=f"{PrivacyKind.cpr.says} stands in the file's name; give the file another name",
            )
        )
    flows = [
        [line for page in pages for line in page.lines],
        *([line] for page in pages for line in page.furniture),
    ]
    for lines in flows:
        flow = _flow(lines)
        for one in find_private(flow.text, public, others):
            text = " ".join(flow.text[one.start : one.end].split())
            passages.setdefault((one.kind, text), Passage(kind=one.kind, text=text))
            number = list(passages).index((one.kind, text)) + 1
            findings.append(_finding(one, _places(flow, one), number))
    for text in _stated(record):
        for one in find_private(text, public, others):
            passage = " ".join(text[one.start : one.end].split())
            if (one.kind, passage) not in passages:
                passages[one.kind, passage] = Passage(kind=one.kind, text=passage)
                findings.append(_finding(one, (), len(passages), " stands in what the site states"))
    return tuple(findings), tuple(passages.values())


def _finding(one: Private, at: Places, number: int, where: str = "") -> Finding:
    page = f" stands on page {at[0].page}" if at else where
    return Finding(
        code=FindingCode.privacy,
        severity=SEVERITY[one.kind],
        message=f"{one.kind.says}{page} (private passage {number}); it is masked where the archive is shown",
        at=at,
    )


def _flow(lines: Sequence[Line]) -> _Flow:
    pieces: list[str] = []
    starts: list[int] = []
    words: list[tuple[Line, Word]] = []
    length = 0
    for line in lines:
        for place, word in enumerate(line.words):
            text = word.text
            if pieces and place == 0:
                length = _break(pieces, length, text)
            elif pieces:
                pieces.append(" ")
                length += 1
            starts.append(length)
            words.append((line, word))
            pieces.append(text)
            length += len(text)
    return _Flow("".join(pieces), starts, words)


def _break(pieces: list[str], length: int, following: str) -> int:
    """End a line: a hyphen that only the line's end asked for goes, one that stays joins, else the line breaks."""
    last = pieces[-1]
    if last[-1:] in ("-", "‐") and len(last) > 1:
        joined = mend([last, following])
        if joined == last[:-1] + following:
            pieces[-1] = last[:-1]
            return length - 1
        if joined == last + following:
            return length
    pieces.append("\n")
    return length + 1


def _places(flow: _Flow, one: Private) -> Places:
    """One box for each line, around the passage's words."""
    by_line: dict[int, tuple[Line, list[Word]]] = {}
    for start, (line, word) in zip(flow.starts, flow.words, strict=True):
        if start < one.end and one.start < start + len(word.text):
            by_line.setdefault(id(line), (line, []))[1].append(word)
    return places_of(line_of(words, line.page, line.row) for line, words in by_line.values())


def _public(record: Record) -> frozenset[str]:
    """Names of people who sit in the meeting or act for somebody."""
    return frozenset(name for document in record.documents for name in _names(document) if name)


def _names(document: Document) -> Iterator[str | None]:
    if isinstance(document, Minutes):
        yield from (row.name for row in document.attendance)
        for item in document.items:
            yield from item.absent
            yield item.raised_by
            if item.decision and item.decision.votes:
                votes = item.decision.votes
                yield from (*votes.for_, *votes.against, *votes.abstained)
    else:
        yield getattr(document, "asked_by", None)


def _stated(record: Record) -> Iterator[str]:
    """What the publication site states in sentences."""
    for item in record.stated.items if record.stated else ():
        yield from (text for text in (item.title, item.proposal, item.decision, *item.attachments) if text)


def _case_numbers(record: Record) -> frozenset[str]:
    """The digits of the record's case numbers."""
    return frozenset(
        "".join(filter(str.isdigit, item.case_number))
        for document in record.documents
        if isinstance(document, Minutes)
        for item in document.items
        if item.case_number
    )
