"""The rules by which a heading's furniture is known; `headings` says in what order it is taken off."""

import re

from pipeline.danish.case_numbers import CASE_LABEL, CASE_VALUE, CLASS_VALUE
from pipeline.danish.pattern import Pattern

LEADERS = Pattern(
    "heading-leaders",
    r"(?: \s*(?:\.\s?|…\s?){2,} (?P<page>\d{1,4}) \s*\.? | [\s.…]*(?:\.\s?){4,} | [\s.]*…[\s.…]* ) $",
    matches=[
        "Budget 2010 ............ 24",
        "Budget 2010 (C) .. 3617",
        "Budget 2010 .......",
        "Anlæg . . . . . 7",
    ],
    not_matches=["Budget 2010. 24", "Pleje m.v."],
    needs=("..", ". .", "…"),
)
"""Dots that lead to a page number, whether or not the number is still there."""

STOP_AND_LEADERS = Pattern(
    "heading-stop-and-leaders",
    r"^\.\s+\.{3}",
    matches=[". ......... 12"],
    not_matches=["....... 12", " . . . . 12"],
)
"""A title's own full stop, set off from the leaders behind it."""

ABBREVIATED = Pattern(
    "heading-abbreviated",
    r"\b(?:[^\W\d]{1,2}\.)+[^\W\d]{1,2}$",
    matches=["Pleje m.v", "Energi A.m.b.A"],
    not_matches=["Pleje", "tillæg nr.4"],
)
"""An abbreviation whose last dot the leaders swallowed."""

BARE_PAGE = Pattern(
    "heading-bare-page",
    r"^(?P<title>.*[^\W\d].*?) (?P<gap>\s+|(?<=\))) (?P<page>[1-9]\d{0,3}) (?P<stray>\s+\.)? $",
    matches=["4. Lån til havnen 42", "Lån til havnen (C)1769", "Lån til havnen 34 ."],
    not_matches=["4. 12", "Lån til havnen 42.", "Natura2000"],
)
"""A number that ends the line with no leaders before it."""

GLUED_PAGE = Pattern(
    "heading-glued-page",
    r"(?P<title>.*[a-zæøå]{3}) (?P<page>[1-9]\d{0,2}) $",
    matches=["7. Bemyndigelser11", "2. Vedtagelse af lokalplan ved Engen194"],
    not_matches=["Natura2000", "Måling af CO2", "Bilag til sag L12"],
    flags=re.NOFLAG,
)
"""A contents page number that lost the space before it."""

INNER_PAGE = Pattern(
    "heading-inner-page",
    r"""(?P<word>\b(?:og|af|for|til|ved|med|samt|vedr\.|på|om|den
      |det)) (?P<page>[1-9]\d{0,3}) \s+ (?=[a-zæøå]{3})""",
    matches=["Vedtagelse af tillæg nr. 17 og77 lokalplan nr. 4"],
    not_matches=["tillæg nr. 17 og 77 lokalplaner"],
    flags=re.NOFLAG,
)
"""The page number of a title's first line, glued to a small word when its two lines were joined."""

ASKS = Pattern(
    "heading-asks-number",
    r"""(?: (?:^|[\s(/.-]) (?: no|nummer|numre|afdeling|afsnit|delplan|projekt|sag|sagsnr|punkt|kapitel
      |version|klokken|matrikel
      |og|eller|til|samt|ultimo|primo|medio|agenda|natura|bilag|scenarie|bus|byggefelt|felt|parcel|storparcel
      |grund|grundene|skema
      |delrapport|delberetning|beretning|revisionsberetning|blok|opland|serie|højst|mindst|under|over|fra|på
      |med|af|for|de|der
      |hele|ialt|lokal?plan|lokalplanforslag|kommuneplantillæg|tillæg|kommuneplan|rammeområde|status|distrikt
      |cvr|litra
      |paragraf|maks|max|min|cirka|inden|efter|før|mellem|januar|februar|marts|april|maj|juni|juli|august
      |september|oktober
      |november|december|i|den|d|skoleåret|året|år|årene|perioden|regnskab|årsregnskab|lk
      |nr|nrn?e|nrs|afd|pkt|kap|kl|matr|pr|ca|kr|vedr|stk|ad|sct|udv|par|gl )\.?
      | [a-zæøå]+nr\.? | §+ | [-–/&+,:=] )$""",
    matches=[
        "nyt kommuneplantillæg nr.",
        "Lån, afd.",
        "Efter servicelovens §",
        "Parken og",
        "Parken 3 -",
        "projektnr.",
    ],
    not_matches=["Renovering af fortove", "Valg af formand.", "Foreningen Engen", "Parken 3"],
)
"""Words after which a number belongs to the title."""

