"""Where results go: standard output, or a file that is there whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from pipeline.errors import OutputError


@contextmanager
def writing(output: str, screen: TextIO) -> Iterator[TextIO]:
    """A stream to write a result to.

    Args:
        output: A file's path; "-" for the screen.
        screen: Standard output.

    Raises:
        OutputError: It cannot be written.
    """
    path = Path(output)
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        if output == "-":
            yield screen
            screen.flush()
            return
        with unfinished.open("w", encoding="utf-8") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(path)
    except OSError as error:
        if output != "-":
            unfinished.unlink(missing_ok=True)
        elif error.errno == errno.EPIPE:  # whoever read it has enough
            raise
        where = "standard output" if output == "-" else path
        raise OutputError(
            f"{where}: cannot be written ({error.strerror}); name another file with -o"
        ) from error
