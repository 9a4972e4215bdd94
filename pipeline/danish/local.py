"""What one municipality writes in a way that the lexicon cannot know: more labels, headings and names of bodies.

It only ever adds to the general reading, and only while a file of that municipality is read.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from schemas.vocabulary import Role


@dataclass(frozen=True, eq=False)
class Local:
    """One municipality's own words."""

    name: str = ""
    """Of the layout; "" for none."""

    labels: Mapping[str, Role] = field(default_factory=dict)
    """Labels of sections in the form in which labels are compared (`labels.fold`)."""

    bodies: frozenset[str] = frozenset()
    """Names of committees, in the same form."""

    headings: tuple[re.Pattern[str], ...] = ()
    """Forms of an item's heading, with the groups number, title and, where it has one, case_number."""


NOTHING = Local()
"""The general reading alone."""

_APPLIED: ContextVar[Local] = ContextVar("local", default=NOTHING)


def local() -> Local:
    """What the municipality whose file is read states of its own."""
    return _APPLIED.get()


@contextmanager
def applied(own: Local) -> Iterator[None]:
    """Read with a municipality's own words."""
    token = _APPLIED.set(own)
    try:
        yield
    finally:
        _APPLIED.reset(token)


def local_heading(text: str) -> re.Match[str] | None:
    """The parts of a heading in one of the municipality's own forms."""
    return next((match for form in local().headings if (match := form.match(text))), None)
