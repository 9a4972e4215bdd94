"""The record: what was read from one source file, by what, and with what doubts."""

from typing import Annotated

from pydantic import Field, PositiveInt

from schemas.base import SCHEMA_VERSION, Schema
from schemas.memo import Memo, Other
from schemas.minutes import Minutes
from schemas.place import Evidence, Places
from schemas.plan import Plan
from schemas.stated import Stated
from schemas.vocabulary import FindingCode, PageText, PrivacyKind, Severity, TextLayer

Document = Annotated[Minutes | Plan | Memo | Other, Field(discriminator="kind")]
"""One document of a file, told apart by its kind."""


class Source(Schema):
    """The file that was read."""

    file: str
    """Its name, without folders."""

    sha256: str
    """Of its bytes, 64 hexadecimal digits."""

    bytes: int
    """Its size."""

    pages: int
    """How many pages it has."""

    text_layer: TextLayer
    """Where most of its words come from; "none" where no page has any. `scans` tells it page by page."""

    stated_sha256: str | None = None
    """SHA-256 of the file beside it that holds what its publication site states; null where there is none."""


class Finding(Schema):
    """Something doubtful, for a person to look at."""

    code: FindingCode
    """What kind of doubt."""

    severity: Severity
    """`warning` and `error` wait for a person, `info` does not."""

    message: str
    """One sentence that a person understands, with the words and numbers concerned."""

    at: Places = ()
    """All the places concerned."""


class Passage(Schema):
    """Words of a file that are private."""

    kind: PrivacyKind
    """What is private about them."""

    text: str
    """The words in running text, as printed."""


class Reader(Schema):
    """What read the file."""

    version: str
    """The program's version."""

    model: str | None = None
    """The language model with its version, or null."""

    engine: str = "pdfium"
    """Which PDF reader gave the words: "pdfium" or "pdfplumber"."""

    schema_version: str = SCHEMA_VERSION
    """The version of this form of record."""


class ScannedPage(Schema):
    """A page whose words are no text of the PDF, or that has none."""

    page: PositiveInt
    """Page in the file, counted from 1."""

    how: PageText
    """Where its words come from; no page is listed as `native`."""

    words: int
    """How many were read."""

    confidence: Annotated[float, Field(ge=0, le=1)] | None = None
    """How sure OCR is of them, 0 to 1: the mean over the letters; null where it was not asked."""

    turned: int = 0
    """By how many degrees clockwise the page as shown was turned for OCR: 0, 90, 180, 270."""

    skew: float = 0.0
    """By how many degrees its lines rise to the right, then."""


class Coverage(Schema):
    """How much of the text the reading explains."""

    words: int
    """Words on all pages."""

    furniture: int
    """Words of running headers, footers and page numbers, set aside."""

    unread: int
    """Words that no field and no section of the record holds."""


class Record(Schema):
    """What was read from one source file."""

    source: Source
    """The file."""

    documents: tuple[Document, ...]
    """In page order; attachments may stand on pages between those of their minutes."""

    findings: tuple[Finding, ...] = ()
    """What is doubtful."""

    reader: Reader
    """What read it."""

    stated: Stated | None = None
    """What the site that published the file states of it as data, kept beside what was read."""

    scans: tuple[ScannedPage, ...] = ()
    """Its pages whose words are no text of the PDF, in order."""

    coverage: Coverage | None = None
    """How much of the text the reading explains."""

    evidence: tuple[Evidence, ...] = ()
    """How each field was decided."""

    furniture: tuple[str, ...] = ()
    """Running headers and footers that were set aside, each once."""

    private: Annotated[tuple[Passage, ...], Field(exclude=True, repr=False)] = ()
    """What of the words above is private, each once; for the archive, which masks it, and in no other form written."""

    def holds(self, number: int, page: int) -> bool:
        """Whether a page is a document's own: among its pages, and not among those of one that stands inside of it.

        Args:
            number: Index of the document.
            page: Counted from 1.
        """
        first, last = self.documents[number].pages
        return first <= page <= last and not any(
            first <= other.pages[0] <= page <= other.pages[1] <= last and other.pages != (first, last)
            for other in self.documents
        )

    def document_on(self, page: int) -> int | None:
        """Index of the document whose own a page is, the first where two share it; None for none."""
        return next((number for number in range(len(self.documents)) if self.holds(number, page)), None)
