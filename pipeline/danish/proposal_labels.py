"""Labels of proposals, and what stands behind a label and is none of its words."""

import re

from pipeline.danish.pattern import Pattern

PROPOSED_TO = Pattern(
    "label-proposed-to",
    r"^indstilling(?:er)?\s+til\s+(.+)$",
    matches=["Indstilling til MTU", "Indstillinger til Byrådet"],
    not_matches=["Indstilling", "Direktørens indstilling"],
)
"""To whom it is proposed."""

PROPOSED_BY = Pattern(
    "label-proposed-by",
    r"^[A-ZÆØÅ][\w-]{4,40}s\s+indstilling(?:er)?$",
    matches=["Fagchefens indstilling"],
    not_matches=["Regnskabets indstilling og bilag", "Indstilling"],
)
"""Whose proposal, whoever it is."""

OF_ITEM = Pattern(
    "label-of-item",
    r"(?<=\w)\s+(?:til|vedr\.?|for)\s+(?:dagsordens)?(?:punkt|pkt\.?|sag)(?:\s*nr\.?)?\s*\d{1,4}$",
    matches=["bilag til punkt nr. 3", "bilag vedr. sag 12"],
    not_matches=["bilag til punktet", "punkt 3"],
    flags=re.NOFLAG,
    needs=("punkt", "pkt", "sag"),
)
"""Behind a label: whose it is."""

COUNT_BEHIND = Pattern(
    "label-count-behind",
    r"(?<=bilag)\s*\(\d{1,3}\)$",
    matches=["bilag (2)"],
    not_matches=["bilag 2", "bilag (åben)"],
    needs=("bilag",),
)
"""Behind a label: how many stand below it."""

PROPOSES_THAT = Pattern(
    "label-proposes-that",
    r"(?<=[a-z])(?:,?\s+|:\s*)at$",
    matches=["administrationen indstiller, at", "det foreslås at"],
    not_matches=["privat", "at"],
    needs=(" at", ":at"),
)
"""Behind who proposes: "Administrationen indstiller, at:"."""
