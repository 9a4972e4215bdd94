"""The first sample of layout 1, and the memo that is bound with it."""

from samples.model import Decision, Item, Memo, Minutes, Section
from samples.people import person

COMMITTEE = "Arbejdsmarkeds- og Erhvervsudvalget"
LABEL = "Beslutning Arbejdsmarkeds- og Erhvervsudvalget 2014-2017 den 08-10-2014"


def table_item(
    number: str,
    title: str,
    case: str | None,
    kind: str | None,
    rows: list[tuple[str, str]],
    decision: Decision | None,
    label: str,
    away: str = "Ingen",
    **more: object,
) -> Item:
    """An item whose rows end with the decision and who was absent."""
    sections = [Section(name, text) for name, text in rows]
    if kind:
        sections.insert(0, Section("Punkttype", kind))
    if decision:
        sections.append(Section("Beslutning", decision.text, printed=label))
    sections.append(Section("Fraværende", away))
    return Item(number, title, sections, decision, case, kind, **more)


def a(
    number: str,
    title: str,
    case: str | None,
    kind: str | None,
    rows: list[tuple[str, str]],
    decision: Decision | None,
    away: str = "Ingen",
    **more: object,
) -> Item:
    return table_item(number, title, case, kind, rows, decision, LABEL, away, **more)


