"""Search finds what a Danish reader means, shows where it stands, and cannot be broken by what is typed."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.archive import Archive, rule, search, sql_of, verify
from pipeline.archive.derived import fill_search
from pipeline.cli import main
from pipeline.errors import NothingFound


@pytest.fixture(scope="module")
def archive(demo: Path) -> Iterator[Archive]:
    with Archive.open(demo, "read") as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("beskæftigelsesplanen", "Beskæftigelsesplan 2015"),
        ("beskaeftigelsesplan", "Beskæftigelsesplan 2015"),
        ("plan beskæftigelse", "Beskæftigelsesplan 2015"),
        ("lokalplaner", "Forslag til lokalplan 187"),
        ("lokalplaner vedtage", "Endelig vedtagelse af lokalplan nr. 214"),
        ("cykelstierne", "Cykelsti mellem Østervang"),
        ("sti oestervang", "Cykelsti mellem Østervang"),
        ("kunstgræsbaner", "Ny kunstgræsbane"),
        ("kunstgraesbane", "Ny kunstgræsbane"),
        ("bane nord", "Ny kunstgræsbane"),
        ("gebyr affald", "Takster for affald 2022"),
        ("haveaffald gebyrer", "Takster for affald 2022"),
        ("væresteder", "Nednormering af væresteder"),
        ("psykologhjælp", "Forslag fra Maja Lindegren"),
        ("hjælp til unge psykolog*", "Forslag fra Maja Lindegren"),
        ("11/28140", "Ny kunstgræsbane"),
        ("00.32.10-Ø00-3-15", "Likviditet og finansiel strategi"),
        ('"gratis bus"', "Byrådsinitiativ - gratis bus"),
        ("vandværket", "Garanti for lån"),
        ("råger", "Regulering af råger"),
        ("børnehus pavillon", "Kapacitet på dagtilbudsområdet"),
        ("skolestrukturen", "Fremtidig skolestruktur"),
        ("borgerraadgiver", "Forslag om ansættelse af en borgerrådgiver"),
    ],
)
def test_what_is_meant_is_found_first(archive: Archive, typed: str, title: str) -> None:
    hits = search(archive, typed).hits
    assert any(title in hit.title for hit in hits[:3]), [hit.title for hit in hits]


@pytest.mark.parametrize(
    ("typed", "never"),
    [
        ("far", "får"),
        ("bor", "bær"),
        ("rod", "råd"),
        ("vej -cykelsti", "cykelsti"),
        ("plan -lokalplan", "lokalplan"),
    ],
)
def test_what_is_not_meant_is_not_shown(archive: Archive, typed: str, never: str) -> None:
    for hit in search(archive, typed, limit=100).hits:
        marked = {hit.passage.text[begin:end].lower() for begin, end in hit.passage.marks}
        assert never not in marked
        assert never not in hit.title.lower().split()


def test_a_phrase_stands_together(archive: Archive) -> None:
    together = search(archive, '"unge i uddannelse"', limit=100).hits
    apart = search(archive, "unge uddannelse", limit=100).hits
    assert 0 < len(together) < len(apart)


def test_a_hit_is_shown_in_its_words_on_its_page(archive: Archive, demo: Path) -> None:
    (hit,) = search(archive, "kunstgræs græsbane", committee="kultur- og fritidsudvalget", limit=1).hits
    shown = [hit.passage.text[begin:end].lower() for begin, end in hit.passage.marks]
    assert shown and all("græs" in word for word in shown)
    with sqlite3.connect(demo) as connection:
        pages = connection.execute(
            "SELECT DISTINCT page FROM places WHERE owner_id = ?", (hit.owner_id,)
        ).fetchall()
    assert (hit.passage.page,) in pages


def test_filters_leave_out_the_rest(archive: Archive) -> None:
    hits = search(
        archive,
        "godkendelse",
        municipality="Granholm Kommune",
        since="2015-01-01",
        until="2015-12-31",
        limit=100,
    ).hits
    assert hits and {(hit.municipality, hit.date[:4]) for hit in hits if hit.date} == {
        ("Granholm Kommune", "2015")
    }
    assert {hit.outcome for hit in search(archive, "skole", outcome=("rejected",)).hits} == {"rejected"}
    assert {hit.kind for hit in search(archive, "uddannelse", kind=("plan",)).hits} == {"plan"}
    assert len(search(archive, "væresteder", case="250017").hits) == 2
    with pytest.raises(NothingFound, match="no such committee"):
        search(archive, "plan", committee="Havneudvalget")


def test_texts_with_some_of_the_words_are_shown_where_none_has_all(archive: Archive) -> None:
    found = search(archive, "kunstgræsbane likviditet")
    assert found.loosely and {"113", "5"} <= {hit.title.split(".")[0] for hit in found.hits}


def test_pages_of_hits_follow_each_other(archive: Archive) -> None:
    ids = [hit.owner_id for hit in search(archive, "kommune", limit=20).hits]
    parts = [hit.owner_id for n in (0, 10) for hit in search(archive, "kommune", limit=10, offset=n).hits]
    assert parts == ids and len(set(ids)) == 20


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        st.one_of(st.sampled_from("\"*-()^:+{}[]<>~'\\/.,;%_æøåÆ aAbNOTANDORNEAR0"), st.characters()),
        max_size=30,
    )
)
def test_no_sign_breaks_a_search(archive: Archive, typed: str) -> None:
    search(archive, typed, limit=2)


@pytest.mark.parametrize("typed", ["", "  ", '"', "-", "*", "...", "\x00", "og -til"])
def test_a_search_for_nothing_finds_nothing_or_words(archive: Archive, typed: str) -> None:
    found = search(archive, typed)
    assert found.match is None or found.hits


@pytest.mark.parametrize(
    "typed", ["plan", '"unge i uddannelse"', "o'brien cykelsti", "vej -cykelsti", "00.32.10-Ø00-3-15"]
)
def test_plain_sql_finds_the_same(archive: Archive, demo: Path, typed: str) -> None:
    found = search(archive, typed)
    with sqlite3.connect(demo) as connection:
        rows = connection.execute(sql_of(typed)).fetchall()
    if not found.loosely:
        assert {row[1] for row in rows} == {hit.owner_id for hit in found.hits}


@pytest.mark.parametrize(
    ("typed", "near", "rest"),
    [
        ("kunstgræssbane", "kunstgræsbane", ""),
        ("lokaplan", "lokalplan", "forslag"),
        ("cyklesti", "cykelsti", ""),
    ],
)
def test_a_misspelt_word_finds_what_was_meant_and_says_so(
    archive: Archive, demo: Path, typed: str, near: str, rest: str
) -> None:
    found = search(archive, f"{typed} {rest}")
    assert found.meant == ((typed, near),) and found.hits
    assert [hit.owner_id for hit in found.hits] == [
        hit.owner_id for hit in search(archive, f"{near} {rest}").hits
    ]
    told = CliRunner().invoke(main, ["search", typed, "--archive", str(demo)]).output
    assert f"“{near}” instead of “{typed}”" in " ".join(told.split())


@pytest.mark.parametrize("typed", ["kvantemekanik", '"lokaplan"', "lokaplan*", "19/99999", "xyz"])
def test_a_word_that_is_like_none_finds_nothing(archive: Archive, typed: str) -> None:
    found = search(archive, typed)
    assert not found.hits and not found.meant


def test_printed_words_can_be_asked_for_in_plain_sql(demo: Path) -> None:
    with sqlite3.connect(demo) as connection:
        count = "SELECT count(*) FROM search WHERE search MATCH ?"
        assert connection.execute(count, ("words : kunstgræsbane*",)).fetchone()[0] > 0
        assert connection.execute(count, ("beskaeftigelsesplan",)).fetchone()[0] > 0


def check_index(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")


def test_the_index_is_in_step_after_loading_and_reading_again(tmp_path: Path, record_of, samples_of) -> None:
    path = tmp_path / "arkiv.db"
    one, other = samples_of[:2]
    with Archive.open(path) as archive:
        archive.load(record_of(one))
        archive.load(record_of(other))
        archive.load(record_of(one), reread=True)
    with sqlite3.connect(path) as connection:
        check_index(connection)
        before = connection.execute("SELECT owner_id, text_stems FROM search_texts ORDER BY 1").fetchall()
    with Archive.open(path) as archive, archive.transaction() as changed:
        assert fill_search(changed, anew=True) == 2
    with sqlite3.connect(path) as connection:
        check_index(connection)
        assert (
            connection.execute("SELECT owner_id, text_stems FROM search_texts ORDER BY 1").fetchall()
            == before
        )
        connection.commit()
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM source_files")
        check_index(connection)
        assert connection.execute("SELECT count(*) FROM search").fetchone() == (0,)


def test_a_correction_is_found_and_shown_and_outlives_a_re_read(
    tmp_path: Path, record_of, samples_of
) -> None:
    path, record = tmp_path / "arkiv.db", record_of(samples_of[0])
    with Archive.open(path) as archive:
        archive.load(record)
        assert not search(archive, "fjernvarmeværk").hits
        with archive.transaction() as connection:
            (own, title) = connection.exec_driver_sql("SELECT id, title FROM items ORDER BY id").one()
        rule(archive, own, "title", "correct", "Bente Holm", "Nyt fjernvarmeværk")
        for _ in range(2):
            (hit,) = search(archive, "fjernvarmeværker").hits
            assert (hit.owner_id, hit.passage.text) == (own, "Nyt fjernvarmeværk")
            assert not search(archive, f'"{title}"').hits
            assert {one.check for one in verify(archive)} <= {"original"}
            archive.load(record, reread=True)
        rule(archive, own, "title", "accept", "Bente Holm")
        assert not search(archive, "fjernvarmeværk").hits
    with sqlite3.connect(path) as connection:
        check_index(connection)


def test_the_command_shows_hits_as_text_and_as_rows(demo: Path) -> None:
    shown = CliRunner().invoke(main, ["search", "kunstgræsbane", "--archive", str(demo)])
    assert shown.exit_code == 0 and "»" in shown.output and "page" in shown.output
    rows = CliRunner().invoke(main, ["search", "udvalg", "--archive", str(demo), "--json", "--limit", "3"])
    assert len(json.loads(rows.output)) == 3
    nothing = CliRunner().invoke(main, ["search", "...", "--archive", str(demo)])
    assert nothing.exit_code == 10
    sql = CliRunner().invoke(main, ["search", "--sql", "kunstgræsbane"])
    assert sql.output.startswith("SELECT")


def test_a_phrase_must_be_there_also_where_only_some_words_are(archive: Archive, demo: Path) -> None:
    found = search(archive, '"endelig vedtagelse" ordsomingenhar lokalplan')
    assert found.loosely and found.hits
    assert all("endelig vedtagelse" in hit.title.lower() + hit.passage.text.lower() for hit in found.hits)
    assert not search(archive, '"lokalplan cykelsti" ordsomingenhar lokalplan').hits
    parts = ["search", "endelig vedtagelse", "ordsomingenhar", "lokalplan", "--json", "--archive", str(demo)]
    hits = json.loads(CliRunner().invoke(main, parts).stdout)
    assert [hit["id"] for hit in hits] == [hit.owner_id for hit in found.hits]
