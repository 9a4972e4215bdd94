"""Which document tells a plan or a memo that another one tells too."""

from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add the columns, which `pipeline.archive.derived` fills."""
    for table in ("plans", "memos"):
        op.execute(f"ALTER TABLE {table} ADD COLUMN same_as VARCHAR")
        op.execute(f"CREATE INDEX ix_{table}_same_as ON {table} (same_as)")
