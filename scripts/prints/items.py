"""Items: heading, case number, sections, decision, attachments, absence; and what the answer says of them."""

import datetime
from typing import Any

from prints.headings import OVER, heading, listed
from prints.meeting import Block, Item
from prints.page import Page
from prints.press import Cell, wide
from prints.words import WORDLESS, decision_label, listing, paragraphs

KEYS = ("text", "outcome", "votes", "dissent", "forwarded_to", "postponed_to", "parts")


def draw_contents(page: Page) -> None:
    """The list of contents."""
    style, press = page.style, page.press
    if style.contents == "none":
        return
    press.keep(80)
    page.plain(style.contents_label, bold=style.label_bold, size=style.size * 1.2)
    press.space(4)
    for place, item in enumerate(page.meeting.items):
        text, number = listed(item, style), str(page.places.get(place, 1))
        size, font = style.size, page.regular
        lines = page.lines([(text, font)], press.width - 50, hyphens=False)
        press.row([Cell(press.left, press.width - 50, list(lines), size)])
        base = press.y - size * press.leading * 0.5 + size * 0.34
        if style.contents == "plain":
            continue
        if style.contents == "open":
            end = press.left + sum(wide(f"{word} ", font, size) for word, _ in lines[-1].words)
            press.text(end, base, number, font, size)
            continue
        at = press.right - wide(number, font, size)
        if style.contents == "leaders":
            end = press.left + sum(wide(f"{word} ", font, size) for word, _ in lines[-1].words)
            dots = "." * int((at - end - 4) / wide(".", font, size))
            press.text(end, base, dots, font, size)
        press.text(at, base, number, font, size)
    press.space(style.size * 1.5)


