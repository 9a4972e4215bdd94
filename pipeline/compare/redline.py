"""Wordings in one line: what both have, what went and what came; and whether a measure was reworded."""

import re
from collections.abc import Callable, Sequence

from pipeline.compare.tokens import YEARS_AS_PRINTED, Hunk, Token, Years, hunks_of, tokens_of
from pipeline.danish.wording import EMPTY
from schemas.difference import Redline, Span

Owned = Callable[[Token], bool]
"""Whether a word belongs to a quantity that changed, so that it does not count as another wording."""


def same_words(old: str, new: str, years: Years) -> bool:
    """Whether two wordings differ in nothing but punctuation, hyphenation, spelling and the plan's years."""
    return all(hunk.same for hunk in hunks_of(tokens_of(old), tokens_of(new), years))


def reworded(old: str, new: str, years: Years, old_owned: Owned, new_owned: Owned) -> bool:
    """Whether words differ that belong to no quantity that changed.

    Args:
        old: The measure's words in the old plan.
        new: In the new plan.
        years: How the plan's years moved.
        old_owned: Tells a word of the old wording that belongs to a changed quantity.
        new_owned: The same for the new wording.
    """
    before, after = tokens_of(old), tokens_of(new)
    return not all(
        hunk.same
        or (all(map(old_owned, before[slice(*hunk.old)])) and all(map(new_owned, after[slice(*hunk.new)])))
        for hunk in hunks_of(before, after, years)
    )


def redline(old: str, new: str, years: Years, *, everything: bool = False) -> Redline:
    """Both wordings in one line, by words.

    Args:
        old: The old wording.
        new: The new wording.
        years: How the plan's years moved.
        everything: Show differences of punctuation, hyphenation, spelling and moved years too.

    Returns:
        Runs of words; those in both are told in the new spelling, so that new and shared runs together are the new
        wording. Old ones stand apart from what surrounds them.
    """
    if everything:
        before, after = _printed(old), _printed(new)
        hunks = hunks_of(before, after, YEARS_AS_PRINTED)
    else:
        before, after = tokens_of(old), tokens_of(new)
        hunks = _readable(hunks_of(before, after, years), before)
    spans: list[Span] = []
    for hunk in hunks:
        if not hunk.same and hunk.old[0] < hunk.old[1]:
            gone = _words(old, before, hunk.old)
            apart = " " if spans and not spans[-1].text[-1:].isspace() else ""
            spans.append(Span(op="old", text=f"{apart}{gone.rstrip()} "))
        if hunk.new[0] < hunk.new[1]:
            spans.append(Span(op="same" if hunk.same else "new", text=_words(new, after, hunk.new)))
    if new and not after:  # nothing but punctuation
        spans.append(Span(op="same", text=new))
    return tuple(spans)


MUCH = 3
"""Where so many words differ on either side, a word between them that tells nothing ("en", "og") is one by chance."""


def _readable(hunks: list[Hunk], old: Sequence[Token]) -> list[Hunk]:
    """Stretches with those joined that only a word by chance keeps apart."""
    found: list[Hunk] = []
    for n, hunk in enumerate(hunks):
        chance = (
            0 < n < len(hunks) - 1
            and all(token.key in EMPTY for token in old[slice(*hunk.old)])
            and all(_size(other) >= MUCH for other in (hunks[n - 1], hunks[n + 1]))
        )
        same = hunk.same and not chance
        if found and not same and not found[-1].same:
            last = found.pop()
            hunk = Hunk(False, (last.old[0], hunk.old[1]), (last.new[0], hunk.new[1]))
        found.append(Hunk(same, hunk.old, hunk.new))
    return found


def _size(hunk: Hunk) -> int:
    return hunk.old[1] - hunk.old[0] + hunk.new[1] - hunk.new[0]


def _printed(text: str) -> tuple[Token, ...]:
    """Words as printed, punctuation and all."""
    return tuple(Token(f"{match.group()} ", None, None, *match.span()) for match in re.finditer(r"\S+", text))


def _words(text: str, tokens: Sequence[Token], part: tuple[int, int]) -> str:
    """The text of some tokens, with what stands behind each up to the next; before the first, what precedes it."""
    first, last = part
    start = 0 if first == 0 else tokens[first].start
    end = len(text) if last == len(tokens) else tokens[last].start
    return text[start:end]
