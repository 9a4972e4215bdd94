"""Dates, times and decision labels as they are printed, and texts cut into paragraphs."""

import datetime
import re
from random import Random

MONTHS = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
]
DAYS = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]


def day(date: datetime.date, form: str) -> str:
    """A date in one of the forms that heads and labels have."""
    long = f"{date.day}. {MONTHS[date.month - 1]} {date.year}"
    week = DAYS[date.weekday()]
    return {
        "dash": date.strftime("%d-%m-%Y"),
        "dot": date.strftime("%d.%m.%Y"),
        "slash": date.strftime("%d/%m/%Y"),
        "long": long,
        "week": f"{week} den {long}",
        "weekd": f"{week} d. {long}",
        "comma": f"{week.capitalize()}, {long}",
        "short": f"{date.day:02}. {MONTHS[date.month - 1][:3]} {date.year}",
        "month": f"{date.day:02}-{MONTHS[date.month - 1][:3]}-{date.year}",
        "english": f"{week.capitalize()}, {MONTHS[date.month - 1].capitalize()} {date.day}, {date.year}",
    }[form]


def possessive(body: str) -> str:
    """A body's genitive."""
    return f"{body}'" if body.endswith(("s", "x")) else f"{body}s"


def decision_label(form: str, word: str, body: str, date: datetime.date, when: str, number: str) -> str:
    """What stands over a decision."""
    on = day(date, when)
    return {
        "word": word,
        "body": f"{word} {body} den {on}",
        "in": f"{word} i {body} den {on}",
        "in:": f"{word} i {body} den {on}:",
        "caps": f"{word} i {body} den {on}".upper(),
        "genitive": f"{possessive(body)} {word.lower()} den {on}",
        "genitive point": f"{possessive(body)} {word.lower()} den {on} Punkt {number}",
        "genitive meeting": f"{possessive(body)} {word.lower()} i mødet den {on}",
        "genitive caps": f"{possessive(body)} {word}".upper(),
        "pkt": f"{body}, {on}, pkt. {number}",
        "comma": f"{body}, {on}",
        "the": f"{body}, den {on}:",
        "meeting": f"{possessive(body)} møde {on} Punkt {number}:",
    }[form]


WORDLESS = {"pkt", "comma", "the", "meeting"}
"""Labels that are nothing but a body and a date."""

LISTED = re.compile(
    r"(?<=[,;.:a-zæøå]) (?=(?:\d{1,2}\. at |at \d{1,2}[.:)] |\d{1,2}[.)] [A-ZÆØÅ]|[A-Ea-e][.)] |Ad\.? \d))"
)
SENTENCE = re.compile(r"(?<=[a-zæøå]{4}\.) (?=[A-ZÆØÅ][a-zæøå])")


def paragraphs(text: str, rng: Random) -> list[str]:
    """A text cut where lists and, now and then, sentences begin."""
    found: list[str] = []
    pieces = LISTED.split(text) if len(LISTED.findall(text)) > 1 else [text]
    for piece in pieces:
        paragraph = ""
        for sentence in SENTENCE.split(piece):
            if paragraph and len(paragraph) > 160 and rng.random() < 0.5:
                found.append(paragraph)
                paragraph = sentence
            else:
                paragraph = f"{paragraph} {sentence}".strip()
        found.append(paragraph)
    return [one for one in found if one]


def listing(names: list[str]) -> str:
    """Names as a sentence lists them."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} og {names[-1]}"
