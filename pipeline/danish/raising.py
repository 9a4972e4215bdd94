"""Who brought an item: by its title, or by a sentence of its text."""

import re
from collections.abc import Iterator, Sequence

from pipeline.danish.names import LETTER, NAME, UPPER, party_names
from pipeline.danish.pattern import Pattern
from pipeline.danish.sentences import split_sentences

MOTION = r"(?:sag|forslag|anmodning|initiativsag|initiativ|initiativforslag|forespørgsel|medlemsforslag|spørgsmål|byrådsforslag|beslutningsforslag|dagsordensforslag|punkt|oplæg|ønske|sager|motion)"
MEMBER = r"(?:(?:byråds|kommunalbestyrelses|udvalgs|regionsråds|borgerrepræsentations|råds)?medlem(?:merne)?|(?:vice)?borgmester|rådmand|formand(?:en)?)"
DATE = r"(?:(?:den|d\.|af)\s+[\d./-]+\s?(?:[a-zæøå]+\s\d{4}\s)?)"
WHEN = rf"(?:(?:med\s+henvisning\s+til|i\s+(?:henhold|medfør)\s+(?:til|af)|jf\.?)\s+(?:[^.:]|stk\.|pkt\.){{1,60}}?\s)?(?:(?:i|ved|pr\.?|via)\s+(?:en\s+)?(?:e-?mail|mail|brev|skrivelse)\s+)?{DATE}?(?:\w+\s+){{0,2}}?"
"""Between "har" and what was done: "i mail af 4. april 2012", "den 15. maj"."""

ASKED = (
    r"(?:anmodet\s+om|ønsket|bedt\s+om|begæret|fremsat|rejst|indsendt|fremsendt|indbragt|stillet|foreslået)"
)
SHORT = r"(?:SF|DF|LA|RV|KD|NB|DD)"
PARTY = rf"(?:{party_names()}|{SHORT}|[{UPPER}](?=['’]?s?\s+\w*gruppe))"
WHO = rf"(?=[{UPPER}])(?:{PARTY}(?:['’]?s?\s+(?:byråds|kommunalbestyrelses|regionsråds)?gruppe)?(?![\w-])|{NAME})"

RAISED_BY = Pattern(
    "raised-by",
    rf"""^(?i:(?:lukket\s*[-:]\s*)?{MOTION})\s+(?i:til\s+dagsordenen\s+)?(?i:rejst\s+af|stillet\s+af|fra|af|v/)\s+
      (?i:{MEMBER}\s+)?
      (?P<who>(?:{NAME}|{LETTER}|[A-ZÆØÅ]\w+)(?:\s*\({LETTER}\))?(?:(?:,\s+|\s+og\s+|\s+samt\s+)(?:{NAME}
      |{LETTER}(?!\w)|[A-ZÆØÅ][a-zæøå]\w+)(?:\s*\({LETTER}\))?)*
      (?:\s+(?:byrådsgruppe|folkeparti|folkepartis|venstre|alliance|borgerlige)\b)?)(?=\s+(?:om|vedr
      |vedrørende|til|på|ang|angående|i|ad|af|for|med)\b|\s*[-–:.,(]|\s*$)""",
    matches=[
        "Sag fra Ida Holm",
        "Forslag fra Venstre om nye veje",
        "Anmodning fra Ida Holm (A) om notat",
        "Initiativsag fra Enhedslisten - Vejtræer",
    ],
    not_matches=["Sag om veje", "Forslag til budget", "Henvendelse om støj", "Høringssvar fra Ida Holm"],
    flags=re.NOFLAG,
)
"""A title that says who brought the item."""

RAISED_BEHIND = Pattern(
    "raised-by-behind",
    rf"""[-–:,(]\s*(?:(?i:{MOTION})\s+(?i:fra|af)|(?:(?i:{MOTION})\s+)?(?i:rejst\s+af|stillet\s+af|fremsat\s+af))\s+(?i:{MEMBER}\s+)?
      (?P<who>(?P<party>{party_names()}|{LETTER})|{NAME}(?P<letter>\s*\({LETTER}\))?)\s*\)?$""",
    matches=[
        "Vejtræer - forslag fra Liberal Alliance",
        "Bus (sag rejst af Ida Holm (A))",
        "Bus, stillet af Venstre",
    ],
    not_matches=["Vejtræer - ansøgning fra Venstre", "Forslag fra Venstre"],
    flags=re.NOFLAG,
)
"""A title that says so at its end."""

