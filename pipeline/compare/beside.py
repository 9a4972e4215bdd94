"""What stands beside the promises: actions of targets that are in both plans, and numbers that both tell."""

import re
from collections.abc import Iterator

from pipeline.compare.aligning import ALIKE_MEASURE, ELSEWHERE, SAME_ACTION, Alignment
from pipeline.compare.alike import Alike
from pipeline.compare.assign import assign
from pipeline.compare.changes import paths_of
from pipeline.compare.redline import redline, same_words
from pipeline.compare.tokens import Years
from schemas.difference import ActionChange, FigurePair
from schemas.plan import Action, Figure, Plan

SAME_LABEL = 0.6
"""Figures whose labels are so alike count the same: "Jobafklaring" and "Jobafklaringsforløb" do."""


def compare_actions(old: Plan, new: Plan, found: Alignment, years: Years) -> Iterator[ActionChange]:
    """What became of the actions, in the order of the new plan; those that went come last."""
    olds, news = _actions(old), _actions(new)
    gains = [[_gain(a, b, found) for b in news] for a in olds]
    pairs = {b: a for a, b in assign(gains, 0.05)}
    known_old, known_new = ({pair[n] for pair in found.related} for n in (0, 1))
    for n, (target, path, action) in enumerate(news):
        if n in pairs:
            home, was, before = olds[pairs[n]]
            same = same_words(before.text, action.text, years)
            yield ActionChange(
                kind="reworded" if not same else "kept" if (home, target) in found.related else "moved",
                old=(was,),
                new=(path,),
                old_text=before.text,
                new_text=action.text,
                at_old=before.at,
                at_new=action.at,
                redline=() if same else redline(before.text, action.text, years),
            )
        elif target in known_new:
            yield ActionChange(kind="added", old=(), new=(path,), new_text=action.text, at_new=action.at)
    for n, (target, path, action) in enumerate(olds):
        if n not in pairs.values() and target in known_old:
            yield ActionChange(kind="dropped", old=(path,), new=(), old_text=action.text, at_old=action.at)


def _actions(plan: Plan) -> list[tuple[int, str, Action]]:
    return [
        (t, f"{path}.{n}", action)
        for t, (path, target) in enumerate(zip(paths_of(plan.targets), plan.targets, strict=True))
        for n, action in enumerate(target.actions, 1)
    ]


def _gain(old: tuple[int, str, Action], new: tuple[int, str, Action], found: Alignment) -> float:
    likeness = found.alike(old[2].text, new[2].text)
    if (old[0], new[0]) in found.related:
        return likeness if likeness >= ALIKE_MEASURE else 0.0
    return likeness - ELSEWHERE if likeness >= SAME_ACTION else 0.0


def compare_figures(old: Plan, new: Plan) -> tuple[FigurePair, ...]:
    """Numbers told in both plans side by side, then those that only one tells."""
    alike = Alike(figure.label for figure in (*old.figures, *new.figures))
    gains = [[_figures_alike(alike, a, b) for b in new.figures] for a in old.figures]
    pairs = {b: a for a, b in assign(gains, SAME_LABEL)}
    both: list[FigurePair] = []
    alone: list[FigurePair] = []
    for n, figure in enumerate(new.figures):
        if n in pairs:
            before = old.figures[pairs[n]]
            both.append(
                FigurePair(
                    label=figure.label, old=before, new=figure, forecast=_foretold(before, figure, old)
                )
            )
        else:
            alone.append(FigurePair(label=figure.label, new=figure))
    alone += [FigurePair(label=f.label, old=f) for n, f in enumerate(old.figures) if n not in pairs.values()]
    return (*both, *alone)


def _figures_alike(alike: Alike, old: Figure, new: Figure) -> float:
    """Labels decide; the same kind of number (a level, a change, a share) is preferred."""
    kinds = [(f.value is None, f.change is None, f.change_pct is None) for f in (old, new)]
    return alike(old.label, new.label) - 0.05 * (kinds[0] != kinds[1]) - 0.05 * (old.unit != new.unit)


def _foretold(old: Figure, new: Figure, plan: Plan) -> bool:
    """Whether the old plan's number is for a time that still lay ahead, and the new one tells of the same time."""
    years = [re.findall(r"(?:19|20)\d\d", figure.period or "") for figure in (old, new)]
    if not all(years) or plan.year is None:
        return False
    return max(years[0]) == max(years[1]) and int(max(years[0])) >= plan.year - 1
