"""What a decision does, read from the words of its main clauses; the phrases are data in lexicon/outcomes.toml."""

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from pipeline.danish.changes import limits
from pipeline.danish.clauses import (
    DECISIVE,
    GUESS,
    LIKELY,
    LOST,
    SURE,
    TO_A_BODY,
    UNSURE,
    OutcomeReading,
    read_sentence,
)
from pipeline.danish.misspelt import respelled
from pipeline.danish.motions import MOTION_NAMED, PUT_OFF, SIDE_SUBJECT, is_side_motion
from pipeline.danish.pattern import Pattern
from pipeline.danish.phrases import find
from pipeline.danish.sentences import split_sentences
from pipeline.danish.speakers import proposes
from schemas.vocabulary import Outcome

EMPTY_DECISION = Pattern(
    "outcome-empty",
    r"^[\s.,:;–—-]*$",
    matches=["", ".", "-", " – "],
    not_matches=["1"],
)
"""Nothing but signs."""


THEREAFTER = Pattern(
    "outcome-thereafter",
    r"\b(?:herefter|derefter|efterfølgende)\b",
    matches=["Indstillingen blev herefter vedtaget", "Herefter blev indstillingen godkendt"],
    not_matches=["Sagen udsættes"],
)
"""A sentence about what was decided after something else."""


BARE_VERDICT = Pattern(
    "outcome-bare-verdict",
    r"^(?:ikke\s+)?(?:vedtaget|forkastet|faldet|bortfaldt|godkendt|afvist|tiltrådt)\W*$",
    matches=["Forkastet.", "Ikke vedtaget"],
    not_matches=["Indstillingen vedtaget."],
)
"""A verdict without a subject: behind a motion and its votes, in their paragraph, it is the motion's."""


OF_CASE = Pattern(
    "outcome-of-the-case",
    r"^(?:(?:sag|punkt)\w*\b(?!\s*\d)|forslaget\b|indstillingen\b|taget\b|tages\b|udg[åi]\w*|trukket|trækkes|bortf\w+|frafald\w+|annuller\w+|\w+\s+tr(?:ak|ækker)\b)",
    matches=["Sagen udgår", "Udgår.", "Punktet blev taget af dagsordenen"],
    not_matches=["Forslag 4 og 9 udgår", "Punkt 3 udgår"],
)
"""How a sentence begins that takes the case itself off, and no part of it."""


class _Said(NamedTuple):
    """What one sentence does."""

    reading: OutcomeReading
    sentence: str
    side: bool
    """Whether it is about another motion than the proposal."""


@lru_cache(maxsize=512)
def read_outcome(text: str) -> OutcomeReading:
    """What a decision's words, or those of one of its parts, do.

    The first main clause that decides counts. Remarks ("med bemærkning om, at …"), wishes, what single members did and
    what the administration said decide nothing; of several motions the proposal counts, not a change to it, but where
    such a change was adopted the proposal is amended. A sentence that only tells of a discussion yields to a later one
    that decides; weak phrases yield to any other.
    """
    if EMPTY_DECISION.match(text):
        return OutcomeReading(Outcome.other, "empty", text.strip(), 0.9)
    spans = split_sentences(text)
    # A question decides nothing: "Hvem har besluttet det?"
    sentences = [
        "" if text[start:end].rstrip().endswith("?") else text[start:end].strip() for start, end in spans
    ]
    opens = {
        0,
        *(number for number in range(1, len(spans)) if "\n" in text[spans[number - 1][1] : spans[number][0]]),
    }
    said = list(_said(sentences, opens, weak=False)) or list(_said(sentences, opens, weak=True))
    if not said:
        return _misspelt(text) or OutcomeReading(Outcome.other, "none", "", GUESS)
    main = [each for each in said if not each.side] or said
    chosen = _chosen(main)
    if chosen.outcome is Outcome.withdrawn and chosen.quote.lower().startswith("bortf") and LOST.search(text):
        rule = f"{chosen.rule}, for want of votes"
        chosen = chosen._replace(outcome=Outcome.rejected, rule=rule, confidence=LIKELY)
    adopted = any(each.side and each.reading.outcome is Outcome.approved for each in said)
    limited = any(limits(sentence) for sentence in sentences)
    if chosen.outcome is Outcome.approved and (limited or adopted):
        rule = f"{chosen.rule}, then a change" if limited else f"{chosen.rule}, with an adopted motion"
        chosen = chosen._replace(outcome=Outcome.amended, rule=rule, confidence=UNSURE)
    different = {each.reading.outcome for each in main} - {chosen.outcome, Outcome.other}
    return chosen._replace(confidence=min(chosen.confidence, UNSURE if different else SURE))


