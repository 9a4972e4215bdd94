"""One self-contained page about plans through the years: summary, targets side by side, charts, pictures of pages."""

import base64
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from pipeline.compare.report.charts import Point, chart
from pipeline.compare.report.rows import Rows, View
from pipeline.danish.report_words import Phrases
from pipeline.errors import PipelineError
from pipeline.reading import Picture
from schemas.difference import Change, Difference, Pair, Timeline
from schemas.vocabulary import ChangeKind, Level, QuantityField

Draw = Callable[[Path, list[int]], Mapping[int, Picture]]
"""Draws some pages of a file."""

HERE = "pipeline.compare.report"


def write_page(timeline: Timeline, lies: Mapping[str, Sequence[Path]], draw: Draw, say: Phrases) -> str:
    """Make the page.

    Args:
        timeline: Two plans or more.
        lies: Where each file may lie, by its SHA-256.
        draw: Draws pages of a file.
        say: In which language.

    Returns:
        HTML that needs nothing else: no other file, no network, no script to be read.
    """
    rows = Rows(timeline, say)
    targets = [_target(rows, n, say) for n in range(len(timeline.threads))]
    told: View = {
        "say": say,
        "title": title_of(timeline, say),
        "across": len({side.municipality for side in timeline.plans}) > 1,
        "version": version("udvalgsarkiv"),
        "style": Markup(_file("style.css")),
        "script": Markup(_file("script.js")),
        "sides": [_side(rows, n, say) for n in range(len(timeline.plans))],
        "steps": [_step(rows, n, say) for n in range(len(timeline.differences))],
        "targets": targets,
        "goals": rows.goals(),
        "figures": rows.figures(),
        "pairs": [_pair(one, say) for difference in timeline.differences for one in _pairs(difference)],
    }
    told["pictures"] = list(_pictures(rows, lies, draw, say))
    return str(_template().render(told))


def title_of(timeline: Timeline, say: Phrases) -> str:
    """What the page is about."""
    first, last = timeline.plans[0], timeline.plans[-1]
    if first.municipality != last.municipality:
        names = [f"{side.municipality or side.file} {say.years(side)}" for side in (first, last)]
        return say("title_across", old=names[0], new=names[1])
    key = "title_diff" if len(timeline.plans) == 2 else "title_timeline"
    place = f"{last.municipality}: " if last.municipality else ""
    return place + say(key, old=say.years(first), new=say.years(last))


