"""What a process of the batch does with one file."""

import multiprocessing
import os
import shutil
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pipeline.batch.address import Where
from pipeline.batch.storage import is_there
from pipeline.batch.workers import Limits, Workers, ask_for_time
from pipeline.errors import ClusterLost, PipelineError, PrivateWords, UnreadableFile, lacks_memory
from schemas.stated import BESIDE

if TYPE_CHECKING:
    from pipeline.archive import Rows
    from pipeline.run import Traces
    from schemas.reading import Reading
    from schemas.record import Record

T = TypeVar("T")

PRELOAD = ("pipeline.run", "pipeline.archive")
"""What every process needs, imported once."""


def read_record(path: Path, reading: "Reading") -> "Record":
    """Read one file; a mistake of ours is told as a failure of that file.

    Raises:
        PipelineError: It cannot be read.
    """
    from pipeline.reading.ocr import SECONDS
    from pipeline.run import understand

    try:
        record = understand(path, reading, lambda *_: ask_for_time(SECONDS))
    except PipelineError:
        raise
    except Exception as error:
        if lacks_memory(error):
            raise MemoryError from error
        raise UnreadableFile(f"{path.name}: {_where(error)}; please report this with the file") from error
    name = os.fsencode(record.source.file).decode("utf-8", "backslashreplace")
    return record.model_copy(update={"source": record.source.model_copy(update={"file": name})})


def read_rows(path: Where, reading: "Reading") -> "Rows":
    """Read one file into the rows that hold its record.

    Raises:
        PipelineError: It cannot be read.
    """
    from pipeline.archive import flatten

    with _at_hand(path) as near:
        record = read_record(near, reading)
        if reading.privacy == "refuse" and record.private:
            raise PrivateWords(_refusal(record))
        if reading.privacy == "redact" and record.private:
            return _without_private(near, record)
        return flatten(record)


def _without_private(path: Path, record: "Record") -> "Rows":
    """The rows of a record without its private passages, with the original made anew without them.

    Raises:
        UnreadableFile: They cannot be taken out.
    """
    from pipeline.archive.redact import Anew, taken_out_rows
    from pipeline.danish.masking import pattern_of
    from pipeline.reading.redaction import redacted_pdf

    pattern = pattern_of(one.text for one in record.private)
    made = redacted_pdf(path, pattern, said=True) if pattern else None
    anew = Anew(made.content, made.boxes) if made else None
    return taken_out_rows(record, record.source.sha256, anew)


@contextmanager
def _at_hand(path: Where) -> Iterator[Path]:
    """A file as one of this machine's; it is fetched where it lies elsewhere, with what its site states.

    Raises:
        UnreadableFile: It cannot be fetched.
    """
    if isinstance(path, Path):
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="udvalgsarkiv-") as folder:
        near = Path(folder) / path.name
        try:
            for ending in ("", BESIDE) if is_there(path.beside(BESIDE)) else ("",):
                with path.beside(ending).open() as source, Path(f"{near}{ending}").open("wb") as copy:
                    shutil.copyfileobj(source, copy)
        except Exception as error:  # storages have errors of their own
            raise UnreadableFile(f"{path}: cannot be had ({type(error).__name__}: {error})") from error
        yield near


def read_anywhere(path: Where, reading: "Reading", limits: Limits, asked: str) -> "Rows":
    """Read one file into rows, in a process of its own within limits, from a thread of whatever process this is.

    Args:
        path: The file.
        reading: How to read.
        limits: What reading it may take.
        asked: The version of this program that must read it.

    Raises:
        ClusterLost: This is another version of the program.
        PipelineError: The file cannot be read, or broke a limit.
    """
    if (own := version("udvalgsarkiv")) != asked:
        raise ClusterLost(
            f"a reader has udvalgsarkiv {own}, and {asked} is asked for; install the same everywhere"
        )
    worker: Workers | None = getattr(_OF_THREAD, "worker", None)
    if worker is None or worker.limits != limits:
        multiprocessing.current_process().daemon = False  # or it might have no processes of its own
        worker = _OF_THREAD.worker = Workers(1, limits, PRELOAD)
    return worker.submit(read_rows, path, reading).result()


_OF_THREAD = threading.local()
"""The process that reads for each thread; it goes when this one goes."""


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
    return _alone(read_record, path, reading, limits)


def trace_one(path: Path, reading: "Reading", limits: Limits | None = None) -> "Traces":
    """Tell which rule took each line of a file, read in a process of its own, within limits.

    Raises:
        PipelineError: It cannot be read, or broke a limit.
    """
    return _alone(_traces, path, reading, limits)


def _alone(read: Callable[[Path, "Reading"], T], path: Path, reading: "Reading", limits: Limits | None) -> T:
    """What a function makes of one file, in a process of its own, within limits."""
    with Workers(1, limits) as worker:
        try:
            return worker.submit(read, path, reading).result()
        except PipelineError as error:
            raise named(error, path) from error


def _traces(path: Path, reading: "Reading") -> "Traces":
    from pipeline.run import traces_of

    return traces_of(path, reading)


def named(error: PipelineError, path: Where) -> PipelineError:
    """The same reason, with the file's name in front."""
    words = str(error)
    return error if words.startswith((path.name, str(path))) else type(error)(f"{path.name}: {words}")


def _where(error: Exception) -> str:
    """What went wrong and where in the program, without any words of the file."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if f"{os.sep}pipeline{os.sep}" in frame.filename] or frames
    last = ours[-1]
    return f"the program stumbled ({type(error).__name__} in {Path(last.filename).stem}, line {last.lineno})"
