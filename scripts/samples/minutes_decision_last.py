"""The samples of layout 3: two committees of Granholm before the election of 2013."""

from samples.model import Decision, History, Item, Minutes, Part, Section, Votes
from samples.people import person

KFU_NAME, TMU_NAME = "Kultur- og Fritidsudvalget", "Teknik- og Miljøudvalget"


def earlier(body: str, date: str, printed: str, text: str) -> Section:
    """What was decided before: the same label, another date; who was away then is no part of it."""
    decided = text.partition("Fraværende:")[0]
    return Section("Beslutning", text, "history", printed, history=[History(body, date, decided)])


def item(
    number: str,
    title: str,
    case: str | None,
    parts: list[Section],
    decision: Decision | None,
    label: str,
    after: list[Section] | None = None,
    **more: object,
) -> Item:
    """The sections, the decision, then what stands after it."""
    own = [Section("Beslutning", decision.text, printed=label)] if decision else []
    return Item(number, title, [*parts, *own, *(after or [])], decision, case, **more)


def s(label: str, text: str) -> Section:
    return Section(label, text)


KFU_LABEL = "Beslutning i Kultur- og Fritidsudvalget (KFU) den 14-06-2012"


def bilag() -> list[Section]:
    """The section of attachments, filled in later."""
    return [Section("Bilag", "")]


def papers(*titles: str) -> dict[str, object]:
    """Attachments that are printed in columns after the decision."""
    return {"attachments": list(titles)}


def with_papers(found: Item, numbers: list[str]) -> Item:
    """The words of the attachments' columns, as they stand in their section."""
    rows = " ".join(
        f"{n} Åben {t} {d}" for n, (t, d) in enumerate(zip(found.attachments, numbers, strict=True), 1)
    )
    for part in found.sections:
        if part.label == "Bilag":
            part.text = rows
    return found


