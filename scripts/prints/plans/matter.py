"""A plan or a memo apart from any print: what its answer tells, and the prose of the file that it came from."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from pipeline.documents.blocks import blocks_of
from pipeline.documents.divide import divide
from pipeline.documents.plan.statements import Surveyor
from pipeline.documents.plan.tables import read_tables
from pipeline.reading import read

Answer = dict[str, Any]


@dataclass
class Chapter:
    """Running text under a heading."""

    title: str
    paragraphs: list[str] = field(default_factory=list)


@dataclass
class Target:
    """A target with what its chapter says."""

    answer: Answer
    chapter: Chapter
    restated: str | None = None
    """Its title in other words."""
    again: dict[str, str] = field(default_factory=dict)
    """Measures in other words, by their own."""


@dataclass
class PlanMatter:
    """All that a plan says."""

    answer: Answer
    targets: list[Target]
    chapters: list[Chapter]
    figures: list[str]
    """Bullets of statistics as printed."""


@dataclass
class MemoMatter:
    """All that a memo says."""

    answer: Answer
    intro: str


def matters(path: Path) -> tuple[list[PlanMatter], list[MemoMatter]]:
    """The plans and memos of an answer file and of the PDF beside it."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    kinds = {document["kind"] for document in gold["documents"]}
    if not kinds & {"plan", "memo"}:
        return [], []
    pages = {page.number: page for page in read(path.parent / gold["file"])}
    plans, memos = [], []
    for document in gold["documents"]:
        if document["kind"] == "plan":
            first, last = document["pages"]
            parts = divide([pages[number] for number in range(first, last + 1)])
            plans.append(_plan(document, [page for part in parts for page in part.pages]))
        elif document["kind"] == "memo":
            memos.append(MemoMatter(document, _INTRO))
    return plans, memos


_INTRO = (
    "Udvalget besluttede på sit seneste møde, at forvaltningen skulle udarbejde et notat i sagen. "
    "Notatet forelægges udvalget til orientering."
)


def _plan(answer: Answer, pages: list[Any]) -> PlanMatter:
    blocks, cells = read_tables(blocks_of(pages))
    surveyor = Surveyor(cells)
    surveyor.survey(blocks)
    taken = {
        id(block) for s in surveyor.statements for block in (*s.under, *s.numbered, *s.actions, *s.loose)
    }
    targets = [Target(target, Chapter(target["title"])) for target in answer["targets"]]
    for statement in surveyor.statements:
        found = next((t for t in targets if t.answer["number"] == statement.number), None)
        if found is None:
            continue
        if statement.title.lower() != found.answer["title"].lower().rstrip("."):
            found.restated = statement.title
        for block in statement.under:
            known = max(
                found.answer["measures"], key=lambda m: fuzz.ratio(m["text"], block.text), default=None
            )
            if known and fuzz.ratio(known["text"], block.text) > 60 and known["text"] != block.text:
                found.again[known["text"]] = block.text
    chapters = [Chapter("")]
    figures = []
    labels = {figure["label"] for figure in answer.get("figures", [])}
    for order, block in enumerate(blocks):
        if block.contents or block.note or id(block) in taken or cells.get(id(block)) or block.frame:
            continue
        if block.heading:
            chapters.append(Chapter(block.text.rstrip(" .")))
        elif block.bullet:
            if any(block.text.startswith(label) for label in labels):
                figures.append(block.text.rstrip("123456789") if block.text[-2:-1].isalpha() else block.text)
        elif len(block.text) > 60 and not block.text.rstrip().endswith(":") and not block.bold:
            owner = surveyor.owners.get(order)
            target = next((t for t in targets if owner and t.answer["number"] == owner.number), None)
            (target.chapter if target else chapters[-1]).paragraphs.append(block.text)
    kept = [chapter for chapter in chapters if chapter.title and chapter.paragraphs]
    return PlanMatter(answer, targets, kept, figures)
