"""The difference of two plans on a terminal, in Markdown and as rows of a table."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TextIO

from pipeline.danish.report_words import Phrases
from pipeline.showing.clean import markdown, one_line, plain
from pipeline.showing.lists import List
from pipeline.showing.output import NARROWEST
from schemas.difference import Change, Difference, FigurePair, Paths, Redline, Side, Span
from schemas.place import Places
from schemas.plan import Figure, Quantity
from schemas.vocabulary import ChangeKind, Level, QuantityField

MARKS = {"added": "+", "dropped": "-", "moved": ">", "split": "<", "merged": "&"}
"""What stands before a line; "~" before what was changed."""


@dataclass
class Entry:
    """One goal, title, measure or action with all that happened to it."""

    mark: str
    where: str
    """"4.1", or "4.1 → 5.1"."""
    redline: Redline
    tags: list[str] = field(default_factory=list)
    pages: str = ""
    ambition: str = ""


@dataclass
class Group:
    """A heading and what stands under it."""

    heading: str
    entries: list[Entry] = field(default_factory=list)


def title_of(difference: Difference, say: Phrases) -> str:
    """What is compared, in one line."""
    old, new = difference.old, difference.new
    if old.municipality == new.municipality:
        place = f"{new.municipality}: " if new.municipality else ""
        return place + say("title_diff", old=say.years(old), new=say.years(new))
    sides = [f"{side.municipality or side.file} {say.years(side)}" for side in (old, new)]
    return say("title_across", old=sides[0], new=sides[1])


def counts_of(changes: Iterable[Change], say: Phrases) -> list[str]:
    """How many changes there are of each kind, the promises first."""
    found = list(changes)
    ambitions = Counter(ambition for _, ambition in {(c.new, c.ambition.value) for c in found if c.ambition})
    kinds = Counter(f"{change.level.value}_{change.kind.value}" for change in found)
    told = [say.counted(name, ambitions[name]) for name in ("tightened", "loosened") if ambitions[name]]
    return told + [say.counted(name, kinds[name]) for name in say.words["count"] if kinds.get(name)]


def groups_of(difference: Difference, say: Phrases) -> Iterator[Group]:
    """The changes by goal and target, then the actions."""
    goals = [change for change in difference.changes if change.level is Level.goal]
    if goals:
        yield Group(say("goals"), list(_entries(goals, say, {})))
    by_target: dict[tuple[str, ...], list[Change]] = {}
    homes = _homes(difference)
    partners = {pair.old: pair.new for pair in difference.pairs if pair.level is Level.measure}
    for change in difference.changes:
        if change.level is not Level.goal:
            by_target.setdefault(_home(change, homes), []).append(change)
    titles = _titles(difference)
    for home, changes in by_target.items():
        heading = _heading(home, changes, titles, say)
        if home[0] == "old":
            heading = f"{say.years(difference.old)}, {heading}"
        entries = list(_entries(changes, say, partners))
        yield Group(heading, entries + list(_brought(changes, difference)))
    if difference.trifles:
        yield Group(say("trifles"), [
            Entry("≈", _path(one.old, one.new), one.redline) for one in difference.trifles
        ])  # fmt: skip
    actions = [action for action in difference.actions if action.kind != "kept"]
    if actions:
        yield Group(say("actions"), [
            Entry(
                MARKS.get(action.kind, "~"),
                _path(action.old, action.new),
                action.redline or _whole(action.kind, action.old_text, action.new_text),
                [say(f"kind.{action.kind}")],
                _pages(action.at_old, action.at_new, say),
            )
            for action in actions
        ])  # fmt: skip


def _homes(difference: Difference) -> dict[str, str]:
    """Old targets' paths: the new one under which what was dropped of them is told."""
    homes = {pair.old[0]: pair.new[0] for pair in difference.pairs if pair.level is Level.target}
    for change in difference.changes:
        if change.kind is ChangeKind.merged:
            homes |= dict.fromkeys(change.old, change.new[0])
    return homes


def _home(change: Change, homes: dict[str, str]) -> tuple[str, ...]:
    if change.new:
        return ("new", change.new[0].split(".")[0])
    old = change.old[0].split(".")[0]
    return ("new", homes[old]) if old in homes else ("old", old)


def _titles(difference: Difference) -> dict[tuple[str, ...], str]:
    return {
        (side, path): title for side, titles in difference.titles.items() for path, title in titles.items()
    }


def _heading(
    home: tuple[str, ...], changes: list[Change], titles: dict[tuple[str, ...], str], say: Phrases
) -> str:
    title = titles.get(home, "")
    number = say("target", path=home[1])
    was = next((c.old[0] for c in changes if c.kind is ChangeKind.renumbered), None)
    before = f" ({say('old').lower()} {was})" if was else ""
    return f"{number}{before}: {title}"


