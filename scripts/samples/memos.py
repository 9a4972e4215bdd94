"""Memos: a head with the municipality and the department at the right, questions, then the answers."""

from dataclasses import replace

from samples.model import Memo
from samples.pieces import Style
from samples.typeset import Flow

BODY = Style(size=10.5, leading=13.2, gap=11, hyphens=True)
BOLD = replace(BODY, bold=True, hyphens=False)


def chapter(memo: Memo, repeat_questions: bool = True):
    """The memo as pages."""

    def draw(flow: Flow) -> None:
        flow.left, flow.right, flow.top, flow.bottom = 78, 96, 58, 66
        flow.new_page()
        flow.text(memo.municipality, replace(BOLD, size=15, leading=19, align="right"))
        flow.text(memo.department, replace(BODY, size=8.5, leading=11, align="right", hyphens=False))
        if memo.date_line:
            flow.text(memo.date_line, replace(BODY, size=8.5, leading=11, align="right", hyphens=False))
        flow.y -= 14
        flow.text("NOTAT", replace(BOLD, size=16, leading=22))
        flow.y -= 14
        flow.text(memo.title, replace(BOLD, size=11.5, leading=14.5))
        flow.y -= 14
        flow.text(memo.intro, BODY)
        flow.y -= 10
        if memo.asked_by:
            flow.text(f"{memo.asked_by} har stillet følgende spørgsmål:", BODY)
            flow.y -= 8
        for number, question, _ in memo.questions:
            flow.text(f"+ {number}. {question}", BODY)
            flow.y -= 6
        flow.y -= 6
        for number, question, answer in memo.questions:
            flow.need(60)
            flow.text(f"Ad {number} {question}" if repeat_questions else f"Ad {number}", BOLD)
            flow.text(answer, BODY)
            flow.y -= 12
        if memo.closing:
            flow.text(memo.closing, BODY)

    return draw
