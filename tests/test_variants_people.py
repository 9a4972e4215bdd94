"""Heads, lists of people, absence, signatures and dates in every form seen in some fifty municipalities.

`VARIANTS` is the table: each row names the variant, and is printed on a page and read back. Everybody in it is invented.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.danish.raising import raised_by
from pipeline.documents.minutes.order import treated_order
from pipeline.run import Reading, understand
from schemas.minutes import Minutes
from schemas.record import Record

Cell = tuple[float, str]
Line = str | list[Cell]

LEFT = 60.0
BOLD = re.compile(r"\*\*(.+?)\*\*")


class Sheet:
    """Pages that fill from above: `**bold**`, `# large`, cells at given left edges, "" for half a line."""

    def __init__(self, path: Path):
        self.canvas = Canvas(str(path), pagesize=A4)
        self.y = A4[1] - 60

    def put(self, lines: Sequence[Line]) -> None:
        for line in lines:
            if line == "---":
                self.turn()
            elif line == "":
                self.y -= 8
            else:
                if self.y < 70:
                    self.turn()
                for x, text in [(LEFT, line)] if isinstance(line, str) else line:
                    self._run(x, text)
                self.y -= 22 if str(line).startswith("# ") else 13.5

    def _run(self, x: float, text: str) -> None:
        size = 10.0
        if text.startswith("# "):
            text, size = f"**{text[2:]}**", 16.0
        at = 0
        for place, piece in enumerate(BOLD.split(text)):
            font = "Helvetica-Bold" if place % 2 else "Helvetica"
            self.canvas.setFont(font, size)
            self.canvas.drawString(x + at, self.y, piece)
            at += self.canvas.stringWidth(piece, font, size)

    def turn(self) -> None:
        self.canvas.showPage()
        self.y = A4[1] - 60


@dataclass
class Variant:
    """A print, and what a careful reader makes of it; what is not named here is not compared."""

    name: str
    head: list[Line]
    items: list[list[Line]] = field(default_factory=list)
    """Lines that stand under each of the two items' decisions."""
    end: list[Line] = field(default_factory=list)
    people: dict[str, str] | None = None
    """Name: status, party and role ("present A Formand"), everybody and nobody else."""
    absent: list[list[str]] | None = None
    """By item."""
    says: dict[str, Any] = field(default_factory=dict)
    """Other fields of the minutes."""
    finding: str | None = None


USUAL: list[Line] = [
    "Granholm Kommune",
    "# Referat",
    "**Teknik- og Miljøudvalget**",
    "tirsdag den 3. maj 2016 kl. 16.30",
    "Mødelokale 2",
    "",
]
ALL_FOUR = {"Ida Holm": "present", "Bo Vang": "present", "Per Lund": "present", "Eva Skov": "present"}


def lists(*lines: Line) -> list[Line]:
    """The usual head with other lists of people."""
    return [*USUAL, *lines]


