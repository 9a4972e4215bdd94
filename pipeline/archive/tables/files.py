"""Tables of the files, how they were read, and what is doubtful."""

from sqlmodel import Field

from pipeline.archive.tables.base import Row, child_of, explain, indexed, key
from schemas.place import Evidence, Place
from schemas.plan import Chapter
from schemas.record import Finding, ScannedPage, Source


class SourceFileRow(Row, table=True):
    """A file that was seen, whether it could be read or not."""

    __tablename__ = "source_files"

    id: str = key()
    """The first 16 digits of the SHA-256."""
    sha256: str = Field(unique=True)
    file: str = indexed()
    bytes: int
    pages: int | None = None
    """How many pages it has; null where it could not be read."""
    text_layer: str | None = None
    """Where its words come from; null where it could not be read."""
    status: str = indexed()
    """"loaded" where the archive holds its record, "failed" where it could not be read, "needs-ocr" where all its pages
    are scans and OCR was not there to read them."""
    loaded_at: str | None = None
    """When its record went in, UTC."""
    reason: str | None = None
    """Why the last reading failed; stands beside an earlier good record where there is one."""
    exit_code: int | None = None
    """The exit code of that failure."""
    failed_at: str | None = None
    """When that was, UTC."""
    reader_version: str | None = None
    """The program's version that read it."""
    reader_model: str | None = None
    """The language model that took part."""
    reader_engine: str | None = None
    """Which PDF reader gave the words."""
    schema_version: str | None = None
    """The version of the record's form."""
    coverage_words: int | None = None
    """Words on all pages."""
    coverage_furniture: int | None = None
    """Words of running headers, footers and page numbers."""
    coverage_unread: int | None = None
    """Words that no field and no section holds."""
    furniture: str | None = None
    """Running headers and footers that were set aside: a JSON list."""
    stated_sha256: str | None = None


class SourceNameRow(Row, table=True):
    """A place where a file of this content was found; one content can have several."""

    __tablename__ = "source_names"

    source_file_id: str = Field(foreign_key="source_files.id", ondelete="CASCADE", primary_key=True)
    path: str = Field(primary_key=True)
    """Where it lay when it was read."""
    stamp: str | None = None
    """What the file system said of it then, so that it need not be read again to know that it is the same."""


class ScannedPageRow(Row, table=True):
    """A page whose words are no text of the PDF, or that has none."""

    __tablename__ = "scanned_pages"

    source_file_id: str = Field(foreign_key="source_files.id", ondelete="CASCADE", primary_key=True)
    page: int = Field(primary_key=True)
    how: str = indexed()
    """"ocr", "hidden" (another program's OCR), "unread" (OCR could read it, and did not), "picture" or "blank"."""
    words: int
    confidence: float | None = None
    turned: int
    skew: float


class DocumentRow(Row, table=True):
    """A document of a file: minutes, an agenda, a plan, a memo or another."""

    __tablename__ = "documents"

    id: str = key()
    source_file_id: str = child_of("source_files")
    ord: int
    kind: str = indexed()
    """"minutes", "agenda", "plan", "memo" or "other"."""
    first_page: int
    """Counted from 1."""
    last_page: int
    """Inclusive."""
    title: str
    """As printed."""
    municipality: str | None = indexed(None)
    """"Allerød Kommune"."""
    corrected: str | None = None


class ChapterRow(Row, table=True):
    """A chapter of a plan, a memo or another document."""

    __tablename__ = "chapters"

    id: str = key()
    document_id: str = child_of("documents")
    ord: int
    number: str | None = None
    title: str | None = None
    level: int
    text: str


class FindingRow(Row, table=True):
    """Something doubtful, for a person to look at."""

    __tablename__ = "findings"

    id: str = key()
    source_file_id: str = child_of("source_files")
    document_id: str | None = Field(default=None, foreign_key="documents.id", ondelete="CASCADE", index=True)
    """The document on whose pages it stands; null where it concerns the whole file."""
    ord: int
    code: str = indexed()
    severity: str = indexed()
    message: str


class PrivatePassageRow(Row, table=True):
    """A private passage of a file; in all other tables a mark with its number stands in its place: "⟦cpr 1⟧"."""

    __tablename__ = "private_passages"

    source_file_id: str = Field(foreign_key="source_files.id", ondelete="CASCADE", primary_key=True)
    ord: int = Field(primary_key=True)
    """Its mark's number less one."""
    kind: str
    """"cpr", "health", "address" or "contact"."""
    text: str
    """The words, as printed; shown to nobody who was not named for it."""
    told: bool
    """Whether the reading found it; false for another form of such a passage, with other line breaks or hyphens."""


