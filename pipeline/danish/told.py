"""Numbers that are told, not promised: status, statistics and forecasts."""

import re
from typing import NamedTuple

from pipeline.danish.amounts import MONTHS
from pipeline.danish.numbers import FIGURES, multiple_of, parse_number
from pipeline.danish.pattern import Pattern

_UNIT = (
    r"(?P<unit>(?:%|pct\.?|procent)\s?-?\s?point(?!\w)|%|pct(?!\w)\.?|procent(?!\w)|(?:(?P<multiple>mio"
    r"|mia)\.?\s)?kr(?!\w)\.?|kroner(?!\w)|[^\W\d_]{3,}(?![^\W\d_]))"
)
_SIGNED = rf"(?P<sign>[+±−–-])?\s?(?P<pct>{FIGURES})\s?(?:pct\.?|%|procent)(?!\w)(?!\.?\s?-?\s?point)"
_FELL = r"fald(?:et|er|t)|reduceret|mindsket|nedbragt|gået\s(?:ned|tilbage)|går\s(?:ned|tilbage)"
_ROSE = r"steget|stiger|steg|vokset|vokser|voksede|øget|øges|forøget|gået\s(?:op|frem)|går\s(?:op|frem)"
_PERIOD = (
    rf"(?:fra|(?:i\s+)?perioden|mellem|siden|frem\s+(?:til|mod))\s+(?:(?:ultimo|primo|medio|udgangen\s+af"
    rf"|(?:{MONTHS}))\s+)*(?:19|20)\d\d(?:\s*(?:til|og|-|–|frem\s+til|frem\s+mod)\s*(?:(?:ultimo|primo|medio"
    rf"|udgangen\s+af|(?:{MONTHS}))\s+)*(?:19|20)\d\d)?"
)

TOLD_CHANGE = Pattern(
    "told-change",
    rf"""^(?P<label>(?:[^.:;]|(?<=[nk]kl)\.|(?<=skl)\.|\.(?=\w)){{3,110}}?)\s+(?:er\s+|har\s+|blev\s+
      |var\s+)?(?:samlet\s+|i\salt\s+)?(?:(?P<fell>{_FELL})|(?P<rose>{_ROSE}))
      \s+(?:(?:{_PERIOD})\s+)?(?:med\s+)?(?:ca\.\s+
      |i\salt\s+)?(?P<number>{FIGURES})(?:\s*{_UNIT})?(?:\s*\((?:svarende\s+til\s+)?{_SIGNED}\))?""",
    matches=[
        "Sygedagpenge er steget med 41 personer (-6 pct.)",
        "Fleksjob er steget med 27 personer (+20pct.)",
        "Ledighedsydelse er faldet med 7 (+5 pct.)",
        "Revalidering faldt med 5 pct.",
    ],
    not_matches=["Sygedagpenge skal falde til 12 pct.", "Uddannelseshjælp udgør 212 personer"],
)
"""A group that rose or fell by a number, perhaps with the share in brackets."""

TOLD_LEVEL = Pattern(
    "told-level",
    rf"""^(?P<label>(?:[^.:;]|(?<=[nk]kl)\.|(?<=skl)\.|\.(?=\w)){{3,110}}?)\s+(?:udgør|udgjorde|omfatter
      |omfattede|tæller|talte|er\s+på|var\s+på|lå\s+på|ligger\s+på)
      \s+(?:i\salt\s+|ca\.\s+|nu\s+)?(?P<number>{FIGURES})(?:\s*{_UNIT})""",
    matches=["Uddannelseshjælp udgør 212 personer1", "Ledigheden var på 4,4 pct."],
    not_matches=["Uddannelseshjælp udgør en stor del"],
)
"""A group that has a size."""

FORECAST_FALL = Pattern(
    "told-fall-in",
    rf"""\b(?:et|en|i\sform\saf|(?:forvent|vent)\w*)?\s*(?:(?P<fell>fald|nedgang|reduktion)
      |(?P<rose>stigning|vækst|fremgang))\s+i\s+(?P<label>[^\W\d_][\w-]+)
      (?P<between>[^.;:]{{0,90}}?)\s+på\s+(?:ca\.\s+|omkring\s+|knap\s+
      |godt\s+)?(?P<number>{FIGURES})\s?(?P<unit>pct\.?|%|procent|personer)(?!\w)(?P<after>(?:[^.;:]
      |\.(?=\s?[a-z\d])){{0,80}})""",
    matches=[
        "et fald i nettoledigheden på 6,4 pct. fra primo 2012 til primo 2014",
        "en stigning i arbejdsstyrken på ca. 1,7 pct.",
    ],
    not_matches=["et fald i ledigheden i de kommende år", "et fald på 3 pct."],
    needs=("fald", "stigning", "nedgang", "reduktion", "vækst", "fremgang"),
)
"""A fall or a rise in something, by a number."""

