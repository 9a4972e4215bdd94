"""The pages of the archive in the browser answer, link to each other, and let nothing be changed unasked."""

import asyncio
import hashlib
import html
import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

pytest.importorskip("datasette", reason="the extra `web` is not installed")

from pipeline.archive import VIEWS, Archive, answers, link_names, list_waiting, reviews, rule
from pipeline.errors import NothingFound, PipelineError, WrongCorrection
from pipeline.web import Site, site_of
from pipeline.web.labels import finding_about
from pipeline.web.messages import in_danish
from schemas.vocabulary import FindingCode


@pytest.fixture(scope="module")
def site(demo: Path) -> Iterator[Site]:
    opened = site_of(demo)
    yield opened
    opened.close()


def get(site: Site, path: str, **kwargs: Any) -> Any:
    return asyncio.run(site.datasette.client.get(path, **kwargs))


def one(path: Path, sql: str) -> Any:
    with sqlite3.connect(path) as connection:
        return connection.execute(sql).fetchone()[0]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/soeg",
        "/soeg?q=plan",
        '/soeg?q="-(*',
        "/soeg?q=plan&committee=Ukendt",
        "/gennemse",
        "/arkiv",
        "/arkiv/items",
    ]
    + [f"/arkiv/{view.name}" for view in VIEWS]
    + [f"/arkiv/spoergsmaal_{view.name}" for view in VIEWS],
)
def test_a_page_answers(site: Site, path: str) -> None:
    answer = get(site, quote(path, safe="/?=&"))
    assert answer.status_code == 200
    assert 'lang="da"' in answer.text


def test_the_front_pages_questions_are_answered(site: Site) -> None:
    links = re.findall(r'href="(/arkiv/spoergsmaal_[^"]+)"', get(site, "/").text)
    assert len(links) == len(VIEWS)
    empty = [link for link in links if "Ingen rækker" in get(site, html.unescape(link)).text]
    assert empty == ["/arkiv/spoergsmaal_coverage_rhythm"]


def test_a_cases_steps_stand_in_order_each_with_its_page(site: Site) -> None:
    page = get(site, "/sag?nr=17.01.10-P21-2-15")
    assert page.status_code == 200 and page.text.index("2015-10-06") < page.text.index("2015-10-20")
    assert page.text.count("gengivet i sagens forløb") < page.text.count('<a href="/side/')
    assert get(site, "/sag?nr=1%27--").status_code == 404


def test_what_waits_can_be_settled(copy: Path) -> None:
    with Archive.open(copy) as archive:
        unsure = [row[:2] for row in list_waiting(archive)[1] if row[2] == "unsure"]
        for own, field in unsure:
            rule(archive, own, field, "accept", "Bo")
        assert unsure and not [row for row in list_waiting(archive)[1] if row[2] == "unsure"]


@pytest.mark.parametrize("form", [".json", ".csv"])
@pytest.mark.parametrize("table", ["items", "decided"])
def test_everything_is_data_too(site: Site, table: str, form: str) -> None:
    assert get(site, f"/arkiv/{table}{form}").status_code == 200


def test_a_hit_leads_to_its_page_with_the_words_marked(site: Site) -> None:
    found = get(site, "/soeg?q=kunstgr%C3%A6sbane").text
    assert "<mark>kunstgræsbane</mark>" in found
    link = found.split('<h2><a href="')[1].split('"')[0].replace("&amp;", "&")
    page = get(site, link).text
    assert page.count('class="fundet"') > 0 and page.count('class="boks boks-at"') > 0
    picture = page.split('<image href="')[1].split('"')[0]
    drawn = get(site, picture)
    assert drawn.headers["content-type"] == "image/webp" and drawn.content.startswith(b"RIFF")


@pytest.mark.parametrize(
    "table", ["items", "decisions", "attendances", "targets", "findings", "quantities", "documents"]
)
def test_rows_lead_to_their_page(site: Site, demo: Path, table: str) -> None:
    own = one(demo, f"SELECT id FROM {table} ORDER BY id LIMIT 1")
    assert f"/side/{own}" in get(site, f"/arkiv/{table}?_sort=id").text
    page = get(site, f"/side/{own}")
    assert page.status_code == 200
    if one(demo, f"SELECT count(*) FROM places WHERE owner_id = '{own}' AND page = 1"):
        assert "<rect" in page.text


