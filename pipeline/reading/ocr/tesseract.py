"""Tesseract, Debian's program for OCR: a picture goes in by a pipe, words with boxes and confidence come out as hOCR.

It is called directly. OCRmyPDF, which calls the same program, turns and straightens the page itself, and its words then
lie on that new page; ours must lie on the page as it was sent.
"""

import ctypes
import html
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from typing import Any, NamedTuple

LANGUAGE = "dan"
"""The language data that is needed: Debian's package tesseract-ocr-dan."""

SECONDS = 120.0
"""A page may take so long; one of text takes 2 to 5 seconds on one core."""

PR_SET_PDEATHSIG = 1
"""Linux: a signal that a process gets when its parent ends."""

LINE = re.compile(
    r"""<span class=['"]ocr_(?:line|header|textfloat|caption)['"][^>]*title=["']([^"']*)["'][^>]*>"""
)
WORD = re.compile(
    r"""<span class=['"]ocrx_word['"][^>]*title=['"]([^'"]*)['"][^>]*>(.*?)</span>""", re.DOTALL
)
TAG = re.compile(r"<[^>]*>")
BOX = re.compile(r"\bbbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
SURE = re.compile(r"\bx_wconf (\d+)")
BASELINE = re.compile(r"\bbaseline (-?[\d.]+) (-?[\d.]+)")
SIZE = re.compile(r"\bx_size ([\d.]+)")
TURN = re.compile(r"^Rotate: (\d+)", re.MULTILINE)
TURN_SURE = re.compile(r"^Orientation confidence: ([\d.]+)", re.MULTILINE)


class Read(NamedTuple):
    """A word as OCR read it, in pixels from the picture's top left corner."""

    text: str
    sure: int
    """0 to 100."""
    x0: int
    top: int
    x1: int
    bottom: int


class Row(NamedTuple):
    """A line as OCR found it."""

    words: tuple[Read, ...]
    """From left to right."""
    x0: int
    """Its left edge, where `base` is measured."""
    base: float
    """Height of its baseline at its left edge, in pixels from the top."""
    slope: float
    """Pixels that the baseline sinks with each pixel to the right."""
    size: float
    """From the top of the ascenders to the foot of the descenders, in pixels."""

    def base_at(self, x: float) -> float:
        """Height of the baseline at a place."""
        return self.base + self.slope * (x - self.x0)


@cache
def program() -> str | None:
    """Where Tesseract is, with the language that is needed; None where either is missing."""
    found = shutil.which("tesseract")
    if found is None:
        return None
    with suppress(OSError, subprocess.SubprocessError):
        listed = subprocess.run([found, "--list-langs"], capture_output=True, timeout=20, check=True)
        if LANGUAGE in listed.stdout.decode("utf-8", "replace").split():
            return found
    return None


@cache
def version() -> str:
    """The program's version: "tesseract 5.3.0"."""
    with suppress(OSError, subprocess.SubprocessError):
        told = subprocess.run([program() or "", "--version"], capture_output=True, timeout=20, check=True)
        return told.stdout.decode("utf-8", "replace").split("\n")[0].strip()
    return "tesseract"


def recognise(image: Any, dpi: int) -> list[Row]:
    """Read a picture.

    Args:
        image: A grey picture of Pillow's.
        dpi: Its resolution.

    Returns:
        Its lines, in Tesseract's order; none where it failed, took too long, or found nothing.
    """
    out = _run(image, ("-l", LANGUAGE, "--psm", "3", "--dpi", str(dpi), "hocr"))
    return list(rows_in(out))


def turn_of(image: Any, dpi: int) -> int:
    """By how many degrees a picture must be turned clockwise for its text to be upright: 0, 90, 180, 270."""
    out = _run(image, ("-l", "osd", "--psm", "0", "--dpi", str(dpi)))
    turn, sure = TURN.search(out), TURN_SURE.search(out)
    return int(turn[1]) % 360 if turn and sure and float(sure[1]) >= TURN_SURELY else 0


TURN_SURELY = 1.0
"""Below it Tesseract's orientation is a guess; pages of text have 5 to 25, of a few lines 1 to 3."""


def rows_in(hocr: str) -> Iterator[Row]:
    """The lines of an hOCR document."""
    marks = list(LINE.finditer(hocr))
    for place, mark in enumerate(marks):
        end = marks[place + 1].start() if place + 1 < len(marks) else len(hocr)
        words = tuple(_words_in(hocr[mark.end() : end]))
        box = BOX.search(mark[1])
        if not words or not box:
            continue
        base, size = BASELINE.search(mark[1]), SIZE.search(mark[1])
        slope, offset = (float(base[1]), float(base[2])) if base else (0.0, 0.0)
        height = float(size[1]) if size else float(int(box[4]) - int(box[2]))
        yield Row(words, int(box[1]), int(box[4]) + offset, slope, height)


def _words_in(span: str) -> Iterator[Read]:
    for title, content in WORD.findall(span):
        box, sure = BOX.search(title), SURE.search(title)
        text = html.unescape(TAG.sub("", content)).strip()
        if box and text:
            x0, top, x1, bottom = map(int, box.groups())
            yield Read(text, int(sure[1]) if sure else 0, x0, top, x1, bottom)


def _run(image: Any, how: Sequence[str]) -> str:
    """What Tesseract writes about a picture; "" where it failed or took too long."""
    found = program()
    if found is None:
        return ""
    head = f"P5 {image.width} {image.height} 255\n".encode()
    try:
        done = subprocess.run(
            [found, "stdin", "stdout", *how],
            input=head + image.tobytes(),
            capture_output=True,
            timeout=SECONDS,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            preexec_fn=_end_with_parent,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _end_with_parent() -> None:
    """A reader that is ended for its limits takes its OCR with it."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
