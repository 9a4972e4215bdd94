"""The samples of layout 4: minutes and an agenda of Nørremark, numbered through the year."""

from samples.model import Decision, Item, Minutes, Part, Section, Votes
from samples.people import person

COMMITTEE = "Beskæftigelses- og Integrationsudvalget"


def item(
    number: str,
    title: str,
    case: str | None,
    rows: list[tuple[str, str]],
    decision: Decision | None,
    away: str = "",
    **more: object,
) -> Item:
    """An item: its sections, then the decision and who was away."""
    sections = [Section(label, text) for label, text in rows]
    if decision:
        sections.append(Section("Beslutning", decision.text))
    if away:
        sections.append(Section("Ikke til stede", away))
    return Item(number, title, sections, decision, case, **more)


ITEMS = [
    item(
        "211",
        "Godkendelse af dagsorden",
        "00.22.02-A26-4-16",
        [],
        Decision(
            """
Godkendt. Punkt 217 behandles efter punkt 212.
""",
            "approved",
        ),
    ),
    item(
        "212",
        "Budgetopfølgning pr. 31. juli 2016 for Beskæftigelses- og Integrationsudvalgets område",
        "00.30.14-S00-9-16",
        [
            (
                "Resume",
                """
Opfølgningen viser et forventet mindreforbrug på 5,4 mio. kr. på forsørgelsesudgifter og et
merforbrug på 1,1 mio. kr. på tolkebistand og boligplacering.
""",
            ),
            (
                "Sagsfremstilling",
                """
Mindreforbruget skyldes især færre dagpengemodtagere. I første halvår var der i gennemsnit 284
fuldtidspersoner på a-dagpenge mod 331 forudsat i budgettet.

Til gengæld er antallet af sygedagpengeforløb ud over 52 uger steget. Statens refusion er her kun 20
procent, så hvert forløb koster kommunen omkring 14.000 kr. om måneden.

| 1.000 kr. | Budget | Forbrug 31/7 | Skøn for året ||
| Dagpenge til forsikrede ledige | 41.300 | 21.870 | 37.100 |
| Sygedagpenge | 29.850 | 18.440 | 31.250 |
| Kontanthjælp | 33.700 | 18.020 | 31.100 |
| Integration | 6.200 | 4.410 | 7.300 |

Skønnet bygger på, at der modtages 58 flygtninge i 2016. Udlændingestyrelsens seneste melding er 46.
""",
            ),
            (
                "Økonomi og personale",
                """
Mindreforbruget indgår i den samlede opfølgning til Økonomiudvalget.
""",
            ),
            (
                "Indstilling",
                """
Jobcenterchefen indstiller til Beskæftigelses- og Integrationsudvalget

++ 1. at budgetopfølgningen tages til efterretning, og

++ 2. at det anbefales Økonomiudvalget og Byrådet, at der overføres 1,1 mio. kr. fra
forsørgelsesudgifter til integration.
""",
            ),
        ],
        Decision(
            """
Ad 1. Taget til efterretning.

Ad 2. Anbefales.
""",
            "mixed",
            [
                Part(["1"], "noted", "Ad 1. Taget til efterretning."),
                Part(["2"], "recommended", "Ad 2. Anbefales."),
            ],
            forwarded=["Økonomiudvalget", "Byrådet"],
        ),
    ),
    item(
        "213",
        "Ny organisering af virksomhedsindsatsen",
        "15.00.00-A00-11-15",
        [
            (
                "Sagsfremstilling",
                """
Udvalget besluttede den 1. marts 2016 at få belyst, om virksomhedskonsulenterne skal arbejde i
brancheteams. Jobcentret har prøvet modellen af i bygge- og anlægsbranchen siden april.

Erfaringerne er overvejende gode:

- Virksomhederne kender deres konsulent ved navn
- Jobordrer besættes på 6 dage mod 9 før forsøget
- Konsulenterne får et større kendskab til overenskomster

Der er dog også ulemper:

- Sårbarhed ved ferie og sygdom
- Ledige, som vil skifte branche, kan opleve at blive sendt rundt:
-- fra ét team til et andet
-- uden at nogen har overblikket
""",
            ),
            (
                "Indstilling",
                """
Jobcenterchefen indstiller, at brancheteams gøres permanente og udvides til industri og sundhed.
""",
            ),
        ],
        Decision(
            """
Udvalget godkendte indstillingen med den bemærkning, at der gives en status om et år.
""",
            "approved",
        ),
        references=[("meeting", "besluttede den 1. marts 2016", "2016-03-01")],
    ),
    item(
        "214",
        "Orientering om afgørelser fra Ankestyrelsen i første halvår 2016",
        "15.20.00-P22-1-16",
        [
            (
                "Resume",
                """
Ankestyrelsen har afgjort 31 klager over jobcentret. 22 afgørelser er stadfæstet, 4 er ændret, og 5
er hjemvist til fornyet behandling.
""",
            ),
            (
                "Sagsfremstilling",
                """
Omgørelsesprocenten er dermed 29. Den var 34 i samme periode året før. De hjemviste sager handler
alle om, at lægelige oplysninger var mere end et år gamle.
""",
            ),
            ("Indstilling", "Jobcenterchefen indstiller, at orienteringen tages til efterretning."),
        ],
        Decision("Til efterretning.", "noted"),
    ),
    item(
        "215",
        "Sanktioner over for unge, der udebliver fra jobsamtaler",
        "15.20.10-G01-3-16",
        [
            (
                "Sagsfremstilling",
                """
Jørgen Lynghøj har bedt om at få sagen på dagsordenen. Han ønsker, at jobcentret skærper sin praksis,
så unge trækkes i ydelsen ved den første udeblivelse uden gyldig grund.

Jobcentret oplyser, at der i 2015 blev givet 118 sanktioner, og at reglerne i forvejen forpligter
jobcentret til at rådighedsvurdere ved hver udeblivelse. Spillerummet er alene, hvor hurtigt det sker.
""",
            ),
            ("Retsgrundlag", "Lov om aktiv socialpolitik §§ 35-39."),
            ("Indstilling", "Jobcenterchefen indstiller, at udvalget drøfter sagen."),
        ],
        Decision(
            """
Jørgen Lynghøj (C) foreslog, at rådighedsvurderingen skal ske inden for tre dage.

For forslaget stemte Jørgen Lynghøj (C) og Niels Aage Rørbæk (V). Imod stemte Lone Skytte Bøgh (A),
Kirsten Vadmand (A) og Mads Ellekilde (Ø).

Forslaget blev forkastet.
""",
            "rejected",
            votes=Votes(
                ["Jørgen Lynghøj", "Niels Aage Rørbæk"],
                ["Lone Skytte Bøgh", "Kirsten Vadmand", "Mads Ellekilde"],
            ),
        ),
        raised_by="Jørgen Lynghøj",
    ),
    item(
        "216",
        "Samarbejdsaftale med Nørremark Sprogskole",
        "18.15.05-Ø54-2-16",
        [],
        Decision(
            """
Sagen oversendes til Økonomiudvalget.
""",
            "referred",
            forwarded=["Økonomiudvalget"],
        ),
        open=False,
    ),
    item(
        "217",
        "Besøg af virksomhedsrådet og drøftelse af mangel på arbejdskraft i fiskeindustrien",
        "24.00.00-G01-6-16",
        [
            (
                "Sagsfremstilling",
                """
Virksomhedsrådets formand og to medlemmer deltager i punktet fra kl. 15.15 og fortæller om
rekruttering til havnens fire største virksomheder.
""",
            ),
            ("Indstilling", "Jobcenterchefen indstiller, at udvalget drøfter oplægget."),
        ],
        Decision(
            """
Drøftet. Udvalget beder jobcentret om et oplæg til en fælles kampagne, som kan drøftes på
møde 8. november 2016.
""",
            "discussed",
        ),
    ),
    item(
        "218",
        "Frikommuneforsøg om færre samtaler",
        "00.16.00-P20-1-16",
        [
            (
                "Sagsfremstilling",
                """
Ministeriet har åbnet for en ny runde frikommuneforsøg. Tre nabokommuner vil søge om lov til selv at
fastsætte antallet af samtaler med jobparate ledige og har spurgt, om Nørremark vil være med.

Ansøgningsfristen er den 1. november 2016. Et forsøg kan tidligst begynde den 1. juli 2017 og løber i
fire år.
""",
            ),
            (
                "Indstilling",
                """
Jobcenterchefen indstiller, at udvalget anbefaler Byrådet at indgå i ansøgningen.
""",
            ),
        ],
        Decision("Indstillingen anbefales ikke.", "rejected"),
        away="Kirsten Vadmand (A) forlod mødet under dette punkt.",
        absent=["Kirsten Vadmand"],
    ),
    item(
        "219",
        "Meddelelser",
        "00.22.02-A26-4-16",
        [
            (
                "Sagsfremstilling",
                """
- Udvalgets studietur er flyttet til uge 46.

- Ny leder af ydelseskontoret tiltræder den 1. oktober.
""",
            ),
        ],
        Decision("Intet.", "other"),
        away="Kirsten Vadmand (A)",
        absent=["Kirsten Vadmand"],
    ),
]

