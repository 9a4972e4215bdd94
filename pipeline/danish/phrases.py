"""The phrases of lexicon/outcomes.toml, found in a clause."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from pipeline.danish.pattern import Pattern
from schemas.vocabulary import Outcome

Kind = Literal["words", "weak", "alone", "infinitives", "objects", "again"]

GAP = r"(?:\s+(?:[^\s.]|\.(?=\d)|(?<=kr)\.|(?<=mio)\.|(?<=nr)\.)+){0,8}?"
"""What "*" stands for: up to eight words."""

OUTCOMES = tuple(outcome for outcome in Outcome if outcome not in (Outcome.mixed, Outcome.amended))
"""Outcomes that have phrases; the two others are told from several."""

A_CASE = Pattern(
    "phrase-a-case",
    r"\b(?:sag|punkt|pkt|behandling|beslutning|spørgsmål|stillingtagen)\w*",
    matches=["sagen", "punktet", "behandlingen"],
    not_matches=["borgere"],
)
"""Words by which "udsatte" is about a case and not about people."""

OF_PEOPLE = Pattern(
    "phrase-of-people",
    r"\b(?:socialt|særligt|meget|mest)\s+$",
    matches=["socialt ", "særligt "],
    not_matches=["socialt udsatte", "blev "],
)
"""Before "udsat", where it tells of people."""


class Hit(NamedTuple):
    """A phrase found."""

    start: int
    end: int
    outcome: Outcome
    phrase: str
    """In small letters."""
    kind: Kind


@cache
def lexicon() -> Mapping[str, Mapping[str, list[str]]]:
    """The data file."""
    text = files("pipeline.danish").joinpath("lexicon/outcomes.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _phrase(row: str) -> str:
    """An expression for one phrase of the lexicon; "*" alone is a gap, behind letters an ending."""
    written = ""
    for word in row.split():
        if word == "*":
            written += GAP
        else:
            written += (
                (r"\s+" if written else "")
                + re.escape(word.rstrip("*"))
                + (r"\w*" if word[-1] == "*" else "")
            )
    return written


def expression(*rows: str) -> re.Pattern[str]:
    """One expression for rows of the lexicon, the longest first."""
    if not rows:
        return re.compile(r"(?!)")
    longest_first = sorted(rows, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(_phrase, longest_first))})(?!\w)", re.IGNORECASE)


@cache
def row(outcome: str, kind: str) -> re.Pattern[str]:
    """One expression for a row of the lexicon."""
    return expression(*lexicon()[outcome].get(kind, []))


@cache
def infinitives() -> re.Pattern[str]:
    """Every infinitive of the lexicon."""
    return expression(*(each for outcome in OUTCOMES for each in lexicon()[outcome].get("infinitives", [])))


@cache
def _beginnings(kind: str) -> tuple[tuple[Outcome, re.Pattern[str], tuple[str, ...]], ...]:
    """Of each outcome with phrases of a kind its expression, and the letters of which a clause must hold some.

    To look for plain letters costs a fraction of what the expression does, and most clauses have none of them.
    """
    found = []
    for outcome in OUTCOMES:
        rows = lexicon()[outcome.value].get(kind, [])
        if rows:
            first = {each.split()[0].rstrip("*").casefold() for each in rows}
            shortest = [one for one in first if not any(one != other and other in one for other in first)]
            found.append((outcome, row(outcome.value, kind), tuple(sorted(shortest))))
    return tuple(found)


def find(clause: str, *kinds: Kind) -> list[Hit]:
    """The phrases of a clause in reading order; the longer wins where two overlap."""
    return list(_find(clause, kinds))


@lru_cache(maxsize=1024)
def _find(clause: str, kinds: tuple[Kind, ...]) -> tuple[Hit, ...]:
    folded = clause.casefold()
    hits = [
        Hit(match.start(), match.end(), outcome, match[0].lower(), kind)
        for kind in kinds
        for outcome, expression, beginnings in _beginnings(kind)
        if any(beginning in folded for beginning in beginnings)
        for match in expression.finditer(clause)
    ]
    if "words" in kinds and A_CASE.search(clause):
        hits.extend(
            Hit(match.start(), match.end(), Outcome.postponed, match[0].lower(), "objects")
            for match in row("postponed", "objects").finditer(clause)
        )
    hits = [hit for hit in hits if hit.phrase != "valgte" or not re.match(r"\s+at\b", clause[hit.end :])]
    hits = [hit for hit in hits if hit.phrase != "udsat" or not OF_PEOPLE.search(clause[: hit.start])]
    hits.sort(key=lambda hit: (hit.start, hit.start - hit.end))
    kept: list[Hit] = []
    for hit in hits:
        if not any(hit.start < other.end and other.start < hit.end for other in kept):
            kept.append(hit)
    return tuple(kept)
