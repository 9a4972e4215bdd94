"""The entries of a table of contents: rows that end in rising page numbers."""

import re
from collections.abc import Sequence
from statistics import median

from pipeline.documents.block import Block
from schemas.page import Line, Page

CONTENTS_PAGES = 6
"""Contents stand on the first so many pages."""


def set_contents(blocks: list[Block], pages: Sequence[Page]) -> None:
    """Mark the entries of a table of contents: rows that end in rising page numbers."""
    dots = re.compile(r"(?:\.\s?){4,}\s*\d{0,3}\s*$|…+\s*\d{0,3}\s*$")
    ends = re.compile(r"\s\d{1,3}$")
    for page in pages[:CONTENTS_PAGES]:
        rows: dict[int, list[Line]] = {}
        for line in page.lines:
            rows.setdefault(line.row, []).append(line)
        entries: set[int] = set()
        run: list[tuple[int, int]] = []
        for number in sorted(rows):
            text = " ".join(line.text for line in sorted(rows[number], key=lambda line: line.x0))
            if ("." in text or "…" in text) and dots.search(text):
                entries.add(number)
            match = ends.search(text)
            value = int(match.group()) if match and len(text) < 130 else None
            if value is not None and (not run or value >= run[-1][1]):
                run.append((number, value))
                continue
            if _is_contents(run, rows):
                entries.update(number for number, _ in run)
            run = [(number, value)] if value is not None else []
        if _is_contents(run, rows):
            entries.update(number for number, _ in run)
        if entries:
            chosen = {id(line) for number in entries for line in rows[number]}
            for block in blocks:
                if block.page == page.number and any(
                    id(line) in chosen for line in [*block.lines, *block.marked]
                ):
                    block.contents, block.heading = True, False


def _is_contents(run: list[tuple[int, int]], rows: dict[int, list[Line]]) -> bool:
    """Whether rows that end in rising numbers are contents: three or more, one after the other, set alike."""
    if len(run) < 3 or (run[0][1] == run[-1][1] and len(run) < 5):
        return False
    return median(len(rows[number]) for number, _ in run) >= 2 or len(run) >= 4
