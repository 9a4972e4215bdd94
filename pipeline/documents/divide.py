"""A file that binds several documents, divided into them, each with its kind and pages."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from pipeline.danish.labels import head_kind
from pipeline.danish.plan_names import EMPLOYMENT
from pipeline.documents.anchors import DECIDING, labels_on
from pipeline.documents.covers import (
    COVER_LINES,
    aims_on,
    covers_attachment,
    names_kindred,
    plan_on_cover,
)
from pipeline.documents.looks import FAR_LARGER, Look, look_of
from pipeline.documents.mid_page import cut_at_heads
from pipeline.documents.minutes.item_table import heads_items
from pipeline.documents.minutes.row import NUMBER_ALONE
from pipeline.documents.seams import CERTAIN_SEAM, EDGE, SEAM, begins_with_item, of_meeting, seam_points
from pipeline.documents.volume import DAY_AND_HOUR, MEETING_LINES, begins_again, give_back, heads_meeting_of
from schemas.page import Line, Page, Part
from schemas.vocabulary import Kind, Role

LARGER = 1.15
"""A title is set so many times larger than the page's text, or alone in bold or capitals."""

TOP_LINES = 14
"""A title stands among so many lines from the top of its page."""

RUNNING = 0.9
"""Running headers are set smaller than this share of the text's size."""

PLAN_WORDS = 3
"""So many of a plan's words a page, and no agenda's labels, make a plan of pages that no title names.

The shared plan has 4 to 17 a page, minutes about plans up to 9 on one page, but with labels beside them.
"""

MINUTES_LABELS = 3
"""So many labels of agenda items on the pages of a part make it minutes."""


class _Opening(NamedTuple):
    """A sign that a document begins on a page."""

    kind: Kind | None
    sure: float
    title: str = ""


def _same_plan(first: _Opening | None, again: _Opening) -> bool:
    """Whether a plan's title stands again inside the plan, or only a chapter's heading that speaks of targets."""
    if first is None or first.kind is not Kind.plan or again.kind is not Kind.plan or not again.title:
        return False
    if "plan" not in again.title.lower():
        return True
    return _edition(first.title) == _edition(again.title)


def _edition(title: str) -> tuple[list[str], bool]:
    """The years in a title, and whether it is a draft's."""
    return re.findall(r"(?:19|20)\d\d", title), bool(re.search(r"udkast|forslag|synopsis", title.lower()))


def divide(pages: Sequence[Page]) -> list[Part]:
    """Divide a file into its documents.

    A document begins where a page names its kind in large type at its top, where a meeting's head stands once more, or
    where the pages look like another's (`seams`).

    Args:
        pages: All pages, in order.

    Returns:
        At least one part where there is a page; `sure` below 0.6 means that a person should look.
    """
    if not pages:
        return []
    pages, begun = cut_at_heads(pages)
    looks = [look_of(page) for page in pages]
    covers = [covers_attachment(page) for page in pages]
    titles = [_titled(pages, looks, covers, index) for index in range(len(pages))]
    openings: list[_Opening | None] = [titles[0]]
    starts = [0]
    resumed: set[int] = set()
    for index in range(1, len(pages)):
        start, opening = starts[-1], titles[index]
        if opening is not None:
            opening = None if _same_plan(openings[start], opening) else opening
        elif index in begun or begins_again(pages[start], pages[index]):
            opening = openings[start] = openings[start] or _Opening(Kind.minutes, 0.8)
        elif index == start + 1 and covers[start]:
            opening = None  # the attachment itself
        elif (
            len(starts) > 1
            and (covers[start] or (_by_look(openings[start]) and looks[start].type != looks[index].type))
            and _resumes(pages, looks, starts[-2], start, index)
        ):
            opening = _Opening(None, 0.8)
            resumed.add(index)
        else:
            end = next((place for place in range(index + 1, len(pages)) if titles[place]), len(pages))
            opening = _untitled(pages[:end], looks, start, index)
        openings.append(opening)
        if opening is not None:
            starts.append(index)
    parts: list[Part] = []
    for position, start in enumerate(starts):
        end = starts[position + 1] if position + 1 < len(starts) else len(pages)
        own = list(pages[start:end])
        opening = openings[start]
        if len(starts) > 1 and heads_meeting_of(own[0]):
            give_back(own)
        kind, sure = _kind(own, _named(own, opening))
        minutes = _goes_on(parts, own[0]) if start in resumed or _by_look(opening) else None
        if minutes and start not in resumed and (kind is not Kind.minutes or heads_meeting_of(own[0])):
            minutes = None
        if minutes is None:
            parts.append(Part(kind=kind, pages=own, sure=sure))
        else:
            minutes.pages.extend(own)
    return _joined(parts)


