"""Values of a record against those of an answer: what counts as the same, and the tallies of what is right.

Names, numbers and dates must be equal; running text must be nearly alike once white space is folded, and where
words decide, all digits and negations must agree too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

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


class Spot(NamedTuple):
    """Where a comparison stands."""

    words: str
    """For a person: "minutes p[1, 3] item 4"."""

    path: str
    """In the record, as a JSON Pointer: the object that is compared, or the list that misses it."""

    def to(self, words: str, path: str) -> "Spot":
        """A spot below this one."""
        return Spot(f"{self.words} {words}".rstrip(), path)


class Judged(NamedTuple):
    """What the answer says of one field of the record."""

    path: str
    """The field; a list stands for the values that it misses."""

    right: bool
    empty: bool
    """Whether neither side says anything."""


@dataclass
class Score:
    """The tallies of one file, or of many."""

    fields: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    misses: list[str] = field(default_factory=list)
    """Where and how values differ, one line each."""
    judged: list[Judged] = field(default_factory=list)
    """Of one file: each comparison; a field may be compared more than once."""
    paths: dict[int, str] = field(default_factory=dict)
    """Where each object of the record that is scored stands, by its id."""

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

    def value(self, name: str, gold: Any, got: Any, where: Spot) -> None:
        """One value; nothing against nothing does not count."""
        if fold(gold) is None and fold(got) is None:
            self.judged.append(Judged(where.path, True, True))
            return
        tally = self.fields[name]
        right = same(name, gold, got)
        self.judged.append(Judged(where.path, right, False))
        if right:
            tally.hits += 1
            return
        tally.extra += fold(got) is not None
        tally.missed += fold(gold) is not None
        self.misses.append(f"{where.words} {name}: expected {gold!r}, got {got!r}")

    def values(
        self,
        name: str,
        gold: Iterable[Any],
        got: Iterable[Any],
        where: Spot,
        extras: bool = True,
        key: str = "",
    ) -> None:
        """Plain values in any order; without `extras` the answer does not claim to have them all.

        Args:
            name: The field.
            gold: What the answer has.
            got: What was read; `where` is their list.
            where: The list.
            extras: Whether what the answer does not have is wrong.
            key: Which field of the list's objects it is: "/label".
        """
        rest = list(enumerate(got))
        missed = False
        for wanted in gold:
            found = next((n for n, (_, value) in enumerate(rest) if same(name, wanted, value)), None)
            if found is None:
                missed = True
                self.value(name, wanted, None, where)
            else:
                number, value = rest.pop(found)
                self.value(name, wanted, value, where._replace(path=f"{where.path}/{number}{key}"))
        for number, value in rest if extras else ():
            self.value(name, None, value, where._replace(path=f"{where.path}/{number}{key}"))
        if not missed:
            self.judged.append(Judged(where.path, True, True))

    def named(self, prefix: str, names: Iterable[str], gold: Values, got: Values, where: Spot) -> None:
        """Those of some fields that the answer names."""
        for name in names:
            if name in gold:
                own = where._replace(path=f"{where.path}/{name}") if name in got else where
                self.value(prefix + name, gold[name], got.get(name), own)

    def spot(self, got: Values | None, where: Spot, words: str, path: str) -> Spot:
        """The spot of one object of a list, or of the list where it was not read.

        Args:
            got: The object, as it was read.
            where: What the list belongs to.
            words: How the object is called.
            path: The list's name.
        """
        return where.to(words, self.paths.get(id(got), f"{where.path}/{path}"))


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
