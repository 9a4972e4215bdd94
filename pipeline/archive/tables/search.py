"""The table that full-text search reads: stems instead of words."""

from sqlmodel import Field

from pipeline.archive.tables.base import Row, child_of, explain, indexed


class SearchTextRow(Row, table=True):
    """The words of an item, chapter, target, question or memo as search compares them.

    The virtual table `search` indexes it and is kept in step by triggers. Stems are folded (æ is ae) and made by
    Snowball's Danish stemmer, so that any SQLite can ask for them.
    """

    __tablename__ = "search_texts"

    id: int | None = Field(default=None, primary_key=True)
    """Counted up; the `rowid` in `search`. Not stable: cite `owner_id`."""
    owner_id: str = indexed()
    """The row whose words they are: its id."""
    owner_table: str
    """The table that the row stands in."""
    source_file_id: str = Field(foreign_key="source_files.id", ondelete="CASCADE", index=True)
    document_id: str = child_of("documents")
    title_stems: str
    """Of the title and the case number, in order."""
    decision_stems: str
    """Of the decision or the recommendation, in order."""
    text_stems: str
    """Of all else, in order."""
    endings: str
    """Longer stems, each once and written backwards: the last part of a compound is a prefix here."""
    words: str
    """Every word once, in small letters as printed, for those who ask without stems."""


explain(SearchTextRow)