VARIANTS = [
    # Attendance: labels and forms of lists
    *(
        Variant(f"present-label {label}", lists(f"**{label}**", "Ida Holm (A)", "Bo Vang (V)"), people={"Ida Holm": "present A", "Bo Vang": "present V"})
        for label in (
            *("Medlemmer", "Mødedeltagere", "Mødedeltagere:", "Deltagere", "Tilstede", "Tilstede:", "Tilstede var:", "Til stede"),
            *("Til stede:", "Indkaldelse", "Deltagere:", "Fremmødte", "Udvalgets medlemmer:", "Mødte:", "Til stede var:"),
        )
    ),
    Variant("present run in with commas", lists("Til stede: Ida Holm (A), Bo Vang (V), Per Lund (C) og Eva Skov"), people={"Ida Holm": "present A", "Bo Vang": "present V", "Per Lund": "present C", "Eva Skov": "present"}),
    Variant("present bold label without colon", lists("**Medlemmer** Ida Holm (A), Bo Vang (V)"), people={"Ida Holm": "present A", "Bo Vang": "present V"}),
    Variant("present running over lines", lists("Medlemmer: Ida Holm (A), formand, Bo Vang (V), Per", "Lund (C), Eva Marie", "Skov (F)"), people={"Ida Holm": "present A Formand", "Bo Vang": "present V", "Per Lund": "present C", "Eva Marie Skov": "present F"}),
    Variant("present in two columns", lists("**Medlemmer**", [(60, "Ida Holm (A)"), (300, "Bo Vang (V)")], [(60, "Per Lund (C)"), (300, "Eva Skov (F)")]), people={"Ida Holm": "present A", "Bo Vang": "present V", "Per Lund": "present C", "Eva Skov": "present F"}),
    Variant("present in three columns without parties", lists("**Deltagere**", [(60, "Ida Holm"), (220, "Bo Vang"), (380, "Per Lund")], [(60, "Eva Skov")]), people=ALL_FOUR),
    Variant("present in label and value columns", lists([(60, "**Medlemmer:**"), (200, "Ida Holm (A), formand")], [(200, "Bo Vang (V)")], [(200, "Per Lund (C)")]), people={"Ida Holm": "present A Formand", "Bo Vang": "present V", "Per Lund": "present C"}),
    Variant("table with name, party and office", lists("**Medlemmer**", [(60, "**Navn**"), (260, "**Parti**"), (340, "**Hverv**")], [(60, "Ida Holm"), (260, "A"), (340, "Formand")], [(60, "Bo Vang"), (260, "V"), (340, "Næstformand")], [(60, "Per Lund"), (260, "C")]), people={"Ida Holm": "present A Formand", "Bo Vang": "present V Næstformand", "Per Lund": "present C"}),
    Variant("table with ticks", lists([(60, "**Navn**"), (260, "**Til stede**"), (340, "**Afbud**"), (420, "**Fraværende**")], [(60, "Ida Holm (A)"), (260, "X")], [(60, "Bo Vang (V)"), (340, "X")], [(60, "Per Lund (C)"), (420, "X")]), people={"Ida Holm": "present A", "Bo Vang": "excused V", "Per Lund": "absent C"}),
    Variant("table with a status column", lists([(60, "**Navn**"), (260, "**Status**")], [(60, "Ida Holm (A)"), (260, "Til stede")], [(60, "Bo Vang (V)"), (260, "Afbud")]), people={"Ida Holm": "present A", "Bo Vang": "excused V"}),
    Variant("name, party and office without heads", lists("**Deltagere:**", [(60, "Ida Holm"), (220, "(A)"), (300, "Formand")], [(60, "Bo Vang"), (220, "(V)"), (300, "Medlem")]), people={"Ida Holm": "present A Formand", "Bo Vang": "present V Medlem"}),
    Variant("offices before the names", lists("Formand: Ida Holm (A)", "Næstformand: Bo Vang (V)", "Medlemmer: Per Lund (C), Eva Skov (F)"), people={"Ida Holm": "present A Formand", "Bo Vang": "present V Næstformand", "Per Lund": "present C", "Eva Skov": "present F"}),
    Variant("offices in brackets", lists("Medlemmer:", "Ida Holm (A) (formand)", "Bo Vang (næstformand) (V)", "Per Lund (C, medlem)"), people={"Ida Holm": "present A Formand", "Bo Vang": "present V Næstformand", "Per Lund": "present C Medlem"}),
    Variant("offices as titles", lists("Til stede:", "Borgmester Ida Holm (A), 1. viceborgmester Bo Vang (V), Per Lund (C)"), people={"Ida Holm": "present A Borgmester", "Bo Vang": "present V 1. viceborgmester", "Per Lund": "present C"}),
    Variant("parties as names", lists("Deltagere:", "Ida Holm (Socialdemokratiet)", "Bo Vang, Venstre", "Per Lund (Det Konservative Folkeparti)"), people={"Ida Holm": "present Socialdemokratiet", "Bo Vang": "present Venstre", "Per Lund": "present Det Konservative Folkeparti"}),
    Variant("party without brackets", lists("Deltagere:", "Ida Holm, A", "Bo Vang - V", "Per Lund ((C)"), people={"Ida Holm": "present A", "Bo Vang": "present V", "Per Lund": "present C"}),
    Variant("two names on a line by parties alone", lists("Medlemmer:", "Ida Holm (A) Bo Vang (V)", "Per Lund (C) Eva Skov (F)"), people={"Ida Holm": "present A", "Bo Vang": "present V", "Per Lund": "present C", "Eva Skov": "present F"}),
    Variant("two names on a line with nothing between", lists("Medlemmer:", "Lone Birgit Halskov Mørk Børge Ager"), people={"Lone Birgit Halskov Mørk": "present", "Børge Ager": "present"}),
    Variant("columns so close that they touch", lists("Medlemmer:", [(60, "Ida Holm (A)"), (170, "Bo Vang (V)")], [(60, "Karen Margrethe Skov"), (170, "Per Lund (C)")], [(60, "(F)")]), people={"Ida Holm": "present A", "Bo Vang": "present V", "Karen Margrethe Skov": "present F", "Per Lund": "present C"}),
    Variant("unusual names", lists("Deltagere:", "Hans-Jørgen O'Brien (A)", "N.J. Lund (V)", "Hans Chr. Vang (C)", "Özlem Çelik (F)", "Maria van der Skov (B)"), people={"Hans-Jørgen O'Brien": "present A", "N.J. Lund": "present V", "Hans Chr. Vang": "present C", "Özlem Çelik": "present F", "Maria van der Skov": "present B"}),
    Variant("a remark behind the party, names alike", lists("Deltagere:", "Ida Andersen, A", "Ida Andresen, V (midlertidigt medlem)"), people={"Ida Andersen": "present A", "Ida Andresen": "present V Midlertidigt medlem"}),
    Variant("those who represent somebody", lists("Deltagere:", "Forældrevalgte: Ida Holm, Bo Vang, Per Lund.", "Skolens ansatte: Eva Skov, Tove Dam.", "Fraværende:", "Elevrådet: Afbud fra Kim Bach."), people={"Ida Holm": "present", "Bo Vang": "present", "Per Lund": "present", "Eva Skov": "present", "Tove Dam": "present", "Kim Bach": "excused"}),
    Variant("remarks among other labels", lists("Medlemmer: Ida Holm (A), Bo Vang (V)", [(60, "**Bemærkninger:**"), (200, "Der er afbud fra Bo Vang.")]), people={"Ida Holm": "present A", "Bo Vang": "excused V"}),
    Variant("ved afbud", lists("Medlemmer: Ida Holm (A), Bo Vang (V)", "**Fraværende:**", "Bo Vang ved afbud"), people={"Ida Holm": "present A", "Bo Vang": "excused V"}),
    Variant("substitute in brackets behind an absence and a colon", lists("**Medlemmer**", "Ida Holm: Deltog", "Bo Vang: Afbud (Stedfortræder Eva Skov)"), people={"Ida Holm": "present", "Bo Vang": "excused", "Eva Skov": "present"}),
    Variant("remarks of several sentences", lists("Medlemmer: Ida Holm (A), Bo Vang (V), August Lund (C)", [(60, "**Bemærkninger:**"), (200, "Bo Vang medvirkede ikke i pkt. 3 om veje. August Lund deltog ikke i den lukkede del af mødet.")]), people={"Ida Holm": "present A", "Bo Vang": "partial V", "August Lund": "partial C"}),
    Variant("numbered list", lists("Deltagere:", "1. Ida Holm (A)", "2. Bo Vang (V)"), people={"Ida Holm": "present A", "Bo Vang": "present V"}),
    Variant("vacant seat", lists("Medlemmer:", "Ida Holm (A)", "Vakant, DA"), people={"Ida Holm": "present A"}),
    # Officials and guests
    *(
        Variant(f"officials {label}", lists("Medlemmer: Ida Holm (A), Bo Vang (V)", f"{label}: Torkil Dam, Mette Holk"), people={"Ida Holm": "present A", "Bo Vang": "present V"})
        for label in ("Fra forvaltningen deltog", "Øvrige deltagere", "Sekretær", "Gæster", "Fra administrationen", "Endvidere deltog", "Referent", "Embedsmænd")
    ),
    Variant("officials among the participants", lists("Deltagere:", "Ida Holm (A)", "Bo Vang (V)", "Torkil Dam, direktør", "Centerchef Mette Holk"), people={"Ida Holm": "present A", "Bo Vang": "present V"}),
    Variant("officials in a column of their own", lists([(60, "**Medlemmer**"), (300, "**Fra forvaltningen**")], [(60, "Ida Holm (A)"), (300, "Torkil Dam")], [(60, "Bo Vang (V)"), (300, "Mette Holk")]), people={"Ida Holm": "present A", "Bo Vang": "present V"}),
    # Absence in the head: labels
    *(
        Variant(f"absent-label {label}", lists("Medlemmer: Ida Holm (A), Bo Vang (V)", f"{label} Bo Vang (V)"), people={"Ida Holm": "present A", "Bo Vang": f"{status} V"})
        for label, status in (
            *(("Fraværende:", "absent"), ("Afbud:", "excused"), ("Afbud fra:", "excused"), ("Afbud fra", "excused"), ("Ikke til stede:", "absent")),
            *(("Fraværende", "absent"), ("Afbud", "excused"), ("Fraværende med afbud:", "excused"), ("Fraværende uden afbud:", "absent"), ("Der var afbud fra", "excused")),
            *(("AFBUD/FRAVÆRENDE:", "excused"), ("Afbud/Fraværende", "excused"), ("Forfald:", "excused"), ("Meldt afbud:", "excused")),
        )
    ),
    *(
        Variant(f"absence as a sentence: {said}", lists("Medlemmer: Ida Holm (A), Bo Vang (V)", said), people={"Ida Holm": "present A", "Bo Vang": f"{status} V"})
        for said, status in (
            *(("Der er afbud fra Bo Vang.", "excused"), ("Bo Vang var fraværende.", "absent"), ("Bo Vang (V) deltog ikke i mødet.", "absent")),
            *(("Bo Vang havde meldt afbud.", "excused"), ("Alle medlemmer var mødt undtagen Bo Vang.", "absent"), ("Alle medlemmer var mødt undtagen Bo Vang, der havde meldt afbud.", "excused"), ("Bo Vang (V) kunne ikke deltage.", "absent")),
            *(("Bo Vang deltog ikke under punkterne 12-15.", "partial"), ("Bo Vang (V) forlod mødet kl. 17.40 under behandling af pkt. 5.", "partial")),
            *(("Bo Vang ankom kl. 17.15.", "partial"), ("Bo Vang deltog fra punkt 3.", "partial"), ("Under punkt 5 ankom Bo Vang.", "partial")),
        )
    ),
    Variant("nobody absent: Ingen", lists("Medlemmer: Ida Holm (A), Bo Vang (V)", "Fraværende: Ingen"), people={"Ida Holm": "present A", "Bo Vang": "present V"}),
    Variant("nobody absent: sentence", lists("Medlemmer: Ida Holm (A), Bo Vang (V)", "Alle medlemmer var mødt."), people={"Ida Holm": "present A", "Bo Vang": "present V"}),
    Variant("Ingen glued to the last member", lists("Medlemmer: Ida Holm (A), Bo Vang (V) Fraværende: Ingen"), people={"Ida Holm": "present A", "Bo Vang": "present V"}),
    Variant("empty label before another label", lists("**Medlemmer**", "Ida Holm (A)", "Bo Vang (V)", "**Afbud/Fraværende**", "**Sekretær**", "Mette Holk"), people={"Ida Holm": "present A", "Bo Vang": "present V"}),
    Variant("empty label before the municipality's name", lists("Medlemmer:", "Ida Holm (A)", "Bo Vang (V)", "Fraværende:", "Granholm Kommune"), people={"Ida Holm": "present A", "Bo Vang": "present V"}),
    Variant("empty label in a table", lists([(60, "**Medlemmer**"), (200, "Ida Holm (A), Bo Vang (V)")], "", [(60, "**Afbud**")], "", [(60, "**Referent**"), (200, "Mette Holk")]), people={"Ida Holm": "present A", "Bo Vang": "present V"}),
    Variant("columns of members and absent", lists([(60, "**Medlemmer:**"), (300, "**Fraværende:**")], [(60, "Ida Holm (A)"), (300, "Bo Vang (V)")], [(60, "Bo Vang (V)")], [(60, "Per Lund (C)")]), people={"Ida Holm": "present A", "Bo Vang": "absent V", "Per Lund": "present C"}),
    Variant("flattened table: the absent once more", lists("Medlemmer:", "Fraværende:", "Ida Holm (A)", "Bo Vang (V)", "Per Lund (C)", "Bo Vang (V)"), people={"Ida Holm": "present A", "Bo Vang": "absent V", "Per Lund": "present C"}),
    Variant("flattened table on one row", lists("Medlemmer: Fraværende:", "Ida Holm (A)", "Bo Vang (V)", "Per Lund (C)", "Bo Vang (V)"), people={"Ida Holm": "present A", "Bo Vang": "absent V", "Per Lund": "present C"}),
    Variant("absent people in several lines", lists("Medlemmer: Ida Holm, Bo Vang, Per Lund", "**Fraværende**", "Bo Vang", "Per Lund"), people={"Ida Holm": "present", "Bo Vang": "absent", "Per Lund": "absent"}),
    Variant("remarks behind members", lists("Deltagere:", "Ida Holm (A)", "Bo Vang (V) - afbud", "Per Lund (C) (fraværende)", "Eva Skov (F) (ankom kl. 17.15)"), people={"Ida Holm": "present A", "Bo Vang": "excused V", "Per Lund": "absent C", "Eva Skov": "partial F"}),
    Variant("spelled in two ways", lists("Medlemmer: Agnete Fogsgaard (A), Bo Vang (V)", "Afbud: Agnete Fogsgård"), people={"Agnete Fogsgaard": "excused A", "Bo Vang": "present V"}),
    # Substitutes
    Variant("substitute in brackets is present", lists("Medlemmer: Ida Holm (A), Bo Vang (V)", "Fraværende: Bo Vang (stedfortræder: Per B. Lund)"), people={"Ida Holm": "present A", "Bo Vang": "absent V", "Per B. Lund": "present"}),
    Variant("substitute behind a stroke", lists("Medlemmer: Ida Holm (A), Bo Vang (V)", "Afbud: Bo Vang (V) - Eva Skov (V) mødte som stedfortræder."), people={"Ida Holm": "present A", "Bo Vang": "excused V", "Eva Skov": "present V"}),
    Variant("substitute herself absent", lists("Medlemmer: Ida Holm (A), Per Lund (C)", "Afbud: Per Lund, Eva Skov ( i stedet for Bo Vang)"), people={"Ida Holm": "present A", "Per Lund": "excused C", "Eva Skov": "excused"}),
    Variant("substitute as a sentence", lists("Medlemmer: Ida Holm (A), Bo Vang (V)", "Afbud: Bo Vang. Eva Skov (V) deltog som stedfortræder."), people={"Ida Holm": "present A", "Bo Vang": "excused V", "Eva Skov": "present V"}),
    Variant("substitute under a label", lists("Medlemmer: Ida Holm (A), Bo Vang (V)", "Afbud: Bo Vang", "Stedfortræder: Eva Skov"), people={"Ida Holm": "present A", "Bo Vang": "excused V", "Eva Skov": "present"}),
    Variant("label broken in a narrow column", lists([(60, "Medlemmer"), (200, "Ida Holm (A)")], [(200, "Bo Vang (V)")], [(60, "Fraværende med"), (200, "Per Lund (F)")], [(60, "afbud"), (200, "Eva Skov (C)")]), people={"Ida Holm": "present A", "Bo Vang": "present V", "Per Lund": "excused F", "Eva Skov": "excused C"}),
    Variant("labels beside lists with no room between", lists([(60, "Medlemmer"), (200, "Ida Holm (A)")], [(200, "Bo Vang (V)")], [(60, "Fraværende"), (200, "Per Lund (F)")], [(200, "Eva Skov (C)")]), people={"Ida Holm": "present A", "Bo Vang": "present V", "Per Lund": "absent F", "Eva Skov": "absent C"}),
    Variant("parties in front of their people", lists("**Til stede**", "A: Ida Holm, Bo Vang", "V: Per Lund", "**Afbud**", "V: Eva Skov"), people={"Ida Holm": "present A", "Bo Vang": "present A", "Per Lund": "present V", "Eva Skov": "excused V"}),
    Variant("there for a part", lists("**Medlemmer**", "Ida Holm (fra kl. 17.15)", "Bo Vang - til punkt 2", "Per Lund, A - afbud", "Eva Skov"), people={"Ida Holm": "partial", "Bo Vang": "partial", "Per Lund": "excused A", "Eva Skov": "present"}),
    Variant("substitute in a sentence below a list", lists("Afbud: Ida Holm og Bo Vang", "Eva Skov deltog som stedfortræder for Ida Holm."), people={"Ida Holm": "excused", "Bo Vang": "excused", "Eva Skov": "present"}),
    Variant("substitute in the list", lists("Deltagere:", "Ida Holm (A)", "Eva Skov (V), stedfortræder for Bo Vang"), people={"Ida Holm": "present A", "Eva Skov": "present V Stedfortræder"}),
    *(
        Variant(f"substitute: {said}", lists("Medlemmer: Ida Holm (A), Bo Vang (V)", *said.split("|")), people={"Ida Holm": "present A", "Bo Vang": f"{status} V", "Eva Skov": "present"})
        for said, status in (
            *(("**Fraværende**|Bo Vang (V) - stedfortræder: Eva Skov", "absent"), ("Afbud havde: Bo Vang. For Bo Vang mødte Eva Skov.", "excused")),
            *(("**Afbud**|Bo Vang, V - Eva Skov stedfortræder", "excused"), ("Eva Skov deltog i stedet for Bo Vang.", "absent")),
            *(("**Fraværende:**|Bo Vang. Som stedfortræder mødte Eva Skov.", "absent"), ("**Afbud**|Bo Vang. I stedet for Bo Vang deltog Eva Skov.", "excused")),
        )
    ),
    Variant("office with the party behind a comma", lists("Medlemmer: Ida Holm, borgmester (A), Bo Vang (V)"), people={"Ida Holm": "present A Borgmester", "Bo Vang": "present V"}),
    Variant("office and party each behind a comma", lists("Medlemmer:", "Ida Holm, Formand, (A)", "Bo Vang, Medlem, (V)"), people={"Ida Holm": "present A Formand", "Bo Vang": "present V Medlem"}),
    Variant("beginning and end without spaces", [*USUAL[:3], "Mødedato: 3. maj 2016", "Mødetidspunkt: 16:00-17:35"], says={"start_time": "16:00", "end_time": "17:35"}),
    Variant("members from somewhere", ["# Referat af møde i Handicaprådet", "3. maj 2016, 17:00-19:15, Forsamlingshuset", "**Deltagere:**", "Ida Holm, DH", "Bo Vang, Byrådet", "Per Lund, Byrådet"], people={"Ida Holm": "present DH", "Bo Vang": "present", "Per Lund": "present"}, says={"committee": "Handicaprådet", "end_time": "19:15", "place": "Forsamlingshuset"}),
    Variant("signatures on dotted lines", USUAL, end=["", "", "." * 40, [(60, "Ida Holm"), (300, "Bo Vang")]], people={"Ida Holm": "signed", "Bo Vang": "signed"}),
    Variant("who led the meeting under the absent", lists("Deltagere: Ida Holm, Bo Vang", "Afbud: Per Lund", "Mødeleder: Ida Holm", "Referent: Mette Holk"), people={"Ida Holm": "present Mødeleder", "Bo Vang": "present", "Per Lund": "excused"}),
    Variant("two labels of the absent in one row", lists("Medlemmer: Ida Holm, Bo Vang, Per Lund"), [["Afbud: Bo Vang. Fraværende: Per Lund."], []], people={"Ida Holm": "present", "Bo Vang": "partial", "Per Lund": "partial"}, absent=[["Bo Vang", "Per Lund"], []]),
    Variant("came under an item", lists("Deltagere:", "Ida Holm [Venstre] - formand", "Bo Vang [Alternativet], mødte under punkt 2"), people={"Ida Holm": "present Venstre Formand", "Bo Vang": "partial Alternativet"}),
    Variant("an office of several before their names", lists("Mødt: Borgmester Ida Holm, rådmændene Bo Vang og Per Lund."), people={"Ida Holm": "present Borgmester", "Bo Vang": "present", "Per Lund": "present"}),
    Variant("table that says who came", lists([(60, "**Navn**"), (260, "**Parti**"), (340, "**Fremmødt**")], [(60, "Ida Holm"), (260, "A"), (340, "Ja")], [(60, "Bo Vang"), (260, "V"), (340, "Afbud")], [(60, "Per Lund"), (260, "C"), (340, "Nej")]), people={"Ida Holm": "present A", "Bo Vang": "excused V", "Per Lund": "absent C"}),
    Variant("beginning and end in a column of labels", [*USUAL[:3], [(60, "**Mødedato**"), (180, "3. maj 2016")], [(60, "**Mødestart**"), (180, "13:30")], [(60, "**Mødeslut**"), (180, "15:55")], [(60, "**Medlemmer**"), (180, "Ida Holm (A) - formand, ankom kl. 14.05 under punkt 3")], [(180, "Bo Vang (V)")]], people={"Ida Holm": "partial A Formand", "Bo Vang": "present V"}, says={"start_time": "13:30", "end_time": "15:55"}),
    # Absence under items
    Variant("absent under every item", lists("Medlemmer: Ida Holm, Bo Vang"), [["Fraværende: Bo Vang"], ["Fraværende: Bo Vang"]], people={"Ida Holm": "present", "Bo Vang": "partial"}, absent=[["Bo Vang"], ["Bo Vang"]]),
    Variant("absent under every item, no list", USUAL, [["Fraværende: Bo Vang"], ["Fraværende: Bo Vang"]], people={"Bo Vang": "absent"}, absent=[["Bo Vang"], ["Bo Vang"]]),
    Variant("absent under one item", USUAL, [[], ["Afbud: Bo Vang"]], people={"Bo Vang": "partial"}, absent=[[], ["Bo Vang"]]),
    Variant("labels of their own under items", lists("Medlemmer: Ida Holm, Bo Vang"), [["**Fraværende**", "Ingen"], ["**Fraværende**", "Bo Vang"]], people={"Ida Holm": "present", "Bo Vang": "partial"}, absent=[[], ["Bo Vang"]]),
    *(
        Variant(f"under an item: {said}", lists("Medlemmer: Ida Holm (A), Bo Vang (V)"), [[said], []], people={"Ida Holm": "present A", "Bo Vang": "partial V"}, absent=[["Bo Vang"] if away else [], []])
        for said, away in (
            *(("Bo Vang (V) deltog ikke i sagens behandling.", True), ("Bo Vang var forhindret i at deltage i sagens behandling.", True)),
            *(("Ikke til stede: Bo Vang (V)", True), ("Bo Vang forlod mødet under dette punkt.", True), ("Under sagens behandling var Bo Vang ikke til stede.", True)),
            *(("Bo Vang (V) erklærede sig inhabil og deltog ikke i behandlingen.", True), ("Inhabil: Bo Vang", True), ("Bo Vang ankom kl. 17.15.", False)),
            *(("Bo Vang forlod mødet kl. 17.40 efter dette punkt.", False), ("På grund af inhabilitet deltog Bo Vang ikke i sagens behandling.", True)),
        )
    ),
    Variant("names line by line under an item", lists("Medlemmer: Ida Holm, Bo Vang, Per Lund"), [["**Fraværende**", "Bo Vang", "Per Lund"], []], people={"Ida Holm": "present", "Bo Vang": "partial", "Per Lund": "partial"}, absent=[["Bo Vang", "Per Lund"], []]),
    Variant("names in columns under an item", lists("Medlemmer: Ida Holm, Bo Vang, Per Lund"), [["**Afbud**", [(60, "Bo Vang (V)"), (220, "Per Lund (C)")]], []], people={"Ida Holm": "present", "Bo Vang": "partial V", "Per Lund": "partial C"}, absent=[["Bo Vang", "Per Lund"], []]),
    Variant("absence before the meeting was closed", lists("Medlemmer: Ida Holm, Bo Vang"), [[], ["**Fraværende**", "Bo Vang"]], ["Mødet hævet kl. 18.45"], people={"Ida Holm": "present", "Bo Vang": "partial"}, absent=[[], ["Bo Vang"]], says={"end_time": "18:45"}),
    Variant("substitute under an item", lists("Medlemmer: Ida Holm, Bo Vang"), [["Afbud: Bo Vang. Stedfortræder: Eva Skov"], []], people={"Ida Holm": "present", "Bo Vang": "partial", "Eva Skov": "present"}, absent=[["Bo Vang"], []]),
    Variant("names of another meeting's history", lists("Medlemmer: Ida Holm, Bo Vang"), [["**Sagens forløb**", "12-04-2016 Økonomiudvalget", "Anbefales. Per Lund deltog ikke."], []], people={"Ida Holm": "present", "Bo Vang": "present"}),
    Variant("substitute told once of the meeting", USUAL, [["**Fremmøde og inhabilitet:**", "Ida Holm havde meldt afbud, og Eva Skov deltog i stedet.", "Bo Vang udeblev uden afbud."], []], people={"Ida Holm": "excused", "Eva Skov": "present", "Bo Vang": "absent"}, absent=[["Ida Holm", "Bo Vang"], []]),
    Variant("who came, in the decision", USUAL, [["**Fraværende med afbud:**", "Ingen.", "**Deltagerne var:**", "1. Overborgmester Ida Holm (A)", "2. Bo Vang (V)"], []], people={"Ida Holm": "present A Overborgmester", "Bo Vang": "present V"}, absent=[[], []]),
    Variant("substitute with no sign between", [*USUAL, "**Medlemmer**", "Ida Holm (A)", "**Afbud**", "Bo Vang (V)", "**Bemærkninger**", "Afbud fra Bo Vang stedfortræder Eva Skov."], [["Afbud fra Bo Vang stedfortræder Eva Skov"], ["Afbud fra Bo Vang stedfortræder", "Eva Skov"]], people={"Ida Holm": "present A", "Bo Vang": "excused V", "Eva Skov": "present"}),
    Variant("labels at the middle of their cells", [*USUAL, [(60, "Udvalg"), (200, "Teknik- og Miljøudvalget")], "", [(200, "Ida Holm (A), Bo Vang (V), Karen")], [(60, "Mødedeltagere"), (200, "Margrethe Dam (C), Eva Skov (F), Lone")], [(200, "Birgit Mørk (V), Kaj Elkjær (A)")], "", [(60, "Fraværende"), (200, "Ingen")]], people={"Ida Holm": "present A", "Bo Vang": "present V", "Karen Margrethe Dam": "present C", "Eva Skov": "present F", "Lone Birgit Mørk": "present V", "Kaj Elkjær": "present A"}),
    Variant("members under a list of contents", [*USUAL, "**Indholdsfortegnelse:**", "1 Godkendelse af dagsorden", "2 Ny sti ved Søndersø", "**Medlemmer:**", "Lone Birgit Halskov Mørk Børge Ager", "Ida Holm", "**Fraværende:**"], people={"Lone Birgit Halskov Mørk": "present", "Børge Ager": "present", "Ida Holm": "present"}),
    Variant("substitute told among the members", lists("**Indkaldelse**", "Ida Holm", "Bo Vang", "Per Lund", "Bo Vang (V) var fraværende. I stedet deltog Eva Skov (V)", "Per Lund var fraværende under punkt 2."), people={"Ida Holm": "present", "Bo Vang": "absent V", "Per Lund": "partial", "Eva Skov": "present V"}),
    Variant("nowhere at all", USUAL, people={}, absent=[[], []]),
    # Signatures
    Variant("page of signatures with names only", USUAL, end=["---", "**Underskriftsside**", "", "Ida Holm", "", "Bo Vang"], people={"Ida Holm": "signed", "Bo Vang": "signed"}),
    Variant("signatures in pairs with offices", USUAL, end=["**Underskrifter**", "", [(60, "Ida Holm"), (300, "Bo Vang")], [(60, "Formand"), (300, "Medlem")]], people={"Ida Holm": "signed Formand", "Bo Vang": "signed Medlem"}),
    Variant("signatures of listed members", lists("Medlemmer: Ida Holm (A), Bo Vang (V)"), end=["**Underskriftsblad**", "", "Ida Holm", "", "Bo Vang"], people={"Ida Holm": "present A", "Bo Vang": "present V"}),
    Variant("signatures without a label", USUAL, end=["", "", "___________________", [(60, "Ida Holm"), (300, "Bo Vang")], "", "", [(60, "Per Lund"), (300, "Eva Skov")]], people={"Ida Holm": "signed", "Bo Vang": "signed", "Per Lund": "signed", "Eva Skov": "signed"}),
    Variant("protocol read and meeting closed", USUAL, end=["Protokollen blev læst og mødet hævet kl.: 20.35"], says={"end_time": "20:35"}),
    # Dates and times
    *(
        Variant(f"date {said}", ["Granholm Kommune", "# Referat", "**Teknik- og Miljøudvalget**", said, ""], says={"date": "2016-05-03", "start_time": "16:30"} | more)
        for said, more in (
            *(("tirsdag den 3. maj 2016 kl. 16.30", {}), ("Tirsdag d. 3. maj 2016, kl. 16:30", {}), ("03-05-2016 kl. 16.30", {}), ("03.05.2016 kl. 16.30", {})),
            *(("3/5-2016 kl. 16.30", {}), ("d.03-05-2016 kl. 16.30", {}), ("Tirsdag, Maj 3, 2016 - 16:30", {}), ("03. maj 2016 kl. 16.30", {})),
            *(("3-maj-2016 kl. 16.30", {}), ("tirsdag den 3.-4. maj 2016 kl. 16.30", {}), ("den 3. maj 2016 kl. 16,30", {}), ("den 3. maj 2016 kl. 1630", {})),
            *(("Mødedato: 3. maj 2016 Starttidspunkt: 16:30", {}), ("Dato: 03-05-16 Tid: 16.30 - 18.05", {"end_time": "18:05"})),
            *(("Mødet afholdt: tirsdag d. 3. maj 2016 kl. 16.30-18.05", {"end_time": "18:05"}), ("2016-05-03 16:30", {})),
            *(("Mødet startede den 3. maj 2016 kl. 16.30 og sluttede kl. 18.05", {"end_time": "18:05"}), ("Tirsdag den 3. maj 2016 fra kl. 16.30 til kl. 18.05", {"end_time": "18:05"})),
        )
    ),
    Variant("weekday that does not fit", ["Granholm Kommune", "# Referat", "**Teknik- og Miljøudvalget**", "Fredag den 3. maj 2016 kl. 16.30", ""], says={"date": "2016-05-03"}, finding="date-differs"),
    Variant("year in another place", ["Granholm Kommune", "# Referat 2016", "**Teknik- og Miljøudvalget**", "tirsdag d. 3. maj kl. 16.30", ""], says={"date": "2016-05-03"}),
    Variant("other dates in the head", ["Granholm Kommune", "# Referat", "**Byrådet**", "Udskrevet: 12-05-2016", "Godkendt den 10. maj 2016", "Tirsdag den 3. maj 2016 kl. 16.30", "Næste møde: 7. juni 2016"], says={"date": "2016-05-03", "start_time": "16:30"}),
    # Heads
    Variant("table head with colons", ["# Referat", [(60, "**Udvalg:**"), (200, "Byrådet")], [(60, "**Dato:**"), (200, "3. maj 2016")], [(60, "**Tidspunkt:**"), (200, "kl. 16.30 - 18.05")], [(60, "**Sted:**"), (200, "Rådhuset, mødelokale 2")], ""], says={"committee": "Byrådet", "date": "2016-05-03", "start_time": "16:30", "end_time": "18:05", "place": "Rådhuset, mødelokale 2"}),
    Variant("table head without colons", ["# Dagsorden med beslutninger", [(60, "Udvalg"), (160, "Social- og Ældreudvalget")], [(60, "Dato"), (160, "3. maj 2016")], [(60, "Tidspunkt"), (160, "16.30")], [(60, "Mødelokale"), (160, "Lokale 12")], ""], says={"committee": "Social- og Ældreudvalget", "date": "2016-05-03", "start_time": "16:30", "place": "Lokale 12", "title": "Dagsorden med beslutninger", "kind": "minutes"}),
    Variant("table head with labels over values", ["# Referat", "**Byrådet**", [(60, "**Dato**"), (200, "**Tidspunkt**"), (340, "**Sted**")], [(60, "3. maj 2016"), (200, "16.30"), (340, "Byrådssalen")], ""], says={"date": "2016-05-03", "start_time": "16:30", "place": "Byrådssalen"}),
    Variant("one line says it all", ["**Referat fra mødet i Teknisk Udvalg tirsdag den 3. maj 2016 kl. 16.30 i lokale 2**", ""], says={"committee": "Teknisk Udvalg", "date": "2016-05-03", "start_time": "16:30", "place": "lokale 2"}),
    Variant("one sentence over two lines", ["# Referat", "**Byrådet**", "Mødet blev holdt tirsdag den 3. maj 2016 kl. 16.30-18.05 i Jobcentret,", "lokale 1.12.", ""], says={"end_time": "18:05", "place": "Jobcentret, lokale 1.12"}),
    Variant("one sentence says it", ["# Åbent referat", "**Økonomiudvalget**", "Mødet blev holdt den 3. maj 2016 kl. 16.30 i Jobcentret, lokale 1.12.", ""], says={"committee": "Økonomiudvalget", "date": "2016-05-03", "start_time": "16:30", "place": "Jobcentret, lokale 1.12"}),
    Variant("meeting's number", ["# Referat", "**Udvalget for Plan og Miljø, møde nr. 5**", "3. maj 2016 kl. 16.30", ""], says={"committee": "Udvalget for Plan og Miljø", "date": "2016-05-03"}),
    Variant("committee, period and date on a line", ["# Referat", "**Byrådet 2022-2025 d. 10-01-2023**", ""], says={"committee": "Byrådet", "term": "2022-2025", "date": "2023-01-10"}),
    Variant("committee with period and short form", ["# Referat", "**Granholm Byråd 2018-2021 (GB) den 26-04-2018**", ""], says={"committee": "Granholm Byråd", "term": "2018-2021", "date": "2018-04-26"}),
    Variant("committee over two lines", ["# Referat", "**Kultur-, Fritids- og**", "**Landdistriktsudvalget**", "3. maj 2016 kl. 16.30", ""], says={"committee": "Kultur-, Fritids- og Landdistriktsudvalget"}),
    Variant("committee with the noun first over two lines", ["# Referat", "**Udvalget for natur, miljø og**", "**trafik**", "3. maj 2016 kl. 16.30", ""], says={"committee": "Udvalget for natur, miljø og trafik"}),
    Variant("committee beside the municipality", [[(60, "**Udvalget for Børn og Skole**"), (400, "**Granholm Kommune**")], "**Referat**", "3. maj 2016 kl. 16.30", ""], says={"committee": "Udvalget for Børn og Skole", "municipality": "Granholm Kommune"}),
    Variant("committee in the title's genitive", ["**Referat af Teknisk Udvalgs møde den 3. maj 2016 kl. 16.30**", ""], says={"committee": "Teknisk Udvalg", "date": "2016-05-03"}),
    Variant("region", ["Region Midtjylland", "# Referat", "**til møde i Regionsrådet**", "3. maj 2016 kl. 16.30", "i Regionsrådssalen", ""], says={"committee": "Regionsrådet", "municipality": "Region Midtjylland"}),
    Variant("glued running header", ["ReferatForUdvalget for plan, udvikling og kultur", "3. maj 2016 kl. 16.30", ""], says={"committee": "Udvalget for plan, udvikling og kultur"}),
    Variant("section 17 committee", ["# Referat", "**§ 17, stk. 4-udvalget om havnen**", "3. maj 2016 kl. 16.30", ""], says={"committee": "§ 17, stk. 4-udvalget om havnen"}),
    Variant("council of elders", ["# Referat", "**Granholm Ældreråd**", "3. maj 2016 kl. 16.30", ""], says={"committee": "Granholm Ældreråd"}),
    # Kinds of document by name
    *(
        Variant(f"kind {name}", ["Granholm Kommune", f"# {name}", "**Byrådet**", "3. maj 2016 kl. 16.30", ""], says={"title": name, "kind": "minutes"})
        for name in (
            *("Referat", "Åbent referat", "Godkendt referat", "Beslutningsreferat", "Beslutningsprotokol", "Dagsorden med beslutninger"),
            *("Dagsorden med vedtagelser", "Åben/lukket dagsorden med vedtagelser", "Tillægsreferat", "Mødereferat", "Udskrift af beslutningsprotokol"),
            *("Protokol", "Lukket referat", "Endeligt referat", "Ekstraordinært referat"),
        )
    ),
]  # fmt: skip

