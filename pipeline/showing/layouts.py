"""Layouts, and what the rules made of a file's lines, as lists."""

from pipeline.checking.trace import UNREAD
from pipeline.documents.layouts import Layout, layouts
from pipeline.run import Traces
from pipeline.showing.lists import List


def layout_list() -> List:
    """The layouts that come with the program."""
    rows = [
        (layout.name, layout.kommunekode, str(layout.valid_from), _adds(layout), layout.about)
        for layout in layouts()
    ]
    return List(
        ("name", "kommunekode", "valid_from", "adds", "about"), rows, hidden=frozenset({"kommunekode"})
    )


def _adds(layout: Layout) -> str:
    counts = {
        "label": sum(map(len, layout.labels.values())) + len(layout.headings.decision),
        "heading": len(layout.headings.agenda_item),
        "committee": len(layout.committees),
        "running line": len(layout.furniture.header) + len(layout.furniture.footer),
    }
    return ", ".join(f"{count} {what}{'s' * (count > 1)}" for what, count in counts.items() if count)


def trace_list(traces: Traces, *, only_unread: bool) -> tuple[List, str]:
    """What was made of each line, and in a sentence how much was not explained.

    Args:
        traces: Of one file.
        only_unread: Only the lines that no rule took.
    """
    columns = ("page", "line", "text", "rule", "role", "item", "layout", "confidence")
    rows = [
        (one.page, one.line, one.text, one.rule, one.role, one.item, one.layout, one.confidence)
        for one in traces.lines
        if one.rule == UNREAD or not only_unread
    ]
    left = [one for one in traces.lines if one.rule == UNREAD]
    coverage = traces.record.coverage
    body = coverage.words - coverage.furniture if coverage else 0
    unread = coverage.unread if coverage else 0
    about = (
        f"{traces.record.source.file}: layout {traces.layout or 'none, the general reading'}; "
        f"{unread} of {body} words ({unread / body if body else 0:.1%}, {len(left)} lines) are explained by nothing"
    )
    return List(columns, rows, numbers=frozenset({"page", "line", "confidence"})), about
