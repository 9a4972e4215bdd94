"""Every value's box, cut out of the page with the other reader, holds the value's words and no others."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pytest

from schemas.minutes import Minutes

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
