"""Floors of accuracy: what was once reached is kept, and a lower figure does not pass unseen."""

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pipeline.checking.comparing import Score
from pipeline.errors import BelowFloor, OutputError, UnreadableFile
from pipeline.writing import write_whole

_UNITS = 10_000
"""Floors have four decimals, rounded down, so that a figure never lies below its own floor."""


def digest_of(files: Iterable[Path]) -> str:
    """Tells whether answers or their PDFs were changed since floors were pinned: contents, no names."""
    digests = sorted(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)
    return hashlib.sha256("".join(digests).encode()).hexdigest()


def floors_of(scores: Mapping[str, Score]) -> dict[str, dict[str, float]]:
    """F1 by municipality and field, "total" among them, rounded down."""
    return {
        place: {name: _down(tally.f1) for name, tally in sorted(score.fields.items())}
        | {"total": _down(score.total.f1)}
        for place, score in sorted(scores.items())
    }


def pin(scores: Mapping[str, Score], digest: str, path: Path, *, allow_regression: bool = False) -> None:
    """Write what was reached as the floors to keep.

    Raises:
        BelowFloor: A floor that is there would be lowered, and that was not allowed.
        OutputError: The file cannot be written.
    """
    floors = floors_of(scores)
    if path.exists() and not allow_regression:
        lowered = _below(floors, _read(path)["floors"])
        if lowered:
            raise BelowFloor(
                f"{path.name}: not written, for floors would be lowered: {_some(lowered)}; "
                "use --allow-regression where that is meant"
            )
    content = json.dumps({"corpus": digest, "floors": floors}, ensure_ascii=False, indent=1) + "\n"
    try:
        write_whole(path, content)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); name another file") from error


def check(scores: Mapping[str, Score], digest: str, path: Path) -> None:
    """Hold what was reached against the floors.

    Raises:
        BelowFloor: A figure lies below its floor, or the answers were changed since the floors were pinned.
        UnreadableFile: There are no floors.
    """
    pinned = _read(path)
    if fallen := _below(floors_of(scores), pinned["floors"]):
        raise BelowFloor(f"below the floors of {path.name}: {_some(fallen)}")
    if pinned["corpus"] != digest:
        raise BelowFloor(f"{path.name}: was pinned for other answers than these; pin it again with --pin")


def _read(path: Path) -> dict[str, Any]:
    try:
        pinned = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(pinned["corpus"], str) and isinstance(pinned["floors"], dict):
            return dict(pinned)
    except OSError as error:
        raise UnreadableFile(f"{path}: cannot be read ({error.strerror}); write it with --pin") from error
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableFile(f"{path}: holds no floors; write it anew with --pin") from error
    raise UnreadableFile(f"{path}: holds no floors; write it anew with --pin")


def _below(
    reached: Mapping[str, Mapping[str, float]], floors: Mapping[str, Mapping[str, float]]
) -> list[str]:
    """The figures that lie below their floor; one that is no longer measured counts as 0."""
    return [
        f"{place} {name} {reached.get(place, {}).get(name, 0.0):.4f} < {floor:.4f}"
        for place, fields in floors.items()
        for name, floor in fields.items()
        if reached.get(place, {}).get(name, 0.0) < floor
    ]


def _some(figures: list[str]) -> str:
    more = f" and {len(figures) - 6} more" if len(figures) > 6 else ""
    return "; ".join(figures[:6]) + more


def _down(figure: float) -> float:
    return math.floor(figure * _UNITS) / _UNITS
