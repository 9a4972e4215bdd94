"""What a view is: a question's answer as rows."""

import re
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
    """That question in SQL, as the samples can be asked it: with a municipality, a case or a word of theirs."""

    @property
    def asked(self) -> str:
        """The question as any archive can be asked it, with named parameters in the place of what the example names.

        All are words. A municipality, or its beginning, and a word of a title may be empty: then they do not narrow it.
        """
        question = self.example
        for named, parameter in _PARAMETERS:
            question = named.sub(parameter, question)
        return question

    @property
    def statement(self) -> str:
        """What makes it, exactly as SQLite keeps it."""
        return f"CREATE VIEW {self.name} AS {self.sql.strip()}"


_PARAMETERS = (
    (re.compile(r"municipality = '[^']*'"), "coalesce(municipality, '') LIKE :kommune || '%'"),
    (re.compile(r"case_number = '[^']*'"), "case_number = :sagsnummer"),
    (re.compile(r"LIKE '[^']*'"), "LIKE '%' || :soegeord || '%'"),
)
"""What an example names, and what is asked in its place; the browser makes a field of each parameter."""


def page_of(owner: str) -> str:
    """The page on which a row begins, in SQL."""
    return f"(SELECT page FROM places WHERE owner_id = {owner} AND field = 'at' AND ord = 0)"


def identity_of(kind: str, municipality: str, name: str) -> str:
    """The person or committee that a spelling means, in SQL."""
    return (
        f"coalesce((SELECT identity FROM identities WHERE kind = '{kind}' "
        f"AND municipality = coalesce({municipality}, '') AND name = {name}), {name})"
    )
