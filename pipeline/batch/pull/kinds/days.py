"""The day that a name or a link's words bear."""

import datetime as dt

from pipeline.danish.dates import find_dates


def day_in(words: str) -> dt.date | None:
    """The one day that some words name; None where they name none, or several."""
    days = {mention.date for mention in find_dates(words.replace("_", " "))}
    return days.pop() if len(days) == 1 else None
