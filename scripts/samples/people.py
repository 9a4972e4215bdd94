"""The invented councils: names made up for this corpus, with the letter of each person's list."""

from samples.model import Person

GRANHOLM = {
    "Birthe Lauritsen": "A",
    "Jens Otto Kragelund": "A",
    "Mette Højrup": "A",
    "Karsten Vestergaard Bach": "A",
    "Samira Haddad": "A",
    "Poul Erik Thygesen": "A",
    "Rikke Damgaard Toft": "A",
    "Villy Skovsen": "A",
    "Henning Brandstrup": "V",
    "Lisbeth Munk Askær": "V",
    "Torben Kjeldbjerg": "V",
    "Anne-Grethe Nøhr": "V",
    "Ole Stigaard": "V",
    "Marianne Fuglsang Riis": "V",
    "Christian Hedelund": "V",
    "Bente Rosenlund": "C",
    "Preben Ahlefeld": "C",
    "Gitte Solvang": "F",
    "Asger Nymark": "F",
    "Kurt Løvgren": "O",
    "Jytte Barsøe": "O",
    "Tobias Ravnkær": "Ø",
    "Nanna Elmelund": "Ø",
    "Steffen Kirkeby Holt": "B",
    "Erling Mosegaard": "L",
}
NORREMARK = {
    "Ulla Dybkjær Lind": "V",
    "Flemming Tværmose": "V",
    "Pia Holmegaard": "V",
    "Niels Aage Rørbæk": "V",
    "Søren Egebæk": "A",
    "Lone Skytte Bøgh": "A",
    "Hassan Yildirim": "A",
    "Kirsten Vadmand": "A",
    "Jørgen Lynghøj": "C",
    "Dorthe Præstegaard": "F",
    "Mads Ellekilde": "Ø",
    "Inger Margrethe Sand": "O",
    "Bjarne Kongsted Friis": "B",
    "Line Tornbjerg": "Å",
    "Egon Havmøller": "T",
}
LYNGSO = {
    "Hanne Bredahl": "A",
    "Peter Emil Vang": "A",
    "Yvonne Krogsgaard": "A",
    "Claus Birkedommer": "V",
    "Susanne Alstrup": "V",
    "Ib Torndal": "O",
    "Maja Lindegren": "Ø",
}
LETTER = {**GRANHOLM, **NORREMARK, **LYNGSO}


def person(name: str, role: str | None = None, status: str = "present", party: bool = True) -> Person:
    """A member with the letter of the list that the page prints."""
    return Person(name, LETTER.get(name) if party else None, role, status)
