import json
from collections import Counter
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import EncryptedPdf, UnreadableFile
from pipeline.reading import is_bullet, mend, pdfium, plumber, read
from pipeline.reading.runs import FORCE_BOLD

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = sorted(
    answer.parent / json.loads(answer.read_text(encoding="utf-8"))["file"]
    for answer in (ROOT / "corpus").glob("*/gold.json")
)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["virksom-", "hedsrettet indsats"], "virksomhedsrettet indsats"),
        (["erhvervs-", "og vækstpolitik"], "erhvervs- og vækstpolitik"),
        (["erhvervs- og", "vækstpolitik"], "erhvervs- og vækstpolitik"),
        (["modtagere af a-", "dagpenge"], "modtagere af a-dagpenge"),
        (["ny IT-", "undervisning"], "ny IT-undervisning"),
        (["mindre CO2-", "udledning"], "mindre CO2-udledning"),
        (["læse-/stave-", "problemer"], "læse-/stave-problemer"),
        (["den 28-09-", "2016"], "den 28-09-2016"),
        (["Ældre-", "Handicaprådet"], "Ældre-Handicaprådet"),
        (["muligheder og -", "tilbud"], "muligheder og - tilbud"),
        (["2014 -", "2017"], "2014 - 2017"),
        (["børne-", "eller ungeområdet"], "børne- eller ungeområdet"),
        (["  to   mellemrum ", "", "folde  s"], "to mellemrum folde s"),
        ([], ""),
    ],
)
def test_words_cut_at_a_lines_end_are_mended(lines, text):
    assert mend(lines) == text


@given(st.lists(st.text(alphabet="abcæøå ABC.,-0123456789", max_size=30), max_size=8))
def test_mending_loses_no_letter(lines):
    def letters(text):
        return [character for character in text if character.isalnum()]

    assert letters(mend(lines)) == letters("".join(lines))


@pytest.mark.parametrize("word", ["•", "·", "-", "o", "\uf0b7", "–"])
def test_bullets(word):
    assert is_bullet(word)


@pytest.mark.parametrize("word", ["a", "--", "1", "og", "ø"])
def test_words_that_are_no_bullets(word):
    assert not is_bullet(word)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_both_readers_give_the_same_words(path):
    fast = Counter(word.text for page in pdfium.read_pages(path) for word in page.words)
    careful = Counter(word.text for page in plumber.read_pages(path) for word in page.words)
    agreed = 2 * sum((fast & careful).values()) / (fast.total() + careful.total())
    assert agreed >= 0.995, ((fast - careful).most_common(5), (careful - fast).most_common(5))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_word_is_lost_between_words_and_lines(path):
    for page in read(path):
        in_lines = Counter(word for line in (*page.lines, *page.furniture) for word in line.words)
        assert in_lines == Counter(page.words)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "no such file"),
        (b"", "empty"),
        (b"PK\x03\x04 a Word file", "no PDF"),
        (b"%PDF-1.4\n garbage", "damaged"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(tmp_path, content, says):
    path = tmp_path / "referat.pdf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=says) as raised:
        read(path)
    assert "referat.pdf" in str(raised.value)
    assert str(tmp_path) not in str(raised.value)


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(UnreadableFile, match="folder"):
        read(tmp_path)


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_a_locked_file_asks_for_an_unlocked_copy(tmp_path, engine):
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "laast.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("hemmelig", canPrint=0))
    canvas.drawString(72, 700, "Referat")
    canvas.save()
    with pytest.raises(EncryptedPdf, match="unlocked copy"):
        read(path, engine)


@pytest.mark.parametrize("name", ["granholm-kommunalbestyrelsen-2015-11-03", "granholm-plan-2016"])
def test_fonts_without_a_name_are_bold_by_their_strokes(name, tmp_path):
    (path,) = (ROOT / "corpus" / name).glob("*.pdf")
    nameless = tmp_path / "nameless.pdf"
    with pikepdf.open(path) as pdf:
        faces: list[str] = []
        for thing in pdf.objects:
            for key in ("/BaseFont", "/FontName"):
                if isinstance(thing, pikepdf.Dictionary) and key in thing:
                    face = str(thing[key]).split("+")[-1]
                    faces += [] if face in faces else [face]
                    thing[key] = pikepdf.Name(f"/AAAAAA+F{faces.index(face)}")
            if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing:
                thing["/Flags"] = int(thing["/Flags"]) & ~FORCE_BOLD
        pdf.save(nameless)
    printed = [(word.text, word.bold) for page in pdfium.read_pages(path) for word in page.words]
    read_anew = [(word.text, word.bold) for page in pdfium.read_pages(nameless) for word in page.words]
    assert read_anew == printed
    assert {bold for _, bold in printed} == {True, False}
