"""The numbered parts of a decision: "1.-3. Anbefales. 4. Udsat", "Ad 2: …", "At 1: Godkendt.", "2a Kan ikke godkendes"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.danish.clauses import OutcomeReading
from pipeline.danish.motions import MOTION_NAMED, SIDE_SUBJECT
from pipeline.danish.outcomes import read_outcome
from pipeline.danish.pattern import Pattern
from pipeline.danish.sentences import split_sentences
from pipeline.danish.speakers import others_act
from schemas.vocabulary import Outcome

LONGEST_RANGE = 40
"""No proposal has more parts than this; "1.-2022." is no range."""

LONGEST_LEAD = 160
"""Words before the first part that are no decision themselves; an introduction of one line."""

NUMBER = r"(?:\d{1,2}(?:\s?[a-h](?![\w]))?)"
LETTERED = rf"(?:{NUMBER}|[a-h](?![\w]))"
JOIN = r"\s*(?:[-–+]|til|,\s*(?=\d)|og|samt|,\s*og|&)\s*"
KIND = r"(?:at(?:-punkt)?|pkt\.?|(?:beslutnings|del)?punkt(?:erne|er|et)?|pind(?:en|ene)?|litra|del(?:indstilling|beslutning)(?:en|erne)?|indstillings(?:punkt(?:erne)?|pkt\.?)|indstilling(?:en|ens|erne|ens)?(?:s?\s+(?:punkt|pkt\.?|nr\.?))?|dot|nr\.?|(?:ansøgning(?:er|erne)?|projekt(?:er|erne)?)\s+nr\.?|forslag)"
WORD = rf"(?:(?:ad\.?|til|vedr\.?|vedrørende|angående|(?:for\s+så\s+vidt|hvad)\s+angår|i\s+forhold\s+til|med\s+hensyn\s+til)\s+{KIND}|ad\.?|vedr\.?|{KIND})"
ORDINALS = {
    "første": "1",
    "andet": "2",
    "anden": "2",
    "tredje": "3",
    "fjerde": "4",
    "femte": "5",
    "sjette": "6",
}
DECISIVE = r"(?:godkend|anbefal|taget|tages|tag\s|til\s+efter|til\s+orient|udsat|udsæt|tiltr|drøft|afvis|forkast|ikke\s|kan\s|kunne|bortfald|udgå|udgik|vedtag|imødekom|indstil|overs|henv|sende|fremsend|blev|er\s|vælges|valgt|udpeg|besl|valg|trukket|bevilg)"
OPENING = rf"(?i:{DECISIVE}|\w*udvalget\b|byrådet\b|kommunalbestyrelsen\b|rådet\b|regionsrådet\b|administrationens?\b|forvaltningens?\b|orientering|forslaget?|indstilling|model|der\s)"

PART_MARKER = Pattern(
    "part-marker",
    rf"""(?:^|(?<=[\s;(]))
      (?: (?P<word>(?i:{WORD}))\s*(?P<numbers>{LETTERED}[.)]?(?:(?i:{JOIN})(?:(?i:{KIND}|ad)\s*)?{LETTERED}[.)]?)*)(?![\d/])\s*[.):,–-]*\s*(?:(?i:punkt|pkt\.?)\s+(?={OPENING}))?
        | (?P<ordinal>(?i:{"|".join(ORDINALS)}))\s+(?i:{KIND})\s*[.):,–-]+\s*
        | (?:(?i:indstilling(?:en|er)s|forslagets)\s+)?(?P<plain>{NUMBER}(?:[.)]?(?i:{JOIN}){NUMBER})*)(?P<sign>[.):]+(?:\s*[-–:])?|\s+[-–](?=\s+(?i:{DECISIVE})))\s*(?P<kind>(?i:{KIND})(?:\s*[.:,-]+\s*|\s+(?={OPENING})))?(?=(?P<rest>\S)|$)
        | (?P<letter>[a-hA-H](?:\s?[-–]\s?[a-hA-H])?)(?:[)]|(?<=[a-h])[.:])+\s*(?={OPENING})
        | (?P<bare>{NUMBER}(?:(?i:{JOIN}){NUMBER})*)\s+(?={OPENING}) )""",
    matches=[
        "1.-3. Anbefales",
        "Ad 2, udsat",
        "At 1: Godkendt",
        "Punkterne 1-7. Anbefales",
        "2a Kan ikke godkendes",
        "2) Udsat",
        "1 Godkendt",
        "Vedrørende pkt. 2: Udsat",
        "Første at: Godkendt",
        "3. indstillingspunkt udsat",
        "b) Godkendt",
        "At 1 og at 2 blev godkendt",
        "Indstillingens 1. og 2. pkt. blev godkendt",
        "For så vidt angår pkt. 2 besluttede",
    ],
    not_matches=["Godkendt", "Lokalplan 2012", "kl. ", "Første behandling: Vedtaget"],
    flags=re.NOFLAG,
)
"""The number or numbers of parts, with or without a word before them."""

NUMBERS_BEHIND = Pattern(
    "part-numbers-behind",
    rf"^(?P<words>(?i:anbefales|godkendt|godkendes|tiltrådt|indstilles|udsat))\s+(?P<word>(?i:{WORD})\s*)?(?P<numbers>{NUMBER}\.?(?:(?i:{JOIN}){NUMBER}\.?)*)(?=\s+med\b|\s*[.,]?\s*$)",
    matches=["Anbefales 1-5 med bemærkning om", "Godkendt pkt. 1 og 2."],
    not_matches=["Godkendt 1. behandling", "Anbefales med 5 stemmer"],
    flags=re.NOFLAG,
)
"""The numbers stand behind what is done with them."""

VERB = (
    r"(?:(?:besluttede\s+at\s+)?(?:godkende|tiltræde|anbefale|udsætte|afvise|drøfte|vedtage)|godkend(?:te|er)|tiltr(?:ådte|æder)|anbefale(?:de|r)"
    r"|indstille(?:de|r)|vedt(?:og|ager)|drøfte(?:de|r)|afvis(?:te|er)|forkaste(?:de|r)|uds(?:atte|ætter)|t(?:og|ager)|oversend(?:te|er)|imødekom(?:mer)?)"
)
DONE = r"(?:godkendt|tiltrådt|anbefalet|anbefales|vedtaget|drøftet|udsat|afvist)"
NUMBERS_BEHIND_VERB = Pattern(
    "part-numbers-behind-verb",
    rf"""(?:\b(?i:{VERB})|(?:^|(?<=[.\n])\s?)(?i:{DONE}))\s+(?:(?i:[a-zæøå-]+s)\s+)?(?i:indstilling,?\s+)?(?:(?i:{KIND})\s*
      (?P<numbers>{NUMBER}\.?(?:(?i:{JOIN})(?:(?i:{KIND})\s*)?{NUMBER}\.?)*)(?![\w/])
      |(?P<numbers2>{NUMBER}\.(?:(?i:{JOIN}){NUMBER}\.)*)\s*(?i:{KIND})\b\.?)""",
    matches=["Udvalget godkendte punkt 1-3 og drøftede punkt 4", "tog pkt. 2 til efterretning"],
    not_matches=["Udvalget godkendte dagsordenen", "Byrådet godkendte 2. behandling"],
    flags=re.NOFLAG,
)
"""Somebody did something with numbered parts."""

NEXT_SENTENCE = re.compile(r"\d?\.\s+(?=[A-ZÆØÅ])")
"""Behind such numbers: the dot that ends their sentence, which they may have taken for an ordinal's."""

