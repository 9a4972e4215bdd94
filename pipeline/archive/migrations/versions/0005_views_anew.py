"""Views look first at what is mostly asked for; no table changes. All views are made anew after every step."""

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Change no table."""
