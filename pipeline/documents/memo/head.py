"""The head of a memo: sender, kind, title, whose it is, and who asked."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.danish.numbers import plan_lexicon
from pipeline.danish.pattern import Pattern
from pipeline.documents.block import Block, cut
from pipeline.documents.plan.head import MUNICIPALITY, municipality_of
from schemas.page import Line, Page, Part

_NAME = r"(?P<name>[A-ZÆØÅ][\w.’'-]+(?:\s+(?:(?:af|de|von|van|el|al)\s+)?[A-ZÆØÅ][\w.’'-]*){1,4})"
_PARTY = r"(?:\s*\((?:[A-ZÆØÅ]{1,3}|[A-ZÆØÅ][\w ]+)\))?"
_TITLE = (
    r"(?:(?:byråds|kommunalbestyrelses|udvalgs)?medlem(?:met)?\s+|borgmester\s+|udvalgsformand\s+|formand\s+"
    r"|viceborgmester\s+)?"
)

ASKED = Pattern(
    "memo-asked-by",
    rf"""(?:{_NAME}{_PARTY}\s+(?:har|havde)\s+(?:[\w.,/-]+\s+){{0,9}}?(?:stillet|spurgt|bedt|anmodet|ønsket
      |rejst|fremsendt|efterspurgt)
      | (?:[Ss]pørgsmål(?:et|ene)?|[Ff]orespørgsel|[Hh]envendelse|[Ss]ag
      |[Aa]nmodning)\s+(?:er\s+)?(?:stillet\s+)?(?:fra|af)\s+{_TITLE}{_NAME.replace("name", "asker")}
      | (?:stillet|rejst|efterspurgt|ønsket)\s+af\s+{_TITLE}{_NAME.replace("name", "by")})""",
    matches=[
        "Karla Mose har stillet følgende spørgsmål",
        "Spørgsmål fra Karla Mose (A)",
        "Spørgsmålet er stillet af byrådsmedlem Karla Mose",
        "Sag fra Karla Mose om",
        "Karla Mose (B) har den 3. maj stillet",
    ],
    not_matches=["Udvalget har stillet spørgsmål", "spørgsmål fra udvalget"],
    flags=re.NOFLAG,
)
"""Who asked."""

_OFFICE = Pattern(
    "memo-office-in-front",
    r"^(?:(?:byråds|kommunalbestyrelses|udvalgs|regionsråds)?medlem(?:met)?|(?:vice)?borgmester"
    r"|(?:udvalgs|næst)?formand|rådmand)\s+",
    matches=["Byrådsmedlem Ida Holm", "Viceborgmester Bo Vang", "Rådmand Per Lund", "Medlemmet Ida Holm"],
    not_matches=["Ida Holm", "Medlemskab af foreningen"],
)
"""An office in front of a name."""


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(plan_lexicon()["memo"][name])


def divide_head(blocks: Sequence[Block]) -> tuple[list[Block], list[Block], list[Block]]:
    """The head with sender and kind, the title, and the text."""
    title = _title_in_rows(blocks[:HEAD_BLOCKS])
    if title is not None:
        foot = title.lines[-1]
        above = [b for b in blocks if (b.page, b.lines[0].top) <= (foot.page, foot.top + SAME_ROW)]
        return above, [title], [b for b in blocks if not any(b is other for other in above)]
    kind = next((i for i, block in enumerate(blocks[:14]) if _is_kind(block.text)), None)
    labelled = next((i for i, block in enumerate(blocks[:20]) if _labelled_title(block) is not None), None)
    if labelled is not None and (kind is None or labelled > kind) and labelled < 12:
        block = blocks[labelled]
        start = _labelled_title(block) or 0
        if start >= len(block.text):
            below = blocks[labelled + 1 :]
            title = next((other for other in blocks if _beside(block, other)), below[0] if below else block)
            top = block.lines[0].top
            text = [
                other
                for other in below
                if other is not title and (other.page, other.lines[0].top) > (block.page, top)
            ]
            return list(blocks[:labelled]), [title], text
        return list(blocks[:labelled]), [cut(block, start, len(block.text))], list(blocks[labelled + 1 :])
    first = kind + 1 if kind is not None else 0
    if kind is not None and len(blocks[kind].text.split()) > 1:
        word = blocks[kind].text.split()[0].rstrip(":–-")
        behind = blocks[kind].text[len(word) :]
        rest = behind.lstrip(" :-–")
        if rest and not re.fullmatch(r"[\d.\-/ ]+", rest) and not re.match(r"\s*[:–-]", behind):
            return list(blocks[:kind]), [blocks[kind]], list(blocks[first:])
        if rest and not re.fullmatch(r"[\d.\-/ ]+", rest):
            return (
                list(blocks[:kind]),
                [cut(blocks[kind], len(blocks[kind].text) - len(rest), len(blocks[kind].text))],
                list(blocks[first:]),
            )
    body = _usual_size(blocks)
    for position in range(first, min(len(blocks), first + 8)):
        block = blocks[position]
        if block.heading or (block.size >= 1.08 * body and len(block.text) < 180):
            named = _is_kind(block.text) and len(block.text.split()) <= LONGEST_KIND
            if named or _is_sender(block):
                continue
            return list(blocks[:position]), [block], list(blocks[position + 1 :])
    return list(blocks[:first]), list(blocks[first : first + 1]), list(blocks[first + 1 :])


def _title_in_rows(blocks: Sequence[Block]) -> Block | None:
    """The title in a head of labels without colons ("Til", "Fra", "Vedrørende") with their values beside them."""
    lines = [(block, line) for block in blocks for line in block.lines]
    labels = [line for _, line in lines if line.text.strip(" .").lower() in _words("head_labels")]
    named = [line for line in labels if line.text.strip(" .").lower() in _words("title_labels")]
    if len(named) != 1 or not any(
        line is not named[0] and abs(line.x0 - named[0].x0) <= SAME_ROW for line in labels
    ):
        return None
    label = named[0]
    ends = min((line.top for line in labels if line.top > label.top + SAME_ROW), default=None)
    held: list[Line] = []
    owner: Block | None = None
    for block, line in lines:
        right = line.page == label.page and line.x0 > label.x1 and line.top >= label.top - SAME_ROW
        next_one = (
            line.top - held[-1].top <= 1.5 * line.size if held else abs(line.top - label.top) <= SAME_ROW
        )
        if right and next_one and (ends is None or line.top < ends - SAME_ROW):
            held.append(line)
            owner = owner or block
    return replace(owner, lines=held, mark=None, marked=[], _text=None) if owner is not None else None


HEAD_BLOCKS = 14
"""A memo's head has no more blocks."""


