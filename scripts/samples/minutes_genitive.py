"""The samples of layout 5: Granholm's council, and its finance committee two weeks before."""

from samples.model import Decision, History, Item, Minutes, Part, Section, Votes
from samples.people import GRANHOLM, person

KB, OEU, BSU = "Kommunalbestyrelsen", "Økonomiudvalget", "Børne- og Skoleudvalget"
COUNCIL_DAY, FINANCE_DAY, SCHOOL_DAY = "2015-11-03", "2015-10-20", "2015-10-06"


def label(body: str, date: str, number: str) -> str:
    """ "Økonomiudvalgets beslutning den 20.10.2015 Punkt 4"."""
    year, month, day = date.split("-")
    return f"{body}s beslutning den {day}.{month}.{year} Punkt {number}"


def before(body: str, date: str, number: str, text: str) -> Section:
    """What another body decided before."""
    return Section(
        "Beslutning", text, "history", label(body, date, number), history=[History(body, date, text)]
    )


def item(
    number: str,
    title: str,
    case: str | None,
    rows: list[tuple[str, str] | Section],
    decision: Decision,
    body: str = KB,
    date: str = COUNCIL_DAY,
    away: str = "",
    after: list[tuple[str, str]] | None = None,
    **more: object,
) -> Item:
    """An item: its sections, what others decided, this meeting's decision, who was away, what follows."""
    sections = [row if isinstance(row, Section) else Section(*row) for row in rows]
    sections.append(Section("Beslutning", decision.text, printed=label(body, date, number)))
    if away:
        sections.append(Section("Fraværende", away))
    sections += [Section(*row) for row in after or []]
    return Item(number, title, sections, decision, case, **more)


V_AGAINST = [
    "Henning Brandstrup",
    "Lisbeth Munk Askær",
    "Torben Kjeldbjerg",
    "Anne-Grethe Nøhr",
    "Ole Stigaard",
    "Christian Hedelund",
]

SCHOOLS = """
Elevtallet falder fra 2.940 i 2015 til 2.610 i 2022. To af kommunens otte skoler vil i 2020 have under
100 elever, og udgiften pr. elev på de to skoler er 30 pct. højere end gennemsnittet.

Forvaltningen har undersøgt tre modeller:

+ A. Alle skoler bevares med fælles ledelse to og to

+ B. Hedeby Skole og Møllekrog Skole bliver afdelinger under Skovby Skole

+ C. Hedeby Skole og Møllekrog Skole nedlægges med udgangen af skoleåret 2016/17
"""

