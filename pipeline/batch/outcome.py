"""What became of the files of a batch."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.batch.address import Where
from pipeline.errors import ExitCode

if TYPE_CHECKING:
    from pipeline.archive import Became


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file."""

    path: Where
    became: "Became"
    digest: str | None = None
    """SHA-256, where the file could be opened."""
    pages: int = 0
    documents: int = 0
    doubts: dict[str, int] = field(default_factory=dict)
    """How many findings of each severity."""
    reason: str | None = None
    """Why it failed."""
    same_as: Where | None = None
    """The file of this batch that has the same content and was read for both."""
    exit_code: int = ExitCode.ok
    """The exit code of that failure."""

    @property
    def needs_a_look(self) -> bool:
        """Whether it has findings that wait for a person."""
        return any(self.doubts.get(severity) for severity in ("warning", "error"))


@dataclass(frozen=True)
class Report:
    """What became of all files, sorted by path."""

    outcomes: tuple[Outcome, ...]

    def count(self, *became: "Became") -> int:
        """How many files ended one of these ways."""
        return sum(outcome.became in became for outcome in self.outcomes)

    @property
    def exit_code(self) -> int:
        """0, or what kept files out: their common code, or `input_file` where there are several."""
        codes = {outcome.exit_code for outcome in self.outcomes} - {ExitCode.ok}
        return codes.pop() if len(codes) == 1 else ExitCode.input_file if codes else ExitCode.ok