AGENDAS = ("Dagsorden", "Åben dagsorden", "Tillægsdagsorden", "Foreløbig dagsorden", "Lukket dagsorden")


def printed(variant: Variant, path: Path, *, decided: bool = True) -> Path:
    """The variant as a file of two items."""
    sheet = Sheet(path)
    sheet.put(variant.head)
    for place, title in enumerate(("Godkendelse af dagsorden", "Ny sti ved Søndersø"), 1):
        under = variant.items[place - 1] if variant.items else []
        sheet.put(
            [
                "",
                f"**{place}. {title}**",
                "",
                "**Sagsfremstilling**",
                "Forvaltningen har undersøgt, om stien kan anlægges i år.",
                "",
            ]
        )
        sheet.put(["**Beslutning**", "Godkendt.", *under] if decided else [])
    sheet.put(["", *variant.end])
    sheet.canvas.save()
    return path


def read(path: Path) -> tuple[Record, Minutes]:
    record = understand(path, Reading(model="none"))
    minutes = record.documents[0]
    assert isinstance(minutes, Minutes)
    return record, minutes


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_variant_is_read(variant: Variant, tmp_path: Path):
    record, minutes = read(printed(variant, tmp_path / "referat.pdf"))
    assert len(minutes.items) == 2
    if variant.people is not None:
        people = {
            row.name: " ".join(filter(None, (row.status.value, row.party, row.role)))
            for row in minutes.attendance
        }
        assert people == variant.people
        assert all(row.at for row in minutes.attendance)
        came_instead = {"Eva Skov", "Per B. Lund"} if variant.name.startswith("substitute") else set()
        stood_in = {row.name for row in minutes.attendance if row.substitute}
        assert stood_in == {name for name in came_instead & people.keys() if people[name] != "excused"}
    if variant.absent is not None:
        assert [list(item.absent) for item in minutes.items] == variant.absent
        assert all(item.decision is not None and item.decision.text == "Godkendt." for item in minutes.items)
    told = minutes.model_dump(mode="json")
    assert {name: told[name] for name in variant.says} == variant.says
    codes = {finding.code.value for finding in record.findings}
    assert variant.finding is None or variant.finding in codes


