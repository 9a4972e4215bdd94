"""Whether words behind "godkendt" change what is decided, or only ask for a note or restate the proposal."""

import re
from functools import cache

from pipeline.danish.pattern import Pattern
from pipeline.danish.phrases import lexicon, row

ORDER_OF_AGENDA = Pattern(
    "change-of-agenda",
    r"""(?:\bdagsorden\w*\b|\b(?:punkt(?:erne)?|pkt\.?|sag(?:en|erne)?)\s*(?:nr\.?\s*)?\d+(?:\s*(?:,|og|-|til)\s*\d+)*\s+(?:[^\W\d]+\s+){0,2}?
      (?:behandle\w*|udsætte\w*|udgår|tages|flytte\w*|rykke\w*|trækkes|optages)\b
      |\b(?:udsættes|flyttes|rykkes)\s+(?:punkt|pkt\.?|sag)\s)""",
    matches=[
        "dog således at punkt 9 behandles først",
        "idet sag nr. 5 behandles efter sag nr. 2",
        "Dagsordenen godkendt med ændringer",
        "dog udsættes punkt 4",
    ],
    not_matches=["idet sidste afsnit i § 4 udgår", "Dog ændres punkt 3 til", "i sagen"],
)
"""A change of the agenda, which is none of what the item decides."""

PROPOSAL = re.compile(r"(?:[^\W\d][\w-]*s\s+)?(?:indstilling|forslag)(?:en|et)?\b", re.IGNORECASE)
"""Whose points, and not the agenda's, a sentence then changes: "Indstillingen tiltrådt, idet pkt. 3 udgår"."""

BUT = Pattern(
    "change-but",
    r"""(?:^|\W)(?:dog|men)\b (?![^.]{0,40}\b(?:bemærk\w*|ønske\w*|opfordr\w*|beder|bad\b|anmod\w*|henstil\w*|lægger\s+vægt)) (?!\s+ikke\s+kun)
      (?:\s+(?:således|sådan|med|at|skal|kun|først|uden|ikke|fastsæt\w*|ændre\w*|nedsæt\w*|forhøj\w*|begræns\w*|højst|maks\w*|for)\b
      |[^.]{0,40}\b(?:ændre\w*|rykkes|flyttes|nedsæt\w*|forhøj\w*|udgår|slettes|reducere\w*|hæves|sænkes|begrænses|fastsættes)\b)""",
    matches=[
        "Godkendt, dog således at taksten er 210 kr.",
        "Godkendt, dog nedsættes beløbet",
        "Dog ændres punkt 3 til",
        "godkendte forslaget, men således at perioden forkortes",
        "Tiltrådt, idet perioden dog ændres",
    ],
    not_matches=[
        "idet udvalget dog ønskede, at",
        "dog med bemærkning om",
        "udvalget har dog tidligere behandlet sagen",
    ],
)
"""Words that limit what was approved."""

REWORDED = Pattern(
    "change-of-words",
    r"[”“\"»«][^”“\"»«\n]{1,120}[”“\"»«]\s+(?:rettes|ændres|erstattes|udskiftes|omformuleres)\s+(?:til|af|med)\s+[”“\"»«]",
    matches=["at ”bør” rettes til ”skal”", 'idet "årligt" erstattes af "halvårligt"'],
    not_matches=["at taksten ændres til 210 kr."],
)
"""Words of the proposal that become others."""

ASKS = Pattern(
    "change-asks",
    r"^\s*(?:den\s+|følgende\s+|en\s+)?(?:bemærkning\w*|kommentar\w*|ønske\w*|opfordring\w*|anmodning\w*|henblik|forbehold\w*|tak|virkning)\b",
    matches=[" bemærkning om, at", " den bemærkning, at", " henblik på", " virkning fra"],
    not_matches=[" den ændring, at", " følgende rettelser"],
)
"""Behind "med": a remark, no change."""

