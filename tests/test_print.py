"""Type as programs print it: struck twice, outlined, turned, typed into fields, behind a picture; read as plain type is."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

from pipeline.reading import read
from pipeline.reading.mending import mend_words
from pipeline.run import Reading, understand
from schemas.page import Page, Word
from schemas.vocabulary import FindingCode

ROOT = Path(__file__).resolve().parent.parent
(MINUTES,) = (ROOT / "corpus" / "granholm-oeu-2015-10-20").glob("*.pdf")
REGULAR, BOLD = "Helvetica", "Helvetica-Bold"
LABELS = ["Sagsfremstilling", "Indstilling", "Beslutning"]
TEXT = "Forvaltningen foreslår, at sagen drøftes"


def _put(canvas: Canvas, words: str, x: float, y: float, font: str = REGULAR, mode: int = 0) -> None:
    text = canvas.beginText(x, y)
    text.setFont(font, 11)
    text.setTextRenderMode(mode)
    text.textOut(words)
    text.setTextRenderMode(0)
    canvas.drawText(text)


def _bold_font(canvas, label, y):
    _put(canvas, label, 72, y, BOLD)


def _struck(canvas, label, y):
    _put(canvas, label, 72, y)
    _put(canvas, label, 72.3, y)


def _struck_four_times(canvas, label, y):
    for across, up in ((0, 0), (0.4, 0), (0, 0.4), (0.4, 0.4)):
        _put(canvas, label, 72 + across, y + up)


def _outlined(canvas, label, y):
    _put(canvas, label, 72, y, mode=2)


def _outlined_over(canvas, label, y):
    _put(canvas, label, 72, y)
    _put(canvas, label, 72, y, mode=1)


@pytest.mark.parametrize(
    ("how", "late"),
    [
        (_bold_font, None),
        (_struck, None),
        (_struck_four_times, None),
        (_outlined, None),
        (_outlined_over, None),
        (_struck, _struck),
    ],
)
def test_what_looks_bold_is_bold_and_read_once(how, late, tmp_path):
    path = tmp_path / "fed.pdf"
    canvas = Canvas(str(path))
    for place, label in enumerate(LABELS):
        how(canvas, label, 700 - 60 * place)
        _put(canvas, TEXT, 72, 680 - 60 * place)
    if late:
        for place, label in enumerate(LABELS):
            late(canvas, label, 700 - 60 * place)
    canvas.save()
    (page,) = read(path)
    assert [(line.text, line.bold) for line in page.lines] == [
        told for label in LABELS for told in ((label, True), (TEXT, False))
    ]


def _changed(tmp_path: Path, change) -> Path:
    path = tmp_path / "aendret.pdf"
    with pikepdf.open(MINUTES) as pdf:
        for page in pdf.pages:
            if "/Annots" in page:
                del page["/Annots"]
            change(pdf, page)
        pdf.save(path)
    return path


def _form_of(pdf, page):
    page.contents_coalesce()
    form = pdf.make_stream(page.Contents.read_bytes())
    form.Type, form.Subtype, form.BBox, form.Resources = (
        Name.XObject,
        Name.Form,
        page.mediabox,
        page.Resources,
    )
    return form


def _noted(subtype):
    def change(pdf, page):
        note = Dictionary(
            Type=Name.Annot, Subtype=subtype, Rect=page.mediabox, F=4, AP=Dictionary(N=_form_of(pdf, page))
        )
        page.Annots = Array([pdf.make_indirect(note)])
        page.Contents, page.Resources = pdf.make_stream(b""), Dictionary()

    return change


@pytest.mark.parametrize("subtype", [Name.Widget, Name.FreeText])
def test_fields_and_typed_notes_are_text(subtype, tmp_path):
    plain = [line.text for page in read(MINUTES) for line in page.lines]
    assert [line.text for page in read(_changed(tmp_path, _noted(subtype))) for line in page.lines] == plain


@pytest.mark.parametrize(
    ("turned", "matrix"), [(90, "0 1 -1 0 {h} 0"), (180, "-1 0 0 -1 {w} {h}"), (270, "0 -1 1 0 0 {w}")]
)
def test_pages_whose_text_runs_across_them_are_read_and_their_boxes_lie_on_it(turned, matrix, tmp_path):
    def change(pdf, page):
        wide, high = (float(edge) for edge in page.mediabox[2:])
        page.contents_coalesce()
        old = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(f"q {matrix.format(w=wide, h=high)} cm\n".encode() + old + b"\nQ")
        page.MediaBox = Array([0, 0, wide, high] if turned == 180 else [0, 0, high, wide])

    path = _changed(tmp_path, change)
    plain, across = (understand(file, Reading(model="none")) for file in (MINUTES, path))
    assert not across.scans
    assert _without_places(across) == _without_places(plain)
    item = across.documents[0].items[1]
    place = item.proposal_at[0]
    document = pypdfium2.PdfDocument(path)
    page = document[place.page - 1]
    x0, top, x1, bottom = place.bbox
    words = page.get_textpage().get_text_bounded(x0, page.get_height() - bottom, x1, page.get_height() - top)
    assert item.proposal.split()[0] in words


def _without_places(record) -> object:
    def strip(value):
        if isinstance(value, dict):
            return {
                name: strip(one) for name, one in value.items() if not name.endswith("at") and name != "pages"
            }
        return [strip(one) for one in value] if isinstance(value, list) else value

    return strip(record.model_dump(mode="json")["documents"])


def test_labels_of_a_text_layer_behind_a_picture_are_bold_as_the_picture_shows(tmp_path):
    drawn, path = tmp_path / "trykt.pdf", tmp_path / "scannet.pdf"
    canvas = Canvas(str(drawn))
    for place in range(12):
        _put(canvas, LABELS[place % 3], 72, 760 - 60 * place, BOLD)
        _put(canvas, f"{TEXT} på det næste møde i udvalget.", 72, 740 - 60 * place)
    canvas.save()
    picture = pypdfium2.PdfDocument(drawn)[0].render(scale=200 / 72, grayscale=True).to_pil()
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    canvas = Canvas(str(path))
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(buffer), 0, 0, 595, 842)
    (page,) = read(drawn)
    for line in page.lines:
        for word in line.words:
            _put(canvas, word.text, word.x0, 842 - word.bottom + 0.21 * 11, mode=3)
    canvas.save()
    (layer,) = read(path, ocr="off")
    assert [(line.text, line.bold) for line in layer.lines] == [(line.text, line.bold) for line in page.lines]


def _word(text: str, x0: float, size: float = 10.0, top: float = 100.0) -> Word:
    return Word(text, x0, top, x0 + 5 * len(text), top + size, "F", size, False, False)


@pytest.mark.parametrize(
    ("words", "mended"),
    [
        ([_word("beskæf\u00adtigelse", 72)], ["beskæftigelse"]),
        ([_word("virksom\u00ad", 500), _word("hedsrettet", 72, top=114)], ["virksom-", "hedsrettet"]),
        ([_word("Byråd\u00ad", 72), _word("møde", 120)], ["Byråd", "møde"]),
        ([_word("sag", 72), _word("sag", 72), _word("sag", 92)], ["sag", "sag"]),
    ],
)
def test_what_print_did_to_words_is_undone(words, mended):
    page = Page(1, 595.0, 842.0, words, [])
    mend_words([page])
    assert [word.text for word in page.words] == mended


def test_small_capitals_have_their_capitals_size():
    def sizes(words):
        page = Page(1, 595.0, 842.0, words, [])
        mend_words([page])
        return [word.size for word in page.words]

    title = [
        _word("GODKENDELSE", 72, 12.0),
        _word("AF", 140, 9.6, top=102.4),
        _word("DAGSORDEN", 160, 9.6, top=122),
    ]
    assert sizes(title) == [12.0, 12.0, 12.0]
    assert sizes([*title, _word("brødtekst", 72, 9.6, top=140)]) == [12.0, 9.6, 9.6, 9.6]


def test_files_inside_of_a_file_are_told(tmp_path):
    path = tmp_path / "samling.pdf"
    with pikepdf.open(MINUTES) as pdf:
        for name in ("bilag 1.pdf", "tal.xlsx"):
            pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, b"%PDF-1.4", filename=name)
        pdf.save(path)
    found = [
        f for f in understand(path, Reading(model="none")).findings if f.code is FindingCode.attached_files
    ]
    assert [("bilag 1.pdf" in f.message, "tal.xlsx" in f.message) for f in found] == [(True, False)]