@pytest.mark.parametrize("name", AGENDAS)
def test_agenda_is_known_by_name(name: str, tmp_path: Path):
    head: list[Line] = ["Granholm Kommune", f"# {name}", "**Byrådet**", "3. maj 2016 kl. 16.30", ""]
    _, minutes = read(printed(Variant(name, head), tmp_path / "dagsorden.pdf", decided=False))
    assert minutes.kind == "agenda"
    assert minutes.title == name


def test_every_variant_has_its_own_name():
    names = [variant.name for variant in VARIANTS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("Dagsordenen godkendt, idet sag nr. 5 behandles efter sag nr. 2.", "1 2 5 3 4 6"),
        ("Pkt. 6 blev behandlet inden pkt. 3.", "1 2 6 3 4 5"),
        ("Sag nr. 4 og 5 behandles som de første punkter på dagsordenen", "4 5 1 2 3 6"),
        ("Punkt 5 rykkes op som punkt 2.", "1 5 2 3 4 6"),
        ("Punkt 3 behandles som sidste punkt.", "1 2 4 5 6 3"),
        ("Punkterne blev behandlet i rækkefølgen 1, 3, 2, 4, 6 og 5.", "1 3 2 4 6 5"),
        ("Punkt 3 behandles først på næste møde.", None),
        ("Punkt 9 behandles før punkt 3.", None),
        ("Sag 3 udgår.", None),
    ],
)
def test_order_of_treatment(said: str, order: str | None):
    found = treated_order([said], ["1", "2", "3", "4", "5", "6"])
    assert found == (tuple(order.split()) if order else None)


