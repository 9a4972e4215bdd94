"""The samples: every layout is there, each read well without any layout file, and floors that hold what was reached."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from pipeline.checking import floors
from pipeline.checking.comparing import Score
from pipeline.checking.evaluation import score
from pipeline.errors import BelowFloor
from pipeline.run import Reading, understand

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
ANSWERS = sorted(CORPUS.glob("*/gold.json"))
LAYOUTS: dict[str, list[Path]] = defaultdict(list)
for _gold in ANSWERS:
    LAYOUTS[json.loads(_gold.read_text(encoding="utf-8"))["layout"]].append(_gold)

MINUTES = {
    "label table",
    "decision first",
    "decision last, contents",
    "numbered through the year, case number above",
    "decision in the genitive",
    "no decision label",
}
"""Layouts of minutes that must be there."""

ENOUGH = 0.95
"""F1 of each layout without layout files."""


def test_every_layout_is_there():
    assert set(LAYOUTS) >= MINUTES
    assert all(len(LAYOUTS[name]) >= 2 for name in MINUTES)


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_each_layout_is_read_well_without_layout_files(layout):
    total = Score()
    for gold in LAYOUTS[layout]:
        answer = json.loads(gold.read_text(encoding="utf-8"))
        record = understand(gold.parent / answer["file"], Reading(model="none", layouts=False))
        total.add(score(answer, record.model_dump(mode="json", by_alias=True)))
    assert total.total.f1 >= ENOUGH, total.misses


def scores(right: int, wrong: int) -> dict[str, Score]:
    one = Score()
    one.fields["date"].hits, one.fields["date"].missed = right, wrong
    return {"all": one}


def test_a_floor_holds_what_was_reached(tmp_path):
    path = tmp_path / "baseline.json"
    floors.pin(scores(9, 1), "digest", path)
    floors.check(scores(10, 0), "digest", path)
    with pytest.raises(BelowFloor, match="date"):
        floors.check(scores(8, 2), "digest", path)
    with pytest.raises(BelowFloor, match="other answers"):
        floors.check(scores(9, 1), "another", path)
    with pytest.raises(BelowFloor, match="lowered"):
        floors.pin(scores(8, 2), "digest", path)


def test_the_floors_of_the_samples_are_pinned():
    pinned = json.loads((CORPUS / "baseline.json").read_text(encoding="utf-8"))
    assert pinned["floors"]["all"]["total"] > ENOUGH
