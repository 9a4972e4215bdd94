"""Which pages are scans, and how they were read."""

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the table; records that were loaded before have no scans until they are read again."""
    op.execute(
        "CREATE TABLE scanned_pages (source_file_id VARCHAR NOT NULL, page INTEGER NOT NULL, how VARCHAR NOT NULL, "
        "words INTEGER NOT NULL, confidence FLOAT, turned INTEGER NOT NULL, skew FLOAT NOT NULL, "
        "PRIMARY KEY (source_file_id, page), "
        "FOREIGN KEY(source_file_id) REFERENCES source_files (id) ON DELETE CASCADE)"
    )
    op.execute("CREATE INDEX ix_scanned_pages_how ON scanned_pages (how)")
