"""How a promised number binds: floors, ceilings, and by how much something rises or falls."""

import re

from pipeline.danish.amounts import Amount
from pipeline.danish.pattern import Pattern
from schemas.vocabulary import Bound

_FALL = (
    r"(?:fald\w*|ned(?:bringes?|bragt|sættes|sat)|reducer\w*|mindsk\w*|sænk\w*|begræns\w*|afkort\w*"
    r"|forkort\w*|formindsk\w*|skæres|halver\w*|reduktion|nedgang|nedbringelse|reducering"
    r"|ned(?=\s+(?:fra|til|på|under|med)\b))"
)
_RISE = (
    r"(?:stig(?:e|er|et|ning\w*)|øge[rst]?|øget|hæves?|hævet|vokse[rt]?|forøge[st]?|løftes?|løftet|udvides?"
    r"|udvidet|forbedre[st]?|op(?:bringes|kvalificeres)|tilvækst|stigende|forøgelse|vækst|udvidelse"
    r"|op(?=\s+(?:fra|på|over|med)\b))"
)
BUT = (
    r"(?:(?:mindst|minimum|som\sminimum|højst|højest|maksimalt|maks\.?|max\.?|ca\.?|omkring|i\salt|yderligere"
    r"|hele|op\stil)\s+)*"
)

CHANGES = Pattern(
    "quantity-changes",
    rf"\b(?:{_FALL}|{_RISE}|ændr\w*)\b",
    matches=["skal stige fra", "nedbringes", "ændres"],
    not_matches=["tilsagn fra"],
)
"""A verb of change."""

COMPARES = Pattern(
    "quantity-compares",
    rf"\b(?:{_FALL}|{_RISE}|ændr\w*|højere|lavere|flere|færre|mere|mindre)\b",
    matches=["35 færre forløb end i 2016", "skal falde"],
    not_matches=["skal i 2017 udgøre"],
)
"""Words that set one level against another."""

FALL_BY = Pattern(
    "bound-fall-by",
    rf"\b{_FALL}\b(?:(?!\b{_RISE}\b)[^;])*\bmed\s+{BUT}$ | \b(?:et\s+|en\s+)?(?:fald|reduktion|nedgang"
    rf"|nedbringelse|reducering)\s(?:[^.;,]{{0,60}}\s)?på\s+{BUT}$",
    matches=[
        "skal falde fra december 2020 til december 2022 med ",
        "nedbringes med mindst ",
        "svarende til et fald på ",
    ],
    not_matches=["nedbringes til ", "falde til højst "],
)
"""What stands before a number by which something falls."""

RISE_BY = Pattern(
    "bound-rise-by",
    rf"\b{_RISE}\b(?:(?!\b{_FALL}\b)[^;])*\bmed\s+{BUT}$ | \b(?:en\s+|et\s+)?(?:stigning|vækst|forøgelse"
    rf"|forbedring|fremgang|tilvækst)\s(?:[^.;,]{{0,60}}\s)?på\s+{BUT}$",
    matches=["skal øges med ", "skal stige i løbet af året med mindst ", "en stigning på "],
    not_matches=["stige til ", "øges fra "],
)
"""What stands before a number by which something rises."""

TO_AT_MOST = Pattern(
    "bound-fall-to",
    rf"\b{_FALL}\b(?:(?!\b{_RISE}\b)[^;])*\btil\s+(?:(?:et\sniveau\spå|ca\.?|omkring)\s+)*$"
    r" | \bned(?:e)?\s+(?:på|under)\s+(?:ca\.?\s+)?$",
    matches=["skal begrænses til ", "nedbringes fra 14,1 pct. til ", "skal ned på "],
    not_matches=["stige til "],
)
"""A level down to which something falls."""

TO_AT_LEAST = Pattern(
    "bound-rise-to",
    rf"\b{_RISE}\b(?:(?!\b{_FALL}\b)[^;])*\btil\s+(?:(?:et\sniveau\spå|ca\.?|omkring)\s+)*$"
    r" | \bop\s+(?:på|over)\s+(?:ca\.?\s+)?$ | \bop\s+på\s[^;.]{0,40}\bog\s+$",
    matches=[
        "skal øges til ",
        "skal stige fra 61 procent til ",
        "skal op på ",
        "op på 55 procent i 2018 og ",
    ],
    not_matches=["falde til "],
)
"""A level up to which something rises."""

