"""Fixtures: the sample corpus and records read from it."""

import json
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.archive import Archive, link_names
from pipeline.danish.cpr import find_cpr
from pipeline.run import Reading, understand
from schemas.record import Record

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"


def samples() -> list[Path]:
    """Every sample PDF that has an answer."""
    return sorted(
        answer.parent / json.loads(answer.read_text(encoding="utf-8"))["file"]
        for answer in CORPUS.glob("*/gold.json")
    )


@cache
def _record(path: Path) -> Record:
    return understand(path, Reading(model="none"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[Any]:
    """No test may leave a CPR number in what it printed or logged: such words stand in files, never in logs."""
    report: pytest.TestReport = yield
    for name, text in report.sections:
        said = [text[one.start : one.end] for one in find_cpr(text.replace("_", " "))]
        if said and report.passed:
            report.outcome = "failed"
            report.longrepr = f"{item.nodeid}: a CPR number stands in “{name}”"
    return report


@pytest.fixture(scope="session")
def record_of() -> Callable[[Path], Record]:
    """The record of a sample, read once a session, without a language model."""
    return _record


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium without a screen; it reaches nothing outside this machine."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed (apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM)
        yield opened
        opened.close()


CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def answer_of() -> Callable[[Path], dict[str, Any]]:
    """The hand-checked answer beside a sample."""
    return lambda path: json.loads((path.parent / "gold.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of all samples; tests that write take a copy."""
    path = tmp_path_factory.mktemp("demo") / "arkiv.db"
    with Archive.open(path) as archive:
        for sample in samples():
            archive.load(_record(sample), sample)
        with archive.transaction() as connection:
            link_names(connection)
    return path


@pytest.fixture(scope="session")
def samples_of() -> list[Path]:
    """Every sample PDF that has an answer."""
    return samples()
