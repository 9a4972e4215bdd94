"""What the file around the pages tells: whether it was cut, spliced or had bits flipped on its way here.

Readers of PDFs mend what they can and say nothing, so a file that opens may have lost words. A PDF holds enough to
tell: where each object stands, how long each stream is, a sum over each compressed one, and which objects others need.
Only the raw bytes are looked at; pictures and the shapes of letters are not inflated, as they hold no words.
"""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

NEAR_END = 1024
"""The mark %%EOF stands within the last so many bytes (ISO 32000-1, Annex H, note 18)."""

BIGGEST = 50_000_000
"""Streams are inflated up to so many bytes: the rest of a bomb is left alone."""

_NO_WORDS = re.compile(rb"/Image\b|/Length1\b|/Type1C\b|/CIDFontType0C\b|/OpenType\b|/EmbeddedFile\b|/XML\b")
"""In dictionaries of streams: pictures, the shapes of letters, what a viewer does not draw."""

_OBJECT = re.compile(rb"(?<!\d)(\d{1,10})[\s\0]+\d{1,5}[\s\0]+obj\b")
_LENGTH = re.compile(rb"/Length\s+(\d+)(\s+\d+\s+R\b)?")
_FILTER = re.compile(rb"/(?:Filter|F)\s*(/\w+|\[[^\]]*\])")
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


class Fault(NamedTuple):
    """What is wrong with a file."""

    what: str
    """A word for the kind: cut, table, object, stream, reference, page, junk."""

    message: str
    """A sentence without the file's name."""

    @property
    def loses_words(self) -> bool:
        """Whether words may be lost by it."""
        return self.what != "junk"


@dataclass
class _Seen:
    """What a walk over the file found."""

    outside: list[tuple[int, bytes]] = field(default_factory=list)
    """What stands outside of streams, each piece with its place in the file."""
    packed: list[bytes] = field(default_factory=list)
    """Objects that stand in streams of objects."""
    packed_numbers: set[int] = field(default_factory=set)
    lengths: int = 0
    """Streams that are not as long as they say."""
    later: list[tuple[int, int]] = field(default_factory=list)
    """Lengths that stand in objects of their own: its number, the length as found."""
    lost: int = 0
    """Streams that do not come out whole."""
    whole: int = 0
    """Streams that do."""
    drawings: list[bytes] = field(default_factory=list)
    """Inflated streams that draw words."""


def look(content: bytes, pages: int) -> Iterator[Fault]:
    """Tell what is wrong with the file itself.

    Args:
        content: Its bytes.
        pages: How many pages the reader found.
    """
    head = max(0, content.find(b"%PDF-", 0, NEAR_END))
    if head and content[:head].strip():
        yield Fault("junk", f"{head} bytes stand before its beginning")
    end = content.rfind(b"%%EOF")
    if end < 0:
        yield Fault("cut", "its end is missing: it was cut short")
    else:
        after = content[end + 5 :].strip(b"\r\n \t\0\x1a")
        if after:
            yield Fault("junk", f"{len(after)} bytes stand after its end")
    locked = b"/Encrypt" in content
    seen = _walk(content, locked)
    starts = _objects(seen.outside)
    ends = sum(piece.count(b"endobj") for _, piece in seen.outside)
    if ends < len(starts):
        yield Fault("object", f"{len(starts) - ends} of its objects have no end")
    yield from _of_table(content, head, starts)
    wrong = seen.lengths + _wrong_lengths(seen)
    if wrong:
        yield Fault("stream", f"{wrong} of its streams are not as long as they say")
    if seen.lost:
        yield Fault("stream", f"{seen.lost} of {seen.lost + seen.whole} compressed streams are damaged")
    if not locked:
        words = [piece for _, piece in seen.outside] + seen.packed
        yield from _of_references(words, seen.packed_numbers.union(starts.values()))
        yield from _of_pages(words, pages)
        yield from _of_drawings(seen.drawings)


def _objects(pieces: Sequence[tuple[int, bytes]]) -> dict[int, int]:
    """Where objects begin, with their numbers. Cutting at the word is ten times as fast as looking for figures."""
    found: dict[int, int] = {}
    for place, piece in pieces:
        parts = piece.split(b"obj")
        at = place
        for part in parts[:-1]:
            at += len(part) + 3
            if part.endswith(b"end"):
                continue
            number, between, generation = part[-20:].rstrip().rpartition(b" ")
            own = number[len(number.rstrip(_FIGURES)) :]
            if between and own and generation.isdigit():
                found[at - 3 - len(part) + len(part.rstrip()) - len(generation) - 1 - len(own)] = int(own)
            elif match := _OBJECT.search(part[-40:] + b"obj"):
                found[at - 3 - len(part[-40:]) + match.start()] = int(match[1])
    return found


_FIGURES = b"0123456789"


