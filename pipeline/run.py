"""The composition for one file: read, divide, understand each document, bind them together, check.

Whoever reads `understand` knows the system. Loading is the caller's (`pipeline.batch`): this runs in a worker, with
no database.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline.checking import Beside, Traced, check, stated_beside, trace
from pipeline.danish.language import Language, load_language
from pipeline.danish.local import NOTHING, applied
from pipeline.documents import bind, divide, read_memo, read_minutes, read_other, read_plan
from pipeline.documents.layouts import Layout, local_of, recognise, set_aside
from pipeline.errors import NoTextLayer
from pipeline.reading import Read, Told, read_twice, shown
from schemas.page import Page, Part
from schemas.place import Evidence
from schemas.reading import Reading
from schemas.record import Document, Finding, Reader, Record, ScannedPage, Source
from schemas.vocabulary import FindingCode, Kind, PageText, Severity, TextLayer

__all__ = ["VERSION", "Reading", "Traces", "Understanding", "source_of", "traces_of", "understand"]

VERSION = version("udvalgsarkiv")
"""The program's version, as it stands in every record."""


@dataclass(frozen=True, slots=True)
class Traces:
    """A file's lines, with what was made of each."""

    record: Record
    lines: tuple[Traced, ...]
    """In reading order, each page's running lines first."""

    layout: str | None
    """The layout that was recognised."""


@dataclass(slots=True)
class Understanding:
    """One document, and the doubts and evidence that came with it."""

    document: Document
    findings: list[Finding] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    """Paths count from the document's root."""


def understand(path: Path, reading: Reading | None = None, told: Told | None = None) -> Record:
    """Take one file through every stage but the last.

    Args:
        path: A PDF.
        reading: How to read it.
        told: Told before each page that OCR reads: how many are read, how many there are.

    Returns:
        The record: documents in page order, findings, evidence.

    Raises:
        PipelineError: The file cannot be read; the subclass says why and carries the exit code.
    """
    record, pages, _ = _understand(path, reading or Reading(), told)
    return as_shown(record, pages)


def traces_of(path: Path, reading: Reading | None = None) -> Traces:
    """Read a file and tell for every line which rule took it, and as what.

    Raises:
        PipelineError: The file cannot be read.
    """
    record, pages, layout = _understand(path, reading or Reading())
    with applied(local_of(layout) if layout else NOTHING):
        return Traces(record, tuple(trace(record, pages)), layout.key if layout else None)


def _understand(
    path: Path, reading: Reading, told: Told | None = None
) -> tuple[Record, list[Page], Layout | None]:
    read = read_twice(path, reading.engine, ocr=reading.ocr, told=told)
    pages = read.pages
    beside = stated_beside(path)
    source = source_of(path, pages).model_copy(update={"stated_sha256": beside.sha256})
    layout = recognise(pages, leave_out=reading.leave_out) if reading.layouts else None
    if layout:
        set_aside(pages, layout)
    with applied(local_of(layout) if layout else NOTHING):
        record = _documents(read, source, reading, beside)
    return record, pages, layout


def _documents(read: Read, source: Source, reading: Reading, beside: Beside) -> Record:
    """Divide a file, understand its documents, bind them together and check what must agree."""
    language = _language(reading.model)
    understood = [_understand_part(part, language) for part in divide(read.pages)]
    documents = bind([one.document for one in understood])
    return check(
        Record(
            source=source,
            documents=tuple(documents),
            findings=(*beside.findings, *(finding for one in understood for finding in one.findings)),
            stated=beside.stated,
            reader=Reader(version=VERSION, model=language.name if language else None, engine=read.engine),
            evidence=tuple(_rooted(understood)),
            furniture=_furniture(read.pages),
            scans=tuple(_scans(read.pages)),
        ),
        read.pages,
        read.faults,
        read.attached,
    )


