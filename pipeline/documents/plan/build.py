"""Statements to targets: measures with what they promise, actions with levels, the minister's goal served."""

import re
from collections.abc import Sequence

from pipeline.danish.pattern import Pattern
from pipeline.danish.quantities import find_promises, promised_in_prose
from pipeline.danish.sentences import split_sentences
from pipeline.danish.wording import likeness, shared_stems
from pipeline.documents.block import Block, cut, lines_in
from pipeline.documents.plan.leading_up import RESTATES, SERVED
from pipeline.documents.plan.levels import quantity_of, with_levels, with_start
from pipeline.documents.plan.stated import Statement
from pipeline.documents.plan.words import Zone, lead_in
from pipeline.reading import places_of, text_of
from schemas.page import Line
from schemas.plan import Action, Measure, MinisterGoal, Target

SAME_TITLE = 70.0
"""Two statements of one number are one target where their titles are so alike; the shared plan's have 97."""

SAME_UNNUMBERED = 88.0
"""The same where no number is printed …"""

SAME_WORDS = 0.7
"""… and they share so many stems: "Resultatmål under ungeliv" and "under voksenliv" are two."""

SERVES = 0.5
"""A target serves the minister's goal with which it shares so many of the shorter title's stems …"""

SERVES_BY_NUMBER = 0.3
"""… or so many where the numbers are the same too."""

SUB_BULLETS = frozenset("o–—-▪◦○")
"""Bullets that stand under others where both kinds are in one list."""

LISTED = Pattern(
    "plan-measure-own-number",
    r"^\d{1,2}\.\d{1,2}\.?\s+(?=[^\W\d])",
    matches=["2.1 Mindst 40 pct."],
    not_matches=["2,1 pct. af"],
)
"""A measure's own number, where it was not set apart."""


BARE = Pattern(
    "plan-measure-bare-number",
    r"^[\d.,\s–-]*\d[\d.,\s–-]*(?:%|pct\.?|procent|kr\.?|mio\.?|t\.|pct\.?[ -]?point|procentpoint|\s)*$",
    matches=["480", "66 pct.", "1,5 mio. kr."],
    not_matches=["480 borgere", "Mindst 66 pct."],
)
"""A cell that holds a number alone: what it counts is told by the title of its row."""


NUMBERS = re.compile(r"\d+")
"""Titles with other numbers are two: "Udfordringen ved mål 1" and "ved mål 2"."""


