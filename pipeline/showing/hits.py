"""What a search found, as a person reads it and as rows."""

from typing import TYPE_CHECKING, TextIO

from pipeline.showing.clean import one_line
from pipeline.showing.lists import List
from pipeline.showing.output import put

if TYPE_CHECKING:
    from pipeline.archive import Found, Hit


def hit_list(found: "Found") -> List:
    """The hits as rows of the same columns."""
    columns = (
        "id",
        "table",
        "title",
        "outcome",
        "municipality",
        "committee",
        "date",
        "kind",
        "file",
        "page",
        "found_in",
        "text",
        "score",
        "also",
    )
    rows = [
        (
            hit.owner_id,
            hit.owner_table,
            hit.title,
            hit.outcome,
            hit.municipality,
            hit.committee,
            hit.date,
            hit.kind,
            hit.file,
            hit.passage.page,
            hit.passage.label,
            hit.passage.marked,
            hit.score,
            " ".join(one.owner_id for one in hit.also) or None,
        )
        for hit in found.hits
    ]
    return List(columns, rows)


def how_found(found: "Found") -> str:
    """What a person must know who sees the hits: which words were not there, or not all together; "" where all were."""
    meant = ", ".join(f"“{near}” instead of “{typed}”" for typed, near in found.meant)
    says = [
        f"No text has the words as typed; these have {meant}." if meant else "",
        "No text has all these words; these have some of them." if found.loosely else "",
    ]
    return " ".join(filter(None, says))


def write_hits(found: "Found", out: TextIO) -> None:
    """Set the hits one below the other, for a person."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, highlight=False, emoji=False, markup=False)
    if not found.hits:
        console.print("Nothing was found.")
    if says := how_found(found):
        console.print(f"{says}\n")
    for hit in found.hits:
        put(console, Text(one_line(hit.title), style="bold").append(_outcome(hit), style="not bold"))
        put(console, Text(one_line(_whence(hit))), 2)
        put(console, Text(one_line(hit.passage.marked)), 2)
        for other in hit.also:
            told = f"also in {other.file} ({other.kind}, {other.owner_id})"
            put(console, Text(one_line(told), style="dim"), 2)
        put(console, Text(hit.owner_id, style="dim"), 2)
        console.print()


def _outcome(hit: "Hit") -> str:
    told = hit.outcome or hit.status
    return f"  [{told}]" if told else ""


def _whence(hit: "Hit") -> str:
    page = f"page {hit.passage.page}" if hit.passage.page else ""
    parts = (hit.municipality, hit.committee, hit.date, hit.file, page, hit.passage.label)
    return ", ".join(part for part in parts if part)
