"""Every value's box, cut out of the page with the other reader, holds the value's words and no others."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pytest

from schemas.memo import Memo
from schemas.minutes import Minutes
from schemas.plan import Plan
from schemas.vocabulary import FindingCode

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = sorted(
    answer.parent / json.loads(answer.read_text(encoding="utf-8"))["file"]
    for folder in (
        ROOT / "corpus",
        ROOT.parent / "shared",
    )  # real documents, where they lie beside the project
    for answer in folder.glob("*/gold.json")
)


def squeezed(text: str) -> str:
    """Letters and figures alone: what mended hyphens, bullets and spaces cannot change."""
    return re.sub(r"[\W_]+", "", text).lower()


class Cropper:
    """Words inside boxes, by pdfplumber: a word counts where its middle lies in the box."""

    def __init__(self, path: Path):
        self.pages: dict[int, list[tuple[str, float, float]]] = {}
        with pdfplumber.open(path) as document:
            for page in document.pages:
                words = page.extract_words(x_tolerance=1.5, use_text_flow=True)
                self.pages[page.page_number] = [
                    (word["text"], (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2)
                    for word in words
                    if word["text"] != "o"  # a bullet of the second level
                ]

    def words(self, places) -> str:
        found = []
        for place in places:
            x0, top, x1, bottom = place.bbox
            found.extend(
                word
                for word, x, y in self.pages[place.page]
                if x0 - 0.5 <= x <= x1 + 0.5 and top - 0.5 <= y <= bottom + 0.5
            )
        return squeezed("".join(found).replace("(cid:127)", "•"))


def values(minutes: Minutes) -> Iterator[tuple[str, str, tuple]]:
    """Name, words and places of each value of minutes."""
    for item in minutes.items:
        where = f"item {item.number}"
        if item.proposal:
            yield f"{where} proposal", item.proposal, item.proposal_at
        if item.decision:
            yield f"{where} decision", item.decision.text, item.decision.at
        for title, at in zip(item.attachments, item.attachments_at, strict=True):
            yield f"{where} attachment", title, at
        for section in item.sections:
            yield f"{where} section {section.label}", section.text, section.at
        for entry in item.history:
            yield f"{where} history", entry.text, entry.at
    for row in minutes.attendance:
        yield "attendance", row.name, row.at


def values_of_plan(plan: Plan) -> Iterator[tuple[str, str, tuple]]:
    """Name, words and places of each value of a plan."""
    for goal in plan.minister_goals:
        yield f"goal {goal.number}", f"{goal.title} {goal.text}", goal.at
    for target in plan.targets:
        where = f"target {target.number}"
        yield where, target.title, target.at
        for measure in target.measures:
            yield f"{where} measure", measure.text, measure.at
        for action in target.actions:
            yield f"{where} action", action.text, action.at


def values_of_memo(memo: Memo) -> Iterator[tuple[str, str, tuple]]:
    """Name, words and places of each value of a memo."""
    for question in memo.questions:
        yield f"question {question.number}", f"{question.question} {question.answer or ''}", question.at
    if memo.recommendation:
        yield "recommendation", memo.recommendation, memo.recommendation_at


def same_letters(words: str, printed: str, label: str) -> bool:
    """Whether two texts have the same letters in any order: the readers take the cells of a table in other orders."""
    return Counter(squeezed(label + words)) == Counter(printed)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_box_holds_its_values_words(path, record_of):
    record = record_of(path)
    cropper = Cropper(path)
    wrong = []
    for document in record.documents:
        if not isinstance(document, Minutes):
            continue
        for name, words, places in values(document):
            if not words.strip(" -.–"):
                continue
            printed = cropper.words(places)
            label = name.split("section ", 1)[1] if "section " in name else ""
            if not places:
                wrong.append((name, "has no place"))
            elif squeezed(words) not in printed and not (label and same_letters(words, printed, label)):
                wrong.append((name, "is not in its box", words[:60], printed[:60]))
            elif not label and len(printed) > len(squeezed(words)) + 1:
                wrong.append((name, "has too large a box", words[:60], printed[:80]))
    assert not wrong


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_boxes_of_plans_and_memos_hold_their_words(path, record_of):
    record = record_of(path)
    documents = [document for document in record.documents if isinstance(document, Plan | Memo)]
    if not documents:
        return
    cropper = Cropper(path)
    wrong = []
    for document in documents:
        for name, words, places in (
            values_of_plan(document) if isinstance(document, Plan) else values_of_memo(document)
        ):
            printed = cropper.words(places)
            # Labels and bullets between a goal's or a question's parts stand in no value.
            loose = name.startswith(("goal", "question"))
            if squeezed(words) not in printed and not (
                loose and not Counter(squeezed(words)) - Counter(printed)
            ):
                wrong.append((name, "is not in its box", words[:60], printed[:60]))
            elif len(printed) > len(squeezed(words)) + (12 if loose else 1):
                wrong.append((name, "has too large a box", words[:60], printed[:80]))
        if isinstance(document, Plan):
            wrong += wrong_numbers(document, cropper)
    assert not wrong


def wrong_numbers(plan: Plan, cropper: Cropper) -> list[tuple[str, str, str]]:
    """Promised and told numbers whose boxes lack the number or its noun, or hold more than the phrase."""
    wrong = []
    told = ("pct.", "pct. point", "kr.", None)
    for target in plan.targets:
        for measure in target.measures:
            for quantity in measure.quantities:
                printed = cropper.words(quantity.at)
                noun = "" if quantity.unit in told else squeezed(quantity.unit)
                if not holds(printed, quantity.value) or noun not in printed or len(printed) > 60:
                    wrong.append(
                        (f"target {target.number} quantity", f"{quantity.value} {quantity.unit}", printed)
                    )
    for figure in plan.figures:
        printed = cropper.words(figure.at)
        numbers = [n for n in (figure.value, figure.change, figure.change_pct) if n is not None]
        if (
            squeezed(figure.label) not in printed
            or not any(holds(printed, n) for n in numbers)
            or len(printed) > 160
        ):
            wrong.append(("figure", figure.label, printed))
    return wrong


def holds(printed: str, number: float | None) -> bool:
    """Whether squeezed words hold a number: its figures, a word for it, or a part of a million."""
    if number is None:
        return True
    figures = re.sub(r"\D", "", f"{abs(number):g}") if abs(number) < 1e6 else ""
    return figures in re.sub(r"\D", "", printed) or not re.search(r"\d", printed) or "mio" in printed


PLAN_CODES = frozenset(
    {
        FindingCode.restated_differently,
        FindingCode.sign_contradicts_verb,
        FindingCode.figures_differ,
        FindingCode.total_differs,
        FindingCode.year_differs,
    }
)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_findings_of_plans_point_at_the_words_that_they_quote(path, record_of):
    record = record_of(path)
    found = [finding for finding in record.findings if finding.code in PLAN_CODES and finding.at]
    if not found or not any(isinstance(document, Plan) for document in record.documents):
        return
    cropper = Cropper(path)
    for finding in found:
        printed = cropper.words(finding.at)
        for quoted in re.findall("“([^”]*)”", finding.message):
            assert squeezed(quoted) in printed, finding.message
        for share in re.findall(r"(\d+(?:,\d+)?) pct\.", finding.message):
            assert finding.code is FindingCode.total_differs or squeezed(share).rstrip("0") in printed, (
                finding.message
            )
        assert len(printed) <= len(squeezed(finding.message)) + 160, finding.message
