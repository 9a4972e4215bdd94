"""Full-text search: stems in a table of their own, an index over it, and triggers that keep the two in step."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table, the index and the triggers; `pipeline.archive.derived` fills them."""
    for statement in FORM.split(";\n\n"):
        if statement.strip():
            op.execute(statement)


FORM = """
CREATE TABLE search_texts (
    id INTEGER NOT NULL, owner_id VARCHAR NOT NULL, owner_table VARCHAR NOT NULL,
    source_file_id VARCHAR NOT NULL, document_id VARCHAR NOT NULL, title_stems VARCHAR NOT NULL,
    decision_stems VARCHAR NOT NULL, text_stems VARCHAR NOT NULL, endings VARCHAR NOT NULL,
    words VARCHAR NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(source_file_id) REFERENCES source_files (id) ON DELETE CASCADE,
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE INDEX ix_search_texts_owner_id ON search_texts (owner_id);

CREATE INDEX ix_search_texts_source_file_id ON search_texts (source_file_id);

CREATE INDEX ix_search_texts_document_id ON search_texts (document_id);

CREATE VIRTUAL TABLE search USING fts5 (
    title_stems, decision_stems, text_stems, endings, words,
    content = 'search_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TRIGGER search_in AFTER INSERT ON search_texts BEGIN
    INSERT INTO search (rowid, title_stems, decision_stems, text_stems, endings, words)
    VALUES (new.id, new.title_stems, new.decision_stems, new.text_stems, new.endings, new.words);
END;

CREATE TRIGGER search_out AFTER DELETE ON search_texts BEGIN
    INSERT INTO search (search, rowid, title_stems, decision_stems, text_stems, endings, words)
    VALUES ('delete', old.id, old.title_stems, old.decision_stems, old.text_stems, old.endings, old.words);
END;

CREATE TRIGGER search_anew AFTER UPDATE ON search_texts BEGIN
    INSERT INTO search (search, rowid, title_stems, decision_stems, text_stems, endings, words)
    VALUES ('delete', old.id, old.title_stems, old.decision_stems, old.text_stems, old.endings, old.words);
    INSERT INTO search (rowid, title_stems, decision_stems, text_stems, endings, words)
    VALUES (new.id, new.title_stems, new.decision_stems, new.text_stems, new.endings, new.words);
END;
"""