def _entries(changes: list[Change], say: Phrases, partners: Mapping[Paths, Paths]) -> Iterator[Entry]:
    """The changes of one heading; those of one measure in one entry."""
    by_place: dict[tuple[object, ...], Entry] = {}
    for change in changes:
        if change.level is Level.target and change.kind is ChangeKind.renumbered:
            continue  # the heading says it
        place = (change.level in (Level.goal, Level.target), _place(change, partners))
        entry = by_place.get(place)
        if entry is None:
            shown = change.redline or _whole(change.kind.value, change.old_text, change.new_text)
            mark = MARKS.get(change.kind.value, "~") if change.level is not Level.quantity else "~"
            pages = _pages(change.at_old, change.at_new, say)
            entry = by_place[place] = Entry(mark, _path(change.old, change.new), shown, pages=pages)
        entry.tags.append(_tag(change, say))
        if change.ambition:
            entry.ambition = change.ambition.value
    yield from by_place.values()


def _brought(changes: list[Change], difference: Difference) -> Iterator[Entry]:
    """What a target promises that came or went as a whole."""
    for change in changes:
        if change.level is Level.target and change.kind in (ChangeKind.added, ChangeKind.dropped):
            known = difference.measures.get("new" if change.new else "old", {})
            (path,) = change.new or change.old
            for n, text in enumerate(known.get(path, ()), 1):
                yield Entry(MARKS[change.kind.value], f"{path}.{n}", _whole(change.kind.value, text, text))


def _place(change: Change, partners: Mapping[Paths, Paths]) -> tuple[str, ...]:
    """What joins the changes of one measure: its path in the new plan, else in the old one."""
    new = change.new
    if not new and change.level is Level.quantity:
        new = partners.get(change.old, ())
    return ("new", *new) if new else ("old", *change.old)


def _tag(change: Change, say: Phrases) -> str:
    if change.level is not Level.quantity:
        return say(f"kind.{change.kind.value}")
    name = say(f"field.{change.field.value}" if change.field else f"kind.quantity_{change.kind.value}")
    ambition = f" ({say(f'kind.{change.ambition.value}')})" if change.ambition else ""
    return f"{name}: {say.changed(change)}{ambition}"


def _path(old: tuple[str, ...], new: tuple[str, ...]) -> str:
    before, after = "+".join(old), "+".join(new)
    return after if before == after else " → ".join(filter(None, (before, after)))


def _whole(kind: str, old: str | None, new: str | None) -> Redline:
    if kind == "added":
        return (Span(op="new", text=new or ""),)
    if kind == "dropped":
        return (Span(op="old", text=old or ""),)
    if kind in ("split", "merged"):
        return (Span(op="old", text=f"{old} "), Span(op="new", text=new or ""))
    return (Span(op="same", text=new or old or ""),)


def _pages(old: Places, new: Places, say: Phrases) -> str:
    return " → ".join(say("page", page=at[0].page) for at in (old, new) if at)


# --- terminal ---


