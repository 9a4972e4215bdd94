"""Deciding words as a hurried clerk misspells them: "godkednt", "efteretning"."""

import re

from rapidfuzz.distance import OSA

from pipeline.danish.phrases import lexicon

MOST_WORDS = 9
"""A decision of so many words at most is mended: in a long one a word that is nearly another is most likely itself."""

SHORTEST = 7
"""Shorter words have too many neighbours: "udsat" and "udsal"."""

LONG = 10
"""From so many letters on, two may be wrong; of the others one."""

WORD = re.compile(r"[^\W\d_]+")


def respelled(text: str) -> str:
    """A short decision with its misspelt deciding words as they are written; else the text itself.

    Two letters that changed places count as one mistake. Words that are right themselves ("godkende") stay.
    """
    if len(WORD.findall(text)) > MOST_WORDS:
        return text
    return WORD.sub(lambda word: _nearest(word[0]), text)


def _nearest(word: str) -> str:
    low = word.lower()
    written = lexicon()["spelling"]
    if len(low) < SHORTEST or low in written["words"] or low in written["others"]:
        return word
    for right in written["words"]:
        allowed = 2 if len(right) >= LONG else 1
        if right[0] == low[0] and OSA.distance(low, right, score_cutoff=allowed) <= allowed:
            return right
    return word
