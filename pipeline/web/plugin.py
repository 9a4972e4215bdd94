"""What Datasette asks of us: pages of our own, links in cells, words in Danish."""

import sqlite3
import sys
from typing import Any
from urllib.parse import quote

from datasette import hookimpl
from datasette.plugins import pm
from markupsafe import Markup

from pipeline.archive.looking import LOOKED_AT
from pipeline.web import pages
from pipeline.web.labels import (
    column_label,
    finding_about,
    labels,
    lookup_label,
    many,
    table_label,
    when_empty,
    word,
)
from pipeline.web.messages import in_danish
from pipeline.web.metadata import DATABASE

_LINKED = {
    "item_id": "punkt",
    "decision_id": "beslutning",
    "attendance_id": "fremmøde",
    "target_id": "mål",
    "measure_id": "delmål",
    "quantity_id": "tal",
    "figure_id": "tal",
    "finding_id": "tvivl",
    "attachment_id": "bilag",
    "meeting_id": "møde",
    "same_as": "dokument",
    "document_id": "dokument",
    "owner_id": "række",
}
"""Columns whose values are ids of rows that stand on a page, and what the link says."""

_WORDS = ("outcome", "status", "kind", "severity", "verdict", "option", "bound", "step", "code")

_YES_OR_NO = ("took_part", "substitute", "open")

_WITH_PAGE = frozenset(LOOKED_AT)
"""Tables each of whose rows has a link to its page."""


@hookimpl
def register_routes(datasette: Any) -> list[tuple[str, Any]]:
    """Our pages; asked while Datasette is being made, before it knows its site."""
    return list(pages.ROUTES)


@hookimpl
def prepare_connection(conn: Any, database: str, datasette: Any) -> None:
    """Whoever asks the database in SQL of their own reads no private passage, and no raw pages of the file."""
    if database == DATABASE and hasattr(datasette, "udvalgsarkiv"):
        conn.set_authorizer(_allowed)


def _allowed(action: int, one: str | None, other: str | None, *_: str | None) -> int:
    if action == sqlite3.SQLITE_READ and one == "private_passages" and other == "text":
        return sqlite3.SQLITE_IGNORE  # reads as null
    if one in ("sqlite_dbpage", "sqlite_dbdata") or action == sqlite3.SQLITE_ATTACH:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


@hookimpl
def render_cell(value: Any, column: str, table: str, datasette: Any) -> Any:
    """Ids as links to their page, closed words in Danish, lists as words."""
    if not hasattr(datasette, "udvalgsarkiv") or value is None:
        return None
    if column in _LINKED and isinstance(value, str):
        return Markup('<a class="til-side" href="/side/{}" title="Vis på siden">vis {}</a>').format(
            quote(value), _LINKED[column]
        )
    if column in _WORDS and isinstance(value, str):
        about = finding_about(value) if column == "code" else ""
        told = Markup(' title="{}"').format(about) if about else ""
        return Markup('<span class="ord ord-{0}"{1}>{2}</span>').format(value, told, word(value))
    if column in _YES_OR_NO and value in (0, 1):
        return word("yes" if value else "no")
    if column == "message" and isinstance(value, str):
        return in_danish(value)
    if column == "case_number" and isinstance(value, str):
        query = f"/sag?nr={quote(value, safe='')}"
        return Markup('<a href="{}">{}</a>').format(query, value)
    if isinstance(value, float):
        return word(value)
    if isinstance(value, str) and value.startswith("["):
        return word(value) or Markup("&nbsp;")
    return None


@hookimpl
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    """What our templates call."""
    env.filters |= {
        "column_label": column_label,
        "finding_about": finding_about,
        "lookup_label": lookup_label,
        "many": many,
        "when_empty": when_empty,
        "table_label": table_label,
        "as_word": word,
        "in_danish": in_danish,
        "page_link": page_link,
    }


@hookimpl
def extra_template_vars(datasette: Any) -> dict[str, Any]:
    """What every page of ours knows."""
    site = getattr(datasette, "udvalgsarkiv", None)
    return (
        {"reviewer": site.reviewer, "with_page": _WITH_PAGE, "questions": labels()["questions"]}
        if site
        else {}
    )


def page_link(row: Any) -> Any:
    """The link of a table's row to its page; "" where the table has none."""
    cells = {cell["column"]: cell.get("raw", cell["value"]) for cell in row}
    own = cells.get("id") or cells.get("Link")
    return own if isinstance(own, str) else ""


def register() -> None:
    """Have Datasette ask us; once in a process."""
    this = sys.modules[__name__]
    if not pm.is_registered(this):
        pm.register(this, name="udvalgsarkiv")
