"""Whose minutes they are: the committee's name in a head, and the election period behind it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date as Date
from functools import lru_cache
from typing import NamedTuple

from pipeline.danish.labels import fold, head_kind
from pipeline.danish.local import Local, local
from pipeline.danish.pattern import Pattern
from pipeline.documents.minutes.bodies import body_key, same_body
from pipeline.documents.minutes.fields import LISTS, Field
from pipeline.documents.minutes.row import Row
from pipeline.documents.minutes.titles import MUNICIPALITY, REGION, TITLE, apart

TERM = re.compile(r"\(?\b(?P<from>(?:19|20)\d\d)\s*[-–/]\s*(?P<to>(?:19|20)?\d\d)\b\)?")
"""An election period: "2014-2017", "(2018 – 2021)", "2022-25"."""

SHORT_TERM = re.compile(r"\s*\(\d\d\s*[-–/]\s*\d\d\)")
"""The same in brackets without its century: "(18-21)"."""

BRACKET = Pattern(
    "body-short-form",
    r"\s*\((?:[A-ZÆØÅ][\wÆØÅæøå&]{0,7})\)\s*$",
    matches=["Teknisk Udvalg (TU)", "Udvalget for Plan og Miljø (PMU) "],
    not_matches=["Byrådet (2014-2017)", "Udvalg (det stående)"],
    flags=re.NOFLAG,
)
"""A committee's short form in brackets."""

STEM = (
    r"(?:udvalg|råd|bestyrelse|kommission|magistrat|repræsentation|forsamling|direktion|nævn|komit[eé]|forum|styregruppe"
    r"|arbejdsgruppe|følgegruppe|ledelse|bestyrelsesmøde|fællesmøde|task\s?force|panel)(?:e?[nt])?"
)

ENDS_AS_BODY = Pattern(
    "body-ends-so",
    rf"{STEM}(?:\s+(?:i|på|for)\s+(?-i:[A-ZÆØÅ])(?!\S*(?:sal|lokale|hus|skole|værelse|gård|center|bibliotek)\w{{0,3}}$)[\wæøå-]+)?$",
    matches=["Økonomiudvalget", "Lyngøs Ældreråd", "Ældrerådet på Lyngø", "Det Regionale Råd for Lyngø"],
    not_matches=["Økonomiudvalget i Byrådssalen", "Ny hal"],
)
"""What a body's name ends in."""

BEGINS_AS_BODY = Pattern(
    "body-begins-so",
    r"^(?:det\s+(?:særlige\s+|midlertidige\s+|stående\s+|rådgivende\s+)?)?(?:§\s?17[.,]?\s*(?:stk\.?\s*)?4?[\s-]*)?(?:ad\s+hoc[\s-])?(?:opgave)?"
    r"(?:udvalg(?:et)?|råd(?:et)?|bestyrelsen|nævnet|kommissionen|komiteen|arbejdsgruppen)\s+(?:for|om|vedr\.?|vedrørende|til)\s+\S"
    r"|^(?-i:[A-ZÆØÅ])[\wæøå-]*(?:bestyrelsen|udvalget|rådet)\s+(?:(?:ved|for)\s+(?-i:[A-ZÆØÅ])[^/|]+|for\s+(?!at\b|den\b|\w*perioden|året)[a-zæøå][^/|]{2,60})$"
    r"|^(?:(?:skole|forældre)bestyrelse|lokal(?:udvalg|råd)|(?:bruger-\s+og\s+)?(?:pårørende|bruger|beboer)råd|landsbyråd)(?:e[nt])?"
    r"\s+(?-i:[A-ZÆØÅ])[^/|]+$",
    matches=[
        "Udvalget for Plan og Miljø",
        "§ 17, stk. 4-udvalget om havnen",
        "Skolebestyrelsen ved Egeskov Skole",
        "Samarbejdsudvalget for børn og unge",
        "Lokalrådet Nørby",
    ],
    not_matches=["Økonomiudvalget", "råd og vejledning", "Byrådet for perioden 2014-2017"],
)
"""What it begins with where the noun stands first."""

