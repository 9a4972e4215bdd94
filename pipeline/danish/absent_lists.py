"""Lists of the absent: the bare label that opens one, and whether what stands under it names them."""

import re
from collections.abc import Sequence

from pipeline.danish.absences import ABSENCE_LABEL, read_absence
from pipeline.danish.names import NAME
from pipeline.danish.pattern import Pattern
from pipeline.danish.stand_ins import TAG


def opens_list(paragraph: str) -> bool:
    """Whether a paragraph is a bare label, under which the absent stand each on a line."""
    label = ABSENCE_LABEL.match(paragraph.strip())
    return (label is not None and not label["who"].strip()) or FOLLOWING.match(paragraph) is not None


FOLLOWING = Pattern(
    "absent-following",
    r"^(?:følgende(?:\s+medlemmer)?|der)\s+(?:havde|har|var|er)\s+(?:(?:meldt|sendt|modtaget)\s+)?(?:afbud|forfald|fraværende|ikke\s+til\s*stede)(?:\s+fra)?\s*:\s*$",
    matches=["Følgende havde meldt afbud:", "Følgende medlemmer var fraværende:"],
    not_matches=["Følgende havde meldt afbud: Ida Holm", "Følgende blev valgt:"],
    needs=("afbud", "forfald", "fravær", "stede"),
)
"""A sentence that ends where the names begin."""


def excuses(paragraph: str) -> bool:
    """Whether such a label tells of regrets."""
    low = paragraph.lower()
    return ("afbud" in low or "forfald" in low) and "uden" not in low


def lists_absent(text: str, known: Sequence[str] = ()) -> bool:
    """Whether what stands under a bare label for the absent says who they are, and tells nothing else."""
    bare = re.sub(r"\s*\([^()]*\)", "", text)
    if read_absence(f"Fraværende {bare}", known) or read_absence(text, known):
        return True
    return REMARKED.match(text) is not None


REMARKED = Pattern(
    "absent-name-remarked",
    rf"^{NAME}{TAG}?(?:\s*[,(]|\s+[-–])\s*+(?!(?i:og|der)\s)[^.]{{1,60}}\.?$",
    matches=["Ida Holm (A), punkt 3-5", "Bo Vang - under punkt 3"],
    not_matches=["Ida Holm orienterede om havnen.", "Ida Holm, der orienterede om havnen."],
    flags=re.NOFLAG,
)
"""A name with a remark behind a sign."""


MEMBER_TOLD = Pattern(
    "row-tells-of-member",
    rf"^{NAME}\s+\([A-ZÆØÅ]{{1,2}}\)\s+(?:var|er|deltog|mødte|havde|forlod|ankom)\b",
    matches=["Ida Holm (A) var fraværende."],
    not_matches=["Ida Holm (A) stemte imod", "Ida Holm var fraværende"],
    flags=re.NOFLAG,
)
"""A row that begins a sentence about who was there, behind a sentence that may lack its full stop."""