OTHERWISE = re.compile(
    r",?\s+(?:idet|mens|hvorimod|men|og)\s+(?=(?:punkt|pkt|indstillingspunkt|at)\w*\.?\s*\d)", re.IGNORECASE
)
"""Before a part of the same sentence with which something else was done."""

LONGEST_SUBJECT = 70
"""So many characters stand before such a verb at most, where it is the sentence's."""

LEAD_DECIDES = Pattern(
    "part-lead-decides",
    r"\b(?:beslut\w*|vedt\w*|enedes|enige?|anbefale\w*|indstille\w*|godkend\w*)\b[^.]*(?::|\bat)$",
    matches=["Udvalget besluttede:", "Byrådet vedtog at", "Udvalget anbefaler Byrådet at"],
    not_matches=["Udvalget drøftede sagen.", "Godkendt."],
)
"""An introduction that the parts complete ("besluttede: 1. at godkende …")."""


class Part(NamedTuple):
    """One or more numbered parts and what was said of them."""

    numbers: tuple[str, ...]
    """As printed: "1", "2b"; a range is written out."""

    start: int
    """Offset of its marker in the text."""

    words: int
    """Offset of the words behind the marker."""

    end: int
    """Offset after its last word."""

    lead: str = ""
    """An introduction that its words complete ("Udvalget besluttede:")."""


