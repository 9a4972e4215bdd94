"""Corrections that people made, and which spellings of a name are one."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables; nothing that was read touches them."""
    for statement in FORM.split(";\n"):
        if statement.strip():
            op.execute(statement)


FORM = """
CREATE TABLE corrections (
    id INTEGER NOT NULL, owner_table VARCHAR NOT NULL, owner_id VARCHAR NOT NULL, field VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL, was_read VARCHAR, value VARCHAR, wins BOOLEAN NOT NULL,
    holds BOOLEAN NOT NULL, who VARCHAR NOT NULL, at VARCHAR NOT NULL, note VARCHAR, PRIMARY KEY (id)
);
CREATE INDEX ix_corrections_winning ON corrections (owner_id, field) WHERE wins;
CREATE INDEX ix_corrections_owner_id ON corrections (owner_id);
CREATE INDEX ix_corrections_verdict ON corrections (verdict);
CREATE INDEX ix_corrections_holds ON corrections (holds);

CREATE TABLE name_links (
    kind VARCHAR NOT NULL, municipality VARCHAR NOT NULL, name_a VARCHAR NOT NULL, name_b VARCHAR NOT NULL,
    score FLOAT NOT NULL, why VARCHAR NOT NULL, status VARCHAR NOT NULL,
    PRIMARY KEY (kind, municipality, name_a, name_b)
);
CREATE INDEX ix_name_links_status ON name_links (status);

CREATE TABLE name_decisions (
    kind VARCHAR NOT NULL, municipality VARCHAR NOT NULL, name_a VARCHAR NOT NULL, name_b VARCHAR NOT NULL,
    same BOOLEAN NOT NULL, who VARCHAR NOT NULL, at VARCHAR NOT NULL,
    PRIMARY KEY (kind, municipality, name_a, name_b)
);

CREATE TABLE identities (
    kind VARCHAR NOT NULL, municipality VARCHAR NOT NULL, name VARCHAR NOT NULL, identity VARCHAR NOT NULL,
    mentions INTEGER NOT NULL, PRIMARY KEY (kind, municipality, name)
);
CREATE INDEX ix_identities_identity ON identities (identity);
"""
