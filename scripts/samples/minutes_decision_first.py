"""The first sample of layout 2: a committee of Nørremark, with a memo."""

from samples.model import Decision, History, Item, Memo, Minutes, Part, Section, Votes
from samples.people import person

OWN = ""
"""Stands for the body of a line that only repeats this meeting's own decision."""


def first(
    number: str,
    title: str,
    case: str | None,
    decision: Decision | None,
    rows: list[tuple[str, str]],
    history: list[tuple[str, str, str, str]] = (),
    away: list[str] | None = None,
    **more: object,
) -> Item:
    """An item: its decision, the other sections, and what other bodies decided (label, body, date, text)."""
    sections = [Section("Beslutning", decision.text)] if decision and decision.labelled else []
    for label, text in rows:
        sections.append(Section(label, text))
    if history:
        past = Section(
            "Sagens forløb",
            " ".join(f"{printed} {text}" for printed, _, _, text in history),
            entries=[(printed, text) for printed, _, _, text in history],
            history=[History(body, date, text) for _, body, date, text in history if body != OWN],
        )
        bilag = next((i for i, s in enumerate(sections) if s.label == "Bilag"), len(sections))
        sections.insert(bilag, past)
    return Item(number, title, sections, decision, case, absent=away or [], **more)


# --- Klima- og Teknikudvalget, 14 March 2022 -------------------------------------------------------------

GONE = ["Inger Margrethe Sand"]
LINE = "Fraværende: Inger Margrethe Sand"


def k(
    number: str,
    title: str,
    case: str | None,
    text: str,
    outcome: str,
    rows: list[tuple[str, str]],
    parts: list[Part] | None = None,
    away: list[str] | None = None,
    line: str = LINE,
    labelled: bool = True,
    votes: Votes | None = None,
    forwarded: list[str] | None = None,
    dissent: str | None = None,
    postponed: str | None = None,
    history: list[tuple[str, str, str, str]] = (),
    **more: object,
) -> Item:
    decision = Decision(
        text,
        outcome,
        parts or [],
        votes,
        dissent,
        forwarded or [],
        postponed,
        labelled=labelled,
        absent_line=line,
    )
    return first(number, title, case, decision, rows, history, GONE if away is None else away, **more)


