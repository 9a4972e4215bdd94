"""The head of minutes: title, committee, term, date, times, place and municipality."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date as Date
from typing import NamedTuple

from pipeline.danish.dates import find_dates, find_times
from pipeline.danish.labels import BODY_STEM, fold, head_kind, head_labels
from pipeline.documents.minutes.rows import Row
from schemas.page import Line

TITLE = re.compile(
    r"^(?:(?:åbent?|lukket|godkendt|endeligt|foreløbigt|tillægs?)[\s-]*)?(?:/?\s*lukket\s+)?(?:tillægs?)?(?:beslutnings?)?"
    r"(?P<kind>referat|dagsorden|protokol|mødereferat|udskrift|tillægsdagsorden|tillægsreferat)\b",
    re.IGNORECASE,
)
"""A document's own name. Matches: "Åbent referat", "Beslutningsprotokol", "Dagsorden med beslutninger"."""

MUNICIPALITY = re.compile(
    r"\b(?P<name>[A-ZÆØÅ][\wæøåéö]+(?:[-\s](?:[A-ZÆØÅ][\wæøåéö]+|og))*?)\s+(?P<form>Kommune|Kommunes|KOMMUNE)\b"
)
REGION = re.compile(r"\bRegion\s+(?:Hovedstaden|Sjælland|Syddanmark|Midtjylland|Nordjylland)\b")
TERM = re.compile(r"\b(?P<from>(?:19|20)\d\d)\s*[-–]\s*(?P<to>(?:19|20)\d\d)\b")
BRACKET = re.compile(r"\s*\((?:[A-ZÆØÅ][\wÆØÅæøå&]{0,7})\)\s*$")
"""A committee's short form in brackets."""

OPENING = frozenset(
    {
        "I",
        "Også",
        "For",
        "Ved",
        "Til",
        "Af",
        "Fra",
        "Som",
        "Hvis",
        "Når",
        "Der",
        "Den",
        "Det",
        "Denne",
        "Hele",
        "Med",
        "På",
        "Om",
        "At",
        "Alle",
        "En",
        "Øvrige",
        "Anden",
        "Fortrolig",
    }
)
"""Words that begin a sentence and are no part of a municipality's name."""


class Head(NamedTuple):
    """What the head says; None where it does not."""

    title: str | None
    kind: str | None
    municipality: str | None
    committee: str | None
    term: str | None
    date: Date | None
    start_time: str | None
    end_time: str | None
    place: str | None
    committee_row: Row | None = None


def read_head(
    rows: Sequence[Row],
    furniture: Sequence[Line],
    all_rows: Sequence[Row],
    labels: Sequence[tuple[str, Date | None]],
) -> Head:
    """Read the head of minutes.

    Args:
        rows: Rows before the first item.
        furniture: Running headers and footers.
        all_rows: Every row, for what only the text or the end says.
        labels: Body and date of each decision's label, as a second witness.
    """
    running = [" ".join(line.text.split()) for line in _unique(furniture)]
    title_row = next((row for row in rows if TITLE.match(row.text) and len(row.text) < 90), None)
    committee, committee_row = _committee(rows, running, labels)
    term = _term(committee, running, rows)
    date_row, date = _date(rows, running, labels)
    start = _start(rows, date_row, running)
    return Head(
        title=title_row.text if title_row else None,
        kind=_kind(title_row, running),
        municipality=_municipality(rows, running, all_rows),
        committee=_clean_committee(committee),
        term=term,
        date=date,
        start_time=start,
        end_time=_end(all_rows),
        place=_place(rows, date_row, committee_row),
        committee_row=committee_row,
    )


def _unique(lines: Sequence[Line]) -> list[Line]:
    seen: set[str] = set()
    return [line for line in lines if not (line.text in seen or seen.add(line.text))]  # type: ignore[func-returns-value]


def _kind(title_row: Row | None, running: Sequence[str]) -> str | None:
    for text in ([title_row.text] if title_row else []) + list(running):
        match = TITLE.match(text)
        if match:
            word = match["kind"].lower()
            if "dagsorden" in word and not re.search(r"beslutning|vedtagelse|referat", text, re.IGNORECASE):
                return "agenda"
            return "minutes"
    return None


def _is_committee(text: str) -> bool:
    """Whether a row is a committee's name and nothing else."""
    bare = TERM.sub("", BRACKET.sub("", text)).strip(" ,-–")
    if not 3 < len(bare) < 90 or re.search(r"[.:;?]\s|\d{2,}", bare) or head_kind(bare) is not None:
        return False
    words = bare.split()
    if not BODY_STEM.search(words[-1]) and not re.match(
        r"(?:udvalg(?:et)?|råd(?:et)?|bestyrelsen|nævnet)\s+for\b", bare, re.IGNORECASE
    ):
        return False
    return not re.match(
        r"(?:medlem|formand|næstformand|godkend|valg|orientering|beslutning|indstilling)", fold(bare)
    )


