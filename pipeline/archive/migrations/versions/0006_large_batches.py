"""What large batches need: fewer indexes to feed, search fed many rows at a time, files known again by their stamps."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Change the tables; all rows stay."""
    for statement in FORM.split(";\n"):
        if statement.strip():
            op.execute(statement)


FORM = """
DROP TRIGGER search_in;

ALTER TABLE evidence RENAME TO evidence_before;
CREATE TABLE evidence (
    id INTEGER NOT NULL, owner_id VARCHAR NOT NULL, ord INTEGER NOT NULL, source_file_id VARCHAR NOT NULL,
    field VARCHAR, path VARCHAR NOT NULL, rule VARCHAR NOT NULL, quote VARCHAR, layout VARCHAR, model VARCHAR,
    likeness FLOAT, confidence FLOAT NOT NULL, doubts VARCHAR DEFAULT '[]' NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(source_file_id) REFERENCES source_files (id) ON DELETE CASCADE
);
INSERT INTO evidence (owner_id, ord, source_file_id, field, path, rule, quote, layout, model, likeness,
    confidence, doubts)
SELECT coalesce(owner_id, source_file_id), ord, source_file_id, field, path, rule, quote, layout, model, likeness,
    confidence, doubts FROM evidence_before ORDER BY source_file_id, ord;
DROP TABLE evidence_before;
CREATE INDEX ix_evidence_owner_id ON evidence (owner_id);
CREATE INDEX ix_evidence_confidence ON evidence (confidence);

ALTER TABLE source_names ADD COLUMN stamp VARCHAR;
ALTER TABLE runs ADD COLUMN unchanged INTEGER
"""
