"""Two plans or more: what changed, which promises moved, and the page that a person reads about it.

`Sides` finds the plans that are meant, `compare` tells two apart, `follow` follows promises through many, and
`pipeline.compare.report` makes the page.
"""

from pipeline.compare.differing import compare, side_of
from pipeline.compare.sides import Chosen, Sides
from pipeline.compare.threads import follow

__all__ = ["Chosen", "Sides", "compare", "follow", "side_of"]
