"""The archive's form and how it grew: one step a file, run at opening by `pipeline.archive.opening`."""

HEAD = "0016"
"""The newest step; a test holds that it is Alembic's head too."""
