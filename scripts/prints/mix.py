"""Styles drawn by lot: every part as some municipality prints it, put together as none does."""

from random import Random
from typing import Any

from prints import catalogue
from prints.style import Style
from prints.words import WORDLESS

CHOICES: dict[str, tuple[Any, ...]] = {
    "face": ("helvetica", "helvetica", "times", "vera", "serif", "condensed", "courier"),
    "size": (9.0, 9.5, 10.0, 10.5, 11.0, 12.0),
    "leading": (1.15, 1.2, 1.25, 1.35, 1.5),
    "paper": ("a4", "a4", "a4", "letter", "landscape"),
    "margins": ((68, 72, 68, 66), (50, 60, 50, 60), (110, 80, 90, 80), (57, 99, 57, 72)),
    "align": ("left", "left", "justify"),
    "hyphens": (False, False, True),
    "by_word": (False, False, True),
    "gap": (True, True, False),
    "header": (
        *(("", "", ""), ("{municipality}", "", "{committee}"), ("{committee}", "", "{date}")),
        ("", "{title}", ""),
    ),
    "footer": (
        *(("", "", "{page}"), ("", "Side {page} af {pages}", ""), ("{date}", "", "Side {page}")),
        ("", "- {page} -", ""),
    ),
    "ruled": (False, True),
    "head": ("centred", "left", "table", "typed", "sentence", "columns"),
    "title": ("Referat", "Åbent referat", "Beslutningsprotokol", "Beslutningsreferat"),
    "term": (False, False, True),
    "when": ("week", "weekd", "dash", "dot", "long", "comma", "short", "month"),
    "people": ("lines", "commas", "pairs", "column", "flat", "table", "none"),
    "people_label": ("Medlemmer", "Til stede", "Deltagere", "Mødedeltagere"),
    "party": (True, True, False),
    "roles": (True, False, False),
    "away": ("front", "items", "lines", "sentences", "both"),
    "away_label": ("Fraværende", "Fraværende", "Afbud", "Ikke til stede"),
    "everywhere": (True, False),
    "officials": (False, False, True),
    "cover": (False, False, True),
    "contents": ("none", "none", "leaders", "table", "open", "plain"),
    "contents_label": ("Indholdsfortegnelse", "Indhold", "Dagsorden", "Punkter på dagsordenen"),
    "first": (1, 1, 1, 14, 57, 109, 211, 435, 715),
    "heading": (
        *("dot", "dot", "plain", "tab", "nospace", "nbsp", "punkt", "punkt dot", "punkt colon", "sag"),
        *("sag nr", "nr", "dash", "dots", "colon", "paren", "pkt over"),
        *("punkt over", "number over", "sag over"),
    ),
    "hang": (0.0, 0.0, 0.0, 24.0, 48.0, 90.0),
    "heading_bold": (True, True, True, False),
    "heading_align": ("left", "left", "left", "centre"),
    "heading_underline": (False, False, True),
    "heading_box": (None, None, "#dde6ee"),
    "heading_caps": (False, False, False, True),
    "closed": ("after", "point", "colon", "caps", "case"),
    "page_each": (False, False, True),
    "case": ("below", "below", "above", "right", "end", "row", "none"),
    "case_label": ("Sagsnr.", "Sagsnr.:", "J.nr.", "Sag:", "Journalnr.", "Acadre sagsnr.:", "Sagsid.:"),
    "item_type": ("none", "none", "row", "end"),
    "labels": ("above", "above", "column", "runin"),
    "label_bold": (True, True, True, False),
    "label_underline": (False, False, False, True),
    "label_caps": (False, False, False, True),
    "label_colon": (False, False, True),
    "words": (
        *(catalogue.TABLE_WORDS, catalogue.CLASSIC, catalogue.OLD),
        *(catalogue.PLAIN, catalogue.SHORT),
    ),
    "order": ("last", "last", "first", "middle"),
    "decision": (
        *("word", "word", "word", "body", "in", "in:", "caps", "genitive", "genitive point"),
        *("genitive meeting", "pkt", "comma", "the"),
    ),
    "decision_word": ("Beslutning", "Beslutning", "Beslutning", "Vedtagelse", "Beslutninger"),
    "decision_when": ("dash", "dot", "long"),
    "history": ("none", "none", "same", "chain", "course"),
    "attachments": ("lines", "bullets", "table", "numbered"),
    "attachments_after": (False, True),
    "ending": ((), (), ("time",), ("signatures",), ("time", "signatures"), ("names",)),
}  # fmt: skip
"""What each parameter is drawn from; what is common stands more than once."""

DATED = {"body", "in", "in:", "caps", "genitive", "genitive point", "genitive meeting", *WORDLESS}
"""Labels that name a body and a date, so that several may stand under one item."""


def mixed(number: int) -> Style:
    """The style of a number, the same each time, with what no reader could make out set right."""
    rng = Random(f"mix {number}")
    drawn = {name: rng.choice(values) for name, values in CHOICES.items()}
    size = drawn["size"]
    drawn["heading_size"] = size + rng.choice((0, 1, 2, 3, 5))
    drawn["label_size"] = rng.choice((None, None, size + 1)) if drawn["label_bold"] else None
    drawn["label_width"] = rng.choice((104, 125, 150)) if drawn["labels"] == "column" else 120.0
    if drawn["history"] == "same" and drawn["decision"] not in DATED:
        drawn["history"] = "none"
    if drawn["labels"] == "runin" and drawn["decision"] != "word":
        drawn["labels"] = "above"
    if drawn["case"] == "row" and drawn["labels"] != "column":
        drawn["case"] = "below"
    if drawn["heading"] == "plain" and not drawn["heading_bold"] and drawn["heading_size"] == size:
        drawn["heading_bold"] = True
    if drawn["face"] == "courier":
        drawn.update(size=10.0, heading_size=10.0, label_size=None)
    if drawn["people"] == "table":
        drawn["party"] = drawn["roles"] = True
    if drawn["people"] == "none" and drawn["away"] in {"front", "sentences"}:
        drawn["away"] = "items"
    if drawn["item_type"] == "end" and drawn["case"] == "end":
        drawn["case"] = "below"
    if not drawn["label_bold"] and not drawn["label_colon"] and drawn["labels"] != "column":
        drawn[rng.choice(("label_underline", "label_caps", "label_italic"))] = True
    return Style(f"blanding-{number:03}", "Drawn by lot", **drawn)