ASKS_FEW = Pattern(
    "heading-asks-small-number",
    r"""(?:^|[\s(/.-]) (?: fase|fasen|etape|trin|del|delområde|område|uge|ugerne|hal|zone|mål|model|niveau
      |gruppe|klasse|rute|linje|linie
      |opgang|enhed|lejemål|etage|kvartal|halvår|udgave|spor|(?:motor|o)?ring|pulje|station|vindue|runde|kategori|type
      |boks|plan|opfølgning
      |delbudget|budgetopfølgning|budgetrevision|budgetkontrol|bevillingsrunde|ansøgningsrunde
      |vejklasse )$""",
    matches=["Afslutning på fase", "Videresalg - delområde", "Ny type"],
    not_matches=["Midtfase", "Renovering af fortove"],
)
"""Words after which a small number belongs to the title, and a large one is the page."""

STREET = Pattern(
    "heading-street",
    r"""[a-zæøå]{2,}(?:vej|gade|allé|alle|stræde|vænge|vænget|boulevard)$ | \b(?:vej|gade|allé|alle|plads
      |torv|boulevard)$""",
    matches=["Salg af Lærkevej", "Salg af Gamle Plads"],
    not_matches=["Salg af vejen", "Ny cykelsti"],
)
"""A street's name, after which a number is the house's or the page's: nobody can tell."""

WHOLE_YEAR = Pattern(
    "heading-whole-year",
    r"\b(?:19|20)\d\d(?:\s?[-/–]\s?(?:(?:19|20)\d\d|\d\d))?$",
    matches=["Klimaplan 2010-2020", "Budget 2012"],
    not_matches=["Klimaplan 20", "Lån på 120120"],
)
"""A year or years that end a title visibly."""

FULL_STOP = Pattern(
    "heading-full-stop",
    r"(?:[^\W\d]{3,}|\)|\d{4}|[a-zæøå]{5,}\s\d{1,3}|\b(?:m\.?v|m\.?m|m\.?fl|bl\.a|o\.l)) [.?!]$",
    matches=["Valg af formand.", "Pleje m.v.", "Klimaplan (udkast).", "Motellet, Nordvej 3."],
    not_matches=["Lokalplan nr.", "Valg af formand"],
)
"""Words that have visibly ended."""

STATE = r"(?:åbent?|lukket|closed|fortrolig|ikke[ ]offentligt?|for\s+lukkede\s+døre)"
THING = r"(?:(?:tillægs)?punkt|(?:tillægs)?sag|del|dagsorden|møde|dagsordenspunkt)"

STATE_END = Pattern(
    "heading-open-end",
    rf"""(?: \s*\({STATE}(?:\s+{THING})?\.?\) | [\s,]*(?:[-–:]\s*)?(?<!\w){STATE}\s+(?:punkt|sag|dagsorden|møde)
      | \s*[-–:]\s*{STATE}(?:\s+{THING})? | \s+(?-i:Åbent?|ÅBENT?|Lukket|LUKKET) ) \s*$""",
    matches=[
        "Lån (Åbent)",
        "Lån (lukket sag)",
        "Lån - LUKKET SAG",
        "Lån Åben sag",
        "Lån - lukket",
        "Lån - lukket del",
        "Lån Åbent",
    ],
    not_matches=["Skolen holdes åbent", "Åbne postlister", "Lån (lukket for nye)", "Genåbent"],
    needs=("åben", "lukke", "closed", "fortrolig", "offentlig"),
)
"""Åben / Lukket behind a title."""

