"""One program at a time writes to an archive; another one waits for its turn, and says so.

SQLite lets several take turns, write by write. But `ingest` and `redact` are long, each builds on what it saw at its
start, and versions of SQLite before 3.44.6, 3.50.7 and 3.51.3 have a rare race where two programs write (WAL-reset).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def own_turn(archive: Path, waits: Callable[[], None]) -> Iterator[None]:
    """Be the only one of these programs that writes to an archive.

    The lock goes with the program, however that ends; its empty file stays beside the archive.

    Args:
        archive: The archive's file.
        waits: Called once where another program has the turn, before it is waited for.
    """
    try:
        import fcntl

        lock = Path(f"{archive}.turn").open("ab")  # noqa: SIM115
    except (
        ImportError,
        OSError,
    ):  # Windows; a folder that is not there yet, or cannot be written: opening tells
        yield
        return
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waits()
            fcntl.flock(lock, fcntl.LOCK_EX)
        except OSError:  # a file system without such locks
            pass
        yield
