"""How files are to be read; kept apart from the reading itself, so that what only passes it on loads no reader."""

from dataclasses import dataclass
from typing import Literal

Ocr = Literal["auto", "off", "force"]
"""Whether OCR reads scans where it is installed, reads none, or reads every page."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are to be read."""

    engine: str = "pdfium"
    """Which PDF reader: "pdfium" or "pdfplumber"."""

    ocr: Ocr = "auto"
    """What OCR reads."""

    model: str | None = None
    """Name of the spaCy model; "none" for none, None for the one that is installed."""

    layouts: bool = True
    """Whether layouts of known municipalities are used."""

    leave_out: tuple[str, ...] = ()
    """Municipalities whose layouts are not used."""

    privacy: str = "flag"
    """What becomes of a file with private passages: "flag" loads it with findings and masks, "refuse" does not load it,
    "redact" loads it without them."""
