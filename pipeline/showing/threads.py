"""Each promise through the years, on a terminal and in Markdown: its words, then its numbers from plan to plan."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TextIO

from pipeline.danish.report_words import Phrases
from pipeline.showing.clean import markdown, one_line, plain
from schemas.difference import MeasureThread, Side, TargetThread, Timeline
from schemas.vocabulary import Ambition, Level

NARROWEST = 40
"""A line has room for so many characters, however narrow the terminal is."""

STYLES = {Ambition.tightened: "green", Ambition.loosened: "yellow"}


def write_threads(timeline: Timeline, say: Phrases, out: TextIO, width: int | None = None) -> None:
    """Set what became of each target and measure on a terminal.

    Args:
        timeline: Of two plans or more.
        say: The words of the report.
        out: Where it is written.
        width: Characters a line; the terminal's where it is not said.
    """
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, width=width, highlight=False, emoji=False, markup=False)
    room = max(console.width, NARROWEST)
    lines: list[Text] = []

    def put(text: Text, indent: int) -> None:
        for n, line in enumerate(text.wrap(console, room - indent - 2)):
            line.rstrip()
            line.pad_left(indent + 2 * (n > 0))
            lines.append(line)

    def put_short(text: Text, indent: int) -> None:
        begun, *rest = text.wrap(console, room - indent - 2)
        begun.rstrip()
        begun.append(" …" if rest else "")
        begun.pad_left(indent)
        lines.append(begun)

    put(Text(one_line(_heading(timeline, say)), style="bold"), 0)
    for told in _followed(timeline, say):
        put(Text(), 0)
        put(Text(one_line(told.heading), style="bold cyan"), 0)
        if told.fate:
            put(Text(told.fate, style="dim"), 2)
        for path, words, promises in told.measures:
            put_short(Text.assemble((f"{path}  ", "dim"), plain(one_line(words))), 2)
            for steps in promises:
                text = Text()
                for n, (years, says, ambition) in enumerate(steps):
                    text.append(" → " if n else "")
                    text.append(f"{years} ", style="dim")
                    text.append(plain(says), style=STYLES.get(ambition, "default") if ambition else "default")
                    text.append(f" ({say(f'kind.{ambition.value}')})" if ambition else "", style="dim")
                put(text, 6)
    console.print(Text("\n").join(lines), soft_wrap=True)


def write_threads_markdown(timeline: Timeline, say: Phrases, out: TextIO) -> None:
    """Write what became of each target and measure as Markdown."""
    out.write(f"# {markdown(_heading(timeline, say))}\n")
    for told in _followed(timeline, say):
        out.write(f"\n## {markdown(told.heading)}\n\n")
        if told.fate:
            out.write(f"*{markdown(told.fate)}*\n\n")
        for path, words, promises in told.measures:
            out.write(f"- **{markdown(path)}** {markdown(words)}\n")
            for steps in promises:
                parts = (
                    f"{years} {says}" + (f" ({say(f'kind.{ambition.value}')})" if ambition else "")
                    for years, says, ambition in steps
                )
                out.write(f"  - {markdown(' → '.join(parts))}\n")


Step = tuple[str, str, Ambition | None]
"""Years, what their plans promise, and whether that is more or less than before."""


class _Followed(NamedTuple):
    """A target through the years."""

    heading: str
    fate: str
    """Its numbers and what became of it; nothing where it stayed the same."""
    measures: list[tuple[str, str, list[list[Step]]]]
    """Path and words in the last plan that has it, and each number's steps."""


def _heading(timeline: Timeline, say: Phrases) -> str:
    first, last = timeline.plans[0], timeline.plans[-1]
    place = f"{last.municipality}: " if last.municipality else ""
    return place + say("threads", old=say.years(first), new=say.years(last))


def _followed(timeline: Timeline, say: Phrases) -> Iterator[_Followed]:
    ambitions = _ambitions(timeline)
    for thread in timeline.threads:
        path, title = _last(thread)
        heading = f"{say('target', path=path)}: {title}"
        yield _Followed(
            f"{_ended(thread, timeline.plans, say)}{heading}",
            _fate(thread, timeline, say),
            [
                (
                    _ended(one, timeline.plans, say) + _last(one)[0],
                    _last(one)[1],
                    list(_promises(one, timeline.plans, ambitions, say)),
                )
                for one in thread.measures
            ],
        )


