"""Sentences that say that everybody came, or everybody but some."""

import re

from pipeline.danish.pattern import Pattern
from pipeline.danish.stand_ins import PEOPLE

ALL_BUT = Pattern(
    "absence-all-but",
    rf"^(?i:(?:alle|samtlige|(?:udvalgets\s+|byrådets\s+|rådets\s+)?medlemmerne)\b[^.]{{0,40}}?(?:mødt|til\s*stede)[^.]{{0,12}}?(?:undtagen|på\s+nær|bortset\s+fra|med\s+undtagelse\s+af)(?:\s+fra)?)\s*:?\s+(?P<who>{PEOPLE})(?P<excused>,\s+(?i:der|som)\s+(?i:havde|har|er)\b[^.]*(?i:afbud|forfald))?",
    matches=[
        "Alle medlemmer var til stede undtagen Ida Holm (A).",
        "Medlemmerne var mødt, bortset fra Ida Holm, der havde meldt afbud.",
        "Alle var mødt med undtagelse af Ida Holm, der havde meldt afbud.",
    ],
    not_matches=["Alle medlemmer var til stede."],
    flags=re.NOFLAG,
)
"""All were there but these."""

ALL_LISTED_BUT = Pattern(
    "members-all-but",
    rf"^(?i:alle|samtlige|hele)\b[^.:(]{{0,50}}?\s(?i:undtagen|på\s+nær|bortset\s+fra|med\s+undtagelse\s+af|minus)\s*:?\s+(?P<who>{PEOPLE})\W*$",
    matches=["Alle byrådets medlemmer på nær Ida Holm og Bo Vang", "Hele udvalget undtagen Ida Holm (A)"],
    not_matches=["Ida Holm, Bo Vang", "Alle byrådets medlemmer"],
    flags=re.NOFLAG,
    needs=("undtage", "på nær", "bortset", "minus"),
)
"""Under a label for those who came: all of them but these."""

ALL_PRESENT = Pattern(
    "absence-none",
    r"^(?:(?:alle|samtlige)(?:\s+(?:udvalgets\s+|byrådets\s+)?medlemmer(?:ne)?)?(?:(?:\s+(?:var|er))?\s+(?:frem)?(?:mødt|til\s*stede)|\s+deltog(?:\s+i\s+mødet)?)|(?:der\s+(?:var|er)\s+)?(?:ingen\s+(?:fraværende|afbud|fravær))|(?:(?:udvalget|byrådet|rådet|kommunalbestyrelsen)\s+(?:var|er)\s+)?fuldtallig\w*|hele\s+(?:udvalget|byrådet|rådet|kommunalbestyrelsen|bestyrelsen)\s+(?:var|er)\s+(?:frem)?(?:mødt|til\s*stede))\W*$",
    matches=[
        "Alle medlemmer var mødt.",
        "Alle var til stede",
        "Der var ingen fraværende.",
        "Ingen afbud",
        "Udvalget var fuldtalligt.",
        "Hele udvalget var til stede",
    ],
    not_matches=["Alle medlemmer stemte for", "Ingen bemærkninger"],
)
"""A line that says that nobody was absent."""

ALL_EXCUSED = Pattern(
    "absence-all-excused",
    r"(?:,?\s+(?:alle|begge)|(?<=\w))\s+(?:med|m\.)\s*afbud\W*$",
    matches=["Ida Holm og Bo Vang, begge med afbud.", "Ida Holm og Bo Vang m. afbud"],
    not_matches=["Ida Holm (med afbud)", "Ida Holm, med afbud"],
)
"""Behind a list without brackets: all of it had sent regrets."""
