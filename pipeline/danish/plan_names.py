"""What plans are called, and for which years: employment plans, and the yearly plans and agreements akin to them."""

import re

from pipeline.danish.numbers import plan_lexicon
from pipeline.danish.pattern import Pattern

YEAR = r"20[0-3]\d|199\d"
"""A year that a plan may be for."""

EMPLOYMENT = r"besk[^\W\d_]{2,5}gelses(?:-\s?)?"
"""How the name begins; a letter may be missing or wrong: "Beskæfigelsesplan"."""

_KINDRED = "|".join(plan_lexicon()["kindred"]["names"])

PLAN_TITLE = Pattern(
    "plan-title",
    rf"\b(?:[^\W\d]*{EMPLOYMENT}(?:plan|indsatsplan|strategi|politik)"
    rf"|plan\s+for\s+(?:den\s+(?:aktive\s+|lokale\s+|kommunale\s+)*)?beskæftigelsesindsats(?:en)?"
    rf"|(?:{_KINDRED}))(?:en)?\b.{{0,60}}?(?<!\d)(?P<year>{YEAR})\b(?:\s?(?:[-–—/]|til"
    rf"|og)\s?(?P<last>{YEAR}|\d\d)\b)?",
    matches=[
        "Beskæftigelsesplan 2017",
        "Beskæftigelsesplan for Eksempel Kommune 2019-2021",
        "Beskæftigelsesplanen for 2017",
        "Beskæftigelsesplan 2019/20",
        "Resultatplan 2015 for Jobcenter Granholm",
    ],
    not_matches=["Beskæftigelsesplanen beskriver", "Plan 2017", "Lokalplan 2017"],
)
"""The plan's name with its years."""

PLAN_NAME = re.compile(
    rf"\b{EMPLOYMENT}(?:(?:plan|indsatsplan|strategi|politik)(?:en)?\b|$)"
    r"|\b(?:handlings)?plan\s+for\s+(?:den\s+(?:aktive\s+|lokale\s+|kommunale\s+)*)?beskæftigelsesindsats(?:en)?\b"
    rf"|\b(?:{_KINDRED})(?:en)?\b",
    re.IGNORECASE,
)
"""Matches: "Beskæftigelsesplan", "Plan for den aktive beskæftigelsesindsats", "Resultatplan"."""

KINDRED = Pattern(
    "plan-kindred-title",
    rf"^(?:[^\W\d]+\s){{0,4}}(?:{_KINDRED})(?:en|n)?\b.{{0,50}}?(?<!\d)(?:{YEAR})\b",
    matches=[
        "Resultatplan 2015 for Jobcenter Granholm",
        "Udviklingsaftale 2015",
        "Jobcentrets virksomhedsplan 2015-2016",
    ],
    not_matches=["Lokalplan 2017", "Punkt 4: Virksomhedsplan 2015", "Resultatplanen beskriver"],
)
"""A title that names a plan akin to employment plans, with its year."""

AIMS = Pattern(
    "plan-aims",
    r"\b(?:resultat|del|effekt|indsats|udviklings)?mål(?:et|ene|sætning\w*|tal|epunkt\w*)?\b|\bindikator\w*|\bsucceskriteri\w*"
    r"|\b(?:mindst|højst|minimum|maksimalt)\s\d",
    matches=["Mål 1", "Resultatmål", "målsætningen", "mindst 40 unge"],
    not_matches=["målgruppe", "formål", "måltid", "mindst en gang"],
)
"""Words of what such a plan is for."""