def rebuilt(content: bytes) -> Iterator[bytes]:
    """The same file with an end put after it, for files whose own was lost; readers look for the objects themselves.

    Yields:
        With the file's own root where it is there; with one that binds the pages that are there, in their order.
    """
    if b"/Encrypt" in content:
        return
    objects = _objects(_walk(content, locked=False).outside)
    heads = {
        number: content[place : place + 4096].partition(b"endobj")[0]
        for place, number in sorted(objects.items())
    }
    for number, head in heads.items():
        if _ROOT.search(head):
            yield content + _END % (number, _SPARE)
    held = [b"%d 0 R" % number for number, head in heads.items() if _PAGE.search(head)]
    if held:
        tree = (_SPARE, _SPARE + 1, _SPARE + 1, b" ".join(held), len(held))
        yield content + _TREE % tree + _END % (_SPARE, _SPARE + 2)


_ROOT = re.compile(rb"/Type\s*/Catalog\b")
_TREE = (
    b"\nendstream endobj\n%d 0 obj\n<</Type/Catalog/Pages %d 0 R>>\nendobj\n"
    b"%d 0 obj\n<</Type/Pages/Kids[%s]/Count %d>>\nendobj\n"
)
_END = b"\nendstream endobj\ntrailer\n<</Root %d 0 R/Size %d>>\nstartxref\n0\n%%%%EOF\n"

_SPARE = 4_000_000
"""A number that no object of a file has: pdfium takes none above 4,194,304."""


def _walk(content: bytes, locked: bool) -> _Seen:
    """Go from stream to stream."""
    seen = _Seen()
    begin = 0
    place = content.find(b"stream")
    while place >= 0:
        match = _STREAM.match(content, max(begin, content.rfind(b">>", begin, place)), place + 8)
        if not match:
            place = content.find(b"stream", place + 6)
            continue
        seen.outside.append((begin, content[begin:place]))
        dictionary = content[max(begin, content.rfind(b" obj", begin, place)) : place]
        begin = _end_of_stream(content, match.end(), dictionary, seen)
        if not locked:
            _inflate(content[match.end() : begin], dictionary, seen)
        begin = max(begin, content.find(b"endstream", begin, begin + 16) + 9)
        place = content.find(b"stream", begin)
    seen.outside.append((begin, content[begin:]))
    return seen


_STREAM = re.compile(rb">>[\s\0]*stream(\r\n|\n|\r)")


def _wrong_lengths(seen: _Seen) -> int:
    """How many lengths that stand in objects of their own are others than those found."""
    if not seen.later:
        return 0
    told = {int(number): int(value) for _, piece in seen.outside for number, value in _NUMBER.findall(piece)}
    return sum(abs(told.get(number, length) - length) > 2 for number, length in seen.later)


_NUMBER = re.compile(rb"(\d+)\s+\d+\s+obj\s+(\d+)\s+endobj")


def _end_of_stream(content: bytes, begins: int, dictionary: bytes, seen: _Seen) -> int:
    told = _LENGTH.search(dictionary)
    if told and not told[2]:
        stop = begins + int(told[1])
        if content[stop : stop + 16].lstrip().startswith(b"endstream"):
            return stop
        seen.lengths += 1
    stop = content.find(b"endstream", begins)
    if stop < 0:
        return len(content)
    if told and told[2]:
        seen.later.append((int(told[1]), stop - begins - content[begins:stop].endswith((b"\n", b"\r"))))
    elif not told:
        seen.lengths += 1
    return stop


def _inflate(data: bytes, dictionary: bytes, seen: _Seen) -> None:
    """Inflate a stream and look whether it is whole; words are drawn in some, and others hold objects."""
    told = _FILTER.search(dictionary)
    filters = re.findall(rb"/(\w+)", told[1]) if told else []
    if _NO_WORDS.search(dictionary):
        return
    for name in filters:
        if name in (b"FlateDecode", b"Fl"):
            unpacked = _unflate(data)
        elif name in (b"ASCII85Decode", b"A85"):
            unpacked = _from_ascii(data)
        else:
            return
        if unpacked is None:
            seen.lost += 1
            return
        data = unpacked
    seen.whole += bool(filters)
    if b"/ObjStm" in dictionary:
        _unpack(data, dictionary, seen)
    elif b" Tf" in data or (data.isascii() and _DRAWS.search(data)):
        seen.drawings.append(data)


_DRAWS = re.compile(rb"T[jJ]\b|(?:^|\s)[BE]T\s")


def _unflate(data: bytes) -> bytes | None:
    """The bytes that were compressed; None where they do not come out whole, or their sum is another."""
    inflating = zlib.decompressobj()
    try:
        out = inflating.decompress(data, BIGGEST)
    except zlib.error:
        return None
    return out if inflating.eof or inflating.unconsumed_tail else None


def _from_ascii(data: bytes) -> bytes | None:
    """What was written in ASCII85, ten times as fast as the standard library; None where a sign is none of its own."""
    data = data.translate(None, b"\0\t\n\x0c\r ").removeprefix(b"<~")
    if not data.endswith(b"~>"):
        return None
    data = data[:-2].replace(b"z", b"!!!!!")
    if data and not (min(data) >= 33 and max(data) <= 117):
        return None
    spare = -len(data) % 5
    words = struct.iter_unpack("5B", data + b"u" * spare)
    try:
        out = b"".join(
            [
                (a * 52200625 + b * 614125 + c * 7225 + d * 85 + e - 1743128013).to_bytes(4, "big")
                for a, b, c, d, e in words
            ]
        )
    except OverflowError:
        return None
    return out[: len(out) - spare] if spare else out


