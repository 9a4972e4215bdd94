"""Pages as pictures, drawn in a process with limits, as files are read; the last ones are kept in memory."""

from collections import OrderedDict
from pathlib import Path
from threading import Lock
from typing import Any

from pipeline.batch import Limits, Workers
from pipeline.reading.limits import Allowed
from pipeline.reading.pictures import Picture, draw, words_on
from schemas.page import Word
from schemas.place import Box

LIMITS = Limits(
    seconds=30.0, memory=1 << 30, output=16 << 20, allowed=Allowed(seconds=15.0, seconds_a_page=0.0)
)
"""What drawing one page may take."""

KEPT = 64
"""So many pages and lists of words are kept: some 10 MB."""


class Pictures:
    """Draws pages of originals."""

    def __init__(self) -> None:
        self._workers = Workers(2, LIMITS, ("pipeline.reading.pictures",))
        self._kept: OrderedDict[tuple[Any, ...], Any] = OrderedDict()
        self._lock = Lock()

    def page(self, path: Path, number: int, hide: tuple[Box, ...] = ()) -> Picture:
        """A page as drawn, with some boxes painted black.

        Raises:
            PipelineError: It cannot be drawn.
        """
        return self._once(("picture", path, number, hide), draw, path, number, hide)  # type: ignore[no-any-return]

    def words(self, path: Path, number: int) -> list[Word]:
        """The words of a page.

        Raises:
            PipelineError: It cannot be read.
        """
        return self._once(("words", path, number), words_on, path, number)  # type: ignore[no-any-return]

    def close(self) -> None:
        """End the process."""
        self._workers.shutdown()

    def _once(self, key: tuple[Any, ...], fn: Any, *args: Any) -> Any:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = self._workers.submit(fn, *args).result()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made
