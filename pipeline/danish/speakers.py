"""Sentences under a decision's label that decide nothing: who says what there."""

import re

from pipeline.danish.names import LETTER, NAME, party_names
from pipeline.danish.pattern import Pattern

NO_MEMBER = "".join(
    f"(?<!{end})" for end in ("råd", "rådet", "udvalg", "udvalget", "bestyrelse", "bestyrelsen")
)
"""A name does not end so: "Granholm Byråd", "Lokale Beskæftigelsesråd"."""

VOTERS = rf"(?!(?:Da|Idet|Når|Efter|Som|Til|Udpeget|Valgt|Det|[A-ZÆØÅ]{{1,3}}U|KB|BR)\s)(?:\(?{LETTER}\)?|{NAME}{NO_MEMBER}|(?:Hele\s)?{party_names()}s?)"

MEMBER_SENTENCE = Pattern(
    "outcome-member-sentence",
    rf"""^(?:(?i:ad\s+\d+[a-z]?\s*[,:.]?\s*)?(?i:for|imod|mod)\b[^.:]{{0,60}}\bstem(?:te|mer)\b
      |(?i:undlod|undlader|hverken\s+for)\b
      |(?i:et\s+)?(?i:mindretal\w*)\b|(?i:særudtalelse|mindretalsudtalelse|protokol\w*)\b
      |{VOTERS}(?:\s*\([^)]{{1,40}}\)|\sfra\s\(?{LETTER}\)?)?(?:(?:,|\sog|\ssamt)\s+{VOTERS}(?:\s*\([^)]{{1,40}}\))?)*(?:\s+byrådsgruppe)?\s*,?\s+(?i:stem|undl|bemærk|ønsk|still|foreslå|foreslog|anbefaler|anbefalede|indstiller|indstillede|pege
      |kunne|kan|tog|tager|begær|deltog|forlod|erklær|var|er\s+inhabil|henviste|opfordr|finder|fandt|mener|mente|støtte|protesterer|tilslutte|gør|udtal|med\s+bemærk|ankede|standsede|anmod|gav|havde|henled|understreg|takke|beklag|så\s|fremhæv|frygt|advar|kritiser))""",
    matches=[
        "For stemte (V)",
        "(C) undlod at tage stilling",
        "A bemærker, at sagen er godkendt",
        "Ida Holm (A) kunne ikke tiltræde",
        "Venstre ønskede sagen udsat",
        "Ad 2, imod stemte: F og Ø.",
        "Imod indstillingen stemte: Ida Holm",
        "(A) og (F) stemte imod",
        "Venstre indstillede Ida Holm",
    ],
    not_matches=[
        "Udvalget godkendte sagen",
        "Ida Holm blev valgt",
        "Ida Holm og Bo Vang godkendt",
        "Det Lokale Beskæftigelsesråd tager orienteringen til efterretning",
        "Granholm Byråd anbefaler forslaget",
        "ØU tog orienteringen til efterretning",
        "Anbefales",
    ],
    flags=re.NOFLAG,
)
"""A sentence about what single members or parties did, which decides nothing."""

ADVISER_SENTENCE = Pattern(
    "outcome-adviser-sentence",
    r"^(?:administrationen|forvaltningen|direktionen|direktøren|center\s+for|staben|sekretariatet|formanden|borgmesteren)\b[^.]*?"
    r"\b(?:indstiller|anbefaler|foreslår|svarede|besvarede|redegjorde|informerede|nævnte|meddelte|orienterede|foreslog|oplyste|fremlægger|arbejder|udarbejder|vender)\b",
    matches=["Administrationen anbefaler, at sagen udsættes", "Borgmesteren orienterede om sagen"],
    not_matches=["Administrationens indstilling blev godkendt", "Direktionens forslag godkendt"],
)
"""A sentence about what others than the body said."""

WISH_SENTENCE = Pattern(
    "outcome-wish-sentence",
    r"""^(?:(?:[A-ZÆØÅ][\w-]*,?\s+|og\s+|for\s+){0,5}?(?i:[\w-]*(?:udvalg|råd|bestyrelse|repræsentation|magistrat)\w*|der|et\s+flertal\w*)\s+
      |(?i:(?:det|de)\s+))?
      (?i:bemærke\w*|bemærkning(?:er)?:|ønske[rds]?e?\b|ønskedes?|opfordre\w*|beder|bad\b|takke\w*|henstille\w*|understrege\w*|lægger\s+vægt
      |roste|roser|noterede\s+sig|konstaterede|pålægger|spurgte)\b""",
    matches=[
        "Udvalget bemærkede, at sagen blev godkendt",
        "Skole- og Ungeudvalget ønsker en sag",
        "Der ønskes en sag",
    ],
    not_matches=[
        "Godkendt med bemærkning om",
        "Udvalget godkendte, og ønsker",
        "Tiltrådt, idet udvalget ønsker",
    ],
    flags=re.NOFLAG,
)
"""A sentence in which the body remarks or wishes something."""

OTHER_ITEM_SENTENCE = Pattern(
    "outcome-other-item-sentence",
    r"^(?:(?:dagsordens)?punkt|pkt\.|sag|sagen|sagerne|punkterne|nr\.)\s*(?:nr\.?\s*)?\d+(?:\s*(?:,|og|-|til)\s*\d+)*\s+(?!(?:er|blev|bliver)\s+(?:dermed|hermed|herefter|derfor|således)\b)[^\W\d]",
    matches=[
        "Pkt. 15 behandles efter pkt. 4.",
        "Punkt 16 oversendes til udvalget",
        "Sag 3 udgår.",
        "Sag nr. 6 og 7 behandles",
    ],
    not_matches=["Sagen udgår", "Punktet oversendes", "Sag 13/4229", "Pkt. 5 er dermed ikke godkendt"],
)
"""A sentence about another item of the agenda."""


MEMBER_PROPOSES = Pattern(
    "outcome-member-proposes",
    rf"""^(?:{VOTERS}|(?i:et\s+medlem|et\s+mindretal|forslagsstiller\w*|borgmesteren|formanden))\b[^.]*?\b(?i:foreslog|foreslår|stillede|stiller|fremsatte|fremsætter)\b""",
    matches=["Ida Holm (Ø) foreslog, at sagen sendes i høring", "Venstre fremsatte ændringsforslag om"],
    not_matches=["Forvaltningen foreslår, at", "Udvalget stillede spørgsmål"],
    flags=re.NOFLAG,
)
"""A sentence in which a member or a party makes a motion."""


def others_act(sentence: str) -> bool:
    """Whether a sentence tells what members did, what others said, or what becomes of another item."""
    return any(rule.match(sentence) for rule in (MEMBER_SENTENCE, ADVISER_SENTENCE, OTHER_ITEM_SENTENCE))


def wishes(sentence: str) -> bool:
    """Whether the body remarks or wishes something, and decides nothing."""
    return WISH_SENTENCE.match(sentence) is not None


def proposes(sentence: str) -> bool:
    """Whether a member makes a motion."""
    return MEMBER_PROPOSES.match(sentence) is not None
