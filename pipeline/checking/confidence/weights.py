"""How sure a field is, from what it is and what speaks against it: a logistic regression, its weights a data file.

A field's log-odds of being wrong are the sum of one weight for what it is ("minutes/items/*/title"), one for each doubt
that was noted ("unfinished"), and one for both together where that was seen often enough. No doubt makes a field surer:
its weights are 0 or more, whatever chance taught. `weights.json` holds them with how often each was seen and was wrong;
`scripts/calibrate` writes it.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from pipeline.writing import write_whole

EMPTY = "empty"
"""Stands among a field's doubts where nothing was read: what is empty is wrong in another share of cases."""

UNKNOWN = 0.03
"""Share of wrong values taken for a field that the calibration never saw: about that of all fields."""

UNSEEN = 2.0
"""What a doubt weighs of which nothing is known yet, in log-odds: it was written down because it tells of errors.

Tried 0, 1 and 2 on 226 rebuilt forms at first sight, learned from other makers' forms: of minutes' errors the worst
10 % of fields hold 50 to 65 %, 54 to 65 % and 54 to 67 %.
"""


class Weight(NamedTuple):
    """One weight, and what it was learned from."""

    weight: float
    """Added to the log-odds of being wrong."""

    seen: int
    """Fields that had it in the calibration."""

    wrong: int
    """Of these, wrong."""


Weights = Mapping[str, Weight]
"""By feature: a kind of field, a doubt ("*|unfinished"), or both ("minutes/items/*/title|unfinished")."""


def features(kind: str, doubts: Iterable[str]) -> Iterator[str]:
    """What a field is judged by.

    Args:
        kind: What field it is.
        doubts: What speaks against it, and `EMPTY` where nothing was read.
    """
    yield kind
    for doubt in doubts:
        yield f"*|{doubt}"
        yield f"{kind}|{doubt}"


def sure(kind: str, doubts: Iterable[str], weights: Weights) -> float:
    """How sure a field is right, 0 to 1."""
    if kind not in weights:
        return 1 - UNKNOWN
    odds = weights[kind].weight
    for doubt in doubts:
        alone, both = weights.get(f"*|{doubt}"), weights.get(f"{kind}|{doubt}")
        odds += (alone.weight if alone else UNSEEN if doubt != EMPTY else 0.0) + (
            both.weight if both else 0.0
        )
    return 1 / (1 + math.exp(min(odds, 700.0)))


@lru_cache(maxsize=4096)
def shipped_sure(kind: str, doubts: tuple[str, ...], *, together: bool) -> float:
    """How sure a field is by the weights that come with the program.

    Args:
        kind: What field it is.
        doubts: What speaks against it, and `EMPTY` where nothing was read.
        together: Whether doubts by company are among them.
    """
    return sure(kind, doubts, shipped().together if together else shipped().alone)


class Calibration(NamedTuple):
    """What the program knows of its own errors."""

    alone: Weights
    """For a field's own doubts: they tell how doubtful an item or a document is."""

    together: Weights
    """For these and the doubts by company."""


@cache
def shipped() -> Calibration:
    """The weights that come with the program."""
    text = files("pipeline.checking.confidence").joinpath("weights.json").read_text(encoding="utf-8")
    told = json.loads(text)
    return Calibration(
        *({name: Weight(*values) for name, values in told[part].items()} for part in Calibration._fields)
    )


def write(calibration: Calibration, about: str, path: Path) -> None:
    """Write weights as a data file, one a line.

    Args:
        calibration: As fitted.
        about: What they were learned from, in a sentence.
        path: Where to.
    """
    parts = [f' "about": {json.dumps(about, ensure_ascii=False)}']
    for part, weights in zip(Calibration._fields, calibration, strict=True):
        lines = ",\n".join(
            f"  {json.dumps(name, ensure_ascii=False)}: [{one.weight:.2f}, {one.seen}, {one.wrong}]"
            for name, one in sorted(weights.items())
        )
        parts.append(f' "{part}": {{\n{lines}\n }}')
    write_whole(path, "{\n" + ",\n".join(parts) + "\n}\n")
