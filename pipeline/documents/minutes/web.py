"""What minutes that were printed from a web page have more than a document's: links' words, bullets, files' names."""

import re
from collections.abc import Sequence

from pipeline.danish.headings import Heading, read_heading
from pipeline.danish.labels import fold, link_words
from pipeline.documents.block import is_bullet
from pipeline.documents.minutes.contents import NUMBERED
from pipeline.documents.minutes.row import Row

OPENERS = frozenset("+▸")
"""Signs that open an entry of a list in a browser, which stand where its bullet would."""

ENDING = r"\.(?:pdf|docx?|xlsx?|pptx?|msg|jpe?g|png)"

FILE = rf"(?:application/[\w.+-]+\s+icon\s+)?(?P<name>\S(?:(?!{ENDING}\b).)*{ENDING})"

FILES = re.compile(rf"^(?:{FILE.replace('?P<name>', '?:')}(?:\s+|$))+$", re.IGNORECASE)
"""A row of links to files. Matches: "application/pdf icon plan_2020.pdf", "Kort.pdf Notat.docx"."""

ONE_FILE = re.compile(rf"{FILE}(?=\s|$)", re.IGNORECASE)

NEAR = 4
"""A list's entry stands so many rows above the heading that it leads to: its files stand between."""


def without_links(rows: Sequence[Row]) -> list[Row]:
    """Rows without the words of links: "Til toppen", "Fold alle ud"."""
    return [row for row in rows if row.column or fold(row.text) not in link_words()]


def entry_above(rows: Sequence[Row], index: int, heading: Heading) -> int:
    """How many rows above a heading begin with the entry of a list that leads to it; its files stand between.

    Args:
        rows: The document's.
        index: Of the heading's first row, counted from 0.
        heading: What it says.
    """
    for count in range(1, min(NEAR, index) + 1):
        text = without_bullet(rows[index - count])
        if text is None:
            continue
        entry = read_heading(text, in_contents=False)
        short, long = sorted((fold(entry.title), fold(heading.title)), key=len)
        return count if entry.number == heading.number and short and long.startswith(short) else 0
    return 0


def without_bullet(row: Row) -> str | None:
    """A numbered heading's words behind a list's bullet; None for any other row."""
    mark, _, text = row.text.partition(" ")
    if row.column or len(row.text) > 300 or not (mark in OPENERS or is_bullet(mark)):
        return None
    return text if NUMBERED.match(text) and read_heading(text, in_contents=False).number else None


def is_file_row(row: Row) -> bool:
    """Whether a row is nothing but links to files."""
    return len(row.text) < 400 and not row.column and FILES.match(row.text) is not None


def files_of(text: str) -> list[str]:
    """The names of a row's files, as printed."""
    return [match["name"] for match in ONE_FILE.finditer(text)]
