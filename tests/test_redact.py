"""What is taken out is gone everywhere, stays gone, and leaves a trace that does not say it."""

import re
import shutil
import sqlite3
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mutants.by_readers import FORMS
from ocr.printing import Spoiled, as_pictures
from reportlab.pdfgen.canvas import Canvas

from pipeline.archive import Archive, verify
from pipeline.archive.fingerprint import Key
from pipeline.cli import main
from pipeline.reading import ocr, read

CPR, NAME, OTHER = "010280-1234", "Folmer Enghave", "110545-1237"
PAGES = [
    ["Granholm Kommune", "Referat", "Social- og Ældreudvalget", "Dato: 3. marts 2016", "1. Klagesag", "Sagsfremstilling",
     f"Borgeren {NAME} med cpr-nr. 010280-", "1234 klager over afgørelsen om ledsagelse.", f"Ægtefællens cpr-nr. er {OTHER}.",
     "Beslutning", "Godkendt."],
    ["2. Cykelsti", "Sagsfremstilling", "Stien anlægges i 2017.", "Beslutning", "Godkendt."],
]  # fmt: skip


def run(*words: object, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=typed)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    canvas = Canvas(str(folder / "referat.pdf"), invariant=1, pageCompression=1)
    canvas.setTitle(f"Sag om {CPR}")
    for lines in PAGES:
        for number, line in enumerate(lines):
            canvas.setFont(
                "Helvetica-Bold"
                if line in ("Sagsfremstilling", "Beslutning") or line[1] == "."
                else "Helvetica",
                10,
            )
            canvas.drawString(60, 780 - 22 * number, line)
        canvas.showPage()
    canvas.save()
    assert (
        run("ingest", folder / "referat.pdf", "--archive", folder / "arkiv.db", "--model", "none").exit_code
        == 0
    )
    return folder


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled, tmp_path / "kopi"))


def taken_out(folder: Path, *words: str) -> Result:
    archive = folder / "arkiv.db"
    return run(
        "redact", "--archive", archive, "--who", "Bente Holm", "--why", "sag 26/1", typed="\n".join(words)
    )


def forms(words: str) -> list[bytes]:
    plain = re.sub(r"[\s-]", "", words)
    return [
        text.encode(code)
        for text in {words, plain}
        for code in ("utf-8", "latin-1", "utf-16-be", "utf-16-le")
    ]


