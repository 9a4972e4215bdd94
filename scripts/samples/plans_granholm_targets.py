"""Granholm's targets, as each year's plan words them."""

from samples import plans_granholm_actions as said
from samples.planmodel import Measure, Quantity, Target


def q(value: float, unit: str, bound: str = "exactly", **more: object) -> Quantity:
    return Quantity(value, unit, bound, **more)  # type: ignore[arg-type]


def end(year: int) -> str:
    return f"{year}-12-31"


# --- what each year's targets say --------------------------------------------------------------------------


def companies(year: int) -> Target:
    number = {2014: 60, 2015: 50, 2016: 50, 2017: 60}[year]
    if year < 2016:
        first = (
            f"Jobcentret skal indgå samarbejde med mindst {number} virksomheder, som det ikke har "
            f"arbejdet sammen med før."
        )
    else:
        first = (
            f"Jobcentret indgår samarbejde med mindst {number} virksomheder, som det ikke før har "
            f"arbejdet sammen med."
        )
    share = {2014: "80 pct.", 2015: "80,0 %", 2016: "85 pct.", 2017: "85 procent"}[year]
    money = {2014: "0,5 mio. kr.", 2015: "500.000 kr."}.get(year)
    measures = [
        Measure(first, (q(number, "virksomheder", "at_least"),)),
        Measure(
            f"Mindst {share} af virksomhederne skal være tilfredse eller meget tilfredse med "
            f"jobcentrets service.",
            (q(80 if year < 2016 else 85, "pct.", "at_least"),),
        ),
    ]
    if money:
        measures.append(
            Measure(
                f"Der bruges {money} til en fælles rekrutteringsportal med nabokommunerne.",
                (q(500000, "kr."),),
            )
        )
    if year in (2015, 2016):
        measures.append(apprentices(year))
    return Target(
        "Tættere samarbejde med virksomhederne" + ("" if year == 2014 else " om rekruttering"),
        4 if year == 2014 else 1,
        tuple(measures),
        said.actions(said.COMPANIES, year),
        """
Virksomhederne i Granholm er mange og små: 82 pct. har færre end ti ansatte. De har sjældent en
afdeling, som kan tage sig af rekruttering, og de skal opleve, at et opkald til jobcentret er umagen
værd.

Et godt samarbejde er også forudsætningen for, at ledige kan prøve kræfter med et fag og få en fod
indenfor. Jobcentrets konsulenter skal derfor kende virksomhederne, deres sæsoner og deres krav, og de
skal kunne sige fra, når jobcentret ikke har den rette kandidat.
""",
        f"""
I {year - 2} havde jobcentret kontakt med {412 + 9 * (year - 2014)} virksomheder, heraf
{47 + year - 2014} nye. Tilfredshedsmålingen fra foråret {year - 1} viste, at {76 + year - 2014} pct.
var tilfredse eller meget tilfredse.
""",
    )


def apprentices(year: int) -> Measure:
    return Measure(
        f"Der skal ved udgangen af {year} være indgået aftaler om mindst 20 nye lærepladser hos "
        f"lokale håndværksmestre.",
        (q(20, "lærepladser", "at_least", deadline=end(year)),),
    )


def drop_out(year: int, restated: bool = False) -> Measure:
    printed = {2014: "18,5 pct.", 2015: "17 pct.", 2016: "17,0 %", 2017: "16,5 pct."}[year]
    value = {2014: 18.5, 2015: 17, 2016: 17, 2017: 16.5}[year]
    return Measure(
        "Andelen af unge uden uddannelse, der afbryder en uddannelse i løbet af det første år, skal "
        "nedbringes til "
        f"højst {printed}",
        (q(value, "pct.", "at_most"),),
        "Andelen af unge uden uddannelse, som afbryder en uddannelse i det første år, skal "
        "nedbringes til højst "
        f"{printed}"
        if restated
        else None,
    )


def begin(year: int) -> Measure:
    value = {2014: 30, 2015: 30, 2016: 35, 2017: 38}[year]
    return Measure(
        f"Mindst {value} pct. af de unge, der modtager uddannelseshjælp, skal ved udgangen af {year} "
        f"være begyndt på en "
        "ordinær uddannelse.",
        (q(value, "pct.", "at_least", deadline=end(year)),),
    )


