"""Two hundred broken and hostile files: each ends in a record or a failure with its reason, and the archive stays sound.

`scripts/fuzz` does the same with 2,000, and measures how much damage is noticed with `--damage 400`.
"""

from collections import Counter
from pathlib import Path

import pytest
from mutants.fuzzing import Told, make, run, share

from pipeline.errors import ExitCode

FEWEST_PAGES = ("oeu", "tmu", "2015-06-12", "dagsorden", "plan_2014", "2019-2020")
"""Samples of few pages, of all kinds."""


@pytest.fixture(scope="module")
def told(samples_of: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Told:
    place = tmp_path_factory.mktemp("fuzz")
    (place / "files").mkdir()
    samples = [path for path in samples_of if any(name in path.name for name in FEWEST_PAGES)]
    return run(make(place / "files", samples, 200, 7, damage=False), place, workers=2)


def test_every_file_ends_in_a_record_or_a_failure_with_its_reason(told: Told) -> None:
    assert len(told.mutants) == 200
    codes = {ExitCode.input_file, ExitCode.encrypted, ExitCode.no_text, ExitCode.limit}
    for one in told.mutants:
        assert one.became in ("loaded", "unchanged", "failed"), one.how
        if one.became == "failed":
            assert one.exit_code in codes and one.path.name in one.reason, one.how
            assert "please report" not in one.reason, f"{one.how}: {one.reason}"


def test_the_archive_is_sound_after_them(told: Told) -> None:
    assert told.unsound == []


def test_few_files_are_refused_whose_words_are_whole(told: Told) -> None:
    others = Counter(one.how for one in told.whole if not one.same)
    assert share(sum(one.same for one in told.whole), len(told.whole)) >= 0.95, others


def test_most_damage_is_noticed(told: Told) -> None:
    silent = Counter(one.how for one in told.changed if one.became != "failed" and not one.noticed)
    assert share(len(told.changed) - silent.total(), len(told.changed)) >= 0.70, silent
