"""The kinds of source: each tells what it lists."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from pipeline.batch.pull.kinds.addresses import listed_addresses
from pipeline.batch.pull.kinds.folder import listed_folder
from pipeline.batch.pull.kinds.listing import listed_links
from pipeline.batch.pull.kinds.site import listed_site
from pipeline.batch.pull.sources import AddressSource, AnySource, FolderSource, ListingSource, SiteSource
from pipeline.batch.pull.wanted import Asked, Desk, Lost, Wanted


def listed(source: AnySource, desk: Desk, asked: Asked, base: Path, target: Path) -> Iterator[Wanted | Lost]:
    """All that a source lists, of what is asked for.

    Args:
        source: What to list.
        desk: Through which pages are asked for.
        asked: What is meant.
        base: From where relative paths count.
        target: The folder that files are pulled into: nothing is copied from there.

    Raises:
        CannotHave: The list itself cannot be had.
    """
    since = max((day for day in (source.since, asked.since) if day), default=dt.date.min)
    until = min((day for day in (source.until, asked.until) if day), default=dt.date.max)

    def meant(day: dt.date | None) -> bool:
        return day is None or since <= day <= until

    match source:
        case FolderSource():
            found = listed_folder(source, base, target)
        case AddressSource():
            found = listed_addresses(source, base)
        case ListingSource():
            found = listed_links(source, desk)
        case SiteSource():
            found = listed_site(source, desk, asked.committees or source.committees, meant)
    for one in found:
        if isinstance(one, Lost) or meant(one.day):
            yield one