AT_MOST = Pattern(
    "bound-at-most",
    r"""\b(?: højst | højest | maksimalt | maksimum | maks\.? | max\.? | maximalt | som\smaksimum
      | ikke\s+(?:være\s+|have\s+|ligge\s+|gå\s+|vare\s+)?(?:over|mere\send|flere\send|overstige[r]?
      |overskride[r]?|større\send|højere\send|have\smere\send)
      | ikke\s+(?:\w+\s+){1,3}(?:mere|flere|større|højere)\s+end
      | ikke\s+(?:kom(?:me|mer)|stige[r]?|vokse[r]?|bliver?|er|nå[r]?)\s+(?:op\s+)?over
      | (?: (?<!ikke\s)(?:færre|mindre|lavere)\s+end | (?<!ikke\s)(?:under
      |op\stil) )(?=\s+(?:ca\.?\s+)?$) )(?!\w) | (?:≤|<=?)\s*$""",
    matches=[
        "≤ ",
        "må højst ",
        "maksimalt ",
        "ikke over ",
        "ikke overstige ",
        "til under ",
        "må vare mere, dog max. ",
    ],
    not_matches=["ikke under ", "mindst ", "under uddannelse er "],
)
"""Words that set a ceiling."""

AT_LEAST = Pattern(
    "bound-at-least",
    r"""\b(?: mindst(?!\s+muligt) | minimum | minimalt | som\sminimum | min\.(?=\s) | ikke\s+(?:under
      |færre\send|mindre\send|lavere\send)
      | (?<!ikke\s)(?:(?:mere|flere|højere)\s+end|over)(?=\s+(?:ca\.?\s+)?$) )(?!\w) | (?:≥|(?<![=-])>=?)\s*$""",
    matches=["> ", "Mindst ", "skal i 2017 som minimum, udgøre ", "flere end ", "ikke under ", "til over "],
    not_matches=["ikke over ", "højst ", "over for ", "260 -> "],
)
"""Words that set a floor."""

FLOOR_AFTER = Pattern(
    "bound-floor-after",
    r"^\s*,?\s*(?:eller\s+(?:derover|mere|flere)|og\s+derover|som\s+minimum|som\s+et\s+minimum)\b",
    matches=[" eller derover", " som minimum"],
    not_matches=[" eller derunder"],
)
"""Behind a number: it is a floor."""

CEILING_AFTER = Pattern(
    "bound-ceiling-after",
    r"^\s*,?\s*(?:eller\s+(?:derunder|mindre|færre)|og\s+derunder|som\s+maks\w*)\b",
    matches=[" eller derunder", " som maksimum"],
    not_matches=[" eller derover"],
)
"""Behind a number: it is a ceiling."""

FEWER_AFTER = Pattern(
    "bound-fewer-after",
    r"^\s*(?:lavere|færre|mindre|under\s+(?:(?:det|hele)\s+)?(?:\w*gennemsnit|niveau|land(?:et|ets)\b|region(?:en|ens)\b))",
    matches=[" færre end i 2015", " lavere", " under landsgennemsnittet"],
    not_matches=[" mere end gennemsnittet"],
)
"""Behind a number: by so much less."""

MORE_AFTER = Pattern(
    "bound-more-after",
    r"^\s*(?:højere|flere|mere|over\s+(?:(?:det|hele)\s+)?(?:\w*gennemsnit|niveau|land(?:et|ets)\b|region(?:en|ens)\b))",
    matches=[" højere end landsgennemsnittet", " over gennemsnittet"],
    not_matches=[" lavere"],
)
"""Behind a number: by so much more."""


def bound_of(before: str, window: str, after: str, amount: Amount) -> Bound:
    """How a promised number binds, by the words around it."""
    if amount.compared is not None:
        return Bound.increase_by if amount.compared == "flere" else Bound.decrease_by
    if FALL_BY.search(before):
        return Bound.decrease_by
    if RISE_BY.search(before):
        return Bound.increase_by
    if FEWER_AFTER.search(after):
        return Bound.decrease_by
    if MORE_AFTER.search(after):
        return Bound.increase_by
    most, least = _last(AT_MOST, window), _last(AT_LEAST, window)
    if max(most, least) > NO_WORD:
        return Bound.at_most if most > least else Bound.at_least
    if TO_AT_MOST.search(before) or CEILING_AFTER.search(after):
        return Bound.at_most
    if TO_AT_LEAST.search(before) or FLOOR_AFTER.search(after):
        return Bound.at_least
    return Bound.exactly


def sets_ceiling(before: str) -> bool:
    """Whether the clause before a number allows no more than that: "må højst stige med ", "stige med maksimalt "."""
    clause = re.split(r"[,;:]", before)[-1]
    most, least = _last(AT_MOST, clause), _last(AT_LEAST, clause)
    return most > least


NO_WORD = (-1, 0)


def _last(pattern: Pattern, window: str) -> tuple[int, int]:
    """Where the last such words end, and how long they are: "ikke flere end" goes before "flere end"."""
    return max(
        ((match.end(), match.end() - match.start()) for match in pattern.finditer(window)), default=NO_WORD
    )