def _ended(thread: TargetThread | MeasureThread, plans: Sequence[Side], say: Phrases) -> str:
    """Of what is not in the last plan: of which year its number and words are; else nothing."""
    last = max(p for p, telling in enumerate(thread.tellings) if telling)
    return f"{say.years(plans[last])}, " if last < len(plans) - 1 else ""


Ambitions = dict[tuple[int, str, float | None], Ambition]
"""Which numbers were tightened or loosened: by plan, counted from 0, the measure's path in it and the number there."""


def _ambitions(timeline: Timeline) -> Ambitions:
    found: Ambitions = {}
    for p, difference in enumerate(timeline.differences):
        for change in difference.changes:
            if change.level is Level.quantity and change.ambition and change.new and change.new_quantity:
                found.setdefault((p + 1, change.new[0], change.new_quantity.value), change.ambition)
    return found


def _fate(thread: TargetThread, timeline: Timeline, say: Phrases) -> str:
    """Which number the target has in which plans, and what became of it; nothing where it stayed the same."""
    told = [say("target", path=telling.path) if telling else None for telling in thread.tellings]
    runs = _runs(told, timeline.plans, say)
    parts = (
        [" → ".join(f"{years} {words or say('absent')}" for years, words in runs)] if len(runs) > 1 else []
    )
    for key, other in (("split_from", thread.split_from), ("merged_into", thread.merged_into)):
        if other is not None:
            parts.append(say(key, path=_last(timeline.threads[other])[0]))
    if thread.tellings[-1] is None and thread.merged_into is None:
        parts.append(say("kind.dropped"))
    return " · ".join(parts)


def _last(thread: TargetThread | MeasureThread) -> tuple[str, str]:
    telling = [telling for telling in thread.tellings if telling][-1]
    return telling.path, telling.text


def _promises(
    measure: MeasureThread,
    plans: Sequence[Side],
    ambitions: Ambitions,
    say: Phrases,
) -> Iterator[list[Step]]:
    """For each number of a measure what each plan promises; where it has none, in which plans it stands."""
    count = max(len(telling.quantities) for telling in measure.tellings if telling)
    if not count:
        runs = _runs(["" if telling else None for telling in measure.tellings], plans, say)
        if len(runs) > 1:
            yield [(years, say("absent") if told is None else say("stands"), None) for years, told in runs]
        return
    for n in range(count):
        row = [
            telling.quantities[n] if telling and n < len(telling.quantities) else None
            for telling in measure.tellings
        ]
        told = [say.quantity(quantity, whole=False) if quantity else None for quantity in row]
        moved: dict[int, Ambition] = {}
        for p, (telling, quantity) in enumerate(zip(measure.tellings, row, strict=True)):
            ambition = ambitions.get((p, telling.path, quantity.value)) if telling and quantity else None
            if ambition:
                moved[p] = ambition
                if told[p] == told[p - 1]:  # the same number sooner, later or from another level
                    told[p - 1 : p + 1] = [say.quantity(one) for one in row[p - 1 : p + 1] if one]
        starts = _starts(told)
        yield [
            (years, words or say("absent"), moved.get(p))
            for p, (years, words) in zip(starts, _runs(told, plans, say), strict=True)
        ]


def _starts(told: Sequence[str | None]) -> list[int]:
    return [p for p in range(len(told)) if not p or told[p] != told[p - 1]]


def _runs(told: Sequence[str | None], plans: Sequence[Side], say: Phrases) -> list[tuple[str, str | None]]:
    """What plans say, those in a row that say the same put together: ("2014–2016", "mindst 40 pct.")."""
    runs: list[tuple[str, str | None]] = []
    for words, group in groupby(enumerate(told), key=lambda one: one[1]):
        which = [p for p, _ in group]
        first, last = plans[which[0]], plans[which[-1]]
        until = last.last_year or last.year
        alone = first is last or first.year is None or until is None
        runs.append((say.years(first) if alone else f"{first.year}–{until}", words))
    return runs
