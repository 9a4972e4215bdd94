"""Case and journal numbers: the kinds that Danish case systems print, in text and on lines of their own."""

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.danish.pattern import Pattern

YEAR = r"(?:19[7-9]\d|20[0-4]\d)"
"""In "NN/YYYY" a year makes it a month or ordinance, in "NNNNNN-YYYY" a case (else perhaps a CPR number)."""

SHAPES = rf"""(?: \d\d\.\d\d(?:\.\d\d)?[-\s]?[A-ZÆØÅ]\d\d(?:\s?[-–]\s?(?:\d{{4}}/\d{{4,6}}
  |\d{{1,5}}(?:[-/]\d{{2,4}})?)|/{YEAR}-\d{{2,6}})
  | EMN-{YEAR}-\d{{4,7}} | \d{{3}}-{YEAR}-\d{{1,6}} | \d{{6}}-{YEAR} | {YEAR}-\d{{5,7}}
  | {YEAR}-(?!{YEAR})\d{{4}} | {YEAR}/\d{{5,6}}
  | \d\d-\d{{6}}\s?K(?!\w) | \d\d-\d{{6}} | \d-\d{{1,2}}-\d{{1,3}}-\d{{1,4}}-(?:\d{{1,2}}|V)
  | \d\d/\d{{5,7}} | (?!(?:0[1-9]|1[0-2])/{YEAR})\d\d/\d{{4}} )"""
"""Shapes that are a case number wherever they stand."""

CASE_VALUE = rf"(?<![\w/.-])(?:{SHAPES}|(?!(?:0[1-9]|1[0-2])/{YEAR})\d\d/\d{{3}})(?![\w/]|[.-]\d)"
"""Such a shape, or "09/113", which counts beside a title or label only."""

CASE_LABEL = r"""(?:(?:acadre|esdh)[\s-]*)?(?:sags?\s?-?\s?(?:nr|id|nummer)|journal\s?(?:nr|nummer)
  |j\.?\s?nr)\b\.?\s*:?(?:\s*nr\.?\s*:?)?"""
"""What a case number is called where more than the bare word Sag is said."""

CASE_NUMBER = Pattern(
    "case-number",
    rf"(?<![\w/.,-])(?P<value>{SHAPES})(?![\w/]|[.,-]\d)",
    matches=[
        "13/4229",
        "20/4282",
        "12/003502",
        "2012-39393",
        "2016-001340",
        "2010/04188",
        "21-014448",
        "22-001234 K",
        "EMN-2025-012345",
        "00.01.00-A00-17-15",
        "27.15.00P35-0007",
        "15.20G00 - 2013/01963",
        "330-2016-5389",
        "018520-2013",
        "1-30-11-06-V",
        "0-4-72-81-11",
        "00.32.04S55/2007-11840",
    ],
    not_matches=[
        "2009/10",
        "12/2011",
        "den 28-09-2016",
        "2009-2013",
        "010203-1234",
        "tlf. 12345678",
        "1/7 2006",
        "5/2007",
        "09/113",
        "lov nr. 1338",
        "30.09.2011",
        "13.500.000",
        "§ 12/13",
        "www.by.dk/13/4229x",
    ],
    flags=re.NOFLAG,
)
"""A case number in running text."""

CASE_NUMBER_LABELLED = Pattern(
    "case-number-labelled",
    rf"""\b(?:{CASE_LABEL}|sag\s+(?:nr\.?\s*)?)\s*(?P<value>{SHAPES}|\d\d/\d{{2,3}}(?!/)
      |(?<=\W)\d{{5,7}})(?![\w/]|[.,-]\d)""",
    matches=[
        "sagsnr. 249393",
        "Sagsid.: 14/40",
        "j.nr. 17/118",
        "sag nr. 12/27845",
        "Acadre sagsnr.: 16/1409",
    ],
    not_matches=["sag nr. 4", "Sager 2012", "Dok.nr. 78714", "sag nr. 14/4"],
)
"""A case number that its label tells."""

