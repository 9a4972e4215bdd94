"""A light markup for running text: how the samples are written down, and the words that a reader should get.

Blank lines part paragraphs. A line may begin with:

- `- ` or `-- `: a bullet or sub-bullet
- `+ `: a paragraph that starts with its own number ("+ 1. at …"); `++ ` the same, indented
- `= `: a bold sub-heading inside the text; `_ `: an italic paragraph; `~ `: a line without space above it
- `| a | b |`: a row of a ruled table; a first row closed by `||` is its bold head

Inside a line `<b>…</b>` and `<i>…</i>` change the weight, `<s>…</s>` is a footnote's sign. Other lines
continue the block above.
"""

import re
from dataclasses import dataclass, field

OPENERS = (
    ("-- ", "subbullet"),
    ("- ", "bullet"),
    ("++ ", "subnumber"),
    ("+ ", "number"),
    ("= ", "head"),
    ("_ ", "italic"),
    ("~ ", "line"),
)


@dataclass
class Block:
    """One paragraph, bullet or table."""

    kind: str
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)
    head: bool = False


def blocks(source: str) -> list[Block]:
    """The blocks of a marked-up text."""
    found: list[Block] = []
    fresh = True
    for raw in source.strip("\n").splitlines():
        line = raw.strip()
        if not line:
            fresh = True
            continue
        if line.startswith("|"):
            if fresh or not found or found[-1].kind != "table":
                found.append(Block("table"))
            found[-1].head = found[-1].head or line.endswith("||")
            found[-1].rows.append([cell.strip() for cell in line.strip("|").split("|")])
            fresh = False
            continue
        opener = next(((mark, kind) for mark, kind in OPENERS if line.startswith(mark)), None)
        if opener:
            found.append(Block(opener[1], line[len(opener[0]) :].strip()))
        elif fresh or not found:
            found.append(Block("p", line))
        else:
            found[-1].text += " " + line
        fresh = False
    return found


def plain(text: str) -> str:
    """A text without its inline marks, white space folded."""
    return re.sub(r"\s+", " ", re.sub(r"<s>.*?</s>|</?[bi]>", "", text)).strip()


def words(source: str) -> str:
    """What a reader should get from a marked-up text: its words, bullets dropped, numbers kept."""
    parts = []
    for block in blocks(source):
        parts += [cell for row in block.rows for cell in row] if block.kind == "table" else [block.text]
    return plain(" ".join(parts))
