"""The edge to the net: brings minutes and plans from where they are published into a folder that `ingest` reads.

`read_sources` reads where from, `pull` brings it; each kind of source tells in `kinds/` what it lists.
"""

from pipeline.batch.pull.pulling import Report, pull
from pipeline.batch.pull.sources import Sources, read_sources
from pipeline.batch.pull.wanted import Asked, Outcome

__all__ = ["Asked", "Outcome", "Report", "Sources", "pull", "read_sources"]
