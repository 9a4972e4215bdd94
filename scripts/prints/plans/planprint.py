"""A plan printed in a style: the file and its answer."""

import copy
from pathlib import Path
from random import Random
from typing import Any

from rapidfuzz import fuzz
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, Paragraph, Spacer, Table

from prints.plans.matter import Answer, PlanMatter, Target
from prints.plans.story import Types, chart, typeset
from prints.plans.style import Style

INTROS = (
    "Jobcentret vil bruge disse strategier på vej mod målet:",
    "For at nå målet iværksættes følgende indsatser:",
    "Jobcentret vil bruge disse initiativer for at indfri målet:",
    "Indsatsen omfatter følgende aktiviteter:",
)
HEADINGS = ("Indsatser", "Strategi", "Sådan når vi målet", "Initiativer", "Det gør vi")
TOLD = (
    "I {before} var andelen 14,2 pct. mod 15,9 pct. i hele landet, og 312 borgere var i tilbud. Ifølge den seneste "
    "prognose ventes antallet at falde med 3,4 pct.",
    "Ved udgangen af {before} var 47 virksomheder med, og 61,5 procent var tilfredse. Det er 4 procentpoint flere end "
    "året før.",
    "Status pr. 31.12.{before} er 228 personer. På landsplan er tallet steget med 6,1 pct. siden {before}.",
)


