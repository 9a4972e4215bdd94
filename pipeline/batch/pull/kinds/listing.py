"""A page with links to PDFs, and the pages that it leads on to."""

from collections.abc import Iterator
from email.message import Message
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from pipeline.batch.pull.failing import CannotHave, Why
from pipeline.batch.pull.kinds.days import day_in
from pipeline.batch.pull.landing import HEAD
from pipeline.batch.pull.manifest import Page
from pipeline.batch.pull.names import name_of
from pipeline.batch.pull.sources import ListingSource
from pipeline.batch.pull.wanted import Desk, Lost, Wanted

_NEXT_WORDS = frozenset(
    {"næste", "næste side", "next", "next page", "»", "›", "næste »", "næste ›", "næste >", "ældre"}
)
"""What a link to the next page says, in small letters."""


LONGEST_PAGE = 4_000_000
"""Bytes of a page that are looked at: a tree of its elements takes some fifty times as many."""


def listed_links(source: ListingSource, desk: Desk) -> Iterator[Wanted | Lost]:
    """Every link to a PDF, each once, page by page.

    Args:
        source: The page, and which of its links are meant.
        desk: Through which pages are asked for.

    Raises:
        CannotHave: The page cannot be had, or is no page.
    """
    seen, pages, found = set[str](), set[str](), False
    here: str | None = source.address
    while here and here not in pages and len(pages) < source.pages:
        pages.add(here)
        soup = desk.page(here, _read)
        base = urljoin(here, _href(soup.find("base")) or "")
        for link in soup.find_all("a"):
            address = _address(base, link)
            if address and address not in seen and _is_meant(source, address, link):
                seen.add(address)
                found = True
                words = _words(link)
                yield Wanted(address, title=words or None, day=day_in(words) or day_in(name_of(address)))
        here = _next(base, soup)
    if not found:
        kind = "" if source.any_link else " whose address ends in .pdf (any_link = true tries the others too)"
        yield Lost(
            source.address, Why.refused, f"no link is meant{kind}; check `links`, and the page in a browser"
        )


def _read(page: Page) -> BeautifulSoup:
    """A page, in the letters that its server or the page itself names.

    Raises:
        CannotHave: It is a PDF or another file.
    """
    if b"%PDF-" in page.body[:HEAD] or b"\0" in page.body[:HEAD]:
        raise CannotHave(Why.wrong_type, 'is no page but a file; list it under kind = "addresses"')
    message = Message()
    message["Content-Type"] = page.headers.get("content-type", "")
    return BeautifulSoup(page.body[:LONGEST_PAGE], "html.parser", from_encoding=message.get_content_charset())


def _address(base: str, link: Tag) -> str | None:
    """Where a link leads, without the place in the page; None where that is no address of http."""
    try:
        address = urljoin(base, _href(link)).partition("#")[0]
        parts = urlsplit(address)
    except ValueError:  # as for "http://[x"
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None


def _is_meant(source: ListingSource, address: str, link: Tag) -> bool:
    if not (source.any_link or urlsplit(address).path.lower().endswith(".pdf")):
        return False
    return source.links is None or source.links.casefold() in f"{address} {_words(link)}".casefold()


def _next(base: str, soup: BeautifulSoup) -> str | None:
    """The page that this one leads on to."""
    for link in soup.find_all(["a", "link"]):
        if "next" in _rel(link) or (link.name == "a" and _words(link).lower() in _NEXT_WORDS):
            return _address(base, link)
    return None


def _words(link: Tag) -> str:
    return " ".join((link.get_text(" ") or str(link.get("title") or "")).split())


def _href(tag: object) -> str:
    return str(tag.get("href") or "").strip() if isinstance(tag, Tag) else ""


def _rel(link: Tag) -> list[str]:
    said: str | list[str] = link.get("rel") or []
    return [word.lower() for word in (said.split() if isinstance(said, str) else said)]