def find_parts(text: str, proposal: str | None = None) -> list[Part]:
    """The numbered parts of a decision, or none where it is not numbered.

    A marker counts at the beginning of the text, of a paragraph or of a sentence, or where words that decide follow;
    numbers must rise and none stand twice; a list inside a remark ("med bemærkning om, 1) …") is none, and at least one part must decide.

    Args:
        text: The decision's paragraphs, joined by line breaks.
        proposal: What was proposed; "Punkt 16 oversendes" alone is a part only of a proposal that has a point 16, else
            another item of the agenda.
    """
    motions = _motions_first(text)
    if motions:
        after = find_parts(text[motions:], proposal)
        if len(after) > 1:
            return [
                part._replace(start=part.start + motions, words=part.words + motions, end=part.end + motions)
                for part in after
            ]
    behind = NUMBERS_BEHIND.match(text)
    if behind is not None:
        numbers = expand_numbers(behind["numbers"])
        if len(numbers) > 1 or (numbers and behind["word"]):
            return [Part(numbers, 0, 0, len(text))]
    marked = _marked(text, proposal)
    return marked if len(marked) > 1 else _behind_verbs(text) or marked


def _motions_first(text: str) -> int:
    """Where the paragraphs end that begin a decision with other motions than the proposal; 0 where none does."""
    end = 0
    for paragraph in text.splitlines(keepends=True):
        if SIDE_SUBJECT.search(paragraph[:MOTION_NAMED]) is None:
            break
        end += len(paragraph)
    return end if end < len(text) else 0


def _marked(text: str, proposal: str | None) -> list[Part]:
    """The parts whose numbers stand in front of what is done with them."""
    lead_decides = False
    markers = _markers(text, lead_decides=False)
    completed = _lead(text)
    if completed is not None and (not markers or markers[0][1] > completed):
        lead_decides = True
        markers = _markers(text, lead_decides=True)
    if not markers:
        return []
    (numbers, start, _, worded), lead = markers[0], text[: markers[0][1]].strip()
    if len(markers) == len(numbers) == 1 and worded and not _asked(numbers[0], proposal):
        return []
    if len(markers) == len(numbers) == 1 and start > 0:
        return []
    if len(lead) > LONGEST_LEAD or (
        lead and not lead_decides and read_outcome(lead).rule not in ("none", "empty")
    ):
        return []
    ends = [marker[1] for marker in markers[1:]] + [len(text)]
    parts = [
        Part(numbers, start, words, end, lead if lead_decides else "")
        for (numbers, start, words, _), end in zip(markers, ends, strict=True)
    ]
    decisive = [read_part(text, part).rule != "none" for part in parts]
    if sum(decisive) == 1 and decisive[-1] and len(parts) > 1:
        # "1. Formanden orienterede om …", "2. …" and below them "Taget til efterretning.": what is done with all
        below = text.find("\n", parts[-1].words)
        last = parts[-1]._replace(end=below)
        decisive[-1] = below < 0 or read_part(text, last).rule != "none"
    return parts if any(decisive) else []


