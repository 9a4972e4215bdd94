"""What a sentence of a plan promises: the number, how it binds, until when, and from which level.

A number is promised where it is no year, date, age, duration, reference, level to start from, status or forecast.
"""

import datetime as dt
import re
from dataclasses import dataclass

from pipeline.danish.amounts import Amount, find_amounts, subject_of
from pipeline.danish.deadlines import find_base_years, find_deadlines, year_behind
from pipeline.danish.pattern import Pattern
from pipeline.danish.sentences import split_sentences
from schemas.vocabulary import Bound

_FALL = r"(?:fald\w*|ned(?:bringes?|bragt|sættes|sat)|reducer\w*|mindsk\w*|sænk\w*|begræns\w*|afkort\w*|forkort\w*|formindsk\w*|skæres|halver\w*)"
_RISE = r"(?:stig(?:e|er|et|ning\w*)|øge[rst]?|øget|hæves?|hævet|vokse[rt]?|forøge[st]?|løftes?|løftet|udvides?|udvidet|forbedre[st]?|op(?:bringes|kvalificeres)|tilvækst)"
_BUT = r"(?:(?:mindst|minimum|som\sminimum|højst|højest|maksimalt|maks\.?|max\.?|ca\.?|omkring|i\salt|yderligere|hele|op\stil)\s+)*"

FALL_BY = Pattern(
    "bound-fall-by",
    rf"\b{_FALL}\b(?:(?!\b{_RISE}\b)[^;])*\bmed\s+{_BUT}$ | \b(?:et\s+|en\s+)?(?:fald|reduktion|nedgang|nedbringelse|reducering)\s(?:[^.;,]{{0,60}}\s)?på\s+{_BUT}$",
    matches=["skal falde fra december 2020 til december 2022 med ", "nedbringes med mindst ", "svarende til et fald på "],
    not_matches=["nedbringes til ", "falde til højst "],
)
"""What stands before a number by which something falls."""

RISE_BY = Pattern(
    "bound-rise-by",
    rf"\b{_RISE}\b(?:(?!\b{_FALL}\b)[^;])*\bmed\s+{_BUT}$ | \b(?:en\s+|et\s+)?(?:stigning|vækst|forøgelse|forbedring|fremgang|tilvækst)\s(?:[^.;,]{{0,60}}\s)?på\s+{_BUT}$",
    matches=["skal øges med ", "skal stige i løbet af året med mindst ", "en stigning på "],
    not_matches=["stige til ", "øges fra "],
)
"""What stands before a number by which something rises."""

TO_AT_MOST = Pattern(
    "bound-fall-to",
    rf"\b{_FALL}\b(?:(?!\b{_RISE}\b)[^;])*\btil\s+(?:(?:et\sniveau\spå|ca\.?|omkring)\s+)*$",
    matches=["skal begrænses til ", "nedbringes fra 14,1 pct. til "],
    not_matches=["stige til "],
)
"""A level down to which something falls."""

TO_AT_LEAST = Pattern(
    "bound-rise-to",
    rf"\b{_RISE}\b(?:(?!\b{_FALL}\b)[^;])*\btil\s+(?:(?:et\sniveau\spå|ca\.?|omkring)\s+)*$",
    matches=["skal øges til ", "skal stige fra 61 procent til "],
    not_matches=["falde til "],
)
"""A level up to which something rises."""

AT_MOST = Pattern(
    "bound-at-most",
    r"""\b(?: højst | højest | maksimalt | maksimum | maks\.? | max\.? | maximalt | som\smaksimum
      | ikke\s+(?:over|mere\send|flere\send|overstige[r]?|overskride[r]?|større\send|højere\send|have\smere\send)
      | (?: (?<!ikke\s)(?:færre|mindre|lavere)\s+end | (?<!ikke\s)(?:under|op\stil) )(?=\s+(?:ca\.?\s+)?$) )(?!\w)""",
    matches=["må højst ", "maksimalt ", "ikke over ", "ikke overstige ", "til under ", "må vare mere, dog max. "],
    not_matches=["ikke under ", "mindst ", "under uddannelse er "],
)
"""Words that set a ceiling."""

AT_LEAST = Pattern(
    "bound-at-least",
    r"""\b(?: mindst(?!\s+muligt) | minimum | minimalt | som\sminimum | min\.(?=\s) | ikke\s+(?:under|færre\send|mindre\send|lavere\send)
      | (?<!ikke\s)(?:(?:mere|flere|højere)\s+end|over)(?=\s+(?:ca\.?\s+)?$) )(?!\w)""",
    matches=["Mindst ", "skal i 2017 som minimum, udgøre ", "flere end ", "ikke under ", "til over "],
    not_matches=["ikke over ", "højst ", "over for "],
)
"""Words that set a floor."""

