"""Scans: noticed page by page, read by OCR where it is installed, kept as needing OCR where it is not."""

import json
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from click.testing import CliRunner
from ocr.printing import Spoiled, as_pictures, write_pictures
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.archive import Archive
from pipeline.batch import ingest
from pipeline.cli import main
from pipeline.errors import ExitCode, NeedsOcr, NoTextLayer
from pipeline.reading import ocr, read
from pipeline.reading.ocr.pages import POORLY
from pipeline.reading.ocr.straight import shown, skew_of
from pipeline.run import Reading, understand
from schemas.page import Page, Scan
from schemas.vocabulary import FindingCode, PageText, TextLayer

needs_tesseract = pytest.mark.skipif(
    not ocr.available(),
    reason="needs Tesseract with Danish (apt-get install tesseract-ocr tesseract-ocr-dan)",
)

MINUTES = (
    (14, True, "Referat"),
    (11, True, "Børne- og Skoleudvalget"),
    (10, False, "Birkelund Kommune"),
    (10, False, "Mødedato: 12. maj 2021"),
    (10, False, "Mødetidspunkt: 16.30 - 18.15"),
    (12, True, "1. Ny skolebus til Østerby"),
    (10, True, "Sagsfremstilling"),
    (10, False, "Forældrene i Østerby ønsker en bus, der kører hele året. Færgen sejler kun om sommeren."),
    (10, True, "Indstilling"),
    (10, False, "Forvaltningen indstiller, at bussen kører fra august."),
    (10, True, "Beslutning"),
    (10, False, "Godkendt. Åse Ærø (Ø) stemte imod."),
    (12, True, "2. Eventuelt"),
    (10, True, "Beslutning"),
    (10, False, "Intet."),
)


def printed(path: Path, lines: tuple[tuple[int, bool, str], ...] = MINUTES) -> Path:
    canvas = Canvas(str(path), pagesize=A4)
    y = A4[1] - 70
    for size, bold, text in lines:
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        canvas.drawString(70, y, text)
        y -= 2 * size
    canvas.showPage()
    canvas.save()
    return path


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    return printed(tmp_path / "referat.pdf")


@pytest.fixture
def scan(minutes: Path, tmp_path: Path) -> Path:
    as_pictures(minutes, tmp_path / "scan.pdf", Spoiled(dpi=150))
    return tmp_path / "scan.pdf"


@pytest.fixture
def without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "program", lambda: None)


def joined(out: Path, *parts: Path) -> Path:
    whole = pdfium.PdfDocument.new()
    for part in parts:
        whole.import_pages(pdfium.PdfDocument(part))
    whole.save(out)
    return out


