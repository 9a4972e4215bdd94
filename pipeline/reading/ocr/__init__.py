"""OCR: pages that are pictures become pages of words. Needs Debian's `tesseract-ocr` and `tesseract-ocr-dan`."""

from pipeline.reading.ocr.straight import shown
from pipeline.reading.ocr.tesseract import SECONDS, program

__all__ = ["SECONDS", "available", "shown"]


def available() -> bool:
    """Whether Tesseract is here, with Danish."""
    return program() is not None