class RedactionRow(Row, table=True):
    """Words that were taken out of a file for good: who had it done, when and why, and never which words."""

    __tablename__ = "redactions"

    id: int | None = Field(default=None, primary_key=True)
    source_file_id: str = indexed()
    """The file they stood in."""
    was_sha256: str = indexed()
    """Of the original as it was; a file with these bytes is not read again."""
    now_sha256: str = indexed()
    """Of the original without them; the same where they stood in what was read alone."""
    pages: str = "[]"
    """The pages that were made anew: a JSON list."""
    at: str
    """When, UTC."""
    who: str
    """Who had it done."""
    why: str
    """For what reason, in that person's words."""
    letters: int
    """How many letters, figures and signs the words have, white space and hyphens left out."""
    mark: str
    """By which the key beside the archive knows the words again: HMAC-SHA-256; without the key it says nothing."""
    sieve: str
    """A sum over the words, closed with the same key, by which they are looked for quickly."""


class EvidenceRow(Row, table=True):
    """How one field was decided."""

    __tablename__ = "evidence"

    id: int | None = Field(default=None, primary_key=True)
    """Counted up. Not stable: cite `owner_id` and `field`."""
    owner_id: str = indexed()
    """The row whose field it is; the file's own where the record has no such field. Begins with the file's id."""
    ord: int
    source_file_id: str = Field(foreign_key="source_files.id", ondelete="CASCADE")
    field: str | None = None
    """The field's name."""
    path: str
    rule: str
    quote: str | None = None
    layout: str | None = None
    model: str | None = None
    likeness: float | None = None
    confidence: float = indexed()
    doubts: str = "[]"
    """What speaks against it: a JSON list of codes."""


class PlaceRow(Row, table=True):
    """Where a value was read: one line, or one block of whole lines."""

    __tablename__ = "places"
    __table_args__ = ({"sqlite_with_rowid": False},)

    owner_id: str = Field(primary_key=True)
    """The row whose value it is: its id."""
    field: str = Field(primary_key=True)
    """"at" for the row as a whole, "proposal_at" or "recommendation_at" for a field of it."""
    ord: int = Field(primary_key=True)
    owner_table: str
    """The table that the row stands in."""
    source_file_id: str = Field(foreign_key="source_files.id", ondelete="CASCADE")
    page: int
    x0: float
    """Left edge, in PDF points from the page's left."""
    top: float
    """Upper edge, in PDF points from the page's top."""
    x1: float
    """Right edge."""
    bottom: float
    """Lower edge."""


class UnreadPageRow(Row, table=True):
    """A page from which nothing was read: no place lies on it but those of whole documents and of findings."""

    __tablename__ = "unread_pages"
    __table_args__ = ({"sqlite_with_rowid": False},)

    source_file_id: str = Field(primary_key=True, foreign_key="source_files.id", ondelete="CASCADE")
    page: int = Field(primary_key=True)
    """Counted from 1."""


class RunRow(Row, table=True):
    """One run of `ingest`: a log, and no part of what was read."""

    __tablename__ = "runs"

    id: int | None = Field(default=None, primary_key=True)
    """Counted up."""
    started_at: str
    """When, UTC."""
    finished_at: str | None = None
    """When it ended, UTC; null where it was cut off."""
    reader_version: str
    """The program's version."""
    settings: str
    """How it was asked to read: a JSON object."""
    unchanged: int | None = None
    """How many files it found that the archive held already; null where it was cut off."""


class AttemptRow(Row, table=True):
    """What became of one file in one run: a log."""

    __tablename__ = "attempts"

    run_id: int = Field(foreign_key="runs.id", ondelete="CASCADE", primary_key=True)
    """The run."""
    path: str = Field(primary_key=True)
    """The file as it was named."""
    sha256: str | None = indexed(None)
    """Of its bytes; null where there was no such file."""
    outcome: str
    """"loaded", "replaced", "needs-ocr" or "failed"; a file that the archive held already has no row."""
    reason: str | None = None
    """Why it failed."""
    exit_code: int | None = None
    """The exit code of that failure."""
    at: str
    """When, UTC."""


for _table, _noun in (
    (SourceFileRow, Source),
    (SourceNameRow, None),
    (ScannedPageRow, ScannedPage),
    (DocumentRow, None),
    (ChapterRow, Chapter),
    (FindingRow, Finding),
    (PrivatePassageRow, None),
    (RedactionRow, None),
    (EvidenceRow, Evidence),
    (PlaceRow, Place),
    (UnreadPageRow, None),
    (PrivatePassageRow, None),
    (RunRow, None),
    (AttemptRow, None),
):
    explain(_table, _noun)
