"""The page about plans through the years, in a browser: links, redline, charts, pictures, and nothing from elsewhere."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.compare import follow, side_of
from pipeline.compare.report import write_page
from pipeline.danish.report_words import Phrases
from pipeline.reading import pictures
from schemas.difference import Timeline
from schemas.plan import Plan
from schemas.record import Record
from schemas.vocabulary import PlanStatus

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
YEARS = (2014, 2015, 2016, 2017)


def pdf_of(year: int) -> Path:
    return CORPUS / f"granholm-plan-{year}" / f"beskaeftigelsesplan_{year}.pdf"


@pytest.fixture(scope="module")
def timeline(record_of: Callable[[Path], Record]) -> Timeline:
    plans = []
    for year in YEARS:
        record = record_of(pdf_of(year))
        (plan,) = record.documents
        assert isinstance(plan, Plan)
        plans.append((plan, side_of(plan, record.source.file, record.source.sha256)))
    return follow(plans)


@pytest.fixture(scope="module")
def html(timeline: Timeline) -> str:
    lies = {side.sha256 or "": [pdf_of(side.year or 0)] for side in timeline.plans}
    return write_page(timeline, lies, pictures, Phrases("da"))


@pytest.fixture
def page(browser: Any, html: str, tmp_path: Path) -> Iterator[Any]:
    """The page, opened without a network; every request and every complaint is kept."""
    path = tmp_path / "plan.html"
    path.write_text(html, encoding="utf-8")
    context = browser.new_context(viewport={"width": 1366, "height": 900}, offline=True)
    opened = context.new_page()
    opened.requested, opened.complaints = [], []
    opened.on("request", lambda request: opened.requested.append(request.url))
    opened.on("console", lambda message: opened.complaints.append(message.text))
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.goto(path.as_uri())
    yield opened
    context.close()


def test_nothing_is_asked_of_any_machine(page):
    page.wait_for_load_state("load")
    assert [url for url in page.requested if not url.startswith(("file:", "data:"))] == []
    assert page.complaints == []


def test_every_link_leads_somewhere(page):
    lost = page.evaluate(
        "[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))"
        ".filter(href => !href.startsWith('#') || !document.getElementById(href.slice(1)))"
    )
    assert lost == []
    assert page.locator("a.page").count() > 100


def test_every_promise_and_every_measure_is_one_click_from_its_page(page):
    without = page.evaluate(
        "[...document.querySelectorAll('#targets .cell:not(.gone)')].filter(cell => !cell.querySelector('a.page')).length"
    )
    assert without == 0
    page.locator("#target-1-1 a.page").last.click()
    look = page.locator("dialog#look")
    assert look.is_visible()
    assert look.locator("img").evaluate("image => image.naturalWidth") > 500
    mark, sheet = look.locator("i").first.bounding_box(), look.locator(".sheet").bounding_box()
    assert sheet["x"] <= mark["x"] < mark["x"] + mark["width"] <= sheet["x"] + sheet["width"]
    look.locator("button").click()
    assert not look.is_visible()


def test_the_redline_shows_what_went_and_what_came(page):
    row = page.locator("#target-1-1")
    assert "indgå" in row.inner_text()
    assert row.locator("del").last.inner_text() == "50"
    assert row.locator("ins").last.inner_text() == "60"
    assert row.locator(".promise.loosened").count() == 1
    assert row.locator(".promise.tightened").count() == 1


def test_every_difference_of_words_is_shown_on_demand(page):
    trifle = page.locator("del", has_text="0,5 mio.")
    assert not trifle.is_visible()
    page.locator("#every").check()
    assert trifle.is_visible()


def test_each_quantity_of_two_plans_or_more_has_a_chart(page, timeline):
    series = [
        [telling.quantities[n] for telling in measure.tellings if telling and telling.quantities[n]]
        for thread in timeline.threads
        for measure in thread.measures
        for n in range(max(len(t.quantities) for t in measure.tellings if t))
    ]
    drawn = [quantities for quantities in series if len(quantities) > 1]
    charts = page.locator("svg.chart")
    assert charts.count() == len(drawn) > 8
    told = charts.first.locator("title").text_content()
    assert "2014: mindst 60 virksomheder" in told
    assert "2017: mindst 60 virksomheder" in told
    assert charts.first.locator("path.side").count() == 1, "the side on which the promise is kept"


@pytest.mark.parametrize("width", [390, 1366])
def test_nothing_sticks_out_at_the_side(page, width):
    page.set_viewport_size({"width": width, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_can_be_had_in_english_and_without_pictures(timeline):
    text = write_page(timeline, {}, pictures, Phrases("en"))
    assert "Employment plans 2014–2017" in text
    assert "No picture of the page: beskaeftigelsesplan_2014.pdf" in text
    assert "skærpet" not in text


def test_words_of_a_file_are_never_markup(timeline):
    nasty = "<script>alert(1)</script>"
    plan = Plan(pages=(1, 1), title=nasty, municipality=nasty, year=2016)
    text = write_page(
        follow([(plan, side_of(plan, nasty)), (plan, side_of(plan, nasty))]), {}, pictures, Phrases()
    )
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_a_draft_and_what_was_adopted_of_it_are_told_apart(timeline, record_of):
    (plan,) = record_of(pdf_of(2015)).documents
    sides = [timeline.plans[1].model_copy(update={"status": status}) for status in PlanStatus]
    text = write_page(follow([(plan, side) for side in sides]), {}, pictures, Phrases())
    assert "2015 (Udkast)" in text
    assert "2015 (Vedtaget)" in text
