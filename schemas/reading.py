"""How files are to be read; kept apart from the reading itself, so that what only passes it on loads no reader."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are to be read."""

    engine: str = "pdfium"
    """Which PDF reader: "pdfium" or "pdfplumber"."""

    model: str | None = None
    """Name of the spaCy model; "none" for none, None for the one that is installed."""

    layouts: bool = True
    """Whether layouts of known municipalities are used."""

    leave_out: tuple[str, ...] = ()
    """Municipalities whose layouts are not used."""

    privacy: str = "flag"
    """What becomes of a file with private passages: "flag" loads it, with findings and masks; "refuse" does not."""
