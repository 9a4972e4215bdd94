"""A memo printed in a style: the file and its answer."""

import copy
import re
from pathlib import Path
from random import Random
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable, Spacer, Table

from prints.plans.matter import Answer, MemoMatter
from prints.plans.story import Types, typeset
from prints.plans.style import Style

DEPARTMENTS = (
    "Center for Arbejdsmarked",
    "Borgerservice",
    "Beskæftigelsesforvaltningen",
    "Jobcenter og Ydelse",
    "Børn- og Ungeforvaltningen",
    "Social- og Sundhedsafdelingen",
)


class MemoPrint:
    """A memo in the making."""

    def __init__(self, memo: MemoMatter, style: Style, seed: int) -> None:
        self.memo, self.style, self.answer = memo, style, memo.answer
        self.types = Types(style)
        self.rng = Random(f"{seed} {style.name} {memo.answer['title']}")
        self.story: list[Flowable] = []
        self.width = A4[0] - 2 * style.margins[0]

    def draw(self, path: Path) -> Answer:
        types, answer = self.types, self.answer
        answer["department"] = self.rng.choice(DEPARTMENTS)
        self._head()
        self.story.append(types.p(self.memo.intro))
        if answer.get("questions"):
            self._questions()
        recommendation = answer.get("recommendation")
        if recommendation and not any(recommendation in (q["answer"] or "") for q in answer["questions"]):
            self.story.append(types.p(recommendation))
        answer["pages"] = [1, typeset(path, self.story, self.style, "", self.style.footer, False, "memo")]
        for question in answer.get("questions", []):
            question.pop("number", None)
        return answer

    # --- head ---

    def _head(self) -> None:
        types, answer, add = self.types, self.answer, self.story.extend
        municipality, department, title = answer["municipality"], answer["department"], answer["title"]
        kind = self.style.memo_head
        if kind == "right":
            add(
                [
                    types.p(municipality, types.section, alignment=2),
                    types.p(department, types.small, alignment=2),
                ]
            )
            add([types.p("NOTAT", types.title), types.p(title, types.bold, hyphens=False)])
        elif kind == "rows":
            add([types.p(municipality, types.section), types.p("Notat", types.title)])
            rows = [("Til", "Udvalget"), ("Fra", department), ("Dato", "14. marts 2018"), ("Emne", title)]
            cells = [
                [types.p(f"{name}:", types.bold), types.p(said, types.left, hyphens=False)]
                for name, said in rows
            ]
            add(
                [
                    Table(
                        cells, colWidths=[60, self.width - 60], style=[("VALIGN", (0, 0), (-1, -1), "TOP")]
                    ),
                    Spacer(1, 12),
                ]
            )
        elif kind == "letter":
            lines = (
                municipality,
                department,
                "Rådhusgade 4",
                "9990 Stationsby",
                "Tlf. 99 88 77 66",
                "Sagsnr. 18/4711",
            )
            add([types.p(line, types.small, alignment=2, spaceAfter=0) for line in lines])
            add(
                [Spacer(1, 20), types.p("Notat", types.section), types.p(title, types.chapter, hyphens=False)]
            )
        elif kind == "plain":
            add([types.p("NOTAT", types.bold), types.p(f"{municipality}, {department}", types.left)])
            add([types.p("14. marts 2018", types.left), types.p(title, types.section, hyphens=False)])
        else:
            left = [types.p("NOTAT", types.chapter), types.p("Dato: 14-03-2018", types.small)]
            right = [types.p(municipality, types.bold), types.p(department, types.small)]
            add(
                [
                    Table(
                        [[left, right]],
                        colWidths=[self.width * 0.62, self.width * 0.38],
                        style=[("VALIGN", (0, 0), (-1, -1), "TOP")],
                    )
                ]
            )
            add([Spacer(1, 10), types.p(title, types.section, hyphens=False)])

    # --- questions ---

    def _questions(self) -> None:
        types, questions, form = self.types, self.answer["questions"], self.style.memo_form
        asked = self.answer.get("asked_by")
        if asked:
            said = self.style.asked.format(who=asked, p=self.rng.choice("ABCFOVØ"))
            self.story.append(types.p(said, hyphens=False))
        elif form.startswith("listed") or form == "bullets":
            self.story.append(types.p("Der er stillet følgende spørgsmål:"))
        if form.startswith("listed"):
            for number, one in enumerate(questions, 1):
                self.story.append(types.p(f"{number}. {one['question']}", types.left))
        if form == "bullets":
            for one in questions:
                self.story += types.bullets([(one["question"], 1)], "•")
            self.story.append(Spacer(1, 8))
        if form == "table":
            self._table(questions)
            return
        for number, one in enumerate(questions, 1):
            self._answered(form, number, one)

    def _answered(self, form: str, number: int, one: dict[str, Any]) -> None:
        types, question = self.types, one["question"]
        paragraphs = _paragraphs(one["answer"])
        repeated = not self.style.caps
        label: dict[str, tuple[str, Any]] = {
            "listed ad": (f"Ad {number} {question}" if repeated else f"Ad {number}", types.bold),
            "listed svar": (f"Svar på spørgsmål {number}:", types.bold),
            "listed again": (f"{number}. {question}", types.bold),
            "bullets": (f"Ad {number}.", types.bold),
            "labels": (f"Spørgsmål {number}: {question}", types.left if self.style.chart else types.bold),
            "svar": (f"{number}. {question}", types.left),
            "bold": (question, types.bold),
            "italic": (question, types.italic),
        }
        words, kind = label[form]
        self.story.append(types.p(words, kind, hyphens=False, keepWithNext=1))
        if form in ("labels", "svar"):
            paragraphs[0] = f"Svar: {paragraphs[0]}"
        self.story.extend(types.p(text) for text in paragraphs)

    def _table(self, questions: list[dict[str, Any]]) -> None:
        types = self.types
        rows: list[list[Any]] = [[types.p(head, types.bold) for head in ("Spørgsmål", "Svar")]]
        for number, one in enumerate(questions, 1):
            rows.append(
                [
                    types.p(f"{number}. {one['question']}", types.left),
                    [types.p(t, types.left) for t in _paragraphs(one["answer"])],
                ]
            )
        drawn = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
        self.story.append(
            Table(rows, colWidths=[self.width * 0.36, self.width * 0.64], style=drawn, splitInRow=1)
        )


def _paragraphs(text: str) -> list[str]:
    """An answer cut where it is long."""
    found: list[str] = []
    for sentence in re.split(r"(?<=[a-zæøå]{4}\.) (?=[A-ZÆØÅ][a-zæøå])", text):
        if found and len(found[-1]) < 180:
            found[-1] += f" {sentence}"
        else:
            found.append(sentence)
    return found


def print_memo(memo: MemoMatter, style: Style, path: Path, seed: int) -> Answer:
    """Write the file; the memo's answer."""
    return MemoPrint(copy.deepcopy(memo), style, seed).draw(path)