def group_statements(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Statements by target, each group with the overview's first, the groups in printed order."""
    groups: list[list[Statement]] = []
    for statement in statements:
        for group in groups:
            if _same_target(group[0], statement):
                group.append(statement)
                break
        else:
            groups.append([statement])
    runs = _run_lengths(statements)
    for group in groups:
        first = max(
            group,
            key=lambda s: (
                bool(s.under or s.numbered or s.loose),
                min(runs[id(s)], 3) if runs[id(s)] > 1 else 0,
                -s.order,
            ),
        )
        group.remove(first)
        group.insert(0, first)
    return groups


def _same_target(one: Statement, other: Statement) -> bool:
    alike = likeness(one.title, other.title)
    if one.number is None or other.number is None:
        if NUMBERS.findall(one.title) != NUMBERS.findall(other.title):
            return False
        return alike >= SAME_UNNUMBERED and shared_stems(one.title, other.title) >= SAME_WORDS
    if one.number != other.number:
        return False
    return alike >= SAME_TITLE or shared_stems(one.title, other.title) >= 0.6


def _run_lengths(statements: Sequence[Statement]) -> dict[int, int]:
    """How many targets are stated one right after the other, for each statement."""
    lengths: dict[int, int] = {}
    run: list[Statement] = []
    for statement in statements:
        if run and statement.order - run[-1].last > 2:
            lengths.update((id(s), len(run)) for s in run)
            run = []
        run.append(statement)
    lengths.update((id(s), len(run)) for s in run)
    return lengths


def target_of(
    group: Sequence[Statement], goals: Sequence[MinisterGoal], served: int | None, year: int | None
) -> Target:
    """One target from all places where it is stated."""
    first = group[0]
    stated = next((s for s in group if measures_of(s, year)), first)
    actions = [
        action for statement in sorted(group, key=lambda s: s.order) for action in actions_of(statement)
    ]
    unique = {action.text: action for action in reversed(actions)}
    return Target(
        number=first.number,
        title=first.title,
        minister_goal=served,
        measures=measures_of(stated, year),
        actions=tuple(action for action in actions if unique[action.text] is action),
        at=places_of(first.lines),
    )


def measures_of(statement: Statement, year: int | None) -> tuple[Measure, ...]:
    """What a statement promises, one measure for each bullet, numbered part or paragraph of its box."""
    if statement.measures is None:
        statement.measures = tuple(_read_measures(statement, year))
    return statement.measures


def _read_measures(statement: Statement, year: int | None) -> list[Measure]:
    parts = [block for block in statement.numbered if block.text.strip()]
    if not parts:
        parts = [block for block in statement.under if block.text.strip() and _is_measure(block)]
    if (not parts or led_by_title(statement)) and find_promises(statement.title, year):
        return [_measure(statement.lines, text_of(statement.lines), year)]
    if all(block.lines is statement.lines for block in parts):
        parts = parts + [
            piece
            for block in statement.loose
            for piece in _promising(block, year, headed=id(block) in statement.headed)
        ]
    return [_read_measure(statement, block, year) for block in parts]


def led_by_title(statement: Statement) -> bool:
    """Whether a title is what is promised, and the bullets below it, which promise nothing, say how it is reached."""
    bullets = statement.under
    return (
        bool(bullets)
        and all(block.bullet for block in bullets)
        and not statement.numbered
        and bool(find_promises(statement.title))
        and not any(find_promises(block.text) for block in bullets)
    )


def _read_measure(statement: Statement, block: Block, year: int | None) -> Measure:
    levels = statement.levels.get(id(block))
    if levels is not None and levels.promised:
        return with_levels(_measure_of(block, year), levels, year)
    if BARE.match(block.text):
        measure = _measure(block.lines, block.text, year, f"{statement.title}: ")
        return with_start(measure, levels) if levels is not None else measure
    return _measure_of(block, year)


def _is_measure(block: Block) -> bool:
    led = lead_in(block.text)
    return led is None or led[0] is Zone.measures


def _promising(block: Block, year: int | None, *, headed: bool) -> list[Block]:
    """The sentences of running prose in which something is promised, neighbours together.

    Args:
        block: The prose.
        year: The plan's.
        headed: Whether a heading says that measures stand here: "90 pct. er i gang" then is one.
    """
    promised = find_promises if headed else promised_in_prose
    spans: list[tuple[int, int]] = []
    for start, end in split_sentences(block.text):
        again = bool(spans) and start - spans[-1][1] <= 2 and RESTATES.match(block.text[start:end])
        if again or promised(block.text[start:end], year):
            spans.append((start, end))
    if not spans:
        return []
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start - merged[-1][1] <= 2:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return [cut(block, start, end) for start, end in merged]


def _measure_of(block: Block, year: int | None) -> Measure:
    start = 0
    led = lead_in(block.text)
    if led is not None and led[0] is Zone.measures:
        start = led[1]
    own = LISTED.match(block.text)
    if own is not None:
        start = own.end()
    lines = lines_in(block.lines, start, len(block.text)) if start else block.lines
    return _measure(lines, block.text[start:], year)


def _measure(lines: list[Line], text: str, year: int | None, row: str = "") -> Measure:
    """One measure.

    Args:
        lines: Where it stands.
        text: Its words.
        year: The plan's.
        row: What a bare number counts, as its row's title says.
    """
    text = text.strip()
    opened = len(text) - len(text.lstrip('”"“»„'))
    if opened and text.rstrip(".").endswith(("”", '"', "“", "«")):
        inner = text[opened:]
        text = inner.rstrip(".").rstrip('”"“«') + (
            "." if inner.endswith(".") and not inner.rstrip('.”"“«').endswith(".") else ""
        )
    else:
        opened = 0
    promises = [promise for promise in find_promises(row + text, year) if promise.start >= len(row)]
    return Measure(
        text=text,
        quantities=tuple(quantity_of(promise, lines, opened - len(row)) for promise in promises),
        at=places_of(lines),
    )


def actions_of(statement: Statement) -> list[Action]:
    """How a target will be reached; a bullet that stands further in, or has another sign, is of level 2."""
    blocks = (
        statement.actions or statement.prose_actions or (statement.under if led_by_title(statement) else [])
    )
    left: dict[int, float] = {}
    for block in blocks:
        left[block.page] = min(left.get(block.page, block.left), block.left)
    outer = min(left.values(), default=0.0)
    first = next((block.mark for block in blocks if block.mark), None)
    actions: list[Action] = []
    for block in blocks:
        edge = outer if left[block.page] - outer < 40 else left[block.page]
        inward = block.left > edge + 5
        sub = block.mark in SUB_BULLETS and block.mark != first and block.mark is not None
        actions.append(Action(text=block.text, level=2 if actions and (inward or sub) else 1, at=block.at))
    return actions


def goals_served(
    groups: Sequence[Sequence[Statement]], goals: Sequence[MinisterGoal], said: dict[int, str]
) -> list[int | None]:
    """Which of the minister's goals each target serves: where it is said, else by its title.

    Args:
        groups: The targets.
        goals: The minister's goals.
        said: All text that belongs to a statement, by the statement's identity.
    """
    numbers = {goal.number for goal in goals}
    explicit: list[int | None] = []
    # Targets in the text of several goals serve those; below a list of all goals they would stand in the last one.
    several = len({s.inside for group in groups for s in group if s.inside is not None}) > 1
    for group in groups:
        inside = next((s.inside for s in group if s.inside is not None), None) if several else None
        titles = " ".join(statement.title for statement in group)
        match = SERVED.search(titles)
        if match is None and group[0].serves is None:
            match = SERVED.search(" ".join(said.get(id(statement), "") for statement in group))
        number = int(match["number"]) if match else group[0].serves if group[0].serves is not None else inside
        explicit.append(number if number in numbers or not goals else None)
    if sum(number is not None for number in explicit) * 2 >= len(groups):
        return explicit
    served = [
        number if number is not None else _by_title(group[0], goals)
        for number, group in zip(explicit, groups, strict=True)
    ]
    own = [group[0].number for group in groups]
    if len(numbers) == len(goals) and own == [goal.number for goal in goals]:
        # One target for each goal, in its order: one whose title says nothing in common serves its goal as the rest do.
        told = [(number, mine) for number, mine in zip(served, own, strict=True) if number is not None]
        if 2 * len(told) > len(own) and all(number == mine for number, mine in told):
            return own
    return served


def _by_title(statement: Statement, goals: Sequence[MinisterGoal]) -> int | None:
    scored = sorted(
        (
            (
                max(
                    shared_stems(statement.title, goal.title),
                    likeness(statement.title, goal.title) / 100 - 0.2,
                ),
                goal,
            )
            for goal in goals
        ),
        key=lambda pair: -pair[0],
    )
    if not scored:
        return None
    same = next((score for score, goal in scored if goal.number == statement.number), 0.0)
    if same >= SERVES_BY_NUMBER and same >= scored[0][0] - 0.25:
        return statement.number
    if scored[0][0] >= SERVES and (len(scored) == 1 or scored[1][0] < scored[0][0]):
        return scored[0][1].number
    return None
