"""Invented targets, measures and phrases that edits put into plans."""

TARGETS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Flere seniorer bliver på arbejdsmarkedet",
        (
            "Mindst 60 virksomheder har indgået en seniorpolitisk aftale med jobcentret.",
            "Alle ledige dagpengemodtagere over 58 år tilbydes en samtale om seniorjob.",
        ),
    ),
    (
        "Hurtigere svar til arbejdsgivere",
        (
            "Mindst 95 pct. af alle henvendelser fra arbejdsgivere besvares samme dag.",
            "Der oprettes én fælles telefonlinje for rekruttering.",
        ),
    ),
    (
        "Kvinder med indvandrerbaggrund i deltidsjob",
        (
            "Mindst 18 kvinder med indvandrerbaggrund har fået et deltidsjob på plejehjemmene.",
            "Der knyttes en tosproget jobguide til hvert forløb.",
        ),
    ),
    (
        "Ledige akademikere ud i små firmaer",
        (
            "Der formidles 14 vækstpiloter til firmaer uden akademisk arbejdskraft.",
            "Kandidater uden erhvervserfaring får et kursus i salg og tilbudsgivning.",
        ),
    ),
    (
        "Psykisk sårbare skal have støtte på jobbet",
        (
            "Ventetiden til støttekontaktpersoner må højst være 10 pct. over landsgennemsnittet.",
            "Psykiatribrugere tilbydes beskyttet beskæftigelse i kommunens gartneri.",
        ),
    ),
    (
        "Grøn omstilling kræver nye kvalifikationer",
        (
            "Mindst 35 ufaglærte gennemfører et kursus i energirenovering.",
            "Et kompetencecenter for vindmølleteknik åbner i den gamle remise.",
        ),
    ),
)
"""Titles with measures, of topics that no sample plan has."""

MEASURES = (
    "Sagsbehandlingstiden for sygedagpengeankenævnet offentliggøres hvert kvartal.",
    "Mindst 22 tillidsrepræsentanter uddannes til mentorer for nyansatte kolleger.",
    "Jobparate kontanthjælpsmodtagere inviteres til speeddating med vikarbureauer.",
    "Der afsættes 750.000 kr. til kørekort for arbejdssøgende på landet.",
    "Ordblinde får udleveret en læsepen ved det første møde.",
    "Højst 6 pct. af revalidenderne afbryder deres forløb i utide.",
    "En app med ledige vikariater stilles til rådighed for brugerne.",
    "Antallet af nyttepladser ved parkvæsenet skal øges med 8 pladser.",
    "Enlige forsørgere tilbydes fleksibel pasning af småbørn om aftenen.",
    "Mindst 70 pct. af dimittenderne er i beskæftigelse et halvt år efter eksamen.",
)
"""Measures of topics that no sample plan has."""

TITLES = (
    "En stærkere indsats for dem, der venter",
    "Kommunen som foregangsarbejdsplads",
    "Ingen skal parkeres uden plan",
)
"""Titles that could stand over many a target."""

SYNONYMS = (
    ("etableres", "oprettes"),
    ("opleve", "erfare"),
    ("deltage i", "få plads på"),
    ("inden for", "i løbet af"),
    ("ordinært arbejde", "almindeligt job"),
    ("ordinær uddannelse", "kompetencegivende uddannelse"),
    ("tilbud", "forløb"),
    ("samarbejde", "partnerskab"),
    ("indsats", "støtte"),
    ("fokus på", "blik for"),
    ("sikre", "sørge for"),
    ("som", "der"),
    ("flere", "stadig flere"),
    ("Flere", "Langt flere"),
    ("skal", "bør"),
    ("få", "opnå"),
    ("med", "sammen med"),
    ("i kommunen", "lokalt"),
    ("Alle", "Samtlige"),
    ("Der", "Herudover"),
)
"""Words that a careful editor exchanges."""

CLAUSES = (
    ", når borgeren selv ønsker det",
    " i tæt dialog med de faglige organisationer",
    ", og resultatet fremlægges for udvalget",
    " efter aftale med den enkelte",
    ", så ingen falder mellem to stole",
)
"""What an editor puts behind a sentence."""

PROMISES = (
    ("Endvidere skal der indgås {} nye rammeaftaler.", "indgås"),
    ("Desuden afholdes {} informationsmøder.", "afholdes"),
    ("Heraf skal mindst {} kvinder deltage.", "mindst"),
)
"""Sentences that promise one thing more."""
