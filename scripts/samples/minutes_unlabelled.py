"""The samples of layout 6: a committee of Lyngsø, whose decisions stand below body, date and number."""

from samples.model import Decision, History, Item, Minutes, Section, Votes
from samples.people import LYNGSO, person

BODY = "Beskæftigelses- og Socialudvalget"
APRIL, JUNE = "2015-04-17", "2015-06-12"


def printed(body: str, date: str, number: str) -> str:
    year, month, day = date.split("-")
    return f"{body}, {day}-{month}-{year}, pkt. {number}"


def item(
    date: str,
    number: str,
    title: str,
    case: str | None,
    rows: list[tuple[str, str]],
    decision: Decision,
    away: str = "Ib Torndal (O)",
    before: list[tuple[str, str, str, str]] | None = None,
    **more: object,
) -> Item:
    """An item: its sections, then what each body decided (body, date, number, text), this one last."""
    sections = [Section(label, text) for label, text in rows]
    for body, when, point, text in before or []:
        label = printed(body, when, point)
        past = [History(body, when, text)]
        sections.append(Section(label, text, "history", label, history=past, told=False))
    own = printed(BODY, date, number)
    sections += [Section(own, decision.text, "decision", own, told=False), Section("Fraværende", away)]
    absent = [name for name in LYNGSO if name in away]
    return Item(number, title, sections, decision, case, absent=absent, untold=("section_labels",), **more)


APRIL_ITEMS = [
    item(APRIL, "16", "Godkendelse af dagsordenen", "249104", [], Decision("Godkendt.", "approved")),
    item(
        APRIL,
        "17",
        "Status på jobcentrets handleplan for aktivitetsparate borgere over 30 år",
        "249393",
        [
            (
                "Resumé",
                """
Udvalget vedtog i august 2014 en handleplan med ni initiativer. Seks er gennemført, to er i gang, og ét
er opgivet.
""",
            ),
            (
                "Sagsfremstilling",
                """
Handleplanen skulle få flere aktivitetsparate borgere i virksomhedsrettede tilbud. Andelen er steget fra
17 til 26 pct. på otte måneder.

De to initiativer, der er i gang, er:

- et korps af virksomhedsmentorer
-- 22 er uddannet, 15 er i brug
- en fælles visitation med socialpsykiatrien

Initiativet om kørekort til ledige er opgivet, fordi Beskæftigelsesministeriet ikke kunne give
dispensation fra reglerne.
""",
            ),
            ("Forvaltningen indstiller", "at status tages til efterretning."),
        ],
        Decision("Status taget til efterretning.", "noted"),
    ),
    item(
        APRIL,
        "18",
        "Nednormering af væresteder fra fire til tre",
        "250017",
        [
            (
                "Sagsfremstilling",
                """
Byrådet besluttede ved budgetvedtagelsen, at der skal spares 900.000 kr. på væresteder. Forvaltningen har
beskrevet to måder at gøre det på:

+ 1. Værestedet Kilden lukkes den 1. juli 2015, og brugerne tilbydes plads på Broen.

+ 2. Alle fire væresteder holder lukket fredag til søndag.

Brugerrådene er samlet imod begge forslag, men foretrækker det sidste, hvis der skal vælges.
""",
            ),
            ("Økonomi", "Forslag 1 giver 910.000 kr. i helårsvirkning. Forslag 2 giver 780.000 kr."),
            ("Forvaltningen indstiller", "at værestedet Kilden lukkes den 1. juli 2015."),
        ],
        Decision(
            """
Indstillingen blev ikke tiltrådt. Udvalget besluttede med 4 stemmer mod 2, at sagen sendes tilbage til
Byrådet med henblik på anden finansiering.

For stemte Hanne Bredahl (A), Peter Emil Vang (A), Yvonne Krogsgaard (A) og Maja Lindegren (Ø). Imod
stemte Claus Birkedommer (V) og Susanne Alstrup (V).
""",
            "rejected",
            votes=Votes(
                ["Hanne Bredahl", "Peter Emil Vang", "Yvonne Krogsgaard", "Maja Lindegren"],
                ["Claus Birkedommer", "Susanne Alstrup"],
                [],
                (4, 2, None),
            ),
            forwarded=["Byrådet"],
            untold=("outcome",),
        ),
        before=[
            ("Byrådet", "2015-03-25", "88", "Oversendt til behandling i Beskæftigelses- og Socialudvalget.")
        ],
    ),
    item(
        APRIL,
        "19",
        "Samarbejde med boligforeningerne om anvisning af boliger til unge under uddannelse",
        "248870",
        [
            (
                "Sagsfremstilling",
                """
Ved udgangen af marts stod 57 unge uden egen bolig på ventelisten. Boligforeningerne tilbyder at stille
hver fjerde ledige bolig under 60 m² til rådighed, hvis kommunen garanterer for fraflytning.
""",
            ),
            ("Økonomi", "Risikoen skønnes til højst 240.000 kr. om året."),
            (
                "Forvaltningen indstiller",
                """
+ 1. at aftalen indgås for to år, og

+ 2. at Byrådet anmodes om at stille garantien.
""",
            ),
        ],
        Decision(
            """
Anbefales over for Økonomiudvalget og Byrådet. Susanne Alstrup (V) undlod at stemme.
""",
            "recommended",
            votes=Votes([], [], ["Susanne Alstrup"]),
            forwarded=["Økonomiudvalget", "Byrådet"],
        ),
    ),
    item(
        APRIL,
        "20",
        "Godtgørelse i sag om tilbagebetaling",
        "250301",
        [],
        Decision("Godkendt.", "approved"),
        away="Ib Torndal (O) og Claus Birkedommer (V)",
        open=False,
    ),
    item(
        APRIL,
        "21",
        "Eventuelt",
        None,
        [],
        Decision("-", "other", untold=("text", "outcome", "body", "date")),
    ),
]
APRIL_MEETING = Minutes(
    "Lyngsø Kommune",
    BODY,
    APRIL,
    APRIL_ITEMS,
    [
        person("Hanne Bredahl", "Formand"),
        person("Peter Emil Vang"),
        person("Yvonne Krogsgaard"),
        person("Claus Birkedommer", status="partial"),
        person("Susanne Alstrup"),
        person("Ib Torndal", status="absent"),
        person("Maja Lindegren"),
    ],
    start="08:30",
    end="11:05",
    place="Rådhuset, lokale 204",
    title="Referat",
)
APRIL_FRONT = [
    ("Mødedato:", "Fredag den 17. april 2015"),
    ("Mødetidspunkt:", "8:30 - 11:05"),
    ("Mødelokale:", "Rådhuset, lokale 204"),
]

