"""What a person most likely meant who typed a word that no text has: the archive's word that is spelt most like it."""

from dataclasses import replace

from pipeline.archive.asked import Term
from pipeline.archive.connection import Connection
from pipeline.danish.stems import fold

ALIKE = 0.79
"""How alike two spellings are at least, 0 to 1 (Damerau and Levenshtein; two letters that changed places are one
step), so that one letter of five may be wrong. Of 400 words of real minutes with a letter left out, doubled, swapped or
wrong 394 found their word and 2 another; of 400 that those minutes do not have 31 were taken for another. 0.75: 397, 2
and 68; 0.85: 367, 1 and 13."""

SHORTEST = 4
"""A word of fewer letters is like too many others."""

_IS_THERE = "SELECT 1 FROM search WHERE search MATCH ? LIMIT 1"
_WORDS = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.printed_words USING fts5vocab('main', 'search', 'col')",
    "SELECT term, doc FROM temp.printed_words WHERE col = 'words' AND term >= ? AND term < ? ORDER BY doc DESC",
)
"""The printed words that begin with a letter; all of them would be 37 s of a cold disk on 100,000 items, so are 2 s."""


def spelt_as_here(
    connection: Connection, terms: list[Term]
) -> tuple[list[Term], tuple[tuple[str, str], ...]]:
    """What is looked for, with the archive's nearest word in the place of each that no text has.

    Args:
        connection: The archive's.
        terms: As typed. Phrases, beginnings, numbers and words that must not be there stay as they are.

    Returns:
        The terms, and which words were taken for which.
    """
    meant: list[tuple[str, str]] = []
    there: list[Term] = []
    for term in terms:
        near = _nearest(connection, term)
        if near:
            meant.append((term.words[0], near))
        there.append(replace(term, words=(near,)) if near else term)
    return there, tuple(meant)


def _nearest(connection: Connection, term: Term) -> str | None:
    """The archive's word that is spelt most like a term's; None where the term stays as it is."""
    word = term.words[0]
    if term.without or term.prefix or term.quoted or len(term.words) > 1:
        return None
    if len(word) < SHORTEST or not word.isalpha():
        return None
    if connection.exec_driver_sql(_IS_THERE, (term.expression,)).scalar():
        return None
    from rapidfuzz.distance import DamerauLevenshtein
    from rapidfuzz.process import extractOne

    create, ask = _WORDS
    connection.exec_driver_sql(create)
    rows = connection.exec_driver_sql(ask, (word[0], chr(ord(word[0]) + 1))).all()
    words = [term for term, _ in rows if len(term) >= SHORTEST and term.isalpha()]
    best = extractOne(
        word, words, scorer=DamerauLevenshtein.normalized_similarity, processor=fold, score_cutoff=ALIKE
    )
    return best[0] if best else None
