"""What was read against what a person found in the same file, value by value.

Only what an answer names is scored: a field that it leaves out is unknown, one that it holds as null must be
empty. What counts as the same is said in `comparing`.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pipeline.checking.comparing import Likeness, Score, Spot, Tally, Values, by_text, fold, pair


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
    s = Score(paths=dict(_paths(record, "")))
    for g, p in pair(answer["documents"], record["documents"], _by_pages):
        one: Values = g or p or {}
        where = s.spot(p, Spot("", ""), f"{one['kind']} p{one.get('pages')}", "documents")
        s.value("document.kind", g and g["kind"], p and p["kind"], _list(where, p, "kind"))
        if g and "pages" in g:
            pages = str(list(p.get("pages") or ())) if p else None
            s.value("document.pages", str(g["pages"]), pages, _list(where, p, "pages"))
        if g and (score_kind := _KINDS.get(g["kind"])):
            score_kind(s, g, p or {}, where)
    found = Counter(finding["code"] for finding in record.get("findings") or ())
    for wanted in answer.get("findings", ()):
        code, count = wanted["code"], wanted["count"]
        extra = 0 if wanted.get("at_least") else max(0, found[code] - count)
        s.fields["finding"].add(Tally(min(found[code], count), extra, max(0, count - found[code])))
        if found[code] != count:
            s.misses.append(f"findings {code}: expected {count}, got {found[code]}")
    s.paths.clear()
    return s


def _paths(value: Any, path: str) -> Iterator[tuple[int, str]]:
    """The id of each object below a value, and its JSON Pointer."""
    if isinstance(value, Mapping):
        yield id(value), path
        for name, one in value.items():
            if isinstance(one, Mapping | list):
                yield from _paths(one, f"{path}/{name}")
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _paths(one, f"{path}/{number}")


_HEAD = ("title", "municipality", "committee", "term", "date", "start_time", "end_time", "place")


def _score_minutes(s: Score, gold: Values, got: Values, where: Spot) -> None:
    s.named("", _HEAD, gold, got, where)
    if "treated_order" in gold:
        order, found = (",".join(map(str, one.get("treated_order") or ())) or None for one in (gold, got))
        s.value("treated_order", order, found, _list(where, got, "treated_order"))
    if "items" in gold:
        for g, p in pair(gold["items"], got.get("items") or (), _by_item):
            at = s.spot(p, where, f"item {(g or p or {}).get('number')}", "items")
            _score_item(s, g or _NO_ITEM, p or {}, at)
    if "attendance" in gold:
        g, p = ({fold(one["name"]): one for one in side.get("attendance") or ()} for side in (gold, got))
        s.values("person.name", list(g), list(p), where.to("", f"{where.path}/attendance"), key="/name")
        for name in sorted(g.keys() & p.keys()):
            at = s.spot(p[name], where, name, "attendance")
            s.named("person.", ("role", "party", "status"), g[name], p[name], at)


_NO_ITEM: Values = {"number": None, "title": None, "case_number": None, "decision": None, "attachments": []}
"""Against an item that is not in the answer: all that it claims is wrong."""


def _score_item(s: Score, g: Values, p: Values, at: Spot) -> None:
    s.named("item.", ("number", "title", "case_number", "item_type", "open", "raised_by"), g, p, at)
    s.named("", ("proposal",), g, p, at)
    if "decision" in g:
        _score_decision(
            s,
            g["decision"] or {"text": None, "outcome": None},
            p.get("decision") or {},
            _list(at, p, "decision"),
        )
    for key, name in (("attachments", "attachment"), ("absent", "absent")):
        if key in g:
            s.values(name, g[key], p.get(key) or (), _list(at, p, key))
    if "references" in g:
        s.values("reference", _references(g), _references(p), _list(at, p, "references"), extras=False)
    sections = p.get("sections") or ()
    if "section_labels" in g:
        labels = [one["label"] for one in sections]
        s.values("section.label", g["section_labels"], labels, _list(at, p, "sections"), key="/label")
    for wanted, found in pair(g.get("sections", ()), sections, by_text("label")):
        if wanted:
            own = s.spot(found, at, wanted["label"], "sections")
            own = own._replace(path=f"{own.path}/text") if found else own
            s.value("section.text", wanted["text"], (found or {}).get("text"), own)


def _list(where: Spot, got: Values | None, name: str) -> Spot:
    """The spot of a list or an object that belongs to another; the other's own where that was not read."""
    return where._replace(path=f"{where.path}/{name}") if got else where


