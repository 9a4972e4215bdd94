"""PDFs as a copier would send them: one picture a page, clean or spoiled."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageFilter

PAPER, INK = 236, 40
"""Grey of paper and ink in a spoiled scan."""

GRAIN = 9.0
"""Standard deviation of its grain."""

SPECKS = 0.0004
"""Share of its pixels that are black or white specks."""

BLUR = 0.6
"""Radius in pixels by which its letters run."""

JPEG = 60
"""Quality of a spoiled picture."""


@dataclass(frozen=True)
class Spoiled:
    """How pages are to look."""

    dpi: int = 200
    skew: float = 0.0
    """Degrees by which lines rise to the right."""
    turn: int = 0
    """Degrees clockwise."""
    noise: bool = False


def as_pictures(pdf: Path, out: Path, how: Spoiled, pages: tuple[int, ...] | None = None) -> None:
    """Write a PDF that holds nothing but pictures of another's pages."""
    document = pdfium.PdfDocument(pdf)
    random = np.random.default_rng(7)
    images = [
        _spoil(document[index].render(scale=how.dpi / 72, grayscale=True).to_pil().convert("L"), how, random)
        for index in pages or range(len(document))
    ]
    document.close()
    write_pictures(images, out, how.dpi, quality=JPEG if how.noise else 95)


def write_pictures(images: list[Any], out: Path, dpi: int, quality: int = 95) -> None:
    """Write pictures as the pages of a PDF."""
    first, *rest = images
    first.save(out, "PDF", resolution=dpi, save_all=True, append_images=rest, quality=quality)


def _spoil(image: Any, how: Spoiled, random: Any) -> Any:
    if how.skew:
        image = image.rotate(how.skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    if how.turn:
        image = image.rotate(-how.turn, expand=True)
    if how.noise:
        grey = np.asarray(image.filter(ImageFilter.GaussianBlur(BLUR)), dtype=np.float32)
        grey = INK + grey / 255 * (PAPER - INK) + random.normal(0, GRAIN, grey.shape)
        specks = random.random(grey.shape)
        grey = np.where(specks < SPECKS / 2, 0, np.where(specks > 1 - SPECKS / 2, 255, grey))
        image = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
        content = io.BytesIO()
        image.save(content, "JPEG", quality=JPEG)
        image = Image.open(content)
        image.load()
    return image