def hidden_layer(picture: Path, words: list[str], out: Path) -> Path:
    """A scan with a text layer behind it, as copiers write it."""
    image = pdfium.PdfDocument(picture)[0].render(scale=1).to_pil()
    canvas = Canvas(str(out), pagesize=A4)
    canvas.drawInlineImage(image, 0, 0, *A4)
    for number, word in enumerate(words):
        text = canvas.beginText(70 + 90 * (number % 5), 760 - 14 * (number // 5))
        text.setTextRenderMode(3)
        text.textOut(word)
        canvas.drawText(text)
    canvas.save()
    return out


def test_a_page_of_text_is_no_scan(minutes):
    assert [page.scan for page in read(minutes)] == [None]


def test_a_scan_without_ocr_says_which_two_commands_bring_it(scan, without_ocr):
    with pytest.raises(
        NeedsOcr, match=r"apt-get update.*apt-get install tesseract-ocr tesseract-ocr-dan"
    ) as raised:
        understand(scan, Reading(model="none"))
    assert raised.value.exit_code == ExitCode.no_text
    assert scan.name in str(raised.value)


def test_a_file_of_scans_and_text_is_read_as_far_as_it_goes(minutes, scan, tmp_path, without_ocr):
    blank = printed(tmp_path / "blank.pdf", ())
    record = understand(joined(tmp_path / "samlet.pdf", minutes, scan, blank), Reading(model="none"))
    assert record.source.text_layer is TextLayer.native
    assert [(one.page, one.how) for one in record.scans] == [(2, PageText.unread), (3, PageText.blank)]
    (unread,) = [
        one for one in record.findings if one.code is FindingCode.no_text_layer and one.severity == "warning"
    ]
    assert "Page 2" in unread.message and unread.at[0].page == 2
    assert record.documents[0].items[0].title == "Ny skolebus til Østerby"


@pytest.mark.parametrize("shift", [-29, 3, 31])
def test_a_text_layer_in_another_encoding_is_noise(shift, tmp_path):
    moved = tuple(
        (
            size,
            bold,
            "".join(
                chr(33 + (ord(letter) - 33 + shift) % 94) if 33 <= ord(letter) < 127 else letter
                for letter in text
            ),
        )
        for size, bold, text in MINUTES
    )
    with pytest.raises(NeedsOcr):
        read(printed(tmp_path / "kodet.pdf", moved), ocr="off")


def test_somebody_elses_ocr_is_told_and_taken_where_it_is_danish(scan, tmp_path):
    words = " ".join(text for _, _, text in MINUTES).split()
    (page,) = read(hidden_layer(scan, words, tmp_path / "skjult.pdf"), ocr="off")
    assert page.scan == Scan(PageText.hidden)
    noise = ["qxzt", "Wvjq", "zzkq", "xqwp", "jvvq"] * 12
    with pytest.raises(NeedsOcr):
        read(hidden_layer(scan, noise, tmp_path / "stoej.pdf"), ocr="off")


def test_an_archive_keeps_what_needs_ocr_and_completes_it_when_ocr_is_there(minutes, scan, tmp_path):
    both = joined(tmp_path / "samlet.pdf", minutes, scan)
    folder = tmp_path / "arkiv.db"
    reading = Reading(model="none", layouts=False)
    with Archive.open(folder) as archive:
        first = ingest([scan, both], archive, Reading(model="none", layouts=False, ocr="off"))
        assert {one.path.name: one.became for one in first.outcomes} == {
            "scan.pdf": "needs-ocr",
            "samlet.pdf": "loaded",
        }
        assert first.exit_code == ExitCode.no_text
        again = ingest([scan, both], archive, Reading(model="none", layouts=False, ocr="off"))
        assert {one.path.name: one.became for one in again.outcomes} == {
            "scan.pdf": "needs-ocr",
            "samlet.pdf": "unchanged",
        }
        listed = CliRunner().invoke(
            main, ["files", "--status", "needs-ocr", "--json", "--archive", str(folder)]
        )
        assert [one["file"] for one in json.loads(listed.stdout)] == ["scan.pdf"]
        if ocr.available():
            last = ingest([scan, both], archive, reading)
            assert {one.path.name: one.became for one in last.outcomes} == {
                "scan.pdf": "loaded",
                "samlet.pdf": "replaced",
            }
            settled = ingest([scan, both], archive, reading)
            assert {one.became for one in settled.outcomes} == {"unchanged"}


@needs_tesseract
@pytest.mark.parametrize(("turn", "skew"), [(0, 1.0), (90, 0.0), (180, 0.0), (270, -0.8)])
def test_a_scan_gives_the_record_of_its_print_with_boxes_on_the_page_as_sent(minutes, tmp_path, turn, skew):
    as_pictures(minutes, tmp_path / "scan.pdf", Spoiled(dpi=150, turn=turn, skew=skew))
    record = understand(tmp_path / "scan.pdf", Reading(model="none", layouts=False))
    truth = understand(minutes, Reading(model="none", layouts=False))
    assert record.source.text_layer is TextLayer.ocr
    (page,) = record.scans
    assert page.how is PageText.ocr and page.confidence > POORLY
    assert page.turned == (360 - turn) % 360 and abs(page.skew - skew) < 0.2
    (found,), (real,) = record.documents, truth.documents
    assert [(one.number, one.title) for one in found.items] == [(one.number, one.title) for one in real.items]
    assert [one.decision.text for one in found.items] == [one.decision.text for one in real.items]
    assert (found.committee, found.date, found.municipality) == (real.committee, real.date, real.municipality)
    image = pdfium.PdfDocument(tmp_path / "scan.pdf")[0].render(scale=1, grayscale=True).to_numpy()
    for section in found.items[0].sections:
        for place in section.at:
            x0, top, x1, bottom = (round(edge) for edge in place.bbox)
            assert (image[top:bottom, x0:x1] < 128).any(), f"nothing is printed where {section.label} stands"


@needs_tesseract
def test_a_map_is_a_picture_and_no_failure(minutes, tmp_path):
    random = np.random.default_rng(1)
    lines = Image.fromarray((random.random((90, 64)) * 255).astype(np.uint8)).resize((640, 900))
    write_pictures([lines], tmp_path / "kort.pdf", 72)
    record = understand(
        joined(tmp_path / "samlet.pdf", minutes, tmp_path / "kort.pdf"), Reading(model="none")
    )
    assert [(one.page, one.how) for one in record.scans] == [(2, PageText.picture)]
    assert not [
        one for one in record.findings if one.code is FindingCode.no_text_layer and one.severity == "warning"
    ]
    with pytest.raises(NoTextLayer) as raised:
        understand(tmp_path / "kort.pdf", Reading(model="none"))
    assert not isinstance(raised.value, NeedsOcr)


@pytest.mark.parametrize("skew", [-4.0, -1.0, 0.0, 0.5, 2.0])
def test_skew_is_measured_to_a_tenth_of_a_degree(minutes, tmp_path, skew):
    as_pictures(minutes, tmp_path / "scan.pdf", Spoiled(dpi=150, skew=skew, noise=True))
    image = (
        pdfium.PdfDocument(tmp_path / "scan.pdf")[0]
        .render(scale=150 / 72, grayscale=True)
        .to_pil()
        .convert("L")
    )
    assert abs(skew_of(image, 150) - skew) <= 0.1


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_boxes_lead_back_to_the_page_as_shown(turned):
    """A mark at the left of the page's head, looked for where a clockwise turn has put it."""
    page = Page(1, 400.0, 600.0, [], [], scan=Scan(PageText.ocr, 1.0, turned, 0.0))
    width, height = (600.0, 400.0) if turned in (90, 270) else (400.0, 600.0)
    x0, top, x1, bottom = shown(page, (10.0, 20.0, 40.0, 30.0))
    image = Image.new("L", (int(width), int(height)), 0)
    image.paste(255, (int(x0), int(top), int(x1), int(bottom)))
    upright = np.asarray(image.rotate(-turned, expand=True))
    ys, xs = np.nonzero(upright)
    assert (xs.min(), ys.min(), xs.max() + 1, ys.max() + 1) == (10, 20, 40, 30)