KFU_PAPERS = {
    "113": ["51877/12", "60214/12", "44120/12"],
    "115": ["61090/12", "61093/12"],
    "116": ["60871/12"],
}
KFU_ITEMS = [
    item("112", "Godkendelse af dagsorden", None, [], Decision("Godkendt.", "approved"), KFU_LABEL),
    item(
        "113",
        "Ny kunstgræsbane i Granholm Nord - valg af placering og tidsplan",
        "11/28140",
        [
            s("Sagen afgøres i", "Kommunalbestyrelsen"),
            s(
                "Resumé",
                """
Der er i 2012 afsat 4,9 mio. kr. til en kunstgræsbane. Udvalget skal tage stilling til, hvor banen skal
ligge, inden projektet sendes i udbud.
""",
            ),
            s(
                "Sagsfremstilling",
                """
Fire fodboldklubber har i fællesskab ansøgt om en kunstgræsbane, som kan bruges hele året. Forvaltningen
har undersøgt tre placeringer:

- Model 1: Skolens nuværende grusbane
- Model 2: Arealet øst for Nordhallen
- Model 3: Eksercerpladsen
-- arealet er omfattet af en fredning fra 1961
-- en dispensation kan tage op til 14 måneder

Ved model 1 og 2 kan klubhus, omklædning og parkering genbruges. Model 2 ligger længst fra boliger,
nærmeste nabo er 210 meter borte. Model 1 ligger 45 meter fra rækkehusene på Lærkevænget, og her vil
lysmaster på 18 meter kunne ses fra alle haver.

= Økonomi for de tre modeller

| Mio. kr. | Anlæg | Drift pr. år ||
| Model 1 | 4,7 | 0,21 |
| Model 2 | 4,9 | 0,19 |
| Model 3 | 6,3 | 0,24 |
""",
            ),
            s("Økonomiske konsekvenser", "Rådighedsbeløbet er afsat på investeringsoversigten for 2012."),
            s(
                "Indstilling",
                """
Kulturchefen indstiller,

+ 1. at banen placeres øst for Nordhallen (model 2), og

+ 2. at anlægsbevillingen på 4,9 mio. kr. frigives.
""",
            ),
            earlier(
                KFU_NAME + " (KFU)",
                "2012-04-12",
                "Beslutning i Kultur- og Fritidsudvalget (KFU) den 12-04-2012",
                """
Udsat. Udvalget ønsker støj og lys belyst nærmere for model 1 og 2.

Fraværende: Christian Hedelund (V)
""",
            ),
            s(
                "Supplerende sagsfremstilling",
                """
Et rådgivningsfirma har målt støjen fra en tilsvarende bane. Ved model 1 overskrides den vejledende
grænse efter kl. 18 med 3 dB, ved model 2 overholdes den.
""",
            ),
            earlier(
                KFU_NAME + " (KFU)",
                "2012-05-10",
                "Beslutning i Kultur- og Fritidsudvalget (KFU) den 10-05-2012",
                """
Sendes i høring hos Idrætsrådet og Lokalrådet i Nord. Sagen genoptages på udvalgets møde i juni.
""",
            ),
            s(
                "Høring",
                """
Idrætsrådet anbefaler model 2. Lokalrådet i Nord kan tilslutte sig model 2 under forudsætning af, at
stien til hallen belyses.
""",
            ),
        ],
        Decision(
            """
Pkt. 1-2: Anbefales over for Økonomiudvalget og Kommunalbestyrelsen.

Christian Hedelund (V) kan ikke tiltræde pkt. 2, idet udgiften til belysning af stien bør indgå i
bevillingen.
""",
            "recommended",
            forwarded=["Økonomiudvalget", "Kommunalbestyrelsen"],
            parts=[
                Part(
                    ["1", "2"],
                    "recommended",
                    "Pkt. 1-2: Anbefales over for Økonomiudvalget og Kommunalbestyrelsen.",
                )
            ],
            dissent="Christian Hedelund (V) kan ikke tiltræde pkt. 2, idet udgiften til belysning "
            "af stien bør indgå i bevillingen.",
        ),
        KFU_LABEL,
        bilag(),
        **papers(
            "Notat om tre placeringer",
            "Støjnotat af 2. maj 2012",
            "Fælles ansøgning fra fire klubber, januar 2012",
        ),
    ),
    item(
        "114",
        "Ansøgning om tilskud til udgivelse af ”Granholm i gamle postkort”",
        "12/11206",
        [
            s(
                "Sagsfremstilling",
                """
Granholm Lokalarkivs Venner søger 35.000 kr. til at trykke en bog med 240 postkort fra 1898 til 1930.
Foreningen har selv samlet 20.000 kr. og regner med at sælge 400 eksemplarer til 180 kr.

Puljen til lokalhistorie er på 25.000 kr. om året og er brugt.
""",
            ),
            s(
                "Indstilling",
                "Kulturchefen indstiller, at der ydes et tilskud på 15.000 kr. fra kulturpuljen.",
            ),
        ],
        Decision(
            """
Ansøgningen kan ikke imødekommes, da bogen kan gå i sig selv.
""",
            "rejected",
        ),
        KFU_LABEL,
    ),
    item(
        "115",
        "Bibliotekets åbningstider og betjening i filialerne fra 1. januar 2013",
        "12/9077",
        [
            s("Sagen afgøres i", KFU_NAME),
            s(
                "Sagsfremstilling",
                """
Når hovedbiblioteket og filialen i Skovby bliver ubemandede i ydertimerne, kan den samlede åbningstid
øges fra 61 til 98 timer om ugen, samtidig med at der spares 410.000 kr. om året. Låneren kommer ind med
sygesikringskort og kode.

Filialen i Hedeby har 3.100 lånere, men kun 11 udlån pr. åben time. Personalet peger på, at bogbussen
kan overtage betjeningen.
""",
            ),
            s(
                "Indstilling",
                """
Kulturchefen indstiller,

+ 1. at selvbetjening i ydertimerne indføres på hovedbiblioteket,

+ 2. at det samme gælder filialen i Skovby, og

+ 3. at filialen i Hedeby lukkes.
""",
            ),
            s(
                "Andre konsekvenser",
                "Medarbejderne er orienteret og har afgivet høringssvar gennem MED-udvalget.",
            ),
        ],
        Decision(
            """
Pkt. 1-2: Tiltrådt.

Pkt. 3: Udsat til budgetforhandlingerne.
""",
            "mixed",
            parts=[
                Part(["1", "2"], "approved", "Pkt. 1-2: Tiltrådt."),
                Part(["3"], "postponed", "Pkt. 3: Udsat til budgetforhandlingerne."),
            ],
        ),
        KFU_LABEL,
        [Section("Ikke til stede", "Poul Erik Thygesen (A) deltog ikke i sagens behandling."), *bilag()],
        absent=["Poul Erik Thygesen"],
        **papers("Notat om selvbetjening", "Høringssvar fra MED-udvalget"),
    ),
    item(
        "116",
        "Musikskolens årsberetning for 2011",
        "12/10331",
        [
            s(
                "Sagsfremstilling",
                """
Musikskolen havde 612 elever ved årets udgang mod 587 året før. Der var 74 på venteliste, især til
klaver og slagtøj.
""",
            ),
            s("Indstilling", "Kulturchefen indstiller, at årsberetningen tages til efterretning."),
        ],
        Decision("Til efterretning.", "noted"),
        KFU_LABEL,
        bilag(),
        **papers("Årsberetning 2011"),
    ),
    item(
        "117",
        "Forpagtning af cafeteriet i Nordhallen",
        "12/8850",
        [],
        Decision(
            """
Indstillingen godkendt for en periode på to år. Herefter tages sagen op igen.
""",
            "approved",
        ),
        KFU_LABEL,
        open=False,
    ),
    item(
        "118",
        "Meddelelser",
        None,
        [
            s(
                "Sagsfremstilling",
                """
- Formanden orienterede om besøget i venskabsbyen Lillevik.
- Kulturchefen orienterede om skimmelsvamp i Spejderhuset.
""",
            ),
        ],
        Decision("Drøftet.", "discussed"),
        KFU_LABEL,
    ),
]
for found in KFU_ITEMS:
    with_papers(found, KFU_PAPERS.get(found.number, []))
    if found.decision:
        found.decision.untold = ("body",)  # the label prints the short form, the head's rule drops it

