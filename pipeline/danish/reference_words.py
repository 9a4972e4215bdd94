"""Which words tell of a meeting: the whole name of who met, what was done on the day, and no heading's in front of it."""

import re

from pipeline.danish.pattern import Pattern

BODY = r"(?:[\wæøåÆØÅ-]*udvalget|byrådet|kommunalbestyrelsen|regionsrådet|borgerrepræsentationen|magistraten|[\wæøå]+rådet|[\wæøå]+udvalg)"
DECIDES = r"(?:besluttede|godkendte|vedtog|behandlede|drøftede|tiltrådte|anbefalede|tog|bevilgede|udsatte|besluttet|godkendt|vedtaget|behandlet|drøftet|tiltrådt|forelagt)"

NAMES_BODY = re.compile(rf"(?<!\S){BODY}", re.IGNORECASE)
"""Matches in "Baggrund Byrådet godkendte": "Byrådet"."""

LEADS_TO_BODY = frozenset(
    [
        "af",
        "i",
        "på",
        "ved",
        "for",
        "fra",
        "til",
        "med",
        "det",
        "den",
        "et",
        "at",
        "og",
        "som",
        "da",
        "hvor",
        "når",
        "efter",
        "har",
        "fik",
        "hos",
        "jf.",
        "samt",
        "eller",
    ]
)
"""Words before the name of a body; a body in capitals behind any other begins a sentence of its own."""

OF_ANOTHER_SENTENCE = Pattern(
    "reference-of-another-sentence",
    r"^[A-ZÆØÅ][\wæøå-]*\s+(?=(?:på|ved|i)\s)",
    matches=["Hovedstaden på regionsrådsmødet", "Granholm i maj"],
    not_matches=["På mødet", "hovedstaden på mødet"],
    flags=re.NOFLAG,
)
"""The last word of the sentence before, in front of a mention."""

FIRST_PARTS = re.compile(r"(?:[^\W\d_]+-,?\s+(?:og\s+)?)+$")
"""The first parts of a committee's name, before its last. Matches: "Klima-, Teknik- og ", "Kultur- "."""

LONGEST_NAME = 80

DONE_BEHIND = Pattern(
    "reference-done-behind",
    rf"\s{DECIDES}\s+(?:[\wæøå-]+\s){{0,3}}?{BODY}",
    matches=[" besluttede udvalget"],
    not_matches=[" mødtes de"],
)
"""Behind a day: "Den 3. maj 2015 besluttede udvalget"."""


def whole_mention(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words that tell of a meeting begin and end.

    Args:
        text: The words around it.
        start: Offset of the first character that a rule found, from 0.
        end: Offset behind the date.
    """
    body = NAMES_BODY.search(text, start, end)
    if body is not None and body.start() > start and body[0][0].isupper():
        before = text[start : body.start()].split()
        if before[-1].lower() not in LEADS_TO_BODY and not before[-1].endswith(("-", "-,")):
            start = body.start()
    elif (other := OF_ANOTHER_SENTENCE.match(text[start:end])) and not NAMES_BODY.match(other[0]):
        start += other.end()
    begin = max(0, start - LONGEST_NAME)
    if parts := FIRST_PARTS.search(text[begin:start]):
        start = begin + parts.start()
    elif text.startswith("og ", start):
        start += len("og ")
    if text[start:end].startswith(("Den ", "den ", "d. ")) and (done := DONE_BEHIND.match(text, end)):
        end = done.end()
    return start, end
