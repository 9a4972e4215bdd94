"""Who stood in for a member."""

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the column; of records that were loaded before only printed roles tell, until they are read again."""
    op.execute("ALTER TABLE attendances ADD COLUMN substitute BOOLEAN NOT NULL DEFAULT 0")
    op.execute(
        "UPDATE attendances SET substitute = 1 WHERE role LIKE '%stedfortræder%' OR role LIKE '%suppleant%'"
    )
