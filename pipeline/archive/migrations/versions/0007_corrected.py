"""What views had to look up row by row stands ready: corrections, pages without words, case numbers, outcomes."""

from alembic import op

revision = "0007"
down_revision = "0006"

TABLES = (
    "documents",
    "meetings",
    "items",
    "decisions",
    "attendances",
    "plans",
    "targets",
    "measures",
    "quantities",
    "figures",
)


def upgrade() -> None:
    """Add columns, which `pipeline.archive.derived` fills, a table and two indexes; one index goes."""
    for table in TABLES:
        op.execute(f"ALTER TABLE {table} ADD COLUMN corrected VARCHAR")
    op.execute(PAGES)
    op.execute(FILL)
    op.execute("DROP INDEX ix_places_page")
    op.execute(INDEX.format(name="ix_items_case_now", table="items", field="case_number"))
    op.execute(INDEX.format(name="ix_decisions_outcome_now", table="decisions", field="outcome"))


PAGES = """
CREATE TABLE unread_pages (
    source_file_id VARCHAR NOT NULL, page INTEGER NOT NULL, PRIMARY KEY (source_file_id, page),
    FOREIGN KEY(source_file_id) REFERENCES source_files (id) ON DELETE CASCADE
) WITHOUT ROWID
"""

FILL = """
INSERT INTO unread_pages
WITH RECURSIVE every (id, page, pages) AS (
    SELECT id, 1, pages FROM source_files WHERE status = 'loaded' AND pages > 0
    UNION ALL SELECT id, page + 1, pages FROM every WHERE page < pages
)
SELECT id, page FROM every e WHERE NOT EXISTS (
    SELECT 1 FROM places p WHERE p.source_file_id = e.id AND p.page = e.page
    AND p.owner_table NOT IN ('documents', 'meetings', 'plans', 'memos', 'findings')
)
"""

INDEX = """
CREATE INDEX {name} ON {table} (
    CASE WHEN corrected IS NULL OR json_type(corrected, '$.{field}') IS NULL THEN "{field}"
    ELSE json_extract(corrected, '$.{field}') END
)
"""
"""A field as the corrected view has it, expression for expression, so that SQLite sees that they are one."""
