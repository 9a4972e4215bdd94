"""What was read against what a person found in the same file, value by value.

Only what an answer names is scored: a field that it leaves out is unknown, one that it holds as null must be
empty. Names, numbers and dates must be equal; running text must be nearly alike once white space is folded,
and where words decide, all digits and negations must agree too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz

Values = Mapping[str, Any]

ALIKE = 95.0
"""Per cent by which running text must agree; the users judge a reading with the same number."""

RUNNING = frozenset({"section.text", "answer", "action", "dissent", "question"})
"""Fields that are running text."""

DECISIVE = frozenset(
    {
        "proposal",
        "decision.text",
        "part.text",
        "measure.text",
        "target.title",
        "item.title",
        "minister_goal.title",
        "title",
        "attachment",
        "recommendation",
    }
)
"""Running text in which a lost digit or "ikke" is a mistake, however alike the rest."""

_WEIGHTY = re.compile(r"\d+(?:[.,]\d+)*|\b(?:ikke|ingen|intet|ej|uden|imod|mod)\b")
_SPACE = re.compile(r"\s+")
_INTEGER = re.compile(r"\d{1,6}")


@dataclass
class Tally:
    """How often a field was right, said too much, or was missed."""

    hits: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def support(self) -> int:
        """How many values the answers hold."""
        return self.hits + self.missed

    @property
    def precision(self) -> float:
        """How much of what was read is right; 1 where nothing was read and nothing was to be read."""
        said = self.hits + self.extra
        return self.hits / said if said else 1.0 if not self.missed else 0.0

    @property
    def recall(self) -> float:
        """How much of what is there was read."""
        return self.hits / self.support if self.support else 1.0 if not self.extra else 0.0

    @property
    def f1(self) -> float:
        """Both in one."""
        seen = 2 * self.hits + self.extra + self.missed
        return 2 * self.hits / seen if seen else 1.0

    def add(self, other: "Tally") -> None:
        """Count another's too."""
        self.hits += other.hits
        self.extra += other.extra
        self.missed += other.missed


@dataclass
class Score:
    """The tallies of one file, or of many."""

    fields: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    misses: list[str] = field(default_factory=list)
    """Where and how values differ, one line each."""

    @property
    def total(self) -> Tally:
        """All fields together."""
        total = Tally()
        for tally in self.fields.values():
            total.add(tally)
        return total

    def add(self, other: "Score") -> None:
        """Count another's too."""
        for name, tally in other.fields.items():
            self.fields[name].add(tally)
        self.misses += other.misses

    def value(self, name: str, gold: Any, got: Any, where: str) -> None:
        """One value; nothing against nothing does not count."""
        if fold(gold) is None and fold(got) is None:
            return
        tally = self.fields[name]
        if same(name, gold, got):
            tally.hits += 1
            return
        tally.extra += fold(got) is not None
        tally.missed += fold(gold) is not None
        self.misses.append(f"{where} {name}: expected {gold!r}, got {got!r}")

    def values(
        self, name: str, gold: Iterable[Any], got: Iterable[Any], where: str, extras: bool = True
    ) -> None:
        """Plain values in any order; without `extras` the answer does not claim to have them all."""
        rest = list(got)
        for wanted in gold:
            found = next((n for n, value in enumerate(rest) if same(name, wanted, value)), None)
            self.value(name, wanted, None if found is None else rest.pop(found), where)
        for value in rest if extras else ():
            self.value(name, None, value, where)

    def named(self, prefix: str, names: Iterable[str], gold: Values, got: Values, where: str) -> None:
        """Those of some fields that the answer names."""
        for name in names:
            if name in gold:
                self.value(prefix + name, gold[name], got.get(name), where)


