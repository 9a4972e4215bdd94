"""Private passages apart from all other tables, in which marks stand for them."""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table; the passages of records that were loaded before are found when they are read again."""
    op.execute(FORM)


FORM = """
CREATE TABLE private_passages (
    source_file_id VARCHAR NOT NULL, ord INTEGER NOT NULL, kind VARCHAR NOT NULL, text VARCHAR NOT NULL,
    told BOOLEAN NOT NULL, PRIMARY KEY (source_file_id, ord),
    FOREIGN KEY(source_file_id) REFERENCES source_files (id) ON DELETE CASCADE
)
"""
