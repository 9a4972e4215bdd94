"""The pages: planted sentences between look-alikes, in paragraphs, narrow columns, forms and lists."""

import json
from pathlib import Path
from random import Random
from typing import Any

from prints.press import Cell, Line, Press, broken, face

from planted.words import Planted, addresses, contacts, cprs, health, lookalikes

KINDS = {"cpr": cprs, "health": health, "address": addresses, "contact": contacts}
PER_FILE = 40
TITLES = ["Klagesager", "Ansøgninger", "Høringssvar", "Bevillinger", "Meddelelser"]


def planted_pages(folder: Path, many: int, seed: int) -> int:
    """Write files of minutes-like pages, each with its answer beside it.

    Args:
        folder: Where to.
        many: How many of each kind are planted, and twice as many look-alikes for each.
        seed: What is drawn differs with it.

    Returns:
        How many files.
    """
    rng = Random(seed)
    told = [make(rng) for make in KINDS.values() for _ in range(many)]
    told += [lookalikes(rng) for _ in range(2 * many * len(KINDS))]
    rng.shuffle(told)
    folder.mkdir(parents=True, exist_ok=True)
    files = [told[start : start + PER_FILE] for start in range(0, len(told), PER_FILE)]
    for number, sentences in enumerate(files, start=1):
        path = folder / f"planted_{number:03}.pdf"
        answer = {"file": path.name, "planted": _print(path, sentences, rng)}
        path.with_suffix(".planted.json").write_text(
            json.dumps(answer, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
    return len(files)


def _print(path: Path, sentences: list[Planted], rng: Random) -> list[dict[str, Any]]:
    letters = face(rng.choice(["helvetica", "times", "vera"]))
    size = rng.choice([9.0, 10.0, 11.0])
    press = Press(path, (595.0, 842.0), (70.0, 70.0, 60.0, 60.0), 1.3, furniture=_furniture(letters.regular))
    press.row([Cell(70, 400, list(broken([("Referat", letters.bold)], 16, 400)), 16)])
    press.row(
        [
            Cell(
                70,
                400,
                list(broken([("Social- og Ældreudvalget, 3. marts 2016", letters.regular)], size, 400)),
                size,
            )
        ]
    )
    found: list[dict[str, Any]] = []
    for place, one in enumerate(sentences):
        if place % 8 == 0:
            press.space(size)
            title = f"{place // 8 + 1}. {rng.choice(TITLES)}"
            press.row([Cell(70, 400, list(broken([(title, letters.bold)], size + 1, 400)), size + 1)], keep=4)
            press.row(
                [Cell(70, 400, list(broken([("Sagsfremstilling", letters.bold)], size, 400)), size)], keep=3
            )
        width = rng.choice([460.0, 460.0, 300.0, 190.0])
        lines = _lines(one, letters.regular, size, width)
        press.row([Cell(70, width, list(lines), size)], keep=len(lines))
        press.space(size * rng.choice([0.0, 0.5]))
        if one.kind:
            found.append({"kind": one.kind, "words": list(one.words), "page": press.page, "text": one.text})
    press.finish()
    return found


def _lines(one: Planted, font: str, size: float, width: float) -> list[Line]:
    """The sentence in lines; a number that is to be broken is broken after its hyphen."""
    if not one.broken:
        return broken([(one.text, font)], size, width)
    head, tail = one.text.split(one.broken, 1)
    first, last = one.broken.split("-", 1)
    return [
        *broken([(f"{head}{first}-", font)], size, width),
        *broken([(f"{last}{tail}", font)], size, width),
    ]


def _furniture(font: str) -> Any:
    def drawn(press: Press, page: int) -> None:
        press.text(70, 38, "Vestermose Kommune · Social- og Ældreudvalget", font, 8)
        press.text(480, press.size[1] - 30, f"Side {page}", font, 8)

    return drawn