def bytes_of(folder: Path) -> dict[Path, bytes]:
    """Every file of an archive, with what is packed in PDFs unpacked too."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file() and path.name != "referat.pdf":
            content = path.read_bytes()
            if path.suffix == ".pdf":
                for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
                    try:
                        content += zlib.decompress(stream)
                    except zlib.error:
                        continue
            found[path] = content
    return found


@pytest.mark.parametrize("words", [(CPR,), (NAME,), (CPR, NAME, OTHER)], ids=["a number", "a name", "all"])
def test_no_byte_of_it_is_left(folder: Path, words: tuple[str, ...]) -> None:
    result = taken_out(folder, *words)
    assert result.exit_code == 0, result.output
    left = [
        (path.name, form)
        for path, content in bytes_of(folder).items()
        for one in words
        for form in forms(one)
        if form in content
    ]
    assert left == []
    assert not any(one in result.output for one in words)
    with sqlite3.connect(folder / "arkiv.db") as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, search, row)")
        terms = {term for (term,) in connection.execute("SELECT term FROM temp.terms")}
        assert not terms & {"010280", "0102801234", *(("enghave",) if NAME in words else ())}
        traces = connection.execute(
            "SELECT count(*) FROM redactions WHERE who = 'Bente Holm' AND why = 'sag 26/1'"
        )
        assert traces.fetchone()[0] == len(words)
    assert run("verify", "--archive", folder / "arkiv.db").exit_code == 0


def test_capitals_do_not_matter(folder: Path) -> None:
    assert taken_out(folder, NAME.upper()).exit_code == 0
    assert not [path for path, content in bytes_of(folder).items() for form in forms(NAME) if form in content]
    assert run("verify", "--archive", folder / "arkiv.db").exit_code == 0


def test_a_file_that_no_reader_opens_any_more_keeps_no_other_from_it(folder: Path) -> None:
    """Such files are read from what is left of them; their originals are looked through all the same."""
    for name in (
        "kids null",
        "file without a trailer",
        "lock of AES-256",
        "box cut outside",
        "file before itself",
    ):
        path = folder / f"{name}.pdf"
        path.write_bytes(FORMS[name])
        assert run("ingest", path, "--archive", folder / "arkiv.db", "--model", "none").exit_code == 0, name
    assert taken_out(folder, CPR, "Dagsordenen blev godkendt.").exit_code == 0
    gone = [*forms(CPR), b"(Dagsordenen blev godkendt.)"]
    kept = dict(bytes_of(folder / "arkiv.originals").items())
    assert len(kept) > 4 and not [path for path, content in kept.items() for form in gone if form in content]


@pytest.mark.skipif(not ocr.available(), reason="needs Tesseract with Danish")
def test_words_of_a_scan_are_painted_over_in_it(filled: Path, tmp_path: Path) -> None:
    as_pictures(filled / "referat.pdf", tmp_path / "scan.pdf", Spoiled(dpi=150, skew=0.7))
    assert (
        run("ingest", tmp_path / "scan.pdf", "--archive", tmp_path / "arkiv.db", "--model", "none").exit_code
        == 0
    )
    assert taken_out(tmp_path, NAME).exit_code == 0
    (kept,) = (tmp_path / "arkiv.originals").rglob("*.pdf")
    again = " ".join(word.text for page in read(kept, ocr="force") for word in page.words)
    assert "Enghave" not in again and "klager over" in again


def test_what_else_the_page_says_stays(folder: Path) -> None:
    taken_out(folder, CPR)
    (original,) = (folder / "arkiv.originals").rglob("*.pdf")
    pages = read(original)
    text = " ".join(line.text for page in pages for line in page.lines)
    assert (
        "klager over afgørelsen om ledsagelse" in text and NAME in text and "Stien anlægges i 2017." in text
    )
    assert len(pages) == 2
    with Archive.open(folder / "arkiv.db", "read") as archive:
        (digest,) = archive.held([original.stem])
        record = archive.read_record(digest)
    assert [item.title for document in record.documents for item in document.items] == [
        "Klagesag",
        "Cykelsti",
    ]
    assert "▮▮▮" in record.model_dump_json()
    kinds = [one.message.split(" stands")[0] for one in record.findings if one.code == "privacy"]
    assert kinds == ["A CPR number"], "the other number is still told of"


def test_a_finding_names_its_passage(folder: Path) -> None:
    with sqlite3.connect(folder / "arkiv.db") as connection:
        (finding,) = connection.execute(
            "SELECT f.id FROM findings f JOIN private_passages p WHERE f.message LIKE '%(private passage ' || (p.ord + 1) || ')%' AND p.text = ?",
            (OTHER,),
        ).fetchone()
    result = run(
        "redact", "--finding", finding, "--archive", folder / "arkiv.db", "--who", "B", "--why", "cpr"
    )
    assert result.exit_code == 0, result.output
    with Archive.open(folder / "arkiv.db", "read") as archive, archive.transaction() as connection:
        texts = [text for (text,) in connection.exec_driver_sql("SELECT text FROM private_passages")]
    assert OTHER not in texts and any("1234" in text for text in texts)


def test_the_same_file_does_not_bring_it_back(folder: Path) -> None:
    taken_out(folder, CPR)
    for more in ([], ["--reread"]):
        result = run(
            "ingest", folder / "referat.pdf", "--archive", folder / "arkiv.db", "--model", "none", *more
        )
        assert result.exit_code == 14
        assert "delete this copy" in result.output
    assert run("verify", "--archive", folder / "arkiv.db").exit_code == 0
    (original,) = (folder / "arkiv.originals").rglob("*.pdf")
    again = run("ingest", original, "--archive", folder / "arkiv.db", "--model", "none", "--reread")
    assert again.exit_code == 0


def test_verify_tells_when_it_comes_back(folder: Path) -> None:
    taken_out(folder, CPR)
    with sqlite3.connect(folder / "arkiv.db") as connection:
        connection.execute("UPDATE documents SET title = title || ' 010280 – 1234'")
    result = run("verify", "--archive", folder / "arkiv.db", "--json")
    assert result.exit_code == 12 and "words that were taken out stand in documents" in result.output
    assert CPR not in result.output


def test_a_longer_word_is_another_one(folder: Path) -> None:
    with sqlite3.connect(folder / "arkiv.db") as connection:
        connection.execute("UPDATE documents SET title = 'Referat 010280-12345'")
    run("verify", "--mend", "--archive", folder / "arkiv.db")
    assert taken_out(folder, CPR).exit_code == 0
    result = run("verify", "--archive", folder / "arkiv.db", "--json")
    assert "words that were taken out" not in result.output


def test_verify_tells_of_an_old_original_and_mends_it(folder: Path) -> None:
    (old,) = (folder / "arkiv.originals").rglob("*.pdf")
    copy = folder / "gemt.bin"
    shutil.copy(old, copy)
    taken_out(folder, CPR)
    old.parent.mkdir(exist_ok=True)
    copy.rename(old)
    with Archive.open(folder / "arkiv.db") as archive:
        assert [one.check for one in verify(archive)] == ["redaction"]
    mended = run("verify", "--mend", "--archive", folder / "arkiv.db")
    assert mended.exit_code == 0, mended.output
    assert not old.exists()


def test_the_trace_says_nothing_without_its_key(folder: Path) -> None:
    taken_out(folder, CPR)
    with sqlite3.connect(folder / "arkiv.db") as connection:
        rows = connection.execute("SELECT mark, sieve FROM redactions").fetchall()
    assert rows and all(Key(b"another key").trace(CPR).mark != mark for mark, _ in rows)
    assert Key.beside(folder / "arkiv.db").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("words", "why", "code"),
    [("kort", "x", 10), ("Ukendt Person", "x", 10), (NAME, f"om {NAME}", 10), ("", "x", 10)],
)
def test_what_cannot_be_taken_out_is_said(folder: Path, words: str, why: str, code: int) -> None:
    result = run("redact", "--archive", folder / "arkiv.db", "--who", "B", "--why", why, typed=words)
    assert result.exit_code == code


def test_ingest_takes_out_what_is_private_before_it_keeps_anything(filled: Path, tmp_path: Path) -> None:
    archive, own = tmp_path / "arkiv.db", filled / "referat.pdf"
    result = run("ingest", own, "--archive", archive, "--privacy", "redact", "--model", "none")
    assert result.exit_code == 0, result.output
    left = [
        (path.name, form)
        for path, content in bytes_of(tmp_path).items()
        for one in (CPR, OTHER)
        for form in forms(one)
        if form in content
    ]
    assert left == []
    assert run("verify", "--archive", archive).exit_code == 0
    again = run("ingest", own, "--archive", archive, "--privacy", "redact", "--model", "none")
    assert again.exit_code == 0 and "1 unchanged" in again.output
    assert run("ingest", own, "--archive", archive, "--model", "none").exit_code == 14
    with sqlite3.connect(archive) as connection:
        assert connection.execute("SELECT DISTINCT who FROM redactions").fetchall() == [
            ("ingest --privacy redact",)
        ]