class ItemPrint:
    """One item on its way through the press."""

    def __init__(self, page: Page, item: Item, place: int) -> None:
        self.page, self.item, self.place = page, item, place
        self.style, self.press, self.meeting = page.style, page.press, page.meeting
        self.sections: list[dict[str, str]] = []
        self.labels: list[str] = []
        self.sure = True
        """Whether any careful reader would name the same section labels."""
        self.absent: list[str] = []

    def draw(self) -> dict[str, Any]:
        """Print it; its answer."""
        item, style = self.item, self.style
        margins = self.press.margins
        if style.page_each and self.place:
            self.press.turn()
        else:
            self.press.space(style.size * 1.8)
        numbered = self._heading()
        blocks = list(item.blocks)
        if style.item_type == "row" and item.item_type:
            self._section("type", style.words.get("type", "Punkttype"), [item.item_type])
        first = [block for block in blocks if block.role == "proposal"] if style.order == "middle" else []
        if style.order == "first":
            self._decision()
        for block in first:
            self._block(block)
        if style.order == "middle":
            self._decision()
        for block in blocks:
            if block not in first:
                self._block(block)
        if style.history == "course":
            self._course()
        if not style.attachments_after:
            self._attachments()
        if style.order == "last":
            self._decision()
        if style.attachments_after:
            self._attachments()
        if style.order != "first":
            self._absence()
        self.press.margins = margins
        answer = {
            "number": item.number if numbered else None,
            "title": item.title,
            "case_number": None if style.case == "none" else item.case_number,
            "item_type": item.item_type,
            "open": item.open,
            "section_labels": self.labels,
            "sections": self.sections,
            "proposal": item.proposal,
            "decision": self._answered(),
            "history": [
                {"body": one.body, "date": one.date.isoformat(), "text": one.text} for one in item.history
            ],
            "attachments": item.attachments,
            "absent": self.absent,
            **item.rest,
        }
        if not self.sure:
            answer.pop("section_labels")
        return answer

    def _heading(self) -> bool:
        item, style, press = self.item, self.style, self.press
        made = heading(item, style)
        press.keep(style.heading_size * 2 + style.size * 6)
        self.page.found[self.place] = press.page
        if style.case == "above" and item.case_number:
            self.page.plain(f"{style.case_label} {item.case_number}".strip())
        for line in made.above:
            self.page.plain(line, bold=style.heading_bold)
        for place, line in enumerate(made.lines):
            again = place > 0 and style.heading not in OVER
            size = style.size if again else style.heading_size
            if made.hung and not place:
                self._hung(*made.hung)
                continue
            if style.heading_box and not again:
                font = self.page.bold if style.heading_bold else self.page.regular
                long = len(self.page.lines([(line, font)], press.width, size, hyphens=False))
                press.box(
                    press.y - 2,
                    long * size * press.leading + 4,
                    style.heading_box,
                    press.left - 3,
                    press.right + 3,
                )
            self.page.plain(
                line,
                style.heading_bold and not again,
                size,
                style.heading_align,
                style.heading_underline and not again,
            )
        if style.case in {"below", "right"} and (item.case_number or style.case_empty):
            text = f"{style.case_label} {item.case_number or ''}".strip()
            self.page.plain(text, align="right" if style.case == "right" else "left")
        elif style.case == "row" and (item.case_number or style.case_empty):
            self.page.pair(style.case_label, item.case_number or "", bold=style.label_bold)
            press.space(style.row_gap)
        press.space(style.size * 0.5)
        return made.numbered

    def _hung(self, number: str, title: str) -> None:
        """A number and its title in columns; what follows stands under the title, or its labels under the number."""
        style, press, page = self.style, self.press, self.page
        font, size = page.bold if style.heading_bold else page.regular, style.heading_size
        least = wide(f"{number}  ", font, size)
        broad = style.label_width if style.labels == "column" else max(style.hang, least)
        lines = page.lines([(title, font)], press.width - broad, size, hyphens=False)
        cells = [
            Cell(press.left, broad, list(page.lines([(number, font)], broad, size, hyphens=False)), size)
        ]
        press.row([*cells, Cell(press.left + broad, press.width - broad, list(lines), size)], keep=len(lines))
        if style.labels != "column":
            left, *others = press.margins
            press.margins = (left + broad, *others)

    # Sections

    def _label(self, role: str, own: str) -> str:
        return self.style.words.get(role, own)

    def _printed(self, label: str) -> str:
        label = label.upper() if self.style.label_caps else label
        return f"{label}:" if self.style.label_colon and not label.endswith(":") else label

    def _set(self, label: str, texts: list[str], gap: bool | None = None) -> None:
        """A label and its text in the style's form."""
        style, press, page = self.style, self.press, self.page
        font = page.bold if style.label_bold else page.italic if style.label_italic else page.regular
        shown = self._printed(label)
        if style.labels == "column":
            if style.row_rules:
                press.keep(style.size * 3)
                press.rule(y=press.y)
                press.space(2)
            broad = style.label_width
            lines = page.lines([(shown, font)], broad - 8, hyphens=False)
            value = page.body(texts, press.left + broad, gap=gap)
            press.row([Cell(press.left, broad - 8, list(lines), style.size), value], keep=len(lines))
            press.space(style.row_gap)
            return
        if style.labels == "runin":
            head, *more = texts or [""]
            press.keep(style.size * (4 if texts else 5))
            page.runs([(shown if shown.endswith(":") else f"{shown}:", font), (head, page.regular)])
            if more:
                press.space(style.size * 0.5 if style.gap else 0)
                press.row([page.body(more, gap=gap)])
        else:
            size = style.label_size or style.size
            page.plain(
                shown,
                style.label_bold,
                size,
                underline=style.label_underline,
                italic=style.label_italic,
                keep=3 if texts else 4,
            )
            if texts:
                press.row([page.body(texts, gap=gap)])
        press.space(style.row_gap)

    def _section(self, role: str, label: str, texts: list[str], told: bool = True) -> None:
        """A section, printed and answered; `told` is false where its text is no reader's to agree on."""
        self._set(label, texts)
        self.labels.append(label)
        if told and texts:
            self.sections.append({"label": label, "role": role, "text": " ".join(texts)})

    def _block(self, block: Block) -> None:
        same = [one for one in self.item.blocks if one.role == block.role]
        label = (
            self._label(block.role, block.label)
            if same[0] is block and block.role != "other"
            else block.label
        )
        text = block.text
        if block.role == "proposal" and text.lower().startswith(f"{label.lower()}, "):
            text = text[len(label) + 2 :]
            if self.item.proposal == block.text:
                self.item.proposal = text
        self._section(block.role, label, paragraphs(text, self.page.rng))

    def _attachments(self) -> None:
        titles, style, page = self.item.attachments, self.style, self.page
        if not titles:
            return
        label = self._label("attachments", "Bilag")
        if style.attachments in {"lines", "bullets"}:
            mark = "• " if style.attachments == "bullets" else ""
            self._set(label, [f"{mark}{title}" for title in titles], gap=False)
            self.labels.append(label)
            return
        self._set(label, [])
        self.labels.append(label)
        wideness = self.press.width
        number = page.rng.randint(1200, 88000)
        if style.attachments == "table":
            page.cells(
                [("Nr.", 34.0), ("Titel", wideness - 190), ("Adgang", 60.0), ("Dok.nr.", 96.0)],
                bold=style.label_bold,
            )
        for place, title in enumerate(titles, 1):
            if style.attachments == "table":
                access, paper = (
                    "Åben" if self.item.open else "Lukket",
                    f"{number + place}/{self.meeting.date.year % 100:02}",
                )
                page.cells([(str(place), 34.0), (title, wideness - 190), (access, 60.0), (paper, 96.0)])
            else:
                page.cells([(f"{place}.", 20.0), (title, wideness - 20)])
        self.press.space(style.row_gap)

    # Decisions

    def _body_label(self, body: str, date: datetime.date) -> str:
        style, number = self.style, self.item.number
        if body != self.meeting.committee and number.isdigit():
            number = str(int(number) % 7 + 3)
        return decision_label(style.decision, style.decision_word, body, date, style.decision_when, number)

    def _decided(self) -> dict[str, Any] | None:
        decision = self.item.decision
        return decision if decision and decision.get("text") else None

    def _answered(self) -> dict[str, Any] | None:
        decision = self._decided()
        if decision is None:
            return None
        told = {key: decision[key] for key in KEYS if key in decision}
        return {**told, "date": self.meeting.date.isoformat(), "body": self.meeting.committee}

    def _decision(self) -> None:
        style, decision = self.style, self._decided()
        wordless = style.decision in WORDLESS
        if style.history == "chain" and self.item.history and decision:
            self._chain(decision)
            return
        if style.history == "same":
            for early in self.item.history:
                self._set(self._body_label(early.body, early.date), paragraphs(early.text, self.page.rng))
                if wordless:
                    self.sure = False
                else:
                    self.labels.append(style.decision_word)
        if decision is None:
            if style.empty_decision and self.meeting.kind == "minutes":
                self._set(self._body_label(self.meeting.committee, self.meeting.date), [])
                self.sure = False
            return
        said = paragraphs(decision["text"], self.page.rng)
        inner = self._inner_absence()
        if style.order == "first" and not self.item.open and not self.item.blocks:
            self.press.row([self.page.body(said + inner)])
            self.press.space(style.row_gap)
            return
        self._set(self._body_label(self.meeting.committee, self.meeting.date), said + inner)
        if wordless:
            self.sure = False
            return
        self.labels.append(style.decision_word)
        if not inner and not (style.history == "same" and self.item.history):
            text = " ".join(said)
            self.sections.append({"label": style.decision_word, "role": "decision", "text": text})

    def _chain(self, decision: dict[str, Any]) -> None:
        """Several bodies under one label, this meeting's last."""
        texts = []
        for early in self.item.history:
            texts += [f"{early.body}, {self.page.early(early.date)}:", *paragraphs(early.text, self.page.rng)]
        texts.append(f"{self.meeting.committee}, {self.page.early(self.meeting.date)}:")
        texts += paragraphs(decision["text"], self.page.rng) + self._inner_absence()
        self._set(self.style.decision_word, texts)
        self.sure = False

    def _course(self) -> None:
        texts = []
        for early in self.item.history:
            texts += [f"{self.page.early(early.date)} {early.body}", *paragraphs(early.text, self.page.rng)]
        if texts:
            self._section("history", self._label("history", "Sagens forløb"), texts, told=False)

    # Absence

    def _away(self) -> list[str]:
        whole = [person.name for person in self.meeting.people if person.away]
        return [*whole, *(name for name in self.item.absent if name not in whole)]

    def _named(self, name: str) -> str:
        party = next((person.party for person in self.meeting.people if person.name == name), None)
        return f"{name} ({party})" if party else name

    def _inner_absence(self) -> list[str]:
        """Lines of the decision that say who was away."""
        style = self.style
        if self.meeting.kind != "minutes" or style.away == "none":
            return []
        if style.away in {"lines", "both"} or (style.away == "items" and style.order == "first"):
            away = self._away()
            self.absent = away
            if not away:
                return []
            label = style.away_label if style.away_label != "Afbud/Fraværende" else "Fraværende"
            return [f"{label}: {', '.join(map(self._named, away))}"]
        if style.away in {"front", "sentences"} and self.item.absent:
            self.absent = list(self.item.absent)
            return [
                f"{listing([self._named(name) for name in self.absent])} deltog ikke i sagens behandling."
            ]
        return []

    def _absence(self) -> None:
        """A section of its own that says who was away."""
        style = self.style
        if style.away != "items" or self.meeting.kind != "minutes":
            return
        self.absent = self._away()
        if self.absent or style.everywhere:
            said = ", ".join(map(self._named, self.absent)) or "Ingen"
            self._section("absent", style.away_label, [said])
