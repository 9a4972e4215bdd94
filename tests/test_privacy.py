"""Private words are found, told without being said, masked wherever the archive is shown, and nothing else is."""

import asyncio
import io
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipeline.archive import Archive
from pipeline.cli import main
from pipeline.danish.private import find_private
from pipeline.run import Reading, understand

CPR, BARE, ILL, HOME, MAIL = (
    "010280-1234",
    "1105451237",
    "Folmer Enghave lider af skizofreni",
    "Lærkevænget 14, 2. tv, 4990 Sønderlyng",
    "yrsa.brohede@hotmail.com",
)
SECRETS = (CPR, BARE, "skizofreni", "Lærkevænget 14", "yrsa.brohede")

PAGE = [
    "Granholm Kommune",
    "Referat",
    "Social- og Ældreudvalget",
    "Dato: 3. marts 2016 kl. 16.00",
    "Mødested: Rådhuset, Torvegade 1, 4990 Sønderlyng",
    "Medlemmer: Bo Lund (A), Ida Holm (V)",
    "1. Klagesag",
    "Sagsnr.: 16/2345",
    "Sagsfremstilling",
    f"Sagen vedrører en borger med cpr-nr. {CPR}, som klager over afgørelsen. Cykelstien er ikke med.",
    f"Ægtefællens nummer er {BARE}.",
    f"{ILL} og kan ikke arbejde.",
    f"Klager er Toke Kongstrup, {HOME}, som kan kontaktes på {MAIL}.",
    "Journalnr. 010203-1234, dok.nr. 0102031234, kontonr. 1234 0102031234, EAN 5790001234567.",
    "Ida Holm (V) spurgte til borgere med skizofrene lidelser. Tlf. til Rådhuset er 23 45 67 89.",
    "Beslutning",
    "Godkendt.",
]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("planted") / "referat.pdf"
    canvas = Canvas(str(path), invariant=1)
    for number, line in enumerate(PAGE):
        bold = line in ("Referat", "Sagsfremstilling", "Beslutning") or line[:2] == "1."
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 10)
        canvas.drawString(60, 780 - 22 * number, line)
    canvas.save()
    return path