BIU = Minutes(
    "Nørremark Kommune",
    COMMITTEE,
    "2016-09-06",
    ITEMS,
    [
        person("Lone Skytte Bøgh", "Formand"),
        person("Niels Aage Rørbæk", "Næstformand"),
        person("Kirsten Vadmand", status="partial"),
        person("Jørgen Lynghøj"),
        person("Dorthe Præstegaard", status="absent"),
        person("Mads Ellekilde"),
    ],
    start="15:00",
    end="17:20",
    place="Jobcentret, lokale 1.12",
    title="Beslutningsprotokol",
    order=["211", "212", "217", "213", "214", "215", "216", "218", "219"],
)
BIU_FRONT = [
    ("Dato:", "Tirsdag den 6. september 2016"),
    ("Tid:", "Kl. 15.00 - 17.20"),
    ("Lokale:", "Jobcentret, lokale 1.12"),
    (
        "Medlemmer:",
        "Lone Skytte Bøgh (A) (formand), Niels Aage Rørbæk (V) (næstformand), Kirsten Vadmand (A), "
        "Jørgen Lynghøj (C), Dorthe Præstegaard (F)",
    ),
    ("Fraværende:", "Dorthe Præstegaard (F) (stedfortræder: Mads Ellekilde (Ø))"),
]

