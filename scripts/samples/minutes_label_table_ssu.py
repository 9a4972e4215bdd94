"""The second sample of layout 1: a front page in the same form, items one after the other."""

from samples.minutes_label_table import table_item
from samples.model import Decision, Item, Minutes, Part, Votes
from samples.people import GRANHOLM, person

SSU_LABEL = "Beslutning i Social- og Sundhedsudvalget den 16-03-2016"
AWAY = "Nanna Elmelund"


def s(
    number: str,
    title: str,
    case: str | None,
    kind: str | None,
    rows: list[tuple[str, str]],
    decision: Decision | None,
    away: str = AWAY,
    **more: object,
) -> Item:
    more.setdefault("absent", [AWAY])
    return table_item(number, title, case, kind, rows, decision, SSU_LABEL, away, **more)


SSU_ITEMS = [
    s(
        "1",
        "Godkendelse af dagsorden",
        None,
        "Beslutning",
        [("Bilag", "Ingen bilag")],
        Decision("Godkendt. Sag 8 udgår.", "approved"),
    ),
    s(
        "2",
        "Budgetopfølgning pr. 29. februar 2016 på Social- og Sundhedsudvalgets område",
        "16/1188",
        "Beslutning",
        [
            (
                "Resumé",
                """
Årets første opfølgning viser et forventet merforbrug på 3,2 mio. kr., som især skyldes flere borgere med
respiratorhjælp og en mellemkommunal regning, der først er modtaget i januar.
""",
            ),
            (
                "Sagsfremstilling",
                """
Opfølgningen bygger på forbruget til og med februar og på de aftaler, der er indgået for resten af året.

| Område (mio. kr.) | Korrigeret budget | Forventet | Afvigelse ||
| Hjemmepleje | 142,6 | 143,1 | 0,5 |
| Plejecentre | 118,0 | 117,2 | -0,8 |
| Voksenhandicap | 96,4 | 99,9 | 3,5 |
| Sundhed og træning | 31,7 | 31,7 | 0,0 |
| I alt | 388,7 | 391,9 | 3,2 |

Mindreforbruget på plejecentrene opstår, fordi afsnit C på Plejecenter Åglimt tages i brug tre måneder
senere end ventet. På voksenhandicapområdet er der sat en handleplan i værk, men den kan ikke hente hele
afvigelsen i indeværende år.
""",
            ),
            (
                "Indstilling",
                """
Forvaltningen indstiller,

+ 1. at der gives en tillægsbevilling på 2,4 mio. kr. til voksenhandicapområdet,
+ 2. at 0,8 mio. kr. omplaceres fra plejecentre til voksenhandicap, og
+ 3. at handleplanen tages til efterretning.
""",
            ),
            ("Økonomi", "Tillægsbevillingen finansieres af kassebeholdningen."),
            ("Bilag", "~ Handleplan for voksenhandicapområdet\n~ Forbrugsoversigt pr. 29. februar 2016"),
        ],
        Decision(
            """
Ad 1 og 2: Anbefales over for Økonomiudvalget og Kommunalbestyrelsen.

Ad 3: Taget til efterretning.
""",
            "mixed",
            [
                Part(
                    ["1", "2"],
                    "recommended",
                    "Ad 1 og 2: Anbefales over for Økonomiudvalget og Kommunalbestyrelsen.",
                ),
                Part(["3"], "noted", "Ad 3: Taget til efterretning."),
            ],
            forwarded=["Økonomiudvalget", "Kommunalbestyrelsen"],
        ),
        attachments=["Handleplan for voksenhandicapområdet", "Forbrugsoversigt pr. 29. februar 2016"],
    ),
    s(
        "3",
        "Kvalitetsstandard for praktisk hjælp 2016",
        "15/10452",
        "Beslutning",
        [
            (
                "Resumé",
                "Kvalitetsstandarderne skal efter servicelovens § 83 fastsættes mindst én gang om året.",
            ),
            (
                "Sagsfremstilling",
                """
Forvaltningen foreslår, at rengøring hver anden uge fremover ydes hver tredje uge til borgere, som bor
sammen med en rask ægtefælle under 75 år. Forslaget berører 64 husstande. De får tilbudt et kort forløb
med en ergoterapeut, så arbejdet kan deles på en ny måde i hjemmet.

De øvrige standarder er alene rettet sprogligt.
""",
            ),
            (
                "Indstilling",
                "Forvaltningen indstiller, at kvalitetsstandarden for praktisk hjælp 2016 godkendes.",
            ),
            ("Retsgrundlag", "Lov om social service § 83 og § 139."),
            (
                "Høring",
                """
Ældrerådet har den 2. marts 2016 udtalt, at rådet ikke kan støtte en forringelse for ægtepar, og at alderen
i det mindste bør sættes ned til 70 år. Handicaprådet har ingen bemærkninger.
""",
            ),
            ("Bilag", "~ Kvalitetsstandard 2016 - praktisk hjælp\n~ Ældrerådets høringssvar"),
        ],
        Decision(
            """
Indstillingen blev ikke godkendt, idet den nuværende standard videreføres.

For indstillingen stemte Anne-Grethe Nøhr (V) og Preben Ahlefeld (C).

Imod stemte Poul Erik Thygesen (A), Rikke Damgaard Toft (A), Asger Nymark (F) og Tobias Ravnkær (Ø).

Jytte Barsøe (O) undlod at stemme.
""",
            "rejected",
            votes=Votes(
                ["Anne-Grethe Nøhr", "Preben Ahlefeld"],
                ["Poul Erik Thygesen", "Rikke Damgaard Toft", "Asger Nymark", "Tobias Ravnkær"],
                ["Jytte Barsøe"],
            ),
        ),
        attachments=["Kvalitetsstandard 2016 - praktisk hjælp", "Ældrerådets høringssvar"],
        references=[("law", "Lov om social service § 83 og § 139", None)],
    ),
    s(
        "4",
        "Evaluering af Projekt Hverdagsstyrke",
        "14/7713",
        "Orientering",
        [
            (
                "Sagsfremstilling",
                """
Projektet, der løb fra august 2014 til udgangen af 2015, skulle gøre borgere over 65 år i stand til at klare
mere selv efter en indlæggelse. I alt 212 borgere har gennemført et forløb på otte uger.

Evalueringen peger på fire forhold:

- Tre ud af fire borgere modtager mindre hjælp tre måneder efter forløbet end før indlæggelsen.
- Forløbene koster i gennemsnit 14.300 kr. og er tjent hjem efter godt fem måneder.
- Overgangen fra sygehus til træning er sårbar:
-- genoptræningsplanen kommer ofte først efter udskrivelsen
-- hjemmeplejen får ikke altid besked, når træningen ændres
- Medarbejderne er glade for de fælles tavlemøder, men savner tid til dokumentation.

Forvaltningen arbejder videre med en fælles modtageordning i samarbejde med Regionshospitalet.
""",
            ),
            ("Indstilling", "Forvaltningen indstiller, at evalueringen drøftes."),
            ("Bilag", "Evalueringsrapport, Projekt Hverdagsstyrke"),
        ],
        Decision(
            """
Udvalget drøftede evalueringen og vil tage afsnittet om overgangen fra sygehuset op igen på et kommende
møde.
""",
            "discussed",
        ),
        attachments=["Evalueringsrapport, Projekt Hverdagsstyrke"],
    ),
    s(
        "5",
        "Fordeling af midler til frivilligt socialt arbejde, første runde 2016",
        "16/204",
        "Beslutning",
        [
            ("Resumé", "Der er 11 ansøgere til 310.000 kr. Der er søgt om i alt 694.500 kr."),
            (
                "Sagsfremstilling",
                """
Forvaltningen har vurderet ansøgningerne efter de kriterier, udvalget vedtog den 14. oktober 2015.

| Forening | Søgt | Foreslået ||
| Granholm Besøgsvenner | 95.000 | 80.000 |
| Natteravnene i Skovbyerne | 42.000 | 40.000 |
| Sorggruppen Lyset | 61.500 | 50.000 |
| Café Utzons Gård | 120.000 | 70.000 |
| Øvrige (7 foreninger) | 376.000 | 70.000 |
""",
            ),
            ("Indstilling", "Forvaltningen indstiller, at midlerne fordeles som foreslået."),
            ("Bilag", "Samlet oversigt over ansøgere"),
        ],
        Decision(
            """
Godkendt med den ændring, at Natteravnene i Skovbyerne får 42.000 kr., og at beløbet til Café Utzons Gård
nedsættes til 68.000 kr.
""",
            "amended",
        ),
        away="Nanna Elmelund og Preben Ahlefeld (inhabil)",
        absent=["Nanna Elmelund", "Preben Ahlefeld"],
        attachments=["Samlet oversigt over ansøgere"],
        references=[("meeting", "de kriterier, udvalget vedtog den 14. oktober 2015", "2015-10-14")],
    ),
    s(
        "6",
        "Uanmeldt kommunalt tilsyn 2015 på kommunens fire plejecentre samt opfølgning på embedslægens "
        "bemærkninger til medicinhåndteringen på Plejecenter Åglimt",
        "15/9931",
        "Orientering",
        [
            (
                "Resumé",
                "Tilsynet giver tre centre karakteren meget tilfredsstillende og Åglimt karakteren middel.",
            ),
            (
                "Sagsfremstilling",
                """
Tilsynet er gennemført af et eksternt firma mellem den 2. og den 20. november 2015. Embedslægen har besøgt
Åglimt den 4. december 2015 og fandt fejl i tre af otte medicinskabe. Centret har siden indført dobbelt
kontrol ved ugeskift, og lægen har den 18. februar 2016 meddelt, at der ikke er grundlag for yderligere.
""",
            ),
            ("Indstilling", "Forvaltningen indstiller, at orienteringen tages til efterretning."),
            ("Andre konsekvenser", "-"),
            (
                "Bilag",
                "~ Tilsynsrapport 2015, samlet\n~ Brev fra embedslægeinstitutionen af 18. februar 2016",
            ),
        ],
        Decision(
            """
Udvalget tog orienteringen om tilsynet til efterretning og bemærkede, at personalet på Åglimt har gjort en
stor indsats.
""",
            "noted",
        ),
        attachments=["Tilsynsrapport 2015, samlet", "Brev fra embedslægeinstitutionen af 18. februar 2016"],
    ),
    s(
        "7",
        "Udpegning af medlem til Handicaprådet for resten af perioden",
        "13/16620",
        "Beslutning",
        [
            (
                "Sagsfremstilling",
                """
Marianne Fuglsang Riis har bedt om at udtræde af Handicaprådet. Udvalget skal derfor udpege et nyt medlem
blandt Kommunalbestyrelsens medlemmer. Den personlige stedfortræder fortsætter.
""",
            ),
            ("Indstilling", "Forvaltningen indstiller, at udvalget udpeger et medlem til Handicaprådet."),
            ("Bilag", "Ingen bilag"),
        ],
        Decision("Anne-Grethe Nøhr (V) blev udpeget.", "elected"),
    ),
    s(
        "8",
        "Temadrøftelse om demens",
        "16/655",
        "Drøftelse",
        [("Bilag", "Ingen bilag")],
        Decision("Udgår.", "withdrawn"),
    ),
    s(
        "9",
        "Klage over afgørelse om merudgifter",
        "15/14070",
        "Beslutning",
        [],
        Decision("Indstillingen tiltrådt.", "approved"),
        open=False,
    ),
    s(
        "10",
        "Meddelelser og eventuelt",
        None,
        "Orientering",
        [
            ("Sagsfremstilling", "Formanden orienterede om KL's Social- og Sundhedspolitiske Forum."),
            ("Bilag", "Ingen bilag"),
        ],
        Decision("Intet at bemærke.", "other"),
    ),
]

