"""Words known again without being kept: by a key that lies beside the archive and not in it.

A CPR number has so few forms that any plain digest of it can be guessed. So the trace of what was taken out holds sums
that say nothing without the key; whoever has archive and key can look whether given words were taken out, and `verify`
can look for them in every text without knowing them. Keep the key apart from copies of the archive; without it `verify`
proves only that the old originals are gone.
"""

import hmac
import os
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.danish.masking import folded

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[np.uint64]]

WRAP = 1 << 64


@dataclass(frozen=True)
class Trace:
    """What the archive keeps of words that were taken out."""

    letters: int
    mark: str
    sieve: str


class Key:
    """The key of an archive."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._back = int.from_bytes(self._mac(b"base")[:8], "big") | 1
        self._base = pow(self._back, -1, WRAP)

    @staticmethod
    def beside(archive: Path) -> Path:
        """Where the key of an archive lies."""
        return archive.with_suffix(".redactions.key")

    @classmethod
    def of(cls, archive: Path, *, make: bool = False) -> "Key | None":
        """The key of an archive; None where there is none and none is to be made.

        Raises:
            OSError: It cannot be read or written.
        """
        path = cls.beside(archive)
        if not path.exists():
            if not make:
                return None
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(secrets.token_bytes(32))
                file.flush()
                os.fsync(file.fileno())
        return cls(path.read_bytes())

    def trace(self, words: str) -> Trace:
        """What is kept of some words."""
        plain = folded(words)
        mark = self._mark(plain)
        return Trace(len(plain), mark, f"{self._sum(plain) ^ self._pad(mark):016x}")

    def finds(self, text: str, traces: Iterable[Trace]) -> Iterator[tuple[Trace, bool]]:
        """Those of some traces whose words stand in a text, each once, and whether they do as whole words.

        "Skovvej 10" stands in "Skovvej 103" too, which is another home.
        """
        import numpy as np

        wanted: dict[int, dict[int, Trace]] = {}
        for one in traces:
            wanted.setdefault(one.letters, {})[int(one.sieve, 16) ^ self._pad(one.mark)] = one
        plain = folded(text)
        letters = np.frombuffer(plain.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
        sums, shift = self._sums(letters), self._powers(self._base, len(letters)) * np.uint64(self._back)
        places: list[int] = []
        for length, some in wanted.items():
            if length > len(plain):
                continue
            whole: dict[str, tuple[Trace, bool]] = {}
            for start, found in self._starts(sums, shift, length, list(some)):
                one = some[found]
                if self._mark(plain[start : start + length]) != one.mark:
                    continue
                places = places or _places(text)
                alone = _alone(text, places[start], places[start + length - 1])
                whole[one.mark] = (one, alone or whole.get(one.mark, (one, False))[1])
            yield from whole.values()

    def _mac(self, message: bytes) -> bytes:
        return hmac.new(self._secret, message, sha256).digest()

    def _mark(self, plain: str) -> str:
        return self._mac(b"mark" + plain.encode("utf-8", "surrogatepass")).hex()

    def _sum(self, plain: str) -> int:
        return sum(ord(letter) * pow(self._back, place, WRAP) for place, letter in enumerate(plain)) % WRAP

    def _pad(self, mark: str) -> int:
        return int.from_bytes(self._mac(b"sieve" + mark.encode())[:8], "big")

    def _sums(self, letters: "Numbers") -> "Numbers":
        """Sums of each letter by its place, up to and without each place; they wrap at 2^64."""
        import numpy as np

        powers = self._powers(self._back, len(letters)) * np.uint64(self._base)
        return np.concatenate([np.zeros(1, dtype=np.uint64), np.cumsum(letters * powers, dtype=np.uint64)])

    @staticmethod
    def _powers(base: int, many: int) -> "Numbers":
        import numpy as np

        return np.cumprod(np.full(many, base, dtype=np.uint64), dtype=np.uint64)

    @staticmethod
    def _starts(
        sums: "Numbers", shift: "Numbers", letters: int, wanted: Sequence[int]
    ) -> list[tuple[int, int]]:
        """Where a run of so many letters has one of some sums, and which.

        A table of the sums' upper 16 bits is asked first: all sums of a length are looked for in one pass.
        """
        import numpy as np

        parts = sums[letters:] - sums[:-letters]
        parts *= shift[: len(parts)]
        likely = np.zeros(1 << 16, dtype=bool)
        likely[[one >> 48 for one in wanted]] = True
        places = np.flatnonzero(likely[parts >> np.uint64(48)])
        exact = set(wanted)
        return [
            (int(place), found)
            for place, found in zip(places, parts[places].tolist(), strict=True)
            if found in exact
        ]


def _places(text: str) -> list[int]:
    """Where in a text each letter of its folded form stands."""
    return [place for place, letter in enumerate(text) for _ in folded(letter)]


def _alone(text: str, first: int, last: int) -> bool:
    """Whether neither a letter nor a figure stands before or behind a run of a text."""
    return not (text[first - 1 : first].isalnum() or text[last + 1 : last + 2].isalnum())
