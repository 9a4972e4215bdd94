"""What one file may ask of its reader: pages, their size, what stands on them, and the processor's time.

Whoever reads in a process of its own (`pipeline.batch`) sets these; elsewhere the usual ones hold, without a clock.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pipeline.errors import LimitBroken


@dataclass(frozen=True, slots=True)
class Allowed:
    """What one file may ask for."""

    pages: int = 5_000
    """A year of meetings bound together has some 2,000."""

    page_size: float = 200_000.0
    """Points of a page's longer side, 70 metres: what the format itself allows is 14,400 units. A larger box is not
    believed: the page is read as a sheet around its words, and that is a finding."""

    page_characters: int = 250_000
    """A full page of 8 points has 7,000, a plan's map with its labels some 50,000."""

    page_objects: int = 1_000_000
    """Runs of text, strokes and pictures on one page; a map has some 100,000."""

    seconds: float = 20.0
    """Of the processor's time, whatever the file: ten times what starting and loading the language model take."""

    seconds_a_page: float = 1.0
    """Of the processor's time, more for each page: 30 times what a page takes."""


_now = Allowed()
_timed = False


def allowed() -> Allowed:
    """What the file that is being read may ask for."""
    return _now


@contextmanager
def within(limits: Allowed, *, timed: bool) -> Iterator[None]:
    """Set what files may ask for.

    Args:
        limits: What they may.
        timed: Whether the process is ended (SIGPROF) when its time is used up; only for a process that can be spared.
    """
    global _now, _timed
    before = _now, _timed
    _now, _timed = limits, timed and hasattr(signal, "setitimer")
    if _timed:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, limits.seconds)
    try:
        yield
    finally:
        if _timed:
            signal.setitimer(signal.ITIMER_PROF, 0)
        _now, _timed = before


def has_pages(name: str, pages: int) -> None:
    """Say how many pages a file has: its time is set by them.

    Raises:
        LimitBroken: They are too many.
    """
    if pages > _now.pages:
        raise LimitBroken(
            f"{name}: has {pages} pages, more than the {_now.pages} it may; allow more with --page-limit, or split it"
        )
    if _timed:
        signal.setitimer(signal.ITIMER_PROF, _now.seconds + pages * _now.seconds_a_page)


def has_on_page(number: int, *, characters: int = 0, objects: int = 0) -> None:
    """Say how much stands on a page.

    Raises:
        LimitBroken: It is too much.
    """
    for count, most, what in (
        (characters, _now.page_characters, "characters"),
        (objects, _now.page_objects, "drawn things"),
    ):
        if count > most:
            raise LimitBroken(
                f"page {number} has {count} {what}, more than the {most} it may; leave that page out"
            )