# --- an agenda of the same committee: no decisions ---------------------------------------------------------

AGENDA_ITEMS = [
    item("226", "Godkendelse af dagsorden", "00.22.02-A26-5-16", [], None),
    item(
        "227",
        "Beskæftigelsesplan 2017 - første drøftelse af mål",
        "15.00.00-P15-1-16",
        [
            (
                "Resume",
                """
Udvalget skal drøfte, hvilke mål der skal stå i næste års beskæftigelsesplan. Planen forelægges til
godkendelse i december.
""",
            ),
            (
                "Sagsfremstilling",
                """
Jobcentret lægger op til, at planen får tre mål:

+ 1. flere i lønnede timer

+ 2. færre unge uden plan

+ 3. hurtigere hjælp til sygemeldte

Til hvert mål formuleres et eller to delmål, som kan følges i jobcentrets månedsrapport.
""",
            ),
            ("Økonomi og personale", "Ingen."),
            ("Indstilling", "Jobcenterchefen indstiller, at udvalget drøfter forslag til mål."),
        ],
        None,
    ),
    item(
        "228",
        "Anvendelse af puljen til lokale jobinitiativer",
        "15.00.00-Ø40-4-16",
        [
            (
                "Sagsfremstilling",
                """
Puljen er på 240.000 kr. Der er kommet fem ansøgninger, som tilsammen lyder på 388.000 kr.

| Ansøger | Søgt | Indstillet ||
| Havnens Jobklub | 90.000 | 90.000 |
| Seniornetværket | 64.000 | 50.000 |
| Værkstedet Drivkraft | 124.000 | 100.000 |
| To øvrige | 110.000 | 0 |
""",
            ),
            ("Indstilling", "Jobcenterchefen indstiller, at puljen fordeles som vist."),
        ],
        None,
    ),
    item("229", "Valg af leverandør til mentorforløb", "88.12.00-P03-7-16", [], None, open=False),
    item("230", "Meddelelser", "00.22.02-A26-5-16", [("Sagsfremstilling", "-")], None),
]
AGENDA = Minutes(
    "Nørremark Kommune",
    COMMITTEE,
    "2016-10-04",
    AGENDA_ITEMS,
    [
        person("Lone Skytte Bøgh", "Formand"),
        person("Niels Aage Rørbæk", "Næstformand"),
        person("Kirsten Vadmand"),
        person("Jørgen Lynghøj"),
        person("Dorthe Præstegaard"),
    ],
    start="15:00",
    place="Jobcentret, lokale 1.12",
    title="Dagsorden",
    kind="agenda",
    without=("attendance",),
)
AGENDA_FRONT = [
    ("Dato:", "Tirsdag den 4. oktober 2016"),
    ("Tid:", "Kl. 15.00"),
    ("Lokale:", "Jobcentret, lokale 1.12"),
    BIU_FRONT[3],
]
