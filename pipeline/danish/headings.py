"""An agenda heading taken apart: number, title, case number, open or closed, type, the contents' page number.

What stands around a title is furniture of two ends. It is taken off from the outside: first the page and its
leaders, then the markers at the end, then the number and the markers in front. What is left is the title.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.danish import heading_rules as rules

FIRST_YEAR, LAST_YEAR = 1985, 2040
"""A bare number of four digits between these is a year of the title and no page; real contents run to page
4,000."""

LARGEST_ORDINAL = 4
"""Up to here "3. indberetning" may be an ordinal; "115. årsrapport" is item 115 in small letters."""

LARGEST_ASKED_FEW = 60
"""Nothing is cut into more phases, stages or weeks; what is larger behind such a word is the contents'
page."""

LARGEST_HOUSE = 400
"""The same for the houses of a street; few have more."""

EMPTY_BRACKETS = re.compile(r"\s*[(\[]\s*[)\]]$")
"""What is left at a title's end where the case number between them was not filled in."""

CONFIDENCE = {
    "bare-page": 0.6,
    "bare-page-ended": 0.95,
    "glued-page": 0.8,
    "inner-page": 0.7,
    "number-code": 0.7,
    "number-bare": 0.97,
    "ordinal": 0.8,
    "code-front": 0.7,
    "street": 0.7,
    "web-end": 0.8,
    "decision-glued": 0.8,
    "title-empty": 0.7,
}
"""How far each rule is to be trusted where it is below 0.99; a heading has the product.

The ones that a careful reader doubted are those marked unsure among 200 real headings labelled by hand:
there a bare
last number and a number "11/326" are what is printed, but not certainly what is meant.
"""


class Heading(NamedTuple):
    """A heading's parts."""

    number: str | None
    """As printed, without its dot and without Punkt, Sag nr., Nr."""

    title: str
    """The words, white space folded, without everything that is named here."""

    case_number: str | None
    """As printed."""

    open: bool | None
    """False for a closed item; None where the heading does not say."""

    item_type: str | None
    """A letter or word, as printed."""

    page: int | None
    """The contents' page number."""

    rule: str
    """What was taken off, from the outside in: "leaders, number-dot, open-front"."""

    confidence: float
    """0 to 1, of all parts together."""


