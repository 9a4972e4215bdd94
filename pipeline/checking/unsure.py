"""Documents of which too much is likely wrong: what looks whole in a record and was read by half.

Of a document of no known kind nothing is read but its text, so its few fields tell nothing.
"""

from collections.abc import Iterator

from schemas.record import Finding, Record
from schemas.vocabulary import FindingCode, Kind, Severity

LIKELY_WRONG = 0.05
"""Share of a document's fields that must be expected to be wrong for a finding.

Of 226 rebuilt forms at first sight, each judged by weights that never saw its maker's forms, 90 were above it: 70 of
the 84 with F1 below 0.8, 76 of the 123 below 0.95, 14 others. Of 14 real files that are read whole 1 was.
"""


def check_sureness(record: Record) -> Iterator[Finding]:
    """A finding for each document whose fields are, all told, not sure enough.

    Args:
        record: With its evidence.
    """
    for number, document in enumerate(record.documents):
        if document.kind == Kind.other:
            continue
        root = f"/documents/{number}/"
        wrong = [1 - entry.confidence for entry in record.evidence if entry.path.startswith(root)]
        if sum(wrong) > LIKELY_WRONG * len(wrong):
            yield Finding(
                code=FindingCode.unsure_reading,
                severity=Severity.warning,
                message=f"Some {max(sum(wrong), 1):.0f} of {len(wrong)} fields are likely wrong or missing; the form "
                "may be a new one: see `udvalgsarkiv doubts`",
                at=document.at[:1],
            )
