"""Confidence learned from answers, and tried on layouts that it was not learned from.

Only `evaluate --confidence` and `scripts/calibrate` come here: reading needs no more than the weights.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.checking.comparing import Judged
from pipeline.checking.confidence.company import by_company, company, in_company_of
from pipeline.checking.confidence.fields import fields_of
from pipeline.checking.confidence.weights import EMPTY, UNSEEN, Calibration, Weight, Weights, features, sure
from schemas.record import Record


class Case(NamedTuple):
    """One field of a document whose answer is known."""

    layout: str
    """Which layout its document has."""

    document: str
    """Which document it belongs to."""

    path: str
    """From the document's root."""

    kind: str
    doubts: tuple[str, ...]
    """Its own, without those by company; with `EMPTY` where nothing was read."""

    right: bool | None
    """None where the answer leaves it open."""

    blank: bool = False
    """Whether nothing was read and nothing was to be read."""


SELDOM = 15
"""A feature seen in fewer fields has no weight: it would tell of single documents."""

RIDGE = {"kind": 0.3, "doubt": 1.0, "both": 2.5}
"""How strongly weights are held at 0.

Tried 0.1 to 10 for each on the prints (`scripts/calibrate`): the share of errors caught moves by less than two points
from 0.3 to 5; above that, fields of one kind can no longer be told apart.
"""

STEPS = 12
"""Newton's steps at most; from a neighbour's weights three are enough."""

CLOSE = 0.1
"""Log-odds: a last step smaller than this in every weight changes no confidence by more than 0.025."""


def cases_of(record: Record, judged: Sequence[Judged], layout: str, name: str) -> Iterator[Case]:
    """Every field of a record, with what its answer says of it.

    Args:
        record: As read, with its evidence.
        judged: What comparing it with the answer said (`Score.judged`).
        layout: Which layout it has.
        name: Tells its file from the others.
    """
    doubts = {entry.path: entry.doubts for entry in record.evidence}
    right: dict[str, bool] = {}
    blank: dict[str, bool] = {}
    for one in judged:
        path = one.path
        while path and path not in doubts:
            path = path.rpartition("/")[0]
        right[path] = right.get(path, True) and one.right
        blank[path] = blank.get(path, True) and one.empty
    whole_lists = {
        path[:place] for path in right for place, sign in enumerate(path) if sign == "/"
    } - right.keys()
    for number, document in enumerate(record.documents):
        root = f"/documents/{number}"
        for path, field in fields_of(document, root).items():
            whole = root + path
            own = tuple(doubt for doubt in doubts[whole] if not by_company(doubt))
            yield Case(
                layout,
                f"{name}{root}",
                path,
                field.kind,
                (*own, EMPTY) if field.empty else own,
                right.get(whole, True if isinstance(field.value, tuple) and whole in whole_lists else None),
                blank.get(whole, False),
            )


def calibrate(cases: Sequence[Case], start: Calibration | None = None) -> Calibration:
    """What is known of the program's errors, from fields whose answers are known.

    Args:
        cases: All fields of some documents.
        start: A calibration on nearly the same fields, to begin from.
    """
    alone = fit((case for case in cases if case.right is not None), start and start.alone)
    together = fit(in_company(cases, alone), start and start.together)
    return Calibration(alone, together)


def keeping(before: Calibration, known: Calibration) -> Calibration:
    """What is known now, and of doubts that were not or seldom seen this time what was known before.

    Args:
        before: Learned when rules made other errors.
        known: Learned now.
    """
    return Calibration(
        *(
            {
                **now,
                **{
                    name: weight
                    for name, weight in old.items()
                    if "|" in name and weight.seen >= SELDOM and (name not in now or now[name].seen < SELDOM)
                },
            }
            for old, now in zip(before, known, strict=True)
        )
    )


def in_company(cases: Iterable[Case], alone: Weights) -> Iterator[Case]:
    """The fields whose answers are known, with their doubts by company."""
    documents: defaultdict[str, list[Case]] = defaultdict(list)
    for case in cases:
        documents[case.document].append(case)
    for own in documents.values():
        wrong = [(case.path, case.kind, 1 - sure(case.kind, case.doubts, alone)) for case in own]
        for case, more in zip(own, company(wrong), strict=True):
            if case.right is not None:
                yield case._replace(doubts=in_company_of(case.doubts, more))