FORECAST_VERB = Pattern(
    "told-expected-to",
    rf"""(?:(?<![\w-])(?P<first>[^\W\d_][\w-]*(?:en|et|erne|ne|n))(?:\s+i\s+[^.;:]{{2,40}}?)?\s+(?:forventes|ventes
      |skønnes|anslås)(?:\s+[^.;:]{{2,30}}?)?
      | (?:forventes|ventes|skønnes|anslås)\s+(?P<second>[^\W\d_][\w-]*(?:en|et|erne
      |ne)))\s+at\s+(?:(?P<fell>falde|mindskes|reduceres)|(?P<rose>stige|øges|vokse))
      \s+(?:yderligere\s+)?med\s+(?:ca\.\s+|omkring\s+)?(?P<number>{FIGURES})\s?(?P<unit>pct\.?|%|procent
      |personer)(?!\w)(?P<after>(?:[^.;:]|\.(?=\s?[a-z\d])){{0,80}})""",
    matches=[
        "Bruttoledigheden i kommunen ventes at falde med 4,1 pct. fra ultimo 2012 til ultimo 2014",
        "forventes arbejdsstyrken at øges med 1,9 pct. frem mod udgangen af 2014",
    ],
    not_matches=["forventes at blive bedre", "Antallet skal falde med 4 pct."],
    needs=("ventes", "skønnes", "anslås"),
)
"""What is expected to rise or fall, by a number."""

FORECAST_THAT = Pattern(
    "told-expects-that",
    rf"""\b(?:regner\s+med|forventer|venter|skønner|vurderer|anslår|forudser|forventes\s+det|ventes\s+det),?\s+at\s+
      (?P<first>[^\W\d_][\w-]*(?:en|et|erne|ne|n))(?:\s+(?:i|for|blandt)\s+[^.;:,]{{2,40}}?)?
      \s+(?:vil\s+)?(?:(?P<fell>falder?|mindskes|reduceres)|(?P<rose>stiger?|øges|vokser?))
      \s+(?:yderligere\s+)?med\s+(?:ca\.\s+|omkring\s+)?(?P<number>{FIGURES})\s?(?P<unit>pct\.?|%|procent
      |personer)(?!\w)(?P<after>(?:[^.;:]|\.(?=\s?[a-z\d])){{0,80}})""",
    matches=[
        "Jobcentret regner med, at ledigheden i Granholm falder med 6,4 pct. fra ultimo 2013 til ultimo 2015"
    ],
    not_matches=["forventer, at flere kommer i job", "Målet er, at ledigheden falder med 4 pct."],
    needs=("vente", "regner", "skønner", "vurderer", "anslår", "forudser"),
)
"""That someone expects something to rise or fall, by a number."""

MAY_TELL = Pattern(
    "told-may-tell",
    r"(?:fald|nedgang|reduktion|stigning|vækst|fremgang)\s+i\s"
    r"|(?:falder?|mindskes|reduceres|stiger?|øges|vokser?)\s+(?:yderligere\s+)?med\s",
    matches=["et fald i ledigheden", "ventes at stige med 3 pct."],
    not_matches=["et fald på 3 pct."],
    needs=(
        "fald",
        "stig",
        "reduceres",
        "nedgang",
        "reduktion",
        "øges",
        "mindskes",
        "vækst",
        "vokse",
        "fremgang",
    ),
)
"""What each of the three holds, found in a tenth of their time."""

AMOUNT_TOLD = Pattern(
    "told-amount",
    r"\d\s?(?:pct|%|procent|personer)",
    matches=["på 6,4 pct. fra", "1,7%", "41 personer"],
    not_matches=["2017", "3 uger"],
)
"""What each holds too, found in less than that, as it begins with a figure."""

PERIOD_TOLD = Pattern(
    "told-period",
    _PERIOD,
    matches=["fra primo 2012 til primo 2014", "frem mod udgangen af 2017", "i perioden 2013-2015"],
    not_matches=["fra den ene dag"],
)
"""The time that a told number is about."""