def test_a_box_stands_where_the_value_was_read(site: Site, demo: Path) -> None:
    own = one(demo, "SELECT id FROM decisions WHERE text = 'Godkendt.' ORDER BY id LIMIT 1")
    page = get(site, f"/side/{own}").text
    x0, top = [float(part.split('"')[1]) for part in page.split('class="boks boks-at"')[1].split()[:2]]
    with sqlite3.connect(demo) as connection:
        query = "SELECT x0 - 2, top - 2 FROM places WHERE owner_id = ? ORDER BY page, ord"
        assert (x0, top) == pytest.approx(connection.execute(query, (own,)).fetchone())


def test_a_page_leads_to_its_place_in_the_pdf(site: Site, demo: Path) -> None:
    own = one(
        demo, "SELECT owner_id FROM places WHERE page = 3 AND owner_id LIKE '%.i%' ORDER BY owner_id LIMIT 1"
    )
    digest, name = (
        one(demo, f"SELECT {column} FROM source_files WHERE id = '{own[:16]}'")
        for column in ("sha256", "file")
    )
    assert f'href="/original/{digest}.pdf#page=3"' in get(site, f"/side/{own}?side=3").text
    answer = get(site, f"/original/{digest}.pdf")
    assert hashlib.sha256(answer.content).hexdigest() == digest
    assert answer.headers["content-type"].startswith("application/pdf")
    assert answer.headers["content-disposition"] == f"inline; filename*=UTF-8''{quote(name)}"


@pytest.mark.parametrize(
    "path",
    ["/side/nix", "/original/" + "0" * 64 + ".pdf", "/billede/" + "0" * 64 + "/1.webp", "/side/%3Cscript%3E"],
)
def test_what_is_not_there_is_said(site: Site, path: str) -> None:
    answer = get(site, path)
    assert answer.status_code == 404 and "<script>" not in answer.text.split("<main")[1].split("</main")[0]


def test_a_page_whose_original_is_gone_still_shows_the_record(demo: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(demo, tmp_path / "arkiv.db"))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE source_names SET path = '/nowhere/' || path")
    own = one(path, "SELECT id FROM items ORDER BY id LIMIT 1")
    site = site_of(path)
    page = get(site, f"/side/{own}").text
    site.close()
    assert "Originalen er hverken gemt" in page and "<dl>" in page


def test_nothing_can_be_changed_where_nobody_reviews(site: Site, demo: Path) -> None:
    answer = asyncio.run(
        site.datasette.client.post("/gennemse", data={"own": "x", "field": "title", "verdict": "accept"})
    )
    assert answer.status_code == 403
    assert one(demo, "SELECT count(*) FROM corrections") == 0
    write = get(site, "/arkiv.json?sql=" + quote("DELETE FROM items"))
    assert write.status_code == 400


@pytest.fixture
def copy(demo: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(demo, tmp_path / "arkiv.db"))


def test_a_correction_wins_survives_a_reread_and_is_an_answer(copy: Path, samples_of, record_of) -> None:
    sample = samples_of[0]
    record = record_of(sample)
    prefix = record.source.sha256[:16]
    own = one(
        copy,
        f"SELECT id FROM decisions WHERE id LIKE '{prefix}%' AND outcome <> 'withdrawn' ORDER BY id LIMIT 1",
    )
    with Archive.open(copy) as archive:
        rule(archive, own, "outcome", "correct", "Bo Ek", "withdrawn", "står nederst")
        archive.load(record, reread=True)
        with archive.transaction() as connection:
            (told,) = reviews(connection)
            ((digest, answer),) = answers(connection)
    assert one(copy, f"SELECT outcome FROM decided WHERE decision_id = '{own}'") == "withdrawn"
    assert one(copy, f"SELECT outcome FROM decisions WHERE id = '{own}'") != "withdrawn"
    assert (told["who"], told["note"], told["anew"]) == ("Bo Ek", "står nederst", False)
    assert digest == record.source.sha256
    decided = [
        item["decision"]["outcome"]
        for doc in answer["documents"]
        for item in doc.get("items", [])
        if item["decision"]
    ]
    assert decided.count("withdrawn") == 1
    assert answer["file"] == sample.name