FLOOR_AFTER = Pattern(
    "bound-floor-after",
    r"^\s*,?\s*(?:eller\s+(?:derover|mere|flere)|og\s+derover|som\s+minimum|som\s+et\s+minimum)\b",
    matches=[" eller derover", " som minimum"],
    not_matches=[" eller derunder"],
)
"""Behind a number: it is a floor."""

CEILING_AFTER = Pattern(
    "bound-ceiling-after",
    r"^\s*,?\s*(?:eller\s+(?:derunder|mindre|færre)|og\s+derunder|som\s+maks\w*)\b",
    matches=[" eller derunder", " som maksimum"],
    not_matches=[" eller derover"],
)
"""Behind a number: it is a ceiling."""

FEWER_AFTER = Pattern(
    "bound-fewer-after",
    r"^\s*(?:lavere|færre|mindre)\b",
    matches=[" færre end i 2015", " lavere"],
    not_matches=[" mere end gennemsnittet"],
)
"""Behind a number: by so much less."""

MORE_AFTER = Pattern(
    "bound-more-after",
    r"^\s*(?:højere|flere|mere)\b",
    matches=[" højere end landsgennemsnittet"],
    not_matches=[" lavere"],
)
"""Behind a number: by so much more."""

BASELINE_BEFORE = Pattern(
    "baseline-before",
    r"""(?: \bfra\s+(?:et\s+niveau\s+på\s+|niveauet\s+på\s+|ca\.\s+|de\s+|omkring\s+)* | \b(?:sammenlignet\s+med|i\s+forhold\s+til|ift\.?|mod|udgangspunkt(?:et)?\s+(?:er|på|i)|baseline:?)\s+(?:de\s+|ca\.\s+)?
      | (?<!mere\s)(?<!flere\s)(?<!færre\s)(?<!mindre\s)(?<!lavere\s)(?<!højere\s)(?<!andet\s)\bend\s+(?:de\s+)?
      | \((?:(?:i\s+)?(?:19|20)\d\d:?|udgangspunkt:?|baseline:?|niveau(?:et)?:?|nu:?)\s*(?:i\s(?:19|20)\d\d:?\s*)?
      | \b(?:var|lå\s+på|lå|udgjorde|er\s+i\s+dag|er\s+aktuelt|er\s+p\.?t\.?)\s+(?:i\s+(?:19|20)\d\d\s+)?(?:på\s+)?(?:ca\.\s+)? )$""",
    matches=["skal stige fra ", "mod ", "(2015: ", "andelen var i 2015 på ", "end de "],
    not_matches=["mere end ", "nedbringes til ", "fremad "],
)
"""What stands before the level from which a change is counted."""

AS_MUCH_AS = Pattern(
    "change-restated",
    r"\b(?:svarende\s+til|svarer\s+til|hvilket\s+(?:er|vil|giver|betyder)|dvs\.?|altså|det\s+er|det\s+vil\s+sige|dermed|herved|der\s+er)\b|\(",
    matches=["svarende til et fald på ", "Det er et fald på ", "("],
    not_matches=["skal være et fald på"],
)
"""Words by which a promised level is told again as a change."""

TOLD = Pattern(
    "sentence-told",
    r"""\b(?:prognose\w*|forvent(?:es|er|et)|ventes|skønne[st]|anslås|ifølge|regeringens\s+mål\w*|på\s+landsplan\s+(?:er|var)|aktuelt|p\.?t\.|i\s+dag
      |var|lå|udgjorde|havde|modtog|blev|steg|faldt|viste|viser)\b""",
    matches=["Prognosen for 2019 er et fald", "I 2015 var andelen 13,9 pct.", "Det forventes, at"],
    not_matches=["Der skal i 2017", "varighed"],
)
"""A sentence that tells what is or is expected."""

PROMISED = Pattern(
    "sentence-promised",
    r"""\b(?:skal|mindst|minimum|højst|højest|maksimalt|målet\s+er|må|inden\s+udgangen|ved\s+udgangen|nedbringes|øges|reduceres|begrænses|etableres|afholdes|indgås|senest)\b""",
    matches=["skal øges", "Mindst 10", "Der etableres"],
    not_matches=["Andelen var 10"],
)
"""A sentence that promises, whatever else it says."""