AFTER_TITLE = re.compile(
    r"^(?:.*?(?:referat|dagsorden|protokol)\w*)\s+(?:for|fra|til|af)?\s*(?:møde\s+(?:i|nr\.?\s*\d+\s+i)?\s*)?(?P<body>.+?)"
    r"(?:,?\s+(?:den|d\.|mandag|tirsdag|onsdag|torsdag|fredag|\d).*)?$",
    re.IGNORECASE,
)
"""A title that names its committee: "Referat fra Teknisk Udvalg den 3. maj 2016"."""


def _committee(
    rows: Sequence[Row], running: Sequence[str], labels: Sequence[tuple[str, Date | None]]
) -> tuple[str | None, Row | None]:
    named: list[tuple[float, str, Row | None]] = []
    body = max((row.size for row in rows), default=0.0)
    for position, row in enumerate(rows[:40]):
        text = row.text
        label, _, value = text.partition(":")
        if value and fold(label) in head_labels("committee") and value.strip():
            named.append((4.0, value.strip(), row))
        elif not TITLE.match(text) and _is_committee(text):
            named.append((2.0 + row.size / max(body, 1.0) + row.bold * 0.5 - position * 0.02, text, row))
        else:
            match = AFTER_TITLE.match(text) if TITLE.match(text) else None
            if match and _is_committee(match["body"]):
                named.append((2.2 - position * 0.02, match["body"], row))
            else:
                dated = re.match(r"^(?P<body>.+?)\s+(?:den|d\.)\s+\d", text)
                if dated and _is_committee(dated["body"]):
                    named.append((1.8 - position * 0.02, dated["body"], row))
    for text in running:
        candidate = text
        match = AFTER_TITLE.match(text)
        if match and TITLE.match(text):
            candidate = match["body"]
        parts = [
            part
            for part in re.split(
                r"\s+[-–|]\s+|,\s+(?=\d|den)|\s+(?=\d\d?[-.]\s?\d\d?[-.])|\s+(?:den|d\.)\s+", candidate
            )
            if part
        ]
        for part in parts:
            if _is_committee(part):
                named.append((1.5, part, None))
                break
    if named:
        _, text, named_in = max(named, key=lambda entry: entry[0])
        return _in_case(text, labels), named_in
    bodies = Counter(name for name, _ in labels if name)
    return (bodies.most_common(1)[0][0], None) if bodies else (None, None)


def _in_case(text: str, labels: Sequence[tuple[str, Date | None]]) -> str:
    """A name in capitals as the decisions' labels write it, where they do."""
    if not text.isupper():
        return text
    squeezed = re.sub(r"[\s\-]", "", text.lower())
    forms = Counter(
        name
        for name, _ in labels
        if name and not name.isupper() and re.sub(r"[\s\-]", "", name.lower()) == squeezed
    )
    best = min(forms, key=lambda name: (len(name.split()), -forms[name])) if forms else None
    return best or text.capitalize()


def _clean_committee(text: str | None) -> str | None:
    if text is None:
        return None
    bare = BRACKET.sub("", TERM.sub("", text)).strip(" ,-–")
    return BRACKET.sub("", bare).strip(" ,-–") or None


def _term(committee: str | None, running: Sequence[str], rows: Sequence[Row]) -> str | None:
    for text in (committee or "", *running, *(row.text for row in rows[:20] if _is_committee(row.text))):
        match = TERM.search(text)
        if match and 0 < int(match["to"]) - int(match["from"]) <= 4:
            return f"{match['from']}-{match['to']}"
    return None


def _values(rows: Sequence[Row], kind: str) -> Iterator[tuple[Row, str]]:
    """What stands behind, beside or under the head's labels of one kind, with the label's row."""
    labels = head_labels(kind)
    for position, row in enumerate(rows[:40]):
        label, colon, value = row.text.partition(":")
        if colon and value.strip() and fold(label) in labels:
            yield row, value.strip()
        elif len(row.lines) > 1 and fold(row.lines[0].text) in labels:
            yield row, " ".join(line.text for line in row.lines[1:])
        elif fold(row.text) in labels and position + 1 < len(rows):
            following = rows[position + 1]
            if head_kind(following.text) is None and following.column != "label":
                yield row, following.text
        else:
            words = row.text.split()
            bold = [word.text for line in row.lines for word in line.words if word.bold]
            if 0 < len(bold) < len(words) and words[: len(bold)] == bold and fold(" ".join(bold)) in labels:
                yield row, " ".join(words[len(bold) :])


