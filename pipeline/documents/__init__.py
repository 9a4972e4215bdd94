"""A file's pages divided into documents, and each document read into its fields.

`divide` tells documents apart; `read_minutes`, `read_plan`, `read_memo` and `read_other` read one each; `bind` ties
plans and memos to the agenda items that they belong to.

Minutes are read from rows (`minutes`); plans, memos and others from `blocks`, which know the boxes (`frames`),
columns and headings (`heads`) of their pages and make `chapters`. Where documents part is told by what pages are
named (`divide`, `covers`), by `anchors`, `looks` and `seams`, and by the `volume` of meetings that they are.
`layouts` holds what a known municipality does differently.
"""

from pipeline.documents.binding import bind
from pipeline.documents.divide import divide
from pipeline.documents.memo import read_memo
from pipeline.documents.minutes import read_minutes
from pipeline.documents.other import read_other
from pipeline.documents.plan import read_plan

__all__ = ["bind", "divide", "read_memo", "read_minutes", "read_other", "read_plan"]
