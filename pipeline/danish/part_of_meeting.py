"""Absences for a part of the meeting: the words that say so, and the items that they name."""

import re

from pipeline.danish.pattern import Pattern

PART_OF_MEETING = Pattern(
    "absence-part-of-meeting",
    r"\b(?:under\s+(?:punkt|pkt|sag|behandling)|punkt(?:erne|et)?\s+\d|pkt\.?\s*\d|sagens?\s+behandling|behandlingen|forlod|gik\b|ankom|kom\b|tiltrådte|fra\s+kl|til\s+kl|dette\s+punkt|\bdel\s+af\s+mødet|inhabil|afstemning)",
    matches=["under punkt 3", "forlod mødet", "fra kl. 17", "inhabil"],
    not_matches=["Afbud fra Ida Holm", "mødet"],
)
"""Words by which an absence is one for a part of the meeting."""

LEFT_LATER = Pattern(
    "absence-left-later",
    r"\befter\s+(?:dette\s+)?(?:punkt|pkt|sag|behandling)|\bkl\.(?!.*\bunder\b)",
    matches=["gik efter punkt 3", "forlod mødet kl. 17"],
    not_matches=["kl. 17 under punkt 3", "under punkt 3"],
)
"""Who left after the item, or at some time of day, was there while it began."""

ONLY_ITEMS = re.compile(
    r"\s*[(,]?\s*\b(?:(?:for\s+(?:så\s+vidt\s+angår\s+)?|under\s+(?:behandlingen\s+af\s+)?|ved\s+|til\s+)(?:punkt|pkt|sag)[^()]*"
    r"|(?:punkt|pkt|sag)(?:erne|er|et)?\.?\s*(?:nr\.?\s*)?\d[\d\s,.–og-]*)\)?\W*$",
    re.IGNORECASE,
)
"""Behind the names: under which items they were away."""

NAMED = Pattern(
    "absence-items-named",
    r"\b(?:punkt(?:erne|er|et)?|pkt\.?|sag(?:erne|er|en)?)\s*(?:nr\.?\s*)?(?P<numbers>\d{1,4}(?:\s*(?:,|og|samt|til|-|–)\s*\d{1,4})*)",
    matches=["under punkt 3", "pkt. 3 og 4", "punkterne 12-15", "sag nr. 4"],
    not_matches=["i sagens behandling", "kl. 17.40"],
)
"""The numbers of items behind the word for them."""


def items_named(text: str) -> tuple[str, ...]:
    """The numbers of the items that a text names, each of a range: "punkt 3 og 5-7" names four."""
    found: list[str] = []
    for match in NAMED.finditer(text):
        for piece in re.split(r"\s*(?:,|og|samt)\s*", match["numbers"]):
            first, *last = re.split(r"\s*(?:-|–|til)\s*", piece)
            end = int(last[0]) if last else int(first)
            found.extend(map(str, range(int(first), end + 1)) if 0 <= end - int(first) < MOST else [first])
    return tuple(found)


MOST = 100
"""No range names more items."""