def _unpack(data: bytes, dictionary: bytes, seen: _Seen) -> None:
    first = re.search(rb"/First\s+(\d+)", dictionary)
    numbers = data[: int(first[1])].split() if first else []
    seen.packed_numbers.update(int(number) for number in numbers[::2] if number.isdigit())
    seen.packed.append(data[int(first[1]) :] if first else b"")


def _of_table(content: bytes, head: int, objects: Mapping[int, int]) -> Iterator[Fault]:
    """Whether the file's table of objects stands where it is said to, and leads to them."""
    told = content.rfind(b"startxref")
    start = _START.match(content, told) if told >= 0 else None
    if not start:
        yield Fault("table", "it does not say where its table of objects is")
        return
    if not any(_AFTER_START.match(content, int(start[1]) + shift) for shift in {0, head}):
        yield Fault("table", "its table of objects is not where it is said to be")
    asked: set[int] = set()
    place = content.find(b"xref")
    while place >= 0:
        if table := _TABLE.match(content, place):
            asked.update(map(int, _entries(content, table.end())))
        place = content.find(b"xref", place + 9)
    wrong = asked - objects.keys() - {0}
    if wrong and head:
        wrong = {place for place in wrong if place + head not in objects}
    if wrong:
        yield Fault("table", f"{len(wrong)} entries of its table of objects lead nowhere")


_START = re.compile(rb"startxref\s+(\d{1,15})\s+%%EOF")
_TABLE = re.compile(rb"xref\s+(?=\d+\s+\d+\s+\d{10})")
_AFTER_START = re.compile(rb"\s{0,8}(?:xref\s+\d|\d+\s+\d+\s+obj\b)")
_SECTION = re.compile(rb"\s*\d+[ ]+(\d+)\s+(?=\d{10} \d{5} [nf])")


def _entries(content: bytes, place: int) -> Iterator[bytes]:
    """Where a table says that objects in use stand: lines of 20 bytes each."""
    while match := _SECTION.match(content, place):
        place = match.end() + 20 * int(match[1])
        lines = content[match.end() : place]
        for start in range(0, len(lines), 20):
            if lines[start + 17 : start + 18] == b"n" and lines[start : start + 10].isdigit():
                yield lines[start : start + 10]


def _of_references(words: Sequence[bytes], there: Set[int]) -> Iterator[Fault]:
    asked = {part[len(part.rstrip(_FIGURES)) :] for piece in words for part in piece.split(b" 0 R")[:-1]}
    missing = {int(number) for number in asked if number and len(number) < 11} - there - {0}
    if missing:
        yield Fault("reference", f"{len(missing)} objects that it needs are not there")


def _of_pages(words: Sequence[bytes], pages: int) -> Iterator[Fault]:
    held = sum(len(_PAGE.findall(piece)) for piece in words)
    if held > pages:
        yield Fault("page", f"it holds {held} pages, of which {pages} are bound into it")


def _of_drawings(drawings: Sequence[bytes]) -> Iterator[Fault]:
    """Whether drawings consist of what drawings may consist of, and each text that begins in them ends."""
    begun = ended = 0
    strange: set[bytes] = set()
    for drawing in drawings:
        bare = _SHOWN.sub(b" ", drawing) if b"(" in drawing else drawing
        words = bare.translate(_PARTED).split()
        kinds = set(words)
        if b"BI" in kinds:  # a small picture stands among the words
            continue
        begun += words.count(b"BT")
        ended += words.count(b"ET")
        strange.update(word for word in kinds if word[0] > _NINE and word not in _OPERATORS)
    strange = {word for word in strange if not _MEANS.fullmatch(word.partition(b"/")[0])}
    if begun != ended:
        odd, most = abs(begun - ended), max(begun, ended)
        yield Fault("drawing", f"{odd} of {most} pieces of its text have no beginning or no end")
    if strange:
        yield Fault("drawing", f"{len(strange)} words in its drawings mean nothing")


_SHOWN = re.compile(rb"\([^()\\]*(?:\\.[^()\\]*|\([^()\\]*\)[^()\\]*)*\)", re.DOTALL)
"""What is shown as letters. Matches: "(BT)", "(a \\( b)", "(a (b) c)"."""

_PARTED = bytes(32 if byte in b"[]<>{}\0" else byte for byte in range(256))
_NINE = ord("9")
_OPERATORS = frozenset(
    b"b B b* B* BDC BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M MP n q Q re RG rg ri "
    b"s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y true false null".split()
)
"""ISO 32000-1, Annex A, without those of pictures within drawings."""

_MEANS = re.compile(rb"[0-9A-Fa-f]+|" + b"|".join(map(re.escape, _OPERATORS)))
"""What a word may be before a name that follows it without a space: "TJ/F1", or hexadecimal figures."""