def test_the_last_word_holds_and_a_reading_that_changed_is_said(copy: Path) -> None:
    own = one(copy, "SELECT id FROM items ORDER BY id LIMIT 1")
    read = one(copy, f"SELECT title FROM items WHERE id = '{own}'")
    with Archive.open(copy) as archive:
        rule(archive, own, "title", "correct", "Bo", "Et")
        rule(archive, own, "title", "correct", "Bo", "To")
        assert one(copy, f"SELECT title FROM items_now WHERE id = '{own}'") == "To"
        rule(archive, own, "title", "accept", "Bo")
        assert one(copy, f"SELECT title FROM items_now WHERE id = '{own}'") == read
        rule(archive, own, "case_number", "reject", "Bo")
        assert one(copy, f"SELECT case_number FROM items_now WHERE id = '{own}'") is None
        with archive.transaction() as connection:
            connection.exec_driver_sql("UPDATE items SET title = 'Læst anderledes' WHERE id = ?", (own,))
            told = {row["field"]: row["anew"] for row in reviews(connection)}
    assert told == {"title": True, "case_number": False}


@pytest.mark.parametrize(
    ("table", "field", "typed", "meant"),
    [
        ("quantities", "value", "12,5", 12.5),
        ("quantities", "value", "1.250", 1250.0),
        ("meetings", "date", "2016-09-28", "2016-09-28"),
        ("items", "open", "false", False),
        ("decisions", "forwarded_to", "Økonomiudvalget; Byrådet", ["Økonomiudvalget", "Byrådet"]),
        ("targets", "number", "4", 4),
        ("items", "title", "1. behandling, budget 1.250", "1. behandling, budget 1.250"),
        ("quantities", "change", "-2,5", -2.5),
        ("documents", "municipality", "Birkelund Kommune", "Birkelund Kommune"),
    ],
)
def test_what_is_typed_is_understood(copy: Path, table: str, field: str, typed: str, meant: object) -> None:
    own = one(copy, f"SELECT id FROM {table} ORDER BY id LIMIT 1")
    with Archive.open(copy) as archive:
        rule(archive, own, field, "correct", "Bo", typed)
    stored = json.loads(one(copy, "SELECT value FROM corrections"))
    assert stored == meant and type(stored) is type(meant)


@pytest.mark.parametrize(
    ("own", "field", "verdict", "who", "value", "error"),
    [
        ("nix", "title", "accept", "Bo", None, NothingFound),
        ("", "id", "correct", "Bo", "x", WrongCorrection),
        ("", "open", "correct", "Bo", "måske", WrongCorrection),
        ("", "title", "correct", "  ", "x", WrongCorrection),
        ("", "title", "correct", "Bo", "", WrongCorrection),
    ],
)
def test_what_cannot_be_is_refused(
    copy: Path, own: str, field: str, verdict: Any, who: str, value: str | None, error: type[PipelineError]
) -> None:
    own = own or one(copy, "SELECT id FROM items ORDER BY id LIMIT 1")
    with Archive.open(copy) as archive, pytest.raises(error):
        rule(archive, own, field, verdict, who, value)
    assert one(copy, "SELECT count(*) FROM corrections") == 0


@pytest.mark.parametrize(
    ("table", "field", "hint"),
    [
        ("decisions", "outcome", "one of approved, recommended"),
        ("plans", "status", "one of draft, adopted"),
        ("meetings", "kind", "one of minutes, agenda"),
        ("meetings", "date", "2016-09-28"),
    ],
)
def test_who_typed_what_cannot_be_is_told_what_can(copy: Path, table: str, field: str, hint: str) -> None:
    own = one(copy, f"SELECT id FROM {table} ORDER BY id LIMIT 1")
    with Archive.open(copy) as archive, pytest.raises(WrongCorrection, match=hint):
        rule(archive, own, field, "correct", "Bo", "i går")