RAISED_IN_TEXT = Pattern(
    "raised-by-text",
    rf"""(?<!vegne\saf\s)(?:(?P<who>{WHO})(?P<party>\s*\({LETTER}\))?\s+(?:(?:har|havde)\s+{WHEN}{ASKED}|(?:fremsætter|stiller|rejser|indbringer|anmoder\s+om|beder\s+om)(?=\s))
        (?:[^.:]|\d\.){{0,70}}?(?:(?P<agenda>optage[ts]|optagelse|dagsorden|sat\s+på|på\s+[\w-]+s\s+møde|på\s+mødet)
          |behandle[ts]|drøfte[rst]|belyst|følgende\s+(?:spørgsmål|forslag|sag))
      |(?:har|havde)\s+(?P<who4>{WHO})(?P<party4>\s*\({LETTER}\))?\s+{WHEN}{ASKED}
        (?:[^.:]|\d\.){{0,70}}?(?:optage[ts]|dagsorden|behandle[ts]|følgende\s+(?:spørgsmål|forslag|sag))
      |\b(?:anmodning|ønske|begæring|initiativ|foranledning|opfordring)\s+(?:fra|af)\s+(?:{MEMBER}\s+)?
        (?P<who2>{WHO})(?:\s*\({LETTER}\))?\s+(?:er|optages|behandles)
      |\b(?:optage[ts]|dagsordenen|behandles|rejst)\b[^.\n]{{0,30}}?\s(?:efter|på)\s+(?:anmodning|ønske|begæring|initiativ|foranledning|opfordring)\s+
        (?:fra|af)\s+(?:{MEMBER}\s+)?(?P<who3>{WHO})
      |^(?:(?:Medlems|Beslutnings)?[Ff]orslaget|Sagen|Punktet|Initiativet)\s+er\s+(?:stillet|rejst|fremsat|indbragt)\s+af\s+(?:{MEMBER}\s+)?(?P<who6>{WHO})
      |^(?:Forslagsstiller(?:e|en|ne)?|(?:Stillet|Rejst|Fremsat)\s+af)\s*:\s*(?:{MEMBER}\s+)?(?P<who5>{WHO}))""",
    matches=[
        "Ida Holm har anmodet om at få følgende sag optaget",
        "Efter anmodning fra Ida Holm optages sagen",
        "Ida Holm (A) har ønsket sagen optaget",
        "Ida Holm (A) har den 15. maj 2023 anmodet om, at sagen behandles",
        "Ida Holm har bedt om at få sagen på dagsordenen",
        "SF's byrådsgruppe har ved mail af 3. maj 2011 fremsat følgende forslag",
        "I henhold til § 11 har Ida Holm (A) indbragt følgende sag",
        "Punktet er optaget på dagsordenen efter anmodning fra Ida Holm.",
        "Forslagsstiller: Ida Holm (A)",
        "Medlemsforslaget er stillet af Ida Holm (A).",
    ],
    not_matches=[
        "Ida Holm orienterede om sagen",
        "Anmodning fra Ida Holm om orlov",
        "Ida Holm har bedt om orlov",
        "Sagen behandles efter høring af Ida Holm",
    ],
    flags=re.NOFLAG,
)
"""A sentence that says who brought the item."""

PARTY_PROPOSES = Pattern(
    "raised-by-party",
    rf"\A(?P<who>{PARTY})(?:['’]?s?\s+(?:byråds|kommunalbestyrelses|regionsråds)?gruppe)?\s+(?:foreslår|stiller|fremsætter|anmoder|ønsker\s+(?:følgende|at\s+\w+\s+(?:drøftet|behandlet|optaget)))\b",
    matches=["Enhedslisten foreslår, at der etableres", "Venstres byrådsgruppe stiller følgende forslag"],
    not_matches=["Enhedslisten foreslog", "Udvalget foreslår", "På mødet foreslår Venstre"],
    flags=re.NOFLAG,
)
"""A case text that begins with the party that makes the motion."""

