"""The data dictionary as a page that a person reads."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.archive.dictionary import Entry


def as_markdown(entries: "tuple[Entry, ...]") -> str:
    """The dictionary in Markdown: a chapter for each table and view."""
    lines = ["# Data dictionary", ""]
    lines += ["Ids are text and stay the same when a file is read again, so that they can be cited.", ""]
    for entry in entries:
        lines += [f"## {entry.name} ({entry.kind})", "", _cell(entry.about), ""]
        lines += ["| column | type | meaning |", "| --- | --- | --- |"]
        lines += [f"| {name} | {kind} | {_cell(about)} |" for name, kind, about in entry.columns]
        lines.append("")
    return "\n".join(lines)


def _cell(words: str) -> str:
    return words.replace("|", "\\|")