def school_plan(year: int) -> Measure:
    return Measure(
        "Alle unge under 25 år har en plan for uddannelse senest "
        f"{'fire' if year == 2014 else 'to'} uger efter den første samtale."
    )


YOUNG_PROSE = """
En ung uden uddannelse har dobbelt så stor risiko for at blive ledig som en ung med et svendebrev. Det
gælder også i en tid, hvor der er mangel på hænder, for de ufaglærte job forsvinder hurtigere, end de
kommer til.

Mange af de unge, jobcentret møder, har et eller flere afbrudte forløb bag sig. De ved ofte godt, hvad
de gerne vil, men ikke hvordan de kommer derhen. Derfor skal vejledning, praktik og støtte hænge sammen,
og den unge skal ikke vente mellem ét tilbud og det næste.
"""


def young(year: int) -> Target:
    first, second = (begin(year), drop_out(year)) if year == 2014 else (drop_out(year, True), begin(year))
    return Target(
        "Flere unge i uddannelse",
        1 if year == 2014 else 2,
        (first, second, school_plan(year)),
        said.actions(said.YOUNG, year),
        YOUNG_PROSE,
        f"""
I august {year - 1} modtog 152 unge uddannelseshjælp, svarende til 5,1 pct. af alle mellem 18 og 29 år. I
{year - 2} begyndte 28 pct. af dem på en uddannelse, og 19,2 pct. af dem, der begyndte, faldt fra igen.
""",
    )


def exposed(year: int) -> Target:
    more = 25 if year == 2014 else 40
    share = {2014: 45, 2015: 45, 2016: 40, 2017: 50}[year]
    measures = [
        Measure(
            f"Antallet af borgere i ressourceforløb skal øges med {more} personer fra niveauet i {year - 1}.",
            (q(more, "personer", "increase_by", baseline_year=year - 1),),
        ),
        Measure(
            f"Mindst {share} pct. af de aktivitetsparate kontanthjælpsmodtagere skal i {year} deltage i et "
            "virksomhedsrettet tilbud.",
            (q(share, "pct.", "at_least"),),
        ),
    ]
    if year == 2017:
        measures.append(
            Measure(
                "Der etableres et fast samarbejde med distriktspsykiatrien om individuelt tilrettelagt "
                "job med støtte."
            )
        )
    return Target(
        "Udsatte borgere skal tættere på arbejdsmarkedet",
        2 if year == 2014 else 3,
        tuple(measures),
        said.actions(said.EXPOSED, year),
        """
Nogle borgere har været uden for arbejdsmarkedet så længe, at vejen tilbage må bygges i små skridt. De
har ofte problemer med helbred, bolig eller økonomi på samme tid, og de har mødt mange sagsbehandlere.

Erfaringen er, at også få timer på en rigtig arbejdsplads gør en forskel, når timerne følges op af
støtte. Det er ikke et mål i sig selv, at borgeren bliver rask først.
""",
        f"""
I september {year - 1} var {188 - 7 * (year - 2014)} borgere aktivitetsparate kontanthjælpsmodtagere.
Heraf deltog {37 + year - 2014} pct. i et virksomhedsrettet tilbud.
""",
        restated="Udsatte borgere skal nærmere arbejdsmarkedet" if year == 2015 else None,
    )


def long_term(year: int) -> Target:
    until = f"juni {year}" if year == 2016 else f"december {year}"
    day = f"{year}-06-30" if year == 2016 else end(year)
    second = (
        "Der afholdes 12 jobcaféer på biblioteket."
        if year == 2014
        else "En særlig vejleder tilknyttes ledige over 50 år fra deres første samtale."
    )
    return Target(
        "Færre langtidsledige" if year == 2016 else "Langtidsledigheden skal begrænses",
        {2014: 3, 2015: 4}.get(year),
        (
            Measure(
                f"Antallet af langtidsledige skal begrænses til højst 240 personer pr. {until}.",
                (q(240, "personer", "at_most", deadline=day),),
            ),
            Measure(second, (q(12, "jobcaféer"),) if year == 2014 else ()),
        ),
        said.actions(said.LONG_TERM, year),
        """
Langtidsledighed er dyr for kommunen og hård for den enkelte. Jo længere en periode uden arbejde varer,
jo færre samtaler fører den til. Særligt ledige, der mister et arbejde efter mange år samme sted, har
brug for hjælp til at se, hvad de ellers kan bruges til.
""",
        f"""
Ifølge prognosen fra beskæftigelsesregionen ventes antallet af langtidsledige at falde til ca. 265
personer ved udgangen af {year - 1}. Ved udgangen af {year - 2} var tallet {298 - 11 * (year - 2014)}.
""",
    )


