"""What makes one house's plans and memos differ from another's; styles are drawn by lot."""

from dataclasses import dataclass
from random import Random
from typing import Any


@dataclass(frozen=True)
class Style:
    """How a house prints its plans and memos."""

    name: str
    face: str
    size: float
    leading: float
    margins: tuple[float, float]
    align: str
    hyphens: bool
    columns: int
    cover: bool
    contents: bool
    header: str
    footer: str
    title: str
    status: str
    goals: str
    form: str
    """"boxes" (overview and chapters), "chapters", "overview" (then chapters without boxes), "table", "status"."""
    box: str
    label: str
    heading: str
    mark: str
    measures: str
    actions: str
    action_mark: str
    told: str
    """Where a paragraph of numbers that promise nothing stands."""
    serves: bool
    chart: bool
    caps: bool
    notes: bool
    page_each: bool
    memo_head: str
    memo_form: str
    asked: str


CHOICES: dict[str, tuple[Any, ...]] = {
    "face": ("helvetica", "helvetica", "times", "vera", "serif", "condensed"),
    "size": (9.0, 9.5, 10.0, 10.5, 11.0, 12.0),
    "leading": (1.15, 1.22, 1.3, 1.4, 1.5),
    "margins": ((50, 56), (57, 60), (72, 72), (90, 80)),
    "align": ("left", "left", "justify"),
    "hyphens": (False, True, True),
    "columns": (1, 1, 1, 2),
    "cover": (True, True, False),
    "contents": (False, True),
    "header": ("", "", "{municipality}", "Beskæftigelsesplan {year}", "{municipality} | Beskæftigelsesplan {year}"),
    "footer": ("{page}", "Side {page} af {pages}", "Side {page}", "- {page} -", ""),
    "title": (
        "Beskæftigelsesplan {years}",
        "Beskæftigelsesplan {years}",
        "Beskæftigelsesplan {years} for {municipality}",
        "BESKÆFTIGELSESPLAN {years}",
    ),
    "status": ("none", "draft header", "draft title", "draft word", "adopted council", "adopted date", "adopted end"),
    "goals": ("box", "box", "list", "headings", "ministermål", "bullets", "none"),
    "form": ("boxes", "boxes", "boxes", "chapters", "chapters", "overview", "table", "status"),
    "box": ("stroke", "stroke", "fill", "none", "stroke each", "rules"),
    "label": (
        "Resultatmål {n}: {t}",
        "Resultatmål {n}: {t}",
        "Resultat mål {n}: {t}",
        "Resultatmål {n} - {t}",
        "Resultatmål {n}. {t}",
        "Resultatmål {n}\n{t}",
        "Mål {n}: {t}",
        "Mål {n}. {t}",
        "Mål nr. {n}: {t}",
        "Målsætning {n}: {t}",
        "Effektmål {n}: {t}",
        "RESULTATMÅL {n}: {t}",
        "{n}. {t}",
    ),
    "heading": ("number", "number", "plain", "label"),
    "mark": ("-", "•", "•", "–", "o", "✓", "▪", "\uf0b7"),
    "measures": ("bullets", "bullets", "bullets", "numbers", "delmål", "paragraphs"),
    "actions": ("intro", "intro", "intro box", "heading", "heading box", "late", "numbered"),
    "action_mark": ("•", "•", "-", "\uf0b7", "▪", "–"),
    "told": ("none", "status", "prose", "figures"),
    "serves": (False, True),
    "chart": (False, False, True),
    "caps": (False, False, False, True),
    "notes": (False, True),
    "page_each": (False, False, True),
    "memo_head": ("right", "rows", "letter", "plain", "columns"),
    "memo_form": ("listed ad", "listed svar", "listed again", "labels", "bold", "italic", "bullets", "table", "svar"),
    "asked": (
        "{who} har stillet følgende spørgsmål:",
        "{who} har i mail af 3. marts stillet følgende spørgsmål:",
        "Spørgsmålene er stillet af byrådsmedlem {who}:",
        "Der er modtaget følgende spørgsmål fra {who}:",
        "Byrådsmedlem {who} ({p}) har bedt om svar på følgende spørgsmål:",
    ),
}  # fmt: skip
"""What each parameter is drawn from; what is common stands more than once."""


def mixed(number: int) -> Style:
    """The style of a number, the same each time, with what no reader could make out set right."""
    rng = Random(f"plans {number}")
    drawn = {name: rng.choice(values) for name, values in CHOICES.items()}
    if drawn["form"] in ("table", "status"):
        drawn.update(columns=1, caps=False)
    if drawn["label"].startswith("{n}"):
        # A bare number is a target's where a heading says that targets follow.
        drawn["form"] = "overview" if drawn["form"] in ("boxes", "chapters") else drawn["form"]
        drawn["box"] = "none" if drawn["form"] == "overview" else drawn["box"]
        drawn["heading"] = "plain"
    if drawn["form"] == "overview":
        drawn["heading"] = "number" if drawn["heading"] == "label" else drawn["heading"]
    if drawn["columns"] == 2:
        drawn.update(size=min(drawn["size"], 10.0), margins=(50, 56), chart=False)
    if drawn["measures"] == "paragraphs" and drawn["box"] in ("none", "rules"):
        drawn["measures"] = "bullets"
    return Style(f"plan-{number:03}", **drawn)
