"""Where results go: standard output, or a file that is there whole or not at all."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from pipeline.errors import OutputError
from pipeline.writing import whole

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

NARROWEST = 20
"""A line has room for so many characters, however narrow the terminal is."""


def put(console: "Console", text: "Text", indent: int = 0) -> None:
    """Set a paragraph, indented and without spaces at the ends of its lines.

    Args:
        console: Where to.
        text: May have several lines.
        indent: In characters.
    """
    for line in text.wrap(console, max(console.width - indent, NARROWEST)):
        line.rstrip()
        line.pad_left(indent if line.plain else 0)
        console.print(line, soft_wrap=True)


@contextmanager
def writing(output: str, screen: TextIO) -> Iterator[TextIO]:
    """A stream to write a result to.

    Args:
        output: A file's path; "-" for the screen.
        screen: Standard output.

    Raises:
        OutputError: It cannot be written.
    """
    try:
        if output == "-":
            yield screen
            screen.flush()
            return
        with whole(Path(output)) as out:
            yield out
    except OSError as error:
        if output == "-" and error.errno == errno.EPIPE:  # whoever read it has enough
            raise
        where = "standard output" if output == "-" else output
        raise OutputError(
            f"{where}: cannot be written ({error.strerror}); name another file with -o"
        ) from error
