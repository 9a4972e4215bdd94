"""Another municipality, other people, other years and other numbers, in every text and in the answer."""

import copy
import re
from dataclasses import asdict
from random import Random
from typing import Any

from prints import names
from prints.plans.matter import Chapter, MemoMatter, PlanMatter, Target

NUMBER = r"(?<![\w.,/]){}(?![\d/]|[.,]\d)"


def plan_anew(plan: PlanMatter, rng: Random) -> PlanMatter:
    """The same plan of another municipality, for another year, with other numbers."""
    plan = copy.deepcopy(plan)
    numbers = _numbers(plan, rng)
    shift = rng.choice((-6, -4, -3, -1, 1, 2, 3, 5))
    pairs = _places(plan.answer["municipality"], rng)

    def text(words: str, promised: bool = True) -> str:
        words = names.replaced(words, pairs)
        for (printed, _), (new, unit) in (numbers if promised else {}).items():
            words = re.sub(NUMBER.format(re.escape(printed)) + rf"(?=\s*{unit})", new, words)
        return re.sub(r"(?<![\d.,/])20[012]\d(?![\d/]|[.,]\d)", lambda m: str(int(m[0]) + shift), words)

    def value(found: Any, key: str = "") -> Any:
        if isinstance(found, str):
            if key == "deadline":
                return f"{int(found[:4]) + shift}{found[4:]}"
            return text(found)
        if isinstance(found, list):
            return [value(one) for one in found]
        if isinstance(found, dict):
            return {name: value(one, name) for name, one in found.items()}
        if key in ("year", "last_year", "baseline_year") and found is not None:
            return found + shift
        return found

    answer = value(plan.answer)
    for old, new in zip(_quantities(plan.answer), _quantities(answer), strict=True):
        for name in ("value", "baseline_value", "change"):
            if old.get(name) is not None:
                key = _printed(abs(old[name])), _kind(old, name)
                if key in numbers:
                    new[name] = _meant(numbers[key][0]) * (1 if old[name] >= 0 else -1)
    changed = value(
        {"targets": [asdict(t) for t in plan.targets], "chapters": [asdict(c) for c in plan.chapters]}
    )
    return PlanMatter(
        answer,
        [
            Target(
                answer["targets"][place],
                Chapter(**one["chapter"]),
                one["restated"],
                {text(old): text(new) for old, new in plan.targets[place].again.items()},
            )
            for place, one in enumerate(changed["targets"])
        ],
        [Chapter(**one) for one in changed["chapters"]],
        [text(line, promised=False) for line in plan.figures],
    )


def memo_anew(memo: MemoMatter, rng: Random) -> MemoMatter:
    """The same memo of another municipality and another politician."""
    pairs = _places(memo.answer["municipality"], rng)
    asker = memo.answer.get("asked_by")
    if asker:
        pairs[asker] = names.people(rng, 1)[0]

    def value(found: Any) -> Any:
        if isinstance(found, str):
            return names.replaced(found, pairs)
        if isinstance(found, list):
            return [value(one) for one in found]
        if isinstance(found, dict):
            return {name: value(one) for name, one in found.items()}
        return found

    return MemoMatter(value(memo.answer), memo.intro)


def _places(municipality: str, rng: Random) -> dict[str, str]:
    new = rng.choice(names.MUNICIPALITIES)
    bare, own = municipality.removesuffix(" Kommune"), new.removesuffix(" Kommune")
    return {
        municipality: new,
        f"{bare}s": f"{own}s",
        bare: own,
        municipality.upper(): new.upper(),
    }


def _quantities(answer: dict[str, Any]) -> list[dict[str, Any]]:
    return [q for t in answer["targets"] for m in t["measures"] for q in m["quantities"]]


def _printed(number: float) -> str:
    if number == int(number):
        return f"{int(number):,}".replace(",", ".")
    return f"{number:g}".replace(".", ",")


def _meant(printed: str) -> float:
    return float(printed.replace(".", "").replace(",", "."))


def _kind(quantity: dict[str, Any], name: str) -> str:
    unit = quantity.get("change_unit" if name == "change" else "unit") or ""
    return "pct." if unit in ("pct.", "pct. point") else unit


def _numbers(plan: PlanMatter, rng: Random) -> dict[tuple[str, str], tuple[str, str]]:
    """For each promised number as printed another one, and what must stand behind it."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for quantity in _quantities(plan.answer):
        for name in ("value", "baseline_value", "change"):
            old = quantity.get(name)
            if old is None or old == 0:
                continue
            old = abs(old)
            printed = _printed(old)
            kind = _kind(quantity, name)
            percent = kind == "pct."
            text = next(
                m["text"]
                for t in plan.answer["targets"]
                for m in t["measures"]
                if quantity in m["quantities"]
            )
            if not re.search(NUMBER.format(re.escape(printed)), text) or (printed, kind) in found:
                continue
            if old != int(old):
                new = round(old * rng.uniform(0.7, 1.3), 1) + 0.05 * (rng.random() < 0.3)
            elif percent:
                new = min(99, max(2, int(old * rng.uniform(0.6, 1.4))))
            elif rng.random() < 0.25 and old >= 10:
                new = rng.randint(1100, 9800)
                new += 1000 if 1890 < new < 2080 else 0
            else:
                new = max(2, int(old * rng.uniform(0.6, 2.2)))
            noun = re.escape(kind)
            unit = r"(?:pct|%|procent)" if percent else rf"(?:\S+\s+){{0,3}}?{noun}"
            found[printed, kind] = (
                _printed(round(new, 2)),
                unit if not re.search(rf"{re.escape(printed)}[.,]?$", text) else "",
            )
    # No number may become another that is to be changed in its turn.
    taken = {printed for printed, _ in found}
    return {key: pair for key, pair in found.items() if pair[0] not in taken}