LABEL = Pattern(
    "case-number-label",
    r"""(?: (?P<case>(?:(?:acadre|esdh)[\s-]*)?sags?\s?-?\s?(?:nr|id|nummer)|sagnr|journal\s?(?:nr|nummer|id)
      |j\.?\s?nr|jnr|sag\s+nr|esdh-sag|eksternt\s+sagsnr)
      | (?P<document>dok(?:ument)?\.?\s?(?:nr|id|nummer)|doknr|dokument-?id|acadre\s+dok\.?\s?nr)
      | (?P<classed>kle(?:-?(?:nr|emne))?) | (?P<bare>sag)
      ) (?![^\W\d]) \s*\.?\s* (?P<colon>:?) \s*""",
    matches=[
        "Sagsnr.: 13/4229",
        "Acadre sagsnr.:",
        "Journalnr.:",
        "J.nr. 01.02",
        "Sagsid:",
        "Dok.nr.: 1",
        "Sag: 12/2329",
        "Sagnr.:",
    ],
    not_matches=["Sagsfremstilling", "Journalist", "Dokumentation"],
)
"""A label of a case, document or class number."""

OF_SAG = Pattern(
    "case-number-of-sag",
    r"(?:(?:acadre|esdh)[\s-]*)?sag",
    matches=["Sagsnr.", "Acadre sagsnr.", "ESDH-sag"],
    not_matches=["J.nr.", "Journalnummer"],
)
"""How a label begins that names the case and not its class or journal."""

FREE_VALUE = Pattern(
    "case-number-free-value",
    rf"""(?P<value>{SHAPES}|\d\d\.\d\d\.\d\d(?:[-. ]?[A-ZÆØÅ]\d\d(?:-\d+)*)?|\d\d\.\d\d[A-ZÆØÅ]\d\d
      |[A-ZÆØÅ]{{1,5}}-?\d{{2,4}}-\d{{3,7}}|[A-ZÆØÅ]{{2,5}}-?{YEAR}/\d{{2,6}}"""
    r"|\d\d/\d{1,3}|\d{4,8}(?:-\d{1,6})?|\d{2,6}(?:-\d{1,6}){1,4}[A-Z]?|\d(?:-\d{1,6}){2,4})(?![\w/])",
    matches=[
        "249393",
        "14/40",
        "15.00.00",
        "17.01.04P19",
        "06.01.05 P20",
        "SBU-2013-1234",
        "S2021-4410",
        "TMU2011/4410",
        "0-3-1-20",
    ],
    not_matches=["Kommune"],
    flags=re.NOFLAG,
)
"""What may stand behind such a label."""


CLASS_VALUE = r"\d\d\.\d\d\.\d\d(?:[-. ]?[A-ZÆØÅ]\d\d)?(?![\w.-])"
"""A class of the municipalities' own plan of subjects (KLE), with or without its letter: "01.02.05P16"."""

CASE_NUMBER_CLASSED = Pattern(
    "case-number-classed",
    rf"{CLASS_VALUE}[\s,;/–-]+(?P<value>{SHAPES}|\d\d/\d{{1,4}})",
    matches=["00.30.00.G01 13/22907", "27.42.00.P05   17/118"],
    not_matches=["13/22907", "00.30.00.G01", "00.01.00-A00-17-15"],
    flags=re.VERBOSE,
)
"""The class and behind it the case, without a label."""

CLASS_IN_FRONT = Pattern(
    "case-number-class-in-front",
    rf"{CLASS_VALUE}[\s,;/–-]+(?={CASE_LABEL})",
    matches=["00.30.10-S01 sagsnr. 440-2012-7843", "27.42.00 P05, Sagsid.: 17/118"],
    not_matches=["00.30.10-S01 Budget", "00.01.00-A00-17-15"],
    flags=re.VERBOSE | re.IGNORECASE,
)
"""The class in front of the case's label."""

OFFICER = Pattern(
    "case-number-officer",
    r"""(?:sags?beh(?:andler|\.)|sags?init(?:ialer|\.)|sagsansvarlig|ansvarlig|beh\.|init(?:ialer|\.)|ref\.)\s*(?:init(?:ialer|\.))?\s*:?\s*
      (?:(?-i:[A-ZÆØÅ]{2,8}|[a-zæøå]{2,5}\b(?=\s*(?:$|sag|j))|[A-ZÆØÅ][\w.-]+(?:\s[A-ZÆØÅ][\w.-]+){1,3}?)(?=\s|$))?\s*""",
    matches=["Sagsbeh.: LMH", "Sagsbehandler: Ida Holm", "Sagsbeh. abc", "Init.: KJ"],
    not_matches=["Sagsbehandling", "Sagsfremstilling", "Sagsbehandlingstider"],
)
"""Who deals with the case, on the line of its number."""

