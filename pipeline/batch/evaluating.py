"""Reading a folder of PDFs that have answers, and scoring what was read."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pipeline.batch.reading import PRELOAD, read_record
from pipeline.batch.workers import Limits, Workers
from pipeline.checking.comparing import Score
from pipeline.checking.confidence.fitting import Case, cases_of
from pipeline.checking.evaluation import score
from pipeline.checking.floors import digest_of
from pipeline.errors import ModelMissing, NothingFound, PipelineError, UnreadableFile
from schemas.reading import Reading
from schemas.record import Record

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
    cases: list[Case] = field(default_factory=list)
    """Every field that was read, with what its answer says of it."""


def evaluate_folder(
    folder: Path,
    reading: Reading,
    *,
    workers: int = 1,
    limits: Limits | None = None,
    own_layout_out: bool = False,
) -> Evaluation:
    """Read every PDF that has an answer, and score it.

    Args:
        folder: Holds gold.json or NAME.gold.json files, each naming its PDF under "file".
        reading: How to read.
        workers: How many processes read.
        limits: What reading one file may take.
        own_layout_out: Whether each file is read without its own municipality's layouts.

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

    def how(answer: dict[str, Any]) -> Reading:
        return replace(reading, leave_out=(_municipality(answer),)) if own_layout_out else reading

    with Workers(min(workers, len(answers)), limits, PRELOAD[:1]) as readers:
        under_way = [
            (pdf, gold, answer, readers.submit(read_record, pdf, how(answer)))
            for pdf, gold, answer in answers
        ]
        for pdf, gold, answer, future in under_way:
            try:
                read: Record | None = future.result()
            except ModelMissing:
                raise
            except PipelineError as error:
                result.failures.append(str(error) if pdf.name in str(error) else f"{pdf.name}: {error}")
                read = None
            record = read.model_dump(mode="json", by_alias=True) if read else {"documents": []}
            scored = score(answer, record)
            if read:
                result.cases += cases_of(read, scored.judged, layout_of(answer, gold, folder), str(pdf))
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


def layout_of(answer: dict[str, Any], gold: Path, folder: Path) -> str:
    """Which layout an answer's PDF has.

    As the answer says under "layout"; else the first folder on the way to it where that holds folders of answers; else
    its municipality.
    """
    way = gold.relative_to(folder).parts
    return str(answer.get("layout") or (way[0] if len(way) > 2 else _municipality(answer)))


def _municipality(answer: dict[str, Any]) -> str:
    named = (document.get("municipality") for document in answer["documents"])
    return next(filter(None, named), "unknown")
