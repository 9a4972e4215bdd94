"""Sentences of a decision, told by rules: short, full of abbreviations and numbers, often without a full stop."""

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.danish.pattern import Pattern

SENTENCE_END = Pattern(
    "sentence-end",
    r"""(?P<end>[.?!]+[”"»)’]*|[”"»]) (?:\s+|(?=[A-ZÆØÅ][a-zæøå]{3})) (?=[A-ZÆØÅÉ(”"“«\d])""",
    matches=[
        "Godkendt. Udvalget ønsker",
        "det er godt.” (A) undlod",
        "Udsat.\nSagen tages op",
        "Godkendt.Udvalget",
    ],
    not_matches=["den 3. februar", "Godkendt.", "ca. tre"],
    flags=re.NOFLAG,
)
"""Where one may end: a sign, and a capital or a number behind it."""

NO_END = Pattern(
    "sentence-no-end",
    r"""(?:^|[\s(.,/])(?:nr|jf|kl|pkt|mio|mia|kr|bl\.a|ca|inkl|ekskl|vedr|afd|stk|evt|f\.eks|fx|mv|m\.v|m\.m|m\.fl|d|dvs|osv|o\.l|ol|hhv|pr|Pr|Ca|Jf|Nr|Kl|Inkl|Ekskl|sct|gl
      |matr|tlf|bilag|litra|kap|ift|ang|adm|dir|st|sdr|ndr|div|tidl|afs|s|v|etc|resp|jfr|henv|vha|pga|mht|ifm|ad|[A-ZÆØÅ]|\d{1,2}[a-z]?|[ivx]+)\.$""",
    matches=["jf.", "1.", "sag nr.", "John T.", "bl.a.", "den 28."],
    not_matches=["Godkendt.", "i 2023."],
    flags=re.NOFLAG,
)
"""Words, numbers and initials whose dot ends no sentence."""

VOTE_END = Pattern(
    "sentence-end-by-vote",
    r"""(?:\b(?:stemte|stemmer|imod|mod|for|undlod|nej|ja)\s*:?\s*\d{1,2}
      |(?:\b(?i:stemte|stemmer|imod|mod|for|undlod|nej|ja|gruppe|liste)\s*:?\s*|[,(]\s*[A-ZÆØÅ]\)?,?\s*(?:(?:og|samt)\s+)?|\b[A-ZÆØÅ]\)?\s+(?:og|samt)\s+)[A-ZÆØÅ]\)?)\.$""",
    matches=["imod stemte 9.", "For stemte A, F og Ø.", "Imod stemte: I.", "stemte Ø.", "A og F."],
    not_matches=["den 9.", "Ida og J", "Hans J."],
    flags=re.NOFLAG,
)
"""A number of votes or a party's letter, whose dot ends its sentence though it looks like an ordinal or an initial."""

GLUED_DECISION = Pattern(
    "sentence-end-without-sign",
    r"""(?<![^\W\d])(?:Godkend(?:t|es)|Anbefales|Tiltrådt|Vedtaget|Drøftet|Udsat|[Tt]il\s+efterretning)(?P<gap>[ ]+)
      (?=(?:[A-ZÆØÅ][\wæøå]*(?:,\s|-\s?og\s|\s-?og\s)?){0,3}?(?:[Uu]dvalget|Byrådet|Kommunalbestyrelsen|Regionsrådet|Formanden|Borgmesteren)
        \s(?:ønske|bemærk|bed|bad|opfordr|anmod|tog|tager|lægger|har|vil|gør)
        |(?:For\sstemte|Imod\sstemte|Afbud|Fraværende|Der\s(?:er|blev|ønskes|skal))\b)""",
    matches=["Anbefales Udvalget ønsker", "Godkendt Børne- og Ungeudvalget beder", "Godkendt For stemte"],
    not_matches=[
        "Godkendt. Udvalget",
        "godkendt i Teknisk Udvalg",
        "Anbefales Økonomiudvalget og Byrådet, at",
    ],
    flags=re.NOFLAG,
    needs=("godkend", "anbefales", "tiltrådt", "vedtaget", "drøftet", "udsat", "efterretning"),
)
"""A decision in a word, its full stop forgotten, and the body that goes on."""

AMOUNT_END = Pattern(
    "sentence-end-by-amount",
    r"\d\s(?:kr|mio|mia|pct)\.$",
    matches=["nedsættes til 500 kr."],
    not_matches=["2,1 mio. kr", "jf."],
)
"""An amount, whose dot ends its sentence where a word with a capital follows."""

ITEM_END = Pattern(
    "sentence-end-by-item",
    r"""\b(?:under|efter|før|fra|til|ved|af|i|på|og|med|behandles\s+som)\s+(?:punkt(?:erne|et)?|pkt\.?|sag(?:erne|en)?)\s*(?:nr\.?\s*)?\d{1,3}
      (?:(?:\s*(?:[-–,+&]|og|til)\s*)\d{1,3})*\.$""",
    matches=["ikke i behandlingen af pkt. 6 og 7.", "forlod mødet efter punkt 12.", "deltog under pkt. 3-5."],
    not_matches=["Pkt. 7.", "Punkt 3 og 4.", "den 7."],
)
"""Items of the agenda, whose last number's dot ends the sentence where a word with a capital follows."""

LIST_END = Pattern(
    "sentence-end-by-abbreviation",
    r"(?:mv|m\.v|m\.m|m\.fl|ol|o\.l|osv|etc)\.$",
    matches=["grundejerforening mv."],
    not_matches=["sag nr."],
)
"""Abbreviations that may well be the last word of one."""


LOOK_BACK = 60
"""So many characters before a sign tell whether it ends a sentence: no party list's end is longer."""

ABBREVIATION = 16
"""No abbreviation is longer, with what stands before it."""


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of a text starts and ends; a line break always ends one."""
    return list(_split(text))


@lru_cache(maxsize=256)
def _split(text: str) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    start = 0
    glued = GLUED_DECISION.search(text) is not None
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        ends = {*_ends(text, line), *(_glued(text, line) if glued else ())}
        for end, following in sorted(ends):
            if end > start and _is_end(text[start:end], text[end : end + 2]):
                spans.append((start, end))
                start = following
        if text[start : line.end()].strip():
            spans.append((start, line.end()))
    return tuple(spans)


def _ends(text: str, line: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where signs may end a sentence of a line, and where the next begins."""
    for match in SENTENCE_END.compiled.finditer(text, line.start(), line.end()):
        yield match.end("end"), match.end()


def _glued(text: str, line: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where a decision in a word runs into the next sentence."""
    for match in GLUED_DECISION.compiled.finditer(text, line.start(), line.end()):
        yield match.start("gap"), match.end("gap")


def _is_end(before: str, behind: str) -> bool:
    """Whether a sentence ends between what stands before, from its first word on, and the sign behind."""
    sign = before[-1]
    if sign in '.?!”"»)’':
        bare = before[-LOOK_BACK:].rstrip('”"»)’')
        if bare[-1:] in (".", "?", "!"):
            last = bare[-ABBREVIATION:]
            if AMOUNT_END.search(last) or (last[-2:-1].isdigit() and ITEM_END.search(bare)):
                return behind[1:].isalpha()
            if NO_END.search(last) and not LIST_END.search(bare) and not VOTE_END.search(bare):
                return False
            return sign != "." or behind[:1].isspace() or not before[-2:-1].isdigit()
        return sign != '"' or before.count('"') % 2 == 0
    return True
