"""Two plans side by side: what was taken for each other and what changed."""

from collections.abc import Container, Iterator
from typing import Protocol

from pipeline.compare.aligning import PAIRED_GOAL, PAIRED_TARGET, Alignment, Paired, align, rivals_of
from pipeline.compare.beside import compare_actions, compare_figures
from pipeline.compare.changes import Changes, paths_of
from pipeline.compare.redline import redline, same_words
from pipeline.compare.tokens import Years
from schemas.difference import Difference, Pair, Rival, Side, Trifle
from schemas.plan import Plan
from schemas.vocabulary import Level


def side_of(plan: Plan, file: str = "", sha256: str | None = None, document: str | None = None) -> Side:
    """The facts about one of the plans that are compared."""
    return Side(
        file=file,
        sha256=sha256,
        document=document,
        municipality=plan.municipality,
        year=plan.year,
        last_year=plan.last_year,
        title=plan.title,
        status=plan.status,
        pages=plan.pages,
    )


def compare(
    old: Plan,
    new: Plan,
    old_side: Side | None = None,
    new_side: Side | None = None,
    *,
    every_word: bool = False,
) -> Difference:
    """Tell what changed between two plans.

    Args:
        old: The earlier plan, or one of two municipalities.
        new: The later plan, or the other.
        old_side: Where the old plan was read.
        new_side: Where the new plan was read.
        every_word: Redlines show punctuation, hyphenation, spelling and moved years too, and `trifles` is filled.

    Returns:
        Pairs and changes; nothing in `changes` where the plans promise the same in the same words.
    """
    years = years_of(old, new)
    found = align(old, new)
    return Difference(
        old=old_side or side_of(old),
        new=new_side or side_of(new),
        pairs=tuple(_pairs(old, new, found)),
        changes=Changes(old, new, found, years, every_word=every_word).all(),
        actions=tuple(compare_actions(old, new, found, years)),
        figures=compare_figures(old, new),
        titles={
            "old": dict(zip(paths_of(old.targets), (target.title for target in old.targets), strict=True)),
            "new": dict(zip(paths_of(new.targets), (target.title for target in new.targets), strict=True)),
        },
        measures={
            "old": _promised(old, {a for a, _ in found.related}),
            "new": _promised(new, {b for _, b in found.related}),
        },
        trifles=tuple(_trifles(old, new, found, years)) if every_word else (),
    )


def _promised(plan: Plan, related: Container[int]) -> dict[str, tuple[str, ...]]:
    """What the targets promise that the other plan does not have."""
    return {
        path: tuple(measure.text for measure in target.measures)
        for n, (path, target) in enumerate(zip(paths_of(plan.targets), plan.targets, strict=True))
        if n not in related
    }


def _trifles(old: Plan, new: Plan, found: Alignment, years: Years) -> Iterator[Trifle]:
    """Words that only look changed, of all that was paired."""
    goals, targets = (
        [(level, a, b, one.old, one.new) for one in pairs]
        for level, pairs, a, b in (
            (Level.goal, found.goals.pairs, old.minister_goals, new.minister_goals),
            (Level.target, found.targets.pairs, old.targets, new.targets),
        )
    )
    told = [
        (level, paths_of(a)[n], paths_of(b)[m], a[n].title, b[m].title)
        for level, a, b, n, m in (*goals, *targets)
    ]
    old_paths, new_paths = paths_of(old.targets), paths_of(new.targets)
    told += [
        (
            Level.measure,
            f"{old_paths[a]}.{m + 1}",
            f"{new_paths[b]}.{n + 1}",
            old.targets[a].measures[m].text,
            new.targets[b].measures[n].text,
        )
        for (a, m), (b, n), _ in found.measures
    ]
    for level, here, there, before, after in told:
        if before != after and same_words(before, after, years):
            line = redline(before, after, years, everything=True)
            yield Trifle(level=level, old=(here,), new=(there,), redline=line)


class ForYears(Protocol):
    """A plan, or the facts about one."""

    @property
    def year(self) -> int | None:
        """The first year."""

    @property
    def last_year(self) -> int | None:
        """The last, of several."""


def years_of(old: ForYears, new: ForYears) -> Years:
    """How far the plan's years moved: by the first year, and of plans for several years also by the last."""
    moves: set[int] = set()
    if old.year is not None and new.year is not None:
        moves.add(new.year - old.year)
        moves.add((new.last_year or new.year) - (old.last_year or old.year))
    return Years(old.year, new.year, frozenset(moves - {0}))


def _pairs(old: Plan, new: Plan, found: Alignment) -> list[Pair]:
    goals = (paths_of(old.minister_goals), paths_of(new.minister_goals))
    targets = (paths_of(old.targets), paths_of(new.targets))
    pairs = [_pair(Level.goal, one, goals, found.goals.scores, PAIRED_GOAL) for one in found.goals.pairs]
    pairs += [
        _pair(Level.target, one, targets, found.targets.scores, PAIRED_TARGET) for one in found.targets.pairs
    ]
    numbers = [(pair.old == pair.new, pair) for pair in pairs]
    pairs = [pair.model_copy(update={"why": _why(pair, same)}) for same, pair in numbers]
    for (a, m), (b, n), score in found.measures:
        told = "the same words" if score == 1 else f"words {score:.0%} alike"
        home = "" if (a, b) in found.related else ", under another target"
        pairs.append(
            Pair(
                level=Level.measure,
                old=(f"{targets[0][a]}.{m + 1}",),
                new=(f"{targets[1][b]}.{n + 1}",),
                score=round(score, 3),
                why=told + home,
                title=round(score, 3),
            )
        )
    return pairs


def _pair(
    level: Level, one: Paired, paths: tuple[list[str], list[str]], scores: list[list[float]], floor: float
) -> Pair:
    return Pair(
        level=level,
        old=(paths[0][one.old],),
        new=(paths[1][one.new],),
        score=round(one.score, 3),
        why="",
        title=round(one.title, 3),
        measures=one.measures,
        actions=one.actions,
        rivals=tuple(
            Rival(old=(paths[0][a],), new=(paths[1][b],), score=round(score, 3))
            for a, b, score in rivals_of(scores, one, floor)
        ),
    )


def _why(pair: Pair, same_number: bool) -> str:
    """What spoke for a pair, in words."""
    title = pair.title or 0.0
    told = ["the same title" if title == 1 else f"titles {title:.0%} alike"]
    for name, counted in (("measures", pair.measures), ("actions", pair.actions)):
        if counted:
            told.append(f"{counted[0]} of {counted[1]} {name} alike")
    told.append("the same number" if same_number else "another number")
    if pair.rivals:
        others = ", ".join(f"{one.old[0]}→{one.new[0]} ({one.score:.2f})" for one in pair.rivals)
        told.append(f"ambiguous: {others} nearly as alike")
    return "; ".join(told)