JUNE_ITEMS = [
    item(JUNE, "31", "Godkendelse af dagsordenen", "252880", [], Decision("Godkendt.", "approved"), "Ingen"),
    item(
        JUNE,
        "32",
        "Nednormering af væresteder - ny sag",
        "250017",
        [
            (
                "Resumé",
                """
Byrådet har pålagt udvalget at finde besparelsen inden for udvalgets egen ramme. Forvaltningen foreslår
at hente beløbet på tre andre områder.
""",
            ),
            (
                "Sagsfremstilling",
                """
| Forslag | 2015 | 2016 og frem ||
| Færre konsulentydelser | 250.000 | 350.000 |
| Lavere husleje på Broen | 90.000 | 180.000 |
| Vakante stillinger i Rusmiddelcentret | 110.000 | 370.000 |
| I alt | 450.000 | 900.000 |
""",
            ),
            ("Høring", "Handicaprådet og brugerrådene har ingen bemærkninger."),
            ("Forvaltningen indstiller", "at de tre forslag godkendes."),
        ],
        Decision("Indstillingen tiltrådt.", "approved"),
        "Ingen",
        before=[
            (
                BODY,
                APRIL,
                "18",
                "Indstillingen blev ikke tiltrådt. Sagen sendes tilbage til Byrådet.",
            ),
            ("Byrådet", "2015-05-27", "121", "Tilbagesendes til fagudvalget."),
        ],
    ),
    item(
        JUNE,
        "33",
        "Frivilligpris 2015 - indstilling af modtager",
        "253012",
        [
            (
                "Sagsfremstilling",
                """
Der er indkommet 12 forslag til, hvem der skal modtage prisen. Prisen består af et kunstværk og 10.000
kr. og overrækkes på Frivillig Fredag.
""",
            ),
            ("Forvaltningen indstiller", "at udvalget udpeger en modtager blandt forslagene."),
        ],
        Decision("Natcaféen i Sognegården blev valgt.", "elected"),
        "Ingen",
    ),
    item(
        JUNE,
        "34",
        "Kvartalsrapport om sygefravær i ældreplejen",
        "252671",
        [
            (
                "Sagsfremstilling",
                """
Fraværet var 6,8 pct. i første kvartal mod 7,4 pct. året før. Nattevagterne har det højeste fravær.
Rapporten viser desuden, at korttidsfraværet nu er lavere end gennemsnittet i regionen, men at der
fortsat er store forskelle mellem distrikterne.
""",
            ),
            ("Forvaltningen indstiller", "at rapporten drøftes."),
        ],
        Decision(
            """
Drøftet. Yvonne Krogsgaard (A) bad om en opgørelse over brugen af vikarer.
""",
            "discussed",
        ),
        "Claus Birkedommer (V) deltog ikke i punktets behandling.",
    ),
    item(
        JUNE,
        "35",
        "Forslag fra Maja Lindegren om gratis psykologhjælp til unge",
        "253340",
        [
            (
                "Sagsfremstilling",
                """
Maja Lindegren (Ø) har bedt om, at udvalget drøfter, om kommunen kan betale for tre samtaler hos en
psykolog til unge mellem 15 og 25 år, som er på venteliste i regionen.
""",
            ),
            ("Forvaltningen indstiller", "at forslaget indgår i budgetlægningen for 2016."),
        ],
        Decision(
            """
Henvises til budgetforhandlingerne.
""",
            "referred",
            untold=("forwarded_to",),
        ),
        "Ingen",
        raised_by="Maja Lindegren",
    ),
]
JUNE_MEETING = Minutes(
    "Lyngsø Kommune",
    BODY,
    JUNE,
    JUNE_ITEMS,
    [
        person("Hanne Bredahl", "Formand"),
        person("Peter Emil Vang"),
        person("Yvonne Krogsgaard"),
        person("Claus Birkedommer", status="partial"),
        person("Susanne Alstrup"),
        person("Ib Torndal"),
        person("Maja Lindegren"),
    ],
    start="08:30",
    place="Plejecenter Søbo",
    title="Referat",
)
JUNE_FRONT = [
    ("Mødedato:", "Fredag den 12. juni 2015"),
    ("Mødetidspunkt:", "8:30"),
    ("Mødelokale:", "Plejecenter Søbo"),
]
MEMBERS = [
    f"{name} ({party})" + (", formand" if name == "Hanne Bredahl" else "") for name, party in LYNGSO.items()
]
