"""Whose meeting it is: names of bodies compared, and the dates of decision labels."""

import re
from datetime import date as Date

from rapidfuzz import fuzz

from pipeline.danish.dates import find_dates
from pipeline.documents.minutes.sections import Passage

SAME_BODY = 85.0
"""Two names of bodies so alike are one, spaces and election period taken out.

Narrow cells break words, and the genitive adds an s.
"""


def body_key(name: str) -> str:
    """A body's name for comparing: small letters, without spaces, hyphens, period, short form and "på Lyngø"."""
    bare = re.sub(r"\(.*?\)|(?:19|20)\d\d\s*[-–]\s*(?:19|20)?\d\d|\s(?:i|på)\s+[A-ZÆØÅ][\wæøå-]+$", "", name)
    return re.sub(r"[\s\-–,.]+", "", bare).lower().removesuffix("s").removesuffix("et").removesuffix("en")


LETTERS = 5
"""So many letters a body is called by at most: "MTU"."""


def _letters(name: str) -> str:
    """The letters by which a committee may be called: "MTU" of "Miljø- og Teknikudvalget"."""
    words = re.findall(r"[^\W\d_]+", name)
    first = "".join(word[0] for word in words if word.lower() not in ("og", "for", "i", "udvalget"))
    return (first + "U" * ("udvalg" in name.lower())).upper()


def same_body(one: str, other: str) -> bool:
    """Whether two names are one body's, or one the letters that the other is called by."""
    if one.isupper() and len(one) <= LETTERS:
        return one in (_letters(other), body_key(other).upper())
    return fuzz.ratio(body_key(one), body_key(other)) >= SAME_BODY


def label_date(passage: Passage) -> Date | None:
    """The date in a decision's label."""
    tail = passage.label.tail if passage.label else None
    found = find_dates(tail) if tail else []
    return found[0].date if found else None