COUNCIL_ITEMS = [
    item(
        "1",
        "Meddelelser fra borgmesteren",
        None,
        [
            (
                "Sagsfremstilling",
                """
- Statsforvaltningen har afsluttet sagen om aktindsigt i byggeregnskabet for Nordhallen uden kritik

- Nyt fra KKR og beredskabskommissionen
""",
            )
        ],
        Decision("Taget til efterretning.", "noted"),
    ),
    item(
        "2",
        "Budgetopfølgning pr. 31. august 2015 - tillægsbevillinger og omplaceringer",
        "00.30.14-S00-11-15",
        [
            (
                "Resumé",
                """
Det forventede regnskab viser et mindreforbrug på driften på 11,6 mio. kr. og udskudte anlæg for 23,8
mio. kr. Servicerammen overholdes.
""",
            ),
            (
                "Indstilling",
                """
Forvaltningen indstiller,

+ 1. at tillægsbevillingerne i bilag 2 gives,

+ 2. at omplaceringerne i bilag 3 godkendes, og

+ 3. at opfølgningen i øvrigt tages til efterretning.
""",
            ),
            before(OEU, FINANCE_DAY, "2", "Pkt. 1-3 anbefales."),
        ],
        Decision(
            """
Pkt. 1-2 godkendt. Pkt. 3 taget til efterretning.
""",
            "mixed",
            [
                Part(["1", "2"], "approved", "Pkt. 1-2 godkendt."),
                Part(["3"], "noted", "Pkt. 3 taget til efterretning."),
            ],
        ),
        after=[
            ("Bilag", "- Bilag 1: Hovedoversigt\n- Bilag 2: Tillægsbevillinger\n- Bilag 3: Omplaceringer")
        ],
        attachments=["Bilag 1: Hovedoversigt", "Bilag 2: Tillægsbevillinger", "Bilag 3: Omplaceringer"],
    ),
    item(
        "3",
        "Fremtidig skolestruktur i Granholm Kommune - beslutning om model efter høring",
        "17.01.00-A00-3-15",
        [
            ("Sagsfremstilling", SCHOOLS),
            (
                "Høring",
                """
Der er modtaget 143 høringssvar. Begge skolebestyrelser på de berørte skoler afviser model C. Lærernes
organisation finder, at model B er den mindst indgribende.

| Svar fra | For B | For C | Imod begge ||
| Skolebestyrelser | 3 | 1 | 4 |
| Forældre og beboere | 22 | 9 | 88 |
| Øvrige | 7 | 5 | 4 |
""",
            ),
            (
                "Økonomiske konsekvenser",
                "Model B giver en besparelse på 3,1 mio. kr. fra 2018, model C på 7,9 mio. kr.",
            ),
            ("Indstilling", "Forvaltningen indstiller, at model B vedtages med virkning fra 1. august 2016."),
            before(
                BSU,
                SCHOOL_DAY,
                "5",
                """
Et flertal (A, F og Ø) anbefaler indstillingen. Et mindretal (V) kan ikke anbefale indstillingen, da
flere modeller burde have været i høring.
""",
            ),
            before(
                OEU,
                FINANCE_DAY,
                "3",
                """
Anbefales med bemærkning om, at skolebussen skal køre uændret.
""",
            ),
        ],
        Decision(
            """
Indstillingen blev vedtaget med 17 stemmer for og 8 imod.

For stemte A, F, Ø, B, C, L og Marianne Fuglsang Riis (V).

Imod stemte O samt Henning Brandstrup (V), Lisbeth Munk Askær (V), Torben Kjeldbjerg (V), Anne-Grethe
Nøhr (V), Ole Stigaard (V) og Christian Hedelund (V).

Henning Brandstrup (V) kunne ikke tiltræde beslutningen, idet høringsfristen var for kort, og fordi
afdelingsmodellen efter hans opfattelse blot udskyder en lukning.
""",
            "approved",
            votes=Votes(
                ["A", "F", "Ø", "B", "C", "L", "Marianne Fuglsang Riis"], ["O", *V_AGAINST], [], (17, 8, None)
            ),
            dissent="Henning Brandstrup (V) kunne ikke tiltræde beslutningen, idet høringsfristen var for "
            "kort, og fordi afdelingsmodellen efter hans opfattelse blot udskyder en lukning.",
        ),
        after=[("Bilag", "- Sammenfatning af høringssvar\n- Notat om modeller")],
        attachments=["Sammenfatning af høringssvar", "Notat om modeller"],
    ),
    item(
        "4",
        "Klassedannelse i skoleåret 2016/17",
        "17.01.10-P21-2-15",
        [
            (
                "Sagsfremstilling",
                """
Med det forventede antal indskrivninger skal der oprettes 14 børnehaveklasser med i gennemsnit 23,4
elever. Loftet over klassestørrelsen er 28.
""",
            ),
            ("Indstilling", "Forvaltningen indstiller, at der oprettes 14 børnehaveklasser."),
            before(BSU, SCHOOL_DAY, "6", "Anbefales."),
            before(OEU, FINANCE_DAY, "4", "Anbefales. F tager forbehold."),
        ],
        Decision(
            """
Ø stillede ændringsforslag om, at der oprettes 15 klasser. Ændringsforslaget blev forkastet med 4
stemmer for og 21 imod. For ændringsforslaget stemte Ø og F.

Indstillingen blev herefter vedtaget.
""",
            "approved",
            votes=Votes(["Ø", "F"], [], [], (4, 21, None)),
        ),
    ),
    item(
        "5",
        "Køb af Kanalgade 3 til udvidelse af rådhuset",
        "82.02.00-G01-9-15",
        [],
        Decision("Godkendt. Imod stemte L.", "approved", votes=Votes([], ["L"])),
        open=False,
    ),
    item(
        "6",
        "Revideret vedtægt for Ældrerådet",
        "27.69.40-A21-1-15",
        [
            (
                "Sagsfremstilling",
                """
Ældrerådet har bedt om, at valgperioden forlænges fra to til fire år, og at rådet fremover høres over
alle lokalplaner for boligområder. Forvaltningen kan anbefale det første, men ikke det andet.
""",
            ),
            ("Retsgrundlag", "Lov om retssikkerhed og administration på det sociale område §§ 30-33."),
            ("Indstilling", "Forvaltningen indstiller, at den reviderede vedtægt godkendes."),
            before(OEU, FINANCE_DAY, "6", "Anbefales."),
        ],
        Decision(
            """
Vedtaget med den ændring, at Ældrerådet tillige høres over lokalplaner for mere end 50 boliger.
""",
            "amended",
        ),
    ),
    item(
        "7",
        "Garanti for lån til Granholm Vandværk a.m.b.a.",
        "13.02.00-Ø60-2-15",
        [
            (
                "Sagsfremstilling",
                """
Vandværket ønsker kommunegaranti for et lån på 6,5 mio. kr. til en ny ledning under fjorden. Garantien
belaster ikke kommunens låneramme. Der opkræves en årlig provision på 0,5 pct. af restgælden.
""",
            ),
            ("Indstilling", "Forvaltningen indstiller, at garantien stilles."),
            before(OEU, FINANCE_DAY, "7", "Anbefales."),
        ],
        Decision("Godkendt.", "approved"),
        away="Erling Mosegaard (L) (inhabil)",
        absent=["Erling Mosegaard"],
    ),
    item(
        "8",
        "Forslag om ansættelse af en borgerrådgiver",
        "00.01.10-G01-4-15",
        [
            (
                "Sagsfremstilling",
                """
Nanna Elmelund (Ø) har den 19. oktober 2015 anmodet om at få følgende optaget på dagsordenen:

_ ”Kommunalbestyrelsen ansætter en borgerrådgiver, der er uafhængig af forvaltningen og refererer direkte
til Kommunalbestyrelsen.”
""",
            ),
            (
                "Forvaltningens bemærkninger",
                """
Udgiften vil være ca. 850.000 kr. om året. Ordningen kræver en ændring af styrelsesvedtægten, jf. den
kommunale styrelseslovs § 65 e.
""",
            ),
        ],
        Decision(
            """
Forslaget blev enstemmigt oversendt til behandling i Økonomiudvalget.
""",
            "referred",
            forwarded=["Økonomiudvalget"],
        ),
        raised_by="Nanna Elmelund",
    ),
    item(
        "9",
        "Valg af to medlemmer til bestyrelsen for Fonden Granholm Museum",
        "21.01.00-A30-1-13",
        [("Indstilling", "Forvaltningen indstiller, at der vælges to medlemmer for resten af perioden.")],
        Decision("Rikke Damgaard Toft (A) og Ole Stigaard (V) blev valgt.", "elected"),
    ),
    item(
        "10",
        "Spildevandsplan 2016-2020 - endelig vedtagelse",
        "06.00.05-P15-1-14",
        [
            (
                "Resumé",
                "Planen har været i høring til den 1. september 2015. Der er modtaget 16 indsigelser.",
            ),
            ("Indstilling", "Forvaltningen indstiller, at Spildevandsplan 2016-2020 vedtages endeligt."),
            before("Teknik- og Miljøudvalget", "2015-10-07", "3", "Anbefales."),
            before(OEU, FINANCE_DAY, "8", "Udsat til Kommunalbestyrelsens behandling."),
        ],
        Decision(
            """
Sagen udsættes til mødet den 1. december 2015.
""",
            "postponed",
            postponed="2015-12-01",
        ),
    ),
]

