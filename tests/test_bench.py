"""The bench measures what it says: every stage of the whole job, on every file."""

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def one_run(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    from timing.one_run import one_run

    yield one_run
    for name in [name for name in sys.modules if name.split(".")[0] == "timing"]:
        del sys.modules[name]


def test_every_stage_of_the_whole_job_is_told(one_run):
    from timing.one_run import RULES, STAGE_NAMES

    pdf = next((ROOT / "corpus" / "granholm-plan-2014").glob("*.pdf"))
    run = one_run([pdf], [RULES])
    stages = {name: run.cpu[f"{RULES}: {name}"] for name in STAGE_NAMES}
    assert all(stages.values())
    assert sum(stages.values()) <= run.cpu[RULES]
    assert run.bytes > 0


def test_a_command_is_measured_with_all_its_processes_and_comes_to_an_end(one_run):
    from timing.commands import measured
    from timing.one_run import PLUMBER

    pdf = next((ROOT / "corpus" / "granholm-plan-2014").glob("*.pdf"))
    one_run([pdf], [PLUMBER])  # leaves a helper of Python's own behind, which is no process of the command
    clock, work, memory = measured(["extract", str(pdf), "--no-model", "-o", os.devnull])
    bare = measured(["--help"])
    assert clock > 0
    assert work > 2 * bare[1]
    assert memory > bare[2]
