"""Granholm's employment plans for four years in a row."""

from dataclasses import replace

from samples import plans_granholm_targets as t
from samples.planmodel import Figure, Goal, Measure, Plan

GRANHOLM = "Granholm Kommune"

# --- the minister's goals ----------------------------------------------------------------------------------

G_COMPANIES = Goal(
    "Kontakten mellem jobcentre og virksomheder skal være tættere",
    """
Jobcentrene skal kende virksomhedernes behov og kunne finde de rette medarbejdere hurtigt. Det
forudsætter en opsøgende indsats og en fast kontakt.
""",
)
G_YOUNG = Goal(
    "Unge skal i gang med en uddannelse, der fører til job",
    """
Alle unge skal have mulighed for en erhvervskompetencegivende uddannelse. Unge, som ikke kan begynde med
det samme, skal have støtte, der bringer dem tættere på.

Jobcentre, skoler og vejledning skal arbejde sammen om den enkelte.
""",
)
G_EXPOSED = Goal(
    "Udsatte borgere skal have en bedre og mere sammenhængende hjælp",
    """
Borgere med komplekse problemer skal have en indsats på tværs af fag og forvaltninger, så de ikke
parkeres på permanent forsørgelse.
""",
)
G_LONG = Goal(
    "Langtidsledigheden skal ned",
    """
Kommunerne skal sætte ind, før ledigheden bliver lang, og give de langtidsledige et tilbud, der fører
til job.
""",
)
G_REFUGEES = Goal(
    "Flygtninge og familiesammenførte skal hurtigt i arbejde",
    """
Integration sker på arbejdspladsen. Kommunerne skal sikre, at flere nyankomne bliver selvforsørgende i
løbet af det første år.
""",
)

# --- the plans ---------------------------------------------------------------------------------------------


def boxed_titles(year: int) -> tuple[str, ...]:
    return (
        "Indledning",
        "Udfordringer på arbejdsmarkedet i Granholm",
        "Udviklingen i jobcentrets målgrupper",
        f"Ministerens mål for beskæftigelsesindsatsen i {year}",
        f"Samlet oversigt over resultatmål for {year}",
    )


def boxed_texts(year: int, adopted: str, count: str, first: str, fall: str, total: str) -> dict[str, str]:
    return {
        "adopted": adopted,
        "1": f"""
Denne plan beskriver, hvad Granholm Kommune vil opnå på beskæftigelsesområdet i {year}, og hvordan det
skal ske. Den er udarbejdet af Jobcenter Granholm efter drøftelse i Arbejdsmarkeds- og Erhvervsudvalget
og i det lokale beskæftigelsesråd.

Planen har {count} resultatmål. {first}

Bruttoledigheden i kommunen ventes at falde med {fall} pct. fra ultimo {year - 2} til ultimo {year}.
Arbejdsstyrken ventes uændret.
""",
        "2": f"""
= Færre i den erhvervsaktive alder

Kommunens folketal er stabilt, men sammensætningen ændrer sig. Frem mod 2020 bliver der 600 færre mellem
25 og 64 år og 900 flere over 65 år. Hvis velfærden skal holdes, skal en større del af de yngre være i
arbejde.

= Pendling og få store arbejdspladser

Knap halvdelen af de beskæftigede pendler ud af kommunen, især mod de to større byer vest for fjorden.
Kun fire private arbejdspladser har mere end 150 ansatte, og to af dem har varslet afskedigelser.

= De ufaglærte job forsvinder

Næsten hver tredje ledige er ufaglært. Samtidig melder bygge- og anlægsfagene, transport og social- og
sundhedsområdet om begyndende mangel på arbejdskraft. Opgaven i {year} er at få de to tal til at mødes:

- ved at flere ufaglærte bliver faglærte
- ved at unge vælger uddannelser, der er brug for
- ved at virksomhederne kender til mulighederne for støtte
""",
        "3": f"""
Tallene i dette afsnit er hentet fra Jobindsats.dk og dækker perioden ultimo {year - 4} til ultimo
{year - 2}. Udviklingen kan beskrives således:
""",
        "3b": f"""
I juni {year - 1} levede {total} personer i Granholm Kommune helt eller delvist af en offentlig
ydelse. Den største gruppe er modtagere af førtidspension, der udgør 6,1 pct. af befolkningen mellem 16
og 66 år. Herefter følger sygedagpenge (2,4 pct.), a-dagpenge (2,2 pct.) og fleksjob (2,0 pct.).
""",
        "4": f"Beskæftigelsesministeren har udmeldt fire mål for {year}. De er gengivet her:",
        "5": f"""
De {count} resultatmål for {year} fremgår af boksene. De fire første knytter sig til ministerens mål, mens
{"det sidste er" if year == 2014 else "de to sidste er"} lokalt fastsat.
""",
        "5b": """
Udvalget får en status på målene to gange om året. Viser det sig, at forudsætningerne skrider, kan
udvalget justere et mål, når halvårsstatus foreligger.
""",
        "figure": f"Figur 1: Forventet udvikling i andelen af lange sygedagpengeforløb frem "
        f"til december {year}",
    }


