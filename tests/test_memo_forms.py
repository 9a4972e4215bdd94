"""Memos in several printed forms: who asked, each question with its answer, and what is recommended. All invented."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from pipeline.documents.memo import read_memo
from pipeline.reading import read
from schemas.memo import Memo
from schemas.page import Part
from schemas.vocabulary import Kind

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=7)
BOLD = ParagraphStyle("bold", parent=BODY, fontName="Helvetica-Bold")
ITALIC = ParagraphStyle("italic", parent=BODY, fontName="Helvetica-Oblique")
TITLE = ParagraphStyle("title", parent=BOLD, fontSize=16, leading=20)
RIGHT = ParagraphStyle("right", parent=BODY, alignment=2, fontSize=8)

FIRST = "Hvor mange borgere har ventet mere end otte uger på en afklaring?"
SECOND = "Hvad koster det kommunen om året?"
ANSWERS = (
    "I 2015 ventede 34 borgere mere end otte uger. Det er seks færre end året før.",
    "Udgiften er 1,2 mio. kr. om året. Beløbet er uændret siden 2013.",
)
PAIRS = list(zip((FIRST, SECOND), ANSWERS, strict=True))
ASKED = "Karla Mosegaard har stillet følgende spørgsmål:"
RECOMMENDS = "Forvaltningen anbefaler, at den nuværende praksis fortsætter."


def p(text: str, style: ParagraphStyle = BODY) -> Paragraph:
    return Paragraph(text, style)


def table(rows: Sequence[Sequence[str]], widths: Sequence[float], drawn: bool = True) -> Table:
    style: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if drawn:
        style.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    return Table([[p(cell) for cell in row] for row in rows], colWidths=list(widths), style=style)


@pytest.fixture
def reader(tmp_path: Path) -> Callable[..., Memo]:
    """Typeset a memo and read it."""

    def make(*story: Flowable) -> Memo:
        path = tmp_path / "notat.pdf"
        SimpleDocTemplate(str(path), pagesize=A4, leftMargin=70, rightMargin=70).build(list(story))
        return read_memo(Part(kind=Kind.memo, pages=read(path), sure=1.0))

    return make


HEAD = (
    p("Birkelund Kommune", RIGHT),
    p("Center for Arbejdsmarked", RIGHT),
    p("NOTAT", TITLE),
    p("Ventetid på afklaring", BOLD),
    p("Udvalget bad på sit seneste møde om et notat i sagen."),
)

FORMS: dict[str, tuple[Flowable, ...]] = {
    "listed, then answered by number": (
        p(ASKED),
        *(p(f"{n}. {question}") for n, (question, _) in enumerate(PAIRS, 1)),
        *(part for n, (_, answer) in enumerate(PAIRS, 1) for part in (p(f"Ad {n}", BOLD), p(answer))),
    ),
    "listed, then repeated above each answer": (
        p(ASKED),
        *(p(f"{n}. {question}") for n, (question, _) in enumerate(PAIRS, 1)),
        *(part for n, (q, answer) in enumerate(PAIRS, 1) for part in (p(f"{n}. {q}", BOLD), p(answer))),
    ),
    "numbered, each with its answer behind a label": (
        p(ASKED),
        *(part for n, (q, answer) in enumerate(PAIRS, 1) for part in (p(f"{n}. {q}"), p(f"Svar: {answer}"))),
    ),
    "labels before both": (
        p("Der er modtaget spørgsmål fra Karla Mosegaard (B) til sagen."),
        *(
            part
            for n, (q, answer) in enumerate(PAIRS, 1)
            for part in (p(f"Spørgsmål {n}: {q}"), p(f"Svar: {answer}"))
        ),
    ),
    "labels on lines of their own": (
        p("Spørgsmålene er stillet af byrådsmedlem Karla Mosegaard."),
        *(
            part
            for n, (q, answer) in enumerate(PAIRS, 1)
            for part in (p(f"Spørgsmål {n}", BOLD), p(q), p("Forvaltningens svar:", BOLD), p(answer))
        ),
    ),
    "bold questions": (p(ASKED), *(part for q, answer in PAIRS for part in (p(q, BOLD), p(answer)))),
    "italic questions": (p(ASKED), *(part for q, answer in PAIRS for part in (p(q, ITALIC), p(answer)))),
    "labelled questions, answers without a label": (
        p("Der er modtaget spørgsmål fra Karla Mosegaard (B) til sagen."),
        *(
            part
            for n, (q, answer) in enumerate(PAIRS, 1)
            for part in (p(f"<i>Spørgsmål {n}:</i> {q}"), p(answer))
        ),
    ),
    "numbered questions, each with its answer in the same type": (
        p(ASKED),
        *(part for n, (q, answer) in enumerate(PAIRS, 1) for part in (p(f"{n}. {q}"), p(answer))),
    ),
    "a heading above each question": (
        p(ASKED),
        *(
            part
            for n, (q, answer) in enumerate(PAIRS, 1)
            for part in (p(f"{n}. Emne", TITLE), p(f"<b>Spørgsmål:</b> {q}"), p(f"<b>Svar:</b> {answer}"))
        ),
    ),
    "italic questions in a chapter of their own": (
        p("Baggrund", BOLD),
        p("Karla Mosegaard har stillet spørgsmål til sagen."),
        p("Spørgsmål fra udvalget", BOLD),
        *(part for q, answer in PAIRS for part in (p(q, ITALIC), p(answer))),
    ),
    "someone asks, the administration answers": (
        p("Der er modtaget spørgsmål fra Karla Mosegaard (B) til sagen."),
        *(
            part
            for q, answer in PAIRS
            for part in (p(f"<b>Udvalget spørger:</b> {q}"), p(f"<b>Forvaltningen svarer:</b> {answer}"))
        ),
    ),
    "listed, a heading right above the first answer": (
        p(ASKED),
        *(p(f"{n}) {question}") for n, (question, _) in enumerate(PAIRS, 1)),
        Paragraph("Forvaltningens svar", ParagraphStyle("close", parent=BOLD, fontSize=10.6, spaceAfter=3)),
        *(part for n, (_, answer) in enumerate(PAIRS, 1) for part in (p(f"Ad {n})", BOLD), p(answer))),
    ),
    "with a greeting at the end": (
        p(ASKED),
        *(part for n, (q, answer) in enumerate(PAIRS, 1) for part in (p(f"{n}. {q}"), p(f"Svar: {answer}"))),
        p("Med venlig hilsen"),
        p("Asta Krogh, centerleder"),
    ),
    "a table": (
        p(ASKED),
        table([("Spørgsmål", "Svar"), *((f"{n}. {q}", a) for n, (q, a) in enumerate(PAIRS, 1))], (170, 280)),
    ),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_questions_and_answers(reader: Callable[..., Memo], form: tuple[Flowable, ...]) -> None:
    memo = reader(*HEAD, *form)
    assert (memo.title, memo.municipality, memo.department) == (
        "Ventetid på afklaring",
        "Birkelund Kommune",
        "Center for Arbejdsmarked",
    )
    assert memo.asked_by == "Karla Mosegaard"
    assert [(one.question, one.answer) for one in memo.questions] == PAIRS
    assert memo.question_count == 2 and memo.recommendation is None


def test_a_row_of_a_table_that_goes_on_on_the_next_page(reader: Callable[..., Memo]) -> None:
    first, second = "1. Hvor mange borgere har ventet mere", "end otte uger på en afklaring i år?"
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    heads = [p("Spørgsmål"), p("Svar")]
    before = Table([heads, [p(first), p("I 2015 ventede 34")]], colWidths=[220, 220], style=style)
    after = Table([[p(second), p("borgere mere end otte uger.")]], colWidths=[220, 220], style=style)
    memo = reader(*HEAD, p(ASKED), before, PageBreak(), after)
    assert [(one.question, one.answer) for one in memo.questions] == [
        (
            "Hvor mange borgere har ventet mere end otte uger på en afklaring i år?",
            "I 2015 ventede 34 borgere mere end otte uger.",
        )
    ]


def test_a_title_that_begins_with_the_kind_of_memo(reader: Callable[..., Memo]) -> None:
    title = "Besvarelse af spørgsmål fra Karla Mosegaard (B) om ventetid"
    memo = reader(
        p("Notat", BOLD), p("Birkelund Kommune<br/>Jobcentret"), p(title, TITLE), *FORMS["bold questions"]
    )
    assert (memo.title, memo.department, memo.question_count) == (title, "Jobcentret", 2)


@pytest.mark.parametrize("drawn", [True, False])
def test_a_head_of_rows(reader: Callable[..., Memo], drawn: bool) -> None:
    rows = (
        ("Til:", "Arbejdsmarkedsudvalget"),
        ("Fra:", "Jobcenter og Ydelse"),
        ("Dato:", "3. maj 2016"),
        ("Emne:", "Ventetid på afklaring"),
    )
    memo = reader(
        p("Birkelund Kommune", BOLD),
        p("Notat", TITLE),
        table(rows, (60, 390), drawn),
        Spacer(1, 9),
        *FORMS["labels before both"],
    )
    assert (memo.title, memo.department) == ("Ventetid på afklaring", "Jobcenter og Ydelse")
    assert memo.asked_by == "Karla Mosegaard" and memo.question_count == 2


def test_what_stands_below_the_answers_belongs_to_none(reader: Callable[..., Memo]) -> None:
    memo = reader(*HEAD, *FORMS["listed, then answered by number"], p("Indstilling", BOLD), p(RECOMMENDS))
    assert [one.answer for one in memo.questions] == list(ANSWERS)
    assert memo.recommendation == RECOMMENDS


def test_a_numbered_list_in_an_answer_asks_nothing(reader: Callable[..., Memo]) -> None:
    memo = reader(
        *HEAD,
        p(ASKED),
        p(f"1. {FIRST}"),
        p("Svar: Forløbet har to dele."),
        p("2. Samtalen holdes inden for fire uger."),
        p("3. Planen skrives bagefter."),
    )
    assert memo.question_count == 1
    assert (memo.questions[0].answer or "").endswith("Planen skrives bagefter.")


def test_a_memo_without_questions(reader: Callable[..., Memo]) -> None:
    memo = reader(*HEAD, p("Baggrund", BOLD), p("Ventetiden er faldet siden 2013."), p(RECOMMENDS))
    assert memo.questions == () and memo.asked_by is None
    assert memo.recommendation == RECOMMENDS


def test_a_body_asks_as_no_person(reader: Callable[..., Memo]) -> None:
    memo = reader(
        *HEAD,
        p("Arbejdsmarkedsudvalget har stillet følgende spørgsmål:"),
        p(f"1. {FIRST}"),
        p(f"Svar: {ANSWERS[0]}"),
    )
    assert memo.asked_by is None and memo.question_count == 1


def test_a_heading_that_repeats_its_question_over_two_rows_is_no_answer(reader: Callable[..., Memo]) -> None:
    question = (
        "Hvor mange borgere har ventet mere end otte uger på at få en afklaring, og hvem sørger for dem?"
    )
    memo = reader(
        *HEAD, p(ASKED), p(f"1. {question}"), p(f"2. {SECOND}"), p(f"Ad 1 {question}", BOLD), p(ANSWERS[0]),
        p(f"Ad 2 {SECOND}", BOLD), p(ANSWERS[1]),
    )  # fmt: skip
    assert [one.answer for one in memo.questions] == list(ANSWERS)
