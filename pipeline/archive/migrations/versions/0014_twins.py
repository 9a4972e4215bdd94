"""Which document tells of a meeting that another one tells of too."""

from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Add the column, which `pipeline.archive.derived` fills."""
    op.execute("ALTER TABLE meetings ADD COLUMN same_as VARCHAR")
    op.execute("CREATE INDEX ix_meetings_same_as ON meetings (same_as)")
