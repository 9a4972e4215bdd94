"""Where a file lies: in a folder of this machine, or in storage that several machines share."""

from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """A file of shared storage, by its fsspec address; it can be opened and named as a path can."""

    url: str
    """"s3://bucket/referater/2016-09-28.pdf", "file:///mnt/…", "memory://…"."""

    @property
    def name(self) -> str:
        """Its last part."""
        return self.url.rstrip("/").rpartition("/")[2]

    def __str__(self) -> str:
        return self.url

    def __fspath__(self) -> str:
        return self.url

    def beside(self, ending: str) -> "Address":
        """The file of the same name and a further ending."""
        return Address(f"{self.url}{ending}")

    def open(self, mode: str = "rb") -> IO[Any]:
        """Open it for reading bytes.

        Raises:
            OSError: It cannot be had.
            ImportError: What its kind of storage needs is not installed.
            ValueError: There is no such kind of storage.
        """
        import fsspec

        opened: IO[Any] = fsspec.open(self.url, mode).open()
        return opened


Where = Path | Address
"""Where a file lies."""


def where(words: str) -> Where:
    """What a person means: an address where a kind of storage stands in front, else a path."""
    kind, sign, _ = words.partition("://")
    return Address(words) if sign and kind.isalnum() else Path(words)
