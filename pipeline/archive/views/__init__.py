"""Views made for questions: each says what it answers and what its columns mean, and has an example.

Where a person corrected a field, the views show the correction; the tables keep what was read.
"""

from pipeline.archive.connection import Connection
from pipeline.archive.views.corrected import CORRECTABLE, apply_corrections, corrected_views, out_of_step
from pipeline.archive.views.coverage import COVERAGE_VIEWS
from pipeline.archive.views.meetings import MEETING_VIEWS
from pipeline.archive.views.people import PEOPLE_VIEWS
from pipeline.archive.views.plans import PLAN_VIEWS
from pipeline.archive.views.view import View

VIEWS: tuple[View, ...] = (*MEETING_VIEWS, *PEOPLE_VIEWS, *PLAN_VIEWS, *COVERAGE_VIEWS)
"""The views made for questions, in the order of the README."""

__all__ = ["CORRECTABLE", "VIEWS", "View", "all_views", "apply_corrections", "make_views", "out_of_step"]


def all_views() -> tuple[View, ...]:
    """Every view, those that the others stand on first."""
    return (*corrected_views(), *VIEWS)


def make_views(connection: Connection) -> None:
    """Make all views anew, as this version of the program has them."""
    old = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'view'").all()
    for (name,) in old:
        connection.exec_driver_sql(f'DROP VIEW "{name}"')
    for view in all_views():
        connection.exec_driver_sql(view.statement)