AEU_ITEMS = [
    a(
        "1",
        "Bemærkninger til dagsordenen",
        None,
        None,
        [("Tema", "-"), ("Sagsbeskrivelse", "-"), ("Administrationens forslag", "-"), ("Bilag", "Nej")],
        Decision("Dagsordenen godkendt, idet sag nr. 5 behandles efter sag nr. 2.", "approved"),
    ),
    a(
        "2",
        "Meddelelser",
        None,
        "Orientering",
        [
            (
                "Tema",
                """
Formanden orienterer om følgende:

- Jobcentret holder åbent hus torsdag den 30. oktober kl. 15.30 – 18.00, hvor lokale arbejdsgivere kan
møde kandidater fra kommunens tre virksomhedscentre.
- Regionen har udpeget den nye formand for det regionale arbejdsmarkedsråd. Rådet indbyder til
dialogmøde i januar.
- Sygefraværet i jobcentret er faldet fra 5,9 pct. til 4,6 pct. siden årsskiftet.

Direktøren orienterer om:

~ Del 1: Status på flytning af ydelseskontoret til Kanalgade
~ Del 2: Rekruttering af to virksomhedskonsulenter
~ Del 3: Ankestyrelsens praksisundersøgelse om rådighed - foreløbige indtryk
""",
            ),
            ("Bilag", "Nej"),
        ],
        Decision("Orienteringen taget til efterretning", "noted"),
    ),
    a(
        "3",
        "Beskæftigelsesplan 2015",
        "14/3306",
        "Beslutning",
        [
            (
                "Tema",
                """
Hvert efterår lægger Granholm Kommune en plan for næste års indsats over for ledige og sygemeldte.
Udvalget skal tage stilling til forvaltningens udkast til Beskæftigelsesplan 2015, inden det går videre til
Økonomiudvalget og Kommunalbestyrelsen.
""",
            ),
            (
                "Sagsbeskrivelse",
                """
På temamødet den 20. august 2014 pegede udvalget på tre forhold, som planen skulle rumme: flere
lærepladser hos de små håndværksmestre, en kortere vej fra sygemelding til samtale og en særlig vejleder
for ledige over 50 år. Alle tre forhold er indarbejdet.

Udkastet er bygget op om ministerens fire mål og to lokale mål om sygedagpenge og flygtninge. Til hvert
mål hører et resultatmål med et eller flere delmål og de strategier, jobcentret vil følge. Jobcentret
regner med, at bruttoledigheden i Granholm falder med 6,4 pct. fra ultimo 2013 til ultimo 2015, hvilket
er noget svagere end landsgennemsnittet, fordi to større produktionsvirksomheder har varslet
afskedigelser.

Den samlede ramme til aktivering øges lidt, og fordelingen mellem
målgrupperne er ny:

| Målgruppe (1.000 kr.) | 2014 | 2015 ||
| Jobparate ledige | 4.150 | 3.600 |
| Unge uden uddannelse | 2.900 | 3.700 |
| Sygemeldte | 1.250 | 1.400 |
| I alt | 8.300 | 8.700 |

Det lokale beskæftigelsesråd har haft udkastet til udtalelse i perioden 1. – 22. september 2014. Rådet
finder målene ambitiøse, men har den bemærkning, at målet for nye virksomheder kunne sættes højere,
når konjunkturerne er i bedring.

Rådets anden bemærkning, at unge med læsevanskeligheder bør have et tilbud allerede i overgangen fra 10.
klasse, vil forvaltningen tage op med skoleafdelingen, da den ligger uden for jobcentrets opgaver.

Udkast til Beskæftigelsesplan 2015 er vedlagt.
""",
            ),
            (
                "Administrationens forslag",
                """
Forvaltningen foreslår, at udvalget indstiller Beskæftigelsesplan 2015 godkendt i Økonomiudvalget og
Kommunalbestyrelsen
""",
            ),
            (
                "Økonomi og finansiering",
                """
Merudgiften på 400.000 kr. til aktivering finansieres inden for rammen ved at nedlægge Projekt Springbræt
med udgangen af 2014.
""",
            ),
            ("Dialog/høring", "Det lokale beskæftigelsesråd"),
            (
                "Bilag",
                """
~ Udkast til Beskæftigelsesplan 2015
~ Høringssvar fra det lokale beskæftigelsesråd
""",
            ),
        ],
        Decision(
            """
Godkendt med den ændring, at antallet af nye samarbejdsvirksomheder i resultatmål 1 hæves fra 40 til 50.

Planen sendes herefter til Økonomiudvalget og Kommunalbestyrelsen.
""",
            "amended",
            forwarded=["Økonomiudvalget", "Kommunalbestyrelsen"],
        ),
        attachments=["Udkast til Beskæftigelsesplan 2015", "Høringssvar fra det lokale beskæftigelsesråd"],
        references=[("meeting", "temamødet den 20. august 2014", "2014-08-20")],
    ),
    a(
        "4",
        "Opfølgning på aftalen om lokal erhvervsservice i første halvår af 2014",
        "13/7790",
        "Orientering",
        [
            (
                "Tema",
                """
Udvalget orienteres om de aktiviteter, som Granholm Erhvervsforum har gennemført i årets første seks
måneder efter den aftale, der blev indgået den 4. december 2013.
""",
            ),
            (
                "Sagsbeskrivelse",
                """
Aftalen har fire aktivitetsmål. Erhvervsforum oplyser, at tre af dem er nået ved halvåret:

- 31 vejledningssamtaler med iværksættere (årsmål 50)
- 4 fyraftensmøder for detailhandlen (årsmål 6)
- 118 virksomhedsbesøg (årsmål 200)
-- heraf 46 hos virksomheder uden ansatte
-- heraf 12 sammen med jobcentrets konsulenter
- 0 netværksgrupper for kvindelige ejerledere (årsmål 2)

Erhvervsforum forklarer den manglende netværksgruppe med, at den medarbejder, som skulle have ført an,
har været på barsel siden februar. Gruppen ventes dannet i november.

_ Fremadrettet

I budgetforliget for 2015 er bevillingen til erhvervsservice nedsat med 150.000 kr. Forvaltningen er gået
i dialog med Erhvervsforum om, hvilke ydelser der kan undværes. Resultatet fremlægges for udvalget,
når aftalen skal genforhandles, senest i marts 2015. Der lægges ikke op til, at iværksættervejledningen
begrænses.
""",
            ),
            ("Administrationens forslag", "Forvaltningen foreslår, at orienteringen tages til efterretning."),
            ("Økonomi og finansiering", "Aftalen udgør i 2014 1.275.000 kr."),
            ("Bilag", "Nej"),
        ],
        Decision(
            """
Orienteringen taget til efterretning, idet udvalget ønsker Erhvervsforums formand indbudt til mødet i
november.
""",
            "noted",
        ),
        away="Kurt Løvgren",
        absent=["Kurt Løvgren"],
        references=[("document", "aftale, der blev indgået den 4. december 2013", "2013-12-04")],
    ),
    a(
        "5",
        "Sag fra Samira Haddad om varigheden af virksomhedspraktik",
        "14/4127",
        "Orientering",
        [
            (
                "Tema",
                """
Samira Haddad har den 24. september 2014 bedt om, at udvalget får belyst, hvordan jobcentret bruger
virksomhedspraktik, og hvor mange borgere der er i praktik mere end én gang.
""",
            ),
            (
                "Sagsbeskrivelse",
                """
Samira Haddad har stillet følgende spørgsmål:

+ 1. Hvor længe varer en virksomhedspraktik i gennemsnit, og hvem beslutter længden?
+ 2. Hvor mange borgere har inden for det seneste år været i mere end én praktik i samme virksomhed?
+ 3. Hvordan sikres det, at praktikanter ikke træder i stedet for ordinært ansatte?

Spørgsmålene er besvaret i vedlagte notat.
""",
            ),
            ("Administrationens forslag", "Forvaltningen foreslår, at orienteringen tages til efterretning."),
            ("Afledte konsekvenser", "-"),
            ("Økonomi og finansiering", "-"),
            ("Dialog/høring", "-"),
            ("Bilag", "Notat om virksomhedspraktik"),
        ],
        Decision("Orienteringen om besvarelsen taget til efterretning", "noted"),
        attachments=["Notat om virksomhedspraktik"],
        raised_by="Samira Haddad",
    ),
    a(
        "6",
        "Valg af anden aktør til sygemeldte med lange forløb",
        "14/2985",
        "Beslutning",
        [],
        Decision("Indstillingen godkendt", "approved"),
        open=False,
    ),
    a(
        "7",
        "Forslag til partnerskab med Østkystens Erhvervsskole om voksenlærlinge i bygge- og anlægsfagene",
        "14/3871",
        "Beslutning",
        [
            (
                "Tema",
                """
Erhvervsskolen har tilbudt kommunen et toårigt partnerskab, der skal få flere ufaglærte over 25 år i gang
som voksenlærlinge. Udvalget skal beslutte, om tilbuddet tages imod.
""",
            ),
            (
                "Sagsbeskrivelse",
                """
Skolen stiller en vejleder til rådighed to dage om ugen på jobcentret og opretter et afklaringsforløb på
seks uger, hvor deltagerne prøver murer-, tømrer- og struktørfaget af. Til gengæld skal kommunen henvise
mindst 20 ledige om året og betale 6.200 kr. for hver deltager.

Forvaltningen vurderer, at behovet er til stede. Ifølge den seneste rekrutteringsanalyse har hver fjerde
byggevirksomhed i området forgæves forsøgt at ansætte faglærte inden for det sidste halve år. Omvendt er
der usikkerhed om, hvor mange af de ledige der kan bestå grundforløbet uden støtte til dansk og regning,
og en opsigelse af aftalen kan først ske efter 12 måneder.

Partnerskabet kan begynde den 1. februar 2015.
""",
            ),
            (
                "Administrationens forslag",
                """
Forvaltningen foreslår,

+ 1. at partnerskabet indgås på de beskrevne vilkår,
+ 2. at udgiften afholdes af rammen til aktivering, og
+ 3. at udvalget får en status efter det første hold.
""",
            ),
            ("Økonomi og finansiering", "Ved 20 deltagere er udgiften 124.000 kr. om året."),
            ("Bilag", "Udkast til partnerskabsaftale af 15. september 2014"),
        ],
        Decision(
            """
Udsat til mødet den 12. november 2014. Udvalget ønsker oplyst, hvad tilsvarende partnerskaber har kostet
andre kommuner.
""",
            "postponed",
            postponed="2014-11-12",
        ),
        attachments=["Udkast til partnerskabsaftale af 15. september 2014"],
    ),
    a("8", "Eventuelt", None, None, [("Tema", "-"), ("Bilag", "Nej")], Decision("Ingen.", "other")),
]

