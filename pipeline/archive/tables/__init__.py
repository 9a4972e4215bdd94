"""The tables: rows and nothing but rows.

Each table is a noun of `schemas`; a column that has the name of a field holds that field, and takes its
comment from it. Ids are text and stable, so that a citation survives a re-read.
"""

from sqlmodel import SQLModel

from pipeline.archive.tables.files import (
    AttemptRow,
    ChapterRow,
    DocumentRow,
    EvidenceRow,
    FindingRow,
    PlaceRow,
    PrivatePassageRow,
    RedactionRow,
    RunRow,
    ScannedPageRow,
    SourceFileRow,
    SourceNameRow,
    UnreadPageRow,
)
from pipeline.archive.tables.judged import CorrectionRow, IdentityRow, NameDecisionRow, NameLinkRow
from pipeline.archive.tables.meetings import (
    AbsenceRow,
    AttachmentRow,
    AttendanceRow,
    DecisionPartRow,
    DecisionRow,
    HistoryRow,
    ItemReferenceRow,
    ItemRow,
    MeetingRow,
    PersonRow,
    SectionRow,
    VoteEventRow,
    VoteRow,
)
from pipeline.archive.tables.plans import (
    ActionRow,
    FigureRow,
    MeasureRow,
    MemoRow,
    MinisterGoalRow,
    PlanRow,
    QuantityRow,
    QuestionRow,
    TargetRow,
)
from pipeline.archive.tables.search import SearchTextRow
from pipeline.archive.tables.stated import StatedItemRow, StatedMeetingRow, StatedPersonRow

METADATA = SQLModel.metadata
"""All tables."""

__all__ = [
    "METADATA",
    "AbsenceRow",
    "ActionRow",
    "AttachmentRow",
    "AttemptRow",
    "AttendanceRow",
    "ChapterRow",
    "CorrectionRow",
    "DecisionPartRow",
    "DecisionRow",
    "DocumentRow",
    "EvidenceRow",
    "FigureRow",
    "FindingRow",
    "HistoryRow",
    "IdentityRow",
    "ItemReferenceRow",
    "ItemRow",
    "MeasureRow",
    "MeetingRow",
    "MemoRow",
    "MinisterGoalRow",
    "NameDecisionRow",
    "NameLinkRow",
    "PersonRow",
    "PlaceRow",
    "PlanRow",
    "PrivatePassageRow",
    "QuantityRow",
    "QuestionRow",
    "RedactionRow",
    "RunRow",
    "ScannedPageRow",
    "SearchTextRow",
    "SectionRow",
    "SourceFileRow",
    "SourceNameRow",
    "StatedItemRow",
    "StatedMeetingRow",
    "StatedPersonRow",
    "TargetRow",
    "UnreadPageRow",
    "VoteEventRow",
    "VoteRow",
]