def _references(item: Values) -> list[str]:
    return [f"{one['kind']} {one.get('date')}" for one in item.get("references") or ()]


def _score_decision(s: Score, g: Values, p: Values, at: Spot) -> None:
    s.named("decision.", ("text", "outcome", "date", "body", "dissent", "postponed_to"), g, p, at)
    if "forwarded_to" in g:
        s.values("forwarded_to", g["forwarded_to"], p.get("forwarded_to") or (), _list(at, p, "forwarded_to"))
    if "parts" in g:
        s.values("part", _parts(g), _parts(p), _list(at, p, "parts"), key="/outcome")
    if "votes" in g:
        votes, found, own = g["votes"] or {}, p.get("votes") or {}, _list(at, p, "votes")
        for side in ("for", "against", "abstained"):
            s.values(f"votes.{side}", votes.get(side) or (), found.get(side) or (), _list(own, found, side))
            if "counts" in votes:
                count, told = ((one.get("counts") or {}).get(side) for one in (votes, found))
                s.value(f"votes.counts.{side}", count, told, _list(own, found, f"counts/{side}"))


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


def _score_plan(s: Score, gold: Values, got: Values, where: Spot) -> None:
    s.named("plan.", ("municipality", "year", "last_year", "status", "concerns_item"), gold, got, where)
    s.named("", ("title",), gold, got, where)
    if "section_titles" in gold:
        titles = [one.get("title") for one in got.get("sections") or ()]
        own = _list(where, got, "sections")
        s.values("section.title", gold["section_titles"], titles, own, extras=False, key="/title")
    for g, p in _pairs_of("minister_goals", gold, got, by_text("title")):
        at = s.spot(p, where, "", "minister_goals")
        s.named("minister_goal.", ("number", "title"), g or {"title": None, "number": None}, p or {}, at)
    for g, p in _pairs_of("targets", gold, got, by_text("title")):
        at = s.spot(p, where, f"target {(g or p or {}).get('number')}", "targets")
        _score_target(s, g or {"title": None, "measures": [], "actions": []}, p or {}, at)
    for g, p in _pairs_of("figures", gold, got, by_text("label")):
        if g:
            at = s.spot(p, where, "", "figures")
            s.named("figure.", ("label", "value", "unit", "change", "change_pct"), g, p or {}, at)


def _score_target(s: Score, g: Values, p: Values, at: Spot) -> None:
    s.named("target.", ("number", "title", "minister_goal"), g, p, at)
    for gm, pm in pair(g.get("measures", ()), p.get("measures") or (), by_text("text")):
        gold, got = gm or {"text": None, "quantities": []}, pm or {}
        own = s.spot(pm, at, "", "measures")
        s.named("measure.", ("text",), gold, got, own)
        for gq, pq in pair(gold.get("quantities", ()), got.get("quantities") or (), _by_value):
            place = s.spot(pq, own, "", "quantities" if pm else "")
            s.named("quantity.", _QUANTITY if gq else ("value",), gq or {"value": None}, pq or {}, place)
    if "actions" in g:
        wanted, found = ([a["text"] for a in one.get("actions") or ()] for one in (g, p))
        s.values("action", wanted, found, _list(at, p, "actions"))


def _by_value(g: Values, p: Values) -> float:
    return float(fold(g.get("value")) == fold(p.get("value")))


def _score_memo(s: Score, gold: Values, got: Values, where: Spot) -> None:
    names = ("municipality", "department", "concerns_item", "asked_by", "question_count")
    s.named("memo.", names, gold, got, where)
    s.named("", ("title", "recommendation"), gold, got, where)
    for g, p in pair(gold.get("questions", ()), got.get("questions") or (), by_text("question")):
        at = s.spot(p, where, "", "questions")
        s.named("", ("question", "answer"), g or {"question": None, "answer": None}, p or {}, at)


def _pairs_of(
    name: str, gold: Values, got: Values, likeness: Likeness
) -> Iterator[tuple[Values | None, Values | None]]:
    return pair(gold[name], got.get(name) or (), likeness) if name in gold else iter(())


_KINDS: dict[str, Callable[[Score, Values, Values, Spot], None]] = {
    "minutes": _score_minutes,
    "agenda": _score_minutes,
    "plan": _score_plan,
    "memo": _score_memo,
}