PERIOD = Pattern(
    "quantity-period",
    r"\b(?:hver(?:t)?\s+(?:måned|uge|år|kvartal|halvår|dag)|om\s+(?:måneden|ugen|året)|(?:hel|halv)?årligt|månedligt|ugentligt|kvartalsvis|pr\.\s+(?:måned|uge|år|kvartal))\b",
    matches=["hver måned", "om året", "pr. måned"],
    not_matches=["pr. december", "hver gang"],
)
"""How often."""

OF = Pattern(
    "quantity-of",
    r"^\s*af\s+(?:alle\s+|de\s+|den\s+|det\s+|samtlige\s+)*(?P<of>[^.,;()]+?)(?=\s+(?:skal|er|har|kan|vil|må|bør|bliver|får|står|kommer|opnår|deltager|ender|i|inden|ved|senest|inden|der|som)\b|[.,;()]|$)",
    matches=[" af alle voksne flygtninge er i ordinær beskæftigelse"],
    not_matches=[" til alle"],
)
"""Of whom or what a share is."""


@dataclass(slots=True)
class Promise:
    """A number that is promised, and where it stands in the text."""

    start: int
    end: int
    value: float | None
    unit: str | None
    bound: Bound
    deadline: dt.date | None = None
    baseline_value: float | None = None
    baseline_year: int | None = None
    change: float | None = None
    change_unit: str | None = None
    of: str | None = None
    period: str | None = None
    second: tuple[int, int] | None = None
    """Where the change is told, where that is apart from the number."""


def find_promises(text: str, year: int | None = None) -> list[Promise]:
    """Read what is promised in a measure's text.

    Args:
        text: One measure: a bullet, a cell's paragraph, a few sentences.
        year: The plan's year, for deadlines that leave it out.

    Returns:
        In printed order; [] where nothing countable is promised.
    """
    promises: list[Promise] = []
    if not any(map(str.isdigit, text)) and "½" not in text and not find_amounts(text):
        return promises
    for start, end in split_sentences(text):
        _read_sentence(text, start, end, year, promises)
    _late_deadline(text, year, promises)
    return promises


def _read_sentence(text: str, start: int, end: int, year: int | None, promises: list[Promise]) -> None:
    """Add one sentence's promises, or what it says about those before it."""
    sentence = text[start:end]
    told = bool(TOLD.search(sentence)) and not PROMISED.search(sentence)
    here: list[Promise] = []
    level: tuple[Amount, int | None] | None = None
    last, share = 0, False
    for amount in find_amounts(sentence):
        window, before = sentence[last : amount.start], sentence[: amount.start]
        whole = share and re.fullmatch(r"\s*(?:\w+\s+)?af\s+(?:\w+\s+)?", window)
        share, last = amount.unit == "pct.", amount.end
        if whole:
            continue
        if BASELINE_BEFORE.search(window) and _starts_change(sentence, window, amount):
            level = (amount, year_behind(sentence[amount.end :]))
            if level[1] is None:
                level = (amount, _year_before(window))
        elif _is_change(before, window, here or promises):
            told_of = (here or promises)[-1]
            told_of.change = -amount.value if FALL_BY.search(before) else amount.value
            told_of.change_unit, told_of.second = amount.unit, (start + amount.start, start + amount.end)
        elif not told:
            here.extend(_promised(sentence, window, amount))
    _set_level(level, here, promises)
    _set_years(sentence, here, promises, year)
    for promise in here:
        promise.start, promise.end = promise.start + start, promise.end + start
    promises.extend(here)


def _starts_change(sentence: str, window: str, amount: Amount) -> bool:
    """Whether a number is the level from which a change is counted: "fra" alone may name a giver."""
    if not re.search(r"\bfra\b[^.;]{0,30}$", window):
        return True
    return bool(re.search(rf"\b(?:{_FALL}|{_RISE}|ændres)\b", sentence, re.IGNORECASE)) or bool(
        re.match(r"(?:[^.;]{0,30}?)\s*til\s+(?:\w+\s+){0,2}\d", sentence[amount.end :])
    )


def _year_before(window: str) -> int | None:
    years = re.findall(r"\b(?:19|20)\d\d\b", window)
    return int(years[-1]) if years else None


def _is_change(before: str, window: str, promises: list[Promise]) -> bool:
    """Whether a number tells an earlier promise again, as a change."""
    if not promises or promises[-1].bound in (Bound.increase_by, Bound.decrease_by):
        return False
    return bool(AS_MUCH_AS.search(window)) and bool(FALL_BY.search(before) or RISE_BY.search(before))


