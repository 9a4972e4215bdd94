"""Other motions than the proposal that an item is about: changes to it, and to put the case off."""

from pipeline.danish.pattern import Pattern
from pipeline.danish.sentences import split_sentences
from pipeline.danish.speakers import proposes

SIDE_SUBJECT = Pattern(
    "outcome-side-subject",
    r"\b(?:ændringsforslag\w*|underændringsforslag\w*|udsættelsesforslag\w*|modforslag\w*|(?:et\s+)?forslag(?:et)?\s+fra\s+(?-i:[A-ZÆØÅ(])|(?-i:[A-ZÆØÅ])['’]?s?\s+forslag|forslag(?:et)?\s+om\s+(?:at\s+)?(?:udsættelse|udsætte|tilbagesende|oversende\s+(?:sagen|punktet)|henvise\s+(?:sagen|punktet)|sende\s+(?:sagen|punktet)\s)\w*)",
    matches=[
        "2 ændringsforslag blev forkastet",
        "Forslag fra A blev forkastet",
        "As forslag",
        "Forslaget om at udsætte sagen",
        "Forslaget om at sende sagen tilbage",
    ],
    not_matches=[
        "Forslaget blev vedtaget",
        "Forslag fra forvaltningen",
        "Forslaget om at sende planen i høring",
    ],
)
"""Other motions than the proposal that the item is about."""

MOTION_NAMED = 60
"""Among so many characters a paragraph about a motion names it: "Ida Holm (A) stillede ændringsforslag om, at …"."""

THAT_MOTION = Pattern(
    "outcome-that-motion",
    r"^(?:(?:herefter|derefter)\s+blev\s+)?(?:forslaget|forslagene|dette|det)\b",
    matches=["Forslaget blev ikke vedtaget", "Dette blev forkastet"],
    not_matches=["Indstillingen blev godkendt"],
)
"""A sentence about the motion that was just made."""

PUT_OFF = Pattern(
    "motion-put-off",
    r"\budsætte(?:lse)?\b",
    matches=["at udsætte sagen", "om udsættelse"],
    not_matches=["udsat", "udsætter"],
)
"""What a motion to put the case off asks for."""


def is_side_motion(sentence: str, subject: str, *, moved: bool) -> bool:
    """Whether a sentence is about another motion than the proposal.

    Args:
        sentence: It.
        subject: Its words in front of those that decide.
        moved: Whether a member made a motion before.
    """
    return SIDE_SUBJECT.search(subject) is not None or (moved and THAT_MOTION.match(sentence) is not None)


def side_motions(text: str) -> list[tuple[int, int]]:
    """Where the sentences about other motions than the proposal stand."""
    spans: list[tuple[int, int]] = []
    moved = False
    for start, end in split_sentences(text):
        sentence = text[start:end].strip()
        if is_side_motion(sentence, sentence, moved=moved):
            spans.append((start, end))
        moved = moved or proposes(sentence)
    return spans