def _behind_verbs(text: str) -> list[Part]:
    """The parts of sentences in which somebody did something with them ("godkendte punkt 1-3 og drøftede punkt 4")."""
    if NUMBERS_BEHIND_VERB.search(text) is None:
        return []
    parts: list[Part] = []
    worded = False
    for start, end in _own_sentences(text):
        sentence = text[start:end]
        verbs = list(NUMBERS_BEHIND_VERB.finditer(sentence))
        marker = PART_MARKER.match(sentence)
        if verbs and _is_subject(sentence[: verbs[0].start()]) and not others_act(sentence):
            worded = True
            starts = [start, *(start + verb.start() for verb in verbs[1:])]
            for verb, first, behind in zip(verbs, starts, [*starts[1:], end], strict=True):
                words = re.sub(r"[\s,]*(?:\b(?:og|samt|mens)\s*)?$", "", text[first:behind])
                parts.append(
                    Part(
                        expand_numbers(verb["numbers"] or verb["numbers2"]), first, first, first + len(words)
                    )
                )
            other = OTHERWISE.search(sentence, verbs[-1].end())
            marker = PART_MARKER.compiled.match(sentence, other.end()) if other is not None else None
            if other is not None and marker is not None and marker["word"]:
                parts[-1] = parts[-1]._replace(end=start + other.start())
                parts.append(Part(_numbers(marker), start + other.end(), start + marker.end(), end))
        elif marker is not None and (marker["word"] or marker["kind"]) and sentence[marker.end() :].strip():
            parts.append(Part(_numbers(marker), start, start + marker.end(), end))
        elif parts:
            parts[-1] = parts[-1]._replace(end=end)
    numbers = [number for part in parts for number in part.numbers]
    firsts = [_key(part.numbers[0]) for part in parts if part.numbers]
    rises = firsts == sorted(firsts) and len(firsts) == len(parts) and len(set(numbers)) == len(numbers) > 1
    return parts if worded and rises else []


def _own_sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text; numbers behind a verb may end one, though their dot looks like an ordinal's."""
    for start, end in split_sentences(text):
        for verb in list(NUMBERS_BEHIND_VERB.compiled.finditer(text, start, end)):
            behind = NEXT_SENTENCE.match(text, verb.end() - 1, end)
            if behind is not None:
                yield start, behind.end()
                start = behind.end()
        if start < end:
            yield start, end


def _is_subject(before: str) -> bool:
    """Whether the words before a verb are no more than who acts."""
    return len(before) <= LONGEST_SUBJECT and re.search(r"[,;:(]|\bat\b|\bikke\b", before) is None


def read_part(text: str, part: Part) -> OutcomeReading:
    """What a part does; an introduction that its words complete is read with them."""
    words = text[part.words : part.end].strip()
    if not part.lead:
        return read_outcome(words)
    lead = part.lead.rstrip(" :")
    joint = "" if lead.endswith(" at") or words.startswith("at ") else "at "
    return read_outcome(f"{lead} {joint}{words}")


def _lead(text: str) -> int | None:
    """Where an introduction ends that the parts complete, or None."""
    first = re.match(r"[^\n.]{5,160}?(?::|\bat)(?=\s+\(?(?:1|a)[.):])", text)
    return first.end() if first is not None and LEAD_DECIDES.search(first[0]) else None


def _asked(number: str, proposal: str | None) -> bool:
    """Whether a proposal has a point of that number."""
    return (
        proposal is not None and re.search(rf"(?:^|\s|\(){re.escape(number)}\s?[.)]\s", proposal) is not None
    )


def _markers(text: str, *, lead_decides: bool) -> list[tuple[tuple[str, ...], int, int, bool]]:
    """Numbers, start, start of the words behind, and whether a word stood before the number, of every part."""
    markers: list[tuple[tuple[str, ...], int, int, bool]] = []
    used: set[str] = set()
    last = (0, "")
    for match in PART_MARKER.finditer(text):
        numbers = _numbers(match)
        rest = text[match.end() :]
        if (
            not numbers
            or not rest.strip()
            or not (_fits(text, match, rest) or (lead_decides and _listed(text, match)))
        ):
            continue
        first = _key(numbers[0])
        if (
            first <= last
            or used.intersection(numbers)
            or (last == (0, "") and first[0] > 9 and not match["word"])
        ):
            continue
        if (
            not markers
            and (first[0] > 1 or first[1] > "a")
            and not match["word"]
            and not (match["plain"] and match.start() == 0)
        ):
            continue
        markers.append((numbers, match.start(), match.end(), match["word"] is not None))
        last = first
        used.update(numbers)
    return markers


