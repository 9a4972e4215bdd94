"""What a process of the batch does with one file."""

import os
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.batch.workers import Limits, Workers
from pipeline.errors import PipelineError, PrivateWords, UnreadableFile

if TYPE_CHECKING:
    from pipeline.archive import Rows
    from pipeline.run import Traces
    from schemas.reading import Reading
    from schemas.record import Record

PRELOAD = ("pipeline.run", "pipeline.archive")
"""What every process needs, imported once."""


def read_record(path: Path, reading: "Reading") -> "Record":
    """Read one file; a mistake of ours is told as a failure of that file.

    Raises:
        PipelineError: It cannot be read.
    """
    from pipeline.run import understand

    try:
        record = understand(path, reading)
    except (PipelineError, MemoryError):
        raise
    except Exception as error:
        raise UnreadableFile(f"{path.name}: {_where(error)}; please report this with the file") from error
    name = os.fsencode(record.source.file).decode("utf-8", "backslashreplace")
    return record.model_copy(update={"source": record.source.model_copy(update={"file": name})})


def read_rows(path: Path, reading: "Reading") -> "Rows":
    """Read one file into the rows that hold its record.

    Raises:
        PipelineError: It cannot be read.
    """
    from pipeline.archive import flatten

    record = read_record(path, reading)
    if reading.privacy == "refuse" and record.private:
        raise PrivateWords(_refusal(record))
    return flatten(record)


def _refusal(record: "Record") -> str:
    """Why a file is refused: what is private and on which pages, without its words."""
    found = [finding for finding in record.findings if finding.code.value == "privacy"]
    pages = sorted({place.page for finding in found for place in finding.at[:1]})
    told = ", ".join(map(str, pages[:8])) + (" and further ones" if len(pages) > 8 else "")
    where = f" (page {told})" if pages else ""
    return (
        f"{len(found)} private passages were found{where}, and --privacy refuse keeps such files out; take them "
        "out of the file, or ingest it with --privacy flag"
    )


def read_one(path: Path, reading: "Reading", limits: Limits | None = None) -> "Record":
    """Read one file in a process of its own, within limits.

    Raises:
        PipelineError: It cannot be read, or broke a limit.
    """
    with Workers(1, limits) as worker:
        try:
            return worker.submit(read_record, path, reading).result()
        except PipelineError as error:
            raise named(error, path) from error


def trace_one(path: Path, reading: "Reading", limits: Limits | None = None) -> "Traces":
    """Tell which rule took each line of a file, read in a process of its own, within limits.

    Raises:
        PipelineError: It cannot be read, or broke a limit.
    """
    with Workers(1, limits) as worker:
        try:
            return worker.submit(_traces, path, reading).result()
        except PipelineError as error:
            raise named(error, path) from error


def _traces(path: Path, reading: "Reading") -> "Traces":
    from pipeline.run import traces_of

    return traces_of(path, reading)


def named(error: PipelineError, path: Path) -> PipelineError:
    """The same reason, with the file's name in front."""
    words = str(error)
    return error if words.startswith((path.name, str(path))) else type(error)(f"{path.name}: {words}")


def _where(error: Exception) -> str:
    """What went wrong and where in the program, without any words of the file."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if f"{os.sep}pipeline{os.sep}" in frame.filename] or frames
    last = ours[-1]
    return f"the program stumbled ({type(error).__name__} in {Path(last.filename).stem}, line {last.lineno})"
