"""What the file itself tells, as findings: its damage, and other files inside of it."""

from collections.abc import Iterator, Sequence

from pipeline.reading import Fault
from schemas.page import Page
from schemas.place import Place
from schemas.record import Finding
from schemas.vocabulary import FindingCode, Severity


def check_file(faults: Sequence[Fault], pages: Sequence[Page]) -> Iterator[Finding]:
    """A finding for each fault of the file, and for each page that is not as its file says.

    Args:
        faults: As the reading found them.
        pages: All pages.
    """
    for fault in faults:
        yield Finding(
            code=FindingCode.damaged_file,
            severity=Severity.warning if fault.loses_words else Severity.info,
            message=f"The file is not as it was made: {fault.message}",
        )
    for page in pages:
        whole = Place(page=page.number, bbox=(0.0, 0.0, round(page.width, 2), round(page.height, 2)))
        if not page.sized:
            yield Finding(
                code=FindingCode.damaged_file,
                severity=Severity.warning,
                message=f"Page {page.number}: its size cannot be; it was read as a sheet around its words",
                at=(whole,),
            )
        if page.broken and not page.words:
            yield Finding(
                code=FindingCode.damaged_file,
                severity=Severity.error,
                message=f"Page {page.number} cannot be opened: what stood on it is lost",
                at=(whole,),
            )


NAMED = 5
"""So many files inside of one are named."""


def check_attached(names: Sequence[str]) -> Iterator[Finding]:
    """A finding for a file that holds others, which were not read.

    Args:
        names: Of the PDFs in it.
    """
    if names:
        some = ", ".join(names[:NAMED]) + (", …" if len(names) > NAMED else "")
        yield Finding(
            code=FindingCode.attached_files,
            severity=Severity.warning,
            message=f"{len(names)} PDF{'s lie' if len(names) > 1 else ' lies'} inside of this file and "
            f"{'were' if len(names) > 1 else 'was'} not read ({some}); save them with a PDF reader and ingest them too",
        )
