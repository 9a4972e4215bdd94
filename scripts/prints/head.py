"""A meeting's head: what, who, when, where, and who was there."""

from prints import names
from prints.meeting import Person
from prints.page import Page
from prints.words import day, listing

Row = tuple[str, str]


def draw_head(page: Page) -> None:
    """The head in the style's form."""
    if page.style.head in {"left", "sentence"} and "{municipality}" not in " ".join(
        page.style.header + page.style.footer
    ):
        page.plain(page.meeting.municipality, align="right")
        page.press.space(8)
    HEADS[page.style.head](page)
    page.press.space(page.style.size * 1.5)


def _committee(page: Page) -> str:
    meeting = page.meeting
    if not page.style.term:
        return meeting.committee
    first = meeting.date.year - (meeting.date.year - 2010) % 4
    page.answer["term"] = f"{first}-{first + 3}"
    return f"{meeting.committee} {first}-{first + 3}"


def _when(page: Page, times: bool) -> str:
    meeting, on = page.meeting, day(page.meeting.date, page.style.when)
    if page.style.when == "english":
        return f"{on} - {meeting.start}"
    if not times:
        return on
    start = meeting.start.replace(":", ".")
    if page.style.when == "weekd" and meeting.end:
        page.answer["end_time"] = meeting.end
        return f"{on} kl. {start}-{meeting.end.replace(':', '.')}"
    return f"{on} kl. {start}"


def _centred(page: Page) -> None:
    press, style = page.press, page.style
    page.plain(page.meeting.municipality, size=style.size, align="centre")
    press.space(14)
    page.plain(_committee(page), bold=True, size=style.size * 1.7, align="centre")
    page.plain(page.title, bold=True, size=style.size * 1.4, align="centre")
    press.space(6)
    page.plain(_when(page, times=True), align="centre")
    page.plain(page.meeting.place, align="centre")
    press.space(12)
    draw_people(page)


def _left(page: Page) -> None:
    press, style = page.press, page.style
    page.plain(page.title, bold=True, size=style.size * 2)
    page.plain(_committee(page), bold=True, size=style.size * 1.3)
    press.space(10)
    rows = [("Mødedato", day(page.meeting.date, style.when)), ("Mødested", page.meeting.place)]
    rows += [("Starttidspunkt", page.meeting.start)]
    if page.meeting.end:
        page.answer["end_time"] = page.meeting.end
        rows.append(("Sluttidspunkt", page.meeting.end))
    for label, value in rows:
        page.runs([(f"{label}:", page.bold), (value, page.regular)])
    press.space(10)
    draw_people(page)


def _table(page: Page) -> None:
    press, style = page.press, page.style
    page.plain(page.meeting.municipality, bold=True, size=style.size * 1.5)
    page.plain(page.title, size=style.size * 1.5)
    press.space(8)
    rows: list[Row] = [("Udvalg", _committee(page)), ("Dato", day(page.meeting.date, style.when))]
    time = f"kl. {page.meeting.start}"
    if page.meeting.end:
        page.answer["end_time"] = page.meeting.end
        time = f"{page.meeting.start} - {page.meeting.end}"
    rows += [("Tidspunkt", time), ("Sted", page.meeting.place)]
    for label, value in rows:
        if style.row_rules:
            press.rule()
        page.pair(label, value, bold=style.label_bold)
    press.space(6)
    draw_people(page)


def _typed(page: Page) -> None:
    """A typewriter's: everything in one font, labels with a colon in one column."""
    page.plain(page.meeting.municipality.upper())
    page.press.space(12)
    page.plain(page.title.upper())
    page.press.space(12)
    start = page.meeting.start.replace(":", ".")
    date = day(page.meeting.date, page.style.when)
    for label, value in (
        ("Udvalg:", _committee(page)),
        ("Mødedato:", date),
        ("Mødet begyndt:", f"kl. {start}"),
    ):
        page.pair(label, value, bold=False)
    page.pair("Mødested:", page.meeting.place, bold=False)
    page.press.space(12)
    draw_people(page)


def _sentence(page: Page) -> None:
    meeting, style = page.meeting, page.style
    page.plain(page.title, bold=True, size=style.size * 1.8)
    page.press.space(8)
    page.plain(f"{_committee(page)}", bold=True, size=style.size * 1.2)
    page.plain(f"Mødet blev holdt {_when(page, times=True)} i {meeting.place}.")
    page.press.space(8)
    draw_people(page)


