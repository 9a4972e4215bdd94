"""The second sample of layout 2: the council of Nørremark."""

from samples.minutes_decision_first import first, k
from samples.model import Item, Minutes, Part, Votes
from samples.people import person

HASSAN = "Hassan Yildirim"
OEU = "Økonomiudvalget"


def b(
    number: str,
    title: str,
    case: str | None,
    text: str,
    outcome: str,
    rows: list[tuple[str, str]],
    away: list[str] | None = None,
    **more: object,
) -> Item:
    gone = [HASSAN, *(away or [])]
    return k(
        number, title, case, text, outcome, rows, away=gone, line=f"Ikke til stede: {', '.join(gone)}", **more
    )


PLAN_VOTES = Votes(
    ["V", "C", "O", "B", "Egon Havmøller", "Lone Skytte Bøgh"],
    ["F", "Ø", "Å", "Søren Egebæk", "Kirsten Vadmand"],
    [],
    (9, 5, None),
)
BUS_VOTES = Votes(["Ø", "F", "Å"], ["V", "A", "C", "O", "Egon Havmøller"], ["B"], (3, 10, None))

BYRAAD_ITEMS = [
    b(
        "1",
        "Godkendelse af dagsorden",
        "23-000104",
        "Dagsordenen blev godkendt.",
        "approved",
        [("Indstilling", "Administrationen indstiller, at dagsordenen godkendes.")],
    ),
    b(
        "2",
        "Spørgetid",
        "23-000105",
        """
Lis Overby spurgte til lukketider på genbrugspladsen i Ravnsø. Borgmesteren besvarede spørgsmålet.
""",
        "other",
        [
            (
                "Sagsbeskrivelse",
                """
Borgere i Nørremark Kommune kan stille spørgsmål til Byrådet i den første halve time af mødet:

- Spørgsmål skal være administrationen i hænde senest fredagen før
- Der er afsat fem minutter til spørgsmål og svar
- Et spørgsmål må ikke angå personer, der ikke er valgt
""",
            ),
        ],
    ),
    b(
        "3",
        "Mageskifte af areal ved Industrivej 14-20",
        "22-018811",
        """
Byrådet godkendte Økonomiudvalgets indstilling.
""",
        "approved",
        [],
        labelled=False,
        open=False,
    ),
    b(
        "4",
        "Regnskab 2022 - godkendelse og oversendelse til revisionen",
        "23-004402",
        """
+ 1. Årsregnskabet blev godkendt.

+ 2. Oversendes til revisionen.

+ 3. Taget til efterretning.
""",
        "mixed",
        [
            ("Sagsprocedure", "Økonomiudvalget og Byrådet."),
            (
                "Resume",
                """
Regnskabet viser et overskud på den skattefinansierede drift på 41,7 mio. kr., hvilket er 6,2 mio. kr. bedre
end det oprindelige budget. Anlægsudgifterne blev 58,3 mio. kr.
""",
            ),
            (
                "Indstilling",
                """
Administrationen indstiller,

+ 1. at årsregnskab 2022 godkendes,

+ 2. at regnskabet oversendes til revisionen, og

+ 3. at oversigten over uforbrugte rådighedsbeløb tages til efterretning.
""",
            ),
            (
                "Sagsbeskrivelse",
                """
Hovedtallene fremgår af tabellen.

| Mio. kr. | Budget 2022 | Regnskab 2022 | Afvigelse ||
| Indtægter i alt | -1.204,6 | -1.211,3 | -6,7 |
| Driftsudgifter | 1.161,9 | 1.162,8 | 0,9 |
| Renter | 7,2 | 6,8 | -0,4 |
| Resultat af ordinær drift | -35,5 | -41,7 | -6,2 |
| Anlæg | 71,0 | 58,3 | -12,7 |

Afvigelsen på indtægter skyldes især grundskyld og en efterregulering af beskæftigelsestilskuddet for 2021.
De mange udskudte anlægsprojekter hænger sammen med prisudviklingen på byggematerialer i foråret 2022.

Den gennemsnitlige likviditet udgjorde 142 mio. kr. ved årets udgang. Målet i den økonomiske politik er
mindst 120 mio. kr.
""",
            ),
            ("Lovgrundlag", "Styrelseslovens § 45."),
            ("Bilag", "- Årsberetning 2022\n- Oversigt over uforbrugte rådighedsbeløb"),
        ],
        parts=[
            Part(["1"], "approved", "1. Årsregnskabet blev godkendt."),
            Part(["2"], "referred", "2. Oversendes til revisionen."),
            Part(["3"], "noted", "3. Taget til efterretning."),
        ],
        history=[("22-05-2023 Økonomiudvalget", OEU, "2023-05-22", "Anbefales.")],
        attachments=["Årsberetning 2022", "Oversigt over uforbrugte rådighedsbeløb"],
    ),
    b(
        "5",
        "Endelig vedtagelse af lokalplan nr. 214 for boliger i Skovkvarteret og tillæg nr. 9 til Kommuneplan "
        "2021-2033",
        "21-007619",
        """
Med stemmerne 9 for og 5 imod vedtog Byrådet lokalplanen og kommuneplantillægget.

For stemte (V), (C), (O), (B), Egon Havmøller (T) og Lone Skytte Bøgh fra (A).

Imod stemte (F), (Ø), (Å) samt Søren Egebæk og Kirsten Vadmand fra (A). (Ø) med bemærkning om, at ”ingen
af de 172 boliger er almene, og at de gamle ege ved Skovvej bør bevares.”
""",
        "approved",
        [
            ("Sagsprocedure", "Plan- og Bosætningsudvalget, Økonomiudvalget og Byrådet."),
            (
                "Resume",
                """
Lokalplanen giver mulighed for at opføre 172 boliger i to til fire etager syd for banen. Planen har været i
høring i otte uger, og der er modtaget 38 høringssvar.
""",
            ),
            (
                "Indstilling",
                """
Administrationen indstiller, at lokalplan nr. 214 og kommuneplantillæg nr. 9 vedtages endeligt med de
rettelser, der fremgår af notatet om høringssvar.
""",
            ),
            (
                "Sagsbeskrivelse",
                """
<i>Høringen</i>

Bemærkningerne handler især om trafikken på Skovvej, skygge fra bebyggelsen i delområde III og bevaring af
en række egetræer. Administrationen foreslår på den baggrund:

A. at bebyggelsen i delområde III sænkes fra fire til tre etager,

B. at der udlægges areal til en højresvingsbane, og

C. at seks af de elleve træer registreres som bevaringsværdige.

<i>Miljøvurdering</i>

Der er foretaget en screening efter miljøvurderingsloven. Planen vurderes ikke at påvirke Natura
2000-områder.

<i>Det videre forløb</i>

| Aktivitet | Tidspunkt ||
| Offentliggørelse | 6. juni 2023 |
| Klagefrist udløber | 4. juli 2023 |
| Byggemodning | Efteråret 2023 |
""",
            ),
            ("Lovgrundlag", "Planloven, kapitel 5 og 6."),
            ("Økonomiske konsekvenser", "Ingen. Vejanlægget betales af bygherren."),
            ("Bilag", "- Lokalplan nr. 214 - endelig\n- Notat om høringssvar\n- Kommuneplantillæg nr. 9"),
        ],
        votes=PLAN_VOTES,
        dissent="(Ø) med bemærkning om, at ”ingen af de 172 boliger er almene, og at de gamle ege ved "
        "Skovvej bør bevares.”",
        history=[
            (
                "09-05-2023 Plan- og Bosætningsudvalget",
                "Plan- og Bosætningsudvalget",
                "2023-05-09",
                "Anbefales. (F) tog forbehold.",
            ),
            (
                "22-05-2023 Økonomiudvalget",
                OEU,
                "2023-05-22",
                "Økonomiudvalget anbefaler over for Byrådet, at indstillingen godkendes.",
            ),
        ],
        attachments=["Lokalplan nr. 214 - endelig", "Notat om høringssvar", "Kommuneplantillæg nr. 9"],
    ),
    b(
        "6",
        "Byrådsinitiativ - gratis bus for unge under 20 år",
        "23-006930",
        """
Med stemmerne 3 for og 10 imod besluttede Byrådet ikke at sende forslaget til behandling i Børne- og
Ungeudvalget.

For stemte (Ø), (F) og (Å). Imod stemte (V), (A), (C), (O) og Egon Havmøller (T).

(B) undlod at stemme.
""",
        "rejected",
        [
            (
                "Resume",
                "Mads Ellekilde (Ø) har den 15. maj 2023 anmodet om, at sagen behandles på Byrådets møde.",
            ),
            (
                "Indstilling",
                """
Mads Ellekilde (Ø) indstiller, at forslaget sendes til realitetsbehandling i Børne- og Ungeudvalget.
""",
            ),
            (
                "Sagsbeskrivelse",
                """
Forslagsstilleren skriver:

_ ”Halvdelen af de unge i landdistrikterne siger, at de har valgt ungdomsuddannelse efter, hvor bussen
kører hen. En prøveordning i to år vil koste 1,1 mio. kr. om året og kan betales af den pulje, der i
2022 ikke blev brugt.”
""",
            ),
            ("Økonomiske konsekvenser", "Økonomien er ikke kvalificeret af administrationen."),
        ],
        votes=BUS_VOTES,
        raised_by="Mads Ellekilde",
    ),
    b(
        "7",
        "Ændring af styrelsesvedtægt - 1. behandling",
        "23-005517",
        "Byrådet videresendte sagen til 2. behandling.",
        "referred",
        [
            ("Sagsprocedure", "Økonomiudvalget og Byrådet."),
            ("Indstilling", "Administrationen indstiller, at vedtægten sendes til 2. behandling."),
            (
                "Sagsbeskrivelse",
                """
Ændringen indebærer, at opgaver om integration flyttes fra Social- og Sundhedsudvalget til
Arbejdsmarkedsudvalget, og at antallet af medlemmer i Folkeoplysningsudvalget nedsættes fra 9 til 7.
""",
            ),
            ("Lovgrundlag", "Styrelseslovens § 2. To behandlinger med mindst seks dages mellemrum."),
        ],
        history=[("22-05-2023 Økonomiudvalget", OEU, "2023-05-22", "Anbefales.")],
    ),
    b(
        "8",
        "Borgerstyrede teams i hjemmeplejen - evaluering og udbredelse",
        "22-011096",
        """
Udsat. Sagen genoptages på Byrådets møde den 20. juni 2023.
""",
        "postponed",
        [
            ("Sagsprocedure", "Social- og Sundhedsudvalget, Økonomiudvalget og Byrådet."),
            (
                "Ny supplerende sagsfremstilling",
                """
Efter behandlingen i Social- og Sundhedsudvalget er der rejst tvivl om beregningen af vejtid.
Administrationen har derfor bedt BDI Revision gennemgå tallene.
""",
            ),
            (
                "Indstilling",
                """
Administrationen indstiller,

+ 1. at evalueringen tages til efterretning, og

+ 2. at modellen udbredes til alle fire distrikter fra 1. januar 2024.
""",
            ),
            (
                "Sagsbeskrivelse",
                """
To distrikter har siden marts 2022 arbejdet i teams på højst 12 medarbejdere, som selv lægger ruter.
Sygefraværet er faldet fra 8,1 til 6,4 procent, og antallet af forskellige hjælpere pr. borger er faldet
fra 11 til 7.
""",
            ),
            ("Bilag", "- Evaluering - to distrikter"),
        ],
        history=[
            (
                "10-05-2023 Social- og Sundhedsudvalget",
                "Social- og Sundhedsudvalget",
                "2023-05-10",
                "1.-2. Anbefales. Udvalget ønsker vejtiden belyst.",
            ),
            ("22-05-2023 Økonomiudvalget", OEU, "2023-05-22", "Oversendes til Byrådet uden indstilling."),
        ],
        attachments=["Evaluering - to distrikter"],
        postponed="2023-06-20",
    ),
    b(
        "9",
        "Kapacitet på dagtilbudsområdet - etablering af to midlertidige pavilloner ved Børnehuset Kærmysen",
        "23-003355",
        """
Byrådet godkendte Økonomiudvalgets indstilling med den ændring, at pavillonerne lejes i 18 måneder i stedet
for 36 måneder.
""",
        "amended",
        [
            ("Sagsprocedure", "Børne- og Ungeudvalget, Økonomiudvalget og Byrådet."),
            (
                "Indstilling",
                """
Administrationen indstiller, at der meddeles anlægsbevilling på 2,35 mio. kr. til leje og klargøring af to
pavilloner i 36 måneder, finansieret af rådighedsbeløbet til kapacitet.
""",
            ),
            (
                "Sagsbeskrivelse",
                """
Prognosen fra april viser 41 flere børn end forudsat i 2024. Der mangler 22 vuggestuepladser i Nørremark
By, mens der er ledige pladser i Ravnsø og på Hedegården. Kun hvert tiende forældrepar vil tage imod en
plads mere end otte kilometer fra hjemmet.
""",
            ),
            ("Økonomiske konsekvenser", "Udgiften til drift er indeholdt i demografireguleringen."),
        ],
        away=["Line Tornbjerg"],
        history=[
            ("08-05-2023 Børne- og Ungeudvalget", "Børne- og Ungeudvalget", "2023-05-08", "Anbefales."),
            ("22-05-2023 Økonomiudvalget", OEU, "2023-05-22", "Anbefales."),
        ],
    ),
    b(
        "10",
        "Valg af 2. viceborgmester",
        "23-007712",
        """
Bjarne Kongsted Friis (B) blev valgt som 2. viceborgmester for resten af valgperioden.
""",
        "elected",
        [
            ("Indstilling", "Borgmesteren indstiller, at Byrådet vælger en 2. viceborgmester."),
            ("Lovgrundlag", "Styrelseslovens § 6."),
        ],
        history=[],
    ),
    b(
        "11",
        "Orientering fra borgmesteren",
        "23-000106",
        """
Orienteringerne blev taget til efterretning. Borgmesteren oplyste, at indvielsen af Multihallen er
flyttet til den 1. september.
""",
        "noted",
        [
            ("Sagsbeskrivelse", "- Sommerudvalgets program\n- Brev fra ministeren om ghettokriterier"),
            ("Bilag", "- Brev af 12. maj 2023"),
        ],
        attachments=["Brev af 12. maj 2023"],
    ),
    b("12", "Personalesag", "23-007001", "Taget til efterretning.", "noted", [], labelled=False, open=False),
    first("13", "Underskriftsark", "23-000107", None, [("Sagsbeskrivelse", "Elektronisk underskriftsark.")]),
]

COUNCIL = [
    "Ulla Dybkjær Lind",
    "Flemming Tværmose",
    "Pia Holmegaard",
    "Niels Aage Rørbæk",
    "Søren Egebæk",
    "Lone Skytte Bøgh",
    "Hassan Yildirim",
    "Kirsten Vadmand",
    "Jørgen Lynghøj",
    "Dorthe Præstegaard",
    "Mads Ellekilde",
    "Inger Margrethe Sand",
    "Bjarne Kongsted Friis",
    "Line Tornbjerg",
    "Egon Havmøller",
]
BYRAAD = Minutes(
    "Nørremark Kommune",
    "Byrådet",
    "2023-05-30",
    BYRAAD_ITEMS,
    [
        person(name, None, "partial" if name in (HASSAN, "Line Tornbjerg") else "present", False)
        for name in COUNCIL
    ],
    start="18:30",
    place="Byrådssalen",
    term="2022-2025",
    title="Referat",
)