class _Reader:
    """One heading on its way: what is left of it, and what was found."""

    def __init__(self, text: str, in_contents: bool | None) -> None:
        self.left = text.replace("\u00a0", " ").replace("\u00ad", "").replace("\t", "  ").strip()
        self.left = EMPTY_BRACKETS.sub("", self.left)
        self.in_contents = in_contents
        self.number: str | None = None
        self.case_number: str | None = None
        self.open: bool | None = None
        self.item_type: str | None = None
        self.page: int | None = None
        self.rules: list[str] = []

    def took(self, rule: str) -> None:
        """Note a rule that found something."""
        self.rules.append(rule)

    def state(self, words: str) -> None:
        """Note that the heading says open or closed."""
        if self.open is None:
            self.open = "åb" in words.lower()

    def take_page(self) -> None:
        """Take off the contents' page number and its leaders."""
        dotted = self.left.count(".") > 1 or "…" in self.left
        leaders = rules.LEADERS.search(self.left) if dotted else None
        if leaders is not None:
            rest = self.left[: leaders.start()].rstrip()
            stop = rules.ABBREVIATED.search(rest) or rules.STOP_AND_LEADERS.match(leaders[0])
            self.left = rest + "." if stop else rest
            self.page = int(leaders["page"]) if leaders["page"] else None
            self.took("leaders")
            return
        if self.in_contents is False:
            return
        bare = rules.BARE_PAGE.match(self.left)
        if bare is not None:
            marked = bool(bare["stray"]) or not bare["gap"] or self._marked(bare["title"])
            asked = not marked and self._asked(bare["title"], int(bare["page"]))
            ended = marked or (not asked and self._ended(bare["title"]))
            if ended or not asked:
                self.left, self.page = bare["title"], int(bare["page"])
                self.took("bare-page-ended" if ended else "bare-page")
            return
        glued = rules.GLUED_PAGE.fullmatch(self.left)
        listed = self.in_contents or self.left[:1].isdigit()
        if glued is not None and listed and not rules.ASKS.search(glued["title"]):
            self.left, self.page = glued["title"], int(glued["page"])
            self.took("glued-page")

    def _marked(self, title: str) -> bool:
        """Whether a marker stands behind a title, so that a number behind it is the page."""
        return any(rule.search(title) for rule in (rules.TYPE_END, rules.STATE_END, rules.CASE_END))

    def _ended(self, title: str) -> bool:
        """Whether a title's words have visibly ended."""
        return rules.FULL_STOP.search(title) is not None or rules.WHOLE_YEAR.search(title) is not None

    def _asked(self, title: str, number: int) -> bool:
        """Whether a title's last words ask for the number behind them."""
        if rules.ASKS.search(title) is not None:
            return True
        if (
            FIRST_YEAR <= number <= LAST_YEAR
            and rules.WHOLE_YEAR.search(title) is None
            and not title.endswith(")")
        ):
            return True
        if number <= LARGEST_ASKED_FEW and rules.ASKS_FEW.search(title) is not None:
            return True
        if number <= LARGEST_HOUSE and rules.STREET.search(title) is not None:
            self.took("street")
            return self.in_contents is None
        return False

    def take_end(self) -> None:
        """Take off the markers behind the title, in whatever order they stand."""
        while True:
            before = self.left
            if (match := rules.DECISION_GLUED.search(self.left)) is not None:
                self._cut_end(match, "decision-glued")
            if (match := rules.WEB_END.search(self.left)) is not None:
                self.number = match["number"] or self.number
                self._cut_end(match, "web-end")
            if (match := rules.STATE_END.search(self.left)) is not None and match.start() > 0:
                self.state(match[0])
                self._cut_end(match, "open-end")
            if (match := rules.CASE_END.search(self.left)) is not None:
                self.case_number = self.case_number or match["value"]
                self._cut_end(match, "case-end")
            if (match := rules.PATH_END.search(self.left)) is not None:
                self._cut_end(match, "path-end")
            if (match := rules.TYPE_END.search(self.left)) is not None and not (
                len(match["type"]) == 1 and rules.PARTY_BEFORE.search(self.left[: match.start()])
            ):
                self.item_type = self.item_type or match["type"]
                self._cut_end(match, "type-end")
            if self.left == before:
                return

    def _cut_end(self, match: re.Match[str], rule: str) -> None:
        self.left = self.left[: match.start()].rstrip(" -–:")
        self.took(rule)

    def take_front(self) -> None:
        """Take off number, markers and case number before the title, in whatever order they stand."""
        while True:
            before = self.left
            if (match := rules.CLOSED_CODE.match(self.left)) is not None:
                self.state(match["state"])
                self.item_type = match["type"]
                self._cut_front(match, "code-front")
            elif (match := rules.STATE_FRONT.match(self.left)) is not None:
                self.state(match[0])
                self._cut_front(match, "open-front")
            elif self.number is not None and (match := rules.STATE_AFTER_NUMBER.match(self.left)) is not None:
                self.state(match[0])
                self._cut_front(match, "open-after-number")
            elif self.number is None and self._take_number():
                pass
            elif (match := rules.CASE_FRONT.match(self.left)) is not None:
                self.case_number = self.case_number or match["value"] or match["bare"]
                self._cut_front(match, "case-front")
            elif self.item_type is None and (match := rules.CODE_FRONT.match(self.left)) is not None:
                self.item_type = match["type"]
                self._cut_front(match, "code-front")
            self.left = self.left.lstrip(" -–:.")
            if self.left == before:
                return

    def _take_number(self) -> bool:
        if rules.ORDINAL.match(self.left) is not None:
            self.took("ordinal")
            return False
        for rule, name in NUMBER_RULES:
            match = rule.match(self.left)
            if match is None:
                continue
            number, rest = match["number"], self.left[match.end() :].lstrip()
            if name == "number-dot" and rest[:1].islower() and not self._item_in_small_letters(number):
                continue
            if (
                name in ("number-dash", "number-bare")
                and number.isdigit()
                and FIRST_YEAR <= int(number) <= LAST_YEAR
            ):
                continue
            self.number = number
            self._cut_front(match, name)
            return True
        return False

    def _item_in_small_letters(self, number: str) -> bool:
        return self.page is not None or not number.isdigit() or int(number) > LARGEST_ORDINAL

    def _cut_front(self, match: re.Match[str], rule: str) -> None:
        self.left = self.left[match.end() :].lstrip()
        self.took(rule)

    def mend(self) -> None:
        """Mend what wrapping did inside the title, and fold its white space."""
        inner = rules.INNER_PAGE.search(self.left) if self.page is None else None
        if inner is not None:
            self.page = int(inner["page"])
            self.left = f"{self.left[: inner.end('word')]} {self.left[inner.end() :]}"
            self.took("inner-page")
        self.left = " ".join(rules.WRAPPED_WORD.sub("", self.left).split())
        if not self.left:
            self.took("title-empty")


NUMBER_RULES = (
    (rules.NUMBER_WORD, "number-word"),
    (rules.NUMBER_CODE, "number-code"),
    (rules.NUMBER_LEVELS, "number-levels"),
    (rules.NUMBER_DOT, "number-dot"),
    (rules.NUMBER_DASH, "number-dash"),
    (rules.NUMBER_BARE, "number-bare"),
)
"""How a number is known, the surest first."""


@lru_cache(maxsize=1024)
def read_heading(text: str, *, in_contents: bool | None = None) -> Heading:
    """Take an agenda heading apart.

    Args:
        text: The heading as printed, its lines joined by a space; white space wider than one space may tell
        something
            and should be kept.
        in_contents: True for a line of a table of contents, where a bare last number is a page; False for a
        heading in
            the body, where it never is; None where nobody knows: then only a number is taken for a page that
            the
            title's last words do not ask for.
    """
    reader = _Reader(text, in_contents)
    reader.take_page()
    reader.take_end()
    reader.take_front()
    if rules.CONFIDENTIAL_END.search(reader.left) is not None:
        reader.state("lukket")
    reader.mend()
    confidence = 0.99
    for rule in reader.rules:
        confidence *= CONFIDENCE.get(rule, 1.0)
    return Heading(
        reader.number,
        reader.left,
        reader.case_number,
        reader.open,
        reader.item_type,
        reader.page,
        ", ".join(reader.rules) or "plain",
        round(confidence, 3),
    )
