"""One item put together out of its passages: proposal, decision, history, attachments, absences, references."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Date

from pipeline.danish.absences import read_absence
from pipeline.danish.decisions import DecisionReading, read_decision
from pipeline.danish.headings import read_heading
from pipeline.danish.labels import fold
from pipeline.danish.language import Language
from pipeline.danish.raising import raised_by
from pipeline.danish.subjects import brought_by
from pipeline.documents.minutes.attachments import attachments_of
from pipeline.documents.minutes.attendance import (
    ABOUT_ATTENDANCE,
    ItemAbsence,
    absence_lines_of,
    absences_of,
    is_about_absent,
    without_closing,
)
from pipeline.documents.minutes.bodies import label_date, same_body
from pipeline.documents.minutes.citing import references_of
from pipeline.documents.minutes.evidences import by_subject, decision_evidence
from pipeline.documents.minutes.history import history_of
from pipeline.documents.minutes.labelling import Typography, is_entry_row
from pipeline.documents.minutes.last_words import with_last_words
from pipeline.documents.minutes.marks import (
    case_number_behind,
    case_number_of,
    item_type_of,
    said_open,
    with_records,
)
from pipeline.documents.minutes.outline import ItemRows
from pipeline.documents.minutes.proposing import with_proposals
from pipeline.documents.minutes.row import Row
from pipeline.documents.minutes.sections import Paragraph, Passage, is_nothing, paragraphs_of, passages_of
from pipeline.documents.minutes.signatures import ENDED
from pipeline.documents.minutes.vote_tables import votes_of_table
from pipeline.reading import boxes_by_page, lines_with, mend, places_of
from schemas.minutes import Decision, DecisionPart, Item, Section
from schemas.page import Line
from schemas.place import Evidence, Places
from schemas.record import Finding
from schemas.vocabulary import FindingCode, Outcome, Presence, Role, Severity

SURE_OF_NOTHING = 0.9
"""From here on "other" is what the words say ("Intet.": 0.97), and below it what nobody could tell."""


@dataclass(slots=True)
class Context:
    """What an item must know of its meeting."""

    committee: str | None
    date: Date | None
    typography: Typography
    members: tuple[str, ...]
    language: Language | None
    minutes: bool
    """Whether decisions are expected: false in an agenda."""

    labelled: bool = True
    """Whether any decision has a label: in minutes without labels, an item's text is what was decided."""

    records: bool = False
    """Whether "Referat" stands over what was decided, in minutes without labels for decisions."""

    notes: Mapping[int, list[Row]] = field(default_factory=dict)
    """The notes at pages' feet, by the identity of the row above them."""


@dataclass(slots=True)
class ItemReading:
    """An item, and what else was read with it."""

    item: Item
    absences: list[ItemAbsence] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


