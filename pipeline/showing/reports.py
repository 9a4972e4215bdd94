"""What is told while a batch runs and when it has ended, and how documents are set on a screen."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from pipeline.errors import counted
from pipeline.showing.clean import one_line, unsaid
from pipeline.showing.document import lines_of
from pipeline.showing.lists import List
from pipeline.showing.output import put
from schemas.record import Record

if TYPE_CHECKING:
    from pipeline.archive.standing import Ruling
    from pipeline.batch import Outcome, Report
    from pipeline.batch.address import Where
    from pipeline.batch.evaluating import Evaluation
    from pipeline.batch.pull import Outcome as Pulled
    from pipeline.batch.pull import Report as PullReport

STYLES = {
    "title": "bold",
    "heading": "bold cyan",
    "decision": "green",
    "doubt": "yellow",
    "quiet": "dim",
}
"""How lines look on a terminal that has colours; nothing is told by colour alone."""


def write_document(record: Record, only: str | None, out: TextIO, rulings: "Sequence[Ruling]" = ()) -> None:
    """Set a record, or a part of it (see `lines_of`), for a person, with what people said about it."""
    console = Console(file=out, highlight=False, emoji=False, markup=False)
    for line in lines_of(record, only, rulings):
        put(console, Text(line.text, style=STYLES.get(line.style, "")), 2 * line.indent)


@contextmanager
def progress_bar(out: TextIO) -> "Iterator[Callable[[int, int, Outcome], None]]":
    """A bar on a terminal, nothing elsewhere; gives what is to be called after each file."""
    console = Console(file=out)
    columns = (
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        bar = progress.add_task("", total=None, name="")

        def told(done: int, total: int, outcome: "Outcome") -> None:
            progress.update(bar, completed=done, total=total, name=one_line(outcome.path.name)[:40])

        yield told


@contextmanager
def counting_bar(out: TextIO, doing: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal, nothing elsewhere; gives what is to be called with how many are done, and of how many."""
    console = Console(file=out)
    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        bar = progress.add_task("", total=None)
        yield lambda done, total: progress.update(bar, completed=done, total=total)