def test_a_finding_that_was_ruled_on_waits_no_more(copy: Path) -> None:
    before = one(copy, "SELECT count(*) FROM waiting_findings")
    own = one(copy, "SELECT finding_id FROM waiting_findings LIMIT 1")
    with Archive.open(copy) as archive:
        rule(archive, own, "finding", "reject", "Bo")
    assert one(copy, "SELECT count(*) FROM waiting_findings") == before - 1


def test_names_that_may_be_one_are_decided_in_the_browser(copy: Path, record_of, samples_of) -> None:
    with sqlite3.connect(copy) as connection:
        own, name = connection.execute(
            "SELECT id, name FROM attendances WHERE name LIKE '% %' ORDER BY id LIMIT 1"
        ).fetchone()
        connection.execute("UPDATE attendances SET name = name || ' Holm' WHERE id = ?", (own,))
        connection.execute("UPDATE attendances SET name = ? WHERE id = (SELECT max(id) FROM attendances WHERE meeting_id = "
                           "(SELECT meeting_id FROM attendances WHERE id = ?))", (name, own))  # fmt: skip
    with Archive.open(copy) as archive, archive.transaction() as connection:
        link_names(connection)
    site = site_of(copy, reviewer="Bo Ek")
    page = get(site, "/gennemse")
    assert f"<b>{name} Holm</b>" in page.text
    municipality = one(
        copy, f"SELECT municipality FROM name_links WHERE name_a = '{name}' AND status = 'offered'"
    )
    token = page.text.split('name="csrftoken" value="')[1].split('"')[0]
    form = {
        "csrftoken": token,
        "kind": "person",
        "municipality": municipality,
        "one": name,
        "other": f"{name} Holm",
        "same": "1",
    }
    cookies = {"ds_csrftoken": page.cookies["ds_csrftoken"]}
    answer = asyncio.run(site.datasette.client.post("/navne", data=form, cookies=cookies))
    site.close()
    assert answer.status_code == 302
    assert (
        one(copy, f"SELECT identity FROM identities WHERE kind = 'person' AND name = '{name}'")
        == f"{name} Holm"
    )
    assert one(copy, "SELECT who FROM name_decisions") == "Bo Ek"


def test_a_question_is_shown_in_danish_and_as_data(site: Site) -> None:
    page = get(site, "/arkiv/spoergsmaal_decided").text
    assert ">udvalg</th>" in page and "rækker" in page and "Custom SQL" not in page
    assert get(site, "/arkiv?sql=select+title+from+items+where+number%3D:nr&nr=3").text.count("<td") > 0
    assert get(site, "/arkiv?sql=select+nothing").status_code == 400


@pytest.mark.parametrize(
    "path", ["/arkiv", "/arkiv/decided?outcome=approved", "/arkiv/findings", "/gennemse"]
)
def test_tables_and_doubts_are_told_in_danish(site: Site, path: str) -> None:
    shown = re.sub(r"<(script|style|title|dd)\b.*?</\1>|<[^>]+>", " ", get(site, path).text, flags=re.S)
    for english in (
        r"\d rows?\b",
        "Apply",
        "Custom SQL",
        "Queries",
        "This data",
        "Next page",
        "Powered by",
        "approved",
    ):
        assert not re.search(english, shown), english
    assert re.search(r"Det samme siges|godkendt \D*\d+|Fremmøde", shown)


def test_what_a_finding_means_is_told_in_danish(site: Site, demo: Path) -> None:
    assert not [code for code in FindingCode if not finding_about(code)]
    own = one(demo, "SELECT id FROM findings ORDER BY id LIMIT 1")
    about = finding_about(one(demo, f"SELECT code FROM findings WHERE id = '{own}'"))
    assert f"<p>{about}</p>" in html.unescape(get(site, f"/side/{own}").text)
    assert f'title="{about}"' in html.unescape(get(site, "/arkiv/findings").text)
    says = in_danish(one(demo, f"SELECT message FROM findings WHERE id = '{own}'"))
    assert says in html.unescape(get(site, f"/side/{own}").text)
    assert says in html.unescape(get(site, "/arkiv/findings").text)
