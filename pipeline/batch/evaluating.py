"""Reading a folder of PDFs that have answers, and scoring what was read."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.batch.reading import PRELOAD, read_record
from pipeline.batch.workers import Limits, Workers
from pipeline.checking.evaluation import Score, score
from pipeline.checking.floors import digest_of
from pipeline.errors import ModelMissing, NothingFound, PipelineError, UnreadableFile

if TYPE_CHECKING:
    from pipeline.run import Reading

ALL = "all"
"""Stands for all municipalities together."""


@dataclass
class Evaluation:
    """What was reached over a folder of answers."""

    scores: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    """By municipality, and `ALL`."""
    files: int = 0
    misses: list[str] = field(default_factory=list)
    """Where values differ, one line each, the file in front."""
    failures: list[str] = field(default_factory=list)
    """Files that gave no record, and why."""
    corpus: str = ""
    """Tells whether the answers or their PDFs were changed."""


def evaluate_folder(
    folder: Path, reading: "Reading", *, workers: int = 1, limits: Limits | None = None
) -> Evaluation:
    """Read every PDF that has an answer, and score it.

    Args:
        folder: Holds gold.json or NAME.gold.json files, each naming its PDF under "file".
        reading: How to read.
        workers: How many processes read.
        limits: What reading one file may take.

    Raises:
        NothingFound: The folder holds no answers.
        UnreadableFile: An answer is no JSON of the right form.
    """
    answers = list(answers_in(folder))
    if not answers:
        raise NothingFound(f"{folder}: holds no answers (gold.json or NAME.gold.json); name another folder")
    result = Evaluation(
        files=len(answers), corpus=digest_of(path for pdf, gold, _ in answers for path in (pdf, gold))
    )
    with Workers(min(workers, len(answers)), limits, PRELOAD[:1]) as readers:
        under_way = [(pdf, answer, readers.submit(read_record, pdf, reading)) for pdf, _, answer in answers]
        for pdf, answer, future in under_way:
            try:
                record = future.result().model_dump(mode="json", by_alias=True)
            except ModelMissing:
                raise
            except PipelineError as error:
                result.failures.append(str(error) if pdf.name in str(error) else f"{pdf.name}: {error}")
                record = {"documents": []}
            scored = score(answer, record)
            result.scores[ALL].add(scored)
            result.scores[_municipality(answer)].add(scored)
            result.misses += [f"{pdf.name}: {miss}" for miss in scored.misses]
    return result


def answers_in(folder: Path) -> Iterator[tuple[Path, Path, dict[str, Any]]]:
    """PDF, answer's file and answer, for every answer below a folder, sorted by path.

    Raises:
        UnreadableFile: An answer is no JSON of the right form, or its PDF is not there.
    """
    for gold in sorted(folder.rglob("*gold.json")):
        try:
            answer = json.loads(gold.read_text(encoding="utf-8"))
            pdf = gold.parent / Path(answer["file"]).name
            documents = answer["documents"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise UnreadableFile(
                f"{gold}: is no answer ({type(error).__name__}); it must name a file and documents"
            ) from error
        if not isinstance(documents, list) or not pdf.is_file():
            raise UnreadableFile(
                f"{gold}: its PDF {pdf.name} is not beside it, or it has no list of documents"
            )
        yield pdf, gold, answer


def _municipality(answer: dict[str, Any]) -> str:
    named = (document.get("municipality") for document in answer["documents"])
    return next(filter(None, named), "unknown")
