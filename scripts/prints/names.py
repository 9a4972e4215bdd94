"""Invented people, committees, municipalities and numbers; likeness to real ones is chance."""

import datetime
import re
from random import Random

GIVEN = [
    "Agnete",
    "Birger",
    "Conny",
    "Ditlev",
    "Esther",
    "Folmer",
    "Gerda",
    "Holger",
    "Inga",
    "Jeppe",
    "Karna",
    "Laust",
    "Mogens",
    "Nanna",
    "Oluf",
    "Petrea",
    "Ragnhild",
    "Sixten",
    "Thyra",
    "Uffe",
    "Vibeke",
    "Aase",
    "Bodil",
    "Carl-Emil",
    "Dagny",
    "Ejnar",
    "Fritse",
    "Gorm",
    "Hjørdis",
    "Ivar",
    "Jytte",
    "Knud",
    "Lisbet",
    "Malthe",
    "Natascha",
    "Otto",
    "Poula",
    "Regnar",
    "Signe",
    "Toke",
    "Ulrikke",
    "Villads",
    "Yrsa",
    "Østen",
]
MIDDLE = ("", "", "", "", "Brix", "Kongsgaard", "Lund", "Friis", "Høeg", "Juul", "Bank", "Ø.")
FAMILY = [
    "Agerbo",
    "Bjergsted",
    "Dalsgård",
    "Elkær",
    "Fløjstrup",
    "Granlund",
    "Hyllested",
    "Indvang",
    "Kildevang",
    "Løgtved",
    "Mosekær",
    "Nørtoft",
    "Overlund",
    "Præstbro",
    "Rosenkær",
    "Skovsted",
    "Tværgård",
    "Ulkær",
    "Vadsted",
    "Ørbæk",
    "Aagård",
    "Brohede",
    "Enghave",
    "Frydenborg",
    "Hedelyk",
    "Kongstrup",
    "Lyngtoft",
    "Munkeby",
    "Ravnsted",
    "Søkilde",
    "Toftebjerg",
    "Vesterkær",
    "Ågesen",
    "Kirketorp",
    "Birkelyng",
    "Stenhøj",
    "Tranemose",
    "Ellevad",
]
PARTIES = ["A", "A", "V", "V", "C", "F", "O", "Ø", "B", "I"]
MUNICIPALITIES = (
    "Vestermose Kommune",
    "Tranbæk Kommune",
    "Sønderlyng Kommune",
    "Hvidkilde Kommune",
    "Østerholm Kommune",
)
COMMITTEES = (
    "Teknik- og Klimaudvalget",
    "Kultur-, Fritids- og Landdistriktsudvalget",
    "Udvalget for Børn og Skole",
    "Social- og Ældreudvalget",
    "Arbejdsmarkeds- og Integrationsudvalget",
    "Plan- og Boligudvalget",
    "Sundhedsudvalget",
    "Udvalget for natur, miljø og trafik",
)
COUNCILS = ("Byrådet", "Kommunalbestyrelsen")
PLACES = (
    "Rådhuset, mødelokale 3",
    "Udvalgsværelset",
    "Mødelokale B2, Rådhuset",
    "Byrådssalen",
    "Kulturhuset, Torvet 4",
)
OFFICIALS = ("Direktør", "Centerchef", "Udvalgssekretær", "Økonomichef")


def people(rng: Random, count: int, taken: set[str] | None = None) -> list[str]:
    """So many names, no given or family name twice."""
    given, family = rng.sample(GIVEN, len(GIVEN)), rng.sample(FAMILY, len(FAMILY))
    taken = taken or set()
    found: list[str] = []
    for first, last in zip(given * 2, family * 2, strict=False):
        name = " ".join(part for part in (first, rng.choice(MIDDLE), last) if part)
        if len(found) < count and name not in taken:
            found.append(name)
    return found


FORMS = ("short", "year", "long", "kle", "emn", "plain")


def case_number(rng: Random, form: str, date: datetime.date) -> str:
    """A case number in one of the forms that case systems give."""
    year = date.year - rng.choice((0, 0, 1))
    return {
        "short": f"{year % 100:02}/{rng.randint(101, 29999)}",
        "year": f"{year}-{rng.randint(1000, 99999):05}",
        "long": f"{year % 100:02}-{rng.randint(100, 32000):06}",
        "kle": f"{rng.randint(0, 29):02}.{rng.randint(0, 20):02}.{rng.randint(0, 30):02}-"
        f"{rng.choice('APGSØ')}{rng.randint(0, 35):02}-{rng.randint(1, 40)}-{year % 100:02}",
        "emn": f"EMN-{year}-{rng.randint(1000, 99999):06}",
        "plain": f"{rng.randint(200000, 399999)}",
    }[form]


def replaced(text: str, pairs: dict[str, str]) -> str:
    """A text with other names, the longest first."""
    if not pairs or not text:
        return text
    pattern = "|".join(re.escape(old) for old in sorted(pairs, key=len, reverse=True))
    return re.sub(rf"(?<![\w/.-])(?:{pattern})", lambda match: pairs[match[0]], text)
