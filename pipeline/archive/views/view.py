"""What a view is: a question's answer as rows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class View:
    """A view of the archive."""

    name: str
    about: str
    """What one row is."""
    sql: str
    """The SELECT behind it."""
    columns: dict[str, str]
    """What each column means, in order."""
    of: str | None = None
    """The table whose columns it has, where it has a table's; they mean the same there."""
    question: str = ""
    """A question that it answers."""
    example: str = ""
    """That question in SQL."""

    @property
    def statement(self) -> str:
        """What makes it, exactly as SQLite keeps it."""
        return f"CREATE VIEW {self.name} AS {self.sql.strip()}"


def page_of(owner: str) -> str:
    """The page on which a row begins, in SQL."""
    return f"(SELECT page FROM places WHERE owner_id = {owner} AND field = 'at' AND ord = 0)"


def identity_of(kind: str, municipality: str, name: str) -> str:
    """The person or committee that a spelling means, in SQL."""
    return (
        f"coalesce((SELECT identity FROM identities WHERE kind = '{kind}' "
        f"AND municipality = coalesce({municipality}, '') AND name = {name}), {name})"
    )