def fit(cases: Iterable[Case], start: Weights | None = None) -> Weights:
    """Weights by which the cases' errors are likeliest.

    Args:
        cases: Fields whose answers are known.
        start: Weights to begin from.
    """
    import numpy as np

    groups: Counter[tuple[str, tuple[str, ...]]] = Counter()
    wrong: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for case in cases:
        key = (case.kind, case.doubts)
        groups[key] += 1
        wrong[key] += not case.right
    seen: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for key, count in groups.items():
        for feature in features(*key):
            seen[feature] += count
            missed[feature] += wrong[key]
    names = [name for name, count in sorted(seen.items()) if count >= SELDOM or "|" not in name]
    place = {name: number for number, name in enumerate(names)}
    rows = [[place[name] for name in features(*key) if name in place] for key in groups]
    one = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    column = np.array([number for row in rows for number in row], dtype=np.int64)
    # Each pair of features that a group has, as a place in the table of second derivatives.
    owner = np.repeat(np.arange(len(rows)), [len(row) ** 2 for row in rows])
    pairs = np.concatenate([np.add.outer(np.array(row) * len(names), row).ravel() for row in rows])
    counts = np.array([groups[key] for key in groups], dtype=float)
    errors = np.array([wrong[key] for key in groups], dtype=float)
    ridge = np.array([_ridge(name) for name in names])
    # Kinds are held at the share of all, not at an even chance; doubts at what one weighs that was never seen.
    base = float(np.log((errors.sum() + 0.5) / (counts.sum() - errors.sum() + 0.5)))
    centre = np.array([base if "|" not in name else _prior(name) for name in names])
    weights = np.array(
        [start[name].weight if start and name in start else centre[place[name]] for name in names]
    )
    signed = np.array(["|" in name and not name.endswith(f"|{EMPTY}") for name in names])
    weights[signed] = np.maximum(weights[signed], 0)
    for _ in range(STEPS):
        odds = np.bincount(one, weights[column], len(rows))
        told = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
        slope = np.bincount(column, (errors - counts * told)[one], len(names)) - ridge * (weights - centre)
        bend = np.bincount(pairs, (counts * told * (1 - told))[owner], len(names) ** 2)
        free = np.flatnonzero(~signed | (weights > 0) | (slope > 0))
        table = bend.reshape(len(names), -1)[np.ix_(free, free)] + np.diag(ridge[free])
        before = weights.copy()
        weights[free] += np.clip(np.linalg.solve(table, slope[free]), -2, 2)
        weights[signed] = np.maximum(weights[signed], 0)
        if np.abs(weights - before).max() < CLOSE:
            break
    return {name: Weight(float(weights[place[name]]), seen[name], missed[name]) for name in names}


def _prior(name: str) -> float:
    return UNSEEN if name.startswith("*|") and name != f"*|{EMPTY}" else 0.0


def _ridge(name: str) -> float:
    return RIDGE["kind" if "|" not in name else "doubt" if name.startswith("*|") else "both"]


FOLDS = 10
"""With more layouts than this some are left out together, which is harder for the weights and quicker for who waits."""


def judged_by(cases: Iterable[Case], known: Calibration) -> list[tuple[float, Case]]:
    """How sure each field is whose answer is known.

    Returns:
        Confidence and case, least sure first.
    """
    judged = [(sure(case.kind, case.doubts, known.together), case) for case in in_company(cases, known.alone)]
    return sorted(judged, key=lambda one: one[0])


def left_out(cases: Sequence[Case]) -> list[tuple[float, Case]]:
    """How sure each field is by weights that never saw its layout.

    Returns:
        Confidence and case, least sure first.
    """
    layouts = list(dict.fromkeys(case.layout for case in cases))
    whole = calibrate(cases)
    judged: list[tuple[float, Case]] = []
    for fold in range(min(FOLDS, len(layouts))):
        out = frozenset(layouts[fold::FOLDS])
        known = calibrate([case for case in cases if case.layout not in out], whole)
        judged += judged_by([case for case in cases if case.layout in out], known)
    return sorted(judged, key=lambda one: one[0])


class Point(NamedTuple):
    """One point of the curve."""

    looked_at: float
    """Share of fields looked at, least sure first."""

    caught: float
    """Share of all errors among them."""

    fields: int
    errors: int
    below: float
    """The confidence up to which was looked."""


SHARES = (0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1.0)


def curve(judged: Sequence[tuple[float, Case]], shares: Sequence[float] = SHARES) -> list[Point]:
    """How many errors are caught by looking at the least sure fields.

    Args:
        judged: As `left_out` gives it.
        shares: Shares of the fields to look at.
    """
    total = sum(not case.right for _, case in judged)
    points = []
    for share in shares:
        top = judged[: round(share * len(judged))]
        errors = sum(not case.right for _, case in top)
        points.append(
            Point(share, errors / total if total else 1.0, len(top), errors, top[-1][0] if top else 0.0)
        )
    return points
