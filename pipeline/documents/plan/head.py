"""What a plan is: its title, the years it is for, draft or adopted, and whose it is."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.danish.numbers import plan_lexicon
from pipeline.danish.pattern import Pattern
from pipeline.danish.plan_names import PLAN_NAME, PLAN_TITLE, YEAR
from pipeline.reading import is_of_browser, text_of
from schemas.page import Line, Part
from schemas.vocabulary import PlanStatus

MUNICIPALITY = re.compile(
    r"\b((?:[A-ZÆØÅ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøåéü]+)*"
    r"|[A-ZÆØÅ]{3,}(?:-[A-ZÆØÅ]+)*)(?:\s(?:og\s)?[A-ZÆØÅ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøåéü]+)*)?)\s(?:[Kk]ommunes?|KOMMUNES?)\b"
)
"""Matches: "Allerød Kommune", "LYNGBY-TAARBÆK KOMMUNE"."""

JOB_CENTRE = re.compile(
    r"\bJobcenter\s(?P<name>[A-ZÆØÅ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøåéü]+)*)(?![\w/-])(?!\s(?:og|&)\s[A-ZÆØÅ])"
)
"""Matches: "Jobcenter Granholm". Not: "Jobcenter Granholm/Lyngsø"."""

NO_NAME = frozenset(
    [
        "den",
        "en",
        "hver",
        "denne",
        "alle",
        "en",
        "i",
        "for",
        "af",
        "og",
        "at",
        "som",
        "det",
        "vores",
        "egen",
        "anden",
        "jobcenter",
        "kære",
        "til",
        "fra",
        "hos",
        "udkast",
    ]
)

ADOPTED = Pattern(
    "plan-adopted",
    r"\b(?:endelig\w*\s+)?(?:godkendt|vedtaget|tiltrådt)\s+(?:af|i|på|den|d\.)\s",
    matches=["Godkendt af Kommunalbestyrelsen den 18. december 2013", "Vedtaget af Byrådet"],
    not_matches=["skal godkendes af", "Godkendelse"],
)
"""Words by which a plan says that it was adopted."""

SAYS_ADOPTED = Pattern(
    "plan-says-adopted",
    r"(?:^|[.,:;·|–-]\s)\W*(?:endelig\w*\s|planen\s+(?:er|blev)\s|beskæftigelsesplan\w*\s+(?:er|blev)\s)?"
    r"(?:godkendt|vedtaget|tiltrådt)\b",
    matches=["Endeligt godkendt af Byrådet", "Jobcenter Lyngsø. Planen er vedtaget af Byrådet"],
    not_matches=["Budgettet blev vedtaget i oktober", "når planen senere er godkendt"],
)
"""A line or a sentence that begins with what became of the plan."""

COVER_LINES = 14
"""So many lines of a plan's first page are looked at for its title and what became of it."""


LAST_LINES = 12
"""So many lines of its last page are looked at for what became of it."""


class Head(NamedTuple):
    """What a plan says of itself."""

    title: str | None
    year: int | None
    last_year: int | None
    status: PlanStatus | None
    municipality: str | None


def read_head(part: Part) -> Head:
    """Read a plan's cover, running lines and text for what it is."""
    cover = _cover(part)
    title = _title(cover)
    running = [
        line.text for page in part.pages[:4] for line in page.furniture if not is_of_browser(line.text)
    ]
    year, last = _years(part, title, running)
    return Head(title, year, last, _status(part, cover, running, title), municipality_of(part))


def _cover(part: Part) -> list[Line]:
    first = part.pages[0].lines
    if len(first) > 40:
        return first[:COVER_LINES]
    return [
        *first[: COVER_LINES * 2],
        *(part.pages[1].lines[:4] if len(part.pages) > 1 and len(first) < 4 else []),
    ]


def _title(cover: Sequence[Line]) -> str | None:
    """The printed title: the largest line with the plan's name, together with the year below it."""
    sizes = [line.size for line in cover]
    usual = sorted(sizes)[len(sizes) // 2] if sizes else 0.0
    candidates = [line for line in cover if PLAN_NAME.search(line.text) and len(line.text) <= 100]
    candidates = [
        line
        for line in candidates
        if line.size >= 1.2 * usual
        or (
            line.bold
            and line.size >= usual
            and (len(cover) <= 14 or PLAN_TITLE.fullmatch(line.text.strip(" .")) or line is cover[0])
        )
    ]
    if not candidates:
        return None
    best = max(candidates, key=lambda line: line.size)
    position = list(cover).index(best)
    lines = [best]
    for line in cover[position + 1 : position + 3]:
        if abs(line.size - best.size) > 0.15 * best.size or line.page != best.page or line.bold != best.bold:
            break
        gap = line.top - lines[-1].bottom
        apart = gap > LOOSE * best.size or abs(line.size - best.size) > OTHER * best.size
        ended = apart and re.search(YEAR, text_of(lines))
        if ended or CHAPTER_NUMBER.match(line.text):
            break
        lines.append(line)
    return text_of(lines).strip(" .")


LOOSE = 0.9
"""So many sizes below a title that says its year the next heading begins …"""

OTHER = 0.05
"""… or where its size differs by such a share."""

CHAPTER_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\s|\s+(?=[A-ZÆØÅ]))|[IVX]+\.?\s)")
"""Matches: "1. Indledning", "I Forord". Not: "2017"."""


