"""The PDFs that are measured: those of some folders, and prints of their answers where more pages are wanted."""

import random
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pypdfium2

HOME = Path(__file__).resolve().parents[2]


def pages_of(pdf: Path) -> int:
    """How many pages a PDF has; 0 where it cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        return 0
    pages = len(document)
    document.close()
    return pages


def gather(folders: Iterable[Path], wanted: int, prints: Path) -> list[tuple[Path, int]]:
    """PDFs with their pages, at least as many pages as are wanted, in an order drawn by lot but always the same.

    All files of the folders, in that order drawn by lot, as long as pages are wanted; then prints of their answers, so
    that no file is there twice.
    """
    found = [pdf for folder in folders for pdf in sorted(folder.rglob("*.pdf"))]
    random.Random(9).shuffle(found)
    taken = _as_many(found, wanted)
    missing = wanted - sum(pages for _, pages in taken)
    if missing > 0:
        make_prints(folders, prints, missing)
        more = sorted(prints.rglob("*.pdf"))
        random.Random(9).shuffle(more)
        taken += _as_many(more, missing)
        random.Random(9).shuffle(taken)
    return taken


def _as_many(pdfs: Iterable[Path], wanted: int) -> list[tuple[Path, int]]:
    taken: list[tuple[Path, int]] = []
    for pdf in pdfs:
        if wanted <= 0:
            break
        if pages := pages_of(pdf):
            taken.append((pdf, pages))
            wanted -= pages
    return taken


def make_prints(folders: Iterable[Path], into: Path, wanted: int) -> None:
    """Print the folders' answers in styles drawn by lot, other names in each, until there are so many pages."""
    answers = [str(path) for folder in folders for path in sorted(folder.rglob("*gold.json"))]
    answers = answers or [str(path) for path in sorted((HOME / "corpus").rglob("gold.json"))]
    seed = 100
    while sum(map(pages_of, into.rglob("*.pdf"))) < wanted:
        seed += 1
        how = ["--out", str(into / str(seed)), "--mix", "4", "--seed", str(seed), "--rename"]
        call: Sequence[str] = [sys.executable, str(HOME / "scripts" / "reprint"), *answers, *how]
        subprocess.run(call, check=True, stdout=subprocess.DEVNULL)
