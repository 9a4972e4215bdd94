"""What was found of what was planted."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.reading import read
from pipeline.run import Reading, understand
from schemas.page import Page
from schemas.record import Finding
from schemas.vocabulary import FindingCode, PrivacyKind


@dataclass
class Told:
    """Counts of one kind."""

    planted: int = 0
    found: int = 0
    wrong: int = 0
    """Findings that cover nothing planted of their kind."""
    lines: list[str] = field(default_factory=list)

    def add(self, other: "Told") -> None:
        self.planted += other.planted
        self.found += other.found
        self.wrong += other.wrong
        self.lines += other.lines

    @property
    def figures(self) -> str:
        flagged = self.found + self.wrong
        precision = self.found / flagged if flagged else 1.0
        return f"precision {precision:.3f}  recall {self.found / self.planted if self.planted else 1.0:.3f}"


def measured(path: Path, planted: list[dict[str, Any]]) -> dict[str, Told]:
    """Read a file and hold its findings against what was planted in it."""
    record, pages = understand(path, Reading(model="none")), read(path)
    told = {kind.value: Told() for kind in PrivacyKind}
    open_ones = list(planted)
    for finding in record.findings:
        if finding.code is not FindingCode.privacy:
            continue
        kind = kind_of(finding)
        covered = _words_in(pages, finding)
        hit = next(
            (
                one
                for one in open_ones
                if one["kind"] == kind
                and any(place.page == one["page"] or place.page == one["page"] - 1 for place in finding.at)
                and all(_squeezed(word) in covered for word in one["words"])
            ),
            None,
        )
        if hit:
            open_ones.remove(hit)
            told[kind].found += 1
        else:
            told[kind].wrong += 1
            told[kind].lines.append(f"wrong  {kind}: {covered}")
    for one in planted:
        told[one["kind"]].planted += 1
    for one in open_ones:
        told[one["kind"]].lines.append(f"missed {one['kind']}: {one['text']}")
    return told


def kind_of(finding: Finding) -> str:
    """Which kind a finding tells of."""
    return next(kind.value for kind in PrivacyKind if finding.message.startswith(kind.says))


def _words_in(pages: list[Page], finding: Finding) -> str:
    """The words under a finding's boxes, without spaces and hyphens."""
    return _squeezed(
        "".join(
            word.text
            for place in finding.at
            for word in pages[place.page - 1].words
            if place.bbox[0] - 1 <= (word.x0 + word.x1) / 2 <= place.bbox[2] + 1
            and place.bbox[1] - 1 <= (word.top + word.bottom) / 2 <= place.bbox[3] + 1
        )
    )


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\-–‐]+", "", text)