KTU_ITEMS = [
    k(
        "1",
        "Godkendelse af dagsorden",
        "22-000311",
        "Dagsordenen blev godkendt med den bemærkning, at punkt 6 behandles efter punkt 2.",
        "approved",
        [
            ("Sagsprocedure", "Klima- og Teknikudvalget."),
            ("Indstilling", "Center for Politik og Ledelse indstiller, at dagsordenen godkendes."),
        ],
    ),
    k(
        "2",
        "Orientering om tvist med entreprenør ved renovering af Havnebroen",
        "21-009874",
        """
Orienteringen blev taget til efterretning.

Udvalget ønsker sagen forelagt igen, når syn og skøn foreligger.
""",
        "noted",
        [],
        labelled=False,
        open=False,
    ),
    k(
        "3",
        "Cykelsti mellem Østervang og Nørremark Station - valg af linjeføring og finansiering",
        "20-017752",
        """
1.-2. Anbefales.

3. Indstillingen kan ikke anbefales, da der var stemmelighed.

For stemte Søren Egebæk (A) og Mads Ellekilde (Ø). Imod stemte Jørgen Lynghøj (C) og Pia Holmegaard (V) med
bemærkning om, at lodsejerne først skal have et skriftligt tilbud.
""",
        "mixed",
        [
            ("Sagsprocedure", "Klima- og Teknikudvalget, Økonomiudvalget og Byrådet."),
            (
                "Resume",
                """
Byrådet afsatte i budget 2022 et rådighedsbeløb på 7,8 mio. kr. til en dobbeltrettet cykelsti langs
Møllevej. Udvalget skal anbefale én af tre linjeføringer.
""",
            ),
            (
                "Indstilling",
                """
Center for Teknik og Miljø indstiller, at udvalget anbefaler Byrådet,

+ 1. at linjeføring B langs jernbanen vælges,

+ 2. at der meddeles anlægsbevilling på 7,8 mio. kr. finansieret af det afsatte rådighedsbeløb, og

+ 3. at Byrådet om nødvendigt er indstillet på at ekspropriere de 1.460 m² fra tre lodsejere.
""",
            ),
            (
                "Sagsbeskrivelse",
                """
Der er undersøgt tre linjeføringer. De er vurderet på tryghed, anlægsudgift, natur og rejsetid.

| Linjeføring | Længde (m) | Pris (mio. kr.) | Lodsejere ||
| A - langs Møllevej | 2.340 | 9,6 | 17 |
| B - langs jernbanen | 2.610 | 7,8 | 3 |
| C - gennem Storeskov | 1.980 | 6,9 | 1 |

<b>Linjeføring A</b> er den mest synlige, men 17 indkørsler gør den mindre tryg for skolebørn.

<b>Linjeføring B</b> er længst, men har kun to krydsninger. Banedanmark har givet principtilsagn.

<b>Linjeføring C</b> kræver dispensation fra skovbyggelinjen og fredskovspligten, og Naturstyrelsen har
udtalt, at den ikke kan påregnes.

Trafiksikkerhedsrådet anbefaler enten A eller B. Cyklistforbundets lokalafdeling foretrækker B, hvis stien
belyses.
""",
            ),
            ("Lovgrundlag", "Lov om offentlige veje, kapitel 10."),
            ("Økonomiske konsekvenser", "Afledt drift udgør 62.000 kr. årligt fra 2024."),
            (
                "Bilag",
                "- Notat - vurdering af tre linjeføringer\n- Kort over linjeføringer\n- "
                "Høringssvar fra Cyklistforbundet",
            ),
        ],
        parts=[
            Part(["1", "2"], "recommended", "1.-2. Anbefales."),
            Part(
                ["3"],
                "rejected",
                "3. Indstillingen kan ikke anbefales, da der var stemmelighed.",
                Votes(["Søren Egebæk", "Mads Ellekilde"], ["Jørgen Lynghøj", "Pia Holmegaard"]),
            ),
        ],
        votes=Votes(["Søren Egebæk", "Mads Ellekilde"], ["Jørgen Lynghøj", "Pia Holmegaard"]),
        dissent="Imod stemte Jørgen Lynghøj (C) og Pia Holmegaard (V) med bemærkning om, at lodsejerne "
        "først skal have et skriftligt tilbud.",
        history=[
            (
                "10-01-2022 Klima- og Teknikudvalget",
                "Klima- og Teknikudvalget",
                "2022-01-10",
                "Udsat. Linjeføring C ønskes belyst.",
            ),
            ("14-03-2022 Klima- og Teknikudvalget", OWN, "2022-03-14", "1.-2. Anbefales."),
        ],
        forwarded=["Byrådet"],
        attachments=[
            "Notat - vurdering af tre linjeføringer",
            "Kort over linjeføringer",
            "Høringssvar fra Cyklistforbundet",
        ],
    ),
    k(
        "4",
        "Takster for affald 2022 - regulering af gebyr for haveaffald",
        "22-001205",
        "Anbefales.",
        "recommended",
        [
            ("Sagsprocedure", "Klima- og Teknikudvalget, Økonomiudvalget og Byrådet."),
            (
                "Indstilling",
                """
Center for Teknik og Miljø indstiller, at udvalget anbefaler over for Økonomiudvalget og Byrådet, at gebyret
for afhentning af haveaffald hæves fra 285 kr. til 310 kr. ekskl. moms med virkning fra 1. juli 2022.
""",
            ),
            (
                "Sagsbeskrivelse",
                """
Ordningen skal hvile i sig selv. Ved årets udgang viste regnskabet et underskud på 214.000 kr., fordi flere
husstande end ventet er tilmeldt, mens prisen på behandling er steget med 8 pct.

Tre muligheder er undersøgt:

- et fast gebyr på 310 kr. (anbefales)
- betaling pr. afhentning:
-- 24 kr. pr. sæk
-- 60 kr. pr. spand
- færre afhentninger i august og november
""",
            ),
            ("Økonomiske konsekvenser", "Sagen er udgiftsneutral for kommunen."),
            ("Kommunikation", "Ændringen omtales på hjemmesiden og i affaldskalenderen."),
        ],
        forwarded=["Økonomiudvalget", "Byrådet"],
        history=[("14-03-2022 Klima- og Teknikudvalget", OWN, "2022-03-14", "Anbefales.")],
    ),
    k(
        "5",
        "Revision af vinter- og renholdelsesregulativ",
        "21-015530",
        "1.-4. Godkendt.",
        "approved",
        [
            ("Sagsprocedure", "Klima- og Teknikudvalget."),
            ("Resume", "Regulativet fra 2014 er gennemskrevet, og klassificeringen af veje er ajourført."),
            (
                "Indstilling",
                """
Center for Teknik og Miljø indstiller,

+ 1. at vejene klassificeres som vist på kortbilaget,

+ 2. at saltning på gang- og cykelstier sker samtidig med klasse 1-veje,

+ 3. at grundejernes pligter er uændrede, og

+ 4. at regulativet træder i kraft den 1. oktober 2022.
""",
            ),
            (
                "Sagsbeskrivelse",
                """
I høringsperioden fra den 10. januar til den 7. februar 2022 er der modtaget fire svar. To
grundejerforeninger ønsker deres stamvej opklassificeret. Det kan ikke imødekommes, da trafikken er
under 1.500 biler i døgnet. Politiet har ikke haft bemærkninger.
""",
            ),
            ("Lovgrundlag", "Lov om vintervedligeholdelse og renholdelse af veje § 3."),
            ("Bilag", "- Regulativ 2022 (udkast)\n- Kortbilag"),
        ],
        parts=[Part(["1", "2", "3", "4"], "approved", "1.-4. Godkendt.")],
        attachments=["Regulativ 2022 (udkast)", "Kortbilag"],
    ),
    k(
        "6",
        "Dialog med landsbylauget i Ravnsø",
        "22-002018",
        """
Udvalget drøftede landsbylaugets ønsker om hastighedsdæmpning, et nyt busskur og slåning af rabatter.
Formanden takkede for fremmødet.
""",
        "discussed",
        [
            ("Sagsprocedure", "Klima- og Teknikudvalget."),
            ("Indstilling", "Center for Teknik og Miljø indstiller, at udvalget drøfter laugets ønsker."),
            ("Sagsbeskrivelse", "Tre repræsentanter for landsbylauget deltager fra kl. 16.15 til kl. 16.45."),
        ],
    ),
    k(
        "7",
        "Ansøgning om dispensation til udvidet skydetid på Hedens Skydebane",
        "21-013377",
        """
Kan ikke godkendes. Udvalget ønsker ikke skydning på søn- og helligdage af hensyn til naboerne.

Søren Egebæk (A) kunne ikke tiltræde beslutningen, da en prøveperiode på ét år burde have været forsøgt.
""",
        "rejected",
        [
            ("Sagsprocedure", "Klima- og Teknikudvalget."),
            (
                "Resume",
                "Skytteforeningen søger om at skyde tre søndage om måneden fra april til september.",
            ),
            (
                "Indstilling",
                """
Center for Teknik og Miljø indstiller, at der meddeles dispensation for en prøveperiode på ét år på
vilkår om højst 60 skud i timen med kaliber .22.
""",
            ),
            (
                "Sagsbeskrivelse",
                """
Miljøgodkendelsen fra 1998 tillader skydning på hverdage kl. 14-20 og lørdage kl. 10-15. Der bor syv
familier inden for 600 meter. Støjberegningen viser 67 dB(A) ved den nærmeste bolig, hvilket er 3 dB
under grænsen på hverdage, men 2 dB over den vejledende grænse på søndage.

Der er kommet fem høringssvar, hvoraf fire er imod.
""",
            ),
            ("Øvrige konsekvenser", "Ingen."),
            ("Bilag", "- Støjberegning, februar 2022"),
        ],
        dissent="Søren Egebæk (A) kunne ikke tiltræde beslutningen, da en prøveperiode på ét år burde have "
        "været forsøgt.",
        attachments=["Støjberegning, februar 2022"],
    ),
    k(
        "8",
        "Udmøntning af Grøn Pulje 2022",
        "22-000940",
        """
Godkendt med den ændring, at ansøgning nr. 4 om insekthoteller imødekommes med 15.000 kr., som tages fra
ansøgning nr. 2.
""",
        "amended",
        [
            ("Sagsprocedure", "Klima- og Teknikudvalget."),
            ("Indstilling", "Center for Teknik og Miljø indstiller, at puljen udmøntes som vist i tabel 1."),
            (
                "Sagsbeskrivelse",
                """
Puljen er på 120.000 kr. Tabel 1: Ansøgninger

| Nr. | Projekt | Søgt | Indstillet ||
| 1 | Byhaver på Torvet | 48.000 | 40.000 |
| 2 | Regnvandsbed ved Elmeskolen | 75.000 | 60.000 |
| 3 | Frøbank i biblioteket | 20.000 | 20.000 |
| 4 | Insekthoteller langs å-stien | 35.000 | 0 |
""",
            ),
            ("Økonomiske konsekvenser", "Puljen er afsat på konto 0.28.20."),
        ],
        away=["Inger Margrethe Sand", "Pia Holmegaard"],
        line="Fraværende: Inger Margrethe Sand og Pia Holmegaard (inhabil)",
    ),
    k(
        "9",
        "Udpegning af repræsentant til Grønt Råd",
        "22-000312",
        "Mads Ellekilde (Ø) blev udpeget med Jørgen Lynghøj (C) som suppleant.",
        "elected",
        [
            (
                "Indstilling",
                "Center for Teknik og Miljø indstiller, at der udpeges et medlem og en suppleant.",
            ),
            ("Sagsbeskrivelse", "Rådet mødes fire gange om året og består af ni foreninger og myndigheder."),
        ],
    ),
    k(
        "10",
        "Orientering fra formanden",
        "22-000313",
        "Der var ingen orienteringer.",
        "other",
        [
            ("Sagsprocedure", "Klima- og Teknikudvalget."),
            ("Indstilling", "Formanden indstiller, at eventuelle orienteringer tages til efterretning."),
        ],
    ),
    first("11", "Underskriftsark", "22-000314", None, [("Sagsbeskrivelse", "Elektronisk underskriftsark.")]),
]