def _by_look(opening: _Opening | None) -> bool:
    """Whether a document was told by the look of its first page alone."""
    return opening is not None and opening.kind is None


def _resumes(pages: Sequence[Page], looks: Sequence[Look], first: int, start: int, index: int) -> bool:
    """Whether a page behind an attachment looks as the one before the attachment did, and is the minutes' own.

    Args:
        pages: All.
        looks: Of each.
        first: Index of the page on which the document before the attachment begins.
        start: Of the attachment's first page.
        index: Of the page in question.
    """
    before, look, own = looks[start - 1], looks[index], [each.family for each in looks[first:start]]
    if look.family != before.family or 2 * own.count(look.family) < len(own):
        return False
    if begins_again(pages[first], pages[index]):
        return False
    if look.type == before.type and abs(look.left - before.left) <= EDGE and labels_on(pages[index]):
        return True
    known = bool(look.running & before.running) or begins_with_item(pages[index])
    return known and of_meeting(pages[first:start])


def _goes_on(parts: Sequence[Part], page: Page) -> Part | None:
    """The minutes that go on with a page, behind attachments that stood between two of their items."""
    before = next((part for part in reversed(parts) if part.kind in (Kind.minutes, Kind.agenda)), None)
    if before is None or before is parts[-1]:
        return None
    return before if look_of(page).family == look_of(before.pages[-1]).family else None


def _joined(parts: list[Part]) -> list[Part]:
    """Parts that only a change of type cut off, and that are no document of their own, joined to the one before."""
    kept: list[Part] = []
    for part in parts:
        if kept and part.kind is Kind.other and part.sure < 0.5 and kept[-1].kind is not Kind.other:
            kept[-1] = Part(kept[-1].kind, kept[-1].pages + part.pages, min(kept[-1].sure, 0.7))
        elif (
            kept
            and part.kind is kept[-1].kind
            and part.sure < 0.75
            and part.kind not in (Kind.memo, Kind.other)
        ):
            kept[-1] = Part(kept[-1].kind, kept[-1].pages + part.pages, kept[-1].sure)
        else:
            kept.append(part)
    return kept


@cache
def _lexicon() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(files("pipeline.danish").joinpath("lexicon/kinds.toml").read_text(encoding="utf-8"))


@cache
def _titles() -> list[tuple[re.Pattern[str], Kind]]:
    found = []
    for kind, entry in _lexicon().items():
        words = "|".join(re.escape(title.lower()) for title in sorted(entry["title"], key=len, reverse=True))
        found.append((re.compile(rf"^(?:{words})(?:\W|\d|$)"), Kind(kind)))
    return found


@cache
def _long_titles() -> list[tuple[str, Kind]]:
    """Titles of one word that is long enough to be known although letters of it were misread."""
    titles = [(title.lower(), Kind(kind)) for kind, entry in _lexicon().items() for title in entry["title"]]
    return [(title, kind) for title, kind in titles if len(title) >= MISREAD_EVERY and " " not in title]


MISREAD_EVERY = 10
"""Of so many letters of a title one may be another or missing: "béskæftigelsesplan", "beskæfigelsesplan"."""


def _misread_title(folded: str) -> Kind | None:
    """The kind that a scan's title names although some of its letters are others; its last tells a plural from it."""
    first = folded.split(maxsplit=1)[0].strip(":.,") if folded else ""
    for title, kind in _long_titles():
        alike = abs(len(first) - len(title)) <= 1 and first[-1:] == title[-1]
        if alike and Levenshtein.distance(first, title) <= len(title) // MISREAD_EVERY:
            return kind
    return None


@cache
def _plan_words() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:" + "|".join(map(re.escape, _lexicon()["plan"]["words"])) + r")\b", re.IGNORECASE
    )


