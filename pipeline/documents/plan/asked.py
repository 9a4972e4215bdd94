"""Headings that ask or say in a clause what stands under them: "Hvordan når vi det?", "Det sætter vi i gang"."""

from pipeline.danish.pattern import Pattern

LONGEST = 9
"""Such a heading has no more words."""

ASKS_FOR_STATUS = Pattern(
    "plan-asks-for-status",
    r"^(?:hvorfor|hvornår|hvem|hvor\s+(?:er|står|langt)\s|(?:hvordan|sådan)\s+(?:følger|holder)\s+vi\s)",
    matches=["hvorfor gør vi det", "sådan følger vi op", "hvor er vi i dag"],
    not_matches=["hvor vil vi hen", "hvordan når vi det"],
)
"""What is known, who does it and how it is followed."""

ASKS_FOR_MEASURES = Pattern(
    "plan-asks-for-measures",
    r"^(?:hvad\s+(?:vil|skal)\s+(?:vi|der)\s+(?:gerne\s+)?(?:opnå|nå|nås|opnås)\b|(?:hvordan|sådan|hvad)\s+(?:måler|ser)\s+vi\b"
    r"|hvordan\s+ved\s+vi\b|(?:sådan|hvordan)\s+kan\s+vi\s+se\b|det\s+(?:måler|ser)\s+vi\b|det\s+(?:vil|skal)\s+vi\s+(?:opnå|nå)\b"
    r"|vi\s+(?:måler|følger)\s+på\b)",
    matches=["hvad vil vi gerne opnå", "hvordan ved vi, at det virker", "det måler vi på"],
    not_matches=["hvad gør vi", "det gør vi"],
)
"""What is to be reached, and by what it is seen."""

ASKS_FOR_ACTIONS = Pattern(
    "plan-asks-for-actions",
    r"^(?:(?:hvordan|sådan)\s+(?:når|gør|arbejder|kommer|griber|vil|skal|løser|lykkes)\s+(?:vi|jobcentret|kommunen)\b"
    r"|hvad\s+(?:gør|vil|skal)\s+(?:vi|jobcentret|kommunen)\b|det\s+(?:gør|sætter|vil|starter)\s+(?:vi|jobcentret|kommunen)\b)",
    matches=["hvordan når vi det", "det sætter vi i gang", "hvad gør jobcentret for at nå målet"],
    not_matches=["hvordan måler vi", "det er vigtigt"],
)
"""What will be done."""


def asked_for(folded: str) -> str | None:
    """What a heading's clause leads up to.

    Args:
        folded: The heading in small letters, without its last sign.

    Returns:
        "measures", "actions" or "status"; None where it is no such clause.
    """
    if len(folded.split()) > LONGEST:
        return None
    for pattern, zone in (
        (ASKS_FOR_STATUS, "status"), (ASKS_FOR_MEASURES, "measures"), (ASKS_FOR_ACTIONS, "actions"),
    ):  # fmt: skip
        if pattern.match(folded):
            return zone
    return None
