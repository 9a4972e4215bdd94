"""Plans edited by lot, each with the list of what was changed: a stand-in for next year's plans."""

from edits.lot import Edited, edited

__all__ = ["Edited", "edited"]