@cache
def _template() -> Any:
    environment = Environment(
        loader=FunctionLoader(_file), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("page.html")


def _file(name: str) -> str:
    return files(HERE).joinpath(name).read_text(encoding="utf-8")


# --- head and summary ---


def _side(rows: Rows, n: int, say: Phrases) -> View:
    side = rows.timeline.plans[n]
    links = rows.decision_links(side) if side.adopted else []
    first, last = side.pages
    return {
        "when": say.years(side),
        "title": side.title,
        "place": side.municipality,
        "status": say.status(side) or say("absent"),
        "decided": say.decided(side),
        "links": links,
        "corrected": say.corrections(side),
        "file": f"{side.file}, {say('count_pages', first=first, last=last)}",
    }


def _step(rows: Rows, n: int, say: Phrases) -> View:
    """What changed from one plan to the next."""
    difference = rows.timeline.differences[n]
    told = {(change.new, change.ambition.value) for change in difference.changes if change.ambition}
    ambitions = Counter(ambition for _, ambition in told)
    kinds = Counter(f"{change.level.value}_{change.kind.value}" for change in difference.changes)
    counts = [(name, ambitions[name]) for name in ("tightened", "loosened") if ambitions[name]]
    counts += [(name, kinds[name]) for name in say.words["count"] if kinds.get(name)]
    return {
        "heading": f"{say.years(difference.old)} → {say.years(difference.new)}",
        "counts": [
            {"kind": name, "number": count, "text": say.counted(name, count).split(" ", 1)[1]}
            for name, count in counts
        ],
        "moved": list(_news(rows, n, difference.changes, say)),
    }


def _is_news(change: Change) -> bool:
    """What a reader wants to know first: promises that moved, and targets that came and went."""
    if change.level is Level.quantity:
        return change.kind is not ChangeKind.changed or change.ambition is not None or change.field != "value"
    return change.kind not in (ChangeKind.renumbered, ChangeKind.retitled, ChangeKind.reworded)


def _moved(rows: Rows, n: int, changes: Sequence[Change], say: Phrases) -> View:
    """One line of the summary: what became of one target, goal or measure."""
    first = changes[0]
    ours = first.level is Level.quantity
    kinds = dict.fromkeys(change.ambition.value for change in changes if change.ambition)
    name = {Level.goal: "goal", Level.target: "target"}.get(first.level, "measure")
    where = say(name, path="+".join(first.new or first.old))
    if not first.new:
        where = f"{where} ({rows.whens[n]})"
    text = first.new_text or first.old_text or ""
    if first.kind in (ChangeKind.parted, ChangeKind.merged):
        text = f"{first.old_text} → {first.new_text}"
    promises = [_promise_moved(change, say) for change in changes if ours]
    if first.level is Level.target and first.kind in (ChangeKind.added, ChangeKind.dropped):
        promises = rows.promises_of(n + 1 if first.new else n, (first.new or first.old)[0])
    kind = first.kind.value
    if ours and first.kind is not ChangeKind.changed:
        kind = f"quantity_{kind}"
    return {
        "tags": [
            {"kind": one.removeprefix("quantity_"), "text": say(f"kind.{one}")} for one in kinds or [kind]
        ],
        "where": where,
        "anchor": rows.anchor_of(n, first),
        "promises": promises,
        "text": text,
        "whole": first.level is not Level.quantity,
        "links": rows.both_links(n, first),
    }


def _promise_moved(change: Change, say: Phrases) -> str:
    """A changed number in few words; which field of it changed, where it is not the number itself."""
    told = say.changed(change)
    named = change.field and change.field is not QuantityField.value
    return f"{say(f'field.{change.field.value}')} {told}" if named and change.field else told


def _news(rows: Rows, n: int, changes: Sequence[Change], say: Phrases) -> Iterable[View]:
    """The lines of the summary; what happened to one measure's promises is one line."""
    by_place: defaultdict[tuple[object, ...], list[Change]] = defaultdict(list)
    for change in changes:
        if _is_news(change):
            ours = change.level is Level.quantity
            by_place[ours, change.level, change.old, change.new].append(change)
    return [_moved(rows, n, some, say) for some in by_place.values()]


# --- targets ---


def _target(rows: Rows, n: int, say: Phrases) -> View:
    thread = rows.timeline.threads[n]
    last = max(p for p, telling in enumerate(thread.tellings) if telling)
    telling = thread.tellings[last]
    heading = f"{say('target', path=telling.path)}: {telling.text}" if telling else ""
    ended = last < len(thread.tellings) - 1
    if ended:
        heading = f"{rows.whens[last]}, {heading}"
    title = rows.title_cells(thread)
    measures: list[View] = []
    for k, measure in enumerate(thread.measures):
        measures.append(
            {
                "anchor": rows.measure_anchor(n, k),
                "cells": rows.measure_cells(measure),
                "charts": _charts(rows, measure.tellings, say),
            }
        )
    tags = Counter(tag["kind"] for cell in title for tag in cell["tags"])
    kinds = Counter(
        one["kind"]
        for measure in measures
        for cell in measure["cells"]
        for one in cell["promises"]
        if one["kind"]
    )
    counted = [
        {"kind": kind, "text": say.counted(kind, kinds[kind])}
        for kind in ("tightened", "loosened")
        if kinds[kind]
    ]
    shown = [kind for kind in ("added", "dropped", "split", "merged") if tags[kind]]
    counted = [{"kind": kind, "text": say(f"kind.{kind}")} for kind in shown] + counted
    actions = rows.actions(thread)
    return {
        "anchor": rows.target_anchor(n),
        "heading": heading,
        "tags": counted,
        "title": title,
        "measures": measures,
        "actions": [one for one in actions if one["kind"] != "kept"],
        "actions_told": _actions_told(actions, say),
    }


def _actions_told(actions: Iterable[View], say: Phrases) -> str:
    counted = Counter(one["kind"] for one in actions)
    kinds = ("added", "dropped", "reworded", "moved", "kept")
    return ", ".join(say.counted(f"action_{kind}", counted[kind]) for kind in kinds if counted[kind])


def _charts(rows: Rows, tellings: Sequence[Any], say: Phrases) -> list[str]:
    """A chart for each quantity that two plans or more promise."""
    width = max((len(one.quantities) for one in tellings if one), default=0)
    found = []
    for slot in range(width):
        points = [
            Point(when, one.quantities[slot]) if one and one.quantities[slot] else None
            for when, one in zip(rows.whens, tellings, strict=True)
        ]
        if drawn := chart(points, rows.whens, say):
            found.append(drawn)
    return found


# --- pairs and pictures ---


def _pairs(difference: Difference) -> list[tuple[Difference, Pair]]:
    return [(difference, pair) for pair in difference.pairs if pair.level is not Level.measure or pair.rivals]


def _pair(one: tuple[Difference, Pair], say: Phrases) -> View:
    difference, pair = one
    title = pair.title or 0.0
    why = [say("why_title_same") if title == 1 else say("why_title", share=_share(title, say))]
    for name, counted in (("why_measures", pair.measures), ("why_actions", pair.actions)):
        if counted:
            why.append(say(name, some=counted[0], all=counted[1]))
    if pair.rivals:
        others = ", ".join(
            f"{rival.old[0]} → {rival.new[0]} ({say.number(rival.score)})" for rival in pair.rivals
        )
        why.append(say("ambiguous", others=others))
    names = [
        say("goal" if pair.level is Level.goal else "target", path=path)
        for path in (pair.old[0], pair.new[0])
    ]
    return {
        "where": f"{say.years(difference.old)} {names[0]} → {say.years(difference.new)} {names[1]}",
        "score": say.number(round(pair.score, 2)),
        "why": ", ".join(why),
        "ambiguous": bool(pair.rivals),
    }


def _share(value: float, say: Phrases) -> str:
    return say.amount(round(100 * value), "pct.")


def _pictures(rows: Rows, lies: Mapping[str, Sequence[Path]], draw: Draw, say: Phrases) -> Iterable[View]:
    """Every page that something on the page leads to, once."""
    by_file: defaultdict[str, list[int]] = defaultdict(list)
    for file, page in rows.cited:
        by_file[file].append(page)
    for file, pages in by_file.items():
        drawn = _drawn(file, pages, lies, draw)
        for page in sorted(pages):
            name, anchor = rows.name_of(file), rows.page_anchor(file, page)
            view: View = {
                "anchor": anchor,
                "caption": say("page_of", page=page, file=name),
                "source": "",
                "missing": say("no_picture", file=name),
                "width": 1,
                "height": 1,
                "boxes": [],
            }
            if picture := drawn.get(page):
                across, down = picture.width, picture.height
                view |= {
                    "source": "data:image/webp;base64," + base64.b64encode(picture.content).decode("ascii"),
                    "width": f"{across:.1f}",
                    "height": f"{down:.1f}",
                    "boxes": [
                        [f"{100 * part:.2f}" for part in
                         (x0 / across, top / down, (x1 - x0) / across, (bottom - top) / down)]
                        for x0, top, x1, bottom in sorted(rows.cited[file, page])
                    ],
                }  # fmt: skip
            yield view


def _drawn(
    file: str, pages: list[int], lies: Mapping[str, Sequence[Path]], draw: Draw
) -> Mapping[int, Picture]:
    """Pictures of a file's pages, from the first place where it still lies."""
    for path in lies.get(file, ()):
        if path.is_file():
            try:
                return draw(path, pages)
            except PipelineError:
                continue
    return {}
