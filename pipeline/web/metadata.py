"""What Datasette shows of an archive: titles, meanings of columns, facets, ready-made questions."""

from typing import Any

from pipeline.archive import VIEWS, View
from pipeline.archive.dictionary import entries
from pipeline.web.labels import labels, table_label

DATABASE = "arkiv"
"""What the archive is called in addresses."""

_FACETS = {
    "decided": ["outcome"],
    "proposal_and_decision": ["outcome"],
    "votes_cast": ["option"],
    "presence": ["status"],
    "targets_by_year": ["municipality", "year"],
    "figures_by_year": ["municipality", "year"],
    "waiting_findings": ["severity", "code"],
    "documents": ["kind", "municipality"],
    "meetings": ["committee"],
    "decisions": ["outcome"],
    "attendances": ["status"],
    "findings": ["severity", "code"],
    "source_files": ["status"],
}

"""Views that join many tables have one facet: each is counted over all their rows."""

_NAMES = {"items": "title", "documents": "title", "meetings": "committee", "people": "name", "targets": "title",
          "measures": "text", "source_files": "file", "decisions": "outcome"}  # fmt: skip
"""The column by which a row is called where others point to it."""

_HIDDEN = ("search_texts", "private_passages", "evidence", "places", "runs", "attempts", "source_names", "identities",
           "name_decisions",
           "alembic_version", "search")  # fmt: skip


def metadata() -> dict[str, Any]:
    """The metadata of the site."""
    tables: dict[str, dict[str, Any]] = {}
    for entry in entries():
        columns = {name: about for name, _, about in entry.columns}
        tables[entry.name] = {
            "title": table_label(entry.name),
            "description": entry.about,
            "columns": columns,
        }
        if entry.name in _FACETS:
            tables[entry.name]["facets"] = _FACETS[entry.name]
        if entry.name in _NAMES:
            tables[entry.name]["label_column"] = _NAMES[entry.name]
    for name in _HIDDEN:
        tables.setdefault(name, {})["hidden"] = True
    tables["search_texts"] |= {"fts_table": "search", "fts_pk": "id"}
    questions = {
        f"spoergsmaal_{view.name}": {
            "sql": _with_link(view),
            "title": labels()["questions"].get(view.name, view.question),
            "description_html": f'<a href="/{DATABASE}/{view.name}">Alle rækker, med filtre og facetter</a>',
            "hide_sql": True,
        }
        for view in VIEWS
    }
    return {
        "title": "Udvalgsarkivet",
        "description": "Kommunale referater og planer, læst fra deres PDF'er, med sted for alt.",
        "databases": {DATABASE: {"title": "Arkivet", "tables": tables, "queries": questions}},
        "extra_css_urls": ["/udvalgsarkiv/arkiv.css"],
    }


def _with_link(view: View) -> str:
    """A view's question, with the id by which each row is found on its page, where it has one."""
    own = next((name for name in view.columns if name.endswith("_id") and name != "meeting_id"), None)
    return (
        view.asked.replace("SELECT ", f"SELECT {own}, ", 1)
        if own not in (None, "source_file_id")
        else view.asked
    )
