"""A file's pages divided into documents, and each document read into its fields.

`divide` tells documents apart; `read_minutes`, `read_plan`, `read_memo` and `read_other` read one each; `bind` ties
plans and memos to the agenda items that they belong to.
"""

from pipeline.documents.binding import bind
from pipeline.documents.divide import divide
from pipeline.documents.memo import read_memo
from pipeline.documents.minutes import read_minutes
from pipeline.documents.other import read_other
from pipeline.documents.plan import read_plan

__all__ = ["bind", "divide", "read_memo", "read_minutes", "read_other", "read_plan"]