def source_of(path: Path, pages: list[Page]) -> Source:
    """The facts about a file.

    Raises:
        NoTextLayer: No page has a word.
    """
    content = path.read_bytes()
    if not any(page.words for page in pages):
        raise NoTextLayer(
            f"{path.name}: nothing stands on its {len(pages)} pages, neither text nor a picture that OCR could read; "
            "fetch it again from where it was published"
        )
    return Source(
        file=path.name,
        sha256=hashlib.sha256(content).hexdigest(),
        bytes=len(content),
        pages=len(pages),
        text_layer=_layer(pages),
    )


def _layer(pages: list[Page]) -> TextLayer:
    """Where most words come from."""
    recognised = sum(len(page.words) for page in pages if page.scan and page.scan.how in BY_OCR)
    return TextLayer.ocr if 2 * recognised > sum(len(page.words) for page in pages) else TextLayer.native


BY_OCR = (PageText.ocr, PageText.hidden)
"""Where words come from that an OCR program read, ours or another."""


def _scans(pages: list[Page]) -> Iterator[ScannedPage]:
    for page in pages:
        if (scan := page.scan) and scan.how is not PageText.native:
            yield ScannedPage(
                page=page.number,
                how=scan.how,
                words=len(page.words),
                confidence=scan.confidence,
                turned=scan.turned,
                skew=scan.skew,
            )


def as_shown(record: Record, pages: list[Page]) -> Record:
    """The record with its places on the pages as they are shown, where pages were turned or straightened to be read."""
    moved = {page.number: page for page in pages if page.scan and (page.scan.turned or page.scan.skew)}
    if not moved:
        return record

    def settle(value: Any) -> Any:
        if isinstance(value, list):
            return [settle(one) for one in value]
        if not isinstance(value, dict):
            return value
        if value.keys() == {"page", "bbox"} and value["page"] in moved:
            return {"page": value["page"], "bbox": shown(moved[value["page"]], tuple(value["bbox"]))}
        return {name: settle(one) for name, one in value.items()}

    return Record.model_validate(settle(record.model_dump(mode="json")))


@lru_cache(maxsize=2)
def _language(model: str | None) -> Language | None:
    """The language model, loaded once a process."""
    return load_language(model)


def _understand_part(part: Part, language: Language | None) -> Understanding:
    """Read one document by its kind; an unsure division is said."""
    if part.kind in (Kind.minutes, Kind.agenda):
        read_as = read_minutes(part, language)
        understood = Understanding(read_as.minutes, read_as.findings, read_as.evidence)
    elif part.kind is Kind.plan:
        plan, findings = read_plan(part, language)
        understood = Understanding(plan, findings)
    elif part.kind is Kind.memo:
        understood = Understanding(read_memo(part))
    else:
        understood = Understanding(read_other(part))
    if part.sure < UNSURE:
        understood.findings.append(_unsure(part, understood.document))
    return understood


def _unsure(part: Part, document: Document) -> Finding:
    """What is said of pages whose kind, or whose limits, weak signs alone tell."""
    pages = f"Pages {part.first}-{part.last}" if part.last > part.first else f"Page {part.first}"
    if part.kind is Kind.other:
        code = FindingCode.unknown_kind
        message = (
            f"{pages}: no minutes, plan or memo that the program knows; kept with its text, to be searched"
        )
    else:
        code = FindingCode.unsure_division
        message = f"{pages}: taken for {_article(part.kind)}, but nothing on them says so; look at them"
    return Finding(code=code, severity=Severity.warning, message=message, at=document.at[:1])


UNSURE = 0.6
"""A part below it was told by weak signs; on the sample and shared files every part is at 0.65 or above."""


def _article(kind: Kind) -> str:
    return (
        "minutes"
        if kind is Kind.minutes
        else f"an {kind.value}"
        if kind.value[0] in "ao"
        else f"a {kind.value}"
    )


def _rooted(understood: list[Understanding]) -> list[Evidence]:
    """Evidence with paths from the record's root."""
    return [
        entry.model_copy(update={"path": f"/documents/{number}{entry.path}"})
        for number, one in enumerate(understood)
        for entry in one.evidence
    ]


def _furniture(pages: list[Page]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.text for page in pages for line in page.furniture))
