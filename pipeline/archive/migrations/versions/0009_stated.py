"""What publication sites state as data, beside what was read."""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the tables; nothing that was read changes."""
    for statement in FORM.split(";\n"):
        if statement.strip():
            op.execute(statement)


FORM = """
ALTER TABLE source_files ADD COLUMN stated_sha256 VARCHAR;

CREATE TABLE stated_meetings (
    id VARCHAR NOT NULL, source_file_id VARCHAR NOT NULL, address VARCHAR NOT NULL, municipality VARCHAR,
    title VARCHAR, committee VARCHAR, date VARCHAR, start_time VARCHAR, place VARCHAR, PRIMARY KEY (id),
    FOREIGN KEY(source_file_id) REFERENCES source_files (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX ix_stated_meetings_source_file_id ON stated_meetings (source_file_id);
CREATE INDEX ix_stated_meetings_date ON stated_meetings (date);

CREATE TABLE stated_people (
    id VARCHAR NOT NULL, stated_id VARCHAR NOT NULL, ord INTEGER NOT NULL, name VARCHAR NOT NULL, role VARCHAR,
    status VARCHAR, PRIMARY KEY (id), FOREIGN KEY(stated_id) REFERENCES stated_meetings (id) ON DELETE CASCADE
);
CREATE INDEX ix_stated_people_stated_id ON stated_people (stated_id);

CREATE TABLE stated_items (
    id VARCHAR NOT NULL, stated_id VARCHAR NOT NULL, ord INTEGER NOT NULL, number VARCHAR, title VARCHAR NOT NULL,
    case_number VARCHAR, open BOOLEAN, proposal VARCHAR, decision VARCHAR, absent VARCHAR NOT NULL,
    attachments VARCHAR NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(stated_id) REFERENCES stated_meetings (id) ON DELETE CASCADE
);
CREATE INDEX ix_stated_items_stated_id ON stated_items (stated_id);
CREATE INDEX ix_stated_items_case_number ON stated_items (case_number);
"""