def _misspelt(text: str) -> OutcomeReading | None:
    """What a short decision does whose deciding word is misspelt."""
    mended = respelled(text)
    reading = read_outcome(mended) if mended != text else None
    if reading is None or reading.rule == "none":
        return None
    # The words as printed: its place in the text is looked for.
    quote = text.strip() if reading.quote not in text else reading.quote
    return reading._replace(rule=f"misspelt {reading.rule}", quote=quote, confidence=UNSURE)


def _said(sentences: Sequence[str], opens: Set[int], *, weak: bool) -> Iterator[_Said]:
    """What each sentence that decides does.

    Args:
        sentences: All of them.
        opens: Which of them, counted from 0, begin a paragraph.
        weak: Whether phrases that are trusted little count.
    """
    motion: str | None = None
    on_side = False
    for number, sentence in enumerate(sentences):
        if number in opens:
            on_side = SIDE_SUBJECT.search(sentence[:MOTION_NAMED]) is not None
        reading = read_sentence(sentence, weak=weak)
        if reading is not None:
            subject = sentence[: max(0, sentence.find(reading.quote))]
            side = is_side_motion(sentence, subject, moved=motion is not None)
            side = side or (on_side and BARE_VERDICT.match(sentence) is not None)
            carried = (
                _carried(motion or "", subject) if reading.outcome is Outcome.approved and side else None
            )
            if carried is not None:
                reading, side = reading._replace(outcome=carried, confidence=LIKELY), False
            yield _Said(reading, sentence, side)
        motion = sentence if proposes(sentence) else motion


def _carried(motion: str, subject: str) -> Outcome | None:
    """What a carried motion does to the case, where it is no change of the proposal: it is put off, or sent elsewhere."""
    if PUT_OFF.search(subject):
        return Outcome.postponed
    asked = [hit.outcome for hit in find(f"{motion} {subject}", "words", "infinitives")]
    return next((outcome for outcome in asked if outcome in (Outcome.postponed, Outcome.referred)), None)


def _chosen(main: Sequence[_Said]) -> OutcomeReading:
    """Which of several sentences counts."""
    first = main[0].reading
    if first.outcome in (Outcome.discussed, Outcome.other):
        later = [each.reading for each in main[1:] if _decides_after_talk(first, each)]
        return later[0] if later else first
    if first.outcome is Outcome.approved and len(main) > 1:
        second = main[1]
        if second.reading.outcome is Outcome.recommended and TO_A_BODY.search(second.sentence):
            return second.reading._replace(confidence=UNSURE)
    if first.outcome in (Outcome.rejected, Outcome.postponed):
        # A motion was voted down, or a case taken up again, before the proposal was decided.
        then = [
            each.reading
            for each in main[1:]
            if THEREAFTER.search(each.sentence) and each.reading.outcome in DECISIVE
        ]
        return then[0]._replace(confidence=UNSURE) if then else first
    if first.rule.startswith("decided"):
        # "besluttede, at …" does not say what; a sentence that puts the case off does.
        again = [each.reading for each in main[1:] if each.reading.rule.startswith("again")]
        return again[0]._replace(confidence=UNSURE) if again else first
    return first


def _decides_after_talk(first: OutcomeReading, later: _Said) -> bool:
    """Whether a sentence decides the case of which another tells that it was discussed."""
    if later.reading.outcome not in DECISIVE or later.reading.rule.startswith("again"):
        return False
    if later.reading.outcome is Outcome.withdrawn and not OF_CASE.match(later.sentence):
        return False  # "Drøftet. Forslag 4 og 9 udgår."
    return not (
        first.outcome is Outcome.discussed
        and later.reading.outcome is Outcome.noted
        and not re.match(
            r"(?:taget|til|tages|orientering\w*|sagen|redegørelse\w*|status\w*)\b",
            later.sentence,
            re.IGNORECASE,
        )
    )
