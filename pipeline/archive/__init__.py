"""The archive: tables, loading whole or not at all, reading back, and how its form grew.

`Archive` is the way in; `flatten` makes a record into rows beside the reading, so that the one writer
only has to put them in.
"""

from pipeline.archive.asked import marks_in
from pipeline.archive.asking import (
    find_record,
    list_documents,
    list_files,
    list_findings,
    list_names,
    same_municipality,
    unsure_files,
)
from pipeline.archive.deciding import decide
from pipeline.archive.flatten import Rows, flatten
from pipeline.archive.load import Archive, Became
from pipeline.archive.looking import Seen, look
from pipeline.archive.originals import Originals, find_original
from pipeline.archive.people import link_names
from pipeline.archive.plans import DecisionHeld, PlanHeld, decisions_on, plans_held, read_plan
from pipeline.archive.private import hidden_boxes, holds_private, passages_of_file, revealed
from pipeline.archive.review import list_reviews, list_waiting, reviews, rule, waiting, write_answers
from pipeline.archive.search import Found, Hit, search, sql_of
from pipeline.archive.standing import Ruling, answers
from pipeline.archive.told_twice import told_elsewhere
from pipeline.archive.verify import Problem, mend, verify
from pipeline.archive.views import VIEWS, View

__all__ = [
    "VIEWS",
    "Archive",
    "Became",
    "DecisionHeld",
    "Found",
    "Hit",
    "Originals",
    "PlanHeld",
    "Problem",
    "Rows",
    "Ruling",
    "Seen",
    "View",
    "answers",
    "decide",
    "decisions_on",
    "find_original",
    "find_record",
    "flatten",
    "hidden_boxes",
    "holds_private",
    "link_names",
    "list_documents",
    "list_files",
    "list_findings",
    "list_names",
    "list_reviews",
    "list_waiting",
    "look",
    "marks_in",
    "mend",
    "passages_of_file",
    "plans_held",
    "read_plan",
    "revealed",
    "reviews",
    "rule",
    "same_municipality",
    "search",
    "sql_of",
    "told_elsewhere",
    "unsure_files",
    "verify",
    "waiting",
    "write_answers",
]
