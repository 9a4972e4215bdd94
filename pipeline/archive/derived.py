"""What is made of an archive's rows whenever its form has grown: the views, and the words for search."""

from pipeline.archive.connection import Connection
from pipeline.archive.searched import INSERT, feed_search, words_of_file
from pipeline.archive.twins import find_twins
from pipeline.archive.views import apply_corrections, make_views


def make_derived(connection: Connection) -> None:
    """Bring what follows from the rows to the newest form."""
    make_views(connection)
    apply_corrections(connection)
    fill_search(connection)
    link(connection)


def link(connection: Connection) -> None:
    """Find anew which names are one, and which documents tell the same: committees are known by their names."""
    from pipeline.archive.people import link_names

    link_names(connection)
    find_twins(connection)


def fill_search(connection: Connection, *, anew: bool = False) -> int:
    """Give search the words of files that it does not have.

    Args:
        connection: In a transaction for writing.
        anew: Also of those that it has.

    Returns:
        How many files.
    """
    if anew:
        connection.exec_driver_sql("DELETE FROM search_texts")
    missing = connection.exec_driver_sql(
        "SELECT id FROM source_files f WHERE status = 'loaded' "
        "AND EXISTS (SELECT 1 FROM documents WHERE source_file_id = f.id) "
        "AND NOT EXISTS (SELECT 1 FROM search_texts WHERE source_file_id = f.id)"
    ).all()
    filled: list[str] = []
    for (source_id,) in missing:
        if cells := words_of_file(connection, source_id):
            connection.exec_driver_sql(INSERT, cells)
            filled.append(source_id)
    feed_search(connection, filled)
    return len(filled)