OTHERS_TOLD = Pattern(
    "change-others-told",
    r"\bat\s+(?!(?:der|det|man|vi|sagen|dette)\b)(?!(?:[^\W\d][\w-]*\s+){0,3}?[\w-]*(?:udvalg|råd|bestyrelse|kommission|magistrat|medlem)\w*\s)(?:[^\W\d][\w-]*\s+){1,3}?(?:skal\s+)?orienteres$",
    matches=[", at forældre orienteres", ", at alle naboer orienteres"],
    not_matches=[", at udvalget orienteres", ", at der orienteres", ", at Byrådet løbende orienteres"],
)
"""An addition by which others than the body are told something is a rule and no request."""

EXCEPTED_VOTER = Pattern(
    "change-excepted-voter",
    r"(?i:\b(?:med\s+undtagelse\s+af|undtaget|undtagen|bortset\s+fra))\s+[A-ZÆØÅ(][^.]*?\b(?:stem(?:te|mer)|undl(?:od|ader))\b|(?i:\balle\s+stemmer\s+(?:undtagen|bortset\s+fra))\s+[A-ZÆØÅ(][^.,]*|(?i:\bdog\s+ikke\s+af)\s+[A-ZÆØÅ(][^.]*",
    matches=[
        "med undtagelse af A, som stemte imod",
        "bortset fra Ida Holm, der undlod",
        "dog ikke af V og C",
    ],
    not_matches=["med undtagelse af punkt 3", "med undtagelse af A"],
    flags=re.NOFLAG,
)
"""Somebody who voted otherwise is no exception to what was approved."""

NEAR = 60
"""So many characters behind "med" the word for a change stands; clauses of the samples need at most 41."""

WISHED = Pattern(
    "change-wished",
    r"\b(?:ønske\w*|bemærk\w*|beder|bad|opfordr\w*|foreslå\w*)\b",
    matches=["udvalget ønsker, at", "bemærkede", "opfordrer"],
    not_matches=["med den ændring, at"],
)
"""Words behind which a change is only wished for."""


@cache
def _asked_for() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lexicon()['amended']['asks_only']))})", re.IGNORECASE)


def is_changed(sentence: str, approval: int) -> bool:
    """Whether a sentence changes what it approves.

    Args:
        sentence: It.
        approval: Offset of the word that approves ("godkendt").
    """
    sentence = EXCEPTED_VOTER.sub("", sentence)
    rest = sentence[approval:]
    of_agenda = ORDER_OF_AGENDA.search(rest) is not None and not PROPOSAL.match(sentence)
    if of_agenda or re.match(r"dagsorden", sentence, re.IGNORECASE):
        return False
    return (
        row("amended", "clauses").search(sentence) is not None
        or REWORDED.search(rest) is not None
        or BUT.search(rest) is not None
        or _reason_changes(rest)
        or any(_with_changes(rest[match.end() :]) for match in re.finditer(r"\bmed\b", rest, re.IGNORECASE))
    )


def limits(sentence: str) -> bool:
    """Whether a sentence of its own limits what the one before it approved ("Dog ændres punkt 3 til …")."""
    sentence = EXCEPTED_VOTER.sub("", sentence)
    return BUT.match(sentence) is not None and ORDER_OF_AGENDA.search(sentence) is None


def _with_changes(behind: str) -> bool:
    """Whether the words behind "med" tell of a change."""
    asks = ASKS.match(behind)
    if asks is not None:
        return WISHED.search(asks[0].replace("bemærkning", "")) is None and _changing(behind[asks.end() :])
    found = row("amended", "words").search(behind[:NEAR])
    if found is not None:
        return row("amended", "proposed").search(behind[: found.end() + 40]) is None
    added = row("amended", "additions").search(behind[:NEAR])
    asked = _asked_for().search(behind, added.end(), added.end() + 160) if added is not None else None
    return added is not None and (
        asked is None or OTHERS_TOLD.search(behind[added.end() : asked.end()]) is not None
    )


def _reason_changes(rest: str) -> bool:
    """Whether what stands behind "idet" changes something."""
    reason = re.search(r"\bidet\b", rest, re.IGNORECASE)
    return reason is not None and _changing(rest[reason.end() :])


def _changing(words: str) -> bool:
    """Whether words say that something becomes another, and nobody only wishes so."""
    verb = row("amended", "verbs").search(words[:160])
    return verb is not None and WISHED.search(words[: verb.start()]) is None
