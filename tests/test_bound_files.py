"""Minutes bound with attachments that do not say what they are: each is a document of its own. All invented."""

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from pipeline.documents import divide
from pipeline.reading import read
from pipeline.run import Reading, understand
from schemas.page import Page
from schemas.record import Record

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
MINUTES = [
    "granholm-kfu-2012-06-14/referat_kfu_2012-06-14.pdf",
    "lyngso-bsu-2015-04-17/referat_2015-04-17.pdf",
    "norremark-biu-2016-09-06/beslutningsprotokol_2016-09-06.pdf",
    "granholm-tmu-2011-11-23/referat_tmu_2011-11-23.pdf",
]
PROSE = (
    "Beboerne på Kirsebærvej har i flere år ventet på en afklaring af, hvor den nye sti skal ligge. Stien vil gøre "
    "vejen til skole kortere for omkring tres børn, og den kan anlægges uden at fælde de gamle lindetræer ved åen."
)
FIGURES = [["Område", "Budget", "Forbrug", "Rest"]] + [
    [f"Konto {n}", f"{n * 317}", f"{n * 211}", f"{n * 106}"] for n in range(1, 25)
]


def style(size: float, font: str = "Times-Roman", **more: Any) -> ParagraphStyle:
    return ParagraphStyle("s", fontName=font, fontSize=size, leading=1.3 * size, spaceAfter=size, **more)


def letter() -> list[Flowable]:
    body = style(12, "Helvetica")
    sender = Paragraph("Beboerforeningen Kirsebærvej<br/>9999 Granholm", style(12, "Helvetica", alignment=2))
    return [sender, Spacer(1, 60), *[Paragraph(PROSE, body)] * 4, Paragraph("Med venlig hilsen", body)]


def report() -> list[Flowable]:
    title, body = style(26, "Times-Bold"), style(11.5)
    chapters = [
        flowable
        for name in ("Indledning", "Metode", "Resultater")
        for flowable in (Paragraph(name, style(15, "Times-Bold")), *[Paragraph(PROSE, body)] * 6)
    ]
    return [Paragraph("Evaluering af forsøget med senere skolestart", title), PageBreak(), *chapters]


def figures() -> list[Flowable]:
    grid = Table(
        FIGURES, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONTSIZE", (0, 0), (-1, -1), 8)]
    )
    return [Paragraph("Opfølgning på budgettet", style(18, "Helvetica-Bold")), grid]


def numbered(canvas: Any, document: Any) -> None:
    canvas.setFont("Times-Roman", 9)
    canvas.drawRightString(560, 24, f"Side {document.page}")


def behind_a_cover() -> list[Flowable]:
    rows = (
        "Bilag: 3.1. Beboernes svar",
        "Udvalg: Teknisk Udvalg",
        "Mødedato: 14. juni 2012 - Kl. 16:00",
        "Adgang: Åben",
    )
    return [*[Paragraph(row, style(13)) for row in rows], PageBreak(), *letter()]


def behind_an_items_cover() -> list[Flowable]:
    return [Paragraph("Punkt 3, Bilag 1: Beboernes svar", style(20, "Times-Bold")), PageBreak(), *letter()]


@pytest.fixture
def bound(tmp_path: Path) -> Callable[..., tuple[Path, list[list[int]]]]:
    """Bind minutes with attachments; the file, and the first and last page of each."""

    def bind(minutes: str, *attachments: Callable[[], list[Flowable]]) -> tuple[Path, list[list[int]]]:
        with pikepdf.open(CORPUS / minutes) as book:
            spans = [[1, len(book.pages)]]
            for number, attachment in enumerate(attachments):
                path = tmp_path / f"{number}.pdf"
                sheet = landscape(A4) if attachment is figures else A4
                print_it = SimpleDocTemplate(str(path), pagesize=sheet, leftMargin=62, rightMargin=62)
                if attachment is report:
                    print_it.build(attachment(), onFirstPage=numbered, onLaterPages=numbered)
                else:
                    print_it.build(attachment())
                with pikepdf.open(path) as pages:
                    spans.append([spans[-1][1] + 1, spans[-1][1] + len(pages.pages)])
                    book.pages.extend(pages.pages)
            file = tmp_path / "bundet.pdf"
            book.save(file)
        return file, spans

    return bind


@pytest.mark.parametrize("minutes", MINUTES, ids=lambda path: path.split("/")[0])
@pytest.mark.parametrize(
    "attachments",
    [(letter,), (report, letter), (figures, report), (behind_a_cover, figures), (behind_an_items_cover,) * 2],
)
def test_attachments_are_documents_of_their_own(
    bound: Callable[..., tuple[Path, list[list[int]]]],
    record_of: Callable[[Path], Record],
    minutes: str,
    attachments: tuple[Callable[[], list[Flowable]], ...],
) -> None:
    file, spans = bound(minutes, *attachments)
    record = understand(file, Reading(model="none"))
    assert [(document.kind, list(document.pages)) for document in record.documents] == [
        (kind, span) for kind, span in zip(["minutes"] + ["other"] * len(attachments), spans, strict=True)
    ]
    assert not any(finding.code == "unsure-reading" for finding in record.findings)
    alone = record_of(CORPUS / minutes).documents[0]
    assert words_of(record.documents[0]) == words_of(alone)


