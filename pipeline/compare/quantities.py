"""What changed in what a measure promises, and whether more or less is promised now."""

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.compare.assign import assign
from pipeline.compare.tokens import Token, Years, tokens_of
from pipeline.danish.bounds import sets_ceiling
from pipeline.danish.numbers import multiple_of
from pipeline.danish.promised import direction_of, own_words
from pipeline.danish.sentences import split_sentences
from pipeline.danish.wording import STEM
from schemas.plan import Quantity
from schemas.vocabulary import Ambition, Bound, QuantityField

SHARES = ("pct", "pctpoint")
"""Units that count nothing."""

BY = (Bound.increase_by, Bound.decrease_by)
"""Bounds whose value is itself a change."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A quantity in one spelling."""

    printed: Quantity
    value: float | None
    unit: str | None
    change: float | None

    @property
    def bound(self) -> Bound:
        """How it binds."""
        return self.printed.bound

    @property
    def measured(self) -> float | None:
        """What is compared: the number, or of "1 ud af 3" the share."""
        whole = _whole(self.printed)
        return self.value / whole if whole and self.value is not None else self.value


def promise_of(quantity: Quantity) -> Promise:
    """A quantity in one spelling: millions counted out, units folded, what rises by 25 has the value 25."""
    value, unit = _counted(quantity.value, quantity.unit)
    change, change_unit = _counted(quantity.change, quantity.change_unit)
    if value is None and change is not None and quantity.bound in BY:
        value, unit, change = abs(change), change_unit or unit, None
    elif quantity.bound in BY:
        change = None
    return Promise(quantity, value, unit, change)


def _whole(quantity: Quantity) -> float | None:
    """Of "1 ud af 3" the 3; None where no number is told to be a part of another."""
    if not (quantity.of or "").startswith("ud af "):
        return None
    return next((token.value for token in tokens_of(quantity.of or "") if token.value), None)


def _counted(value: float | None, unit: str | None) -> tuple[float | None, str | None]:
    keys = [token.key for token in tokens_of(unit or "")]
    factor = multiple_of(keys[0]) if keys and len(keys) > 1 else 1.0
    if factor != 1.0:
        keys = keys[1:]
    return (None if value is None else value * factor), " ".join(keys) or None


def _same_unit(one: str | None, other: str | None) -> bool:
    """Whether two units are one: "virksomhed" and "virksomheder" are."""
    if one is None or other is None:
        return one is other
    return one == other or (
        min(len(one), len(other)) > STEM and (one.startswith(other) or other.startswith(one))
    )


def pair_quantities(
    old: Sequence[Quantity], new: Sequence[Quantity], years: Years
) -> list[tuple[int | None, int | None]]:
    """Which quantities of a measure are the same in its two wordings.

    Returns:
        Positions in the old and in the new measure; None where a side has none. In printed order of the new one,
        those that went at the end.
    """
    olds, news = [promise_of(q) for q in old], [promise_of(q) for q in new]
    last = max(len(olds), len(news), 2) - 1
    likeness = [
        [_alike(a, b, years) - 0.1 * abs(n - m) / last for m, b in enumerate(news)]
        for n, a in enumerate(olds)
    ]
    pairs = {b: a for a, b in assign(likeness, ANY)}
    found: list[tuple[int | None, int | None]] = [(pairs.get(b), b) for b in range(len(new))]
    return found + [(a, None) for a in range(len(old)) if a not in pairs.values()]


ANY = 0.05
"""Quantities of one measure are always paired, as long as there are some on both sides."""


def _alike(one: Promise, other: Promise, years: Years) -> float:
    """How alike two quantities of one measure are, 0.2 to 1."""
    told = one.printed, other.printed
    return (
        0.2
        + 0.3 * _same_unit(one.unit, other.unit)
        + 0.2 * (one.value == other.value)
        + 0.1 * (one.bound == other.bound)
        + 0.1 * same_day(told[0].deadline, told[1].deadline, years)
        + 0.1 * (bool(told[0].of) and told[0].of == told[1].of)
    )


def same_day(old: dt.date | None, new: dt.date | None, years: Years) -> bool:
    """Whether two deadlines are one, or one moved with the plan; the last of February is the last of February."""
    if old is None or new is None or old == new:
        return old == new
    if not years.same(old.year, new.year) or old.month != new.month:
        return False
    return old.day == new.day or (_is_last(old) and _is_last(new))


