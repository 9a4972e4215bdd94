"""Views of people ask faster; no table changes."""

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Change no table."""
