"""A publication site with /api/agenda: committees, their meetings, each with its PDF, its attachments and its data.

What the fields are called was seen in public programs that ask such sites; sites differ, and leave out what they like.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from pipeline.batch.pull.failing import CannotHave, Why
from pipeline.batch.pull.kinds.fields import given, many, moment, truth, words
from pipeline.batch.pull.kinds.stating import stated_of
from pipeline.batch.pull.manifest import Page
from pipeline.batch.pull.sources import SiteSource
from pipeline.batch.pull.wanted import Desk, Lost, Wanted

NOBODY = "00000000-0000-0000-0000-000000000000"
"""What the sites write where there is no id."""


def listed_site(
    source: SiteSource, desk: Desk, committees: tuple[str, ...], meant: Callable[[dt.date | None], bool]
) -> Iterator[Wanted | Lost]:
    """Every meeting's PDF with what the site states of it, and its attachments.

    Args:
        source: The site.
        desk: Through which it is asked.
        committees: Parts of the names of those committees that are meant; all where empty.
        meant: Whether a meeting of a day is.

    """
    site = source.address.partition("?")[0].rstrip("/")
    address = f"{site}/api/agenda/udvalgsliste"
    seen, found = set[str](), False
    try:
        committees_of_it = desk.page(address, _json)
    except CannotHave as error:
        yield Lost(address, error.why, str(error))
        return
    for committee, meeting in _meetings(committees_of_it):
        own = _id(given(meeting, "Id"))
        if own is None or own in seen:
            continue
        seen.add(own)
        found = True
        day, _ = moment(given(meeting, "Dato", "MeetingBeginUtc", "MoedeDato"))
        name = (committee or "").casefold()
        if meant(day) and (not committees or any(one.casefold() in name for one in committees)):
            yield from _meeting(source, site, desk, committee, meeting, own, day)
    if not found:
        yield Lost(address, Why.refused, "lists no meeting; look at the site in a browser")


def _meetings(value: object) -> Iterator[tuple[str | None, Mapping[str, Any]]]:
    """Every meeting with its committee's name, group by group."""
    groups = given(value, "Udvalg")
    for group in groups.values() if isinstance(groups, Mapping) else [groups]:
        for committee in many(group):
            for meeting in many(given(committee, "Moeder", "Møder")):
                if isinstance(meeting, Mapping):
                    yield words(given(committee, "Navn", "Name")), meeting


def _meeting(
    source: SiteSource,
    site: str,
    desk: Desk,
    committee: str | None,
    meeting: Mapping[str, Any],
    own: str,
    day: dt.date | None,
) -> Iterator[Wanted | Lost]:
    """One meeting: its PDF first, then its attachments."""
    kind = words(given(meeting, "Navn")) or "Møde"
    title = " ".join(part for part in (committee, kind, day.isoformat() if day else None) if part)
    address, listed_as = f"{site}/api/agenda/dagsorden/{own}", _print(meeting)
    agenda: object = None
    try:
        agenda = desk.page(address, _json, listed_as)
    except CannotHave as error:
        yield Lost(address, error.why, str(error), title)

    def stated() -> str:
        told = stated_of(agenda, address, source.municipality, committee, meeting)
        return told.model_dump_json(indent=1, exclude_defaults=True) + "\n"

    yield Wanted(
        f"{site}/Vis/Pdf/dagsorden/{own}",
        name=f"{day or ''} {kind} {own[:8]}",
        folders=(committee or "Uden udvalg",),
        title=title,
        day=day,
        listed_as=listed_as,
        framed=True,
        stated=stated if isinstance(agenda, Mapping) else None,
    )
    if source.attachments:
        yield from _attachments(site, agenda, committee, day)


def _attachments(
    site: str, agenda: object, committee: str | None, day: dt.date | None
) -> Iterator[Wanted | Lost]:
    seen = set[str]()
    for item in many(given(agenda, "Dagsordenpunkter")):
        number = words(given(item, "Punktnummer", "Number", "Nummer"))
        for attachment in many(given(item, "Bilag")):
            own = _id(given(attachment, "Id"))
            if own is None or own in seen:
                continue
            seen.add(own)
            title = words(given(attachment, "Navn", "Name", "Titel")) or "Bilag"
            address = f"{site}/Vis/Pdf/bilag/{own}"
            if truth(given(attachment, "HarPdfVersion")) is False:
                yield Lost(address, Why.no_pdf, "the site has no PDF of it", title)
                continue
            point = f"punkt {number} " if number else ""
            yield Wanted(
                address,
                name=f"{day or ''} {point}{title}",
                folders=(committee or "Uden udvalg", "Bilag"),
                title=title,
                day=day,
                framed=True,
            )


def _json(page: Page) -> object:
    """What a site answers with.

    Raises:
        CannotHave: It is no JSON.
    """
    try:
        value: object = json.loads(page.body)
    except (ValueError, RecursionError) as error:
        raise CannotHave(
            Why.wrong_type, "does not answer with JSON; check that the site has /api/agenda"
        ) from error
    return value


def _id(value: object) -> str | None:
    """An id as it stands in an address; None where there is none."""
    text = words(value)
    return quote(text, safe="") if text and text != NOBODY else None


def _print(meeting: Mapping[str, Any]) -> str:
    """What the list says of a meeting, short: it changes where anything of it does."""
    told = json.dumps(meeting, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:16]
