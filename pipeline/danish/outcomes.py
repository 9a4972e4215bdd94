"""What a decision does, read from the words of its main clauses; the phrases are data in lexicon/outcomes.toml."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from pipeline.danish.pattern import Pattern
from pipeline.danish.sentences import split_sentences
from pipeline.danish.speakers import decides_nothing
from schemas.vocabulary import Outcome

SURE, LIKELY, UNSURE, GUESS = 0.97, 0.85, 0.65, 0.5
"""How far an outcome is to be trusted: one phrase in one sentence; one among sentences that agree or add remarks;
sentences that point different ways; no phrase at all. Of 118 decisions labelled by hand, those read at SURE were
all right (`scripts/score_decisions`); re-run before changing."""

NEGATED_BEFORE = Pattern(
    "outcome-negated-before",
    r"\b(?:ikke|ej)\s+(?:[^\W\d]+\s+){0,2}$",
    matches=["kan ikke ", "blev ikke ", "ikke at kunne "],
    not_matches=["ikke, at sagen ", "ikke "[::-1]],
)
"""A negation that ends just before the phrase."""

NEGATED_AFTER = Pattern(
    "outcome-negated-after",
    r"^\s+(?:[^\W\d]+\s+){0,2}(?:ikke|ej)\b(?!\s+(?:kun|blot|alene|mindst))",
    matches=[" ikke", " byrådet ikke forslaget"],
    not_matches=[", idet der ikke", " ikke kun"],
)
"""A negation just behind a finite verb."""

DECIDED = Pattern(
    "outcome-decided",
    r"\b(?:besluttede|beslutter|besluttet|besluttes|enedes|var\s+enige?|er\s+enige?|vedtog|vedtaget|vedtages|traf\s+beslutning)\b",
    matches=["Byrådet besluttede, at", "Udvalget var enige om at", "Det blev vedtaget at"],
    not_matches=["Beslutning om veje"],
)
"""Words that say that something was decided, but not what."""

DECIDED_NOT = Pattern(
    "outcome-decided-not",
    r"\b(?:besluttede|beslutter|besluttet|enedes|vedtog)\s+(?:[^\W\d]+\s+){0,2}ikke\s+at\b|\bbesluttede\s*,?\s+at\s+der\s+ikke\b",
    matches=["besluttede byrådet ikke at sende forslaget", "Udvalget besluttede ikke at"],
    not_matches=["besluttede, at der sendes", "besluttede ikke kun"],
)
"""A decision not to."""

REPORTED_ADOPTION = Pattern(
    "outcome-sent-back-adopted",
    r"^(?:tilbagesendes|fremsendes|oversendes|returneres)\b.*\b(?:har|havde)\s+(?P<words>vedtaget|godkendt|tiltrådt)\b",
    matches=["Tilbagesendes Teknik med bemærkning, at byrådet i mødet har vedtaget indstillingen"],
    not_matches=["Tilbagesendes til udvalget", "Tilbagesendes med bemærkning, at byrådet ikke"],
)
"""A letter back to the department that tells that the council adopted the proposal."""

SIDE_SUBJECT = Pattern(
    "outcome-side-subject",
    r"\b(?:ændringsforslag\w*|underændringsforslag\w*|modforslag\w*|forslag(?:et)?\s+fra\s+(?-i:[A-ZÆØÅ(])|(?-i:[A-ZÆØÅ])['’]?s?\s+forslag)",
    matches=["2 ændringsforslag blev forkastet", "Forslag fra A blev forkastet", "As forslag"],
    not_matches=["Forslaget blev vedtaget", "Forslag fra forvaltningen"],
)
"""Other motions than the proposal that the item is about."""

PROPOSAL_SUBJECT = Pattern(
    "outcome-proposal-subject",
    r"^(?:[^\W\d][\w-]*s\s+)?indstilling\w*\b",
    matches=[
        "Indstillingen om at tage sagen til efterretning blev godkendt",
        "Administrationens indstilling godkendt",
    ],
    not_matches=["Indstilles til byrådet", "Byrådet tog"],
)
"""A sentence whose subject is the proposal; what it asks for stands in front of what was done."""

EMPTY_DECISION = Pattern(
    "outcome-empty",
    r"^[\s.,:;–—-]*$",
    matches=["", ".", "-", " – "],
    not_matches=["1"],
)
"""Nothing but signs."""


class OutcomeReading(NamedTuple):
    """What words do, and which words say so."""

    outcome: Outcome
    """What they do."""

    rule: str
    """How it was read: "words: godkendt", "negated: godkendt", "alone: ingen", "none"."""

    quote: str
    """The deciding words as printed; "" where none decide."""

    confidence: float
    """0 to 1."""


class _Hit(NamedTuple):
    start: int
    end: int
    outcome: Outcome
    phrase: str


@cache
def _lexicon() -> Mapping[str, Mapping[str, list[str]]]:
    text = files("pipeline.danish").joinpath("lexicon/outcomes.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _phrases(outcomes: str) -> str:
    """An expression for one phrase of the lexicon."""
    return r"(?:\s+[^\s.]+){0,8}?\s+".join(
        re.escape(part.strip()).replace(r"\ ", r"\s+") for part in outcomes.split("*")
    )


def _any_of(key: str, words: str) -> re.Pattern[str]:
    """One expression for a row of the lexicon."""
    rows = sorted(_lexicon()[key].get(words, []), key=len, reverse=True)
    return re.compile(
        rf"\b(?:{'|'.join(_phrases(row) for row in rows)})\b" if rows else r"(?!)", re.IGNORECASE
    )


OUTCOMES = tuple(outcome for outcome in Outcome if outcome not in (Outcome.mixed, Outcome.amended))


@cache
def _words(kind: str) -> tuple[tuple[Outcome, re.Pattern[str]], ...]:
    return tuple((outcome, _any_of(outcome.value, kind)) for outcome in OUTCOMES)


@cache
def _rules() -> dict[str, re.Pattern[str]]:
    return {
        "remark": re.compile(
            rf"[\s,(]*(?:{'|'.join(_phrases(row) for row in _lexicon()['remark']['words'])})", re.IGNORECASE
        ),
        "change": _any_of("amended", "words"),
        "addition": _any_of("amended", "additions"),
        "clause": _any_of("amended", "clauses"),
        "proposed": _any_of("amended", "proposed"),
        "asks": re.compile("|".join(map(re.escape, _lexicon()["amended"]["asks_only"])), re.IGNORECASE),
        "not_elected": _any_of("elected", "not_of"),
        "case": re.compile(
            r"\b(?:sag|punkt|behandling|beslutning|spørgsmål|stillingtagen)\w*", re.IGNORECASE
        ),
    }


def read_outcome(text: str) -> OutcomeReading:
    """What a decision's words, or those of one of its parts, do.

    The first main clause that decides counts. Remarks ("med bemærkning om, at …"), wishes, what single members did and
    what the administration said decide nothing; of several motions the proposal counts, not a change to it. A sentence
    that only tells of a discussion yields to a later one that decides.
    """
    if EMPTY_DECISION.match(text):
        return OutcomeReading(Outcome.other, "empty", text.strip(), 0.9)
    readings: list[tuple[bool, OutcomeReading]] = []
    for start, end in split_sentences(text):
        sentence = text[start:end].strip()
        reading = _read_sentence(sentence)
        if reading is not None:
            readings.append(
                (SIDE_SUBJECT.search(sentence[: max(0, sentence.find(reading.quote))]) is not None, reading)
            )
    if not readings:
        return OutcomeReading(Outcome.other, "none", "", GUESS)
    main = [reading for side, reading in readings if not side] or [reading for _, reading in readings]
    chosen = main[0]
    if chosen.outcome in (Outcome.discussed, Outcome.other):
        decisive = (
            Outcome.approved,
            Outcome.amended,
            Outcome.recommended,
            Outcome.rejected,
            Outcome.elected,
            Outcome.noted,
        )
        later = [
            r
            for r in main[1:]
            if r.outcome in decisive
            and not (
                chosen.outcome is Outcome.discussed
                and r.outcome is Outcome.noted
                and not re.match(
                    r"(?:taget|til|tages|orientering\w*|sagen|redegørelse\w*|status\w*)\b",
                    r.rule.partition(" | ")[2],
                    re.IGNORECASE,
                )
            )
        ]
        chosen = later[0] if later else chosen
    elif chosen.outcome is Outcome.approved and len(main) > 1 and main[1].outcome is Outcome.recommended:
        chosen = main[1]._replace(confidence=UNSURE)
    different = {r.outcome for r in main} - {chosen.outcome, Outcome.other}
    confidence = min(chosen.confidence, UNSURE if different else SURE)
    return chosen._replace(rule=chosen.rule.partition(" | ")[0], confidence=confidence)


def _read_sentence(sentence: str) -> OutcomeReading | None:
    """What one sentence does, or None; its words stand in the rule behind a bar."""
    told = sentence.lower().strip(" .:;!-–")
    for outcome, pattern in _words("alone"):
        if pattern.fullmatch(told) or (
            outcome is Outcome.other and pattern.match(told) and told.count(" ") < 8
        ):
            confidence = SURE if outcome is not Outcome.other else 0.9
            return OutcomeReading(outcome, f"alone: {told} | {sentence}", sentence.strip(), confidence)
    adopted = REPORTED_ADOPTION.match(sentence)
    if adopted is not None and NEGATED_BEFORE.search(sentence[: adopted.start("words")]) is None:
        return OutcomeReading(Outcome.approved, f"sent back adopted | {sentence}", adopted["words"], LIKELY)
    if decides_nothing(sentence):
        return None
    refused = DECIDED_NOT.search(sentence)
    if refused is not None:
        return OutcomeReading(Outcome.rejected, f"decided not | {sentence}", refused[0], LIKELY)
    clause = _main_clause(sentence)
    hits = _hits(clause, "words")
    if hits and PROPOSAL_SUBJECT.match(clause):
        hits = [
            hit for hit in hits if hit.outcome in (Outcome.approved, Outcome.rejected, Outcome.recommended)
        ] or hits
    decided = DECIDED.search(clause)
    if decided is not None and (not hits or hits[0].start >= decided.start()):
        behind = [hit for hit in (*hits, *_hits(clause, "infinitives")) if hit.start > decided.end()]
        told_what = [hit for hit in behind if re.search(r"\bat\b", clause[decided.end() : hit.start])]
        hits = sorted(told_what) or hits
        if not hits:
            return OutcomeReading(Outcome.approved, f"decided | {sentence}", decided[0], GUESS)
    if not hits:
        return None
    return _judged(sentence, clause, hits)


def _main_clause(sentence: str) -> str:
    """A sentence up to its first remark, reason or condition."""
    remark = _rules()["remark"].search(sentence, 3)
    return sentence[: remark.start()] if remark is not None else sentence


def _hits(clause: str, kind: str) -> list[_Hit]:
    """The phrases of a clause in reading order; the longer wins where two overlap."""
    hits: list[_Hit] = []
    for outcome, pattern in _words(kind):
        hits.extend(_Hit(m.start(), m.end(), outcome, m[0].lower()) for m in pattern.finditer(clause))
    if _rules()["case"].search(clause):
        objects = _any_of("postponed", "objects").finditer(clause) if kind == "words" else ()
        hits.extend(_Hit(m.start(), m.end(), Outcome.postponed, m[0].lower()) for m in objects)
    hits = [
        hit
        for hit in hits
        if not (
            hit.phrase in ("udsat",)
            and clause[hit.start - 9 : hit.start].lower().endswith(("socialt ", "særligt "))
        )
    ]
    hits.sort(key=lambda hit: (hit.start, hit.start - hit.end))
    kept: list[_Hit] = []
    for hit in hits:
        if not any(hit.start < other.end and other.start < hit.end for other in kept):
            kept.append(hit)
    return kept


def _judged(sentence: str, clause: str, hits: list[_Hit]) -> OutcomeReading:
    """What the first phrase of a clause does, once negation, change and object are seen."""
    hit = hits[0]
    outcome, confidence, rule = hit.outcome, SURE, f"words: {hit.phrase}"
    negated = NEGATED_BEFORE.search(clause[: hit.start]) or NEGATED_AFTER.match(clause[hit.end :])
    if negated:
        yes = (Outcome.approved, Outcome.recommended, Outcome.noted, Outcome.referred, Outcome.elected)
        outcome, confidence, rule = (
            (Outcome.rejected if outcome in yes else Outcome.other),
            LIKELY,
            f"negated: {hit.phrase}",
        )
    elif outcome is Outcome.elected and _rules()["not_elected"].search(clause[: hit.end + 40]):
        outcome, confidence = Outcome.approved, UNSURE
    elif outcome is Outcome.approved:
        if any(other.outcome is Outcome.recommended for other in hits[1:]):
            outcome, confidence, rule = (
                Outcome.recommended,
                UNSURE,
                f"words: {hit.phrase}, then a recommendation",
            )
        elif _changed(sentence[hit.start :]):
            outcome, confidence, rule = Outcome.amended, LIKELY, f"words: {hit.phrase}, with a change"
    elif outcome is Outcome.discussed:
        others = [
            o
            for o in hits[1:]
            if o.outcome in (Outcome.approved, Outcome.recommended, Outcome.noted, Outcome.rejected)
        ]
        if others and others[0].outcome is not Outcome.noted:
            hit, outcome, confidence = others[0], others[0].outcome, UNSURE
            rule = f"words: {hit.phrase}"
        elif others and not re.search(r"bemærkning|høringssvar|udtalelse", clause):
            hit, outcome, confidence, rule = others[0], Outcome.noted, UNSURE, f"words: {others[0].phrase}"
    if {other.outcome for other in hits} != {hit.outcome}:
        confidence = min(confidence, LIKELY)
    return OutcomeReading(outcome, f"{rule} | {sentence}", clause[hit.start : hit.end], confidence)


def _changed(rest: str) -> bool:
    """Whether the words behind "godkendt" change what is decided, rather than ask for a note or restate the proposal."""
    rules = _rules()
    if rules["clause"].search(rest):
        return True
    change = re.search(r"\bmed\b", rest, re.IGNORECASE)
    if change is None:
        return False
    behind = rest[change.end() :]
    found = rules["change"].search(behind[:60])
    if found is not None:
        return rules["proposed"].search(behind[: found.end() + 40]) is None
    added = rules["addition"].search(behind[:60])
    return added is not None and rules["asks"].search(behind[added.end() : added.end() + 160]) is None