NO_BODY = Pattern(
    "no-body",
    r"^(?:medlem|udskrift|(?:åbent|lukket|godkendt)\s|beslutningsprotokol|formand|næstformand|godkend|valg\b|orientering|beslutning\w*\s|indstilling|dagsorden|referat|punkt|sag\b|bilag|til\s|fra\s|afbud|fravær|deltag)|\bmøde(?:t|nr)?\b|\bnr\."
    r"|^\w*(?:sendes|sendt|vises|vist)\s|,\s+at\s"
    r"|\b(?:er|var|blev|bliver|skal|har|kan|vil|som|der|ikke|deltog|godkendte|besluttede)\b",
    matches=[
        "Medlemmer af udvalget",
        "Valg til udvalget",
        "Økonomiudvalget godkendte",
        "Referat",
        "Byrådets møde",
    ],
    not_matches=["Økonomiudvalget", "Udvalget for Plan og Miljø"],
)
"""A heading or a sentence, and no name."""

UNFINISHED = Pattern(
    "body-unfinished",
    r"(?:[-,]|\b(?:og|for|samt|om))$",
    matches=["Udvalget for Børn, Unge og", "Plan-", "Udvalget for Børn,"],
    not_matches=["Økonomiudvalget", "Hammerbrog"],
)
"""How a line ends that goes on below."""

DAY = r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\b|\bden\s+\d|\bd\.\s*\d|\d{1,2}[.\-/]\s?(?:\d{1,2}[.\-/\s]|[a-zæøå]+))"

BEHIND = Pattern(
    "behind-body",
    rf"[\s,–-]*(?:\b(?:(?:af)?holdt\s+)?(?:ordinært\s+|ekstraordinært\s+)?møde(?:t|nr)?\b.*|\bkl\.?\s*\d.*|\s{DAY}.*|\bpå\s+Rådhuset.*)$",
    matches=["Byrådet, møde nr. 4", "Byrådet den 3. maj", "Byrådet kl. 16", "Byrådet på Rådhuset"],
    not_matches=["Udvalget for Plan og Miljø"],
)
"""What stands behind the name on its line: a date, a meeting's number, a time."""

BEFORE = Pattern(
    "before-body",
    r"^(?:(?:ordinært|ekstraordinært|fælles|konstituerende)\s+)?(?:møde\w*|temamøde|seminar)(?:\s+nr\.?\s*\d+)?\s*(?:i|for|med|:)?\s+|^(?:i|for|fra|af|til)\s+",
    matches=["Ordinært møde i Byrådet", "Møde nr. 4 i Byrådet", "for Byrådet", "Temamøde: Byrådet"],
    not_matches=["Byrådet", "Forretningsudvalget"],
)
"""What stands before it: "møde i", "for"."""

GENITIVE = Pattern(
    "body-in-the-genitive",
    r"^(?P<body>.{3,90}?)(?:\s?['’´`])?s\s+(?:\w+\s+)?(?:møde|dagsorden|referat|beslutningsprotokol)\b",
    matches=[
        "Udvalget for Kultur og Planlægning's møde",
        "Udvalget for Teknik og Miljøs møde den 3. maj",
        "Byrådet 's møde",
    ],
    not_matches=["Byrådet, møde nr. 4", "Byrådets mødesal"],
)
"""A name as the owner of its meeting or minutes."""

PARTING = re.compile(r"\s+[-–|•/]\s+|:\s+|(?<=[^-]),\s+(?=[A-ZÆØÅ\d])|\s{3,}")
"""Signs between the parts of a running header."""


FIRST_ROWS = 15
"""Among so many rows of the head a committee stands whose name only the decisions' labels tell for one."""


class Naming(NamedTuple):
    """A place where a committee's name was found."""

    weight: float
    source: str
    name: str
    printed: str
    """The whole text, where a period may stand."""
    row: Row | None


def is_body(text: str) -> bool:
    """Whether a text is a committee's name and nothing else, an election period and a short form apart."""
    return _is_body(text, local())


@lru_cache(maxsize=4096)
def _is_body(text: str, own: Local) -> bool:
    bare = bare_name(text)
    if fold(bare) in own.bodies:
        return True
    if not 3 < len(bare) < 110 or UNFINISHED.search(bare) or head_kind(bare) is not None:
        return False
    if re.search(
        r"[;?!:]|\.\s(?!4|\d|-)|\d{3,}|\s/\s(?:\W|referat|dagsorden|\d)|/$",
        re.sub(r"stk\.\s", "", bare),
        re.IGNORECASE,
    ) or NO_BODY.search(bare):
        return False
    if not (bare[0].isupper() or bare[0] in "§17") or MUNICIPALITY.search(bare):
        return False
    return bool(ENDS_AS_BODY.search(bare) and len(bare.split()) < 13) or bool(BEGINS_AS_BODY.match(bare))


def bare_name(text: str) -> str:
    """A committee's name without its election period and its short form in brackets."""
    bare = BRACKET.sub("", SHORT_TERM.sub("", TERM.sub("", text))).strip(" ,-–.:")
    return BRACKET.sub("", " ".join(bare.split())).strip(" ,-–.:")