def sick(year: int) -> Target:
    printed = {2014: "14 pct.", 2015: "13 pct.", 2016: "13,0 pct.", 2017: "12,5 pct."}[year]
    value = {2014: 14, 2015: 13, 2016: 13, 2017: 12.5}[year]
    fall = {2014: "1,5", 2015: "2,5", 2016: "2,5", 2017: "3,0"}[year]
    told = {
        2014: ("I 2012 varede 15,5 pct. af forløbene mere end 26 uger.", "41,3"),
        2015: ("I 2013 varede 14,9 pct. af forløbene mere end 26 uger mod 15,5 pct. i 2012.", "40,8"),
        2016: ("I 2014 varede 14,2 pct. af forløbene mere end 26 uger mod 15,5 pct. i 2012.", "38,9"),
        2017: ("I 2015 varede 13,3 pct. af forløbene mere end 26 uger mod 15,5 pct. i 2012.", "37,5"),
    }[year]
    measures = [
        Measure(
            f"Højst {printed} af sygedagpengeforløbene må vare mere end 26 uger ved udgangen af "
            f"{year}. Det er "
            f"et fald på {fall} pct. point i forhold til 2012.",
            (
                q(
                    value,
                    "pct.",
                    "at_most",
                    deadline=end(year),
                    baseline_year=2012,
                    change=-float(fall.replace(",", ".")),
                    change_unit="pct. point",
                ),
            ),
        ),
        Measure(
            "Sygemeldte med job indkaldes til første samtale inden tre uger på arbejdspladsen."
            if year == 2017
            else f"Alle sygemeldte indkaldes til første samtale inden "
            f"{'fire' if year == 2014 else 'tre'} uger."
        ),
    ]
    if year >= 2016:
        measures.append(
            Measure(
                "Mindst 20 pct. af de sygemeldte med job skal være delvist raskmeldt efter otte uger.",
                (q(20, "pct.", "at_least"),),
            )
        )
    return Target(
        "Kortere sygedagpengeforløb" + (" og hurtigere tilbage til arbejdet" if year == 2017 else ""),
        None,
        tuple(measures),
        said.actions(said.SICK, year),
        """
Halvdelen af kommunens sygemeldte er tilbage på arbejdet inden for otte uger, helt af sig selv. Det er
de øvrige, jobcentret skal bruge kræfterne på. En lang sygemelding gør vejen tilbage sværere, og efter
et halvt år er det kun hver tredje, der vender tilbage til den samme arbejdsplads.

Målet er ikke, at syge skal i arbejde før tid, men at ingen venter på en undersøgelse, en samtale eller
et svar.
""",
        f"""
{told[0]} De samlede udgifter
til sygedagpenge udgjorde {told[1]} mio. kr. Kommunen ligger dermed over gennemsnittet for sammenlignelige
kommuner, der er 13,8 pct. Blandt mænd over 50 år er andelen 18,4 pct., og her er udviklingen gået den
forkerte vej siden 2010.
""",
    )


