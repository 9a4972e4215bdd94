"""A document as a person reads it: lines with an indent and a weight, no terminal's affair yet."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pipeline.showing.clean import one_line, plain
from schemas.memo import Memo
from schemas.minutes import Attendance, Decision, HistoryEntry, Item, Minutes, Reference, Votes
from schemas.place import Place, Places
from schemas.plan import Chapter, Figure, Plan, Quantity, Target
from schemas.record import Document, Finding, Record
from schemas.vocabulary import Bound, Presence

if TYPE_CHECKING:
    from pipeline.archive.standing import Ruling


class Line(NamedTuple):
    """One paragraph."""

    text: str
    """Harmless to a terminal."""
    indent: int = 0
    """In steps."""
    style: str = ""
    """"title", "heading", "decision", "doubt", "quiet" or "" for running text."""
    about: tuple[object, ...] = ()
    """The values of the record whose fields it tells: what people said about them is told below it."""


def lines_of(record: Record, only: str | None = None, rulings: "Sequence[Ruling]" = ()) -> Iterator[Line]:
    """A record as a person reads it.

    Args:
        record: What was read, or how it stands after corrections.
        only: The JSON Pointer of one of its documents, or of a value in one; None for all.
        rulings: What people said about it.
    """
    from pipeline.archive.pointing import value_at

    said: defaultdict[int, list[Ruling]] = defaultdict(list)
    for one in rulings:
        said[id(value_at(record, one.path))].append(one)
    shown = (record.documents, record.findings) if only is None else narrowed(record, only)
    for line in _lines_of(*shown):
        yield line
        for ruling in (ruling for value in line.about for ruling in said.get(id(value), ())):
            yield Line(one_line(_ruling(ruling)), line.indent + 1, "doubt")


def _ruling(ruling: "Ruling") -> str:
    """What a person said: about a field what it was, so that nobody takes it for what was read."""
    whose = f"{_SAID[ruling.verdict]} by {ruling.who}, {ruling.at[:10]}"
    was = "; ".join(map(str, ruling.was)) if isinstance(ruling.was, list) else ruling.was
    told = "nothing" if was in (None, "") else f"“{shorter(str(was))}”"
    if ruling.field == "finding":
        words = whose
    elif ruling.verdict == "accept":
        words = f"{whose}: {ruling.field.replace('_', ' ')}"
    else:
        words = f"{whose}: {ruling.field.replace('_', ' ')} was read as {told}"
    return f"{words} ({ruling.note})" if ruling.note else words


_SAID = {"accept": "Accepted", "correct": "Corrected", "reject": "Rejected"}


_PARTS = ("items", "attendance", "targets", "figures", "minister_goals", "questions", "sections")
"""Fields of documents whose values can be shown by themselves."""


def narrowed(record: Record, pointer: str) -> tuple[Sequence[Document], Sequence[Finding]]:
    """One document, or what a value of it belongs to, with the findings that stand there.

    Args:
        record: Of a file.
        pointer: "/documents/1", "/documents/1/items/3/decision" (shown is the whole item), "/findings/2".

    Returns:
        A document's findings are those on its pages, and those that have no place in the file; a value's those
        within its boxes.
    """
    kind, place, *rest = pointer.strip("/").split("/")
    if kind == "findings":
        return (), (record.findings[int(place)],)
    document = record.documents[int(place)]
    if rest and rest[0] in _PARTS:
        value = getattr(document, rest[0])[int(rest[1])]
        changes = {name: () for name in _PARTS if name in type(document).model_fields} | {rest[0]: (value,)}
        there = tuple(one for one in record.findings if any(_within(at, value.at) for at in one.at))
        return (document.model_copy(update=changes),), there
    return (document,), tuple(
        f for f in record.findings if not f.at or _document_of(record, f.at) is document
    )


def _document_of(record: Record, at: Places) -> Document | None:
    """The document on whose pages something stands."""
    number = record.document_on(at[0].page)
    return None if number is None else record.documents[number]


def _within(place: Place, places: Places) -> bool:
    """Whether the middle of a place lies within one of several."""
    x, y = (place.bbox[0] + place.bbox[2]) / 2, (place.bbox[1] + place.bbox[3]) / 2
    return any(
        one.page == place.page and one.bbox[0] <= x <= one.bbox[2] and one.bbox[1] <= y <= one.bbox[3]
        for one in places
    )


def _lines_of(documents: Sequence[Document], findings: Sequence[Finding]) -> Iterator[Line]:
    for document in documents:
        yield from _document(document)
        yield Line("")
    if findings:
        yield Line("Findings", 0, "heading")
    for finding in findings:
        where = f" (page {finding.at[0].page})" if finding.at else ""
        words = f"{finding.severity}: {finding.message}{where} [{finding.code}]"
        yield Line(one_line(words), 1, "doubt", (finding,))


def _document(document: Document) -> Iterator[Line]:
    first, last = document.pages
    pages = f"page {first}" if first == last else f"pages {first}-{last}"
    yield Line(one_line(document.title or NOTHING), 0, "title")
    facts = " · ".join(filter(None, (document.kind, document.municipality, pages)))
    yield Line(one_line(facts), 0, "quiet", (document,))
    if isinstance(document, Minutes):
        yield from _minutes(document)
    elif isinstance(document, Plan):
        yield from _plan(document)
    elif isinstance(document, Memo):
        yield from _memo(document)
    else:
        yield from _chapters(document.sections)


def _minutes(minutes: Minutes) -> Iterator[Line]:
    times = "-".join(filter(None, (minutes.start_time, minutes.end_time)))
    when = " ".join(filter(None, (minutes.date.isoformat() if minutes.date else "", times)))
    for label, value in (
        ("Committee", minutes.committee),
        ("Term", minutes.term),
        ("Date", when),
        ("Place", minutes.place),
        ("Order of treatment", ", ".join(minutes.treated_order or ())),
    ):
        if value:
            yield Line(one_line(f"{label}: {value}"))
    yield from _attendance(minutes.attendance)
    for item in minutes.items:
        yield Line("")
        yield from _item(item, minutes)


_PRESENCE = {
    Presence.present: "Present",
    Presence.partial: "Absent under some items",
    Presence.excused: "Excused",
    Presence.absent: "Absent",
    Presence.signed: "Signed",
}


def _attendance(attendance: tuple[Attendance, ...]) -> Iterator[Line]:
    by_status: defaultdict[Presence | None, list[Attendance]] = defaultdict(list)
    for person in attendance:
        by_status[person.status].append(person)
    for status, label in (*_PRESENCE.items(), (None, "Unknown")):
        if people := by_status[status]:
            yield Line(one_line(f"{label}: {'; '.join(map(_person, people))}"), about=tuple(people))


def _person(person: Attendance) -> str:
    role = person.role or ("substitute" if person.substitute else None)
    more = ", ".join(filter(None, (role, person.party)))
    return f"{person.name or NOTHING} ({more})" if more else person.name or NOTHING


def _item(item: Item, minutes: Minutes) -> Iterator[Line]:
    closed = "" if item.open else " (closed)"
    heading = f"{item.number or '-'}  {item.title or NOTHING}{closed}{_page(item.at)}"
    yield Line(one_line(heading), 0, "heading", (item,))
    told = [("Case", item.case_number), ("Type", item.item_type), ("Raised by", item.raised_by)]
    if facts := " · ".join(f"{label} {value}" for label, value in told if value):
        yield Line(one_line(facts), 1, "quiet")
    if item.proposal:
        yield Line(plain(f"Proposal: {item.proposal}"), 1)
    if item.decision:
        yield from _decision(item.decision)
    for entry in item.history:
        if not _repeats(entry, item, minutes):
            head = " ".join(filter(None, (entry.body, entry.date.isoformat() if entry.date else None)))
            words = f"{_when(entry, minutes)}: {head + ': ' if head else ''}{entry.text}"
            yield Line(plain(words), 1, "quiet")
    references = [_reference(one) for one in item.references]
    for label, values in (
        ("Refers to", dict.fromkeys(references)),
        ("Absent", item.absent),
        ("Attachments", item.attachments),
    ):
        if values:
            yield Line(one_line(f"{label}: {'; '.join(values)}"), 1)


def _when(entry: HistoryEntry, minutes: Minutes) -> str:
    """When another body decided, as seen from the meeting; minutes printed afterwards tell later steps too."""
    if entry.date is None or minutes.date is None or entry.date < minutes.date:
        return "Earlier"
    return "Later" if entry.date > minutes.date else "The same day"


def _repeats(entry: HistoryEntry, item: Item, minutes: Minutes) -> bool:
    """Whether an entry only says again what this meeting decided."""
    if entry.date is None or entry.date != minutes.date or item.decision is None:
        return False
    said, decided = (" ".join((text or "").casefold().split()) for text in (entry.text, item.decision.text))
    return said in decided or decided in said


def _reference(reference: Reference) -> str:
    when = reference.date.isoformat() if reference.date else ""
    return f"{reference.text} ({when})" if when and when not in reference.text else reference.text


def _decision(decision: Decision) -> Iterator[Line]:
    words = f"Decision [{decision.outcome or 'unknown'}]: {decision.text or NOTHING}"
    yield Line(plain(words), 1, "decision", (decision,))
    for part in decision.parts:
        yield Line(plain(f"{', '.join(part.numbers)} [{part.outcome}]: {part.text}"), 2)
        yield from _votes(part.votes, 3)
    yield from _votes(decision.votes, 2)
    if decision.dissent:
        yield Line(plain(f"Dissent: {decision.dissent}"), 2)
    if decision.forwarded_to:
        yield Line(one_line(f"Goes on to: {', '.join(decision.forwarded_to)}"), 2)
    if decision.postponed_to:
        yield Line(f"Postponed to: {decision.postponed_to}", 2)


def _votes(votes: Votes | None, indent: int) -> Iterator[Line]:
    if votes is None:
        return
    counts = votes.counts
    for label, names, count in (
        ("For", votes.for_, counts and counts.for_),
        ("Against", votes.against, counts and counts.against),
        ("Abstained", votes.abstained, counts and counts.abstained),
    ):
        if names or count is not None:
            number = "" if count is None else f" ({count})"
            yield Line(one_line(f"{label}{number}: {', '.join(names)}".rstrip(": ")), indent)


def _plan(plan: Plan) -> Iterator[Line]:
    years = "-".join(str(year) for year in (plan.year, plan.last_year) if year)
    told = (years, plan.status, plan.concerns_item and f"bound with item {plan.concerns_item}")
    yield Line(one_line(" · ".join(filter(None, told))), 0, "quiet")
    for goal in plan.minister_goals:
        yield Line(one_line(_numbered("Minister's goal", goal.number) + f": {goal.title}"), 0, "heading")
        yield Line(plain(goal.text), 1)
    for target in plan.targets:
        yield from _target(target)
    if plan.figures:
        yield Line("Figures", 0, "heading")
    for figure in plan.figures:
        yield Line(one_line(_figure(figure)), 1, about=(figure,))
    nothing_else = not (plan.targets or plan.figures or plan.minister_goals)
    yield from _chapters(plan.sections) if nothing_else else _contents(plan.sections)


def _target(target: Target) -> Iterator[Line]:
    serves = f" (minister's goal {target.minister_goal})" if target.minister_goal else ""
    heading = f"{_numbered('Target', target.number)}: {target.title or NOTHING}{serves}"
    yield Line(one_line(heading), 0, "heading", (target,))
    for measure in target.measures:
        yield Line(plain(f"- {measure.text or NOTHING}"), 1, about=(measure,))
        for quantity in measure.quantities:
            yield Line(one_line(_quantity(quantity)), 2, "decision", (quantity,))
    for action in target.actions:
        yield Line(plain(f"· {action.text}"), action.level, "quiet")


_BOUNDS = {
    Bound.exactly: "exactly",
    Bound.at_least: "at least",
    Bound.at_most: "at most",
    Bound.increase_by: "up by",
    Bound.decrease_by: "down by",
}


def _quantity(quantity: Quantity) -> str:
    value = quantity.value if quantity.value is not None else quantity.change
    unit = quantity.unit if quantity.value is not None else quantity.change_unit or quantity.unit
    words = [_BOUNDS.get(quantity.bound), _number(value), unit, quantity.of, quantity.period]
    if quantity.value is not None and quantity.change is not None:
        words.append(f"(change {quantity.change:+g} {quantity.change_unit or ''})".replace(" )", ")"))
    if quantity.baseline_value is not None or quantity.baseline_year is not None:
        level = _number(quantity.baseline_value) or "the level"
        words.append(f"from {level}" + (f" in {quantity.baseline_year}" if quantity.baseline_year else ""))
    if quantity.deadline:
        words.append(f"by {quantity.deadline}")
    return " ".join(word for word in words if word)


def _figure(figure: Figure) -> str:
    change = None if figure.change is None else f"{figure.change:+g}"
    words = [f"{figure.label or NOTHING}:", _number(figure.value) or change, figure.unit]
    if change and figure.value is not None:
        words[-1] = f"{figure.unit or ''},".lstrip()
        words.append(change)
    if figure.change_pct is not None:
        share = f"{figure.change_pct:+g} pct."
        words.append(f"({share})" if any(words[1:]) else share)
    words += [figure.period, f"[{figure.source}]" if figure.source else None]
    return " ".join(word for word in words if word)


def _number(value: float | None) -> str | None:
    return None if value is None else f"{value:,.10g}".replace(",", " ")


def _memo(memo: Memo) -> Iterator[Line]:
    for label, value in (
        ("Department", memo.department),
        ("Concerns item", memo.concerns_item),
        ("Asked by", memo.asked_by),
        ("Recommends", memo.recommendation),
    ):
        if value:
            yield Line(plain(f"{label}: {value}"))
    for question in memo.questions:
        yield Line(plain(f"Q{question.number or ''}: {question.question}"), 1, "heading")
        yield Line(plain(f"A: {question.answer or '(no answer found)'}"), 2)
    yield from _chapters(memo.sections) if not memo.questions else _contents(memo.sections)


def _chapters(chapters: tuple[Chapter, ...]) -> Iterator[Line]:
    for chapter in chapters:
        if heading := " ".join(filter(None, (chapter.number, chapter.title))):
            yield Line(one_line(heading), chapter.level - 1, "heading")
        if chapter.text:
            yield Line(plain(chapter.text), chapter.level)


def _contents(chapters: tuple[Chapter, ...]) -> Iterator[Line]:
    """Only the headings: the words were told above, or are many."""
    headed = [chapter for chapter in chapters if chapter.title]
    if headed:
        yield Line("Chapters", 0, "heading")
    for chapter in headed:
        words = " ".join(filter(None, (chapter.number, chapter.title)))
        yield Line(one_line(words + _page(chapter.at)), chapter.level, "quiet")


def _page(at: Places) -> str:
    return f"  p. {at[0].page}" if at else ""


def _numbered(what: str, number: object) -> str:
    return what if number is None else f"{what} {number}"


NOTHING = "(nothing)"
"""Stands where a person said that there is no such value."""

LONGEST = 70
"""Characters of what had been read that a note about a correction tells."""


def shorter(text: str) -> str:
    """So much of a text that it can be known again."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
