"""Bodies that come compressed, unfolded with care."""

import zlib
from collections.abc import Iterator
from typing import Protocol

from pipeline.batch.pull.failing import CannotHave, Passing, Why


class Decoder(Protocol):
    """Takes pieces of a body as sent, and gives them as they were meant."""

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """What a piece holds, a little at a time."""

    def whole(self) -> bool:
        """Whether the body came to its end."""


def decoder_of(encoding: str) -> Decoder:
    """What takes a body of an encoding.

    Args:
        encoding: The header Content-Encoding.

    Raises:
        CannotHave: It is none that was asked for.
    """
    match encoding.strip().lower():
        case "identity" | "":
            return _Plain()
        case "gzip" | "x-gzip" | "deflate":
            return _Inflating()
        case other:
            raise CannotHave(
                Why.wrong_type, f"is sent in the encoding {other[:40]!r}, which was not asked for"
            )


class _Plain:
    """A body that comes as it is."""

    def feed(self, piece: bytes) -> Iterator[bytes]:
        yield piece

    def whole(self) -> bool:
        return True


class _Inflating:
    """A compressed body, unfolded a little at a time, so that a small one cannot fill the memory."""

    _STEP = 1 << 16

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)

    def feed(self, piece: bytes) -> Iterator[bytes]:
        while True:
            try:
                part = self._stream.decompress(piece, self._STEP)
            except zlib.error as error:
                raise Passing(f"what it sends cannot be unfolded ({error})", why=Why.wrong_type) from error
            if not part:
                return
            yield part
            piece = self._stream.unconsumed_tail

    def whole(self) -> bool:
        return self._stream.eof
