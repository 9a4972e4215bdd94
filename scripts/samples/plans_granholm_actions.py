"""Granholm's plans: what the jobcentre says it will do for each target, year by year."""

from samples.planmodel import Action


def actions(text: str, year: int) -> tuple[Action, ...]:
    """Lines of a strategy: "-" or "--", the years that a line stands in where not all, then its words."""
    found = []
    for block in text.strip().split("\n\n"):
        mark, _, rest = " ".join(block.split()).partition(" ")
        if rest.startswith("["):
            years, _, rest = rest[1:].partition("] ")
            if str(year) not in years.split():
                continue
        found.append(Action(rest.format(year=year), len(mark)))
    return tuple(found)


COMPANIES = """
- Én indgang til jobcentret: virksomhederne skal have samme kontaktperson fra gang til gang

- Hurtig hjælp ved rekruttering. Jobcentret svarer på en jobordre inden for et døgn og sender kun
kandidater, der er forberedt på jobbet.

- [2014 2015] Systematiske besøg hos virksomheder med under ti ansatte

-- [2014 2015] fælles besøg med Granholm Erhvervsforum

-- [2014] besøgene planlægges efter branche

- [2015 2016 2017] Opsøgende arbejde over for håndværksmestre, der endnu ikke er godkendt som lærested

-- [2015] hjælp til at udfylde ansøgningen om godkendelse

-- [2015] besøg af en mester, der har haft lærling før, og som kan fortælle om, hvad det kræver i hverdagen

- Kommunens egne arbejdspladser går foran med praktik- og løntilskudspladser

- [2016 2017] Fælles rekrutteringsteam med nabokommunerne, når en virksomhed skal ansætte mange på én gang:

-- [2016 2017] teamet mødes hver anden uge

-- [2016 2017] en koordinator følger virksomheden, til stillingerne er besat

- [2017] Sociale klausuler skrives ind i alle anlægsudbud over 5 mio. kr.
"""

YOUNG = """
- Uddannelsesvejlederen møder den unge allerede ved den første samtale

- Tæt samarbejde med erhvervsskolerne om snuseforløb og brobygning

-- korte forløb på op til to uger

-- besøg hos en virksomhed i samme fag

- [2014 2015] Fokus på de unges styrker frem for diagnoser og begrænsninger.

- [2015 2016] Unge med læse- og stavevanskeligheder testes, inden de vælger uddannelse

- [2014 2015 2016] Virksomhedspraktik til unge, som er uafklarede eller skoletrætte

- [2016 2017] Den koordinerede ungeindsats samler jobcenter, socialafdeling og skole under samme tag
"""

STAY = """
- Tidlig opmærksomhed på fravær: skolen giver besked, når en elev har været væk i fem dage

- Mentor til unge, der har afbrudt en uddannelse før

- Kontaktperson på erhvervsskolen to formiddage om ugen

-- med mulighed for at tale med en psykolog

- Hjælp til bolig, økonomi og transport, når det er dét, der spænder ben
"""

EXPOSED = """
- Helhedsorienteret plan på tværs af forvaltninger:

-- én plan og én koordinerende sagsbehandler

-- borgeren har selv en kopi og kan rette i den

- Rehabiliteringsteamet mødes hver uge, så ingen venter unødigt på en indstilling

- [2014] Brug af virksomhedscentre til borgere, der skal prøve kræfter med få timer ad gangen

- [2015 2016 2017] Virksomhedscentre i både private og kommunale virksomheder, hvor borgere begynder med
få timer ad gangen

- Småjob og lønnede timer som et skridt på vejen – også ved siden af behandling

- [2016 2017] Samarbejde med lægehusene om forløb, hvor job og behandling følges ad
"""

LONG_TERM = """
- Intensive samtaler efter 16 måneders ledighed

-- samtalerne holdes sammen med a-kassen

- Opkvalificering inden for områder med mangel på arbejdskraft, f.eks. SOSU-hjælper, chauffør og svejser

- [2014] Jobcaféer, hvor ledige selv er værter

- [2015 2016] Ledige over 50 år får hjælp til at søge bredt og til at bruge deres netværk

- Jobrotation i samarbejde med mindst to store arbejdspladser i kommunen
"""

SICK = """
- Hurtig afklaring af sagerne

-- lægekonsulenten deltager i den første gennemgang

-- ingen sag ligger uden opfølgning i mere end fire uger

- Fastholdelseskonsulenten tager ud på arbejdspladsen, når sygemeldingen ventes at blive lang

- [2014 2015] Øget brug af delvis raskmelding, hvor det er forsvarligt

- [2015 2016] Tilbud om mestringskursus til borgere med stress, angst og lettere depression

- [2016 2017] Nyt samarbejde med Sundhedshuset om træning i arbejdstiden

- [2017] Virksomhederne inviteres til gå-hjem-møder om sygefravær og mulighed for hjælpemidler
"""

REFUGEES = """
- Praktik fra den første måned, med dansk på arbejdspladsen

- Frivillige jobmentorer knyttes til familien, når den flytter til kommunen

-- mentorerne får et kursus på tre aftener

- [2015] Kompetencer fra hjemlandet skrives ned på et kompetencekort

- [2016 2017] Forløb mod bestemte brancher – køkken, lager og pleje – i samarbejde med sprogskolen

- [2016] Informationsmøder for virksomheder om støtteordninger

- [2017] Integrationsgrunduddannelse (IGU) hos kommunen selv, f.eks. i Park og Vej
"""

SENIORS = """
- Samtale om seniorliv på de kommunale arbejdspladser

- Rådgivning af virksomheder om skånehensyn, hjælpemidler og nedsat tid

-- rådgivningen sker sammen med de faglige organisationer

- Korte kurser i digitale redskaber for ledige over 50 år
"""
