"""A meeting printed in a style: the file and its answer."""

from pathlib import Path
from typing import Any

from prints.head import draw_head
from prints.items import ItemPrint, draw_contents
from prints.meeting import Meeting
from prints.page import Page
from prints.style import Style


def print_meeting(meeting: Meeting, style: Style, path: Path, seed: int) -> dict[str, Any]:
    """Write the file; its answer. Printed twice, since the contents ask for the pages of what follows."""
    pages = 1
    places: dict[int, int] = {}
    for _ in range(2):
        page = Page(path, style, meeting, seed, pages, places)
        _draw(page)
        pages, places = page.press.finish(), page.found
    page.answer["pages"] = [1, pages]
    return {"file": path.name, "documents": [page.answer]}


def _draw(page: Page) -> None:
    draw_head(page)
    draw_contents(page)
    if page.style.cover:
        page.press.turn()
    page.answer["items"] = [
        ItemPrint(page, item, place).draw() for place, item in enumerate(page.meeting.items)
    ]
    _end(page)
    if not any(item["number"] for item in page.answer["items"]):
        page.answer.pop("treated_order")
    _attendance(page)


def _end(page: Page) -> None:
    meeting, style, press = page.meeting, page.style, page.press
    if meeting.kind != "minutes":
        return
    if "time" in style.ending and meeting.end:
        press.space(style.size * 2)
        page.plain(f"Mødet hævet kl. {meeting.end.replace(':', '.')}")
        page.answer["end_time"] = meeting.end
    signing = [person for person in meeting.people if not person.away]
    if "signatures" in style.ending:
        press.keep(120)
        press.space(style.size * 3)
        page.plain("Underskrifter", bold=style.label_bold)
        for place in range(0, len(signing), 2):
            press.keep(50)
            press.space(34)
            pair = signing[place : place + 2]
            for side in range(len(pair)):
                press.rule(press.left + side * 220, press.left + side * 220 + 180)
            page.cells([(person.name, 220.0) for person in pair])
    elif "names" in style.ending:
        press.turn()
        page.plain("Underskriftsside", bold=style.label_bold, size=style.size * 1.4)
        press.space(16)
        for person in signing:
            page.plain(person.name)
            press.space(24)
    if {"signatures", "names"} & set(style.ending) and style.people == "none":
        for person in signing:
            page.people.setdefault(person.name, {"name": person.name, "status": "signed"})


def _attendance(page: Page) -> None:
    """Who was there, from what the head, the items and the signatures say."""
    if page.meeting.kind != "minutes":
        return
    whole = {person.name: person for person in page.meeting.people if person.away}
    excused = page.style.away_label.startswith("Afbud") and page.style.away_label != "Afbud/Fraværende"
    known = {person.name: person for person in page.meeting.people}
    for item in page.answer["items"]:
        for name in item["absent"]:
            listed = name in page.people
            row = page.people.setdefault(name, {"name": name})
            if page.style.party and name in known:
                row["party"] = known[name].party
            if name not in whole:
                row["status"] = "partial"
            elif not listed:
                row["status"] = "excused" if excused else "absent"
    for row in page.people.values():
        if page.style.away_label == "Afbud/Fraværende" and row["name"] in whole:
            row.pop("status", None)
    page.answer["attendance"] = list(page.people.values())
