"""What Alembic runs: every step in one transaction, on the connection that it is given."""

from alembic import context

from pipeline.archive.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