KFU = Minutes(
    "Granholm Kommune",
    KFU_NAME,
    "2012-06-14",
    KFU_ITEMS,
    [
        person("Rikke Damgaard Toft", "Formand"),
        person("Bente Rosenlund", "Næstformand"),
        person("Poul Erik Thygesen", status="partial"),
        person("Christian Hedelund"),
        person("Asger Nymark"),
    ],
    start="16:30",
    end="19:10",
    place="Kulturhuset Spinderiet",
    title="Referat",
)
KFU_FRONT = ["Ordinært møde", "Torsdag den 14. juni 2012", "Kl. 16:30 - 19:10", "Kulturhuset Spinderiet"]
KFU_HEAD = "Referat for Kultur- og Fritidsudvalget (KFU)\n14. juni 2012 - kl. 16:30"

# --- Teknik- og Miljøudvalget, 23 November 2011 ----------------------------------------------------------

TMU_LABEL = "Beslutning i Teknik- og Miljøudvalget den 23-11-2011"
TMU_PAPERS = {
    "202": ["98310/11", "101442/11"],
    "203": ["99127/11", "99130/11", "101006/11"],
    "204": ["100871/11"],
}
TMU_ITEMS = [
    item(
        "201", "Bemærkninger til dagsordenen", None, [], Decision("Ingen bemærkninger.", "other"), TMU_LABEL
    ),
    item(
        "202",
        "Etablering af 2 minus 1-vej på Hedevej mellem Skovby og Hedeby",
        "11/19520",
        [
            s("Resumé", "Sagen forelægges igen efter behandling i Økonomiudvalget."),
            s(
                "Sagsfremstilling",
                """
Hedevej er 5,6 meter bred og har en årsdøgntrafik på 870. Med en 2 minus 1-vej får cyklister og gående
plads i begge sider, mens bilerne deler det midterste spor. Politiet har givet samtykke på vilkår af, at
hastigheden sættes ned til 60 km/t.
""",
            ),
            s("Indstilling", "Teknisk chef indstiller, at vejen etableres i foråret 2012 for 640.000 kr."),
            earlier(
                TMU_NAME,
                "2011-10-26",
                "Beslutning i Teknik- og Miljøudvalget den 26-10-2011",
                """
Anbefales. Villy Skovsen tog forbehold.
""",
            ),
            earlier(
                "Økonomiudvalget",
                "2011-11-09",
                "Beslutning i Økonomiudvalget den 09-11-2011",
                """
Tilbagesendes til Teknik- og Miljøudvalget med henblik på, at finansieringen afklares inden for
udvalgets egen ramme.
""",
            ),
            s(
                "Supplerende sagsfremstilling",
                """
Udgiften kan holdes inden for puljen til trafiksikkerhed, hvis rundkørslen ved Møllekrogen udskydes til
2013.
""",
            ),
        ],
        Decision(
            """
Godkendt med finansiering fra puljen til trafiksikkerhed.

For stemte Karsten Vestergaard Bach (A), Gitte Solvang (F), Lisbeth Munk Askær (V) og Villy Skovsen (A).
Imod stemte Jytte Barsøe (O).
""",
            "approved",
            votes=Votes(
                ["Karsten Vestergaard Bach", "Gitte Solvang", "Lisbeth Munk Askær", "Villy Skovsen"],
                ["Jytte Barsøe"],
            ),
        ),
        TMU_LABEL,
        bilag(),
        **papers("Skitse, Hedevej", "Samtykke fra politiet"),
    ),
    item(
        "205",
        "Udbud af slamsugning",
        "11/22470",
        [],
        Decision("Tiltrådt.", "approved"),
        TMU_LABEL,
        open=False,
    ),
    item(
        "203",
        "Forslag til lokalplan 187 for Stationsområdet i Granholm med tilhørende miljøvurdering og "
        "forslag til tillæg 14 til kommuneplanen",
        "10/30115",
        [
            s("Sagen afgøres i", "Kommunalbestyrelsen"),
            s(
                "Sagsfremstilling",
                """
Lokalplanen åbner for butikker i stueetagen og boliger ovenpå på de arealer, hvor godsbanen tidligere
lå. Den bevaringsværdige remise skal danne ramme om et torv.

Forslaget indeholder bestemmelser om:

+ a) højst fem etager mod banen og tre mod Jernbanegade

+ b) parkering i konstruktion, én plads pr. bolig

+ c) bevaring af remisen og vandtårnet

_ Miljøvurderingen peger på støj fra banen som den væsentligste påvirkning. Den løses med støjisolerende
vinduer og lukkede altaner.
""",
            ),
            s("Lovgrundlag", "Lov om planlægning og lov om miljøvurdering af planer og programmer."),
            s(
                "Indstilling",
                """
Teknisk chef indstiller, at udvalget anbefaler Kommunalbestyrelsen at sende forslaget i offentlig høring
i otte uger.
""",
            ),
        ],
        Decision(
            """
Oversendes til Økonomiudvalget og Kommunalbestyrelsen uden indstilling, idet udvalget ønsker en drøftelse i
gruppeformandskredsen af etageantallet.
""",
            "referred",
            forwarded=["Økonomiudvalget", "Kommunalbestyrelsen"],
        ),
        TMU_LABEL,
        bilag(),
        **papers("Forslag til lokalplan 187", "Miljøvurdering", "Tillæg 14 til Kommuneplan 2009-2021"),
    ),
    item(
        "204",
        "Regulering af råger i byzone - evaluering af jagten 2011",
        "11/7719",
        [
            s(
                "Sagsfremstilling",
                """
Der blev i perioden 1. maj - 15. juni skudt 418 rågeunger. Kolonien ved Kirkeparken er faldet fra 160
til 95 reder, mens kolonien i Møllelunden er uændret.
""",
            ),
            s("Indstilling", "Teknisk chef indstiller, at evalueringen tages til efterretning."),
        ],
        Decision(
            """
Taget til efterretning. Punktet tages på dagsordenen igen i februar 2012.
""",
            "noted",
        ),
        TMU_LABEL,
        bilag(),
        **papers("Notat om råger"),
    ),
]
for found in TMU_ITEMS:
    with_papers(found, TMU_PAPERS.get(found.number, []))

TMU = Minutes(
    "Granholm Kommune",
    TMU_NAME,
    "2011-11-23",
    TMU_ITEMS,
    [
        person("Karsten Vestergaard Bach", "Formand"),
        person("Lisbeth Munk Askær", "Næstformand"),
        person("Gitte Solvang"),
        person("Villy Skovsen"),
        person("Jytte Barsøe"),
    ],
    start="15:00",
    place="Materielgården, Søndre Ringvej 12",
    title="Referat",
)
TMU_FRONT = ["Onsdag den 23. november 2011", "Kl. 15:00", "Materielgården, Søndre Ringvej 12"]
TMU_HEAD = "Referat for Teknik- og Miljøudvalget\n23. november 2011 - kl. 15:00"
