"""The house styles: forms that case systems and municipalities are known to print, in no one's own words."""

from prints.style import Style

TABLE_WORDS = {
    "summary": "Tema", "case": "Sagsbeskrivelse", "proposal": "Administrationens forslag", "attachments": "Bilag",
    "economy": "Økonomi og finansiering", "consultation": "Dialog/høring", "type": "Punkttype",
}  # fmt: skip
CLASSIC = {
    "summary": "Resumé", "case": "Sagsfremstilling", "proposal": "Indstilling", "attachments": "Bilag",
    "legal": "Retsgrundlag", "economy": "Økonomiske konsekvenser",
}  # fmt: skip
OLD = {
    "summary": "Sammendrag", "case": "Redegørelse", "proposal": "Forvaltningen indstiller", "attachments": "Bilagsliste",
    "legal": "Lovgrundlag", "economy": "Økonomi", "type": "Sagstype",
}  # fmt: skip
PLAIN = {"summary": "Resume", "case": "Beskrivelse", "proposal": "Indstilling", "attachments": "Bilag", "legal": "Lovgrundlag"}
SHORT = {"summary": "Tema", "case": "Baggrund", "proposal": "Forslag", "economy": "Økonomi"}

STYLES: tuple[Style, ...] = (
    Style(
        "tabel-vera", "Label table, bold labels, sans serif of 9 points, narrow labels, signatures at the end",
        face="vera", size=9, labels="column", label_width=104, words=TABLE_WORDS, case="row", case_label="Sagsnr.",
        item_type="row", head="table", people="none", away="items", decision="body", heading="dot", heading_size=12,
        header=("{municipality}", "", "{committee}"), footer=("", "Side {page} af {pages}", ""), ruled=True,
        closed="point", ending=("signatures",), when="long", page_each=True,
    ),
    Style(
        "tabel-kolon", "Label table whose labels are not bold but end in a colon, rows close under one another",
        face="helvetica", size=10, labels="column", label_width=150, label_bold=False, label_colon=True, gap=False,
        words=SHORT, case="row", case_label="Sag nr.:", row_gap=2, head="table", people="column", away="front",
        decision="word", heading="tab", heading_size=11, footer=("{date}", "", "{page}"), when="dot",
    ),
    Style(
        "tabel-linjer", "Label table with a rule over every row, Times, titles in bold capitals",
        face="times", size=11, labels="column", label_width=130, row_rules=True, words=TABLE_WORDS, case="row",
        case_label="Journalnr.", head="left", people="pairs", away="items", away_label="Afbud", everywhere=False,
        decision="in", decision_when="long", heading="number over", heading_caps=True, heading_size=11, closed="caps",
        when="long", item_type="row", footer=("{municipality}", "", "Side {page}"),
    ),
    Style(
        "indhold-times", "Labels over the text, decision last, Times 12, contents with leaders, header and footer ruled",
        face="times", size=12, contents="leaders", heading="dot", heading_size=14, words=CLASSIC, case="below",
        case_label="Sagsnr.:", head="centred", people="lines", away="front", decision="word", history="none",
        header=("{municipality}", "", "{committee}"), footer=("{date}", "", "Side {page} af {pages}"), ruled=True,
        cover=True, ending=("time",), first=57, closed="point",
    ),
    Style(
        "punkt", "\"Punkt 9\" headings, larger and not bold, labels bold with a colon, two-column members",
        face="helvetica", size=10.5, heading="punkt", heading_bold=False, heading_size=15, label_colon=True, words=CLASSIC,
        case="below", case_label="J.nr.", head="left", when="dot", people="pairs", away="both", decision="in:",
        decision_when="long", header=("", "", "{title}"), footer=("", "{page}", ""), attachments="bullets",
    ),
    Style(
        "pkt-over", "\"Pkt. 17\" with the title on the next line, decision labels with body, date and item, no word",
        face="helvetica", size=10, heading="pkt over", heading_size=11, words={**CLASSIC, "proposal": "Forvaltningen indstiller"},
        case="below", case_label="Sagsnr.", case_form="plain", head="sentence", people="commas", people_label="Til stede",
        away="items", decision="pkt", history="same", first=16, closed="case", footer=("", "", "Side {page} af {pages}"),
    ),
    Style(
        "sag-nr", "\"SAG 46.\" in capitals, label run in with the text, everything in Courier of one size, no bold",
        face="courier", size=10, leading=1.15, heading="sag", heading_bold=False, heading_caps=True, heading_size=10,
        labels="runin", label_bold=False, words=OLD, case="below", case_label="J.nr.", head="typed", people="column",
        label_width=130, away="lines", away_label="Fraværende", decision="word", first=46, when="long", closed="caps",
        footer=("", "- {page} -", ""), furniture_size=10, attachments="numbered",
    ),
    Style(
        "maskine", "Typewriter: one font, one size, no bold; labels on their own line with a colon",
        face="courier", size=10, leading=1.2, heading="number over", heading_bold=False, heading_size=10, label_bold=False,
        label_colon=True, words=CLASSIC, case="above", case_label="", case_form="kle", head="typed", label_width=130,
        people="column", away="front", away_label="Afbud", decision="word", when="weekd", closed="punkt",
        footer=("", "", "Side {page}"), furniture_size=10,
    ),
    Style(
        "nr-kolon", "\"Nr. 14:\" underlined, labels in italics, dates as 06. apr 2022",
        face="serif", size=9.5, heading="nr", heading_bold=False, heading_underline=True, heading_size=11.5,
        label_bold=False, label_italic=True, words=PLAIN, case="end", head="left", when="short", people="commas",
        away="sentences", decision="body", decision_when="dot", first=14, closed="after", attachments="commas",
        footer=("Referat", "", "{page}"),
    ),
    Style(
        "aaben-parentes", "Contents \"57 (Åben) Titel 4\", headings the same, decisions in capitals with body and date",
        face="helvetica", size=10, contents="open", contents_label="Indhold", heading="open", heading_size=13, closed="form",
        words=CLASSIC, case="below", case_label="Sagsnr.:", case_form="plain", head="columns", when="week", people="commas",
        people_label="Mødedeltagere", away="both", decision="caps", decision_when="dot", label_caps=True, ruled=True,
        header=("{committee}", "", "{date}"), footer=("", "", "{page}"), first=57, attachments="table", attachments_after=True,
    ),
    Style(
        "sagsnummer-over", "Case number before the heading, number alone, title below; KLE numbers; number through the year",
        face="condensed", size=10, heading="number over", heading_size=11, words={**CLASSIC, "summary": "Resume"},
        case="above", case_label="", case_form="kle", head="table", label_width=110, people="table", roles=True, away="front",
        decision="word", first=211, when="dash", closed="after", footer=("", "", "{page}/{pages}"), attachments="lines",
    ),
    Style(
        "beslutning-foerst", "Decision first, closed items without a label, numbers dotted, absence lines in decisions",
        face="vera", size=9, order="first", heading="dot", heading_size=13, closed="colon", case="below", case_label="",
        case_form="long", words=PLAIN, head="left", when="dash", people="commas", people_label="Til stede", party=False,
        away="lines", away_label="Afbud", decision="word", history="course", attachments="lines", label_size=11,
        page_each=True, footer=("{committee} {date}", "", "{page}"),
    ),
    Style(
        "unummereret", "No item numbers at all, large bold headings, decision first, grey box behind headings",
        face="helvetica", size=10, order="first", heading="bare", heading_size=16, heading_box="#dde6ee", closed="colon",
        case="none", words=PLAIN, head="centred", when="comma", people="none", away="none", decision="word",
        decision_word="Beslutninger", label_size=12, footer=("", "", "Side {page} af {pages}"), party=False,
    ),
    Style(
        "genitiv", "\"Byrådets beslutning den 03.11.2015 Punkt 1\", the chain of bodies, each with such a label",
        face="times", size=11, heading="dot", heading_size=13, words=CLASSIC, case="below", case_label="Sagsnr.",
        head="columns", when="week", people="pairs", roles=True, away="front", away_label="Afbud", decision="genitive point",
        decision_when="dot", history="same", align="justify", closed="after", first=1, attachments="numbered",
        attachments_after=True, header=("", "{committee}, {date}", ""), footer=("", "", "{page}"), ruled=True,
    ),
    Style(
        "kaede", "Several bodies with dates under one decision label, this meeting's last; justified and hyphenated",
        face="times", size=11.5, leading=1.5, align="justify", hyphens=True, margins=(110, 80, 110, 80), heading="plain",
        heading_size=13, words=CLASSIC, case="right", case_label="Sag:", head="centred", when="weekd", people="pairs",
        away="front", decision="word", decision_when="dot", history="chain", first=435, closed="case",
        footer=("", "{page}", ""), ending=("time",),
    ),
    Style(
        "vedtagelse", "\"Vedtagelse\", \"Dagsorden med vedtagelser\", headings 12 - Titel, labels underlined",
        face="helvetica", size=10, title="Dagsorden med vedtagelser", heading="dash", heading_size=12, label_bold=False,
        label_underline=True, words=OLD, case="end", head="centred", when="week", people="flat", away="front",
        decision="word", decision_word="Vedtagelse", first=None, closed="after", footer=("", "", "Side {page}"),
    ),
    Style(
        "indloebende", "Labels run in: \"Beslutning: Godkendt.\"; bold labels, headings Sag nr. 3; no space between paragraphs",
        face="helvetica", size=10, heading="sag nr", heading_size=11, labels="runin", words=CLASSIC, case="below",
        case_label="Sagsid.:", gap=False, head="sentence", when="week", people="commas", away="lines",
        away_label="Ikke til stede", decision="word", closed="after", footer=("", "", "{page}"),
    ),
    Style(
        "titel-to-gange", "Title twice: bold and again in the body; attachments as a table after the decision",
        face="helvetica", size=10, heading="colon", heading_size=12, twice=True, words=PLAIN, case="below",
        case_label="Sagsnr.:", case_form="year", head="left", when="dash", people="lines", roles=True, away="items",
        away_label="Fraværende", decision="in", attachments="table", attachments_after=True, contents="plain",
        contents_label="Dagsorden", term=True, closed="point", footer=("{municipality}", "", "Side {page} af {pages}"),
    ),
    Style(
        "limet", "Number glued to the title, NBSPs, \"Afbud/Fraværende\", decision between proposal and case",
        face="helvetica", size=10, heading="glued", heading_size=13, order="middle", words=PLAIN, case="below",
        case_label="Sagsnr.", head="table", when="week", people="lines", away="front", away_label="Afbud/Fraværende",
        decision="body", first=109, closed="after", footer=("", "", "{page}"), label_size=11,
    ),
    Style(
        "nbsp", "\"9.\u00a0Åben\u00a0-\u00a0Titel\" with NBSPs, centred headings, words set one by one",
        face="times", size=11, by_word=True, heading="open nbsp", heading_align="centre", heading_size=13, closed="form",
        words=CLASSIC, case="below", case_label="Sagsnr.", head="centred", when="week", people="commas", roles=True,
        away="sentences", decision="genitive meeting", decision_when="long", align="justify", footer=("", "{page}", ""),
    ),
    Style(
        "bornholm", "\"Åbent punkt\" over \"1  Titel\"; \"Udvalget, den 23. marts 2021:\" as the decision's label",
        face="condensed", size=10.5, heading="tab", heading_size=12, closed="above", words={**PLAIN, "case": "Sagsfremstilling"},
        case="below", case_label="", case_form="kle", head="columns", when="weekd", people="lines", people_label="Deltagere",
        away="front", decision="the", decision_when="long", history="same", attachments="numbered", attachments_after=True,
        footer=("", "", "{page}"), header=("{committee}", "", ""),
    ),
    Style(
        "brev", "Letter paper, two narrow margins, labels in capitals, body and date as decision label (comma), run of years",
        face="vera", size=9, paper="letter", margins=(50, 60, 50, 60), heading="punkt dot", heading_size=11, label_caps=True,
        words=CLASSIC, case="below", case_label="Journal nr.:", head="left", when="dot", people="pairs", away="front",
        decision="comma", decision_when="dot", history="same", first=715, closed="after", footer=("", "", "{page}"),
        ending=("names",),
    ),
    Style(
        "liggende", "Landscape, label table, headings over blue boxes, flattened members",
        face="helvetica", size=10, paper="landscape", labels="column", label_width=170, heading="punkt colon", heading_size=13,
        heading_box="#cfe0f0", words=TABLE_WORDS, case="row", case_label="Sagsnummer", case_empty=True, head="table",
        when="long", people="flat", away="front", decision="word", closed="point", row_gap=8, footer=("", "", "{page}"),
    ),
    Style(
        "dagsorden", "An agenda, which has no decisions; contents as a plain list",
        face="helvetica", size=10.5, agenda=True, heading="dot", heading_size=13, contents="leaders", words=CLASSIC,
        case="below", case_label="Sagsnr.:", head="centred", people="lines", away="none", closed="after",
        footer=("", "", "Side {page}"),
    ),
    Style(
        "halvanden", "One and a half spacing, every item on a page of its own, genitive labels in capitals, NOT IN BOLD labels",
        face="serif", size=10, leading=1.6, page_each=True, heading="dot", heading_align="centre", heading_size=12,
        words=CLASSIC, label_bold=False, label_caps=True, case="right", case_label="Sagsnr.", head="centred", when="week",
        people="lines", people_label="Til stede", away="front", away_label="Ikke til stede", decision="genitive caps",
        closed="point", footer=("", "Side {page}", ""), ending=("time", "signatures"),
    ),
    Style(
        "tomme-felter", "Labels without a text (\"Beslutning\", \"Fraværende\", \"Sagsnr.:\") before the next label",
        face="helvetica", size=10, heading="paren", heading_size=12, words=CLASSIC, case="below", case_label="Sagsnr.:",
        case_empty=True, head="left", when="month", people="commas", people_label="Mødedeltagere", away="front",
        away_label="Afbud/Fraværende", everywhere=False, officials=True, decision="body", empty_decision=True, closed="after",
        footer=("{municipality}", "", "{page}"),
    ),
    Style(
        "engelsk-dato", "\"Fredag, Januar 29, 2016 - 07:30\", dots behind the number, type in brackets",
        face="helvetica", size=10, heading="dots", heading_size=12, item_type="end", words=SHORT, case="below",
        case_label="Acadre sagsnr.:", head="sentence", when="english", people="commas", roles=True, away="items",
        away_label="Fraværende", everywhere=False, decision="word", closed="after", footer=("", "", "{page}"),
        attachments="bullets",
    ),
)  # fmt: skip


def style_named(name: str) -> Style:
    """The style of a name."""
    return next(style for style in STYLES if style.name == name)