@pytest.mark.parametrize(
    ("title", "text", "who"),
    [
        ("Sag fra Ida Holm", "", "Ida Holm"),
        ("SAG FRA IDA HOLM OM STIER", "", "Ida Holm"),
        ("Initiativsag fra Enhedslisten - vejtræer", "", "Enhedslisten"),
        ("Gratis bus", "Ida Holm (Ø) har den 15. maj 2023 anmodet om, at sagen behandles på Byrådets møde.", "Ida Holm"),
        ("Borgerrådgiver", "Ida Holm har den 19. oktober 2015 anmodet om at få følgende optaget på dagsordenen:", "Ida Holm"),
        ("Vejtræer - forslag fra Liberal Alliance", "", "Liberal Alliance"),
        ("Vejtræer", "SF's byrådsgruppe har ved mail af 3. maj 2011 fremsat følgende forslag:", "SF"),
        ("Vejtræer", "I henhold til styrelseslovens § 11 har Ida Holm (V) indbragt følgende sag:", "Ida Holm"),
        ("Vejtræer", "Byrådsmedlem Ida Holm har anmodet om at få sagen på dagsordenen.", "Ida Holm"),
        ("Vejtræer", "Sagen behandles på foranledning af Ida Holm.", "Ida Holm"),
        ("Vejtræer", "Forslagsstiller: Ida Holm (V)", "Ida Holm"),
        ("Vejtræer", "Forslaget er stillet af Ida Holm (F).", "Ida Holm"),
        ("Vejtræer", "Enhedslisten foreslår, at der plantes træer.", "Enhedslisten"),
        ("Vejtræer", "Forvaltningen foreslår, at Venstre anmodes om at svare.", None),
        ("Ny lokalplan", "Hansen Byg har anmodet om, at lokalplanen behandles.", None),
        ("Valg til råd", "Ida Holm har bedt om at udtræde af rådet.", None),
        ("Forslag til budget", "Administrationen har udarbejdet et forslag.", None),
    ],
)  # fmt: skip
def test_who_brought_an_item(title: str, text: str, who: str | None):
    assert raised_by(title, text) == who