STATE_FRONT = Pattern(
    "heading-open-front",
    rf"""^(?!{STATE}\s+dagsorden\s*[-–]\s*(?-i:[a-zæøå])) (?: \({STATE}(?:\s+{THING})?\)\s*[-–:.]* | {STATE}(?:\s+{THING})?\s*(?:[-–:]|$)
      | {STATE}\s+(?={CASE_LABEL}\s*\S|{CASE_VALUE}) | {STATE}\s+{THING}\b\.?(?=\s*\d|\s+(?-i:[A-ZÆØÅ(])) | {STATE}(?=\s+\d|\s{{2,}}\S) ) \s*""",
    matches=[
        "Lukket - Salg",
        "Closed: Salg",
        "(Åben) Lån",
        "Lukket punkt: Lån",
        "åbent 1 Lån",
        "Åbent punkt 4 Lån",
        "Lukket sag",
        "Åben Sagsnr. 12/31",
    ],
    not_matches=[
        "Åben dagsorden - godkendelse",
        "Åbne postlister",
        "Åben skole i praksis",
        "Lukkede institutioner",
        "Åbent hus på Rådhuset",
    ],
)
"""Åben / Lukket before a title or before the item's number."""

STATE_AFTER_NUMBER = Pattern(
    "heading-open-after-number",
    r"^(?:Åbent|Lukket) \s+ (?=[A-ZÆØÅ])(?!Hus|Brev|Møde|Sind|Landskab)",
    matches=["Åbent Lån til havnen", "Lukket Salg af areal"],
    not_matches=["Åbent hus", "Åben Skole", "Åbent Hus"],
    flags=re.NOFLAG,
)
"""Right after a number the word may stand without any sign."""

NUMBER_WORD = Pattern(
    "heading-number-word",
    r"""^(?:(?:dagsordens)?punkt|pkt\.?|sag|nr\.?|dagsordenspkt\.?
      |item)\s*:?\s*(?:nr\.?\s*)?(?P<number>\d{1,4}[a-z]?(?:\.\d{1,2})*)"""
    r"(?=[\s.:,)-]|$)[\s.:)–-]*",
    matches=[
        "Punkt 9 Lokalplan",
        "Pkt. 17",
        "SAG 46. Lån",
        "Sag nr. 47 Lån",
        "Nr. 14: Lån",
        "Punkt: 2 Lån",
        "Punkt nr. 5",
    ],
    not_matches=["Nr. Broby Skole", "Sager til orientering", "Punktafgifter 2012", "Sag om 3 grunde"],
)
"""A number with the word that says it is one."""

NUMBER_CODE = Pattern(
    "heading-number-code",
    r"^(?P<number>\d\d/\d{1,3}|\d\d\.\d{1,2}\.\d{1,2})(?![\d/.-])(?:\s+|$)",
    matches=["11/326 Lån", "08.42.12 Lån", "09/106"],
    not_matches=["13/4229 Lån", "30.09.2011 Lån", "00.01.00-K01-1-16", "2009/10 Skoleår"],
)
"""A number that tells year, meeting and item."""

NUMBER_LEVELS = Pattern(
    "heading-number-levels",
    r"^(?P<number>\d{1,3}(?:\.\d{1,2}){1,3})\.?\s+(?=[A-ZÆØÅ])",
    matches=["3.1 Lån", "3.1. Lån", "1.1.1 Lån"],
    not_matches=["128.1. behandling", "1.525.000 Lån", "3. Lån"],
    flags=re.NOFLAG,
)
"""A number of several levels."""

NUMBER_DOT = Pattern(
    "heading-number-dot",
    r"""^(?P<number>\d{1,4}[a-z]?) \s?\. (?:(?=\d{1,2}\.\s?[a-zæøå])|(?!\d)) [\s.…]* (?:[-–]\s+)?
      (?=\D|\d{1,3}\s?[.\s]\D|\d+$|$)""",
    matches=[
        "3. Lån",
        "10.Lån",
        "23...... Lån",
        "290 . Lån",
        "181.",
        "35. 33 boliger",
        "11. - Lån",
        "128.1. behandling",
    ],
    not_matches=["1.525.000 kr. til vej", "Lån 3. del", "30.09.2011", "3.1 Lån"],
)
"""A number with its dot, or with leaders behind it."""

NUMBER_DASH = Pattern(
    "heading-number-dash",
    r"^(?P<number>\d{1,4}[a-z]?)(?:\s+[-–|]\s*|\s*[:)]\s*)(?=\D)",
    matches=["270 - Lån", "270 – Lån", "4: Lån", "4) Lån", "4 | Lån"],
    not_matches=["4-6 årige", "270 Lån", "10:30 mødestart"],
)
"""A number with a dash, a colon or a bracket behind it."""

