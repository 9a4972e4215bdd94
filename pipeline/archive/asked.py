"""What a person typed into a search, as an expression that FTS5 takes: nothing typed can break it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.danish.stems import SHORTEST_COMPOUND, SHORTEST_PART, fold, is_idle, stem, stems_of, words_of

STEMS = "{title_stems decision_stems text_stems}"
"""The columns that hold stems in their order."""

SHORTEST_BEGINNING = 5
"""A word of so many letters finds longer ones that begin with it: "skole" finds "skoleleder", "vej" not "vejle"."""


@dataclass(frozen=True)
class Term:
    """One thing that is looked for."""

    words: tuple[str, ...]
    """Its words as typed; several where their order counts."""
    prefix: bool = False
    """Whether the last word is only a beginning ("plan*")."""
    without: bool = False
    """Whether texts that have it are left out ("-plan")."""
    quoted: bool = False
    """Whether it was typed in quotation marks."""

    @property
    def expression(self) -> str:
        """The term for FTS5."""
        if len(self.words) == 1:
            (word,) = self.words
            return f'{STEMS} : "{fold(word)}" *' if self.prefix else _one(word)
        phrase = stems_of(" ".join(self.words)) if not self.prefix else ""
        if self.prefix:
            phrase = f"{stems_of(' '.join(self.words[:-1]))} {fold(self.words[-1])}"
        return f'{STEMS} : "{phrase.strip()}"' + (" *" if self.prefix else "")


def _one(word: str) -> str:
    """A single word: its stem, compounds that end in it and, where it is long enough, words that begin with it."""
    root, folded = stem(word), fold(word)
    ways = [f'{STEMS} : "{root}"']
    if root.isalpha() and len(root) >= SHORTEST_PART:
        ways.append(f'endings : "{root[::-1]}" *')
    beginning = folded if len(folded) >= SHORTEST_BEGINNING else root
    if beginning.isalpha() and len(beginning) >= SHORTEST_BEGINNING:
        ways.append(f'{STEMS} : "{beginning}" *')
        if len(root) >= SHORTEST_COMPOUND and not beginning.startswith(root):
            ways.append(f'{STEMS} : "{root}" *')
    return f"({' OR '.join(ways)})" if len(ways) > 1 else ways[0]


def terms_of(typed: str) -> list[Term]:
    """What is looked for: words, "phrases", beginnings*, and -words that must not be there.

    Words that are joined by signs ("13/4229", "e-mail") are one phrase. Idle words ("og", "til") count in phrases only,
    unless nothing else was typed.
    """
    terms: list[Term] = []
    for number, quoted in enumerate(typed.replace("“", '"').replace("”", '"').replace("„", '"').split('"')):
        chunks = [quoted] if number % 2 else quoted.split()
        for chunk in chunks:
            words = tuple(word for word, _, _ in words_of(chunk) if fold(word))
            if not words:
                continue
            plain = number % 2 == 0
            starred, without = plain and chunk.rstrip(").,;").endswith("*"), plain and chunk.startswith("-")
            terms.append(Term(words, prefix=starred, without=without, quoted=not plain))
    telling = [t for t in terms if t.without or t.prefix or len(t.words) > 1 or not is_idle(t.words[0])]
    return telling if any(not term.without for term in telling) else terms


def match_of(terms: list[Term], *, joined: str = "AND") -> str | None:
    """The whole expression for FTS5, or None where nothing is looked for.

    Args:
        terms: As `terms_of` gives them.
        joined: "AND" for texts that have all, "OR" for those that have any.
    """
    wanted = [term.expression for term in terms if not term.without]
    if not wanted:
        return None
    expression = f" {joined} ".join(f"({one})" for one in wanted)
    unwanted = [f'({STEMS} : "{stems_of(" ".join(term.words))}")' for term in terms if term.without]
    return " NOT ".join([f"({expression})", *unwanted])


def some_of(terms: list[Term]) -> str | None:
    """The expression for texts that have any of what is looked for.

    Where something stands in quotation marks one of these phrases must be there: nobody quotes what may be missing.
    """
    quoted = [term for term in terms if term.quoted and not term.without]
    if not quoted:
        return match_of(terms, joined="OR")
    rest = [term for term in terms if term not in quoted]
    some, others = match_of(quoted, joined="OR"), match_of(rest, joined="OR")
    return f"{some} AND ({others})" if others else some


def within(columns: str, terms: list[Term], *, joined: str) -> str:
    """The expression for texts that have the wanted words in some columns.

    Args:
        columns: Their names in braces.
        terms: At least one of them wanted.
        joined: "AND" or "OR".
    """
    wanted = [term for term in terms if not term.without]
    return f"{columns} : ({match_of(wanted, joined=joined)})"


Finder = Callable[[str], list[tuple[int, int]]]
"""Tells where in a text the wanted words stand: begin and end of each, in order."""


def finder(terms: list[Term]) -> Finder:
    """What finds the wanted words of a search in texts; those of a phrase wherever they stand."""
    wanted = [(stem(word), fold(word)) for term in terms if not term.without for word in term.words]
    prefixes = tuple(fold(term.words[-1]) for term in terms if term.prefix and not term.without)

    @lru_cache(maxsize=1 << 14)
    def meets(word: str) -> bool:
        if prefixes and fold(word).startswith(prefixes):
            return True
        root = stem(word)
        return any(_meets(root, *one) for one in wanted)

    return lambda text: [(begin, end) for word, begin, end in words_of(text) if meets(word)]


def marks_in(typed: str, text: str) -> list[tuple[int, int]]:
    """Where in a text the words stand that a person typed into a search."""
    return finder(terms_of(typed))(text)


def _meets(found: str, root: str, folded: str) -> bool:
    if found == root:
        return True
    if not root.isalpha():
        return False
    ends = len(found) >= SHORTEST_COMPOUND and len(root) >= SHORTEST_PART and found.endswith(root)
    begins = len(folded) >= SHORTEST_BEGINNING and found.startswith(folded)
    return ends or begins