PARTY_MOTION = Pattern(
    "raised-by-party-motion",
    rf"\A(?i:{MOTION})\s+(?:fra|af)\s+(?P<who>{PARTY})(?:['’]?s?\s+(?:byråds|kommunalbestyrelses|regionsråds)?gruppe)?\s+om\b",
    matches=["Forslag fra Enhedslisten om flere cykelstier", "Initiativsag fra SF's byrådsgruppe om skov"],
    not_matches=["Forslag fra forvaltningen om takster", "Enhedslisten om skov"],
    flags=re.NOFLAG,
)
"""A case text that begins with whose motion it is."""

RAISING = (
    *("anmod", "ønske", "bedt om", "begær", "fremsat", "fremsætter", "stiller følgende", "rejst", "rejser følgende", "indbringer", "beder om", "indsendt", "fremsendt", "indbragt", "stillet", "foreslået", "initiativ"),
    *("foranledning", "opfordring", "forslagsstiller"),
)  # fmt: skip
"""A sentence without any of it says nothing of who brought the item."""

OWN_MEMBER = re.compile(rf"^{MEMBER}\s+", re.IGNORECASE)
GROUP = Pattern(
    "raised-by-group",
    r"['’]?s?\s+(?:byråds|kommunalbestyrelses|regionsråds)?gruppe$",
    matches=["Venstres byrådsgruppe", "Borgerlistens gruppe"],
    not_matches=["gruppen Ida", "Venstre"],
    flags=re.NOFLAG,
)
"""Behind a party: its group in the council."""


def raised_by(title: str, text: str = "", members: Sequence[str] = ()) -> str | None:
    """Who brought an item: from its title ("Sag fra Ida Holm", "Forslag fra Venstre om veje"), else its text.

    Args:
        title: The item's title; in capitals it is read as it would be written.
        text: Its case text.
        members: Names of members: who asks for anything but a place on the agenda must be one of them, or have a
            party's letter, since citizens and firms ask too.

    Returns:
        The name or names without party letters, as printed, or None.
    """
    title = " ".join(title.split())
    if title.isupper():
        title = re.sub(
            r"\b(?:Fra|Af|Om|Til|På|Og|Vedr|Vedrørende|Stillet|Rejst|Angående|I|For|Med)\b",
            lambda word: word[0].lower(),
            title.title(),
        )
    match = RAISED_BY.match(title)
    if match is not None:
        return re.sub(rf"\s*\({LETTER}\)", "", match["who"]).strip() or None
    behind = RAISED_BEHIND.search(title)
    if behind is not None:
        who = re.sub(rf"\s*\({LETTER}\)$", "", behind["who"])
        if behind["party"] or behind["letter"] or who in members:
            return who
    first = PARTY_PROPOSES.match(text) or PARTY_MOTION.match(text)
    found = {first["who"].removesuffix("s") if GROUP.search(first[0]) else first["who"]} if first else set()
    found.update(_in_text(text, members))
    return found.pop() if len(found) == 1 else None


def _in_text(text: str, members: Sequence[str]) -> Iterator[str]:
    """Whom the sentences of a text name."""
    low = text.lower()
    if not any(word in low for word in RAISING):
        return
    for start, end in split_sentences(text):
        sentence = text[start:end]
        low = sentence.lower()
        if not any(word in low for word in RAISING):
            continue
        for one in RAISED_IN_TEXT.finditer(sentence):
            printed = next(
                one[group] for group in ("who", "who2", "who3", "who4", "who5", "who6") if one[group]
            )
            who = OWN_MEMBER.sub("", GROUP.sub("", printed))
            known = who != printed or who in members or _is_party(who)
            if (
                known
                or one["who2"]
                or one["who3"]
                or one["who5"]
                or one["who6"]
                or one["agenda"]
                or one["party"]
                or one["party4"]
            ):
                yield who


def _is_party(name: str) -> bool:
    """Whether a name is a party's."""
    return re.fullmatch(PARTY, name) is not None