def _beside(label: Block, other: Block) -> bool:
    """Whether a block stands right of a label, on its row."""
    return (
        other.page == label.page
        and abs(other.lines[0].top - label.lines[0].top) <= SAME_ROW
        and other.left > label.left + SAME_ROW
    )


SAME_ROW = 4.0
"""Points by which the upper edges of a label and of what stands beside it may differ."""


def _usual_size(blocks: Sequence[Block]) -> float:
    weights: dict[float, int] = {}
    for block in blocks:
        weights[block.size] = weights.get(block.size, 0) + len(block.text)
    return max(weights, key=lambda size: weights[size], default=10.0)


def _is_kind(text: str) -> bool:
    words = re.sub(r"[^\w\s]", " ", text.lower()).split()
    return (
        bool(words)
        and words[0] in _words("kinds")
        and (len(words) == 1 or not text.split()[0].islower())
        and len(text) < 160
    )


def _labelled_title(block: Block) -> int | None:
    match = re.match(r"^([^\W\d_]+)\.?\s*:\s*", block.text)
    if match is None or match[1].lower() not in _words("title_labels"):
        return None
    return match.end()


def _is_sender(block: Block) -> bool:
    return (block.size < 10 and not block.bold) or bool(MUNICIPALITY.fullmatch(block.lines[0].text.strip()))


LONGEST_KIND = 3
"""More words than "Notat til udvalget" say what it is about: "Besvarelse af spørgsmål om elevplaner"."""


def title_text(title: Sequence[Block]) -> str:
    """The title as printed, without its last dot."""
    return title[0].text.strip().rstrip(".") if title else ""


def municipality_in(part: Part, head: Sequence[Block]) -> str | None:
    """Whose memo it is: by its head, else by its text."""
    for block in head:
        match = MUNICIPALITY.search(block.text)
        if match is not None and len(block.text) < 60:
            return f"{match[1].title() if match[1].isupper() else match[1]} Kommune"
    return municipality_of(part)


def department_of(page: Page, head: Sequence[Block], title: Sequence[Block]) -> str | None:
    """The line of the head that names a department: labelled, or beside the municipality's name."""
    top = title[0].lines[0].top if title else 0.35 * page.height
    lines = [
        line
        for line in (*page.furniture, *page.lines)
        if line.top < max(top, 0.12 * page.height) and line.page == page.number
    ]
    labelled = [line for line in page.lines if line.top < HEAD_ENDS * page.height]
    for line in (*page.furniture, *labelled):
        row = [other.text for other in labelled if other.row == line.row and other.x0 > line.x0]
        alone = bool(row) and line.text.strip(" .").lower() in _words("department_labels")
        text = " ".join((line.text, *row)) if line.text.rstrip().endswith(":") else line.text
        text = f"{line.text.strip(' .')}: {' '.join(row)}" if alone else text
        match = re.match(r"^([^\W\d_]+)\s*:\s*(\S.+)$", text)
        if match is not None and match[1].lower() in _words("department_labels"):
            return match[2].strip()
    for line in sorted(lines, key=lambda line: (line.top, line.x0)):
        text = line.text.strip(" .,")
        if len(text) > 70 or re.search(r"\d|@|www|:", text) or MUNICIPALITY.search(text) or _is_kind(text):
            continue
        folded = text.lower()
        if any(
            re.search(rf"{word}(?:en|et|s|ets|er)?\b" if len(word) > 3 else rf"\b{word}\b", folded)
            for word in _words("departments")
        ):
            return text
    for line in page.lines[:8]:
        match = re.match(rf"^{MUNICIPALITY.pattern}\s*[,–-]\s*(?P<department>[A-ZÆØÅ].{{3,50}})$", line.text)
        if match is not None:
            return match["department"].strip(" .")
    return None


HEAD_ENDS = 0.35
"""Share of the page's height below which no label tells the sender; the title may stand above "Fra:"."""


def asked_by(title: Sequence[Block], body: Sequence[Block]) -> str | None:
    """Who asked, by the first sentence that says so; None where several are named."""
    found: list[str] = []
    for block in (*body[:12], *title):
        for match in ASKED.finditer(block.text):
            name = next(group for key, group in match.groupdict().items() if group)
            name = _OFFICE.sub("", name).strip(" .,")
            if not re.search(r"(?:udvalg|råd|kommune|forvaltning|bestyrelse|center)", name, re.IGNORECASE):
                found.append(name)
        if found:
            break
    return found[0] if len(dict.fromkeys(found)) == 1 else None
