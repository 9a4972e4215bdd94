"""Views tell more of cases, votes and plans, and call committees by their plain names; no table changes."""

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Change no table."""
