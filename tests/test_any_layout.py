"""Whatever stands on a page, wherever it stands, becomes a record: text and layout stages on invented pages."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutants.by_hand import document, line_at

from pipeline.documents.minutes.rows import rows_of
from pipeline.errors import NoTextLayer
from pipeline.run import Reading, understand
from schemas.record import Record

FRAGMENTS = st.sampled_from(
    [
        "Referat",
        "Dagsorden",
        "Beskæftigelsesplan 2019",
        "Notat",
        "Granholm Kommune",
        "Teknisk Udvalg",
        "Tirsdag den 4. maj 2021 kl. 16:30",
        "Mødedeltagere",
        "Fraværende",
        "Afbud:",
        "Anna Holm (A)",
        "Bo Lund, formand",
        "1.",
        "1. Åben - Budget 2022",
        "Punkt 2",
        "57",
        "3.1",
        "Lukket punkt",
        "Sagsnr. 13/4229",
        "Sagsfremstilling",
        "Indstilling",
        "Beslutning",
        "Beslutning i Teknisk Udvalg den 4. maj 2021",
        "Godkendt.",
        "1.-2. Anbefales. 3. Udsat.",
        "For stemte A og V, imod stemte Ø.",
        "Resultatmål 1: Færre ledige",
        "Delmål",
        "Ministerens mål 2",
        "Andelen skal falde med 5 pct. inden udgangen af 2020",
        "Spørgsmål 1",
        "Svar",
        "Side 2 af 9",
        "7",
        "•",
        "-",
        "o",
        "Bilag",
        "Indhold .... 3",
        "§ 19",
    ]
)
ANY = st.text(st.characters(codec="cp1252", exclude_characters="\r\n"), min_size=1, max_size=40)
LINES = st.lists(
    st.tuples(
        FRAGMENTS | ANY,
        st.sampled_from((60, 60, 60, 90, 150, 300, -20, 580)),
        st.integers(-30, 870),
        st.sampled_from((10, 10, 12, 18, 1, 200)),
    ),
    min_size=1,
    max_size=40,
)


@given(LINES)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_any_page_becomes_a_record(tmp_path: Path, lines: list[tuple[str, int, int, int]]) -> None:
    path = tmp_path / "a.pdf"
    content = b"\n".join(line_at(text, x, y, size) for text, x, y, size in lines)
    path.write_bytes(document((b"", content)))
    try:
        record = understand(path, Reading(model="none"))
    except NoTextLayer:
        return
    assert record.documents and record.documents[0].pages == (1, 1)
    # What is private goes to the archive only, and into no written record.
    assert Record.model_validate_json(record.model_dump_json()) == record.model_copy(update={"private": ()})


@pytest.mark.parametrize("size", [1, 10, 100])
def test_a_thousand_words_on_one_spot_become_a_record(size: int, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    content = b"\n".join(line_at("Beslutning: Godkendt.", 60, 700, size) for _ in range(1000))
    path.write_bytes(document((b"", content)))
    assert understand(path, Reading(model="none")).documents


def test_minutes_whose_every_line_is_furniture_have_no_rows() -> None:
    assert rows_of([]) == []
