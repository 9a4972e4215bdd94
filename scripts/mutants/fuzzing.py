"""Mutants are made, ingested, and what became of each is told."""

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mutants.by_bytes import BY_BYTES, DAMAGE
from mutants.by_hand import HAND_MADE
from mutants.by_readers import FORMS
from mutants.by_structure import HOSTILE, LOSSES, WHOLE, changed
from pipeline.archive import Archive, Originals, verify
from pipeline.batch import Limits, Outcome, Workers, ingest
from pipeline.batch.ingest import Progress
from pipeline.batch.reading import PRELOAD
from pipeline.reading.limits import Allowed
from pipeline.run import Reading
from schemas.record import Record

LIMITS = Limits(seconds=120, memory=192 << 20, allowed=Allowed(seconds=4, seconds_a_page=0.2))
"""Tighter than usual, as the samples have few pages: an undamaged one takes 0.02 s a page and 30 MiB, and
the first that a process reads a second more."""

WORDS_LIMITS = Limits(seconds=60, memory=1 << 30, allowed=Allowed(seconds=1, seconds_a_page=0.1))

READING = Reading(model="none")

Words = list[list[str]]


@dataclass
class Mutant:
    """A file that was made out of a sample, or by hand."""

    path: Path
    how: str
    sample: Path | None
    """None for one made by hand."""
    words: Words | None = None
    """What pdfium reads in it, page by page; None where it reads nothing."""
    whole: bool = False
    """Whether the sample's words are all there, as they were."""
    became: str = ""
    reason: str = ""
    exit_code: int = 0
    same: bool = False
    """Whether its record is the sample's."""
    noticed: bool = False
    """Whether it has a finding that the sample has not."""


@dataclass
class Told:
    """What a run showed."""

    mutants: list[Mutant]
    seconds: float = 0.0
    unsound: list[str] = field(default_factory=list)
    """What `verify` says against the archive."""

    @property
    def whole(self) -> list[Mutant]:
        """Those whose words are whole."""
        return [one for one in self.mutants if one.whole]

    @property
    def changed(self) -> list[Mutant]:
        """Those of a sample whose words are others, or cannot be read at all."""
        return [one for one in self.mutants if one.sample and not one.whole]


def make(folder: Path, samples: Sequence[Path], many: int, seed: int, *, damage: bool) -> list[Mutant]:
    """Make mutants.

    Args:
        folder: Where to.
        samples: What they are made of.
        many: How many.
        seed: Of the lots.
        damage: Only such as lose words on their way (bits flipped, cut, spliced, pages and drawings lost); else all
            kinds, hostile ones and those made by hand among them.
    """
    rng = random.Random(seed)
    made = []
    by_hand = [] if damage else list(HAND_MADE.items())
    if many < 500:
        by_hand = by_hand[seed % 2 :: 2]
    for name, write in by_hand:
        path = folder / f"hand_{name}.pdf"
        path.write_bytes(write())
        made.append(Mutant(path, f"by hand: {name}", None))
    for name, content in FORMS.items() if many >= 500 and not damage else ():
        path = folder / f"form_{name.replace(' ', '_')}.pdf"
        path.write_bytes(content)
        made.append(Mutant(path, f"form: {name}", None))
    kinds: list[Any] = [*DAMAGE, *LOSSES] if damage else [*BY_BYTES, *WHOLE, *LOSSES, *HOSTILE]
    while len(made) < many:
        how = kinds[len(made) % len(kinds)]
        sample = rng.choice(samples)
        data = sample.read_bytes()
        content = how(rng, data) if how in BY_BYTES else changed(how, rng, data)
        if content == data:
            continue
        path = folder / f"{len(made):04}_{how.__name__}_{sample.stem[:30]}.pdf"
        path.write_bytes(content)
        made.append(Mutant(path, how.__name__, sample))
    return made


def words_of(path: Path) -> Words:
    """The words of each page as pdfium gives them, called in a process with limits."""
    import pypdfium2 as pdfium

    found: Words = []
    document = pdfium.PdfDocument(path)
    for number in range(min(len(document), 300)):
        try:
            page = document[number]
            found.append(page.get_textpage().get_text_range().replace("\ufffe", "-").split())
            page.close()
        except pdfium.PdfiumError:
            found.append([])
    return found


