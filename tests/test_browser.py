"""The archive in a real browser: search, a case's life, a decision on its page, a correction made and seen."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("datasette", reason="the extra `web` is not installed")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium here; apt-get install chromium brings it"
)


@pytest.fixture(scope="module")
def address(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = shutil.copy(demo, tmp_path_factory.mktemp("served") / "arkiv.db")
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "serve", "--archive", str(path)]
    command += ["--port", "0", "--review", "Bente Holm"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
        assert server.stdout is not None
        yield server.stdout.readline().split()[-1].rstrip("/")
        server.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(params=[(1280, 800), (390, 844)], ids=["laptop", "phone"])
def page(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height})
    opened = context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    yield opened
    assert problems == []
    context.close()


def fits(page: Any) -> bool:
    """Whether nothing has to be scrolled sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def test_search_leads_to_the_page_with_the_hit_marked(page: Any, address: str) -> None:
    page.goto(address)
    assert fits(page)
    page.keyboard.type("kunstgraesbaner")
    page.keyboard.press("Enter")
    page.wait_for_selector(".fund mark")
    assert fits(page)
    page.click(".fund h2 a")
    page.wait_for_selector("svg .fundet")
    assert fits(page)
    drawn = page.evaluate(
        "fetch(document.querySelector('svg image').getAttribute('href')).then(r => r.status)"
    )
    assert drawn == 200
    paper, box = page.locator("svg.papir").bounding_box(), page.locator("svg .boks").first.bounding_box()
    assert paper["x"] <= box["x"] and box["x"] + box["width"] <= paper["x"] + paper["width"]


def test_a_cases_life_is_followed_from_its_number(page: Any, address: str) -> None:
    page.goto(f"{address}/soeg?q=250017")
    page.click(".fund h2 a")
    page.click("#case_number a")
    page.wait_for_selector(".forloeb")
    told = page.inner_text(".forloeb")
    assert "afvist" in told and "godkendt" in told and told.index("2015-04-17") < told.index("2015-06-12")
    assert fits(page)
    page.click(".forloeb a >> nth=0")
    page.wait_for_selector("svg .boks")


def test_a_decision_is_shown_on_its_page(page: Any, address: str) -> None:
    page.goto(f"{address}/arkiv/decided?outcome=rejected&_sort=date")
    page.click("table a.til-side >> nth=0")
    page.wait_for_selector("svg .boks")
    assert "afvist" in page.inner_text("#outcome")
    assert fits(page)


def test_pages_and_items_are_turned_by_keys(page: Any, address: str) -> None:
    page.goto(f"{address}/soeg?q=kunstgr%C3%A6sbane")
    page.click(".fund h2 a")
    first = page.inner_text("#number .vaerdi")
    number = page.inner_text("#bladre span >> nth=0")
    page.wait_for_load_state()  # the keys are heard once the page's script has run
    page.keyboard.press("ArrowRight")
    page.wait_for_function("text => document.querySelector('#bladre span').innerText !== text", arg=number)
    page.wait_for_load_state()
    page.keyboard.press("j")
    page.wait_for_function("text => document.querySelector('#number .vaerdi').innerText !== text", arg=first)


def test_a_correction_is_made_and_seen(page: Any, address: str) -> None:
    page.goto(f"{address}/soeg?q=musikskolens+%C3%A5rsberetning")
    page.click(".fund h2 a")
    page.click("#title summary")
    page.fill("#title textarea", f"Musikskolens beretning {page.viewport_size['width']}")
    page.click("#title button[value=correct]")
    page.wait_for_selector("#title .rettet")
    assert f"Musikskolens beretning {page.viewport_size['width']}" in page.inner_text("#title")
    page.goto(f"{address}/gennemse")
    assert "Bente Holm" in page.inner_text("main") and fits(page)
    page.goto(f"{address}/arkiv/decided?title__contains=beretning+{page.viewport_size['width']}")
    assert "Musikskolens beretning" in page.inner_text("table.rows-and-columns")


def test_each_value_has_its_own_label(page: Any, address: str) -> None:
    page.goto(f"{address}/arkiv/documents")
    label = "cell => getComputedStyle(cell, '::before').content.replaceAll('\"', '')"
    if page.viewport_size["width"] < 500:
        cells = {"vis": "side", "id": "id", "kind": "slags", "municipality": "kommune"}
        assert {name: page.locator(f"td.col-{name}").first.evaluate(label) for name in cells} == cells
    page.goto(f"{address}/arkiv/decided")
    heads = page.locator("table.rows-and-columns th").all_text_contents()
    assert len(heads) > 5 and len(set(heads)) == len(heads)
