"""Reasons to stop, each with its exit code; doubt is no reason to stop, it is a Finding."""

import errno
from enum import IntEnum


class ExitCode(IntEnum):
    """What the command's exit status says. 1 and 2 belong to click (aborted, wrong usage)."""

    ok = 0
    """Every file was read and loaded, with findings or without."""
    input_file = 3
    """At least one file could not be read: missing, no PDF, damaged, or nothing to read in it."""
    encrypted = 4
    """A file needs a password."""
    no_text = 5
    """A file has no text layer: it must be read by OCR first."""
    limit = 6
    """A file broke a limit of time, memory or pages."""
    archive = 7
    """The archive could not be opened, is locked, or is of a newer version."""
    below_floor = 8
    """`evaluate --gate`: a figure lies below its floor."""
    model = 9
    """The language model that was named does not exist or cannot be loaded."""
    nothing_found = 10
    """What was asked for is not in the archive, or a folder holds no PDF."""
    output = 11
    """The result could not be written where it was asked for."""
    unsound = 12
    """`verify`: something in the archive is not as it must be."""
    extra = 13
    """A part of the program that is installed apart is not there."""
    private = 14
    """`ingest --privacy refuse`: a file holds CPR numbers or other private words."""
    source = 14
    """`pull`: something that a source lists, or a whole source, could not be had."""
    cluster = 15
    """`ingest --cluster`: its scheduler cannot be reached, or its workers cannot be used."""


class PipelineError(Exception):
    """A reason to stop with one file or with the whole command; says the file and the next thing to do."""

    exit_code = ExitCode.input_file


class UnreadableFile(PipelineError):
    """The file is missing, is no PDF, or is damaged so that nothing can be read from it."""


class EncryptedPdf(PipelineError):
    """The file needs a password before anything can be read from it."""

    exit_code = ExitCode.encrypted


class NoTextLayer(PipelineError):
    """No page of the file has a text layer."""

    exit_code = ExitCode.no_text


class NeedsOcr(NoTextLayer):
    """All pages of the file are scans, and OCR did not read them: it is not installed, or was not to."""


class LimitBroken(PipelineError):
    """Reading the file took more time, memory or pages than it may."""

    exit_code = ExitCode.limit


class ArchiveError(PipelineError):
    """The archive cannot be opened, is locked, or was written by a newer version."""

    exit_code = ExitCode.archive


class BelowFloor(PipelineError):
    """A figure of accuracy lies below the floor that the project keeps for it."""

    exit_code = ExitCode.below_floor


class ModelMissing(PipelineError):
    """The language model that was named does not exist or cannot be loaded."""

    exit_code = ExitCode.model


class NothingFound(PipelineError):
    """What was asked for is not there."""

    exit_code = ExitCode.nothing_found


class OutputError(PipelineError):
    """The result cannot be written."""

    exit_code = ExitCode.output


class ExtraMissing(PipelineError):
    """A part of the program that is installed apart, an extra, is not there."""

    exit_code = ExitCode.extra


class PrivateWords(PipelineError):
    """A file holds private words, and was to be refused for it."""

    exit_code = ExitCode.private


class WrongCorrection(PipelineError):
    """What a person said about a field cannot be so."""

    exit_code = ExitCode.nothing_found


class Unsound(PipelineError):
    """Something in the archive is not as it must be."""

    exit_code = ExitCode.unsound


class ClusterLost(PipelineError):
    """The readers of other machines cannot be reached, are of another version, or were lost."""

    exit_code = ExitCode.cluster


class WrongSources(PipelineError):
    """The file that lists the sources to pull from cannot be read or does not say what it must."""


def counted(count: int, one: str, many: str = "") -> str:
    """So many of something, in words that agree: "1 file", "2 files"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def lacks_memory(error: BaseException | None) -> bool:
    """Whether an exception, or what it came from, says that there was no memory: libraries tell it in many ways."""
    while error:
        if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
            return True
        if isinstance(error, (ImportError, OSError, RuntimeError)) and any(
            word in str(error) for word in _NO_MEMORY
        ):
            return True
        error = error.__cause__ or error.__context__
    return False


_NO_MEMORY = (
    "failed to map segment",
    "cannot allocate memory",
    "Cannot allocate memory",
    "cannot apply additional memory protection",
    "can't start new thread",
)
"""What the loader of libraries and the starter of threads say when the system gives them no memory."""
