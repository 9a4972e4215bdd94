"""Memos (notater): department, who asked, each question with its answer, and what is recommended."""

from pipeline.documents.blocks import blocks_of
from pipeline.documents.chapters import chapters_of
from pipeline.documents.memo.head import asked_by, department_of, divide_head, municipality_in, title_text
from pipeline.documents.memo.questions import questions_of
from pipeline.documents.memo.recommendation import recommendation_of
from pipeline.reading import boxes_by_page
from schemas.memo import Memo
from schemas.page import Part

__all__ = ["read_memo"]


def read_memo(part: Part) -> Memo:
    """Read a memo.

    Args:
        part: Its pages.

    Returns:
        The memo; what it does not say is null.
    """
    blocks = blocks_of(part.pages)
    head, title, body = divide_head(blocks)
    asked = questions_of(body)
    recommendation, at = recommendation_of(body)
    return Memo(
        pages=(part.first, part.last),
        title=title_text(title),
        municipality=municipality_in(part, head),
        department=department_of(part.pages[0], head, title),
        asked_by=asked_by(title, body),
        questions=asked,
        question_count=len(asked),
        recommendation=recommendation,
        recommendation_at=at,
        sections=chapters_of(blocks),
        at=boxes_by_page(part.lines),
    )
