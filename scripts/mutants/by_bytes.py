"""Damage as it happens to files on their way: bits flipped, pieces lost, moved or doubled."""

import random
import re
from collections.abc import Callable

Mutation = Callable[[random.Random, bytes], bytes]


def _piece(rng: random.Random, data: bytes, most: int) -> tuple[int, int]:
    length = rng.randint(1, max(1, min(most, len(data) // 4)))
    start = rng.randrange(max(1, len(data) - length))
    return start, start + length


def bits_flipped(rng: random.Random, data: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(rng.choice((1, 3, 10, 40))):
        out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)
    return bytes(out)


def bytes_changed(rng: random.Random, data: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(rng.choice((1, 5, 20))):
        out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def end_cut(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data))]


def end_just_cut(rng: random.Random, data: bytes) -> bytes:
    return data[: len(data) - rng.randint(1, min(2000, len(data)))]


def beginning_cut(rng: random.Random, data: bytes) -> bytes:
    return data[rng.randint(1, len(data) // 2) :]


def cut_out(rng: random.Random, data: bytes) -> bytes:
    start, end = _piece(rng, data, 20_000)
    return data[:start] + data[end:]


def noise_put_in(rng: random.Random, data: bytes) -> bytes:
    place = rng.randrange(len(data))
    return data[:place] + rng.randbytes(rng.randint(1, 5_000)) + data[place:]


def zeroed(rng: random.Random, data: bytes) -> bytes:
    start, end = _piece(rng, data, 4096)
    return data[:start] + b"\0" * (end - start) + data[end:]


def noised(rng: random.Random, data: bytes) -> bytes:
    start, end = _piece(rng, data, 4096)
    return data[:start] + rng.randbytes(end - start) + data[end:]


def doubled(rng: random.Random, data: bytes) -> bytes:
    start, end = _piece(rng, data, 20_000)
    return data[:end] + data[start:end] + data[end:]


def spliced(rng: random.Random, data: bytes) -> bytes:
    """A piece replaced by a piece from elsewhere, of the same length."""
    start, end = _piece(rng, data, 10_000)
    other = rng.randrange(max(1, len(data) - (end - start)))
    return data[:start] + data[other : other + end - start] + data[end:]


def pieces_swapped(rng: random.Random, data: bytes) -> bytes:
    a, b, c, d = sorted(rng.sample(range(len(data)), 4))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def as_text(_rng: random.Random, data: bytes) -> bytes:
    """Sent as text: line ends are "corrected"."""
    return re.sub(rb"\r?\n", b"\r\n", data)


def seven_bits(_rng: random.Random, data: bytes) -> bytes:
    return bytes(byte & 0x7F for byte in data)


def junk_before(rng: random.Random, data: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nServer: x\r\n\r\n" + b"\n" * rng.randrange(800) + data


def junk_after(rng: random.Random, data: bytes) -> bytes:
    return data + rng.randbytes(rng.randint(1, 3_000))


def start_wrong(rng: random.Random, data: bytes) -> bytes:
    place = data.rindex(b"startxref")
    return data[:place] + b"startxref\n%d\n%%%%EOF\n" % rng.randrange(2 * len(data))


def offsets_wrong(rng: random.Random, data: bytes) -> bytes:
    by = rng.choice((-7, 1, 3, 1000))
    return re.sub(rb"(\d{10}) (\d{5}) n", lambda m: b"%010d %s n" % (max(0, int(m[1]) + by), m[2]), data)


def lengths_wrong(rng: random.Random, data: bytes) -> bytes:
    """The same number of figures, so that everything stays where it is."""

    def other(match: re.Match[bytes]) -> bytes:
        figures = len(match[1])
        return b"/Length " + (b"%d" % rng.randrange(10 ** (figures - 1), 10**figures))

    return re.sub(rb"/Length (\d+)(?! \d+ R)", other, data)


def ends_lost(_rng: random.Random, data: bytes) -> bytes:
    return data.replace(b"endobj", b"      ").replace(b"endstream", b"         ")


def trailer_lost(_rng: random.Random, data: bytes) -> bytes:
    return data[: data.rindex(b"xref", 0, data.rindex(b"startxref"))]


DAMAGE: tuple[Mutation, ...] = (
    bits_flipped, bits_flipped, bits_flipped, bytes_changed, end_cut, end_just_cut, beginning_cut, cut_out, cut_out,
    noise_put_in, zeroed, noised, doubled, spliced, spliced, pieces_swapped, as_text, seven_bits,
)  # fmt: skip
"""Such as may change words; those that are commonest stand more than once."""

BY_BYTES: tuple[Mutation, ...] = (
    *DAMAGE, junk_before, junk_after, start_wrong, offsets_wrong, lengths_wrong, ends_lost, trailer_lost,
)  # fmt: skip
