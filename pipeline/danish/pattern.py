"""A regular expression with its evidence: lines that it must match, and lines that it must not."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any


class Pattern:
    r"""A named regular expression in verbose form (a literal space is written `\s` or `[ ]`).

    Whoever reads the rule reads first what it is for (its name), then what it must find (`matches`) and what it
    must leave alone (`not_matches`); one test runs every pattern of the program over both.

    It is compiled where it is first asked for: a command that lists or compares needs few of the hundreds.
    """

    compiled: re.Pattern[str]
    may_hold: Callable[[str], object] | None
    """What is asked of a text first, in a tenth of the time: where it says no, the rule holds nowhere in it."""
    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]

    def __init__(
        self,
        name: str,
        regex: str,
        *,
        matches: Sequence[str],
        not_matches: Sequence[str] = (),
        flags: re.RegexFlag = re.IGNORECASE,
        shape: str = "",
        needs: Sequence[str] = (),
    ) -> None:
        """Enter a rule into the register.

        Args:
            name: What it finds, "vote-count"; no two patterns share one.
            regex: The expression, read with `re.VERBOSE`.
            matches: Lines in which it must find something.
            not_matches: Lines in which it must find nothing.
            flags: How it is read besides verbose; by default small and capital letters are one.
            shape: A looser expression that begins with a figure and is found wherever the rule holds. What begins
                with a figure is looked for in a tenth of the time of what begins with what must not stand before it.
            needs: Letters, small ones, of which some stand in every text in which the rule holds. They are looked for in
                a text of any length in some 2 ns a character, where an expression that begins in several ways takes 200.
        """
        if name in _REGISTER:
            raise ValueError(f"two patterns are named {name}")
        self.name = name
        self.matches = tuple(matches)
        self.not_matches = tuple(not_matches)
        self.source = regex
        """The expression as written, to be put into a larger one."""
        self.flags = flags
        self.shape = shape
        self.needs = tuple(needs)
        _REGISTER[name] = self

    def __getattr__(self, name: str) -> Any:
        """What is only there once the rule is compiled; from then on nothing stands between it and who asks."""
        if name not in _COMPILED:
            raise AttributeError(name)
        self.compiled = re.compile(self.source, self.flags | re.VERBOSE)
        self.may_hold = self._gate()
        self.search = self.compiled.search if self.may_hold is None else self._search_behind_gate
        self.match = self.compiled.match if self.may_hold is None else self._match_behind_gate
        self.fullmatch = self.compiled.fullmatch
        return self.__dict__[name]

    def __repr__(self) -> str:
        return f"Pattern({self.name!r})"

    def _gate(self) -> Callable[[str], object] | None:
        if self.shape:
            return re.compile(self.shape, re.IGNORECASE).search
        return self._has_letters if self.needs else None

    def _has_letters(self, text: str) -> bool:
        low = text.lower()
        for letters in self.needs:  # noqa: SIM110  (the loop takes half the time of any() with its generator)
            if letters in low:
                return True
        return False

    def _holds_nowhere(self, text: str) -> bool:
        return self.may_hold is not None and not self.may_hold(text)

    def _search_behind_gate(self, text: str, *span: int) -> re.Match[str] | None:
        # Who asks for a span has asked for the whole text before.
        return None if not span and self._holds_nowhere(text) else self.compiled.search(text, *span)

    def _match_behind_gate(self, text: str, *span: int) -> re.Match[str] | None:
        return None if not span and self._holds_nowhere(text) else self.compiled.match(text, *span)

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """Every place where the rule holds from an offset on, in reading order."""
        compiled = self.compiled
        return iter(()) if self._holds_nowhere(text) else compiled.finditer(text, start)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every such place replaced."""
        compiled = self.compiled
        return text if self._holds_nowhere(text) else compiled.sub(replacement, text)

    def split(self, text: str) -> list[str]:
        """The pieces of a text between such places; groups of the expression are not among them."""
        pieces: list[str] = []
        start = 0
        for match in self.compiled.finditer(text):
            pieces.append(text[start : match.start()])
            start = match.end()
        return [*pieces, text[start:]]


_COMPILED = frozenset({"compiled", "search", "match", "fullmatch"})

_REGISTER: dict[str, Pattern] = {}


def all_patterns() -> tuple[Pattern, ...]:
    """Every pattern of the modules imported so far, in the order of their names."""
    return tuple(_REGISTER[name] for name in sorted(_REGISTER))
