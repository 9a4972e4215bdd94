"""Decisions under no label: the last words of an item, behind what was proposed or set in a type of their own."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.danish.labels import Label
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.proposing import OFFICER_PROPOSES
from pipeline.documents.minutes.row import Row
from pipeline.documents.minutes.sections import PROSE, Paragraph, Passage, paragraphs_of
from schemas.vocabulary import Role

DONE = (
    r"(?:godkend(?:t|es)|tiltr(?:ådt|ædes|ådtes)|vedtaget|vedtages|anbefal(?:et|es)|bevilget|bevilges|imødekommet|imødekommes|"
    r"ta(?:get|ges)\s+til|drøftet|udsat|udsættes|afvist|afslået|afslås|forkastet|oversend(?:t|es)|henvist|udgår|udgik|genoptages)"
)
DID = (
    r"(?:godkend(?:te|er)|tiltr(?:ådte|æder)|vedt(?:og|ager)|beslutt?e(?:de|r)|anbefal(?:ede|er)|t(?:og|ager)|drøfte(?:de|r)|udsatte|"
    r"udsætter|afvis(?:te|er)|imødekom(?:mer)?|bevilge(?:de|r)|valgte|oversend(?:te|er)|kunne|kan|udpege(?:de|r)|afslog)"
)

VERDICT = Pattern(
    "decision-last-words",
    rf"""^(?:enstemmigt\s+)?(?:ikke\s+)?{DONE}(?!\w)
      |^(?:[^\W\d][\w-]*s\s+)?(?:indstilling(?:en|er|erne)?|forslag(?:et)?|ansøgning(?:en|erne)?|sagen|punktet|orientering(?:en|erne)?|redegørelse(?:n|rne)?)
       \s+(?:(?:blev|er|kan|kunne)\s+)?(?:ikke\s+)?{DONE}(?!\w)
      |^til\s+efterretning\b|^med\s+(?:stemmerne\s+)?\d{{1,2}}\s+(?:stemmer\s+)?(?:for|i?mod)\b
      |^(?:et\s+)?flertal(?:let)?\b[^.]{{0,80}}?\s{DID}\b
      |^(?:(?:et\s+)?(?:enigt|samlet)\s+)?(?:[^\W\d][\w,-]*\s+){{0,4}}?[\w-]*(?:udvalg(?:et)?|rådet|bestyrelsen|magistraten)\s+{DID}\b""",
    matches=[
        "Godkendt.",
        "Tiltrådt, idet",
        "Til efterretning",
        "Indstillingen blev tiltrådt.",
        "Forvaltningens indstilling godkendt",
        "Udvalget godkendte indstillingen",
        "Økonomiudvalget besluttede",
        "Teknisk Udvalg godkendte",
        "Ikke godkendt",
        "Et flertal (A, F) godkendte indstillingen",
        "Med 5 stemmer for og 2 imod",
    ],
    not_matches=[
        "Udvalget indstiller, at",
        "Godkendelse af dagsorden",
        "Sagen er tidligere",
        "Rådet har bedt om",
        "at planen godkendes",
    ],
)
"""How a paragraph begins that tells what was decided."""

BARE = 40
"""A last paragraph of no more characters that says nothing but what was decided: "Taget til efterretning."."""

TOLD = 80
"""Above which stands a paragraph of so many characters: the case."""

INDENTED = 12.0
"""Points by which a paragraph that is set apart begins further right than all the text above."""


def with_last_words(passages: Sequence[Passage]) -> list[Passage]:
    """An item's passages, where none is its decision with that parted from the text or the proposal above it.

    Words that tell a decision are one where they stand behind a proposal, or are set apart from the text above: in
    italics, in bold type, or further to the right.
    """
    if not passages or any(one.role is Role.decision for one in passages):
        return list(passages)
    place = next((n for n in range(len(passages) - 1, -1, -1) if _may_hold(passages[n])), None)
    if place is None:
        return list(passages)
    last = passages[place]
    if last.label is not None and not last.text:
        if last.label.known or not VERDICT.match(last.label.label):
            return list(passages)
        return [*passages[:place], _decision(last, last.label_rows), *passages[place + 1 :]]
    paragraphs = paragraphs_of(last)
    proposed = last.role is Role.proposal or any(one.role is Role.proposal for one in passages[:place])
    start = next(
        (n for n, one in enumerate(paragraphs) if _decides(paragraphs, n, one, proposed, last)), None
    )
    if start is None:
        return list(passages)
    above = sum(len(one.rows) for one in paragraphs[:start]) - bool(last.rest and start)
    kept = [replace(last, rows=last.rows[:above])] if above or last.label is not None else []
    return [*passages[:place], *kept, _decision(last, last.rows[above:]), *passages[place + 1 :]]


def _may_hold(passage: Passage) -> bool:
    return passage.label is None or passage.role is Role.proposal or passage.role in PROSE


def _decides(
    paragraphs: Sequence[Paragraph], place: int, paragraph: Paragraph, proposed: bool, passage: Passage
) -> bool:
    if not VERDICT.match(paragraph.text) or (place == 0 and (passage.label is not None or not proposed)):
        return False
    above = paragraphs[:place]
    if proposed or any(OFFICER_PROPOSES.match(one.text) for one in above):
        return True
    if len(paragraph.text) <= BARE and place == len(paragraphs) - 1 and len(above[-1].text) >= TOLD:
        return True
    return _set_apart([row for one in above for row in one.rows], paragraph.rows[0])


def _set_apart(above: Sequence[Row], row: Row) -> bool:
    """Whether a row is in italics, in bold type or further right than all rows above, and these are not."""
    if not above:
        return False
    if row.first.italic and not any(one.first.italic for one in above):
        return True
    if row.bold and not any(one.bold for one in above):
        return True
    return row.x0 >= max(one.x0 for one in above) + INDENTED


def _decision(passage: Passage, rows: Sequence[Row]) -> Passage:
    return Passage(Label("", Role.decision, 100.0, True), [], "", list(rows), passage.typography)