def _promised(sentence: str, window: str, amount: Amount) -> list[Promise]:
    """What a number promises: one quantity, of a range two, or none where it counts nothing."""
    after = sentence[amount.end :]
    bound = _bound(sentence[: amount.start], window, after, amount)
    unit = amount.unit
    if unit is None:
        unit = subject_of(sentence)
        cued = bound is not Bound.exactly or re.search(r"\b(?:til|på|med|være|udgøre)\s+(?:ca\.\s+)?$", window)
        if not cued or (unit is None and bound is Bound.exactly):
            return []
    if unit == "gange" and amount.spelled and bound is Bound.exactly:
        return []
    of = OF.search(after) if unit in ("pct.", "pct. point") else None
    period = PERIOD.search(sentence)
    promise = Promise(
        amount.start, amount.end, amount.value, unit, bound,
        of=of["of"].strip() if of else None, period=period.group() if period else None,
    )  # fmt: skip
    if amount.upper is None:
        return [promise]
    upper = Promise(amount.start, amount.end, amount.upper, unit, Bound.at_most, of=promise.of, period=promise.period)
    promise.bound = Bound.at_least
    return [promise, upper]


def _bound(before: str, window: str, after: str, amount: Amount) -> Bound:
    """How a promised number binds, by the words around it."""
    if amount.compared is not None:
        return Bound.increase_by if amount.compared == "flere" else Bound.decrease_by
    if FALL_BY.search(before):
        return Bound.decrease_by
    if RISE_BY.search(before):
        return Bound.increase_by
    if FEWER_AFTER.search(after):
        return Bound.decrease_by
    if MORE_AFTER.search(after):
        return Bound.increase_by
    most, least = _last(AT_MOST, window), _last(AT_LEAST, window)
    if max(most, least) >= 0:
        return Bound.at_most if most > least else Bound.at_least
    if TO_AT_MOST.search(before) or CEILING_AFTER.search(after):
        return Bound.at_most
    if TO_AT_LEAST.search(before) or FLOOR_AFTER.search(after):
        return Bound.at_least
    return Bound.exactly


def _last(pattern: Pattern, window: str) -> int:
    return max((match.start() for match in pattern.finditer(window)), default=-1)


def _set_level(level: tuple[Amount, int | None] | None, here: list[Promise], promises: list[Promise]) -> None:
    """The level from which a change is counted, to the promise that it belongs to."""
    if level is None:
        return
    amount, year = level
    wanted = [p for p in here or promises if p.unit == amount.unit or amount.unit is None or p.unit is None]
    if not wanted:
        return
    promise = min(wanted, key=lambda p: abs(p.start - amount.start)) if here else wanted[-1]
    promise.baseline_value = amount.value
    promise.baseline_year = promise.baseline_year or year


def _set_years(sentence: str, here: list[Promise], promises: list[Promise], year: int | None) -> None:
    """Deadlines of the sentence to its promises, and the year from which they are counted."""
    for promise in here:
        near = min(
            find_deadlines(sentence, year), key=lambda mention: abs(mention.start - promise.end), default=None
        )  # the nearest, where a sentence sets two
        promise.deadline = near.date if near else None
    changes = re.search(rf"\b(?:{_FALL}|{_RISE}|ændr\w*|højere|lavere|flere|færre|mere|mindre)\b", sentence, re.IGNORECASE)
    if not changes:
        return
    for position, base in find_base_years(sentence):
        before = [promise for promise in here if promise.start < position]
        promise = before[-1] if before else here[0] if here else promises[-1] if promises else None
        if promise is not None and promise.baseline_year is None:
            promise.baseline_year = base


def _late_deadline(text: str, year: int | None, promises: list[Promise]) -> None:
    """A sentence of its own that sets the deadline: "Målet skal være nået inden udgangen af 2018."."""
    if not promises or any(promise.deadline for promise in promises):
        return
    for start, end in split_sentences(text):
        sentence = text[start:end]
        if start > promises[-1].end and re.match(r"(?:målet|målene|det|dette|resultatet)\b", sentence, re.IGNORECASE):
            mentions = find_deadlines(sentence, year)
            if mentions and re.search(r"\b(?:nå(?:s|et)?|opfyldt|opnås?|gælder|indfri\w*|sker?|ske)\b", sentence):
                for promise in promises:
                    promise.deadline = mentions[-1].date
                return