KTU = Minutes(
    "Nørremark Kommune",
    "Klima- og Teknikudvalget",
    "2022-03-14",
    KTU_ITEMS,
    [
        person("Jørgen Lynghøj", party=False),
        person("Pia Holmegaard", status="partial", party=False),
        person("Søren Egebæk", party=False),
        person("Mads Ellekilde", party=False),
        person("Inger Margrethe Sand", status="absent", party=False),
    ],
    start="16:00",
    place="Mødelokale Åen",
    title="Referat",
    order=["1", "2", "6", "3", "4", "5", "7", "8", "9", "10", "11"],
)

KTU_PRESENT = [p.name for p in KTU.people if p.status != "absent"]

ROUTES = Memo(
    "Nørremark Kommune",
    "Center for Teknik og Miljø",
    "Vurdering af tre linjeføringer for en cykelsti mellem Østervang og Nørremark Station",
    "28. februar 2022 - Sagsnr. 20-017752",
    """
= Baggrund

Byrådet har i budget 2022 afsat 7,8 mio. kr. til en dobbeltrettet cykelsti mellem Østervang og Nørremark
Station. Strækningen bruges dagligt af omkring 180 skoleelever og af pendlere til toget. Der er i de seneste
fem år registreret fire personskader på Møllevej.

Notatet vurderer tre linjeføringer og indgår i Klima- og Teknikudvalgets behandling af sagen den 14. marts
2022.

= Metode

De tre linjeføringer er vurderet på fire forhold:

- Tryghed: antal krydsninger og indkørsler, belysning og udsyn
- Anlægsudgift og drift
- Natur: beskyttede arealer og træer, der må fældes
- Rejsetid for en cyklist med 16 km i timen

Hvert forhold er givet fra 1 til 5 point. Der er ikke lagt vægt på, om lodsejerne er indforståede.

= Resultat

| Linjeføring | Tryghed | Økonomi | Natur | Rejsetid | I alt ||
| A - langs Møllevej | 2 | 1 | 5 | 4 | 12 |
| B - langs jernbanen | 5 | 3 | 4 | 3 | 15 |
| C - gennem Storeskov | 3 | 4 | 1 | 5 | 13 |

Linjeføring A krydser 17 indkørsler og får kun to point for tryghed. Linjeføring C er billigst, men går
gennem fredskov, og Naturstyrelsen har i et brev af 11. januar 2022 udtalt, at en dispensation ikke kan
påregnes. Linjeføring B er 270 meter længere end A, men har kun to krydsninger, som begge kan gøres til
tunneler.

= Anbefaling

Centret anbefaler linjeføring B, da den samlet set er den tryggeste og kan anlægges inden for det afsatte
beløb.

Et forbehold er prisen på stål, som indgår i tunnelerne. Stiger den med mere end 10 procent, skal projektet
forelægges igen.
""",
    [],
    concerns="3",
    recommendation="Centret anbefaler linjeføring B, da den samlet set er den tryggeste og kan "
    "anlægges inden for "
    "det afsatte beløb.",
)