@pytest.fixture(scope="module")
def kept(planted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that holds the file."""
    path = tmp_path_factory.mktemp("kept") / "arkiv.db"
    result = run("ingest", planted, "--archive", path, "--model", "none")
    assert result.exit_code == 0
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def secrets_in(text: str) -> list[str]:
    flat = re.sub(r"\s+", " ", text)
    return [secret for secret in SECRETS if secret in flat]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cpr-nr. 010280-1234", "010280-1234"),
        ("CPR-nr.:010280-1234", "010280-1234"),
        ("Personnummer 0102801234 er", "0102801234"),
        ("borger 010280 1234 klager", "010280 1234"),
        ("født 010280–1234", "010280–1234"),
        ("cpr. 010280-\n1234", "010280-\n1234"),
        ("Sagsnr. 16/2345. Borgeren 010280-1234 klager", "010280-1234"),
        ("Borgeren Ida Holm har fået konstateret diabetes.", "Ida Holm har fået konstateret diabetes"),
        ("På grund af Yrsa Brohedes demens", "Yrsa Brohedes demens"),
        ("Elev Ida Holm har ADHD og OCD.", "Ida Holm har ADHD og OCD"),
        ("Ida Holm er alkoholiker", "Ida Holm er alkoholiker"),
        ("borgeren på Birkevej 5 klager", "Birkevej 5"),
        ("Tlf. privat 23456789", "23456789"),
        ("Klager: Ida Holm, Birkevej 5, 1. tv, 4990 Sønderlyng", "Birkevej 5, 1. tv, 4990 Sønderlyng"),
        ("Ida Holm, der bor på Birkevej 5", "Birkevej 5"),
        ("ansøger Ida Holm, tlf. 23 45 67 89", "23 45 67 89"),
        ("skriv til ida.holm@gmail.com", "ida.holm@gmail.com"),
    ],
)
def test_private_words_are_found(text: str, found: str) -> None:
    assert [text[one.start : one.end] for one in find_private(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Sagsnr. 010203-1234",
        "Sagsnr.: 010203-1234, 020304-2345 og 030405-3456",
        "Sag 2016-001234 og 15.00.00-P15-1-16",
        "J.nr. 010203-1234",
        "Sags-ID: 010203-1234",
        "Acadre dok.nr. 0102031234",
        "P-nr. 1003456789, CVR 12345678, EAN 5798001234567",
        "Konto 1234-0102031234",
        "Kontonr. 1234 0102031234",
        "KLE 01.02.03-1234",
        "den 01-02-2016 kl. 12.34",
        "320180-1234 og 011380-1234",
        "010280-12345",
        "Tlf. 23 45 67 89",
        "Rådhuset, Torvegade 5, 4990 Sønderlyng",
        "Lokalplanen omfatter Birkevej 5",
        "Borgmester Ida Holm har diabetes",
        "Ida Holm (A) orienterede om demens",
        "Overlæge Ida Holm holder oplæg om depression",
        "Diabetesforeningen ved Ida Holm",
        "borgere med skizofreni",
        "Sagsbehandler Ida Holm, tlf. 23 45 67 89, ida@granholm.dk",
        "teknik@granholm.dk",
        "2023-2034 og 2024-27 31",
    ],
)
def test_what_only_looks_private_is_left(text: str) -> None:
    assert find_private(text) == []


def test_members_of_the_meeting_are_no_private_people() -> None:
    text = "Ida Holm har diabetes"
    assert find_private(text) and not find_private(text, public=["Ida Holm"])


def test_findings_have_their_places_and_say_no_word(planted: Path) -> None:
    found = [one for one in understand(planted, Reading(model="none")).findings if one.code == "privacy"]
    assert sorted(one.severity.value for one in found) == ["error"] * 3 + ["warning"] * 2
    assert all(place.page == 1 for one in found for place in one.at)
    assert all(one.at for one in found)
    assert secrets_in(" ".join(one.message for one in found)) == []


def test_the_record_comes_back_as_it_was_read(planted: Path, kept: Path) -> None:
    record = understand(planted, Reading(model="none"))
    with Archive.open(kept, "read") as archive:
        assert archive.read_record(record.source.sha256) == record
        assert secrets_in(archive.read_record(record.source.sha256, hidden=True).model_dump_json()) == []


def test_refused_files_stay_out(planted: Path, tmp_path: Path) -> None:
    archive = tmp_path / "arkiv.db"
    result = run("ingest", planted, "--archive", archive, "--privacy", "refuse", "--model", "none")
    assert result.exit_code == 14
    assert "5 private passages" in result.output
    assert secrets_in(result.output) == []
    assert not list((tmp_path / "arkiv.originals").rglob("*.pdf"))
    assert secrets_in(archive.read_bytes().decode("utf-8", "replace")) == []


@pytest.mark.parametrize(
    "words",
    [
        ["show", "referat.pdf"],
        ["findings"],
        ["findings", "--json"],
        ["list", "--json"],
        ["files", "--json"],
        ["doubts", "--json"],
        ["search", "klager"],
        ["search", "cykelsti", "--json"],
        ["verify"],
    ],
    ids=" ".join,
)
def test_no_command_says_a_private_word(kept: Path, words: list[str]) -> None:
    result = run(*words, "--archive", kept)
    assert result.exit_code in (0, 12)
    assert secrets_in(result.output) == []


def test_no_failure_says_a_number_in_a_files_name(tmp_path: Path) -> None:
    for number, content in enumerate((b"", b"%PDF-1.4 cut", b"no pdf")):
        (tmp_path / f"afgoerelse_{CPR}_{number}.pdf").write_bytes(content)
    results = [run("ingest", tmp_path, "--archive", tmp_path / "arkiv.db", "--model", "none")]
    results += [
        run(command, path) for path in sorted(tmp_path.glob("*.pdf")) for command in ("extract", "show")
    ]
    assert {result.exit_code for result in results} == {3}
    assert [result.output for result in results if CPR in result.output] == []


def test_a_file_is_shown_without_them(planted: Path) -> None:
    result = run("show", planted, "--model", "none")
    assert "A CPR number stands on page 1" in result.output
    assert secrets_in(result.output) == []


@pytest.mark.parametrize("form", ["csv", "jsonl", "oparl"])
def test_no_export_holds_them(kept: Path, tmp_path: Path, form: str) -> None:
    assert run("export", form, tmp_path / "out", "--archive", kept).exit_code == 0
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*.*"))
    assert "⟦cpr" in written or form == "oparl"
    assert secrets_in(written) == []


@pytest.fixture(scope="module")
def site(kept: Path) -> Iterator[Any]:
    pytest.importorskip("datasette", reason="the extra `web` is not installed")
    from pipeline.web import site_of

    opened = site_of(kept)
    yield opened
    opened.close()


class TestServed:
    """What the browser gets."""

    @staticmethod
    def get(site: Any, path: str) -> Any:
        return asyncio.run(site.datasette.client.get(path))

    def addresses(self, kept: Path) -> list[str]:
        with sqlite3.connect(kept) as connection:
            tables = [
                name
                for (name,) in connection.execute(
                    "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
                )
            ]
            rows = [
                own
                for table in ("items", "sections", "findings")
                for (own,) in connection.execute(f"SELECT id FROM {table}")
            ]
        listed = [
            f"/arkiv/{name}{form}"
            for name in tables
            if "search_" not in name
            for form in ("", ".json", ".csv")
        ]
        asked = [
            "/arkiv.json?sql=select+*+from+private_passages",
            "/arkiv.json?sql=select+max(text)+as+m+from+private_passages",
        ]
        return [
            "/",
            "/soeg?q=klager",
            f"/soeg?q={CPR}",
            *listed,
            *asked,
            *(f"/side/{own}?q={CPR}" for own in rows),
        ]

    def test_no_page_says_a_private_word(self, site: Any, kept: Path) -> None:
        said = {path: self.get(site, path) for path in self.addresses(kept)}
        assert all(answer.status_code in (200, 302) for answer in said.values())
        told = {
            path: secrets_in(answer.text.replace(f"q={CPR}", "").replace(f'value="{CPR}"', ""))
            for path, answer in said.items()
        }
        assert {path: found for path, found in told.items() if found and "soeg" not in path} == {}
        assert (
            "⟦cpr 1⟧" in said["/arkiv/sections.json"].json()["rows"][0].__str__()
            or "⟦" in said["/arkiv/sections.csv"].text
        )

    def test_no_filter_tells_that_one_is_there(self, site: Any) -> None:
        counted = self.get(
            site, f"/arkiv.json?sql=select+count(*)+as+n+from+private_passages+where+text+like+'%25{CPR}%25'"
        )
        assert counted.json()["rows"] in ([[0]], [{"n": 0}])
        assert self.get(site, f"/arkiv/sections.json?text__contains={CPR}").json()["rows"] == []

    def test_the_picture_of_the_page_is_black_there(self, site: Any, kept: Path, planted: Path) -> None:
        record = understand(planted, Reading(model="none"))
        answer = self.get(site, f"/billede/{record.source.sha256}/1.webp")
        image = Image.open(io.BytesIO(answer.content)).convert("L")
        scale = image.width / 595.28
        for finding in record.findings:
            for place in finding.at if finding.code == "privacy" else ():
                x0, top, x1, bottom = (edge * scale for edge in place.bbox)
                assert (
                    image.crop((int(x0) + 1, int(top) + 1, int(x1) - 1, int(bottom) - 1)).getextrema()[1] < 40
                )
        assert answer.headers["cache-control"] == "no-store"

    def test_the_pdf_itself_is_not_shown(self, site: Any, planted: Path) -> None:
        record = understand(planted, Reading(model="none"))
        answer = self.get(site, f"/original/{record.source.sha256}.pdf")
        assert answer.status_code == 404 and not answer.content.startswith(b"%PDF")
        own = f"{record.source.sha256[:16]}.p1"
        assert "/original/" not in self.get(site, f"/side/{own}").text

    def test_staff_may_see_them(self, kept: Path) -> None:
        pytest.importorskip("datasette", reason="the extra `web` is not installed")
        from pipeline.web import site_of

        with sqlite3.connect(kept) as connection:
            (section,) = connection.execute("SELECT id FROM sections WHERE text LIKE '%⟦cpr%'").fetchone()
        site = site_of(kept, unmasked=True)
        try:
            assert CPR in self.get(site, f"/side/{section}").text
            assert CPR not in self.get(site, "/arkiv/sections.csv").text
        finally:
            site.close()

    def test_they_are_shown_on_this_machine_alone(self, kept: Path) -> None:
        result = run("serve", "--unmasked", "--host", "0.0.0.0", "--archive", kept)
        assert result.exit_code == 11