SUBSTITUTE = "Alma Dittesen"
COUNCIL = Minutes(
    "Granholm Kommune",
    KB,
    COUNCIL_DAY,
    COUNCIL_ITEMS,
    [
        person(
            name,
            "Borgmester" if name == "Birthe Lauritsen" else None,
            {"Preben Ahlefeld": "excused", "Erling Mosegaard": "partial"}.get(name, "present"),
        )
        for name in GRANHOLM
    ],
    start="18:00",
    end="21:35",
    place="Byrådssalen",
)
COUNCIL.people.append(person(SUBSTITUTE))
COUNCIL.people[-1].party = "C"
COUNCIL_FRONT = [
    ("Dato", "Tirsdag d. 3. november 2015"),
    ("Tidspunkt", "Kl. 18:00 til 21:35"),
    ("Sted", "Byrådssalen"),
    (
        "Mødedeltagere",
        ", ".join(
            f"{'Borgmester ' if name == 'Birthe Lauritsen' else ''}{name} ({party})"
            for name, party in GRANHOLM.items()
            if name != "Preben Ahlefeld"
        )
        + f", {SUBSTITUTE} (C)",
    ),
    ("Afbud", f"Preben Ahlefeld (C). {SUBSTITUTE} (C) deltog som stedfortræder."),
]

