"""Short decisions in every form of the verb that clerks use, each outcome's together: a fuller row than the labelled sets."""

import pytest

from pipeline.danish.decisions import read_decision
from pipeline.danish.outcomes import read_outcome

# fmt: off
PHRASES = {
    "noted": [
        "Udvalget tog orienteringen til efterretning.", "Udvalget tager status til efterretning.", "Orienteringen taget til efterretning.",
        "Orienteringen er taget til efterretning.", "Redegørelsen tages til orientering.", "Udvalget tog sagen til orientering.",
        "Udvalget har taget orienteringen til efterretning.", "Udvalget besluttede at tage orienteringen til efterretning.",
        "Udvalget kan tage rapporten til efterretning.", "Taget ad notam.", "Udvalget noterede sig orienteringen.", "Udvalget modtog orienteringen.",
        "Udvalget fik en orientering om byggeriet.", "Udvalget blev orienteret om sagen.", "Orienteret.", "Der blev orienteret om status.",
        "Direktøren orienterede. Taget til efterretning.", "Til Efterretning", "T.e.", "Til eft.", "Taget til eftr.", "Tages til eft.",
        "Blev taget til orientering", "Orienteringen toges til efterretning.", "Med tak taget til efterretning.",
        "Meddelelserne taget til efterretning.", "Formandens orientering blev taget til efterretning.", "Årsrapporten tages hermed til efterretning.",
        "Udvalget tager ledelsesinformationen til efterretning uden bemærkninger.",
    ],
    "elected": [
        "Valgt: Ida Holm.", "Ida Holm er valgt.", "Ida Holm valgt.", "Ida Holm blev valgt til formand.", "Byrådet valgte Ida Holm.",
        "Til formand valgtes Ida Holm.", "Som stedfortræder udpegedes Bo Vang.", "Udvalget udpeger Ida Holm.", "Ida Holm og Bo Vang udpeges.",
        "Ida Holm udpeget.", "Byrådet besluttede at udpege Ida Holm.", "Byrådet vedtog at vælge Ida Holm.", "Ida Holm vælges.",
        "Formand: Ida Holm. Næstformand: Bo Vang.", "Nyt medlem af udvalget er Ida Holm.", "Ida Holm indtræder i udvalget.",
        "Ida Holm indvælges i bestyrelsen.", "Ida Holm genvælges.", "Ida Holm blev enstemmigt valgt.",
        "Til bestyrelsen udpegedes Ida Holm (A) og Bo Vang (V).", "Følgende blev valgt: Ida Holm, Bo Vang.", "Følgende valgtes: Ida Holm.",
        "Udvalget pegede på Ida Holm som repræsentant.", "Ida Holm blev udpeget som medlem.", "Venstre udpeger Bo Vang.",
        "Gruppe 1 har udpeget Bo Vang.",
    ],
    "withdrawn": [
        "Udgår", "Udgår.", "Udgået.", "Punktet er udgået.", "Sagen udgår af dagsordenen.", "Punktet blev udtaget af dagsordenen.",
        "Sagen taget af dagsordenen.", "Sagen er trukket tilbage.", "Trukket.", "Trukket tilbage.", "Bortfalder.", "Punktet bortfaldt.",
        "Administrationen trak sagen.", "Forvaltningen har trukket sagen tilbage.", "Punktet slettes fra dagsordenen.",
        "Sagen fjernes fra dagsordenen.", "Punktet taget af.", "Taget af dagsordenen.", "Taget af.", "Punktet aflyses.",
    ],
    "postponed": [
        "Udsat.", "Udsættes.", "Udsat til næste møde.", "Udsættes til næste møde.", "Sagen blev udsat.", "Udskydes.", "Punktet udskydes til januar.",
        "Behandlingen udsættes.", "Behandlingen blev udsat.", "Sagen overføres til næste møde.", "Sagen genoptages.", "Behandles på næste møde.",
        "Sagen behandles på næste møde.", "Sagen tages op på næste møde.", "Sagen genoptages på mødet den 5. maj.", "Udvalget ønsker sagen udsat.",
        "Udvalget ønskede sagen udsat til næste møde.", "Udvalget udsætter punktet.", "Sagen blev ikke færdigbehandlet.",
        "Punktet blev ikke behandlet og udsættes.", "Sagen sættes i bero.", "Sagen stillet i bero.", "Udsættelse.",
        "Udvalget vedtog udsættelse af sagen.", "Udvalget besluttede udsættelse.", "Beslutningen udsættes.", "Beslutning udsat.",
        "Endelig stillingtagen udskydes.", "Sagen forelægges igen på et senere møde.", "Udvalget afventer høringssvar.",
        "Sagen vender tilbage til udvalget.", "Sagen genfremsættes på næste møde.", "Forelægges på ny.", "Udvalget ønsker sagen forelagt igen.",
        "Udvalget ønsker sagen genoptaget på næste møde.",
    ],
    "referred": [
        "Oversendt.", "Oversendes til Økonomiudvalget.", "Sendt til Økonomiudvalget.", "Sendes til Byrådet.", "Sendes tilbage til udvalget.",
        "Sagen sendt tilbage til forvaltningen.", "Returneres til administrationen.", "Sagen oversendes til budgetforhandlingerne.",
        "Henvises til budgettet.", "Henvist til budgetlægningen.", "Overgår til Byrådet.", "Går videre til Økonomiudvalget.",
        "Sagen går videre til Byrådet.", "Videresendes.", "Indgår i budgetarbejdet.", "Indgår i budgetforhandlingerne.", "Medtages i budgetlægningen.",
        "Udvalget ønsker sagen sendt tilbage til forvaltningen.", "Sagen forelægges Byrådet.", "Forelægges Økonomiudvalget.",
        "Sagen sendes til behandling i Økonomiudvalget.", "Byrådet sendte sagen til Økonomiudvalget.",
        "Byrådet besluttede at sende sagen tilbage til udvalget.", "Hjemvises til fornyet behandling.", "Sagen hjemvist.", "Sagen tilbagesendes.",
    ],
    "rejected": [
        "Afslag.", "Ansøgningen afslås.", "Der gives afslag.", "Der meddeles afslag.", "Afslag meddelt.", "Ikke imødekommet.", "Imødekommes ikke.",
        "Ansøgningen blev ikke imødekommet.", "Kan ikke imødekommes.", "Udvalget giver afslag på ansøgningen.", "Udvalget gav afslag.",
        "Ikke godkendt.", "Ikke vedtaget.", "Forslaget er ikke vedtaget.", "Forslaget blev ikke vedtaget.", "Forslaget nød ikke fremme.",
        "Forslaget opnåede ikke flertal.", "Der var ikke flertal for forslaget.", "Der er ikke flertal.",
        "Der kunne ikke opnås flertal for forslaget.", "Udvalget kan ikke støtte forslaget.", "Udvalget støtter ikke forslaget.", "Anbefales ikke.",
        "Ikke anbefalet.", "Indstillingen kan ikke anbefales.", "Forslaget falder.", "Forslaget er forkastet.", "Forkastet.", "Nej.",
        "Udvalget ønsker ikke at støtte projektet.", "Udvalget ønsker ikke projektet gennemført.",
        "Udvalget besluttede ikke at foretage sig yderligere.", "Udvalget besluttede, at der ikke gives tilskud.",
        "Udvalget besluttede at give afslag.", "Udvalget besluttede at afslå ansøgningen.", "Der bevilges ikke tilskud.", "Der gives ikke tilskud.",
        "Der ydes ikke støtte.", "Ansøgningen kunne ikke imødekommes.",
    ],
    "discussed": [
        "Drøftet", "Drøftet.", "Drøftes.", "Punktet blev drøftet.", "Udvalget drøftede punktet.", "Blev drøftet.", "Sagen er drøftet.",
        "Temaet blev drøftet.", "Drøftelse.", "Der blev drøftet forskellige muligheder.", "Udvalget havde en god drøftelse.",
        "Udvalget har drøftet sagen.", "Emnet drøftet.", "Oplægget blev præsenteret og drøftet.", "Drøftelsen blev gennemført.",
        "Udvalget drøftede oplægget og kom med input.", "Gennemgået og drøftet.", "Udvalget tog en temadrøftelse.",
    ],
    "approved": [
        "Godkendt", "Godk.", "Tiltrådt", "Vedtaget", "Bevilget.", "Bevilges.", "Imødekommet.", "Imødekommes.", "Indstillingen godkendt.",
        "Indstilling godkendt.", "Godkendes.", "Indstillingen tiltrådt.", "Tiltrådt som indstillet.", "Som indstillet.", "Beslutning som indstillet.",
        "Besluttet som indstillet.", "I henhold til indstillingen.", "I overensstemmelse med indstillingen.", "Indstilling følges.",
        "Forslaget godkendt.", "Enighed om indstillingen.", "Udvalget er enig i indstillingen.", "Udvalget tilslutter sig.", "Tilslutning.",
        "Udvalget gav tilslutning til forslaget.", "Udvalget giver sin tilslutning.", "Udvalget bakker op om forslaget.", "Dagsorden godkendt.",
        "Dagsordenen blev godkendt.", "Referatet godkendt.", "Godkendt uden bemærkninger.", "Udvalget godkendte enstemmigt.", "Der gives tilladelse.",
        "Udvalget meddeler dispensation.", "Der gives dispensation som ansøgt.", "Udvalget frigav rådighedsbeløbet.", "Rådighedsbeløbet frigives.",
        "Anlægsbevillingen frigives.", "Ansøgningen godkendt.", "Der ydes tilskud på 10.000 kr.", "Udvalget yder et tilskud på 10.000 kr.",
        "Byrådet afsatte 500.000 kr.", "Bemyndigelsen givet.", "Borgmesteren bemyndiges til at underskrive.", "Udvalget godkender scenarie 2.",
        "Udvalget besluttede model A.", "Model 2 vælges.", "Model 2 blev valgt.", "Scenarie 1 anvendes.", "Sendes i høring.",
        "Sendes i offentlig høring.", "Lokalplanforslaget sendes i høring.", "Forslaget udsendes i høring.",
        "Forslaget fremlægges i offentlig høring.", "Udvalget besluttede at nedsætte en arbejdsgruppe.", "Planen sættes i gang.",
        "Udvalget igangsætter arbejdet.", "Kommissoriet er godkendt.", "Godkendt - dog med en bemærkning om parkering.", "Taksterne godkendt.", "Ja.",
    ],
    "other": [
        "Ingen.", "Intet.", "-", "Ingen bemærkninger.", "Ingen meddelelser.", "Intet at referere.", "Der var ingen bemærkninger.", "Ingen punkter.",
        "Intet nyt.", "Udvalget bemærkede, at støjen er et problem.", "Udvalget ønsker et notat om støj.", "Næste møde er den 5. maj.",
        "Mødet hævet kl. 17.", "Der blev stillet spørgsmål om parkering.", "Karen spurgte til cykelstier.", "Ingen orientering.",
        "Der var intet til punktet.", "Eventuelt: Intet.", "Punktet blev ikke behandlet.", "Forvaltningen svarede på spørgsmål.",
    ],
    "amended": [
        "Godkendt med ændringer.", "Godkendt med de faldne rettelser.", "Godkendt i ændret form.", "Godkendt med ændring af punkt 2.",
        "Godkendt med følgende tilføjelse: Der evalueres i 2015.", "Godkendt med den ændring, at prisen er 20 kr.",
        "Godkendt, dog således at prisen er 20 kr.", "Godkendt, dog ændres prisen til 20 kr.", "Godkendt, idet prisen ændres til 20 kr.",
        "Vedtaget med de ændringer, der blev aftalt på mødet.", "Vedtaget som ændret.",
        "Indstillingen blev godkendt med den tilføjelse, at taksten følger indekset.", "Indstillingen vedtaget, men med en frist på 2 uger.",
        "Godkendt med undtagelse af afsnit 4.", "Godkendt, bortset fra afsnit 4.", "Det ændrede forslag blev vedtaget.",
        "Udvalget godkendte et justeret forslag.", "Godkendt med de ændringer, som blev omdelt.", "Godkendt med udvalgets ændringer.",
        "Godkendt med mindre rettelser.", "Godkendt med den rettelse at mødet den 4. maj flyttes til den 11. maj.",
    ],
}