AEU = Minutes(
    "Granholm Kommune",
    COMMITTEE,
    "2014-10-08",
    AEU_ITEMS,
    [
        person("Torben Kjeldbjerg", "Formand", "signed", False),
        person("Mette Højrup", "Næstformand", "signed", False),
        person("Bente Rosenlund", "Medlem", "signed", False),
        person("Samira Haddad", "Medlem", "signed", False),
        person("Kurt Løvgren", "Medlem", "partial", False),
    ],
    term="2014-2017",
    order=["1", "2", "5", "3", "4", "6", "7", "8"],
)
AEU_SIGNED = [(p.name, p.role or "") for p in AEU.people]

PRACTICE = Memo(
    "Granholm Kommune",
    "Arbejdsmarked og Borgerservice",
    "Sag fra Samira Haddad om varigheden af virksomhedspraktik",
    "1. oktober 2014",
    """
Arbejdsmarkeds- og Erhvervsudvalget behandler på mødet den 8. oktober 2014 en sag fra Samira Haddad om
jobcentrets brug af virksomhedspraktik. Notatet besvarer de tre spørgsmål, der er stillet i sagen.
""",
    [
        (
            "1",
            "Hvor længe varer en virksomhedspraktik i gennemsnit, og hvem beslutter længden?",
            """
En praktik varede i 2013 i gennemsnit 9,3 uger for jobparate ledige og 14,1 uger for aktivitetsparate.
Loven sætter en øvre grænse på fire uger for dagpengemodtagere og 13 uger for øvrige, men grænsen kan i
særlige tilfælde forlænges.

Det er jobkonsulenten, der aftaler længden med borgeren og virksomheden. Aftalen skal begrundes i
borgerens plan, og afdelingslederen godkender alle praktikker, som ønskes forlænget ud over 13 uger.
""",
        ),
        (
            "2",
            "Hvor mange borgere har inden for det seneste år været i mere end én praktik i samme virksomhed?",
            """
Fra 1. september 2013 til 31. august 2014 har 27 borgere været i praktik to gange i den samme virksomhed.
Det svarer til 3,8 pct. af alle, der har været i praktik i perioden. Ingen har været der tre gange.

I 19 af de 27 tilfælde skyldtes det, at den første praktik blev afbrudt ved sygdom:

- 11 genoptog praktikken inden for fire uger
- 8 genoptog praktikken senere, men med nye opgaver
""",
        ),
        (
            "3",
            "Hvordan sikres det, at praktikanter ikke træder i stedet for ordinært ansatte?",
            """
Før en praktik oprettes, skal virksomheden og en repræsentant for medarbejderne skrive under på, at der er
et rimeligt forhold mellem antallet af ansatte med og uden støtte. Jobcentret kontrollerer oplysningen mod
indberetningerne til eIndkomst, når virksomheden har mere end to praktikanter ad gangen.

Jobcentret har i det seneste år afvist ni ansøgninger, hvor forholdet ikke var i orden. Forvaltningen
anbefaler, at kontrollen fremover omfatter alle virksomheder, uanset hvor mange praktikanter de har.
""",
        ),
    ],
    asked_by="Samira Haddad",
    concerns="5",
    recommendation="Forvaltningen anbefaler, at kontrollen fremover omfatter alle virksomheder, uanset hvor "
    "mange praktikanter de har.",
)