P2014 = Plan(
    GRANHOLM,
    2014,
    (G_YOUNG, G_EXPOSED, G_LONG, G_COMPANIES),
    (t.young(2014), t.exposed(2014), t.long_term(2014), t.companies(2014), t.sick(2014)),
    (
        Figure("A-dagpenge", change=-58, percent=-9),
        Figure("Kontanthjælp", change=44, percent=12),
        Figure("Ressourceforløb", 21, note="Indført den 1. januar 2013."),
        Figure("Revalidering", change=-6, percent=-15),
        Figure("Sygedagpenge", change=-31, percent=-8),
        Figure("Fleksjob", change=17, percent=7),
        Figure("Førtidspension", change=-39, percent=-4),
    ),
    boxed_titles(2014),
    texts=boxed_texts(
        2014,
        "Godkendt af Kommunalbestyrelsen den 18. december 2013",
        "fem",
        "Fire af dem følger ministerens mål, og ét om sygedagpenge er kommunens eget.",
        "4,1",
        "2.361",
    ),
)

P2015 = Plan(
    GRANHOLM,
    2015,
    (
        G_COMPANIES,
        G_YOUNG,
        replace(
            G_EXPOSED, title="Udsatte borgere skal hjælpes mod arbejdsmarkedet med en sammenhængende indsats"
        ),
        G_LONG,
    ),
    (t.companies(2015), t.young(2015), t.exposed(2015), t.long_term(2015), t.sick(2015), t.refugees(2015)),
    (
        Figure("A-dagpenge", change=-71, percent=-12),
        Figure("Kontanthjælp", change=-35, percent=-9),
        Figure("Uddannelseshjælp", 148, note="Indført den 1. januar 2014."),
        Figure("Ressourceforløb", change=27, percent=129),
        Figure(
            "Jobafklaringsforløb", 12, note="Indført den 1. juli 2014. Afløser sygedagpenge efter 22 uger."
        ),
        Figure("Sygedagpenge", change=18, percent=-5),
        Figure("Fleksjob", change=22, percent=9),
        Figure("Førtidspension", change=-45, percent=-5, printed_percent="-5pct."),
    ),
    boxed_titles(2015),
    texts=boxed_texts(
        2015,
        "Godkendt af Kommunalbestyrelsen den 17. december 2014",
        "seks",
        "Fire af dem følger ministerens mål, og to er kommunens egne: sygedagpenge og flygtninge.",
        "4,6",
        "2.318",
    ),
)


def as_draft(plan: Plan) -> Plan:
    """The draft that the committee saw in October: 40 new companies, which it raised to 50."""
    first, *others = plan.targets
    less = Measure(
        first.measures[0].text.replace("mindst 50", "mindst 40"), (t.q(40, "virksomheder", "at_least"),)
    )
    changed = replace(first, measures=(less, *first.measures[1:]))
    return replace(plan, targets=(changed, *others), status="draft", concerns="3")


DRAFT_2015 = as_draft(P2015)


