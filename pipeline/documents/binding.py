"""Which agenda item a plan or a memo belongs to: by titles, attachments and the words of the case.

Two candidates are no candidate, unless the order of the documents tells: attachments are bound in the order
of the items that they belong to.
"""

import re
from collections import Counter
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from rapidfuzz import fuzz

from pipeline.danish.numbers import plan_lexicon
from pipeline.danish.pattern import Pattern
from pipeline.danish.wording import stems
from schemas.memo import Memo
from schemas.minutes import Item, Minutes
from schemas.plan import Plan
from schemas.record import Document
from schemas.vocabulary import PlanStatus

ENOUGH = 60.0
"""An item as like as this is the document's (0 to 100).

On the shared and the sample files the right item is at 86 or above; wrong ones are below 50, save where one
politician brought two cases (73).
"""

AHEAD = 6.0
"""It must be so much liker than the next, or order must tell."""

NAMES = 0.55
"""How much titles and attachments weigh; the rest is how much of the title's rare words the case holds."""


class _Candidate(NamedTuple):
    item: Item
    position: int
    score: float


def bind(documents: Sequence[Document]) -> list[Document]:
    """Tie plans and memos to the agenda items of the minutes in the same file.

    Args:
        documents: In page order.

    Returns:
        The same documents, with `concerns_item` where one item is meant, a plan's status where its item tells,
        and the minutes' municipality where it names none of its own.
    """
    items = [item for document in documents if isinstance(document, Minutes) for item in document.items]
    if not items:
        return list(documents)
    texts = {id(item): _case(item) for item in items}
    rarity = Counter(stem for item in items for stem in stems(texts[id(item)]))
    bound: list[Document] = []
    last = -1
    for document in documents:
        if isinstance(document, (Plan, Memo)):
            candidate = _only(_ranked(document, items, texts, rarity), last)
            if candidate is not None:
                last = candidate.position
                document = _tied(document, candidate.item)
                if document.municipality is None:
                    document = document.model_copy(update={"municipality": _of_all(documents)})
        bound.append(document)
    return bound


def _of_all(documents: Sequence[Document]) -> str | None:
    """The municipality of all minutes of the file, or None where they name several."""
    named = {d.municipality for d in documents if isinstance(d, Minutes)}
    return next(iter(named)) if len(named) == 1 else None


def _tied(document: Plan | Memo, item: Item) -> Document:
    change: dict[str, object] = {"concerns_item": item.number}
    if isinstance(document, Plan) and document.status is None and _calls_draft(item):
        change["status"] = PlanStatus.draft
    return document.model_copy(update=change)


def _case(item: Item) -> str:
    return " ".join((item.title, *item.attachments, *(section.text for section in item.sections)))


def _ranked(
    document: Plan | Memo, items: Sequence[Item], texts: dict[int, str], rarity: Counter[str]
) -> list[_Candidate]:
    words = stems(document.title)
    weights = {stem: log((len(items) + 1) / rarity[stem]) for stem in words if rarity[stem]}
    missing = sum(0.5 for stem in words if not rarity[stem])
    total = max(1.0, sum(weights.values()) + missing)  # a title of common words tells little
    found = []
    for position, item in enumerate(items):
        names = max(
            (_alike(document.title, name) for name in (item.title, *item.attachments)),
            default=0.0,
        )
        if isinstance(document, Plan):
            names = max(
                names,
                max((_plan_alike(document, name) for name in (item.title, *item.attachments)), default=0.0),
            )
        held = stems(texts[id(item)])
        rare = 100.0 * sum(weight for stem, weight in weights.items() if stem in held) / total
        found.append(_Candidate(item, position, NAMES * names + (1 - NAMES) * rare))
    return sorted(found, key=lambda candidate: -candidate.score)


def _alike(title: str, name: str) -> float:
    one, other = _bare(title), _bare(name)
    if not one or not other:
        return 0.0
    return (
        float(fuzz.token_set_ratio(one, other))
        if min(len(one.split()), len(other.split())) > 1
        else float(fuzz.ratio(one, other))
    )


def _plan_alike(plan: Plan, name: str) -> float:
    """A name that says "Beskæftigelsesplan" and the plan's year is the plan's, whatever else it says."""
    if "beskæftigelsesplan" not in name.lower():
        return 0.0
    if plan.year is not None and str(plan.year) in name:
        return 100.0
    return 80.0 if not re.search(r"20\d\d", name) else 30.0


KIND_IN_FRONT = Pattern(
    "document-kind-in-front",
    r"^(?:udkast[ ]til|notat(?:\s+om|\s+vedr\S*|\s*[-–:])?|bilag\s*\d*\s*[-–:.]?|sag\s+(?:fra|om)|orientering[ ]om)\s*",
    matches=["notat om havnen", "bilag 2 - kort", "udkast til beskæftigelsesplan", "sag om skolen"],
    not_matches=["beskæftigelsesplan 2016"],
    flags=re.NOFLAG,
)
"""What kind of paper it is, in front of what it is about, in small letters."""


def _bare(name: str) -> str:
    text = KIND_IN_FRONT.sub("", name.lower())
    return re.sub(r"[^\w\s]", " ", re.sub(r"\.pdf$|\.docx?$", "", text)).strip()


def _only(ranked: Sequence[_Candidate], last: int) -> _Candidate | None:
    """The one candidate, or None where none is like enough or two are and order does not tell."""
    near = [c for c in ranked if c.score >= ENOUGH and c.score > ranked[0].score - AHEAD]
    if len(near) <= 1:
        return near[0] if near else None
    after = [candidate for candidate in near if candidate.position > last]
    return min(after, key=lambda candidate: candidate.position) if last >= 0 and len(after) == 1 else None


def _calls_draft(item: Item) -> bool:
    """Whether an item calls the plan that it is about a draft."""
    words = "|".join(map(re.escape, plan_lexicon()["draft"]["words"]))
    text = _case(item).lower()
    return bool(
        re.search(rf"\b(?:{words})\b[^.]{{0,60}}\b\w*plan", text)
        or re.search(rf"\w*plan\w*[^.]{{0,40}}\b(?:{words})\b", text)
    )