def refugees(year: int) -> Target:
    jobs = {2015: 15, 2016: 25, 2017: 35}[year]
    low, high = {2015: (62, 66), 2016: (66, 70), 2017: (70, 72)}[year]
    mentors = {2015: ("10", "exactly"), 2016: ("mindst 10", "at_least")}.get(year)
    measures = [
        Measure(
            f"Mindst {jobs} flygtninge skal i {year} være i ordinært arbejde.",
            (q(jobs, "flygtninge", "at_least"),),
        ),
        Measure(
            "Mindst 90 pct. af de nyankomne flygtninge har fået afklaret deres kompetencer inden for "
            "tre måneder.",
            (q(90, "pct.", "at_least"),),
        )
        if year == 2017
        else Measure("Alle nyankomne flygtninge har fået afklaret deres kompetencer inden for tre måneder."),
    ]
    if mentors:
        measures.append(
            Measure(f"Der uddannes {mentors[0]} frivillige jobmentorer.", (q(10, "jobmentorer", mentors[1]),))
        )
    measures.append(
        Measure(
            f"Andelen af flygtninge, der består danskprøve 2, skal stige fra {low} pct. til mindst "
            f"{high} pct.",
            (q(high, "pct.", "at_least", baseline_value=low),),
        )
    )
    return Target(
        "Flere flygtninge i arbejde eller uddannelse",
        None if year == 2015 else 4,
        tuple(measures),
        said.actions(said.REFUGEES, year),
        """
Granholm tager imod flere flygtninge end før, og de fleste vil gerne arbejde. Et job er den korteste vej
til sproget, til naboerne og til en hverdag, der ligner andres. Derfor skal integrationen ud af
klasselokalet og ind på arbejdspladserne fra begyndelsen.
""",
        f"""
Kommunens kvote for {year} er på {64 - 5 * (year - 2015)} personer. Ved udgangen af juni {year - 1} var
{11 + 6 * (year - 2015)} af de {73 + 9 * (year - 2015)} voksne flygtninge i integrationsperioden i
ordinært arbejde.
""",
    )


SENIORS = Target(
    "Borgere på 50 år og derover skal fastholdes i arbejde",
    None,
    (
        Measure(
            "Antallet af ledige over 50 år skal ved udgangen af 2017 være faldet med 15 pct. i "
            "forhold til december "
            "2016.",
            (q(15, "pct.", "decrease_by", deadline=end(2017), baseline_year=2016),),
        ),
        Measure("Der holdes seniorsamtaler på alle kommunale arbejdspladser."),
    ),
    said.actions(said.SENIORS, 2017),
    """
Tilbagetrækningsalderen stiger, men arbejdslivet følger ikke altid med. Målet er nyt i planen for 2017
og er foreslået af Seniorrådet.
""",
    "I juni 2016 var 143 af kommunens ledige over 50 år. Det er 31 pct. af alle ledige.",
)

STAY_2016 = Target(
    "Flere unge gennemfører deres uddannelse",
    2,
    (
        drop_out(2016),
        Measure(
            "Mindst 25 unge skal have en mentor i overgangen til en ungdomsuddannelse.",
            (q(25, "unge", "at_least"),),
        ),
    ),
    said.actions(said.STAY, 2016),
    """
At begynde er kun halvdelen. Hver femte ung, der kommer fra uddannelseshjælp, falder fra inden for det
første år, og et frafald gør det sværere at begynde igen. Målet er udskilt fra det tidligere mål om
flere unge i uddannelse, så fastholdelse får sin egen opmærksomhed.
""",
    "Frafaldet var 18,1 pct. i 2014 og 17,4 pct. i første halvår af 2015.",
)

BEGIN_2016 = Target(
    "Flere unge begynder på en uddannelse",
    2,
    (begin(2016), school_plan(2016)),
    said.actions(said.YOUNG, 2016),
    YOUNG_PROSE,
    "I august 2015 modtog 139 unge uddannelseshjælp. I 2014 begyndte 33 pct. af dem på en uddannelse.",
)

YOUNG_2017 = Target(
    "Flere unge begynder på og gennemfører en uddannelse",
    2,
    (
        begin(2017),
        drop_out(2017),
        Measure("Unge, der har behov for det, skal have en mentor i overgangen til en ungdomsuddannelse."),
        apprentices(2017),
    ),
    said.actions(said.YOUNG, 2017) + said.actions(said.STAY, 2017),
    YOUNG_PROSE,
    """
I august 2016 modtog 131 unge uddannelseshjælp. I 2015 begyndte 36 pct. af dem på en uddannelse, og 17,0
pct. faldt fra inden for et år. De to mål fra planen for 2016 er samlet igen, fordi de samme
medarbejdere arbejder med begge.
""",
)