def read_item(rows: ItemRows, position: int, context: Context) -> ItemReading:
    """Read one item.

    Args:
        rows: Its heading and the rows under it.
        position: Counted from 0.
        context: Its meeting.
    """
    heading = rows.heading
    case_rows, passages = passages_of(rows.rows, context.typography)
    passages = with_proposals(with_records(passages) if context.records else passages)
    if context.minutes and not (context.labelled or context.records):
        passages = with_proposals(with_last_words(passages))
    case_number = case_number_of(case_rows) or heading.case_number
    if case_number is None:
        case_number, passages = case_number_behind(passages)
    title = heading.title
    is_open = heading.open is not False and said_open(case_rows, passages) is not False
    decisions = [passage for passage in passages if passage.role is Role.decision]
    lead = next((passage for passage in passages if passage.label is None), None)
    if not decisions and lead is not None and _is_bare_decision(lead, passages, is_open, context):
        decisions = [lead]
    decisions = [
        one for one in decisions if fold(read_heading(one.text, in_contents=False).title) != fold(title)
    ]
    chosen, earlier = _choose(decisions, context)
    reading = ItemReading(Item(number=heading.number, title=title))
    passages, reading.absences = without_closing(passages, position, context.members)
    proposal_passages = [passage for passage in passages if passage.role is Role.proposal]
    proposal, proposal_lines = _proposal(proposal_passages)
    decision = None
    about_absent = [
        p for p in passages if p.role not in (Role.decision, Role.absent) and is_about_absent(title)
    ]
    for paragraph in (paragraph for passage in about_absent for paragraph in paragraphs_of(passage)):
        _one_absence(paragraph, reading, position)
    if chosen is not None:
        decision = _decision(chosen, reading, position, context, proposal)
    elsewhere = False  # whether another body decided, at whose meeting some were away
    for passage in passages:
        if passage.role is Role.decision:
            elsewhere = label_date(passage) not in (None, context.date)
        if passage.role is Role.absent:
            reading.absences.extend(() if elsewhere else absences_of(passage, position))
        elif passage.role in (Role.type, Role.attachments) or (
            passage.label is None and passage is not chosen
        ):
            reading.absences.extend(absence_lines_of(passage, position))
    for told in reading.absences:
        if told.absence.items and heading.number not in told.absence.items:
            told.absence = told.absence._replace(under_item=False)  # "… forlod mødet under punkt 7"
    # An item about the absent, or one that lists who came, tells of the meeting.
    rolled = any(
        one.absence.status is Presence.present and not one.absence.is_substitute for one in reading.absences
    )
    of_meeting = rolled or is_about_absent(title) or ABOUT_ATTENDANCE.match(title) is not None
    for told in reading.absences if of_meeting else ():
        told.whole = True
    attachments = list(attachments_of(passages))
    printed = (*rows.heading_rows, *rows.rows)
    notes = [note for row in printed for note in context.notes.get(id(row), ())]
    all_lines = [line for row in (*printed, *notes) for line in row.lines]
    sections = [_section(passage) for passage in (*passages, *([Passage(None, rows=notes)] if notes else ()))]
    reading.item = Item(
        number=heading.number,
        title=title,
        case_number=case_number,
        item_type=item_type_of(case_rows, passages) or heading.item_type,
        open=is_open,
        sections=tuple(section for section in sections if section is not None),
        proposal=proposal,
        proposal_at=places_of(proposal_lines),
        decision=decision,
        history=tuple(history_of(earlier, passages)),
        attachments=tuple(title for title, _ in attachments),
        attachments_at=tuple(places for _, places in attachments),
        absent=tuple(
            dict.fromkeys(
                one.absence.name
                for one in reading.absences
                if one.absence.under_item and not one.absence.is_substitute
            )
        ),
        raised_by=_raised_by(title, passages, reading, position, context),
        references=tuple(references_of(passages, context.date)),
        at=boxes_by_page(all_lines),
    )
    reading.evidence.append(
        Evidence(
            path=f"/items/{position}/title",
            rule=f"heading.{heading.rule}",
            confidence=round(min(1.0, heading.confidence * min(1.0, 0.55 + 0.06 * rows.points)), 3),
        )
    )
    return reading


def _is_bare_decision(lead: Passage, passages: Sequence[Passage], is_open: bool, context: Context) -> bool:
    """Whether the text straight under the heading is the decision itself, printed without a label."""
    if not context.minutes or (is_open and any(one.role is Role.proposal for one in passages[1:])):
        return False
    texts = [
        one.text for one in paragraphs_of(lead) if not (len(one.rows) == 1 and is_entry_row(one.rows[0]))
    ]
    if not any(text for text in texts if read_absence(text) is None):
        return False
    if not is_open:
        return True
    reading = read_decision(texts)
    told = reading.outcome is not Outcome.other or reading.confidence >= SURE_OF_NOTHING  # "Intet."
    return (
        (told or not (context.labelled or context.records))
        and len(" ".join(texts)) < 600
        and len(passages) <= 2
    )


def _choose(decisions: Sequence[Passage], context: Context) -> tuple[Passage | None, list[Passage]]:
    """This meeting's decision, and the earlier ones and other bodies'."""
    if not decisions:
        return None, []
    dated = [passage for passage in decisions if label_date(passage) is not None]
    today = [passage for passage in dated if label_date(passage) == context.date]
    ours = [passage for passage in today if _is_ours(passage, context)]
    undated = [p for p in decisions if label_date(p) is None and _is_ours(p, context)]
    if ours or (today and not any(passage.text for passage in undated)):
        chosen = (ours or today[-1:])[0]
    else:
        if undated:
            filled = [p for p in undated if p.text]
            chosen = (filled or undated)[0]
        elif len(decisions) == 1 and _is_ours(decisions[0], context):
            chosen = decisions[0]
        else:
            return None, list(decisions)
    return chosen, [passage for passage in decisions if passage is not chosen and passage.text]


def _is_ours(passage: Passage, context: Context) -> bool:
    body = passage.label.body if passage.label else None
    return body is None or context.committee is None or same_body(body, context.committee)


def _body(passage: Passage, context: Context) -> str | None:
    body = passage.label.body if passage.label else None
    if body is None or (context.committee is not None and same_body(body, context.committee)):
        return context.committee
    return body


def _proposal(passages: Sequence[Passage]) -> tuple[str | None, list[Line]]:
    kept = [passage for passage in passages if not is_nothing(passage.text)]
    if not kept:
        return None, []
    lines = [line for passage in kept for line in passage.lines]
    return mend(passage.text for passage in kept), lines