def body_in(text: str) -> str | None:
    """The committee that a short text names: a title, a running header, "Byrådet 2022-2025 d. 10-01-2023"."""
    return _body_in(text, local())


@lru_cache(maxsize=1024)
def _body_in(text: str, own: Local) -> str | None:
    text = apart(" ".join(text.split()))
    for municipality in (*MUNICIPALITY.finditer(text), *REGION.finditer(text)):
        without = re.sub(r"\s+(?:i|for|ved)$", "", text.replace(municipality.group(), " ").strip(" ,-–|:"))
        if without != text and _is_body(without, own):
            return bare_name(without)
    parts = dict.fromkeys(part.strip() for part in (text, *PARTING.split(text)))
    return next((found for part in parts if (found := _body_of(part, own)) is not None), None)


def _body_of(part: str, own: Local) -> str | None:
    if not part:
        return None
    title = TITLE.match(part)
    rest = part[title.end() :] if title is not None else part
    for start in (
        0,
        *(match.end() for match in re.finditer(r"\b(?:i|for|fra|af|til)\s+(?=[A-ZÆØÅ§]|udvalget\s)", rest)),
    ):
        one = rest[start:].strip(" ,-–:")
        for _ in range(2):
            one = BEFORE.sub("", one).strip(" ,-–:")
        genitive = GENITIVE.match(one)
        if genitive is not None and _is_body(genitive["body"], own):
            return bare_name(genitive["body"])
        for candidate in (one, BEHIND.sub("", TERM.sub(" ", one))):
            candidate = candidate.strip(" ,-–:")
            if _is_body(candidate, own):
                return bare_name(candidate)
    return None


def committee_of(
    rows: Sequence[Row],
    fields: Sequence[Field],
    running: Sequence[str],
    labels: Sequence[tuple[str, Date | None]],
) -> tuple[str | None, Row | None, str | None]:
    """The committee, the row of the head that names it, and its election period.

    Each place that names a body counts by how plainly it does: a label's value most, then a line of its own in the head
    (the larger the type the more), a title that names it, a running header, the labels of decisions. Places that name
    the same body add to each other.

    Args:
        rows: Before the first item.
        fields: The same, as labels and values.
        running: Running headers and footers.
        labels: Body and date of each decision's label.
    """
    named = [*_from_fields(fields), *_from_rows(_without_lists(rows[:40], fields)), *_from_running(running)]
    printed = {fold(bare_name(row.text)) for row in rows[:FIRST_ROWS]}
    bodies = Counter(
        name for name, _ in labels if name and (is_body(name) or fold(bare_name(name)) in printed)
    )
    if bodies:
        common = bodies.most_common(1)[0][0]
        named.append(Naming(1.0, "labels", bare_name(common), common, None))
    if not named:
        return _from_meeting(rows, running), None, _term([], running, rows)
    best = max(named, key=lambda one: _support(one, named))
    same = [one for one in named if same_body(one.name, best.name)]
    name = best.name
    if name.isupper():
        name = _in_case(name, [one.name for one in same] + [bare_name(name) for name, _ in labels if name])
    return name, best.row, _term(same, running, rows)


def _support(one: Naming, named: Sequence[Naming]) -> float:
    others = {
        other.source for other in named if other.source != one.source and same_body(other.name, one.name)
    }
    return one.weight + 0.6 * len(others)


def _from_fields(fields: Sequence[Field]) -> Iterator[Naming]:
    for one in fields:
        if one.kind == "committee" and one.text and len(one.text) < 110:
            name = body_in(one.text)
            yield Naming(6.0 if name else 4.0, "field", name or bare_name(one.text), one.text, one.row)


def _from_rows(rows: Sequence[Row]) -> Iterator[Naming]:
    largest = max((row.size for row in rows), default=1.0)
    taken: set[int] = set()
    for position, row in enumerate(rows):
        if position in taken or row.column == "value":
            continue
        weight = 2.0 + row.size / largest + 0.5 * row.bold - 0.02 * position
        joined = _joined(rows, position)
        if joined is not None:
            text, count = joined
            taken.update(range(position + 1, position + count))
            yield Naming(weight + 0.1, "head", bare_name(text), text, row)
            continue
        for line in row.lines:
            if is_body(line.text):
                yield Naming(weight, "head", bare_name(line.text), line.text, row)
                break
        else:
            text = _to_its_end(rows, position)
            if len(text) < 200:
                titled = TITLE.match(text) is not None
                name = body_in(text)
                if name is not None:
                    yield Naming(2.3 + 0.3 * titled - 0.02 * position, "sentence", name, text, row)