def _spaced(text: str) -> str:
    """Letter-spaced words closed up: "N O T A T"."""
    return text.replace(" ", "") if re.fullmatch(r"(?:\w )+\w", text.strip()) else text


def _title_kind(line: Line, size: float, heads_meeting: bool) -> Kind | None:
    """The kind that a line names as a title, or None; over a meeting's head, one in the text's own size is enough."""
    text = _spaced(" ".join(line.text.split()))
    if len(text) > 90:
        return None
    folded = text.lower()
    short = len(text.split()) <= 12
    large = line.size >= LARGER * size if size else True
    kind = next((kind for pattern, kind in _titles() if pattern.match(folded)), None)
    if kind is None and OF_A_MUNICIPALITY.match(folded):
        kind = Kind.plan
    if kind is None and short and large:
        kind = _misread_title(folded)
    if kind is None:
        return None
    if (
        heads_meeting
        and kind is Kind.minutes
        and (
            DAY_AND_HOUR.search(folded)  # "Referat af møde den 6. april 2022 kl. 14"
            or any(pattern.fullmatch(folded) for pattern, of in _titles() if of is kind)
        )
    ):
        return kind
    alone = (line.bold or text.isupper()) and len(text.split()) <= 3
    named = kind is Kind.plan and line.bold and PLAN_OF_YEAR.match(folded) and not heads_meeting
    if not short or not (large or alone or named) or text.endswith((".", ",", ";")):
        return None
    also_heading = re.match(r"^(?:resultatmål|dagsorden|protokol|referat)$", folded)
    if also_heading and not line.size >= LARGER * size and not (heads_meeting and kind is not Kind.plan):
        return None
    return kind


PLAN_OF_YEAR = re.compile(r"^(?:beskæftigelses(?:plan|strategi)(?:en)?)\s(?:for\s)?20\d\d\b")
"""Matches, folded: "beskæftigelsesplan 2015 – mål og indsatser"."""


def _titled(
    pages: Sequence[Page], looks: Sequence[Look], covers: Sequence[bool], index: int
) -> _Opening | None:
    """The title at a page's top that names a document's kind."""
    page, look = pages[index], looks[index]
    if covers[index] and not (index and look.running & looks[index - 1].running):
        return _Opening(Kind.other, 0.9, page.lines[0].text)
    lines = sorted(page.running, key=lambda line: line.top)[:3] + page.lines[:TOP_LINES]
    heads_meeting = index == 0 and heads_meeting_of(page)
    size = look.size
    if index == 0 and look.lines <= COVER_LINES and len(looks) > 1 and looks[1].lines:
        size = min(size, looks[1].size)
    for line in lines:
        if line.top > 0.45 * page.height:
            continue
        kind = _title_kind(line, size, heads_meeting)
        if kind in (Kind.minutes, Kind.agenda) and index and not _fresh_title(page, look, line):
            continue
        if kind is Kind.plan and index and not _title_page(pages, index, line, look):
            continue
        if kind is not None:
            return _Opening(kind, 0.95, line.text)
    if index == 0 and look.lines <= COVER_LINES and not heads_meeting and (title := plan_on_cover(page)):
        return _Opening(Kind.plan, 0.9, title)
    return None


def _untitled(pages: Sequence[Page], looks: Sequence[Look], start: int, index: int) -> _Opening | None:
    """Other signs that a document begins on a page after the first, which has no title of its kind."""
    page, look = pages[index], looks[index]
    if not look.lines or not any(looks[place].lines for place in range(start, index)):
        return None
    points = seam_points(pages, looks, start, index)
    if points >= SEAM:
        return _Opening(None, 0.8 if points >= CERTAIN_SEAM else 0.7)
    if _has_signatures(pages[index - 1]) and _begins_with_heading(page, look):
        return _Opening(None, 0.8)
    # A running header of a scan, each time read a little otherwise, may still stand among the lines.
    first = next((line for line in page.lines if line.size >= RUNNING * look.size), page.lines[0])
    if CHAPTER_ONE.match(first.text) and _turns_to_plan(pages, start, index):
        return _Opening(Kind.plan, 0.7)
    return None