FOR = ["Godkendt. For stemte {a}. Imod stemte {b}.", "Godkendt. For: {a}. Imod: {b}.", "Godkendt.\nFor stemte: {a}\nImod stemte: {b}",
       "{a} stemte for indstillingen, mens {b} stemte imod. Godkendt.", "Indstillingen blev godkendt med stemmer fra {a}. {b} stemte imod.",
       "Et flertal ({a}) godkendte indstillingen. Et mindretal ({b}) stemte imod.", "Godkendt. For indstillingen: {a}. Imod indstillingen: {b}.",
       "Ja: {a}. Nej: {b}. Godkendt.", "Godkendt.\n{a}: For\n{b}: Imod"]
AGAINST = ["Godkendt. {b} stemte imod.", "Godkendt, idet {b} stemte imod.", "Godkendt. Imod stemte {b}.", "Godkendt. Imod: {b}.",
           "Godkendt med undtagelse af {b}, der stemte imod.", "Godkendt. {b} ønsker at stemme imod.", "Godkendt - {b} imod.", "Godkendt, dog stemte {b} imod.",
           "Godkendt. {b} kunne ikke støtte og stemte imod.", "Vedtaget. {b} var imod.", "Mod stemte {b}. Godkendt."]
ABSTAINED = ["Godkendt. {b} undlod at stemme.", "Godkendt. Undlod at stemme: {b}.", "Godkendt. {b} undlod at tage stilling.", "Godkendt. {b} stemte hverken for eller imod.",
             "{b} afholdt sig fra at stemme. Godkendt.", "Godkendt. Blankt stemte {b}.", "Godkendt. {b} tog ikke stilling."]