# --- the finance committee ---------------------------------------------------------------------------------


def f(number: str, title: str, case: str | None, rows: list, decision: Decision, **more: object) -> Item:
    return item(number, title, case, rows, decision, OEU, FINANCE_DAY, **more)


FINANCE_ITEMS = [
    f("1", "Godkendelse af dagsorden", None, [], Decision("Godkendt.", "approved")),
    f(
        "2",
        "Budgetopfølgning pr. 31. august 2015 - tillægsbevillinger og omplaceringer",
        "00.30.14-S00-11-15",
        [
            (
                "Sagsfremstilling",
                """
Siden opfølgningen i maj er skønnet for driften forbedret med 4,2 mio. kr. Forbedringen kommer især fra:

- førtidspension (2,3 mio. kr.)
- vintertjeneste (1,1 mio. kr.)
- renter (0,8 mio. kr.)

Af anlægsbudgettet på 96,4 mio. kr. ventes 72,6 mio. kr. brugt i år. De største forskydninger er
Nordhallens tag og byggemodningen ved Lærkevænget.
""",
            ),
            (
                "Indstilling",
                """
Forvaltningen indstiller, at Økonomiudvalget over for Kommunalbestyrelsen anbefaler,

+ 1. at tillægsbevillingerne i bilag 2 gives,

+ 2. at omplaceringerne i bilag 3 godkendes, og

+ 3. at opfølgningen i øvrigt tages til efterretning.
""",
            ),
        ],
        Decision(
            "Pkt. 1-3 anbefales.",
            "recommended",
            [Part(["1", "2", "3"], "recommended", "Pkt. 1-3 anbefales.")],
            forwarded=[KB],
        ),
    ),
    f(
        "3",
        "Fremtidig skolestruktur i Granholm Kommune - beslutning om model efter høring",
        "17.01.00-A00-3-15",
        [
            ("Sagsfremstilling", SCHOOLS),
            ("Indstilling", "Forvaltningen indstiller, at model B vedtages med virkning fra 1. august 2016."),
            before(
                BSU,
                SCHOOL_DAY,
                "5",
                """
Et flertal (A, F og Ø) anbefaler indstillingen. Et mindretal (V) kan ikke anbefale indstillingen, da
flere modeller burde have været i høring.
""",
            ),
        ],
        Decision(
            """
Anbefales med bemærkning om, at skolebussen skal køre uændret.

Henning Brandstrup (V) og Torben Kjeldbjerg (V) kunne ikke tiltræde indstillingen.
""",
            "recommended",
            dissent="Henning Brandstrup (V) og Torben Kjeldbjerg (V) kunne ikke tiltræde indstillingen.",
            untold=("votes",),
        ),
    ),
    f(
        "4",
        "Klassedannelse i skoleåret 2016/17",
        "17.01.10-P21-2-15",
        [
            ("Indstilling", "Forvaltningen indstiller, at der oprettes 14 børnehaveklasser."),
            before(BSU, SCHOOL_DAY, "6", "Anbefales."),
        ],
        Decision("Anbefales. F tager forbehold.", "recommended", untold=("dissent", "votes")),
    ),
    f(
        "5",
        "Likviditet og finansiel strategi pr. 30. september 2015",
        "00.32.10-Ø00-3-15",
        [
            (
                "Sagsfremstilling",
                """
Den gennemsnitlige likviditet var 118,4 mio. kr. Afkastet af den langsigtede portefølje er 1,9 pct. i
årets første ni måneder mod 2,6 pct. i samme periode året før.
""",
            ),
            ("Indstilling", "Forvaltningen indstiller, at orienteringen tages til efterretning."),
        ],
        Decision("Taget til efterretning.", "noted"),
    ),
    f(
        "6",
        "Revideret vedtægt for Ældrerådet",
        "27.69.40-A21-1-15",
        [("Indstilling", "Forvaltningen indstiller, at den reviderede vedtægt godkendes.")],
        Decision("Anbefales.", "recommended"),
    ),
    f(
        "7",
        "Garanti for lån til Granholm Vandværk a.m.b.a.",
        "13.02.00-Ø60-2-15",
        [("Indstilling", "Forvaltningen indstiller, at garantien stilles.")],
        Decision("Anbefales.", "recommended"),
    ),
    f(
        "8",
        "Ansøgning om tillægsbevilling til ny indgang på Skovby Skole",
        "82.06.00-G01-2-15",
        [
            (
                "Sagsfremstilling",
                """
Indgangspartiet er utæt, og automatikken i dørene kan ikke repareres. Der er indhentet tilbud på 385.000
kr., som ligger inden for prisoverslaget, men ejendomspuljen er brugt.
""",
            ),
            (
                "Indstilling",
                """
Forvaltningen indstiller, at der gives en tillægsbevilling på 385.000 kr. finansieret af kassen.
""",
            ),
        ],
        Decision(
            """
Ikke godkendt. Beløbet må findes inden for områdets egen ramme.
""",
            "rejected",
        ),
        away="Kurt Løvgren (O) deltog ikke i dette punkt.",
        absent=["Kurt Løvgren"],
    ),
    f(
        "9",
        "Forhandling om forlængelse af lejemål",
        "82.07.00-Ø54-5-15",
        [],
        Decision("Godkendt.", "approved"),
        open=False,
    ),
]
FINANCE_NAMES = [
    ("Birthe Lauritsen", "Formand"),
    ("Henning Brandstrup", "Næstformand"),
    ("Karsten Vestergaard Bach", None),
    ("Gitte Solvang", None),
    ("Steffen Kirkeby Holt", None),
    ("Torben Kjeldbjerg", None),
    ("Kurt Løvgren", None),
]
FINANCE = Minutes(
    "Granholm Kommune",
    OEU,
    FINANCE_DAY,
    FINANCE_ITEMS,
    [person(n, r, "partial" if n == "Kurt Løvgren" else "present") for n, r in FINANCE_NAMES],
    start="15:30",
    place="Mødelokale A",
)
FINANCE_FRONT = [
    ("Dato", "Tirsdag d. 20. oktober 2015"),
    ("Tidspunkt", "Kl. 15:30"),
    ("Sted", "Mødelokale A"),
    (
        "Mødedeltagere",
        "\n".join(f"~ {n} ({GRANHOLM[n]})" + (f" - {r.lower()}" if r else "") for n, r in FINANCE_NAMES),
    ),
    ("Afbud", "Ingen"),
]
