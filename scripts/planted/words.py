"""What is planted: people, numbers, homes and illnesses, all invented, and what only looks like them."""

import datetime
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from prints.names import FAMILY, GIVEN, case_number

_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
COMMON_GIVEN, COMMON_FAMILY = _WORDS["common_given"], _WORDS["common_family"]
STREETS, TOWNS, ILLNESSES = _WORDS["streets"], _WORDS["towns"], _WORDS["illnesses"]


def person(rng: Random) -> str:
    """An invented citizen, half of them with rare names."""
    if rng.random() < 0.5:
        return f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"
    middle = f" {rng.choice(COMMON_FAMILY)}" if rng.random() < 0.2 else ""
    return f"{rng.choice(COMMON_GIVEN)}{middle} {rng.choice(COMMON_FAMILY)}"


def birth(rng: Random) -> datetime.date:
    """A birthday."""
    return datetime.date(1931, 1, 1) + datetime.timedelta(days=rng.randint(0, 31000))


def serial(rng: Random, year: int) -> str:
    """The last four digits, with the digit of the century; the old check does not hold for most."""
    first = rng.choice("0123" if year < 1937 else "012349" if year < 2000 else "456789")
    return f"{first}{rng.randint(1, 999):03}"


def cpr(rng: Random, sign: str = "-") -> str:
    """A CPR number."""
    day = birth(rng)
    return f"{day:%d%m%y}{sign}{serial(rng, day.year)}"


def street(rng: Random) -> str:
    """Street and number, some with floor and side."""
    extra = rng.choice(["", "", "", "A", ", 2. tv", ", st. th", "B, 1. sal"])
    return f"{rng.choice(STREETS)} {rng.randint(1, 198)}{extra}"


def address(rng: Random) -> str:
    """Street and number, mostly with the town."""
    return street(rng) + (f", {rng.choice(TOWNS)}" if rng.random() < 0.7 else "")


def phone(rng: Random, spaced: bool = True) -> str:
    """A telephone number."""
    digits = f"{rng.randint(20000000, 99999999)}"
    return " ".join(digits[n : n + 2] for n in range(0, 8, 2)) if spaced else digits


def mail(rng: Random, name: str) -> str:
    """A citizen's address for e-mail."""
    plain = name.lower().replace(" ", ".").replace("ø", "oe").replace("æ", "ae").replace("å", "aa")
    domain = rng.choice(["gmail.com", "hotmail.com", "live.dk", "mail.dk", "yahoo.dk"])
    return f"{plain}{rng.choice(['', '72', '1980'])}@{domain}"


@dataclass(frozen=True)
class Planted:
    """A sentence, and what is private in it."""

    text: str
    kind: str | None = None
    """"cpr", "health", "address", "contact"; None for a look-alike."""
    words: tuple[str, ...] = ()
    """What a finding must cover, each piece as printed."""
    broken: str | None = None
    """A piece after whose first hyphen the line is broken."""


Make = Callable[[Random], Planted]


def cprs(rng: Random) -> Planted:
    """A CPR number in a sentence, a form or a list."""
    sign = rng.choice(["-", "-", "-", "-", "-", "", "", " ", "–"])
    number, who = cpr(rng, sign), person(rng)
    text = rng.choice(
        [
            f"{who}, cpr-nr. {number}, har søgt om enkeltydelse til flytning.",
            f"CPR: {number}",
            f"Sagen vedrører {who} ({number}), som klager over afgørelsen.",
            f"Ansøger: {who}, født {number}.",
            f"Personnummer {number} er registreret som lejer af boligen.",
            f"Der er modtaget en henvendelse fra {who} {number} om hjælpemidler.",
            f"Afgørelse til borger {number} af 3. marts 2016 stadfæstes.",
            f"Cpr.nr.: {number} – bevilget ledsagelse 15 timer pr. måned.",
            f"Udvalget bevilger orlov til {who}, {number}.",
            f"Sagsnr. 16/{rng.randint(1000, 29999)}. Borgerens CPR-nummer {number} fremgår af bilaget.",
        ]
    )
    broken = number if sign == "-" and rng.random() < 0.25 else None
    return Planted(text, "cpr", (number,), broken)


def health(rng: Random) -> Planted:
    """Something about a named citizen's health."""
    who, what = person(rng), rng.choice(ILLNESSES)
    bare = what.removeprefix("en ").removeprefix("et ").split()[-1]
    text = rng.choice(
        [
            f"{who} lider af {what} og kan ikke arbejde på fuld tid.",
            f"Borgeren {who} har fået konstateret {what}.",
            f"Forvaltningen oplyser, at {who} er diagnosticeret med {what}.",
            f"På grund af {who}s {bare} bevilges en støttekontaktperson.",
            f"{who} har {what} og søger om førtidspension.",
            f"{who}, der er ramt af {what}, klager over afgørelsen.",
            f"Klageren, {who}, blev i 2014 indlagt med {what}.",
            f"Det fremgår af lægeerklæringen, at {who} er sygemeldt med {what}.",
            f"{who} er i behandling for {what}.",
            f"Ansøgningen fra {who}, som har {what}, imødekommes.",
        ]
    )
    return Planted(text, "health", (who.split()[0], bare))


def addresses(rng: Random) -> Planted:
    """Where a citizen lives."""
    who, where = person(rng), address(rng)
    text = rng.choice(
        [
            f"{who}, {where}, har gjort indsigelse mod lokalplanen.",
            f"Ansøger: {who}, {where}.",
            f"Høringssvar fra {who}, {where}: trafikken er for tæt.",
            f"Borgeren {who}, bosiddende {where}, ønsker foretræde.",
            f"{who}, der bor på {where}, har klaget over støj.",
            f"Klager er {who}, {where}.",
            f"Der er kommet indsigelser fra {who} ({where}) og fra grundejerforeningen.",
            f"{who} er flyttet til {where}.",
        ]
    )
    return Planted(text, "address", (where.split(",")[0],))


