"""A site's JSON and HTML into what it states: every field may be missing, null or of another kind than expected."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from pipeline.danish.labels import Label, read_label
from schemas.vocabulary import Role

LONGEST_HTML = 600_000
"""Characters of one field that are looked at: the worst HTML of this length takes five seconds, case texts far less."""

LONGEST_LABEL = 200
"""Characters of a line that may be a label, with a committee's name and a date."""

_HEADINGS = frozenset(
    {"caption", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "label", "legend", "summary", "th"}
)
_BLOCKS = _HEADINGS - {"label"} | {
    *("address", "article", "aside", "blockquote", "br", "dd", "details", "div", "dl", "fieldset", "figure"),
    *("footer", "form", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody"),
    *("td", "tfoot", "thead", "tr", "ul"),
}
"""Elements that begin a line of their own."""

_BOLD = frozenset({"b", "strong"})
_UNSEEN = frozenset(
    {"script", "style", "template", "noscript", "head", "title", "iframe", "object", "svg", "math"}
)


class Line(NamedTuple):
    """A line of text out of HTML."""

    text: str
    heading: bool
    """Whether all of it is a heading's, or bold."""


class Part(NamedTuple):
    """A labelled part of an item."""

    role: Role
    text: str
    body: str | None = None
    """Which committee a decision's label names."""
    tail: str | None = None
    """What stands behind it in the label: a date."""


def given(value: object, *names: str) -> Any:
    """The first of some fields that holds something, whatever the case of its name; None where none does."""
    if not isinstance(value, Mapping):
        return None
    folded = {str(name).casefold(): one for name, one in value.items()}
    for name in names:
        one = folded.get(name.casefold())
        if one is not None and one != "":
            return one
    return None


def many(value: object) -> Iterator[Any]:
    """The values of a list, without those that are null."""
    if isinstance(value, list):
        yield from (one for one in value if one is not None)


def words(value: object) -> str | None:
    """A field of words or a number as one line of text, HTML taken off; None where nothing stands there."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    text = str(value)
    if "<" in text or "&" in text:
        text = " ".join(line.text for line in lines_of(text))
    return _folded(text) or None


def truth(value: object) -> bool | None:
    """A field of yes or no, also written as a word; None where it says neither."""
    if isinstance(value, str):
        value = {"true": True, "false": False, "ja": True, "nej": False, "1": True, "0": False}.get(
            value.lower()
        )
    return bool(value) if isinstance(value, (bool, int)) else None


def moment(value: object) -> tuple[dt.date | None, str | None]:
    """A day and a time of day: "2022-01-10T08:00:00+01:00", also in UTC and as "/Date(1641798000000)/".

    Returns:
        Both as in Denmark; the time is None where it is midnight, which stands for an unknown one.
    """
    if not isinstance(value, str):
        return None, None
    at: dt.datetime | None = None
    with suppress(ValueError, OverflowError):
        if ticks := _TICKS.search(value):
            at = dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(milliseconds=int(ticks[1]))
        else:
            at = dt.datetime.fromisoformat(value.strip())
    if at is None:
        return None, None
    if at.tzinfo is dt.UTC:
        with suppress(ZoneInfoNotFoundError, OverflowError):
            at = at.astimezone(ZoneInfo("Europe/Copenhagen"))
    clock = at.strftime("%H:%M")
    return at.date(), clock if clock != "00:00" else None


_TICKS = re.compile(r"/Date\((-?\d{1,15})(?:[+-]\d{4})?\)/")


def lines_of(html: str) -> list[Line]:
    """HTML as lines of text: what a reader would see, without scripts and marks of direction."""
    soup = BeautifulSoup(html[:LONGEST_HTML], "html.parser")
    lines: list[Line] = []
    pieces: list[tuple[str, bool]] = []
    rows: dict[int, int] = {}
    """How many items of each numbered list were met."""

    def end() -> None:
        text = _folded("".join(text for text, _ in pieces))
        if text:
            lines.append(Line(text, all(strong for text, strong in pieces if text.strip())))
        pieces.clear()

    # Walked without recursion: a field may nest as deep as it likes.
    way: list[tuple[PageElement, bool, bool]] = [(soup, False, False)]
    while way:
        node, strong, leaving = way.pop()
        if isinstance(node, Tag):
            name = node.name.lower()
            if name in _UNSEEN:
                continue
            if name in _BLOCKS:
                end()
            if not leaving:
                if node.name == "li" and node.parent is not None and node.parent.name == "ol":
                    rows[id(node.parent)] = rows.get(id(node.parent), 0) + 1
                    pieces.append((_mark(node.parent, rows[id(node.parent)]), strong))
                inside = strong or name in _HEADINGS or name in _BOLD
                way.append((node, strong, True))
                way.extend((child, inside, False) for child in reversed(node.contents))
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            pieces.append((str(node), strong))
    end()
    return lines


def _mark(row: Tag, number: int) -> str:
    """What a browser sets before the so-manieth item of a numbered list."""
    start = str(row.get("start") or "1")
    number += (int(start) if start.isdecimal() and len(start) < 6 else 1) - 1
    lettered = str(row.get("type") or "").lower() == "a" and 1 <= number <= 26
    return f"{chr(96 + number) if lettered else number}. "


def parts_of(html: str, label: str | None = None) -> list[Part]:
    """A field of HTML cut where the lexicon's labels stand as headings.

    Args:
        html: The field.
        label: What the field itself is called.
    """
    known = read_label(label) if label else None
    texts, parts = list[str](), list[Part]()

    def end() -> None:
        if texts:
            role = known.role if known else Role.other
            parts.append(
                Part(role, "\n".join(texts), known.body if known else None, known.tail if known else None)
            )

    for line in lines_of(html):
        said = read_label(line.text) if len(line.text) <= LONGEST_LABEL else None
        named = said is not None and (line.heading or line.text.endswith(":") or _is_sure(said))
        if said is not None and said.known and named:
            end()
            known, texts = said, []
        else:
            texts.append(line.text)
    end()
    return parts


def _is_sure(label: Label) -> bool:
    """Whether a line that nothing sets apart is a label: to the letter, and one that stands over every item."""
    return label.likeness >= 99 and label.role in (Role.decision, Role.proposal, Role.absent)


def _folded(text: str) -> str:
    """Text in one line, letters in one form, without signs that show nothing."""
    text = unicodedata.normalize("NFC", text.replace("\xad", ""))
    kept = (c if c.isprintable() or c.isspace() else "" for c in text)
    return " ".join("".join(kept).split())
