"""What the page shows of each target, measure, goal, action and figure: cells, one for each plan."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from pipeline.compare.differing import years_of
from pipeline.compare.redline import redline
from pipeline.danish.report_words import Phrases
from schemas.difference import (
    Change,
    Difference,
    MeasureThread,
    Side,
    Span,
    TargetThread,
    Telling,
    Timeline,
)
from schemas.place import Places
from schemas.plan import Figure, Quantity
from schemas.vocabulary import ChangeKind, Level, QuantityField

View = dict[str, Any]
"""What the template fills in."""


NOWHERE = Telling(path="", text="")
"""What a plan says of what it does not have."""


class Rows:
    """Turns a timeline into cells, and remembers which pages they lead to."""

    def __init__(self, timeline: Timeline, say: Phrases) -> None:
        self.timeline, self.say = timeline, say
        self.whens = [say.years(side) for side in timeline.plans]
        places = {side.municipality for side in timeline.plans}
        if len(places) > 1 or len(set(self.whens)) < len(self.whens):  # or a draft and what was adopted
            self.whens = [
                self._name(side, when) for side, when in zip(timeline.plans, self.whens, strict=True)
            ]
        self.cited: defaultdict[tuple[str, int], set[tuple[float, ...]]] = defaultdict(set)
        self.by_new: list[dict[tuple[Level, str], list[Change]]] = []
        self.by_old: list[dict[tuple[Level, str], list[Change]]] = []
        for difference in timeline.differences:
            self.by_new.append(_by_path(difference, "new"))
            self.by_old.append(_by_path(difference, "old"))

    def _name(self, side: Side, when: str) -> str:
        sides = self.timeline.plans
        if len({one.municipality for one in sides}) > 1:
            place = re.sub(r"\s+kommune$", "", side.municipality or side.file, flags=re.IGNORECASE)
            return f"{place} {when}"
        return f"{when} ({self.say.status(side) or side.file})"

    # --- anchors and links ---

    def target_anchor(self, n: int) -> str:
        """Where a target stands on the page."""
        return f"target-{n + 1}"

    def measure_anchor(self, n: int, k: int) -> str:
        """Where a measure stands on the page."""
        return f"target-{n + 1}-{k + 1}"

    def anchor_of(self, step: int, change: Change) -> str:
        """Where a change is shown on the page."""
        if change.level is Level.goal:
            return "goals"
        plan, path = (step + 1, change.new[0]) if change.new else (step, change.old[0])
        for n, thread in enumerate(self.timeline.threads):
            if change.level is Level.target:
                telling = thread.tellings[plan]
                if telling and telling.path == path:
                    return self.target_anchor(n)
            for k, measure in enumerate(thread.measures):
                telling = measure.tellings[plan]
                if telling and telling.path == path:
                    return self.measure_anchor(n, k)
        return "targets"

    def page_anchor(self, file: str, page: int) -> str:
        """Where the picture of a page stands."""
        return f"page-{file[:12]}-{page}"

    def name_of(self, file: str) -> str:
        """A file's name."""
        for side in self.timeline.plans:
            if _key(side) == file:
                return side.file
            if side.adopted and side.adopted.sha256 == file:
                return side.adopted.file
        return file

    def links(self, plan: int, at: Places) -> list[View]:
        """Links to the pictures of the pages where a value stands, with its boxes there."""
        side = self.timeline.plans[plan]
        return self._links(_key(side), at, self.whens[plan])

    def decision_links(self, side: Side) -> list[View]:
        """Links to the decision that adopted a plan."""
        found = side.adopted
        return self._links(found.sha256, found.at, found.file) if found else []

    def both_links(self, step: int, change: Change) -> list[View]:
        """Links to where a change stands in either plan, each with the plan's year."""
        found = []
        for plan, at in ((step, change.at_old), (step + 1, change.at_new)):
            found += [link | {"text": f"{self.whens[plan]} {link['text']}"} for link in self.links(plan, at)]
        return found

    def promises_of(self, plan: int, path: str) -> list[str]:
        """What a target promises in a plan, in few words."""
        threads = (one for one in self.timeline.threads if (one.tellings[plan] or NOWHERE).path == path)
        tellings = (measure.tellings[plan] for thread in threads for measure in thread.measures)
        quantities = (quantity for telling in tellings if telling for quantity in telling.quantities)
        return [self.say.quantity(quantity) for quantity in quantities if quantity]

    def _links(self, file: str, at: Places, when: str) -> list[View]:
        by_page: defaultdict[int, list[tuple[float, ...]]] = defaultdict(list)
        for place in at:
            by_page[place.page].append(place.bbox)
            self.cited[file, place.page].add(place.bbox)
        return [
            {
                "anchor": self.page_anchor(file, page),
                "text": self.say("page", page=page),
                "title": self.say("show_page", page=page, year=when),
                "boxes": ";".join(",".join(f"{edge:.1f}" for edge in box) for box in boxes),
            }
            for page, boxes in by_page.items()
        ]

    # --- cells ---

    def title_cells(self, thread: TargetThread) -> list[View]:
        """A target's title in each plan."""
        return self._cells(Level.target, thread.tellings, thread)

    def measure_cells(self, thread: MeasureThread) -> list[View]:
        """A measure in each plan."""
        return self._cells(Level.measure, thread.tellings, None)

    def goals(self) -> list[list[View]]:
        """The minister's goals in each plan."""
        return [self._cells(Level.goal, thread.tellings, None) for thread in self.timeline.goals]

    def _cells(
        self, level: Level, tellings: Sequence[Telling | None], thread: TargetThread | None
    ) -> list[View]:
        return [self._cell(level, p, tellings, thread) for p in range(len(tellings))]

    def _cell(
        self, level: Level, p: int, tellings: Sequence[Telling | None], thread: TargetThread | None
    ) -> View:
        telling, before = tellings[p], tellings[p - 1] if p else None
        cell: View = {
            "when": self.whens[p], "there": telling is not None, "tags": [], "promises": [], "every": (), "links": [],
            "same": False,
        }  # fmt: skip
        if telling is None:
            cell["text"] = self.say("not_there")
            if before:
                cell["tags"] = [self._tag(change) for change in self._of(self.by_old, p, level, before.path)]
                if thread and thread.merged_into is not None and not cell["tags"]:
                    heir = self.timeline.threads[thread.merged_into].tellings[p]
                    told = self.say("merged_into", path=heir.path if heir else "?")
                    cell["tags"] = [{"kind": "merged", "text": told}]
            return cell
        changes = self._of(self.by_new, p, level, telling.path)
        quantities = self._of(self.by_new, p, Level.quantity, telling.path) if level is Level.measure else []
        cell |= {"path": telling.path, "links": self.links(p, telling.at)}
        cell["words"] = (Span(op="same", text=telling.text),)
        if before:
            years = years_of(self.timeline.plans[p - 1], self.timeline.plans[p])
            cell["words"] = redline(before.text, telling.text, years)
            every = redline(before.text, telling.text, years, everything=True)
            if any(span.op != "same" for span in every):
                cell["every"] = every
        cell["tags"] = [self._tag(change) for change in changes]
        if before is None and any(tellings[:p]):
            cell["tags"] = [{"kind": "returned", "text": self.say("kind.returned")}]
        if before and level is Level.measure:
            gone = self._of(self.by_old, p, Level.quantity, before.path)
            cell["tags"] += [
                {
                    "kind": "dropped",
                    "text": f"{self.say('kind.quantity_dropped')}: {self.say.changed(change)}",
                }
                for change in gone
                if change.kind is ChangeKind.dropped
            ]
        cell["promises"] = [
            self._promise(quantity, quantities) for quantity in telling.quantities if quantity
        ]
        cell["same"] = (
            bool(before)
            and not (cell["tags"] or quantities)
            and all(span.op == "same" for span in cell["words"])
        )
        return cell

    def _of(
        self, index: list[dict[tuple[Level, str], list[Change]]], p: int, level: Level, path: str
    ) -> list[Change]:
        return index[p - 1].get((level, path), []) if p else []

    def _tag(self, change: Change) -> View:
        text = self.say(f"kind.{change.kind.value}")
        if change.kind is ChangeKind.renumbered:
            text = f"{text} ({change.old[0]} → {change.new[0]})"
        elif change.kind is ChangeKind.moved:
            text = self.say("from_target", path=change.old[0].split(".")[0])
        elif change.kind is ChangeKind.parted:
            text = f"{text} ({change.old[0]} → {self.say.listed(list(change.new))})"
        elif change.kind is ChangeKind.merged:
            text = f"{text} ({self.say.listed(list(change.old))} → {change.new[0]})"
        return {"kind": change.kind.value, "text": text}

    def _promise(self, quantity: Quantity, changes: Iterable[Change]) -> View:
        """What is promised, and whether that is more or less than before."""
        own = [change for change in changes if change.new_quantity == quantity]
        ambition = next((change.ambition.value for change in own if change.ambition), "")
        marks = []
        for change in own:
            became = self.say(f"kind.{change.ambition.value if change.ambition else 'changed'}")
            if change.field is QuantityField.value and change.ambition:
                marks.append(became)
            elif change.field:
                marks.append(f"{self.say(f'field.{change.field.value}')} {became}")
            elif change.kind is ChangeKind.added:
                marks.append(self.say("kind.quantity_added"))
        return {"text": self.say.quantity(quantity), "kind": ambition, "mark": ", ".join(marks)}

    # --- beside the promises ---

    def actions(self, thread: TargetThread) -> list[View]:
        """What became of a target's actions, year by year."""
        found: list[View] = []
        many = len(self.timeline.differences) > 1
        for step, difference in enumerate(self.timeline.differences):
            for action in difference.actions:
                plan, path = (step + 1, action.new[0]) if action.new else (step, action.old[0])
                telling = thread.tellings[plan]
                if telling is None or telling.path != path.split(".")[0]:
                    continue
                text = action.new_text or action.old_text or ""
                op = {"added": "new", "dropped": "old"}.get(action.kind, "same")
                places = action.at_new or action.at_old
                shown = action.kind != "kept"
                found.append(
                    {
                        "kind": action.kind,
                        "tag": self.say(f"kind.{action.kind}"),
                        "when": self.whens[step + 1] if many else "",
                        "words": action.redline or (Span(op=op, text=text),),
                        "links": self.links(plan, places) if shown else [],
                    }
                )
        return found

    def figures(self) -> list[View]:
        """Numbers told, a row for each that two plans or more tell."""
        rows: list[dict[int, Figure]] = []
        foretold: set[int] = set()
        for step, difference in enumerate(self.timeline.differences):
            for pair in difference.figures:
                old, new = pair.old, pair.new
                if not (old and new):
                    continue
                row = next((n for n, one in enumerate(rows) if one.get(step) == old), None)
                if row is None:
                    row = len(rows)
                    rows.append({step: old})
                rows[row][step + 1] = new
                if pair.forecast:
                    foretold.add(row)
        return [
            {
                "label": row[max(row)].label,
                "forecast": n in foretold,
                "cells": [self._figure(p, row.get(p)) for p in range(len(self.whens))],
            }
            for n, row in enumerate(rows)
        ]

    def _figure(self, plan: int, figure: Figure | None) -> View | None:
        if figure is None:
            return None
        return {
            "text": self.say.figure(figure),
            "period": figure.period,
            "links": self.links(plan, figure.at),
        }


def _key(side: Side) -> str:
    return side.sha256 or side.file


def _by_path(difference: Difference, side: str) -> dict[tuple[Level, str], list[Change]]:
    found: defaultdict[tuple[Level, str], list[Change]] = defaultdict(list)
    for change in difference.changes:
        for path in getattr(change, side):
            found[change.level, path].append(change)
    return found
