"""A plan of Nørremark for two years: a table of targets, each with how it went."""

from samples.planmodel import Measure, Plan, Quantity, Target

JOBS = Target(
    "Flere borgere forsørger sig selv",
    None,
    (
        Measure(
            "Antallet af borgere på offentlig forsørgelse skal inden udgangen af 2020 være faldet med 150 "
            "personer i forhold til december 2018.",
            (Quantity(150, "personer", "decrease_by", deadline="2020-12-31", baseline_year=2018),),
        ),
    ),
    (),
    "",
    """
I december 2018 modtog 2.412 borgere offentlig forsørgelse. Det er 3,1 procent færre end året før. På
landsplan var faldet 3,4 procent.

Prognosen for 2019 er et fald på 60 personer.
""",
)
HOURS = Target(
    "Lønnede timer til flere",
    None,
    (
        Measure(
            "Minimum 25 procent af de aktivitetsparate kontanthjælpsmodtagere har lønnede timer inden "
            "udgangen af juni 2020.",
            (Quantity(25, "pct.", "at_least", deadline="2020-06-30"),),
        ),
        Measure("Alle forløb i virksomhedscentrene begynder med en aftale om lønnede timer."),
    ),
    (),
    "",
    """
Andelen var 11 procent i juni 2018 og 16 procent i december 2018. Særligt i detailhandlen har det været
let at finde timer, mens industrien kræver flere samlede timer pr. uge.
""",
)
SICKNESS = Target(
    "Sygemeldte kommer hurtigere tilbage",
    None,
    (
        Measure(
            "Andelen af sygemeldte, der er raskmeldt inden otte uger, skal stige fra 61 procent til mindst "
            "65 procent.",
            (Quantity(65, "pct.", "at_least", baseline_value=61),),
        ),
    ),
    (),
    "",
    "61 procent i 2017 og 61 procent i 2018. Målet fra forrige plan på 63 procent blev således ikke nået.",
)
YOUTH = Target(
    "Færre unge uden job og uddannelse",
    None,
    (
        Measure(
            "Højst 4,5 procent af de 16-24-årige står uden job og uddannelse ved udgangen af 2020.",
            (Quantity(4.5, "pct.", "at_most", deadline="2020-12-31"),),
        ),
        Measure("Den kommunale ungeindsats samles i ét hus i løbet af 2019."),
    ),
    (),
    "",
    """
- 5,4 procent i september 2017
- 5,1 procent i september 2018

Niveauet er 0,6 procentpoint over gennemsnittet for landet.
""",
)
FIRMS = Target(
    "Et stærkt virksomhedssamarbejde",
    None,
    (
        Measure(
            "Jobcentret samarbejder med mindst 1.250 virksomheder om året.",
            (Quantity(1250, "virksomheder", "at_least"),),
        ),
    ),
    (),
    "",
    "1.174 virksomheder i 2018, svarende til 39 procent af alle virksomheder i kommunen.",
)
P2019 = Plan(
    "Nørremark Kommune",
    2019,
    (),
    (JOBS, HOURS, SICKNESS, YOUTH, FIRMS),
    (),
    ("Indledning", "Sådan følger vi op", "Resultatmål og status"),
    title="Beskæftigelsesplan 2019-2020",
    last_year=2020,
    texts={
        "Indledning": """
Beskæftigelsesplanen gælder for 2019 og 2020. Den er skrevet på baggrund af Byrådets politik for voksne og
unge og samler de resultatmål, som Beskæftigelses- og Integrationsudvalget følger.

Regeringens seneste mål for beskæftigelsen, 95 procent af en årgang i uddannelse og færre uden for
fællesskabet, indgår i arbejdet, men er ikke gjort til lokale mål.
""",
        "Sådan følger vi op": """
Udvalget får en skriftlig status hvert halve år og en mundtlig i forbindelse med budgettet. Er der ikke
fremdrift på et mål i to på hinanden følgende halvår, fremlægger jobcentret en plan for, hvad der kan
gøres.
""",
        "Resultatmål og status": """
Tabellen viser de fem resultatmål for 2019-2020 og status ved udgangen af 2018.
""",
    },
)
ADOPTED = "Vedtaget af Byrådet den 17. december 2018"
GROUPS = (("voksenliv", (1, 2, 3)), ("ungeliv", (4,)), ("erhvervsliv", (5,)))