def _columns(page: Page) -> None:
    """Who and when at the left, the municipality's name at the right."""
    press, style = page.press, page.style
    top = press.y
    page.plain(page.meeting.municipality, bold=True, size=style.size * 1.3, align="right")
    press.y = top
    page.plain(_committee(page), bold=True, size=style.size * 1.3)
    press.space(4)
    page.plain(page.title, bold=True)
    page.plain(_when(page, times=True))
    page.plain(f"Mødested: {page.meeting.place}")
    press.rule(y=press.y + 4)
    press.space(14)
    draw_people(page)


HEADS = {
    "centred": _centred,
    "left": _left,
    "table": _table,
    "typed": _typed,
    "sentence": _sentence,
    "columns": _columns,
}


def printed(person: Person, roles: bool = False) -> str:
    """A person as lists name them."""
    name = f"{person.name} ({person.party})" if person.party else person.name
    return f"{name}, {person.role.lower()}" if roles and person.role else name


def draw_people(page: Page) -> None:
    """Who belongs to the committee and who was away, where the head says it."""
    style, people = page.style, page.meeting.people
    if style.people == "none":
        return
    away = [person for person in people if person.away]
    present = style.people_label not in {"Medlemmer", "Indkaldte"}
    shown = [person for person in people if not (present and person.away)]
    front = style.away in {"front", "both"} and page.meeting.kind == "minutes"
    for person in shown:
        page.attend(person, "present")
    label = f"{style.people_label}:"
    if style.people == "flat":
        _flat(page, shown, away if front else None)
    elif style.people == "table":
        page.plain(label, bold=style.label_bold)
        columns = [("Navn", 190.0), ("Parti", 60.0), ("Hverv", 120.0)]
        page.cells([(name, width) for name, width in columns], bold=True)
        for person in shown:
            page.cells([(person.name, 190.0), (person.party or "", 60.0), (person.role or "", 120.0)])
    elif style.people == "commas":
        page.runs(
            [
                (label, page.bold if style.label_bold else page.regular),
                (", ".join(printed(person, style.roles) for person in shown), page.regular),
            ]
        )
    elif style.people == "pairs":
        page.plain(label, bold=style.label_bold)
        for place in range(0, len(shown), 2):
            page.cells([(printed(person, style.roles), 170.0) for person in shown[place : place + 2]])
    elif style.people == "column":
        page.pair(label, "\n".join(printed(person, style.roles) for person in shown), bold=style.label_bold)
    else:
        page.plain(label, bold=style.label_bold)
        for person in shown:
            page.plain(printed(person, style.roles))
    if front:
        status = "excused" if style.away_label.startswith("Afbud") else "absent"
        for person in away:
            page.attend(person, status)
        if style.people != "flat":
            said = ", ".join(printed(person) for person in away)
            _said(page, f"{style.away_label}:", said or ("Ingen" if style.everywhere else ""))
    elif style.away == "sentences" and away:
        for person in away:
            page.attend(person, "absent")
        page.plain(f"{listing([printed(person) for person in away])} var fraværende.")
    elif not present:
        for person in away:
            page.attend(person, None)
    if style.officials:
        _said(
            page,
            "Fra forvaltningen deltog:",
            f"{names.OFFICIALS[0]} Torkil Vang, {names.OFFICIALS[2].lower()} Mette Holk",
        )


def _said(page: Page, label: str, value: str) -> None:
    if page.style.people == "column":
        page.pair(label, value, bold=page.style.label_bold)
    else:
        page.runs([(label, page.bold if page.style.label_bold else page.regular), (value, page.regular)])


def _flat(page: Page, shown: list[Person], away: list[Person] | None) -> None:
    """Two columns, members and absentees, with no lines between them; None for one column."""
    over = [f"{page.style.people_label}:", f"{page.style.away_label}:" if away is not None else ""]
    away = away or []
    page.cells([(over[0], 240.0), (over[1], 200.0)], bold=page.style.label_bold)
    for place in range(max(len(shown), len(away))):
        left = printed(shown[place], page.style.roles) if place < len(shown) else ""
        right = printed(away[place]) if place < len(away) else ""
        page.cells([(left, 240.0), (right, 200.0)])