SSU_PRESENT = [
    "Rikke Damgaard Toft",
    "Poul Erik Thygesen",
    "Anne-Grethe Nøhr",
    "Preben Ahlefeld",
    "Asger Nymark",
    "Jytte Barsøe",
]
SSU = Minutes(
    "Granholm Kommune",
    "Social- og Sundhedsudvalget",
    "2016-03-16",
    SSU_ITEMS,
    [
        person("Poul Erik Thygesen", "Formand"),
        person("Anne-Grethe Nøhr", "Næstformand"),
        person("Rikke Damgaard Toft"),
        person("Preben Ahlefeld", status="partial"),
        person("Asger Nymark"),
        person("Jytte Barsøe"),
        person("Nanna Elmelund", status="excused"),
        person("Tobias Ravnkær"),
    ],
    start="16:00",
    end="18:45",
    place="Rådhuset, mødelokale 2",
    title="Referat",
)
SSU_FRONT = [
    ("Mødedato", "Onsdag den 16. marts 2016"),
    ("Mødetidspunkt", "Kl. 16.00 - 18.45"),
    ("Mødested", "Rådhuset, mødelokale 2"),
    (
        "Medlemmer",
        "\n".join(
            f"~ {name} ({GRANHOLM[name]}){role}"
            for name, role in (
                ("Poul Erik Thygesen", ", formand"),
                ("Anne-Grethe Nøhr", ", næstformand"),
                ("Rikke Damgaard Toft", ""),
                ("Preben Ahlefeld", ""),
                ("Asger Nymark", ""),
                ("Jytte Barsøe", ""),
                ("Nanna Elmelund", ""),
            )
        ),
    ),
    ("Afbud", "Nanna Elmelund (Ø)"),
    ("Stedfortræder", "Tobias Ravnkær (Ø)"),
    ("Fra forvaltningen", "~ Socialdirektør Grete Mølholt Bjerre\n~ Sundhedschef Alex Tornkvist"),
]
