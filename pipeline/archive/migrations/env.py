"""What Alembic runs: every step in one transaction, on the connection that it is given."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=None,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