NUMBER_BARE = Pattern(
    "heading-number-bare",
    r"""^(?P<number>\d{1,4}|\d{1,3}\.\d{1,2}|\d{1,3}[a-z](?=\s+[A-ZÆØÅ][a-zæøå]{2}))(?:\s+(?=[A-ZÆØÅÉ"”“»(§*]|\d{1,2}\.\s)|$|(?=[A-ZÆØÅ][a-zæøå](?:[a-zæøå]|\s)
      |[A-ZÆØÅ]{4}))""",
    matches=[
        "89 Lån",
        "109Godkendelse af dagsorden",
        "1 2. behandling af budget",
        "17",
        "3.1 Lån",
        "4 (Åben) Lån",
        "84a Lån",
    ],
    not_matches=["4 nye boliger", "3F Granholm", "84a lån", "84a A/B Lån", "12 mio. kr."],
    flags=re.NOFLAG,
)
"""A number with no sign behind it, or glued to its title; the title must begin like one."""

ORDINAL = Pattern(
    "heading-ordinal",
    r"""^\d{1,2}\.\s* (?: [Bb]ehandling | (?:[a-zæøå]*(?:budget|prognose|kvartal|halvår|klasse|rapport
      |revision|opfølgning)
      |etape|sal\b|generation|udkast|viceborgmester|viceformand|forelæggelse|indberetning|udgave|del\b|fase\b
      |januar|februar
      |marts|april|maj\b|juni|juli|august|september|oktober|november|december|forhandling|verdenskrig|plads
      |præmie|rate
      |runde|suppleant|stedfortræder|næstformand)[a-zæøå]* )""",
    matches=[
        "2. behandling af budget",
        "2. Behandling af budget",
        "1. maj",
        "10. klasserne",
        "2. budgetprognose",
    ],
    not_matches=["2. Meddelelser", "3. Revisionsberetning 2007", "2. salg af grund", "2. Budget 2010"],
    flags=re.NOFLAG,
)
"""An ordinal that opens a title and is no item number."""

TYPE_END = Pattern(
    "heading-type-end",
    r"""\s*\((?P<type>(?-i:[A-ZÆØÅ])|(?-i:Orientering|Beslutning|beslutning|Drøftelse|Efterretning|Behandling
      |Temadrøftelse|Indstilling|Udtalelse)"""
    r"(?:ssag|spunkt)?)\)$",
    matches=[
        "Frigivelse af lån (B)",
        "Introduktion (Orientering)",
        "Lån (beslutning)",
        "Lån (Beslutningssag)",
    ],
    not_matches=["Lån (bevillingssag)", "Lån (SKU)", "Lån (endelig vedtagelse)"],
)
"""What is to be done with the item, in brackets behind the title."""

PARTY_BEFORE = Pattern(
    "heading-party-before",
    r"""\b(?:socialdemokrat\w*|venstre|radikale?\w*|konservativ\w*|enhedslist\w*|folkeparti\w*|alliance
      |borgerlige|alternativet|moderaterne"""
    r"""|danmarksdemokrat\w*|listen?|(?:forslag|henvendelse|anmodning|spørgsmål|forespørgsel|sag
      |initiativ)\s+fra(?:\s+(?-i:[A-ZÆØÅ])[\w.-]+){1,4})$""",
    matches=["Henvendelse fra Socialdemokraterne", "Forslag fra Ida Holm"],
    not_matches=["Orientering fra formanden", "Forslag fra udvalget om vejen"],
)
"""Words after which a letter in brackets names a party."""

CASE_END = Pattern(
    "heading-case-end",
    rf"\s*[(\[](?:{CASE_LABEL})?\s*(?P<value>{CASE_VALUE}|\d{{5,7}})[)\]]$",
    matches=["Havnetunnel (2013-151889)", "Lån (12/003502)", "Lån (Sagsnr. 13/4229)", "Lån (249393)"],
    not_matches=["Skoleår (2009/10)", "Budget (2012)", "Byggeri (2009-2013)"],
)
"""A case number in brackets behind the title."""

CASE_FRONT = Pattern(
    "heading-case-front",
    rf"^(?:(?:{CASE_LABEL})\s*(?P<value>{CASE_VALUE}|{CLASS_VALUE}|\d\d/\d{{1,3}}(?![\d/]))?|(?P<bare>{CASE_VALUE}))(?![\w/])[\s:–-]*",
    matches=[
        "Acadre sagsnr.: 16/1409 Lån",
        "Journalnr.: Lån",
        "Journalnr.: 01.02.05P16 Lån",
        "00.01.00-K01-1-16 Lån",
        "21-014448 Lån",
    ],
    not_matches=["Lån til havn", "2009/10 skoleår", "2009-2013 plan"],
)
"""A case number before the title, or its label with nothing behind it."""