def _to_its_end(rows: Sequence[Row], position: int) -> str:
    """A row's text, with the next row's where its last word goes on there: "… Kommunalbestyrelsen 2022-" and "2025"."""
    row = rows[position]
    below = rows[position + 1] if position + 1 < len(rows) else None
    if below is None or below.style != row.style or not UNFINISHED.search(row.text):
        return row.text
    return f"{row.text}{below.text}" if row.text.endswith("-") else f"{row.text} {below.text}"


def _without_lists(rows: Sequence[Row], fields: Sequence[Field]) -> list[Row]:
    """Rows without those of lists of people who come from somewhere: "Ida Holm, Byrådet"."""
    listed = {
        (line.page, line.row)
        for one in fields
        if one.kind in LISTS
        for line in one.lines
        if "," in line.text or "(" in line.text
    }
    return [row for row in rows if (row.page, row.first.row) not in listed]


def _joined(rows: Sequence[Row], position: int) -> tuple[str, int] | None:
    """A name set over two or three lines of one type, and how many."""
    row = rows[position]
    text = row.text
    if not UNFINISHED.search(text) and is_body(text) and not _goes_on_below(rows, position):
        return None
    for count in (2, 3):
        if position + count > len(rows):
            return None
        following = rows[position + count - 1]
        above = rows[position + count - 2]
        if (
            following.style != row.style
            or following.page != row.page
            or following.top - above.bottom > 0.9 * row.size
            or TITLE.match(following.text)
        ):
            return None
        text = (
            f"{text} {following.text}"
            if not text.endswith("-") or following.text[:3] == "og "
            else text + following.text
        )
        if is_body(following.text) and not UNFINISHED.search(above.text):
            return None  # a place above a name that is whole
        if is_body(text) and not is_body(row.text.rstrip(" ,-")) | bool(TITLE.match(row.text)):
            return text, count
        if is_body(text) and UNFINISHED.search(row.text):
            return text, count
    return None


def _goes_on_below(rows: Sequence[Row], position: int) -> bool:
    following = rows[position + 1] if position + 1 < len(rows) else None
    return following is not None and following.style == rows[position].style and following.text[:1].islower()


def _from_running(running: Sequence[str]) -> Iterator[Naming]:
    for text in running:
        name = body_in(text)
        if name is not None:
            yield Naming(1.6, "running", name, text, None)


MEETING_OF = Pattern(
    "body-in-a-word",
    r"\b(?P<body>[A-ZÆØÅ][\wæøå-]*(?:råd|udvalg|bestyrelse))smøde\b",
    matches=["Byrådsmøde", "Økonomiudvalgsmøde"],
    not_matches=["Møde i Byrådet", "byrådsmøde", "Byrådsmødets"],
    flags=re.NOFLAG,
)
"""A body inside a word: "Byrådsmøde"."""


def _from_meeting(rows: Sequence[Row], running: Sequence[str]) -> str | None:
    """The body of "Byrådsmøde", where nothing else names one."""
    found = {
        match["body"]
        for text in (*(row.text for row in rows[:12]), *running)
        for match in MEETING_OF.finditer(text)
    }
    return found.pop() if len(found) == 1 else None


def _in_case(name: str, others: Sequence[str]) -> str:
    """A name in capitals as other places write it, where they do."""
    forms = Counter(other for other in others if not other.isupper() and body_key(other) == body_key(name))
    if forms:
        return min(forms, key=lambda form: (len(form.split()), -forms[form]))
    return name.capitalize()


def _term(same: Sequence[Naming], running: Sequence[str], rows: Sequence[Row]) -> str | None:
    """The election period behind the name, four years or less."""
    texts = [one.printed for one in same]
    texts += [text for text in running if body_in(text) is not None]
    texts += [row.text for row in rows[:20] if len(row.text) < 90 and body_in(row.text) is not None]
    texts += [
        row.text
        for row in rows[:20]
        if re.fullmatch(r"(?i:(?:valg)?perioden?\s*:?\s*)?\(?\d{4}\s*[-–]\s*\d{4}\)?", row.text)
    ]
    for text in texts:
        for match in TERM.finditer(text):
            first, last = int(match["from"]), int(match["to"])
            last += (first // 100) * 100 if last < 100 else 0
            if 0 < last - first <= 4 and not re.search(r"\bbudget", fold(text)):
                return f"{first}-{last}"
    return None
