"""What was taken out of a file before it was loaded (`ingest --privacy redact`)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TakenOut:
    """What was taken out of a file before it was loaded."""

    was: str
    """The SHA-256 of the file as it was."""
    content: bytes | None
    """The original without it; None where no page held it."""
    pages: tuple[int, ...]
    """The pages that were made anew."""
    words: tuple[str, ...]
    """The passages; only sums over them are kept."""
