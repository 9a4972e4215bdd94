"""What a memo recommends."""

import re
from collections.abc import Sequence
from functools import cache

from pipeline.danish.numbers import plan_lexicon
from pipeline.danish.pattern import Pattern
from pipeline.danish.sentences import split_sentences
from pipeline.documents.block import Block, places_in
from schemas.place import Places

NOT_TOLD = Pattern(
    "memo-not-recommended",
    r"\b(?:ikke|næppe)\s+(?:at\s+)?(?:anbefale|foreslå|indstille)",
    matches=["kan ikke anbefale", "næppe at anbefale"],
    not_matches=["det anbefales"],
)
"""What a sentence says that recommends nothing."""


@cache
def _recommends() -> re.Pattern[str]:
    words = "|".join(map(re.escape, plan_lexicon()["memo"]["recommends"]))
    return re.compile(
        rf"\b(?:{words})\b(?:\s+(?:det|derfor|således|på den baggrund|herefter))*(?:,?\s+at\b|:|\s+[a-zæøå])",
        re.IGNORECASE,
    )


def recommendation_of(body: Sequence[Block]) -> tuple[str | None, Places]:
    """The last sentence in which the administration recommends something."""
    found: tuple[str | None, Places] = (None, ())
    for block in body:
        if not _recommends().search(block.text):
            continue
        for start, end in split_sentences(block.text):
            sentence = block.text[start:end]
            if (
                _recommends().search(sentence)
                and not NOT_TOLD.search(sentence)
                and not sentence.rstrip().endswith("?")
            ):
                found = sentence.strip(), places_in(block.lines, start, end)
    return found
