"""The trace of what was taken out of files for good."""

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the table."""
    for statement in FORM.split(";\n"):
        if statement.strip():
            op.execute(statement)


FORM = """
CREATE TABLE redactions (
    id INTEGER NOT NULL, source_file_id VARCHAR NOT NULL, was_sha256 VARCHAR NOT NULL, now_sha256 VARCHAR NOT NULL,
    pages VARCHAR NOT NULL, at VARCHAR NOT NULL, who VARCHAR NOT NULL, why VARCHAR NOT NULL, letters INTEGER NOT NULL,
    mark VARCHAR NOT NULL, sieve VARCHAR NOT NULL, PRIMARY KEY (id)
);
CREATE INDEX ix_redactions_source_file_id ON redactions (source_file_id);
CREATE INDEX ix_redactions_was_sha256 ON redactions (was_sha256);
CREATE INDEX ix_redactions_now_sha256 ON redactions (now_sha256);
"""
