"""What reports say, in Danish or English: words from a data file, numbers and dates as each language writes them."""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from schemas.difference import Change, Side
from schemas.plan import Figure, Quantity
from schemas.vocabulary import Bound, QuantityField

MONTHS = {
    "da": ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
           "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}  # fmt: skip
UNITS_EN = {"pct.": "%", "pct. point": "percentage points"}
"""Units that a report in English writes otherwise; counted nouns stay as printed."""


@cache
def _words(language: str) -> Mapping[str, Any]:
    text = files("pipeline.danish").joinpath("lexicon/report.toml").read_text(encoding="utf-8")
    words: Mapping[str, Any] = tomllib.loads(text)[language]
    return words


def _named(words: Any, others: Any, first: str, second: str) -> Any:
    """Words with others in place of some of them, and the names of both sides in these."""
    if isinstance(others, Mapping):
        return {**words, **{key: _named(words[key], other, first, second) for key, other in others.items()}}
    if isinstance(others, list):
        return [_named("", other, first, second) for other in others]
    return others.replace("{first}", first).replace("{second}", second)


class Phrases:
    """The words of one language, other ones where two municipalities stand side by side."""

    def __init__(self, language: str = "da", sides: Sequence[Side] = ()) -> None:
        """Choose the words.

        Args:
            language: "da" or "en".
            sides: The plans that are compared.
        """
        self.language = language
        self.words = _words(language)
        names = [side.municipality for side in sides]
        if len(names) == 2 and None not in names and names[0] != names[1]:
            first, second = (re.sub("[{}]", "", str(name)) for name in names)
            self.words = _named(self.words, self.words["across"], first, second)

    def __call__(self, key: str, **filled: object) -> str:
        """A phrase, with its gaps filled; "kind.added" is one of a group."""
        found: Any = self.words
        for part in key.split("."):
            found = found[part]
        return str(found).format(**filled) if filled else str(found)

    def counted(self, key: str, count: int) -> str:
        """How many of what: "1 new target", "3 new targets"."""
        one, many = self.words["count"][key]
        return f"{count} {one if count == 1 else many}"

    def listed(self, parts: list[str]) -> str:
        """Parts in a row: "a, b and c"."""
        return f" {self('and')} ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))

    def number(self, value: float | None, *, signed: bool = False) -> str:
        """12,5 or 12.5; no more decimals than there are."""
        if value is None:
            return ""
        text = f"{value:{'+' if signed else ''},.10g}"
        if "e" in text:
            text = f"{value:{'+' if signed else ''},.0f}"
        return text.translate({ord(","): self("thousands"), ord("."): self("decimal"), ord("-"): "−"})

    def unit(self, unit: str | None) -> str:
        """As printed; English for per cent."""
        return UNITS_EN.get(unit or "", unit or "") if self.language == "en" else unit or ""

    def date(self, day: dt.date | str | None) -> str:
        """31. december 2017 or 31 December 2017."""
        if day is None:
            return ""
        when = dt.date.fromisoformat(day) if isinstance(day, str) else day
        dot = "." if self.language == "da" else ""
        return f"{when.day}{dot} {MONTHS[self.language][when.month - 1]} {when.year}"

    def amount(self, value: float | None, unit: str | None, *, signed: bool = False) -> str:
        """A number with its unit: "500.000 kr.", "33 %" in English."""
        return f"{self.number(value, signed=signed)} {self.unit(unit)}".strip()

    def quantity(self, quantity: Quantity, *, whole: bool = True) -> str:
        """What is promised: "højst 12,5 pct.", and where it is asked for its deadline and baseline too."""
        if quantity.value is not None:
            parts = [self(f"bound.{quantity.bound.value}"), self._counted(quantity)]
        else:
            parts = [self.amount(quantity.change, quantity.change_unit or quantity.unit, signed=True)]
        if whole:
            if quantity.value is not None and quantity.change is not None and quantity.bound not in BY:
                told = self.amount(quantity.change, quantity.change_unit, signed=True)
                parts.append(self("quantity.change", change=told))
            parts.append(self._baseline(quantity))
            if quantity.deadline:
                parts.append(self("quantity.deadline", date=self.date(quantity.deadline)))
        return " ".join(filter(None, parts))

    def _counted(self, quantity: Quantity) -> str:
        """What is counted: "12,5 pct.", "1 ud af 3 unge"."""
        if (quantity.of or "").startswith("ud af "):
            whole = re.sub(rf"\s*{re.escape(quantity.unit or '')}$", "", quantity.of or "")
            return f"{self.number(quantity.value)} {whole} {self.unit(quantity.unit)}".strip()
        return self.amount(quantity.value, quantity.unit)

    def _baseline(self, quantity: Quantity) -> str:
        value, year = self.amount(quantity.baseline_value, quantity.unit), quantity.baseline_year
        if quantity.baseline_value is not None:
            return (
                self("quantity.baseline_both", value=value, year=year)
                if year
                else self("quantity.baseline", value=value)
            )
        return self("quantity.baseline_year", year=year) if year else ""

    def field_of(self, quantity: Quantity, field: QuantityField) -> str:
        """One field of a quantity, as a person reads it."""
        value = getattr(quantity, field.value)
        if value is None:
            return self("quantity.none")
        if field is QuantityField.bound:
            return self(f"bound.{value.value}") or self("quantity.exactly")
        if field is QuantityField.deadline:
            return self.date(value)
        if field in (QuantityField.baseline_year, QuantityField.unit):
            return str(value)
        if field is QuantityField.value:
            return self.quantity(quantity, whole=False)
        unit = quantity.change_unit if field is QuantityField.change else quantity.unit
        return self.amount(value, unit, signed=field is QuantityField.change)

    def changed(self, change: Change) -> str:
        """A change of a quantity in few words: "højst 13 pct. → højst 12,5 pct."."""
        old, new = change.old_quantity, change.new_quantity
        if (
            old
            and new
            and change.field in (QuantityField.bound, QuantityField.unit)
            and old.value == new.value
        ):
            return f"{self.quantity(old, whole=False)} → {self.quantity(new, whole=False)}"
        if old and new and change.field:
            return f"{self.field_of(old, change.field)} → {self.field_of(new, change.field)}"
        return self.quantity(old or new) if old or new else ""  # type: ignore[arg-type]

    def figure(self, figure: Figure) -> str:
        """A number that is told."""
        parts = [self.amount(figure.value, figure.unit) if figure.value is not None else ""]
        if figure.change is not None:
            parts.append(
                self.amount(figure.change, None if figure.value is not None else figure.unit, signed=True)
            )
        if figure.change_pct is not None:
            share = self.amount(figure.change_pct, "pct.", signed=True)
            parts.append(f"({share})" if any(parts) else share)
        return " ".join(filter(None, parts))

    def years(self, side: Side) -> str:
        """2017, or 2019–2020."""
        if side.year is None:
            return side.file or "?"
        return (
            f"{side.year}–{side.last_year}"
            if side.last_year and side.last_year != side.year
            else str(side.year)
        )

    def status(self, side: Side) -> str:
        """Adopted or draft, where it is said."""
        return self(side.status.value) if side.status else ""

    def corrections(self, side: Side) -> list[str]:
        """What people corrected in a plan, a line for each field."""
        return [
            self(
                "corrected",
                who=one.who,
                where=f"{self._where(one.path)}, " if one.path else "",
                field=self(f"field.{one.field}"),
                was=self._cell(one.field, one.was),
                value=self._cell(one.field, one.value),
            )
            for one in side.corrected
        ]

    def _where(self, path: str) -> str:
        if not re.fullmatch(r"[\d.]+", path):
            return path
        return self("measure" if "." in path else "target", path=path)

    def _cell(self, field: str, value: object) -> str:
        """A field's value in words."""
        if value is None or value == "":
            return self("quantity.none")
        if isinstance(value, str):
            words = {"bound": f"bound.{value}", "status": value}.get(field)
            told = self(words) if words else self.date(value) if field == "deadline" else value
            return told or self("quantity.exactly")
        whole = field in ("number", "minister_goal", "year", "last_year", "baseline_year")
        return str(value) if whole else self.number(float(value))  # type: ignore[arg-type]

    def decided(self, side: Side) -> str:
        """Who adopted the plan and when."""
        found = side.adopted
        if found is None:
            return ""
        key = "decided" if found.final else "decided_committee"
        return self(key, body=found.body or "?", date=self.date(found.date), item=found.item or "–")


BY = (Bound.increase_by, Bound.decrease_by)
"""Bounds whose value is itself a change."""