VOTERS = [("A, B og F", "V og O", ["A", "B", "F"], ["V", "O"]), ("Socialdemokratiet og SF", "Venstre", ["Socialdemokratiet", "SF"], ["Venstre"]),
          ("Ida Holm (A) og Bo Vang (F)", "Per Lund (V)", ["Ida Holm", "Bo Vang"], ["Per Lund"])]
# fmt: on


@pytest.mark.parametrize("outcome", PHRASES)
def test_phrases_of_an_outcome(outcome: str) -> None:
    got = {text: read_outcome(text).outcome.value for text in PHRASES[outcome]}
    assert got == dict.fromkeys(PHRASES[outcome], outcome)


@pytest.mark.parametrize(("a", "b", "ayes", "noes"), VOTERS, ids=["letters", "parties", "people"])
def test_forms_of_a_vote(a: str, b: str, ayes: list[str], noes: list[str]) -> None:
    wanted = {form: (ayes, noes, []) for form in FOR}
    wanted |= {form: ([], noes, []) for form in AGAINST} | {form: ([], [], noes) for form in ABSTAINED}
    got = {}
    for form in wanted:
        votes = read_decision(form.format(a=a, b=b).split("\n")).votes
        got[form] = votes and (list(votes.for_), list(votes.against), list(votes.abstained))
    assert got == wanted
