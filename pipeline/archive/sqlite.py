"""Which SQLite keeps the archive, and what is known to damage databases in it."""

import sqlite3

Version = tuple[int, int, int]

WAL_RESET_FIXED = ((3, 44, 6), (3, 50, 7), (3, 51, 3))
"""Releases in which the WAL-reset race is mended: each holds for its own line (3.44, 3.50), the last for all after it.

The race (sqlite.org/wal.html, in all releases since 3.7.0) needs two connections of which one writes while the other
moves the log into the database for the second time in a row; pages can then be left out of it. Connections that only
read do no such thing, so it takes two programs that write: two ingests, or `serve --review` beside one.
"""


def has_wal_reset_race(version: Version) -> bool:
    """Whether a release has the race."""
    *lines, last = WAL_RESET_FIXED
    mended = version >= last or any(version[:2] == line[:2] and version >= line for line in lines)
    return version >= (3, 7, 0) and not mended


def told_of_sqlite() -> str:
    """The release in use, and what is known against it, in one sentence."""
    version = sqlite3.sqlite_version_info[:3]
    if not has_wal_reset_race(version):
        return f"SQLite {sqlite3.sqlite_version}"
    return (
        f"SQLite {sqlite3.sqlite_version}, which has the rare WAL-reset race (mended in 3.44.6, 3.50.7 and 3.51.3): "
        "let no two programs write to the archive at once"
    )
