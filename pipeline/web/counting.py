"""The archive as Datasette asks it: how many rows a view has is told only where that is quickly said."""

from typing import Any

from datasette.database import Database, Results

COUNTING = 80
"""Milliseconds for a count. Datasette counts all rows of a view for each of its pages; of 93,000 decisions with their
meetings that took 400 ms, the page's own rows 16 ms. Without a count the page shows its rows and a link to the next."""


class QuickCounts(Database):  # type: ignore[misc]
    """A database whose counts end in time; Datasette leaves a count out that does not."""

    async def execute(self, sql: str, *args: Any, **options: Any) -> Results:
        """Ask; see Datasette."""
        if sql.startswith("select count(*) from "):
            options.setdefault("custom_time_limit", COUNTING)
        return await super().execute(sql, *args, **options)
