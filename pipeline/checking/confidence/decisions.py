"""What speaks against the fields of a decision."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from pipeline.checking.confidence.words import says
from pipeline.danish.names import is_person_name
from pipeline.danish.outcomes import read_outcome
from pipeline.danish.parts import find_parts
from pipeline.danish.pattern import Pattern
from schemas.minutes import Decision, Item, Minutes
from schemas.vocabulary import Outcome, Role

SENTENCE_ENDS = (".", ":", "!", "?", ")", "”", '"', ";")

LONG = 900
"""Characters: of 300 decisions in the shared answers one in a hundred is longer."""

_NUMBERED = Pattern(
    "doubt-numbered-decision",
    r"^\W*(?:ad\s*)?(?:pkt\.?\s*)?\d{1,2}[a-z]?\s?(?:[.):]|-\d)",
    matches=["1. Godkendt", "Ad pkt. 2) Udsat", "2a. Afvist", "1-3 Tiltrådt"],
    not_matches=["2017 blev et godt år", "Punkt 3"],
)
"""A decision's part by the look of its beginning."""


def doubt_missing(item: Item) -> Iterator[str]:
    """What speaks against an item of minutes that has no decision."""
    if any(section.role is Role.decision for section in item.sections):
        yield "words-not-read"
    elif not item.sections:
        yield "nothing-under-it"
    if item.open:
        yield "open-item"
    if any(says("decided", section.text) for section in item.sections):
        yield "word-there"


def doubt_decision(item: Item, decision: Decision, minutes: Minutes) -> Iterator[tuple[str, str]]:
    """What speaks against a decision's fields: the field's name below the decision, and the doubt."""
    own = [section for section in item.sections if section.role is Role.decision]
    if not own:
        yield "text", "no-label"
        yield "outcome", "no-label"
    if len(own) > 1:
        for name in ("text", "outcome", "body", "date"):
            yield name, "several-decisions"
    text = decision.text
    if fuzz.ratio(text, own[0].text if own else text) < 90:
        yield "text", "words-left-over"
    if not text.endswith(SENTENCE_ENDS):
        yield "text", "no-full-stop"
    if len(text) > LONG:
        yield "text", "long"
        yield "outcome", "long"
    if text[:1].islower():
        yield "text", "small-letter"
    yield from _outcome(decision)
    if decision.body != minutes.committee or decision.body is None:
        yield "body", "other-body"
    if decision.date != minutes.date or decision.date is None:
        yield "date", "other-date"
    yield from _votes(decision)
    numbers = [number for part in decision.parts for number in part.numbers]
    if not decision.parts and (_NUMBERED.match(text) or find_parts(text)):
        yield "parts", "words-not-read"
    whole = [int(number) for number in numbers if number.isdigit()]
    if whole and whole != list(range(whole[0], whole[0] + len(whole))):
        yield "parts", "out-of-sequence"
    for number, part in enumerate(decision.parts):
        if part.outcome is Outcome.other:
            yield f"parts/{number}/outcome", "outcome-other"
    if decision.outcome in (Outcome.recommended, Outcome.referred) and not decision.forwarded_to:
        yield "forwarded_to", "goes-on"
    told = f"{text} {item.proposal or ''}".lower().replace((minutes.committee or "-").lower(), "")
    if not decision.forwarded_to and says("next_body", told):
        yield "forwarded_to", "word-there"
    if decision.outcome is Outcome.postponed and decision.postponed_to is None:
        yield "postponed_to", "goes-on"
    if decision.dissent is None and says("dissent", text):
        yield "dissent", "word-there"


def _outcome(decision: Decision) -> Iterator[tuple[str, str]]:
    if decision.outcome is Outcome.other:
        yield "outcome", "outcome-other"
    if not decision.parts:
        told = {
            read_outcome(sentence).outcome for sentence in re.split(r"(?<=[.;])\s+", decision.text[:1500])
        }
        if len(told - {Outcome.other}) > 1:
            yield "outcome", "two-outcomes"
    if decision.outcome not in (Outcome.rejected, Outcome.mixed) and says("negation", decision.text):
        yield "outcome", "negation"
    if decision.outcome is not Outcome.amended and says("change", decision.text):
        yield "outcome", "change"


def _votes(decision: Decision) -> Iterator[tuple[str, str]]:
    votes = decision.votes
    if votes is None:
        if says("votes", decision.text):
            yield "votes", "word-there"
            yield "outcome", "votes-not-read"
        return
    for side, names in (("for", votes.for_), ("against", votes.against), ("abstained", votes.abstained)):
        count = votes.counts and {"for": votes.counts.for_, "against": votes.counts.against}.get(side)
        if count is not None and count and len(names) > 1 and count != len(names):
            yield f"votes/{side}", "counts-differ"
        for number, name in enumerate(names):
            if len(name) > 2 and not is_person_name(name) and not name.isupper() and " " in name:
                yield f"votes/{side}/{number}", "odd-name"
            if sum(name in others for others in (votes.for_, votes.against, votes.abstained)) > 1:
                yield f"votes/{side}/{number}", "alike"
        if not names and says("votes", decision.text):
            yield f"votes/{side}", "word-there"
