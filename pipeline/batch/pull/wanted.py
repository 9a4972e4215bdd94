"""What a source lists, and what becomes of each."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, TypeVar

from pipeline.batch.pull.failing import Why
from pipeline.batch.pull.manifest import Page

T = TypeVar("T")


@dataclass(frozen=True)
class Wanted:
    """A file that a source lists."""

    address: str
    """Where it is asked for, or the path it is copied from."""
    name: str | None = None
    """What it shall be called; else its address, or the server, tells."""
    folders: tuple[str, ...] = ()
    """In which folders below the source's own, in any words."""
    title: str | None = None
    """What the source calls it."""
    day: dt.date | None = None
    """Its meeting's day, or the day that its name bears."""
    listed_as: str | None = None
    """What the list says of it: it is asked for again where that has changed."""
    local: Path | None = None
    """Where it lies, for a file of this machine or a share."""
    framed: bool = False
    """Whether a page of HTML that only frames the PDF may come in its place."""
    stated: Callable[[], str] | None = None
    """Gives what the source states of it as data: the text of the file beside it."""


@dataclass(frozen=True)
class Lost:
    """Something that a source lists and that cannot be had, as is clear from the list already."""

    address: str
    why: Why
    reason: str
    title: str | None = None


class Desk(Protocol):
    """What a kind of source may ask for."""

    def page(self, address: str, read: Callable[[Page], T], listed_as: str | None = None) -> T:
        """What is read from a page or a list; one that came under the same `listed_as` is not asked for again.

        Raises:
            CannotHave: It cannot be had, or `read` raised that: then it is not kept.
        """


Listing = Callable[[], Iterator[Wanted | Lost]]
"""Lists a source, one after the other, while what was listed is already fetched."""

Became = Literal["fetched", "unchanged", "failed", "without", "listed"]
"""What becomes of a file; "without": the source says itself that it has no PDF."""


@dataclass(frozen=True)
class Outcome:
    """What became of one file, or of a source as a whole."""

    source: str
    address: str
    became: Became
    title: str | None = None
    path: str | None = None
    """Where it lies, from the folder on."""
    bytes: int | None = None
    why: Why | None = None
    reason: str | None = None
    """Why it cannot be had, and what to do next."""


@dataclass(frozen=True)
class Asked:
    """What of the sources is meant in this run."""

    since: dt.date | None = None
    until: dt.date | None = None
    committees: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Only the sources of these names; all where empty."""
    allow_private: bool = False
    recheck: bool = False
    """Ask for what is there too whether it is the newest."""
    dry: bool = False
    """List only."""