def numbered_texts(year: int, figures: str, goals: str, extra: str) -> dict[str, str]:
    return {
        "figures under": "Målgrupper i tal",
        "goals under": f"Beskæftigelsesministerens mål for {year}",
        "Forord": f"""
Granholm Kommune vil have flere i job og uddannelse. Det er enkelt at skrive og svært at gøre.
Beskæftigelsesplanen for {year} er blevet kortere end de foregående, og hvert mål er delt op i få,
målbare delmål.

{extra}

_ Torben Kjeldbjerg, formand for Arbejdsmarkeds- og Erhvervsudvalget
""",
        "Arbejdsmarkedet i Granholm": f"""
Beskæftigelsen er steget tre år i træk. Ledigheden var i juli {year - 1} nede på 4,4 pct. mod 5,0 pct.
året før, og den ventes at falde yderligere med 0,3 procentpoint i {year}. Fremgangen er størst i bygge-
og anlægsbranchen, mens detailhandlen står stille.

Der er samtidig flere, der står længere væk fra arbejdsmarkedet. Omkring 340 borgere har modtaget
kontanthjælp i mere end tre år.
""",
        "Målgrupper i tal": figures,
        f"Beskæftigelsesministerens mål for {year}": goals,
    }


def numbered_titles(year: int) -> tuple[str, ...]:
    return (
        "Forord",
        "Arbejdsmarkedet i Granholm",
        "Målgrupper i tal",
        f"Beskæftigelsesministerens mål for {year}",
    )


P2016 = Plan(
    GRANHOLM,
    2016,
    (G_COMPANIES, G_YOUNG, replace(G_EXPOSED, title=P2015.goals[2].title), G_REFUGEES),
    (
        t.companies(2016),
        t.BEGIN_2016,
        t.STAY_2016,
        t.exposed(2016),
        t.long_term(2016),
        t.sick(2016),
        t.refugees(2016),
    ),
    (
        Figure("A-dagpenge", change=-49, percent=-9),
        Figure("Kontanthjælp", change=21, percent=6),
        Figure("Uddannelseshjælp", 139),
        Figure("Ressourceforløb", change=33, percent=69),
        Figure("Jobafklaringsforløb", 41),
        Figure("Integrationsydelse", 58),
        Figure("Fleksjob", change=25, percent=10),
    ),
    numbered_titles(2016),
    texts=numbered_texts(
        2016,
        "Fra medio 2013 til medio 2015 har de største grupper udviklet sig sådan:",
        "Ministeren har meldt fire mål ud. Målet om langtidsledighed er afløst af et mål om flygtninge.",
        "Nyt i år er, at målet om unge er delt i to, og at flygtninge er blevet et nationalt mål.",
    ),
)

P2017 = Plan(
    GRANHOLM,
    2017,
    (
        G_COMPANIES,
        G_YOUNG,
        replace(
            G_EXPOSED,
            title="Borgere på kanten af arbejdsmarkedet skal hjælpes mod et job med en "
            "sammenhængende indsats",
        ),
        G_REFUGEES,
    ),
    (t.companies(2017), t.YOUNG_2017, t.exposed(2017), t.sick(2017), t.refugees(2017), t.SENIORS),
    (
        Figure("A-dagpenge", change=-37, percent=-7),
        Figure("Kontanthjælp", change=-28, percent=-8),
        Figure("Uddannelseshjælp", 131),
        Figure("Ressourceforløb", change=24, percent=30),
        Figure("Integrationsydelse", change=36, percent=62),
        Figure("Sygedagpenge", change=-22, percent=-6),
    ),
    numbered_titles(2017),
    texts=numbered_texts(
        2017,
        "Fra medio 2014 til medio 2016 har de største grupper udviklet sig sådan:",
        "Ministeren har videreført sine fire mål med en enkelt ny formulering.",
        "Målene om unge er samlet igen. Målet om langtidsledige er udgået, fordi det er nået to år i træk.",
    ),
)

ADOPTED = {
    2016: "Vedtaget af Kommunalbestyrelsen den 16. december 2015",
    2017: "Vedtaget af Kommunalbestyrelsen den 14. december 2016",
}
