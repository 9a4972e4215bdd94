"""Titles of attachments (bilag)."""

import re
from collections.abc import Iterator, Sequence

from pipeline.documents.minutes.sections import Passage, entries_of, is_nothing
from pipeline.reading import lines_with, places_of
from schemas.place import Places
from schemas.vocabulary import Role

DOCUMENT_NUMBER = re.compile(
    r"\s+(?:\d{4,7}/\d{2,4}|\d\d[-/]\d{4,}(?:-\d+)?|(?!(?:19|20)\d\d-(?:19|20)\d\d\s*$)\d{4}-\d{4,}|(?:dok\.?\s*(?:nr\.?)?\s*:?\s*)\d[\d/-]+)\s*$",
    re.IGNORECASE,
)
LIST_NUMBER = re.compile(r"^\d{1,3}[.)]?\s+(?:(?:åben|lukket|åbent)\s+)?(?=\S)", re.IGNORECASE)
OPEN_MARK = re.compile(r"^(?:åben|lukket)\s+(?=[A-ZÆØÅ\d])|\s+\((?:åben|lukket)\)$", re.IGNORECASE)


def attachments_of(passages: Sequence[Passage]) -> Iterator[tuple[str, Places]]:
    """Titles of attachments, without list numbers, Åben / Lukket and document numbers."""
    for passage in passages:
        if passage.role is not Role.attachments:
            continue
        entries = entries_of(passage)
        numbered = len(entries) > 1 and all(LIST_NUMBER.match(entry.text) for entry in entries)
        tabled = any(
            re.match(r"^\d{1,3}\.?\s+(?:åben|lukket)\b", entry.text, re.IGNORECASE) for entry in entries
        )
        for entry in entries:
            title = re.sub(r"(?:^[-–•·]\s+|\s+[-–]\s*$)", "", entry.text).strip()
            if numbered or tabled:
                title = LIST_NUMBER.sub("", title)
            title = DOCUMENT_NUMBER.sub("", OPEN_MARK.sub("", title)).strip()
            if title and not is_nothing(title):
                yield title, places_of(lines_with(entry.lines, title) or entry.lines)
