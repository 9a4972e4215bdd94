"""Sentences of plans that promise, and those that tell what is, was or is expected."""

from pipeline.danish.pattern import Pattern

TOLD = Pattern(
    "sentence-told",
    r"""\b(?:prognose\w*|forvent(?:es|er|et)|ventes|skønne[st]|anslås|ifølge|regeringens\s+mål\w*
      |på\s+landsplan\s+(?:er|var)|aktuelt|p\.?t\.|i\s+dag
      |på\s+landsplan\s+(?:modtager|har|ligger)|(?:er|var)\s+(?:[^\W\d]+\s+){0,2}(?:steget|faldet|vokset)|lykkedes|mangler|medfører
      |har\s+(?:således|dermed|altså|allerede|hidtil|indtil\s+nu)
      |var|lå|udgjorde|havde|modtog|blev|steg|faldt|viste|viser|fik|deltog|påbegyndte|gennemførte|opnåede
      |afsluttede|indgik|udbetalte|brugte|kostede|stod|ydede|etablerede|oprettede|besøgte|afholdt|nåede
      |[^\W\d_]{4,}(?:ede|rte)(?=\s+(?:(?:i\s+alt|ca\.|over|næsten|knap|godt|mere\s+end)\s+)?\d))\b""",
    matches=[
        "Prognosen for 2019 er et fald",
        "Teamet behandlede 188 sager",
        "Projektet hjalp og placerede knap 40",
        "I 2016 fik 118 borgere",
        "I 2015 var andelen 13,9 pct.",
        "Det forventes, at",
        "Andelen er dermed steget",
        "Jobcentret har således fået",
    ],
    not_matches=["Der skal i 2017", "varighed"],
)
"""A sentence that tells what is or is expected."""

PROMISED = Pattern(
    "sentence-promised",
    r"""\b(?:skal|(?:mindst|minimum|højst|højest|maksimalt)(?!\s+e[tn]\b)|målet\s+er|må|inden\s+udgangen|ved\s+udgangen
      |nedbringes|øges|reduceres|begrænses|etableres|afholdes|indgås|senest)\b""",
    matches=["skal øges", "Mindst 10", "Der etableres"],
    not_matches=["Andelen var 10"],
)
"""A sentence that promises, whatever else it says."""

STATES = Pattern(
    "sentence-states",
    r"\b(?:er|har|bor|findes|tæller|består|ligger|lever|pendler|udgør)\b",
    matches=["Kommunen har 28.400 indbyggere.", "Ledigheden er 3,9 pct."],
    not_matches=["Jobcentret besøger 150 virksomheder."],
)
"""A sentence of running prose that states how things are, where nothing in it promises."""

LOOKS_BACK = Pattern(
    "sentence-looks-back",
    r"""^(?:ved|pr\.|i)\s[^,;]{2,40}?\b(?:19|20)\d\d,?\s+(?:var|havde|udgjorde|lå|modtog|fik|blev|steg|faldt|stod)\b
      (?!.*\b(?:skal|mindst|højst|målet)\b)""",
    matches=[
        "Ved udgangen af 2017 var der 640 borgere på sygedagpenge",
        "I december 2016 udgjorde andelen 12 pct.",
    ],
    not_matches=["Ved udgangen af 2018 skal 640", "I 2016 var andelen 12 pct., og den skal være 15 pct."],
)
"""A sentence that begins with a day that has passed: its date is no deadline."""

AIMS = Pattern(
    "telling-aims",
    r"\bmål|\bvil\b|\bambition|\bresultatkrav",
    matches=["Målet for 2018 er", "vil nå", "ambitionen"],
    not_matches=["Ledigheden er 3,9 pct."],
)
"""Words of a sentence that says what is aimed at."""


def is_told(sentence: str) -> bool:
    """Whether a sentence tells what is or is expected, and promises nothing.

    In a list behind "Vi er i mål, når" small letters begin what is promised: "antallet er faldet med 5 pct.".
    """
    if LOOKS_BACK.match(sentence):
        return True
    told = TOLD.search(sentence)
    if told is None or PROMISED.search(sentence):
        return False
    return not (sentence[:1].islower() and told.group().lower().startswith("er "))


def speaks_of_duty(sentence: str) -> bool:
    """Whether a sentence has a word that promises: "skal", "mindst", "højst"."""
    return PROMISED.search(sentence) is not None


def states(sentence: str) -> bool:
    """Whether a sentence of running prose states how things are and neither promises nor aims at anything."""
    return bool(STATES.search(sentence)) and not PROMISED.search(sentence) and not AIMS.search(sentence)
