"""Layouts: what a known municipality prints that the general reading cannot know. `recognise` is the way in.

One TOML file beside this one states one municipality's form from a day on; an archivist can write it (see README). The
general reading must not need it, it only adds: labels with their roles, forms of headings, names of committees, running
lines. A test asks for an answer in `corpus/` for each.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import Field, ValidationError

from pipeline.danish.dates import find_dates
from pipeline.danish.labels import fold
from pipeline.danish.local import Local
from pipeline.errors import UnreadableFile
from schemas.base import Schema
from schemas.page import Line, Page
from schemas.vocabulary import Role

BAND = 0.2
"""Share of a page's height at its top and bottom in which a layout's running lines are looked for."""


class Recognise(Schema):
    """How a file of the municipality is known."""

    any_of: Annotated[tuple[str, ...], Field(min_length=1)]
    """Words of which one stands on the first page or in a running line; small and capital letters are one."""


class Furniture(Schema):
    """Running lines, set aside before anything is read."""

    header: tuple[str, ...] = ()
    """Regular expressions for whole lines at a page's top."""

    footer: tuple[str, ...] = ()
    """The same at its bottom."""


class Headings(Schema):
    """Headings in forms of the municipality's own."""

    agenda_item: tuple[str, ...] = ()
    """Regular expressions with the groups number and title, and case_number where it stands there."""

    decision: tuple[str, ...] = ()
    """Labels of a decision."""


class Layout(Schema):
    """One municipality's form of minutes from a day on."""

    name: str
    """The municipality."""

    kommunekode: Annotated[str, Field(pattern=r"^\d{4}$")]
    """Its number, four digits."""

    valid_from: dt.date
    """When its minutes began to look like this."""

    about: str = ""
    """What it does otherwise, in a sentence."""

    recognise: Recognise
    furniture: Furniture = Furniture()
    headings: Headings = Headings()
    labels: dict[Role, tuple[str, ...]] = Field(default_factory=dict)
    """More labels of sections, by role."""

    committees: tuple[str, ...] = ()
    """Names of its bodies that do not end as such names do."""

    @property
    def key(self) -> str:
        """Tells it from the municipality's other layouts."""
        return f"{self.name} {self.valid_from}"


@cache
def layouts() -> tuple[Layout, ...]:
    """Every layout that comes with the program, by name and day.

    Raises:
        UnreadableFile: A file is no layout; the message says which and why.
    """
    folder = files("pipeline.documents.layouts")
    found = [
        read_layout(entry.name, entry.read_text(encoding="utf-8"))
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda one: (one.name, one.valid_from)))


def read_layout(name: str, text: str) -> Layout:
    """One layout file.

    Raises:
        UnreadableFile: It is no TOML, lacks something or has what no layout has.
    """
    try:
        layout = Layout.model_validate(tomllib.loads(text))
        for form in (*layout.furniture.header, *layout.furniture.footer):
            re.compile(form)
        for form in layout.headings.agenda_item:
            if "title" not in re.compile(form).groupindex:
                raise ValueError(f"the heading {form!r} has no group (?P<title>…)")
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise UnreadableFile(f"{name}: is no layout ({where}: {first['msg']}); mend that line") from error
    except (tomllib.TOMLDecodeError, re.error, ValueError) as error:
        raise UnreadableFile(f"{name}: is no layout ({error}); mend that line") from error
    return layout


def recognise(
    pages: Sequence[Page], known: Iterable[Layout] | None = None, leave_out: Sequence[str] = ()
) -> Layout | None:
    """The layout of a file, or None where no municipality is recognised, or more than one.

    Args:
        pages: As read.
        known: Layouts to choose from; those of the program where not said.
        leave_out: Names of municipalities whose layouts are not to be used.
    """
    lines = [line.text for page in pages[:1] for line in page.lines]
    lines += list(dict.fromkeys(line.text for page in pages for line in page.furniture))
    text = " ".join(" ".join(lines).casefold().split())
    found = [
        layout
        for layout in (layouts() if known is None else known)
        if layout.name not in leave_out and any(mark.casefold() in text for mark in layout.recognise.any_of)
    ]
    if len({layout.name for layout in found}) != 1:
        return None
    dates = find_dates(" ".join(lines)[:4000])
    valid = [layout for layout in found if not dates or layout.valid_from <= dates[0].date]
    return max(valid, key=lambda layout: layout.valid_from, default=None)


def local_of(layout: Layout) -> Local:
    """What a layout adds to the lexicon."""
    labels = {fold(label): role for role, own in layout.labels.items() for label in own}
    labels |= {fold(label): Role.decision for label in layout.headings.decision}
    return Local(
        layout.key,
        labels,
        frozenset(fold(name) for name in layout.committees),
        tuple(re.compile(form, re.IGNORECASE) for form in layout.headings.agenda_item),
    )


def set_aside(pages: Sequence[Page], layout: Layout) -> None:
    """Move a layout's running lines to each page's furniture; pages are changed in place."""
    header = [re.compile(form, re.IGNORECASE) for form in layout.furniture.header]
    footer = [re.compile(form, re.IGNORECASE) for form in layout.furniture.footer]
    for page in pages:
        chosen = {id(line) for line in _running(page, header, footer)}
        if chosen:
            page.furniture = [*page.furniture, *(line for line in page.lines if id(line) in chosen)]
            page.lines = [line for line in page.lines if id(line) not in chosen]


def _running(page: Page, header: list[re.Pattern[str]], footer: list[re.Pattern[str]]) -> Iterator[Line]:
    for line in page.lines:
        forms = (
            header
            if line.bottom < BAND * page.height
            else footer
            if line.top > (1 - BAND) * page.height
            else ()
        )
        if any(form.fullmatch(line.text) for form in forms):
            yield line