def words_of(minutes: Any) -> list[tuple[object, ...]]:
    """What the minutes say, item by item, without where it stands."""
    return [
        (
            item.number,
            item.title,
            item.proposal,
            item.decision and item.decision.text,
            [s.text for s in item.sections],
        )
        for item in minutes.items
    ]


def test_a_table_in_other_type_inside_of_minutes_is_theirs(tmp_path: Path) -> None:
    with pikepdf.open(CORPUS / MINUTES[1]) as book:
        path, pages = tmp_path / "tal.pdf", len(book.pages)
        SimpleDocTemplate(str(path), pagesize=A4, leftMargin=62).build(figures())
        with pikepdf.open(path) as table:
            book.pages.insert(1, table.pages[0])
        book.save(tmp_path / "referat.pdf")
    (document,) = understand(tmp_path / "referat.pdf", Reading(model="none")).documents
    assert document.kind == "minutes"
    assert list(document.pages) == [1, pages + 1]


@pytest.mark.parametrize("attachment", [behind_a_cover, behind_an_items_cover])
def test_an_attachment_alone_behind_its_cover_is_no_minutes(
    attachment: Callable[[], list[Flowable]], tmp_path: Path
) -> None:
    path = tmp_path / "bilag.pdf"
    SimpleDocTemplate(str(path), pagesize=A4).build(attachment())
    (document,) = understand(path, Reading(model="none")).documents
    assert (document.kind, list(document.pages)) == ("other", [1, 2])


@pytest.mark.parametrize("attachment", [behind_a_cover, behind_an_items_cover])
@pytest.mark.parametrize("minutes", [MINUTES[1], MINUTES[3]], ids=lambda path: path.split("/")[0])
def test_minutes_go_on_behind_an_attachment_between_their_items(
    attachment: Callable[[], list[Flowable]],
    minutes: str,
    record_of: Callable[[Path], Record],
    tmp_path: Path,
) -> None:
    SimpleDocTemplate(str(tmp_path / "bilag.pdf"), pagesize=A4).build(attachment())
    with pikepdf.open(CORPUS / minutes) as book, pikepdf.open(tmp_path / "bilag.pdf") as pages:
        for place, page in enumerate(pages.pages, 1):
            book.pages.insert(place, page)
        last = len(book.pages)
        book.save(tmp_path / "referat.pdf")
    record = understand(tmp_path / "referat.pdf", Reading(model="none"))
    assert [(d.kind, list(d.pages)) for d in record.documents] == [("minutes", [1, last]), ("other", [2, 3])]
    assert words_of(record.documents[0]) == words_of(record_of(CORPUS / minutes).documents[0])
    assert [record.document_on(page) for page in (1, 2, 3, 4)] == [0, 1, 1, 0]


@pytest.mark.parametrize("attachment", [report, letter])
def test_minutes_go_on_with_their_next_item_behind_an_attachment_without_a_cover(
    attachment: Callable[[], list[Flowable]], record_of: Callable[[Path], Record], tmp_path: Path
) -> None:
    minutes = MINUTES[3]
    SimpleDocTemplate(str(tmp_path / "bilag.pdf"), pagesize=A4, leftMargin=62).build(attachment())
    with pikepdf.open(CORPUS / minutes) as book, pikepdf.open(tmp_path / "bilag.pdf") as pages:
        first = 4  # with page 4 an item begins
        for place, page in enumerate(pages.pages, first - 1):
            book.pages.insert(place, page)
        last, more = len(book.pages), len(pages.pages)
        book.save(tmp_path / "referat.pdf")
    record = understand(tmp_path / "referat.pdf", Reading(model="none"))
    assert [(d.kind, list(d.pages)) for d in record.documents] == [
        ("minutes", [1, last]),
        ("other", [first, first + more - 1]),
    ]
    assert words_of(record.documents[0]) == words_of(record_of(CORPUS / minutes).documents[0])


def test_an_empty_page_parts_no_document_and_hides_no_seam(tmp_path: Path) -> None:
    SimpleDocTemplate(str(tmp_path / "brev.pdf"), pagesize=A4, leftMargin=62).build(report())
    with pikepdf.open(CORPUS / MINUTES[0]) as book, pikepdf.open(tmp_path / "brev.pdf") as pages:
        book.add_blank_page(page_size=A4)
        ends = len(book.pages)
        book.pages.extend(pages.pages)
        book.save(tmp_path / "referat.pdf")
        last = len(book.pages)
    record = understand(tmp_path / "referat.pdf", Reading(model="none"))
    assert [(d.kind, list(d.pages)) for d in record.documents] == [
        ("minutes", [1, ends]),
        ("other", [ends + 1, last]),
    ]


@cache
def pages_of(minutes: str) -> list[Page]:
    return read(CORPUS / minutes)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(MINUTES), st.integers(0, 3), st.integers(1, 4)), min_size=1, max_size=5
    )
)
def test_however_pages_are_bound_each_is_in_one_document(bound_pages: list[tuple[str, int, int]]) -> None:
    pages = [
        deepcopy(page) for name, first, many in bound_pages for page in pages_of(name)[first : first + many]
    ]
    words = [(number, len(page.words)) for number, page in enumerate(pages, 1)]
    for number, page in enumerate(pages, 1):
        page.number = number
    parts = divide(pages)
    assert sorted((page.number, len(page.words)) for part in parts for page in part.pages) == words
    for part in parts:
        assert [page.number for page in part.pages] == sorted(page.number for page in part.pages)
    assert [part.first for part in parts] == sorted(part.first for part in parts)
