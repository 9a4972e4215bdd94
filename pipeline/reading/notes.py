"""What stands on a page without being part of it: fields that were filled in, and words typed over it."""

import ctypes
from typing import Any

import pypdfium2.raw as raw

from pipeline.reading.runs import direct

WRITTEN = (raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_WIDGET)
"""Kinds of annotations whose words a reader of the page sees; links and comments that open have none."""


def drawn_in(page: Any) -> bool:
    """Make the words of a page's annotations part of the page; whether there were any, so that it must be loaded anew.

    Args:
        page: Open in pdfium; nothing of it is written to the file.
    """
    address = ctypes.addressof(page.raw.contents)
    return any(_kind(page, index) in WRITTEN for index in range(COUNT(address))) and (
        raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS
    )


def _kind(page: Any, index: int) -> int:
    note = raw.FPDFPage_GetAnnot(page.raw, index)
    if not note:
        return int(raw.FPDF_ANNOT_UNKNOWN)
    kind = int(raw.FPDFAnnot_GetSubtype(note))
    raw.FPDFPage_CloseAnnot(note)
    return kind


COUNT = direct(raw.FPDFPage_GetAnnotCount, ctypes.c_int, ctypes.c_void_p)