CONFIDENTIAL_END = Pattern(
    "heading-confidential-end",
    r"""\((?:fortroligt?|for\s+lukkede\s+døre)(?:\s+(?:sag|punkt))?\)$
      | ^(?:lukkede\s+[^\W\d]*(?:sager|punkter)|for\s+lukkede\s+døre)\b""",
    matches=["Salg af grund (fortroligt)", "Lån (fortrolig sag)", "Lukkede orienteringssager nr. 4-6"],
    not_matches=["Fortrolighed i udvalg", "Lån (fortrolighed)", "Åbne og lukkede sager"],
)
"""A closed item whose title says so in a word of its own, which stays in it."""

PATH_END = Pattern(
    "heading-path-end",
    r"""\s+(?:[-–]\s+(?:[A-ZÆØÅ]{2,4}(?:/[A-ZÆØÅ]{2,4})*\s+[-–]\s+)*
      |(?:[A-ZÆØÅ]{2,4}(?:/[A-ZÆØÅ]{2,4})*(?:,|\s+[-–])\s+)+)(?:ØU|KB|BR|BY|MB)\.?$""",
    matches=[
        "Lån til havn - TU - ØU - KB",
        "Lån til havn - SKU/TU - ØU - KB",
        "Lån til havn - KB",
        "Lån til havn TU, ØU, KB",
        "Lån til havn ØU - KB.",
    ],
    not_matches=["Lån til havn - TVIS", "Lån til ØU", "Lån til KB.", "ØU - Lån til havn"],
    flags=re.NOFLAG,
)
"""The bodies that the item goes through, behind the title; the last can decide for the whole council."""

WEB_END = Pattern(
    "heading-web-end",
    r"\s*(?:\(vis\s+kun\s+punkt\s+(?P<number>\d+)\) | \(ingen\s+adgang\s+til\s+indhold\) | \*+)$",
    matches=["Pesticidpolitik (Vis kun punkt 226)", "Ejendomssag (Ingen adgang til indhold)", "Vedtægter *"],
    not_matches=["Vedtægter (udkast)"],
)
"""What a web page wrote behind the title."""

DECISION_GLUED = Pattern(
    "heading-decision-glued",
    r"(?<=\S)\s+Beslutning[.:]\s+\S.*$",
    matches=["Lån - ØU - KB Beslutning. Indstilling tiltrådt.", "Lån Beslutning: Godkendt."],
    not_matches=["Beslutning. Lån", "Lån. Beslutning om renter"],
    flags=re.NOFLAG,
)
"""A decision that was joined to the heading."""

CODE_FRONT = Pattern(
    "heading-code-front",
    r"^(?P<type>[BEIOD])\s+[-–]\s+(?=\S)",
    matches=["E - Valg 2009", "B - Lån"],
    not_matches=["BU - Visionen", "E-handel"],
    flags=re.NOFLAG,
)
"""One letter before the title that says what is to be done."""

CLOSED_CODE = Pattern(
    "heading-closed-code",
    r"^(?P<state>L(?:UKKET|ukket)\s+P(?:UNKT|unkt))\s+L(?P<type>[A-Z])\s+[-–]\s+",
    matches=["LUKKET PUNKT LE - ORIENTERING"],
    not_matches=["LUKKET PUNKT - ORIENTERING"],
    flags=re.NOFLAG,
)
"""A closed item whose letter follows an L for lukket."""

WRAPPED_WORD = Pattern(
    "heading-wrapped-word",
    r"(?<=[A-ZÆØÅ]{3})-\s+(?=(?!OG\b|ELLER\b|SAMT\b|TIL\b|MED\b|I\b|PÅ\b)[A-ZÆØÅ]{3})"
    r"|(?<=[a-zæøå]{2})-\s+(?=(?!og\b|eller\b|samt\b|til\b|med\b|i\b|på\b|kontra\b|hhv\b|m\.)[a-zæøå]{3})",
    matches=["ADMINISTRA- TIONSBYGNING", "virksom- hedsplan"],
    not_matches=["drifts- og anlæg", "RESTAURATIONS- OG", "Skole - indvielse"],
    flags=re.NOFLAG,
)
"""A word cut at the end of a line."""