AND = Pattern(
    "case-number-and", r"\s*(?:,|;|og\b)\s*", matches=[", 12/345", " og 12/345"], not_matches=["12/345"]
)
"""Between two values of one label."""


class CaseNumber(NamedTuple):
    """A case number in a text."""

    start: int
    """Offset of its first character, from 0."""

    end: int
    """Offset after its last character."""

    value: str
    """As printed."""


class CaseNumberLine(NamedTuple):
    """A line, or the beginning of one, that tells the item's case number."""

    label: str
    """As printed, without colon; "" where the number stands alone."""

    value: str | None
    """The case number, None where the label stands there with nothing behind it."""

    others: tuple[str, ...] = ()
    """Further case and journal numbers of the line."""

    documents: tuple[str, ...] = ()
    """Document numbers (Dok.nr.), which name no case."""

    rest: str = ""
    """The words behind all of them: a title, where the system prints it last."""


def find_case_numbers(text: str) -> list[CaseNumber]:
    """Every case number in running text, in reading order.

    Dates, school years, laws, CPR and telephone numbers are none; "14/40" and "249393" are one only where a
    label
    says so, and a document's number (Dok.nr.) is none.
    """
    found = {match.start("value"): match for match in CASE_NUMBER_LABELLED.finditer(text)}
    for match in CASE_NUMBER.finditer(text):
        found.setdefault(match.start("value"), match)
    if not found:
        return []
    documents = {match.end() for match in LABEL.finditer(text) if match["document"]}
    numbers: list[CaseNumber] = []
    for start in sorted(found):
        match = found[start]
        if start not in documents and (not numbers or start >= numbers[-1].end):
            numbers.append(CaseNumber(start, match.end("value"), match["value"]))
    return numbers


def is_case_number(text: str) -> bool:
    """Whether a text is a case number and nothing else."""
    match = CASE_NUMBER.fullmatch(text.strip())
    return match is not None


@lru_cache(maxsize=4096)
def read_case_number_line(text: str) -> CaseNumberLine | None:
    """What a line says that begins with the label of a case number, or is nothing but one.

    "Sagsnr.: 13/4229", "Acadre sagsnr.: Journalnr.:", "Sagsnr. 2012-39393 Dok.nr. 2012-123456",
    "00.01.00-K01-1-16". Where several cases are told, the first that a Sagsnr. label tells is the item's.

    Returns:
        None where the line is something else: "Sag om nye veje", "Journalisten spurgte".
    """
    line = " ".join(text.split())
    if is_case_number(line):
        return CaseNumberLine("", line)
    if (classed := CASE_NUMBER_CLASSED.fullmatch(line)) is not None:
        return CaseNumberLine("", classed["value"])
    position, label = 0, None
    cases: list[str] = []
    told = 0
    documents: list[str] = []
    before = CLASS_IN_FRONT.match(line) if line[:1].isdigit() else OFFICER.match(line)
    if before is not None and LABEL.match(line, before.end()) is not None:
        position = before.end()
    while (match := LABEL.match(line, position)) is not None:
        value = FREE_VALUE.match(line, match.end())
        if match["bare"] and (value is None or not (match["colon"] or is_case_number(value["value"]))):
            break
        printed = line[match.start() : match.end()].rstrip(" :")
        if label is None or (match["case"] and not cases):
            label = printed if label is None or value is not None else label
        position = match.end()
        if value is not None:
            if match["document"]:
                documents.append(value["value"])
            elif not told and cases and OF_SAG.match(match["case"] or ""):
                cases.insert(
                    0, value["value"]
                )  # behind the class or journal number: "J.nr. 00.30.14S00. Sagsnr. 11/496"
                told = 1
            else:
                told = told or bool(OF_SAG.match(match["case"] or ""))
                cases.append(value["value"])
            position = value.end()
            while (more := AND.match(line, position)) is not None:
                next_value = FREE_VALUE.match(line, more.end())
                if next_value is None:
                    break
                cases.append(next_value["value"])
                position = next_value.end()
        if (officer := OFFICER.match(line, position)) is not None:
            position = officer.end()
        position += len(line[position:]) - len(line[position:].lstrip(" .,;·|/-–"))
    if label is None:
        return None
    rest = line[position:].strip()
    if rest and not cases and not documents and not (":" in line[:position] and rest[0].isupper()):
        return None
    return CaseNumberLine(label, cases[0] if cases else None, tuple(cases[1:]), tuple(documents), rest)