def write_difference(
    differences: Sequence[Difference], say: Phrases, out: TextIO, width: int | None = None
) -> None:
    """Set differences on a terminal; nothing where nothing changed."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, width=width, highlight=False, emoji=False, markup=False)
    lines: list[Text] = []
    width = console.width

    def put(text: Text, indent: int = 0) -> None:
        for line in text.wrap(console, max(width - indent, NARROWEST)):
            line.rstrip()
            line.pad_left(indent)
            lines.append(line)

    for difference in differences:
        groups = list(groups_of(difference, say))
        if groups:
            lines += [Text()] if lines else []
            _set(put, difference, groups, say)
    if lines:
        console.print(Text("\n").join(lines), soft_wrap=True)


def _set(put: Callable[..., None], difference: Difference, groups: list[Group], say: Phrases) -> None:
    from rich.text import Text

    put(Text(one_line(title_of(difference, say)), style="bold"))
    for side in (difference.old, difference.new):
        put(Text(one_line(_facts(side, say)), style="dim"))
        for told in say.corrections(side):
            put(Text(one_line(told), style="dim"), 2)
    put(Text(one_line(" · ".join(counts_of(difference.changes, say)))))
    for group in groups:
        put(Text())
        put(Text(one_line(group.heading), style="bold cyan"))
        for entry in group.entries:
            text = Text(f"{entry.mark} {entry.where}  ", style=_STYLES.get(entry.mark, ""))
            for span in entry.redline:
                text.append(plain(_marked(span)), style=_SPANS[span.op])
            put(text, 2)
            told = " · ".join(filter(None, (*entry.tags, entry.pages)))
            if told:
                put(Text(one_line(told), style=_AMBITIONS.get(entry.ambition, "dim")), 6)


_STYLES = {"+": "green", "-": "red"}
_SPANS = {"same": "default", "old": "red strike", "new": "green"}
_AMBITIONS = {"tightened": "green", "loosened": "yellow"}


def _marked(span: Span) -> str:
    """Words that went and came, marked so that no colour is needed."""
    if span.op == "same":
        return span.text
    words = span.text.strip()
    before, after = span.text.split(words, 1) if words else ("", span.text)
    return f"{before}[-{words}-]{after}" if span.op == "old" else f"{before}{{+{words}+}}{after}"


def _facts(side: Side, say: Phrases) -> str:
    pages = say("count_pages", first=side.pages[0], last=side.pages[1])
    told = [say.years(side), side.title, side.file, pages, say.status(side), say.decided(side)]
    return " · ".join(filter(None, told))


# --- Markdown ---


def write_markdown(differences: Sequence[Difference], say: Phrases, out: TextIO) -> None:
    """Write differences as Markdown: struck out what went, bold what came."""
    for n, difference in enumerate(differences):
        out.write("\n" if n else "")
        _write_markdown(difference, say, out)


def _write_markdown(difference: Difference, say: Phrases, out: TextIO) -> None:
    out.write(f"# {markdown(title_of(difference, say))}\n\n")
    for side in (difference.old, difference.new):
        out.write(f"- {markdown(_facts(side, say))}\n")
        out.writelines(f"  - {markdown(told)}\n" for told in say.corrections(side))
    counts = counts_of(difference.changes, say)
    out.write(f"\n{markdown(', '.join(counts)) if counts else say('nothing_changed')}\n")
    for group in groups_of(difference, say):
        out.write(f"\n## {markdown(group.heading)}\n\n")
        for entry in group.entries:
            words = "".join(_md_span(span) for span in entry.redline)
            told = " · ".join(filter(None, (*entry.tags, entry.pages)))
            out.write(
                f"- **{markdown(entry.where)}** {words}  \n  *{markdown(told)}*\n"
                if told
                else f"- **{markdown(entry.where)}** {words}\n"
            )
    figures = [pair for pair in difference.figures if pair.old and pair.new]
    if not figures:
        return
    head = " | ".join((say("label"), say.years(difference.old), say.years(difference.new)))
    out.write(f"\n## {say('figures')}\n\n| {head} |\n|---|---|---|\n")
    for pair in figures:
        cells = (_label(pair, say), _told(pair.old, say), _told(pair.new, say))
        out.write(f"| {' | '.join(map(markdown, cells))} |\n")


def _label(pair: FigurePair, say: Phrases) -> str:
    return f"{pair.label} ({say('forecast')})" if pair.forecast else pair.label


def _told(figure: Figure | None, say: Phrases) -> str:
    return say.figure(figure) if figure else say("absent")


def _md_span(span: Span) -> str:
    words = span.text.strip()
    if span.op == "same" or not words:
        return markdown(span.text)
    before, after = span.text.split(words, 1)
    return (
        before + (f"~~{markdown(words)}~~" if span.op == "old" else f"**{markdown(words)}**") + (after or " ")
    )


# --- rows ---

COLUMNS = (
    "old_plan", "new_plan", "level", "kind", "old", "new", "field", "old_value", "new_value", "ambition",
    "old_text", "new_text", "old_page", "new_page",
)  # fmt: skip
"""Of the CSV file."""


def rows_of(differences: Sequence[Difference]) -> List:
    """One row for each change."""
    say = Phrases("en")
    return List(
        COLUMNS,
        [
            (say.years(difference.old), say.years(difference.new), *_row(change, say))
            for difference in differences
            for change in difference.changes
        ],
    )


def _row(change: Change, say: Phrases) -> tuple[object, ...]:
    values = [
        None if one is None else _raw(one, change.field) if change.field else say.quantity(one)
        for one in (change.old_quantity, change.new_quantity)
    ]
    return (
        change.level.value, change.kind.value, "+".join(change.old), "+".join(change.new),
        change.field and change.field.value, *values, change.ambition and change.ambition.value,
        change.old_text, change.new_text,
        change.at_old[0].page if change.at_old else None, change.at_new[0].page if change.at_new else None,
    )  # fmt: skip


def _raw(quantity: Quantity, field: QuantityField) -> object:
    """A field's value as a program reads it."""
    value = getattr(quantity, field.value)
    return value.isoformat() if isinstance(value, dt.date) else getattr(value, "value", value)
