"""Many files at once: `ingest` reads them in processes and loads them; `read_one` reads one within limits."""

from pipeline.batch.collecting import collect
from pipeline.batch.ingest import Outcome, Report, ingest
from pipeline.batch.reading import read_one, trace_one
from pipeline.batch.workers import Limits, Workers

__all__ = ["Limits", "Outcome", "Report", "Workers", "collect", "ingest", "read_one", "trace_one"]
