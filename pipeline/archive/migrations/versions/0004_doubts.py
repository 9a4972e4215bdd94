"""What speaks against a field, beside how sure it is."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column; records that were loaded before have no doubts until they are read again."""
    op.execute("ALTER TABLE evidence ADD COLUMN doubts VARCHAR DEFAULT '[]' NOT NULL")
    op.execute("CREATE INDEX ix_evidence_confidence ON evidence (confidence)")
