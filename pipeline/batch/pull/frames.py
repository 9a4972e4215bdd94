"""Pages that only frame a PDF, as publication sites show one in a browser."""

from typing import BinaryIO
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from pipeline.batch.pull.landing import HEAD, looks_like_html

LONGEST_PAGE = 500_000
"""Bytes of such a page that are looked at."""

_FRAMES = {"iframe": "src", "embed": "src", "object": "data"}
"""Elements that show another file inside a page, and where they name it."""


def framed_in(body: BinaryIO, here: str) -> str | None:
    """The address of the one file that a page frames; None where it is no page, or frames none or several.

    Args:
        body: What came.
        here: The address that gave it.
    """
    body.seek(0)
    if not looks_like_html(body.read(HEAD)):
        return None
    body.seek(0)
    soup = BeautifulSoup(body.read(LONGEST_PAGE), "html.parser")
    named = {
        str(tag.get(_FRAMES[tag.name]) or "").strip()
        for tag in soup.find_all(list(_FRAMES))
        if isinstance(tag, Tag)
    }
    try:
        found = {urljoin(here, name) for name in named if name}
        found = {one for one in found if urlsplit(one).scheme in ("http", "https")}
    except ValueError:
        return None
    return found.pop() if len(found) == 1 else None
