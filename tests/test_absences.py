"""Who was absent, came late, left or stood in, as clerks say it among a decision's words."""

import pytest

from pipeline.danish.absences import Absence
from pipeline.danish.decisions import read_decision

# fmt: off
SAID = {
    "Afbud fra Rikke Boel.": "Rikke Boel excused",
    "Afbud: Rikke Boel (V) og Tom Hald (A).": "Rikke Boel excused, Tom Hald excused",
    "Fraværende: Hans Eskildsen": "Hans Eskildsen absent",
    "Fraværende:\nIngen": "",
    "Fraværende: -": "",
    "Fraværende med afbud: Karen Lindholt, Bo Vinther": "Karen Lindholt excused, Bo Vinther excused",
    "Ikke til stede: Mads Hvid (F).": "Mads Hvid absent",
    "Der var afbud fra Lise Brogaard og Peter Damgaard.": "Lise Brogaard excused, Peter Damgaard excused",
    "Lise Brogaard havde meldt afbud.": "Lise Brogaard excused",
    "Lise Brogaard og Tom Hald var fraværende.": "Lise Brogaard absent, Tom Hald absent",
    "Gitte Hald (V) deltog ikke i mødet.": "Gitte Hald absent",
    "Gitte Hald var ikke til stede under behandlingen af punktet.": "Gitte Hald partial",
    "Fraværende: Bent Skov (V). Stedfortræder: Ole Nørbæk (V).": "Ole Nørbæk present, Bent Skov absent",
    "Afbud: Bent Skov, i stedet mødte Ole Nørbæk.": "Ole Nørbæk present, Bent Skov excused",
    "Ole Nørbæk deltog som stedfortræder for Bent Skov.": "Ole Nørbæk present for Bent Skov",
    "For Bent Skov mødte Ole Nørbæk.": "Ole Nørbæk present for Bent Skov",
    "Bent Skov havde forfald. Ole Nørbæk deltog i hans sted.": "Bent Skov excused, Ole Nørbæk present",
    "Afbud fra Bent Skov (V), suppleant Ole Nørbæk (V) deltog.": "Ole Nørbæk present, Bent Skov excused",
    "Alle medlemmer var mødt med undtagelse af Bent Skov (V), der havde meldt afbud.": "Bent Skov excused",
    "Alle var til stede undtagen Bent Skov, for hvem stedfortræderen Ole Nørbæk var indkaldt.": "Bent Skov absent, Ole Nørbæk present",
    "Alle var til stede.": "",
    "Alle medlemmer deltog i mødet.": "",
    "Ida Krogh forlod mødet kl. 18.05.": "Ida Krogh partial",
    "Ida Krogh ankom kl. 16.20 under behandlingen af punkt 3.": "Ida Krogh partial",
    "Ida Krogh deltog fra punkt 4.": "Ida Krogh partial",
    "Ida Krogh forlod mødet efter punkt 7.": "Ida Krogh partial",
    "Ida Krogh deltog ikke i behandlingen af punkt 2-4.": "Ida Krogh partial",
    "Ida Krogh erklærede sig inhabil og forlod lokalet under sagens behandling.": "Ida Krogh partial",
    "Ida Krogh blev erklæret inhabil og deltog ikke i sagens behandling.": "Ida Krogh partial",
    "Ikke til stede: Søren Agerskov, Birgit Holm samt Jens Toft.": "Søren Agerskov absent, Birgit Holm absent, Jens Toft absent",
    "Fraværende: Søren Agerskov (ferie) og Birgit Holm (syg)": "Søren Agerskov absent, Birgit Holm absent",
    "Fravær: Søren Agerskov": "Søren Agerskov absent",
    "Afbud\nSøren Agerskov\nBirgit Holm": "Søren Agerskov excused, Birgit Holm excused",
    "Fraværende Søren Agerskov (A)": "Søren Agerskov absent",
    "Afbud fra: Jens Toft (C)": "Jens Toft excused",
    "Fraværende: Borgmester Jens Toft.": "Jens Toft absent",
    "Meldt afbud: Jens Toft, Anne Rosenvang": "Jens Toft excused, Anne Rosenvang excused",
    "Jens Toft var forhindret i at deltage.": "Jens Toft absent",
    "Anne Rosenvang var fraværende fra kl. 17.30.": "Anne Rosenvang partial",
    "Fraværende: Pia Munk under punkt 3": "Pia Munk partial",
    "Pia Munk og Niels Juhl deltog ikke i punkt 5 på grund af inhabilitet.": "Pia Munk partial, Niels Juhl partial",
    "Afbud fra Erik Fuglsang, Tove Mørk samt Kaj Elkjær": "Erik Fuglsang excused, Tove Mørk excused, Kaj Elkjær excused",
    "Fraværende m. afbud: Erik Fuglsang": "Erik Fuglsang excused",
    "Fraværende uden afbud: Erik Fuglsang": "Erik Fuglsang absent",
    "Ej til stede: Erik Fuglsang (B)": "Erik Fuglsang absent",
    "Erik Fuglsang ikke til stede.": "Erik Fuglsang absent",
    "Erik Fuglsang (B) fraværende.": "Erik Fuglsang absent",
    "Erik Fuglsang var ikke mødt.": "Erik Fuglsang absent",
    "Fra mødet var fraværende: Erik Fuglsang": "Erik Fuglsang absent",
    "Afbud: Erik Fuglsang (stedfortræder Tove Mørk)": "Tove Mørk present, Erik Fuglsang excused",
    "Afbud: Erik Fuglsang - Tove Mørk deltog som suppleant": "Tove Mørk present, Erik Fuglsang excused",
    "Afbud fra Erik Fuglsang. Tove Mørk mødte i stedet.": "Erik Fuglsang excused, Tove Mørk present",
    "Tove Mørk mødte i stedet for Erik Fuglsang.": "Tove Mørk present for Erik Fuglsang",
    "Tove Mørk (F) var indkaldt som stedfortræder for Erik Fuglsang (F).": "Tove Mørk present for Erik Fuglsang",
    "Stedfortræder for Erik Fuglsang: Tove Mørk": "Tove Mørk present for Erik Fuglsang",
    "Erik Fuglsang deltog ikke. Stedfortræder Tove Mørk deltog.": "Erik Fuglsang absent, Tove Mørk present",
    "Erik Fuglsang kom til stede kl. 15.40.": "Erik Fuglsang partial",
    "Erik Fuglsang mødte kl. 15.40.": "Erik Fuglsang partial",
    "Erik Fuglsang gik kl. 17.15.": "Erik Fuglsang partial",
    "Erik Fuglsang forlod mødet kl. 17.15 efter behandlingen af punkt 6.": "Erik Fuglsang partial",
    "Erik Fuglsang deltog ikke under dette punkt.": "Erik Fuglsang partial",
    "Erik Fuglsang deltog indtil kl. 18.": "Erik Fuglsang partial",
    "Erik Fuglsang var forhindret i at deltage i behandlingen af dette punkt.": "Erik Fuglsang partial",
    "Erik Fuglsang var inhabil og deltog ikke i punktet.": "Erik Fuglsang partial",
    "Erik Fuglsang og Tove Mørk forlod mødet under behandlingen af punktet pga. inhabilitet.": "Erik Fuglsang partial, Tove Mørk partial",
    "Erik Fuglsang var fraværende under punkterne 3-7.": "Erik Fuglsang partial",
    "Ingen fraværende.": "",
    "Alle mødt.": "",
    "Samtlige medlemmer var mødt.": "",
    "Fraværende: Ingen.": "",
    "Fraværende:\nErik Fuglsang\nTove Mørk": "Erik Fuglsang absent, Tove Mørk absent",
    "Inhabil: Erik Fuglsang": "Erik Fuglsang partial",
    "Afbud: E. Fuglsang, T. Mørk": "E. Fuglsang excused, T. Mørk excused",
    "Afbud Erik Fuglsang og Tove Mørk.": "Erik Fuglsang excused, Tove Mørk excused",
    "Erik Fuglsang (A), Tove Mørk (F) og Kaj Elkjær (V) havde meldt afbud til mødet.": "Erik Fuglsang excused, Tove Mørk excused, Kaj Elkjær excused",
    "Følgende var fraværende: Erik Fuglsang og Tove Mørk.": "Erik Fuglsang absent, Tove Mørk absent",
    "Erik Fuglsang har orlov. Tove Mørk deltager som stedfortræder.": "Erik Fuglsang absent, Tove Mørk present",
    "Afbud var modtaget fra Lise Dam.": "Lise Dam excused",
    "Lise Dam sendte afbud grundet sygdom.": "Lise Dam excused",
    "Lise Dam (A) og Ole Friis (V) var begge fraværende.": "Lise Dam absent, Ole Friis absent",
    "Lise Dam var fraværende pga. ferie.": "Lise Dam absent",
    "Fraværende (med afbud): Lise Dam": "Lise Dam excused",
    "Ikke til stede ved punktets behandling: Lise Dam": "Lise Dam partial",
    "Lise Dam var ikke tilstede ved sagens behandling.": "Lise Dam partial",
    "Lise Dam forlod mødet før punktets behandling.": "Lise Dam partial",
    "Lise Dam kom ind i mødet kl. 16.45.": "Lise Dam partial",
    "Lise Dam deltog i mødet fra kl. 16.45.": "Lise Dam partial",
    "Lise Dam var til stede fra punkt 3.": "Lise Dam partial",
    "Lise Dam trådte ud af lokalet under behandlingen.": "Lise Dam partial",
    "Ole Friis var stedfortræder for Lise Dam.": "Ole Friis present for Lise Dam",
    "Lise Dam var fraværende og erstattet af Ole Friis.": "Lise Dam absent, Ole Friis present",
    "Afbud: Lise Dam (A), Ole Friis (V).": "Lise Dam excused, Ole Friis excused",
    "Afbud: Lise Dam og Ole Friis. Kim Bach og Eva Riis deltog som stedfortrædere.": "Lise Dam excused, Ole Friis excused, Kim Bach present, Eva Riis present",
    "Fraværende: Lise Dam (A). I stedet mødte Kim Bach (A).": "Kim Bach present, Lise Dam absent",
    "Udvalget var fuldtalligt.": "",
    "Lise Dam deltog ikke i mødet. I stedet deltog Kim Bach som stedfortræder.": "Lise Dam absent, Kim Bach present",
    "Lise Dam deltog i stedet for Ole Friis og Kim Bach (A) deltog i stedet for Eva Riis": "Lise Dam present for Ole Friis, Kim Bach present for Eva Riis",
    "Lise Dam og Ole Friis var forhindrede i at deltage i sagens behandling.": "Lise Dam partial, Ole Friis partial",
    "Alle udvalgets medlemmer var til stede.": "",
}
# fmt: on
"""Invented lines under a decision, each first answered by reading: the people with their status, and for whom they stood."""


def told(absence: Absence) -> str:
    instead = f" for {absence.substitute_for}" if absence.substitute_for else ""
    return f"{absence.name} {absence.status}{instead}"


@pytest.mark.parametrize("text", SAID, ids=lambda text: text[:60].replace("\n", " / "))
def test_the_absent_are_told_and_are_no_part_of_the_decision(text: str) -> None:
    read = read_decision(["Godkendt.", *text.split("\n")])
    assert ", ".join(map(told, read.absences)) == SAID[text]
    assert read.text == "Godkendt."
