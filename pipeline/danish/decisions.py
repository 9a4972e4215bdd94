"""A decision understood: what it does, part by part, who voted how, who is next."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from pipeline.danish.absences import Absence, read_absence, without_absences
from pipeline.danish.absent_lists import excuses, lists_absent, opens_list
from pipeline.danish.clauses import GUESS, OutcomeReading
from pipeline.danish.forwarding import forwarded_to, is_council, postponed_to, recommended_on
from pipeline.danish.motions import side_motions
from pipeline.danish.names import is_person_name
from pipeline.danish.outcomes import read_outcome
from pipeline.danish.part_of_meeting import PART_OF_MEETING
from pipeline.danish.parts import find_parts, overall, read_part
from pipeline.danish.pattern import Pattern
from pipeline.danish.people import split_people
from pipeline.danish.sentences import split_sentences
from pipeline.danish.subjects import missed
from pipeline.danish.voters import is_party
from pipeline.danish.votes import read_votes
from schemas.minutes import DecisionPart, Votes
from schemas.vocabulary import Outcome, Presence

if TYPE_CHECKING:
    from pipeline.danish.language import Language

FORWARDS = (
    Outcome.approved,
    Outcome.amended,
    Outcome.recommended,
    Outcome.mixed,
    Outcome.referred,
    Outcome.discussed,
    Outcome.rejected,
)
"""Outcomes by which a case may go on to another body."""

GOES_ON = Pattern(
    "decision-goes-on",
    r"""[^\W\d,]\)?\n(?!(?:ad|at|pkt\.?|punkt|dot|til|vedr\.?)\s*(?:pkt\.?\s*)?\d)[a-zæøå]{2,}\s | [,(–-]\n\S | \b(?i:for|imod|mod|stemte|stemmer|undlod|og|samt|af|til|den|at|i|på|med|om|fra|der|som|idet)\n\S
      | (?<![\w.])[A-ZÆØÅ]\.\n[A-ZÆØÅ][a-zæøå]+\s(?:\(|[A-ZÆØÅ])""",
    matches=[
        "8 imod. For\nstemte A",
        "For stemte\nA og F",
        "Ida Holm og\nBo Vang",
        "kunne Conny Ø.\nHyllested (V)",
    ],
    not_matches=[
        "Godkendt.\nUdvalget ønsker",
        "Godkendt\nUdvalget ønsker",
        "1. Godkendt\n2. Udsat",
        "Imod stemte:\nIda Holm",
    ],
    flags=re.NOFLAG,
)
"""The end of a paragraph and the beginning of the next, where one sentence runs on."""

NOBODY = Pattern(
    "decision-nobody-absent",
    r"^(?:ingen|intet|nej|-|–)\W*$",
    matches=["Ingen", "-"],
    not_matches=["Ingen bemærkninger"],
)
"""Under a label for the absent: nobody was."""

PRESENT_LABEL = Pattern(
    "decision-present-label",
    r"^(?:(?:(?:møde)?deltagere?(?:ne)?|til\s?stede|fremmødte|mødte)(?:\s+(?:var|er|i\s+mødet))?|(?:i\s+mødet|følgende)\s+deltog)\s*:$",
    matches=["Deltagerne var:", "Til stede:", "I mødet deltog:"],
    not_matches=["Deltagerne drøftede:", "Til stede: Ida Holm"],
)
"""A bare label for those who came, their names under it."""

GROUP_LABEL = Pattern(
    "decision-group-label",
    r"^(?:fra|for|tilforordnet|tilforordnede|valgt\s+af)\s[^.:]{2,80}:$|^[\wæøå-]*(?:repræsentanter|medlemmer|valgte|ansatte)(?:ne)?\s*:$",
    matches=["Fra forvaltningen:", "Borgerrepræsentanter:", "Tilforordnet fra foreningerne:"],
    not_matches=["Udvalget besluttede:", "Beslutning:"],
    needs=(":",),
)
"""In a list of those who came: of which group those below are."""

OFFICIALS = re.compile(r"forvaltning|administration|sekretariat|gæst|oplæg|ansatte", re.IGNORECASE)
"""A group that belongs to no committee. Matches: "Fra forvaltningen:". Not: "Fra foreningerne:"."""

ELECTS = Pattern(
    "decision-elects",
    r"\b(?:valgt(?:e|es)?|vælges|genvalgt|udpeg(?:et|es|ede)|(?:valgbestyrelse|bestyrelse|udvalg|råd|nævn)\w*:)(?!\w)",
    matches=["Til valgbestyrelsen valgtes følgende:", "Udpeget blev"],
    not_matches=["Godkendt"],
)
"""Words behind which stand-ins are elected, not at the meeting."""

VOTING = Pattern(
    "decision-tells-of-vote",
    r"\bstem(?:t|m)\w*|\bundl(?:od|ader)|\bimod\b|\bfor:",
    matches=["stemte", "undlod", "A imod", "for: A"],
    not_matches=["godkendt", "undladelse"],
)
"""Words of a sentence that tells of a vote."""

ADOPTS = (Outcome.approved, Outcome.amended, Outcome.recommended, Outcome.mixed)
"""Outcomes by which the proposal's next body is the decision's."""


class DecisionReading(NamedTuple):
    """What was understood of a decision."""

    text: str
    """Its words without the lines of who was absent or stood in; "" where nothing else stands there."""

    outcome: Outcome
    parts: tuple[DecisionPart, ...]
    votes: Votes | None
    dissent: str | None
    forwarded_to: tuple[str, ...]
    postponed_to: dt.date | None
    absences: tuple[Absence, ...]
    """People told as absent or standing in, among the decision's words."""

    rule: str
    """How the outcome was read."""

    quote: str
    """The words that decided."""

    confidence: float
    """0 to 1."""

    part_readings: tuple[OutcomeReading, ...]
    """How the outcome of each part was read."""

    forwarded_by: str
    """What tells who is next: "decision" or "proposal"."""

    voting_subjects: tuple[str, ...]
    """Voters whom no list told, but the model or the list of members in a sentence."""

    missing_subjects: tuple[str, ...]
    """The same of the absent."""


def read_decision(
    paragraphs: Sequence[str],
    *,
    proposal: str | None = None,
    language: "Language | None" = None,
    members: Sequence[str] = (),
    meeting_date: dt.date | None = None,
    body: str | None = None,
    tabled: Sequence[str] = (),
) -> DecisionReading:
    """Understand a decision.

    Args:
        paragraphs: What stands under its label, line breaks mended.
        proposal: What was proposed; who decides next may stand there.
        language: A model, asked for names that no rule knows.
        members: Names of the body's members.
        meeting_date: The day of the meeting.
        body: Who decided; from a council nothing goes on to the bodies that its proposal names.
        tabled: Votes that a table tells, a list for each side.
    """
    kept, absences = _own_words(paragraphs, members)
    kept, missing = _without_missing(kept, members, language)
    text = "\n".join(_whole_sentences(kept))
    parts, readings = _parts(text, proposal, members, language)
    outcome = _whole(parts, readings) if parts else read_outcome(text)
    told = read_votes("\n".join((text, *tabled)), members=members, language=language)
    if outcome.rule == "none" and told.votes is not None:
        outcome = _by_votes(text, told.votes) or outcome
    told_by = "decision"
    only_sent = outcome.outcome in (Outcome.rejected, Outcome.discussed)
    next_bodies = forwarded_to(text, only_sent=only_sent) if outcome.outcome in FORWARDS else []
    if not next_bodies and outcome.outcome in ADOPTS and proposal and not is_council(body):
        next_bodies, told_by = recommended_on(proposal, text), "proposal"
    return DecisionReading(
        text=" ".join(text.split()),
        outcome=outcome.outcome,
        parts=tuple(parts),
        votes=told.votes,
        dissent=told.dissent,
        forwarded_to=tuple(next_bodies),
        postponed_to=postponed_to(text, meeting_date),
        absences=(*absences, *missing),
        rule=outcome.rule,
        quote=outcome.quote,
        confidence=outcome.confidence,
        part_readings=tuple(readings),
        forwarded_by=told_by,
        voting_subjects=told.subjects,
        missing_subjects=tuple(absence.name for absence in missing),
    )


def _by_votes(text: str, votes: Votes) -> OutcomeReading | None:
    """What a decision does that tells nothing but how many voted for the proposal and against it."""
    if votes.counts is not None:
        most, fewest = votes.counts.for_, votes.counts.against
    else:
        named = votes.for_ and votes.against and not any(map(is_party, (*votes.for_, *votes.against)))
        most, fewest = (len(votes.for_), len(votes.against)) if named else (None, None)
    voting = all(VOTING.search(text, start, end) for start, end in split_sentences(text))
    if most is None or fewest is None or most == fewest or not voting or side_motions(text):
        return None
    outcome = Outcome.approved if most > fewest else Outcome.rejected
    return OutcomeReading(outcome, f"votes: {most} for, {fewest} against", "", GUESS)


def _own_words(paragraphs: Sequence[str], members: Sequence[str]) -> tuple[list[str], list[Absence]]:
    """The paragraphs without what they say of the absent, and the people told."""
    kept: list[str] = []
    absences: list[Absence] = []
    listing: Presence | None = None
    officials = False
    for paragraph in paragraphs:
        if listing is not None and GROUP_LABEL.match(paragraph):
            officials = OFFICIALS.search(paragraph) is not None
            continue
        if listing is not None and NOBODY.match(paragraph):
            listing = None
            continue
        people = split_people(paragraph, members) if listing is not None else []
        named = people and all(is_person_name(person.name) for person in people)
        if listing is not None and people and ((officials and named) or all(one.official for one in people)):
            continue  # "Vicepolitidirektør Ida Holm" came and is no member
        if listing is not None and named and lists_absent(paragraph, members):
            # The names stand under the bare label, each on a line.
            there = listing is Presence.present
            absences.extend(
                Absence(
                    one.name,
                    Presence.partial if there and PART_OF_MEETING.search(one.remark) else listing,
                    party=one.party,
                    under_item=not there,
                    role=one.role,
                )
                for one in people
            )
            continue
        listing, officials = None, False
        if PRESENT_LABEL.match(paragraph):
            listing = Presence.present
            continue
        if opens_list(paragraph):
            listing = Presence.excused if excuses(paragraph) else Presence.absent
            continue
        absent = read_absence(paragraph, members)
        if absent and all(one.is_substitute for one in absent) and ELECTS.search(" ".join(kept)):
            kept.append(paragraph)  # "Stedfortrædere: …" among those just elected
            continue
        if absent is None:
            own, told = without_absences(paragraph, members)
            absences.extend(told)
            kept.append(own)
            continue
        absences.extend(absent)
    return [paragraph for paragraph in kept if paragraph.strip()], absences


def _whole_sentences(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs, with those joined between which a sentence goes on (over a page's end, say)."""
    whole: list[str] = []
    for paragraph in paragraphs:
        if whole and GOES_ON.search(f"{whole[-1].rstrip()}\n{paragraph.lstrip()}"):
            whole[-1] = f"{whole[-1].rstrip()} {paragraph.lstrip()}"
        else:
            whole.append(paragraph)
    return whole


def _without_missing(
    paragraphs: Sequence[str], members: Sequence[str], language: "Language | None"
) -> tuple[list[str], list[Absence]]:
    """The paragraphs without their sentences whose subjects were not there, and these people.

    A sentence that decides something too ("Godkendt, idet … ikke deltog") stays.
    """
    kept: list[str] = []
    absences: list[Absence] = []
    for paragraph in paragraphs:
        own: list[str] = []
        for start, end in split_sentences(paragraph):
            sentence = paragraph[start:end].strip()
            names, excused = missed(sentence, language, members)
            status = Presence.excused if excused else Presence.absent
            if PART_OF_MEETING.search(sentence):
                status = Presence.partial
            absences.extend(Absence(name, status) for name in names)
            if not names or read_outcome(sentence).outcome is not Outcome.other:
                own.append(sentence)
        whole = len(own) == len(split_sentences(paragraph))
        kept.append(paragraph if whole else " ".join(own))
    return [paragraph for paragraph in kept if paragraph.strip()], absences


def _parts(
    text: str, proposal: str | None, members: Sequence[str], language: "Language | None"
) -> tuple[list[DecisionPart], list[OutcomeReading]]:
    """The numbered parts, and how the outcome of each was read."""
    parts: list[DecisionPart] = []
    readings: list[OutcomeReading] = []
    for part in find_parts(text, proposal):
        words = text[part.words : part.end].strip()
        readings.append(read_part(text, part))
        parts.append(
            DecisionPart(
                numbers=part.numbers,
                text=" ".join(words.split()),
                outcome=readings[-1].outcome,
                votes=read_votes(words, members=members, language=language).votes,
            )
        )
    return parts, readings


def _whole(parts: Sequence[DecisionPart], readings: Sequence[OutcomeReading]) -> OutcomeReading:
    """What a numbered decision does: its parts together."""
    weakest = min(readings, key=lambda reading: reading.confidence)
    numbers = ", ".join(
        f"{part.numbers[0]}: {reading.quote or '?'}" for part, reading in zip(parts, readings, strict=True)
    )
    return OutcomeReading(
        overall([part.outcome for part in parts]), f"parts: {numbers}", weakest.quote, weakest.confidence
    )
