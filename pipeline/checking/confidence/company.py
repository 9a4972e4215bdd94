"""Doubt by company: where an item, a kind of field or a whole document is in doubt, its other fields are too."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

LEVELS = {"item": (0.05, 0.12, 0.25), "kind": (0.08, 0.2, 0.4), "file": (0.03, 0.06, 0.12)}
"""Mean share of errors to be expected, by the fields' own doubts, above which the company is bad, worse and worst.

Chosen on the prints so that each level holds some tenth of the fields; what a level weighs is fitted, so the limits
themselves matter little.
"""


def company(fields: Iterable[tuple[str, str, float]]) -> Iterator[tuple[str, ...]]:
    """The doubts that each field of one document has by its company.

    Args:
        fields: Path from the document's root, kind, and how likely it is wrong by its own doubts.
    """
    fields = list(fields)
    groups: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    keys = [_groups(path, kind) for path, kind, _ in fields]
    for own, (_, _, wrong) in zip(keys, fields, strict=True):
        for key in own:
            groups[key].append(wrong)
    levels = {key: _level(key[0], sum(found) / len(found)) for key, found in groups.items() if len(found) > 1}
    told = {key: f"{key[0]}-doubtful-{level}" for key, level in levels.items() if level}
    for own in keys:
        yield tuple([told[key] for key in own if key in told])


def _groups(path: str, kind: str) -> tuple[tuple[str, str], ...]:
    parts = path.split("/", 3)
    if len(parts) > 3 and parts[1] == "items":
        return ("item", parts[2]), ("kind", kind), ("file", "")
    return ("kind", kind), ("file", "")


def _level(what: str, mean: float) -> int:
    return sum(mean >= limit for limit in LEVELS[what])


def in_company_of(doubts: Sequence[str], more: Sequence[str]) -> tuple[str, ...]:
    """A field's doubts with those by its company, which speak for what was found of the whole file.

    A number gap or unread text stands at each field of a file. Counted beside "file-doubtful" it was counted twice, and
    whole files of right fields came before single wrong ones. Without, the least sure 5 % of fields at first sight hold
    57 and 41 % of the errors of two makers' minutes, by weights that never saw their forms, and 42 and 32 % of two
    makers' plans; with it 49 and 36, 39 and 33 %.

    Args:
        doubts: Its own.
        more: By company.
    """
    return (*[doubt for doubt in doubts if not doubt.startswith(OF_FILE)], *more)


OF_FILE = "file-"
"""How doubts begin that all fields of a file have."""


def by_company(doubt: str) -> bool:
    """Whether a doubt came by company and not by the field's own words."""
    return doubt.startswith(tuple(f"{what}-doubtful-" for what in LEVELS))