class PlanPrint:
    """A plan in the making."""

    def __init__(self, plan: PlanMatter, style: Style, seed: int) -> None:
        self.plan, self.style = plan, style
        self.rng = Random(f"{seed} {style.name} {plan.answer['title']}")
        self.types = Types(style)
        self.answer: Answer = plan.answer
        self.year = plan.answer["year"]
        last = plan.answer.get("last_year")
        self.years = f"{self.year}-{last}" if last else str(self.year)
        self.story: list[Flowable] = []
        self.width = A4[0] - 2 * style.margins[0]
        if style.columns == 2:
            self.width = (self.width - 20) / 2
        self.number = 0
        self.sections: list[str] = []

    # --- small parts ---

    def add(self, *flowables: Flowable) -> None:
        self.story.extend(flowables)

    def heading(self, title: str, number: str | None = None, level: int = 1) -> None:
        style = self.types.chapter if level == 1 else self.types.section
        self.sections.append(title)
        self.add(self.types.p(f"{number} {title}" if number else title, style, hyphens=False, keepWithNext=1))

    def next(self) -> str | None:
        self.number += 1
        return f"{self.number}." if self.style.heading == "number" else None

    def prose(self, paragraphs: list[str], most: int = 4) -> None:
        self.add(*(self.types.p(text) for text in paragraphs[:most]))

    # --- the plan ---

    def draw(self, path: Path) -> Answer:
        style, answer = self.style, self.answer
        said = {"years": self.years, "municipality": answer["municipality"], "year": self.year}
        title = style.title.format(**said)
        header = style.header.format(**said)
        self._front(title)
        intro = self.plan.chapters[:3]
        for chapter in intro:
            self.heading(chapter.title, self.next())
            self.prose(chapter.paragraphs)
        self._figures()
        self._goals()
        if style.form == "table":
            self._table()
        elif style.form == "status":
            self._status_table()
        else:
            if style.form in ("boxes", "overview"):
                self._overview()
            self._chapters()
        if style.status == "adopted end":
            self.add(Spacer(1, 20), self.types.p(f"Godkendt af Byrådet den 14. december {self.year - 1}"))
        if style.status == "draft header":
            header = f"UDKAST {header}".strip()
        pages = typeset(path, self.story, style, header, style.footer, style.cover, "plan")
        answer["pages"] = [1, pages]
        answer["status"] = {"none": None, "draf": "draft", "adop": "adopted"}[style.status[:4]]
        answer["section_titles"] = self.sections if style.form not in ("table", "status") else []
        if not answer["section_titles"] or style.form == "chapters":
            answer.pop("section_titles")
        if style.goals == "none":
            answer["minister_goals"] = []
        self._serves()
        return answer

    def _front(self, title: str) -> None:
        style, types = self.style, self.types
        self.answer["title"] = title
        if style.status == "draft title":
            title = f"Udkast til {title[0].lower() + title[1:] if not title.isupper() else title}"
            self.answer["title"] = title
        if style.cover:
            self.add(Spacer(1, 150))
        if style.status == "draft word":
            self.add(types.p("UDKAST", types.bold))
        self.add(types.p(title, types.title, hyphens=False))
        self.add(types.p(self.answer["municipality"], types.section, hyphens=False))
        lines = {
            "adopted council": f"Godkendt af Kommunalbestyrelsen den 12. december {self.year - 1}",
            "adopted date": f"Vedtaget i Byrådet den 29.11.{self.year - 1}",
        }
        if style.status in lines:
            self.add(types.p(lines[style.status]))
        if style.contents:
            self._contents()
        if style.cover:
            self.add(NextPageTemplate("two" if style.columns == 2 else "one"), PageBreak())
        elif style.columns == 2:
            self.add(Spacer(1, 10))

    def _contents(self) -> None:
        entries = [
            "Indledning",
            *(f"Mål {n}: {t.answer['title']}" for n, t in enumerate(self.plan.targets, 1)),
        ]
        self.add(self.types.p("Indhold", self.types.section))
        width = self.width if not self.style.cover else A4[0] - 2 * self.style.margins[0]
        rows = [[self.types.p(entry, self.types.left), str(place + 2)] for place, entry in enumerate(entries)]
        self.add(
            Table(
                rows, colWidths=[width - 30, 30], style=[("FONT", (1, 0), (1, -1), self.types.left.fontName)]
            )
        )
        self.add(Spacer(1, 14))

    def _figures(self) -> None:
        lines = list(self.plan.figures)
        if not lines:
            return
        self.heading("Udviklingen i målgrupperne", self.next())
        self.add(
            self.types.p(
                f"Fra ultimo {self.year - 4} til ultimo {self.year - 2} har udviklingen været følgende:"
            )
        )
        self.add(*self.types.bullets([(line, 1) for line in lines], self.style.action_mark))
        self.add(Spacer(1, 8))

    def _goals(self) -> None:
        goals, style, types = self.answer["minister_goals"], self.style, self.types
        if not goals or style.goals == "none":
            return
        self.heading(f"Ministerens mål for {self.years}", self.next())
        self.add(types.p("Beskæftigelsesministeren har udmeldt følgende mål for indsatsen:"))
        text = "Jobcentrene skal i højere grad understøtte en effektiv og koordineret indsats for borgerne."
        content: list[Flowable] = []
        for goal in goals:
            number = goal["number"]
            if style.goals == "bullets":
                content += types.bullets([(goal["title"], 1)], "•")
                goal["number"] = None
                continue
            label = {"list": f"{number}. ", "ministermål": f"Ministermål {number}: "}.get(
                style.goals, f"Mål {number}: "
            )
            kind = types.section if style.goals == "headings" else types.bold
            content.append(types.p(label + goal["title"], kind, hyphens=False))
            content.append(types.p(text))
        self.add(*(types.box(content, self.width) if style.goals == "box" else content))

    # --- targets ---

    def label(self, target: Target, title: str) -> list[Paragraph]:
        words = title.upper() if self.style.caps else title
        said = self.style.label.format(n=target.answer["number"], t=words)
        return [
            self.types.p(part, self.types.bold, spaceAfter=3, keepWithNext=1) for part in said.split("\n")
        ]

    def measures(self, target: Target, again: bool = False) -> list[Paragraph]:
        style, types = self.style, self.types
        texts = [m["text"] for m in target.answer["measures"]]
        if again:
            texts = [target.again.get(text, text) for text in texts]
        number = target.answer["number"]
        if style.measures == "numbers":
            return [types.p(f"{number}.{place} {text}", spaceAfter=3) for place, text in enumerate(texts, 1)]
        if style.measures == "delmål":
            return [
                types.p(f"Delmål {number}.{place}: {text}", spaceAfter=3)
                for place, text in enumerate(texts, 1)
            ]
        if style.measures == "paragraphs":
            return [types.p(text) for text in texts]
        return types.bullets([(text, 1) for text in texts], style.mark)

    def _overview(self) -> None:
        self.heading(f"Samlet oversigt over resultatmål for {self.years}", self.next())
        self.add(self.types.p(f"De {len(self.plan.targets)} resultatmål fremgår nedenfor:"))
        for target in self.plan.targets:
            content = [*self.label(target, target.answer["title"]), *self.measures(target)]
            self.add(*self.types.box(content, self.width))

    def _chapters(self) -> None:
        boxed = self.style.form in ("boxes", "chapters")
        late: list[Flowable] = []
        for place, target in enumerate(self.plan.targets):
            if self.style.page_each and place:
                self.add(PageBreak())
            title = target.chapter.title
            said = title.upper() if self.style.caps else title
            if self.style.heading == "label" and boxed:
                for one in self.label(target, target.answer["title"]):
                    one.style = self.types.section
                    self.add(Paragraph(one.text, self.types.section))
            else:
                self.heading(said, f"{self.number}.{place + 1}" if self.style.heading == "number" else None)
            self.add(*late)
            late = []
            paragraphs = target.chapter.paragraphs
            if self.style.heading == "label" and boxed:
                self.add(*self.types.box(self.measures(target, again=self.style.form == "boxes"), self.width))
                self.prose(paragraphs[:3])
            else:
                self.prose(paragraphs[:2])
                if boxed:
                    again = self.style.form == "boxes"
                    words = (target.restated if again else None) or target.answer["title"]
                    self.add(self.types.p(f"For {self.year} fastsættes følgende resultatmål:"))
                    self.add(
                        *self.types.box(
                            [*self.label(target, words), *self.measures(target, again)], self.width
                        )
                    )
                self.prose(paragraphs[2:5])
            self._told(place)
            if self.style.serves and target.answer.get("minister_goal"):
                self.add(
                    self.types.p(f"Målet understøtter ministerens mål {target.answer['minister_goal']}.")
                )
            late = self._actions(target, place + 1 < len(self.plan.targets))
        self.add(*late)

    def _told(self, place: int) -> None:
        style, types = self.style, self.types
        text = TOLD[place % len(TOLD)].format(before=self.year - 2)
        if style.told == "status":
            self.add(types.p("Status", types.bold, keepWithNext=1))
            self.add(types.p(text))
        elif style.told in ("prose", "figures") or style.chart:
            if style.chart:
                half = self.width * 0.46
                caption = types.p(f"Figur {place + 1}: Udviklingen frem til {self.year}", types.small)
                table = Table(
                    [
                        [
                            [types.p(text * 2, types.left)],
                            [caption, chart(half), types.p("Kilde: Jobindsats", types.small)],
                        ]
                    ],
                    colWidths=[self.width - half - 14, half + 14],
                    style=[("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, 0), 0)],
                )
                self.add(table)
            else:
                self.add(types.p(text))

    def _actions(self, target: Target, more: bool) -> list[Flowable]:
        """The actions; those that the style prints behind the next heading are handed back."""
        actions = target.answer.get("actions") or []
        if not actions:
            return []
        style, types = self.style, self.types
        listed: list[Flowable] = list(
            types.bullets([(a["text"], a.get("level", 1)) for a in actions], style.action_mark)
        )
        if style.actions == "numbered" and all(a.get("level", 1) == 1 for a in actions):
            listed = [
                types.p(f"{n}. {a['text']}", types.left, spaceAfter=3) for n, a in enumerate(actions, 1)
            ]
        if style.actions.startswith("heading"):
            self.add(
                types.p(
                    HEADINGS[len(style.name + target.answer["title"]) % len(HEADINGS)],
                    types.bold,
                    keepWithNext=1,
                )
            )
        else:
            self.add(types.p(self.rng.choice(INTROS)))
        boxed = style.actions.endswith("box") or style.actions == "late"
        made = types.box(listed, self.width) if boxed else [*listed, Spacer(1, 8)]
        if style.actions == "late" and more and style.box in ("stroke", "fill", "stroke each"):
            return made
        self.add(*made)
        return []

    # --- tables ---

    def _table(self) -> None:
        style, types = self.style, self.types
        self.heading("Resultatmål og indsatser", self.next())
        heads = ["Resultatmål", "Delmål", "Indsatser"]
        widths = [self.width * share for share in (0.24, 0.4, 0.36)]
        told = style.told == "status"
        if told:
            heads, widths = [*heads, "Status"], [self.width * share for share in (0.2, 0.32, 0.28, 0.2)]
        rows: list[list[Any]] = [[types.p(head, types.bold, hyphens=False) for head in heads]]
        for place, target in enumerate(self.plan.targets):
            actions = (target.answer.get("actions") or [])[:8]
            target.answer["actions"] = actions
            cells: list[Any] = [
                [types.p(f"{target.answer['number']}. {target.answer['title']}", types.bold)],
                self.measures(target)
                if style.measures == "bullets"
                else [types.p(m["text"], types.left) for m in target.answer["measures"]],
                types.bullets([(a["text"], a.get("level", 1)) for a in actions], style.action_mark, inside=0),
            ]
            if told:
                cells.append(types.p(TOLD[place % len(TOLD)].format(before=self.year - 2), types.left))
            rows.append(cells)
        self.add(self._grid(rows, widths))

    def _status_table(self) -> None:
        types = self.types
        self.heading("Resultatmål og status", self.next())
        rows: list[list[Any]] = [[types.p(h, types.bold, hyphens=False) for h in ("Resultatmål", "Status")]]
        for place, target in enumerate(self.plan.targets):
            target.answer["actions"] = []
            left = [
                types.p(f"{target.answer['number']}. {target.answer['title']}", types.bold),
                *(types.p(f"”{m['text']}”", types.left) for m in target.answer["measures"]),
            ]
            rows.append([left, types.p(TOLD[place % len(TOLD)].format(before=self.year - 2), types.left)])
        self.add(self._grid(rows, [self.width * 0.6, self.width * 0.4]))

    def _grid(self, rows: list[list[Any]], widths: list[float]) -> Table:
        drawn: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
        kind = self.style.box
        if kind in ("stroke", "stroke each", "fill"):
            drawn.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
        if kind == "fill":
            drawn.append(("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#cfdbe6")))
        if kind == "rules":
            drawn += [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)]
        repeat = 1 if self.style.notes else 0
        return Table(rows, colWidths=widths, style=drawn, repeatRows=repeat, splitInRow=1)

    # --- what follows from the print ---

    def _serves(self) -> None:
        goals = {goal["number"]: goal["title"] for goal in self.answer["minister_goals"]}
        for target in self.answer["targets"]:
            if self.style.caps:
                target["title"] = target["title"].upper()
            served = target.get("minister_goal")
            said = self.style.serves and self.style.form in ("boxes", "chapters", "overview")
            if self.style.goals in ("none", "bullets"):
                if self.style.goals == "none" and said:
                    continue
                target.pop("minister_goal", None)
            elif not said:
                # Titles tell only where they are nearly the same, or have nothing in common.
                title = target["title"].lower()
                alike = {number: fuzz.ratio(title, goal.lower()) for number, goal in goals.items()}
                if alike.get(served, 0) < 85 if served is not None else max(alike.values(), default=0) > 40:
                    target.pop("minister_goal")


def print_plan(plan: PlanMatter, style: Style, path: Path, seed: int) -> Answer:
    """Write the file; the plan's answer."""
    return PlanPrint(copy.deepcopy(plan), style, seed).draw(path)
