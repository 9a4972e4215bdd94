"""A meeting made ready for a style: other names, and what the style prints and the answer lacks."""

import copy
import datetime
import re
from collections.abc import Iterator
from dataclasses import asdict
from random import Random
from typing import Any

from prints import names
from prints.meeting import Block, Earlier, Item, Meeting, Person
from prints.style import Style


def ready(meeting: Meeting, style: Style, seed: int, rename: bool) -> Meeting:
    """A meeting of its own for a style, the same each time."""
    rng = Random(f"{seed} {style.name} {meeting.source}")
    meeting = copy.deepcopy(meeting)
    if style.agenda:
        meeting.kind = "agenda"
    if style.away == "none":
        for item in meeting.items:
            item.absent = []
        for person in meeting.people:
            person.away = None
    if meeting.kind == "agenda":
        for item in meeting.items:
            item.decision, item.absent, item.history = None, [], []
        meeting.people = [Person(person.name, person.role, person.party) for person in meeting.people]
        meeting.end = ""
    _people(meeting, style, rng)
    _circumstances(meeting, style, rng)
    _items(meeting, style, rng)
    if rename:
        meeting = _renamed(meeting, style, rng)
    return meeting


def _people(meeting: Meeting, style: Style, rng: Random) -> None:
    if len(meeting.people) < 3:
        there = {person.name for person in meeting.people}
        meeting.people += [Person(name) for name in names.people(rng, rng.choice((5, 7, 9)), there)]
    parties = rng.sample(names.PARTIES, len(names.PARTIES))
    texts = " ".join(_texts(meeting))
    for place, person in enumerate(meeting.people):
        if style.party and not person.party:
            told = re.search(rf"{re.escape(person.name)} \(([A-ZÆØÅ])\)", texts)
            person.party = told[1] if told else parties[place % len(parties)]
        if style.roles:
            known = [other.role for other in meeting.people if other.role]
            if place == 0 and not known:
                person.role = "Borgmester" if meeting.council else "Formand"
        else:
            person.role = None
        if not style.party:
            person.party = None
    away = {name for item in meeting.items for name in item.absent}
    if (
        meeting.kind == "minutes"
        and style.away != "none"
        and not away
        and not any(one.away for one in meeting.people)
    ):
        free = [person for person in meeting.people[1:] if person.name not in texts]
        if free:
            rng.choice(free).away = "absent"


def _circumstances(meeting: Meeting, style: Style, rng: Random) -> None:
    meeting.municipality = meeting.municipality or rng.choice(names.MUNICIPALITIES)
    meeting.place = meeting.place or rng.choice(names.PLACES)
    hour = rng.choice((8, 9, 14, 15, 16, 17))
    meeting.start = meeting.start or f"{hour:02}:{rng.choice(('00', '30'))}"
    if meeting.kind == "minutes" and not meeting.end:
        meeting.end = f"{int(meeting.start[:2]) + 2:02}:{rng.choice((5, 10, 25, 35, 50)):02}"


def _texts(meeting: Meeting) -> Iterator[str]:
    for item in meeting.items:
        yield item.title
        yield from (block.text for block in item.blocks)
        yield (item.decision or {}).get("text") or ""


HISTORY = (
    "Anbefales.",
    "Indstillingen anbefales over for det næste udvalg.",
    "Tiltrådt.",
    "Sagen blev drøftet.",
)
CLOSED = ("Salg af erhvervsgrund", "Opsigelse af lejemål", "Personalesag", "Køb af areal til byudvikling")


def _items(meeting: Meeting, style: Style, rng: Random) -> None:
    if meeting.numbers_matter or not all(item.number.isdigit() for item in meeting.items):
        first = None
    else:
        first = style.first
    if style.closed and all(item.open for item in meeting.items):
        last = max((int(item.number) for item in meeting.items if item.number.isdigit()), default=0)
        decided = {
            "text": "Godkendt.",
            "outcome": "approved",
            "date": str(meeting.date),
            "body": meeting.committee,
        }
        if meeting.treated_order:
            meeting.treated_order.append(str(last + 1))
        decision = decided if meeting.kind == "minutes" else None
        meeting.items.append(
            Item(str(last + 1), rng.choice(CLOSED), None, None, False, [], decision, [], [], [], None)
        )
    for place, item in enumerate(meeting.items):
        if first is not None:
            item.number = str(first + place)
        if style.item_type == "none":
            item.item_type = None
        elif not item.item_type:
            noted = (item.decision or {}).get("outcome") == "noted"
            item.item_type = "Orientering" if noted else "Beslutning"
    if (
        style.history != "none"
        and meeting.kind == "minutes"
        and not any(item.history for item in meeting.items)
    ):
        for item in [one for one in meeting.items if one.open and one.decision and len(one.blocks) > 1][:2]:
            body = (
                "Økonomiudvalget" if meeting.committee != "Økonomiudvalget" else "Kultur- og Fritidsudvalget"
            )
            item.history = [
                Earlier(
                    body, meeting.date - datetime.timedelta(days=rng.choice((7, 14))), rng.choice(HISTORY)
                )
            ]


def _renamed(meeting: Meeting, style: Style, rng: Random) -> Meeting:
    """Other people, another committee and municipality, other case numbers, in every text."""
    pairs: dict[str, str] = {}
    persons = {person.name for person in meeting.people} | {
        name for item in meeting.items for name in item.absent
    }
    pairs.update(zip(sorted(persons), names.people(rng, len(persons)), strict=False))
    if meeting.municipality:
        new = rng.choice(names.MUNICIPALITIES)
        pairs[meeting.municipality] = new
        pairs[meeting.municipality.removesuffix(" Kommune")] = new.removesuffix(" Kommune")
    if meeting.committee not in names.COUNCILS and meeting.committee != "Økonomiudvalget":
        pairs[meeting.committee] = rng.choice(names.COMMITTEES)
    form = rng.choice(names.FORMS) if style.case_form is None else style.case_form
    for item in meeting.items:
        if item.case_number:
            pairs.setdefault(item.case_number, names.case_number(rng, form, meeting.date))
    changed = _through(asdict(meeting), pairs)
    items = [
        Item(
            **{
                **item,
                "blocks": [Block(**one) for one in item["blocks"]],
                "history": [Earlier(**one) for one in item["history"]],
            }
        )
        for item in changed.pop("items")
    ]
    return Meeting(
        **{
            **changed,
            "people": [Person(**one) for one in changed["people"]],
            "items": items,
            "source": meeting.source,
        }
    )


def _through(value: Any, pairs: dict[str, str]) -> Any:
    if isinstance(value, str):
        return names.replaced(value, pairs)
    if isinstance(value, list):
        return [_through(one, pairs) for one in value]
    if isinstance(value, dict):
        return {key: _through(one, pairs) for key, one in value.items()}
    return value