SOURCE_TOLD = Pattern(
    "told-source",
    r"""(?:prognose[nr]?\s+(?:fra|af)\s+(?P<by>[A-ZÆØÅ][\w-]+(?:\s+(?:for|og|af)?\s*[A-ZÆØÅ][\w-]+)*)
      |(?P<genitive>[A-ZÆØÅ][\w-]+?)s\s+(?:seneste\s+|nyeste\s+)?prognose
      |(?P<expects>[A-ZÆØÅ][\w-]+)\s+(?:forventer|venter|skønner|vurderer)
      |ifølge\s+(?P<after>[A-ZÆØÅ][\w.-]+(?:\s+[A-ZÆØÅ][\w-]+)*))""",
    matches=[
        "prognose fra Finansministeriet fra august 2016",
        "Finansministeriets seneste prognose",
        "Finansministeriet forventer et fald",
    ],
    not_matches=["det forventes", "ifølge loven"],
    flags=re.NOFLAG,
)
"""Who says so."""


class Told(NamedTuple):
    """A number that is told."""

    start: int
    """Offset of its first word in the text."""

    end: int
    """Offset after its last."""

    label: str
    """What it counts."""

    value: float | None
    unit: str | None
    change: float | None
    """Signed by its verb."""

    change_pct: float | None
    """Signed as printed, and by its verb where no sign is."""

    period: str | None
    source: str | None
    forecast: bool
    """Whether it stands in running prose about a development, and in no list of statistics."""


def told_by_line(text: str) -> Told | None:
    """What one line of statistics tells: "Sygedagpenge er steget med 41 personer (-6 pct.)"."""
    match = TOLD_CHANGE.match(text)
    if match is not None:
        return _changed(match)
    match = TOLD_LEVEL.match(text)
    if match is None:
        return None
    value = parse_number(match["number"])
    if value is None:
        return None
    return Told(
        0,
        match.end(),
        match["label"].strip(" -–•"),
        value * multiple_of(match["multiple"]),
        _unit(match["unit"]),
        None,
        None,
        None,
        None,
        False,
    )


def _changed(match: re.Match[str]) -> Told | None:
    number = parse_number(match["number"])
    if number is None:
        return None
    sign = -1.0 if match["fell"] else 1.0
    unit = _unit(match["unit"])
    pct = parse_number(match["pct"]) if match["pct"] else None
    if pct is not None:
        pct = -pct if match["sign"] and match["sign"] in "−–-" else pct if match["sign"] else sign * pct
    change: float | None = sign * number * multiple_of(match["multiple"])
    if unit == "pct." and pct is None:
        change, pct, unit = None, sign * number, None
    period = PERIOD_TOLD.search(match.group())
    return Told(
        0,
        match.end(),
        match["label"].strip(" -–•"),
        None,
        unit,
        change,
        pct,
        period.group() if period else None,
        None,
        False,
    )


def told_in_prose(text: str) -> list[Told]:
    """Developments told in running text: falls, rises and forecasts, each with its number."""
    if not AMOUNT_TOLD.search(text) or not MAY_TELL.search(text):
        return []
    found: dict[int, Told] = {}
    for pattern in (FORECAST_FALL, FORECAST_VERB, FORECAST_THAT):
        for match in pattern.finditer(text):
            number = parse_number(match["number"])
            if number is None:
                continue
            groups = match.groupdict()
            label = groups.get("label") or groups.get("first") or groups.get("second") or ""
            signed = -number if groups["fell"] else number
            percent = not match["unit"].lower().startswith("person")
            sentence_start = max(text.rfind(". ", 0, match.start()), text.rfind("; ", 0, match.start())) + 1
            period = PERIOD_TOLD.search(text, match.start(), match.end())
            source = SOURCE_TOLD.search(text, sentence_start, match.end())
            end = period.end() if period and period.start() > match.start("unit") else match.end("unit")
            found[match.start()] = Told(
                match.start(), end, label, None, None if percent else "personer", None if percent else signed,
                signed if percent else None, period.group() if period else None,
                next((name for name in source.groups() if name), None) if source else None, True,
            )  # fmt: skip
    return [found[start] for start in sorted(found)]


def _unit(printed: str | None) -> str | None:
    if not printed:
        return None
    folded = printed.lower()
    if folded in ("og", "mod", "til", "fra", "som", "men", "svarende", "i", "på"):
        return None
    if re.match(r"(?:%|pct\.?|procent)\s?-?\s?point", folded):
        return "pct. point"
    if folded.startswith(("%", "pct", "procent")):
        return "pct."
    return "kr." if re.search(r"\bkr", folded) else printed