def _decision(
    passage: Passage, reading: ItemReading, position: int, context: Context, proposal: str | None
) -> Decision | None:
    paragraphs = [one for one in paragraphs_of(passage) if not ENDED.match(one.text)]
    for paragraph in paragraphs:
        _one_absence(paragraph, reading, position)
    if not paragraphs:
        return None
    texts = [paragraph.text for paragraph in paragraphs]
    if is_about_absent(reading.item.title):
        texts.insert(0, "Afbud:" if reading.item.title.lower().startswith("afbud") else "Fraværende:")
    read = read_decision(
        texts,
        proposal=proposal,
        language=context.language,
        members=context.members,
        meeting_date=context.date,
        body=_body(passage, context),
        tabled=votes_of_table(passage.rows),
    )
    known = {absence.absence.name for absence in reading.absences}
    reading.absences.extend(
        ItemAbsence(position, one, lines_with(passage.lines, one.name))
        for one in read.absences
        if one.name not in known
    )
    if read.missing_subjects:
        reading.evidence.append(
            by_subject(f"/items/{position}/absent", read.missing_subjects, context.language)
        )
    if not any(map(str.isalnum, read.text)):
        return None  # a lone "." or "-" stands where nothing was decided
    date = label_date(passage) or context.date
    places = _decision_places(passage, paragraphs, read)
    if read.outcome is Outcome.other and read.confidence < 0.5:
        reading.findings.append(
            Finding(
                code=FindingCode.unclear_outcome,
                severity=Severity.info,
                message=f"Item {reading.item.number or '?'}: what the decision does is not clear: {read.text[:160]!r}",
                at=places,
            )
        )
    if context.date is not None and date is not None and date != context.date:
        reading.findings.append(
            Finding(
                code=FindingCode.date_differs,
                severity=Severity.warning,
                message=f"Item {reading.item.number or '?'}: the decision is dated {date}, the meeting {context.date}",
                at=places_of(line for row in passage.label_rows for line in row.lines),
            )
        )
    reading.evidence.extend(decision_evidence(read, f"/items/{position}/decision"))
    if read.voting_subjects:
        path = f"/items/{position}/decision/votes"
        reading.evidence.append(by_subject(path, read.voting_subjects, context.language))
    return Decision(
        text=read.text,
        outcome=read.outcome,
        parts=tuple(
            DecisionPart(numbers=tuple(part.numbers), text=part.text, outcome=part.outcome, votes=part.votes)
            for part in read.parts
        ),
        body=_body(passage, context),
        date=date,
        votes=read.votes,
        dissent=read.dissent,
        forwarded_to=_next_bodies(read.forwarded_to, context),
        postponed_to=read.postponed_to,
        at=places,
    )


def _next_bodies(bodies: Sequence[str], context: Context) -> tuple[str, ...]:
    """The bodies behind this one, where a list names it too; it is not sent to itself."""
    ours = [
        n
        for n, body in enumerate(bodies)
        if context.committee is not None and same_body(body, context.committee)
    ]
    return tuple(bodies[ours[-1] + 1 :] if ours else bodies)


def _decision_places(passage: Passage, paragraphs: Sequence[Paragraph], read: DecisionReading) -> Places:
    """Where the decision's own words stand, the lines of who was absent apart."""
    whole = lines_with(passage.lines, read.text)
    if whole:
        return places_of(whole)
    kept: list[Line] = []
    for paragraph in paragraphs:
        if paragraph.text in read.text:
            kept.extend(lines_with(paragraph.lines, paragraph.text) or paragraph.lines)
    return places_of(kept)


def _one_absence(paragraph: Paragraph, reading: ItemReading, position: int) -> None:
    for absence in read_absence(paragraph.text) or ():
        reading.absences.append(ItemAbsence(position, absence, lines_with(paragraph.lines, absence.name)))


def _section(passage: Passage) -> Section | None:
    label_lines = [line for row in passage.label_rows for line in row.lines]
    lines = [line for row in passage.rows for line in row.lines]
    if passage.label is None:
        if not passage.text:
            return None
        return Section(label="", role=Role.other, text=passage.text, at=places_of(lines))
    return Section(
        label=passage.label.label, role=passage.role, text=passage.text, at=places_of([*label_lines, *lines])
    )


def _raised_by(
    title: str, passages: Sequence[Passage], reading: ItemReading, position: int, context: Context
) -> str | None:
    """Who brought the item: by its title or a rule, else by the subjects of its text's sentences."""
    labelled = any(passage.role is Role.decision for passage in passages)
    told = [
        one for one in passages if one.role in (Role.summary, Role.case) or (labelled and one.label is None)
    ]
    text = "\n".join(passage.text for passage in told)
    by_rule = raised_by(title, text, context.members)
    if by_rule is not None:
        return by_rule
    brought = brought_by(text, context.language, context.members)
    if brought is not None:
        reading.evidence.append(by_subject(f"/items/{position}/raised_by", (), context.language))
    return brought
