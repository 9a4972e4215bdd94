"""The archive in other forms: tables as CSV, JSON Lines and Parquet, meetings as JSON, OParl, a bag for deposit."""

from pipeline.archive.export.deposit import deposit
from pipeline.archive.export.oparl import oparl_objects, write_oparl
from pipeline.archive.export.rows import FORMS, exported, write_tables

__all__ = ["FORMS", "deposit", "exported", "oparl_objects", "write_oparl", "write_tables"]