def run(mutants: list[Mutant], place: Path, workers: int) -> Told:
    """Ingest mutants, prove the archive, and compare each with its sample.

    Args:
        mutants: As made.
        place: A folder for the archive.
        workers: How many processes.
    """
    began = time.monotonic()
    samples = sorted({one.sample for one in mutants if one.sample})
    words, records = _words_and_records(samples, mutants, place, workers)
    for one in mutants:
        if one.sample:
            one.whole = bool(one.words) and one.words == words[one.sample]
    told = Told(mutants)
    path = place / "arkiv.db"
    with Archive.open(path) as archive:
        report = ingest(
            [one.path for one in mutants],
            archive,
            READING,
            workers=workers,
            limits=LIMITS,
            originals=Originals.beside(path),
            progress=_progress(began),
        )
        outcomes = {outcome.path: outcome for outcome in report.outcomes}
        for one in mutants:
            outcome = outcomes[one.path]
            one.became, one.reason, one.exit_code = outcome.became, outcome.reason or "", outcome.exit_code
            if one.sample and outcome.became != "failed" and outcome.digest:
                _compare(one, archive.read_record(outcome.digest), records[one.sample])
        told.unsound = [str(problem) for problem in verify(archive)]
    told.seconds = time.monotonic() - began
    return told


def _progress(began: float) -> Progress:
    """Tells on standard error after each hundred files, so that a run that is cut off still says something."""
    became = Counter[str]()

    def told(done: int, total: int, outcome: Outcome) -> None:
        became[outcome.became] += 1
        if done % 100 == 0 or done == total:
            so_far = ", ".join(f"{count} {what}" for what, count in sorted(became.items()))
            print(
                f"{done} of {total} in {time.monotonic() - began:.0f} seconds: {so_far}",
                file=sys.stderr,
                flush=True,
            )

    return told


def _words_and_records(
    samples: Sequence[Path], mutants: Sequence[Mutant], place: Path, workers: int
) -> tuple[dict[Path, Words], dict[Path, Record]]:
    with Workers(workers, WORDS_LIMITS, ("pypdfium2",)) as readers:
        asked = [(sample, readers.submit(words_of, sample)) for sample in samples]
        of_mutants = [(one, readers.submit(words_of, one.path)) for one in mutants if one.sample]
        words = {sample: future.result() for sample, future in asked}
        for one, future in of_mutants:
            one.words = None if future.exception() else future.result()
    from pipeline.batch.reading import read_record

    with Workers(workers, preload=PRELOAD) as readers:
        records = {sample: readers.submit(read_record, sample, READING) for sample in samples}
        return words, {sample: future.result() for sample, future in records.items()}


def _compare(one: Mutant, record: Record, sample: Record) -> None:
    one.same = said_by(record) == said_by(sample)
    known = {(finding.code, finding.message) for finding in sample.findings}
    one.noticed = any((finding.code, finding.message) not in known for finding in record.findings)


def said_by(record: Record) -> str:
    """The record without its places: what it says."""
    documents = [document.model_dump(mode="json") for document in record.documents]
    return json.dumps([_without_places(document) for document in documents], sort_keys=True)


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_places(inner) for key, inner in value.items() if not key.endswith("at")}
    return [_without_places(inner) for inner in value] if isinstance(value, list) else value


def table(told: Told) -> Iterator[str]:
    """What became of each kind, a line each."""
    columns = ("files", "whole", "same", "other", "noticed", "silent", "failed")
    yield f"{'':40}" + "".join(f"{name:>9}" for name in columns)
    kinds: dict[str, Counter[str]] = {}
    for one in told.mutants:
        count = kinds.setdefault(one.how.partition(":")[0], Counter())
        count["files"] += 1
        count["whole"] += one.whole
        if one.became == "failed":
            count["failed"] += 1
        elif one.sample:
            count["same" if one.same else "other"] += 1
            count["noticed"] += one.noticed
            count["silent"] += not one.whole and not one.noticed
    total = Counter[str]()
    for count in kinds.values():
        total.update(count)
    for kind, count in [*sorted(kinds.items()), ("all", total)]:
        yield f"{kind:40}" + "".join(f"{count[name] or '':>9}" for name in columns)


def reasons(told: Told) -> Iterator[str]:
    """Why files failed, a line each: how many, exit code, the reason without its file and numbers."""
    counted = Counter(
        (one.exit_code, "".join("#" if sign.isdigit() else sign for sign in one.reason.partition(": ")[2]))
        for one in told.mutants
        if one.became == "failed"
    )
    for (code, reason), count in counted.most_common(25):
        yield f"{count:5}  exit {code:2}  {reason[:110]}"


def share(part: int, whole: int) -> float:
    """A share; 1 of nothing."""
    return part / whole if whole else 1.0