def _years(part: Part, title: str | None, running: Sequence[str]) -> tuple[int | None, int | None]:
    for text in (title, *running, *(line.text for line in part.pages[0].lines[:COVER_LINES])):
        match = PLAN_TITLE.search(text) if text else None
        if match is not None:
            return _span(match)
    counted: Counter[tuple[int | None, int | None]] = Counter()
    loose: Counter[int] = Counter()
    for page in part.pages:
        text = " ".join(line.text for line in page.lines)
        for match in PLAN_TITLE.finditer(text):
            counted[_span(match)] += 1
        for line in page.lines:
            if line.bold or line.size > 12:
                loose.update(int(year) for year in re.findall(rf"\b(?:{YEAR})\b", line.text))
    if counted:
        return counted.most_common(1)[0][0]
    if loose and (len(loose) == 1 or loose.most_common(1)[0][1] >= 2):
        return loose.most_common(1)[0][0], None
    return None, None


def _span(match: re.Match[str]) -> tuple[int | None, int | None]:
    first = int(match["year"])
    printed = match["last"]
    if not printed:
        return first, None
    last = int(printed) if len(printed) == 4 else first // 100 * 100 + int(printed)
    return (first, last) if first < last <= first + 8 else (first, None)


def _status(
    part: Part, cover: Sequence[Line], running: Sequence[str], title: str | None
) -> PlanStatus | None:
    lexicon = plan_lexicon()["draft"]
    texts = [line.text for line in cover[:COVER_LINES]]
    for text in (*running, *texts):
        folded = text.lower()
        if len(folded) > 130:
            continue
        if any(
            re.search(rf"\b{re.escape(word)}\b", folded) for word in lexicon["words"]
        ) and not ADOPTED.search(text):
            return PlanStatus.draft
        if any(before in folded for before in lexicon["before_title"]) and "plan" in folded:
            return PlanStatus.draft
    for page in (*part.pages[:2], part.pages[-1]):
        for line in (*page.lines[:30], *page.lines[30:][-LAST_LINES:]):
            if len(line.text) <= 130 and ADOPTED.search(line.text) and SAYS_ADOPTED.search(line.text):
                return PlanStatus.adopted
    return None


SAME_TYPE = 0.2
"""Points by which the sizes of one title's lines may differ."""


def municipality_of(part: Part) -> str | None:
    """Whose document it is: the municipality named most often; None where two are named alike."""
    counted: Counter[str] = Counter()
    for page in part.pages:
        for line, below in pairwise(page.lines):
            if below.text.lower().startswith("kommune") and abs(below.size - line.size) < SAME_TYPE:
                broken = MUNICIPALITY.search(f"{line.text} {below.text.split()[0]}")
                if broken is not None:
                    counted[broken[1]] += 1
        for line in (*page.lines, *page.furniture):
            if "ommune" not in line.text and "OMMUNE" not in line.text:
                continue
            for match in MUNICIPALITY.finditer(line.text):
                name = match[1].title() if match[1].isupper() else match[1]
                words = name.split()
                while words and words[0].lower() in NO_NAME:
                    words = words[1:]
                if words:
                    counted[" ".join(words)] += 1
    ranked = counted.most_common(2)
    if not ranked:
        return _by_job_centre(part)
    if len(ranked) == 2 and ranked[0][1] == ranked[1][1]:
        first = next(
            (
                line.text
                for page in part.pages[:1]
                for line in page.lines[:6]
                if MUNICIPALITY.fullmatch(line.text.strip())
            ),
            None,
        )
        if first is None:
            return None
        name = MUNICIPALITY.fullmatch(first.strip())
        return f"{name[1].title() if name[1].isupper() else name[1]} Kommune" if name else None
    return f"{ranked[0][0]} Kommune"


def _by_job_centre(part: Part) -> str | None:
    """Whose it is, where only its job centre is named: "Jobcenter Granholm" is Granholm Kommune's."""
    named = {
        match["name"]
        for page in part.pages
        for text in (text_of(page.lines), *(line.text for line in page.furniture))
        for match in JOB_CENTRE.finditer(text)
    }
    return f"{named.pop()} Kommune" if len(named) == 1 else None