def _numbers(match: re.Match[str]) -> tuple[str, ...]:
    """The numbers of a marker."""
    if match["ordinal"]:
        return (ORDINALS[match["ordinal"].lower()],)
    return expand_numbers(match["numbers"] or match["plain"] or match["letter"] or match["bare"])


def _listed(text: str, match: re.Match[str]) -> bool:
    """Whether a marker begins a paragraph or stands behind a sign, in a list that an introduction opens."""
    before = text[: match.start()].rstrip(" ")
    return match["plain"] is not None and (
        not before or before[-1] in "\n:.;," or before.endswith((" at", " og"))
    )


def _fits(text: str, match: re.Match[str], rest: str) -> bool:
    """Whether a marker stands where a part can begin."""
    before = text[: match.start()].rstrip(" ")
    begins = not before or before[-1] in '\n.!?”"»;' or (match["word"] is not None and before[-1] == ",")
    decisive = re.match(OPENING, rest) is not None
    if match["letter"]:
        return not before or before[-1] in "\n.;"
    if before.endswith("(") and not match["sign"]:
        return False
    if before.endswith("("):
        return match["sign"] == ")" and (not before[:-1].strip(" ") or before[:-1].rstrip(" ")[-1] in "\n.:;")
    if match["ordinal"]:
        return begins
    if match["bare"]:
        return (
            not before or before[-1] in "\n" or (begins and re.match(rf"(?i:{DECISIVE})", rest) is not None)
        )
    if match["word"]:
        signed = match["numbers"].endswith(")") or re.match(
            r"[.):,–-]", text[match.end("numbers") :].lstrip()
        )
        if match["word"].lower().startswith(("at", "nr", "indstillingen")) and not signed:
            return begins and re.match(rf"(?i:{DECISIVE})", rest) is not None
        begins = begins or (
            before.endswith((", mens", " mens", ", og")) and re.match(rf"(?i:{DECISIVE})", rest) is not None
        )
        return begins and not re.match(
            r"(?i:(?:og\s+\d|behandle[sd]|blev\s+behandlet|i\s+dagsordenen|på\s+dagsordenen))", rest
        )
    if decisive and rest[0].isupper():
        return not before.endswith((" nr", "nr.", "§", "pkt.", "punkt", "den", "til", "jf."))
    return begins and (rest[0].isupper() or decisive) and (not before or before[-1] != ";")


def expand_numbers(printed: str) -> tuple[str, ...]:
    """The single numbers of "1.-3.", "1, 2 og 4", "2a-2c"; () where it is no such list."""
    numbers: list[str] = []
    bare = re.sub(rf"\b(?:{KIND}|ad)\s*(?=\d)", "", printed, flags=re.IGNORECASE)  # "1 og at 2"
    pieces = re.split(
        rf"({JOIN})", " ".join(bare.replace(".", " ").replace(")", " ").split()), flags=re.IGNORECASE
    )
    values = [piece.replace(" ", "") for piece in pieces[::2]]
    signs = [sign.strip().lower() for sign in pieces[1::2]]
    for index, value in enumerate(values):
        if not re.fullmatch(r"\d{1,2}[a-h]?|[a-hA-H]", value):
            return ()
        if index and signs[index - 1] in ("-", "–", "til"):
            between = _range(numbers[-1], value)
            if between is None:
                return ()
            numbers.extend(between)
        else:
            numbers.append(value)
    return tuple(numbers)


def _range(first: str, last: str) -> list[str] | None:
    """The numbers behind the first up to the last."""
    (a, x), (b, y) = _key(first), _key(last)
    if a == b and x and y and x < y:
        written = [f"{a or ''}{chr(code)}" for code in range(ord(x) + 1, ord(y) + 1)]
        return [number.upper() for number in written] if first.isupper() else written
    if a >= b or b - a > LONGEST_RANGE:
        return None
    return [str(number) for number in range(a + 1, b)] + [last]


def _key(number: str) -> tuple[int, str]:
    match = re.match(r"(\d*)([a-zA-Z]?)", number)
    return (int(match[1] or 0), match[2].lower()) if match else (0, "")


def overall(outcomes: list[Outcome]) -> Outcome:
    """What a numbered decision does as a whole: mixed where its parts differ."""
    return outcomes[0] if len(set(outcomes)) == 1 else Outcome.mixed