def contacts(rng: Random) -> Planted:
    """How a citizen is reached."""
    who = person(rng)
    number, letter = phone(rng, rng.random() < 0.6), mail(rng, who)
    text, word = rng.choice(
        [
            (f"{who} kan kontaktes på {letter}.", letter),
            (f"Høringssvar fra {who}, e-mail {letter}.", letter),
            (f"Ansøger: {who}, tlf. {number}.", number),
            (f"{who}, mobil {number}, ønsker at blive ringet op.", number),
            (f"Borgeren {who} (tlf. {number}) har klaget.", number),
        ]
    )
    return Planted(text, "contact", (word,))


def lookalikes(rng: Random) -> Planted:
    """What has the form of something private, and is not."""
    day = datetime.date(2010, 1, 1) + datetime.timedelta(days=rng.randint(0, 3600))
    number = f"{day:%d%m%y}"
    four = f"{rng.randint(1000, 9999)}"
    who, role = (
        person(rng),
        rng.choice(["Direktør", "Centerchef", "Borgmester", "Overlæge", "Sagsbehandler", "Konsulent"]),
    )
    where = street(rng)
    town = rng.choice(TOWNS)
    ill = rng.choice(ILLNESSES).removeprefix("en ").removeprefix("et ")
    return Planted(
        rng.choice(
            [
                f"Sagsnr.: {number}-{four}",
                f"Sagsnr. {number}-{four}, {number}-{rng.randint(1000, 9999)}",
                f"Sagsnr. {case_number(rng, 'year', day)}",
                f"Journalnr.: {number}{four}",
                f"J.nr. {case_number(rng, 'kle', day)}",
                f"Sag {case_number(rng, 'emn', day)} blev behandlet den {day:%d-%m-%Y} kl. 16.30.",
                f"Dok.nr. {number}-{four}",
                f"Acadre sagsnr. {case_number(rng, 'short', day)}",
                f"KLE {case_number(rng, 'kle', day)}, journal {number}/{four[:3]}",
                f"Rådhuset kan kontaktes på tlf. {phone(rng)} hverdage.",
                f"Henvendelse til Teknik og Miljø på tlf. {phone(rng, False)}.",
                f"Beløbet indsættes på konto {rng.randint(1000, 9999)} {number}{four}.",
                f"Reg.nr. {rng.randint(1000, 9999)} kontonr. {number}{four}",
                f"CVR-nr. {rng.randint(10**7, 4 * 10**7)}, P-nr. 10{rng.randint(10, 12)}{rng.randint(100000, 999999)}.",
                f"EAN-nr. 5798{rng.randint(100000000, 999999999)}",
                f"P-nummer {number}{four}",
                f"Mødet den {day:%d.%m.%y} kl. 12.34 blev holdt på Rådhuset.",
                f"Den {day:%d%m%y} kl. 1430 blev sagen genoptaget.",
                f"Faktura {number}-{four} på 12.500 kr. er betalt.",
                f"Budgettet udgør {number[:3]}.{number[3:]} kr. og {rng.randint(1, 9)}.{four[:3]} kr. i 2017.",
                f"Matr.nr. 7{rng.choice('abc')}, ejerlav {number}, {town[5:]} By.",
                f"Mødested: {where}, {town}",
                f"Rådhuset, {where}, {town}",
                f"Plejecenter Solgården, {where}, udvides med 12 boliger.",
                f"Lokalplanen omfatter ejendommen {where}.",
                f"Byggetilladelse til {where} behandles af forvaltningen.",
                f"Murermester Hansen & Søn ApS, {where}, {town}, har afgivet tilbud.",
                "Skriv til teknik@vestermose.dk eller raadhuset@tranbaek.dk.",
                f"{role} {who} kan kontaktes på {who.split()[0].lower()}@vestermose.dk.",
                f"{role} {who} orienterede om {ill} blandt ældre borgere.",
                f"{role} {who} holder oplæg om behandling af {ill}.",
                f"Handleplan for borgere med {ill} godkendes.",
                f"Antallet af borgere med {ill} er steget med 12 pct.",
                f"Diabetesforeningen og Kræftens Bekæmpelse ved {who} deltog i mødet om {ill}.",
                f"{who} (A) foreslog, at indsatsen mod {ill} styrkes.",
                f"Udvalgsformand {who} spurgte til ventetiden ved {ill}.",
                f"{who} (V) fremlagde en ny strategi for mennesker med {ill}.",
                f"Ældrerådets formand {who} har afleveret en udtalelse om {ill}.",
                f"Telefon {phone(rng)}, fax {phone(rng)}",
                f"ISBN 978-87-{rng.randint(1000, 9999)}-{rng.randint(100, 999)}-{rng.randint(0, 9)}",
                f"Udbud 2016/S {rng.randint(100, 250)}-{number}, licitation nr. {number}{four}",
                f"Tabel 3: {number} {rng.randint(10, 99)}.{four[:3]} {rng.randint(100, 999)} {four}",
                f"Henvendelse: sagsbehandler {who}, tlf. {phone(rng)}, {who.split()[0].lower()}@tranbaek.dk",
                f"Arkitekt {who}, Tegnestuen Nord, {where}, fremlagde projektet.",
            ]
        )
    )