OF_A_MUNICIPALITY = re.compile(
    r"^(?:(?:\S+(?:\s(?:og\s)?\S+)?\skommunes?|jobcenter\s\S+|skitse\s(?:for|til)|\w*udkast)\b[\s:.,–-]*){1,3}"
    r"(?:lokale\s)?" + EMPLOYMENT + r"(?:plan|strategi|politik)(?:en)?\b"
)
"""Matches, folded: "lyngsø kommunes beskæftigelsesplan 2018", "jobcenter lyngsø - beskæftigelsesplan 2018"."""

CHAPTER_ONE = re.compile(r"^(?:1|I|Kapitel\s+1)\.?\s+[A-ZÆØÅ]")
"""The first chapter's heading."""


def _has_signatures(page: Page) -> bool:
    return any(head_kind(line.text) == "signatures" for line in page.lines[:4])


def _turns_to_plan(pages: Sequence[Page], start: int, index: int) -> bool:
    """Whether agenda labels end here and a plan's words begin."""
    after = pages[index : index + 4]
    before = pages[start:index]
    return (
        len(after) >= 2
        and sum(len(labels_on(page)) for page in before) >= MINUTES_LABELS
        and not any(labels_on(page) for page in after)
        and sum(map(_plan_words_on, after)) >= PLAN_WORDS * len(after)
    )


def _plan_words_on(page: Page) -> int:
    return sum(len(_plan_words().findall(line.text)) for line in page.lines)


def _fresh_title(page: Page, look: Look, line: Line) -> bool:
    """Whether "Referat" on a later page is another meeting's title, and no heading of the contents or an item."""
    return line.size >= FAR_LARGER * look.size and line.top < 0.3 * page.height


def _title_page(pages: Sequence[Page], index: int, line: Line, look: Look) -> bool:
    """Whether a plan's title is a title and no agenda item about a plan."""
    lines = pages[index].lines
    if any(
        other.row == line.row and other.x1 <= line.x0 and NUMBER_ALONE.match(other.text) for other in lines
    ):
        return False
    above = [other for other in lines if other.bottom <= line.top + 1]
    if above and NUMBER_ALONE.match(max(above, key=lambda other: other.top).text):
        return False
    return line.size >= 1.4 * look.size or (len(lines) <= 12 and line.size >= LARGER * look.size)


def _begins_with_heading(page: Page, look: Look) -> bool:
    first = page.lines[0]
    return (
        first.bold
        or first.size >= LARGER * look.size
        or bool(re.match(r"^(?:1|I)\.?\s+[A-ZÆØÅ]", first.text))
    )


def _named(pages: Sequence[Page], opening: _Opening | None) -> _Opening | None:
    """What tells of a document that it begins: where that is its look alone, its first page may still name its kind."""
    if opening is None or opening.kind is not None:
        return opening
    title = _titled(pages, [look_of(page) for page in pages[:2]], [covers_attachment(pages[0])], 0)
    return _Opening(title.kind, opening.sure) if title else opening


def _kind(pages: Sequence[Page], opening: _Opening | None) -> tuple[Kind, float]:
    """The kind of a part and how sure it is."""
    if opening is not None and opening.kind is not None:
        return opening.kind, opening.sure
    labels = [role for page in pages for role in labels_on(page)]
    of_meeting = False
    if len(labels) < MINUTES_LABELS:
        alone = [role for page in pages for role in labels_on(page, plain=True)]
        of_meeting = heads_meeting_of(pages[0]) or Role.decision in alone
        labels = alone if of_meeting else labels
    words = sum(map(_plan_words_on, pages))
    sure = opening.sure if opening else 0.9
    if not of_meeting and names_kindred(pages[0]) and words + aims_on(pages) >= max(2, len(pages) // 2):
        return Kind.plan, sure
    if len(labels) >= MINUTES_LABELS and len(labels) >= words / (4 * max(1, len(pages))):
        return Kind.minutes, sure
    if words >= PLAN_WORDS * len(pages):
        return Kind.plan, sure
    if labels and (of_meeting or DECIDING.intersection(labels)):
        return Kind.minutes, min(sure, 0.55)
    if any("møde" in line.text.lower() for line in pages[0].lines[:MEETING_LINES]) and heads_items(pages[0]):
        return Kind.minutes, min(sure, 0.55)
    return Kind.other, min(sure, 0.55) if opening is None else min(sure, 0.66)