def _is_last(day: dt.date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def fields_changed(old: Quantity, new: Quantity, years: Years) -> list[QuantityField]:
    """In which fields a quantity changed; what only looks changed is left out."""
    one, other = promise_of(old), promise_of(new)
    same = {
        QuantityField.value: one.measured == other.measured,
        QuantityField.unit: _same_unit(one.unit, other.unit),
        QuantityField.bound: one.bound == other.bound,
        QuantityField.deadline: same_day(old.deadline, new.deadline, years),
        QuantityField.baseline_value: old.baseline_value == new.baseline_value,
        QuantityField.baseline_year: years.same(old.baseline_year, new.baseline_year),
        QuantityField.change: one.change == other.change,
    }
    return [field for field, unchanged in same.items() if not unchanged]


def ambition_of(
    field: QuantityField, old: Quantity, new: Quantity, words: tuple[str, str], years: Years
) -> Ambition | None:
    """Whether a change promises more or less.

    Args:
        field: In which field it is.
        old: The quantity before.
        new: The quantity now.
        words: The measure's words before and now.
        years: How the plan's years moved.

    Returns:
        None where bound and words do not tell.
    """
    one, other = promise_of(old), promise_of(new)
    if field is QuantityField.value:
        way, step = _way(one, other, words), _step(one.measured, other.measured)
        return _told(way * step) if _same_unit(one.unit, other.unit) else None
    if field is QuantityField.change and one.change is not None and other.change is not None:
        same_way = one.change * other.change > 0
        return _told(_step(abs(one.change), abs(other.change))) if same_way else None
    if field is QuantityField.deadline and old.deadline and new.deadline:
        meant = old.deadline.year + (min(years.moves, key=abs) if years.moves else 0)
        return _told(_step((new.deadline.year, new.deadline.month, new.deadline.day),
                           (meant, old.deadline.month, old.deadline.day)))  # fmt: skip
    return None


def _step(old: Any, new: Any) -> int:
    return 0 if old is None or new is None else (new > old) - (new < old)


def _told(step: int) -> Ambition | None:
    return Ambition.tightened if step > 0 else Ambition.loosened if step < 0 else None


_WAYS = {Bound.at_least: 1, Bound.at_most: -1, Bound.increase_by: 1, Bound.decrease_by: 1}


def _way(old: Promise, new: Promise, words: tuple[str, str]) -> int:
    """Which way more ambition lies: 1 for a greater number, -1 for a smaller one, 0 where nothing tells."""
    ways = {
        _WAYS.get(promise.bound, 0) * (-1 if promise.bound in BY and _capped(promise, text) else 1)
        or _verb(promise, text)
        for promise, text in zip((old, new), words, strict=True)
    }
    if (old.bound in BY or new.bound in BY) and old.bound is not new.bound:
        return 0
    ways.discard(0)
    return ways.pop() if len(ways) == 1 else 0


def _verb(promise: Promise, text: str) -> int:
    """Which way the verb of the number's sentence goes."""
    _, sentence = _sentence_of(promise, text)
    counted = promise.unit not in SHARES
    return direction_of((token.key for token in sentence if token.value is None), counted=counted)


def _capped(promise: Promise, text: str) -> bool:
    """Whether a rise or fall is only allowed up to its number: "må højst stige med 2 pct."."""
    before, _ = _sentence_of(promise, text)
    return sets_ceiling(before)


def _sentence_of(promise: Promise, text: str) -> tuple[str, Sequence[Token]]:
    """The words before a promised number in its sentence, and all words of that; empty where it is not printed so."""
    for start, end in split_sentences(text):
        sentence = tokens_of(text[start:end])
        where = next((token.start for token in sentence if token.value == promise.value), None)
        if where is not None:
            return text[start : start + where], sentence
    return "", ()


def owned_by(
    quantity: Quantity, fields: Sequence[QuantityField]
) -> tuple[frozenset[float], frozenset[str], bool]:
    """What belongs to a quantity's changed fields, so that it is no other wording of its measure.

    Returns:
        Numbers, words, and whether any year does.
    """
    numbers: set[float | None] = set()
    words: set[str] = set()
    promise = promise_of(quantity)
    for field in fields:
        words |= own_words(field.value)
        if field is QuantityField.value:
            numbers |= {promise.value, quantity.value}
            words |= set((promise.unit or "").split())  # "1 virksomhed", "3 virksomheder"
            if (quantity.of or "").startswith("ud af "):
                numbers |= {token.value for token in tokens_of(quantity.of or "")}
        elif field is QuantityField.unit:
            words |= set((promise.unit or "").split())
        elif field is QuantityField.change and quantity.change is not None:
            numbers |= {abs(quantity.change)}
        elif field is QuantityField.baseline_value:
            numbers |= {quantity.baseline_value}
            words |= set((promise.unit or "").split())
    years = QuantityField.deadline in fields or QuantityField.baseline_year in fields
    if QuantityField.deadline in fields and quantity.deadline:
        day, month = quantity.deadline.day, quantity.deadline.month
        numbers |= {float(day), float(month), month / 3, month / 6}  # "2. kvartal", "1. halvår"
    return frozenset(number for number in numbers if number is not None), frozenset(words), years


class Owned:
    """Tells the words of a measure that belong to its changed quantities."""

    def __init__(self, owners: Sequence[tuple[frozenset[float], frozenset[str], bool]]) -> None:
        self.numbers = frozenset().union(*(numbers for numbers, _, _ in owners))
        self.words = frozenset().union(*(words for _, words, _ in owners))
        self.years = any(years for _, _, years in owners)

    def __call__(self, token: Token) -> bool:
        """Whether a word belongs to them."""
        if token.value is None:
            return token.key in self.words
        return token.value in self.numbers or (self.years and token.year is not None)
