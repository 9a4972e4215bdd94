"""Sentences of a decision, told by rules: short, full of abbreviations and numbers, often without a full stop."""

import re

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
    r"""(?:^|[\s(.,/])(?:nr|jf|kl|pkt|mio|mia|kr|bl\.a|ca|inkl|ekskl|vedr|afd|stk|evt|f\.eks|fx|mv|m\.v|m\.m|m\.fl|d|dvs|osv|o\.l|ol|hhv|pr|sct|gl
      |matr|tlf|bilag|litra|kap|ift|ang|adm|dir|st|sdr|ndr|div|tidl|afs|s|v|etc|resp|jfr|henv|vha|pga|mht|ifm|ad|[A-ZÆØÅ]|\d{1,2}[a-z]?|[ivx]+)\.$""",
    matches=["jf.", "1.", "sag nr.", "John T.", "bl.a.", "den 28."],
    not_matches=["Godkendt.", "i 2023."],
    flags=re.NOFLAG,
)
"""Words, numbers and initials whose dot ends no sentence."""

LIST_END = Pattern(
    "sentence-end-by-abbreviation",
    r"(?:mv|m\.v|m\.m|m\.fl|ol|o\.l|osv|etc)\.$",
    matches=["grundejerforening mv."],
    not_matches=["sag nr."],
)
"""Abbreviations that may well be the last word of one."""


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of a text starts and ends; a line break always ends one."""
    spans: list[tuple[int, int]] = []
    start = 0
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for match in SENTENCE_END.compiled.finditer(text, line.start(), line.end()):
            before = text[start : match.end("end")]
            if match["end"][0] in ".?!":
                if NO_END.search(before.rstrip('”"»)’')) and not LIST_END.search(before):
                    continue
                if (
                    len(match["end"]) == 1
                    and not text[match.end("end")].isspace()
                    and before[-2:-1].isdigit()
                ):
                    continue
            elif before.count('"') % 2 != 0 and match["end"] == '"':
                continue
            spans.append((start, match.end("end")))
            start = match.end()
        if text[start : line.end()].strip():
            spans.append((start, line.end()))
    return spans