@contextmanager
def pulling_bar(out: TextIO) -> "Iterator[Callable[[int, Pulled], None]]":
    """A bar on a terminal, nothing elsewhere; gives what is to be called after each file that was pulled."""
    console = Console(file=out)
    columns = (
        TextColumn("Pulling"),
        BarColumn(),
        TextColumn("{task.completed} {task.fields[name]}", markup=False),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        bar = progress.add_task("", total=None, name="")

        def told(done: int, outcome: "Pulled") -> None:
            name = one_line(f"{outcome.source}: {outcome.title or outcome.path or outcome.address}")
            progress.update(bar, completed=done, name=name[:60])

        yield told


FEW_FILES = 30
"""A batch of no more files is told file by file; of a larger one only what a person must look at fits a screen."""


NOT_LOADED = ("failed", "needs-ocr")
"""What becomes of a file that brought no record."""


def closing_list(report: "Report", *, all_files: bool) -> List:
    """What became of each file.

    Args:
        report: The batch.
        all_files: Every file, under the path as it was given: for a program. A table leaves out those of which
            there is nothing to tell, in a large batch also those that went in without a doubt; it has no room for
            folders, nor for why a file failed (`failures` tells that).
    """
    told = [one for one in report.outcomes if all_files or one.became != "unchanged" or one.same_as]
    names = Counter(outcome.path.name for outcome in report.outcomes)
    if not all_files and len(told) > FEW_FILES:
        told = [outcome for outcome in told if outcome.became in NOT_LOADED or outcome.needs_a_look]
    rows = [
        (
            str(outcome.path) if all_files else unsaid(_short(outcome.path, names)),
            outcome.became
            if all_files or not outcome.same_as
            else f"same content as {unsaid(_short(outcome.same_as, names))}",
            outcome.documents,
            outcome.pages,
            _doubts(outcome.doubts),
            outcome.reason or (f"same content as {outcome.same_as}" if outcome.same_as else None),
            outcome.exit_code,
        )
        for outcome in told
    ]
    return List(
        ("file", "became", "documents", "pages", "needs_a_look", "why", "exit_code"),
        rows,
        numbers=frozenset({"documents", "pages"}),
        hidden=frozenset({"why", "exit_code"}),
    )


def failures(report: "Report") -> Iterator[str]:
    """A sentence for each file that failed: which, why, and the next thing to do."""
    names = Counter(outcome.path.name for outcome in report.outcomes)
    for outcome in report.outcomes:
        if outcome.became in NOT_LOADED:
            reason = outcome.reason or f"{outcome.path}: failed"
            if reason.startswith(f"{outcome.path.name}: "):
                reason = _short(outcome.path, names) + reason.removeprefix(outcome.path.name)
            yield unsaid(one_line(reason))


def _short(path: "Where", names: Mapping[str, int]) -> str:
    """A file's name; its whole path where several have that name."""
    return path.name if names[path.name] == 1 else str(path)


def pulled_list(report: "PullReport", *, all_files: bool) -> List:
    """What became of each file that was pulled.

    Args:
        report: What was pulled.
        all_files: Every file, for a program; a table leaves out those of which there is nothing to tell.
    """
    columns = ("source", "became", "file", "bytes", "title", "address", "why", "reason")
    rows = [
        (one.source, one.became, one.path, one.bytes, one.title, one.address, one.why, one.reason)
        for one in report.outcomes
        if all_files or one.became in ("fetched", "listed")
    ]
    return List(columns, rows, numbers=frozenset({"bytes"}), hidden=frozenset({"why", "reason"}))


def pulled_failures(report: "PullReport") -> Iterator[str]:
    """A sentence for each thing that was listed and could not be had: which, why, and the next thing to do."""
    for one in report.outcomes:
        if one.became == "failed":
            yield one_line(one.reason or f"{one.source}: {one.address}: failed")


def pulled_words(report: "PullReport", folder: Path) -> str:
    """The pull in one line."""
    parts = [f"{report.count('fetched')} fetched", f"{report.count('unchanged')} unchanged"]
    if report.count("listed"):
        parts.append(f"{report.count('listed')} to fetch")
    if report.count("without"):
        parts.append(f"{report.count('without')} without a PDF")
    parts.append(f"{report.count('failed')} failed")
    return f"{one_line(str(folder))}: {', '.join(parts)}"


def closing_words(report: "Report", archive: Path) -> str:
    """The batch in one line."""
    look = sum(outcome.needs_a_look for outcome in report.outcomes)
    told = sum(bool(outcome.doubts.get("info")) and not outcome.needs_a_look for outcome in report.outcomes)
    twins = sum(outcome.same_as is not None for outcome in report.outcomes)
    waiting = report.count("needs-ocr")
    parts = [
        f"{report.count('loaded')} loaded",
        f"{report.count('replaced')} replaced" if report.count("replaced") else "",
        f"{report.count('unchanged') - twins} unchanged",
        f"{twins} of the same content as another" if twins else "",
        f"{waiting} {'needs' if waiting == 1 else 'need'} OCR (udvalgsarkiv files --status needs-ocr)"
        if waiting
        else "",
        f"{report.count('failed')} failed",
    ]
    doubtful = f"; {looking_words(look, told)} (udvalgsarkiv findings)" if look or told else ""
    return f"{one_line(str(archive))}: {', '.join(part for part in parts if part)}{doubtful}"


def looking_words(look: int, told: int) -> str:
    """How many files have findings that wait for a person, and how many others have only infos."""
    parts = [
        f"{counted(look, 'file needs', 'files need')} a look" if look else "",
        f"{told} more with an info only" if look and told else "",
        f"{counted(told, 'file')} with an info only" if told and not look else "",
    ]
    return ", ".join(part for part in parts if part)


def _doubts(doubts: dict[str, int]) -> str:
    told = ("error", "warning")
    return ", ".join(f"{doubts[name]} {name}{'s' * (doubts[name] > 1)}" for name in told if doubts.get(name))


def score_list(evaluation: "Evaluation", *, all_fields: bool) -> List:
    """Precision, recall, F1 and support by municipality and field.

    Args:
        evaluation: What was reached.
        all_fields: Each field of each municipality; else the fields of all together, and the others' totals.
    """
    rows = [
        (place, name, tally.precision, tally.recall, tally.f1, tally.support)
        for place, score in sorted(evaluation.scores.items(), key=lambda one: (one[0] != "all", one[0]))
        for name, tally in (*sorted(score.fields.items()), ("total", score.total))
        if all_fields or place == "all" or name == "total"
    ]
    columns = ("municipality", "field", "precision", "recall", "f1", "support")
    return List(columns, rows, numbers=frozenset(columns[2:]))
