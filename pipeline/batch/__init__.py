"""Many files at once: `ingest` reads them in processes and loads them; `read_one` reads one within limits."""

from pipeline.batch.address import Address, where
from pipeline.batch.cluster import readers_at
from pipeline.batch.collecting import collect
from pipeline.batch.ingest import ingest
from pipeline.batch.outcome import Outcome, Report
from pipeline.batch.reading import read_one, trace_one
from pipeline.batch.workers import Limits, Workers

__all__ = [
    "Address",
    "Limits",
    "Outcome",
    "Report",
    "Workers",
    "collect",
    "ingest",
    "read_one",
    "readers_at",
    "trace_one",
    "where",
]
