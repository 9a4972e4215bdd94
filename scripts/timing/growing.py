"""How time, memory and size grow: thousands of different files into one archive."""

import io
import os
import random
import re
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from timing.commands import PROGRAM
from timing.files import HOME

WORDS = re.compile(rb"(?<=[ (])[a-z]{6,}(?=[ .,)])")
TEXTS = re.compile(rb"\((?:[^()\\]|\\.)*\)\s*Tj")
PLACE = re.compile(rb"(?i)granholm|n(?:\\330|\xd8|\\370|\xf8)rremark|lyngs(?:\\370|\xf8|\\330|\xd8)")
YEAR = re.compile(rb"\b20[012]\d\b")
MOST_PAGES = 8
"""Larger samples are left out: what is measured is the number of files."""


@dataclass(frozen=True)
class Point:
    """What had been reached after some files."""

    files: int
    clock: float
    """Seconds since the first."""
    work: float
    """Seconds that this process, the writer, had worked."""
    memory: int
    """Bytes that it holds."""


def make_many(into: Path, count: int) -> None:
    """Samples with other words, years and municipalities, so that no two files are alike; those that are there stay."""
    into.mkdir(parents=True, exist_ok=True)
    samples = [pikepdf.open(path) for path in sorted((HOME / "corpus").glob("*/*.pdf"))]
    samples = [pdf for pdf in samples if len(pdf.pages) <= MOST_PAGES]
    streams = [[_bytes_of(page) for page in pdf.pages] for pdf in samples]
    vocabulary = sorted(
        {
            word
            for pages in streams
            for page in pages
            for text in TEXTS.findall(page)
            for word in WORDS.findall(text)
        }
    )
    for number in range(count):
        path = into / f"{number // 1000:03}" / f"{number:06}.pdf"
        if path.exists():
            continue
        path.parent.mkdir(exist_ok=True)
        chance = random.Random(number)
        which = number % len(samples)
        vary = _varied(chance, vocabulary)
        for page, stream in zip(samples[which].pages, streams[which], strict=True):
            page.Contents = samples[which].make_stream(TEXTS.sub(vary, stream))
        whole = io.BytesIO()
        samples[which].save(whole, deterministic_id=True)
        path.write_bytes(whole.getvalue())


def _bytes_of(page: pikepdf.Page) -> bytes:
    contents = page.Contents
    parts = contents if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join(part.read_bytes() for part in parts)


def _varied(chance: random.Random, vocabulary: list[bytes]) -> Callable[[re.Match[bytes]], bytes]:
    """Changes a text: one word in ten is another, years move together, the municipality is one of 98."""
    place = b"".join(chance.choice(SYLLABLES) for _ in range(2)).capitalize()
    years = chance.randrange(10)

    def word(match: re.Match[bytes]) -> bytes:
        if chance.random() > 0.1:
            return match[0]
        one = chance.choice(vocabulary)
        return one + chance.choice(vocabulary) if chance.random() < 0.2 else one

    def vary(match: re.Match[bytes]) -> bytes:
        text = WORDS.sub(word, match[0])
        text = PLACE.sub(lambda m: place.upper() if m[0].isupper() else place, text)
        return YEAR.sub(lambda m: b"%d" % (2007 + (int(m[0]) + years) % 19), text)

    return vary


SYLLABLES = [
    one.encode() for one in ["sand", "birk", "eng", "mose", "lund", "holm", "vad", "skov", "dal", "bro"]
]


def grow(folder: Path, archive: Path, workers: int, every: int) -> tuple[list[Point], int]:
    """Ingest a folder into a new archive.

    Args:
        folder: Its PDFs.
        archive: The new archive.
        workers: How many processes read.
        every: Look at clock and memory after so many files.

    Returns:
        What was seen, and how many pages were read.
    """
    from pipeline.archive import Archive, Originals
    from pipeline.batch import Outcome, ingest
    from schemas.reading import Reading

    points: list[Point] = []
    began: list[tuple[float, float]] = []

    def told(done: int, total: int, outcome: Outcome) -> None:
        if not began:  # processes are there, modules loaded
            began.append((time.perf_counter(), time.process_time()))
        if done % every == 0 or done == total:
            clock, work = time.perf_counter() - began[0][0], time.process_time() - began[0][1]
            points.append(Point(done, clock, work, memory_now()))

    with Archive.open(archive) as opened:
        report = ingest(
            [folder],
            opened,
            Reading(model="none"),
            workers=workers,
            progress=told,
            originals=Originals.beside(archive),
        )
    return points, sum(outcome.pages for outcome in report.outcomes)


def memory_now() -> int:
    """Bytes that this process holds."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) << 10
    return 0


def cold(words: Sequence[str]) -> tuple[float, float, int]:
    """Run `udvalgsarkiv` with some words: seconds by the clock and of its work, and the memory it held, in bytes."""
    began = time.perf_counter()
    running = subprocess.Popen([PROGRAM, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(running.pid, 0)
    if status:
        raise SystemExit(f"udvalgsarkiv {' '.join(words)} ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss << 10


def thousands(points: list[Point], size: int) -> Iterator[tuple[Point, Point]]:
    """Beginning and end of each stretch of so many files."""
    at = {0: Point(0, 0.0, 0.0, 0)} | {point.files: point for point in points}
    for files in sorted(at):
        if files + size in at and files % size == 0:
            yield at[files], at[files + size]