def _date(
    rows: Sequence[Row], running: Sequence[str], labels: Sequence[tuple[str, Date | None]]
) -> tuple[Row | None, Date | None]:
    for row, value in _values(rows, "date"):
        found = find_dates(value)
        if found:
            return row, found[0].date
    for row in rows[:40]:
        found = find_dates(row.text)
        if found and len(row.text) < 120:
            return row, found[0].date
    for text in running:
        found = find_dates(text)
        if found:
            return None, found[0].date
    dates = Counter(date for _, date in labels if date)
    if dates:
        best = dates.most_common(1)[0][1]
        return None, max(date for date, count in dates.items() if count == best)
    return None, None


def _start(rows: Sequence[Row], date_row: Row | None, running: Sequence[str]) -> str | None:
    for _, value in _values(rows, "time"):
        found = find_times(value) or find_times(f"kl. {value}")
        if found:
            return found[0].time
    for row in rows[:40]:
        if head_kind(row.text.split(":")[0]) == "end" or re.search(r"hævet|slut", row.text, re.IGNORECASE):
            continue
        found = find_times(row.text)
        if found and len(row.text) < 160:
            return found[0].time
    for text in running:
        found = find_times(text)
        if found:
            return found[0].time
    return None


END = re.compile(
    r"(?:mødet\s+(?:blev\s+)?(?:hævet|sluttede?t?|afsluttet|slut)|mødet\s+(?:blev\s+)?hævedes|sluttidspunkt|sluttid|hævet|mødeafslutning)\s*:?\s*(?:kl(?:okken|\.)?:?\s*)?(?P<time>\d{1,2}[.:]?\d{0,2})",
    re.IGNORECASE,
)
RANGE = re.compile(r"(?:kl\.?\s*)?\d{1,2}[.:]\d\d\s*(?:[-–]|til)\s*(?:kl\.?\s*)?(?P<time>\d{1,2}[.:]\d\d)")


def _end(rows: Sequence[Row]) -> str | None:
    for _, value in _values(rows, "end"):
        found = find_times(value) or find_times(f"kl. {value}")
        if found:
            return found[0].time
    for row in (*rows[:40], *rows[-60:]):
        match = END.search(row.text)
        if match:
            found = find_times(f"kl. {match['time']}")
            if found:
                return found[0].time
    for row in rows[:25]:
        match = RANGE.search(row.text)
        if match and len(row.text) < 100:
            found = find_times(f"kl. {match['time']}")
            if found:
                return found[0].time
    return None


def _place(rows: Sequence[Row], date_row: Row | None, committee_row: Row | None) -> str | None:
    for _, value in _values(rows, "place"):
        return value
    if date_row is None:
        return None
    inline = re.search(
        r"(?:kl\.?\s*\d{1,2}[.:]\d\d\s*(?:[-–]\s*\d{1,2}[.:]\d\d)?)\s*,?\s*(?:i|på)\s+(?P<place>.+)$",
        date_row.text,
    )
    if inline:
        return inline["place"].strip(" .")
    position = next((i for i, row in enumerate(rows) if row is date_row), -1)
    for row in rows[position + 1 : position + 4]:
        text = row.text
        if find_times(text) and len(text) < 25:
            continue
        if (
            head_kind(text.split(":")[0]) is not None
            or row is committee_row
            or _is_committee(text)
            or TITLE.match(text)
        ):
            return None
        if (
            MUNICIPALITY.fullmatch(text.strip())
            or find_dates(text)
            or row.bold
            or len(text) > 80
            or ":" in text
        ):
            return None
        return text
    return None


def _municipality(rows: Sequence[Row], running: Sequence[str], all_rows: Sequence[Row]) -> str | None:
    votes: Counter[str] = Counter()
    for weight, texts in (
        (20, [row.text for row in rows[:30] if len(row.text) < 60]),
        (10, running),
        (1, [row.text for row in all_rows]),
    ):
        for text in texts:
            for match in MUNICIPALITY.finditer(text):
                name = _name(match["name"])
                if name:
                    votes[f"{name} Kommune"] += weight
            for match in REGION.finditer(text):
                votes[match.group()] += weight if weight > 1 else 0
    return votes.most_common(1)[0][0] if votes else None


def _name(printed: str) -> str | None:
    words = printed.split()
    while words and (words[0] in OPENING or (words[0].endswith(("s", "et", "en")) and len(words) > 1)):
        words = words[1:]
    if not words or words[0] in OPENING:
        return None
    name = " ".join(words)
    return name.title() if name.isupper() else name
