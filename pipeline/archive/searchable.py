"""Which words of a record search finds, and under which row."""

from pipeline.danish.stems import endings_of, stems_of
from pipeline.danish.wording import WORD
from schemas.base import Schema
from schemas.memo import Memo, Question
from schemas.minutes import Item
from schemas.plan import Chapter, Target

SEARCH_COLUMNS = (
    "owner_id",
    "owner_table",
    "source_file_id",
    "document_id",
    "title_stems",
    "decision_stems",
    "text_stems",
    "endings",
    "words",
)
"""The columns of `search_texts` that a record's rows fill."""


_Words = list[str | None]


def search_cells(value: Schema) -> tuple[str, str, str, str, str] | None:
    """What search holds of a value: the stems of its title, decision and text, their endings, the words.

    Returns:
        None where the value is no row of its own in a search.
    """
    parts = _parts_of(value)
    if parts is None:
        return None
    title, decision, text = (" ".join(filter(None, words)) for words in parts)
    stems = stems_of(title), stems_of(decision), stems_of(text)
    words = dict.fromkeys(map(str.lower, WORD.findall(f"{title} {decision} {text}")))
    return (*stems, endings_of(" ".join(stems)), " ".join(words))


def _parts_of(value: Schema) -> tuple[_Words, _Words, _Words] | None:
    """Words of the title, of the decision, and all others."""
    if isinstance(value, Item):
        decision = value.decision
        told: _Words = [decision.text, decision.dissent] if decision else []
        rest = [section.text for section in value.sections if section.role.value != "decision"]
        apart = [value.proposal or "", *(entry.text for entry in value.history), *value.attachments]
        others = [words for words in apart if not any(words in text for text in rest)]
        return [value.title, value.case_number], told, [*others, *rest]
    if isinstance(value, Chapter):
        return [value.number, value.title], [], [value.text]
    if isinstance(value, Target):
        measures: _Words = [measure.text for measure in value.measures]
        return [value.title], measures, [action.text for action in value.actions]
    if isinstance(value, Question):
        return [value.question], [], [value.answer]
    if isinstance(value, Memo):
        return [value.title], [value.recommendation], [value.department, value.asked_by]
    return None