def fold(value: Any) -> Any:
    """A value in the one form in which it is compared; None where it is empty."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str) and _INTEGER.fullmatch(value.strip()):
        value = int(value)
    if isinstance(value, int | float):
        return round(float(value), 6)
    return _SPACE.sub(" ", str(value)).strip().strip(" .:;-–").lower() or None


def same(name: str, gold: Any, got: Any) -> bool:
    """Whether a value of this field is right."""
    gold, got = fold(gold), fold(got)
    if not (isinstance(gold, str) and isinstance(got, str)) or name not in RUNNING | DECISIVE:
        return bool(gold == got)
    if name in DECISIVE and Counter(_WEIGHTY.findall(gold)) != Counter(_WEIGHTY.findall(got)):
        return False
    return fuzz.ratio(gold, got) >= ALIKE


Likeness = Callable[[Values, Values], float]


def pair(
    gold: Sequence[Values], got: Sequence[Values], likeness: Likeness
) -> Iterator[tuple[Values | None, Values | None]]:
    """Partners, most alike first; None where a side has none."""
    ranked = sorted(
        ((likeness(g, p), -i, -j) for i, g in enumerate(gold) for j, p in enumerate(got)), reverse=True
    )
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for alike, i, j in ranked:
        if alike > 0 and -i not in partners and -j not in taken:
            partners[-i] = -j
            taken.add(-j)
    yield from ((g, got[partners[i]] if i in partners else None) for i, g in enumerate(gold))
    yield from ((None, p) for j, p in enumerate(got) if j not in taken)


def by_text(name: str) -> Likeness:
    """How alike the words of a field are, 0 to 1."""
    return lambda g, p: float(fuzz.ratio(str(fold(g.get(name)) or ""), str(fold(p.get(name)) or ""))) / 100


def _by_item(g: Values, p: Values) -> float:
    alike = by_text("title")(g, p)
    same_number = fold(g.get("number")) == fold(p.get("number"))
    return 0.0 if alike <= 0.3 else alike + (0.5 if same_number else 0.0)


def _by_pages(g: Values, p: Values) -> float:
    if g.get("kind") != p.get("kind"):
        return 0
    (g0, g1), (p0, p1) = g.get("pages", [1, 1]), p.get("pages", [1, 1])
    return 0.01 + float(max(0, min(g1, p1) - max(g0, p0) + 1))


def score(answer: Values, record: Values) -> Score:
    """Score a record against an answer, both as JSON values."""
    s = Score()
    for g, p in pair(answer["documents"], record["documents"], _by_pages):
        one: Values = g or p or {}
        where = f"{one['kind']} p{one.get('pages')}"
        s.value("document.kind", g and g["kind"], p and p["kind"], where)
        if g and "pages" in g:
            s.value("document.pages", str(g["pages"]), str(list(p.get("pages") or ())) if p else None, where)
        if g and (score_kind := _KINDS.get(g["kind"])):
            score_kind(s, g, p or {}, where)
    found = Counter(finding["code"] for finding in record.get("findings") or ())
    for wanted in answer.get("findings", ()):
        code, count = wanted["code"], wanted["count"]
        extra = 0 if wanted.get("at_least") else max(0, found[code] - count)
        s.fields["finding"].add(Tally(min(found[code], count), extra, max(0, count - found[code])))
        if found[code] != count:
            s.misses.append(f"findings {code}: expected {count}, got {found[code]}")
    return s


_HEAD = ("title", "municipality", "committee", "term", "date", "start_time", "end_time", "place")


def _score_minutes(s: Score, gold: Values, got: Values, where: str) -> None:
    s.named("", _HEAD, gold, got, where)
    if "treated_order" in gold:
        order, found = (",".join(map(str, one.get("treated_order") or ())) or None for one in (gold, got))
        s.value("treated_order", order, found, where)
    if "items" in gold:
        for g, p in pair(gold["items"], got.get("items") or (), _by_item):
            _score_item(s, g or _NO_ITEM, p or {}, f"{where} item {(g or p or {}).get('number')}")
    if "attendance" in gold:
        g, p = ({fold(one["name"]): one for one in side.get("attendance") or ()} for side in (gold, got))
        s.values("person.name", list(g), list(p), where)
        for name in sorted(g.keys() & p.keys()):
            s.named("person.", ("role", "party", "status"), g[name], p[name], f"{where} {name}")


_NO_ITEM: Values = {"number": None, "title": None, "case_number": None, "decision": None, "attachments": []}
"""Against an item that is not in the answer: all that it claims is wrong."""


def _score_item(s: Score, g: Values, p: Values, at: str) -> None:
    s.named("item.", ("number", "title", "case_number", "item_type", "open", "raised_by"), g, p, at)
    s.named("", ("proposal",), g, p, at)
    if "decision" in g:
        _score_decision(s, g["decision"] or {"text": None, "outcome": None}, p.get("decision") or {}, at)
    for key, name in (("attachments", "attachment"), ("absent", "absent")):
        if key in g:
            s.values(name, g[key], p.get(key) or (), at)
    if "references" in g:
        s.values("reference", _references(g), _references(p), at, extras=False)
    sections = p.get("sections") or ()
    if "section_labels" in g:
        s.values("section.label", g["section_labels"], [one["label"] for one in sections], at)
    for wanted, found in pair(g.get("sections", ()), sections, by_text("label")):
        if wanted:
            s.value("section.text", wanted["text"], (found or {}).get("text"), f"{at} {wanted['label']}")


def _references(item: Values) -> list[str]:
    return [f"{one['kind']} {one.get('date')}" for one in item.get("references") or ()]


def _score_decision(s: Score, g: Values, p: Values, at: str) -> None:
    s.named("decision.", ("text", "outcome", "date", "body", "dissent", "postponed_to"), g, p, at)
    if "forwarded_to" in g:
        s.values("forwarded_to", g["forwarded_to"], p.get("forwarded_to") or (), at)
    if "parts" in g:
        s.values("part", _parts(g), _parts(p), at)
    if "votes" in g:
        votes, found = g["votes"] or {}, p.get("votes") or {}
        for side in ("for", "against", "abstained"):
            s.values(f"votes.{side}", votes.get(side) or (), found.get(side) or (), at)
            if "counts" in votes:
                count, told = ((one.get("counts") or {}).get(side) for one in (votes, found))
                s.value(f"votes.counts.{side}", count, told, at)


def _parts(decision: Values) -> list[str]:
    return [
        f"{','.join(map(str, part.get('numbers') or ()))} {part.get('outcome')}"
        for part in decision.get("parts") or ()
    ]


_QUANTITY = (
    "value",
    "unit",
    "bound",
    "deadline",
    "baseline_value",
    "baseline_year",
    "change",
    "change_unit",
)


def _score_plan(s: Score, gold: Values, got: Values, where: str) -> None:
    s.named("plan.", ("municipality", "year", "last_year", "status", "concerns_item"), gold, got, where)
    s.named("", ("title",), gold, got, where)
    if "section_titles" in gold:
        titles = [one.get("title") for one in got.get("sections") or ()]
        s.values("section.title", gold["section_titles"], titles, where, extras=False)
    for g, p in _pairs_of("minister_goals", gold, got, by_text("title")):
        s.named("minister_goal.", ("number", "title"), g or {"title": None, "number": None}, p or {}, where)
    for g, p in _pairs_of("targets", gold, got, by_text("title")):
        at = f"{where} target {(g or p or {}).get('number')}"
        _score_target(s, g or {"title": None, "measures": [], "actions": []}, p or {}, at)
    for g, p in _pairs_of("figures", gold, got, by_text("label")):
        if g:
            s.named("figure.", ("label", "value", "unit", "change", "change_pct"), g, p or {}, where)


def _score_target(s: Score, g: Values, p: Values, at: str) -> None:
    s.named("target.", ("number", "title", "minister_goal"), g, p, at)
    for gm, pm in pair(g.get("measures", ()), p.get("measures") or (), by_text("text")):
        gold, got = gm or {"text": None, "quantities": []}, pm or {}
        s.named("measure.", ("text",), gold, got, at)
        for gq, pq in pair(gold.get("quantities", ()), got.get("quantities") or (), _by_value):
            s.named("quantity.", _QUANTITY if gq else ("value",), gq or {"value": None}, pq or {}, at)
    if "actions" in g:
        s.values(
            "action", [a["text"] for a in g["actions"]], [a.get("text") for a in p.get("actions") or ()], at
        )


def _by_value(g: Values, p: Values) -> float:
    return float(fold(g.get("value")) == fold(p.get("value")))


def _score_memo(s: Score, gold: Values, got: Values, where: str) -> None:
    names = ("municipality", "department", "concerns_item", "asked_by", "question_count")
    s.named("memo.", names, gold, got, where)
    s.named("", ("title", "recommendation"), gold, got, where)
    for g, p in pair(gold.get("questions", ()), got.get("questions") or (), by_text("question")):
        s.named("", ("question", "answer"), g or {"question": None, "answer": None}, p or {}, where)


def _pairs_of(
    name: str, gold: Values, got: Values, likeness: Likeness
) -> Iterator[tuple[Values | None, Values | None]]:
    return pair(gold[name], got.get(name) or (), likeness) if name in gold else iter(())


_KINDS: dict[str, Callable[[Score, Values, Values, str], None]] = {
    "minutes": _score_minutes,
    "agenda": _score_minutes,
    "plan": _score_plan,
    "memo": _score_memo,
}
